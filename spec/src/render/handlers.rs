//! `expand_handlers!()`: the interpreter's handlers, in `runtime::ops`.
//!
//! A handler is one function a row: for each case a labelled block that tests the operands, runs
//! the body and returns; leaving the block tries the next case, leaving `'slow` calls the hook.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::body::{RustBody, tests};
use super::hooks::{hooks, rust_prims};
use super::paths::{ident, path, rust_type, variant};
use crate::model::*;

/// The whole expansion.
pub fn expand(spec: &Spec) -> TokenStream {
    let prims = rust_prims(spec);
    let hooks = hooks(spec);
    let names: Vec<_> = spec.operators.iter().map(|o| variant(&o.name)).collect();
    let docs = spec
        .operators
        .iter()
        .map(|o| format!("`{}`: {}", o.symbol, o.doc));
    let inlines = super::types::builtins(spec)
        .filter(|b| !b.cases.is_empty())
        .map(|b| inline(spec, b));
    let protocol_names: Vec<_> = spec.protocols.iter().map(|p| variant(&p.name)).collect();
    let protocol_docs = spec.protocols.iter().map(|p| &p.doc);
    let protocols = spec.protocols.iter().map(|p| protocol(spec, p));
    let handlers = spec.operators.iter().map(|o| operator(spec, o));
    let ways = crate::ways::names(spec);
    quote! {
        use crate::error::PyResult;
        use crate::object::Ref;
        use crate::prims::Prims as P;
        use crate::value::Value;

        /// An operator: a row of spec/operators.toml.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u16)]
        pub enum Operator { #(#[doc = #docs] #names),* }

        /// A protocol: a row of spec/protocols.toml.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u16)]
        pub enum Protocol { #(#[doc = #protocol_docs] #protocol_names),* }

        /// The ways through rows: a fast case, a kind of cache entry, the runtime function for the rest.
        pub static WAYS: &[&str] = &[#(#ways),*];

        #prims
        #hooks
        #(#handlers)*
        #(#protocols)*
        #(#inlines)*
    }
}

/// The handler of a builtin with fast paths.
pub fn inline(spec: &Spec, b: &Builtin) -> TokenStream {
    let name = ident(&b.id);
    let imp = path(&b.imp);
    let params: Vec<_> = b.params.iter().map(|p| ident(&p.name)).collect();
    let reprs: Vec<_> = b.params.iter().map(param_repr).collect();
    let types = reprs.iter().map(|r| rust_type(spec, *r));
    let result = rust_type(spec, b.result);
    let body = cases(
        spec,
        &b.cases,
        &params,
        &reprs,
        Give::As(b.result),
        Place::Builtin,
    );
    let doc = format!(
        "`{}{}` — {}",
        b.name,
        b.signature,
        spec.sources.line_of(b.span)
    );
    quote! {
        #[doc = #doc]
        #[inline]
        #[allow(unused_labels, unused_variables, unreachable_code)]
        pub fn #name(#(#params: #types),*) -> PyResult<#result> {
            #body
            #imp(#(#params),*)
        }
    }
}

/// How the handler of a builtin receives a parameter.
fn param_repr(p: &BuiltinParam) -> Repr {
    match &p.kind {
        ParamKind::OptValue => Repr::OptValue,
        ParamKind::Int | ParamKind::I32 | ParamKind::Index => Repr::I64,
        ParamKind::Float => Repr::Float,
        ParamKind::Truth => Repr::Bool,
        ParamKind::Layout(l) => Repr::Ptr(*l),
        _ => Repr::Value,
    }
}

/// Number of profile bits that say which case ran; the next one is the slow path.
pub fn slow_bit(cases: usize) -> u32 {
    cases.min(31) as u32
}

/// The bit, from [`CASE_SHIFT`] on, that says that an entry of a kind was hit: those of the cases come first, and
/// the last one has to do for what finds none.
pub fn kind_bit(p: &Protocol, kind: usize) -> u32 {
    (p.cases.len() + kind).min(LAST_BIT) as u32
}

/// The last bit for a case or a kind of a protocol; those that come after share it.
pub const LAST_BIT: usize = 10;
/// The last bit for the plan of a protocol with kinds.
pub const LAST_PLAN_BIT: usize = 11;

/// The bit that says that the plan was asked.
pub fn plan_bit(p: &Protocol) -> u32 {
    if p.kinds.is_empty() {
        p.cases.len().min(LAST_BIT) as u32
    } else {
        (p.cases.len() + p.kinds.len()).min(LAST_PLAN_BIT) as u32
    }
}

/// What a case belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Returns, and notes in the profile that it ran.
    Operator,
    /// Breaks out to where the result is noted, and notes that it ran.
    Protocol,
    /// Returns.
    Builtin,
}

/// How a handler hands back a result.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Give {
    /// As a boxed value.
    Boxed,
    /// As a Rust bool.
    Bool,
    /// In the representation of a protocol's result.
    As(Repr),
}

