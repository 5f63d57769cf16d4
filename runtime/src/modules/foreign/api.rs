//! The few functions of CPython's C API that `ctypes.pythonapi` has: those that make sense without its objects.

use std::ffi::{CStr, c_char};

use crate::builtins::str as bytes;
use crate::value::Value;

/// Nothing is optimised away here.
static OPTIMIZE: i32 = 0;

/// The address of what CPython exports by a name.
pub fn find(name: &[u8]) -> Option<u64> {
    let function = match name {
        b"Py_IncRef" | b"Py_DecRef" => count_nothing as *const (),
        b"PyInt_AsLong" => int_as_long as *const (),
        b"PyInt_FromLong" => int_from_long as *const (),
        b"PyOS_snprintf" => libc::snprintf as *const (),
        b"PyString_FromString" => string_from as *const (),
        b"PyString_FromStringAndSize" => string_from_size as *const (),
        b"Py_OptimizeFlag" => (&raw const OPTIMIZE).cast(),
        _ => return None,
    };
    Some(function as u64)
}

/// Objects do not count references: what C code asks of CPython so often does nothing.
extern "C" fn count_nothing(_object: u64) {}

extern "C" fn int_from_long(n: i64) -> u64 {
    Value::int(n).bits()
}

/// -1 for what is no int.
extern "C" fn int_as_long(object: u64) -> i64 {
    // SAFETY: 0 or the word of an object, as the caller promises.
    let v = unsafe { Value::from_bits(object) };
    v.and_then(Value::as_int).unwrap_or(-1)
}

extern "C" fn string_from(text: *const c_char) -> u64 {
    // SAFETY: a C string, as the caller promises.
    let text = unsafe { CStr::from_ptr(text) };
    Value::from(bytes::new(text.to_bytes())).bits()
}

extern "C" fn string_from_size(text: *const u8, size: isize) -> u64 {
    let size = usize::try_from(size).unwrap_or(0);
    let made = match text.is_null() {
        true => bytes::storage::build(size, |to| to.fill(0)),
        // SAFETY: so many bytes, as the caller promises.
        false => bytes::new(unsafe { std::slice::from_raw_parts(text, size) }),
    };
    Value::from(made).bits()
}
