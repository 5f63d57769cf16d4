//! Regular expressions: a backtracking engine for the code that the library's `sre_compile` makes.
//!
//! It knows of no objects: patterns are arrays of numbers, subjects are slices of code units (bytes, or
//! code points in 1, 2 or 4 bytes), results are positions. The module `_sre` ([`crate::modules::sre`])
//! puts objects around it.
//!
//! | module | what |
//! | --- | --- |
//! | [`chars`] | categories and small letters, in three modes |
//! | [`set`] | sets of characters |
//! | [`program`] | what patterns are translated to |
//! | [`translate`] | checks and translates the library's code |
//! | [`analyse`] | what a match must begin with: finds candidates fast, drops branches early |
//! | [`machine`] | the matcher |
//! | [`search`] | looking for a match |
//!
//! # What must agree with CPython
//!
//! Which groups a match shows is decided by what CPython's engine restores when it goes back, and that is
//! not always everything: the positions of groups are only put back by alternatives within a repeat
//! and by greedy repeats; everything else just forgets groups that closed since. [`machine`] keeps to
//! the same rules. Shortcuts (dropping a place to go back to that has nothing left to try, passing
//! over candidates that cannot match) must not change what stays visible, which they could only where an
//! assertion contains groups, where a condition asks for one, or where groups are within trips of
//! repeats that put nothing back. Patterns like that are marked
//! [`Program::exact`](program::Program::exact), and are run without them.

pub mod analyse;
pub mod chars;
pub mod machine;
pub mod program;
pub mod search;
pub mod set;
pub mod translate;

/// The number that `sre_compile` asserts.
pub const MAGIC: i64 = 20_031_017;
/// Means "no upper limit" of a repeat.
pub const MAXREPEAT: u32 = u32::MAX;
/// Groups that a pattern may have.
pub const MAX_GROUPS: usize = 100;

/// Bits of a pattern's flags that the engine looks at.
pub mod flags {
    pub const LOCALE: i64 = 4;
    pub const UNICODE: i64 = 32;
}
