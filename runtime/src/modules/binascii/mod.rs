//! The module `binascii` (rows: spec/modules/binascii.toml). Here are base64, uuencode, hexadecimal and the
//! checksums; [`hqx`] has binhex and [`qp`] quoted-printable.

use crate::builtins::{module, str as bytes};
use crate::codec::hex;
use crate::error::{PyResult, type_error};
use crate::layouts::Module;
use crate::modules::native_error::NativeError;
use crate::number::{self, Num};
use crate::types;
use crate::value::Value;
use crate::window::{self, Window};

mod hqx;
mod qp;

pub use hqx::*;
pub use qp::*;

static ERROR: NativeError = NativeError::new();
static INCOMPLETE: NativeError = NativeError::new();

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    let base = types::EXCEPTION.get();
    for (class, name) in [(&ERROR, "Error"), (&INCOMPLETE, "Incomplete")] {
        let class = class.create("binascii", name, base)?;
        d.set_str(bytes::intern(name.as_bytes()), class);
    }
    Ok(())
}

fn data(v: Value, function: &str) -> PyResult<Window> {
    window::argument(v, function, 1)
}

fn new(out: &[u8]) -> PyResult {
    Ok(bytes::try_new(out)?.into())
}

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// For each byte the number that it stands for in an alphabet, or 255.
const fn reverse(alphabet: &[u8; 64]) -> [u8; 256] {
    let mut table = [255; 256];
    let mut i = 0;
    while i < 64 {
        table[alphabet[i] as usize] = i as u8;
        i += 1;
    }
    table
}

const FROM_BASE64: [u8; 256] = reverse(BASE64);

/// What is no digit is skipped. Padding counts only behind two digits of a group of four, and once it is
/// complete it ends the group, not the text.
pub fn a2b_base64(v: Value) -> PyResult {
    let w = data(v, "a2b_base64")?;
    let text = w.bytes();
    let mut out = Vec::with_capacity(text.len() / 4 * 3 + 3);
    let (mut bits, mut held, mut place) = (0_u32, 0, 0);
    let mut i = 0;
    while i < text.len() {
        // Groups of four digits.
        while held == 0
            && let Some(group) = text.get(i..i + 4)
        {
            let [a, b, c, d] = [0, 1, 2, 3].map(|k| FROM_BASE64[usize::from(group[k])]);
            if a | b | c | d == 255 {
                break;
            }
            out.extend_from_slice(&[a << 2 | b >> 4, b << 4 | c >> 2, c << 6 | d]);
            i += 4;
        }
        let Some(c) = text.get(i).copied() else {
            break;
        };
        i += 1;
        if c == b'=' {
            // Is it that, or is one more padding still to come?
            if place >= 2 && (place == 3 || next_digit(&text[i..]).is_some_and(|c| c == b'=')) {
                held = 0;
                break;
            }
            continue;
        }
        let digit = FROM_BASE64[usize::from(c)];
        if digit == 255 {
            continue;
        }
        place = (place + 1) & 3;
        bits = bits << 6 | u32::from(digit);
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push((bits >> held) as u8);
            bits &= (1 << held) - 1;
        }
    }
    if held != 0 {
        return Err(ERROR.raise("Incorrect padding"));
    }
    new(&out)
}

/// The next byte that means something in base64.
fn next_digit(text: &[u8]) -> Option<u8> {
    text.iter()
        .copied()
        .find(|c| *c == b'=' || FROM_BASE64[usize::from(*c)] != 255)
}

