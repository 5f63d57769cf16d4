//! The module `_json` (rows: spec/modules/_json.toml, spec/types/json.toml): the JSON form of strings in
//! [`string`], of all else in [`scanner`] and [`encoder`].

use crate::attr::type_name;
use crate::builtins::{module, str as bytes, tuple, unicode};
use crate::error::{PyResult, Raised, overflow_error, type_error};
use crate::layouts::{Long, Module, Str, Unicode};
use crate::number;
use crate::object::Ref;
use crate::value::Value;

mod encoder;
mod scanner;
mod string;

pub use encoder::{encoder_call, encoder_new};
pub use scanner::{scanner_call, scanner_new};

use string::{Coding, Source};
use unicode::storage::with_units;

/// The types go by other names in the module.
pub fn init(m: Value) -> PyResult<()> {
    if let Some(m) = m.cast::<Module>() {
        let d = module::dict(m);
        let (scanner, encoder) = (&crate::types::JSON_SCANNER, &crate::types::JSON_ENCODER);
        d.set_str(bytes::intern(b"make_scanner"), scanner.get().into());
        d.set_str(bytes::intern(b"make_encoder"), encoder.get().into());
    }
    Ok(())
}

/// An index argument: any number, truncated.
fn size(v: Value) -> PyResult<i64> {
    number::int_from_number(v).map_err(|e| {
        if v.cast::<Long>().is_none() {
            return e;
        }
        crate::thread::current().take_pending();
        overflow_error("long int too large to convert to int")
    })
}

#[cold]
fn no_string(v: Value) -> Raised {
    raise_fmt!(
        type_error,
        "first argument must be a string, not {}",
        type_name(v)
    )
}

pub fn encode_basestring_ascii(string: Value) -> PyResult {
    string::encode(string)?
        .map(Into::into)
        .ok_or_else(|| no_string(string))
}

/// A pair of a value and an index.
fn with_index(v: Value, at: usize) -> PyResult {
    Ok(tuple::from_slice(&[v, Value::int(at as i64)]).into())
}

pub fn scanstring(
    string: Value,
    end: Value,
    encoding: Option<Value>,
    strict: Option<Value>,
) -> PyResult {
    let end = size(end)?;
    let encoding = match encoding {
        Some(v) if !v.is_none() => Some(encoding_name(v)?),
        _ => None,
    };
    let strict = strict.map_or(Ok(true), |v| number::i32_from_value(v).map(|n| n != 0))?;
    if let Some(s) = string.cast::<Str>() {
        let coding = Coding::new(encoding.as_ref().map_or(b"utf-8", |e| e.bytes()));
        let source = Source {
            object: string,
            units: s.as_ref().bytes(),
            coding: Some(&coding),
            strict,
        };
        return scan_from(&source, end);
    }
    let Some(u) = string.cast::<Unicode>() else {
        return Err(no_string(string));
    };
    with_units!(u, units => scan_from(&Source {
        object: string,
        units,
        coding: None,
        strict,
    }, end))
}

fn scan_from<U: crate::text::Unit>(source: &Source<'_, U>, end: i64) -> PyResult {
    let inside = usize::try_from(end).ok();
    let Some(at) = inside.filter(|at| *at < source.units.len()) else {
        return Err(crate::error::value_error("end is out of bounds"));
    };
    let (s, at) = source.string(at)?;
    with_index(s.into(), at)
}

/// The argument `encoding` of `scanstring`.
fn encoding_name(v: Value) -> PyResult<Ref<Str>> {
    let name = match v.cast::<Str>() {
        Some(s) => Some(s),
        None => unicode::encode_default(v)?,
    };
    let Some(name) = name else {
        return Err(raise_fmt!(
            type_error,
            "scanstring() argument 3 must be string or None, not {}",
            type_name(v)
        ));
    };
    if name.bytes().contains(&0) {
        return Err(type_error(
            "scanstring() argument 3 must be string without null bytes or None, not str",
        ));
    }
    Ok(name)
}
