//! `unicode` literals: code points, escapes, and what CPython's codecs complain of.
//!
//! The complaints carry positions, and these count in what CPython hands to its codec:
//! there, each character that is not ASCII is spelled as an escape of ten characters
//! first. [`Input::position`] gives that position for a byte of the literal.

use super::Error;
use super::string::{hex, simple_escape};
use crate::codec;

const MAX_POINT: u32 = 0x10_ffff;

struct Input<'s> {
    body: &'s [u8],
    in_utf8: bool,
    raw: bool,
}

/// Decodes what is between the quotes; its bytes are UTF-8, or else Latin-1.
pub fn decode(body: &[u8], raw: bool, in_utf8: bool) -> Result<Vec<u32>, Error> {
    if in_utf8 && let Some(said) = malformed(body) {
        return Err(Error::Unicode(said));
    }
    let input = Input { body, in_utf8, raw };
    let mut points = Vec::with_capacity(body.len());
    let mut pos = 0;
    while pos < body.len() {
        pos = if body[pos] != b'\\' {
            let (point, next) = input.character(pos);
            points.push(point);
            next
        } else if raw {
            input.raw_backslashes(pos, &mut points)?
        } else {
            input.escape(pos, &mut points)?
        };
    }
    Ok(points)
}

/// What Python's UTF-8 decoder finds wrong. It is given what is not ASCII piece by
/// piece, and unlike Rust's it takes lone surrogates.
fn malformed(body: &[u8]) -> Option<String> {
    std::str::from_utf8(body).err()?;
    let mut plain = body.to_vec();
    for i in 0..plain.len().saturating_sub(2) {
        if plain[i] == 0xed && plain[i + 1] & 0xe0 == 0xa0 && plain[i + 2] & 0xc0 == 0x80 {
            // Any other character of three bytes does for the check.
            plain[i + 1] = 0x80;
        }
    }
    plain.split(u8::is_ascii).find_map(codec::utf8_error)
}

impl Input<'_> {
    fn at(&self, pos: usize) -> u8 {
        self.body.get(pos).copied().unwrap_or(0)
    }

    /// The character at `pos`, and where the next one is.
    fn character(&self, pos: usize) -> (u32, usize) {
        let first = self.body[pos];
        if first.is_ascii() || !self.in_utf8 {
            return (u32::from(first), pos + 1);
        }
        let (len, bits) = match first {
            0xc0..=0xdf => (2, first & 0x1f),
            0xe0..=0xef => (3, first & 0x0f),
            _ => (4, first & 0x07),
        };
        let tail = &self.body[pos + 1..pos + len];
        let point = tail
            .iter()
            .fold(u32::from(bits), |n, b| n << 6 | u32::from(b & 0x3f));
        (point, pos + len)
    }

    /// Where the byte at `end` is for CPython's codec.
    fn position(&self, end: usize) -> usize {
        if !self.in_utf8 {
            return end;
        }
        let mut position = 0;
        let mut pos = 0;
        while pos < end {
            let next = self.character(pos).1;
            let escaped = self.body[pos] == b'\\' && !self.at(pos + 1).is_ascii();
            position += match self.body[pos].is_ascii() {
                true if escaped => 6,
                true => 1,
                false => 10,
            };
            pos = next;
        }
        position
    }

    /// The error for the escape from `start` up to, not including, `end`.
    fn error<T>(&self, start: usize, end: usize, reason: &str) -> Result<T, Error> {
        let codec = if self.raw {
            "rawunicodeescape"
        } else {
            "unicodeescape"
        };
        let start = self.position(start);
        let end = self.position(end);
        Err(Error::Unicode(if end == start + 1 {
            format!("'{codec}' codec can't decode byte 0x5c in position {start}: {reason}")
        } else {
            format!(
                "'{codec}' codec can't decode bytes in position {start}-{}: {reason}",
                end - 1
            )
        }))
    }

    /// The escape whose backslash is at `start`; returns where it ends.
    fn escape(&self, start: usize, points: &mut Vec<u32>) -> Result<usize, Error> {
        let c = self.at(start + 1);
        let pos = start + 2;
        match c {
            b'\n' => Ok(pos),
            b'0'..=b'7' => {
                let more = (0..2)
                    .take_while(|i| matches!(self.at(pos + i), b'0'..=b'7'))
                    .count();
                let digits = &self.body[start + 1..pos + more];
                points.push(digits.iter().fold(0, |n, b| n * 8 + u32::from(b - b'0')));
                Ok(pos + more)
            }
            b'x' => self.digits(start, 2, "truncated \\xXX escape", points),
            b'u' => self.digits(start, 4, "truncated \\uXXXX escape", points),
            b'U' => self.digits(start, 8, "truncated \\UXXXXXXXX escape", points),
            b'N' => self.named(start, points),
            _ => match simple_escape(c) {
                Some(byte) => {
                    points.push(u32::from(byte));
                    Ok(pos)
                }
                None => {
                    points.push(u32::from(b'\\'));
                    Ok(start + 1)
                }
            },
        }
    }

    /// An escape of exactly `count` hexadecimal digits.
    fn digits(
        &self,
        start: usize,
        count: usize,
        truncated: &str,
        points: &mut Vec<u32>,
    ) -> Result<usize, Error> {
        let first = start + 2;
        let good = (0..count)
            .take_while(|i| self.at(first + i).is_ascii_hexdigit())
            .count();
        if good < count {
            return self.error(start, first + good, truncated);
        }
        let digits = &self.body[first..first + count];
        let point = digits.iter().fold(0, |n, &b| n << 4 | hex(b));
        if point > MAX_POINT {
            let reason = if self.raw {
                "\\Uxxxxxxxx out of range"
            } else {
                "illegal Unicode character"
            };
            return self.error(start, first + count, reason);
        }
        points.push(point);
        Ok(first + count)
    }

    fn named(&self, start: usize, points: &mut Vec<u32>) -> Result<usize, Error> {
        const MALFORMED: &str = "malformed \\N character escape";
        let open = start + 2;
        if self.at(open) != b'{' {
            return self.error(start, open, MALFORMED);
        }
        let rest = &self.body[open + 1..];
        let Some(len) = memchr::memchr(b'}', rest) else {
            return self.error(start, self.body.len(), MALFORMED);
        };
        let end = open + 1 + len + 1;
        if len == 0 {
            return self.error(start, open + 1, MALFORMED);
        }
        let name = std::str::from_utf8(&rest[..len]).unwrap_or_default();
        match unicode_names2::character(name) {
            Some(c) => {
                points.push(c as u32);
                Ok(end)
            }
            None => self.error(start, end, "unknown Unicode character name"),
        }
    }

    /// In a raw literal, a `\u` counts after an even number of backslashes.
    fn raw_backslashes(&self, start: usize, points: &mut Vec<u32>) -> Result<usize, Error> {
        let mut end = start;
        while self.at(end) == b'\\' {
            end += 1;
        }
        let is_escape = (end - start) % 2 == 1 && matches!(self.at(end), b'u' | b'U');
        let plain = end - start - usize::from(is_escape);
        points.extend(std::iter::repeat_n(u32::from(b'\\'), plain));
        if !is_escape {
            return Ok(end);
        }
        if self.at(end) == b'u' {
            self.digits(end - 1, 4, "truncated \\uXXXX", points)
        } else {
            self.digits(end - 1, 8, "truncated \\uXXXX", points)
        }
    }
}
