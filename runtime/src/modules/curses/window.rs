//! Windows of the screen.

use std::rc::Rc;

use super::{character, check, error, lib, numbers, passed, text};
use crate::builtins::{file, str as bytes};
use crate::convert;
use crate::error::{PyResult, Raised, type_error, value_error};
use crate::gil::without_gil;
use crate::layouts::{CursesWindow, FileObject, Str};
use crate::object::Ref;
use crate::typedef;

use crate::value::Value;

/// A window, kept by its object, by panels that show it, and by windows that are part of it: the library cannot do
/// without it before those are gone.
pub struct Handle {
    pub window: lib::Window,
    whole: Option<Rc<Handle>>,
    owned: bool,
}

impl Drop for Handle {
    fn drop(&mut self) {
        if self.owned {
            lib::delwin(self.window);
        }
        self.whole = None;
    }
}

fn wrap(window: Option<lib::Window>, whole: Option<Rc<Handle>>, owned: bool) -> PyResult {
    let Some(window) = window else {
        return Err(error("curses function returned NULL"));
    };
    let handle = Rc::new(Handle {
        window,
        whole,
        owned,
    });
    let w = CursesWindow::alloc(Rc::into_raw(handle) as usize);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(w.addr() as *mut u8) };
    Ok(w.into())
}

/// An object for a new window, which is part of another or not.
pub fn own(window: Option<lib::Window>, whole: Option<Rc<Handle>>) -> PyResult {
    wrap(window, whole, true)
}

/// An object for the window of the whole screen, which is the library's.
pub fn shared(window: Option<lib::Window>) -> PyResult {
    wrap(window, None, false)
}

pub fn finalize(w: Ref<CursesWindow>) {
    // SAFETY: what `wrap` made, and nobody asks a dead object.
    drop(unsafe { Rc::from_raw(w.handle.get() as *const Handle) });
}

/// One more owner of the window.
pub fn handle(w: Ref<CursesWindow>) -> Rc<Handle> {
    let handle = w.handle.get() as *const Handle;
    // SAFETY: what `wrap` made; the object has one of the counts.
    unsafe {
        Rc::increment_strong_count(handle);
        Rc::from_raw(handle)
    }
}

fn window(w: Ref<CursesWindow>) -> lib::Window {
    // SAFETY: as above.
    unsafe { (*(w.handle.get() as *const Handle)).window }
}

pub fn getattr(v: Value, name: Ref<Str>) -> PyResult {
    typedef::unlisted(v, name)
}

// Arguments. Most may be preceded by a place in the window.

type Place = (i32, i32);

fn integer(v: Value) -> PyResult<i32> {
    Ok(convert::i32(v)? as i32)
}

fn pair(y: Value, x: Value) -> PyResult<Place> {
    Ok((integer(y)?, integer(x)?))
}

#[cold]
fn requires(function: &str, what: &str) -> Raised {
    type_error(format!("{function} requires {what}"))
}

/// Two numbers, and two more or none.
pub fn one_pair_or_two(args: &[Value], function: &str) -> PyResult<(Place, Option<Place>)> {
    match *args {
        [a, b] => Ok((pair(a, b)?, None)),
        [a, b, c, d] => Ok((pair(a, b)?, Some(pair(c, d)?))),
        _ => Err(requires(function, "2 or 4 arguments")),
    }
}

/// No arguments, or a place, to which the cursor goes: did it?
fn moved(w: Ref<CursesWindow>, args: &[Value], function: &str, what: &str) -> PyResult<bool> {
    match *args {
        [] => Ok(true),
        [y, x] => Ok(go(w, Some(pair(y, x)?))),
        _ => Err(requires(function, what)),
    }
}

fn go(w: Ref<CursesWindow>, place: Option<Place>) -> bool {
    place.is_none_or(|(y, x)| lib::wmove(window(w), y, x) != lib::ERR)
}

/// Arguments `[y, x,] what… [, attr]`.
struct Written<'a> {
    place: Option<Place>,
    what: &'a [Value],
    attr: Option<Value>,
}

