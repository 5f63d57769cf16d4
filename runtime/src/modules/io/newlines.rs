//! `IncrementalNewlineDecoder`: finds out which line ends a text has, and makes LF of them if asked to.

use super::method;
use crate::builtins::unicode::storage::with_units;
use crate::builtins::{str as bytes, tuple, unicode};
use crate::call::Args;
use crate::error::{PyResult, type_error};
use crate::layouts::{NewlineDecoder, Str, Tuple, Unicode};
use crate::object::Ref;
use crate::text::Unit;
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;
use crate::{attr, protocol};

pub const CR: i64 = 1;
pub const LF: i64 = 2;
pub const CRLF: i64 = 4;

const CR_CHAR: u32 = 13;
const LF_CHAR: u32 = 10;

fn this(v: Value) -> PyResult<Ref<NewlineDecoder>> {
    v.cast::<NewlineDecoder>()
        .ok_or_else(|| type_error("expected an IncrementalNewlineDecoder"))
}

pub fn new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    Ok(NewlineDecoder::alloc_for(ty, None, None, 0, 0, 0).into())
}

/// A decoder for a stream.
pub fn create(decoder: Option<Value>, translate: bool) -> Value {
    NewlineDecoder::alloc(decoder, None, i64::from(translate), 0, 0).into()
}

/// `IncrementalNewlineDecoder(decoder, translate, errors='strict')`
pub fn init(v: Value, args: Args<'_>) -> PyResult<()> {
    let d = this(v)?;
    const NAMES: [&str; 3] = ["decoder", "translate", "errors"];
    let given = parse::keywords(args, 0, "IncrementalNewlineDecoder", &NAMES, 2)?;
    let [decoder, translate] = [0, 1].map(|i| given[i].unwrap_or(Value::none()));
    d.decoder.set(Some(decoder).filter(|d| !d.is_none()));
    d.translate.set(crate::convert::int(translate)?);
    d.errors.set(given[2]);
    d.pending_cr.set(0);
    d.seen.set(0);
    Ok(())
}

/// Notes the line ends of a text and translates it.
pub fn translate(text: Vec<u32>, translate: bool, seen: &mut i64) -> Vec<u32> {
    // Most texts have no CR.
    if !text.contains(&CR_CHAR) {
        if *seen & LF == 0 && text.contains(&LF_CHAR) {
            *seen |= LF;
        }
        return text;
    }
    let mut out = Vec::with_capacity(text.len());
    let mut i = 0;
    while let Some(&c) = text.get(i) {
        i += 1;
        match c {
            LF_CHAR => *seen |= LF,
            CR_CHAR if text.get(i) == Some(&LF_CHAR) => {
                *seen |= CRLF;
                i += 1;
                if !translate {
                    out.push(CR_CHAR);
                }
                out.push(LF_CHAR);
                continue;
            }
            CR_CHAR => {
                *seen |= CR;
                if translate {
                    out.push(LF_CHAR);
                    continue;
                }
            }
            _ => {}
        }
        out.push(c);
    }
    out
}

/// The characters of a unicode object.
pub fn characters(v: Value) -> PyResult<Vec<u32>> {
    match v.cast::<Unicode>() {
        Some(u) => Ok(u.as_ref().to_vec()),
        None => Err(type_error(format!(
            "decoder should return a string result, not '{}'",
            attr::type_name(v)
        ))),
    }
}

/// Decodes a part of the input.
pub fn step(d: Ref<NewlineDecoder>, input: Value, last: bool) -> PyResult<Vec<u32>> {
    ends(d, decoded(d, input, last)?, last)
}

/// What the decoder within makes of the input.
fn decoded(d: Ref<NewlineDecoder>, input: Value, last: bool) -> PyResult {
    match d.decoder.get() {
        Some(inner) => method(inner, "decode", &[input, Value::bool(last)]),
        None => Ok(input),
    }
}

/// Finds, and perhaps translates, the line ends of decoded text.
fn ends(d: Ref<NewlineDecoder>, decoded: Value, last: bool) -> PyResult<Vec<u32>> {
    let mut text = characters(decoded)?;
    if d.pending_cr.get() != 0 && (last || !text.is_empty()) {
        text.insert(0, CR_CHAR);
        d.pending_cr.set(0);
    }
    // A CR at the end may be half of a CRLF.
    if !last && text.last() == Some(&CR_CHAR) {
        text.pop();
        d.pending_cr.set(1);
    }
    let mut seen = d.seen.get();
    let out = translate(text, d.translate.get() != 0, &mut seen);
    d.seen.set(seen);
    Ok(out)
}

pub fn decode(self_: Ref<NewlineDecoder>, input: Value, last: Option<Value>) -> PyResult {
    let last = match last {
        Some(f) => protocol::truth(f)?,
        None => false,
    };
    decode_all(self_, input, last)
}

/// The same as [`step`] as a string: where there is no CR, what the decoder within makes.
pub fn decode_all(d: Ref<NewlineDecoder>, input: Value, last: bool) -> PyResult {
    let text = decoded(d, input, last)?;
    if d.pending_cr.get() == 0
        && let Some(u) = text.exact::<Unicode>()
        && !contains(u, b'\r')
    {
        if d.seen.get() & LF == 0 && contains(u, b'\n') {
            d.seen.set(d.seen.get() | LF);
        }
        return Ok(text);
    }
    unicode::from_code_points(&ends(d, text, last)?)
}

