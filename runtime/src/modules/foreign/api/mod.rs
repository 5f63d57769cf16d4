//! The few functions of CPython's C API that `ctypes.pythonapi` has: those that make sense without its objects.
//!
//! Objects are words here (`_foreign.object_address`), which C code cannot look into, and references are not counted.
//! All are called with the global lock.

mod format;
mod threads;

use std::cell::Cell;
use std::ffi::{CStr, c_char};

use crate::builtins::str as bytes;
use crate::layouts::{Dict, DictProxy};
use crate::value::Value;

/// Nothing is optimised away here.
static OPTIMIZE: i32 = 0;

/// The address of what CPython exports by a name.
pub fn find(name: &[u8]) -> Option<u64> {
    let function = match name {
        b"Py_IncRef" | b"Py_DecRef" => count_nothing as *const (),
        b"PyInt_AsLong" => int_as_long as *const (),
        b"PyInt_FromLong" => int_from_long as *const (),
        b"PyDictProxy_New" => dict_proxy as *const (),
        b"PyGILState_Ensure" => threads::ensure as *const (),
        b"PyGILState_Release" => threads::release as *const (),
        b"PyOS_snprintf" => libc::snprintf as *const (),
        b"PyString_FromFormat" => format::string_from_format(),
        b"PyString_FromString" => string_from as *const (),
        b"PyString_FromStringAndSize" => string_from_size as *const (),
        b"PyThreadState_SetAsyncExc" => threads::set_async_exc as *const (),
        b"PyUnicodeUCS4_FromFormat" => format::unicode_from_format(),
        b"Py_OptimizeFlag" => (&raw const OPTIMIZE).cast(),
        _ => return None,
    };
    Some(function as u64)
}

thread_local! {
    static MADE: Cell<Option<Value>> = const { Cell::new(None) };
}

/// The word of an object that a function here gives to its caller: whoever has made the call holds the object itself
/// ([`taken`]), before anything is allocated, since words do not keep objects alive.
fn made(v: Value) -> u64 {
    MADE.set(Some(v));
    v.bits()
}

/// What the function that was just called has made.
pub fn taken() -> Option<Value> {
    MADE.take()
}

/// Objects do not count references: what C code asks of CPython so often does nothing.
extern "C" fn count_nothing(_object: u64) {}

/// What looks like the word of an object; none for NULL.
fn object(word: u64) -> Option<Value> {
    // SAFETY: 0 or the word of an object, as C code promises.
    unsafe { Value::from_bits(word) }
}

extern "C" fn dict_proxy(mapping: u64) -> u64 {
    match object(mapping).and_then(|m| m.cast::<Dict>()) {
        Some(d) => made(DictProxy::alloc(d).into()),
        None => {
            crate::error::type_error("a dict is required");
            0
        }
    }
}

extern "C" fn int_from_long(n: i64) -> u64 {
    made(Value::int(n))
}

/// -1 for what is no int.
extern "C" fn int_as_long(word: u64) -> i64 {
    object(word).and_then(Value::as_int).unwrap_or(-1)
}

extern "C" fn string_from(text: *const c_char) -> u64 {
    // SAFETY: a C string, as the caller promises.
    let text = unsafe { CStr::from_ptr(text) };
    made(bytes::new(text.to_bytes()).into())
}

extern "C" fn string_from_size(text: *const u8, size: isize) -> u64 {
    let size = usize::try_from(size).unwrap_or(0);
    let s = match text.is_null() {
        true => bytes::storage::build(size, |to| to.fill(0)),
        // SAFETY: so many bytes, as the caller promises.
        false => bytes::new(unsafe { std::slice::from_raw_parts(text, size) }),
    };
    made(s.into())
}