impl Written<'_> {
    /// `N` of them are what is written.
    fn new<'a, const N: usize>(args: &'a [Value], function: &str) -> PyResult<Written<'a>> {
        let more = args.len().wrapping_sub(N);
        if more > 3 {
            return Err(requires(function, &format!("{N} to {} arguments", N + 3)));
        }
        let (place, rest) = match more {
            2 | 3 => (Some(pair(args[0], args[1])?), &args[2..]),
            _ => (None, args),
        };
        Ok(Written {
            place,
            what: &rest[..N],
            attr: rest.get(N).copied(),
        })
    }

    fn attr(&self) -> PyResult<lib::Cell> {
        self.attr
            .map_or(Ok(0), |v| Ok(convert::int(v)? as lib::Cell))
    }

    /// What should have been passed, as CPython's messages list it.
    fn expected(&self, place: &str, what: &str) -> String {
        let place = if self.place.is_some() { place } else { "" };
        let attr = if self.attr.is_some() { ",attr" } else { "" };
        format!("{place}{what}{attr}")
    }
}

/// A character; `which` are the arguments that it may be.
fn ch(v: Value, which: &str) -> PyResult<lib::Cell> {
    match character(v) {
        Ok(Some(c)) => return Ok(c),
        Ok(None) => {}
        Err(_) => {
            crate::thread::current().take_pending();
        }
    }
    Err(raise_fmt!(
        type_error,
        "argument {which} must be a ch or an int"
    ))
}

fn ch_with(v: Value, attr: i64, which: &str) -> PyResult<lib::Cell> {
    Ok(ch(v, which)? | attr as lib::Cell)
}

// Methods that are functions of the library.

macro_rules! plain {
    ($($name:ident $function:ident)*) => { $(
        pub fn $name(w: Ref<CursesWindow>) -> PyResult<()> {
            check(lib::$function(window(w)), stringify!($function))
        }
    )* };
}
plain! {
    clear wclear  clrtobot wclrtobot  clrtoeol wclrtoeol  erase werase  redrawwin redrawwin
    touchwin touchwin  untouchwin untouchwin
}

macro_rules! quiet {
    ($($name:ident $function:ident)*) => { $(
        pub fn $name(w: Ref<CursesWindow>) -> PyResult<()> {
            lib::$function(window(w));
            Ok(())
        }
    )* };
}
quiet! { cursyncup wcursyncup  syncdown wsyncdown  syncup wsyncup }

macro_rules! switches {
    ($($name:ident)*) => { $(
        pub fn $name(w: Ref<CursesWindow>, flag: i32) -> PyResult<()> {
            check(lib::$name(window(w), flag != 0), stringify!($name))
        }
    )* };
}
switches! { clearok idlok keypad leaveok nodelay notimeout scrollok syncok }

macro_rules! quiet_switches {
    ($($name:ident)*) => { $(
        pub fn $name(w: Ref<CursesWindow>, flag: i32) -> PyResult<()> {
            lib::$name(window(w), flag != 0);
            Ok(())
        }
    )* };
}
quiet_switches! { idcok immedok }

macro_rules! of_two {
    ($($name:ident $function:ident)*) => { $(
        pub fn $name(w: Ref<CursesWindow>, a: i32, b: i32) -> PyResult<()> {
            check(lib::$function(window(w), a, b), stringify!($function))
        }
    )* };
}
of_two! { move_ wmove  mvderwin mvderwin  mvwin mvwin  resize wresize  setscrreg wsetscrreg }

macro_rules! places {
    ($($name:ident $y:ident $x:ident)*) => { $(
        pub fn $name(w: Ref<CursesWindow>) -> PyResult {
            Ok(numbers(&[lib::$y(window(w)), lib::$x(window(w))].map(i64::from)))
        }
    )* };
}
places! {
    getbegyx getbegy getbegx  getmaxyx getmaxy getmaxx  getparyx getpary getparx  getyx getcury getcurx
}

pub fn deleteln(w: Ref<CursesWindow>) -> PyResult<()> {
    check(lib::winsdelln(window(w), -1), "wdeleteln")
}

pub fn insertln(w: Ref<CursesWindow>) -> PyResult<()> {
    check(lib::winsdelln(window(w), 1), "winsertln")
}

pub fn insdelln(w: Ref<CursesWindow>, lines: i32) -> PyResult<()> {
    check(lib::winsdelln(window(w), lines), "winsdelln")
}

pub fn redrawln(w: Ref<CursesWindow>, line: i32, n: i32) -> PyResult<()> {
    check(lib::wredrawln(window(w), line, n), "redrawln")
}

pub fn scroll(w: Ref<CursesWindow>, lines: i32) -> PyResult<()> {
    check(lib::wscrl(window(w), lines), "scroll")
}

