//! Bodies: from the parsed tree to a typed, straight-line, single-assignment form.
//!
//! This is where names resolve, representations are checked and the order of phases is enforced:
//! once an instruction has committed (stored, or called something that writes), no edge may leave
//! by `slow`, because leaving means that the node runs again from its beginning.

mod calls;
mod places;

use std::collections::HashMap;

use crate::diag::{Report, Span};
use crate::model::*;
use crate::syntax::{Expr, ExprKind, Name, Stmt};

/// What a body may refer to.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// Layouts.
    pub layouts: &'a [Layout],
    /// Primitives.
    pub prims: &'a [Prim],
    /// Hooks.
    pub hooks: &'a [Hook],
    /// Heaps.
    pub heaps: &'a [Heap],
}

/// Fields of an inline-cache entry, as `cell.name` in the bodies of protocols.
pub const CELL_FIELDS: &[(&str, Repr)] = &[
    ("key", Repr::U32),
    ("aux", Repr::I64),
    ("version", Repr::U32),
    ("offset", Repr::U32),
    ("shape", Repr::U32),
    ("value", Repr::Value),
    ("extra", Repr::I64),
];

impl Scope<'_> {
    /// The name of a representation, as a body writes it.
    pub fn repr_name(&self, repr: Repr) -> String {
        match repr {
            Repr::Value => "value".into(),
            Repr::OptValue => "value?".into(),
            Repr::Int => "int".into(),
            Repr::I64 => "i64".into(),
            Repr::U32 => "u32".into(),
            Repr::Float => "float".into(),
            Repr::Bool => "bool".into(),
            Repr::None => "none".into(),
            Repr::Ptr(l) => self.layouts[l.0].name.clone(),
            Repr::OptPtr(l) => format!("{}?", self.layouts[l.0].name),
            Repr::Values => "values".into(),
            Repr::Cache => "cache".into(),
            Repr::Outs => "outs".into(),
            Repr::Frame => "frame".into(),
            Repr::Var(c) => c.to_string(),
            Repr::OptVar(c) => format!("{c}?"),
        }
    }

    /// The representation of a name.
    pub fn repr(&self, name: &Name) -> Result<Repr, Report> {
        let (base, optional) = match name.text.strip_suffix('?') {
            Some(base) => (base, true),
            None => (name.text.as_str(), false),
        };
        let plain = match base {
            "value" if optional => return Ok(Repr::OptValue),
            "value" => Repr::Value,
            "int" => Repr::Int,
            "i64" => Repr::I64,
            "u32" => Repr::U32,
            "float" => Repr::Float,
            "bool" => Repr::Bool,
            "none" => Repr::None,
            "values" => Repr::Values,
            "outs" => Repr::Outs,
            "frame" => Repr::Frame,
            "cache" => Repr::Cache,
            "T" if optional => return Ok(Repr::OptVar('T')),
            "T" => Repr::Var('T'),
            "N" => Repr::Var('N'),
            _ => match self
                .layouts
                .iter()
                .position(|l| l.name == base && !l.immediate)
            {
                Some(l) if optional => return Ok(Repr::OptPtr(LayoutId(l))),
                Some(l) => Repr::Ptr(LayoutId(l)),
                None => return Err(self.unknown_type(base, name.span)),
            },
        };
        if optional && !matches!(plain, Repr::Var(_)) {
            return Err(
                Report::new(name.span, format!("`{base}` cannot be optional"))
                    .help("only `value` and layouts have an absent form"),
            );
        }
        Ok(plain)
    }

    /// The operand class of a name.
    pub fn class(&self, name: &str, span: Span) -> Result<Class, Report> {
        Ok(match name {
            "value" => Class::Value,
            "int" => Class::Int,
            "float" => Class::Float,
            "bool" => Class::Bool,
            "none" => Class::None,
            _ => match self
                .layouts
                .iter()
                .position(|l| l.name == name && !l.immediate)
            {
                Some(l) => Class::Layout(LayoutId(l)),
                None => return Err(self.unknown_type(name, span)),
            },
        })
    }

    fn unknown_type(&self, name: &str, span: Span) -> Report {
        let builtin = ["value", "int", "i64", "u32", "float", "bool", "none"];
        let layouts = self
            .layouts
            .iter()
            .filter(|l| !l.immediate)
            .map(|l| l.name.as_str());
        Report::new(span, format!("unknown type `{name}`"))
            .here("neither a representation nor a layout")
            .did_you_mean(name, builtin.into_iter().chain(layouts))
    }

    /// What reading (or writing) a field touches.
    fn heap_bits(&self, heap: HeapId) -> u64 {
        self.heaps[heap.0].mask
    }
}

