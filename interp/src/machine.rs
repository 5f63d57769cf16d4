//! Tier 0: the interpreter's access to the frame, and the control nodes.
//!
//! The loop and every arm with semantics are expanded from the tables ([`crate::dispatch`]); what is
//! here is what a table cannot say: where registers are, and where execution goes next.

use std::cell::Cell;

use runtime::cache::Cache;
use runtime::call::Entry;
use runtime::error::{PyResult, Raised, name_error, unbound_local_error};
use runtime::exception;
use runtime::frame::{Frame, frame_flags};
use runtime::layouts::{CellVar, Str, Traceback, Tuple};
use runtime::object::Ref;
use runtime::thread::{self, ExcInfo};
use runtime::tracing::Event;
use runtime::value::Value;

use crate::body::{self, Body, Feedback};
use crate::dispatch::{Flow, Machine};
use crate::normal::{Node, Op, Operand};
use crate::{levels, tiers};

/// A frame being interpreted. `TRACED`: the trace function hears of it, or it is close to the recursion limit.
pub struct Interpreter<const TRACED: bool> {
    frame: &'static Frame,
    body: &'static Body,
    feedback: &'static Feedback,
    nodes: *const Node,
    regs: *mut Option<Value>,
    consts: *const Option<Value>,
    names: &'static [Value],
    trace: TraceState,
}

/// Where a traced frame is.
struct TraceState {
    /// The node before.
    last: Cell<u32>,
    /// The nodes of the line that was told of last.
    line: Cell<(u32, u32)>,
    /// That line, 0 if there was none.
    told: Cell<u32>,
    /// The trace function raised: the next node is to raise that.
    failed: Cell<bool>,
    /// A jump that stands for the next node, to where the trace function wants to go on.
    jump: Cell<Node>,
    jumps: Cell<bool>,
    /// Nobody hears of the frame: it is close to the recursion limit.
    near_limit: Cell<bool>,
}

impl TraceState {
    const fn new() -> TraceState {
        TraceState {
            last: Cell::new(0),
            line: Cell::new((0, 0)),
            told: Cell::new(0),
            failed: Cell::new(false),
            jump: Cell::new(Node::new(Op::Jump)),
            jumps: Cell::new(false),
            near_limit: Cell::new(false),
        }
    }
}

/// Stands for any node when the trace function raised, or the node takes too many levels of recursion.
static FAILED: Node = Node::new(Op::Reraise);

impl<const TRACED: bool> Interpreter<TRACED> {
    #[inline(always)]
    fn new(frame: &'static Frame) -> Self {
        let code = frame.code.get();
        let body = body::of(code);
        Interpreter {
            frame,
            body,
            feedback: body.feedback(),
            nodes: body.normal().nodes.as_ptr(),
            regs: frame.regs.get(),
            consts: code.consts().slots_ptr() as *const Option<Value>,
            names: code.names().as_ref::<'static>().items(),
            trace: TraceState::new(),
        }
    }

