//! Unicode strings: what the core needs to know of them.

use crate::error::PyResult;
use crate::layouts::Str;
use crate::object::Ref;
use crate::value::Value;

/// Is it a unicode string?
pub fn is_unicode(_v: Value) -> bool {
    false
}

/// A unicode string in the default encoding; `None` when it is not one.
pub fn encode_default(_v: Value) -> PyResult<Option<Ref<Str>>> {
    Ok(None)
}

/// `unicode(v)`
pub fn from_object(v: Value) -> PyResult {
    crate::protocol::str(v).map(Into::into)
}

/// Code point at an index.
pub fn code_point(_v: Value, _at: usize) -> Option<u32> {
    None
}

/// A byte string by the default encoding.
pub fn decode_default(s: Ref<Str>) -> PyResult {
    Ok(s.into())
}

/// A unicode string of these code points.
pub fn from_code_points(_units: &[u32]) -> PyResult {
    Err(crate::error::system_error("unicode strings are not there yet"))
}
