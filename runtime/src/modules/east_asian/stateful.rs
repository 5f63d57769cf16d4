//! Codecs of seven bits, whose bytes mean what sequences before them said: HZ and those of ISO 2022.

use super::pairs::{Set, pairs};
use super::{Encoded, Step};

/// A codec.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Stateful {
    Hz,
    Iso2022(Family),
}

/// Which sets a codec of ISO 2022 has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Family {
    Jp,
    Jp1,
    JpExt,
    Kr,
}

/// A set of ISO 2022 by the byte that names it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Charset {
    Ascii,
    Roman,
    Kana,
    Old0208,
    Jis0208,
    Jis0212,
    Ksx1001,
}

const CHARSETS: [Charset; 7] = [
    Charset::Ascii,
    Charset::Roman,
    Charset::Kana,
    Charset::Old0208,
    Charset::Jis0208,
    Charset::Jis0212,
    Charset::Ksx1001,
];

impl Charset {
    /// The set of two bytes, if it is one.
    fn pairs(self) -> Option<Set> {
        match self {
            Charset::Ascii | Charset::Roman | Charset::Kana => None,
            Charset::Old0208 | Charset::Jis0208 => Some(Set::Jis0208),
            Charset::Jis0212 => Some(Set::Jis0212),
            Charset::Ksx1001 => Some(Set::Ksx1001),
        }
    }

    fn named(two: bool, name: u8) -> Option<Charset> {
        Some(match (two, name) {
            (false, b'B') => Charset::Ascii,
            (false, b'J') => Charset::Roman,
            (false, b'I') => Charset::Kana,
            (true, b'@') => Charset::Old0208,
            (true, b'B') => Charset::Jis0208,
            (true, b'D') => Charset::Jis0212,
            (true, b'C') => Charset::Ksx1001,
            _ => return None,
        })
    }

    /// What makes it the set that is written.
    fn sequence(self) -> &'static [u8] {
        match self {
            Charset::Ascii => b"\x1b(B",
            Charset::Roman => b"\x1b(J",
            Charset::Kana => b"\x1b(I",
            Charset::Old0208 => b"\x1b$@",
            Charset::Jis0208 => b"\x1b$B",
            Charset::Jis0212 => b"\x1b$(D",
            Charset::Ksx1001 => b"\x1b$)C",
        }
    }

    /// The bytes of a character.
    fn encode(self, c: u32) -> Option<Encoded> {
        match (self, c) {
            (Charset::Roman, 0xa5) => Some(Encoded::one(b'\\')),
            (Charset::Roman, 0x203e) => Some(Encoded::one(b'~')),
            (Charset::Kana, 0xff61..=0xff9f) => Some(Encoded::one((c - 0xff40) as u8)),
            _ => {
                let [a, b] = pairs(self.pairs()?).code(c)?;
                Some(Encoded::new(&[a & 0x7f, b & 0x7f]))
            }
        }
    }
}

impl Family {
    /// Its sets besides ASCII, in the order in which characters are looked for.
    fn charsets(self) -> &'static [Charset] {
        match self {
            Family::Jp => &[Charset::Jis0208, Charset::Roman, Charset::Old0208],
            Family::Jp1 => &[
                Charset::Jis0208,
                Charset::Jis0212,
                Charset::Roman,
                Charset::Old0208,
            ],
            Family::JpExt => &[
                Charset::Jis0208,
                Charset::Jis0212,
                Charset::Roman,
                Charset::Kana,
                Charset::Old0208,
            ],
            Family::Kr => &[Charset::Ksx1001],
        }
    }
}

/// What sequences said, as a number: the two sets that may be meant, and which is.
#[derive(Clone, Copy)]
struct State {
    plain: Charset,
    shifted: Charset,
    is_shifted: bool,
    /// An unknown sequence goes on to its final byte.
    through: bool,
}

impl State {
    fn of(n: i64) -> State {
        State {
            plain: CHARSETS[(n & 7) as usize % CHARSETS.len()],
            shifted: CHARSETS[(n >> 3 & 7) as usize % CHARSETS.len()],
            is_shifted: n & 64 != 0,
            through: n & 128 != 0,
        }
    }

    fn number(self) -> i64 {
        let (a, b) = (self.plain as i64, self.shifted as i64);
        a | b << 3 | i64::from(self.is_shifted) << 6 | i64::from(self.through) << 7
    }
}

const ESCAPE: u8 = 0x1b;
const SHIFT_OUT: u8 = 0x0e;
const SHIFT_IN: u8 = 0x0f;

/// Does the byte end a sequence?
fn is_final(b: u8) -> bool {
    matches!(b, b'A'..=b'Z' | b'@')
}

impl Stateful {
    /// What some bytes, of which there is one, begin with.
    pub fn decode(self, b: &[u8], state: &mut i64) -> Step {
        match self {
            Stateful::Hz => hz(b, state),
            Stateful::Iso2022(family) => {
                let mut s = State::of(*state);
                let step = iso(family, b, &mut s);
                *state = s.number();
                step
            }
        }
    }

