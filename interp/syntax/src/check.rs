//! What CPython's code generator refuses: `return` outside functions, `break` outside
//! loops, and the like.
//!
//! The walk goes where CPython's generator goes, in its order, since that decides which
//! of two errors is reported; so it stays out of code that is never generated, such as
//! the body of an `if 0`. It follows the line counter of the generator too, which only
//! grows within a statement: an error inside a long expression is placed at the last
//! line begun.

use crate::ast::*;
use crate::error::{ErrorKind, Result, SyntaxError};
use crate::future::{self, is_future};
use crate::names::Name;
use crate::symtable::{Binding, ScopeKind, SymbolTable, lookup_mangled};
use crate::{Parsed, Warning, deep};

const MAX_BLOCKS: usize = 20;

/// Checks a unit whose symbol tables are built, adding warnings to those of the tables.
/// `optimize` is the level of the option `-O`.
pub fn check(parsed: &Parsed, table: &mut SymbolTable, filename: &str, optimize: u8) -> Result<()> {
    let mut warnings = Vec::new();
    let mut c = Checker {
        parsed,
        table,
        filename,
        optimize,
        interactive: false,
        debug: parsed.names.find("__debug__"),
        unit: Unit::new(ScopeId::ROOT),
        warnings: &mut warnings,
    };
    match parsed.module {
        Mod::Module { body } => c.stmts(body)?,
        Mod::Interactive { body } => {
            c.interactive = true;
            c.stmts(body)?;
        }
        Mod::Expression { body } => c.expr(body)?,
    }
    table.warnings.append(&mut warnings);
    Ok(())
}

/// What a statement may be inside of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    Loop,
    Except,
    FinallyTry,
    FinallyEnd,
}

/// The code that is being checked.
struct Unit {
    scope: ScopeId,
    lineno: u32,
    blocks: Vec<Block>,
}

impl Unit {
    fn new(scope: ScopeId) -> Unit {
        Unit {
            scope,
            lineno: 0,
            blocks: Vec::new(),
        }
    }
}

struct Checker<'c, 'a> {
    parsed: &'c Parsed<'a>,
    table: &'c SymbolTable,
    filename: &'c str,
    optimize: u8,
    interactive: bool,
    debug: Option<Name>,
    unit: Unit,
    warnings: &'c mut Vec<Warning>,
}

/// What is known of a condition.
enum Constant {
    True,
    False,
    Unknown,
}

impl Checker<'_, '_> {
    fn fail(&self, msg: &str) -> Result<()> {
        self.fail_at(msg.to_owned(), Some(self.unit.lineno))
    }

    fn fail_at(&self, msg: String, lineno: Option<u32>) -> Result<()> {
        Err(Box::new(SyntaxError::new(
            ErrorKind::Syntax,
            msg,
            self.filename,
            lineno,
        )))
    }

    fn kind(&self) -> ScopeKind {
        self.table.scope(self.unit.scope).kind
    }

    fn constant(&self, test: &Expr) -> Constant {
        let truth = match test.kind {
            ExprKind::Num { n } => match n {
                Number::Int(n) => n != 0,
                Number::Long(n) => !n.digits.is_empty(),
                Number::Float(x) | Number::Imaginary(x) => x != 0.0,
            },
            ExprKind::Str { s } => !s.is_empty(),
            ExprKind::Unicode { s } => !s.is_empty(),
            ExprKind::Name { id, .. } if Some(id) == self.debug => self.optimize == 0,
            _ => return Constant::Unknown,
        };
        if truth {
            Constant::True
        } else {
            Constant::False
        }
    }

