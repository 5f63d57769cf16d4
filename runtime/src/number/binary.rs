//! Binary operators on any operands.
//!
//! CPython's order of trial for `a + b`: the slot of `a`'s type, unless `b`'s type is a subclass with a
//! slot of its own, which then goes first; the slot of `b`'s type; concatenation or repetition
//! if an operand is a sequence. Each slot is called with the operands in their order and may answer
//! `NotImplemented`. Old-style instances coerce inside their slots (`builtins::classobj`).
//!
//! In-place operators begin with the in-place slot of `a`'s type. Builtin sequences come last there
//! (`items += x` asks `x.__radd__` before it extends the list), because in CPython their
//! in-place methods are sequence slots, not number slots.

use std::cell::Cell;

use super::compare::{checks_types, coerce_pair, coerce_unlike};
use crate::attr::type_name;
use crate::error::{PyResult, Raised};
use crate::protocol::could_be_sequence;
use crate::singletons::not_implemented;
use crate::slots::{Binary, Slots, Ternary};
use crate::typeobj::flags;
use crate::value::Value;

/// A column of the slot table.
type Select<F> = fn(&Slots) -> &Cell<Option<F>>;

/// `a op b` by the number slots; may answer `NotImplemented`.
#[inline]
fn dispatch(a: Value, b: Value, slot: Select<Binary>) -> PyResult {
    let (ta, tb) = (a.ty(), b.ty());
    let left = slot(&ta.slots).get();
    let mut right = if ta == tb {
        None
    } else {
        slot(&tb.slots).get()
    };
    if let Some(l) = left {
        match right {
            Some(r) if std::ptr::fn_addr_eq(l, r) => right = None,
            Some(r) if tb.is_subtype(ta) => {
                let v = r(a, b)?;
                if v != not_implemented() {
                    return Ok(v);
                }
                right = None;
            }
            _ => {}
        }
        let v = l(a, b)?;
        if v != not_implemented() {
            return Ok(v);
        }
    }
    match right {
        Some(r) => r(a, b),
        None => Ok(not_implemented()),
    }
}

/// "unsupported operand type(s) for +: 'int' and 'str'"
#[cold]
fn unsupported(symbol: &str, a: Value, b: Value) -> Raised {
    raise_fmt!(
        type_error,
        "unsupported operand type(s) for {symbol}: '{}' and '{}'",
        type_name(a),
        type_name(b)
    )
}

/// Is `own` the in-place slot of a builtin sequence, inherited or not? It yields to the other operand.
fn is_sequence_slot(v: Value, own: Binary, inplace: Select<Binary>) -> bool {
    let mut ty = v.ty();
    if ty.slots.concat.get().is_none() {
        return false;
    }
    while ty.has(flags::HEAP)
        && let Some(base) = ty.base.get()
    {
        ty = base;
    }
    inplace(&ty.slots)
        .get()
        .is_some_and(|native| std::ptr::fn_addr_eq(native, own))
}

/// `a op= b` up to the in-place slot, then as `a op b`; may answer `NotImplemented`.
#[inline]
fn dispatch_inplace(a: Value, b: Value, inplace: Select<Binary>, slot: Select<Binary>) -> PyResult {
    let own = inplace(&a.ty().slots).get();
    let last = own.is_some_and(|f| is_sequence_slot(a, f, inplace));
    if let Some(f) = own
        && !last
    {
        let v = f(a, b)?;
        if v != not_implemented() {
            return Ok(v);
        }
    }
    let mut v = dispatch(a, b, slot)?;
    if v == not_implemented() {
        v = dispatch_coerced(a, b, slot)?;
    }
    match own {
        Some(f) if last && v == not_implemented() => {
            let repeats = a.ty().slots.imul.get();
            if repeats.is_some_and(|r| std::ptr::fn_addr_eq(r, f)) && !super::is_index(b) {
                return Err(not_a_count(b));
            }
            f(a, b)
        }
        _ => Ok(v),
    }
}

/// `a op b` where an operand is of a type whose arithmetic, if any, expects operands of its own type:
/// their coercion decides, and the operator of the type that it makes of `a`. May answer `NotImplemented`.
#[cold]
fn dispatch_coerced(a: Value, b: Value, slot: Select<Binary>) -> PyResult {
    Ok(match coerce_unlike(a, b)? {
        Some((p, q)) => match slot(&p.ty().slots).get() {
            Some(f) => f(p, q)?,
            None => not_implemented(),
        },
        None => not_implemented(),
    })
}

