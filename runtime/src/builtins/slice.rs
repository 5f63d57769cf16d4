//! `slice`, and the arithmetic of slices.

use crate::call::Args;
use crate::error::{PyResult, overflow_error, type_error, value_error};
use crate::layouts::{Slice, Tuple};
use crate::number;
use crate::object::Ref;
use crate::protocol;
use crate::typeobj::Type;
use crate::value::Value;

use super::{receiver, str, tuple};

/// A new slice object.
pub fn new(start: Value, stop: Value, step: Value) -> Ref<Slice> {
    Slice::alloc(start, stop, step)
}

/// What a slice means for a sequence of a certain length: `len` indices from `start` by `step`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    pub start: i64,
    pub stop: i64,
    pub step: i64,
    pub len: usize,
}

impl Range {
    /// The indices; each is within the sequence.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..self.len as i64).map(move |k| (self.start + k * self.step) as usize)
    }

    /// Is it the whole sequence of `n` elements, in order?
    pub fn is_all(self, n: usize) -> bool {
        self.step == 1 && self.len == n
    }

    /// The same indices in ascending order.
    pub fn ascending(self) -> Range {
        if self.step > 0 || self.len == 0 {
            return self;
        }
        let start = self.start + (self.len as i64 - 1) * self.step;
        Range {
            start,
            stop: self.start + 1,
            step: -self.step,
            len: self.len,
        }
    }
}

/// Applies a slice to a sequence. Its length is asked for last: the bounds' `__index__` may change it.
pub fn resolve(s: Ref<Slice>, len: impl FnOnce() -> usize) -> PyResult<Range> {
    resolve_signed(s, || len() as i64)
}

/// The same as start, step and number of indices.
pub fn indices(s: Ref<Slice>, len: impl FnOnce() -> usize) -> PyResult<(i64, i64, usize)> {
    resolve(s, len).map(|r| (r.start, r.step, r.len))
}

fn resolve_signed(s: Ref<Slice>, len: impl FnOnce() -> i64) -> PyResult<Range> {
    let step = match number::slice_index(s.step.get())? {
        Some(0) => return Err(value_error("slice step cannot be zero")),
        // So that it can be negated.
        Some(k) => k.max(-i64::MAX),
        None => 1,
    };
    let start = number::slice_index(s.start.get())?;
    let stop = number::slice_index(s.stop.get())?;
    Ok(Bounds { start, stop, step }.of_signed(len()))
}

/// The bounds of a slice as numbers; `None` where one is left out.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    start: Option<i64>,
    stop: Option<i64>,
    /// Neither 0 nor the least of all numbers, which has no counterpart.
    step: i64,
}

impl Bounds {
    /// Those that are small ints or None; `None` for others, and for a step of 0.
    #[inline]
    pub fn small(start: Value, stop: Value, step: Value) -> Option<Bounds> {
        let number = |v: Value| match v.as_small_int() {
            Some(i) => Some(Some(i)),
            None => v.is_none().then_some(None),
        };
        let step = number(step)?.unwrap_or(1);
        (step != 0).then_some(Bounds {
            start: number(start)?,
            stop: number(stop)?,
            step,
        })
    }

    /// What they mean for a sequence of that length.
    #[inline]
    pub fn of(self, len: usize) -> Range {
        self.of_signed(len as i64)
    }

    #[inline]
    fn of_signed(self, n: i64) -> Range {
        let step = self.step;
        let (first, last) = if step < 0 {
            (i64::MAX, i64::MIN)
        } else {
            (0, i64::MAX)
        };
        let start = self.start.unwrap_or(first);
        let stop = self.stop.unwrap_or(last);
        let (low, high) = if step < 0 {
            (-1, n.wrapping_sub(1))
        } else {
            (0, n)
        };
        // With a negative length (`indices` accepts one) the sum may wrap, as in CPython.
        let place = |i: i64| match i {
            i if i < 0 => Some(i.wrapping_add(n)).filter(|i| *i >= 0).unwrap_or(low),
            i if i >= n => high,
            i => i,
        };
        let (start, stop) = (place(start), place(stop));
        Range {
            start,
            stop,
            step,
            len: count(start, stop, step),
        }
    }
}

/// How many steps lead from `start` to before `stop`.
fn count(start: i64, stop: i64, step: i64) -> usize {
    let (low, high) = match step > 0 {
        true => (start, stop),
        false => (stop, start),
    };
    if low >= high {
        return 0;
    }
    let distance = high.wrapping_sub(low) as u64 - 1;
    match step.unsigned_abs() {
        // A division takes as long as copying a few elements.
        1 => distance as usize + 1,
        k => (distance / k + 1) as usize,
    }
}

fn this(v: Value) -> PyResult<Ref<Slice>> {
    v.cast::<Slice>().ok_or_else(|| receiver::wrong("slice", v))
}

/// `slice.__new__`
pub fn new_instance(_: Ref<Type>, args: Args<'_>) -> PyResult {
    if args.nkw() > 0 {
        return Err(type_error("slice() does not take keyword arguments"));
    }
    let none = Value::none();
    Ok(match *args.pos() {
        [stop] => new(none, stop, none),
        [start, stop] => new(start, stop, none),
        [start, stop, step] => new(start, stop, step),
        [] => return Err(type_error("slice expected at least 1 arguments, got 0")),
        ref more => {
            return Err(raise_fmt!(
                type_error,
                "slice expected at most 3 arguments, got {}",
                more.len()
            ));
        }
    }
    .into())
}

/// `s.indices(n)`
pub fn indices_method(self_: Ref<Slice>, n: Value) -> PyResult {
    let n = number::as_index_or(n, overflow_error)?;
    let r = resolve_signed(self_, || n)?;
    Ok(tuple::from_slice(&[Value::int(r.start), Value::int(r.stop), Value::int(r.step)]).into())
}

fn parts(s: Ref<Slice>) -> Ref<Tuple> {
    tuple::from_slice(&[s.start.get(), s.stop.get(), s.step.get()])
}

/// `repr(s)`
pub fn repr(self_: Value) -> PyResult {
    let mut out = b"slice".to_vec();
    out.extend_from_slice(protocol::repr(parts(this(self_)?).into())?.bytes());
    Ok(str::new(&out).into())
}

/// `cmp(a, b)`: as tuples.
pub fn cmp(a: Value, b: Value) -> PyResult<i32> {
    let Some(y) = b.cast::<Slice>() else {
        return Err(raise_fmt!(
            type_error,
            "slice.__cmp__(x,y) requires y to be a 'slice', not a '{}'",
            crate::attr::type_name(b)
        ));
    };
    let x = this(a)?;
    if x == y {
        return Ok(0);
    }
    for (p, q) in [
        (x.start.get(), y.start.get()),
        (x.stop.get(), y.stop.get()),
        (x.step.get(), y.step.get()),
    ] {
        let c = protocol::cmp(p, q)?;
        if c != 0 {
            return Ok(c);
        }
    }
    Ok(0)
}

/// `hash(s)`: slices have none.
pub fn hash(_: Value) -> PyResult<i64> {
    Err(type_error("unhashable type"))
}

/// `s.__reduce__()`
pub fn reduce(self_: Ref<Slice>) -> PyResult {
    Ok(tuple::from_slice(&[crate::types::SLICE.get().into(), parts(self_).into()]).into())
}
