//! Except clauses.

use crate::error::PyResult;
use crate::value::Value;

pub fn matches(raised: Value, pattern: Value) -> PyResult<bool> {
    crate::exception::match_exception(raised, pattern)
}
