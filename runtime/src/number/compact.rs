//! [`Integer`]: what a long contains.
//!
//! Most longs in programs have a few digits more than an int. Up to [`FEW`] bits they are kept in the
//! object, where making one takes no memory but the object's and freeing it takes nothing. The big-integer
//! crate's form of the same number is made when somebody asks for it, and kept.

use std::cell::OnceCell;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

/// Numbers of so many bits are kept in the object. Sums of two of them still fit in 128.
pub const FEW: u64 = 126;

/// An integer of any size.
pub struct Integer {
    low: u64,
    /// [`LARGE`] when `big` alone has the number.
    high: i64,
    big: OnceCell<Box<BigInt>>,
}

/// The high word of no number of [`FEW`] bits.
const LARGE: i64 = i64::MIN;

impl Integer {
    /// Any number.
    pub fn new(n: BigInt) -> Integer {
        let few = if n.bits() <= FEW { n.to_i128() } else { None };
        few.and_then(Integer::few).unwrap_or_else(|| Integer {
            low: 0,
            high: LARGE,
            big: OnceCell::from(Box::new(n)),
        })
    }

    /// A number of few bits.
    #[inline]
    pub fn few(n: i128) -> Option<Integer> {
        (n.unsigned_abs() >> FEW == 0).then(|| Integer {
            low: n as u64,
            high: (n >> 64) as i64,
            big: OnceCell::new(),
        })
    }

    /// The number, if it has few bits.
    #[inline(always)]
    pub fn as_few(&self) -> Option<i128> {
        (self.high != LARGE).then(|| i128::from(self.high) << 64 | i128::from(self.low))
    }

    /// The big integer, if there is one already.
    #[inline(always)]
    pub fn made(&self) -> Option<&BigInt> {
        self.big.get().map(|b| &**b)
    }

    /// The big integer.
    pub fn big(&self) -> &BigInt {
        self.big
            .get_or_init(|| Box::new(self.as_few().unwrap_or_default().into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_and_many_bits() {
        let edge = (1i128 << FEW) - 1;
        for n in [0, 1, -1, i64::MIN.into(), u64::MAX.into(), edge, -edge] {
            assert_eq!(Integer::new(n.into()).as_few(), Some(n));
            assert_eq!(*Integer::new(n.into()).big(), n.into());
        }
        for n in [edge + 1, -edge - 1, i128::MIN, i128::MAX] {
            assert!(Integer::few(n).is_none());
            assert_eq!(Integer::new(n.into()).as_few(), None);
            assert_eq!(*Integer::new(n.into()).big(), n.into());
        }
    }
}
