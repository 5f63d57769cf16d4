//! The heap: conservative roots, precise objects, non-moving, one mutator at a time.
//!
//! Why so. Values live on native stacks, in registers of compiled code, in C code: roots cannot be
//! enumerated cheaply, so stacks are scanned conservatively, and objects therefore cannot move.
//! What gives moving collectors their speed, bump allocation, is had differently: small objects of
//! one size share blocks, and are allocated through the free intervals of a block ([`small`]);
//! compiled code inlines that path ([`inline_alloc`]). Marking is precise inside the heap, since it
//! knows each object's layout ([`trace`]); sweeping is exchanging bitmaps.
//!
//! | module | what |
//! | --- | --- |
//! | [`classes`] | size classes and arithmetic on cells |
//! | [`region`] | address space, side tables |
//! | [`small`] | blocks, intervals, sweeping |
//! | [`large`] | runs of pages |
//! | [`trace`] | marking |
//! | [`roots`] | stacks, threads, handles, root functions |
//! | [`fate`] | weak references, finalisers, droppers |
//! | [`reach`] | what is reachable but for native stacks |
//! | [`collect`] | the collection |
//! | [`policy`] | when to collect, statistics |
//! | [`young`] | collections that take old objects for alive |
//! | [`written`] | which pages were written |
//! | [`flags`] | the heap's bits in an object's header |
//!
//! # Rules for the object model
//!
//! - Everything here is called under the global lock, by a registered thread ([`thread_start`]).
//! - Every object begins with a 16-byte header; its bits are in [`flags`]. A new cell is zero. Any
//!   allocation may collect, so an object that is not filled in yet must be traceable: a header of
//!   zeroes means that there is nothing to trace, a null field nothing to mark.
//! - A pointer to or into an object keeps it alive while it is on a stack, in a register, in a root
//!   range, in a handle, or marked by a tracer. A pointer just behind an object belongs to its
//!   neighbour. A pointer in a `Vec`, `Box` or `HashMap` does nothing.
//! - Nothing is allocated, freed or registered in a tracer, root function, dropper, pruner or
//!   weak-reference clearer.
//!
//! Process-wide statics are sound here because of the global lock: [`Gil`] says so once, and cells
//! do the rest.

pub mod classes;
mod collect;
mod fate;
pub mod flags;
mod large;
mod policy;
mod reach;
mod region;
mod roots;
mod small;
mod stack;
mod trace;
mod written;
mod young;

pub use classes::{Class, GRANULE, SMALL_MAX, usable_size};
pub use collect::{collect, collect_above, collect_when_idle};
pub use fate::{
    ClearWeakFn, DropFn, LastReadFn, PruneFn, clear_has_finalizer, ended, finalize_newest_first,
    holds_back, is_pending, is_waited_for, queue_all_finalizers, register_weak, set_has_finalizer,
    set_needs_drop, take_pending_finalizer, take_pending_weak, unregister_weak, weak_count,
    weak_holder,
};
pub use large::LEAF_ZEROED;
pub use policy::{Reason, Stats};
pub use reach::reachable;
pub use roots::{
    Handle, RootFn, add_root_range, after_fork_in_child, clear_stack, expect_explicit_collections,
    overwrite_below, parked, register_root_fn, thread_end, thread_start, thread_start_on, unparked,
    with_spilled_registers,
};
pub use small::{FreeInterval, Intervals};
pub use stack::{on_stack_of, stack_of_current_thread};
pub use trace::{TraceFn, TracePartFn, Tracer, prefetch};

use small::{From, INTERVALS};
use std::cell::{Cell, RefCell};
use std::ptr::NonNull;

/// What the global lock protects.
pub(crate) struct Gil<T>(T);

// SAFETY: whoever holds the global lock is the only one to touch the contents; the functions of
// this module are called under it only.
unsafe impl<T> Sync for Gil<T> {}

