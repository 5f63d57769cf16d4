//! `BufferedReader`, `BufferedWriter`, `BufferedRandom`: one implementation, which reads ahead, collects
//! what is written, and goes from one to the other by seeking.
//!
//! The raw stream is always behind what was read ahead, and before what is still to be written; at most
//! one of the two is not empty.

use super::{attribute, file_io, forgotten, input, method, size_argument};
use crate::builtins::str as bytes;
use crate::call::{Args, call_values};
use crate::error::{PyResult, Raised, io_error, type_error, value_error};
use crate::layouts::{BufferedIo, Str};
use crate::number;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;
use crate::{attr, protocol, thread, types};

/// What the object owns.
#[derive(Default)]
struct State {
    /// Bytes read ahead, of which `at` are consumed.
    ahead: Vec<u8>,
    at: usize,
    /// Bytes to be written.
    pending: Vec<u8>,
    /// Serial number of the thread that uses the stream: others may run while it reads or writes. 0: none does.
    user: u64,
}

/// The stream while the running thread uses it.
struct InUse(Ref<BufferedIo>);

impl InUse {
    /// Waits until no other thread uses the stream.
    ///
    /// # Errors
    /// RuntimeError when this thread does: a signal's handler, or the raw stream, came back here.
    fn new(b: Ref<BufferedIo>) -> PyResult<InUse> {
        let me = thread::current().serial.get();
        loop {
            let user = state(b).user;
            if user == me {
                let shown = protocol::repr(b.into())?;
                let shown = shown.as_ref().to_text();
                return Err(crate::error::runtime_error(format!(
                    "reentrant call inside {shown}"
                )));
            }
            // A child process has only the thread that forked.
            if user == 0 || !thread::is_alive(user) {
                state(b).user = me;
                return Ok(InUse(b));
            }
            crate::gil::without_gil(|| std::thread::sleep(WAIT));
        }
    }
}

impl Drop for InUse {
    fn drop(&mut self) {
        state(self.0).user = 0;
    }
}

/// How long to sleep between looks at a stream that another thread uses.
const WAIT: std::time::Duration = std::time::Duration::from_micros(500);

fn this(v: Value) -> PyResult<Ref<BufferedIo>> {
    v.cast::<BufferedIo>()
        .ok_or_else(|| type_error("expected a buffered stream"))
}

fn state<'a>(b: Ref<BufferedIo>) -> &'a mut State {
    // SAFETY: `new` made the box, and the object owns it while it lives. References end before Python
    // code can run.
    unsafe { &mut *(b.state.get() as *mut State) }
}

pub fn new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    let address = Box::into_raw(Box::<State>::default()) as u64;
    let b = BufferedIo::alloc_for(ty, address, None, 0, 0, super::DEFAULT_BUFFER_SIZE, 0);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(b.addr() as *mut u8) };
    Ok(super::base::finalized(b.into()))
}

/// Frees the buffers of a dead stream, which `close` has written before.
pub fn finalize(b: Ref<BufferedIo>) {
    forgotten::forget(b.into());
    let address = b.state.replace(0);
    if address != 0 {
        // SAFETY: made from a box, and forgotten by the object just now.
        drop(unsafe { Box::from_raw(address as *mut State) });
    }
}

fn init(v: Value, args: Args<'_>, class: &str, readable: bool, writable: bool) -> PyResult<()> {
    let b = this(v)?;
    b.ready.set(0);
    let (raw, size, most) = if writable {
        let [raw, size, most] = parse::keywords(
            args,
            0,
            class,
            &["raw", "buffer_size", "max_buffer_size"],
            1,
        )?;
        (raw, size, most)
    } else {
        let [raw, size] = parse::keywords(args, 0, class, &["raw", "buffer_size"], 1)?;
        (raw, size, None)
    };
    let raw = raw.unwrap_or(Value::none());
    let size = match size {
        Some(s) => crate::convert::index(s)?,
        None => super::DEFAULT_BUFFER_SIZE,
    };
    if most.is_some() {
        complain_of_max_buffer_size()?;
    }
    if readable && writable {
        super::base::check_seekable(raw)?;
    }
    if readable {
        super::base::check_readable(raw)?;
    }
    if writable {
        super::base::check_writable(raw)?;
    }
    if size <= 0 {
        return Err(value_error("buffer size must be strictly positive"));
    }
    // The buffer grows with what is in it, but one that there could never be is refused at once.
    if size > i64::MAX / 2 {
        return Err(crate::error::no_memory());
    }
    *state(b) = State::default();
    b.raw.set(Some(raw));
    b.readable.set(i64::from(readable));
    b.writable.set(i64::from(writable));
    b.size.set(size);
    b.ready.set(1);
    Ok(())
}

