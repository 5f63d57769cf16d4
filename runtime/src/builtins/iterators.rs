//! Iterator objects of sequences, `iter(callable, sentinel)`, and loops over iterables in Rust.
//!
//! An iterator that came to its end lets go of what it went over, and so stays at its end even when
//! that grows afterwards.

use crate::builtins::{classobj, generator, unicode};
use crate::error::{PyResult, Raised};
use crate::exception::pending_matches;
use crate::layouts::{
    BuiltinFunction, CallableIter, Generator, List, ListIter, ListReverseIter, Long, RangeIter,
    SeqIter, Tuple, TupleIter, Unicode,
};
use crate::object::Ref;
use crate::typeobj::flags;
use crate::value::Value;
use crate::{attr, call, names, number, protocol, thread, types};

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
    let it = protocol::iter(iterable)?;
    while let Some(v) = protocol::next(it)? {
        if !f(v)? {
            break;
        }
    }
    Ok(())
}

/// Calls `f` with each value that is left in an iterator.
pub fn drain(it: Value, mut f: impl FnMut(Value) -> PyResult<()>) -> PyResult<()> {
    while let Some(v) = protocol::next(it)? {
        f(v)?;
    }
    Ok(())
}

/// Does an iterator make its items anew, so that nobody else has them?
fn is_fresh(it: Value) -> bool {
    match it.exact::<Generator>() {
        Some(g) => g.code.get().flags.get() & call::code_flags::FRESH != 0,
        None => it.ty().has(flags::FRESH) && !it.ty().has(flags::HEAP),
    }
}

/// Calls a function with each value that is left in an iterator, and `f` with each result.
///
/// Tuples that only the function has seen are used again where it kept nothing: its row says that it is quiet, and its
/// result is no object.
pub fn drain_through(
    function: Value,
    it: Value,
    mut f: impl FnMut(Value) -> PyResult<()>,
) -> PyResult<()> {
    let quiet = function
        .exact::<BuiltinFunction>()
        .is_some_and(|b| b.def.get().quiet);
    let mut again = quiet && is_fresh(it) && !thread::current().tracing.is_on();
    drain(it, |x| {
        let result = call::call_values(function, &[x])?;
        // Trace functions are told of what generators yield.
        again = again && !thread::current().tracing.is_on();
        if again
            && !result.is_ptr()
            && let Some(t) = x.exact::<Tuple>()
            && !t.items().is_empty()
        {
            if let Some(g) = it.exact::<Generator>() {
                generator::forget_yielded(g, x);
            }
            // SAFETY: the iterator made the tuple for this loop and has let go of it, and the function has not kept it.
            unsafe { crate::heap::take_back(t.addr() as *mut u8) };
        }
        f(result)
    })
}

/// `iter(iterator)`
pub fn identity(self_: Value) -> PyResult {
    Ok(self_)
}

/// An iterator over a list.
#[inline]
pub fn list_iter(l: Ref<List>) -> Ref<ListIter> {
    ListIter::alloc(Some(l), 0)
}

/// The next element of a list.
#[inline]
pub fn list_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(it) = self_.cast::<ListIter>() else {
        return Ok(None);
    };
    let Some(l) = it.list.get() else {
        return Ok(None);
    };
    let i = it.index.get();
    let v = l.item(i as usize);
    match v {
        Some(_) => it.index.set(i + 1),
        None => it.list.set(None),
    }
    Ok(v)
}

/// How many are left.
pub fn list_hint(self_: Ref<ListIter>) -> PyResult<i64> {
    Ok(self_
        .list
        .get()
        .map_or(0, |l| (l.len.get() - self_.index.get()).max(0)))
}

/// An iterator over a list from its end.
pub fn list_reverse_iter(l: Ref<List>) -> Ref<ListReverseIter> {
    ListReverseIter::alloc(Some(l), l.len.get() - 1)
}

/// The element before.
pub fn list_reverse_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(it) = self_.cast::<ListReverseIter>() else {
        return Ok(None);
    };
    let Some(l) = it.list.get() else {
        return Ok(None);
    };
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

/// How many are left; a long, as CPython has it.
pub fn list_reverse_hint(self_: Ref<ListReverseIter>) -> PyResult {
    Ok(number::long(list_reverse_left(self_)))
}

fn list_reverse_left(it: Ref<ListReverseIter>) -> i64 {
    let left = it.index.get() + 1;
    match it.list.get() {
        Some(l) if l.len.get() >= left => left,
        _ => 0,
    }
}

/// What `__length_hint__` of the commonest iterators says.
fn left(it: Value) -> Option<usize> {
    let n = if let Some(it) = it.exact::<ListIter>() {
        list_hint(it).ok()?
    } else if let Some(it) = it.exact::<ListReverseIter>() {
        list_reverse_left(it)
    } else if let Some(it) = it.exact::<TupleIter>() {
        tuple_hint(it).ok()?
    } else {
        it.exact::<RangeIter>()?.left.get()
    };
    usize::try_from(n).ok()
}

