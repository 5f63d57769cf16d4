//! Import statements.

use crate::attr;
use crate::error::{PyResult, import_error};
use crate::frame::Frame;
use crate::layouts::{Dict, Str};
use crate::names;
use crate::object::Ref;
use crate::value::Value;

/// `__import__` as the builtins have it.
pub fn name(frame: &Frame, name: Ref<Str>, level: Value, from: Value) -> PyResult {
    let Some(f) = frame.builtins.get().get_str(names::import()) else {
        return Err(import_error("__import__ not found"));
    };
    let locals = frame.locals.get().unwrap_or(Value::none());
    crate::call::call_values(
        f,
        &[name.into(), frame.globals.get().into(), locals, from, level],
    )
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

/// All public names into the frame's namespace.
pub fn star(frame: &Frame, module: Value) -> PyResult<()> {
    let all = attr::find(module, names::all())?;
    let dict = match attr::find(module, names::dict())? {
        Some(d) => d,
        None => {
            return Err(import_error(
                "from-import-* object has no __dict__ and no __all__",
            ));
        }
    };
    let listed = crate::builtins::list::new();
    match all {
        Some(a) => {
            // By index, as sequences of the old kind work too.
            let mut i = 0;
            loop {
                match crate::protocol::get_item(a, Value::int(i)) {
                    Ok(n) => listed.push(n),
                    Err(e) => {
                        if crate::exception::pending_matches(crate::types::INDEX_ERROR.get()) {
                            crate::thread::current().take_pending();
                            break;
                        }
                        return Err(e);
                    }
                }
                i += 1;
            }
        }
        None => {
            if let Some(d) = dict.cast::<Dict>() {
                let mut at = 0;
                while let Some((k, _)) = d.next_entry(&mut at) {
                    if k.cast::<Str>()
                        .is_some_and(|s| !s.as_ref().bytes().starts_with(b"_"))
                    {
                        listed.push(k);
                    }
                }
            }
        }
    }
    for i in 0..listed.as_ref().len() {
        let n = listed.as_ref().items()[i];
        let key = crate::builtins::str::attribute_name(n)?;
        let v = attr::get(module, key)?;
        crate::builtins::frame::bind_name(frame, key, v)?;
    }
    Ok(())
}
