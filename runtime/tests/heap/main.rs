//! Tests of the heap with an object model of their own, in a process of their own.
//!
//! An object of the tests is a header `{ kind: u32, flags: u16, -, fields: u64 }` followed by as
//! many fields.

mod alloc;
mod fate;
mod graph;
mod model;
mod roots;
mod young;
