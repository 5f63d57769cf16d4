//! `long`: integers of any size. A long stays a long, however small.
//!
//! [`storage`] says where the limbs are, [`crate::number::limbs`] computes. Results of few bits, which most are, come
//! from machine arithmetic.

pub mod storage;

use std::cmp::Ordering;

use crate::call::Args;
use crate::error::{PyResult, type_error};
use crate::layouts::Long;
use crate::number::bigref::BigRef;
use crate::number::{self, Fault, big, floats, limbs};
use crate::object::Ref;
use crate::singletons::not_implemented;
use crate::typeobj::Type;
use crate::types;
use crate::value::Value;

pub use storage::{build, from_i128, new, of};

/// The number of a receiver; its type has been tested.
fn get<'a>(v: Value) -> PyResult<BigRef<'a>> {
    match v.cast::<Long>() {
        Some(l) => Ok(l.number()),
        None => Err(raise_fmt!(
            type_error,
            "a 'long' object is required but received a '{}'",
            crate::attr::type_name(v)
        )),
    }
}

/// An operand: a long, or an int as one.
#[inline]
fn operand<'a>(v: Value, room: &'a mut [u64; 1]) -> Option<BigRef<'a>> {
    match v.as_int() {
        Some(i) => Some(BigRef::of_int(i, room)),
        None => Some(v.cast::<Long>()?.number()),
    }
}

/// Binds both operands' numbers, or answers `NotImplemented`.
macro_rules! operands {
    ($($v:ident),*) => {
        $(
            let mut room = [0];
            let Some($v) = operand($v, &mut room) else {
                return Ok(not_implemented());
            };
        )*
    };
}

/// A number of few bits.
#[inline(always)]
fn few(v: Value) -> Option<i128> {
    match v.as_int() {
        Some(i) => Some(i.into()),
        None => v.cast::<Long>()?.few(),
    }
}

/// Two of them.
#[inline(always)]
fn few_bits(a: Value, b: Value) -> Option<(i128, i128)> {
    Some((few(a)?, few(b)?))
}

/// `long(x=0)`, `long(text, base)`
pub fn new_instance(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let v = construct(args)?;
    if ty == types::LONG.get() {
        Ok(v)
    } else {
        let l = v
            .cast::<Long>()
            .ok_or_else(|| type_error("long expected"))?;
        Ok(storage::subclass_instance(ty, l))
    }
}

fn construct(args: Args<'_>) -> PyResult {
    let [x, base] = types::parse::keywords(args, 0, "long", &["x", "base"], 0)?;
    let base = match base {
        Some(b) => Some(i64::from(number::i32_from_value(b)?)),
        None => None,
    };
    match (x, base) {
        (None, None) => Ok(from_i128(0)),
        (None, Some(_)) => Err(type_error("long() missing string argument")),
        (Some(x), None) => number::to_long(x),
        (Some(x), Some(base)) => {
            let Some(text) = super::int::literal_text(x)? else {
                return Err(type_error(
                    "long() can't convert non-string with explicit base",
                ));
            };
            number::long_from_text(&text, number::check_base("long", base, &text)?)
        }
    }
}

/// Digits after a prefix that stands behind the sign, before a suffix.
fn digits(n: BigRef<'_>, radix: u32, prefix: &str, suffix: &str) -> Value {
    let mut out = Vec::new();
    if n.negative {
        out.push(b'-');
    }
    out.extend_from_slice(prefix.as_bytes());
    limbs::radix::write(&mut out, n.limbs, radix);
    out.extend_from_slice(suffix.as_bytes());
    super::str::new(&out).into()
}

/// Decimal digits before a suffix.
fn decimal(n: BigRef<'_>, suffix: &str) -> Value {
    let few = limbs::radix::with_decimal(n.limbs, 1, |text| {
        let text = if n.negative {
            text[0] = b'-';
            &*text
        } else {
            &text[1..]
        };
        if suffix.is_empty() && text.len() < 2 {
            return super::str::new(text);
        }
        super::str::build(text.len() + suffix.len(), |to| {
            to[..text.len()].copy_from_slice(text);
            to[text.len()..].copy_from_slice(suffix.as_bytes());
        })
    });
    match few {
        Some(text) => text.into(),
        None => digits(n, 10, "", suffix),
    }
}