    #[inline(always)]
    fn node_at(&self, pc: u32) -> &'static Node {
        // SAFETY: the validator checked that execution stays within the nodes.
        unsafe { &*self.nodes.add(pc as usize) }
    }

    /// The nodes of the line of a node.
    fn line_around(&self, pc: u32) -> (u32, u32) {
        let lines = &self.body.normal().lines;
        let after = lines.partition_point(|l| l.start <= pc);
        let Some(at) = after.checked_sub(1) else {
            return (0, lines.first().map_or(u32::MAX, |l| l.start));
        };
        // Neighbours with the same line are one.
        let line = lines[at].line;
        let first = lines[..after].iter().rposition(|l| l.line != line);
        let next = lines[after..].iter().find(|l| l.line != line);
        (
            lines[first.map_or(0, |i| i + 1)].start,
            next.map_or(u32::MAX, |l| l.start),
        )
    }

    /// Tells of a line where one begins, or where execution goes back.
    #[cold]
    fn trace_line(&self, pc: u32) {
        if self.trace.jumps.replace(false) {
            // The line that the trace function chose it does not hear of.
            self.trace.line.set(self.line_around(pc));
            self.trace.last.set(pc);
            return;
        }
        let (start, end) = self.trace.line.get();
        let last = self.trace.last.replace(pc);
        let back = pc < last;
        let mut begins = pc == start;
        if pc < start || pc >= end {
            let around = self.line_around(pc);
            self.trace.line.set(around);
            begins = pc == around.0;
        }
        let mut told = 0;
        if begins && !back {
            // Lines without nodes come before it, unless control is on them.
            let lines = &self.body.normal().lines;
            let after = lines.partition_point(|l| l.start <= pc);
            let first = lines.partition_point(|l| l.start < pc);
            for mark in &lines[first..after.saturating_sub(1).max(first)] {
                if last != pc && mark.line == self.body.normal().line(last) {
                    continue;
                }
                told = mark.line;
                if !self.tell_line(pc, Some(mark.line)) {
                    return;
                }
            }
        }
        if back || begins && told != self.body.normal().line(pc) {
            self.tell_line(pc, None);
        }
    }

    /// Tells of a line before node `pc`; false when that is not to run.
    fn tell_line(&self, pc: u32, line: Option<u32>) -> bool {
        self.frame.pc.set(pc);
        let told = line.unwrap_or_else(|| self.body.normal().line(pc));
        self.trace.told.set(told);
        if runtime::tracing::line(self.frame, line).is_err() {
            self.trace.failed.set(true);
            return false;
        }
        let jumps = thread::current().tracing.take_jump();
        if jumps {
            self.trace.jumps.set(true);
            self.trace.jump.set(Node {
                c: self.frame.pc.get(),
                ..Node::new(Op::Jump)
            });
        }
        !jumps
    }

    /// Tells the profile function of a call, or counts the levels that it takes.
    #[cold]
    fn tell_call(&self, node: &Node, event: Event) -> bool {
        let Some(callee) = self.optional(node.a) else {
            return true;
        };
        if self.trace.near_limit.get() {
            let args = || self.values(node.b, u32::from(node.n));
            return event != Event::CCall
                || node.op != Op::Call
                || self.optional(node.c).is_some()
                || levels::of_call(callee, args).is_ok();
        }
        let receiver = match node.op {
            // No call of the program's.
            Op::CallSpecial => return true,
            Op::CallMethod => self.optional(node.a + 1),
            _ => None,
        };
        runtime::tracing::builtin_call(self.frame, event, callee, receiver).is_ok()
    }

    /// Runs the rest of the frame traced, from node `pc` on, when a program has asked for that while the
    /// frame was running.
    #[cold]
    fn take_over(&mut self, pc: u32) -> Option<Option<Value>> {
        if !thread::current().tracing.takes_over(self.frame) {
            return None;
        }
        Some(resume_traced(self.frame, pc))
    }

    #[inline(always)]
    fn operand(&self, operand: u32) -> *const Option<Value> {
        let base = if operand & Operand::CONST != 0 {
            self.consts
        } else {
            self.regs as *const Option<Value>
        };
        // SAFETY: the validator checked that registers and constants are in range.
        unsafe { base.add((operand & !Operand::CONST) as usize) }
    }

    fn local_name(&self, register: u32) -> String {
        self.body
            .normal()
            .register_name(register)
            .unwrap_or("?")
            .to_owned()
    }
}

/// Begins a handler, with the exception in three registers. Not part of the loop: what the exception passes through
/// on the native stack would stay in the loop's frame, and keep it alive, as long as the function runs.
#[inline(never)]
pub fn handle(frame: &Frame, at: u32) {
    set_triple(frame, at, exception::begin_handler(frame, true));
}

/// Takes the pending exception into three registers; not part of the loop for the same reason.
#[inline(never)]
pub fn take(frame: &Frame, at: u32) {
    set_triple(frame, at, thread::current().take_pending());
}

fn set_triple(frame: &Frame, at: u32, e: ExcInfo) {
    let none = Value::none();
    for (i, v) in [e.ty, e.value, e.traceback].into_iter().enumerate() {
        frame.set_reg(at + i as u32, Some(v.unwrap_or(none)));
    }
}

