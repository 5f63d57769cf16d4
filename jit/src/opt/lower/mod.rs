//! From the graph to machine code's `Output`.
//!
//! Values are held as their types say: ints, floats and bools that are proved are unboxed. Guards leave with the
//! registers of the node's state. What others may look at while a call is under way is kept in the frame's memory:
//! before a node that may run Python, variables whose values have changed are stored there ([`Lowering::sync`]).

mod calls;
mod control;
mod flow;
mod frames;
mod rows;

use std::collections::HashMap;
use std::rc::Rc;

use inkwell::context::Context;
use interp::normal::{Op, Role, Semantics};
use runtime::layouts::{FieldId, LayoutId, Repr, TypeMask};
use runtime::ops::{HookId, Protocol, call_kind};

use super::Stress;
use super::effects::may_call;
use super::exits::{ExitFrame, ExitInfo, Reason};
use super::fields::*;
use super::ir::*;
use super::snapshot::{Callee, FunctionShot, Given, Snapshot, UnitShot};
use super::types::{Fail, Plan, Ty, arguments, may_enter, operator_of, protocol_of};
use crate::baseline::hooks;
use crate::coverage;
use crate::emit::{self, Prims};
use crate::output::{
    ADDRESS, Block as Code, CellSource, ENTRY, Exit, Facts, FrameFacts, Hook, Likely, Operand,
    Output, Phi, Signature, Unit,
};
use crate::transfer::{self, CaseInfo};

/// Words of a frame record.
const FRAME_WORDS: usize = size_of::<runtime::frame::Frame>() / 8;

/// Variables whose values the frames in memory show. Shared by the places that it holds at.
type Synced = Rc<HashMap<(C, u32), V>>;

/// Where a node's exception goes first: the frames in memory are made to show the node's state.
struct Landing {
    inst: I,
    block: Code,
    /// What they show of it already.
    synced: Synced,
}

/// The newest exit: guards of one node mostly leave with the same.
struct LastExit {
    reason: Reason,
    live: Box<[Operand]>,
    frames: Vec<ExitFrame>,
    exit: Exit,
}

impl LastExit {
    fn is(&self, reason: Reason, live: &[Operand], frames: &[ExitFrame]) -> bool {
        self.reason == reason
            && self.frames == frames
            && self.live.len() == live.len()
            && self.live.iter().zip(live).all(|(a, b)| a.is(b))
    }
}

/// What is done about an exception, once frames show everything: what nodes have in common.
#[derive(PartialEq, Eq, Hash)]
struct Raised {
    ctx: C,
    /// Does the context's frame get a traceback entry?
    entry: bool,
    /// The handler, and the values of its parameters.
    handler: Option<(B, Vec<V>)>,
}

pub(super) struct Lowering<'a, 'c> {
    o: Output<'c>,
    g: &'a Graph,
    shot: &'a Snapshot,
    vals: Vec<Option<Operand>>,
    blocks: Vec<Option<Code>>,
    phis: Vec<Vec<Phi>>,
    /// Frames and their registers, of contexts that have them in memory.
    frames: Vec<Option<(Operand, Operand)>>,
    thread: Operand,
    values: Operand,
    outs: Operand,
    exits: Vec<ExitInfo>,
    last_exit: Option<LastExit>,
    landings: Vec<Landing>,
    /// Where exceptions are handled or leave, each with an instruction that may come there.
    raised: HashMap<Raised, Code>,
    raising: Vec<(I, Code)>,
    /// Do the frames in memory show the state of the instruction at hand?
    shown: bool,
    /// Did nothing run since the word was looked at that could have begun to trace?
    quiet: bool,
    /// May the function have made something whose death somebody waits for? Then the interpreter looks at its end.
    makes_waited: bool,
    synced: Synced,
    /// What frames show on the edges so far to blocks that are not lowered yet.
    incoming: Vec<Vec<Synced>>,
    lowered: Vec<bool>,
    /// What loops assume, for the edges back to them.
    assumed: Vec<Option<Synced>>,
    /// Parameters of loops that the frames show when a round begins.
    kept: Vec<Vec<u32>>,
    preds: Vec<Vec<B>>,
    stress: bool,
}

