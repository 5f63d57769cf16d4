//! Constants, and arithmetic on them where doing it early cannot be noticed: on ints
//! that stay ints and on floats. What overflows, divides or may raise is left to run time,
//! and so is every operator whose result has a rule of its own in spec/.

use syntax::ast::{Expr, ExprContext, ExprKind, Number, Operator, UnaryOp};

use super::Lowering;
use crate::normal::code::Const;
use crate::normal::node::Operand;

impl<'a> Lowering<'_, 'a> {
    /// The constant that `e` is, without emitting anything: literals, `None`, tuples.
    pub(super) fn literal(&self, e: &Expr<'a>) -> Option<Const> {
        Some(match &e.kind {
            ExprKind::Num { n } => number(n),
            ExprKind::Str { s } => Const::Str((*s).into()),
            ExprKind::Unicode { s } => Const::Unicode((*s).into()),
            ExprKind::Name {
                id,
                ctx: ExprContext::Load,
            } if self.is_none(*id) => Const::None,
            ExprKind::Tuple {
                elts,
                ctx: ExprContext::Load,
            } => return self.literals(elts).map(Const::Tuple),
            _ => return None,
        })
    }

    pub(super) fn is_none(&self, name: syntax::Name) -> bool {
        self.unit.none == Some(name)
    }

    /// All of `elts`, if all are constants.
    pub(super) fn literals(&self, elts: &[Expr<'a>]) -> Option<Box<[Const]>> {
        // From the last on: what is no constant is mostly found sooner there.
        let mut items = elts
            .iter()
            .rev()
            .map(|e| self.literal(e))
            .collect::<Option<Vec<_>>>()?;
        items.reverse();
        Some(items.into())
    }

    /// The truth of a condition that CPython's compiler knows: what it decides not to run
    /// it does not even check for errors.
    pub(super) fn known_truth(&self, e: &Expr<'a>) -> Option<bool> {
        match &e.kind {
            ExprKind::Name { id, .. } if self.text(*id) == "__debug__" => {
                Some(self.unit.options.optimize == 0)
            }
            ExprKind::Num { .. } | ExprKind::Str { .. } | ExprKind::Unicode { .. } => {
                self.literal(e).and_then(|c| truth(&c))
            }
            _ => None,
        }
    }

    pub(super) fn fold_unary(&mut self, op: UnaryOp, value: Operand) -> Option<Operand> {
        let c = match (op, self.b.consts.get(const_index(value)?)?) {
            (UnaryOp::USub, Const::Int(i)) => Const::Int(i.checked_neg()?),
            (UnaryOp::UAdd, Const::Int(i)) => Const::Int(*i),
            (UnaryOp::Invert, Const::Int(i)) => Const::Int(!i),
            (UnaryOp::USub, Const::Float(x)) => Const::Float(-x),
            (UnaryOp::UAdd, Const::Float(x)) => Const::Float(*x),
            _ => return None,
        };
        Some(self.b.constant(c))
    }

    pub(super) fn fold_binary(&mut self, op: Operator, a: Operand, b: Operand) -> Option<Operand> {
        if self.binary_op(op) == crate::normal::Op::WarnedDiv {
            return None;
        }
        let c = match (
            self.b.consts.get(const_index(a)?)?,
            self.b.consts.get(const_index(b)?)?,
        ) {
            (Const::Int(a), Const::Int(b)) => Const::Int(ints(op, *a, *b)?),
            (Const::Float(a), Const::Float(b)) => Const::Float(floats(op, *a, *b)?),
            (Const::Int(a), Const::Float(b)) => Const::Float(floats(op, *a as f64, *b)?),
            (Const::Float(a), Const::Int(b)) => Const::Float(floats(op, *a, *b as f64)?),
            _ => return None,
        };
        Some(self.b.constant(c))
    }
}

fn const_index(o: Operand) -> Option<usize> {
    o.is_const().then_some(o.index() as usize)
}

fn number(n: &Number) -> Const {
    match n {
        Number::Int(i) => Const::Int(*i),
        Number::Long(l) => Const::Long {
            negative: l.negative,
            digits: l.digits.into(),
        },
        Number::Float(x) => Const::Float(*x),
        Number::Imaginary(x) => Const::Complex {
            real: 0.0,
            imag: *x,
        },
    }
}

fn truth(c: &Const) -> Option<bool> {
    Some(match c {
        Const::None => false,
        Const::Bool(b) => *b,
        Const::Int(i) => *i != 0,
        Const::Long { digits, .. } => !digits.is_empty(),
        Const::Float(x) => *x != 0.0,
        Const::Complex { real, imag } => *real != 0.0 || *imag != 0.0,
        Const::Str(s) => !s.is_empty(),
        Const::Unicode(s) => !s.is_empty(),
        Const::Tuple(items) => !items.is_empty(),
        Const::Ellipsis | Const::Code(_) => true,
        Const::Absent => return None,
    })
}

fn ints(op: Operator, a: i64, b: i64) -> Option<i64> {
    match op {
        Operator::Add => a.checked_add(b),
        Operator::Sub => a.checked_sub(b),
        Operator::Mult => a.checked_mul(b),
        Operator::BitAnd => Some(a & b),
        Operator::BitOr => Some(a | b),
        Operator::BitXor => Some(a ^ b),
        Operator::LShift if a >= 0 && (0..63).contains(&b) && a <= i64::MAX >> b => Some(a << b),
        Operator::RShift if (0..64).contains(&b) => Some(a >> b),
        Operator::Pow if b >= 0 => a.checked_pow(u32::try_from(b).ok()?),
        _ => None,
    }
}

fn floats(op: Operator, a: f64, b: f64) -> Option<f64> {
    match op {
        Operator::Add => Some(a + b),
        Operator::Sub => Some(a - b),
        Operator::Mult => Some(a * b),
        Operator::Div if b != 0.0 => Some(a / b),
        _ => None,
    }
}
