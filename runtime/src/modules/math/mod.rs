//! The module `math` (rows: spec/modules/math.toml).
//!
//! A function's result says what went wrong: NaN without a NaN operand is a domain error, an infinity without
//! an infinite operand an overflow (or, at a pole, a domain error too). [`special`] has functions that the
//! C library of old did not have, [`exact`] those that work with more than doubles.

use crate::builtins::{module, str as bytes, tuple};
use crate::error::{PyResult, Raised, overflow_error, type_error, value_error};
use crate::layouts::{Long, Module};
use crate::number::{self, Num, big, floats, libm};
use crate::value::Value;
use crate::{attr, call};

mod exact;
mod special;

pub use exact::{factorial, fsum};

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    if let Some(m) = m.cast::<Module>() {
        let d = module::dict(m);
        d.set_str(bytes::intern(b"pi"), Value::float(std::f64::consts::PI));
        d.set_str(bytes::intern(b"e"), Value::float(std::f64::consts::E));
    }
    Ok(())
}

#[cold]
pub fn domain_error() -> Raised {
    value_error("math domain error")
}

#[cold]
pub fn range_error() -> Raised {
    overflow_error("math range error")
}

fn pair(a: Value, b: Value) -> PyResult {
    Ok(tuple::from_slice(&[a, b]).into())
}

/// What an infinite result of finite operands means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Infinite {
    Overflow,
    Domain,
}

/// The result of a function of one operand.
#[inline]
fn check(x: f64, r: f64, infinite: Infinite) -> PyResult {
    let made_of_special = !x.is_finite() && (!r.is_nan() || x.is_nan());
    if r.is_finite() || made_of_special {
        return Ok(Value::float(r));
    }
    if r.is_nan() || infinite == Infinite::Domain {
        return Err(domain_error());
    }
    Err(range_error())
}

macro_rules! functions {
    ($($name:ident $infinite:ident $f:expr;)*) => { $(
        pub fn $name(x: Value) -> PyResult {
            let x = number::to_f64(x)?;
            let f: fn(f64) -> f64 = $f;
            check(x, f(x), Infinite::$infinite)
        }
    )* };
}

functions! {
    acos Domain libm::acos;
    acosh Domain libm::acosh;
    asin Domain libm::asin;
    asinh Domain libm::asinh;
    atan Domain libm::atan;
    atanh Domain libm::atanh;
    ceil Domain f64::ceil;
    cos Domain libm::cos;
    cosh Overflow libm::cosh;
    erf Domain special::erf;
    erfc Domain special::erfc;
    exp Overflow libm::exp;
    expm1 Overflow libm::expm1;
    fabs Domain f64::abs;
    floor Domain f64::floor;
    log1p Overflow |x| if x == 0.0 { x } else { libm::log1p(x) };
    sin Domain libm::sin;
    sinh Overflow libm::sinh;
    sqrt Domain f64::sqrt;
    tan Domain libm::tan;
    tanh Domain libm::tanh;
}

pub fn gamma(x: Value) -> PyResult {
    let x = number::to_f64(x)?;
    let pole = x == 0.0;
    check(
        x,
        special::gamma(x),
        if pole {
            Infinite::Domain
        } else {
            Infinite::Overflow
        },
    )
}

pub fn lgamma(x: Value) -> PyResult {
    let x = number::to_f64(x)?;
    let pole = x <= 0.0 && x == x.floor();
    check(
        x,
        special::lgamma(x),
        if pole {
            Infinite::Domain
        } else {
            Infinite::Overflow
        },
    )
}

/// Two numbers. Both are asked before anything is said of either: of two exceptions the second remains.
fn floats(x: Value, y: Value) -> PyResult<(f64, f64)> {
    let thread = crate::thread::current();
    let first = number::to_f64(x).map_err(|_| thread.take_pending());
    let y = number::to_f64(y)?;
    match first {
        Ok(x) => Ok((x, y)),
        Err(e) => Err(thread.restore_pending(e)),
    }
}

pub fn atan2(y: Value, x: Value) -> PyResult {
    let (y, x) = floats(y, x)?;
    Ok(Value::float(libm::atan2(y, x)))
}

pub fn copysign(x: Value, y: Value) -> PyResult {
    let (x, y) = floats(x, y)?;
    Ok(Value::float(x.copysign(y)))
}

