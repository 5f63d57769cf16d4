//! Doubles: Python's division, powers, hash, exact conversions, hexadecimal text.

use num_bigint::BigInt;

use super::{big, fault::Fault, ints};

unsafe extern "C" {
    /// A power of two times a number, rounded once.
    pub safe fn ldexp(x: f64, exponent: i32) -> f64;
}

/// `divmod(a, b)`: the quotient is a whole number, the remainder has the divisor's sign.
pub fn div_mod(a: f64, b: f64) -> Result<(f64, f64), Fault> {
    if b == 0.0 {
        return Err(Fault::ZeroDivision("float divmod()"));
    }
    Ok(div_mod_nonzero(a, b))
}

/// `a // b`
pub fn floor_div(a: f64, b: f64) -> Result<f64, Fault> {
    div_mod(a, b).map(|(q, _)| q)
}

/// `a % b`
pub fn floor_mod(a: f64, b: f64) -> Result<f64, Fault> {
    if b == 0.0 {
        Err(Fault::ZeroDivision("float modulo"))
    } else {
        Ok(mod_nonzero(a, b))
    }
}

/// `a / b`
pub fn div(a: f64, b: f64) -> Result<f64, Fault> {
    if b == 0.0 {
        Err(Fault::ZeroDivision("float division by zero"))
    } else {
        Ok(a / b)
    }
}

/// `a % b` for a divisor that is not zero.
#[inline]
pub fn mod_nonzero(a: f64, b: f64) -> f64 {
    let rest = a % b;
    if rest == 0.0 {
        // A zero remainder takes the divisor's sign as well.
        0f64.copysign(b)
    } else if (b < 0.0) != (rest < 0.0) {
        rest + b
    } else {
        rest
    }
}

/// [`div_mod`] for a divisor that is not zero.
pub fn div_mod_nonzero(a: f64, b: f64) -> (f64, f64) {
    let rest = a % b;
    let mut quotient = (a - rest) / b;
    let rest = if rest == 0.0 {
        0f64.copysign(b)
    } else if (b < 0.0) != (rest < 0.0) {
        quotient -= 1.0;
        rest + b
    } else {
        rest
    };
    // (a - rest) / b is within rounding of a whole number: snap to it.
    let quotient = if quotient == 0.0 {
        0f64.copysign(a / b)
    } else {
        let floor = quotient.floor();
        if quotient - floor > 0.5 {
            floor + 1.0
        } else {
            floor
        }
    };
    (quotient, rest)
}

/// `a ** b`
pub fn pow(a: f64, b: f64) -> Result<f64, Fault> {
    if b == 0.0 || a == 1.0 {
        return Ok(1.0); // even for NaN
    }
    if a.is_nan() || b.is_nan() {
        return Ok(f64::NAN);
    }
    if b.is_infinite() {
        let magnitude = a.abs();
        return Ok(if magnitude == 1.0 {
            1.0
        } else if (b > 0.0) == (magnitude > 1.0) {
            f64::INFINITY
        } else {
            0.0
        });
    }
    if a == 0.0 && b < 0.0 {
        return Err(Fault::ZeroDivision(
            "0.0 cannot be raised to a negative power",
        ));
    }
    if a < 0.0 && a.is_finite() && b.floor() != b {
        return Err(Fault::Value(
            "negative number cannot be raised to a fractional power",
        ));
    }
    let result = a.powf(b);
    if result.is_infinite() && a.is_finite() {
        Err(Fault::Range)
    } else {
        Ok(result)
    }
}

/// A fraction in [0.5, 1) and an exponent whose product is `x`.
pub fn frexp(x: f64) -> (f64, i32) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let (x, bias) = if x.is_subnormal() {
        (x * 2f64.powi(64), -64)
    } else {
        (x, 0)
    };
    let bits = x.to_bits();
    let exponent = ((bits >> 52) & 0x7FF) as i32 - 1022;
    (
        f64::from_bits(bits & !(0x7FF << 52) | (1022 << 52)),
        exponent + bias,
    )
}