/// `repr(x)`
pub fn repr(v: Value) -> PyResult {
    Ok(decimal(get(v)?, "L"))
}

/// `str(x)`
pub fn str(v: Value) -> PyResult {
    Ok(decimal(get(v)?, ""))
}

/// `hash(x)`
pub fn hash(v: Value) -> PyResult<i64> {
    if let Some(Ok(n)) = few(v).map(i64::try_from) {
        return Ok(number::ints::hash(n));
    }
    get(v).map(big::hash)
}

/// `cmp(x, y)` of two longs
pub fn cmp(a: Value, b: Value) -> PyResult<i32> {
    if let Some((a, b)) = few_bits(a, b) {
        return Ok(a.cmp(&b) as i32);
    }
    Ok(get(a)?.cmp(&get(b)?) as i32)
}

/// `coerce(x, y)`
pub fn coerce(a: Value, b: Value) -> PyResult {
    let b = match number::Num::of(b) {
        Some(number::Num::Long(_)) => b,
        Some(number::Num::Int(i)) => from_i128(i.into()),
        _ => return Ok(not_implemented()),
    };
    Ok(super::tuple::from_slice(&[a, b]).into())
}

/// Truth
pub fn nonzero(v: Value) -> PyResult<bool> {
    if let Some(n) = few(v) {
        return Ok(n != 0);
    }
    get(v).map(|n| !n.is_zero())
}

/// `a + b`
fn sum(a: BigRef<'_>, b: BigRef<'_>) -> PyResult {
    let (longer, shorter) = if a.limbs.len() >= b.limbs.len() {
        (a, b)
    } else {
        (b, a)
    };
    if a.negative == b.negative {
        return build(longer.limbs.len() + 1, a.negative, |out| {
            limbs::add(out, longer.limbs, shorter.limbs);
        });
    }
    let (large, small) = match limbs::cmp(a.limbs, b.limbs) {
        Ordering::Equal => return Ok(from_i128(0)),
        Ordering::Greater => (a, b),
        Ordering::Less => (b, a),
    };
    build(large.limbs.len(), large.negative, |out| {
        limbs::sub(out, large.limbs, small.limbs);
    })
}

fn difference(a: BigRef<'_>, b: BigRef<'_>) -> PyResult {
    let minus = BigRef {
        negative: !b.negative,
        limbs: b.limbs,
    };
    sum(a, minus)
}

fn product(a: BigRef<'_>, b: BigRef<'_>) -> PyResult {
    build(
        a.limbs.len() + b.limbs.len(),
        a.negative != b.negative,
        |out| limbs::mul::mul(out, a.limbs, b.limbs),
    )
}

