//! From the graph to machine code's `Output`.
//!
//! Values are held as their types say: ints, floats and bools that are proved are unboxed. Guards leave with the
//! registers of the node's state. What others may look at while a call is under way is kept in the frame's memory:
//! before a node that may run Python, variables whose values have changed are stored there ([`Lowering::sync`]).

use std::collections::HashMap;

use inkwell::context::Context;
use interp::normal::{Op, Role, Semantics};
use runtime::layouts::{FieldId, LayoutId, Repr, TypeMask};
use runtime::ops::{HookId, Protocol};

use super::exits::{ExitFrame, ExitInfo, Reason};
use super::fields::*;
use super::ir::*;
use super::snapshot::{Callee, FunctionShot, Given, Snapshot, UnitShot};
use super::types::{Fail, Plan, Ty, arguments, may_enter, operator_of, protocol_of};
use crate::baseline::hooks;
use crate::emit::{self, Prims};
use crate::output::{
    ADDRESS, Block as Code, CellSource, ENTRY, Exit, Facts, FrameFacts, Hook, Likely, Operand,
    Output, Phi, Signature, Unit,
};
use crate::transfer::{self, CaseInfo};

/// Words of a frame record.
const FRAME_WORDS: usize = size_of::<runtime::frame::Frame>() / 8;

type Synced = HashMap<(C, u32), V>;

