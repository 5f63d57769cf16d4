//! `sys.settrace` and `sys.setprofile`: calling the functions that programs install.
//!
//! While one is installed, frames run in the interpreter's traced loop, which tells of each event here.
//! While it runs, nothing is traced.

use std::cell::Cell;

use crate::builtins::{code, frame as frames, str as strings, tuple};
use crate::call::call_values;
use crate::error::{PyResult, Raised};
use crate::frame::Frame;
use crate::layouts::{BuiltinFunction, FrameObject, HotshotProfiler, Profiler};
use crate::modules::{hotshot, lsprof};
use crate::object::Ref;
use crate::thread::{self, Thread};
use crate::value::Value;

/// What belongs to tracing in a thread.
pub struct Tracing {
    /// What `sys.settrace` was given.
    pub trace: Cell<Option<Value>>,
    /// What `sys.setprofile` was given.
    pub profile: Cell<Option<Value>>,
    /// `profile` is a profiler that hears of events itself.
    profiler: Cell<bool>,
    /// So is `trace`, which then hears of all frames.
    tracer: Cell<bool>,
    /// Not 0: frames are to be run traced.
    pub active: Cell<u32>,
    /// Not 0 while a trace or profile function runs.
    inside: Cell<u32>,
    /// What it is told of.
    telling: Cell<Option<Telling>>,
    /// The trace function has set where its frame goes on: `Frame::pc`.
    jumped: Cell<bool>,
}

/// What a trace function is told of.
#[derive(Clone, Copy)]
struct Telling {
    /// The address of the frame's record.
    frame: usize,
    event: Event,
    /// The line, when it is not that of the frame's node.
    line: Option<u32>,
}

impl Tracing {
    pub const fn new() -> Tracing {
        Tracing {
            trace: Cell::new(None),
            profile: Cell::new(None),
            profiler: Cell::new(false),
            tracer: Cell::new(false),
            active: Cell::new(0),
            inside: Cell::new(0),
            telling: Cell::new(None),
            jumped: Cell::new(false),
        }
    }

    /// Forgets everything: another Python thread uses the record.
    pub fn reset(&self) {
        self.trace.set(None);
        self.profile.set(None);
        self.profiler.set(false);
        self.tracer.set(false);
        self.active.set(0);
        self.inside.set(0);
        self.telling.set(None);
        self.jumped.set(false);
    }

    fn refresh(&self) {
        let on = self.trace.get().is_some() || self.profile.get().is_some();
        self.active.set(u32::from(on && self.inside.get() == 0));
        thread::current().limit_direct_calls();
        if self.active.get() != 0 {
            // Frames that run may have to be told of from now on.
            crate::interrupt::ask();
        }
    }

    /// Is there a trace or profile function that is told of what happens now?
    pub fn is_on(&self) -> bool {
        self.active.get() != 0
    }

    /// Is a frame that runs untraced to be traced from here on?
    pub fn takes_over(&self, frame: &Frame) -> bool {
        self.active.get() != 0
            && (self.profile.get().is_some()
                || self.tracer.get()
                || self.trace.get().is_some()
                    && frame.object.get().is_some_and(|o| o.trace.get().is_some()))
    }

    /// Has the trace function that was told last set `Frame::pc`? Asked once.
    pub fn take_jump(&self) -> bool {
        self.jumped.replace(false)
    }

    /// Notes that it has.
    pub fn note_jump(&self) {
        self.jumped.set(true);
    }

    pub fn set_trace(&self, f: Option<Value>) {
        self.trace.set(f.filter(|f| !f.is_none()));
        self.tracer.set(false);
        self.refresh();
    }

    pub fn set_profile(&self, f: Option<Value>) {
        self.profile.set(f.filter(|f| !f.is_none()));
        self.profiler.set(false);
        self.refresh();
    }

    /// Lets a `_lsprof.Profiler` hear of events itself.
    pub fn set_profiler(&self, p: Ref<Profiler>) {
        self.profile.set(Some(p.into()));
        self.profiler.set(true);
        self.refresh();
    }

