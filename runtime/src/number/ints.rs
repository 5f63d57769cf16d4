//! 64-bit integers: Python's division, powers, shifts, comparison with floats.
//!
//! `None` from a checked operation means that the result is a long.

use super::fault::Fault;

/// `a // b` and `a % b`: the quotient rounds down, the remainder has the divisor's sign.
/// `b` is not zero; `None` for the one quotient that needs 65 bits.
#[inline]
pub fn div_mod(a: i64, b: i64) -> Option<(i64, i64)> {
    let quotient = a.checked_div(b)?;
    let rest = a.wrapping_rem(b);
    Some(if rest != 0 && (rest ^ b) < 0 {
        (quotient - 1, rest + b)
    } else {
        (quotient, rest)
    })
}

/// `a // b`, see [`div_mod`].
#[inline]
pub fn floor_div(a: i64, b: i64) -> Option<i64> {
    div_mod(a, b).map(|(q, _)| q)
}

/// `a % b`; `b` is not zero.
#[inline]
pub fn floor_mod(a: i64, b: i64) -> i64 {
    let rest = a.wrapping_rem(b);
    if rest != 0 && (rest ^ b) < 0 {
        rest + b
    } else {
        rest
    }
}

/// `a ** b` for `b` ≥ 0, or `None` when an intermediate square already needs a long.
pub fn pow(a: i64, b: i64) -> Option<i64> {
    let (mut result, mut base, mut rest) = (1i64, a, b);
    while rest > 0 {
        if rest & 1 != 0 {
            result = result.checked_mul(base)?;
        }
        rest >>= 1;
        if rest == 0 {
            break;
        }
        base = base.checked_mul(base)?;
    }
    Some(result)
}

/// `pow(a, b, modulus)` for `b` ≥ 0 and a modulus that is not zero.
///
/// `None` when a product on the way exceeds 64 bits: programs can see that the result
/// is then a long although it would fit an int.
pub fn pow_mod(a: i64, b: i64, modulus: i64) -> Option<i64> {
    let (mut result, mut base, mut rest) = (1i64, a, b);
    while rest > 0 {
        if rest & 1 != 0 {
            result = result.checked_mul(base)?;
        }
        rest >>= 1;
        if rest == 0 {
            break;
        }
        base = base.checked_mul(base)?.wrapping_rem(modulus);
        result = result.wrapping_rem(modulus);
    }
    Some(floor_mod(result, modulus))
}

/// `a << count`, `None` when bits are lost.
#[inline]
pub fn shl(a: i64, count: i64) -> Result<Option<i64>, Fault> {
    if count < 0 {
        return Err(Fault::SHIFT_COUNT);
    }
    if a == 0 || count == 0 {
        return Ok(Some(a));
    }
    if count >= 64 {
        return Ok(None);
    }
    let shifted = a << count;
    Ok((shifted >> count == a).then_some(shifted))
}

/// `a >> count`
#[inline]
pub fn shr(a: i64, count: i64) -> Result<i64, Fault> {
    if count < 0 {
        Err(Fault::SHIFT_COUNT)
    } else {
        Ok(a >> count.min(63))
    }
}

/// `hash` of an int; -1 is taken by "failed".
#[inline]
pub fn hash(a: i64) -> i64 {
    if a == -1 { -2 } else { a }
}

/// `a.bit_length()`
pub fn bit_length(a: i64) -> i64 {
    i64::from(64 - a.unsigned_abs().leading_zeros())
}

/// Orders an int against a float by their exact values; `None` for NaN.
pub fn cmp_float(a: i64, b: f64) -> Option<std::cmp::Ordering> {
    use std::cmp::Ordering::*;
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    if b.is_nan() {
        None
    } else if b >= LIMIT {
        Some(Less)
    } else if b < -LIMIT {
        Some(Greater)
    } else {
        let whole = b.trunc();
        Some(a.cmp(&(whole as i64)).then_with(|| match b - whole {
            fraction if fraction > 0.0 => Less,
            fraction if fraction < 0.0 => Greater,
            _ => Equal,
        }))
    }
}

/// The float as an int after dropping its fraction; `None` when it needs a long (or is not finite).
#[inline]
pub fn from_float(x: f64) -> Option<i64> {
    const LIMIT: f64 = 9_223_372_036_854_775_808.0;
    (-LIMIT..LIMIT).contains(&x).then_some(x as i64)
}

