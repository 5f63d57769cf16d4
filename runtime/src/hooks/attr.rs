//! Attribute access with inline caches: each plan performs the operation and notes how, when
//! the same can be done for the next object of that shape.
//!
//! An entry is keyed by shape, which implies the type, and guarded by the type's version.

use std::cell::Cell;

use crate::attr;
use crate::attributes;
use crate::builtins::classobj;
use crate::cache::{Cache, Content};
use crate::error::{PyResult, attribute_error};
use crate::layouts::{
    BoundMethod, ClassMethod, ClassObject, Function, Getset, Instance, Member, Module, Property,
    StaticMethod, Str,
};
use crate::names;
use crate::object::Ref;
use crate::ops::{get_attr_kind, load_method_kind, set_attr_kind};
use crate::shape::{self, Kind};
use crate::typeobj::Type;
use crate::value::Value;

/// Does attribute access on instances of `ty` follow the generic algorithm?
fn is_plain(ty: Ref<Type>) -> bool {
    match ty.slots.getattr.get() {
        None => true,
        Some(f) => std::ptr::fn_addr_eq(f, attr::generic_get as crate::slots::GetAttr),
    }
}

/// Where the object's own attribute is.
enum Place {
    /// At a byte offset in the object.
    Inline(u32),
    /// Element of the buffer in the extension word at a byte offset.
    Overflow(u32, u32),
}

fn place(obj: Value, name: Ref<Str>) -> Option<Place> {
    let s = shape::get(obj.shape())?;
    let i = s.lookup(name)?;
    Some(if i < s.inline_capacity {
        Place::Inline(s.inline_offset(i))
    } else {
        Place::Overflow(s.extension, i - s.inline_capacity)
    })
}

/// May the object have attributes that its shape does not tell?
fn hides_attributes(obj: Value) -> bool {
    match obj.header() {
        None => false,
        Some(h) => {
            h.ty().dict_offset.get() != 0
                || shape::get(h.shape.get()).is_some_and(|s| s.kind == Kind::Dict)
        }
    }
}

/// The index of `name` in a namespace that the object is the only one to have.
fn own_entry(obj: Value, name: Ref<Str>) -> Option<(u32, u32)> {
    let d = if let Some(m) = obj.cast::<Module>() {
        if obj.ty() != crate::types::MODULE.get() || obj.ty().lookup(name).is_some() {
            return None;
        }
        crate::builtins::module::dict(m)
    } else {
        let t = crate::builtins::type_::as_type(obj)?;
        if obj.ty() != crate::types::TYPE.get() || crate::types::TYPE.get().lookup(name).is_some() {
            return None;
        }
        let d = t.dict()?;
        let v = d.get_str(name)?;
        if v.header()
            .is_some_and(|h| h.ty().slots.descr_get.get().is_some())
        {
            return None;
        }
        d
    };
    let i = d.entry_index(name)?;
    Some((d.watch(), i))
}

/// What a class has under a name, where the class alone tells that: its metaclass is `type`, which has nothing of
/// that name.
fn in_class(obj: Value, name: Ref<Str>) -> Option<(Ref<Type>, Value)> {
    let t = crate::builtins::type_::as_type(obj)?;
    let meta = crate::types::TYPE.get();
    if obj.ty() != meta || meta.lookup(name).is_some() || t.version.get() == 0 {
        return None;
    }
    Some((t, t.lookup(name)?))
}

/// The function of a class method, if it is one in Python.
fn class_function(found: Value) -> Option<Value> {
    let f = found.exact::<ClassMethod>()?.function.get()?;
    f.exact::<Function>().map(|f| f.into())
}

/// Is it what a builtin type's row made, for instances of `ty`?
fn is_computed(descriptor: Value, ty: Ref<Type>) -> bool {
    if let Some(g) = descriptor.exact::<Getset>() {
        return ty.is_subtype(g.owner.get());
    }
    descriptor
        .exact::<Member>()
        .is_some_and(|m| m.def.get().is_some() && ty.is_subtype(m.owner.get()))
}

