//! Attributes and methods of `type` objects (`C.__name__`, `C.mro()`, …).

use super::type_::{as_type, compute_mro, modified};
use crate::error::{PyResult, attribute_error, type_error};
use crate::layouts::{DictProxy, Str, Tuple};
use crate::names;
use crate::object::Ref;
use crate::typeobj::{Type, flags};
use crate::types;
use crate::value::Value;

fn of(v: Value) -> PyResult<Ref<Type>> {
    as_type(v).ok_or_else(|| type_error("expected a type"))
}

fn heap_only(t: Ref<Type>, what: &str, given: Option<Value>) -> PyResult<Value> {
    if !t.has(flags::HEAP) {
        return Err(raise_fmt!(type_error, "can't set {}.{what}", t.name_str()));
    }
    given.ok_or_else(|| raise_fmt!(type_error, "can't delete {}.{what}", t.name_str()))
}

pub fn mro(v: Value) -> PyResult {
    Ok(super::list::from_slice(compute_mro(of(v)?)?.as_ref().items()).into())
}
pub fn subclasses_of(v: Value) -> PyResult {
    Ok(super::type_::subclasses(of(v)?).into())
}
pub fn instancecheck(class: Value, instance: Value) -> PyResult<bool> {
    super::type_::is_instance_plain(instance, class)
}
pub fn subclasscheck(class: Value, sub: Value) -> PyResult<bool> {
    super::type_::is_subclass_default(sub, class)
}
pub fn get_name(v: Value) -> PyResult {
    Ok(of(v)?.name.get().map_or(Value::none(), Into::into))
}
pub fn set_name(v: Value, x: Option<Value>) -> PyResult<()> {
    let t = of(v)?;
    let x = heap_only(t, "__name__", x)?;
    let Some(s) = x.cast::<Str>() else {
        return Err(raise_fmt!(
            type_error,
            "can only assign string to {}.__name__, not '{}'",
            t.name_str(),
            crate::attr::type_name(x)
        ));
    };
    super::type_::check_name(s)?;
    t.name.set(Some(s));
    Ok(())
}
pub fn get_module(v: Value) -> PyResult {
    let t = of(v)?;
    // What a builtin type's dict has under this name is a descriptor for its instances.
    if !t.has(flags::HEAP)
        && let Some(d) = t.def.get()
    {
        return Ok(super::str::new(d.module.as_bytes()).into());
    }
    t.dict()
        .and_then(|d| d.get_str(names::module()))
        .ok_or_else(|| attribute_error("__module__"))
}
pub fn set_module(v: Value, x: Option<Value>) -> PyResult<()> {
    let t = of(v)?;
    let x = heap_only(t, "__module__", x)?;
    if let Some(d) = t.dict() {
        d.set_str(names::module(), x);
    }
    t.modified();
    Ok(())
}
pub fn get_bases(v: Value) -> PyResult {
    Ok(of(v)?
        .bases
        .get()
        .unwrap_or_else(|| super::tuple::from_slice(&[]))
        .into())
}