/// `a / b` under true division, correctly rounded.
pub fn true_div(a: i64, b: i64) -> Result<f64, Fault> {
    const EXACT: u64 = 1 << 53;
    if b == 0 {
        return Err(Fault::TRUE_ZERO);
    }
    if a.unsigned_abs() <= EXACT && b.unsigned_abs() <= EXACT {
        return Ok(a as f64 / b as f64);
    }
    // Past 2^53 the operands themselves would round first.
    let negative = (a < 0) != (b < 0);
    let (n, d) = (u128::from(a.unsigned_abs()), u128::from(b.unsigned_abs()));
    // Scale the quotient to 64 bits or more, keep what is lost as a sticky bit, and let the
    // conversion round once. The exponent is too small for denormals to matter.
    let shift = (64 + d.ilog2()).saturating_sub(n.max(1).ilog2());
    let scaled = n << shift;
    let sticky = u128::from(scaled % d != 0);
    let quotient = ((scaled / d) | sticky) as f64 / 2f64.powi(shift as i32);
    Ok(if negative { -quotient } else { quotient })
}

/// The most characters of [`decimal`].
pub const DECIMAL: usize = 20;

/// The decimal text of `a`, written to the end of the buffer.
pub fn decimal(a: i64, buffer: &mut [u8; DECIMAL]) -> &[u8] {
    let mut at = DECIMAL;
    let mut rest = a.unsigned_abs();
    while rest >= 100 {
        let two = (rest % 100) as usize;
        rest /= 100;
        at -= 2;
        buffer[at..at + 2].copy_from_slice(&PAIRS[two]);
    }
    if rest >= 10 {
        at -= 2;
        buffer[at..at + 2].copy_from_slice(&PAIRS[rest as usize]);
    } else {
        at -= 1;
        buffer[at] = b'0' + rest as u8;
    }
    if a < 0 {
        at -= 1;
        buffer[at] = b'-';
    }
    &buffer[at..]
}

/// `00` to `99`.
static PAIRS: [[u8; 2]; 100] = {
    let mut table = [[0; 2]; 100];
    let mut i = 0;
    while i < 100 {
        table[i] = [b'0' + (i / 10) as u8, b'0' + (i % 10) as u8];
        i += 1;
    }
    table
};

/// Digits of `a` in base 2 to 36 with a minus sign but no prefix.
pub fn to_radix(a: i64, radix: u32) -> String {
    if radix == 10 {
        return a.to_string();
    }
    let mut buffer = [0; BINARY];
    let digits = digits(a.unsigned_abs(), radix, &mut buffer);
    let sign = if a < 0 { "-" } else { "" };
    format!("{sign}{}", String::from_utf8_lossy(digits))
}

/// The most digits of a word.
pub const BINARY: usize = 64;

/// The most characters of [`prefixed`]: sign and `0x` before them.
pub const PREFIXED: usize = 3 + BINARY;

/// Sign, prefix (two characters at most) and digits of `a`, written to the end of the buffer.
#[inline]
pub fn prefixed<'b>(a: i64, prefix: &[u8], radix: u32, buffer: &'b mut [u8; PREFIXED]) -> &'b [u8] {
    let mut room = [0; BINARY];
    let digits = digits(a.unsigned_abs(), radix, &mut room);
    let sign: &[u8] = if a < 0 { b"-" } else { b"" };
    let mut at = PREFIXED;
    for part in [digits, prefix, sign] {
        at -= part.len();
        buffer[at..at + part.len()].copy_from_slice(part);
    }
    &buffer[at..]
}

/// The digits of `a`, written to the end of the buffer.
#[inline]
pub fn digits(a: u64, radix: u32, buffer: &mut [u8; BINARY]) -> &[u8] {
    // Divisions by constants are multiplications.
    match radix {
        10 => digits_by(a, 10, buffer),
        16 => digits_by(a, 16, buffer),
        8 => digits_by(a, 8, buffer),
        2 => digits_by(a, 2, buffer),
        _ => digits_by(a, radix, buffer),
    }
}

#[inline(always)]
fn digits_by(a: u64, radix: u32, buffer: &mut [u8; BINARY]) -> &[u8] {
    let mut at = buffer.len();
    let mut rest = a;
    loop {
        at -= 1;
        buffer[at] = DIGITS[(rest % u64::from(radix)) as usize];
        rest /= u64::from(radix);
        if rest == 0 {
            break;
        }
    }
    &buffer[at..]
}

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

