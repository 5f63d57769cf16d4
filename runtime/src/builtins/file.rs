//! File objects, as programs see them.
//!
//! The [`stream`] itself is plain Rust in a box that the object owns ([`opened`]); the collector drops it with the
//! object, and whatever is still buffered then is written. All open files are known, so that leaving the program
//! flushes them.

pub mod failures;
mod mode;
mod opened;
mod stream;
mod turns;

use std::ffi::{CStr, CString};
use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::os::fd::{AsRawFd, FromRawFd};

pub use mode::Mode;
use opened::{Shared, closed, install, open_streams, stream, with};
pub use opened::{
    after_fork_in_child, finalize, flush_all, flush_forgotten, flush_forgotten_and_pipes,
};
use stream::{BUFFER, CR, CRLF, Io, LF, Stream, wait_for};

use crate::call::Args;
use crate::error::{PyResult, io_error, type_error, value_error};
use crate::gil::without_gil;
use crate::layouts::{BufferObject, FileObject, Str};
use crate::modules::builtin::io_failure;
use crate::number;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;
use crate::window::{self, Want};

/// Fails on a closed file.
///
/// # Errors
/// ValueError.
pub fn check_open(f: Ref<FileObject>) -> PyResult<()> {
    with(f, |_| Ok(()))
}

/// Is it open, and for reading?
pub fn is_readable(f: Ref<FileObject>) -> bool {
    stream_is(f, |s| s.readable)
}

/// Is it open, and for writing?
pub fn is_writable(f: Ref<FileObject>) -> bool {
    stream_is(f, |s| s.writable)
}

fn stream_is(f: Ref<FileObject>, what: impl Fn(&Stream) -> bool) -> bool {
    let address = f.state.get();
    // SAFETY: the object owns the boxed stream while the address is there.
    let cell = (address != 0).then(|| unsafe { &(*(address as *const Shared)).stream });
    // One that another thread uses is open; whoever asked finds out by using it.
    cell.is_some_and(|c| {
        c.try_borrow()
            .map_or(true, |s| s.file.is_some() && what(&s))
    })
}

fn reading(f: Ref<FileObject>) -> PyResult<()> {
    crate::interrupt::before_waiting()?;
    if with(f, |s| Ok(s.named.read))? {
        Ok(())
    } else {
        Err(io_error("File not open for reading"))
    }
}

pub fn writing(f: Ref<FileObject>) -> PyResult<()> {
    if with(f, |s| Ok(s.named.write))? {
        Ok(())
    } else {
        Err(io_error("File not open for writing"))
    }
}

/// The file object of a standard stream.
pub fn standard(fd: i32, name: &str, mode: &str) -> Ref<FileObject> {
    let f = FileObject::alloc(
        0,
        0,
        Some(super::str::new(name.as_bytes()).into()),
        Some(super::str::new(mode.as_bytes()).into()),
        None,
        None,
    );
    // SAFETY: the process's own descriptor; the stream never closes it.
    let file = unsafe { File::from_raw_fd(fd) };
    let mut s = Stream::new(file, fd == 0, fd != 0, false, false);
    s.keep_open = true;
    // SAFETY: a call without memory arguments.
    s.line_buffered = unsafe { libc::isatty(fd) } == 1;
    s.unbuffered = fd == 2;
    install(f, s);
    f
}

/// Makes a standard stream one whose lines are seen at once, as a terminal's are (`-i`).
pub fn set_line_buffered(f: Ref<FileObject>) {
    let _ = with(f, |s| {
        s.line_buffered = true;
        Ok(())
    });
}

/// Makes a standard stream unbuffered (`-u`).
pub fn set_unbuffered(f: Ref<FileObject>) {
    let _ = with(f, |s| {
        s.unbuffered = true;
        Ok(())
    });
}

pub fn new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    Ok(FileObject::alloc_for(ty, 0, 0, None, None, None, None).into())
}

