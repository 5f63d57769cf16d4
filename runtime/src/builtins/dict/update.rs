//! Filling dicts from others: `update`, `dict(…)`, `copy`, `fromkeys`.
//!
//! The moments at which the table grows decide the order of the result, so they are CPython's:
//! merging a dict makes room once for all its items, merging anything else grows step by step.

use crate::builtins::iterators::for_each;
use crate::builtins::{receiver, set};
use crate::call::Args;
use crate::error::{PyResult, Raised};
use crate::exception::pending_matches;
use crate::layouts::{Dict, List, Tuple};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;
use crate::{attr, call, names, protocol, types};

use super::table::Hashed;

/// `d.update(other)`: a mapping, or an iterable of pairs.
pub fn update(d: Ref<Dict>, other: Value) -> PyResult<()> {
    if other.exact::<Dict>().is_some() || has_keys(other)? {
        merge(d, other, true)
    } else {
        merge_pairs(d, other)
    }
}

/// Does it have a `keys` attribute? Whatever goes wrong means no.
fn has_keys(v: Value) -> PyResult<bool> {
    Ok(match attr::get(v, names::keys()) {
        Ok(_) => true,
        Err(Raised) => {
            crate::thread::current().take_pending();
            false
        }
    })
}

/// Sets the items of a mapping in `d`; keys that are there already only if `replace`.
pub fn merge(d: Ref<Dict>, other: Value, replace: bool) -> PyResult<()> {
    if let Some(o) = other.cast::<Dict>() {
        return merge_dict(d, o, replace);
    }
    let keys = call::call(attr::get(other, names::keys())?, Args::NONE)?;
    for_each(keys, |key| {
        if !replace && d.contains(key)? {
            return Ok(());
        }
        d.set(key, protocol::get_item(other, key)?)
    })
}

fn merge_dict(d: Ref<Dict>, other: Ref<Dict>, replace: bool) -> PyResult<()> {
    if other == d || other.is_empty() {
        return Ok(());
    }
    let replace = replace || d.is_empty();
    d.reserve(other.len())?;
    if d.fill_from(other)? {
        return Ok(());
    }
    let mut at = 0;
    while let Some((key, hash, value)) = other.next_hashed(&mut at) {
        if replace || d.get_hashed_quiet(key, hash).is_none() {
            d.insert(key, hash, value)?;
        }
    }
    Ok(())
}

/// Sets items from an iterable of pairs.
fn merge_pairs(d: Ref<Dict>, pairs: Value) -> PyResult<()> {
    let mut i = 0;
    for_each(pairs, |item| {
        let (k, v) = pair(item, i)?;
        i += 1;
        d.set(k, v)
    })
}

fn pair(item: Value, i: usize) -> PyResult<(Value, Value)> {
    let wrong = |n: usize| {
        raise_fmt!(
            value_error,
            "dictionary update sequence element #{i} has length {n}; 2 is required"
        )
    };
    if let Some(t) = item.exact::<Tuple>() {
        return match t.items() {
            [k, v] => Ok((*k, *v)),
            other => Err(wrong(other.len())),
        };
    }
    let l = match item.exact::<List>() {
        Some(l) => l,
        None => crate::builtins::list::as_sequence(item).map_err(|e| {
            if pending_matches(types::TYPE_ERROR.get()) {
                raise_fmt!(
                    type_error,
                    "cannot convert dictionary update sequence element #{i} to a sequence"
                )
            } else {
                e
            }
        })?,
    };
    match l.items() {
        [k, v] => Ok((*k, *v)),
        other => Err(wrong(other.len())),
    }
}

/// `dict.__init__` and `dict.update`: at most one positional argument, any keywords.
fn update_from_args(d: Ref<Dict>, args: Args<'_>, name: &str) -> PyResult<()> {
    match args.pos() {
        [] => {}
        [other] => update(d, *other)?,
        more => {
            return Err(raise_fmt!(
                type_error,
                "{name} expected at most 1 arguments, got {}",
                more.len()
            ));
        }
    }
    if args.nkw() == 0 {
        return Ok(());
    }
    if !args.keywords_in_dict_order() {
        return merge_dict(d, keyword_dict(args)?, true);
    }
    d.reserve(args.nkw())?;
    for (k, v) in args.keywords_as_given() {
        d.insert(k, super::hash_key(k)?, v)?;
    }
    Ok(())
}

/// The keyword arguments as the dict that CPython hands to a C function: it takes them off its
/// stack, so the last one goes in first.
pub fn keyword_dict(args: Args<'_>) -> PyResult<Ref<Dict>> {
    let d = super::new();
    let names = args.kwnames.map_or(&[][..], |t| t.as_ref().items());
    let values = &args.values[args.values.len() - names.len()..];
    let set = |(k, v): (&Value, &Value)| d.set(*k, *v);
    if args.keywords_in_dict_order() {
        names.iter().zip(values).try_for_each(set)?;
    } else {
        names.iter().zip(values).rev().try_for_each(set)?;
    }
    Ok(d)
}

/// `dict.__new__`
pub fn new_instance(ty: Ref<Type>, _: Args<'_>) -> PyResult {
    Ok(super::new_of(ty).into())
}

/// `dict.__init__`
pub fn init(self_: Value, args: Args<'_>) -> PyResult<()> {
    match self_.cast::<Dict>() {
        Some(d) => update_from_args(d, args, "dict"),
        None => Err(receiver::wrong("dict", self_)),
    }
}

/// `dict.update`
pub fn update_method(self_: Ref<Dict>, args: Args<'_>) -> PyResult<()> {
    update_from_args(self_, args, "update")
}

/// `dict.copy`: a plain dict, also of a subclass.
pub fn copy_method(self_: Ref<Dict>) -> PyResult<Ref<Dict>> {
    let d = super::new();
    merge_dict(d, self_, true)?;
    Ok(d)
}

/// A copy of a dict whose keys are strings, as namespaces are.
pub fn copy(d: Ref<Dict>) -> Ref<Dict> {
    let new = super::new();
    // Fails for lack of memory only.
    if merge_dict(new, d, true).is_err() {
        crate::thread::current().take_pending();
    }
    new
}

/// `dict.fromkeys`
pub fn fromkeys(class: Value, keys: Value, value: Value) -> PyResult {
    let made = call::call(class, Args::NONE)?;
    if let Some(d) = made.exact::<Dict>()
        && d.is_empty()
    {
        if let Some(from) = keys.exact::<Dict>() {
            d.resize(from.len() / 2 * 3)?;
            let mut at = 0;
            while let Some((key, hash, _)) = from.next_hashed(&mut at) {
                d.insert(key, hash, value)?;
            }
            return Ok(made);
        }
        if let Some(from) = set::as_exact_set(keys) {
            d.resize(from.len() / 2 * 3)?;
            let mut at = 0;
            while let Some((key, hash)) = from.next_hashed(&mut at) {
                d.insert(key, hash, value)?;
            }
            return Ok(made);
        }
        for_each(keys, |k| d.set(k, value))?;
        return Ok(made);
    }
    for_each(keys, |k| protocol::set_item(made, k, Some(value)))?;
    Ok(made)
}
