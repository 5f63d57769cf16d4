//! Collections of the young: what survived the last collection is taken for alive.
//!
//! Most objects die soon, and marking what has lived for long again and again is most of the work of programs with
//! large heaps. The mark bits of a collection are kept ("sticky" mark bits: Demers, Weiser, Hayes, Boehm, Bobrow and
//! Shenker, "Combining generational and conservative garbage collection", 1990): in the next one, what has a mark is
//! old, and marking stops there. Roots, beside the usual ones, are all old objects on pages that were written since
//! ([`super::written`]); then everything goes on as in a full collection. Objects do not move, and have one age.
//!
//! **Invariants**
//! - Whatever a tracer finds in an object is in the memory of that object, or in memory that root functions or the
//!   recent pruner ([`super::set_recent_pruner`]) see to. Else a young object could be referred to without a page of
//!   an old one having been written. `PYSTON_GC_VERIFY=N` has one collection
//!   of the young in N compared with a full one.
//! - Traced blocks, but those that are allocated from first, and large objects are protected when a collection ends, and nothing writes to them before the
//!   program goes on. Old objects in the other blocks are all gone through.

use super::{Heap, Tracer};
use std::cell::{Cell, RefCell};
use std::ops::Range;

/// What is known of the old.
pub struct Young {
    /// Whether all that is old was protected: the next collection may be one of the young.
    armed: Cell<bool>,
    /// Runs of large objects that were protected, as addresses.
    large: RefCell<Vec<Range<usize>>>,
    /// Each collection of the young whose number this divides is compared with a full one; zero: none is.
    verify: Cell<u64>,
}

impl Young {
    pub const fn new() -> Young {
        Young {
            armed: Cell::new(false),
            large: RefCell::new(Vec::new()),
            verify: Cell::new(0),
        }
    }

    /// Has one collection in `every` compared with a full one.
    pub fn set_verify(&self, every: u64) {
        self.verify.set(every);
    }

    /// Whether the collection after so many of the young is to be compared.
    pub fn verifies(&self, number: u64) -> bool {
        self.verify.get() != 0 && number.is_multiple_of(self.verify.get())
    }

    /// Protects what is old, at the end of a collection; says whether the next one may be one of the young.
    pub fn arm(&self, heap: &Heap) -> bool {
        self.armed.set(false);
        let Some(scan) = heap.written.scan(&heap.region) else {
            return false;
        };
        let large = heap.large.borrow().traced_runs(&heap.region);
        let small = heap.small.closed();
        if !small
            .iter()
            .chain(&large)
            .all(|run| scan.protect(run.clone()))
        {
            heap.written.give_up();
            return false;
        }
        self.large.replace(large);
        self.armed.set(true);
        true
    }

    /// The next collection is a full one.
    pub fn disarm(&self) {
        self.armed.set(false);
    }

    /// Traces what is old and may refer to the young. False: that is not known, and everything is to be marked.
    pub fn trace_written(&self, heap: &Heap, tracer: &mut Tracer) -> bool {
        if !self.armed.replace(false) {
            return false;
        }
        let Some(scan) = heap.written.scan(&heap.region) else {
            return false;
        };
        let (mut small, mut large) = (Vec::new(), Vec::new());
        let known = heap
            .small
            .closed()
            .iter()
            .all(|run| scan.written(run.clone(), &mut small))
            && self
                .large
                .borrow()
                .iter()
                .all(|run| scan.written(run.clone(), &mut large));
        if !known {
            heap.written.give_up();
            return false;
        }
        let mut visit = |object| tracer.visit(object);
        heap.small.for_each_in_open(&heap.region, &mut visit);
        for run in small {
            heap.small.for_each_marked(&heap.region, run, &mut visit);
        }
        let space = heap.large.borrow();
        // Runs are in order of addresses: an object that is traced as a whole is the last one that was.
        let mut whole = 0;
        for run in large {
            space.for_each_marked(&heap.region, run, &mut |object, part| {
                if object != whole && !tracer.visit_part(object, part) {
                    tracer.visit(object);
                    whole = object;
                }
            });
        }
        true
    }

    /// Nothing is protected in the child of a fork.
    pub fn after_fork_in_child(&self, heap: &Heap) {
        self.armed.set(false);
        heap.written.after_fork_in_child();
    }
}
