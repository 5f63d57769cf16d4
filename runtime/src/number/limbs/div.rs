//! Quotients and remainders: long division (Knuth's algorithm D) with the divisor's reciprocal instead of divisions
//! (Möller and Granlund, "Improved division by invariant integers").

use super::with_scratch;

/// A divisor of one limb, prepared.
#[derive(Clone, Copy, Debug)]
pub struct Divisor {
    /// The divisor with its highest bit set.
    normal: u64,
    shift: u32,
    /// `(2^128 - 1) / normal - 2^64`
    inverse: u64,
}

impl Divisor {
    /// `d` is not zero.
    #[inline]
    pub const fn new(d: u64) -> Divisor {
        let shift = d.leading_zeros();
        let normal = d << shift;
        Divisor {
            normal,
            shift,
            inverse: (u128::MAX / normal as u128) as u64,
        }
    }

    /// Quotient and remainder of `high * 2^64 + low` by the normalised divisor, which is above `high`.
    #[inline(always)]
    fn divide(self, high: u64, low: u64) -> (u64, u64) {
        let t = u128::from(self.inverse) * u128::from(high)
            + (u128::from(high) << 64 | u128::from(low));
        let mut quotient = ((t >> 64) as u64).wrapping_add(1);
        let mut rest = low.wrapping_sub(quotient.wrapping_mul(self.normal));
        if rest > t as u64 {
            quotient = quotient.wrapping_sub(1);
            rest = rest.wrapping_add(self.normal);
        }
        if rest >= self.normal {
            quotient = quotient.wrapping_add(1);
            rest -= self.normal;
        }
        (quotient, rest)
    }

    /// Hands the limbs of `a / d` to `limb`, the highest first; the remainder.
    #[inline(always)]
    fn run(self, a: &[u64], mut limb: impl FnMut(usize, u64)) -> u64 {
        let s = self.shift;
        let mut rest = 0;
        // The dividend is shifted as it goes by.
        let below = |x: u64| if s == 0 { 0 } else { x >> (64 - s) };
        if let Some(top) = a.last() {
            rest = below(*top);
        }
        for i in (0..a.len()).rev() {
            let next = if i == 0 { 0 } else { below(a[i - 1]) };
            let (q, r) = self.divide(rest, a[i] << s | next);
            limb(i, q);
            rest = r;
        }
        rest >> s
    }

    /// `out = a / d`, as long as `a`; the remainder.
    #[inline]
    pub fn div_rem(self, out: &mut [u64], a: &[u64]) -> u64 {
        let out = &mut out[..a.len()];
        self.run(a, |i, q| out[i] = q)
    }

    /// `a /= d`; the remainder.
    #[inline]
    pub fn div_rem_in_place(self, a: &mut [u64]) -> u64 {
        let s = self.shift;
        let below = |x: u64| if s == 0 { 0 } else { x >> (64 - s) };
        let mut rest = a.last().map_or(0, |top| below(*top));
        for i in (0..a.len()).rev() {
            let next = if i == 0 { 0 } else { below(a[i - 1]) };
            (a[i], rest) = self.divide(rest, a[i] << s | next);
        }
        rest >> s
    }

    /// `a /= d * d`; the remainders by `d` of `a` and of `a / d`. `a` is not empty.
    ///
    /// The steps of a division wait for each other; those of two that run side by side do not.
    #[inline]
    pub fn div_rem_twice_in_place(self, a: &mut [u64]) -> (u64, u64) {
        let s = self.shift;
        let below = |x: u64| if s == 0 { 0 } else { x >> (64 - s) };
        let last = a.len() - 1;
        let (mut first, mut second) = (below(a[last]), 0);
        // The second division is a limb behind: it shifts the limbs that the first one makes.
        let mut above = 0;
        for i in (0..=last).rev() {
            let next = if i == 0 { 0 } else { below(a[i - 1]) };
            let q;
            (q, first) = self.divide(first, a[i] << s | next);
            if i == last {
                second = below(q);
            } else {
                (a[i + 1], second) = self.divide(second, above << s | below(q));
            }
            above = q;
        }
        (a[0], second) = self.divide(second, above << s);
        (first >> s, second >> s)
    }

    /// `a % d`
    #[inline]
    pub fn rem(self, a: &[u64]) -> u64 {
        self.run(a, |_, _| ())
    }
}

/// `quotient = a / b` and `rest = a % b` for `a` at least as long as `b`, which has no leading zeros and is not zero.
/// The quotient has `a.len() - b.len() + 1` limbs, or none if nobody wants it; the rest has as many as `b`.
pub fn div_rem(quotient: Option<&mut [u64]>, rest: &mut [u64], a: &[u64], b: &[u64]) {
    debug_assert!(a.len() >= b.len() && rest.len() == b.len());
    if let [d] = b {
        let d = Divisor::new(*d);
        rest[0] = match quotient {
            Some(q) => d.div_rem(q, a),
            None => d.rem(a),
        };
        return;
    }
    let (n, m) = (b.len(), a.len());
    with_scratch(n + m + 1, |scratch| {
        let (divisor, dividend) = scratch.split_at_mut(n);
        let shift = b[n - 1].leading_zeros();
        super::bits::shl_few(divisor, b, shift);
        dividend[m] = super::bits::shl_few(&mut dividend[..m], a, shift);
        long_division(quotient, dividend, divisor);
        super::bits::shr_few(rest, &dividend[..n], shift);
    });
}

