//! Codecs that write characters as escapes of string literals.

use super::errors::{self, Bad, Errors};
use super::hex;
use crate::builtins::str::{self, repr};
use crate::error::{PyResult, value_error};
use crate::layouts::{Str, Unicode};
use crate::modules::unicodedata::database;
use crate::object::Ref;

/// Writes `\xNN`, `\uNNNN` or `\UNNNNNNNN`, the shortest that will do.
pub fn backslash(out: &mut Vec<u8>, c: u32) {
    match c {
        0..0x100 => numbered::<2>(out, b'x', c),
        0x100..0x1_0000 => numbered::<4>(out, b'u', c),
        _ => numbered::<8>(out, b'U', c),
    }
}

/// Writes a backslash, a letter, and the last `N` hexadecimal digits of a number.
pub fn numbered<const N: usize>(out: &mut Vec<u8>, letter: u8, c: u32) {
    let mut text = [b'\\'; 10];
    text[1] = letter;
    for i in 0..N {
        text[2 + i] = repr::HEX[(c >> (4 * (N - 1 - i)) & 0xF) as usize];
    }
    out.extend_from_slice(&text[..N + 2]);
}

/// Writes one character as it stands in a literal; `quote` is escaped.
#[inline]
pub fn escape_char(out: &mut Vec<u8>, c: u32, quote: u8) {
    match u8::try_from(c) {
        Ok(b @ b' '..=b'~') if b != quote && b != b'\\' => out.push(b),
        Ok(b) if b < 128 => repr::escape(out, b, quote),
        _ => backslash(out, c),
    }
}

/// Escapes no quote: no ASCII character is this.
const NO_QUOTE: u8 = 0xFF;

/// `unicode_escape`
pub fn encode_unicode(u: Ref<Unicode>) -> PyResult<Ref<Str>> {
    let mut out = Vec::with_capacity(u.length());
    for c in u.as_ref().to_vec() {
        escape_char(&mut out, c, NO_QUOTE);
    }
    str::try_new(&out)
}

/// `raw_unicode_escape`: what is not Latin-1 as escapes.
pub fn encode_raw_unicode(u: Ref<Unicode>) -> PyResult<Ref<Str>> {
    let mut out = Vec::with_capacity(u.length());
    for c in u.as_ref().to_vec() {
        match u8::try_from(c) {
            Ok(b) => out.push(b),
            Err(_) => backslash(&mut out, c),
        }
    }
    str::try_new(&out)
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
    while let Some(c) = b.get(i) {
        i += 1;
        if *c != b'\\' {
            out.push(*c);
            continue;
        }
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
                let digits: Vec<u32> = b[i..]
                    .iter()
                    .take(2)
                    .map_while(|c| hex::value(*c))
                    .collect();
                i += digits.len();
                match (digits.as_slice(), errors.unwrap_or(b"strict")) {
                    ([a, b], _) => out.push((a << 4 | b) as u8),
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
        while let Some(c) = b.get(*at) {
            if *c != b'\\' {
                out.push(u32::from(*c));
                *at += 1;
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
        while let Some(c) = b.get(*at) {
            if *c != b'\\' {
                out.push(u32::from(*c));
                *at += 1;
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