/// Runs a frame from an entry of its code: 0, or a resume point.
#[allow(clippy::not_unsafe_ptr_arg_deref)] // The convention of entries: compiled code calls them.
pub extern "C" fn enter(frame: *mut Frame, entry: u32) -> Option<Value> {
    // SAFETY: the caller pushed the frame and keeps it while this runs.
    let frame: &'static Frame = unsafe { &*frame };
    // Where a program waits for deaths, it is noted where the stack of the frame's nodes begins; of modules always.
    if runtime::heap::clear_stack() || frame.locals.get().is_some() {
        return noted(frame, || enter_frame(frame, entry));
    }
    enter_frame(frame, entry)
}

#[inline(never)]
fn noted(frame: &'static Frame, run: impl Fn() -> Option<Value>) -> Option<Value> {
    let mut result = None;
    runtime::heap::with_spilled_registers(&mut |stack_pointer| {
        let entered = &thread::current().entered;
        let outer = entered.replace((frame as *const Frame as usize, stack_pointer));
        result = run();
        thread::current().entered.set(outer);
    });
    result
}

#[inline(always)]
fn enter_frame(frame: &'static Frame, entry: u32) -> Option<Value> {
    let code = frame.code.get();
    if entry == 0
        && let Some(compiled) = tiers::count_call(frame)
    {
        return match run_compiled(frame, compiled, 0) {
            Ok(result) => result,
            Err(Left { pc, raised: false }) => go_on(frame, pc),
            Err(Left { pc, raised: true }) => resume_raised(frame, pc),
        };
    }
    let body = body::of(code);
    let pc = if entry == 0 {
        0
    } else {
        body.normal().resume[entry as usize]
    };
    // Not by way of `resume`: one call less to return from.
    crate::dispatch::run(&mut Interpreter::<false>::new(frame), pc)
}

/// Where compiled code left a frame.
struct Left {
    pc: u32,
    raised: bool,
}

/// Runs compiled code in a frame of the interpreter, until it returns or leaves.
#[inline(never)]
fn run_compiled(frame: &Frame, compiled: Entry, entry: u32) -> Result<Option<Value>, Left> {
    use frame_flags::{ENTERED, KEEPS_REGISTERS, LEFT, LEFT_RAISED};
    let keeps = if tiers::keeps_registers() {
        KEEPS_REGISTERS
    } else {
        0
    };
    frame.flags.set(frame.flags.get() | ENTERED | keeps);
    let result = compiled(frame as *const Frame as *mut Frame, entry);
    let flags = frame.flags.get();
    frame
        .flags
        .set(flags & !(ENTERED | KEEPS_REGISTERS | LEFT | LEFT_RAISED));
    if flags & LEFT == 0 {
        return Ok(result);
    }
    Err(Left {
        pc: frame.pc.get(),
        raised: flags & LEFT_RAISED != 0,
    })
}

/// Goes on in a frame that compiled code leaves, at `pc`, where an exception is pending if it `raised`: in the
/// interpreter that entered the code, if one did, whose result this is not yet; else in a new one.
pub fn take_over(frame: &'static Frame, pc: u32, raised: bool) -> Option<Value> {
    if frame.has(frame_flags::ENTERED) {
        let how = if raised {
            frame_flags::LEFT | frame_flags::LEFT_RAISED
        } else {
            frame_flags::LEFT
        };
        frame.pc.set(pc);
        frame.flags.set(frame.flags.get() | how);
        None
    } else if raised {
        resume_raised(frame, pc)
    } else {
        go_on(frame, pc)
    }
}

/// Does what others have asked for.
#[cold]
fn serve(frame: &Frame) -> PyResult<()> {
    runtime::dropped::is_interpreted(frame);
    runtime::interrupt::handle()
}

