//! Starting LLVM where the executable left out its static constructors.
//!
//! The executable may be linked so that LLVM's constructors (they register thousands of options, and
//! touch 20 MB of code) do not run at the start of each process, but when something is compiled for the
//! first time. Who links it so says where they are.

use std::sync::Once;
use std::sync::atomic::{AtomicPtr, Ordering};

type Constructor = unsafe extern "C" fn();

static FIRST: AtomicPtr<Constructor> = AtomicPtr::new(std::ptr::null_mut());
static LAST: AtomicPtr<Constructor> = AtomicPtr::new(std::ptr::null_mut());

/// Says that LLVM's constructors have not run.
///
/// # Safety
/// The bounds are those of an array of constructors, in their order, that nothing else runs.
pub unsafe fn set_late_constructors(first: *const Constructor, end: *const Constructor) {
    FIRST.store(first.cast_mut(), Ordering::Relaxed);
    LAST.store(end.cast_mut(), Ordering::Relaxed);
}

/// Makes LLVM usable; before anything else of it is called. Once per process, cheap afterwards.
pub fn start() {
    static START: Once = Once::new();
    START.call_once(|| {
        let mut at = FIRST.load(Ordering::Relaxed).cast_const();
        let end = LAST.load(Ordering::Relaxed).cast_const();
        while at < end {
            // SAFETY: `set_late_constructors` was promised an array of constructors.
            unsafe {
                (*at)();
                at = at.add(1);
            }
        }
        // They are not used again.
        super::occupied::give_back();
    });
}
