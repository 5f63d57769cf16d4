//! `FileIO`: a descriptor.

use super::{input, method};
use crate::builtins::{str as bytes, unicode};
use crate::call::Args;
use crate::codec::locale::encode_name;
use crate::error::{PyResult, Raised, type_error, value_error};
use crate::gil::without_gil;
use crate::layouts::{FileIo, Str};
use crate::modules::builtin::io_failure;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;
use crate::{attr, attributes, number};

/// Bytes that are read at once when all are wanted.
const CHUNK: usize = 64 << 10;

/// A FileIO, but none of a subclass, which may do everything otherwise. (Its attributes, such as `name`, may
/// be any.)
pub(super) fn exact(v: Value) -> Option<Ref<FileIo>> {
    v.cast::<FileIo>()
        .filter(|f| f.header.ty() == crate::types::FILE_IO.get())
}

fn this(v: Value) -> PyResult<Ref<FileIo>> {
    v.cast::<FileIo>()
        .ok_or_else(|| type_error("expected a FileIO"))
}

pub fn new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    let f = FileIo::alloc_for(ty, -1, 0, 0, 0, -1, 1);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(f.addr() as *mut u8) };
    Ok(super::base::finalized(f.into()))
}

/// Closes what nobody closed.
pub fn finalize(f: Ref<FileIo>) {
    let fd = f.fd.replace(-1);
    if fd >= 0 && f.closefd.get() != 0 {
        // SAFETY: the object owned the descriptor.
        unsafe { libc::close(fd as i32) };
    }
}

#[cold]
fn last_error(name: Option<Value>) -> Raised {
    io_failure(&std::io::Error::last_os_error(), name)
}

/// OSError, as of a descriptor that is none.
#[cold]
fn os_error(e: &std::io::Error) -> Raised {
    let raised = io_failure(e, None);
    let t = crate::thread::current();
    let pending = crate::exception::normalize(t.take_pending());
    let args = pending
        .value
        .and_then(crate::builtins::exceptions::args)
        .map(Into::into);
    t.set_pending(crate::types::OS_ERROR.get().into(), args, None);
    raised
}

/// `FileIO(name, mode='r', closefd=True)`
pub fn init(v: Value, args: Args<'_>) -> PyResult<()> {
    let f = this(v)?;
    let given = parse::keywords(args, 0, "fileio", &["file", "mode", "closefd"], 1)?;
    let name = given[0].unwrap_or(Value::none());
    let mode = match given[1] {
        None => bytes::new(b"r"),
        Some(m) => crate::convert::string(m, "fileio", 2)?,
    };
    let closefd = match given[2] {
        Some(c) => crate::convert::i32(c)? != 0,
        None => true,
    };
    if f.fd.get() >= 0 && f.closefd.get() != 0 {
        close_descriptor(f)?;
    }
    let (mut readable, mut writable, mut append, mut rwa, mut plus) = (false, false, false, 0, 0);
    for c in mode.as_ref().bytes() {
        match c {
            b'r' => readable = true,
            b'w' => writable = true,
            b'a' => {
                writable = true;
                append = true;
            }
            b'+' => plus += 1,
            b'b' => {}
            _ => {
                return Err(value_error(format!(
                    "invalid mode: {}",
                    mode.as_ref().to_text()
                )));
            }
        }
        rwa += usize::from(matches!(c, b'r' | b'w' | b'a'));
    }
    if rwa != 1 || plus > 1 {
        return Err(value_error(
            "Must have exactly one of read/write/append mode and at most one plus",
        ));
    }
    let truncate = writable && !append;
    if plus == 1 {
        readable = true;
        writable = true;
    }
    let given = descriptor(name)?;
    let own = given.is_none();
    // Errors tell of the name that the system was given.
    let (fd, told) = match given {
        Some(fd) => (fd, name),
        None => {
            let path = path(name)?;
            let told: Value = bytes::new(path.to_bytes()).into();
            if !closefd {
                return Err(value_error("Cannot use closefd=False with file name"));
            }
            let mut flags = match (readable, writable) {
                (true, true) => libc::O_RDWR,
                (true, false) => libc::O_RDONLY,
                _ => libc::O_WRONLY,
            };
            if append {
                flags |= libc::O_APPEND | libc::O_CREAT;
            } else if truncate {
                flags |= libc::O_TRUNC | libc::O_CREAT;
            }
            crate::builtins::file::flush_forgotten();
            // SAFETY: the path is a C string.
            let open = || unsafe { libc::open(path.as_ptr(), flags, 0o666) };
            let fd = crate::finalizers::with_descriptors(|| without_gil(open));
            if fd < 0 {
                return Err(last_error(Some(told)));
            }
            (fd, told)
        }
    };
    // SAFETY: plain data that the call fills.
    let (status, stat) = unsafe {
        let mut stat: libc::stat = std::mem::zeroed();
        (libc::fstat(fd, &raw mut stat), stat)
    };
    let fail = |e: Raised| {
        if own {
            // SAFETY: opened above, and nobody else knows it.
            unsafe { libc::close(fd) };
        }
        Err(e)
    };
    if status < 0 && !own {
        return fail(os_error(&std::io::Error::last_os_error()));
    }
    if status == 0 && stat.st_mode & libc::S_IFMT == libc::S_IFDIR {
        return fail(io_failure(
            &std::io::Error::from_raw_os_error(libc::EISDIR),
            Some(told),
        ));
    }
    f.fd.set(i64::from(fd));
    f.readable.set(i64::from(readable));
    f.writable.set(i64::from(writable));
    f.appending.set(i64::from(append));
    f.seekable.set(-1);
    f.closefd.set(i64::from(closefd));
    if let Err(e) = attr::set(v, bytes::intern_static("name"), Some(name)) {
        if !own {
            f.fd.set(-1);
        }
        return Err(e);
    }
    if append {
        // SAFETY: a call without memory arguments.
        unsafe { libc::lseek(fd, 0, libc::SEEK_END) };
    }
    Ok(())
}

