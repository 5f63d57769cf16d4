//! `int`: 64-bit integers that become longs when they overflow.
//!
//! Small ints are immediates; larger ones and instances of subclasses are heap objects. All functions
//! here take both, and `bool` too, whose type derives from this one. A result is an exact int.

use num_bigint::BigInt;

use crate::call::Args;
use crate::error::{PyResult, Raised, type_error};
use crate::layouts::{HeapInt, Str};
use crate::number::{self, Fault, ints, long};
use crate::object::Ref;
use crate::singletons::not_implemented;
use crate::typeobj::Type;
use crate::types;
use crate::value::Value;

/// The integer of a receiver; its type has been tested.
#[inline]
pub(super) fn get(v: Value) -> PyResult<i64> {
    v.as_int().ok_or_else(|| foreign(v))
}

#[cold]
fn foreign(v: Value) -> Raised {
    raise_fmt!(
        type_error,
        "an 'int' object is required but received a '{}'",
        crate::attr::type_name(v)
    )
}

/// Two ints, or nothing when one operand is something else.
#[inline]
fn pair(a: Value, b: Value) -> Option<(i64, i64)> {
    Some((a.as_int()?, b.as_int()?))
}

/// `int(x=0)`, `int(text, base)`
pub fn new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let v = construct(args)?;
    if ty == types::INT.get() {
        return Ok(v);
    }
    let i = number::int_from_number(v)?;
    Ok(HeapInt::alloc_for(ty, i).into())
}

fn construct(args: Args<'_>) -> PyResult {
    let [x, base] = types::parse::keywords(args, 0, "int", &["x", "base"], 0)?;
    let base = match base {
        Some(b) => Some(i64::from(number::i32_from_value(b)?)),
        None => None,
    };
    match (x, base) {
        (None, None) => Ok(Value::small_int(0)),
        (None, Some(_)) => Err(type_error("int() missing string argument")),
        (Some(x), None) => number::to_int(x),
        (Some(x), Some(base)) => {
            let Some(text) = literal_text(x)? else {
                return Err(type_error(
                    "int() can't convert non-string with explicit base",
                ));
            };
            number::int_from_text(&text, number::check_base("int", base, &text)?)
        }
    }
}

/// The text that may come with a base: of a str or unicode only.
pub(super) fn literal_text(x: Value) -> PyResult<Option<Vec<u8>>> {
    match x.cast::<Str>() {
        Some(s) => Ok(Some(s.as_ref().bytes().to_vec())),
        None if super::unicode::is_unicode(x) => number::decimal_text(x).map(Some),
        None => Ok(None),
    }
}

/// The text given to `float.fromhex`: bytes, or unicode in the default encoding.
pub(super) fn hex_text(x: Value) -> PyResult<Option<Vec<u8>>> {
    match x.cast::<Str>() {
        Some(s) => Ok(Some(s.as_ref().bytes().to_vec())),
        None => Ok(super::unicode::encode_default(x)?.map(|s| s.as_ref().bytes().to_vec())),
    }
}

/// `repr(x)` and `str(x)`
pub fn repr(v: Value) -> PyResult {
    let mut buffer = [0; ints::DECIMAL];
    Ok(super::str::new(ints::decimal(get(v)?, &mut buffer)).into())
}

/// `hash(x)`
pub fn hash(v: Value) -> PyResult<i64> {
    get(v).map(ints::hash)
}

/// `cmp(x, y)` of two ints
pub fn cmp(a: Value, b: Value) -> PyResult<i32> {
    Ok(get(a)?.cmp(&get(b)?) as i32)
}

/// `coerce(x, y)`
pub fn coerce(a: Value, b: Value) -> PyResult {
    match pair(a, b) {
        Some(_) => Ok(super::tuple::from_slice(&[a, b]).into()),
        None => Ok(not_implemented()),
    }
}

/// Truth
pub fn nonzero(v: Value) -> PyResult<bool> {
    get(v).map(|i| i != 0)
}

