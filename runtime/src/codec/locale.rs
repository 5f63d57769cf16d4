//! The encoding of the user's locale: that of file names, and of the standard streams at a terminal.

use std::ffi::CStr;
use std::sync::OnceLock;

use super::{Encoding, Names, decode_object, encode_object, find, registry};
use crate::builtins::str;
use crate::error::{PyResult, type_error};
use crate::layouts::{Str, Unicode};
use crate::object::Ref;
use crate::value::Value;

static ENCODING: OnceLock<Option<Vec<u8>>> = OnceLock::new();

/// Asks the environment, once, while it is still what the program was started with. An encoding without a codec is
/// none; that may have to be looked for, so modules must be importable.
pub fn begin() {
    let name = of_environment();
    let known = find(&name).is_some() || !name.is_empty() && registry::lookup(&name).is_ok();
    if !known {
        crate::thread::current().take_pending();
    }
    let _ = ENCODING.set(known.then_some(name));
}

fn of_environment() -> Vec<u8> {
    // SAFETY: a locale that is freed after its last use, and a text that lives as long as it.
    unsafe {
        let locale = libc::newlocale(libc::LC_CTYPE_MASK, c"".as_ptr(), std::ptr::null_mut());
        if locale.is_null() {
            // No such locale: the one that every program begins with.
            return CStr::from_ptr(libc::nl_langinfo(libc::CODESET))
                .to_bytes()
                .to_vec();
        }
        let name = CStr::from_ptr(libc::nl_langinfo_l(libc::CODESET, locale))
            .to_bytes()
            .to_vec();
        libc::freelocale(locale);
        name
    }
}

/// The encoding, if it is one that programs know.
pub fn encoding() -> Option<&'static [u8]> {
    ENCODING.get()?.as_deref()
}

pub fn is_utf8() -> bool {
    encoding().and_then(find) == Some(Encoding::Utf8)
}

fn names() -> Names {
    Names {
        encoding: encoding().map(<[u8]>::to_vec),
        errors: None,
    }
}

/// The name of a file as the system has it.
///
/// # Errors
/// The codec's.
pub fn encode_name(u: Ref<Unicode>) -> PyResult<Ref<Str>> {
    encode_object(u.into(), &names())?
        .cast::<Str>()
        .ok_or_else(|| type_error("(encoder failed to return a string)"))
}

/// The name of a file as text.
///
/// # Errors
/// The codec's.
pub fn decode_name(name: &[u8]) -> PyResult {
    let name: Value = str::try_new(name)?.into();
    decode_object(name, &names())
}
