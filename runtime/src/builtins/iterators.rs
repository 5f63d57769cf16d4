//! Iterator objects of sequences, `iter(callable, sentinel)`, and loops over iterables in Rust.
//!
//! An iterator that came to its end lets go of what it went over, and so stays at its end even when
//! that grows afterwards.

use crate::error::{PyResult, Raised};
use crate::exception::pending_matches;
use crate::heap;
use crate::layouts::{CallableIter, List, ListIter, ListReverseIter, SeqIter, Tuple, TupleIter};
use crate::object::Ref;
use crate::value::Value;
use crate::{call, protocols, thread, types};

/// Calls `f` with each value that an iterable yields.
#[inline]
pub fn for_each(iterable: Value, mut f: impl FnMut(Value) -> PyResult<()>) -> PyResult<()> {
    for_each_while(iterable, |v| f(v).map(|()| true))
}

/// Calls `f` with the values that an iterable yields while it returns true.
pub fn for_each_while(iterable: Value, mut f: impl FnMut(Value) -> PyResult<bool>) -> PyResult<()> {
    if let Some(t) = iterable.exact::<Tuple>() {
        for v in t.items() {
            if !f(*v)? {
                break;
            }
        }
        return Ok(());
    }
    if let Some(l) = iterable.exact::<List>() {
        let mut i = 0;
        while let Some(v) = l.item(i) {
            if !f(v)? {
                break;
            }
            i += 1;
        }
        return Ok(());
    }
    let it = protocols::iter(iterable)?;
    while let Some(v) = protocols::next(it)? {
        if !f(v)? {
            break;
        }
    }
    Ok(())
}

/// Calls `f` with each value that is left in an iterator.
pub fn drain(it: Value, mut f: impl FnMut(Value) -> PyResult<()>) -> PyResult<()> {
    while let Some(v) = protocols::next(it)? {
        f(v)?;
    }
    Ok(())
}

/// `iter(iterator)`
pub fn identity(self_: Value) -> PyResult {
    Ok(self_)
}

/// An iterator over a list.
#[inline]
pub fn list_iter(l: Ref<List>) -> Ref<ListIter> {
    let it = heap::new_object::<ListIter>(types::LIST_ITER.get());
    it.list.set(Some(l));
    it
}

/// The next element of a list.
#[inline]
pub fn list_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(it) = self_.cast::<ListIter>() else { return Ok(None) };
    let Some(l) = it.list.get() else { return Ok(None) };
    let i = it.index.get();
    let v = l.item(i as usize);
    match v {
        Some(_) => it.index.set(i + 1),
        None => it.list.set(None),
    }
    Ok(v)
}

/// How many are left.
pub fn list_hint(self_: Ref<ListIter>) -> i64 {
    self_.list.get().map_or(0, |l| (l.len.get() - self_.index.get()).max(0))
}

/// An iterator over a list from its end.
pub fn list_reverse_iter(l: Ref<List>) -> Ref<ListReverseIter> {
    let it = heap::new_object::<ListReverseIter>(types::LIST_REVERSE_ITER.get());
    it.list.set(Some(l));
    it.index.set(l.len.get() - 1);
    it
}

/// The element before.
pub fn list_reverse_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(it) = self_.cast::<ListReverseIter>() else { return Ok(None) };
    let Some(l) = it.list.get() else { return Ok(None) };
    let i = it.index.get();
    let v = usize::try_from(i).ok().and_then(|i| l.item(i));
    match v {
        Some(_) => it.index.set(i - 1),
        None => {
            it.index.set(-1);
            it.list.set(None);
        }
    }
    Ok(v)
}

/// How many are left.
pub fn list_reverse_hint(self_: Ref<ListReverseIter>) -> i64 {
    let left = self_.index.get() + 1;
    match self_.list.get() {
        Some(l) if l.len.get() >= left => left,
        _ => 0,
    }
}

/// An iterator over a tuple.
#[inline]
pub fn tuple_iter(t: Ref<Tuple>) -> Ref<TupleIter> {
    let it = heap::new_object::<TupleIter>(types::TUPLE_ITER.get());
    it.tuple.set(Some(t));
    it
}

/// The next element of a tuple.
#[inline]
pub fn tuple_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(it) = self_.cast::<TupleIter>() else { return Ok(None) };
    let Some(t) = it.tuple.get() else { return Ok(None) };
    let i = it.index.get();
    let v = t.items().get(i as usize).copied();
    match v {
        Some(_) => it.index.set(i + 1),
        None => it.tuple.set(None),
    }
    Ok(v)
}

/// How many are left.
pub fn tuple_hint(self_: Ref<TupleIter>) -> i64 {
    self_.tuple.get().map_or(0, |t| t.len.get() - self_.index.get())
}

/// `iter(seq)` of what has `__getitem__` but no `__iter__`.
pub fn seq_iter(seq: Value) -> Ref<SeqIter> {
    let it = heap::new_object::<SeqIter>(types::SEQ_ITER.get());
    it.seq.set(Some(seq));
    it
}

/// `seq[0]`, `seq[1]`, … until IndexError.
pub fn seq_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(it) = self_.cast::<SeqIter>() else { return Ok(None) };
    let Some(seq) = it.seq.get() else { return Ok(None) };
    let i = it.index.get();
    match protocols::sequence_item(seq, i) {
        Ok(v) => {
            it.index.set(i + 1);
            Ok(Some(v))
        }
        Err(Raised) if ends_iteration() => {
            it.seq.set(None);
            Ok(None)
        }
        Err(e) => Err(e),
    }
}

/// Is the pending exception IndexError or StopIteration? Then it is taken back.
fn ends_iteration() -> bool {
    let ends = pending_matches(types::INDEX_ERROR.get()) || pending_matches(types::STOP_ITERATION.get());
    if ends {
        thread::current().take_pending();
    }
    ends
}

/// How many are left: what `len(seq)` says.
pub fn seq_hint(self_: Ref<SeqIter>) -> PyResult<i64> {
    match self_.seq.get() {
        Some(seq) if protocols::has_len(seq) => Ok((protocols::len(seq)? - self_.index.get()).max(0)),
        Some(_) => Ok(0),
        None => Ok(0),
    }
}

/// `iter(callable, sentinel)`
pub fn callable_iter(callable: Value, sentinel: Value) -> Ref<CallableIter> {
    let it = heap::new_object::<CallableIter>(types::CALLABLE_ITER.get());
    it.callable.set(Some(callable));
    it.sentinel.set(Some(sentinel));
    it
}

/// What the callable returns, until it is equal to the sentinel.
pub fn callable_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(it) = self_.cast::<CallableIter>() else { return Ok(None) };
    let (Some(callable), Some(sentinel)) = (it.callable.get(), it.sentinel.get()) else { return Ok(None) };
    let end = || {
        it.callable.set(None);
        it.sentinel.set(None);
    };
    match call::call_values(callable, &[]) {
        Ok(v) => {
            if protocols::equal(v, sentinel)? {
                end();
                return Ok(None);
            }
            Ok(Some(v))
        }
        Err(Raised) if pending_matches(types::STOP_ITERATION.get()) => {
            thread::current().take_pending();
            end();
            Ok(None)
        }
        Err(e) => Err(e),
    }
}
