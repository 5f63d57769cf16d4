//! `datetime.time`

use super::calendar::Day;
use super::clock::{self, Clock};
use super::{bind, date, numbers, other_kind, shown_class, text};
use crate::builtins::{str as bytes, tuple};
use crate::call::Args;
use crate::error::{PyResult, type_error};
use crate::layouts::{Str, TimeObject};
use crate::object::Ref;
use crate::protocol::{self, CmpOp};
use crate::typeobj::Type;
use crate::types;
use crate::value::Value;

fn this(v: Value) -> PyResult<Ref<TimeObject>> {
    v.cast::<TimeObject>()
        .ok_or_else(|| type_error("expected a datetime.time"))
}

/// The fields of a time object.
pub fn clock(t: Ref<TimeObject>) -> Clock {
    Clock {
        hour: t.hour.get().into(),
        minute: t.minute.get().into(),
        second: t.second.get().into(),
        microsecond: t.microsecond.get().into(),
        tzinfo: t.tzinfo.get(),
    }
}

/// A time object.
pub fn plain(c: Clock) -> Value {
    let (hour, minute, second, us) = c.fields();
    TimeObject::alloc(-1, hour, minute, second, us, c.tzinfo).into()
}

fn make(ty: Ref<Type>, c: Clock) -> Value {
    if ty == types::TIME.get() {
        return plain(c);
    }
    let (hour, minute, second, us) = c.fields();
    TimeObject::alloc_for(ty, -1, hour, minute, second, us, c.tzinfo).into()
}

/// `time(…)`, or the state in a pickle.
pub fn new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    if let [state, zone @ ..] = args.values
        && zone.len() < 2
        && let Some(s) = state.cast::<Str>()
        && s.as_ref().bytes().len() == 6
        && s.as_ref().bytes()[0] < 24
    {
        let zone = clock::state_zone(zone.first().copied())?;
        if let Some(c) = Clock::unpack(s.as_ref().bytes(), zone) {
            return Ok(make(ty, c));
        }
    }
    let names = ["hour", "minute", "second", "microsecond", "tzinfo"];
    let [h, m, s, us, zone] = bind("function", names, 0, args, numbers::<4>)?;
    let c = Clock::from_args(Clock::default(), [h, m, s, us], zone)?;
    Ok(make(ty, c.checked()?))
}

/// The arguments in a repr.
pub fn shown(c: Clock) -> String {
    let mut s = format!("{}, {}", c.hour, c.minute);
    if c.second != 0 || c.microsecond != 0 {
        s += &format!(", {}", c.second);
    }
    if c.microsecond != 0 {
        s += &format!(", {}", c.microsecond);
    }
    s
}

/// A repr with its arguments and the time zone.
pub fn with_zone(class: &str, args: &str, tzinfo: Option<Value>) -> PyResult {
    let mut s = crate::text::shown::into_bytes(format!("{class}({args}"));
    if let Some(z) = tzinfo {
        s.extend_from_slice(b", tzinfo=");
        s.extend_from_slice(protocol::repr(z)?.as_ref().bytes());
    }
    s.push(b')');
    Ok(bytes::new(&s).into())
}

pub fn repr(v: Value) -> PyResult {
    let c = clock(this(v)?);
    with_zone(shown_class(v), &shown(c), c.tzinfo)
}

pub fn isoformat(self_: Ref<TimeObject>) -> PyResult {
    let c = clock(self_);
    let mut s = Vec::with_capacity(24);
    c.write_iso(&mut s);
    if let Some(m) = clock::offset(c.tzinfo, "utcoffset", Value::none())? {
        s.extend_from_slice(clock::offset_text(m, ":").as_bytes());
    }
    Ok(bytes::new(&s).into())
}

/// What the class's `isoformat` says.
pub fn isoformat_slot(v: Value) -> PyResult {
    date::str(v)
}

