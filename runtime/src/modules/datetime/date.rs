//! `datetime.date`

use super::calendar::Day;
use super::clock::Clock;
use super::{
    bind, broken_down, defers, delta, number, numbers, other_kind, shown_class, split_timestamp,
    text,
};
use crate::attr;
use crate::builtins::{str as bytes, struct_sequence, tuple};
use crate::call::{Args, call_values};
use crate::error::{PyResult, type_error, value_error};
use crate::layouts::{DateObject, DatetimeObject, Str, TimeDelta};
use crate::object::Ref;
use crate::protocol::CmpOp;
use crate::singletons::not_implemented;
use crate::typeobj::Type;
use crate::types;
use crate::value::Value;

/// A date, or the date part of a datetime.
pub fn as_date(v: Value) -> Option<Ref<DateObject>> {
    match v.cast::<DateObject>() {
        Some(d) => Some(d),
        // SAFETY: a datetime's fields begin with those of a date.
        None => v.cast::<DatetimeObject>().map(|d| unsafe { d.cast() }),
    }
}

/// The day of a date or datetime.
pub fn day_of(v: Value) -> PyResult<Day> {
    match as_date(v) {
        Some(d) => Ok(day(d)),
        None => Err(type_error("expected a datetime.date")),
    }
}

pub fn day(d: Ref<DateObject>) -> Day {
    Day {
        year: d.year.get().into(),
        month: d.month.get().into(),
        day: d.day.get().into(),
    }
}

/// A date object.
pub fn plain(d: Day) -> Value {
    let (year, month, day) = d.fields();
    DateObject::alloc(-1, year, month, day).into()
}

fn make(ty: Ref<Type>, d: Day) -> Value {
    if ty == types::DATE.get() {
        plain(d)
    } else {
        let (year, month, day) = d.fields();
        DateObject::alloc_for(ty, -1, year, month, day).into()
    }
}

/// `date(year, month, day)`, or the state in a pickle.
pub fn new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    if let [state] = args.values
        && let Some(s) = state.cast::<Str>()
        && s.as_ref().bytes().len() == 4
        && let Some(d) = Day::unpack(s.as_ref().bytes())
    {
        return Ok(make(ty, d));
    }
    let [y, m, d] = bind("function", ["year", "month", "day"], 3, args, numbers::<3>)?;
    let (y, m, d) = (number(y, 0)?, number(m, 0)?, number(d, 0)?);
    Ok(make(ty, Day::checked(y, m, d)?))
}

/// An instance of a class that may have a constructor of its own.
fn construct(class: Value, d: Day) -> PyResult {
    if class == types::DATE.get().value() {
        return Ok(plain(d));
    }
    call_values(class, &[d.year, d.month, d.day].map(Value::int))
}

pub fn today(cls: Value) -> PyResult {
    let time = crate::modules::loaded_or_imported(b"time")?;
    let now = call_values(attr::get(time, bytes::intern_static("time"))?, &[])?;
    let f = attr::get(cls, bytes::intern_static("fromtimestamp"))?;
    call_values(f, &[now])
}

pub fn fromtimestamp(cls: Value, timestamp: Value) -> PyResult {
    let x = crate::convert::float(timestamp)?;
    let seconds = if x.abs() < 9.2e18 {
        x as i64
    } else {
        split_timestamp(x)?.0
    };
    let tm = broken_down(seconds, true, "localtime()")?;
    let d = Day {
        year: i64::from(tm.tm_year) + 1900,
        month: i64::from(tm.tm_mon) + 1,
        day: i64::from(tm.tm_mday),
    };
    construct(cls, Day::checked(d.year, d.month, d.day)?)
}

pub fn fromordinal(cls: Value, ordinal: i32) -> PyResult {
    construct(cls, Day::from_ordinal(i64::from(ordinal))?)
}

pub fn repr(v: Value) -> PyResult {
    let d = day_of(v)?;
    let text = format!("{}({}, {}, {})", shown_class(v), d.year, d.month, d.day);
    Ok(bytes::from_text(&text).into())
}

/// What the class's `isoformat` says.
pub fn str(v: Value) -> PyResult {
    let f = attr::get(v, bytes::intern_static("isoformat"))?;
    call_values(f, &[])
}

pub fn hash(v: Value) -> PyResult<i64> {
    let Some(d) = as_date(v) else {
        return Err(type_error("expected a datetime.date"));
    };
    if d.hash.get() == -1 {
        let state: Value = bytes::new(&day(d).packed()).into();
        d.hash
            .set(crate::protocol::hash(tuple::from_slice(&[state]).into())?);
    }
    Ok(d.hash.get())
}

pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    if let (Some(x), Some(y)) = (as_date(a), as_date(b)) {
        return Ok(Value::bool(op.holds_for(day(x).order(day(y)))));
    }
    if defers(b)? {
        return Ok(not_implemented());
    }
    other_kind(a, b, op)
}

