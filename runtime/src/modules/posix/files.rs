//! Files and folders by path.

use std::cell::Cell;
use std::ffi::{CStr, CString};
use std::mem::MaybeUninit;

use super::{blocking, check, errno, file_error, os_error, path_argument, string};
use crate::builtins::{list, str as bytes, struct_sequence};
use crate::codec::locale::decode_name;
use crate::error::{PyResult, overflow_error, type_error};
use crate::layouts::{Str, Tuple, Unicode};
use crate::number::{self as numbers, Num};
use crate::object::Ref;
use crate::value::Value;

struct Flag(Cell<bool>);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Flag {}
/// Does stat give times as floats?
static FLOAT_TIMES: Flag = Flag(Cell::new(true));

/// `stat_float_times([newval])`
pub fn stat_float_times(newval: i64) -> PyResult {
    if newval == -1 {
        return Ok(Value::bool(FLOAT_TIMES.0.get()));
    }
    FLOAT_TIMES.0.set(newval != 0);
    Ok(Value::none())
}

fn stat_result(s: &libc::stat) -> PyResult {
    let int = |n: i64| Value::int(n);
    let time = |secs: i64, nanos: i64| {
        if FLOAT_TIMES.0.get() {
            Value::float(secs as f64 + 1e-9 * nanos as f64)
        } else {
            Value::int(secs)
        }
    };
    let items = [
        int(i64::from(s.st_mode)),
        int(s.st_ino as i64),
        int(s.st_dev as i64),
        int(s.st_nlink as i64),
        int(i64::from(s.st_uid)),
        int(i64::from(s.st_gid)),
        int(s.st_size),
        int(s.st_atime),
        int(s.st_mtime),
        int(s.st_ctime),
        time(s.st_atime, s.st_atime_nsec),
        time(s.st_mtime, s.st_mtime_nsec),
        time(s.st_ctime, s.st_ctime_nsec),
        int(s.st_blksize),
        int(s.st_blocks),
        int(s.st_rdev as i64),
    ];
    struct_sequence::make(crate::types::POSIX_STAT_RESULT.get(), &items)
}

/// `stat(path)`
pub fn stat(p: Value) -> PyResult {
    crate::builtins::file::flush_forgotten();
    let p = path_argument(p, "stat", 1)?;
    let mut s = MaybeUninit::uninit();
    // SAFETY: a path that ends with 0, and room for the answer.
    if blocking(|| unsafe { libc::stat(p.as_ptr(), s.as_mut_ptr()) }) != 0 {
        return Err(file_error(&p));
    }
    // SAFETY: stat has filled it.
    stat_result(unsafe { s.assume_init_ref() })
}

/// `lstat(path)`
pub fn lstat(p: Value) -> PyResult {
    crate::builtins::file::flush_forgotten();
    let p = path_argument(p, "lstat", 1)?;
    let mut s = MaybeUninit::uninit();
    // SAFETY: a path that ends with 0, and room for the answer.
    if blocking(|| unsafe { libc::lstat(p.as_ptr(), s.as_mut_ptr()) }) != 0 {
        return Err(file_error(&p));
    }
    // SAFETY: lstat has filled it.
    stat_result(unsafe { s.assume_init_ref() })
}

/// `fstat(fd)`
pub fn fstat(fd: i32) -> PyResult {
    let mut s = MaybeUninit::uninit();
    // SAFETY: room for the answer.
    check(blocking(|| unsafe { libc::fstat(fd, s.as_mut_ptr()) }))?;
    // SAFETY: fstat has filled it.
    stat_result(unsafe { s.assume_init_ref() })
}

fn statvfs_result(s: &libc::statvfs) -> PyResult {
    let items = [
        s.f_bsize,
        s.f_frsize,
        s.f_blocks,
        s.f_bfree,
        s.f_bavail,
        s.f_files,
        s.f_ffree,
        s.f_favail,
        s.f_flag,
        s.f_namemax,
    ]
    .map(|n| Value::int(n as i64));
    struct_sequence::make(crate::types::POSIX_STATVFS_RESULT.get(), &items)
}

/// `statvfs(path)`
pub fn statvfs(p: Value) -> PyResult {
    let p = string(p, "statvfs", 1)?;
    let mut s = MaybeUninit::uninit();
    // SAFETY: a path that ends with 0, and room for the answer.
    if blocking(|| unsafe { libc::statvfs(p.as_ptr(), s.as_mut_ptr()) }) != 0 {
        return Err(file_error(&p));
    }
    // SAFETY: statvfs has filled it.
    statvfs_result(unsafe { s.assume_init_ref() })
}

