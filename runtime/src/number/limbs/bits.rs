//! Shifts, and the bitwise operators, which see numbers as two's complements with endless sign bits.

/// `out = a << count` for fewer bits than a limb has, as long as `a`; the bits that are pushed out.
#[inline]
pub fn shl_few(out: &mut [u64], a: &[u64], count: u32) -> u64 {
    if count == 0 {
        out.copy_from_slice(a);
        return 0;
    }
    let mut carry = 0;
    for (o, x) in out.iter_mut().zip(a) {
        *o = x << count | carry;
        carry = x >> (64 - count);
    }
    carry
}

/// `out = a >> count` for fewer bits than a limb has, as long as `a`.
#[inline]
pub fn shr_few(out: &mut [u64], a: &[u64], count: u32) {
    if count == 0 {
        return out.copy_from_slice(a);
    }
    for (i, o) in out.iter_mut().enumerate() {
        let above = a.get(i + 1).map_or(0, |x| x << (64 - count));
        *o = a[i] >> count | above;
    }
}

/// `out = a << count`; `out` has `count / 64 + 1` limbs more.
#[inline]
pub fn shl(out: &mut [u64], a: &[u64], count: u64) {
    let whole = (count / 64) as usize;
    out[..whole].fill(0);
    let end = whole + a.len();
    out[end] = shl_few(&mut out[whole..end], a, (count % 64) as u32);
}

/// `out = a >> count`, rounded towards zero; whether bits that were set got lost. `out` has `count / 64` limbs fewer,
/// of which there are at least as many.
#[inline]
pub fn shr(out: &mut [u64], a: &[u64], count: u64) -> bool {
    let (lost, kept) = a.split_at((count / 64) as usize);
    let few = (count % 64) as u32;
    shr_few(out, kept, few);
    lost.iter().any(|x| *x != 0) || kept.first().is_some_and(|x| x & ((1 << few) - 1) != 0)
}

/// The limbs of a two's complement, from the lowest on; endless.
struct Complement<'a> {
    magnitude: std::slice::Iter<'a, u64>,
    flip: u64,
    carry: bool,
}

impl Complement<'_> {
    #[inline(always)]
    fn next(&mut self) -> u64 {
        let x = self.magnitude.next().copied().unwrap_or(0) ^ self.flip;
        let (x, carry) = x.overflowing_add(u64::from(self.carry));
        self.carry = carry;
        x
    }
}

#[inline(always)]
fn complement(negative: bool, a: &[u64]) -> Complement<'_> {
    Complement {
        magnitude: a.iter(),
        flip: if negative { u64::MAX } else { 0 },
        carry: negative,
    }
}

/// Limbs of `op(a, b)` for operands of these signs and lengths.
#[inline(always)]
pub fn room(
    negative: bool,
    a: (bool, usize),
    b: (bool, usize),
    op: impl Fn(u64, u64) -> u64,
) -> usize {
    let sign = |negative| if negative { u64::MAX } else { 0 };
    if negative {
        return a.1.max(b.1) + 1;
    }
    // Where only the sign bits of one operand are left, those of the other may not matter.
    let beyond_a = op(sign(a.0), 1) == op(sign(a.0), 0);
    let beyond_b = op(1, sign(b.0)) == op(0, sign(b.0));
    match (beyond_a, beyond_b) {
        (true, true) => a.1.min(b.1),
        (true, false) => a.1,
        (false, true) => b.1,
        (false, false) => a.1.max(b.1),
    }
}

/// The magnitude of `op(a, b)`, whose sign the caller has found by the same operation on the signs. `out` has as
/// many limbs as [`room`] says.
#[inline(always)]
pub fn combine(
    out: &mut [u64],
    negative: bool,
    a: (bool, &[u64]),
    b: (bool, &[u64]),
    op: impl Fn(u64, u64) -> u64,
) {
    if !(negative || a.0 || b.0) {
        let n = a.1.len().min(b.1.len());
        for (o, (x, y)) in out.iter_mut().zip(a.1.iter().zip(b.1)) {
            *o = op(*x, *y);
        }
        let longer = if a.1.len() > n { &a.1[n..] } else { &b.1[n..] };
        for (o, x) in out[n..].iter_mut().zip(longer) {
            *o = op(*x, 0);
        }
        return;
    }
    let (mut x, mut y) = (complement(a.0, a.1), complement(b.0, b.1));
    let mut carry = negative;
    let flip = if negative { u64::MAX } else { 0 };
    for o in out {
        let r = op(x.next(), y.next()) ^ flip;
        (*o, carry) = r.overflowing_add(u64::from(carry));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{big, sample};
    use super::*;
    use num_bigint::{BigInt, Sign};

    #[test]
    fn shifts() {
        for count in [0, 1, 63, 64, 65, 128, 200] {
            let a = sample(5, count);
            let mut out = vec![9; 5 + count as usize / 64 + 1];
            shl(&mut out, &a, count);
            assert_eq!(big(&out), big(&a) << count);
            let mut out = vec![9; 5 - count as usize / 64];
            let lost = shr(&mut out, &a, count);
            assert_eq!(big(&out), big(&a) >> count);
            assert_eq!(lost, (big(&out) << count) != big(&a));
        }
    }

    #[test]
    fn bitwise() {
        let signed = |(negative, a): (bool, &[u64])| {
            BigInt::from_biguint(if negative { Sign::Minus } else { Sign::Plus }, big(a))
        };
        for (n, m) in [(1, 1), (1, 4), (4, 1), (3, 3)] {
            for signs in 0..4u8 {
                for seed in 0..50 {
                    let (x, y) = (sample(n, seed), sample(m, seed + 31));
                    let (a, b) = ((signs & 1 != 0, &x[..]), (signs & 2 != 0, &y[..]));
                    let check = |negative, op: fn(u64, u64) -> u64, expected: BigInt| {
                        let mut out = vec![5; room(negative, (a.0, n), (b.0, m), op)];
                        combine(&mut out, negative, a, b, op);
                        assert_eq!(signed((negative, &out)), expected);
                    };
                    check(a.0 & b.0, |x, y| x & y, signed(a) & signed(b));
                    check(a.0 | b.0, |x, y| x | y, signed(a) | signed(b));
                    check(a.0 ^ b.0, |x, y| x ^ y, signed(a) ^ signed(b));
                }
            }
        }
    }
}
