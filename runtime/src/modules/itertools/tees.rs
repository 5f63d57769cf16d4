//! tee: iterators that share one source. Items read are kept in a list of pieces; each iterator points
//! into one, so pieces that all iterators have passed are garbage.

use crate::builtins::{list, str as bytes};
use crate::call::{self, Args};
use crate::error::{PyResult, runtime_error, type_error, value_error};
use crate::layouts::{Buffer, ItTee, TeeLink};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;
use crate::{attr, protocol, types};

/// Items a piece: it takes half a kilobyte.
const PIECE: usize = 57;

fn new_link(it: Value) -> Ref<TeeLink> {
    TeeLink::alloc(it, Buffer::with_capacity(PIECE), 0, None, 0)
}

/// An iterator over the items of `iterable`; a tee's list is shared.
fn from_iterable(ty: Ref<Type>, iterable: Value) -> PyResult {
    let it = protocol::iter(iterable)?;
    if let Some(t) = it.cast::<ItTee>() {
        return tee_copy(t);
    }
    Ok(ItTee::alloc_for(ty, new_link(it), 0).into())
}

pub fn tee_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let a = crate::types::parse::unpack(Args::positional(args.pos()), 0, "tee", 1, 1)?;
    from_iterable(ty, a[0])
}

pub fn tee_copy(self_: Ref<ItTee>) -> PyResult {
    Ok(ItTee::alloc(self_.link.get(), self_.index.get()).into())
}

pub fn tee_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(t) = self_.cast::<ItTee>() else {
        return Ok(None);
    };
    if t.index.get() as usize >= PIECE {
        let link = t.link.get();
        let next = match link.next.get() {
            Some(n) => n,
            None => {
                let n = new_link(link.iter.get());
                link.next.set(Some(n));
                n
            }
        };
        t.link.set(next);
        t.index.set(0);
    }
    let (link, i) = (t.link.get(), t.index.get());
    if i < link.used.get() {
        t.index.set(i + 1);
        return Ok(link.values.get().slot(i as usize).get());
    }
    // Neither the shared iterator nor another thread may ask meanwhile.
    if link.running.replace(1) != 0 {
        return Err(runtime_error("cannot re-enter the tee iterator"));
    }
    let found = protocol::next(link.iter.get());
    link.running.set(0);
    let Some(v) = found? else {
        return Ok(None);
    };
    link.values.get().slot(i as usize).set(Some(v));
    link.used.set(i + 1);
    t.index.set(i + 1);
    Ok(Some(v))
}

/// `itertools.tee(iterable, n)`
pub fn tee(args: &[Value]) -> PyResult {
    let (iterable, n) = match *args {
        [it] => (it, 2),
        [it, n] => (it, crate::convert::index(n)?),
        [] => return Err(type_error("function takes at least 1 argument (0 given)")),
        _ => {
            return Err(raise_fmt!(
                type_error,
                "function takes at most 2 arguments ({} given)",
                args.len()
            ));
        }
    };
    if n < 0 {
        return Err(value_error("n must be >= 0"));
    }
    let results = list::try_with_capacity(n as usize)?;
    if n > 0 {
        let it = protocol::iter(iterable)?;
        let copy = bytes::intern(b"__copy__");
        let first = match attr::find(it, copy)? {
            Some(_) => it,
            None => from_iterable(types::IT_TEE.get(), it)?,
        };
        results.try_push(first)?;
        for _ in 1..n {
            let method = attr::get(first, copy)?;
            results.try_push(call::call_values(method, &[])?)?;
        }
    }
    Ok(super::tuple_of(results).into())
}
