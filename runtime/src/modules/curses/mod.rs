//! The module `_curses` (rows: spec/modules/_curses.toml, spec/types/curses.toml): screens of text on terminals,
//! by the system's [`library`]. Here are the functions of the module; [`window`] has its windows, [`terminal`] what
//! terminals can do, [`panel`] the module `_curses_panel`.

use std::cell::Cell;
use std::ffi::CStr;

use crate::attr;
use crate::builtins::receiver::Lasting;
use crate::builtins::{module, str as bytes, tuple};
use crate::convert;
use crate::error::{PyResult, Raised, overflow_error, type_error, value_error};
use crate::gil::without_gil;
use crate::layouts::{Dict, Module, Str};
use crate::number::Num;
use crate::types;
use crate::value::Value;

use super::native_error::NativeError;
use library as lib;

mod library;
pub mod panel;
mod terminal;
pub mod window;

pub use terminal::*;
pub use window::getwin;

static ERROR: NativeError = NativeError::new();

/// What the program has done so far.
#[derive(Default)]
struct Progress {
    screen: Cell<bool>,
    colors: Cell<bool>,
    terminal: Cell<bool>,
}
// SAFETY: touched under the global lock only.
unsafe impl Sync for Progress {}
static PROGRESS: Progress = Progress {
    screen: Cell::new(false),
    colors: Cell::new(false),
    terminal: Cell::new(false),
};

/// The namespace of the module, to which starting adds what only then is known.
static NAMES: Lasting = Lasting::new();

/// Attributes that are neither functions nor numbers.
pub fn init(m: Value) -> PyResult<()> {
    lib::find_curses()?;
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    let error = ERROR.create("_curses", "error", types::EXCEPTION.get())?;
    d.set_str(bytes::intern(b"error"), error);
    NAMES.get(|| d.into());
    Ok(())
}

fn set_name(name: &str, n: i64) {
    if let Some(d) = NAMES.get(Value::none).cast::<Dict>() {
        d.set_str(bytes::intern(name.as_bytes()), Value::int(n));
    }
}

#[cold]
fn error(message: &str) -> Raised {
    ERROR.raise(message)
}

/// What a function of the library says.
fn check(status: i32, function: &str) -> PyResult<()> {
    checked(&ERROR, status, function)
}

/// The same, told by the exception of the module that called it.
fn checked(exception: &NativeError, status: i32, function: &str) -> PyResult<()> {
    match status {
        lib::ERR => Err(exception.raise(format!("{function}() returned ERR"))),
        _ => Ok(()),
    }
}

/// `ready`: was the screen started?
pub fn started() -> PyResult<()> {
    match PROGRESS.screen.get() {
        true => Ok(()),
        false => Err(error("must call initscr() first")),
    }
}

/// `ready`: were colours?
pub fn colored() -> PyResult<()> {
    started()?;
    match PROGRESS.colors.get() {
        true => Ok(()),
        false => Err(error("must call start_color() first")),
    }
}

/// A number that a C `short` holds.
fn short(n: i64) -> PyResult<i16> {
    i16::try_from(n).map_err(|_| {
        let how = match n {
            0.. => "greater than maximum",
            _ => "less than minimum",
        };
        overflow_error(format!("signed short integer is {how}"))
    })
}

fn numbers(n: &[i64]) -> Value {
    let items: [Value; 5] = std::array::from_fn(|i| Value::int(n.get(i).copied().unwrap_or(0)));
    tuple::from_slice(&items[..n.len().min(items.len())]).into()
}

/// A character: a number, or a byte, which is a signed one. `None` for what is neither.
fn character(v: Value) -> PyResult<Option<lib::Cell>> {
    if let Some(s) = v.cast::<Str>() {
        return Ok(match s.as_ref::<'static>().bytes() {
            [one] => Some(*one as i8 as lib::Cell),
            _ => None,
        });
    }
    match Num::of(v) {
        Some(Num::Int(_) | Num::Long(_)) => Ok(Some(convert::int(v)? as lib::Cell)),
        _ => Ok(None),
    }
}

