//! The pending exception: matching, normalising, tracebacks.

use crate::call::{Args, call};
use crate::error::{PyResult, Raised, type_error};
use crate::frame::{Frame, frame_flags};
use crate::layouts::{ClassObject, Exception, Instance, Traceback, Tuple};
use crate::object::Ref;
use crate::thread::{self, ExcInfo};
use crate::typeobj::{Type, flags};
use crate::value::Value;

/// Is the pending exception an instance of `ty`?
pub fn pending_matches(ty: Ref<Type>) -> bool {
    match thread::current().pending.get().ty {
        Some(t) => class_matches(t, ty.value()),
        None => false,
    }
}

/// Runs `f`; an exception it raises is dropped.
pub(crate) fn quiet<T>(f: impl FnOnce() -> PyResult<T>) -> Option<T> {
    f().inspect_err(|_| {
        thread::current().take_pending();
    })
    .ok()
}

/// May `v` be raised or stand in an except clause as a class?
pub fn is_exception_class(v: Value) -> bool {
    v.cast::<ClassObject>().is_some()
        || crate::builtins::type_::as_type(v).is_some_and(|t| t.has(flags::EXCEPTION))
}

/// May `v` be raised as an instance?
pub fn is_exception_instance(v: Value) -> bool {
    v.cast::<Instance>().is_some() || v.cast::<Exception>().is_some()
}

/// The class of an exception instance.
pub fn class_of(v: Value) -> Value {
    match v.cast::<Instance>() {
        Some(i) => i.class.get().into(),
        None => v.ty().into(),
    }
}

/// Does an except clause naming `pattern` catch an exception of `class`?
pub fn class_matches(class: Value, pattern: Value) -> bool {
    if class == pattern {
        return true;
    }
    if let Some(t) = pattern.exact::<Tuple>().or_else(|| pattern.cast::<Tuple>()) {
        return t.as_ref().items().iter().any(|p| class_matches(class, *p));
    }
    let class = if is_exception_instance(class) {
        class_of(class)
    } else {
        class
    };
    if !is_exception_class(class) || !is_exception_class(pattern) {
        return class == pattern;
    }
    if pattern.ty() != crate::types::TYPE.get() && pattern.cast::<ClassObject>().is_none() {
        // Its metaclass may have an opinion. An exception in there does not match.
        return match crate::builtins::type_::is_subclass(class, pattern) {
            Ok(b) => b,
            Err(_) => {
                crate::finalizers::report(pattern);
                false
            }
        };
    }
    crate::builtins::type_::is_subclass_plain(class, pattern)
}

/// Turns the pending exception into (class, instance of it, traceback).
///
/// # Errors
/// Never leaves without a normalised exception: when making the instance raises, that exception
/// takes its place.
pub fn normalize(e: ExcInfo) -> ExcInfo {
    let Some(ty) = e.ty else { return e };
    let value = e.value.unwrap_or(Value::none());
    if !is_exception_class(ty) {
        return e;
    }
    if is_exception_instance(value) {
        let class = class_of(value);
        if class == ty || crate::builtins::type_::is_subclass_plain(class, ty) {
            return ExcInfo {
                ty: Some(class),
                value: Some(value),
                ..e
            };
        }
    }
    let made = if value.is_none() {
        call(ty, Args::NONE)
    } else if let Some(t) = value.cast::<Tuple>() {
        call(ty, Args::positional(t.as_ref().items()))
    } else {
        call(ty, Args::positional(&[value]))
    };
    let Ok(v) = made else {
        return normalize_instead(e.traceback);
    };
    ExcInfo {
        ty: Some(if is_exception_instance(v) {
            class_of(v)
        } else {
            ty
        }),
        value: Some(v),
        ..e
    }
}

/// The exception that making another has raised, which has that traceback unless it has one of its own. Making its
/// instance may raise again, and so on: each is a level deeper.
#[cold]
fn normalize_instead(traceback: Option<Value>) -> ExcInfo {
    let t = thread::current();
    let mut e = t.take_pending();
    if e.traceback.is_none() {
        e.traceback = traceback;
    }
    if t.enter_call().is_err() {
        t.take_pending();
        return exhausted(e.traceback);
    }
    let e = normalize(e);
    t.leave_call();
    e
}

/// Where nothing can be called any more, no exception can be made: a RuntimeError takes the place of any other.
#[cold]
fn exhausted(traceback: Option<Value>) -> ExcInfo {
    let ty = crate::types::RUNTIME_ERROR.get();
    let text = crate::builtins::str::intern(b"maximum recursion depth exceeded");
    let made = crate::thread::current()
        .without_limit(|| crate::call::call_values(ty.into(), &[text.into()]));
    ExcInfo {
        ty: Some(ty.into()),
        value: Some(made.unwrap_or(text.into())),
        traceback,
    }
}

/// Takes the pending exception as an instance.
pub fn take_instance() -> Option<Value> {
    normalize(thread::current().take_pending()).value
}

