//! What happens to objects that were not reached: weak references, finalisers, droppers.
//!
//! In this order, which is what programs saw with reference counts:
//! 0. What weak references read last refer to stays once more when it was the heap's growth that made the collection: a program
//!    that has just found it alive reads the reference again in a moment. With reference counts it would have been gone before,
//!    or would be there both times.
//! 1. Weak references to unreachable objects that have a finaliser are cleared.
//! 2. These objects, and what they refer to, are marked again, and queued: referrers first. Each
//!    loses its registration, so a finaliser runs once, whatever it resurrects.
//! 3. Weak references to everything else that is unreachable are cleared. What only a queued object
//!    refers to keeps its weak references until the finaliser has run, since the finaliser may well
//!    use them.
//! 4. Pruners make the living forget the dead that they know without keeping them alive: inline caches do.
//! 5. Droppers run for the dead, which must not look at other objects.
//!
//! Queues hold their objects as roots until they are taken, one by one.

use super::{HEAP, Tracer, flags};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};

/// Empties a weak reference whose target is unreachable; says whether it has a callback and is to
/// be queued.
pub type ClearWeakFn = fn(holder: *mut u8, target: *mut u8) -> bool;
/// The targets of the weak references that were read last, since this was last asked.
pub type LastReadFn = fn() -> Vec<usize>;
/// Frees what a dead object owns outside the heap. Must not use the heap or other objects.
pub type DropFn = fn(object: *mut u8);

/// Makes a reached object that asked for it ([`Tracer::look_again`]) forget those that do not survive
/// ([`super::survives`]). Runs when all is decided, before the first dropper.
pub type PruneFn = fn(object: *mut u8);

pub struct Fate {
    /// Objects with a finaliser that has not been queued.
    finalizable: RefCell<Vec<usize>>,
    finalizers: RefCell<VecDeque<usize>>,
    /// Holders by target, in the order of registration.
    weak: RefCell<BTreeMap<usize, Vec<usize>>>,
    callbacks: RefCell<VecDeque<usize>>,
    /// How many objects with a finaliser or with weak references were found dead so far.
    ended: Cell<u64>,
    /// Weak references are left to objects that only a queued object refers to.
    holds_back: Cell<bool>,
    /// The next collection is to finalise unrelated objects in the reverse order.
    newest_first: Cell<bool>,
}

impl Fate {
    pub const fn new() -> Fate {
        Fate {
            finalizable: RefCell::new(Vec::new()),
            finalizers: RefCell::new(VecDeque::new()),
            weak: RefCell::new(BTreeMap::new()),
            callbacks: RefCell::new(VecDeque::new()),
            ended: Cell::new(0),
            holds_back: Cell::new(false),
            newest_first: Cell::new(false),
        }
    }

    /// Whether a queue has something.
    pub fn is_pending(&self) -> bool {
        !self.finalizers.borrow().is_empty() || !self.callbacks.borrow().is_empty()
    }

    /// Marks the objects in the queues.
    pub fn mark_queues(&self, tracer: &mut Tracer) {
        for &object in self
            .finalizers
            .borrow()
            .iter()
            .chain(self.callbacks.borrow().iter())
        {
            tracer.mark_object(object as *const u8);
        }
    }

    /// Decides about everything that is not marked. Marks more. Nobody has `asked` for a collection that the heap's growth
    /// has made.
    pub fn decide(&self, tracer: &mut Tracer, asked: bool) {
        let read = HEAP.0.last_read.get().map_or(Vec::new(), |f| f());
        if !asked {
            self.spare(read, tracer);
        }
        let (alive, mut dead): (Vec<_>, Vec<_>) = self
            .finalizable
            .take()
            .into_iter()
            .partition(|&object| HEAP.0.is_marked(object));
        self.finalizable.replace(alive);
        let newest_first = self.newest_first.take();
        self.holds_back.set(false);
        if !dead.is_empty() {
            self.clear_weak(|target| flags::is_set(target, flags::HAS_FINALIZER));
            // Unrelated objects in order of registration: oldest first.
            if newest_first {
                dead.reverse();
            }
            let is_marked = |&&target: &&usize| HEAP.0.is_marked(target);
            let before = self.weak.borrow().keys().filter(is_marked).count();
            dead = tracer.mark_in_order(&dead);
            let after = self.weak.borrow().keys().filter(is_marked).count();
            self.holds_back.set(before != after);
            for &object in &dead {
                flags::clear(object, flags::HAS_FINALIZER);
            }
            self.ended.set(self.ended.get() + dead.len() as u64);
            self.finalizers.borrow_mut().extend(dead);
        }
        self.clear_weak(|_| true);
        self.forget_dead_holders();
    }

    /// Marks what weak references read last refer to, if it has not been spared before.
    fn spare(&self, read: Vec<usize>, tracer: &mut Tracer) {
        for target in read {
            if self.weak.borrow().contains_key(&target)
                && !HEAP.0.is_marked(target)
                && !flags::is_set(target, flags::SPARED)
            {
                flags::set(target, flags::SPARED);
                tracer.mark_object(target as *const u8);
                tracer.drain();
            }
        }
    }

    /// Clears weak references to unmarked objects that are `chosen`.
    fn clear_weak(&self, chosen: impl Fn(usize) -> bool) {
        let Some(&clear) = HEAP.0.clear_weak.get().as_ref() else {
            return;
        };
        let mut table = self.weak.take();
        table.retain(|&target, holders| {
            if HEAP.0.is_marked(target) || !chosen(target) {
                return true;
            }
            flags::clear(target, flags::HAS_WEAK);
            self.ended.set(self.ended.get() + 1);
            // The newest callback is called first.
            for &holder in holders.iter().rev() {
                // A dead holder may be resurrected by a finaliser, so it is cleared as well; but it
                // hears nothing.
                if clear(holder as *mut u8, target as *mut u8) && HEAP.0.is_marked(holder) {
                    self.callbacks.borrow_mut().push_back(holder);
                }
            }
            false
        });
        self.weak.replace(table);
    }

