//! Things that other threads and signals ask the running thread to do between nodes.

use crate::error::PyResult;
use crate::thread;

/// Does what was asked; called when [`thread::Thread::interrupt`] is set.
///
/// # Errors
/// What a handler raised.
pub fn handle() -> PyResult<()> {
    thread::current().interrupt.set(0);
    crate::finalizers::run_pending();
    Ok(())
}
