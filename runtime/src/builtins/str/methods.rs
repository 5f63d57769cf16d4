//! Methods of `str`; what splits and joins is in [`super::split`].

use super::args::{self, Text, bounds, text, widen};
use super::{fields, new, try_build, try_new};
use crate::builtins::{tuple, unicode};
use crate::call::Args;
use crate::codec;
use crate::error::{PyResult, overflow_error, type_error, value_error};
use crate::format;
use crate::layouts::{Str, Tuple, Unicode};
use crate::object::{Layout, Ref};
use crate::text::{fill, is_byte_space, search};
use crate::value::Value;

pub use super::split::{
    join, lstrip, partition, replace, rpartition, rsplit, rstrip, split, splitlines, strip,
};

/// The string itself when it is an exact `str`, else a copy.
#[inline]
fn exact(s: Ref<Str>) -> Ref<Str> {
    if s.header.shape.get() == Str::SHAPE {
        s
    } else {
        new(s.as_ref().bytes())
    }
}

// ---- case -------------------------------------------------------------------------------------

fn map_bytes(s: Ref<Str>, mut f: impl FnMut(u8) -> u8) -> PyResult {
    let b = s.as_ref().bytes();
    if let [c] = b {
        return Ok(super::singleton(f(*c)).into());
    }
    let out = try_build(b.len(), |to| {
        for (to, c) in to.iter_mut().zip(b) {
            *to = f(*c);
        }
    })?;
    Ok(out.into())
}

pub fn lower(s: Ref<Str>) -> PyResult {
    map_bytes(s, |c| c.to_ascii_lowercase())
}

pub fn upper(s: Ref<Str>) -> PyResult {
    map_bytes(s, |c| c.to_ascii_uppercase())
}

pub fn swapcase(s: Ref<Str>) -> PyResult {
    map_bytes(s, |c| if c.is_ascii_alphabetic() { c ^ 0x20 } else { c })
}

pub fn capitalize(s: Ref<Str>) -> PyResult {
    let mut first = true;
    map_bytes(s, |c| {
        if std::mem::take(&mut first) {
            c.to_ascii_uppercase()
        } else {
            c.to_ascii_lowercase()
        }
    })
}

pub fn title(s: Ref<Str>) -> PyResult {
    let mut inside = false;
    map_bytes(s, |c| {
        let was = std::mem::replace(&mut inside, c.is_ascii_alphabetic());
        if was {
            c.to_ascii_lowercase()
        } else {
            c.to_ascii_uppercase()
        }
    })
}

fn all(s: Ref<Str>, f: impl Fn(&u8) -> bool) -> PyResult<bool> {
    let b = s.as_ref().bytes();
    Ok(!b.is_empty() && b.iter().all(f))
}

pub fn isalnum(s: Ref<Str>) -> PyResult<bool> {
    all(s, u8::is_ascii_alphanumeric)
}

pub fn isalpha(s: Ref<Str>) -> PyResult<bool> {
    all(s, u8::is_ascii_alphabetic)
}

pub fn isdigit(s: Ref<Str>) -> PyResult<bool> {
    all(s, u8::is_ascii_digit)
}

pub fn isspace(s: Ref<Str>) -> PyResult<bool> {
    all(s, |c| is_byte_space(*c))
}

/// Is some byte of one kind, and none of another? The first of the other tells.
fn cased(s: Ref<Str>, wanted: impl Fn(&u8) -> bool, other: impl Fn(&u8) -> bool) -> bool {
    let mut found = false;
    for c in s.as_ref().bytes() {
        if other(c) {
            return false;
        }
        found |= wanted(c);
    }
    found
}

pub fn islower(s: Ref<Str>) -> PyResult<bool> {
    Ok(cased(s, u8::is_ascii_lowercase, u8::is_ascii_uppercase))
}

pub fn isupper(s: Ref<Str>) -> PyResult<bool> {
    Ok(cased(s, u8::is_ascii_uppercase, u8::is_ascii_lowercase))
}

pub fn istitle(s: Ref<Str>) -> PyResult<bool> {
    let (mut inside, mut cased) = (false, false);
    for c in s.as_ref().bytes() {
        let (upper, lower) = (c.is_ascii_uppercase(), c.is_ascii_lowercase());
        // Capitals begin words, small letters continue them.
        if (upper && inside) || (lower && !inside) {
            return Ok(false);
        }
        inside = upper || lower;
        cased |= inside;
    }
    Ok(cased)
}

