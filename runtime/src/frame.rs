//! Activation records, shared by the interpreter and the lower compiled tiers.
//!
//! A frame's registers are `[arguments and locals | cells | temporaries]`, an array of
//! `Option<Value>` where `None` is "unbound". Frames of plain calls live on the thread's value
//! stack; a generator's lives in the generator. Whoever pushed a frame pops it.

use std::cell::Cell;

use crate::error::PyResult;
use crate::layouts::{Code, Dict, FrameObject, Function};
use crate::object::Ref;
use crate::thread::{ExcInfo, Thread};
use crate::value::Value;

/// An activation record. Compiled code knows the offsets.
#[repr(C)]
pub struct Frame {
    /// The caller's frame.
    pub prev: Cell<*mut Frame>,
    pub code: Cell<Ref<Code>>,
    pub regs: Cell<*mut Option<Value>>,
    /// The node being executed.
    pub pc: Cell<u32>,
    /// Bits of [`frame_flags`].
    pub flags: Cell<u32>,
    /// A generator's: the resume point of the yield that suspended it, 0 after a return. Nothing in other frames.
    pub resume: Cell<u32>,
    /// A generator's: the register that takes the value sent.
    pub sent_reg: Cell<u32>,
    pub globals: Cell<Ref<Dict>>,
    /// Builtins seen from `globals`.
    pub builtins: Cell<Ref<Dict>>,
    /// The namespace of module, class and exec code.
    pub locals: Cell<Option<Value>>,
    pub function: Cell<Option<Ref<Function>>>,
    /// The Python frame object, once somebody asked for it.
    pub object: Cell<Option<Ref<FrameObject>>>,
    /// `sys.exc_info()` as it was when the frame began to handle an exception; nothing without
    /// [`frame_flags::SAVED_EXC`].
    pub saved: Cell<ExcInfo>,
}

/// Bits of [`Frame::flags`].
pub mod frame_flags {
    /// `saved` is valid and is restored when the frame is left.
    pub const SAVED_EXC: u32 = 1;
    /// Belongs to a generator.
    pub const GENERATOR: u32 = 2;
    /// The interpreter waits in it for compiled code that it entered. An exit comes back to it ([`LEFT`]), so that a
    /// frame that changes tiers often does not nest on the native stack, nor keep there what it let go.
    pub const ENTERED: u32 = 4;
    /// The pending exception's traceback has the frame already.
    pub const RERAISED: u32 = 8;
    /// Compiled code left it: the interpreter is to go on at `pc`.
    pub const LEFT: u32 = 16;
    /// With [`LEFT`]: there an exception is pending.
    pub const LEFT_RAISED: u32 = 32;
    /// An exception passes through a loop that only closes its generator. The program has written no handler there, so
    /// the frame is where it was when the exception was raised, once that goes on.
    pub const PASSING: u32 = 64;
    /// With [`ENTERED`]: that code keeps between nodes in the registers what the interpreter does.
    pub const KEEPS_REGISTERS: u32 = 128;
}

/// Words of a frame record on the value stack.
const FRAME_WORDS: usize = std::mem::size_of::<Frame>() / 8;

/// So many registers are cleared one by one.
const FEW: usize = 12;

impl Frame {
    #[inline(always)]
    pub fn reg(&self, i: u32) -> Option<Value> {
        // SAFETY: register numbers are checked by the normalised form's validator.
        unsafe { *self.regs.get().add(i as usize) }
    }

    #[inline(always)]
    pub fn set_reg(&self, i: u32, v: Option<Value>) {
        // SAFETY: as above.
        unsafe { *self.regs.get().add(i as usize) = v }
    }

    #[inline(always)]
    pub fn has(&self, flag: u32) -> bool {
        self.flags.get() & flag != 0
    }