/// The descriptor that a file is made of, if it is not to be opened by its name: whatever can be made an int of C.
fn descriptor(name: Value) -> PyResult<Option<i32>> {
    if name.cast::<Str>().is_some() || crate::builtins::unicode::is_unicode(name) {
        return Ok(None);
    }
    if name.is_float() {
        return Err(type_error("integer argument expected, got float"));
    }
    let number = number::int_from_value(name).map(i32::try_from);
    match number {
        Ok(Ok(fd @ 0..)) => Ok(Some(fd)),
        Ok(Ok(_)) => Err(value_error("negative file descriptor")),
        Ok(Err(_)) => Ok(None),
        Err(_) => {
            crate::thread::current().take_pending();
            Ok(None)
        }
    }
}

fn path(name: Value) -> PyResult<std::ffi::CString> {
    let text = match name.cast::<Str>() {
        Some(s) => s,
        None if unicode::is_unicode(name) => encode_name(unicode::coerce(name)?)?,
        None => match crate::builtins::str::args::buffer_bytes(name)? {
            Some(b) => bytes::new(&b),
            None => encode_name(unicode::coerce(name)?)?,
        },
    };
    std::ffi::CString::new(text.as_ref().bytes()).map_err(|_| type_error("embedded NUL character"))
}

/// The descriptor of an open file.
fn open(f: Ref<FileIo>) -> PyResult<i32> {
    match f.fd.get() {
        fd @ 0.. => Ok(fd as i32),
        _ => Err(value_error("I/O operation on closed file")),
    }
}

#[cold]
fn wrong_mode(what: &str) -> Raised {
    value_error(format!("File not open for {what}"))
}

/// How a transfer may end that has not failed.
enum Once {
    Done(usize),
    /// There is nothing now.
    Never,
    /// A signal has come, whose handler has not run.
    Interrupted,
}

impl Once {
    /// Of what a system call returned.
    fn of(n: isize) -> PyResult<Once> {
        if n >= 0 {
            return Ok(Once::Done(n as usize));
        }
        let e = std::io::Error::last_os_error();
        match e.raw_os_error() {
            Some(libc::EAGAIN) => Ok(Once::Never),
            Some(libc::EINTR) => Ok(Once::Interrupted),
            _ => Err(io_failure(&e, None)),
        }
    }

    /// For methods that tell the program of a signal.
    fn or_failure(self) -> PyResult<Option<usize>> {
        match self {
            Once::Done(n) => Ok(Some(n)),
            Once::Never => Ok(None),
            Once::Interrupted => {
                let e = std::io::Error::from_raw_os_error(libc::EINTR);
                Err(io_failure(&e, None))
            }
        }
    }
}

/// Again after each signal.
fn repeated(mut f: impl FnMut() -> PyResult<Once>) -> PyResult<Option<usize>> {
    loop {
        match f()? {
            Once::Interrupted => crate::interrupt::handle()?,
            once => return once.or_failure(),
        }
    }
}