// ---- width ------------------------------------------------------------------------------------

/// The length of a string to be made, when its object could have a size.
fn in_range(length: usize) -> PyResult<usize> {
    const HEADER: usize = 37;
    if length > isize::MAX as usize - HEADER {
        return Err(overflow_error("string is too large"));
    }
    Ok(length)
}

fn pad(s: Ref<Str>, width: i64, c: u8, place: impl FnOnce(usize) -> (usize, usize)) -> PyResult {
    let b = s.as_ref().bytes();
    let Some(padding) = fill::padding(b.len(), width) else {
        return Ok(exact(s).into());
    };
    let (left, _) = place(padding);
    let out = try_build(in_range(b.len() + padding)?, |to| {
        to.fill(c);
        to[left..left + b.len()].copy_from_slice(b);
    })?;
    Ok(out.into())
}

pub fn center(s: Ref<Str>, width: i64, c: Option<Value>) -> PyResult {
    pad(s, width, args::fill(c, "center")?, |p| {
        fill::centered(p, width)
    })
}

pub fn ljust(s: Ref<Str>, width: i64, c: Option<Value>) -> PyResult {
    pad(s, width, args::fill(c, "ljust")?, |p| (0, p))
}

pub fn rjust(s: Ref<Str>, width: i64, c: Option<Value>) -> PyResult {
    pad(s, width, args::fill(c, "rjust")?, |p| (p, 0))
}

pub fn zfill(s: Ref<Str>, width: i64) -> PyResult {
    let b = s.as_ref().bytes();
    let Some(zeros) = fill::padding(b.len(), width) else {
        return Ok(exact(s).into());
    };
    let out = try_build(in_range(b.len() + zeros)?, |to| {
        to.fill(b'0');
        to[zeros..].copy_from_slice(b);
        if matches!(b.first(), Some(b'+' | b'-')) {
            to.swap(0, zeros);
        }
    })?;
    Ok(out.into())
}

pub fn expandtabs(s: Ref<Str>, size: i32) -> PyResult {
    match fill::expand_tabs(s.as_ref().bytes(), i64::from(size)) {
        Ok(b) => Ok(try_new(&b)?.into()),
        Err(_) => Err(overflow_error("result too long")),
    }
}

// ---- searching --------------------------------------------------------------------------------

/// Where `sub` is, for `find` and its siblings.
fn search_for(
    s: Ref<Str>,
    sub: Value,
    start: Option<Value>,
    end: Option<Value>,
    last: bool,
) -> PyResult<Option<usize>> {
    let (from, to) = bounds(start, end, s.bytes().len())?;
    let needle = match text(sub)? {
        Text::Bytes(t) => t,
        Text::Unicode(_) => return unicode::methods::search_for(widen(s)?, sub, start, end, last),
    };
    if from > to {
        return Ok(None);
    }
    let hay = &s.as_ref().bytes()[from..to];
    let needle = needle.as_ref().bytes();
    let found = if last {
        search::rfind(hay, needle)
    } else {
        search::find(hay, needle)
    };
    Ok(found.map(|i| i + from))
}

/// Position as `find` returns it.
pub(crate) fn position(found: Option<usize>) -> Value {
    Value::int(found.map_or(-1, |i| i as i64))
}

/// Position as `index` returns it.
pub(crate) fn known_position(found: Option<usize>) -> PyResult {
    match found {
        Some(i) => Ok(Value::int(i as i64)),
        None => Err(value_error("substring not found")),
    }
}

pub fn find(s: Ref<Str>, sub: Value, start: Option<Value>, end: Option<Value>) -> PyResult {
    search_for(s, sub, start, end, false).map(position)
}

pub fn rfind(s: Ref<Str>, sub: Value, start: Option<Value>, end: Option<Value>) -> PyResult {
    search_for(s, sub, start, end, true).map(position)
}

pub fn index(s: Ref<Str>, sub: Value, start: Option<Value>, end: Option<Value>) -> PyResult {
    known_position(search_for(s, sub, start, end, false)?)
}