static HEAP: Gil<Heap> = Gil(Heap {
    region: region::Region::new(),
    small: small::Small::new(),
    large: RefCell::new(large::LargeSpace::new()),
    roots: roots::Roots::new(),
    fate: fate::Fate::new(),
    policy: policy::Policy::new(),
    written: written::WrittenPages::new(),
    young: young::Young::new(),
    trace: Cell::new(None),
    trace_part: Cell::new(None),
    drop_object: Cell::new(None),
    clear_weak: Cell::new(None),
    last_read: Cell::new(None),
    prune: Cell::new(None),
    prune_recent: Cell::new(None),
    pending: Cell::new(false),
    mark_stack: RefCell::new(Vec::new()),
});

struct Heap {
    region: region::Region,
    small: small::Small,
    large: RefCell<large::LargeSpace>,
    roots: roots::Roots,
    fate: fate::Fate,
    policy: policy::Policy,
    written: written::WrittenPages,
    young: young::Young,
    trace: Cell<Option<TraceFn>>,
    trace_part: Cell<Option<TracePartFn>>,
    drop_object: Cell<Option<DropFn>>,
    clear_weak: Cell<Option<ClearWeakFn>>,
    last_read: Cell<Option<LastReadFn>>,
    prune: Cell<Option<PruneFn>>,
    prune_recent: Cell<Option<fn()>>,
    pending: Cell<bool>,
    mark_stack: RefCell<Vec<usize>>,
}

/// Allocates `size` bytes for an object that the tracer will visit: zeroed, aligned to 16 bytes.
/// May collect. Fails when memory, or the limit, is exhausted: that is a `MemoryError`.
#[inline(always)]
pub fn try_alloc(size: usize) -> Option<NonNull<u8>> {
    allocate(size, false, true)
}

/// Like [`try_alloc`], for an object without pointers to others. It is never passed to the tracer.
/// Small ones are zeroed; of those larger than [`SMALL_MAX`] only the first [`LEAF_ZEROED`] bytes
/// are.
#[inline(always)]
pub fn try_alloc_leaf(size: usize) -> Option<NonNull<u8>> {
    allocate(size, true, true)
}

/// Like [`try_alloc`], for small objects of the runtime itself: ignores the limit, and ends the
/// process when the system has no more memory.
#[inline(always)]
pub fn alloc(size: usize) -> *mut u8 {
    allocate(size, false, false)
        .unwrap_or_else(exhausted)
        .as_ptr()
}

/// Like [`alloc`], for an object without pointers to others.
#[inline(always)]
pub fn alloc_leaf(size: usize) -> *mut u8 {
    allocate(size, true, false)
        .unwrap_or_else(exhausted)
        .as_ptr()
}

#[cold]
fn exhausted() -> NonNull<u8> {
    eprintln!("Fatal error: out of memory");
    std::process::abort()
}

#[inline(always)]
fn allocate(size: usize, leaf: bool, limited: bool) -> Option<NonNull<u8>> {
    if size > SMALL_MAX {
        return HEAP.0.allocate_large(size, leaf, limited);
    }
    let class = Class::of(size, leaf);
    let interval = &INTERVALS.0.class[class.index()];
    let address = interval.cursor.get();
    let end = address + class.cell_size();
    if end > interval.limit.get() {
        return HEAP.0.allocate_slow(class, limited);
    }
    interval.cursor.set(end);
    NonNull::new(std::ptr::with_exposed_provenance_mut(address))
}

/// How compiled code allocates an object of `size` bytes (at most [`SMALL_MAX`]) inline:
///
/// ```text
/// p = load interval + 0            // cursor
/// n = p + cell_size
/// if n > load interval + 8         // limit; zero while something wants the slow path
///     p = slow(class)              // null: out of memory, raise MemoryError
/// else
///     store interval + 0, n
/// ```
///
/// The `cell_size` bytes at `p` are zero on either path, so that only non-zero fields need storing.
/// Write the header before anything that may allocate.
#[derive(Clone, Copy, Debug)]
pub struct InlineAlloc {
    /// Address of the [`FreeInterval`], fixed for the life of the process.
    pub interval: usize,
    /// What to add to the cursor.
    pub cell_size: usize,
    /// What to pass to the slow path.
    pub class: u32,
    /// The slow path.
    pub slow: extern "C" fn(class: u32) -> *mut u8,
}

