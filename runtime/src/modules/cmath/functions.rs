//! The functions on plain numbers.
//!
//! Formulas are those of W. Kahan's "Branch Cuts for Complex Elementary Functions", arranged as CPython
//! arranges them so that the last bits agree. Operands that are so large that a step would overflow are scaled.

use super::Complex;
use super::special_values as special;
use crate::number::libm;
use std::f64::consts::{E, LN_2, LN_10, PI};

/// Why there is no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    Domain,
    Range,
}

pub type Outcome = Result<Complex, Error>;

/// Parts up to this can be added and multiplied by small numbers.
const LARGE: f64 = f64::MAX / 4.0;
const MANTISSA_BITS: i64 = 53;

fn sqrt_large() -> f64 {
    LARGE.sqrt()
}

/// Arguments from which exp is near overflow.
fn log_large() -> f64 {
    libm::log(LARGE)
}

fn c(re: f64, im: f64) -> Complex {
    Complex::new(re, im)
}

fn is_finite(z: Complex) -> bool {
    z.re.is_finite() && z.im.is_finite()
}

fn is_large(z: Complex) -> bool {
    z.re.abs() > LARGE || z.im.abs() > LARGE
}

/// z times the imaginary unit.
fn times_i(z: Complex) -> Complex {
    c(-z.im, z.re)
}

/// z divided by the imaginary unit.
fn over_i(z: Complex) -> Complex {
    c(z.im, -z.re)
}

/// The logarithm of 2 * |z| for a large z.
fn log_twice(z: Complex) -> f64 {
    libm::log(libm::hypot(z.re / 2.0, z.im / 2.0)) + LN_2 * 2.0
}

pub fn acos(z: Complex) -> Outcome {
    if !is_finite(z) {
        return Ok(special::entry(&special::ACOS, z));
    }
    if is_large(z) {
        let im = log_twice(z);
        // The sign of im is handled so that it is right for zeros on the branch cut.
        let im = if z.re < 0.0 {
            -im.copysign(z.im)
        } else {
            im.copysign(-z.im)
        };
        return Ok(c(libm::atan2(z.im.abs(), z.re), im));
    }
    let s1 = sqrt_value(c(1.0 - z.re, -z.im));
    let s2 = sqrt_value(c(1.0 + z.re, z.im));
    Ok(c(
        2.0 * libm::atan2(s1.re, s2.re),
        libm::asinh(s2.re * s1.im - s2.im * s1.re),
    ))
}

pub fn acosh(z: Complex) -> Outcome {
    if !is_finite(z) {
        return Ok(special::entry(&special::ACOSH, z));
    }
    if is_large(z) {
        return Ok(c(log_twice(z), libm::atan2(z.im, z.re)));
    }
    let s1 = sqrt_value(c(z.re - 1.0, z.im));
    let s2 = sqrt_value(c(z.re + 1.0, z.im));
    Ok(c(
        libm::asinh(s1.re * s2.re + s1.im * s2.im),
        2.0 * libm::atan2(s1.im, s2.re),
    ))
}

pub fn asin(z: Complex) -> Outcome {
    asinh(times_i(z)).map(over_i)
}

pub fn asinh(z: Complex) -> Outcome {
    if !is_finite(z) {
        return Ok(special::entry(&special::ASINH, z));
    }
    if is_large(z) {
        let re = log_twice(z);
        let re = if z.im >= 0.0 {
            re.copysign(z.re)
        } else {
            -re.copysign(-z.re)
        };
        return Ok(c(re, libm::atan2(z.im, z.re.abs())));
    }
    let s1 = sqrt_value(c(1.0 + z.im, -z.re));
    let s2 = sqrt_value(c(1.0 - z.im, z.re));
    Ok(c(
        libm::asinh(s1.re * s2.im - s2.re * s1.im),
        libm::atan2(z.im, s1.re * s2.re - s1.im * s2.im),
    ))
}

pub fn atan(z: Complex) -> Outcome {
    atanh(times_i(z)).map(over_i)
}

