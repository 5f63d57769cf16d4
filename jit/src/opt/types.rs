//! Types of values, and how each instruction is performed.
//!
//! Both are found together, by going over the graph until nothing changes: the feedback says which cases of a row
//! have run, the operands' types say which are possible, and the case that is chosen says the types of its results and
//! what its guards prove of the operands. A case is speculated on when it is the only thing that was ever seen; where
//! that failed before, the site is settled and keeps its slow path.

mod calls;

pub use calls::{arguments, may_enter, pins_callee};

use interp::normal::{Count, Op, Role, Semantics};
use runtime::layouts::{Repr, TypeMask};
use runtime::ops::{HOOKS, Operator, Protocol};
use runtime::types::Builtin;

use super::ir::*;
use super::snapshot::{Snapshot, UnitShot};
use super::wide::{self, Part, Wide};
use crate::output::FLOAT_OFFSET;
use crate::transfer::{self, CASE_SHIFT, CaseInfo, LAST_BIT, Made};

/// What is known of a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ty {
    /// Its types.
    pub mask: TypeMask,
    /// Not a number in a heap box.
    pub immediate: bool,
    /// It is there.
    pub present: bool,
    /// Its bits.
    pub known: Option<u64>,
}

impl Ty {
    /// No value at all: code not reached yet.
    pub const NOTHING: Ty = Ty {
        mask: TypeMask::EMPTY,
        immediate: true,
        present: true,
        known: None,
    };
    /// Any value.
    pub const ANY: Ty = Ty {
        mask: TypeMask::ANY,
        immediate: false,
        present: true,
        known: None,
    };
    /// Any value, or none.
    pub const OPTIONAL: Ty = Ty {
        present: false,
        ..Ty::ANY
    };
    /// "Unbound".
    pub const ABSENT: Ty = Ty {
        mask: TypeMask::EMPTY,
        immediate: true,
        present: false,
        known: Some(0),
    };

    /// Values of these types.
    pub const fn of(mask: TypeMask) -> Ty {
        Ty { mask, ..Ty::ANY }
    }

    /// A value in some representation.
    pub fn in_repr(mask: TypeMask, repr: Repr) -> Ty {
        Ty {
            mask,
            immediate: matches!(repr, Repr::Int | Repr::Float | Repr::Bool | Repr::None),
            present: !matches!(repr, Repr::OptValue | Repr::OptPtr(_)),
            known: None,
        }
    }

    /// What a representation alone says.
    fn of_repr(repr: Repr) -> Ty {
        let mask = match repr {
            Repr::Int => TypeMask::INT,
            Repr::Float => TypeMask::FLOAT,
            Repr::Bool => TypeMask::BOOL,
            Repr::None => TypeMask::NONE,
            Repr::Ptr(layout) => crate::output::mask_with_subclasses(layout),
            _ => TypeMask::ANY,
        };
        Ty::in_repr(mask, repr)
    }

    /// The type of known bits.
    pub fn of_bits(bits: u64, mask: TypeMask) -> Ty {
        Ty {
            mask,
            immediate: bits >= FLOAT_OFFSET || !mask.meets(TypeMask::INT.union(TypeMask::FLOAT)),
            present: bits != 0,
            known: Some(bits),
        }
    }

    /// Is there nothing it could be?
    pub fn is_nothing(self) -> bool {
        self == Ty::NOTHING
    }

    /// Either.
    #[must_use]
    pub fn join(self, other: Ty) -> Ty {
        if self.is_nothing() {
            return other;
        }
        if other.is_nothing() {
            return self;
        }
        Ty {
            mask: self.mask.union(other.mask),
            immediate: self.immediate && other.immediate,
            present: self.present && other.present,
            known: if self.known == other.known {
                self.known
            } else {
                None
            },
        }
    }

    /// How a value of the type is held between instructions.
    pub fn repr(self) -> Repr {
        if !self.present {
            return Repr::OptValue;
        }
        if self.immediate && !self.is_nothing() {
            if self.mask == TypeMask::INT {
                return Repr::Int;
            }
            if self.mask == TypeMask::FLOAT {
                return Repr::Float;
            }
            if self.mask == TypeMask::BOOL {
                return Repr::Bool;
            }
        }
        Repr::Value
    }