pub fn degrees(x: Value) -> PyResult {
    Ok(Value::float(
        number::to_f64(x)? * (180.0 / std::f64::consts::PI),
    ))
}

pub fn radians(x: Value) -> PyResult {
    Ok(Value::float(
        number::to_f64(x)? * (std::f64::consts::PI / 180.0),
    ))
}

pub fn isinf(x: Value) -> PyResult {
    Ok(Value::bool(number::to_f64(x)?.is_infinite()))
}

pub fn isnan(x: Value) -> PyResult {
    Ok(Value::bool(number::to_f64(x)?.is_nan()))
}

pub fn fmod(x: Value, y: Value) -> PyResult {
    let (x, y) = floats(x, y)?;
    if y.is_infinite() && x.is_finite() {
        return Ok(Value::float(x));
    }
    let r = libm::fmod(x, y);
    if r.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain_error());
    }
    Ok(Value::float(r))
}

pub fn hypot(x: Value, y: Value) -> PyResult {
    let (x, y) = floats(x, y)?;
    let r = libm::hypot(x, y);
    if r.is_infinite() && x.is_finite() && y.is_finite() {
        return Err(range_error());
    }
    Ok(Value::float(r))
}

pub fn pow(x: Value, y: Value) -> PyResult {
    let (x, y) = floats(x, y)?;
    let r = libm::pow(x, y);
    if r.is_finite() {
        return Ok(Value::float(r));
    }
    if !x.is_finite() || !y.is_finite() {
        // An infinite exponent at a zero base is a division by zero.
        return if x == 0.0 && y == f64::NEG_INFINITY {
            Err(domain_error())
        } else {
            Ok(Value::float(r))
        };
    }
    if r.is_nan() || x == 0.0 {
        return Err(domain_error());
    }
    Err(range_error())
}

pub fn frexp(x: Value) -> PyResult {
    let x = number::to_f64(x)?;
    if !x.is_finite() || x == 0.0 {
        return pair(Value::float(x), Value::small_int(0));
    }
    let (m, e) = floats::frexp(x);
    pair(Value::float(m), Value::int(i64::from(e)))
}

pub fn modf(x: Value) -> PyResult {
    let x = number::to_f64(x)?;
    let whole = x.trunc();
    let fraction = if x.is_infinite() {
        0.0_f64.copysign(x)
    } else {
        (x - whole).copysign(x)
    };
    let fraction = if x.is_nan() { x } else { fraction };
    pair(Value::float(fraction), Value::float(whole))
}

pub fn ldexp(x: Value, i: Value) -> PyResult {
    let x = number::to_f64(x)?;
    let exponent = match Num::of(i) {
        Some(Num::Int(i)) => i,
        Some(Num::Long(n)) => n
            .to_i64()
            .unwrap_or(if n.negative { i64::MIN } else { i64::MAX }),
        _ => {
            return Err(type_error(
                "Expected an int or long as second argument to ldexp.",
            ));
        }
    };
    let r = libm::ldexp(x, exponent);
    if r.is_infinite() && x.is_finite() {
        return Err(range_error());
    }
    Ok(Value::float(r))
}

pub fn trunc(x: Value) -> PyResult {
    let method = attr::get(x, crate::names::trunc())?;
    call::call_values(method, &[])
}

/// A logarithm. Longs may be too large for a double: then fraction and exponent have one each.
fn logarithm(x: Value, log: fn(f64) -> f64) -> PyResult {
    if let Some(n) = x.cast::<Long>() {
        let n = n.number();
        if n.negative || n.is_zero() {
            return Err(domain_error());
        }
        return Ok(Value::float(match big::to_f64(n) {
            Ok(x) => log(x),
            Err(_) => {
                let (fraction, exponent) = big::frexp(n);
                log(fraction) + log(2.0) * exponent as f64
            }
        }));
    }
    let x = number::to_f64(x)?;
    if x <= 0.0 {
        return Err(domain_error());
    }
    // Infinity and NaN are their own logarithms.
    Ok(Value::float(if x.is_finite() { log(x) } else { x }))
}

pub fn log(x: Value, base: Option<Value>) -> PyResult {
    let r = logarithm(x, libm::log)?;
    match base {
        None => Ok(r),
        Some(b) => number::div(r, logarithm(b, libm::log)?),
    }
}

pub fn log10(x: Value) -> PyResult {
    logarithm(x, libm::log10)
}
