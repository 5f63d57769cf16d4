//! What belongs to one Python thread: its frames, its pending exception, its value stack; and how
//! threads begin and end.

use std::cell::{Cell, RefCell};
use std::os::unix::thread::JoinHandleExt;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::Raised;
use crate::frame::Frame;
use crate::value::Value;

/// Python's default recursion limit.
pub const DEFAULT_RECURSION_LIMIT: u32 = 1000;
/// So close to the recursion limit frames are interpreted, with a look at the levels that each node takes for a moment:
/// compiled code counts its frames in memory alone. More than functions inlined into each other, and what builtins
/// there take, can be.
const MARGIN: u32 = 32;
/// Values on a thread's value stack.
const VALUE_STACK: usize = 1 << 20;
/// Values of that which keep their memory when the thread has ended.
const VALUE_STACK_KEPT: usize = 1 << 12;
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
    /// The frame that the interpreter has begun last, and where this thread's stack was then, callee-saved registers
    /// included; zeroes where that is not known.
    pub entered: Cell<(usize, usize)>,
    /// The frame that is to go on in the interpreter; see [`crate::dropped`].
    pub(crate) watched: Cell<*const Frame>,
    /// Levels of recursion: frames that run, calls that native code makes, and what else nests.
    pub depth: Cell<u32>,
    pub recursion_limit: Cell<u32>,
    /// The same for frames of compiled code: none while frames are traced, and none that are close to the limit.
    pub direct_limit: Cell<u32>,
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
    /// What `thread.get_ident()` says.
    pub ident: Cell<u64>,
    /// Never given to another thread.
    pub serial: Cell<u64>,
    /// `sys.settrace` and `sys.setprofile`.
    pub tracing: crate::tracing::Tracing,
    /// The exception that somebody wants raised in here; see [`raise_in`].
    pub(crate) wanted: Cell<Option<Value>>,
}

struct Global {
    /// The thread that holds the global lock.
    current: Cell<*mut Thread>,
    main: Cell<*const Thread>,
    /// All threads, each a root.
    all: RefCell<Vec<&'static Thread>>,
    /// Records of threads that have ended.
    unused: RefCell<Vec<&'static Thread>>,
    serials: Cell<u64>,
    recursion_limit: Cell<u32>,
}
// SAFETY: touched only by the thread that holds the global lock.
unsafe impl Sync for Global {}
static GLOBAL: Global = Global {
    current: Cell::new(std::ptr::null_mut()),
    main: Cell::new(std::ptr::null()),
    all: RefCell::new(Vec::new()),
    unused: RefCell::new(Vec::new()),
    serials: Cell::new(0),
    recursion_limit: Cell::new(DEFAULT_RECURSION_LIMIT),
};

/// The thread that holds the GIL.
#[inline(always)]
pub fn current() -> &'static Thread {
    // SAFETY: installed by `attach` before any Python runs; records are reused, never freed.
    unsafe { &*GLOBAL.current.get() }
}

/// Address of the cell that holds the current thread's address, for compiled code.
pub fn current_cell() -> *const *mut Thread {
    GLOBAL.current.as_ptr()
}

/// Makes `t` the running thread; the caller holds the GIL.
pub(crate) fn attach(t: &'static Thread) {
    GLOBAL.current.set(t as *const Thread as *mut Thread);
}

/// The calling thread, whose stack reaches down to `stack_bottom`, becomes the main Python thread.
pub fn start_main(stack_bottom: usize) {
    let Ok(t) = Thread::new() else {
        // Nothing can be said without memory for it.
        std::process::abort();
    };
    t.begin(stack_bottom + STACK_RESERVE);
    attach(t);
    crate::gil::begin(t);
    claim_main();
}

pub(crate) fn claim_main() {
    GLOBAL.main.set(GLOBAL.current.get());
}

