//! `d.viewkeys()`, `d.viewvalues()`, `d.viewitems()`.
//!
//! Key and item views are set-like: they compare with sets and with each other, and the
//! operators make sets, in the order in which CPython's would come out.

use crate::builtins::iterators::for_each_while;
use crate::builtins::{list, receiver, repr_guard, set, str};
use crate::error::PyResult;
use crate::layouts::{Dict, DictItems, DictKeys, DictValues, Set, Tuple};
use crate::object::Ref;
use crate::protocol::{self, CmpOp};
use crate::value::Value;

macro_rules! constructors {
    ($($(#[$doc:meta])* $f:ident $layout:ident;)*) => { $(
        $(#[$doc])*
        pub fn $f(self_: Ref<Dict>) -> PyResult<Ref<$layout>> {
            Ok($layout::alloc(self_))
        }
    )* };
}

constructors! {
    /// `d.viewkeys()`
    viewkeys DictKeys;
    /// `d.viewvalues()`
    viewvalues DictValues;
    /// `d.viewitems()`
    viewitems DictItems;
}

/// The dict behind a view.
fn dict_of(view: Value) -> Option<Ref<Dict>> {
    None.or_else(|| view.cast::<DictKeys>().map(|v| v.dict.get()))
        .or_else(|| view.cast::<DictItems>().map(|v| v.dict.get()))
        .or_else(|| view.cast::<DictValues>().map(|v| v.dict.get()))
}

/// `len(view)`
pub fn view_len(self_: Value) -> PyResult<i64> {
    Ok(dict_of(self_).map_or(0, |d| d.len() as i64))
}

/// `iter(view)`
pub fn view_iter(self_: Value) -> PyResult {
    let Some(d) = dict_of(self_) else {
        return Err(receiver::wrong("dict_keys", self_));
    };
    Ok(if self_.cast::<DictKeys>().is_some() {
        super::iterkeys(d).into()
    } else if self_.cast::<DictItems>().is_some() {
        super::iteritems(d).into()
    } else {
        super::itervalues(d).into()
    })
}

/// `repr(view)`: the type's name around the list of what it yields.
pub fn view_repr(self_: Value) -> PyResult {
    let name = crate::attr::type_name(self_);
    let Some(_guard) = repr_guard::enter(self_) else {
        return Ok(str::from_text(&format!("{name}(...)")).into());
    };
    let items = list::from_iterable(self_)?;
    let mut out = crate::text::shown::into_bytes(format!("{name}("));
    out.extend_from_slice(protocol::repr(items.into())?.bytes());
    out.push(b')');
    Ok(str::new(&out).into())
}

/// `key in d.viewkeys()`
pub fn keys_contains(self_: Value, key: Value) -> PyResult<bool> {
    match dict_of(self_) {
        Some(d) => d.contains(key),
        None => Ok(false),
    }
}

/// `(key, value) in d.viewitems()`
pub fn items_contains(self_: Value, item: Value) -> PyResult<bool> {
    let (Some(d), Some(t)) = (dict_of(self_), item.cast::<Tuple>()) else {
        return Ok(false);
    };
    let [key, value] = *t.items() else {
        return Ok(false);
    };
    match d.get_quiet(key) {
        Some(v) => protocol::equal(value, v),
        None => Ok(false),
    }
}

/// Does `v` have set comparison, as views see it?
fn is_set_like(v: Value) -> bool {
    set::as_set(v).is_some() || v.cast::<DictKeys>().is_some() || v.cast::<DictItems>().is_some()
}

/// Is everything that `a` yields in `b`?
fn all_contained(a: Value, b: Value) -> PyResult<bool> {
    let mut all = true;
    for_each_while(a, |x| {
        all = protocol::contains(b, x)?;
        Ok(all)
    })?;
    Ok(all)
}

/// Comparison of key and item views.
pub fn view_richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    if !is_set_like(b) {
        return Ok(crate::singletons::not_implemented());
    }
    let (m, n) = (protocol::len(a)?, protocol::len(b)?);
    let result = match op {
        CmpOp::Eq => m == n && all_contained(a, b)?,
        CmpOp::Ne => !(m == n && all_contained(a, b)?),
        CmpOp::Lt => m < n && all_contained(a, b)?,
        CmpOp::Le => m <= n && all_contained(a, b)?,
        CmpOp::Gt => m > n && all_contained(b, a)?,
        CmpOp::Ge => m >= n && all_contained(b, a)?,
    };
    Ok(Value::bool(result))
}

fn operation(a: Value, b: Value, update: impl Fn(Ref<Set>, Value) -> PyResult<()>) -> PyResult {
    let s = set::from_iterable(a)?;
    update(s, b)?;
    Ok(s.into())
}

/// `a - b`
pub fn view_sub(a: Value, b: Value) -> PyResult {
    operation(a, b, set::subtract)
}

/// `a & b`
pub fn view_and(a: Value, b: Value) -> PyResult {
    operation(a, b, set::intersect)
}

/// `a | b`
pub fn view_or(a: Value, b: Value) -> PyResult {
    operation(a, b, set::extend)
}

/// `a ^ b`
pub fn view_xor(a: Value, b: Value) -> PyResult {
    operation(a, b, set::toggle)
}
