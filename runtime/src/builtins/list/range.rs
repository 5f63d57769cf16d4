//! `range`: lists of arithmetic progressions, of integers of any size.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};

use crate::attr::type_name;
use crate::builtins::xrange;
use crate::error::{PyResult, Raised, overflow_error, type_error, value_error};
use crate::layouts::{HeapFloat, List, Long};
use crate::number::Num;
use crate::number::view::long;
use crate::object::Ref;
use crate::value::Value;

fn range_argument(v: Value, what: &str) -> PyResult {
    if v.is_float() || v.cast::<HeapFloat>().is_some() {
        return Err(raise_fmt!(
            type_error,
            "range() integer {what} argument expected, got float."
        ));
    }
    if v.as_int().is_some() || v.cast::<Long>().is_some() {
        return Ok(v);
    }
    match v.ty().slots.int.get() {
        Some(f) => {
            let r = f(v)?;
            if r.as_int().is_some() || r.cast::<Long>().is_some() {
                return Ok(r);
            }
            Err(type_error("__int__ should return int object"))
        }
        None => Err(raise_fmt!(
            type_error,
            "range() integer {what} argument expected, got {}.",
            type_name(v)
        )),
    }
}

/// `range([start,] stop[, step])`
pub fn range(a: Value, b: Option<Value>, c: Option<Value>) -> PyResult {
    if let Some((first, second, step)) = machine_integers(a, b, c) {
        return match second {
            Some(stop) => of_ints(first, stop, step),
            None => of_ints(0, first, step),
        };
    }
    let (start, stop) = match b {
        Some(b) => {
            let stop = range_argument(b, "end")?;
            (range_argument(a, "start")?, stop)
        }
        None => (Value::small_int(0), range_argument(a, "end")?),
    };
    let step = match c {
        Some(c) => range_argument(c, "step")?,
        None => Value::small_int(1),
    };
    let (Some(low), Some(high), Some(by)) = (small(start), small(stop), small(step)) else {
        // An instance of a class may have its own idea of 0.
        if crate::protocol::cmp(step, Value::small_int(0))? == 0 {
            return Err(zero_step());
        }
        return of_longs(&big(start)?, &big(stop)?, &big(step)?);
    };
    of_ints(low, high, by)
}

/// `iter(range([start,] stop[, step]))`, without the list where that holds plain ints, and is none that no memory is large
/// enough for.
pub fn to_iterate(a: Value, b: Option<Value>, c: Option<Value>) -> PyResult {
    const MOST: i64 = 1 << 28;
    if let Some(made) = xrange::plain(a, b, c)
        && made.left.get() <= MOST
    {
        return Ok(made.into());
    }
    crate::protocol::iter(range(a, b, c)?)
}

/// The arguments where all of them make machine integers. Otherwise they are looked at anew.
fn machine_integers(
    a: Value,
    b: Option<Value>,
    c: Option<Value>,
) -> Option<(i64, Option<i64>, i64)> {
    let of = |v: Value| crate::exception::quiet(|| crate::number::int_from_value(v));
    let first = of(a)?;
    let second = match b {
        Some(b) => Some(of(b)?),
        None => None,
    };
    let step = match c {
        Some(c) => of(c)?,
        None => 1,
    };
    Some((first, second, step))
}

fn of_ints(low: i64, high: i64, by: i64) -> PyResult {
    if by == 0 {
        return Err(zero_step());
    }
    let span = if by > 0 {
        i128::from(high) - i128::from(low)
    } else {
        i128::from(low) - i128::from(high)
    };
    let stride = i128::from(by).abs();
    let n = if span <= 0 {
        0
    } else {
        (span + stride - 1) / stride
    };
    let l = with_room(i64::try_from(n).ok())?;
    let mut x = low;
    for _ in 0..n {
        l.push(Value::int(x));
        x = x.wrapping_add(by);
    }
    Ok(l.into())
}

/// The integer, if it fits a machine word.
fn small(v: Value) -> Option<i64> {
    match Num::of(v)? {
        Num::Int(i) => Some(i),
        Num::Long(n) => n.to_i64(),
        _ => None,
    }
}

fn big(v: Value) -> PyResult<BigInt> {
    Num::of(v)
        .and_then(Num::to_big)
        .ok_or_else(|| type_error("expected an integer"))
}

/// All elements are longs when one of the arguments does not fit a machine word.
fn of_longs(start: &BigInt, stop: &BigInt, step: &BigInt) -> PyResult {
    if step.is_zero() {
        return Err(zero_step());
    }
    let span = if step.is_positive() {
        stop - start
    } else {
        start - stop
    };
    let n = if span.is_positive() {
        let n: BigInt = (span - 1) / step.abs() + 1;
        n.to_i64()
    } else {
        Some(0)
    };
    let l = with_room(n)?;
    let mut x = start.clone();
    for _ in 0..n.unwrap_or(0) {
        l.push(long(x.clone()));
        x += step;
    }
    Ok(l.into())
}

/// An empty list with room for so many elements; `None` is more than a machine word counts.
fn with_room(n: Option<i64>) -> PyResult<Ref<List>> {
    let Some(n) = n else {
        return Err(overflow_error("range() result has too many items"));
    };
    super::try_with_capacity(n as usize)
}

#[cold]
fn zero_step() -> Raised {
    value_error("range() step argument must not be zero")
}
