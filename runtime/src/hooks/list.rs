//! Lists of known type.

use crate::builtins::{list, sequence};
use crate::error::PyResult;
use crate::layouts::List;
use crate::object::Ref;
use crate::value::Value;

pub fn concat(lhs: Ref<List>, rhs: Ref<List>) -> PyResult<Ref<List>> {
    list::concatenated(lhs, rhs)
}
pub fn part(self_: Ref<List>, start: i64, stop: i64) -> Ref<List> {
    list::slices::part(self_, start, stop)
}
pub fn turn_around(self_: Ref<List>, n: i64) {
    self_.items.get().turn_around(n as usize, self_.len());
}
pub fn contains(self_: Ref<List>, item: Value) -> PyResult<bool> {
    sequence::contains(self_, item)
}