    /// Lets a profiler of `_hotshot` hear of events itself, lines included or not; or no longer.
    pub fn set_hotshot(&self, p: Option<Ref<HotshotProfiler>>, lines: bool) {
        let (place, hears) = match lines {
            true => (&self.trace, &self.tracer),
            false => (&self.profile, &self.profiler),
        };
        place.set(p.map(Into::into));
        hears.set(p.is_some());
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
    /// A builtin function is called, has returned, has raised.
    CCall,
    CReturn,
    CException,
}

impl Event {
    fn name(self) -> Value {
        strings::intern(match self {
            Event::Call => b"call",
            Event::Line => b"line",
            Event::Return => b"return",
            Event::Exception => b"exception",
            Event::CCall => b"c_call",
            Event::CReturn => b"c_return",
            Event::CException => b"c_exception",
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
    line: Option<u32>,
) -> PyResult {
    let tracing = &t.tracing;
    let before = tracing.telling.replace(Some(Telling {
        frame: frame as *const Frame as usize,
        event,
        line,
    }));
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
    frames::locals_to_registers(frame, true);
    tracing.telling.set(before);
    tracing.inside.set(tracing.inside.get() - 1);
    tracing.refresh();
    if r.is_err() {
        crate::exception::add_traceback(frame);
    }
    r
}

/// The event that a trace function is just being told of in a frame.
pub fn told_of(o: Ref<FrameObject>) -> Option<Event> {
    telling(o).map(|t| t.event)
}

/// The line that a trace function is being told of in a frame, when it is not that of its node.
pub fn line_of(o: Ref<FrameObject>) -> Option<u32> {
    telling(o)?.line
}

fn telling(o: Ref<FrameObject>) -> Option<Telling> {
    let told = thread::current().tracing.telling.get()?;
    (o.frame.get() == told.frame as u64).then_some(told)
}

/// Tells the trace function of the thread, for a call, or else the one of the frame.
fn tell_trace(
    t: &Thread,
    frame: &Frame,
    event: Event,
    argument: Option<Value>,
    line: Option<u32>,
) -> PyResult<()> {
    if t.tracing.tracer.get() {
        let p = t
            .tracing
            .trace
            .get()
            .and_then(|f| f.cast::<HotshotProfiler>());
        let told = p.map_or(Ok(()), |p| hotshot::profiler::hear(p, frame, event, line));
        if told.is_err() {
            t.tracing.set_trace(None);
        }
        return told;
    }
    let f = match event {
        Event::Call => t.tracing.trace.get(),
        _ => frame.object.get().and_then(|o| o.trace.get()),
    };
    let Some(f) = f else { return Ok(()) };
    match call_function(t, f, frame, event, argument, line) {
        Ok(next) => {
            if !next.is_none() {
                let o = frames::object_of(frame);
                if o.trace.get().is_none() {
                    o.set_trace(None);
                }
                o.trace.set(Some(next));
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
    if t.tracing.profiler.get()
        && let Some(p) = f.cast::<HotshotProfiler>()
    {
        let told = hotshot::profiler::hear(p, frame, event, None);
        if told.is_err() {
            t.tracing.set_profile(None);
        }
        return told;
    }
    if t.tracing.profiler.get()
        && let Some(p) = f.cast::<Profiler>()
    {
        // What it does (a program's clock may be called) is not to be heard of.
        t.tracing.inside.set(t.tracing.inside.get() + 1);
        t.tracing.refresh();
        lsprof::hear(p, frame, event, argument);
        t.tracing.inside.set(t.tracing.inside.get() - 1);
        t.tracing.refresh();
        return Ok(());
    }
    match call_function(t, f, frame, event, argument, None) {
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
            tell_trace(t, frame, Event::Call, None, None)?;
        }
        tell_profile(t, frame, Event::Call, None)
    })
}

/// A frame is left, by a return or yield of a value, or by an exception; what it is left with. A return may
/// be in the middle of a line that control jumped to: `f_lineno` is the line that was told of last (0: none).
pub fn leave(frame: &Frame, result: Option<Value>, told: u32) -> PyResult {
    let t = thread::current();
    match result {
        Some(v) => {
            if t.tracing.trace.get().is_some() {
                tell_trace(
                    t,
                    frame,
                    Event::Return,
                    Some(v),
                    (told != 0).then_some(told),
                )?;
            }
            tell_profile(t, frame, Event::Return, Some(v))?;
            Ok(v)
        }
        None => {
            protected(t, || {
                if t.tracing.trace.get().is_some() {
                    tell_trace(t, frame, Event::Return, None, None)?;
                }
                tell_profile(t, frame, Event::Return, None)
            })?;
            Err(Raised)
        }
    }
}

/// The pending exception was thrown into a generator that has not begun, and never will: its frame is entered and left
/// without running.
pub fn never_ran(frame: &Frame) {
    if enter(frame).is_ok() {
        crate::exception::add_traceback(frame);
        exception(frame);
        // There is an exception pending either way.
        let _ = leave(frame, None, 0);
    }
}

/// A line begins: that of the frame's node, or another one.
///
/// # Errors
/// What the trace function raised.
pub fn line(frame: &Frame, line: Option<u32>) -> PyResult<()> {
    let t = thread::current();
    if t.tracing.trace.get().is_none() || t.tracing.inside.get() != 0 {
        return Ok(());
    }
    if let Some(o) = frame.object.get() {
        let node = code::line(frame.code.get(), frame.pc.get());
        o.told.set(line.unwrap_or(node));
    }
    // At the first line of a handler its exception is pending.
    protected(t, || tell_trace(t, frame, Event::Line, None, line))
}

/// A call of the frame is about to begin, or has ended: the profile function hears of builtin ones.
/// `receiver` goes before the arguments of `callee`.
///
/// # Errors
/// What the profile function raised.
pub fn builtin_call(
    frame: &Frame,
    event: Event,
    callee: Value,
    receiver: Option<Value>,
) -> PyResult<()> {
    let t = thread::current();
    if t.tracing.profile.get().is_none() || t.tracing.inside.get() != 0 {
        return Ok(());
    }
    let tell = || {
        let callee = match receiver {
            Some(r) => crate::attr::bind(callee, Some(r), r.ty())?,
            None => callee,
        };
        if callee.exact::<BuiltinFunction>().is_none() {
            return Ok(());
        }
        tell_profile(t, frame, event, Some(callee))
    };
    if event == Event::CException {
        protected(t, tell)
    } else {
        tell()
    }
}

/// The pending exception has reached the frame.
pub fn exception(frame: &Frame) {
    let t = thread::current();
    if t.tracing.trace.get().is_none() || t.tracing.tracer.get() || t.tracing.inside.get() != 0 {
        return;
    }
    // As it was raised: what has no instance yet shows what one would be made of.
    let e = t.take_pending();
    let none = Value::none();
    let argument = tuple::from_slice(&[
        e.ty.unwrap_or(none),
        e.value.unwrap_or(none),
        e.traceback.unwrap_or(none),
    ]);
    if tell_trace(t, frame, Event::Exception, Some(argument.into()), None).is_ok() {
        t.pending.set(e);
    }
}
