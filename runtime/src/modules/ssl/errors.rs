//! `ssl.SSLError` and its subclasses.

use std::ffi::CStr;

use openssl::error::{Error, ErrorStack};

use crate::builtins::{dict, str as bytes, tuple, unicode};
use crate::error::{PyResult, Raised};
use crate::layouts::{Dict, Str};
use crate::modules::native_error::NativeError;
use crate::object::Ref;
use crate::value::Value;

pub static ERROR: NativeError = NativeError::new();
pub static ZERO_RETURN: NativeError = NativeError::new();
pub static WANT_READ: NativeError = NativeError::new();
pub static WANT_WRITE: NativeError = NativeError::new();
pub static SYSCALL: NativeError = NativeError::new();
pub static EOF: NativeError = NativeError::new();

/// First arguments of exceptions: the constants `SSL_ERROR_…`.
pub mod number {
    pub const SSL: i64 = 1;
    pub const WANT_READ: i64 = 2;
    pub const WANT_WRITE: i64 = 3;
    pub const WANT_LOOKUP: i64 = 4;
    pub const SYSCALL: i64 = 5;
    pub const ZERO_RETURN: i64 = 6;
    pub const WANT_CONNECT: i64 = 7;
    pub const EOF: i64 = 8;
    pub const INVALID: i64 = 10;
}

/// What was done when an error came. Messages end with a place in CPython's source, which programs look
/// for; so each of these has the line that it has there.
#[derive(Clone, Copy)]
pub enum Place {
    Handshake = 727,
    Write = 1829,
    Read = 1946,
    Shutdown = 2051,
    Context = 2117,
    Certificate = 2815,
    Key = 2834,
    KeyCheck = 2842,
    Data = 2938,
    Locations = 3063,
    Parameters = 3122,
    DefaultPaths = 3186,
    Curve = 3236,
}

/// The parts of the library whose errors are told by name.
const LIBRARIES: [(i32, &str); 3] = [(9, "PEM"), (11, "X509"), (20, "SSL")];
/// Larger ones mean that another part of the library failed, and have no names of their own.
const REASONS: i32 = 1200;
/// The first reason that a part of the library has.
const FIRST_REASON: i32 = 100;

/// Makes the classes, and puts them into the module.
pub fn init(d: Ref<Dict>) -> PyResult<()> {
    crate::modules::import(b"_socket")?;
    let base = crate::modules::socket::error_class()?;
    let error = ERROR.create_from("ssl", "SSLError", base)?;
    let put = |name: &str, class: Value| {
        if let Some(ty) = class.cast::<crate::typeobj::Type>() {
            ty.slots.str.set(Some(text));
        }
        d.set_str(bytes::intern(name.as_bytes()), class);
    };
    put("SSLError", error);
    for (class, name) in [
        (&ZERO_RETURN, "SSLZeroReturnError"),
        (&WANT_READ, "SSLWantReadError"),
        (&WANT_WRITE, "SSLWantWriteError"),
        (&SYSCALL, "SSLSyscallError"),
        (&EOF, "SSLEOFError"),
    ] {
        put(name, class.create_from("ssl", name, error)?);
    }
    Ok(())
}

/// An error as text is its message, without the number.
fn text(e: Value) -> PyResult {
    let message = crate::attr::get(e, bytes::intern(b"strerror"))?;
    if message.cast::<Str>().is_some() || unicode::is_unicode(message) {
        return Ok(crate::protocol::str(message)?.into());
    }
    let args = crate::attr::get(e, bytes::intern(b"args"))?;
    Ok(crate::protocol::str(args)?.into())
}

/// What the library calls a reason, if it has that one.
fn reason_text(library: i32, reason: i32) -> Option<&'static str> {
    let code = openssl_sys::ERR_PACK(library, 0, reason);
    // SAFETY: a static string of the library, or null.
    unsafe {
        let p = openssl_sys::ERR_reason_error_string(code);
        (!p.is_null()).then(|| CStr::from_ptr(p).to_str().ok())?
    }
}

