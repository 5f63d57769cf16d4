//! Calls. What is called is evaluated first (of a method call: the object, and the
//! method is looked up), then the arguments in the order positional, keyword, `*`, `**`.

use syntax::ast::{Call, Expr, ExprContext, ExprKind};

use super::builder::{Reg, TEMPS};
use super::{Lowering, Res};
use crate::normal::code::Const;
use crate::normal::node::Operand;
use crate::normal::op::Op;

impl<'a> Lowering<'_, 'a> {
    pub(super) fn call(&mut self, c: &Call<'a>, want: Option<Reg>) -> Res<Operand> {
        Ok(self.call_and_callee(c, want, false)?.0)
    }

    /// Evaluates what a loop goes over and nobody else sees: ranges need not be made.
    pub(super) fn iterated(&mut self, e: &Expr<'a>) -> Res<Operand> {
        if let ExprKind::Call(c) = &e.kind
            && let ExprKind::Name { id, .. } = c.func.kind
            && matches!(self.text(id), "range" | "xrange")
            && self.known_local(id).is_none()
            && (1..=3).contains(&c.args.len())
            && c.keywords.is_empty()
            && c.starargs.is_none()
            && c.kwargs.is_none()
        {
            self.b.reach(e.lineno, e.col_offset.max(0) as u32);
            return Ok(self.call_and_callee(c, None, true)?.0);
        }
        self.iterable(e, [])
    }

    /// The result, which only a loop sees if so said, and what was called: its register, a temporary one, is released,
    /// but not used again before the next
    /// one is allocated, if there is a register that the result goes to.
    pub(super) fn call_and_callee(
        &mut self,
        c: &Call<'a>,
        want: Option<Reg>,
        iterated: bool,
    ) -> Res<(Operand, Operand)> {
        let mark = self.b.mark();
        let values: Vec<&Expr<'a>> = c
            .args
            .iter()
            .chain(c.keywords.iter().map(|k| k.value))
            .chain(c.starargs)
            .chain(c.kwargs)
            .collect();
        let n = self.count(values.len())?;
        let op = match (c.starargs.is_some(), c.kwargs.is_some()) {
            (false, false) => Op::Call,
            (true, false) => Op::CallStar,
            (false, true) => Op::CallKwargs,
            (true, true) => Op::CallStarKwargs,
        };
        if op == Op::Call
            && let ExprKind::Attribute {
                value,
                attr,
                ctx: ExprContext::Load,
            } = &c.func.kind
        {
            self.b.reach(c.func.lineno, c.func.col_offset.max(0) as u32);
            let base = self.b.alloc(2);
            let obj = self.expr(value, Some(base))?;
            let name = self.mangled_name(*attr);
            self.b.emit(Op::LoadMethod, base, obj.0, name, 0);
            self.b.release(base + 2 - TEMPS);
            for v in values {
                let slot = self.b.alloc(1);
                self.expr_to(v, slot)?;
            }
            let kwnames = self.keyword_names(c);
            self.b.release(mark);
            let dst = self.result(want);
            self.b.emit_n(Op::CallMethod, n, dst, base, 0, kwnames.0);
            return Ok((Operand::reg(dst), Operand::reg(base)));
        }
        let mut callee = self.expr_before(c.func, values.iter().copied())?;
        if iterated {
            let dst = self.b.alloc(1);
            self.b.emit(Op::ToIterate, dst, callee.0, 0, 0);
            callee = Operand::reg(dst);
        }
        let first = self.range(&values)?;
        let kwnames = self.keyword_names(c);
        self.b.release(mark);
        let dst = self.result(want);
        self.b.emit_n(op, n, dst, callee.0, first.0, kwnames.0);
        Ok((Operand::reg(dst), callee))
    }

    /// The constant tuple of keyword names, absent if there are none.
    fn keyword_names(&mut self, c: &Call<'a>) -> Operand {
        if c.keywords.is_empty() {
            return Operand::ABSENT;
        }
        let names = c
            .keywords
            .iter()
            .map(|k| Const::Str(self.text(k.arg).as_bytes().into()))
            .collect();
        self.b.constant(Const::Tuple(names))
    }

    /// Calls `callee` with the one argument `arg`.
    pub(super) fn call_one(&mut self, dst: Reg, callee: Operand, arg: Operand) {
        self.b
            .emit_n(Op::Call, 1, dst, callee.0, arg.0, Operand::ABSENT.0);
    }
}
