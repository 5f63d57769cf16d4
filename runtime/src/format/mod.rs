//! Text of numbers: `repr`, `str`, `%`-formatting and format specifications.
//!
//! [`double`], [`spec`] and [`percent`] are plain algorithms. [`numbers`] applies them to values and raises
//! CPython's errors, [`value`] is the builtin `format`. The operator `%` of `str` and `unicode` is
//! [`crate::builtins::str::percent`].

pub mod double;
pub mod locale;
pub mod numbers;
pub mod percent;
pub mod spec;
pub mod value;

pub use numbers::{format_complex, format_float, format_int, percent_float, percent_int};
pub use value::{format_number, format_value, parse_spec, spec_bytes, spec_error};
