//! What takes from several iterables: chain, imap, izip, izip_longest.

use super::{tuple_of, with_room};
use crate::builtins::{list, sequence, tuple};
use crate::call::{self, Args};
use crate::error::{PyResult, Raised, type_error};
use crate::layouts::{ItChain, ItImap, ItIzip, ItIzipLongest, Tuple};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;
use crate::{exception, protocol, thread, types};

pub fn chain_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    super::no_keywords(ty, &types::IT_CHAIN, args)?;
    let source = protocol::iter(tuple::from_slice(args.pos()).into())?;
    Ok(ItChain::alloc_for(ty, Some(source), None).into())
}

pub fn chain_from_iterable(class: Value, iterable: Value) -> PyResult {
    let source = protocol::iter(iterable)?;
    let ty = crate::builtins::type_::as_type(class).unwrap_or(types::IT_CHAIN.get());
    Ok(ItChain::alloc_for(ty, Some(source), None).into())
}

pub fn chain_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(c) = self_.cast::<ItChain>() else {
        return Ok(None);
    };
    while let Some(source) = c.source.get() {
        let active = match c.active.get() {
            Some(it) => it,
            None => {
                let opened = match protocol::next(source) {
                    Ok(Some(iterable)) => protocol::iter(iterable),
                    Ok(None) => {
                        c.source.set(None);
                        return Ok(None);
                    }
                    Err(Raised) => Err(Raised),
                };
                match opened {
                    Ok(it) => {
                        c.active.set(Some(it));
                        it
                    }
                    Err(Raised) => {
                        c.source.set(None);
                        return Err(Raised);
                    }
                }
            }
        };
        if let Some(v) = protocol::next(active)? {
            return Ok(Some(v));
        }
        c.active.set(None);
    }
    Ok(None)
}

pub fn imap_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    super::no_keywords(ty, &types::IT_IMAP, args)?;
    let Some((function, iterables)) = args.pos().split_first().filter(|(_, r)| !r.is_empty())
    else {
        return Err(type_error("imap() must have at least two arguments."));
    };
    let iters = list::with_capacity(iterables.len());
    for v in iterables {
        iters.push(protocol::iter(*v)?);
    }
    Ok(ItImap::alloc_for(ty, *function, tuple_of(iters)).into())
}

pub fn imap_next(self_: Value) -> PyResult<Option<Value>> {
    super::ended(imap_step(self_))
}

fn imap_step(self_: Value) -> PyResult<Option<Value>> {
    let Some(m) = self_.cast::<ItImap>() else {
        return Ok(None);
    };
    let (function, iters) = (m.function.get(), m.iters.get());
    if function.is_none() {
        return next_tuple(iters);
    }
    if let [it] = *iters.as_ref().items() {
        return match protocol::next(it)? {
            Some(v) => call::call_values(function, &[v]).map(Some),
            None => Ok(None),
        };
    }
    let mut ended = false;
    let r = with_room(iters.len(), |room| {
        if !fill(room, iters)? {
            ended = true;
            return Ok(Value::none());
        }
        call::call_values(function, room)
    })?;
    Ok(Some(r).filter(|_| !ended))
}

/// The next item of each iterator; false when one has ended.
fn fill(room: &mut [Value], iters: Ref<Tuple>) -> PyResult<bool> {
    for (place, it) in room.iter_mut().zip(iters.as_ref().items()) {
        match protocol::next(*it)? {
            Some(v) => *place = v,
            None => return Ok(false),
        }
    }
    Ok(true)
}

fn next_tuple(iters: Ref<Tuple>) -> PyResult<Option<Value>> {
    let mut ended = false;
    let r = with_room(iters.len(), |room| {
        ended = !fill(room, iters)?;
        Ok(if ended {
            Value::none()
        } else {
            tuple::from_slice(room).into()
        })
    })?;
    Ok(Some(r).filter(|_| !ended))
}

/// Iterators of the arguments; one that has none is told by its number.
fn iterators_of(iterables: &[Value], name: &str) -> PyResult<Ref<Tuple>> {
    let iters = list::with_capacity(iterables.len());
    for (i, v) in iterables.iter().enumerate() {
        match protocol::iter(*v) {
            Ok(it) => iters.push(it),
            Err(Raised) if exception::pending_matches(types::TYPE_ERROR.get()) => {
                thread::current().take_pending();
                return Err(raise_fmt!(
                    type_error,
                    "{name} argument #{} must support iteration",
                    i + 1
                ));
            }
            Err(e) => return Err(e),
        }
    }
    Ok(tuple_of(iters))
}

pub fn izip_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    super::no_keywords(ty, &types::IT_IZIP, args)?;
    Ok(ItIzip::alloc_for(ty, iterators_of(args.pos(), "izip")?).into())
}

pub fn izip_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(z) = self_.cast::<ItIzip>() else {
        return Ok(None);
    };
    let iters = z.iters.get();
    match *iters.as_ref().items() {
        [] => Ok(None),
        [a, b] => {
            let Some(x) = protocol::next(a)? else {
                return Ok(None);
            };
            let Some(y) = protocol::next(b)? else {
                return Ok(None);
            };
            Ok(Some(tuple::from_slice(&[x, y]).into()))
        }
        _ => next_tuple(iters),
    }
}

pub fn izip_longest_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let mut fill = Value::none();
    for (name, v) in args.keywords() {
        if args.nkw() > 1 || !sequence::is_name(name, "fillvalue") {
            return Err(type_error(
                "izip_longest() got an unexpected keyword argument",
            ));
        }
        fill = v;
    }
    let iters = iterators_of(args.pos(), "izip_longest")?;
    let active = iters.len() as i64;
    let iters = list::from_slice(iters.as_ref().items());
    Ok(ItIzipLongest::alloc_for(ty, iters, active, fill).into())
}

pub fn izip_longest_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(z) = self_.cast::<ItIzipLongest>() else {
        return Ok(None);
    };
    if z.active.get() == 0 {
        return Ok(None);
    }
    let iters = z.iters.get();
    let mut ended = false;
    let r = with_room(iters.len(), |room| {
        for (i, place) in room.iter_mut().enumerate() {
            *place = z.fill.get();
            let Some(it) = iters.item(i).filter(|it| !it.is_none()) else {
                continue;
            };
            match protocol::next(it) {
                Ok(Some(v)) => *place = v,
                Ok(None) => {
                    iters.set_item(i, Value::none());
                    z.active.set(z.active.get() - 1);
                    if z.active.get() <= 0 {
                        z.active.set(0);
                        ended = true;
                        return Ok(Value::none());
                    }
                }
                Err(Raised) => {
                    z.active.set(0);
                    return Err(Raised);
                }
            }
        }
        Ok(tuple::from_slice(room).into())
    })?;
    Ok(Some(r).filter(|_| !ended))
}
