//! defaultdict: a dict with one word more, the factory.

use crate::builtins::{dict, receiver, repr_guard, str as bytes, tuple};
use crate::call::{self, Args};
use crate::error::{PyResult, key_error, type_error};
use crate::layouts::Dict;
use crate::object::{Ref, Slot};
use crate::value::Value;
use crate::{attr, attributes, protocol, types};

/// Where the factory is; nothing or None stand for no factory.
fn factory(v: Value) -> PyResult<&'static Slot<Option<Value>>> {
    if v.ty().is_subtype(types::DEFAULTDICT.get()) {
        // SAFETY: instances of the type have a word behind the dict's fields.
        if let Some(slot) = unsafe { attributes::extra_word(v, size_of::<Dict>()) } {
            return Ok(slot);
        }
    }
    Err(receiver::wrong("collections.defaultdict", v))
}

fn present(v: Value) -> PyResult<Option<Value>> {
    Ok(factory(v)?.get().filter(|f| !f.is_none()))
}

/// `defaultdict.__init__`: the first argument is the factory, the others are the dict's.
pub fn defaultdict_init(self_: Value, args: Args<'_>) -> PyResult<()> {
    let slot = factory(self_)?;
    let first = args.pos().first().copied();
    if let Some(f) = first
        && !f.is_none()
        && !protocol::is_callable(f)
    {
        return Err(type_error("first argument must be callable or None"));
    }
    slot.set(first);
    let rest = Args {
        values: &args.values[usize::from(first.is_some())..],
        kwnames: args.kwnames,
    };
    dict::init(self_, rest)
}

pub fn defaultdict_repr(self_: Value) -> PyResult {
    let base = dict::repr(self_)?;
    let mut out = b"defaultdict(".to_vec();
    match factory(self_)?.get() {
        None => out.extend_from_slice(b"None"),
        Some(f) => match repr_guard::enter(f) {
            Some(_guard) => out.extend_from_slice(protocol::repr(f)?.bytes()),
            None => out.extend_from_slice(b"..."),
        },
    }
    out.extend_from_slice(b", ");
    out.extend_from_slice(protocol::str(base)?.bytes());
    out.push(b')');
    Ok(bytes::new(&out).into())
}

/// Makes, keeps and returns the value for a key.
pub fn defaultdict_missing(self_: Ref<Dict>, key: Value) -> PyResult {
    let Some(f) = present(self_.value())? else {
        return Err(key_error(key));
    };
    let v = call::call_values(f, &[])?;
    protocol::set_item(self_.value(), key, Some(v))?;
    Ok(v)
}

pub fn defaultdict_copy(self_: Ref<Dict>) -> PyResult {
    let f = factory(self_.value())?.get().unwrap_or_else(Value::none);
    call::call_values(self_.value().ty().into(), &[f, self_.value()])
}

pub fn defaultdict_reduce(self_: Ref<Dict>) -> PyResult {
    let args = match present(self_.value())? {
        Some(f) => tuple::from_slice(&[f]),
        None => tuple::empty(),
    };
    let items = attr::get(self_.value(), bytes::intern(b"iteritems"))?;
    let items = call::call_values(items, &[])?;
    let none = Value::none();
    let ty = self_.value().ty().into();
    Ok(tuple::from_slice(&[ty, args.into(), none, none, items]).into())
}

pub fn get_default_factory(v: Value) -> PyResult {
    Ok(factory(v)?.get().unwrap_or_else(Value::none))
}

pub fn set_default_factory(v: Value, f: Option<Value>) -> PyResult<()> {
    factory(v)?.set(f);
    Ok(())
}
