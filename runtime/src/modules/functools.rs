//! The module `_functools` (rows: spec/modules/_functools.toml, spec/types/functools.toml).

use crate::builtins::{dict, list, receiver, tuple};
use crate::call::{self, Args};
use crate::error::{PyResult, type_error};
use crate::layouts::{Dict, Partial, Tuple};
use crate::object::Ref;
use crate::protocol;
use crate::typeobj::Type;
use crate::value::Value;

/// Most arguments that are put together on the stack.
const FEW: usize = 8;

/// Puts keyword arguments into a dict, in the order in which CPython does.
fn add_keywords(d: Ref<Dict>, args: Args<'_>) -> PyResult<()> {
    let names = args.kwnames.map_or(&[][..], |t| t.as_ref().items());
    let values = &args.values[args.values.len() - names.len()..];
    let pairs = names.iter().zip(values);
    if args.keywords_in_dict_order() {
        for (k, v) in pairs {
            d.set(*k, *v)?;
        }
    } else {
        for (k, v) in pairs.rev() {
            d.set(*k, *v)?;
        }
    }
    Ok(())
}

pub fn partial_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let Some((func, rest)) = args.pos().split_first() else {
        return Err(type_error("type 'partial' takes at least one argument"));
    };
    if !protocol::is_callable(*func) {
        return Err(type_error("the first argument must be callable"));
    }
    let keywords = dict::new();
    add_keywords(keywords, args)?;
    Ok(Partial::alloc_for(ty, *func, tuple::from_slice(rest), keywords, None).into())
}

pub fn partial_call(self_: Value, args: Args<'_>) -> PyResult {
    let Some(p) = self_.cast::<Partial>() else {
        return Err(receiver::wrong("functools.partial", self_));
    };
    let (func, first) = (p.func.get(), p.args.get());
    let keywords = p.keywords.get();
    if keywords.is_empty() {
        // Keyword arguments of the call, if any, go on as they are.
        return joined(first, args.values, |values| {
            let kwnames = args.kwnames;
            call::call(func, Args { values, kwnames })
        });
    }
    let merged = dict::copy(keywords);
    add_keywords(merged, args)?;
    joined(first, args.pos(), |values| {
        call::call_ex(func, Args::positional(values), None, Some(merged.into()))
    })
}

/// Calls `f` with the values of a tuple and some more.
fn joined(first: Ref<Tuple>, more: &[Value], f: impl FnOnce(&[Value]) -> PyResult) -> PyResult {
    let first = first.as_ref().items();
    if first.is_empty() {
        return f(more);
    }
    let n = first.len() + more.len();
    if n <= FEW {
        let mut room = [Value::none(); FEW];
        room[..first.len()].copy_from_slice(first);
        room[first.len()..n].copy_from_slice(more);
        return f(&room[..n]);
    }
    let all = list::from_slice(first);
    all.extend_from_slice(more)?;
    let all = tuple::from_slice(all.as_ref().items());
    f(all.as_ref().items())
}

pub fn partial_reduce(self_: Ref<Partial>) -> PyResult {
    let func = self_.func.get();
    let attributes = self_.dict.get().unwrap_or_else(Value::none);
    let state = [
        func,
        self_.args.get().into(),
        self_.keywords.get().into(),
        attributes,
    ];
    Ok(tuple::from_slice(&[
        self_.value().ty().into(),
        tuple::from_slice(&[func]).into(),
        tuple::from_slice(&state).into(),
    ])
    .into())
}

pub fn partial_setstate(self_: Ref<Partial>, state: Value) -> PyResult<()> {
    let invalid = || type_error("invalid partial state");
    let state = state.cast::<Tuple>().ok_or_else(invalid)?;
    let [func, args, keywords, attributes] = *state.as_ref().items() else {
        return Err(invalid());
    };
    let args = args.cast::<Tuple>().ok_or_else(invalid)?;
    if !protocol::is_callable(func) {
        return Err(invalid());
    }
    let keywords = match keywords.cast::<Dict>() {
        Some(d) if keywords.exact::<Dict>().is_some() => d,
        Some(d) => dict::copy(d),
        None if keywords.is_none() => dict::new(),
        None => return Err(invalid()),
    };
    let args = match args.value().exact::<Tuple>() {
        Some(t) => t,
        None => tuple::from_slice(args.as_ref().items()),
    };
    self_.func.set(func);
    self_.args.set(args);
    self_.keywords.set(keywords);
    self_.dict.set(Some(attributes).filter(|d| !d.is_none()));
    Ok(())
}

pub fn partial_get_dict(v: Value) -> PyResult {
    let Some(p) = v.cast::<Partial>() else {
        return Err(receiver::wrong("functools.partial", v));
    };
    Ok(match p.dict.get() {
        Some(d) => d,
        None => {
            let d = dict::new().into();
            p.dict.set(Some(d));
            d
        }
    })
}

pub fn partial_set_dict(v: Value, d: Option<Value>) -> PyResult<()> {
    let Some(p) = v.cast::<Partial>() else {
        return Err(receiver::wrong("functools.partial", v));
    };
    match d {
        None => Err(type_error(
            "a partial object's dictionary may not be deleted",
        )),
        Some(d) if d.cast::<Dict>().is_none() => Err(type_error(
            "setting partial object's dictionary to a non-dict",
        )),
        d => {
            p.dict.set(d);
            Ok(())
        }
    }
}
