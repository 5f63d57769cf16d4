//! The other direction: calling a native slot by its special method's name (`int.__add__`).

use crate::call::Args;
use crate::error::{PyResult, Raised, overflow_error, type_error};
use crate::layouts::Str;
use crate::number;
use crate::object::Ref;
use crate::protocol::CmpOp;
use crate::slots::*;
use crate::typeobj::Type;
use crate::value::Value;

/// Exactly `N` positional arguments.
fn exactly<const N: usize>(args: Args<'_>) -> PyResult<[Value; N]> {
    if args.kwnames.is_some_and(|k| !k.as_ref().items().is_empty()) {
        return Err(type_error("wrapper doesn't take keyword arguments"));
    }
    match <[Value; N]>::try_from(args.values) {
        Ok(a) => Ok(a),
        Err(_) => Err(raise_fmt!(
            type_error,
            "expected {N} arguments, got {}",
            args.values.len()
        )),
    }
}

fn missing() -> Raised {
    type_error("the type does not have this operation")
}

fn none(r: PyResult<()>) -> PyResult {
    r.map(|()| Value::none())
}

pub fn unary(f: Option<Unary>, s: Value, a: Args<'_>) -> PyResult {
    let [] = exactly(a)?;
    f.ok_or_else(missing)?(s)
}
pub fn binary_left(f: Option<Binary>, s: Value, a: Args<'_>) -> PyResult {
    let [b] = exactly(a)?;
    f.ok_or_else(missing)?(s, b)
}
/// Repetition: the operand is a count.
pub fn times(f: Option<Binary>, s: Value, a: Args<'_>) -> PyResult {
    let [b] = unpacked(a)?;
    f.ok_or_else(missing)?(s, b)
}
pub fn binary_right(f: Option<Binary>, s: Value, a: Args<'_>) -> PyResult {
    let [b] = exactly(a)?;
    f.ok_or_else(missing)?(b, s)
}
pub fn pow(f: Option<Ternary>, s: Value, a: Args<'_>) -> PyResult {
    let (b, c) = match *a.values {
        [b] => (b, Value::none()),
        [b, c] => (b, c),
        _ => return Err(one_or_two(a)),
    };
    f.ok_or_else(missing)?(s, b, c)
}
pub fn rpow(f: Option<Ternary>, s: Value, a: Args<'_>) -> PyResult {
    let (b, c) = match *a.values {
        [b] => (b, Value::none()),
        [b, c] => (b, c),
        _ => return Err(one_or_two(a)),
    };
    f.ok_or_else(missing)?(b, s, c)
}
pub fn to_int(f: Option<ToInt>, s: Value, a: Args<'_>) -> PyResult {
    let [] = exactly(a)?;
    f.ok_or_else(missing)?(s).map(Value::int)
}
pub fn to_bool(f: Option<ToBool>, s: Value, a: Args<'_>) -> PyResult {
    let [] = exactly(a)?;
    f.ok_or_else(missing)?(s).map(Value::bool)
}
pub fn call(f: Option<Call>, s: Value, a: Args<'_>) -> PyResult {
    f.ok_or_else(missing)?(s, a)
}
fn name_argument(v: Value) -> PyResult<Ref<Str>> {
    crate::builtins::str::attribute_name(v)
}
pub fn getattr(t: Ref<Type>, s: Value, a: Args<'_>) -> PyResult {
    let [n] = exactly(a)?;
    let n = name_argument(n)?;
    match t.slots.getattr.get() {
        Some(f) => f(s, n),
        None => crate::attr::generic_get(s, n),
    }
}
pub fn setattr(t: Ref<Type>, s: Value, a: Args<'_>) -> PyResult {
    let [n, v] = unpacked(a)?;
    let n = name_argument(n)?;
    none(match t.slots.setattr.get() {
        Some(f) => f(s, n, Some(v)),
        None => crate::attr::generic_set(s, n, Some(v)),
    })
}
pub fn delattr(t: Ref<Type>, s: Value, a: Args<'_>) -> PyResult {
    let [n] = exactly(a)?;
    let n = name_argument(n)?;
    none(match t.slots.setattr.get() {
        Some(f) => f(s, n, None),
        None => crate::attr::generic_set(s, n, None),
    })
}
pub fn next(f: Option<Next>, s: Value, a: Args<'_>) -> PyResult {
    let [] = exactly(a)?;
    let f = f.ok_or_else(missing)?;
    let t = crate::thread::current();
    t.stop.set(crate::thread::ExcInfo::NONE);
    f(s)?.ok_or_else(|| t.raise_stop())
}
/// The subscript for a slot. Where items have numbers and nothing else, as in types that CPython gives only
/// its slots of sequences, the special methods convert it, and say so in their own words.
fn subscript(s: Value, i: Value) -> PyResult {
    use crate::types::{BASE_EXCEPTION, DEQUE, XRANGE};
    let t = s.ty();
    if ![&DEQUE, &XRANGE, &BASE_EXCEPTION]
        .iter()
        .any(|n| t.is_subtype(n.get()))
    {
        return Ok(i);
    }
    let i = crate::builtins::sequence::with_length(s, number::as_index_or(i, overflow_error)?)?;
    // The slot would add the length again; exceptions leave that to the tuple of their arguments.
    Ok(Value::int(
        if i < 0 && !t.is_subtype(BASE_EXCEPTION.get()) {
            i64::MIN
        } else {
            i
        },
    ))
}
pub fn getitem(f: Option<Binary>, s: Value, a: Args<'_>) -> PyResult {
    let [i] = exactly(a)?;
    f.ok_or_else(missing)?(s, subscript(s, i)?)
}
pub fn setitem(f: Option<SetItem>, s: Value, a: Args<'_>) -> PyResult {
    let [i, v] = unpacked(a)?;
    none(f.ok_or_else(missing)?(s, subscript(s, i)?, Some(v)))
}
pub fn delitem(f: Option<SetItem>, s: Value, a: Args<'_>) -> PyResult {
    let [i] = exactly(a)?;
    none(f.ok_or_else(missing)?(s, subscript(s, i)?, None))
}
pub fn contains(f: Option<Contains>, s: Value, a: Args<'_>) -> PyResult {
    let [v] = exactly(a)?;
    f.ok_or_else(missing)?(s, v).map(Value::bool)
}

