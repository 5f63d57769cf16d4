//! The module `mmap` (rows: spec/modules/mmap.toml, spec/types/mmap.toml): files as memory.
//!
//! The memory of a map may go whenever other code runs, which may close or resize it; so every operation
//! asks for it anew, and holds it only while nothing else happens.

use std::ffi::c_int;

use crate::builtins::type_::as_type;
use crate::builtins::{module, sequence, slice, str as bytes};
use crate::call::Args;
use crate::convert;
use crate::error::{PyResult, Raised, index_error, type_error, value_error};
use crate::layouts::{MemoryMap, Module, Slice, Str};
use crate::modules::native_error::NativeError;
use crate::modules::posix::{errno, failure_of};
use crate::object::Ref;
use crate::text::search;
use crate::typeobj::Type;
use crate::types::{self, parse};
use crate::value::Value;
use crate::window::{self, Want, Window};

static ERROR: NativeError = NativeError::new();

// What may be done with a map: the module's constants.
/// Not said; flags and protection allow all.
const DEFAULT: i64 = 0;
const READ: i64 = 1;
const WRITE: i64 = 2;
const COPY: i64 = 3;
/// Not even to be read.
const NONE: i64 = -1;

/// Attributes that are neither functions nor numbers.
pub fn init(m: Value) -> PyResult<()> {
    if let Some(m) = m.cast::<Module>() {
        let error = ERROR.create("mmap", "error", types::ENVIRONMENT_ERROR.get())?;
        module::dict(m).set_str(bytes::intern(b"error"), error);
    }
    Ok(())
}

/// `mmap.error` for the last failure of the C library.
#[cold]
fn failed() -> Raised {
    let errno = errno();
    match ERROR.class().map(as_type) {
        Ok(Some(class)) => failure_of(class, errno, None),
        Ok(None) | Err(_) => Raised,
    }
}

/// A size or place in a file.
fn position(v: Value, what: &str) -> PyResult<i64> {
    match convert::index(v)? {
        n if n < 0 => Err(raise_fmt!(
            overflow_error,
            "memory mapped {what} must be positive"
        )),
        n => Ok(n),
    }
}

/// What a map is asked to be.
struct Request {
    fd: c_int,
    len: i64,
    flags: c_int,
    protection: c_int,
    access: i64,
    offset: i64,
}

impl Request {
    fn parse(args: Args<'_>) -> PyResult<Request> {
        const NAMES: [&str; 6] = ["fileno", "length", "flags", "prot", "access", "offset"];
        const SHARED: c_int = libc::MAP_SHARED;
        const BOTH: c_int = libc::PROT_READ | libc::PROT_WRITE;
        let given = parse::by_name(args, 0, "", &NAMES, 2)?;
        let number = |i: usize, default: c_int| {
            given.reach(i)?;
            given.values[i].map_or(Ok(default), crate::number::i32_from_value)
        };
        let fd = number(0, -1)?;
        given.reach(1)?;
        let len = convert::index(given.values[1].unwrap_or(Value::none()))?;
        let (flags, protection, access) = (number(2, SHARED)?, number(3, BOTH)?, number(4, 0)?);
        given.reach(5)?;
        let offset = given.values[5].unwrap_or(Value::small_int(0));
        given.reach(6)?;
        let len = position(Value::int(len), "length")?;
        let offset = position(offset, "offset")?;
        let access = i64::from(access);
        if access != DEFAULT && (flags != SHARED || protection != BOTH) {
            return Err(value_error(
                "mmap can't specify both access and flags, prot.",
            ));
        }
        let (flags, protection, access) = match access {
            READ => (SHARED, libc::PROT_READ, READ),
            WRITE => (SHARED, BOTH, WRITE),
            COPY => (libc::MAP_PRIVATE, BOTH, COPY),
            DEFAULT if protection & libc::PROT_WRITE != 0 => (flags, protection, DEFAULT),
            DEFAULT if protection & libc::PROT_READ != 0 => (flags, protection, READ),
            DEFAULT => (flags, protection, NONE),
            _ => return Err(value_error("mmap invalid access parameter.")),
        };
        Ok(Request {
            fd,
            len,
            flags,
            protection,
            access,
            offset,
        })
    }

