//! The tree as text: what `ast.dump` of CPython 2.7 prints, byte for byte.
//!
//! Each node is one call of [`Dump::node`] with its class's name, its fields in the
//! order of `_fields`, and its position if its class has one.

use crate::ast::*;
use crate::names::{Name, Names};
use crate::repr;
use std::fmt::Write;

/// `ast.dump(tree, include_attributes=attributes)`.
pub fn dump(module: &Mod, names: &Names, attributes: bool) -> String {
    let mut dump = Dump {
        out: String::new(),
        names,
        attributes,
    };
    dump.module(module);
    dump.out
}

struct Dump<'d> {
    out: String,
    names: &'d Names<'d>,
    attributes: bool,
}

/// A field's value.
#[derive(Clone, Copy)]
enum Field<'d> {
    None,
    Bool(bool),
    Int(u32),
    Word(&'d str),
    Name(Name),
    Names(&'d [Name]),
    Number(&'d Number<'d>),
    Bytes(&'d [u8]),
    Unicode(&'d [u32]),
    Expr(&'d Expr<'d>),
    Exprs(&'d [Expr<'d>]),
    Stmts(&'d [Stmt<'d>]),
    Args(&'d Arguments<'d>),
    Aliases(&'d [Alias]),
    Handlers(&'d [ExceptHandler<'d>]),
    Keywords(&'d [Keyword<'d>]),
    Generators(&'d [Comprehension<'d>]),
    CmpOps(&'d [CmpOp]),
    Slice(&'d Slice<'d>),
    Slices(&'d [Slice<'d>]),
}

use Field as F;

fn maybe<'d>(expr: Option<&'d Expr<'d>>) -> Field<'d> {
    expr.map_or(F::None, F::Expr)
}

fn maybe_name<'d>(name: Option<Name>) -> Field<'d> {
    name.map_or(F::None, F::Name)
}

