//! Subscripts of lists: `l[i]`, `l[i:j]`, `l[i:j:k]`; reading, assigning, deleting.

use crate::builtins::{sequence, slice};
use crate::error::{PyResult, Raised, index_error};
use crate::exception::pending_matches;
use crate::layouts::{Buffer, List, Slice, Tuple};
use crate::object::Ref;
use crate::types;
use crate::value::Value;

use super::{new_of, this};

/// `l[i]`
#[inline]
pub fn getitem(self_: Value, index: Value) -> PyResult {
    let l = this(self_)?;
    if let Some(i) = sequence::index(index)? {
        return match sequence::wrap(i, l.len()).and_then(|i| l.item(i)) {
            Some(v) => Ok(v),
            None => Err(index_error("list index out of range")),
        };
    }
    let Some(s) = index.cast::<Slice>() else {
        return Err(bad_index(index));
    };
    let range = slice::resolve(s, || l.len())?;
    if range.step == 1 {
        return copy_range(l, range.start as usize, range.len);
    }
    let from = l.items.get();
    let items = Buffer::with_capacity(range.len);
    for (to, i) in items.slots().iter().zip(range.iter()) {
        to.set(from.slot(i).get());
    }
    Ok(new_of(types::LIST.get(), items, range.len).into())
}

/// `l[i:j]`
pub fn getslice(self_: Value, i: i64, j: i64) -> PyResult {
    let l = this(self_)?;
    let (i, j) = sequence::clamp(i, j, l.len());
    copy_range(l, i, j - i)
}

fn copy_range(l: Ref<List>, start: usize, n: usize) -> PyResult {
    let items = Buffer::with_capacity(n);
    items.copy_from(0, &l.items.get(), start, n);
    Ok(new_of(types::LIST.get(), items, n).into())
}

/// `l[i] = v`, `del l[i]`
#[inline]
pub fn setitem(self_: Value, index: Value, v: Option<Value>) -> PyResult<()> {
    let l = this(self_)?;
    if let Some(i) = sequence::index(index)? {
        let Some(i) = sequence::wrap(i, l.len()) else {
            return Err(index_error("list assignment index out of range"));
        };
        match v {
            Some(v) => l.set_item(i, v),
            None => l.remove_range(i, i + 1),
        }
        return Ok(());
    }
    let Some(s) = index.cast::<Slice>() else {
        return Err(bad_index(index));
    };
    let range = slice::resolve(s, || l.len())?;
    if range.step == 1 {
        return splice(l, range.start as usize, range.start as usize + range.len, v);
    }
    match v {
        Some(v) => assign_extended(l, s, range, v),
        None => {
            delete_extended(l, range);
            Ok(())
        }
    }
}

/// `l[i:j] = v`, `del l[i:j]`
pub fn setslice(self_: Value, i: i64, j: i64, v: Option<Value>) -> PyResult<()> {
    let l = this(self_)?;
    let (i, j) = sequence::clamp(i, j, l.len());
    splice(l, i, j, v)
}

#[cold]
fn bad_index(index: Value) -> Raised {
    raise_fmt!(
        type_error,
        "list indices must be integers, not {}",
        crate::attr::type_name(index)
    )
}

/// What is assigned to a slice, as values that stay as they are: a list of ours, or a tuple's.
fn values_of(v: Value, message: &str) -> PyResult<Ref<Tuple>> {
    // A list is copied: it may be the one that is assigned to.
    crate::builtins::tuple::from_iterable(v).map_err(|e| {
        if pending_matches(types::TYPE_ERROR.get()) {
            crate::error::type_error(message)
        } else {
            e
        }
    })
}

/// Replaces elements `i..j` by those of an iterable, or by none.
pub fn splice(l: Ref<List>, i: usize, j: usize, v: Option<Value>) -> PyResult<()> {
    let new = match v {
        Some(v) => values_of(v, "can only assign an iterable")?,
        None => crate::builtins::tuple::empty(),
    };
    // Making the values may have run code that changed the list.
    let i = i.min(l.len());
    let j = j.clamp(i, l.len());
    let n = new.len();
    if n < j - i {
        l.items.get().write(i, new.items());
        l.remove_range(i + n, j);
    } else {
        l.open_gap(j, n - (j - i))?;
        l.items.get().write(i, new.items());
    }
    Ok(())
}

fn assign_extended(l: Ref<List>, s: Ref<Slice>, range: slice::Range, v: Value) -> PyResult<()> {
    let new = values_of(v, "must assign iterable to extended slice")?;
    if new.len() != range.len {
        return Err(raise_fmt!(
            value_error,
            "attempt to assign sequence of size {} to extended slice of size {}",
            new.len(),
            range.len
        ));
    }
    let _ = s;
    for (i, v) in range.iter().zip(new.items()) {
        l.set_item(i, *v);
    }
    Ok(())
}

fn delete_extended(l: Ref<List>, range: slice::Range) {
    if range.len == 0 {
        return;
    }
    let range = range.ascending();
    let items = l.items.get();
    let n = l.len();
    let mut to = range.start as usize;
    let mut next = range.iter().peekable();
    for from in range.start as usize..n {
        if next.next_if_eq(&from).is_none() {
            items.slot(to).set(items.slot(from).get());
            to += 1;
        }
    }
    l.shrink(to);
}
