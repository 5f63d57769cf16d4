//! Codecs without state: bytes below 0x80 are ASCII, others begin a character.

use encoding_rs::GB18030;

use super::jisx0213::{self, Cell, Edition};
use super::pairs::{Set, pairs, standard};
use super::{Encoded, Sequence, Step};

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
    Big5Hkscs,
    Johab,
    EucJis(Edition),
    ShiftJisx0213(Edition),
}

/// Half-width katakana are single bytes, from 0xa1 on.
const KANA: u32 = 0xff61 - 0xa1;

impl Plain {
    pub const COUNT: usize = 16;

    /// Below the count.
    pub fn number(self) -> usize {
        match self {
            Plain::Cp932 => 0,
            Plain::ShiftJis => 1,
            Plain::EucJp => 2,
            Plain::EucKr => 3,
            Plain::Cp949 => 4,
            Plain::Gb2312 => 5,
            Plain::Gbk => 6,
            Plain::Gb18030 => 7,
            Plain::Big5 => 8,
            Plain::Cp950 => 9,
            Plain::Big5Hkscs => 10,
            Plain::Johab => 11,
            Plain::EucJis(Edition::First) => 12,
            Plain::EucJis(Edition::Second) => 13,
            Plain::ShiftJisx0213(Edition::First) => 14,
            Plain::ShiftJisx0213(Edition::Second) => 15,
        }
    }

    /// Are bytes below 0x80 ASCII?
    pub fn has_ascii(self) -> bool {
        !matches!(self, Plain::ShiftJisx0213(_))
    }

    fn set(self) -> Set {
        match self {
            Plain::Cp932 => Set::Cp932,
            Plain::ShiftJis | Plain::EucJp | Plain::EucJis(_) | Plain::ShiftJisx0213(_) => {
                Set::Jis0208
            }
            Plain::EucKr | Plain::Johab => Set::Ksx1001,
            Plain::Cp949 => Set::Cp949,
            Plain::Gb2312 => Set::Gb2312,
            Plain::Gbk => Set::Gbk,
            Plain::Gb18030 => Set::Gb18030,
            Plain::Big5 => Set::Big5,
            Plain::Cp950 => Set::Cp950,
            Plain::Big5Hkscs => Set::Hkscs,
        }
    }