/// Runs what compiled code has left of a frame: it may have left for those who trace from now on.
pub fn go_on(frame: &'static Frame, pc: u32) -> Option<Value> {
    if runtime::interrupt::is_asked() && thread::current().tracing.takes_over(frame) {
        return resume_traced(frame, pc);
    }
    if runtime::heap::clear_stack() {
        return noted(frame, || resume(frame, pc));
    }
    resume(frame, pc)
}

/// Like [`enter`], in the interpreter, telling the trace and profile functions of what happens.
#[allow(clippy::not_unsafe_ptr_arg_deref)] // The convention of entries.
pub extern "C" fn enter_traced(frame: *mut Frame, entry: u32) -> Option<Value> {
    // SAFETY: the caller pushed the frame and keeps it while this runs.
    let frame: &'static Frame = unsafe { &*frame };
    if entry == 0 {
        frame.pc.set(runtime::builtins::frame::BEFORE_START);
    }
    let entered = runtime::tracing::enter(frame);
    let pc = match entry {
        0 => 0,
        _ => body::of(frame.code.get()).normal().resume[entry as usize],
    };
    entered.ok()?;
    if entry == 0 {
        frame.pc.set(0);
    }
    let m = &mut Interpreter::<true>::new(frame);
    // Where a generator goes on, no line begins.
    let outside = if entry == 0 {
        (1, 0)
    } else {
        m.line_around(pc)
    };
    m.trace.line.set(outside);
    m.trace.last.set(pc);
    if entry != 0 {
        m.trace.told.set(m.body.normal().line(pc));
    }
    let r = crate::dispatch::run(m, pc);
    runtime::tracing::leave(frame, r, m.trace.told.get()).ok()
}

/// Like [`enter`], in the interpreter, looking at the levels of recursion that nodes take.
#[allow(clippy::not_unsafe_ptr_arg_deref)] // The convention of entries.
pub extern "C" fn enter_near_limit(frame: *mut Frame, entry: u32) -> Option<Value> {
    // SAFETY: the caller pushed the frame and keeps it while this runs.
    let frame: &'static Frame = unsafe { &*frame };
    let pc = match entry {
        0 => 0,
        _ => body::of(frame.code.get()).normal().resume[entry as usize],
    };
    let m = &mut Interpreter::<true>::new(frame);
    m.trace.near_limit.set(true);
    crate::dispatch::run(m, pc)
}

/// Runs a frame from a node on.
pub fn resume(frame: &'static Frame, pc: u32) -> Option<Value> {
    crate::dispatch::run(&mut Interpreter::<false>::new(frame), pc)
}

/// Runs the rest of a frame traced, from node `pc` on, after it ran untraced.
pub fn resume_traced(frame: &'static Frame, pc: u32) -> Option<Value> {
    let m = &mut Interpreter::<true>::new(frame);
    m.trace.line.set(m.line_around(pc.saturating_sub(1)));
    m.trace.last.set(pc.saturating_sub(1));
    let r = crate::dispatch::run(m, pc);
    runtime::tracing::leave(frame, r, m.trace.told.get()).ok()
}

/// Goes on where an exception is pending at node `pc`: to its handler, or out of the frame.
pub fn resume_raised(frame: &'static Frame, pc: u32) -> Option<Value> {
    let mut m = Interpreter::<false>::new(frame);
    frame.pc.set(pc);
    match m.raised(pc) {
        Some(handler) => crate::dispatch::run(&mut m, handler),
        None => None,
    }
}

/// The handler of an exception pending at node `pc`, after its traceback entry was added.
pub fn handler(frame: &'static Frame, pc: u32) -> Option<u32> {
    Interpreter::<false>::new(frame).raised(pc)
}

fn unbound<const TRACED: bool>(m: &Interpreter<TRACED>, register: u32) -> Raised {
    raise_local(&m.local_name(register))
}

fn raise_local(name: &str) -> Raised {
    unbound_local_error(format!(
        "local variable '{name}' referenced before assignment"
    ))
}

/// Raises UnboundLocalError for a register.
pub fn raise_unbound(frame: &Frame, register: u32) -> Raised {
    raise_local(
        body::of(frame.code.get())
            .normal()
            .register_name(register)
            .unwrap_or("?"),
    )
}

