//! The global lock: one thread at a time runs Python code and touches the heap.
//!
//! A thread gives the lock up where it would wait for something else ([`without_gil`]), and where it
//! is asked to: who has waited for an interval ([`set_interval`]) sets the word that the running
//! thread polls ([`crate::interrupt`]). The thread that gives up the lock on demand then waits until
//! another one has really taken it, so that a busy thread cannot keep the others out. Nor can several
//! that wait for other things all the time, and take the lock in between: a thread that is late comes first.
//!
//! While there is one Python thread, nothing of this happens: only the thread that holds the lock can
//! start another one.

use std::cell::{Cell, UnsafeCell};
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicU32, AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::Duration;

use crate::interrupt;
use crate::thread::{self, Thread};

struct State {
    held: bool,
    /// Threads that wait for the lock.
    waiting: u32,
    /// Those of them that have waited for an interval: nobody else gets the lock before them.
    late: u32,
    /// Counts changes of the holder.
    switches: u64,
    /// Threads that wait until the lock that they have given up is taken.
    yielding: u32,
}

struct Gil {
    state: Mutex<State>,
    /// The lock has become free.
    free: Condvar,
    /// The same, for threads that are late.
    free_for_late: Condvar,
    /// The lock has been taken.
    taken: Condvar,
}

impl Gil {
    const fn new(held: bool) -> Gil {
        Gil {
            state: Mutex::new(State {
                held,
                waiting: 0,
                late: 0,
                switches: 0,
                yielding: 0,
            }),
            free: Condvar::new(),
            free_for_late: Condvar::new(),
            taken: Condvar::new(),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A panic while the state is locked cannot happen; the state is valid in any case.
        self.state.lock().unwrap_or_else(|e| e.into_inner())
    }

    /// The lock is free: wakes who gets it.
    fn wake(&self, state: &State) {
        if state.late > 0 {
            self.free_for_late.notify_one();
        } else if state.waiting > 0 {
            self.free.notify_one();
        }
    }
}

struct Place(UnsafeCell<Gil>);
// SAFETY: a shared `Gil` is `Sync`; the child of a fork, where it is replaced, has one thread.
unsafe impl Sync for Place {}
static GIL: Place = Place(UnsafeCell::new(Gil::new(true)));

fn gil() -> &'static Gil {
    // SAFETY: replaced only while no other thread exists.
    unsafe { &*GIL.0.get() }
}

/// A thread waits and wants the holder to give the lock up.
static WANTED: AtomicBool = AtomicBool::new(false);
/// Python threads that exist, the main thread included.
static THREADS: AtomicU32 = AtomicU32::new(1);
/// The program ends: only this thread gets the lock any more.
static LAST: AtomicPtr<Thread> = AtomicPtr::new(std::ptr::null_mut());
/// How long a thread waits before it asks for the lock, in microseconds.
static INTERVAL: AtomicU64 = AtomicU64::new(MAX_INTERVAL);
/// The interval that `sys.setcheckinterval(100)`, the default, stands for.
const MAX_INTERVAL: u64 = 5000;
const MIN_INTERVAL: u64 = 100;

thread_local! {
    /// Does this thread hold the lock?
    static HOLDS: Cell<bool> = const { Cell::new(false) };
    /// How much it has that others wait for.
    static KEEPS: Cell<u32> = const { Cell::new(0) };
    /// Its record, if it is one of Python's.
    static OWN: Cell<Option<&'static Thread>> = const { Cell::new(None) };
}
/// Threads that Python knows nothing of may call it.
static VISITED: AtomicBool = AtomicBool::new(false);

/// Sets how long threads wait for their turn, by a number of CPython's "ticks".
pub fn set_interval(ticks: i64) {
    let micros = u64::try_from(ticks).unwrap_or(0).saturating_mul(50);
    INTERVAL.store(micros.clamp(MIN_INTERVAL, MAX_INTERVAL), Ordering::Relaxed);
}

/// The calling thread, which was expected, becomes one of Python's and takes the lock.
pub(crate) fn enter(t: &'static Thread) {
    acquire(t);
    OWN.set(Some(t));
}

/// The calling thread is the one that has had the lock from the start.
pub(crate) fn begin(t: &'static Thread) {
    HOLDS.set(true);
    OWN.set(Some(t));
}