/// The deprecated argument has no effect.
pub(super) fn complain_of_max_buffer_size() -> PyResult<()> {
    crate::modules::warnings::warn_here(
        types::DEPRECATION_WARNING.get(),
        "max_buffer_size is deprecated",
    )
}

pub fn init_reader(v: Value, args: Args<'_>) -> PyResult<()> {
    init(v, args, "BufferedReader", true, false)
}

pub fn init_writer(v: Value, args: Args<'_>) -> PyResult<()> {
    init(v, args, "BufferedWriter", false, true)
}

pub fn init_random(v: Value, args: Args<'_>) -> PyResult<()> {
    init(v, args, "BufferedRandom", true, true)
}

/// The raw stream of a stream that is ready for use.
fn raw(b: Ref<BufferedIo>) -> PyResult {
    match b.raw.get() {
        Some(r) if b.ready.get() != 0 => Ok(r),
        None if b.ready.get() != 0 => Err(value_error("raw stream has been detached")),
        _ => Err(value_error("I/O operation on uninitialized object")),
    }
}

fn is_closed(b: Ref<BufferedIo>) -> PyResult<bool> {
    let r = raw(b)?;
    if let Some(f) = file_io::exact(r) {
        return Ok(f.fd.get() < 0);
    }
    super::is_true(attribute(r, "closed")?)
}

/// Whether a stream of this module's own classes is closed; nothing for others, which are asked.
pub(super) fn known_closed(v: Value) -> Option<PyResult<bool>> {
    let own = [
        types::BUFFERED_READER.get(),
        types::BUFFERED_WRITER.get(),
        types::BUFFERED_RANDOM.get(),
    ];
    let b = v.cast::<BufferedIo>()?;
    own.contains(&v.ty()).then(|| is_closed(b))
}

/// Fails on a closed stream, saying what was tried.
fn check_open(b: Ref<BufferedIo>, what: &str) -> PyResult<()> {
    if is_closed(b)? {
        return Err(value_error(format!("{what} closed file")));
    }
    Ok(())
}

/// One read of the raw stream; `None` when there is nothing now.
fn raw_read(b: Ref<BufferedIo>, n: usize) -> PyResult<Option<Vec<u8>>> {
    let r = raw(b)?;
    let mut room = vec![0; n];
    if let Some(f) = file_io::exact(r) {
        let got = file_io::read_some(f, &mut room)?;
        return Ok(got.map(|n| {
            room.truncate(n);
            room
        }));
    }
    let memory = call_values(types::BYTEARRAY.get().into(), &[Value::int(n as i64)])?;
    let got = interruptible(|| method(r, "readinto", &[memory]))?;
    if got.is_none() {
        return Ok(None);
    }
    let got = crate::convert::index(got)?;
    if got < 0 || got > n as i64 {
        return Err(io_error(format!(
            "raw readinto() returned invalid length {got} (should have been between 0 and {n})"
        )));
    }
    let w = crate::window::view(memory)?;
    Ok(Some(w.bytes()[..(got as usize).min(w.len())].to_vec()))
}

/// Repeats what a signal interrupted.
pub(super) fn interruptible(mut f: impl FnMut() -> PyResult) -> PyResult {
    loop {
        match f() {
            Err(e) => {
                if !interrupted() {
                    return Err(e);
                }
                crate::interrupt::handle()?;
            }
            ok => return ok,
        }
    }
}

