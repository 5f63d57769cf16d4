//! The emitters of the semantics tables' rows, generic over who takes their primitives.

#![allow(clippy::all)]

codegen_macros::expand_emitters!();
