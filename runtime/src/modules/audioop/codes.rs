//! Compressed forms of samples: u-law and a-law (ITU-T G.711), and the ADPCM of the Interactive Multimedia
//! Association.

use super::{Samples, Width, build};
use crate::builtins::{str as bytes, tuple};
use crate::convert;
use crate::error::{PyResult, type_error, value_error};
use crate::layouts::{Str, Tuple};
use crate::object::Ref;
use crate::value::Value;

/// Both laws write a sign, three bits that say in which of eight segments the number is, each twice as long as
/// the one before, and four bits that say where in it. Both then flip some bits.
mod law {
    /// u-law is of numbers of 14 bits, moved so that all segments begin at a power of two.
    const MOVED: i32 = 33;

    /// The segment of a number whose highest bit in the first segment is at `first`.
    fn segment(n: i32, first: u32) -> u32 {
        (32 - n.leading_zeros()).saturating_sub(first)
    }

    pub fn to_u(n: i32) -> u8 {
        let mask = if n < 0 { 0x7f } else { 0xff };
        let n = n.abs().min(8159) + MOVED;
        let segment = segment(n, 6);
        let code = match segment {
            8.. => 0x7f,
            s => s << 4 | (n as u32 >> (s + 1) & 0xf),
        };
        code as u8 ^ mask
    }

    /// The number, of 16 bits.
    pub fn from_u(code: u8) -> i32 {
        let code = !code;
        let n = ((i32::from(code & 0xf) << 3) + 4 * MOVED) << (code >> 4 & 7);
        let n = n - 4 * MOVED;
        if code & 0x80 != 0 { -n } else { n }
    }

    /// a-law is of numbers of 13 bits, and its first two segments have the same length.
    pub fn to_a(n: i32) -> u8 {
        let (mask, n) = if n < 0 { (0x55, !n) } else { (0xd5, n) };
        let code = match segment(n, 5) {
            8.. => 0x7f,
            s => s << 4 | (n as u32 >> s.max(1) & 0xf),
        };
        code as u8 ^ mask
    }

    /// The number, of 16 bits.
    pub fn from_a(code: u8) -> i32 {
        let code = code ^ 0x55;
        let in_segment = i32::from(code & 0xf) << 4;
        let n = match code >> 4 & 7 {
            0 => in_segment + 8,
            s => (in_segment + 0x108) << (s - 1),
        };
        if code & 0x80 != 0 { n } else { -n }
    }
}

/// One byte a sample of so many bits.
fn encode(fragment: Ref<Str>, width: i32, bits: u32, f: fn(i32) -> u8) -> PyResult {
    let s = Samples::new(&fragment, width)?;
    let codes = s.full().map(|n| i32::from(f(n >> (32 - bits))));
    build(Width(1), s.len(), codes)
}

/// One sample a byte.
fn decode(fragment: Ref<Str>, width: i32, f: fn(u8) -> i32) -> PyResult {
    let width = Width::new(width)?;
    let codes = fragment.as_ref().bytes();
    let samples = codes.iter().map(|c| (f(*c) << 16) >> width.shift());
    build(width, codes.len(), samples)
}

/// `lin2ulaw(fragment, width)`
pub fn lin2ulaw(fragment: Ref<Str>, width: i32) -> PyResult {
    encode(fragment, width, 14, law::to_u)
}

/// `ulaw2lin(fragment, width)`
pub fn ulaw2lin(fragment: Ref<Str>, width: i32) -> PyResult {
    decode(fragment, width, law::from_u)
}

/// `lin2alaw(fragment, width)`
pub fn lin2alaw(fragment: Ref<Str>, width: i32) -> PyResult {
    encode(fragment, width, 13, law::to_a)
}

/// `alaw2lin(fragment, width)`
pub fn alaw2lin(fragment: Ref<Str>, width: i32) -> PyResult {
    decode(fragment, width, law::from_a)
}