/// See [`InlineAlloc`]; nothing when the size is too large.
pub fn inline_alloc(size: usize, leaf: bool) -> Option<InlineAlloc> {
    if size > SMALL_MAX {
        return None;
    }
    let class = Class::of(size, leaf);
    Some(InlineAlloc {
        interval: (&raw const INTERVALS.0.class[class.index()]).expose_provenance(),
        cell_size: class.cell_size(),
        class: class.index() as u32,
        slow: alloc_slow,
    })
}

/// The slow path of inline allocation. Null: out of memory.
pub extern "C" fn alloc_slow(class: u32) -> *mut u8 {
    let object =
        Class::from_index(class as usize).and_then(|class| HEAP.0.allocate_slow(class, true));
    object.map_or(std::ptr::null_mut(), NonNull::as_ptr)
}

/// Takes a small object back, if it is the newest of its size: the next one goes into its place.
///
/// # Safety
/// Nobody but the caller has it.
pub unsafe fn take_back(object: *mut u8) {
    HEAP.0.small.take_back(&HEAP.0.region, object as usize);
}

/// Python code has been given objects that it had no reference to (by module `gc`): from now on nobody can know that he
/// alone has one, and nothing is taken back.
pub fn reveal() {
    HEAP.0.small.keep_all();
}

/// Makes a large object (one of more than [`SMALL_MAX`] bytes) larger: in place when free pages
/// follow, else by moving it. Returns its address; it is unchanged on failure. What a traced object
/// gains is zero; what a leaf gains is unspecified.
///
/// # Safety
/// The object must belong to the caller alone: if it moves, the old place is free at once.
pub unsafe fn realloc_large(object: *mut u8, size: usize) -> Option<NonNull<u8>> {
    HEAP.0.realloc_large(object as usize, size)
}

/// Makes a large object larger without moving it; false when there is no room behind it, or it is not large. What
/// a traced object gains is zero.
pub fn grow_large_in_place(object: *mut u8, size: usize) -> bool {
    HEAP.0.grow_large_in_place(object as usize, size)
}

/// Frees a large object at once.
///
/// # Safety
/// The object must belong to the caller alone, and is gone.
pub unsafe fn free_large(object: *mut u8) {
    HEAP.0.free_large(object as usize);
}

/// Installs the function that knows what objects refer to. Without one nothing is ever collected.
pub fn set_tracer(trace: TraceFn) {
    HEAP.0.trace.set(Some(trace));
}

/// Installs the function that traces parts of large arrays: what else is written after a collection is traced as a whole.
pub fn set_part_tracer(trace: TracePartFn) {
    HEAP.0.trace_part.set(Some(trace));
}

/// Installs the function that frees what dead objects own; see [`set_needs_drop`].
pub fn set_dropper(drop_object: DropFn) {
    HEAP.0.drop_object.set(Some(drop_object));
}

/// Sets what tells which weak references were read last. Without it none keeps its target.
pub fn set_last_read(last_read: LastReadFn) {
    HEAP.0.last_read.set(Some(last_read));
}

/// Installs the function that empties weak references; see [`register_weak`].
pub fn set_weak_clearer(clear: ClearWeakFn) {
    HEAP.0.clear_weak.set(Some(clear));
}

/// Installs the function that makes objects forget dead ones; see [`Tracer::look_again`].
pub fn set_pruner(prune: PruneFn) {
    HEAP.0.prune.set(Some(prune));
}

/// Installs what is called beside the pruner, in each collection: makes memory outside the heap forget dead objects
/// that it got to know since the last collection. Objects that were old then need not be asked to.
pub fn set_recent_pruner(prune: fn()) {
    HEAP.0.prune_recent.set(Some(prune));
}

/// For pruners: does the object at an address survive this collection? Words that are no addresses of objects do.
#[inline]
pub fn survives(address: usize) -> bool {
    HEAP.0.is_marked(address)
}

