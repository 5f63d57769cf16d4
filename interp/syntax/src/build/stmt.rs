//! Statements.

use super::operators::{binary_operator, expr};
use super::{Builder, Place};
use crate::ast::{
    Alias, ClassDef, ExceptHandler, Expr, ExprContext, ExprKind, For, FunctionDef, If, ImportFrom,
    Stmt, StmtKind, TryExcept, TryFinally, While, With,
};
use crate::error::Result;
use crate::grammar::{Event, Rule};
use crate::names::Name;
use crate::token as t;

impl<'a> Builder<'_, 'a> {
    pub(super) fn file(&mut self) -> Result<&'a [Stmt<'a>]> {
        while !self.at_rule(Rule::EOI) {
            self.statement()?;
        }
        Ok(self.take_stmts(0))
    }

    pub(super) fn interactive(&mut self) -> Result<&'a [Stmt<'a>]> {
        if self.next.is_none() {
            // An empty line; CPython makes it a statement, and places it nowhere.
            self.stmts.push(stmt(StmtKind::Pass, (0, 0)));
        }
        while self.next.is_some() {
            self.statement()?;
        }
        Ok(self.take_stmts(0))
    }

    /// The block after a colon.
    fn suite(&mut self) -> Result<&'a [Stmt<'a>]> {
        self.enter();
        let base = self.stmts.len();
        while self.peek().is_some() {
            self.statement()?;
        }
        self.leave_ahead();
        Ok(self.take_stmts(base))
    }

    /// `else:` or `finally:` and its block, if it is there.
    fn suite_after(&mut self, keyword: u8) -> Result<&'a [Stmt<'a>]> {
        if !self.skip_if(keyword) {
            return Ok(&[]);
        }
        self.expect(t::COLON);
        self.suite()
    }

    /// Pushes the statement that begins next, wherever that is.
    fn statement(&mut self) -> Result<()> {
        let Some(Event::Begin(rule, pos)) = self.next else {
            unreachable!("no statement begins");
        };
        self.pos = pos;
        // A `with` is placed at its first item.
        let place = self.place(pos + usize::from(rule == Rule::with_stmt));
        let kind = self.statement_kind()?;
        self.stmts.push(stmt(kind, place));
        Ok(())
    }

    fn statement_kind(&mut self) -> Result<StmtKind<'a>> {
        let rule = self.enter();
        let kind = match rule {
            Rule::expr_stmt => self.expression_statement()?,
            Rule::return_stmt => {
                self.expect(t::RETURN);
                let value = if self.operand_follows() {
                    Some(self.testlist()?)
                } else {
                    None
                };
                StmtKind::Return { value }
            }
            Rule::yield_stmt => {
                let value = self.yield_expr()?;
                StmtKind::Expr {
                    value: self.alloc_expr(value),
                }
            }
            Rule::print_stmt => self.print()?,
            Rule::raise_stmt => {
                self.expect(t::RAISE);
                let type_ = if self.operand_follows() {
                    Some(self.test_ref()?)
                } else {
                    None
                };
                let inst = self.test_after(t::COMMA)?;
                let tback = self.test_after(t::COMMA)?;
                StmtKind::Raise { type_, inst, tback }
            }
            Rule::assert_stmt => {
                self.expect(t::ASSERT);
                let test = self.test_ref()?;
                StmtKind::Assert {
                    test,
                    msg: self.test_after(t::COMMA)?,
                }
            }
            Rule::del_stmt => {
                self.expect(t::DEL);
                let base = self.exprs.len();
                self.exprlist(ExprContext::Del)?;
                StmtKind::Delete {
                    targets: self.take_exprs(base),
                }
            }
            Rule::exec_stmt => {
                self.expect(t::EXEC);
                self.exec()?
            }
            Rule::import_name => self.import()?,
            Rule::import_from => self.import_from()?,
            Rule::global_stmt => self.global(),
            Rule::pass_stmt => self.bare(StmtKind::Pass),
            Rule::break_stmt => self.bare(StmtKind::Break),
            Rule::continue_stmt => self.bare(StmtKind::Continue),
            Rule::if_stmt => {
                self.expect(t::IF);
                self.if_chain()?
            }
            Rule::while_stmt => {
                self.expect(t::WHILE);
                let test = self.test_ref()?;
                self.expect(t::COLON);
                let body = self.suite()?;
                let orelse = self.suite_after(t::ELSE)?;
                StmtKind::While(self.alloc(While { test, body, orelse }))
            }
            Rule::for_stmt => {
                self.expect(t::FOR);
                let target = self.for_target()?;
                self.expect(t::IN);
                let iter = self.testlist()?;
                self.expect(t::COLON);
                let body = self.suite()?;
                let orelse = self.suite_after(t::ELSE)?;
                StmtKind::For(self.alloc(For {
                    target,
                    iter,
                    body,
                    orelse,
                }))
            }
            Rule::try_stmt => self.try_statement()?,
            Rule::with_stmt => self.with()?,
            Rule::funcdef => self.funcdef(&[])?,
            Rule::classdef => self.classdef(&[])?,
            Rule::decorated => self.decorated()?,
            other => unreachable!("{other:?} is no statement"),
        };
        self.leave();
        Ok(kind)
    }

    /// Leaves the rule that ends next, past the silent tokens before its end.
    fn leave_ahead(&mut self) {
        if let Some(Event::End(_, pos)) = self.next {
            self.pos = pos;
        }
        self.leave();
    }

    fn bare(&mut self, kind: StmtKind<'a>) -> StmtKind<'a> {
        self.pos += 1;
        kind
    }

    fn test_after(&mut self, separator: u8) -> Result<Option<&'a Expr<'a>>> {
        if self.skip_if(separator) {
            Ok(Some(self.test_ref()?))
        } else {
            Ok(None)
        }
    }

    // ---- Simple statements ----

    fn expression_statement(&mut self) -> Result<StmtKind<'a>> {
        let start = self.pos;
        let value = self.testlist()?;
        match self.kind() {
            t::EQUAL => self.assignment(start, value),
            t::AUGASSIGN => {
                let target = self.set_context(value, ExprContext::Store, start)?;
                if matches!(target.kind, ExprKind::List { .. } | ExprKind::Tuple { .. }) {
                    return self.fail(start, "illegal expression for augmented assignment");
                }
                let op = binary_operator(self.input.tokens[self.pos].value as u8);
                self.pos += 1;
                let value = self.value()?;
                Ok(StmtKind::AugAssign {
                    target: self.alloc_expr(target),
                    op,
                    value,
                })
            }
            _ => Ok(StmtKind::Expr { value }),
        }
    }

    /// `a = b = value`, from the first equals sign.
    fn assignment(&mut self, mut start: usize, first: &'a Expr<'a>) -> Result<StmtKind<'a>> {
        let base = self.exprs.len();
        let mut value = first;
        while self.skip_if(t::EQUAL) {
            if let ExprKind::Yield { .. } = value.kind
                && self.input.text[start] == t::YIELD
            {
                return self.fail(start, "assignment to yield expression not possible");
            }
            let target = self.set_context(value, ExprContext::Store, start)?;
            self.exprs.push(target);
            start = self.pos;
            value = self.value()?;
        }
        Ok(StmtKind::Assign {
            targets: self.take_exprs(base),
            value,
        })
    }

    fn print(&mut self) -> Result<StmtKind<'a>> {
        self.expect(t::PRINT);
        let mut dest = None;
        let mut nl = true;
        if self.skip_if(t::RIGHTSHIFT) {
            dest = Some(self.test_ref()?);
            nl = !self.skip_if(t::COMMA);
        }
        let base = self.exprs.len();
        while self.operand_follows() {
            let value = self.test()?;
            self.exprs.push(value);
            nl = !self.skip_if(t::COMMA);
        }
        Ok(StmtKind::Print {
            dest,
            values: self.take_exprs(base),
            nl,
        })
    }

    /// `exec (code, globals, locals)` is `exec code in globals, locals`.
    fn exec(&mut self) -> Result<StmtKind<'a>> {
        let body = self.expr()?;
        if self.kind() != t::IN
            && let ExprKind::Tuple { elts, .. } = body.kind
            && let [body, globals] | [body, globals, _] = elts
        {
            return Ok(StmtKind::Exec {
                body,
                globals: Some(globals),
                locals: elts.get(2),
            });
        }
        let body = self.alloc_expr(body);
        let globals = self.test_after(t::IN)?;
        let locals = self.test_after(t::COMMA)?;
        Ok(StmtKind::Exec {
            body,
            globals,
            locals,
        })
    }

    fn global(&mut self) -> StmtKind<'a> {
        self.expect(t::GLOBAL);
        let mut names = vec![self.name()];
        while self.skip_if(t::COMMA) {
            names.push(self.name());
        }
        StmtKind::Global {
            names: self.arena.alloc_slice_copy(&names),
        }
    }

    fn import(&mut self) -> Result<StmtKind<'a>> {
        self.expect(t::IMPORT);
        let mut names = Vec::with_capacity(1);
        loop {
            let at = self.pos;
            let (name, is_dotted) = self.dotted_name();
            let asname = self.asname()?;
            if asname.is_none() && !is_dotted {
                self.check_binding(name, at)?;
            }
            names.push(Alias { name, asname });
            if !self.skip_if(t::COMMA) {
                break;
            }
        }
        Ok(StmtKind::Import {
            names: self.arena.alloc_slice_copy(&names),
        })
    }

    fn import_from(&mut self) -> Result<StmtKind<'a>> {
        self.expect(t::FROM);
        let mut level = 0;
        while self.skip_if(t::DOT) {
            level += 1;
        }
        let module = (self.kind() == t::NAME).then(|| self.dotted_name().0);
        self.expect(t::IMPORT);
        let mut names = Vec::new();
        if self.kind() == t::STAR {
            self.pos += 1;
            names.push(Alias {
                name: self.names.intern("*"),
                asname: None,
            });
        } else {
            let in_parentheses = self.skip_if(t::LPAR);
            let list = self.pos;
            loop {
                let at = self.pos;
                let name = self.name();
                let asname = self.asname()?;
                if asname.is_none() {
                    self.check_binding(name, at)?;
                }
                names.push(Alias { name, asname });
                if !self.skip_if(t::COMMA) {
                    break;
                }
                if self.kind() != t::NAME {
                    if !in_parentheses {
                        return self.fail(
                            list,
                            "trailing comma not allowed without surrounding parentheses",
                        );
                    }
                    break;
                }
            }
            self.skip_if(t::RPAR);
        }
        let names = self.arena.alloc_slice_copy(&names);
        Ok(StmtKind::ImportFrom(self.alloc(ImportFrom {
            module,
            names,
            level: Some(level),
        })))
    }

    fn asname(&mut self) -> Result<Option<Name>> {
        if !self.skip_if(t::AS) {
            return Ok(None);
        }
        let at = self.pos;
        let name = self.name();
        self.check_binding(name, at)?;
        Ok(Some(name))
    }

    /// A dotted name as one name, and whether there was a dot.
    fn dotted_name(&mut self) -> (Name, bool) {
        let first = self.name();
        if self.kind() != t::DOT {
            return (first, false);
        }
        let mut text = self.names.text(first).to_owned();
        while self.skip_if(t::DOT) {
            let name = self.name();
            text.push('.');
            text.push_str(self.names.text(name));
        }
        (self.names.intern(&text), true)
    }

    // ---- Compound statements ----

    /// From the condition of an `if` or `elif`.
    fn if_chain(&mut self) -> Result<StmtKind<'a>> {
        let test = self.test_ref()?;
        self.expect(t::COLON);
        let body = self.suite()?;
        let orelse = if self.skip_if(t::ELIF) {
            // An `elif` is placed at its condition.
            let place = self.place(self.pos);
            let kind = self.if_chain()?;
            self.arena.alloc_slice_copy(&[stmt(kind, place)])
        } else {
            self.suite_after(t::ELSE)?
        };
        Ok(StmtKind::If(self.alloc(If { test, body, orelse })))
    }

    fn try_statement(&mut self) -> Result<StmtKind<'a>> {
        let place = self.place(self.pos);
        self.expect(t::TRY);
        self.expect(t::COLON);
        let body = self.suite()?;
        let mut handlers = Vec::new();
        while self.kind() == t::EXCEPT {
            handlers.push(self.handler()?);
        }
        let orelse = self.suite_after(t::ELSE)?;
        let finalbody = self.suite_after(t::FINALLY)?;
        if handlers.is_empty() {
            return Ok(StmtKind::TryFinally(
                self.alloc(TryFinally { body, finalbody }),
            ));
        }
        let handlers = self.arena.alloc_slice_copy(&handlers);
        let except = StmtKind::TryExcept(self.alloc(TryExcept {
            body,
            handlers,
            orelse,
        }));
        if finalbody.is_empty() {
            return Ok(except);
        }
        let body = self.arena.alloc_slice_copy(&[stmt(except, place)]);
        Ok(StmtKind::TryFinally(
            self.alloc(TryFinally { body, finalbody }),
        ))
    }

    fn handler(&mut self) -> Result<ExceptHandler<'a>> {
        let (lineno, col_offset) = self.place(self.pos);
        self.enter();
        self.expect(t::EXCEPT);
        let type_ = if self.operand_follows() {
            Some(self.test_ref()?)
        } else {
            None
        };
        let mut name = None;
        if self.skip_if(t::AS) || self.skip_if(t::COMMA) {
            let at = self.pos;
            let target = self.test()?;
            let target = self.set_context(&target, ExprContext::Store, at)?;
            name = Some(self.alloc_expr(target));
        }
        self.expect(t::COLON);
        let body = self.suite()?;
        self.leave();
        Ok(ExceptHandler {
            type_,
            name,
            body,
            lineno,
            col_offset,
        })
    }

    fn with(&mut self) -> Result<StmtKind<'a>> {
        self.expect(t::WITH);
        self.with_items()
    }

    /// From one item of a `with`; further items are statements in its body.
    fn with_items(&mut self) -> Result<StmtKind<'a>> {
        let at = self.pos;
        let context_expr = self.test_ref()?;
        let mut optional_vars = None;
        if self.skip_if(t::AS) {
            let target = self.expr()?;
            let target = self.set_context(&target, ExprContext::Store, at)?;
            optional_vars = Some(self.alloc_expr(target));
        }
        let body = if self.skip_if(t::COMMA) {
            let place = self.place(self.pos);
            let kind = self.with_items()?;
            self.arena.alloc_slice_copy(&[stmt(kind, place)])
        } else {
            self.expect(t::COLON);
            self.suite()?
        };
        Ok(StmtKind::With(self.alloc(With {
            context_expr,
            optional_vars,
            body,
        })))
    }

    fn funcdef(&mut self, decorator_list: &'a [Expr<'a>]) -> Result<StmtKind<'a>> {
        let at = self.pos;
        self.expect(t::DEF);
        let name = self.name();
        self.expect(t::LPAR);
        let args = self.params(t::RPAR)?;
        self.check_binding(name, at)?;
        self.expect(t::RPAR);
        self.expect(t::COLON);
        let body = self.suite()?;
        let scope = self.new_scope();
        let def = FunctionDef {
            name,
            args,
            body,
            decorator_list,
            scope,
        };
        Ok(StmtKind::FunctionDef(self.alloc(def)))
    }

    fn classdef(&mut self, decorator_list: &'a [Expr<'a>]) -> Result<StmtKind<'a>> {
        let at = self.pos;
        self.expect(t::CLASS);
        let name = self.name();
        self.check_binding(name, at)?;
        let base = self.exprs.len();
        if self.skip_if(t::LPAR) {
            while self.operand_follows() {
                let class = self.test()?;
                self.exprs.push(class);
                self.skip_if(t::COMMA);
            }
            self.expect(t::RPAR);
        }
        let bases = self.take_exprs(base);
        self.expect(t::COLON);
        let body = self.suite()?;
        let scope = self.new_scope();
        let def = ClassDef {
            name,
            bases,
            body,
            decorator_list,
            scope,
        };
        Ok(StmtKind::ClassDef(self.alloc(def)))
    }

    fn decorated(&mut self) -> Result<StmtKind<'a>> {
        let base = self.exprs.len();
        while self.at_rule(Rule::decorator) {
            let decorator = self.decorator()?;
            self.exprs.push(decorator);
        }
        let decorators = self.take_exprs(base);
        let kind = if self.enter() == Rule::funcdef {
            self.funcdef(decorators)?
        } else {
            self.classdef(decorators)?
        };
        self.leave();
        Ok(kind)
    }

    fn decorator(&mut self) -> Result<Expr<'a>> {
        self.enter();
        self.expect(t::AT);
        let place = self.place(self.pos);
        let id = self.name();
        let mut left = expr(
            ExprKind::Name {
                id,
                ctx: ExprContext::Load,
            },
            place,
        );
        while self.skip_if(t::DOT) {
            let attr = self.name();
            let value = self.alloc_expr(left);
            left = expr(
                ExprKind::Attribute {
                    value,
                    attr,
                    ctx: ExprContext::Load,
                },
                place,
            );
        }
        if self.skip_if(t::LPAR) {
            left = expr(self.call(left)?, place);
        }
        self.expect(t::NEWLINE);
        self.leave();
        Ok(left)
    }
}

fn stmt<'a>(kind: StmtKind<'a>, place: Place) -> Stmt<'a> {
    Stmt {
        kind,
        lineno: place.0,
        col_offset: place.1,
    }
}