/// The symbolic name of a reason.
fn reason_name(library: i32, reason: i32) -> Option<String> {
    if !(FIRST_REASON..=REASONS).contains(&reason) {
        return None;
    }
    Some(
        reason_text(library, reason)?
            .to_uppercase()
            .replace([' ', '/', '-'], "_"),
    )
}

fn library_name(library: i32) -> Option<&'static str> {
    LIBRARIES.iter().find(|l| l.0 == library).map(|l| l.1)
}

/// Puts the tables of names and codes into the module.
pub fn init_tables(d: Ref<Dict>) -> PyResult<()> {
    let (names, codes, libraries) = (dict::new(), dict::new(), dict::new());
    for (library, library_name) in LIBRARIES {
        for reason in FIRST_REASON..=REASONS {
            let Some(name) = reason_name(library, reason) else {
                continue;
            };
            let code = [Value::int(library.into()), Value::int(reason.into())];
            let code: Value = tuple::from_slice(&code).into();
            let name: Value = unicode::from_ascii(name.as_bytes())?.into();
            codes.set(code, name)?;
            names.set(name, code)?;
        }
        let name = unicode::from_ascii(library_name.as_bytes())?;
        libraries.set(
            crate::builtins::long::from_i128(library.into()),
            name.into(),
        )?;
    }
    d.set_str(bytes::intern(b"err_codes_to_names"), codes.into());
    d.set_str(bytes::intern(b"err_names_to_codes"), names.into());
    d.set_str(bytes::intern(b"lib_codes_to_names"), libraries.into());
    Ok(())
}

/// Forgets what the library noted down about errors that do not matter.
pub fn clear() {
    ErrorStack::get();
}

/// Raises an error with a number; its message is the given one or the library's.
#[cold]
pub fn raise(
    class: &NativeError,
    number: i64,
    message: Option<&str>,
    error: Option<&Error>,
    place: Place,
) -> Raised {
    clear();
    let make = || -> PyResult<(Value, Value, Value)> {
        let library = error.and_then(|e| library_name(e.library_code()));
        let reason = error
            .filter(|_| library.is_some())
            .and_then(|e| reason_name(e.library_code(), e.reason_code()));
        let message = message
            .or_else(|| reason_text(error?.library_code(), error?.reason_code()))
            .unwrap_or("unknown error");
        let line = place as i32;
        let text = match (library, &reason) {
            (Some(l), Some(r)) => format!("[{l}: {r}] {message} (_ssl.c:{line})"),
            (Some(l), None) => format!("[{l}] {message} (_ssl.c:{line})"),
            _ => format!("{message} (_ssl.c:{line})"),
        };
        let name = |s: Option<&str>| -> PyResult {
            match s {
                Some(s) => Ok(unicode::from_ascii(s.as_bytes())?.into()),
                None => Ok(Value::none()),
            }
        };
        let text = unicode::from_ascii(text.as_bytes())?;
        let args = [Value::int(number), text.into()];
        let e = crate::call::call_values(class.class()?, &args)?;
        Ok((e, name(reason.as_deref())?, name(library)?))
    };
    let (e, reason, library) = match make() {
        Ok(made) => made,
        Err(e) => return e,
    };
    for (attribute, v) in [(&b"reason"[..], reason), (b"library", library)] {
        if let Err(e) = crate::attr::set(e, bytes::intern(attribute), Some(v)) {
            return e;
        }
    }
    crate::error::raise_value(e.ty().value(), Some(e))
}

/// Raises the library's last error.
#[cold]
pub fn from_stack(stack: &ErrorStack, place: Place) -> Raised {
    let error = stack.errors().last();
    let number = error.map_or(0, |e| e.code() as i64);
    raise(&ERROR, number, None, error, place)
}

/// Raises a message without a number.
#[cold]
pub fn plain(message: &str) -> Raised {
    clear();
    ERROR.raise(message)
}
