//! Codecs of seven bits, whose bytes mean what sequences before them said: HZ and those of ISO 2022.

use encoding_rs::ISO_8859_7;

use super::jisx0213::{self, Cell, Edition};
use super::pairs::{Set, pairs, standard};
use super::{Encoded, Sequence, Step};

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
    Jp2,
    Jp3,
    Jp2004,
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
    Gb2312,
    Latin1,
    Greek,
    /// A plane of JIS X 0213, whose first one changed its name with its edition.
    First,
    First2004,
    Second,
}

const CHARSETS: [Charset; 13] = [
    Charset::Ascii,
    Charset::Roman,
    Charset::Kana,
    Charset::Old0208,
    Charset::Jis0208,
    Charset::Jis0212,
    Charset::Ksx1001,
    Charset::Gb2312,
    Charset::Latin1,
    Charset::Greek,
    Charset::First,
    Charset::First2004,
    Charset::Second,
];

impl Charset {
    /// The set of two bytes, if it is one.
    fn pairs(self) -> Option<Set> {
        match self {
            Charset::Ascii
            | Charset::Roman
            | Charset::Kana
            | Charset::Latin1
            | Charset::Greek
            | Charset::First
            | Charset::First2004
            | Charset::Second => None,
            Charset::Old0208 | Charset::Jis0208 => Some(Set::Jis0208),
            Charset::Jis0212 => Some(Set::Jis0212),
            Charset::Ksx1001 => Some(Set::Ksx1001),
            Charset::Gb2312 => Some(Set::Gb2312),
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
            (true, b'A') => Charset::Gb2312,
            (true, b'O') => Charset::First,
            (true, b'Q') => Charset::First2004,
            (true, b'P') => Charset::Second,
            (false, b'A') => Charset::Latin1,
            (false, b'F') => Charset::Greek,
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
            Charset::Gb2312 => b"\x1b$A",
            Charset::Latin1 => b"\x1b.A",
            Charset::Greek => b"\x1b.F",
            Charset::First => b"\x1b$(O",
            Charset::First2004 => b"\x1b$(Q",
            Charset::Second => b"\x1b$(P",
        }
    }

    /// The bytes of a character.
    fn encode(self, c: u32, edition: Edition) -> Option<Encoded> {
        match (self, c) {
            (Charset::Roman, 0xa5) => Some(Encoded::one(b'\\')),
            (Charset::Roman, 0x203e) => Some(Encoded::one(b'~')),
            (Charset::Kana, 0xff61..=0xff9f) => Some(Encoded::one((c - 0xff40) as u8)),
            (Charset::First | Charset::First2004 | Charset::Second, _) => {
                let edition = match self {
                    Charset::First => Edition::First,
                    _ => edition,
                };
                let code = jisx0213::added(edition, c)?;
                let second = code & jisx0213::SECOND != 0;
                let [a, b] = (code & 0x7f7f).to_be_bytes();
                (second == (self == Charset::Second)).then(|| Encoded::new(&[a, b]))
            }
            _ => {
                let [a, b] = pairs(self.pairs()?).code(c)?;
                Some(Encoded::new(&[a & 0x7f, b & 0x7f]))
            }
        }
    }
}

impl Family {
    fn edition(self) -> Edition {
        match self {
            Family::Jp2004 => Edition::Second,
            _ => Edition::First,
        }
    }

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
            Family::Jp2 => &[
                Charset::Jis0208,
                Charset::Jis0212,
                Charset::Ksx1001,
                Charset::Gb2312,
                Charset::Roman,
                Charset::Old0208,
                Charset::Latin1,
                Charset::Greek,
            ],
            Family::Jp3 => &[Charset::Jis0208, Charset::First, Charset::Second],
            Family::Jp2004 => &[Charset::Jis0208, Charset::First2004, Charset::Second],
            Family::Kr => &[Charset::Ksx1001],
        }
    }
}

/// What sequences said, as a number: the two sets that may be meant, and which is.
#[derive(Clone, Copy)]
pub struct State {
    plain: Charset,
    shifted: Charset,
    /// For one character behind an `ESC N`.
    third: Charset,
    is_shifted: bool,
    /// An unknown sequence goes on to its final byte.
    through: bool,
}

impl State {
    /// What a number says.
    pub fn of(n: i64) -> State {
        State {
            plain: CHARSETS[(n & 15) as usize % CHARSETS.len()],
            shifted: CHARSETS[(n >> 4 & 15) as usize % CHARSETS.len()],
            third: CHARSETS[(n >> 8 & 15) as usize % CHARSETS.len()],
            is_shifted: n & 0x1000 != 0,
            through: n & 0x2000 != 0,
        }
    }

    /// The number that says it.
    pub fn number(self) -> i64 {
        let [a, b, c] = [self.plain, self.shifted, self.third].map(|set| set as i64);
        a | b << 4 | c << 8 | i64::from(self.is_shifted) << 12 | i64::from(self.through) << 13
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
    /// The pairs of characters that have a code together.
    pub fn sequences(self) -> &'static [Sequence] {
        match self {
            Stateful::Iso2022(Family::Jp3 | Family::Jp2004) => jisx0213::sequences(),
            _ => &[],
        }
    }

