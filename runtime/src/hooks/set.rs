//! Sets of known type.

use crate::error::PyResult;
use crate::layouts::Set;
use crate::object::Ref;
use crate::value::Value;

pub fn contains(self_: Ref<Set>, item: Value) -> PyResult<bool> {
    crate::builtins::set::methods::contains_method(self_, item)
}
