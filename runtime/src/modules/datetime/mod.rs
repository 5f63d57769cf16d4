//! The module `datetime` (rows: spec/modules/datetime.toml, spec/types/datetime.toml).
//!
//! `calendar` counts days, `delta`, `date`, `time`, `moment` (`datetime.datetime`) and `zone` (`tzinfo`)
//! are the types, `text` is `strftime`.

use crate::call::Args;
use crate::error::{PyResult, type_error, value_error};
use crate::layouts::{Module, Str};
use crate::value::Value;
use crate::{attr, types};

pub mod calendar;
pub mod clock;
pub mod date;
pub mod delta;
pub mod moment;
pub mod text;
pub mod time;
pub mod zone;

pub const MIN_YEAR: i64 = 1;
pub const MAX_YEAR: i64 = 9999;

/// Constants of the module and of its types.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = crate::builtins::module::dict(m);
    let name = |n: &str| crate::builtins::str::intern(n.as_bytes());
    d.set_str(name("MINYEAR"), Value::int(MIN_YEAR));
    d.set_str(name("MAXYEAR"), Value::int(MAX_YEAR));
    let end = clock::Clock {
        hour: 23,
        minute: 59,
        second: 59,
        microsecond: 999_999,
        tzinfo: None,
    };
    let first = calendar::Day {
        year: MIN_YEAR,
        month: 1,
        day: 1,
    };
    let last = calendar::Day {
        year: MAX_YEAR,
        month: 12,
        day: 31,
    };
    let microsecond = delta::from_microseconds(1)?;
    let constants = [
        (
            types::TIMEDELTA.get(),
            delta::plain(-delta::MAX_DAYS, 0, 0),
            delta::plain(delta::MAX_DAYS, 86399, 999_999),
            microsecond,
        ),
        (
            types::DATE.get(),
            date::plain(first),
            date::plain(last),
            delta::plain(1, 0, 0),
        ),
        (
            types::TIME.get(),
            time::plain(clock::Clock::default()),
            time::plain(end),
            microsecond,
        ),
        (
            types::DATETIME.get(),
            moment::plain(first, clock::Clock::default()),
            moment::plain(last, end),
            microsecond,
        ),
    ];
    for (ty, min, max, resolution) in &constants {
        if let Some(d) = ty.dict() {
            d.set_str(name("min"), *min);
            d.set_str(name("max"), *max);
            d.set_str(name("resolution"), *resolution);
        }
    }
    Ok(())
}

/// Sorts the arguments of a constructor by its parameters, the first `required` of which must be there.
fn bind<const N: usize>(
    function: &str,
    names: [&str; N],
    required: usize,
    args: Args<'_>,
    check: fn(usize, Value) -> PyResult<()>,
) -> PyResult<[Option<Value>; N]> {
    let given = args.values.len();
    if given > N {
        return Err(type_error(format!(
            "{function} takes at most {N} argument{} ({given} given)",
            if N == 1 { "" } else { "s" },
        )));
    }
    let mut out = [None; N];
    for (o, v) in out.iter_mut().zip(args.pos()) {
        *o = Some(*v);
    }
    let mut unknown = None;
    for (key, v) in args.keywords() {
        let k = key.cast::<Str>().map_or(&b""[..], |s| s.as_ref().bytes());
        match names.iter().position(|n| n.as_bytes() == k) {
            Some(i) if i < args.pos().len() => {
                return Err(type_error(format!(
                    "Argument given by name ('{}') and position ({})",
                    names[i],
                    i + 1
                )));
            }
            Some(i) => out[i] = Some(v),
            None => unknown = unknown.or(Some(key)),
        }
    }
    // Errors show in the order of the parameters.
    for (i, v) in out.iter().enumerate() {
        match v {
            Some(v) => check(i, *v)?,
            None if i < required => {
                return Err(type_error(format!(
                    "Required argument '{}' (pos {}) not found",
                    names[i],
                    i + 1
                )));
            }
            None => {}
        }
    }
    match unknown {
        Some(k) => Err(crate::builtins::sequence::unknown_keyword(args, k)),
        None => Ok(out),
    }
}

