//! Open files by descriptor.

use std::cell::Cell;

use super::{blocking, check, file_error, number, os_error};
use crate::builtins::{file, str as bytes, tuple};
use crate::error::{PyResult, type_error, value_error};
use crate::finalizers::with_descriptors;
use crate::value::Value;

/// The descriptor that an int is, or that an object with `fileno()` has.
pub fn descriptor_of(v: Value) -> PyResult<i32> {
    let n = if v.as_int().is_some() || v.cast::<crate::layouts::Long>().is_some() {
        v
    } else {
        match crate::attr::find(v, bytes::intern(b"fileno"))? {
            Some(f) => {
                let n = crate::call::call_values(f, &[])?;
                if n.as_int().is_none() && n.cast::<crate::layouts::Long>().is_none() {
                    return Err(type_error("fileno() returned a non-integer"));
                }
                n
            }
            None => {
                return Err(type_error(
                    "argument must be an int, or have a fileno() method",
                ));
            }
        }
    };
    // What does not fit is taken for -1.
    let fd = crate::convert::int(n).unwrap_or_else(|_| {
        crate::thread::current().take_pending();
        -1
    });
    let fd = i32::try_from(fd).unwrap_or(-1);
    if fd < 0 {
        return Err(value_error(format!(
            "file descriptor cannot be a negative integer ({fd})"
        )));
    }
    Ok(fd)
}

/// `open(path, flags[, mode])`
pub fn open(p: Value, flags: i32, mode: i32) -> PyResult {
    file::flush_forgotten();
    let p = super::path_argument(p, "open", 1)?;
    // SAFETY: a path that ends with 0.
    let open = || unsafe { libc::open(p.as_ptr(), flags, mode as libc::c_uint) };
    let fd = with_descriptors(|| blocking(open));
    if fd < 0 {
        return Err(file_error(&p));
    }
    Ok(Value::int(i64::from(fd)))
}

/// `close(fd)`
pub fn close(fd: i32) -> PyResult<()> {
    // SAFETY: the program's own descriptors are its business.
    check(blocking(|| unsafe { libc::close(fd) }))
}

/// `closerange(low, high)`
pub fn closerange(low: i32, high: i32) -> PyResult<()> {
    let low = low.max(0);
    if high > low {
        // SAFETY: the program's own descriptors are its business.
        let all = unsafe {
            libc::syscall(
                libc::SYS_close_range,
                low as libc::c_uint,
                (high - 1) as libc::c_uint,
                0,
            )
        };
        if all != 0 {
            for fd in low..high {
                // SAFETY: see above.
                unsafe { libc::close(fd) };
            }
        }
    }
    Ok(())
}

/// `dup(fd)`
pub fn dup(fd: i32) -> PyResult {
    // SAFETY: no memory arguments.
    let dup = || unsafe { libc::dup(fd) };
    number(i64::from(with_descriptors(|| blocking(dup))))
}

/// `dup2(fd, fd2)`
pub fn dup2(fd: i32, fd2: i32) -> PyResult<()> {
    // SAFETY: no memory arguments.
    check(blocking(|| unsafe { libc::dup2(fd, fd2) }))
}

/// `lseek(fd, pos, how)`
pub fn lseek(fd: i32, pos: Value, how: i32) -> PyResult {
    let pos = crate::number::int_from_number(pos)?;
    // SAFETY: no memory arguments.
    number(blocking(|| unsafe { libc::lseek(fd, pos, how) }))
}

/// `read(fd, size)`
pub fn read(fd: i32, size: i32) -> PyResult {
    let Ok(size) = usize::try_from(size) else {
        // SAFETY: errno is this thread's own.
        unsafe { *libc::__errno_location() = libc::EINVAL };
        return Err(os_error());
    };
    let mut room: Vec<u8> = Vec::new();
    if room.try_reserve_exact(size).is_err() {
        return Err(crate::error::no_memory());
    }
    crate::interrupt::before_waiting()?;
    if let Err(errno) = crate::blocking::before_reading(fd) {
        // SAFETY: errno is this thread's own.
        unsafe { *libc::__errno_location() = errno };
        return Err(os_error());
    }
    // SAFETY: room for as many bytes as are told.
    let n = blocking(|| unsafe { libc::read(fd, room.as_mut_ptr().cast(), size) });
    let Ok(n) = usize::try_from(n) else {
        return Err(os_error());
    };
    // SAFETY: read has filled so many.
    unsafe { room.set_len(n) };
    Ok(bytes::new(&room).into())
}

