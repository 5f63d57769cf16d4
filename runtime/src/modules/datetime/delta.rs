//! `datetime.timedelta`

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::{bind, other_kind, shown_class};
use crate::attr::type_name;
use crate::builtins::{str as bytes, tuple};
use crate::call::Args;
use crate::error::{PyResult, Raised, overflow_error, type_error};
use crate::layouts::TimeDelta;
use crate::number::{self, Num};
use crate::object::Ref;
use crate::protocol::CmpOp;
use crate::singletons::not_implemented;
use crate::typeobj::Type;
use crate::types;
use crate::value::Value;

pub const MAX_DAYS: i64 = 999_999_999;
/// Microseconds of a day.
pub const DAY: i64 = 86_400_000_000;

fn this(v: Value) -> PyResult<Ref<TimeDelta>> {
    v.cast::<TimeDelta>()
        .ok_or_else(|| type_error("expected a datetime.timedelta"))
}

/// All of it in microseconds.
pub fn microseconds(d: Ref<TimeDelta>) -> i128 {
    (i128::from(d.days.get()) * 86400 + i128::from(d.seconds.get())) * 1_000_000
        + i128::from(d.microseconds.get())
}

/// A duration whose fields are in range.
pub fn plain(days: i64, seconds: i64, microseconds: i64) -> Value {
    TimeDelta::alloc(days, seconds, microseconds, -1).into()
}

/// Microseconds beside the days.
pub fn of_day(d: Ref<TimeDelta>) -> i64 {
    d.seconds.get() * 1_000_000 + d.microseconds.get()
}

/// A duration of so many microseconds.
pub fn from_microseconds(n: i128) -> PyResult {
    make(types::TIMEDELTA.get(), n)
}

/// A duration of so many days, at most twice as many as there may be, and microseconds.
pub fn from_parts(days: i64, microseconds: i64) -> PyResult {
    split(
        types::TIMEDELTA.get(),
        days + microseconds.div_euclid(DAY),
        microseconds.rem_euclid(DAY),
    )
}

fn make(ty: Ref<Type>, n: i128) -> PyResult {
    let day = i128::from(DAY);
    let Ok(days) = i64::try_from(n.div_euclid(day)) else {
        return Err(too_large());
    };
    split(ty, days, n.rem_euclid(day) as i64)
}

/// A duration of days and what is left in microseconds.
fn split(ty: Ref<Type>, days: i64, rest: i64) -> PyResult {
    if i32::try_from(days).is_err() {
        return Err(too_large());
    }
    if days.abs() > MAX_DAYS {
        return Err(overflow_error(format!(
            "days={days}; must have magnitude <= {MAX_DAYS}"
        )));
    }
    let (s, us) = (rest / 1_000_000, rest % 1_000_000);
    Ok(if ty == types::TIMEDELTA.get() {
        plain(days, s, us)
    } else {
        TimeDelta::alloc_for(ty, days, s, us, -1).into()
    })
}

#[cold]
fn too_large() -> Raised {
    overflow_error("Python int too large to convert to C int")
}

fn narrow(n: &BigInt) -> PyResult<i128> {
    n.to_i128().ok_or_else(too_large)
}

/// `timedelta(…)`
pub fn new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    const PARTS: [(&str, i64); 7] = [
        ("days", 86_400_000_000),
        ("seconds", 1_000_000),
        ("microseconds", 1),
        ("milliseconds", 1000),
        ("minutes", 60_000_000),
        ("hours", 3_600_000_000),
        ("weeks", 604_800_000_000),
    ];
    let given = bind("__new__()", PARTS.map(|(n, _)| n), 0, args, |_, _| Ok(()))?;
    let mut sum = BigInt::ZERO;
    // What fractions of microseconds add up to.
    let mut left = 0.0;
    for i in [2, 3, 1, 4, 5, 0, 6] {
        let (name, factor) = PARTS[i];
        let Some(v) = given[i] else { continue };
        match Num::of(v) {
            Some(Num::Int(n)) => sum += BigInt::from(n) * factor,
            Some(Num::Long(n)) => sum += n.to_big() * factor,
            Some(Num::Float(x)) => {
                let whole = x.trunc();
                let fraction = x - whole;
                sum += number::big::from_float(whole).map_err(number::Fault::raise)? * factor;
                if fraction != 0.0 {
                    let part = fraction * factor as f64;
                    sum += part.trunc() as i64;
                    left += part.fract();
                }
            }
            _ => {
                return Err(type_error(format!(
                    "unsupported type for timedelta {name} component: {}",
                    type_name(v)
                )));
            }
        }
    }
    let rounded = if left >= 0.0 {
        (left + 0.5).floor()
    } else {
        (left - 0.5).ceil()
    };
    sum += rounded as i64;
    make(ty, narrow(&sum)?)
}