    /// Puts the bytes of a character behind others; false when there are none.
    pub fn encode(self, c: u32, state: &mut i64, out: &mut Vec<u8>) -> bool {
        match self {
            Stateful::Hz => {
                if c < 0x80 {
                    self.reset(state, out);
                    out.push(c as u8);
                    if c == u32::from(b'~') {
                        out.push(b'~');
                    }
                    return true;
                }
                let Some([a, b]) = pairs(Set::Gb2312).code(c) else {
                    return false;
                };
                if *state == 0 {
                    out.extend_from_slice(b"~{");
                    *state = 1;
                }
                out.extend_from_slice(&[a & 0x7f, b & 0x7f]);
                true
            }
            Stateful::Iso2022(family) => {
                if c < 0x80 {
                    self.reset(state, out);
                    out.push(c as u8);
                    return true;
                }
                let sets = family.charsets().iter();
                let mut found = sets.filter_map(|set| Some((*set, set.encode(c)?)));
                let Some((set, bytes)) = found.next() else {
                    return false;
                };
                let mut s = State::of(*state);
                if family == Family::Kr {
                    if s.shifted != set {
                        out.extend_from_slice(set.sequence());
                        s.shifted = set;
                    }
                    if !s.is_shifted {
                        out.push(SHIFT_OUT);
                        s.is_shifted = true;
                    }
                } else if s.plain != set {
                    out.extend_from_slice(set.sequence());
                    s.plain = set;
                }
                *state = s.number();
                out.extend_from_slice(bytes.bytes());
                true
            }
        }
    }

    /// Goes back to ASCII.
    pub fn reset(self, state: &mut i64, out: &mut Vec<u8>) {
        if self == Stateful::Hz {
            if *state != 0 {
                out.extend_from_slice(b"~}");
                *state = 0;
            }
            return;
        }
        let mut s = State::of(*state);
        if s.is_shifted {
            out.push(SHIFT_IN);
            s.is_shifted = false;
        }
        if s.plain != Charset::Ascii {
            out.extend_from_slice(Charset::Ascii.sequence());
            s.plain = Charset::Ascii;
        }
        *state = s.number();
    }
}

fn hz(b: &[u8], state: &mut i64) -> Step {
    let inside = *state != 0;
    match (b[0], b.get(1)) {
        (b'~', None) => Step::More,
        (b'~', Some(b'~')) if !inside => Step::Char(u32::from(b'~'), 2),
        (b'~', Some(b'{')) if !inside => {
            *state = 1;
            Step::Nothing(2)
        }
        (b'~', Some(b'}')) if inside => {
            *state = 0;
            Step::Nothing(2)
        }
        (b'~', Some(b'\n')) if !inside => Step::Nothing(2),
        (b'~', _) => Step::Wrong(2),
        (0x80.., _) => Step::Wrong(1),
        (c, _) if !inside => Step::Char(u32::from(c), 1),
        (_, None) => Step::More,
        (lead, Some(trail)) => pair(Set::Gb2312, lead, *trail),
    }
}

fn pair(set: Set, lead: u8, trail: u8) -> Step {
    let seven = trail < 0x80;
    match pairs(set).char(lead | 0x80, trail | 0x80).filter(|_| seven) {
        Some(c) => Step::Char(c, 2),
        None => Step::Wrong(2),
    }
}

fn iso(family: Family, b: &[u8], s: &mut State) -> Step {
    let c = b[0];
    if s.through {
        s.through = !is_final(c);
        return Step::Char(u32::from(c), 1);
    }
    match c {
        ESCAPE => match b.get(1) {
            None => Step::More,
            Some(b'(' | b')' | b'$' | b'.' | b'&') => sequence(family, b, s),
            Some(_) => {
                s.through = true;
                Step::Char(u32::from(c), 1)
            }
        },
        SHIFT_OUT | SHIFT_IN if family == Family::Kr => {
            s.is_shifted = c == SHIFT_OUT;
            Step::Nothing(1)
        }
        b'\n' => {
            s.is_shifted = false;
            Step::Char(u32::from(c), 1)
        }
        0..0x20 => Step::Char(u32::from(c), 1),
        0x80.. => Step::Wrong(1),
        _ => {
            let set = if s.is_shifted { s.shifted } else { s.plain };
            match (set, c) {
                (Charset::Roman, b'\\') => Step::Char(0xa5, 1),
                (Charset::Roman, b'~') => Step::Char(0x203e, 1),
                (Charset::Kana, 0x21..=0x5f) => Step::Char(u32::from(c) + 0xff40, 1),
                (Charset::Kana, _) => Step::Wrong(1),
                _ => match (set.pairs(), b.get(1)) {
                    (None, _) => Step::Char(u32::from(c), 1),
                    (Some(_), None) => Step::More,
                    (Some(set), Some(trail)) => pair(set, c, *trail),
                },
            }
        }
    }
}

/// A sequence that names a set.
fn sequence(family: Family, b: &[u8], s: &mut State) -> Step {
    let mut i = 1;
    let len = loop {
        match b.get(i) {
            _ if i >= 16 => return Step::Wrong(1),
            None => return Step::More,
            // A revision is told before the set.
            Some(b'&') if family != Family::Kr && b.get(i + 1) == Some(&b'@') => i += 2,
            Some(c) if is_final(*c) => break i + 1,
            Some(_) => i += 1,
        }
    };
    let (two, place, name) = match &b[..len] {
        [_, b'$', name] => (true, b'(', *name),
        [_, place, name] => (false, *place, *name),
        [_, b'$', place, name] => (true, *place, *name),
        [_, b'&', b'@', _, b'$', b'B'] => (true, b'(', b'B'),
        _ => return Step::Wrong(len),
    };
    let known = |set: &Charset| *set == Charset::Ascii || family.charsets().contains(set);
    let Some(set) = Charset::named(two, name).filter(known) else {
        return Step::Wrong(len);
    };
    match place {
        b'(' => s.plain = set,
        b')' => s.shifted = set,
        _ => return Step::Wrong(len),
    }
    Step::Nothing(len)
}