/// An iterator over a tuple.
#[inline]
pub fn tuple_iter(t: Ref<Tuple>) -> Ref<TupleIter> {
    TupleIter::alloc(Some(t), 0)
}

/// The next element of a tuple.
#[inline]
pub fn tuple_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(it) = self_.cast::<TupleIter>() else {
        return Ok(None);
    };
    let Some(t) = it.tuple.get() else {
        return Ok(None);
    };
    let i = it.index.get();
    let v = t.items().get(i as usize).copied();
    match v {
        Some(_) => it.index.set(i + 1),
        None => it.tuple.set(None),
    }
    Ok(v)
}

/// How many are left.
pub fn tuple_hint(self_: Ref<TupleIter>) -> PyResult<i64> {
    Ok(self_
        .tuple
        .get()
        .map_or(0, |t| t.len() as i64 - self_.index.get()))
}

/// `iter(seq)` of what has `__getitem__` but no `__iter__`.
pub fn sequence_iter(seq: Value) -> Value {
    SeqIter::alloc(Some(seq), 0).into()
}

/// `seq[0]`, `seq[1]`, … until IndexError.
pub fn seq_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(it) = self_.cast::<SeqIter>() else {
        return Ok(None);
    };
    let Some(seq) = it.seq.get() else {
        return Ok(None);
    };
    let i = it.index.get();
    if let Some(u) = seq.exact::<Unicode>() {
        let c = usize::try_from(i).ok().and_then(|i| u.get(i));
        match c {
            Some(c) => {
                it.index.set(i + 1);
                return Ok(Some(unicode::from_units(&[c])?.into()));
            }
            None => {
                it.seq.set(None);
                return Ok(None);
            }
        }
    }
    match protocol::get_item(seq, Value::int(i)) {
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
    let ends =
        pending_matches(types::INDEX_ERROR.get()) || pending_matches(types::STOP_ITERATION.get());
    if ends {
        thread::current().take_pending();
    }
    ends
}

/// How many are left: what `len(seq)` says.
pub fn seq_hint(self_: Ref<SeqIter>) -> PyResult<i64> {
    match self_.seq.get() {
        Some(seq) if seq.ty().slots.len.get().is_some() => {
            Ok((protocol::len(seq)? - self_.index.get()).max(0))
        }
        _ => Ok(0),
    }
}

/// `iter(callable, sentinel)`
pub fn callable_iter(callable: Value, sentinel: Value) -> Value {
    CallableIter::alloc(Some(callable), Some(sentinel)).into()
}

/// What the callable returns, until it is equal to the sentinel.
pub fn callable_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(it) = self_.cast::<CallableIter>() else {
        return Ok(None);
    };
    let (Some(callable), Some(sentinel)) = (it.callable.get(), it.sentinel.get()) else {
        return Ok(None);
    };
    let end = || {
        it.callable.set(None);
        it.sentinel.set(None);
    };
    match call::call_values(callable, &[]) {
        Ok(v) => {
            if is_sentinel(v, sentinel)? {
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

/// `v == sentinel`
fn is_sentinel(v: Value, sentinel: Value) -> PyResult<bool> {
    // What has no comparison of its own is not None.
    let slots = &v.ty().slots;
    if sentinel.is_none() && slots.richcmp.get().is_none() && slots.cmp.get().is_none() {
        return Ok(v.is_none());
    }
    protocol::equal(v, sentinel)
}

/// How many values an iterable will yield, as far as it says: its length, or what its
/// `__length_hint__` returns.
///
/// # Errors
/// What these raise, but for TypeError and AttributeError.
pub fn length_hint(iterable: Value, default: usize) -> PyResult<usize> {
    Ok(known_length(iterable)?.unwrap_or(default))
}

/// As [`length_hint`]; `None` when it says nothing.
pub fn known_length(iterable: Value) -> PyResult<Option<usize>> {
    if let Some(len) = iterable.ty().slots.len.get()
        && let Some(n) = unless_unsupported(len(iterable).map(Some))?
    {
        return Ok(usize::try_from(n).ok());
    }
    if classobj::is_instance(iterable) || iterable.exact::<Generator>().is_some() {
        return Ok(None);
    }
    if let Some(n) = left(iterable) {
        return thread::current().native(1, || Ok(Some(n)));
    }
    let Some(hint) = unless_unsupported(attr::call_special(iterable, names::length_hint(), &[]))?
    else {
        return Ok(None);
    };
    if hint.as_int().is_none() && hint.cast::<Long>().is_none() {
        return Ok(None);
    }
    Ok(usize::try_from(number::int_from_value(hint)?).ok())
}

/// `None` where a TypeError or AttributeError says that an object does not know.
fn unless_unsupported<T>(r: PyResult<Option<T>>) -> PyResult<Option<T>> {
    match r {
        Err(Raised)
            if pending_matches(types::TYPE_ERROR.get())
                || pending_matches(types::ATTRIBUTE_ERROR.get()) =>
        {
            thread::current().take_pending();
            Ok(None)
        }
        r => r,
    }
}
