//! Frame objects: a view of a live activation record, and a copy of it once that is gone.

use std::cell::Cell;

use crate::frame::Frame;
use crate::layouts::{Buffer, Code, Dict, FrameObject, Generator, Str};
use crate::object::Ref;
use crate::thread;
use crate::value::Value;

/// `Frame::pc` of a frame that a trace function sees before it begins.
pub const BEFORE_START: u32 = u32::MAX;

/// The frame object of a live frame.
pub fn object_of(frame: &Frame) -> Ref<FrameObject> {
    if let Some(o) = frame.object.get() {
        return o;
    }
    let owner = frame.has(crate::frame::frame_flags::GENERATOR).then(|| {
        let offset = std::mem::offset_of!(Generator, record);
        let generator = frame as *const Frame as usize - offset;
        // SAFETY: a frame with this flag is the record of a generator.
        unsafe { Ref::from_raw(generator as *mut Generator) }.into()
    });
    let o = FrameObject::alloc(
        frame as *const Frame as u64,
        owner,
        None,
        frame.code.get(),
        frame.globals.get(),
        frame.builtins.get(),
        None,
        None,
        0,
        None,
        0,
        None,
    );
    frame.object.set(Some(o));
    o
}

/// A frame that never ran: what tracebacks show of functions that are no Python code.
pub fn of_nothing(code: Ref<Code>, registers: Ref<Buffer>, globals: Ref<Dict>) -> Ref<FrameObject> {
    FrameObject::alloc(
        0,
        None,
        None,
        code,
        globals,
        globals,
        None,
        Some(registers),
        0,
        None,
        0,
        None,
    )
}

/// Called when a frame that has an object is left: the object keeps the registers.
pub fn detach(frame: &Frame) {
    let Some(o) = frame.object.take() else { return };
    let n = frame.code.get().nregs.get() as usize;
    let copy = Buffer::with_capacity(n.max(1));
    for i in 0..n {
        copy.as_ref().slot(i).set(frame.reg(i as u32));
    }
    o.regs.set(Some(copy));
    o.pc.set(frame.pc.get());
    // SAFETY: the caller's record is live.
    o.back
        .set(unsafe { frame.prev.get().as_ref() }.map(|f| object_of(f).into()));
    if o.locals.get().is_none() {
        o.locals.set(frame.locals.get());
    }
    o.frame.set(0);
}

impl Ref<FrameObject> {
    /// The activation record while it is live.
    pub fn live(self) -> Option<&'static Frame> {
        // SAFETY: `detach` clears the address before the record goes.
        unsafe { (self.frame.get() as *const Frame).as_ref() }
    }

    pub fn reg(self, i: u32) -> Option<Value> {
        match self.live() {
            Some(f) => f.reg(i),
            None => self
                .regs
                .get()
                .and_then(|b| b.as_ref().slot(i as usize).get()),
        }
    }

    /// The node that it is at; [`BEFORE_START`] of a frame that is being entered, and of a generator that has not
    /// begun.
    pub fn node(self) -> u32 {
        let owner = self.owner.get().and_then(|g| g.cast::<Generator>());
        if owner
            .is_some_and(|g| g.entry.get() == 0 && g.running.get() == 0 && g.finished.get() == 0)
        {
            return BEFORE_START;
        }
        self.live().map_or(self.pc.get(), |f| f.pc.get())
    }

    /// The line that it is at. A frame with a trace function stays at the line that this was told of last, also when
    /// nothing is traced any more.
    pub fn line(self) -> u32 {
        match (self.trace.get(), self.told.get()) {
            (Some(_), told @ 1..) => told,
            _ => super::code::line(self.code.get(), self.node()),
        }
    }

    /// `f_trace` is set; lines are told of from here on.
    pub fn set_trace(self, f: Option<Value>) {
        self.told.set(self.line());
        self.trace.set(f);
    }

    /// `f_back`.
    pub fn caller(self) -> Option<Value> {
        match self.live() {
            // SAFETY: callers of a live frame are live.
            Some(f) => unsafe { f.prev.get().as_ref() }.map(|p| object_of(p).into()),
            None => self.back.get(),
        }
    }
}

/// `locals()` of a frame: the namespace itself, or a dict with the variables of a function.
pub fn locals(o: Ref<FrameObject>) -> Value {
    let live = o.live();
    if let Some(l) = live.and_then(|f| f.locals.get()) {
        if let Some(d) = l.cast::<Dict>()
            && o.code.get().flags.get() & crate::call::code_flags::NEWLOCALS != 0
        {
            registers_to_dict(o, d);
        }
        return l;
    }
    let dict = match o.locals.get().and_then(|d| d.cast::<Dict>()) {
        Some(d) => d,
        None => {
            let d = crate::builtins::dict::new();
            o.locals.set(Some(d.into()));
            d
        }
    };
    registers_to_dict(o, dict);
    dict.into()
}

