//! Threads, of the C API.

use super::object;

/// `PyGILState_LOCKED`: the thread has had the lock already.
const LOCKED: i32 = 0;

/// `PyGILState_Ensure`: what `ctypes.pythonapi` calls always has the lock.
pub extern "C" fn ensure() -> i32 {
    LOCKED
}

/// `PyGILState_Release`
pub extern "C" fn release(_before: i32) {}

/// `PyThreadState_SetAsyncExc`: has the exception raised in the thread with that identification, soon. In how many
/// threads: one or none.
pub extern "C" fn set_async_exc(ident: i64, exception: u64) -> i32 {
    i32::from(crate::thread::raise_in(ident as u64, object(exception)))
}
