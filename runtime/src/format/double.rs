//! Text of a double: shortest, or rounded exactly to a number of digits.
//!
//! One function, [`format_double`], serves `repr`, `str`, `%`-formatting and format specifications;
//! they differ in the [`Style`], the precision and a few [`Flags`]. Digits come from the
//! standard library, which is exact both for the shortest form and for any number of digits
//! (correctly rounded, ties to even, as C's `printf` does); what is decided here is where the
//! point goes and when an exponent is written.

use crate::number::{floats, ints};

/// How many digits, and when an exponent appears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Always an exponent (`%e`).
    Exponent,
    /// Never an exponent (`%f`).
    Fixed,
    /// An exponent when it is shorter; trailing zeros dropped (`%g`).
    General,
    /// As few digits as identify the number, an exponent from 10^16 on (`repr`).
    Repr,
}

/// Details of presentation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// A `+` before numbers without `-`.
    pub plus: bool,
    /// `.0` after what would look like an integer.
    pub dot_zero: bool,
    /// Keep the point and trailing zeros (`#`).
    pub alternate: bool,
    /// `E`, `INF` and `NAN` instead of `e`, `inf` and `nan`.
    pub upper: bool,
}

/// `repr` of a float.
pub fn repr(x: f64) -> String {
    format_double(
        x,
        Style::Repr,
        0,
        Flags {
            dot_zero: true,
            ..Flags::default()
        },
    )
}

/// `str` of a float: twelve significant digits.
pub fn str(x: f64) -> String {
    format_double(
        x,
        Style::General,
        12,
        Flags {
            dot_zero: true,
            ..Flags::default()
        },
    )
}

/// The text of `x`. `precision` counts digits after the point, or for [`Style::General`]
/// significant digits; it is ignored by [`Style::Repr`].
pub fn format_double(x: f64, style: Style, precision: usize, flags: Flags) -> String {
    let mut out = String::with_capacity(24);
    if x.is_nan() {
        // The sign of a NaN is not shown.
        out.push_str(if flags.plus { "+nan" } else { "nan" });
    } else {
        if x.is_sign_negative() {
            out.push('-');
        } else if flags.plus {
            out.push('+');
        }
        if x.is_infinite() {
            out.push_str("inf")
        } else {
            finite(&mut out, x.abs(), style, precision, flags)
        }
    }
    if flags.upper {
        out.make_ascii_uppercase();
    }
    out
}

/// Significant digits of a non-negative finite number, and the position of the point
/// relative to their start: `0.00123` is `("123", -2)`.
pub fn shortest_digits(x: f64) -> (String, i32) {
    if let Some(found) = few_shortest(x) {
        return found;
    }
    let (digits, point) = split_exponential(&format!("{x:e}"));
    if may_be_tie(x, digits.as_bytes(), point) {
        let (even, even_point) = rounded_digits(x, digits.len());
        if format!("0.{even}e{even_point}").parse() == Ok(x) {
            return (even, even_point);
        }
    }
    (digits, point)
}

/// The same for numbers with a decimal form of fifteen digits or less: rounding to that many finds it, as no other
/// such form is read as the same number.
fn few_shortest(x: f64) -> Option<(String, i32)> {
    const DIGITS: i32 = 15;
    let (mut digits, point) = few(x, DIGITS as usize)?;
    // Numbers and powers of ten of this size are exact, and so a quotient or product of two is what is read.
    let scale = DIGITS - point;
    let power = *EXACT_POWERS.get(scale.unsigned_abs() as usize)?;
    let read = match scale {
        0.. => digits as f64 / power,
        _ => digits as f64 * power,
    };
    if read != x {
        return None;
    }
    while digits.is_multiple_of(10) {
        digits /= 10;
    }
    Some((digits.to_string(), point))
}

/// The powers of ten that a double has exactly.
const EXACT_POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
];

/// Could `x` lie exactly between two shortest forms? The standard library then takes the upper
/// one, CPython the even one.
fn may_be_tie(x: f64, digits: &[u8], point: i32) -> bool {
    let odd = digits.last().is_some_and(|d| d % 2 == 1);
    // A half ends with a 5 one digit further on: as many bits after the point as digits, or
    // an integer with more digits than a double can tell apart.
    odd && match fraction_bits(x) {
        0 => point > 15,
        bits => bits == digits.len() as i32 + 1 - point,
    }
}

/// Binary digits after the point, which is also the number of decimal ones.
fn fraction_bits(x: f64) -> i32 {
    let (mantissa, exponent) = floats::decode(x);
    if mantissa == 0 {
        0
    } else {
        (-(exponent + mantissa.trailing_zeros() as i32)).max(0)
    }
}

/// Does CPython's conversion keep trailing zeros that it drops everywhere else? It does when a small
/// whole number lies exactly between two candidates and the lower one is even.
fn keeps_zeros(x: f64, precision: usize) -> bool {
    if x.trunc() != x || x >= 1e15 || precision > 14 {
        return false;
    }
    let n = x as u64;
    let count = n.checked_ilog10().map_or(1, |log| log as usize + 1);
    let Some(dropped) = count.checked_sub(precision).filter(|d| *d > 0) else {
        return false;
    };
    let unit = 10u64.pow(dropped as u32);
    n % unit * 2 == unit && (n / unit).is_multiple_of(2)
}

