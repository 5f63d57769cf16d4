//! Operators: precedence climbing over the flat list of operands and operators.
//!
//! One function a kind of shape: chains of `or` and of `and` are one node, so are
//! chains of comparisons; binary operators nest to the left, but for `**`.

use super::{Builder, Place};
use crate::ast::{BoolOp, CmpOp, Compare, Expr, ExprKind, Operator, UnaryOp};
use crate::error::Result;
use crate::token as t;

/// How tightly an infix operator binds, from `|` (1) to `*` (6); 0 if it is none.
/// `**` is apart, it binds tighter on its left than prefix operators do.
fn binding(kind: u8) -> u8 {
    match kind {
        t::VBAR => 1,
        t::CIRCUMFLEX => 2,
        t::AMPER => 3,
        t::LEFTSHIFT | t::RIGHTSHIFT => 4,
        t::PLUS | t::MINUS => 5,
        t::STAR | t::SLASH | t::PERCENT | t::DOUBLESLASH => 6,
        _ => 0,
    }
}

/// The operator that a token is, as `+` or as the `+` of `+=`.
pub fn binary_operator(kind: u8) -> Operator {
    match kind {
        t::VBAR => Operator::BitOr,
        t::CIRCUMFLEX => Operator::BitXor,
        t::AMPER => Operator::BitAnd,
        t::LEFTSHIFT => Operator::LShift,
        t::RIGHTSHIFT => Operator::RShift,
        t::PLUS => Operator::Add,
        t::MINUS => Operator::Sub,
        t::STAR => Operator::Mult,
        t::SLASH => Operator::Div,
        t::PERCENT => Operator::Mod,
        t::DOUBLESLASH => Operator::FloorDiv,
        t::DOUBLESTAR => Operator::Pow,
        _ => unreachable!("no binary operator: {:?}", kind as char),
    }
}

impl<'a> Builder<'_, 'a> {
    pub(super) fn or_test(&mut self) -> Result<Expr<'a>> {
        let start = self.pos;
        let first = self.and_test()?;
        if self.kind() != t::OR {
            return Ok(first);
        }
        let base = self.exprs.len();
        self.exprs.push(first);
        while self.skip_if(t::OR) {
            let value = self.and_test()?;
            self.exprs.push(value);
        }
        let values = self.take_exprs(base);
        Ok(expr(
            ExprKind::BoolOp {
                op: BoolOp::Or,
                values,
            },
            self.place(start),
        ))
    }

    fn and_test(&mut self) -> Result<Expr<'a>> {
        let start = self.pos;
        let first = self.not_test()?;
        if self.kind() != t::AND {
            return Ok(first);
        }
        let base = self.exprs.len();
        self.exprs.push(first);
        while self.skip_if(t::AND) {
            let value = self.not_test()?;
            self.exprs.push(value);
        }
        let values = self.take_exprs(base);
        Ok(expr(
            ExprKind::BoolOp {
                op: BoolOp::And,
                values,
            },
            self.place(start),
        ))
    }

    fn not_test(&mut self) -> Result<Expr<'a>> {
        let start = self.pos;
        if self.skip_if(t::NOT) {
            let operand = self.not_test()?;
            let operand = self.alloc_expr(operand);
            return Ok(expr(
                ExprKind::UnaryOp {
                    op: UnaryOp::Not,
                    operand,
                },
                self.place(start),
            ));
        }
        self.comparison()
    }

    fn comparison(&mut self) -> Result<Expr<'a>> {
        let start = self.pos;
        let left = self.expr()?;
        let Some(op) = self.comparison_operator() else {
            return Ok(left);
        };
        let base = self.exprs.len();
        let mut ops = vec![op];
        loop {
            let value = self.expr()?;
            self.exprs.push(value);
            match self.comparison_operator() {
                Some(op) => ops.push(op),
                None => break,
            }
        }
        let compare = Compare {
            left: self.alloc_expr(left),
            ops: self.arena.alloc_slice_copy(&ops),
            comparators: self.take_exprs(base),
        };
        Ok(expr(
            ExprKind::Compare(self.alloc(compare)),
            self.place(start),
        ))
    }

    fn comparison_operator(&mut self) -> Option<CmpOp> {
        let op = match self.kind() {
            t::LESS => CmpOp::Lt,
            t::GREATER => CmpOp::Gt,
            t::EQEQUAL => CmpOp::Eq,
            t::GREATEREQUAL => CmpOp::GtE,
            t::LESSEQUAL => CmpOp::LtE,
            t::NOTEQUAL => CmpOp::NotEq,
            t::IN => CmpOp::In,
            t::NOT => {
                self.pos += 1;
                CmpOp::NotIn
            }
            t::IS => {
                if self.input.text[self.pos + 1] == t::NOT {
                    self.pos += 1;
                    CmpOp::IsNot
                } else {
                    CmpOp::Is
                }
            }
            _ => return None,
        };
        self.pos += 1;
        Some(op)
    }

    /// An expression without comparisons, `not`, `and` and `or`.
    pub(super) fn expr(&mut self) -> Result<Expr<'a>> {
        self.binary(1)
    }

    fn binary(&mut self, min: u8) -> Result<Expr<'a>> {
        let start = self.pos;
        let mut left = self.factor()?;
        // Operators that bind equally are one node of CPython's grammar: the first
        // operation is placed where that begins, each further one at its operator.
        let mut level = u8::MAX;
        loop {
            let binds = binding(self.kind());
            if binds < min {
                return Ok(left);
            }
            let at = if binds == level { self.pos } else { start };
            level = binds;
            let op = binary_operator(self.kind());
            self.pos += 1;
            let right = self.binary(binds + 1)?;
            let kind = ExprKind::BinOp {
                left: self.alloc_expr(left),
                op,
                right: self.alloc_expr(right),
            };
            left = expr(kind, self.place(at));
        }
    }

    /// Prefix operators. A minus before a bare number is part of it.
    fn factor(&mut self) -> Result<Expr<'a>> {
        let start = self.pos;
        let op = match self.kind() {
            t::PLUS => UnaryOp::UAdd,
            t::MINUS => UnaryOp::USub,
            t::TILDE => UnaryOp::Invert,
            _ => return self.power(),
        };
        self.pos += 1;
        if op == UnaryOp::USub && self.kind() == t::NUMBER {
            let after = self.input.text.get(self.pos + 1);
            if !matches!(after, Some(&(t::DOUBLESTAR | t::DOT | t::LPAR | t::LSQB))) {
                self.enter();
                let n = self.number(self.pos, true);
                self.pos += 1;
                self.leave();
                return Ok(expr(ExprKind::Num { n }, self.place(start)));
            }
        }
        let operand = self.factor()?;
        let operand = self.alloc_expr(operand);
        Ok(expr(ExprKind::UnaryOp { op, operand }, self.place(start)))
    }

    fn power(&mut self) -> Result<Expr<'a>> {
        let start = self.pos;
        let left = self.primary()?;
        if !self.skip_if(t::DOUBLESTAR) {
            return Ok(left);
        }
        let right = self.factor()?;
        let kind = ExprKind::BinOp {
            left: self.alloc_expr(left),
            op: Operator::Pow,
            right: self.alloc_expr(right),
        };
        Ok(expr(kind, self.place(start)))
    }
}

/// An expression of that kind at that place.
pub fn expr<'a>(kind: ExprKind<'a>, place: Place) -> Expr<'a> {
    Expr {
        kind,
        lineno: place.0,
        col_offset: place.1,
    }
}
