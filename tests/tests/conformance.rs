//! Every pair of `conformance/` and `bench/` in every mode, a test each.
//!
//! `cargo test --release -p tests --test conformance -- default::lang` runs one area in one
//! mode. Expected output is CPython's, made by `make expected`.

use std::path::Path;
use tests::{check, modes::Mode, pair::PATTERN};

macro_rules! suites {
    ($($mode:ident)*) => {
        $(fn $mode(script: &Path) -> datatest_stable::Result<()> {
            let mode = Mode::named(stringify!($mode)).expect("in the list of modes");
            Ok(check::pair(script, mode)?)
        })*

        datatest_stable::harness! {
            $({ test = $mode, root = "../conformance", pattern = PATTERN },)*
            $({ test = $mode, root = "../bench", pattern = PATTERN },)*
            { test = statistics, root = "../conformance/jit", pattern = PATTERN },
        }
    };
}

fn statistics(script: &Path) -> datatest_stable::Result<()> {
    Ok(check::statistics(script)?)
}

tests::for_each_mode!(suites);
