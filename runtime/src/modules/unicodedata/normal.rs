//! Normal forms of text.
//!
//! Most text has the form that is asked for: of each character is kept, when its block is first met, which forms it
//! may be changed in, so that such text is only looked through.

use std::sync::OnceLock;

use hashbrown::HashMap;

use super::database::Version;
use super::tables::PAIRS;
use crate::text::Unit;

/// A combining mark: its class is not 0.
const MARK: u8 = 1;
/// Has a canonical decomposition, or any at all.
const CANONICAL: u8 = 2;
const ANY: u8 = 4;
/// Joins some character before it.
const SECOND: u8 = 8;
/// Does not stay what it is when taken apart and put together again, canonically or for compatibility.
const CHANGED: u8 = 16;
const CHANGED_ANY: u8 = 32;

/// Code points of a block.
const BLOCK: usize = 256;
type Block = [u8; BLOCK];

/// What is known of the characters of a version, by blocks.
struct Known([OnceLock<Box<Block>>; 0x11_0000 / BLOCK]);

static NOW: Known = Known([const { OnceLock::new() }; 0x11_0000 / BLOCK]);
static THEN: Known = Known([const { OnceLock::new() }; 0x11_0000 / BLOCK]);

/// Looks characters up, of which most are in the block of the one before.
struct Reader {
    version: Version,
    number: usize,
    block: &'static Block,
}

impl Reader {
    fn new(version: Version) -> Reader {
        Reader {
            version,
            number: 0,
            block: block(version, 0),
        }
    }

    #[inline(always)]
    fn bits(&mut self, c: u32) -> u8 {
        let number = c as usize / BLOCK;
        if number != self.number {
            self.number = number;
            self.block = block(self.version, number);
        }
        self.block[c as usize % BLOCK]
    }

    /// The combining class.
    #[inline(always)]
    fn class(&mut self, c: u32) -> u8 {
        match self.bits(c) & MARK {
            0 => 0,
            _ => self.version.record(c).combining,
        }
    }
}

fn block(version: Version, number: usize) -> &'static Block {
    let known = match version {
        Version::Now => &NOW,
        Version::Then => &THEN,
    };
    let make = || {
        let mut block = Box::new([0; BLOCK]);
        let first = number * BLOCK;
        for (bits, c) in block.iter_mut().zip(first as u32..) {
            *bits = bits_of(version, c);
        }
        block
    };
    known.0[number.min(known.0.len() - 1)].get_or_init(make)
}

fn bits_of(version: Version, c: u32) -> u8 {
    let mut bits = 0;
    if version.record(c).combining != 0 {
        bits |= MARK;
    }
    if is_second(c) {
        bits |= SECOND;
    }
    let whole = |compatible: bool| {
        let mut parts = Vec::new();
        version.decompose(c, compatible, &mut parts);
        parts
    };
    for (compatible, changes, stays_changed) in
        [(false, CANONICAL, CHANGED), (true, ANY, CHANGED_ANY)]
    {
        let mut parts = whole(compatible);
        if parts == [c] {
            continue;
        }
        bits |= changes;
        // Classes and pairs are looked up without the blocks, of which this one is still being made.
        let class = |c: u32| version.record(c).combining;
        sort_marks(class, &mut parts);
        compose(class, |_| true, &mut parts);
        if parts != [c] {
            bits |= stays_changed;
        }
    }
    bits
}

/// Syllables of Hangul, which are computed.
pub(super) mod hangul {
    pub const S: u32 = 0xAC00;
    pub const L: u32 = 0x1100;
    pub const V: u32 = 0x1161;
    pub const T: u32 = 0x11A7;
    pub const T_COUNT: u32 = 28;
    pub const N_COUNT: u32 = 21 * T_COUNT;
    pub const S_COUNT: u32 = 19 * N_COUNT;
}

/// What pairs make, and the characters that are second in some pair.
struct Pairs {
    made: HashMap<(u32, u32), u32>,
    seconds: Vec<u32>,
}

fn pairs() -> &'static Pairs {
    static MADE: OnceLock<Pairs> = OnceLock::new();
    MADE.get_or_init(|| {
        let mut seconds: Vec<u32> = PAIRS.iter().map(|p| p.1).collect();
        seconds.sort_unstable();
        seconds.dedup();
        Pairs {
            made: PAIRS.iter().map(|(a, b, c)| ((*a, *b), *c)).collect(),
            seconds,
        }
    })
}

fn is_second(c: u32) -> bool {
    use hangul::{T, T_COUNT, V};
    (V..V + 21).contains(&c)
        || (T + 1..T + T_COUNT).contains(&c)
        || pairs().seconds.binary_search(&c).is_ok()
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
    pairs().made.get(&(a, b)).copied()
}

/// Puts runs of combining marks in the order of their classes.
fn sort_marks(mut class: impl FnMut(u32) -> u8, text: &mut [u32]) {
    let mut i = 0;
    while i < text.len() {
        let n = text[i..].iter().take_while(|c| class(**c) != 0).count();
        if n > 1 {
            text[i..i + n].sort_by_key(|c| class(*c));
        }
        i += n + 1;
    }
}

