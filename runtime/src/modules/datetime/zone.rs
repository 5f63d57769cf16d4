//! `datetime.tzinfo`: what it says by itself is that a subclass should say it.

use super::moment;
use crate::attr;
use crate::builtins::{str as bytes, tuple};
use crate::call::{Args, call_values};
use crate::error::{PyResult, Raised, not_implemented_error, type_error, value_error};
use crate::layouts::{DatetimeObject, Object};
use crate::names;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;

/// `tzinfo(…)`: arguments are the subclass's business.
pub fn new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    Ok(Object::alloc_for(ty).into())
}

#[cold]
fn missing(method: &str) -> Raised {
    not_implemented_error(format!("a tzinfo subclass must implement {method}()"))
}

pub fn utcoffset(_self: Value, _dt: Value) -> PyResult {
    Err(missing("utcoffset"))
}

pub fn dst(_self: Value, _dt: Value) -> PyResult {
    Err(missing("dst"))
}

pub fn tzname(_self: Value, _dt: Value) -> PyResult {
    Err(missing("tzname"))
}

/// `fromutc(dt)`: by the standard offset, and the daylight saving of the time that gives.
pub fn fromutc(self_: Value, dt: Value) -> PyResult {
    let Some(d) = dt.cast::<DatetimeObject>() else {
        return Err(type_error("fromutc: argument must be a datetime"));
    };
    if d.tzinfo.get() != Some(self_) {
        return Err(value_error("fromutc: dt.tzinfo is not self"));
    }
    let minutes = |method: &'static str, at: Ref<DatetimeObject>| {
        super::clock::offset(Some(self_), method, at.into())
    };
    let Some(offset) = minutes("utcoffset", d)? else {
        return Err(value_error("fromutc: non-None utcoffset() result required"));
    };
    let Some(dst) = minutes("dst", d)? else {
        return Err(value_error("fromutc: non-None dst() result required"));
    };
    let later = |at: Ref<DatetimeObject>, m: i64| -> PyResult<Ref<DatetimeObject>> {
        moment::shift(at, 0, m * 60_000_000)
    };
    let standard = later(d, offset - dst)?;
    let Some(dst) = minutes("dst", standard)? else {
        return Err(value_error(
            "fromutc: tz.dst() gave inconsistent results; cannot convert",
        ));
    };
    Ok(later(standard, dst)?.into())
}

/// `__reduce__`
pub fn reduce(self_: Value) -> PyResult {
    let args = match attr::find(self_, bytes::intern_static("__getinitargs__"))? {
        Some(f) => call_values(f, &[])?,
        None => tuple::empty().into(),
    };
    let state = match attr::find(self_, bytes::intern_static("__getstate__"))? {
        Some(f) => Some(call_values(f, &[])?),
        None => match crate::attributes::has_dict(self_) {
            true => {
                let d = attr::find(self_, names::dict())?;
                match d {
                    Some(d) if crate::protocol::truth(d)? => Some(d),
                    _ => None,
                }
            }
            false => None,
        },
    };
    let ty = self_.ty().value();
    Ok(match state.filter(|s| !s.is_none()) {
        Some(s) => tuple::from_slice(&[ty, args, s]),
        None => tuple::from_slice(&[ty, args]),
    }
    .into())
}
