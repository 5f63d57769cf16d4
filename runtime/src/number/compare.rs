//! Order, equality and hash across the numeric types, and coercion.
//!
//! Numbers compare by their exact values: no int is rounded on the way to a float.

use std::cmp::Ordering;

use super::bigref::BigRef;
use super::{Num, big, floats, ints};
use crate::error::{PyResult, type_error};
use crate::layouts::Tuple;
use crate::object::Ref;
use crate::protocol::{self, CmpOp};
use crate::typeobj::{Type, flags};
use crate::value::Value;

/// Orders two real numbers; `None` with a NaN, or with a complex.
pub fn order(a: Num<'_>, b: Num<'_>) -> Option<Ordering> {
    use Num::*;
    match (a, b) {
        (Int(a), Int(b)) => Some(a.cmp(&b)),
        (Int(a), Long(b)) => Some(cmp_int_long(a, b)),
        (Long(a), Int(b)) => Some(cmp_int_long(b, a).reverse()),
        (Long(a), Long(b)) => Some(a.cmp(&b)),
        (Float(a), Float(b)) => a.partial_cmp(&b),
        (Int(a), Float(b)) => ints::cmp_float(a, b),
        (Float(a), Int(b)) => ints::cmp_float(b, a).map(Ordering::reverse),
        (Long(a), Float(b)) => big::cmp_float(a, b),
        (Float(a), Long(b)) => big::cmp_float(b, a).map(Ordering::reverse),
        (Complex(_), _) | (_, Complex(_)) => None,
    }
}

fn cmp_int_long(a: i64, b: BigRef<'_>) -> Ordering {
    match b.to_i64() {
        Some(b) => a.cmp(&b),
        None if b.negative => Ordering::Greater,
        None => Ordering::Less,
    }
}

/// Does `op` hold for this order? NaN is unequal to everything and in no order.
pub fn holds(op: CmpOp, order: Option<Ordering>) -> bool {
    match order {
        Some(o) => op.holds_for(o),
        None => op == CmpOp::Ne,
    }
}

/// An exact int or long of few bits.
#[inline]
fn few(v: Value) -> Option<i128> {
    match v.as_small_int() {
        Some(i) => Some(i.into()),
        None => v.exact::<crate::layouts::Long>()?.few(),
    }
}

/// Compares exact real numbers; `None` for anything else.
#[inline]
pub fn compare_exact(a: Value, b: Value, op: CmpOp) -> Option<bool> {
    if let (Some(a), Some(b)) = (few(a), few(b)) {
        return Some(op.holds_for(a.cmp(&b)));
    }
    match (Num::exact(a)?, Num::exact(b)?) {
        (Num::Complex(_), _) | (_, Num::Complex(_)) => None,
        (a, b) => Some(holds(op, order(a, b))),
    }
}

macro_rules! comparisons {
    ($($(#[$doc:meta])* $name:ident $op:ident;)*) => { $(
        $(#[$doc])*
        pub fn $name(a: Value, b: Value) -> PyResult {
            match compare_exact(a, b, CmpOp::$op) {
                Some(r) => Ok(Value::bool(r)),
                None => protocol::rich_compare(a, b, CmpOp::$op),
            }
        }
    )* };
}

comparisons! {
    /// `a < b`
    lt Lt;
    /// `a <= b`
    le Le;
    /// `a == b`
    eq Eq;
    /// `a != b`
    ne Ne;
    /// `a > b`
    gt Gt;
    /// `a >= b`
    ge Ge;
}

/// `hash(v)` of a number.
pub fn hash_value(n: Num<'_>) -> i64 {
    match n {
        Num::Int(i) => ints::hash(i),
        Num::Long(n) => big::hash(n),
        Num::Float(x) => floats::hash(x),
        Num::Complex(c) => c.hash(),
    }
}

/// Does the type convert to int or float? Such objects sort before others of unlike type.
pub fn is_number(v: Value) -> bool {
    let ty = v.ty();
    ty.slots.int.get().is_some() || ty.slots.float.get().is_some()
}

fn pair(a: Value, b: Value) -> Value {
    crate::builtins::tuple::from_slice(&[a, b]).into()
}

/// The operands as the coercion slots of either side make them, or `None`.
fn coerce_by_slots(a: Value, b: Value) -> PyResult<Option<(Value, Value)>> {
    for (x, y, swapped) in [(a, b, false), (b, a, true)] {
        let Some(f) = x.ty().slots.coerce.get() else {
            continue;
        };
        if let Some(t) = f(x, y)?.cast::<Tuple>() {
            let (p, q) = (t.as_ref().items()[0], t.as_ref().items()[1]);
            return Ok(Some(if swapped { (q, p) } else { (p, q) }));
        }
    }
    Ok(None)
}

/// The coercion that three-way comparison tries on operands of different types, on old-style instances, and on those of
/// one class without `__cmp__`.
pub fn coerce_for_compare(a: Value, b: Value) -> PyResult<Option<(Value, Value)>> {
    coerce_by_slots(a, b)
}

/// The operands as `coerce(a, b)` returns them; `None` when neither side knows.
pub(super) fn coerce_pair(a: Value, b: Value) -> PyResult<Option<(Value, Value)>> {
    // Types that never take part in mixed arithmetic pass through when they are alike.
    if a.ty() == b.ty() && !checks_types(a) {
        return Ok(Some((a, b)));
    }
    coerce_by_slots(a, b)
}

/// `coerce(a, b)`
pub fn coerce(a: Value, b: Value) -> PyResult {
    match coerce_pair(a, b)? {
        Some((p, q)) => Ok(pair(p, q)),
        None => Err(type_error("number coercion failed")),
    }
}

/// The coercion that binary operators try in the end, when the type of an operand does not check the other's.
pub(super) fn coerce_unlike(a: Value, b: Value) -> PyResult<Option<(Value, Value)>> {
    if a.ty() == b.ty() || checks_types(a) && checks_types(b) {
        return Ok(None);
    }
    coerce_by_slots(a, b)
}

/// Do the type's number slots look at the types of both operands? Those of classes, numbers, strings,
/// sets and dates do.
pub(super) fn checks_types(v: Value) -> bool {
    has_new_style_numbers(v.ty())
}

/// The same of a type.
pub fn has_new_style_numbers(ty: Ref<Type>) -> bool {
    let slots = &ty.slots;
    ty.has(flags::HEAP)
        || slots.int.get().is_some()
        || slots.float.get().is_some()
        || slots.modulo.get().is_some()
        || slots.and.get().is_some()
        || slots.sub.get().is_some()
}
