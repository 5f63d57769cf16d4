//! Integers of any size: what Python asks of a long beyond what the big-integer crate has.
//!
//! The crate truncates divisions, and its conversions and shifts do not know Python's limits:
//! floor division, exact comparison and conversion to floats, true division rounded once,
//! CPython's hash and the refusal of results that cannot fit in memory live here.

use std::cmp::Ordering;

use num_bigint::{BigInt, BigUint};
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use super::{bigref::BigRef, fault::Fault, floats};

/// Results above this many bits (16 GB) are refused before they are begun.
const MAX_BITS: u64 = 1 << 37;

/// The number as an `i64`, if it is one.
fn to_i64(n: &BigInt) -> Option<i64> {
    if n.bits() > 64 { None } else { n.to_i64() }
}

/// The nearest float, ties to even.
pub fn to_f64(n: BigRef<'_>) -> Result<f64, Fault> {
    let (mantissa, exponent, sticky) = top_bits(n.limbs);
    match floats::from_scaled(mantissa, exponent, sticky) {
        Some(x) if n.negative => Ok(-x),
        Some(x) => Ok(x),
        None => Err(Fault::LONG_TO_FLOAT),
    }
}

/// The leading 64 bits of a magnitude, the power of two they are scaled by, and whether bits are lost.
fn top_bits(limbs: &[u64]) -> (u64, i64, bool) {
    let (top, next, low) = match limbs {
        [] => return (0, 0, false),
        [top] => return (*top, 0, false),
        [low @ .., next, top] => (*top, *next, low),
    };
    let leading = top.leading_zeros();
    let (mantissa, rest) = if leading == 0 {
        (top, next)
    } else {
        (top << leading | next >> (64 - leading), next << leading)
    };
    let sticky = rest != 0 || low.iter().any(|d| *d != 0);
    (
        mantissa,
        (limbs.len() as i64 - 1) * 64 - i64::from(leading),
        sticky,
    )
}

/// A fraction in [0.5, 1) and an exponent: the long as a float too large for the format, which
/// is what logarithms of longs need.
pub fn frexp(n: BigRef<'_>) -> (f64, i64) {
    if n.is_zero() {
        return (0.0, 0);
    }
    let (mantissa, exponent, sticky) = top_bits(n.limbs);
    let x = floats::from_scaled(mantissa, 0, sticky).unwrap_or(0.0);
    let (fraction, e) = floats::frexp(x);
    let fraction = if n.negative { -fraction } else { fraction };
    (fraction, exponent + i64::from(e))
}

/// A finite float without its fraction.
pub fn from_whole_float(x: f64) -> BigInt {
    let (mantissa, exponent) = floats::decode(x);
    let magnitude = if exponent >= 0 {
        BigInt::from(mantissa) << exponent
    } else if exponent <= -64 {
        BigInt::ZERO
    } else {
        BigInt::from(mantissa >> -exponent)
    };
    if x < 0.0 { -magnitude } else { magnitude }
}

/// `long(x)`
pub fn from_float(x: f64) -> Result<BigInt, Fault> {
    if x.is_nan() {
        Err(Fault::Value("cannot convert float NaN to integer"))
    } else if x.is_infinite() {
        Err(Fault::Overflow("cannot convert float infinity to integer"))
    } else {
        Ok(from_whole_float(x))
    }
}

/// Orders a long against a float by their exact values; `None` for NaN.
pub fn cmp_float(a: BigRef<'_>, b: f64) -> Option<Ordering> {
    if b.is_nan() {
        return None;
    }
    if b.is_infinite() {
        return Some(if b > 0.0 {
            Ordering::Less
        } else {
            Ordering::Greater
        });
    }
    // Signs and magnitudes decide nearly always, without making an integer of the float.
    let sign = match (a.negative, a.is_zero()) {
        (true, _) => -1.0,
        (_, true) => 0.0,
        (_, false) => 1.0,
    };
    let sign_b = if b == 0.0 { 0.0 } else { 1f64.copysign(b) };
    if sign != sign_b || sign == 0.0 {
        return sign.partial_cmp(&sign_b);
    }
    let (_, exponent) = floats::frexp(b);
    let order = match (a.bits() as i64).cmp(&i64::from(exponent)) {
        Ordering::Equal => {
            let whole = b.trunc();
            let fraction = b - whole;
            return Some(a.to_big().cmp(&from_whole_float(whole)).then_with(|| {
                if fraction > 0.0 {
                    Ordering::Less
                } else if fraction < 0.0 {
                    Ordering::Greater
                } else {
                    Ordering::Equal
                }
            }));
        }
        order => order,
    };
    Some(if sign < 0.0 { order.reverse() } else { order })
}

/// `hash(n)`: the magnitude modulo 2^64 - 1 with the sign applied.
pub fn hash(n: BigRef<'_>) -> i64 {
    // 2^64 is 1 in that ring, so the limbs just add up with the carry brought around.
    let sum = n.limbs.iter().fold(0u64, |sum, limb| {
        let (sum, carry) = sum.overflowing_add(*limb);
        sum + u64::from(carry)
    });
    let signed = if n.negative { sum.wrapping_neg() } else { sum } as i64;
    if signed == -1 { -2 } else { signed }
}

