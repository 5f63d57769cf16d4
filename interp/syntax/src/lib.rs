//! The front end: Python 2.7 source text to syntax tree and scopes.
//!
//! ```text
//! bytes ──source──▶ UTF-8 lines ──layout──▶ token text ──grammar (pest)──▶ events ──build──▶ tree
//! ```
//!
//! One rule explains most of what is odd here: a program that CPython 2.7.18 rejects
//! is rejected with the same exception, message, line, offset and text; a program that
//! it accepts gives the same tree, positions included.

pub mod ast;
mod build;
pub mod check;
pub mod codec;
pub mod concrete;
mod dump;
pub mod error;
pub mod flags;
mod future;
mod grammar;
mod layout;
mod literal;
pub mod names;
mod report;
mod repr;
mod scan;
mod source;
pub mod symtable;
mod token;

pub use bumpalo::Bump as Arena;
pub use dump::dump;
pub use error::{ErrorKind, Result, SyntaxError};
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
    /// The flags given, and the future features that the parser found turned on.
    pub flags: Flags,
    /// How many scopes were numbered: one more than the greatest `ScopeId`.
    pub scopes: u32,
    /// The first line that `-t` would warn of, when asked with [`Flags::TABS_WARN`].
    pub inconsistent_tabs: Option<u32>,
    /// The lines of all `<>`, which Python 3 does not have.
    pub diamonds: Vec<u32>,
    /// The source is in an encoding of the program's registry ([`codec::install`]), which may give another text the next
    /// time.
    pub registered_encoding: bool,
}

/// What a warning of the compiler is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    Syntax,
    /// A `SyntaxWarning` for those who ask what Python 3 does not have.
    SyntaxOfPython3,
    /// A `DeprecationWarning` for them.
    DeprecationOfPython3,
}

/// A warning to issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    pub msg: String,
    pub lineno: u32,
    /// Whether the warning, where the filters make an error of it, becomes a `SyntaxError`
    /// of that message and line, and not a `SyntaxWarning` raised.
    pub is_syntax_error: bool,
    pub category: Category,
}

/// Runs a step of a recursion over the tree. Trees can be deeper than the stack: operators
/// nest to the left without a bound.
fn deep<T>(step: impl FnOnce() -> T) -> T {
    const RESERVE: usize = 64 * 1024;
    const SEGMENT: usize = 1024 * 1024;
    stacker::maybe_grow(RESERVE, SEGMENT, step)
}

/// Parses `source`, allocating the tree in `arena`. Finds what CPython finds up to its
/// tree, as `compile(…, PyCF_ONLY_AST)` does; scopes and the like come after.
///
/// A `source` with a zero byte ends there, or is wrong there; `compile()` refuses it.
pub fn parse<'a>(
    arena: &'a Arena,
    source: &[u8],
    filename: &str,
    mode: Mode,
    flags: Flags,
) -> Result<Parsed<'a>> {
    let lines = match flags.has(Flags::SOURCE_IS_FILE) {
        true => source::without_nulls(source),
        false => source.into(),
    };
    let source = &*lines;
    let file = (mode == Mode::Exec && flags.has(Flags::SOURCE_IS_FILE))
        .then(|| source.ends_with(b"\n") || source.ends_with(b"\r"));
    let source = source::Source::new(source, filename, mode, flags)?;
    let mut names = Names::new(arena);
    let layout = layout::layout(&source, &mut names, flags);
    let report = report::Report {
        source: &source,
        filename,
        layout: &layout,
        file,
    };
    let events = grammar::parse(&layout.text, mode).map_err(|failure| match failure {
        grammar::Failure::At(token) => report.wrong_token(token),
        grammar::Failure::TooDeep => report.out_of_stack(),
    })?;
    if flags.has(Flags::SOURCE_IS_UTF8) && source.encoding.is_some() {
        let msg = "encoding declaration in Unicode string".to_owned();
        return Err(Box::new(SyntaxError::new(
            ErrorKind::Syntax,
            msg,
            filename,
            Some(0),
        )));
    }
    // What comes after the one statement of an interactive unit does not count.
    let parsed = layout
        .futures
        .iter()
        .filter(|(from, _)| *from < events.end());
    let flags = parsed.fold(flags, |flags, &(_, future)| flags | future);
    let input = build::Input {
        source: &source,
        filename,
        text: layout.text.as_bytes(),
        tokens: &layout.tokens,
        flags,
    };
    let (module, scopes) = build::build(arena, &mut names, &input, events, mode)?;
    Ok(Parsed {
        module,
        names,
        flags,
        scopes,
        inconsistent_tabs: layout.tabs_at,
        diamonds: layout.diamonds,
        registered_encoding: matches!(source.declared, Some(codec::Codec::Registered(_))),
    })
}
