//! Print statements.

pub use crate::output::{expression, item, newline};
