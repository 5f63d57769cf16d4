//! The module `_curses_panel` (rows: spec/modules/_curses_panel.toml, spec/types/curses.toml): windows that lie one
//! above the other.

use std::rc::Rc;

use super::window::{self, Handle as WindowHandle};
use super::{lib, started};
use crate::builtins::receiver::Lasting;
use crate::builtins::{list, module, str as bytes, weakref};
use crate::error::{PyResult, Raised, type_error};
use crate::layouts::{CursesPanel, CursesWindow, List, Module, Str, WeakReference};
use crate::modules::native_error::NativeError;
use crate::object::{Header, Ref};
use crate::typedef;
use crate::types;
use crate::value::Value;

static ERROR: NativeError = NativeError::new();

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    lib::find_curses()?;
    lib::find_panels()?;
    // Some of what goes wrong here is that module's error.
    crate::modules::import(b"_curses")?;
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let error = ERROR.create("_curses_panel", "error", types::EXCEPTION.get())?;
    module::dict(m).set_str(bytes::intern(b"error"), error);
    Ok(())
}

#[cold]
fn error(message: &str) -> Raised {
    ERROR.raise(message)
}

fn check(status: i32, function: &str) -> PyResult<()> {
    super::checked(&ERROR, status, function)
}

/// A panel, with its window.
pub struct Handle {
    panel: lib::Panel,
    window: Rc<WindowHandle>,
}

impl Drop for Handle {
    fn drop(&mut self) {
        lib::del_panel(self.panel);
    }
}

pub fn finalize(p: Ref<CursesPanel>) {
    // SAFETY: what `new_panel` made, and nobody asks a dead object.
    drop(unsafe { Box::from_raw(p.handle.get() as *mut Handle) });
}

fn panel(p: Ref<CursesPanel>) -> lib::Panel {
    // SAFETY: what `new_panel` made lives as long as the object.
    unsafe { (*(p.handle.get() as *const Handle)).panel }
}

/// Weak references to all panels: the library knows them by other names.
fn all() -> Ref<List> {
    static ALL: Lasting = Lasting::new();
    let l = ALL.get(|| list::new().into());
    // SAFETY: that is what was made.
    unsafe { l.cast_unchecked() }
}

fn header(p: Ref<CursesPanel>) -> Ref<Header> {
    // SAFETY: every object begins with a header.
    unsafe { p.cast() }
}

/// The objects that are still there.
fn living() -> impl Iterator<Item = Ref<CursesPanel>> {
    let all = all();
    (0..all.as_ref().len()).filter_map(move |i| {
        let r = all.as_ref().item(i)?.cast::<WeakReference>()?;
        weakref::target(r)?.cast::<CursesPanel>()
    })
}

/// The object of a panel. Those whose object is gone, but which the library does not know yet to be, are passed
/// over in the direction of `next`.
fn object(
    mut found: Option<lib::Panel>,
    next: fn(Option<lib::Panel>) -> Option<lib::Panel>,
) -> Value {
    while let Some(p) = found {
        if let Some(object) = living().find(|o| panel(*o) == p) {
            return object.into();
        }
        found = next(found);
    }
    Value::none()
}

/// `new_panel(window)`
pub fn new_panel(v: Value) -> PyResult {
    let Some(w) = v.cast::<CursesWindow>() else {
        return Err(raise_fmt!(
            type_error,
            "argument 1 must be _curses.curses window, not {}",
            crate::attr::argument_name(v)
        ));
    };
    started()?;
    let window = window::handle(w);
    let Some(panel) = lib::new_panel(window.window) else {
        return Err(error("curses function returned NULL"));
    };
    let handle = Box::new(Handle { panel, window });
    let p = CursesPanel::alloc(Box::into_raw(handle) as usize, w, None);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(p.addr() as *mut u8) };
    let known = list::new();
    for other in living() {
        known.push(weakref::of_object(header(other)).into());
    }
    known.push(weakref::of_object(header(p)).into());
    all().clear();
    all().extend_from_slice(known.as_ref().items())?;
    Ok(p.into())
}

pub fn bottom_panel() -> PyResult {
    Ok(object(lib::panel_above(None), lib::panel_above))
}

pub fn top_panel() -> PyResult {
    Ok(object(lib::panel_below(None), lib::panel_below))
}

pub fn update_panels() -> PyResult<()> {
    lib::update_panels();
    Ok(())
}

pub fn getattr(v: Value, name: Ref<Str>) -> PyResult {
    typedef::unlisted(v, name)
}

pub fn above(p: Ref<CursesPanel>) -> PyResult {
    Ok(object(lib::panel_above(Some(panel(p))), lib::panel_above))
}

pub fn below(p: Ref<CursesPanel>) -> PyResult {
    Ok(object(lib::panel_below(Some(panel(p))), lib::panel_below))
}

macro_rules! plain {
    ($($name:ident $function:ident $told:literal)*) => { $(
        pub fn $name(p: Ref<CursesPanel>) -> PyResult<()> { check(lib::$function(panel(p)), $told) }
    )* };
}
plain! {
    bottom bottom_panel "bottom"  hide hide_panel "hide"  show show_panel "show"  top top_panel "top"
}

pub fn hidden(p: Ref<CursesPanel>) -> PyResult<bool> {
    Ok(lib::panel_hidden(panel(p)) != 0)
}

pub fn move_(p: Ref<CursesPanel>, y: i32, x: i32) -> PyResult<()> {
    check(lib::move_panel(panel(p), y, x), "move_panel")
}

/// `replace(window)`
pub fn replace(p: Ref<CursesPanel>, v: Value) -> PyResult<()> {
    let Some(w) = v.cast::<CursesWindow>() else {
        return Err(type_error("window object"));
    };
    let new = window::handle(w);
    check(lib::replace_panel(panel(p), new.window), "replace_panel")?;
    // SAFETY: as in `panel`; the reference goes at once.
    unsafe { (*(p.handle.get() as *mut Handle)).window = new };
    p.window.set(w);
    Ok(())
}

pub fn window(p: Ref<CursesPanel>) -> PyResult {
    Ok(p.window.get().into())
}

pub fn set_userptr(p: Ref<CursesPanel>, object: Value) -> PyResult<()> {
    p.user.set(Some(object));
    Ok(())
}

pub fn userptr(p: Ref<CursesPanel>) -> PyResult {
    p.user.get().ok_or_else(|| error("no userptr set"))
}
