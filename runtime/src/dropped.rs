//! What reference counts would free at once.
//!
//! Objects die with a collection here. Programs that show how they die, by `__del__` or through weak references, mostly
//! do so where a name lets go of them: `del x`, `x = None` in a module, the end of a function. Where a name lets go of
//! an object whose death somebody waits for, a collection is made on the spot, as long as it can be afforded: as many as
//! a small program could want at first, then some of the time, and a little of it in the long run ([`ALLOWANCES`]).
//! Where names come and go and the object lives on, what a cache or a registry holds, the collections find nothing: they
//! get ever rarer.
//!
//! Compiled code leaves on the native stack what it will not use again, and looks at nothing when a function ends. So a
//! frame that has made something whose death somebody may wait for goes on in the interpreter ([`takes_over`]): the
//! first [`HANDED_OVER`] of them do.

use std::cell::{Cell, OnceCell};
use std::time::{Duration, Instant};

use crate::frame::{Frame, frame_flags};
use crate::layouts::{Dict, Generator, List, Str, Tuple};
use crate::object::Ref;
use crate::thread;
use crate::value::Value;

/// What these collections may take, and of how much of the time since the first of them, one part in so many: some
/// hundreds of a small program's at once, and no program of a second is slower by more than a quarter.
const ALLOWANCES: [(Duration, u32); 3] = [
    (Duration::from_millis(80), 0),
    (Duration::from_millis(200), 4),
    (Duration::MAX, 20),
];
/// Collections in a row that may find nobody; with each more, twice as many occasions pass unused.
const FUTILE: u32 = 8;
/// Frames that go on in the interpreter.
const HANDED_OVER: u32 = 4000;
/// Frames that may have ended before they were asked: each has made another one leave compiled code.
const MISSED: u32 = 10_000;
/// How often other frames may be asked before the one that is watched for.
const PATIENCE: u32 = 100;
/// Items of a container that are looked at.
const ITEMS: usize = 8;

struct State {
    /// The program has made something whose death somebody may wait for.
    on: Cell<bool>,
    /// It has made an instance of a class with `__del__`.
    finalizers: Cell<bool>,
    first: OnceCell<Instant>,
    spent: Cell<Duration>,
    /// Collections in a row that have found nobody.
    futile: Cell<u32>,
    /// Occasions that are to pass unused.
    passing: Cell<u32>,
    /// The program has begun.
    begun: Cell<bool>,
    /// Frames that were handed over to the interpreter.
    handed_over: Cell<u32>,
    /// Frames that were watched for in vain.
    missed: Cell<u32>,
    /// Frames asked since the last of them was watched.
    asked: Cell<u32>,
}
// SAFETY: read and written under the global lock.
unsafe impl Sync for State {}
static STATE: State = State {
    on: Cell::new(false),
    finalizers: Cell::new(false),
    first: OnceCell::new(),
    spent: Cell::new(Duration::ZERO),
    futile: Cell::new(0),
    passing: Cell::new(0),
    begun: Cell::new(false),
    handed_over: Cell::new(0),
    missed: Cell::new(0),
    asked: Cell::new(0),
};

/// The program begins. What `site` has made of weak references (abstract classes have some) concerns nobody.
pub fn begin() {
    STATE.on.set(STATE.finalizers.get());
    STATE.begun.set(true);
}

/// There is a weak reference to an object of the program's.
pub fn note_weak_reference() {
    STATE.on.set(true);
    watch();
}

/// There is an instance of a class with `__del__`.
pub fn note_finalizer() {
    if !STATE.finalizers.replace(true) {
        STATE.on.set(true);
        // Stale words on the stack would keep it alive.
        crate::heap::expect_explicit_collections();
    }
    watch();
}

/// The innermost frame has made something whose death somebody may wait for.
fn watch() {
    let t = thread::current();
    // SAFETY: a frame is on the list while it runs.
    let Some(frame) = (unsafe { t.frame.get().as_ref() }) else {
        return;
    };
    let enough = STATE.handed_over.get() >= HANDED_OVER || STATE.missed.get() >= MISSED;
    if STATE.begun.get() && !enough && !frame.has(frame_flags::GENERATOR) {
        t.watched.set(frame);
        STATE.asked.set(0);
        crate::interrupt::ask();
    }
}

/// Has the running thread a frame that is to ask [`takes_over`] as soon as it gets the result of what it calls?
pub(crate) fn watches() -> bool {
    let t = thread::current();
    let watched = t.watched.get();
    if watched.is_null() {
        return false;
    }
    let asked = STATE.asked.get() + 1;
    STATE.asked.set(asked);
    // It is no more, or busy with a call that takes long, all frames of which leave compiled code to be asked.
    if watched.addr() >= t.value_top.get().addr() || asked > PATIENCE {
        t.watched.set(std::ptr::null());
        STATE.missed.set(STATE.missed.get() + 1);
    }
    !t.watched.get().is_null()
}

