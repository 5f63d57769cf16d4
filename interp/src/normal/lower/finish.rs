//! From what was emitted to the finished code unit: unreachable nodes, checks of locals
//! that are bound on every path and jumps to the next node go; then everything gets its
//! final number.

use super::builder::{BREAK_JUMP, CELLS, Place, Reg, TEMPS};
use super::{Lowering, Res};
use crate::normal::assigned::{apply, bound_at_entry};
use crate::normal::cfg::Cfg;
use crate::normal::code::{CodeFlags, Handler, Line, Loop, NodeCode};
use crate::normal::facts::Role;
use crate::normal::node::{Node, Operand};
use crate::normal::op::Op;

/// Nodes with the tables that point into them.
struct Body {
    nodes: Vec<Node>,
    places: Vec<Place>,
    handlers: Vec<Handler>,
    marks: Vec<(u32, Place)>,
    /// Also of nodes that were dropped.
    unreached: Vec<(u32, Place)>,
    finally_bodies: Vec<(u32, u32)>,
    /// By the number in the `loop_header`.
    loop_ends: Vec<u32>,
}

impl<'a> Lowering<'_, 'a> {
    pub(super) fn finish(self, name: &str, first_lineno: u32, argcount: u32) -> Res<NodeCode> {
        let mut flags = self.flags();
        let first_lineno = if first_lineno == 0 {
            self.b.first_line.max(1)
        } else {
            first_lineno
        };
        let texts = |list: &[syntax::Name]| {
            list.iter()
                .map(|n| self.unit.names.text(*n).into())
                .collect()
        };
        let cellvars: Box<[Box<str>]> = texts(self.cellvars());
        let freevars: Box<[Box<str>]> = texts(self.freevars());
        let filename = self.unit.filename.clone();
        let nlocals = self.varnames.len() as u32;
        let b = self.b;
        let label = |l: u32| b.labels[l as usize];
        let mut nodes = b.nodes;
        for node in &mut nodes {
            if node.target().is_some() {
                node.c = label(node.c);
            }
        }
        let handlers = b
            .handlers
            .iter()
            .map(|h| Handler {
                start: h.start,
                end: h.end,
                target: label(h.target.0),
            })
            .collect();
        let mut body = Body {
            nodes,
            places: b.places,
            handlers,
            marks: b.marks,
            unreached: b.unreached,
            finally_bodies: b.finally_bodies,
            loop_ends: b.loop_ends,
        };
        body.invert_branches();
        body.thread_jumps();
        let params = argcount
            + u32::from(flags.has(CodeFlags::VARARGS))
            + u32::from(flags.has(CodeFlags::VARKEYWORDS));
        while body.prune(nlocals, params) || body.invert_branches() {}

        let first_temp = nlocals + (cellvars.len() + freevars.len()) as u32;
        body.number_registers(nlocals, first_temp);
        let (loops, resume) = body.number_loops();
        if body.yields_fresh(first_temp) {
            flags |= CodeFlags::FRESH;
        }
        let ncells = body.number_cells();
        Ok(NodeCode {
            name: name.into(),
            filename,
            first_lineno,
            flags,
            argcount,
            varnames: self.varnames.into(),
            cellvars,
            freevars,
            nregs: first_temp + b.max_temps,
            ncells,
            lines: body.lines(first_lineno),
            unreached: body.unreached(),
            nodes: body.nodes.into(),
            consts: b.consts.into(),
            names: b.names.into(),
            handlers: body.handlers.into(),
            finally_bodies: body.finally_bodies.into(),
            loops,
            resume,
            docstring: self.docstring,
        })
    }
}

impl Body {
    /// Is all that is yielded tuples made on the spot?
    fn yields_fresh(&self, first_temp: u32) -> bool {
        let mut yields = (0..self.nodes.len()).filter(|&i| self.nodes[i].op == Op::Yield);
        let (Some(at), None) = (yields.next(), yields.next()) else {
            return false;
        };
        at > 0
            && self.nodes[at - 1].op == Op::BuildTuple
            && self.nodes[at - 1].dst == self.nodes[at].a
            && self.nodes[at - 1].dst >= first_temp
    }

