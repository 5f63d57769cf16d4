//! The order in which a class and its bases are searched.

use super::*;

pub(super) fn has_custom_mro(meta: Ref<Type>) -> bool {
    meta.lookup(names::mro_method())
        .is_some_and(|m| m.exact::<Function>().is_some())
}

pub(super) fn custom_mro(ty: Ref<Type>) -> PyResult<Ref<Tuple>> {
    ty.version.set(next_version());
    let order = match crate::attr::call_special(ty.into(), names::mro_method(), &[])? {
        Some(v) => v,
        None => return compute_mro(ty),
    };
    let t = crate::builtins::tuple::from_iterable(order)?;
    let solid = solid_base(ty);
    for c in t.as_ref().items() {
        match as_type(*c) {
            Some(class) if !solid.is_subtype(solid_base(class)) => {
                return Err(raise_fmt!(
                    type_error,
                    "mro() returned base with unsuitable layout ('{}')",
                    class.full_name()
                ));
            }
            None if c.cast::<ClassObject>().is_none() => {
                return Err(raise_fmt!(
                    type_error,
                    "mro() returned a non-class ('{}')",
                    crate::attr::type_name(*c)
                ));
            }
            _ => {}
        }
    }
    Ok(t)
}

/// C3 linearisation (Barrett et al., "A Monotonic Superclass Linearization for Dylan", 1996).
pub fn compute_mro(ty: Ref<Type>) -> PyResult<Ref<Tuple>> {
    let bases = ty
        .bases
        .get()
        .unwrap_or_else(|| crate::builtins::tuple::from_slice(&[]));
    let all = bases.as_ref().items();
    if let Some((_, twice)) = all.iter().enumerate().find(|(i, b)| all[..*i].contains(b)) {
        return Err(raise_fmt!(
            type_error,
            "duplicate base class {}",
            crate::builtins::method::function_name(*twice)
        ));
    }
    // Sequences to merge, as lists that shrink from the front (positions in `heads`).
    let sequences = crate::builtins::list::new();
    for b in bases.as_ref().items() {
        let order = match as_type(*b) {
            Some(t) => t
                .mro
                .get()
                .ok_or_else(|| type_error("base class is not ready"))?,
            None => crate::builtins::classobj::classic_mro(*b),
        };
        sequences.push(order.into());
    }
    sequences.push(bases.into());
    let n = sequences.as_ref().items().len();
    let mut heads = vec![0usize; n];
    let result = crate::builtins::list::new();
    result.push(ty.into());
    let tail = |i: usize, from: usize| -> &'static [Value] {
        sequences.as_ref::<'static>().items()[i]
            .cast::<Tuple>()
            .map_or(&[], |t| &t.as_ref::<'static>().items()[from..])
    };
    loop {
        let mut done = true;
        let mut next = None;
        for i in 0..n {
            let Some(candidate) = tail(i, heads[i]).first() else {
                continue;
            };
            done = false;
            if (0..n).all(|j| !tail(j, heads[j]).iter().skip(1).any(|v| v == candidate)) {
                next = Some(*candidate);
                break;
            }
        }
        if done {
            return Ok(crate::builtins::tuple::from_slice(result.as_ref().items()));
        }
        let Some(c) = next else {
            return Err(mro_conflict(
                &(0..n)
                    .filter_map(|i| tail(i, heads[i]).first().copied())
                    .collect::<SmallSet>(),
            ));
        };
        result.push(c);
        for (i, h) in heads.iter_mut().enumerate() {
            if tail(i, *h).first() == Some(&c) {
                *h += 1;
            }
        }
    }
}

/// Names of the classes that stand in each other's way, without repeats.
pub(super) struct SmallSet(Vec<(u64, String)>);

impl FromIterator<Value> for SmallSet {
    fn from_iter<I: IntoIterator<Item = Value>>(iter: I) -> Self {
        let mut v: Vec<(u64, String)> = Vec::new();
        for c in iter {
            if !v.iter().any(|(b, _)| *b == c.bits()) {
                v.push((c.bits(), crate::builtins::method::function_name(c)));
            }
        }
        SmallSet(v)
    }
}

pub(super) fn mro_conflict(heads: &SmallSet) -> crate::error::Raised {
    let names: Vec<&str> = heads.0.iter().map(|(_, n)| n.as_str()).collect();
    raise_fmt!(
        type_error,
        "Cannot create a consistent method resolution\norder (MRO) for bases {}",
        names.join(", ")
    )
}

/// The resolution order as the metaclass has it.
pub(super) fn order_of(ty: Ref<Type>) -> PyResult<Ref<Tuple>> {
    let meta = ty.value().ty();
    if meta != crate::types::TYPE.get() && has_custom_mro(meta) {
        custom_mro(ty)
    } else {
        compute_mro(ty)
    }
}

/// New resolution orders for a class and those below; `changed` takes the old ones.
pub(super) fn remake_orders(ty: Ref<Type>, changed: Ref<List>) -> PyResult<()> {
    let order = order_of(ty)?;
    changed.push(ty.into());
    changed.push(ty.mro.get().map_or(Value::none(), Into::into));
    ty.mro.set(Some(order));
    crate::builtins::classobj::note_heir(ty);
    ty.renew_version();
    for t in ty.subclasses() {
        remake_orders(t, changed)?;
    }
    Ok(())
}