/// A checked operation whose exact result is computed as a long when it overflows.
macro_rules! checked {
    ($($(#[$doc:meta])* $name:ident $checked:ident $op:tt;)*) => { $(
        $(#[$doc])*
        pub fn $name(a: Value, b: Value) -> PyResult {
            let Some((a, b)) = pair(a, b) else { return Ok(not_implemented()) };
            Ok(match a.$checked(b) {
                Some(r) => Value::int(r),
                None => super::long::from_i128(i128::from(a) $op i128::from(b)),
            })
        }
    )* };
}

checked! {
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
            let Some((a, b)) = pair(a, b) else { return Ok(not_implemented()) };
            Ok(Value::int(a $op b))
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

/// The only quotient of ints that is a long: the smallest int divided by -1.
fn large_quotient() -> Value {
    long(BigInt::from(1) << 63)
}

/// `x // y`, and `x / y` of classic division
pub fn floordiv(a: Value, b: Value) -> PyResult {
    let Some((a, b)) = pair(a, b) else {
        return Ok(not_implemented());
    };
    if b == 0 {
        return Err(Fault::INT_ZERO.raise());
    }
    Ok(ints::floor_div(a, b).map_or_else(large_quotient, Value::int))
}

/// `x % y`
pub fn modulo(a: Value, b: Value) -> PyResult {
    let Some((a, b)) = pair(a, b) else {
        return Ok(not_implemented());
    };
    if b == 0 {
        return Err(Fault::INT_ZERO.raise());
    }
    if a == i64::MIN && b == -1 {
        // The quotient needs a long, so both results are.
        return Ok(crate::number::view::long(0));
    }
    Ok(Value::int(ints::floor_mod(a, b)))
}

/// `divmod(x, y)`
pub fn divmod(a: Value, b: Value) -> PyResult {
    let Some((a, b)) = pair(a, b) else {
        return Ok(not_implemented());
    };
    if b == 0 {
        return Err(Fault::INT_ZERO.raise());
    }
    let (q, r) = match ints::div_mod(a, b) {
        Some((q, r)) => (Value::int(q), Value::int(r)),
        None => (large_quotient(), super::long::from_i128(0)),
    };
    Ok(super::tuple::from_slice(&[q, r]).into())
}

/// `x / y` of true division
pub fn truediv(a: Value, b: Value) -> PyResult {
    let Some((a, b)) = pair(a, b) else {
        return Ok(not_implemented());
    };
    Ok(Value::float(ints::true_div(a, b)?))
}

/// `x << y`
pub fn lshift(a: Value, b: Value) -> PyResult {
    let Some((a, b)) = pair(a, b) else {
        return Ok(not_implemented());
    };
    Ok(match ints::shl(a, b)? {
        Some(r) => Value::int(r),
        None => super::long::lshift(Value::int(a), Value::int(b))?,
    })
}

/// `x >> y`
pub fn rshift(a: Value, b: Value) -> PyResult {
    let Some((a, b)) = pair(a, b) else {
        return Ok(not_implemented());
    };
    Ok(Value::int(ints::shr(a, b)?))
}

/// `pow(x, y[, z])`
pub fn pow(a: Value, b: Value, c: Value) -> PyResult {
    let Some((x, y)) = pair(a, b) else {
        return Ok(not_implemented());
    };
    // A negative exponent is refused before the modulus is looked at.
    let modulus = if c.is_none() {
        None
    } else if y < 0 {
        return Err(Fault::POW_NEGATIVE.raise());
    } else {
        match c.as_int() {
            Some(m) => Some(m),
            None => return Ok(not_implemented()),
        }
    };
    let r = match modulus {
        None if y < 0 => return Ok(Value::float(number::floats::pow(x as f64, y as f64)?)),
        None => ints::pow(x, y),
        Some(0) => return Err(Fault::POW_ZERO_MODULUS.raise()),
        Some(m) => ints::pow_mod(x, y, m),
    };
    match r {
        Some(r) => Ok(Value::int(r)),
        None => super::long::pow(a, b, c),
    }
}

/// `-x`
pub fn neg(v: Value) -> PyResult {
    let i = get(v)?;
    Ok(i.checked_neg().map_or_else(large_quotient, Value::int))
}

/// `+x`, `int(x)`, `x.real` and the like: the plain int
pub fn pos(v: Value) -> PyResult {
    get(v).map(Value::int)
}

/// `abs(x)`
pub fn abs(v: Value) -> PyResult {
    let i = get(v)?;
    Ok(i.checked_abs().map_or_else(large_quotient, Value::int))
}

/// `~x`
pub fn invert(v: Value) -> PyResult {
    get(v).map(|i| Value::int(!i))
}

/// `long(x)`
pub fn to_long(v: Value) -> PyResult {
    get(v).map(long)
}

/// `float(x)`
pub fn to_float(v: Value) -> PyResult {
    get(v).map(|i| Value::float(i as f64))
}

/// `hex(x)`
pub fn hex(v: Value) -> PyResult {
    let mut buffer = [0; ints::PREFIXED];
    let text = ints::prefixed(get(v)?, b"0x", 16, &mut buffer);
    Ok(super::str::new(text).into())
}

/// `oct(x)`
pub fn oct(v: Value) -> PyResult {
    let i = get(v)?;
    let prefix: &[u8] = if i == 0 { b"" } else { b"0" };
    let mut buffer = [0; ints::PREFIXED];
    Ok(super::str::new(ints::prefixed(i, prefix, 8, &mut buffer)).into())
}

/// `x.bit_length()`
pub fn bit_length(v: Value) -> PyResult<i64> {
    get(v).map(ints::bit_length)
}

/// `x.__getnewargs__()`
pub fn getnewargs(v: Value) -> PyResult {
    Ok(super::tuple::from_slice(&[pos(v)?]).into())
}

/// `x.__format__(spec)`
pub fn format(v: Value, spec: Value) -> PyResult {
    crate::format::format_number(v, spec, |text| crate::format::format_int(v, text))
}

/// Getter of `imag`.
pub fn imag(_v: Value) -> PyResult {
    Ok(Value::small_int(0))
}

/// Getter of `denominator`.
pub fn denominator(_v: Value) -> PyResult {
    Ok(Value::small_int(1))
}
