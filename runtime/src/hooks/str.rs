//! Byte strings of known type.

use crate::error::PyResult;
use crate::layouts::Str;
use crate::object::Ref;
use crate::value::Value;

pub fn equal(lhs: Ref<Str>, rhs: Ref<Str>) -> bool {
    lhs == rhs || lhs.as_ref().bytes() == rhs.as_ref().bytes()
}
pub fn compare(lhs: Ref<Str>, rhs: Ref<Str>) -> i64 {
    lhs.as_ref().bytes().cmp(rhs.as_ref().bytes()) as i64
}
pub fn concat(lhs: Ref<Str>, rhs: Ref<Str>) -> PyResult<Ref<Str>> {
    crate::builtins::str::concat(lhs, rhs)
}
pub fn contains(s: Ref<Str>, part: Ref<Str>) -> bool {
    crate::text::search::find(s.as_ref().bytes(), part.as_ref().bytes()).is_some()
}
/// A class derived from `str` may have a `__rmod__`, which comes first.
pub fn format(format: Ref<Str>, args: Value) -> PyResult {
    if args.cast::<Str>().is_some() && args.exact::<Str>().is_none() {
        return crate::number::modulo(format.into(), args);
    }
    crate::builtins::str::percent::format_str(format, args)
}
pub fn part(s: Ref<Str>, start: i64, stop: i64) -> Ref<Str> {
    let (i, j) = crate::builtins::sequence::slice_bounds(start, stop, s.as_ref().bytes().len());
    crate::builtins::str::split::part(s, i..j)
}
/// The one-byte string at an index in bounds.
pub fn char_at(s: Ref<Str>, index: i64) -> Ref<Str> {
    crate::builtins::str::singleton(s.as_ref().bytes()[index as usize])
}
