//! Tier 3: code specialised for what was seen.
//!
//! [`snapshot`] copies code and feedback, [`build`] makes a graph ([`ir`]) of it, inlining Python functions,
//! [`types`] finds types and how each node is to be performed ([`wide`]: expressions of big ints), [`effects`] which contexts need frames, [`lower`]
//! makes code through the tables' emitters. Where a guard fails, [`exits`] rebuilds the interpreter's frames.

pub mod build;
pub mod effects;
pub mod exits;
pub mod fields;
mod hooks;
pub mod ir;
pub mod lower;
mod prune;
pub mod snapshot;
pub mod types;
pub mod wide;

use std::sync::atomic::{AtomicI32, Ordering};

use inkwell::context::Context;

use crate::engine::{Code, Compiler, Tier};
use crate::output::Facts;
use build::{Apart, Calls, Inlining};
use exits::Exits;
use snapshot::Snapshot;

static STRESS: AtomicI32 = AtomicI32::new(0);

/// The counter that makes guards fail on purpose, once it has come down to 0.
pub fn stress_counter() -> usize {
    STRESS.as_ptr() as usize
}

/// How many guards hold until the next one fails on purpose.
pub fn reset_stress(n: i32) {
    STRESS.store(n, Ordering::Relaxed);
}

/// Instructions of a graph: about a second of LLVM's time. A bigger function is compiled without inlining, or
/// stays in the lower tiers.
const MAX_INSTS: usize = 1_500;

/// Which guards are to fail although they hold.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stress {
    /// Some, now and then.
    pub some: bool,
    /// Each one, once.
    pub each: bool,
}

/// Units up to this size ([`Unit::size`](crate::output::Unit::size)) get all of LLVM at once: it takes about as long.
const SMALL: usize = 250;

/// A request to compile.
pub struct Job {
    /// What was seen.
    pub shot: Snapshot,
    /// Entries that the code is to have.
    pub entries: Vec<u32>,
    /// Whether what was never seen may be left out.
    pub speculate: bool,
    /// Guards that fail on purpose.
    pub stress: Stress,
    /// The version's number.
    pub version: usize,
    /// How much LLVM is to do about it.
    pub tier: Tier,
}

/// Finds types and plans.
fn find_types(g: &mut ir::Graph, job: &Job) {
    let mut wide = wide::find(g, &job.shot, job.speculate);
    let untyped = g.types.clone();
    loop {
        types::Typer::new(g, &job.shot, job.speculate, &wide).run();
        if !wide.drop_others(g) {
            return;
        }
        g.types.clone_from(&untyped);
    }
}

/// The graph with its types, plans and frames.
///
/// Which of the inlined functions need frames is only known then. Of those the big ones are not inlined after all, but
/// for a part at their start that returns without a need for one: the end of a recursion, or what is known already.
fn graph(job: &Job) -> Result<ir::Graph, String> {
    let with = |inlining: Inlining<'_>| {
        build::build(&job.shot, &job.entries, job.speculate, inlining).map_err(|e| e.0.to_owned())
    };
    let mut apart = Calls::new();
    loop {
        let mut g = with(Inlining::AllBut(&apart))?;
        if g.insts.len() > MAX_INSTS {
            g = with(Inlining::Nothing)?;
        }
        if g.insts.len() > MAX_INSTS {
            return Err(format!("too big: {} instructions", g.insts.len()));
        }
        find_types(&mut g, job);
        effects::frames(&mut g, &job.shot);
        let mut done = true;
        for (c, ctx) in g
            .ctxs
            .iter()
            .enumerate()
            .skip(1)
            .filter(|(_, ctx)| ctx.framed)
        {
            let c = ir::C(c as u32);
            let big = job.shot.units[ctx.unit].normal.nodes.len() > framed_nodes(job.tier);
            let how = if ctx.apart {
                // Types are not what they were, and it would have two frames.
                Some(Apart::Whole)
            } else if big || g.recursion(c, ctx.unit) > 1 {
                match effects::leaf(&g, &job.shot, c) {
                    Some(ends) => Some(Apart::From(ends.into())),
                    None => big.then_some(Apart::Whole),
                }
            } else {
                None
            };
            if let Some(how) = how {
                apart.insert(g.path(c, None), how);
                done = false;
            }
        }
        if done {
            return Ok(g);
        }
    }
}

/// Nodes of a function up to which it stays inlined although it needs a frame. Not much is saved then: the frame is made
/// by the caller anyway. Without a limit there was up to twice as much code, which was no faster.
fn framed_nodes(tier: Tier) -> usize {
    match tier {
        Tier::Optimising => 30,
        _ => 10,
    }
}

/// Compiles; an error says why not.
pub fn compile(compiler: &mut Compiler, facts: &Facts, job: &Job) -> Result<Code, String> {
    let g = graph(job)?;
    match finish(compiler, facts, job, &g, job.tier) {
        // Perhaps there were not registers enough.
        Err(_) if job.tier == Tier::Plain => finish(compiler, facts, job, &g, Tier::Light),
        done => done,
    }
}

/// Makes code of the finished graph.
fn finish(
    compiler: &mut Compiler,
    facts: &Facts,
    job: &Job,
    g: &ir::Graph,
    tier: Tier,
) -> Result<Code, String> {
    let name: String = job.shot.units[0]
        .name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect();
    crate::engine::start();
    let context = Context::create();
    let (unit, infos) = lower::lower(
        &context,
        facts,
        g,
        &job.shot,
        &format!("py_{name}"),
        job.stress,
    );
    if std::env::var_os("PYSTON_DUMP_IR").is_some() {
        eprintln!("{}", unit.ir());
    }
    let tier = match tier {
        Tier::Light if unit.size() <= SMALL => Tier::Optimising,
        tier => tier,
    };
    let code = compiler.compile(unit, tier).map_err(|e| e.to_string())?;
    code.set_owner(Box::new(Exits {
        infos,
        version: job.version,
    }));
    Ok(code)
}