/// `file(name[, mode[, buffering]])`
pub fn init(v: Value, args: Args<'_>) -> PyResult<()> {
    let Some(f) = v.cast::<FileObject>() else {
        return Err(type_error("expected a file"));
    };
    let mut given: [Option<Value>; 3] = [None; 3];
    if args.values.len() > 3 {
        return Err(raise_fmt!(
            type_error,
            "file() takes at most 3 arguments ({} given)",
            args.values.len()
        ));
    }
    for (i, a) in args.pos().iter().enumerate() {
        given[i] = Some(*a);
    }
    for (key, a) in args.keywords() {
        let k = key
            .cast::<Str>()
            .map_or_else(String::new, |s| s.as_ref().to_text());
        match ["name", "mode", "buffering"].iter().position(|n| *n == k) {
            Some(i) => given[i] = Some(a),
            None if given[0].is_none() => {
                return Err(type_error("Required argument 'name' (pos 1) not found"));
            }
            None => return Err(super::sequence::unknown_keyword(args, key)),
        }
    }
    let Some(name) = given[0] else {
        return Err(type_error("Required argument 'name' (pos 1) not found"));
    };
    let path = match name.cast::<Str>() {
        Some(s) => s,
        None => crate::codec::locale::encode_name(super::unicode::coerce(name)?)?,
    };
    let mode = match given[1] {
        None => super::str::new(b"r"),
        Some(m) => crate::convert::string(m, "file", 2)?,
    };
    let buffering = match given[2] {
        Some(b) => crate::number::int_from_value(b)?,
        None => -1,
    };
    let text = mode.as_ref().bytes();
    let m = Mode::parse(text)?;
    flush_forgotten();
    let mut flags = match (m.read, m.write) {
        (true, true) => libc::O_RDWR,
        (true, false) => libc::O_RDONLY,
        _ => libc::O_WRONLY,
    };
    if m.append {
        flags |= libc::O_APPEND | libc::O_CREAT;
    } else if m.truncate {
        flags |= libc::O_TRUNC | libc::O_CREAT;
    }
    if m.exclusive {
        flags |= libc::O_EXCL;
    }
    let Ok(path) = CString::new(path.as_ref().bytes()) else {
        return Err(type_error(
            "file() argument 1 must be encoded string without null bytes, not str",
        ));
    };
    let mut file = open_path(&path, flags).map_err(|e| io_failure(&e, Some(name)))?;
    if m.append && !m.read {
        // Where that means nothing it does no harm.
        let _ = file.seek(SeekFrom::End(0));
    }
    if file.metadata().is_ok_and(|m| m.is_dir()) {
        return Err(io_failure(
            &std::io::Error::from_raw_os_error(libc::EISDIR),
            Some(name),
        ));
    }
    let mut s = Stream::new(file, m.read, m.write, m.append, m.universal);
    s.named = m.named;
    s.unbuffered = buffering == 0;
    s.line_buffered = buffering == 1;
    install(f, s);
    f.name.set(Some(name));
    f.mode.set(Some(mode.into()));
    Ok(())
}

/// Opens a file of the system, which may wait for another process or thread (a FIFO does). A signal ends the wait.
///
/// # Errors
/// Those of the system; nothing is tried again.
pub fn open_path(path: &CStr, flags: i32) -> Io<File> {
    // SAFETY: the path is a C string.
    let open = || unsafe { libc::open(path.as_ptr(), flags, 0o666) };
    match crate::finalizers::with_descriptors(|| without_gil(open)) {
        // SAFETY: it was opened just now, and nobody else knows it.
        fd @ 0.. => Ok(unsafe { File::from_raw_fd(fd) }),
        _ => Err(std::io::Error::last_os_error()),
    }
}

/// Lets child processes have a descriptor, as C's streams do: programs lock files, and name `/dev/fd/N`, for them.
pub fn inherit(fd: i32) {
    // SAFETY: calls without memory arguments; of a descriptor that is not open they say so.
    unsafe {
        let flags = libc::fcntl(fd, libc::F_GETFD);
        if flags >= 0 {
            libc::fcntl(fd, libc::F_SETFD, flags & !libc::FD_CLOEXEC);
        }
    }
}

pub fn repr(v: Value) -> PyResult {
    let Some(f) = v.cast::<FileObject>() else {
        return super::object::repr(v);
    };
    let state = if is_closed(f) { "closed" } else { "open" };
    let name = match f.name.get() {
        Some(n) => crate::protocol::repr(n)?.as_ref().to_text(),
        None => "'<uninitialized file>'".to_owned(),
    };
    let mode = match f.mode.get() {
        Some(m) => crate::protocol::str(m)?.as_ref().to_text(),
        None => "<uninitialized file>".to_owned(),
    };
    Ok(super::str::from_text(&format!(
        "<{state} file {name}, mode '{mode}' at {:#x}>",
        v.bits()
    ))
    .into())
}

