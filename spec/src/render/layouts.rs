//! `expand_layouts!()`: structs, ids, trace functions and field facts of `runtime::layouts`.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::paths::{ident, path, strukt, variant};
use crate::model::*;

/// The whole expansion.
pub fn expand(spec: &Spec) -> TokenStream {
    let facts = facts();
    let ids = ids(spec);
    let masks = masks(spec);
    let heaps = heaps(spec);
    let structs = spec
        .layouts
        .iter()
        .enumerate()
        .map(|(i, _)| strukt_item(spec, LayoutId(i)));
    let trace = trace(spec);
    let fields = fields(spec);
    let construct = super::construct::expand(spec);
    quote!(#facts #ids #masks #heaps #(#structs)* #trace #fields #construct)
}

/// Types that describe the tables, the same whatever the tables say.
fn facts() -> TokenStream {
    quote! {
        /// How a value is represented while a body runs; see spec/prims.toml.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Repr {
            /// A boxed Python value.
            Value,
            /// A boxed Python value, or 0.
            OptValue,
            /// A Python int of the tagged range in an `i64`.
            Int,
            /// A machine integer.
            I64,
            /// A shape id or version.
            U32,
            /// A Python float in an `f64`.
            Float,
            /// A Python bool in an `i1`.
            Bool,
            /// Python's None: no bits.
            None,
            /// A typed object pointer.
            Ptr(LayoutId),
            /// A typed object pointer, or null.
            OptPtr(LayoutId),
            /// An address and a number of values.
            Values,
            /// An address and a number of registers to be written.
            Outs,
            /// The running frame's address.
            Frame,
            /// Address of the node's inline-cache cell.
            Cache,
        }

        /// How a field is stored.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Store {
            /// A Python value.
            Value,
            /// A Python value, or 0.
            OptValue,
            /// An object pointer.
            Ref(LayoutId),
            /// An object pointer, or null.
            OptRef(LayoutId),
            /// A scalar.
            I64,
            /// A scalar.
            U64,
            /// A scalar.
            I32,
            /// A scalar.
            U32,
            /// A scalar.
            U16,
            /// A scalar.
            U8,
            /// A scalar.
            F64,
            /// A scalar: one byte, 0 or 1.
            Bool,
            /// Out of reach for compiled code.
            Native,
        }

        /// What compiled code knows about a field.
        #[derive(Clone, Copy, Debug)]
        pub struct FieldInfo {
            /// `layout.field`
            pub name: &'static str,
            /// The layout that declares it.
            pub layout: LayoutId,
            /// Byte offset; of element 0 for a tail.
            pub offset: u32,
            /// Bytes of the field, or of one element.
            pub size: u32,
            /// How it is stored.
            pub store: Store,
            /// Never changes once the object is visible.
            pub is_const: bool,
            /// An inline tail: indexed.
            pub is_tail: bool,
            /// Its alias class, an index into [`HEAPS`].
            pub heap: usize,
        }

        /// An abstract heap.
        #[derive(Clone, Copy, Debug)]
        pub struct HeapInfo {
            /// Its name.
            pub name: &'static str,
            /// The heap that contains it.
            pub parent: Option<usize>,
            /// It and everything below it.
            pub mask: u64,
        }

        /// Effects over the abstract heaps.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
        pub struct Effects {
            /// Heaps read.
            pub reads: u64,
            /// Heaps written.
            pub writes: u64,
            /// May leave with a Python exception.
            pub raises: bool,
            /// May run Python code.
            pub calls: bool,
            /// May allocate, and so collect.
            pub allocates: bool,
        }

        /// A set of Python types, as exact types: an instance of a subclass is `OTHER`. 20 bits, so that
        /// the rest of a profile word is free for other news.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
        pub struct TypeMask(pub u32);

        impl TypeMask {
            /// No type: unreachable code.
            pub const EMPTY: TypeMask = TypeMask(0);
            /// Anything.
            pub const ANY: TypeMask = TypeMask((1 << 20) - 1);

            /// Whether every type of `self` is in `other`.
            #[must_use]
            pub const fn within(self, other: TypeMask) -> bool {
                self.0 & !other.0 == 0
            }
            /// Whether some type is in both.
            #[must_use]
            pub const fn meets(self, other: TypeMask) -> bool {
                self.0 & other.0 != 0
            }
            /// Types in either.
            #[must_use]
            pub const fn union(self, other: TypeMask) -> TypeMask {
                TypeMask(self.0 | other.0)
            }
            /// Types in both.
            #[must_use]
            pub const fn intersect(self, other: TypeMask) -> TypeMask {
                TypeMask(self.0 & other.0)
            }
            /// Types of `self` that are not in `other`.
            #[must_use]
            pub const fn without(self, other: TypeMask) -> TypeMask {
                TypeMask(self.0 & !other.0)
            }
        }
    }
}

