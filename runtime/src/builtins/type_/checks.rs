//! `isinstance` and `issubclass`.

use super::*;

/// Instances of classic classes answer their class, all others their type.
pub fn class_of(v: Value) -> PyResult {
    match crate::attr::find(v, names::class())? {
        Some(c) => Ok(c),
        None => Ok(v.ty().into()),
    }
}

/// Subclass test by the resolution order alone, for both kinds of classes.
pub fn is_subclass_plain(class: Value, base: Value) -> bool {
    match (as_type(class), as_type(base)) {
        (Some(c), Some(b)) => c.is_subtype(b),
        _ => crate::builtins::classobj::is_subclass(class, base),
    }
}

/// `isinstance` without `__instancecheck__`.
pub fn is_instance_plain(v: Value, class: Value) -> PyResult<bool> {
    if let Some(i) = v.cast::<crate::layouts::Instance>()
        && class.cast::<ClassObject>().is_some()
    {
        return Ok(crate::builtins::classobj::is_subclass(
            i.class.get().into(),
            class,
        ));
    }
    if let Some(t) = as_type(class) {
        if v.ty().is_subtype(t) {
            return Ok(true);
        }
        // A proxy may claim another class.
        return Ok(match claimed_class(v) {
            Some(c) if c != v.ty().value() => as_type(c).is_some_and(|c| c.is_subtype(t)),
            _ => false,
        });
    }
    if bases_of(class)?.is_none() {
        return Err(type_error(
            "isinstance() arg 2 must be a class, type, or tuple of classes and types",
        ));
    }
    match claimed_class(v) {
        Some(c) => abstract_subclass(c, class),
        None => Ok(false),
    }
}

/// An object's `__class__`; none when looking at it raises whatever.
pub(super) fn claimed_class(v: Value) -> Option<Value> {
    let ty = v.ty();
    if crate::attr::is_generic_get(ty.slots.getattr.get())
        && ty.lookup(names::class()) == crate::types::OBJECT.get().lookup(names::class())
    {
        return Some(ty.into());
    }
    crate::attr::find(v, names::class()).unwrap_or_else(|_| {
        crate::thread::current().take_pending();
        None
    })
}

pub(super) fn bases_of(class: Value) -> PyResult<Option<Ref<Tuple>>> {
    Ok(crate::attr::find(class, names::bases())?.and_then(|b| b.cast::<Tuple>()))
}

pub(super) fn abstract_subclass(class: Value, base: Value) -> PyResult<bool> {
    if class == base {
        return Ok(true);
    }
    if let Some(bases) = bases_of(class)? {
        for b in bases.as_ref().items() {
            if abstract_subclass(*b, base)? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// `isinstance(v, class)`.
pub fn is_instance(v: Value, class: Value) -> PyResult<bool> {
    if v.ty().value() == class {
        return Ok(true);
    }
    if let Some(t) = class.cast::<Tuple>() {
        return crate::thread::current().deeper(" in __instancecheck__", || {
            for c in t.as_ref().items() {
                if is_instance(v, *c)? {
                    return Ok(true);
                }
            }
            Ok(false)
        });
    }
    if class.ty() != crate::types::TYPE.get()
        && class.cast::<ClassObject>().is_none()
        && !crate::builtins::classobj::is_instance(class)
        && let Some(r) = crate::thread::current().deeper(" in __instancecheck__", || {
            crate::attr::call_special(class, names::instancecheck(), &[v])
        })?
    {
        return crate::protocol::truth(r);
    }
    is_instance_plain(v, class)
}

/// `issubclass(class, base)`.
pub fn is_subclass(class: Value, base: Value) -> PyResult<bool> {
    if let Some(t) = base.cast::<Tuple>() {
        return crate::thread::current().deeper(" in __subclasscheck__", || {
            for c in t.as_ref().items() {
                if is_subclass(class, *c)? {
                    return Ok(true);
                }
            }
            Ok(false)
        });
    }
    if base.ty() != crate::types::TYPE.get()
        && base.cast::<ClassObject>().is_none()
        && !crate::builtins::classobj::is_instance(base)
        && let Some(r) = crate::thread::current().deeper(" in __subclasscheck__", || {
            crate::attr::call_special(base, names::subclasscheck(), &[class])
        })?
    {
        return crate::protocol::truth(r);
    }
    is_subclass_default(class, base)
}

/// `issubclass` without `__subclasscheck__`.
pub fn is_subclass_default(class: Value, base: Value) -> PyResult<bool> {
    let is_class = |v: Value| as_type(v).is_some() || v.cast::<ClassObject>().is_some();
    if !is_class(class) && bases_of(class)?.is_none() {
        return Err(type_error("issubclass() arg 1 must be a class"));
    }
    if !is_class(base) && bases_of(base)?.is_none() {
        return Err(type_error(
            "issubclass() arg 2 must be a class or tuple of classes",
        ));
    }
    // Between a class of a metaclass and an old-style one it is attributes that count.
    let odd = |v: Value| as_type(v).is_some() && v.ty() != crate::types::TYPE.get();
    if is_class(class) && is_class(base) && as_type(class).is_some() != as_type(base).is_some() {
        for c in [class, base] {
            if odd(c) && bases_of(c)?.is_none() {
                return Err(type_error("issubclass() arg 1 must be a class"));
            }
        }
        if odd(class) {
            return abstract_subclass(class, base);
        }
    }
    if is_class(class) && is_class(base) {
        return Ok(is_subclass_plain(class, base));
    }
    abstract_subclass(class, base)
}
