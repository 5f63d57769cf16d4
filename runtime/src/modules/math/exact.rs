//! fsum and factorial.

use num_bigint::BigUint;

use crate::error::{PyResult, overflow_error, value_error};
use crate::number::{self, Num};
use crate::protocol;
use crate::value::Value;

/// A sum without rounding: floats of increasing size whose bits do not overlap.
#[derive(Default)]
struct Partials(Vec<f64>);

impl Partials {
    /// Adds a float; what rounding loses of each sum goes on as a partial of its own.
    fn add(&mut self, mut x: f64) {
        let mut kept = 0;
        for i in 0..self.0.len() {
            let mut y = self.0[i];
            if x.abs() < y.abs() {
                (x, y) = (y, x);
            }
            let sum = x + y;
            let lost = y - (sum - x);
            if lost != 0.0 {
                self.0[kept] = lost;
                kept += 1;
            }
            x = sum;
        }
        self.0.truncate(kept);
        if x != 0.0 {
            self.0.push(x);
        }
    }

    /// The sum, rounded half to even.
    fn total(mut self) -> f64 {
        let Some(mut high) = self.0.pop() else {
            return 0.0;
        };
        let mut lost = 0.0;
        while let Some(y) = self.0.pop() {
            let x = high;
            high = x + y;
            lost = y - (high - x);
            if lost != 0.0 {
                break;
            }
        }
        // Exactly half a unit was lost to rounding, and there is more on that side.
        if let Some(next) = self.0.last()
            && (lost < 0.0 && *next < 0.0 || lost > 0.0 && *next > 0.0)
        {
            let twice = lost * 2.0;
            let other = high + twice;
            if twice == other - high {
                high = other;
            }
        }
        high
    }
}

pub fn fsum(iterable: Value) -> PyResult {
    let mut partials = Partials::default();
    let (mut special, mut infinities): (f64, f64) = (0.0, 0.0);
    let it = protocol::iter(iterable)?;
    while let Some(v) = protocol::next(it)? {
        let x = number::to_f64(v)?;
        if !x.is_finite() {
            if x.is_infinite() {
                infinities += x;
            }
            special += x;
            partials.0.clear();
            continue;
        }
        partials.add(x);
        if partials.0.last().is_some_and(|p| !p.is_finite()) {
            return Err(overflow_error("intermediate overflow in fsum"));
        }
    }
    if special != 0.0 {
        // Not zero: there was an infinity or NaN.
        if infinities.is_nan() {
            return Err(value_error("-inf + inf in fsum"));
        }
        return Ok(Value::float(special));
    }
    Ok(Value::float(partials.total()))
}

/// The product of all integers from `a` to `b - 1`.
fn product(a: u64, b: u64) -> BigUint {
    if b - a <= 8 {
        return (a..b).fold(BigUint::from(1_u32), |p, i| p * i);
    }
    let middle = a + (b - a) / 2;
    product(a, middle) * product(middle, b)
}

pub fn factorial(x: Value) -> PyResult {
    let n = match Num::of(x) {
        Some(Num::Float(f)) => {
            if f != f.trunc() || !f.is_finite() {
                return Err(value_error("factorial() only accepts integral values"));
            }
            number::int_from_value(number::float_to_int(f)?)?
        }
        _ => number::int_from_value(x)?,
    };
    let Ok(n) = u64::try_from(n) else {
        return Err(value_error("factorial() not defined for negative values"));
    };
    // The number of bits grows faster than n itself.
    number::big::room(n).map_err(|f| f.raise())?;
    Ok(number::int_or_long(product(1, n + 1).into()))
}
