//! Which instructions may run Python code, and so need frames that others can look at; which parts of functions need none.

use std::collections::HashSet;

use interp::normal::{Effects, Op, Semantics};
use runtime::ops::Protocol;

use super::ir::*;
use super::snapshot::{Callee, Snapshot};
use super::types::{Fail, Plan, operator_of, protocol_of};
use crate::transfer;

/// What an instruction may do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Deed {
    /// Run Python code.
    Call,
    /// Change what others can see.
    Write,
}

impl Deed {
    fn among(self, effects: &runtime::layouts::Effects) -> bool {
        match self {
            Deed::Call => effects.calls,
            Deed::Write => effects.writes != 0,
        }
    }
}

/// May the instruction, performed as planned, run Python code or want its frame?
pub fn may_call(g: &Graph, shot: &Snapshot, i: I) -> bool {
    may(g, shot, i, Deed::Call)
}

fn may(g: &Graph, shot: &Snapshot, i: I, deed: Deed) -> bool {
    let inst = &g.insts[i.i()];
    match inst.kind {
        Kind::Enter(c) => return g.ctxs[c.i()].framed,
        Kind::Leave(_) | Kind::Close | Kind::Instance(_) | Kind::Initialised => return false,
        Kind::Node => {}
    }
    let cases = |cases: &[transfer::CaseInfo], mask: u32| {
        cases
            .iter()
            .enumerate()
            .any(|(n, c)| mask & 1 << n != 0 && deed.among(&c.effects))
    };
    if let Some(o) = operator_of(inst.op) {
        let row = transfer::operator(o);
        return match inst.plan {
            Plan::Case(n, Fail::Leave) => cases(row.cases, 1 << n),
            Plan::Cases(mask, Fail::Leave) => cases(row.cases, mask),
            Plan::Wide(_) => false,
            Plan::Generic | Plan::Case(..) | Plan::Cases(..) => match row.slow {
                Some(h) => deed.among(&h.info().effects),
                None => cases(row.cases, u32::MAX),
            },
            _ => true,
        };
    }
    if let Some(p) = protocol_of(inst.op) {
        let row = transfer::protocol(p);
        if inst.op == Op::ForNext {
            return true;
        }
        return match inst.plan {
            Plan::Case(n, Fail::Leave) => cases(row.cases, 1 << n),
            Plan::Cases(mask, Fail::Leave) => cases(row.cases, mask),
            Plan::Builtin(b, mask, Fail::Leave) => cases(transfer::builtin(b).cases, mask),
            Plan::Native(bits) => match shot.callees.get(&bits) {
                Some(Callee::Native(n)) => n
                    .row
                    .is_none_or(|row| deed.among(&transfer::builtin(row).effects)),
                _ => true,
            },
            Plan::Entries(mask, Fail::Leave) if p != Protocol::Call => {
                let unit = &shot.units[g.ctxs[inst.ctx.i()].unit];
                let node = unit.normal.nodes[inst.pc as usize];
                unit.caches[node.cell as usize]
                    .entries
                    .iter()
                    .enumerate()
                    .any(|(n, e)| {
                        mask & 1 << n != 0
                            && row
                                .kinds
                                .get(e.kind as usize)
                                .is_none_or(|k| deed.among(&k.effects))
                    })
            }
            _ => true,
        };
    }
    match inst.op.facts().semantics {
        Semantics::Hook(name, frame) => {
            frame
                || runtime::ops::HOOKS
                    .iter()
                    .find(|h| h.name == name)
                    .is_none_or(|h| deed.among(&h.effects))
        }
        _ => match inst.op {
            Op::LoopHeader | Op::CheckLocal | Op::LoadCell | Op::MakeCell => false,
            Op::StoreCell => deed == Deed::Write,
            // A handler's beginning finds the exception's three parts in the frame.
            Op::CatchRaw => deed == Deed::Call,
            op => op.facts().effects != Effects::NONE,
        },
    }
}

/// Finds the inlined contexts that need a frame in memory: those in which Python code may run, and those around
/// them.
pub fn frames(g: &mut Graph, shot: &Snapshot) {
    // Inner contexts have higher numbers.
    let mut by_ctx: Vec<Vec<I>> = vec![Vec::new(); g.ctxs.len()];
    for &b in &g.order {
        let block = &g.blocks[b.i()];
        for &i in &block.insts {
            by_ctx[g.insts[i.i()].ctx.i()].push(i);
        }
        if let Term::Item { inst, .. } = block.term {
            by_ctx[g.insts[inst.i()].ctx.i()].push(inst);
        }
    }
    for c in (1..g.ctxs.len()).rev() {
        let framed = by_ctx[c].iter().any(|&i| may_call(g, shot, i));
        g.ctxs[c].framed = framed;
    }
}

/// The part of an inlined function that needs no frame, from its start to a return: the blocks of its unit at which that
/// part ends. None if it returns nowhere, or if the function is one that makes an instance.
///
/// What has been done where one of them is reached can be done again.
pub fn leaf(g: &Graph, shot: &Snapshot, c: C) -> Option<HashSet<u32>> {
    let ctx = &g.ctxs[c.i()];
    let (_, call) = ctx.parent?;
    if construction(g.states[call.i()].regs.iter().map(|&(r, _)| r)) > 0 {
        return None;
    }
    let cfg = &shot.units[ctx.unit].cfg;
    let block_of = |i: I| -> Option<u32> {
        let inst = &g.insts[i.i()];
        let (mut at, mut pc) = (inst.ctx, inst.pc);
        while at != c {
            let (outer, call) = g.ctxs[at.i()].parent?;
            (at, pc) = (outer, g.states[call.i()].pc);
        }
        Some(cfg.block_of[pc as usize])
    };
    let (mut ends, mut writes, mut returns) = (HashSet::new(), HashSet::new(), HashSet::new());
    for &b in &g.order {
        let block = &g.blocks[b.i()];
        let last = match block.term {
            Term::Item { inst, .. } => Some(inst),
            _ => None,
        };
        for &i in block.insts.iter().chain(&last) {
            let Some(place) = block_of(i) else { continue };
            let inst = &g.insts[i.i()];
            if may(g, shot, i, Deed::Call) || inst.op == Op::LoopHeader {
                ends.insert(place);
            } else if may(g, shot, i, Deed::Write) {
                writes.insert(place);
            } else if inst.kind == Kind::Close && inst.ctx == c {
                returns.insert(place);
            }
        }
    }
    // A write before an end would be done twice.
    let reaches = |from: u32, to: &HashSet<u32>| {
        let (mut seen, mut work) = (HashSet::new(), vec![from]);
        while let Some(b) = work.pop() {
            if to.contains(&b) {
                return true;
            }
            if seen.insert(b) {
                work.extend(&cfg.blocks[b as usize].succs);
            }
        }
        false
    };
    while let Some(&b) = writes.iter().find(|&&b| reaches(b, &ends)) {
        writes.remove(&b);
        ends.insert(b);
    }
    let (mut seen, mut work) = (HashSet::new(), vec![0]);
    let mut found = false;
    while let Some(b) = work.pop() {
        if !ends.contains(&b) && seen.insert(b) {
            found |= returns.contains(&b);
            work.extend(&cfg.blocks[b as usize].succs);
        }
    }
    found.then_some(ends)
}
