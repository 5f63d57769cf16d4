//! Bodies: from the parsed tree to a typed, straight-line, single-assignment form.
//!
//! This is where names resolve, representations are checked and the order of phases is enforced:
//! once an instruction has committed (stored, or called something that writes), no edge may leave
//! by `slow`, because leaving means that the node runs again from its beginning.

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

    /// The operand before implicit conversions.
    fn root(&self, operand: &Operand) -> Operand {
        let mut at = operand.clone();
        while let Operand::Tmp(t) = at {
            let from = self.insts.iter().find_map(|i| match i {
                Inst::Widen(d, from) if *d == t => Some(from.clone()),
                _ => None,
            });
            match from {
                Some(from) => at = from,
                None => break,
            }
        }
        at
    }

    /// Whether an operand was loaded from a field.
    fn is_field(&self, operand: &Operand) -> bool {
        self.insts.iter().any(|i| match i {
            Inst::LoadField(t, ..) => Operand::Tmp(*t) == *operand,
            _ => false,
        })
    }

    /// Remembers which operands a condition that holds from here on has compared.
    fn note_tested(&mut self, cond: &Operand) {
        let Operand::Tmp(t) = cond else { return };
        let compared = self.insts.iter().find_map(|i| match i {
            Inst::Prim(d, p, args) if d == t => Some((&self.scope.prims[p.0], args.clone())),
            _ => None,
        });
        let Some((prim, args)) = compared else { return };
        let whole = prim.name == "in_bounds";
        for arg in args {
            let root = self.root(&arg);
            // A field that counts is not negative; a number from Python may be.
            if whole || matches!(root, Operand::Int(..)) || self.is_field(&root) {
                self.tested.push(root);
            }
        }
    }

    /// Elements are accessed unchecked, so a `require` must have compared the index. What a cache
    /// entry holds was checked when it was made.
    fn in_bounds(&self, index: &Operand, layout: LayoutId, span: Span) -> Result<(), Report> {
        let root = self.root(index);
        let cached = self
            .insts
            .iter()
            .any(|i| matches!(i, Inst::CellField(t, _) if Operand::Tmp(*t) == root));
        let tested = match root {
            Operand::Int(..) => !self.tested.is_empty(),
            _ => self.tested.contains(&root),
        };
        if cached || tested {
            return Ok(());
        }
        let l = &self.scope.layouts[layout.0];
        let len = l
            .tail
            .as_ref()
            .map_or("len", |t| l.fields[t.len].name.as_str());
        Err(Report::new(span, "element access without a bounds test")
            .here("nothing has shown this index to be within bounds")
            .help(format!(
                "write `require in_bounds(i, x.{len}) else slow` before it"
            )))
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

    fn store(&mut self, place: &Expr, value: &Expr) -> Result<(), Report> {
        let bits = |heap: HeapId, scope: &Scope<'_>| Effects {
            writes: scope.heap_bits(heap),
            ..Effects::default()
        };
        match &place.kind {
            ExprKind::Field(base, name) => {
                let (base, layout) = self.object(base)?;
                let index = self.field(layout, name)?;
                let field = &self.scope.layouts[layout.0].fields[index];
                if field.is_const {
                    return Err(
                        Report::new(name.span, format!("`{}` is constant", name.text))
                            .here("stored to here")
                            .also(field.span, "declared `const` here"),
                    );
                }
                let Some(due) = field_repr(&field.ty) else {
                    return Err(Report::new(
                        name.span,
                        format!("bodies cannot touch the native field `{}`", name.text),
                    ));
                };
                let heap = field.heap;
                let typed = self.expr(value)?;
                let operand = self.coerce(typed, due, value.span)?;
                let effects = bits(heap, &self.scope);
                self.effect(effects, place.span, || "this store is an effect".into());
                self.insts
                    .push(Inst::StoreField(base, layout, index, operand));
            }
            ExprKind::Index(base, index) if self.is_out(base) => {
                let (out, _) = self.expr(base)?;
                let ExprKind::Int(i) = index.kind else {
                    return Err(Report::new(
                        index.span,
                        "registers are numbered by literals",
                    ));
                };
                let typed = self.expr(value)?;
                let operand = self.coerce(typed, Repr::OptValue, value.span)?;
                self.insts.push(Inst::StoreOut(out, i, operand));
            }
            ExprKind::Index(base, index) => {
                let (base, layout, element, heap, is_const) = self.elements(base)?;
                if is_const {
                    return Err(Report::new(place.span, "these elements are constant"));
                }
                let at = index.span;
                let typed = self.expr(index)?;
                let index = self.coerce(typed, Repr::I64, at)?;
                self.in_bounds(&index, layout, at)?;
                let typed = self.expr(value)?;
                let operand = self.coerce(typed, element, value.span)?;
                let effects = bits(heap, &self.scope);
                self.effect(effects, place.span, || "this store is an effect".into());
                self.insts
                    .push(Inst::StoreElem(base, layout, index, operand));
            }
            _ => {
                return Err(Report::new(place.span, "cannot store here")
                    .here("names are single-assignment")
                    .help("define a name with `let`; store to `x.field` or `x[i]`"));
            }
        }
        Ok(())
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

    /// An expression that must be a typed object.
    fn object(&mut self, e: &Expr) -> Result<(Operand, LayoutId), Report> {
        match self.expr(e)? {
            (operand, Repr::Ptr(layout)) => Ok((operand, layout)),
            (_, other) => {
                let mut report = Report::new(e.span, "not an object with fields")
                    .here(format!("this is `{}`", self.scope.repr_name(other)));
                if matches!(other, Repr::Value) {
                    report = report.help("give it a layout first: `x as list else slow`");
                } else if matches!(other, Repr::OptPtr(_)) {
                    report = report.help("it may be null: `some(x) else slow`");
                }
                Err(report)
            }
        }
    }

    fn field(&self, layout: LayoutId, name: &Name) -> Result<usize, Report> {
        let l = &self.scope.layouts[layout.0];
        l.fields
            .iter()
            .position(|f| f.name == name.text)
            .ok_or_else(|| {
                Report::new(
                    name.span,
                    format!("layout `{}` has no field `{}`", l.name, name.text),
                )
                .did_you_mean(&name.text, l.fields.iter().map(|f| f.name.as_str()))
                .also(l.span, "the layout")
            })
    }

    /// The base of an index expression: the object whose tail it is, and the element's facts.
    /// `self.items` of a reference field means the tail of the referenced object.
    fn elements(&mut self, base: &Expr) -> Result<(Operand, LayoutId, Repr, HeapId, bool), Report> {
        if let ExprKind::Field(inner, name) = &base.kind {
            let (object, layout) = self.object(inner)?;
            let l = &self.scope.layouts[layout.0];
            if let Some(tail) = l.tail.as_ref().filter(|t| t.field.name == name.text) {
                let repr = field_repr(&tail.field.ty).unwrap_or(Repr::Value);
                return Ok((object, layout, repr, tail.field.heap, tail.field.is_const));
            }
        }
        let (object, layout) = self.object(base)?;
        let l = &self.scope.layouts[layout.0];
        match &l.tail {
            Some(tail) => {
                let repr = field_repr(&tail.field.ty).unwrap_or(Repr::Value);
                Ok((object, layout, repr, tail.field.heap, tail.field.is_const))
            }
            None => Err(
                Report::new(base.span, format!("layout `{}` has no elements", l.name))
                    .also(l.span, "it declares no `tail`"),
            ),
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

    fn load(&mut self, e: &Expr, base: &Expr, name: &Name) -> Result<Typed, Report> {
        if self.in_cell && matches!(&base.kind, ExprKind::Name(n) if n == "cell") {
            return match CELL_FIELDS.iter().find(|f| f.0 == name.text) {
                Some((field, repr)) => {
                    Ok((self.fresh(*repr, |t| Inst::CellField(t, field)), *repr))
                }
                None => Err(Report::new(
                    name.span,
                    format!("a cache entry has no field `{}`", name.text),
                )
                .did_you_mean(&name.text, CELL_FIELDS.iter().map(|f| f.0))),
            };
        }
        let (object, layout) = self.object(base)?;
        let l = &self.scope.layouts[layout.0];
        if l.tail.as_ref().is_some_and(|t| t.field.name == name.text) {
            return Err(Report::new(
                e.span,
                format!("`{}` is the tail of `{}`", name.text, l.name),
            )
            .here("index it, or pass the object itself"));
        }
        let index = self.field(layout, name)?;
        let field = &l.fields[index];
        let Some(repr) = field_repr(&field.ty) else {
            return Err(Report::new(
                name.span,
                format!("bodies cannot touch the native field `{}`", name.text),
            ));
        };
        if !field.is_const {
            self.read(field.heap);
        }
        Ok((
            self.fresh(repr, |t| Inst::LoadField(t, object, layout, index)),
            repr,
        ))
    }

    fn call(
        &mut self,
        e: &Expr,
        path: &Name,
        args: &[Expr],
        slow: Option<Span>,
    ) -> Result<Typed, Report> {
        if !path.text.contains("::") {
            let args: Vec<&Expr> = args.iter().collect();
            if let Some(i) = self.scope.prims.iter().position(|p| p.name == path.text) {
                let typed = self.args(&args)?;
                return self.prim(PrimId(i), typed, slow, e.span);
            }
            if self
                .scope
                .prims
                .iter()
                .any(|p| p.alias.as_ref() == Some(&path.text))
            {
                return self.overloaded(&path.text, &args, slow, e.span);
            }
            let names = self
                .scope
                .prims
                .iter()
                .flat_map(|p| [Some(p.name.as_str()), p.alias.as_deref()])
                .flatten();
            return Err(
                Report::new(path.span, format!("unknown primitive `{}`", path.text))
                    .did_you_mean(
                        &path.text,
                        names.filter(|n| n.starts_with(char::is_alphabetic)),
                    )
                    .help("primitives are rows of prims.toml; hooks are written `group::name`"),
            );
        }
        let Some(i) = self.scope.hooks.iter().position(|h| h.name == path.text) else {
            return Err(
                Report::new(path.span, format!("unknown hook `{}`", path.text))
                    .did_you_mean(&path.text, self.scope.hooks.iter().map(|h| h.name.as_str()))
                    .help("hooks are rows of hooks.toml"),
            );
        };
        let hook = &self.scope.hooks[i];
        if let Some(slow) = slow {
            return Err(Report::new(
                slow,
                format!("hook `{}` has no `else slow` edge", hook.name),
            )
            .help("a failing hook propagates its exception"));
        }
        let typed = self.args(&args.iter().collect::<Vec<_>>())?;
        if typed.len() != hook.params.len() {
            return Err(arity(e.span, &hook.name, hook.params.len(), typed.len())
                .also(hook.span, "declared here"));
        }
        let mut operands = Vec::new();
        for ((typed, span), (_, due)) in typed.into_iter().zip(&hook.params) {
            operands.push(self.coerce(typed, *due, span)?);
        }
        let name = hook.name.clone();
        self.effect(hook.effects, e.span, || format!("`{name}` is an effect"));
        Ok((
            self.fresh(hook.result, |t| Inst::Hook(t, HookId(i), operands)),
            hook.result,
        ))
    }

    fn args(&mut self, args: &[&Expr]) -> Result<Vec<(Typed, Span)>, Report> {
        args.iter().map(|a| Ok((self.expr(a)?, a.span))).collect()
    }

    /// A primitive by its own name.
    fn prim(
        &mut self,
        id: PrimId,
        args: Vec<(Typed, Span)>,
        slow: Option<Span>,
        span: Span,
    ) -> Result<Typed, Report> {
        let prim = &self.scope.prims[id.0];
        if args.len() != prim.params.len() {
            return Err(arity(span, &prim.name, prim.params.len(), args.len())
                .also(prim.span, "declared here"));
        }
        match (prim.exits, slow) {
            (true, Some(at)) => self.exit(at)?,
            (true, None) => {
                return Err(Report::new(span, format!("`{}` can fail", prim.name))
                    .help("write where to go then: `… else slow`")
                    .also(prim.span, "declared with `exits`"));
            }
            (false, Some(at)) => {
                return Err(Report::new(at, format!("`{}` cannot fail", prim.name))
                    .here("this edge is never taken"));
            }
            (false, None) => {}
        }
        let bound = self.bind(prim, &args);
        let mut operands = Vec::new();
        for (((operand, repr), at), (_, due)) in args.into_iter().zip(&prim.params) {
            let due = match (due, bound) {
                (Repr::Var(_), Some(b)) => b,
                (Repr::OptVar(_), Some(b)) => optional(b),
                (due, _) => *due,
            };
            operands.push(self.coerce((operand, repr), due, at)?);
        }
        let result = match (prim.result, bound) {
            (Repr::Var(_), Some(b)) => b,
            (Repr::OptVar(_), Some(b)) => optional(b),
            (r, _) => r,
        };
        let name = prim.name.clone();
        self.effect(prim.effects, span, || format!("`{name}` is an effect"));
        Ok((self.fresh(result, |t| Inst::Prim(t, id, operands)), result))
    }

    /// What the type variable of a primitive stands for, given the arguments.
    fn bind(&self, prim: &Prim, args: &[(Typed, Span)]) -> Option<Repr> {
        let mut bound = None;
        for (((operand, repr), _), (_, due)) in args.iter().zip(&prim.params) {
            let this = match (due, repr) {
                (Repr::Var('N'), Repr::Int) if matches!(operand, Operand::Int(..)) => {
                    bound.or(Some(Repr::Int))
                }
                (Repr::Var('N'), Repr::Int) => match bound {
                    Some(Repr::I64) => bound,
                    _ => Some(Repr::Int),
                },
                (Repr::Var('N'), _) => Some(Repr::I64),
                (Repr::Var(_), r) => Some(bound.unwrap_or(*r)),
                (Repr::OptVar(_), Repr::OptValue) => Some(Repr::Value),
                (Repr::OptVar(_), Repr::OptPtr(l)) => Some(Repr::Ptr(*l)),
                _ => bound,
            };
            bound = this;
        }
        bound
    }

    /// Whether an argument fits a parameter without a check, and how exactly (0 is best).
    fn fit(&self, (operand, repr): &Typed, due: Repr) -> Option<u32> {
        let literal = matches!(operand, Operand::Int(..));
        match (*repr, due) {
            (a, b) if a == b => Some(0),
            (Repr::OptValue | Repr::OptPtr(_), Repr::OptVar(_)) => Some(0),
            (Repr::Int | Repr::I64, Repr::Var('N')) => Some(0),
            (_, Repr::Var('T')) => Some(1),
            (Repr::Int, Repr::I64) | (Repr::U32, Repr::I64) => Some(1),
            (Repr::Int, Repr::U32) if literal => Some(1),
            (Repr::Int | Repr::Float | Repr::Bool | Repr::None | Repr::Ptr(_), Repr::Value) => {
                Some(3)
            }
            _ => None,
        }
    }

    /// An operator symbol or conversion name: the primitive whose parameters fit best.
    fn overloaded(
        &mut self,
        symbol: &str,
        args: &[&Expr],
        slow: Option<Span>,
        span: Span,
    ) -> Result<Typed, Report> {
        let typed = self.args(args)?;
        let candidates = self
            .scope
            .prims
            .iter()
            .enumerate()
            .filter(|(_, p)| p.alias.as_deref() == Some(symbol));
        let best = candidates
            .filter(|(_, p)| p.params.len() == typed.len())
            .filter_map(|(i, p)| {
                let cost: Option<u32> = typed
                    .iter()
                    .zip(&p.params)
                    .map(|((t, _), (_, due))| self.fit(t, *due))
                    .sum();
                cost.map(|c| (c, i))
            })
            .min();
        match best {
            Some((_, i)) => self.prim(PrimId(i), typed, slow, span),
            None => {
                let given: Vec<String> = typed
                    .iter()
                    .map(|((_, r), _)| format!("`{}`", self.scope.repr_name(*r)))
                    .collect();
                let mut report = Report::new(
                    span,
                    format!("no primitive `{symbol}` for {}", given.join(" and ")),
                );
                let known = self
                    .scope
                    .prims
                    .iter()
                    .filter(|p| p.alias.as_deref() == Some(symbol));
                for p in known {
                    let takes: Vec<String> = p
                        .params
                        .iter()
                        .map(|(_, r)| self.scope.repr_name(*r))
                        .collect();
                    report = report.help(format!("`{}` takes ({})", p.name, takes.join(", ")));
                }
                Err(report)
            }
        }
    }

    fn branch(&mut self, e: &Expr) -> Result<(Vec<Inst>, Typed), Report> {
        let outer = std::mem::take(&mut self.insts);
        let typed = self.expr(e);
        let insts = std::mem::replace(&mut self.insts, outer);
        Ok((insts, typed?))
    }

    fn conditional(
        &mut self,
        cond: &Expr,
        then: &Expr,
        other: &Expr,
        span: Span,
    ) -> Result<Typed, Report> {
        let typed = self.expr(cond)?;
        let cond = self.coerce(typed, Repr::Bool, cond.span)?;
        let before = self.committed.clone();
        let (then_insts, a) = self.branch(then)?;
        let after_then = std::mem::replace(&mut self.committed, before);
        let (other_insts, b) = self.branch(other)?;
        self.committed = self.committed.take().or(after_then);
        let repr = match (a.1, b.1) {
            (x, y) if x == y => x,
            (x, _) if self.fit(&b, x).is_some() => x,
            (_, y) if self.fit(&a, y).is_some() => y,
            (
                Repr::Int | Repr::Float | Repr::Bool | Repr::None | Repr::Ptr(_),
                Repr::Int | Repr::Float | Repr::Bool | Repr::None | Repr::Ptr(_),
            ) => Repr::Value,
            (x, y) => {
                return Err(Report::new(then.span, "the two branches disagree")
                    .here(format!("this is `{}`", self.scope.repr_name(x)))
                    .also(other.span, format!("this is `{}`", self.scope.repr_name(y))));
            }
        };
        let then_block = self.finish_branch(then_insts, a, repr, then.span)?;
        let other_block = self.finish_branch(other_insts, b, repr, other.span)?;
        let _ = span;
        Ok((
            self.fresh(repr, |t| Inst::If(t, cond, then_block, other_block)),
            repr,
        ))
    }

    fn finish_branch(
        &mut self,
        insts: Vec<Inst>,
        typed: Typed,
        due: Repr,
        span: Span,
    ) -> Result<Block, Report> {
        let outer = std::mem::replace(&mut self.insts, insts);
        let result = self.coerce(typed, due, span);
        let insts = std::mem::replace(&mut self.insts, outer);
        Ok(Block {
            insts,
            result: result?,
        })
    }
}

fn optional(repr: Repr) -> Repr {
    match repr {
        Repr::Value => Repr::OptValue,
        Repr::Ptr(l) => Repr::OptPtr(l),
        other => other,
    }
}

fn arity(span: Span, name: &str, takes: usize, given: usize) -> Report {
    let s = if takes == 1 { "" } else { "s" };
    Report::new(
        span,
        format!("`{name}` takes {takes} argument{s}, {given} given"),
    )
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
