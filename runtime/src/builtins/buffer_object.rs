//! `buffer`: a part of another object's bytes.
//!
//! A buffer asks its base for the bytes whenever it is looked at, so that it follows a bytearray that
//! grows. Buffers that programs make can only be read.

use crate::call::Args;
use crate::error::{
    PyResult, Raised, index_error, memory_error, overflow_error, type_error, value_error,
};
use crate::layouts::{BufferObject, Slice, Str};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;
use crate::window::{self, Want, Window};
use crate::{convert, number};

use super::{receiver, sequence, slice, str};

fn of(v: Value) -> PyResult<Ref<BufferObject>> {
    v.cast::<BufferObject>()
        .ok_or_else(|| receiver::wrong("buffer", v))
}

/// `buffer(object, offset, size)`
pub fn new_instance(_: Ref<Type>, args: Args<'_>) -> PyResult {
    crate::modules::warnings::of_python3("buffer() not supported in 3.x")?;
    if args.nkw() > 0 {
        return Err(type_error("buffer() does not take keyword arguments"));
    }
    let (object, offset, size) = match *args.pos() {
        [o] => (o, None, None),
        [o, offset] => (o, Some(offset), None),
        [o, offset, size] => (o, Some(offset), Some(size)),
        [] => {
            return Err(type_error("buffer() takes at least 1 argument (0 given)"));
        }
        ref more => {
            return Err(raise_fmt!(
                type_error,
                "buffer() takes at most 3 arguments ({} given)",
                more.len()
            ));
        }
    };
    let mut offset = offset.map_or(Ok(0), convert::index)?;
    let mut size = size.map_or(Ok(-1), convert::index)?;
    if window::get(object, Want::Read)?.is_none() {
        return Err(type_error("buffer object expected"));
    }
    if offset < 0 {
        return Err(value_error("offset must be zero or positive"));
    }
    if size < -1 {
        return Err(value_error("size must be zero or positive"));
    }
    let mut base = object;
    // A buffer of a buffer looks at what that looks at.
    if let Some(inner) = object.cast::<BufferObject>() {
        let inner_size = inner.size.get();
        if inner_size >= 0 {
            let most = inner_size.saturating_sub(offset).max(0);
            if size < 0 || size > most {
                size = most;
            }
        }
        offset = offset.saturating_add(inner.offset.get());
        base = inner.base.get();
    }
    Ok(BufferObject::alloc(base, offset, size, -1).into())
}

/// A buffer of all bytes of a string.
pub fn over(s: Ref<Str>) -> Value {
    BufferObject::alloc(s.into(), 0, -1, -1).into()
}

/// The bytes, asked for in this way.
fn bytes(b: Ref<BufferObject>, want: Want) -> PyResult<Window> {
    let Some(whole) = window::get(b.base.get(), want)? else {
        return Err(raise_fmt!(
            type_error,
            "{} buffer type not available",
            match want {
                Want::Text => "char",
                Want::Write => "write",
                _ => "read",
            }
        ));
    };
    let start = (b.offset.get() as usize).min(whole.len());
    let end = match usize::try_from(b.size.get()) {
        Ok(n) => start.saturating_add(n).min(whole.len()),
        Err(_) => whole.len(),
    };
    Ok(whole.part(start..end).read_only())
}

fn read(v: Value) -> PyResult<Window> {
    bytes(of(v)?, Want::Read)
}

/// Slot `buffer`.
pub fn buffer(v: Value, want: Want) -> PyResult<Option<Window>> {
    let b = of(v)?;
    match want {
        Want::Write => Err(read_only()),
        Want::Text => bytes(b, Want::Text).map(Some),
        _ => bytes(b, Want::Read).map(Some),
    }
}

#[cold]
fn read_only() -> Raised {
    type_error("buffer is read-only")
}

pub fn repr(v: Value) -> PyResult {
    let b = of(v)?;
    let text = format!(
        "<read-only buffer for {:#x}, size {}, offset {} at {:#x}>",
        b.base.get().bits(),
        b.size.get(),
        b.offset.get(),
        v.bits()
    );
    Ok(str::from_text(&text).into())
}

fn as_str(w: &Window) -> PyResult<Ref<Str>> {
    str::try_new(w.bytes())
}

pub fn str(v: Value) -> PyResult {
    Ok(as_str(&read(v)?)?.into())
}

pub fn hash(v: Value) -> PyResult<i64> {
    let b = of(v)?;
    if b.hash.get() == -1 {
        b.hash.set(str::hash_bytes(read(v)?.bytes()));
    }
    Ok(b.hash.get())
}

pub fn cmp(a: Value, b: Value) -> PyResult<i32> {
    let (x, y) = (read(a)?, read(b)?);
    Ok(x.bytes().cmp(y.bytes()) as i32)
}

pub fn len(v: Value) -> PyResult<i64> {
    Ok(read(v)?.len() as i64)
}

pub fn getitem(v: Value, index: Value) -> PyResult {
    let w = read(v)?;
    if let Some(i) = sequence::index(index)? {
        return match sequence::wrap(i, w.len()) {
            Some(i) => Ok(str::singleton(w.bytes()[i]).into()),
            None => Err(index_error("buffer index out of range")),
        };
    }
    let Some(s) = index.cast::<Slice>() else {
        return Err(type_error("sequence index must be integer"));
    };
    // Asking for the bounds may change what the buffer is about.
    let mut now = Ok(w);
    let r = slice::resolve(s, || {
        now = read(v);
        now.map_or(0, |w| w.len())
    })?;
    let w = now?;
    if r.step == 1 {
        let start = r.start as usize;
        return Ok(as_str(&w.part(start..start + r.len))?.into());
    }
    let picked: Vec<u8> = r.iter().map(|i| w.bytes()[i]).collect();
    Ok(str::try_new(&picked)?.into())
}

pub fn getslice(v: Value, i: i64, j: i64) -> PyResult {
    let w = read(v)?;
    let (i, j) = sequence::clamp(i, j, w.len());
    Ok(as_str(&w.part(i..j))?.into())
}

pub fn setitem(_: Value, _: Value, _: Option<Value>) -> PyResult<()> {
    Err(read_only())
}

pub fn setslice(_: Value, _: i64, _: i64, _: Option<Value>) -> PyResult<()> {
    Err(read_only())
}

pub fn concat(a: Value, b: Value) -> PyResult {
    let Some(y) = window::get(b, Want::Read)? else {
        return Err(type_error("bad argument type for built-in operation"));
    };
    let x = read(a)?;
    if x.is_empty() {
        return Ok(b);
    }
    let made = str::try_build(x.len() + y.len(), |to| {
        to[..x.len()].copy_from_slice(x.bytes());
        to[x.len()..].copy_from_slice(y.bytes());
    })?;
    Ok(made.into())
}

pub fn repeat(a: Value, n: Value) -> PyResult {
    let n = usize::try_from(number::as_index_or(n, overflow_error)?).unwrap_or(0);
    let w = read(a)?;
    let total = w.len().checked_mul(n);
    if total.is_none_or(|t| t > isize::MAX as usize) {
        return Err(memory_error("result too large"));
    }
    str::slots::repeat(as_str(&w)?.into(), Value::int(n as i64))
}
