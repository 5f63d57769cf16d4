//! Things that other threads and signals ask the running thread to do between nodes.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::{PyResult, raise_value};
use crate::thread;

static SIGINT: AtomicBool = AtomicBool::new(false);

extern "C" fn on_sigint(_signal: i32) {
    SIGINT.store(true, Ordering::SeqCst);
    thread::request_interrupt();
}

/// Makes SIGINT raise KeyboardInterrupt.
pub fn install() {
    // SAFETY: the handler only stores to memory that is always there.
    unsafe {
        libc::signal(libc::SIGINT, on_sigint as *const () as libc::sighandler_t);
    }
}

/// Does what was asked; called when [`thread::Thread::interrupt`] is set.
///
/// # Errors
/// KeyboardInterrupt, or what a handler raised.
pub fn handle() -> PyResult<()> {
    thread::current().interrupt.set(0);
    crate::finalizers::run_pending();
    if SIGINT.swap(false, Ordering::SeqCst) {
        return Err(raise_value(
            crate::types::KEYBOARD_INTERRUPT.get().into(),
            None,
        ));
    }
    Ok(())
}
