//! A code unit under construction: nodes, labels, registers, constants, names.
//!
//! While nodes are emitted neither the number of locals nor the place of a label is known.
//! So registers are numbered in three spaces (locals from 0, cells from [`CELLS`],
//! temporaries from [`TEMPS`]) and targets are labels; [`finish`](super::finish) puts in
//! the final numbers.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use syntax::names::NameHasher;

use crate::normal::code::Const;
use crate::normal::facts::{Count, Role};
use crate::normal::node::{Node, Operand};
use crate::normal::op::Op;

/// A register in one of the three spaces.
pub(super) type Reg = u32;

/// First number of the cells' space.
pub(super) const CELLS: Reg = 1 << 28;
/// First number of the temporaries' space.
pub(super) const TEMPS: Reg = 1 << 29;

type Hasher = BuildHasherDefault<NameHasher>;

/// A place to jump to, bound to a node sooner or later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(pub u32);

/// Count of a jump that is not dropped when it leads to the next node.
pub(super) const KEPT_JUMP: u16 = 1;

/// Count of a jump that is kept, and that other jumps do not pass over: a `break` is seen by tracers.
pub(super) const BREAK_JUMP: u16 = 2;

/// Where nodes come from in the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// 0 before the first statement.
    pub line: u32,
    pub col: u32,
    /// Changes where the line is to be reported to a tracer, even if it is the same.
    pub serial: u32,
}

/// Nodes `start..end`, by index, protected by what begins at a label.
#[derive(Clone, Copy, Debug)]
pub(super) struct Protected {
    pub start: u32,
    pub end: u32,
    pub target: Label,
}

#[derive(Default)]
pub(super) struct Builder {
    pub nodes: Vec<Node>,
    /// Parallel to `nodes`.
    pub places: Vec<Place>,
    /// Node index of each label.
    pub labels: Vec<u32>,
    /// Is there a jump to the label from where control can get?
    wanted: Vec<bool>,
    /// Inner ranges first.
    pub handlers: Vec<Protected>,
    /// Lines without nodes of their own, by the node before which a tracer is told of them.
    pub marks: Vec<(u32, Place)>,
    /// Places that control does not get to, by the node before which they are.
    pub unreached: Vec<(u32, Place)>,
    /// Nodes of `finally` bodies, outer ones last.
    pub finally_bodies: Vec<(u32, u32)>,
    /// End of each loop; its `loop_header` has its number.
    pub loop_ends: Vec<u32>,
    pub consts: Vec<Const>,
    const_index: HashMap<Box<[u8]>, u32, Hasher>,
    pub names: Vec<Box<str>>,
    name_index: HashMap<Box<str>, u32, Hasher>,
    temps: u32,
    pub max_temps: u32,
    /// Of the nodes emitted next.
    pub place: Place,
    /// The line of the first node, or of the first constant that needed none.
    pub first_line: u32,
    /// The next node cannot be reached from the one before it.
    dead: bool,
    /// Serial of the last place that has a node, or is among the unreached ones.
    noted: u32,
    /// Serial of the last place where something was evaluated without a node.
    evaluated: u32,
    /// Where a label was bound last.
    last_bound: u32,
}

impl Builder {
    pub fn new() -> Builder {
        Builder {
            consts: vec![Const::Absent],
            ..Builder::default()
        }
    }

    // ---- nodes and labels

    /// Appends a node, unless control cannot get there.
    fn push(&mut self, node: Node) {
        if self.dead {
            // Of the jumps behind a return nothing is left in CPython either.
            let after_return = || self.nodes.last().is_some_and(|n| n.op == Op::Return);
            if node.op != Op::Jump || node.n == BREAK_JUMP || !after_return() {
                self.note_unreached();
            }
            return;
        }
        // Checks may be dropped as needless.
        if node.op != Op::CheckLocal {
            self.noted = self.place.serial;
        }
        if node.target().is_some() {
            self.wanted[node.c as usize] = true;
        }
        self.touch();
        self.nodes.push(node);
        self.places.push(self.place);
        self.dead = !node.falls_through();
    }

    /// Appends a node; fields that its kind does not use are 0.
    pub fn emit(&mut self, op: Op, dst: Reg, a: u32, b: u32, c: u32) {
        self.push(Node {
            dst,
            a,
            b,
            c,
            ..Node::new(op)
        });
    }

