//! Things that other threads, signals and the collector ask the running thread to do between nodes.
//!
//! There is one word for the process, since one thread runs at a time. It is polled at loop headers
//! and calls, in all tiers. Who asks sets it and says elsewhere what for ([`crate::gil`], [`crate::signals`],
//! the heap's queue of finalizers); who serves it looks at everything.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::error::PyResult;

static WORD: AtomicU32 = AtomicU32::new(0);

/// Asks the running thread to call [`handle`] soon; may be called from a signal handler.
pub fn ask() {
    WORD.store(1, Ordering::SeqCst);
}

/// Has somebody asked?
#[inline(always)]
pub fn is_asked() -> bool {
    WORD.load(Ordering::Relaxed) != 0
}

/// The word, for compiled code: not zero when somebody asked.
pub fn word() -> *const u32 {
    WORD.as_ptr()
}

/// Does what was asked; called when the word is set.
///
/// # Errors
/// What a signal's handler raised, or what another thread wants raised here.
#[cold]
pub fn handle() -> PyResult<()> {
    serve();
    crate::signals::run_pending_in_turn()?;
    match crate::thread::current().wanted.take() {
        Some(exception) => Err(crate::exception::raise_with(Some(exception), None, None)),
        None => Ok(()),
    }
}

/// The same for who was interrupted while it waited.
///
/// # Errors
/// What a handler of a signal raised.
pub fn handle_waiting() -> PyResult<()> {
    serve();
    crate::signals::run_pending()
}

/// Before a call that may wait for long, which what came before would not end.
///
/// # Errors
/// Those of [`handle`].
#[inline]
pub fn before_waiting() -> PyResult<()> {
    if is_asked() { handle() } else { Ok(()) }
}

fn serve() {
    // While a program traces itself, frames ask after each call whether they are to be traced.
    let t = crate::thread::current();
    let traced = t.tracing.active.get() != 0;
    let asks = traced || crate::dropped::watches() || t.wanted.get().is_some();
    WORD.store(u32::from(asks), Ordering::SeqCst);
    crate::gil::yield_if_wanted();
    if crate::heap::is_pending() {
        crate::finalizers::run_pending();
    }
}

/// The calling thread has taken the global lock: it may be the one that can serve what the one before could not.
pub(crate) fn taken_over() {
    let wanted = crate::thread::current().wanted.get().is_some();
    if wanted || crate::signals::is_pending() || crate::heap::is_pending() {
        ask();
    }
}

pub(crate) fn after_fork_in_child() {
    crate::signals::after_fork_in_child();
}
