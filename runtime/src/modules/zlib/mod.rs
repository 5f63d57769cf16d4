//! The module `zlib` (rows: spec/modules/zlib.toml, spec/types/zlib.toml).

use libz_sys as z;
use std::ffi::c_int;

use crate::builtins::str as bytes;
use crate::error::{PyResult, Raised, memory_error, value_error};
use crate::gil::without_gil;
use crate::layouts::{Module, Str, ZlibCompress, ZlibDecompress};
use crate::modules::native_error::NativeError;
use crate::number::Num;
use crate::object::Ref;
use crate::types;
use crate::value::Value;
use crate::window::{self, Window};

pub mod stream;

use stream::Stream;

static ERROR: NativeError = NativeError::new();

/// From this length on the global lock is given up.
const LONG: usize = 4096;

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let error = ERROR.create("zlib", "error", types::EXCEPTION.get())?;
    let d = crate::builtins::module::dict(m);
    d.set_str(bytes::intern(b"error"), error);
    let version = bytes::new(stream::version().as_bytes());
    d.set_str(bytes::intern(b"ZLIB_VERSION"), version.into());
    Ok(())
}

/// Bytes of an argument.
fn data(v: Value, function: &str) -> PyResult<Window> {
    match window::read_only(v)? {
        Some(w) => Ok(w),
        None => Err(window::not(v, function, 1, "string or read-only buffer")),
    }
}

/// `zlib.error` for a status of the library.
#[cold]
fn failure(status: c_int, message: Option<String>, what: &str) -> Raised {
    if status == z::Z_MEM_ERROR {
        return memory_error(format!("Out of memory {what}"));
    }
    let message = match (status, message) {
        (z::Z_VERSION_ERROR, _) => Some("library version mismatch".to_owned()),
        (_, Some(m)) => Some(m),
        (z::Z_BUF_ERROR, _) => Some("incomplete or truncated stream".to_owned()),
        (z::Z_STREAM_ERROR, _) => Some("inconsistent stream state".to_owned()),
        (z::Z_DATA_ERROR, _) => Some("invalid input data".to_owned()),
        _ => None,
    };
    ERROR.raise(match message {
        Some(m) => format!("Error {status} {what}: {m}"),
        None => format!("Error {status} {what}"),
    })
}

/// Runs `f` on a stream, for long inputs without the global lock.
fn run(
    s: &mut Stream,
    input: &[u8],
    out: &mut Vec<u8>,
    limit: usize,
    flush: c_int,
) -> (c_int, usize) {
    if input.len() < LONG {
        return s.run(input, out, limit, flush);
    }
    // The bytes might change while other threads run.
    let copy = input.to_vec();
    without_gil(|| s.run(&copy, out, limit, flush))
}

/// `compress(string[, level])`
pub fn compress(string: Ref<Str>, level: i32) -> PyResult {
    let mut s = match Stream::deflate(level, z::Z_DEFLATED, 15, 8, 0) {
        Ok(s) => s,
        Err(z::Z_STREAM_ERROR) => return Err(ERROR.raise("Bad compression level")),
        Err(z::Z_MEM_ERROR) => {
            return Err(memory_error("Out of memory while compressing data"));
        }
        Err(e) => return Err(failure(e, None, "while compressing data")),
    };
    let mut out = Vec::new();
    match run(
        &mut s,
        string.as_ref().bytes(),
        &mut out,
        usize::MAX,
        z::Z_FINISH,
    ) {
        (z::Z_STREAM_END, _) => Ok(bytes::try_new(&out)?.into()),
        (status, _) => Err(failure(status, s.message(), "while compressing data")),
    }
}

/// `decompress(string[, wbits[, bufsize]])`
pub fn decompress(string: Ref<Str>, wbits: i32, _bufsize: i64) -> PyResult {
    let mut s = Stream::inflate(wbits)
        .map_err(|e| failure(e, None, "while preparing to decompress data"))?;
    let mut out = Vec::new();
    match run(
        &mut s,
        string.as_ref().bytes(),
        &mut out,
        usize::MAX,
        z::Z_SYNC_FLUSH,
    ) {
        (z::Z_STREAM_END, _) => Ok(bytes::try_new(&out)?.into()),
        (z::Z_OK | z::Z_BUF_ERROR, _) => {
            Err(failure(z::Z_BUF_ERROR, None, "while decompressing data"))
        }
        (status, _) => Err(failure(status, s.message(), "while decompressing data")),
    }
}

