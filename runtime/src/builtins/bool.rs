//! `bool`: the two ints with names.

use crate::call::Args;
use crate::error::PyResult;
use crate::object::Ref;
use crate::singletons::{false_value, true_value};
use crate::typeobj::Type;
use crate::types;
use crate::value::Value;

/// `bool(x=False)`
pub fn new(_ty: Ref<Type>, args: Args<'_>) -> PyResult {
    match types::parse::keywords(args, 0, "bool", &["x"], 0)? {
        [Some(x)] => Ok(Value::bool(crate::protocol::truth(x)?)),
        [None] => Ok(false_value()),
    }
}

/// `repr(x)` and `str(x)`
pub fn repr(v: Value) -> PyResult {
    let name = if v == true_value() { "True" } else { "False" };
    Ok(super::str::intern_static(name).into())
}

fn pair(a: Value, b: Value) -> Option<(bool, bool)> {
    let truth = |v: Value| (v == true_value() || v == false_value()).then(|| v == true_value());
    Some((truth(a)?, truth(b)?))
}

/// `x & y`: a bool when both are
pub fn and(a: Value, b: Value) -> PyResult {
    match pair(a, b) {
        Some((a, b)) => Ok(Value::bool(a & b)),
        None => super::int::and(a, b),
    }
}

/// `x | y`
pub fn or(a: Value, b: Value) -> PyResult {
    match pair(a, b) {
        Some((a, b)) => Ok(Value::bool(a | b)),
        None => super::int::or(a, b),
    }
}

/// `x ^ y`
pub fn xor(a: Value, b: Value) -> PyResult {
    match pair(a, b) {
        Some((a, b)) => Ok(Value::bool(a ^ b)),
        None => super::int::xor(a, b),
    }
}
