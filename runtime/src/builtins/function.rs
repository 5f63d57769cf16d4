//! Python functions and their attributes.

use crate::error::{PyResult, type_error, value_error};
use crate::layouts::{CellVar, Code, Dict, Function, Str, Tuple};
use crate::object::Ref;
use crate::types::parse;
use crate::value::Value;

/// A function of `code` in the namespace `globals`.
pub fn new(
    code: Ref<Code>,
    globals: Ref<Dict>,
    defaults: Option<Ref<Tuple>>,
    closure: Option<Ref<Tuple>>,
) -> Ref<Function> {
    let module = globals.get_str(crate::names::name());
    Function::alloc(
        code,
        globals,
        builtins_of(globals),
        defaults,
        closure,
        code.name.get().into(),
        None,
        module,
        None,
    )
}

/// The builtins that code with these globals sees.
pub fn builtins_of(globals: Ref<Dict>) -> Ref<Dict> {
    let b = globals.get_str(crate::names::builtins());
    if let Some(b) = b {
        if let Some(d) = b.cast::<Dict>() {
            return d;
        }
        if let Some(m) = b.cast::<crate::layouts::Module>()
            && let Some(d) = m.dict.get().and_then(|d| d.cast::<Dict>())
        {
            return d;
        }
        // What is neither a module nor a dict is no builtins at all, but for None.
        let least = super::dict::new();
        least.set_str(super::str::intern(b"None"), Value::none());
        return least;
    }
    crate::modules::builtins_dict()
}

impl Ref<Function> {
    /// The name that error messages show.
    pub fn name_str(self) -> String {
        self.name
            .get()
            .cast::<Str>()
            .map_or_else(String::new, |s| s.as_ref().to_text())
    }
}

/// `types.FunctionType(code, globals, name, argdefs, closure)`
fn construct(
    c: Ref<Code>,
    g: Ref<Dict>,
    name: Option<Value>,
    defaults: Option<Value>,
    closure: Option<Value>,
) -> PyResult {
    let some = |v: Option<Value>| v.filter(|v| !v.is_none());
    let name = match some(name) {
        None => None,
        Some(n) if n.cast::<Str>().is_some() => Some(n),
        Some(_) => return Err(type_error("arg 3 (name) must be None or string")),
    };
    let defaults = match some(defaults) {
        None => None,
        Some(d) => Some(
            d.cast::<Tuple>()
                .ok_or_else(|| type_error("arg 4 (defaults) must be None or tuple"))?,
        ),
    };
    let nfree = c.freevars.get().as_ref().items().len();
    let closure = match some(closure) {
        None if nfree != 0 => return Err(type_error("arg 5 (closure) must be tuple")),
        None => None,
        Some(t) => {
            let t = t
                .cast::<Tuple>()
                .ok_or_else(|| type_error("arg 5 (closure) must be None or tuple"))?;
            let n = t.as_ref().items().len();
            if n != nfree {
                return Err(raise_fmt!(
                    value_error,
                    "{} requires closure of length {nfree}, not {n}",
                    c.name.get().as_ref().to_text()
                ));
            }
            if let Some(bad) = t
                .as_ref()
                .items()
                .iter()
                .find(|v| v.cast::<CellVar>().is_none())
            {
                return Err(raise_fmt!(
                    type_error,
                    "arg 5 (closure) expected cell, found {}",
                    crate::attr::type_name(*bad)
                ));
            }
            if nfree == 0 { None } else { Some(t) }
        }
    };
    let f = new(c, g, defaults, closure);
    if let Some(n) = name {
        f.name.set(n);
    }
    Ok(f.into())
}

/// The `__get__` slot.
pub fn descr_get(f: Value, obj: Option<Value>, ty: Option<Value>) -> PyResult {
    let obj = obj.filter(|o| !o.is_none() || ty == Some(crate::types::NONE_TYPE.get().into()));
    Ok(crate::layouts::BoundMethod::create(f, obj, ty.unwrap_or(Value::none())).into())
}

/// The `repr` slot.
pub fn repr(f: Value) -> PyResult {
    let name = f
        .cast::<Function>()
        .map_or_else(String::new, |f| f.name_str());
    Ok(super::str::from_text(&format!("<function {name} at {:#x}>", f.bits())).into())
}

/// Setter of `__code__`.
pub fn set_code(f: Ref<Function>, code: Option<Value>) -> PyResult<()> {
    let Some(c) = code.and_then(|c| c.cast::<Code>()) else {
        return Err(type_error("__code__ must be set to a code object"));
    };
    let have = f.closure.get().map_or(0, |t| t.as_ref().items().len());
    let want = c.freevars.get().as_ref().items().len();
    if have != want {
        return Err(raise_fmt!(
            value_error,
            "{}() requires a code object with {have} free vars, not {want}",
            f.name_str()
        ));
    }
    // It stays what it was.
    f.doc.set(Some(doc_of(f)));
    f.code.set(c);
    Ok(())
}

