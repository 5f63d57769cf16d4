//! Lowered bodies as Rust.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::layouts::field_variant;
use super::paths::{ident, path, strukt};
use crate::model::*;

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

    /// The operand as an expression.
    pub fn operand(&self, o: &Operand) -> TokenStream {
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
    pub fn converted(&self, o: &Operand, to: Repr) -> TokenStream {
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
