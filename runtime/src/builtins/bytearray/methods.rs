//! Methods of `bytearray`.
//!
//! Those that only look at the content as a text, or make another one of it, are the methods of `str` on a
//! copy; arguments and results differ.

use super::{ByteArray, byte, new, operand};
use crate::builtins::str::args::at_most;
use crate::builtins::str::methods as text;
use crate::builtins::{list, sequence, str, tuple};
use crate::codec;
use crate::error::{PyResult, Raised, index_error, overflow_error, type_error, value_error};
use crate::exception::pending_matches;
use crate::layouts::{List, Str, Tuple};
use crate::object::Ref;
use crate::text::{is_byte_space, search, split as ranges};
use crate::value::Value;
use crate::window::{self, Want};
use crate::{protocol, thread, types};

/// The content as a string.
fn copy(a: Ref<ByteArray>) -> PyResult<Ref<Str>> {
    str::try_new(a.bytes())
}

/// A string that a method of `str` returned as a bytearray.
fn back(v: Value) -> PyResult {
    match v.cast::<Str>() {
        Some(s) => Ok(new(s.as_ref().bytes())?.into()),
        None => Ok(v),
    }
}

macro_rules! like_str {
    (-> $r:ty; $($f:ident)*) => { $(
        pub fn $f(a: Ref<ByteArray>) -> PyResult<$r> { text::$f(copy(a)?) }
    )* };
    ($($f:ident)*) => { $(
        pub fn $f(a: Ref<ByteArray>) -> PyResult { back(text::$f(copy(a)?)?) }
    )* };
}
like_str!(capitalize lower upper swapcase title);
like_str!(-> bool; isalnum isalpha isdigit islower isspace istitle isupper);

macro_rules! padding {
    ($($f:ident)*) => { $(
        pub fn $f(a: Ref<ByteArray>, width: i64, fill: Option<Value>) -> PyResult {
            back(text::$f(copy(a)?, width, fill)?)
        }
    )* };
}
padding!(center ljust rjust);

pub fn zfill(a: Ref<ByteArray>, width: i64) -> PyResult {
    back(text::zfill(copy(a)?, width)?)
}

pub fn expandtabs(a: Ref<ByteArray>, size: i32) -> PyResult {
    back(text::expandtabs(copy(a)?, size)?)
}

pub fn decode(a: Ref<ByteArray>, encoding: Option<Value>, errors: Option<Value>) -> PyResult {
    let names = codec::names("decode", 1, encoding, errors)?;
    codec::decode_object(copy(a)?.into(), &names)
}

// ---- searching --------------------------------------------------------------------------------

/// Where `sub` is.
fn search_for(
    a: Ref<ByteArray>,
    sub: Value,
    start: Option<Value>,
    end: Option<Value>,
    last: bool,
) -> PyResult<Option<usize>> {
    let (from, to) = str::args::bounds(start, end, a.len())?;
    let w = operand(sub)?;
    let to = to.min(a.len());
    if from > to {
        return Ok(None);
    }
    let hay = &a.bytes()[from..to];
    let found = if last {
        search::rfind(hay, w.bytes())
    } else {
        search::find(hay, w.bytes())
    };
    Ok(found.map(|i| i + from))
}

fn position(found: Option<usize>) -> PyResult {
    Ok(Value::int(found.map_or(-1, |i| i as i64)))
}

fn known(found: Option<usize>) -> PyResult {
    match found {
        Some(i) => Ok(Value::int(i as i64)),
        None => Err(value_error("subsection not found")),
    }
}

pub fn find(a: Ref<ByteArray>, sub: Value, start: Option<Value>, end: Option<Value>) -> PyResult {
    position(search_for(a, sub, start, end, false)?)
}

pub fn rfind(a: Ref<ByteArray>, sub: Value, start: Option<Value>, end: Option<Value>) -> PyResult {
    position(search_for(a, sub, start, end, true)?)
}

pub fn index(a: Ref<ByteArray>, sub: Value, start: Option<Value>, end: Option<Value>) -> PyResult {
    known(search_for(a, sub, start, end, false)?)
}

