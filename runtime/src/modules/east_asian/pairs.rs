//! Sets of characters that are coded by two bytes, with CPython's choice of characters.
//!
//! The tables are those of the Encoding Standard (crate `encoding_rs`), which are supersets: what the
//! older standards do not have is left out, and the few characters that they map otherwise are replaced.

use std::sync::OnceLock;

use hashbrown::HashMap;

use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS};

/// A set of characters.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Set {
    Jis0208,
    Jis0212,
    Cp932,
    Ksx1001,
    Cp949,
    Gb2312,
    Gbk,
    Gb18030,
    Big5,
    Cp950,
    Hkscs,
}

const SETS: usize = 11;

/// The characters of pairs of bytes, and the other way round. Pairs begin with a byte above 0x7f.
pub struct Pairs {
    chars: Vec<u32>,
    /// By characters of the basic plane; 0 where there is none.
    codes: Vec<u16>,
    others: HashMap<u32, u16>,
}

impl Pairs {
    /// The character of a pair.
    pub fn char(&self, lead: u8, trail: u8) -> Option<u32> {
        let at = usize::from(lead.checked_sub(0x80)?) << 8 | usize::from(trail);
        Some(self.chars[at]).filter(|c| *c != 0)
    }

    /// The pair of a character.
    pub fn code(&self, c: u32) -> Option<[u8; 2]> {
        let code = match self.codes.get(c as usize) {
            Some(code) => *code,
            None => self.others.get(&c).copied().unwrap_or(0),
        };
        (code != 0).then(|| code.to_be_bytes())
    }
}

/// What a set has instead of what the Encoding Standard says: (pair, character).
type Changes = &'static [(u16, u16)];

const JIS_CHANGES: Changes = &[
    (0xa1c1, 0x301c),
    (0xa1c2, 0x2016),
    (0xa1dd, 0x2212),
    (0xa1f1, 0xa2),
    (0xa1f2, 0xa3),
    (0xa2cc, 0xac),
];
const GB2312_CHANGES: Changes = &[(0xa1a4, 0x30fb), (0xa1aa, 0x2015)];
const BIG5_CHANGES: Changes = &[
    (0xa145, 0x2022),
    (0xa14e, 0xff64),
    (0xa1c2, 0x203e),
    (0xa1e3, 0x223c),
    (0xa1f2, 0x2641),
    (0xa1f3, 0x2609),
    (0xa241, 0xff0f),
    (0xa242, 0xff3c),
    (0xa244, 0xa5),
    (0xa246, 0xa2),
    (0xa247, 0xa3),
];
/// Characters for private use that GB 18030 had before they were in Unicode.
const GB18030_CHANGES: Changes = &[
    (0xa3a0, 0xe5e5),
    (0xa6d9, 0xe78d),
    (0xa6da, 0xe78e),
    (0xa6db, 0xe78f),
    (0xa6dc, 0xe790),
    (0xa6dd, 0xe791),
    (0xa6de, 0xe792),
    (0xa6df, 0xe793),
    (0xa6ec, 0xe794),
    (0xa6ed, 0xe795),
    (0xa6f3, 0xe796),
    (0xa8bc, 0xe7c7),
    (0xfe59, 0xe81e),
    (0xfe61, 0xe826),
    (0xfe66, 0xe82b),
    (0xfe67, 0xe82c),
    (0xfe6d, 0xe832),
    (0xfe7e, 0xe843),
    (0xfe90, 0xe854),
    (0xfea0, 0xe864),
];

