//! Builtin types, expanded from spec/types/ and spec/exceptions.toml.

pub use crate::slots::Slots;
pub use crate::typedef::TypeDef;

codegen_macros::expand_types!();
