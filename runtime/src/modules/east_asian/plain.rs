//! Codecs without state: bytes below 0x80 are ASCII, others begin a character.

use encoding_rs::GB18030;

use super::pairs::{Set, pairs, standard};
use super::{Encoded, Step};

/// A codec.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Plain {
    Cp932,
    ShiftJis,
    EucJp,
    EucKr,
    Cp949,
    Gb2312,
    Gbk,
    Gb18030,
    Big5,
    Cp950,
}

/// Half-width katakana are single bytes, from 0xa1 on.
const KANA: u32 = 0xff61 - 0xa1;

impl Plain {
    fn set(self) -> Set {
        match self {
            Plain::Cp932 => Set::Cp932,
            Plain::ShiftJis | Plain::EucJp => Set::Jis0208,
            Plain::EucKr => Set::Ksx1001,
            Plain::Cp949 => Set::Cp949,
            Plain::Gb2312 => Set::Gb2312,
            Plain::Gbk => Set::Gbk,
            Plain::Gb18030 => Set::Gb18030,
            Plain::Big5 => Set::Big5,
            Plain::Cp950 => Set::Cp950,
        }
    }

    /// What some bytes, of which there is one, begin with.
    pub fn decode(self, b: &[u8]) -> Step {
        let lead = b[0];
        if lead < 0x80 {
            return Step::Char(u32::from(lead), 1);
        }
        match (self, lead) {
            (Plain::Cp932, 0x80) => return Step::Char(0x80, 1),
            (Plain::Cp932, 0xa0) => return Step::Char(0xf8f0, 1),
            (Plain::Cp932, 0xfd..) => return Step::Char(u32::from(lead) - 0xfd + 0xf8f1, 1),
            (Plain::Cp932 | Plain::ShiftJis, 0xa1..=0xdf) => {
                return Step::Char(u32::from(lead) + KANA, 1);
            }
            // No character begins so: that needs no second byte.
            (Plain::ShiftJis, 0x80 | 0xa0 | 0xeb..) => return Step::Wrong(2),
            _ => {}
        }
        let Some(&trail) = b.get(1) else {
            return Step::More;
        };
        match (self, lead, trail) {
            (Plain::EucJp, 0x8e, 0xa1..=0xdf) => Step::Char(u32::from(trail) + KANA, 2),
            (Plain::EucJp, 0x8f, _) => match b.get(2) {
                None => Step::More,
                Some(third) => step(pairs(Set::Jis0212).char(trail, *third), 3),
            },
            (Plain::EucKr, 0xa4, 0xd4) => made_up(b),
            (Plain::Gb18030, _, b'0'..=b'9') => match b.get(..4) {
                None => Step::More,
                Some(four) => step(four_bytes(four), 4),
            },
            (Plain::ShiftJis, ..) => step(from_shifted(lead, trail), 2),
            _ => step(pairs(self.set()).char(lead, trail), 2),
        }
    }

    /// The bytes of a character.
    pub fn encode(self, c: u32) -> Option<Encoded> {
        if c < 0x80 {
            return Some(Encoded::one(c as u8));
        }
        match (self, c) {
            (Plain::Cp932, 0x80) => return Some(Encoded::one(0x80)),
            (Plain::Cp932, 0xf8f0) => return Some(Encoded::one(0xa0)),
            (Plain::Cp932, 0xf8f1..=0xf8f3) => {
                return Some(Encoded::one((c - 0xf8f1 + 0xfd) as u8));
            }
            (Plain::Cp932 | Plain::ShiftJis, 0xff61..=0xff9f) => {
                return Some(Encoded::one((c - KANA) as u8));
            }
            (Plain::EucJp, 0xff61..=0xff9f) => {
                return Some(Encoded::new(&[0x8e, (c - KANA) as u8]));
            }
            (Plain::ShiftJis | Plain::EucJp, 0xa5) => return Some(Encoded::one(b'\\')),
            (Plain::ShiftJis | Plain::EucJp, 0x203e) => return Some(Encoded::one(b'~')),
            _ => {}
        }
        let pair = pairs(self.set()).code(c);
        match (self, pair) {
            (Plain::ShiftJis, Some(p)) => Some(Encoded::new(&shifted(p))),
            (_, Some(p)) => Some(Encoded::new(&p)),
            (Plain::EucJp, None) => {
                let [a, b] = pairs(Set::Jis0212).code(c)?;
                Some(Encoded::new(&[0x8f, a, b]))
            }
            (Plain::EucKr, None) => make_up(c),
            (Plain::Gb18030, None) => in_four_bytes(c),
            _ => None,
        }
    }
}

