//! count, cycle, repeat.

use crate::builtins::str as bytes;
use crate::builtins::{list, receiver, tuple};
use crate::call::Args;
use crate::convert;
use crate::error::{PyResult, type_error};
use crate::layouts::{ItCount, ItCycle, ItRepeat};
use crate::number;
use crate::object::Ref;
use crate::protocol;
use crate::typeobj::Type;
use crate::types;
use crate::types::parse;
use crate::value::Value;

pub fn count_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let [start, step] = parse::keywords(args, 0, "count", &["start", "step"], 0)?;
    for v in [start, step].into_iter().flatten() {
        if !number::is_number(v) {
            return Err(type_error("a number is required"));
        }
    }
    let step = step.unwrap_or(Value::small_int(1));
    let start = start.unwrap_or(Value::small_int(0));
    // Whatever is no int is asked for one, which decides nothing.
    if start.as_int().is_none() {
        let _ = crate::exception::quiet(|| number::int_from_number(start));
    }
    // Counting in machine integers: the start is an int or bool, the step an int or bool of value 1.
    let by_one = step.as_int() == Some(1);
    let (next, value) = match start.as_int() {
        Some(i) if by_one => (i, None),
        _ => (0, Some(start)),
    };
    Ok(ItCount::alloc_for(ty, next, value, step).into())
}

pub fn count_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(c) = self_.cast::<ItCount>() else {
        return Ok(None);
    };
    if let Some(v) = c.value.get() {
        c.value.set(Some(number::add(v, c.step.get())?));
        return Ok(Some(v));
    }
    let i = c.next.get();
    match i.checked_add(1) {
        Some(n) => c.next.set(n),
        // From here on the numbers are longs.
        None => c
            .value
            .set(Some(number::add(Value::int(i), Value::small_int(1))?)),
    }
    Ok(Some(Value::int(i)))
}

/// `c.__reduce__()`: a count of the same type from the next number on.
pub fn count_reduce(c: Ref<ItCount>) -> PyResult {
    let step = c.step.get();
    let next = c.value.get().unwrap_or_else(|| Value::int(c.next.get()));
    let by_one = c.value.get().is_none() && step.as_int() == Some(1);
    let args = if by_one {
        tuple::from_slice(&[next])
    } else {
        tuple::from_slice(&[next, step])
    };
    Ok(tuple::from_slice(&[c.value().ty().into(), args.into()]).into())
}

pub fn count_repr(self_: Value) -> PyResult {
    let Some(c) = self_.cast::<ItCount>() else {
        return Err(receiver::wrong("itertools.count", self_));
    };
    let next = match c.value.get() {
        Some(v) => v,
        None => Value::int(c.next.get()),
    };
    let mut out = b"count(".to_vec();
    out.extend_from_slice(protocol::repr(next)?.bytes());
    let step = c.step.get();
    if step.as_int() != Some(1) {
        out.extend_from_slice(b", ");
        out.extend_from_slice(protocol::repr(step)?.bytes());
    }
    out.push(b')');
    Ok(bytes::new(&out).into())
}

pub fn cycle_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let a = super::positional(ty, &types::IT_CYCLE, args, 1, 1)?;
    let it = protocol::iter(a[0])?;
    Ok(ItCycle::alloc_for(ty, Some(it), list::new(), 0).into())
}

pub fn cycle_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(c) = self_.cast::<ItCycle>() else {
        return Ok(None);
    };
    if let Some(it) = c.iter.get() {
        if let Some(v) = protocol::next(it)? {
            c.saved.get().try_push(v)?;
            return Ok(Some(v));
        }
        c.iter.set(None);
    }
    let saved = c.saved.get();
    let mut i = c.index.get();
    if i as usize >= saved.len() {
        i = 0;
    }
    c.index.set(i + 1);
    Ok(saved.item(i as usize))
}

pub fn repeat_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let [object, times] = parse::keywords(args, 0, "repeat", &["object", "times"], 1)?;
    let left = match times {
        Some(n) => convert::index(n)?.max(0),
        None => -1,
    };
    let object = object.unwrap_or_else(Value::none);
    Ok(ItRepeat::alloc_for(ty, object, left).into())
}

pub fn repeat_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(r) = self_.cast::<ItRepeat>() else {
        return Ok(None);
    };
    match r.left.get() {
        0 => return Ok(None),
        n if n > 0 => r.left.set(n - 1),
        _ => {}
    }
    Ok(Some(r.object.get()))
}

pub fn repeat_repr(self_: Value) -> PyResult {
    let Some(r) = self_.cast::<ItRepeat>() else {
        return Err(receiver::wrong("itertools.repeat", self_));
    };
    let mut out = b"repeat(".to_vec();
    out.extend_from_slice(protocol::repr(r.object.get())?.bytes());
    if r.left.get() >= 0 {
        out.extend_from_slice(format!(", {}", r.left.get()).as_bytes());
    }
    out.push(b')');
    Ok(bytes::new(&out).into())
}

pub fn repeat_hint(self_: Ref<ItRepeat>) -> PyResult<i64> {
    match self_.left.get() {
        n if n < 0 => Err(type_error("len() of unsized object")),
        n => Ok(n),
    }
}
