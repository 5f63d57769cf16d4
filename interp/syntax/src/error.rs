//! What goes wrong with a source text, said as CPython 2.7 says it.
//!
//! Which fields CPython fills depends on where in its front end an error arises: the
//! parser knows line, offset and text; the tree builder and the later passes know the
//! line only, and look the text up in the file of that name. The same here: `text`
//! is `None` when the caller is to read line `lineno` of the file, if it exists.

use std::fmt;

/// The exception class to raise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    Syntax,
    Indentation,
    Tab,
    /// Too deep for CPython's parser stack. Raised without arguments.
    Memory,
    /// An escape such as `\x` without digits in a `str`.
    Value,
    Overflow,
    System,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    pub kind: ErrorKind,
    pub msg: String,
    pub filename: String,
    /// One-based; 0 where CPython leaves it out (see [`ErrorKind`]: those that are
    /// not syntax errors carry a message only).
    pub lineno: u32,
    /// One-based column of the caret, where CPython sets one.
    pub offset: Option<u32>,
    pub text: Option<Vec<u8>>,
}

impl ErrorKind {
    /// The class's name.
    pub fn class(self) -> &'static str {
        match self {
            ErrorKind::Syntax => "SyntaxError",
            ErrorKind::Indentation => "IndentationError",
            ErrorKind::Tab => "TabError",
            ErrorKind::Memory => "MemoryError",
            ErrorKind::Value => "ValueError",
            ErrorKind::Overflow => "OverflowError",
            ErrorKind::System => "SystemError",
        }
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: {} ({}, line {})",
            self.kind.class(),
            self.msg,
            self.filename,
            self.lineno
        )
    }
}

impl std::error::Error for SyntaxError {}

pub type Result<T> = std::result::Result<T, SyntaxError>;