pub fn hash(v: Value) -> PyResult<i64> {
    let t = this(v)?;
    if t.hash.get() != -1 {
        return Ok(t.hash.get());
    }
    let c = clock(t);
    let h = match clock::offset(c.tzinfo, "utcoffset", Value::none())? {
        None | Some(0) => bytes::hash_bytes(&c.packed()),
        Some(m) => {
            let minutes = c.hour * 60 + c.minute - m;
            let (hour, minute) = (minutes.div_euclid(60), minutes.rem_euclid(60));
            if (0..24).contains(&hour) {
                let c = Clock { hour, minute, ..c };
                bytes::hash_bytes(&c.packed())
            } else {
                let fields = [hour, minute, c.second, c.microsecond];
                protocol::hash(tuple::from_slice(&fields.map(Value::int)).into())?
            }
        }
    };
    t.hash.set(h);
    Ok(h)
}

pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    let (Some(x), Some(y)) = (a.cast::<TimeObject>(), b.cast::<TimeObject>()) else {
        return other_kind(a, b, op);
    };
    let (x, y) = (clock(x), clock(y));
    let microseconds = |c: Clock, m: i64| (c.seconds() - m * 60) * 1_000_000 + c.microsecond;
    let (p, q) = if x.tzinfo == y.tzinfo {
        (0, 0)
    } else {
        let none = Value::none();
        match (
            clock::offset(x.tzinfo, "utcoffset", none)?,
            clock::offset(y.tzinfo, "utcoffset", none)?,
        ) {
            (None, None) => (0, 0),
            (Some(p), Some(q)) => (p, q),
            _ => {
                return Err(type_error(
                    "can't compare offset-naive and offset-aware times",
                ));
            }
        }
    };
    Ok(Value::bool(
        op.holds_for(microseconds(x, p).cmp(&microseconds(y, q))),
    ))
}

pub fn nonzero(v: Value) -> PyResult<bool> {
    let c = clock(this(v)?);
    if c.second != 0 || c.microsecond != 0 {
        return Ok(true);
    }
    let m = clock::offset(c.tzinfo, "utcoffset", Value::none())?.unwrap_or(0);
    Ok(c.hour * 60 + c.minute - m != 0)
}

pub fn strftime(self_: Ref<TimeObject>, format: Value) -> PyResult {
    let f = text::format_argument(format)?;
    let c = clock(self_);
    let day = Day {
        year: 1900,
        month: 1,
        day: 1,
    };
    let fields = [1900, 1, 1, c.hour, c.minute, c.second, 0, 1, -1];
    debug_assert_eq!(day.weekday(), 0);
    let tuple = tuple::from_slice(&fields.map(Value::int));
    text::strftime(self_.into(), f, tuple.into())
}

pub fn utcoffset(self_: Ref<TimeObject>) -> PyResult {
    clock::offset_object(self_.tzinfo.get(), "utcoffset", Value::none())
}

pub fn dst(self_: Ref<TimeObject>) -> PyResult {
    clock::offset_object(self_.tzinfo.get(), "dst", Value::none())
}

pub fn tzname(self_: Ref<TimeObject>) -> PyResult {
    clock::zone_name(self_.tzinfo.get(), Value::none())
}

pub fn replace(
    self_: Ref<TimeObject>,
    hour: Option<Value>,
    minute: Option<Value>,
    second: Option<Value>,
    microsecond: Option<Value>,
    tzinfo: Option<Value>,
) -> PyResult {
    let c = Clock::from_args(clock(self_), [hour, minute, second, microsecond], tzinfo)?;
    Ok(make(self_.header.ty(), c.checked()?))
}

pub fn reduce(self_: Ref<TimeObject>) -> PyResult {
    let c = clock(self_);
    let state: Value = bytes::new(&c.packed()).into();
    let args = match c.tzinfo {
        Some(z) => tuple::from_slice(&[state, z]),
        None => tuple::from_slice(&[state]),
    };
    Ok(tuple::from_slice(&[self_.header.ty().value(), args.into()]).into())
}

pub fn get_hour(v: Value) -> PyResult {
    Ok(Value::int(clock(this(v)?).hour))
}
pub fn get_minute(v: Value) -> PyResult {
    Ok(Value::int(clock(this(v)?).minute))
}
pub fn get_second(v: Value) -> PyResult {
    Ok(Value::int(clock(this(v)?).second))
}
pub fn get_microsecond(v: Value) -> PyResult {
    Ok(Value::int(clock(this(v)?).microsecond))
}
pub fn get_tzinfo(v: Value) -> PyResult {
    Ok(this(v)?.tzinfo.get().unwrap_or(Value::none()))
}
