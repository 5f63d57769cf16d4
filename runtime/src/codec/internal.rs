//! `unicode_internal`: code points as they are in the memory of a wide build of CPython.

use super::errors::{self, Bad, Errors};
use crate::builtins::str;
use crate::error::PyResult;
use crate::layouts::{Str, Unicode};
use crate::object::Ref;

/// The code points' bytes.
pub fn encode(u: Ref<Unicode>) -> PyResult<Ref<Str>> {
    let bytes: Vec<u8> = u
        .as_ref()
        .to_vec()
        .iter()
        .flat_map(|c| c.to_ne_bytes())
        .collect();
    str::try_new(&bytes)
}

/// The same back.
pub fn decode(s: Ref<Str>, errors: Errors<'_>) -> PyResult<Ref<Unicode>> {
    errors::decode(s, "unicode_internal", errors, |bytes, at, out| {
        while *at < bytes.len() {
            let Some(chunk) = bytes[*at..].first_chunk::<4>() else {
                return Err(Bad::new(*at, bytes.len(), "truncated input"));
            };
            let c = u32::from_ne_bytes(*chunk);
            if c >= 0x11_0000 {
                return Err(Bad::new(*at, *at + 4, "illegal code point (> 0x10FFFF)"));
            }
            out.push(c);
            *at += 4;
        }
        Ok(())
    })
}
