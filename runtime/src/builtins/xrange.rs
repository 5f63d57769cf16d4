//! `xrange` and its iterator: arithmetic progressions of machine integers.

use crate::call::Args;
use crate::error::{PyResult, index_error, overflow_error, type_error, value_error};
use crate::layouts::{RangeIter, Xrange};
use crate::number;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;

use super::{receiver, sequence, str, tuple};

/// How many of `low, low + step, …` are below `high`; `step` is positive. `None`: more than a machine
/// integer counts.
pub fn length(low: i64, high: i64, step: u64) -> Option<i64> {
    if low >= high {
        return Some(0);
    }
    let distance = high.wrapping_sub(low) as u64 - 1;
    i64::try_from(distance / step + 1).ok()
}

/// `xrange.__new__`
pub fn new_instance(_: Ref<Type>, args: Args<'_>) -> PyResult {
    if args.nkw() > 0 {
        return Err(type_error("xrange() does not take keyword arguments"));
    }
    let int = |v: Value| number::int_from_value(v);
    let (start, stop, step) = match *args.pos() {
        [stop] => (0, int(stop)?, 1),
        [start, stop] => (int(start)?, int(stop)?, 1),
        [start, stop, step] => (int(start)?, int(stop)?, int(step)?),
        _ => return Err(type_error("xrange() requires 1-3 int arguments")),
    };
    if step == 0 {
        return Err(value_error("xrange() arg 3 must not be zero"));
    }
    let len = if step > 0 {
        length(start, stop, step as u64)
    } else {
        length(stop, start, step.unsigned_abs())
    };
    match len {
        Some(len) => Ok(new(start, step, len).into()),
        None => Err(overflow_error("xrange() result has too many items")),
    }
}

/// A new xrange of `len` integers.
pub fn new(start: i64, step: i64, len: i64) -> Ref<Xrange> {
    Xrange::alloc(start, step, len)
}

impl Xrange {
    /// Integer number `i`.
    fn at(&self, i: i64) -> i64 {
        self.start
            .get()
            .wrapping_add(i.wrapping_mul(self.step.get()))
    }
}

impl Xrange {
    /// What comes after the last integer; the bound of machine integers when that is beyond.
    fn stop(&self) -> i64 {
        let after =
            i128::from(self.start.get()) + i128::from(self.len.get()) * i128::from(self.step.get());
        after.clamp(i64::MIN.into(), i64::MAX.into()) as i64
    }
}

fn this(v: Value) -> PyResult<Ref<Xrange>> {
    v.cast::<Xrange>()
        .ok_or_else(|| receiver::wrong("xrange", v))
}

/// `len(r)`
pub fn len(self_: Value) -> PyResult<i64> {
    Ok(this(self_)?.len.get())
}

/// `r[i]`
pub fn getitem(self_: Value, index: Value) -> PyResult {
    let r = this(self_)?;
    let i = sequence::numbered(self_, index)?;
    if (i as u64) < r.len.get() as u64 {
        return Ok(Value::int(r.at(i)));
    }
    Err(index_error("xrange object index out of range"))
}

/// `repr(r)`: the arguments of a call that makes the same one.
pub fn repr(self_: Value) -> PyResult {
    let r = this(self_)?;
    let (start, stop, step) = (r.start.get(), r.stop(), r.step.get());
    let text = match (start, step) {
        (0, 1) => format!("xrange({stop})"),
        (_, 1) => format!("xrange({start}, {stop})"),
        _ => format!("xrange({start}, {stop}, {step})"),
    };
    Ok(str::from_text(&text).into())
}

/// `r.__reduce__()`
pub fn reduce(self_: Ref<Xrange>, _args: &[Value]) -> PyResult {
    let args = tuple::from_slice(&[
        Value::int(self_.start.get()),
        Value::int(self_.stop()),
        Value::int(self_.step.get()),
    ]);
    Ok(tuple::from_slice(&[crate::types::XRANGE.get().into(), args.into()]).into())
}

/// `iter(xrange([start,] stop[, step]))`, without the object where all are plain ints.
pub fn to_iterate(a: Value, b: Option<Value>, c: Option<Value>) -> PyResult {
    if let Some(made) = plain(a, b, c) {
        return Ok(made.into());
    }
    let args = [Some(a), b, c];
    let n = args.iter().flatten().count();
    let args = args.map(|v| v.unwrap_or(Value::none()));
    crate::protocol::iter(crate::call::call_values(
        crate::types::XRANGE.get().into(),
        &args[..n],
    )?)
}

/// An iterator over the range of such arguments where they are plain ints.
pub fn plain(a: Value, b: Option<Value>, c: Option<Value>) -> Option<Ref<RangeIter>> {
    let (low, high) = match b {
        Some(stop) => (a.as_small_int()?, stop.as_small_int()?),
        None => (0, a.as_small_int()?),
    };
    let step = c.map_or(Some(1), Value::as_small_int)?;
    let n = match step {
        0 => return None,
        1.. => length(low, high, step as u64)?,
        _ => length(high, low, step.unsigned_abs())?,
    };
    Some(progression(low, step, n))
}

/// An iterator over `left` ints from `at` on.
fn progression(at: i64, step: i64, left: i64) -> Ref<RangeIter> {
    RangeIter::alloc(at, step, left)
}

/// `iter(r)`
pub fn iter(self_: Value) -> PyResult {
    let r = this(self_)?;
    Ok(progression(r.start.get(), r.step.get(), r.len.get()).into())
}

/// `reversed(r)`
pub fn reversed(self_: Ref<Xrange>) -> PyResult {
    let n = self_.len.get();
    Ok(progression(self_.at(n - 1), self_.step.get().wrapping_neg(), n).into())
}

/// The next integer.
#[inline]
pub fn iter_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(it) = self_.cast::<RangeIter>() else {
        return Ok(None);
    };
    let left = it.left.get();
    if left <= 0 {
        return Ok(None);
    }
    let i = it.at.get();
    it.left.set(left - 1);
    it.at.set(i.wrapping_add(it.step.get()));
    Ok(Some(Value::int(i)))
}

/// How many are left.
pub fn iter_hint(self_: Ref<RangeIter>) -> PyResult<i64> {
    Ok(self_.left.get())
}
