//! Complex arithmetic on pairs of doubles.
//!
//! The formulas decide the last bits and which operands give NaN or an error, so they are
//! CPython's: division scales by the larger part, small whole exponents multiply, all others
//! go through polar coordinates.

use super::{fault::Fault, floats};

/// A complex number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Complex {
    /// Real part.
    pub re: f64,
    /// Imaginary part.
    pub im: f64,
}

unsafe extern "C" {
    safe fn hypot(x: f64, y: f64) -> f64;
}

const ZERO_POWER: Fault = Fault::ZeroDivision("0.0 to a negative or complex power");

impl Complex {
    /// `re + im * 1j`
    pub const fn new(re: f64, im: f64) -> Complex {
        Complex { re, im }
    }

    /// `a + b`
    pub fn add(self, b: Complex) -> Complex {
        Complex::new(self.re + b.re, self.im + b.im)
    }

    /// `a - b`
    pub fn sub(self, b: Complex) -> Complex {
        Complex::new(self.re - b.re, self.im - b.im)
    }

    /// `a * b`
    pub fn mul(self, b: Complex) -> Complex {
        Complex::new(
            self.re * b.re - self.im * b.im,
            self.re * b.im + self.im * b.re,
        )
    }

    /// `-a`
    pub fn neg(self) -> Complex {
        Complex::new(-self.re, -self.im)
    }

    /// `a / b`, or `None` when `b` is zero.
    pub fn quotient(self, b: Complex) -> Option<Complex> {
        let (re, im) = (b.re.abs(), b.im.abs());
        if re >= im {
            if re == 0.0 {
                return None;
            }
            let ratio = b.im / b.re;
            let scale = b.re + b.im * ratio;
            Some(Complex::new(
                (self.re + self.im * ratio) / scale,
                (self.im - self.re * ratio) / scale,
            ))
        } else if im >= re {
            let ratio = b.re / b.im;
            let scale = b.re * ratio + b.im;
            Some(Complex::new(
                (self.re * ratio + self.im) / scale,
                (self.im * ratio - self.re) / scale,
            ))
        } else {
            Some(Complex::new(f64::NAN, f64::NAN))
        }
    }

    /// `a / b`
    pub fn div(self, b: Complex) -> Result<Complex, Fault> {
        self.quotient(b)
            .ok_or(Fault::ZeroDivision("complex division by zero"))
    }

    /// `divmod(a, b)`: the quotient is a whole real number.
    pub fn div_mod(self, b: Complex) -> Result<(Complex, Complex), Fault> {
        let q = self
            .quotient(b)
            .ok_or(Fault::ZeroDivision("complex divmod()"))?;
        let q = Complex::new(q.re.floor(), 0.0);
        Ok((q, self.sub(b.mul(q))))
    }

    /// `a % b`
    pub fn remainder(self, b: Complex) -> Result<Complex, Fault> {
        match self.div_mod(b) {
            Ok((_, rest)) => Ok(rest),
            Err(_) => Err(Fault::ZeroDivision("complex remainder")),
        }
    }

    /// `a ** b`
    pub fn pow(self, b: Complex) -> Result<Complex, Fault> {
        let whole = b.re as i64;
        let power = if b.im == 0.0 && b.re == whole as f64 && whole.unsigned_abs() <= 100 {
            let magnitude = self.pow_unsigned(whole.unsigned_abs());
            if whole > 0 {
                magnitude
            } else {
                Complex::new(1.0, 0.0)
                    .quotient(magnitude)
                    .ok_or(ZERO_POWER)?
            }
        } else {
            self.pow_polar(b)?
        };
        if power.re.is_infinite() || power.im.is_infinite() {
            return Err(Fault::Overflow("complex exponentiation"));
        }
        Ok(power)
    }

    fn pow_unsigned(self, n: u64) -> Complex {
        let (mut result, mut base, mut bit) = (Complex::new(1.0, 0.0), self, 1);
        while bit <= n {
            if n & bit != 0 {
                result = result.mul(base);
            }
            bit <<= 1;
            base = base.mul(base);
        }
        result
    }

    fn pow_polar(self, b: Complex) -> Result<Complex, Fault> {
        if b.re == 0.0 && b.im == 0.0 {
            return Ok(Complex::new(1.0, 0.0));
        }
        if self.re == 0.0 && self.im == 0.0 {
            return if b.im != 0.0 || b.re < 0.0 {
                Err(ZERO_POWER)
            } else {
                Ok(Complex::new(0.0, 0.0))
            };
        }
        let modulus = hypot(self.re, self.im);
        let angle = self.im.atan2(self.re);
        let (mut length, mut phase) = (modulus.powf(b.re), angle * b.re);
        if b.im != 0.0 {
            length /= (angle * b.im).exp();
            phase += b.im * modulus.ln();
        }
        let power = Complex::new(length * phase.cos(), length * phase.sin());
        if phase.is_infinite() && !power.re.is_infinite() {
            // A phase without limit has no cosine: a domain error, which is reported as this one.
            return Err(ZERO_POWER);
        }
        Ok(power)
    }

    /// `abs(a)`
    pub fn abs(self) -> Result<f64, Fault> {
        let length = hypot(self.re, self.im);
        if length.is_infinite() && self.re.is_finite() && self.im.is_finite() {
            return Err(Fault::Overflow("absolute value too large"));
        }
        Ok(length)
    }

    /// `hash(a)`
    pub fn hash(self) -> i64 {
        let hash =
            floats::hash(self.re).wrapping_add(floats::hash(self.im).wrapping_mul(1_000_003));
        super::ints::hash(hash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn c(re: f64, im: f64) -> Complex {
        Complex::new(re, im)
    }

    #[test]
    fn arithmetic() {
        assert_eq!(c(1.0, 2.0).mul(c(3.0, -1.0)), c(5.0, 5.0));
        assert_eq!(c(1.0, 2.0).div(c(3.0, -4.0)), Ok(c(-0.2, 0.4)));
        assert_eq!(
            c(7.0, 2.0).div_mod(c(2.0, 0.0)),
            Ok((c(3.0, 0.0), c(1.0, 2.0)))
        );
        assert_eq!(
            c(0.0, 1.0).div(c(0.0, 0.0)),
            Err(Fault::ZeroDivision("complex division by zero"))
        );
        assert_eq!(
            c(0.0, 1.0).remainder(c(0.0, 0.0)),
            Err(Fault::ZeroDivision("complex remainder"))
        );
        assert_eq!(c(3.0, 4.0).abs(), Ok(5.0));
        assert!(c(1e308, 1.7e308).abs().is_err());
    }

    #[test]
    fn powers() {
        assert_eq!(c(0.0, 1.0).pow(c(2.0, 0.0)), Ok(c(-1.0, 0.0)));
        assert_eq!(
            c(0.0, 1.0).pow(c(0.0, 1.0)),
            Ok(c(0.20787957635076193, 0.0))
        );
        assert_eq!(c(1.0, 2.0).pow(c(-2.0, 0.0)), Ok(c(-0.12, -0.16)));
        assert_eq!(c(0.0, 0.0).pow(c(-1.0, 0.0)), Err(ZERO_POWER));
        assert_eq!(c(0.0, 0.0).pow(c(0.0, 1.0)), Err(ZERO_POWER));
        assert_eq!(
            c(1e200, 1.0).pow(c(3.0, 0.0)),
            Err(Fault::Overflow("complex exponentiation"))
        );
    }

    #[test]
    fn hashes() {
        assert_eq!(c(1.5, 2.0).hash(), 1612645510);
        assert_eq!(c(0.1, -1.0).hash(), 2574882272);
    }
}
