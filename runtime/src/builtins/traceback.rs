//! Traceback objects.

use crate::layouts::{FrameObject, Traceback};
use crate::object::Ref;
use crate::value::Value;

/// An entry for `frame` in front of `next`.
pub fn new(
    next: Option<Value>,
    frame: Ref<FrameObject>,
    lineno: u32,
    lasti: u32,
) -> Ref<Traceback> {
    Traceback::alloc(next, frame, lineno, lasti)
}

fn of(v: Value) -> crate::error::PyResult<Ref<Traceback>> {
    v.cast::<Traceback>()
        .ok_or_else(|| crate::error::type_error("expected a traceback"))
}
pub fn get_next(v: Value) -> crate::error::PyResult {
    Ok(of(v)?.next.get().unwrap_or(Value::none()))
}
pub fn get_frame(v: Value) -> crate::error::PyResult {
    Ok(of(v)?.frame.get().into())
}
pub fn get_lineno(v: Value) -> crate::error::PyResult {
    Ok(Value::int(i64::from(of(v)?.lineno.get())))
}
pub fn get_lasti(v: Value) -> crate::error::PyResult {
    Ok(super::frame::last_instruction(of(v)?.lasti.get()))
}