    /// Is a value of the type held unboxed?
    pub fn unboxed(self) -> bool {
        matches!(self.repr(), Repr::Int | Repr::Float | Repr::Bool)
    }

    /// Surely one of a case's class?
    pub fn fits(self, class: TypeMask) -> bool {
        let number = TypeMask::INT.union(TypeMask::FLOAT);
        self.present
            && self.mask.within(class)
            && (class == TypeMask::ANY || self.immediate || !class.meets(number))
            && (class != TypeMask::OTHER)
    }

    /// After a guard for a class.
    fn narrowed(self, class: TypeMask) -> Ty {
        if class == TypeMask::ANY {
            return self;
        }
        let number = TypeMask::INT.union(TypeMask::FLOAT);
        Ty {
            mask: if class == TypeMask::OTHER {
                self.mask.intersect(class)
            } else {
                class
            },
            immediate: class.within(number) || !class.meets(number),
            present: true,
            known: self.known,
        }
    }
}

/// What happens where no fast way applies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fail {
    /// Out to the interpreter.
    Leave,
    /// The row's runtime function.
    Slow,
}

/// How an instruction is performed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Plan {
    /// Not reached.
    Unknown,
    /// As its kind says.
    Plain,
    /// One fast case of its row.
    Case(usize, Fail),
    /// Several, tried in order: a bit each.
    Cases(u32, Fail),
    /// Entries of its inline cache: a bit each.
    Entries(u32, Fail),
    /// The runtime function.
    Generic,
    /// A builtin's inline forms.
    Builtin(Builtin, u32, Fail),
    /// In machine integers: part of an expression.
    Wide(Part),
    /// A Python function of this address.
    Direct(u64),
    /// A Python function of the code that the function of this address has.
    Closure(u64),
    /// A method bound to something, whose function has this address.
    Bound(u64),
    /// The builtin of this address.
    Native(u64),
    /// A builtin bound to something, which runs what the one of this address runs: inline forms, a bit each.
    BoundNative(u64, u32),
    /// An instance of the class of this address.
    Construct(u64),
}

/// The operator of a node.
pub fn operator_of(op: Op) -> Option<Operator> {
    match op.facts().semantics {
        Semantics::Operator(name) => transfer::OPERATORS
            .iter()
            .find(|r| r.name == name)
            .map(|r| r.operator),
        _ => None,
    }
}

/// The protocol of a node.
pub fn protocol_of(op: Op) -> Option<Protocol> {
    match op.facts().semantics {
        Semantics::Protocol(name) => transfer::PROTOCOLS
            .iter()
            .find(|r| r.name == name)
            .map(|r| r.protocol),
        _ => None,
    }
}

/// Chooses among the fast cases of a row.
fn choose(cases: &[CaseInfo], seen: u32, slow: bool, settled: bool, tys: &[Ty]) -> Plan {
    let possible = |c: &CaseInfo| {
        c.when
            .iter()
            .zip(tys)
            .all(|(w, t)| *w == TypeMask::ANY || t.mask.meets(*w))
    };
    let sure = |c: &CaseInfo| c.when.iter().zip(tys).all(|(w, t)| t.fits(*w));
    let fail = if slow || settled {
        Fail::Slow
    } else {
        Fail::Leave
    };
    let mut mask = 0u32;
    let mut some = None;
    // Of cases for the same classes, those that have run.
    let recorded = seen & ((1 << cases.len().min(LAST_BIT)) - 1);
    for (i, c) in cases.iter().enumerate() {
        if !possible(c) {
            continue;
        }
        let ran = recorded == 0 || recorded & 1 << i.min(LAST_BIT) != 0;
        if mask == 0 && some.is_none() && sure(c) && ran {
            return Plan::Case(i, if c.exits { fail } else { Fail::Leave });
        }
        if seen & 1 << i.min(LAST_BIT) != 0 {
            mask |= 1 << i;
        }
        some = Some(i);
    }
    match (mask.count_ones(), fail) {
        (0, _) => Plan::Generic,
        (1, Fail::Leave) => Plan::Case(mask.trailing_zeros() as usize, Fail::Leave),
        _ => Plan::Cases(mask, fail),
    }
}

/// The result's type of some cases.
fn result_of(cases: &[CaseInfo], mask: u32) -> Ty {
    cases
        .iter()
        .enumerate()
        .filter(|(i, _)| mask & 1 << i != 0)
        .fold(Ty::NOTHING, |t, (_, c)| {
            t.join(Ty::in_repr(c.result, c.repr))
        })
}

