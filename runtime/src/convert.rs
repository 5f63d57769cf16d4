//! Arguments of builtins as machine values: what signatures in the tables name `int`, `i32`, `index`,
//! `float`, `bool` and `bytes`.

use crate::error::PyResult;
use crate::layouts::Str;
use crate::number;
use crate::object::Ref;
use crate::value::Value;
use crate::window;

/// CPython's format "l".
#[inline]
pub fn int(v: Value) -> PyResult<i64> {
    number::int_from_value(v)
}

/// CPython's format "i".
#[inline]
pub fn i32(v: Value) -> PyResult<i64> {
    number::i32_from_value(v).map(i64::from)
}

/// CPython's format "n".
#[inline]
pub fn index(v: Value) -> PyResult<i64> {
    number::int_from_value(v)
}

/// CPython's format "d".
#[inline]
pub fn float(v: Value) -> PyResult<f64> {
    number::to_f64(v)
}

/// The truth of any object.
#[inline]
pub fn truth(v: Value) -> PyResult<bool> {
    crate::protocol::truth(v)
}

/// CPython's format "s": a str, or a unicode in the default encoding, without zero bytes.
pub fn string(v: Value, function: &str, argument: usize) -> PyResult<Ref<Str>> {
    let s = match v.cast::<Str>() {
        Some(s) => Some(s),
        None => crate::builtins::unicode::encode_default(v)?,
    };
    let (expected, got) = match s {
        Some(s) if s.as_ref().bytes().contains(&0) => ("string without null bytes", "str"),
        Some(s) => return Ok(s),
        None => ("string", crate::attr::argument_name(v)),
    };
    // Some of CPython's functions do not say who they are.
    let call = match function {
        "" => String::new(),
        _ => format!("{function}() "),
    };
    Err(crate::error::type_error(format!(
        "{call}argument {argument} must be {expected}, not {got}"
    )))
}

/// CPython's format "s*": a str, a unicode in the default encoding, or the bytes of a buffer.
pub fn bytes(v: Value, function: &str, argument: usize) -> PyResult<Ref<Str>> {
    if let Some(s) = v.cast::<Str>() {
        return Ok(s);
    }
    if let Some(s) = crate::builtins::unicode::encode_default(v)? {
        return Ok(s);
    }
    crate::builtins::str::try_new(window::argument(v, function, argument)?.bytes())
}

/// CPython's format "t#": the bytes of what has characters.
pub fn chars(v: Value, function: &str, argument: usize) -> PyResult<Ref<Str>> {
    if let Some(s) = v.cast::<Str>() {
        return Ok(s);
    }
    if let Some(s) = crate::builtins::unicode::encode_default(v)? {
        return Ok(s);
    }
    if v.cast::<crate::layouts::ByteArray>().is_some() {
        return Err(window::not(
            v,
            function,
            argument,
            "string or pinned buffer",
        ));
    }
    match window::get(v, window::Want::Text)? {
        Some(w) => crate::builtins::str::try_new(w.bytes()),
        None => Err(window::not(
            v,
            function,
            argument,
            "string or read-only character buffer",
        )),
    }
}

/// A descriptor: a number, or what the `fileno` of an object returns.
pub fn descriptor(v: Value) -> PyResult<i32> {
    crate::modules::posix::descriptors::descriptor_of(v)
}

/// CPython's format "s#": the same without bytearrays.
pub fn read_only(v: Value, function: &str, argument: usize) -> PyResult<Ref<Str>> {
    if let Some(s) = v.cast::<Str>() {
        return Ok(s);
    }
    match window::read_only(v)? {
        Some(w) => crate::builtins::str::try_new(w.bytes()),
        None => Err(window::not(
            v,
            function,
            argument,
            "string or read-only buffer",
        )),
    }
}
