//! Which ways through rows ran, in which tier.
//!
//! `PYSTON_COVERAGE=FILE` appends to the file, at the end of the process, a line `TIER WAY` for each way that ran
//! (`runtime::ops::WAYS`). Compiled code notes it in a word a way, by instructions that it has only then. The interpreter
//! always notes in a node's profile which way it took; under `-I` nobody else does, and the words are read off.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fmt::Write;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use interp::body;
use interp::normal::Semantics;
use runtime::ops::WAYS;

use crate::transfer::{self, CASE_SHIFT, LAST_BIT, LAST_PLAN_BIT};

/// Tiers that compile.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tier {
    /// Every node as it stands.
    Baseline,
    /// With speculation.
    Optimising,
}

static ENABLED: AtomicBool = AtomicBool::new(false);
static WORDS: OnceLock<[Vec<AtomicU32>; 2]> = OnceLock::new();

/// Begins to count, if the environment asks for it: the file to write to at the end.
pub fn start() -> Option<OsString> {
    let file = std::env::var_os("PYSTON_COVERAGE").filter(|f| !f.is_empty())?;
    body::list_all();
    ENABLED.store(true, Ordering::Relaxed);
    Some(file)
}

/// Is it counted?
pub fn enabled() -> bool {
    ENABLED.load(Ordering::Relaxed)
}

fn words() -> &'static [Vec<AtomicU32>; 2] {
    let zeros = || WAYS.iter().map(|_| AtomicU32::new(0)).collect();
    WORDS.get_or_init(|| [zeros(), zeros()])
}

/// Where code of a tier notes that a way ran.
pub fn word(tier: Tier, way: usize) -> usize {
    words()[tier as usize][way].as_ptr() as usize
}

/// The way that calling a runtime function is: of the row that names it for what its cases leave.
pub fn way_of_hook(name: &str) -> Option<usize> {
    static WAY_OF: OnceLock<HashMap<&'static str, usize>> = OnceLock::new();
    let ways = WAY_OF.get_or_init(|| {
        let slow = transfer::OPERATORS.iter().filter_map(|o| {
            let hook = o.slow?;
            Some((hook.info().name, o.first_way + o.cases.len()))
        });
        let plan = transfer::PROTOCOLS.iter().map(|p| {
            let last = p.first_way + p.cases.len() + p.kinds.len();
            (p.plan.info().name, last)
        });
        slow.chain(plan).collect()
    });
    ways.get(name).copied()
}

/// Ways that the interpreter's profiles tell of.
fn interpreted() -> Vec<bool> {
    let mut ran = vec![false; WAYS.len()];
    for body in body::listed() {
        let Some(feedback) = body.feedback_if_any() else {
            continue;
        };
        for (node, profile) in body.normal().nodes.iter().zip(&feedback.profiles) {
            let profile = profile.get();
            // The bits of a protocol are few: the last kinds of entries share one, the plan has its own.
            let mut last = usize::MAX;
            let mut plan = usize::MAX;
            let (first, bits, word) = match node.op.facts().semantics {
                Semantics::Operator(name) => {
                    let row = transfer::OPERATORS.iter().find(|r| r.name == name);
                    let row = row.expect("nodes.toml was checked");
                    let bits = row.cases.len() + usize::from(row.slow.is_some());
                    (row.first_way, bits, profile)
                }
                Semantics::Protocol(name) => {
                    let row = transfer::PROTOCOLS.iter().find(|r| r.name == name);
                    let row = row.expect("nodes.toml was checked");
                    let bits = row.cases.len() + row.kinds.len() + 1;
                    last = LAST_BIT;
                    plan = if row.kinds.is_empty() {
                        LAST_BIT
                    } else {
                        LAST_PLAN_BIT
                    };
                    (row.first_way, bits, profile >> CASE_SHIFT)
                }
                _ => continue,
            };
            for bit in 0..bits {
                let most = if bit + 1 == bits { plan } else { last };
                ran[first + bit] |= word & 1 << bit.min(most) != 0;
            }
        }
    }
    ran
}

/// Writes what ran, at the end of the process.
pub fn write(file: &OsString, interpreter: bool) -> std::io::Result<()> {
    let mut text = String::new();
    let mut tier = |name: &str, ran: &dyn Fn(usize) -> bool| {
        for (way, of) in WAYS.iter().enumerate().filter(|(way, _)| ran(*way)) {
            let _ = (way, writeln!(text, "{name} {of}"));
        }
    };
    if interpreter {
        let ran = interpreted();
        tier("interpreter", &|way| ran[way]);
    } else {
        let [baseline, optimising] = words();
        tier("baseline", &|way| {
            baseline[way].load(Ordering::Relaxed) != 0
        });
        tier("optimising", &|way| {
            optimising[way].load(Ordering::Relaxed) != 0
        });
    }
    let mut file = std::fs::File::options()
        .append(true)
        .create(true)
        .open(file)?;
    std::io::Write::write_all(&mut file, text.as_bytes())
}
