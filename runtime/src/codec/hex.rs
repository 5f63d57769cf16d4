//! `hex`: two digits a byte.

use crate::builtins::str;
use crate::error::{PyResult, type_error};
use crate::layouts::Str;
use crate::object::Ref;

/// Knows no error handler but the strict one.
pub fn check_errors(errors: &Option<Vec<u8>>) -> PyResult<()> {
    match errors.as_deref() {
        None | Some(b"strict") => Ok(()),
        Some(_) => Err(crate::error::raise_bare(
            crate::types::ASSERTION_ERROR.get(),
        )),
    }
}

/// Bytes as digits.
pub fn encode(s: Ref<Str>) -> PyResult<Ref<Str>> {
    encode_bytes(s.as_ref().bytes())
}

/// The same for any bytes.
pub fn encode_bytes(b: &[u8]) -> PyResult<Ref<Str>> {
    str::try_build(b.len() * 2, |to| {
        let (pairs, _) = to.as_chunks_mut::<2>();
        for (pair, c) in pairs.iter_mut().zip(b) {
            *pair = [digit(c >> 4), digit(c & 15)];
        }
    })
}

#[inline(always)]
fn digit(n: u8) -> u8 {
    n + b'0' + if n > 9 { b'a' - b'0' - 10 } else { 0 }
}

/// The values of hexadecimal digits; of other bytes [`NO_DIGIT`].
const VALUES: [u8; 256] = {
    let mut values = [NO_DIGIT; 256];
    let mut n = 0;
    while n < 16 {
        let c = b"0123456789abcdef"[n];
        values[c as usize] = n as u8;
        values[c.to_ascii_uppercase() as usize] = n as u8;
        n += 1;
    }
    values
};
const NO_DIGIT: u8 = 0xFF;

/// The value of a hexadecimal digit.
#[inline]
pub fn value(c: u8) -> Option<u32> {
    let v = VALUES[usize::from(c)];
    (v != NO_DIGIT).then_some(u32::from(v))
}

/// Digits as bytes.
pub fn decode(s: Ref<Str>) -> PyResult<Ref<Str>> {
    let b = s.as_ref().bytes();
    if !b.len().is_multiple_of(2) {
        return Err(type_error("Odd-length string"));
    }
    match decode_bytes(b)? {
        Some(s) => Ok(s),
        None => Err(type_error("Non-hexadecimal digit found")),
    }
}

/// The bytes of pairs of digits; `None` where one is no digit.
pub fn decode_bytes(b: &[u8]) -> PyResult<Option<Ref<Str>>> {
    let mut wrong = 0;
    let s = str::try_build(b.len() / 2, |to| {
        for (to, [a, b]) in to.iter_mut().zip(b.as_chunks::<2>().0) {
            let (a, b) = (VALUES[usize::from(*a)], VALUES[usize::from(*b)]);
            wrong |= a | b;
            *to = a << 4 | b & 15;
        }
    })?;
    Ok((wrong & 0xF0 == 0).then_some(s))
}
