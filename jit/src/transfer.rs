//! What the compilers know of the tables' rows: types in and out, effects.

codegen_macros::expand_transfer!();
