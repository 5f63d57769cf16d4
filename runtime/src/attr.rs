//! Attribute access: the generic algorithms of the data model (3.4.2), and their dispatch.
//!
//! Inline caches plan with the same functions (see [`crate::cache`]), so what is here decides
//! what every tier does.

use crate::attributes;
use crate::builtins::{classobj, module, type_};
use crate::error::{PyResult, Raised, attribute_error};
use crate::layouts::{BoundMethod, BuiltinFunction, Function, MethodDescriptor, Str};
use crate::object::{Layout, Ref};
use crate::slots::GetAttr;
use crate::thread;
use crate::typeobj::Type;
use crate::value::Value;

/// The name of `type(v)` as error messages show it; the class of an old-style instance is "instance".
pub fn type_name(v: Value) -> &'static str {
    v.ty().full_name()
}

/// The same where an argument is of the wrong type: there None is called by its name.
pub fn argument_name(v: Value) -> &'static str {
    if v.is_none() { "None" } else { type_name(v) }
}

/// `getattr(obj, name)`.
#[inline]
pub fn get(obj: Value, name: Ref<Str>) -> PyResult {
    let ty = obj.ty();
    match ty.slots.getattr.get() {
        Some(f) => f(obj, name),
        None => generic_get(obj, name),
    }
}

/// `setattr(obj, name, value)`, or with no value `delattr(obj, name)`.
#[inline]
pub fn set(obj: Value, name: Ref<Str>, value: Option<Value>) -> PyResult<()> {
    match obj.ty().slots.setattr.get() {
        Some(f) => f(obj, name, value),
        None => generic_set(obj, name, value),
    }
}

/// `getattr(obj, name)`, `None` when that raises AttributeError. Where builtin code looks, no
/// exception is made for what is absent.
pub fn find(obj: Value, name: Ref<Str>) -> PyResult<Option<Value>> {
    unless_absent(look(obj, name))
}

/// As [`find`], but AttributeError passes where code of the program raises it.
pub fn look(obj: Value, name: Ref<Str>) -> PyResult<Option<Value>> {
    match obj.ty().slots.getattr.get() {
        None => generic_find(obj, name),
        Some(f) if is_generic_get(Some(f)) => generic_find(obj, name),
        Some(f) if std::ptr::fn_addr_eq(f, type_::getattr as GetAttr) => {
            type_::find_attr(obj, name)
        }
        Some(f) if std::ptr::fn_addr_eq(f, classobj::getattr as GetAttr) => {
            classobj::find_attr(obj, name)
        }
        Some(f) if std::ptr::fn_addr_eq(f, module::getattr as GetAttr) => generic_find(obj, name),
        Some(f) => f(obj, name).map(Some),
    }
}

/// What was found; nothing where looking raised AttributeError.
#[inline]
pub fn unless_absent(found: PyResult<Option<Value>>) -> PyResult<Option<Value>> {
    match found {
        Err(_) if crate::exception::pending_matches(crate::types::ATTRIBUTE_ERROR.get()) => {
            thread::current().take_pending();
            Ok(None)
        }
        found => found,
    }
}

/// Is `descriptor` a data descriptor (its type has `__set__` or `__delete__`)?
#[inline]
pub fn is_data_descriptor(descriptor: Value) -> bool {
    descriptor
        .header()
        .is_some_and(|h| h.ty().slots.descr_set.get().is_some())
}

/// Binds what a lookup in `ty` found: `descriptor.__get__(obj, ty)`, or the value itself.
#[inline]
pub fn bind(descriptor: Value, obj: Option<Value>, ty: Ref<Type>) -> PyResult {
    let Some(h) = descriptor.header() else {
        return Ok(descriptor);
    };
    if h.shape.get() == Function::SHAPE {
        return Ok(BoundMethod::create(descriptor, obj, ty.value()).into());
    }
    match h.ty().slots.descr_get.get() {
        Some(f) => f(descriptor, obj, Some(ty.value())),
        None => Ok(descriptor),
    }
}

/// `object.__getattribute__`.
pub fn generic_get(obj: Value, name: Ref<Str>) -> PyResult {
    match generic_find(obj, name)? {
        Some(v) => Ok(v),
        None => Err(no_attribute(obj, name)),
    }
}

/// `object.__getattribute__` without the exception for an absent attribute.
#[inline]
pub fn generic_find(obj: Value, name: Ref<Str>) -> PyResult<Option<Value>> {
    let ty = obj.ty();
    let descriptor = ty.lookup(name);
    if let Some(d) = descriptor
        && is_data_descriptor(d)
        && d.header()
            .is_some_and(|h| h.ty().slots.descr_get.get().is_some())
    {
        return bind(d, Some(obj), ty).map(Some);
    }
    // Where an old instance has its attributes is known to its own type's way of finding them only.
    if !crate::builtins::classobj::is_instance(obj)
        && let Some(v) = attributes::get(obj, name)
    {
        return Ok(Some(v));
    }
    // A class has what it defines as other objects have their attributes.
    if let Some(class) = crate::builtins::type_::as_type(obj)
        && let Some(v) = class.dict().and_then(|d| d.get_str(name))
    {
        return Ok(Some(v));
    }
    match descriptor {
        Some(d) => bind(d, Some(obj), ty).map(Some),
        None => Ok(None),
    }
}