pub fn b2a_base64(v: Value) -> PyResult {
    let w = data(v, "b2a_base64")?;
    let text = w.bytes();
    let s = bytes::try_build(text.len().div_ceil(3) * 4 + 1, |out| {
        let mut groups = text.chunks_exact(3);
        let mut room = out.chunks_exact_mut(4);
        for (group, to) in (&mut groups).zip(&mut room) {
            let bits = u32::from(group[0]) << 16 | u32::from(group[1]) << 8 | u32::from(group[2]);
            let digit = |shift: u32| BASE64[(bits >> shift & 63) as usize];
            to.copy_from_slice(&[digit(18), digit(12), digit(6), digit(0)]);
        }
        let group = groups.remainder();
        if !group.is_empty()
            && let Some(to) = room.next()
        {
            let byte = |i: usize| u32::from(group.get(i).copied().unwrap_or(0));
            let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
            for (i, (to, shift)) in to.iter_mut().zip([18, 12, 6, 0]).enumerate() {
                *to = if i <= group.len() {
                    BASE64[(bits >> shift & 63) as usize]
                } else {
                    b'='
                };
            }
        }
        if let Some(end) = out.last_mut() {
            *end = b'\n';
        }
    })?;
    Ok(s.into())
}

pub fn b2a_hex(v: Value) -> PyResult {
    hex_digits(data(v, "b2a_hex")?.bytes())
}

/// The two digits of each byte.
pub fn hex_digits(text: &[u8]) -> PyResult {
    if text.is_empty() {
        return Ok(bytes::empty().into());
    }
    Ok(hex::encode_bytes(text)?.into())
}

pub fn a2b_hex(v: Value) -> PyResult {
    let w = data(v, "a2b_hex")?;
    let text = w.bytes();
    if !text.len().is_multiple_of(2) {
        return Err(type_error("Odd-length string"));
    }
    if text.is_empty() {
        return Ok(bytes::empty().into());
    }
    match hex::decode_bytes(text)? {
        Some(s) => Ok(s.into()),
        None => Err(type_error("Non-hexadecimal digit found")),
    }
}

/// The first character says how many bytes there are; missing ones are 0.
pub fn a2b_uu(v: Value) -> PyResult {
    let w = data(v, "a2b_uu")?;
    let text = w.bytes();
    let (first, mut rest) = match text.split_first() {
        Some((c, rest)) => (*c, rest),
        None => (0, text),
    };
    let n = usize::from(first.wrapping_sub(b' ') & 63);
    let mut out = Vec::with_capacity(n);
    let (mut bits, mut held) = (0_u32, 0);
    while out.len() < n {
        let digit = match rest.split_first() {
            None => 0,
            Some((b'\n' | b'\r', after)) => {
                rest = after;
                0
            }
            Some((c, after)) => {
                // A grave stands for a blank, which gets lost in mails.
                if !(b' '..=b' ' + 64).contains(c) {
                    return Err(ERROR.raise("Illegal char"));
                }
                rest = after;
                u32::from((c - b' ') & 63)
            }
        };
        bits = bits << 6 | digit;
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push((bits >> held) as u8);
            bits &= (1 << held) - 1;
        }
    }
    if rest
        .iter()
        .any(|c| !matches!(c, b' ' | b'`' | b'\n' | b'\r'))
    {
        return Err(ERROR.raise("Trailing garbage"));
    }
    new(&out)
}

pub fn b2a_uu(v: Value) -> PyResult {
    let w = data(v, "b2a_uu")?;
    let input = w.bytes();
    if input.len() > 45 {
        return Err(ERROR.raise("At most 45 bytes at once"));
    }
    let mut out = vec![b' ' + input.len() as u8];
    for group in input.chunks(3) {
        let byte = |i: usize| u32::from(group.get(i).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for shift in [18, 12, 6, 0] {
            out.push(b' ' + (bits >> shift & 63) as u8);
        }
    }
    out.push(b'\n');
    new(&out)
}

/// The low 32 bits of an integer argument.
fn low_bits(v: Value) -> PyResult<u32> {
    match Num::of(v) {
        Some(Num::Long(n)) => Ok(n.low_u64() as u32),
        _ => Ok(number::int_from_value(v)? as u32),
    }
}

pub fn crc32(v: Value, crc: Option<Value>) -> PyResult<i64> {
    let w = data(v, "crc32")?;
    let start = match crc {
        Some(c) => low_bits(c)?,
        None => 0,
    };
    Ok(i64::from(
        super::zlib::stream::crc32(start, w.bytes()) as i32
    ))
}
