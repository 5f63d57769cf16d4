//! Import statements.

use crate::attr;
use crate::error::{PyResult, import_error};
use crate::frame::Frame;
use crate::layouts::Str;
use crate::names;
use crate::object::Ref;
use crate::value::Value;

/// `__import__` as the builtins have it. The usual level is not told: functions that programs put there need not
/// take one.
pub fn name(frame: &Frame, name: Ref<Str>, level: Value, from: Value) -> PyResult {
    let Some(f) = frame.builtins.get().get_str(names::import()) else {
        return Err(import_error("__import__ not found"));
    };
    let locals = frame.locals.get().unwrap_or(Value::none());
    let args = [name.into(), frame.globals.get().into(), locals, from, level];
    let told = if level.as_int() == Some(-1) { 4 } else { 5 };
    crate::call::call_values(f, &args[..told])
}

pub fn from(module: Value, name: Ref<Str>) -> PyResult {
    match attr::find(module, name)? {
        Some(v) => Ok(v),
        None => Err(raise_fmt!(
            import_error,
            "cannot import name {}",
            name.as_ref().to_text()
        )),
    }
}

/// All public names into the frame's namespace, one after the other: what fails leaves those before it.
pub fn star(frame: &Frame, module: Value) -> PyResult<()> {
    let all = attr::find(module, names::all())?;
    let listed = match all {
        Some(a) => a,
        None => {
            let Some(dict) = attr::find(module, names::dict())? else {
                return Err(import_error(
                    "from-import-* object has no __dict__ and no __all__",
                ));
            };
            let keys = attr::get(dict, crate::builtins::str::intern_static("keys"))?;
            crate::call::call_values(keys, &[])?
        }
    };
    for i in 0.. {
        let name = match crate::protocol::sequence_item(listed, i) {
            Ok(n) => n,
            Err(_) if crate::exception::pending_matches(crate::types::INDEX_ERROR.get()) => {
                crate::thread::current().take_pending();
                break;
            }
            Err(e) => return Err(e),
        };
        let private = |s: Ref<Str>| s.as_ref().bytes().starts_with(b"_");
        if all.is_none() && name.cast::<Str>().is_some_and(private) {
            continue;
        }
        let v = attr::get(module, crate::builtins::str::attribute_name(name)?)?;
        crate::builtins::frame::bind_name(frame, name, v)?;
    }
    Ok(())
}
