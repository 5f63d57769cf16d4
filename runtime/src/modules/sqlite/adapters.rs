//! How objects become what the library can store, and columns become objects: what programs register.

use std::cell::Cell;

use crate::attr;
use crate::builtins::receiver::Lasting;
use crate::builtins::{dict, str as bytes, tuple};
use crate::call::call_values;
use crate::error::PyResult;
use crate::layouts::{BufferObject, Dict};
use crate::object::Ref;
use crate::types;
use crate::value::Value;

use super::errors;

fn lasting(l: &Lasting) -> Ref<Dict> {
    let d = l.get(|| dict::new().into());
    // SAFETY: that is what was made.
    unsafe { d.cast_unchecked() }
}

/// Adapters by type and protocol.
pub fn adapters() -> Ref<Dict> {
    static ADAPTERS: Lasting = Lasting::new();
    lasting(&ADAPTERS)
}

/// Converters by names in capitals.
pub fn converters() -> Ref<Dict> {
    static CONVERTERS: Lasting = Lasting::new();
    lasting(&CONVERTERS)
}

struct Flag(Cell<bool>);
// SAFETY: touched only by the thread that holds the global lock.
unsafe impl Sync for Flag {}
static OF_PLAIN_TYPES: Flag = Flag(Cell::new(false));

/// Are there adapters of types that are stored as they are?
pub fn of_plain_types() -> bool {
    OF_PLAIN_TYPES.0.get()
}

fn protocol() -> Value {
    types::SQLITE_PROTOCOL.get().value()
}

/// `register_adapter(type, callable)`
pub fn register_adapter(ty: Value, f: Value) -> PyResult<()> {
    let plain = [
        &types::INT,
        &types::LONG,
        &types::FLOAT,
        &types::STR,
        &types::UNICODE,
        &types::BYTEARRAY,
    ];
    if plain.iter().any(|t| t.get().value() == ty) {
        OF_PLAIN_TYPES.0.set(true);
    }
    let key = tuple::from_slice(&[ty, protocol()]);
    adapters().set(key.into(), f)
}

/// `register_converter(name, callable)`
pub fn register_converter(name: Value, f: Value) -> PyResult<()> {
    let upper = attr::get(name, bytes::intern(b"upper"))?;
    converters().set(call_values(upper, &[])?, f)
}

/// The converter of a type's name.
pub fn converter(name: &[u8]) -> PyResult<Option<Value>> {
    let name = bytes::new(&name.to_ascii_uppercase());
    converters().get(name.into())
}

/// An object as `protocol` wants it; `None` when nobody knows how.
fn find(v: Value, protocol: Value) -> PyResult<Option<Value>> {
    let key = tuple::from_slice(&[v.ty().value(), protocol]);
    if let Some(f) = adapters().get(key.into())? {
        return call_values(f, &[v]).map(Some);
    }
    for (object, name, other) in [(protocol, "__adapt__", v), (v, "__conform__", protocol)] {
        let Some(f) = attr::find(object, bytes::intern(name.as_bytes()))? else {
            continue;
        };
        match call_values(f, &[other]) {
            Ok(found) if !found.is_none() => return Ok(Some(found)),
            Ok(_) => {}
            Err(_) if crate::exception::pending_matches(types::TYPE_ERROR.get()) => {
                crate::thread::current().take_pending();
            }
            Err(e) => return Err(e),
        }
    }
    Ok(None)
}

/// `adapt(object[, protocol[, alternate]])`
pub fn adapt(v: Value, p: Option<Value>, _alternate: Option<Value>) -> PyResult {
    find(v, p.unwrap_or_else(protocol))?.ok_or_else(|| errors::PROGRAMMING.raise("can't adapt"))
}

/// A parameter in the form that is stored; itself when nobody knows one.
pub fn adapted_or_same(v: Value) -> PyResult {
    if v.exact::<BufferObject>().is_some() && !of_plain_types() {
        return Ok(v);
    }
    match find(v, protocol()) {
        Ok(found) => Ok(found.unwrap_or(v)),
        Err(_) => {
            crate::thread::current().take_pending();
            Ok(v)
        }
    }
}