macro_rules! arithmetic {
    ($($(#[$doc:meta])* $name:ident $checked:ident $long:ident;)*) => { $(
        $(#[$doc])*
        pub fn $name(a: Value, b: Value) -> PyResult {
            if let Some((a, b)) = few_bits(a, b)
                && let Some(r) = a.$checked(b)
            {
                return Ok(from_i128(r));
            }
            operands!(a, b);
            $long(a, b)
        }
    )* };
}

arithmetic! {
    /// `x + y`
    add checked_add sum;
    /// `x - y`
    sub checked_sub difference;
    /// `x * y`
    mul checked_mul product;
}

macro_rules! bitwise {
    ($($(#[$doc:meta])* $name:ident $op:tt;)*) => { $(
        $(#[$doc])*
        pub fn $name(a: Value, b: Value) -> PyResult {
            if let Some((a, b)) = few_bits(a, b) {
                return Ok(from_i128(a $op b));
            }
            operands!(a, b);
            let negative = a.negative $op b.negative;
            let (n, m) = (a.limbs.len(), b.limbs.len());
            build(limbs::bits::room(negative, (a.negative, n), (b.negative, m), |x, y| x $op y), negative, |out| {
                limbs::bits::combine(out, negative, (a.negative, a.limbs), (b.negative, b.limbs), |x, y| x $op y);
            })
        }
    )* };
}

bitwise! {
    /// `x & y`
    and &;
    /// `x | y`
    or |;
    /// `x ^ y`
    xor ^;
}

/// Does the quotient of `a` and `b`, which rounds down, differ from that of the magnitudes? `rest` is theirs.
fn rounds(a: BigRef<'_>, b: BigRef<'_>, rest: &[u64]) -> bool {
    a.negative != b.negative && rest.iter().any(|x| *x != 0)
}

/// `a // b`, whose remainder of the magnitudes is left in `rest`, as long as `b`.
fn quotient(a: BigRef<'_>, b: BigRef<'_>, rest: &mut [u64]) -> PyResult {
    let n = (a.limbs.len() + 1).saturating_sub(b.limbs.len());
    build(n + 1, a.negative != b.negative, |out| {
        if n == 0 {
            rest[..a.limbs.len()].copy_from_slice(a.limbs);
        } else {
            limbs::div::div_rem(Some(&mut out[..n]), rest, a.limbs, b.limbs);
        }
        out[n] = u64::from(rounds(a, b, rest) && limbs::add_limb(&mut out[..n], 1) != 0);
    })
}

/// `a % b` from the remainder of the magnitudes, which `fill` writes.
fn remainder(a: BigRef<'_>, b: BigRef<'_>, fill: impl FnOnce(&mut [u64])) -> PyResult {
    build(b.limbs.len(), b.negative, |out| {
        fill(out);
        if rounds(a, b, out) {
            limbs::sub_from(out, b.limbs);
        }
    })
}

/// Fails for zero.
fn divisor(b: BigRef<'_>) -> PyResult<usize> {
    if b.is_zero() {
        Err(Fault::LONG_ZERO.raise())
    } else {
        Ok(b.limbs.len())
    }
}

/// `x // y`, and `x / y` of classic division
pub fn floordiv(a: Value, b: Value) -> PyResult {
    if let Some((a, b)) = few_bits(a, b)
        && b != 0
    {
        return Ok(from_i128(num_integer::Integer::div_floor(&a, &b)));
    }
    operands!(a, b);
    limbs::with_scratch(divisor(b)?, |rest| quotient(a, b, rest))
}

/// Digits of 30 bits, and the first of them: by these CPython sees that a dividend is too small to be divided.
fn leading_digit(n: &[u64]) -> (usize, u64) {
    let Some(last) = n.iter().rposition(|l| *l != 0) else {
        return (0, 0);
    };
    let bits = last * 64 + (64 - n[last].leading_zeros() as usize);
    let digits = bits.div_ceil(30);
    let from = 30 * (digits - 1);
    let (at, shift) = (from / 64, from % 64);
    let above = n
        .get(at + 1)
        .map_or(0, |l| l.checked_shl(64 - shift as u32).unwrap_or(0));
    (digits, n[at] >> shift | above)
}

/// Is the remainder the dividend? Then it is that very object, of whatever class.
fn remains(a: Value, b: Value) -> bool {
    if a.cast::<Long>().is_none() {
        return false;
    }
    let (mut x, mut y) = ([0], [0]);
    match (operand(a, &mut x), operand(b, &mut y)) {
        (Some(a), Some(b)) => {
            leading_digit(a.limbs) < leading_digit(b.limbs)
                && (a.is_zero() || a.negative == b.negative)
        }
        _ => false,
    }
}

/// `x % y`
pub fn modulo(a: Value, b: Value) -> PyResult {
    if remains(a, b) {
        return Ok(a);
    }
    if let Some((a, b)) = few_bits(a, b)
        && b != 0
    {
        return Ok(from_i128(num_integer::Integer::mod_floor(&a, &b)));
    }
    operands!(a, b);
    divisor(b)?;
    remainder(a, b, |out| {
        if a.limbs.len() < b.limbs.len() {
            out[..a.limbs.len()].copy_from_slice(a.limbs);
            out[a.limbs.len()..].fill(0);
        } else {
            limbs::div::div_rem(None, out, a.limbs, b.limbs);
        }
    })
}

/// `divmod(x, y)`
pub fn divmod(a: Value, b: Value) -> PyResult {
    let (x, kept) = (a, remains(a, b));
    if let Some((a, b)) = few_bits(a, b)
        && b != 0
    {
        let (q, r) = num_integer::Integer::div_mod_floor(&a, &b);
        let r = if kept { x } else { from_i128(r) };
        return Ok(super::tuple::from_slice(&[from_i128(q), r]).into());
    }
    operands!(a, b);
    limbs::with_scratch(divisor(b)?, |rest| {
        let q = quotient(a, b, rest)?;
        let r = match kept {
            true => x,
            false => remainder(a, b, |out| out.copy_from_slice(rest))?,
        };
        Ok(super::tuple::from_slice(&[q, r]).into())
    })
}

/// `x / y` of true division
pub fn truediv(a: Value, b: Value) -> PyResult {
    operands!(a, b);
    if let (Some(a), Some(b)) = (a.to_i64(), b.to_i64()) {
        return Ok(Value::float(number::ints::true_div(a, b)?));
    }
    Ok(Value::float(big::true_div(&a.to_big(), &b.to_big())?))
}

/// A shift count.
fn count(n: BigRef<'_>) -> PyResult<u64> {
    let count = n.to_i64().ok_or_else(|| Fault::LONG_TO_INT.raise())?;
    Ok(u64::try_from(count).map_err(|_| Fault::SHIFT_COUNT)?)
}

/// `x << y`
pub fn lshift(a: Value, b: Value) -> PyResult {
    if let Some(count) = b.as_int()
        && let Some(n) = few(a)
        && (0..=126).contains(&count)
        && n.unsigned_abs() >> (126 - count) == 0
    {
        return Ok(from_i128(n << count));
    }
    operands!(a, b);
    let count = count(b)?;
    if a.is_zero() {
        return Ok(from_i128(0));
    }
    big::room(a.bits().saturating_add(count))?;
    build(
        a.limbs.len() + (count / 64) as usize + 1,
        a.negative,
        |out| limbs::bits::shl(out, a.limbs, count),
    )
}

/// `x >> y`
pub fn rshift(a: Value, b: Value) -> PyResult {
    if let Some(count) = b.as_int()
        && let Some(n) = few(a)
        && count >= 0
    {
        return Ok(from_i128(n >> count.min(127)));
    }
    operands!(a, b);
    let count = count(b)?;
    let lost = usize::try_from(count / 64).unwrap_or(usize::MAX);
    let Some(n) = a.limbs.len().checked_sub(lost) else {
        return Ok(from_i128(-i128::from(a.negative)));
    };
    // What is negative rounds away from zero.
    let room = n + usize::from(a.negative);
    build(room, a.negative, |out| {
        let inexact = limbs::bits::shr(&mut out[..n], a.limbs, count);
        if a.negative {
            out[n] = 0;
            if inexact {
                limbs::add_limb(out, 1);
            }
        }
    })
}

/// `pow(x, y[, z])`
pub fn pow(a: Value, b: Value, c: Value) -> PyResult {
    operands!(a, b);
    if !c.is_none() {
        operands!(c);
        return Ok(new(big::pow_mod(&a.to_big(), &b.to_big(), &c.to_big())?));
    }
    if b.negative {
        return Ok(Value::float(floats::pow(big::to_f64(a)?, big::to_f64(b)?)?));
    }
    power(a, b)
}

/// `a ** b`; `b` is not negative.
fn power(a: BigRef<'_>, b: BigRef<'_>) -> PyResult {
    let odd = b.limbs.first().is_some_and(|low| low & 1 != 0);
    let negative = a.negative && odd;
    if b.is_zero() {
        return Ok(from_i128(1));
    }
    // 0, 1 and -1 stay small whatever the exponent.
    if a.bits() <= 1 {
        return Ok(from_i128(match (a.is_zero(), negative) {
            (true, _) => 0,
            (_, true) => -1,
            (_, false) => 1,
        }));
    }
    let exponent = b.to_u64().unwrap_or(u64::MAX);
    big::room((a.bits() - 1).saturating_mul(exponent))?;
    // Powers of two are shifts.
    let bit = a.bits() - 1;
    let (top, low) = a.limbs.split_last().unwrap_or((&0, &[]));
    if top.is_power_of_two() && low.iter().all(|x| *x == 0) {
        let count = bit * exponent;
        return build((count / 64) as usize + 2, negative, |out| {
            limbs::bits::shl(out, &[1], count);
        });
    }
    Ok(of(BigRef {
        negative,
        limbs: &limbs::mul::pow(a.limbs, exponent),
    }))
}

/// The same magnitude with this sign.
fn with_sign(n: BigRef<'_>, negative: bool) -> PyResult {
    build(n.limbs.len(), negative, |out| out.copy_from_slice(n.limbs))
}

/// `-x`
pub fn neg(v: Value) -> PyResult {
    let n = get(v)?;
    with_sign(n, !n.negative)
}

/// `+x`, `long(x)`, `x.real` and the like: the plain long
pub fn pos(v: Value) -> PyResult {
    if v.exact::<Long>().is_some() {
        Ok(v)
    } else {
        let n = get(v)?;
        with_sign(n, n.negative)
    }
}

/// `abs(x)`
pub fn abs(v: Value) -> PyResult {
    let n = get(v)?;
    if n.negative {
        with_sign(n, false)
    } else {
        pos(v)
    }
}

/// `~x`
pub fn invert(v: Value) -> PyResult {
    let n = get(v)?;
    // -x - 1
    let one = BigRef {
        negative: true,
        limbs: &[1],
    };
    let minus = BigRef {
        negative: !n.negative,
        limbs: n.limbs,
    };
    sum(minus, one)
}

/// `int(x)`: an int where it fits
pub fn to_int(v: Value) -> PyResult {
    match get(v)?.to_i64() {
        Some(i) => Ok(Value::int(i)),
        None => pos(v),
    }
}

/// `float(x)`
pub fn to_float(v: Value) -> PyResult {
    Ok(Value::float(big::to_f64(get(v)?)?))
}

/// `hex(x)`
pub fn hex(v: Value) -> PyResult {
    Ok(digits(get(v)?, 16, "0x", "L"))
}

/// `oct(x)`
pub fn oct(v: Value) -> PyResult {
    let n = get(v)?;
    Ok(digits(n, 8, if n.is_zero() { "" } else { "0" }, "L"))
}

/// `x.bit_length()`
pub fn bit_length(v: Value) -> PyResult<i64> {
    get(v).map(|n| n.bits() as i64)
}

/// `x.__getnewargs__()`
pub fn getnewargs(v: Value) -> PyResult {
    Ok(super::tuple::from_slice(&[pos(v)?]).into())
}

/// `x.__sizeof__()`, as CPython's longs of 30-bit digits
pub fn sizeof(v: Value) -> PyResult<i64> {
    get(v).map(|n| 24 + 4 * n.bits().div_ceil(30) as i64)
}

/// `x.__format__(spec)`
pub fn format(v: Value, spec: Value) -> PyResult {
    crate::format::format_number(v, spec, |text| crate::format::format_int(v, text))
}

/// Getter of `imag`.
pub fn imag(_v: Value) -> PyResult {
    Ok(from_i128(0))
}

/// Getter of `denominator`.
pub fn denominator(_v: Value) -> PyResult {
    Ok(from_i128(1))
}
