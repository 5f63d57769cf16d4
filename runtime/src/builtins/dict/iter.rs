//! Iterators over dicts. They go by entry index, like CPython's, and refuse to go on when the
//! dict's size has changed.

use crate::error::{PyResult, runtime_error};
use crate::layouts::{Dict, DictItemIter, DictKeyIter, DictValueIter};
use crate::object::Ref;
use crate::value::Value;

use super::pair;
use super::table::Hashed;
use crate::builtins::receiver;

/// A size that no dict has: the iterator failed for good.
const FAILED: i64 = -1;

macro_rules! iterators {
    ($($(#[$doc:meta])* $new:ident $method:ident $next:ident $hint:ident $layout:ident |$k:ident, $v:ident| $result:expr;)*) => { $(
        $(#[$doc])*
        pub fn $new(self_: Ref<Dict>) -> Ref<$layout> {
            $layout::alloc(Some(self_), self_.used.get(), 0, self_.used.get())
        }

        $(#[$doc])*
        pub fn $method(self_: Ref<Dict>) -> PyResult<Ref<$layout>> {
            Ok($new(self_))
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
        pub fn $hint(self_: Ref<$layout>) -> PyResult<i64> {
            match self_.dict.get() {
                Some(d) if d.used.get() == self_.used.get() => Ok(self_.left.get()),
                _ => Ok(0),
            }
        }
    )* };
}

iterators! {
    /// `d.iterkeys()`, `iter(d)`
    iterkeys iterkeys_method next_key key_iter_hint DictKeyIter |k, _v| k;
    /// `d.itervalues()`
    itervalues itervalues_method next_value value_iter_hint DictValueIter |_k, v| v;
    /// `d.iteritems()`
    iteritems iteritems_method next_item item_iter_hint DictItemIter |k, v| pair(k, v).into();
}

/// `iter(d)`
pub fn iter(self_: Value) -> PyResult {
    match self_.cast::<Dict>() {
        Some(d) => Ok(iterkeys(d).into()),
        None => Err(receiver::wrong("dict", self_)),
    }
}
