//! Unicode strings of known type.

use crate::error::PyResult;
use crate::layouts::Unicode;
use crate::object::Ref;

pub fn concat(lhs: Ref<Unicode>, rhs: Ref<Unicode>) -> PyResult<Ref<Unicode>> {
    crate::builtins::unicode::storage::concat(lhs, rhs)
}
