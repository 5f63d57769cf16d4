//! `enumerate`.

use crate::call::Args;
use crate::error::{PyResult, type_error};
use crate::layouts::Enumerate;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;
use crate::{number, protocol};

use super::sequence::{is_name, unknown_keyword};
use super::tuple;

/// `enumerate.__new__`
pub fn new_instance(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let (mut sequence, mut start) = (args.pos().first().copied(), args.pos().get(1).copied());
    if args.values.len() > 2 {
        return Err(raise_fmt!(
            type_error,
            "enumerate() takes at most 2 arguments ({} given)",
            args.values.len()
        ));
    }
    let mut unknown = None;
    for (name, v) in args.keywords() {
        let (place, text, position) = if is_name(name, "sequence") {
            (&mut sequence, "sequence", 1)
        } else if is_name(name, "start") {
            (&mut start, "start", 2)
        } else {
            unknown = Some(name);
            continue;
        };
        if place.is_some() {
            return Err(raise_fmt!(
                type_error,
                "Argument given by name ('{text}') and position ({position})"
            ));
        }
        *place = Some(v);
    }
    let Some(sequence) = sequence else {
        return Err(type_error("Required argument 'sequence' (pos 1) not found"));
    };
    if let Some(name) = unknown {
        return Err(unknown_keyword(args, name));
    }
    let start = match start {
        Some(v) => number::index(v)?,
        None => Value::small_int(0),
    };
    let (index, big) = match number::Num::of(start) {
        Some(number::Num::Int(i)) => (i, None),
        Some(number::Num::Long(n)) if n.to_i64().is_some() => {
            (number::int_from_value(start)?, None)
        }
        _ => (0, Some(start)),
    };
    let iter = Some(protocol::iter(sequence)?);
    Ok(if ty == crate::types::ENUMERATE.get() {
        Enumerate::alloc(index, iter, big).into()
    } else {
        Enumerate::alloc_for(ty, index, iter, big).into()
    })
}

/// The next pair.
pub fn next(self_: Value) -> PyResult<Option<Value>> {
    let Some(e) = self_.cast::<Enumerate>() else {
        return Ok(None);
    };
    let Some(iter) = e.iter.get() else {
        return Ok(None);
    };
    let Some(v) = protocol::next(iter)? else {
        return Ok(None);
    };
    let i = match e.big.get() {
        None => {
            let i = e.index.get();
            match i.checked_add(1) {
                Some(next) => e.index.set(next),
                // From here on the counter is a long.
                None => e.big.set(Some(crate::number::add(
                    Value::int(i),
                    Value::small_int(1),
                )?)),
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