    /// What some bytes, of which there is one, begin with.
    pub fn decode(self, b: &[u8]) -> Step {
        let lead = b[0];
        match (self, lead) {
            (Plain::ShiftJisx0213(_), b'\\') => return Step::Char(0xa5, 1),
            (Plain::ShiftJisx0213(_), b'~') => return Step::Char(0x203e, 1),
            _ => {}
        }
        if lead < 0x80 {
            return Step::Char(u32::from(lead), 1);
        }
        match (self, lead) {
            (Plain::Cp932, 0x80) => return Step::Char(0x80, 1),
            (Plain::Cp932, 0xa0) => return Step::Char(0xf8f0, 1),
            (Plain::Cp932, 0xfd..) => return Step::Char(u32::from(lead) - 0xfd + 0xf8f1, 1),
            (Plain::Cp932 | Plain::ShiftJis | Plain::ShiftJisx0213(_), 0xa1..=0xdf) => {
                return Step::Char(u32::from(lead) + KANA, 1);
            }
            // No character begins so: that needs no second byte.
            (Plain::ShiftJis, 0x80 | 0xa0 | 0xeb..)
            | (Plain::ShiftJisx0213(_), 0x80 | 0xa0 | 0xfd..) => return Step::Wrong(2),
            _ => {}
        }
        let Some(&trail) = b.get(1) else {
            return Step::More;
        };
        match (self, lead, trail) {
            (Plain::EucJp | Plain::EucJis(_), 0x8e, 0xa1..=0xdf) => {
                Step::Char(u32::from(trail) + KANA, 2)
            }
            (Plain::EucJp, 0x8f, _) => match b.get(2) {
                None => Step::More,
                Some(third) => step(pairs(Set::Jis0212).char(trail, *third), 3),
            },
            (Plain::EucJis(edition), 0x8f, _) => match b.get(2) {
                None => Step::More,
                Some(third) => match jis(edition, jisx0213::SECOND, trail, *third, 3) {
                    Step::Wrong(n) => step(pairs(Set::Jis0212).char(trail, *third), n),
                    found => found,
                },
            },
            (Plain::EucJis(_), 0xa2, 0xb2) => Step::Char(0xff5e, 2),
            (Plain::EucJis(edition), ..) => jis(edition, 0, lead, trail, 2),
            (Plain::ShiftJisx0213(_), 0x81, 0x5f) => Step::Char(u32::from(b'\\'), 2),
            (Plain::ShiftJisx0213(_), 0x81, 0xb0) => Step::Char(u32::from(b'~'), 2),
            (Plain::ShiftJisx0213(edition), ..) => from_shifted_planes(edition, lead, trail),
            (Plain::Johab, ..) => johab(lead, trail),
            (Plain::Big5Hkscs, ..) => match pairs(Set::Hkscs).char(lead, trail) {
                Some(c) => Step::Char(c, 2),
                None => {
                    let code = u16::from_be_bytes([lead, trail]);
                    match HKSCS_SEQUENCES.iter().find(|s| s.code == code) {
                        Some(s) => Step::Two(s.chars, 2),
                        None => Step::Wrong(2),
                    }
                }
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
        match (self, c) {
            (Plain::ShiftJisx0213(_), 0x5c) => return Some(self.write(0x2140)),
            (Plain::ShiftJisx0213(_), 0x7e) => return Some(self.write(0x2232)),
            (Plain::ShiftJisx0213(_), 0xff3c) => return None,
            (Plain::ShiftJisx0213(_), 0xa5) => return Some(Encoded::one(b'\\')),
            (Plain::ShiftJisx0213(_), 0x203e) => return Some(Encoded::one(b'~')),
            (Plain::EucJis(_), 0xff5e) => return Some(self.write(0x2232)),
            _ => {}
        }
        if c < 0x80 {
            return Some(Encoded::one(c as u8));
        }
        match (self, c) {
            (Plain::Cp932, 0x80) => return Some(Encoded::one(0x80)),
            (Plain::Cp932, 0xf8f0) => return Some(Encoded::one(0xa0)),
            (Plain::Cp932, 0xf8f1..=0xf8f3) => {
                return Some(Encoded::one((c - 0xf8f1 + 0xfd) as u8));
            }
            (Plain::Cp932 | Plain::ShiftJis | Plain::ShiftJisx0213(_), 0xff61..=0xff9f) => {
                return Some(Encoded::one((c - KANA) as u8));
            }
            (Plain::EucJp | Plain::EucJis(_), 0xff61..=0xff9f) => {
                return Some(Encoded::new(&[0x8e, (c - KANA) as u8]));
            }
            (Plain::ShiftJis | Plain::EucJp, 0xa5) => return Some(Encoded::one(b'\\')),
            (Plain::ShiftJis | Plain::EucJp, 0x203e) => return Some(Encoded::one(b'~')),
            _ => {}
        }
        if let Plain::EucJis(edition) | Plain::ShiftJisx0213(edition) = self
            && let Some(code) = jisx0213::added(edition, c)
        {
            return Some(self.write(code));
        }
        if let Plain::EucJis(edition) = self
            && jisx0213::is_foreign(edition, c)
        {
            return None;
        }
        if self == Plain::Johab {
            return to_johab(c);
        }
        let pair = pairs(self.set()).code(c);
        match (self, pair) {
            (Plain::ShiftJis | Plain::ShiftJisx0213(_), Some(p)) => Some(Encoded::new(&shifted(p))),
            (_, Some(p)) => Some(Encoded::new(&p)),
            (Plain::EucJp | Plain::EucJis(_), None) => {
                let [a, b] = pairs(Set::Jis0212).code(c)?;
                Some(Encoded::new(&[0x8f, a, b]))
            }
            (Plain::EucKr, None) => make_up(c),
            (Plain::Gb18030, None) => in_four_bytes(c),
            _ => None,
        }
    }
}

impl Plain {
    /// The pairs of characters that have a code together.
    pub fn sequences(self) -> &'static [Sequence] {
        match self {
            Plain::EucJis(_) | Plain::ShiftJisx0213(_) => jisx0213::sequences(),
            Plain::Big5Hkscs => &HKSCS_SEQUENCES,
            _ => &[],
        }
    }

    /// The bytes of such a code.
    pub fn write(self, code: u16) -> Encoded {
        let [a, b] = (code | 0x8080).to_be_bytes();
        match self {
            Plain::EucJis(_) if code & jisx0213::SECOND != 0 => Encoded::new(&[0x8f, a, b]),
            Plain::EucJis(_) => Encoded::new(&[a, b]),
            Plain::ShiftJisx0213(_) => Encoded::new(&to_shifted_planes(code)),
            _ => Encoded::new(&code.to_be_bytes()),
        }
    }
}

/// Two letters with accents that are put together.
const HKSCS_SEQUENCES: [Sequence; 4] = [
    Sequence {
        chars: [0xca, 0x304],
        code: 0x8862,
    },
    Sequence {
        chars: [0xca, 0x30c],
        code: 0x8864,
    },
    Sequence {
        chars: [0xea, 0x304],
        code: 0x88a3,
    },
    Sequence {
        chars: [0xea, 0x30c],
        code: 0x88a5,
    },
];

/// A cell of JIS X 0213 by two bytes of eight bits.
fn jis(edition: Edition, plane: u16, a: u8, b: u8, len: usize) -> Step {
    let code = u16::from_be_bytes([a & 0x7f, b & 0x7f]) | plane;
    match jisx0213::cell(edition, code).filter(|_| a & b & 0x80 != 0) {
        Some(Cell::One(c)) => Step::Char(c, len),
        Some(Cell::Two(two)) => Step::Two(two, len),
        None => Step::Wrong(len),
    }
}

/// The rows of the second plane of JIS X 0213 that there are, in the order in which Shift JIS has them, from its first
/// byte 0xf0 on.
const SECOND_ROWS: [u8; 26] = [
    1, 8, 3, 4, 5, 12, 13, 14, 15, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93,
    94,
];

fn from_shifted_planes(edition: Edition, lead: u8, trail: u8) -> Step {
    let row = match lead {
        0x81..=0x9f => lead - 0x81,
        _ => lead - 0xc1,
    };
    let cell = match trail {
        0x40..=0x7e => trail - 0x40,
        0x80..=0xfc => trail - 0x41,
        _ => return Step::Wrong(2),
    };
    let (row, cell) = (row * 2 + cell / 94, cell % 94);
    match row.checked_sub(94) {
        None => jis(edition, 0, 0xa1 + row, 0xa1 + cell, 2),
        Some(n) => match SECOND_ROWS.get(usize::from(n)) {
            Some(row) => jis(edition, jisx0213::SECOND, 0xa0 + row, 0xa1 + cell, 2),
            None => Step::Wrong(2),
        },
    }
}

fn to_shifted_planes(code: u16) -> [u8; 2] {
    let [a, b] = (code & 0x7f7f).to_be_bytes();
    let row = match code & jisx0213::SECOND {
        0 => a - 0x21,
        _ => {
            let place = SECOND_ROWS.iter().position(|row| *row == a - 0x20);
            94 + place.unwrap_or(0) as u8
        }
    };
    let cell = b - 0x21 + row % 2 * 94;
    let lead = row / 2 + if row / 2 < 0x1f { 0x81 } else { 0xc1 };
    let trail = cell + if cell < 0x3f { 0x40 } else { 0x41 };
    [lead, trail]
}

/// A letter of a syllable in Johab: five bits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Letter {
    Filler,
    /// By its number among those that may be there.
    Number(u8),
}

