//! From our tree to Python's nodes.

use num_bigint::{BigInt, BigUint, Sign};
use runtime::builtins::{list, str as strings, unicode};
use runtime::error::PyResult;
use runtime::modules::ast::{make, single};
use runtime::value::Value;
use syntax::ast::*;
use syntax::{Name, Names, Parsed};

/// The tree of a unit as nodes.
///
/// # Errors
/// RuntimeError when it is too deep.
pub fn write(parsed: &Parsed<'_>) -> PyResult {
    let w = Writer {
        names: &parsed.names,
    };
    match parsed.module {
        Mod::Module { body } => make("Module", &[w.stmts(body)?], None),
        Mod::Interactive { body } => make("Interactive", &[w.stmts(body)?], None),
        Mod::Expression { body } => make("Expression", &[w.expr(body)?], None),
    }
}

struct Writer<'w, 'a> {
    names: &'w Names<'a>,
}

fn sequence<T>(items: &[T], mut f: impl FnMut(&T) -> PyResult) -> PyResult {
    let l = list::new();
    for x in items {
        l.push(f(x)?);
    }
    Ok(l.into())
}

fn context(ctx: ExprContext) -> PyResult {
    single(match ctx {
        ExprContext::Load => "Load",
        ExprContext::Store => "Store",
        ExprContext::Del => "Del",
        ExprContext::AugLoad => "AugLoad",
        ExprContext::AugStore => "AugStore",
        ExprContext::Param => "Param",
    })
}

pub fn operator_name(op: Operator) -> &'static str {
    match op {
        Operator::Add => "Add",
        Operator::Sub => "Sub",
        Operator::Mult => "Mult",
        Operator::Div => "Div",
        Operator::Mod => "Mod",
        Operator::Pow => "Pow",
        Operator::LShift => "LShift",
        Operator::RShift => "RShift",
        Operator::BitOr => "BitOr",
        Operator::BitXor => "BitXor",
        Operator::BitAnd => "BitAnd",
        Operator::FloorDiv => "FloorDiv",
    }
}

fn compare_name(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Eq => "Eq",
        CmpOp::NotEq => "NotEq",
        CmpOp::Lt => "Lt",
        CmpOp::LtE => "LtE",
        CmpOp::Gt => "Gt",
        CmpOp::GtE => "GtE",
        CmpOp::Is => "Is",
        CmpOp::IsNot => "IsNot",
        CmpOp::In => "In",
        CmpOp::NotIn => "NotIn",
    }
}

fn number(n: Number<'_>) -> Value {
    match n {
        Number::Int(i) => Value::int(i),
        Number::Long(l) => {
            let sign = if l.negative { Sign::Minus } else { Sign::Plus };
            let magnitude = BigUint::new(l.digits.to_vec());
            runtime::number::long(BigInt::from_biguint(sign, magnitude))
        }
        Number::Float(f) => Value::float(f),
        Number::Imaginary(im) => {
            let c = runtime::number::complexes::Complex { re: 0.0, im };
            runtime::number::view::new_complex(c)
        }
    }
}

impl Writer<'_, '_> {
    fn name(&self, n: Name) -> Value {
        strings::intern(self.names.text(n).as_bytes()).into()
    }

    fn optional_name(&self, n: Option<Name>) -> Value {
        n.map_or(Value::none(), |n| self.name(n))
    }

