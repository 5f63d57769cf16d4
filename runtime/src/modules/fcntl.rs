//! The module `fcntl` (rows: spec/modules/fcntl.toml).

use super::posix::{errno, failure_of};
use crate::builtins::str as bytes;
use crate::error::{PyResult, Raised, type_error, value_error};
use crate::layouts::Str;
use crate::value::Value;

/// Longest string that is passed, CPython's.
const ROOM: usize = 1024;

#[cold]
fn failed() -> Raised {
    failure_of(crate::types::IO_ERROR.get(), errno(), None)
}

fn answer(n: i32) -> PyResult {
    if n < 0 {
        return Err(failed());
    }
    Ok(Value::int(i64::from(n)))
}

/// A string argument in room that the system may write to.
fn in_room(s: &[u8], function: &str) -> PyResult<[u8; ROOM]> {
    if s.len() > ROOM {
        return Err(value_error(format!("{function} string arg too long")));
    }
    let mut room = [0; ROOM];
    room[..s.len()].copy_from_slice(s);
    Ok(room)
}

/// `fcntl(fd, op[, arg])`
pub fn fcntl_fcntl(fd: i32, op: i32, arg: Option<Value>) -> PyResult {
    if let Some(s) = arg.and_then(|a| a.cast::<Str>()) {
        let text = s.as_ref().bytes();
        let mut room = in_room(text, "fcntl")?;
        // SAFETY: room of more bytes than any of the operations uses.
        let n = crate::gil::without_gil(|| unsafe { libc::fcntl(fd, op, room.as_mut_ptr()) });
        if n < 0 {
            return Err(failed());
        }
        return Ok(bytes::new(&room[..text.len()]).into());
    }
    let n = match arg {
        Some(a) => code(a)?,
        None => 0,
    };
    // SAFETY: operations that take a number.
    answer(crate::gil::without_gil(|| unsafe {
        libc::fcntl(fd, op, n)
    }))
}

/// The code of an operation, or its argument: any 32 bits.
fn code(v: Value) -> PyResult<libc::c_ulong> {
    let n = match v.cast::<crate::layouts::Long>() {
        Some(_) => {
            let low = crate::number::and(v, Value::int(0xFFFF_FFFF))?;
            crate::number::int_from_value(low)?
        }
        None => crate::number::int_from_value(v)?,
    };
    Ok(n as u32 as libc::c_ulong)
}

/// `ioctl(fd, op[, arg[, mutate]])`
pub fn ioctl(fd: i32, op: Value, arg: Option<Value>, mutate: bool) -> PyResult {
    let op = code(op)?;
    let Some(arg) = arg else {
        // SAFETY: an operation that takes a number.
        return answer(crate::gil::without_gil(|| unsafe {
            libc::ioctl(fd, op, 0)
        }));
    };
    if let Some(s) = arg.cast::<Str>() {
        let text = s.as_ref().bytes();
        let mut room = in_room(text, "ioctl")?;
        // SAFETY: room of more bytes than the operations use whose arguments are passed so.
        let n = crate::gil::without_gil(|| unsafe { libc::ioctl(fd, op, room.as_mut_ptr()) });
        if n < 0 {
            return Err(failed());
        }
        return Ok(bytes::new(&room[..text.len()]).into());
    }
    if arg.as_int().is_none()
        && arg.cast::<crate::layouts::Long>().is_none()
        && let Some(text) = crate::attr::find(arg, bytes::intern(b"tostring"))?
    {
        return ioctl_buffer(fd, op, arg, text, mutate);
    }
    let n = crate::number::int_from_value(arg)?;
    // SAFETY: an operation that takes a number.
    answer(crate::gil::without_gil(|| unsafe {
        libc::ioctl(fd, op, n)
    }))
}

/// With an array or another object of bytes that may be written: the answer goes into it.
fn ioctl_buffer(fd: i32, op: libc::c_ulong, arg: Value, text: Value, mutate: bool) -> PyResult {
    let all = Value::none();
    let text = crate::call::call_values(text, &[])?;
    let Some(s) = text.cast::<Str>() else {
        return Err(type_error("tostring() should have returned a string"));
    };
    let len = s.as_ref().bytes().len();
    let mut room = in_room(s.as_ref().bytes(), "ioctl")?;
    // SAFETY: as for strings.
    let n = crate::gil::without_gil(|| unsafe { libc::ioctl(fd, op, room.as_mut_ptr()) });
    if n < 0 {
        return Err(failed());
    }
    let changed: Value = bytes::new(&room[..len]).into();
    if !mutate {
        return Ok(changed);
    }
    // An array is emptied and filled again.
    let whole = crate::builtins::slice::new(all, all, all);
    crate::protocol::set_item(arg, whole.into(), None)?;
    let fill = crate::attr::get(arg, bytes::intern(b"fromstring"))?;
    crate::call::call_values(fill, &[changed])?;
    Ok(Value::int(i64::from(n)))
}

/// `flock(fd, op)`
pub fn flock(fd: i32, op: i32) -> PyResult<()> {
    crate::interrupt::before_waiting()?;
    // SAFETY: no memory arguments.
    answer(crate::gil::without_gil(|| unsafe { libc::flock(fd, op) })).map(|_| ())
}

/// `lockf(fd, op[, length[, start[, whence]]])`
pub fn lockf(
    fd: i32,
    op: i32,
    length: Option<Value>,
    start: Option<Value>,
    whence: i32,
) -> PyResult<()> {
    // SAFETY: all its fields are numbers.
    let mut l: libc::flock = unsafe { std::mem::zeroed() };
    let kind = if op & libc::LOCK_UN != 0 {
        libc::F_UNLCK
    } else if op & libc::LOCK_SH != 0 {
        libc::F_RDLCK
    } else if op & libc::LOCK_EX != 0 {
        libc::F_WRLCK
    } else {
        return Err(value_error("unrecognized lockf argument"));
    };
    l.l_type = kind as libc::c_short;
    l.l_whence = whence as libc::c_short;
    let number = |v: Option<Value>| v.map_or(Ok(0), crate::number::int_from_value);
    (l.l_start, l.l_len) = (number(start)?, number(length)?);
    let how = if op & libc::LOCK_NB != 0 {
        libc::F_SETLK
    } else {
        libc::F_SETLKW
    };
    crate::interrupt::before_waiting()?;
    // SAFETY: a description of a lock.
    answer(crate::gil::without_gil(|| unsafe {
        libc::fcntl(fd, how, &l)
    }))
    .map(|_| ())
}
