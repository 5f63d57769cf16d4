//! Sets of characters: a table for those below 256, and a list to go through for the others.

use super::chars::{Case, Category};
use crate::text::Unit;

/// A part of a set, as the library's code has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// From here on, what is found is not in the set.
    Negate,
    Char(u32),
    Range(u32, u32),
    Category(Category),
    /// Characters below 256.
    Bits([u32; 8]),
    /// Characters below 65536: for each 256 of them the number of a block, and the blocks.
    Blocks(Box<[u8; 256]>, Box<[[u32; 8]]>),
}

fn bit(bits: &[u32; 8], c: u32) -> bool {
    bits[(c as usize >> 5) & 7] >> (c & 31) & 1 != 0
}

impl Item {
    fn has(&self, c: u32) -> bool {
        match self {
            Item::Negate => false,
            Item::Char(x) => *x == c,
            Item::Range(low, high) => (*low..=*high).contains(&c),
            Item::Category(k) => k.contains(c),
            Item::Bits(b) => c < 256 && bit(b, c),
            Item::Blocks(index, blocks) => {
                c < 0x1_0000
                    && blocks
                        .get(usize::from(index[c as usize >> 8]))
                        .is_some_and(|b| bit(b, c))
            }
        }
    }
}

/// Is a character in the set that items describe?
pub fn contains(items: &[Item], c: u32) -> bool {
    let mut found = true;
    for i in items {
        if *i == Item::Negate {
            found = !found;
        } else if i.has(c) {
            return found;
        }
    }
    !found
}

/// The characters from 256 on.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Wide {
    None,
    All,
    Some(Box<[Item]>, Option<Case>),
}

/// What is known of a whole set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    All,
    /// All but this one.
    Not(u8),
    Other,
}

/// A set of characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set {
    low: [bool; 256],
    wide: Wide,
    kind: Kind,
}

impl Set {
    /// The set that items describe; with a case, the characters whose small letters are in there.
    pub fn new(items: Vec<Item>, case: Option<Case>) -> Set {
        let low = std::array::from_fn(|c| {
            let c = c as u32;
            contains(&items, case.map_or(c, |k| k.lower(c)))
        });
        // A set of which nothing looks at what is wide has all of that or nothing.
        let simple = |i: &Item| match i {
            Item::Negate | Item::Bits(_) => true,
            Item::Char(c) | Item::Range(_, c) => *c < 256,
            Item::Category(_) | Item::Blocks(..) => false,
        };
        let wide = if case != Some(Case::Unicode) && items.iter().all(simple) {
            Set::wide(contains(&items, u32::MAX))
        } else {
            Wide::Some(items.into_boxed_slice(), case)
        };
        Set::with(low, wide)
    }

    fn with(low: [bool; 256], wide: Wide) -> Set {
        let kind = match low.iter().filter(|b| !**b).count() {
            _ if wide != Wide::All => Kind::Other,
            0 => Kind::All,
            1 => Kind::Not(low.iter().position(|b| !*b).unwrap_or(0) as u8),
            _ => Kind::Other,
        };
        Set { low, wide, kind }
    }

    fn wide(all: bool) -> Wide {
        if all { Wide::All } else { Wide::None }
    }

    /// Nothing.
    pub fn empty() -> Set {
        Set::with([false; 256], Wide::None)
    }

    /// All characters.
    pub fn all() -> Set {
        Set::with([true; 256], Wide::All)
    }

    /// All but a newline.
    pub fn no_newline() -> Set {
        Set::new(vec![Item::Negate, Item::Char(10)], None)
    }

    /// One character.
    pub fn char(c: u32) -> Set {
        Set::new(vec![Item::Char(c)], None)
    }

    /// What is known of it.
    #[inline]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Is a unit in it?
    #[inline(always)]
    pub fn has<U: Unit>(&self, c: U) -> bool {
        let c: u32 = c.into();
        if size_of::<U>() == 1 || c < 256 {
            self.low[(c & 255) as usize]
        } else {
            self.has_wide(c)
        }
    }

    fn has_wide(&self, c: u32) -> bool {
        match &self.wide {
            Wide::None => false,
            Wide::All => true,
            Wide::Some(items, case) => contains(items, case.map_or(c, |k| k.lower(c))),
        }
    }

    /// Adds what is in another set, and possibly more of what is wide.
    pub fn add(&mut self, other: &Set) {
        for (a, b) in self.low.iter_mut().zip(other.low) {
            *a |= b;
        }
        let wide = if self.wide == Wide::None && other.wide == Wide::None {
            Wide::None
        } else {
            Wide::All
        };
        *self = Set::with(self.low, wide);
    }

    /// Adds one character.
    pub fn add_char(&mut self, c: u32) {
        match self.low.get_mut(c as usize) {
            Some(b) => {
                *b = true;
                *self = Set::with(self.low, std::mem::replace(&mut self.wide, Wide::None));
            }
            None => self.wide = Wide::All,
        }
    }

    /// The bytes in it.
    pub fn bytes(&self) -> impl Iterator<Item = u8> + '_ {
        (0..=255u8).filter(|c| self.low[usize::from(*c)])
    }

    /// Has it no wide characters?
    pub fn is_narrow(&self) -> bool {
        self.wide == Wide::None
    }

    /// Is surely nothing in both?
    pub fn is_disjoint(&self, other: &Set) -> bool {
        (self.wide == Wide::None || other.wide == Wide::None)
            && !self.low.iter().zip(other.low).any(|(a, b)| *a && b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negated_and_wide() {
        let s = Set::new(vec![Item::Negate, Item::Char(10)], None);
        assert_eq!(s.kind(), Kind::Not(10));
        assert!(s.has(300u16) && s.has(9u8) && !s.has(10u32));
        let s = Set::new(vec![Item::Range(0x400, 0x4FF), Item::Char(65)], None);
        assert!(s.has(0x410u16) && s.has(65u8) && !s.has(0x500u32));
        assert!(s.is_disjoint(&Set::char(66)) && !s.is_disjoint(&Set::char(65)));
    }

    #[test]
    fn small_letters() {
        // The Kelvin sign's small letter is k.
        let s = Set::new(vec![Item::Char(107)], Some(Case::Unicode));
        assert!(s.has(0x212Au16) && s.has(75u8) && !s.has(74u8));
    }
}
