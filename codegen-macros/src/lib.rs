//! The macros that expand the semantics tables in `spec/`.
//!
//! Each one reads and checks all tables and renders one view of them; the work is done by the
//! library `pyston-spec`, which says what the views contain. An optional string argument names
//! another directory of tables, relative to the invoking crate: tests use that.

use std::path::PathBuf;

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use pyston_spec::{Spec, render};
use quote::quote;

/// The tables' directory, and what makes the expansion depend on them.
fn directory(args: &TokenStream) -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    match syn::parse::<syn::LitStr>(args.clone()) {
        Ok(dir) => {
            let krate = std::env::var_os("CARGO_MANIFEST_DIR").map_or(here, PathBuf::from);
            krate.join(dir.value())
        }
        Err(_) => here
            .parent()
            .map_or_else(|| PathBuf::from("spec"), |p| p.join("spec")),
    }
}

fn with_spec(args: &TokenStream, render: impl FnOnce(&Spec) -> Tokens) -> TokenStream {
    let dir = directory(args);
    match pyston_spec::load(&dir) {
        Ok(spec) => {
            let track = pyston_spec::render::track(&spec);
            let tokens = render(&spec);
            quote!(#track #tokens).into()
        }
        Err(errors) => {
            let count = errors.len();
            let text: Vec<String> = errors.iter().map(ToString::to_string).collect();
            let message = format!(
                "{count} error(s) in the tables of {}\n\n{}",
                dir.display(),
                text.join("\n")
            );
            quote!(compile_error!(#message);).into()
        }
    }
}

/// `runtime::layouts`: structs, layout ids, trace functions, field facts.
#[proc_macro]
pub fn expand_layouts(args: TokenStream) -> TokenStream {
    with_spec(&args, render::layouts::expand)
}

/// `runtime::ops`: the interpreter's handlers, hook tables and the trait of Rust primitives.
#[proc_macro]
pub fn expand_handlers(args: TokenStream) -> TokenStream {
    with_spec(&args, render::handlers::expand)
}

/// `jit::emit`: the trait of emitted primitives and an emitter a case.
#[proc_macro]
pub fn expand_emitters(args: TokenStream) -> TokenStream {
    with_spec(&args, render::emitters::expand)
}

/// `jit::transfer`: the case tables of the optimiser.
#[proc_macro]
pub fn expand_transfer(args: TokenStream) -> TokenStream {
    with_spec(&args, render::emitters::expand_transfer)
}

/// `runtime::types`: type ids, static types and their descriptions, native entries of methods.
#[proc_macro]
pub fn expand_types(args: TokenStream) -> TokenStream {
    with_spec(&args, render::types::expand)
}

/// `runtime::sizes`: what CPython's objects take.
#[proc_macro]
pub fn expand_sizes(args: TokenStream) -> TokenStream {
    with_spec(&args, render::sizes::expand)
}

/// `runtime::modules`: descriptions of native modules and entries of their functions.
#[proc_macro]
pub fn expand_modules(args: TokenStream) -> TokenStream {
    with_spec(&args, render::types::expand_modules)
}

/// `interp::normal::op`: the kinds of nodes and their facts.
#[proc_macro]
pub fn expand_nodes(args: TokenStream) -> TokenStream {
    with_spec(&args, render::nodes::expand)
}

/// `interp::dispatch`: the interpreter's loop. The invoking module has `Node` and `Op` in scope.
#[proc_macro]
pub fn expand_dispatch(args: TokenStream) -> TokenStream {
    with_spec(&args, render::nodes::expand_dispatch)
}

/// The Rust functions that the tables ask for, without bodies: for tests.
#[proc_macro]
pub fn expand_stubs(args: TokenStream) -> TokenStream {
    with_spec(&args, render::stubs::expand)
}

/// `runtime::slots`: native slots of types and the special methods that stand for them. The invoking
/// module defines the type aliases of their signatures.
#[proc_macro]
pub fn expand_slots(args: TokenStream) -> TokenStream {
    with_spec(&args, render::slots::expand)
}