/// Is an ASCII character in a text?
pub fn contains(u: Ref<Unicode>, c: u8) -> bool {
    fn found<U: Unit>(units: &[U], c: u8) -> bool {
        U::position(units, U::ascii(c)).is_some()
    }
    with_units!(u, units => found(units, c))
}

pub fn getstate(self_: Ref<NewlineDecoder>) -> PyResult {
    let (buffer, flag) = match self_.decoder.get() {
        Some(inner) => {
            let s = method(inner, "getstate", &[])?;
            match s.cast::<Tuple>().map(|t| t.as_ref().items()) {
                Some(&[b, f]) => (b, crate::convert::int(f)?),
                _ => return Err(type_error("illegal decoder state")),
            }
        }
        None => (bytes::empty().into(), 0),
    };
    let flag = (flag << 1) | self_.pending_cr.get();
    Ok(tuple::from_slice(&[buffer, crate::number::long(flag)]).into())
}

pub fn setstate(self_: Ref<NewlineDecoder>, state: Value) -> PyResult<()> {
    let Some(&[buffer, flag]) = state.cast::<Tuple>().map(|t| t.as_ref().items()) else {
        return Err(type_error(format!(
            "argument must be 2-item sequence, not {}",
            attr::type_name(state)
        )));
    };
    let flag = crate::convert::int(flag)?;
    self_.pending_cr.set(flag & 1);
    if let Some(inner) = self_.decoder.get() {
        let s = tuple::from_slice(&[buffer, Value::int(flag >> 1)]);
        method(inner, "setstate", &[s.into()])?;
    }
    Ok(())
}

pub fn reset(self_: Ref<NewlineDecoder>) -> PyResult<()> {
    self_.seen.set(0);
    self_.pending_cr.set(0);
    if let Some(inner) = self_.decoder.get() {
        method(inner, "reset", &[])?;
    }
    Ok(())
}

/// Kinds of line ends as programs see them: None, one, or a tuple.
pub fn seen_value(seen: i64) -> PyResult {
    let seen: Vec<&str> = [(CR, "\r"), (LF, "\n"), (CRLF, "\r\n")]
        .into_iter()
        .filter_map(|(bit, text)| (seen & bit != 0).then_some(text))
        .collect();
    match seen[..] {
        [] => Ok(Value::none()),
        [one] => Ok(unicode::storage::from_text(one)?.into()),
        // As it is: one is unicode, several are not.
        _ => {
            let mut kinds = [Value::none(); 3];
            for (kind, text) in kinds.iter_mut().zip(&seen) {
                *kind = bytes::from_text(text).into();
            }
            Ok(tuple::from_slice(&kinds[..seen.len()]).into())
        }
    }
}

pub fn get_newlines(v: Value) -> PyResult {
    seen_value(this(v)?.seen.get())
}

/// What a `newline` argument asks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// None: all line ends are found, and become LF.
    Translate,
    /// '': all line ends are found, and stay.
    Universal,
    /// LF, CR or CRLF: only that one ends lines.
    Only(&'static [u32]),
}

impl Mode {
    /// The mode of an argument.
    ///
    /// # Errors
    /// ValueError, TypeError.
    pub fn of(v: Option<Value>) -> PyResult<Mode> {
        let Some(v) = v.filter(|v| !v.is_none()) else {
            return Ok(Mode::Translate);
        };
        let s = match v.cast::<Str>() {
            Some(s) => s.as_ref().bytes().to_vec(),
            None => match v.cast::<Unicode>() {
                Some(u) => u.as_ref().to_text().into_bytes(),
                None => {
                    return Err(type_error(format!(
                        "newline must be string or None, not {}",
                        attr::type_name(v)
                    )));
                }
            },
        };
        match &s[..] {
            b"" => Ok(Mode::Universal),
            b"\n" => Ok(Mode::Only(&[10])),
            b"\r" => Ok(Mode::Only(&[13])),
            b"\r\n" => Ok(Mode::Only(&[13, 10])),
            _ => Err(crate::error::value_error(
                [b"illegal newline value: ", &s[..]].concat(),
            )),
        }
    }

    /// What LF becomes when it is written.
    pub fn written(self) -> Option<&'static [u32]> {
        match self {
            Mode::Only([10]) | Mode::Translate | Mode::Universal => None,
            Mode::Only(end) => Some(end),
        }
    }

    /// Where the line ends that begins at the start of `text`: behind the line end. `None`: not in here,
    /// or, at a CR with which the text ends, perhaps not.
    pub fn line_end(self, text: &[u32]) -> Option<usize> {
        match self {
            Mode::Translate => text.iter().position(|c| *c == LF_CHAR).map(|i| i + 1),
            Mode::Universal => {
                let i = text.iter().position(|c| matches!(*c, LF_CHAR | CR_CHAR))?;
                Some(if text[i] == CR_CHAR && text.get(i + 1) == Some(&LF_CHAR) {
                    i + 2
                } else {
                    i + 1
                })
            }
            Mode::Only([end]) => text.iter().position(|c| c == end).map(|i| i + 1),
            Mode::Only(end) => text
                .windows(end.len())
                .position(|w| w == end)
                .map(|i| i + end.len()),
        }
    }
}