/// The content of a variable's cell.
pub fn load_cell(frame: &Frame, register: u32) -> PyResult {
    match frame
        .reg(register)
        .and_then(|c| c.exact::<CellVar>())
        .and_then(|c| c.content.get())
    {
        Some(v) => Ok(v),
        None => {
            let normal = body::of(frame.code.get()).normal();
            let name = normal.register_name(register).unwrap_or("?");
            Err(if register < normal.first_free() {
                raise_local(name)
            } else {
                name_error(format!(
                    "free variable '{name}' referenced before assignment in enclosing scope"
                ))
            })
        }
    }
}

impl<const TRACED: bool> Machine for Interpreter<TRACED> {
    #[inline(always)]
    fn node(&self, pc: u32) -> &'static Node {
        if TRACED && self.trace.near_limit.get() {
            let node = self.node_at(pc);
            if levels::of_node(node, |operand| self.value(operand)).is_err() {
                self.frame.pc.set(pc);
                self.trace.failed.set(true);
                return &FAILED;
            }
        } else if TRACED {
            self.trace_line(pc);
            if self.trace.failed.get() {
                return &FAILED;
            }
            if self.trace.jumps.get() {
                // SAFETY: used until the next call of this function, and `self` outlives the loop.
                return unsafe { &*self.trace.jump.as_ptr() };
            }
        }
        self.node_at(pc)
    }
    #[inline(always)]
    fn value(&self, operand: u32) -> Value {
        // SAFETY: as for `operand`; the lowering proved that it is bound, or a check stands before.
        unsafe {
            let v = *self.operand(operand);
            debug_assert!(v.is_some(), "unbound register {operand}");
            v.unwrap_unchecked()
        }
    }
    #[inline(always)]
    fn optional(&self, operand: u32) -> Option<Value> {
        // SAFETY: as for `operand`.
        unsafe { *self.operand(operand) }
    }
    #[inline(always)]
    fn values(&self, operand: u32, count: u32) -> &'static [Value] {
        // SAFETY: that many registers follow, all bound; a bound `Option<Value>` is a `Value`.
        unsafe { std::slice::from_raw_parts(self.operand(operand) as *const Value, count as usize) }
    }
    #[inline(always)]
    fn name(&self, index: u32) -> Ref<Str> {
        // SAFETY: names are strings, and indices are checked by the validator.
        unsafe { self.names.get_unchecked(index as usize).cast_unchecked() }
    }
    #[inline(always)]
    fn set(&mut self, register: u32, x: Value) {
        // SAFETY: registers are in range.
        unsafe { *self.regs.add(register as usize) = Some(x) }
    }
    #[inline(always)]
    fn outs(&self, register: u32, count: u32) -> &'static [Cell<Option<Value>>] {
        // SAFETY: that many registers follow; `Cell` has the same layout.
        unsafe {
            std::slice::from_raw_parts(
                self.regs.add(register as usize) as *const Cell<Option<Value>>,
                count as usize,
            )
        }
    }
    #[inline(always)]
    fn profile(&self, pc: u32) -> &'static Cell<u32> {
        // SAFETY: one word a node.
        unsafe { self.feedback.profiles.get_unchecked(pc as usize) }
    }
    #[inline(always)]
    fn cache(&self, cell: u32) -> &'static Cache {
        // SAFETY: cells are numbered by the lowering.
        unsafe { self.feedback.caches.get_unchecked(cell as usize) }
    }
    #[inline(always)]
    fn frame(&self) -> &'static Frame {
        self.frame
    }
    #[inline(always)]
    fn at(&mut self, pc: u32) {
        self.frame.pc.set(pc);
    }

    #[inline(always)]
    fn calling(&mut self, node: &Node) -> bool {
        !TRACED || self.tell_call(node, Event::CCall)
    }
    #[inline(always)]
    fn called(&mut self, node: &Node, ok: bool) -> bool {
        // What was called may have waited: signals that came are served before the program goes on.
        if !TRACED {
            return !ok || !runtime::interrupt::is_asked() || serve(self.frame).is_ok();
        }
        self.tell_call(
            node,
            if ok {
                Event::CReturn
            } else {
                Event::CException
            },
        )
    }
    #[inline(always)]
    fn taken_over(&mut self, pc: u32) -> Option<Option<Value>> {
        if !TRACED && runtime::interrupt::is_asked() {
            return self.take_over(pc);
        }
        None
    }

    #[cold]
    fn raised(&mut self, pc: u32) -> Option<u32> {
        // What the frame passes on was told of when it was raised.
        let again = self.node_at(pc).op == Op::Reraise || !exception::add_traceback(self.frame);
        let begins = !TRACED
            && runtime::interrupt::is_asked()
            && thread::current().tracing.takes_over(self.frame);
        if (TRACED && !self.trace.near_limit.get() || begins) && !again {
            runtime::tracing::exception(self.frame);
        }
        let handler = self.body.normal().handler(pc).map(|h| h.target);
        if begins && handler.is_none() {
            let _ = runtime::tracing::leave(self.frame, None, 0);
        }
        handler
    }

    #[inline(always)]
    fn r#move(&mut self, node: &Node, _pc: u32) -> Flow {
        let v = self.optional(node.a);
        // SAFETY: registers are in range.
        unsafe { *self.regs.add(node.dst as usize) = v };
        Flow::Next
    }
    fn clear(&mut self, node: &Node, _pc: u32) -> Flow {
        for i in 0..u32::from(node.n) {
            self.frame.set_reg(node.dst + i, None);
        }
        Flow::Next
    }
    #[inline(always)]
    fn check_local(&mut self, node: &Node, _pc: u32) -> Flow {
        if self.optional(node.a).is_some() {
            Flow::Next
        } else {
            let _ = unbound(self, node.a);
            Flow::Raised
        }
    }
    fn delete_local(&mut self, node: &Node, _pc: u32) -> Flow {
        self.frame.set_reg(node.dst, None);
        Flow::Next
    }
    fn make_cell(&mut self, node: &Node, _pc: u32) -> Flow {
        let content = self.optional(node.a);
        let c = CellVar::alloc(content);
        self.set(node.dst, c.into());
        Flow::Next
    }
    fn free_cell(&mut self, node: &Node, _pc: u32) -> Flow {
        let closure: Option<Ref<Tuple>> = self.frame.function.get().and_then(|f| f.closure.get());
        match closure.and_then(|c| c.as_ref::<'static>().items().get(node.a as usize).copied()) {
            Some(c) => {
                self.set(node.dst, c);
                Flow::Next
            }
            None => {
                let _ = runtime::error::system_error(
                    "code with free variables runs without its closure",
                );
                Flow::Raised
            }
        }
    }
    fn load_cell(&mut self, node: &Node, _pc: u32) -> Flow {
        match load_cell(self.frame, node.a) {
            Ok(v) => {
                self.set(node.dst, v);
                Flow::Next
            }
            Err(_) => Flow::Raised,
        }
    }
    fn store_cell(&mut self, node: &Node, _pc: u32) -> Flow {
        if let Some(c) = self.value(node.a).exact::<CellVar>() {
            c.content.set(Some(self.value(node.b)));
        }
        Flow::Next
    }
    #[inline(always)]
    fn jump(&mut self, node: &Node, _pc: u32) -> Flow {
        Flow::Jump(node.c)
    }
    fn poll(&mut self, _: &Node, pc: u32) -> Flow {
        match self.taken_over(pc + 1) {
            Some(result) => Flow::Leave(result),
            None => Flow::Next,
        }
    }
    #[inline(always)]
    fn loop_header(&mut self, node: &Node, pc: u32) -> Flow {
        if runtime::interrupt::is_asked() {
            if serve(self.frame).is_err() {
                return Flow::Raised;
            }
            if let Some(result) = self.taken_over(pc + 1) {
                return Flow::Leave(result);
            }
        }
        // SAFETY: loops are numbered by the lowering.
        let trips = unsafe { self.feedback.loops.get_unchecked(node.a as usize) };
        let n = trips.get() + 1;
        trips.set(n);
        if !TRACED
            && n & tiers::LOOP_MASK == 0
            && let Some(compiled) = tiers::count_loop(self.frame, node.b, n)
        {
            self.frame.pc.set(pc);
            return match run_compiled(self.frame, compiled, node.b) {
                Ok(result) => Flow::Leave(result),
                Err(Left { pc, raised: false }) => match self.taken_over(pc) {
                    Some(result) => Flow::Leave(result),
                    None => Flow::Jump(pc),
                },
                Err(Left { pc, raised: true }) => match self.raised(pc) {
                    Some(handler) => Flow::Jump(handler),
                    None => Flow::Leave(None),
                },
            };
        }
        Flow::Next
    }
    #[inline(always)]
    fn r#return(&mut self, node: &Node, pc: u32) -> Flow {
        // A frame object that outlives the frame tells the line that was left from.
        self.frame.pc.set(pc);
        let result = self.value(node.a);
        if runtime::dropped::locals_matter() {
            let_go_of_locals(self.frame, result);
        }
        Flow::Leave(Some(result))
    }
    fn raise(&mut self, node: &Node, _pc: u32) -> Flow {
        let _ = exception::raise_statement(
            self.optional(node.a),
            self.optional(node.b),
            self.optional(node.c),
        );
        Flow::Raised
    }
    fn reraise(&mut self, node: &Node, _pc: u32) -> Flow {
        if TRACED && self.trace.failed.replace(false) {
            return Flow::Raised;
        }
        reraise(self.values(node.a, 3));
        Flow::Raised
    }
    fn catch(&mut self, node: &Node, _pc: u32) -> Flow {
        handle(self.frame, node.dst);
        Flow::Next
    }
    fn catch_raw(&mut self, node: &Node, _pc: u32) -> Flow {
        take(self.frame, node.dst);
        Flow::Next
    }
    fn r#yield(&mut self, node: &Node, _pc: u32) -> Flow {
        self.frame.resume.set(node.c);
        self.frame.sent_reg.set(node.dst);
        Flow::Leave(Some(self.value(node.a)))
    }
    fn resume(&mut self, node: &Node, _pc: u32) -> Flow {
        match self.optional(node.a) {
            Some(v) => {
                self.set(node.dst, v);
                Flow::Next
            }
            None => Flow::Raised,
        }
    }
}

