//! Whether objects are still reachable, without what native stacks happen to show.
//!
//! Conservative scanning finds what calls have left behind. Where the answer is an exception that the program
//! sees (a bytearray that may not change its size), that is too much: here marking begins at the precise roots
//! only, and nothing is freed, since native code may hold the objects all the same.

use super::{Gil, HEAP, Heap, Tracer};
use std::cell::Cell;
use std::time::{Duration, Instant};

/// So often the question is answered at once.
const AT_ONCE: u32 = 100;
/// From then on answering takes at most one part in so many of the time.
const SHARE: u32 = 20;

/// How many were given.
static ANSWERS: Gil<Cell<u32>> = Gil(Cell::new(0));
/// When the last answer was found, and how long that took.
static LAST: Gil<Cell<Option<(Instant, Duration)>>> = Gil(Cell::new(None));

/// Asks `is_held` with a test for single objects: is it reachable from anything but native stacks? `None` when
/// the answer would take too large a part of the time.
pub fn reachable<R>(is_held: impl FnOnce(&dyn Fn(usize) -> bool) -> R) -> Option<R> {
    let heap = &HEAP.0;
    let rested = (LAST.0.get()).is_none_or(|(ended, took)| ended.elapsed() > took * SHARE);
    if !rested && ANSWERS.0.get() > AT_ONCE {
        return None;
    }
    ANSWERS.0.set(ANSWERS.0.get().saturating_add(1));
    let start = Instant::now();
    mark(heap)?;
    let answer = is_held(&|object| heap.is_marked(object));
    LAST.0.set(Some((Instant::now(), start.elapsed())));
    Some(answer)
}

/// Marks what is reachable from precise roots. The marks of the last collection are lost: the next one is full. The
/// cells that the allocator has in hand count as objects, of zeroes.
fn mark(heap: &Heap) -> Option<()> {
    let trace = heap.trace.get()?;
    if heap.policy.collecting.replace(true) {
        return None;
    }
    heap.young.disarm();
    super::collect::clear_marks(heap);
    let mut tracer = Tracer::new(trace, heap.mark_stack.take());
    heap.roots.mark(&mut tracer);
    heap.fate.mark_queues(&mut tracer);
    tracer.drain();
    heap.mark_stack.replace(tracer.into_stack());
    heap.policy.collecting.set(false);
    Some(())
}
