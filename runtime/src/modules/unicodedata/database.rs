//! Properties of characters in one of two versions of Unicode.

use super::tables::{
    BLOCK, CORRECTED_THEN, DECOMPOSITIONS, DECOMPOSITIONS_THEN, NOW_BLOCKS, NOW_INDEX, NUMBERS,
    NUMBERS_THEN, PAIRS, RECORDS, THEN_BLOCKS, THEN_INDEX,
};

/// A version of Unicode.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Version {
    /// 5.2, what CPython 2.7 goes by.
    Now,
    /// 3.2, which internationalised domain names are defined by.
    Then,
}

/// What characters with equal properties have in common.
#[derive(Clone, Copy)]
pub struct Record {
    pub category: &'static str,
    pub bidirectional: &'static str,
    pub combining: u8,
    pub mirrored: bool,
    pub width: &'static str,
}

/// Numeric values of a character, as far as it has them.
#[derive(Clone, Copy, Default)]
pub struct Numbers {
    pub decimal: Option<i64>,
    pub digit: Option<i64>,
    pub numeric: Option<f64>,
}

fn by_key<T: Copy>(table: &'static [T], key: impl Fn(&T) -> u32, c: u32) -> Option<T> {
    let i = table.binary_search_by_key(&c, key).ok()?;
    Some(table[i])
}

impl Version {
    /// The record of a code point.
    pub fn record(self, c: u32) -> Record {
        let (block, at) = (c as usize / BLOCK, c as usize % BLOCK);
        let n = match self {
            Version::Now => NOW_INDEX
                .get(block)
                .map(|b| NOW_BLOCKS[usize::from(*b)][at]),
            Version::Then => THEN_INDEX
                .get(block)
                .map(|b| THEN_BLOCKS[usize::from(*b)][at]),
        };
        let (category, bidirectional, combining, mirrored, width) =
            RECORDS[usize::from(n.unwrap_or(0))];
        Record {
            category,
            bidirectional,
            combining,
            mirrored,
            width,
        }
    }

    /// Has the version the character at all?
    pub fn is_assigned(self, c: u32) -> bool {
        self.record(c).category != "Cn"
    }

    pub fn numbers(self, c: u32) -> Numbers {
        let changed = match self {
            Version::Now => None,
            Version::Then => by_key(&NUMBERS_THEN, |r| r.0, c),
        };
        let Some((_, decimal, digit, numeric)) = changed.or_else(|| by_key(&NUMBERS, |r| r.0, c))
        else {
            return Numbers::default();
        };
        let some = |d: i8| (d >= 0).then_some(i64::from(d));
        Numbers {
            decimal: some(decimal),
            digit: some(digit),
            numeric: (!numeric.is_nan()).then_some(numeric),
        }
    }

