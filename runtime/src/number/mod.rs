//! Numbers: the arithmetic protocol of the data model, and the arithmetic itself.
//!
//! Two layers. The lower one ([`ints`], [`limbs`], [`big`], [`floats`], [`complexes`], [`parse`]) is plain
//! algorithms over `i64`, slices of limbs, `BigInt` and `f64` that report a [`Fault`]; they know no heap and are tested alone.
//! The upper one works on values: [`binary`] and [`unary`] are the slow paths of the operators (slots of
//! both operands, reflected and subclass priority, `NotImplemented`, sequences), [`compare`] orders and
//! hashes numbers and coerces, [`convert`] turns arguments into machine numbers with CPython's errors.
//! The slots of `int`, `long`, `float`, `bool` and `complex` are in [`crate::builtins`]; they see their
//! operands through [`Num`].

pub mod big;
pub mod bigref;
pub mod binary;
pub mod compare;
pub mod complexes;
pub mod convert;
pub mod fault;
pub mod floats;
pub mod ints;
pub mod libm;
pub mod limbs;
pub mod parse;
pub mod raise;
pub mod sum;
pub mod unary;
pub mod view;
pub mod warned;

pub use binary::*;
pub use compare::*;
pub use convert::*;
pub use fault::Fault;
pub use unary::*;
pub use view::{Num, int_or_long, long, new_complex};
pub use warned::*;