/// `datetime.timedelta(days[, seconds[, microseconds]])`
pub fn repr(v: Value) -> PyResult {
    let d = this(v)?;
    let class = shown_class(v);
    let text = match (d.days.get(), d.seconds.get(), d.microseconds.get()) {
        (days, 0, 0) => format!("{class}({days})"),
        (days, s, 0) => format!("{class}({days}, {s})"),
        (days, s, us) => format!("{class}({days}, {s}, {us})"),
    };
    Ok(bytes::from_text(&text).into())
}

/// `[D day[s], ]H:MM:SS[.UUUUUU]`
pub fn str(v: Value) -> PyResult {
    let d = this(v)?;
    let mut s = String::new();
    if d.days.get() != 0 {
        let plural = if d.days.get().abs() == 1 { "" } else { "s" };
        s = format!("{} day{plural}, ", d.days.get());
    }
    let n = d.seconds.get();
    s += &format!("{}:{:02}:{:02}", n / 3600, n / 60 % 60, n % 60);
    if d.microseconds.get() != 0 {
        s += &format!(".{:06}", d.microseconds.get());
    }
    Ok(bytes::new(s.as_bytes()).into())
}

fn fields(d: Ref<TimeDelta>) -> Value {
    tuple::from_slice(&[d.days.get(), d.seconds.get(), d.microseconds.get()].map(Value::int)).into()
}

pub fn hash(v: Value) -> PyResult<i64> {
    let d = this(v)?;
    if d.hash.get() == -1 {
        d.hash.set(crate::protocol::hash(fields(d))?);
    }
    Ok(d.hash.get())
}

pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    match (a.cast::<TimeDelta>(), b.cast::<TimeDelta>()) {
        (Some(x), Some(y)) => {
            let order = (x.days.get(), of_day(x)).cmp(&(y.days.get(), of_day(y)));
            Ok(Value::bool(op.holds_for(order)))
        }
        _ => other_kind(a, b, op),
    }
}

pub fn nonzero(v: Value) -> PyResult<bool> {
    Ok(microseconds(this(v)?) != 0)
}

pub fn add(a: Value, b: Value) -> PyResult {
    match (a.cast::<TimeDelta>(), b.cast::<TimeDelta>()) {
        (Some(x), Some(y)) => from_parts(x.days.get() + y.days.get(), of_day(x) + of_day(y)),
        _ => Ok(not_implemented()),
    }
}

pub fn sub(a: Value, b: Value) -> PyResult {
    match (a.cast::<TimeDelta>(), b.cast::<TimeDelta>()) {
        (Some(x), Some(y)) => from_parts(x.days.get() - y.days.get(), of_day(x) - of_day(y)),
        _ => Ok(not_implemented()),
    }
}

/// An int or long, but no float.
fn integer(v: Value) -> Option<BigInt> {
    match Num::of(v) {
        Some(Num::Int(n)) => Some(n.into()),
        Some(Num::Long(n)) => Some(n.to_big()),
        _ => None,
    }
}

pub fn mul(a: Value, b: Value) -> PyResult {
    let (d, n) = match (a.cast::<TimeDelta>(), b.cast::<TimeDelta>()) {
        (Some(d), None) => (d, integer(b)),
        (None, Some(d)) => (d, integer(a)),
        _ => return Ok(not_implemented()),
    };
    match n {
        Some(n) => from_microseconds(narrow(&(n * microseconds(d)))?),
        None => Ok(not_implemented()),
    }
}

/// `/` and `//`, both of which round down.
pub fn div(a: Value, b: Value) -> PyResult {
    match (a.cast::<TimeDelta>(), integer(b)) {
        (Some(d), Some(n)) => {
            let all = microseconds(d);
            let q = number::big::floor_div(&all.into(), &n).map_err(|_| {
                // Of which kind the number of microseconds is shows.
                crate::error::zero_division(match i64::try_from(all) {
                    Ok(_) => "integer division or modulo by zero",
                    Err(_) => "long division or modulo by zero",
                })
            })?;
            from_microseconds(narrow(&q)?)
        }
        _ => Ok(not_implemented()),
    }
}

pub fn neg(v: Value) -> PyResult {
    from_microseconds(-microseconds(this(v)?))
}

pub fn pos(v: Value) -> PyResult {
    from_microseconds(microseconds(this(v)?))
}

pub fn abs(v: Value) -> PyResult {
    from_microseconds(microseconds(this(v)?).abs())
}

pub fn total_seconds(self_: Ref<TimeDelta>) -> PyResult {
    let x = number::big::true_div(&microseconds(self_).into(), &BigInt::from(1_000_000))
        .map_err(number::Fault::raise)?;
    Ok(Value::float(x))
}

pub fn reduce(self_: Ref<TimeDelta>) -> PyResult {
    let ty = self_.header.ty().value();
    Ok(tuple::from_slice(&[ty, fields(self_)]).into())
}
