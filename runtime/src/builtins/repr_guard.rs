//! Containers that contain themselves: whose repr is being made now.
//!
//! The containers stand in a chain of records on the native stack, so entering costs a few stores
//! and a walk over the containers that enclose this one.

use std::cell::Cell;
use std::marker::PhantomData;

use crate::error::{PyResult, runtime_error};
use crate::thread;
use crate::value::Value;

/// Entered containers of the running thread, in a list that the collector need not see: each
/// is alive as its repr is being made.
struct Active(Cell<Vec<u64>>);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Active {}
static ACTIVE: Active = Active(Cell::new(Vec::new()));

/// Leaves the container when dropped.
pub struct Guard(PhantomData<*const ()>);

impl Drop for Guard {
    fn drop(&mut self) {
        let mut active = ACTIVE.0.take();
        active.pop();
        ACTIVE.0.set(active);
        thread::current().leave_call();
    }
}

/// Begins the repr of a container; `None` when it is being made already.
///
/// # Errors
/// RuntimeError when containers nest too deep.
pub fn enter(v: Value) -> PyResult<Option<Guard>> {
    enter_for(v, "")
}

/// As [`enter`], with what the error message says is being done.
pub fn enter_for(v: Value, doing: &str) -> PyResult<Option<Guard>> {
    let mut active = ACTIVE.0.take();
    let again = active.contains(&v.bits());
    if !again {
        active.push(v.bits());
    }
    ACTIVE.0.set(active);
    if again {
        return Ok(None);
    }
    if thread::current().enter_call().is_err() {
        let mut active = ACTIVE.0.take();
        active.pop();
        ACTIVE.0.set(active);
        thread::current().take_pending();
        return Err(runtime_error(format!("maximum recursion depth exceeded{doing}")));
    }
    Ok(Some(Guard(PhantomData)))
}
