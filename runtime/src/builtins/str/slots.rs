//! The slots of `str`.

use super::{new, percent, singleton, storage, try_build};
use crate::builtins::{receiver, sequence, slice, unicode};
use crate::call::Args;
use crate::error::{PyResult, index_error, overflow_error, type_error};
use crate::layouts::{ByteArray, Slice, Str, Unicode};
use crate::number;
use crate::object::{Layout, Ref};
use crate::protocol::CmpOp;
use crate::typeobj::Type;
use crate::value::Value;
use crate::window::{Want, Window};

#[inline]
fn of(v: Value) -> PyResult<Ref<Str>> {
    v.cast::<Str>().ok_or_else(|| receiver::wrong("str", v))
}

fn is_exact(s: Ref<Str>) -> bool {
    s.header.shape.get() == Str::SHAPE
}

/// `str(object='')`
pub fn construct(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let [given] = crate::types::parse::keywords(args, 0, "str", &["object"], 0)?;
    let s = match given {
        None => super::empty(),
        Some(v) => crate::protocol::str(v)?,
    };
    Ok(if ty == crate::types::STR.get() {
        s
    } else {
        storage::subclass_instance(ty, s)
    }
    .into())
}

/// `basestring()`
pub fn abstract_base(_: Ref<Type>, _: Args<'_>) -> PyResult {
    Err(type_error("The basestring type cannot be instantiated"))
}

pub fn repr(v: Value) -> PyResult {
    Ok(super::try_new(&super::repr_bytes(of(v)?.as_ref().bytes()))?.into())
}

pub fn str(v: Value) -> PyResult {
    let s = of(v)?;
    if is_exact(s) {
        Ok(v)
    } else {
        Ok(super::try_new(s.as_ref().bytes())?.into())
    }
}

pub fn hash(v: Value) -> PyResult<i64> {
    Ok(of(v)?.hash_value())
}

pub fn len(v: Value) -> PyResult<i64> {
    Ok(of(v)?.bytes().len() as i64)
}

pub fn getitem(v: Value, i: Value) -> PyResult {
    let s = of(v)?;
    let b = s.as_ref().bytes();
    if let Some(at) = i.as_small_int() {
        return byte(b, at);
    }
    if let Some(bounds) = i.cast::<Slice>() {
        return picked(s, slice::resolve(bounds, || b.len())?);
    }
    if !number::is_index(i) {
        return Err(raise_fmt!(
            type_error,
            "string indices must be integers, not {}",
            crate::attr::type_name(i)
        ));
    }
    byte(b, number::as_index(i)?)
}

/// The string of the bytes at the indices of a range.
pub fn picked(s: Ref<Str>, r: slice::Range) -> PyResult {
    if r.step == 1 {
        let at = r.start as usize;
        return Ok(super::split::part(s, at..at + r.len).into());
    }
    let b = s.as_ref().bytes();
    let picked = match r.len {
        0 => super::empty(),
        1 => singleton(b[r.start as usize]),
        n if r.step == -1 => try_build(n, |to| {
            let end = r.start as usize + 1;
            to.copy_from_slice(&b[end - n..end]);
            to.reverse();
        })?,
        n => try_build(n, |to| {
            for (to, k) in to.iter_mut().zip(r.iter()) {
                *to = b[k];
            }
        })?,
    };
    Ok(picked.into())
}

/// The string of the byte at an index.
#[inline]
fn byte(b: &[u8], i: i64) -> PyResult {
    let i = if i < 0 {
        i.wrapping_add(b.len() as i64)
    } else {
        i
    };
    match usize::try_from(i).ok().and_then(|i| b.get(i)) {
        Some(c) => Ok(singleton(*c).into()),
        None => Err(index_error("string index out of range")),
    }
}

pub fn getslice(v: Value, i: i64, j: i64) -> PyResult {
    let s = of(v)?;
    let (i, j) = sequence::clamp(i, j, s.bytes().len());
    Ok(super::split::part(s, i..j).into())
}

pub fn contains(v: Value, x: Value) -> PyResult<bool> {
    let s = of(v)?;
    if let Some(x) = x.cast::<Str>() {
        return Ok(crate::text::search::find(s.bytes(), x.bytes()).is_some());
    }
    if x.cast::<Unicode>().is_some() {
        return unicode::slots::contains(unicode::decode_default(s)?, x);
    }
    Err(raise_fmt!(
        type_error,
        "'in <string>' requires string as left operand, not {}",
        crate::attr::type_name(x)
    ))
}

pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    let (Some(x), Some(y)) = (a.cast::<Str>(), b.cast::<Str>()) else {
        return Ok(crate::singletons::not_implemented());
    };
    Ok(Value::bool(match op {
        CmpOp::Eq => x.bytes() == y.bytes(),
        CmpOp::Ne => x.bytes() != y.bytes(),
        _ => op.holds_for(x.bytes().cmp(y.bytes())),
    }))
}

/// `format % arguments`
pub fn modulo(a: Value, b: Value) -> PyResult {
    match a.cast::<Str>() {
        Some(f) => percent::format_str(f, b),
        None => Ok(crate::singletons::not_implemented()),
    }
}

pub fn concat(a: Value, b: Value) -> PyResult {
    let x = of(a)?;
    if let Some(y) = b.cast::<Str>() {
        return super::concat(x, y).map(Into::into);
    }
    if b.cast::<Unicode>().is_some() {
        return unicode::slots::concat(a, b);
    }
    if b.cast::<ByteArray>().is_some() {
        return crate::builtins::bytearray::slots::concat(a, b);
    }
    Err(raise_fmt!(
        type_error,
        "cannot concatenate 'str' and '{}' objects",
        crate::attr::type_name(b)
    ))
}

pub fn repeat(a: Value, n: Value) -> PyResult {
    let s = of(a)?;
    let n = crate::builtins::sequence::repeat_count(n)?;
    let b = s.as_ref().bytes();
    if n == 1 && is_exact(s) {
        return Ok(a);
    }
    if b.is_empty() || n == 0 {
        return Ok(super::empty().into());
    }
    let Some(total) = b.len().checked_mul(n).filter(|t| *t <= isize::MAX as usize) else {
        return Err(overflow_error("repeated string is too long"));
    };
    if total == 1 {
        return Ok(new(b).into());
    }
    let made = try_build(total, |to| match b {
        [c] => to.fill(*c),
        _ => {
            // What is there is doubled.
            to[..b.len()].copy_from_slice(b);
            let mut done = b.len();
            while done < total {
                let (from, rest) = to.split_at_mut(done);
                let n = done.min(rest.len());
                rest[..n].copy_from_slice(&from[..n]);
                done += n;
            }
        }
    })?;
    Ok(made.into())
}

/// Slot `buffer`.
pub fn buffer(v: Value, want: Want) -> PyResult<Option<Window>> {
    match want {
        Want::Write => Err(type_error("Cannot use string as modifiable buffer")),
        _ => Ok(Some(Window::of_str(of(v)?))),
    }
}
