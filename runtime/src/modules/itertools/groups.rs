//! groupby and its groups. All groups read the iterator of their groupby; the item read last waits there
//! until a group, or the search for the next group, takes it.

use crate::call::{self, Args};
use crate::error::PyResult;
use crate::layouts::{ItGroupby, ItGrouper};
use crate::object::Ref;
use crate::protocol;
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;

pub fn groupby_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let [iterable, key] = parse::keywords(args, 0, "groupby", &["iterable", "key"], 1)?;
    let it = protocol::iter(iterable.unwrap_or_else(Value::none))?;
    let key = key.unwrap_or_else(Value::none);
    Ok(ItGroupby::alloc_for(ty, it, key, None, None, None).into())
}

/// Reads one item and its key; false at the end.
fn advance(g: Ref<ItGroupby>) -> PyResult<bool> {
    let Some(v) = protocol::next(g.iter.get())? else {
        return Ok(false);
    };
    let f = g.function.get();
    let key = if f.is_none() {
        v
    } else {
        call::call_values(f, &[v])?
    };
    g.key.set(Some(key));
    g.item.set(Some(v));
    Ok(true)
}

pub fn groupby_next(self_: Value) -> PyResult<Option<Value>> {
    super::ended(groupby_step(self_))
}

fn groupby_step(self_: Value) -> PyResult<Option<Value>> {
    let Some(g) = self_.cast::<ItGroupby>() else {
        return Ok(None);
    };
    loop {
        match (g.key.get(), g.target.get()) {
            (None, _) => {}
            (Some(_), None) => break,
            (Some(key), Some(target)) => {
                if !protocol::equal(target, key)? {
                    break;
                }
            }
        }
        if !advance(g)? {
            return Ok(None);
        }
    }
    let key = g.key.get().unwrap_or_else(Value::none);
    g.target.set(Some(key));
    let group = ItGrouper::alloc(g, key);
    Ok(Some(
        crate::builtins::tuple::from_slice(&[key, group.into()]).into(),
    ))
}

pub fn grouper_next(self_: Value) -> PyResult<Option<Value>> {
    super::ended(grouper_step(self_))
}

fn grouper_step(self_: Value) -> PyResult<Option<Value>> {
    let Some(group) = self_.cast::<ItGrouper>() else {
        return Ok(None);
    };
    let g = group.parent.get();
    if g.item.get().is_none() && !advance(g)? {
        return Ok(None);
    }
    let (Some(key), Some(v)) = (g.key.get(), g.item.get()) else {
        return Ok(None);
    };
    if !protocol::equal(group.target.get(), key)? {
        return Ok(None);
    }
    g.key.set(None);
    g.item.set(None);
    Ok(Some(v))
}