    fn stmts(&self, body: &[Stmt<'_>]) -> PyResult {
        sequence(body, |s| self.stmt(s))
    }

    fn exprs(&self, exprs: &[Expr<'_>]) -> PyResult {
        sequence(exprs, |e| self.expr(e))
    }

    fn optional(&self, e: Option<&Expr<'_>>) -> PyResult {
        e.map_or(Ok(Value::none()), |e| self.expr(e))
    }

    fn arguments(&self, a: &Arguments<'_>) -> PyResult {
        let fields = [
            self.exprs(a.args)?,
            self.optional_name(a.vararg),
            self.optional_name(a.kwarg),
            self.exprs(a.defaults)?,
        ];
        make("arguments", &fields, None)
    }

    fn aliases(&self, names: &[Alias]) -> PyResult {
        sequence(names, |a| {
            make(
                "alias",
                &[self.name(a.name), self.optional_name(a.asname)],
                None,
            )
        })
    }

    fn generators(&self, generators: &[Comprehension<'_>]) -> PyResult {
        sequence(generators, |g| {
            let fields = [self.expr(g.target)?, self.expr(g.iter)?, self.exprs(g.ifs)?];
            make("comprehension", &fields, None)
        })
    }

    fn stmt(&self, s: &Stmt<'_>) -> PyResult {
        runtime::thread::current().has_stack()?;
        self.stmt_inside(s)
    }

    fn stmt_inside(&self, s: &Stmt<'_>) -> PyResult {
        let node =
            |class: &str, fields: &[Value]| make(class, fields, Some((s.lineno, s.col_offset)));
        match s.kind {
            StmtKind::FunctionDef(f) => node(
                "FunctionDef",
                &[
                    self.name(f.name),
                    self.arguments(&f.args)?,
                    self.stmts(f.body)?,
                    self.exprs(f.decorator_list)?,
                ],
            ),
            StmtKind::ClassDef(c) => node(
                "ClassDef",
                &[
                    self.name(c.name),
                    self.exprs(c.bases)?,
                    self.stmts(c.body)?,
                    self.exprs(c.decorator_list)?,
                ],
            ),
            StmtKind::Return { value } => node("Return", &[self.optional(value)?]),
            StmtKind::Delete { targets } => node("Delete", &[self.exprs(targets)?]),
            StmtKind::Assign { targets, value } => {
                node("Assign", &[self.exprs(targets)?, self.expr(value)?])
            }
            StmtKind::AugAssign { target, op, value } => node(
                "AugAssign",
                &[
                    self.expr(target)?,
                    single(operator_name(op))?,
                    self.expr(value)?,
                ],
            ),
            StmtKind::Print { dest, values, nl } => node(
                "Print",
                &[self.optional(dest)?, self.exprs(values)?, Value::bool(nl)],
            ),
            StmtKind::For(f) => node(
                "For",
                &[
                    self.expr(f.target)?,
                    self.expr(f.iter)?,
                    self.stmts(f.body)?,
                    self.stmts(f.orelse)?,
                ],
            ),
            StmtKind::While(w) => node(
                "While",
                &[
                    self.expr(w.test)?,
                    self.stmts(w.body)?,
                    self.stmts(w.orelse)?,
                ],
            ),
            StmtKind::If(i) => node(
                "If",
                &[
                    self.expr(i.test)?,
                    self.stmts(i.body)?,
                    self.stmts(i.orelse)?,
                ],
            ),
            StmtKind::With(w) => node(
                "With",
                &[
                    self.expr(w.context_expr)?,
                    self.optional(w.optional_vars)?,
                    self.stmts(w.body)?,
                ],
            ),
            StmtKind::Raise { type_, inst, tback } => node(
                "Raise",
                &[
                    self.optional(type_)?,
                    self.optional(inst)?,
                    self.optional(tback)?,
                ],
            ),
            StmtKind::TryExcept(t) => {
                let handlers = sequence(t.handlers, |h| {
                    let fields = [
                        self.optional(h.type_)?,
                        self.optional(h.name)?,
                        self.stmts(h.body)?,
                    ];
                    make("ExceptHandler", &fields, Some((h.lineno, h.col_offset)))
                });
                let fields = [self.stmts(t.body)?, handlers?, self.stmts(t.orelse)?];
                node("TryExcept", &fields)
            }
            StmtKind::TryFinally(t) => node(
                "TryFinally",
                &[self.stmts(t.body)?, self.stmts(t.finalbody)?],
            ),
            StmtKind::Assert { test, msg } => {
                node("Assert", &[self.expr(test)?, self.optional(msg)?])
            }
            StmtKind::Import { names } => node("Import", &[self.aliases(names)?]),
            StmtKind::ImportFrom(i) => node(
                "ImportFrom",
                &[
                    self.optional_name(i.module),
                    self.aliases(i.names)?,
                    i.level.map_or(Value::none(), |l| Value::int(i64::from(l))),
                ],
            ),
            StmtKind::Exec {
                body,
                globals,
                locals,
            } => node(
                "Exec",
                &[
                    self.expr(body)?,
                    self.optional(globals)?,
                    self.optional(locals)?,
                ],
            ),
            StmtKind::Global { names } => {
                node("Global", &[sequence(names, |n| Ok(self.name(*n)))?])
            }
            StmtKind::Expr { value } => node("Expr", &[self.expr(value)?]),
            StmtKind::Pass => node("Pass", &[]),
            StmtKind::Break => node("Break", &[]),
            StmtKind::Continue => node("Continue", &[]),
        }
    }

    fn expr(&self, e: &Expr<'_>) -> PyResult {
        runtime::thread::current().has_stack()?;
        self.expr_inside(e)
    }

    fn expr_inside(&self, e: &Expr<'_>) -> PyResult {
        let node =
            |class: &str, fields: &[Value]| make(class, fields, Some((e.lineno, e.col_offset)));
        match e.kind {
            ExprKind::BoolOp { op, values } => {
                let op = match op {
                    BoolOp::And => "And",
                    BoolOp::Or => "Or",
                };
                node("BoolOp", &[single(op)?, self.exprs(values)?])
            }
            ExprKind::BinOp { left, op, right } => node(
                "BinOp",
                &[
                    self.expr(left)?,
                    single(operator_name(op))?,
                    self.expr(right)?,
                ],
            ),
            ExprKind::UnaryOp { op, operand } => {
                let op = match op {
                    UnaryOp::Invert => "Invert",
                    UnaryOp::Not => "Not",
                    UnaryOp::UAdd => "UAdd",
                    UnaryOp::USub => "USub",
                };
                node("UnaryOp", &[single(op)?, self.expr(operand)?])
            }
            ExprKind::Lambda(l) => node("Lambda", &[self.arguments(&l.args)?, self.expr(l.body)?]),
            ExprKind::IfExp(i) => node(
                "IfExp",
                &[self.expr(i.test)?, self.expr(i.body)?, self.expr(i.orelse)?],
            ),
            ExprKind::Dict(d) => node("Dict", &[self.exprs(d.keys)?, self.exprs(d.values)?]),
            ExprKind::Set { elts } => node("Set", &[self.exprs(elts)?]),
            ExprKind::ListComp(c) => node(
                "ListComp",
                &[self.expr(c.elt)?, self.generators(c.generators)?],
            ),
            ExprKind::SetComp(c) => node(
                "SetComp",
                &[self.expr(c.elt)?, self.generators(c.generators)?],
            ),
            ExprKind::DictComp(c) => node(
                "DictComp",
                &[
                    self.expr(c.key)?,
                    self.expr(c.value)?,
                    self.generators(c.generators)?,
                ],
            ),
            ExprKind::GeneratorExp(c) => node(
                "GeneratorExp",
                &[self.expr(c.elt)?, self.generators(c.generators)?],
            ),
            ExprKind::Yield { value } => node("Yield", &[self.optional(value)?]),
            ExprKind::Compare(c) => node(
                "Compare",
                &[
                    self.expr(c.left)?,
                    sequence(c.ops, |op| single(compare_name(*op)))?,
                    self.exprs(c.comparators)?,
                ],
            ),
            ExprKind::Call(c) => {
                let keywords = sequence(c.keywords, |k| {
                    make("keyword", &[self.name(k.arg), self.expr(k.value)?], None)
                });
                let fields = [
                    self.expr(c.func)?,
                    self.exprs(c.args)?,
                    keywords?,
                    self.optional(c.starargs)?,
                    self.optional(c.kwargs)?,
                ];
                node("Call", &fields)
            }
            ExprKind::Repr { value } => node("Repr", &[self.expr(value)?]),
            ExprKind::Num { n } => node("Num", &[number(n)]),
            ExprKind::Str { s } => node("Str", &[strings::new(s).into()]),
            ExprKind::Unicode { s } => node("Str", &[unicode::from_code_points(s)?]),
            ExprKind::Attribute { value, attr, ctx } => node(
                "Attribute",
                &[self.expr(value)?, self.name(attr), context(ctx)?],
            ),
            ExprKind::Subscript { value, slice, ctx } => node(
                "Subscript",
                &[self.expr(value)?, self.slice(slice)?, context(ctx)?],
            ),
            ExprKind::Name { id, ctx } => node("Name", &[self.name(id), context(ctx)?]),
            ExprKind::List { elts, ctx } => node("List", &[self.exprs(elts)?, context(ctx)?]),
            ExprKind::Tuple { elts, ctx } => node("Tuple", &[self.exprs(elts)?, context(ctx)?]),
        }
    }

    fn slice(&self, s: &Slice<'_>) -> PyResult {
        match *s {
            Slice::Ellipsis => make("Ellipsis", &[], None),
            Slice::Slice { lower, upper, step } => make(
                "Slice",
                &[
                    self.optional(lower)?,
                    self.optional(upper)?,
                    self.optional(step)?,
                ],
                None,
            ),
            Slice::ExtSlice { dims } => {
                make("ExtSlice", &[sequence(dims, |d| self.slice(d))?], None)
            }
            Slice::Index { value } => make("Index", &[self.expr(value)?], None),
        }
    }
}