pub fn rindex(s: Ref<Str>, sub: Value, start: Option<Value>, end: Option<Value>) -> PyResult {
    known_position(search_for(s, sub, start, end, true)?)
}

pub fn count(s: Ref<Str>, sub: Value, start: Option<Value>, end: Option<Value>) -> PyResult {
    let (from, to) = bounds(start, end, s.bytes().len())?;
    let needle = match text(sub)? {
        Text::Bytes(t) => t,
        Text::Unicode(_) => return unicode::methods::count(widen(s)?, sub, start, end),
    };
    if from > to {
        return Ok(Value::small_int(0));
    }
    let hay = &s.as_ref().bytes()[from..to];
    let n = match needle.as_ref().bytes() {
        [c] => memchr::memchr_iter(*c, hay).count(),
        needle => search::count(hay, needle, usize::MAX),
    };
    Ok(Value::int(n as i64))
}

/// Is one affix there? The argument must be text.
fn affix(
    s: Ref<Str>,
    part: Value,
    start: Option<Value>,
    end: Option<Value>,
    at_end: bool,
) -> PyResult<bool> {
    match text(part)? {
        Text::Unicode(_) => unicode::methods::affix(widen(s)?, part, start, end, at_end),
        Text::Bytes(t) => {
            let b = s.as_ref().bytes();
            Ok(search::is_affix(
                b,
                t.as_ref().bytes(),
                bounds(start, end, b.len())?,
                at_end,
            ))
        }
    }
}