fn is_closed(f: Ref<FileObject>) -> bool {
    let address = f.state.get();
    // SAFETY: the object owns the boxed stream while the address is there.
    address == 0
        || unsafe { &(*(address as *const Shared)).stream }
            .try_borrow()
            .is_ok_and(|s| s.file.is_none())
}

/// Reading by methods would lose what an iteration read ahead.
pub fn reading_apart(f: Ref<FileObject>) -> PyResult<()> {
    reading(f)?;
    if with(f, |s| Ok(s.ahead && s.at < s.input.len()))? {
        return Err(value_error(
            "Mixing iteration and read methods would lose data",
        ));
    }
    with(f, |s| {
        s.ahead = false;
        Ok(())
    })
}

/// `readinto(buffer)`: how many bytes.
pub fn readinto(f: Ref<FileObject>, buffer: Value) -> PyResult<i64> {
    reading_apart(f)?;
    let room =
        window::get(buffer, Want::View)?
            .filter(|w| w.writable)
            .or(match buffer.cast::<Str>() {
                Some(_) => None,
                None if super::unicode::is_unicode(buffer) => {
                    return Err(type_error("cannot use unicode as modifiable buffer"));
                }
                None if buffer.cast::<BufferObject>().is_some() => None,
                None => window::get(buffer, Want::Write)?,
            });
    let Some(room) = room else {
        let got = if buffer.is_none() {
            "None"
        } else {
            crate::attr::type_name(buffer)
        };
        return Err(raise_fmt!(
            type_error,
            "argument 1 must be read-write buffer, not {got}"
        ));
    };
    let data = with(f, |s| s.read(Some(room.len())))?;
    // Reading let others run: the buffer may have changed.
    let now = window::get(buffer, Want::View)?.unwrap_or(room);
    now.write(0, &data[..data.len().min(now.len())]);
    Ok(data.len() as i64)
}

pub fn read(f: Ref<FileObject>, size: i64) -> PyResult {
    reading_apart(f)?;
    Ok(with(f, |s| s.text(usize::try_from(size).ok()))?.into())
}

pub fn readline(f: Ref<FileObject>, size: i64) -> PyResult {
    reading_apart(f)?;
    Ok(with(f, |s| s.line(usize::try_from(size).ok()))?.into())
}

pub fn readlines(f: Ref<FileObject>, sizehint: i64) -> PyResult {
    reading_apart(f)?;
    let out = super::list::new();
    let mut total = 0;
    // Whole blocks are read, and the rest of the line in which the last one ends.
    let enough = (sizehint.max(0) as usize)
        .div_ceil(BUFFER)
        .saturating_mul(BUFFER);
    loop {
        let line = with(f, |s| s.line(None))?;
        let length = line.as_ref().bytes().len();
        if length == 0 {
            return Ok(out.into());
        }
        total += length;
        out.push(line.into());
        if sizehint > 0 && total >= enough {
            return Ok(out.into());
        }
    }
}

pub fn xreadlines(f: Ref<FileObject>) -> PyResult {
    if is_closed(f) {
        return Err(closed());
    }
    crate::modules::warnings::of_python3(
        "f.xreadlines() not supported in 3.x, try 'for line in f' instead",
    )?;
    Ok(f.into())
}

pub fn iter(v: Value) -> PyResult {
    match v.cast::<FileObject>() {
        Some(f) if is_closed(f) => Err(closed()),
        _ => Ok(v),
    }
}

pub fn next(v: Value) -> PyResult<Option<Value>> {
    let Some(f) = v.cast::<FileObject>() else {
        return Err(type_error("expected a file"));
    };
    reading(f)?;
    let line = with(f, |s| {
        s.ahead = true;
        s.line(None)
    })?;
    if line.as_ref().bytes().is_empty() {
        // What ended the input may have sent a signal as well (Ctrl-C to all of a pipeline), and nothing is called next.
        crate::modules::signal::check_signals()?;
        return Ok(None);
    }
    Ok(Some(line.into()))
}

