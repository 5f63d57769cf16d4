//! Under construction.

pub mod heap;
