//! Which registers may still be read, for each node.
//!
//! A register is live before a node if a path leads from there to a read of it that
//! crosses no write. Exception edges count: what a handler reads is live at every
//! node that may raise into it. Nodes that see the whole frame (`exec`, `import *`) read
//! every variable. What `locals()` and tracebacks could show is not counted: ask for
//! [`Locals::Visible`] to keep variables live wherever Python code can run.

use super::cfg::Cfg;
use super::code::NodeCode;
use super::facts::Effects;
use super::node::Node;
use super::op::Op;

/// A set of registers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegSet(Box<[u64]>);

impl RegSet {
    pub fn empty(nregs: u32) -> RegSet {
        RegSet(vec![0; nregs.div_ceil(64) as usize].into())
    }

    #[inline]
    pub fn contains(&self, register: u32) -> bool {
        self.0
            .get(register as usize / 64)
            .is_some_and(|w| w >> (register % 64) & 1 != 0)
    }

    #[inline]
    pub fn insert(&mut self, register: u32) {
        self.0[register as usize / 64] |= 1 << (register % 64);
    }

    #[inline]
    pub fn remove(&mut self, register: u32) {
        self.0[register as usize / 64] &= !(1 << (register % 64));
    }

    /// Adds all of `other`; did that change anything?
    pub fn union(&mut self, other: &RegSet) -> bool {
        let mut changed = false;
        for (a, b) in self.0.iter_mut().zip(&other.0) {
            changed |= b & !*a != 0;
            *a |= b;
        }
        changed
    }

    /// Keeps what is in `other` too; did that change anything?
    pub fn intersect(&mut self, other: &RegSet) -> bool {
        let mut changed = false;
        for (a, b) in self.0.iter_mut().zip(&other.0) {
            changed |= *a & !b != 0;
            *a &= b;
        }
        changed
    }

    /// The registers, ascending.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().enumerate().flat_map(|(i, &word)| {
            std::iter::successors(Some(word), |w| Some(w & w.wrapping_sub(1)))
                .take_while(|&w| w != 0)
                .map(move |w| i as u32 * 64 + w.trailing_zeros())
        })
    }
}

/// Are variables live only where they are read, or wherever a program could look?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locals {
    Read,
    /// Variables (not temporaries) are live at every node that may run Python code.
    Visible,
}

/// Live registers at the borders of each block; within one they are found on demand.
pub struct Liveness<'a> {
    code: &'a NodeCode,
    cfg: &'a Cfg,
    locals: Locals,
    live_in: Vec<RegSet>,
    live_out: Vec<RegSet>,
}

impl<'a> Liveness<'a> {
    pub fn new(code: &'a NodeCode, cfg: &'a Cfg, locals: Locals) -> Liveness<'a> {
        let empty = vec![RegSet::empty(code.nregs); cfg.blocks.len()];
        let mut this = Liveness {
            code,
            cfg,
            locals,
            live_in: empty.clone(),
            live_out: empty,
        };
        let mut work: Vec<u32> = (0..cfg.blocks.len() as u32).collect();
        let mut queued = vec![true; cfg.blocks.len()];
        while let Some(b) = work.pop() {
            queued[b as usize] = false;
            let block = &cfg.blocks[b as usize];
            for &s in &block.succs {
                this.live_out[b as usize].union(&this.live_in[s as usize]);
            }
            let mut live = this.live_out[b as usize].clone();
            for i in (block.start..block.end).rev() {
                this.step(b, i, &mut live);
            }
            if this.live_in[b as usize].union(&live) {
                for &p in block.preds.iter().chain(&block.throwers) {
                    if !std::mem::replace(&mut queued[p as usize], true) {
                        work.push(p);
                    }
                }
            }
        }
        this
    }

    /// From the set after node `i` of `block` to the set before it.
    fn step(&self, block: u32, i: u32, live: &mut RegSet) {
        let node = &self.code.nodes[i as usize];
        node.for_each_def(|r| live.remove(r));
        if node.op == Op::ForNext {
            // Exhausted, it writes nothing.
            live.union(&self.live_in[self.cfg.block_of[node.c as usize] as usize]);
        }
        if node.raises()
            && let Some(h) = self.cfg.blocks[block as usize].handler
        {
            live.union(&self.live_in[h as usize]);
        }
        node.for_each_use(|r| live.insert(r));
        if self.sees_variables(node) {
            (0..self.code.first_temp()).for_each(|r| live.insert(r));
        }
    }

    fn sees_variables(&self, node: &Node) -> bool {
        let effects = node.facts().effects;
        effects.has(Effects::LOCALS)
            || self.locals == Locals::Visible && effects.has(Effects::CALLS)
    }

    /// Live at the start of `block`.
    pub fn live_in(&self, block: u32) -> &RegSet {
        &self.live_in[block as usize]
    }

    /// Live at the normal end of `block`.
    pub fn live_out(&self, block: u32) -> &RegSet {
        &self.live_out[block as usize]
    }

    /// Visits the nodes of `block`, last first, with the sets before and after each.
    pub fn for_each_backward(&self, block: u32, mut f: impl FnMut(u32, &RegSet, &RegSet)) {
        let mut after = self.live_out[block as usize].clone();
        let mut before = after.clone();
        let b = &self.cfg.blocks[block as usize];
        for i in (b.start..b.end).rev() {
            self.step(block, i, &mut before);
            f(i, &before, &after);
            after.clone_from(&before);
        }
    }

    /// Live before `node` runs.
    pub fn before(&self, node: u32) -> RegSet {
        self.at(node, true)
    }

    /// Live after `node` has run and before the next: its results included if they are read.
    pub fn after(&self, node: u32) -> RegSet {
        self.at(node, false)
    }

    fn at(&self, node: u32, before: bool) -> RegSet {
        let block = self.cfg.block_of[node as usize];
        let mut live = self.live_out[block as usize].clone();
        let last = node + u32::from(!before);
        for i in (last..self.cfg.blocks[block as usize].end).rev() {
            self.step(block, i, &mut live);
        }
        live
    }
}