/// Is the pending exception an EnvironmentError with EINTR? Then it is taken.
fn interrupted() -> bool {
    if !crate::exception::pending_matches(types::ENVIRONMENT_ERROR.get()) {
        return false;
    }
    let t = crate::thread::current();
    let e = crate::exception::normalize(t.take_pending());
    let errno = e
        .value
        .and_then(|v| v.cast::<crate::layouts::Exception>())
        .and_then(|v| v.extra0.get())
        .and_then(Value::as_int);
    if errno == Some(i64::from(libc::EINTR)) {
        return true;
    }
    t.pending.set(e);
    false
}

/// One write to the raw stream; `None` when it takes nothing now.
fn raw_write(b: Ref<BufferedIo>, data: &[u8]) -> PyResult<Option<usize>> {
    let r = raw(b)?;
    if let Some(f) = file_io::exact(r) {
        return file_io::write_some(f, data);
    }
    let s: Value = bytes::try_new(data)?.into();
    let view = call_values(types::MEMORY_VIEW.get().into(), &[s])?;
    let got = interruptible(|| method(r, "write", &[view]))?;
    if got.is_none() {
        return Ok(None);
    }
    let n = crate::convert::index(got)?;
    if n < 0 || n > data.len() as i64 {
        return Err(io_error(format!(
            "raw write() returned invalid length {n} (should have been between 0 and {})",
            data.len()
        )));
    }
    Ok(Some(n as usize))
}

fn raw_seek(b: Ref<BufferedIo>, offset: i64, whence: i64) -> PyResult<i64> {
    let r = raw(b)?;
    if let Some(f) = file_io::exact(r) {
        return file_io::seek_to(f, offset, whence);
    }
    let at = method(r, "seek", &[Value::int(offset), Value::int(whence)])?;
    position(at)
}

fn raw_tell(b: Ref<BufferedIo>) -> PyResult<i64> {
    let r = raw(b)?;
    if let Some(f) = file_io::exact(r) {
        return file_io::seek_to(f, 0, 1);
    }
    position(method(r, "tell", &[])?)
}

fn position(v: Value) -> PyResult<i64> {
    let n = super::offset_argument(v)?;
    if n < 0 {
        return Err(io_error(format!(
            "Raw stream returned invalid position {n}"
        )));
    }
    Ok(n)
}

/// The error of a stream that does not block and takes no more.
fn would_block(written: usize) -> Raised {
    let parts = [
        Value::int(i64::from(libc::EAGAIN)),
        bytes::new(b"write could not complete without blocking").into(),
        Value::int(written as i64),
    ];
    match call_values(types::BLOCKING_IO_ERROR.get().into(), &parts) {
        Ok(e) => crate::call::raise_instance(e),
        Err(e) => e,
    }
}

/// A write may have taken a part only because a signal came: its handler runs before the next one waits.
fn after_write() -> PyResult<()> {
    if crate::interrupt::is_asked() {
        crate::interrupt::handle()?;
    }
    Ok(())
}

/// Writes what is pending.
fn flush_pending(b: Ref<BufferedIo>) -> PyResult<()> {
    while !state(b).pending.is_empty() {
        let data = state(b).pending.clone();
        match raw_write(b, &data)? {
            Some(n) => {
                let p = &mut state(b).pending;
                p.drain(..n.min(p.len()));
                after_write()?;
            }
            None => return Err(would_block(0)),
        }
    }
    forgotten::forget(b.into());
    Ok(())
}

/// Writes what is pending, unless somebody is at it.
pub(super) fn write_forgotten(b: Ref<BufferedIo>) -> PyResult<()> {
    if state(b).user != 0 {
        return Ok(());
    }
    let _in_use = InUse::new(b)?;
    flush_pending(b)
}

/// Puts the raw stream where the program believes that it is.
fn drop_ahead(b: Ref<BufferedIo>) -> PyResult<()> {
    let s = state(b);
    let left = (s.ahead.len() - s.at) as i64;
    s.ahead.clear();
    s.at = 0;
    if left > 0 {
        raw_seek(b, -left, 1)?;
    }
    Ok(())
}

fn unread<'a>(b: Ref<BufferedIo>) -> &'a [u8] {
    let s = state(b);
    s.ahead.get(s.at..).unwrap_or(&[])
}