/// Puts characters together.
fn compose(
    mut class: impl FnMut(u32) -> u8,
    mut may_join: impl FnMut(u32) -> bool,
    text: &mut Vec<u32>,
) {
    let mut to = 0;
    let mut starter: Option<usize> = None;
    // Class of the last mark that stayed, behind the starter.
    let mut last = 0;
    for from in 0..text.len() {
        let c = text[from];
        let class = class(c);
        let adjacent = starter.is_some_and(|s| s + 1 == to);
        if let Some(s) = starter
            && (adjacent || (last != 0 && last < class))
            && may_join(c)
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

/// Has a text a form, in which characters of some bits may be changed?
fn is_normal<U: Unit>(reader: &mut Reader, text: &[U], changing: u8) -> bool {
    let mut last = 0;
    for c in text {
        let c = (*c).into();
        let bits = reader.bits(c);
        if bits & (changing | MARK) == 0 {
            last = 0;
            continue;
        }
        if bits & changing != 0 {
            return false;
        }
        let class = reader.class(c);
        if class < last {
            return false;
        }
        last = class;
    }
    true
}

/// The full decompositions of a version, made when the first is asked for.
struct Decompositions {
    parts: Vec<u32>,
    /// Where those of a character are, and how many.
    places: HashMap<u32, (u32, u32)>,
}

impl Decompositions {
    fn of(version: Version, compatible: bool) -> &'static Decompositions {
        static MADE: [OnceLock<Decompositions>; 4] = [const { OnceLock::new() }; 4];
        let number = usize::from(compatible) * 2 + usize::from(version == Version::Then);
        MADE[number].get_or_init(|| {
            let mut made = Decompositions {
                parts: Vec::new(),
                places: HashMap::new(),
            };
            for c in super::database::decomposed() {
                let start = made.parts.len();
                version.decompose(c, compatible, &mut made.parts);
                let n = made.parts.len() - start;
                made.places.insert(c, (start as u32, n as u32));
            }
            made
        })
    }

    fn get(&self, c: u32) -> Option<&[u32]> {
        let (start, n) = self.places.get(&c)?;
        self.parts.get(*start as usize..(*start + *n) as usize)
    }
}

impl Version {
    /// The normal form of a text, unless it has that.
    pub fn normalize<U: Unit>(
        self,
        text: &[U],
        compatible: bool,
        composed: bool,
    ) -> Option<Vec<u32>> {
        let mut reader = Reader::new(self);
        let apart = if compatible { ANY } else { CANONICAL };
        let changing = match (composed, compatible) {
            (false, _) => apart,
            (true, false) => CHANGED | SECOND,
            (true, true) => CHANGED_ANY | SECOND,
        };
        if is_normal(&mut reader, text, changing) {
            return None;
        }
        let parts = Decompositions::of(self, compatible);
        let mut out: Vec<u32> = Vec::with_capacity(text.len() + text.len() / 2);
        let mut marks = false;
        for c in text {
            let c = (*c).into();
            let bits = reader.bits(c);
            marks |= bits & (MARK | apart) != 0;
            if bits & apart == 0 {
                out.push(c);
            } else if let Some(parts) = parts.get(c) {
                out.extend_from_slice(parts);
            } else {
                self.decompose(c, compatible, &mut out);
            }
        }
        if marks {
            sort_marks(|c| reader.class(c), &mut out);
        }
        if composed {
            let mut second = Reader::new(self);
            compose(
                |c| reader.class(c),
                |c| second.bits(c) & SECOND != 0,
                &mut out,
            );
        }
        let same = out.len() == text.len() && out.iter().zip(text).all(|(n, o)| *n == (*o).into());
        (!same).then_some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        let normal = |text: &[u32], compatible, composed| {
            Version::Now
                .normalize(text, compatible, composed)
                .unwrap_or(text.to_vec())
        };
        let (decomposed, composed) = ([0x65, 0x301], [0xe9]);
        assert_eq!(normal(&composed, false, false), decomposed);
        assert_eq!(normal(&decomposed, false, true), composed);
        assert_eq!(normal(&composed, false, true), composed);
        assert_eq!(normal(&[0xac01], false, false), [0x1100, 0x1161, 0x11a8]);
        assert_eq!(normal(&[0x1100, 0x1161, 0x11a8], false, true), [0xac01]);
        assert_eq!(normal(&[0xfb01], true, true), [0x66, 0x69]);
        assert_eq!(normal(&[0xfb01], false, true), [0xfb01]);
        // Marks come in the order of their classes.
        assert_eq!(
            normal(&[0x61, 0x301, 0x323], false, false),
            [0x61, 0x323, 0x301]
        );
        // What is composed is taken apart where it may not stay.
        assert_eq!(normal(&[0x958], false, true), [0x915, 0x93c]);
    }
}