/// `hash(x)`: that of the equal int or long for whole numbers.
pub fn hash(x: f64) -> i64 {
    if x.is_nan() {
        return 0;
    }
    if x.is_infinite() {
        return if x > 0.0 { 314159 } else { -271828 };
    }
    if x.trunc() == x {
        return match ints::from_float(x) {
            Some(i) => ints::hash(i),
            None => big::hash_big(&big::from_whole_float(x)),
        };
    }
    const SCALE: f64 = 2147483648.0;
    let (fraction, exponent) = frexp(x);
    let high = (fraction * SCALE).trunc();
    let low = (fraction * SCALE - high) * SCALE;
    ints::hash(
        (high as i64)
            .wrapping_add(low as i64)
            .wrapping_add(i64::from(exponent) << 15),
    )
}

/// `x.as_integer_ratio()`: a fraction in lowest terms.
pub fn integer_ratio(x: f64) -> Result<(BigInt, BigInt), Fault> {
    if x.is_infinite() {
        return Err(Fault::Overflow(
            "Cannot pass infinity to float.as_integer_ratio.",
        ));
    }
    if x.is_nan() {
        return Err(Fault::Value("Cannot pass NaN to float.as_integer_ratio."));
    }
    if x == 0.0 {
        return Ok((BigInt::ZERO, BigInt::from(1)));
    }
    let (mantissa, exponent) = decode(x);
    let even = mantissa.trailing_zeros();
    let (mantissa, exponent) = (mantissa >> even, exponent + even as i32);
    let numerator = BigInt::from(mantissa) << exponent.max(0);
    let denominator = BigInt::from(1) << (-exponent).max(0);
    Ok((if x < 0.0 { -numerator } else { numerator }, denominator))
}

/// `|x|` as integer times power of two; `x` is finite.
pub fn decode(x: f64) -> (u64, i32) {
    let bits = x.to_bits();
    let exponent = ((bits >> 52) & 0x7FF) as i32;
    let fraction = bits & ((1 << 52) - 1);
    if exponent == 0 {
        (fraction, -1074)
    } else {
        (fraction | 1 << 52, exponent - 1075)
    }
}

/// The float nearest to `mantissa * 2^exponent`, ties to even; `sticky` tells that the exact
/// number is slightly larger. `None` on overflow.
pub fn from_scaled(mantissa: u64, exponent: i64, sticky: bool) -> Option<f64> {
    if mantissa == 0 {
        return Some(0.0);
    }
    let leading = mantissa.leading_zeros();
    let mantissa = mantissa << leading;
    // The number is in [2^(top - 1), 2^top).
    let top = exponent
        .saturating_sub(i64::from(leading))
        .saturating_add(64);
    if top > 1024 {
        return None;
    }
    if top < -1074 {
        return Some(0.0);
    }
    let kept = if top >= -1021 {
        53
    } else {
        (top + 1074) as u32
    };
    let dropped = 64 - kept;
    let (mut m, rest) = if dropped == 64 {
        (0, mantissa)
    } else {
        (mantissa >> dropped, mantissa << (64 - dropped))
    };
    const HALF: u64 = 1 << 63;
    if rest > HALF || (rest == HALF && (sticky || m & 1 != 0)) {
        m += 1;
    }
    let x = ldexp(m as f64, (top - i64::from(kept)) as i32);
    x.is_finite().then_some(x)
}

/// `round(x, digits)`: halves, exact ones only, go away from zero.
pub fn round(x: f64, digits: i64) -> Result<f64, Fault> {
    if !x.is_finite() || x == 0.0 || digits > 323 {
        return Ok(x);
    }
    if digits < -309 {
        return Ok(0f64.copysign(x));
    }
    if digits == 0 {
        return Ok(x.round());
    }
    let magnitude = x.abs();
    let text = if digits > 0 {
        let digits = digits as usize;
        let (mantissa, exponent) = decode(magnitude);
        let fraction_bits = -(exponent + mantissa.trailing_zeros() as i32);
        if fraction_bits == digits as i32 + 1 {
            // An exact half: its expansion ends with one more digit, a 5.
            let exact = format!("{magnitude:.*}", digits + 1);
            increment(&exact[..exact.len() - 1])
        } else {
            format!("{magnitude:.digits$}")
        }
    } else {
        let drop = digits.unsigned_abs() as usize;
        let exact = format!("{:.0}", magnitude.trunc());
        let exact = format!("{exact:0>width$}", width = drop + 1);
        let (kept, rest) = exact.split_at(exact.len() - drop);
        let kept = if rest.as_bytes()[0] >= b'5' {
            increment(kept)
        } else {
            kept.to_owned()
        };
        format!("{kept}e{drop}")
    };
    let rounded: f64 = text.parse().unwrap_or(f64::INFINITY);
    if rounded.is_infinite() {
        return Err(Fault::Overflow("rounded value too large to represent"));
    }
    Ok(rounded.copysign(x))
}

