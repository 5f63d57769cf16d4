//! Waiting for what a dead object may be holding back.
//!
//! Where references are counted, a pipe or a socket is closed when its last name goes, and who reads its other end
//! gets the end of the data. Here it is closed by a collection, which a program that waits for just that would never
//! come to. So a wait for a descriptor is interrupted, after a moment, for a collection; where that closes nothing
//! the next waits are left alone for longer and longer.

use std::cell::Cell;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::gil::without_gil;

/// How long a wait takes before it is worth a collection.
const MOMENT: Duration = Duration::from_millis(5);
/// The most that it is, after collections that have found nothing.
const LONGEST: Duration = Duration::from_secs(10);

thread_local! {
    static PATIENCE: Cell<Duration> = const { Cell::new(MOMENT) };
}
/// Descriptors that were closed because their owners were dead.
static CLOSED: AtomicU64 = AtomicU64::new(0);

/// Notes that a dead object's descriptor is closed.
pub fn note_closed() {
    CLOSED.fetch_add(1, Ordering::Relaxed);
}

/// Called before a call that would wait for data of a descriptor: waits a moment for it, and collects if there is none
/// yet. The call is to follow in any case, unless this is an error.
///
/// # Errors
/// `EINTR`: a signal has come, as if the call had been interrupted.
// Its own frame, which is there during the collection, has hardly a word.
#[inline(never)]
pub fn before_reading(fd: i32) -> Result<(), i32> {
    if ready(fd, Duration::ZERO)? || !blocks(fd) {
        return Ok(());
    }
    // What is waited for may be the end of an object that calls before this one had in hand.
    crate::heap::overwrite_below::<2048>();
    wait(fd)
}

/// Waits for data, and collects after a moment.
#[inline(never)]
fn wait(fd: i32) -> Result<(), i32> {
    loop {
        let patience = PATIENCE.get();
        if ready(fd, patience)? {
            return Ok(());
        }
        let closed = || CLOSED.load(Ordering::Relaxed);
        let before = closed();
        let collected = crate::heap::collect_when_idle(f64::INFINITY);
        PATIENCE.set(if closed() == before {
            (patience * 2).min(LONGEST)
        } else {
            MOMENT
        });
        // One that came meanwhile would not end the call that follows.
        if crate::signals::is_pending()
            && crate::signals::in_main_thread()
            && !crate::signals::goes_on()
        {
            return Err(libc::EINTR);
        }
        // What other threads do may let go of more.
        if collected && !crate::gil::is_shared() {
            return Ok(());
        }
    }
}

/// Is there something to read, or no sense in waiting for it, within that time?
#[inline(never)]
fn ready(fd: i32, limit: Duration) -> Result<bool, i32> {
    let mut poll = libc::pollfd {
        fd,
        events: libc::POLLIN,
        revents: 0,
    };
    let millis = i32::try_from(limit.as_millis()).unwrap_or(i32::MAX);
    // SAFETY: one descriptor in a local.
    let mut wait = || unsafe { libc::poll(&mut poll, 1, millis) };
    let n = match limit {
        Duration::ZERO => wait(),
        _ => without_gil(wait),
    };
    if n < 0 {
        let errno = std::io::Error::last_os_error().raw_os_error();
        return match errno {
            // The system never goes on with a poll; with the call that follows it may.
            Some(libc::EINTR) if crate::signals::goes_on() => Ok(false),
            Some(libc::EINTR) => Err(libc::EINTR),
            _ => Ok(true),
        };
    }
    Ok(n > 0)
}

fn blocks(fd: i32) -> bool {
    // SAFETY: a call without memory arguments.
    let flags = unsafe { libc::fcntl(fd, libc::F_GETFL) };
    flags >= 0 && flags & libc::O_NONBLOCK == 0
}
