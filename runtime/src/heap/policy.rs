//! When to collect, and which collection it is to be; statistics.
//!
//! **When.** Each collection sets a budget: bytes that may be allocated before the next one. It is
//! a share of what survived, so that the time spent marking stays proportional to the time spent
//! allocating, and memory stays below a known multiple of what is alive; and at least
//! [`BUDGET_MIN`]. Memory outside the heap that objects own counts like allocation. The budget is
//! looked at where an interval is used up, not at each allocation.
//!
//! **Which.** A full collection of a heap of some size is followed by collections of the young ([`super::young`]),
//! with small budgets, until together as much has survived as would make the next full collection due.

use super::Heap;
use super::collect::Kind;
use std::cell::Cell;
use std::time::{Duration, Instant};

/// The least budget at the start. It is what programs with little alive weigh.
pub const BUDGET_MIN: usize = 2 << 20;
/// What the least budget of programs grows to at most that allocate so much that they would collect too often. Of 1 to
/// 16 MiB, 8 was the best or close to it in time for everything measured; with more, garbage no longer stays in
/// the last-level cache.
const BUDGET_MIN_BUSY: usize = 8 << 20;
/// It grows to so many times the weight of what is alive at most, which is what a collection takes its time for: programs
/// with next to nothing alive (1 MB, of the standard library) weighed 5 MB less than with the 8 MiB, and took 0.5 %
/// longer.
const BUSY_TIMES: usize = 3;
/// "Too often": a collection takes more than this part of the time since the one before.
const BUSY_SHARE: u32 = 12;
/// The budget as a share of what is alive, in percent.
const BUDGET_PERCENT: usize = 75;

/// The least weight of the living with which collections of the young pay.
const YOUNG_FROM: usize = 3 << 20;

/// Why a collection was started.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// The budget is used up.
    Growth,
    /// The memory limit was reached.
    Limit,
    /// The program asked for it.
    Explicit,
    /// A name let go of what somebody waits for: the program did not ask, and goes on as before.
    LetGo,
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
    /// Collections of the young among them.
    pub young_cycles: u64,
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
    /// The budget between collections of the young.
    young_budget: Cell<usize>,
    /// The next collection is a full one when what is alive weighs so much.
    full_at: Cell<usize>,
    /// Time of the last full collection.
    pub full_pause: Cell<Duration>,
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
            young_cycles: 0,
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
            young_budget: Cell::new(BUDGET_MIN),
            full_at: Cell::new(0),
            full_pause: Cell::new(Duration::ZERO),
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

    /// Learns from how long a collection took that began at `start`.
    fn adapt(&self, reason: Reason, kind: Kind, start: Instant, weight: usize) {
        let (Reason::Growth, Some(ended)) = (reason, self.ended.get()) else {
            return;
        };
        let (pause, between) = (start.elapsed(), start.duration_since(ended));
        let is_busy = pause * BUSY_SHARE > between;
        if is_busy {
            let most = weight
                .saturating_mul(BUSY_TIMES)
                .clamp(BUDGET_MIN, BUDGET_MIN_BUSY);
            self.least.set((self.least.get() * 2).min(most));
        }
        if kind == Kind::Young {
            let budget = self.young_budget.get();
            self.young_budget.set(if is_busy {
                (budget * 2).min(share(weight))
            } else if pause * BUSY_SHARE * 4 < between {
                budget / 2
            } else {
                budget
            });
        }
    }

    /// The budget before the next collection, which is prepared.
    fn plan(&self, heap: &Heap, kind: Kind, weight: usize) -> usize {
        let least = self.least.get();
        let budget = share(weight).max(least);
        if kind == Kind::Full {
            self.full_at.set(weight.saturating_add(budget));
        }
        let left = self.full_at.get().saturating_sub(weight);
        let young = self.young_budget.get().max(least);
        self.young_budget.set(young);
        let full_is_due = kind == Kind::Young && left < young / 2;
        if full_is_due || !prefers_young(heap, weight) {
            heap.young.disarm();
        } else if heap.young.arm(heap) {
            return young;
        }
        match kind {
            Kind::Full => budget,
            Kind::Young => left.max(least / 2),
        }
    }
}

/// The budget as a share of a weight.
fn share(weight: usize) -> usize {
    (weight / 100).saturating_mul(BUDGET_PERCENT)
}

/// Whether collections of the young may follow one that leaves objects of a weight alive.
pub fn prefers_young(heap: &Heap, weight: usize) -> bool {
    heap.written.may_work() && (weight >= YOUNG_FROM || heap.policy.stress.get() != 0)
}

/// Ends a collection: decides when the next one is due and of which kind it is to be, gives back free pages, and counts.
pub fn set_budget(
    heap: &Heap,
    reason: Reason,
    kind: Kind,
    start: Instant,
    swept: super::small::SweepResult,
) {
    let policy = &heap.policy;
    let live = swept.live_bytes + heap.large.borrow().used_bytes();
    let weight = live + policy.external.get();
    policy.adapt(reason, kind, start, weight);
    let budget = policy.plan(heap, kind, weight);
    let mut large = heap.large.borrow_mut();

    // Keep the free pages that the next budget will use, in the proportion in which the last one
    // was used. Getting a page again costs more than filling it with objects, so of the excess only
    // half is given back at a time, and the free cells of blocks in use do not count (they may be of
    // sizes that nobody asks for), unless the program asked for the collection.
    let allocated = policy.allocated.get().max(1);
    let large_part = policy.allocated_large.get().min(allocated) as f64 / allocated as f64;
    let keep_large = (budget as f64 * large_part) as usize;
    let reusable = match reason {
        Reason::Growth | Reason::LetGo | Reason::Stress => 0,
        Reason::Explicit | Reason::Limit | Reason::Idle => swept.reusable_bytes,
    };
    let keep_small = budget.saturating_sub(keep_large + reusable);
    let keep = |need: usize, have: usize| match reason {
        Reason::Growth | Reason::LetGo | Reason::Stress => need + have.saturating_sub(need) / 2,
        Reason::Explicit | Reason::Limit | Reason::Idle => need,
    };
    let keep_small = keep(keep_small, heap.small.dirty_bytes());
    let keep_large = keep(keep_large, large.dirty_bytes());
    let released =
        heap.small.release(&heap.region, keep_small) + large.release(&heap.region, keep_large);

    let pause = start.elapsed();
    if kind == Kind::Full {
        policy.full_pause.set(pause);
    }
    policy.ended.set(Some(Instant::now()));
    let old = policy.stats.get();
    policy.stats.set(Stats {
        cycles: old.cycles + 1,
        young_cycles: old.young_cycles + u64::from(kind == Kind::Young),
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
