//! Marking: an explicit stack, never native recursion.
//!
//! An object is marked when it is found, so it is pushed once. What is popped passes through a
//! short queue that prefetches its header, since a mark phase is little else than cache misses.
//! Arrays are visited a chunk at a time, each when the objects found in the one before are done, so
//! that a list of ten million objects does not put ten million entries on the stack.
//!
//! The *ordered* mode marks an object only when it is popped and notes when it is done, which gives
//! a true depth-first order. Finalisers are put into order with it.

use super::classes::BLOCK_SHIFT;
use super::large::LargeObject;
use super::region::PAGE_SHIFT;
use super::small;
use super::{HEAP, flags};
use std::ops::Range;

/// Called with each reached object that may hold pointers; passes them on to the tracer.
pub type TraceFn = fn(object: *mut u8, tracer: &mut Tracer);

/// Called with an array that lives and the addresses in it that were written; false when it is none, and is to be traced as
/// a whole.
pub type TracePartFn = fn(object: *mut u8, part: Range<usize>, tracer: &mut Tracer) -> bool;

/// Entries of the prefetch queue. Marking three million shuffled objects took 115 ns an object with
/// one, 58 with 4, 36 with 8, 27 with 16, 21 with 32 or 64, all on a busy machine.
const QUEUE: usize = 32;
/// Words of an array that are visited at once.
const CHUNK: usize = 256;
/// On the mark stack in ordered mode: what is below was found by the object with this bit, which is
/// done. Objects are aligned, so the bit is free.
const DONE: usize = 1;

/// The marker. The function given to [`super::set_tracer`] tells it what an object refers to.
pub struct Tracer {
    base: usize,
    small_size: usize,
    total_size: usize,
    mark: *mut u64,
    #[cfg(debug_assertions)]
    live: *mut u64,
    block_class: *const u8,
    page_owner: *const u32,
    large: *const LargeObject,
    trace: TraceFn,
    stack: Vec<usize>,
    arrays: Vec<(usize, usize)>,
    ordered: bool,
    done: Vec<usize>,
    /// Objects to be pruned.
    again: Vec<usize>,
    /// Notes what it is told of instead of marking it; see [`Tracer::look`].
    looking: bool,
}

impl Tracer {
    /// A tracer for one collection. Nothing may be allocated while it exists.
    pub(super) fn new(trace: TraceFn, stack: Vec<usize>) -> Tracer {
        let region = &HEAP.0.region;
        Tracer {
            base: region.base(),
            small_size: region.small_size(),
            total_size: region.total_size(),
            mark: region.mark(),
            #[cfg(debug_assertions)]
            live: region.live(),
            block_class: region.block_class(),
            page_owner: region.page_owner(),
            large: HEAP.0.large.borrow().objects().as_ptr(),
            trace,
            stack,
            arrays: Vec::new(),
            ordered: false,
            done: Vec::new(),
            again: Vec::new(),
            looking: false,
        }
    }

    /// What `object` refers to, as words: marks nothing. Everything is an address of a large object for
    /// such a tracer, so that the usual path of marking need not ask.
    pub(super) fn look(trace: TraceFn, object: *mut u8) -> Vec<usize> {
        let mut tracer = Tracer {
            base: 0,
            small_size: 0,
            total_size: usize::MAX,
            ordered: true,
            looking: true,
            ..Tracer::new(trace, Vec::new())
        };
        trace(object, &mut tracer);
        tracer.done
    }

    /// Has the pruner called with an object, which is being traced, once everything that is alive is marked: it
    /// knows others without keeping them alive.
    pub fn look_again(&mut self, object: *const u8) {
        self.again.push(object as usize);
    }

    /// What is to be pruned.
    pub(super) fn take_again(&mut self) -> Vec<usize> {
        std::mem::take(&mut self.again)
    }

    /// The mark stack, to be used again.
    pub(super) fn into_stack(self) -> Vec<usize> {
        self.stack
    }

    /// Marks what a value refers to, if it is a pointer into the heap. Numbers, static objects and
    /// the null value are outside the address range of the heap, so one comparison tells.
    #[inline(always)]
    pub fn mark_value(&mut self, bits: u64) {
        self.mark_address(bits as usize);
    }

    /// Marks an object, given its start. Null and static objects are ignored.
    #[inline(always)]
    pub fn mark_object(&mut self, object: *const u8) {
        self.mark_address(object as usize);
    }

    #[inline(always)]
    fn mark_address(&mut self, address: usize) {
        let offset = address.wrapping_sub(self.base);
        if offset < self.small_size {
            self.mark_small(address, offset);
        } else if offset < self.total_size {
            self.mark_large(address, offset - self.small_size);
        }
    }

    #[inline(always)]
    fn mark_small(&mut self, address: usize, offset: usize) {
        debug_assert!(
            offset.is_multiple_of(16),
            "{address:#x} is not the start of an object"
        );
        let bit = 1u64 << (offset >> 4 & 63);
        #[cfg(debug_assertions)]
        {
            // SAFETY: the bitmap covers the small area.
            let live = unsafe { *self.live.add(offset >> 10) };
            debug_assert!(
                live & bit != 0,
                "{address:#x} is not an object: a field was left dangling"
            );
        }
        // SAFETY: the bitmap covers the small area, and nothing else refers to it.
        let word = unsafe { &mut *self.mark.add(offset >> 10) };
        if *word & bit != 0 {
            return;
        }
        if self.ordered {
            self.stack.push(address);
            return;
        }
        *word |= bit;
        // SAFETY: the table covers every block.
        if small::is_traced(unsafe { *self.block_class.add(offset >> BLOCK_SHIFT) }) {
            self.stack.push(address);
        }
    }