/// Calls `visit` for every thread.
pub fn for_each(mut visit: impl FnMut(&'static Thread)) {
    for t in GLOBAL.all.borrow().iter() {
        visit(t);
    }
}

/// Is there still a thread with this serial number?
pub fn is_alive(serial: u64) -> bool {
    GLOBAL.all.borrow().iter().any(|t| t.serial.get() == serial)
}

/// Sets how deep calls may nest, in all threads.
pub fn set_recursion_limit(limit: u32) {
    GLOBAL.recursion_limit.set(limit);
    for_each(|t| {
        t.recursion_limit.set(limit);
        t.limit_direct_calls();
    });
}

/// A thread's record on its way to the thread.
struct Handed(&'static Thread);
// SAFETY: the record is used under the global lock only.
unsafe impl Send for Handed {}

/// Starts a Python thread with a native stack of `stack` bytes, which runs `body` under the global lock.
/// Its identification.
///
/// # Errors
/// When the system has no more threads or memory.
pub fn spawn(stack: usize, body: impl FnOnce() + Send + 'static) -> std::io::Result<u64> {
    let old = GLOBAL.unused.borrow_mut().pop();
    let record = match old {
        Some(t) => t,
        None => Thread::new()?,
    };
    let handed = Handed(record);
    crate::gil::expect_thread();
    let started = std::thread::Builder::new()
        .stack_size(stack)
        .spawn(move || run_thread(handed, body));
    match started {
        Ok(thread) => Ok(thread.as_pthread_t()),
        Err(e) => {
            crate::gil::forget_thread();
            GLOBAL.unused.borrow_mut().push(record);
            Err(e)
        }
    }
}

fn run_thread(handed: Handed, body: impl FnOnce()) {
    let t = handed.0;
    let stack = crate::heap::stack_of_current_thread();
    crate::gil::enter(t);
    crate::heap::thread_start_on(stack.clone());
    t.begin(stack.start + STACK_RESERVE);
    body();
    if ORPHANED.load(Ordering::Relaxed) {
        // The process ends with its last thread, which may be this one.
        crate::output::flush_standard();
        crate::builtins::file::flush_all();
    }
    t.end();
    GLOBAL.unused.borrow_mut().push(t);
    crate::heap::thread_end();
    crate::gil::leave();
}

/// Runs `body` under the global lock, in a thread that Python did not start and that is one of Python's for so long.
///
/// # Errors
/// When there is no memory for the thread's record.
pub fn visit<R>(body: impl FnOnce() -> R) -> std::io::Result<R> {
    // Those that are of use to the next visitor: the lock, which others need, is not held when one is taken.
    static RECORDS: Mutex<Vec<Handed>> = Mutex::new(Vec::new());
    let records = || RECORDS.lock().unwrap_or_else(|e| e.into_inner());
    let old = records().pop();
    let t = match old {
        Some(handed) => handed.0,
        None => Thread::new()?,
    };
    let stack = crate::heap::stack_of_current_thread();
    // C code makes small stacks as well.
    let limit = stack.start + STACK_RESERVE.min(stack.len() / 4);
    crate::gil::expect_thread();
    crate::gil::enter(t);
    crate::heap::thread_start_on(stack);
    t.begin(limit);
    let result = body();
    t.end();
    crate::heap::thread_end();
    records().push(Handed(t));
    crate::gil::leave();
    Ok(result)
}

/// Has `exception` raised in the thread with this identification, when it next runs Python code; `None` takes such a
/// wish back. Is there such a thread?
pub fn raise_in(ident: u64, exception: Option<Value>) -> bool {
    let all = GLOBAL.all.borrow();
    let found = all.iter().find(|t| t.ident.get() == ident);
    if let Some(t) = found {
        t.wanted.set(exception);
        crate::interrupt::ask();
    }
    found.is_some()
}

/// Was the process forked by another thread than the first? Then nobody but its threads sees its end.
static ORPHANED: AtomicBool = AtomicBool::new(false);

pub(crate) fn after_fork_in_child() {
    let me = current();
    if !me.is_main() {
        ORPHANED.store(true, Ordering::Relaxed);
    }
    let others: Vec<_> = GLOBAL.all.replace(vec![me]);
    for t in others {
        if !std::ptr::eq(t, me) {
            t.clear();
            GLOBAL.unused.borrow_mut().push(t);
        }
    }
}

/// Marks what all threads hold.
pub fn trace_roots(tracer: &mut crate::heap::Tracer) {
    for t in GLOBAL.all.borrow().iter() {
        t.trace(tracer);
    }
}

impl Thread {
    /// The calling thread, whose native stack may be used down to `stack_limit`, uses this record; called
    /// under the global lock.
    fn begin(&'static self, stack_limit: usize) {
        self.stack_limit.set(stack_limit);
        self.tracing.reset();
        self.recursion_limit.set(GLOBAL.recursion_limit.get());
        self.limit_direct_calls();
        // SAFETY: a call without memory arguments.
        self.ident.set(unsafe { libc::pthread_self() } as u64);
        let serial = GLOBAL.serials.get() + 1;
        GLOBAL.serials.set(serial);
        self.serial.set(serial);
        self.entered.set((0, 0));
        self.watched.set(std::ptr::null());
        GLOBAL.all.borrow_mut().push(self);
    }

    /// The thread ends: it is a root no longer, its record may be reused.
    fn end(&'static self) {
        GLOBAL.all.borrow_mut().retain(|t| !std::ptr::eq(*t, self));
        self.clear();
        let base = self.value_base.get();
        // SAFETY: the thread's own mapping, in which nothing is in use: its pages, but the first few, which the next
        // thread will use, go back to the system.
        unsafe {
            let rest = base.add(VALUE_STACK_KEPT).cast();
            libc::madvise(
                rest,
                (VALUE_STACK - VALUE_STACK_KEPT) * 8,
                libc::MADV_DONTNEED,
            );
        }
    }

    fn clear(&self) {
        self.frame.set(std::ptr::null_mut());
        self.depth.set(0);
        self.value_top.set(self.value_base.get());
        for e in [&self.pending, &self.handled, &self.stop] {
            e.set(ExcInfo::NONE);
        }
        self.wanted.set(None);
    }

    /// Is this the thread in which the program began?
    pub fn is_main(&self) -> bool {
        std::ptr::eq(self, GLOBAL.main.get())
    }

    fn new() -> std::io::Result<&'static Thread> {
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
        if p == libc::MAP_FAILED {
            return Err(std::io::Error::last_os_error());
        }
        let base = p as *mut Option<Value>;
        Ok(Box::leak(Box::new(Thread {
            frame: Cell::new(std::ptr::null_mut()),
            entered: Cell::new((0, 0)),
            watched: Cell::new(std::ptr::null()),
            depth: Cell::new(0),
            recursion_limit: Cell::new(DEFAULT_RECURSION_LIMIT),
            direct_limit: Cell::new(DEFAULT_RECURSION_LIMIT - MARGIN),
            stack_limit: Cell::new(0),
            value_top: Cell::new(base),
            value_base: Cell::new(base),
            // SAFETY: one past the mapping.
            value_end: Cell::new(unsafe { base.add(VALUE_STACK) }),
            pending: Cell::new(ExcInfo::NONE),
            handled: Cell::new(ExcInfo::NONE),
            stop: Cell::new(ExcInfo::NONE),
            ident: Cell::new(0),
            serial: Cell::new(0),
            tracing: crate::tracing::Tracing::new(),
            wanted: Cell::new(None),
        })))
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

    /// The exception in flight is again one that was taken.
    pub fn restore_pending(&self, taken: ExcInfo) -> Raised {
        self.pending.set(taken);
        Raised
    }

    /// Is an exception in flight?
    #[inline]
    pub fn has_pending(&self) -> bool {
        self.pending.get().ty.is_some()
    }

    /// Counts a frame; fails with RuntimeError when calls nest too deep.
    #[inline(always)]
    pub fn enter_call(&self) -> Result<(), Raised> {
        self.enter_level("")
    }

    /// Counts levels of a call that native code makes, as CPython's C code counts them: one for the call, and one more
    /// for the function in a bound method. The frame of a Python function is a level of its own.
    #[inline(always)]
    pub fn enter_native(&self, levels: u32) -> Result<(), Raised> {
        let d = self.depth.get() + levels;
        let here = 0u8;
        if d > self.recursion_limit.get() || (&raw const here as usize) < self.stack_limit.get() {
            return Err(self.too_deep_in(" while calling a Python object"));
        }
        self.depth.set(d);
        Ok(())
    }

    /// Runs `f` that many levels deeper; see [`Thread::enter_native`].
    #[inline(always)]
    pub fn native<R>(
        &self,
        levels: u32,
        f: impl FnOnce() -> crate::error::PyResult<R>,
    ) -> crate::error::PyResult<R> {
        self.enter_native(levels)?;
        let r = f();
        self.leave_native(levels);
        r
    }

    /// Runs `f`, which calls nothing in Python, whatever the limit is.
    pub fn without_limit<R>(&self, f: impl FnOnce() -> R) -> R {
        let limit = self.recursion_limit.replace(u32::MAX);
        let r = f();
        self.recursion_limit.set(limit);
        r
    }

    /// Undoes [`Thread::enter_native`].
    #[inline(always)]
    pub fn leave_native(&self, levels: u32) {
        self.depth.set(self.depth.get() - levels);
    }

    /// Runs `f` one level deeper; `doing` ends the message of the RuntimeError where calls nest too deep.
    #[inline(always)]
    pub fn deeper<R>(
        &self,
        doing: &str,
        f: impl FnOnce() -> crate::error::PyResult<R>,
    ) -> crate::error::PyResult<R> {
        self.enter_level(doing)?;
        let r = f();
        self.leave_call();
        r
    }

    /// Counts a level.
    #[inline(always)]
    pub fn enter_level(&self, doing: &str) -> Result<(), Raised> {
        let d = self.depth.get() + 1;
        let here = 0u8;
        if d > self.recursion_limit.get() || (&raw const here as usize) < self.stack_limit.get() {
            return Err(self.too_deep_in(doing));
        }
        self.depth.set(d);
        Ok(())
    }

    /// Fails with RuntimeError where native code that recurses, and counts as no call, is about to leave the stack.
    #[inline]
    pub fn has_stack(&self) -> Result<(), Raised> {
        let here = 0u8;
        if (&raw const here as usize) < self.stack_limit.get() {
            return Err(self.too_deep());
        }
        Ok(())
    }

    /// Sets how deep compiled code may run: neither what is traced nor what is close to the recursion limit.
    pub fn limit_direct_calls(&self) {
        let traced = self.tracing.active.get() != 0;
        let limit = self.recursion_limit.get();
        self.direct_limit.set(if traced {
            0
        } else {
            limit.saturating_sub(MARGIN)
        });
    }

    #[inline(always)]
    pub fn leave_call(&self) {
        self.depth.set(self.depth.get() - 1);
    }

    #[cold]
    fn too_deep(&self) -> Raised {
        self.too_deep_in("")
    }

    #[cold]
    fn too_deep_in(&self, doing: &str) -> Raised {
        crate::error::runtime_error(format!("maximum recursion depth exceeded{doing}"))
    }

    /// Marks everything the thread holds.
    pub fn trace(&self, t: &mut crate::heap::Tracer) {
        for e in [self.pending.get(), self.handled.get(), self.stop.get()] {
            for v in [e.ty, e.value, e.traceback] {
                t.mark_value(v.map_or(0, Value::bits));
            }
        }
        t.mark_value(self.wanted.get().map_or(0, Value::bits));
        self.tracing.mark(t);
        // A frame's link to its caller may point into a generator, so words are not always addresses of
        // objects.
        let words = self.value_base.get() as *const usize..self.value_top.get() as *const usize;
        // SAFETY: between base and top every word was written (or is zero).
        unsafe { t.mark_conservative(words) };
        let mut f = self.frame.get();
        while !f.is_null() {
            // SAFETY: the chain holds live frames only: whoever pushes pops.
            let frame = unsafe { &*f };
            frame.trace(t);
            f = frame.prev.get();
        }
    }
}
