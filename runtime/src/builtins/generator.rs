//! Generators: a frame that outlives its call.

use super::code::{Handlers, handlers};
use crate::call::code_flags;
use crate::error::{PyResult, Raised, raise_value, runtime_error, type_error, value_error};
use crate::frame::{Frame, frame_flags};
use crate::layouts::{Buffer, Code, Function, Generator};
use crate::object::Ref;
use crate::thread;
use crate::value::Value;

/// A generator for a call of `f`; the caller binds the arguments into its frame.
pub fn new(f: Ref<Function>, code: Ref<Code>) -> PyResult<Ref<Generator>> {
    debug_assert!(code.flags.get() & code_flags::GENERATOR != 0);
    let regs = Buffer::with_capacity((code.nregs.get() as usize).max(1));
    let record = super::frame::record(
        code,
        f.globals.get(),
        f.builtins.get(),
        regs.slots_ptr().cast(),
    );
    record.function.set(Some(f));
    record.flags.set(frame_flags::GENERATOR);
    let g = Generator::alloc(0, 0, 0, regs, code, record);
    // A loop's own generator is closed by itself when both are dead.
    if handlers(code) == Handlers::Written {
        // SAFETY: the object is complete.
        unsafe { crate::heap::set_has_finalizer(g.addr() as *mut u8) };
    }
    Ok(g)
}

impl Ref<Generator> {
    /// The generator's activation record.
    pub fn frame(self) -> &'static Frame {
        &self.as_ref::<'static>().record
    }
}

/// Marks a generator's frame.
pub fn trace(g: Ref<Generator>, t: &mut crate::heap::Tracer) {
    t.mark_object(g.regs.get().addr() as *mut u8);
    t.mark_object(g.code.get().addr() as *mut u8);
    g.as_ref().record.trace(t);
}

/// Runs until the next yield. `sent` is the value of the yield expression; `None` with a pending
/// exception raises it there. `Ok(None)`: the generator returned.
///
/// # Errors
/// What the body raised; ValueError when it is already running.
pub fn resume(g: Ref<Generator>, sent: Option<Value>) -> PyResult<Option<Value>> {
    go_on(g, sent)
}

/// As [`resume`], part of who calls it: generators that feed generators nest deeply, and processors predict
/// where no more than some dozen calls return to.
#[inline(always)]
fn go_on(g: Ref<Generator>, sent: Option<Value>) -> PyResult<Option<Value>> {
    let t = thread::current();
    if g.running.get() != 0 {
        return Err(value_error("generator already executing"));
    }
    if g.finished.get() != 0 {
        t.stop.set(thread::ExcInfo::NONE);
        return if sent.is_none() {
            Err(Raised)
        } else {
            Ok(None)
        };
    }
    t.enter_call()?;
    let frame = g.frame();
    let entry = g.entry.get();
    if entry == 0 && sent.is_none() {
        // Thrown into before the start: the body never runs, tracebacks and trace functions see it all the same.
        frame.prev.set(t.frame.get());
        t.frame.set(frame as *const Frame as *mut Frame);
        frame.pc.set(super::frame::BEFORE_START);
        if t.tracing.active.get() == 0 {
            crate::exception::add_traceback(frame);
        } else {
            crate::tracing::never_ran(frame);
        }
        finish(g);
        leave(t, frame);
        t.leave_call();
        return Err(Raised);
    }
    frame.prev.set(t.frame.get());
    t.frame.set(frame as *const Frame as *mut Frame);
    g.running.set(1);
    if entry != 0 {
        frame.set_reg(frame.sent_reg.get(), sent);
    }
    frame.resume.set(0);
    let r = crate::call::run_frame(t, frame, g.code.get(), entry);
    g.running.set(0);
    // A yield leaves its resume point in the frame; a return leaves 0.
    let next = frame.resume.get();
    leave(t, frame);
    t.leave_call();
    match r {
        Some(v) if next != 0 => {
            g.entry.set(next);
            Ok(Some(v))
        }
        Some(_) => {
            finish(g);
            t.stop.set(thread::ExcInfo::NONE);
            Ok(None)
        }
        None => {
            finish(g);
            Err(Raised)
        }
    }
}

fn leave(t: &thread::Thread, frame: &Frame) {
    if frame.has(frame_flags::SAVED_EXC) {
        t.handled.set(frame.saved.get());
        crate::exception::publish_handled();
        frame.flags.set(frame.flags.get() & !frame_flags::SAVED_EXC);
        frame.saved.set(thread::ExcInfo::NONE);
    }
    t.frame.set(frame.prev.get());
    frame.prev.set(std::ptr::null_mut());
}

fn finish(g: Ref<Generator>) {
    g.finished.set(1);
    let frame = g.frame();
    if frame.object.get().is_some() {
        super::frame::detach(frame);
    }
    for i in 0..g.code.get().nregs.get() {
        frame.set_reg(i, None);
    }
}