/// Does a getattr slot do what every object does?
#[inline]
pub fn is_generic_get(slot: Option<crate::slots::GetAttr>) -> bool {
    slot.is_none_or(|f| std::ptr::fn_addr_eq(f, generic_get as GetAttr))
}

/// Does a setattr slot do what every object does?
#[inline]
pub fn is_generic_set(slot: Option<crate::slots::SetAttr>) -> bool {
    slot.is_none_or(|f| std::ptr::fn_addr_eq(f, generic_set as crate::slots::SetAttr))
}

/// A name as C's formats show it, `%.400s`: to its first zero, and not without end.
#[cold]
pub fn shown(name: Ref<Str>) -> String {
    shown_up_to(name, 400)
}

/// As [`shown`], with `limit` bytes at most.
#[cold]
pub fn shown_up_to(name: Ref<Str>, limit: usize) -> String {
    let bytes = name.as_ref().bytes();
    let end = bytes.iter().position(|b| *b == 0).unwrap_or(bytes.len());
    crate::text::shown::shown(&bytes[..end.min(limit)]).into_owned()
}

#[cold]
pub fn no_attribute(obj: Value, name: Ref<Str>) -> Raised {
    raise_fmt!(
        attribute_error,
        "'{}' object has no attribute '{}'",
        type_name(obj),
        shown(name)
    )
}

/// `object.__setattr__` and, with no value, `object.__delattr__`.
pub fn generic_set(obj: Value, name: Ref<Str>, value: Option<Value>) -> PyResult<()> {
    let ty = obj.ty();
    let descriptor = ty.lookup(name);
    if let Some(d) = descriptor
        && let Some(f) = d.header().and_then(|h| h.ty().slots.descr_set.get())
    {
        return f(d, obj, value);
    }
    let done = match value {
        Some(v) => attributes::set(obj, name, v)?,
        None => attributes::delete(obj, name)?,
    };
    if done {
        return Ok(());
    }
    let no_dict = !attributes::has_dict(obj) || attributes::never_had_any(obj);
    Err(match descriptor {
        Some(_) if no_dict => {
            raise_fmt!(
                attribute_error,
                "'{}' object attribute '{}' is read-only",
                type_name(obj),
                shown(name)
            )
        }
        None if no_dict => {
            let name = shown_up_to(name, 200);
            raise_fmt!(
                attribute_error,
                "'{}' object has no attribute '{name}'",
                type_name(obj)
            )
        }
        _ => attribute_error(name.as_ref().bytes()),
    })
}

/// Looks a special method up in the type (never in the instance) and binds it.
pub fn special(obj: Value, name: Ref<Str>) -> PyResult<Option<Value>> {
    if crate::builtins::classobj::is_instance(obj) {
        return crate::builtins::classobj::find(obj, name);
    }
    match obj.ty().lookup(name) {
        Some(d) => bind(d, Some(obj), obj.ty()).map(Some),
        None => Ok(None),
    }
}

/// Calls the special method `name` of `obj`, without making a bound method; `None` when there is none.
pub fn call_special(obj: Value, name: Ref<Str>, args: &[Value]) -> PyResult<Option<Value>> {
    if crate::builtins::classobj::is_instance(obj) {
        return match crate::builtins::classobj::find(obj, name)? {
            Some(m) => crate::call::call_values(m, args).map(Some),
            None => Ok(None),
        };
    }
    let ty = obj.ty();
    match ty.lookup(name) {
        None => Ok(None),
        Some(f) if takes_self(f, ty) => {
            crate::call::call_method(f, obj, crate::call::Args::positional(args)).map(Some)
        }
        Some(d) => {
            let m = bind(d, Some(obj), ty)?;
            crate::call::call_values(m, args).map(Some)
        }
    }
}

/// Is `f`, found in a class, something that `f(obj, …)` calls as `obj.f(…)` would, for an `obj` of type `ty`?
#[inline]
pub fn takes_self(f: Value, ty: Ref<Type>) -> bool {
    f.exact::<Function>().is_some()
        || f.exact::<MethodDescriptor>()
            .is_some_and(|m| ty.is_subtype(m.owner.get()))
}

/// What `obj.name(…)` calls: the callable, and `obj` when it goes before the arguments.
/// Used by the load_method protocol so that no bound method is made.
pub fn load_method(obj: Value, name: Ref<Str>) -> PyResult<(Value, Option<Value>)> {
    let ty = obj.ty();
    if is_generic_get(ty.slots.getattr.get())
        && let Some(f) = ty.lookup(name)
        && takes_self(f, ty)
        && attributes::get(obj, name).is_none()
    {
        return Ok((f, Some(obj)));
    }
    let v = get(obj, name)?;
    if let Some(m) = v.exact::<BoundMethod>()
        && let Some(s) = m.receiver.get()
        && takes_self(m.function.get(), s.ty())
    {
        return Ok((m.function.get(), Some(s)));
    }
    Ok((v, None))
}

/// The builtin function object for a method found in a type, bound to `receiver`.
pub fn bind_builtin(d: Ref<MethodDescriptor>, receiver: Value) -> Value {
    BuiltinFunction::bound(d.def.get(), receiver).into()
}
