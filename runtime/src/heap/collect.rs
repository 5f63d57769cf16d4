//! When to collect, and what a collection is.
//!
//! **When.** Each collection sets a budget: bytes that may be allocated before the next one. It is
//! a share of what survived, so that the time spent marking stays proportional to the time spent
//! allocating, and memory stays below a known multiple of what is alive; and at least
//! [`BUDGET_MIN`]. Memory outside the heap that objects own counts like allocation. The budget is
//! looked at where an interval is used up, not at each allocation.
//!
//! **What.** Stop (there is one mutator, under the global lock), mark from the roots, decide about
//! the unreachable ([`super::fate`]), turn mark bits into live bits, free large objects, and give
//! back pages that the next budget will not need.

use super::roots::with_spilled_registers;
use super::{HEAP, Heap, Tracer, flags};
use std::cell::Cell;
use std::time::{Duration, Instant};

/// The least budget at the start. It is what programs with little alive weigh.
pub const BUDGET_MIN: usize = 4 << 20;
/// The least budget of programs that allocate so much that they would collect too often with that. Of 1 to 16
/// MiB, 8 was the best or close to it in time for everything measured; with more, garbage no longer stays in
/// the last-level cache.
const BUDGET_MIN_BUSY: usize = 8 << 20;
/// "Too often": a collection takes more than this part of the time since the one before.
const BUSY_SHARE: u32 = 12;
/// The budget as a share of what is alive, in percent.
const BUDGET_PERCENT: usize = 75;

/// Why a collection was started.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// The budget is used up.
    Growth,
    /// The memory limit was reached.
    Limit,
    /// The program asked for it.
    Explicit,
    /// The program is about to wait.
    Idle,
    /// Stress mode.
    Stress,
}

/// What the collector did so far, and what the heap looks like.
#[derive(Clone, Copy, Default, Debug)]
pub struct Stats {
    /// Collections.
    pub cycles: u64,
    /// Time spent in them.
    pub pause_total: Duration,
    /// The longest.
    pub pause_max: Duration,
    /// Time of the last.
    pub pause_last: Duration,
    /// Bytes that survived the last collection, without those outside the heap.
    pub live_bytes: usize,
    /// Small objects that survived the last collection.
    pub live_objects: usize,
    /// Bytes allocated since.
    pub allocated_since: usize,
    /// Bytes allocated in all, without those since the last collection.
    pub allocated_before: u64,
    /// Bytes that may be allocated before the next collection.
    pub budget: usize,
    /// Bytes of blocks and large objects in use.
    pub heap_bytes: usize,
    /// Bytes of free pages that the system has not got back.
    pub cached_bytes: usize,
    /// Bytes outside the heap that objects own.
    pub external_bytes: usize,
    /// Bytes given back to the system so far.
    pub released_bytes: u64,
}

pub struct Policy {
    /// The least budget now.
    pub least: Cell<usize>,
    /// When the last collection ended.
    pub ended: Cell<Option<Instant>>,
    pub budget: Cell<usize>,
    /// Bytes allocated since the last collection, as intervals, large objects, and outside the
    /// heap.
    pub allocated: Cell<usize>,
    /// The part of it that was large objects.
    pub allocated_large: Cell<usize>,
    pub external: Cell<usize>,
    pub limit: Cell<usize>,
    pub paused: Cell<u32>,
    pub collecting: Cell<bool>,
    /// Collect at each allocation of this number; zero: never.
    pub stress: Cell<u32>,
    pub stress_left: Cell<u32>,
    /// Report each collection on stderr: `PYSTON_GC_LOG` is set.
    pub log: Cell<bool>,
    pub stats: Cell<Stats>,
}

impl Policy {
    pub const fn new() -> Policy {
        const ZERO: Stats = Stats {
            cycles: 0,
            pause_total: Duration::ZERO,
            pause_max: Duration::ZERO,
            pause_last: Duration::ZERO,
            live_bytes: 0,
            live_objects: 0,
            allocated_since: 0,
            allocated_before: 0,
            budget: 0,
            heap_bytes: 0,
            cached_bytes: 0,
            external_bytes: 0,
            released_bytes: 0,
        };
        Policy {
            least: Cell::new(BUDGET_MIN),
            ended: Cell::new(None),
            budget: Cell::new(BUDGET_MIN),
            allocated: Cell::new(0),
            allocated_large: Cell::new(0),
            external: Cell::new(0),
            limit: Cell::new(usize::MAX),
            paused: Cell::new(0),
            collecting: Cell::new(false),
            stress: Cell::new(0),
            stress_left: Cell::new(0),
            log: Cell::new(false),
            stats: Cell::new(ZERO),
        }
    }

    /// Whether the budget is used up by `bytes` more.
    #[inline]
    pub fn is_due(&self, bytes: usize) -> bool {
        self.allocated.get().saturating_add(bytes) > self.budget.get() && self.paused.get() == 0
    }

    /// Counts an allocation.
    #[inline]
    pub fn charge(&self, bytes: usize) {
        self.allocated
            .set(self.allocated.get().saturating_add(bytes));
    }
}

