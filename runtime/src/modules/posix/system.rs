//! The system itself: its name, its errors, randomness, the environment.

use std::ffi::{CStr, CString};
use std::os::unix::ffi::OsStringExt;

use super::{check, errno, os_error, string};
use crate::builtins::{str as bytes, tuple};
use crate::error::{PyResult, value_error};
use crate::value::Value;

/// The C library's text of an error number.
pub fn error_text(errno: i32) -> Vec<u8> {
    let mut room = [0u8; 256];
    // SAFETY: room for as many bytes as are told; the text ends with 0.
    unsafe {
        libc::strerror_r(errno, room.as_mut_ptr().cast(), room.len());
        CStr::from_ptr(room.as_ptr().cast()).to_bytes().to_vec()
    }
}

/// `strerror(code)`
pub fn strerror(code: i32) -> PyResult {
    Ok(bytes::new(&error_text(code)).into())
}

/// `uname()`
pub fn uname() -> PyResult {
    let mut u = std::mem::MaybeUninit::<libc::utsname>::uninit();
    // SAFETY: room for the answer.
    check(unsafe { libc::uname(u.as_mut_ptr()) })?;
    // SAFETY: uname has filled it; its texts end with 0.
    let items = unsafe {
        let u = u.assume_init_ref();
        [&u.sysname, &u.nodename, &u.release, &u.version, &u.machine]
            .map(|f| Value::from(bytes::new(CStr::from_ptr(f.as_ptr()).to_bytes())))
    };
    Ok(tuple::from_slice(&items).into())
}

/// `urandom(n)`
pub fn urandom(n: i32) -> PyResult {
    let Ok(n) = usize::try_from(n) else {
        return Err(value_error("negative argument not allowed"));
    };
    let mut failed = 0;
    let s = bytes::storage::try_build(n, |room| {
        let mut at = 0;
        while at < room.len() {
            let left = &mut room[at..];
            // SAFETY: room for as many bytes as are told.
            let got = unsafe { libc::getrandom(left.as_mut_ptr().cast(), left.len(), 0) };
            match usize::try_from(got) {
                Ok(k) => at += k,
                Err(_) if errno() == libc::EINTR => {}
                Err(_) => {
                    failed = errno();
                    break;
                }
            }
        }
    })?;
    if failed != 0 {
        return Err(os_error());
    }
    Ok(s.into())
}

/// The process's environment.
pub fn environment() -> impl Iterator<Item = (Vec<u8>, Vec<u8>)> {
    std::env::vars_os().map(|(k, v)| (k.into_vec(), v.into_vec()))
}

/// `putenv(key, value)`
pub fn putenv(key: Value, value: Value) -> PyResult<()> {
    let key = string(key, "putenv", 1)?;
    let value = string(value, "putenv", 2)?;
    if key.as_bytes().is_empty() || key.as_bytes().contains(&b'=') {
        return Err(value_error("illegal environment variable name"));
    }
    // SAFETY: two strings that end with 0; other threads of this process do not touch the environment.
    check(unsafe { libc::setenv(key.as_ptr(), value.as_ptr(), 1) })
}

/// `unsetenv(key)`
pub fn unsetenv(key: Value) -> PyResult<()> {
    let key: CString = string(key, "unsetenv", 1)?;
    // SAFETY: a string that ends with 0; see putenv.
    check(unsafe { libc::unsetenv(key.as_ptr()) })
}