/// One or two arguments were expected.
fn one_or_two(args: Args<'_>) -> Raised {
    let bound = if args.values.is_empty() {
        "least 1"
    } else {
        "most 2"
    };
    raise_fmt!(
        type_error,
        " expected at {bound} arguments, got {}",
        args.values.len()
    )
}

/// As [`exactly`], with the wording of a function that has no name.
fn unpacked<const N: usize>(args: Args<'_>) -> PyResult<[Value; N]> {
    if args.nkw() == 0 && args.values.len() != N {
        return Err(raise_fmt!(
            type_error,
            " expected {N} arguments, got {}",
            args.values.len()
        ));
    }
    exactly(args)
}

/// As [`exactly`], with the wording of a function that parses its arguments.
fn parsed<const N: usize>(args: Args<'_>) -> PyResult<[Value; N]> {
    if args.nkw() == 0 && args.values.len() != N {
        return Err(raise_fmt!(
            type_error,
            "function takes exactly {N} arguments ({} given)",
            args.values.len()
        ));
    }
    exactly(args)
}

fn bound(v: Value) -> PyResult<i64> {
    crate::number::int_from_value(v)
}
pub fn getslice(f: Option<GetSlice>, s: Value, a: Args<'_>) -> PyResult {
    let [i, j] = parsed(a)?;
    f.ok_or_else(missing)?(s, bound(i)?, bound(j)?)
}
pub fn setslice(f: Option<SetSlice>, s: Value, a: Args<'_>) -> PyResult {
    let [i, j, v] = parsed(a)?;
    none(f.ok_or_else(missing)?(s, bound(i)?, bound(j)?, Some(v)))
}
pub fn delslice(f: Option<SetSlice>, s: Value, a: Args<'_>) -> PyResult {
    let [i, j] = parsed(a)?;
    none(f.ok_or_else(missing)?(s, bound(i)?, bound(j)?, None))
}
pub fn cmp(f: Option<Compare>, s: Value, a: Args<'_>) -> PyResult {
    let [b] = exactly(a)?;
    // An int may be compared with a bool: they share the function.
    let shared =
        matches!((f, b.ty().slots.cmp.get()), (Some(f), Some(g)) if std::ptr::fn_addr_eq(f, g));
    if !shared && !b.ty().is_subtype(s.ty()) {
        return Err(raise_fmt!(
            type_error,
            "{}.__cmp__(x,y) requires y to be a '{}', not a '{}'",
            s.ty().name_str(),
            s.ty().name_str(),
            crate::attr::type_name(b)
        ));
    }
    f.ok_or_else(missing)?(s, b).map(|i| Value::int(i64::from(i)))
}
pub fn richcmp(t: Ref<Type>, s: Value, a: Args<'_>, op: CmpOp) -> PyResult {
    let [b] = exactly(a)?;
    t.slots.richcmp.get().ok_or_else(missing)?(s, b, op)
}
pub fn descr_get(f: Option<DescrGet>, s: Value, a: Args<'_>) -> PyResult {
    let (obj, ty) = match *a.values {
        [o] => (o, None),
        [o, t] => (o, Some(t)),
        _ => return Err(one_or_two(a)),
    };
    let some = |v: Value| if v.is_none() { None } else { Some(v) };
    let ty = ty.and_then(some);
    if some(obj).is_none() && ty.is_none() {
        return Err(type_error("__get__(None, None) is invalid"));
    }
    f.ok_or_else(missing)?(s, some(obj), ty)
}
pub fn descr_set(f: Option<DescrSet>, s: Value, a: Args<'_>) -> PyResult {
    let [o, v] = unpacked(a)?;
    none(f.ok_or_else(missing)?(s, o, Some(v)))
}
pub fn descr_delete(f: Option<DescrSet>, s: Value, a: Args<'_>) -> PyResult {
    let [o] = exactly(a)?;
    none(f.ok_or_else(missing)?(s, o, None))
}
pub fn init(f: Option<Init>, s: Value, a: Args<'_>) -> PyResult {
    none(f.ok_or_else(missing)?(s, a))
}
