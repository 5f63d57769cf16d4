//! How much compiling a program has had for its time.
//!
//! The compiling thread has a processor of its own at best, and often shares one with the program. A program whose
//! time goes to many functions, none of them for long, would have most of them compiled in vain: once much was
//! spent, only what is far hotter is compiled.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};
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

/// The part of a processor that the compiling thread had of late, in thousandths; 0 before it is known.
static SHARE_OF_PROCESSOR: AtomicU32 = AtomicU32::new(0);
/// Less than that says that others wait for the same processor.
const ALONE: u32 = 900;
/// And that, that the program is one of them.
const HALF: u32 = 500;
/// How many times as hot code has to be where the program and the compiler share one processor between them: what
/// compiling takes is lost to the program then, where it costs nothing otherwise.
const CROWDED: u32 = 32;

/// The compiling thread had `used` of a processor in `passed`.
pub fn compiled(used: Duration, passed: Duration) {
    if passed.is_zero() {
        return;
    }
    let now = (used.div_duration_f64(passed) * 1000.0).clamp(1.0, 1000.0) as u32;
    let before = SHARE_OF_PROCESSOR.load(Ordering::Relaxed);
    let share = if before == 0 { now } else { (before + now) / 2 };
    SHARE_OF_PROCESSOR.store(share, Ordering::Relaxed);
}

/// Is it known how much of a processor compiling gets?
pub fn is_measured() -> bool {
    SHARE_OF_PROCESSOR.load(Ordering::Relaxed) != 0
}

/// How many times as hot code has to be for the crowd at the processors, from 1 to [`CROWDED`].
pub fn crowd() -> u32 {
    static ONE: LazyLock<bool> =
        LazyLock::new(|| std::thread::available_parallelism().is_ok_and(|n| n.get() == 1));
    if *ONE {
        return CROWDED;
    }
    times_for(SHARE_OF_PROCESSOR.load(Ordering::Relaxed))
}

/// The same for a share.
fn times_for(share: u32) -> u32 {
    if share == 0 || share >= ALONE {
        return 1;
    }
    let lost = f64::from(ALONE - share) / f64::from(ALONE - HALF);
    (1.0 + lost * lost * f64::from(CROWDED)).min(f64::from(CROWDED)) as u32
}

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
    (care * size.clamp(1, BIG)).max(crowd())
}

#[cfg(test)]
mod tests {
    use super::{ALONE, CROWDED, HALF, times_for};

    #[test]
    fn the_less_of_a_processor_there_is_the_more_patience() {
        assert_eq!(times_for(0), 1);
        assert_eq!(times_for(1000), 1);
        assert_eq!(times_for(ALONE), 1);
        assert_eq!(times_for(HALF), CROWDED);
        assert_eq!(times_for(1), CROWDED);
        assert!((HALF..ALONE).is_sorted_by(|a, b| times_for(*a) >= times_for(*b)));
        assert!((2..CROWDED).contains(&times_for(700)));
    }
}