/// "can't multiply sequence by non-int of type 'str'"
#[cold]
fn not_a_count(v: Value) -> Raised {
    raise_fmt!(
        type_error,
        "can't multiply sequence by non-int of type '{}'",
        type_name(v)
    )
}

/// `+` of sequences, once the number slots have given up.
fn concatenate(a: Value, b: Value, symbol: &str) -> PyResult {
    match a.ty().slots.concat.get() {
        Some(f) => f(a, b),
        None => Err(unsupported(symbol, a, b)),
    }
}

/// `*` of a sequence and a count, in either order; in place, only of a left operand that could be one.
fn repeat(a: Value, b: Value, symbol: &str) -> PyResult {
    let orders = match symbol {
        "*=" if could_be_sequence(a.ty()) => &[(a, b)][..],
        _ => &[(a, b), (b, a)],
    };
    for &(sequence, count) in orders {
        if let Some(f) = sequence.ty().slots.repeat.get() {
            if !count.is_small_int() && !super::is_index(count) {
                return Err(not_a_count(count));
            }
            let n = super::as_index_or(count, crate::error::overflow_error)?;
            return f(sequence, Value::int(n));
        }
    }
    Err(unsupported(symbol, a, b))
}

/// `a + b` by number slots alone, `a += b` if `inplace`; may answer `NotImplemented`.
pub fn add_by_slots(a: Value, b: Value, inplace: bool) -> PyResult {
    by_slots(a, b, inplace.then_some(|s| &s.iadd), |s| &s.add)
}

/// `a * b` likewise
pub fn mul_by_slots(a: Value, b: Value, inplace: bool) -> PyResult {
    by_slots(a, b, inplace.then_some(|s| &s.imul), |s| &s.mul)
}

fn by_slots(a: Value, b: Value, inplace: Option<Select<Binary>>, slot: Select<Binary>) -> PyResult {
    let v = match inplace {
        Some(inplace) => dispatch_inplace(a, b, inplace, slot)?,
        None => dispatch(a, b, slot)?,
    };
    if v != not_implemented() || inplace.is_some() {
        return Ok(v);
    }
    dispatch_coerced(a, b, slot)
}

