//! Algorithms on text that `str` and `unicode` share.
//!
//! They work on slices of code units: bytes, or code points in 1, 2 or 4 bytes each. None of them knows
//! of objects: results are positions, or new vectors.

pub mod fill;
pub mod narrow;
pub mod search;
pub mod shown;
pub mod split;

/// A code unit.
pub trait Unit: Copy + Eq + Ord + Into<u32> + TryFrom<u32> + 'static {
    /// Position of the first unit `c`.
    fn position(hay: &[Self], c: Self) -> Option<usize> {
        let mut at = 0;
        // Sixteen comparisons without a branch between them are vector instructions.
        while let Some(block) = hay[at..].first_chunk::<16>() {
            let mut found = false;
            for x in block {
                found |= *x == c;
            }
            if found {
                break;
            }
            at += block.len();
        }
        let rest = hay[at..].iter().position(|x| *x == c)?;
        Some(at + rest)
    }
    /// Position of the last unit `c`.
    fn last_position(hay: &[Self], c: Self) -> Option<usize> {
        hay.iter().rposition(|x| *x == c)
    }
    /// Position of the first occurrence of a text of two units or more.
    fn find_text(hay: &[Self], needle: &[Self]) -> Option<usize> {
        search::horspool(hay, needle)
    }
    /// Position of the last one.
    fn find_last_text(hay: &[Self], needle: &[Self]) -> Option<usize> {
        search::backward(hay, needle)
    }
    /// Calls `f` with the positions of a unit, until it answers `false`.
    fn each_position(hay: &[Self], c: Self, mut f: impl FnMut(usize) -> bool) {
        let mut at = 0;
        while let Some(found) = Self::position(&hay[at..], c) {
            if !f(at + found) {
                return;
            }
            at += found + 1;
        }
    }
    /// Calls `f` with the positions of occurrences that do not overlap of a text of two units or more, until it
    /// answers `false`.
    fn each_text(hay: &[Self], needle: &[Self], mut f: impl FnMut(usize) -> bool) {
        let mut at = 0;
        while let Some(found) = Self::find_text(&hay[at..], needle) {
            if !f(at + found) {
                return;
            }
            at += found + needle.len();
        }
    }
    /// An ASCII character as a unit.
    fn ascii(c: u8) -> Self;
    /// A code point that fits.
    fn of(c: u32) -> Self;
    /// The units as bytes, if they are bytes.
    #[inline(always)]
    fn bytes(_: &[Self]) -> Option<&[u8]> {
        None
    }
    /// Bytes as units, if those are bytes.
    #[inline(always)]
    fn of_bytes(_: &[u8]) -> Option<&[Self]> {
        None
    }
    /// The same for writing.
    #[inline(always)]
    fn bytes_mut(_: &mut [Self]) -> Option<&mut [u8]> {
        None
    }
}

/// In texts up to this length a search is over before a better one is prepared.
const SHORT: usize = 96;

impl Unit for u8 {
    fn position(hay: &[u8], c: u8) -> Option<usize> {
        memchr::memchr(c, hay)
    }
    fn last_position(hay: &[u8], c: u8) -> Option<usize> {
        memchr::memrchr(c, hay)
    }
    fn find_text(hay: &[u8], needle: &[u8]) -> Option<usize> {
        if hay.len() <= SHORT {
            return search::horspool(hay, needle);
        }
        memchr::memmem::find(hay, needle)
    }
    fn find_last_text(hay: &[u8], needle: &[u8]) -> Option<usize> {
        memchr::memmem::rfind(hay, needle)
    }
    fn each_position(hay: &[u8], c: u8, mut f: impl FnMut(usize) -> bool) {
        // Beginning a search takes longer than a short piece: what is near is looked for here, a word at a time.
        const LANE: usize = size_of::<u64>();
        const NEAR: usize = 4;
        let (words, rest) = hay.as_chunks::<LANE>();
        let (mut word, mut without) = (0, 0);
        while word < words.len() {
            let mut found = search::equal_bytes(u64::from_le_bytes(words[word]), c);
            without = if found == 0 { without + 1 } else { 0 };
            while found != 0 {
                if !f(word * LANE + found.trailing_zeros() as usize / 8) {
                    return;
                }
                found &= found - 1;
            }
            word += 1;
            if without == NEAR {
                without = 0;
                match memchr::memchr(c, words[word..].as_flattened()) {
                    Some(far) => word += far / LANE,
                    None => word = words.len(),
                }
            }
        }
        for (i, _) in rest.iter().enumerate().filter(|(_, u)| **u == c) {
            if !f(words.len() * LANE + i) {
                return;
            }
        }
    }
    fn each_text(hay: &[u8], needle: &[u8], mut f: impl FnMut(usize) -> bool) {
        if hay.len() <= SHORT {
            let mut at = 0;
            while let Some(found) = search::horspool(&hay[at..], needle) {
                if !f(at + found) {
                    return;
                }
                at += found + needle.len();
            }
            return;
        }
        // Preparing a search takes longer than searching a short text: it is done once.
        for at in memchr::memmem::find_iter(hay, needle) {
            if !f(at) {
                return;
            }
        }
    }
    #[inline(always)]
    fn of(c: u32) -> u8 {
        c as u8
    }
    #[inline(always)]
    fn ascii(c: u8) -> u8 {
        c
    }
    #[inline(always)]
    fn bytes(s: &[u8]) -> Option<&[u8]> {
        Some(s)
    }
    #[inline(always)]
    fn of_bytes(s: &[u8]) -> Option<&[u8]> {
        Some(s)
    }
    #[inline(always)]
    fn bytes_mut(s: &mut [u8]) -> Option<&mut [u8]> {
        Some(s)
    }
}

impl Unit for u16 {
    #[inline(always)]
    fn of(c: u32) -> u16 {
        c as u16
    }
    #[inline(always)]
    fn ascii(c: u8) -> u16 {
        u16::from(c)
    }
}

impl Unit for u32 {
    #[inline(always)]
    fn of(c: u32) -> u32 {
        c
    }
    #[inline(always)]
    fn ascii(c: u8) -> u32 {
        u32::from(c)
    }
}

/// White space of `str`.
#[inline(always)]
pub fn is_byte_space(c: u8) -> bool {
    matches!(c, b' ' | b'\t'..=b'\r')
}
