//! The shapes of single tokens: words, numbers, operators.
//!
//! Plain functions over bytes, without the layout pass's state. The source's end
//! reads as a zero byte.

use crate::token as t;

const fn word_table() -> [bool; 256] {
    let mut table = [false; 256];
    let mut c = 0;
    while c < 256 {
        let b = c as u8;
        table[c] = b.is_ascii_alphanumeric() || b == b'_';
        c += 1;
    }
    table
}

static WORD: [bool; 256] = word_table();

/// The end of the identifier or keyword that begins at `start`.
pub fn word(src: &[u8], start: usize) -> usize {
    let rest = &src[start..];
    start
        + rest
            .iter()
            .position(|&b| !WORD[usize::from(b)])
            .unwrap_or(rest.len())
}

/// Whether a word right before a quote is a string literal's prefix: `b`, `u`, `r`,
/// `br` or `ur`, in either case.
pub fn is_prefix(word: &[u8]) -> bool {
    matches!(
        word,
        [b'b' | b'B' | b'u' | b'U' | b'r' | b'R'] | [b'b' | b'B' | b'u' | b'U', b'r' | b'R']
    )
}

fn at(src: &[u8], pos: usize) -> u8 {
    src.get(pos).copied().unwrap_or(0)
}

fn digits(src: &[u8], mut pos: usize, is_digit: fn(&u8) -> bool) -> usize {
    while is_digit(&at(src, pos)) {
        pos += 1;
    }
    pos
}

fn is_octal(b: &u8) -> bool {
    matches!(b, b'0'..=b'7')
}

fn is_binary(b: &u8) -> bool {
    matches!(b, b'0' | b'1')
}

/// The end of the number that begins at `start` with a digit or a dot, and whether it
/// is one: `0x`, `08` and `1e+` are not.
pub fn number(src: &[u8], start: usize) -> (usize, bool) {
    if at(src, start) == b'0' {
        return zero(src, start + 1);
    }
    let pos = digits(src, start, u8::is_ascii_digit);
    if pos > start && matches!(at(src, pos), b'l' | b'L') {
        return (pos + 1, true);
    }
    fraction(src, pos)
}

fn zero(src: &[u8], pos: usize) -> (usize, bool) {
    let is_digit: fn(&u8) -> bool = match at(src, pos) {
        b'.' | b'j' | b'J' => return fraction(src, pos),
        b'x' | b'X' => u8::is_ascii_hexdigit,
        b'o' | b'O' => is_octal,
        b'b' | b'B' => is_binary,
        _ => {
            let octal = digits(src, pos, is_octal);
            let end = digits(src, octal, u8::is_ascii_digit);
            return match at(src, end) {
                b'.' | b'e' | b'E' | b'j' | b'J' => fraction(src, end),
                _ if end > octal => (end, false),
                b'l' | b'L' => (end + 1, true),
                _ => (end, true),
            };
        }
    };
    let end = digits(src, pos + 1, is_digit);
    if end == pos + 1 {
        return (end, false);
    }
    (end + usize::from(matches!(at(src, end), b'l' | b'L')), true)
}

/// What may follow the integer part: fraction, exponent, imaginary unit.
fn fraction(src: &[u8], mut pos: usize) -> (usize, bool) {
    if at(src, pos) == b'.' {
        pos = digits(src, pos + 1, u8::is_ascii_digit);
    }
    if matches!(at(src, pos), b'e' | b'E') {
        let mut exponent = pos + 1;
        let signed = matches!(at(src, exponent), b'+' | b'-');
        exponent += usize::from(signed);
        if !at(src, exponent).is_ascii_digit() {
            // `1e` is the number 1 and a name; `1e+` is nothing.
            return if signed {
                (exponent, false)
            } else {
                (pos, true)
            };
        }
        pos = digits(src, exponent, u8::is_ascii_digit);
    }
    (pos + usize::from(matches!(at(src, pos), b'j' | b'J')), true)
}

