//! Codecs that write characters as escapes of string literals.

use super::errors::{self, Bad, Errors};
use super::hex;
use crate::builtins::str::{self, repr};
use crate::builtins::unicode::storage::{Chars, with_units};
use crate::error::{PyResult, value_error};
use crate::layouts::{Str, Unicode};
use crate::modules::unicodedata::database;
use crate::object::Ref;
use crate::text::{Unit, narrow};

/// Writes `\xNN`, `\uNNNN` or `\UNNNNNNNN`, the shortest that will do.
pub fn backslash(out: &mut Vec<u8>, c: u32) {
    match c {
        0..0x100 => out.extend_from_slice(&numbered::<4>(b'x', c)),
        0x100..0x1_0000 => out.extend_from_slice(&numbered::<6>(b'u', c)),
        _ => out.extend_from_slice(&numbered::<10>(b'U', c)),
    }
}

/// A backslash, a letter, and as many of the last hexadecimal digits of a number as make `N` bytes.
#[inline(always)]
pub fn numbered<const N: usize>(letter: u8, c: u32) -> [u8; N] {
    let mut text = [b'\\'; N];
    text[1] = letter;
    for (i, digit) in text[2..].iter_mut().rev().enumerate() {
        *digit = repr::HEX[(c >> (4 * i) & 0xF) as usize];
    }
    text
}

pub use repr::is_plain;

/// Writes units as they stand in a literal; `quote` is escaped.
pub fn escape_units<U: Unit>(out: &mut Vec<u8>, units: &[U], quote: u8) {
    narrow::in_blocks!(10, units, 0, out, |at, w| 'each: {
        at += w.plain(&units[at..], |c| repr::is_plain(c, quote));
        let Some(c) = units.get(at) else {
            break 'each true;
        };
        let c: u32 = (*c).into();
        match c {
            c if repr::is_plain(c, quote) => break 'each true,
            0..0x80 => repr::escape(&mut w, c as u8, quote),
            0x80..0x100 => w.put(numbered::<4>(b'x', c)),
            0x100..0x1_0000 => w.put(numbered::<6>(b'u', c)),
            _ => w.put(numbered::<10>(b'U', c)),
        }
        at += 1;
        true
    });
}

/// Escapes no quote: no ASCII character is this.
const NO_QUOTE: u8 = 0xFF;

/// `unicode_escape`
pub fn encode_unicode(u: Ref<Unicode>) -> PyResult<Ref<Str>> {
    let mut out = Vec::with_capacity(u.length() * 2);
    with_units!(u, units => escape_units(&mut out, units, NO_QUOTE));
    str::try_new(&out)
}

/// `raw_unicode_escape`: what is not Latin-1 as escapes.
pub fn encode_raw_unicode(u: Ref<Unicode>) -> PyResult<Ref<Str>> {
    fn all<U: Unit>(units: &[U]) -> Vec<u8> {
        let mut out = Vec::with_capacity(units.len() * 2);
        narrow::in_blocks!(10, units, 0, out, |at, w| 'each: {
            at += w.plain(&units[at..], |c| c < 0x100);
            let Some(c) = units.get(at) else {
                break 'each true;
            };
            match (*c).into() {
                ..0x100 => break 'each true,
                c @ ..0x1_0000 => w.put(numbered::<6>(b'u', c)),
                c => w.put(numbered::<10>(b'U', c)),
            }
            at += 1;
            true
        });
        out
    }
    match u.as_ref().chars() {
        Chars::One(s) => str::try_new(s),
        Chars::Two(s) => str::try_new(&all(s)),
        Chars::Four(s) => str::try_new(&all(s)),
    }
}

/// `raw_unicode_escape` with the ends of lines and backslashes escaped, too: how pickles have text.
pub fn raw_line<U: Unit>(out: &mut Vec<u8>, units: &[U]) {
    let is_plain = |c: u32| (c < 0x100) & (c != 0x5c) & (c != 0x0a);
    narrow::in_blocks!(10, units, 0, out, |at, w| 'each: {
        at += w.plain(&units[at..], is_plain);
        let Some(c) = units.get(at) else {
            break 'each true;
        };
        match (*c).into() {
            c if is_plain(c) => break 'each true,
            c @ 0x10000.. => w.put(numbered::<10>(b'U', c)),
            c => w.put(numbered::<6>(b'u', c)),
        }
        at += 1;
        true
    });
}