macro_rules! operators {
    ($($(#[$doc:meta])* $name:ident $symbol:literal / $(#[$idoc:meta])* $iname:ident $slot:ident $islot:ident $rest:ident;)*) => { $(
        $(#[$doc])*
        pub fn $name(a: Value, b: Value) -> PyResult {
            let v = dispatch(a, b, |s| &s.$slot)?;
            if v != not_implemented() { return Ok(v) }
            let v = dispatch_coerced(a, b, |s| &s.$slot)?;
            if v == not_implemented() { $rest(a, b, $symbol) } else { Ok(v) }
        }
        $(#[$idoc])*
        pub fn $iname(a: Value, b: Value) -> PyResult {
            let v = dispatch_inplace(a, b, |s| &s.$islot, |s| &s.$slot)?;
            if v == not_implemented() { $rest(a, b, concat!($symbol, "=")) } else { Ok(v) }
        }
    )* };
}

fn nothing_else(a: Value, b: Value, symbol: &str) -> PyResult {
    Err(unsupported(symbol, a, b))
}

operators! {
    /// `a + b`
    add "+" / /** `a += b` */ iadd add iadd concatenate;
    /// `a - b`
    sub "-" / /** `a -= b` */ isub sub isub nothing_else;
    /// `a * b`
    mul "*" / /** `a *= b` */ imul mul imul repeat;
    /// `a / b`, the classic division
    div "/" / /** `a /= b` */ idiv div idiv nothing_else;
    /// `a / b` after `from __future__ import division`
    truediv "/" / /** `a /= b` likewise */ itruediv truediv itruediv nothing_else;
    /// `a // b`
    floordiv "//" / /** `a //= b` */ ifloordiv floordiv ifloordiv nothing_else;
    /// `a % b`
    modulo "%" / /** `a %= b` */ imod modulo imod nothing_else;
    /// `a << b`
    lshift "<<" / /** `a <<= b` */ ilshift lshift ilshift nothing_else;
    /// `a >> b`
    rshift ">>" / /** `a >>= b` */ irshift rshift irshift nothing_else;
    /// `a & b`
    and "&" / /** `a &= b` */ iand and iand nothing_else;
    /// `a | b`
    or "|" / /** `a |= b` */ ior or ior nothing_else;
    /// `a ^ b`
    xor "^" / /** `a ^= b` */ ixor xor ixor nothing_else;
}

/// `divmod(a, b)`
pub fn divmod(a: Value, b: Value) -> PyResult {
    let mut v = dispatch(a, b, |s| &s.divmod)?;
    if v == not_implemented() {
        v = dispatch_coerced(a, b, |s| &s.divmod)?;
    }
    if v == not_implemented() {
        Err(unsupported("divmod()", a, b))
    } else {
        Ok(v)
    }
}

/// `a ** b`
pub fn pow(a: Value, b: Value) -> PyResult {
    power(a, b, Value::none())
}

/// `a **= b`
pub fn ipow(a: Value, b: Value) -> PyResult {
    if a.ty().slots.ipow.get().is_none() {
        return power(a, b, Value::none());
    }
    // Who has an in-place power is not asked for the plain one.
    let (ta, tb) = (a.ty(), b.ty());
    // The slot of a class asks the left operand alone, which has been asked.
    let others = crate::builtins::classobj::is_instance(b) && ta != tb;
    for ty in [Some(ta), others.then_some(tb)].into_iter().flatten() {
        if let Some(f) = ty.slots.ipow.get() {
            let v = f(a, b)?;
            if v != not_implemented() {
                return Ok(v);
            }
        }
    }
    power_of_coerced(a, b, Value::none(), |p, q, _| {
        p.ty().slots.ipow.get().map(|f| f(p, q))
    })
}

/// `pow(a, b, c)`; `c` is None when absent.
pub fn power(a: Value, b: Value, c: Value) -> PyResult {
    let v = dispatch_power(a, b, c)?;
    if v != not_implemented() {
        return Ok(v);
    }
    power_of_coerced(a, b, c, |p, q, r| {
        p.ty().slots.pow.get().map(|f| f(p, q, r))
    })
}

/// A power that no slot knows: what `slot` says of the operands as coercion makes them (be it `NotImplemented`), where
/// one is of a type that does not check the others', or that it is not supported, whatever is wrong with the coercion.
fn power_of_coerced(
    mut a: Value,
    mut b: Value,
    c: Value,
    slot: impl Fn(Value, Value, Value) -> Option<PyResult>,
) -> PyResult {
    if !checks_types(a) || !checks_types(b) || !c.is_none() && !checks_types(c) {
        let coerced = |p, q| crate::exception::quiet(|| coerce_pair(p, q)).flatten();
        let mut found = None;
        if let Some((p, q)) = coerced(a, b) {
            (a, b) = (p, q);
            if c.is_none() {
                found = slot(a, b, c);
            } else if let Some((p, r)) = coerced(a, c)
                && let Some((q, r)) = coerced(b, r)
            {
                found = slot(p, q, r);
            }
        }
        if let Some(result) = found {
            return result;
        }
    }
    if c.is_none() {
        return Err(unsupported("** or pow()", a, b));
    }
    Err(raise_fmt!(
        type_error,
        "unsupported operand type(s) for pow(): '{}', '{}', '{}'",
        type_name(a),
        type_name(b),
        type_name(c)
    ))
}

fn dispatch_power(a: Value, b: Value, c: Value) -> PyResult {
    let (ta, tb, tc) = (a.ty(), b.ty(), c.ty());
    let same = |f: Option<Ternary>, g: Option<Ternary>| match (f, g) {
        (Some(f), Some(g)) => std::ptr::fn_addr_eq(f, g),
        _ => false,
    };
    let first = ta.slots.pow.get();
    let mut second = if ta == tb { None } else { tb.slots.pow.get() };
    if same(first, second) {
        second = None;
    }
    let mut third = tc.slots.pow.get();
    if same(first, third) || same(second, third) {
        third = None;
    }
    let right_first = first.is_some() && second.is_some() && tb.is_subtype(ta);
    let order = if right_first {
        [second, first, third]
    } else {
        [first, second, third]
    };
    for f in order.into_iter().flatten() {
        let v = f(a, b, c)?;
        if v != not_implemented() {
            return Ok(v);
        }
    }
    Ok(not_implemented())
}