/// The raise statement with its operands (null for absent ones). Raising with a traceback, given or
/// that of the exception being handled, does not add the frame to it again.
pub fn raise_statement(ty: Option<Value>, value: Option<Value>, tb: Option<Value>) -> Raised {
    let again = match ty {
        None => thread::current().handled.get().traceback,
        Some(_) => tb.filter(|v| v.cast::<Traceback>().is_some()),
    };
    let e = raise_with(ty, value, tb);
    if again.is_some()
        && thread::current().pending.get().traceback == again
        && let Some(f) = crate::builtins::frame::current()
    {
        f.flags.set(f.flags.get() | frame_flags::RERAISED);
    }
    e
}

/// What the raise statement raises.
pub fn raise_with(ty: Option<Value>, value: Option<Value>, tb: Option<Value>) -> Raised {
    let t = thread::current();
    let Some(mut ty) = ty else {
        let h = t.handled.get();
        return match h.ty {
            Some(ty) => t.set_pending(ty, h.value, h.traceback),
            None => type_error(
                "exceptions must be old-style classes or derived from BaseException, not NoneType",
            ),
        };
    };
    let tb = match tb {
        Some(v) if v.is_none() => None,
        Some(v) if v.cast::<Traceback>().is_some() => Some(v),
        Some(_) => return type_error("raise: arg 3 must be a traceback or None"),
        None => None,
    };
    while let Some(t) = ty.cast::<Tuple>() {
        match t.as_ref().items().first() {
            Some(first) => ty = *first,
            None => break,
        }
    }
    if is_exception_class(ty) {
        let e = normalize(ExcInfo {
            ty: Some(ty),
            value,
            traceback: tb,
        });
        if e.ty == Some(ty) && e.value.is_some_and(|v| !is_exception_instance(v)) {
            return raise_fmt!(
                type_error,
                "calling {}() should have returned an instance of BaseException, not '{}'",
                crate::builtins::type_::as_type(ty).map_or("?", |t| t.full_name()),
                e.value.map_or("NoneType", crate::attr::type_name)
            );
        }
        let tb = e.traceback;
        return match e.ty {
            Some(ty) => t.set_pending(ty, e.value, tb),
            None => Raised,
        };
    }
    if is_exception_instance(ty) {
        if value.is_some_and(|v| !v.is_none()) {
            return type_error("instance exception may not have a separate value");
        }
        return t.set_pending(class_of(ty), Some(ty), tb);
    }
    raise_fmt!(
        type_error,
        "exceptions must be old-style classes or derived from BaseException, not {}",
        crate::attr::type_name(ty)
    )
}

/// Adds an entry for `frame`, stopped at its node, to the pending exception's traceback. Not if the frame has just
/// raised it again with that traceback: false.
pub fn add_traceback(frame: &Frame) -> bool {
    if frame.has(frame_flags::RERAISED) {
        frame.flags.set(frame.flags.get() & !frame_flags::RERAISED);
        return false;
    }
    let t = thread::current();
    let mut e = t.pending.get();
    let object = crate::builtins::frame::object_of(frame);
    e.traceback = Some(crate::builtins::traceback::new(e.traceback, object, frame.pc.get()).into());
    t.pending.set(e);
    true
}

/// Begins an except or finally block: the pending exception becomes the one being handled.
/// The frame remembers what was handled before, for when it is left.
pub fn begin_handler(frame: &Frame, normalized: bool) -> ExcInfo {
    let t = thread::current();
    let e = t.take_pending();
    let e = if normalized { normalize(e) } else { e };
    if !frame.has(frame_flags::SAVED_EXC) {
        frame.saved.set(t.handled.get());
        frame.flags.set(frame.flags.get() | frame_flags::SAVED_EXC);
    }
    let shown = ExcInfo {
        value: Some(e.value.unwrap_or(Value::none())),
        ..e
    };
    t.handled.set(shown);
    publish_handled();
    shown
}

/// `sys.exc_type` and its siblings show the exception being handled by the whole program, for programs
/// that are older than `sys.exc_info`.
pub fn publish_handled() {
    let Some(sys) = crate::modules::sys_dict() else {
        return;
    };
    let h = thread::current().handled.get();
    let none = Value::none();
    sys.set_str(crate::names::exc_type(), h.ty.unwrap_or(none));
    sys.set_str(crate::names::exc_value(), h.value.unwrap_or(none));
    sys.set_str(crate::names::exc_traceback(), h.traceback.unwrap_or(none));
}

/// `except pattern:` — does it catch exception class `class`?
pub fn match_exception(class: Value, pattern: Value) -> PyResult<bool> {
    let is_text = |v: &Value| v.cast::<crate::layouts::Str>().is_some();
    let text = match pattern.cast::<Tuple>() {
        Some(t) => t.as_ref().items().iter().any(is_text),
        None => is_text(&pattern),
    };
    if text {
        crate::modules::warnings::warn_here(
            crate::types::DEPRECATION_WARNING.get(),
            "catching of string exceptions is deprecated",
        )?;
    }
    Ok(class_matches(class, pattern))
}
