//! Formats, compiled.

use super::ERROR;
use crate::error::{PyResult, Raised, no_memory};

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Char,
    /// `s`: a string of the item's size.
    Bytes,
    /// `p`: a string with its length in the first byte.
    Pascal,
    Bool,
    Signed,
    Unsigned,
    Float,
    Pointer,
}

/// One value, or a run of values of one kind.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    pub code: u8,
    pub kind: Kind,
    /// Place of the first.
    pub offset: usize,
    /// Bytes of each.
    pub size: usize,
    pub count: usize,
    pub big_endian: bool,
    /// Made by C's own conversions, whose messages differ.
    pub native: bool,
}

#[derive(Debug)]
pub struct Program {
    pub items: Vec<Item>,
    pub size: usize,
    /// How many values are packed.
    pub values: usize,
    /// Whether there can be memory for all of them.
    has_room: bool,
}

#[cold]
fn too_long() -> Raised {
    ERROR.raise("total struct size too long")
}

#[cold]
fn bad_char() -> Raised {
    ERROR.raise("bad char in struct format")
}

impl Program {
    pub fn parse(text: &[u8]) -> PyResult<Program> {
        // A format ends at a null, as C strings do.
        let text = crate::number::parse::c_string(text);
        let (big_endian, native, rest) = match text.split_first() {
            Some((b'<' | b'=', rest)) => (false, false, rest),
            Some((b'>' | b'!', rest)) => (true, false, rest),
            Some((b'@', rest)) => (false, true, rest),
            _ => (false, true, text),
        };
        let mut p = Program {
            items: Vec::new(),
            size: 0,
            values: 0,
            has_room: true,
        };
        let mut at = rest.iter().copied().peekable();
        while let Some(c) = at.next() {
            if c.is_ascii_whitespace() || c == 0x0b {
                continue;
            }
            let mut code = c;
            let mut count: usize = 1;
            if c.is_ascii_digit() {
                count = usize::from(c - b'0');
                while let Some(d) = at.next_if(u8::is_ascii_digit) {
                    count = count
                        .checked_mul(10)
                        .and_then(|n| n.checked_add(usize::from(d - b'0')))
                        .filter(|n| *n <= i64::MAX as usize)
                        .ok_or_else(too_long)?;
                }
                match at.next() {
                    Some(c) => code = c,
                    None => break,
                }
            }
            p.add(code, count, big_endian, native)?;
        }
        // The size is told before.
        if p.has_room { Ok(p) } else { Err(no_memory()) }
    }

    fn add(&mut self, code: u8, count: usize, big_endian: bool, native: bool) -> PyResult<()> {
        let (kind, size, align): (_, usize, usize) = match code {
            b'x' => (None, 1, 1),
            b'c' => (Some(Kind::Char), 1, 1),
            b's' => (Some(Kind::Bytes), 1, 1),
            b'p' => (Some(Kind::Pascal), 1, 1),
            b'?' => (Some(Kind::Bool), 1, 1),
            b'b' => (Some(Kind::Signed), 1, 1),
            b'B' => (Some(Kind::Unsigned), 1, 1),
            b'h' => (Some(Kind::Signed), 2, 2),
            b'H' => (Some(Kind::Unsigned), 2, 2),
            b'i' => (Some(Kind::Signed), 4, 4),
            b'I' => (Some(Kind::Unsigned), 4, 4),
            b'l' if native => (Some(Kind::Signed), 8, 8),
            b'L' if native => (Some(Kind::Unsigned), 8, 8),
            b'l' => (Some(Kind::Signed), 4, 4),
            b'L' => (Some(Kind::Unsigned), 4, 4),
            b'q' => (Some(Kind::Signed), 8, 8),
            b'Q' => (Some(Kind::Unsigned), 8, 8),
            b'f' => (Some(Kind::Float), 4, 4),
            b'd' => (Some(Kind::Float), 8, 8),
            b'P' if native => (Some(Kind::Pointer), 8, 8),
            _ => return Err(bad_char()),
        };
        // Of a machine's own layout only: a count of 0 aligns too.
        let offset = if native {
            self.size
                .checked_next_multiple_of(align)
                .ok_or_else(too_long)?
        } else {
            self.size
        };
        let end = size
            .checked_mul(count)
            .and_then(|n| n.checked_add(offset))
            .filter(|n| *n <= i64::MAX as usize)
            .ok_or_else(too_long)?;
        self.size = end;
        let Some(kind) = kind else { return Ok(()) };
        let (size, count) = match kind {
            Kind::Bytes | Kind::Pascal => (count, 1),
            _ => (size, count),
        };
        // Where every value has words of its own, so many have no room.
        const MOST: usize = 1 << 40;
        self.has_room &= count <= MOST;
        if count > 0 && self.has_room {
            self.values += count;
            self.items.push(Item {
                code,
                kind,
                offset,
                size,
                count,
                big_endian,
                native,
            });
        }
        Ok(())
    }
}
