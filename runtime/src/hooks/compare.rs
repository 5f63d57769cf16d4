//! Comparison, truth and repr on any operands.

use crate::error::PyResult;
use crate::protocol;
use crate::value::Value;

pub use crate::number::{eq, ge, gt, le, lt, ne};

pub fn contains(item: Value, container: Value) -> PyResult<bool> {
    protocol::contains(container, item)
}
pub fn not_contains(item: Value, container: Value) -> PyResult<bool> {
    protocol::contains(container, item).map(|b| !b)
}
pub fn truth(operand: Value) -> PyResult<bool> {
    protocol::truth(operand)
}
pub fn not(operand: Value) -> PyResult<bool> {
    protocol::truth(operand).map(|b| !b)
}
pub fn repr(operand: Value) -> PyResult {
    protocol::repr(operand).map(Into::into)
}
