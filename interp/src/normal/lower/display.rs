//! Displays and comprehensions.

use syntax::ast::{Comprehension, Dict, Expr, ExprContext, ExprKind, ListComp};

use super::builder::{Reg, TEMPS};
use super::{Lowering, Res};
use crate::normal::node::Operand;
use crate::normal::op::Op;

/// Longest display whose elements are all held in registers at once.
const CHUNK: usize = 128;

/// What a comprehension makes of each element.
#[derive(Clone, Copy)]
pub(super) enum Element<'e, 'a> {
    Append(Reg, &'e Expr<'a>),
    Add(Reg, &'e Expr<'a>),
    Store(Reg, &'e Expr<'a>, &'e Expr<'a>),
    Yield(&'e Expr<'a>),
}

impl<'a> Lowering<'_, 'a> {
    /// Evaluates `exprs` to consecutive registers or constants and returns the first (0 if
    /// there are none). Constants and locals that happen to be consecutive stay where they are.
    pub(super) fn range(&mut self, exprs: &[&Expr<'a>]) -> Res<Operand> {
        if exprs.is_empty() {
            return Ok(Operand(0));
        }
        if let [e] = exprs {
            return self.expr(e, None);
        }
        if let Some(run) = exprs
            .iter()
            .rev()
            .map(|e| self.literal(e))
            .collect::<Option<Vec<_>>>()
        {
            for e in exprs {
                self.reach_all(std::slice::from_ref(*e));
                self.b.evaluate();
            }
            return Ok(self.b.constants(run.into_iter().rev().collect()));
        }
        if let Some(first) = self.consecutive_locals(exprs.iter().copied(), ExprContext::Load) {
            for e in exprs {
                self.expr(e, None)?;
            }
            return Ok(Operand::reg(first));
        }
        let base = TEMPS + self.b.mark();
        for e in exprs {
            let slot = self.b.alloc(1);
            self.expr_to(e, slot)?;
        }
        Ok(Operand::reg(base))
    }

    /// The register of the first, if `exprs` are names of locals in consecutive registers.
    pub(super) fn consecutive_locals<'e>(
        &mut self,
        exprs: impl Iterator<Item = &'e Expr<'a>> + Clone,
        context: ExprContext,
    ) -> Option<Reg>
    where
        'a: 'e,
    {
        let name = |e: &Expr| match e.kind {
            ExprKind::Name { id, .. } => Some(id),
            _ => None,
        };
        if !exprs
            .clone()
            .all(|e| name(e).is_some_and(|id| context != ExprContext::Load || !self.is_none(id)))
        {
            return None;
        }
        let mut first = None;
        for (i, e) in exprs.enumerate() {
            let r = self.local(name(e)?)?;
            if r != *first.get_or_insert(r) + i as u32 {
                return None;
            }
        }
        first
    }

    pub(super) fn tuple(&mut self, elts: &[Expr<'a>], want: Option<Reg>) -> Res<Operand> {
        let mark = self.b.mark();
        if elts.len() > CHUNK {
            let list = self.list(elts, None)?;
            self.b.release(mark);
            let dst = self.result(want);
            self.b.emit(Op::ListToTuple, dst, list.0, 0, 0);
            return Ok(Operand::reg(dst));
        }
        let first = self.range(&elts.iter().collect::<Vec<_>>())?;
        self.b.release(mark);
        let dst = self.result(want);
        self.b
            .emit_n(Op::BuildTuple, elts.len() as u16, dst, first.0, 0, 0);
        Ok(Operand::reg(dst))
    }

    pub(super) fn list(&mut self, elts: &[Expr<'a>], want: Option<Reg>) -> Res<Operand> {
        self.collection(elts, want, Op::BuildList, Op::ListAppend)
    }

    pub(super) fn set(&mut self, elts: &[Expr<'a>], want: Option<Reg>) -> Res<Operand> {
        self.collection(elts, want, Op::BuildSet, Op::SetAdd)
    }

    /// A display of the first elements, the others added one by one. Not so for a set,
    /// whose elements are hashed when all have been evaluated, nor for constants.
    fn collection(
        &mut self,
        elts: &[Expr<'a>],
        want: Option<Reg>,
        build: Op,
        add: Op,
    ) -> Res<Operand> {
        let whole = build == Op::BuildSet || self.literals(elts).is_some();
        let (first, rest) = elts.split_at(elts.len().min(if whole { 0xFFFF } else { CHUNK }));
        let dst = if rest.is_empty() {
            None
        } else {
            Some(self.accumulator(want))
        };
        let mark = self.b.mark();
        let values = self.range(&first.iter().collect::<Vec<_>>())?;
        self.b.release(mark);
        let dst = match dst {
            Some(r) => r,
            None => self.result(want),
        };
        self.b
            .emit_n(build, first.len() as u16, dst, values.0, 0, 0);
        for e in rest {
            let value = self.expr(e, None)?;
            self.b.emit(add, 0, dst, value.0, 0);
            self.b.release(mark);
        }
        Ok(Operand::reg(dst))
    }

    pub(super) fn dict(&mut self, d: &Dict<'a>, want: Option<Reg>) -> Res<Operand> {
        let dst = self.accumulator(want);
        let hint = d.values.len().min(0xFFFF) as u32;
        self.b.emit(Op::BuildDict, dst, hint, 0, 0);
        for (key, value) in d.keys.iter().zip(d.values) {
            self.dict_store(dst, key, value)?;
        }
        Ok(Operand::reg(dst))
    }

    /// The value is evaluated before the key.
    fn dict_store(&mut self, dict: Reg, key: &Expr<'a>, value: &Expr<'a>) -> Res {
        let mark = self.b.mark();
        let v = self.expr_before(value, [key])?;
        let k = self.expr(key, None)?;
        self.b.emit(Op::DictStore, 0, dict, k.0, v.0);
        self.b.release(mark);
        Ok(())
    }

    pub(super) fn list_comp(&mut self, c: &ListComp<'a>, want: Option<Reg>) -> Res<Operand> {
        let dst = self.accumulator(want);
        self.b.emit(Op::BuildList, dst, 0, 0, 0);
        self.comprehension(c.generators, None, Element::Append(dst, c.elt))?;
        Ok(Operand::reg(dst))
    }

    /// The loops of a comprehension; `iter`: the iterator of the outermost, if it is
    /// there already.
    pub(super) fn comprehension(
        &mut self,
        generators: &[Comprehension<'a>],
        iter: Option<Operand>,
        element: Element<'_, 'a>,
    ) -> Res {
        let Some((generator, inner)) = generators.split_first() else {
            return self.element(element);
        };
        let mark = self.b.mark();
        let iter = match iter {
            Some(iter) => iter,
            None => {
                let slot = self.b.alloc(1);
                let inner = self.b.mark();
                let value = self.iterated(generator.iter)?;
                self.b.release(inner);
                self.b.emit(Op::GetIter, slot, value.0, 0, 0);
                Operand::reg(slot)
            }
        };
        let end = self.b.label();
        let (top, loop_) = self.loop_header();
        self.next_item(iter, generator.target, end)?;
        let target = generator.target;
        self.b.reach(target.lineno, target.col_offset.max(0) as u32);
        for test in generator.ifs {
            self.jump_if(test, false, top)?;
        }
        self.comprehension(inner, None, element)?;
        self.b.jump(top);
        self.end_loop(loop_);
        self.b.bind(end);
        self.b.release(mark);
        Ok(())
    }

    fn element(&mut self, element: Element<'_, 'a>) -> Res {
        let mark = self.b.mark();
        match element {
            Element::Append(list, e) => {
                let value = self.expr(e, None)?;
                self.b.emit(Op::ListAppend, 0, list, value.0, 0);
            }
            Element::Add(set, e) => {
                let value = self.expr(e, None)?;
                self.b.emit(Op::SetAdd, 0, set, value.0, 0);
            }
            Element::Store(dict, key, value) => self.dict_store(dict, key, value)?,
            Element::Yield(e) => {
                let value = self.expr(e, None)?;
                self.yield_value(value, None);
            }
        }
        self.b.release(mark);
        Ok(())
    }
}
