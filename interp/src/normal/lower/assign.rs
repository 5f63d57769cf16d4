//! Assignment, deletion and augmented assignment.

use syntax::Name;
use syntax::ast::{Expr, ExprContext, ExprKind, Number, Operator, Slice};

use super::builder::{Reg, TEMPS};
use super::expr::{Index, deep, has_list_comp, slice_exprs};
use super::{Lowering, Res};
use crate::normal::node::Operand;
use crate::normal::op::Op;

impl<'a> Lowering<'_, 'a> {
    pub(super) fn assignment(&mut self, targets: &[Expr<'a>], value: &Expr<'a>) -> Res {
        let Some((target, others)) = targets.split_first() else {
            return Ok(());
        };
        let (ExprKind::Name { id, .. }, true) = (&target.kind, others.iter().all(is_name)) else {
            if let ([], Some(lefts), Some(rights)) = (others, elements(target), elements(value))
                && lefts.len() == rights.len()
                && !rights.is_empty()
            {
                self.b.reach(value.lineno, value.col_offset.max(0) as u32);
                return self.pairwise(target, lefts, rights);
            }
            if others.is_empty() && self.moves_items(target, value) {
                return self.move_items(target, value);
            }
            let mut v = self.expr_before(value, targets)?;
            if !others.is_empty() && !v.is_const() && v.0 < TEMPS {
                let kept = self.b.alloc(1);
                self.b.copy(kept, v);
                v = Operand::reg(kept);
            }
            return targets.iter().try_for_each(|t| self.assign(t, v));
        };
        // Only names. The first, if a local, can hold the value for the others.
        let is_none = matches!(value.kind, ExprKind::Name { id, .. } if Some(id) == self.unit.none);
        let v = match self.known_local(*id) {
            Some(first) if !is_none => {
                self.expr_to(value, first)?;
                Operand::reg(first)
            }
            _ => {
                let v = self.expr(value, None)?;
                self.b.reach(target.lineno, target.col_offset.max(0) as u32);
                self.store_last(*id, v)
            }
        };
        others.iter().try_for_each(|t| self.assign(t, v))
    }

    /// Is it `a[i:j] = b[k:l:m]`, where evaluating `a`, `i` and `j` cannot change `b`? They may be local variables and
    /// numbers, and the sum of a number and a variable that is a bound of `b` as well (so that it is known to be an
    /// int when it is added to).
    fn moves_items(&self, target: &Expr<'a>, value: &Expr<'a>) -> bool {
        let (Some((a, [lower, upper, None])), Some((_, [start, stop, Some(_)]))) =
            (as_slice(target), as_slice(value))
        else {
            return false;
        };
        let local = |e: &Expr<'a>| match e.kind {
            ExprKind::Name { id, .. } => self.known_local(id),
            _ => None,
        };
        let is_number = |e: &Expr<'a>| matches!(e.kind, ExprKind::Num { .. });
        let is_simple = |e: &Expr<'a>| match &e.kind {
            ExprKind::BinOp {
                left,
                op: Operator::Add | Operator::Sub,
                right,
            } => {
                let shared = |e: &Expr<'a>| {
                    local(e).is_some()
                        && [start, stop]
                            .into_iter()
                            .flatten()
                            .any(|b| local(b) == local(e))
                };
                shared(left) && is_number(right)
            }
            _ => is_number(e) || local(e).is_some(),
        };
        local(a).is_some() && [lower, upper].into_iter().flatten().all(is_simple)
    }

    /// The parts `a`, `j`, `k` of one of the form `a[:j] = a[k::-1]`.
    fn backwards<'e>(target: &'e Expr<'a>, value: &'e Expr<'a>) -> Option<[&'e Expr<'a>; 3]> {
        let (a, [None, Some(j), None]) = as_slice(target)? else {
            return None;
        };
        let (b, [Some(k), None, Some(step)]) = as_slice(value)? else {
            return None;
        };
        let name = |e: &Expr<'a>| match e.kind {
            ExprKind::Name { id, .. } => Some(id),
            _ => None,
        };
        let minus_one = matches!(&step.kind, ExprKind::Num { n: Number::Int(-1) });
        (minus_one && name(a).is_some() && name(a) == name(b)).then_some([a, j, k])
    }

    /// Such an assignment, which turns items around.
    fn turn_around(
        &mut self,
        target: &Expr<'a>,
        value: &Expr<'a>,
        [a, j, k]: [&Expr<'a>; 3],
    ) -> Res {
        let mark = self.b.mark();
        let held = self.b.alloc(1);
        self.b.reach(value.lineno, value.col_offset.max(0) as u32);
        let list = self.expr(a, None)?;
        let start = self.expr(k, None)?;
        self.b.emit(Op::HoldBackwards, held, list.0, start.0, 0);
        self.b.reach(target.lineno, target.col_offset.max(0) as u32);
        let stop = self.expr(j, None)?;
        self.b.emit(Op::PutBackwards, list.0, held, start.0, stop.0);
        self.b.release(mark);
        Ok(())
    }

    /// Such an assignment, without a list in between.
    fn move_items(&mut self, target: &Expr<'a>, value: &Expr<'a>) -> Res {
        let (Some((a, _)), Some((b, bounds))) = (as_slice(target), as_slice(value)) else {
            return Ok(());
        };
        let ExprKind::Subscript { slice, .. } = &target.kind else {
            return Ok(());
        };
        if let Some(parts) = Self::backwards(target, value) {
            return self.turn_around(target, value, parts);
        }
        let mark = self.b.mark();
        let base = self.b.alloc(6);
        self.b.reach(value.lineno, value.col_offset.max(0) as u32);
        let parts = std::iter::once(Some(b)).chain(bounds);
        for (slot, part) in (base..).zip(parts) {
            let v = match part {
                Some(e) => self.expr(e, Some(slot))?,
                None => self.b.none(),
            };
            self.b.copy(slot, v);
        }
        self.b.emit(Op::HoldSlice, base + 4, base, 0, 0);
        self.b.reach(target.lineno, target.col_offset.max(0) as u32);
        let a = self.expr(a, Some(base + 5))?;
        self.b.copy(base + 5, a);
        if let Index::Slice(lower, upper) = self.index(slice, None)? {
            self.b.emit(Op::PutSlice, 0, lower.0, upper.0, base);
        }
        self.b.release(mark);
        Ok(())
    }

    /// `a, b = c, d` without the tuple: all values, then all targets.
    fn pairwise(&mut self, target: &Expr<'a>, lefts: &[Expr<'a>], rights: &[Expr<'a>]) -> Res {
        let mut values = Vec::with_capacity(rights.len());
        for (i, e) in rights.iter().enumerate() {
            let mut v = self.expr_before(e, rights[i + 1..].iter().chain([target]))?;
            if v.0 < TEMPS && lefts[..i].iter().any(|t| self.binds(t, v.0)) {
                let kept = self.b.alloc(1);
                self.b.copy(kept, v);
                v = Operand::reg(kept);
            }
            values.push(v);
        }
        self.b.reach(target.lineno, target.col_offset.max(0) as u32);
        lefts
            .iter()
            .zip(values)
            .try_for_each(|(t, v)| self.assign(t, v))
    }

    /// Does assigning to `target` bind local register `r`?
    fn binds(&self, target: &Expr<'a>, r: Reg) -> bool {
        match &target.kind {
            ExprKind::Name { id, .. } => self.known_local(*id) == Some(r),
            ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => {
                elts.iter().any(|t| self.binds(t, r))
            }
            _ => false,
        }
    }

    /// Assigns `value`, which nothing in `target` changes, to `target`.
    pub(super) fn assign(&mut self, target: &Expr<'a>, value: Operand) -> Res {
        self.b.reach(target.lineno, target.col_offset.max(0) as u32);
        let mark = self.b.mark();
        match &target.kind {
            ExprKind::Name { id, .. } => self.store(*id, value),
            ExprKind::Attribute {
                value: obj, attr, ..
            } => {
                let obj = self.expr(obj, None)?;
                self.set_attr(obj, *attr, value);
            }
            ExprKind::Subscript {
                value: obj, slice, ..
            } => {
                let obj = self.expr_before(obj, slice_exprs(slice))?;
                let index = self.index(slice, None)?;
                self.set_index(obj, &index, value);
            }
            ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => {
                deep(|| self.unpack(elts, value))?
            }
            _ => return self.error("can't assign to this expression"),
        }
        self.b.release(mark);
        Ok(())
    }

    fn set_attr(&mut self, obj: Operand, attr: Name, value: Operand) {
        let name = self.mangled_name(attr);
        self.b.emit(Op::SetAttr, 0, obj.0, name, value.0);
        if self.text(attr) == "f_trace" {
            self.b.emit(Op::Poll, 0, 0, 0, 0);
        }
    }

    /// Unpacks `value` into `targets`, straight into locals where their registers allow.
    fn unpack(&mut self, targets: &[Expr<'a>], value: Operand) -> Res {
        let n = self.count(targets.len())?;
        if let Some(first) = self.consecutive_locals(targets.iter(), ExprContext::Store) {
            self.b.emit_n(Op::UnpackSequence, n, first, value.0, 0, 0);
            return Ok(());
        }
        let base = self.b.alloc(u32::from(n));
        self.b.emit_n(
            Op::UnpackSequence,
            n,
            if n == 0 { 0 } else { base },
            value.0,
            0,
            0,
        );
        targets
            .iter()
            .zip(base..)
            .try_for_each(|(t, r)| self.assign(t, Operand::reg(r)))
    }

    pub(super) fn delete_target(&mut self, target: &Expr<'a>) -> Res {
        self.b.reach(target.lineno, target.col_offset.max(0) as u32);
        let mark = self.b.mark();
        match &target.kind {
            ExprKind::Name { id, .. } => self.delete(*id)?,
            ExprKind::Attribute {
                value: obj, attr, ..
            } => {
                let obj = self.expr(obj, None)?;
                let name = self.mangled_name(*attr);
                self.b.emit(Op::DeleteAttr, 0, obj.0, name, 0);
            }
            ExprKind::Subscript {
                value: obj, slice, ..
            } => {
                let obj = self.expr_before(obj, slice_exprs(slice))?;
                match self.index(slice, None)? {
                    super::expr::Index::Item(i) => self.b.emit(Op::DeleteItem, 0, obj.0, i.0, 0),
                    super::expr::Index::Slice(l, u) => {
                        self.b.emit(Op::DeleteSlice, 0, obj.0, l.0, u.0)
                    }
                }
            }
            ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => {
                deep(|| elts.iter().try_for_each(|t| self.delete_target(t)))?;
            }
            _ => return self.error("can't delete this expression"),
        }
        self.b.release(mark);
        Ok(())
    }

    pub(super) fn augmented(&mut self, target: &Expr<'a>, op: Operator, value: &Expr<'a>) -> Res {
        self.b.reach(target.lineno, target.col_offset.max(0) as u32);
        let op = inplace(self.binary_op(op));
        match &target.kind {
            ExprKind::Name { id, .. } => {
                let var = self.variable(*id);
                let mut old = self.load_var(var, None);
                if old.0 < TEMPS && has_list_comp(value) {
                    let kept = self.b.alloc(1);
                    self.b.copy(kept, old);
                    old = Operand::reg(kept);
                }
                let v = self.expr(value, None)?;
                let dst = match var {
                    super::names::Var::Local(r) => r,
                    _ => self.b.alloc(1),
                };
                self.b.emit(op, dst, old.0, v.0, 0);
                self.store_var(var, Operand::reg(dst));
            }
            ExprKind::Attribute {
                value: obj, attr, ..
            } => {
                let obj = self.expr_before(obj, [value])?;
                let name = self.mangled_name(*attr);
                let dst = self.b.alloc(1);
                self.b.emit(Op::GetAttr, dst, obj.0, name, 0);
                let v = self.expr(value, None)?;
                self.b.emit(op, dst, dst, v.0, 0);
                self.set_attr(obj, *attr, Operand::reg(dst));
            }
            ExprKind::Subscript {
                value: obj, slice, ..
            } => {
                let mut later = slice_exprs(slice);
                later.push(value);
                let obj = self.expr_before(obj, later)?;
                let index = self.index(slice, Some(value))?;
                let dst = self.b.alloc(1);
                self.get_index(dst, obj, &index);
                let v = self.expr(value, None)?;
                self.b.emit(op, dst, dst, v.0, 0);
                self.set_index(obj, &index, Operand::reg(dst));
            }
            _ => return self.error("illegal expression for augmented assignment"),
        }
        Ok(())
    }
}

/// The object and the bounds of a subscript that is a slice.
fn as_slice<'a, 'e>(e: &'e Expr<'a>) -> Option<(&'e Expr<'a>, [Option<&'e Expr<'a>>; 3])> {
    match &e.kind {
        ExprKind::Subscript {
            value,
            slice: Slice::Slice { lower, upper, step },
            ..
        } => Some((value, [*lower, *upper, *step])),
        _ => None,
    }
}

fn is_name(e: &Expr) -> bool {
    matches!(e.kind, ExprKind::Name { .. })
}

fn elements<'a>(e: &Expr<'a>) -> Option<&'a [Expr<'a>]> {
    match e.kind {
        ExprKind::Tuple { elts, .. } | ExprKind::List { elts, .. } => Some(elts),
        _ => None,
    }
}

fn inplace(op: Op) -> Op {
    match op {
        Op::Add => Op::Iadd,
        Op::Sub => Op::Isub,
        Op::Mul => Op::Imul,
        Op::Div => Op::Idiv,
        Op::WarnedDiv => Op::WarnedIdiv,
        Op::Truediv => Op::Itruediv,
        Op::Floordiv => Op::Ifloordiv,
        Op::Mod => Op::Imod,
        Op::Pow => Op::Ipow,
        Op::Lshift => Op::Ilshift,
        Op::Rshift => Op::Irshift,
        Op::And => Op::Iand,
        Op::Or => Op::Ior,
        Op::Xor => Op::Ixor,
        other => other,
    }
}