/// The same of a number that is no object's.
pub fn hash_big(n: &BigInt) -> i64 {
    hash(BigRef {
        negative: n.is_negative(),
        limbs: &n.magnitude().to_u64_digits(),
    })
}

/// `divmod(a, b)`
pub fn div_mod(a: &BigInt, b: &BigInt) -> Result<(BigInt, BigInt), Fault> {
    if b.is_zero() {
        return Err(Fault::LONG_ZERO);
    }
    if let (Some(x), Some(y)) = (to_i64(a), to_i64(b))
        && let Some((q, r)) = super::ints::div_mod(x, y)
    {
        return Ok((q.into(), r.into()));
    }
    let (quotient, rest) = a.div_rem(b);
    if !rest.is_zero() && rest.is_negative() != b.is_negative() {
        return Ok((quotient - 1, rest + b));
    }
    Ok((quotient, rest))
}

/// `a // b`
pub fn floor_div(a: &BigInt, b: &BigInt) -> Result<BigInt, Fault> {
    Ok(div_mod(a, b)?.0)
}

/// `a % b`
pub fn floor_mod(a: &BigInt, b: &BigInt) -> Result<BigInt, Fault> {
    Ok(div_mod(a, b)?.1)
}

/// `a / b` under true division, correctly rounded.
pub fn true_div(a: &BigInt, b: &BigInt) -> Result<f64, Fault> {
    if b.is_zero() {
        return Err(Fault::TRUE_ZERO);
    }
    let negative = a.is_negative() != b.is_negative();
    let signed = |x: f64| Ok(if negative { -x } else { x });
    if a.is_zero() {
        return signed(0.0);
    }
    // 65 bits of quotient or more, the remainder as a sticky bit, one rounding.
    let scale = 66 + b.bits() as i64 - a.bits() as i64;
    if scale < -1100 {
        return Err(Fault::Overflow(
            "integer division result too large for a float",
        ));
    }
    if scale > 1300 {
        return signed(0.0);
    }
    let (n, d) = (a.magnitude(), b.magnitude());
    let (quotient, rest) = if scale >= 0 {
        (n << scale as u64).div_rem(d)
    } else {
        n.div_rem(&(d << scale.unsigned_abs()))
    };
    let (mantissa, exponent, lost) = top_bits(&quotient.to_u64_digits());
    match floats::from_scaled(mantissa, exponent - scale, lost || !rest.is_zero()) {
        Some(x) => signed(x),
        None => Err(Fault::Overflow(
            "integer division result too large for a float",
        )),
    }
}

/// `pow(a, b, modulus)`
pub fn pow_mod(a: &BigInt, b: &BigInt, modulus: &BigInt) -> Result<BigInt, Fault> {
    if b.is_negative() {
        return Err(Fault::POW_NEGATIVE);
    }
    if modulus.is_zero() {
        return Err(Fault::POW_ZERO_MODULUS);
    }
    match modulus.magnitude().to_u64() {
        Some(m) => Ok(pow_mod_word(a, b.magnitude(), m, modulus.is_negative())),
        None if b.bits() <= SHORT_EXPONENT => Ok(pow_mod_short(a, b.magnitude(), modulus)),
        None => Ok(a.modpow(b, modulus)),
    }
}

/// Up to so many bits of an exponent, dividing takes less time than preparing for Montgomery's multiplication.
const SHORT_EXPONENT: u64 = 24;

/// The same for a short exponent, as public keys have it.
fn pow_mod_short(a: &BigInt, b: &BigUint, modulus: &BigInt) -> BigInt {
    let m = modulus.magnitude();
    let base = a.mod_floor(&BigInt::from(m.clone())).into_parts().1;
    let mut result = if b.is_zero() {
        BigUint::from(1u32)
    } else {
        base.clone()
    };
    for bit in (0..b.bits().saturating_sub(1)).rev() {
        result = &result * &result % m;
        if b.bit(bit) {
            result = result * &base % m;
        }
    }
    match modulus.is_negative() && !result.is_zero() {
        true => BigInt::from(result) + modulus,
        false => BigInt::from(result),
    }
}

/// The same for a modulus of one word, given by its magnitude: preparing for Montgomery's multiplication would
/// take longer than all the divisions.
fn pow_mod_word(a: &BigInt, b: &BigUint, m: u64, negative: bool) -> BigInt {
    let modulus = BigInt::from(m);
    let base = a.mod_floor(&modulus).to_u64().unwrap_or(0);
    let product = |x: u64, y: u64| match u32::try_from(m) {
        Ok(_) => x * y % m,
        Err(_) => (u128::from(x) * u128::from(y) % u128::from(m)) as u64,
    };
    let mut result = 1 % m;
    for bit in (0..b.bits()).rev() {
        result = product(result, result);
        if b.bit(bit) {
            result = product(result, base);
        }
    }
    match negative && result != 0 {
        true => BigInt::from(result) - modulus,
        false => BigInt::from(result),
    }
}

