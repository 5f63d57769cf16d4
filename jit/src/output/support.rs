//! Float primitives too long to be worth inlining: compiled code calls them.
//!
//! They are the interpreter's own (`runtime::prims` is to hold them), so the tiers cannot differ.

use super::{Effects, Failure, Hook, Rep, Returns, TypeMask};

const BINARY: &[Rep] = &[Rep::Float, Rep::Float];

/// `a // b` of floats.
pub fn ffloor_div() -> Hook {
    float_hook("ffloor_div", ffloor_div_entry as *const () as usize)
}

/// `a % b` of floats.
pub fn ffloor_mod() -> Hook {
    float_hook("ffloor_mod", ffloor_mod_entry as *const () as usize)
}

/// `a ** b` of floats, or [`UNDEFINED`].
pub fn fpow() -> Hook {
    float_hook("fpow", fpow_entry as *const () as usize)
}

/// The NaN by which [`fpow`] says that Python raises. No operation yields this payload.
pub const UNDEFINED: u64 = 0x7FF8_0000_0000_0001;

fn float_hook(name: &'static str, address: usize) -> Hook {
    Hook {
        name,
        address,
        params: BINARY,
        returns: Returns::One(Rep::Float),
        mask: TypeMask::FLOAT,
        effects: Effects::PURE,
        failure: Failure::Never,
    }
}

/// The remainder with the divisor's sign; a zero takes the divisor's sign too.
pub extern "C" fn ffloor_mod_entry(a: f64, b: f64) -> f64 {
    let r = a % b;
    if r == 0.0 {
        0f64.copysign(b)
    } else if (r < 0.0) != (b < 0.0) {
        r + b
    } else {
        r
    }
}

/// The quotient rounded down, computed from the exact remainder.
pub extern "C" fn ffloor_div_entry(a: f64, b: f64) -> f64 {
    let r = a % b;
    let mut quotient = (a - r) / b;
    if r != 0.0 && (r < 0.0) != (b < 0.0) {
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return 0f64.copysign(a / b);
    }
    // `quotient` is a whole number but for rounding.
    let floor = quotient.floor();
    if quotient - floor > 0.5 {
        floor + 1.0
    } else {
        floor
    }
}

/// The power where Python has one.
pub extern "C" fn fpow_entry(a: f64, b: f64) -> f64 {
    let power = a.powf(b);
    let undefined = if power.is_nan() {
        !a.is_nan() && !b.is_nan()
    } else {
        // Overflow, or a negative power of 0.
        power.is_infinite() && a.is_finite() && b.is_finite()
    };
    if undefined {
        f64::from_bits(UNDEFINED)
    } else {
        power
    }
}