fn read_once(f: Ref<FileIo>, room: &mut [u8]) -> PyResult<Once> {
    let fd = open(f)?;
    if f.readable.get() == 0 {
        return Err(wrong_mode("reading"));
    }
    crate::interrupt::before_waiting()?;
    if crate::blocking::before_reading(fd).is_err() {
        return Ok(Once::Interrupted);
    }
    // SAFETY: the slice is there for the call.
    Once::of(without_gil(|| unsafe {
        libc::read(fd, room.as_mut_ptr().cast(), room.len())
    }))
}

fn write_once(f: Ref<FileIo>, data: &[u8]) -> PyResult<Once> {
    let fd = open(f)?;
    if f.writable.get() == 0 {
        return Err(wrong_mode("writing"));
    }
    // The call may block without end, and what it waits for may be up to a signal's handler.
    if crate::interrupt::is_asked() {
        crate::interrupt::handle()?;
    }
    // SAFETY: the slice is there for the call.
    Once::of(without_gil(|| unsafe {
        libc::write(fd, data.as_ptr().cast(), data.len())
    }))
}

/// One read, whatever signals come; `None` when there is nothing now.
pub fn read_some(f: Ref<FileIo>, room: &mut [u8]) -> PyResult<Option<usize>> {
    repeated(|| read_once(f, room))
}

/// One write, whatever signals come; `None` when nothing is taken now.
pub fn write_some(f: Ref<FileIo>, data: &[u8]) -> PyResult<Option<usize>> {
    repeated(|| write_once(f, data))
}

pub fn read(self_: Ref<FileIo>, size: Option<Value>) -> PyResult {
    open(self_)?;
    if self_.readable.get() == 0 {
        return Err(wrong_mode("reading"));
    }
    let n = super::size_argument(size)?;
    if n < 0 {
        return readall(self_);
    }
    let mut room = vec![0; n as usize];
    match read_once(self_, &mut room)?.or_failure()? {
        Some(n) => Ok(bytes::try_new(&room[..n])?.into()),
        None => Ok(Value::none()),
    }
}

pub fn readall(self_: Ref<FileIo>) -> PyResult {
    let mut all = Vec::new();
    loop {
        let old = all.len();
        all.resize(old + CHUNK.max(old / 4), 0);
        let got = read_some(self_, &mut all[old..])?;
        all.truncate(old + got.unwrap_or(0));
        match got {
            None if all.is_empty() => return Ok(Value::none()),
            None | Some(0) => break,
            _ => {}
        }
    }
    Ok(bytes::try_new(&all)?.into())
}

pub fn readinto(self_: Ref<FileIo>, buffer: Value) -> PyResult {
    open(self_)?;
    if self_.readable.get() == 0 {
        return Err(wrong_mode("reading"));
    }
    let mut room = vec![0; super::output(buffer)?.len()];
    match read_once(self_, &mut room)?.or_failure()? {
        Some(n) => super::base::fill(buffer, &room[..n]),
        None => Ok(Value::none()),
    }
}

pub fn write(self_: Ref<FileIo>, b: Value) -> PyResult {
    open(self_)?;
    if self_.writable.get() == 0 {
        return Err(wrong_mode("writing"));
    }
    let s = match crate::window::readable(b)? {
        Some(w) => bytes::try_new(w.bytes())?,
        None => input(b)?,
    };
    Ok(match write_once(self_, s.as_ref().bytes())?.or_failure()? {
        Some(n) => super::whole(n as i64),
        None => Value::none(),
    })
}

/// Moves to a position, which is the result.
pub fn seek_to(f: Ref<FileIo>, offset: i64, whence: i64) -> PyResult<i64> {
    let fd = open(f)?;
    // SAFETY: a call without memory arguments.
    let at = without_gil(|| unsafe { libc::lseek(fd, offset, whence as i32) });
    if at < 0 {
        return Err(last_error(None));
    }
    if f.seekable.get() < 0 {
        f.seekable.set(1);
    }
    Ok(at)
}

pub fn seek(self_: Ref<FileIo>, offset: Value, whence: i64) -> PyResult {
    open(self_)?;
    let offset = super::offset_argument(offset)?;
    Ok(super::whole(seek_to(self_, offset, whence)?))
}

pub fn tell(self_: Ref<FileIo>) -> PyResult {
    Ok(super::whole(seek_to(self_, 0, libc::SEEK_CUR.into())?))
}

