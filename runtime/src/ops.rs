//! The interpreter's handlers, expanded from the tables: one function a row.

codegen_macros::expand_handlers!();