/// Collects now.
pub fn collect(reason: Reason) {
    collect_from(reason, true);
}

/// Idle collections take at most this part of the time.
const IDLE_SHARE: u32 = 20;

/// Called before the program waits for so many seconds: garbage whose end the program waits for (files that
/// are closed, weak references that call back) is found then, when a collection fits into the wait.
pub fn collect_when_idle(seconds: f64) {
    let policy = &HEAP.0.policy;
    let last = policy.stats.get().pause_last;
    let rested = policy
        .ended
        .get()
        .is_none_or(|ended| ended.elapsed() > last * IDLE_SHARE);
    if rested && policy.paused.get() == 0 && seconds > last.as_secs_f64() {
        collect(Reason::Idle);
    }
}

/// Collects, with or without the stacks as roots.
pub(super) fn collect_from(reason: Reason, stacks: bool) {
    let heap = &HEAP.0;
    if heap.policy.collecting.get() || heap.trace.get().is_none() || !heap.region.is_reserved() {
        return;
    }
    super::roots::thread_start();
    heap.policy.collecting.set(true);
    with_spilled_registers(&mut |stack_pointer| {
        cycle(heap, reason, stacks.then_some(stack_pointer))
    });
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
    heap.small.clear_marks(&heap.region);
    for (_, object) in heap.large.borrow().iter() {
        object.marked.set(false);
    }

    let mut tracer = Tracer::new(trace, heap.mark_stack.take());
    heap.roots.mark(&mut tracer);
    heap.fate.mark_queues(&mut tracer);
    if let Some(stack_pointer) = stack_pointer {
        heap.roots.mark_stacks(&mut tracer, stack_pointer);
    }
    tracer.drain();
    heap.fate.decide(&mut tracer);
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
    heap.pending.set(heap.fate.is_pending());
    if heap.pending.get() {
        crate::interrupt::ask();
    }

    let drop_object = heap.drop_object.get();
    let swept = heap.small.sweep(&heap.region, &mut |object| {
        let drops = flags::is_set(object, flags::NEEDS_DROP);
        if let (true, Some(drop_object)) = (drops, drop_object) {
            drop_object(object as *mut u8);
        }
        drops
    });
    sweep_large(heap, drop_object);
    set_budget(heap, reason, start, swept);
    if heap.policy.log.get() {
        log(reason, &heap.stats());
    }
    if heap.policy.stress.get() != 0 {
        heap.small.force_slow();
    }
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

fn set_budget(heap: &Heap, reason: Reason, start: Instant, swept: super::small::SweepResult) {
    let policy = &heap.policy;
    let mut large = heap.large.borrow_mut();
    let live = swept.live_bytes + large.used_bytes();
    let weight = live + policy.external.get();
    if let (Reason::Growth, Some(ended)) = (reason, policy.ended.get())
        && start.elapsed() * BUSY_SHARE > start.duration_since(ended)
    {
        policy.least.set(BUDGET_MIN_BUSY);
    }
    let budget = (weight / 100)
        .saturating_mul(BUDGET_PERCENT)
        .max(policy.least.get());

    // Keep the free pages that the next budget will use, in the proportion in which the last one
    // was used. Getting a page again costs more than filling it with objects, so of the excess only
    // half is given back at a time, and the free cells of blocks in use do not count (they may be of
    // sizes that nobody asks for), unless the program asked for the collection.
    let allocated = policy.allocated.get().max(1);
    let share = policy.allocated_large.get().min(allocated) as f64 / allocated as f64;
    let keep_large = (budget as f64 * share) as usize;
    let reusable = match reason {
        Reason::Growth | Reason::Stress => 0,
        Reason::Explicit | Reason::Limit | Reason::Idle => swept.reusable_bytes,
    };
    let keep_small = budget.saturating_sub(keep_large + reusable);
    let keep = |need: usize, have: usize| match reason {
        Reason::Growth | Reason::Stress => need + have.saturating_sub(need) / 2,
        Reason::Explicit | Reason::Limit | Reason::Idle => need,
    };
    let keep_small = keep(keep_small, heap.small.dirty_bytes());
    let keep_large = keep(keep_large, large.dirty_bytes());
    let released =
        heap.small.release(&heap.region, keep_small) + large.release(&heap.region, keep_large);

    let pause = start.elapsed();
    policy.ended.set(Some(Instant::now()));
    let old = policy.stats.get();
    policy.stats.set(Stats {
        cycles: old.cycles + 1,
        pause_total: old.pause_total + pause,
        pause_max: old.pause_max.max(pause),
        pause_last: pause,
        live_bytes: live,
        live_objects: swept.live_objects,
        allocated_before: old.allocated_before + policy.allocated.get() as u64,
        released_bytes: old.released_bytes + released as u64,
        ..old
    });
    policy.budget.set(budget);
    policy.allocated.set(0);
    policy.allocated_large.set(0);
}

fn log(reason: Reason, stats: &Stats) {
    let mib = |bytes: usize| bytes as f64 / (1 << 20) as f64;
    eprintln!(
        "gc {}: {reason:?}, {:.2} ms; MiB: live {:.1} ({} small objects), external {:.1}, heap {:.1}, \
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
