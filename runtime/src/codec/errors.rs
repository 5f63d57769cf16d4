//! What happens at input that a codec cannot convert.

use super::registry;
use crate::builtins::{str, tuple, unicode};
use crate::error::{PyResult, Raised, raise_value, type_error};
use crate::layouts::{Str, Tuple, Unicode};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;

/// An error handler.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errors<'a> {
    Strict,
    Ignore,
    Replace,
    XmlCharRefReplace,
    BackslashReplace,
    /// Registered by the program, if at all; it is looked for only when something goes wrong.
    Other(&'a [u8]),
}

impl Errors<'_> {
    /// The handler of a name.
    pub fn named(name: &[u8]) -> Errors<'_> {
        match name {
            b"strict" => Errors::Strict,
            b"ignore" => Errors::Ignore,
            b"replace" => Errors::Replace,
            b"xmlcharrefreplace" => Errors::XmlCharRefReplace,
            b"backslashreplace" => Errors::BackslashReplace,
            other => Errors::Other(other),
        }
    }
}

/// Input that cannot be converted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bad {
    /// First position.
    pub start: usize,
    /// Behind the last.
    pub end: usize,
    /// Why.
    pub reason: &'static str,
    /// More input might complete it: not an error before the end of a stream.
    pub incomplete: bool,
}

impl Bad {
    /// For input from `start` to before `end`.
    pub fn new(start: usize, end: usize, reason: &'static str) -> Bad {
        Bad {
            start,
            end,
            reason,
            incomplete: false,
        }
    }

    /// For input that ends too early.
    pub fn incomplete(start: usize, end: usize, reason: &'static str) -> Bad {
        Bad {
            incomplete: true,
            ..Bad::new(start, end, reason)
        }
    }
}

/// The arguments of an exception for such input.
pub fn arguments(encoding: &str, object: Value, bad: Bad) -> Ref<Tuple> {
    let at = |i: usize| Value::int(i as i64);
    let (encoding, reason) = (
        str::new(encoding.as_bytes()),
        str::new(bad.reason.as_bytes()),
    );
    tuple::from_slice(&[
        encoding.into(),
        object,
        at(bad.start),
        at(bad.end),
        reason.into(),
    ])
}

fn raise(ty: Ref<Type>, encoding: &str, object: Value, bad: Bad) -> Raised {
    let arguments = arguments(encoding, object, bad);
    match crate::call::call_values(ty.into(), arguments.as_ref().items()) {
        Ok(e) => raise_value(ty.into(), Some(e)),
        Err(raised) => raised,
    }
}

/// Raises UnicodeDecodeError.
#[cold]
pub fn decode_error(encoding: &str, object: Value, bad: Bad) -> Raised {
    raise(
        crate::types::UNICODE_DECODE_ERROR.get(),
        encoding,
        object,
        bad,
    )
}

/// Raises UnicodeEncodeError.
#[cold]
pub fn encode_error(encoding: &str, object: Value, bad: Bad) -> Raised {
    raise(
        crate::types::UNICODE_ENCODE_ERROR.get(),
        encoding,
        object,
        bad,
    )
}

/// Asks a registered handler: what stands for the input, and where to go on.
fn custom(
    name: &[u8],
    ty: Ref<Type>,
    encoding: &str,
    object: Value,
    bad: Bad,
    n: usize,
) -> PyResult<(Ref<Unicode>, usize)> {
    let handler = registry::error_handler(name)?;
    let exception =
        crate::call::call_values(ty.into(), arguments(encoding, object, bad).as_ref().items())?;
    let r = crate::call::call_values(handler, &[exception])?;
    let wrong = || {
        let kind = if ty == crate::types::UNICODE_DECODE_ERROR.get() {
            "decoding"
        } else {
            "encoding"
        };
        raise_fmt!(
            type_error,
            "{kind} error handler must return (unicode, int) tuple"
        )
    };
    let Some(pair) = r.cast::<Tuple>() else {
        return Err(wrong());
    };
    let [text, at] = pair.as_ref().items() else {
        return Err(wrong());
    };
    let Some(text) = text.cast::<Unicode>() else {
        return Err(wrong());
    };
    let at = crate::convert::index(*at)?;
    let place = if at < 0 {
        at.saturating_add(n as i64)
    } else {
        at
    };
    match usize::try_from(place) {
        Ok(place) if place <= n => Ok((text, place)),
        _ => Err(raise_fmt!(
            crate::error::index_error,
            "position {place} from error handler out of bounds"
        )),
    }
}

