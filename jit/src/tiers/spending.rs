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

/// How many times as hot as usual something has to be to be compiled now.
pub fn patience() -> u32 {
    if SETTINGS.sync.load(Ordering::Relaxed) {
        return 1;
    }
    let micros = engine::stats(Tier::Light).micros + engine::stats(Tier::Optimising).micros;
    let spent = Duration::from_micros(micros);
    let may = ADVANCE + START.elapsed() / SHARE;
    if spent * 3 <= may {
        1
    } else if spent <= may {
        CAREFUL
    } else if spent <= may * 2 {
        PATIENT
    } else {
        VERY_PATIENT
    }
}
