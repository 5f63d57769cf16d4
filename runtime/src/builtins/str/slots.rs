//! The slots of `str`.

use super::{new, singleton};
use crate::call::Args;
use crate::error::{PyResult, index_error, memory_error, overflow_error, type_error};
use crate::layouts::{Slice, Str};
use crate::object::{Layout, Ref};
use crate::protocol::CmpOp;
use crate::typeobj::Type;
use crate::value::Value;

fn of(v: Value) -> PyResult<Ref<Str>> {
    v.cast::<Str>().ok_or_else(|| type_error("expected a string"))
}

/// `str(object='')`
pub fn construct(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let mut given = args.pos().first().copied();
    if args.values.len() > 1 {
        return Err(raise_fmt!(type_error, "str() takes at most 1 argument ({} given)", args.values.len()));
    }
    for (k, v) in args.keywords() {
        match k.cast::<Str>() {
            Some(s) if s.as_ref().bytes() == b"object" => given = Some(v),
            Some(s) => {
                return Err(raise_fmt!(
                    type_error,
                    "'{}' is an invalid keyword argument for this function",
                    s.as_ref().to_text()
                ));
            }
            None => return Err(type_error("keywords must be strings")),
        }
    }
    let s = match given {
        None => new(b""),
        Some(v) => crate::protocol::str(v)?,
    };
    if ty == crate::types::STR.get() {
        return Ok(s.into());
    }
    Ok(super::subclass_instance(ty, s.as_ref().bytes()).into())
}


pub fn repr(v: Value) -> PyResult {
    Ok(super::new(&super::repr_bytes(of(v)?.as_ref().bytes())).into())
}

pub fn str(v: Value) -> PyResult {
    let s = of(v)?;
    if s.header.shape.get() == Str::SHAPE { Ok(v) } else { Ok(super::new(s.as_ref().bytes()).into()) }
}

pub fn hash(v: Value) -> PyResult<i64> {
    Ok(of(v)?.as_ref().hash_value())
}

pub fn len(v: Value) -> PyResult<i64> {
    Ok(of(v)?.as_ref().bytes().len() as i64)
}

pub fn getitem(v: Value, i: Value) -> PyResult {
    let s = of(v)?;
    let b = s.as_ref().bytes();
    if let Some(sl) = i.cast::<Slice>() {
        let (start, step, n) = crate::builtins::slice::indices(sl, b.len())?;
        if step == 1 {
            let at = start as usize;
            return Ok(if n == b.len() && s.header.shape.get() == Str::SHAPE { v } else { super::new(&b[at..at + n]).into() });
        }
        let out: Vec<u8> = (0..n as i64).map(|k| b[(start + k * step) as usize]).collect();
        return Ok(super::new(&out).into());
    }
    if i.as_int().is_none() && i.cast::<crate::layouts::Long>().is_none() && i.ty().slots.index.get().is_none() {
        return Err(raise_fmt!(type_error, "string indices must be integers, not {}", crate::attr::type_name(i)));
    }
    let k = crate::number::as_index(i)?;
    let k = if k < 0 { k + b.len() as i64 } else { k };
    match usize::try_from(k).ok().and_then(|k| b.get(k)) {
        Some(c) => Ok(singleton(*c).into()),
        None => Err(index_error("string index out of range")),
    }
}

pub fn getslice(v: Value, i: i64, j: i64) -> PyResult {
    let s = of(v)?;
    let b = s.as_ref().bytes();
    let n = b.len() as i64;
    let i = i.clamp(0, n) as usize;
    let j = (j.clamp(0, n) as usize).max(i);
    if i == 0 && j == b.len() && s.header.shape.get() == Str::SHAPE {
        return Ok(v);
    }
    Ok(super::new(&b[i..j]).into())
}

pub fn contains(v: Value, x: Value) -> PyResult<bool> {
    let s = of(v)?;
    if let Some(x) = x.cast::<Str>() {
        return Ok(memchr::memmem::find(s.as_ref().bytes(), x.as_ref().bytes()).is_some());
    }
    if crate::builtins::unicode::is_unicode(x) {
        return crate::protocol::contains(crate::builtins::unicode::decode_default(s)?, x);
    }
    Err(raise_fmt!(type_error, "'in <string>' requires string as left operand, not {}", crate::attr::type_name(x)))
}

pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    let (Some(x), Some(y)) = (a.cast::<Str>(), b.cast::<Str>()) else {
        return Ok(crate::singletons::not_implemented());
    };
    Ok(Value::bool(op.holds_for(x.as_ref().bytes().cmp(y.as_ref().bytes()))))
}

/// `format % arguments`
pub fn modulo(a: Value, b: Value) -> PyResult {
    match a.cast::<Str>() {
        Some(f) => crate::format::format_str(f, b),
        None => Ok(crate::singletons::not_implemented()),
    }
}

pub fn concat(a: Value, b: Value) -> PyResult {
    let x = of(a)?;
    if let Some(y) = b.cast::<Str>() {
        return super::concat(x, y).map(Into::into);
    }
    if crate::builtins::unicode::is_unicode(b) {
        return crate::number::add(crate::builtins::unicode::decode_default(x)?, b);
    }
    Err(raise_fmt!(type_error, "cannot concatenate 'str' and '{}' objects", crate::attr::type_name(b)))
}

pub fn repeat(a: Value, n: Value) -> PyResult {
    let s = of(a)?;
    let n = crate::number::as_index(n)?.max(0) as usize;
    let b = s.as_ref().bytes();
    if n == 1 && s.header.shape.get() == Str::SHAPE {
        return Ok(a);
    }
    match b.len().checked_mul(n) {
        Some(t) if t <= i64::MAX as usize => {
            if t > 1 << 40 {
                return Err(memory_error(""));
            }
            Ok(super::new(&b.repeat(n)).into())
        }
        _ => Err(overflow_error("repeated string is too long")),
    }
}