pub fn timeout(w: Ref<CursesWindow>, ms: i32) -> PyResult<()> {
    lib::wtimeout(window(w), ms);
    Ok(())
}

pub fn touchline(w: Ref<CursesWindow>, line: i32, n: i32, changed: i32) -> PyResult<()> {
    check(lib::wtouchln(window(w), line, n, changed), "touchline")
}

pub fn is_wintouched(w: Ref<CursesWindow>) -> PyResult<bool> {
    Ok(lib::is_wintouched(window(w)))
}

pub fn is_linetouched(w: Ref<CursesWindow>, line: i32) -> PyResult<bool> {
    if !(0..=lib::getmaxy(window(w))).contains(&line) {
        return Err(type_error(
            "is_linetouched: line number outside of boundaries",
        ));
    }
    Ok(lib::is_linetouched(window(w), line) != 0)
}

pub fn enclose(w: Ref<CursesWindow>, y: i32, x: i32) -> PyResult<i64> {
    Ok(lib::wenclose(window(w), y, x).into())
}

// Attributes and backgrounds.

pub fn attroff(w: Ref<CursesWindow>, attr: i64) -> PyResult<()> {
    check(lib::wattroff(window(w), attr as i32), "wattroff")
}

pub fn attron(w: Ref<CursesWindow>, attr: i64) -> PyResult<()> {
    check(lib::wattron(window(w), attr as i32), "wattron")
}

pub fn attrset(w: Ref<CursesWindow>, attr: i64) -> PyResult<()> {
    check(lib::wattrset(window(w), attr as i32), "wattrset")
}

pub fn standend(w: Ref<CursesWindow>) -> PyResult<()> {
    check(lib::wattrset(window(w), 0), "wstandend")
}

/// `A_STANDOUT`
const STANDOUT: i32 = 0x1_0000;

pub fn standout(w: Ref<CursesWindow>) -> PyResult<()> {
    check(lib::wattron(window(w), STANDOUT), "wstandout")
}

pub fn bkgd(w: Ref<CursesWindow>, v: Value, attr: i64) -> PyResult<()> {
    check(lib::wbkgd(window(w), ch_with(v, attr, "1 or 3")?), "bkgd")
}

pub fn bkgdset(w: Ref<CursesWindow>, v: Value, attr: i64) -> PyResult<()> {
    lib::wbkgdset(window(w), ch_with(v, attr, "1")?);
    Ok(())
}

pub fn getbkgd(w: Ref<CursesWindow>) -> PyResult<i64> {
    Ok(lib::getbkgd(window(w)).into())
}

/// `chgat([y, x,] [n,] attr)`: the colours are a part of the attributes.
pub fn chgat(w: Ref<CursesWindow>, args: &[Value]) -> PyResult<()> {
    let (place, n, attr) = match *args {
        [attr] => (None, -1, attr),
        [n, attr] => (None, integer(n)?, attr),
        [y, x, attr] => (Some(pair(y, x)?), -1, attr),
        [y, x, n, attr] => (Some(pair(y, x)?), integer(n)?, attr),
        _ => return Err(requires("chgat", "1 to 4 arguments")),
    };
    let attr = convert::int(attr)? as lib::Cell;
    let colors = attr & 0xff00;
    let y = place.map_or_else(|| lib::getcury(window(w)), |(y, _)| y);
    let status = match go(w, place) {
        true => lib::wchgat(window(w), n, attr & !colors, (colors >> 8) as i16, None),
        false => lib::ERR,
    };
    lib::wtouchln(window(w), y, 1, 1);
    check(status, "chgat")
}

// Characters.

/// `[y, x,] ch[, attr]`
fn one_character(
    w: Ref<CursesWindow>,
    args: &[Value],
    function: &str,
    write: fn(lib::Window, lib::Cell) -> i32,
) -> PyResult<()> {
    let written = Written::new::<1>(args, function)?;
    let attr = written.attr()?;
    let c = ch(written.what[0], "1 or 3")? | attr;
    let status = match go(w, written.place) {
        true => write(window(w), c),
        false => lib::ERR,
    };
    check(status, function)
}

pub fn addch(w: Ref<CursesWindow>, args: &[Value]) -> PyResult<()> {
    one_character(w, args, "addch", lib::waddch)
}

