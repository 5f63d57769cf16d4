//! `expand_types!()` and `expand_modules!()`: builtin types, exceptions, functions.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::hooks::effects_value;
use super::paths::{ident, mask, path, strukt, variant};
use crate::model::*;

/// Name of a type's static: `zero_division_error` → `ZERO_DIVISION_ERROR`.
pub fn static_name(id: &str) -> String {
    id.to_uppercase()
}

/// A file of support code as tokens.
fn support(text: &str) -> TokenStream {
    text.parse().unwrap_or_else(|e| {
        let message = format!("support code: {e}");
        quote!(compile_error!(#message);)
    })
}

/// Every builtin with its number, types' methods first.
pub fn builtins(spec: &Spec) -> impl Iterator<Item = &Builtin> {
    spec.types
        .iter()
        .flat_map(|t| &t.methods)
        .chain(spec.modules.iter().flat_map(|m| &m.functions))
}

/// `runtime::types`
pub fn expand(spec: &Spec) -> TokenStream {
    let ids: Vec<_> = spec.types.iter().map(|t| variant(&t.id)).collect();
    let docs: Vec<_> = spec
        .types
        .iter()
        .map(|t| format!("`{}` — {}", t.name, spec.sources.line_of(t.span)))
        .collect();
    let names = spec.types.iter().map(|t| &t.name);
    let count = ids.len();
    let statics = spec.types.iter().zip(&ids).zip(&docs).map(|((t, id), doc)| {
        let name = ident(&static_name(&t.id));
        let layout = variant(&spec.layouts[t.layout.0].name);
        quote! {
            #[doc = #doc]
            pub static #name: crate::typeobj::StaticType =
                crate::typeobj::StaticType::new(crate::layouts::LayoutId::#layout, TypeId::#id as u32 + 1);
        }
    });
    let mut row = 0u32;
    let defs: Vec<_> = spec
        .types
        .iter()
        .map(|t| type_def(spec, t, &mut row))
        .collect();
    let entries = spec
        .types
        .iter()
        .flat_map(|t| t.methods.iter().map(|m| entry(spec, m, Some(t))));
    let parse = support(include_str!("support/parse.rs"));
    let builtin_names: Vec<_> = builtins(spec).map(|b| variant(&b.id)).collect();
    let builtin_docs = builtins(spec).map(|b| {
        format!(
            "`{}{}` — {}",
            b.name,
            b.signature,
            spec.sources.line_of(b.span)
        )
    });
    let builtin_count = builtin_names.len();
    let unused = if builtin_names.is_empty() {
        quote!(None,)
    } else {
        quote!()
    };
    quote! {
        /// A builtin type; the shape id of its exact instances is this number plus 1.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u16)]
        pub enum TypeId { #(#[doc = #docs] #ids),* }

        impl TypeId {
            /// How many there are.
            pub const COUNT: usize = #count;

            /// The Python name.
            pub fn name(self) -> &'static str {
                const NAMES: [&str; #count] = [#(#names),*];
                NAMES[self as usize]
            }

            /// The type whose exact instances have this shape.
            pub fn of_shape(shape: u32) -> Option<TypeId> {
                const ALL: [TypeId; #count] = [#(TypeId::#ids),*];
                ALL.get((shape as usize).checked_sub(1)?).copied()
            }
        }

        #(#statics)*

        /// The types' descriptions, by number.
        pub static TYPES: [crate::typedef::TypeDef; TypeId::COUNT] = [#(#defs),*];

        /// A builtin function or method: its number is `MethodDef::row`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u16)]
        pub enum Builtin { #(#[doc = #builtin_docs] #builtin_names,)* #unused }

        impl Builtin {
            /// The builtin of a row number.
            pub fn from_row(row: u32) -> Option<Builtin> {
                const ALL: [Builtin; #builtin_count] = [#(Builtin::#builtin_names),*];
                ALL.get(row as usize).copied()
            }
        }

        /// Native entries of methods.
        #[allow(unused_variables, clippy::let_unit_value, clippy::not_unsafe_ptr_arg_deref)]
        pub mod entries {
            use super::parse;
            use crate::error::PyResult;
            use crate::layouts::Tuple;
            use crate::object::Ref;
            use crate::value::Value;
            #(#entries)*
        }

        /// Argument parsing.
        #[allow(dead_code)]
        pub mod parse { #parse }
    }
}

/// `runtime::modules`
pub fn expand_modules(spec: &Spec) -> TokenStream {
    let mut row = spec.types.iter().map(|t| t.methods.len() as u32).sum();
    let defs: Vec<_> = spec
        .modules
        .iter()
        .map(|m| {
            let (name, doc) = (&m.name, &m.doc);
            let functions: Vec<_> = m
                .functions
                .iter()
                .map(|f| method_def(spec, f, &mut row, &quote!(entries)))
                .collect();
            let init = match &m.init {
                Some(p) => {
                    let p = path(p);
                    quote!(Some(#p))
                }
                None => quote!(None),
            };
            let constants = m.constants.iter().map(|(name, c)| {
                let value = match c {
                    Constant::Number(n) => quote!(Number(#n)),
                    Constant::Text(s) => quote!(Text(#s)),
                    Constant::Libc => {
                        let name = ident(name);
                        quote!(Number(libc::#name as i64))
                    }
                };
                quote!((#name, crate::typedef::Constant::#value))
            });
            quote!(crate::typedef::ModuleDef {
                name: #name,
                doc: Some(#doc),
                functions: &[#(#functions),*],
                constants: &[#(#constants),*],
                init: #init,
            })
        })
        .collect();
    let types = spec.modules.iter().map(|m| {
        let rows = m.types.iter().map(|t| {
            let (name, item) = (
                &spec.types[*t].name,
                ident(&static_name(&spec.types[*t].id)),
            );
            quote!((#name, &crate::types::#item))
        });
        quote!(&[#(#rows),*])
    });
    let entries = spec
        .modules
        .iter()
        .flat_map(|m| m.functions.iter().map(|f| entry(spec, f, None)));
    let count = defs.len();
    quote! {
        /// The native modules.
        #[allow(clippy::unnecessary_cast)]
        pub static MODULES: [crate::typedef::ModuleDef; #count] = [#(#defs),*];

        /// The types that each module exports, in the order of [`MODULES`].
        pub static MODULE_TYPES: [&[(&str, &crate::typeobj::StaticType)]; #count] = [#(#types),*];

        /// Native entries of functions.
        #[allow(unused_variables, unused_imports, clippy::let_unit_value, clippy::not_unsafe_ptr_arg_deref)]
        pub mod entries {
            use crate::types::parse;
            use crate::error::PyResult;
            use crate::layouts::Tuple;
            use crate::object::Ref;
            use crate::value::Value;
            #(#entries)*
        }
    }
}

fn type_def(spec: &Spec, t: &TypeDef, row: &mut u32) -> TokenStream {
    let (name, module) = (&t.name, &t.module);
    let ty = ident(&static_name(&t.id));
    let base = match t.base {
        Some(b) => {
            let b = ident(&static_name(&spec.types[b].id));
            quote!(Some(&#b))
        }
        None => quote!(None),
    };
    let doc = match &t.doc {
        Some(d) => quote!(Some(#d)),
        None => quote!(None),
    };
    let s = strukt(spec, t.layout);
    let mut flags: Vec<TokenStream> = t
        .flags
        .iter()
        .filter_map(|f| match f.as_str() {
            "base" => Some(quote!(crate::typeobj::flags::BASE)),
            "dict" => Some(quote!(crate::typeobj::flags::HAS_DICT)),
            "type" => Some(quote!(crate::typeobj::flags::TYPE_SUBCLASS)),
            "weak" => Some(quote!(crate::typeobj::flags::WEAK)),
            "class" => Some(quote!(crate::typeobj::flags::CLASS)),
            "solid" => Some(quote!(crate::typeobj::flags::SOLID)),
            "unlisted" => Some(quote!(crate::typeobj::flags::UNLISTED)),
            "fresh" => Some(quote!(crate::typeobj::flags::FRESH)),
            _ => None,
        })
        .collect();
    if is_exception(spec, t) {
        flags.push(quote!(crate::typeobj::flags::EXCEPTION));
    }
    flags.push(quote!(0));
    let words = u32::from(t.flags.iter().any(|f| f == "word"));
    let dict_offset = match dict_field(spec, t) {
        Some((layout, field)) => {
            let (s, f) = (strukt(spec, layout), ident(&field));
            quote!(std::mem::offset_of!(#s, #f) as u32)
        }
        None => quote!(0),
    };
    let methods: Vec<_> = t
        .methods
        .iter()
        .map(|m| method_def(spec, m, row, &quote!(entries)))
        .collect();
    let getsets: Vec<_> = t
        .getsets
        .iter()
        .map(getset)
        .chain(t.members.iter().map(|m| member(spec, t, m)))
        .collect();
    let visible = match t.visible {
        Some(n) => quote!(Some(#n)),
        None => quote!(None),
    };
    let hash = match place(spec, t) {
        Some(n) => quote!(Some(#n)),
        None => quote!(None),
    };
    let slots = t.slots.iter().map(|(slot, f)| {
        let (slot, f) = (ident(slot), path(f));
        quote!(s.#slot.set(Some(#f));)
    });
    quote!(crate::typedef::TypeDef {
        name: #name,
        doc: #doc,
        module: #module,
        ty: &#ty,
        base: #base,
        size: size_of::<#s>() as u32,
        words: #words,
        flags: #(#flags)|*,
        dict_offset: #dict_offset,
        visible: #visible,
        hash: #hash,
        methods: &[#(#methods),*],
        getsets: &[#(#getsets),*],
        slots: |s| { let _ = s; #(#slots)* },
    })
}

/// The type's hash, when CPython has it too: the byte that it has there below a number of its own.
fn place(spec: &Spec, t: &TypeDef) -> Option<i64> {
    let at =
        |(module, name, _): &&(String, String, ForeignSize)| *module == t.module && *name == t.name;
    let place = spec.sizes.iter().find(at)?.2.place?;
    let number = spec.types.iter().position(|other| other.id == t.id)?;
    Some(0x7f5a_3200 + ((number as i64) << 8) + i64::from(place))
}

fn is_exception(spec: &Spec, t: &TypeDef) -> bool {
    let mut at = Some(t);
    for _ in 0..spec.types.len() {
        match at {
            Some(t) if t.id == "base_exception" => return true,
            Some(t) => at = t.base.map(|b| &spec.types[b]),
            None => break,
        }
    }
    false
}

/// The dict field of a type or of its bases.
fn dict_field(spec: &Spec, t: &TypeDef) -> Option<(LayoutId, String)> {
    let mut at = t;
    for _ in 0..spec.types.len() {
        if let Some(d) = at.dict {
            return Some((at.layout, spec.layouts[at.layout.0].fields[d].name.clone()));
        }
        at = &spec.types[at.base?];
    }
    None
}

fn method_def(spec: &Spec, b: &Builtin, row: &mut u32, entries: &TokenStream) -> TokenStream {
    // Another name of a function: the two are equal, each with its own name in what is said of keywords.
    let same = builtins(spec).find(|o| {
        o.kind == FunctionKind::Function
            && o.span.file == b.span.file
            && (&o.imp, &o.signature) == (&b.imp, &b.signature)
            // The machinery of calls counts one argument or none, by the name that the function was called by.
            && (o.called == b.called || matches!(b.style, Style::One | Style::NoArgs))
    });
    let runs = same.filter(|_| b.kind == FunctionKind::Function);
    let (name, doc, entry) = (&b.name, &b.doc, ident(&b.id));
    let same = ident(&runs.unwrap_or(b).id);
    let kind = match b.kind {
        FunctionKind::Method => quote!(Method),
        FunctionKind::Class => quote!(Class),
        FunctionKind::Static => quote!(Static),
        FunctionKind::Function => quote!(Function),
    };
    let (min, max) = (b.min() as u16, b.max().map_or(u16::MAX, |m| m as u16));
    let n = *row;
    *row += 1;
    let quiet = b.effects.writes == 0 && !b.effects.calls;
    quote!(crate::typedef::MethodDef {
        name: #name,
        doc: #doc,
        entry: #entries::#entry,
        same: #entries::#same,
        kind: crate::typedef::MethodKind::#kind,
        row: #n,
        min_args: #min,
        max_args: #max,
        quiet: #quiet,
    })
}

fn getset(g: &Getset) -> TokenStream {
    let (name, doc, member) = (&g.name, &g.doc, g.member);
    let get = path(&g.get);
    let set = match &g.set {
        Some(p) => {
            let p = path(p);
            quote!(Some(|v, x| #p(v, x)))
        }
        None => quote!(None),
    };
    quote!(crate::typedef::GetSetDef { name: #name, doc: #doc, get: |v| #get(v), set: #set, member: #member, item: None })
}

fn member(spec: &Spec, t: &TypeDef, m: &Member) -> TokenStream {
    let (name, doc) = (&m.name, &m.doc);
    let s = strukt(spec, t.layout);
    let f = match m.source {
        MemberSource::Field(i) => &spec.layouts[t.layout.0].fields[i],
        MemberSource::Item(i) => {
            return quote!(crate::typedef::GetSetDef {
                name: #name,
                doc: #doc,
                get: |v| crate::builtins::struct_sequence::field(v, #i),
                set: None,
                member: true,
                item: Some(#i),
            });
        }
    };
    let field = ident(&f.name);
    // SAFETY: the descriptor has tested the receiver's type.
    let receiver = quote!(unsafe { v.cast_unchecked::<#s>() });
    let value = match &f.ty {
        FieldType::Scalar("f64") => quote!(crate::value::Value::float(x)),
        FieldType::Scalar("bool") => quote!(crate::value::Value::bool(x)),
        FieldType::Scalar(_) => quote!(crate::value::Value::int(x as i64)),
        FieldType::Value { optional: false } => quote!(x),
        FieldType::Value { optional: true } => quote!(x.unwrap_or(crate::value::Value::none())),
        FieldType::Ref {
            optional: false, ..
        } => quote!(x.value()),
        FieldType::Ref { optional: true, .. } => {
            quote!(x.map_or(crate::value::Value::none(), |r| r.value()))
        }
        FieldType::Native(_) => quote!(crate::value::Value::none()),
    };
    let set = match (&f.ty, m.writable) {
        (FieldType::Value { optional: true }, true) => {
            quote!(Some(|v, x| { #receiver.#field.set(x); Ok(()) }))
        }
        (FieldType::Value { optional: false }, true) => {
            quote!(Some(|v, x| { #receiver.#field.set(x.unwrap_or(crate::value::Value::none())); Ok(()) }))
        }
        _ => quote!(None),
    };
    quote!(crate::typedef::GetSetDef {
        name: #name,
        doc: #doc,
        get: |v| { let x = #receiver.#field.get(); Ok(#value) },
        set: #set,
        member: true,
        item: None,
    })
}

/// The function that a builtin's entry calls: the handler of its body, or its implementation.
fn target(b: &Builtin) -> TokenStream {
    if !b.cases.is_empty() {
        let f = ident(&b.id);
        quote!(crate::ops::#f)
    } else {
        path(&b.imp)
    }
}

pub fn entry(spec: &Spec, b: &Builtin, owner: Option<&TypeDef>) -> TokenStream {
    let name = ident(&b.id);
    let python = &b.called;
    let receivers = b.receivers();
    let own = &b.params[receivers..];
    let (min, max) = (b.min(), b.max());
    let counted = b.usage.as_ref().map(|usage| {
        let max = max.unwrap_or(usize::MAX);
        quote!(parse::counted(args, #receivers, #python, #min, #max, #usage)?)
    });
    let parse = match b.style {
        _ if counted.is_some() => quote!(#counted),
        Style::NoArgs => quote!(parse::no_args(args, #receivers, #python)?),
        Style::One => quote!(parse::one(args, #receivers, #python)?),
        Style::Unpack => {
            let max = max.unwrap_or(usize::MAX);
            quote!(parse::unpack(args, #receivers, #python, #min, #max)?)
        }
        Style::Keywords => {
            let names = own.iter().map(|p| &p.name);
            let min = min - receivers;
            quote!(parse::by_name(args, #receivers, #python, &[#(#names),*], #min)?)
        }
        Style::Free if b.params.iter().any(|p| p.kind == ParamKind::Keywords) => {
            quote!(parse::leading(args, #receivers, #python, #min)?)
        }
        Style::Parse | Style::Free => match max {
            Some(max) => quote!(parse::range(args, #receivers, #python, #min, #max)?),
            None => quote!(parse::at_least(args, #receivers, #python, #min)?),
        },
    };
    // The other name is for numbers of arguments only.
    let takes_keywords =
        b.style == Style::Keywords || b.params.iter().any(|p| p.kind == ParamKind::Keywords);
    let parse = if b.called != b.name && !takes_keywords {
        let own = &b.name;
        quote!({ parse::without_keywords(args, #own)?; #parse })
    } else {
        parse
    };
    let parse = match (&b.ready, b.params.first().map(|p| &p.kind)) {
        (Some(ready), _) if b.kind == FunctionKind::Function => {
            let (ready, own) = (path(ready), &b.name);
            // The machinery of calls counts these arguments, before the function hears of them.
            match b.style {
                Style::NoArgs | Style::One if b.usage.is_none() => {
                    quote!({ let a = #parse; #ready()?; a })
                }
                _ => quote!({ parse::without_keywords(args, #own)?; #ready()?; #parse }),
            }
        }
        (Some(ready), Some(ParamKind::Layout(l))) => {
            let (ready, s, own) = (path(ready), strukt(spec, *l), &b.name);
            quote!({
                parse::without_keywords(args, #own)?;
                if let Some(r) = args.values.first().and_then(|v| v.cast::<#s>()) {
                    #ready(r)?;
                }
                #parse
            })
        }
        _ => parse,
    };
    let by_name = b.style == Style::Keywords;
    let mut binds = TokenStream::new();
    let mut names = Vec::new();
    for (i, p) in b.params.iter().enumerate() {
        let local = format_ident!("p_{}", p.name.replace('-', "_"));
        let bind = if i < receivers {
            receiver(spec, b, p, owner)
        } else if by_name {
            let k = i - receivers;
            binds.extend(quote!(a.reach(#k)?;));
            argument(spec, b, p, i, None, quote!(a.values[#k]))
        } else {
            argument(
                spec,
                b,
                p,
                i,
                Some(quote!(a[#i])),
                quote!(a.get(#i).copied()),
            )
        };
        binds.extend(quote!(let #local = #bind;));
        names.push(quote!(#local));
    }
    if by_name {
        let n = own.len();
        binds.extend(quote!(a.reach(#n)?;));
    }
    let target = target(b);
    let call = quote!(#target(#(#names),*)?);
    let result = match b.result {
        Repr::None => quote!({ let () = #call; Ok(Value::none()) }),
        Repr::Value => quote!(#target(#(#names),*)),
        Repr::OptValue => quote!(Ok(#call.unwrap_or(Value::none()))),
        Repr::Int | Repr::I64 | Repr::U32 => quote!(Ok(Value::int(i64::from(#call)))),
        Repr::Float => quote!(Ok(Value::float(#call))),
        Repr::Bool => quote!(Ok(Value::bool(#call))),
        Repr::Ptr(_) => quote!(Ok(#call.value())),
        Repr::OptPtr(_) => quote!(Ok(#call.map_or(Value::none(), |r| r.value()))),
        _ => quote!(Ok(#call)),
    };
    let doc = format!(
        "`{}{}` — {}",
        b.name,
        b.signature,
        spec.sources.line_of(b.span)
    );
    quote! {
        #[doc = #doc]
        pub extern "C" fn #name(values: *const Value, n: usize, kwnames: Option<Ref<Tuple>>) -> Option<Value> {
            #[inline(always)]
            fn run(args: crate::call::Args<'_>) -> PyResult {
                let a = #parse;
                #binds
                #result
            }
            // SAFETY: the convention of native entries.
            crate::error::to_native(run(unsafe { parse::args(values, n, kwnames) }))
        }
    }
}

fn has_derived(spec: &Spec, layout: LayoutId) -> bool {
    spec.layouts.iter().any(|l| l.base == Some(layout))
}

fn receiver(spec: &Spec, b: &Builtin, p: &BuiltinParam, owner: Option<&TypeDef>) -> TokenStream {
    let name = &b.name;
    match (&p.kind, owner) {
        (ParamKind::Layout(l), Some(t)) if b.kind == FunctionKind::Method => {
            let s = strukt(spec, *l);
            let ty = ident(&static_name(&t.id));
            let own = spec.layouts[l.0].python.as_deref() == Some(&t.id);
            if own && !has_derived(spec, *l) {
                quote!(parse::receiver::<#s>(args.values[0], #name, &crate::types::#ty)?)
            } else {
                quote!(parse::receiver_of_type::<#s>(args.values[0], #name, &crate::types::#ty)?)
            }
        }
        (ParamKind::Layout(l), _) => {
            let s = strukt(spec, *l);
            let expected = &spec.layouts[l.0].name;
            quote!(parse::object::<#s>(args.values[0], #name, 1, #expected)?)
        }
        (ParamKind::Int, _) => quote!(crate::convert::int(args.values[0])?),
        (ParamKind::Float, _) => quote!(crate::convert::float(args.values[0])?),
        _ => quote!(args.values[0]),
    }
}

fn literal(text: &str) -> TokenStream {
    match text {
        "none" | "None" => quote!(Value::none()),
        "true" | "True" => quote!(Value::bool(true)),
        "false" | "False" => quote!(Value::bool(false)),
        t if t.starts_with('"') => {
            let t = t.trim_matches('"');
            quote!(crate::builtins::str::intern_static(#t).value())
        }
        t if t.contains('.') => {
            let x: TokenStream = t.parse().unwrap_or_default();
            quote!(Value::float(#x))
        }
        t => {
            let x: TokenStream = t.parse().unwrap_or_default();
            quote!(Value::int(#x))
        }
    }
}

/// One converted argument. `always` is its value when it is known to be there, `maybe` an option of it.
fn argument(
    spec: &Spec,
    b: &Builtin,
    p: &BuiltinParam,
    index: usize,
    always: Option<TokenStream>,
    maybe: TokenStream,
) -> TokenStream {
    let name = &b.called;
    let number = index + 1 - b.receivers();
    let convert: TokenStream = match &p.kind {
        ParamKind::Value => quote!(v),
        ParamKind::OptValue => return maybe,
        ParamKind::Int => quote!(crate::convert::int(v)?),
        ParamKind::I32 => quote!((crate::convert::i32(v)? as i32)),
        ParamKind::Index => quote!(crate::convert::index(v)?),
        ParamKind::Float => quote!(crate::convert::float(v)?),
        ParamKind::Truth => quote!(crate::convert::truth(v)?),
        ParamKind::Bytes => quote!(crate::convert::bytes(v, #name, #number)?),
        ParamKind::ReadOnly => quote!(crate::convert::read_only(v, #name, #number)?),
        ParamKind::Chars => quote!(crate::convert::chars(v, #name, #number)?),
        ParamKind::String => quote!(crate::convert::string(v, #name, #number)?),
        ParamKind::Descriptor => quote!(crate::convert::descriptor(v)?),
        ParamKind::Layout(l) | ParamKind::OptLayout(l) => {
            let s = strukt(spec, *l);
            let layout = &spec.layouts[l.0];
            // As CPython's structures of types have it: outside the builtins, with the module.
            let expected = match &layout.python {
                Some(t) => match spec.types.iter().find(|x| x.id == *t) {
                    Some(x) if x.module != "__builtin__" && !x.name.contains('.') => {
                        format!("{}.{}", x.module, x.name)
                    }
                    Some(x) => x.name.clone(),
                    None => t.clone(),
                },
                None => layout.name.clone(),
            };
            quote!(parse::object::<#s>(v, #name, #number, #expected)?)
        }
        ParamKind::Rest => return quote!(args.pos().get(#index..).unwrap_or(&[])),
        ParamKind::Keywords if !b.params.iter().any(|q| q.kind == ParamKind::Rest) => {
            // `**arguments` alone: all that is left.
            return quote!(crate::call::Args { values: &args.values[#index..], kwnames: args.kwnames });
        }
        ParamKind::Keywords => {
            return quote!(crate::call::Args {
                values: &args.values[args.values.len() - args.nkw()..],
                kwnames: args.kwnames
            });
        }
    };
    if matches!(p.kind, ParamKind::OptLayout(_)) {
        return quote!(match #maybe { Some(v) => Some(#convert), None => None });
    }
    match &p.default {
        None => match always {
            Some(x) => quote!({ let v = #x; #convert }),
            // The number of arguments has been tested.
            None => quote!(match #maybe {
                Some(v) => #convert,
                None => return Err(crate::error::type_error("missing argument")),
            }),
        },
        Some(d) => {
            let default = match &p.kind {
                ParamKind::Value => literal(d),
                ParamKind::Layout(_)
                | ParamKind::Bytes
                | ParamKind::ReadOnly
                | ParamKind::Chars
                | ParamKind::String
                    if d.starts_with('"') =>
                {
                    let t = d.trim_matches('"');
                    quote!(crate::builtins::str::intern_static(#t))
                }
                ParamKind::Float => {
                    let x: TokenStream = d.parse().unwrap_or_default();
                    quote!(f64::from(#x))
                }
                _ => d.parse().unwrap_or_default(),
            };
            quote!(match #maybe { Some(v) => #convert, None => #default })
        }
    }
}

/// Facts about the builtins for the optimiser: part of `jit::transfer`.
pub fn facts(spec: &Spec) -> TokenStream {
    let root = quote!(runtime);
    let rows: Vec<_> = builtins(spec)
        .map(|b| {
            let (name, id) = (&b.id, variant(&b.id));
            let result = mask(spec, b.result_class, &root);
            let effects = effects_value(b.effects, &root);
            let cases = b.cases.iter().map(|c| super::emitters::case_info(spec, c));
            let (min, max) = (b.min(), b.max().unwrap_or(usize::MAX));
            quote!(BuiltinInfo {
                name: #name,
                builtin: Builtin::#id,
                min: #min,
                max: #max,
                result: #result,
                effects: #effects,
                cases: &[#(#cases),*],
            })
        })
        .collect();
    let count = rows.len();
    quote! {
        /// A builtin function or method as the optimiser sees it.
        #[derive(Clone, Copy, Debug)]
        pub struct BuiltinInfo {
            /// `list_append`
            pub name: &'static str,
            /// Its number.
            pub builtin: Builtin,
            /// Fewest positional arguments, receiver included.
            pub min: usize,
            /// Most positional arguments, receiver included.
            pub max: usize,
            /// Types of the result.
            pub result: TypeMask,
            /// What it does.
            pub effects: Effects,
            /// Its inline forms, for calls that pass every parameter.
            pub cases: &'static [CaseInfo],
        }

        /// The builtins, by number.
        pub static BUILTINS: [BuiltinInfo; #count] = [#(#rows),*];

        /// What is known of a builtin.
        pub fn builtin(builtin: Builtin) -> &'static BuiltinInfo {
            &BUILTINS[builtin as usize]
        }
    }
}

/// Name of the emitter of an inline form.
pub fn emitter_name(b: &Builtin, c: &Case) -> Ident {
    if c.name == "inline" {
        format_ident!("emit_{}", b.id)
    } else {
        format_ident!("emit_{}_{}", b.id, c.name)
    }
}
