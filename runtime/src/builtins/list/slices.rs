//! Subscripts of lists: `l[i]`, `l[i:j]`, `l[i:j:k]`; reading, assigning, deleting.

use crate::builtins::{sequence, slice};
use crate::error::{PyResult, Raised, index_error};
use crate::exception::pending_matches;
use crate::layouts::{Buffer, List, Slice};
use crate::object::Ref;
use crate::types;
use crate::value::Value;

use super::{as_sequence, new_of, this};

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
    Ok(picked(l, slice::resolve(s, || l.len())?))
}

/// A new list of the elements at the indices of a range.
pub fn picked(l: Ref<List>, range: slice::Range) -> Value {
    if range.step == 1 {
        return copy_range(l, range.start as usize, range.len).into();
    }
    let items = Buffer::with_capacity(range.len);
    let from = l.items.get();
    if range.step == -1 && range.len > 0 {
        let end = range.start as usize + 1;
        let from = &from.slots()[end - range.len..end];
        for (to, from) in items.slots().iter().zip(from.iter().rev()) {
            to.set(from.get());
        }
    } else {
        for (to, i) in items.slots().iter().zip(range.iter()) {
            to.set(from.slot(i).get());
        }
    }
    new_of(types::LIST.get(), items, range.len).into()
}

/// `to[i:j] = from[range]` without a list between, where that is easy: as many items, of another list, or the same ones
/// backwards. False when it is not, and nothing is done.
pub fn move_items(to: Ref<List>, (i, j): (i64, i64), from: Ref<List>, range: slice::Range) -> bool {
    let (i, j) = sequence::clamp(i, j, to.len());
    if j - i != range.len {
        return false;
    }
    let items = to.items.get();
    let place = &items.slots()[i..j];
    if from != to {
        let from = from.items.get();
        for (to, i) in place.iter().zip(range.iter()) {
            to.set(from.slot(i).get());
        }
        return true;
    }
    if range.step != -1 || range.start as usize + 1 != j {
        return false;
    }
    let (first, last) = place.split_at(place.len() / 2);
    for (a, b) in first.iter().zip(last.iter().rev()) {
        let held = a.get();
        a.set(b.get());
        b.set(held);
    }
    true
}

/// `l[i:j]`
pub fn getslice(self_: Value, i: i64, j: i64) -> PyResult {
    let l = this(self_)?;
    let (i, j) = sequence::clamp(i, j, l.len());
    Ok(copy_range(l, i, j - i).into())
}

/// `l[i:j]`, with bounds as the program has them.
#[inline]
pub fn part(l: Ref<List>, i: i64, j: i64) -> Ref<List> {
    let (i, j) = sequence::slice_bounds(i, j, l.len());
    copy_range(l, i, j - i)
}

#[inline]
fn copy_range(l: Ref<List>, start: usize, n: usize) -> Ref<List> {
    let items = Buffer::with_capacity(n);
    items.copy_from(0, &l.items.get(), start, n);
    new_of(types::LIST.get(), items, n)
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

/// What is assigned to a slice of `l`: a buffer and how many of its slots. Nothing that runs later changes them.
fn values_of(l: Ref<List>, v: Value, message: &str) -> PyResult<(Ref<Buffer>, usize)> {
    let of = match v.exact::<List>() {
        // Nobody but `l` is written to before all is copied.
        Some(other) if !std::ptr::eq(other.as_ptr(), l.as_ptr()) => other,
        _ => as_sequence(v).map_err(|e| {
            if pending_matches(types::TYPE_ERROR.get()) {
                crate::error::type_error(message)
            } else {
                e
            }
        })?,
    };
    Ok((of.items.get(), of.len()))
}

/// Replaces elements `i..j` by those of an iterable, or by none.
pub fn splice(l: Ref<List>, i: usize, j: usize, v: Option<Value>) -> PyResult<()> {
    let (new, n) = match v {
        Some(v) => values_of(l, v, "can only assign an iterable")?,
        None => (Buffer::empty(), 0),
    };
    // Making the values may have run code that changed the list.
    let i = i.min(l.len());
    let j = j.clamp(i, l.len());
    if n <= j - i {
        l.items.get().copy_from(i, &new, 0, n);
        if n < j - i {
            l.remove_range(i + n, j);
        }
    } else {
        l.open_gap(j, n - (j - i))?;
        l.items.get().copy_from(i, &new, 0, n);
    }
    Ok(())
}

fn assign_extended(l: Ref<List>, s: Ref<Slice>, range: slice::Range, v: Value) -> PyResult<()> {
    let (new, n) = values_of(l, v, "must assign iterable to extended slice")?;
    if n != range.len {
        return Err(raise_fmt!(
            value_error,
            "attempt to assign sequence of size {} to extended slice of size {}",
            n,
            range.len
        ));
    }
    let _ = s;
    for (to, from) in range.iter().zip(0..n) {
        if let Some(v) = new.slot(from).get() {
            l.set_item(to, v);
        }
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