/// Reads ahead once; how many bytes came, or `None` when there is nothing now.
fn fill(b: Ref<BufferedIo>) -> PyResult<Option<usize>> {
    let s = state(b);
    if s.at == s.ahead.len() {
        s.ahead.clear();
        s.at = 0;
    }
    match raw_read(b, b.size.get() as usize)? {
        None => Ok(None),
        Some(data) => {
            state(b).ahead.extend_from_slice(&data);
            Ok(Some(data.len()))
        }
    }
}

pub fn read(self_: Ref<BufferedIo>, n: Option<Value>) -> PyResult {
    raw(self_)?;
    let n = size_argument(n)?;
    if n < -1 {
        return Err(value_error("read length must be positive or -1"));
    }
    check_open(self_, "read of")?;
    let _in_use = InUse::new(self_)?;
    flush_pending(self_)?;
    if n < 0 {
        return read_all(self_);
    }
    let n = n as usize;
    let mut out = Vec::new();
    loop {
        let have = unread(self_);
        let take = have.len().min(n - out.len());
        out.extend_from_slice(&have[..take]);
        state(self_).at += take;
        if out.len() == n {
            break;
        }
        // Large reads go past the buffer.
        let missing = n - out.len();
        let size = self_.size.get() as usize;
        let got = if missing > size {
            match raw_read(self_, missing - missing % size)? {
                Some(data) => {
                    out.extend_from_slice(&data);
                    Some(data.len())
                }
                None => None,
            }
        } else {
            fill(self_)?
        };
        match got {
            None if out.is_empty() => return Ok(Value::none()),
            None | Some(0) => break,
            _ => {}
        }
    }
    Ok(bytes::try_new(&out)?.into())
}

fn read_all(b: Ref<BufferedIo>) -> PyResult {
    let mut out = unread(b).to_vec();
    let s = state(b);
    s.ahead.clear();
    s.at = 0;
    let r = raw(b)?;
    loop {
        // The one call that is not made again after a signal.
        let part = method(r, "read", &[])?;
        if part.is_none() {
            if out.is_empty() {
                return Ok(part);
            }
            break;
        }
        let Some(s) = part.cast::<Str>() else {
            return Err(io_error("read() should return bytes"));
        };
        out.extend_from_slice(s.as_ref().bytes());
        if s.as_ref().bytes().is_empty() || file_io::exact(r).is_some() {
            break;
        }
    }
    Ok(bytes::try_new(&out)?.into())
}

pub fn peek(self_: Ref<BufferedIo>, _n: i64) -> PyResult {
    raw(self_)?;
    check_open(self_, "peek of")?;
    let _in_use = InUse::new(self_)?;
    flush_pending(self_)?;
    if unread(self_).is_empty() {
        fill(self_)?;
    }
    Ok(bytes::try_new(unread(self_))?.into())
}

pub fn read1(self_: Ref<BufferedIo>, n: i64) -> PyResult {
    raw(self_)?;
    if n < 0 {
        return Err(value_error("read length must be positive"));
    }
    check_open(self_, "read of")?;
    if n == 0 {
        return Ok(bytes::empty().into());
    }
    let _in_use = InUse::new(self_)?;
    flush_pending(self_)?;
    if unread(self_).is_empty() {
        fill(self_)?;
    }
    let have = unread(self_);
    let take = have.len().min(n as usize);
    let r = bytes::try_new(&have[..take])?;
    state(self_).at += take;
    Ok(r.into())
}

pub fn readinto(self_: Ref<BufferedIo>, buffer: Value) -> PyResult {
    super::base::buffered_readinto(self_.into(), buffer)
}

