//! Arguments of string methods: text of either kind, bounds, counts.

use crate::builtins::unicode;
use crate::error::{PyResult, type_error};
use crate::layouts::{Str, Unicode};
use crate::number;
use crate::object::Ref;
use crate::text::search;
use crate::value::Value;
use crate::window::{self, Want};

/// Text given to a method of `str`.
pub enum Text {
    Bytes(Ref<Str>),
    /// The method goes on in unicode.
    Unicode(Ref<Unicode>),
}

/// An argument that must be text.
///
/// # Errors
/// TypeError for other objects.
#[inline]
pub fn text(v: Value) -> PyResult<Text> {
    if let Some(s) = v.cast::<Str>() {
        return Ok(Text::Bytes(s));
    }
    if let Some(u) = v.cast::<Unicode>() {
        return Ok(Text::Unicode(u));
    }
    character_buffer(v).map(Text::Bytes)
}

/// A str, or a unicode in the default encoding.
///
/// # Errors
/// TypeError for other objects.
pub fn bytes_of(v: Value) -> PyResult<Ref<Str>> {
    match v.cast::<Str>() {
        Some(s) => Ok(s),
        None => unicode::encode_default(v)?.ok_or_else(|| type_error("expected a string")),
    }
}

/// The bytes of an object that has some, other than `str` and `unicode`.
fn character_buffer(v: Value) -> PyResult<Ref<Str>> {
    match buffer_bytes(v)? {
        Some(b) => Ok(super::new(&b)),
        None => Err(type_error(
            "expected a string or other character buffer object",
        )),
    }
}

/// What an object shows through the buffer interface as characters; `None` for objects without it. Text is
/// not asked.
pub fn buffer_bytes(v: Value) -> PyResult<Option<Vec<u8>>> {
    Ok(window::get(v, Want::Text)?.map(|w| w.bytes().to_vec()))
}

/// Two text arguments: bytes if both are, else unicode if either is.
pub enum Pair {
    Bytes(Ref<Str>, Ref<Str>),
    Unicode,
}

/// Looks at two arguments that must be text.
pub fn pair(a: Value, b: Value) -> PyResult<Pair> {
    match text(a)? {
        Text::Unicode(_) => Ok(Pair::Unicode),
        Text::Bytes(x) => match text(b)? {
            Text::Unicode(_) => Ok(Pair::Unicode),
            Text::Bytes(y) => Ok(Pair::Bytes(x, y)),
        },
    }
}

/// A string as unicode, for methods that go on in unicode.
#[inline]
pub fn widen(s: Ref<Str>) -> PyResult<Ref<Unicode>> {
    unicode::decode_ascii(s)
}

/// The bounds `start` and `end` in a text of `n` units.
///
/// # Errors
/// TypeError for what is neither None nor an integer.
#[inline]
pub fn bounds(start: Option<Value>, end: Option<Value>, n: usize) -> PyResult<(usize, usize)> {
    let bound = |v: Option<Value>, default: i64| -> PyResult<i64> {
        match v {
            None => Ok(default),
            Some(v) => Ok(number::slice_index(v)?.unwrap_or(default)),
        }
    };
    let start = bound(start, 0)?;
    let end = bound(end, i64::MAX)?;
    Ok(search::bounds(start, end, n))
}

/// A count of which negative numbers mean "all".
#[inline]
pub fn at_most(n: i64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

/// The fill character of `center` and its siblings.
pub fn fill(v: Option<Value>, method: &str) -> PyResult<u8> {
    let Some(v) = v else { return Ok(b' ') };
    match v.cast::<Str>().map(|s| s.as_ref().bytes()) {
        Some([c]) => Ok(*c),
        _ => Err(raise_fmt!(
            type_error,
            "{method}() argument 2 must be char, not {}",
            type_name(v)
        )),
    }
}

/// A type's name in the messages of the argument parser.
pub fn type_name(v: Value) -> &'static str {
    if v.is_none() {
        "None"
    } else {
        crate::attr::type_name(v)
    }
}
