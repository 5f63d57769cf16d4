//! binhex: runs compressed, then six bits a character, and a checksum.

use super::{ERROR, INCOMPLETE, data, new, reverse};
use crate::builtins::{str as bytes, tuple};
use crate::error::PyResult;
use crate::layouts::Str;
use crate::object::Ref;
use crate::value::Value;

const ALPHABET: &[u8; 64] = b"!\"#$%&'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr";
const REVERSE: [u8; 256] = reverse(ALPHABET);
/// Stands before the length of a run; by itself it has the length 0.
const RUN: u8 = 0x90;

pub fn a2b_hqx(v: Value) -> PyResult {
    let w = data(v, "a2b_hqx")?;
    let mut out = Vec::with_capacity(w.len());
    let (mut bits, mut held) = (0_u32, 0);
    let mut done = false;
    for c in w.bytes() {
        match c {
            b'\r' | b'\n' => continue,
            b':' => {
                done = true;
                break;
            }
            _ => {}
        }
        let digit = REVERSE[usize::from(*c)];
        if digit == 255 {
            return Err(ERROR.raise("Illegal char"));
        }
        bits = bits << 6 | u32::from(digit);
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push((bits >> held) as u8);
            bits &= (1 << held) - 1;
        }
    }
    if held != 0 && !done {
        return Err(INCOMPLETE.raise("String has incomplete number of bytes"));
    }
    let text = bytes::try_new(&out)?;
    Ok(tuple::from_slice(&[text.into(), Value::small_int(i64::from(done))]).into())
}

pub fn b2a_hqx(v: Value) -> PyResult {
    let w = data(v, "b2a_hqx")?;
    let mut out = Vec::with_capacity(w.len() / 3 * 4 + 4);
    for group in w.bytes().chunks(3) {
        let byte = |i: usize| u32::from(group.get(i).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        let digit = |shift: u32| ALPHABET[(bits >> shift & 63) as usize];
        let digits = [digit(18), digit(12), digit(6), digit(0)];
        out.extend_from_slice(&digits[..=group.len()]);
    }
    new(&out)
}

pub fn rlecode_hqx(v: Value) -> PyResult {
    let w = data(v, "rlecode_hqx")?;
    let mut out = Vec::with_capacity(w.len());
    let mut rest = w.bytes();
    while let Some((c, after)) = rest.split_first() {
        if *c != RUN && after.first() != Some(c) {
            out.push(*c);
            rest = after;
            continue;
        }
        if *c == RUN {
            out.extend_from_slice(&[RUN, 0]);
            rest = after;
            continue;
        }
        let run = rest.iter().take(255).take_while(|x| *x == c).count();
        if run > 3 {
            out.extend_from_slice(&[*c, RUN, run as u8]);
        } else {
            out.extend(std::iter::repeat_n(*c, run));
        }
        rest = &rest[run..];
    }
    new(&out)
}

pub fn rledecode_hqx(v: Value) -> PyResult {
    let w = data(v, "rledecode_hqx")?;
    let mut out: Vec<u8> = Vec::with_capacity(w.len());
    let mut at = w.bytes().iter();
    while let Some(c) = at.next() {
        if *c != RUN {
            out.push(*c);
            continue;
        }
        match (at.next(), out.last().copied()) {
            (None, _) => return Err(INCOMPLETE.raise("")),
            (Some(0), _) => out.push(RUN),
            (Some(_), None) => return Err(ERROR.raise("Orphaned RLE code at start")),
            (Some(n), Some(last)) => {
                out.extend(std::iter::repeat_n(last, usize::from(*n) - 1));
            }
        }
    }
    new(&out)
}

/// For each byte what it makes of the checksum.
const CRC: [u16; 256] = {
    let mut table = [0; 256];
    let mut b = 0;
    while b < 256 {
        let mut high = (b as u16) << 8;
        let mut bit = 0;
        while bit < 8 {
            high = high << 1 ^ if high & 0x8000 != 0 { 0x1021 } else { 0 };
            bit += 1;
        }
        table[b] = high;
        b += 1;
    }
    table
};

pub fn crc_hqx(v: Ref<Str>, crc: i32) -> PyResult<i64> {
    let crc = (v.as_ref().bytes().iter()).fold(crc as u16, |crc, b| {
        crc << 8 ^ CRC[usize::from((crc >> 8) as u8 ^ *b)]
    });
    Ok(i64::from(crc))
}
