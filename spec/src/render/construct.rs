//! Constructors of heap objects: `Struct::alloc(fields…)`, and the types of internal layouts.
//!
//! An object gets its header before anything that could collect, so that the collector never
//! meets one without a type.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::layouts::field_type;
use super::paths::{ident, strukt, variant};
use crate::model::*;

/// Constructors for every layout with a struct of its own.
pub fn expand(spec: &Spec) -> TokenStream {
    let items = spec
        .layouts
        .iter()
        .enumerate()
        .filter(|(_, l)| !l.immediate && l.external.is_none())
        .map(|(i, _)| constructor(spec, LayoutId(i)));
    let internal = spec
        .layouts
        .iter()
        .filter(|l| !l.immediate && l.external.is_none() && l.python.is_none())
        .map(|l| {
            let (name, v) = (
                format_ident!("{}_TYPE", l.name.to_uppercase()),
                variant(&l.name),
            );
            let doc = format!("Type of `{}` objects, which no program sees.", l.name);
            quote!(#[doc = #doc] pub static #name: crate::typeobj::StaticType =
                crate::typeobj::StaticType::new(LayoutId::#v, 0);)
        });
    let internal_names: Vec<_> = spec
        .layouts
        .iter()
        .filter(|l| !l.immediate && l.external.is_none() && l.python.is_none())
        .map(|l| format_ident!("{}_TYPE", l.name.to_uppercase()))
        .collect();
    quote! {
        #(#items)*
        #(#internal)*

        /// Gives the types of internal layouts their own type; called once at start-up.
        pub fn init_internal_types(type_type: crate::object::Ref<crate::typeobj::Type>) {
            #(#internal_names.get().header.set_ty(type_type);)*
        }
    }
}

fn constructor(spec: &Spec, id: LayoutId) -> TokenStream {
    let l = &spec.layouts[id.0];
    let name = strukt(spec, id);
    let item = ident(&l.strukt);
    let params: Vec<_> = l
        .fields
        .iter()
        .map(|f| {
            let n = ident(&f.name);
            let ty = match &f.ty {
                FieldType::Scalar(s) => {
                    let s = ident(s);
                    quote!(#s)
                }
                FieldType::Value { optional: false } => quote!(crate::value::Value),
                FieldType::Value { optional: true } => quote!(Option<crate::value::Value>),
                FieldType::Ref { layout, optional } => {
                    let s = strukt(spec, *layout);
                    if *optional {
                        quote!(Option<crate::object::Ref<#s>>)
                    } else {
                        quote!(crate::object::Ref<#s>)
                    }
                }
                FieldType::Native(_) => field_type(spec, &f.ty),
            };
            quote!(#n: #ty)
        })
        .collect();
    let writes: Vec<_> = l
        .fields
        .iter()
        .map(|f| {
            let n = ident(&f.name);
            let value = match &f.ty {
                FieldType::Native(_) => quote!(#n),
                FieldType::Scalar(_) => quote!(std::cell::Cell::new(#n)),
                _ => quote!(crate::object::Slot::new(#n)),
            };
            quote!((&raw mut (*p).#n).write(#value);)
        })
        .collect();
    let ty = match &l.python {
        Some(t) => {
            let t = ident(&super::types::static_name(t));
            quote!(crate::types::#t.get())
        }
        None => {
            let t = format_ident!("{}_TYPE", l.name.to_uppercase());
            quote!(crate::layouts::#t.get())
        }
    };
    let shape = if l.python.is_some() {
        quote!(<#name as crate::object::Layout>::SHAPE)
    } else {
        quote!(0)
    };
    let (extra_param, extra_size) = match &l.tail {
        None => (quote!(), quote!(0usize)),
        Some(t) => {
            let ty = field_type(spec, &t.field.ty);
            (
                quote!(tail_len: usize,),
                quote!(tail_len * std::mem::size_of::<#ty>()),
            )
        }
    };
    let doc = format!("A new `{}`.", l.name);
    let doc_typed = format!(
        "A new `{}` for a type with its layout: a subclass's when `ty` is one.",
        l.name
    );
    quote! {
        impl #item {
            #[doc = #doc]
            #[allow(clippy::too_many_arguments)]
            #[inline]
            pub fn alloc(#extra_param #(#params),*) -> crate::object::Ref<#item> {
                let p = crate::heap::alloc(std::mem::size_of::<#item>() + #extra_size) as *mut #item;
                // SAFETY: fresh memory of that size; the header comes before anything can collect.
                unsafe {
                    (*p).header.shape.set(#shape);
                    (*p).header.set_ty(#ty);
                    #(#writes)*
                    crate::object::Ref::from_raw(p)
                }
            }

            #[doc = #doc_typed]
            #[allow(clippy::too_many_arguments)]
            pub fn alloc_for(ty: crate::object::Ref<crate::typeobj::Type>, #(#params),*) -> crate::object::Ref<#item> {
                let p = crate::builtins::type_::allocate(ty).bits() as *mut #item;
                // SAFETY: the type's instances have this layout.
                unsafe {
                    #(#writes)*
                    crate::object::Ref::from_raw(p)
                }
            }
        }
    }
}