    /// Jumps to a jump go where that goes, as CPython's do: not over a `break`.
    fn thread_jumps(&mut self) {
        for i in 0..self.nodes.len() {
            let Some(mut target) = self.nodes[i].target() else {
                continue;
            };
            // A cycle of nothing but jumps cannot be: loops have headers.
            while let Node {
                op: Op::Jump, c, n, ..
            } = self.nodes[target as usize]
                && c != target
                && n != BREAK_JUMP
            {
                target = c;
            }
            self.nodes[i].c = target;
        }
    }

    /// A branch over a jump becomes one branch the other way; true if there was one.
    fn invert_branches(&mut self) -> bool {
        let mut found = false;
        let mut joined = vec![false; self.nodes.len() + 1];
        self.nodes
            .iter()
            .filter_map(Node::target)
            .for_each(|t| joined[t as usize] = true);
        for i in 0..self.nodes.len().saturating_sub(1) {
            let (branch, jump) = (self.nodes[i], self.nodes[i + 1]);
            let op = match branch.op {
                Op::BranchTrue => Op::BranchFalse,
                Op::BranchFalse => Op::BranchTrue,
                _ => continue,
            };
            if jump.op == Op::Jump && jump.n == 0 && branch.c == i as u32 + 2 && !joined[i + 1] {
                self.nodes[i] = Node {
                    op,
                    c: jump.c,
                    ..branch
                };
                // To the next node, so it will be dropped.
                self.nodes[i + 1].c = branch.c;
                found = true;
            }
        }
        found
    }

    /// Drops what is needless; true if that may have made more so.
    fn prune(&mut self, nlocals: u32, params: u32) -> bool {
        let cfg = Cfg::new(&self.nodes, &self.handlers);
        let mut keep = vec![false; self.nodes.len()];
        let entry = bound_at_entry(&self.nodes, &cfg, nlocals, params);
        for (block, set) in cfg.blocks.iter().zip(entry) {
            let Some(mut set) = set else { continue };
            for i in block.start..block.end {
                let node = &self.nodes[i as usize];
                keep[i as usize] = match node.op {
                    Op::CheckLocal => !set.contains(node.a),
                    Op::Move => node.dst != node.a,
                    _ => true,
                };
                apply(node, &mut set, nlocals);
            }
        }
        // The first node kept at or after each; going backwards, what follows is settled.
        let mut next = vec![self.nodes.len() as u32; self.nodes.len() + 1];
        for i in (0..self.nodes.len()).rev() {
            let node = &self.nodes[i];
            let target = node
                .target()
                .filter(|&t| node.op == Op::Jump && node.n == 0 && t as usize > i);
            keep[i] &= target.is_none_or(|t| next[t as usize] != next[i + 1]);
            next[i] = if keep[i] { i as u32 } else { next[i + 1] };
        }
        self.compact(&keep)
    }

    /// Keeps the nodes marked. True if that leaves a handler with nothing to protect.
    fn compact(&mut self, keep: &[bool]) -> bool {
        let mut index = Vec::with_capacity(keep.len() + 1);
        let mut count = 0;
        for &k in keep {
            index.push(count);
            count += u32::from(k);
        }
        index.push(count);
        let at = |i: u32| index[i as usize];
        let dropped = self.places.iter().zip(keep).enumerate();
        let dropped = dropped.filter(|(_, (place, kept))| !**kept && place.line != 0);
        self.unreached
            .extend(dropped.map(|(i, (place, _))| (i as u32, *place)));
        self.unreached.iter_mut().for_each(|(i, _)| *i = at(*i));
        let mut kept = keep.iter();
        self.nodes.retain(|_| *kept.next().unwrap_or(&true));
        let mut kept = keep.iter();
        self.places.retain(|_| *kept.next().unwrap_or(&true));
        for node in &mut self.nodes {
            if node.target().is_some() {
                node.c = at(node.c);
            }
        }
        let mut orphans = false;
        self.handlers.retain_mut(|h| {
            let lives = keep[h.target as usize];
            *h = Handler {
                start: at(h.start),
                end: at(h.end),
                target: at(h.target),
            };
            orphans |= lives && h.start == h.end;
            lives && h.start < h.end
        });
        self.loop_ends.iter_mut().for_each(|end| *end = at(*end));
        self.marks.iter_mut().for_each(|(i, _)| *i = at(*i));
        for (start, end) in &mut self.finally_bodies {
            (*start, *end) = (at(*start), at(*end));
        }
        orphans
    }

