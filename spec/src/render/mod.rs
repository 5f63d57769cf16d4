//! Renderers: from the model to Rust.

pub mod construct;
pub mod emitters;
pub mod handlers;
pub mod layouts;
pub mod nodes;
pub mod paths;
pub mod stubs;
pub mod types;

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Spec;

/// Formatted Rust of a rendering.
pub fn pretty(tokens: TokenStream) -> String {
    match syn::parse2::<syn::File>(tokens.clone()) {
        Ok(file) => prettyplease::unparse(&file),
        Err(e) => format!("// does not parse: {e}\n{tokens}"),
    }
}

/// `include_bytes!` of every table, so that cargo rebuilds when one changes.
pub fn track(spec: &Spec) -> TokenStream {
    let paths = spec
        .sources
        .files
        .iter()
        .map(|f| f.path.to_string_lossy().into_owned());
    quote!(#(const _: &[u8] = include_bytes!(#paths);)*)
}

/// The expansion of one macro by the last part of its name.
pub fn view(spec: &Spec, name: &str) -> Option<TokenStream> {
    Some(match name {
        "layouts" => layouts::expand(spec),
        "types" => types::expand(spec),
        "modules" => types::expand_modules(spec),
        "handlers" => handlers::expand(spec),
        "nodes" => nodes::expand(spec),
        "dispatch" => nodes::expand_dispatch(spec),
        "emitters" => emitters::expand(spec),
        "stubs" => stubs::expand(spec),
        "transfer" => emitters::expand_transfer(spec),
        _ => return None,
    })
}