/// A starting value: the low 32 bits of any integer.
fn start(v: Option<Value>, default: u32) -> PyResult<u32> {
    let Some(v) = v else { return Ok(default) };
    match Num::of(v) {
        Some(Num::Int(n)) => Ok(n as u32),
        Some(Num::Long(n)) => Ok(n.low_u64() as u32),
        _ => Ok(crate::convert::int(v)? as u32),
    }
}

pub fn crc32(string: Value, begin: Option<Value>) -> PyResult {
    let w = data(string, "crc32")?;
    let c = stream::crc32(start(begin, 0)?, w.bytes());
    Ok(Value::int(i64::from(c as i32)))
}

pub fn adler32(string: Value, begin: Option<Value>) -> PyResult {
    let w = data(string, "adler32")?;
    let c = stream::adler32(start(begin, 1)?, w.bytes());
    Ok(Value::int(i64::from(c as i32)))
}

// Objects.

fn boxed(s: Stream) -> u64 {
    Box::into_raw(Box::new(s)) as u64
}

fn release(address: u64) {
    if address != 0 {
        // SAFETY: made by `boxed`, and forgotten by its object just now.
        drop(unsafe { Box::from_raw(address as *mut Stream) });
    }
}

/// A stream that other threads may not use meanwhile; it goes back into its object afterwards.
fn borrow(cell: &std::cell::Cell<u64>) -> PyResult<Box<Stream>> {
    match cell.replace(0) {
        0 => Err(value_error("the object is in use by another thread")),
        // SAFETY: made by `boxed`; the object has forgotten it until it is put back.
        a => Ok(unsafe { Box::from_raw(a as *mut Stream) }),
    }
}

fn put_back(cell: &std::cell::Cell<u64>, s: Box<Stream>) {
    cell.set(Box::into_raw(s) as u64);
}

pub fn finalize_compress(c: Ref<ZlibCompress>) {
    release(c.state.replace(0));
}

pub fn finalize_decompress(d: Ref<ZlibDecompress>) {
    release(d.state.replace(0));
}

fn compressor(s: Stream) -> Value {
    let c = ZlibCompress::alloc(boxed(s));
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(c.addr() as *mut u8) };
    c.into()
}

fn decompressor(s: Stream, unused: Ref<Str>, tail: Ref<Str>) -> Value {
    let d = ZlibDecompress::alloc(boxed(s), unused, tail);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(d.addr() as *mut u8) };
    d.into()
}

/// `compressobj(…)`
pub fn compressobj(level: i32, method: i32, wbits: i32, memlevel: i32, strategy: i32) -> PyResult {
    match Stream::deflate(level, method, wbits, memlevel, strategy) {
        Ok(s) => Ok(compressor(s)),
        Err(z::Z_STREAM_ERROR) => Err(value_error("Invalid initialization option")),
        Err(z::Z_MEM_ERROR) => Err(memory_error("Can't allocate memory for compression object")),
        Err(e) => Err(failure(e, None, "while creating compression object")),
    }
}

/// `decompressobj([wbits])`
pub fn decompressobj(wbits: i32) -> PyResult {
    match Stream::inflate(wbits) {
        Ok(s) => Ok(decompressor(s, bytes::empty(), bytes::empty())),
        Err(z::Z_STREAM_ERROR) => Err(value_error("Invalid initialization option")),
        Err(z::Z_MEM_ERROR) => Err(memory_error(
            "Can't allocate memory for decompression object",
        )),
        Err(e) => Err(failure(e, None, "while creating decompression object")),
    }
}

pub fn compress_method(self_: Ref<ZlibCompress>, input: Value) -> PyResult {
    let w = data(input, "compress")?;
    let mut s = borrow(&self_.state)?;
    let mut out = Vec::new();
    let (status, _) = run(&mut s, w.bytes(), &mut out, usize::MAX, z::Z_NO_FLUSH);
    let message = s.message();
    put_back(&self_.state, s);
    match status {
        z::Z_OK | z::Z_BUF_ERROR => Ok(bytes::try_new(&out)?.into()),
        _ => Err(failure(status, message, "while compressing data")),
    }
}