fn step(c: Option<u32>, len: usize) -> Step {
    match c {
        Some(c) => Step::Char(c, len),
        None => Step::Wrong(len),
    }
}

/// Shift JIS has two rows of JIS X 0208 for a first byte.
fn from_shifted(lead: u8, trail: u8) -> Option<u32> {
    let row = match lead {
        0x81..=0x9f => lead - 0x81,
        0xe0..=0xea => lead - 0xc1,
        _ => return None,
    };
    let cell = match trail {
        0x40..=0x7e => trail - 0x40,
        0x80..=0xfc => trail - 0x41,
        _ => return None,
    };
    let (row, cell) = (row * 2 + cell / 94, cell % 94);
    pairs(Set::Jis0208).char(0xa1 + row, 0xa1 + cell)
}

fn shifted([a, b]: [u8; 2]) -> [u8; 2] {
    let (row, cell) = (a - 0xa1, b - 0xa1 + (a - 0xa1) % 2 * 94);
    let lead = row / 2 + if row / 2 < 0x1f { 0x81 } else { 0xc1 };
    let trail = cell + if cell < 0x3f { 0x40 } else { 0x41 };
    [lead, trail]
}

/// KS X 1001 writes a syllable that it does not have as a filler and three letters, of which the last may be the
/// filler. The letters are numbered as those at U+3131.
const FILLER: [u8; 2] = [0xa4, 0xd4];
const FIRST: u8 = 0xa1;
const INITIALS: [u8; 19] = [
    0, 1, 3, 6, 7, 8, 16, 17, 18, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
];
const VOWELS: u8 = 30;
const FINALS: [u8; 27] = [
    0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19, 20, 21, 22, 23, 25, 26, 27, 28,
    29,
];
const SYLLABLES: u32 = 0xac00;

fn made_up(b: &[u8]) -> Step {
    let Some(b) = b.get(..8) else {
        return Step::More;
    };
    let letter = |i: usize| b[i + 1].checked_sub(FIRST).filter(|_| b[i] == FILLER[0]);
    let syllable = || {
        let index = |table: &[u8], n: u8| table.iter().position(|l| *l == n).map(|i| i as u32);
        let initial = index(&INITIALS, letter(2)?)?;
        let vowel = letter(4)?.checked_sub(VOWELS).filter(|v| *v < 21)?;
        let last = match b[6..8] == FILLER {
            true => 0,
            false => index(&FINALS, letter(6)?)? + 1,
        };
        Some(SYLLABLES + (initial * 21 + u32::from(vowel)) * 28 + last)
    };
    step(syllable(), 8)
}

fn make_up(c: u32) -> Option<Encoded> {
    let n = c.checked_sub(SYLLABLES).filter(|n| *n < 11172)?;
    let initial = INITIALS[(n / 588) as usize] + FIRST;
    let vowel = (n / 28 % 21) as u8 + VOWELS + FIRST;
    let last = match n % 28 {
        0 => FILLER[1],
        n => FINALS[n as usize - 1] + FIRST,
    };
    let a4 = FILLER[0];
    Some(Encoded::new(&[
        a4, FILLER[1], a4, initial, a4, vowel, a4, last,
    ]))
}

/// GB 18030 and its later editions have these two in each other's place.
fn exchanged(c: u32) -> u32 {
    match c {
        0xe7c7 => 0x1e3f,
        0x1e3f => 0xe7c7,
        c => c,
    }
}

fn four_bytes(b: &[u8]) -> Option<u32> {
    standard(GB18030, b).map(exchanged)
}

fn in_four_bytes(c: u32) -> Option<Encoded> {
    // These have two bytes in later editions. All sequences of four bytes are numbered.
    let number = match c {
        0x9fb4..=0x9fbb => Some(c - 0x9fb4 + 19057),
        0xfe10..=0xfe19 => Some(c - 0xfe10 + 39076),
        _ => None,
    };
    if let Some(n) = number {
        let digit = |n: u32, of: u32, from: u8| (n % of) as u8 + from;
        return Some(Encoded::new(&[
            digit(n / 12600, 126, 0x81),
            digit(n / 1260, 10, b'0'),
            digit(n / 10, 126, 0x81),
            digit(n, 10, b'0'),
        ]));
    }
    let c = char::from_u32(exchanged(c))?;
    let mut room = [0; 4];
    let (bytes, _, wrong) = GB18030.encode(c.encode_utf8(&mut room));
    (!wrong && bytes.len() == 4).then(|| Encoded::new(&bytes))
}