/// `string_escape`
pub fn encode_string(s: Ref<Str>) -> PyResult<Ref<Str>> {
    str::try_new(&repr::escape_bytes(s.as_ref().bytes()))
}

/// Characters of escapes that are one letter.
fn simple(c: u8) -> Option<u8> {
    Some(match c {
        b'\\' | b'\'' | b'"' => c,
        b'a' => 7,
        b'b' => 8,
        b't' => b'\t',
        b'n' => b'\n',
        b'v' => 0x0B,
        b'f' => 0x0C,
        b'r' => b'\r',
        _ => return None,
    })
}

/// The value of up to three octal digits, and how many there are.
fn octal(b: &[u8]) -> Option<(u32, usize)> {
    let n = b
        .iter()
        .take(3)
        .take_while(|c| (b'0'..=b'7').contains(c))
        .count();
    if n == 0 {
        None
    } else {
        Some((b[..n].iter().fold(0, |v, c| v * 8 + u32::from(c - b'0')), n))
    }
}

/// `string_escape` back.
pub fn decode_string(s: Ref<Str>, errors: Option<&[u8]>) -> PyResult<Ref<Str>> {
    let b = s.as_ref().bytes();
    let mut out = Vec::with_capacity(b.len());
    let mut i = 0;
    loop {
        let rest = &b[i..];
        let plain = rest.iter().take_while(|c| **c != b'\\').count();
        out.extend_from_slice(&rest[..plain]);
        if plain == rest.len() {
            break;
        }
        i += plain + 1;
        let Some(c) = b.get(i) else {
            return Err(value_error("Trailing \\ in string"));
        };
        if let Some((v, n)) = octal(&b[i..]) {
            out.push(v as u8);
            i += n;
            continue;
        }
        i += 1;
        match c {
            b'\n' => {}
            b'x' => {
                let digit = |at: usize| b.get(at).and_then(|c| hex::value(*c));
                let (first, second) = (digit(i), digit(i + 1));
                i += match (first, second) {
                    (Some(_), Some(_)) => 2,
                    (Some(_), None) => 1,
                    (None, _) => 0,
                };
                match (first.zip(second), errors.unwrap_or(b"strict")) {
                    (Some((a, b)), _) => out.push((a << 4 | b) as u8),
                    (_, b"strict") => return Err(value_error("invalid \\x escape")),
                    (_, b"replace") => out.push(b'?'),
                    (_, b"ignore") => {}
                    (_, other) => {
                        let mut text = b"decoding error; unknown error handling code: ".to_vec();
                        text.extend_from_slice(other);
                        return Err(value_error(text));
                    }
                }
            }
            c => match simple(*c) {
                Some(v) => out.push(v),
                None => out.extend_from_slice(&[b'\\', *c]),
            },
        }
    }
    str::try_new(&out)
}

/// The value of `n` hexadecimal digits, or how many there are.
fn digits(b: &[u8], n: usize) -> Result<u32, usize> {
    let good = b
        .iter()
        .take(n)
        .take_while(|c| c.is_ascii_hexdigit())
        .count();
    if good < n {
        return Err(good);
    }
    Ok(b[..n]
        .iter()
        .fold(0u32, |v, c| v << 4 | hex::value(*c).unwrap_or(0)))
}

/// The character of `\N{name}`, of which `b` begins behind the `N`; and how many bytes were read.
fn named(b: &[u8]) -> Result<(u32, usize), (usize, &'static str)> {
    const MALFORMED: &str = "malformed \\N character escape";
    if b.first() != Some(&b'{') {
        return Err((0, MALFORMED));
    }
    let Some(end) = b.iter().position(|c| *c == b'}') else {
        return Err((b.len(), MALFORMED));
    };
    if end == 1 {
        return Err((1, MALFORMED));
    }
    match std::str::from_utf8(&b[1..end])
        .ok()
        .and_then(|n| database::lookup(database::Version::Now, n))
    {
        Some(c) => Ok((c, end + 1)),
        None => Err((end + 1, "unknown Unicode character name")),
    }
}