/// The next decimal of the same number of digits after the point.
fn increment(text: &str) -> String {
    let mut digits = text.as_bytes().to_vec();
    for d in digits.iter_mut().rev() {
        match *d {
            b'.' => {}
            b'9' => *d = b'0',
            _ => {
                *d += 1;
                return String::from_utf8(digits).unwrap_or_default();
            }
        }
    }
    format!("1{}", String::from_utf8(digits).unwrap_or_default())
}

/// `round(x)`
pub fn round_whole(x: f64) -> f64 {
    x.round()
}

/// `x.hex()`
pub fn to_hex(x: f64) -> String {
    if !x.is_finite() {
        return crate::format::double::repr(x);
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    if x == 0.0 {
        return format!("{sign}0x0.0p+0");
    }
    let bits = x.to_bits();
    let fraction = bits & ((1 << 52) - 1);
    let (lead, exponent) = if x.is_subnormal() {
        (0, -1022)
    } else {
        (1, ((bits >> 52) & 0x7FF) as i32 - 1023)
    };
    format!("{sign}0x{lead}.{fraction:013x}p{exponent:+}")
}

const HEX_INVALID: Fault = Fault::Value("invalid hexadecimal floating-point string");
const HEX_TOO_LARGE: Fault = Fault::Overflow("hexadecimal value too large to represent as a float");

/// `float.fromhex(text)`
pub fn from_hex(text: &[u8]) -> Result<f64, Fault> {
    let text = super::parse::trim(text);
    let (negative, body) = match text.split_first() {
        Some((b'-', rest)) => (true, rest),
        Some((b'+', rest)) => (false, rest),
        _ => (false, text),
    };
    let magnitude = match super::parse::special_float(body) {
        Some(x) => x,
        None => hex_magnitude(body)?,
    };
    Ok(if negative { -magnitude } else { magnitude })
}

fn hex_magnitude(body: &[u8]) -> Result<f64, Fault> {
    let body = match body {
        [b'0', b'x' | b'X', rest @ ..] => rest,
        _ => body,
    };
    let (mut mantissa, mut sticky, mut exponent) = (0u64, false, 0i64);
    let (mut any, mut point) = (false, false);
    let mut rest = body;
    while let Some((&c, tail)) = rest.split_first() {
        if c == b'.' && !point {
            point = true;
        } else if let Some(digit) = (c as char).to_digit(16) {
            any = true;
            if mantissa >> 60 == 0 {
                mantissa = mantissa << 4 | u64::from(digit);
                exponent -= if point { 4 } else { 0 };
            } else {
                sticky |= digit != 0;
                exponent += if point { 0 } else { 4 };
            }
        } else {
            break;
        }
        rest = tail;
    }
    if !any {
        return Err(HEX_INVALID);
    }
    if let Some((b'p' | b'P', tail)) = rest.split_first() {
        let (negative, digits) = match tail.split_first() {
            Some((b'-', digits)) => (true, digits),
            Some((b'+', digits)) => (false, digits),
            _ => (false, tail),
        };
        if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
            return Err(HEX_INVALID);
        }
        let size = digits.iter().fold(0i64, |n, d| {
            n.saturating_mul(10).saturating_add(i64::from(d - b'0'))
        });
        exponent = exponent.saturating_add(if negative { -size } else { size });
    } else if !rest.is_empty() {
        return Err(HEX_INVALID);
    }
    // CPython looks at the digit before the one that is rounded away to see whether half of the smallest number is a
    // half beside an odd digit; where the text has none, it takes it for odd.
    let half_of_smallest =
        mantissa.is_power_of_two() && exponent.saturating_add(mantissa.ilog2().into()) == -1075;
    sticky |= half_of_smallest && body.iter().find(|&&c| c != b'.') == Some(&b'8');
    from_scaled(mantissa, exponent, sticky).ok_or(HEX_TOO_LARGE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn division_of_floats() {
        for (a, b, q, r) in [
            (7.5, 2.0, 3.0, 1.5),
            (-7.5, 2.0, -4.0, 0.5),
            (7.5, -2.0, -4.0, -0.5),
            (-7.5, -2.0, 3.0, -1.5),
            (-1.0, f64::INFINITY, -1.0, f64::INFINITY),
            (1e308, 1e-5, f64::INFINITY, 4.092506940442396e-06),
        ] {
            let (quotient, rest) = div_mod(a, b).unwrap();
            assert_eq!(
                (quotient, if b == 1e-5 { r } else { rest }),
                (q, r),
                "{a} {b}"
            );
        }
        assert!(mod_nonzero(-4.0, -2.0).is_sign_negative());
        assert_eq!(
            div_mod(1.0, 0.0),
            Err(Fault::ZeroDivision("float divmod()"))
        );
    }

    #[test]
    fn powers() {
        assert_eq!(pow(2.0, -1074.0), Ok(5e-324));
        assert_eq!(pow(10.0, -400.0), Ok(0.0));
        assert_eq!(pow(10.0, 400.0), Err(Fault::Range));
        assert_eq!(pow(-2.0, 3.0), Ok(-8.0));
        assert_eq!(pow(f64::NEG_INFINITY, 3.0), Ok(f64::NEG_INFINITY));
        assert_eq!(pow(f64::NAN, 0.0), Ok(1.0));
        assert!(matches!(pow(-2.0, 0.5), Err(Fault::Value(_))));
        assert!(matches!(pow(0.0, -1.0), Err(Fault::ZeroDivision(_))));
    }

    #[test]
    fn hashes() {
        for (x, expected) in [
            (0.5, 1073741824),
            (-0.1, -2577078886),
            (1e-320, 2087485440),
            (1e300, 8474648701417850880),
            (9223372036854775808.0, i64::MIN),
            (18446744073709551616.0, 1),
            (-1.0, -2),
            (f64::INFINITY, 314159),
            (f64::NEG_INFINITY, -271828),
            (f64::NAN, 0),
        ] {
            assert_eq!(hash(x), expected, "{x}");
        }
    }

    #[test]
    fn rounding_half_away() {
        for (x, n, expected) in [
            (0.5, 0, 1.0),
            (-0.5, 0, -1.0),
            (2.5, 0, 3.0),
            (0.125, 2, 0.13),
            (2.675, 2, 2.67),
            (12345.0, -1, 12350.0),
            (25.0, -1, 30.0),
            (5e307, -308, 1e308),
            (1e-320, 323, 1e-320),
            (0.49999999999999994, 0, 0.0),
            (9.5, 0, 10.0),
            (99.5, 0, 100.0),
            (4.0, -1, 0.0),
            (5.0, -1, 10.0),
        ] {
            assert_eq!(round(x, n), Ok(expected), "{x} {n}");
        }
        assert!(matches!(round(1.7e308, -308), Err(Fault::Overflow(_))));
    }

    #[test]
    fn hexadecimal() {
        for (x, expected) in [
            (1e-320, "0x0.00000000007e8p-1022"),
            (-0.0, "-0x0.0p+0"),
            (0.1, "0x1.999999999999ap-4"),
            (1.0, "0x1.0000000000000p+0"),
        ] {
            assert_eq!(to_hex(x), expected);
            assert_eq!(
                from_hex(expected.as_bytes()).map(f64::to_bits),
                Ok(x.to_bits())
            );
        }
        assert_eq!(from_hex(b"0x1.fffffffffffff8p1023"), Err(HEX_TOO_LARGE));
        assert_eq!(from_hex(b"0x1.fffffffffffff7fffp1023"), Ok(f64::MAX));
        assert_eq!(from_hex(b"0x0p99999999999999999999"), Ok(0.0));
        assert_eq!(from_hex(b"0x1p-99999999999999999999"), Ok(0.0));
        assert_eq!(from_hex(b" .8 "), Ok(0.5));
        assert_eq!(from_hex(b"-iNFinity"), Ok(f64::NEG_INFINITY));
        assert_eq!(from_hex(b"0x1p"), Err(HEX_INVALID));
        assert_eq!(from_hex(b"."), Err(HEX_INVALID));
    }

    #[test]
    fn ratios() {
        assert_eq!(integer_ratio(0.5), Ok((1.into(), 2.into())));
        assert_eq!(integer_ratio(-1.25), Ok(((-5).into(), 4.into())));
        assert_eq!(integer_ratio(-0.0), Ok((0.into(), 1.into())));
        let (n, d) = integer_ratio(1e-320).unwrap();
        assert_eq!((n, d.bits()), (253.into(), 1072));
    }
}