pub fn insch(w: Ref<CursesWindow>, args: &[Value]) -> PyResult<()> {
    one_character(w, args, "insch", lib::winsch)
}

pub fn echochar(w: Ref<CursesWindow>, v: Value, attr: i64) -> PyResult<()> {
    let c = ch_with(v, attr, "1")?;
    let status = match lib::is_pad(window(w)) {
        true => lib::pechochar(window(w), c),
        false => lib::wechochar(window(w), c),
    };
    check(status, "echochar")
}

/// `[y, x,] ch, n[, attr]`
fn line(
    w: Ref<CursesWindow>,
    args: &[Value],
    function: &str,
    draw: fn(lib::Window, lib::Cell, i32) -> i32,
) -> PyResult<()> {
    let written = Written::new::<2>(args, function)?;
    let n = integer(written.what[1])?;
    let attr = written.attr()?;
    let c = ch(written.what[0], "1 or 3")?;
    if !go(w, written.place) {
        return check(lib::ERR, "wmove");
    }
    check(draw(window(w), c | attr, n), function)
}

pub fn hline(w: Ref<CursesWindow>, args: &[Value]) -> PyResult<()> {
    line(w, args, "hline", lib::whline)
}

pub fn vline(w: Ref<CursesWindow>, args: &[Value]) -> PyResult<()> {
    line(w, args, "vline", lib::wvline)
}

/// `border([left, right, top, bottom, and the corners])`
#[expect(clippy::too_many_arguments, reason = "those of the Python method")]
pub fn border(
    w: Ref<CursesWindow>,
    ls: Option<Value>,
    rs: Option<Value>,
    ts: Option<Value>,
    bs: Option<Value>,
    tl: Option<Value>,
    tr: Option<Value>,
    bl: Option<Value>,
    br: Option<Value>,
) -> PyResult<()> {
    let mut cells = [0; 8];
    for (i, v) in [ls, rs, ts, bs, tl, tr, bl, br].into_iter().enumerate() {
        if let Some(v) = v {
            cells[i] = ch(v, &(i + 1).to_string())?;
        }
    }
    let [ls, rs, ts, bs, tl, tr, bl, br] = cells;
    lib::wborder(window(w), ls, rs, ts, bs, tl, tr, bl, br);
    Ok(())
}

/// `box([vertical, horizontal])`
pub fn box_(w: Ref<CursesWindow>, args: &[Value]) -> PyResult<()> {
    let (v, h) = match *args {
        [] => (0, 0),
        [v, h] => {
            // CPython does not say what is wrong with these.
            let cell = |v: Value| {
                character(v)?
                    .ok_or_else(|| crate::error::system_error("error return without exception set"))
            };
            (cell(v)?, cell(h)?)
        }
        _ => return Err(type_error("verch,horch")),
    };
    lib::wborder(window(w), v, v, h, h, 0, 0, 0, 0);
    Ok(())
}

pub fn delch(w: Ref<CursesWindow>, args: &[Value]) -> PyResult<()> {
    let status = match moved(w, args, "delch", "0 or 2 arguments")? {
        true => lib::wdelch(window(w)),
        false => lib::ERR,
    };
    check(status, "[mv]wdelch")
}

pub fn inch(w: Ref<CursesWindow>, args: &[Value]) -> PyResult<i64> {
    let cell = match moved(w, args, "inch", "0 to 2 arguments")? {
        true => lib::winch(window(w)) as i32,
        false => lib::ERR,
    };
    Ok(cell.into())
}

// Text.

