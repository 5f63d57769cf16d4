//! JIS X 0213, whose two planes add to JIS X 0208 what jisx0213.txt lists (`cargo run -p xtask jisx0213` writes it):
//! a plane, a row, a cell and the characters from there on; behind a `+` is one cell that is two characters.

use std::sync::OnceLock;

use hashbrown::HashMap;

use super::Sequence;
use super::pairs::{Set, pairs};

/// The standard of 2000, or with the changes of 2004.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    First,
    Second,
}

/// The cells that were empty in the first edition, as codes of seven bits in the first plane.
const NEW: [u16; 10] = [
    0x2e21, 0x2f7e, 0x4f54, 0x4f7e, 0x7427, 0x7e7a, 0x7e7b, 0x7e7c, 0x7e7d, 0x7e7e,
];

/// A cell of the second plane that was another character.
const CHANGED: u16 = SECOND | 0x7d3b;
const CHANGED_FROM: u32 = 0x9b1d;
const CHANGED_TO: u32 = 0x9b1c;

/// Codes of the second plane.
pub const SECOND: u16 = 0x8000;

struct Table {
    chars: HashMap<u16, u32>,
    codes: HashMap<u32, u16>,
    sequences: Vec<Sequence>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut t = Table {
            chars: HashMap::new(),
            codes: HashMap::new(),
            sequences: Vec::new(),
        };
        for line in include_str!("jisx0213.txt").lines() {
            let mut parts = line.splitn(4, ' ');
            let mut part = || parts.next().unwrap_or_default();
            let (plane, row, cell) = (part(), part().parse::<u16>(), part().parse::<u16>());
            let (Ok(row), Ok(cell)) = (row, cell) else {
                continue;
            };
            let first = (row + 0x20) << 8 | (cell + 0x20) | if plane == "2" { SECOND } else { 0 };
            let chars: Vec<u32> = part().chars().map(u32::from).collect();
            if plane == "+" {
                if let [a, b] = chars[..] {
                    t.sequences.push(Sequence {
                        chars: [a, b],
                        code: first,
                    });
                }
                continue;
            }
            for (code, c) in (first..).zip(chars) {
                // The C library has the wide forms of these.
                let c = match c {
                    0xff5f..=0xff60 => c - 0xff5f + 0x2985,
                    c => c,
                };
                t.chars.insert(code, c);
                t.codes.insert(c, code);
            }
        }
        t
    })
}

/// The cells that are two characters.
pub fn sequences() -> &'static [Sequence] {
    &table().sequences
}

/// What a cell is.
pub enum Cell {
    One(u32),
    Two([u32; 2]),
}

/// What a code is, of seven bits and a plane.
pub fn cell(edition: Edition, code: u16) -> Option<Cell> {
    if edition == Edition::First {
        if NEW.contains(&code) {
            return None;
        }
        if code == CHANGED {
            return Some(Cell::One(CHANGED_FROM));
        }
    }
    if code & SECOND == 0 {
        let [a, b] = (code | 0x8080).to_be_bytes();
        if let Some(c) = pairs(Set::Jis0208).char(a, b) {
            return Some(Cell::One(c));
        }
    }
    let t = table();
    match t.chars.get(&code) {
        Some(c) => Some(Cell::One(*c)),
        None => {
            let found = t.sequences.iter().find(|s| s.code == code)?;
            Some(Cell::Two(found.chars))
        }
    }
}

/// Is the character one that the edition does not have, but the other has?
pub fn is_foreign(edition: Edition, c: u32) -> bool {
    let code = table().codes.get(&c);
    edition == Edition::First && code.is_some_and(|code| NEW.contains(code) || c == CHANGED_TO)
}

/// The code of a character that JIS X 0208 does not have.
pub fn added(edition: Edition, c: u32) -> Option<u16> {
    if edition == Edition::First && c == CHANGED_FROM {
        return Some(CHANGED);
    }
    // This one is the codecs' own business.
    if c == 0xff5e {
        return None;
    }
    let code = table().codes.get(&c).copied();
    code.filter(|_| !is_foreign(edition, c))
}
