//! `datetime.datetime`

use super::calendar::Day;
use super::clock::{self, Clock};
use super::delta::DAY;
use super::{
    bind, broken_down, date, defers, delta, now as system_now, number, numbers, other_kind,
    shown_class, split_timestamp, time, zone_argument,
};
use crate::attr;
use crate::builtins::{str as bytes, tuple};
use crate::call::{Args, call_values};
use crate::error::{PyResult, type_error, value_error};
use crate::layouts::{DatetimeObject, Str, TimeDelta, TimeObject};
use crate::object::Ref;
use crate::protocol::{self, CmpOp};
use crate::singletons::not_implemented;
use crate::typeobj::Type;
use crate::types;
use crate::value::Value;

fn this(v: Value) -> PyResult<Ref<DatetimeObject>> {
    v.cast::<DatetimeObject>()
        .ok_or_else(|| type_error("expected a datetime.datetime"))
}

fn day(d: Ref<DatetimeObject>) -> Day {
    Day {
        year: d.year.get().into(),
        month: d.month.get().into(),
        day: d.day.get().into(),
    }
}

fn clock(d: Ref<DatetimeObject>) -> Clock {
    Clock {
        hour: d.hour.get().into(),
        minute: d.minute.get().into(),
        second: d.second.get().into(),
        microsecond: d.microsecond.get().into(),
        tzinfo: d.tzinfo.get(),
    }
}

fn make_object(ty: Ref<Type>, d: Day, c: Clock) -> Ref<DatetimeObject> {
    let (year, month, n) = d.fields();
    let (hour, minute, second, us) = c.fields();
    if ty == types::DATETIME.get() {
        DatetimeObject::alloc(-1, year, month, n, hour, minute, second, us, c.tzinfo)
    } else {
        DatetimeObject::alloc_for(ty, -1, year, month, n, hour, minute, second, us, c.tzinfo)
    }
}

fn make(ty: Ref<Type>, d: Day, c: Clock) -> Value {
    make_object(ty, d, c).into()
}

/// A datetime object.
pub fn plain(d: Day, c: Clock) -> Value {
    make(types::DATETIME.get(), d, c)
}

/// An instance of a class that may have a constructor of its own.
fn construct(class: Value, d: Day, c: Clock) -> PyResult {
    if class == types::DATETIME.get().value() {
        return Ok(plain(d, c));
    }
    let none = Value::none();
    call_values(
        class,
        &[
            Value::int(d.year),
            Value::int(d.month),
            Value::int(d.day),
            Value::int(c.hour),
            Value::int(c.minute),
            Value::int(c.second),
            Value::int(c.microsecond),
            c.tzinfo.unwrap_or(none),
        ],
    )
}

/// `datetime(…)`, or the state in a pickle.
pub fn new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    if let [state, zone @ ..] = args.values
        && zone.len() < 2
        && let Some(s) = state.cast::<Str>()
        && let (10, Some(d)) = (s.as_ref().bytes().len(), Day::unpack(s.as_ref().bytes()))
    {
        let zone = clock::state_zone(zone.first().copied())?;
        if let Some(c) = Clock::unpack(&s.as_ref().bytes()[4..], zone) {
            return Ok(make(ty, d, c));
        }
    }
    let names = [
        "year",
        "month",
        "day",
        "hour",
        "minute",
        "second",
        "microsecond",
        "tzinfo",
    ];
    let [y, m, d, h, mi, s, us, zone] = bind("function", names, 3, args, numbers::<7>)?;
    let (y, m, d) = (number(y, 0)?, number(m, 0)?, number(d, 0)?);
    let c = Clock::from_args(Clock::default(), [h, mi, s, us], zone)?;
    Ok(make(ty, Day::checked(y, m, d)?, c.checked()?))
}

/// A time of the system's clock.
fn from_clock(
    class: Value,
    (seconds, us): (i64, i64),
    local: bool,
    zone: Option<Value>,
) -> PyResult {
    let tm = broken_down(seconds, local, "localtime()/gmtime()")?;
    let d = Day::checked(
        i64::from(tm.tm_year) + 1900,
        i64::from(tm.tm_mon) + 1,
        i64::from(tm.tm_mday),
    )?;
    let c = Clock {
        hour: i64::from(tm.tm_hour),
        minute: i64::from(tm.tm_min),
        // A leap second is the second before.
        second: i64::from(tm.tm_sec).min(59),
        microsecond: us,
        tzinfo: zone,
    };
    construct(class, d, c)
}

