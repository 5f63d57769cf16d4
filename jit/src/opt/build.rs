//! From the normalised form to the graph, inlining on the way.
//!
//! The nodes' blocks are taken in their order, in which only back edges of loops point backwards. Where several
//! edges meet, and at the tops of loops, every register that is live or a variable becomes a parameter; those
//! that turn out to be the same value on all edges are taken out again at the end.

mod inline;

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use interp::normal::cfg::Cfg;
use interp::normal::liveness::{Liveness, Locals, RegSet};
use interp::normal::{Flow, Node, NodeCode, Op, Operand, Role};
use runtime::layouts::TypeMask;
use runtime::ops::Protocol;

use super::ir::*;
use super::snapshot::{Callee, Snapshot, UnitShot};
use super::types::{Plan, Ty, operator_of, protocol_of};
use crate::transfer::Made;
pub use inline::{Apart, Calls, Inlining};

/// Why a unit cannot be built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsupported(pub &'static str);

type Regs = Vec<Option<V>>;

/// What a context's code needs of itself.
struct Unit<'a> {
    shot: &'a UnitShot,
    live: Vec<RegSet>,
}

struct Builder<'a> {
    g: Graph,
    shot: &'a Snapshot,
    units: HashMap<usize, Rc<Unit<'a>>>,
    speculate: bool,
    inlining: Inlining<'a>,
    /// Callees known from method lookups.
    hints: HashMap<V, u64>,
}

/// A context being built.
struct Body<'a> {
    ctx: C,
    unit: Rc<Unit<'a>>,
    /// Blocks of the graph by block of the unit.
    blocks: Vec<Option<B>>,
    /// Registers at the start of blocks that have one predecessor.
    incoming: Vec<Option<Regs>>,
    /// Where an inlined function returns to.
    exit: Option<B>,
    /// Blocks of the unit that are not inlined, and the block that calls the function instead.
    apart: Option<(Rc<HashSet<u32>>, B)>,
}

/// Builds the graph of the snapshot's first unit, entered at the numbered entries.
pub fn build(
    shot: &Snapshot,
    entries: &[u32],
    speculate: bool,
    inlining: Inlining,
) -> Result<Graph, Unsupported> {
    let mut b = Builder {
        inlining,
        g: Graph::default(),
        shot,
        units: HashMap::new(),
        speculate,
        hints: HashMap::new(),
    };
    b.g.ctxs.push(Ctx {
        unit: 0,
        function: None,
        parent: None,
        framed: true,
        apart: false,
        depth: 0,
        enter: None,
    });
    let unit = b.unit(0);
    let n = unit.shot.cfg.blocks.len();
    let mut body = Body {
        ctx: C(0),
        unit: unit.clone(),
        blocks: vec![None; n],
        incoming: vec![None; n],
        exit: None,
        apart: None,
    };
    for &number in entries {
        b.entry(&mut body, number);
    }
    b.body(&mut body)?;
    super::prune::prune(&mut b.g);
    Ok(b.g)
}

/// Every register that a program may see.
fn variables(normal: &NodeCode) -> u32 {
    normal.first_temp()
}

/// Does something write 0 to a temporary: a method's lookup that found what takes no receiver, or the start of
/// a `finally` that nothing raised into?
fn may_be_absent(normal: &NodeCode, r: u32) -> bool {
    normal.nodes.iter().any(|node| match node.op {
        Op::LoadMethod => node.dst + 1 == r,
        Op::Clear => (node.dst..node.dst + u32::from(node.n)).contains(&r),
        _ => false,
    })
}