    /// From the three spaces of registers to one.
    fn number_registers(&mut self, nlocals: u32, first_temp: u32) {
        let number = |r: Reg| match r {
            r if Operand(r).is_const() => r,
            r if r >= TEMPS => first_temp + (r - TEMPS),
            r if r >= CELLS => nlocals + (r - CELLS),
            r => r,
        };
        for node in &mut self.nodes {
            let fields = &node.facts().fields;
            for (role, field) in
                fields
                    .iter()
                    .zip([&mut node.dst, &mut node.a, &mut node.b, &mut node.c])
            {
                match role {
                    Role::Out(_)
                    | Role::Value
                    | Role::Optional
                    | Role::Range(_)
                    | Role::Local
                    | Role::Cell => {
                        *field = number(*field);
                    }
                    Role::Unused
                    | Role::Name
                    | Role::Const
                    | Role::Target
                    | Role::Loop
                    | Role::Resume
                    | Role::Int => {}
                }
            }
        }
    }

    /// Numbers the loops that are left, and the resume points.
    fn number_loops(&mut self) -> (Box<[Loop]>, Box<[u32]>) {
        let (mut loops, mut resume, mut open) = (Vec::<Loop>::new(), vec![0], Vec::<u32>::new());
        for i in 0..self.nodes.len() {
            let point = resume.len() as u32;
            let node = &mut self.nodes[i];
            match node.op {
                Op::LoopHeader => {
                    let end = self.loop_ends[node.a as usize];
                    while open
                        .last()
                        .is_some_and(|&o| loops[o as usize].end <= i as u32)
                    {
                        open.pop();
                    }
                    node.a = loops.len() as u32;
                    node.b = point;
                    let parent = open.last().copied();
                    open.push(node.a);
                    loops.push(Loop {
                        header: i as u32,
                        end,
                        parent,
                    });
                    resume.push(i as u32);
                }
                Op::Yield => {
                    node.c = point;
                    resume.push(i as u32 + 1);
                }
                _ => {}
            }
        }
        (loops.into(), resume.into())
    }

    fn number_cells(&mut self) -> u32 {
        let mut count = 0;
        for node in self.nodes.iter_mut().filter(|n| n.facts().cell) {
            node.cell = count;
            count += 1;
        }
        count
    }

    /// The line table. Making the cells is no line's work, so that goes with what follows.
    fn lines(&self, first_lineno: u32) -> Box<[Line]> {
        let mut lines = Vec::<Line>::new();
        let mut last = None;
        let mut marks = self.marks.iter().peekable();
        for (i, (place, node)) in self.places.iter().zip(&self.nodes).enumerate() {
            while let Some((_, mark)) = marks.next_if(|(at, _)| *at as usize <= i) {
                let start = if lines.is_empty() { 0 } else { i as u32 };
                lines.push(Line {
                    start,
                    line: mark.line,
                    col: mark.col,
                });
            }
            if last != Some(place) && !matches!(node.op, Op::MakeCell | Op::FreeCell) {
                last = Some(place);
                let start = if lines.is_empty() { 0 } else { i as u32 };
                let line = if place.line == 0 {
                    first_lineno
                } else {
                    place.line
                };
                lines.push(Line {
                    start,
                    line,
                    col: place.col,
                });
            }
        }
        lines.into()
    }

    /// Lines that only code would have that control does not get to, and before which nodes.
    fn unreached(&self) -> Box<[(u32, u32)]> {
        let all = self.unreached.iter().map(|(at, place)| (*at, place.line));
        let has_nodes = |at: u32, line: u32| {
            let near = at.saturating_sub(1) as usize..;
            let near = self.places.get(near).unwrap_or_default();
            near.iter().take(2).any(|p| p.line == line)
        };
        let mut found: Vec<_> = all.filter(|(at, line)| !has_nodes(*at, *line)).collect();
        found.sort_unstable();
        found.dedup();
        found.into()
    }
}