/// Lowers a body whose parameters are given and whose result must be of class `result`.
pub fn lower(
    scope: Scope<'_>,
    params: &[(String, Repr)],
    stmts: &[Stmt],
    result: Repr,
    whole: Span,
    in_cell: bool,
) -> Result<Func, Vec<Report>> {
    let mut cx = Lower {
        scope,
        temps: Vec::new(),
        names: HashMap::new(),
        insts: Vec::new(),
        effects: Effects::default(),
        exits: false,
        committed: None,
        in_cell,
        errors: Vec::new(),
        used: Vec::new(),
        tested: Vec::new(),
    };
    for (name, repr) in params {
        let tmp = cx.tmp(Some(name.clone()), *repr);
        cx.names.insert(name.clone(), (tmp, whole));
    }
    cx.used = vec![true; cx.temps.len()];
    let result = cx.body(stmts, result, whole);
    if !cx.errors.is_empty() {
        return Err(cx.errors);
    }
    let unused = cx
        .used
        .iter()
        .position(|u| !u)
        .and_then(|i| cx.temps[i].name.clone());
    if let Some(name) = unused {
        let span = cx.names.get(&name).map_or(whole, |n| n.1);
        return Err(vec![Report::new(span, format!("`{name}` is never used"))]);
    }
    Ok(Func {
        temps: cx.temps,
        params: params.len(),
        body: Block {
            insts: cx.insts,
            result,
        },
        effects: cx.effects,
        exits: cx.exits,
    })
}

struct Lower<'a> {
    scope: Scope<'a>,
    temps: Vec<Tmp>,
    names: HashMap<String, (TmpId, Span)>,
    insts: Vec<Inst>,
    effects: Effects,
    exits: bool,
    committed: Option<(Span, String)>,
    in_cell: bool,
    errors: Vec<Report>,
    used: Vec<bool>,
    tested: Vec<Operand>,
}

type Typed = (Operand, Repr);

