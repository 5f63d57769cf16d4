//! `runtime::sizes`: what CPython's objects take.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::Spec;

/// A table by module and name, in their order.
pub fn expand(spec: &Spec) -> TokenStream {
    let mut sizes: Vec<_> = spec.sizes.iter().collect();
    sizes.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    let rows = sizes.iter().map(|(module, name, size)| {
        let (fixed, item, tracked) = (size.fixed, size.item, size.tracked);
        quote!(((#module, #name), Size { fixed: #fixed, item: #item, tracked: #tracked }))
    });
    quote! {
        /// The rows of spec/sizes.toml, in order.
        static SIZES: &[((&str, &str), Size)] = &[#(#rows),*];
    }
}
