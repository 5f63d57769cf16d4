//! The front end: Python 2.7 source text to syntax tree and scopes.
//!
//! Under construction; the tree's shape is settled, see [`ast`].

pub mod ast;
pub mod error;
pub mod flags;
pub mod names;

pub use bumpalo::Bump as Arena;
pub use error::{ErrorKind, SyntaxError};
pub use flags::Flags;
pub use names::{Name, Names};

/// What a source is parsed as: the third argument of `compile()`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Exec,
    Eval,
    Single,
}

/// A parsed unit.
#[derive(Debug)]
pub struct Parsed<'a> {
    pub module: ast::Mod<'a>,
    pub names: Names<'a>,
    /// The flags given, and the future features that the unit turns on.
    pub flags: Flags,
    /// How many scopes were numbered: one more than the greatest `ScopeId`.
    pub scopes: u32,
}

/// Parses `source`, allocating the tree in `arena`.
pub fn parse<'a>(
    _arena: &'a Arena,
    _source: &[u8],
    _filename: &str,
    _mode: Mode,
    _flags: Flags,
) -> Result<Parsed<'a>, SyntaxError> {
    todo!("parser")
}
