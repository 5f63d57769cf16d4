//! What a collection is.
//!
//! Stop (there is one mutator, under the global lock), mark from the roots, decide about
//! the unreachable ([`super::fate`]), turn mark bits into live bits, free large objects, and give
//! back pages that the next budget will not need ([`super::policy`]).

use super::policy::{Reason, Stats, set_budget};
use super::roots::with_spilled_registers;
use super::{HEAP, Heap, Tracer, flags, policy};
use std::time::Instant;

/// What is taken for alive without being reached.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Nothing.
    Full,
    /// What survived the last collection.
    Young,
}

/// Collects now.
pub fn collect(reason: Reason) {
    collect_from(reason, true);
}

/// Collects now, with this thread's stack from `stack_pointer` up: the caller knows of nothing below that is not held
/// elsewhere.
pub fn collect_above(reason: Reason, stack_pointer: usize) {
    start(|heap| cycle(heap, reason, Some(stack_pointer)));
}

/// Idle collections take at most this part of the time.
const IDLE_SHARE: u32 = 20;

/// Called before the program waits for so many seconds: garbage whose end the program waits for (files that
/// are closed, weak references that call back) is found then, when a collection fits into the wait. Was there one?
pub fn collect_when_idle(seconds: f64) -> bool {
    let policy = &HEAP.0.policy;
    let last = policy.full_pause.get();
    let rested = policy
        .ended
        .get()
        .is_none_or(|ended| ended.elapsed() > last * IDLE_SHARE);
    let fits = rested && policy.paused.get() == 0 && seconds > last.as_secs_f64();
    if fits {
        collect(Reason::Idle);
    }
    fits
}

/// Collects, with or without the stacks as roots.
pub(super) fn collect_from(reason: Reason, stacks: bool) {
    start(|heap| {
        with_spilled_registers(&mut |stack_pointer| {
            cycle(heap, reason, stacks.then_some(stack_pointer))
        });
    });
}

fn start(collect: impl FnOnce(&Heap)) {
    let heap = &HEAP.0;
    if heap.policy.collecting.get() || heap.trace.get().is_none() || !heap.region.is_reserved() {
        return;
    }
    super::roots::thread_start();
    heap.policy.collecting.set(true);
    collect(heap);
    heap.policy.collecting.set(false);
}

fn cycle(heap: &Heap, reason: Reason, stack_pointer: Option<usize>) {
    let start = Instant::now();
    let Some(trace) = heap.trace.get() else {
        return;
    };
    let unused = heap.small.flush(&heap.region);
    heap.policy
        .allocated
        .set(heap.policy.allocated.get().saturating_sub(unused));
    let mut tracer = Tracer::new(trace, heap.mark_stack.take());
    let wants_full = !matches!(reason, Reason::Growth | Reason::Stress);
    let kind = if !wants_full && heap.young.trace_written(heap, &mut tracer) {
        Kind::Young
    } else {
        clear_marks(heap);
        Kind::Full
    };
    mark_from_roots(heap, &mut tracer, stack_pointer);
    if kind == Kind::Young && heap.young.verifies(heap.policy.stats.get().young_cycles) {
        verify(heap, trace, stack_pointer);
    }
    heap.fate.decide(&mut tracer, reason != Reason::Growth);
    tracer.drain();
    let again = tracer.take_again();
    let mut stack = tracer.into_stack();
    stack.shrink_to(1 << 16);
    heap.mark_stack.replace(stack);
    if let Some(prune) = heap.prune.get() {
        for object in again {
            prune(object as *mut u8);
        }
    }
    if let Some(prune_recent) = heap.prune_recent.get() {
        prune_recent();
    }
    heap.pending.set(heap.fate.is_pending());
    if heap.pending.get() {
        crate::interrupt::ask();
    }

    let drop_object = heap.drop_object.get();
    let sparingly = policy::prefers_young(heap, heap.policy.stats.get().live_bytes);
    let swept = heap.small.sweep(&heap.region, sparingly, &mut |object| {
        let drops = flags::is_set(object, flags::NEEDS_DROP);
        if let (true, Some(drop_object)) = (drops, drop_object) {
            drop_object(object as *mut u8);
        }
        drops
    });
    sweep_large(heap, drop_object);
    set_budget(heap, reason, kind, start, swept);
    if heap.policy.log.get() {
        log(reason, kind, &heap.stats());
    }
    if heap.policy.stress.get() != 0 {
        heap.small.force_slow();
    }
}