    fn forget_dead_holders(&self) {
        self.weak.borrow_mut().retain(|&target, holders| {
            holders.retain(|&holder| HEAP.0.is_marked(holder));
            if holders.is_empty() {
                flags::clear(target, flags::HAS_WEAK);
            }
            !holders.is_empty()
        });
    }
}

/// Registers that `object` has a finaliser. Call it when the object's header is written, once.
///
/// # Safety
/// `object` must be an object of the heap.
pub unsafe fn set_has_finalizer(object: *mut u8) {
    if !flags::is_set(object as usize, flags::HAS_FINALIZER) {
        flags::set(object as usize, flags::HAS_FINALIZER);
        HEAP.0.fate.finalizable.borrow_mut().push(object as usize);
    }
}

/// Has the object a finaliser, or is it the target of weak references?
///
/// # Safety
/// `object` must be an object of the heap.
pub unsafe fn is_waited_for(object: *mut u8) -> bool {
    flags::is_set(object as usize, flags::HAS_FINALIZER | flags::HAS_WEAK)
}

/// Says in which order the next collection finalises unrelated objects: the newest first, or the oldest.
pub fn finalize_newest_first(newest: bool) {
    HEAP.0.fate.newest_first.set(newest);
}

/// Are there objects whose weak references the last collection has left only because finalisers may use them? The next
/// one clears them.
pub fn holds_back() -> bool {
    HEAP.0.fate.holds_back.get()
}

/// How many objects that somebody waited for ([`is_waited_for`]) were found dead so far.
pub fn ended() -> u64 {
    HEAP.0.fate.ended.get()
}

/// Takes back [`set_has_finalizer`].
///
/// # Safety
/// `object` must be an object of the heap.
pub unsafe fn clear_has_finalizer(object: *mut u8) {
    if flags::is_set(object as usize, flags::HAS_FINALIZER) {
        flags::clear(object as usize, flags::HAS_FINALIZER);
        HEAP.0
            .fate
            .finalizable
            .borrow_mut()
            .retain(|&other| other != object as usize);
    }
}

/// Registers that `object` owns something outside the heap, so that the dropper is called when it
/// dies. Call it when the object's header is written, once.
///
/// # Safety
/// `object` must be an object of the heap.
pub unsafe fn set_needs_drop(object: *mut u8) {
    if !flags::is_set(object as usize, flags::NEEDS_DROP) {
        flags::set(object as usize, flags::NEEDS_DROP);
        HEAP.0.count_drop(object as usize);
    }
}

/// Whether finalisers or callbacks of weak references wait to be run.
#[inline]
pub fn is_pending() -> bool {
    HEAP.0.pending.get()
}

/// Takes the next object whose finaliser is to be run. One at a time, so that it is on the stack of
/// the caller, and the rest are roots.
pub fn take_pending_finalizer() -> Option<*mut u8> {
    let object = HEAP.0.fate.finalizers.borrow_mut().pop_front();
    HEAP.0.pending.set(HEAP.0.fate.is_pending());
    object.map(|object| object as *mut u8)
}

/// Takes the next weak reference whose callback is to be run.
pub fn take_pending_weak() -> Option<*mut u8> {
    let holder = HEAP.0.fate.callbacks.borrow_mut().pop_front();
    HEAP.0.pending.set(HEAP.0.fate.is_pending());
    holder.map(|holder| holder as *mut u8)
}

/// Queues the finalisers of all objects that are left, reachable or not: for the end of the
/// process.
pub fn queue_all_finalizers() {
    let objects = HEAP.0.fate.finalizable.take();
    for &object in &objects {
        flags::clear(object, flags::HAS_FINALIZER);
    }
    HEAP.0.fate.finalizers.borrow_mut().extend(objects);
    HEAP.0.pending.set(HEAP.0.fate.is_pending());
}

/// Registers that `holder` refers weakly to `target`. Static targets never die, so nothing is kept
/// for them.
///
/// # Safety
/// Both must be objects, `holder` one of the heap.
pub unsafe fn register_weak(holder: *mut u8, target: *mut u8) {
    if HEAP.0.region.offset_of(target as usize).is_some() {
        flags::set(target as usize, flags::HAS_WEAK);
        HEAP.0
            .fate
            .weak
            .borrow_mut()
            .entry(target as usize)
            .or_default()
            .push(holder as usize);
    }
}

/// Takes back [`register_weak`].
///
/// # Safety
/// Both must be objects, `holder` one of the heap.
pub unsafe fn unregister_weak(holder: *mut u8, target: *mut u8) {
    let mut table = HEAP.0.fate.weak.borrow_mut();
    if let Some(holders) = table.get_mut(&(target as usize)) {
        holders.retain(|&other| other != holder as usize);
        if holders.is_empty() {
            table.remove(&(target as usize));
            flags::clear(target as usize, flags::HAS_WEAK);
        }
    }
}

/// The number of weak references to an object.
pub fn weak_count(target: *mut u8) -> usize {
    HEAP.0
        .fate
        .weak
        .borrow()
        .get(&(target as usize))
        .map_or(0, Vec::len)
}

/// The weak reference to an object that was registered as number `index`, if there are so many.
pub fn weak_holder(target: *mut u8, index: usize) -> Option<*mut u8> {
    let table = HEAP.0.fate.weak.borrow();
    table
        .get(&(target as usize))?
        .get(index)
        .map(|&holder| holder as *mut u8)
}