/// The finder of types and plans.
pub struct Typer<'a> {
    /// The graph.
    pub g: &'a mut Graph,
    /// The feedback.
    pub shot: &'a Snapshot,
    /// Whether what never ran may be left out.
    pub speculate: bool,
    /// Expressions in machine integers.
    pub wide: &'a Wide,
    preds: Vec<Vec<(B, usize)>>,
}

impl<'a> Typer<'a> {
    /// For a finished graph.
    pub fn new(g: &'a mut Graph, shot: &'a Snapshot, speculate: bool, wide: &'a Wide) -> Typer<'a> {
        let mut preds = vec![Vec::new(); g.blocks.len()];
        for &b in &g.order {
            for (n, e) in g.edges(b).into_iter().enumerate() {
                preds[e.to.i()].push((b, n));
            }
        }
        Typer {
            g,
            shot,
            speculate,
            wide,
            preds,
        }
    }

    /// Runs until nothing changes.
    pub fn run(&mut self) {
        let order = self.g.order.clone();
        let mut position = vec![0; self.g.blocks.len()];
        for (n, b) in order.iter().enumerate() {
            position[b.i()] = n;
        }
        for round in 0..40 {
            let mut changed = false;
            for &b in &order {
                changed |= self.params(b, &position, round > 30);
                for n in 0..self.g.blocks[b.i()].insts.len() {
                    let i = self.g.blocks[b.i()].insts[n];
                    changed |= self.inst(i);
                }
                if let Term::Item { inst, .. } = self.g.blocks[b.i()].term {
                    changed |= self.inst(inst);
                }
            }
            if !changed {
                return;
            }
        }
    }

    /// Types of a block's parameters. What enters a loop unproved is assumed to be what the loop makes of it;
    /// a guard on the way in sees to that.
    fn params(&mut self, b: B, position: &[usize], give_up: bool) -> bool {
        let mut changed = false;
        let is_loop = self.g.blocks[b.i()].is_loop;
        for n in 0..self.g.blocks[b.i()].params.len() {
            let p = self.g.blocks[b.i()].params[n];
            let (mut entering, mut around) = (Ty::NOTHING, Ty::NOTHING);
            for &(from, e) in &self.preds[b.i()] {
                let arg = self.g.edges(from)[e].args[n];
                let t = self.g.ty(arg);
                if is_loop && position[from.i()] >= position[b.i()] {
                    if arg != p {
                        around = around.join(t);
                    }
                } else {
                    entering = entering.join(t);
                }
            }
            let mut t = entering.join(around);
            let hoisted = is_loop
                && self.speculate
                && self.may_hoist(b)
                && !give_up
                && around.unboxed()
                && !entering.unboxed()
                // A loop inside another one finds its variables unbound the first time.
                && entering.present
                && entering.mask.meets(around.mask)
                && entering.mask != TypeMask::EMPTY;
            if hoisted {
                t = Ty {
                    known: None,
                    ..around
                };
            } else if give_up && !t.present {
                t = Ty::OPTIONAL;
            } else if give_up {
                t = Ty::ANY;
            }
            if t.known.is_some() && self.preds[b.i()].len() > 1 && t.known != Some(0) {
                t.known = None;
            }
            changed |= self.set(p, t);
        }
        changed
    }

    fn may_hoist(&self, b: B) -> bool {
        match self.g.blocks[b.i()].state {
            Some(s) => {
                let s = &self.g.states[s.i()];
                let unit = &self.shot.units[self.g.ctxs[s.ctx.i()].unit];
                !unit.settled(s.pc)
            }
            None => false,
        }
    }

    fn set(&mut self, v: V, t: Ty) -> bool {
        let old = self.g.types[v.i()];
        self.g.types[v.i()] = t;
        old != t
    }

    fn unit(&self, i: I) -> &'a UnitShot {
        let inst = &self.g.insts[i.i()];
        &self.shot.units[self.g.ctxs[inst.ctx.i()].unit]
    }