    /// Compares the part that was asked for with the file; without a length, all there is.
    fn fit(&mut self) -> PyResult<()> {
        // SAFETY: all its fields are numbers; the call writes it.
        let mut s: libc::stat = unsafe { std::mem::zeroed() };
        // SAFETY: see above.
        let regular = self.fd != -1
            && unsafe { libc::fstat(self.fd, &mut s) } == 0
            && s.st_mode & libc::S_IFMT == libc::S_IFREG;
        if !regular {
            return Ok(());
        }
        let left = s.st_size - self.offset;
        match self.len {
            0 if s.st_size == 0 => Err(value_error("cannot mmap an empty file")),
            0 if left <= 0 => Err(value_error("mmap offset is greater than file size")),
            0 => {
                self.len = left;
                Ok(())
            }
            n if n > left => Err(value_error("mmap length is greater than file size")),
            _ => Ok(()),
        }
    }
}

/// `mmap.__new__`
pub fn new_instance(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let mut r = Request::parse(args)?;
    r.fit()?;
    let fd = match r.fd {
        -1 => -1,
        // SAFETY: no memory arguments.
        fd => match unsafe { libc::dup(fd) } {
            -1 => return Err(failed()),
            own => own,
        },
    };
    let m = MemoryMap::alloc_for(ty, 0, r.len, 0, fd, r.access, r.offset);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(m.addr() as *mut u8) };
    let flags = match fd {
        -1 => r.flags | libc::MAP_ANONYMOUS,
        _ => r.flags & !libc::MAP_FIXED,
    };
    let len = r.len as usize;
    // SAFETY: a new map, at a place that the system chooses.
    let data = unsafe { libc::mmap(std::ptr::null_mut(), len, r.protection, flags, fd, r.offset) };
    if data == libc::MAP_FAILED {
        let error = failed();
        release(m);
        return Err(error);
    }
    m.data.set(data as usize);
    Ok(m.into())
}

/// Gives memory and descriptor back.
fn release(m: Ref<MemoryMap>) {
    let (data, fd) = (m.data.replace(0), m.fd.replace(-1));
    if data != 0 {
        // SAFETY: a map of that length, which nobody uses any more.
        unsafe { libc::munmap(data as *mut libc::c_void, m.len.get() as usize) };
    }
    if fd != -1 {
        // SAFETY: the descriptor belongs to the object.
        unsafe { libc::close(fd) };
    }
}

/// Called by the collector for a dead map.
pub fn finalize(m: Ref<MemoryMap>) {
    release(m);
}

impl MemoryMap {
    fn size(&self) -> usize {
        self.len.get() as usize
    }

    /// The position; at the end when the map has become shorter.
    fn position(&self) -> usize {
        self.at.get().min(self.len.get()) as usize
    }
}

#[cold]
fn closed() -> Raised {
    value_error("mmap closed or invalid")
}

/// The map, when it is open.
fn open(m: Ref<MemoryMap>) -> PyResult<Ref<MemoryMap>> {
    if m.data.get() == 0 {
        return Err(closed());
    }
    Ok(m)
}

fn this(v: Value) -> PyResult<Ref<MemoryMap>> {
    match v.cast::<MemoryMap>() {
        Some(m) => open(m),
        None => Err(crate::builtins::receiver::wrong("mmap.mmap", v)),
    }
}

