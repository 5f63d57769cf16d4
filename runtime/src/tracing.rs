//! `sys.settrace` and `sys.setprofile`: calling the functions that programs install.
//!
//! While one is installed, frames run in the interpreter's traced loop, which tells of each event here.
//! While it runs, nothing is traced.

use std::cell::Cell;

use crate::builtins::{frame as frames, str as strings, tuple};
use crate::call::call_values;
use crate::error::{PyResult, Raised};
use crate::frame::Frame;
use crate::thread::{self, Thread};
use crate::value::Value;

/// What belongs to tracing in a thread.
pub struct Tracing {
    /// What `sys.settrace` was given.
    pub trace: Cell<Option<Value>>,
    /// What `sys.setprofile` was given.
    pub profile: Cell<Option<Value>>,
    /// Not 0: frames are to be run traced.
    pub active: Cell<u32>,
    /// Not 0 while a trace or profile function runs.
    inside: Cell<u32>,
}

impl Tracing {
    pub const fn new() -> Tracing {
        Tracing {
            trace: Cell::new(None),
            profile: Cell::new(None),
            active: Cell::new(0),
            inside: Cell::new(0),
        }
    }

    /// Forgets everything: another Python thread uses the record.
    pub fn reset(&self) {
        self.trace.set(None);
        self.profile.set(None);
        self.active.set(0);
        self.inside.set(0);
    }

    fn refresh(&self) {
        let on = self.trace.get().is_some() || self.profile.get().is_some();
        self.active.set(u32::from(on && self.inside.get() == 0));
    }

    pub fn set_trace(&self, f: Option<Value>) {
        self.trace.set(f.filter(|f| !f.is_none()));
        self.refresh();
    }

    pub fn set_profile(&self, f: Option<Value>) {
        self.profile.set(f.filter(|f| !f.is_none()));
        self.refresh();
    }

    pub fn mark(&self, t: &mut crate::heap::Tracer) {
        for v in [self.trace.get(), self.profile.get()] {
            t.mark_value(v.map_or(0, Value::bits));
        }
    }
}

impl Default for Tracing {
    fn default() -> Self {
        Self::new()
    }
}

/// `sys.call_tracing`: calls a function as if no trace function ran.
pub fn call_tracing(f: Value, args: &[Value]) -> PyResult {
    let tracing = &thread::current().tracing;
    let before = tracing.inside.replace(0);
    tracing.refresh();
    let r = call_values(f, args);
    tracing.inside.set(before);
    tracing.refresh();
    r
}

/// What happens in a frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Event {
    Call,
    Line,
    Return,
    Exception,
}

impl Event {
    fn name(self) -> Value {
        strings::intern(match self {
            Event::Call => b"call",
            Event::Line => b"line",
            Event::Return => b"return",
            Event::Exception => b"exception",
        })
        .into()
    }
}

/// Calls a trace or profile function. What it does to `frame.f_locals` reaches the variables.
fn call_function(
    t: &Thread,
    f: Value,
    frame: &Frame,
    event: Event,
    argument: Option<Value>,
) -> PyResult {
    let tracing = &t.tracing;
    tracing.inside.set(tracing.inside.get() + 1);
    tracing.refresh();
    let object = frames::object_of(frame);
    frames::locals(object);
    let arguments = [
        object.into(),
        event.name(),
        argument.unwrap_or(Value::none()),
    ];
    let r = call_values(f, &arguments);
    frames::locals_to_registers(frame);
    tracing.inside.set(tracing.inside.get() - 1);
    tracing.refresh();
    if r.is_err() {
        crate::exception::add_traceback(frame);
    }
    r
}

/// Tells the trace function of the thread, for a call, or else the one of the frame.
fn tell_trace(t: &Thread, frame: &Frame, event: Event, argument: Option<Value>) -> PyResult<()> {
    let f = match event {
        Event::Call => t.tracing.trace.get(),
        _ => frame.object.get().and_then(|o| o.trace.get()),
    };
    let Some(f) = f else { return Ok(()) };
    match call_function(t, f, frame, event, argument) {
        Ok(next) => {
            if !next.is_none() {
                frames::object_of(frame).trace.set(Some(next));
            }
            Ok(())
        }
        Err(e) => {
            t.tracing.set_trace(None);
            if let Some(o) = frame.object.get() {
                o.trace.set(None);
            }
            Err(e)
        }
    }
}

/// Tells the profile function.
fn tell_profile(t: &Thread, frame: &Frame, event: Event, argument: Option<Value>) -> PyResult<()> {
    let Some(f) = t.tracing.profile.get() else {
        return Ok(());
    };
    match call_function(t, f, frame, event, argument) {
        Ok(_) => Ok(()),
        Err(e) => {
            t.tracing.set_profile(None);
            Err(e)
        }
    }
}

/// Does `f` while no exception is pending; the one that was is pending again afterwards, unless `f` failed.
fn protected(t: &Thread, f: impl FnOnce() -> PyResult<()>) -> PyResult<()> {
    let pending = t.take_pending();
    f()?;
    t.pending.set(pending);
    Ok(())
}

/// A frame begins, or a generator's goes on.
///
/// # Errors
/// What a function raised: the frame must not run.
pub fn enter(frame: &Frame) -> PyResult<()> {
    let t = thread::current();
    protected(t, || {
        if t.tracing.trace.get().is_some() {
            tell_trace(t, frame, Event::Call, None)?;
        }
        tell_profile(t, frame, Event::Call, None)
    })
}

/// A frame is left, by a return or yield of a value, or by an exception; what it is left with.
pub fn leave(frame: &Frame, result: Option<Value>) -> PyResult {
    let t = thread::current();
    match result {
        Some(v) => {
            if t.tracing.trace.get().is_some() {
                tell_trace(t, frame, Event::Return, Some(v))?;
            }
            tell_profile(t, frame, Event::Return, Some(v))?;
            Ok(v)
        }
        None => {
            protected(t, || {
                if t.tracing.trace.get().is_some() {
                    tell_trace(t, frame, Event::Return, None)?;
                }
                tell_profile(t, frame, Event::Return, None)
            })?;
            Err(Raised)
        }
    }
}

/// A line begins.
///
/// # Errors
/// What the trace function raised.
pub fn line(frame: &Frame) -> PyResult<()> {
    let t = thread::current();
    if t.tracing.trace.get().is_none() || t.tracing.inside.get() != 0 {
        return Ok(());
    }
    tell_trace(t, frame, Event::Line, None)
}

/// The pending exception has reached the frame.
pub fn exception(frame: &Frame) {
    let t = thread::current();
    if t.tracing.trace.get().is_none() || t.tracing.inside.get() != 0 {
        return;
    }
    let e = crate::exception::normalize(t.take_pending());
    let none = Value::none();
    let argument = tuple::from_slice(&[
        e.ty.unwrap_or(none),
        e.value.unwrap_or(none),
        e.traceback.unwrap_or(none),
    ]);
    if tell_trace(t, frame, Event::Exception, Some(argument.into())).is_ok() {
        t.pending.set(e);
    }
}
