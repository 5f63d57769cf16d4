//! The slots of `unicode`.

// Units of 32 bits need no conversion; the smaller ones do.
#![allow(clippy::useless_conversion)]

use super::storage::{self, with_units, with_width};
use super::{coerce, exact, from_units, is_exact};
use crate::attr::type_name;
use crate::builtins::str::{self, percent, repr::quote};
use crate::call::Args;
use crate::codec::{self, escape};
use crate::error::{PyResult, index_error, no_memory, overflow_error, type_error};
use crate::exception::pending_matches;
use crate::layouts::{BufferObject, Slice, Str, Unicode};
use crate::object::Ref;
use crate::protocol::CmpOp;
use crate::text::{Unit, search};
use crate::typeobj::Type;
use crate::value::Value;
use crate::window::{Want, Window};

fn of(v: Value) -> PyResult<Ref<Unicode>> {
    v.cast::<Unicode>()
        .ok_or_else(|| crate::builtins::receiver::wrong("unicode", v))
}

/// `unicode(string[, encoding[, errors]])`
pub fn construct(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let [string, encoding, errors] =
        crate::types::parse::keywords(args, 0, "unicode", &["string", "encoding", "errors"], 0)?;
    let plain = encoding.is_none() && errors.is_none();
    let names = codec::names("unicode", 2, encoding, errors)?;
    let u = match string {
        None => super::empty(),
        Some(v) if plain => super::text(v)?,
        Some(v) => decoded(v, &names)?,
    };
    Ok(if ty == crate::types::UNICODE.get() {
        u
    } else {
        storage::subclass_instance(ty, u)
    }
    .into())
}

/// An object's bytes decoded.
fn decoded(v: Value, names: &codec::Names) -> PyResult<Ref<Unicode>> {
    if v.cast::<Unicode>().is_some() {
        return Err(type_error("decoding Unicode is not supported"));
    }
    let s = match v.cast::<Str>() {
        Some(s) => s,
        None => match super::unicode_source(v)? {
            Some(b) => str::new(&b),
            None => {
                return Err(raise_fmt!(
                    type_error,
                    "coercing to Unicode: need string or buffer, {} found",
                    type_name(v)
                ));
            }
        },
    };
    if s.bytes().is_empty() {
        // Whatever the encoding, even one that there is not.
        return Ok(super::empty());
    }
    codec::decode_to_unicode(s, names)
}

pub fn repr(v: Value) -> PyResult {
    let u = of(v)?;
    let (single, double) = with_units!(u, s => {
        let has = |c: u8| Unit::position(s, Unit::ascii(c)).is_some();
        (has(b'\''), has(b'"'))
    });
    let q = quote(single, double);
    let mut out = Vec::with_capacity(u.length() + 3);
    out.extend_from_slice(&[b'u', q]);
    with_units!(u, s => escape::escape_units(&mut out, s, q));
    out.push(q);
    Ok(str::try_new(&out)?.into())
}

pub fn str(v: Value) -> PyResult {
    codec::default::encode(of(v)?).map(Into::into)
}

pub fn hash(v: Value) -> PyResult<i64> {
    Ok(of(v)?.hash_value())
}

pub fn len(v: Value) -> PyResult<i64> {
    Ok(of(v)?.length() as i64)
}

pub fn getitem(v: Value, i: Value) -> PyResult {
    let u = of(v)?;
    let n = u.length();
    if let Some(k) = i.as_small_int() {
        return char_at(u, k);
    }
    if let Some(s) = i.cast::<Slice>() {
        return picked(u, crate::builtins::slice::resolve(s, || n)?);
    }
    if !crate::number::is_index(i) {
        return Err(type_error("string indices must be integers"));
    }
    char_at(u, crate::number::as_index(i)?)
}

/// The string of the characters at the indices of a range.
pub fn picked(u: Ref<Unicode>, r: crate::builtins::slice::Range) -> PyResult {
    if r.step == 1 {
        return part(u, r.start as usize..r.start as usize + r.len);
    }
    with_units!(u, s => {
        let picked: Vec<_> = r.iter().map(|k| s[k]).collect();
        Ok(from_units(&picked)?.into())
    })
}

fn char_at(u: Ref<Unicode>, k: i64) -> PyResult {
    let k = if k < 0 {
        k.wrapping_add(u.length() as i64)
    } else {
        k
    };
    match usize::try_from(k).ok().and_then(|k| u.get(k)) {
        Some(c) => Ok(from_units(&[c])?.into()),
        None => Err(index_error("string index out of range")),
    }
}

/// A part of a string: itself, when that is all of it.
pub(super) fn part(u: Ref<Unicode>, r: std::ops::Range<usize>) -> PyResult {
    if r.len() == u.length() && is_exact(u) {
        return Ok(u.into());
    }
    if let Some(b) = u.as_ref().ascii() {
        return Ok(super::from_ascii(&b[r])?.into());
    }
    with_units!(u, s => Ok(from_units(&s[r])?.into()))
}