/// Writes bytes.
pub fn write_bytes(f: Ref<FileObject>, data: &[u8]) -> PyResult<()> {
    writing(f)?;
    print_bytes(f, data)
}

/// What `print` writes between values and behind them: whether that can be written nobody asks.
pub fn print_blank(f: Ref<FileObject>, data: &[u8]) -> PyResult<()> {
    if with(f, |s| Ok(s.writable))? {
        print_bytes(f, data)?;
    }
    Ok(())
}

/// Writes bytes as `print` does, which leaves it to the stream whether that is possible.
pub fn print_bytes(f: Ref<FileObject>, data: &[u8]) -> PyResult<()> {
    let mut data = Some(data);
    with(f, |s| match data.take() {
        Some(data) => s.write(data),
        None => s.flush(),
    })
}

/// Does the file say which encoding text that is printed to it gets?
pub fn has_encoding(f: Ref<FileObject>) -> bool {
    f.encoding.get().is_some_and(|e| !e.is_none())
}

/// A unicode string in the file's encoding.
pub fn encode(f: Ref<FileObject>, v: Value) -> PyResult<Ref<Str>> {
    if let Some(e) = f.encoding.get().filter(|e| !e.is_none()) {
        let m = crate::attr::get(v, super::str::intern(b"encode"))?;
        let args = [e, f.errors.get().unwrap_or(Value::none())];
        let given = if args[1].is_none() { 1 } else { 2 };
        let r = crate::call::call_values(m, &args[..given])?;
        if let Some(s) = r.cast::<Str>() {
            return Ok(s);
        }
    }
    match super::unicode::encode_default(v)? {
        Some(s) => Ok(s),
        None => crate::protocol::str(v),
    }
}

/// Is the file binary?
fn is_binary(f: Ref<FileObject>) -> bool {
    f.mode
        .get()
        .and_then(|m| m.cast::<Str>())
        .is_some_and(|m| m.bytes().contains(&b'b'))
}

pub fn write(f: Ref<FileObject>, args: &[Value]) -> PyResult<()> {
    writing(f)?;
    let [text] = args else {
        return Err(raise_fmt!(
            type_error,
            "function takes exactly 1 argument ({} given)",
            args.len()
        ));
    };
    f.softspace.set(0);
    write_text(f, *text)
}

fn write_text(f: Ref<FileObject>, text: Value) -> PyResult<()> {
    if let Some(s) = text.cast::<Str>() {
        return write_bytes(f, s.as_ref().bytes());
    }
    let binary = is_binary(f);
    if super::unicode::is_unicode(text) {
        let s = if binary {
            super::str::args::bytes_of(text)?
        } else {
            encode(f, text)?
        };
        return write_bytes(f, s.as_ref().bytes());
    }
    let found = if binary {
        window::readable(text)?
    } else {
        window::get(text, Want::Text)?
    };
    match found {
        // A copy: others may run while it is written.
        Some(w) => {
            let data = w.bytes().to_vec();
            write_bytes(f, &data)
        }
        None if binary => {
            let got = if text.is_none() {
                "None"
            } else {
                crate::attr::type_name(text)
            };
            Err(raise_fmt!(
                type_error,
                "argument 1 must be string or buffer, not {got}"
            ))
        }
        None => Err(type_error(
            "expected a string or other character buffer object",
        )),
    }
}

pub fn writelines(f: Ref<FileObject>, lines: Value) -> PyResult<()> {
    writing(f)?;
    let it = crate::protocol::iter_or_else(lines, || {
        type_error("writelines() requires an iterable argument")
    })?;
    // By blocks: nothing of one is written when something in it is no text.
    const BLOCK: usize = 1000;
    loop {
        let mut out = Vec::new();
        let mut n = 0;
        while n < BLOCK
            && let Some(l) = crate::protocol::next(it)?
        {
            out.extend_from_slice(line_bytes(f, l)?.bytes());
            n += 1;
        }
        f.softspace.set(0);
        write_bytes(f, &out)?;
        if n < BLOCK {
            return Ok(());
        }
    }
}

