//! `strftime` of dates and times: the directives that `time.strftime` does not know are filled in, and
//! the rest is its work.

use super::clock;
use crate::attr;
use crate::builtins::str as bytes;
use crate::error::{PyResult, type_error, value_error};
use crate::layouts::{DatetimeObject, Str, TimeObject};
use crate::object::Ref;
use crate::value::Value;

/// A format as a byte string.
pub fn format_argument(v: Value) -> PyResult<Ref<Str>> {
    if let Some(s) = v.cast::<Str>() {
        return Ok(s);
    }
    match crate::builtins::unicode::encode_default(v)? {
        Some(s) => Ok(s),
        None => Err(type_error(format!(
            "strftime() argument 1 must be string or read-only buffer, not {}",
            attr::argument_name(v)
        ))),
    }
}

/// The time zone of a time or datetime, and its microseconds.
fn parts(v: Value) -> (Option<Value>, i64) {
    if let Some(d) = v.cast::<DatetimeObject>() {
        (d.tzinfo.get(), d.microsecond.get().into())
    } else if let Some(t) = v.cast::<TimeObject>() {
        (t.tzinfo.get(), t.microsecond.get().into())
    } else {
        (None, 0)
    }
}

/// `object.strftime(format)`; `timetuple` has the fields.
pub fn strftime(object: Value, format: Ref<Str>, timetuple: Value) -> PyResult {
    let year = crate::protocol::get_item(timetuple, Value::int(0))?;
    if let Some(y) = year.as_int()
        && y < 1900
    {
        return Err(value_error(format!(
            "year={y} is before 1900; the datetime strftime() methods require year >= 1900"
        )));
    }
    let (tzinfo, microsecond) = parts(object);
    // Times ask their time zone about nothing.
    let about = if object.cast::<TimeObject>().is_some() {
        Value::none()
    } else {
        object
    };
    let mut out = Vec::with_capacity(format.as_ref().bytes().len());
    // A zero byte ends the format.
    let mut rest = format
        .as_ref()
        .bytes()
        .iter()
        .copied()
        .take_while(|c| *c != 0);
    while let Some(c) = rest.next() {
        if c != b'%' {
            out.push(c);
            continue;
        }
        match rest.next() {
            None => return Err(value_error("strftime format ends with raw %")),
            Some(b'z') => {
                if let Some(m) = clock::offset(tzinfo, "utcoffset", about)? {
                    out.extend_from_slice(clock::offset_text(m, "").as_bytes());
                }
            }
            Some(b'Z') => {
                let name = clock::zone_name(tzinfo, about)?;
                if !name.is_none() {
                    // The name's own method, as the name may be of a subclass.
                    let f = attr::get(name, bytes::intern_static("replace"))?;
                    let args = [bytes::new(b"%").into(), bytes::new(b"%%").into()];
                    let shown = crate::call::call_values(f, &args)?;
                    let Some(shown) = shown.cast::<Str>() else {
                        return Err(type_error(format!(
                            "expected string or Unicode object, {} found",
                            attr::type_name(shown)
                        )));
                    };
                    out.extend_from_slice(shown.as_ref().bytes());
                }
            }
            Some(b'f') => out.extend_from_slice(format!("{microsecond:06}").as_bytes()),
            Some(c) => out.extend_from_slice(&[b'%', c]),
        }
    }
    let time = crate::modules::loaded_or_imported(b"time")?;
    let f = attr::get(time, bytes::intern_static("strftime"))?;
    crate::call::call_values(f, &[bytes::new(&out).into(), timetuple])
}
