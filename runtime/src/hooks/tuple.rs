//! Tuples of known type.

use crate::builtins::{sequence, tuple};
use crate::error::PyResult;
use crate::layouts::Tuple;
use crate::object::Ref;
use crate::value::Value;

pub fn concat(lhs: Ref<Tuple>, rhs: Ref<Tuple>) -> PyResult<Ref<Tuple>> {
    tuple::concatenated(lhs, rhs)
}
pub fn contains(self_: Ref<Tuple>, item: Value) -> PyResult<bool> {
    sequence::contains(self_, item)
}
