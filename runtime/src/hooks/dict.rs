//! Dictionaries of known type.

use crate::error::{PyResult, key_error};
use crate::layouts::{Dict, Str, Tuple};
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
pub fn contains(table: Ref<Dict>, key: Value) -> PyResult<bool> {
    table.contains(key)
}
pub fn find_str(table: Ref<Dict>, key: Ref<Str>) -> Option<Value> {
    table.get_str(key)
}
pub fn store(table: Ref<Dict>, key: Value, x: Value) -> PyResult<()> {
    table.set(key, x)
}
/// Index of the first entry in use from `index` on, or -1.
pub fn live_from(table: Ref<Dict>, index: i64) -> i64 {
    let mut at = index as usize;
    match table.next_entry(&mut at) {
        Some(_) => at as i64 - 1,
        None => -1,
    }
}
/// Key and value of an entry in use.
fn entry(table: Ref<Dict>, index: i64) -> (Value, Value) {
    let mut at = index as usize;
    table
        .next_entry(&mut at)
        .unwrap_or((Value::none(), Value::none()))
}
pub fn key_at(table: Ref<Dict>, index: i64) -> Value {
    entry(table, index).0
}
pub fn value_at(table: Ref<Dict>, index: i64) -> Value {
    entry(table, index).1
}
pub fn item_at(table: Ref<Dict>, index: i64) -> Ref<Tuple> {
    let (key, value) = entry(table, index);
    crate::builtins::tuple::from_slice(&[key, value])
}