/// A time in a zone, which makes its own of UTC.
fn in_zone(class: Value, at: (i64, i64), zone: Option<Value>) -> PyResult {
    let zone = zone_argument(zone)?;
    let v = from_clock(class, at, zone.is_none(), zone)?;
    match zone {
        Some(z) => call_values(attr::get(z, bytes::intern_static("fromutc"))?, &[v]),
        None => Ok(v),
    }
}

pub fn now(cls: Value, tz: Option<Value>) -> PyResult {
    in_zone(cls, system_now()?, tz)
}

pub fn utcnow(cls: Value) -> PyResult {
    from_clock(cls, system_now()?, false, None)
}

pub fn fromtimestamp(cls: Value, timestamp: f64, tz: Option<Value>) -> PyResult {
    zone_argument(tz)?;
    in_zone(cls, split_timestamp(timestamp)?, tz)
}

pub fn utcfromtimestamp(cls: Value, timestamp: f64) -> PyResult {
    from_clock(cls, split_timestamp(timestamp)?, false, None)
}

/// `strptime(string, format)`: the library's `_strptime` parses.
pub fn strptime(cls: Value, string: Ref<Str>, format: Ref<Str>) -> PyResult {
    let module = crate::modules::loaded_or_imported(b"_strptime")?;
    let f = attr::get(module, bytes::intern_static("_strptime"))?;
    let r = call_values(f, &[string.into(), format.into()])?;
    let at = |v: Value, i: i64| -> PyResult<i64> {
        crate::convert::int(protocol::get_item(v, Value::int(i))?)
    };
    let fields = protocol::get_item(r, Value::int(0))?;
    let us = at(r, 1)?;
    let mut n = [0; 6];
    for (i, x) in n.iter_mut().enumerate() {
        *x = at(fields, i as i64)?;
    }
    let args = [n[0], n[1], n[2], n[3], n[4], n[5], us].map(Value::int);
    call_values(cls, &args)
}

pub fn combine(cls: Value, date: Option<Value>, time: Option<Value>) -> PyResult {
    let missing = |what| type_error(format!("Required argument {what} not found"));
    let date = date.ok_or_else(|| missing("'date' (pos 1)"))?;
    let Some(d) = date::as_date(date) else {
        return Err(type_error(format!(
            "combine() argument 1 must be datetime.date, not {}",
            attr::argument_name(date)
        )));
    };
    let time = time.ok_or_else(|| missing("'time' (pos 2)"))?;
    let Some(t) = time.cast::<TimeObject>() else {
        return Err(type_error(format!(
            "combine() argument 2 must be datetime.time, not {}",
            attr::argument_name(time)
        )));
    };
    construct(cls, date::day(d), time::clock(t))
}

pub fn get_date(self_: Ref<DatetimeObject>) -> PyResult {
    Ok(date::plain(day(self_)))
}

pub fn get_time(self_: Ref<DatetimeObject>) -> PyResult {
    Ok(time::plain(Clock {
        tzinfo: None,
        ..clock(self_)
    }))
}

pub fn timetz(self_: Ref<DatetimeObject>) -> PyResult {
    Ok(time::plain(clock(self_)))
}

pub fn ctime(self_: Ref<DatetimeObject>) -> PyResult {
    let c = clock(self_);
    Ok(day(self_).ctime(c.hour, c.minute, c.second))
}

pub fn timetuple(self_: Ref<DatetimeObject>) -> PyResult {
    let dst = match clock::offset(self_.tzinfo.get(), "dst", self_.into())? {
        Some(m) => i64::from(m != 0),
        None => -1,
    };
    date::struct_time(day(self_), clock(self_), dst)
}

pub fn utctimetuple(self_: Ref<DatetimeObject>) -> PyResult {
    let minutes = clock::offset(self_.tzinfo.get(), "utcoffset", self_.into())?.unwrap_or(0);
    let c = clock(self_);
    let seconds = c.seconds() - minutes * 60;
    // The first and last days there are may lead out of the calendar.
    let d = Day::of_ordinal(day(self_).ordinal() + seconds.div_euclid(86400));
    date::struct_time(
        d,
        Clock::of_seconds(seconds.rem_euclid(86400), c.microsecond),
        0,
    )
}