    /// Runs over the code of a scope.
    fn nested(
        &mut self,
        scope: ScopeId,
        inside: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<()> {
        let outer = std::mem::replace(&mut self.unit, Unit::new(scope));
        inside(self)?;
        self.unit = outer;
        Ok(())
    }

    fn blocked(
        &mut self,
        block: Block,
        inside: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<()> {
        if self.unit.blocks.len() >= MAX_BLOCKS {
            return self.fail_at("too many statically nested blocks".to_owned(), None);
        }
        self.unit.blocks.push(block);
        inside(self)?;
        self.unit.blocks.pop();
        Ok(())
    }

    // ---- Statements ----

    fn stmts(&mut self, body: &[Stmt]) -> Result<()> {
        body.iter().try_for_each(|stmt| self.stmt(stmt))
    }

    fn suite(&mut self, body: &[Stmt]) -> Result<()> {
        deep(|| self.stmts(body))
    }

    fn stmt(&mut self, stmt: &Stmt) -> Result<()> {
        self.unit.lineno = stmt.lineno;
        match stmt.kind {
            StmtKind::FunctionDef(f) => {
                self.exprs(f.decorator_list)?;
                self.exprs(f.args.defaults)?;
                self.nested(f.scope, |c| c.suite(f.body))
            }
            StmtKind::ClassDef(class) => {
                self.exprs(class.decorator_list)?;
                self.exprs(class.bases)?;
                self.nested(class.scope, |c| c.suite(class.body))
            }
            StmtKind::Return { value } => {
                if self.kind() != ScopeKind::Function {
                    return self.fail("'return' outside function");
                }
                self.maybe(value)
            }
            StmtKind::Delete { targets } => self.exprs(targets),
            StmtKind::Assign { targets, value } => {
                self.expr(value)?;
                self.exprs(targets)
            }
            StmtKind::AugAssign { target, value, .. } => {
                self.expr(target)?;
                self.expr(value)
            }
            StmtKind::Print { dest, values, .. } => {
                self.maybe(dest)?;
                self.exprs(values)
            }
            StmtKind::For(f) => {
                self.blocked(Block::Loop, |c| {
                    c.expr(f.iter)?;
                    c.expr(f.target)?;
                    c.suite(f.body)
                })?;
                self.suite(f.orelse)
            }
            StmtKind::While(w) => {
                let constant = self.constant(w.test);
                if !matches!(constant, Constant::False) {
                    self.blocked(Block::Loop, |c| {
                        if matches!(constant, Constant::Unknown) {
                            c.expr(w.test)?;
                        }
                        c.suite(w.body)
                    })?;
                }
                self.suite(w.orelse)
            }
            StmtKind::If(i) => match self.constant(i.test) {
                Constant::True => self.suite(i.body),
                Constant::False => self.suite(i.orelse),
                Constant::Unknown => {
                    self.expr(i.test)?;
                    self.suite(i.body)?;
                    self.suite(i.orelse)
                }
            },
            StmtKind::With(w) => {
                self.expr(w.context_expr)?;
                self.blocked(Block::FinallyTry, |c| {
                    c.maybe(w.optional_vars)?;
                    c.suite(w.body)
                })?;
                self.blocked(Block::FinallyEnd, |_| Ok(()))
            }
            StmtKind::Raise { type_, inst, tback } => [type_, inst, tback]
                .into_iter()
                .try_for_each(|e| self.maybe(e)),
            StmtKind::TryExcept(t) => self.try_except(t),
            StmtKind::TryFinally(t) => {
                self.blocked(Block::FinallyTry, |c| c.suite(t.body))?;
                self.blocked(Block::FinallyEnd, |c| c.suite(t.finalbody))
            }
            StmtKind::Assert { test, msg } => self.assert(test, msg),
            StmtKind::Import { .. } | StmtKind::Global { .. } | StmtKind::Pass => Ok(()),
            StmtKind::ImportFrom(import) => {
                if stmt.lineno > self.table.last_future && is_future(self.parsed, import) {
                    return self.fail(future::LATE);
                }
                Ok(())
            }
            StmtKind::Exec {
                body,
                globals,
                locals,
            } => {
                self.expr(body)?;
                self.maybe(globals)?;
                self.maybe(locals)
            }
            StmtKind::Expr { value } => {
                let prints = self.interactive && self.unit.scope == ScopeId::ROOT;
                let is_constant = matches!(
                    value.kind,
                    ExprKind::Num { .. } | ExprKind::Str { .. } | ExprKind::Unicode { .. }
                );
                if is_constant && !prints {
                    Ok(())
                } else {
                    self.expr(value)
                }
            }
            StmtKind::Break => {
                if self.unit.blocks.contains(&Block::Loop) {
                    return Ok(());
                }
                self.fail("'break' outside loop")
            }
            StmtKind::Continue => self.continue_statement(),
        }
    }

    fn try_except(&mut self, t: &TryExcept) -> Result<()> {
        self.blocked(Block::Except, |c| c.suite(t.body))?;
        for (i, handler) in t.handlers.iter().enumerate() {
            if handler.type_.is_none() && i + 1 < t.handlers.len() {
                return self.fail("default 'except:' must be last");
            }
            self.unit.lineno = handler.lineno;
            self.maybe(handler.type_)?;
            self.maybe(handler.name)?;
            self.suite(handler.body)?;
        }
        self.suite(t.orelse)
    }

    fn assert(&mut self, test: &Expr, msg: Option<&Expr>) -> Result<()> {
        if self.optimize > 0 {
            return Ok(());
        }
        if matches!(test.kind, ExprKind::Tuple { elts, .. } if !elts.is_empty()) {
            self.warnings.push(Warning {
                msg: "assertion is always true, perhaps remove parentheses?".to_owned(),
                lineno: self.unit.lineno,
                is_syntax_error: false,
                category: crate::Category::Syntax,
            });
        }
        self.expr(test)?;
        self.maybe(msg)
    }

    /// A `continue` may leave `try` blocks on its way to the loop, but no `finally`.
    fn continue_statement(&self) -> Result<()> {
        const NOT_IN_LOOP: &str = "'continue' not properly in loop";
        const IN_FINALLY: &str = "'continue' not supported inside 'finally' clause";
        for block in self.unit.blocks.iter().rev() {
            match block {
                Block::Loop => return Ok(()),
                Block::FinallyEnd => return self.fail(IN_FINALLY),
                Block::Except | Block::FinallyTry => {}
            }
        }
        self.fail(NOT_IN_LOOP)
    }

    // ---- Expressions ----

    fn exprs(&mut self, exprs: &[Expr]) -> Result<()> {
        exprs.iter().try_for_each(|e| self.expr(e))
    }

    fn maybe(&mut self, expr: Option<&Expr>) -> Result<()> {
        expr.map_or(Ok(()), |e| self.expr(e))
    }

    fn expr(&mut self, expr: &Expr) -> Result<()> {
        self.unit.lineno = self.unit.lineno.max(expr.lineno);
        match expr.kind {
            ExprKind::Name {
                id,
                ctx: ExprContext::Del,
            } => self.delete(id),
            ExprKind::Name { .. }
            | ExprKind::Num { .. }
            | ExprKind::Str { .. }
            | ExprKind::Unicode { .. } => Ok(()),
            _ => deep(|| self.compound(expr)),
        }
    }

    fn compound(&mut self, expr: &Expr) -> Result<()> {
        match expr.kind {
            ExprKind::BoolOp { values, .. } => self.exprs(values),
            ExprKind::BinOp { left, right, .. } => {
                self.expr(left)?;
                self.expr(right)
            }
            ExprKind::UnaryOp { operand, .. } => self.expr(operand),
            ExprKind::Lambda(l) => {
                self.exprs(l.args.defaults)?;
                self.nested(l.scope, |c| c.expr(l.body))
            }
            ExprKind::IfExp(i) => [i.test, i.body, i.orelse]
                .into_iter()
                .try_for_each(|e| self.expr(e)),
            ExprKind::Dict(d) => d.keys.iter().zip(d.values).try_for_each(|(key, value)| {
                self.expr(value)?;
                self.expr(key)
            }),
            ExprKind::Set { elts } | ExprKind::List { elts, .. } | ExprKind::Tuple { elts, .. } => {
                self.exprs(elts)
            }
            ExprKind::ListComp(c) => {
                for g in c.generators {
                    self.expr(g.iter)?;
                    self.expr(g.target)?;
                    self.exprs(g.ifs)?;
                }
                self.expr(c.elt)
            }
            ExprKind::SetComp(c) => self.comprehension(c.scope, c.generators, &[c.elt]),
            ExprKind::DictComp(c) => self.comprehension(c.scope, c.generators, &[c.value, c.key]),
            ExprKind::GeneratorExp(c) => self.comprehension(c.scope, c.generators, &[c.elt]),
            ExprKind::Yield { value } => {
                if self.kind() != ScopeKind::Function {
                    return self.fail("'yield' outside function");
                }
                self.maybe(value)
            }
            ExprKind::Compare(c) => {
                self.expr(c.left)?;
                self.exprs(c.comparators)
            }
            ExprKind::Call(c) => {
                self.expr(c.func)?;
                self.exprs(c.args)?;
                c.keywords.iter().try_for_each(|k| self.expr(k.value))?;
                self.maybe(c.starargs)?;
                self.maybe(c.kwargs)
            }
            ExprKind::Repr { value } | ExprKind::Attribute { value, .. } => self.expr(value),
            ExprKind::Subscript { value, slice, .. } => {
                self.expr(value)?;
                self.slice(slice)
            }
            ExprKind::Name { .. }
            | ExprKind::Num { .. }
            | ExprKind::Str { .. }
            | ExprKind::Unicode { .. } => self.expr(expr),
        }
    }

    fn comprehension(
        &mut self,
        scope: ScopeId,
        generators: &[Comprehension],
        elements: &[&Expr],
    ) -> Result<()> {
        let Some(first) = generators.first() else {
            return Ok(());
        };
        self.nested(scope, |c| {
            for (i, g) in generators.iter().enumerate() {
                if i > 0 {
                    c.expr(g.iter)?;
                }
                c.expr(g.target)?;
                c.exprs(g.ifs)?;
            }
            elements.iter().try_for_each(|e| c.expr(e))
        })?;
        self.expr(first.iter)
    }

    fn slice(&mut self, slice: &Slice) -> Result<()> {
        match *slice {
            Slice::Ellipsis => Ok(()),
            Slice::Slice { lower, upper, step } => [lower, upper, step]
                .into_iter()
                .try_for_each(|e| self.maybe(e)),
            Slice::ExtSlice { dims } => dims.iter().try_for_each(|dim| self.slice(dim)),
            Slice::Index { value } => self.expr(value),
        }
    }

    /// A cell cannot be emptied.
    fn delete(&self, name: Name) -> Result<()> {
        let scope = self.table.scope(self.unit.scope);
        let binding = lookup_mangled(scope, &self.parsed.names, name);
        if matches!(binding, Some(Binding::Cell | Binding::Free)) {
            let name = self.parsed.names.text(name);
            let msg = format!("can not delete variable '{name}' referenced in nested scope");
            return self.fail_at(msg, None);
        }
        Ok(())
    }
}