pub fn truncate(self_: Ref<FileIo>, size: Option<Value>) -> PyResult {
    let fd = open(self_)?;
    if self_.writable.get() == 0 {
        return Err(wrong_mode("writing"));
    }
    let (size, shown) = match size.filter(|s| !s.is_none()) {
        Some(s) => (super::offset_argument(s)?, Some(s)),
        None => (seek_to(self_, 0, libc::SEEK_CUR.into())?, None),
    };
    // SAFETY: a call without memory arguments.
    if without_gil(|| unsafe { libc::ftruncate(fd, size) }) != 0 {
        return Err(last_error(None));
    }
    Ok(shown.unwrap_or_else(|| super::whole(size)))
}

fn close_descriptor(f: Ref<FileIo>) -> PyResult<()> {
    let fd = f.fd.replace(-1);
    // SAFETY: the object owned the descriptor.
    if fd >= 0 && without_gil(|| unsafe { libc::close(fd as i32) }) < 0 {
        return Err(last_error(None));
    }
    Ok(())
}

pub fn close(self_: Ref<FileIo>) -> PyResult<()> {
    let flushed = super::base::close(self_.into());
    if self_.closefd.get() == 0 {
        self_.fd.set(-1);
        return flushed;
    }
    let closed = close_descriptor(self_);
    flushed.and(closed)
}

pub fn is_seekable(self_: Ref<FileIo>) -> PyResult<bool> {
    let fd = open(self_)?;
    if self_.seekable.get() < 0 {
        // SAFETY: a call without memory arguments.
        let at = unsafe { libc::lseek(fd, 0, libc::SEEK_CUR) };
        self_.seekable.set(i64::from(at >= 0));
    }
    Ok(self_.seekable.get() == 1)
}

pub fn is_readable(self_: Ref<FileIo>) -> PyResult<bool> {
    open(self_)?;
    Ok(self_.readable.get() != 0)
}

pub fn is_writable(self_: Ref<FileIo>) -> PyResult<bool> {
    open(self_)?;
    Ok(self_.writable.get() != 0)
}

pub fn fileno(self_: Ref<FileIo>) -> PyResult {
    Ok(Value::int(i64::from(open(self_)?)))
}

pub fn isatty(self_: Ref<FileIo>) -> PyResult<bool> {
    let fd = open(self_)?;
    // SAFETY: a call without memory arguments.
    Ok(unsafe { libc::isatty(fd) } == 1)
}

fn mode_text(f: Ref<FileIo>) -> &'static str {
    match (
        f.appending.get() != 0,
        f.readable.get() != 0,
        f.writable.get() != 0,
    ) {
        (true, true, _) => "ab+",
        (true, false, _) => "ab",
        (_, true, true) => "rb+",
        (_, true, false) => "rb",
        _ => "wb",
    }
}

pub fn repr(v: Value) -> PyResult {
    let f = this(v)?;
    if f.fd.get() < 0 {
        return Ok(bytes::new(b"<_io.FileIO [closed]>").into());
    }
    let mode = mode_text(f);
    let text = match attributes::get(v, bytes::intern_static("name")) {
        Some(n) => {
            let n = crate::protocol::repr(n)?;
            [
                b"<_io.FileIO name=",
                n.as_ref().bytes(),
                b" mode='",
                mode.as_bytes(),
                b"'>",
            ]
            .concat()
        }
        None => format!("<_io.FileIO fd={} mode='{mode}'>", f.fd.get()).into_bytes(),
    };
    Ok(bytes::new(&text).into())
}

pub fn get_closed(v: Value) -> PyResult {
    Ok(Value::bool(this(v)?.fd.get() < 0))
}

pub fn get_closefd(v: Value) -> PyResult {
    Ok(Value::bool(this(v)?.closefd.get() != 0))
}

pub fn get_mode(v: Value) -> PyResult {
    Ok(bytes::new(mode_text(this(v)?).as_bytes()).into())
}

/// Is it a file that has a name, and not a pipe or the like?
pub(super) fn is_regular(fd: i32) -> bool {
    // SAFETY: plain data that the call fills.
    let (status, stat) = unsafe {
        let mut stat: libc::stat = std::mem::zeroed();
        (libc::fstat(fd, &raw mut stat), stat)
    };
    status == 0 && stat.st_mode & libc::S_IFMT == libc::S_IFREG
}

/// The size of buffers that suits a file.
pub fn block_size(raw: Value) -> PyResult<i64> {
    let fd = crate::convert::int(method(raw, "fileno", &[])?)?;
    // SAFETY: plain data that the call fills.
    let (status, stat) = unsafe {
        let mut stat: libc::stat = std::mem::zeroed();
        (libc::fstat(fd as i32, &raw mut stat), stat)
    };
    if status == 0 && stat.st_blksize > 1 {
        return Ok(stat.st_blksize);
    }
    Ok(super::DEFAULT_BUFFER_SIZE)
}