    /// Marks what the record itself holds (registers are marked by their owner).
    pub fn trace(&self, t: &mut crate::heap::Tracer) {
        t.mark_object(self.code.get().addr() as *mut u8);
        t.mark_object(self.globals.get().addr() as *mut u8);
        t.mark_object(self.builtins.get().addr() as *mut u8);
        t.mark_value(self.locals.get().map_or(0, Value::bits));
        if self.has(frame_flags::SAVED_EXC) {
            let s = self.saved.get();
            for v in [s.ty, s.value, s.traceback] {
                t.mark_value(v.map_or(0, Value::bits));
            }
        }
        if let Some(f) = self.function.get() {
            t.mark_object(f.addr() as *mut u8);
        }
        if let Some(o) = self.object.get() {
            t.mark_object(o.addr() as *mut u8);
        }
    }
}

/// Where the native stack begins that the node being run in the innermost frame does not use: what the interpreter keeps
/// below, it keeps in the frame as well. Nothing if that is not known, or if the frame runs optimised code.
pub fn stack_of_node() -> Option<usize> {
    let t = crate::thread::current();
    // SAFETY: a frame is on the list while it runs.
    let frame = unsafe { t.frame.get().as_ref() }?;
    let (entered, stack_pointer) = t.entered.get();
    let keeps = !frame.has(frame_flags::ENTERED) || frame.has(frame_flags::KEEPS_REGISTERS);
    (entered == frame as *const Frame as usize && keeps).then_some(stack_pointer)
}

impl Thread {
    /// Pushes a frame with all registers unbound.
    ///
    /// # Errors
    /// RuntimeError when calls nest too deep, or what a signal's handler raised.
    #[inline(always)]
    pub fn push_frame(
        &self,
        code: Ref<Code>,
        globals: Ref<Dict>,
        builtins: Ref<Dict>,
        function: Option<Ref<Function>>,
    ) -> PyResult<&'static Frame> {
        if crate::interrupt::is_asked() {
            crate::interrupt::handle()?;
        }
        self.enter_call()?;
        let n = code.nregs.get() as usize;
        let at = self.value_top.get();
        let total = FRAME_WORDS + n;
        // SAFETY: the arithmetic stays within the mapping or is rejected by the compare.
        unsafe {
            if (self.value_end.get() as usize) < at as usize + total * 8 {
                self.leave_call();
                return Err(crate::error::runtime_error(
                    "maximum recursion depth exceeded",
                ));
            }
            let regs = at.add(FRAME_WORDS);
            if n <= FEW {
                // Volatile, or the compiler makes a call of memset of it, which takes longer.
                for i in 0..n {
                    regs.add(i).write_volatile(None);
                }
            } else {
                std::ptr::write_bytes(regs, 0, n);
            }
            let frame = at as *mut Frame;
            frame.write(Frame {
                prev: Cell::new(self.frame.get()),
                code: Cell::new(code),
                regs: Cell::new(regs),
                pc: Cell::new(0),
                flags: Cell::new(0),
                resume: Cell::new(0),
                sent_reg: Cell::new(0),
                globals: Cell::new(globals),
                builtins: Cell::new(builtins),
                locals: Cell::new(None),
                function: Cell::new(function),
                object: Cell::new(None),
                saved: Cell::new(ExcInfo::NONE),
            });
            self.value_top.set(at.add(total));
            self.frame.set(frame);
            Ok(&*frame)
        }
    }

    /// Pops the innermost frame, which the caller pushed.
    #[inline(always)]
    pub fn pop_frame(&self, frame: &Frame) {
        debug_assert!(
            std::ptr::eq(self.frame.get(), frame),
            "whoever pushed a frame pops it"
        );
        if frame.flags.get() & frame_flags::SAVED_EXC != 0 {
            self.handled.set(frame.saved.get());
            crate::exception::publish_handled();
        }
        if frame.object.get().is_some() {
            crate::builtins::frame::detach(frame);
        }
        self.frame.set(frame.prev.get());
        self.value_top
            .set(frame as *const Frame as *mut Option<Value>);
        self.leave_call();
    }
}
