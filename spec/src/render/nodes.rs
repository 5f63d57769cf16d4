//! `expand_nodes!()` and `expand_dispatch!()`: the kinds of nodes and the interpreter's loop.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::paths::{ident, path, variant};
use crate::model::*;

/// `interp::normal::op`: the enum `Op` and its fact table. The invoking module has `Facts`, `Role`,
/// `Count`, `Semantics`, `Flow` and `Effects` in scope.
pub fn expand(spec: &Spec) -> TokenStream {
    let ops: Vec<_> = spec.nodes.iter().map(|n| variant(&n.name)).collect();
    let docs = spec.nodes.iter().map(|n| &n.doc);
    let facts = spec.nodes.iter().map(|n| facts(spec, n));
    quote! {
        /// The kind of a node.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u16)]
        pub enum Op { #(#[doc = #docs] #ops),* }

        impl Op {
            /// All kinds, by number.
            pub const ALL: &'static [Op] = &[#(Op::#ops),*];
            /// How many there are.
            pub const COUNT: usize = Op::ALL.len();
        }

        static FACTS: [Facts; Op::COUNT] = [#(#facts),*];
    }
}

fn count(c: Count) -> TokenStream {
    let Count { n, plus } = c;
    quote!(Count { n: #n, plus: #plus })
}

fn facts(spec: &Spec, n: &Node) -> TokenStream {
    let (name, doc, cell) = (&n.name, &n.doc, n.cell);
    let field = |f: NodeField| {
        let role = n.operands.iter().find(|(g, _)| *g == f).map(|(_, r)| *r);
        match role {
            None => quote!(Role::Unused),
            Some(Role::Out(c)) => {
                let c = count(c);
                quote!(Role::Out(#c))
            }
            Some(Role::Range(c)) => {
                let c = count(c);
                quote!(Role::Range(#c))
            }
            Some(Role::Method) => {
                let c = count(Count { n: true, plus: 2 });
                quote!(Role::Range(#c))
            }
            Some(other) => {
                let other = ident(&format!("{other:?}"));
                quote!(Role::#other)
            }
        }
    };
    let fields = [NodeField::Dst, NodeField::A, NodeField::B, NodeField::C].map(field);
    let semantics = match n.semantics {
        Semantics::Operator(o) => {
            let o = &spec.operators[o].name;
            quote!(Semantics::Operator(#o))
        }
        Semantics::Protocol(p) => {
            let p = &spec.protocols[p].name;
            quote!(Semantics::Protocol(#p))
        }
        Semantics::Hook(h) => {
            let (h, frame) = (&spec.hooks[h.0].name, n.frame);
            quote!(Semantics::Hook(#h, #frame))
        }
        Semantics::Control => quote!(Semantics::Control),
    };
    let flow = ident(&format!("{:?}", n.flow));
    let effects = n.effects.iter().map(|e| {
        let e = ident(e);
        quote!(.union(Effects::#e))
    });
    quote!(Facts {
        name: #name,
        fields: [#(#fields),*],
        semantics: #semantics,
        flow: Flow::#flow,
        cell: #cell,
        effects: Effects::NONE #(#effects)*,
        doc: #doc,
    })
}

/// `interp::dispatch`: the trait that the hand-written part implements, and the loop.
pub fn expand_dispatch(spec: &Spec) -> TokenStream {
    let controls = spec
        .nodes
        .iter()
        .filter(|n| n.semantics == Semantics::Control)
        .map(|n| {
            let (name, doc) = (method(&n.name), &n.doc);
            quote!(#[doc = #doc] fn #name(&mut self, node: &Node, pc: u32) -> Flow;)
        });
    let arms = spec.nodes.iter().map(|n| {
        let op = variant(&n.name);
        let body = arm(spec, n);
        quote!(Op::#op => { #body })
    });
    quote! {
        use runtime::object::Ref;
        use runtime::ops;
        use runtime::value::Value;

        /// What a hand-written arm decided.
        #[derive(Clone, Copy, Debug)]
        pub enum Flow {
            /// On to the next node.
            Next,
            /// To a node.
            Jump(u32),
            /// Out of the frame, with a result or, without one, an exception pending.
            Leave(Option<Value>),
            /// An exception is pending: to the handler.
            Raised,
        }

        /// The hand-written part of the interpreter: access to the frame, and the control nodes.
        /// Everything but `raised` and the control nodes should be `#[inline(always)]`.
        pub trait Machine {
            /// The node at an index.
            fn node(&self, pc: u32) -> &'static Node;
            /// The value of a register or constant, which is bound.
            fn value(&self, operand: u32) -> Value;
            /// The value of a register or constant, perhaps absent.
            fn optional(&self, operand: u32) -> Option<Value>;
            /// Consecutive registers or constants, all bound.
            fn values(&self, operand: u32, count: u32) -> &'static [Value];
            /// A name of the code.
            fn name(&self, index: u32) -> Ref<runtime::layouts::Str>;
            /// Writes a register.
            fn set(&mut self, register: u32, x: Value);
            /// Consecutive registers to be written.
            fn outs(&self, register: u32, count: u32) -> &'static [std::cell::Cell<Option<Value>>];
            /// The profile word of a node.
            fn profile(&self, pc: u32) -> &'static std::cell::Cell<u32>;
            /// An inline-cache cell of the code.
            fn cache(&self, cell: u32) -> &'static runtime::cache::Cache;
            /// The frame.
            fn frame(&self) -> &'static runtime::frame::Frame;
            /// Notes the node that is about to do something that others can see.
            fn at(&mut self, pc: u32);
            /// A call node is about to call. False: with an exception pending.
            fn calling(&mut self, node: &Node) -> bool;
            /// It has called, and raised or not. False: with an exception pending.
            fn called(&mut self, node: &Node, ok: bool) -> bool;
            /// After a call, before node `pc`: has the frame been run to its end in another way?
            fn taken_over(&mut self, pc: u32) -> Option<Option<Value>>;
            /// Finds the handler of the pending exception; `None`: leave the frame with it.
            fn raised(&mut self, pc: u32) -> Option<u32>;

            #(#controls)*
        }

        /// Runs nodes from `pc` on until the frame is left: its result, or `None` with an exception
        /// pending.
        #[allow(clippy::cognitive_complexity, clippy::too_many_lines)]
        pub fn run<M: Machine>(m: &mut M, mut pc: u32) -> Option<Value> {
            'run: loop {
                'raised: {
                    let node = m.node(pc);
                    match node.op { #(#arms)* }
                    continue 'run;
                }
                match m.raised(pc) {
                    Some(handler) => pc = handler,
                    None => return None,
                }
                if let Some(result) = m.taken_over(pc) {
                    return result;
                }
            }
        }
    }
}

/// The method of a control node: `move` is `r#move`.
fn method(name: &str) -> Ident {
    if ident(name) == name {
        ident(name)
    } else {
        Ident::new_raw(name, proc_macro2::Span::call_site())
    }
}

/// Leaves an arm because of an exception.
fn fail() -> TokenStream {
    quote!(break 'raised)
}

fn field(f: NodeField) -> Ident {
    match f {
        NodeField::Dst => ident("dst"),
        NodeField::A => ident("a"),
        NodeField::B => ident("b"),
        NodeField::C => ident("c"),
    }
}

fn count_expr(c: Count) -> TokenStream {
    let plus = u32::from(c.plus);
    if c.n {
        quote!(u32::from(node.n) + #plus)
    } else {
        quote!(#plus)
    }
}

/// The arguments of an arm's call: bindings before it, and the names.
fn arguments(n: &Node) -> (TokenStream, Vec<TokenStream>) {
    let mut binds = TokenStream::new();
    let mut args = Vec::new();
    for (f, role) in &n.operands {
        let name = format_ident!("x_{}", field(*f));
        let f = field(*f);
        let bind = match role {
            Role::Value | Role::Const | Role::Cell => quote!(m.value(node.#f)),
            Role::Optional => quote!(m.optional(node.#f)),
            Role::Range(c) => {
                let c = count_expr(*c);
                quote!(m.values(node.#f, #c))
            }
            Role::Out(c) if *c != (Count { n: false, plus: 1 }) => {
                let c = count_expr(*c);
                quote!(m.outs(node.#f, #c))
            }
            Role::Name => quote!(m.name(node.#f)),
            Role::Int => quote!(i64::from(node.#f)),
            Role::Method => {
                binds.extend(quote! {
                    let callee = m.value(node.#f);
                    let arguments = match m.optional(node.#f + 1) {
                        Some(_) => m.values(node.#f + 1, u32::from(node.n) + 1),
                        None => m.values(node.#f + 2, u32::from(node.n)),
                    };
                });
                args.push(quote!(callee));
                args.push(quote!(arguments));
                continue;
            }
            _ => continue,
        };
        binds.extend(quote!(let #name = #bind;));
        args.push(quote!(#name));
    }
    (binds, args)
}

fn arm(spec: &Spec, n: &Node) -> TokenStream {
    let at = (!n.effects.is_empty()).then(|| quote!(m.at(pc);));
    let fail = fail();
    if n.semantics == Semantics::Control {
        let name = method(&n.name);
        return quote! {
            #at
            match m.#name(node, pc) {
                Flow::Next => pc += 1,
                Flow::Jump(target) => pc = target,
                Flow::Leave(result) => return result,
                Flow::Raised => #fail,
            }
        };
    }
    let (binds, mut args) = arguments(n);
    if n.frame {
        args.insert(0, quote!(m.frame()));
    }
    let (call, result, fused) = match n.semantics {
        Semantics::Operator(o) => {
            let o = &spec.operators[o];
            let f = ident(&o.name);
            let bool_result = o.result == Class::Bool;
            let fused = (o.kind == OperatorKind::Compare).then(|| {
                let g = if bool_result {
                    ident(&o.name)
                } else {
                    format_ident!("{}_bool", o.name)
                };
                quote!(ops::#g(#(#args,)* m.profile(pc)))
            });
            let result = if bool_result { Repr::Bool } else { Repr::Value };
            (quote!(ops::#f(#(#args,)* m.profile(pc))), result, fused)
        }
        Semantics::Protocol(p) => {
            let p = &spec.protocols[p];
            let f = ident(&p.name);
            let cache = p.key.as_ref().map(|_| quote!(m.cache(node.cell),));
            (
                quote!(ops::#f(#(#args,)* #cache m.profile(pc))),
                p.result,
                None,
            )
        }
        Semantics::Hook(h) => {
            let h = &spec.hooks[h.0];
            let p = path(&format!("hooks::{}", h.name))
                .to_string()
                .replacen("crate", "runtime", 1);
            let p: TokenStream = p.parse().unwrap_or_default();
            let args = args.iter().zip(&h.params).map(|(a, (_, r))| typed(a, *r));
            let call = quote!(#p(#(#args),*));
            let call = if h.effects.raises {
                call
            } else {
                quote!(Ok::<_, runtime::error::Raised>(#call))
            };
            (call, h.result, None)
        }
        Semantics::Control => return quote!(),
    };
    let next = after(n, result);
    let plain = if calls(spec, n) {
        quote! {
            if !m.calling(node) {
                #fail
            }
            match #call {
                Ok(r) => {
                    if !m.called(node, true) {
                        #fail
                    }
                    #next
                    if let Some(result) = m.taken_over(pc) {
                        return result;
                    }
                }
                Err(_) => {
                    m.called(node, false);
                    #fail
                }
            }
        }
    } else {
        quote! {
            match #call {
                Ok(r) => { #next }
                Err(_) => #fail,
            }
        }
    };
    match fused {
        None => quote!(#at #binds #plain),
        Some(call) => quote! {
            #at
            #binds
            if node.n == 1 {
                // The next node is the branch that alone uses the result.
                match #call {
                    Ok(r) => {
                        let branch = m.node(pc + 1);
                        pc = if r == (branch.op == Op::BranchTrue) { branch.c } else { pc + 2 };
                    }
                    Err(_) => #fail,
                }
            } else {
                #plain
            }
        },
    }
}

/// Is it a call of the source?
fn calls(spec: &Spec, n: &Node) -> bool {
    match n.semantics {
        Semantics::Protocol(p) => spec.protocols[p].name == "call",
        Semantics::Hook(h) => spec.hooks[h.0].name.starts_with("call::"),
        _ => false,
    }
}

/// An argument of a hook that wants more than a value.
fn typed(arg: &TokenStream, _repr: Repr) -> TokenStream {
    arg.clone()
}

/// What an arm does with its result `r`.
fn after(n: &Node, result: Repr) -> TokenStream {
    if n.target() {
        return match result {
            Repr::Bool => {
                let want = n.jump_if;
                quote!(pc = if r == #want { node.c } else { pc + 1 };)
            }
            Repr::OptValue => quote! {
                match r {
                    Some(x) => {
                        m.set(node.dst, x);
                        pc += 1;
                    }
                    None => pc = node.c,
                }
            },
            _ => quote!(pc += 1; let () = r;),
        };
    }
    if !n.single_out() {
        return quote!(let () = r; pc += 1;);
    }
    let value = match result {
        Repr::Bool => quote!(Value::bool(r)),
        Repr::Int | Repr::I64 | Repr::U32 => quote!(Value::int(i64::from(r))),
        Repr::Float => quote!(Value::float(r)),
        Repr::Ptr(_) => quote!(r.value()),
        Repr::OptValue => quote!(r.unwrap_or(Value::none())),
        _ => quote!(r),
    };
    quote!(m.set(node.dst, #value); pc += 1;)
}
