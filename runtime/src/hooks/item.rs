//! Items and slices of any objects.

use crate::builtins::{list, slice, str, tuple, unicode};
use crate::error::PyResult;
use crate::layouts::{List, Str, Tuple, Unicode};
use crate::object::Ref;
use crate::protocol;
use crate::value::Value;

pub fn get(obj: Value, key: Value) -> PyResult {
    protocol::get_item(obj, key)
}
pub fn set(obj: Value, key: Value, x: Value) -> PyResult<()> {
    protocol::set_item(obj, key, Some(x))
}
pub fn delete(obj: Value, key: Value) -> PyResult<()> {
    protocol::set_item(obj, key, None)
}

/// The bounds of a simple slice as the slot takes them: clipped to 64 bits, negative ones counted from
/// the end. `None`: a bound is not an index, so a slice object is called for.
#[inline(always)]
fn bounds(obj: Value, i: Option<Value>, j: Option<Value>) -> PyResult<Option<(i64, i64)>> {
    let small = |v: Option<Value>, absent: i64| match v {
        None => Some(absent),
        Some(v) => v.as_small_int(),
    };
    match (small(i, 0), small(j, i64::MAX)) {
        (Some(i), Some(j)) if i >= 0 && j >= 0 => Ok(Some((i, j))),
        _ => any_bounds(obj, i, j),
    }
}

fn any_bounds(obj: Value, i: Option<Value>, j: Option<Value>) -> PyResult<Option<(i64, i64)>> {
    let is_index = |v: Option<Value>| v.is_none_or(crate::number::is_index);
    if !is_index(i) || !is_index(j) {
        return Ok(None);
    }
    let number = |v: Option<Value>, absent: i64| match v {
        None => Ok(absent),
        Some(v) => crate::number::as_index_clamped(v),
    };
    let (mut i, mut j) = (number(i, 0)?, number(j, i64::MAX)?);
    if (i < 0 || j < 0)
        && let Some(len) = obj.ty().slots.len.get()
    {
        let n = len(obj)?;
        if i < 0 {
            i = i.saturating_add(n);
        }
        if j < 0 {
            j = j.saturating_add(n);
        }
    }
    Ok(Some((i, j)))
}

fn slice_of(i: Option<Value>, j: Option<Value>) -> Value {
    let none = Value::none();
    slice::new(i.unwrap_or(none), j.unwrap_or(none), none).into()
}

pub fn get_slice(obj: Value, i: Option<Value>, j: Option<Value>) -> PyResult {
    if let Some(f) = obj.ty().slots.getslice.get()
        && let Some((i, j)) = bounds(obj, i, j)?
    {
        return f(obj, i, j);
    }
    if obj.ty().slots.getitem.get().is_none() {
        return Err(raise_fmt!(
            crate::error::type_error,
            "'{}' object has no attribute '__getitem__'",
            crate::attr::type_name(obj)
        ));
    }
    protocol::get_item(obj, slice_of(i, j))
}

/// `obj[i:j:k]`, of the three bounds; sequences of our own are asked without a slice object in between.
pub fn get_stepped(obj: Value, bounds: &[Value]) -> PyResult {
    let &[start, stop, step] = bounds else {
        unreachable!("the node has three bounds")
    };
    if let Some(bounds) = slice::Bounds::small(start, stop, step) {
        if let Some(l) = obj.exact::<List>() {
            return Ok(list::slices::picked(l, bounds.of(l.len())));
        }
        if let Some(s) = obj.exact::<Str>() {
            return str::slots::picked(s, bounds.of(s.bytes().len()));
        }
        if let Some(t) = obj.exact::<Tuple>() {
            return Ok(tuple::picked(t, bounds.of(t.len())));
        }
        if let Some(u) = obj.exact::<Unicode>() {
            return unicode::slots::picked(u, bounds.of(u.length()));
        }
    }
    protocol::get_item(obj, slice::new(start, stop, step).into())
}

/// `obj[i:j:k]` for [`put_slice`]: a list with plain bounds itself, which nothing changes before.
pub fn hold_slice(of: &[Value]) -> PyResult {
    let &[obj, start, stop, step] = of else {
        unreachable!("the node has an object and three bounds")
    };
    match plain_slice(obj, start, stop, step) {
        Some(_) => Ok(obj),
        None => get_stepped(obj, &of[1..]),
    }
}

/// The list and the range, of a slice that gives a new list and runs no code.
#[inline(always)]
fn plain_slice(
    obj: Value,
    start: Value,
    stop: Value,
    step: Value,
) -> Option<(Ref<List>, slice::Range)> {
    let l = obj.exact::<List>()?;
    let bounds = slice::Bounds::small(start, stop, step)?;
    Some((l, bounds.of(l.len())))
}

/// `obj[i:j] = x`: of what [`hold_slice`] was given and has made, and `obj`.
pub fn put_slice(i: Option<Value>, j: Option<Value>, what: &[Value]) -> PyResult<()> {
    let &[from, start, stop, step, held, obj] = what else {
        unreachable!("the node has six operands besides the bounds")
    };
    if held != from {
        return assign(obj, i, j, Some(held));
    }
    let Some((from, range)) = plain_slice(from, start, stop, step) else {
        // An object that is its own slice.
        return assign(obj, i, j, Some(held));
    };
    // Asking a bound for an index may change what is sliced.
    let runs_nothing = |v: Option<Value>| v.is_none_or(|v| v.is_small_int());
    if runs_nothing(i)
        && runs_nothing(j)
        && let Some(to) = obj.exact::<List>()
        && let Some(bounds) = bounds(obj, i, j)?
        && list::slices::move_items(to, bounds, from, range)
    {
        return Ok(());
    }
    assign(obj, i, j, Some(list::slices::picked(from, range)))
}

/// `obj[start::-1]` for [`put_backwards`].
pub fn hold_backwards(obj: Value, start: Value) -> PyResult {
    hold_slice(&[obj, start, Value::none(), Value::small_int(-1)])
}

/// `obj[:stop] = obj[start::-1]`, of which [`hold_backwards`] has made the right side.
pub fn put_backwards(held: Value, start: Value, stop: Value, obj: Value) -> PyResult<()> {
    let none = Value::none();
    let step = Value::small_int(-1);
    put_slice(None, Some(stop), &[obj, start, none, step, held, obj])
}

pub fn set_slice(obj: Value, i: Option<Value>, j: Option<Value>, x: Value) -> PyResult<()> {
    assign(obj, i, j, Some(x))
}

pub fn delete_slice(obj: Value, i: Option<Value>, j: Option<Value>) -> PyResult<()> {
    assign(obj, i, j, None)
}

fn assign(obj: Value, i: Option<Value>, j: Option<Value>, x: Option<Value>) -> PyResult<()> {
    if let Some(f) = obj.ty().slots.setslice.get()
        && let Some((i, j)) = bounds(obj, i, j)?
    {
        return f(obj, i, j, x);
    }
    protocol::set_item(obj, slice_of(i, j), x)
}
