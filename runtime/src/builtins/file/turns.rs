//! Threads take turns at a stream: who has it may be waiting without the global lock, for what it reads or to get that
//! lock again. Whoever comes meanwhile sleeps until it is given up: to look again and again would take the global lock away
//! from the one that could go on. Who comes later lets those go first who wait: a thread that writes all the time gives up
//! the global lock only while it has its turn, and nobody else would ever find the stream free.
//!
//! A thread with a turn goes on until it has given it up even when the program has ended ([`gil::keeps`]): the last thread
//! flushes streams.

use std::cell::{RefCell, RefMut};
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard};

use crate::gil::{self, without_gil};

/// Counts streams that were given up while somebody waited for one.
static GIVEN_UP: AtomicU32 = AtomicU32::new(0);
/// What threads wait for: the address of a stream for each of them.
static WAITED_FOR: Mutex<Vec<usize>> = Mutex::new(Vec::new());

/// Only threads that hold the global lock look: nobody has to wait for it.
fn waited_for() -> MutexGuard<'static, Vec<usize>> {
    WAITED_FOR.lock().unwrap_or_else(|e| e.into_inner())
}

/// Somebody's turn at a stream.
pub struct Turn<T: 'static>(Option<RefMut<'static, T>>);

/// The turn of the calling thread, once nobody else has it or has waited for it longer. `cell` says where the stream is
/// now; nothing when there is none.
pub fn take<T>(mut cell: impl FnMut() -> Option<&'static RefCell<T>>) -> Option<Turn<T>> {
    let mut has_waited = false;
    loop {
        let cell = cell()?;
        let place = &raw const *cell as usize;
        if (has_waited || !waited_for().contains(&place))
            && let Ok(held) = cell.try_borrow_mut()
        {
            gil::keeps();
            return Some(Turn(Some(held)));
        }
        wait(place);
        has_waited = true;
    }
}

/// Nobody waits in the child of a fork.
pub fn after_fork_in_child() {
    waited_for().clear();
}

/// Waits without the global lock until a stream was given up; for a while at most.
fn wait(place: usize) {
    // Streams are given up by threads that hold the global lock: none is between this and the waiting.
    let seen = GIVEN_UP.load(Ordering::SeqCst);
    waited_for().push(place);
    without_gil(|| futex(libc::FUTEX_WAIT, seen));
    let mut places = waited_for();
    if let Some(n) = places.iter().position(|p| *p == place) {
        places.swap_remove(n);
    }
}

impl<T> Drop for Turn<T> {
    fn drop(&mut self) {
        self.0 = None;
        if !waited_for().is_empty() {
            GIVEN_UP.fetch_add(1, Ordering::SeqCst);
            futex(libc::FUTEX_WAKE, i32::MAX as u32);
        }
        gil::gave_up();
    }
}

impl<T> Deref for Turn<T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.0.as_ref().expect("it is dropped last")
    }
}

impl<T> DerefMut for Turn<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.as_mut().expect("it is dropped last")
    }
}

/// Waits while the counter is `value`, 20 ms at most, or wakes so many.
fn futex(operation: libc::c_int, value: u32) {
    let limit = libc::timespec {
        tv_sec: 0,
        tv_nsec: 20_000_000,
    };
    // SAFETY: the counter is there for good; waking looks at no limit.
    unsafe {
        libc::syscall(
            libc::SYS_futex,
            GIVEN_UP.as_ptr(),
            operation | libc::FUTEX_PRIVATE_FLAG,
            value,
            &raw const limit,
        );
    }
}