pub fn isoformat(self_: Ref<DatetimeObject>, sep: Option<Value>) -> PyResult {
    let sep = match sep {
        None => b'T',
        Some(s) => match s.cast::<Str>().map(|s| s.as_ref().bytes()) {
            Some([c]) => *c,
            _ => {
                return Err(type_error(format!(
                    "isoformat() argument 1 must be char, not {}",
                    attr::argument_name(s)
                )));
            }
        },
    };
    let mut s = Vec::with_capacity(32);
    s.extend_from_slice(&day(self_).iso_text());
    s.push(sep);
    clock(self_).write_iso(&mut s);
    if let Some(m) = clock::offset(self_.tzinfo.get(), "utcoffset", self_.into())? {
        s.extend_from_slice(clock::offset_text(m, ":").as_bytes());
    }
    Ok(bytes::new(&s).into())
}

/// What the class's `isoformat` says, with a blank between.
pub fn str(v: Value) -> PyResult {
    let f = attr::get(v, bytes::intern_static("isoformat"))?;
    call_values(f, &[bytes::new(b" ").into()])
}

pub fn repr(v: Value) -> PyResult {
    let d = this(v)?;
    let args = format!(
        "{}, {}, {}, {}",
        d.year.get(),
        d.month.get(),
        d.day.get(),
        time::shown(clock(d))
    );
    time::with_zone(shown_class(v), &args, d.tzinfo.get())
}

/// Microseconds since the calendar began, in local time.
fn microseconds(d: Ref<DatetimeObject>) -> i64 {
    day(d).ordinal() * DAY + of_day(d)
}

/// Microseconds since the day began.
fn of_day(d: Ref<DatetimeObject>) -> i64 {
    clock(d).seconds() * 1_000_000 + i64::from(d.microsecond.get())
}

pub fn hash(v: Value) -> PyResult<i64> {
    let d = this(v)?;
    if d.hash.get() != -1 {
        return Ok(d.hash.get());
    }
    let h = match clock::offset(d.tzinfo.get(), "utcoffset", v)? {
        None => {
            let mut b = [0; 10];
            b[..4].copy_from_slice(&day(d).packed());
            b[4..].copy_from_slice(&clock(d).packed());
            bytes::hash_bytes(&b)
        }
        Some(m) => {
            let since = microseconds(d) - m * 60_000_000;
            protocol::hash(delta::from_parts(0, since)?)?
        }
    };
    d.hash.set(h);
    Ok(h)
}

/// Minutes to UTC of two times, which both know it or both do not.
fn offsets(a: Ref<DatetimeObject>, b: Ref<DatetimeObject>, message: &str) -> PyResult<(i64, i64)> {
    if a.tzinfo.get() == b.tzinfo.get() {
        return Ok((0, 0));
    }
    match (
        clock::offset(a.tzinfo.get(), "utcoffset", a.into())?,
        clock::offset(b.tzinfo.get(), "utcoffset", b.into())?,
    ) {
        (None, None) => Ok((0, 0)),
        (Some(p), Some(q)) => Ok((p, q)),
        _ => Err(type_error(message)),
    }
}

/// The time between two times, in microseconds.
fn difference(a: Ref<DatetimeObject>, b: Ref<DatetimeObject>, message: &str) -> PyResult<i64> {
    let (p, q) = offsets(a, b, message)?;
    Ok(microseconds(a) - microseconds(b) - (p - q) * 60_000_000)
}

/// What orders times of one zone.
fn fields(d: Ref<DatetimeObject>) -> [i64; 7] {
    [
        d.year.get().into(),
        d.month.get().into(),
        d.day.get().into(),
        d.hour.get().into(),
        d.minute.get().into(),
        d.second.get().into(),
        d.microsecond.get().into(),
    ]
}

pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    let (Some(x), Some(y)) = (a.cast::<DatetimeObject>(), b.cast::<DatetimeObject>()) else {
        if date::as_date(b).is_none() && defers(b)? {
            return Ok(not_implemented());
        }
        return other_kind(a, b, op);
    };
    if x.tzinfo.get() == y.tzinfo.get() {
        let order = fields(x).cmp(&fields(y));
        return Ok(Value::bool(op.holds_for(order)));
    }
    let d = difference(
        x,
        y,
        "can't compare offset-naive and offset-aware datetimes",
    )?;
    Ok(Value::bool(op.holds_for(d.cmp(&0))))
}