/// The steps between what ADPCM can tell apart, from fine to coarse: each about a tenth more than the one before.
const STEPS: [i32; 89] = [
    7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66,
    73, 80, 88, 97, 107, 118, 130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449,
    494, 544, 598, 658, 724, 796, 876, 963, 1060, 1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272,
    2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484, 7132, 7845, 8630, 9493,
    10442, 11487, 12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767,
];

/// How the step changes after a code with this size.
const CHANGES: [i32; 8] = [-1, -1, -1, -1, 2, 4, 6, 8];

/// What ADPCM remembers: the last number of 16 bits, and which step it is at.
struct Adpcm {
    last: i32,
    step: i32,
}

impl Adpcm {
    fn new(state: Value) -> PyResult<Adpcm> {
        if state.is_none() {
            return Ok(Adpcm { last: 0, step: 0 });
        }
        let Some(state) = state.cast::<Tuple>() else {
            return Err(type_error("state must be a tuple or None"));
        };
        let [last, step] = *state.as_ref().items() else {
            return Err(raise_fmt!(
                type_error,
                "function takes exactly 2 arguments ({} given)",
                state.as_ref().len()
            ));
        };
        let last = convert::i32(last)? as i32;
        let step = convert::i32(step)? as i32;
        if i16::try_from(last).is_err() || STEPS.get(step as usize).is_none() {
            return Err(value_error("bad state"));
        }
        Ok(Adpcm { last, step })
    }

    fn with(&self, result: Value) -> Value {
        let state = [self.last, self.step].map(|n| Value::int(i64::from(n)));
        tuple::from_slice(&[result, tuple::from_slice(&state).into()]).into()
    }

    fn step(&self) -> i32 {
        STEPS[self.step as usize]
    }

    /// Goes on to the number that a code of four bits stands for: a sign, and how many steps, halves and
    /// quarters of steps it is away.
    fn follow(&mut self, code: u8) -> i32 {
        let step = self.step();
        let mut away = step >> 3;
        for (bit, part) in [(4, step), (2, step >> 1), (1, step >> 2)] {
            if code & bit != 0 {
                away += part;
            }
        }
        let next = if code & 8 != 0 {
            self.last - away
        } else {
            self.last + away
        };
        self.last = next.clamp(i32::from(i16::MIN), i32::from(i16::MAX));
        let change = CHANGES[usize::from(code & 7)];
        self.step = (self.step + change).clamp(0, STEPS.len() as i32 - 1);
        self.last
    }

    /// The code that comes nearest to a number from below.
    fn code(&mut self, n: i32) -> u8 {
        let mut code = if n < self.last { 8 } else { 0 };
        let mut left = (n - self.last).abs();
        let step = self.step();
        for (bit, part) in [(4, step), (2, step >> 1), (1, step >> 2)] {
            if left >= part {
                code |= bit;
                left -= part;
            }
        }
        self.follow(code);
        code
    }
}

/// `lin2adpcm(fragment, width, state)`: a last sample without another to share its byte is coded, but not written.
pub fn lin2adpcm(fragment: Ref<Str>, width: i32, state: Value) -> PyResult {
    let s = Samples::new(&fragment, width)?;
    let mut coder = Adpcm::new(state)?;
    let out = bytes::try_build(s.len() / 2, |out| {
        let mut places = out.iter_mut();
        let mut high = None;
        for n in s.full() {
            let code = coder.code(n >> 16);
            match high.take() {
                None => high = Some(code << 4),
                Some(high) => {
                    if let Some(to) = places.next() {
                        *to = high | code;
                    }
                }
            }
        }
    })?;
    Ok(coder.with(out.into()))
}

/// `adpcm2lin(fragment, width, state)`
pub fn adpcm2lin(fragment: Ref<Str>, width: i32, state: Value) -> PyResult {
    let width = Width::new(width)?;
    let mut coder = Adpcm::new(state)?;
    let codes = fragment.as_ref().bytes();
    let samples = codes
        .iter()
        .flat_map(|b| [b >> 4, b & 0xf])
        .map(|code| (coder.follow(code) << 16) >> width.shift());
    let out = build(width, codes.len() * 2, samples)?;
    Ok(coder.with(out))
}