/// One escape of `unicode_escape`, of which `b` begins behind the backslash: the character, if it makes
/// one, and how many bytes were read.
fn unicode_escape(b: &[u8], out: &mut Vec<u32>) -> Result<usize, (usize, &'static str)> {
    let Some(c) = b.first() else {
        return Err((0, "\\ at end of string"));
    };
    if let Some((v, n)) = octal(b) {
        out.push(v);
        return Ok(n);
    }
    let (n, truncated) = match c {
        b'x' => (2, "truncated \\xXX escape"),
        b'u' => (4, "truncated \\uXXXX escape"),
        b'U' => (8, "truncated \\UXXXXXXXX escape"),
        b'N' => {
            let (c, n) = named(&b[1..]).map_err(|(n, reason)| (n + 1, reason))?;
            out.push(c);
            return Ok(n + 1);
        }
        b'\n' => return Ok(1),
        c => {
            match simple(*c) {
                Some(v) => out.push(u32::from(v)),
                None => out.extend([u32::from(b'\\'), u32::from(*c)]),
            }
            return Ok(1);
        }
    };
    match digits(&b[1..], n) {
        Ok(c) if c < 0x11_0000 => {
            out.push(c);
            Ok(1 + n)
        }
        Ok(_) => Err((1 + n, "illegal Unicode character")),
        Err(good) => Err((1 + good, truncated)),
    }
}

/// `unicode_escape` back.
pub fn decode_unicode(s: Ref<Str>, errors: Errors<'_>) -> PyResult<Ref<Unicode>> {
    errors::decode(s, "unicodeescape", errors, |b, at, out| {
        while *at < b.len() {
            let rest = &b[*at..];
            let plain = rest.iter().take_while(|c| **c != b'\\').count();
            if plain > 0 {
                out.extend(rest[..plain].iter().map(|c| u32::from(*c)));
                *at += plain;
                continue;
            }
            match unicode_escape(&b[*at + 1..], out) {
                Ok(n) => *at += 1 + n,
                Err((n, reason)) => return Err(Bad::new(*at, *at + 1 + n, reason)),
            }
        }
        Ok(())
    })
}

/// `raw_unicode_escape` back: only `\u` and `\U` behind an odd number of backslashes are escapes.
pub fn decode_raw_unicode(s: Ref<Str>, errors: Errors<'_>) -> PyResult<Ref<Unicode>> {
    errors::decode(s, "rawunicodeescape", errors, |b, at, out| {
        while *at < b.len() {
            let rest = &b[*at..];
            let plain = rest.iter().take_while(|c| **c != b'\\').count();
            if plain > 0 {
                out.extend(rest[..plain].iter().map(|c| u32::from(*c)));
                *at += plain;
                continue;
            }
            let slashes = b[*at..].iter().take_while(|c| **c == b'\\').count();
            let letter = b.get(*at + slashes);
            let n = match letter {
                Some(b'u') => 4,
                Some(b'U') => 8,
                _ => 0,
            };
            if slashes % 2 == 0 || n == 0 {
                out.extend(std::iter::repeat_n(u32::from(b'\\'), slashes));
                *at += slashes;
                continue;
            }
            out.extend(std::iter::repeat_n(u32::from(b'\\'), slashes - 1));
            let start = *at + slashes - 1;
            match digits(&b[start + 2..], n) {
                Ok(c) if c < 0x11_0000 => {
                    out.push(c);
                    *at = start + 2 + n;
                }
                Ok(_) => return Err(Bad::new(*at, start + 2 + n, "\\Uxxxxxxxx out of range")),
                Err(good) => return Err(Bad::new(*at, start + 2 + good, "truncated \\uXXXX")),
            }
        }
        Ok(())
    })
}