/// Is a frame that runs compiled code to go on in the interpreter? Asked once; told by the interpreter of its own frames.
#[cold]
pub fn takes_over(frame: &Frame) -> bool {
    let t = thread::current();
    let watched = std::ptr::eq(t.watched.get(), frame);
    if watched {
        t.watched.set(std::ptr::null());
        STATE.handed_over.set(STATE.handed_over.get() + 1);
    }
    watched
}

/// The interpreter serves what was asked for, in a frame of its own.
#[cold]
#[inline(never)]
pub fn is_interpreted(frame: &Frame) {
    let t = thread::current();
    if std::ptr::eq(t.watched.get(), frame) {
        t.watched.set(std::ptr::null());
    }
}

/// May a local variable hold an object with `__del__`?
#[inline(always)]
pub fn locals_matter() -> bool {
    STATE.finalizers.get()
}

/// Does somebody wait for the death of this object, or of one of those that it directly holds; and can a collection be
/// afforded?
pub fn is_waited_for(v: Value) -> bool {
    let waited = STATE.on.get() && v.header().is_some() && (itself(v) || items(v));
    if waited {
        // Where references are counted, what sequences hold goes from the end.
        let sequence = v.exact::<List>().is_some() || v.exact::<Tuple>().is_some();
        crate::heap::finalize_newest_first(sequence);
    }
    waited && is_affordable()
}

fn items(v: Value) -> bool {
    if let Some(l) = v.exact::<List>() {
        return l.as_ref().items().iter().take(ITEMS).any(|&v| itself(v));
    }
    if let Some(t) = v.exact::<Tuple>() {
        return t.as_ref().items().iter().take(ITEMS).any(|&v| itself(v));
    }
    let Some(d) = v.exact::<Dict>() else {
        return false;
    };
    let mut at = 0;
    std::iter::from_fn(|| d.next_entry(&mut at))
        .take(ITEMS)
        .any(|(_, v)| itself(v))
}

fn itself(v: Value) -> bool {
    let Some(h) = v.header() else {
        return false;
    };
    // SAFETY: an object begins with a header.
    if !unsafe { crate::heap::is_waited_for(h.addr() as *mut u8) } {
        return false;
    }
    if let Some(g) = v.exact::<Generator>() {
        return g.finished.get() == 0;
    }
    // Classes are known weakly to their bases.
    v.cast::<crate::typeobj::Type>().is_none()
}

fn is_affordable() -> bool {
    let passing = STATE.passing.get();
    if passing > 0 {
        STATE.passing.set(passing - 1);
        return false;
    }
    let spent = STATE.spent.get();
    let since = || STATE.first.get().map_or(Duration::ZERO, Instant::elapsed);
    let share = ALLOWANCES.iter().find(|(most, _)| spent < *most);
    share.is_some_and(|&(_, part)| part == 0 || spent <= since() / part)
}

/// Collects, after a name has let go of what somebody waits for. To be called by nodes, which have done their work:
/// what is still needed is in the frame's registers.
#[inline(never)]
pub fn settle() {
    STATE.first.get_or_init(Instant::now);
    let start = processor_time();
    let before = crate::heap::ended();
    let _ = crate::modules::gc::collect_from(crate::frame::stack_of_node(), false);
    let futile = match crate::heap::ended() == before {
        true => STATE.futile.get() + 1,
        false => 0,
    };
    STATE.futile.set(futile);
    STATE
        .passing
        .set((1 << futile.saturating_sub(FUTILE).min(20)) - 1);
    let took = processor_time().saturating_sub(start);
    STATE.spent.set(STATE.spent.get() + took);
}

/// What this thread has used: on a busy machine less than has passed.
fn processor_time() -> Duration {
    let mut time = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: room for the answer.
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &raw mut time) };
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// Is there anything whose death somebody may wait for?
#[inline(always)]
pub fn is_on() -> bool {
    STATE.on.get()
}

/// Whether the value of a name in a dict is waited for; not inlined, so that the caller has never seen it.
#[inline(never)]
pub fn is_name_waited_for(d: Ref<Dict>, name: Ref<Str>) -> bool {
    is_on() && d.get_str(name).is_some_and(is_waited_for)
}

/// Binds the name in the dict to something else; whether what it was bound to is waited for.
#[inline(never)]
pub fn rebind(d: Ref<Dict>, name: Ref<Str>, x: Value) -> bool {
    d.replace_str(name, x, is_waited_for)
}