/// Decodes: `step` appends code points from a position on, moving it, and stops at what is bad.
pub fn decode(
    s: Ref<Str>,
    encoding: &str,
    errors: Errors<'_>,
    step: impl FnMut(&[u8], &mut usize, &mut Vec<u32>) -> Result<(), Bad>,
) -> PyResult<Ref<Unicode>> {
    decode_part(s, encoding, errors, true, step).map(|(u, _)| u)
}

/// The same for a part of a stream, the last one if `is_final`: also how many bytes were used. Those left
/// over belong to a character that is not complete.
pub fn decode_part(
    s: Ref<Str>,
    encoding: &str,
    errors: Errors<'_>,
    is_final: bool,
    mut step: impl FnMut(&[u8], &mut usize, &mut Vec<u32>) -> Result<(), Bad>,
) -> PyResult<(Ref<Unicode>, usize)> {
    let bytes = s.as_ref().bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Err(bad) = step(bytes, &mut at, &mut out) {
        if bad.incomplete && !is_final {
            at = bad.start;
            break;
        }
        at = instead_of_bytes(s, encoding, errors, bad, &mut out)?;
    }
    Ok((unicode::from_units(&out)?, at))
}

/// Appends what stands for bad bytes; where to go on.
///
/// # Errors
/// What the handler raises.
pub fn instead_of_bytes(
    s: Ref<Str>,
    encoding: &str,
    errors: Errors<'_>,
    bad: Bad,
    out: &mut Vec<u32>,
) -> PyResult<usize> {
    match errors {
        Errors::Strict => Err(decode_error(encoding, s.into(), bad)),
        Errors::Ignore => Ok(bad.end),
        Errors::Replace => {
            out.push(0xFFFD);
            Ok(bad.end)
        }
        Errors::XmlCharRefReplace | Errors::BackslashReplace => Err(type_error(
            "don't know how to handle UnicodeDecodeError in error callback",
        )),
        Errors::Other(name) => {
            let ty = crate::types::UNICODE_DECODE_ERROR.get();
            let n = s.bytes().len();
            let (text, next) = custom(name, ty, encoding, s.into(), bad, n)?;
            out.extend(text.to_vec());
            Ok(next)
        }
    }
}

/// Puts what stands for bad characters of `u` in the place of `out`; where to go on.
///
/// # Errors
/// What the handler raises.
pub fn instead_of_text(
    u: Ref<Unicode>,
    encoding: &str,
    errors: Errors<'_>,
    bad: Bad,
    out: &mut Vec<u32>,
) -> PyResult<usize> {
    out.clear();
    let run = (bad.start..bad.end).filter_map(|i| u.get(i));
    match errors {
        Errors::Strict => return Err(encode_error(encoding, u.into(), bad)),
        Errors::Ignore => {}
        Errors::Replace => out.extend(run.map(|_| u32::from(b'?'))),
        Errors::XmlCharRefReplace => run.for_each(|c| reference(out, c)),
        Errors::BackslashReplace => {
            let mut text = Vec::with_capacity(10);
            for c in run {
                text.clear();
                super::escape::backslash(&mut text, c);
                out.extend(text.iter().map(|c| u32::from(*c)));
            }
        }
        Errors::Other(name) => {
            let ty = crate::types::UNICODE_ENCODE_ERROR.get();
            let (text, next) = custom(name, ty, encoding, u.into(), bad, u.length())?;
            text.as_ref().append_to(out);
            return Ok(next);
        }
    }
    Ok(bad.end)
}

/// Appends an XML character reference, `&#NN;`.
fn reference(out: &mut Vec<u32>, mut c: u32) {
    let mut text = [0; 10];
    let mut at = text.len();
    let mut before = |b: u8| {
        at -= 1;
        text[at] = u32::from(b);
        at
    };
    before(b';');
    loop {
        before(b'0' + (c % 10) as u8);
        c /= 10;
        if c == 0 {
            break;
        }
    }
    before(b'#');
    let start = before(b'&');
    out.extend_from_slice(&text[start..]);
}