pub fn rindex(a: Ref<ByteArray>, sub: Value, start: Option<Value>, end: Option<Value>) -> PyResult {
    known(search_for(a, sub, start, end, true)?)
}

pub fn count(a: Ref<ByteArray>, sub: Value, start: Option<Value>, end: Option<Value>) -> PyResult {
    let (from, to) = str::args::bounds(start, end, a.len())?;
    let w = operand(sub)?;
    let to = to.min(a.len());
    if from > to {
        return Ok(Value::small_int(0));
    }
    let n = search::count(&a.bytes()[from..to], w.bytes(), usize::MAX);
    Ok(Value::int(n as i64))
}

fn affix(
    a: Ref<ByteArray>,
    part: Value,
    start: Option<Value>,
    end: Option<Value>,
    at_end: bool,
) -> PyResult<bool> {
    let parts = match part.cast::<Tuple>() {
        Some(t) => t,
        None => tuple::from_slice(&[part]),
    };
    for p in parts.as_ref().items() {
        let bounds = str::args::bounds(start, end, a.len())?;
        let w = operand(*p)?;
        if search::is_affix(a.bytes(), w.bytes(), bounds, at_end) {
            return Ok(true);
        }
    }
    Ok(false)
}

pub fn startswith(
    a: Ref<ByteArray>,
    prefix: Value,
    start: Option<Value>,
    end: Option<Value>,
) -> PyResult<bool> {
    affix(a, prefix, start, end, false)
}

pub fn endswith(
    a: Ref<ByteArray>,
    suffix: Value,
    start: Option<Value>,
    end: Option<Value>,
) -> PyResult<bool> {
    affix(a, suffix, start, end, true)
}

// ---- taking apart and putting together ----------------------------------------------------------

pub fn split(a: Ref<ByteArray>, sep: Option<Value>, max: i64) -> PyResult {
    pieces(a, sep, max, false)
}

pub fn rsplit(a: Ref<ByteArray>, sep: Option<Value>, max: i64) -> PyResult {
    pieces(a, sep, max, true)
}

fn pieces(a: Ref<ByteArray>, sep: Option<Value>, max: i64, backward: bool) -> PyResult {
    let max = at_most(max);
    let mut parts = Vec::new();
    let hay = a.bytes();
    match sep.filter(|v| !v.is_none()) {
        None if backward => ranges::words_backward(hay, max, is_byte_space, |r| parts.push(r)),
        None => ranges::words(hay, max, is_byte_space, |r| parts.push(r)),
        Some(sep) => {
            let w = operand(sep)?;
            if w.is_empty() {
                return Err(value_error("empty separator"));
            }
            if backward {
                ranges::pieces_backward(hay, w.bytes(), max, |r| parts.push(r));
            } else {
                ranges::pieces(hay, w.bytes(), max, |r| parts.push(r));
            }
        }
    }
    if backward {
        parts.reverse();
    }
    let out = list::new();
    for r in parts {
        out.try_push(new(&hay[r])?.into())?;
    }
    Ok(out.into())
}

pub fn splitlines(a: Ref<ByteArray>, keep: i32) -> PyResult {
    let mut parts = Vec::new();
    let is_break = |c| c == b'\n' || c == b'\r';
    ranges::lines(a.bytes(), keep != 0, is_break, |r| parts.push(r));
    let out = list::new();
    for r in parts {
        out.try_push(new(&a.bytes()[r])?.into())?;
    }
    Ok(out.into())
}

fn parts(a: Ref<ByteArray>, sep: Value, last: bool) -> PyResult {
    // The separator in the result is an object of its own.
    let sep = new(window::view(sep)?.bytes())?;
    let (hay, needle) = (a.bytes(), sep.as_ref().bytes());
    if needle.is_empty() {
        return Err(value_error("empty separator"));
    }
    let found = if last {
        search::rfind(hay, needle)
    } else {
        search::find(hay, needle)
    };
    let (head, middle, tail) = match found {
        Some(at) => (&hay[..at], sep, &hay[at + needle.len()..]),
        None if last => (&hay[..0], new(&[])?, hay),
        None => (hay, new(&[])?, &hay[..0]),
    };
    let (head, tail) = (new(head)?, new(tail)?);
    Ok(tuple::from_slice(&[head.into(), middle.into(), tail.into()]).into())
}

