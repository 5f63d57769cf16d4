//! Bytes as text of messages, and back.
//!
//! Names and values of programs are bytes, messages are put together as Rust's text. Bytes that are no UTF-8 are in
//! such a text as the last characters there are, one for each: U+10FF80 to U+10FFFF. (Those characters themselves are
//! written as their bytes.) Who makes a string of a text turns them back.

use std::borrow::Cow;

/// Stands for byte 0.
const FIRST: u32 = 0x10_FF00;
/// What the encodings of the characters begin with that stand for bytes.
const LEAD: [u8; 2] = [0xF4, 0x8F];

/// Could the bytes hold a character that stands for a byte?
fn is_suspect(bytes: &[u8]) -> bool {
    memchr::memchr_iter(LEAD[0], bytes).any(
        |at| matches!(bytes[at + 1..], [second, third, ..] if second == LEAD[1] && third >= 0xBE),
    )
}

/// The text that shows some bytes.
pub fn shown(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(bytes)
        && !is_suspect(bytes)
    {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(bytes.len() * 2);
    let stands =
        |b: u8| char::from_u32(FIRST + u32::from(b)).unwrap_or(char::REPLACEMENT_CHARACTER);
    for part in bytes.utf8_chunks() {
        for c in part.valid().chars() {
            if u32::from(c) < FIRST + 0x80 {
                out.push(c);
            } else {
                out.extend(c.encode_utf8(&mut [0; 4]).bytes().map(stands));
            }
        }
        out.extend(part.invalid().iter().map(|b| stands(*b)));
    }
    Cow::Owned(out)
}

/// The bytes that a text shows.
pub fn bytes(text: &str) -> Cow<'_, [u8]> {
    if !is_suspect(text.as_bytes()) {
        return Cow::Borrowed(text.as_bytes());
    }
    let mut out = Vec::with_capacity(text.len());
    for c in text.chars() {
        match u32::from(c).checked_sub(FIRST) {
            Some(b @ 0x80..=0xFF) => out.push(b as u8),
            _ => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    Cow::Owned(out)
}

/// The same of a text that is given away.
pub fn into_bytes(text: String) -> Vec<u8> {
    match bytes(&text) {
        Cow::Owned(bytes) => bytes,
        Cow::Borrowed(_) => text.into_bytes(),
    }
}

/// What a message may be: text, or bytes as they are.
pub trait Message {
    fn message(&self) -> Cow<'_, [u8]>;
}

macro_rules! messages {
    ($($t:ty),* => |$m:ident| $body:expr) => { $(
        impl Message for $t {
            fn message(&self) -> Cow<'_, [u8]> {
                let $m = self;
                $body
            }
        }
    )* };
}
messages! { str, String, Cow<'_, str> => |m| bytes(m) }
messages! { [u8], Vec<u8>, Cow<'_, [u8]> => |m| Cow::Borrowed(m) }

impl<const N: usize> Message for [u8; N] {
    fn message(&self) -> Cow<'_, [u8]> {
        Cow::Borrowed(self)
    }
}

impl<M: Message + ?Sized> Message for &M {
    fn message(&self) -> Cow<'_, [u8]> {
        (**self).message()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_bytes_come_back() {
        let there_and_back = |b: &[u8]| assert_eq!(&*bytes(&shown(b)), b);
        for a in 0..=255 {
            there_and_back(&[a]);
            for b in 0..=255 {
                there_and_back(&[a, b]);
                there_and_back(&[b'x', a, b, 0xF4, 0x8F, 0xBF, a, b]);
            }
        }
        there_and_back("\u{10ff7f}\u{10ff80}\u{10ffff}\u{10fffd}é".as_bytes());
        assert_eq!(shown("é".as_bytes()), "é");
    }
}