/// The bytes of an open map; see the module's description for how long.
fn content(m: Ref<MemoryMap>) -> PyResult<Window> {
    let m = open(m)?;
    if m.access.get() == NONE {
        return Err(type_error("mmap can't read memory without PROT_READ."));
    }
    let writable = m.access.get() != READ;
    // SAFETY: there until the map is closed or resized, and to be written as its access says.
    Ok(unsafe { Window::new(m.data.get() as *mut u8, m.size(), writable, m.into()) })
}

fn check_writable(m: Ref<MemoryMap>) -> PyResult<()> {
    match m.access.get() {
        READ | NONE => Err(type_error("mmap can't modify a readonly memory map.")),
        _ => Ok(()),
    }
}

/// Puts bytes at a place, which they fit.
fn put(m: Ref<MemoryMap>, at: usize, data: &[u8]) -> PyResult<()> {
    check_writable(m)?;
    content(m)?.write(at, data);
    Ok(())
}

/// The bytes of an argument that cannot change.
fn data(v: Value, function: &str) -> PyResult<Ref<Str>> {
    match window::read_only(v)? {
        Some(w) => bytes::try_new(w.bytes()),
        None => Err(window::not(v, function, 1, "string or read-only buffer")),
    }
}

pub fn close(self_: Ref<MemoryMap>) -> PyResult<()> {
    release(self_);
    Ok(())
}

/// The place where `search` finds the argument, between places that default to position and end.
fn find_by(
    m: Ref<MemoryMap>,
    function: &str,
    sub: Value,
    (start, end): (Option<Value>, Option<Value>),
    search: fn(&[u8], &[u8]) -> Option<usize>,
) -> PyResult<i64> {
    open(m)?;
    let sub = data(sub, function)?;
    let start = start.map_or(Ok(m.at.get()), convert::index)?;
    let end = end.map_or(Ok(m.len.get()), convert::index)?;
    let w = content(m)?;
    let n = w.len() as i64;
    let place = |i: i64| if i < 0 { (i + n).max(0) } else { i.min(n) };
    let (start, end) = (place(start) as usize, place(end) as usize);
    let found = match w.bytes().get(start..end) {
        Some(part) => search(part, sub.as_ref().bytes()),
        None => None,
    };
    Ok(found.map_or(-1, |i| (start + i) as i64))
}

pub fn find(
    self_: Ref<MemoryMap>,
    string: Value,
    start: Option<Value>,
    end: Option<Value>,
) -> PyResult<i64> {
    find_by(self_, "find", string, (start, end), search::find)
}

pub fn rfind(
    self_: Ref<MemoryMap>,
    string: Value,
    start: Option<Value>,
    end: Option<Value>,
) -> PyResult<i64> {
    find_by(self_, "rfind", string, (start, end), search::rfind)
}

pub fn flush(self_: Ref<MemoryMap>, offset: i64, size: Option<Value>) -> PyResult {
    open(self_)?;
    let size = size.map_or(Ok(self_.len.get()), convert::index)?;
    if size < 0 || offset < 0 || self_.len.get() - offset < size {
        return Err(value_error("flush values out of range"));
    }
    if matches!(self_.access.get(), READ | COPY | NONE) {
        return Ok(crate::number::long(0));
    }
    let start = self_.data.get() + offset as usize;
    // SAFETY: within the map.
    let status = unsafe { libc::msync(start as *mut libc::c_void, size as usize, libc::MS_SYNC) };
    if status == -1 {
        return Err(failed());
    }
    Ok(Value::small_int(0))
}

pub fn move_bytes(self_: Ref<MemoryMap>, dest: i64, src: i64, count: i64) -> PyResult<()> {
    open(self_)?;
    check_writable(self_)?;
    let w = content(self_)?;
    let fits = |at: i64| at >= 0 && count >= 0 && at.saturating_add(count) <= self_.len.get();
    if !fits(dest) || !fits(src) {
        return Err(value_error("source, destination, or count out of range"));
    }
    let from = w.part(src as usize..(src + count) as usize);
    w.write(dest as usize, from.bytes());
    Ok(())
}

