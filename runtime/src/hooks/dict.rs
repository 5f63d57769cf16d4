//! Dictionaries of known type.

use crate::error::{PyResult, key_error};
use crate::layouts::{Dict, Str};
use crate::object::Ref;
use crate::value::Value;

pub fn find(table: Ref<Dict>, key: Value) -> PyResult<Option<Value>> {
    table.get(key)
}
pub fn get(table: Ref<Dict>, key: Value) -> PyResult {
    match table.get(key)? {
        Some(v) => Ok(v),
        None => Err(key_error(key)),
    }
}
pub fn find_str(table: Ref<Dict>, key: Ref<Str>) -> Option<Value> {
    table.get_str(key)
}
pub fn store(table: Ref<Dict>, key: Value, x: Value) -> PyResult<()> {
    table.set(key, x)
}
