//! Iterators over dicts. They go by entry index, like CPython's, and refuse to go on when the
//! dict's size has changed.

use crate::error::{PyResult, runtime_error};
use crate::heap;
use crate::layouts::{Dict, DictItemIter, DictKeyIter, DictValueIter};
use crate::object::Ref;
use crate::value::Value;

use super::pair;
use super::table::Hashed;

/// A size that no dict has: the iterator failed for good.
const FAILED: i64 = -1;

macro_rules! iterators {
    ($($(#[$doc:meta])* $new:ident $next:ident $hint:ident $layout:ident $ty:ident |$k:ident, $v:ident| $result:expr;)*) => { $(
        $(#[$doc])*
        pub fn $new(self_: Ref<Dict>) -> Ref<$layout> {
            let it = heap::new_object::<$layout>(crate::types::$ty.get());
            it.dict.set(Some(self_));
            it.used.set(self_.used.get());
            it.left.set(self_.used.get());
            it
        }

        /// The next one.
        pub fn $next(self_: Value) -> PyResult<Option<Value>> {
            let Some(it) = self_.cast::<$layout>() else { return Ok(None) };
            let Some(d) = it.dict.get() else { return Ok(None) };
            if it.used.get() != d.used.get() {
                it.used.set(FAILED);
                return Err(runtime_error("dictionary changed size during iteration"));
            }
            let mut at = it.index.get() as usize;
            let found = d.next_live(&mut at);
            it.index.set(at as i64);
            match found.and_then(|(e, k)| Some((k, e.value.get()?))) {
                Some(($k, $v)) => {
                    it.left.set(it.left.get() - 1);
                    Ok(Some($result))
                }
                None => {
                    it.dict.set(None);
                    Ok(None)
                }
            }
        }

        /// How many are left, as far as one can tell.
        pub fn $hint(self_: Ref<$layout>) -> i64 {
            match self_.dict.get() {
                Some(d) if d.used.get() == self_.used.get() => self_.left.get(),
                _ => 0,
            }
        }
    )* };
}

iterators! {
    /// `d.iterkeys()`, `iter(d)`
    iterkeys next_key key_iter_hint DictKeyIter DICT_KEY_ITER |k, _v| k;
    /// `d.itervalues()`
    itervalues next_value value_iter_hint DictValueIter DICT_VALUE_ITER |_k, v| v;
    /// `d.iteritems()`
    iteritems next_item item_iter_hint DictItemIter DICT_ITEM_ITER |k, v| pair(k, v).into();
}

/// `iter(d)`
pub fn iter(self_: Value) -> PyResult {
    match self_.cast::<Dict>() {
        Some(d) => Ok(iterkeys(d).into()),
        None => Err(crate::protocols::bad_self("__iter__", "dict", self_)),
    }
}
