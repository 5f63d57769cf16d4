//! Text of numbers: `repr`, `str`, `%`-formatting and format specifications.
//!
//! [`double`], [`spec`] and [`percent`] are plain algorithms. [`numbers`] applies them to values and raises
//! CPython's errors; it is what `__format__` of the numeric types and the `%` of `str` and `unicode` call.

pub mod double;
pub mod locale;
pub mod numbers;
pub mod percent;
pub mod spec;
pub mod value;

pub use numbers::{format_complex, format_float, format_int, percent_float, percent_int};
pub use value::{format_number, format_value, parse_spec, spec_bytes, spec_error};
