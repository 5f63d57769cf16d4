//! Slot functions of Python classes: each calls the special method that the class defines.

use crate::attr::{call_special, special};
use crate::call::{Args, with_first};
use crate::error::{PyResult, Raised, attribute_error, type_error};
use crate::layouts::{Str, Tuple};
use crate::names;
use crate::object::Ref;
use crate::protocol::CmpOp;
use crate::slots::{Binary, Slots};
use crate::thread;
use crate::typeobj::Type;
use crate::value::Value;

fn name(text: &'static str) -> Ref<Str> {
    crate::builtins::str::intern_static(text)
}

/// The special method must be there: its presence is why the dispatcher was installed.
fn required(obj: Value, n: Ref<Str>, args: &[Value]) -> PyResult {
    match call_special(obj, n, args)? {
        Some(v) => Ok(v),
        None => Err(attribute_error(n.as_ref().bytes())),
    }
}

pub fn unary(a: Value, n: &'static str) -> PyResult {
    required(a, name(n), &[])
}

pub fn inplace(a: Value, b: Value, n: &'static str) -> PyResult {
    Ok(call_special(a, name(n), &[b])?.unwrap_or(crate::singletons::not_implemented()))
}

/// `a op b` where the slot of `a`'s or of `b`'s type is a dispatcher: the method of the left
/// operand, or the reflected method of the right one, as the data model orders them (3.4.8).
pub fn binary(
    a: Value,
    b: Value,
    op: &'static str,
    rop: &'static str,
    slot: fn(&Slots) -> Option<usize>,
) -> PyResult {
    let not_implemented = crate::singletons::not_implemented();
    let (ta, tb) = (a.ty(), b.ty());
    let left_is_ours = is_dispatcher(ta, slot) && ta.lookup(name(op)).is_some();
    let right_is_ours = ta != tb && is_dispatcher(tb, slot);
    let mut right_tried = false;
    if left_is_ours {
        if right_is_ours && tb.is_subtype(ta) && overrides(tb, ta, name(rop)) {
            let r = reflected(a, b, rop)?;
            if r != not_implemented {
                return Ok(r);
            }
            right_tried = true;
        }
        let r = call_special(a, name(op), &[b])?.unwrap_or(not_implemented);
        if r != not_implemented {
            return Ok(r);
        }
    }
    if right_is_ours && !right_tried {
        return reflected(a, b, rop);
    }
    // Same class on both sides: the reflected method is not tried.
    Ok(not_implemented)
}

fn reflected(a: Value, b: Value, rop: &'static str) -> PyResult {
    Ok(call_special(b, name(rop), &[a])?.unwrap_or(crate::singletons::not_implemented()))
}

/// Is the slot, given by its address, not one of a builtin type? (A class derived from `str` has the special method, but
/// no number slot.)
fn is_dispatcher(mut t: Ref<Type>, slot: fn(&Slots) -> Option<usize>) -> bool {
    use crate::typeobj::flags::HEAP;
    let Some(own) = slot(&t.slots) else {
        return false;
    };
    if !t.has(HEAP) {
        return false;
    }
    while t.has(HEAP)
        && let Some(base) = t.base.get()
    {
        t = base;
    }
    slot(&t.slots) != Some(own)
}

/// Does `sub` find another `n` than its base?
fn overrides(sub: Ref<Type>, base: Ref<Type>, n: Ref<Str>) -> bool {
    sub.lookup(n) != base.lookup(n)
}

pub fn pow(a: Value, b: Value, c: Value) -> PyResult {
    if c.is_none() {
        return binary(a, b, "__pow__", "__rpow__", |s| {
            s.pow.get().map(|f| f as usize)
        });
    }
    if !is_dispatcher(a.ty(), |s| s.pow.get().map(|f| f as usize)) {
        return Ok(crate::singletons::not_implemented());
    }
    // A class that has only `__rpow__` has the slot too.
    match call_special(a, names::pow(), &[b, c])? {
        Some(r) => Ok(r),
        None => Err(crate::error::attribute_error(b"__pow__")),
    }
}

pub fn repr(a: Value) -> PyResult {
    match call_special(a, names::repr(), &[])? {
        Some(v) => Ok(v),
        None => crate::builtins::object::repr(a),
    }
}

