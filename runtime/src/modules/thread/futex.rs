//! A lock in one word that any thread may release. It owns nothing, so a lock that dies needs no
//! care, and it stays as it was in the child of a fork.

use std::sync::atomic::{AtomicU32, Ordering};

const FREE: u32 = 0;
const LOCKED: u32 = 1;
/// Somebody may be waiting.
const CONTENDED: u32 = 2;

#[repr(transparent)]
#[derive(Debug)]
pub struct Futex(AtomicU32);

impl Futex {
    pub const fn new() -> Futex {
        Futex(AtomicU32::new(FREE))
    }

    /// Takes the lock if it is free.
    pub fn try_lock(&self) -> bool {
        self.0
            .compare_exchange(FREE, LOCKED, Ordering::Acquire, Ordering::Relaxed)
            .is_ok()
    }

    /// Takes the lock, waiting for it. Signals do not end the wait.
    pub fn lock(&self) {
        while self.0.swap(CONTENDED, Ordering::Acquire) != FREE {
            self.futex(libc::FUTEX_WAIT, CONTENDED);
        }
    }

    /// Frees the lock; false if it was free.
    pub fn unlock(&self) -> bool {
        match self.0.swap(FREE, Ordering::Release) {
            FREE => false,
            LOCKED => true,
            _ => {
                self.futex(libc::FUTEX_WAKE, 1);
                true
            }
        }
    }

    pub fn is_locked(&self) -> bool {
        self.0.load(Ordering::Relaxed) != FREE
    }

    fn futex(&self, operation: i32, value: u32) {
        // SAFETY: the word outlives the call; FUTEX_WAIT without a timeout, or FUTEX_WAKE.
        unsafe {
            libc::syscall(
                libc::SYS_futex,
                self.0.as_ptr(),
                operation | libc::FUTEX_PRIVATE_FLAG,
                value,
                std::ptr::null::<libc::timespec>(),
            );
        }
    }
}

impl Default for Futex {
    fn default() -> Futex {
        Futex::new()
    }
}
