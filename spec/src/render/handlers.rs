//! `expand_handlers!()`: the interpreter's handlers, in `runtime::ops`.
//!
//! A handler is one function a row: for each case a labelled block that tests the operands, runs
//! the body and returns; leaving the block tries the next case, leaving `'slow` calls the hook.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::layouts::field_variant;
use super::paths::{hook_variant, ident, path, repr_value, rust_type, strukt, variant};
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

/// The trait of Rust primitives.
fn rust_prims(spec: &Spec) -> TokenStream {
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
fn hooks(spec: &Spec) -> TokenStream {
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

/// Number of profile bits that say which case ran; the next one is the slow path.
pub fn slow_bit(cases: usize) -> u32 {
    cases.min(31) as u32
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
        Place::Protocol => record(slow_bit(index.min(10)) + CASE_SHIFT),
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
    let slow = record(slow_bit(p.cases.len().min(10)) + CASE_SHIFT);
    let slow = if p.cases.is_empty() { quote!() } else { slow };
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

/// Tests the classes of operands and rebinds them in their representations.
pub fn tests(spec: &Spec, when: &[Class], operands: &[Ident], miss: &TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    if let ([Class::Int, Class::Int], [a, b]) = (when, operands) {
        return quote! {
            if !Value::both_small_ints(#a, #b) { #miss; }
            let (#a, #b) = (#a.small_int_payload(), #b.small_int_payload());
        };
    }
    for (class, x) in when.iter().zip(operands) {
        out.extend(match class {
            Class::Value => quote!(),
            Class::Int => quote! {
                if !#x.is_small_int() { #miss; }
                let #x = #x.small_int_payload();
            },
            Class::Float => quote! {
                if !#x.is_float() { #miss; }
                let #x = #x.float_payload();
            },
            Class::Bool => quote!(let Some(#x) = #x.as_bool() else { #miss };),
            Class::None => quote!(if !#x.is_none() { #miss; }),
            Class::Layout(l) => {
                let s = strukt(spec, *l);
                quote!(let Some(#x) = #x.exact::<#s>() else { #miss };)
            }
        });
    }
    out
}

/// Renders a lowered body as Rust.
pub struct RustBody<'a> {
    /// The tables.
    pub spec: &'a Spec,
    /// The body.
    pub func: &'a Func,
    /// What `else slow` does.
    pub fail: TokenStream,
    /// Names of the parameters.
    pub prefix: Vec<Ident>,
}

impl RustBody<'_> {
    fn tmp(&self, t: TmpId) -> Ident {
        match self.prefix.get(t.0) {
            Some(name) => name.clone(),
            None => match &self.func.temps[t.0].name {
                Some(n) => ident(n),
                None => format_ident!("t{}", t.0),
            },
        }
    }

    fn repr(&self, o: &Operand) -> Repr {
        match o {
            Operand::Tmp(t) => self.func.temps[t.0].repr,
            Operand::Int(_, r) | Operand::Null(r) => *r,
            Operand::Float(_) => Repr::Float,
            Operand::Bool(_) => Repr::Bool,
            Operand::None => Repr::None,
            Operand::Str(_) => Repr::Value,
        }
    }

    fn operand(&self, o: &Operand) -> TokenStream {
        match o {
            Operand::Tmp(t) => {
                let t = self.tmp(*t);
                quote!(#t)
            }
            Operand::Int(n, Repr::U32) => {
                let n = Literal::u32_suffixed(*n as u32);
                quote!(#n)
            }
            Operand::Int(n, _) if *n < 0 => {
                let n = Literal::i64_suffixed(n.wrapping_neg());
                quote!((-#n))
            }
            Operand::Int(n, _) => {
                let n = Literal::i64_suffixed(*n);
                quote!(#n)
            }
            Operand::Float(x) if *x < 0.0 => {
                let x = Literal::f64_suffixed(-x);
                quote!((-#x))
            }
            Operand::Float(x) => {
                let x = Literal::f64_suffixed(*x);
                quote!(#x)
            }
            Operand::Bool(b) => quote!(#b),
            Operand::None => quote!(()),
            Operand::Null(_) => quote!(None),
            Operand::Str(s) => quote!(crate::builtins::str::intern_static(#s)),
        }
    }

    /// The operand as a boxed value.
    pub fn boxed(&self, o: &Operand) -> TokenStream {
        let e = self.operand(o);
        match (o, self.repr(o)) {
            (Operand::Str(_), _) => quote!(#e.value()),
            (_, Repr::Int) => quote!(Value::small_int(#e)),
            (_, Repr::I64 | Repr::U32) => quote!(Value::int(#e as i64)),
            (_, Repr::Float) => quote!(Value::float(#e)),
            (_, Repr::Bool) => quote!(Value::bool(#e)),
            (_, Repr::None) => quote!(Value::none()),
            (_, Repr::Ptr(_)) => quote!(#e.value()),
            _ => e,
        }
    }

    /// The operand in another representation: boxed, or wrapped.
    fn converted(&self, o: &Operand, to: Repr) -> TokenStream {
        match (self.repr(o), to) {
            (from, to) if from == to => self.operand(o),
            (_, Repr::Value) => self.boxed(o),
            (_, Repr::OptValue) => {
                let v = self.boxed(o);
                quote!(Some(#v))
            }
            _ => self.operand(o),
        }
    }

    /// The instructions as statements.
    pub fn insts(&self, insts: &[Inst]) -> TokenStream {
        insts.iter().map(|i| self.inst(i)).collect()
    }

    fn inst(&self, inst: &Inst) -> TokenStream {
        let fail = &self.fail;
        match inst {
            Inst::Prim(dst, prim, args) => {
                let p = &self.spec.prims[prim.0];
                let (name, args) = (ident(&p.name), args.iter().map(|a| self.operand(a)));
                let call = quote!(<P as RustPrims>::#name(#(#args),*));
                let dst = self.tmp(*dst);
                if p.exits {
                    quote!(let Some(#dst) = #call else { #fail };)
                } else if p.result == Repr::None {
                    quote!(#call;)
                } else {
                    quote!(let #dst = #call;)
                }
            }
            Inst::Hook(dst, hook, args) => {
                let h = &self.spec.hooks[hook.0];
                let (name, args) = (
                    path(&format!("hooks::{}", h.name)),
                    args.iter().map(|a| self.operand(a)),
                );
                let q = if h.effects.raises {
                    quote!(?)
                } else {
                    quote!()
                };
                if h.result == Repr::None {
                    return quote!(#name(#(#args),*) #q;);
                }
                let dst = self.tmp(*dst);
                quote!(let #dst = #name(#(#args),*) #q;)
            }
            Inst::Box(dst, x) => {
                let (dst, x) = (self.tmp(*dst), self.boxed(x));
                quote!(let #dst = #x;)
            }
            Inst::Widen(dst, x) => {
                let (name, from, to) = (self.tmp(*dst), self.repr(x), self.func.temps[dst.0].repr);
                let x = self.operand(x);
                let x = match (from, to) {
                    (Repr::U32, Repr::I64) => quote!(i64::from(#x)),
                    (Repr::Value, Repr::OptValue) | (Repr::Ptr(_), Repr::OptPtr(_)) => {
                        quote!(Some(#x))
                    }
                    _ => x,
                };
                quote!(let #name = #x;)
            }
            Inst::Cast(dst, x, class) => {
                let dst = self.tmp(*dst);
                let from = self.operand(x);
                let test = tests(self.spec, &[*class], std::slice::from_ref(&dst), fail);
                quote!(let #dst = #from; #test)
            }
            Inst::LoadField(dst, base, layout, field) => {
                let f = &self.spec.layouts[layout.0].fields[*field];
                let (dst, base, name) = (self.tmp(*dst), self.operand(base), ident(&f.name));
                let widen = widen(&f.ty);
                quote!(let #dst = #base.#name.get() #widen;)
            }
            Inst::StoreField(base, layout, field, x) => {
                let f = &self.spec.layouts[layout.0].fields[*field];
                let (base, name) = (self.operand(base), ident(&f.name));
                let narrow = narrow(&f.ty);
                let x = self.operand(x);
                quote!(#base.#name.set(#x #narrow);)
            }
            Inst::LoadElem(dst, base, layout, index) => {
                let Some(tail) = &self.spec.layouts[layout.0].tail else {
                    return quote!();
                };
                let (dst, base, index) = (self.tmp(*dst), self.operand(base), self.operand(index));
                let ptr = format_ident!("{}_ptr", tail.field.name);
                let widen = widen(&tail.field.ty);
                quote! {
                    // SAFETY: the body has tested the index against the length.
                    let #dst = unsafe { (*#base.#ptr().add(#index as usize)).get() #widen };
                }
            }
            Inst::StoreElem(base, layout, index, x) => {
                let Some(tail) = &self.spec.layouts[layout.0].tail else {
                    return quote!();
                };
                let (base, index) = (self.operand(base), self.operand(index));
                let ptr = format_ident!("{}_ptr", tail.field.name);
                let narrow = narrow(&tail.field.ty);
                let x = self.operand(x);
                quote! {
                    // SAFETY: the body has tested the index against the capacity.
                    unsafe { (*#base.#ptr().add(#index as usize)).set(#x #narrow) };
                }
            }
            Inst::CellField(dst, field) => {
                let (dst, field) = (self.tmp(*dst), ident(field));
                quote!(let #dst = entry.#field();)
            }
            Inst::StoreOut(out, index, x) => {
                let (out, x) = (self.operand(out), self.operand(x));
                let index = Literal::usize_unsuffixed(*index as usize);
                quote!(#out[#index].set(#x);)
            }
            Inst::Guard(cond) => {
                let cond = self.operand(cond);
                quote!(if !#cond { #fail; })
            }
            Inst::If(dst, cond, then, other) => {
                let (dst, cond) = (self.tmp(*dst), self.operand(cond));
                let (a, b) = (self.insts(&then.insts), self.insts(&other.insts));
                let (x, y) = (self.operand(&then.result), self.operand(&other.result));
                quote!(let #dst = if #cond { #a #x } else { #b #y };)
            }
        }
    }
}

fn widen(ty: &FieldType) -> TokenStream {
    match ty {
        FieldType::Scalar("i64" | "u32" | "f64" | "bool") => quote!(),
        FieldType::Scalar(_) => quote!(as i64),
        _ => quote!(),
    }
}

fn narrow(ty: &FieldType) -> TokenStream {
    match ty {
        FieldType::Scalar("i64" | "u32" | "f64" | "bool") => quote!(),
        FieldType::Scalar(s) => {
            let s = ident(s);
            quote!(as #s)
        }
        _ => quote!(),
    }
}

/// The `FieldId` of a field, for emitters.
pub fn field_id(spec: &Spec, layout: LayoutId, field: usize) -> Ident {
    field_variant(spec, layout, &spec.layouts[layout.0].fields[field])
}