#[cfg(test)]
#[allow(clippy::excessive_precision)]
mod tests {
    use super::*;
    use std::cmp::Ordering::*;

    #[test]
    fn decimals() {
        for a in [0, 9, 10, 99, 100, 12345, -1, -10, -100, i64::MAX, i64::MIN] {
            let mut buffer = [0; DECIMAL];
            assert_eq!(decimal(a, &mut buffer), a.to_string().as_bytes());
        }
    }

    #[test]
    fn division_rounds_down() {
        for (a, b, expected) in [
            (7, 2, Some((3, 1))),
            (-7, 2, Some((-4, 1))),
            (7, -2, Some((-4, -1))),
            (-7, -2, Some((3, -1))),
            (6, -2, Some((-3, 0))),
            (i64::MIN, -1, None),
            (i64::MIN, 1, Some((i64::MIN, 0))),
            (i64::MIN, i64::MAX, Some((-2, i64::MAX - 1))),
        ] {
            assert_eq!(div_mod(a, b), expected);
        }
        assert_eq!(floor_mod(i64::MIN, -1), 0);
    }

    #[test]
    fn powers() {
        assert_eq!(pow(3, 39), Some(4052555153018976267));
        assert_eq!(pow(3, 40), None);
        assert_eq!(pow(-2, 63), Some(i64::MIN));
        assert_eq!(pow(0, 0), Some(1));
        assert_eq!(pow_mod(2, 100, 7), Some(2));
        assert_eq!(pow_mod(2, 10, -7), Some(-5));
        assert_eq!(pow_mod(1 << 40, 2, 7), None);
        assert_eq!(pow_mod(3, 0, 1), Some(0));
        assert_eq!(pow_mod(5, 3, i64::MIN), Some(125 + i64::MIN));
    }

    #[test]
    fn shifts() {
        assert_eq!(shl(1, 62), Ok(Some(1 << 62)));
        assert_eq!(shl(1, 63), Ok(None));
        assert_eq!(shl(-1, 63), Ok(Some(i64::MIN)));
        assert_eq!(shl(0, 1000), Ok(Some(0)));
        assert_eq!(shl(1, -1), Err(Fault::SHIFT_COUNT));
        assert_eq!(shr(-5, 1), Ok(-3));
        assert_eq!(shr(-5, 100), Ok(-1));
    }

    #[test]
    fn exact_comparison_with_floats() {
        for (a, b, expected) in [
            (1, 1.0, Some(Equal)),
            (1, 1.5, Some(Less)),
            (-1, -1.5, Some(Greater)),
            ((1 << 53) + 1, (1u64 << 53) as f64, Some(Greater)),
            (i64::MAX, 9223372036854775808.0, Some(Less)),
            (i64::MIN, -9223372036854775808.0, Some(Equal)),
            (0, f64::NAN, None),
            (0, f64::NEG_INFINITY, Some(Greater)),
        ] {
            assert_eq!(cmp_float(a, b), expected, "{a} {b}");
        }
    }

    #[test]
    fn true_division_rounds_once() {
        for (a, b, expected) in [
            (1i64, 3i64, 0.3333333333333333f64),
            ((1 << 62) + 1, 3, 1.5372286728091292e+18),
            (9007199254740993, 1, 9007199254740992.0),
            (9007199254740995, 1, 9007199254740996.0),
            (i64::MIN, -1, 9.223372036854775807e18),
            (1, i64::MIN, -1.0842021724855044e-19),
            (i64::MAX, i64::MAX - 1, 1.0),
            (-9007199254740993, 9007199254740997, -0.9999999999999996),
        ] {
            assert_eq!(true_div(a, b), Ok(expected), "{a}/{b}");
        }
    }

    #[test]
    fn radix() {
        assert_eq!(to_radix(-255, 16), "-ff");
        assert_eq!(to_radix(i64::MIN, 2).len(), 65);
        assert_eq!(to_radix(0, 8), "0");
        let mut buffer = [0; PREFIXED];
        assert_eq!(prefixed(-255, b"0x", 16, &mut buffer), b"-0xff");
        assert_eq!(prefixed(i64::MIN, b"0b", 2, &mut buffer).len(), PREFIXED);
    }
}
