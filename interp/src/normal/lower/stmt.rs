//! Statements; compound ones are passed on.

use syntax::ast::{Alias, Expr, ExprKind, ImportFrom, Stmt, StmtKind};
use syntax::{Flags, Name, Warning};

use super::expr::deep;
use super::flow::Exit;
use super::{Lowering, Res};
use crate::normal::code::Const;
use crate::normal::node::Operand;
use crate::normal::op::Op;

impl<'a> Lowering<'_, 'a> {
    /// A module's or class's body: its documentation string is assigned to `__doc__`.
    pub(super) fn documented_body(&mut self, body: &[Stmt<'a>]) -> Res {
        let Some(doc) = docstring(body).filter(|_| self.unit.options.optimize < 2) else {
            return self.stmts(body);
        };
        let value = self.expr(doc, None)?;
        self.store_text("__doc__", value);
        self.stmts(&body[1..])
    }

    pub(super) fn stmts(&mut self, body: &[Stmt<'a>]) -> Res {
        body.iter().try_for_each(|s| deep(|| self.stmt(s)))
    }

    fn stmt(&mut self, s: &Stmt<'a>) -> Res {
        self.b.start_line(s.lineno, s.col_offset.max(0) as u32);
        let mark = self.b.mark();
        match &s.kind {
            StmtKind::FunctionDef(f) => self.function_def(f, s.lineno)?,
            StmtKind::ClassDef(c) => self.class_def(c, s.lineno)?,
            StmtKind::Return { value } => {
                if !self.in_function() {
                    return self.error("'return' outside function");
                }
                let value = match value {
                    Some(e) => self.expr(e, None)?,
                    None => self.b.none(),
                };
                self.exit(Exit::Return, value);
            }
            StmtKind::Delete { targets } => {
                targets.iter().try_for_each(|t| self.delete_target(t))?
            }
            StmtKind::Assign { targets, value } => self.assignment(targets, value)?,
            StmtKind::AugAssign { target, op, value } => self.augmented(target, *op, value)?,
            StmtKind::Print { dest, values, nl } => self.print(*dest, values, *nl)?,
            StmtKind::For(f) => self.for_(f)?,
            StmtKind::While(w) => self.while_(w)?,
            StmtKind::If(i) => self.if_(i)?,
            StmtKind::With(w) => self.with(w)?,
            StmtKind::Raise { type_, inst, tback } => {
                let parts = [*type_, *inst, *tback];
                let mut values = [Operand::ABSENT; 3];
                for i in 0..3 {
                    if let Some(e) = parts[i] {
                        values[i] =
                            self.expr_before(e, parts[i + 1..].iter().flatten().copied())?;
                    }
                }
                self.b
                    .emit(Op::Raise, 0, values[0].0, values[1].0, values[2].0);
            }
            StmtKind::TryExcept(t) => self.try_except(t)?,
            StmtKind::TryFinally(t) => self.try_finally(t)?,
            StmtKind::Assert { test, msg } => self.assert(test, *msg)?,
            StmtKind::Import { names } => names.iter().try_for_each(|n| self.import(n))?,
            StmtKind::ImportFrom(i) => self.import_from(i, s.lineno)?,
            StmtKind::Exec {
                body,
                globals,
                locals,
            } => {
                let later = [*globals, *locals];
                let code = self.expr_before(body, later.into_iter().flatten())?;
                let globals = match globals {
                    Some(e) => self.expr_before(e, *locals)?,
                    None => self.b.none(),
                };
                let locals = match locals {
                    Some(e) => self.expr(e, None)?,
                    None => globals,
                };
                self.b.emit(Op::Exec, 0, code.0, globals.0, locals.0);
            }
            StmtKind::Expr { value } => self.expression_statement(value)?,
            StmtKind::Break => self.break_()?,
            StmtKind::Continue => self.continue_()?,
            StmtKind::Global { .. } | StmtKind::Pass => {}
        }
        self.b.release(mark);
        Ok(())
    }

    fn expression_statement(&mut self, value: &Expr<'a>) -> Res {
        if self.unit.interactive && self.in_module() {
            let value = self.expr(value, None)?;
            self.b.emit(Op::PrintExpr, 0, value.0, 0, 0);
            return Ok(());
        }
        match value.kind {
            ExprKind::Str { .. } | ExprKind::Unicode { .. } | ExprKind::Num { .. } => {}
            _ => {
                let since = self.b.silence();
                self.expr(value, None)?;
                self.b.mark_if_silent(since);
            }
        }
        Ok(())
    }

    fn if_(&mut self, i: &syntax::ast::If<'a>) -> Res {
        match self.known_truth(i.test) {
            Some(true) => self.stmts(i.body),
            Some(false) => self.stmts(i.orelse),
            None => {
                let (otherwise, end) = (self.b.label(), self.b.label());
                let since = self.b.silence();
                self.jump_if(i.test, false, otherwise)?;
                self.b.mark_if_silent(since);
                self.stmts(i.body)?;
                self.b.jump_away(end);
                self.b.bind(otherwise);
                self.stmts(i.orelse)?;
                self.b.bind(end);
                Ok(())
            }
        }
    }

    fn print(&mut self, dest: Option<&Expr<'a>>, values: &[Expr<'a>], newline: bool) -> Res {
        let file = match dest {
            Some(e) => self.expr_before(e, values)?,
            None => Operand::ABSENT,
        };
        for v in values {
            let mark = self.b.mark();
            let item = self.expr(v, None)?;
            self.b.emit(Op::PrintItem, 0, item.0, file.0, 0);
            self.b.release(mark);
        }
        if newline {
            self.b.emit(Op::PrintNewline, 0, file.0, 0, 0);
        }
        Ok(())
    }

    fn assert(&mut self, test: &Expr<'a>, msg: Option<&Expr<'a>>) -> Res {
        if self.unit.options.optimize > 0 {
            return Ok(());
        }
        if let ExprKind::Tuple { elts, .. } = &test.kind
            && !elts.is_empty()
        {
            self.unit.warnings.push(Warning {
                msg: "assertion is always true, perhaps remove parentheses?".into(),
                lineno: self.b.place.line,
                is_syntax_error: false,
                category: syntax::Category::Syntax,
            });
        }
        let good = self.b.label();
        let since = self.b.silence();
        self.jump_if(test, true, good)?;
        self.b.mark_if_silent(since);
        let name = self.b.name("AssertionError");
        let error = self.b.alloc(1);
        self.b.emit(Op::LoadGlobal, error, name, 0, 0);
        if let Some(msg) = msg {
            let msg = self.expr(msg, None)?;
            self.call_one(error, Operand::reg(error), msg);
        }
        self.b
            .emit(Op::Raise, 0, error, Operand::ABSENT.0, Operand::ABSENT.0);
        self.b.bind(good);
        Ok(())
    }

    // ---- imports

    fn import(&mut self, alias: &Alias) -> Res {
        let mark = self.b.mark();
        let absolute = self.unit.flags.has(Flags::ABSOLUTE_IMPORT);
        let level = self.b.int(if absolute { 0 } else { -1 });
        let from = self.b.none();
        let name = self.mangled_name(alias.name);
        let module = self.b.alloc(1);
        self.b.emit(Op::ImportName, module, name, level.0, from.0);
        let mut parts = self.text(alias.name).split('.');
        let first = parts.next().unwrap_or_default();
        match alias.asname {
            // `import a.b as c` takes b from a, and so on.
            Some(target) => {
                for part in parts {
                    let name = self.b.name(part);
                    self.b.emit(Op::GetAttr, module, module, name, 0);
                }
                self.store_last(target, Operand::reg(module));
            }
            None => match self.unit.names.find(first) {
                Some(target) => drop(self.store_last(target, Operand::reg(module))),
                None => self.store_text(first, Operand::reg(module)),
            },
        }
        self.b.release(mark);
        Ok(())
    }

    fn import_from(&mut self, i: &ImportFrom<'a>, lineno: u32) -> Res {
        let level = match i.level.unwrap_or(0) {
            0 if !self.unit.flags.has(Flags::ABSOLUTE_IMPORT) => -1,
            level => i64::from(level),
        };
        let late = lineno > self.unit.last_future;
        if late && i.module.is_some_and(|m| self.text(m) == "__future__") {
            return self.error("from __future__ imports must occur at the beginning of the file");
        }
        let level = self.b.int(level);
        let names = i
            .names
            .iter()
            .map(|n| Const::Str(self.text(n.name).as_bytes().into()))
            .collect();
        let names = self.b.constant(Const::Tuple(names));
        let name = match i.module {
            Some(m) => self.mangled_name(m),
            None => self.b.name(""),
        };
        let module = self.b.alloc(1);
        self.b.emit(Op::ImportName, module, name, level.0, names.0);
        for alias in i.names {
            if self.text(alias.name) == "*" {
                self.b.emit(Op::ImportStar, 0, module, 0, 0);
                return Ok(());
            }
            let mark = self.b.mark();
            let name = self.mangled_name(alias.name);
            let value = self.b.alloc(1);
            self.b.emit(Op::ImportFrom, value, module, name, 0);
            let target: Name = alias.asname.unwrap_or(alias.name);
            self.store_last(target, Operand::reg(value));
            self.b.release(mark);
        }
        Ok(())
    }
}

/// The documentation string that `body` begins with.
pub(super) fn docstring<'s, 'a>(body: &'s [Stmt<'a>]) -> Option<&'s Expr<'a>> {
    match body.first()?.kind {
        StmtKind::Expr { value }
            if matches!(value.kind, ExprKind::Str { .. } | ExprKind::Unicode { .. }) =>
        {
            Some(value)
        }
        _ => None,
    }
}