pub fn str(a: Value) -> PyResult {
    match call_special(a, names::str(), &[])? {
        Some(v) => Ok(v),
        None => crate::protocol::repr(a).map(Into::into),
    }
}

pub fn unhashable(a: Value) -> PyResult<i64> {
    Err(raise_fmt!(
        type_error,
        "unhashable type: '{}'",
        crate::attr::type_name(a)
    ))
}

pub fn hash(a: Value) -> PyResult<i64> {
    let ty = a.ty();
    match ty.lookup(names::hash()) {
        Some(h) if h.is_none() => unhashable(a),
        Some(_) => {
            let v = required(a, names::hash(), &[])?;
            let h = match v.as_int() {
                Some(i) => i,
                None if let Some(n) = v.cast::<crate::layouts::Long>() => {
                    crate::number::hash_value(crate::number::Num::Long(n.number()))
                }
                None => crate::number::int_from_number(v)?,
            };
            Ok(if h == -1 { -2 } else { h })
        }
        None => {
            if ty.lookup(names::eq()).is_some() || ty.lookup(names::cmp()).is_some() {
                return unhashable(a);
            }
            Ok(crate::protocol::identity_hash(a))
        }
    }
}

pub fn call(f: Value, args: Args<'_>) -> PyResult {
    let ty = f.ty();
    match ty.lookup(names::call()) {
        Some(m) if crate::attr::takes_self(m, f.ty()) => crate::call::call_method(m, f, args),
        // What is called may be an instance of the class again, without end.
        Some(m) => crate::call::call(crate::attr::bind(m, Some(f), ty)?, args),
        None => Err(crate::call::not_callable(f)),
    }
}
/// `__getattribute__`, then `__getattr__` if that raised AttributeError.
pub fn getattr(obj: Value, n: Ref<Str>) -> PyResult {
    let ty = obj.ty();
    let custom = ty
        .lookup(names::getattribute())
        .filter(|g| g.exact::<crate::layouts::SlotWrapper>().is_none());
    let Some(fallback) = ty.lookup(names::getattr()) else {
        return match custom {
            Some(_) => required(obj, names::getattribute(), &[n.into()]),
            None => crate::attr::generic_get(obj, n),
        };
    };
    match custom {
        None => {
            // A builtin base (module, super…) may have its own way.
            let native = native_getattr(ty);
            let found = if std::ptr::fn_addr_eq(
                native,
                crate::attr::generic_get as fn(Value, Ref<Str>) -> PyResult,
            ) {
                match crate::attr::generic_find(obj, n) {
                    Ok(Some(v)) => return Ok(v),
                    Ok(None) => None,
                    Err(e) => Some(Err(e)),
                }
            } else {
                Some(native(obj, n))
            };
            match found {
                Some(Ok(v)) => return Ok(v),
                Some(Err(e)) => absent(e)?,
                None => {}
            }
        }
        Some(_) => match required(obj, names::getattribute(), &[n.into()]) {
            Ok(v) => return Ok(v),
            Err(e) => absent(e)?,
        },
    }
    let m = crate::attr::bind(fallback, Some(obj), ty)?;
    crate::call::call_values(m, &[n.into()])
}

fn native_getattr(ty: Ref<Type>) -> fn(Value, Ref<Str>) -> PyResult {
    match ty
        .lookup(names::getattribute())
        .and_then(|g| g.exact::<crate::layouts::SlotWrapper>())
    {
        Some(w) => w
            .owner
            .get()
            .as_ref::<'static>()
            .slots
            .getattr
            .get()
            .unwrap_or(crate::attr::generic_get),
        None => crate::attr::generic_get,
    }
}

/// Swallows a pending AttributeError; another exception goes on.
fn absent(e: Raised) -> PyResult<()> {
    if crate::exception::pending_matches(crate::types::ATTRIBUTE_ERROR.get()) {
        thread::current().take_pending();
        Ok(())
    } else {
        Err(e)
    }
}

pub fn setattr(obj: Value, n: Ref<Str>, v: Option<Value>) -> PyResult<()> {
    let r = match v {
        Some(v) => required(obj, names::setattr(), &[n.into(), v]),
        None => required(obj, names::delattr(), &[n.into()]),
    };
    r.map(|_| ())
}

