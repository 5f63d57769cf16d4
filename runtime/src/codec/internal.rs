//! `unicode_internal`: code points as they are in the memory of a wide build of CPython.

use super::errors::{self, Bad, Errors};
use super::wide::{self, Order};
use crate::error::PyResult;
use crate::layouts::{Str, Unicode};
use crate::object::Ref;
use crate::text::narrow;

/// The code points' bytes.
pub fn encode(u: Ref<Unicode>) -> PyResult<Ref<Str>> {
    let order = if cfg!(target_endian = "big") {
        Order::Big
    } else {
        Order::Little
    };
    wide::encode32(u, order)
}

/// The same back.
pub fn decode(s: Ref<Str>, errors: Errors<'_>) -> PyResult<Ref<Unicode>> {
    errors::decode(s, "unicode_internal", errors, |bytes, at, out| {
        *at += 4 * narrow::extend_while(out, bytes[*at..].as_chunks::<4>().0, |b| {
            Some(u32::from_ne_bytes(*b)).filter(|c| *c < 0x11_0000)
        });
        match bytes.len() - *at {
            0 => Ok(()),
            4.. => Err(Bad::new(*at, *at + 4, "illegal code point (> 0x10FFFF)")),
            _ => Err(Bad::new(*at, bytes.len(), "truncated input")),
        }
    })
}