    #[cold]
    fn mark_large(&mut self, address: usize, offset: usize) {
        if self.looking {
            self.done.push(address);
            return;
        }
        // SAFETY: the table covers the large area.
        let owner = unsafe { *self.page_owner.add(offset >> PAGE_SHIFT) } as usize;
        if owner == 0 {
            debug_assert!(
                false,
                "{address:#x} is not an object: a field was left dangling"
            );
            return;
        }
        // SAFETY: owners are entries of the table of objects plus one, and the table does not
        // change while a tracer exists.
        let object = unsafe { &*self.large.add(owner - 1) };
        if object.marked.get() {
            return;
        }
        if self.ordered {
            self.stack.push(address);
            return;
        }
        object.marked.set(true);
        if !object.leaf {
            self.stack.push(address);
        }
    }

    /// Marks what the values of an array refer to. Prefer it to a loop where arrays may be long.
    ///
    /// # Safety
    /// The array must be part of a reached object (or root), and keep its place and length until
    /// the collection is over.
    #[inline]
    pub unsafe fn mark_values(&mut self, values: *const u64, count: usize) {
        if count > CHUNK && !self.ordered {
            self.arrays.push((values as usize, count));
            return;
        }
        for i in 0..count {
            // SAFETY: the caller gives an array of this length inside a reached object.
            self.mark_value(unsafe { *values.add(i) });
        }
    }

    /// Marks every object that a word in the range points to, or into.
    ///
    /// # Safety
    /// The range must be readable.
    pub unsafe fn mark_conservative(&mut self, range: Range<*const usize>) {
        let mut at = range
            .start
            .map_addr(|a| a.next_multiple_of(size_of::<usize>()));
        while at < range.end {
            // SAFETY: the caller gives readable memory. Volatile: other code owns these words, and
            // may have left some of them uninitialised.
            let word = unsafe { at.read_volatile() };
            if word.wrapping_sub(self.base) < self.total_size
                && let Some(object) = HEAP.0.resolve(word)
            {
                self.mark_address(object);
            }
            at = at.wrapping_add(1);
        }
    }

    /// Traces an object that is marked already.
    pub(super) fn visit(&mut self, object: usize) {
        (self.trace)(object as *mut u8, self);
    }

    /// The same, where only a part of the object was written since. False: it is to be traced as a whole.
    pub(super) fn visit_part(&mut self, object: usize, part: Range<usize>) -> bool {
        match HEAP.0.trace_part.get() {
            Some(trace) => trace(object as *mut u8, part, self),
            None => false,
        }
    }

    /// Follows everything found so far.
    pub(super) fn drain(&mut self) {
        loop {
            self.drain_objects();
            let Some((at, count)) = self.arrays.pop() else {
                return;
            };
            if count > CHUNK {
                self.arrays.push((at + CHUNK * 8, count - CHUNK));
            }
            for i in 0..count.min(CHUNK) {
                // SAFETY: part of an array that `mark_values` was given.
                self.mark_value(unsafe { *(at as *const u64).add(i) });
            }
        }
    }

    fn drain_objects(&mut self) {
        let mut queue = [0usize; QUEUE];
        let mut at = 0;
        let mut waiting = 0;
        loop {
            let next = match self.stack.pop() {
                Some(object) => {
                    prefetch(object);
                    waiting += 1;
                    object
                }
                None if waiting == 0 => return,
                None => 0,
            };
            let object = std::mem::replace(&mut queue[at], next);
            at = (at + 1) % QUEUE;
            if object != 0 {
                waiting -= 1;
                (self.trace)(object as *mut u8, self);
            }
        }
    }

    /// Marks everything reachable from `roots`, and returns those objects among the newly marked
    /// that have a finaliser: referrers before what they refer to, as far as cycles permit.
    pub(super) fn mark_in_order(&mut self, roots: &[usize]) -> Vec<usize> {
        self.ordered = true;
        for &root in roots.iter().rev() {
            self.mark_address(root);
            while let Some(entry) = self.stack.pop() {
                if entry & DONE != 0 {
                    self.done.push(entry & !DONE);
                } else if self.mark_now(entry) {
                    if flags::is_set(entry, flags::HAS_FINALIZER) {
                        self.stack.push(entry | DONE);
                    }
                    if HEAP.0.is_traced(entry) {
                        (self.trace)(entry as *mut u8, self);
                    }
                }
            }
        }
        self.ordered = false;
        let mut order = std::mem::take(&mut self.done);
        order.reverse();
        order
    }

    fn mark_now(&mut self, address: usize) -> bool {
        if HEAP.0.is_marked(address) {
            return false;
        }
        self.ordered = false;
        self.mark_address(address);
        self.ordered = true;
        if HEAP.0.is_traced(address) {
            self.stack.pop();
        }
        true
    }
}

#[inline(always)]
pub fn prefetch(address: usize) {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: a prefetch has no effect but on caches.
    unsafe {
        use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        _mm_prefetch::<_MM_HINT_T0>(address as *const i8);
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = address;
}