pub fn add(a: Value, b: Value) -> PyResult {
    // A datetime has slots of its own.
    if a.cast::<DatetimeObject>().is_some() || b.cast::<DatetimeObject>().is_some() {
        return Ok(not_implemented());
    }
    let (d, t) = match (as_date(a), as_date(b)) {
        (Some(d), None) => (d, b.cast::<TimeDelta>()),
        (None, Some(d)) => (d, a.cast::<TimeDelta>()),
        _ => return Ok(not_implemented()),
    };
    match t {
        Some(t) => Ok(plain(day(d).plus(t.days.get())?)),
        None => Ok(not_implemented()),
    }
}

pub fn sub(a: Value, b: Value) -> PyResult {
    let Some(x) = a.cast::<DateObject>() else {
        return Ok(not_implemented());
    };
    if let Some(y) = b.cast::<DateObject>() {
        let days = day(x).ordinal() - day(y).ordinal();
        return Ok(delta::plain(days, 0, 0));
    }
    match b.cast::<TimeDelta>() {
        Some(t) => Ok(plain(day(x).plus(-t.days.get())?)),
        None => Ok(not_implemented()),
    }
}

pub fn strftime(self_: Value, format: Value) -> PyResult {
    let f = text::format_argument(format)?;
    let tuple = call_values(attr::get(self_, bytes::intern_static("timetuple"))?, &[])?;
    text::strftime(self_, f, tuple)
}

/// `__format__`
pub fn format(v: Value, spec: Value) -> PyResult {
    let empty = match (
        spec.cast::<Str>(),
        crate::builtins::unicode::is_unicode(spec),
    ) {
        (Some(s), _) => s.as_ref().bytes().is_empty(),
        (None, true) => crate::protocol::len(spec)? == 0,
        _ => {
            return Err(value_error(format!(
                "__format__ expects str or unicode, not {}",
                attr::type_name(spec)
            )));
        }
    };
    let r = if empty {
        crate::protocol::str(v)?.into()
    } else {
        let f = attr::get(v, bytes::intern_static("strftime"))?;
        call_values(f, &[spec])?
    };
    if crate::builtins::unicode::is_unicode(spec) {
        return crate::builtins::unicode::from_object(r);
    }
    Ok(r)
}

/// `time.struct_time` of a day and time.
pub fn struct_time(d: Day, c: Clock, dst: i64) -> PyResult {
    let fields = [
        d.year,
        d.month,
        d.day,
        c.hour,
        c.minute,
        c.second,
        d.weekday(),
        d.day_of_year(),
        dst,
    ];
    let time = crate::modules::loaded_or_imported(b"time")?;
    let class = attr::get(time, bytes::intern_static("struct_time"))?;
    let items = fields.map(Value::int);
    if class == types::TIME_STRUCT_TIME.get().value() {
        return struct_sequence::make(types::TIME_STRUCT_TIME.get(), &items);
    }
    call_values(class, &[tuple::from_slice(&items).into()])
}

pub fn timetuple(self_: Value) -> PyResult {
    struct_time(day_of(self_)?, Clock::default(), -1)
}

pub fn isoformat(self_: Value) -> PyResult {
    Ok(bytes::new(&day_of(self_)?.iso_text()).into())
}

pub fn isocalendar(self_: Value) -> PyResult {
    let (y, w, d) = day_of(self_)?.iso();
    Ok(tuple::from_slice(&[y, w, d].map(Value::int)).into())
}

pub fn isoweekday(self_: Value) -> PyResult<i64> {
    Ok(day_of(self_)?.weekday() + 1)
}

pub fn weekday(self_: Value) -> PyResult<i64> {
    Ok(day_of(self_)?.weekday())
}

pub fn toordinal(self_: Value) -> PyResult<i64> {
    Ok(day_of(self_)?.ordinal())
}

pub fn ctime(self_: Value) -> PyResult {
    Ok(day_of(self_)?.ctime(0, 0, 0))
}

pub fn replace(
    self_: Value,
    year: Option<Value>,
    month: Option<Value>,
    day: Option<Value>,
) -> PyResult {
    let d = day_of(self_)?;
    let (y, m, d) = (
        number(year, d.year)?,
        number(month, d.month)?,
        number(day, d.day)?,
    );
    Ok(make(self_.ty(), Day::checked(y, m, d)?))
}

pub fn reduce(self_: Value) -> PyResult {
    let state = tuple::from_slice(&[bytes::new(&day_of(self_)?.packed()).into()]);
    Ok(tuple::from_slice(&[self_.ty().into(), state.into()]).into())
}

pub fn get_year(v: Value) -> PyResult {
    Ok(Value::int(day_of(v)?.year))
}
pub fn get_month(v: Value) -> PyResult {
    Ok(Value::int(day_of(v)?.month))
}
pub fn get_day(v: Value) -> PyResult {
    Ok(Value::int(day_of(v)?.day))
}
