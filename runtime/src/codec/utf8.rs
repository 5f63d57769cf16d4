//! UTF-8 as Python 2 has it: lone surrogates are characters like others.

use super::errors::{self, Bad, Errors};
use crate::builtins::unicode::storage::{self, Chars};
use crate::builtins::{str, unicode};
use crate::error::PyResult;
use crate::layouts::{Str, Unicode};
use crate::object::Ref;
use crate::text::{Unit, narrow};

/// Appends the encoding of a code point.
#[inline]
pub fn push(out: &mut Vec<u8>, c: u32) {
    let tail = |shift: u32| 0x80 | (c >> shift & 0x3F) as u8;
    match c {
        0..0x80 => out.push(c as u8),
        0x80..0x800 => out.extend_from_slice(&[0xC0 | (c >> 6) as u8, tail(0)]),
        0x800..0x1_0000 => out.extend_from_slice(&[0xE0 | (c >> 12) as u8, tail(6), tail(0)]),
        _ => out.extend_from_slice(&[0xF0 | (c >> 18) as u8, tail(12), tail(6), tail(0)]),
    }
}

/// The bytes of text; a surrogate pair becomes one character.
pub fn encode(u: Ref<Unicode>) -> PyResult<Ref<Str>> {
    if let Some(b) = u.as_ref().ascii() {
        return str::try_new(b);
    }
    match u.as_ref().chars() {
        Chars::One(s) => encode_units(s),
        // Without surrogates the length is known before, and nothing is copied twice.
        Chars::Two(s) if !s.iter().fold(false, |any, c| any | (c & 0xF800 == 0xD800)) => {
            let n = s
                .iter()
                .map(|c| 1 + usize::from(*c >= 0x80) + usize::from(*c >= 0x800))
                .sum();
            str::try_build(n, |to| fill(to, s))
        }
        Chars::Two(s) => encode_units(s),
        Chars::Four(s) => encode_units(s),
    }
}

/// Writes the encoding of units that are no surrogates, for which there is exactly room.
fn fill(mut to: &mut [u8], units: &[u16]) {
    for c in units {
        let tail = |shift: u32| 0x80 | (c >> shift & 0x3F) as u8;
        to = match (c, to) {
            (0..0x80, [a, rest @ ..]) => {
                *a = *c as u8;
                rest
            }
            (0x80..0x800, [a, b, rest @ ..]) => {
                (*a, *b) = (0xC0 | (c >> 6) as u8, tail(0));
                rest
            }
            (_, [a, b, d, rest @ ..]) => {
                (*a, *b, *d) = (0xE0 | (c >> 12) as u8, tail(6), tail(0));
                rest
            }
            _ => return,
        };
    }
}

fn encode_units<U: Unit>(units: &[U]) -> PyResult<Ref<Str>> {
    let mut out = Vec::with_capacity(units.len() * 3 / 2);
    narrow::in_blocks!(4, units, 0, out, |at, w| 'each: {
        at += w.plain(&units[at..], |c| c < 0x80);
        let Some(c) = units.get(at) else {
            break 'each true;
        };
        let mut c: u32 = (*c).into();
        // There was no room for more plain ones.
        if c < 0x80 {
            break 'each true;
        }
        at += 1;
        if let (0xD800..=0xDBFF, Some(low @ 0xDC00..=0xDFFF)) =
            (c, units.get(at).map(|&c| c.into()))
        {
            c = 0x1_0000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            at += 1;
        }
        let tail = |shift: u32| 0x80 | (c >> shift & 0x3F) as u8;
        match c {
            0..0x800 => w.put([0xC0 | (c >> 6) as u8, tail(0)]),
            0x800..0x1_0000 => w.put([0xE0 | (c >> 12) as u8, tail(6), tail(0)]),
            _ => w.put([0xF0 | (c >> 18) as u8, tail(12), tail(6), tail(0)]),
        }
        true
    });
    str::try_new(&out)
}

