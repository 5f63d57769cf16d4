//! What is known of the values that a kind's body makes without running it: the optimising tier's types of them.

use proc_macro2::TokenStream;
use quote::quote;

use super::paths::repr_value;
use crate::model::*;

/// A value of a kind's body, for an entry that is known. The expansion has an enum like it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// The entry's value.
    Cell,
    /// An operand of the protocol: its number among those that are values.
    Operand(usize),
    /// No value.
    Nothing,
    /// Something in that representation.
    Of(Repr),
}

impl Made {
    pub fn render(self, spec: &Spec) -> TokenStream {
        match self {
            Made::Cell => quote!(Made::Cell),
            Made::Operand(n) => quote!(Made::Operand(#n)),
            Made::Nothing => quote!(Made::Nothing),
            Made::Of(r) => {
                let r = repr_value(spec, r, &quote!(runtime));
                quote!(Made::Of(#r))
            }
        }
    }
}

/// What an operand of a body of `p` is.
pub fn made(p: &Protocol, func: &Func, operand: &Operand) -> Made {
    let t = match operand {
        Operand::Tmp(t) => *t,
        Operand::Null(_) => return Made::Nothing,
        Operand::Int(_, r) => return Made::Of(*r),
        Operand::Float(_) => return Made::Of(Repr::Float),
        Operand::Bool(_) => return Made::Of(Repr::Bool),
        Operand::None => return Made::Of(Repr::None),
        Operand::Str(_) => return Made::Of(Repr::Value),
    };
    if t.0 < func.params {
        let repr = p.operands[t.0].1;
        let values = p.operands[..t.0].iter().filter(|o| o.1 == Repr::Value);
        return match repr {
            Repr::Value => Made::Operand(values.count()),
            r => Made::Of(r),
        };
    }
    for inst in &func.body.insts {
        match inst {
            Inst::CellField(dst, "value") if *dst == t => return Made::Cell,
            Inst::Box(dst, x) | Inst::Widen(dst, x) if *dst == t => return made(p, func, x),
            _ => {}
        }
    }
    Made::Of(func.temps[t.0].repr)
}

/// What a body leaves in the result registers, in their order.
pub fn outs(p: &Protocol, func: &Func) -> Vec<Made> {
    let stores = func.body.insts.iter().filter_map(|inst| match inst {
        Inst::StoreOut(_, index, x) => Some((*index, x)),
        _ => None,
    });
    let mut stores: Vec<_> = stores.collect();
    stores.sort_by_key(|(index, _)| *index);
    stores.iter().map(|(_, x)| made(p, func, x)).collect()
}

/// Is a kind's guard `OPERAND is cell.value`, of the first operand that is a value?
pub fn pins(spec: &Spec, p: &Protocol, kind: &CacheKind) -> bool {
    let Some(guard) = &kind.guard else {
        return false;
    };
    guard.body.insts.iter().any(|inst| match inst {
        Inst::Prim(dst, prim, args) => {
            let sides: Vec<Made> = args.iter().map(|a| made(p, guard, a)).collect();
            guard.body.result == Operand::Tmp(*dst)
                && spec.prims[prim.0].alias.as_deref() == Some("is")
                && sides == [Made::Operand(0), Made::Cell]
        }
        _ => false,
    })
}
