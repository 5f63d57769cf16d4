//! What goes through one iterable: ifilter, ifilterfalse, takewhile, dropwhile, islice, compress, starmap.

use crate::builtins::tuple;
use crate::call::{self, Args};
use crate::error::{PyResult, value_error};
use crate::exception::quiet;
use crate::layouts::{
    ItCompress, ItDropwhile, ItIfilter, ItIfilterfalse, ItIslice, ItStarmap, ItTakewhile, Tuple,
};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::types::{self, parse};
use crate::value::Value;
use crate::{number, protocol};

/// What the function says of an item: None and `bool` say its truth.
#[inline]
fn holds(function: Value, v: Value) -> PyResult<bool> {
    if function.is_none() || function == types::BOOL.get().value() {
        return protocol::truth(v);
    }
    protocol::truth(call::call_values(function, &[v])?)
}

pub fn ifilter_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let a = super::positional(ty, &types::IT_IFILTER, args, 2, 2)?;
    Ok(ItIfilter::alloc_for(ty, a[0], protocol::iter(a[1])?).into())
}

pub fn ifilter_next(self_: Value) -> PyResult<Option<Value>> {
    super::ended(ifilter_step(self_))
}

fn ifilter_step(self_: Value) -> PyResult<Option<Value>> {
    let Some(f) = self_.cast::<ItIfilter>() else {
        return Ok(None);
    };
    let (function, it) = (f.function.get(), f.iter.get());
    while let Some(v) = protocol::next(it)? {
        if holds(function, v)? {
            return Ok(Some(v));
        }
    }
    Ok(None)
}

pub fn ifilterfalse_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let a = super::positional(ty, &types::IT_IFILTERFALSE, args, 2, 2)?;
    Ok(ItIfilterfalse::alloc_for(ty, a[0], protocol::iter(a[1])?).into())
}

pub fn ifilterfalse_next(self_: Value) -> PyResult<Option<Value>> {
    super::ended(ifilterfalse_step(self_))
}

fn ifilterfalse_step(self_: Value) -> PyResult<Option<Value>> {
    let Some(f) = self_.cast::<ItIfilterfalse>() else {
        return Ok(None);
    };
    let (function, it) = (f.function.get(), f.iter.get());
    while let Some(v) = protocol::next(it)? {
        if !holds(function, v)? {
            return Ok(Some(v));
        }
    }
    Ok(None)
}

pub fn takewhile_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let a = super::positional(ty, &types::IT_TAKEWHILE, args, 2, 2)?;
    Ok(ItTakewhile::alloc_for(ty, a[0], protocol::iter(a[1])?, 0).into())
}

pub fn takewhile_next(self_: Value) -> PyResult<Option<Value>> {
    super::ended(takewhile_step(self_))
}

fn takewhile_step(self_: Value) -> PyResult<Option<Value>> {
    let Some(t) = self_.cast::<ItTakewhile>() else {
        return Ok(None);
    };
    if t.decided.get() != 0 {
        return Ok(None);
    }
    let Some(v) = protocol::next(t.iter.get())? else {
        return Ok(None);
    };
    if protocol::truth(call::call_values(t.predicate.get(), &[v])?)? {
        return Ok(Some(v));
    }
    t.decided.set(1);
    Ok(None)
}

pub fn dropwhile_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let a = super::positional(ty, &types::IT_DROPWHILE, args, 2, 2)?;
    Ok(ItDropwhile::alloc_for(ty, a[0], protocol::iter(a[1])?, 0).into())
}

pub fn dropwhile_next(self_: Value) -> PyResult<Option<Value>> {
    super::ended(dropwhile_step(self_))
}

fn dropwhile_step(self_: Value) -> PyResult<Option<Value>> {
    let Some(d) = self_.cast::<ItDropwhile>() else {
        return Ok(None);
    };
    let it = d.iter.get();
    while let Some(v) = protocol::next(it)? {
        if d.decided.get() != 0 {
            return Ok(Some(v));
        }
        if !protocol::truth(call::call_values(d.predicate.get(), &[v])?)? {
            d.decided.set(1);
            return Ok(Some(v));
        }
    }
    Ok(None)
}