/// The object that an address points to or into.
pub fn is_live_object(address: usize) -> Option<*mut u8> {
    HEAP.0
        .resolve(address)
        .map(std::ptr::with_exposed_provenance_mut)
}

/// Bytes that an object occupies; zero for a static one.
pub fn object_size(object: *const u8) -> usize {
    let heap = &HEAP.0;
    match heap.region.offset_of(object as usize) {
        None => 0,
        Some(offset) if offset < heap.region.small_size() => heap
            .small
            .class_at(&heap.region, offset)
            .map_or(0, Class::cell_size),
        Some(offset) => {
            let large = heap.large.borrow();
            let object = large.object_at(&heap.region, offset - heap.region.small_size());
            object.map_or(0, |object| large.extent(&heap.region, object).1)
        }
    }
}

/// Calls `visit` with each object and the bytes it occupies, dead ones that were not found dead yet
/// included. Nothing may be allocated meanwhile.
pub fn for_each_object(mut visit: impl FnMut(*mut u8, usize)) {
    let heap = &HEAP.0;
    let mut visit =
        |address: usize, size| visit(std::ptr::with_exposed_provenance_mut(address), size);
    heap.small.for_each(&heap.region, &mut visit);
    let large = heap.large.borrow();
    for (_, object) in large.iter() {
        let (address, size) = large.extent(&heap.region, object);
        visit(address, size);
    }
}

/// Has the object at an address survived a collection? Collections of the young take it for alive. No object outside the heap
/// has.
pub fn is_old(address: usize) -> bool {
    HEAP.0.region.offset_of(address).is_some() && HEAP.0.is_marked(address)
}

/// The words that an object holds and that may refer to other objects, its type first.
///
/// # Safety
/// `object` must be an object.
pub unsafe fn words_of(object: *mut u8) -> Vec<usize> {
    match HEAP.0.trace.get() {
        Some(trace) if HEAP.0.is_traced(object as usize) => Tracer::look(trace, object),
        _ => Vec::new(),
    }
}

/// Counts memory outside the heap that objects own (or, with a negative number, no longer own): it
/// makes collections due like allocation does, and counts against the limit.
pub fn account_external(bytes: isize) {
    let policy = &HEAP.0.policy;
    policy
        .external
        .set(policy.external.get().saturating_add_signed(bytes));
    policy
        .allocated
        .set(policy.allocated.get().saturating_add_signed(bytes));
    if policy.is_due(0) {
        HEAP.0.small.force_slow();
    }
}

/// Sets the most memory that objects may use, in bytes.
pub fn set_limit(bytes: usize) {
    HEAP.0.policy.limit.set(bytes);
}

/// Stops collections that nobody asked for, until [`resume`]; nests.
///
/// Not what `gc.disable()` should do: where memory was freed by reference counts, programs that
/// call it still expect garbage without cycles to go away.
pub fn pause() {
    HEAP.0.policy.paused.set(HEAP.0.policy.paused.get() + 1);
}

/// Takes back one [`pause`].
pub fn resume() {
    let policy = &HEAP.0.policy;
    policy.paused.set(policy.paused.get().saturating_sub(1));
    if policy.is_due(0) {
        HEAP.0.small.force_slow();
    }
}

/// Collects at each allocation of number `every`; zero ends that. `PYSTON_GC_STRESS` sets it at the
/// start.
pub fn set_stress(every: u32) {
    HEAP.0.policy.stress.set(every);
    HEAP.0.policy.stress_left.set(every);
    HEAP.0.small.force_slow();
}

/// Statistics.
pub fn stats() -> Stats {
    HEAP.0.stats()
}

/// Objects allocated so far, by cell size: traced and leaf.
pub fn allocations_by_size() -> impl Iterator<Item = (usize, u64, u64)> {
    let count =
        |index| Class::from_index(index).map_or(0, |class| HEAP.0.small.allocated_cells(class));
    (0..classes::SIZES).map(move |i| {
        (
            classes::CELL_SIZES[i] as usize,
            count(i),
            count(i + classes::SIZES),
        )
    })
}

