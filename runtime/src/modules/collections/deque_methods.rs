//! `deque`: what Python sees of it.

use super::deque::{mutated, new_of};
use crate::builtins::{list, receiver, repr_guard, sequence, str as bytes, tuple};
use crate::call::{self, Args};
use crate::error::{PyResult, index_error, value_error};
use crate::layouts::{Deque, DequeIter, DequeReverseIter};
use crate::object::Ref;
use crate::protocol::{self, CmpOp};
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;
use crate::{attr, names, number};

fn this(v: Value) -> PyResult<Ref<Deque>> {
    match v.cast::<Deque>() {
        Some(d) => Ok(d),
        None => Err(receiver::wrong("collections.deque", v)),
    }
}

/// `deque.__new__`: an empty deque; arguments are `__init__`'s.
pub fn deque_new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    Ok(new_of(ty, -1).into())
}

pub fn deque_init(self_: Value, args: Args<'_>) -> PyResult<()> {
    let d = this(self_)?;
    let [iterable, maxlen] = parse::keywords(args, 0, "deque", &["iterable", "maxlen"], 0)?;
    let maxlen = match maxlen.filter(|m| !m.is_none()) {
        Some(m) => {
            let n = size_argument(m)?;
            if n < 0 {
                return Err(value_error("maxlen must be non-negative"));
            }
            n
        }
        None => -1,
    };
    d.maxlen.set(maxlen);
    d.clear();
    match iterable {
        Some(it) => deque_extend(d, it),
        None => Ok(()),
    }
}

fn size_argument(v: Value) -> PyResult<i64> {
    if let Some(number::Num::Long(n)) = number::Num::of(v)
        && n.to_i64().is_none()
    {
        return Err(raise_fmt!(
            overflow_error,
            "long int too large to convert to int"
        ));
    }
    number::int_from_number(v)
}

pub fn deque_append(self_: Ref<Deque>, item: Value) -> PyResult<()> {
    self_.push_right(item)
}

pub fn deque_appendleft(self_: Ref<Deque>, item: Value) -> PyResult<()> {
    self_.push_left(item)
}

pub fn deque_clear(self_: Ref<Deque>) -> PyResult<()> {
    self_.clear();
    Ok(())
}

pub fn deque_pop(self_: Ref<Deque>) -> PyResult {
    self_
        .pop_right()
        .ok_or_else(|| index_error("pop from an empty deque"))
}

pub fn deque_popleft(self_: Ref<Deque>) -> PyResult {
    self_
        .pop_left()
        .ok_or_else(|| index_error("pop from an empty deque"))
}

/// What an iterable yields, put in by `push`. The deque itself is copied first.
fn extend(d: Ref<Deque>, iterable: Value, push: fn(&Deque, Value) -> PyResult<()>) -> PyResult<()> {
    if iterable == d.value() {
        let copy = list::from_iterable(iterable)?;
        return extend(d, copy.into(), push);
    }
    let it = protocol::iter(iterable)?;
    while let Some(v) = protocol::next(it)? {
        push(&d, v)?;
    }
    Ok(())
}

pub fn deque_extend(self_: Ref<Deque>, iterable: Value) -> PyResult<()> {
    extend(self_, iterable, Deque::push_right)
}

pub fn deque_extendleft(self_: Ref<Deque>, iterable: Value) -> PyResult<()> {
    extend(self_, iterable, Deque::push_left)
}

pub fn deque_iadd(self_: Value, other: Value) -> PyResult {
    deque_extend(this(self_)?, other)?;
    Ok(self_)
}

pub fn deque_copy(self_: Ref<Deque>) -> PyResult {
    let ty = self_.value().ty().value();
    match self_.maxlen.get() {
        n if n < 0 => call::call_values(ty, &[self_.value()]),
        n => call::call_values(ty, &[self_.value(), Value::int(n)]),
    }
}

pub fn deque_reduce(self_: Ref<Deque>) -> PyResult {
    let v = self_.value();
    let attributes = attr::find(v, names::dict())?;
    let items = list::from_iterable(v)?.into();
    let maxlen = deque_maxlen(v)?;
    let ty = v.ty().value();
    let args = match attributes {
        None if maxlen.is_none() => tuple::from_slice(&[items]),
        _ => tuple::from_slice(&[items, maxlen]),
    };
    Ok(match attributes {
        Some(d) => tuple::from_slice(&[ty, args.into(), d]),
        None => tuple::from_slice(&[ty, args.into()]),
    }
    .into())
}

pub fn deque_maxlen(v: Value) -> PyResult {
    Ok(match this(v)?.maxlen.get() {
        n if n < 0 => Value::none(),
        n => Value::int(n),
    })
}

pub fn deque_repr(self_: Value) -> PyResult {
    let d = this(self_)?;
    let Some(_guard) = repr_guard::enter(self_) else {
        return Ok(bytes::new(b"[...]").into());
    };
    let items = list::from_iterable(self_)?;
    let mut out = b"deque(".to_vec();
    repr_guard::item(items.into(), &mut out)?;
    if d.maxlen.get() >= 0 {
        out.extend_from_slice(format!(", maxlen={}", d.maxlen.get()).as_bytes());
    }
    out.push(b')');
    Ok(bytes::new(&out).into())
}