/// What is encoded though nothing decodes to it, and what is not encoded as the first pair that decodes to it:
/// (pair, character).
fn encoded_only(set: Set) -> Changes {
    match set {
        Set::Cp932 => &[
            (0x8191, 0xa2),
            (0x8192, 0xa3),
            (0x81ca, 0xac),
            (0x8161, 0x2016),
            (0x817c, 0x2212),
            (0x8160, 0x301c),
        ],
        Set::Big5 => &[
            (0xa451, 0x5341),
            (0xa4ca, 0x5345),
            (0xa241, 0xff0f),
            (0xa242, 0xff3c),
        ],
        Set::Hkscs => &[
            (0xa451, 0x5341),
            (0xa4ca, 0x5345),
            (0xa241, 0xff0f),
            (0xa242, 0xff3c),
            (0xf9f9, 0x2550),
            (0xf9e9, 0x255e),
            (0xf9eb, 0x2561),
            (0xf9ea, 0x256a),
            (0xf9fa, 0x256d),
            (0xf9fb, 0x256e),
            (0xf9fd, 0x256f),
            (0xf9fc, 0x2570),
        ],
        Set::Cp950 => &[
            (0xa246, 0xa2),
            (0xa247, 0xa3),
            (0xa244, 0xa5),
            (0xa145, 0x2022),
            (0xa1c2, 0x203e),
            (0xa1e3, 0x223c),
            (0xa1f3, 0x2609),
            (0xa1f2, 0x2641),
            (0xa451, 0x5341),
            (0xa4ca, 0x5345),
            (0xa14e, 0xff64),
        ],
        _ => &[],
    }
}

const HKSCS_LEFT_OUT: [u16; 9] = [
    0x8fcc, 0x907a, 0x92c8, 0x9644, 0x96ed, 0x9bec, 0xc6cf, 0xc6d3, 0xc6d5,
];

/// The characters of the rows C6 and C7 that ETEN added to Big5, from 0xc6a1 on.
fn eten() -> impl Iterator<Item = u16> {
    [0x30fe, 0x309d, 0x309e, 0x3005]
        .into_iter()
        .chain(0x3041..=0x3093)
        .chain(0x30a1..=0x30f6)
        .chain([0x414, 0x415, 0x401])
        .chain(0x416..=0x41c)
        .chain(0x423..=0x435)
        .chain([0x451])
        .chain(0x436..=0x44f)
        .chain(0x2460..=0x2469)
        .chain(0x2474..=0x247d)
}

fn is_private(c: u32) -> bool {
    (0xe000..0xf900).contains(&c)
}

/// Does the set have the pair, which the Encoding Standard says to be `c`?
fn has(set: Set, lead: u8, trail: u8, c: u32) -> bool {
    let high = trail >= 0xa1;
    match set {
        Set::Jis0208 => high && matches!(lead, 0xa1..=0xa8 | 0xb0..=0xf4),
        Set::Jis0212 | Set::Cp949 => true,
        Set::Cp932 => !matches!(lead, 0xa0..=0xdf),
        Set::Ksx1001 => high && lead >= 0xa1,
        Set::Gb2312 => {
            let other = matches!(
                (lead, trail),
                (0xa2, 0xa1..=0xaa | 0xe3) | (0xa6, 0xd9..) | (0xa8, 0xbb..=0xc4)
            );
            high && matches!(lead, 0xa1..=0xf7) && !is_private(c) && !other
        }
        Set::Gbk => {
            let other = matches!(
                (lead, trail),
                (0xa2, 0xe3)
                    | (0xa3, 0xa0)
                    | (0xa6, 0xd9..=0xdf | 0xec | 0xed | 0xf3)
                    | (0xa8, 0xbc | 0xbf)
                    | (0xa9, 0x89..=0x95)
                    | (0xfe, 0x50..)
            );
            lead != 0x80 && !is_private(c) && !other
        }
        Set::Gb18030 => lead != 0x80,
        Set::Big5 => match lead {
            0xa3 => trail < 0xc0,
            0xf9 => trail < 0xd6,
            _ => matches!(lead, 0xa1..=0xc5 | 0xc9..=0xf9) || lead == 0xc6 && trail < 0xa1,
        },
        Set::Hkscs => match lead {
            // What came in 2008, and what is not of Hong Kong.
            0x87 => !matches!(trail, 0x7a..=0xdf),
            0xa3 => !matches!(trail, 0xc0..=0xe1),
            // Characters that are at a later place, too.
            _ => !HKSCS_LEFT_OUT.contains(&u16::from_be_bytes([lead, trail])),
        },
        Set::Cp950 => match lead {
            0xa3 => trail < 0xc0 || trail == 0xe1,
            _ => matches!(lead, 0xa1..=0xc5 | 0xc9..=0xf9) || lead == 0xc6 && trail < 0xa1,
        },
    }
}