    /// What some bytes, of which there is one, begin with.
    pub fn decode(self, b: &[u8], state: &mut State) -> Step {
        match self {
            Stateful::Hz => hz(b, state),
            Stateful::Iso2022(family) => iso(family, b, state),
        }
    }

    /// Puts the bytes of a character behind others; false when there are none.
    pub fn encode(self, c: u32, s: &mut State, out: &mut Vec<u8>) -> bool {
        match self {
            Stateful::Hz => {
                if c < 0x80 {
                    self.reset(s, out);
                    out.push(c as u8);
                    if c == u32::from(b'~') {
                        out.push(b'~');
                    }
                    return true;
                }
                let Some([a, b]) = pairs(Set::Gb2312).code(c) else {
                    return false;
                };
                if !s.is_shifted {
                    out.extend_from_slice(b"~{");
                    s.is_shifted = true;
                }
                out.extend_from_slice(&[a & 0x7f, b & 0x7f]);
                true
            }
            Stateful::Iso2022(family) => {
                if c < 0x80 {
                    self.reset(s, out);
                    out.push(c as u8);
                    return true;
                }
                let sets = family.charsets().iter();
                let edition = family.edition();
                let mut found = sets.filter_map(|set| Some((*set, set.encode(c, edition)?)));
                let Some((set, bytes)) = found.next() else {
                    return false;
                };
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
                    out.extend_from_slice(match set {
                        Charset::Ksx1001 => b"\x1b$(C",
                        Charset::Gb2312 => b"\x1b$(A",
                        set => set.sequence(),
                    });
                    s.plain = set;
                }
                out.extend_from_slice(bytes.bytes());
                true
            }
        }
    }

    /// Goes back to ASCII.
    pub fn reset(self, s: &mut State, out: &mut Vec<u8>) {
        if self == Stateful::Hz {
            if s.is_shifted {
                out.extend_from_slice(b"~}");
                s.is_shifted = false;
            }
            return;
        }
        if s.is_shifted {
            out.push(SHIFT_IN);
            s.is_shifted = false;
        }
        if s.plain != Charset::Ascii {
            out.extend_from_slice(Charset::Ascii.sequence());
            s.plain = Charset::Ascii;
        }
    }
}

fn hz(b: &[u8], s: &mut State) -> Step {
    let inside = s.is_shifted;
    match (b[0], b.get(1)) {
        (b'~', None) => Step::More,
        (b'~', Some(b'~')) if !inside => Step::Char(u32::from(b'~'), 2),
        (b'~', Some(b'{')) if !inside => {
            s.is_shifted = true;
            Step::Nothing(2)
        }
        (b'~', Some(b'}')) if inside => {
            s.is_shifted = false;
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

/// A character behind `ESC N`.
fn third(set: Charset, c: Option<u8>) -> Step {
    let Some(c) = c else { return Step::More };
    let found = match (set, c ^ 0x80) {
        (Charset::Greek, c @ ..0xa0) => Some(u32::from(c)),
        // Characters that the standard got later are left out.
        (Charset::Greek, c) => {
            standard(ISO_8859_7, &[c]).filter(|c| !matches!(c, 0x20ac | 0x20af | 0x37a))
        }
        _ if c >= 0x80 => None,
        (Charset::Latin1, c) => Some(u32::from(c)),
        (Charset::Ascii, _) => Some(u32::from(c)),
        _ => None,
    };
    match found {
        Some(c) => Step::Char(c, 3),
        None => Step::Wrong(3),
    }
}

fn jis(edition: Edition, plane: u16, lead: u8, trail: u8) -> Step {
    let code = u16::from_be_bytes([lead, trail & 0x7f]) | plane;
    match jisx0213::cell(edition, code).filter(|_| trail < 0x80) {
        Some(Cell::One(c)) => Step::Char(c, 2),
        Some(Cell::Two(two)) => Step::Two(two, 2),
        None => Step::Wrong(2),
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
            Some(b'N') if family == Family::Jp2 => third(s.third, b.get(2).copied()),
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
                (Charset::First | Charset::First2004 | Charset::Second, _) => {
                    let plane = match set {
                        Charset::Second => jisx0213::SECOND,
                        _ => 0,
                    };
                    // CPython decodes the second plane as of 2004 in both.
                    let edition = match set {
                        Charset::Second => Edition::Second,
                        _ => family.edition(),
                    };
                    match b.get(1) {
                        None => Step::More,
                        Some(b'2') if c == b'"' && plane == 0 => Step::Char(u32::from(b'~'), 2),
                        Some(trail) => jis(edition, plane, c, *trail),
                    }
                }
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
    let upper = matches!(set, Charset::Latin1 | Charset::Greek);
    match place {
        b'.' if upper || set == Charset::Ascii && family == Family::Jp2 => s.third = set,
        _ if upper => return Step::Wrong(len),
        b'(' => s.plain = set,
        b')' => s.shifted = set,
        _ => return Step::Wrong(len),
    }
    Step::Nothing(len)
}
