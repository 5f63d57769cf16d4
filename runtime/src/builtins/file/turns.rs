//! Threads take turns at a stream: who has it may be waiting without the global lock, for what it reads or to get that
//! lock again. Whoever comes meanwhile sleeps until it is given up: to look again and again would take the global lock away
//! from the one that could go on.

use std::cell::{RefCell, RefMut};
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::gil::without_gil;

/// Counts streams that were given up while somebody waited for one.
static GIVEN_UP: AtomicU32 = AtomicU32::new(0);
/// Threads that wait. (The child of a fork may have those of its parent here: it wakes nobody then.)
static WAITING: AtomicU32 = AtomicU32::new(0);

/// Somebody's turn at a stream.
pub struct Turn<T: 'static>(Option<RefMut<'static, T>>);

/// The turn of the calling thread, if nobody else has it.
pub fn take<T>(cell: &'static RefCell<T>) -> Option<Turn<T>> {
    cell.try_borrow_mut().ok().map(|held| Turn(Some(held)))
}

/// Waits without the global lock until a stream was given up; for a while at most.
pub fn wait() {
    // Streams are given up by threads that hold the global lock: none is between this and the waiting.
    let seen = GIVEN_UP.load(Ordering::SeqCst);
    WAITING.fetch_add(1, Ordering::SeqCst);
    without_gil(|| futex(libc::FUTEX_WAIT, seen));
    WAITING.fetch_sub(1, Ordering::SeqCst);
}

impl<T> Drop for Turn<T> {
    fn drop(&mut self) {
        self.0 = None;
        if WAITING.load(Ordering::SeqCst) != 0 {
            GIVEN_UP.fetch_add(1, Ordering::SeqCst);
            futex(libc::FUTEX_WAKE, i32::MAX as u32);
        }
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