/// The kind and length of the operator that begins with these characters; `BAD` for
/// one that Python does not have.
pub fn operator(c: u8, next: u8, third: u8) -> (u8, usize) {
    let assigns = |kind| {
        if next == b'=' {
            (t::AUGASSIGN, 2)
        } else {
            (kind, 1)
        }
    };
    let doubled = |once, twice| match (next == c, if next == c { third } else { next } == b'=') {
        (false, false) => (once, 1),
        (false, true) => (t::AUGASSIGN, 2),
        (true, false) => (twice, 2),
        (true, true) => (t::AUGASSIGN, 3),
    };
    match c {
        b'+' => assigns(t::PLUS),
        b'-' => assigns(t::MINUS),
        b'%' => assigns(t::PERCENT),
        b'&' => assigns(t::AMPER),
        b'|' => assigns(t::VBAR),
        b'^' => assigns(t::CIRCUMFLEX),
        b'*' => doubled(t::STAR, t::DOUBLESTAR),
        b'/' => doubled(t::SLASH, t::DOUBLESLASH),
        b'~' => (t::TILDE, 1),
        b'=' if next == b'=' => (t::EQEQUAL, 2),
        b'=' => (t::EQUAL, 1),
        b'!' if next == b'=' => (t::NOTEQUAL, 2),
        b'<' => match next {
            b'=' => (t::LESSEQUAL, 2),
            b'>' => (t::NOTEQUAL, 2),
            b'<' => doubled(t::LESS, t::LEFTSHIFT),
            _ => (t::LESS, 1),
        },
        b'>' => match next {
            b'=' => (t::GREATEREQUAL, 2),
            b'>' => doubled(t::GREATER, t::RIGHTSHIFT),
            _ => (t::GREATER, 1),
        },
        _ => (t::BAD, 1),
    }
}

/// The width of tabs that a comment declares, as editors of old wrote it.
pub fn tab_size(comment: &[u8]) -> Option<u32> {
    // CPython looks at the start of a comment only, and takes the last form found.
    let comment = &comment[..comment.len().min(78)];
    let forms: [&[u8]; 4] = [b"tab-width:", b":tabstop=", b":ts=", b"set tabsize="];
    let mut size = None;
    for form in forms {
        if let Some(at) = memchr::memmem::find(comment, form) {
            let digits = comment[at + form.len()..].trim_ascii_start();
            let value = digits
                .iter()
                .take_while(|b| b.is_ascii_digit())
                .fold(0u32, |n, b| {
                    n.saturating_mul(10).saturating_add(u32::from(b - b'0'))
                });
            if (1..=40).contains(&value) {
                size = Some(value);
            }
        }
    }
    size
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        let all = |s: &str| assert_eq!(number(s.as_bytes(), 0), (s.len(), true), "{s}");
        for s in [
            "0", "00", "0777", "0L", "0x1fL", "0o17", "0B11", "1", "12l", "1.", ".5", "1.5e10",
        ] {
            all(s);
        }
        for s in ["09.5", "09e1", "09j", "0j", "0.", "1e-5J", "0e0"] {
            all(s);
        }
        for (s, end) in [("0x", 2), ("08", 2), ("0b2", 2), ("1e+", 3), ("0o8", 2)] {
            assert_eq!(number(s.as_bytes(), 0), (end, false), "{s}");
        }
        for (s, end) in [("1e", 1), ("1__", 1), ("1.5L", 3), ("0777a", 4), ("1..", 2)] {
            assert_eq!(number(s.as_bytes(), 0), (end, true), "{s}");
        }
    }

    #[test]
    fn operators() {
        assert_eq!(operator(b'*', b'*', b'='), (t::AUGASSIGN, 3));
        assert_eq!(operator(b'>', b'>', b' '), (t::RIGHTSHIFT, 2));
        assert_eq!(operator(b'>', b'>', b'='), (t::AUGASSIGN, 3));
        assert_eq!(operator(b'/', b'=', b' '), (t::AUGASSIGN, 2));
        assert_eq!(operator(b'<', b'>', b'='), (t::NOTEQUAL, 2));
        assert_eq!(operator(b'!', b'x', b' '), (t::BAD, 1));
    }

    #[test]
    fn tab_sizes() {
        assert_eq!(tab_size(b" -*- tab-width: 4 -*-"), Some(4));
        assert_eq!(tab_size(b" vim:ts=3:"), Some(3));
        assert_eq!(tab_size(b" nothing"), None);
    }
}
