//! Parameters of functions and lambdas.

use super::Builder;
use super::operators::expr;
use crate::ast::{Arguments, Expr, ExprContext, ExprKind};
use crate::error::Result;
use crate::token as t;

impl<'a> Builder<'_, 'a> {
    /// Up to the token `end`, which stays.
    pub(super) fn params(&mut self, end: u8) -> Result<Arguments<'a>> {
        let list = self.pos;
        let mut args: Vec<Expr<'a>> = Vec::new();
        let base = self.exprs.len();
        let (mut vararg, mut kwarg) = (None, None);
        while self.kind() != end {
            if self.skip_if(t::STAR) {
                vararg = Some(self.rest_param()?);
            } else if self.skip_if(t::DOUBLESTAR) {
                kwarg = Some(self.rest_param()?);
            } else {
                let param = self.pos;
                self.skip_param();
                if self.skip_if(t::EQUAL) {
                    let default = self.test()?;
                    self.exprs.push(default);
                    if self.is_parenthesised(param) {
                        return self.fail(list, "parenthesized arg with default");
                    }
                } else if self.exprs.len() > base {
                    return self.fail(list, "non-default argument follows default argument");
                }
                let after = std::mem::replace(&mut self.pos, param);
                args.push(self.param(list, ExprContext::Param)?);
                self.pos = after;
            }
            if !self.skip_if(t::COMMA) {
                break;
            }
        }
        Ok(Arguments {
            args: self.arena.alloc_slice_copy(&args),
            vararg,
            kwarg,
            defaults: self.take_exprs(base),
        })
    }

    fn rest_param(&mut self) -> Result<crate::Name> {
        let at = self.pos;
        let name = self.name();
        self.check_binding(name, at)?;
        Ok(name)
    }

    /// Goes past a parameter's name or tuple.
    fn skip_param(&mut self) {
        let mut depth = 0;
        loop {
            match self.kind() {
                t::LPAR => depth += 1,
                t::RPAR => depth -= 1,
                _ => {}
            }
            self.pos += 1;
            if depth == 0 {
                return;
            }
        }
    }

    /// Whether what looks like a tuple parameter is one item in parentheses: `(x)`.
    fn is_parenthesised(&self, at: usize) -> bool {
        if self.input.text[at] != t::LPAR {
            return false;
        }
        let mut depth = 0;
        for &kind in &self.input.text[at..] {
            match kind {
                t::LPAR => depth += 1,
                t::RPAR => depth -= 1,
                t::COMMA if depth == 1 => return false,
                _ => {}
            }
            if depth == 0 {
                return true;
            }
        }
        true
    }

    /// A name, or a tuple of parameters; parentheses around a single one mean nothing.
    fn param(&mut self, list: usize, ctx: ExprContext) -> Result<Expr<'a>> {
        let start = self.pos;
        if self.kind() == t::NAME {
            let id = self.name();
            self.check_binding(id, list)?;
            return Ok(expr(ExprKind::Name { id, ctx }, self.place(start)));
        }
        self.expect(t::LPAR);
        if self.is_parenthesised(start) {
            let inner = self.param(list, ctx)?;
            self.expect(t::RPAR);
            return Ok(inner);
        }
        let first = self.pos;
        let mut elts = Vec::new();
        while self.kind() != t::RPAR {
            elts.push(self.param(first, ExprContext::Store)?);
            if !self.skip_if(t::COMMA) {
                break;
            }
        }
        self.expect(t::RPAR);
        let elts = self.arena.alloc_slice_copy(&elts);
        let tuple = ExprKind::Tuple {
            elts,
            ctx: ExprContext::Store,
        };
        Ok(expr(tuple, self.place(first)))
    }
}