/// The class of an instance of an old-style class, if what its class says may be cached.
fn classic(obj: Value, name: Ref<Str>) -> Option<Ref<ClassObject>> {
    let class = obj.cast::<Instance>()?.class.get();
    let special = name == names::dict() || name == names::class();
    (!special && classobj::is_cacheable(class)).then_some(class)
}

/// The function that an old-style class has under a name, for an instance that has no such attribute.
fn classic_function(obj: Value, class: Ref<ClassObject>, name: Ref<Str>) -> Option<Value> {
    let slots = shape::get(obj.shape()).is_some_and(|s| s.kind == Kind::Slots);
    let (f, _) = classobj::lookup(class, name).filter(|_| slots)?;
    f.exact::<Function>().map(|f| f.into())
}

/// An entry for an attribute that the object itself holds.
fn own_content(place: Place, base: Content) -> Content {
    match place {
        Place::Inline(offset) => Content {
            kind: get_attr_kind::SLOT,
            offset,
            ..base
        },
        Place::Overflow(offset, i) => Content {
            kind: get_attr_kind::OVERFLOW,
            offset,
            extra: i64::from(i),
            ..base
        },
    }
}

/// `obj.name`
pub fn plan_get(obj: Value, name: Ref<Str>, cache: &Cache) -> PyResult {
    let ty = obj.ty();
    let key = obj.shape_id();
    let version = ty.version.get();
    if let Some((version, index)) = own_entry(obj, name) {
        cache.fill(Content {
            key,
            kind: get_attr_kind::DICT_ENTRY,
            version,
            offset: index,
            value: Some(obj),
            ..Content::default()
        });
        return attr::get(obj, name);
    }
    if let Some((class, found)) = in_class(obj, name)
        && let Some(v) = bound_constant(found)
    {
        let base = Content {
            key,
            version: class.version.get(),
            ..Content::default()
        };
        let kinds = (get_attr_kind::TYPE_VALUE, get_attr_kind::TYPE_ENTRY);
        cache.fill(class_content(class, name, v, kinds, base));
        return attr::get(obj, name);
    }
    if version == 0 {
        return attr::get(obj, name);
    }
    let base = Content {
        key,
        version,
        ..Content::default()
    };
    if let Some(class) = classic(obj, name) {
        let content = match place(obj, name) {
            Some(place) => Some(own_content(place, base)),
            None => classic_function(obj, class, name).map(|f| Content {
                kind: get_attr_kind::METHOD,
                value: Some(f),
                ..base
            }),
        };
        if let Some(c) = content {
            cache.fill(c);
        }
        return attr::get(obj, name);
    }
    if !is_plain(ty) {
        return attr::get(obj, name);
    }
    let found = ty.lookup(name);
    if let Some(d) = found
        && attr::is_data_descriptor(d)
    {
        if let Some(p) = d.exact::<Property>()
            && let Some(g) = p.get.get()
        {
            cache.fill(Content {
                kind: get_attr_kind::PROPERTY,
                value: Some(g),
                ..base
            });
        } else if let Some(m) = d.exact::<Member>()
            && m.def.get().is_none()
            && ty.is_subtype(m.owner.get())
        {
            cache.fill(Content {
                kind: get_attr_kind::SLOT,
                offset: m.offset.get(),
                ..base
            });
        } else if is_computed(d, ty) {
            cache.fill(Content {
                kind: get_attr_kind::COMPUTED,
                value: Some(d),
                ..base
            });
        }
        return attr::generic_get(obj, name);
    }
    match place(obj, name) {
        Some(place) => cache.fill(own_content(place, base)),
        None if !hides_attributes(obj) => {
            if let Some(f) = found {
                if f.exact::<Function>().is_some() {
                    cache.fill(Content {
                        kind: get_attr_kind::METHOD,
                        value: Some(f),
                        ..base
                    });
                } else if let Some(v) = bound_constant(f) {
                    let kinds = (get_attr_kind::CLASS_VALUE, get_attr_kind::CLASS_ENTRY);
                    cache.fill(class_content(ty, name, v, kinds, base));
                }
            }
        }
        None => {}
    }
    attr::generic_get(obj, name)
}