/// `write(fd, data)`
pub fn write(fd: i32, data: Value) -> PyResult {
    let data = crate::window::argument(data, "write", 2)?;
    let data = data.bytes();
    // SAFETY: the bytes live as long as the string, which the stack holds.
    let n = blocking(|| unsafe { libc::write(fd, data.as_ptr().cast(), data.len()) });
    number(n as i64)
}

/// `isatty(fd)`
pub fn isatty(fd: i32) -> PyResult<bool> {
    // SAFETY: no memory arguments.
    Ok(unsafe { libc::isatty(fd) } == 1)
}

fn pair(a: i32, b: i32) -> Value {
    tuple::from_slice(&[Value::int(i64::from(a)), Value::int(i64::from(b))]).into()
}

/// The ends of a new pipe: to read from, to write to.
pub(super) fn new_pipe(flags: i32) -> PyResult<[i32; 2]> {
    let ends = Cell::new([0; 2]);
    // SAFETY: room for two descriptors.
    check(with_descriptors(|| unsafe {
        libc::pipe2(ends.as_ptr().cast(), flags)
    }))?;
    Ok(ends.get())
}

/// `pipe()`
pub fn pipe() -> PyResult {
    let [read, write] = new_pipe(0)?;
    Ok(pair(read, write))
}

/// `ttyname(fd)`
pub fn ttyname(fd: i32) -> PyResult {
    let mut room = [0u8; 512];
    // SAFETY: room for as many bytes as are told.
    let failed = unsafe { libc::ttyname_r(fd, room.as_mut_ptr().cast(), room.len()) };
    if failed != 0 {
        // SAFETY: errno is this thread's own.
        unsafe { *libc::__errno_location() = failed };
        return Err(os_error());
    }
    let n = room.iter().position(|b| *b == 0).unwrap_or(room.len());
    Ok(bytes::new(&room[..n]).into())
}

/// `openpty()`
pub fn openpty() -> PyResult {
    let (mut master, mut slave) = (0, 0);
    let none = std::ptr::null_mut();
    // SAFETY: room for two descriptors; nothing else is asked for.
    check(unsafe { libc::openpty(&mut master, &mut slave, none, none.cast(), none.cast()) })?;
    Ok(pair(master, slave))
}

/// `ftruncate(fd, length)`
pub fn ftruncate(fd: i32, length: Value) -> PyResult<()> {
    let length = crate::convert::int(length)?;
    // SAFETY: no memory arguments.
    check(blocking(|| unsafe { libc::ftruncate(fd, length) }))
}

/// `fsync(fd)`
pub fn fsync(fd: Value) -> PyResult<()> {
    let fd = descriptor_of(fd)?;
    // SAFETY: no memory arguments.
    check(blocking(|| unsafe { libc::fsync(fd) }))
}

/// `fdatasync(fd)`
pub fn fdatasync(fd: Value) -> PyResult<()> {
    let fd = descriptor_of(fd)?;
    // SAFETY: no memory arguments.
    check(blocking(|| unsafe { libc::fdatasync(fd) }))
}

/// `tcgetpgrp(fd)`
pub fn tcgetpgrp(fd: i32) -> PyResult {
    // SAFETY: no memory arguments.
    number(i64::from(unsafe { libc::tcgetpgrp(fd) }))
}

/// `tcsetpgrp(fd, pgid)`
pub fn tcsetpgrp(fd: i32, pgid: i32) -> PyResult<()> {
    // SAFETY: no memory arguments.
    check(unsafe { libc::tcsetpgrp(fd, pgid) })
}

/// `ctermid()`
pub fn ctermid() -> PyResult {
    Ok(bytes::new(b"/dev/tty").into())
}

/// The mode argument of functions that make files.
pub fn mode_text(v: Option<Value>, function: &str, number: usize) -> PyResult<Vec<u8>> {
    match v {
        None => Ok(b"r".to_vec()),
        Some(m) => Ok(crate::convert::string(m, function, number)?
            .as_ref()
            .bytes()
            .to_vec()),
    }
}

