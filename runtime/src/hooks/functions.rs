//! Definitions of functions and classes.

use crate::error::{PyResult, system_error};
use crate::frame::Frame;
use crate::layouts::{Code, Tuple};
use crate::value::Value;

/// A function of the code in the frame's globals.
pub fn make(frame: &Frame, code: Value, defaults: &[Value], closure: Option<Value>) -> PyResult {
    let Some(c) = code.cast::<Code>() else {
        return Err(system_error("not a code object"));
    };
    let defaults = if defaults.is_empty() {
        None
    } else {
        Some(crate::builtins::tuple::from_slice(defaults))
    };
    let closure = closure.and_then(|t| t.cast::<Tuple>());
    Ok(crate::builtins::function::new(c, frame.globals.get(), defaults, closure).into())
}

pub fn build_class(frame: &Frame, name: Value, bases: Value, dict: Value) -> PyResult {
    crate::builtins::type_::build_class(name, bases, dict, frame.globals.get())
}