fn some_text(
    w: Ref<CursesWindow>,
    written: &Written<'_>,
    expected: &str,
    n: Option<Value>,
    function: &str,
    write: fn(lib::Window, lib::Text<'_>, i32) -> i32,
) -> PyResult<()> {
    let s = text(written.what[0], expected)?;
    let n = n.map_or(Ok(-1), integer)?;
    let attr = match written.attr {
        Some(_) => Some(written.attr()?),
        None => None,
    };
    let before = lib::getattrs(window(w));
    if let Some(attr) = attr {
        lib::wattrset(window(w), attr as i32);
    }
    let status = match go(w, written.place) {
        true => write(window(w), passed(&s), n),
        false => lib::ERR,
    };
    if attr.is_some() {
        lib::wattrset(window(w), before);
    }
    check(status, function)
}

pub fn addstr(w: Ref<CursesWindow>, args: &[Value]) -> PyResult<()> {
    let written = Written::new::<1>(args, "addstr")?;
    let expected = written.expected("int,int,", "str");
    some_text(w, &written, &expected, None, "addstr", lib::waddnstr)
}

pub fn insstr(w: Ref<CursesWindow>, args: &[Value]) -> PyResult<()> {
    let written = Written::new::<1>(args, "insstr")?;
    let expected = written.expected("y,x,", "str");
    some_text(w, &written, &expected, None, "insstr", lib::winsnstr)
}

pub fn addnstr(w: Ref<CursesWindow>, args: &[Value]) -> PyResult<()> {
    let written = Written::new::<2>(args, "addnstr")?;
    let expected = written.expected("y,x,", "str,n");
    let n = Some(written.what[1]);
    some_text(w, &written, &expected, n, "addnstr", lib::waddnstr)
}

pub fn insnstr(w: Ref<CursesWindow>, args: &[Value]) -> PyResult<()> {
    let written = Written::new::<2>(args, "insnstr")?;
    let expected = written.expected("y,x,", "str,n");
    let n = Some(written.what[1]);
    some_text(w, &written, &expected, n, "insnstr", lib::winsnstr)
}

/// `[y, x,] [n]`: place and number.
fn measured(args: &[Value], function: &str, what: &str) -> PyResult<(Option<Place>, i32)> {
    let (place, n) = match *args {
        [] => (None, None),
        [n] => (None, Some(n)),
        [y, x] => (Some(pair(y, x)?), None),
        [y, x, n] => (Some(pair(y, x)?), Some(n)),
        _ => return Err(requires(function, what)),
    };
    let n = n.map_or(Ok(i32::MAX), integer)?;
    match n {
        0.. => Ok((place, n)),
        _ => Err(value_error("'n' must be nonnegative")),
    }
}

pub fn instr(w: Ref<CursesWindow>, args: &[Value]) -> PyResult {
    let (place, n) = measured(args, "instr", "0 or 3 arguments")?;
    let text = match go(w, place) {
        true => lib::shown(window(w), n),
        false => Vec::new(),
    };
    Ok(bytes::new(&text).into())
}

// Input.

pub fn getstr(w: Ref<CursesWindow>, args: &[Value]) -> PyResult {
    let (place, n) = measured(args, "getstr", "0 to 3 arguments")?;
    let text = match go(w, place) {
        true => without_gil(|| lib::typed(window(w), n)),
        false => Vec::new(),
    };
    Ok(bytes::new(&text).into())
}

fn key(w: Ref<CursesWindow>, args: &[Value], function: &str) -> PyResult<i32> {
    Ok(match moved(w, args, function, "0 or 2 arguments")? {
        true => without_gil(|| lib::wgetch(window(w))),
        false => lib::ERR,
    })
}

pub fn getch(w: Ref<CursesWindow>, args: &[Value]) -> PyResult<i64> {
    Ok(key(w, args, "getch")?.into())
}

pub fn getkey(w: Ref<CursesWindow>, args: &[Value]) -> PyResult {
    match key(w, args, "getkey")? {
        lib::ERR => {
            // A signal may be why there is none.
            crate::signals::run_pending()?;
            Err(error("no input"))
        }
        k @ ..=255 => Ok(bytes::singleton(k as u8).into()),
        k => Ok(super::answer(&lib::keyname(k))),
    }
}

// Showing.

/// What of a pad, and where.
fn pad_arguments(args: &[Value], what: &str) -> PyResult<[i32; 6]> {
    let [a, b, c, d, e, f] = *args else {
        return Err(error(&format!("{what} a pad requires 6 arguments")));
    };
    let mut n = [0; 6];
    for (to, v) in n.iter_mut().zip([a, b, c, d, e, f]) {
        *to = integer(v)?;
    }
    Ok(n)
}

fn without_arguments(args: &[Value], function: &str) -> PyResult<()> {
    match args.len() {
        0 => Ok(()),
        n => Err(raise_fmt!(
            type_error,
            "{function}() takes exactly 0 arguments ({n} given)"
        )),
    }
}

pub fn refresh(w: Ref<CursesWindow>, args: &[Value]) -> PyResult<()> {
    let window = window(w);
    let status = if lib::is_pad(window) {
        let [a, b, c, d, e, f] = pad_arguments(args, "refresh() for")?;
        without_gil(|| lib::prefresh(window, a, b, c, d, e, f))
    } else {
        without_arguments(args, "refresh")?;
        without_gil(|| lib::wrefresh(window))
    };
    check(status, "prefresh")
}

pub fn noutrefresh(w: Ref<CursesWindow>, args: &[Value]) -> PyResult<()> {
    let window = window(w);
    if lib::is_pad(window) {
        let [a, b, c, d, e, f] = pad_arguments(args, "noutrefresh() called for")?;
        let status = without_gil(|| lib::pnoutrefresh(window, a, b, c, d, e, f));
        return check(status, "pnoutrefresh");
    }
    without_arguments(args, "noutrefresh")?;
    check(without_gil(|| lib::wnoutrefresh(window)), "wnoutrefresh")
}

// Other windows.

pub fn derwin(w: Ref<CursesWindow>, args: &[Value]) -> PyResult {
    let ((lines, columns), (y, x)) = part(args, "derwin")?;
    let made = lib::derwin(window(w), lines, columns, y, x);
    own(made, Some(handle(w)))
}

/// `subwin` and `subpad`, which are one.
pub fn subwin(w: Ref<CursesWindow>, args: &[Value]) -> PyResult {
    let ((lines, columns), (y, x)) = part(args, "subwin")?;
    let window = window(w);
    let made = match lib::is_pad(window) {
        true => lib::subpad(window, lines, columns, y, x),
        false => lib::subwin(window, lines, columns, y, x),
    };
    own(made, Some(handle(w)))
}

/// `[lines, columns,] y, x`: without a size, up to the end.
fn part(args: &[Value], function: &str) -> PyResult<(Place, Place)> {
    Ok(match one_pair_or_two(args, function)? {
        (size, Some(place)) => (size, place),
        (place, None) => ((0, 0), place),
    })
}

/// `window[, y, x, to_y, to_x, last_y, last_x]`
fn copied(
    w: Ref<CursesWindow>,
    args: &[Value],
    function: &str,
    all: fn(lib::Window, lib::Window) -> i32,
    over: bool,
) -> PyResult<()> {
    let expected = match args.len() {
        1 => "window object",
        7 => "window object, int, int, int, int, int, int",
        _ => return Err(requires(function, "one or seven arguments")),
    };
    let Some(to) = args[0].cast::<CursesWindow>() else {
        return Err(type_error(expected));
    };
    let (from, to) = (window(w), window(to));
    if args.len() == 1 {
        return check(all(from, to), function);
    }
    let mut n = [0; 6];
    for (to, v) in n.iter_mut().zip(&args[1..]) {
        *to = integer(*v)?;
    }
    let [y, x, to_y, to_x, last_y, last_x] = n;
    let over = i32::from(over);
    let status = lib::copywin(from, to, y, x, to_y, to_x, last_y, last_x, over);
    check(status, "copywin")
}

pub fn overlay(w: Ref<CursesWindow>, args: &[Value]) -> PyResult<()> {
    copied(w, args, "overlay", lib::overlay, true)
}

pub fn overwrite(w: Ref<CursesWindow>, args: &[Value]) -> PyResult<()> {
    copied(w, args, "overwrite", lib::overwrite, false)
}

fn file_argument(v: Value) -> PyResult<Ref<FileObject>> {
    v.cast::<FileObject>()
        .ok_or_else(|| type_error("argument must be a file object"))
}

/// `putwin(file)`
pub fn putwin(w: Ref<CursesWindow>, v: Value) -> PyResult<()> {
    let f = file_argument(v)?;
    match lib::saved(window(w)) {
        Some(bytes) => file::write_bytes(f, &bytes),
        None => check(lib::ERR, "putwin"),
    }
}

/// `getwin(file)` of the module. It reads no more of the file than what is the window's.
pub fn getwin(v: Value) -> PyResult {
    let f = file_argument(v)?;
    let rest = file::read(f, -1)?;
    let mut rest = match rest.cast::<Str>() {
        Some(s) => s.as_ref().bytes().to_vec(),
        None => Vec::new(),
    };
    let len = rest.len();
    let Some((window, read)) = lib::restored(&mut rest) else {
        return own(None, None);
    };
    let w = own(Some(window), None)?;
    if read < len {
        file::seek(f, Value::int(read as i64 - len as i64), libc::SEEK_CUR)?;
    }
    Ok(w)
}
