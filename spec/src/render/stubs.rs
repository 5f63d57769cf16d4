//! `pyston-spec expand stubs`: the Rust functions that the tables ask for, by module, without bodies.
//!
//! Handy to start an implementation from, and what the tests compile the other expansions against.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::paths::{ident, rust_type, strukt};
use crate::model::*;

#[derive(Default)]
struct Module {
    functions: BTreeMap<String, TokenStream>,
    modules: BTreeMap<String, Module>,
}

impl Module {
    fn add(&mut self, path: &str, signature: TokenStream) {
        match path.split_once("::") {
            Some((head, rest)) => self
                .modules
                .entry(head.to_owned())
                .or_default()
                .add(rest, signature),
            None => {
                self.functions.entry(path.to_owned()).or_insert(signature);
            }
        }
    }

    fn render(&self) -> TokenStream {
        let functions = self.functions.iter().map(|(name, signature)| {
            let name = ident(name);
            quote!(pub fn #name #signature { unimplemented!() })
        });
        let modules = self.modules.iter().map(|(name, m)| {
            let (name, inner) = (ident(name), m.render());
            quote!(pub mod #name { #inner })
        });
        quote!(#(#functions)* #(#modules)*)
    }
}

/// All functions: hooks, slots, getters and setters, implementations of builtins.
pub fn expand(spec: &Spec) -> TokenStream {
    let mut root = Module::default();
    for h in &spec.hooks {
        let params = h.params.iter().map(|(n, r)| {
            let (n, t) = (ident(n), rust_type(spec, *r));
            quote!(#n: #t)
        });
        let result = rust_type(spec, h.result);
        let result = if h.effects.raises {
            quote!(crate::error::PyResult<#result>)
        } else {
            result
        };
        root.add(
            &format!("hooks::{}", h.name),
            quote!((#(#params),*) -> #result),
        );
    }
    for t in &spec.types {
        for (slot, f) in &t.slots {
            let kind = spec
                .slots
                .iter()
                .find(|s| s.name == *slot)
                .map_or("unary", |s| s.kind.as_str());
            root.add(f, slot_signature(kind));
        }
        for g in &t.getsets {
            let receiver = quote!(crate::value::Value);
            root.add(
                &g.get,
                quote!((receiver: #receiver) -> crate::error::PyResult),
            );
            if let Some(set) = &g.set {
                root.add(set, quote!((receiver: #receiver, x: Option<crate::value::Value>) -> crate::error::PyResult<()>));
            }
        }
    }
    for b in super::types::builtins(spec) {
        root.add(&b.imp, builtin_signature(spec, b));
        if let Some(ready) = b.ready.as_ref().filter(|_| b.receivers() == 0) {
            root.add(ready, quote!(() -> crate::error::PyResult<()>));
        } else if let (Some(ready), Some(ParamKind::Layout(l))) =
            (&b.ready, b.params.first().map(|p| &p.kind))
        {
            let s = strukt(spec, *l);
            root.add(
                ready,
                quote!((receiver: crate::object::Ref<#s>) -> crate::error::PyResult<()>),
            );
        }
    }
    for m in &spec.modules {
        if let Some(init) = &m.init {
            root.add(
                init,
                quote!((module: crate::value::Value) -> crate::error::PyResult<()>),
            );
        }
    }
    for (i, l) in spec.layouts.iter().enumerate() {
        let s = strukt(spec, LayoutId(i));
        let path = |p: &String| p.strip_prefix("crate::").unwrap_or(p).to_owned();
        if let Some(t) = &l.trace {
            root.add(
                &path(t),
                quote!((object: crate::object::Ref<#s>, tracer: &mut crate::heap::Tracer)),
            );
        }
        if let Some(f) = &l.finalize {
            root.add(&path(f), quote!((object: crate::object::Ref<#s>)));
        }
    }
    root.render()
}

/// The signature of a builtin's implementation.
fn builtin_signature(spec: &Spec, b: &Builtin) -> TokenStream {
    let params = b.params.iter().map(|p| {
        let n = ident(&p.name);
        let t = match &p.kind {
            ParamKind::Value => quote!(crate::value::Value),
            ParamKind::OptValue => quote!(Option<crate::value::Value>),
            ParamKind::Int | ParamKind::Index => quote!(i64),
            ParamKind::I32 | ParamKind::Descriptor => quote!(i32),
            ParamKind::Float => quote!(f64),
            ParamKind::Truth => quote!(bool),
            ParamKind::Bytes | ParamKind::ReadOnly | ParamKind::Chars | ParamKind::String => {
                quote!(crate::object::Ref<crate::layouts::Str>)
            }
            ParamKind::Layout(l) => {
                let s = strukt(spec, *l);
                quote!(crate::object::Ref<#s>)
            }
            ParamKind::OptLayout(l) => {
                let s = strukt(spec, *l);
                quote!(Option<crate::object::Ref<#s>>)
            }
            ParamKind::Rest => quote!(&[crate::value::Value]),
            ParamKind::Keywords => quote!(crate::call::Args<'_>),
        };
        quote!(#n: #t)
    });
    let result = rust_type(spec, b.result);
    quote!((#(#params),*) -> crate::error::PyResult<#result>)
}

/// The signature of a slot function; see slots.toml.
fn slot_signature(kind: &str) -> TokenStream {
    let v = quote!(crate::value::Value);
    let r = quote!(crate::error::PyResult);
    match kind {
        "binary" => quote!((a: #v, b: #v) -> #r),
        "ternary" => quote!((a: #v, b: #v, c: #v) -> #r),
        "to_int" => quote!((x: #v) -> #r<i64>),
        "to_bool" => quote!((x: #v) -> #r<bool>),
        "contains" => quote!((container: #v, item: #v) -> #r<bool>),
        "next" => quote!((x: #v) -> #r<Option<#v>>),
        "compare" => quote!((a: #v, b: #v) -> #r<i32>),
        "rich_compare" => quote!((a: #v, b: #v, op: crate::protocol::CmpOp) -> #r),
        "get_attr" => quote!((x: #v, name: crate::object::Ref<crate::layouts::Str>) -> #r),
        "set_attr" => {
            quote!((x: #v, name: crate::object::Ref<crate::layouts::Str>, v: Option<#v>) -> #r<()>)
        }
        "set_item" => quote!((x: #v, key: #v, v: Option<#v>) -> #r<()>),
        "get_slice" => quote!((x: #v, i: i64, j: i64) -> #r),
        "set_slice" => quote!((x: #v, i: i64, j: i64, v: Option<#v>) -> #r<()>),
        "call" => quote!((x: #v, args: crate::call::Args<'_>) -> #r),
        "init" => quote!((x: #v, args: crate::call::Args<'_>) -> #r<()>),
        "new" => {
            quote!((ty: crate::object::Ref<crate::typeobj::Type>, args: crate::call::Args<'_>) -> #r)
        }
        "descr_get" => quote!((d: #v, obj: Option<#v>, ty: Option<#v>) -> #r),
        "descr_set" => quote!((d: #v, obj: #v, v: Option<#v>) -> #r<()>),
        "del" => quote!((x: #v) -> #r<()>),
        "buffer" => {
            quote!((x: #v, want: crate::window::Want) -> #r<Option<crate::window::Window>>)
        }
        _ => quote!((x: #v) -> #r),
    }
}
