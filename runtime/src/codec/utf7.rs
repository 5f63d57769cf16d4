//! UTF-7 (RFC 2152), with CPython's answers to input that the standard does not know.
//!
//! Text is ASCII, and runs of anything else as base64 of UTF-16 between `+` and `-`. The minus may be left out
//! where a character follows that is not of base64's alphabet.

use super::errors::{self, Bad, Errors};
use crate::builtins::str;
use crate::error::PyResult;
use crate::layouts::{Str, Unicode};
use crate::object::Ref;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// A base64 digit's value.
fn digit(c: u8) -> Option<u32> {
    Some(
        match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        }
        .into(),
    )
}

/// Does a character stand for itself outside of base64? When encoding, a backslash and a tilde do not: other
/// character sets have other characters in their place.
fn is_direct(c: u32, encoding: bool) -> bool {
    match u8::try_from(c) {
        Ok(b'+') => false,
        Ok(c) if !encoding => c.is_ascii(),
        Ok(b'\t' | b'\n' | b'\r' | b' '..=b'}') => c != u32::from(b'\\'),
        _ => false,
    }
}

/// Bits that wait to make digits.
#[derive(Default)]
struct Bits {
    value: u32,
    count: u32,
}

impl Bits {
    fn push16(&mut self, unit: u32, out: &mut Vec<u8>) {
        self.value = self.value << 16 | unit;
        self.count += 16;
        while self.count >= 6 {
            self.count -= 6;
            out.push(ALPHABET[(self.value >> self.count & 63) as usize]);
            self.value &= (1 << self.count) - 1;
        }
    }

    fn finish(&mut self, out: &mut Vec<u8>) {
        if self.count > 0 {
            out.push(ALPHABET[(self.value << (6 - self.count) & 63) as usize]);
        }
        *self = Bits::default();
    }
}

/// To UTF-7.
pub fn encode(u: Ref<Unicode>) -> PyResult<Ref<Str>> {
    let chars = u.as_ref().to_vec();
    let mut out = Vec::with_capacity(chars.len() * 2);
    let mut shifted = false;
    let mut bits = Bits::default();
    for c in chars {
        if shifted && is_direct(c, true) {
            bits.finish(&mut out);
            shifted = false;
            // A minus where the character could be taken for a digit, or for the end.
            if digit(c as u8).is_some() || c == u32::from(b'-') {
                out.push(b'-');
            }
        }
        if !shifted {
            if c == u32::from(b'+') {
                out.extend_from_slice(b"+-");
                continue;
            }
            if is_direct(c, true) {
                out.push(c as u8);
                continue;
            }
            out.push(b'+');
            shifted = true;
        }
        match c.checked_sub(0x1_0000) {
            None => bits.push16(c, &mut out),
            Some(c) => {
                bits.push16(0xD800 | c >> 10, &mut out);
                bits.push16(0xDC00 | c & 0x3FF, &mut out);
            }
        }
    }
    if shifted {
        bits.finish(&mut out);
        out.push(b'-');
    }
    str::try_new(&out)
}

/// Where decoding is.
#[derive(Default)]
struct State {
    /// Position of the `+` that began the run of base64, if in one.
    start: Option<usize>,
    bits: u32,
    count: u32,
    /// The first half of a surrogate pair.
    high: Option<u32>,
    /// What was there before the run began.
    before: usize,
}

impl State {
    fn begin(&mut self, at: usize, before: usize) {
        *self = State {
            start: Some(at),
            before,
            ..State::default()
        };
    }

    fn digit(&mut self, d: u32, out: &mut Vec<u32>) {
        self.bits = self.bits << 6 | d;
        self.count += 6;
        if self.count < 16 {
            return;
        }
        self.count -= 16;
        let unit = self.bits >> self.count;
        self.bits &= (1 << self.count) - 1;
        if let Some(high) = self.high.take() {
            if (0xDC00..0xE000).contains(&unit) {
                out.push(0x1_0000 + ((high & 0x3FF) << 10) + (unit & 0x3FF));
                return;
            }
            out.push(high);
        }
        if (0xD800..0xDC00).contains(&unit) {
            self.high = Some(unit);
        } else {
            out.push(unit);
        }
    }

    /// A run ends with a byte that is no digit; what is wrong with it. Half a surrogate pair counts only where
    /// that byte may stand.
    fn end(&mut self, by: u8, out: &mut Vec<u32>) -> Result<(), &'static str> {
        self.start = None;
        let high = self.high.take();
        let left = (self.count, self.bits);
        (self.count, self.bits) = (0, 0);
        if left.0 >= 6 {
            return Err("partial character in shift sequence");
        }
        if left.0 > 0 && left.1 != 0 {
            return Err("non-zero padding bits in shift sequence");
        }
        out.extend(high.filter(|_| is_direct(u32::from(by), false)));
        Ok(())
    }
}

/// From a part of a stream of UTF-7, and how many bytes were used.
pub fn decode_part(
    s: Ref<Str>,
    errors: Errors<'_>,
    is_final: bool,
) -> PyResult<(Ref<Unicode>, usize)> {
    let mut state = State::default();
    // The end is told of once: wherever the error handler would go on from, decoding is over.
    let mut over = false;
    errors::decode_part(s, "utf7", errors, is_final, |bytes, at, out| {
        if over {
            *at = bytes.len();
        }
        while let Some(c) = bytes.get(*at).copied() {
            let here = *at;
            if let Some(start) = state.start {
                *at += 1;
                if let Some(d) = digit(c) {
                    state.digit(d, out);
                    continue;
                }
                if here == start + 1 && c == b'-' {
                    // "+-" is a plus.
                    state.start = None;
                    out.push(u32::from(b'+'));
                    continue;
                }
                if let Err(reason) = state.end(c, out) {
                    return Err(Bad::new(start, here + 1, reason));
                }
                if c == b'-' {
                    continue;
                }
                if !is_direct(u32::from(c), false) {
                    return Err(Bad::new(here, here + 1, "unexpected special character"));
                }
                out.push(u32::from(c));
            } else if c == b'+' {
                state.begin(here, out.len());
                *at += 1;
            } else if is_direct(u32::from(c), false) {
                out.push(u32::from(c));
                *at += 1;
            } else {
                return Err(Bad::new(here, here + 1, "unexpected special character"));
            }
        }
        let Some(start) = state.start.take() else {
            return Ok(());
        };
        let end = bytes.len();
        if !is_final {
            // The whole run is read again with what follows.
            out.truncate(state.before);
            return Err(Bad::incomplete(start, end, "unterminated shift sequence"));
        }
        let bad = state.high.is_some() || state.count >= 6 || (state.count > 0 && state.bits != 0);
        state = State::default();
        if bad {
            over = true;
            return Err(Bad::new(start, end, "unterminated shift sequence"));
        }
        Ok(())
    })
}