/// Lowers a typed graph; the exits in the order of their numbers.
pub fn lower<'c>(
    context: &'c Context,
    facts: &Facts,
    g: &Graph,
    shot: &Snapshot,
    name: &str,
    stress: Stress,
) -> (Unit<'c>, Vec<ExitInfo>) {
    let mut o = Output::new(context, facts, name, &ENTRY);
    o.count_ways(coverage::Tier::Optimising);
    if stress.each {
        o.fail_each_guard();
    }
    let frame = o.param(0, Repr::Frame, TypeMask::ANY);
    let entry = o.param(1, Repr::U32, TypeMask::ANY);
    let most = g.insts.iter().map(|i| i.args.len()).max().unwrap_or(0) + 1;
    let most_outs = g
        .insts
        .iter()
        .map(|i| i.outs.len())
        .max()
        .unwrap_or(0)
        .max(2);
    let values = o.stack_buffer(most);
    let outs = o.stack_buffer(most_outs);
    let regs = o.load(&frame, &FRAME_REGS);
    let regs = o.convert(&regs, ADDRESS);
    let cell = o.address(shot.thread_cell, ADDRESS);
    let thread = o.load(&cell, &field("thread", 0, 8, crate::output::Store::I64));
    let thread = o.convert(&thread, ADDRESS);
    let globals = o.load(&frame, &FRAME_GLOBALS);
    let builtins = o.load(&frame, &FRAME_BUILTINS);
    o.set_registers(&regs);
    let mut preds = vec![Vec::new(); g.blocks.len()];
    for &b in &g.order {
        for e in g.edges(b) {
            preds[e.to.i()].push(b);
        }
    }
    let mut l = Lowering {
        o,
        g,
        shot,
        vals: vec![None; g.defs.len()],
        blocks: vec![None; g.blocks.len()],
        phis: vec![Vec::new(); g.blocks.len()],
        frames: vec![None; g.ctxs.len()],
        thread,
        values,
        outs,
        exits: Vec::new(),
        last_exit: None,
        landings: Vec::new(),
        raised: HashMap::new(),
        raising: Vec::new(),
        shown: false,
        quiet: false,
        makes_waited: false,
        synced: Synced::default(),
        incoming: vec![Vec::new(); g.blocks.len()],
        lowered: vec![false; g.blocks.len()],
        assumed: vec![None; g.blocks.len()],
        kept: vec![Vec::new(); g.blocks.len()],
        preds,
        stress: stress.some,
    };
    l.frames[0] = Some((frame, regs));
    l.find_kept();
    l.run(
        &entry,
        FrameFacts {
            globals: Some(globals),
            builtins: Some(builtins),
            locals_are_globals: None,
        },
    );
    (l.o.finish(), l.exits)
}

/// Is it the shape of numbers, tagged or not?
fn is_number(shape: u32) -> bool {
    TypeMask::of_shape(shape).meets(TypeMask::INT.union(TypeMask::FLOAT))
}

