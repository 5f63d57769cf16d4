//! The libraries ncurses and panel, which are looked for when a module that needs them is imported: hardly a
//! program does, and whoever has terminals has them.
//!
//! Each function is a safe one here. What makes calling them so: [`Window`] and [`Panel`] are only made by the
//! library, and their owners keep them as long as they can be reached; texts and places are passed as references;
//! nothing is called before the library was found; and one thread at a time is in it, but for those that wait for
//! a key, for time or for the terminal (where Python's rule is that no other thread touches the screen).

use std::ffi::{CStr, c_char, c_int, c_long, c_void};
use std::marker::PhantomData;
use std::ptr::NonNull;
use std::sync::OnceLock;

use crate::error::{PyResult, import_error};

/// A window of the library.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Window(NonNull<c_void>);

/// A panel of the library.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Panel(NonNull<c_void>);

/// A text that is passed.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub struct Text<'a>(*const c_char, PhantomData<&'a CStr>);

impl<'a> From<&'a CStr> for Text<'a> {
    fn from(s: &'a CStr) -> Text<'a> {
        Text(s.as_ptr(), PhantomData)
    }
}

/// A text that is the library's, which may be none.
#[repr(transparent)]
pub struct Answer(*const c_char);

impl Answer {
    /// A copy of it.
    pub fn bytes(&self) -> Option<Vec<u8>> {
        // The library says -1 of a capability that is no text.
        if self.0.is_null() || self.0 as isize == -1 {
            return None;
        }
        // SAFETY: texts of the library end with 0, and live at least until it is called again.
        Some(unsafe { CStr::from_ptr(self.0) }.to_bytes().to_vec())
    }
}

/// What a mouse did.
#[repr(C)]
#[derive(Default)]
pub struct MouseEvent {
    pub id: i16,
    pub x: c_int,
    pub y: c_int,
    pub z: c_int,
    pub state: u32,
}

/// A character and its attributes.
pub type Cell = u32;

macro_rules! library {
    ($vis:vis $table:ident, $files:expr, $what:literal: $(fn $name:ident($($arg:ident: $ty:ty),*) $(-> $ret:ty)?;)*) => {
        struct $table { $($name: unsafe extern "C" fn($($ty),*) $(-> $ret)?,)* }

        impl $table {
            fn get() -> &'static OnceLock<$table> {
                static TABLE: OnceLock<$table> = OnceLock::new();
                &TABLE
            }

            /// Looks for the library, unless that was done.
            fn find() -> PyResult<()> {
                if $table::get().get().is_some() {
                    return Ok(());
                }
                let Some(library) = open($files) else {
                    return Err(import_error(concat!("the system has no ", $what)));
                };
                let table = $table {
                    $($name: {
                        let f = symbol(library, concat!(stringify!($name), "\0"))?;
                        // SAFETY: the functions have these types in version 6 of the interface.
                        unsafe { std::mem::transmute::<*mut c_void, unsafe extern "C" fn($($ty),*) $(-> $ret)?>(f) }
                    },)*
                };
                let _ = $table::get().set(table);
                Ok(())
            }
        }

        $(
            #[expect(clippy::allow_attributes, reason = "most have few parameters")]
            #[allow(clippy::too_many_arguments)]
            $vis fn $name($($arg: $ty),*) $(-> $ret)? {
                let table = $table::get().get().expect("the module was imported");
                // SAFETY: see the head of this file.
                unsafe { (table.$name)($($arg),*) }
            }
        )*
    };
}

fn open(files: &[&CStr]) -> Option<NonNull<c_void>> {
    files.iter().find_map(|file| {
        // SAFETY: a name that ends with 0; libraries without code that runs when they are loaded.
        NonNull::new(unsafe { libc::dlopen(file.as_ptr(), libc::RTLD_NOW | libc::RTLD_LOCAL) })
    })
}