/// The next `n` bytes, which are there; the position goes behind them.
fn take(m: Ref<MemoryMap>, n: usize) -> PyResult {
    let at = m.position();
    let s = bytes::try_new(content(m)?.part(at..at + n).bytes())?;
    m.at.set((at + n) as i64);
    Ok(s.into())
}

pub fn read(self_: Ref<MemoryMap>, n: i64) -> PyResult {
    open(self_)?;
    let left = self_.size() - self_.position();
    take(self_, usize::try_from(n).map_or(left, |n| n.min(left)))
}

pub fn read_byte(self_: Ref<MemoryMap>) -> PyResult {
    open(self_)?;
    if self_.position() >= self_.size() {
        return Err(value_error("read byte out of range"));
    }
    take(self_, 1)
}

pub fn readline(self_: Ref<MemoryMap>) -> PyResult {
    let w = content(self_)?;
    let rest = w.part(self_.position()..w.len());
    let n = memchr::memchr(b'\n', rest.bytes()).map_or(rest.len(), |i| i + 1);
    take(self_, n)
}

pub fn resize(self_: Ref<MemoryMap>, size: i64) -> PyResult<()> {
    open(self_)?;
    if !matches!(self_.access.get(), DEFAULT | WRITE) {
        return Err(type_error(
            "mmap can't resize a readonly or copy-on-write memory map.",
        ));
    }
    let Some(end) = self_.offset.get().checked_add(size).filter(|_| size >= 0) else {
        return Err(value_error("new size out of range"));
    };
    let fd = self_.fd.get();
    // SAFETY: no memory arguments.
    if fd != -1 && unsafe { libc::ftruncate(fd, end) } == -1 {
        return Err(failed());
    }
    let (data, old) = (self_.data.get() as *mut libc::c_void, self_.size());
    // SAFETY: all of a map, which nobody looks at meanwhile.
    let moved = unsafe { libc::mremap(data, old, size as usize, libc::MREMAP_MAYMOVE) };
    if moved == libc::MAP_FAILED {
        return Err(failed());
    }
    self_.data.set(moved as usize);
    self_.len.set(size);
    Ok(())
}

pub fn seek(self_: Ref<MemoryMap>, distance: i64, whence: i32) -> PyResult<()> {
    open(self_)?;
    let from = match whence {
        0 => 0,
        1 => self_.at.get(),
        2 => self_.len.get(),
        _ => return Err(value_error("unknown seek type")),
    };
    match from.checked_add(distance) {
        Some(at) if (0..=self_.len.get()).contains(&at) => {
            self_.at.set(at);
            Ok(())
        }
        _ => Err(value_error("seek out of range")),
    }
}

pub fn size(self_: Ref<MemoryMap>) -> PyResult<i64> {
    open(self_)?;
    // SAFETY: all its fields are numbers; the call writes it.
    let mut s: libc::stat = unsafe { std::mem::zeroed() };
    // SAFETY: see above.
    if unsafe { libc::fstat(self_.fd.get(), &mut s) } == -1 {
        return Err(failed());
    }
    Ok(s.st_size)
}

pub fn tell(self_: Ref<MemoryMap>) -> PyResult<i64> {
    Ok(open(self_)?.at.get())
}

pub fn write(self_: Ref<MemoryMap>, string: Value) -> PyResult<()> {
    open(self_)?;
    let s = data(string, "write")?;
    check_writable(self_)?;
    let (at, n) = (self_.position(), s.as_ref().bytes().len());
    if n > open(self_)?.size() - at {
        return Err(value_error("data out of range"));
    }
    put(self_, at, s.as_ref().bytes())?;
    self_.at.set((at + n) as i64);
    Ok(())
}