/// Lets go of what a suspended generator has yielded: the registers that still hold it are dead, but traced.
pub fn forget_yielded(g: Ref<Generator>, x: Value) {
    let frame = &g.record;
    for i in 0..g.code.get().nregs.get() {
        if frame.reg(i) == Some(x) {
            frame.set_reg(i, None);
        }
    }
}

/// The `next` slot.
pub fn next(v: Value) -> PyResult<Option<Value>> {
    match v.cast::<Generator>() {
        Some(g) => match go_on(g, Some(Value::none())) {
            Err(e) => crate::thread::current().stop_of(e),
            r => r,
        },
        None => Err(type_error(
            "descriptor 'next' requires a 'generator' object",
        )),
    }
}

fn or_stop(r: PyResult<Option<Value>>) -> PyResult {
    match r? {
        Some(v) => Ok(v),
        None => Err(thread::current().raise_stop()),
    }
}

/// `g.send(value)`
pub fn send(g: Ref<Generator>, value: Value) -> PyResult {
    if g.entry.get() == 0 && g.finished.get() == 0 && g.running.get() == 0 && !value.is_none() {
        return Err(type_error(
            "can't send non-None value to a just-started generator",
        ));
    }
    or_stop(resume(g, Some(value)))
}

/// `g.throw(type, value, traceback)`
pub fn throw(g: Ref<Generator>, ty: Value, value: Option<Value>, tb: Option<Value>) -> PyResult {
    if tb.is_some_and(|v| !v.is_none() && v.cast::<crate::layouts::Traceback>().is_none()) {
        return Err(type_error(
            "throw() third argument must be a traceback object",
        ));
    }
    // What cannot be thrown leaves the generator as it is.
    let instance = crate::exception::is_exception_instance(ty);
    if instance && value.is_some_and(|v| !v.is_none()) {
        return Err(type_error(
            "instance exception may not have a separate value",
        ));
    }
    if !crate::exception::is_exception_class(ty) && !instance {
        return Err(raise_fmt!(
            type_error,
            "exceptions must be classes, or instances, not {}",
            crate::attr::type_name(ty)
        ));
    }
    if g.running.get() != 0 {
        return Err(value_error("generator already executing"));
    }
    let _ = crate::exception::raise_with(Some(ty), value, tb);
    or_stop(resume(g, None))
}

/// `g.close()`
pub fn close(g: Ref<Generator>) -> PyResult<()> {
    if g.finished.get() != 0 {
        return Ok(());
    }
    if g.running.get() != 0 {
        return Err(value_error("generator already executing"));
    }
    let quiet =
        || thread::current().tracing.active.get() == 0 && handlers(g.code.get()) == Handlers::None;
    if g.entry.get() == 0 || quiet() {
        finish(g);
        return Ok(());
    }
    let _ = raise_value(crate::types::GENERATOR_EXIT.get().into(), None);
    match resume(g, None) {
        Ok(Some(_)) => Err(runtime_error("generator ignored GeneratorExit")),
        Ok(None) => Ok(()),
        Err(e) => {
            if crate::exception::pending_matches(crate::types::GENERATOR_EXIT.get())
                || crate::exception::pending_matches(crate::types::STOP_ITERATION.get())
            {
                thread::current().take_pending();
                Ok(())
            } else {
                Err(e)
            }
        }
    }
}

/// Closes a generator that nothing refers to any more. What it raises is reported on stderr, and no pending exception
/// is disturbed.
pub fn abandon(g: Ref<Generator>) {
    if g.finished.get() != 0 || g.running.get() != 0 {
        return;
    }
    let t = thread::current();
    let pending = t.take_pending();
    if close(g).is_err() {
        crate::finalizers::report(g.into());
        // One that does not end is gone all the same.
        if g.finished.get() == 0 {
            finish(g);
        }
    }
    t.pending.set(pending);
}

fn of(v: Value) -> PyResult<Ref<Generator>> {
    v.cast::<Generator>()
        .ok_or_else(|| type_error("expected a generator"))
}
pub fn iter(v: Value) -> PyResult {
    Ok(v)
}
pub fn repr(v: Value) -> PyResult {
    let name = of(v)?.code.get().name.get().as_ref().to_text();
    Ok(super::str::from_text(&format!("<generator object {name} at {:#x}>", v.bits())).into())
}
pub fn get_frame(v: Value) -> PyResult {
    let g = of(v)?;
    if g.finished.get() != 0 {
        return Ok(Value::none());
    }
    Ok(super::frame::object_of(g.frame()).into())
}
pub fn get_running(v: Value) -> PyResult {
    Ok(Value::int(i64::from(of(v)?.running.get())))
}
pub fn get_code(v: Value) -> PyResult {
    Ok(of(v)?.code.get().into())
}
pub fn get_name(v: Value) -> PyResult {
    Ok(of(v)?.code.get().name.get().into())
}