    /// The decomposition as text: a tag in angle brackets for one that is not canonical, and code points in
    /// hexadecimal; empty when there is none.
    pub fn decomposition(self, c: u32) -> &'static str {
        let changed = match self {
            Version::Now => None,
            Version::Then => by_key(&DECOMPOSITIONS_THEN, |r| r.0, c),
        };
        changed
            .or_else(|| by_key(&DECOMPOSITIONS, |r| r.0, c))
            .map_or("", |r| r.1)
    }

    /// The same for normalisation, which a later correction changed for some characters.
    fn normal_decomposition(self, c: u32) -> &'static str {
        let corrected = match self {
            Version::Now => None,
            Version::Then => by_key(&CORRECTED_THEN, |r| r.0, c),
        };
        corrected.map_or_else(|| self.decomposition(c), |r| r.1)
    }

    /// Appends the full decomposition of a character.
    fn decompose(self, c: u32, compatible: bool, out: &mut Vec<u32>) {
        if let Some(s) = c.checked_sub(hangul::S).filter(|s| *s < hangul::S_COUNT) {
            out.push(hangul::L + s / hangul::N_COUNT);
            out.push(hangul::V + s % hangul::N_COUNT / hangul::T_COUNT);
            if s % hangul::T_COUNT != 0 {
                out.push(hangul::T + s % hangul::T_COUNT);
            }
            return;
        }
        let text = self.normal_decomposition(c);
        if text.is_empty() || (text.starts_with('<') && !compatible) {
            out.push(c);
            return;
        }
        for part in text.split(' ').filter(|p| !p.starts_with('<')) {
            if let Ok(c) = u32::from_str_radix(part, 16) {
                self.decompose(c, compatible, out);
            }
        }
    }

    /// The normal form of a text.
    pub fn normalize(self, text: &[u32], compatible: bool, composed: bool) -> Vec<u32> {
        let mut out = Vec::with_capacity(text.len());
        for c in text {
            self.decompose(*c, compatible, &mut out);
        }
        self.sort_marks(&mut out);
        if composed {
            self.compose(&mut out);
        }
        out
    }

    /// Puts runs of combining marks in the order of their classes.
    fn sort_marks(self, text: &mut [u32]) {
        let class = |c: u32| self.record(c).combining;
        let mut i = 0;
        while i < text.len() {
            let n = text[i..].iter().take_while(|c| class(**c) != 0).count();
            text[i..i + n].sort_by_key(|c| class(*c));
            i += n + 1;
        }
    }

    /// Puts characters together.
    fn compose(self, text: &mut Vec<u32>) {
        let mut to = 0;
        let mut starter: Option<usize> = None;
        // Class of the last mark that stayed, behind the starter.
        let mut last = 0;
        for from in 0..text.len() {
            let c = text[from];
            let class = self.record(c).combining;
            let adjacent = starter.is_some_and(|s| s + 1 == to);
            if let Some(s) = starter
                && (adjacent || (last != 0 && last < class))
                && let Some(one) = pair(text[s], c)
            {
                text[s] = one;
                continue;
            }
            if class == 0 {
                starter = Some(to);
            }
            last = class;
            text[to] = c;
            to += 1;
        }
        text.truncate(to);
    }
}

/// Syllables of Hangul, which are computed.
mod hangul {
    pub const S: u32 = 0xAC00;
    pub const L: u32 = 0x1100;
    pub const V: u32 = 0x1161;
    pub const T: u32 = 0x11A7;
    pub const T_COUNT: u32 = 28;
    pub const N_COUNT: u32 = 21 * T_COUNT;
    pub const S_COUNT: u32 = 19 * N_COUNT;
}

/// The character that two make.
fn pair(a: u32, b: u32) -> Option<u32> {
    use hangul::{L, N_COUNT, S, S_COUNT, T, T_COUNT, V};
    if (L..L + 19).contains(&a) && (V..V + 21).contains(&b) {
        return Some(S + (a - L) * N_COUNT + (b - V) * T_COUNT);
    }
    if (S..S + S_COUNT).contains(&a)
        && (a - S).is_multiple_of(T_COUNT)
        && (T + 1..T + T_COUNT).contains(&b)
    {
        return Some(a + (b - T));
    }
    let i = PAIRS
        .binary_search_by_key(&(a, b), |(a, b, _)| (*a, *b))
        .ok()?;
    Some(PAIRS[i].2)
}

/// The name of a character. Names never change, so those of any later version are right for what the
/// version has.
pub fn name(version: Version, c: u32) -> Option<String> {
    if !version.is_assigned(c) {
        return None;
    }
    unicode_names2::name(char::from_u32(c)?).map(|n| n.to_string())
}

/// The character of a name.
pub fn lookup(version: Version, wanted: &str) -> Option<u32> {
    let c = u32::from(unicode_names2::character(wanted)?);
    // The crate is more tolerant, and knows characters that came later.
    let own = name(version, c)?;
    let exact = ["HANGUL SYLLABLE ", "CJK UNIFIED IDEOGRAPH-"]
        .iter()
        .any(|p| own.starts_with(p));
    let same = if exact {
        own == wanted
    } else {
        own.eq_ignore_ascii_case(wanted)
    };
    same.then_some(c)
}