/// The bytes of an item of `writelines`.
fn line_bytes(f: Ref<FileObject>, l: Value) -> PyResult<Ref<Str>> {
    if let Some(s) = l.cast::<Str>() {
        return Ok(s);
    }
    let want = if is_binary(f) { Want::Read } else { Want::Text };
    let found = window::get(l, want).unwrap_or_else(|_| {
        crate::thread::current().take_pending();
        None
    });
    match found {
        Some(w) => super::str::try_new(w.bytes()),
        None => Err(type_error(
            "writelines() argument must be a sequence of strings",
        )),
    }
}

pub fn flush(f: Ref<FileObject>) -> PyResult<()> {
    with(f, Stream::flush)
}

/// Writes what is held back, as far as that can be; the rest is tried again later.
pub fn try_flush(f: Ref<FileObject>) {
    let address = f.state.get() as usize;
    if address == 0 {
        return;
    }
    // SAFETY: the object owns the stream while it is open.
    let cell = unsafe { &(*(address as *const Shared)).stream };
    if let Ok(mut s) = cell.try_borrow_mut() {
        let mut held = std::mem::take(&mut s.output);
        if let Some(f) = &mut s.file {
            while !held.is_empty()
                && let Ok(n @ 1..) = f.write(&held)
            {
                held.drain(..n);
            }
        }
        s.output = held;
    }
}

/// `close()`: None, or the status of the process at the other end when that is not 0.
pub fn close(f: Ref<FileObject>) -> PyResult {
    if is_closed(f) {
        return Ok(Value::none());
    }
    let address = f.state.get();
    // SAFETY: the object owns the boxed stream while the address is there.
    if unsafe { &(*(address as *const Shared)).stream }
        .try_borrow()
        .is_err()
    {
        return Err(io_error(
            "close() called during concurrent operation on the same file object.",
        ));
    }
    let child = with(f, |s| Ok(s.child.take()))?;
    with(f, Stream::close)?;
    open_streams().remove(&(address as usize));
    let Some(pid) = child else {
        return Ok(Value::none());
    };
    let status = wait_for(pid).map_err(|e| io_failure(&e, None))?;
    Ok(if status == 0 {
        Value::none()
    } else {
        Value::int(i64::from(status))
    })
}

/// A file over a descriptor, which it closes; `child` is the process at the other end of a pipe.
///
/// # Errors
/// ValueError for a bad mode.
pub fn over_descriptor(
    fd: i32,
    name: Value,
    mode: &[u8],
    buffering: i64,
    child: Option<i32>,
) -> PyResult<Ref<FileObject>> {
    let m = Mode::parse(mode)?;
    let mode: Value = super::str::new(mode).into();
    let f = FileObject::alloc(0, 0, Some(name), Some(mode), None, None);
    // SAFETY: the caller hands over an open descriptor.
    let file = unsafe { File::from_raw_fd(fd) };
    let mut s = Stream::new(file, m.read, m.write, m.append, m.universal);
    s.named = m.named;
    s.unbuffered = buffering == 0;
    s.line_buffered = buffering == 1;
    s.child = child;
    install(f, s);
    Ok(f)
}

pub fn seek(f: Ref<FileObject>, offset: Value, whence: i32) -> PyResult<()> {
    check_open(f)?;
    let offset = if offset.is_float() {
        number::int_from_number(offset)?
    } else {
        number::as_index_or(offset, crate::error::overflow_error)?
    };
    let to = match whence {
        0 if offset < 0 => {
            return Err(io_failure(
                &std::io::Error::from_raw_os_error(libc::EINVAL),
                None,
            ));
        }
        0 => SeekFrom::Start(offset as u64),
        1 => SeekFrom::Current(offset),
        2 => SeekFrom::End(offset),
        _ => {
            return Err(io_failure(
                &std::io::Error::from_raw_os_error(libc::EINVAL),
                None,
            ));
        }
    };
    with(f, |s| {
        s.flush()?;
        s.drop_read_ahead()?;
        s.skip_lf = false;
        s.file.as_mut().map_or(Ok(0), |x| x.seek(to)).map(|_| ())
    })
}

pub fn tell(f: Ref<FileObject>) -> PyResult {
    Ok(Value::int(with(f, Stream::position)?))
}

