//! Iteration and unpacking.

use std::cell::Cell;

use crate::error::{PyResult, value_error};
use crate::frame::{Frame, frame_flags};
use crate::layouts::{BoundMethod, Generator, List, Tuple};
use crate::object::Ref;
use crate::protocol;
use crate::value::Value;

pub fn get(obj: Value) -> PyResult {
    protocol::iter(obj)
}
/// What to call for a callee whose result only a loop sees.
pub fn callee(of: Value) -> Value {
    crate::modules::builtin::to_iterate(of)
}
pub fn next(iterator: Value) -> PyResult<Option<Value>> {
    protocol::next(iterator)
}

/// The iterator, if nobody but the loop that called `callee` for it can have it: a generator that this function makes,
/// and that has not begun. Else None.
pub fn owned(iterator: Value, callee: Value) -> Value {
    let is_new = |g: &Ref<Generator>| g.entry.get() == 0 && g.finished.get() == 0;
    let function = callee
        .exact::<BoundMethod>()
        .map_or(callee, |m| m.function.get());
    match iterator.exact::<Generator>().filter(is_new) {
        Some(g) if g.frame().function.get().map(Ref::value) == Some(function) => iterator,
        _ => Value::none(),
    }
}

/// The loop is left: what waits in the generator's body is run now, as where references are counted.
pub fn abandon(owned: Value) -> PyResult<()> {
    if let Some(g) = owned.exact::<Generator>() {
        crate::builtins::generator::abandon(g);
    }
    Ok(())
}

/// The same for an exception that passes through the frame.
pub fn abandon_raised(frame: &Frame, owned: Value) -> PyResult<()> {
    frame.flags.set(frame.flags.get() | frame_flags::PASSING);
    abandon(owned)
}

/// Exactly as many items as registers; all or none are written.
pub fn unpack(out: &[Cell<Option<Value>>], obj: Value) -> PyResult<()> {
    if let Some(t) = obj.exact::<Tuple>() {
        return exactly(out, t.as_ref().items());
    }
    if let Some(l) = obj.exact::<List>() {
        return exactly(out, l.as_ref().items());
    }
    let it = protocol::iter(obj)?;
    let got = crate::builtins::list::new();
    while got.as_ref().len() < out.len() {
        match protocol::next(it)? {
            Some(v) => got.push(v),
            None => return Err(too_few(got.as_ref().len())),
        }
    }
    if protocol::next(it)?.is_some() {
        return Err(value_error("too many values to unpack"));
    }
    exactly(out, got.as_ref().items())
}

fn too_few(n: usize) -> crate::error::Raised {
    raise_fmt!(
        value_error,
        "need more than {n} value{} to unpack",
        if n == 1 { "" } else { "s" }
    )
}

fn exactly(out: &[Cell<Option<Value>>], items: &[Value]) -> PyResult<()> {
    if items.len() < out.len() {
        return Err(too_few(items.len()));
    }
    if items.len() > out.len() {
        return Err(value_error("too many values to unpack"));
    }
    for (o, v) in out.iter().zip(items) {
        o.set(Some(*v));
    }
    Ok(())
}
