//! Which registers are bound on every path: what the lowering may rely on to drop checks,
//! and what the validator verifies.

use super::cfg::Cfg;
use super::liveness::RegSet;
use super::node::Node;
use super::op::Op;

/// For each block the registers, of the first `tracked`, that are bound whenever it is
/// entered; `None` for a block that cannot be. The first `params` are bound at the start.
///
/// An exception leaves from before a node, when its results are not yet there.
pub(super) fn bound_at_entry(
    nodes: &[Node],
    cfg: &Cfg,
    tracked: u32,
    params: u32,
) -> Vec<Option<RegSet>> {
    let mut entry: Vec<Option<RegSet>> = vec![None; cfg.blocks.len()];
    let mut start = RegSet::empty(tracked);
    (0..params).for_each(|r| start.insert(r));
    entry[0] = Some(start);
    let mut work = vec![0];
    let flow = |to: u32, set: &RegSet, entry: &mut Vec<Option<RegSet>>, work: &mut Vec<u32>| {
        let changed = match &mut entry[to as usize] {
            Some(old) => old.intersect(set),
            none => {
                *none = Some(set.clone());
                true
            }
        };
        if changed {
            work.push(to);
        }
    };
    while let Some(b) = work.pop() {
        let Some(mut set) = entry[b as usize].clone() else {
            continue;
        };
        let block = &cfg.blocks[b as usize];
        // Sets only grow, but for deletions.
        if let Some(h) = block.handler {
            flow(h, &set, &mut entry, &mut work);
        }
        for node in &nodes[block.start as usize..block.end as usize] {
            if node.op == Op::ForNext {
                // Exhausted, it writes nothing.
                flow(cfg.block_of[node.c as usize], &set, &mut entry, &mut work);
            }
            apply(node, &mut set, tracked);
            if let (Op::DeleteLocal, Some(h)) = (node.op, block.handler) {
                flow(h, &set, &mut entry, &mut work);
            }
        }
        for &s in &block.succs {
            flow(s, &set, &mut entry, &mut work);
        }
    }
    entry
}

/// From the registers bound before `node` to those after it.
pub(super) fn apply(node: &Node, set: &mut RegSet, tracked: u32) {
    match node.op {
        Op::DeleteLocal => set.remove(node.dst),
        Op::CheckLocal => set.insert(node.a),
        _ => node.for_each_def(|r| {
            if r < tracked {
                set.insert(r);
            }
        }),
    }
}