/// For tests: collects without looking at stacks, so that what dies is certain.
#[doc(hidden)]
pub fn collect_without_stacks() {
    collect::collect_from(Reason::Explicit, false);
}

impl Heap {
    #[cold]
    fn init(&self) -> bool {
        roots::thread_start();
        if let Some(every) = std::env::var("PYSTON_GC_STRESS")
            .ok()
            .and_then(|text| text.parse().ok())
        {
            set_stress(every);
        }
        self.policy
            .log
            .set(std::env::var_os("PYSTON_GC_LOG").is_some());
        if let Some(every) = std::env::var("PYSTON_GC_VERIFY")
            .ok()
            .and_then(|text| text.parse().ok())
        {
            self.young.set_verify(every);
        }
        self.region.reserve()
    }

    /// What happens before an allocation that does not take the fast path: a collection, if it is
    /// time.
    fn safepoint(&self, bytes: usize) {
        let policy = &self.policy;
        if policy.stress.get() != 0 {
            let left = policy.stress_left.get().saturating_sub(1);
            policy.stress_left.set(left);
            if left == 0 {
                policy.stress_left.set(policy.stress.get());
                if policy.paused.get() == 0 {
                    collect(Reason::Stress);
                }
            }
        } else if policy.is_due(bytes) {
            collect(Reason::Growth);
        }
    }

    #[cold]
    #[inline(never)]
    fn allocate_slow(&self, class: Class, limited: bool) -> Option<NonNull<u8>> {
        debug_assert!(
            !self.policy.collecting.get(),
            "allocation during a collection"
        );
        if !self.region.is_reserved() && !self.init() {
            return None;
        }
        self.safepoint(0);
        let stay_slow = self.policy.stress.get() != 0;
        let address = match self.small.bump(class, stay_slow) {
            Some(address) => address,
            None => {
                self.refill(class, limited)?;
                self.small.bump(class, stay_slow)?
            }
        };
        NonNull::new(std::ptr::with_exposed_provenance_mut(address))
    }

    fn refill(&self, class: Class, limited: bool) -> Option<()> {
        let refill = |from| self.small.refill(&self.region, class, from);
        let mut bytes = refill(From::Preferred);
        if bytes.is_none() && limited && self.is_over_limit(classes::BLOCK_SIZE) {
            self.collect_for_limit();
            bytes = refill(From::Used);
            if bytes.is_none() && self.is_over_limit(classes::BLOCK_SIZE) {
                return None;
            }
        }
        let bytes = bytes.or_else(|| refill(From::Any))?;
        self.policy.charge(bytes);
        Some(())
    }

    #[cold]
    #[inline(never)]
    fn allocate_large(&self, size: usize, leaf: bool, limited: bool) -> Option<NonNull<u8>> {
        debug_assert!(
            !self.policy.collecting.get(),
            "allocation during a collection"
        );
        if !self.region.is_reserved() && !self.init() {
            return None;
        }
        self.safepoint(size);
        if limited && !self.make_room(size) {
            return None;
        }
        let address = self
            .large
            .borrow_mut()
            .allocate(&self.region, size, 0, leaf)?;
        let pages = size.next_multiple_of(region::PAGE);
        self.policy.charge(pages);
        self.policy
            .allocated_large
            .set(self.policy.allocated_large.get().saturating_add(pages));
        NonNull::new(std::ptr::with_exposed_provenance_mut(address))
    }

    fn realloc_large(&self, object: usize, size: usize) -> Option<NonNull<u8>> {
        let offset = self
            .region
            .offset_of(object)?
            .checked_sub(self.region.small_size())?;
        let old_size = object_size(object as *const u8);
        let more = size.saturating_sub(old_size);
        self.safepoint(more);
        if !self.make_room(more) {
            return None;
        }
        let mut large = self.large.borrow_mut();
        let index = large.index_at(&self.region, offset)?;
        let address = if large.grow_in_place(&self.region, index, size) {
            object
        } else {
            large.move_and_grow(&self.region, index, size)?
        };
        self.policy.charge(more);
        self.policy
            .allocated_large
            .set(self.policy.allocated_large.get().saturating_add(more));
        NonNull::new(std::ptr::with_exposed_provenance_mut(address))
    }

