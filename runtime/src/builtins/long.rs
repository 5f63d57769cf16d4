//! `long`: integers of any size. A long stays a long, however small.
//!
//! Numbers of few bits are in the object ([`crate::number::compact`]). Of others it owns a big integer, which
//! is outside of the collector's heap: it is accounted for, and freed when the object dies.

use std::borrow::Cow;

use num_bigint::BigInt;
use num_traits::Signed;

use crate::call::Args;
use crate::error::{PyResult, type_error};
use crate::layouts::Long;
use crate::number::compact::Integer;
use crate::number::{self, Fault, Num, big, floats};
use crate::object::Ref;
use crate::singletons::not_implemented;
use crate::typeobj::Type;
use crate::types;
use crate::value::Value;

/// Bytes that the big integer keeps outside of the heap, with what `malloc` adds.
fn external_bytes(n: &BigInt) -> isize {
    (n.bits().div_ceil(64) as isize * 8 + 8).max(32)
}

/// Tells the collector what an object owns.
fn own(object: Ref<Long>, n: &BigInt) {
    // SAFETY: an object of the heap, which `finalize` will be told of.
    unsafe { crate::heap::set_needs_drop(object.as_ptr().cast()) };
    crate::heap::account_external(external_bytes(n));
}

fn owned(object: Ref<Long>) -> Ref<Long> {
    if let Some(n) = object.as_ref().number.made() {
        own(object, n);
    }
    object
}

/// A new long.
pub fn new(n: BigInt) -> Value {
    owned(Long::alloc(Integer::new(n))).into()
}

/// A new long of a number that mostly has few bits.
#[inline]
pub fn from_i128(n: i128) -> Value {
    match Integer::few(n) {
        Some(few) => Long::alloc(few).into(),
        None => new(n.into()),
    }
}

/// An instance of a subclass.
fn new_for(ty: Ref<Type>, n: BigInt) -> Value {
    owned(Long::alloc_for(ty, Integer::new(n))).into()
}

impl Ref<Long> {
    /// The number as a big integer, which lives as long as the object.
    #[inline]
    pub fn big<'a>(self) -> &'a BigInt {
        let number = &self.as_ref().number;
        if let Some(n) = number.made() {
            return n;
        }
        let n = number.big();
        own(self, n);
        n
    }
}

/// Frees the digits of a dead long.
pub fn finalize(object: Ref<Long>) {
    if let Some(n) = object.as_ref().number.made() {
        crate::heap::account_external(-external_bytes(n));
    }
    // SAFETY: called once, by the collector, for an object that nothing refers to any more.
    unsafe { std::ptr::drop_in_place(&raw mut (*object.as_ptr()).number) };
}

/// The integer of a receiver; its type has been tested.
fn get<'a>(v: Value) -> PyResult<&'a BigInt> {
    match v.cast::<Long>() {
        Some(l) => Ok(l.big()),
        None => Err(raise_fmt!(
            type_error,
            "a 'long' object is required but received a '{}'",
            crate::attr::type_name(v)
        )),
    }
}

/// An operand: a long, or an int as one. A big integer is not kept for it: most numbers are operands once.
fn operand<'a>(v: Value) -> Option<Cow<'a, BigInt>> {
    if let Some(i) = v.as_int() {
        return Some(Cow::Owned(i.into()));
    }
    let l = v.cast::<Long>()?;
    let number = &l.as_ref().number;
    Some(match (number.made(), number.as_few()) {
        (None, Some(few)) => Cow::Owned(few.into()),
        _ => Cow::Borrowed(l.big()),
    })
}

fn pair<'a>(a: Value, b: Value) -> Option<(Cow<'a, BigInt>, Cow<'a, BigInt>)> {
    Some((operand(a)?, operand(b)?))
}

/// A number of few bits: see [`crate::number::compact`].
#[inline(always)]
fn few(v: Value) -> Option<i128> {
    match v.as_int() {
        Some(i) => Some(i.into()),
        None => v.cast::<Long>()?.as_ref().number.as_few(),
    }
}

/// Two of them. Sums, quotients and the like of these need no big integers.
#[inline(always)]
fn few_bits(a: Value, b: Value) -> Option<(i128, i128)> {
    Some((few(a)?, few(b)?))
}

fn text(s: &str) -> Value {
    super::str::new(s.as_bytes()).into()
}

