//! The values of literals.

pub mod number;
pub mod string;
mod unicode;

/// Why a string literal has no value.
#[derive(Debug, PartialEq, Eq)]
pub enum Error {
    /// What the codec that CPython decodes it with says; a `SyntaxError`.
    Unicode(String),
    /// A `ValueError`.
    Value(&'static str),
}
