//! Identifiers as small numbers.
//!
//! Every identifier of a unit is stored once, so that comparing, hashing and keying
//! by one is integer work. Keywords come first in the table: the tokenizer finds
//! out that a word is one by comparing its number.

use bumpalo::Bump;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::OnceLock;

/// An identifier of one unit; [`Names`] has its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(pub u32);

/// The identifiers of a unit, numbered from 0 in order of first appearance.
#[derive(Debug)]
pub struct Names<'a> {
    bump: &'a Bump,
    texts: Vec<&'a str>,
    index: hashbrown::HashTable<Name>,
}

/// The words that every unit's table begins with, hashed once: small sources are parsed often.
struct Words {
    texts: Vec<&'static str>,
    index: hashbrown::HashTable<Name>,
}

impl Words {
    fn get() -> &'static Words {
        static WORDS: OnceLock<Words> = OnceLock::new();
        WORDS.get_or_init(|| {
            let texts: Vec<_> = crate::layout::words().collect();
            let mut index = hashbrown::HashTable::with_capacity(ROOM);
            let hash_of = |n: &Name| hash(texts[n.0 as usize].as_bytes());
            for n in 0..texts.len() as u32 {
                index.insert_unique(hash_of(&Name(n)), Name(n), hash_of);
            }
            Words { texts, index }
        })
    }
}

/// The words, and the identifiers of a small source.
const ROOM: usize = 64;

impl<'a> Names<'a> {
    /// A table of the words that [`crate::layout`] knows by their numbers.
    pub fn new(bump: &'a Bump) -> Self {
        let words = Words::get();
        let mut texts = Vec::with_capacity(ROOM);
        texts.extend_from_slice(&words.texts);
        Names {
            bump,
            texts,
            index: words.index.clone(),
        }
    }

    /// The text of `name`.
    pub fn text(&self, name: Name) -> &'a str {
        self.texts[name.0 as usize]
    }

    /// How many there are: one more than the greatest number.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The number of `text`, if it occurs.
    pub fn find(&self, text: &str) -> Option<Name> {
        self.index
            .find(hash(text.as_bytes()), |n| self.texts[n.0 as usize] == text)
            .copied()
    }

    /// The number of `text`, a new one if it does not occur yet.
    pub fn intern(&mut self, text: &str) -> Name {
        let texts = &mut self.texts;
        let entry = self.index.entry(
            hash(text.as_bytes()),
            |n| texts[n.0 as usize] == text,
            |n| hash(texts[n.0 as usize].as_bytes()),
        );
        match entry {
            hashbrown::hash_table::Entry::Occupied(e) => *e.get(),
            hashbrown::hash_table::Entry::Vacant(e) => {
                let name = Name(texts.len() as u32);
                e.insert(name);
                texts.push(self.bump.alloc_str(text));
                name
            }
        }
    }
}

/// Multiply-and-rotate over eight bytes at a time: identifiers are short and come
/// from one source file, so speed matters and resistance to attack does not.
fn hash(bytes: &[u8]) -> u64 {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut h = bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for c in &mut chunks {
        let word = u64::from_le_bytes(c.try_into().expect("chunks of eight"));
        h = (h.rotate_left(5) ^ word).wrapping_mul(K);
    }
    for &b in chunks.remainder() {
        h = (h.rotate_left(5) ^ u64::from(b)).wrapping_mul(K);
    }
    h ^ (h >> 29)
}

/// A hasher for keys that are already well spread numbers, such as [`Name`].
#[derive(Default)]
pub struct NameHasher(u64);

impl Hasher for NameHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash(bytes);
    }
    fn write_u32(&mut self, n: u32) {
        self.0 = u64::from(n).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
    fn finish(&self) -> u64 {
        self.0
    }
}

/// A map keyed by [`Name`].
pub type NameMap<V> = std::collections::HashMap<Name, V, BuildHasherDefault<NameHasher>>;
