//! The iterator over sets.

use crate::builtins::receiver;
use crate::error::{PyResult, runtime_error};
use crate::layouts::{Set, SetIter};
use crate::object::Ref;
use crate::value::Value;

use super::as_set;

/// A size that no set has: the iterator failed for good.
const FAILED: i64 = -1;

/// An iterator over a set.
pub fn set_iter(s: Ref<Set>) -> Ref<SetIter> {
    SetIter::alloc(Some(s), s.used.get(), 0, s.used.get())
}

/// `iter(s)`
pub fn iter(self_: Value) -> PyResult {
    match as_set(self_) {
        Some(s) => Ok(set_iter(s).into()),
        None => Err(receiver::wrong("set", self_)),
    }
}

/// The next element.
#[inline]
pub fn iter_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(it) = self_.cast::<SetIter>() else {
        return Ok(None);
    };
    let Some(s) = it.set.get() else {
        return Ok(None);
    };
    if it.used.get() != s.used.get() {
        it.used.set(FAILED);
        return Err(runtime_error("Set changed size during iteration"));
    }
    let mut at = it.index.get() as usize;
    let found = s.next_hashed(&mut at);
    it.index.set(at as i64);
    match found {
        Some((v, _)) => {
            it.left.set(it.left.get() - 1);
            Ok(Some(v))
        }
        None => {
            it.set.set(None);
            Ok(None)
        }
    }
}

/// How many are left, as far as one can tell.
pub fn iter_hint(self_: Ref<SetIter>) -> PyResult<i64> {
    match self_.set.get() {
        Some(s) if s.used.get() == self_.used.get() => Ok(self_.left.get()),
        _ => Ok(0),
    }
}
