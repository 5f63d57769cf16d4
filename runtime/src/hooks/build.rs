//! Displays and comprehensions.

use crate::builtins::{
    dict as dicts, list as lists, set as sets, slice as slices, tuple as tuples,
};
use crate::error::{PyResult, system_error};
use crate::layouts::{Dict, List, Set, Tuple};
use crate::object::Ref;
use crate::value::Value;

pub fn tuple(items: &[Value]) -> PyResult<Ref<Tuple>> {
    Ok(tuples::from_slice(items))
}
pub fn pair(a: Value, b: Value) -> Ref<Tuple> {
    tuples::from_slice(&[a, b])
}
pub fn list(items: &[Value]) -> PyResult<Ref<List>> {
    Ok(lists::from_slice(items))
}
pub fn set(items: &[Value]) -> PyResult<Ref<Set>> {
    let s = sets::new();
    for v in items {
        s.add(*v)?;
    }
    Ok(s)
}
pub fn dict(size: i64) -> PyResult<Ref<Dict>> {
    Ok(dicts::with_size(size.max(0) as usize))
}
pub fn slice(start: Value, stop: Value, step: Value) -> PyResult {
    Ok(slices::new(start, stop, step).into())
}
pub fn list_append(items: Value, x: Value) -> PyResult<()> {
    match items.cast::<List>() {
        Some(l) => {
            l.push(x);
            Ok(())
        }
        None => Err(system_error("not a list")),
    }
}
pub fn list_to_tuple(items: Value) -> PyResult<Ref<Tuple>> {
    match items.cast::<List>() {
        Some(l) => Ok(tuples::from_slice(l.as_ref().items())),
        None => Err(system_error("not a list")),
    }
}
pub fn set_add(items: Value, x: Value) -> PyResult<()> {
    match sets::as_set(items) {
        Some(s) => s.add(x),
        None => Err(system_error("not a set")),
    }
}
pub fn dict_store(items: Value, key: Value, x: Value) -> PyResult<()> {
    match items.cast::<Dict>() {
        Some(d) => d.set(key, x),
        None => Err(system_error("not a dict")),
    }
}
