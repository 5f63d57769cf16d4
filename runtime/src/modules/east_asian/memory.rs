//! What codecs without state have said of characters and of pairs of bytes: asked again, they would say the same.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use super::plain::Plain;
use super::{Encoded, Step};

/// Nobody has asked yet.
const UNKNOWN: u32 = 0;
/// What no entry says: the codec is to be asked.
const ASK: u32 = u32::MAX;

/// The entries of a codec.
pub struct Memory {
    codec: Plain,
    /// By character: its bytes as a number.
    codes: OnceLock<Box<[AtomicU32]>>,
    /// By the low seven bits of the first byte, and the second; behind those, the characters of one byte.
    chars: OnceLock<Box<[AtomicU32]>>,
}

fn entries(n: usize) -> Box<[AtomicU32]> {
    std::iter::repeat_with(|| AtomicU32::new(UNKNOWN))
        .take(n)
        .collect()
}

/// The memory of a codec.
pub fn of(codec: Plain) -> &'static Memory {
    static MEMORIES: [OnceLock<Memory>; Plain::COUNT] = [const { OnceLock::new() }; Plain::COUNT];
    MEMORIES[codec.number()].get_or_init(|| Memory {
        codec,
        codes: OnceLock::new(),
        chars: OnceLock::new(),
    })
}

/// For encoding.
#[derive(Clone, Copy)]
pub struct Codes(Plain, &'static [AtomicU32]);

/// For decoding.
#[derive(Clone, Copy)]
pub struct Chars(Plain, &'static [AtomicU32]);

impl Memory {
    pub fn codes(&'static self) -> Codes {
        Codes(self.codec, self.codes.get_or_init(|| entries(0x1_0000)))
    }

    pub fn chars(&'static self) -> Chars {
        Chars(
            self.codec,
            self.chars.get_or_init(|| entries(SINGLES + 0x80)),
        )
    }
}

impl Codes {
    /// The bytes of a character, which are not more than four, as a number; `None` where the codec is to be asked.
    #[inline(always)]
    pub fn get(self, c: u32) -> Option<u32> {
        let entry = self.1.get(c as usize)?;
        match entry.load(Relaxed) {
            ASK => None,
            UNKNOWN => self.ask(c, entry),
            code => Some(code),
        }
    }

    #[cold]
    fn ask(self, c: u32, entry: &AtomicU32) -> Option<u32> {
        let begins = self.0.sequences().iter().any(|s| s.chars[0] == c);
        let code = match self.0.encode(c).filter(|_| !begins) {
            Some(Encoded { bytes, len }) if len <= 4 => bytes[..usize::from(len)]
                .iter()
                .fold(0, |n, b| n << 8 | u32::from(*b)),
            _ => ASK,
        };
        entry.store(code, Relaxed);
        Some(code).filter(|code| !matches!(*code, UNKNOWN | ASK))
    }
}

/// Where the characters of one byte are.
const SINGLES: usize = 0x8000;

impl Chars {
    /// The character that bytes above 0x7f begin with, and how many it has; `None` where the codec is to be asked.
    #[inline(always)]
    pub fn get(self, b: &[u8]) -> Option<(u32, usize)> {
        let [lead, rest @ ..] = b else { return None };
        let lead = lead & 0x7f;
        // A branch, which is foreseen: the next character's place does not wait for what is loaded here.
        let single = &self.1[SINGLES + usize::from(lead)];
        match single.load(Relaxed) {
            ASK => {
                let trail = *rest.first()?;
                let pair = self.1.get(usize::from(lead) << 8 | usize::from(trail))?;
                match pair.load(Relaxed) {
                    ASK => None,
                    UNKNOWN => self.ask(&[lead | 0x80, trail], pair),
                    c => Some((c, 2)),
                }
            }
            // The codec is asked this time; it answers the next time.
            UNKNOWN => {
                self.ask(&[lead | 0x80], single);
                None
            }
            c => Some((c, 1)),
        }
    }

    #[cold]
    fn ask(self, b: &[u8], entry: &AtomicU32) -> Option<(u32, usize)> {
        let said = match self.0.decode(b) {
            Step::Char(c, n) if n == b.len() && c != UNKNOWN => Some((c, n)),
            _ => None,
        };
        entry.store(said.map_or(ASK, |(c, _)| c), Relaxed);
        said
    }
}
