//! Numbers.

use crate::Arena;
use crate::ast::{LongLiteral, Number};
use num_bigint::BigUint;

/// The value of a well-formed literal, or of its negative.
pub fn decode<'a>(text: &[u8], negative: bool, arena: &'a Arena) -> Number<'a> {
    let (digits, radix) = match text {
        [b'0', b'x' | b'X', rest @ ..] => (rest, 16),
        [b'0', b'o' | b'O', rest @ ..] => (rest, 8),
        [b'0', b'b' | b'B', rest @ ..] => (rest, 2),
        _ if text
            .iter()
            .any(|b| matches!(b, b'.' | b'e' | b'E' | b'j' | b'J')) =>
        {
            return float(text, negative);
        }
        [b'0', _, ..] => (text, 8),
        _ => (text, 10),
    };
    let (digits, is_long) = match digits {
        [digits @ .., b'l' | b'L'] => (digits, true),
        _ => (digits, false),
    };
    if !is_long && let Some(n) = small(digits, radix, negative) {
        return Number::Int(n);
    }
    let value = BigUint::parse_bytes(digits, radix).unwrap_or_default();
    let mut limbs = value.to_u32_digits();
    while limbs.last() == Some(&0) {
        limbs.pop();
    }
    let digits = arena.alloc_slice_copy(&limbs);
    let negative = negative && !digits.is_empty();
    Number::Long(arena.alloc(LongLiteral { negative, digits }))
}

fn small(digits: &[u8], radix: u32, negative: bool) -> Option<i64> {
    let mut n: i64 = 0;
    for &b in digits {
        let digit = i64::from((b as char).to_digit(radix)?);
        let scaled = n.checked_mul(i64::from(radix))?;
        n = if negative {
            scaled.checked_sub(digit)?
        } else {
            scaled.checked_add(digit)?
        };
    }
    Some(n)
}

fn float<'a>(text: &[u8], negative: bool) -> Number<'a> {
    let (digits, is_imaginary) = match text {
        [digits @ .., b'j' | b'J'] => (digits, true),
        _ => (text, false),
    };
    let digits = std::str::from_utf8(digits).unwrap_or_default();
    let value: f64 = digits.parse().unwrap_or_default();
    let value = if negative { -value } else { value };
    if is_imaginary {
        Number::Imaginary(value)
    } else {
        Number::Float(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(text: &str, negative: bool) -> String {
        let arena = Arena::new();
        match decode(text.as_bytes(), negative, &arena) {
            Number::Int(n) => format!("{n}"),
            Number::Float(x) => format!("{x:?}"),
            Number::Imaginary(x) => format!("{x:?}j"),
            Number::Long(l) => format!("{}{:x?}L", if l.negative { "-" } else { "" }, l.digits),
        }
    }

    #[test]
    fn values() {
        for (text, expected) in [
            ("0", "0"),
            ("0777", "511"),
            ("0o17", "15"),
            ("0b11", "3"),
            ("0xFf", "255"),
            ("9223372036854775807", "9223372036854775807"),
            ("9223372036854775808", "[0, 80000000]L"),
            ("0xffffffffffffffff", "[ffffffff, ffffffff]L"),
            ("0L", "[]L"),
            ("1l", "[1]L"),
            ("1.", "1.0"),
            (".5e1", "5.0"),
            ("09.5", "9.5"),
            ("1e400", "inf"),
            ("010j", "10.0j"),
        ] {
            assert_eq!(show(text, false), expected, "{text}");
        }
        assert_eq!(show("9223372036854775808", true), "-9223372036854775808");
        assert_eq!(show("0L", true), "[]L");
        assert_eq!(show("0.0", true), "-0.0");
        assert_eq!(show("0xfL", true), "-[f]L");
    }
}