/// The same as the argument of a function that has no other, which takes the first byte of any string.
fn only_character(v: Value) -> PyResult<lib::Cell> {
    if let Some(s) = v.cast::<Str>() {
        let first = s.as_ref::<'static>().bytes().first();
        return Ok(first.map_or(0, |b| *b as i8 as lib::Cell));
    }
    character(v)?.ok_or_else(|| type_error("argument must be a ch or an int"))
}

macro_rules! plain {
    ($($name:ident)*) => { $(
        pub fn $name() -> PyResult<()> { check(lib::$name(), stringify!($name)) }
    )* };
}
plain! {
    beep def_prog_mode def_shell_mode doupdate endwin flash nocbreak noecho nonl noraw reset_prog_mode
    reset_shell_mode resetty savetty use_default_colors
}

macro_rules! switches {
    ($($name:ident $off:ident)*) => { $(
        pub fn $name(flag: i32) -> PyResult<()> {
            check(if flag != 0 { lib::$name() } else { lib::$off() }, stringify!($name))
        }
    )* };
}
switches! { cbreak nocbreak echo noecho nl nonl raw noraw }

macro_rules! questions {
    ($($name:ident)*) => { $( pub fn $name() -> PyResult<bool> { Ok(lib::$name()) } )* };
}
questions! { can_change_color has_colors has_ic has_il isendwin }

macro_rules! quiet {
    ($($name:ident)*) => { $( pub fn $name() -> PyResult<()> { lib::$name(); Ok(()) } )* };
}
quiet! { filter flushinp noqiflush }

pub fn qiflush(flag: i32) -> PyResult<()> {
    match flag {
        0 => lib::noqiflush(),
        _ => lib::qiflush(),
    }
    Ok(())
}

pub fn baudrate() -> PyResult<i64> {
    Ok(lib::baudrate().into())
}

pub fn termattrs() -> PyResult<i64> {
    Ok(lib::termattrs().into())
}

pub fn erasechar() -> PyResult {
    Ok(bytes::singleton(lib::erasechar() as u8).into())
}

pub fn killchar() -> PyResult {
    Ok(bytes::singleton(lib::killchar() as u8).into())
}

/// A text of the library.
fn answer(a: &lib::Answer) -> Value {
    bytes::new(&a.bytes().unwrap_or_default()).into()
}

pub fn longname() -> PyResult {
    Ok(answer(&lib::longname()))
}

pub fn termname() -> PyResult {
    Ok(answer(&lib::termname()))
}

/// The characters for drawing that the terminal has in its other alphabet, by the names that X/Open gave them (with
/// those of System V), and what they are called there.
const DRAWING: [(&str, u8); 43] = [
    ("BBSS", b'k'),
    ("BLOCK", b'0'),
    ("BOARD", b'h'),
    ("BSBS", b'q'),
    ("BSSB", b'l'),
    ("BSSS", b'w'),
    ("BTEE", b'v'),
    ("BULLET", b'~'),
    ("CKBOARD", b'a'),
    ("DARROW", b'.'),
    ("DEGREE", b'f'),
    ("DIAMOND", b'`'),
    ("GEQUAL", b'z'),
    ("HLINE", b'q'),
    ("LANTERN", b'i'),
    ("LARROW", b','),
    ("LEQUAL", b'y'),
    ("LLCORNER", b'm'),
    ("LRCORNER", b'j'),
    ("LTEE", b't'),
    ("NEQUAL", b'|'),
    ("PI", b'{'),
    ("PLMINUS", b'g'),
    ("PLUS", b'n'),
    ("RARROW", b'+'),
    ("RTEE", b'u'),
    ("S1", b'o'),
    ("S3", b'p'),
    ("S7", b'r'),
    ("S9", b's'),
    ("SBBS", b'j'),
    ("SBSB", b'x'),
    ("SBSS", b'u'),
    ("SSBB", b'm'),
    ("SSBS", b'v'),
    ("SSSB", b't'),
    ("SSSS", b'n'),
    ("STERLING", b'}'),
    ("TTEE", b'w'),
    ("UARROW", b'-'),
    ("ULCORNER", b'l'),
    ("URCORNER", b'k'),
    ("VLINE", b'x'),
];

