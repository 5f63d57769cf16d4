//! Arithmetic on limbs: natural numbers as slices of 64-bit digits, the least significant first.
//!
//! Results are written to slices that the caller has room for, so that they can be made where they will stay:
//! in an object of the heap, in a buffer on the stack. Nothing here knows of signs, objects or Python, and nothing
//! allocates but scratch space of long operations. Operands may have leading zeros only where it says so.
//!
//! | module | what |
//! | --- | --- |
//! | (here) | addition, subtraction, order |
//! | [`mul`] | products and powers |
//! | [`div`] | quotients and remainders |
//! | [`bits`] | shifts; and, or, xor of two's complements |
//! | [`radix`] | to and from text |

pub mod bits;
pub mod div;
pub mod mul;
pub mod radix;

use std::cmp::Ordering;

/// Without leading zeros.
#[inline]
pub fn trim(a: &[u64]) -> &[u64] {
    let mut n = a.len();
    while n > 0 && a[n - 1] == 0 {
        n -= 1;
    }
    &a[..n]
}

/// Order of two numbers without leading zeros.
#[inline]
pub fn cmp(a: &[u64], b: &[u64]) -> Ordering {
    a.len()
        .cmp(&b.len())
        .then_with(|| a.iter().rev().cmp(b.iter().rev()))
}

/// Number of bits of a number without leading zeros.
#[inline]
pub fn bit_length(a: &[u64]) -> u64 {
    match a.last() {
        None => 0,
        Some(top) => a.len() as u64 * 64 - u64::from(top.leading_zeros()),
    }
}

/// `out = a + b`; `a` is the longer one, `out` has one limb more.
#[inline]
pub fn add(out: &mut [u64], a: &[u64], b: &[u64]) {
    debug_assert!(a.len() >= b.len() && out.len() == a.len() + 1);
    let (low, high) = a.split_at(b.len());
    let mut carry = false;
    let (out_low, out_high) = out.split_at_mut(b.len());
    for ((o, x), y) in out_low.iter_mut().zip(low).zip(b) {
        (*o, carry) = x.carrying_add(*y, carry);
    }
    for (o, x) in out_high.iter_mut().zip(high) {
        (*o, carry) = x.overflowing_add(u64::from(carry));
    }
    out[a.len()] = u64::from(carry);
}

/// `out = a - b`, which is not negative; `out` is as long as `a`, `b` not longer.
#[inline]
pub fn sub(out: &mut [u64], a: &[u64], b: &[u64]) {
    debug_assert!(a.len() >= b.len() && out.len() == a.len());
    let (low, high) = a.split_at(b.len());
    let mut borrow = false;
    let (out_low, out_high) = out.split_at_mut(b.len());
    for ((o, x), y) in out_low.iter_mut().zip(low).zip(b) {
        (*o, borrow) = x.borrowing_sub(*y, borrow);
    }
    for (o, x) in out_high.iter_mut().zip(high) {
        (*o, borrow) = x.overflowing_sub(u64::from(borrow));
    }
    debug_assert!(!borrow);
}

/// `out = a - out`, which is not negative; both are of one length.
#[inline]
pub fn sub_from(out: &mut [u64], a: &[u64]) {
    let mut borrow = false;
    for (o, x) in out.iter_mut().zip(a) {
        (*o, borrow) = x.borrowing_sub(*o, borrow);
    }
    debug_assert!(!borrow);
}

/// `a += b` for a single limb; what is carried out.
#[inline]
pub fn add_limb(a: &mut [u64], b: u64) -> u64 {
    let mut carry = b;
    for x in a {
        if carry == 0 {
            break;
        }
        let (sum, over) = x.overflowing_add(carry);
        *x = sum;
        carry = u64::from(over);
    }
    carry
}

/// Calls `f` with `n` limbs of scratch space, which are zero: on the stack if they are few.
#[inline]
pub fn with_scratch<R>(n: usize, f: impl FnOnce(&mut [u64]) -> R) -> R {
    const ON_STACK: usize = 32;
    if n <= ON_STACK {
        f(&mut [0; ON_STACK][..n])
    } else {
        f(&mut vec![0; n])
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use num_bigint::BigUint;

    pub fn big(a: &[u64]) -> BigUint {
        BigUint::from_bytes_le(&a.iter().flat_map(|x| x.to_le_bytes()).collect::<Vec<_>>())
    }

    /// Numbers of `n` limbs with many runs of ones and zeros, where carries go far.
    pub fn sample(n: usize, seed: u64) -> Vec<u64> {
        let mut x = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let mut out: Vec<u64> = (0..n)
            .map(|_| {
                x ^= x << 13;
                x ^= x >> 7;
                x ^= x << 17;
                match x % 4 {
                    0 => u64::MAX,
                    1 => 0,
                    2 => 1 << 63,
                    _ => x,
                }
            })
            .collect();
        if let Some(top) = out.last_mut() {
            *top = (*top).max(1);
        }
        out
    }

    #[test]
    fn sums() {
        for (n, m) in [(1, 1), (2, 1), (5, 5), (9, 4), (40, 40)] {
            for seed in 0..50 {
                let (a, b) = (sample(n, seed), sample(m, seed + 1000));
                let mut sum = vec![0; n + 1];
                add(&mut sum, &a, &b);
                assert_eq!(big(&sum), big(&a) + big(&b));
                let mut back = vec![0; n + 1];
                sub(&mut back, &sum, &b);
                assert_eq!(trim(&back), a);
                assert_eq!(cmp(&a, &b), big(&a).cmp(&big(&b)));
                assert_eq!(bit_length(&a), big(&a).bits());
            }
        }
    }
}