pub fn atanh(z: Complex) -> Outcome {
    if !is_finite(z) {
        return Ok(special::entry(&special::ATANH, z));
    }
    if z.re.is_sign_negative() {
        return atanh(z.neg()).map(Complex::neg);
    }
    let size = z.im.abs();
    if z.re > sqrt_large() || size > sqrt_large() {
        let h = libm::hypot(z.re / 2.0, z.im / 2.0);
        return Ok(c(z.re / 4.0 / h / h, -(PI / 2.0).copysign(-z.im)));
    }
    if z.re == 1.0 && size < f64::MIN_POSITIVE.sqrt() {
        if size == 0.0 {
            return Err(Error::Domain);
        }
        return Ok(c(
            -libm::log(size.sqrt() / libm::hypot(size, 2.0).sqrt()),
            (libm::atan2(2.0, -size) / 2.0).copysign(z.im),
        ));
    }
    let d = (1.0 - z.re) * (1.0 - z.re) + size * size;
    Ok(c(
        libm::log1p(4.0 * z.re / d) / 4.0,
        -libm::atan2(-2.0 * z.im, (1.0 - z.re) * (1.0 + z.re) - size * size) / 2.0,
    ))
}

/// An infinite result of finite operands is an overflow.
fn checked(z: Complex) -> Outcome {
    if z.re.is_infinite() || z.im.is_infinite() {
        return Err(Error::Range);
    }
    Ok(z)
}

/// The direction of `im` at the distance `r`: for infinite real parts.
fn towards(r: f64, im: f64) -> Complex {
    c(r.copysign(libm::cos(im)), r.copysign(libm::sin(im)))
}

/// Is the real part infinite, and the imaginary part an angle?
fn has_direction(z: Complex) -> bool {
    z.re.is_infinite() && z.im.is_finite() && z.im != 0.0
}

pub fn cos(z: Complex) -> Outcome {
    cosh(times_i(z))
}

pub fn cosh(z: Complex) -> Outcome {
    if !is_finite(z) {
        if z.im.is_infinite() && !z.re.is_nan() {
            return Err(Error::Domain);
        }
        if !has_direction(z) {
            return Ok(special::entry(&special::COSH, z));
        }
        let r = towards(f64::INFINITY, z.im);
        return Ok(if z.re > 0.0 { r } else { c(r.re, -r.im) });
    }
    if z.re.abs() > log_large() {
        let less = z.re - 1.0_f64.copysign(z.re);
        return checked(c(
            libm::cos(z.im) * libm::cosh(less) * E,
            libm::sin(z.im) * libm::sinh(less) * E,
        ));
    }
    checked(c(
        libm::cos(z.im) * libm::cosh(z.re),
        libm::sin(z.im) * libm::sinh(z.re),
    ))
}

pub fn exp(z: Complex) -> Outcome {
    if !is_finite(z) {
        if z.im.is_infinite() && (z.re.is_finite() || z.re == f64::INFINITY) {
            return Err(Error::Domain);
        }
        if !has_direction(z) {
            return Ok(special::entry(&special::EXP, z));
        }
        return Ok(towards(if z.re > 0.0 { f64::INFINITY } else { 0.0 }, z.im));
    }
    if z.re > log_large() {
        let l = libm::exp(z.re - 1.0);
        return checked(c(l * libm::cos(z.im) * E, l * libm::sin(z.im) * E));
    }
    let l = libm::exp(z.re);
    checked(c(l * libm::cos(z.im), l * libm::sin(z.im)))
}

/// The logarithm, infinite at 0.
pub fn log_value(z: Complex) -> Complex {
    if !is_finite(z) {
        return special::entry(&special::LOG, z);
    }
    let (x, y) = (z.re.abs(), z.im.abs());
    let re = if is_large(z) {
        libm::log(libm::hypot(x / 2.0, y / 2.0)) + LN_2
    } else if x == 0.0 && y == 0.0 {
        f64::NEG_INFINITY
    } else if x < f64::MIN_POSITIVE && y < f64::MIN_POSITIVE {
        // Subnormal numbers have few bits: scaled, they get them.
        let (x, y) = (libm::ldexp(x, MANTISSA_BITS), libm::ldexp(y, MANTISSA_BITS));
        libm::log(libm::hypot(x, y)) - MANTISSA_BITS as f64 * LN_2
    } else {
        let h = libm::hypot(x, y);
        if (0.71..=1.73).contains(&h) {
            let (most, least) = if x > y { (x, y) } else { (y, x) };
            libm::log1p((most - 1.0) * (most + 1.0) + least * least) / 2.0
        } else {
            libm::log(h)
        }
    };
    c(re, libm::atan2(z.im, z.re))
}

