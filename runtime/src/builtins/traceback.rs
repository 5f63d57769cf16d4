//! Traceback objects.

use crate::layouts::{FrameObject, Traceback};
use crate::object::Ref;
use crate::value::Value;

/// An entry for `frame` in front of `next`.
pub fn new(next: Option<Value>, frame: Ref<FrameObject>, lineno: u32, lasti: u32) -> Ref<Traceback> {
    Traceback::alloc(next, frame, lineno, lasti)
}