/// `fstatvfs(fd)`
pub fn fstatvfs(fd: i32) -> PyResult {
    let mut s = MaybeUninit::uninit();
    // SAFETY: room for the answer.
    check(blocking(|| unsafe { libc::fstatvfs(fd, s.as_mut_ptr()) }))?;
    // SAFETY: fstatvfs has filled it.
    statvfs_result(unsafe { s.assume_init_ref() })
}

/// A call with one path that answers 0 or fails.
fn simple(p: Value, function: &str, call: impl FnOnce(&CStr) -> libc::c_int) -> PyResult<()> {
    let p = path_argument(p, function, 1)?;
    if blocking(|| call(&p)) == -1 {
        return Err(file_error(&p));
    }
    Ok(())
}

/// A call with two paths; its failures name none.
fn pair(
    a: Value,
    b: Value,
    function: &str,
    call: impl FnOnce(*const libc::c_char, *const libc::c_char) -> libc::c_int,
) -> PyResult<()> {
    let (a, b) = (
        path_argument(a, function, 1)?,
        path_argument(b, function, 2)?,
    );
    check(blocking(|| call(a.as_ptr(), b.as_ptr())))
}

/// `access(path, mode)`
pub fn access(p: Value, mode: i32) -> PyResult<bool> {
    let p = path_argument(p, "access", 1)?;
    // SAFETY: a path that ends with 0.
    Ok(blocking(|| unsafe { libc::access(p.as_ptr(), mode) }) == 0)
}

/// `chdir(path)`
pub fn chdir(p: Value) -> PyResult<()> {
    // SAFETY: a path that ends with 0; so in the functions below.
    simple(p, "chdir", |p| unsafe { libc::chdir(p.as_ptr()) })
}

/// `fchdir(fd)`
pub fn fchdir(fd: Value) -> PyResult<()> {
    let fd = super::descriptors::descriptor_of(fd)?;
    // SAFETY: no memory arguments.
    check(blocking(|| unsafe { libc::fchdir(fd) }))
}

/// `chroot(path)`
pub fn chroot(p: Value) -> PyResult<()> {
    // SAFETY: see chdir.
    simple(p, "chroot", |p| unsafe { libc::chroot(p.as_ptr()) })
}

fn current() -> PyResult<Vec<u8>> {
    let mut room = vec![0u8; 1024];
    loop {
        // SAFETY: room for as many bytes as are told.
        let p = unsafe { libc::getcwd(room.as_mut_ptr().cast(), room.len()) };
        if !p.is_null() {
            let n = room.iter().position(|b| *b == 0).unwrap_or(room.len());
            room.truncate(n);
            return Ok(room);
        }
        if errno() != libc::ERANGE || room.len() > 1 << 20 {
            return Err(os_error());
        }
        room.resize(room.len() * 2, 0);
    }
}

/// `getcwd()`
pub fn getcwd() -> PyResult {
    Ok(bytes::new(&current()?).into())
}

/// `getcwdu()`
pub fn getcwdu() -> PyResult {
    decode_name(&current()?)
}

/// `listdir(path)`
pub fn listdir(p: Value) -> PyResult {
    let as_unicode = p.cast::<Unicode>().is_some();
    let p = path_argument(p, "listdir", 1)?;
    // SAFETY: a path that ends with 0.
    let open = || blocking(|| unsafe { libc::opendir(p.as_ptr()) });
    let mut folder = open();
    if folder.is_null() && matches!(super::errno(), libc::EMFILE | libc::ENFILE) {
        crate::finalizers::free_descriptors();
        folder = open();
    }
    if folder.is_null() {
        return Err(file_error(&p));
    }
    let out = list::new();
    let mut result = Ok(());
    loop {
        // SAFETY: errno is this thread's own.
        unsafe { *libc::__errno_location() = 0 };
        // SAFETY: an open folder.
        let entry = blocking(|| unsafe { libc::readdir(folder) });
        if entry.is_null() {
            if errno() != 0 {
                result = Err(file_error(&p));
            }
            break;
        }
        // SAFETY: an entry's name ends with 0, and lives until the next call.
        let name = unsafe { CStr::from_ptr((*entry).d_name.as_ptr()) }.to_bytes();
        if name == b"." || name == b".." {
            continue;
        }
        let plain: Value = bytes::new(name).into();
        // Names that are no text stay as they are.
        let v = if as_unicode {
            decode_name(name).unwrap_or_else(|_| {
                crate::thread::current().take_pending();
                plain
            })
        } else {
            plain
        };
        out.push(v);
    }
    // SAFETY: an open folder, closed once.
    unsafe { libc::closedir(folder) };
    result.map(|()| out.into())
}

