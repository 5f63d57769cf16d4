//! Expressions and conditions.
//!
//! [`Lowering::expr`] may be asked for a result in a certain register. It is written by the
//! last node only, so that it may be a local that the expression itself reads; what is
//! built up in steps is built in a temporary.

use syntax::ast::{
    BoolOp, CmpOp, Compare, Expr, ExprContext, ExprKind, IfExp, Operator, Slice, UnaryOp,
};

use super::builder::{Label, Reg, TEMPS};
use super::{Lowering, Res};
use crate::compile;
use crate::normal::code::Const;
use crate::normal::node::Operand;
use crate::normal::op::Op;

/// An expression nested in itself more than a few thousand times comes from long chains
/// such as `a + b + …`, which the parser does not limit: the stack grows for them.
pub(super) fn deep<R>(f: impl FnOnce() -> R) -> R {
    stacker::maybe_grow(128 << 10, 2 << 20, f)
}

/// What a subscript selects.
pub(super) enum Index {
    Item(Operand),
    /// `[lower:upper]`; what is left out is [`Operand::ABSENT`].
    Slice(Operand, Operand),
}

impl<'a> Lowering<'_, 'a> {
    /// Evaluates `e`, preferably into `want`.
    pub(super) fn expr(&mut self, e: &Expr<'a>, want: Option<Reg>) -> Res<Operand> {
        self.reach(e);
        if let Some(c) = self.literal(e) {
            if let ExprKind::Tuple { elts, .. } = &e.kind {
                self.reach_all(elts);
            } else {
                self.b.evaluate();
            }
            return Ok(self.b.constant(c));
        }
        match &e.kind {
            ExprKind::Name { id, .. } => {
                self.b.evaluate();
                Ok(self.load(*id, want))
            }
            _ => deep(|| self.compound(e, want)),
        }
    }

    /// The line moves on to `e`. (And `None`, a constant to us, is a name in `co_names`.)
    fn reach(&mut self, e: &Expr) {
        self.b.reach(e.lineno, e.col_offset.max(0) as u32);
        if let ExprKind::Name { id, .. } = e.kind
            && self.is_none(id)
        {
            self.b.name("None");
        }
    }

    /// Moves the line on over constants that are not lowered one by one.
    pub(super) fn reach_all(&mut self, elts: &[Expr]) {
        for e in elts {
            self.reach(e);
            match &e.kind {
                ExprKind::Tuple { elts, .. } => self.reach_all(elts),
                _ => self.b.touch(),
            }
        }
    }

    /// Evaluates `e` into `dst`.
    pub(super) fn expr_to(&mut self, e: &Expr<'a>, dst: Reg) -> Res {
        let mark = self.b.mark();
        let value = self.expr(e, Some(dst))?;
        self.b.copy(dst, value);
        self.b.release(mark);
        Ok(())
    }

    /// Evaluates `e` to an operand that keeps its value while `later` are evaluated:
    /// a list comprehension in one of them can rebind the local that `e` is.
    pub(super) fn expr_before<'e>(
        &mut self,
        e: &Expr<'a>,
        later: impl IntoIterator<Item = &'e Expr<'a>>,
    ) -> Res<Operand>
    where
        'a: 'e,
    {
        let value = self.expr(e, None)?;
        if value.is_const() || value.0 >= TEMPS || !later.into_iter().any(has_list_comp) {
            return Ok(value);
        }
        let kept = self.b.alloc(1);
        self.b.copy(kept, value);
        Ok(Operand::reg(kept))
    }

    /// A register to build a result in step by step: never a local.
    pub(super) fn accumulator(&mut self, want: Option<Reg>) -> Reg {
        self.result(want.filter(|&r| r >= TEMPS))
    }

    fn compound(&mut self, e: &Expr<'a>, want: Option<Reg>) -> Res<Operand> {
        match &e.kind {
            ExprKind::BoolOp { op, values } => self.bool_op(*op, values, want),
            ExprKind::BinOp { left, op, right } => {
                let (mark, marks) = (self.b.mark(), self.b.marks.len());
                let a = self.expr_before(left, [*right])?;
                let b = self.expr(right, None)?;
                if let Some(folded) = self.fold_binary(*op, a, b) {
                    // Nothing is left of the operands' lines but the last.
                    self.b.marks.truncate(marks);
                    return Ok(folded);
                }
                let op = self.binary_op(*op);
                Ok(self.finish_op(op, mark, a, b, want))
            }
            ExprKind::UnaryOp { op, operand } => {
                let mark = self.b.mark();
                let a = self.expr(operand, None)?;
                if let Some(folded) = self.fold_unary(*op, a) {
                    return Ok(folded);
                }
                let op = match op {
                    UnaryOp::Invert => Op::Invert,
                    UnaryOp::Not => Op::Not,
                    UnaryOp::UAdd => Op::Pos,
                    UnaryOp::USub => Op::Neg,
                };
                Ok(self.finish_op(op, mark, a, Operand(0), want))
            }
            ExprKind::Repr { value } => {
                let mark = self.b.mark();
                let a = self.expr(value, None)?;
                Ok(self.finish_op(Op::Repr, mark, a, Operand(0), want))
            }
            ExprKind::Lambda(l) => self.lambda(l, e.lineno, want),
            ExprKind::IfExp(i) => self.if_exp(i, want),
            ExprKind::Dict(d) => self.dict(d, want),
            ExprKind::Set { elts } => self.set(elts, want),
            ExprKind::List { elts, .. } => self.list(elts, want),
            ExprKind::Tuple { elts, .. } => self.tuple(elts, want),
            ExprKind::ListComp(c) => self.list_comp(c, want),
            ExprKind::SetComp(_) | ExprKind::DictComp(_) | ExprKind::GeneratorExp(_) => {
                self.comprehension_function(e, want)
            }
            ExprKind::Yield { value } => self.yield_(*value, want),
            ExprKind::Compare(c) => self.compare(c, want),
            ExprKind::Call(c) => self.call(c, want),
            ExprKind::Attribute { value, attr, .. } => {
                let mark = self.b.mark();
                let obj = self.expr(value, None)?;
                let name = self.mangled_name(*attr);
                Ok(self.finish_op(Op::GetAttr, mark, obj, Operand(name), want))
            }
            ExprKind::Subscript { value, slice, .. } => {
                let mark = self.b.mark();
                let obj = self.expr_before(value, slice_exprs(slice))?;
                if let Slice::Slice {
                    lower,
                    upper,
                    step: Some(step),
                } = slice
                {
                    let bounds = self.bounds([*lower, *upper, Some(step)])?;
                    self.b.release(mark);
                    let dst = self.result(want);
                    self.b.emit(Op::GetStepped, dst, obj.0, bounds, 0);
                    return Ok(Operand::reg(dst));
                }
                let index = self.index(slice, None)?;
                self.b.release(mark);
                let dst = self.result(want);
                self.get_index(dst, obj, &index);
                Ok(Operand::reg(dst))
            }
            ExprKind::Num { .. }
            | ExprKind::Str { .. }
            | ExprKind::Unicode { .. }
            | ExprKind::Name { .. } => self.expr(e, want),
        }
    }

    /// Emits an operation on operands whose temporaries were allocated since `mark`.
    fn finish_op(
        &mut self,
        op: Op,
        mark: u32,
        a: Operand,
        b: Operand,
        want: Option<Reg>,
    ) -> Operand {
        self.b.release(mark);
        let dst = self.result(want);
        self.b.emit(op, dst, a.0, b.0, 0);
        Operand::reg(dst)
    }

    pub(super) fn binary_op(&self, op: Operator) -> Op {
        match op {
            Operator::Add => Op::Add,
            Operator::Sub => Op::Sub,
            Operator::Mult => Op::Mul,
            Operator::Div
                if self.unit.flags.has(syntax::Flags::DIVISION) || compile::divides_truly() =>
            {
                Op::Truediv
            }
            Operator::Div if runtime::number::division_warnings() > 0 => Op::WarnedDiv,
            Operator::Div => Op::Div,
            Operator::Mod => Op::Mod,
            Operator::Pow => Op::Pow,
            Operator::LShift => Op::Lshift,
            Operator::RShift => Op::Rshift,
            Operator::BitOr => Op::Or,
            Operator::BitXor => Op::Xor,
            Operator::BitAnd => Op::And,
            Operator::FloorDiv => Op::Floordiv,
        }
    }

    fn if_exp(&mut self, i: &IfExp<'a>, want: Option<Reg>) -> Res<Operand> {
        // Each arm writes the result last, so a local will do; but the arm not last in the
        // text may not use temporaries of the other.
        let dst = self.result(want);
        let (otherwise, end) = (self.b.label(), self.b.label());
        self.jump_if(i.test, false, otherwise)?;
        self.expr_to(i.body, dst)?;
        self.b.jump(end);
        self.b.bind(otherwise);
        self.expr_to(i.orelse, dst)?;
        self.b.bind(end);
        Ok(Operand::reg(dst))
    }

    fn bool_op(&mut self, op: BoolOp, values: &[Expr<'a>], want: Option<Reg>) -> Res<Operand> {
        let dst = self.accumulator(want);
        let end = self.b.label();
        let Some((last, first)) = values.split_last() else {
            return Ok(self.b.none());
        };
        for v in first {
            self.value_jump(v, dst, op == BoolOp::Or, end)?;
        }
        self.expr_to(last, dst)?;
        self.b.bind(end);
        Ok(Operand::reg(dst))
    }

    /// Evaluates `e`; if its truth is `sense`, jumps with its value in `dst`, a temporary.
    /// The truth of each part is asked for once.
    fn value_jump(&mut self, e: &Expr<'a>, dst: Reg, sense: bool, to: Label) -> Res {
        if let ExprKind::BoolOp { op, values } = &e.kind
            && let Some((last, first)) = values.split_last()
        {
            self.reach(e);
            let skip = self.b.label();
            for v in first {
                if (*op == BoolOp::Or) == sense {
                    self.value_jump(v, dst, sense, to)?;
                } else {
                    self.jump_if(v, !sense, skip)?;
                }
            }
            self.value_jump(last, dst, sense, to)?;
            self.b.bind(skip);
            return Ok(());
        }
        self.expr_to(e, dst)?;
        self.b.branch(sense, Operand::reg(dst), to);
        Ok(())
    }

    /// Evaluates `e` for its truth; jumps if that is `sense`.
    pub(super) fn jump_if(&mut self, e: &Expr<'a>, sense: bool, to: Label) -> Res {
        deep(|| self.jump_if_inner(e, sense, to))
    }

    fn jump_if_inner(&mut self, e: &Expr<'a>, sense: bool, to: Label) -> Res {
        self.reach(e);
        if let Some(truth) = self.known_truth(e) {
            if let ExprKind::Name { id, .. } = e.kind {
                self.variable(id);
            }
            if truth == sense {
                self.b.break_away(to);
            }
            return Ok(());
        }
        match &e.kind {
            ExprKind::UnaryOp {
                op: UnaryOp::Not,
                operand,
            } => self.jump_if(operand, !sense, to),
            ExprKind::BoolOp { op, values } => {
                let Some((last, first)) = values.split_last() else {
                    return Ok(());
                };
                let skip = self.b.label();
                for v in first {
                    if (*op == BoolOp::Or) == sense {
                        self.jump_if(v, sense, to)?;
                    } else {
                        self.jump_if(v, !sense, skip)?;
                    }
                }
                self.jump_if(last, sense, to)?;
                self.b.bind(skip);
                Ok(())
            }
            ExprKind::Compare(c) => {
                let mark = self.b.mark();
                let fail = self.b.label();
                let dst = self.comparisons(c, None, if sense { fail } else { to }, true)?;
                self.b.branch(sense, Operand::reg(dst), to);
                self.b.bind(fail);
                self.b.release(mark);
                Ok(())
            }
            _ => {
                let mark = self.b.mark();
                let value = self.expr(e, None)?;
                self.branch_on(sense, value, to);
                self.b.release(mark);
                Ok(())
            }
        }
    }

    /// A branch on a value that nothing else reads.
    pub(super) fn branch_on(&mut self, sense: bool, value: Operand, to: Label) {
        self.fuse(value);
        self.b.branch(sense, value, to);
    }

    /// Marks the comparison just emitted as read by the branch to come and by nothing else.
    fn fuse(&mut self, value: Operand) {
        if value.0 >= TEMPS
            && !value.is_const()
            && !self.b.joined_here()
            && let Some(last) = self.b.nodes.last_mut()
            && last.dst == value.0
            && is_test(last.op)
        {
            last.n = 1;
        }
    }

    fn compare(&mut self, c: &Compare<'a>, want: Option<Reg>) -> Res<Operand> {
        if let ([op], [right]) = (c.ops, c.comparators) {
            let mark = self.b.mark();
            let a = self.expr_before(c.left, [right])?;
            let (op, b) = self.comparison(*op, right, [])?;
            return Ok(self.finish_op(op, mark, a, b, want));
        }
        let end = self.b.label();
        let dst = self.accumulator(want);
        self.comparisons(c, Some(dst), end, false)?;
        self.b.bind(end);
        Ok(Operand::reg(dst))
    }

    /// The comparisons of a chain, each result in the register returned, with a jump to
    /// `fail` after all but the last. `dead`: nothing but the branches reads them.
    fn comparisons(
        &mut self,
        c: &Compare<'a>,
        dst: Option<Reg>,
        fail: Label,
        dead: bool,
    ) -> Res<Reg> {
        let dst = self.result(dst);
        let mark = self.b.mark();
        let mut a = self.expr_before(c.left, c.comparators)?;
        let count = c.ops.len();
        for (i, (op, right)) in c.ops.iter().zip(c.comparators).enumerate() {
            let (op, b) = self.comparison(*op, right, &c.comparators[i + 1..])?;
            self.b.emit(op, dst, a.0, b.0, 0);
            if i + 1 < count {
                if dead {
                    self.fuse(Operand::reg(dst));
                }
                self.b.branch(false, Operand::reg(dst), fail);
            } else if dead {
                self.fuse(Operand::reg(dst));
            }
            a = b;
        }
        self.b.release(mark);
        Ok(dst)
    }

    fn comparison<'e>(
        &mut self,
        op: CmpOp,
        right: &Expr<'a>,
        later: impl IntoIterator<Item = &'e Expr<'a>>,
    ) -> Res<(Op, Operand)>
    where
        'a: 'e,
    {
        let node = match op {
            CmpOp::Eq => Op::Eq,
            CmpOp::NotEq => Op::Ne,
            CmpOp::Lt => Op::Lt,
            CmpOp::LtE => Op::Le,
            CmpOp::Gt => Op::Gt,
            CmpOp::GtE => Op::Ge,
            CmpOp::Is => Op::Is,
            CmpOp::IsNot => Op::IsNot,
            CmpOp::In => Op::In,
            CmpOp::NotIn => Op::NotIn,
        };
        let b = match op {
            CmpOp::In | CmpOp::NotIn => self.iterable(right, later)?,
            _ => self.expr_before(right, later)?,
        };
        Ok((node, b))
    }

    /// Evaluates what is searched or iterated over and seen by nobody else: a list of
    /// constants may be a tuple.
    pub(super) fn iterable<'e>(
        &mut self,
        e: &Expr<'a>,
        later: impl IntoIterator<Item = &'e Expr<'a>>,
    ) -> Res<Operand>
    where
        'a: 'e,
    {
        if let ExprKind::List {
            elts,
            ctx: ExprContext::Load,
        } = &e.kind
            && let Some(items) = self.literals(elts)
        {
            self.reach_all(elts);
            return Ok(self.b.constant(Const::Tuple(items)));
        }
        self.expr_before(e, later)
    }

    fn yield_(&mut self, value: Option<&'a Expr<'a>>, want: Option<Reg>) -> Res<Operand> {
        if !self.in_function() {
            return self.error("'yield' outside function");
        }
        let mark = self.b.mark();
        let value = match value {
            Some(v) => self.expr(v, None)?,
            None => self.b.none(),
        };
        self.b.release(mark);
        Ok(self.yield_value(value, want))
    }

    /// Suspends with `value`; the result is what is sent.
    pub(super) fn yield_value(&mut self, value: Operand, want: Option<Reg>) -> Operand {
        let mark = self.b.mark();
        let sent = self.b.alloc(1);
        self.b.emit(Op::Yield, sent, value.0, 0, 0);
        self.b.release(mark);
        let dst = self.result(want);
        self.b.emit(Op::Resume, dst, sent, 0, 0);
        Operand::reg(dst)
    }

    // ---- subscripts

    /// Evaluates what is between the brackets; `later` is evaluated before it is used.
    pub(super) fn index(&mut self, slice: &Slice<'a>, later: Option<&Expr<'a>>) -> Res<Index> {
        Ok(match slice {
            Slice::Slice {
                lower,
                upper,
                step: None,
            } => {
                let lower = match lower {
                    Some(e) => self.expr_before(e, upper.iter().copied().chain(later))?,
                    None => Operand::ABSENT,
                };
                let upper = match upper {
                    Some(e) => self.expr_before(e, later)?,
                    None => Operand::ABSENT,
                };
                Index::Slice(lower, upper)
            }
            Slice::Index { value } => Index::Item(self.expr_before(value, later)?),
            _ => Index::Item(self.item_index(slice, None)?),
        })
    }

    /// Evaluates a subscript to one object.
    fn item_index(&mut self, slice: &Slice<'a>, want: Option<Reg>) -> Res<Operand> {
        match slice {
            Slice::Ellipsis => Ok(self.b.constant(Const::Ellipsis)),
            Slice::Index { value } => self.expr(value, want),
            Slice::Slice { lower, upper, step } => {
                let mark = self.b.mark();
                let bounds = [*lower, *upper, *step];
                let mut values = [Operand(0); 3];
                for i in 0..3 {
                    values[i] = match bounds[i] {
                        Some(e) => {
                            self.expr_before(e, bounds[i + 1..].iter().flatten().copied())?
                        }
                        None => self.b.none(),
                    };
                }
                self.b.release(mark);
                let dst = self.result(want);
                self.b
                    .emit(Op::BuildSlice, dst, values[0].0, values[1].0, values[2].0);
                Ok(Operand::reg(dst))
            }
            Slice::ExtSlice { dims } => {
                let mark = self.b.mark();
                let base = self.b.alloc(0);
                for d in *dims {
                    let slot = self.b.alloc(1);
                    let value = self.item_index(d, Some(slot))?;
                    self.b.copy(slot, value);
                    self.b.release(slot + 1 - TEMPS);
                }
                self.b.release(mark);
                let n = self.count(dims.len())?;
                let dst = self.accumulator(want);
                self.b
                    .emit_n(Op::BuildTuple, n, dst, if n == 0 { 0 } else { base }, 0, 0);
                Ok(Operand::reg(dst))
            }
        }
    }

    /// Evaluates the bounds of a slice into consecutive registers; what is left out is None.
    fn bounds(&mut self, bounds: [Option<&'a Expr<'a>>; 3]) -> Res<Reg> {
        let base = self.b.alloc(3);
        for (slot, bound) in (base..).zip(bounds) {
            let value = match bound {
                Some(e) => self.expr(e, Some(slot))?,
                None => self.b.none(),
            };
            self.b.copy(slot, value);
        }
        Ok(base)
    }

    pub(super) fn get_index(&mut self, dst: Reg, obj: Operand, index: &Index) {
        match index {
            Index::Item(i) => self.b.emit(Op::GetItem, dst, obj.0, i.0, 0),
            Index::Slice(lower, upper) => self.b.emit(Op::GetSlice, dst, obj.0, lower.0, upper.0),
        }
    }

    pub(super) fn set_index(&mut self, obj: Operand, index: &Index, value: Operand) {
        match index {
            Index::Item(i) => self.b.emit(Op::SetItem, 0, obj.0, i.0, value.0),
            Index::Slice(lower, upper) => {
                self.b.emit(Op::SetSlice, value.0, obj.0, lower.0, upper.0)
            }
        }
    }
}

