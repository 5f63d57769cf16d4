//! `repr` of bytes.

use crate::text::narrow::{self, Writer};

/// Hexadecimal digits, as escapes show them.
pub const HEX: &[u8; 16] = b"0123456789abcdef";

/// The quote for a text: the double one only where that saves escapes.
pub fn quote(has_single: bool, has_double: bool) -> u8 {
    if has_single && !has_double {
        b'"'
    } else {
        b'\''
    }
}

/// Does a character stand for itself in a literal between `quote`s?
#[inline(always)]
pub fn is_plain(c: u32, quote: u8) -> bool {
    (c.wrapping_sub(0x20) < 0x5F) & (c != 0x5C) & (c != u32::from(quote))
}

/// Writes one byte, which is not plain, as it stands in a literal between `quote`s.
#[inline(always)]
pub fn escape(w: &mut Writer<'_>, c: u8, quote: u8) {
    match c {
        b'\\' => w.put(*b"\\\\"),
        b'\t' => w.put(*b"\\t"),
        b'\n' => w.put(*b"\\n"),
        b'\r' => w.put(*b"\\r"),
        c if c == quote => w.put([b'\\', c]),
        c => w.put([
            b'\\',
            b'x',
            HEX[usize::from(c >> 4)],
            HEX[usize::from(c & 15)],
        ]),
    }
}

/// Appends bytes as they stand in a literal between `quote`s.
pub fn escape_all(out: &mut Vec<u8>, bytes: &[u8], quote: u8) {
    narrow::in_blocks!(4, bytes, 0, out, |at, w| 'each: {
        at += w.plain(&bytes[at..], |c| is_plain(c, quote));
        let Some(c) = bytes.get(at) else {
            break 'each true;
        };
        if !is_plain(u32::from(*c), quote) {
            escape(&mut w, *c, quote);
            at += 1;
        }
        true
    });
}

/// A literal that evaluates to these bytes.
pub fn repr_bytes(bytes: &[u8]) -> Vec<u8> {
    let q = quote(
        memchr::memchr(b'\'', bytes).is_some(),
        memchr::memchr(b'"', bytes).is_some(),
    );
    let mut out = Vec::with_capacity(bytes.len() + 2);
    out.push(q);
    escape_all(&mut out, bytes, q);
    out.push(q);
    out
}

/// The bytes with escapes but without quotes: the codec `string_escape`.
pub fn escape_bytes(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    escape_all(&mut out, bytes, b'\'');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_escapes() {
        assert_eq!(repr_bytes(b"a'b"), b"\"a'b\"");
        assert_eq!(repr_bytes(b"a'\"b"), b"'a\\'\"b'");
        assert_eq!(repr_bytes(b"\x00\x7f\n\\\xff"), b"'\\x00\\x7f\\n\\\\\\xff'");
    }
}
