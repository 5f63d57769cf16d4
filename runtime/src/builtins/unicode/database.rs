//! Properties of characters, those of Unicode 5.2 as in CPython 2.7.
//!
//! The tables are in two stages: a code point's block, and its record in the block. Records are few, as
//! case mappings are kept as distances.

use super::tables::{BLOCK, BLOCKS, INDEX, RECORDS};

/// Bits of [`Record::flags`].
pub mod flags {
    pub const ALPHA: u16 = 1;
    pub const DECIMAL: u16 = 2;
    pub const DIGIT: u16 = 4;
    pub const NUMERIC: u16 = 8;
    pub const SPACE: u16 = 16;
    pub const LOWER: u16 = 32;
    pub const UPPER: u16 = 64;
    pub const TITLE: u16 = 128;
    /// Ends a line.
    pub const LINE: u16 = 256;
    /// What `isalnum` asks for.
    pub const ALNUM: u16 = ALPHA | DECIMAL | DIGIT | NUMERIC;
    /// Has case.
    pub const CASED: u16 = LOWER | UPPER | TITLE;
}

/// What characters with equal properties have in common.
#[derive(Clone, Copy, Debug)]
pub struct Record {
    pub flags: u16,
    upper: i32,
    lower: i32,
    title: i32,
}

impl Record {
    pub(super) const fn new(flags: u16, upper: i32, lower: i32, title: i32) -> Record {
        Record {
            flags,
            upper,
            lower,
            title,
        }
    }
}

/// The record of a code point.
#[inline]
pub fn record(c: u32) -> &'static Record {
    let block = INDEX
        .get(c as usize / BLOCK)
        .or(INDEX.last())
        .map_or(0, |b| usize::from(*b));
    &RECORDS[usize::from(BLOCKS[block][c as usize % BLOCK])]
}

/// Has it one of these properties?
#[inline]
pub fn is(c: u32, flags: u16) -> bool {
    record(c).flags & flags != 0
}

/// White space.
#[inline]
pub fn is_space(c: u32) -> bool {
    if c < 128 {
        matches!(c, 0x09..=0x0D | 0x1C..=0x20)
    } else {
        is(c, flags::SPACE)
    }
}

/// What ends lines.
#[inline]
pub fn ends_line(c: u32) -> bool {
    if c < 128 {
        matches!(c, 0x0A..=0x0D | 0x1C..=0x1E)
    } else {
        is(c, flags::LINE)
    }
}

/// Capital form, of one character.
#[inline]
pub fn to_upper(c: u32) -> u32 {
    c.wrapping_add_signed(record(c).upper)
}

/// Small form.
#[inline]
pub fn to_lower(c: u32) -> u32 {
    c.wrapping_add_signed(record(c).lower)
}

/// Form at the start of a word.
#[inline]
pub fn to_title(c: u32) -> u32 {
    c.wrapping_add_signed(record(c).title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_characters() {
        assert_eq!(to_upper(0xE9), 0xC9);
        assert_eq!(to_upper(0xDF), 0xDF);
        assert_eq!(to_title(0x1C6), 0x1C5);
        assert_eq!(to_lower(0x10400), 0x10428);
        assert!(is(0x1C5, flags::TITLE) && is(0xBD, flags::NUMERIC) && !is(0xBD, flags::DECIMAL));
        assert!(is_space(0xA0) && is_space(0x1F) && !is_space(0x200B));
        assert!(is(0x2028, flags::LINE) && is(0x85, flags::LINE) && !is(0x1F, flags::LINE));
        assert!(!is(0x10FFFF, !0));
    }
}