/// An entry for a value that a class has: the value, or, of one that changes without a new version, where it is. Any
/// other change to the dict of the class, or of a base, gives the class a new version.
fn class_content(
    class: Ref<Type>,
    name: Ref<Str>,
    value: Value,
    (constant, variable): (u16, u16),
    base: Content,
) -> Content {
    if class.is_variable(name)
        // Not what a static method has in it.
        && class.lookup(name) == Some(value)
        && let Some((names, index)) = class.entry(name)
    {
        return Content {
            kind: variable,
            offset: index,
            value: Some(names.into()),
            ..base
        };
    }
    Content {
        kind: constant,
        value: Some(value),
        ..base
    }
}

/// What a class attribute is for every instance, if that is one thing.
fn bound_constant(found: Value) -> Option<Value> {
    if let Some(s) = found.exact::<StaticMethod>() {
        return s.function.get();
    }
    match found.header() {
        Some(h) if h.ty().slots.descr_get.get().is_some() => None,
        _ => Some(found),
    }
}

/// `obj.name = x`
pub fn plan_set(obj: Value, name: Ref<Str>, x: Value, cache: &Cache) -> PyResult<()> {
    let ty = obj.ty();
    let plain = match ty.slots.setattr.get() {
        None => true,
        Some(f) => std::ptr::fn_addr_eq(f, attr::generic_set as crate::slots::SetAttr),
    };
    let old = classic(obj, name).is_some_and(|c| c.setattr.get().is_none());
    if !plain && !old || ty.version.get() == 0 {
        return attr::set(obj, name, Some(x));
    }
    let before = obj.shape();
    let base = Content {
        key: before,
        version: ty.version.get(),
        ..Content::default()
    };
    if !old
        && let Some(d) = ty.lookup(name)
        && attr::is_data_descriptor(d)
    {
        if let Some(m) = d.exact::<Member>()
            && m.def.get().is_none()
            && ty.is_subtype(m.owner.get())
        {
            cache.fill(Content {
                kind: set_attr_kind::SLOT,
                offset: m.offset.get(),
                ..base
            });
        }
        return attr::generic_set(obj, name, Some(x));
    }
    match place(obj, name) {
        Some(Place::Inline(offset)) => cache.fill(Content {
            kind: set_attr_kind::SLOT,
            offset,
            ..base
        }),
        Some(Place::Overflow(offset, i)) => {
            cache.fill(Content {
                kind: set_attr_kind::OVERFLOW,
                offset,
                extra: i64::from(i),
                ..base
            });
        }
        None => {
            attr::set(obj, name, Some(x))?;
            let after = obj.shape();
            if after != before
                && let (Some(s), Some(n)) = (shape::get(before), shape::get(after))
                && n.kind == Kind::Slots
                && n.parent.is_some_and(|p| p.id == s.id)
                && let Some(Place::Inline(offset)) = place(obj, name)
            {
                cache.fill(Content {
                    kind: set_attr_kind::ADD_SLOT,
                    offset,
                    shape: after,
                    ..base
                });
            }
            return Ok(());
        }
    }
    attr::set(obj, name, Some(x))
}

