//! Primitives and hooks as `runtime::ops` declares them: the trait of Rust primitives, hook ids and facts,
//! and the shims through which compiled code calls.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::paths::{hook_variant, ident, path, repr_value, rust_type};
use crate::model::*;

/// The trait of Rust primitives.
pub fn rust_prims(spec: &Spec) -> TokenStream {
    let methods = spec.prims.iter().map(|p| {
        let name = ident(&p.name);
        let doc = format!("{} — {}", p.doc, spec.sources.line_of(p.span));
        let params = p.params.iter().map(|(n, r)| {
            let (n, t) = (ident(n), rust_type(spec, *r));
            quote!(#n: #t)
        });
        let generic = p
            .params
            .iter()
            .any(|(_, r)| matches!(r, Repr::Var('T') | Repr::OptVar(_)));
        let generic = if generic {
            quote!(<T: Copy + PartialEq>)
        } else {
            quote!()
        };
        let result = rust_type(spec, p.result);
        let result = if p.exits {
            quote!(Option<#result>)
        } else {
            result
        };
        quote!(#[doc = #doc] fn #name #generic (#(#params),*) -> #result;)
    });
    quote! {
        /// The primitives of bodies, for the interpreter: spec/prims.toml.
        /// `None` means: leave by `else slow`.
        pub trait RustPrims { #(#methods)* }
    }
}

/// Hook ids, facts and `extern "C"` shims.
pub fn hooks(spec: &Spec) -> TokenStream {
    let names: Vec<_> = (0..spec.hooks.len())
        .map(|i| hook_variant(spec, HookId(i)))
        .collect();
    let docs = spec.hooks.iter().map(|h| &h.doc);
    let shims = spec
        .hooks
        .iter()
        .enumerate()
        .map(|(i, h)| shim(spec, h, &hook_variant(spec, HookId(i))));
    let rows = spec.hooks.iter().map(|h| {
        let name = &h.name;
        let root = quote!(crate);
        let params = h.params.iter().map(|(_, r)| repr_value(spec, *r, &root));
        let result = repr_value(spec, h.result, &root);
        let effects = effects_value(h.effects, &root);
        let shim = shim_ident(h);
        let types = h.params.iter().map(|(_, r)| abi_type(spec, *r));
        let (abi, _) = shim_result(spec, h);
        let raises = h.effects.raises;
        quote!(HookInfo {
            name: #name,
            params: &[#(#params),*],
            result: #result,
            raises: #raises,
            effects: #effects,
            // SAFETY: only the pointer's type changes; it is called through its own signature.
            entry: unsafe { std::mem::transmute::<extern "C" fn(#(#types),*) -> #abi, extern "C" fn()>(shims::#shim) },
        })
    });
    let count = spec.hooks.len();
    quote! {
        /// A runtime function that compiled code calls: a row of spec/hooks.toml.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u16)]
        pub enum HookId { #(#[doc = #docs] #names),* }

        /// What compiled code knows about a hook.
        ///
        /// The entry follows the C calling convention. A result of a hook that raises is: for a value
        /// or object, 0 when it raised; for an optional one, 0 when it raised and 1 when absent; for
        /// `bool` an `i32`, -1 when it raised; for `none` an `i32`, 0, or -1 when it raised; for `int`,
        /// `i64` and `u32` an `i64`, the smallest when it raised.
        #[derive(Clone, Copy, Debug)]
        pub struct HookInfo {
            /// `group::name`
            pub name: &'static str,
            /// Parameters.
            pub params: &'static [crate::layouts::Repr],
            /// Result.
            pub result: crate::layouts::Repr,
            /// Whether it can leave an exception pending.
            pub raises: bool,
            /// What it does.
            pub effects: crate::layouts::Effects,
            /// Its address.
            pub entry: extern "C" fn(),
        }

        /// Facts about the hooks, by number.
        pub static HOOKS: [HookInfo; #count] = [#(#rows),*];

        impl HookId {
            /// What compiled code knows about it.
            pub fn info(self) -> &'static HookInfo {
                &HOOKS[self as usize]
            }
        }

        /// The hooks as compiled code calls them.
        #[allow(improper_ctypes_definitions, clippy::missing_safety_doc, clippy::not_unsafe_ptr_arg_deref)]
        pub mod shims {
            use crate::value::Value;
            #(#shims)*
        }
    }
}

fn shim_ident(h: &Hook) -> Ident {
    format_ident!("{}", h.name.replace("::", "_"))
}

/// Rust type of a shim's result, and the expression that makes it of `r`.
fn shim_result(spec: &Spec, h: &Hook) -> (TokenStream, TokenStream) {
    let ty = rust_type(spec, h.result);
    if !h.effects.raises {
        return (ty, quote!(r));
    }
    match h.result {
        Repr::Value | Repr::Ptr(_) => (quote!(Option<#ty>), quote!(r.ok())),
        Repr::OptValue | Repr::OptPtr(_) => {
            let bits = if h.result == Repr::OptValue {
                quote!(v.bits())
            } else {
                quote!(v.addr() as u64)
            };
            (
                quote!(u64),
                quote!(match r { Ok(Some(v)) => #bits, Ok(None) => 1, Err(_) => 0 }),
            )
        }
        Repr::Bool => (
            quote!(i32),
            quote!(match r {
                Ok(b) => i32::from(b),
                Err(_) => -1,
            }),
        ),
        Repr::None => (
            quote!(i32),
            quote!(match r {
                Ok(()) => 0,
                Err(_) => -1,
            }),
        ),
        Repr::U32 => (
            quote!(i64),
            quote!(match r {
                Ok(n) => i64::from(n),
                Err(_) => i64::MIN,
            }),
        ),
        _ => (
            quote!(i64),
            quote!(match r {
                Ok(n) => n,
                Err(_) => i64::MIN,
            }),
        ),
    }
}

fn shim(spec: &Spec, h: &Hook, _variant: &Ident) -> TokenStream {
    let name = shim_ident(h);
    let target = path(&format!("hooks::{}", h.name));
    let names: Vec<_> = h.params.iter().map(|(n, _)| ident(n)).collect();
    let types: Vec<_> = h.params.iter().map(|(_, r)| rust_type(spec, *r)).collect();
    let abi_params = h.params.iter().map(|(n, r)| abi_param(spec, n, *r));
    // SAFETY: compiled code passes addresses and lengths that hold for the call.
    let slices = h
        .params
        .iter()
        .filter(|(_, r)| matches!(r, Repr::Values | Repr::Outs))
        .map(|(n, _)| {
            let (n, len) = (ident(n), format_ident!("{}_len", n));
            quote!(let #n = unsafe { std::slice::from_raw_parts(#n, #len) };)
        });
    let result = rust_type(spec, h.result);
    let rust_result = if h.effects.raises {
        quote!(crate::error::PyResult<#result>)
    } else {
        result
    };
    let (abi, convert) = shim_result(spec, h);
    let doc = format!("{} — {}", h.doc, spec.sources.line_of(h.span));
    quote! {
        #[doc = #doc]
        pub extern "C" fn #name(#(#abi_params),*) -> #abi {
            const HOOK: fn(#(#types),*) -> #rust_result = #target;
            #(#slices)*
            let r: #rust_result = HOOK(#(#names),*);
            #convert
        }
    }
}

/// A parameter of a shim: slices are an address and a length.
fn abi_param(spec: &Spec, name: &str, repr: Repr) -> TokenStream {
    let (n, len) = (ident(name), format_ident!("{}_len", name));
    match repr {
        Repr::Values => quote!(#n: *const Value, #len: usize),
        Repr::Outs => quote!(#n: *const std::cell::Cell<Option<Value>>, #len: usize),
        other => {
            let t = rust_type(spec, other);
            quote!(#n: #t)
        }
    }
}

/// The type of a parameter of a shim, for its pointer type.
fn abi_type(spec: &Spec, repr: Repr) -> TokenStream {
    match repr {
        Repr::Values => quote!(*const Value, usize),
        Repr::Outs => quote!(*const std::cell::Cell<Option<Value>>, usize),
        other => rust_type(spec, other),
    }
}

/// An `Effects` of `runtime::layouts`.
pub fn effects_value(e: Effects, root: &TokenStream) -> TokenStream {
    let Effects {
        reads,
        writes,
        raises,
        calls,
        allocates,
    } = e;
    quote!(#root::layouts::Effects { reads: #reads, writes: #writes, raises: #raises, calls: #calls, allocates: #allocates })
}