/// `x * 10^scale` rounded to an integer, ties to even, for a non-negative `x`. Exact; `None` where that
/// takes more than 128 bits.
fn scaled(x: f64, scale: u32) -> Option<u64> {
    /// 53 bits of mantissa and 74 of this fit.
    const SCALE_MAX: u32 = 22;
    if scale > SCALE_MAX {
        return None;
    }
    /// Powers of ten.
    const POWERS: [u128; SCALE_MAX as usize + 1] = {
        let mut powers = [1; SCALE_MAX as usize + 1];
        let mut i = 1;
        while i < powers.len() {
            powers[i] = powers[i - 1] * 10;
            i += 1;
        }
        powers
    };
    let (mantissa, exponent) = floats::decode(x);
    let product = u128::from(mantissa) * POWERS[scale as usize];
    if exponent >= 0 {
        let fits = product.leading_zeros() > exponent as u32;
        return u64::try_from(product << if fits { exponent } else { return None }).ok();
    }
    let shift = exponent.unsigned_abs();
    if shift >= 128 {
        return None;
    }
    let (quotient, rest) = (product >> shift, product & ((1 << shift) - 1));
    let half = 1 << (shift - 1);
    let up = rest > half || rest == half && quotient & 1 == 1;
    u64::try_from(quotient + u128::from(up)).ok()
}

/// [`rounded_digits`] by arithmetic on 128 bits, which is several times faster than what works for all
/// numbers.
fn few_digits(x: f64, n: usize) -> Option<(String, i32)> {
    let (digits, point) = few(x, n)?;
    Some((digits.to_string(), point))
}

/// The same digits as a number.
fn few(x: f64, n: usize) -> Option<(u64, i32)> {
    if n > 17 || x == 0.0 {
        return None;
    }
    // From the binary exponent, this may be one too small.
    let (mantissa, exponent) = floats::decode(x);
    let highest_bit = exponent + 63 - mantissa.leading_zeros() as i32;
    let mut exponent = (f64::from(highest_bit) * std::f64::consts::LOG10_2).floor() as i32;
    let below = 10u64.pow(n as u32 - 1);
    // So may rounding make the number.
    for _ in 0..3 {
        let scale = u32::try_from(n as i32 - 1 - exponent).ok()?;
        let digits = scaled(x, scale)?;
        if digits < below {
            exponent -= 1;
        } else if digits / 10 >= below {
            exponent += 1;
        } else if digits == below && scaled(x, scale + 1)? < below * 10 {
            // Rounded up from one digit less, of which there is one more.
            exponent -= 1;
        } else {
            return Some((digits, exponent + 1));
        }
    }
    None
}

/// [`Style::Fixed`] by the same arithmetic; false where it does not suffice.
fn fixed(out: &mut String, x: f64, precision: usize) -> bool {
    if precision > 15 {
        return false;
    }
    let Some(digits) = scaled(x, precision as u32) else {
        return false;
    };
    let unit = 10u64.pow(precision as u32);
    let (Ok(whole), part) = (i64::try_from(digits / unit), digits % unit) else {
        return false;
    };
    let mut buffer = [0; ints::DECIMAL];
    out.extend(ints::decimal(whole, &mut buffer).iter().map(|c| *c as char));
    if precision > 0 {
        out.push('.');
        let text = ints::decimal(part as i64, &mut buffer);
        out.extend(std::iter::repeat_n('0', precision - text.len()));
        out.extend(text.iter().map(|c| *c as char));
    }
    true
}

/// Like [`shortest_digits`], rounded to `n` significant digits, `n` ≥ 1.
pub fn rounded_digits(x: f64, n: usize) -> (String, i32) {
    if let Some(found) = few_digits(x, n) {
        return found;
    }
    let (mut digits, point) = split_exponential(&format!("{x:.*e}", n.min(EXACT) - 1));
    digits.extend(std::iter::repeat_n('0', n.saturating_sub(EXACT)));
    (digits, point)
}

/// More digits than the exact expansion of any double has, before or after the point.
const EXACT: usize = 1100;

fn split_exponential(text: &str) -> (String, i32) {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let mut digits = String::with_capacity(mantissa.len());
    digits.push_str(mantissa.get(..1).unwrap_or_default());
    digits.push_str(mantissa.get(2..).unwrap_or_default());
    (digits, exponent.parse::<i32>().unwrap_or(0) + 1)
}

