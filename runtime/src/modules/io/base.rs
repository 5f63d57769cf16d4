//! `_IOBase` and the three classes that derive from it at once: what streams have in common, in terms of
//! their own methods.

use super::buffered::interruptible;
use super::{attribute, closed_error, method, size_argument, unsupported};
use crate::builtins::{list, str as bytes};
use crate::call::{Args, call_values};
use crate::error::{PyResult, io_error, type_error};
use crate::layouts::{Object, Str};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;
use crate::{attr, attributes, protocol, thread};

/// A stream of a class whose state is all in Python.
pub fn new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    Ok(finalized(Object::alloc_for(ty).into()))
}

/// Has the stream closed when it goes.
pub fn finalized(v: Value) -> Value {
    // SAFETY: a fresh, complete object of the heap.
    unsafe { crate::heap::set_has_finalizer(v.bits() as *mut u8) };
    v
}

/// Slot `del`: the stream is closed, and errors then are nobody's business.
pub fn del(v: Value) -> PyResult<()> {
    let t = thread::current();
    let pending = t.take_pending();
    let open = match attr::find(v, bytes::intern_static("closed")) {
        Ok(Some(c)) => !protocol::truth(c).unwrap_or(true),
        _ => true,
    };
    t.take_pending();
    if open && method(v, "close", &[]).is_err() {
        t.take_pending();
    }
    t.pending.set(pending);
    Ok(())
}

fn closed_name() -> Ref<Str> {
    bytes::intern_static("__IOBase_closed")
}

pub fn get_closed(v: Value) -> PyResult {
    Ok(Value::bool(attributes::get(v, closed_name()).is_some()))
}

/// Fails if the stream says that it is closed.
pub fn check_closed(v: Value) -> PyResult<()> {
    if super::is_true(attribute(v, "closed")?)? {
        return Err(closed_error());
    }
    Ok(())
}

pub fn check_closed_method(self_: Value) -> PyResult<()> {
    check_closed(self_)
}

pub fn seek(_self: Value, _args: &[Value]) -> PyResult {
    Err(unsupported("seek"))
}

pub fn tell(self_: Value) -> PyResult {
    method(self_, "seek", &[Value::int(0), Value::int(1)])
}

pub fn truncate(_self: Value, _args: &[Value]) -> PyResult {
    Err(unsupported("truncate"))
}

pub fn fileno(_self: Value) -> PyResult {
    Err(unsupported("fileno"))
}

pub fn no_detach(_self: Value) -> PyResult {
    Err(unsupported("detach"))
}

pub fn no_read(_self: Value, _args: &[Value]) -> PyResult {
    Err(unsupported("read"))
}

pub fn no_read1(_self: Value, _args: &[Value]) -> PyResult {
    Err(unsupported("read1"))
}

pub fn no_readline(_self: Value, _args: &[Value]) -> PyResult {
    Err(unsupported("readline"))
}

pub fn no_write(_self: Value, _args: &[Value]) -> PyResult {
    Err(unsupported("write"))
}

pub fn get_none(_v: Value) -> PyResult {
    Ok(Value::none())
}

pub fn flush(self_: Value) -> PyResult<()> {
    if attributes::get(self_, closed_name()).is_some() {
        return Err(closed_error());
    }
    Ok(())
}

/// Flushes, and is closed whether that failed or not.
pub fn close(self_: Value) -> PyResult<()> {
    if attributes::get(self_, closed_name()).is_some() {
        return Ok(());
    }
    let r = method(self_, "flush", &[]);
    attr::set(self_, closed_name(), Some(Value::bool(true)))?;
    r.map(|_| ())
}

pub fn seekable(_self: Value) -> PyResult<bool> {
    Ok(false)
}

pub fn readable(_self: Value) -> PyResult<bool> {
    Ok(false)
}

pub fn writable(_self: Value) -> PyResult<bool> {
    Ok(false)
}

/// The answer of a `_check…` method.
fn check(v: Value, question: &'static str, complaint: &str) -> PyResult {
    if method(v, question, &[])? == Value::bool(true) {
        Ok(Value::bool(true))
    } else {
        Err(io_error(complaint))
    }
}

pub fn check_seekable(self_: Value) -> PyResult {
    check(self_, "seekable", "File or stream is not seekable.")
}

pub fn check_readable(self_: Value) -> PyResult {
    check(self_, "readable", "File or stream is not readable.")
}

pub fn check_writable(self_: Value) -> PyResult {
    check(self_, "writable", "File or stream is not writable.")
}

pub fn isatty(self_: Value) -> PyResult<bool> {
    check_closed(self_)?;
    Ok(false)
}

pub fn enter(self_: Value) -> PyResult {
    check_closed(self_)?;
    Ok(self_)
}

