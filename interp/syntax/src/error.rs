//! What goes wrong with a source text, said as CPython 2.7 says it.
//!
//! Which fields CPython fills depends on where in its front end an error arises: the
//! parser knows line, offset and text; the tree builder and the later passes know the
//! line only, and look the text up in the file of that name; some know no line. The same
//! here: with a line but no text, the caller is to read that line of the file, if there
//! is such a file.

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
    /// One-based. Without a line the exception has a message only (and no file name).
    pub lineno: Option<u32>,
    /// One-based column of the caret, where CPython sets one.
    pub offset: Option<u32>,
    pub text: Option<Vec<u8>>,
    /// Whether file name, line and so on are in the exception's `args`; CPython's
    /// symbol tables set them as attributes only.
    pub in_args: bool,
    /// What was warned of before.
    pub warnings: Vec<crate::Warning>,
}

impl SyntaxError {
    /// One that has a line at most.
    pub fn new(kind: ErrorKind, msg: String, filename: &str, lineno: Option<u32>) -> SyntaxError {
        let filename = filename.to_owned();
        SyntaxError {
            kind,
            msg,
            filename,
            lineno,
            offset: None,
            text: None,
            in_args: true,
            warnings: Vec::new(),
        }
    }

    /// The same, after those warnings.
    pub fn after(mut self: Box<Self>, mut warnings: Vec<crate::Warning>) -> Box<Self> {
        warnings.append(&mut self.warnings);
        self.warnings = warnings;
        self
    }
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
        write!(f, "{}: {}", self.kind.class(), self.msg)?;
        match self.lineno {
            Some(lineno) => write!(f, " ({}, line {lineno})", self.filename),
            None => Ok(()),
        }
    }
}

impl std::error::Error for SyntaxError {}

/// Boxed, because errors are large, rare, and in the way of every result.
pub type Result<T> = std::result::Result<T, Box<SyntaxError>>;
