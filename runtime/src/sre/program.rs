//! What a pattern is translated to.

use super::chars::Case;
use super::set::Set;

/// Where in the subject something must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    Start,
    LineStart,
    End,
    LineEnd,
    StringEnd,
    /// At the edge of a word (or not), as one of three modes has them.
    Boundary(Case),
    NotBoundary(Case),
}

/// An instruction. Numbers are indices into the program's tables, or of instructions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    Success,
    Fail,
    Char(u32),
    /// A run of characters in [`Program::text`].
    Text {
        at: u32,
        len: u32,
    },
    Set(u32),
    /// Puts the position down: even numbers begin groups, odd ones end them.
    Mark(u32),
    At(At),
    Jump(u32),
    Branch(u32),
    /// A greedy or lazy repeat of one character.
    Many(u32),
    Few(u32),
    /// The beginning of any other repeat, and its end.
    Repeat(u32),
    MaxUntil(u32),
    MinUntil(u32),
    Group(u32),
    GroupIgnore(u32),
    /// Goes on behind it if the group is there, else at `no`.
    IfGroup {
        group: u32,
        no: u32,
    },
    /// An assertion about what follows from `back` characters before; its code is behind it, up to a
    /// `Success`; it goes on at `end`.
    Assert {
        back: u32,
        end: u32,
    },
    AssertNot {
        back: u32,
        end: u32,
    },
}

/// An alternative.
#[derive(Clone, Copy, Debug)]
pub struct Alternative {
    pub pc: u32,
    /// What it must begin with, a set.
    pub first: Option<u32>,
}

/// Alternatives.
#[derive(Debug)]
pub struct Branch {
    pub alternatives: Box<[Alternative]>,
    /// In a repeat: positions of groups are put back.
    pub in_repeat: bool,
    /// Which alternatives a byte may begin, if there are up to 64; for the others each is asked.
    pub table: Option<Table>,
}

/// For each byte a mask of alternatives, by way of classes of bytes.
#[derive(Debug)]
pub struct Table {
    pub class: Box<[u8; 256]>,
    pub masks: Box<[u64]>,
    /// At the end of the subject.
    pub at_end: u64,
}

/// What is repeated, one character wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Single {
    Set(u32),
    Char(u32),
    /// Code up to a `Success`.
    Code(u32),
}

/// What follows a repeat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Not known.
    Any,
    /// The end of the pattern: it takes whatever is there.
    Done,
    Char(u32),
    Set(u32),
}

/// A repeat of one character.
#[derive(Clone, Copy, Debug)]
pub struct Loop {
    pub item: Single,
    pub min: usize,
    pub max: usize,
    pub next: Next,
    /// No character of `item` can begin what follows: only the longest run can do.
    pub greedy_only: bool,
    /// In another repeat.
    pub in_repeat: bool,
    /// The code behind it.
    pub tail: u32,
}

/// Any other repeat.
#[derive(Clone, Copy, Debug)]
pub struct Repeat {
    pub min: usize,
    pub max: usize,
    pub body: u32,
    pub until: u32,
}

/// How candidates for a match are found.
#[derive(Debug)]
pub enum Start {
    /// Anywhere.
    Anywhere,
    /// Only at the beginning of the subject.
    Beginning,
    /// At beginnings of lines.
    Lines,
    Char(u32),
    /// One of two or three bytes; in wide subjects, a set.
    Bytes(Box<[u8]>, u32),
    /// A text of two characters or more.
    Text(Box<Prefix>),
    Set(u32),
}

/// The text that all matches begin with.
#[derive(Debug)]
pub struct Prefix {
    pub chars: Box<[u32]>,
    /// Finds it in bytes, unless it has a character that is none.
    pub finder: Option<memchr::memmem::Finder<'static>>,
    /// It is the whole pattern.
    pub whole: bool,
}

/// A translated pattern.
#[derive(Debug)]
pub struct Program {
    pub code: Box<[Op]>,
    pub text: Box<[u32]>,
    pub sets: Box<[Set]>,
    pub branches: Box<[Branch]>,
    pub loops: Box<[Loop]>,
    pub repeats: Box<[Repeat]>,
    pub start: Start,
    /// A match has at least so many characters.
    pub min: usize,
    pub case: Case,
    /// No shortcuts in what is put back: see [`super`].
    pub exact: bool,
    /// Candidates may be passed over by what comes first in groups.
    pub early: bool,
}
