//! The module `posix` (rows: spec/modules/posix.toml): thin layers over the C library.
//!
//! Here is what its parts share: paths as arguments, failures as OSError, and the constants.

use std::ffi::{CStr, CString};

use crate::builtins::{dict, module, str as bytes, unicode};
use crate::error::{PyResult, Raised, raise_value, type_error};
use crate::layouts::{Module, Str, Unicode};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;

pub mod descriptors;
pub mod files;
pub mod ids;
pub mod limits;
pub mod process;
pub mod system;

/// Raises an EnvironmentError with the text of `errno`; its instance is made where it is handled.
#[cold]
pub fn failure_of(class: Ref<Type>, errno: i32, filename: Option<Value>) -> Raised {
    if errno == libc::EINTR
        && let Err(e) = crate::interrupt::handle()
    {
        return e;
    }
    let parts = [
        Value::int(i64::from(errno)),
        bytes::new(system::error_text(errno).as_slice()).into(),
        filename.unwrap_or(Value::none()),
    ];
    let n = if filename.is_some() { 3 } else { 2 };
    raise_value(
        class.into(),
        Some(crate::builtins::tuple::from_slice(&parts[..n]).into()),
    )
}

/// The number of the last failure of the C library.
pub fn errno() -> i32 {
    std::io::Error::last_os_error().raw_os_error().unwrap_or(0)
}

/// OSError for the last failure.
#[cold]
pub fn os_error() -> Raised {
    failure_of(crate::types::OS_ERROR.get(), errno(), None)
}

/// OSError for the last failure with a file.
#[cold]
pub fn file_error(path: &CStr) -> Raised {
    let errno = errno();
    let name = bytes::new(path.to_bytes());
    failure_of(crate::types::OS_ERROR.get(), errno, Some(name.into()))
}

/// IOError for a failure, perhaps with a file.
#[cold]
pub fn io_error(errno: i32, file: Option<Value>) -> Raised {
    failure_of(crate::types::IO_ERROR.get(), errno, file)
}

/// Nothing, or OSError where the C library says -1.
pub fn check(result: libc::c_int) -> PyResult<()> {
    if result == -1 {
        Err(os_error())
    } else {
        Ok(())
    }
}

/// A number, or OSError where the C library says -1.
pub fn number(result: i64) -> PyResult {
    if result == -1 {
        Err(os_error())
    } else {
        Ok(Value::int(result))
    }
}

/// A path as the system wants it: unicode is encoded as file names are.
pub fn path(v: Value) -> PyResult<CString> {
    path_argument(v, "", 1)
}

/// The same for a function whose name the messages tell.
pub fn path_argument(v: Value, function: &str, argument: usize) -> PyResult<CString> {
    let text: Ref<Str> = if let Some(s) = v.cast::<Str>() {
        s
    } else if let Some(u) = v.cast::<Unicode>() {
        crate::codec::locale::encode_name(u)?
    } else {
        return Err(raise_fmt!(
            type_error,
            "coercing to Unicode: need string or buffer, {} found",
            crate::attr::type_name(v)
        ));
    };
    CString::new(text.as_ref().bytes()).map_err(|_| {
        if function.is_empty() {
            return type_error("must be encoded string without NULL bytes, not str");
        }
        raise_fmt!(
            type_error,
            "{function}() argument {argument} must be encoded string without null bytes, not str"
        )
    })
}

/// A string argument without zero bytes (CPython's format "s").
pub fn string(v: Value, function: &str, argument: usize) -> PyResult<CString> {
    let text = match v.cast::<Str>() {
        Some(s) => s,
        None => match unicode::encode_default(v)? {
            Some(s) => s,
            None => {
                let got = if v.is_none() {
                    "None"
                } else {
                    crate::attr::type_name(v)
                };
                return Err(raise_fmt!(
                    type_error,
                    "{function}() argument {argument} must be string, not {got}"
                ));
            }
        },
    };
    CString::new(text.as_ref().bytes()).map_err(|_| {
        raise_fmt!(
            type_error,
            "{function}() argument {argument} must be string without null bytes, not str"
        )
    })
}

/// Runs what may take long; other threads may go on meanwhile.
pub fn blocking<R>(f: impl FnOnce() -> R) -> R {
    crate::gil::without_gil(f)
}

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    let set = |n: &str, v: Value| d.set_str(bytes::intern(n.as_bytes()), v);
    set("error", crate::types::OS_ERROR.get().into());
    let environ = dict::new();
    for (k, v) in system::environment() {
        let key: Value = bytes::new(&k).into();
        if !environ.contains(key)? {
            environ.set(key, bytes::new(&v).into())?;
        }
    }
    set("environ", environ.into());
    for (n, table) in [
        ("sysconf_names", limits::SYSCONF),
        ("confstr_names", limits::CONFSTR),
        ("pathconf_names", limits::PATHCONF),
    ] {
        set(n, limits::names(table).into());
    }
    Ok(())
}
