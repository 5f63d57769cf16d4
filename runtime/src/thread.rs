//! What belongs to one Python thread: its frames, its pending exception, its value stack.

use std::cell::Cell;

use crate::error::Raised;
use crate::frame::Frame;
use crate::value::Value;

/// Python's default recursion limit.
pub const DEFAULT_RECURSION_LIMIT: u32 = 1000;
/// Values on a thread's value stack.
const VALUE_STACK: usize = 1 << 20;
/// Native stack kept free for runtime functions below the check, in bytes.
const STACK_RESERVE: usize = 512 << 10;

/// An exception in flight or being handled: type, value, traceback.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
#[repr(C)]
pub struct ExcInfo {
    pub ty: Option<Value>,
    pub value: Option<Value>,
    pub traceback: Option<Value>,
}

impl ExcInfo {
    pub const NONE: ExcInfo = ExcInfo {
        ty: None,
        value: None,
        traceback: None,
    };
}

/// One Python thread. Compiled code knows the offsets of the public fields.
#[repr(C)]
pub struct Thread {
    /// Innermost frame.
    pub frame: Cell<*mut Frame>,
    /// Python calls now active.
    pub depth: Cell<u32>,
    pub recursion_limit: Cell<u32>,
    /// Native stack pointers below this raise RuntimeError.
    pub stack_limit: Cell<usize>,
    /// Where the next frame's registers go.
    pub value_top: Cell<*mut Option<Value>>,
    value_base: Cell<*mut Option<Value>>,
    pub value_end: Cell<*mut Option<Value>>,
    /// The exception in flight; its type is `None` when there is none.
    pub pending: Cell<ExcInfo>,
    /// What `sys.exc_info()` shows: the exception being handled.
    pub handled: Cell<ExcInfo>,
    /// The StopIteration that a `next` slot last turned into its "no more items".
    pub stop: Cell<ExcInfo>,
    /// Set from outside (signals, another thread): look at [`crate::interrupt`] at the next loop header or call.
    pub interrupt: Cell<u32>,
}

struct Global(Cell<*mut Thread>);
// SAFETY: written only when the GIL changes hands.
unsafe impl Sync for Global {}
static CURRENT: Global = Global(Cell::new(std::ptr::null_mut()));

/// The thread that holds the GIL.
#[inline(always)]
pub fn current() -> &'static Thread {
    // SAFETY: installed by `attach` before any Python runs; threads are leaked, never freed while current.
    unsafe { &*CURRENT.0.get() }
}

/// Asks the running thread to look at [`crate::interrupt`]; may be called from a signal handler.
pub fn request_interrupt() {
    let t = CURRENT.0.get();
    if !t.is_null() {
        // SAFETY: threads are leaked; the field is a plain word that the thread polls.
        unsafe { (*t).interrupt.as_ptr().write_volatile(1) };
    }
}

/// Address of the cell that holds the current thread's address, for compiled code.
pub fn current_cell() -> *const *mut Thread {
    CURRENT.0.as_ptr()
}

/// Makes `t` the running thread; the caller holds the GIL.
pub fn attach(t: &'static Thread) {
    CURRENT.0.set(t as *const Thread as *mut Thread);
}

impl Thread {
    /// A thread whose native stack reaches down to `stack_bottom` (lowest usable address).
    pub fn new(stack_bottom: usize) -> &'static Thread {
        let bytes = VALUE_STACK * 8;
        // SAFETY: a fresh private mapping; untouched pages cost nothing.
        let p = unsafe {
            libc::mmap(
                std::ptr::null_mut(),
                bytes,
                libc::PROT_READ | libc::PROT_WRITE,
                libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
                -1,
                0,
            )
        };
        assert!(
            p != libc::MAP_FAILED,
            "no memory for a thread's value stack"
        );
        let base = p as *mut Option<Value>;
        Box::leak(Box::new(Thread {
            frame: Cell::new(std::ptr::null_mut()),
            depth: Cell::new(0),
            recursion_limit: Cell::new(DEFAULT_RECURSION_LIMIT),
            stack_limit: Cell::new(stack_bottom + STACK_RESERVE),
            value_top: Cell::new(base),
            value_base: Cell::new(base),
            // SAFETY: one past the mapping.
            value_end: Cell::new(unsafe { base.add(VALUE_STACK) }),
            pending: Cell::new(ExcInfo::NONE),
            handled: Cell::new(ExcInfo::NONE),
            stop: Cell::new(ExcInfo::NONE),
            interrupt: Cell::new(0),
        }))
    }

    /// The answer of a `next` slot whose iterator raised: no more items if that was StopIteration,
    /// which is kept for [`Thread::raise_stop`].
    pub fn stop_of(&self, e: Raised) -> crate::error::PyResult<Option<Value>> {
        if crate::exception::pending_matches(crate::types::STOP_ITERATION.get()) {
            self.stop.set(self.take_pending());
            Ok(None)
        } else {
            Err(e)
        }
    }

    /// Raises StopIteration for a `next` slot that has no more items; the one that was raised in
    /// there if there was one. Whoever uses this clears `stop` before calling the slot.
    pub fn raise_stop(&self) -> Raised {
        let stop = self.stop.replace(ExcInfo::NONE);
        match stop.ty {
            Some(ty) => self.set_pending(ty, stop.value, stop.traceback),
            None => crate::builtins::type_::stop_iteration(),
        }
    }

    /// Makes an exception pending, replacing one that was.
    pub fn set_pending(&self, ty: Value, value: Option<Value>, traceback: Option<Value>) -> Raised {
        self.pending.set(ExcInfo {
            ty: Some(ty),
            value,
            traceback,
        });
        Raised
    }

    /// Takes the pending exception.
    pub fn take_pending(&self) -> ExcInfo {
        self.pending.replace(ExcInfo::NONE)
    }

    /// Is an exception in flight?
    #[inline]
    pub fn has_pending(&self) -> bool {
        self.pending.get().ty.is_some()
    }

    /// Counts a call; fails with RuntimeError when calls nest too deep.
    #[inline(always)]
    pub fn enter_call(&self) -> Result<(), Raised> {
        let d = self.depth.get() + 1;
        let here = 0u8;
        if d > self.recursion_limit.get() || (&raw const here as usize) < self.stack_limit.get() {
            return Err(self.too_deep());
        }
        self.depth.set(d);
        Ok(())
    }

    #[inline(always)]
    pub fn leave_call(&self) {
        self.depth.set(self.depth.get() - 1);
    }

    #[cold]
    fn too_deep(&self) -> Raised {
        crate::error::runtime_error("maximum recursion depth exceeded")
    }

    /// Marks everything the thread holds.
    pub fn trace(&self, t: &mut crate::heap::Tracer) {
        for e in [self.pending.get(), self.handled.get(), self.stop.get()] {
            for v in [e.ty, e.value, e.traceback] {
                t.mark_value(v.map_or(0, Value::bits));
            }
        }
        let mut p = self.value_base.get();
        while p < self.value_top.get() {
            // SAFETY: between base and top every word was written (or is zero).
            t.mark_value(unsafe { *(p as *const u64) });
            // SAFETY: stays within the mapping.
            p = unsafe { p.add(1) };
        }
        let mut f = self.frame.get();
        while !f.is_null() {
            // SAFETY: the chain holds live frames only: whoever pushes pops.
            let frame = unsafe { &*f };
            frame.trace(t);
            f = frame.prev.get();
        }
    }
}
