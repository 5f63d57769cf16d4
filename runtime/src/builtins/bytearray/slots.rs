//! The slots of `bytearray`.

use super::{byte, in_range, new, of, operand};
use crate::builtins::{sequence, slice, str};
use crate::error::{PyResult, index_error, no_memory, overflow_error, type_error};
use crate::layouts::{ByteArray, Slice, Str, Unicode};
use crate::modules::warnings;
use crate::number;
use crate::object::Ref;
use crate::protocol::CmpOp;
use crate::text::search;
use crate::thread;
use crate::value::Value;
use crate::window::{self, Want};

pub fn len(v: Value) -> PyResult<i64> {
    Ok(of(v)?.len.get())
}

pub fn str(v: Value) -> PyResult {
    Ok(str::try_new(of(v)?.bytes())?.into())
}

pub fn repr(v: Value) -> PyResult {
    let a = of(v)?;
    let mut out = b"bytearray(b".to_vec();
    // Apostrophes are always escaped: the text does not depend on what else there is.
    let quote = str::repr::quote(a.bytes().contains(&b'\''), a.bytes().contains(&b'"'));
    out.push(quote);
    str::repr::escape_all(&mut out, a.bytes(), b'\'');
    out.extend_from_slice(&[quote, b')']);
    Ok(str::try_new(&out)?.into())
}

/// Bytes to compare with.
pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    let ni = crate::singletons::not_implemented();
    if a.cast::<Unicode>().is_some() || b.cast::<Unicode>().is_some() {
        if matches!(op, CmpOp::Eq) && warnings::bytes_level() > 0 {
            warnings::warn_here(
                crate::types::BYTES_WARNING.get(),
                "Comparison between bytearray and unicode",
            )?;
        }
        return Ok(ni);
    }
    let (Some(x), Some(y)) = (window::get(a, Want::View)?, window::get(b, Want::View)?) else {
        return Ok(ni);
    };
    Ok(Value::bool(match op {
        CmpOp::Eq => x.bytes() == y.bytes(),
        CmpOp::Ne => x.bytes() != y.bytes(),
        _ => op.holds_for(x.bytes().cmp(y.bytes())),
    }))
}

pub fn contains(v: Value, item: Value) -> PyResult<bool> {
    let a = of(v)?;
    if number::is_index(item) {
        match number::as_index_or(item, crate::error::value_error) {
            Ok(i) => return Ok(memchr::memchr(in_range(i)?, a.bytes()).is_some()),
            Err(_) => {
                thread::current().take_pending();
            }
        }
    }
    let w = operand(item)?;
    Ok(search::find(a.bytes(), w.bytes()).is_some())
}

/// `a + other`
pub fn concat(a: Value, b: Value) -> PyResult {
    let (Some(x), Some(y)) = (window::get(a, Want::View)?, window::get(b, Want::View)?) else {
        return Err(raise_fmt!(
            type_error,
            "can't concat {} to {}",
            crate::attr::type_name(a),
            crate::attr::type_name(b)
        ));
    };
    let out = new(&[])?;
    out.resize(x.len() + y.len())?;
    out.write(0, x.bytes());
    out.write(x.len(), y.bytes());
    Ok(out.into())
}

/// `a += other`
pub fn inplace_concat(v: Value, other: Value) -> PyResult {
    let a = of(v)?;
    let Some(w) = window::get(other, Want::View)? else {
        return Err(raise_fmt!(
            type_error,
            "can't concat {} to {}",
            crate::attr::type_name(other),
            crate::attr::type_name(v)
        ));
    };
    if v == other && !a.is_empty() {
        // The operand is looked at meanwhile.
        return Err(super::exported());
    }
    a.extend(w.bytes())?;
    Ok(v)
}

fn repeated(a: Ref<ByteArray>, n: usize, to: Ref<ByteArray>) -> PyResult<()> {
    let len = a.len();
    let total = len
        .checked_mul(n)
        .filter(|t| *t <= isize::MAX as usize)
        .ok_or_else(no_memory)?;
    to.resize(total)?;
    if total == 0 {
        return Ok(());
    }
    if a != to {
        to.write(0, a.bytes());
    }
    let mut done = len;
    while done < total {
        let more = done.min(total - done);
        to.shift(0, done, more);
        done += more;
    }
    Ok(())
}

