//! `super`: lookup that begins after a class in another class's resolution order.

use crate::attr::bind;
use crate::call::Args;
use crate::error::{PyResult, type_error};
use crate::layouts::{Str, SuperObject};
use crate::names;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;

use super::type_::as_type;

pub fn new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    Ok(super::type_::allocate(ty))
}

/// `super(class[, object-or-subclass])`
pub fn init(v: Value, args: Args<'_>) -> PyResult<()> {
    let Some(s) = v.cast::<SuperObject>() else {
        return Err(type_error("expected a super object"));
    };
    if args.nkw() != 0 {
        return Err(type_error("super does not take keyword arguments"));
    }
    let (class, obj) = match *args.values {
        [c] => (c, None),
        [c, o] => (c, Some(o)),
        [] => return Err(type_error("super() takes at least 1 argument (0 given)")),
        _ => {
            return Err(raise_fmt!(
                type_error,
                "super() takes at most 2 arguments ({} given)",
                args.values.len()
            ));
        }
    };
    let Some(class) = as_type(class) else {
        return Err(raise_fmt!(
            type_error,
            "super() argument 1 must be type, not {}",
            crate::attr::argument_name(class)
        ));
    };
    s.class.set(Some(class));
    let obj = obj.filter(|o| !o.is_none());
    s.receiver.set(obj);
    s.receiver_class.set(match obj {
        Some(o) => Some(check(class, o)?),
        None => None,
    });
    Ok(())
}

/// The class whose order is followed for `obj`.
fn check(class: Ref<Type>, obj: Value) -> PyResult<Ref<Type>> {
    if let Some(t) = as_type(obj)
        && t.is_subtype(class)
    {
        return Ok(t);
    }
    if obj.ty().is_subtype(class) {
        return Ok(obj.ty());
    }
    if let Some(c) = crate::attr::find(obj, names::class())?
        && let Some(c) = as_type(c)
        && c != obj.ty()
        && c.is_subtype(class)
    {
        return Ok(c);
    }
    Err(type_error(
        "super(type, obj): obj must be an instance or subtype of type",
    ))
}

/// The getattr slot.
pub fn getattr(v: Value, name: Ref<Str>) -> PyResult {
    let Some(s) = v.cast::<SuperObject>() else {
        return crate::attr::generic_get(v, name);
    };
    if let (Some(class), Some(start)) = (s.class.get(), s.receiver_class.get())
        && name != names::class()
        && let Some(mro) = start.mro.get()
    {
        let items = mro.as_ref().items();
        let after = items
            .iter()
            .position(|c| *c == class.value())
            .map_or(items.len(), |i| i + 1);
        for c in &items[after.min(items.len())..] {
            let dict = match as_type(*c) {
                Some(t) => t.dict(),
                None => super::classobj::class_dict(*c),
            };
            if let Some(f) = dict.and_then(|d| d.get_str(name)) {
                let receiver = s.receiver.get().filter(|r| *r != start.value());
                return bind(f, receiver, start);
            }
        }
    }
    crate::attr::generic_get(v, name)
}

pub fn repr(v: Value) -> PyResult {
    let Some(s) = v.cast::<SuperObject>() else {
        return super::object::repr(v);
    };
    let class = s.class.get().map_or("NULL", |c| c.name_str());
    let text = match s.receiver_class.get() {
        Some(c) => format!("<super: <class '{class}'>, <{} object>>", c.name_str()),
        None => format!("<super: <class '{class}'>, NULL>"),
    };
    Ok(super::str::from_text(&text).into())
}

/// `__get__`: an unbound super becomes bound.
pub fn descr_get(d: Value, obj: Option<Value>, _ty: Option<Value>) -> PyResult {
    let Some(s) = d.cast::<SuperObject>() else {
        return Ok(d);
    };
    match obj.filter(|o| !o.is_none()) {
        Some(o) if s.receiver.get().is_none() => match s.class.get() {
            Some(c) if d.ty() == crate::types::SUPER.get() => {
                Ok(SuperObject::alloc(Some(c), Some(o), Some(check(c, o)?)).into())
            }
            Some(c) => crate::call::call_values(d.ty().into(), &[c.into(), o]),
            None => Ok(d),
        },
        _ => Ok(d),
    }
}