impl Lower<'_> {
    fn tmp(&mut self, name: Option<String>, repr: Repr) -> TmpId {
        self.used.push(name.is_none());
        self.temps.push(Tmp { name, repr });
        TmpId(self.temps.len() - 1)
    }

    fn body(&mut self, stmts: &[Stmt], result: Repr, whole: Span) -> Operand {
        let mut last = None;
        for (i, stmt) in stmts.iter().enumerate() {
            let tail = i + 1 == stmts.len();
            if let Err(report) = self.stmt(stmt, tail.then_some(result), &mut last) {
                self.errors.push(report);
            }
        }
        match last {
            Some(operand) => operand,
            None if result == Repr::None => Operand::None,
            None => {
                if self.errors.is_empty() {
                    let text = format!(
                        "the body ends without a result, but `{}` is due",
                        self.scope.repr_name(result)
                    );
                    self.errors
                        .push(Report::new(whole, text).help("end the body with an expression"));
                }
                Operand::None
            }
        }
    }

    fn stmt(
        &mut self,
        stmt: &Stmt,
        due: Option<Repr>,
        last: &mut Option<Operand>,
    ) -> Result<(), Report> {
        match stmt {
            Stmt::Let(name, value) => {
                let (operand, repr) = self.expr(value)?;
                if let Some((_, first)) = self.names.get(&name.text) {
                    return Err(Report::new(
                        name.span,
                        format!("`{}` is defined twice", name.text),
                    )
                    .here("names are single-assignment")
                    .also(*first, "first here"));
                }
                // A fresh temporary takes the name; constants and aliases get one through Widen.
                let tmp = match operand {
                    Operand::Tmp(t) if self.temps[t.0].name.is_none() => {
                        self.temps[t.0].name = Some(name.text.clone());
                        self.used[t.0] = false;
                        t
                    }
                    other => {
                        let t = self.tmp(Some(name.text.clone()), repr);
                        self.insts.push(Inst::Widen(t, other));
                        t
                    }
                };
                self.names.insert(name.text.clone(), (tmp, name.span));
            }
            Stmt::Require(cond, slow) => {
                self.guard(cond, *slow)?;
            }
            Stmt::Store(place, value) => self.store(place, value)?,
            Stmt::Expr(e) => {
                let (operand, repr) = self.expr(e)?;
                if let Some(due) = due {
                    *last = Some(self.coerce((operand, repr), due, e.span)?);
                } else if !self.last_acts() {
                    return Err(Report::new(
                        e.span,
                        "this expression has no effect and is not the result",
                    ));
                }
            }
        }
        Ok(())
    }

    fn guard(&mut self, cond: &Expr, slow: Span) -> Result<(), Report> {
        if let ExprKind::Binary("and", a, b) = &cond.kind {
            self.guard(a, slow)?;
            return self.guard(b, slow);
        }
        let typed = self.expr(cond)?;
        let operand = self.coerce(typed, Repr::Bool, cond.span)?;
        self.exit(slow)?;
        self.note_tested(&operand);
        self.insts.push(Inst::Guard(operand));
        Ok(())
    }

    /// An edge to `slow` at `span`: legal only before the commit phase.
    fn exit(&mut self, span: Span) -> Result<(), Report> {
        self.exits = true;
        match &self.committed {
            None => Ok(()),
            Some((at, what)) => Err(Report::new(span, "`else slow` after an effect")
                .here("the slow path would run the operation a second time")
                .also(*at, what.clone())
                .help("guards come before effects: move this up, or call a hook that cannot fail over")),
        }
    }

    fn effect(&mut self, effects: Effects, span: Span, what: impl FnOnce() -> String) {
        self.effects = self.effects.union(effects);
        if effects.commits() && self.committed.is_none() {
            self.committed = Some((span, what()));
        }
    }

    fn read(&mut self, heap: HeapId) {
        self.effects.reads |= self.scope.heap_bits(heap);
    }

    /// Whether the last instruction does something besides computing.
    fn last_acts(&self) -> bool {
        match self.insts.last() {
            Some(Inst::Hook(..)) => true,
            Some(Inst::Prim(_, p, _)) => self.scope.prims[p.0].effects.commits(),
            _ => false,
        }
    }

    /// Whether an expression names the node's result registers.
    fn is_out(&self, e: &Expr) -> bool {
        match &e.kind {
            ExprKind::Name(n) => self
                .names
                .get(n)
                .is_some_and(|(t, _)| self.temps[t.0].repr == Repr::Outs),
            _ => false,
        }
    }

    /// Converts implicitly where that is free and safe.
    fn coerce(&mut self, (operand, repr): Typed, due: Repr, span: Span) -> Result<Operand, Report> {
        if repr == due {
            return Ok(operand);
        }
        let literal = matches!(operand, Operand::Int(..));
        match (repr, due) {
            (Repr::Int | Repr::I64, Repr::Int | Repr::I64 | Repr::U32) if literal => {
                let Operand::Int(n, _) = operand else {
                    return Ok(operand);
                };
                Ok(Operand::Int(n, due))
            }
            (Repr::Int, Repr::I64) | (Repr::U32, Repr::I64) => {
                Ok(self.fresh(due, |t| Inst::Widen(t, operand)))
            }
            (Repr::Int | Repr::Float | Repr::Bool | Repr::None | Repr::Ptr(_), Repr::Value) => {
                Ok(self.fresh(due, |t| Inst::Box(t, operand)))
            }
            (Repr::Int | Repr::Float | Repr::Bool | Repr::None | Repr::Ptr(_), Repr::OptValue) => {
                let boxed = self.fresh(Repr::Value, |t| Inst::Box(t, operand));
                Ok(self.fresh(due, |t| Inst::Widen(t, boxed)))
            }
            (Repr::Value, Repr::OptValue) => Ok(self.fresh(due, |t| Inst::Widen(t, operand))),
            (Repr::Ptr(a), Repr::OptPtr(b)) if a == b => {
                Ok(self.fresh(due, |t| Inst::Widen(t, operand)))
            }
            (_, Repr::OptValue | Repr::OptPtr(_)) if matches!(operand, Operand::Null(_)) => {
                Ok(Operand::Null(due))
            }
            _ => {
                let mut report =
                    Report::new(span, format!("`{}` expected", self.scope.repr_name(due)))
                        .here(format!("this is `{}`", self.scope.repr_name(repr)));
                match (repr, due) {
                    (Repr::I64, Repr::Int | Repr::Value) => {
                        report = report
                            .help("a machine integer becomes a Python int by `small(x) else slow`");
                    }
                    (Repr::Value, Repr::Ptr(_) | Repr::Int | Repr::Float) => {
                        report = report.help(format!(
                            "convert with `x as {} else slow`",
                            self.scope.repr_name(due)
                        ));
                    }
                    (Repr::OptValue, Repr::Value) | (Repr::OptPtr(_), Repr::Ptr(_)) => {
                        report = report.help("it may be absent: `some(x) else slow`");
                    }
                    _ => {}
                }
                Err(report)
            }
        }
    }

    fn fresh(&mut self, repr: Repr, inst: impl FnOnce(TmpId) -> Inst) -> Operand {
        let tmp = self.tmp(None, repr);
        self.insts.push(inst(tmp));
        Operand::Tmp(tmp)
    }

    fn expr(&mut self, e: &Expr) -> Result<Typed, Report> {
        Ok(match &e.kind {
            ExprKind::Int(n) => (Operand::Int(*n, Repr::Int), Repr::Int),
            ExprKind::Float(x) => (Operand::Float(*x), Repr::Float),
            ExprKind::Bool(b) => (Operand::Bool(*b), Repr::Bool),
            ExprKind::None => (Operand::None, Repr::None),
            ExprKind::Null => (Operand::Null(Repr::OptValue), Repr::OptValue),
            ExprKind::Str(s) => {
                let Some(l) = self.scope.layouts.iter().position(|l| l.name == "str") else {
                    return Err(Report::new(e.span, "a string needs the layout `str`"));
                };
                (Operand::Str(s.clone()), Repr::Ptr(LayoutId(l)))
            }
            ExprKind::Name(name) => match self.names.get(name) {
                Some((tmp, _)) => {
                    self.used[tmp.0] = true;
                    (Operand::Tmp(*tmp), self.temps[tmp.0].repr)
                }
                None => {
                    let mut names: Vec<&str> = self.names.keys().map(String::as_str).collect();
                    names.sort_unstable();
                    let report = Report::new(e.span, format!("unknown name `{name}`"))
                        .did_you_mean(name, names.iter().copied());
                    return Err(report.help(format!("in scope: {}", names.join(", "))));
                }
            },
            ExprKind::Field(base, name) => return self.load(e, base, name),
            ExprKind::Index(base, index) => {
                let (base, layout, repr, heap, is_const) = self.elements(base)?;
                let at = index.span;
                let typed = self.expr(index)?;
                let index = self.coerce(typed, Repr::I64, at)?;
                self.in_bounds(&index, layout, at)?;
                if !is_const {
                    self.read(heap);
                }
                (
                    self.fresh(repr, |t| Inst::LoadElem(t, base, layout, index)),
                    repr,
                )
            }
            ExprKind::Call { path, args, slow } => return self.call(e, path, args, *slow),
            ExprKind::Unary("not", a) => return self.overloaded("not", &[a], None, e.span),
            ExprKind::Unary(op, a) => {
                if let (&"-", ExprKind::Int(n)) = (op, &a.kind) {
                    return Ok((Operand::Int(-n, Repr::Int), Repr::Int));
                }
                if let (&"-", ExprKind::Float(x)) = (op, &a.kind) {
                    return Ok((Operand::Float(-x), Repr::Float));
                }
                return self.overloaded(if *op == "-" { "neg" } else { op }, &[a], None, e.span);
            }
            ExprKind::Binary("and", a, b) => {
                let no = Expr {
                    kind: ExprKind::Bool(false),
                    span: e.span,
                };
                return self.conditional(a, b, &no, e.span);
            }
            ExprKind::Binary("or", a, b) => {
                let yes = Expr {
                    kind: ExprKind::Bool(true),
                    span: e.span,
                };
                return self.conditional(a, &yes, b, e.span);
            }
            ExprKind::Binary("is not", a, b) => {
                let same = Expr {
                    kind: ExprKind::Binary("is", a.clone(), b.clone()),
                    span: e.span,
                };
                return self.overloaded("not", &[&same], None, e.span);
            }
            ExprKind::Binary("is", a, b) if matches!(b.kind, ExprKind::None) => {
                return self.overloaded("is none", &[a], None, e.span);
            }
            ExprKind::Binary(op, a, b) => return self.overloaded(op, &[a, b], None, e.span),
            ExprKind::If(c, a, b) => return self.conditional(c, a, b, e.span),
            ExprKind::Cast(base, class, slow) => {
                let (operand, repr) = self.expr(base)?;
                let class = self.scope.class(&class.text, class.span)?;
                if repr != Repr::Value {
                    return Err(Report::new(base.span, "`as` converts a `value`")
                        .here(format!("this is `{}`", self.scope.repr_name(repr))));
                }
                let Some(slow) = slow else {
                    return Err(Report::new(e.span, "`as` without `else slow`")
                        .help("the value may be of another type"));
                };
                self.exit(*slow)?;
                (
                    self.fresh(class.repr(), |t| Inst::Cast(t, operand, class)),
                    class.repr(),
                )
            }
        })
    }
}

/// The representation of a loaded field; `None` for native ones.
pub fn field_repr(ty: &FieldType) -> Option<Repr> {
    Some(match ty {
        FieldType::Scalar("f64") => Repr::Float,
        FieldType::Scalar("bool") => Repr::Bool,
        FieldType::Scalar("u32") => Repr::U32,
        FieldType::Scalar(_) => Repr::I64,
        FieldType::Value { optional: false } => Repr::Value,
        FieldType::Value { optional: true } => Repr::OptValue,
        FieldType::Ref {
            layout,
            optional: false,
        } => Repr::Ptr(*layout),
        FieldType::Ref {
            layout,
            optional: true,
        } => Repr::OptPtr(*layout),
        FieldType::Native(_) => return None,
    })
}
