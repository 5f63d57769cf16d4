//! Which code is compiled when, and statistics of it.
//!
//! The interpreter counts calls and loop trips. What is hot is compiled by the optimising tier, on a thread of its
//! own, from a snapshot, with little help of LLVM at first, and again with all of it once much time was seen to be
//! spent there ([`sampler`]). What that cannot compile, or what keeps failing its guards, goes to the baseline. A version whose
//! guards fail often is taken out of use, and what was learned meanwhile makes the next one wider.

mod queue;
mod sampler;
mod spending;
mod state;

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};

use interp::tiers::Compiler as TierCompiler;
use runtime::call::Entry;
use runtime::frame::Frame;

use crate::engine::{self, Tier};
use crate::opt::exits::Exits;
use crate::output::{FORCIBLE, was_forced};

/// Calls after which a function is optimised.
const CALLS: u32 = 2_000;
/// Calls beyond those between two questions.
const ASKING: u32 = 16;
/// Loop trips after which it is.
const TRIPS: u32 = 4_000;

/// How eagerly code is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Optimised once it is hot.
    Hot,
    /// By the baseline, at the first call.
    Baseline,
    /// Optimised at the second call: the first one tells what there is to optimise.
    Highest,
}

/// What the command line and the environment ask for.
struct Settings {
    baseline: AtomicBool,
    highest: AtomicBool,
    sync: AtomicBool,
    verbose: AtomicBool,
    stress: AtomicBool,
    each: AtomicBool,
    plain: AtomicBool,
    calls: AtomicU32,
    trips: AtomicU32,
}

static SETTINGS: Settings = Settings {
    baseline: AtomicBool::new(false),
    highest: AtomicBool::new(false),
    sync: AtomicBool::new(false),
    verbose: AtomicBool::new(false),
    stress: AtomicBool::new(false),
    each: AtomicBool::new(false),
    plain: AtomicBool::new(false),
    calls: AtomicU32::new(CALLS),
    trips: AtomicU32::new(TRIPS),
};

static OSR_ENTRIES: AtomicU64 = AtomicU64::new(0);
static INVALIDATED: AtomicU64 = AtomicU64::new(0);
/// Guards that have failed though they held, to be tested once each.
static FORCED: AtomicU64 = AtomicU64::new(0);
/// Exits by reason.
static EXITS: [AtomicU64; 4] = [const { AtomicU64::new(0) }; 4];

static HOT: TierCompiler = TierCompiler {
    hot,
    call_threshold: CALLS,
    keeps_registers: false,
};
/// The baseline's.
static EAGER: TierCompiler = TierCompiler {
    hot,
    call_threshold: 1,
    keeps_registers: true,
};
static SECOND: TierCompiler = TierCompiler {
    hot,
    call_threshold: 2,
    keeps_registers: false,
};

/// Installs the compiler.
pub fn install(policy: Policy) {
    let set = |name: &str| std::env::var_os(name).is_some_and(|v| v != "0" && !v.is_empty());
    SETTINGS
        .sync
        .store(set("PYSTON_JIT_SYNC"), Ordering::Relaxed);
    SETTINGS
        .verbose
        .store(set("PYSTON_JIT_LOG"), Ordering::Relaxed);
    if set("PYSTON_DEOPT_STRESS") {
        SETTINGS.stress.store(true, Ordering::Relaxed);
        crate::opt::reset_stress(3);
    }
    SETTINGS
        .each
        .store(set("PYSTON_DEOPT_EACH"), Ordering::Relaxed);
    SETTINGS
        .plain
        .store(set("PYSTON_JIT_PLAIN"), Ordering::Relaxed);
    if set("PYSTON_PERF_MAP") {
        engine::enable_perf_map();
    }
    engine::set_exit_hook(crate::opt::exits::leave);
    spending::start();
    match policy {
        // What is to be compiled sooner must be asked for sooner.
        Policy::Hot if number("PYSTON_JIT_CALLS").is_some() => interp::tiers::install(&SECOND),
        Policy::Hot => interp::tiers::install(&HOT),
        Policy::Baseline => {
            SETTINGS.baseline.store(true, Ordering::Relaxed);
            SETTINGS.calls.store(1, Ordering::Relaxed);
            SETTINGS.trips.store(1, Ordering::Relaxed);
            interp::tiers::install(&EAGER);
        }
        Policy::Highest => {
            SETTINGS
                .highest
                .store(!set("PYSTON_JIT_LIGHT"), Ordering::Relaxed);
            SETTINGS.sync.store(true, Ordering::Relaxed);
            SETTINGS.calls.store(2, Ordering::Relaxed);
            SETTINGS.trips.store(32, Ordering::Relaxed);
            interp::tiers::install(&SECOND);
        }
    }
    if let Some(calls) = number("PYSTON_JIT_CALLS") {
        SETTINGS.calls.store(calls, Ordering::Relaxed);
        SETTINGS.trips.store(calls, Ordering::Relaxed);
    }
    if let Some(trips) = number("PYSTON_JIT_TRIPS") {
        SETTINGS.trips.store(trips, Ordering::Relaxed);
    }
}

