//! `repr` of constants, as CPython 2.7 has it: the dump quotes them.

use crate::ast::{LongLiteral, Number};
use num_bigint::{BigInt, BigUint, Sign};
use std::fmt::Write;

pub fn number(out: &mut String, n: &Number) {
    match *n {
        Number::Int(n) => push(out, format_args!("{n}")),
        Number::Long(long) => push(out, format_args!("{}L", big(long))),
        Number::Float(x) => {
            let at = out.len();
            float(out, x);
            if !out[at..].contains(['.', 'e', 'n']) {
                out.push_str(".0");
            }
        }
        Number::Imaginary(x) => {
            float(out, x);
            out.push('j');
        }
    }
}

/// The value of a long literal.
pub fn big(long: &LongLiteral) -> BigInt {
    let sign = if long.negative {
        Sign::Minus
    } else {
        Sign::Plus
    };
    BigInt::from_biguint(sign, BigUint::new(long.digits.to_vec()))
}

/// The shortest digits that read back the same, with an exponent outside 1e-4…1e16.
fn float(out: &mut String, x: f64) {
    if !x.is_finite() {
        out.push_str(if x.is_nan() {
            "nan"
        } else if x > 0.0 {
            "inf"
        } else {
            "-inf"
        });
        return;
    }
    let scientific = format!("{x:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) {
        push(out, format_args!("{x}"));
    } else {
        let sign = if exponent < 0 { '-' } else { '+' };
        push(out, format_args!("{digits}e{sign}{:02}", exponent.abs()));
    }
}

pub fn bytes(out: &mut String, s: &[u8]) {
    let quote = quote(s.contains(&b'\''), s.contains(&b'"'));
    out.push(quote);
    for &b in s {
        match b {
            b'\\' => out.push_str("\\\\"),
            b'\t' => out.push_str("\\t"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            _ if b as char == quote => {
                out.push('\\');
                out.push(quote);
            }
            b' '..=b'~' => out.push(b as char),
            _ => push(out, format_args!("\\x{b:02x}")),
        }
    }
    out.push(quote);
}

pub fn unicode(out: &mut String, s: &[u32]) {
    let has = |c: char| s.contains(&u32::from(c));
    let quote = quote(has('\''), has('"'));
    out.push('u');
    out.push(quote);
    for &point in s {
        match point {
            0x5c => out.push_str("\\\\"),
            0x09 => out.push_str("\\t"),
            0x0a => out.push_str("\\n"),
            0x0d => out.push_str("\\r"),
            _ if point == u32::from(quote) => {
                out.push('\\');
                out.push(quote);
            }
            0x20..=0x7e => out.push(point as u8 as char),
            0..=0xff => push(out, format_args!("\\x{point:02x}")),
            0x100..=0xffff => push(out, format_args!("\\u{point:04x}")),
            _ => push(out, format_args!("\\U{point:08x}")),
        }
    }
    out.push(quote);
}

fn quote(has_single: bool, has_double: bool) -> char {
    if has_single && !has_double { '"' } else { '\'' }
}

fn push(out: &mut String, args: std::fmt::Arguments) {
    out.write_fmt(args)
        .expect("writing to a string does not fail");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats() {
        for (x, expected) in [
            (1.0, "1.0"),
            (1e16, "1e+16"),
            (1e15, "1000000000000000.0"),
            (1.5e-7, "1.5e-07"),
            (0.0001, "0.0001"),
            (-0.0, "-0.0"),
            (f64::INFINITY, "inf"),
            (1e300, "1e+300"),
            (123456789012345680.0, "1.2345678901234568e+17"),
        ] {
            let mut out = String::new();
            number(&mut out, &Number::Float(x));
            assert_eq!(out, expected);
        }
        let mut out = String::new();
        number(&mut out, &Number::Imaginary(1.0));
        assert_eq!(out, "1j");
    }

    #[test]
    fn strings() {
        let mut out = String::new();
        bytes(&mut out, b"it's \x00\xff\n");
        unicode(&mut out, &[0x27, 0x22, 0xe9, 0x20ac, 0x1f600, 0xd800]);
        assert_eq!(
            out,
            "\"it's \\x00\\xff\\n\"u'\\'\"\\xe9\\u20ac\\U0001f600\\ud800'"
        );
    }
}
