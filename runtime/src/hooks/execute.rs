//! The exec statement.

use crate::error::{PyResult, type_error};
use crate::frame::Frame;
use crate::layouts::{Code, Dict, Str, Tuple};
use crate::names;
use crate::value::Value;

/// `exec code in globals, locals`; None where not given.
pub fn statement(frame: &Frame, code: Value, globals: Value, locals: Value) -> PyResult<()> {
    let (mut code, mut globals, mut locals) = (code, globals, locals);
    if let Some(t) = code.cast::<Tuple>()
        && globals.is_none()
        && locals.is_none()
    {
        match *t.as_ref().items() {
            [c, g] => (code, globals) = (c, g),
            [c, g, l] => (code, globals, locals) = (c, g, l),
            _ => {}
        }
    }
    let mut own = false;
    let (g, l) = if globals.is_none() {
        let l = if locals.is_none() {
            own = true;
            crate::builtins::frame::locals(crate::builtins::frame::object_of(frame))
        } else {
            locals
        };
        (frame.globals.get(), l)
    } else {
        let Some(g) = globals.cast::<Dict>() else {
            return Err(type_error("exec: arg 2 must be a dictionary or None"));
        };
        (g, if locals.is_none() { globals } else { locals })
    };
    if !crate::modules::operator::is_mapping(l)? {
        return Err(type_error("exec: arg 3 must be a mapping or None"));
    }
    if g.get_str(names::builtins()).is_none() {
        g.set_str(names::builtins(), frame.builtins.get().into());
    }
    let up = crate::upcalls::get()?;
    let file = code.cast::<crate::layouts::FileObject>();
    let source = match file {
        Some(_) => {
            let read = crate::attr::get(code, crate::builtins::str::intern(b"read"))?;
            crate::call::call_values(read, &[])?
        }
        None => code,
    };
    let c = match source.cast::<Code>() {
        Some(c) => c,
        None => {
            if source.cast::<Str>().is_none() && !crate::builtins::unicode::is_unicode(source) {
                return Err(type_error(
                    "exec: arg 1 must be a string, file, or code object",
                ));
            }
            crate::modules::builtin::check_source(source)?;
            let name = file.and_then(|f| f.name.get()?.cast::<crate::layouts::Str>());
            let (name, flags) = match file {
                Some(_) => (
                    name.as_ref().map_or(&b"?"[..], |s| s.as_ref().bytes()),
                    crate::upcalls::SOURCE_IS_FILE,
                ),
                None => (&b"<string>"[..], crate::upcalls::RUN_AT_ONCE),
            };
            let made = (up.compile)(source, name, "exec", flags, true)?;
            made.cast::<Code>()
                .ok_or_else(|| type_error("exec: arg 1 must be a string, file, or code object"))?
        }
    };
    if !c.freevars.get().as_ref().items().is_empty() {
        return Err(type_error(
            "code object passed to exec may not contain free variables",
        ));
    }
    let r = (up.run)(c, g, l);
    if own {
        crate::builtins::frame::locals_to_registers(frame, false);
    }
    r.map(|_| ())
}