fn finite(out: &mut String, x: f64, style: Style, precision: usize, flags: Flags) {
    match style {
        Style::Fixed => {
            use std::fmt::Write;
            if !fixed(out, x, precision) {
                let _ = write!(out, "{x:.*}", precision.min(EXACT));
            }
            out.extend(std::iter::repeat_n('0', precision.saturating_sub(EXACT)));
            if precision == 0 {
                if flags.alternate {
                    out.push('.');
                } else if flags.dot_zero {
                    out.push_str(".0");
                }
            }
        }
        Style::Exponent => {
            let (digits, point) = rounded_digits(x, precision.saturating_add(1));
            exponential(out, &digits, point, flags.alternate, x == 0.0);
        }
        Style::General => {
            let precision = precision.max(1);
            // Zeros beyond the exact expansion matter only where they are kept.
            let (digits, point) = rounded_digits(
                x,
                if flags.alternate {
                    precision
                } else {
                    precision.min(EXACT)
                },
            );
            let point = if x == 0.0 { 1 } else { point };
            let keep = flags.alternate || keeps_zeros(x, precision);
            let digits = if keep {
                &digits[..]
            } else {
                strip_zeros(&digits)
            };
            let limit = precision as i64 - i64::from(flags.dot_zero);
            if point <= -4 || i64::from(point) > limit {
                exponential(out, digits, point, flags.alternate, x == 0.0);
            } else {
                positional(out, digits, point, flags);
            }
        }
        Style::Repr => {
            let (digits, point) = shortest_digits(x);
            let digits = strip_zeros(&digits);
            if x != 0.0 && (point <= -4 || point > 16) {
                exponential(out, digits, point, flags.alternate, false);
            } else {
                positional(out, digits, if x == 0.0 { 1 } else { point }, flags);
            }
        }
    }
}

/// Without trailing zeros, but never empty.
fn strip_zeros(digits: &str) -> &str {
    let s = digits.trim_end_matches('0');
    if s.is_empty() { "0" } else { s }
}

fn exponential(out: &mut String, digits: &str, point: i32, keep_point: bool, zero: bool) {
    let exponent = if zero { 0 } else { point - 1 };
    out.push_str(&digits[..1]);
    if digits.len() > 1 || keep_point {
        out.push('.');
        out.push_str(&digits[1..]);
    }
    out.push_str(if exponent < 0 { "e-" } else { "e+" });
    let mut buffer = [0; ints::DECIMAL];
    let text = ints::decimal(i64::from(exponent.unsigned_abs()), &mut buffer);
    if text.len() < 2 {
        out.push('0');
    }
    out.extend(text.iter().map(|c| *c as char));
}

fn positional(out: &mut String, digits: &str, point: i32, flags: Flags) {
    if point <= 0 {
        out.push_str("0.");
        out.extend(std::iter::repeat_n('0', point.unsigned_abs() as usize));
        out.push_str(digits);
        return;
    }
    let point = point as usize;
    if digits.len() > point {
        out.push_str(&digits[..point]);
        out.push('.');
        out.push_str(&digits[point..]);
    } else {
        out.push_str(digits);
        out.extend(std::iter::repeat_n('0', point - digits.len()));
        if flags.alternate {
            out.push('.');
        } else if flags.dot_zero {
            out.push_str(".0");
        }
    }
}

#[cfg(test)]
#[allow(clippy::excessive_precision)]
mod tests {
    use super::*;

    #[test]
    fn repr_places_the_point() {
        for (x, expected) in [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (0.1, "0.1"),
            (1e16, "1e+16"),
            (1e15, "1000000000000000.0"),
            (9999999999999998.0, "9999999999999998.0"),
            (123456789012345678.0, "1.2345678901234568e+17"),
            (1e22, "1e+22"),
            (1e-4, "0.0001"),
            (1e-5, "1e-05"),
            (1.5e-7, "1.5e-07"),
            (5e-324, "5e-324"),
            (1.7976931348623157e308, "1.7976931348623157e+308"),
            // Halfway between two shortest forms: the even one.
            (12.8957672119140625, "12.895767211914062"),
            (0.84317779541015625, "0.8431777954101562"),
            (f64::INFINITY, "inf"),
            (f64::NEG_INFINITY, "-inf"),
            (f64::NAN, "nan"),
            (-f64::NAN, "nan"),
        ] {
            assert_eq!(repr(x), expected);
        }
    }

    #[test]
    fn str_has_twelve_digits() {
        for (x, expected) in [
            (1e11, "1e+11"),
            (1e10, "10000000000.0"),
            (99999999999.9, "99999999999.9"),
            (1e12, "1e+12"),
            (0.1 + 0.2, "0.3"),
            (1e-4, "0.0001"),
            (1e-5, "1e-05"),
            (1.0 + 1e-13, "1.0"),
            (100.0, "100.0"),
            (0.0, "0.0"),
            // CPython's own irregularity.
            (1000000000005.0, "1.00000000000e+12"),
            (1000000000015.0, "1.00000000002e+12"),
        ] {
            assert_eq!(str(x), expected);
        }
    }

    #[test]
    fn ties_go_to_even() {
        let fixed = |x, p| format_double(x, Style::Fixed, p, Flags::default());
        for (x, p, expected) in [
            (0.5, 0, "0"),
            (1.5, 0, "2"),
            (2.5, 0, "2"),
            (0.125, 2, "0.12"),
            (0.375, 2, "0.38"),
            (1e22, 0, "1"),
        ] {
            let s = fixed(x, p);
            assert!(s.starts_with(expected), "{x} {p}: {s}");
        }
    }
}
