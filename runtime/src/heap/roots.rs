//! Where marking begins: registered ranges and functions, handles, and the stacks of all threads.
//!
//! Stacks are scanned conservatively: any word that points to or into an object keeps it alive. For
//! the thread that collects, that is its stack from the collector's frame up, with the callee-saved
//! registers spilled first (the others are on the stack already if their values are needed, by the
//! calling convention). A thread that waits without the global lock has recorded its stack pointer,
//! with its registers spilled, in [`parked`].

use super::stack::stack_of_current_thread;
use super::{Gil, HEAP, Tracer};
use std::cell::{Cell, RefCell};
use std::ops::Range;

/// Marks roots that the heap cannot find by itself.
pub type RootFn = fn(&mut Tracer);

struct Thread {
    stack: Range<usize>,
    /// The stack pointer while the thread waits without the global lock, else zero.
    parked_at: Cell<usize>,
}

thread_local! {
    static CURRENT: Cell<*const Thread> = const { Cell::new(std::ptr::null()) };
}

pub struct Roots {
    ranges: RefCell<Vec<Range<usize>>>,
    functions: RefCell<Vec<RootFn>>,
    threads: RefCell<Vec<*const Thread>>,
    handles: RefCell<Handles>,
}

struct Handles {
    slots: Vec<u64>,
    unused: Vec<u32>,
}

impl Roots {
    pub const fn new() -> Roots {
        Roots {
            ranges: RefCell::new(Vec::new()),
            functions: RefCell::new(Vec::new()),
            threads: RefCell::new(Vec::new()),
            handles: RefCell::new(Handles {
                slots: Vec::new(),
                unused: Vec::new(),
            }),
        }
    }

    /// Marks everything but stacks.
    pub fn mark(&self, tracer: &mut Tracer) {
        for range in self.ranges.borrow().iter() {
            mark_words(tracer, range.clone());
        }
        // A root function may be long-running code of another module: hold no borrow while it runs.
        let functions = self.functions.borrow().clone();
        for function in functions {
            function(tracer);
        }
        for &bits in &self.handles.borrow().slots {
            tracer.mark_value(bits);
        }
    }

    /// Marks from the stacks of all threads, that of this one from `stack_pointer` up.
    pub fn mark_stacks(&self, tracer: &mut Tracer, stack_pointer: usize) {
        let current = CURRENT.get();
        for &thread in self.threads.borrow().iter() {
            // SAFETY: a record is freed only after it was taken out of the list.
            let record = unsafe { &*thread };
            let from = if thread == current {
                stack_pointer
            } else {
                record.parked_at.get()
            };
            debug_assert!(
                record.stack.contains(&from),
                "a thread runs without the global lock"
            );
            if record.stack.contains(&from) {
                mark_words(tracer, from..record.stack.end);
            }
        }
    }
}

fn mark_words(tracer: &mut Tracer, range: Range<usize>) {
    let pointer = |address: usize| std::ptr::with_exposed_provenance::<usize>(address);
    // SAFETY: a registered range, or the part in use of the stack of a thread that exists.
    unsafe { tracer.mark_conservative(pointer(range.start)..pointer(range.end)) };
}

/// Makes every word of a range of memory a root, for good. The words may be values, pointers, or
/// anything else.
///
/// # Safety
/// The range must stay readable for ever.
pub unsafe fn add_root_range(range: Range<*const u64>) {
    let range = range.start.expose_provenance()..range.end.expose_provenance();
    HEAP.0.roots.ranges.borrow_mut().push(range);
}

/// Calls `function` in each collection, to mark what it knows of.
pub fn register_root_fn(function: RootFn) {
    HEAP.0.roots.functions.borrow_mut().push(function);
}

/// A root that belongs to Rust code outside the heap: what a callback given to a C library needs,
/// the arguments of a thread that has not started. To be created, read and dropped under the global
/// lock.
#[derive(Debug)]
pub struct Handle(u32);

impl Handle {
    /// Keeps a value (its bits) alive as long as the handle.
    pub fn new(bits: u64) -> Handle {
        let mut handles = HEAP.0.roots.handles.borrow_mut();
        match handles.unused.pop() {
            Some(slot) => {
                handles.slots[slot as usize] = bits;
                Handle(slot)
            }
            None => {
                handles.slots.push(bits);
                Handle(handles.slots.len() as u32 - 1)
            }
        }
    }

    /// The value.
    pub fn get(&self) -> u64 {
        HEAP.0.roots.handles.borrow().slots[self.0 as usize]
    }

    /// Replaces the value.
    pub fn set(&self, bits: u64) {
        HEAP.0.roots.handles.borrow_mut().slots[self.0 as usize] = bits;
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        let mut handles = HEAP.0.roots.handles.borrow_mut();
        handles.slots[self.0 as usize] = 0;
        handles.unused.push(self.0);
    }
}

/// Registers the stack of this thread. To be called under the global lock, before the thread
/// touches the heap; once more is harmless. The thread that first allocates is registered by that.
pub fn thread_start() {
    if CURRENT.get().is_null() {
        thread_start_on(stack_of_current_thread());
    }
}