    fn grow_large_in_place(&self, object: usize, size: usize) -> bool {
        let Some(offset) = self
            .region
            .offset_of(object)
            .and_then(|o| o.checked_sub(self.region.small_size()))
        else {
            return false;
        };
        let more = size.saturating_sub(object_size(object as *const u8));
        self.safepoint(more);
        if !self.make_room(more) {
            return false;
        }
        let mut large = self.large.borrow_mut();
        let Some(index) = large.index_at(&self.region, offset) else {
            return false;
        };
        let grown = large.grow_in_place(&self.region, index, size);
        if grown {
            self.policy.charge(more);
            self.policy
                .allocated_large
                .set(self.policy.allocated_large.get().saturating_add(more));
        }
        grown
    }

    fn free_large(&self, object: usize) {
        let Some(offset) = self.region.offset_of(object) else {
            return;
        };
        let Some(offset) = offset.checked_sub(self.region.small_size()) else {
            return;
        };
        let mut large = self.large.borrow_mut();
        if let Some(index) = large.index_at(&self.region, offset) {
            large.free(&self.region, index);
        }
    }

    fn is_over_limit(&self, more: usize) -> bool {
        let used =
            self.small.used_bytes() + self.large.borrow().used_bytes() + self.policy.external.get();
        used.saturating_add(more) > self.policy.limit.get()
    }

    fn collect_for_limit(&self) {
        if self.policy.paused.get() == 0 {
            collect(Reason::Limit);
        }
    }

    fn make_room(&self, bytes: usize) -> bool {
        if self.is_over_limit(bytes) {
            self.collect_for_limit();
        }
        !self.is_over_limit(bytes)
    }

    /// The object that an address points to or into.
    #[inline]
    fn resolve(&self, address: usize) -> Option<usize> {
        let offset = self.region.offset_of(address)?;
        let Some(offset) = offset.checked_sub(self.region.small_size()) else {
            return self.small.resolve(&self.region, offset);
        };
        let large = self.large.borrow();
        let object = large.object_at(&self.region, offset)?;
        Some(large.extent(&self.region, object).0)
    }

    /// Whether an object is marked; those outside the heap always are.
    fn is_marked(&self, object: usize) -> bool {
        let Some(offset) = self.region.offset_of(object) else {
            return true;
        };
        match offset.checked_sub(self.region.small_size()) {
            None => small::is_marked(&self.region, offset),
            Some(offset) => self
                .large
                .borrow()
                .object_at(&self.region, offset)
                .is_some_and(|object| object.marked.get()),
        }
    }

    /// Whether the tracer visits an object.
    fn is_traced(&self, object: usize) -> bool {
        let Some(offset) = self.region.offset_of(object) else {
            return false;
        };
        match offset.checked_sub(self.region.small_size()) {
            None => self
                .small
                .class_at(&self.region, offset)
                .is_some_and(|class| class.index() < classes::SIZES),
            Some(offset) => self
                .large
                .borrow()
                .object_at(&self.region, offset)
                .is_some_and(|object| !object.leaf),
        }
    }

    fn count_drop(&self, object: usize) {
        let Some(offset) = self.region.offset_of(object) else {
            return;
        };
        match offset.checked_sub(self.region.small_size()) {
            None => self.small.count_drop(&self.region, offset, 1),
            Some(offset) => {
                if let Some(object) = self.large.borrow().object_at(&self.region, offset) {
                    object.drops.set(true);
                }
            }
        }
    }

    fn stats(&self) -> Stats {
        let large = self.large.borrow();
        Stats {
            allocated_since: self
                .policy
                .allocated
                .get()
                .saturating_sub(self.small.unused_bytes()),
            budget: self.policy.budget.get(),
            heap_bytes: self.small.used_bytes() + large.used_bytes(),
            cached_bytes: self.small.dirty_bytes() + large.dirty_bytes(),
            external_bytes: self.policy.external.get(),
            ..self.policy.stats.get()
        }
    }
}
