//! Under construction.

pub mod normal;
