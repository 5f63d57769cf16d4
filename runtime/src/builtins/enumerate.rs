//! `enumerate`.

use crate::call::Args;
use crate::error::{PyResult, type_error};
use crate::heap;
use crate::layouts::Enumerate;
use crate::object::Ref;
use crate::protocols;
use crate::typeobj::Type;
use crate::value::Value;

use super::{str, tuple};

/// `enumerate.__new__`
pub fn new_instance(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let (mut sequence, mut start) = (args.pos().first().copied(), args.pos().get(1).copied());
    if args.values.len() > 2 {
        return Err(raise_fmt!(type_error, "enumerate() takes at most 2 arguments ({} given)", args.values.len()));
    }
    let mut unknown = None;
    for (name, v) in args.keywords() {
        let (place, position) = match str::text_of(name).as_str() {
            "sequence" => (&mut sequence, 1),
            "start" => (&mut start, 2),
            other => {
                unknown = Some(other.to_owned());
                continue;
            }
        };
        if place.is_some() {
            return Err(raise_fmt!(
                type_error,
                "Argument given by name ('{}') and position ({position})",
                str::text_of(name)
            ));
        }
        *place = Some(v);
    }
    let Some(sequence) = sequence else { return Err(type_error("Required argument 'sequence' (pos 1) not found")) };
    if let Some(name) = unknown {
        return Err(raise_fmt!(type_error, "'{name}' is an invalid keyword argument for this function"));
    }
    let start = match start {
        Some(v) => protocols::index_object(v)?,
        None => Value::small_int(0),
    };
    let e = heap::new_instance::<Enumerate>(ty)?;
    match start.as_int() {
        Some(i) => e.index.set(i),
        None => e.big.set(Some(start)),
    }
    e.iter.set(protocols::iter(sequence)?);
    Ok(e.into())
}

/// The next pair.
pub fn next(self_: Value) -> PyResult<Option<Value>> {
    let Some(e) = self_.cast::<Enumerate>() else { return Ok(None) };
    let Some(v) = protocols::next(e.iter.get())? else { return Ok(None) };
    let i = match e.big.get() {
        None => {
            let i = e.index.get();
            match i.checked_add(1) {
                Some(next) => e.index.set(next),
                // From here on the counter is a long.
                None => e.big.set(Some(crate::number::add(Value::int(i), Value::small_int(1))?)),
            }
            Value::int(i)
        }
        Some(i) => {
            e.big.set(Some(crate::number::add(i, Value::small_int(1))?));
            i
        }
    };
    Ok(Some(tuple::from_slice(&[i, v]).into()))
}