/// Fails unless a number of this many bits can be had.
pub fn room(bits: u64) -> Result<(), Fault> {
    if bits < 1 << 26 {
        return Ok(());
    }
    let words = (bits / 64).saturating_add(2);
    if bits > MAX_BITS || Vec::<u64>::new().try_reserve_exact(words as usize).is_err() {
        return Err(Fault::Memory);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn big(text: &str) -> BigInt {
        text.parse().unwrap()
    }

    /// What `f` makes of a number.
    fn with<R>(n: &BigInt, f: impl FnOnce(BigRef<'_>) -> R) -> R {
        f(BigRef {
            negative: n.is_negative(),
            limbs: &n.magnitude().to_u64_digits(),
        })
    }

    #[test]
    fn hashes() {
        for (n, expected) in [
            ("9223372036854775808", i64::MIN),
            ("-9223372036854775808", i64::MIN),
            ("18446744073709551616", 1),
            ("18446744073709551615", -2),
            ("-1", -2),
            ("0", 0),
            ("1267650600228229401496703205376", 1 << 36),
            ("-1267650600228229401496703205377", -(1 << 36) - 1),
        ] {
            assert_eq!(with(&big(n), hash), expected, "{n}");
        }
    }

    #[test]
    fn floats_round_once() {
        for (n, expected) in [
            ("9007199254740993", 9007199254740992.0),
            ("9007199254740995", 9007199254740996.0),
            ("18446744073709551615", 18446744073709551616.0),
            ("-36893488147419103233", -36893488147419103232.0),
            ("36893488147419107329", 36893488147419111424.0),
        ] {
            assert_eq!(with(&big(n), to_f64), Ok(expected), "{n}");
        }
        assert_eq!(
            with(&(BigInt::from(1) << 1024), to_f64),
            Err(Fault::LONG_TO_FLOAT)
        );
        assert_eq!(
            with(
                &((BigInt::from(1) << 1024) - (BigInt::from(1) << 970)),
                to_f64
            ),
            Err(Fault::LONG_TO_FLOAT)
        );
        assert_eq!(
            with(
                &((BigInt::from(1) << 1024) - (BigInt::from(1) << 970) - 1),
                to_f64
            ),
            Ok(f64::MAX)
        );
    }

    #[test]
    fn division() {
        let (q, r) = div_mod(&big("-100000000000000000000"), &big("3")).unwrap();
        assert_eq!((q, r), (big("-33333333333333333334"), big("2")));
        let (q, r) = div_mod(&big("100000000000000000000"), &big("-3")).unwrap();
        assert_eq!((q, r), (big("-33333333333333333334"), big("-2")));
        assert_eq!(div_mod(&big("1"), &big("0")), Err(Fault::LONG_ZERO));
        let huge = big("10").pow(400);
        assert_eq!(true_div(&huge, &(&huge * 3)), Ok(1.0 / 3.0));
        assert_eq!(true_div(&big("1"), &huge), Ok(0.0));
        assert_eq!(true_div(&big("5"), &big("10").pow(324)), Ok(5e-324));
        assert!(true_div(&huge, &big("1")).is_err());
    }

    #[test]
    fn comparison_with_floats() {
        use Ordering::*;
        for (n, x, expected) in [
            ("9007199254740993", 9007199254740992.0, Greater),
            ("100000000000000000000", 1e20, Equal),
            ("100000000000000000001", 1e20, Greater),
            ("-100000000000000000001", -1e20, Less),
            ("1", 1.5, Less),
            ("-1", -1.5, Greater),
            ("0", -0.0, Equal),
            ("0", 0.5, Less),
            ("5", f64::NEG_INFINITY, Greater),
        ] {
            assert_eq!(
                with(&big(n), |n| cmp_float(n, x)),
                Some(expected),
                "{n} {x}"
            );
        }
        assert_eq!(with(&big("0"), |n| cmp_float(n, f64::NAN)), None);
    }

    #[test]
    fn powers() {
        assert_eq!(room(u64::MAX), Err(Fault::Memory));
        assert_eq!(pow_mod(&big("2"), &big("10"), &big("-7")), Ok(big("-5")));
        assert_eq!(pow_mod(&big("-2"), &big("3"), &big("7")), Ok(big("6")));
        assert_eq!(pow_mod(&big("3"), &big("0"), &big("1")), Ok(big("0")));
        for modulus in [
            "100000000000000000000000",
            "-340282366920938463463374607431768211507",
        ] {
            for a in ["-7", "0", "1", "2", "12345678901234567890123456789"] {
                for b in ["0", "1", "2", "3", "17", "65537", "16777215"] {
                    let (a, b, m) = (big(a), big(b), big(modulus));
                    assert_eq!(pow_mod(&a, &b, &m), Ok(a.modpow(&b, &m)), "{a} {b} {m}");
                }
            }
        }
    }

    #[test]
    fn scaled() {
        assert_eq!(with(&big("8"), frexp), (0.5, 4));
        let (f, e) = with(&(BigInt::from(3) << 5000), frexp);
        assert_eq!((f, e), (0.75, 5002));
    }
}
