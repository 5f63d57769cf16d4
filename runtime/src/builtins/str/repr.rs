//! `repr` of bytes.

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

/// Writes `\xNN`.
pub fn hex_escape(out: &mut Vec<u8>, c: u8) {
    out.extend_from_slice(&[
        b'\\',
        b'x',
        HEX[usize::from(c >> 4)],
        HEX[usize::from(c & 15)],
    ]);
}

/// Writes one byte as it stands in a literal between `quote`s.
#[inline]
pub fn escape(out: &mut Vec<u8>, c: u8, quote: u8) {
    match c {
        b'\\' => out.extend_from_slice(b"\\\\"),
        b'\t' => out.extend_from_slice(b"\\t"),
        b'\n' => out.extend_from_slice(b"\\n"),
        b'\r' => out.extend_from_slice(b"\\r"),
        c if c == quote => out.extend_from_slice(&[b'\\', c]),
        b' '..=b'~' => out.push(c),
        c => hex_escape(out, c),
    }
}

/// A literal that evaluates to these bytes.
pub fn repr_bytes(bytes: &[u8]) -> Vec<u8> {
    let q = quote(bytes.contains(&b'\''), bytes.contains(&b'"'));
    let mut out = Vec::with_capacity(bytes.len() + 2);
    out.push(q);
    for c in bytes {
        escape(&mut out, *c, q);
    }
    out.push(q);
    out
}

/// The bytes with escapes but without quotes: the codec `string_escape`.
pub fn escape_bytes(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    for c in bytes {
        escape(&mut out, *c, b'\'');
    }
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
