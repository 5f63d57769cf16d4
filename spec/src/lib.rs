//! The semantics tables: read, check, render.
//!
//! Python's operators, builtins, inline-cache protocols and node kinds are described once, as rows
//! of TOML tables with bodies in a small expression language. This crate reads the tables
//! ([`rows`], [`syntax`]), resolves and checks them ([`load`], [`lower`]) into plain data
//! ([`model`]) and renders that as Rust for each execution tier ([`render`]). It knows nothing of
//! proc macros or LLVM and runs in a test; `codegen-macros` is a thin shim around it.
//!
//! `spec/README.md` explains every column and has recipes.

pub mod audit;
pub mod diag;
pub mod load;
mod load_functions;
mod load_operators;
mod load_types;
pub mod lower;
pub mod model;
pub mod render;
pub mod rows;
pub mod syntax;
pub mod ways;

pub use audit::audit;
pub use diag::Diagnostic;
pub use load::load;
pub use model::Spec;