pub fn partition(a: Ref<ByteArray>, sep: Value) -> PyResult {
    parts(a, sep, false)
}

pub fn rpartition(a: Ref<ByteArray>, sep: Value) -> PyResult {
    parts(a, sep, true)
}

fn strip_ends(a: Ref<ByteArray>, chars: Option<Value>, left: bool, right: bool) -> PyResult {
    let r = match chars.filter(|v| !v.is_none()) {
        None => ranges::strip(a.bytes(), left, right, is_byte_space),
        Some(v) => {
            let w = operand(v)?;
            ranges::strip(a.bytes(), left, right, |c| w.bytes().contains(&c))
        }
    };
    Ok(new(&a.bytes()[r])?.into())
}

pub fn strip(a: Ref<ByteArray>, chars: Option<Value>) -> PyResult {
    strip_ends(a, chars, true, true)
}

pub fn lstrip(a: Ref<ByteArray>, chars: Option<Value>) -> PyResult {
    strip_ends(a, chars, true, false)
}

pub fn rstrip(a: Ref<ByteArray>, chars: Option<Value>) -> PyResult {
    strip_ends(a, chars, false, true)
}

pub fn replace(a: Ref<ByteArray>, old: Value, new_: Value, max: i64) -> PyResult {
    let (old, to) = (operand(old)?, operand(new_)?);
    match search::replace(
        a.bytes(),
        old.bytes(),
        to.bytes(),
        at_most(max),
        isize::MAX as usize,
    ) {
        Ok(Some(b)) => Ok(new(&b)?.into()),
        Ok(None) => Ok(new(a.bytes())?.into()),
        Err(_) => Err(overflow_error("replace bytes is too long")),
    }
}

pub fn join(a: Ref<ByteArray>, iterable: Value) -> PyResult {
    let items = if iterable.cast::<List>().is_some() || iterable.cast::<Tuple>().is_some() {
        list::from_slice(str::split::items_of(iterable))
    } else {
        let it = protocol::iter(iterable).map_err(|e| {
            if pending_matches(types::TYPE_ERROR.get()) {
                thread::current().take_pending();
                return type_error("can only join an iterable");
            }
            e
        })?;
        list::from_iterable(it)?
    };
    let mut out = Vec::new();
    for (i, v) in items.as_ref().items().iter().enumerate() {
        if i > 0 {
            out.extend_from_slice(a.bytes());
        }
        match (v.cast::<Str>(), v.cast::<ByteArray>()) {
            (Some(s), _) => out.extend_from_slice(s.bytes()),
            (_, Some(b)) => out.extend_from_slice(b.bytes()),
            _ => {
                return Err(raise_fmt!(
                    type_error,
                    "can only join an iterable of bytes (item {i} has type '{}')",
                    crate::attr::type_name(*v)
                ));
            }
        }
    }
    Ok(new(&out)?.into())
}

pub fn translate(a: Ref<ByteArray>, table: Value, delete: Option<Value>) -> PyResult {
    let table = match table.is_none() {
        true => None,
        false => {
            let w = operand(table)?;
            let Ok(t) = <[u8; 256]>::try_from(w.bytes()) else {
                return Err(value_error("translation table must be 256 characters long"));
            };
            Some(t)
        }
    };
    let mut dropped = [false; 256];
    if let Some(d) = delete {
        let w = operand(d)?;
        for c in w.bytes() {
            dropped[usize::from(*c)] = true;
        }
    }
    let out: Vec<u8> = a
        .bytes()
        .iter()
        .filter(|c| !dropped[usize::from(**c)])
        .map(|c| table.map_or(*c, |t| t[usize::from(*c)]))
        .collect();
    Ok(new(&out)?.into())
}