/// Length of the encoding that begins with this byte; 0 when none does.
fn length(first: u8) -> usize {
    match first {
        0..0x80 => 1,
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => 0,
    }
}

/// One code point of two bytes or more at the start of `b`, and its length; or how many bytes are bad.
fn multibyte(b: &[u8]) -> Result<(u32, usize), (usize, &'static str)> {
    let n = length(b[0]);
    if n < 2 {
        return Err((1, "invalid start byte"));
    }
    let continues = |i: usize| b.get(i).is_some_and(|c| c & 0xC0 == 0x80);
    if b.len() < n {
        let good = (1..b.len()).take_while(|i| continues(*i)).count();
        return Err((1 + good, "unexpected end of data"));
    }
    let in_range = match b[0] {
        0xE0 => b[1] >= 0xA0,
        0xF0 => b[1] >= 0x90,
        0xF4 => b[1] < 0x90,
        _ => true,
    };
    if !in_range || !(1..n).all(continues) {
        let good = (1..n - 1).take_while(|i| continues(*i)).count();
        return Err((1 + good, "invalid continuation byte"));
    }
    let first = u32::from(b[0]) & (0x7F >> n);
    let c = b[1..n]
        .iter()
        .fold(first, |c, b| c << 6 | u32::from(b & 0x3F));
    Ok((c, n))
}

/// Text from bytes.
pub fn decode(s: Ref<Str>, errors: Errors<'_>) -> PyResult<Ref<Unicode>> {
    decode_part(s, errors, true).map(|(u, _)| u)
}

/// Text from a part of a stream, and how many bytes were used.
pub fn decode_part(
    s: Ref<Str>,
    errors: Errors<'_>,
    is_final: bool,
) -> PyResult<(Ref<Unicode>, usize)> {
    if s.bytes().is_ascii() {
        return Ok((unicode::from_ascii(s.as_ref().bytes())?, s.bytes().len()));
    }
    // What is well-formed needs no handler of errors. Rust's UTF-8 has no surrogates.
    if let Ok(text) = std::str::from_utf8(s.as_ref().bytes()) {
        return Ok((storage::from_text(text)?, text.len()));
    }
    errors::decode_part(s, "utf8", errors, is_final, |bytes, at, out| {
        while let Some(c) = bytes.get(*at) {
            if c.is_ascii() {
                out.push(u32::from(*c));
                *at += 1;
                continue;
            }
            match multibyte(&bytes[*at..]) {
                Ok((c, n)) => {
                    out.push(c);
                    *at += n;
                }
                Err((n, reason)) => {
                    return Err(Bad {
                        incomplete: bytes.len() - *at < length(*c),
                        ..Bad::new(*at, *at + n, reason)
                    });
                }
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_point_comes_back() {
        let mut b = Vec::new();
        for c in 0x80..0x11_0000 {
            b.clear();
            push(&mut b, c);
            assert_eq!(multibyte(&b), Ok((c, b.len())));
        }
    }

    #[test]
    fn bad_input() {
        let end = "unexpected end of data";
        let tail = "invalid continuation byte";
        for (b, n, reason) in [
            (&b"\xf0\x90\x80"[..], 3, end),
            (b"\xf0aa", 1, end),
            (b"\xe1\x80", 2, end),
            (b"\xe0\x80\x80", 2, tail),
            (b"\xf0\x80\x80\x80", 3, tail),
            (b"\xf0\x90aa", 2, tail),
            (b"\xf4\x90\x80\x80", 3, tail),
            (b"\xc3a", 1, tail),
            (b"\x80", 1, "invalid start byte"),
            (b"\xc0\x80", 1, "invalid start byte"),
        ] {
            assert_eq!(multibyte(b), Err((n, reason)), "{b:x?}");
        }
        assert_eq!(multibyte(b"\xed\xa0\x80"), Ok((0xD800, 3)));
    }
}
