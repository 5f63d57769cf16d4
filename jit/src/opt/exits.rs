//! Leaving optimised code: what exits carry, and how the interpreter takes over.

use interp::{body, machine};
use runtime::frame::Frame;
use runtime::layouts::{Code, Function, Repr};
use runtime::object::Ref;
use runtime::thread;
use runtime::value::Value;

use crate::engine::{CodeInfo, SavedRegisters};
use crate::opt::ir::{INSTANCE, construction};

/// Why code is left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// A guard failed: the node is to be run by the interpreter.
    Guard,
    /// A node that had never run was reached.
    Cold,
    /// The node raised.
    Raised,
    /// A signal or finaliser is due.
    Interrupt,
}

/// One frame of an exit, as the interpreter has it.
#[derive(Clone, PartialEq, Debug)]
pub struct ExitFrame {
    /// The code object.
    pub code: usize,
    /// The function, of an inlined call.
    pub function: Option<usize>,
    /// The node to resume at; in the frame of a caller, the call.
    pub pc: u32,
    /// Is there a frame in memory? Its address comes before the registers.
    pub framed: bool,
    /// Registers, and how their values are held. One that stands for an instance ([`INSTANCE`]) says that an
    /// `__init__` is called, whose result is not the call's.
    pub regs: Box<[(u32, Repr)]>,
}

/// An exit.
#[derive(Clone, Debug)]
pub struct ExitInfo {
    /// Why.
    pub reason: Reason,
    /// The frames, innermost first.
    pub frames: Box<[ExitFrame]>,
    /// The node of the innermost frame whose speculation fails: as a rule the one that is to be run.
    pub site: u32,
}

/// What a compiled function's exits need, attached to its code.
#[derive(Debug)]
pub struct Exits {
    /// By number.
    pub infos: Vec<ExitInfo>,
    /// The version that they belong to.
    pub version: usize,
}

fn boxed(bits: u64, repr: Repr) -> Option<Value> {
    match repr {
        Repr::Int => Some(Value::small_int(bits as i64)),
        Repr::I64 => Some(Value::int(bits as i64)),
        Repr::Float => Some(Value::float(f64::from_bits(bits))),
        Repr::Bool => Some(Value::bool(bits & 1 != 0)),
        Repr::None => Some(Value::none()),
        // SAFETY: compiled code's boxed values and pointers are values.
        _ => unsafe { Value::from_bits(bits) },
    }
}

/// The exit hook: rebuilds the frames and lets the interpreter go on. Its answer is the function's.
pub fn leave(code: &CodeInfo, id: u32, values: &[u64], saved: &mut SavedRegisters) -> u64 {
    let Some(exits) = code.owner::<Exits>() else {
        unreachable!("optimised code has exits attached")
    };
    let exit = &exits.infos[id as usize];
    crate::tiers::left(exits, id);
    let t = thread::current();
    let n = exit.frames.len();
    let mut frames: [Option<&'static Frame>; 16] = [None; 16];
    // Of calls of classes, what they have made: kept alive here, on the machine's stack.
    let mut instances: [Option<Value>; 16] = [None; 16];
    // Outermost frames first, as they are pushed.
    let mut starts = [0usize; 16];
    let mut at = 0;
    for (k, f) in exit.frames.iter().enumerate() {
        starts[k] = at;
        at += usize::from(f.framed) + f.regs.len();
    }
    for k in (0..n).rev() {
        let f = &exit.frames[k];
        let mut at = starts[k];
        let frame: &'static Frame = if f.framed {
            at += 1;
            // SAFETY: the address of a frame that compiled code, or who called it, pushed.
            unsafe { &*(values[at - 1] as *const Frame) }
        } else {
            // SAFETY: code objects and functions built into code are kept alive by it.
            let code: Ref<Code> = unsafe { Ref::from_raw(f.code as *mut Code) };
            let function: Option<Ref<Function>> = f
                .function
                // SAFETY: as above.
                .map(|p| unsafe { Ref::from_raw(p as *mut Function) });
            let Some(function) = function else {
                unreachable!("an inlined context knows its function")
            };
            let levels = levels(exit, k);
            let pushed = t.enter_native(levels).and_then(|()| {
                t.push_frame(
                    code,
                    function.globals.get(),
                    function.builtins.get(),
                    Some(function),
                )
                .inspect_err(|_| t.leave_native(levels))
            });
            match pushed {
                Ok(frame) => frame,
                Err(_) => {
                    // Too deep: the exception is raised in the caller, at its call.
                    return unwind(exit, &frames, &mut instances, k + 1, None);
                }
            }
        };
        fill(frame, &f.regs, &values[at..], &mut instances[k]);
        frame.pc.set(f.pc);
        frames[k] = Some(frame);
    }
    let Some(inner) = frames[0] else {
        unreachable!("an exit has a frame")
    };
    saved.clear();
    let pc = exit.frames[0].pc;
    let result = machine::take_over(inner, pc, exit.reason == Reason::Raised);
    unwind(exit, &frames, &mut instances, 0, result)
}

/// Gives a frame its registers, and the call of a class what it has made. Elsewhere they do not stay on the native
/// stack, which would keep them alive as long as the frame runs.
#[inline(never)]
fn fill(frame: &Frame, regs: &[(u32, Repr)], values: &[u64], instance: &mut Option<Value>) {
    for (&(r, repr), &bits) in regs.iter().zip(values) {
        let v = boxed(bits, repr);
        if r == INSTANCE {
            *instance = v;
        } else {
            frame.set_reg(r, v);
        }
    }
}

/// Levels that the call which frame `k` of an exit belongs to takes besides the frame.
fn levels(exit: &ExitInfo, k: usize) -> u32 {
    let caller = exit.frames.get(k + 1);
    caller.map_or(0, |f| construction(f.regs.iter().map(|&(r, _)| r)))
}

/// Returns from frame `from` with a result, through those around it.
fn unwind(
    exit: &ExitInfo,
    frames: &[Option<&'static Frame>; 16],
    instances: &mut [Option<Value>; 16],
    from: usize,
    mut result: Option<Value>,
) -> u64 {
    let t = thread::current();
    let n = exit.frames.len();
    let begin = if from == 0 { 1 } else { from };
    for k in begin..n {
        if let (true, Some(inner)) = (from == 0 || k > from, frames[k - 1]) {
            t.pop_frame(inner);
            t.leave_native(levels(exit, k - 1));
        }
        let Some(frame) = frames[k] else { continue };
        let pc = exit.frames[k].pc;
        result = if returned(frame, pc, &mut result, &mut instances[k]) {
            machine::take_over(frame, pc + 1, false)
        } else {
            machine::take_over(frame, pc, true)
        };
    }
    result.map_or(0, Value::bits)
}

/// Gives a frame the result of its call, or the instance that was made; false if the call has raised. Neither stays on
/// the native stack, where it would be kept alive as long as the frame runs.
#[inline(never)]
fn returned(
    frame: &Frame,
    pc: u32,
    result: &mut Option<Value>,
    instance: &mut Option<Value>,
) -> bool {
    let value = match (result.take(), instance.take()) {
        (Some(v), Some(obj)) => runtime::hooks::call::initialised(v, obj).map(|()| obj).ok(),
        (result, _) => result,
    };
    if let Some(v) = value {
        let node = &body::of(frame.code.get()).normal().nodes[pc as usize];
        frame.set_reg(node.dst, Some(v));
    }
    value.is_some()
}