    /// The plan of an instruction, and the types of its results.
    fn inst(&mut self, i: I) -> bool {
        let inst = self.g.insts[i.i()].clone();
        let tys: Vec<Ty> = inst.args.iter().map(|&v| self.g.ty(v)).collect();
        if tys.iter().any(|t| t.is_nothing()) {
            return false;
        }
        let unit = self.unit(i);
        let settled = unit.settled(inst.pc) || !self.speculate;
        let word = unit.profiles[inst.pc as usize];
        let mut refined = tys.clone();
        self.present(&inst, &mut refined);
        let tys = refined.clone();
        let mut outs = vec![Ty::ANY; inst.outs.len()];
        let plan = match inst.kind {
            Kind::Enter(_) => inst.plan,
            Kind::Leave(_) | Kind::Close | Kind::Initialised => Plan::Plain,
            Kind::Instance(_) => {
                outs[0] = Ty {
                    immediate: true,
                    ..Ty::of(TypeMask::OTHER)
                };
                Plan::Plain
            }
            Kind::Node => {
                if let Some(part) = self.wide.part(i) {
                    let ints = refined.iter_mut().filter(|r| !r.fits(TypeMask::INT));
                    ints.for_each(|r| *r = r.narrowed(TypeMask::INT));
                    outs[0] = wide::INT;
                    Plan::Wide(part)
                } else if let Some(operator) = operator_of(inst.op) {
                    self.operator(operator, word, settled, &tys, &mut refined, &mut outs)
                } else if let Some(protocol) = protocol_of(inst.op) {
                    let plan =
                        self.protocol(&inst, protocol, unit, settled, &mut refined, &mut outs);
                    if inst.op == Op::ForNext && outs[0].is_nothing() {
                        outs[0] = Ty::ANY;
                    }
                    plan
                } else {
                    self.other(&inst, &mut refined, &mut outs);
                    Plan::Plain
                }
            }
        };
        self.g.insts[i.i()].plan = plan;
        let mut changed = plan != inst.plan;
        for (v, t) in inst.refined.iter().zip(refined) {
            if let Def::Refine(..) = self.g.defs[v.i()] {
                changed |= self.set(*v, t);
            }
        }
        for (v, t) in inst.outs.iter().zip(outs) {
            changed |= self.set(*v, t);
        }
        changed
    }

    /// Operands that a node takes only when they are there.
    fn present(&self, inst: &Inst, refined: &mut [Ty]) {
        if !matches!(inst.kind, Kind::Node)
            || operator_of(inst.op).is_none() && protocol_of(inst.op).is_none()
        {
            return;
        }
        let unit = &self.shot.units[self.g.ctxs[inst.ctx.i()].unit];
        let node = unit.normal.nodes[inst.pc as usize];
        let mut at = 0;
        for (role, _) in node.ordered_fields() {
            match role {
                Role::Value | Role::Const | Role::Cell | Role::Local => {
                    refined[at].present = true;
                    at += 1;
                }
                Role::Optional => at += 1,
                Role::Range(count) => at += count.of(&node) as usize,
                _ => {}
            }
        }
    }

    fn operator(
        &self,
        operator: Operator,
        word: u32,
        settled: bool,
        tys: &[Ty],
        refined: &mut [Ty],
        outs: &mut [Ty],
    ) -> Plan {
        let row = transfer::operator(operator);
        let slow = word & row.slow_bit() != 0;
        let plan = match row.slow {
            Some(_) => choose(row.cases, word, slow, settled, tys),
            None => choose(row.cases, u32::MAX, false, false, tys),
        };
        let result = Ty::of(row.result);
        let t = match plan {
            Plan::Case(i, fail) => {
                let c = &row.cases[i];
                let t = result_of(row.cases, 1 << i);
                match fail {
                    Fail::Leave => {
                        for (r, w) in refined.iter_mut().zip(c.when) {
                            if !r.fits(*w) {
                                *r = r.narrowed(*w);
                            }
                        }
                        t
                    }
                    Fail::Slow => t.join(result),
                }
            }
            Plan::Cases(mask, fail) => {
                let t = result_of(row.cases, mask);
                if fail == Fail::Leave {
                    t
                } else {
                    t.join(result)
                }
            }
            _ => result,
        };
        // What is a bool in every case is handed on unboxed.
        let t = if row.result == TypeMask::BOOL {
            Ty::in_repr(TypeMask::BOOL, Repr::Bool)
        } else {
            t
        };
        if let Some(o) = outs.first_mut() {
            *o = t;
        }
        plan
    }