/// A bound of islice; -1 when it is no number.
fn bound(v: Value, default: i64) -> i64 {
    if v.is_none() {
        return default;
    }
    quiet(|| number::int_from_number(v)).unwrap_or(-1)
}

const STOP: &str = "Stop argument for islice() must be None or an integer: 0 <= x <= maxint.";
const INDICES: &str = "Indices for islice() must be None or an integer: 0 <= x <= maxint.";
const STEP: &str = "Step for islice() must be a positive integer or None.";

pub fn islice_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let a = super::positional(ty, &types::IT_ISLICE, args, 2, 4)?;
    let (start, stop) = match *a {
        [_, stop] => (0, self::stop(stop)?),
        _ => (bound(a[1], 0), self::stop(a[2])?),
    };
    if start < 0 || stop.is_some_and(|stop| stop < 0) {
        return Err(value_error(INDICES));
    }
    let step = a.get(3).map_or(1, |step| bound(*step, 1));
    if step < 1 {
        return Err(value_error(STEP));
    }
    let stop = stop.unwrap_or(-1);
    let it = protocol::iter(a[0])?;
    Ok(ItIslice::alloc_for(ty, Some(it), start, stop, step, 0).into())
}

/// Where to stop, if at all. -1 is refused as what is no number.
fn stop(v: Value) -> PyResult<Option<i64>> {
    match bound(v, 0) {
        -1 => Err(value_error(STOP)),
        _ if v.is_none() => Ok(None),
        stop => Ok(Some(stop)),
    }
}

pub fn islice_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(s) = self_.cast::<ItIslice>() else {
        return Ok(None);
    };
    let Some(it) = s.iter.get() else {
        return Ok(None);
    };
    let stop = s.stop.get();
    // An exception ends it, as the end of the iterable does.
    let step = || {
        let v = protocol::next(it);
        if !matches!(v, Ok(Some(_))) {
            s.iter.set(None);
        }
        v
    };
    while s.at.get() < s.next.get() {
        if step()?.is_none() {
            return Ok(None);
        }
        s.at.set(s.at.get() + 1);
    }
    if stop >= 0 && s.at.get() >= stop {
        s.iter.set(None);
        return Ok(None);
    }
    let Some(v) = step()? else {
        return Ok(None);
    };
    s.at.set(s.at.get().saturating_add(1));
    let next = s.next.get().saturating_add(s.step.get());
    s.next.set(if stop >= 0 { next.min(stop) } else { next });
    Ok(Some(v))
}

pub fn compress_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let a = parse::keywords(args, 0, "compress", &["data", "selectors"], 2)?;
    let [Some(data), Some(selectors)] = a else {
        return Ok(Value::none());
    };
    let data = protocol::iter(data)?;
    let selectors = protocol::iter(selectors)?;
    Ok(ItCompress::alloc_for(ty, data, selectors).into())
}

pub fn compress_next(self_: Value) -> PyResult<Option<Value>> {
    super::ended(compress_step(self_))
}

fn compress_step(self_: Value) -> PyResult<Option<Value>> {
    let Some(c) = self_.cast::<ItCompress>() else {
        return Ok(None);
    };
    let (data, selectors) = (c.data.get(), c.selectors.get());
    loop {
        // The data first: an item whose selector is missing is lost.
        let Some(v) = protocol::next(data)? else {
            return Ok(None);
        };
        let Some(s) = protocol::next(selectors)? else {
            return Ok(None);
        };
        if protocol::truth(s)? {
            return Ok(Some(v));
        }
    }
}

pub fn starmap_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let a = super::positional(ty, &types::IT_STARMAP, args, 2, 2)?;
    Ok(ItStarmap::alloc_for(ty, a[0], protocol::iter(a[1])?).into())
}

pub fn starmap_next(self_: Value) -> PyResult<Option<Value>> {
    super::ended(starmap_step(self_))
}

fn starmap_step(self_: Value) -> PyResult<Option<Value>> {
    let Some(s) = self_.cast::<ItStarmap>() else {
        return Ok(None);
    };
    let Some(v) = protocol::next(s.iter.get())? else {
        return Ok(None);
    };
    let args = match v.exact::<Tuple>() {
        Some(t) => t,
        None => tuple::from_iterable(v)?,
    };
    call::call_values(s.function.get(), args.as_ref().items()).map(Some)
}