/// The frame is left: what its variables hold may die.
#[cold]
#[inline(never)]
fn let_go_of_locals(frame: &Frame, result: Value) {
    if frame.has(frame_flags::GENERATOR) || frame.object.get().is_some() {
        return;
    }
    let code = frame.code.get();
    // Parameters mostly belong to the caller. Cells that are the frame's own come behind the variables.
    let own = code.argcount.get()..body::of(code).normal().first_free();
    let waited_for = own
        .filter_map(|i| frame.reg(i))
        .filter_map(|v| v.exact::<CellVar>().map_or(Some(v), |c| c.content.get()))
        .any(|v| v != result && runtime::dropped::is_waited_for(v));
    if waited_for {
        for i in 0..code.nregs.get() {
            frame.set_reg(i, None);
        }
        frame.set_reg(0, Some(result));
        runtime::dropped::settle();
    }
}

/// Makes a (type, value, traceback) that a handler took pending again.
pub fn reraise(triple: &[Value]) {
    let tb = Some(triple[2]).filter(|t| !t.is_none());
    let value = Some(triple[1]).filter(|v| !v.is_none());
    let t = thread::current();
    t.set_pending(triple[0], value, tb);
    // SAFETY: a frame is on the list while it runs.
    let Some(frame) = (unsafe { t.frame.get().as_ref() }).filter(|f| f.has(frame_flags::PASSING))
    else {
        return;
    };
    frame.flags.set(frame.flags.get() & !frame_flags::PASSING);
    if let Some(tb) = tb.and_then(|t| t.exact::<Traceback>())
        && tb.frame.get().frame.get() == frame as *const Frame as u64
    {
        frame.pc.set(tb.lasti.get());
    }
}
