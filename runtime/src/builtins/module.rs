//! Module objects.

use crate::call::Args;
use crate::error::{PyResult, raise_value, type_error};
use crate::layouts::{Dict, Module, Str};
use crate::names;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;

/// A module with `__name__` and `__doc__` set.
pub fn create(name: &[u8], doc: Option<&str>) -> Ref<Module> {
    let d = super::dict::new();
    d.set_str(names::name(), super::str::intern(name).into());
    d.set_str(
        names::doc(),
        doc.map_or(Value::none(), |d| super::str::new(d.as_bytes()).into()),
    );
    d.set_str(names::package(), Value::none());
    Module::alloc(Some(d.into()))
}

/// A module's namespace.
pub fn dict(m: Ref<Module>) -> Ref<Dict> {
    match m.dict.get().and_then(|d| d.cast::<Dict>()) {
        Some(d) => d,
        None => {
            let d = super::dict::new();
            m.dict.set(Some(d.into()));
            d
        }
    }
}

pub fn new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    Ok(super::type_::allocate(ty))
}

/// `module(name[, doc])`
pub fn init(v: Value, args: Args<'_>) -> PyResult<()> {
    let Some(m) = v.cast::<Module>() else {
        return Err(type_error("expected a module"));
    };
    let named = parse::by_name(args, 0, "module.__init__", &["name", "doc"], 1)?;
    let [name, doc] = named.values;
    named.reach(0)?;
    let name = name.unwrap_or(Value::none());
    if name.cast::<Str>().is_none() {
        return Err(parse::wrong_type(name, "module.__init__", 1, "string"));
    }
    named.reach(1)?;
    named.reach(2)?;
    let d = dict(m);
    d.set_str(names::name(), name);
    d.set_str(names::doc(), doc.unwrap_or(Value::none()));
    Ok(())
}

/// The getattr slot: like any object's, with a message of its own.
pub fn getattr(v: Value, name: Ref<Str>) -> PyResult {
    match crate::attr::generic_find(v, name)? {
        Some(x) => Ok(x),
        None => Err(raise_fmt!(
            crate::error::attribute_error,
            "'{}' object has no attribute '{}'",
            crate::attr::type_name(v),
            crate::attr::shown(name)
        )),
    }
}

pub fn repr(v: Value) -> PyResult {
    let d = v.cast::<Module>().map(dict);
    let text = |n| {
        d.and_then(|d| d.get_str(n))
            .and_then(|s| s.cast::<Str>())
            .map(|s| s.as_ref().to_text())
    };
    let name = text(names::name()).unwrap_or_else(|| "?".to_owned());
    let out = match text(names::file()) {
        Some(f) => format!("<module '{name}' from '{f}'>"),
        None => format!("<module '{name}' (built-in)>"),
    };
    Ok(super::str::from_text(&out).into())
}

/// What `dir` raises for a module whose `__dict__` is none.
#[cold]
pub fn without_dict(m: Ref<Module>) -> crate::error::Raised {
    let name = m
        .dict
        .get()
        .and_then(|d| d.cast::<Dict>())
        .and_then(|d| d.get_str(names::name()))
        .and_then(|n| n.cast::<Str>());
    match name {
        Some(n) => raise_fmt!(
            type_error,
            "{}.__dict__ is not a dictionary",
            n.as_ref().to_text()
        ),
        None => crate::error::system_error("nameless module"),
    }
}

/// `__dict__`: None until the module is initialised or an attribute is set.
pub fn get_dict(v: Value) -> PyResult {
    match v.cast::<Module>() {
        Some(m) => Ok(m.dict.get().unwrap_or(Value::none())),
        None => Err(raise_value(crate::types::TYPE_ERROR.get().into(), None)),
    }
}