/// The folder whose code is never compiled.
static SKIPPED: std::sync::OnceLock<Box<[u8]>> = std::sync::OnceLock::new();

/// Leaves what is in that folder to the interpreter.
pub fn skip(folder: &[u8]) {
    SKIPPED.get_or_init(|| folder.into());
}

fn is_skipped(frame: &Frame) -> bool {
    let Some(folder) = SKIPPED.get() else {
        return false;
    };
    let code = frame.code.get();
    let skipped = code.filename.get().bytes().starts_with(folder);
    if skipped {
        code.state.set(code.state.get() | state::NEVER);
    }
    skipped
}

/// A number from the environment.
fn number(name: &str) -> Option<u32> {
    std::env::var(name).ok()?.parse().ok()
}

fn hot(frame: &Frame, entry: u32, calls: u32, trips: u32) -> Option<Entry> {
    if frame.code.get().state.get() & state::NEVER != 0 {
        return None;
    }
    let (enough_calls, enough_trips) = (
        SETTINGS.calls.load(Ordering::Relaxed),
        SETTINGS.trips.load(Ordering::Relaxed),
    );
    if calls < enough_calls && trips < enough_trips {
        return None;
    }
    // By the usual thresholds, what has to wait asks from time to time only.
    if enough_calls == CALLS && calls > CALLS && !calls.is_multiple_of(ASKING) {
        return None;
    }
    if is_skipped(frame) {
        return None;
    }
    let found = state::entry_for(frame, entry, trips, || {
        let times = spending::patience(state::nodes_of(frame.code.get()));
        calls >= enough_calls.saturating_mul(times) || trips >= enough_trips.saturating_mul(times)
    });
    if found.is_some() && entry != 0 {
        OSR_ENTRIES.fetch_add(1, Ordering::Relaxed);
    }
    found
}

/// Optimised code was left through an exit.
pub fn left(exits: &Exits, id: u32) {
    if was_forced() {
        FORCED.fetch_add(1, Ordering::Relaxed);
        return;
    }
    let info = &exits.infos[id as usize];
    EXITS[info.reason as usize].fetch_add(1, Ordering::Relaxed);
    if SETTINGS.stress.load(Ordering::Relaxed) {
        // Any sequence without a short period will do.
        let n = EXITS.iter().map(|e| e.load(Ordering::Relaxed)).sum::<u64>();
        crate::opt::reset_stress((n.wrapping_mul(2_654_435_761) >> 7) as i32 & 63);
        if n % 5 != 0 {
            return;
        }
    }
    state::failed(exits.version, id, info);
}

/// Lines of statistics for `-s`, as `key: value`.
pub fn statistics() -> Vec<(String, u64)> {
    let mut out = Vec::new();
    for (name, tier) in [
        ("baseline", Tier::Baseline),
        ("plain", Tier::Plain),
        ("light", Tier::Light),
        ("optimising", Tier::Optimising),
    ] {
        let s = engine::stats(tier);
        out.push((format!("{name}_functions"), s.functions));
        out.push((format!("{name}_compile_us"), s.micros));
        out.push((format!("{name}_code_bytes"), s.code_bytes));
    }
    let read = |n: &AtomicU64| n.load(Ordering::Relaxed);
    out.push(("osr_entries".to_owned(), read(&OSR_ENTRIES)));
    out.push(("deopts".to_owned(), read(&EXITS[0]) + read(&EXITS[1])));
    for (name, n) in ["guard", "cold", "raised", "interrupt"].iter().zip(&EXITS) {
        out.push((format!("exits_{name}"), read(n)));
    }
    out.push(("exits_forced".to_owned(), read(&FORCED)));
    out.push(("exits_forcible".to_owned(), read(&FORCIBLE)));
    out.push(("invalidations".to_owned(), read(&INVALIDATED)));
    let optimised: u64 = [Tier::Plain, Tier::Light, Tier::Optimising]
        .iter()
        .map(|tier| engine::stats(*tier).functions)
        .sum();
    out.push(("optimised_compiles".to_owned(), optimised));
    out
}