fn ids(spec: &Spec) -> TokenStream {
    let names: Vec<_> = spec.layouts.iter().map(|l| variant(&l.name)).collect();
    let docs = spec.layouts.iter().map(|l| &l.doc);
    let strings = spec.layouts.iter().map(|l| &l.name);
    let shapes = spec.layouts.iter().map(|l| shape(spec, l));
    let count = names.len();
    quote! {
        /// A layout of heap objects: a row of spec/layouts.toml.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u16)]
        pub enum LayoutId { #(#[doc = #docs] #names),* }

        impl LayoutId {
            /// All of them, by number.
            pub const ALL: [LayoutId; #count] = [#(LayoutId::#names),*];

            /// As in the table.
            pub fn name(self) -> &'static str {
                const NAMES: [&str; #count] = [#(#strings),*];
                NAMES[self as usize]
            }

            /// Shape id of exact instances of the layout's Python type; 0 for internal layouts.
            pub const fn shape(self) -> u32 {
                const SHAPES: [u32; #count] = [#(#shapes),*];
                SHAPES[self as usize]
            }
        }
    }
}

fn shape(_spec: &Spec, layout: &Layout) -> TokenStream {
    match &layout.python {
        Some(t) => {
            let v = variant(t);
            quote!(crate::types::TypeId::#v as u32 + 1)
        }
        None => quote!(0),
    }
}

/// Bits of the type mask: the four immediates, then exact types with a layout, then the rest.
fn mask_bits(spec: &Spec) -> Vec<(String, u32)> {
    let mut bits: Vec<(String, u32)> = ["int", "float", "bool", "none"]
        .iter()
        .enumerate()
        .map(|(i, n)| ((*n).to_owned(), i as u32))
        .collect();
    for l in spec
        .layouts
        .iter()
        .filter(|l| l.python.is_some() && !l.immediate && l.mask)
    {
        let next = bits.len() as u32;
        if next < 19 {
            bits.push((l.name.clone(), next));
        }
    }
    bits
}

fn masks(spec: &Spec) -> TokenStream {
    let bits = mask_bits(spec);
    let consts = bits.iter().map(|(name, bit)| {
        let doc = format!("Exactly `{name}`.");
        let name = ident(&name.to_uppercase());
        quote!(#[doc = #doc] pub const #name: TypeMask = TypeMask(1 << #bit);)
    });
    // Layouts without a bit of their own.
    let rest = spec
        .layouts
        .iter()
        .filter(|l| !bits.iter().any(|(n, _)| *n == l.name))
        .map(|l| {
            let doc = format!("`{}` has no bit of its own.", l.name);
            let name = ident(&l.name.to_uppercase());
            if l.name == "heap_float" {
                quote!(#[doc = #doc] pub const #name: TypeMask = TypeMask::FLOAT;)
            } else if l.name == "heap_int" {
                quote!(#[doc = #doc] pub const #name: TypeMask = TypeMask::INT;)
            } else {
                quote!(#[doc = #doc] pub const #name: TypeMask = TypeMask::OTHER;)
            }
        });
    let arms = spec
        .layouts
        .iter()
        .filter(|l| l.python.is_some() && !l.immediate)
        .map(|l| {
            let v = variant(&l.name);
            let name = ident(&l.name.to_uppercase());
            quote!((LayoutId::#v, TypeMask::#name))
        });
    let arms: Vec<_> = arms.collect();
    let arms2 = &arms;
    quote! {
        impl TypeMask {
            #(#consts)*
            /// Every type that has no bit of its own, instances of subclasses included.
            pub const OTHER: TypeMask = TypeMask(1 << 19);
            #(#rest)*

            /// The bit of a value's type.
            #[inline]
            pub fn of(v: crate::value::Value) -> TypeMask {
                const COUNT: usize = crate::types::TypeId::COUNT + 1;
                const BY_SHAPE: [TypeMask; COUNT] = {
                    let mut table = [TypeMask::OTHER; COUNT];
                    let rows: &[(LayoutId, TypeMask)] = &[#(#arms2),*];
                    let mut i = 0;
                    while i < rows.len() {
                        table[rows[i].0.shape() as usize] = rows[i].1;
                        i += 1;
                    }
                    table
                };
                if v.is_small_int() {
                    return TypeMask::INT;
                }
                if v.is_float() {
                    return TypeMask::FLOAT;
                }
                BY_SHAPE.get(v.shape() as usize).copied().unwrap_or(TypeMask::OTHER)
            }

            /// The bit of exact instances with this shape; `OTHER` when it has none.
            pub fn of_shape(shape: u32) -> TypeMask {
                const TABLE: &[(LayoutId, TypeMask)] = &[#(#arms),*];
                for (layout, mask) in TABLE {
                    if layout.shape() == shape {
                        return *mask;
                    }
                }
                TypeMask::OTHER
            }
        }
    }
}

fn heaps(spec: &Spec) -> TokenStream {
    let rows = spec.heaps.iter().map(|h| {
        let name = &h.name;
        let mask = h.mask;
        let parent = match h.parent {
            Some(HeapId(p)) => quote!(Some(#p)),
            None => quote!(None),
        };
        quote!(HeapInfo { name: #name, parent: #parent, mask: #mask })
    });
    let consts = spec.heaps.iter().map(|h| {
        let name = ident(&h.name.to_uppercase());
        let (mask, doc) = (h.mask, &h.doc);
        quote!(#[doc = #doc] pub const #name: u64 = #mask;)
    });
    let count = spec.heaps.len();
    quote! {
        /// The abstract heaps, by number.
        pub static HEAPS: [HeapInfo; #count] = [#(#rows),*];

        /// Masks of the abstract heaps.
        pub mod heaps { #(#consts)* }
    }
}

/// The Rust type of a field.
pub fn field_type(spec: &Spec, ty: &FieldType) -> TokenStream {
    match ty {
        FieldType::Scalar(s) => {
            let s = ident(s);
            quote!(std::cell::Cell<#s>)
        }
        FieldType::Value { optional: false } => quote!(crate::object::Slot<crate::value::Value>),
        FieldType::Value { optional: true } => {
            quote!(crate::object::Slot<Option<crate::value::Value>>)
        }
        FieldType::Ref { layout, optional } => {
            let s = strukt(spec, *layout);
            if *optional {
                quote!(crate::object::Slot<Option<crate::object::Ref<#s>>>)
            } else {
                quote!(crate::object::Slot<crate::object::Ref<#s>>)
            }
        }
        FieldType::Native(t) => t
            .parse()
            .unwrap_or_else(|_| quote!(compile_error!("bad native type"))),
    }
}

fn size_of(ty: &FieldType) -> Option<usize> {
    Some(match ty {
        FieldType::Scalar("i32" | "u32") => 4,
        FieldType::Scalar("u16") => 2,
        FieldType::Scalar("u8" | "bool") => 1,
        FieldType::Native(_) => return None,
        _ => 8,
    })
}

/// Offsets by the rules of `repr(C)`, as far as they are known without rustc.
fn offsets(layout: &Layout) -> Vec<Option<usize>> {
    let mut at = Some(16usize);
    layout
        .fields
        .iter()
        .chain(layout.tail.as_ref().map(|t| &t.field))
        .map(|f| {
            let size = size_of(&f.ty);
            let here = at.zip(size).map(|(a, s)| a.next_multiple_of(s));
            at = here.zip(size).map(|(a, s)| a + s);
            here
        })
        .collect()
}

fn strukt_item(spec: &Spec, id: LayoutId) -> TokenStream {
    let l = &spec.layouts[id.0];
    if l.immediate {
        return quote!();
    }
    let name = strukt(spec, id);
    let shape = shape(spec, l);
    let variant = variant(&l.name);
    let trait_impl = quote! {
        // SAFETY: `repr(C)`, begins with the header, and the table says which types have it.
        unsafe impl crate::object::Layout for #name {
            const ID: LayoutId = LayoutId::#variant;
            const SHAPE: u32 = #shape;
        }
    };
    if l.external.is_some() {
        return trait_impl;
    }
    let doc = format!("{} — {}", l.doc, spec.sources.line_of(l.span));
    let item = ident(&l.strukt);
    let fields = l.fields.iter().map(|f| {
        let (name, ty, doc) = (ident(&f.name), field_type(spec, &f.ty), &f.doc);
        quote!(#[doc = #doc] pub #name: #ty)
    });
    let tail_field = l.tail.as_ref().map(|t| {
        let (name, ty, doc) = (
            format_ident!("{}_tail", t.field.name),
            field_type(spec, &t.field.ty),
            &t.field.doc,
        );
        quote!(, #[doc = #doc] pub #name: [#ty; 0])
    });
    let tail_impl = l.tail.as_ref().map(|t| {
        let (field, ty) = (
            format_ident!("{}_tail", t.field.name),
            field_type(spec, &t.field.ty),
        );
        let method = format_ident!("{}_ptr", t.field.name);
        let doc = format!("Address of the first of `{}`.", t.field.name);
        quote! {
            impl crate::object::Ref<#item> {
                #[doc = #doc]
                #[inline(always)]
                pub fn #method(self) -> *mut #ty {
                    // SAFETY: the object is live; the tail begins where the struct says.
                    unsafe { (&raw mut (*self.as_ptr()).#field).cast() }
                }
            }
        }
    });
    let mut all: Vec<_> = l.fields.iter().map(|f| ident(&f.name)).collect();
    all.extend(
        l.tail
            .iter()
            .map(|t| format_ident!("{}_tail", t.field.name)),
    );
    let asserts = all.iter().zip(offsets(l)).filter_map(|(f, o)| {
        let o = Literal::usize_unsuffixed(o?);
        Some(quote!(
            const _: () = assert!(std::mem::offset_of!(#item, #f) == #o);
        ))
    });
    quote! {
        #[doc = #doc]
        #[repr(C)]
        pub struct #item {
            /// Shape, collector's bits, type.
            pub header: crate::object::Header,
            #(#fields),*
            #tail_field
        }
        #(#asserts)*
        #trait_impl
        #tail_impl
    }
}

fn trace(spec: &Spec) -> TokenStream {
    let arms = spec.layouts.iter().enumerate().filter(|(_, l)| !l.immediate).map(|(i, l)| {
        let variant = variant(&l.name);
        let name = strukt(spec, LayoutId(i));
        if let Some(custom) = &l.trace {
            let custom = path(custom);
            return quote! {
                // SAFETY: the layout says what the object is.
                LayoutId::#variant => #custom(unsafe { crate::object::Ref::<#name>::from_raw(object.cast()) }, tracer)
            };
        }
        let marks: Vec<_> = l
            .fields
            .iter()
            .filter(|f| matches!(f.ty, FieldType::Value { .. } | FieldType::Ref { .. }))
            .map(|f| {
                let f = ident(&f.name);
                quote!(tracer.mark_value(traced_word(&object.#f));)
            })
            .collect();
        let tail = l.tail.as_ref().filter(|t| !matches!(t.field.ty, FieldType::Scalar(_) | FieldType::Native(_))).map(|t| {
            let len = ident(&l.fields[t.len].name);
            let ptr = format_ident!("{}_ptr", t.field.name);
            quote! {
                let first = object.#ptr();
                for i in 0..object.#len.get() as usize {
                    // SAFETY: the tail has as many elements as its length field says.
                    tracer.mark_value(traced_word(unsafe { &*first.add(i) }));
                }
            }
        });
        if marks.is_empty() && tail.is_none() {
            return quote!(LayoutId::#variant => {});
        }
        quote! {
            LayoutId::#variant => {
                // SAFETY: the layout says what the object is.
                let object = unsafe { crate::object::Ref::<#name>::from_raw(object.cast()) };
                #(#marks)*
                #tail
            }
        }
    });
    let immediates: Vec<_> = spec
        .layouts
        .iter()
        .filter(|l| l.immediate)
        .map(|l| variant(&l.name))
        .collect();
    let rest = if immediates.is_empty() {
        quote!()
    } else {
        quote!(#(LayoutId::#immediates)|* => {})
    };
    let finalizers = spec.layouts.iter().enumerate().filter_map(|(i, l)| {
        let f = path(l.finalize.as_ref()?);
        let variant = variant(&l.name);
        let name = strukt(spec, LayoutId(i));
        // SAFETY: as above.
        Some(quote!(LayoutId::#variant => #f(unsafe { crate::object::Ref::<#name>::from_raw(object.cast()) }),))
    });
    let has_finalizer = spec
        .layouts
        .iter()
        .filter(|l| l.finalize.is_some())
        .map(|l| variant(&l.name))
        .collect::<Vec<_>>();
    let has_finalizer = if has_finalizer.is_empty() {
        quote!(false)
    } else {
        quote!(matches!(self, #(LayoutId::#has_finalizer)|*))
    };
    quote! {
        /// The bits that a traced field holds; 0 when it holds nothing.
        #[inline(always)]
        fn traced_word<T: crate::object::Traced>(slot: &crate::object::Slot<T>) -> u64 {
            const { assert!(size_of::<T>() == 8) };
            // Read as bits: an unused element of a buffer is 0 even where values never are.
            // SAFETY: a slot is a cell of one word.
            unsafe { *std::ptr::from_ref(slot).cast::<u64>() }
        }

        /// Marks everything that the fields of an object refer to. The header's type and the
        /// attribute slots of instances are the caller's.
        ///
        /// # Safety
        /// `object` is a live object of that layout.
        pub unsafe fn trace_object(layout: LayoutId, object: *mut u8, tracer: &mut crate::heap::Tracer) {
            match layout { #(#arms,)* #rest }
        }

        impl LayoutId {
            /// Whether [`finalize_object`] does something.
            pub const fn has_finalizer(self) -> bool {
                #has_finalizer
            }
        }

        /// Releases what an object holds outside of the heap.
        ///
        /// # Safety
        /// `object` is a dead object of that layout that is not finalized yet.
        pub unsafe fn finalize_object(layout: LayoutId, object: *mut u8) {
            let _ = object;
            match layout { #(#finalizers)* _ => {} }
        }
    }
}

/// Name of a field's variant in `FieldId`.
pub fn field_variant(spec: &Spec, layout: LayoutId, field: &Field) -> proc_macro2::Ident {
    // Inherited fields are the base's.
    let mut at = layout;
    while let Some(base) = spec.layouts[at.0].base {
        if !spec.layouts[base.0]
            .fields
            .iter()
            .any(|f| f.name == field.name)
        {
            break;
        }
        at = base;
    }
    variant(&format!("{}_{}", spec.layouts[at.0].name, field.name))
}

fn store(spec: &Spec, ty: &FieldType) -> TokenStream {
    match ty {
        FieldType::Scalar("usize") => quote!(Store::U64),
        FieldType::Scalar(s) => {
            let v = variant(s);
            quote!(Store::#v)
        }
        FieldType::Value { optional: false } => quote!(Store::Value),
        FieldType::Value { optional: true } => quote!(Store::OptValue),
        FieldType::Ref { layout, optional } => {
            let l = variant(&spec.layouts[layout.0].name);
            if *optional {
                quote!(Store::OptRef(LayoutId::#l))
            } else {
                quote!(Store::Ref(LayoutId::#l))
            }
        }
        FieldType::Native(_) => quote!(Store::Native),
    }
}

fn fields(spec: &Spec) -> TokenStream {
    let mut variants = Vec::new();
    let mut rows = Vec::new();
    for (i, l) in spec.layouts.iter().enumerate() {
        if l.immediate {
            continue;
        }
        let id = LayoutId(i);
        let own = l.fields[l.inherited..]
            .iter()
            .map(|f| (f, false))
            .chain(l.tail.iter().map(|t| (&t.field, true)));
        for (f, is_tail) in own {
            let v = field_variant(spec, id, f);
            let doc = &f.doc;
            variants.push(quote!(#[doc = #doc] #v));
            let name = format!("{}.{}", l.name, f.name);
            let layout = variant(&l.name);
            let s = strukt(spec, id);
            let member = if is_tail {
                format_ident!("{}_tail", f.name)
            } else {
                ident(&f.name)
            };
            let ty = field_type(spec, &f.ty);
            let store = store(spec, &f.ty);
            let (is_const, heap) = (f.is_const, f.heap.0);
            rows.push(quote!(FieldInfo {
                name: #name,
                layout: LayoutId::#layout,
                offset: std::mem::offset_of!(#s, #member) as u32,
                size: size_of::<#ty>() as u32,
                store: #store,
                is_const: #is_const,
                is_tail: #is_tail,
                heap: #heap,
            }));
        }
    }
    let count = rows.len();
    quote! {
        /// A field or tail of a layout.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u16)]
        pub enum FieldId { #(#variants),* }

        /// Facts about the fields, by number.
        pub static FIELDS: [FieldInfo; #count] = [#(#rows),*];

        impl FieldId {
            /// What compiled code knows about it.
            pub fn info(self) -> &'static FieldInfo {
                &FIELDS[self as usize]
            }
        }
    }
}
