//! When code moves up a tier.
//!
//! The interpreter counts calls and loop trips; at the thresholds it asks the compiler, which a layer above
//! installs, for something better to run.

use std::cell::Cell;

use runtime::call::Entry;
use runtime::frame::Frame;

/// Loop trips between two questions, minus 1 (a power of two keeps the test cheap).
pub const LOOP_MASK: u32 = 31;

/// What decides about compilation.
pub struct Compiler {
    /// Called when code was called `calls` times or looped `trips` times in this tier: compiled code to
    /// go on with at an entry (0 for a call, a loop's resume point), if there is any yet.
    pub hot: fn(frame: &Frame, entry: u32, calls: u32, trips: u32) -> Option<Entry>,
    /// Calls after which `hot` is asked.
    pub call_threshold: u32,
    /// All code that it makes keeps everything in the frame's registers between nodes, as the interpreter does.
    pub keeps_registers: bool,
}

struct Installed(Cell<Option<&'static Compiler>>);
// SAFETY: written once at start-up.
unsafe impl Sync for Installed {}
static COMPILER: Installed = Installed(Cell::new(None));

/// Installs the compiler.
pub fn install(c: &'static Compiler) {
    COMPILER.0.set(Some(c));
}

/// Does all compiled code keep everything in the frame's registers between nodes?
pub fn keeps_registers() -> bool {
    COMPILER.0.get().is_some_and(|c| c.keeps_registers)
}

/// Counts a call.
#[inline(always)]
pub fn count_call(frame: &Frame) -> Option<Entry> {
    let code = frame.code.get();
    let n = code.counter.get() + 1;
    code.counter.set(n);
    let c = COMPILER.0.get()?;
    if n >= c.call_threshold {
        (c.hot)(frame, 0, n, 0)
    } else {
        None
    }
}

/// A loop was gone round `trips` times.
#[cold]
pub fn count_loop(frame: &Frame, entry: u32, trips: u32) -> Option<Entry> {
    (COMPILER.0.get()?.hot)(frame, entry, 0, trips)
}