pub fn iter(a: Value) -> PyResult {
    if let Some(v) = call_special(a, names::iter(), &[])? {
        return Ok(v);
    }
    if a.ty().lookup(names::getitem()).is_some() {
        return Ok(crate::builtins::iterators::sequence_iter(a));
    }
    Err(raise_fmt!(
        type_error,
        "'{}' object is not iterable",
        crate::attr::type_name(a)
    ))
}

pub fn next(a: Value) -> PyResult<Option<Value>> {
    match required(a, names::next(), &[]) {
        Ok(v) => Ok(Some(v)),
        Err(e) => thread::current().stop_of(e),
    }
}

pub fn len(a: Value) -> PyResult<i64> {
    let v = required(a, names::len(), &[])?;
    let n = match v.cast::<crate::layouts::Long>() {
        Some(l) => l
            .number()
            .to_i64()
            .ok_or_else(|| crate::error::overflow_error("long int too large to convert to int"))?,
        None => crate::number::int_from_number(v)?,
    };
    if n < 0 {
        return Err(crate::error::value_error("__len__() should return >= 0"));
    }
    Ok(n)
}

pub fn nonzero(a: Value) -> PyResult<bool> {
    if let Some(v) = call_special(a, names::nonzero(), &[])? {
        return match v
            .as_int()
            .filter(|_| !v.ty().has(crate::typeobj::flags::HEAP))
        {
            Some(i) => Ok(i != 0),
            None => Err(raise_fmt!(
                type_error,
                "__nonzero__ should return bool or int, returned {}",
                crate::attr::type_name(v)
            )),
        };
    }
    match call_special(a, names::len(), &[])? {
        Some(_) => Ok(len(a)? != 0),
        None => Ok(true),
    }
}

/// Does `t` define `__getitem__` in Python, or inherit such a one?
pub fn gets_items_in_python(t: Ref<Type>) -> bool {
    t.slots
        .getitem
        .get()
        .is_some_and(|f| std::ptr::fn_addr_eq(f, getitem as Binary))
}

pub fn getitem(a: Value, i: Value) -> PyResult {
    required(a, names::getitem(), &[i])
}

pub fn setitem(a: Value, i: Value, v: Option<Value>) -> PyResult<()> {
    let r = match v {
        Some(v) => required(a, names::setitem(), &[i, v]),
        None => required(a, names::delitem(), &[i]),
    };
    r.map(|_| ())
}

pub fn contains(a: Value, v: Value) -> PyResult<bool> {
    match call_special(a, names::contains(), &[v])? {
        Some(r) => crate::protocol::truth(r),
        None => crate::protocol::contains_by_iteration(a, v),
    }
}

/// Python 3 slices by items: by `__getitem__`, and so on.
pub fn warn_of_slices(verb: &str) -> PyResult<()> {
    if !crate::modules::warnings::is_python3() {
        return Ok(());
    }
    crate::modules::warnings::of_python3(&format!(
        "in 3.x, __{verb}slice__ has been removed; use __{verb}item__"
    ))
}

pub fn getslice(a: Value, i: i64, j: i64) -> PyResult {
    warn_of_slices("get")?;
    required(a, names::getslice(), &[Value::int(i), Value::int(j)])
}

pub fn setslice(a: Value, i: i64, j: i64, v: Option<Value>) -> PyResult<()> {
    warn_of_slices(if v.is_some() { "set" } else { "del" })?;
    let r = match v {
        Some(v) => required(a, names::setslice(), &[Value::int(i), Value::int(j), v]),
        None => required(a, names::delslice(), &[Value::int(i), Value::int(j)]),
    };
    r.map(|_| ())
}

/// Does `t` define `__cmp__` in Python, or inherit such a one?
pub fn compares_in_python(t: Ref<Type>) -> bool {
    t.slots
        .cmp
        .get()
        .is_some_and(|f| std::ptr::fn_addr_eq(f, cmp as crate::slots::Compare))
}

/// Three-way comparison by `__cmp__` of either side; by address when neither has an opinion.
pub fn cmp(a: Value, b: Value) -> PyResult<i32> {
    for (x, y, sign) in [(a, b, 1), (b, a, -1)] {
        if !compares_in_python(x.ty()) {
            continue;
        }
        if let Some(v) = call_special(x, names::cmp(), &[y])?
            && v != crate::singletons::not_implemented()
        {
            let i = crate::number::int_from_number(v)?;
            return Ok(sign * i.signum() as i32);
        }
    }
    Ok(crate::protocol::address_cmp(a, b))
}

pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    let not_implemented = crate::singletons::not_implemented();
    let is_ours = |v: Value| {
        v.ty()
            .slots
            .richcmp
            .get()
            .is_some_and(|f| std::ptr::fn_addr_eq(f, richcmp as crate::slots::RichCompare))
    };
    for (x, y, op) in [(a, b, op), (b, a, op.reflected())] {
        if is_ours(x)
            && let Some(r) = call_special(x, op.special(), &[y])?
            && r != not_implemented
        {
            return Ok(r);
        }
    }
    Ok(not_implemented)
}

/// The coercion slot asks the classes of both operands, whichever it is called for: two that decline are both asked twice.
pub fn coerce(a: Value, b: Value) -> PyResult {
    let not_implemented = crate::singletons::not_implemented();
    let is_ours = |v: Value| {
        v.ty()
            .slots
            .coerce
            .get()
            .is_some_and(|f| std::ptr::fn_addr_eq(f, coerce as crate::slots::Binary))
    };
    for (x, y, swapped) in [(a, b, false), (b, a, true)] {
        if is_ours(x)
            && let Some(r) = call_special(x, names::coerce(), &[y])?
            && r != not_implemented
        {
            let Some(t) = r.cast::<Tuple>().filter(|t| t.as_ref().items().len() == 2) else {
                return Err(type_error("__coerce__ didn't return a 2-tuple"));
            };
            let (p, q) = (t.as_ref().items()[0], t.as_ref().items()[1]);
            return Ok(if swapped {
                crate::builtins::tuple::from_slice(&[q, p]).into()
            } else {
                r
            });
        }
    }
    Ok(not_implemented)
}

pub fn descr_get(d: Value, obj: Option<Value>, ty: Option<Value>) -> PyResult {
    let none = Value::none();
    let about = [d, obj.unwrap_or(none), ty.unwrap_or(none)];
    match d.ty().lookup(names::get()) {
        // It is not bound to the descriptor, which is its first argument.
        Some(f) if f.exact::<crate::layouts::Function>().is_some() => {
            crate::call::call_values(f, &about)
        }
        _ => match call_special(d, names::get(), &about[1..])? {
            Some(v) => Ok(v),
            None => Ok(d),
        },
    }
}

pub fn descr_set(d: Value, obj: Value, v: Option<Value>) -> PyResult<()> {
    let r = match v {
        Some(v) => required(d, names::set(), &[obj, v]),
        None => required(d, names::delete(), &[obj]),
    };
    r.map(|_| ())
}

pub fn init(obj: Value, args: Args<'_>) -> PyResult<()> {
    let ty = obj.ty();
    let Some(m) = ty.lookup(names::init()) else {
        return Ok(());
    };
    let r = if crate::attr::takes_self(m, ty) {
        crate::call::call_method(m, obj, args)?
    } else {
        let m = crate::attr::bind(m, Some(obj), ty)?;
        crate::call::call(m, args)?
    };
    expect_nothing(r)
}

/// What an `__init__` has returned must be None.
pub fn expect_nothing(result: Value) -> PyResult<()> {
    if result.is_none() {
        return Ok(());
    }
    Err(raise_fmt!(
        type_error,
        "__init__() should return None, not '{}'",
        crate::attr::type_name(result)
    ))
}

pub fn new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    // It is an attribute of the class, of which a metaclass may have something to say.
    let class: Value = ty.into();
    if class.ty() != crate::types::TYPE.get() {
        let f = crate::attr::get(class, names::new())?;
        return with_first(class, args, |a| crate::call::call(f, a));
    }
    let Some(f) = ty.lookup(names::new()) else {
        return Err(raise_fmt!(
            type_error,
            "cannot create '{}' instances",
            ty.name_str()
        ));
    };
    let f = crate::attr::bind(f, None, ty)?;
    with_first(ty.into(), args, |a| crate::call::call(f, a))
}

pub fn del(obj: Value) -> PyResult<()> {
    if let Some(m) = special(obj, names::del())? {
        crate::call::call_values(m, &[])?;
    }
    Ok(())
}
