//! gamma, lgamma, erf, erfc, computed as CPython computes them: the results agree to the last bit.
//!
//! The gamma functions use the Lanczos approximation with 13 terms and g = 6.02468…, whose coefficients are
//! Boost's; the error functions a Taylor-like series near zero and a continued fraction further out.

#![allow(clippy::excessive_precision)] // the coefficients as they are published

use std::f64::consts::PI;

use crate::number::libm::{cos, exp, fmod, log, pow, sin};

const LANCZOS_G: f64 = 6.024_680_040_776_729_583_740_234_375;
const G_MINUS_HALF: f64 = 5.524_680_040_776_729_583_740_234_375;

/// Coefficients of the approximation's numerator and denominator, lowest first.
const TERMS: [(f64, f64); 13] = [
    (23531376880.410759688572007674451636754734846804940, 0.0),
    (
        42919803642.649098768957899047001988850926355848959,
        39916800.0,
    ),
    (
        35711959237.355668049440185451547166705960488635843,
        120543840.0,
    ),
    (
        17921034426.037209699919755754458931112671403265390,
        150917976.0,
    ),
    (
        6039542586.3520280050642916443072979210699388420708,
        105258076.0,
    ),
    (
        1439720407.3117216736632230727949123939715485786372,
        45995730.0,
    ),
    (
        248874557.86205415651146038641322942321632125127801,
        13339535.0,
    ),
    (
        31426415.585400194380614231628318205362874684987640,
        2637558.0,
    ),
    (
        2876370.6289353724412254090516208496135991145378768,
        357423.0,
    ),
    (186056.26539522349504029498971604569928220784236328, 32670.0),
    (8071.6720023658162106380029022722506138218516325024, 1925.0),
    (210.82427775157934587250973392071336271166969580291, 66.0),
    (2.5066282746310002701649081771338373386264310793408, 1.0),
];

/// Arguments up to so many have a factorial that a double holds exactly.
const EXACT: usize = 23;

/// The rational function of the approximation; evaluated in 1/x where x is not small, so that nothing overflows.
fn lanczos_sum(x: f64) -> f64 {
    let (mut num, mut den) = (0.0, 0.0);
    if x < 5.0 {
        for (n, d) in TERMS.iter().rev() {
            num = num * x + n;
            den = den * x + d;
        }
    } else {
        for (n, d) in &TERMS {
            num = num / x + n;
            den = den / x + d;
        }
    }
    num / den
}

/// sin(pi * x), accurate where x is near an integer.
fn sin_pi(x: f64) -> f64 {
    let y = fmod(x.abs(), 2.0);
    let r = match (2.0 * y).round() as u8 {
        0 => sin(PI * y),
        1 => cos(PI * (y - 0.5)),
        2 => sin(PI * (1.0 - y)),
        3 => -cos(PI * (y - 1.5)),
        _ => sin(PI * (y - 2.0)),
    };
    1.0_f64.copysign(x) * r
}

pub fn gamma(x: f64) -> f64 {
    if x.is_nan() || x == f64::INFINITY {
        return x;
    }
    if x == f64::NEG_INFINITY {
        return f64::NAN;
    }
    if x == 0.0 {
        return f64::INFINITY.copysign(x);
    }
    if x == x.floor() {
        if x < 0.0 {
            return f64::NAN;
        }
        if x <= EXACT as f64 {
            return (2..x as u64).fold(1.0, |product, i| product * i as f64);
        }
    }
    let size = x.abs();
    if size < 1e-20 {
        return 1.0 / x;
    }
    if size > 200.0 {
        return if x < 0.0 {
            0.0 / sin_pi(x)
        } else {
            f64::INFINITY
        };
    }
    let y = size + G_MINUS_HALF;
    // What the addition lost, for a correction of first order.
    let lost = if size > G_MINUS_HALF {
        (y - size) - G_MINUS_HALF
    } else {
        (y - G_MINUS_HALF) - size
    };
    let correction = lost * LANCZOS_G / y;
    // The power may overflow where the result does not: then it goes in in two halves.
    if x < 0.0 {
        let mut r = -PI / sin_pi(size) / size * exp(y) / lanczos_sum(size);
        r -= correction * r;
        if size < 140.0 {
            r / pow(y, size - 0.5)
        } else {
            let half = pow(y, size / 2.0 - 0.25);
            r / half / half
        }
    } else {
        let mut r = lanczos_sum(size) / exp(y);
        r += correction * r;
        if size < 140.0 {
            r * pow(y, size - 0.5)
        } else {
            let half = pow(y, size / 2.0 - 0.25);
            r * half * half
        }
    }
}

pub fn lgamma(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    if x.is_infinite() {
        return f64::INFINITY;
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 { f64::INFINITY } else { 0.0 };
    }
    let size = x.abs();
    if size < 1e-20 {
        return -log(size);
    }
    let log_gamma =
        log(lanczos_sum(size)) - LANCZOS_G + (size - 0.5) * (log(size + LANCZOS_G - 0.5) - 1.0);
    if x > 0.0 {
        log_gamma
    } else {
        log(PI) - log(sin_pi(size).abs()) - log(size) - log_gamma
    }
}

/// From here on the continued fraction is used.
const SERIES_END: f64 = 1.5;
const SERIES_TERMS: u32 = 25;
const FRACTION_END: f64 = 30.0;
const FRACTION_TERMS: u32 = 50;
const SQRT_PI: f64 = 1.772_453_850_905_516_027_298_167_483_341_145_182_798;

/// erf(x) for small x.
fn erf_series(x: f64) -> f64 {
    let square = x * x;
    let mut sum = 0.0;
    let mut k = f64::from(SERIES_TERMS) + 0.5;
    for _ in 0..SERIES_TERMS {
        sum = 2.0 + square * sum / k;
        k -= 1.0;
    }
    sum * x * exp(-square) / SQRT_PI
}

/// erfc(x) for large x.
fn erfc_fraction(x: f64) -> f64 {
    if x >= FRACTION_END {
        return 0.0;
    }
    let square = x * x;
    let (mut a, mut da) = (0.0, 0.5);
    let (mut p, mut p_before) = (1.0, 0.0);
    let (mut q, mut q_before) = (da + square, 1.0);
    for _ in 0..FRACTION_TERMS {
        a += da;
        da += 2.0;
        let b = da + square;
        (p, p_before) = (b * p - a * p_before, p);
        (q, q_before) = (b * q - a * q_before, q);
    }
    p / q * x * exp(-square) / SQRT_PI
}

pub fn erf(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    let size = x.abs();
    if size < SERIES_END {
        return erf_series(x);
    }
    let rest = erfc_fraction(size);
    if x > 0.0 { 1.0 - rest } else { rest - 1.0 }
}

pub fn erfc(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    let size = x.abs();
    if size < SERIES_END {
        return 1.0 - erf_series(x);
    }
    let rest = erfc_fraction(size);
    if x > 0.0 { rest } else { 2.0 - rest }
}