    /// The same with a count.
    pub fn emit_n(&mut self, op: Op, n: u16, dst: Reg, a: u32, b: u32, c: u32) {
        self.push(Node {
            n,
            dst,
            a,
            b,
            c,
            ..Node::new(op)
        });
    }

    pub fn copy(&mut self, dst: Reg, from: Operand) {
        if from != Operand(dst) {
            self.emit(Op::Move, dst, from.0, 0, 0);
        }
    }

    /// Makes the last node write its one result, temporary `from`, to `to` instead; false if
    /// it does not write that, or is not alone in leading here.
    pub fn redirect(&mut self, from: Operand, to: Reg) -> bool {
        let alone = !self.joined_here();
        match self.nodes.last_mut() {
            Some(last)
                if alone
                    && from.0 >= TEMPS
                    && !from.is_const()
                    && last.dst == from.0
                    && last.facts().fields[0] == Role::Out(Count::ONE) =>
            {
                last.dst = to;
                true
            }
            _ => false,
        }
    }

    pub fn label(&mut self) -> Label {
        self.labels.push(u32::MAX);
        self.wanted.push(false);
        Label(self.labels.len() as u32 - 1)
    }

    /// Binds `label` here; except for the top of a loop, all jumps to it have been emitted.
    pub fn bind(&mut self, label: Label) {
        self.labels[label.0 as usize] = self.here();
        self.last_bound = self.here();
        self.dead &= !self.wanted[label.0 as usize];
    }

    /// Binds the label of an exception handler.
    pub fn bind_handler(&mut self, label: Label) {
        self.wanted[label.0 as usize] = true;
        self.bind(label);
    }

    pub fn bound(&mut self) -> Label {
        let label = self.label();
        self.bind(label);
        label
    }

    pub fn jump(&mut self, to: Label) {
        self.emit(Op::Jump, 0, 0, 0, to.0);
    }

    /// A jump from the end of a block. If a statement without code ends it (`pass`), a tracer is told of
    /// that there, so the jump stays ([`KEPT_JUMP`]).
    pub fn jump_away(&mut self, to: Label) {
        self.jump_silently(to, KEPT_JUMP);
    }

    /// The same for a `break`.
    pub fn break_away(&mut self, to: Label) {
        self.jump_silently(to, BREAK_JUMP);
    }

    /// A jump, of this kind if nothing else is on its line.
    fn jump_silently(&mut self, to: Label, kind: u16) {
        let silent = self.places.last().is_none_or(|p| p.line != self.place.line);
        let n = if silent { kind } else { 0 };
        self.emit_n(Op::Jump, n, 0, 0, 0, to.0);
    }

    /// Jumps if the truth of `value` is `sense`.
    pub fn branch(&mut self, sense: bool, value: Operand, to: Label) {
        let op = if sense {
            Op::BranchTrue
        } else {
            Op::BranchFalse
        };
        self.emit(op, 0, value.0, 0, to.0);
    }

    /// Index of the next node.
    pub fn here(&self) -> u32 {
        self.nodes.len() as u32
    }

    /// Has a label been bound at the next node?
    pub fn joined_here(&self) -> bool {
        self.last_bound == self.here()
    }

    /// Can control get here from the node before?
    pub fn reachable(&self) -> bool {
        !self.dead
    }

    pub fn protect(&mut self, start: u32, end: u32, target: Label) {
        if start < end {
            self.handlers.push(Protected { start, end, target });
        }
    }

    // ---- source places

    /// A statement, or another place that a tracer is told of, begins.
    pub fn start_line(&mut self, line: u32, col: u32) {
        self.place = Place {
            line,
            col,
            serial: self.place.serial + 1,
        };
    }

    /// An expression begins. As in CPython, only one further down moves the line on, and
    /// nothing moves it back before the next statement.
    pub fn reach(&mut self, line: u32, col: u32) {
        if line > self.place.line {
            let serial = self.place.serial;
            if self.evaluated == serial && self.noted != serial {
                self.noted = serial;
                self.mark_line();
            }
            self.start_line(line, col);
        }
    }

    /// A tracer is told of the current line before the next node, whatever that's line is.
    pub fn mark_line(&mut self) {
        if self.reachable() {
            self.marks.push((self.here(), self.place));
        } else {
            self.note_unreached();
        }
    }

    /// A constant or a local variable is evaluated here, of which no node need come: if the line moves on before
    /// one does, a tracer is told of it nevertheless.
    pub fn evaluate(&mut self) {
        self.evaluated = self.place.serial;
        self.touch();
    }

