//! Which instructions may run Python code, and so need frames that others can look at.

use interp::normal::{Effects, Op, Semantics};
use runtime::ops::Protocol;

use super::ir::*;
use super::snapshot::{Callee, Snapshot};
use super::types::{Fail, Plan, operator_of, protocol_of};
use crate::transfer;

/// May the instruction, performed as planned, run Python code or want its frame?
pub fn may_call(g: &Graph, shot: &Snapshot, i: I) -> bool {
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
            .any(|(n, c)| mask & 1 << n != 0 && c.effects.calls)
    };
    if let Some(o) = operator_of(inst.op) {
        let row = transfer::operator(o);
        return match inst.plan {
            Plan::Case(n, Fail::Leave) => cases(row.cases, 1 << n),
            Plan::Cases(mask, Fail::Leave) => cases(row.cases, mask),
            Plan::Wide(_) => false,
            Plan::Generic | Plan::Case(..) | Plan::Cases(..) => match row.slow {
                Some(h) => h.info().effects.calls,
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
                Some(Callee::Native(n)) => {
                    n.row.is_none_or(|row| transfer::builtin(row).effects.calls)
                }
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
                                .is_none_or(|k| k.effects.calls)
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
                    .is_none_or(|h| h.effects.calls)
        }
        _ => match inst.op {
            Op::LoopHeader | Op::CheckLocal | Op::LoadCell | Op::StoreCell | Op::MakeCell => false,
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