/// `mkdir(path[, mode])`
pub fn mkdir(p: Value, mode: i32) -> PyResult<()> {
    // SAFETY: see chdir.
    simple(p, "mkdir", |p| unsafe {
        libc::mkdir(p.as_ptr(), mode as libc::mode_t)
    })
}

/// `rmdir(path)`
pub fn rmdir(p: Value) -> PyResult<()> {
    // SAFETY: see chdir.
    simple(p, "rmdir", |p| unsafe { libc::rmdir(p.as_ptr()) })
}

/// `remove(path)`, `unlink(path)`
pub fn remove(p: Value) -> PyResult<()> {
    // SAFETY: see chdir.
    simple(p, "remove", |p| unsafe { libc::unlink(p.as_ptr()) })
}

/// `rename(old, new)`
pub fn rename(a: Value, b: Value) -> PyResult<()> {
    // SAFETY: two paths that end with 0.
    pair(a, b, "rename", |a, b| unsafe { libc::rename(a, b) })
}

/// `link(src, dst)`
pub fn link(a: Value, b: Value) -> PyResult<()> {
    // SAFETY: two paths that end with 0.
    pair(a, b, "link", |a, b| unsafe { libc::link(a, b) })
}

/// `symlink(src, dst)`
pub fn symlink(a: Value, b: Value) -> PyResult<()> {
    // SAFETY: two paths that end with 0.
    pair(a, b, "symlink", |a, b| unsafe { libc::symlink(a, b) })
}

/// `readlink(path)`
pub fn readlink(v: Value) -> PyResult {
    let as_unicode = v.cast::<Unicode>().is_some();
    let p = path_argument(v, "readlink", 1)?;
    let mut room = vec![0u8; libc::PATH_MAX as usize];
    // SAFETY: room for as many bytes as are told.
    let n =
        blocking(|| unsafe { libc::readlink(p.as_ptr(), room.as_mut_ptr().cast(), room.len()) });
    let Ok(n) = usize::try_from(n) else {
        return Err(file_error(&p));
    };
    if as_unicode {
        return decode_name(&room[..n]);
    }
    Ok(bytes::new(&room[..n]).into())
}

/// `chmod(path, mode)`
pub fn chmod(p: Value, mode: i32) -> PyResult<()> {
    // SAFETY: see chdir.
    simple(p, "chmod", |p| unsafe {
        libc::chmod(p.as_ptr(), mode as libc::mode_t)
    })
}

/// `lchmod(path, mode)`
pub fn lchmod(p: Value, mode: i32) -> PyResult<()> {
    let (here, itself) = (libc::AT_FDCWD, libc::AT_SYMLINK_NOFOLLOW);
    // SAFETY: see chdir.
    simple(p, "lchmod", |p| unsafe {
        libc::fchmodat(here, p.as_ptr(), mode as libc::mode_t, itself)
    })
}

/// `fchmod(fd, mode)`
pub fn fchmod(fd: i32, mode: i32) -> PyResult<()> {
    // SAFETY: no memory arguments.
    check(blocking(|| unsafe {
        libc::fchmod(fd, mode as libc::mode_t)
    }))
}

/// A user or group id: -1 and all that fit into 32 bits.
pub fn id(v: Value, kind: &str) -> PyResult<u32> {
    let fault = |low: bool| {
        let (how, limit) = match low {
            true => ("less", "minimum"),
            false => ("greater", "maximum"),
        };
        Err(overflow_error(format!("{kind} id is {how} than {limit}")))
    };
    match numbers::int_from_value(v) {
        Ok(-1) => Ok(u32::MAX),
        Ok(n) => u32::try_from(n).or_else(|_| fault(n < 0)),
        Err(_) if crate::exception::pending_matches(crate::types::OVERFLOW_ERROR.get()) => {
            crate::thread::current().take_pending();
            let zero = Value::int(0);
            fault(crate::protocol::compare_bool(
                v,
                zero,
                crate::protocol::CmpOp::Lt,
            )?)
        }
        Err(e) => Err(e),
    }
}

/// `chown(path, uid, gid)`
pub fn chown(p: Value, uid: Value, gid: Value) -> PyResult<()> {
    let (u, g) = (id(uid, "user")?, id(gid, "group")?);
    // SAFETY: see chdir.
    simple(p, "chown", |p| unsafe { libc::chown(p.as_ptr(), u, g) })
}