/// `long(x=0)`, `long(text, base)`
pub fn new_instance(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let v = construct(args)?;
    if ty == types::LONG.get() {
        Ok(v)
    } else {
        Ok(new_for(ty, get(v)?.clone()))
    }
}

fn construct(args: Args<'_>) -> PyResult {
    let [x, base] = types::parse::keywords(args, 0, "long", &["x", "base"], 0)?;
    let base = match base {
        Some(b) => Some(i64::from(number::i32_from_value(b)?)),
        None => None,
    };
    match (x, base) {
        (None, None) => Ok(new(BigInt::ZERO)),
        (None, Some(_)) => Err(type_error("long() missing string argument")),
        (Some(x), None) => number::to_long(x),
        (Some(x), Some(base)) => {
            let Some(text) = super::int::literal_text(x)? else {
                return Err(type_error(
                    "long() can't convert non-string with explicit base",
                ));
            };
            number::long_from_text(&text, number::check_base("long", base)?, true).map(new)
        }
    }
}

/// `repr(x)`
pub fn repr(v: Value) -> PyResult {
    if let Some(n) = few(v) {
        return Ok(text(&format!("{n}L")));
    }
    Ok(text(&format!("{}L", get(v)?)))
}

/// `str(x)`
pub fn str(v: Value) -> PyResult {
    if let Some(n) = few(v) {
        return Ok(text(&n.to_string()));
    }
    Ok(text(&get(v)?.to_string()))
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
    Ok(get(a)?.cmp(get(b)?) as i32)
}

/// `coerce(x, y)`
pub fn coerce(a: Value, b: Value) -> PyResult {
    let b = match Num::of(b) {
        Some(Num::Long(_)) => b,
        Some(Num::Int(i)) => new(i.into()),
        _ => return Ok(not_implemented()),
    };
    Ok(super::tuple::from_slice(&[a, b]).into())
}

/// Truth
pub fn nonzero(v: Value) -> PyResult<bool> {
    if let Some(n) = few(v) {
        return Ok(n != 0);
    }
    get(v).map(|n| n.sign() != num_bigint::Sign::NoSign)
}