/// `fdopen(fd[, mode[, bufsize]])`
pub fn fdopen(fd: i32, mode: Option<Value>, bufsize: i32) -> PyResult {
    let mode = mode_text(mode, "", 2)?;
    let wanted = file::Mode::parse(&mode)?;
    // SAFETY: no memory arguments.
    let flags = unsafe { libc::fcntl(fd, libc::F_GETFL) };
    check(flags)?;
    let mut s = std::mem::MaybeUninit::<libc::stat>::uninit();
    // SAFETY: room for the answer, read only when it was filled.
    let kind = unsafe {
        match libc::fstat(fd, s.as_mut_ptr()) {
            0 => s.assume_init_ref().st_mode & libc::S_IFMT,
            _ => 0,
        }
    };
    let is_folder = kind == libc::S_IFDIR;
    if wanted.write && kind == libc::S_IFIFO {
        // Who reads the other end waits for the file's end: stale words on the stack would keep it alive.
        crate::heap::expect_explicit_collections();
    }
    let refused = if is_folder {
        libc::EISDIR
    } else {
        match flags & libc::O_ACCMODE {
            libc::O_RDONLY if wanted.write => libc::EINVAL,
            libc::O_WRONLY if wanted.read => libc::EINVAL,
            _ => 0,
        }
    };
    if refused != 0 {
        // SAFETY: errno is this thread's own.
        unsafe { *libc::__errno_location() = refused };
        return Err(super::failure_of(
            if is_folder {
                crate::types::IO_ERROR.get()
            } else {
                crate::types::OS_ERROR.get()
            },
            refused,
            is_folder.then(|| bytes::new(b"<fdopen>").into()),
        ));
    }
    let name = bytes::new(b"<fdopen>");
    file::over_descriptor(fd, name.into(), &mode, i64::from(bufsize), None).map(Into::into)
}

/// `tmpfile()`
pub fn tmpfile() -> PyResult {
    // SAFETY: a path that ends with 0.
    let mut fd = unsafe {
        libc::open(
            c"/tmp".as_ptr(),
            libc::O_RDWR | libc::O_TMPFILE | libc::O_EXCL,
            0o600,
        )
    };
    if fd < 0 {
        // Not every file system can do that: a name that goes at once.
        let mut name = *b"/tmp/pystonXXXXXX\0";
        // SAFETY: a template that ends with 0 and may be written.
        fd = unsafe { libc::mkstemp(name.as_mut_ptr().cast()) };
        if fd >= 0 {
            // SAFETY: mkstemp left a path that ends with 0.
            unsafe { libc::unlink(name.as_ptr().cast()) };
        }
    }
    if fd < 0 {
        return Err(os_error());
    }
    file::over_descriptor(fd, bytes::new(b"<tmpfile>").into(), b"w+b", -1, None).map(Into::into)
}

/// A name in a folder that no file has.
fn fresh_name(folder: &[u8], prefix: &[u8]) -> PyResult {
    let mut name = [folder, b"/", prefix, b"XXXXXX\0"].concat();
    // SAFETY: a template that ends with 0 and may be written.
    let fd = unsafe { libc::mkstemp(name.as_mut_ptr().cast()) };
    if fd < 0 {
        return Err(os_error());
    }
    // SAFETY: mkstemp left a path that ends with 0, and an open descriptor.
    unsafe {
        libc::close(fd);
        libc::unlink(name.as_ptr().cast());
    }
    name.pop();
    Ok(bytes::new(&name).into())
}

/// `tmpnam()`
pub fn tmpnam() -> PyResult {
    crate::modules::imp::warn(
        crate::types::RUNTIME_WARNING.get(),
        "tmpnam is a potential security risk to your program",
    )?;
    fresh_name(b"/tmp", b"file")
}

/// `tempnam([dir[, prefix]])`
pub fn tempnam(dir: Option<Value>, prefix: Option<Value>) -> PyResult {
    crate::modules::imp::warn(
        crate::types::RUNTIME_WARNING.get(),
        "tempnam is a potential security risk to your program",
    )?;
    let text = |v: Option<Value>, argument: usize| match v.filter(|v| !v.is_none()) {
        Some(v) => super::string(v, "tempnam", argument).map(|s| Some(s.into_bytes())),
        None => Ok(None),
    };
    let dir = text(dir, 1)?.unwrap_or_else(|| b"/tmp".to_vec());
    let prefix = text(prefix, 2)?.unwrap_or_else(|| b"file".to_vec());
    fresh_name(&dir, &prefix[..prefix.len().min(5)])
}
