//! [`BigRef`]: the number in a long, borrowed.

use std::cmp::Ordering;

use num_bigint::{BigInt, Sign};

use super::limbs;

/// An integer of any size: sign and magnitude, in limbs that somebody else owns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BigRef<'a> {
    /// Below zero; never set for zero.
    pub negative: bool,
    /// The magnitude, least significant limb first, without leading zeros.
    pub limbs: &'a [u64],
}

impl<'a> BigRef<'a> {
    /// An int, whose magnitude is put into `room`.
    #[inline]
    pub fn of_int(i: i64, room: &'a mut [u64; 1]) -> BigRef<'a> {
        *room = [i.unsigned_abs()];
        BigRef {
            negative: i < 0,
            limbs: &room[..usize::from(i != 0)],
        }
    }

    #[inline]
    pub fn is_zero(self) -> bool {
        self.limbs.is_empty()
    }

    /// Number of bits of the magnitude.
    #[inline]
    pub fn bits(self) -> u64 {
        limbs::bit_length(self.limbs)
    }

    /// The number as a machine integer, if it is one.
    #[inline]
    pub fn to_i64(self) -> Option<i64> {
        match (self.limbs, self.negative) {
            ([], _) => Some(0),
            ([n], false) => i64::try_from(*n).ok(),
            ([n], true) => 0i64.checked_sub_unsigned(*n),
            _ => None,
        }
    }

    /// The number as an unsigned machine integer, if it is one.
    pub fn to_u64(self) -> Option<u64> {
        match (self.limbs, self.negative) {
            ([], _) => Some(0),
            ([n], false) => Some(*n),
            _ => None,
        }
    }

    /// The low 64 bits of the two's complement.
    pub fn low_u64(self) -> u64 {
        let n = self.limbs.first().copied().unwrap_or(0);
        if self.negative { n.wrapping_neg() } else { n }
    }

    /// The same number as an object of the big-integer crate.
    pub fn to_big(self) -> BigInt {
        let sign = if self.negative {
            Sign::Minus
        } else {
            Sign::Plus
        };
        BigInt::from_biguint(sign, limbs::mul::to_big(self.limbs))
    }

    /// Digits in base 2 to 36, with a minus sign but no prefix.
    pub fn to_str_radix(self, radix: u32) -> String {
        let mut text = Vec::new();
        self.write(&mut text, radix);
        String::from_utf8_lossy(&text).into_owned()
    }

    /// Appends what [`BigRef::to_str_radix`] returns.
    pub fn write(self, out: &mut Vec<u8>, radix: u32) {
        if self.negative {
            out.push(b'-');
        }
        limbs::radix::write(out, self.limbs, radix);
    }
}

impl Ord for BigRef<'_> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, false) => limbs::cmp(self.limbs, other.limbs),
            (true, true) => limbs::cmp(other.limbs, self.limbs),
            (negative, _) => {
                if negative {
                    Ordering::Less
                } else {
                    Ordering::Greater
                }
            }
        }
    }
}

impl PartialOrd for BigRef<'_> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machine_integers() {
        for i in [0, 1, -1, i64::MAX, i64::MIN] {
            let mut room = [0];
            let n = BigRef::of_int(i, &mut room);
            assert_eq!(n.to_i64(), Some(i));
            assert_eq!(n.low_u64(), i as u64);
            assert_eq!(n.to_big(), BigInt::from(i));
            assert_eq!(n.to_str_radix(10), i.to_string());
        }
        let n = BigRef {
            negative: true,
            limbs: &[1 << 63 | 1],
        };
        assert_eq!(n.to_i64(), None);
        assert!(
            n < BigRef {
                negative: true,
                limbs: &[]
            }
        );
    }
}