fn line(b: Ref<BufferedIo>, limit: i64) -> PyResult<Ref<Str>> {
    check_open(b, "readline of")?;
    let _in_use = InUse::new(b)?;
    flush_pending(b)?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let mut out = Vec::new();
    loop {
        let have = unread(b);
        let most = have.len().min(limit - out.len());
        let end = memchr::memchr(b'\n', &have[..most]);
        let take = end.map_or(most, |i| i + 1);
        // Most lines are in the buffer.
        if out.is_empty() && (end.is_some() || take == limit) {
            let line = bytes::try_new(&have[..take])?;
            state(b).at += take;
            return Ok(line);
        }
        out.extend_from_slice(&have[..take]);
        state(b).at += take;
        if end.is_some() || out.len() == limit || fill(b)?.unwrap_or(0) == 0 {
            return bytes::try_new(&out);
        }
    }
}

pub fn readline(self_: Ref<BufferedIo>, limit: Option<Value>) -> PyResult {
    raw(self_)?;
    let n = size_argument(limit)?;
    Ok(line(self_, n)?.into())
}

pub fn next(v: Value) -> PyResult<Option<Value>> {
    let b = this(v)?;
    raw(b)?;
    let exact = [types::BUFFERED_READER.get(), types::BUFFERED_RANDOM.get()];
    if !exact.contains(&v.ty()) {
        return super::base::next(v);
    }
    let l = line(b, -1)?;
    if l.as_ref().bytes().is_empty() {
        return Ok(None);
    }
    Ok(Some(l.into()))
}

pub fn write(self_: Ref<BufferedIo>, b: Value) -> PyResult {
    raw(self_)?;
    let data = match crate::window::readable(b)? {
        Some(w) => bytes::try_new(w.bytes())?,
        None => input(b)?,
    };
    check_open(self_, "write to")?;
    forgotten::note(self_.into());
    let data = data.as_ref().bytes();
    let _in_use = InUse::new(self_)?;
    if self_.readable.get() != 0 {
        drop_ahead(self_)?;
    }
    let size = self_.size.get() as usize;
    if state(self_).pending.len() + data.len() <= size {
        state(self_).pending.extend_from_slice(data);
        return Ok(super::whole(data.len() as i64));
    }
    // The buffer is written first; if that would block, as much is taken as there is room.
    if let Err(e) = flush_pending(self_) {
        if !crate::exception::pending_matches(types::BLOCKING_IO_ERROR.get()) {
            return Err(e);
        }
        let room = size.saturating_sub(state(self_).pending.len());
        if data.len() <= room {
            crate::thread::current().take_pending();
            state(self_).pending.extend_from_slice(data);
            return Ok(super::whole(data.len() as i64));
        }
        crate::thread::current().take_pending();
        state(self_).pending.extend_from_slice(&data[..room]);
        return Err(would_block(room));
    }
    let mut rest = data;
    while rest.len() > size {
        match raw_write(self_, rest)? {
            Some(n) => {
                rest = &rest[n.min(rest.len())..];
                after_write()?;
            }
            None => {
                let take = rest.len().min(size);
                state(self_).pending.extend_from_slice(&rest[..take]);
                if take < rest.len() {
                    return Err(would_block(data.len() - rest.len() + take));
                }
                rest = &[];
            }
        }
    }
    state(self_).pending.extend_from_slice(rest);
    Ok(super::whole(data.len() as i64))
}

pub fn flush(self_: Ref<BufferedIo>) -> PyResult<()> {
    raw(self_)?;
    check_open(self_, "flush of")?;
    let _in_use = InUse::new(self_)?;
    flush_pending(self_)?;
    if self_.readable.get() != 0 && self_.writable.get() != 0 {
        drop_ahead(self_)?;
    }
    Ok(())
}

pub fn close(self_: Ref<BufferedIo>) -> PyResult<()> {
    let r = raw(self_)?;
    if is_closed(self_)? {
        return Ok(());
    }
    let flushed = method(self_.into(), "flush", &[]).map(|_| ());
    let t = crate::thread::current();
    let first = flushed.is_err().then(|| t.take_pending());
    let closed = method(r, "close", &[]).map(|_| ());
    // If both fail, the second is what is told.
    match first {
        Some(e) if closed.is_ok() => {
            t.pending.set(e);
            Err(Raised)
        }
        _ => closed,
    }
}

pub fn detach(self_: Ref<BufferedIo>) -> PyResult {
    let r = raw(self_)?;
    method(self_.into(), "flush", &[])?;
    self_.raw.set(None);
    Ok(r)
}

