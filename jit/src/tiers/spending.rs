//! How much compiling a program has had for its time.
//!
//! The compiling thread has a processor of its own at best, and often shares one with the program. A program whose
//! time goes to many functions, none of them for long, would have most of them compiled in vain: once much was
//! spent, only what is far hotter is compiled.

use std::sync::LazyLock;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use super::SETTINGS;
use crate::engine::{self, Tier};

/// What every program may spend.
const ADVANCE: Duration = Duration::from_millis(200);
/// A program may spend its time so far divided by this, besides.
const SHARE: u32 = 4;

/// [`patience`] once more than a third of that was spent: what is worth compiling is so after some more calls as well.
const CAREFUL: u32 = 3;
/// Once more than that was spent.
pub const PATIENT: u32 = 8;
/// And once it was twice as much.
const VERY_PATIENT: u32 = 64;

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// From here on time counts.
pub fn start() {
    LazyLock::force(&START);
}

/// What compiling takes for a node of the normalised form (0.1 to 0.3 ms were measured, for what is inlined there and
/// what is left out because it never ran).
const NODE: Duration = Duration::from_micros(150);
/// What is hot enough by the thresholds has earned about that much.
const EARNED: Duration = Duration::from_millis(20);
/// What takes longer has to be as many times as hot, up to this.
const BIG: u32 = 8;

/// How many times as hot as usual a function of so many nodes has to be to be compiled now.
pub fn patience(nodes: usize) -> u32 {
    if SETTINGS.sync.load(Ordering::Relaxed) {
        return 1;
    }
    let micros = engine::stats(Tier::Light).micros + engine::stats(Tier::Optimising).micros;
    let expected = NODE * u32::try_from(nodes).unwrap_or(u32::MAX);
    let spent = Duration::from_micros(micros) + expected;
    let may = ADVANCE + START.elapsed() / SHARE;
    let care = if spent * 3 <= may {
        1
    } else if spent <= may {
        CAREFUL
    } else if spent <= may * 2 {
        PATIENT
    } else {
        VERY_PATIENT
    };
    let size = expected.div_duration_f64(EARNED) as u32;
    care * size.clamp(1, BIG)
}
