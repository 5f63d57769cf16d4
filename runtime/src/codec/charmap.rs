//! Codecs of one byte a character: ASCII, Latin-1, ROT13.

// Units of 32 bits need no conversion; the smaller ones do.
#![allow(clippy::useless_conversion)]

use super::errors::{self, Bad, Errors};
use crate::builtins::unicode::storage::with_units;
use crate::builtins::{str, unicode};
use crate::error::PyResult;
use crate::layouts::{Str, Unicode};
use crate::object::Ref;

/// Encodes what is below a limit, which is not above 256, by a function.
fn encode_below(
    u: Ref<Unicode>,
    limit: u32,
    (name, reason): (&str, &'static str),
    errors: Errors<'_>,
    byte: impl Fn(u8) -> u8,
) -> PyResult<Ref<Str>> {
    let mut out = Vec::with_capacity(u.length());
    let mut instead = Vec::new();
    with_units!(u, units => {
        let mut at = 0;
        loop {
            let rest = &units[at..];
            let good = rest.iter().take_while(|c| u32::from(**c) < limit).count();
            out.extend(rest[..good].iter().map(|c| byte(u32::from(*c) as u8)));
            if good == rest.len() {
                break;
            }
            let bad = rest[good..].iter().take_while(|c| u32::from(**c) >= limit).count();
            let bad = Bad::new(at + good, at + good + bad, reason);
            at = errors::instead_of_text(u, name, errors, bad, &mut instead)?;
            if instead.iter().any(|c| *c >= limit) {
                // Told of the first alone, but by maps.
                let told = match name {
                    "charmap" => bad,
                    _ => Bad::new(bad.start, bad.start + 1, reason),
                };
                return Err(errors::encode_error(name, u.into(), told));
            }
            out.extend(instead.iter().map(|c| byte(*c as u8)));
        }
    });
    str::try_new(&out)
}

/// To ASCII.
pub fn encode_ascii(u: Ref<Unicode>, errors: Errors<'_>) -> PyResult<Ref<Str>> {
    match u.as_ref().ascii() {
        Some(b) => str::try_new(b),
        None => encode_below(
            u,
            128,
            ("ascii", "ordinal not in range(128)"),
            errors,
            |c| c,
        ),
    }
}

/// To Latin-1.
pub fn encode_latin1(u: Ref<Unicode>, errors: Errors<'_>) -> PyResult<Ref<Str>> {
    match u.as_ref().chars() {
        unicode::Chars::One(b) => str::try_new(b),
        _ => encode_below(
            u,
            256,
            ("latin-1", "ordinal not in range(256)"),
            errors,
            |c| c,
        ),
    }
}

/// From ASCII.
pub fn decode_ascii(s: Ref<Str>, errors: Errors<'_>) -> PyResult<Ref<Unicode>> {
    if s.bytes().is_ascii() {
        return unicode::from_ascii(s.as_ref().bytes());
    }
    errors::decode(s, "ascii", errors, |bytes, at, out| {
        let rest = &bytes[*at..];
        let good = rest.iter().take_while(|c| c.is_ascii()).count();
        out.extend(rest[..good].iter().map(|c| u32::from(*c)));
        *at += good;
        if good == rest.len() {
            return Ok(());
        }
        Err(Bad::new(*at, *at + 1, "ordinal not in range(128)"))
    })
}

fn rotate(c: u8) -> u8 {
    match c {
        b'a'..=b'z' => (c - b'a' + 13) % 26 + b'a',
        b'A'..=b'Z' => (c - b'A' + 13) % 26 + b'A',
        _ => c,
    }
}

/// Letters turned by half an alphabet; other characters up to 255 as in Latin-1.
pub fn encode_rot13(u: Ref<Unicode>, errors: Errors<'_>) -> PyResult<Ref<Str>> {
    let names = ("charmap", "character maps to <undefined>");
    encode_below(u, 256, names, errors, rotate)
}

/// The same back.
pub fn decode_rot13(s: Ref<Str>) -> PyResult<Ref<Unicode>> {
    let out: Vec<u8> = s.as_ref().bytes().iter().map(|c| rotate(*c)).collect();
    unicode::from_units(&out)
}