fn initial_of(n: u8) -> Option<Letter> {
    match n {
        1 => Some(Letter::Filler),
        2..=20 => Some(Letter::Number(n - 2)),
        _ => None,
    }
}

/// Vowels lie in four groups.
fn vowel_of(n: u8) -> Option<Letter> {
    match n {
        2 => Some(Letter::Filler),
        3..=7 => Some(Letter::Number(n - 3)),
        10..=15 => Some(Letter::Number(n - 5)),
        18..=23 => Some(Letter::Number(n - 7)),
        26..=29 => Some(Letter::Number(n - 9)),
        _ => None,
    }
}

fn to_vowel(n: u8) -> u8 {
    match n {
        0..=4 => n + 3,
        5..=10 => n + 5,
        11..=16 => n + 7,
        _ => n + 9,
    }
}

fn final_of(n: u8) -> Option<Letter> {
    match n {
        1 => Some(Letter::Filler),
        2..=17 => Some(Letter::Number(n - 2)),
        19..=29 => Some(Letter::Number(n - 3)),
        _ => None,
    }
}

fn to_final(n: u8) -> u8 {
    if n < 16 { n + 2 } else { n + 3 }
}

/// The letters by themselves.
const LETTERS: u32 = 0x3131;

fn johab(lead: u8, trail: u8) -> Step {
    let char = if lead < 0xd8 {
        johab_syllable(lead, trail)
    } else {
        johab_other(lead, trail)
    };
    step(char, 2)
}