/// Setter of `__defaults__`.
pub fn set_defaults(f: Ref<Function>, v: Option<Value>) -> PyResult<()> {
    f.defaults.set(match v.filter(|v| !v.is_none()) {
        None => None,
        Some(v) => Some(
            v.cast::<Tuple>()
                .ok_or_else(|| type_error("__defaults__ must be set to a tuple object"))?,
        ),
    });
    Ok(())
}

/// Setter of `__name__`.
pub fn set_name(f: Ref<Function>, v: Option<Value>) -> PyResult<()> {
    match v {
        Some(v) if v.cast::<Str>().is_some() => {
            f.name.set(v);
            Ok(())
        }
        _ => Err(type_error("__name__ must be set to a string object")),
    }
}

/// The call slot.
pub fn call(f: Value, args: crate::call::Args<'_>) -> PyResult {
    crate::call::run(f, args)
}

/// `types.FunctionType(…)` with its keywords.
pub fn new_slot(_ty: Ref<crate::typeobj::Type>, args: crate::call::Args<'_>) -> PyResult {
    let names = ["code", "globals", "name", "argdefs", "closure"];
    let named = parse::by_name(args, 0, "function", &names, 2)?;
    let [code, globals, name, defaults, closure] = named.values;
    named.reach(0)?;
    let code = code.unwrap_or(Value::none());
    let Some(code) = code.cast::<Code>() else {
        return Err(parse::wrong_type(code, "function", 1, "code"));
    };
    named.reach(1)?;
    let globals = globals.unwrap_or(Value::none());
    let Some(globals) = globals.cast::<Dict>() else {
        return Err(parse::wrong_type(globals, "function", 2, "dict"));
    };
    for parameter in 2..=names.len() {
        named.reach(parameter)?;
    }
    construct(code, globals, name, defaults, closure)
}

fn of(v: Value) -> PyResult<Ref<Function>> {
    v.cast::<Function>()
        .ok_or_else(|| type_error("expected a function"))
}
pub fn get_code(v: Value) -> PyResult {
    Ok(of(v)?.code.get().into())
}
pub fn assign_code(v: Value, x: Option<Value>) -> PyResult<()> {
    set_code(of(v)?, x)
}
pub fn get_defaults(v: Value) -> PyResult {
    Ok(of(v)?.defaults.get().map_or(Value::none(), Into::into))
}
pub fn assign_defaults(v: Value, x: Option<Value>) -> PyResult<()> {
    set_defaults(of(v)?, x)
}
pub fn get_globals(v: Value) -> PyResult {
    Ok(of(v)?.globals.get().into())
}
pub fn get_closure(v: Value) -> PyResult {
    Ok(of(v)?.closure.get().map_or(Value::none(), Into::into))
}
pub fn get_name(v: Value) -> PyResult {
    Ok(of(v)?.name.get())
}
pub fn assign_name(v: Value, x: Option<Value>) -> PyResult<()> {
    set_name(of(v)?, x)
}
pub fn get_doc(v: Value) -> PyResult {
    Ok(doc_of(of(v)?))
}
fn doc_of(f: Ref<Function>) -> Value {
    f.doc
        .get()
        .unwrap_or_else(|| super::code::docstring(f.code.get()))
}
pub fn assign_doc(v: Value, x: Option<Value>) -> PyResult<()> {
    of(v)?.doc.set(Some(x.unwrap_or(Value::none())));
    Ok(())
}
pub fn get_module(v: Value) -> PyResult {
    Ok(of(v)?.module.get().unwrap_or(Value::none()))
}
pub fn assign_module(v: Value, x: Option<Value>) -> PyResult<()> {
    of(v)?.module.set(x);
    Ok(())
}
/// Setter of `__dict__`.
pub fn assign_dict(v: Value, x: Option<Value>) -> PyResult<()> {
    match x {
        None => Err(type_error("function's dictionary may not be deleted")),
        Some(d) if d.cast::<Dict>().is_none() => {
            Err(type_error("setting function's dictionary to a non-dict"))
        }
        d => super::object::set_dict(v, d),
    }
}

/// `cell.cell_contents`
pub fn cell_contents(v: Value) -> PyResult {
    match v.cast::<CellVar>().and_then(|c| c.content.get()) {
        Some(x) => Ok(x),
        None => Err(value_error("Cell is empty")),
    }
}

pub fn cell_repr(v: Value) -> PyResult {
    let text = match v.cast::<CellVar>().and_then(|c| c.content.get()) {
        Some(x) => format!(
            "<cell at {:#x}: {} object at {:#x}>",
            v.bits(),
            crate::attr::type_name(x),
            x.bits()
        ),
        None => format!("<cell at {:#x}: empty>", v.bits()),
    };
    Ok(super::str::from_text(&text).into())
}

pub fn cell_cmp(a: Value, b: Value) -> PyResult<i32> {
    let content = |v: Value| v.cast::<CellVar>().and_then(|c| c.content.get());
    match (content(a), content(b)) {
        (None, None) => Ok(0),
        (None, Some(_)) => Ok(-1),
        (Some(_), None) => Ok(1),
        (Some(x), Some(y)) => crate::protocol::cmp(x, y),
    }
}