/// The names of the variables that `locals()` shows, by register. Those of enclosing functions are not
/// among those of a class.
fn variables(code: Ref<crate::layouts::Code>) -> impl Iterator<Item = Ref<crate::layouts::Tuple>> {
    let optimized = code.flags.get() & crate::call::code_flags::OPTIMIZED != 0;
    let free = optimized.then(|| code.freevars.get());
    [code.varnames(), code.cellvars()].into_iter().chain(free)
}

/// Puts the variables into the dict: each group from its last to its first, which the dict's order tells.
fn registers_to_dict(o: Ref<FrameObject>, dict: Ref<Dict>) {
    let code = o.code.get();
    let nlocals = code.varnames().as_ref().len() as u32;
    let mut first = 0;
    for group in variables(code) {
        let names = group.as_ref().items();
        for (at, name) in (first..first + names.len() as u32).zip(names).rev() {
            let v = match o.reg(at) {
                Some(c) => match c.exact::<crate::layouts::CellVar>() {
                    Some(c) => c.content.get(),
                    None => Some(c),
                },
                None => None,
            };
            let unmade = at >= nlocals && o.reg(at).is_none();
            // Until the cell of a parameter is made, its value is in the parameter's register.
            if unmade {
                continue;
            }
            let Some(key) = name.cast::<Str>() else {
                continue;
            };
            match v {
                Some(v) => dict.set_str(key, v),
                None => {
                    let _ = dict.delete(key.value());
                }
            }
        }
        first += names.len() as u32;
    }
}

/// The innermost frame.
pub fn current() -> Option<&'static Frame> {
    // SAFETY: the thread's chain holds live frames.
    unsafe { thread::current().frame.get().as_ref() }
}

/// The innermost frame's globals.
pub fn current_globals() -> Option<Ref<Dict>> {
    current().map(|f| f.globals.get())
}

/// A record for code that keeps its registers elsewhere (generators).
pub fn record(
    code: Ref<crate::layouts::Code>,
    globals: Ref<Dict>,
    builtins: Ref<Dict>,
    regs: *mut Option<Value>,
) -> Frame {
    Frame {
        prev: Cell::new(std::ptr::null_mut()),
        code: Cell::new(code),
        regs: Cell::new(regs),
        pc: Cell::new(0),
        flags: Cell::new(0),
        resume: Cell::new(0),
        sent_reg: Cell::new(0),
        globals: Cell::new(globals),
        builtins: Cell::new(builtins),
        locals: Cell::new(None),
        function: Cell::new(None),
        object: Cell::new(None),
        saved: Cell::new(thread::ExcInfo::NONE),
    }
}

fn of(v: Value) -> crate::error::PyResult<Ref<FrameObject>> {
    v.cast::<FrameObject>()
        .ok_or_else(|| crate::error::type_error("expected a frame"))
}
pub fn get_back(v: Value) -> crate::error::PyResult {
    Ok(of(v)?.caller().unwrap_or(Value::none()))
}
pub fn get_code(v: Value) -> crate::error::PyResult {
    Ok(of(v)?.code.get().into())
}
pub fn get_globals(v: Value) -> crate::error::PyResult {
    Ok(of(v)?.globals.get().into())
}
pub fn get_builtins(v: Value) -> crate::error::PyResult {
    Ok(of(v)?.builtins.get().into())
}
pub fn get_locals(v: Value) -> crate::error::PyResult {
    Ok(locals(of(v)?))
}
pub fn get_lineno(v: Value) -> crate::error::PyResult {
    let o = of(v)?;
    if let Some(line) = crate::tracing::line_of(o) {
        return Ok(Value::int(i64::from(line)));
    }
    Ok(Value::int(i64::from(o.line())))
}
/// `frame.f_lineno = line`, by a trace function while it is told of a line of the frame.
pub fn set_lineno(v: Value, line: Option<Value>) -> crate::error::PyResult<()> {
    use crate::error::value_error;
    use crate::tracing::Event;
    let o = of(v)?;
    let Some(line) = line else {
        return Err(crate::error::attribute_error("cannot delete attribute"));
    };
    let Some(line) = line.as_int().map(|i| i as i32) else {
        return Err(value_error("lineno must be an integer"));
    };
    if o.node() == BEFORE_START {
        return Err(value_error(
            "can't jump from the 'call' trace event of a new frame",
        ));
    }
    if o.trace.get().is_none() {
        return Err(value_error("f_lineno can only be set by a trace function"));
    }
    let (Some(frame), Some(event @ (Event::Line | Event::Return))) =
        (o.live(), crate::tracing::told_of(o))
    else {
        return Err(value_error("can only jump from a 'line' trace event"));
    };
    (crate::upcalls::get()?.jump)(frame, i64::from(line), event)?;
    o.told.set(line as u32);
    Ok(())
}

