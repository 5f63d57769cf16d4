//! Names in module, class and exec code, and globals.

use crate::cache::{Cache, Content};
use crate::dropped;
use crate::error::{PyResult, Raised, system_error};
use crate::frame::Frame;
use crate::layouts::{Dict, Str};
use crate::object::Ref;
use crate::ops::{load_global_kind, load_name_kind};
use crate::value::Value;

#[cold]
fn undefined(name: Ref<Str>, global: bool) -> Raised {
    let kind = if global { "global name" } else { "name" };
    raise_fmt!(
        name_error,
        "{kind} '{}' is not defined",
        crate::attr::shown_up_to(name, 200)
    )
}

/// In the globals, then the builtins.
fn find(frame: &Frame, name: Ref<Str>, cache: &Cache, kinds: (u16, u16)) -> Option<Value> {
    let g = frame.globals.get();
    if let Some(v) = g.get_str(name) {
        if let Some(offset) = g.entry_index(name) {
            cache.fill(Content {
                key: g.watch(),
                kind: kinds.0,
                offset,
                ..Content::default()
            });
        }
        return Some(v);
    }
    let b = frame.builtins.get();
    let v = b.get_str(name)?;
    if let Some(offset) = b.entry_index(name) {
        cache.fill(Content {
            key: g.watch(),
            kind: kinds.1,
            version: b.watch(),
            offset,
            ..Content::default()
        });
    }
    Some(v)
}

pub fn plan_global(frame: &Frame, name: Ref<Str>, cache: &Cache) -> PyResult {
    find(
        frame,
        name,
        cache,
        (load_global_kind::GLOBAL, load_global_kind::BUILTIN),
    )
    .ok_or_else(|| undefined(name, true))
}

pub fn plan_name(frame: &Frame, name: Ref<Str>, cache: &Cache) -> PyResult {
    let kinds = (load_name_kind::GLOBAL, load_name_kind::BUILTIN);
    match frame.locals.get() {
        // Globals of a class derived from dict are asked as a mapping where they are the locals.
        Some(l) if l == frame.globals.get().value() && l.exact::<Dict>().is_some() => {}
        Some(l) => {
            if let Some(d) = l.exact::<Dict>() {
                if let Some(v) = d.get_str(name) {
                    return Ok(v);
                }
            } else if let Some(v) = item_or_none(l, name)? {
                return Ok(v);
            }
        }
        None => return Err(system_error("no locals when loading a name")),
    }
    find(frame, name, cache, kinds).ok_or_else(|| undefined(name, false))
}

/// `mapping[name]`, nothing when that is a KeyError.
fn item_or_none(mapping: Value, name: Ref<Str>) -> PyResult<Option<Value>> {
    match crate::protocol::get_item(mapping, name.into()) {
        Ok(v) => Ok(Some(v)),
        Err(e) => {
            if crate::exception::pending_matches(crate::types::KEY_ERROR.get()) {
                crate::thread::current().take_pending();
                Ok(None)
            } else {
                Err(e)
            }
        }
    }
}

pub fn store_global(frame: &Frame, name: Ref<Str>, x: Value) -> PyResult<()> {
    frame.globals.get().set_str(name, x);
    Ok(())
}

pub fn delete_global(frame: &Frame, name: Ref<Str>) -> PyResult<()> {
    let globals = frame.globals.get();
    let waited_for = dropped::is_name_waited_for(globals, name);
    if !globals.delete(name.into())? {
        return Err(undefined(name, true));
    }
    let_go(waited_for);
    Ok(())
}

/// A name has been deleted. Who does that wants the object gone: no call that comes next is to show the collector what
/// earlier ones have left on the native stack.
fn let_go(waited_for: bool) {
    if waited_for {
        dropped::settle();
    }
    crate::heap::overwrite_below::<256>();
}

fn locals(frame: &Frame) -> PyResult {
    frame.locals.get().ok_or_else(|| system_error("no locals"))
}

pub fn store_name(frame: &Frame, name: Ref<Str>, x: Value) -> PyResult<()> {
    let l = locals(frame)?;
    match l.exact::<Dict>() {
        Some(d) => {
            if dropped::is_on() {
                if dropped::rebind(d, name, x) {
                    dropped::settle();
                }
            } else {
                d.set_str(name, x);
            }
            Ok(())
        }
        None => crate::protocol::set_item(l, name.into(), Some(x)),
    }
}

pub fn delete_name(frame: &Frame, name: Ref<Str>) -> PyResult<()> {
    let l = locals(frame)?;
    match l.exact::<Dict>() {
        Some(d) => {
            let waited_for = dropped::is_name_waited_for(d, name);
            if !d.delete(name.into())? {
                return Err(undefined(name, false));
            }
            let_go(waited_for);
            Ok(())
        }
        None => crate::protocol::set_item(l, name.into(), None).map_err(|_| undefined(name, false)),
    }
}

pub fn load_locals(frame: &Frame) -> PyResult {
    locals(frame)
}

pub fn is_waited_for(x: Option<Value>) -> Value {
    if x.is_some_and(dropped::is_waited_for) {
        Value::bool(true)
    } else {
        Value::none()
    }
}

pub fn settle(waited_for: Value) -> PyResult<()> {
    if !waited_for.is_none() {
        dropped::settle();
    }
    Ok(())
}