impl<'d> Dump<'d> {
    fn node(&mut self, class: &str, fields: &[(&str, Field)], place: Option<(u32, i32)>) {
        self.out.push_str(class);
        self.out.push('(');
        for (i, &(name, value)) in fields.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            self.out.push_str(name);
            self.out.push('=');
            self.field(value);
        }
        if let Some((lineno, col_offset)) = place
            && self.attributes
        {
            self.out
                .push_str(if fields.is_empty() { " " } else { ", " });
            self.print(format_args!("lineno={lineno}, col_offset={col_offset}"));
        }
        self.out.push(')');
    }

    fn print(&mut self, args: std::fmt::Arguments) {
        self.out
            .write_fmt(args)
            .expect("writing to a string does not fail");
    }

    fn field(&mut self, value: Field) {
        match value {
            F::None => self.out.push_str("None"),
            F::Bool(b) => self.out.push_str(if b { "True" } else { "False" }),
            F::Int(n) => self.print(format_args!("{n}")),
            F::Word(word) => self.print(format_args!("{word}()")),
            F::Name(name) => repr::bytes(&mut self.out, self.names.text(name).as_bytes()),
            F::Names(list) => self.list(list, |d, &name| d.field(F::Name(name))),
            F::Number(n) => repr::number(&mut self.out, n),
            F::Bytes(s) => repr::bytes(&mut self.out, s),
            F::Unicode(s) => repr::unicode(&mut self.out, s),
            F::Expr(e) => self.expr(e),
            F::Exprs(list) => self.list(list, Dump::expr),
            F::Stmts(list) => self.list(list, Dump::stmt),
            F::Args(args) => self.arguments(args),
            F::Aliases(list) => self.list(list, |d, alias| {
                let fields = [
                    ("name", F::Name(alias.name)),
                    ("asname", maybe_name(alias.asname)),
                ];
                d.node("alias", &fields, None);
            }),
            F::Handlers(list) => self.list(list, |d, h| {
                let fields = [
                    ("type", maybe(h.type_)),
                    ("name", maybe(h.name)),
                    ("body", F::Stmts(h.body)),
                ];
                d.node("ExceptHandler", &fields, Some((h.lineno, h.col_offset)));
            }),
            F::Keywords(list) => self.list(list, |d, k| {
                d.node(
                    "keyword",
                    &[("arg", F::Name(k.arg)), ("value", F::Expr(k.value))],
                    None,
                );
            }),
            F::Generators(list) => self.list(list, |d, g| {
                let fields = [
                    ("target", F::Expr(g.target)),
                    ("iter", F::Expr(g.iter)),
                    ("ifs", F::Exprs(g.ifs)),
                ];
                d.node("comprehension", &fields, None);
            }),
            F::CmpOps(list) => self.list(list, |d, op| d.print(format_args!("{op:?}()"))),
            F::Slice(slice) => self.slice(slice),
            F::Slices(list) => self.list(list, Dump::slice),
        }
    }

    fn list<T>(&mut self, list: &[T], mut item: impl FnMut(&mut Self, &T)) {
        self.out.push('[');
        for (i, value) in list.iter().enumerate() {
            if i > 0 {
                self.out.push_str(", ");
            }
            item(self, value);
        }
        self.out.push(']');
    }

    fn module(&mut self, module: &Mod) {
        match module {
            Mod::Module { body } => self.node("Module", &[("body", F::Stmts(body))], None),
            Mod::Interactive { body } => {
                self.node("Interactive", &[("body", F::Stmts(body))], None)
            }
            Mod::Expression { body } => self.node("Expression", &[("body", F::Expr(body))], None),
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        let place = Some((stmt.lineno, stmt.col_offset));
        let mut node = |class: &str, fields: &[(&str, Field)]| self.node(class, fields, place);
        match stmt.kind {
            StmtKind::FunctionDef(f) => node(
                "FunctionDef",
                &[
                    ("name", F::Name(f.name)),
                    ("args", F::Args(&f.args)),
                    ("body", F::Stmts(f.body)),
                    ("decorator_list", F::Exprs(f.decorator_list)),
                ],
            ),
            StmtKind::ClassDef(c) => node(
                "ClassDef",
                &[
                    ("name", F::Name(c.name)),
                    ("bases", F::Exprs(c.bases)),
                    ("body", F::Stmts(c.body)),
                    ("decorator_list", F::Exprs(c.decorator_list)),
                ],
            ),
            StmtKind::Return { value } => node("Return", &[("value", maybe(value))]),
            StmtKind::Delete { targets } => node("Delete", &[("targets", F::Exprs(targets))]),
            StmtKind::Assign { targets, value } => node(
                "Assign",
                &[("targets", F::Exprs(targets)), ("value", F::Expr(value))],
            ),
            StmtKind::AugAssign { target, op, value } => node(
                "AugAssign",
                &[
                    ("target", F::Expr(target)),
                    ("op", F::Word(operator(op))),
                    ("value", F::Expr(value)),
                ],
            ),
            StmtKind::Print { dest, values, nl } => node(
                "Print",
                &[
                    ("dest", maybe(dest)),
                    ("values", F::Exprs(values)),
                    ("nl", F::Bool(nl)),
                ],
            ),
            StmtKind::For(f) => node(
                "For",
                &[
                    ("target", F::Expr(f.target)),
                    ("iter", F::Expr(f.iter)),
                    ("body", F::Stmts(f.body)),
                    ("orelse", F::Stmts(f.orelse)),
                ],
            ),
            StmtKind::While(w) => node(
                "While",
                &[
                    ("test", F::Expr(w.test)),
                    ("body", F::Stmts(w.body)),
                    ("orelse", F::Stmts(w.orelse)),
                ],
            ),
            StmtKind::If(i) => node(
                "If",
                &[
                    ("test", F::Expr(i.test)),
                    ("body", F::Stmts(i.body)),
                    ("orelse", F::Stmts(i.orelse)),
                ],
            ),
            StmtKind::With(w) => node(
                "With",
                &[
                    ("context_expr", F::Expr(w.context_expr)),
                    ("optional_vars", maybe(w.optional_vars)),
                    ("body", F::Stmts(w.body)),
                ],
            ),
            StmtKind::Raise { type_, inst, tback } => node(
                "Raise",
                &[
                    ("type", maybe(type_)),
                    ("inst", maybe(inst)),
                    ("tback", maybe(tback)),
                ],
            ),
            StmtKind::TryExcept(t) => node(
                "TryExcept",
                &[
                    ("body", F::Stmts(t.body)),
                    ("handlers", F::Handlers(t.handlers)),
                    ("orelse", F::Stmts(t.orelse)),
                ],
            ),
            StmtKind::TryFinally(t) => node(
                "TryFinally",
                &[
                    ("body", F::Stmts(t.body)),
                    ("finalbody", F::Stmts(t.finalbody)),
                ],
            ),
            StmtKind::Assert { test, msg } => {
                node("Assert", &[("test", F::Expr(test)), ("msg", maybe(msg))])
            }
            StmtKind::Import { names } => node("Import", &[("names", F::Aliases(names))]),
            StmtKind::ImportFrom(i) => node(
                "ImportFrom",
                &[
                    ("module", maybe_name(i.module)),
                    ("names", F::Aliases(i.names)),
                    ("level", i.level.map_or(F::None, F::Int)),
                ],
            ),
            StmtKind::Exec {
                body,
                globals,
                locals,
            } => node(
                "Exec",
                &[
                    ("body", F::Expr(body)),
                    ("globals", maybe(globals)),
                    ("locals", maybe(locals)),
                ],
            ),
            StmtKind::Global { names } => node("Global", &[("names", F::Names(names))]),
            StmtKind::Expr { value } => node("Expr", &[("value", F::Expr(value))]),
            StmtKind::Pass => node("Pass", &[]),
            StmtKind::Break => node("Break", &[]),
            StmtKind::Continue => node("Continue", &[]),
        }
    }

    fn expr(&mut self, expr: &Expr) {
        let place = Some((expr.lineno, expr.col_offset));
        let mut node = |class: &str, fields: &[(&str, Field)]| self.node(class, fields, place);
        match expr.kind {
            ExprKind::BoolOp { op, values } => {
                let op = match op {
                    BoolOp::And => "And",
                    BoolOp::Or => "Or",
                };
                node(
                    "BoolOp",
                    &[("op", F::Word(op)), ("values", F::Exprs(values))],
                )
            }
            ExprKind::BinOp { left, op, right } => node(
                "BinOp",
                &[
                    ("left", F::Expr(left)),
                    ("op", F::Word(operator(op))),
                    ("right", F::Expr(right)),
                ],
            ),
            ExprKind::UnaryOp { op, operand } => {
                let op = match op {
                    UnaryOp::Invert => "Invert",
                    UnaryOp::Not => "Not",
                    UnaryOp::UAdd => "UAdd",
                    UnaryOp::USub => "USub",
                };
                node(
                    "UnaryOp",
                    &[("op", F::Word(op)), ("operand", F::Expr(operand))],
                )
            }
            ExprKind::Lambda(l) => node(
                "Lambda",
                &[("args", F::Args(&l.args)), ("body", F::Expr(l.body))],
            ),
            ExprKind::IfExp(i) => node(
                "IfExp",
                &[
                    ("test", F::Expr(i.test)),
                    ("body", F::Expr(i.body)),
                    ("orelse", F::Expr(i.orelse)),
                ],
            ),
            ExprKind::Dict(d) => node(
                "Dict",
                &[("keys", F::Exprs(d.keys)), ("values", F::Exprs(d.values))],
            ),
            ExprKind::Set { elts } => node("Set", &[("elts", F::Exprs(elts))]),
            ExprKind::ListComp(c) => node(
                "ListComp",
                &[
                    ("elt", F::Expr(c.elt)),
                    ("generators", F::Generators(c.generators)),
                ],
            ),
            ExprKind::SetComp(c) => node(
                "SetComp",
                &[
                    ("elt", F::Expr(c.elt)),
                    ("generators", F::Generators(c.generators)),
                ],
            ),
            ExprKind::DictComp(c) => node(
                "DictComp",
                &[
                    ("key", F::Expr(c.key)),
                    ("value", F::Expr(c.value)),
                    ("generators", F::Generators(c.generators)),
                ],
            ),
            ExprKind::GeneratorExp(c) => node(
                "GeneratorExp",
                &[
                    ("elt", F::Expr(c.elt)),
                    ("generators", F::Generators(c.generators)),
                ],
            ),
            ExprKind::Yield { value } => node("Yield", &[("value", maybe(value))]),
            ExprKind::Compare(c) => node(
                "Compare",
                &[
                    ("left", F::Expr(c.left)),
                    ("ops", F::CmpOps(c.ops)),
                    ("comparators", F::Exprs(c.comparators)),
                ],
            ),
            ExprKind::Call(c) => node(
                "Call",
                &[
                    ("func", F::Expr(c.func)),
                    ("args", F::Exprs(c.args)),
                    ("keywords", F::Keywords(c.keywords)),
                    ("starargs", maybe(c.starargs)),
                    ("kwargs", maybe(c.kwargs)),
                ],
            ),
            ExprKind::Repr { value } => node("Repr", &[("value", F::Expr(value))]),
            ExprKind::Num { n } => node("Num", &[("n", F::Number(&n))]),
            ExprKind::Str { s } => node("Str", &[("s", F::Bytes(s))]),
            ExprKind::Unicode { s } => node("Str", &[("s", F::Unicode(s))]),
            ExprKind::Attribute { value, attr, ctx } => node(
                "Attribute",
                &[
                    ("value", F::Expr(value)),
                    ("attr", F::Name(attr)),
                    ("ctx", context(ctx)),
                ],
            ),
            ExprKind::Subscript { value, slice, ctx } => node(
                "Subscript",
                &[
                    ("value", F::Expr(value)),
                    ("slice", F::Slice(slice)),
                    ("ctx", context(ctx)),
                ],
            ),
            ExprKind::Name { id, ctx } => {
                node("Name", &[("id", F::Name(id)), ("ctx", context(ctx))])
            }
            ExprKind::List { elts, ctx } => {
                node("List", &[("elts", F::Exprs(elts)), ("ctx", context(ctx))])
            }
            ExprKind::Tuple { elts, ctx } => {
                node("Tuple", &[("elts", F::Exprs(elts)), ("ctx", context(ctx))])
            }
        }
    }

    fn slice(&mut self, slice: &Slice) {
        match *slice {
            Slice::Ellipsis => self.node("Ellipsis", &[], None),
            Slice::Slice { lower, upper, step } => {
                let fields = [
                    ("lower", maybe(lower)),
                    ("upper", maybe(upper)),
                    ("step", maybe(step)),
                ];
                self.node("Slice", &fields, None);
            }
            Slice::ExtSlice { dims } => self.node("ExtSlice", &[("dims", F::Slices(dims))], None),
            Slice::Index { value } => self.node("Index", &[("value", F::Expr(value))], None),
        }
    }

    fn arguments(&mut self, args: &Arguments) {
        let fields = [
            ("args", F::Exprs(args.args)),
            ("vararg", maybe_name(args.vararg)),
            ("kwarg", maybe_name(args.kwarg)),
            ("defaults", F::Exprs(args.defaults)),
        ];
        self.node("arguments", &fields, None);
    }
}

fn context(ctx: ExprContext) -> Field<'static> {
    F::Word(match ctx {
        ExprContext::Load => "Load",
        ExprContext::Store => "Store",
        ExprContext::Del => "Del",
        ExprContext::AugLoad => "AugLoad",
        ExprContext::AugStore => "AugStore",
        ExprContext::Param => "Param",
    })
}

fn operator(op: Operator) -> &'static str {
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
