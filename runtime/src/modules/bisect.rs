//! The module `_bisect` (rows: spec/modules/_bisect.toml).

use crate::builtins::str as bytes;
use crate::error::{PyResult, index_error, value_error};
use crate::layouts::List;
use crate::object::Ref;
use crate::protocol::{self, CmpOp};
use crate::value::Value;
use crate::{attr, call, number};

/// The bounds of the search; a negative upper one stands for the length.
fn bounds(a: Value, lo: i64, hi: i64) -> PyResult<(i64, i64)> {
    if lo < 0 {
        return Err(value_error("lo must be non-negative"));
    }
    if hi != -1 {
        return Ok((lo, hi));
    }
    if a.cast::<crate::layouts::Dict>().is_some() {
        return Err(raise_fmt!(
            type_error,
            "object of type '{}' has no len()",
            crate::attr::type_name(a)
        ));
    }
    Ok((lo, protocol::len(a)?))
}

#[inline]
fn item(a: Value, i: i64) -> PyResult {
    match a.exact::<List>() {
        Some(l) => l
            .item(i as usize)
            .ok_or_else(|| index_error("list index out of range")),
        None => protocol::sequence_item(a, i),
    }
}

#[inline]
fn less(a: Value, b: Value) -> PyResult<bool> {
    match number::compare_exact(a, b, CmpOp::Lt) {
        Some(r) => Ok(r),
        None => protocol::compare_bool(a, b, CmpOp::Lt),
    }
}

/// Halves the range until the place is found; `is_left(item)` says that it is in the left half.
#[inline]
fn search(a: Value, lo: i64, hi: i64, is_left: impl Fn(Value) -> PyResult<bool>) -> PyResult<i64> {
    let (mut lo, mut hi) = bounds(a, lo, hi)?;
    while lo < hi {
        let mid = ((lo as u64 + hi as u64) / 2) as i64;
        if is_left(item(a, mid)?)? {
            hi = mid;
        } else {
            lo = mid + 1;
        }
    }
    Ok(lo)
}

pub fn bisect_right(a: Value, x: Value, lo: i64, hi: i64) -> PyResult<i64> {
    search(a, lo, hi, |v| less(x, v))
}

pub fn bisect_left(a: Value, x: Value, lo: i64, hi: i64) -> PyResult<i64> {
    search(a, lo, hi, |v| Ok(!less(v, x)?))
}

fn insert(a: Value, at: i64, x: Value) -> PyResult<()> {
    match a.exact::<List>() {
        Some(l) => {
            let l: Ref<List> = l;
            l.insert_at(at as usize, x)
        }
        None => {
            let method = attr::get(a, bytes::intern(b"insert"))?;
            call::call_values(method, &[Value::int(at), x]).map(|_| ())
        }
    }
}

pub fn insort_right(a: Value, x: Value, lo: i64, hi: i64) -> PyResult<()> {
    let at = bisect_right(a, x, lo, hi)?;
    insert(a, at, x)
}

pub fn insort_left(a: Value, x: Value, lo: i64, hi: i64) -> PyResult<()> {
    let at = bisect_left(a, x, lo, hi)?;
    insert(a, at, x)
}
