//! Categories of characters, and small letters: of ASCII, of the C library's locale, of Unicode.

use crate::builtins::unicode::database::{self, flags};

/// Which letters a pattern without regard to case takes for the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Ascii,
    Locale,
    Unicode,
}

impl Case {
    /// As a pattern's flags say.
    pub fn of_flags(f: i64) -> Case {
        if f & super::flags::LOCALE != 0 {
            Case::Locale
        } else if f & super::flags::UNICODE != 0 {
            Case::Unicode
        } else {
            Case::Ascii
        }
    }

    /// The small letter of a letter; any other character as it is.
    pub fn lower(self, c: u32) -> u32 {
        match self {
            Case::Ascii if (u32::from(b'A')..=u32::from(b'Z')).contains(&c) => c | 0x20,
            Case::Ascii => c,
            // SAFETY: the C library takes every value of a byte.
            Case::Locale if c < 256 => unsafe { libc::tolower(c as i32) as u32 },
            Case::Locale => c,
            Case::Unicode => database::to_lower(c),
        }
    }
}

/// What `\d`, `\s`, `\w` and their opposites stand for; the numbers are those of the library's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Category(u8);

impl Category {
    /// The category of this number.
    pub fn new(n: u32) -> Option<Category> {
        (n < 18).then_some(Category(n as u8))
    }

    /// Is a character in it?
    pub fn contains(self, c: u32) -> bool {
        let has = match self.0 {
            0 | 1 => is_digit(c),
            2 | 3 => is_space(c),
            4 | 5 => is_word(c),
            6 | 7 => c == 10,
            8 | 9 => is_locale_word(c),
            10 | 11 => database::is(c, flags::DECIMAL),
            12 | 13 => database::is_space(c),
            14 | 15 => is_unicode_word(c),
            _ => database::is(c, flags::LINE),
        };
        // Odd numbers are the opposites.
        has != (self.0 & 1 == 1)
    }
}

fn is_digit(c: u32) -> bool {
    (u32::from(b'0')..=u32::from(b'9')).contains(&c)
}

fn is_space(c: u32) -> bool {
    matches!(c, 9..=13 | 32)
}

/// Letters, digits and `_` of ASCII.
#[inline]
pub fn is_word(c: u32) -> bool {
    u8::try_from(c).is_ok_and(|c| c.is_ascii_alphanumeric() || c == b'_')
}

/// The same of the locale.
pub fn is_locale_word(c: u32) -> bool {
    // SAFETY: the C library takes every value of a byte.
    c == u32::from(b'_') || (c < 256 && unsafe { libc::isalnum(c as i32) } != 0)
}

/// The same of Unicode.
#[inline]
pub fn is_unicode_word(c: u32) -> bool {
    if c < 128 {
        is_word(c)
    } else {
        database::is(c, flags::ALNUM)
    }
}
