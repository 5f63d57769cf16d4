//! The module `_weakref` (rows: spec/modules/weakref.toml).

use crate::builtins::{list, module, str as strings, weakref};
use crate::error::{PyResult, type_error};
use crate::layouts::{Dict, Module, WeakReference};
use crate::object::Ref;
use crate::value::Value;

/// Adds the types, `ref` under both of its names.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    for (name, ty) in [
        ("ref", crate::types::WEAKREF.get()),
        ("ReferenceType", crate::types::WEAKREF.get()),
        ("ProxyType", crate::types::WEAKPROXY.get()),
        ("CallableProxyType", crate::types::WEAKCALLABLEPROXY.get()),
    ] {
        d.set_str(strings::intern(name.as_bytes()), ty.into());
    }
    Ok(())
}

pub fn getweakrefcount(object: Value) -> PyResult<i64> {
    Ok(weakref::references(object).as_ref().len() as i64)
}

pub fn getweakrefs(object: Value) -> PyResult {
    Ok(list::from_slice(weakref::references(object).as_ref().items()).into())
}

pub fn proxy(object: Value, callback: Option<Value>) -> PyResult {
    weakref::new_proxy(object, callback)
}

/// The value may have been replaced since its callback was queued.
pub fn _remove_dead_weakref(dict: Ref<Dict>, key: Value) -> PyResult<()> {
    let Some(v) = dict.get(key)? else {
        return Ok(());
    };
    match v.cast::<WeakReference>() {
        Some(r) if weakref::target(r).is_none() => dict.delete(key).map(|_| ()),
        Some(_) => Ok(()),
        None => Err(type_error("not a weakref")),
    }
}