/// The one character that some bytes are in the Encoding Standard.
pub fn standard(encoding: &'static Encoding, bytes: &[u8]) -> Option<u32> {
    let (text, wrong) = encoding.decode_without_bom_handling(bytes);
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if !wrong => Some(u32::from(c)),
        _ => None,
    }
}

fn make(set: Set) -> Pairs {
    let (encoding, changes): (_, Changes) = match set {
        Set::Jis0208 => (EUC_JP, JIS_CHANGES),
        Set::Jis0212 => (EUC_JP, &[(0xa2b7, 0x7e)]),
        Set::Cp932 => (SHIFT_JIS, &[]),
        Set::Ksx1001 | Set::Cp949 => (EUC_KR, &[]),
        Set::Gb2312 => (GBK, GB2312_CHANGES),
        Set::Gbk => (GBK, &[]),
        Set::Gb18030 => (GB18030, GB18030_CHANGES),
        Set::Big5 => (BIG5, BIG5_CHANGES),
        Set::Cp950 => (BIG5, &[(0xf9fe, 0x2593)]),
        Set::Hkscs => (BIG5, BIG5_CHANGES),
    };
    let mut chars = vec![0; 0x8000];
    for lead in 0x80..=0xffu8 {
        for trail in 0x30..=0xffu8 {
            let three = [0x8f, lead, trail];
            let bytes = if set == Set::Jis0212 {
                &three[..]
            } else {
                &three[1..]
            };
            if let Some(c) = standard(encoding, bytes)
                && has(set, lead, trail, c)
            {
                chars[usize::from(lead - 0x80) << 8 | usize::from(trail)] = c;
            }
        }
    }
    if matches!(set, Set::Big5 | Set::Cp950) {
        let trails = (0x40..=0x7e).chain(0xa1..=0xfe);
        let places = (0xa1..=0xfe)
            .map(|t| 0xc600 | t)
            .chain(trails.map(|t| 0xc700 | t));
        for (code, c) in places.zip(eten()) {
            chars[code - 0x8000] = u32::from(c);
        }
    }
    for (code, c) in changes {
        chars[usize::from(*code) - 0x8000] = u32::from(*c);
    }
    if set == Set::Hkscs {
        leave_out_repeated(&mut chars);
    }
    let mut codes = vec![0; 0x1_0000];
    let mut others = HashMap::new();
    for (i, c) in chars.iter().enumerate().filter(|(_, c)| **c != 0) {
        let code = 0x8000 | i as u16;
        match codes.get_mut(*c as usize) {
            Some(first @ 0) => *first = code,
            Some(_) => {}
            None => {
                others.entry(*c).or_insert(code);
            }
        }
    }
    for (code, c) in encoded_only(set) {
        codes[usize::from(*c)] = *code;
    }
    Pairs {
        chars,
        codes,
        others,
    }
}

/// Hong Kong's set has each character once: where Big5 has it, or else at the first of its places. But for the lines
/// that boxes are drawn with.
fn leave_out_repeated(chars: &mut [u32]) {
    let is_big5 = |i: usize, c: u32| has(Set::Big5, (i >> 8) as u8 | 0x80, i as u8, c);
    let mut kept: HashMap<u32, usize> = HashMap::new();
    for (i, c) in chars.iter().enumerate().filter(|(_, c)| **c != 0) {
        let place = kept.entry(*c).or_insert(i);
        if !is_big5(*place, *c) && is_big5(i, *c) {
            *place = i;
        }
    }
    for (i, c) in chars.iter_mut().enumerate() {
        let is_line = (0x79d6..=0x79fe).contains(&i);
        if *c != 0 && !is_line && !is_big5(i, *c) && kept.get(c) != Some(&i) {
            *c = 0;
        }
    }
}

/// A set's pairs, made when they are first asked for.
pub fn pairs(set: Set) -> &'static Pairs {
    static MADE: [OnceLock<Pairs>; SETS] = [const { OnceLock::new() }; SETS];
    MADE[set as usize].get_or_init(|| make(set))
}