/// `obj.name` to be called.
pub fn plan_method(
    out: &[Cell<Option<Value>>],
    obj: Value,
    name: Ref<Str>,
    cache: &Cache,
) -> PyResult<()> {
    let ty = obj.ty();
    let key = obj.shape_id();
    let base = Content {
        key,
        version: ty.version.get(),
        ..Content::default()
    };
    if let Some((version, index)) = own_entry(obj, name) {
        cache.fill(Content {
            kind: load_method_kind::DICT_ENTRY,
            version,
            offset: index,
            value: Some(obj),
            ..base
        });
    } else if let Some((class, found)) = in_class(obj, name) {
        let kind = match (bound_constant(found), class_function(found)) {
            (Some(_), _) if class.is_variable(name) => None,
            (Some(v), _) => Some((load_method_kind::TYPE_VALUE, v)),
            (_, Some(f)) => Some((load_method_kind::TYPE_METHOD, f)),
            _ => None,
        };
        if let Some((kind, value)) = kind {
            cache.fill(Content {
                key,
                kind,
                version: class.version.get(),
                value: Some(value),
                ..Content::default()
            });
        }
    } else if ty.version.get() == 0 {
        // There are no more versions: nothing is believed of the type.
    } else if let Some(class) = classic(obj, name) {
        match place(obj, name) {
            Some(Place::Inline(offset)) => cache.fill(Content {
                kind: load_method_kind::SLOT,
                offset,
                ..base
            }),
            Some(Place::Overflow(..)) => {}
            None => {
                if let Some(f) = classic_function(obj, class, name) {
                    cache.fill(Content {
                        kind: load_method_kind::FUNCTION,
                        value: Some(f),
                        ..base
                    });
                }
            }
        }
    } else if is_plain(ty) {
        let found = ty.lookup(name);
        let data = found.is_some_and(attr::is_data_descriptor);
        match place(obj, name) {
            Some(Place::Inline(offset)) if !data => {
                cache.fill(Content {
                    kind: load_method_kind::SLOT,
                    offset,
                    ..base
                });
            }
            None if !data && !hides_attributes(obj) => {
                if let Some(f) = found {
                    if attr::takes_self(f, ty) {
                        cache.fill(Content {
                            kind: load_method_kind::FUNCTION,
                            value: Some(f),
                            ..base
                        });
                    } else if let Some(v) = bound_constant(f).filter(|_| !ty.is_variable(name)) {
                        cache.fill(Content {
                            kind: load_method_kind::CLASS_VALUE,
                            value: Some(v),
                            ..base
                        });
                    } else if let Some(f) = class_function(f) {
                        cache.fill(Content {
                            kind: load_method_kind::CLASS_METHOD,
                            value: Some(f),
                            ..base
                        });
                    }
                }
            }
            _ => {}
        }
    }
    let (f, receiver) = attr::load_method(obj, name)?;
    out[0].set(Some(f));
    out[1].set(receiver);
    Ok(())
}

pub fn bind_method(function: Value, obj: Value) -> PyResult {
    let class = match obj.cast::<Instance>() {
        Some(i) => i.class.get().into(),
        None => obj.ty().into(),
    };
    Ok(BoundMethod::create(function, Some(obj), class).into())
}

pub fn call_getter(getter: Value, obj: Value) -> PyResult {
    crate::call::call_values(getter, &[obj])
}

pub fn compute(descriptor: Value, obj: Value) -> PyResult {
    if let Some(g) = descriptor.exact::<Getset>() {
        return (g.def.get().get)(obj);
    }
    match descriptor.exact::<Member>().and_then(|m| m.def.get()) {
        Some(def) => (def.get)(obj),
        None => attr::bind(descriptor, Some(obj), obj.ty()),
    }
}

/// `del obj.name`
pub fn delete(obj: Value, name: Ref<Str>) -> PyResult<()> {
    attr::set(obj, name, None)
}

/// A special method for the with statement.
pub fn load_special(obj: Value, name: Ref<Str>) -> PyResult {
    if crate::builtins::classobj::is_instance(obj) {
        return attr::get(obj, name);
    }
    match attr::special(obj, name)? {
        Some(m) => Ok(m),
        None => Err(attribute_error(name.as_ref().bytes())),
    }
}

/// The object's own attributes: used by tests of the cache.
pub fn own(obj: Value, name: Ref<Str>) -> Option<Value> {
    attributes::get(obj, name)
}
