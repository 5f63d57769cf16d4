//! Modes of `open` and its like.

use crate::error::{PyResult, value_error};

/// What a mode string asks for.
pub struct Mode {
    pub read: bool,
    pub write: bool,
    pub append: bool,
    pub truncate: bool,
    /// What is made must not be there yet.
    pub exclusive: bool,
    pub universal: bool,
    pub(super) named: Named,
}

/// How many letters after the first the C library looks at.
const C_LETTERS: usize = 6;

/// The directions that a mode's letters name, wherever they stand.
#[derive(Clone, Copy)]
pub(super) struct Named {
    pub(super) read: bool,
    pub(super) write: bool,
}

impl Mode {
    /// Parses the mode of `file`, `fdopen` and the like.
    ///
    /// # Errors
    /// ValueError for one that makes no sense.
    pub fn parse(text: &[u8]) -> PyResult<Mode> {
        let Some(first) = text.first() else {
            return Err(value_error("empty mode string"));
        };
        let universal = text.contains(&b'U');
        // Without the U, which may stand anywhere and means reading.
        let first = match universal {
            true => text
                .iter()
                .find(|c| **c != b'U')
                .filter(|c| matches!(c, b'w' | b'a'))
                .unwrap_or(&b'r'),
            false => first,
        };
        if !matches!(first, b'r' | b'w' | b'a') {
            return Err(raise_fmt!(
                value_error,
                "mode string must begin with one of 'r', 'w', 'a' or 'U', not '{}'",
                crate::text::shown::shown(text)
            ));
        }
        if universal && matches!(first, b'w' | b'a') {
            return Err(value_error(
                "universal newline mode can only be used with modes starting with 'r'",
            ));
        }
        let plus = text.contains(&b'+');
        Ok(Mode {
            read: matches!(first, b'r' | b'U') || plus,
            write: matches!(first, b'w' | b'a') || plus,
            append: *first == b'a',
            truncate: *first == b'w',
            exclusive: text.iter().skip(1).take(C_LETTERS).any(|c| *c == b'x'),
            universal,
            named: Named {
                read: universal || plus || text.contains(&b'r'),
                write: plus || text.iter().any(|c| matches!(c, b'w' | b'a')),
            },
        })
    }
}