/// The same, for who has asked already where the thread's stack is.
pub fn thread_start_on(stack: Range<usize>) {
    if CURRENT.get().is_null() {
        let thread = Box::into_raw(Box::new(Thread {
            stack,
            parked_at: Cell::new(0),
        }));
        HEAP.0.roots.threads.borrow_mut().push(thread);
        CURRENT.set(thread);
    }
}

/// Forgets the stack of this thread. To be called under the global lock, when the thread no longer
/// touches the heap.
pub fn thread_end() {
    let thread = CURRENT.replace(std::ptr::null());
    if !thread.is_null() {
        HEAP.0
            .roots
            .threads
            .borrow_mut()
            .retain(|&other| other != thread);
        // SAFETY: made by `Box::into_raw` in `thread_start`, and the last references to it are
        // gone.
        drop(unsafe { Box::from_raw(thread.cast_mut()) });
    }
}

/// Forgets all other threads: they do not exist in the child of a fork.
pub fn after_fork_in_child() {
    HEAP.0
        .roots
        .threads
        .borrow_mut()
        .retain(|&thread| thread == CURRENT.get());
    HEAP.0.young.after_fork_in_child(&HEAP.0);
}

/// Runs `wait`, which gives up the global lock, waits, and takes the lock again. Meanwhile the
/// roots on this thread's stack, and in its registers, count as those of a thread that stands still
/// here. `wait` itself must not touch the heap while it is without the lock.
pub fn parked<R>(wait: impl FnOnce() -> R) -> R {
    let thread = CURRENT.get();
    let mut wait = Some(wait);
    let mut result = None;
    with_spilled_registers(&mut |stack_pointer| {
        // SAFETY: the record lives until this thread ends it.
        if let Some(record) = unsafe { thread.as_ref() } {
            record.parked_at.set(stack_pointer);
        }
        result = wait.take().map(|wait| wait());
        // SAFETY: as above.
        if let Some(record) = unsafe { thread.as_ref() } {
            record.parked_at.set(0);
        }
    });
    match result {
        Some(result) => result,
        None => unreachable!("the closure ran"),
    }
}

/// Runs `body`, in which this thread, while it is [`parked`], takes the global lock: it does not stand still any more.
/// Afterwards, when it is about to give the lock up, it does again.
pub fn unparked<R>(body: impl FnOnce() -> R) -> R {
    let thread = CURRENT.get();
    // SAFETY: the record lives until this thread ends it.
    let record = unsafe { thread.as_ref() };
    let at = record.map_or(0, |r| r.parked_at.get());
    let result = body();
    if let Some(record) = record {
        record.parked_at.set(at);
    }
    result
}

/// Calls `then` with a stack pointer above which, on the stack, everything is that the callers hold
/// in registers.
#[inline(never)]
pub fn with_spilled_registers(then: &mut dyn FnMut(usize)) {
    let mut registers = [0usize; 12];
    let save = registers.as_mut_ptr();
    // SAFETY: stores the callee-saved registers into the array, which is large enough.
    #[cfg(target_arch = "x86_64")]
    unsafe {
        std::arch::asm!(
            "mov [{save}], rbx",
            "mov [{save} + 8], rbp",
            "mov [{save} + 16], r12",
            "mov [{save} + 24], r13",
            "mov [{save} + 32], r14",
            "mov [{save} + 40], r15",
            save = in(reg) save,
            options(nostack, preserves_flags)
        );
    }
    // SAFETY: as above.
    #[cfg(target_arch = "aarch64")]
    unsafe {
        std::arch::asm!(
            "stp x19, x20, [{save}]",
            "stp x21, x22, [{save}, #16]",
            "stp x23, x24, [{save}, #32]",
            "stp x25, x26, [{save}, #48]",
            "stp x27, x28, [{save}, #64]",
            "str x29, [{save}, #80]",
            save = in(reg) save,
            options(nostack, preserves_flags)
        );
    }
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    compile_error!("say how to save the callee-saved registers");
    then(save.expose_provenance());
    std::hint::black_box(&mut registers);
}

/// Whether a program wants to see what dies: it may ask for collections.
static CLEARS_STACK: Gil<Cell<bool>> = Gil(Cell::new(false));
/// Words that [`clear_stack`] clears: about what the frames of one Python call leave unwritten.
const CLEARED: usize = 128;

/// The program may ask for collections: from here on, stacks are cleared below new frames.
pub fn expect_explicit_collections() {
    CLEARS_STACK.0.set(true);
}

/// Called before a Python frame is run. A native frame does not write all of its words, and what calls before have left
/// in the others would keep objects alive for as long as the frame is there. (Boehm and Weiser, "Garbage collection in an
/// uncooperative environment", 1988, clear stacks for the same reason.) Only programs that import `gc` pay for it.
///
/// True if it is so.
#[inline(always)]
pub fn clear_stack() -> bool {
    let clears = CLEARS_STACK.0.get();
    if clears {
        overwrite_below::<CLEARED>();
    }
    clears
}

/// Overwrites so many words of the native stack below the caller: functions that it calls next would else show the
/// collector what earlier ones have left there.
#[inline(never)]
pub fn overwrite_below<const WORDS: usize>() {
    std::hint::black_box(&mut [0usize; WORDS]);
}
