//! `expand_slots!()`: native slots of types and the special methods that stand for them.

use proc_macro2::TokenStream;
use quote::quote;

use super::paths::{ident, variant};
use crate::model::*;

/// Kinds of slots and the type aliases of their signatures, which the invoking module defines.
pub const KINDS: &[(&str, &str)] = &[
    ("unary", "Unary"),
    ("binary", "Binary"),
    ("ternary", "Ternary"),
    ("to_int", "ToInt"),
    ("to_bool", "ToBool"),
    ("contains", "Contains"),
    ("next", "Next"),
    ("compare", "Compare"),
    ("rich_compare", "RichCompare"),
    ("get_attr", "GetAttr"),
    ("set_attr", "SetAttr"),
    ("set_item", "SetItem"),
    ("get_slice", "GetSlice"),
    ("set_slice", "SetSlice"),
    ("call", "Call"),
    ("init", "Init"),
    ("new", "New"),
    ("descr_get", "DescrGet"),
    ("descr_set", "DescrSet"),
    ("del", "Del"),
    ("buffer", "Buffer"),
];

/// Calling shapes of special methods.
pub const SHAPES: &[&str] = &[
    "unary",
    "binary",
    "reflected",
    "ternary",
    "ternary_reflected",
    "to_int",
    "to_bool",
    "contains",
    "next",
    "compare",
    "lt",
    "le",
    "eq",
    "ne",
    "gt",
    "ge",
    "get_attr",
    "set_attr",
    "del_attr",
    "set_item",
    "del_item",
    "get_slice",
    "set_slice",
    "del_slice",
    "call",
    "init",
    "descr_get",
    "descr_set",
    "descr_delete",
    "hidden",
];

/// The struct `Slots`, the enum `SlotId` and the table of special methods.
pub fn expand(spec: &Spec) -> TokenStream {
    let names: Vec<_> = spec.slots.iter().map(|s| ident(&s.name)).collect();
    let docs: Vec<_> = spec.slots.iter().map(|s| &s.doc).collect();
    let types: Vec<_> = spec.slots.iter().map(|s| alias(&s.kind)).collect();
    let dispatchers = spec.slots.iter().map(dispatcher);
    let rows = spec.slots.iter().map(|s| {
        let slot = ident(&s.name);
        let methods = s.methods.iter().map(|(name, shape, doc)| {
            let wrapper = wrapper(&s.name, shape);
            let doc = if shape == "hidden" { "" } else { doc };
            quote!(crate::typedef::WrapperDef { name: #name, doc: #doc, slot: SlotId::#slot, wrapper: #wrapper })
        });
        quote!((SlotId::#slot, &[#(#methods),*]))
    });
    quote! {
        /// A type's native slots; an empty one means the operation is not supported, or for
        /// `getattr`/`setattr` that the generic algorithm applies.
        #[repr(C)]
        pub struct Slots { #(#[doc = #docs] pub #names: std::cell::Cell<Option<#types>>),* }

        impl Slots {
            /// No slots at all.
            pub const EMPTY: Slots = Slots { #(#names: std::cell::Cell::new(None)),* };

            pub(crate) fn copy(&self, from: &Slots, id: SlotId) {
                match id { #(SlotId::#names => self.#names.set(from.#names.get())),* }
            }
            fn clear(&self, id: SlotId) {
                match id { #(SlotId::#names => self.#names.set(None)),* }
            }
            pub(crate) fn is_set(&self, id: SlotId) -> bool {
                match id { #(SlotId::#names => self.#names.get().is_some()),* }
            }
            fn set_dispatcher(&self, id: SlotId) {
                match id { #(SlotId::#names => self.#names.set(#dispatchers)),* }
            }
        }

        /// Names a slot.
        #[allow(non_camel_case_types)]
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum SlotId { #(#[doc = #docs] #names),* }

        /// All slots with their special methods.
        pub static TABLE: &[(SlotId, &[crate::typedef::WrapperDef])] = &[#(#rows),*];
    }
}

fn alias(kind: &str) -> TokenStream {
    let name = KINDS
        .iter()
        .find(|(k, _)| *k == kind)
        .map_or("Unary", |(_, a)| *a);
    let name = ident(name);
    quote!(#name)
}

/// What a Python class that defines the method gets in its slot.
fn dispatcher(s: &Slot) -> TokenStream {
    let slot = ident(&s.name);
    let method = |i: usize| s.methods.get(i).map_or("", |m| m.0.as_str());
    let (first, second) = (method(0), method(1));
    match s.dispatch.as_deref() {
        Some("none") => quote!(None),
        Some("unary") => quote!(Some(|a| crate::slot_dispatch::unary(a, #first))),
        Some("inplace") => quote!(Some(|a, b| crate::slot_dispatch::inplace(a, b, #first))),
        Some("binary") => {
            quote!(Some(|a, b| crate::slot_dispatch::binary(a, b, #first, #second, |s| s.#slot.get().map(|f| f as usize))))
        }
        Some(own) => {
            let own = ident(own);
            quote!(Some(crate::slot_dispatch::#own))
        }
        None => quote!(Some(crate::slot_dispatch::#slot)),
    }
}

/// Calls the slot with arguments as Python passes them.
fn wrapper(slot: &str, shape: &str) -> TokenStream {
    let s = ident(slot);
    let (function, on_type) = match shape {
        "hidden" if slot == "del" => return quote!(|_, _, _| Ok(crate::value::Value::none())),
        "hidden" | "get_attr" => ("getattr", true),
        "set_attr" => ("setattr", true),
        "del_attr" => ("delattr", true),
        "binary" if slot == "getitem" => ("getitem", false),
        "binary" if slot == "repeat" || slot == "imul" => ("times", false),
        "binary" => ("binary_left", false),
        "reflected" => ("binary_right", false),
        "ternary" => ("pow", false),
        "ternary_reflected" => ("rpow", false),
        "compare" => ("cmp", false),
        "set_item" => ("setitem", false),
        "del_item" => ("delitem", false),
        "get_slice" => ("getslice", false),
        "set_slice" => ("setslice", false),
        "del_slice" => ("delslice", false),
        "lt" | "le" | "eq" | "ne" | "gt" | "ge" => {
            let op = variant(shape);
            return quote!(|t, s, a| crate::slot_wrappers::richcmp(t, s, a, crate::protocol::CmpOp::#op));
        }
        other => (other, false),
    };
    let f = ident(function);
    if on_type {
        quote!(|t, s, a| crate::slot_wrappers::#f(t, s, a))
    } else {
        quote!(|t, s, a| crate::slot_wrappers::#f(t.slots.#s.get(), s, a))
    }
}