/// Parameters that are numbers, but for the last when there are `N + 1`.
fn numbers<const N: usize>(i: usize, v: Value) -> PyResult<()> {
    if i < N {
        number(Some(v), 0)?;
    }
    Ok(())
}

/// A number of a constructor, or what it is when not given.
fn number(v: Option<Value>, default: i64) -> PyResult<i64> {
    match v {
        Some(v) => Ok(i64::from(crate::number::i32_from_value(v)?)),
        None => Ok(default),
    }
}

/// A time zone argument.
fn zone_argument(v: Option<Value>) -> PyResult<Option<Value>> {
    match v.filter(|v| !v.is_none()) {
        Some(z) if z.ty().is_subtype(types::TZINFO.get()) => Ok(Some(z)),
        Some(z) => Err(type_error(format!(
            "tzinfo argument must be None or of a tzinfo subclass, not type '{}'",
            attr::type_name(z)
        ))),
        None => Ok(None),
    }
}

/// The answer of a comparison with an object of another kind.
fn other_kind(a: Value, b: Value, op: crate::protocol::CmpOp) -> PyResult {
    match op {
        crate::protocol::CmpOp::Eq => Ok(Value::bool(false)),
        crate::protocol::CmpOp::Ne => Ok(Value::bool(true)),
        _ => Err(type_error(format!(
            "can't compare {} to {}",
            attr::type_name(a),
            attr::type_name(b)
        ))),
    }
}

/// Does an object of another module ask to be compared itself?
fn defers(v: Value) -> PyResult<bool> {
    Ok(attr::find(v, crate::builtins::str::intern_static("timetuple"))?.is_some())
}

/// The name of a value's class in its repr: static types show their module.
fn shown_class(v: Value) -> &'static str {
    attr::type_name(v)
}

/// Microseconds since 1970 began.
fn now() -> PyResult<(i64, i64)> {
    match std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH) {
        Ok(d) => Ok((d.as_secs() as i64, i64::from(d.subsec_micros()))),
        Err(e) => Ok((-(e.duration().as_secs() as i64), 0)),
    }
}

/// A number of seconds as whole seconds and microseconds.
fn split_timestamp(x: f64) -> PyResult<(i64, i64)> {
    if x.is_nan() {
        // C makes some number of it, which the C library has no fields for.
        return Err(value_error(
            "timestamp out of range for platform localtime()/gmtime() function",
        ));
    }
    if x.abs() >= 9.2e18 {
        return Err(value_error("timestamp out of range for platform time_t"));
    }
    let whole = x.trunc();
    let fraction = (x - whole) * 1e6;
    let mut us = if fraction >= 0.0 {
        (fraction + 0.5).floor()
    } else {
        (fraction - 0.5).ceil()
    } as i64;
    let mut seconds = whole as i64;
    if us < 0 {
        seconds -= 1;
        us += 1_000_000;
    }
    if us == 1_000_000 {
        seconds += 1;
        us = 0;
    }
    Ok((seconds, us))
}

/// A time of the system's clock in local time or UTC; `clock` says in the error who was asked.
fn broken_down(seconds: i64, local: bool, clock: &str) -> PyResult<libc::tm> {
    // SAFETY: plain data, which the call fills; both pointers are to locals.
    unsafe {
        let mut tm: libc::tm = std::mem::zeroed();
        let r = if local {
            libc::localtime_r(&raw const seconds, &raw mut tm)
        } else {
            libc::gmtime_r(&raw const seconds, &raw mut tm)
        };
        if r.is_null() {
            return Err(value_error(format!(
                "timestamp out of range for platform {clock} function"
            )));
        }
        Ok(tm)
    }
}