impl<'a> Lowering<'a, '_> {
    /// The value that a value is, guards aside.
    fn root(&self, mut v: V) -> V {
        while let Def::Refine(of, ..) = self.g.defs[v.i()] {
            v = of;
        }
        v
    }

    fn run(&mut self, entry: &Operand, facts: FrameFacts) {
        let g = self.g;
        let start = self.o.current_block();
        for &b in &g.order {
            let block = self.o.block("b");
            self.blocks[b.i()] = Some(block);
            self.o.switch_to(block);
            for &p in &g.blocks[b.i()].params {
                let ty = g.ty(p);
                let mut phi = self.o.phi(ty.repr(), ty.mask);
                phi.note(ty.immediate);
                self.vals[p.i()] = Some(phi.operand());
                self.phis[b.i()].push(phi);
            }
        }
        self.o.switch_to(start);
        let cases: Vec<(u64, Code)> = g
            .entries
            .iter()
            .map(|e| (u64::from(e.number), self.code(e.block)))
            .collect();
        if let [(_, only)] = cases[..] {
            self.o.jump(only);
        } else {
            let none = self.o.block("no_entry");
            self.o.switch(entry, &cases, none);
            self.o.switch_to(none);
            self.o.unreachable();
        }
        for &b in &g.order {
            let code = self.code(b);
            self.o.switch_to(code);
            self.begin_synced(b);
            self.quiet = false;
            let ctx = g.blocks[b.i()].ctx;
            self.frame_facts(ctx, facts);
            if g.entries.iter().any(|e| e.block == b) {
                self.entry_values(b);
            }
            let mut dead = false;
            for &i in &g.blocks[b.i()].insts {
                if self.unreached(i) {
                    dead = true;
                    break;
                }
                self.inst(i);
            }
            if dead {
                self.o.unreachable();
            } else if !self.o.is_terminated() {
                self.term(b);
            }
            self.synced = Synced::default();
        }
        self.land(facts);
    }

    /// Finds variables of loops that stay as they are in some rounds, where others may look at frames in between:
    /// shown when a round begins, they need no store in those.
    fn find_kept(&mut self) {
        let g = self.g;
        let mut position = vec![0; g.blocks.len()];
        for (n, &b) in g.order.iter().enumerate() {
            position[b.i()] = n;
        }
        for &b in &g.order {
            let block = &g.blocks[b.i()];
            let start = position[b.i()];
            let back = |p: &&B| position[p.i()] >= start;
            let Some(end) = self.preds[b.i()]
                .iter()
                .filter(back)
                .map(|p| position[p.i()])
                .max()
            else {
                continue;
            };
            let calls = g.order[start..=end].iter().any(|p| {
                let inside = &g.blocks[p.i()];
                matches!(inside.term, Term::Item { .. })
                    || inside.insts.iter().any(|&i| may_call(g, self.shot, i))
            });
            if !block.is_loop || !calls {
                continue;
            }
            let named = self.unit(block.ctx).normal.first_temp();
            let back: Vec<&Edge> = self.preds[b.i()]
                .iter()
                .filter(back)
                .flat_map(|&p| g.edges(p))
                .filter(|e| e.to == b)
                .collect();
            let stays = |n: usize| back.iter().any(|e| self.root(e.args[n]) == block.params[n]);
            self.kept[b.i()] = (0..block.params.len())
                .filter(|&n| block.regs[n] < named && stays(n))
                .map(|n| n as u32)
                .collect();
        }
    }

    /// An instruction whose operands have no values comes after one that never completes.
    fn unreached(&self, i: I) -> bool {
        let inst = &self.g.insts[i.i()];
        inst.args
            .iter()
            .any(|&v| self.g.ty(v).is_nothing() && !matches!(self.g.defs[v.i()], Def::Const(_)))
    }

    fn frame_facts(&mut self, ctx: C, outer: FrameFacts) {
        let facts = match self.function(ctx) {
            None => outer,
            Some(f) => {
                let (globals, builtins) = (f.globals, f.builtins);
                let globals = self.o.object(globals, LayoutId::Dict, TypeMask::DICT);
                let builtins = self.o.object(builtins, LayoutId::Dict, TypeMask::DICT);
                FrameFacts {
                    globals: Some(globals),
                    builtins: Some(builtins),
                    locals_are_globals: Some(false),
                }
            }
        };
        self.o.set_frame(facts);
    }

    fn function(&self, ctx: C) -> Option<&'a FunctionShot> {
        let bits = self.g.ctxs[ctx.i()].function? as u64;
        match self.shot.callees.get(&bits) {
            Some(Callee::Function(f)) => Some(f),
            _ => None,
        }
    }

    fn code(&self, b: B) -> Code {
        self.blocks[b.i()].expect("a block in the order")
    }

    fn unit(&self, ctx: C) -> &'a UnitShot {
        &self.shot.units[self.g.ctxs[ctx.i()].unit]
    }

    // Values.

    fn val(&mut self, v: V) -> Operand {
        if let Some(x) = self.vals[v.i()] {
            return x;
        }
        match self.g.defs[v.i()] {
            Def::Const(0) => self.o.null(Repr::OptValue),
            Def::Const(bits) => {
                let ty = self.g.ty(v);
                self.o.value(bits, ty.mask)
            }
            Def::Refine(of, ..) => self.val(of),
            _ => {
                // Defined on a path that leaves before: whoever asks is not reached either.
                self.o.null(Repr::OptValue)
            }
        }
    }

    /// Sets a value, held as its type says.
    fn define(&mut self, v: V, x: &Operand) {
        let ty = self.g.ty(v);
        let mut held = match (ty.repr(), x.repr) {
            (a, b) if a == b => *x,
            (Repr::Int, Repr::Value | Repr::OptValue) => {
                // Proved by types: the test folds away or never fails.
                let never = self.never();
                self.o.expect_int(x, never)
            }
            (Repr::Float, Repr::Value | Repr::OptValue) => {
                let never = self.never();
                self.o.expect_float(x, never)
            }
            (Repr::Bool, Repr::Value | Repr::OptValue) => {
                let never = self.never();
                self.o.expect_bool(x, never)
            }
            (repr, _) => self.o.convert(x, repr),
        };
        if held.mask.meets(ty.mask) || ty.mask == TypeMask::EMPTY {
            held.mask = held.mask.intersect(ty.mask);
        }
        held.immediate |= ty.immediate;
        self.vals[v.i()] = Some(held);
    }

    fn never(&mut self) -> Exit {
        let block = self.o.block("never");
        let here = self.o.current_block();
        self.o.switch_to(block);
        self.o.unreachable();
        self.o.switch_to(here);
        self.o.exit_to(block)
    }
}
