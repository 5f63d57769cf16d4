//! Basic blocks, edges and loops of a node array.
//!
//! Blocks are in node order. A block has normal successors and at most one handler, the
//! block its exceptions go to: blocks are split where handler ranges begin and end. The
//! places where compiled code can be entered from outside (loop headers, `resume`
//! nodes) begin blocks, but such entries are no edges.

use super::code::Handler;
use super::node::Node;
use super::op::Op;

/// A maximal run of nodes entered at the first only.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// Nodes `start..end`.
    pub start: u32,
    pub end: u32,
    /// Successors: the next block first, then the branch target.
    pub succs: Vec<u32>,
    pub preds: Vec<u32>,
    /// Where an exception in this block goes.
    pub handler: Option<u32>,
    /// Can any of its nodes raise?
    pub raises: bool,
    /// For the first block of a handler: the blocks it protects that can raise.
    pub throwers: Vec<u32>,
    /// The innermost loop.
    pub in_loop: Option<u32>,
}

/// A natural loop.
#[derive(Clone, Debug)]
pub struct LoopInfo {
    /// Its first block; that block's first node is the `loop_header`.
    pub header: u32,
    /// The enclosing loop; outer loops have smaller numbers.
    pub parent: Option<u32>,
    /// 1 for an outermost loop.
    pub depth: u32,
    /// All its blocks, those of inner loops included, ascending.
    pub blocks: Vec<u32>,
}

/// The control-flow graph of a code unit.
#[derive(Clone, Debug)]
pub struct Cfg {
    pub blocks: Vec<Block>,
    /// Block of each node.
    pub block_of: Vec<u32>,
    pub loops: Vec<LoopInfo>,
}

impl Cfg {
    /// The graph of `nodes`; every target in range, ranges of handlers nested.
    pub fn new(nodes: &[Node], handlers: &[Handler]) -> Cfg {
        let block_of = split(nodes, handlers);
        let mut blocks: Vec<Block> = Vec::new();
        for (i, &b) in block_of.iter().enumerate() {
            if b as usize == blocks.len() {
                blocks.push(Block {
                    start: i as u32,
                    ..Block::default()
                });
            }
            blocks[b as usize].end = i as u32 + 1;
            blocks[b as usize].raises |= nodes[i].raises();
        }
        for b in 0..blocks.len() {
            let block = &blocks[b];
            let last = &nodes[block.end as usize - 1];
            let next = (last.falls_through() && b + 1 < blocks.len()).then_some(b as u32 + 1);
            let target = last.target().map(|t| block_of[t as usize]);
            let handler = handlers
                .iter()
                .find(|h| h.start <= block.start && block.start < h.end);
            let handler = handler.map(|h| block_of[h.target as usize]);
            let mut succs: Vec<u32> = next.into_iter().chain(target).collect();
            succs.dedup();
            for &s in &succs {
                blocks[s as usize].preds.push(b as u32);
            }
            if let (Some(h), true) = (handler, blocks[b].raises) {
                blocks[h as usize].throwers.push(b as u32);
            }
            blocks[b].succs = succs;
            blocks[b].handler = handler;
        }
        let mut cfg = Cfg {
            blocks,
            block_of,
            loops: Vec::new(),
        };
        cfg.find_loops(nodes);
        cfg
    }

    /// Natural loops of the `loop_header` nodes. The lowering makes nothing else.
    fn find_loops(&mut self, nodes: &[Node]) {
        for h in 0..self.blocks.len() as u32 {
            let start = self.blocks[h as usize].start;
            if nodes[start as usize].op != Op::LoopHeader {
                continue;
            }
            // A back edge comes from the header or below it: blocks are in source order.
            let mut inside = vec![h];
            let mut seen = vec![false; self.blocks.len()];
            seen[h as usize] = true;
            let mut work: Vec<u32> = self.blocks[h as usize]
                .preds
                .iter()
                .copied()
                .filter(|&p| p >= h)
                .collect();
            while let Some(b) = work.pop() {
                if !std::mem::replace(&mut seen[b as usize], true) {
                    inside.push(b);
                    work.extend(
                        self.blocks[b as usize]
                            .preds
                            .iter()
                            .chain(&self.blocks[b as usize].throwers),
                    );
                }
            }
            inside.sort_unstable();
            let parent = self.blocks[h as usize].in_loop;
            let id = self.loops.len() as u32;
            for &b in &inside {
                self.blocks[b as usize].in_loop = Some(id);
            }
            let depth = 1 + parent.map_or(0, |p| self.loops[p as usize].depth);
            self.loops.push(LoopInfo {
                header: h,
                parent,
                depth,
                blocks: inside,
            });
        }
    }

    /// Where control can go from `block`, exceptions included.
    pub fn all_succs(&self, block: u32) -> impl Iterator<Item = u32> + '_ {
        let b = &self.blocks[block as usize];
        b.succs
            .iter()
            .copied()
            .chain(b.handler.filter(|_| b.raises))
    }

    /// Blocks in reverse postorder from the entry, handlers included; unreachable ones
    /// are left out.
    pub fn reverse_postorder(&self) -> Vec<u32> {
        let mut order = Vec::with_capacity(self.blocks.len());
        if self.blocks.is_empty() {
            return order;
        }
        let mut seen = vec![false; self.blocks.len()];
        seen[0] = true;
        let mut stack = vec![(0, self.all_succs(0).collect::<Vec<_>>())];
        while let Some((block, succs)) = stack.last_mut() {
            match succs.pop() {
                Some(s) if !std::mem::replace(&mut seen[s as usize], true) => {
                    stack.push((s, self.all_succs(s).collect()));
                }
                Some(_) => {}
                None => {
                    order.push(*block);
                    stack.pop();
                }
            }
        }
        order.reverse();
        order
    }
}

/// The block number of each node.
fn split(nodes: &[Node], handlers: &[Handler]) -> Vec<u32> {
    let mut leader = vec![false; nodes.len() + 1];
    for h in handlers {
        for i in [h.start, h.end, h.target] {
            leader[i as usize] = true;
        }
    }
    for (i, node) in nodes.iter().enumerate() {
        if let Some(t) = node.target() {
            leader[t as usize] = true;
            leader[i + 1] = true;
        }
        if !node.falls_through() {
            leader[i + 1] = true;
        }
        if matches!(node.op, Op::LoopHeader | Op::Resume) {
            leader[i] = true;
        }
    }
    let mut block = 0;
    (0..nodes.len())
        .map(|i| {
            if i > 0 && leader[i] {
                block += 1;
            }
            block
        })
        .collect()
}
