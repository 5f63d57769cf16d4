//! `format(value, spec)` and what `__format__` methods share.

use super::spec::{Spec, SpecError, Text};
use crate::attr::{self, type_name};
use crate::builtins::{classobj, str, unicode};
use crate::error::{PyResult, Raised, type_error, value_error};
use crate::layouts::Str;
use crate::names;
use crate::text::Unit;
use crate::value::Value;
use smallvec::SmallVec;

/// `format(value, spec)`: the value's `__format__`, called with a str or unicode.
pub fn format_value(v: Value, spec: Value) -> PyResult {
    let is_unicode = unicode::is_unicode(spec);
    if !is_unicode && spec.cast::<Str>().is_none() {
        return Err(type_error(format!(
            "format expects arg 2 to be string or unicode, not {}",
            type_name(spec)
        )));
    }
    let result = if classobj::is_instance(v) {
        match classobj::find(v, names::format())? {
            Some(m) => crate::call::call_values(m, &[spec])?,
            // Old-style classes without the method format their text.
            None => {
                crate::builtins::object::complain_of_spec(spec)?;
                let text = if is_unicode {
                    unicode::from_object(v)?
                } else {
                    crate::protocol::str(v)?.into()
                };
                return format_value(text, spec);
            }
        }
    } else {
        match attr::call_special(v, names::format(), &[spec])? {
            Some(r) => r,
            None => {
                return Err(type_error(format!(
                    "Type {} doesn't define __format__",
                    type_name(v)
                )));
            }
        }
    };
    let result_is_unicode = unicode::is_unicode(result);
    if !result_is_unicode && result.cast::<Str>().is_none() {
        return Err(type_error(format!(
            "{}.__format__ must return string or unicode, not {}",
            type_name(v),
            type_name(result)
        )));
    }
    if is_unicode && !result_is_unicode {
        unicode::from_object(result)
    } else {
        Ok(result)
    }
}

/// The specification given to a number's `__format__`, as bytes.
pub fn spec_bytes(spec: Value) -> PyResult<SmallVec<[u8; 32]>> {
    if let Some(s) = spec.cast::<Str>() {
        return Ok(s.as_ref().bytes().into());
    }
    if unicode::is_unicode(spec) {
        return Ok(crate::protocol::str(spec)?.as_ref().bytes().into());
    }
    Err(type_error("__format__ requires str or unicode"))
}

/// Parses a specification, raising ValueError.
pub fn parse_spec<U: Unit>(text: &[U], kind: Option<u8>, align: u8) -> PyResult<Spec> {
    Spec::parse(text, kind, align).map_err(|e| spec_error(&e))
}

/// The message of an error.
pub fn spec_error_text(e: &SpecError) -> Vec<u8> {
    match e {
        SpecError::Fixed(text) => text.as_bytes().to_vec(),
        SpecError::Comma(c) if *c < 256 => {
            let mut text = b"Cannot specify ',' with '".to_vec();
            text.push(*c as u8);
            text.extend_from_slice(b"'.");
            text
        }
        SpecError::Comma(c) => format!("Cannot specify ',' with '\\x{c:x}'.").into_bytes(),
    }
}

/// Raises it.
#[cold]
pub fn spec_error(e: &SpecError) -> Raised {
    value_error(spec_error_text(e))
}

/// A number's `__format__`: with an empty specification its `str`.
pub fn format_number(
    v: Value,
    spec: Value,
    format: impl FnOnce(&[u8]) -> PyResult<Text>,
) -> PyResult {
    let text = spec_bytes(spec)?;
    if text.is_empty() {
        return crate::protocol::str(v).map(Into::into);
    }
    Ok(str::new(&format(&text)?).into())
}
