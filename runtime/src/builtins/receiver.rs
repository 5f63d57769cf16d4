//! Receivers of slots, and objects that are made once.

use std::cell::Cell;

use crate::error::{Raised, type_error};
use crate::heap::Handle;
use crate::value::Value;

/// A slot was called with a receiver of another type. Slot wrappers and dispatch test receivers, so
/// this is a defect, but one that must not crash.
#[cold]
pub fn wrong(expected: &str, got: Value) -> Raised {
    type_error(format!(
        "a '{expected}' object is required, not '{}'",
        crate::attr::type_name(got)
    ))
}

/// An object that is made when first needed and then stays.
pub struct Lasting(Cell<Option<Value>>);

// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Lasting {}

impl Lasting {
    pub const fn new() -> Lasting {
        Lasting(Cell::new(None))
    }

    /// The object.
    #[inline]
    pub fn get(&self, make: impl FnOnce() -> Value) -> Value {
        match self.0.get() {
            Some(v) => v,
            None => {
                let v = make();
                std::mem::forget(Handle::new(v.bits()));
                self.0.set(Some(v));
                v
            }
        }
    }
}

impl Default for Lasting {
    fn default() -> Self {
        Self::new()
    }
}