pub fn getslice(v: Value, i: i64, j: i64) -> PyResult {
    let u = of(v)?;
    let (i, j) = crate::builtins::sequence::clamp(i, j, u.length());
    part(u, i..j)
}

/// Does `hay` contain `needle`?
pub(super) fn has(hay: Ref<Unicode>, needle: Ref<Unicode>) -> bool {
    with_units!(hay, s => needle.as_ref().units().is_some_and(|n| search::find(s, &n).is_some()))
}

pub fn contains(v: Value, x: Value) -> PyResult<bool> {
    let x = coerce(x)?;
    Ok(has(of(v)?, x))
}

/// Order by code points.
pub(super) fn compare(a: Ref<Unicode>, b: Ref<Unicode>) -> std::cmp::Ordering {
    if a == b {
        return std::cmp::Ordering::Equal;
    }
    if let (storage::Chars::One(x), storage::Chars::One(y)) =
        (a.as_ref().chars(), b.as_ref().chars())
    {
        return x.cmp(y);
    }
    with_units!(a, x => with_units!(b, y => x.iter().map(|c| u32::from(*c)).cmp(y.iter().map(|c| u32::from(*c)))))
}

/// Same code points? Strings of different width never are.
fn equal(a: Ref<Unicode>, b: Ref<Unicode>) -> bool {
    a.length() == b.length() && a.width.get() == b.width.get() && compare(a, b).is_eq()
}

pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    let text = |v: Value| {
        v.cast::<Unicode>().is_some()
            || v.cast::<Str>().is_some()
            || v.cast::<BufferObject>().is_some()
    };
    if !text(a) || !text(b) {
        return Ok(crate::singletons::not_implemented());
    }
    match (coerce(a), op) {
        (Ok(x), _) => match (coerce(b), op) {
            (Ok(y), CmpOp::Eq) => Ok(Value::bool(equal(x, y))),
            (Ok(y), CmpOp::Ne) => Ok(Value::bool(!equal(x, y))),
            (Ok(y), _) => Ok(Value::bool(op.holds_for(compare(x, y)))),
            (Err(e), _) => undecodable(e, op),
        },
        (Err(e), _) => undecodable(e, op),
    }
}

/// Bytes that are not ASCII have no order among text; they are unequal to it, with a warning.
#[cold]
fn undecodable(e: crate::error::Raised, op: CmpOp) -> PyResult {
    let (unequal, name) = match op {
        CmpOp::Eq => (false, "equal"),
        CmpOp::Ne => (true, "unequal"),
        _ => return Err(e),
    };
    if !pending_matches(crate::types::UNICODE_DECODE_ERROR.get()) {
        return Err(e);
    }
    crate::thread::current().take_pending();
    crate::modules::warnings::warn_here(
        crate::types::UNICODE_WARNING.get(),
        &format!(
            "Unicode {name} comparison failed to convert both arguments to Unicode - interpreting them as being unequal"
        ),
    )?;
    Ok(Value::bool(unequal))
}

/// `format % arguments`
pub fn modulo(a: Value, b: Value) -> PyResult {
    match a.cast::<Unicode>() {
        Some(f) => percent::format_unicode(f, b),
        None => Ok(crate::singletons::not_implemented()),
    }
}

pub fn concat(a: Value, b: Value) -> PyResult {
    let (x, y) = (coerce(a)?, coerce(b)?);
    Ok(storage::concat(x, y)?.into())
}

pub fn repeat(a: Value, n: Value) -> PyResult {
    let u = of(a)?;
    let n = crate::builtins::sequence::repeat_count(n)?;
    if n == 1 {
        return Ok(exact(u).into());
    }
    // Lengths whose size in bytes is no number are errors of range, others of memory.
    match u.length().checked_mul(n) {
        Some(total) if total <= isize::MAX as usize / 4 => {
            let width = u.width.get();
            with_width!(width, U => {
                let units = u.as_ref().units::<U>().unwrap_or_default();
                storage::repeat(&units, n).map(Into::into)
            })
        }
        Some(total) if total < usize::MAX / 4 => Err(no_memory()),
        _ => Err(overflow_error("repeated string is too long")),
    }
}

/// Slot `buffer`: readers see code points of four bytes, who wants characters the default encoding.
pub fn buffer(v: Value, want: Want) -> PyResult<Option<Window>> {
    let u = of(v)?;
    match want {
        Want::View => Ok(None),
        Want::Write => Err(type_error("cannot use unicode as modifiable buffer")),
        Want::Text => Ok(super::encode_default(v)?.map(Window::of_str)),
        Want::Read => Ok(Some(Window::of_str(codec::internal::encode(u)?))),
    }
}
