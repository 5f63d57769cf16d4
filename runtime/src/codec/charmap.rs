//! Codecs of one byte a character: ASCII, Latin-1, ROT13.

use super::errors::{self, Bad, Errors};
use crate::builtins::{str, unicode};
use crate::error::PyResult;
use crate::layouts::{Str, Unicode};
use crate::object::Ref;

/// The end of the run of code points that fail a test.
fn run(chars: &[u32], start: usize, ok: impl Fn(u32) -> bool) -> usize {
    chars[start..]
        .iter()
        .position(|c| ok(*c))
        .map_or(chars.len(), |n| start + n)
}

/// Encodes what is below a limit.
fn encode_below(
    u: Ref<Unicode>,
    limit: u32,
    name: &str,
    reason: &'static str,
    errors: Errors<'_>,
) -> PyResult<Ref<Str>> {
    errors::encode(u, name, errors, |chars, at, out| {
        let good = run(chars, *at, |c| c >= limit);
        out.extend(chars[*at..good].iter().map(|c| *c as u8));
        *at = good;
        if good == chars.len() {
            return Ok(());
        }
        Err(Bad::new(good, run(chars, good, |c| c < limit), reason))
    })
}

/// To ASCII.
pub fn encode_ascii(u: Ref<Unicode>, errors: Errors<'_>) -> PyResult<Ref<Str>> {
    match u.as_ref().ascii() {
        Some(b) => str::try_new(b),
        None => encode_below(u, 128, "ascii", "ordinal not in range(128)", errors),
    }
}

/// To Latin-1.
pub fn encode_latin1(u: Ref<Unicode>, errors: Errors<'_>) -> PyResult<Ref<Str>> {
    match u.as_ref().chars() {
        unicode::Chars::One(b) => str::try_new(b),
        _ => encode_below(u, 256, "latin-1", "ordinal not in range(256)", errors),
    }
}

/// From ASCII.
pub fn decode_ascii(s: Ref<Str>, errors: Errors<'_>) -> PyResult<Ref<Unicode>> {
    if s.bytes().is_ascii() {
        return unicode::from_ascii(s.as_ref().bytes());
    }
    errors::decode(s, "ascii", errors, |bytes, at, out| {
        while let Some(c) = bytes.get(*at) {
            if !c.is_ascii() {
                return Err(Bad::new(*at, *at + 1, "ordinal not in range(128)"));
            }
            out.push(u32::from(*c));
            *at += 1;
        }
        Ok(())
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
    errors::encode(u, "charmap", errors, |chars, at, out| {
        while let Some(c) = chars.get(*at) {
            let Ok(c) = u8::try_from(*c) else {
                return Err(Bad::new(
                    *at,
                    run(chars, *at, |c| c < 256),
                    "character maps to <undefined>",
                ));
            };
            out.push(rotate(c));
            *at += 1;
        }
        Ok(())
    })
}

/// The same back.
pub fn decode_rot13(s: Ref<Str>) -> PyResult<Ref<Unicode>> {
    let out: Vec<u8> = s.as_ref().bytes().iter().map(|c| rotate(*c)).collect();
    unicode::from_units(&out)
}