pub fn exit(self_: Value, _args: &[Value]) -> PyResult {
    method(self_, "close", &[])
}

pub fn iter(v: Value) -> PyResult {
    check_closed(v)?;
    Ok(v)
}

pub fn next(v: Value) -> PyResult<Option<Value>> {
    let line = method(v, "readline", &[])?;
    Ok(if protocol::len(line)? == 0 {
        None
    } else {
        Some(line)
    })
}

/// A line, byte by byte unless the stream lets one look ahead.
pub fn readline(self_: Value, limit: Option<Value>) -> PyResult {
    let limit = size_argument(limit)?;
    let peek = attr::find(self_, bytes::intern_static("peek"))?;
    let mut line = Vec::new();
    while limit < 0 || (line.len() as i64) < limit {
        let mut wanted = 1;
        if let Some(p) = peek {
            let ahead = interruptible(|| call_values(p, &[Value::int(1)]))?;
            let Some(b) = ahead.cast::<Str>() else {
                return Err(io_error(format!(
                    "peek() should have returned a bytes object, not '{}'",
                    attr::type_name(ahead)
                )));
            };
            let b = b.as_ref().bytes();
            if !b.is_empty() {
                let most = if limit < 0 {
                    b.len()
                } else {
                    b.len().min(limit as usize - line.len())
                };
                wanted = memchr::memchr(b'\n', &b[..most]).map_or(most, |i| i + 1);
            }
        }
        let part = interruptible(|| method(self_, "read", &[Value::int(wanted as i64)]))?;
        let Some(b) = part.cast::<Str>() else {
            return Err(io_error(format!(
                "read() should have returned a bytes object, not '{}'",
                attr::type_name(part)
            )));
        };
        let b = b.as_ref().bytes();
        line.extend_from_slice(b);
        if b.is_empty() || b.ends_with(b"\n") {
            break;
        }
    }
    Ok(bytes::try_new(&line)?.into())
}

pub fn readlines(self_: Value, hint: Option<Value>) -> PyResult {
    let hint = size_argument(hint)?;
    let out = list::new();
    let mut total = 0;
    let it = protocol::iter(self_)?;
    while let Some(line) = protocol::next(it)? {
        out.try_push(line)?;
        total += protocol::len(line)?;
        if hint > 0 && total > hint {
            break;
        }
    }
    Ok(out.into())
}

pub fn writelines(self_: Value, lines: Value) -> PyResult<()> {
    check_closed(self_)?;
    protocol::for_each(lines, |l| {
        interruptible(|| method(self_, "write", &[l])).map(|_| ())
    })
}

/// `_RawIOBase.read`: by `readinto`.
pub fn raw_read(self_: Value, n: i64) -> PyResult {
    if n < 0 {
        return method(self_, "readall", &[]);
    }
    let b = call_values(crate::types::BYTEARRAY.get().into(), &[Value::int(n)])?;
    let got = method(self_, "readinto", &[b])?;
    if got.is_none() {
        return Ok(got);
    }
    let got = crate::convert::index(got)?.clamp(0, n);
    let w = crate::window::view(b)?;
    Ok(bytes::try_new(&w.bytes()[..(got as usize).min(w.len())])?.into())
}

/// `_RawIOBase.readall`
pub fn raw_readall(self_: Value) -> PyResult {
    let mut all = Vec::new();
    loop {
        let size = Value::int(super::DEFAULT_BUFFER_SIZE);
        let part = interruptible(|| method(self_, "read", &[size]))?;
        if part.is_none() && all.is_empty() {
            return Ok(part);
        }
        match part.cast::<Str>() {
            Some(s) if s.as_ref().bytes().is_empty() => break,
            Some(s) => all.extend_from_slice(s.as_ref().bytes()),
            None if part.is_none() => break,
            None => return Err(type_error("read() should return bytes")),
        }
    }
    Ok(bytes::try_new(&all)?.into())
}

/// `_BufferedIOBase.readinto`: by `read`.
pub fn buffered_readinto(self_: Value, buffer: Value) -> PyResult {
    let n = super::output(buffer)?.len();
    let data = method(self_, "read", &[Value::int(n as i64)])?;
    if data.is_none() {
        return Ok(data);
    }
    let Some(s) = data.cast::<Str>() else {
        return Err(type_error("read() should return bytes"));
    };
    fill(buffer, s.as_ref().bytes())
}

/// Puts bytes into memory; how many.
pub fn fill(buffer: Value, data: &[u8]) -> PyResult {
    let w = super::output(buffer)?;
    let n = data.len().min(w.len());
    if !w.write(0, &data[..n]) {
        return Err(type_error("must be read-write buffer"));
    }
    Ok(super::whole(n as i64))
}