pub fn deque_len(self_: Value) -> PyResult<i64> {
    Ok(this(self_)?.len.get())
}

/// A subscript as place of an item.
fn place(d: Ref<Deque>, index: Value) -> PyResult<usize> {
    let i = sequence::numbered(d.into(), index)?;
    usize::try_from(i)
        .ok()
        .filter(|&i| i < d.count())
        .ok_or_else(|| index_error("deque index out of range"))
}

pub fn deque_getitem(self_: Value, index: Value) -> PyResult {
    let d = this(self_)?;
    let i = place(d, index)?;
    d.item(i)
        .ok_or_else(|| index_error("deque index out of range"))
}

pub fn deque_setitem(self_: Value, index: Value, v: Option<Value>) -> PyResult<()> {
    let d = this(self_)?;
    let i = place(d, index)?;
    match v {
        Some(v) => d.set_item(i, v),
        None => d.remove_at(i),
    }
    Ok(())
}

pub fn deque_count(self_: Ref<Deque>, item: Value) -> PyResult<i64> {
    let state = self_.state.get();
    let mut n = 0;
    let mut i = 0;
    while let Some(v) = self_.item(i) {
        n += i64::from(protocol::equal(v, item)?);
        if self_.state.get() != state {
            return Err(mutated());
        }
        i += 1;
    }
    Ok(n)
}

pub fn deque_remove(self_: Ref<Deque>, item: Value) -> PyResult<()> {
    let len = self_.len.get();
    let mut i = 0;
    while let Some(v) = self_.item(i) {
        let found = protocol::equal(v, item)?;
        if self_.len.get() != len {
            return Err(index_error("deque mutated during remove()."));
        }
        if found {
            self_.remove_at(i);
            return Ok(());
        }
        i += 1;
    }
    Err(value_error("deque.remove(x): x not in deque"))
}

pub fn deque_reverse(self_: Ref<Deque>) -> PyResult<()> {
    self_.reverse();
    Ok(())
}

pub fn deque_rotate(self_: Ref<Deque>, n: i32) -> PyResult<()> {
    self_.rotate(i64::from(n));
    Ok(())
}

/// What CPython's object would take, filled from its left end: blocks of 62 items, the first of which begin in
/// the middle of one.
pub fn deque_sizeof(self_: Ref<Deque>) -> PyResult<i64> {
    const BLOCK: i64 = 512;
    const ITEMS: i64 = 62;
    const FIRST: i64 = 31;
    Ok(crate::sizes::of_object(self_.into())
        + BLOCK * ((FIRST + self_.len.get() + ITEMS - 1) / ITEMS))
}

pub fn deque_richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    let (Some(x), Some(y)) = (a.cast::<Deque>(), b.cast::<Deque>()) else {
        return Ok(crate::singletons::not_implemented());
    };
    let equality = matches!(op, CmpOp::Eq | CmpOp::Ne);
    if equality && x == y {
        return Ok(Value::bool(op == CmpOp::Eq));
    }
    if equality && x.len.get() != y.len.get() {
        return Ok(Value::bool(op == CmpOp::Ne));
    }
    let states = (x.state.get(), y.state.get());
    let mut i = 0;
    while let (Some(v), Some(w)) = (x.item(i), y.item(i)) {
        let same = protocol::equal(v, w)?;
        if !same {
            // Items that differ are asked again, even whether they are equal.
            return protocol::compare_bool(v, w, op).map(Value::bool);
        }
        if (x.state.get(), y.state.get()) != states {
            return Err(mutated());
        }
        i += 1;
    }
    Ok(Value::bool(op.holds_for(x.count().cmp(&y.count()))))
}

pub fn deque_iter(self_: Value) -> PyResult {
    let d = this(self_)?;
    Ok(DequeIter::alloc(d, 0, d.len.get(), d.state.get()).into())
}

pub fn deque_reversed(self_: Ref<Deque>) -> PyResult {
    Ok(DequeReverseIter::alloc(self_, self_.len.get() - 1, self_.state.get()).into())
}

pub fn deque_iter_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(it) = self_.cast::<DequeIter>() else {
        return Ok(None);
    };
    let d = it.deque.get();
    if d.state.get() != it.state.get() {
        it.left.set(0);
        return Err(mutated());
    }
    if it.left.get() == 0 {
        return Ok(None);
    }
    let i = it.index.get();
    it.index.set(i + 1);
    it.left.set(it.left.get() - 1);
    Ok(d.item(i as usize))
}

pub fn deque_iter_hint(self_: Ref<DequeIter>) -> PyResult<i64> {
    Ok(self_.left.get())
}

pub fn deque_reverse_iter_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(it) = self_.cast::<DequeReverseIter>() else {
        return Ok(None);
    };
    let i = it.index.get();
    if i < 0 {
        return Ok(None);
    }
    let d = it.deque.get();
    if d.state.get() != it.state.get() {
        it.index.set(-1);
        return Err(mutated());
    }
    it.index.set(i - 1);
    Ok(d.item(i as usize))
}

pub fn deque_reverse_iter_hint(self_: Ref<DequeReverseIter>) -> PyResult<i64> {
    Ok(self_.index.get() + 1)
}