    /// There would be code for the current place.
    fn note_unreached(&mut self) {
        if self.noted != self.place.serial {
            self.noted = self.place.serial;
            self.unreached.push((self.here(), self.place));
        }
    }

    /// What to give to [`mark_if_silent`](Builder::mark_if_silent), if the place is reached.
    pub fn silence(&self) -> Option<(u32, Place)> {
        self.reachable().then(|| (self.here(), self.place))
    }

    /// A tracer is told of the line that began at `since`, though nothing but jumps came of it.
    pub fn mark_if_silent(&mut self, since: Option<(u32, Place)>) {
        if let Some((at, place)) = since
            && self.nodes[at as usize..].iter().all(|n| n.op == Op::Jump)
        {
            self.marks.push((at, place));
        }
    }

    /// Something is evaluated at the current place.
    pub fn touch(&mut self) {
        if self.first_line == 0 {
            self.first_line = self.place.line;
        }
    }

    // ---- temporaries

    /// A fresh run of temporaries.
    pub fn alloc(&mut self, count: u32) -> Reg {
        let reg = TEMPS + self.temps;
        self.temps += count;
        self.max_temps = self.max_temps.max(self.temps);
        reg
    }

    /// What to [`release`](Builder::release) to.
    pub fn mark(&self) -> u32 {
        self.temps
    }

    /// Gives back all temporaries allocated since.
    pub fn release(&mut self, mark: u32) {
        debug_assert!(mark <= self.temps);
        self.temps = mark;
    }

    // ---- constants and names

    /// The operand of a constant; equal ones of equal type are one.
    pub fn constant(&mut self, c: Const) -> Operand {
        self.constants(vec![c])
    }

    /// The first of consecutive constants.
    pub fn constants(&mut self, run: Vec<Const>) -> Operand {
        let mut key = Vec::with_capacity(32);
        let unique = run.iter().all(|c| encode(c, &mut key));
        if unique && let Some(&i) = self.const_index.get(key.as_slice()) {
            return Operand::constant(i);
        }
        let first = self.consts.len() as u32;
        self.consts.extend(run);
        if unique {
            self.const_index.insert(key.into(), first);
        }
        Operand::constant(first)
    }

    pub fn none(&mut self) -> Operand {
        self.constant(Const::None)
    }

    pub fn is_none(&self, value: Operand) -> bool {
        value.is_const() && matches!(self.consts[value.index() as usize], Const::None)
    }

    pub fn int(&mut self, i: i64) -> Operand {
        self.constant(Const::Int(i))
    }

    pub fn str(&mut self, s: &str) -> Operand {
        self.constant(Const::Str(s.as_bytes().into()))
    }

    /// Index of a name as it is looked up: mangled.
    pub fn name(&mut self, text: &str) -> u32 {
        if let Some(&i) = self.name_index.get(text) {
            return i;
        }
        let i = self.names.len() as u32;
        self.names.push(text.into());
        self.name_index.insert(text.into(), i);
        i
    }
}

/// Appends bytes that tell `c` from all other constants; false if it is equal to none.
fn encode(c: &Const, out: &mut Vec<u8>) -> bool {
    fn sized(tag: u8, len: usize, out: &mut Vec<u8>) {
        out.push(tag);
        out.extend((len as u64).to_le_bytes());
    }
    match c {
        Const::Absent => out.push(0),
        Const::None => out.push(1),
        Const::Bool(b) => out.push(2 + u8::from(*b)),
        Const::Ellipsis => out.push(4),
        Const::Int(i) => {
            out.push(5);
            out.extend(i.to_le_bytes());
        }
        Const::Long { negative, digits } => {
            sized(6 + u8::from(*negative), digits.len(), out);
            digits.iter().for_each(|d| out.extend(d.to_le_bytes()));
        }
        Const::Float(x) => {
            out.push(8);
            out.extend(x.to_bits().to_le_bytes());
        }
        Const::Complex { real, imag } => {
            out.push(9);
            out.extend(real.to_bits().to_le_bytes());
            out.extend(imag.to_bits().to_le_bytes());
        }
        Const::Str(s) => {
            sized(10, s.len(), out);
            out.extend(s);
        }
        Const::Unicode(s) => {
            sized(11, s.len(), out);
            s.iter().for_each(|c| out.extend(c.to_le_bytes()));
        }
        Const::Tuple(items) => {
            sized(12, items.len(), out);
            return items.iter().all(|c| encode(c, out));
        }
        Const::Code(_) => return false,
    }
    true
}
