//! Compiled tiers on LLVM.
//!
//! [`output`] is the only thing between our lowerings and LLVM's builder, [`engine`] turns what it
//! holds into running machine code. Neither knows a Python operation: those are generated from the
//! semantics tables and call [`output::Output`].

pub mod audit;
pub mod baseline;
pub mod coverage;
pub mod emit;
pub mod engine;
pub mod opt;
pub mod output;
pub mod tiers;
pub mod transfer;
