//! Renderers: from the model to Rust.

pub mod body;
pub mod construct;
pub mod emitters;
pub mod handlers;
pub mod hooks;
pub mod layouts;
mod made;
pub mod nodes;
pub mod paths;
pub mod sizes;
pub mod slots;
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

/// `include_bytes!` of every table, so that cargo rebuilds when one changes, and their fingerprint: all
/// crates of a build must agree on it.
pub fn track(spec: &Spec) -> TokenStream {
    let paths = spec
        .sources
        .files
        .iter()
        .map(|f| f.path.to_string_lossy().into_owned());
    let print = fingerprint(spec);
    quote! {
        #(const _: &[u8] = include_bytes!(#paths);)*
        /// Tells the tables that this module was expanded from.
        #[allow(dead_code)]
        pub const SPEC_FINGERPRINT: u64 = #print;
    }
}

/// A hash of all tables (FNV-1a).
pub fn fingerprint(spec: &Spec) -> u64 {
    spec.sources
        .files
        .iter()
        .flat_map(|f| f.text.bytes())
        .fold(0xcbf2_9ce4_8422_2325, |h, b| {
            (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3)
        })
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
        "slots" => slots::expand(spec),
        "stubs" => stubs::expand(spec),
        "transfer" => emitters::expand_transfer(spec),
        _ => return None,
    })
}