/// The kinds whose `n` says that a branch follows.
fn is_test(op: Op) -> bool {
    matches!(
        op,
        Op::Lt
            | Op::Le
            | Op::Eq
            | Op::Ne
            | Op::Gt
            | Op::Ge
            | Op::Is
            | Op::IsNot
            | Op::In
            | Op::NotIn
            | Op::Not
            | Op::MatchException
    )
}

/// The expressions evaluated for a subscript.
pub(super) fn slice_exprs<'a, 's>(slice: &'s Slice<'a>) -> Vec<&'s Expr<'a>> {
    match slice {
        Slice::Ellipsis => Vec::new(),
        Slice::Index { value } => vec![value],
        Slice::Slice { lower, upper, step } => [lower, upper, step]
            .into_iter()
            .flatten()
            .copied()
            .collect(),
        Slice::ExtSlice { dims } => dims.iter().flat_map(slice_exprs).collect(),
    }
}

/// Does evaluating `e` run a list comprehension in the scope it stands in? Those bind
/// their targets there.
pub(super) fn has_list_comp(e: &Expr) -> bool {
    let any = |list: &[Expr]| list.iter().any(has_list_comp);
    deep(|| match &e.kind {
        ExprKind::ListComp(_) => true,
        ExprKind::BoolOp { values, .. } => any(values),
        ExprKind::BinOp { left, right, .. } => has_list_comp(right) || has_list_comp(left),
        ExprKind::UnaryOp { operand, .. } => has_list_comp(operand),
        ExprKind::Lambda(l) => any(l.args.defaults),
        ExprKind::IfExp(i) => [i.test, i.body, i.orelse].into_iter().any(has_list_comp),
        ExprKind::Dict(d) => any(d.keys) || any(d.values),
        ExprKind::Set { elts } | ExprKind::List { elts, .. } | ExprKind::Tuple { elts, .. } => {
            any(elts)
        }
        ExprKind::SetComp(c) => c.generators.first().is_some_and(|g| has_list_comp(g.iter)),
        ExprKind::DictComp(c) => c.generators.first().is_some_and(|g| has_list_comp(g.iter)),
        ExprKind::GeneratorExp(c) => c.generators.first().is_some_and(|g| has_list_comp(g.iter)),
        ExprKind::Yield { value } => value.is_some_and(has_list_comp),
        ExprKind::Compare(c) => has_list_comp(c.left) || any(c.comparators),
        ExprKind::Call(c) => {
            has_list_comp(c.func)
                || any(c.args)
                || c.keywords.iter().any(|k| has_list_comp(k.value))
                || [c.starargs, c.kwargs]
                    .into_iter()
                    .flatten()
                    .any(has_list_comp)
        }
        ExprKind::Repr { value } | ExprKind::Attribute { value, .. } => has_list_comp(value),
        ExprKind::Subscript { value, slice, .. } => {
            has_list_comp(value) || slice_exprs(slice).into_iter().any(has_list_comp)
        }
        ExprKind::Num { .. }
        | ExprKind::Str { .. }
        | ExprKind::Unicode { .. }
        | ExprKind::Name { .. } => false,
    })
}
