//! Ints that leave the range of immediates on the way, and come back.
//!
//! The product in `(seed * 1103515245 + 12345) & 0x7fffffff` is a number in a heap box, and all that follows is slow.
//! Yet it fits a machine integer, as does every int of CPython: what does not is a long there. So an expression that
//! ends in a mask, or a remainder, which are immediate ints, is computed in machine integers, as the rows say in `wide`.
//!
//! An expression is taken if all its values but the last are used in it only. Where an operand is no immediate int,
//! or a result a long, the interpreter computes all of it again: its instructions follow one another, and have no effects.

use std::collections::HashMap;

use runtime::layouts::TypeMask;
use runtime::ops::Operator;
use runtime::value::INT_TAG;

use super::ir::*;
use super::snapshot::Snapshot;
use super::types::{Ty, operator_of};
use crate::transfer;

/// Masks are non-negative and have fewer bits: the result is an immediate int.
const MASK_BITS: u32 = 48;

/// What an instruction is in such an expression.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part {
    /// Its result is an immediate int, for others.
    pub last: bool,
    /// The state before the first of the expression.
    pub start: S,
}

/// The expressions of a graph.
#[derive(Default)]
pub struct Wide {
    parts: HashMap<I, Part>,
    /// Instructions of each, in order.
    expressions: Vec<Vec<I>>,
}

/// Where values are used.
struct Uses {
    args: Vec<Vec<I>>,
    states: Vec<Vec<S>>,
    elsewhere: Vec<bool>,
    refined: Vec<Vec<V>>,
    /// Instructions that have a state; nothing else may refer to it.
    of_state: Vec<Vec<I>>,
    state_elsewhere: Vec<bool>,
}

impl Uses {
    fn of(g: &Graph) -> Uses {
        let (values, states) = (g.defs.len(), g.states.len());
        let mut u = Uses {
            args: vec![Vec::new(); values],
            states: vec![Vec::new(); values],
            elsewhere: vec![false; values],
            refined: vec![Vec::new(); values],
            of_state: vec![Vec::new(); states],
            state_elsewhere: vec![false; states],
        };
        for (n, def) in g.defs.iter().enumerate() {
            if let Def::Refine(of, ..) = def {
                u.refined[of.i()].push(V(n as u32));
            }
        }
        for (n, state) in g.states.iter().enumerate() {
            for (_, v) in &state.regs {
                u.states[v.i()].push(S(n as u32));
            }
            if let Some(p) = state.parent {
                u.state_elsewhere[p.i()] = true;
            }
        }
        for c in &g.ctxs {
            if let Some((_, s)) = c.parent {
                u.state_elsewhere[s.i()] = true;
            }
        }
        for &b in &g.order {
            let block = &g.blocks[b.i()];
            for &i in &block.insts {
                u.of_state[g.insts[i.i()].state.i()].push(i);
                for v in &g.insts[i.i()].args {
                    u.args[v.i()].push(i);
                }
            }
            for edge in g.edges(b) {
                for v in &edge.args {
                    u.elsewhere[v.i()] = true;
                }
            }
            let mut other = |v: V| u.elsewhere[v.i()] = true;
            let state = match block.term {
                Term::Branch { cond, .. } => {
                    other(cond);
                    None
                }
                Term::Return(v) => {
                    other(v);
                    None
                }
                Term::Yield { value, state, .. } => {
                    other(value);
                    Some(state)
                }
                Term::Item { inst, after, .. } => {
                    let inst = &g.insts[inst.i()];
                    inst.args.iter().for_each(|&v| other(v));
                    u.state_elsewhere[inst.state.i()] = true;
                    Some(after)
                }
                Term::Deopt(s) => Some(s),
                Term::None | Term::Jump(_) | Term::Raised => None,
            };
            for s in state.into_iter().chain(block.state) {
                u.state_elsewhere[s.i()] = true;
            }
        }
        u
    }

    /// Is a value, under all its names, used by these instructions only?
    fn stays_in(&self, v: V, insts: &[I]) -> bool {
        let known = |s: &S| {
            !self.state_elsewhere[s.i()] && self.of_state[s.i()].iter().all(|i| insts.contains(i))
        };
        !self.elsewhere[v.i()]
            && self.args[v.i()].iter().all(|i| insts.contains(i))
            && self.states[v.i()].iter().all(known)
            && self.refined[v.i()].iter().all(|&r| self.stays_in(r, insts))
    }
}

/// The operator of an instruction whose row has a wide case.
fn operator(g: &Graph, i: I) -> Option<Operator> {
    let inst = &g.insts[i.i()];
    if inst.kind != Kind::Node {
        return None;
    }
    let operator = operator_of(inst.op)?;
    let row = transfer::operator(operator);
    (row.cases.iter().any(|c| c.wide) && inst.outs.len() == 1).then_some(operator)
}

