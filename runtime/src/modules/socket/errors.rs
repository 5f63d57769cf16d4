//! `socket.error` and its subclasses.

use std::ffi::CStr;

use crate::builtins::{str as bytes, tuple};
use crate::error::{PyResult, Raised};
use crate::layouts::Dict;
use crate::modules::native_error::NativeError;
use crate::object::Ref;
use crate::value::Value;

pub static ERROR: NativeError = NativeError::new();
pub static HERROR: NativeError = NativeError::new();
pub static GAIERROR: NativeError = NativeError::new();
pub static TIMEOUT: NativeError = NativeError::new();

/// Makes the classes, and puts them into the module.
pub fn init(d: Ref<Dict>) -> PyResult<()> {
    let error = ERROR.create("socket", "error", crate::types::IO_ERROR.get())?;
    d.set_str(bytes::intern(b"error"), error);
    for (class, name) in [
        (&HERROR, "herror"),
        (&GAIERROR, "gaierror"),
        (&TIMEOUT, "timeout"),
    ] {
        let made = class.create_from("socket", name, error)?;
        d.set_str(bytes::intern(name.as_bytes()), made);
    }
    Ok(())
}

fn raise(class: &NativeError, number: i32, text: &[u8]) -> Raised {
    let args = [Value::int(i64::from(number)), bytes::new(text).into()];
    class.raise_value(tuple::from_slice(&args).into())
}

/// `socket.error(errno, text)`. A signal's handler runs first, and its exception wins.
pub fn from_errno(errno: i32) -> Raised {
    if errno == libc::EINTR
        && let Err(e) = crate::modules::signal::check_signals()
    {
        return e;
    }
    // SAFETY: strerror returns a string that lives at least until the next call in this thread.
    let text = unsafe { CStr::from_ptr(libc::strerror(errno)) };
    raise(&ERROR, errno, text.to_bytes())
}

/// The calling thread's errno.
pub fn errno() -> i32 {
    std::io::Error::last_os_error().raw_os_error().unwrap_or(0)
}

/// What getaddrinfo and getnameinfo say.
pub fn from_gai(code: i32) -> Raised {
    if code == libc::EAI_SYSTEM {
        return from_errno(errno());
    }
    // SAFETY: gai_strerror returns a constant string.
    let text = unsafe { CStr::from_ptr(libc::gai_strerror(code)) };
    raise(&GAIERROR, code, text.to_bytes())
}

/// What gethostbyname and its kin say.
pub fn from_h_errno(code: i32) -> Raised {
    unsafe extern "C" {
        fn hstrerror(code: i32) -> *const libc::c_char;
    }
    // SAFETY: hstrerror returns a constant string.
    let text = unsafe { CStr::from_ptr(hstrerror(code)) };
    raise(&HERROR, code, text.to_bytes())
}

pub fn timed_out() -> Raised {
    TIMEOUT.raise("timed out")
}