/// Setter of `__bases__`: the class and all below it get new resolution orders.
pub fn set_bases(v: Value, x: Option<Value>) -> PyResult<()> {
    let t = of(v)?;
    let x = heap_only(t, "__bases__", x)?;
    let Some(bases) = x.cast::<Tuple>() else {
        return Err(raise_fmt!(
            type_error,
            "can only assign tuple to {}.__bases__, not {}",
            t.name_str(),
            crate::attr::type_name(x)
        ));
    };
    if bases.as_ref().items().is_empty() {
        return Err(raise_fmt!(
            type_error,
            "can only assign non-empty tuple to {}.__bases__, not ()",
            t.name_str()
        ));
    }
    for b in bases.as_ref().items() {
        match as_type(*b) {
            Some(b) if b.is_subtype(t) => {
                return Err(type_error("a __bases__ item causes an inheritance cycle"));
            }
            None if b.cast::<crate::layouts::ClassObject>().is_none() => {
                return Err(raise_fmt!(
                    type_error,
                    "{}.__bases__ must be tuple of old- or new-style classes, not '{}'",
                    t.name_str(),
                    crate::attr::type_name(*b)
                ));
            }
            _ => {}
        }
    }
    super::type_::rebase(t, bases)
}
pub fn get_base(v: Value) -> PyResult {
    Ok(of(v)?.base.get().map_or(Value::none(), Into::into))
}
pub fn get_mro(v: Value) -> PyResult {
    Ok(of(v)?.mro.get().map_or(Value::none(), Into::into))
}
pub fn get_dict(v: Value) -> PyResult {
    match of(v)?.dict() {
        Some(d) => Ok(DictProxy::alloc(d).into()),
        None => Ok(Value::none()),
    }
}
pub fn get_doc(v: Value) -> PyResult {
    let t = of(v)?;
    if !t.has(flags::HEAP)
        && let Some(d) = t.def.get().and_then(|d| d.doc)
    {
        return Ok(super::str::new(d.as_bytes()).into());
    }
    match t.dict().and_then(|d| d.get_str(names::doc())) {
        Some(d) => match d.header().and_then(|h| h.ty().slots.descr_get.get()) {
            Some(get) => get(d, None, Some(v)),
            None => Ok(d),
        },
        None => Ok(Value::none()),
    }
}
pub fn set_doc(v: Value, _x: Option<Value>) -> PyResult<()> {
    of(v)?;
    Err(attribute_error(
        "attribute '__doc__' of 'type' objects is not writable",
    ))
}
pub fn get_flags(v: Value) -> PyResult {
    let t = of(v)?;
    // The bits that CPython documents and the library reads: what all types are made for, heap type, base type,
    // abstract, and which builtin type's instances these are too.
    const DEFAULT: i64 = 0x6_01eb;
    let mut bits = DEFAULT;
    let kinds = [
        &types::INT,
        &types::LONG,
        &types::LIST,
        &types::TUPLE,
        &types::STR,
        &types::UNICODE,
        &types::DICT,
        &types::BASE_EXCEPTION,
        &types::TYPE,
    ];
    for (kind, bit) in kinds.iter().zip(23..) {
        if t.is_subtype(kind.get()) {
            bits |= 1 << bit;
        }
    }
    for (ours, theirs) in [
        (flags::HEAP, 9),
        (flags::BASE, 10),
        (flags::READY, 12),
        (flags::ABSTRACT, 20),
    ] {
        if t.has(ours) {
            bits |= 1 << theirs;
        }
    }
    const CHECKTYPES: i64 = 1 << 4;
    if crate::number::has_new_style_numbers(t) {
        bits |= CHECKTYPES;
    }
    const TRACKED: i64 = 1 << 14;
    if crate::sizes::of(t).is_some_and(|size| size.tracked) {
        bits |= TRACKED;
    }
    Ok(crate::number::view::long(bits))
}
pub fn get_basicsize(v: Value) -> PyResult {
    let t = of(v)?;
    let size = crate::sizes::of(t).map_or(t.basic_size.get(), |size| size.fixed);
    Ok(Value::int(i64::from(size)))
}
pub fn get_itemsize(v: Value) -> PyResult {
    let item = crate::sizes::of(of(v)?).map_or(0, |size| size.item);
    Ok(Value::int(i64::from(item)))
}
/// Where an instance has its dict: only whether there is one means something. A class has what CPython calls its dict
/// at a place of its own.
pub fn get_dictoffset(v: Value) -> PyResult {
    let t = of(v)?;
    const OF_CLASSES: i64 = 264;
    if t.has(flags::TYPE_SUBCLASS) {
        return Ok(Value::int(OF_CLASSES));
    }
    Ok(Value::int(match t.dict_offset.get() {
        0 if t.has(flags::HAS_DICT) => i64::from(t.basic_size.get()),
        o => i64::from(o),
    }))
}
/// Not 0 for classes whose instances may be referred to weakly.
pub fn get_weakrefoffset(v: Value) -> PyResult {
    let t = of(v)?;
    Ok(Value::int(if t.has(flags::WEAK) {
        i64::from(t.basic_size.get())
    } else {
        0
    }))
}
pub fn get_abstract(v: Value) -> PyResult {
    let name = super::str::intern(b"__abstractmethods__");
    // The class `type` has the descriptor there.
    let own = Some(of(v)?).filter(|t| *t != crate::types::TYPE.get());
    match own.and_then(|t| t.dict()).and_then(|d| d.get_str(name)) {
        Some(x) => Ok(x),
        None => Err(attribute_error("__abstractmethods__")),
    }
}
pub fn set_abstract(v: Value, x: Option<Value>) -> PyResult<()> {
    let t = of(v)?;
    let name = super::str::intern(b"__abstractmethods__");
    let Some(d) = t.dict() else { return Ok(()) };
    let on = match x {
        Some(x) => {
            d.set_str(name, x);
            // Before Python code runs: caches know places in the dict.
            modified(t, name);
            crate::protocol::truth(x)?
        }
        None => {
            if !d.delete(name.into())? {
                return Err(attribute_error("__abstractmethods__"));
            }
            modified(t, name);
            false
        }
    };
    t.flags.set(if on {
        t.flags.get() | flags::ABSTRACT
    } else {
        t.flags.get() & !flags::ABSTRACT
    });
    Ok(())
}