struct Landing {
    inst: I,
    block: Code,
    /// What the frames in memory show of the node's state already.
    synced: Option<Synced>,
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
    landings: Vec<Landing>,
    /// Landings of exceptions that leave the function, by context.
    raised: HashMap<C, Code>,
    /// Do the frames in memory show the state of the instruction at hand?
    shown: bool,
    synced: Synced,
    synced_out: Vec<Option<Synced>>,
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
    stress: bool,
) -> (Unit<'c>, Vec<ExitInfo>) {
    let mut o = Output::new(context, facts, name, &ENTRY);
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
        landings: Vec::new(),
        raised: HashMap::new(),
        shown: false,
        synced: Synced::new(),
        synced_out: vec![None; g.blocks.len()],
        preds,
        stress,
    };
    l.frames[0] = Some((frame, regs));
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
            self.synced_out[b.i()] = Some(std::mem::take(&mut self.synced));
        }
        self.land(facts);
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

    // States and exits.

    fn live(&mut self, s: S, replace: Option<(B, &[Operand])>) -> (Vec<Operand>, Vec<ExitFrame>) {
        let (mut live, mut frames) = (Vec::new(), Vec::new());
        let mut at = Some(s);
        let mut inner = None;
        while let Some(s) = at {
            let state = &self.g.states[s.i()];
            let ctx = state.ctx;
            let framed = self.frames[ctx.i()];
            if let Some((frame, _)) = framed {
                live.push(frame);
            }
            let mut regs = Vec::with_capacity(state.regs.len());
            for &(r, v) in &state.regs {
                let x = match (self.g.defs[v.i()], replace) {
                    (Def::Param(b, n), Some((to, args))) if b == to => args[n as usize],
                    _ => self.val(v),
                };
                regs.push((r, x.repr));
                live.push(x);
            }
            frames.push(ExitFrame {
                code: self.unit(ctx).code,
                function: self.g.ctxs[ctx.i()].function,
                pc: state.pc,
                calls_init: inner.is_some_and(|c: C| self.g.ctxs[c.i()].init),
                framed: framed.is_some(),
                regs: regs.into(),
            });
            inner = Some(ctx);
            at = state.parent;
        }
        (live, frames)
    }

    fn exit(&mut self, s: S, reason: Reason) -> Exit {
        let (live, frames) = self.live(s, None);
        self.exits.push(ExitInfo {
            reason,
            frames: frames.into(),
        });
        let id = self.exits.len() as u32 - 1;
        self.o.deopt_exit(id, &live)
    }

    /// Where the exception of an instruction goes.
    fn raise_exit(&mut self, i: I) -> Exit {
        let inst = &self.g.insts[i.i()];
        // Frames that are not in memory have to be made for the traceback: the interpreter's business.
        if self.frames[inst.ctx.i()].is_some() {
            // Where the frames show everything and nobody handles it, all nodes are alike.
            let shared = self.shown && self.leaves(i);
            if shared && let Some(&block) = self.raised.get(&inst.ctx) {
                return self.o.exit_to(block);
            }
            let block = self.o.block("landing");
            if shared {
                self.raised.insert(inst.ctx, block);
            }
            let synced = self.shown.then(|| self.synced.clone());
            self.landings.push(Landing {
                inst: i,
                block,
                synced,
            });
            self.o.exit_to(block)
        } else {
            self.exit(inst.state, Reason::Raised)
        }
    }

    /// Does nothing handle the instruction's exception, in its context or around?
    fn leaves(&self, i: I) -> bool {
        let g = self.g;
        let inst = &g.insts[i.i()];
        if inst.op == Op::Reraise || matches!(inst.raise, Raise::Handler(_)) {
            return false;
        }
        let mut ctx = inst.ctx;
        while let Some(enter) = g.ctxs[ctx.i()].enter {
            let enter = &g.insts[enter.i()];
            if matches!(enter.raise, Raise::Handler(_)) {
                return false;
            }
            ctx = enter.ctx;
        }
        true
    }

    /// Handlers are entered with a traceback entry for the frame, which must show what it held.
    fn land(&mut self, facts: FrameFacts) {
        let mut n = 0;
        while n < self.landings.len() {
            let Landing {
                inst,
                block,
                ref mut synced,
            } = self.landings[n];
            let synced = synced.take();
            n += 1;
            let inst = &self.g.insts[inst.i()];
            self.o.switch_to(block);
            self.frame_facts(inst.ctx, facts);
            match synced {
                Some(s) => self.synced = s,
                None => {
                    self.synced = Synced::new();
                    self.sync(inst.state);
                }
            }
            self.o.set_on_raise(None);
            let mut ctx = inst.ctx;
            let mut entry = inst.op != Op::Reraise;
            let mut raise = &inst.raise;
            // Through inlined frames, to a handler or out.
            loop {
                let (frame, _) = self.frames[ctx.i()].expect("a framed context");
                if entry {
                    self.o.call(&hooks::raised(), &[frame]);
                }
                if let Raise::Handler(edge) = raise {
                    self.jump(edge);
                    break;
                }
                let Some((outer, _)) = self.g.ctxs[ctx.i()].parent else {
                    self.o.ret_null();
                    break;
                };
                self.pop(&frame, outer);
                entry = true;
                raise = self.g.ctxs[ctx.i()]
                    .enter
                    .map_or(&Raise::Leave, |i| &self.g.insts[i.i()].raise);
                ctx = outer;
            }
        }
    }

    // What frames in memory show.

    fn begin_synced(&mut self, b: B) {
        let preds = &self.preds[b.i()];
        let mut known: Option<Synced> = None;
        for &p in preds {
            let Some(out) = &self.synced_out[p.i()] else {
                continue;
            };
            known = Some(match known {
                None => out.clone(),
                Some(k) => k
                    .into_iter()
                    .filter(|(key, v)| out.get(key) == Some(v))
                    .collect(),
            });
        }
        let mut synced = known.unwrap_or_default();
        let block = &self.g.blocks[b.i()];
        let all = preds.iter().all(|p| self.synced_out[p.i()].is_some());
        if !all {
            // Round a loop, registers may be stored again: only those that do not change there stay known.
            match block.state {
                Some(s) => {
                    let state = &self.g.states[s.i()];
                    let mine: HashMap<u32, V> =
                        state.regs.iter().map(|&(r, v)| (r, self.root(v))).collect();
                    synced.retain(|(c, r), v| *c != block.ctx || mine.get(r) == Some(v));
                }
                None => synced.clear(),
            }
        }
        // Handlers begin after whatever happened in what they protect.
        let by_exception = preds.iter().any(|p| {
            self.g.blocks[p.i()]
                .insts
                .iter()
                .any(|i| matches!(&self.g.insts[i.i()].raise, Raise::Handler(e) if e.to == b))
                || matches!(self.g.blocks[p.i()].term, Term::Item { inst, .. }
                if matches!(&self.g.insts[inst.i()].raise, Raise::Handler(e) if e.to == b))
        });
        if by_exception {
            synced.clear();
        }
        self.synced = synced;
    }

    /// Stores variables that have changed, of all frames in memory, and the nodes they are at.
    fn sync(&mut self, s: S) {
        let mut at = Some(s);
        while let Some(s) = at {
            let state = &self.g.states[s.i()];
            let ctx = state.ctx;
            if let Some((frame, regs)) = self.frames[ctx.i()] {
                let named = self.unit(ctx).normal.first_temp();
                for &(r, v) in &state.regs {
                    if r >= named {
                        continue;
                    }
                    let root = self.root(v);
                    if self.synced.get(&(ctx, r)) == Some(&root) {
                        continue;
                    }
                    self.synced.insert((ctx, r), root);
                    let x = self.val(v);
                    self.store_register(&regs, r, &x);
                }
                let number = self.o.int(i64::from(state.pc), Repr::U32);
                self.o.store(&frame, &FRAME_PC, &number);
            }
            at = state.parent;
        }
    }

    fn store_register(&mut self, regs: &Operand, r: u32, x: &Operand) {
        let x = self.o.convert(x, Repr::OptValue);
        let f = field(
            "register",
            r as usize * 8,
            8,
            crate::output::Store::OptValue,
        );
        self.o.store(regs, &f, &x);
    }

    /// Values on entry, with the types that were seen.
    fn entry_values(&mut self, b: B) {
        let Some((_, regs)) = self.frames[0] else {
            return;
        };
        let g = self.g;
        let mine: Vec<(V, u32)> = g
            .defs
            .iter()
            .enumerate()
            .filter_map(|(v, d)| match d {
                Def::Register(at, r) if *at == b => Some((V(v as u32), *r)),
                _ => None,
            })
            .collect();
        for &(v, r) in &mine {
            let f = field(
                "register",
                r as usize * 8,
                8,
                crate::output::Store::OptValue,
            );
            let mut x = self.o.load(&regs, &f);
            let ty = g.ty(v);
            if ty.present && ty.mask == TypeMask::ANY {
                x = x.known_present();
            }
            self.vals[v.i()] = Some(x);
            self.synced.insert((C(0), r), v);
        }
        // Guards: the state is that of the loop entered, in terms of its parameters.
        let Term::Jump(edge) = &g.blocks[b.i()].term else {
            return;
        };
        let Some(s) = g.blocks[edge.to.i()].state else {
            return;
        };
        let raw: Vec<Operand> = edge.args.iter().map(|&a| self.val(a)).collect();
        let (live, frames) = self.live(s, Some((edge.to, &raw)));
        self.exits.push(ExitInfo {
            reason: Reason::Guard,
            frames: frames.into(),
        });
        let id = self.exits.len() as u32 - 1;
        let fail = self.o.deopt_exit(id, &live);
        for (v, _) in mine {
            let ty = g.ty(v);
            let x = self.val(v);
            let x = match ty.repr() {
                Repr::Int => self.o.expect_int(&x, fail),
                Repr::Float => self.o.expect_float(&x, fail),
                Repr::Bool => self.o.expect_bool(&x, fail),
                _ => x,
            };
            self.vals[v.i()] = Some(x);
        }
    }

    // Control flow.

    fn jump(&mut self, edge: &Edge) {
        let g = self.g;
        let raw: Vec<Operand> = edge.args.iter().map(|&a| self.val(a)).collect();
        let mut exit = None;
        let mut args = Vec::with_capacity(raw.len());
        for (n, x) in raw.iter().enumerate() {
            let p = g.blocks[edge.to.i()].params[n];
            let ty = g.ty(p);
            let repr = ty.repr();
            let matches = x.repr == repr;
            let x = match repr {
                Repr::Int | Repr::Float | Repr::Bool if !matches => {
                    let fail = match exit {
                        Some(e) => e,
                        None => {
                            let e = match g.blocks[edge.to.i()].state {
                                Some(s) => {
                                    let (live, frames) = self.live(s, Some((edge.to, &raw)));
                                    self.exits.push(ExitInfo {
                                        reason: Reason::Guard,
                                        frames: frames.into(),
                                    });
                                    let id = self.exits.len() as u32 - 1;
                                    self.o.deopt_exit(id, &live)
                                }
                                None => self.never(),
                            };
                            exit = Some(e);
                            e
                        }
                    };
                    match repr {
                        Repr::Int => self.o.expect_int(x, fail),
                        Repr::Float => self.o.expect_float(x, fail),
                        _ => self.o.expect_bool(x, fail),
                    }
                }
                _ => self.o.convert(x, repr),
            };
            args.push(x);
        }
        let from = self.o.current_block();
        for (n, x) in args.iter().enumerate() {
            let phi = self.phis[edge.to.i()][n];
            self.o.add_incoming(&phi, x, from);
        }
        let to = self.code(edge.to);
        self.o.jump(to);
    }

    fn branch(&mut self, cond: &Operand, then: &Edge, other: &Edge) {
        let (a, b) = (self.o.block("then"), self.o.block("else"));
        self.o.branch(cond, a, b, Likely::Either);
        self.o.switch_to(a);
        self.jump(then);
        self.o.switch_to(b);
        self.jump(other);
    }

    fn term(&mut self, b: B) {
        let g = self.g;
        match &g.blocks[b.i()].term {
            Term::None => self.o.unreachable(),
            Term::Jump(e) => self.jump(e),
            Term::Branch { cond, then, other } => {
                let c = self.val(*cond);
                self.branch(&c, then, other);
            }
            Term::Item {
                inst,
                got,
                done,
                after,
            } => self.item(*inst, got, done, *after),
            Term::Return(v) => {
                let x = self.val(*v);
                let x = self.o.convert(&x, Repr::Value);
                self.o.ret(&x);
            }
            Term::Raised => {
                if !self.o.is_terminated() {
                    self.o.unreachable();
                }
            }
            Term::Deopt(s) => {
                let e = self.exit(*s, Reason::Cold);
                self.o.leave(e);
            }
            Term::Yield {
                value,
                state,
                resume,
                sent,
            } => {
                let (frame, regs) = self.frames[0].expect("the outermost frame");
                let state = &g.states[state.i()];
                for &(r, v) in &state.regs {
                    let x = self.val(v);
                    self.store_register(&regs, r, &x);
                }
                let pc = self.o.int(i64::from(state.pc) - 1, Repr::U32);
                self.o.store(&frame, &FRAME_PC, &pc);
                let resume = self.o.int(i64::from(*resume), Repr::U32);
                self.o.store(&frame, &FRAME_RESUME, &resume);
                let sent = self.o.int(i64::from(*sent), Repr::U32);
                self.o.store(&frame, &FRAME_SENT, &sent);
                let x = self.val(*value);
                let x = self.o.convert(&x, Repr::Value);
                self.o.ret(&x);
            }
        }
    }

    /// The end of a block that asks an iterator.
    fn item(&mut self, i: I, got: &Edge, done: &Edge, after: S) {
        let g = self.g;
        let inst = &g.insts[i.i()];
        let row = transfer::protocol(Protocol::ForNext);
        let iterator = self.val(inst.args[0]);
        let out = inst.outs[0];
        let ty = g.ty(out);
        let slow = self.o.block("next");
        let fail = self.o.exit_to(slow);
        let cases: Vec<usize> = match inst.plan {
            Plan::Case(n, _) => vec![n],
            Plan::Cases(mask, _) => (0..row.cases.len())
                .filter(|n| mask & 1 << n != 0)
                .collect(),
            _ => Vec::new(),
        };
        let narrow = matches!(
            inst.plan,
            Plan::Case(_, Fail::Leave) | Plan::Cases(_, Fail::Leave)
        );
        let item = self.o.block("item");
        let mut incoming = Vec::new();
        for (k, &n) in cases.iter().enumerate() {
            let next = self.o.block("case");
            let failed = if k + 1 == cases.len() {
                fail
            } else {
                self.o.exit_to(next)
            };
            if let Some(x) =
                emit::emit_protocol_case(&mut self.o, Protocol::ForNext, n, &[iterator], failed)
            {
                let x = self.hold(&x, ty);
                incoming.push((self.o.current_block(), x));
            }
            self.o.jump(item);
            self.o.switch_to(next);
            if k + 1 == cases.len() {
                self.o.unreachable();
            }
        }
        if cases.is_empty() {
            self.o.jump(slow);
        }
        let before = self.synced.clone();
        self.o.switch_to(slow);
        self.sync(inst.state);
        self.shown = true;
        let on_raise = self.raise_exit(i);
        self.o.set_on_raise(Some(on_raise));
        let x = self.o.call(&Hook::from(row.plan.info()), &[iterator]);
        let there = self.o.present(&x);
        let (more, end) = (self.o.block("more"), self.o.block("done"));
        self.o.branch(&there, more, end, Likely::Else);
        self.o.switch_to(more);
        let x = x.known_present();
        if narrow && ty.unboxed() {
            // An iterator of another kind: the interpreter goes on with its item.
            self.vals[out.i()] = Some(x);
            let e = self.exit(after, Reason::Guard);
            self.o.leave(e);
        } else {
            let x = self.hold(&x, ty);
            incoming.push((self.o.current_block(), x));
            self.o.jump(item);
        }
        self.o.switch_to(end);
        self.jump(done);
        self.synced.retain(|key, v| before.get(key) == Some(v));
        self.o.switch_to(item);
        let x = self.o.join(&incoming);
        self.define(out, &x);
        self.jump(got);
    }

    /// The operand as values of the type are held; boxed ones stay so.
    fn hold(&mut self, x: &Operand, ty: Ty) -> Operand {
        match ty.repr() {
            r if r == x.repr => *x,
            Repr::Int | Repr::Float | Repr::Bool if !x.is_boxed() => *x,
            Repr::OptValue => self.o.convert(x, Repr::OptValue),
            _ => self.o.convert(x, Repr::Value),
        }
    }

    // Instructions.

    fn inst(&mut self, i: I) {
        let g = self.g;
        let inst = &g.insts[i.i()];
        for (n, &v) in inst.refined.iter().enumerate() {
            if v != inst.args[n] {
                let x = self.val(inst.args[n]);
                let there = g.ty(v).present;
                self.vals[v.i()] = Some(if there { x.known_present() } else { x });
            }
        }
        self.shown = false;
        match inst.kind {
            Kind::Enter(c) => self.enter(i, c),
            Kind::Leave(c) => {
                // Kept: exits and landings inside may still be made.
                if let Some((frame, _)) = self.frames[c.i()] {
                    self.pop(&frame, inst.ctx);
                    self.synced.retain(|(ctx, _), _| *ctx != c);
                }
            }
            Kind::Close => self.close(i),
            Kind::Instance(class) => {
                self.stress(i);
                let obj = self.allocate(i, class);
                self.set_out(i, 0, &obj);
            }
            Kind::Initialised => {
                let x = self.arg(i, 0);
                let on_raise = self.raise_exit(i);
                self.o.set_on_raise(Some(on_raise));
                self.initialised(&x);
            }
            Kind::Node => {
                self.shown = super::effects::may_call(g, self.shot, i);
                if self.shown {
                    self.sync(inst.state);
                }
                let on_raise = self.raise_exit_lazily(i);
                self.o.set_on_raise(on_raise);
                self.node(i);
            }
        }
    }

    fn raise_exit_lazily(&mut self, i: I) -> Option<Exit> {
        let inst = &self.g.insts[i.i()];
        inst.op
            .facts()
            .effects
            .ne(&interp::normal::Effects::NONE)
            .then(|| self.raise_exit(i))
    }

    fn set_out(&mut self, i: I, n: usize, x: &Operand) {
        let out = self.g.insts[i.i()].outs.get(n).copied();
        if let Some(v) = out {
            self.define(v, x);
        }
    }

    fn arg(&mut self, i: I, n: usize) -> Operand {
        let v = self.g.insts[i.i()].args[n];
        self.val(v)
    }

    fn node(&mut self, i: I) {
        let g = self.g;
        let inst = &g.insts[i.i()];
        if let Some(operator) = operator_of(inst.op) {
            let row = transfer::operator(operator);
            let args: Vec<Operand> = inst.args.iter().map(|&v| self.val(v)).collect();
            let slow = row.slow.map(|h| Hook::from(h.info()));
            let profile = self.unit(inst.ctx).profile_address + 4 * inst.pc as usize;
            let x = self.cases(
                i,
                row.cases,
                &args,
                &mut |l, n, args, fail| emit::emit_operator(&mut l.o, operator, n, args, fail),
                &mut |l| match slow {
                    Some(hook) => {
                        l.o.set_bits(profile, row.slow_bit());
                        l.o.call(&hook, &args)
                    }
                    None => {
                        l.o.unreachable();
                        let b = l.o.block("dead");
                        l.o.switch_to(b);
                        l.o.null(Repr::OptValue).known_present()
                    }
                },
            );
            self.set_out(i, 0, &x);
        } else if let Some(protocol) = protocol_of(inst.op) {
            self.protocol(i, protocol);
        } else {
            match inst.op.facts().semantics {
                Semantics::Hook(name, frame) => {
                    let hook = Hook::from(
                        runtime::ops::HOOKS
                            .iter()
                            .find(|h| h.name == name)
                            .expect("nodes.toml was checked"),
                    );
                    let args = self.hook_operands(i, frame);
                    let x = self.o.call(&hook, &args);
                    self.results(i, &x);
                }
                _ => self.control(i),
            }
        }
    }

    /// Results of a hook: its value, or what it left in the result registers.
    fn results(&mut self, i: I, x: &Operand) {
        let inst = &self.g.insts[i.i()];
        if inst.op.facts().fields[0] != Role::Out(interp::normal::Count::ONE) {
            for n in 0..inst.outs.len() {
                let f = field("out", n * 8, 8, crate::output::Store::OptValue);
                let outs = self.outs;
                let x = self.o.load(&outs, &f);
                self.set_out(i, n, &x);
            }
            return;
        }
        self.set_out(i, 0, x);
    }

    /// The operands of a node as its handler takes them.
    fn hook_operands(&mut self, i: I, frame: bool) -> Vec<Operand> {
        let g = self.g;
        let inst = &g.insts[i.i()];
        let node = self.unit(inst.ctx).normal.nodes[inst.pc as usize];
        let mut out = Vec::new();
        if frame {
            out.push(self.frames[inst.ctx.i()].expect("a framed context").0);
        }
        let mut at = 0;
        for (role, f) in node.ordered_fields() {
            match role {
                Role::Value | Role::Const | Role::Cell | Role::Local => {
                    let x = self.arg(i, at).known_present();
                    out.push(x);
                    at += 1;
                }
                Role::Optional => {
                    let x = self.arg(i, at);
                    out.push(x);
                    at += 1;
                }
                Role::Name => out.push(self.name(inst.ctx, f)),
                Role::Int => out.push(self.o.int(i64::from(f), Repr::I64)),
                Role::Range(count) => {
                    let n = count.of(&node) as usize;
                    if node.op == Op::CallMethod {
                        let callee = self.arg(i, 0).known_present();
                        out.push(callee);
                        let values = self.method_values(i, at + n);
                        out.push(values);
                    } else {
                        let xs: Vec<Operand> = (at..at + n).map(|k| self.arg(i, k)).collect();
                        let values = self.values;
                        out.push(self.o.store_values(&values, &xs));
                    }
                    at += n;
                }
                Role::Out(count) if count != interp::normal::Count::ONE => {
                    let outs = self.outs;
                    let n = self.o.int(i64::from(count.of(&node)), Repr::I64);
                    out.push(self.o.values(&outs, &n, Repr::Outs));
                }
                _ => {}
            }
        }
        out
    }

    /// A method call's arguments, with the receiver if there is one.
    fn method_values(&mut self, i: I, end: usize) -> Operand {
        let inst = &self.g.insts[i.i()];
        let tys: Vec<Ty> = inst.args.iter().map(|&v| self.g.ty(v)).collect();
        let (first, known) = arguments(inst, &tys);
        let xs: Vec<Operand> = (1..end).map(|k| self.arg(i, k)).collect();
        let values = self.values;
        if known.is_some() {
            return self.o.store_values(&values, &xs[first - 1..]);
        }
        let all = self.o.store_values(&values, &xs);
        let n = xs.len() as i64;
        let there = self.o.present(&xs[0]);
        let _ = all;
        let base = values;
        let short = self.o.offset(&base, 8, ADDRESS);
        let address = self.o.select(&there, &base, &short);
        let (a, b) = (self.o.int(n, Repr::I64), self.o.int(n - 1, Repr::I64));
        let count = self.o.select(&there, &a, &b);
        self.o.values(&address, &count, Repr::Values)
    }

    fn name(&mut self, ctx: C, index: u32) -> Operand {
        let bits = self.unit(ctx).names[index as usize];
        self.o.object(bits as usize, LayoutId::Str, TypeMask::STR)
    }

    /// A guard that fails for no reason, when exits are tested.
    fn stress(&mut self, i: I) {
        if !self.stress {
            return;
        }
        let inst = &self.g.insts[i.i()];
        let e = self.exit(inst.state, Reason::Guard);
        let address = super::stress_counter();
        let done = self.o.count_down(address);
        self.o.exit_if(&done, e);
    }

    /// Fast cases, then the slow way or out.
    fn cases(
        &mut self,
        i: I,
        cases: &[CaseInfo],
        args: &[Operand],
        emit: &mut dyn FnMut(&mut Self, usize, &[Operand], Exit) -> Option<Operand>,
        slow: &mut dyn FnMut(&mut Self) -> Operand,
    ) -> Operand {
        let g = self.g;
        let inst = &g.insts[i.i()];
        let ty = inst.outs.first().map_or(Ty::ANY, |&v| g.ty(v));
        let (mask, fail) = match inst.plan {
            Plan::Case(n, fail) => (1 << n, fail),
            Plan::Cases(mask, fail) | Plan::Builtin(_, mask, fail) => (mask, fail),
            _ => (0, Fail::Slow),
        };
        if let Plan::Case(n, Fail::Leave) = inst.plan {
            self.stress(i);
            let exit = self.exit(inst.state, Reason::Guard);
            // Narrowed operands are kept for those who use the value next.
            let mut narrowed = args.to_vec();
            // Before the operands may stand where results go.
            let first = args.len() - cases[n].operands.len();
            for (k, class) in cases[n].operands.iter().enumerate() {
                let arg = &args[first + k];
                let x = match class {
                    Repr::Int => self.o.expect_int(arg, exit),
                    Repr::Float => self.o.expect_float(arg, exit),
                    Repr::Bool => self.o.expect_bool(arg, exit),
                    Repr::Ptr(l) => self.o.expect_layout(arg, *l, exit),
                    _ => continue,
                };
                narrowed[first + k] = x;
                self.narrow(i, k, &x);
            }
            return match emit(self, n, &narrowed, exit) {
                Some(x) => x,
                None => {
                    self.o.leave(exit);
                    let b = self.o.block("dead");
                    self.o.switch_to(b);
                    self.o.null(Repr::OptValue).known_present()
                }
            };
        }
        let done = self.o.block("done");
        let mut incoming: Vec<(Code, Operand)> = Vec::new();
        for n in 0..cases.len() {
            if mask & 1 << n == 0 {
                continue;
            }
            let next = self.o.block("case");
            let exit = self.o.exit_to(next);
            if let Some(x) = emit(self, n, args, exit) {
                let x = self.hold(&x, ty);
                incoming.push((self.o.current_block(), x));
                self.o.jump(done);
            } else {
                self.o.jump(next);
            }
            self.o.switch_to(next);
        }
        if fail == Fail::Leave && mask != 0 {
            let exit = self.exit(inst.state, Reason::Guard);
            self.o.leave(exit);
        } else {
            let x = slow(self);
            let x = match (ty.repr(), x.repr) {
                (Repr::Bool, r) if r != Repr::Bool => {
                    let boxed = self.o.convert(&x, Repr::Value);
                    let truth = runtime::ops::HOOKS
                        .iter()
                        .find(|h| h.name == "compare::truth")
                        .expect("a hook of that name");
                    self.o.call(&Hook::from(truth), &[boxed])
                }
                _ => self.hold(&x, ty),
            };
            incoming.push((self.o.current_block(), x));
            self.o.jump(done);
        }
        self.o.switch_to(done);
        self.o.join(&incoming)
    }

    /// What a guard has proved of an operand.
    fn narrow(&mut self, i: I, k: usize, x: &Operand) {
        let inst = &self.g.insts[i.i()];
        let v = inst.refined[k];
        if v != inst.args[k] {
            match x.repr {
                Repr::Int | Repr::Float | Repr::Bool => self.vals[v.i()] = Some(*x),
                Repr::Ptr(_) => {
                    let boxed = self.o.convert(x, Repr::Value);
                    self.vals[v.i()] = Some(boxed);
                }
                _ => {}
            }
        }
    }

    fn protocol(&mut self, i: I, protocol: Protocol) {
        let g = self.g;
        let inst = &g.insts[i.i()];
        let row = transfer::protocol(protocol);
        if protocol == Protocol::Call {
            return self.call(i);
        }
        let frame = row.operands.first() == Some(&Repr::Frame);
        let args = if frame && self.frames[inst.ctx.i()].is_none() {
            // The key and the entries ask for globals and builtins, which are known.
            let mut args = vec![self.o.address(0, Repr::Frame)];
            args.extend(self.hook_operands(i, false));
            args
        } else {
            self.hook_operands(i, frame)
        };
        let node = self.unit(inst.ctx).normal.nodes[inst.pc as usize];
        match inst.plan {
            Plan::Entries(mask, fail) => self.entries(i, protocol, mask, fail, &args),
            _ => {
                let mut slow_args = args.clone();
                if row.cached {
                    let cache = self.unit(inst.ctx).caches[node.cell as usize].address;
                    slow_args.push(self.o.address(cache, Repr::Cache));
                }
                let hook = Hook::from(row.plan.info());
                // The only way there is leaves its results as values, not in registers.
                let captures =
                    matches!(inst.plan, Plan::Case(_, Fail::Leave)) && inst.outs.len() > 1;
                if captures {
                    self.o.capture_outs();
                }
                let x = self.cases(
                    i,
                    row.cases,
                    &args,
                    &mut |l, n, args, fail| {
                        emit::emit_protocol_case(&mut l.o, protocol, n, args, fail)
                    },
                    &mut |l| {
                        let x = l.o.call(&hook, &slow_args);
                        if row.result == Repr::None {
                            l.o.none()
                        } else {
                            x
                        }
                    },
                );
                if captures {
                    for (n, x) in self.o.captured() {
                        self.set_out(i, n, &x);
                    }
                } else {
                    self.results(i, &x);
                }
            }
        }
    }

    /// Entries of an inline cache, built into the code.
    fn entries(&mut self, i: I, protocol: Protocol, mask: u32, fail: Fail, args: &[Operand]) {
        let g = self.g;
        let inst = &g.insts[i.i()];
        let row = transfer::protocol(protocol);
        let node = self.unit(inst.ctx).normal.nodes[inst.pc as usize];
        let unit = self.unit(inst.ctx);
        let cache = &unit.caches[node.cell as usize];
        let slow = self.o.block("miss");
        let miss = match fail {
            Fail::Leave => {
                self.stress(i);
                self.exit(inst.state, Reason::Guard)
            }
            Fail::Slow => self.o.exit_to(slow),
        };
        let outs = inst.outs.len();
        let with_outs =
            inst.op.facts().fields[0] != Role::Out(interp::normal::Count::ONE) && outs > 0;
        let done = self.o.block("done");
        let mut incoming: Vec<(Code, Vec<Operand>)> = Vec::new();
        let given = args;
        let mut args = args.to_vec();
        let keyed_by_shape = matches!(
            protocol,
            Protocol::GetAttr | Protocol::SetAttr | Protocol::LoadMethod
        );
        let at = usize::from(matches!(args[0].repr, Repr::Outs));
        if keyed_by_shape && !cache.entries.iter().any(|e| is_number(e.content.key)) {
            args[at] = self.o.expect_pointer(&args[at], miss);
        }
        let args = &args[..];
        let key = emit::emit_protocol_key(&mut self.o, protocol, args, miss);
        if let Some(key) = key {
            let entries: Vec<_> = cache
                .entries
                .iter()
                .enumerate()
                .filter(|(n, _)| mask & 1 << n != 0)
                .map(|(_, e)| e)
                .collect();
            let last = entries.len().saturating_sub(1);
            for (k, e) in entries.into_iter().enumerate() {
                let next = self.o.block("entry");
                let no = if k == last {
                    miss
                } else {
                    self.o.exit_to(next)
                };
                let known = self.o.int(i64::from(e.content.key), Repr::U32);
                let same = self.o.id_eq(&key, &known);
                self.o.guard(&same, no);
                let mut args = args.to_vec();
                if keyed_by_shape {
                    let shape = TypeMask::of_shape(e.content.key);
                    if !is_number(e.content.key) {
                        args[at].mask = shape;
                        args[at].immediate = true;
                        self.o.assume_class(e.class.map(|c| (&args[at], c)));
                        if mask.count_ones() == 1 && fail == Fail::Leave {
                            let x = args[at];
                            let v = inst.refined[0];
                            if v != inst.args[0] {
                                self.vals[v.i()] = Some(x);
                            }
                        }
                    }
                }
                self.o.set_cell(CellSource::Snapshot(e.content));
                if with_outs {
                    self.o.capture_outs();
                }
                let x = emit::emit_protocol_kind(&mut self.o, protocol, e.kind, &args, no);
                let captured = self.o.captured();
                self.o.assume_class(None);
                match x {
                    Some(x) => {
                        let xs: Vec<Operand> = if with_outs {
                            (0..outs)
                                .map(|n| {
                                    captured
                                        .iter()
                                        .find(|(k, _)| *k == n)
                                        .map_or_else(|| self.o.null(Repr::OptValue), |(_, x)| *x)
                                })
                                .collect()
                        } else if outs > 0 {
                            vec![x]
                        } else {
                            Vec::new()
                        };
                        let xs = if mask.count_ones() == 1 && fail == Fail::Leave {
                            xs
                        } else {
                            xs.iter()
                                .enumerate()
                                .map(|(n, x)| {
                                    let ty = g.ty(inst.outs[n]);
                                    let repr = if ty.present {
                                        Repr::Value
                                    } else {
                                        Repr::OptValue
                                    };
                                    self.o.convert(x, repr)
                                })
                                .collect()
                        };
                        incoming.push((self.o.current_block(), xs));
                        self.o.jump(done);
                    }
                    None => self.o.leave(no),
                }
                self.o.switch_to(next);
                if k == last {
                    self.o.unreachable();
                }
            }
        } else {
            self.o.leave(miss);
        }
        self.o.switch_to(slow);
        if fail == Fail::Slow {
            let mut args = given.to_vec();
            args.push(self.o.address(cache.address, Repr::Cache));
            let x = self.o.call(&Hook::from(row.plan.info()), &args);
            let xs: Vec<Operand> = if with_outs {
                (0..outs)
                    .map(|n| {
                        let f = field("out", n * 8, 8, crate::output::Store::OptValue);
                        let buffer = self.outs;
                        let x = self.o.load(&buffer, &f);
                        if g.ty(inst.outs[n]).present {
                            x.known_present()
                        } else {
                            x
                        }
                    })
                    .collect()
            } else if outs > 0 {
                vec![self.o.convert(&x, Repr::Value)]
            } else {
                Vec::new()
            };
            incoming.push((self.o.current_block(), xs));
            self.o.jump(done);
        } else {
            self.o.unreachable();
        }
        self.o.switch_to(done);
        for n in 0..outs {
            let x = if let [(_, xs)] = &incoming[..] {
                xs[n]
            } else {
                let list: Vec<(Code, Operand)> =
                    incoming.iter().map(|(b, xs)| (*b, xs[n])).collect();
                self.o.join(&list)
            };
            self.set_out(i, n, &x);
        }
    }

    // Calls.

    fn call(&mut self, i: I) {
        let g = self.g;
        let inst = &g.insts[i.i()];
        let node = self.unit(inst.ctx).normal.nodes[inst.pc as usize];
        let cache = self.unit(inst.ctx).caches[node.cell as usize].address;
        let tys: Vec<Ty> = inst.args.iter().map(|&v| g.ty(v)).collect();
        let first = arguments(inst, &tys).0;
        match inst.plan {
            Plan::Direct(bits) => {
                if let Some(Callee::Function(f)) = self.shot.callees.get(&bits) {
                    self.stress(i);
                    self.same_callee(i, bits);
                    let args = self.bound(i, f, first, None);
                    let x = self.direct(i, f, None, &args);
                    return self.set_out(i, 0, &x);
                }
            }
            Plan::Closure(bits) => {
                if let Some(Callee::Function(f)) = self.shot.callees.get(&bits) {
                    self.stress(i);
                    let exit = self.exit(inst.state, Reason::Guard);
                    let callee = self.arg(i, 0).known_present();
                    let function = self.o.expect_layout(&callee, LayoutId::Function, exit);
                    let found = self.o.load(&function, FieldId::FunctionCode.info());
                    let code = self.o.object(f.code, LayoutId::Code, TypeMask::OTHER);
                    let same = self.o.same(&found, &code);
                    self.o.guard(&same, exit);
                    let args = self.bound(i, f, first, None);
                    let x = self.direct(i, f, Some(&function), &args);
                    return self.set_out(i, 0, &x);
                }
            }
            Plan::Bound(bits) => {
                if let Some(Callee::Function(f)) = self.shot.callees.get(&bits) {
                    self.stress(i);
                    let exit = self.exit(inst.state, Reason::Guard);
                    let callee = self.arg(i, 0).known_present();
                    let method = self
                        .o
                        .expect_layout(&callee, LayoutId::BoundMethod, exit);
                    let found = self.o.load(&method, FieldId::BoundMethodFunction.info());
                    let known = self.o.value(bits, TypeMask::OTHER);
                    let same = self.o.same(&found, &known);
                    self.o.guard(&same, exit);
                    self.same_function(i, bits);
                    let receiver = self.o.load(&method, FieldId::BoundMethodReceiver.info());
                    let there = self.o.present(&receiver);
                    self.o.guard(&there, exit);
                    let args = self.bound(i, f, first, Some(receiver.known_present()));
                    let x = self.direct(i, f, None, &args);
                    return self.set_out(i, 0, &x);
                }
            }
            Plan::Construct(bits) => {
                self.stress(i);
                let obj = self.allocate(i, bits);
                let init = match self.shot.callees.get(&bits) {
                    Some(Callee::Class(c)) => c.init,
                    _ => None,
                };
                if let Some(init) = init
                    && let Some(Callee::Function(f)) = self.shot.callees.get(&init)
                {
                    self.same_function(i, init);
                    let args = self.bound(i, f, first, Some(obj));
                    let x = self.direct(i, f, None, &args);
                    self.initialised(&x);
                }
                return self.set_out(i, 0, &obj);
            }
            Plan::Native(bits) => {
                self.same_callee(i, bits);
                let x = self.native(i, bits);
                return self.set_out(i, 0, &x);
            }
            Plan::Builtin(row, ..) => {
                let bits = match tys[0].known {
                    Some(bits) => bits,
                    None => self.cache_value(i),
                };
                self.same_callee(i, bits);
                let args: Vec<Operand> = (first..inst.args.len() - 1)
                    .map(|k| self.arg(i, k))
                    .collect();
                let info = transfer::builtin(row);
                let entered = may_enter(self.shot, inst, &tys, bits);
                let x = self.cases(
                    i,
                    info.cases,
                    &args,
                    &mut |l, n, args, fail| emit::emit_builtin(&mut l.o, row, n, args, fail),
                    &mut |l| {
                        if entered {
                            return l.native(i, bits);
                        }
                        let mut args = l.hook_operands(i, false);
                        args.push(l.o.address(cache, Repr::Cache));
                        l.o.call(&Hook::from(HookId::CallPlan.info()), &args)
                    },
                );
                return self.set_out(i, 0, &x);
            }
            Plan::Entries(mask, fail) => {
                let args = self.hook_operands(i, false);
                return self.entries(i, Protocol::Call, mask, fail, &args);
            }
            _ => {}
        }
        let mut args = self.hook_operands(i, false);
        args.push(self.o.address(cache, Repr::Cache));
        let x = self.o.call(&Hook::from(HookId::CallPlan.info()), &args);
        self.set_out(i, 0, &x);
    }

    /// The values of a Python function's parameters, of which the first may be a new instance.
    fn bound(
        &mut self,
        i: I,
        f: &FunctionShot,
        first: usize,
        instance: Option<Operand>,
    ) -> Vec<Operand> {
        let inst = &self.g.insts[i.i()];
        let names = self.keywords(inst);
        let mut given: Vec<Operand> = instance.into_iter().collect();
        given.extend((first..inst.args.len() - 1).map(|k| self.arg(i, k)));
        let bound = f
            .bind(given.len() - names.len(), names)
            .expect("the plan has bound them");
        bound
            .into_iter()
            .map(|b| match b {
                Given::Argument(k) => given[k],
                Given::Default(bits, ty) => self.o.value(bits, ty.mask),
            })
            .collect()
    }

    /// An instance of a class, after the guards for it.
    fn allocate(&mut self, i: I, bits: u64) -> Operand {
        let Some(&Callee::Class(shot)) = self.shot.callees.get(&bits) else {
            unreachable!("a class")
        };
        self.same_callee(i, bits);
        let exit = self.exit(self.g.insts[i.i()].state, Reason::Guard);
        let class = self
            .o
            .object(bits as usize, LayoutId::Type, TypeMask::OTHER);
        let found = self.o.load(&class, FieldId::TypeVersion.info());
        let known = self.o.int(i64::from(shot.version), Repr::U32);
        let same = self.o.id_eq(&found, &known);
        self.o.guard(&same, exit);
        let mut obj = self
            .o
            .call(&Hook::from(HookId::CallAllocate.info()), &[class]);
        obj.mask = TypeMask::OTHER;
        obj.immediate = true;
        obj
    }

    /// An `__init__` must have returned nothing.
    fn initialised(&mut self, result: &Operand) {
        if result.repr == Repr::None || result.mask.within(TypeMask::NONE) {
            return;
        }
        let result = self.o.convert(result, Repr::Value);
        let nothing = self.o.is_none(&result);
        let (slow, done) = (self.o.block("something"), self.o.block("nothing"));
        self.o.branch(&nothing, done, slow, Likely::Then);
        self.o.switch_to(slow);
        self.o
            .call(&Hook::from(HookId::CallInitialised.info()), &[result]);
        self.o.jump(done);
        self.o.switch_to(done);
    }

    /// Names of a call's keyword arguments.
    fn keywords(&self, inst: &Inst) -> &'a [u64] {
        let names = inst.args.last().and_then(|&v| self.g.known(v));
        names
            .and_then(|bits| self.shot.names.get(&bits))
            .map_or(&[], |n| &n[..])
    }

    /// Calls what a builtin runs, past the binding of methods and the like.
    fn native(&mut self, i: I, bits: u64) -> Operand {
        let Some(Callee::Native(native)) = self.shot.callees.get(&bits) else {
            unreachable!("a builtin")
        };
        let inst = &self.g.insts[i.i()];
        let tys: Vec<Ty> = inst.args.iter().map(|&v| self.g.ty(v)).collect();
        let (first, _) = arguments(inst, &tys);
        let mut xs: Vec<Operand> = Vec::with_capacity(inst.args.len());
        if native.receiver != 0 {
            xs.push(self.o.value(native.receiver, TypeMask::ANY));
        }
        xs.extend((first..inst.args.len() - 1).map(|k| self.arg(i, k).known_present()));
        let values = self.values;
        let values = self.o.store_values(&values, &xs);
        let names = self.arg(i, inst.args.len() - 1);
        let entry = self.o.address(native.entry, ADDRESS);
        let signature = Signature {
            params: &[Repr::Values, Repr::OptValue],
            result: Repr::OptValue,
            raises: false,
        };
        let x = self
            .o
            .call_address(&entry, &signature, &[values, names], None);
        let there = self.o.present(&x);
        let raise = self.o.on_raise().expect("calls raise");
        self.o.guard(&there, raise);
        let mut x = x.known_present();
        if let Some(row) = native.row {
            x.mask = transfer::builtin(row).result;
        }
        x
    }

    fn cache_value(&self, i: I) -> u64 {
        let inst = &self.g.insts[i.i()];
        let unit = self.unit(inst.ctx);
        let node = unit.normal.nodes[inst.pc as usize];
        unit.caches[node.cell as usize]
            .entries
            .first()
            .map_or(0, |e| e.content.value)
    }

    /// Leaves unless the callee is that object.
    fn same_callee(&mut self, i: I, bits: u64) {
        let g = self.g;
        let inst = &g.insts[i.i()];
        let callee = self.arg(i, 0).known_present();
        let known = g.known(inst.args[0]) == Some(bits) || g.ty(inst.args[0]).known == Some(bits);
        let function = match self.shot.callees.get(&bits) {
            Some(Callee::Function(f)) => Some(f),
            _ => None,
        };
        if known && function.is_none() {
            return;
        }
        if !known {
            let exit = self.exit(inst.state, Reason::Guard);
            let known = self.o.value(bits, TypeMask::OTHER);
            let same = self.o.same(&callee, &known);
            self.o.guard(&same, exit);
        }
        if function.is_some() {
            self.same_function(i, bits);
        }
    }

    /// Leaves unless the function is as it was.
    fn same_function(&mut self, i: I, bits: u64) {
        if let Some(Callee::Function(shot)) = self.shot.callees.get(&bits) {
            let exit = self.exit(self.g.insts[i.i()].state, Reason::Guard);
            // `func_code` may be assigned to.
            let f = self
                .o
                .object(bits as usize, LayoutId::Function, TypeMask::OTHER);
            let found = self.o.load(&f, FieldId::FunctionCode.info());
            let code = self.o.object(shot.code, LayoutId::Code, TypeMask::OTHER);
            let same = self.o.same(&found, &code);
            self.o.guard(&same, exit);
            // And `func_defaults`.
            if shot.defaults_tuple != 0 {
                let found = self.o.load(&f, FieldId::FunctionDefaults.info());
                let at = shot.defaults_tuple as usize;
                let known = self.o.object(at, LayoutId::Tuple, TypeMask::TUPLE);
                let same = self.o.same(&found.known_present(), &known);
                self.o.guard(&same, exit);
            }
        }
    }

    /// Calls a Python function: its frame is made here.
    fn direct(
        &mut self,
        i: I,
        f: &FunctionShot,
        function: Option<&Operand>,
        args: &[Operand],
    ) -> Operand {
        let inst = &self.g.insts[i.i()];
        let (frame, _) = self.push(i, f, function, args);
        let code = self.o.object(f.code, LayoutId::Code, TypeMask::OTHER);
        let entry = self.o.load(
            &code,
            &field(
                "code.entry",
                FieldId::CodeEntry.info().offset as usize,
                8,
                crate::output::Store::I64,
            ),
        );
        let entry = self.o.convert(&entry, ADDRESS);
        let zero = self.o.int(0, Repr::U32);
        let signature = Signature {
            params: &[Repr::Frame, Repr::U32],
            result: Repr::OptValue,
            raises: false,
        };
        let x = self
            .o
            .call_address(&entry, &signature, &[frame, zero], None);
        self.pop(&frame, inst.ctx);
        let there = self.o.present(&x);
        let raise = self.o.on_raise().expect("calls raise");
        self.o.guard(&there, raise);
        x.known_present()
    }

    /// Makes the frame of a call, as `Thread::push_frame` does, or leaves where calls nest too deep.
    ///
    /// `function` is one of the same code, where it is not `f` itself.
    fn push(
        &mut self,
        i: I,
        f: &FunctionShot,
        function: Option<&Operand>,
        args: &[Operand],
    ) -> (Operand, Operand) {
        let inst = &self.g.insts[i.i()];
        let exit = self.exit(inst.state, Reason::Interrupt);
        let t = self.thread;
        let top = self.o.load(&t, &THREAD_TOP);
        let end = self.o.load(&t, &THREAD_END);
        let words = self
            .o
            .int(8 * (FRAME_WORDS as i64 + i64::from(f.nregs)), Repr::I64);
        let next = self.o.add(&top, &words);
        let fits = self.o.le(&next, &end);
        self.o.guard(&fits, exit);
        let depth = self.o.load(&t, &THREAD_DEPTH);
        let depth = self.o.convert(&depth, Repr::I64);
        let limit = self.o.load(&t, &THREAD_LIMIT);
        let limit = self.o.convert(&limit, Repr::I64);
        let shallow = self.o.lt(&depth, &limit);
        self.o.guard(&shallow, exit);
        let here = self.o.frame_address();
        let stack = self.o.load(&t, &THREAD_STACK);
        let room = self.o.lt(&stack, &here);
        self.o.guard(&room, exit);

        let outer = self.current_frame(inst.ctx);
        let frame = self.o.convert(&top, Repr::Frame);
        let header = self.o.int(8 * FRAME_WORDS as i64, Repr::I64);
        let regs = self.o.add(&top, &header);
        let null = self.o.int(0, Repr::I64);
        let zero = self.o.int(0, Repr::U32);
        let word = |l: &mut Self, address: usize| {
            let x = l.o.object(address, LayoutId::Object, TypeMask::OTHER);
            l.o.convert(&x, Repr::I64)
        };
        let prev = self.o.convert(&outer, Repr::I64);
        self.o.store(&frame, &FRAME_PREV, &prev);
        let x = word(self, f.code);
        self.o.store(&frame, &FRAME_CODE, &x);
        self.o.store(&frame, &FRAME_REGS, &regs);
        for part in [&FRAME_PC, &FRAME_FLAGS, &FRAME_RESUME, &FRAME_SENT] {
            self.o.store(&frame, part, &zero);
        }
        let (x, globals, builtins) = match function {
            None => (
                word(self, f.address),
                word(self, f.globals),
                word(self, f.builtins),
            ),
            Some(function) => {
                let globals = self.o.load(function, FieldId::FunctionGlobals.info());
                let builtins = self.o.load(function, FieldId::FunctionBuiltins.info());
                (
                    self.o.convert(function, Repr::I64),
                    self.o.convert(&globals, Repr::I64),
                    self.o.convert(&builtins, Repr::I64),
                )
            }
        };
        self.o.store(&frame, &FRAME_FUNCTION, &x);
        self.o.store(&frame, &FRAME_GLOBALS_WORD, &globals);
        self.o.store(&frame, &FRAME_BUILTINS_WORD, &builtins);
        self.o.store(&frame, &FRAME_LOCALS, &null);
        self.o.store(&frame, &FRAME_OBJECT, &null);
        for k in 0..3 {
            let f = field(
                "frame.saved",
                FRAME_SAVED + 8 * k,
                8,
                crate::output::Store::I64,
            );
            self.o.store(&frame, &f, &null);
        }
        let regs = self.o.convert(&regs, ADDRESS);
        for (r, x) in args.iter().enumerate() {
            self.store_register(&regs, r as u32, x);
        }
        let absent = self.o.null(Repr::OptValue);
        for r in args.len() as u32..f.nregs {
            self.store_register(&regs, r, &absent);
        }
        let one = self.o.int(1, Repr::I64);
        let deeper = self.o.add(&depth, &one);
        let deeper = self.o.convert(&deeper, Repr::U32);
        self.o.store(&t, &THREAD_DEPTH, &deeper);
        self.o.store(&t, &THREAD_TOP, &next);
        self.o.store(&t, &THREAD_FRAME, &top);
        (frame, regs)
    }

    /// The innermost frame in memory, seen from a context.
    fn current_frame(&self, ctx: C) -> Operand {
        let mut at = ctx;
        loop {
            if let Some((frame, _)) = self.frames[at.i()] {
                return frame;
            }
            match self.g.ctxs[at.i()].parent {
                Some((p, _)) => at = p,
                None => unreachable!("the outermost context has a frame"),
            }
        }
    }

    /// Undoes `push`, as `Thread::pop_frame` does.
    fn pop(&mut self, frame: &Operand, outer: C) {
        let t = self.thread;
        let flags = self.o.load(frame, &FRAME_FLAGS);
        let flags = self.o.convert(&flags, Repr::I64);
        let object = self.o.load(frame, &FRAME_OBJECT);
        let both = self.o.or_(&flags, &object);
        let zero = self.o.int(0, Repr::I64);
        let plain = self.o.eq(&both, &zero);
        let (slow, done) = (self.o.block("pop"), self.o.block("popped"));
        self.o.branch(&plain, done, slow, Likely::Then);
        self.o.switch_to(slow);
        let before = self.o.on_raise();
        self.o.call(&super::hooks::leaving(), &[*frame]);
        self.o.set_on_raise(before);
        self.o.jump(done);
        self.o.switch_to(done);
        let outer = self.current_frame(outer);
        let prev = self.o.convert(&outer, Repr::I64);
        self.o.store(&t, &THREAD_FRAME, &prev);
        let top = self.o.convert(frame, Repr::I64);
        self.o.store(&t, &THREAD_TOP, &top);
        let depth = self.o.load(&t, &THREAD_DEPTH);
        let depth = self.o.convert(&depth, Repr::I64);
        let one = self.o.int(1, Repr::I64);
        let depth = self.o.sub(&depth, &one);
        let depth = self.o.convert(&depth, Repr::U32);
        self.o.store(&t, &THREAD_DEPTH, &depth);
    }

    /// Into an inlined function.
    fn enter(&mut self, i: I, c: C) {
        let g = self.g;
        let inst = &g.insts[i.i()];
        let Plan::Direct(bits) = inst.plan else {
            unreachable!("an inlined call is direct")
        };
        self.stress(i);
        self.same_callee(i, bits);
        if g.ctxs[c.i()].framed
            && let Some(Callee::Function(f)) = self.shot.callees.get(&bits)
        {
            // The outer frame stands at the call meanwhile.
            let frame = self.current_frame(inst.ctx);
            let number = self.o.int(i64::from(inst.pc), Repr::U32);
            self.o.store(&frame, &FRAME_PC, &number);
            let args: Vec<Operand> = (1..inst.args.len()).map(|k| self.arg(i, k)).collect();
            self.frames[c.i()] = Some(self.push(i, f, None, &args));
            for (r, &v) in inst.args[1..].iter().enumerate() {
                let root = self.root(v);
                self.synced.insert((c, r as u32), root);
            }
        }
    }

    /// Somebody has the frame's object, which will keep the variables' values.
    fn close(&mut self, i: I) {
        let inst = &self.g.insts[i.i()];
        let Some((frame, _)) = self.frames[inst.ctx.i()] else {
            return;
        };
        let object = self.o.load(&frame, &FRAME_OBJECT);
        let zero = self.o.int(0, Repr::I64);
        let plain = self.o.eq(&object, &zero);
        let (slow, done) = (self.o.block("seen"), self.o.block("unseen"));
        self.o.branch(&plain, done, slow, Likely::Then);
        self.o.switch_to(slow);
        let before = std::mem::take(&mut self.synced);
        self.sync(inst.state);
        self.synced.retain(|key, v| before.get(key) == Some(v));
        self.o.jump(done);
        self.o.switch_to(done);
    }

    // Control nodes.

    fn number(&mut self, n: u32) -> Operand {
        self.o.int(i64::from(n), Repr::I64)
    }

    fn control(&mut self, i: I) {
        let g = self.g;
        let inst = &g.insts[i.i()];
        let node = self.unit(inst.ctx).normal.nodes[inst.pc as usize];
        match inst.op {
            Op::CheckLocal => {
                let x = self.arg(i, 0);
                if x.is_optional() {
                    let exit = self.exit(inst.state, Reason::Cold);
                    let there = self.o.present(&x);
                    self.o.guard(&there, exit);
                }
                let x = x.known_present();
                let v = inst.refined[0];
                if v != inst.args[0] {
                    self.vals[v.i()] = Some(x);
                }
            }
            Op::MakeCell => {
                let content = self.arg(i, 0);
                let x = self.o.call(&hooks::make_cell(), &[content]);
                self.set_out(i, 0, &x);
            }
            Op::FreeCell => {
                let (frame, _) = self.frames[inst.ctx.i()].expect("a framed context");
                let index = self.number(node.a);
                let x = self.o.call(&hooks::free_cell(), &[frame, index]);
                self.set_out(i, 0, &x);
            }
            Op::LoadCell => {
                let cell = self.arg(i, 0);
                let cell = self.o.convert(&cell, Repr::Ptr(LayoutId::CellVar));
                let x = self.o.load(&cell, FieldId::CellVarContent.info());
                // The interpreter raises.
                let exit = self.exit(inst.state, Reason::Cold);
                let there = self.o.present(&x);
                self.o.guard(&there, exit);
                self.set_out(i, 0, &x.known_present());
            }
            Op::StoreCell => {
                let (cell, x) = (self.arg(i, 0), self.arg(i, 1));
                let cell = self.o.convert(&cell, Repr::Ptr(LayoutId::CellVar));
                let x = self.o.convert(&x, Repr::OptValue);
                self.o.store(&cell, FieldId::CellVarContent.info(), &x);
            }
            Op::LoopHeader => {
                let word = self
                    .o
                    .load_changing_word(runtime::interrupt::word() as usize);
                let zero = self.o.int(0, Repr::U32);
                let quiet = self.o.id_eq(&word, &zero);
                let exit = self.exit(inst.state, Reason::Interrupt);
                self.o.guard(&quiet, exit);
            }
            Op::Raise => {
                let args = [self.arg(i, 0), self.arg(i, 1), self.arg(i, 2)];
                self.o.call(&hooks::raise(), &args);
                self.o.unreachable();
            }
            Op::Reraise => {
                let args = [self.arg(i, 0), self.arg(i, 1), self.arg(i, 2)];
                self.o.call(&hooks::reraise(), &args);
                let exit = self.o.on_raise().expect("it raises");
                self.o.leave(exit);
            }
            Op::Catch | Op::CatchRaw => {
                let (frame, _) = self.frames[inst.ctx.i()].expect("a framed context");
                let at = self.number(node.dst);
                let hook = if inst.op == Op::Catch {
                    hooks::catch()
                } else {
                    hooks::catch_raw()
                };
                self.o.call(&hook, &[frame, at]);
                let (_, regs) = self.frames[inst.ctx.i()].expect("a framed context");
                for n in 0..3u32 {
                    let f = field(
                        "register",
                        (node.dst + n) as usize * 8,
                        8,
                        crate::output::Store::OptValue,
                    );
                    let x = self.o.load(&regs, &f).known_present();
                    self.set_out(i, n as usize, &x);
                }
            }
            Op::Resume => {
                let x = self.arg(i, 0);
                let there = self.o.present(&x);
                let exit = self.o.on_raise().expect("it raises");
                self.o.guard(&there, exit);
                self.set_out(i, 0, &x.known_present());
            }
            other => unreachable!("{other:?} is lowered elsewhere"),
        }
    }
}