    fn protocol(
        &self,
        inst: &Inst,
        protocol: Protocol,
        unit: &UnitShot,
        settled: bool,
        refined: &mut [Ty],
        outs: &mut [Ty],
    ) -> Plan {
        let row = transfer::protocol(protocol);
        let tys: Vec<Ty> = refined.to_vec();
        let word = unit.profiles[inst.pc as usize];
        if protocol == Protocol::Call {
            return self.call(inst, unit, settled, refined, outs);
        }
        if protocol == Protocol::LoadMethod {
            outs[1] = Ty::OPTIONAL;
        }
        if !row.cases.is_empty() {
            let seen = word >> CASE_SHIFT;
            let slow = seen & 1 << row.cases.len().min(LAST_BIT) != 0;
            // At an iteration's end the runtime function is asked, so that it is always there.
            let next = protocol == Protocol::ForNext;
            // Others leave their results in registers.
            let single = inst.op.facts().fields[0] == Role::Out(Count::ONE);
            let settled = settled || next && unit.failed(inst.pc);
            let plan = choose(row.cases, seen, slow && !next, settled, &tys);
            match plan {
                Plan::Case(i, Fail::Leave) => {
                    let c = &row.cases[i];
                    if !next {
                        for (r, w) in refined.iter_mut().zip(c.when) {
                            if !r.fits(*w) {
                                *r = r.narrowed(*w);
                            }
                        }
                    }
                    if let Some(o) = outs.first_mut().filter(|_| single) {
                        *o = result_of(row.cases, 1 << i);
                    }
                }
                Plan::Cases(mask, Fail::Leave) => {
                    if let Some(o) = outs.first_mut().filter(|_| single) {
                        *o = result_of(row.cases, mask);
                    }
                }
                _ => {}
            }
            return plan;
        }
        if !row.cached {
            return Plan::Generic;
        }
        let cache = &unit.caches[unit.normal.nodes[inst.pc as usize].cell as usize];
        if cache.entries.is_empty() {
            return Plan::Generic;
        }
        let all = (1 << cache.entries.len()) - 1;
        // What has met too much has at least met these lately.
        let fail = if settled || cache.megamorphic {
            Fail::Slow
        } else {
            Fail::Leave
        };
        if let ([entry], Fail::Leave) = (&cache.entries[..], fail) {
            // The key was a shape: an object, if it is no number's.
            if matches!(
                protocol,
                Protocol::GetAttr | Protocol::SetAttr | Protocol::LoadMethod
            ) && let Some(r) = refined.first_mut()
                && r.known.is_none()
            {
                let shape = TypeMask::of_shape(entry.content.key);
                if shape.meets(r.mask) && !shape.meets(TypeMask::INT.union(TypeMask::FLOAT)) {
                    r.mask = shape;
                    r.present = true;
                    r.immediate = true;
                }
            }
            let kind = &row.kinds[entry.kind as usize];
            let ty = |made: Made| match made {
                Made::Cell => entry.ty,
                Made::Operand(n) => refined[n],
                Made::Nothing => Ty::ABSENT,
                Made::Of(repr) => Ty::of_repr(repr),
            };
            if kind.outs.is_empty() {
                if let Some(o) = outs.first_mut() {
                    *o = ty(kind.result);
                }
            } else {
                for (o, made) in outs.iter_mut().zip(kind.outs) {
                    *o = ty(*made);
                }
            }
        }
        Plan::Entries(all, fail)
    }

    fn other(&self, inst: &Inst, refined: &mut [Ty], outs: &mut [Ty]) {
        match inst.op {
            Op::CheckLocal => {
                refined[0].present = true;
                if refined[0].known == Some(0) {
                    refined[0].known = None;
                }
            }
            Op::Resume => {
                outs[0] = Ty {
                    present: true,
                    ..refined[0]
                }
            }
            _ => {
                if let Semantics::Hook(name, _) = inst.op.facts().semantics
                    && let Some(h) = HOOKS.iter().find(|h| h.name == name)
                {
                    let mask = crate::output::Hook::from(h).mask;
                    if let [o] = outs {
                        *o = Ty::in_repr(mask, h.result);
                        if mask == TypeMask::ANY {
                            *o = Ty::ANY;
                        }
                    }
                }
            }
        }
    }
}