/// Is it a mask that makes an immediate int of anything?
fn is_mask(g: &Graph, v: V) -> bool {
    matches!(g.defs[v.i()], Def::Const(bits) if bits >= INT_TAG && (bits & !INT_TAG) >> MASK_BITS == 0)
}

/// The operands of which an expression may consist that ends in an instruction; none when it does not end there.
fn operands_of_last(g: &Graph, i: I) -> &[V] {
    let args = &g.insts[i.i()].args;
    match operator(g, i) {
        Some(Operator::And | Operator::Iand) if args.iter().any(|&v| is_mask(g, v)) => args,
        // The divisor, an immediate int, is greater than the remainder.
        Some(Operator::Mod | Operator::Imod) => &args[..1],
        _ => &[],
    }
}

/// The expression that ends in `last`, in order.
fn expression(g: &Graph, uses: &Uses, insts: &[I], last: I) -> Vec<I> {
    let mut found = vec![last];
    let mut next = 0;
    while next < found.len() {
        let inst = &g.insts[found[next].i()];
        let args = if next == 0 {
            operands_of_last(g, last)
        } else {
            &inst.args
        };
        next += 1;
        for &v in args {
            if let Def::Out(i, 0) = g.defs[v.i()]
                && !found.contains(&i)
                && operator(g, i).is_some()
                && insts.contains(&i)
                && g.insts[i.i()].ctx == inst.ctx
            {
                found.push(i);
            }
        }
    }
    // What is used elsewhere as well is an operand like others.
    let leaves = |found: &[I], n: usize| {
        let out = g.insts[found[n].i()].outs[0];
        uses.args[out.i()].iter().all(|i| !found.contains(i)) || !uses.stays_in(out, found)
    };
    while let Some(n) = (1..found.len()).find(|&n| leaves(&found, n)) {
        found.remove(n);
    }
    found.sort_by_key(|i| insts.iter().position(|j| j == i));
    found
}

/// Finds the expressions that are worth it: in which something was slow.
pub fn find(g: &Graph, shot: &Snapshot, speculate: bool) -> Wide {
    let mut wide = Wide::default();
    if !speculate {
        return wide;
    }
    let mut uses = None;
    for &b in &g.order {
        let insts = &g.blocks[b.i()].insts;
        for (at, &last) in insts.iter().enumerate() {
            if operands_of_last(g, last).is_empty() {
                continue;
            }
            let uses = uses.get_or_insert_with(|| Uses::of(g));
            let found = expression(g, uses, insts, last);
            let unit = &shot.units[g.ctxs[g.insts[last.i()].ctx.i()].unit];
            let was_slow = |&i: &I| {
                let inst = &g.insts[i.i()];
                let slow = operator_of(inst.op).map_or(0, |o| transfer::operator(o).slow_bit());
                unit.profiles[inst.pc as usize] & slow != 0
            };
            let first = &g.insts[found[0].i()];
            let follow = insts[..=at].ends_with(&found);
            if found.len() < 2
                || !follow
                || !found.iter().any(was_slow)
                || unit.settled(first.pc)
                || found.iter().any(|i| wide.parts.contains_key(i))
            {
                continue;
            }
            for &i in &found {
                let part = Part {
                    last: i == last,
                    start: first.state,
                };
                wide.parts.insert(i, part);
            }
            wide.expressions.push(found);
        }
    }
    wide
}

impl Wide {
    /// What an instruction is in an expression, if it is part of one.
    pub fn part(&self, i: I) -> Option<Part> {
        self.parts.get(&i).copied()
    }

    /// Lets go of expressions that have operands which are no ints; says whether there were any.
    pub fn drop_others(&mut self, g: &Graph) -> bool {
        let is_int = |v: &V| {
            let t = g.ty(*v);
            t.is_nothing()
                || t.fits(TypeMask::INT)
                || t.mask.meets(TypeMask::INT) && t.known.is_none()
        };
        let (good, bad): (Vec<_>, Vec<_>) = std::mem::take(&mut self.expressions)
            .into_iter()
            .partition(|e| e.iter().all(|i| g.insts[i.i()].args.iter().all(is_int)));
        self.expressions = good;
        for i in bad.iter().flatten() {
            self.parts.remove(i);
        }
        !bad.is_empty()
    }
}

/// The type of what an expression computes; for those who are part of it, of the parts.
pub const INT: Ty = Ty {
    mask: TypeMask::INT,
    immediate: true,
    present: true,
    known: None,
};