pub fn compress_flush(self_: Ref<ZlibCompress>, mode: i64) -> PyResult {
    if mode == i64::from(z::Z_NO_FLUSH) {
        return Ok(bytes::empty().into());
    }
    let mode = c_int::try_from(mode).unwrap_or(-1);
    let mut s = borrow(&self_.state)?;
    let mut out = Vec::new();
    let (status, _) = run(&mut s, b"", &mut out, usize::MAX, mode);
    let message = s.message();
    if status == z::Z_STREAM_END && mode == z::Z_FINISH {
        s.end();
    }
    put_back(&self_.state, s);
    match status {
        z::Z_OK | z::Z_BUF_ERROR | z::Z_STREAM_END => Ok(bytes::try_new(&out)?.into()),
        _ => Err(failure(status, message, "while flushing")),
    }
}

pub fn compress_copy(self_: Ref<ZlibCompress>) -> PyResult {
    let mut s = borrow(&self_.state)?;
    let copy = s.copy();
    put_back(&self_.state, s);
    match copy {
        Some(c) => Ok(compressor(c)),
        None => Err(value_error("Inconsistent stream state")),
    }
}

/// Notes what of the input was not used.
fn leave(d: Ref<ZlibDecompress>, rest: &[u8], ended: bool, tail: bool) -> PyResult<()> {
    if ended && !rest.is_empty() {
        let all = [d.unused_data.get().as_ref().bytes(), rest].concat();
        d.unused_data.set(bytes::try_new(&all)?);
    }
    let kept = if tail && !ended {
        bytes::try_new(rest)?
    } else {
        bytes::empty()
    };
    d.unconsumed_tail.set(kept);
    Ok(())
}

pub fn decompress_method(self_: Ref<ZlibDecompress>, input: Value, max_length: i64) -> PyResult {
    let w = data(input, "decompress")?;
    let Ok(most) = usize::try_from(max_length) else {
        return Err(value_error("max_length must be greater than zero"));
    };
    let limit = if most == 0 { usize::MAX } else { most };
    let mut s = borrow(&self_.state)?;
    let mut out = Vec::new();
    let (status, consumed) = run(&mut s, w.bytes(), &mut out, limit, z::Z_SYNC_FLUSH);
    let message = s.message();
    put_back(&self_.state, s);
    let rest = w.bytes().get(consumed..).unwrap_or(&[]);
    leave(self_, rest, status == z::Z_STREAM_END, most != 0)?;
    match status {
        z::Z_OK | z::Z_BUF_ERROR | z::Z_STREAM_END => Ok(bytes::try_new(&out)?.into()),
        _ => Err(failure(status, message, "while decompressing")),
    }
}

pub fn decompress_flush(self_: Ref<ZlibDecompress>, length: i64) -> PyResult {
    if length <= 0 {
        return Err(value_error("length must be greater than zero"));
    }
    let input = self_.unconsumed_tail.get();
    let mut s = borrow(&self_.state)?;
    let mut out = Vec::new();
    let (status, consumed) = run(
        &mut s,
        input.as_ref().bytes(),
        &mut out,
        usize::MAX,
        z::Z_FINISH,
    );
    if status == z::Z_STREAM_END {
        s.end();
    }
    put_back(&self_.state, s);
    let rest = input.as_ref().bytes().get(consumed..).unwrap_or(&[]);
    leave(self_, rest, status == z::Z_STREAM_END, true)?;
    Ok(bytes::try_new(&out)?.into())
}

pub fn decompress_copy(self_: Ref<ZlibDecompress>) -> PyResult {
    let mut s = borrow(&self_.state)?;
    let copy = s.copy();
    put_back(&self_.state, s);
    match copy {
        Some(c) => Ok(decompressor(
            c,
            self_.unused_data.get(),
            self_.unconsumed_tail.get(),
        )),
        None => Err(value_error("Inconsistent stream state")),
    }
}

pub fn get_unused_data(v: Value) -> PyResult {
    match v.cast::<ZlibDecompress>() {
        Some(d) => Ok(d.unused_data.get().into()),
        None => Ok(Value::none()),
    }
}

pub fn get_unconsumed_tail(v: Value) -> PyResult {
    match v.cast::<ZlibDecompress>() {
        Some(d) => Ok(d.unconsumed_tail.get().into()),
        None => Ok(Value::none()),
    }
}
