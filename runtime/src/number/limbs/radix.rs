//! Numbers as text, and text as numbers.
//!
//! Decimal digits come nineteen at a time from dividing by 10^19. Numbers of many limbs are first split by powers
//! of it: a division of long numbers costs a third of the divisions by a limb that it saves.

use super::div::Divisor;
use super::{mul, trim};

/// The largest power of `radix` that is a limb, and its exponent.
const fn chunk(radix: u64) -> (u64, usize) {
    let (mut power, mut digits) = (radix, 1);
    while let Some(next) = power.checked_mul(radix) {
        power = next;
        digits += 1;
    }
    (power, digits)
}

const TEN: (u64, usize) = chunk(10);
const BY_TEN: Divisor = Divisor::new(TEN.0);

/// Numbers of fewer limbs are not split.
const SPLIT: usize = 24;

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// Appends the digits of `a` (without leading zeros) in a base from 2 to 36.
pub fn write(out: &mut Vec<u8>, a: &[u64], radix: u32) {
    match a {
        [] => out.push(b'0'),
        _ if radix.is_power_of_two() => write_bits(out, a, radix.ilog2()),
        _ if radix == 10 => write_decimal(out, a),
        _ => {
            let (power, digits) = chunk(radix.into());
            write_chunks(
                out,
                &mut a.to_vec(),
                0,
                radix.into(),
                digits,
                Divisor::new(power),
            );
        }
    }
}

fn write_bits(out: &mut Vec<u8>, a: &[u64], bits: u32) {
    let start = out.len();
    let count = super::bit_length(a).div_ceil(bits.into()) as usize;
    out.resize(start + count, b'0');
    let mask = (1u64 << bits) - 1;
    if bits == 4 {
        for (text, limb) in out[start..].rchunks_mut(16).zip(a) {
            let mut rest = *limb;
            for digit in text.iter_mut().rev() {
                *digit = DIGITS[(rest & 15) as usize];
                rest >>= 4;
            }
        }
        return;
    }
    let (mut hold, mut have) = (0u128, 0);
    let mut limbs = a.iter();
    for digit in out[start..].iter_mut().rev() {
        if have < bits {
            hold |= u128::from(limbs.next().copied().unwrap_or(0)) << have;
            have += 64;
        }
        *digit = DIGITS[(hold as u64 & mask) as usize];
        hold >>= bits;
        have -= bits;
    }
}

/// Appends the digits of `a`, which is used up, with zeros in front up to `width`.
fn write_chunks(
    out: &mut Vec<u8>,
    a: &mut [u64],
    width: usize,
    radix: u64,
    digits: usize,
    power: Divisor,
) {
    let start = out.len();
    let room = width.max((a.len() * 64).div_ceil(radix.ilog2() as usize) + digits);
    out.resize(start + room, b'0');
    let text = &mut out[start..];
    let mut at = room;
    let mut rest = a;
    loop {
        while let [low @ .., 0] = rest {
            rest = low;
        }
        if rest.is_empty() {
            break;
        }
        let mut low = power.div_rem_in_place(rest);
        for digit in text[at - digits..at].iter_mut().rev() {
            *digit = DIGITS[(low % radix) as usize];
            low /= radix;
        }
        at -= digits;
    }
    finish(out, start, at, width);
}

/// Moves the digits, which begin at `at` behind `start`, there, without leading zeros but those up to `width`.
fn finish(out: &mut Vec<u8>, start: usize, at: usize, width: usize) {
    let text = &mut out[start..];
    let zeros = text[at..].iter().take_while(|d| **d == b'0').count();
    let length = (text.len() - at - zeros).max(width);
    text.copy_within(text.len() - length.., 0);
    out.truncate(start + length);
}

/// Writes the decimal digits of `a`, which is used up, at the end of `text`; where they begin, leading zeros included.
/// There are [`decimal_room`] bytes or more.
fn decimal_chunks(text: &mut [u8], a: &mut [u64]) -> usize {
    let mut at = text.len();
    let mut rest = a;
    loop {
        while let [low @ .., 0] = rest {
            rest = low;
        }
        let mut write = |chunk: u64| {
            decimal_chunk(&mut text[at - TEN.1..at], chunk);
            at -= TEN.1;
        };
        match rest {
            [] => return at,
            [last] if *last < TEN.0 => write(std::mem::take(last)),
            [_] => write(BY_TEN.div_rem_in_place(rest)),
            // Two limbs have two chunks at least.
            _ => {
                let (low, high) = BY_TEN.div_rem_twice_in_place(rest);
                write(low);
                write(high);
            }
        }
    }
}

/// Bytes that the decimal digits of so many limbs take at most, in whole chunks.
const fn decimal_room(limbs: usize) -> usize {
    limbs * 20 + 20
}

/// Calls `f` with the decimal digits of a number of few limbs, in whose front there are `before` bytes to use;
/// nothing for longer numbers.
pub fn with_decimal<R>(a: &[u64], before: usize, f: impl FnOnce(&mut [u8]) -> R) -> Option<R> {
    let mut room = [0; FEW];
    let rest = room.get_mut(..a.len())?;
    rest.copy_from_slice(a);
    let mut text = [b'0'; decimal_room(FEW) + 8];
    let at = decimal_chunks(&mut text, rest);
    let zeros = text[at..].iter().take_while(|d| **d == b'0').count();
    // Of zero one digit is left.
    let first = (at + zeros).min(text.len() - 1);
    Some(f(&mut text[first - before..]))
}

