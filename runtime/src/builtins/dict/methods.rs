//! What Python sees of `dict`, apart from filling it from others ([`super::update`]).

use crate::builtins::{receiver, repr_guard, str};
use crate::error::{PyResult, key_error};
use crate::layouts::{Dict, List};
use crate::object::Ref;
use crate::protocol::{self, CmpOp};
use crate::value::Value;

use super::table::{At, Hashed, MIN_SIZE};
use super::{collect, hash_key, pair};

/// `len(d)`
pub fn len(self_: Value) -> PyResult<i64> {
    Ok(this(self_)?.len() as i64)
}

/// The receiver of a slot, which the type system of the tables has checked already.
fn this(v: Value) -> PyResult<Ref<Dict>> {
    v.cast::<Dict>().ok_or_else(|| receiver::wrong("dict", v))
}

/// `d.keys()`
pub fn keys(self_: Ref<Dict>) -> PyResult<Ref<List>> {
    Ok(keys_list(self_))
}

/// The keys.
pub fn keys_list(d: Ref<Dict>) -> Ref<List> {
    collect(d, |k, _| k)
}

/// `d.values()`
pub fn values(self_: Ref<Dict>) -> PyResult<Ref<List>> {
    Ok(collect(self_, |_, v| v))
}

/// `d.items()`
pub fn items(self_: Ref<Dict>) -> PyResult<Ref<List>> {
    Ok(collect(self_, |k, v| pair(k, v).into()))
}

/// `d.has_key(key)`, `d.__contains__(key)`
pub fn has_key(self_: Ref<Dict>, key: Value) -> PyResult<bool> {
    self_.contains(key)
}

/// The same, called by the name that Python 3 does not have.
pub fn has_key_by_name(self_: Ref<Dict>, key: Value) -> PyResult<bool> {
    crate::modules::warnings::of_python3(
        "dict.has_key() not supported in 3.x; use the in operator",
    )?;
    has_key(self_, key)
}

/// `key in d`
pub fn contains(self_: Value, key: Value) -> PyResult<bool> {
    this(self_)?.contains(key)
}

/// `d.get(key, default)`
pub fn get(self_: Ref<Dict>, key: Value, default: Value) -> PyResult {
    Ok(self_.get(key)?.unwrap_or(default))
}

/// `d.setdefault(key, default)`
pub fn setdefault(self_: Ref<Dict>, key: Value, default: Value) -> PyResult {
    let hash = hash_key(key)?;
    let place = self_.lookup(key, hash)?;
    if let At::Found(i) = place.at()
        && let Some(v) = self_.value_at(i)
    {
        return Ok(v);
    }
    self_.set_place(place, key, hash, default)?;
    Ok(default)
}

/// `d.pop(key, default)`
pub fn pop(self_: Ref<Dict>, key: Value, default: Option<Value>) -> PyResult {
    if self_.is_empty() {
        // Not even an unhashable key is looked at then.
        return default.ok_or_else(|| key_error(key));
    }
    match self_.take(key)?.or(default) {
        Some(v) => Ok(v),
        None => Err(key_error(key)),
    }
}

/// `d.popitem()`
pub fn popitem(self_: Ref<Dict>) -> PyResult {
    if self_.is_empty() {
        return Err(key_error(
            str::new(b"popitem(): dictionary is empty").into(),
        ));
    }
    let i = self_.pop_place();
    let (Some(k), Some(v)) = (self_.key_at(i), self_.value_at(i)) else {
        unreachable!("pop_place finds a live entry")
    };
    self_.vacate(i);
    self_.popped(i);
    Ok(pair(k, v).into())
}

/// `d.clear()`
pub fn clear_method(self_: Ref<Dict>) -> PyResult<()> {
    self_.clear();
    Ok(())
}

/// `d.__sizeof__()`: what CPython's object would take.
pub fn sizeof(self_: Ref<Dict>) -> PyResult<i64> {
    const ENTRY: usize = 24;
    let size = self_.table().mask() + 1;
    // The smallest table is part of the object there.
    let table = if size > MIN_SIZE { size * ENTRY } else { 0 };
    Ok(crate::sizes::of_object(self_.into()) + table as i64)
}

/// `repr(d)`
pub fn repr(self_: Value) -> PyResult {
    let d = this(self_)?;
    let Some(_guard) = repr_guard::enter(self_) else {
        return Ok(str::new(b"{...}").into());
    };
    let mut out = vec![b'{'];
    let mut at = 0;
    let mut is_first = true;
    while let Some((k, v)) = d.next_entry(&mut at) {
        if !std::mem::replace(&mut is_first, false) {
            out.extend_from_slice(b", ");
        }
        repr_guard::item(k, &mut out)?;
        out.extend_from_slice(b": ");
        repr_guard::item(v, &mut out)?;
    }
    out.push(b'}');
    Ok(str::new(&out).into())
}

/// `a == b`, `a != b`; the order of dicts is [`cmp`]'s.
pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    match (op, a.cast::<Dict>(), b.cast::<Dict>()) {
        (CmpOp::Eq, Some(a), Some(b)) => Ok(Value::bool(equal(a, b)?)),
        (CmpOp::Ne, Some(a), Some(b)) => Ok(Value::bool(!equal(a, b)?)),
        (_, Some(_), Some(_)) => {
            crate::modules::warnings::of_python3(
                "dict inequality comparisons not supported in 3.x",
            )?;
            Ok(crate::singletons::not_implemented())
        }
        _ => Ok(crate::singletons::not_implemented()),
    }
}

fn equal(a: Ref<Dict>, b: Ref<Dict>) -> PyResult<bool> {
    if a.len() != b.len() {
        return Ok(false);
    }
    let mut at = 0;
    while let Some((k, hash, v)) = a.next_hashed(&mut at) {
        match b.get_hashed_quiet(k, hash) {
            Some(w) if protocol::equal(v, w)? => {}
            _ => return Ok(false),
        }
    }
    Ok(true)
}

/// `cmp(a, b)`: by length, then by the smallest key whose values differ, then by those.
pub fn cmp(a: Value, b: Value) -> PyResult<i32> {
    let (Some(x), Some(y)) = (a.cast::<Dict>(), b.cast::<Dict>()) else {
        return Err(raise_fmt!(
            type_error,
            "dict.__cmp__(x,y) requires y to be a 'dict', not a '{}'",
            crate::attr::type_name(b)
        ));
    };
    if x.len() != y.len() {
        return Ok(if x.len() < y.len() { -1 } else { 1 });
    }
    let Some((xk, xv)) = smallest_difference(x, y)? else {
        return Ok(0);
    };
    let Some((yk, yv)) = smallest_difference(y, x)? else {
        return Ok(0);
    };
    match protocol::cmp(xk, yk)? {
        0 => protocol::cmp(xv, yv),
        c => Ok(c),
    }
}

/// The smallest key of `a` whose value differs from that in `b`, with its value.
fn smallest_difference(a: Ref<Dict>, b: Ref<Dict>) -> PyResult<Option<(Value, Value)>> {
    let mut best: Option<(Value, Value)> = None;
    let mut at = 0;
    while let Some((key, _)) = a.next_entry(&mut at) {
        if let Some((k, _)) = best
            && protocol::compare_bool(k, key, CmpOp::Lt)?
        {
            continue;
        }
        // The comparison may have changed the dict.
        let Some(value) = a.value_at(at - 1) else {
            continue;
        };
        let same = match b.get_quiet(key) {
            Some(other) => protocol::equal(value, other)?,
            None => false,
        };
        if !same {
            best = Some((key, value));
        }
    }
    Ok(best)
}
