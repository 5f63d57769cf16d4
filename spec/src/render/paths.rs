//! Every name of the hand-written crates that generated code uses, in one place.
//!
//! In `runtime` (paths from that crate's root):
//!
//! | path | what generated code uses of it |
//! | --- | --- |
//! | `value::Value` | `is_small_int` `small_int_payload` `both_small_ints` `small_int` `is_float` `float_payload` `float` `as_bool` `bool` `is_none` `none` `exact::<T>` `cast_unchecked::<T>` `bits` `shape` |
//! | `object::{Header, Ref, Slot, Layout}` | `Slot::{get, set}`, `Ref::{as_ptr, value, from_raw}`, `Header::ty`; `unsafe impl Layout` |
//! | `error::{PyResult, Raised}` | the results of handlers and hooks |
//! | `heap::Tracer` | `mark_value(bits: u64)`, `mark_object(*mut u8)` |
//! | `attributes::trace` | traces attribute slots: `fn(Ref<Header>, &mut Tracer)` |
//! | `prims::Prims` | the type that implements the generated `ops::RustPrims` |
//! | `builtins::str::intern_static` | `fn(&'static str) -> Ref<Str>` for string constants in bodies |
//! | `GROUP::NAME` | each hook |
//!
//! In `jit`: a type that implements the generated `emit::Prims`.
//!
//! Generated code refers to generated code as `runtime::layouts`, `runtime::types`,
//! `runtime::ops`, `interp::nodes`, `jit::emit` and `jit::transfer`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use crate::load::camel;
use crate::model::{Class, HookId, LayoutId, Repr, Spec};

/// An identifier; Python and table names that Rust reserves get a trailing underscore.
pub fn ident(name: &str) -> Ident {
    const RESERVED: &[&str] = &[
        "as", "async", "await", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
        "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
        "macro", "match", "mod", "move", "mut", "priv", "pub", "ref", "return", "self", "static",
        "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "use", "virtual",
        "where", "while", "yield", "Self", "override", "abstract", "become", "unsized",
    ];
    if RESERVED.contains(&name) {
        format_ident!("{name}_")
    } else {
        Ident::new(name, Span::call_site())
    }
}

/// A path `a::b::c` below the crate root.
pub fn path(name: &str) -> TokenStream {
    let name = name.strip_prefix("crate::").unwrap_or(name);
    let parts = name.split("::").map(ident);
    quote!(crate #(:: #parts)*)
}

/// The variant of an enum for a table name.
pub fn variant(name: &str) -> Ident {
    let camel = camel(name);
    ident(if camel == "Self" { "Self_" } else { &camel })
}

/// `List`
pub fn strukt(spec: &Spec, layout: LayoutId) -> TokenStream {
    let l = &spec.layouts[layout.0];
    match &l.external {
        Some(p) => path(p),
        None => {
            let name = ident(&l.strukt);
            quote!(crate::layouts::#name)
        }
    }
}

/// The Rust type of a representation in handlers.
pub fn rust_type(spec: &Spec, repr: Repr) -> TokenStream {
    match repr {
        Repr::Value => quote!(crate::value::Value),
        Repr::OptValue => quote!(Option<crate::value::Value>),
        Repr::Int | Repr::I64 | Repr::Var('N') => quote!(i64),
        Repr::U32 => quote!(u32),
        Repr::Float => quote!(f64),
        Repr::Bool => quote!(bool),
        Repr::None => quote!(()),
        Repr::Ptr(l) => {
            let s = strukt(spec, l);
            quote!(crate::object::Ref<#s>)
        }
        Repr::OptPtr(l) => {
            let s = strukt(spec, l);
            quote!(Option<crate::object::Ref<#s>>)
        }
        Repr::Values => quote!(&[crate::value::Value]),
        Repr::Outs => quote!(&[std::cell::Cell<Option<crate::value::Value>>]),
        Repr::Frame => quote!(&crate::frame::Frame),
        Repr::Cache => quote!(&crate::cache::Cache),
        Repr::Var(_) => quote!(T),
        Repr::OptVar(_) => quote!(Option<T>),
    }
}

/// The `Repr` of `runtime::layouts`, from crate `root`.
pub fn repr_value(spec: &Spec, repr: Repr, root: &TokenStream) -> TokenStream {
    let layout = |l: LayoutId| variant(&spec.layouts[l.0].name);
    match repr {
        Repr::Value => quote!(#root::layouts::Repr::Value),
        Repr::OptValue => quote!(#root::layouts::Repr::OptValue),
        Repr::Int => quote!(#root::layouts::Repr::Int),
        Repr::I64 | Repr::Var(_) | Repr::OptVar(_) => quote!(#root::layouts::Repr::I64),
        Repr::U32 => quote!(#root::layouts::Repr::U32),
        Repr::Values => quote!(#root::layouts::Repr::Values),
        Repr::Outs => quote!(#root::layouts::Repr::Outs),
        Repr::Frame => quote!(#root::layouts::Repr::Frame),
        Repr::Cache => quote!(#root::layouts::Repr::Cache),
        Repr::Float => quote!(#root::layouts::Repr::Float),
        Repr::Bool => quote!(#root::layouts::Repr::Bool),
        Repr::None => quote!(#root::layouts::Repr::None),
        Repr::Ptr(l) => {
            let l = layout(l);
            quote!(#root::layouts::Repr::Ptr(#root::layouts::LayoutId::#l))
        }
        Repr::OptPtr(l) => {
            let l = layout(l);
            quote!(#root::layouts::Repr::OptPtr(#root::layouts::LayoutId::#l))
        }
    }
}

/// The `TypeMask` of a class, from crate `root`.
pub fn mask(spec: &Spec, class: Class, root: &TokenStream) -> TokenStream {
    let name = match class {
        Class::Value => return quote!(#root::layouts::TypeMask::ANY),
        Class::Int => "INT".to_owned(),
        Class::Float => "FLOAT".to_owned(),
        Class::Bool => "BOOL".to_owned(),
        Class::None => "NONE".to_owned(),
        Class::Layout(l) => spec.layouts[l.0].name.to_uppercase(),
    };
    let name = ident(&name);
    quote!(#root::layouts::TypeMask::#name)
}

/// The `HookId` variant of a hook.
pub fn hook_variant(spec: &Spec, hook: HookId) -> Ident {
    variant(&spec.hooks[hook.0].name)
}