macro_rules! arithmetic {
    ($($(#[$doc:meta])* $name:ident $checked:ident $op:tt;)*) => { $(
        $(#[$doc])*
        pub fn $name(a: Value, b: Value) -> PyResult {
            if let Some((a, b)) = few_bits(a, b)
                && let Some(r) = a.$checked(b)
            {
                return Ok(from_i128(r));
            }
            let Some((a, b)) = pair(a, b) else {
                return Ok(not_implemented());
            };
            let r = match (a, b) {
                // The crate reuses the memory of an operand that it is given.
                (Cow::Owned(a), b) => a $op &*b,
                (a, Cow::Owned(b)) => &*a $op b,
                (a, b) => &*a $op &*b,
            };
            Ok(new(r))
        }
    )* };
}

arithmetic! {
    /// `x + y`
    add checked_add +;
    /// `x - y`
    sub checked_sub -;
    /// `x * y`
    mul checked_mul *;
}

macro_rules! bitwise {
    ($($(#[$doc:meta])* $name:ident $op:tt;)*) => { $(
        $(#[$doc])*
        pub fn $name(a: Value, b: Value) -> PyResult {
            if let Some((a, b)) = few_bits(a, b) {
                return Ok(from_i128(a $op b));
            }
            let Some((a, b)) = pair(a, b) else { return Ok(not_implemented()) };
            Ok(new(&*a $op &*b))
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

/// `x // y`, and `x / y` of classic division
pub fn floordiv(a: Value, b: Value) -> PyResult {
    if let Some((a, b)) = few_bits(a, b)
        && b != 0
    {
        return Ok(from_i128(num_integer::Integer::div_floor(&a, &b)));
    }
    let Some((a, b)) = pair(a, b) else {
        return Ok(not_implemented());
    };
    Ok(new(big::floor_div(&a, &b)?))
}

/// `x % y`
pub fn modulo(a: Value, b: Value) -> PyResult {
    if let Some((a, b)) = few_bits(a, b)
        && b != 0
    {
        return Ok(from_i128(num_integer::Integer::mod_floor(&a, &b)));
    }
    let Some((a, b)) = pair(a, b) else {
        return Ok(not_implemented());
    };
    Ok(new(big::floor_mod(&a, &b)?))
}

/// `divmod(x, y)`
pub fn divmod(a: Value, b: Value) -> PyResult {
    let Some((a, b)) = pair(a, b) else {
        return Ok(not_implemented());
    };
    let (q, r) = big::div_mod(&a, &b)?;
    let q = new(q);
    Ok(super::tuple::from_slice(&[q, new(r)]).into())
}

/// `x / y` of true division
pub fn truediv(a: Value, b: Value) -> PyResult {
    let Some((a, b)) = pair(a, b) else {
        return Ok(not_implemented());
    };
    Ok(Value::float(big::true_div(&a, &b)?))
}

/// A shift count.
fn count(n: &BigInt) -> PyResult<i64> {
    big::to_i64(n).ok_or_else(|| Fault::LONG_TO_INT.raise())
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
    let Some((a, b)) = pair(a, b) else {
        return Ok(not_implemented());
    };
    Ok(new(big::shl(&a, count(&b)?)?))
}

/// `x >> y`
pub fn rshift(a: Value, b: Value) -> PyResult {
    if let Some(count) = b.as_int()
        && let Some(n) = few(a)
        && count >= 0
    {
        return Ok(from_i128(n >> count.min(127)));
    }
    let Some((a, b)) = pair(a, b) else {
        return Ok(not_implemented());
    };
    Ok(new(big::shr(&a, count(&b)?)?))
}

/// `pow(x, y[, z])`
pub fn pow(a: Value, b: Value, c: Value) -> PyResult {
    let Some((a, b)) = pair(a, b) else {
        return Ok(not_implemented());
    };
    if !c.is_none() {
        return match operand(c) {
            Some(c) => Ok(new(big::pow_mod(&a, &b, &c)?)),
            None => Ok(not_implemented()),
        };
    }
    if b.is_negative() {
        return Ok(Value::float(floats::pow(
            big::to_f64(&a)?,
            big::to_f64(&b)?,
        )?));
    }
    let exponent = u64::try_from(&*b).unwrap_or(u64::MAX - u64::from(!b.bit(0)));
    Ok(new(big::pow(&a, exponent)?))
}

/// `-x`
pub fn neg(v: Value) -> PyResult {
    if let Some(n) = few(v) {
        return Ok(from_i128(-n));
    }
    let n = get(v)?;
    Ok(new(-n))
}

/// `+x`, `long(x)`, `x.real` and the like: the plain long
pub fn pos(v: Value) -> PyResult {
    if v.exact::<Long>().is_some() {
        Ok(v)
    } else {
        Ok(new(get(v)?.clone()))
    }
}

/// `abs(x)`
pub fn abs(v: Value) -> PyResult {
    let n = get(v)?;
    if n.is_negative() { Ok(new(-n)) } else { pos(v) }
}

/// `~x`
pub fn invert(v: Value) -> PyResult {
    let n = get(v)?;
    Ok(new(!n))
}

/// `int(x)`: an int where it fits
pub fn to_int(v: Value) -> PyResult {
    let n = match few(v) {
        Some(n) => i64::try_from(n).ok(),
        None => big::to_i64(get(v)?),
    };
    match n {
        Some(i) => Ok(Value::int(i)),
        None => pos(v),
    }
}

/// `float(x)`
pub fn to_float(v: Value) -> PyResult {
    Ok(Value::float(big::to_f64(get(v)?)?))
}

/// Digits with a prefix after the sign, and an `L`.
fn prefixed(n: &BigInt, radix: u32, prefix: &str) -> Value {
    let digits = n.to_str_radix(radix);
    match digits.strip_prefix('-') {
        Some(digits) => text(&format!("-{prefix}{digits}L")),
        None => text(&format!("{prefix}{digits}L")),
    }
}

/// `hex(x)`
pub fn hex(v: Value) -> PyResult {
    Ok(prefixed(get(v)?, 16, "0x"))
}

/// `oct(x)`
pub fn oct(v: Value) -> PyResult {
    let n = get(v)?;
    Ok(prefixed(n, 8, if n.bits() == 0 { "" } else { "0" }))
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
    Ok(new(BigInt::ZERO))
}

/// Getter of `denominator`.
pub fn denominator(_v: Value) -> PyResult {
    Ok(new(1.into()))
}