/// Numbers of up to so many limbs are written on the stack.
const FEW: usize = 8;

/// `chunk` in decimal, with zeros in front.
#[inline]
fn decimal_chunk(text: &mut [u8], chunk: u64) {
    let mut rest = chunk;
    for pair in text.rchunks_mut(2) {
        let two = (rest % 100) as u8;
        rest /= 100;
        match pair {
            [tens, ones] => (*tens, *ones) = (b'0' + two / 10, b'0' + two % 10),
            [one] => *one = b'0' + two,
            _ => {}
        }
    }
}

/// Appends `a` of less than [`SPLIT`] limbs in decimal, with zeros in front up to `width`.
fn write_few(out: &mut Vec<u8>, rest: &mut [u64], a: &[u64], width: usize) {
    rest.copy_from_slice(a);
    let start = out.len();
    out.resize(start + width.max(decimal_room(a.len())), b'0');
    let at = decimal_chunks(&mut out[start..], rest);
    finish(out, start, at, width);
}

fn write_decimal(out: &mut Vec<u8>, a: &[u64]) {
    if a.len() < SPLIT {
        return write_few(out, &mut [0; SPLIT][..a.len()], a, 0);
    }
    // 10^19, and its squares up to half of the number's length.
    let mut powers = vec![vec![TEN.0]];
    while let Some(last) = powers.last()
        && last.len() * 2 <= a.len().div_ceil(2) + 1
    {
        powers.push(mul::pow(last, 2));
    }
    write_split(out, a.to_vec(), 0, &powers);
}

/// Appends `a` in decimal, with zeros in front up to `width`.
fn write_split(out: &mut Vec<u8>, mut a: Vec<u64>, width: usize, powers: &[Vec<u64>]) {
    a.truncate(trim(&a).len());
    let powers = match powers.iter().rposition(|p| p.len() * 2 <= a.len() + 1) {
        Some(i) if a.len() >= SPLIT => &powers[..=i],
        _ => return write_few(out, &mut [0; SPLIT][..a.len()], &a, width),
    };
    let Some(power) = powers.last() else { return };
    let (mut high, mut low) = (vec![0; a.len() - power.len() + 1], vec![0; power.len()]);
    super::div::div_rem(Some(&mut high), &mut low, &a, power);
    let low_width = TEN.1 << (powers.len() - 1);
    write_split(out, high, width.saturating_sub(low_width), powers);
    write_split(out, low, low_width, powers);
}

/// The values of ASCII digits and letters of either case.
static VALUES: [u8; 256] = {
    let mut table = [0; 256];
    let mut i = 0;
    while i < DIGITS.len() {
        table[DIGITS[i] as usize] = i as u8;
        table[DIGITS[i].to_ascii_uppercase() as usize] = i as u8;
        i += 1;
    }
    table
};

/// The number that ASCII digits below `radix` say, without leading zeros.
pub fn parse(text: &[u8], radix: u32) -> Vec<u64> {
    let value = |d: &u8| u64::from(VALUES[usize::from(*d)]);
    let mut out;
    if radix.is_power_of_two() {
        let bits = radix.ilog2();
        out = Vec::with_capacity((text.len() * bits as usize).div_ceil(64));
        if 64 % bits == 0 {
            let limb = |t: &[u8]| t.iter().fold(0, |n, d| n << bits | value(d));
            out.extend(text.rchunks((64 / bits) as usize).map(limb));
            out.truncate(trim(&out).len());
            return out;
        }
        let (mut hold, mut have) = (0u128, 0);
        for d in text.iter().rev() {
            hold |= u128::from(value(d)) << have;
            have += bits;
            if have >= 64 {
                out.push(hold as u64);
                hold >>= 64;
                have -= 64;
            }
        }
        out.push(hold as u64);
    } else {
        let (power, digits) = if radix == 10 {
            TEN
        } else {
            chunk(radix.into())
        };
        out = Vec::with_capacity(text.len() / digits + 2);
        let (first, chunks) = text.split_at(text.len() % digits);
        let number = |t: &[u8]| t.iter().fold(0, |n, d| n * u64::from(radix) + value(d));
        out.push(number(first));
        for t in chunks.chunks_exact(digits) {
            let carry = mul::mul_limb_in_place(&mut out, power, number(t));
            if carry != 0 {
                out.push(carry);
            }
        }
    }
    out.truncate(trim(&out).len());
    out
}

#[cfg(test)]
mod tests {
    use super::super::tests::{big, sample};
    use super::*;

    #[test]
    fn there_and_back() {
        for radix in [2, 3, 7, 8, 10, 16, 32, 36] {
            for n in [0, 1, 2, 3, 23, 24, 25, 60, 131] {
                for seed in 0..4 {
                    let a = sample(n, seed);
                    let mut text = Vec::new();
                    write(&mut text, &a, radix);
                    assert_eq!(String::from_utf8_lossy(&text), big(&a).to_str_radix(radix));
                    text.insert(0, b'0');
                    assert_eq!(parse(&text, radix), a, "{radix} {n}");
                }
            }
        }
    }

    #[test]
    fn powers_of_ten() {
        for n in [1, 18, 19, 20, 38, 456, 457, 912, 3000] {
            let text = format!("1{}", "0".repeat(n));
            let mut out = Vec::new();
            write(&mut out, &parse(text.as_bytes(), 10), 10);
            assert_eq!(out, text.as_bytes());
        }
    }
}