fn count(n: Value) -> PyResult<usize> {
    Ok(usize::try_from(number::as_index_or(n, overflow_error)?).unwrap_or(0))
}

/// `a * n`
pub fn repeat(v: Value, n: Value) -> PyResult {
    let a = of(v)?;
    let out = new(&[])?;
    repeated(a, count(n)?, out)?;
    Ok(out.into())
}

/// `a *= n`
pub fn inplace_repeat(v: Value, n: Value) -> PyResult {
    let a = of(v)?;
    repeated(a, count(n)?, a)?;
    Ok(v)
}

pub fn getitem(v: Value, index: Value) -> PyResult {
    let a = of(v)?;
    if let Some(i) = sequence::index(index)? {
        return match sequence::wrap(i, a.len()) {
            Some(i) => Ok(Value::small_int(i64::from(a.bytes()[i]))),
            None => Err(index_error("bytearray index out of range")),
        };
    }
    let Some(s) = index.cast::<Slice>() else {
        return Err(type_error("bytearray indices must be integers"));
    };
    let r = slice::resolve(s, || a.len())?;
    if r.step == 1 {
        let at = r.start as usize;
        let out = new(&[])?;
        out.set_bytes(&a.bytes()[at..at + r.len])?;
        return Ok(out.into());
    }
    let picked: Vec<u8> = r.iter().map(|i| a.bytes()[i]).collect();
    Ok(new(&picked)?.into())
}

pub fn setitem(v: Value, index: Value, item: Option<Value>) -> PyResult<()> {
    let a = of(v)?;
    if let Some(i) = sequence::index(index)? {
        let Some(i) = sequence::wrap(i, a.len()) else {
            return Err(index_error("bytearray index out of range"));
        };
        let Some(item) = item else {
            return a.splice(i, i + 1, &[]);
        };
        let b = byte(item)?;
        // Asking for the number may have run code that changed the array.
        if i < a.len() {
            a.set(i, b);
        }
        return Ok(());
    }
    let Some(s) = index.cast::<Slice>() else {
        return Err(type_error("bytearray indices must be integer"));
    };
    let r = slice::resolve(s, || a.len())?;
    let new = match item {
        None => Vec::new(),
        Some(item) => values(item)?,
    };
    if r.step == 1 {
        let start = (r.start as usize).min(a.len());
        let end = (start + r.len).min(a.len());
        return a.splice(start, end, &new);
    }
    if item.is_none() {
        return delete_extended(a, r.ascending());
    }
    if new.is_empty() && r.len > 0 {
        return delete_extended(a, r.ascending());
    }
    if new.len() != r.len {
        return Err(raise_fmt!(
            value_error,
            "attempt to assign bytes of size {} to extended slice of size {}",
            new.len(),
            r.len
        ));
    }
    for (i, b) in r.iter().zip(new) {
        if i < a.len() {
            a.set(i, b);
        }
    }
    Ok(())
}

/// What is assigned to a slice.
fn values(v: Value) -> PyResult<Vec<u8>> {
    if let Some(a) = v.cast::<ByteArray>() {
        return Ok(a.bytes().to_vec());
    }
    if v.cast::<Unicode>().is_some() || (is_number(v) && v.cast::<Str>().is_none()) {
        return Err(type_error(
            "can assign only bytes, buffers, or iterables of ints in range(0, 256)",
        ));
    }
    let a = new(&[])?;
    super::init(a.into(), crate::call::Args::positional(&[v]))?;
    Ok(a.bytes().to_vec())
}

fn is_number(v: Value) -> bool {
    let s = &v.ty().as_ref().slots;
    s.int.get().is_some() || s.float.get().is_some()
}

fn delete_extended(a: Ref<ByteArray>, r: slice::Range) -> PyResult<()> {
    if r.len == 0 {
        return Ok(());
    }
    a.check_exports()?;
    let mut to = r.start as usize;
    let mut next = r.iter().peekable();
    for from in r.start as usize..a.len() {
        if next.next_if_eq(&from).is_none() {
            a.set(to, a.bytes()[from]);
            to += 1;
        }
    }
    a.resize(to)
}
