//! What `copy_reg` knows: functions that reduce objects of a type, and the numbers of often used classes.

use crate::builtins::str as bytes;
use crate::error::{PyResult, type_error};
use crate::layouts::Dict;
use crate::object::Ref;
use crate::value::Value;

/// A dictionary of `copy_reg`.
fn table(name: &[u8]) -> PyResult<Ref<Dict>> {
    let m = super::module_named(bytes::intern(b"copy_reg"))?;
    crate::attr::get(m, bytes::intern(name))?
        .cast::<Dict>()
        .ok_or_else(|| type_error("a table of copy_reg is not a dictionary"))
}

/// Reducers, by type.
pub fn reducers() -> PyResult<Ref<Dict>> {
    table(b"dispatch_table")
}

/// The number of a global, if it has one: what the program registered.
pub fn extension_code(module: Value, name: Value) -> PyResult<Option<Value>> {
    let codes = table(b"_extension_registry")?;
    if codes.is_empty() {
        return Ok(None);
    }
    codes.get(crate::builtins::tuple::from_slice(&[module, name]).into())
}

/// The pair of module and name of a number.
pub fn extension_names(code: i64) -> PyResult<Option<Value>> {
    table(b"_inverted_registry")?.get(Value::int(code))
}

/// Objects found by number before.
pub fn extension_cache() -> PyResult<Ref<Dict>> {
    table(b"_extension_cache")
}
