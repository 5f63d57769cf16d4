//! Which code is compiled when, and statistics of it.

use std::cell::{Cell, RefCell};
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};

use inkwell::context::Context;
use interp::body;
use interp::tiers::Compiler as TierCompiler;
use runtime::call::Entry;
use runtime::layouts::Code;
use runtime::object::Ref;

use crate::baseline;
use crate::engine::{self, Compiler, Tier};
use crate::output::Facts;

/// Calls after which code is compiled. A call through the interpreter costs about 50 ns more than compiled; the baseline
/// about 30 µs a node once.
const CALLS: u32 = 300;
/// Loop trips after which it is.
const TRIPS: u32 = 1_000;

/// Bits of `Code::state`.
mod state {
    /// Compiled by the baseline.
    pub const BASELINE: u32 = 1;
    /// Cannot be compiled; stays in the interpreter.
    pub const FAILED: u32 = 2;
}

/// How eagerly code is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Once it is hot.
    Hot,
    /// At the first call.
    Always,
}

static OSR_ENTRIES: AtomicU64 = AtomicU64::new(0);
static THRESHOLD_CALLS: AtomicU32 = AtomicU32::new(CALLS);
static THRESHOLD_TRIPS: AtomicU32 = AtomicU32::new(TRIPS);

thread_local! {
    static COMPILER: RefCell<Option<Compiler>> = const { RefCell::new(None) };
    static TIER: Cell<Tier> = const { Cell::new(Tier::Baseline) };
}

static HOT: TierCompiler = TierCompiler {
    hot,
    call_threshold: CALLS,
};
static EAGER: TierCompiler = TierCompiler {
    hot,
    call_threshold: 1,
};

/// Installs the compiler.
pub fn install(policy: Policy) {
    match policy {
        Policy::Hot => interp::tiers::install(&HOT),
        Policy::Always => {
            THRESHOLD_CALLS.store(1, Ordering::Relaxed);
            THRESHOLD_TRIPS.store(1, Ordering::Relaxed);
            interp::tiers::install(&EAGER);
        }
    }
}

fn hot(code: Ref<Code>, calls: u32, trips: u32) -> Option<Entry> {
    if code.state.get() & state::FAILED != 0 {
        return None;
    }
    if code.state.get() & state::BASELINE == 0 {
        let due = calls >= THRESHOLD_CALLS.load(Ordering::Relaxed)
            || trips >= THRESHOLD_TRIPS.load(Ordering::Relaxed);
        if !due || !compile(code) {
            return None;
        }
    }
    if trips > 0 {
        OSR_ENTRIES.fetch_add(1, Ordering::Relaxed);
    }
    Some(code.entry.get())
}

/// Compiles a code object by the baseline; false when that fails.
fn compile(code: Ref<Code>) -> bool {
    engine::start();
    let context = Context::create();
    let unit = baseline::lower(&context, &Facts::of_runtime(), code, body::of(code));
    let done = COMPILER.with(|c| {
        let mut c = c.borrow_mut();
        c.get_or_insert_with(Compiler::new)
            .compile(unit, TIER.with(Cell::get))
    });
    match done {
        Ok(compiled) => {
            // SAFETY: the lowering made a function of this signature.
            let entry: Entry = unsafe { std::mem::transmute::<usize, Entry>(compiled.entry()) };
            // Code objects live for ever, and their code with them.
            std::mem::forget(compiled);
            code.entry.set(entry);
            code.state.set(code.state.get() | state::BASELINE);
            true
        }
        Err(_) => {
            code.state.set(code.state.get() | state::FAILED);
            false
        }
    }
}

/// Lines of statistics for `-s`, as `key: value`.
pub fn statistics() -> Vec<(String, u64)> {
    let mut out = Vec::new();
    for (name, tier) in [
        ("baseline", Tier::Baseline),
        ("light", Tier::Light),
        ("optimising", Tier::Optimising),
    ] {
        let s = engine::stats(tier);
        out.push((format!("{name}_functions"), s.functions));
        out.push((format!("{name}_compile_us"), s.micros));
        out.push((format!("{name}_code_bytes"), s.code_bytes));
    }
    out.push((
        "osr_entries".to_owned(),
        OSR_ENTRIES.load(Ordering::Relaxed),
    ));
    out
}
