//! Targets: what may be assigned to or deleted.
//!
//! Whether an expression is a target shows only behind it, at the `=`. Nodes are
//! never changed once made; the few that a target consists of are made anew.

use super::Builder;
use super::operators::expr;
use crate::ast::{Expr, ExprContext, ExprKind};
use crate::error::Result;
use crate::token as t;

impl<'a> Builder<'_, 'a> {
    /// `target` with context `ctx`; errors are placed at token `at`.
    pub(super) fn set_context(
        &self,
        target: &Expr<'a>,
        ctx: ExprContext,
        at: usize,
    ) -> Result<Expr<'a>> {
        let kind = match target.kind {
            ExprKind::Name { id, .. } => {
                if ctx == ExprContext::Store {
                    self.check_binding(id, at)?;
                }
                ExprKind::Name { id, ctx }
            }
            ExprKind::Attribute { value, attr, .. } => {
                if ctx == ExprContext::Store {
                    self.check_binding(attr, at)?;
                }
                ExprKind::Attribute { value, attr, ctx }
            }
            ExprKind::Subscript { value, slice, .. } => ExprKind::Subscript { value, slice, ctx },
            ExprKind::List { elts, .. } => ExprKind::List {
                elts: self.set_contexts(elts, ctx, at)?,
                ctx,
            },
            ExprKind::Tuple { elts, .. } if !elts.is_empty() => ExprKind::Tuple {
                elts: self.set_contexts(elts, ctx, at)?,
                ctx,
            },
            other => {
                let verb = if ctx == ExprContext::Store {
                    "assign to"
                } else {
                    "delete"
                };
                return self.fail(at, &format!("can't {verb} {}", description(&other)));
            }
        };
        Ok(Expr { kind, ..*target })
    }

    fn set_contexts(
        &self,
        elts: &[Expr<'a>],
        ctx: ExprContext,
        at: usize,
    ) -> Result<&'a [Expr<'a>]> {
        let mut list = Vec::with_capacity(elts.len());
        for elt in elts {
            list.push(self.set_context(elt, ctx, at)?);
        }
        Ok(self.arena.alloc_slice_copy(&list))
    }

    /// The targets of `for` and `del`, separated by commas.
    /// Returns whether there was a comma.
    pub(super) fn exprlist(&mut self, ctx: ExprContext) -> Result<bool> {
        let mut commas = false;
        loop {
            let at = self.pos;
            let target = self.expr()?;
            let target = self.set_context(&target, ctx, at)?;
            self.exprs.push(target);
            if !self.skip_if(t::COMMA) {
                return Ok(commas);
            }
            commas = true;
            if !self.operand_follows() {
                return Ok(commas);
            }
        }
    }

    /// What a `for` assigns to. A bare tuple is placed where its first item's node is.
    pub(super) fn for_target(&mut self) -> Result<&'a Expr<'a>> {
        let base = self.exprs.len();
        let is_tuple = self.exprlist(ExprContext::Store)?;
        let elts = self.take_exprs(base);
        let first = &elts[0];
        if !is_tuple {
            return Ok(first);
        }
        let tuple = ExprKind::Tuple {
            elts,
            ctx: ExprContext::Store,
        };
        Ok(self.alloc_expr(expr(tuple, (first.lineno, first.col_offset))))
    }
}

fn description(kind: &ExprKind) -> &'static str {
    match kind {
        ExprKind::Tuple { .. } => "()",
        ExprKind::Lambda(_) => "lambda",
        ExprKind::Call(_) => "function call",
        ExprKind::BoolOp { .. } | ExprKind::BinOp { .. } | ExprKind::UnaryOp { .. } => "operator",
        ExprKind::GeneratorExp(_) => "generator expression",
        ExprKind::Yield { .. } => "yield expression",
        ExprKind::ListComp(_) => "list comprehension",
        ExprKind::SetComp(_) => "set comprehension",
        ExprKind::DictComp(_) => "dict comprehension",
        ExprKind::Dict(_)
        | ExprKind::Set { .. }
        | ExprKind::Num { .. }
        | ExprKind::Str { .. }
        | ExprKind::Unicode { .. } => "literal",
        ExprKind::Compare(_) => "comparison",
        ExprKind::Repr { .. } => "repr",
        ExprKind::IfExp(_) => "conditional expression",
        ExprKind::Name { .. }
        | ExprKind::Attribute { .. }
        | ExprKind::Subscript { .. }
        | ExprKind::List { .. } => "target",
    }
}
