//! `hex`: two digits a byte.

use crate::builtins::str;
use crate::error::{PyResult, type_error};
use crate::layouts::Str;
use crate::object::Ref;

/// Knows no error handler but the strict one.
pub fn check_errors(errors: &Option<Vec<u8>>) -> PyResult<()> {
    match errors.as_deref() {
        None | Some(b"strict") => Ok(()),
        Some(_) => Err(crate::error::assertion_error("")),
    }
}

/// Bytes as digits.
pub fn encode(s: Ref<Str>) -> PyResult<Ref<Str>> {
    let b = s.as_ref().bytes();
    let out: Vec<u8> = b
        .iter()
        .flat_map(|c| [digit(c >> 4), digit(c & 15)])
        .collect();
    str::try_new(&out)
}

fn digit(n: u8) -> u8 {
    if n < 10 { b'0' + n } else { b'a' + n - 10 }
}

/// The value of a hexadecimal digit.
pub fn value(c: u8) -> Option<u32> {
    char::from(c).to_digit(16)
}

/// Digits as bytes.
pub fn decode(s: Ref<Str>) -> PyResult<Ref<Str>> {
    let b = s.as_ref().bytes();
    if !b.len().is_multiple_of(2) {
        return Err(type_error("Odd-length string"));
    }
    let byte = |p: &[u8]| Some((value(p[0])? << 4 | value(p[1])?) as u8);
    match b.chunks_exact(2).map(byte).collect::<Option<Vec<u8>>>() {
        Some(out) => str::try_new(&out),
        None => Err(type_error("Non-hexadecimal digit found")),
    }
}