fn affixes(
    s: Ref<Str>,
    part: Value,
    start: Option<Value>,
    end: Option<Value>,
    at_end: bool,
) -> PyResult<bool> {
    bounds(start, end, 0)?;
    if let Some(parts) = part.cast::<Tuple>() {
        for p in parts.as_ref().items() {
            if affix(s, *p, start, end, at_end)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    if part.cast::<Str>().is_none() && part.cast::<Unicode>().is_none() {
        return match args::buffer_bytes(part)? {
            Some(_) => affix(s, part, start, end, at_end),
            None => Err(not_an_affix(part, at_end)),
        };
    }
    affix(s, part, start, end, at_end)
}

/// The argument of `startswith` or `endswith` is no text.
#[cold]
pub(crate) fn not_an_affix(v: Value, at_end: bool) -> crate::error::Raised {
    let name = if at_end { "endswith" } else { "startswith" };
    raise_fmt!(
        type_error,
        "{name} first arg must be str, unicode, or tuple, not {}",
        crate::attr::type_name(v)
    )
}

pub fn startswith(
    s: Ref<Str>,
    prefix: Value,
    start: Option<Value>,
    end: Option<Value>,
) -> PyResult<bool> {
    affixes(s, prefix, start, end, false)
}

pub fn endswith(
    s: Ref<Str>,
    suffix: Value,
    start: Option<Value>,
    end: Option<Value>,
) -> PyResult<bool> {
    affixes(s, suffix, start, end, true)
}

// ---- translation ------------------------------------------------------------------------------

pub fn translate(s: Ref<Str>, table: Value, delete: Option<Value>) -> PyResult {
    let no_unicode = || type_error("deletions are implemented differently for unicode");
    let table = match table.is_none() {
        true => None,
        false => match text(table)? {
            Text::Unicode(_) if delete.is_some() => return Err(no_unicode()),
            Text::Unicode(_) => return unicode::methods::translate(widen(s)?, table),
            Text::Bytes(t) => match <&[u8; 256]>::try_from(t.as_ref().bytes()) {
                Ok(t) => Some(t),
                Err(_) => return Err(value_error("translation table must be 256 characters long")),
            },
        },
    };
    if let (Some(t), None) = (table, delete) {
        let b = s.as_ref().bytes();
        if b.iter().all(|c| t[usize::from(*c)] == *c) {
            return Ok(exact(s).into());
        }
        let made = super::try_build(b.len(), |to| {
            for (o, c) in to.iter_mut().zip(b) {
                *o = t[usize::from(*c)];
            }
        })?;
        return Ok(made.into());
    }
    let mut dropped = [false; 256];
    if let Some(d) = delete {
        match text(d)? {
            Text::Unicode(_) => return Err(no_unicode()),
            Text::Bytes(d) => d
                .as_ref()
                .bytes()
                .iter()
                .for_each(|c| dropped[usize::from(*c)] = true),
        }
    }
    let b = s.as_ref().bytes();
    let mut out = vec![0; b.len()];
    let mut n = 0;
    for c in b {
        // Written in any case: whether it stays is cheaper to add than to decide.
        out[n] = table.map_or(*c, |t| t[usize::from(*c)]);
        n += usize::from(!dropped[usize::from(*c)]);
    }
    out.truncate(n);
    if out == b {
        return Ok(exact(s).into());
    }
    Ok(try_new(&out)?.into())
}

// ---- codecs -----------------------------------------------------------------------------------

pub fn encode(s: Ref<Str>, encoding: Option<Value>, errors: Option<Value>) -> PyResult {
    let names = codec::names("encode", 1, encoding, errors)?;
    let r = codec::encode_object(s.into(), &names)?;
    text_result(r, "encoder")
}

pub fn decode(s: Ref<Str>, encoding: Option<Value>, errors: Option<Value>) -> PyResult {
    let names = codec::names("decode", 1, encoding, errors)?;
    let r = codec::decode_object(s.into(), &names)?;
    text_result(r, "decoder")
}

/// A codec's result, which must be text.
pub(crate) fn text_result(v: Value, what: &str) -> PyResult {
    if v.cast::<Str>().is_some() || v.cast::<Unicode>().is_some() {
        return Ok(v);
    }
    Err(raise_fmt!(
        type_error,
        "{what} did not return a string/unicode object (type={})",
        crate::attr::type_name(v)
    ))
}

// ---- formatting -------------------------------------------------------------------------------

pub fn format(s: Ref<Str>, args: Args<'_>) -> PyResult {
    fields::format_str(s, args)
}

/// `S.__format__(spec)`
pub fn format_spec(s: Ref<Str>, spec: Value) -> PyResult {
    if spec.cast::<Str>().is_none() && spec.cast::<Unicode>().is_none() {
        return Err(raise_fmt!(
            type_error,
            "__format__ arg must be str or unicode, not {}",
            crate::attr::type_name(spec)
        ));
    }
    let spec = crate::protocol::str(spec)?;
    format_bytes(s, spec.as_ref().bytes())
}

/// A string under a specification.
pub fn format_bytes(s: Ref<Str>, spec: &[u8]) -> PyResult {
    if spec.is_empty() {
        return crate::protocol::str(s.into()).map(Into::into);
    }
    let b = s.as_ref().bytes();
    let parsed = format::parse_spec(spec, Some(b's'), b'<')?;
    let (kept, left, right) = string_layout(&parsed, b.len(), s.into())?;
    let fill = parsed.fill.unwrap_or(0x20) as u8;
    if left
        .checked_add(right)
        .is_none_or(|p| p > isize::MAX as usize)
    {
        return Err(super::storage::out_of_memory());
    }
    let out = try_build(left + kept + right, |to| {
        to.fill(fill);
        to[left..left + kept].copy_from_slice(&b[..kept]);
    })?;
    Ok(out.into())
}

/// How many units to keep, and the padding left and right, for a string under a specification.
pub(crate) fn string_layout(
    spec: &format::spec::Spec,
    n: usize,
    of: Value,
) -> PyResult<(usize, usize, usize)> {
    match spec.kind {
        None | Some(0x73) => {}
        Some(c) => {
            let mut m = b"Unknown format code '".to_vec();
            match u8::try_from(c) {
                Ok(c) if of.cast::<Str>().is_some() || (c > 32 && c < 128) => m.push(c),
                _ => m.extend_from_slice(format!("\\x{c:x}").as_bytes()),
            }
            let ty = crate::attr::type_name(of);
            m.extend(crate::text::shown::into_bytes(format!(
                "' for object of type '{ty}'"
            )));
            return Err(value_error(m));
        }
    }
    spec.string(n).map_err(|e| format::spec_error(&e))
}

// ---- pickling ---------------------------------------------------------------------------------

pub fn getnewargs(s: Ref<Str>) -> PyResult {
    Ok(tuple::from_slice(&[new(s.as_ref().bytes()).into()]).into())
}