pub fn write_byte(self_: Ref<MemoryMap>, byte: Value) -> PyResult<()> {
    open(self_)?;
    let Some(c) = one_byte(byte) else {
        return Err(window::not(byte, "write_byte", 1, "char"));
    };
    check_writable(self_)?;
    let at = self_.position();
    if at >= self_.size() {
        return Err(value_error("write byte out of range"));
    }
    put(self_, at, &[c])?;
    self_.at.set(at as i64 + 1);
    Ok(())
}

fn one_byte(v: Value) -> Option<u8> {
    match *v.cast::<Str>()?.as_ref().bytes() {
        [c] => Some(c),
        _ => None,
    }
}

pub fn len(self_: Value) -> PyResult<i64> {
    Ok(this(self_)?.len.get())
}

#[cold]
fn out_of_range() -> Raised {
    index_error("mmap index out of range")
}

pub fn getitem(self_: Value, index: Value) -> PyResult {
    let m = this(self_)?;
    if let Some(i) = sequence::index(index)? {
        let i = sequence::wrap(i, m.size()).ok_or_else(out_of_range)?;
        return Ok(bytes::new(content(m)?.part(i..i + 1).bytes()).into());
    }
    let Some(s) = index.cast::<Slice>() else {
        return Err(type_error("mmap indices must be integers"));
    };
    let range = slice::resolve(s, || m.size())?;
    let w = content(m)?;
    let part: Vec<u8> = range
        .iter()
        .filter_map(|i| w.bytes().get(i).copied())
        .collect();
    Ok(bytes::try_new(&part)?.into())
}

pub fn getslice(self_: Value, i: i64, j: i64) -> PyResult {
    let m = this(self_)?;
    let (i, j) = sequence::clamp(i, j, m.size());
    Ok(bytes::try_new(content(m)?.part(i..j).bytes())?.into())
}

/// What is assigned to a slice of `n` bytes.
fn replacement(v: Option<Value>, n: usize) -> PyResult<Ref<Str>> {
    let Some(v) = v else {
        return Err(type_error("mmap object doesn't support slice deletion"));
    };
    let Some(s) = v.cast::<Str>() else {
        return Err(index_error("mmap slice assignment must be a string"));
    };
    if s.as_ref().bytes().len() != n {
        return Err(index_error("mmap slice assignment is wrong size"));
    }
    Ok(s)
}

pub fn setitem(self_: Value, index: Value, v: Option<Value>) -> PyResult<()> {
    let m = this(self_)?;
    if let Some(i) = sequence::index(index)? {
        let i = sequence::wrap(i, m.size()).ok_or_else(out_of_range)?;
        let Some(v) = v else {
            return Err(type_error("mmap object doesn't support item deletion"));
        };
        let Some(c) = one_byte(v) else {
            return Err(index_error(
                "mmap assignment must be single-character string",
            ));
        };
        return put(m, i, &[c]);
    }
    let Some(s) = index.cast::<Slice>() else {
        return Err(type_error("mmap indices must be integer"));
    };
    let range = slice::resolve(s, || m.size())?;
    let new = replacement(v, range.len)?;
    check_writable(m)?;
    let w = content(m)?;
    for (i, c) in range.iter().zip(new.as_ref().bytes()) {
        w.write(i, &[*c]);
    }
    Ok(())
}

pub fn setslice(self_: Value, i: i64, j: i64, v: Option<Value>) -> PyResult<()> {
    let m = this(self_)?;
    let (i, j) = sequence::clamp(i, j, m.size());
    let new = replacement(v, j - i)?;
    put(m, i, new.as_ref().bytes())
}

/// Slot `buffer`: the older interface only.
pub fn buffer(v: Value, want: Want) -> PyResult<Option<Window>> {
    if want == Want::View {
        return Ok(None);
    }
    let Some(m) = v.cast::<MemoryMap>() else {
        return Ok(None);
    };
    if m.data.get() == 0 {
        return Err(type_error("single-segment buffer object expected"));
    }
    if want == Want::Write {
        check_writable(m)?;
    }
    content(m).map(Some)
}