// ---- changing -----------------------------------------------------------------------------------

pub fn append(a: Ref<ByteArray>, item: Value) -> PyResult<()> {
    a.push(byte(item)?)
}

pub fn extend(a: Ref<ByteArray>, iterable: Value) -> PyResult<()> {
    if let Some(w) = window::get(iterable, Want::View)? {
        return a.extend(w.bytes());
    }
    let it = protocol::iter(iterable)?;
    crate::builtins::iterators::length_hint(iterable, 32)?;
    // Nothing is appended when a later item is none.
    let mut bytes = Vec::new();
    while let Some(v) = protocol::next(it)? {
        bytes.push(byte(v)?);
    }
    a.extend(&bytes)
}

pub fn insert(a: Ref<ByteArray>, index: i64, item: Value) -> PyResult<()> {
    let b = byte(item)?;
    let n = a.len() as i64;
    let at = if index < 0 {
        index.saturating_add(n).max(0)
    } else {
        index.min(n)
    } as usize;
    a.splice(at, at, &[b])
}

pub fn pop(a: Ref<ByteArray>, index: i64) -> PyResult {
    if a.is_empty() {
        return Err(index_error("pop from empty bytearray"));
    }
    let Some(i) = sequence::wrap(index, a.len()) else {
        return Err(index_error("pop index out of range"));
    };
    let b = a.bytes()[i];
    a.splice(i, i + 1, &[])?;
    Ok(Value::small_int(i64::from(b)))
}

pub fn remove(a: Ref<ByteArray>, item: Value) -> PyResult<()> {
    match memchr::memchr(byte(item)?, a.bytes()) {
        Some(i) => a.splice(i, i + 1, &[]),
        None => Err(value_error("value not found in bytearray")),
    }
}

pub fn reverse(a: Ref<ByteArray>) -> PyResult<()> {
    let mut b = a.bytes().to_vec();
    b.reverse();
    a.write(0, &b);
    Ok(())
}

// ---- other --------------------------------------------------------------------------------------

/// `bytearray.fromhex(text)`
pub fn fromhex(class: Value, digits: Value) -> PyResult {
    let text = match digits.cast::<Str>() {
        Some(s) => s,
        None => match crate::builtins::unicode::encode_default(digits)? {
            Some(s) => s,
            None => match window::get(digits, Want::Read)? {
                Some(w) if digits.cast::<ByteArray>().is_none() => str::try_new(w.bytes())?,
                _ => {
                    return Err(window::not(
                        digits,
                        "fromhex",
                        1,
                        "string or read-only buffer",
                    ));
                }
            },
        },
    };
    let hex = text.as_ref().bytes();
    let bad = |i: usize| -> Raised {
        raise_fmt!(
            value_error,
            "non-hexadecimal number found in fromhex() arg at position {i}"
        )
    };
    let digit = |i: usize| hex.get(i).and_then(|c| (*c as char).to_digit(16));
    let mut out = Vec::with_capacity(hex.len() / 2);
    let mut i = 0;
    loop {
        while hex.get(i) == Some(&b' ') {
            i += 1;
        }
        if i >= hex.len() {
            break;
        }
        let (Some(high), Some(low)) = (digit(i), digit(i + 1)) else {
            return Err(bad(i));
        };
        out.push((high * 16 + low) as u8);
        i += 2;
    }
    let made = new(&out)?;
    if class == types::BYTEARRAY.get().into() {
        return Ok(made.into());
    }
    crate::call::call_values(class, &[made.into()])
}

/// `a.__alloc__()`
pub fn alloc(a: Ref<ByteArray>) -> PyResult<i64> {
    Ok(a.capacity() as i64)
}

/// `a.__sizeof__()`: what CPython's object would take.
pub fn sizeof(a: Ref<ByteArray>) -> PyResult<i64> {
    Ok(crate::sizes::of_object(a.into()) + a.capacity() as i64)
}
