//! The module `crypt` (rows: spec/modules/crypt.toml). The library is looked for when the module is imported:
//! hardly a program needs it.

use std::ffi::{CStr, c_char};
use std::sync::OnceLock;

use super::posix::string;
use crate::builtins::str as bytes;
use crate::error::{PyResult, import_error};
use crate::value::Value;

type Crypt = unsafe extern "C" fn(*const c_char, *const c_char) -> *const c_char;

static FUNCTION: OnceLock<Crypt> = OnceLock::new();

/// The names that the library goes by.
const LIBRARIES: [&CStr; 2] = [c"libcrypt.so.1", c"libcrypt.so.2"];

fn find() -> Option<Crypt> {
    LIBRARIES.iter().find_map(|name| {
        // SAFETY: names that end with 0; a library without code that runs when it is loaded.
        unsafe {
            let library = libc::dlopen(name.as_ptr(), libc::RTLD_NOW | libc::RTLD_LOCAL);
            if library.is_null() {
                return None;
            }
            let f = libc::dlsym(library, c"crypt".as_ptr());
            // The function has this type in all of these libraries, which stay loaded.
            (!f.is_null()).then(|| std::mem::transmute::<*mut libc::c_void, Crypt>(f))
        }
    })
}

fn function() -> PyResult<Crypt> {
    if let Some(f) = FUNCTION.get() {
        return Ok(*f);
    }
    match find() {
        Some(f) => Ok(*FUNCTION.get_or_init(|| f)),
        None => Err(import_error("the system has no libcrypt")),
    }
}

/// Without the library there is no such module.
pub fn init(_: Value) -> PyResult<()> {
    function().map(|_| ())
}

/// `crypt(word, salt)`
pub fn crypt(word: Value, salt: Value) -> PyResult {
    let (word, salt) = (string(word, "crypt", 1)?, string(salt, "crypt", 2)?);
    let f = function()?;
    // SAFETY: strings that end with 0; the answer is one, too, or null, and is copied before the next call,
    // for which the global lock is needed.
    let answer = unsafe {
        let p = f(word.as_ptr(), salt.as_ptr());
        (!p.is_null()).then(|| CStr::from_ptr(p))
    };
    Ok(match answer {
        Some(s) => bytes::new(s.to_bytes()).into(),
        None => Value::none(),
    })
}