/// `lchown(path, uid, gid)`
pub fn lchown(p: Value, uid: Value, gid: Value) -> PyResult<()> {
    let (u, g) = (id(uid, "user")?, id(gid, "group")?);
    // SAFETY: see chdir.
    simple(p, "lchown", |p| unsafe { libc::lchown(p.as_ptr(), u, g) })
}

/// `fchown(fd, uid, gid)`
pub fn fchown(fd: i32, uid: Value, gid: Value) -> PyResult<()> {
    let (u, g) = (id(uid, "user")?, id(gid, "group")?);
    // SAFETY: no memory arguments.
    check(blocking(|| unsafe { libc::fchown(fd, u, g) }))
}

/// Seconds as seconds and microseconds.
fn split_time(v: Value) -> PyResult<libc::timeval> {
    if let Some(x) = v.as_float().or_else(|| {
        v.cast::<crate::layouts::HeapFloat>()
            .map(|f| f.number.get())
    }) {
        if !x.is_finite() || x.abs() > 9.2e18 {
            return Err(overflow_error("float too large to convert"));
        }
        let secs = x.trunc();
        let mut usec = ((x - secs) * 1e6) as i64;
        if usec < 0 {
            usec = 0;
        }
        return Ok(libc::timeval {
            tv_sec: secs as i64,
            tv_usec: usec,
        });
    }
    Ok(libc::timeval {
        tv_sec: crate::convert::int(v)?,
        tv_usec: 0,
    })
}

/// `utime(path, times)`
pub fn utime(p: Value, times: Value) -> PyResult<()> {
    let p = path_argument(p, "utime", 1)?;
    let call = |t: *const libc::timeval| {
        // SAFETY: a path that ends with 0; two times or none.
        if blocking(|| unsafe { libc::utimes(p.as_ptr(), t) }) == -1 {
            return Err(file_error(&p));
        }
        Ok(())
    };
    if times.is_none() {
        return call(std::ptr::null());
    }
    let Some([a, m]) = times.cast::<Tuple>().map(|t| t.as_ref().items()) else {
        return Err(type_error("utime() arg 2 must be a tuple (atime, mtime)"));
    };
    let both = [split_time(*a)?, split_time(*m)?];
    call(both.as_ptr())
}

/// `mkfifo(path[, mode])`
pub fn mkfifo(p: Value, mode: i32) -> PyResult<()> {
    let p = string(p, "mkfifo", 1)?;
    // SAFETY: a path that ends with 0.
    check(blocking(|| unsafe {
        libc::mkfifo(p.as_ptr(), mode as libc::mode_t)
    }))
}

/// `mknod(path[, mode, device])`
pub fn mknod(p: Value, mode: i32, device: i64) -> PyResult<()> {
    let p = string(p, "mknod", 1)?;
    // SAFETY: a path that ends with 0.
    check(blocking(|| unsafe {
        libc::mknod(p.as_ptr(), mode as libc::mode_t, device as libc::dev_t)
    }))
}

/// `major(device)`
pub fn major(device: Value) -> PyResult {
    Ok(Value::int(i64::from(libc::major(device_number(device)?))))
}

/// The number of a device from an argument that may be used as an index.
fn device_number(v: Value) -> PyResult<libc::dev_t> {
    match Num::of(numbers::index(v)?) {
        Some(Num::Long(n)) if n.negative => {
            Err(overflow_error("can't convert negative long to unsigned"))
        }
        Some(Num::Long(n)) => n
            .to_u64()
            .ok_or_else(|| overflow_error("long too big to convert")),
        Some(Num::Int(n)) => libc::dev_t::try_from(n)
            .map_err(|_| overflow_error("can't convert negative number to unsigned long")),
        _ => Err(type_error("an integer is required")),
    }
}

/// `minor(device)`
pub fn minor(device: Value) -> PyResult {
    Ok(Value::int(i64::from(libc::minor(device_number(device)?))))
}

/// `makedev(major, minor)`
pub fn makedev(major: i32, minor: i32) -> PyResult {
    let n = libc::makedev(major as libc::c_uint, minor as libc::c_uint);
    Ok(Value::int(n as i64))
}

/// `umask(mask)`
pub fn umask(mask: i32) -> PyResult {
    // SAFETY: no memory arguments.
    let old = unsafe { libc::umask(mask as libc::mode_t) };
    Ok(Value::int(i64::from(old)))
}

/// A text argument's bytes as a C string, for callers in other modules.
///
/// # Errors
/// TypeError for zero bytes.
pub fn c_string(s: Ref<Str>) -> PyResult<CString> {
    CString::new(s.as_ref().bytes())
        .map_err(|_| type_error("must be string without null bytes, not str"))
}