/// Leaves `dividend % divisor` in the dividend, whose limbs from `divisor.len()` on become zero. The divisor has two
/// limbs or more, and its highest bit is set.
fn long_division(mut quotient: Option<&mut [u64]>, dividend: &mut [u64], divisor: &[u64]) {
    let n = divisor.len();
    let (first, second) = (divisor[n - 1], divisor[n - 2]);
    let reciprocal = Divisor::new(first);
    for at in (0..dividend.len() - n).rev() {
        let window = &mut dividend[at..=at + n];
        let (top, next) = (window[n], window[n - 1]);
        // A guess from the leading limbs, which is at most one too large after the next limb has been looked at.
        let (mut q, mut r, mut looks) = if top >= first {
            let (r, over) = next.overflowing_add(first);
            (u64::MAX, r, !over)
        } else {
            let (q, r) = reciprocal.divide(top, next);
            (q, r, true)
        };
        let third = window[n - 2];
        while looks
            && u128::from(q) * u128::from(second) > (u128::from(r) << 64 | u128::from(third))
        {
            q -= 1;
            let over;
            (r, over) = r.overflowing_add(first);
            looks = !over;
        }
        if sub_mul(window, divisor, q) {
            q -= 1;
            add_back(window, divisor);
        }
        if let Some(quotient) = quotient.as_deref_mut() {
            quotient[at] = q;
        }
    }
}

/// `window -= divisor * q`; whether that went below zero. The window has one limb more.
#[inline]
fn sub_mul(window: &mut [u64], divisor: &[u64], q: u64) -> bool {
    let (top, low) = window
        .split_last_mut()
        .expect("one limb more than the divisor");
    let mut carry = 0u64;
    for (w, d) in low.iter_mut().zip(divisor) {
        let t = u128::from(*d) * u128::from(q) + u128::from(carry);
        let (difference, under) = w.overflowing_sub(t as u64);
        *w = difference;
        carry = (t >> 64) as u64 + u64::from(under);
    }
    let under;
    (*top, under) = top.overflowing_sub(carry);
    under
}

#[cold]
fn add_back(window: &mut [u64], divisor: &[u64]) {
    let mut carry = 0u64;
    for (w, d) in window.iter_mut().zip(divisor) {
        let t = u128::from(*w) + u128::from(*d) + u128::from(carry);
        *w = t as u64;
        carry = (t >> 64) as u64;
    }
    if let Some(top) = window.last_mut() {
        *top = top.wrapping_add(carry);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{big, sample};
    use super::super::trim;
    use super::*;
    use num_integer::Integer;

    #[test]
    fn quotients() {
        for (n, m) in [(1, 1), (4, 1), (2, 2), (3, 2), (7, 3), (30, 12), (50, 49)] {
            for seed in 0..200 {
                let (a, b) = (sample(n, seed), sample(m, seed + 7777));
                let (mut q, mut r) = (vec![0; n - m + 1], vec![0; m]);
                div_rem(Some(&mut q), &mut r, &a, &b);
                let (quotient, rest) = big(&a).div_rem(&big(&b));
                assert_eq!((big(&q), big(&r)), (quotient, rest), "{a:x?} / {b:x?}");
                let whole = r.clone();
                r.fill(1);
                div_rem(None, &mut r, &a, &b);
                assert_eq!(trim(&r), trim(&whole));
            }
        }
    }

    #[test]
    fn guesses_that_are_too_large() {
        let a = [0, 0, 0x8000_0000_0000_0000, 0x7fff_ffff_ffff_ffff];
        let b = [1, 0, 0x8000_0000_0000_0000];
        let (mut q, mut r) = ([0; 2], [0; 3]);
        div_rem(Some(&mut q), &mut r, &a, &b);
        assert_eq!((big(&q), big(&r)), big(&a).div_rem(&big(&b)));
    }

    #[test]
    fn single_limbs() {
        for d in [1, 2, 3, 10, 1 << 63, u64::MAX] {
            let a = sample(6, d);
            let mut q = a.clone();
            let r = Divisor::new(d).div_rem_in_place(&mut q);
            assert_eq!((big(&q), r.into()), big(&a).div_rem(&d.into()));
            assert_eq!(Divisor::new(d).rem(&a), r);
            for n in 1..6 {
                let (mut once, mut twice) = (a[..n].to_vec(), a[..n].to_vec());
                let by = Divisor::new(d);
                let rests = (
                    by.div_rem_in_place(&mut once),
                    by.div_rem_in_place(&mut once),
                );
                assert_eq!(by.div_rem_twice_in_place(&mut twice), rests);
                assert_eq!(twice, once);
            }
        }
    }
}