/// `Ok(call)` or the call itself, and its result as `give` wants it.
fn hook_result(
    spec: &Spec,
    hook: HookId,
    args: &[Ident],
    give: Give,
    extra: &TokenStream,
) -> TokenStream {
    let h = &spec.hooks[hook.0];
    let f = path(&format!("hooks::{}", h.name));
    let call = quote!(#f(#(#args),* #extra));
    let convert = match (give, h.result) {
        (Give::Boxed, Repr::Bool) => quote!(Value::bool),
        (Give::Boxed, Repr::Ptr(_)) => quote!(|r| r.value()),
        (Give::Boxed, Repr::None) => quote!(|()| Value::none()),
        _ if h.effects.raises => return call,
        _ => return quote!(Ok(#call)),
    };
    if h.effects.raises {
        quote!(#call.map(#convert))
    } else {
        quote!(Ok((#convert)(#call)))
    }
}

pub fn operator(spec: &Spec, o: &Operator) -> TokenStream {
    let name = ident(&o.name);
    let generic = format_ident!("{}_generic", o.name);
    let operands: Vec<_> = o.kind.operands().iter().map(|n| ident(n)).collect();
    let doc = format!(
        "`{}`: {} — {}",
        o.symbol,
        o.doc,
        spec.sources.line_of(o.span)
    );
    let (give, result) = match o.result {
        Class::Bool => (Give::Bool, quote!(PyResult<bool>)),
        _ => (Give::Boxed, quote!(PyResult)),
    };
    let reprs = vec![Repr::Value; operands.len()];
    let body = cases(spec, &o.cases, &operands, &reprs, give, Place::Operator);
    let record = record(slow_bit(o.cases.len()));
    let slow = o
        .slow
        .map(|h| hook_result(spec, h, &operands, give, &quote!()));
    let slow = slow.map_or_else(|| quote!(), |call| quote!(#record #call));
    let as_bool = match truth_hook(spec) {
        Some(truth) if o.kind == OperatorKind::Compare && give == Give::Boxed => {
            let name = format_ident!("{}_bool", o.name);
            let body = cases(
                spec,
                &o.cases,
                &operands,
                &reprs,
                Give::Bool,
                Place::Operator,
            );
            let slow = o
                .slow
                .map(|h| hook_result(spec, h, &operands, Give::Boxed, &quote!()));
            let slow = slow.map(|call| {
                let record = &record;
                quote!(#record let v = #call?; #truth(v))
            });
            let doc = format!("The truth of `{}`, for branches.", o.symbol);
            quote! {
                #[doc = #doc]
                #[inline]
                #[allow(unused_labels, unused_variables, unreachable_code)]
                pub fn #name(#(#operands: Value,)* profile: &std::cell::Cell<u32>) -> PyResult<bool> {
                    #body
                    #slow
                }
            }
        }
        _ => quote!(),
    };
    quote! {
        #[doc = #doc]
        #[inline]
        #[allow(unused_labels, unused_variables, unreachable_code)]
        pub fn #name(#(#operands: Value,)* profile: &std::cell::Cell<u32>) -> #result {
            #body
            #slow
        }

        /// The same without a profile, for runtime code.
        #[inline]
        pub fn #generic(#(#operands: Value),*) -> #result {
            #name(#(#operands,)* &std::cell::Cell::new(0))
        }

        #as_bool
    }
}

/// The hook that tells a value's truth: the slow path of the operator `truth`.
fn truth_hook(spec: &Spec) -> Option<TokenStream> {
    let o = spec.operators.iter().find(|o| o.name == "truth")?;
    Some(path(&format!("hooks::{}", spec.hooks[o.slow?.0].name)))
}

fn record(bit: u32) -> TokenStream {
    let mask = Literal::u32_unsuffixed(1 << bit);
    quote!(profile.set(profile.get() | #mask);)
}

/// First profile bit that tells which case of a protocol ran; below it are the types of results.
pub const CASE_SHIFT: u32 = 20;

/// All fast cases, each of which returns; falls out at the end.
fn cases(
    spec: &Spec,
    all: &[Case],
    operands: &[Ident],
    reprs: &[Repr],
    give: Give,
    place: Place,
) -> TokenStream {
    if all.is_empty() {
        return quote!();
    }
    let cases = all
        .iter()
        .enumerate()
        .map(|(i, c)| case(spec, all, i, c, operands, reprs, give, place));
    quote!('slow: { #(#cases)* })
}

#[allow(clippy::too_many_arguments)]
fn case(
    spec: &Spec,
    cases: &[Case],
    index: usize,
    c: &Case,
    operands: &[Ident],
    reprs: &[Repr],
    give: Give,
    place: Place,
) -> TokenStream {
    let label = syn::Lifetime::new(&format!("'{}", c.name), proc_macro2::Span::call_site());
    // A failed body goes on to the next case that could take the same operands.
    let later = cases[index + 1..]
        .iter()
        .any(|d| d.when.iter().zip(&c.when).all(|(a, b)| !a.disjoint(*b)));
    let fail = if later {
        quote!(break #label)
    } else {
        quote!(break 'slow)
    };
    // A builtin's parameters come converted, and the case has a class for each.
    let tested: Vec<(Ident, Class)> = if place == Place::Builtin {
        let all = operands.iter().zip(reprs).zip(&c.when);
        all.filter(|((_, r), _)| **r == Repr::Value)
            .map(|((o, _), c)| (o.clone(), *c))
            .collect()
    } else {
        let free = operands
            .iter()
            .zip(reprs)
            .filter(|(_, r)| **r == Repr::Value);
        free.zip(&c.when)
            .map(|((o, _), c)| (o.clone(), *c))
            .collect()
    };
    let (names, classes): (Vec<Ident>, Vec<Class>) = tested.into_iter().unzip();
    let tests = tests(spec, &classes, &names, &quote!(break #label));
    let comment = spec.sources.line_of(c.span);
    let block = RustBody {
        spec,
        func: &c.func,
        fail,
        prefix: operands.to_vec(),
    };
    let code = block.insts(&c.func.body.insts);
    let result = match give {
        Give::Boxed => block.boxed(&c.func.body.result),
        Give::Bool => block.operand(&c.func.body.result),
        Give::As(to) => block.converted(&c.func.body.result, to),
    };
    let truth = match (give, c.result, truth_hook(spec)) {
        (Give::Bool, result, Some(truth)) if result != Class::Bool => {
            let boxed = block.boxed(&c.func.body.result);
            Some(quote!(return #truth(#boxed);))
        }
        _ => None,
    };
    let finish = match truth {
        Some(finish) => finish,
        None if place == Place::Protocol => quote!(break 'hit #result;),
        None => quote!(return Ok(#result);),
    };
    let record = match place {
        Place::Protocol => record(slow_bit(index.min(LAST_BIT)) + CASE_SHIFT),
        Place::Operator => record(slow_bit(index)),
        Place::Builtin => quote!(),
    };
    quote! {
        #label: {
            const _: &str = #comment;
            #tests
            #code
            #record
            #finish
        }
    }
}

/// The Rust type in which a protocol's handler returns.
fn protocol_result(spec: &Spec, result: Repr) -> TokenStream {
    let t = rust_type(spec, result);
    quote!(PyResult<#t>)
}

pub fn protocol(spec: &Spec, p: &Protocol) -> TokenStream {
    let name = ident(&p.name);
    let operands: Vec<_> = p.operands.iter().map(|(n, _)| ident(n)).collect();
    let reprs: Vec<_> = p.operands.iter().map(|(_, r)| *r).collect();
    let types: Vec<_> = reprs.iter().map(|r| rust_type(spec, *r)).collect();
    let result = protocol_result(spec, p.result);
    let doc = format!("{} — {}", p.doc, spec.sources.line_of(p.span));
    let body = cases(
        spec,
        &p.cases,
        &operands,
        &reprs,
        Give::As(p.result),
        Place::Protocol,
    );
    let lookup = p.key.as_ref().map(|key| {
        let block = RustBody {
            spec,
            func: key,
            fail: quote!(break 'miss),
            prefix: operands.clone(),
        };
        let (code, value) = (
            block.insts(&key.body.insts),
            block.operand(&key.body.result),
        );
        let arms = p.kinds.iter().enumerate().map(|(i, k)| {
            let kind = i as u16;
            let comment = format!("{}: {}", k.name, spec.sources.line_of(k.span));
            let record = record(kind_bit(p, i) + CASE_SHIFT);
            let guard = k.guard.as_ref().map(|g| {
                let block = RustBody {
                    spec,
                    func: g,
                    fail: quote!(break 'miss),
                    prefix: operands.clone(),
                };
                let (code, value) = (block.insts(&g.body.insts), block.operand(&g.body.result));
                quote!(if !{ #code #value } { break 'miss; })
            });
            let block = RustBody {
                spec,
                func: &k.func,
                fail: quote!(break 'miss),
                prefix: operands.clone(),
            };
            let (code, value) = (
                block.insts(&k.func.body.insts),
                block.operand(&k.func.body.result),
            );
            quote! {
                #kind => {
                    const _: &str = #comment;
                    #guard
                    #code
                    #record
                    break 'hit #value;
                }
            }
        });
        quote! {
            'miss: {
                let cache_key = { #code #value };
                let Some(entry) = cache.lookup(cache_key) else { break 'miss };
                match entry.kind() {
                    #(#arms)*
                    _ => break 'miss,
                }
            }
        }
    });
    let cache_param = p
        .key
        .is_some()
        .then(|| quote!(cache: &crate::cache::Cache,));
    let extra = if p.key.is_some() {
        quote!(, cache)
    } else {
        quote!()
    };
    let plan = hook_result(spec, p.plan, &operands, Give::As(p.result), &extra);
    let slow = record(plan_bit(p) + CASE_SHIFT);
    let note = match p.result {
        Repr::Value => quote!(profile.set(profile.get() | crate::layouts::TypeMask::of(result).0);),
        Repr::OptValue => quote!(if let Some(v) = result {
            profile.set(profile.get() | crate::layouts::TypeMask::of(v).0);
        }),
        _ => quote!(),
    };
    let kinds = p.kinds.iter().enumerate().map(|(i, k)| {
        let name = ident(&k.name.to_uppercase());
        let (i, doc) = (i as u16, &k.doc);
        quote!(#[doc = #doc] pub const #name: u16 = #i;)
    });
    let kinds = if p.kinds.is_empty() {
        quote!()
    } else {
        let (module, doc) = (
            format_ident!("{}_kind", p.name),
            format!("Kinds of cache entries of [`{}`].", p.name),
        );
        quote!(#[doc = #doc] pub mod #module { #(#kinds)* })
    };
    quote! {
        #kinds

        #[doc = #doc]
        #[inline]
        #[allow(unused_labels, unused_variables, unreachable_code, clippy::diverging_sub_expression)]
        pub fn #name(#(#operands: #types,)* #cache_param profile: &std::cell::Cell<u32>) -> #result {
            let result = 'hit: {
                #body
                #lookup
                #slow
                #plan?
            };
            #note
            Ok(result)
        }
    }
}
