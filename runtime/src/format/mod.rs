//! Text of numbers: `repr`, `str`, `%`-formatting and format specifications.

pub mod double;
pub mod percent;
pub mod spec;
