//! `expand_emitters!()` and `expand_transfer!()`: the compilers' view of the rows, in `jit`.
//!
//! An emitter is generic over the trait `Prims`: the LLVM back end implements it, and so can
//! anything else that wants to see what a body does (an SSA builder, a printer).

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::body::field_id;
use super::hooks::effects_value;
use super::made::{made, outs, pins};
use super::paths::{hook_variant, ident, mask, repr_value, variant};
use super::types::{builtins, emitter_name, facts};
use crate::model::*;
use crate::ways;

/// `jit::emit`
pub fn expand(spec: &Spec) -> TokenStream {
    let prims = prims_trait(spec);
    let mut fns = Vec::new();
    let mut arms = Vec::new();
    let mut wide_arms = Vec::new();
    for (index, o) in spec.operators.iter().enumerate() {
        let op = variant(&o.name);
        for (i, c) in o.cases.iter().enumerate() {
            let way = ways::operator(spec, index) + i;
            let name = format_ident!("emit_{}_{}", o.name, c.name);
            let doc = format!(
                "`{}` for {} — {}",
                o.symbol,
                c.name.replace('_', ", "),
                spec.sources.line_of(c.span)
            );
            fns.push(function(
                spec,
                &name,
                &doc,
                &c.when,
                &c.func,
                o.kind.operands(),
            ));
            arms.push(quote!((Operator::#op, #i) => (#name(o, inputs, fail), #way)));
            if let Some(wide) = &c.wide {
                let name = format_ident!("emit_{}_{}_wide", o.name, c.name);
                let doc = format!(
                    "`{}` for machine integers — {}",
                    o.symbol,
                    spec.sources.line_of(c.span)
                );
                let words = o.kind.operands().iter();
                let words: Vec<_> = words.map(|n| ((*n).to_owned(), Repr::I64)).collect();
                fns.push(plain_function(spec, &name, &doc, wide, &words));
                wide_arms.push(quote!(Operator::#op => #name(o, inputs, fail)));
            }
        }
    }
    let mut case_arms = Vec::new();
    let mut key_arms = Vec::new();
    let mut kind_arms = Vec::new();
    for (index, p) in spec.protocols.iter().enumerate() {
        fns.push(protocol_fns(spec, p));
        let v = variant(&p.name);
        let first = ways::protocol(spec, index);
        for (i, c) in p.cases.iter().enumerate() {
            let way = first + i;
            let name = format_ident!("emit_{}_{}", p.name, c.name);
            case_arms.push(quote!((Protocol::#v, #i) => (#name(o, inputs, fail), #way)));
        }
        if p.key.is_some() {
            let name = format_ident!("emit_{}_key", p.name);
            key_arms.push(quote!(Protocol::#v => #name(o, inputs, fail)));
        }
        for (i, k) in p.kinds.iter().enumerate() {
            let way = first + p.cases.len() + i;
            let name = format_ident!("emit_{}_kind_{}", p.name, k.name);
            let i = i as u16;
            let guard = k.guard.as_ref().map(|_| {
                let g = format_ident!("emit_{}_guard_{}", p.name, k.name);
                quote!(let holds = #g(o, inputs, fail); o.guard(&holds, fail);)
            });
            kind_arms.push(quote!((Protocol::#v, #i) => { #guard (#name(o, inputs, fail), #way) }));
        }
    }
    let mut inline_arms = Vec::new();
    for (index, b) in builtins(spec).enumerate() {
        let operands: Vec<&str> = b.params.iter().map(|p| p.name.as_str()).collect();
        let first = ways::builtin(spec, index);
        let id = variant(&b.id);
        for (i, c) in b.cases.iter().enumerate() {
            let name = emitter_name(b, c);
            let way = first + i;
            let doc = format!(
                "`{}{}`, {} — {}",
                b.name,
                b.signature,
                c.name,
                spec.sources.line_of(c.span)
            );
            fns.push(function(spec, &name, &doc, &c.when, &c.func, &operands));
            inline_arms.push(quote!((Builtin::#id, #i) => (#name(o, inputs, fail), #way)));
        }
    }
    quote! {
        use runtime::layouts::{FieldId, LayoutId, Repr};
        use runtime::ops::{HookId, Operator, Protocol};
        use runtime::types::Builtin;

        #prims
        #(#fns)*

        /// Emits a fast case of an operator: its result, or `None` when there is no such case.
        #[allow(clippy::too_many_lines)]
        pub fn emit_operator<O: Prims>(o: &mut O, operator: Operator, case: usize, inputs: &[O::Operand], fail: O::Exit) -> Option<O::Operand> {
            let (result, way) = match (operator, case) {
                #(#arms,)*
                _ => return None,
            };
            o.ran(way);
            Some(result)
        }

        /// Emits an operator for machine integers, whose result is one, or `None` when its row does not say how. It
        /// fails where the result is a long.
        pub fn emit_operator_wide<O: Prims>(o: &mut O, operator: Operator, inputs: &[O::Operand], fail: O::Exit) -> Option<O::Operand> {
            Some(match operator {
                #(#wide_arms,)*
                _ => return None,
            })
        }

        /// Emits a fast case of a protocol.
        pub fn emit_protocol_case<O: Prims>(o: &mut O, protocol: Protocol, case: usize, inputs: &[O::Operand], fail: O::Exit) -> Option<O::Operand> {
            let (result, way) = match (protocol, case) {
                #(#case_arms,)*
                _ => return None,
            };
            o.ran(way);
            Some(result)
        }

        /// Emits the computation of a protocol's cache key.
        pub fn emit_protocol_key<O: Prims>(o: &mut O, protocol: Protocol, inputs: &[O::Operand], fail: O::Exit) -> Option<O::Operand> {
            Some(match protocol {
                #(#key_arms,)*
                _ => return None,
            })
        }

        /// Emits what a cache entry of a kind does after its key was found equal: guard, then result.
        pub fn emit_protocol_kind<O: Prims>(o: &mut O, protocol: Protocol, kind: u16, inputs: &[O::Operand], fail: O::Exit) -> Option<O::Operand> {
            let (result, way) = match (protocol, kind) {
                #(#kind_arms,)*
                _ => return None,
            };
            o.ran(way);
            Some(result)
        }

        /// Emits an inline form of a builtin: its result, or `None` when it has none.
        pub fn emit_builtin<O: Prims>(o: &mut O, builtin: Builtin, case: usize, inputs: &[O::Operand], fail: O::Exit) -> Option<O::Operand> {
            let (result, way) = match (builtin, case) {
                #(#inline_arms,)*
                _ => return None,
            };
            o.ran(way);
            Some(result)
        }
    }
}

fn prims_trait(spec: &Spec) -> TokenStream {
    let methods = spec.prims.iter().map(|p| {
        let name = ident(&p.name);
        let doc = format!("{} — {}", p.doc, spec.sources.line_of(p.span));
        let params = p.params.iter().map(|(n, _)| {
            let n = ident(n);
            quote!(#n: &Self::Operand)
        });
        let exit = if p.exits {
            quote!(, fail: Self::Exit)
        } else {
            quote!()
        };
        let result = if p.result == Repr::None {
            quote!()
        } else {
            quote!(-> Self::Operand)
        };
        quote!(#[doc = #doc] fn #name(&mut self, #(#params),* #exit) #result;)
    });
    quote! {
        /// What emitters are written in. The first half is structure, the second half the primitives
        /// of spec/prims.toml.
        pub trait Prims {
            /// A value of the code under construction, with its representation and what is known of it.
            type Operand: Clone;
            /// Where a failed guard goes: a block (baseline) or out of compiled code (optimising).
            type Exit: Copy;

            /// An `Int`, `I64` or `U32`.
            fn const_int(&mut self, n: i64, repr: Repr) -> Self::Operand;
            /// A `Float`.
            fn const_float(&mut self, x: f64) -> Self::Operand;
            /// A `Bool`.
            fn const_bool(&mut self, b: bool) -> Self::Operand;
            /// Python's None.
            fn const_none(&mut self) -> Self::Operand;
            /// The absent optional.
            fn const_null(&mut self, repr: Repr) -> Self::Operand;
            /// An interned string.
            fn const_str(&mut self, s: &'static str) -> Self::Operand;

            /// The operand as a tagged int, unboxed; no test when that is known already.
            fn expect_int(&mut self, x: &Self::Operand, fail: Self::Exit) -> Self::Operand;
            /// The operand as a float, unboxed.
            fn expect_float(&mut self, x: &Self::Operand, fail: Self::Exit) -> Self::Operand;
            /// The operand as a bool, unboxed.
            fn expect_bool(&mut self, x: &Self::Operand, fail: Self::Exit) -> Self::Operand;
            /// The operand as None.
            fn expect_none(&mut self, x: &Self::Operand, fail: Self::Exit) -> Self::Operand;
            /// The operand as an exact instance of the layout's Python type, a typed pointer.
            fn expect_layout(&mut self, x: &Self::Operand, layout: LayoutId, fail: Self::Exit) -> Self::Operand;
            /// The operand, boxed.
            fn box_value(&mut self, x: &Self::Operand) -> Self::Operand;
            /// The operand in a wider representation: int or u32 to i64, value to optional value, …
            fn widen(&mut self, x: &Self::Operand, repr: Repr) -> Self::Operand;

            /// Loads a field of an object.
            fn load_field(&mut self, base: &Self::Operand, field: FieldId) -> Self::Operand;
            /// Stores to a field of an object.
            fn store_field(&mut self, base: &Self::Operand, field: FieldId, x: &Self::Operand);
            /// Loads an element of an object's tail; the index is in bounds.
            fn load_elem(&mut self, base: &Self::Operand, tail: FieldId, index: &Self::Operand) -> Self::Operand;
            /// Stores to an element of an object's tail; the index is in bounds.
            fn store_elem(&mut self, base: &Self::Operand, tail: FieldId, index: &Self::Operand, x: &Self::Operand);
            /// A field of the inline-cache entry that was hit.
            fn cell_field(&mut self, field: CellField) -> Self::Operand;
            /// Writes one of the node's result registers.
            fn store_out(&mut self, out: &Self::Operand, index: usize, x: &Self::Operand);
            /// Leaves unless the condition holds.
            fn guard(&mut self, cond: &Self::Operand, fail: Self::Exit);
            /// One of two values, computed only when chosen; both have representation `repr`.
            fn if_else(
                &mut self,
                cond: &Self::Operand,
                repr: Repr,
                then: impl FnOnce(&mut Self) -> Self::Operand,
                other: impl FnOnce(&mut Self) -> Self::Operand,
            ) -> Self::Operand;
            /// Here the way of that number, in `runtime::ops::WAYS`, is done with: for those who count.
            fn ran(&mut self, way: usize);
            /// Calls a runtime function; a raised exception propagates.
            fn call_hook(&mut self, hook: HookId, args: &[Self::Operand]) -> Self::Operand;

            #(#methods)*
        }

        /// A field of an inline-cache entry.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum CellField {
            /// Shape id or version that selects the entry.
            Key,
            /// Small number.
            Aux,
            /// Type version.
            Version,
            /// Byte offset, or index.
            Offset,
            /// Another shape id.
            Shape,
            /// A cached value.
            Value,
            /// A number.
            Extra,
        }
    }
}

/// One emitter.
pub fn function(
    spec: &Spec,
    name: &Ident,
    doc: &str,
    when: &[Class],
    func: &Func,
    operands: &[&str],
) -> TokenStream {
    let params: Vec<Ident> = operands.iter().map(|n| ident(n)).collect();
    let binds = when.iter().zip(&params).enumerate().map(|(i, (class, p))| {
        let e = expect(spec, *class, &quote!(&inputs[#i]));
        let widen = (func.temps[i].repr == Repr::I64)
            .then(|| quote!(let #p = o.widen(&#p, runtime::layouts::Repr::I64);));
        quote!(let #p = #e; #widen)
    });
    let body = EmitBody {
        spec,
        func,
        params: params.clone(),
    };
    let code = body.insts(&func.body.insts);
    let result = body.result(&func.body.result);
    quote! {
        #[doc = #doc]
        #[allow(unused_variables)]
        pub fn #name<O: Prims>(o: &mut O, inputs: &[O::Operand], fail: O::Exit) -> O::Operand {
            #(#binds)*
            #code
            #result
        }
    }
}

fn expect(spec: &Spec, class: Class, x: &TokenStream) -> TokenStream {
    match class {
        Class::Value => quote!(o.box_value(#x)),
        Class::Int => quote!(o.expect_int(#x, fail)),
        Class::Float => quote!(o.expect_float(#x, fail)),
        Class::Bool => quote!(o.expect_bool(#x, fail)),
        Class::None => quote!(o.expect_none(#x, fail)),
        Class::Layout(l) => {
            let l = variant(&spec.layouts[l.0].name);
            quote!(o.expect_layout(#x, LayoutId::#l, fail))
        }
    }
}

/// An emitter of a protocol's key, guard or kind: its operands are in their own representations.
fn plain_function(
    spec: &Spec,
    name: &Ident,
    doc: &str,
    func: &Func,
    operands: &[(String, Repr)],
) -> TokenStream {
    let params: Vec<Ident> = operands.iter().map(|(n, _)| ident(n)).collect();
    let binds = params
        .iter()
        .enumerate()
        .map(|(i, p)| quote!(let #p = inputs[#i].clone();));
    let body = EmitBody {
        spec,
        func,
        params: params.clone(),
    };
    let code = body.insts(&func.body.insts);
    let result = body.result(&func.body.result);
    quote! {
        #[doc = #doc]
        #[allow(unused_variables)]
        pub fn #name<O: Prims>(o: &mut O, inputs: &[O::Operand], fail: O::Exit) -> O::Operand {
            #(#binds)*
            #code
            #result
        }
    }
}

/// The emitters of a protocol: cases, key, and guard and body of each kind.
pub fn protocol_fns(spec: &Spec, p: &Protocol) -> TokenStream {
    let mut out = TokenStream::new();
    for c in &p.cases {
        let name = format_ident!("emit_{}_{}", p.name, c.name);
        let doc = format!(
            "{} for {} — {}",
            p.doc,
            c.name.replace('_', ", "),
            spec.sources.line_of(c.span)
        );
        out.extend(case_function(spec, &name, &doc, c, &p.operands));
    }
    if let Some(key) = &p.key {
        let doc = format!("Cache key of {}.", p.name);
        out.extend(plain_function(
            spec,
            &format_ident!("emit_{}_key", p.name),
            &doc,
            key,
            &p.operands,
        ));
    }
    for k in &p.kinds {
        let place = spec.sources.line_of(k.span);
        if let Some(g) = &k.guard {
            let doc = format!("Guard of cache kind {} — {place}", k.name);
            out.extend(plain_function(
                spec,
                &format_ident!("emit_{}_guard_{}", p.name, k.name),
                &doc,
                g,
                &p.operands,
            ));
        }
        let doc = format!("Cache kind {}: {} — {place}", k.name, k.doc);
        out.extend(plain_function(
            spec,
            &format_ident!("emit_{}_kind_{}", p.name, k.name),
            &doc,
            &k.func,
            &p.operands,
        ));
    }
    out
}

/// An emitter of a protocol's case: only `value` operands have classes.
fn case_function(
    spec: &Spec,
    name: &Ident,
    doc: &str,
    c: &Case,
    operands: &[(String, Repr)],
) -> TokenStream {
    let params: Vec<Ident> = operands.iter().map(|(n, _)| ident(n)).collect();
    let mut classes = c.when.iter();
    let binds = operands
        .iter()
        .zip(&params)
        .enumerate()
        .map(|(i, ((_, r), p))| {
            let e = match (r, *r == Repr::Value) {
                (_, true) => expect(
                    spec,
                    classes.next().copied().unwrap_or(Class::Value),
                    &quote!(&inputs[#i]),
                ),
                _ => quote!(inputs[#i].clone()),
            };
            quote!(let #p = #e;)
        });
    let binds: Vec<_> = binds.collect();
    let body = EmitBody {
        spec,
        func: &c.func,
        params: params.clone(),
    };
    let code = body.insts(&c.func.body.insts);
    let result = body.result(&c.func.body.result);
    quote! {
        #[doc = #doc]
        #[allow(unused_variables)]
        pub fn #name<O: Prims>(o: &mut O, inputs: &[O::Operand], fail: O::Exit) -> O::Operand {
            #(#binds)*
            #code
            #result
        }
    }
}

struct EmitBody<'a> {
    spec: &'a Spec,
    func: &'a Func,
    params: Vec<Ident>,
}

impl EmitBody<'_> {
    fn tmp(&self, t: TmpId) -> Ident {
        match (self.params.get(t.0), &self.func.temps[t.0].name) {
            (Some(p), _) => p.clone(),
            (None, Some(n)) => ident(n),
            (None, None) => format_ident!("t{}", t.0),
        }
    }

    fn constant(&self, c: &Operand) -> Option<TokenStream> {
        let root = quote!(runtime);
        Some(match c {
            Operand::Tmp(_) => return None,
            Operand::Int(n, r) => {
                let r = repr_value(self.spec, *r, &root);
                let n = Literal::i64_suffixed(*n);
                quote!(o.const_int(#n, #r))
            }
            Operand::Float(x) => {
                let x = Literal::f64_suffixed(*x);
                quote!(o.const_float(#x))
            }
            Operand::Bool(b) => quote!(o.const_bool(#b)),
            Operand::None => quote!(o.const_none()),
            Operand::Null(r) => {
                let r = repr_value(self.spec, *r, &root);
                quote!(o.const_null(#r))
            }
            Operand::Str(s) => quote!(o.const_str(#s)),
        })
    }

    /// The operands as references, after the constants that must be made first.
    fn args(&self, args: &[&Operand], at: usize) -> (TokenStream, Vec<TokenStream>) {
        let mut before = TokenStream::new();
        let mut refs = Vec::new();
        for (i, a) in args.iter().enumerate() {
            match (self.constant(a), a) {
                (Some(make), _) => {
                    let name = format_ident!("c{}_{}", at, i);
                    before.extend(quote!(let #name = #make;));
                    refs.push(quote!(#name));
                }
                (None, Operand::Tmp(t)) => {
                    let t = self.tmp(*t);
                    refs.push(quote!(#t));
                }
                _ => {}
            }
        }
        (before, refs)
    }

    fn result(&self, x: &Operand) -> TokenStream {
        match (self.constant(x), x) {
            (Some(c), _) => c,
            (None, Operand::Tmp(t)) => {
                let t = self.tmp(*t);
                quote!(#t)
            }
            _ => quote!(),
        }
    }

    fn insts(&self, insts: &[Inst]) -> TokenStream {
        insts
            .iter()
            .enumerate()
            .map(|(i, inst)| self.inst(i, inst))
            .collect()
    }

    fn inst(&self, at: usize, inst: &Inst) -> TokenStream {
        match inst {
            Inst::Prim(dst, prim, args) => {
                let p = &self.spec.prims[prim.0];
                let name = ident(&p.name);
                let (before, args) = self.args(&args.iter().collect::<Vec<_>>(), at);
                let exit = if p.exits { quote!(, fail) } else { quote!() };
                let dst = self.tmp(*dst);
                let bind = if p.result == Repr::None {
                    quote!()
                } else {
                    quote!(let #dst =)
                };
                quote!(#before #bind o.#name(#(&#args),* #exit);)
            }
            Inst::Hook(dst, hook, args) => {
                let (before, args) = self.args(&args.iter().collect::<Vec<_>>(), at);
                let (dst, hook) = (self.tmp(*dst), hook_variant(self.spec, *hook));
                quote!(#before let #dst = o.call_hook(HookId::#hook, &[#(#args.clone()),*]);)
            }
            Inst::Box(dst, x) => {
                let (before, x) = self.args(&[x], at);
                let dst = self.tmp(*dst);
                quote!(#before let #dst = o.box_value(#(&#x),*);)
            }
            Inst::Widen(dst, x) => {
                let (before, x) = self.args(&[x], at);
                let repr = repr_value(self.spec, self.func.temps[dst.0].repr, &quote!(runtime));
                let dst = self.tmp(*dst);
                quote!(#before let #dst = o.widen(#(&#x),*, #repr);)
            }
            Inst::Cast(dst, x, class) => {
                let (before, x) = self.args(&[x], at);
                let e = expect(self.spec, *class, &quote!(#(&#x),*));
                let dst = self.tmp(*dst);
                quote!(#before let #dst = #e;)
            }
            Inst::LoadField(dst, base, layout, field) => {
                let (before, base) = self.args(&[base], at);
                let (dst, field) = (self.tmp(*dst), field_id(self.spec, *layout, *field));
                quote!(#before let #dst = o.load_field(#(&#base),*, FieldId::#field);)
            }
            Inst::StoreField(base, layout, field, x) => {
                let (before, args) = self.args(&[base, x], at);
                let (base, x) = (&args[0], &args[1]);
                let field = field_id(self.spec, *layout, *field);
                quote!(#before o.store_field(&#base, FieldId::#field, &#x);)
            }
            Inst::LoadElem(dst, base, layout, index) => {
                let (before, args) = self.args(&[base, index], at);
                let (base, index) = (&args[0], &args[1]);
                let (dst, tail) = (self.tmp(*dst), self.tail(*layout));
                quote!(#before let #dst = o.load_elem(&#base, FieldId::#tail, &#index);)
            }
            Inst::StoreElem(base, layout, index, x) => {
                let (before, args) = self.args(&[base, index, x], at);
                let (base, index, x) = (&args[0], &args[1], &args[2]);
                let tail = self.tail(*layout);
                quote!(#before o.store_elem(&#base, FieldId::#tail, &#index, &#x);)
            }
            Inst::CellField(dst, field) => {
                let (dst, field) = (self.tmp(*dst), variant(field));
                quote!(let #dst = o.cell_field(CellField::#field);)
            }
            Inst::StoreOut(out, index, x) => {
                let (before, args) = self.args(&[out, x], at);
                let (out, x) = (&args[0], &args[1]);
                let index = Literal::usize_unsuffixed(*index as usize);
                quote!(#before o.store_out(&#out, #index, &#x);)
            }
            Inst::Guard(cond) => {
                let (before, cond) = self.args(&[cond], at);
                quote!(#before o.guard(#(&#cond),*, fail);)
            }
            Inst::If(dst, cond, then, other) => {
                let (before, cond) = self.args(&[cond], at);
                let repr = repr_value(self.spec, self.func.temps[dst.0].repr, &quote!(runtime));
                let dst = self.tmp(*dst);
                let block = |b: &Block| {
                    let (insts, result) = (self.insts(&b.insts), self.result(&b.result));
                    let clone = if matches!(b.result, Operand::Tmp(_)) {
                        quote!(.clone())
                    } else {
                        quote!()
                    };
                    quote!(|o| { #insts #result #clone })
                };
                let (a, b) = (block(then), block(other));
                quote!(#before let #dst = o.if_else(#(&#cond),*, #repr, #a, #b);)
            }
        }
    }

    fn tail(&self, layout: LayoutId) -> Ident {
        let l = &self.spec.layouts[layout.0];
        match &l.tail {
            Some(t) => variant(&format!("{}_{}", l.name, t.field.name)),
            None => variant(&l.name),
        }
    }
}

/// `jit::transfer`
pub fn expand_transfer(spec: &Spec) -> TokenStream {
    let root = quote!(runtime);
    let rows = spec.operators.iter().enumerate().map(|(index, o)| {
        let (name, op) = (&o.name, variant(&o.name));
        let first_way = ways::operator(spec, index);
        let cases = o.cases.iter().map(|c| case_info(spec, c));
        let slow = match o.slow {
            Some(h) => {
                let h = hook_variant(spec, h);
                quote!(Some(HookId::#h))
            }
            None => quote!(None),
        };
        let result = mask(spec, o.result, &root);
        let arity = o.kind.operands().len();
        quote!(RowInfo {
            name: #name,
            operator: Operator::#op,
            arity: #arity,
            cases: &[#(#cases),*],
            slow: #slow,
            result: #result,
            first_way: #first_way,
        })
    });
    let count = spec.operators.len();
    let builtin_facts = facts(spec);
    let protocols = protocol_facts(spec);
    quote! {
        use runtime::layouts::{Effects, Repr, TypeMask};
        use runtime::ops::{HookId, Operator, Protocol};
        use runtime::types::Builtin;

        /// A fast case as the optimiser sees it.
        #[derive(Clone, Copy, Debug)]
        pub struct CaseInfo {
            /// Its name within the row.
            pub name: &'static str,
            /// Types of the operands it takes. `INT` and `FLOAT` mean immediates here.
            pub when: &'static [TypeMask],
            /// Representations in which its emitter uses them.
            pub operands: &'static [Repr],
            /// Types of the result.
            pub result: TypeMask,
            /// Representation of the result.
            pub repr: Repr,
            /// What it does, when it does not fail.
            pub effects: Effects,
            /// Whether it can fail though the operands fit.
            pub exits: bool,
            /// Whether it can be performed on machine integers.
            pub wide: bool,
        }

        /// An operator as the optimiser sees it.
        #[derive(Clone, Copy, Debug)]
        pub struct RowInfo {
            /// Its name.
            pub name: &'static str,
            /// Its number.
            pub operator: Operator,
            /// Number of operands.
            pub arity: usize,
            /// Its fast cases, in order of trial; bit `i` of a node's profile says that case `i` ran.
            pub cases: &'static [CaseInfo],
            /// What runs when no case does; none when a case always does.
            pub slow: Option<HookId>,
            /// Types of every result.
            pub result: TypeMask,
            /// Number in `runtime::ops::WAYS` of the first case; the others follow, then what is slow.
            pub first_way: usize,
        }

        impl RowInfo {
            /// The profile bit of the slow path.
            pub const fn slow_bit(&self) -> u32 {
                1 << self.cases.len()
            }

            /// The first case that takes operands of these types, given that no earlier one could.
            pub fn select(&self, operands: &[TypeMask]) -> Option<usize> {
                for (i, case) in self.cases.iter().enumerate() {
                    if case.when.iter().zip(operands).all(|(w, o)| o.within(*w)) {
                        return Some(i);
                    }
                    if case.when.iter().zip(operands).all(|(w, o)| o.meets(*w)) {
                        return None;
                    }
                }
                None
            }
        }

        /// The operators, by number.
        pub static OPERATORS: [RowInfo; #count] = [#(#rows),*];

        /// What is known of an operator.
        pub fn operator(operator: Operator) -> &'static RowInfo {
            &OPERATORS[operator as usize]
        }

        #protocols
        #builtin_facts
    }
}

pub fn case_info(spec: &Spec, c: &Case) -> TokenStream {
    let root = quote!(runtime);
    let name = &c.name;
    let when = c.when.iter().map(|w| mask(spec, *w, &root));
    let reprs = c.when.iter().map(|w| repr_value(spec, w.repr(), &root));
    let result = mask(spec, c.result, &root);
    let repr = repr_value(spec, c.repr, &root);
    let effects = effects_value(c.func.effects, &root);
    let (exits, wide) = (c.func.exits, c.wide.is_some());
    quote!(CaseInfo {
        name: #name,
        when: &[#(#when),*],
        operands: &[#(#reprs),*],
        result: #result,
        repr: #repr,
        effects: #effects,
        exits: #exits,
        wide: #wide,
    })
}

fn protocol_facts(spec: &Spec) -> TokenStream {
    let root = quote!(runtime);
    let rows: Vec<_> = spec
        .protocols
        .iter()
        .enumerate()
        .map(|(index, p)| {
            let (name, v) = (&p.name, variant(&p.name));
            let first_way = ways::protocol(spec, index);
            let operands = p.operands.iter().map(|(_, r)| repr_value(spec, *r, &root));
            let result = repr_value(spec, p.result, &root);
            let cases = p.cases.iter().map(|c| case_info(spec, c));
            let plan = hook_variant(spec, p.plan);
            let cached = p.key.is_some();
            let kinds = p.kinds.iter().map(|k| {
                let (name, exits, guarded) = (&k.name, k.func.exits, k.guard.is_some());
                let guard_effects = k.guard.as_ref().map_or(Effects::default(), |g| g.effects);
                let effects = effects_value(k.func.effects.union(guard_effects), &root);
                let result = made(p, &k.func, &k.func.body.result).render(spec);
                let outs = outs(p, &k.func).into_iter().map(|m| m.render(spec));
                let pins = pins(spec, p, k);
                quote!(KindInfo {
                    name: #name,
                    effects: #effects,
                    exits: #exits,
                    guarded: #guarded,
                    pins: #pins,
                    result: #result,
                    outs: &[#(#outs),*],
                })
            });
            quote!(ProtocolInfo {
                name: #name,
                protocol: Protocol::#v,
                operands: &[#(#operands),*],
                result: #result,
                cases: &[#(#cases),*],
                cached: #cached,
                kinds: &[#(#kinds),*],
                plan: HookId::#plan,
                first_way: #first_way,
            })
        })
        .collect();
    let count = rows.len();
    let (last, last_plan) = (super::handlers::LAST_BIT, super::handlers::LAST_PLAN_BIT);
    quote! {
        /// What a value that a kind's body makes is, for an entry that is known.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Made {
            /// The entry's value.
            Cell,
            /// An operand: its number among those that are values.
            Operand(usize),
            /// No value.
            Nothing,
            /// Some value, in that representation.
            Of(Repr),
        }

        /// A kind of cache entries as the optimiser sees it.
        #[derive(Clone, Copy, Debug)]
        pub struct KindInfo {
            /// Its name within the protocol.
            pub name: &'static str,
            /// What guard and body do.
            pub effects: Effects,
            /// Whether the body can fail.
            pub exits: bool,
            /// Whether there is a guard beyond the key.
            pub guarded: bool,
            /// Whether the guard lets only that one pass as the first operand which is the entry's value.
            pub pins: bool,
            /// The result.
            pub result: Made,
            /// What is left in the result registers, by number.
            pub outs: &'static [Made],
        }

        /// A protocol as the optimiser sees it.
        #[derive(Clone, Copy, Debug)]
        pub struct ProtocolInfo {
            /// Its name.
            pub name: &'static str,
            /// Its number.
            pub protocol: Protocol,
            /// Operands.
            pub operands: &'static [Repr],
            /// Result.
            pub result: Repr,
            /// Fast cases; bit 20 + `i` of a node's profile says that case `i` ran.
            pub cases: &'static [CaseInfo],
            /// Whether nodes own a cache cell.
            pub cached: bool,
            /// Kinds of cache entries, by number.
            pub kinds: &'static [KindInfo],
            /// What runs otherwise; takes the cell last when there is one.
            pub plan: HookId,
            /// Number in `runtime::ops::WAYS` of the first case; the others follow, the kinds, the plan.
            pub first_way: usize,
        }

        /// First bit of a protocol node's profile that says which case ran.
        pub const CASE_SHIFT: u32 = 20;

        /// From there, the last bit for a case or a kind; those that come after share it.
        pub const LAST_BIT: usize = #last;

        /// From there, the last bit for the plan of a protocol with kinds.
        pub const LAST_PLAN_BIT: usize = #last_plan;

        /// The protocols, by number.
        pub static PROTOCOLS: [ProtocolInfo; #count] = [#(#rows),*];

        /// What is known of a protocol.
        pub fn protocol(protocol: Protocol) -> &'static ProtocolInfo {
            &PROTOCOLS[protocol as usize]
        }
    }
}
