//! `BufferedRWPair`: a buffered reader and a buffered writer that go together.

use super::method;
use crate::builtins::str as bytes;
use crate::call::{Args, call_values};
use crate::error::{PyResult, Raised, type_error, value_error};
use crate::layouts::BufferedPair;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;
use crate::{attr, thread, types};

fn this(v: Value) -> PyResult<Ref<BufferedPair>> {
    v.cast::<BufferedPair>()
        .ok_or_else(|| type_error("expected a BufferedRWPair"))
}

pub fn new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    Ok(super::base::finalized(
        BufferedPair::alloc_for(ty, None, None).into(),
    ))
}

/// `BufferedRWPair(reader, writer[, buffer_size])`
pub fn init(v: Value, args: Args<'_>) -> PyResult<()> {
    let p = this(v)?;
    let (reader, writer, size) = match *args.pos() {
        [r, w] => (r, w, None),
        [r, w, s] | [r, w, s, _] => (r, w, Some(s)),
        _ => {
            let n = args.pos().len();
            let (quantity, limit) = if n < 2 {
                ("at least", 2)
            } else {
                ("at most", 4)
            };
            return Err(type_error(format!(
                "BufferedRWPair() takes {quantity} {limit} arguments ({n} given)"
            )));
        }
    };
    let size = match size {
        Some(s) => Value::int(crate::convert::index(s)?),
        None => Value::int(super::DEFAULT_BUFFER_SIZE),
    };
    if let [_, _, _, most] = args.pos() {
        crate::convert::index(*most)?;
        super::buffered::complain_of_max_buffer_size()?;
    }
    super::base::check_readable(reader)?;
    super::base::check_writable(writer)?;
    let r = call_values(types::BUFFERED_READER.get().into(), &[reader, size])?;
    let w = call_values(types::BUFFERED_WRITER.get().into(), &[writer, size])?;
    p.reader.set(Some(r));
    p.writer.set(Some(w));
    Ok(())
}

fn half(v: Option<Value>) -> PyResult {
    v.ok_or_else(|| value_error("I/O operation on uninitialized object"))
}

fn of_reader(p: Ref<BufferedPair>, name: &'static str, args: &[Value]) -> PyResult {
    method(half(p.reader.get())?, name, args)
}

fn of_writer(p: Ref<BufferedPair>, name: &'static str, args: &[Value]) -> PyResult {
    method(half(p.writer.get())?, name, args)
}

pub fn read(self_: Ref<BufferedPair>, args: &[Value]) -> PyResult {
    of_reader(self_, "read", args)
}

pub fn read1(self_: Ref<BufferedPair>, args: &[Value]) -> PyResult {
    of_reader(self_, "read1", args)
}

pub fn peek(self_: Ref<BufferedPair>, args: &[Value]) -> PyResult {
    of_reader(self_, "peek", args)
}

pub fn readinto(self_: Ref<BufferedPair>, args: &[Value]) -> PyResult {
    of_reader(self_, "readinto", args)
}

pub fn write(self_: Ref<BufferedPair>, args: &[Value]) -> PyResult {
    of_writer(self_, "write", args)
}

pub fn flush(self_: Ref<BufferedPair>) -> PyResult {
    of_writer(self_, "flush", &[])
}

pub fn is_readable(self_: Ref<BufferedPair>) -> PyResult {
    of_reader(self_, "readable", &[])
}

pub fn is_writable(self_: Ref<BufferedPair>) -> PyResult {
    of_writer(self_, "writable", &[])
}

/// Closes both; what goes wrong with the writer counts more.
pub fn close(self_: Ref<BufferedPair>) -> PyResult<()> {
    let t = thread::current();
    let first = of_writer(self_, "close", &[])
        .err()
        .map(|_| t.take_pending());
    let second = of_reader(self_, "close", &[]).map(|_| ());
    match first {
        Some(e) if second.is_ok() => {
            t.pending.set(e);
            Err(Raised)
        }
        _ => second,
    }
}

pub fn isatty(self_: Ref<BufferedPair>) -> PyResult<bool> {
    if super::is_true(of_writer(self_, "isatty", &[])?)? {
        return Ok(true);
    }
    super::is_true(of_reader(self_, "isatty", &[])?)
}

pub fn get_closed(v: Value) -> PyResult {
    attr::get(half(this(v)?.writer.get())?, bytes::intern_static("closed"))
}