/// The time so many days and microseconds later.
pub fn shift(
    d: Ref<DatetimeObject>,
    days: i64,
    microseconds: i64,
) -> PyResult<Ref<DatetimeObject>> {
    let us = of_day(d) + microseconds;
    let (days, rest) = match us {
        0..DAY => (days, us),
        _ => (days + us.div_euclid(DAY), us.rem_euclid(DAY)),
    };
    let new = Clock {
        tzinfo: d.tzinfo.get(),
        ..Clock::of_seconds(rest / 1_000_000, rest % 1_000_000)
    };
    Ok(make_object(types::DATETIME.get(), day(d).plus(days)?, new))
}

pub fn add(a: Value, b: Value) -> PyResult {
    let (d, t) = match (a.cast::<DatetimeObject>(), b.cast::<DatetimeObject>()) {
        (Some(d), None) => (d, b.cast::<TimeDelta>()),
        (None, Some(d)) => (d, a.cast::<TimeDelta>()),
        _ => return Ok(not_implemented()),
    };
    match t {
        Some(t) => Ok(shift(d, t.days.get(), delta::of_day(t))?.into()),
        None => Ok(not_implemented()),
    }
}

pub fn sub(a: Value, b: Value) -> PyResult {
    let Some(x) = a.cast::<DatetimeObject>() else {
        return Ok(not_implemented());
    };
    if let Some(y) = b.cast::<DatetimeObject>() {
        let d = difference(
            x,
            y,
            "can't subtract offset-naive and offset-aware datetimes",
        )?;
        return delta::from_parts(0, d);
    }
    match b.cast::<TimeDelta>() {
        Some(t) => Ok(shift(x, -t.days.get(), -delta::of_day(t))?.into()),
        None => Ok(not_implemented()),
    }
}

pub fn utcoffset(self_: Ref<DatetimeObject>) -> PyResult {
    clock::offset_object(self_.tzinfo.get(), "utcoffset", self_.into())
}

pub fn dst(self_: Ref<DatetimeObject>) -> PyResult {
    clock::offset_object(self_.tzinfo.get(), "dst", self_.into())
}

pub fn tzname(self_: Ref<DatetimeObject>) -> PyResult {
    clock::zone_name(self_.tzinfo.get(), self_.into())
}

#[allow(clippy::too_many_arguments)] // As many as the method has.
pub fn replace(
    self_: Ref<DatetimeObject>,
    year: Option<Value>,
    month: Option<Value>,
    day: Option<Value>,
    hour: Option<Value>,
    minute: Option<Value>,
    second: Option<Value>,
    microsecond: Option<Value>,
    tzinfo: Option<Value>,
) -> PyResult {
    let (y, m, d) = (
        number(year, self_.year.get().into())?,
        number(month, self_.month.get().into())?,
        number(day, self_.day.get().into())?,
    );
    let c = Clock::from_args(clock(self_), [hour, minute, second, microsecond], tzinfo)?;
    Ok(make(
        self_.header.ty(),
        Day::checked(y, m, d)?,
        c.checked()?,
    ))
}

pub fn astimezone(self_: Ref<DatetimeObject>, tz: Value) -> PyResult {
    if !tz.ty().is_subtype(types::TZINFO.get()) {
        return Err(type_error(format!(
            "astimezone() argument 1 must be datetime.tzinfo, not {}",
            attr::argument_name(tz)
        )));
    }
    let naive = || value_error("astimezone() cannot be applied to a naive datetime");
    let Some(own) = self_.tzinfo.get() else {
        return Err(naive());
    };
    if own == tz {
        return Ok(self_.into());
    }
    let Some(m) = clock::offset(Some(own), "utcoffset", self_.into())? else {
        return Err(naive());
    };
    let utc = shift(self_, 0, -m * 60_000_000)?;
    let there = plain(
        day(utc),
        Clock {
            tzinfo: Some(tz),
            ..clock(utc)
        },
    );
    call_values(attr::get(tz, bytes::intern_static("fromutc"))?, &[there])
}

pub fn reduce(self_: Ref<DatetimeObject>) -> PyResult {
    let mut b = [0; 10];
    b[..4].copy_from_slice(&day(self_).packed());
    b[4..].copy_from_slice(&clock(self_).packed());
    let state: Value = bytes::new(&b).into();
    let args = match self_.tzinfo.get() {
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