/// From now on threads that Python did not start may call it, and come while this one waits: there is a C function
/// that runs Python code ([`with_gil`]).
pub fn expect_visitors() {
    if !VISITED.swap(true, Ordering::SeqCst) {
        expect_thread();
    }
}

/// Runs `body`, which C code has called, with the global lock: in a thread of Python's that gave it up for the C code,
/// in one that still has it, or in one that is not Python's, which becomes one for so long.
///
/// # Errors
/// When there is no memory for another thread.
pub fn with_gil<R>(body: impl FnOnce() -> R) -> std::io::Result<R> {
    if HOLDS.get() {
        return Ok(body());
    }
    match OWN.get() {
        Some(t) => {
            let result = crate::heap::unparked(|| {
                acquire(t);
                body()
            });
            release();
            Ok(result)
        }
        None => thread::visit(body),
    }
}

/// Counts a thread that is about to be started; called by the thread that starts it.
pub(crate) fn expect_thread() {
    THREADS.fetch_add(1, Ordering::SeqCst);
}

/// A thread that was expected could not be started.
pub(crate) fn forget_thread() {
    THREADS.fetch_sub(1, Ordering::SeqCst);
}

/// The calling thread stops being one of Python's.
pub(crate) fn leave() {
    OWN.set(None);
    release();
    THREADS.fetch_sub(1, Ordering::SeqCst);
}

fn release() {
    let gil = gil();
    let mut state = gil.state();
    state.held = false;
    HOLDS.set(false);
    gil.wake(&state);
}

fn acquire(t: &'static Thread) {
    let gil = gil();
    let mut state = gil.state();
    if state.held || state.late > 0 {
        state.waiting += 1;
        let mut late = false;
        while state.held || (state.late > 0 && !late) {
            let seen = state.switches;
            let interval = Duration::from_micros(INTERVAL.load(Ordering::Relaxed));
            let (s, timeout) = if late { &gil.free_for_late } else { &gil.free }
                .wait_timeout(state, interval)
                .unwrap_or_else(|e| e.into_inner());
            state = s;
            if timeout.timed_out() && !late {
                late = true;
                state.late += 1;
            }
            if timeout.timed_out() && state.held && state.switches == seen {
                WANTED.store(true, Ordering::SeqCst);
                interrupt::ask();
            }
        }
        state.late -= u32::from(late);
        state.waiting -= 1;
    }
    if is_over_for(t) && KEEPS.get() == 0 {
        gil.wake(&state);
        drop(state);
        sleep_for_good();
    }
    state.held = true;
    HOLDS.set(true);
    state.switches += 1;
    WANTED.store(false, Ordering::SeqCst);
    thread::attach(t);
    if state.yielding > 0 {
        gil.taken.notify_all();
    }
    drop(state);
    interrupt::taken_over();
}

/// Has the program ended but for another thread, which has the lock from now on?
fn is_over_for(t: &'static Thread) -> bool {
    let last = LAST.load(Ordering::SeqCst);
    !last.is_null() && !std::ptr::eq(last, t)
}

fn sleep_for_good() -> ! {
    loop {
        std::thread::sleep(Duration::from_secs(1000));
    }
}

/// The calling thread has something that others wait for: it goes on to [`gave_up`] even when the program ends.
pub(crate) fn keeps() {
    KEEPS.set(KEEPS.get() + 1);
}

/// It has given up what [`keeps`] was said of.
pub(crate) fn gave_up() {
    KEEPS.set(KEEPS.get() - 1);
    if KEEPS.get() == 0 && HOLDS.get() && is_over_for(thread::current()) {
        crate::heap::parked(|| {
            release();
            sleep_for_good()
        })
    }
}

/// Lets another thread run if one has asked for it.
pub(crate) fn yield_if_wanted() {
    if !WANTED.load(Ordering::SeqCst) {
        return;
    }
    let t = thread::current();
    crate::heap::parked(|| {
        let gil = gil();
        let mut state = gil.state();
        WANTED.store(false, Ordering::SeqCst);
        if state.waiting == 0 {
            return;
        }
        let seen = state.switches;
        state.held = false;
        gil.wake(&state);
        state.yielding += 1;
        while state.switches == seen && state.waiting > 0 {
            state = gil.taken.wait(state).unwrap_or_else(|e| e.into_inner());
        }
        state.yielding -= 1;
        drop(state);
        acquire(t);
    });
}