fn johab_syllable(lead: u8, trail: u8) -> Option<u32> {
    use Letter::{Filler, Number};
    let bits = u16::from_be_bytes([lead, trail]);
    let five = |shift: u32| (bits >> shift & 31) as u8;
    let letter = |n: u8| LETTERS + u32::from(n);
    Some(
        match (
            initial_of(five(10))?,
            vowel_of(five(5))?,
            final_of(five(0))?,
        ) {
            (Filler, Filler, Filler) => 0x3000,
            (Filler, Filler, Number(n)) => letter(FINALS[usize::from(n)]),
            (Filler, Number(n), Filler) => letter(VOWELS + n),
            (Number(n), Filler, Filler) => letter(INITIALS[usize::from(n)]),
            (Number(i), Number(v), last) => {
                let last = match last {
                    Filler => 0,
                    Number(n) => u32::from(n) + 1,
                };
                SYLLABLES + (u32::from(i) * 21 + u32::from(v)) * 28 + last
            }
            _ => return None,
        },
    )
}

/// What is no syllable: two rows of KS X 1001 for a first byte, symbols from 0xd9 and Chinese characters from 0xe0 on.
fn johab_other(lead: u8, trail: u8) -> Option<u32> {
    let row = match lead {
        0xd9..=0xde => (lead - 0xd9) * 2,
        0xe0..=0xf9 => (lead - 0xe0) * 2 + 41,
        _ => return None,
    };
    let cell = match trail {
        0x31..=0x7e => trail - 0x31,
        0x91..=0xfe => trail - 0x43,
        _ => return None,
    };
    // The letters are written as syllables.
    if lead == 0xda && (0xa1..=0xd3).contains(&trail) {
        return None;
    }
    pairs(Set::Ksx1001).char(0xa1 + row + cell / 94, 0xa1 + cell % 94)
}

fn to_johab(c: u32) -> Option<Encoded> {
    let syllable = |initial: u8, vowel: u8, last: u8| {
        let bits = 0x8000 | u16::from(initial) << 10 | u16::from(vowel) << 5 | u16::from(last);
        Some(Encoded::new(&bits.to_be_bytes()))
    };
    if let Some(n) = c.checked_sub(SYLLABLES).filter(|n| *n < 11172) {
        let last = match n % 28 {
            0 => 1,
            n => to_final(n as u8 - 1),
        };
        return syllable((n / 588) as u8 + 2, to_vowel((n / 28 % 21) as u8), last);
    }
    if let Some(n) = c.checked_sub(LETTERS).filter(|n| *n <= 50) {
        let n = n as u8;
        let place = |letters: &[u8]| letters.iter().position(|l| *l == n).map(|i| i as u8);
        return match (place(&INITIALS), place(&FINALS)) {
            (Some(i), _) => syllable(i + 2, 2, 1),
            (None, Some(i)) => syllable(1, 2, to_final(i)),
            (None, None) => syllable(1, to_vowel(n.checked_sub(VOWELS)?), 1),
        };
    }
    let [a, b] = pairs(Set::Ksx1001).code(c)?;
    let row = match a {
        0xa1..=0xac => a - 0xa1,
        0xca..=0xfd => a - 0xca,
        _ => return None,
    };
    let cell = b - 0xa1 + row % 2 * 94;
    let lead = match a {
        0xa1..=0xac => row / 2 + 0xd9,
        _ => row / 2 + 0xe0,
    };
    let trail = cell + if cell < 0x4e { 0x31 } else { 0x43 };
    Some(Encoded::new(&[lead, trail]))
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