pub fn truncate(f: Ref<FileObject>, size: Option<Value>) -> PyResult<()> {
    writing(f)?;
    let size = match size {
        Some(v) => crate::number::int_from_number(v)?,
        None => tell(f)?.as_int().unwrap_or(0),
    };
    if size < 0 {
        return Err(io_failure(
            &std::io::Error::from_raw_os_error(libc::EINVAL),
            None,
        ));
    }
    with(f, |s| {
        s.flush()?;
        s.file.as_ref().map_or(Ok(()), |x| x.set_len(size as u64))
    })
}

fn descriptor(f: Ref<FileObject>) -> PyResult<i32> {
    let address = f.state.get();
    if address == 0 {
        return Err(closed());
    }
    // SAFETY: the object owns what it shares while the address is there.
    let shared = unsafe { &*(address as *const Shared) };
    match shared.stream.try_borrow() {
        Ok(s) => s.file.as_ref().map(AsRawFd::as_raw_fd).ok_or_else(closed),
        Err(_) => Ok(shared.descriptor),
    }
}

pub fn fileno(f: Ref<FileObject>) -> PyResult {
    Ok(Value::int(i64::from(descriptor(f)?)))
}

pub fn isatty(f: Ref<FileObject>) -> PyResult<bool> {
    let fd = descriptor(f)?;
    // SAFETY: a call without memory arguments.
    Ok(unsafe { libc::isatty(fd) } == 1)
}

pub fn enter(f: Ref<FileObject>) -> PyResult {
    if is_closed(f) {
        Err(closed())
    } else {
        Ok(f.into())
    }
}

/// Leaves a `with` block by the method `close`, which a subclass may define.
pub fn exit(f: Ref<FileObject>, _args: &[Value]) -> PyResult<()> {
    let close = crate::attr::get(f.into(), super::str::intern(b"close"))?;
    crate::call::call_values(close, &[]).map(|_| ())
}

fn of(v: Value) -> PyResult<Ref<FileObject>> {
    v.cast::<FileObject>()
        .ok_or_else(|| type_error("expected a file"))
}
pub fn get_closed(v: Value) -> PyResult {
    Ok(Value::bool(is_closed(of(v)?)))
}
/// What attributes say of a file that was never opened.
fn uninitialized() -> Value {
    super::str::intern(b"<uninitialized file>").into()
}
pub fn get_name(v: Value) -> PyResult {
    Ok(of(v)?.name.get().unwrap_or_else(uninitialized))
}
pub fn get_mode(v: Value) -> PyResult {
    Ok(of(v)?.mode.get().unwrap_or_else(uninitialized))
}
pub fn get_encoding(v: Value) -> PyResult {
    Ok(of(v)?.encoding.get().unwrap_or(Value::none()))
}
pub fn get_errors(v: Value) -> PyResult {
    Ok(of(v)?.errors.get().unwrap_or(Value::none()))
}
pub fn get_newlines(v: Value) -> PyResult {
    let kinds = stream(of(v)?).map_or(0, |s| s.newlines);
    let mut seen = Vec::new();
    for (bit, text) in [(CR, &b"\r"[..]), (LF, b"\n"), (CRLF, b"\r\n")] {
        if kinds & bit != 0 {
            seen.push(text);
        }
    }
    Ok(match seen.as_slice() {
        [] => Value::none(),
        [one] => super::str::new(one).into(),
        many => {
            let l = super::list::new();
            for t in many {
                l.push(super::str::new(t).into());
            }
            super::tuple::from_slice(l.as_ref().items()).into()
        }
    })
}
/// For attributes that CPython keeps in plain members.
pub fn set_readonly(_v: Value, _x: Option<Value>) -> PyResult<()> {
    Err(type_error("readonly attribute"))
}
pub fn get_softspace(v: Value) -> PyResult {
    crate::modules::warnings::of_python3("file.softspace not supported in 3.x")?;
    Ok(Value::int(of(v)?.softspace.get()))
}
pub fn set_softspace(v: Value, x: Option<Value>) -> PyResult<()> {
    crate::modules::warnings::of_python3("file.softspace not supported in 3.x")?;
    let f = of(v)?;
    let Some(x) = x else {
        return Err(type_error("can't delete softspace attribute"));
    };
    f.softspace
        .set(i64::from(crate::number::int_from_number(x)? as i32));
    Ok(())
}
