//! The module `cmath` (rows: spec/modules/cmath.toml). [`functions`] has the functions on plain numbers,
//! [`special_values`] what they are at infinities and NaNs.

use crate::attr;
use crate::builtins::{module, str as bytes, tuple};
use crate::error::{PyResult, Raised, type_error};
use crate::layouts::{Long, Module};
use crate::modules::math::{domain_error, range_error};
use crate::number::complexes::Complex;
use crate::number::{self, Num, libm, view};
use crate::value::Value;

mod functions;
mod special_values;

use functions::Outcome;

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    if let Some(m) = m.cast::<Module>() {
        let d = module::dict(m);
        d.set_str(bytes::intern(b"pi"), Value::float(std::f64::consts::PI));
        d.set_str(bytes::intern(b"e"), Value::float(std::f64::consts::E));
    }
    Ok(())
}

/// A complex argument: a number, or an object with `__complex__` or `__float__`.
fn complex(v: Value) -> PyResult<Complex> {
    if let Some(c) = view::complex(v) {
        return Ok(c);
    }
    if Num::of(v).is_none()
        && v.cast::<Long>().is_none()
        && let Some(r) = attr::call_special(v, crate::names::complex(), &[])?
    {
        return view::complex(r)
            .ok_or_else(|| type_error("__complex__ should return a complex object"));
    }
    Ok(Complex::new(number::to_f64(v)?, 0.0))
}

fn raise(e: functions::Error) -> Raised {
    match e {
        functions::Error::Domain => domain_error(),
        functions::Error::Range => range_error(),
    }
}

fn result(r: Outcome) -> PyResult {
    r.map(number::new_complex).map_err(raise)
}

/// From `min` to `max` arguments; CPython does not know the names of these functions here.
fn check_count(args: &[Value], min: usize, max: usize) -> PyResult<()> {
    let n = args.len();
    if n >= min && n <= max {
        return Ok(());
    }
    let (how, wanted) = match () {
        () if min == max => ("exactly", min),
        () if n < min => ("at least", min),
        () => ("at most", max),
    };
    Err(raise_fmt!(
        type_error,
        "function takes {how} {wanted} argument{} ({n} given)",
        if wanted == 1 { "" } else { "s" }
    ))
}

macro_rules! functions {
    ($($name:ident)*) => { $(
        pub fn $name(args: &[Value]) -> PyResult {
            check_count(args, 1, 1)?;
            result(functions::$name(complex(args[0])?))
        }
    )* };
}
functions! { acos acosh asin asinh atan atanh cos cosh exp log10 sin sinh sqrt tan tanh }

pub fn log(args: &[Value]) -> PyResult {
    check_count(args, 1, 2)?;
    let x = complex(args[0])?;
    let Some(base) = args.get(1) else {
        return result(functions::log(x));
    };
    let base = complex(*base)?;
    // Only what happens last counts: the logarithm of 0 is divided like any other.
    let x = functions::log_value(x);
    let base = functions::log(base);
    let base = match base {
        Ok(b) => b,
        Err(e) => return Err(raise(e)),
    };
    match x.quotient(base) {
        Some(q) => Ok(number::new_complex(q)),
        None => Err(domain_error()),
    }
}

pub fn isinf(x: Value) -> PyResult {
    let z = complex(x)?;
    Ok(Value::bool(z.re.is_infinite() || z.im.is_infinite()))
}

pub fn isnan(x: Value) -> PyResult {
    let z = complex(x)?;
    Ok(Value::bool(z.re.is_nan() || z.im.is_nan()))
}

pub fn phase(x: Value) -> PyResult {
    let z = complex(x)?;
    let r = libm::atan2(z.im, z.re);
    // As the C library says of an angle that is too small for a number.
    if r == 0.0 && z.im != 0.0 && z.re.is_finite() {
        return Err(range_error());
    }
    Ok(Value::float(r))
}

pub fn polar(x: Value) -> PyResult {
    let z = complex(x)?;
    let r = z.abs().map_err(|_| range_error())?;
    let phi = libm::atan2(z.im, z.re);
    Ok(tuple::from_slice(&[Value::float(r), Value::float(phi)]).into())
}

pub fn rect(r: Value, phi: Value) -> PyResult {
    let (r, phi) = (number::to_f64(r)?, number::to_f64(phi)?);
    result(functions::rect(r, phi))
}