impl<'a> Builder<'a> {
    fn unit(&mut self, index: usize) -> Rc<Unit<'a>> {
        if let Some(u) = self.units.get(&index) {
            return u.clone();
        }
        let shot = &self.shot.units[index];
        let normal: &NodeCode = &shot.normal;
        let live = {
            let cfg: &Cfg = &shot.cfg;
            let l = Liveness::new(normal, cfg, Locals::Read);
            let mut sets = vec![RegSet::empty(normal.nregs); normal.nodes.len()];
            for b in 0..cfg.blocks.len() as u32 {
                l.for_each_backward(b, |i, before, _| sets[i as usize] = before.clone());
            }
            sets
        };
        let unit = Rc::new(Unit { shot, live });
        self.units.insert(index, unit.clone());
        unit
    }

    fn entry(&mut self, body: &mut Body<'a>, number: u32) {
        let normal = &body.unit.shot.normal;
        let node = normal.resume[number as usize];
        let block = self.g.block(body.ctx);
        self.g.order.push(block);
        self.g.entries.push(Entry { number, block });
        let mut regs: Regs = vec![None; normal.nregs as usize];
        let live = &body.unit.live[node as usize];
        for r in 0..normal.nregs {
            let variable = r < variables(normal);
            if number == 0 {
                if r < normal.nparams() {
                    let v = self.g.value(Def::Register(block, r));
                    self.g.types[v.i()] = Ty::ANY;
                    // A frame made for general arguments may leave none of them out.
                    regs[r as usize] = Some(v);
                } else if variable {
                    regs[r as usize] = Some(self.g.constant(0, Ty::ABSENT));
                }
            } else if variable || live.contains(r) {
                let v = self.g.value(Def::Register(block, r));
                let optional = variable || may_be_absent(normal, r);
                self.g.types[v.i()] = if optional { Ty::OPTIONAL } else { Ty::ANY };
                if normal.nodes[node as usize].op == Op::Resume {
                    self.g.types[v.i()] = Ty::OPTIONAL;
                }
                if let Some(t) = self.shot.registers.get(r as usize)
                    && !body.unit.shot.failed(node)
                    && !t.is_nothing()
                    && t.present
                    && t.known.is_none()
                {
                    // Guarded where execution enters.
                    self.g.types[v.i()] = *t;
                }
                regs[r as usize] = Some(v);
            }
        }
        // A resume node after a yield tests what was sent: its register may be 0.
        let target = body.unit.shot.cfg.block_of[node as usize];
        let edge = self.edge(body, target, &regs, true);
        self.g.blocks[block.i()].term = Term::Jump(edge);
    }

    /// An edge to a block of the unit, from a place where registers hold that.
    fn edge(&mut self, body: &mut Body<'a>, target: u32, regs: &Regs, entry: bool) -> Edge {
        let cfg = &body.unit.shot.cfg;
        let t = &cfg.blocks[target as usize];
        let normal = &body.unit.shot.normal;
        let is_loop = normal.nodes[t.start as usize].op == Op::LoopHeader;
        let joins = entry
            || is_loop
            || t.preds.len() != 1
            || !t.throwers.is_empty()
            || normal.resume.contains(&t.start)
            || target == 0;
        let block = match body.blocks[target as usize] {
            Some(b) => b,
            None => {
                let b = self.g.block(body.ctx);
                self.g.blocks[b.i()].is_loop = is_loop;
                body.blocks[target as usize] = Some(b);
                if joins {
                    let live = &body.unit.live[t.start as usize];
                    let wanted: Vec<u32> = (0..normal.nregs)
                        .filter(|&r| r < variables(normal) || live.contains(r))
                        .collect();
                    for r in wanted {
                        self.g.param(b, r);
                    }
                } else {
                    body.incoming[target as usize] = Some(regs.clone());
                }
                b
            }
        };
        let wanted = self.g.blocks[block.i()].regs.clone();
        let absent = self.g.constant(0, Ty::ABSENT);
        let args = wanted
            .iter()
            .map(|&r| regs[r as usize].unwrap_or(absent))
            .collect();
        Edge { to: block, args }
    }

    fn body(&mut self, body: &mut Body<'a>) -> Result<(), Unsupported> {
        let unit = body.unit.clone();
        let cfg = &unit.shot.cfg;
        let n = cfg.blocks.len() as u32;
        let mut done = vec![false; n as usize];
        // Entered in the middle, an outer loop's top is reached from below: then once more from there.
        let mut next = 0;
        loop {
            let waits = |b: &u32| body.blocks[*b as usize].is_some() && !done[*b as usize];
            let Some(number) = (next..n)
                .find(waits)
                .or_else(|| (0..next.min(n)).find(waits))
            else {
                return Ok(());
            };
            next = number + 1;
            let Some(block) = body.blocks[number as usize] else {
                continue;
            };
            done[number as usize] = true;
            let mut regs: Regs = match body.incoming[number as usize].take() {
                Some(r) => r,
                None => {
                    let mut regs = vec![None; unit.shot.normal.nregs as usize];
                    let b = &self.g.blocks[block.i()];
                    for (&r, &v) in b.regs.iter().zip(&b.params) {
                        regs[r as usize] = Some(v);
                    }
                    regs
                }
            };
            self.g.order.push(block);
            self.block(body, number, block, &mut regs)?;
        }
    }

    fn block(
        &mut self,
        body: &mut Body<'a>,
        number: u32,
        first: B,
        regs: &mut Regs,
    ) -> Result<(), Unsupported> {
        if let Some((blocks, call)) = &body.apart
            && blocks.contains(&number)
        {
            self.g.blocks[first.i()].term = Term::Jump(Edge {
                to: *call,
                args: Vec::new(),
            });
            return Ok(());
        }
        let unit = body.unit.clone();
        let normal = unit.shot.normal.clone();
        if normal
            .nodes
            .iter()
            .any(|n| n.facts().effects.has(interp::normal::Effects::LOCALS))
        {
            return Err(Unsupported("a node that sees registers"));
        }
        if unit.shot.traces {
            return Err(Unsupported("it may have itself traced"));
        }
        let (start, end) = {
            let b = &unit.shot.cfg.blocks[number as usize];
            (b.start, b.end)
        };
        let mut at = first;
        for pc in start..end {
            let node = normal.nodes[pc as usize];
            if self.g.insts.len() > 40_000 {
                return Err(Unsupported("too big"));
            }
            if self.never_ran(&unit, pc, &node) {
                let s = self.state(body, pc, regs);
                self.g.blocks[at.i()].term = Term::Deopt(s);
                return Ok(());
            }
            match node.op {
                Op::Move => {
                    let v = self.operand(body, node.a, regs);
                    regs[node.dst as usize] = Some(v);
                }
                Op::Clear => {
                    let absent = self.g.constant(0, Ty::ABSENT);
                    for r in 0..u32::from(node.n) {
                        regs[(node.dst + r) as usize] = Some(absent);
                    }
                }
                Op::DeleteLocal => {
                    regs[node.dst as usize] = Some(self.g.constant(0, Ty::ABSENT));
                }
                Op::Jump => {
                    let target = unit.shot.cfg.block_of[node.c as usize];
                    let e = self.edge(body, target, regs, false);
                    self.g.blocks[at.i()].term = Term::Jump(e);
                    return Ok(());
                }
                Op::LoopHeader => {
                    let s = self.state(body, pc, regs);
                    self.g.blocks[at.i()].state = Some(s);
                    self.inst(body, at, pc, &node, regs);
                }
                Op::FreeCell if self.known_cell(body, node.a).is_some() => {
                    let bits = self.known_cell(body, node.a).unwrap_or(0);
                    let v = self.g.constant(bits, Ty::of_bits(bits, TypeMask::OTHER));
                    regs[node.dst as usize] = Some(v);
                }
                Op::Return => {
                    let v = self.operand(body, node.a, regs);
                    self.close(body, at, pc, regs);
                    match body.exit {
                        None => self.g.blocks[at.i()].term = Term::Return(v),
                        Some(exit) => {
                            self.g.blocks[at.i()].term = Term::Jump(Edge {
                                to: exit,
                                args: vec![v],
                            });
                        }
                    }
                    return Ok(());
                }
                Op::Yield => {
                    if body.exit.is_some() {
                        return Err(Unsupported("yield in inlined code"));
                    }
                    let value = self.operand(body, node.a, regs);
                    let state = self.state(body, pc + 1, regs);
                    self.g.blocks[at.i()].term = Term::Yield {
                        value,
                        state,
                        resume: node.c,
                        sent: node.dst,
                    };
                    return Ok(());
                }
                Op::BranchTrue | Op::BranchFalse => {
                    let i = self.inst(body, at, pc, &node, regs);
                    let cond = self.g.value(Def::Out(i, 0));
                    self.g.insts[i.i()].outs.push(cond);
                    let target = unit.shot.cfg.block_of[node.c as usize];
                    let next = unit.shot.cfg.block_of[pc as usize + 1];
                    let jump = self.edge(body, target, regs, false);
                    let fall = self.edge(body, next, regs, false);
                    let (then, other) = if node.op == Op::BranchTrue {
                        (jump, fall)
                    } else {
                        (fall, jump)
                    };
                    self.g.blocks[at.i()].term = Term::Branch { cond, then, other };
                    return Ok(());
                }
                Op::ForNext => {
                    let i = self.inst(body, at, pc, &node, regs);
                    // It is the block's end, not one of its instructions.
                    self.g.blocks[at.i()].insts.pop();
                    let item = self.g.value(Def::Out(i, 0));
                    self.g.insts[i.i()].outs.push(item);
                    let done = unit.shot.cfg.block_of[node.c as usize];
                    let next = unit.shot.cfg.block_of[pc as usize + 1];
                    let done = self.edge(body, done, regs, false);
                    regs[node.dst as usize] = Some(item);
                    let after = self.state(body, pc + 1, regs);
                    let got = self.edge(body, next, regs, false);
                    self.g.blocks[at.i()].term = Term::Item {
                        inst: i,
                        got,
                        done,
                        after,
                    };
                    return Ok(());
                }
                Op::Call | Op::CallMethod => match self.inlinable(body, pc, &node, regs) {
                    Some(call) => at = self.inline(body, at, pc, &node, regs, call)?,
                    None => self.plain(body, at, pc, &node, regs),
                },
                _ => {
                    self.plain(body, at, pc, &node, regs);
                    if node.facts().flow == Flow::Exit {
                        self.g.blocks[at.i()].term = Term::Raised;
                        return Ok(());
                    }
                    if node.target().is_some() {
                        return Err(Unsupported("a jump of an unknown kind"));
                    }
                }
            }
        }
        let next = unit.shot.cfg.block_of[end as usize];
        let e = self.edge(body, next, regs, false);
        self.g.blocks[at.i()].term = Term::Jump(e);
        Ok(())
    }

    /// Has the node, whose kind keeps a record, no record of having run?
    fn never_ran(&self, unit: &Unit, pc: u32, node: &Node) -> bool {
        if !self.speculate || unit.shot.settled(pc) || !unit.shot.warm {
            return false;
        }
        let word = unit.shot.profiles[pc as usize];
        if operator_of(node.op).is_some() {
            // A branch that was run together with the comparison before it has no record.
            let fused = matches!(node.op, Op::BranchTrue | Op::BranchFalse)
                && pc > 0
                && unit.shot.normal.nodes[pc as usize - 1].n == 1;
            return word == 0 && !fused && node.op != Op::Is && node.op != Op::IsNot;
        }
        if let Some(p) = protocol_of(node.op) {
            let row = crate::transfer::protocol(p);
            return word == 0
                && (!row.cached || {
                    let c = &unit.shot.caches[node.cell as usize];
                    c.entries.is_empty() && !c.filled
                });
        }
        false
    }

    fn known_cell(&self, body: &Body, index: u32) -> Option<u64> {
        let f = self.g.ctxs[body.ctx.i()].function?;
        match self.shot.callees.get(&(f as u64)) {
            Some(Callee::Function(f)) => f.cells.get(index as usize).copied(),
            _ => None,
        }
    }

    fn operand(&mut self, body: &Body, operand: u32, regs: &Regs) -> V {
        let op = Operand(operand);
        if op.is_const() {
            let (bits, ty) = body.unit.shot.consts[op.index() as usize];
            return self.g.constant(bits, ty);
        }
        match regs[operand as usize] {
            Some(v) => v,
            None => self.g.constant(0, Ty::ABSENT),
        }
    }

    /// What registers hold before a node.
    fn state(&mut self, body: &Body, pc: u32, regs: &Regs) -> S {
        let normal = &body.unit.shot.normal;
        let live = &body.unit.live[pc as usize];
        let regs = (0..normal.nregs)
            .filter(|&r| r < variables(normal) || live.contains(r))
            .filter_map(|r| regs[r as usize].map(|v| (r, v)))
            .collect();
        let parent = self.g.ctxs[body.ctx.i()].parent.map(|(_, s)| s);
        self.g.state(State {
            ctx: body.ctx,
            pc,
            regs,
            parent,
        })
    }

    /// A node without results yet.
    fn inst(&mut self, body: &mut Body<'a>, at: B, pc: u32, node: &Node, regs: &mut Regs) -> I {
        let args = self.operands(body, node, regs);
        let state = self.state(body, pc, regs);
        let handler = body.unit.shot.normal.handler(pc).map(|h| h.target);
        let raise = match handler {
            // What cannot raise has no edge: it would keep values alive.
            Some(h) if node.raises() => {
                let target = body.unit.shot.cfg.block_of[h as usize];
                Raise::Handler(self.edge(body, target, regs, false))
            }
            _ => Raise::Leave,
        };
        self.g.insts.push(Inst {
            kind: Kind::Node,
            ctx: body.ctx,
            pc,
            op: node.op,
            refined: Vec::new(),
            args: args.clone(),
            outs: Vec::new(),
            state,
            raise,
            plan: Plan::Unknown,
        });
        let i = I(self.g.insts.len() as u32 - 1);
        self.g.blocks[at.i()].insts.push(i);
        // Guards of these narrow their operands.
        let narrows = operator_of(node.op).is_some()
            || protocol_of(node.op).is_some()
            || node.op == Op::CheckLocal;
        let mut refined = Vec::with_capacity(args.len());
        for (n, &v) in args.iter().enumerate() {
            let known = matches!(self.g.defs[v.i()], Def::Const(_));
            if !narrows || known || node.op == Op::ForNext {
                refined.push(v);
                continue;
            }
            let new = self.g.value(Def::Refine(v, i, n as u32));
            if let Some(&h) = self.hints.get(&v) {
                self.hints.insert(new, h);
            }
            for r in regs.iter_mut().filter(|r| **r == Some(v)) {
                *r = Some(new);
            }
            refined.push(new);
        }
        self.g.insts[i.i()].refined = refined;
        i
    }

    /// Before a frame is left.
    fn close(&mut self, body: &Body<'a>, at: B, pc: u32, regs: &Regs) {
        let state = self.state(body, pc, regs);
        self.g.insts.push(Inst {
            kind: Kind::Close,
            ctx: body.ctx,
            pc,
            op: Op::Return,
            refined: Vec::new(),
            args: Vec::new(),
            outs: Vec::new(),
            state,
            raise: Raise::Leave,
            plan: Plan::Plain,
        });
        let i = I(self.g.insts.len() as u32 - 1);
        self.g.blocks[at.i()].insts.push(i);
    }

    /// A node whose results go to registers.
    fn plain(&mut self, body: &mut Body<'a>, at: B, pc: u32, node: &Node, regs: &mut Regs) {
        let i = self.inst(body, at, pc, node, regs);
        if let Role::Out(count) = node.facts().fields[0] {
            for n in 0..count.of(node) {
                let v = self.g.value(Def::Out(i, n));
                self.g.insts[i.i()].outs.push(v);
                regs[(node.dst + n) as usize] = Some(v);
            }
        }
        if node.op == Op::LoadMethod && self.speculate {
            self.hint_method(body, pc, node, i);
        }
    }

    fn hint_method(&mut self, body: &Body, pc: u32, node: &Node, i: I) {
        let cache = &body.unit.shot.caches[node.cell as usize];
        if let [e] = &cache.entries[..]
            && !cache.megamorphic
            && !body.unit.shot.settled(pc)
        {
            let outs = self.g.insts[i.i()].outs.clone();
            let row = crate::transfer::protocol(Protocol::LoadMethod);
            for (n, (v, made)) in outs.iter().zip(row.kinds[e.kind as usize].outs).enumerate() {
                // Of the receiver it only matters whether there is one.
                let hint = match made {
                    Made::Cell => e.content.value,
                    Made::Nothing => 0,
                    Made::Operand(_) | Made::Of(_) if n > 0 => 1,
                    Made::Operand(_) | Made::Of(_) => continue,
                };
                self.hints.insert(*v, hint);
            }
        }
    }

    /// Operands in the order in which the node's handler takes them, ranges one by one.
    fn operands(&mut self, body: &Body, node: &Node, regs: &Regs) -> Vec<V> {
        let mut out = Vec::new();
        for (role, field) in node.ordered_fields() {
            match role {
                Role::Value | Role::Const | Role::Cell | Role::Local | Role::Optional => {
                    out.push(self.operand(body, field, regs));
                }
                Role::Range(count) => {
                    for n in 0..count.of(node) {
                        out.push(self.operand(body, field + n, regs));
                    }
                }
                _ => {}
            }
        }
        out
    }
}