pub fn log(z: Complex) -> Outcome {
    if z.re == 0.0 && z.im == 0.0 {
        return Err(Error::Domain);
    }
    Ok(log_value(z))
}

pub fn log10(z: Complex) -> Outcome {
    log(z).map(|r| c(r.re / LN_10, r.im / LN_10))
}

pub fn sin(z: Complex) -> Outcome {
    sinh(times_i(z)).map(over_i)
}

pub fn sinh(z: Complex) -> Outcome {
    if !is_finite(z) {
        if z.im.is_infinite() && !z.re.is_nan() {
            return Err(Error::Domain);
        }
        if !has_direction(z) {
            return Ok(special::entry(&special::SINH, z));
        }
        let r = towards(f64::INFINITY, z.im);
        return Ok(if z.re > 0.0 { r } else { c(-r.re, r.im) });
    }
    if z.re.abs() > log_large() {
        let less = z.re - 1.0_f64.copysign(z.re);
        return checked(c(
            libm::cos(z.im) * libm::sinh(less) * E,
            libm::sin(z.im) * libm::cosh(less) * E,
        ));
    }
    checked(c(
        libm::cos(z.im) * libm::sinh(z.re),
        libm::sin(z.im) * libm::cosh(z.re),
    ))
}

fn sqrt_value(z: Complex) -> Complex {
    /// Subnormal parts are multiplied by two to this power, and the root by two to minus half of it.
    const UP: i64 = 53;
    const DOWN: i64 = -27;
    if !is_finite(z) {
        return special::entry(&special::SQRT, z);
    }
    if z.re == 0.0 && z.im == 0.0 {
        return c(0.0, z.im);
    }
    let (x, y) = (z.re.abs(), z.im.abs());
    let s = if x < f64::MIN_POSITIVE && y < f64::MIN_POSITIVE {
        let x = libm::ldexp(x, UP);
        libm::ldexp((x + libm::hypot(x, libm::ldexp(y, UP))).sqrt(), DOWN)
    } else {
        let x = x / 8.0;
        2.0 * (x + libm::hypot(x, y / 8.0)).sqrt()
    };
    let d = y / (2.0 * s);
    if z.re >= 0.0 {
        c(s, d.copysign(z.im))
    } else {
        c(d, s.copysign(z.im))
    }
}

pub fn sqrt(z: Complex) -> Outcome {
    Ok(sqrt_value(z))
}

pub fn tan(z: Complex) -> Outcome {
    tanh(times_i(z)).map(over_i)
}

pub fn tanh(z: Complex) -> Outcome {
    if !is_finite(z) {
        if z.im.is_infinite() && z.re.is_finite() {
            return Err(Error::Domain);
        }
        if !has_direction(z) {
            return Ok(special::entry(&special::TANH, z));
        }
        return Ok(c(
            1.0_f64.copysign(z.re),
            0.0_f64.copysign(2.0 * libm::sin(z.im) * libm::cos(z.im)),
        ));
    }
    if z.re.abs() > log_large() {
        return Ok(c(
            1.0_f64.copysign(z.re),
            4.0 * libm::sin(z.im) * libm::cos(z.im) * libm::exp(-2.0 * z.re.abs()),
        ));
    }
    let (tx, ty) = (libm::tanh(z.re), libm::tan(z.im));
    let cx = 1.0 / libm::cosh(z.re);
    let product = tx * ty;
    let d = 1.0 + product * product;
    Ok(c(tx * (1.0 + ty * ty) / d, ((ty / d) * cx) * cx))
}

pub fn rect(r: f64, phi: f64) -> Outcome {
    let polar = c(r, phi);
    if !is_finite(polar) {
        if phi.is_infinite() && r != 0.0 && !r.is_nan() {
            return Err(Error::Domain);
        }
        if !has_direction(polar) {
            return Ok(special::entry(&special::RECT, polar));
        }
        let z = towards(f64::INFINITY, phi);
        return Ok(if r > 0.0 { z } else { z.neg() });
    }
    if phi == 0.0 {
        return Ok(c(r, r * phi));
    }
    Ok(c(r * libm::cos(phi), r * libm::sin(phi)))
}