/// Runs `wait` without the global lock: what blocks, or computes for long without touching anything
/// of Python's. `errno` is as `wait` left it.
///
/// `wait` must not touch the heap: not allocate, not look into objects that others may change. A
/// slice of a `str`'s bytes may be read (strings do not change, and the caller's stack keeps it alive).
pub fn without_gil<R>(wait: impl FnOnce() -> R) -> R {
    if THREADS.load(Ordering::Relaxed) == 1 {
        return wait();
    }
    let t = thread::current();
    crate::heap::parked(|| {
        release();
        let result = wait();
        // SAFETY: the calling thread's own errno.
        let errno = unsafe { *libc::__errno_location() };
        acquire(t);
        // SAFETY: as above.
        unsafe { *libc::__errno_location() = errno };
        result
    })
}

/// Are there other Python threads?
pub fn is_shared() -> bool {
    THREADS.load(Ordering::Relaxed) != 1
}

/// Keeps the lock for the calling thread for good: the program ends.
pub fn close() {
    let t: *const Thread = thread::current();
    LAST.store(t.cast_mut(), Ordering::SeqCst);
}

/// What has to happen around a fork besides what this module does, for other parts of the program
/// with threads or locks.
#[derive(Clone, Copy)]
pub struct AtFork {
    pub before: fn(),
    pub parent: fn(),
    pub child: fn(),
}

struct Hooks(Cell<[Option<AtFork>; 8]>);
// SAFETY: touched under the global lock only.
unsafe impl Sync for Hooks {}
static HOOKS: Hooks = Hooks(Cell::new([None; 8]));

/// Registers what has to happen around each fork.
///
/// # Panics
/// With more registrations than there is room for.
pub fn at_fork(hook: AtFork) {
    let mut hooks = HOOKS.0.get();
    let place = hooks.iter_mut().find(|h| h.is_none());
    *place.expect("room for all parts of the program") = Some(hook);
    HOOKS.0.set(hooks);
}

/// Forks. In the child only the calling thread exists, which is the main thread from now on; the
/// module `threading`, if it is there, is told. The process id, or -1 with `errno`.
pub fn fork() -> libc::pid_t {
    // SAFETY: no memory is involved; other threads' state is put right below.
    fork_by(|| unsafe { libc::fork() })
}

/// The same for another call that forks.
pub fn fork_by(system: impl FnOnce() -> libc::pid_t) -> libc::pid_t {
    // What forgotten files have buffered is not to be written twice.
    crate::builtins::file::flush_forgotten_and_pipes();
    let hooks = HOOKS.0.get();
    for h in hooks.iter().rev().flatten() {
        (h.before)();
    }
    let pid = {
        // So that the lock's own state is in order in the child.
        let _state = gil().state();
        system()
    };
    if pid != 0 {
        // SAFETY: the calling thread's own errno.
        let errno = unsafe { *libc::__errno_location() };
        for h in hooks.iter().flatten() {
            (h.parent)();
        }
        // SAFETY: as above.
        unsafe { *libc::__errno_location() = errno };
        return pid;
    }
    // SAFETY: no other thread exists, and this one holds no reference into it.
    unsafe { GIL.0.get().write(Gil::new(true)) };
    WANTED.store(false, Ordering::SeqCst);
    let visitors = u32::from(VISITED.load(Ordering::SeqCst));
    THREADS.store(1 + visitors, Ordering::SeqCst);
    crate::heap::after_fork_in_child();
    thread::after_fork_in_child();
    interrupt::after_fork_in_child();
    crate::builtins::file::after_fork_in_child();
    for h in hooks.iter().flatten() {
        (h.child)();
    }
    tell_threading();
    pid
}

/// Calls `threading._after_fork` if the module is loaded.
fn tell_threading() {
    use crate::builtins::str::intern;
    let module = crate::output::sys_attribute(crate::names::modules())
        .and_then(|m| m.cast::<crate::layouts::Dict>())
        .and_then(|d| d.get_str(intern(b"threading")));
    if let Some(m) = module {
        let done = crate::attr::get(m, intern(b"_after_fork"))
            .and_then(|f| crate::call::call_values(f, &[]));
        if done.is_err() {
            thread::current().take_pending();
        }
    }
}