pub fn is_seekable(self_: Ref<BufferedIo>) -> PyResult {
    method(raw(self_)?, "seekable", &[])
}

pub fn is_readable(self_: Ref<BufferedIo>) -> PyResult {
    method(raw(self_)?, "readable", &[])
}

pub fn is_writable(self_: Ref<BufferedIo>) -> PyResult {
    method(raw(self_)?, "writable", &[])
}

pub fn fileno(self_: Ref<BufferedIo>) -> PyResult {
    method(raw(self_)?, "fileno", &[])
}

pub fn isatty(self_: Ref<BufferedIo>) -> PyResult {
    method(raw(self_)?, "isatty", &[])
}

pub fn tell(self_: Ref<BufferedIo>) -> PyResult {
    let at = raw_tell(self_)?;
    let s = state(self_);
    let at = at - (s.ahead.len() - s.at) as i64 + s.pending.len() as i64;
    Ok(super::whole(at))
}

pub fn seek(self_: Ref<BufferedIo>, offset: Value, whence: i64) -> PyResult {
    raw(self_)?;
    if !(0..=2).contains(&whence) {
        return Err(value_error("whence must be between 0 and 2"));
    }
    check_open(self_, "seek of")?;
    let mut offset = number::as_index_or(offset, |text| {
        value_error(text.replace("index-sized", "offset-sized"))
    })?;
    let _in_use = InUse::new(self_)?;
    flush_pending(self_)?;
    let left = unread(self_).len() as i64;
    if whence < 2 && left > 0 {
        // Within what was read ahead nothing needs to be done.
        let here = raw_tell(self_)? - left;
        let by = if whence == 1 {
            offset
        } else {
            offset.saturating_sub(here)
        };
        let s = state(self_);
        if by >= -(s.at as i64) && by <= left {
            s.at = (s.at as i64 + by) as usize;
            return Ok(super::whole(here + by));
        }
        if whence == 1 {
            offset = offset.saturating_sub(left);
        }
    }
    let s = state(self_);
    s.ahead.clear();
    s.at = 0;
    Ok(super::whole(raw_seek(self_, offset, whence)?))
}

pub fn truncate(self_: Ref<BufferedIo>, size: Option<Value>) -> PyResult {
    let r = raw(self_)?;
    let _in_use = InUse::new(self_)?;
    if self_.writable.get() != 0 {
        flush_pending(self_)?;
        if self_.readable.get() != 0 {
            drop_ahead(self_)?;
        }
    }
    let size = match size.filter(|s| !s.is_none()) {
        Some(s) => s,
        None => tell(self_)?,
    };
    method(r, "truncate", &[size])
}

pub fn repr(v: Value) -> PyResult {
    let class = attr::type_name(v);
    let name = match attr::find(v, bytes::intern_static("name")) {
        Ok(n) => n,
        Err(_) => {
            crate::thread::current().take_pending();
            None
        }
    };
    let text = match name {
        Some(n) => {
            let n = protocol::repr(n)?;
            [
                b"<",
                &*crate::text::shown::bytes(class),
                b" name=",
                n.as_ref().bytes(),
                b">",
            ]
            .concat()
        }
        None => crate::text::shown::into_bytes(format!("<{class}>")),
    };
    Ok(bytes::new(&text).into())
}

pub fn get_closed(v: Value) -> PyResult {
    attribute(raw(this(v)?)?, "closed")
}

pub fn get_name(v: Value) -> PyResult {
    attribute(raw(this(v)?)?, "name")
}

pub fn get_mode(v: Value) -> PyResult {
    attribute(raw(this(v)?)?, "mode")
}

pub fn get_raw(v: Value) -> PyResult {
    match this(v)?.raw.get() {
        Some(r) => Ok(r),
        None => Err(crate::error::attribute_error("raw")),
    }
}

/// `b.__sizeof__()`: what CPython's object would take.
pub fn sizeof(b: Ref<BufferedIo>) -> PyResult<i64> {
    Ok(crate::sizes::of_object(b.into()) + b.size.get())
}