pub(super) fn clear_marks(heap: &Heap) {
    heap.small.clear_marks(&heap.region);
    for (_, object) in heap.large.borrow().iter() {
        object.marked.set(false);
    }
}

fn mark_from_roots(heap: &Heap, tracer: &mut Tracer, stack_pointer: Option<usize>) {
    heap.roots.mark(tracer);
    heap.fate.mark_queues(tracer);
    if let Some(stack_pointer) = stack_pointer {
        heap.roots.mark_stacks(tracer, stack_pointer);
    }
    tracer.drain();
}

/// Ends the process if something is reachable that a collection of the young has not marked.
fn verify(heap: &Heap, trace: super::TraceFn, stack_pointer: Option<usize>) {
    let marked: Vec<(usize, bool)> = {
        let mut marked = Vec::new();
        super::for_each_object(|object, _| {
            marked.push((object as usize, heap.is_marked(object as usize)));
        });
        marked
    };
    clear_marks(heap);
    let mut tracer = Tracer::new(trace, Vec::new());
    mark_from_roots(heap, &mut tracer, stack_pointer);
    let reachable = |&&(object, was_marked): &&(usize, bool)| !was_marked && heap.is_marked(object);
    let missed: Vec<_> = marked
        .iter()
        .filter(reachable)
        .map(|&(object, _)| object)
        .collect();
    let mut tracer = Tracer::new(trace, Vec::new());
    for &(object, was_marked) in &marked {
        if was_marked {
            tracer.mark_object(object as *const u8);
        }
    }
    drop(tracer);
    let Some(&first) = missed.first() else {
        return;
    };
    eprintln!(
        "Fatal error: {} reachable objects are not marked; the first:",
        missed.len()
    );
    for referrer in marked.iter().filter(|(_, was_marked)| *was_marked) {
        // SAFETY: one of the objects of the heap.
        let words = unsafe { super::words_of(referrer.0 as *mut u8) };
        if words.contains(&first) {
            eprintln!(
                "{first:#x}, that {:#x} refers to, words {:x?}",
                referrer.0,
                &words[..words.len().min(32)]
            );
        }
    }
    // SAFETY: as above.
    eprintln!("words {:x?}", unsafe { super::words_of(first as *mut u8) });
    std::process::abort();
}

fn sweep_large(heap: &Heap, drop_object: Option<super::fate::DropFn>) {
    let dead: Vec<_> = {
        let large = heap.large.borrow();
        let unmarked = large.iter().filter(|(_, object)| !object.marked.get());
        unmarked
            .map(|(index, object)| {
                (
                    index,
                    large.extent(&heap.region, object).0,
                    object.drops.get(),
                )
            })
            .collect()
    };
    for &(_, address, drops) in &dead {
        if let (true, Some(drop_object)) = (drops, drop_object) {
            drop_object(address as *mut u8);
        }
    }
    let mut large = heap.large.borrow_mut();
    for (index, ..) in dead {
        large.free(&heap.region, index);
    }
}

fn log(reason: Reason, kind: Kind, stats: &Stats) {
    let mib = |bytes: usize| bytes as f64 / (1 << 20) as f64;
    eprintln!(
        "gc {}: {reason:?}, {kind:?}, {:.2} ms; MiB: live {:.1} ({} small objects), external {:.1}, heap {:.1}, \
         cached {:.1}, budget {:.1}",
        stats.cycles,
        stats.pause_last.as_secs_f64() * 1e3,
        mib(stats.live_bytes),
        stats.live_objects,
        mib(stats.external_bytes),
        mib(stats.heap_bytes),
        mib(stats.cached_bytes),
        mib(stats.budget),
    );
}
