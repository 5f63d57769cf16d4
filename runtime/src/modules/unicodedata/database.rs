//! Properties of characters in one of two versions of Unicode.

use super::normal::hangul;
use super::tables::{
    BLOCK, CORRECTED_THEN, DECOMPOSITIONS, DECOMPOSITIONS_THEN, NOW_BLOCKS, NOW_INDEX, NUMBERS,
    NUMBERS_THEN, RECORDS, THEN_BLOCKS, THEN_INDEX,
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

/// For each 64 code points which of them [`DECOMPOSITIONS`] has, and how many entries come before those.
static PLACES: [(u64, u16); PLACES_LEN] = {
    let mut places = [(0, 0); PLACES_LEN];
    let mut i = 0;
    while i < DECOMPOSITIONS.len() {
        let c = DECOMPOSITIONS[i].0;
        let place = &mut places[c as usize / 64];
        if place.0 == 0 {
            place.1 = i as u16;
        }
        place.0 |= 1 << (c % 64);
        i += 1;
    }
    places
};
/// The last code points that decompose are those of CJK COMPATIBILITY IDEOGRAPHS SUPPLEMENT.
const PLACES_LEN: usize = 0x2fa40 / 64;

/// The entry of a code point in [`DECOMPOSITIONS`].
#[inline]
fn decomposition_entry(c: u32) -> Option<&'static str> {
    let (there, before) = *PLACES.get(c as usize / 64)?;
    let bit = 1 << (c % 64);
    if there & bit == 0 {
        return None;
    }
    let at = usize::from(before) + (there & (bit - 1)).count_ones() as usize;
    Some(DECOMPOSITIONS[at].1)
}

/// The first character that decomposes: the no-break space.
const FIRST_DECOMPOSED: u32 = 0xa0;

/// The characters that decompose in one of the versions, but for syllables of Hangul.
pub(super) fn decomposed() -> impl Iterator<Item = u32> {
    let (now, then) = (DECOMPOSITIONS.iter(), DECOMPOSITIONS_THEN.iter());
    let corrected = CORRECTED_THEN.iter().map(|r| r.0);
    now.map(|r| r.0).chain(then.map(|r| r.0)).chain(corrected)
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
            .map(|r| r.1)
            .or_else(|| decomposition_entry(c))
            .unwrap_or("")
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
    pub(super) fn decompose(self, c: u32, compatible: bool, out: &mut Vec<u32>) {
        if c < FIRST_DECOMPOSED {
            return out.push(c);
        }
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
        let digits = match text.bytes().position(|b| b == b'>') {
            Some(tag) => &text[tag + 2..],
            None => text,
        };
        let mut part = 0;
        for digit in digits.bytes() {
            match char::from(digit).to_digit(16) {
                Some(d) => part = part << 4 | d,
                None => self.decompose(std::mem::take(&mut part), compatible, out),
            }
        }
        self.decompose(part, compatible, out);
    }
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
    // Numbers of ideographs have four digits or five; those of four may be written with a zero.
    const IDEOGRAPH: &str = "CJK UNIFIED IDEOGRAPH-";
    let shorter = wanted
        .strip_prefix(IDEOGRAPH)
        .and_then(|digits| digits.strip_prefix('0'))
        .filter(|digits| digits.len() == 4)
        .map(|digits| [IDEOGRAPH, digits].concat());
    let wanted = shorter.as_deref().unwrap_or(wanted);
    let c = u32::from(unicode_names2::character(wanted)?);
    // The crate is more tolerant, and knows characters that came later.
    let own = name(version, c)?;
    let exact = ["HANGUL SYLLABLE ", IDEOGRAPH]
        .iter()
        .any(|p| own.starts_with(p));
    let same = if exact {
        own == wanted
    } else {
        own.eq_ignore_ascii_case(wanted)
    };
    same.then_some(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found() {
        let mut at = 0;
        for c in 0..=0x10_ffff {
            let expected = (DECOMPOSITIONS[at].0 == c).then_some(DECOMPOSITIONS[at].1);
            assert_eq!(decomposition_entry(c), expected);
            if expected.is_some() && at + 1 < DECOMPOSITIONS.len() {
                at += 1;
            }
        }
        assert_eq!(at + 1, DECOMPOSITIONS.len());
        assert_eq!(DECOMPOSITIONS[0].0, FIRST_DECOMPOSED);
    }
}