/// A node as `f_lasti` and `tb_lasti` tell it; -1 before anything has run.
pub fn last_instruction(node: u32) -> Value {
    Value::int(match node {
        BEFORE_START => -1,
        node => i64::from(node) * i64::from(super::code::SPREAD),
    })
}

/// `f_lasti`
pub fn get_lasti(v: Value) -> crate::error::PyResult {
    Ok(last_instruction(of(v)?.node()))
}
pub fn get_trace(v: Value) -> crate::error::PyResult {
    Ok(of(v)?.trace.get().unwrap_or(Value::none()))
}
pub fn set_trace(v: Value, x: Option<Value>) -> crate::error::PyResult<()> {
    of(v)?.set_trace(x.filter(|x| !x.is_none()));
    Ok(())
}

/// `f_exc_type`, `f_exc_value` and `f_exc_traceback`: what was being handled when the frame began to handle an
/// exception, or what a program has put there.
fn exc(o: Ref<FrameObject>) -> [Value; 3] {
    if let Some(t) = o.exc.get() {
        return [0, 1, 2].map(|i| t.as_ref().items()[i]);
    }
    let handles = |f: &&Frame| f.has(crate::frame::frame_flags::SAVED_EXC);
    match o.live().filter(handles).map(|f| f.saved.get()) {
        Some(e) => [e.ty, e.value, e.traceback].map(|x| x.unwrap_or(Value::none())),
        None => [Value::none(); 3],
    }
}

/// Sets one of them, or deletes it: then it is None.
fn set_exc(v: Value, which: usize, x: Option<Value>) -> crate::error::PyResult<()> {
    let o = of(v)?;
    let mut all = exc(o);
    all[which] = x.unwrap_or(Value::none());
    o.exc.set(Some(super::tuple::from_slice(&all)));
    Ok(())
}

pub fn get_exc_type(v: Value) -> crate::error::PyResult {
    Ok(exc(of(v)?)[0])
}
pub fn set_exc_type(v: Value, x: Option<Value>) -> crate::error::PyResult<()> {
    set_exc(v, 0, x)
}
pub fn get_exc_value(v: Value) -> crate::error::PyResult {
    Ok(exc(of(v)?)[1])
}
pub fn set_exc_value(v: Value, x: Option<Value>) -> crate::error::PyResult<()> {
    set_exc(v, 1, x)
}
pub fn get_exc_traceback(v: Value) -> crate::error::PyResult {
    Ok(exc(of(v)?)[2])
}
pub fn set_exc_traceback(v: Value, x: Option<Value>) -> crate::error::PyResult<()> {
    set_exc(v, 2, x)
}

pub fn get_restricted(v: Value) -> crate::error::PyResult {
    of(v)?;
    Ok(Value::bool(false))
}

/// Binds a name in a frame as its code sees it: its register or cell, or its namespace.
pub fn bind_name(frame: &Frame, name: Value, v: Value) -> crate::error::PyResult<()> {
    if let Some(l) = frame.locals.get() {
        return crate::protocol::set_item(l, name, Some(v));
    }
    let o = object_of(frame);
    let dict = locals(o);
    if let Some(d) = dict.cast::<Dict>() {
        d.set(name, v)?;
    }
    locals_to_registers(frame, false);
    Ok(())
}

/// After code ran in `locals()` of a function: its variables take what the dict says. Those that are no
/// longer there keep their values: code reads many variables without a look whether they are bound. Only
/// trace functions (`clear`) empty cells.
pub fn locals_to_registers(frame: &Frame, clear: bool) {
    let code = frame.code.get();
    if frame.locals.get().is_some() && code.flags.get() & crate::call::code_flags::NEWLOCALS == 0 {
        return;
    }
    let own = frame
        .locals
        .get()
        .or_else(|| frame.object.get().and_then(|o| o.locals.get()));
    let Some(d) = own.and_then(|d| d.cast::<Dict>()) else {
        return;
    };
    let nlocals = code.varnames().as_ref().len() as u32;
    let mut at = 0;
    for group in variables(code) {
        for name in group.as_ref().items() {
            if let Some(key) = name.cast::<Str>() {
                let v = d.get_str(key);
                match frame
                    .reg(at)
                    .and_then(|c| c.exact::<crate::layouts::CellVar>())
                {
                    Some(c) if v.is_some() || clear => c.content.set(v),
                    None if at < nlocals && v.is_some() => frame.set_reg(at, v),
                    _ => {}
                }
            }
            at += 1;
        }
    }
}