/// The place of a function or variable; `name` ends with 0.
fn symbol(library: NonNull<c_void>, name: &str) -> PyResult<*mut c_void> {
    // SAFETY: a library that stays loaded, a name that ends with 0.
    let p = unsafe { libc::dlsym(library.as_ptr(), name.as_ptr().cast()) };
    if p.is_null() {
        let name = name.trim_end_matches('\0');
        return Err(raise_fmt!(
            import_error,
            "the system's libncurses has no {name}"
        ));
    }
    Ok(p)
}

const CURSES: &[&CStr] = &[c"libncursesw.so.6", c"libncurses.so.6"];
const PANELS: &[&CStr] = &[c"libpanelw.so.6", c"libpanel.so.6"];

library! { pub Curses, CURSES, "libncursesw":
    fn baudrate() -> c_int;
    fn beep() -> c_int;
    fn can_change_color() -> bool;
    fn cbreak() -> c_int;
    fn color_content(color: i16, r: &mut i16, g: &mut i16, b: &mut i16) -> c_int;
    fn copywin(from: Window, to: Window, y: c_int, x: c_int, to_y: c_int, to_x: c_int, last_y: c_int, last_x: c_int, over: c_int) -> c_int;
    fn curs_set(visibility: c_int) -> c_int;
    fn def_prog_mode() -> c_int;
    fn def_shell_mode() -> c_int;
    fn delay_output(ms: c_int) -> c_int;
    fn delwin(w: Window) -> c_int;
    fn derwin(w: Window, lines: c_int, columns: c_int, y: c_int, x: c_int) -> Option<Window>;
    fn doupdate() -> c_int;
    fn echo() -> c_int;
    fn endwin() -> c_int;
    fn erasechar() -> c_char;
    fn filter();
    fn flash() -> c_int;
    fn flushinp() -> c_int;
    fn getattrs(w: Window) -> c_int;
    fn getbegx(w: Window) -> c_int;
    fn getbegy(w: Window) -> c_int;
    fn getbkgd(w: Window) -> Cell;
    fn getcurx(w: Window) -> c_int;
    fn getcury(w: Window) -> c_int;
    fn getmaxx(w: Window) -> c_int;
    fn getmaxy(w: Window) -> c_int;
    fn getmouse(event: &mut MouseEvent) -> c_int;
    fn getparx(w: Window) -> c_int;
    fn getpary(w: Window) -> c_int;
    fn halfdelay(tenths: c_int) -> c_int;
    fn has_colors() -> bool;
    fn has_ic() -> bool;
    fn has_il() -> bool;
    fn has_key(key: c_int) -> c_int;
    fn idcok(w: Window, flag: bool);
    fn idlok(w: Window, flag: bool) -> c_int;
    fn immedok(w: Window, flag: bool);
    fn init_color(color: i16, r: i16, g: i16, b: i16) -> c_int;
    fn init_pair(pair: i16, fg: i16, bg: i16) -> c_int;
    fn initscr() -> Option<Window>;
    fn intrflush(w: Option<Window>, flag: bool) -> c_int;
    fn is_leaveok(w: Window) -> bool;
    fn is_linetouched(w: Window, line: c_int) -> u8;
    fn is_pad(w: Window) -> bool;
    fn is_term_resized(lines: c_int, columns: c_int) -> bool;
    fn is_wintouched(w: Window) -> bool;
    fn isendwin() -> bool;
    fn keyname(key: c_int) -> Answer;
    fn keypad(w: Window, flag: bool) -> c_int;
    fn killchar() -> c_char;
    fn leaveok(w: Window, flag: bool) -> c_int;
    fn longname() -> Answer;
    fn meta(w: Window, flag: bool) -> c_int;
    fn mouseinterval(ms: c_int) -> c_int;
    fn mousemask(mask: u32, old: &mut u32) -> u32;
    fn mvderwin(w: Window, y: c_int, x: c_int) -> c_int;
    fn mvwin(w: Window, y: c_int, x: c_int) -> c_int;
    fn napms(ms: c_int) -> c_int;
    fn newpad(lines: c_int, columns: c_int) -> Option<Window>;
    fn newwin(lines: c_int, columns: c_int, y: c_int, x: c_int) -> Option<Window>;
    fn nl() -> c_int;
    fn nocbreak() -> c_int;
    fn nodelay(w: Window, flag: bool) -> c_int;
    fn noecho() -> c_int;
    fn nonl() -> c_int;
    fn noqiflush();
    fn noraw() -> c_int;
    fn notimeout(w: Window, flag: bool) -> c_int;
    fn overlay(from: Window, to: Window) -> c_int;
    fn overwrite(from: Window, to: Window) -> c_int;
    fn pair_content(pair: i16, fg: &mut i16, bg: &mut i16) -> c_int;
    fn pechochar(w: Window, ch: Cell) -> c_int;
    fn pnoutrefresh(w: Window, y: c_int, x: c_int, to_y: c_int, to_x: c_int, last_y: c_int, last_x: c_int) -> c_int;
    fn prefresh(w: Window, y: c_int, x: c_int, to_y: c_int, to_x: c_int, last_y: c_int, last_x: c_int) -> c_int;
    fn qiflush();
    fn raw() -> c_int;
    fn redrawwin(w: Window) -> c_int;
    fn reset_prog_mode() -> c_int;
    fn reset_shell_mode() -> c_int;
    fn resetty() -> c_int;
    fn resize_term(lines: c_int, columns: c_int) -> c_int;
    fn resizeterm(lines: c_int, columns: c_int) -> c_int;
    fn savetty() -> c_int;
    fn scrollok(w: Window, flag: bool) -> c_int;
    fn start_color() -> c_int;
    fn subpad(w: Window, lines: c_int, columns: c_int, y: c_int, x: c_int) -> Option<Window>;
    fn subwin(w: Window, lines: c_int, columns: c_int, y: c_int, x: c_int) -> Option<Window>;
    fn syncok(w: Window, flag: bool) -> c_int;
    fn termattrs() -> Cell;
    fn termname() -> Answer;
    fn tigetflag(name: Text<'_>) -> c_int;
    fn tigetnum(name: Text<'_>) -> c_int;
    fn tigetstr(name: Text<'_>) -> Answer;
    fn touchwin(w: Window) -> c_int;
    fn tputs(text: Text<'_>, lines: c_int, put: extern "C" fn(c_int) -> c_int) -> c_int;
    fn typeahead(fd: c_int) -> c_int;
    fn unctrl(ch: Cell) -> Answer;
    fn ungetch(ch: c_int) -> c_int;
    fn ungetmouse(event: &MouseEvent) -> c_int;
    fn untouchwin(w: Window) -> c_int;
    fn use_default_colors() -> c_int;
    fn use_env(flag: bool);
    fn waddch(w: Window, ch: Cell) -> c_int;
    fn waddnstr(w: Window, text: Text<'_>, n: c_int) -> c_int;
    fn wattroff(w: Window, attr: c_int) -> c_int;
    fn wattron(w: Window, attr: c_int) -> c_int;
    fn wattrset(w: Window, attr: c_int) -> c_int;
    fn wbkgd(w: Window, ch: Cell) -> c_int;
    fn wbkgdset(w: Window, ch: Cell);
    fn wborder(w: Window, ls: Cell, rs: Cell, ts: Cell, bs: Cell, tl: Cell, tr: Cell, bl: Cell, br: Cell) -> c_int;
    fn wchgat(w: Window, n: c_int, attr: Cell, color: i16, options: Option<&c_void>) -> c_int;
    fn wclear(w: Window) -> c_int;
    fn clearok(w: Window, flag: bool) -> c_int;
    fn wclrtobot(w: Window) -> c_int;
    fn wclrtoeol(w: Window) -> c_int;
    fn wcursyncup(w: Window);
    fn wdelch(w: Window) -> c_int;
    fn wechochar(w: Window, ch: Cell) -> c_int;
    fn wenclose(w: Window, y: c_int, x: c_int) -> bool;
    fn werase(w: Window) -> c_int;
    fn wgetch(w: Window) -> c_int;
    fn whline(w: Window, ch: Cell, n: c_int) -> c_int;
    fn winch(w: Window) -> Cell;
    fn winsch(w: Window, ch: Cell) -> c_int;
    fn winsdelln(w: Window, n: c_int) -> c_int;
    fn winsnstr(w: Window, text: Text<'_>, n: c_int) -> c_int;
    fn wmove(w: Window, y: c_int, x: c_int) -> c_int;
    fn wnoutrefresh(w: Window) -> c_int;
    fn wredrawln(w: Window, line: c_int, n: c_int) -> c_int;
    fn wrefresh(w: Window) -> c_int;
    fn wresize(w: Window, lines: c_int, columns: c_int) -> c_int;
    fn wscrl(w: Window, n: c_int) -> c_int;
    fn wsetscrreg(w: Window, top: c_int, bottom: c_int) -> c_int;
    fn wsyncdown(w: Window);
    fn wsyncup(w: Window);
    fn wtimeout(w: Window, ms: c_int);
    fn wtouchln(w: Window, line: c_int, n: c_int, changed: c_int) -> c_int;
    fn wvline(w: Window, ch: Cell, n: c_int) -> c_int;
}

library! { pub Panels, PANELS, "libpanelw":
    fn bottom_panel(p: Panel) -> c_int;
    fn del_panel(p: Panel) -> c_int;
    fn hide_panel(p: Panel) -> c_int;
    fn move_panel(p: Panel, y: c_int, x: c_int) -> c_int;
    fn new_panel(w: Window) -> Option<Panel>;
    fn panel_above(p: Option<Panel>) -> Option<Panel>;
    fn panel_below(p: Option<Panel>) -> Option<Panel>;
    fn panel_hidden(p: Panel) -> c_int;
    fn replace_panel(p: Panel, w: Window) -> c_int;
    fn show_panel(p: Panel) -> c_int;
    fn top_panel(p: Panel) -> c_int;
    fn update_panels();
}

// Those that are passed bare addresses.
library! { Bare, CURSES, "libncursesw":
    fn getwin(file: *mut libc::FILE) -> Option<Window>;
    fn putwin(w: Window, file: *mut libc::FILE) -> c_int;
    fn setupterm(term: *const c_char, fd: c_int, status: &mut c_int) -> c_int;
    fn wgetnstr(w: Window, to: *mut u8, n: c_int) -> c_int;
    fn winnstr(w: Window, to: *mut u8, n: c_int) -> c_int;
}

/// Finds the library for windows.
///
/// # Errors
/// ImportError when there is none.
pub fn find_curses() -> PyResult<()> {
    Curses::find()?;
    Bare::find()
}

/// Finds the library for panels.
///
/// # Errors
/// ImportError when there is none.
pub fn find_panels() -> PyResult<()> {
    Panels::find()
}

/// What is passed for a text that may be none.
fn optional(text: Option<&CStr>) -> *const c_char {
    text.map_or(std::ptr::null(), CStr::as_ptr)
}

/// Learns what a terminal can do; otherwise why that is not possible.
pub fn set_up(term: Option<&CStr>, fd: c_int) -> Result<(), c_int> {
    let mut status = 0;
    match setupterm(optional(term), fd, &mut status) {
        ERR => Err(status),
        _ => Ok(()),
    }
}

/// What the library says of a failure.
pub const ERR: c_int = -1;

/// The longest text that is read at once, with the 0 that ends it.
const LINE: usize = 1024;

/// A text of not more than `n` bytes that one of the library's functions writes.
fn written(read: fn(Window, *mut u8, c_int) -> c_int, w: Window, n: c_int) -> Vec<u8> {
    let mut room = [0; LINE];
    let n = n.clamp(0, LINE as c_int - 1);
    if read(w, room.as_mut_ptr(), n) == ERR {
        return Vec::new();
    }
    let end = room.iter().position(|b| *b == 0).unwrap_or(LINE);
    room[..end].to_vec()
}

/// A line that is typed.
pub fn typed(w: Window, n: c_int) -> Vec<u8> {
    written(wgetnstr, w, n)
}

/// The text behind the cursor.
pub fn shown(w: Window, n: c_int) -> Vec<u8> {
    written(winnstr, w, n)
}

/// What the library writes of a window to a file.
pub fn saved(w: Window) -> Option<Vec<u8>> {
    let (mut text, mut len) = (std::ptr::null_mut(), 0);
    // SAFETY: places for the answers; the stream is closed before they are looked at, and what they tell is freed.
    unsafe {
        let file = libc::open_memstream(&mut text, &mut len);
        if file.is_null() {
            return None;
        }
        let status = putwin(w, file);
        let closed = libc::fclose(file);
        let bytes = (status != ERR && closed == 0 && !text.is_null())
            .then(|| std::slice::from_raw_parts(text.cast::<u8>(), len).to_vec());
        libc::free(text.cast());
        bytes
    }
}

/// The window that was saved as these bytes begin, and how many they were.
pub fn restored(bytes: &mut [u8]) -> Option<(Window, usize)> {
    if bytes.is_empty() {
        return None;
    }
    // SAFETY: the stream reads the bytes, and is closed before they go.
    unsafe {
        let file = libc::fmemopen(bytes.as_mut_ptr().cast(), bytes.len(), c"r".as_ptr());
        if file.is_null() {
            return None;
        }
        let window = getwin(file);
        let read = libc::ftell(file);
        libc::fclose(file);
        Some((window?, usize::try_from(read).ok()?))
    }
}

/// A text with numbers put in.
pub fn parameters(text: &CStr, n: [c_int; 9]) -> Answer {
    type Tparm = unsafe extern "C" fn(Text<'_>, ...) -> Answer;
    let Some(f) = variable::<c_void>(c"tparm") else {
        return Answer(std::ptr::null());
    };
    let [a, b, c, d, e, f_, g, h, i] = n.map(c_long::from);
    // SAFETY: that is the function's type, which looks at no more than nine numbers.
    unsafe {
        let tparm = std::mem::transmute::<*mut c_void, Tparm>(f);
        tparm(text.into(), a, b, c, d, e, f_, g, h, i)
    }
}

/// A variable of the library.
fn variable<T>(name: &CStr) -> Option<*mut T> {
    static LIBRARY: OnceLock<usize> = OnceLock::new();
    let library = *LIBRARY.get_or_init(|| open(CURSES).map_or(0, |p| p.as_ptr() as usize));
    let library = NonNull::new(library as *mut c_void)?;
    // SAFETY: a library that stays loaded, a name that ends with 0.
    let p = unsafe { libc::dlsym(library.as_ptr(), name.as_ptr()) };
    (!p.is_null()).then_some(p.cast())
}

/// A window that is one of the library's variables; none before `initscr`.
fn window_variable(name: &CStr) -> Option<Window> {
    // SAFETY: these variables hold the address of a window, or null.
    variable::<Option<Window>>(name).and_then(|p| unsafe { *p })
}

/// The window of the whole screen.
pub fn stdscr() -> Option<Window> {
    window_variable(c"stdscr")
}

/// What the screen is going to show.
pub fn newscr() -> Option<Window> {
    window_variable(c"newscr")
}

/// A number that is one of the library's variables: LINES, COLS, COLORS, COLOR_PAIRS.
pub fn number(name: &CStr) -> c_int {
    // SAFETY: these variables are such numbers.
    variable::<c_int>(name).map_or(0, |p| unsafe { *p })
}

/// How the terminal shows a character of its other alphabet.
pub fn other_alphabet(code: u8) -> Cell {
    // SAFETY: the variable has a place for each character of seven bits.
    variable::<Cell>(c"acs_map").map_or(0, |p| unsafe { *p.add(usize::from(code & 0x7f)) })
}