/// `initscr()`
pub fn initscr() -> PyResult {
    if PROGRESS.screen.get() {
        if let Some(w) = lib::stdscr() {
            without_gil(|| lib::wrefresh(w));
        }
        return window::shared(lib::stdscr());
    }
    let Some(w) = lib::initscr() else {
        return window::shared(None);
    };
    PROGRESS.screen.set(true);
    PROGRESS.terminal.set(true);
    for (name, code) in DRAWING {
        set_name(&format!("ACS_{name}"), lib::other_alphabet(code).into());
    }
    set_size();
    window::shared(Some(w))
}

/// `LINES` and `COLS` of the module.
fn set_size() -> [(&'static str, i64); 2] {
    let size = [("LINES", c"LINES"), ("COLS", c"COLS")];
    size.map(|(name, variable)| {
        let n = i64::from(lib::number(variable));
        set_name(name, n);
        (name, n)
    })
}

/// The same of the module `curses`, too, after the size was changed.
fn resized(status: i32, function: &str) -> PyResult<()> {
    check(status, function)?;
    let package = super::loaded_or_imported(b"curses")?;
    for (name, n) in set_size() {
        attr::set(package, bytes::intern(name.as_bytes()), Some(Value::int(n)))?;
    }
    Ok(())
}

pub fn resizeterm(lines: i32, columns: i32) -> PyResult<()> {
    resized(lib::resizeterm(lines, columns), "resizeterm")
}

pub fn resize_term(lines: i32, columns: i32) -> PyResult<()> {
    resized(lib::resize_term(lines, columns), "resize_term")
}

pub fn is_term_resized(lines: i32, columns: i32) -> PyResult<bool> {
    Ok(lib::is_term_resized(lines, columns))
}

/// `start_color()`
pub fn start_color() -> PyResult<()> {
    if lib::start_color() == lib::ERR {
        return Err(error("start_color() returned ERR"));
    }
    PROGRESS.colors.set(true);
    set_name("COLORS", lib::number(c"COLORS").into());
    set_name("COLOR_PAIRS", lib::number(c"COLOR_PAIRS").into());
    Ok(())
}

pub fn color_content(color: i64) -> PyResult {
    let (mut r, mut g, mut b) = (0, 0, 0);
    if lib::color_content(short(color)?, &mut r, &mut g, &mut b) == lib::ERR {
        return Err(error("Argument 1 was out of range. Check value of COLORS."));
    }
    Ok(numbers(&[r, g, b].map(i64::from)))
}

pub fn pair_content(pair: i64) -> PyResult {
    let (mut fg, mut bg) = (0, 0);
    if lib::pair_content(short(pair)?, &mut fg, &mut bg) == lib::ERR {
        return Err(error("Argument 1 was out of range. (1..COLOR_PAIRS-1)"));
    }
    Ok(numbers(&[fg, bg].map(i64::from)))
}

pub fn color_pair(pair: i32) -> PyResult<i64> {
    Ok(i64::from(pair.wrapping_shl(8)))
}

pub fn pair_number(attr: i32) -> PyResult<i64> {
    Ok(i64::from(attr >> 8 & 0xff))
}

pub fn init_color(color: i64, r: i64, g: i64, b: i64) -> PyResult<()> {
    let status = lib::init_color(short(color)?, short(r)?, short(g)?, short(b)?);
    check(status, "init_color")
}

pub fn init_pair(pair: i64, fg: i64, bg: i64) -> PyResult<()> {
    let status = lib::init_pair(short(pair)?, short(fg)?, short(bg)?);
    check(status, "init_pair")
}

pub fn curs_set(visibility: i32) -> PyResult<i64> {
    let before = lib::curs_set(visibility);
    check(before, "curs_set")?;
    Ok(before.into())
}

pub fn delay_output(ms: i32) -> PyResult<()> {
    check(lib::delay_output(ms), "delay_output")
}

pub fn napms(ms: i32) -> PyResult<i64> {
    Ok(without_gil(|| lib::napms(ms)).into())
}

pub fn getsyx() -> PyResult {
    let Some(w) = lib::newscr() else {
        return Ok(numbers(&[0, 0]));
    };
    let (y, x) = match lib::is_leaveok(w) {
        true => (-1, -1),
        false => (lib::getcury(w), lib::getcurx(w)),
    };
    Ok(numbers(&[y, x].map(i64::from)))
}

pub fn setsyx(y: i32, x: i32) -> PyResult<()> {
    let Some(w) = lib::newscr() else {
        return Ok(());
    };
    let anywhere = y == -1 && x == -1;
    lib::leaveok(w, anywhere);
    if !anywhere {
        lib::wmove(w, y, x);
    }
    Ok(())
}

pub fn halfdelay(tenths: i64) -> PyResult<()> {
    let Ok(n) = u8::try_from(tenths) else {
        let how = match tenths {
            0.. => "greater than maximum",
            _ => "less than minimum",
        };
        return Err(overflow_error(format!("unsigned byte integer is {how}")));
    };
    check(lib::halfdelay(n.into()), "halfdelay")
}

pub fn has_key(key: i32) -> PyResult<bool> {
    Ok(lib::has_key(key) != 0)
}

pub fn keyname(key: i32) -> PyResult {
    match key {
        0.. => Ok(answer(&lib::keyname(key))),
        _ => Err(value_error("invalid key number")),
    }
}

pub fn intrflush(flag: i32) -> PyResult<()> {
    check(lib::intrflush(None, flag != 0), "intrflush")
}

pub fn meta(flag: i32) -> PyResult<()> {
    match lib::stdscr() {
        Some(w) => check(lib::meta(w, flag != 0), "meta"),
        None => Ok(()),
    }
}

pub fn typeahead(fd: i32) -> PyResult<()> {
    check(lib::typeahead(fd), "typeahead")
}

pub fn unctrl(ch: Value) -> PyResult {
    Ok(answer(&lib::unctrl(only_character(ch)?)))
}

pub fn ungetch(ch: Value) -> PyResult<()> {
    check(lib::ungetch(only_character(ch)? as i32), "ungetch")
}

pub fn use_env(flag: i32) -> PyResult<()> {
    lib::use_env(flag != 0);
    Ok(())
}

pub fn mouseinterval(ms: i32) -> PyResult<()> {
    check(lib::mouseinterval(ms), "mouseinterval")
}

pub fn mousemask(mask: Value) -> PyResult {
    let mask = match Num::of(mask) {
        Some(Num::Int(n)) => n as u32,
        Some(Num::Long(n)) => n.low_u64() as u32,
        _ => return Err(type_error("mousemask")),
    };
    let mut old = 0;
    let now = lib::mousemask(mask, &mut old);
    Ok(numbers(&[now, old].map(i64::from)))
}

pub fn getmouse() -> PyResult {
    let mut e = lib::MouseEvent::default();
    check(lib::getmouse(&mut e), "getmouse")?;
    let (id, state) = (i64::from(e.id), i64::from(e.state));
    Ok(numbers(&[id, e.x.into(), e.y.into(), e.z.into(), state]))
}

pub fn ungetmouse(id: i64, x: i32, y: i32, z: i32, state: i64) -> PyResult<()> {
    let id = short(id)?;
    let state = state as u32;
    let event = lib::MouseEvent { id, x, y, z, state };
    check(lib::ungetmouse(&event), "ungetmouse")
}

/// `newwin(lines, columns[, y, x])`
pub fn newwin(args: &[Value]) -> PyResult {
    let (first, second) = window::one_pair_or_two(args, "newwin")?;
    let (size, place) = match second {
        Some(place) => (first, place),
        None => (first, (0, 0)),
    };
    window::own(lib::newwin(size.0, size.1, place.0, place.1), None)
}

pub fn newpad(lines: i32, columns: i32) -> PyResult {
    window::own(lib::newpad(lines, columns), None)
}

/// A C string of an argument; `message` says what should have been passed.
fn text(v: Value, message: &str) -> PyResult<std::ffi::CString> {
    let s = match v.cast::<Str>() {
        Some(s) => Some(s),
        None => crate::builtins::unicode::encode_default(v)?,
    };
    s.and_then(|s| std::ffi::CString::new(s.as_ref().bytes()).ok())
        .ok_or_else(|| type_error(message))
}

/// A text as the library takes it.
fn passed(s: &CStr) -> lib::Text<'_> {
    s.into()
}
