//! How names occur in scopes.
//!
//! The order of the walk is CPython's: it decides which of two errors is reported, and
//! the order in which parameters and inner scopes come.

use super::{Scope, ScopeKind, SymbolFlags as F, Unoptimized, error, mangle};
use crate::ast::*;
use crate::deep;
use crate::error::Result;
use crate::names::{Name, Names};
use crate::{Category, Parsed, Warning};

/// The scopes without bindings, and the warnings.
pub fn collect(parsed: &mut Parsed, filename: &str) -> Result<(Vec<Scope>, Vec<Warning>)> {
    let module = parsed.module;
    let count = parsed.scopes as usize;
    let names = &mut parsed.names;
    let [top, lambda, genexpr, setcomp, dictcomp] =
        ["top", "lambda", "genexpr", "setcomp", "dictcomp"].map(|text| names.intern(text));
    let mut scopes = Vec::with_capacity(count);
    for _ in 0..count {
        scopes.push(Scope::empty(top));
    }
    let mut c = Collector {
        names,
        filename,
        scopes,
        warnings: Vec::new(),
        current: ScopeId::ROOT,
        class: None,
        lambda,
        genexpr,
        setcomp,
        dictcomp,
    };
    c.scope().unoptimized.0 = Unoptimized::TOP_LEVEL;
    let done = match module {
        Mod::Module { body } | Mod::Interactive { body } => c.stmts(body),
        Mod::Expression { body } => c.expr(body),
    };
    match done {
        Ok(()) => Ok((c.scopes, c.warnings)),
        Err(e) => Err(e.after(c.warnings)),
    }
}

struct Collector<'c, 'a> {
    names: &'c mut Names<'a>,
    filename: &'c str,
    scopes: Vec<Scope>,
    warnings: Vec<Warning>,
    current: ScopeId,
    class: Option<Name>,
    lambda: Name,
    genexpr: Name,
    setcomp: Name,
    dictcomp: Name,
}

impl Scope {
    fn empty(name: Name) -> Scope {
        Scope {
            kind: ScopeKind::Module,
            name,
            lineno: 0,
            parent: None,
            children: Vec::new(),
            class: None,
            unoptimized: Unoptimized::default(),
            symbols: Vec::new(),
            index: Default::default(),
            params: Vec::new(),
            cellvars: Vec::new(),
            freevars: Vec::new(),
            nested: false,
            generator: false,
            returns_value: false,
            varargs: false,
            varkeywords: false,
            unoptimized_line: 0,
            free: false,
            child_free: false,
        }
    }

    /// The flags of `name`, none yet if it is new.
    pub(super) fn flags_mut(&mut self, name: Name) -> &mut F {
        let next = self.symbols.len() as u32;
        let at = *self.index.entry(name).or_insert(next);
        if at == next {
            self.symbols.push(super::Symbol { name, flags: F(0) });
        }
        &mut self.symbols[at as usize].flags
    }
}

impl Collector<'_, '_> {
    fn scope(&mut self) -> &mut Scope {
        &mut self.scopes[self.current.0 as usize]
    }

    /// Walks what is inside a new scope.
    fn enter(
        &mut self,
        id: ScopeId,
        kind: ScopeKind,
        name: Name,
        lineno: u32,
        inside: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<()> {
        let parent = self.current;
        let outer = self.scope();
        outer.children.push(id);
        let nested = outer.nested || outer.kind == ScopeKind::Function;
        self.current = id;
        let class = self.class;
        let scope = self.scope();
        *scope = Scope {
            kind,
            lineno,
            parent: Some(parent),
            class,
            nested,
            ..Scope::empty(name)
        };
        inside(self)?;
        self.current = parent;
        Ok(())
    }

    fn add(&mut self, name: Name, flag: u32) -> Result<()> {
        let mangled = mangle(self.names, self.class, name);
        let scope = self.scope();
        let flags = scope.flags_mut(mangled);
        let again = flags.has_any(F::PARAM);
        flags.0 |= flag;
        if flag == F::PARAM {
            if again {
                let (name, lineno) = (self.names.text(name), self.scope().lineno);
                let msg = format!("duplicate argument '{name}' in function definition");
                return Err(error(msg, self.filename, lineno));
            }
            scope.params.push(mangled);
        } else if flag == F::GLOBAL {
            self.scopes[0].flags_mut(mangled).0 |= flag;
        }
        Ok(())
    }

    /// A parameter that has no name in the source.
    fn add_implicit(&mut self, position: usize) -> Result<()> {
        let name = self.names.intern(&format!(".{position}"));
        self.add(name, F::PARAM)
    }

    fn warn(&mut self, msg: String, lineno: u32) {
        self.warnings.push(Warning {
            msg,
            lineno,
            is_syntax_error: true,
            category: Category::Syntax,
        });
    }

    /// Of what Python 3 does not have.
    fn warn_of_python3(&mut self, msg: &str, lineno: u32) {
        self.warnings.push(Warning {
            msg: msg.to_owned(),
            lineno,
            is_syntax_error: true,
            category: Category::SyntaxOfPython3,
        });
    }

    // ---- Statements ----

    fn stmts(&mut self, body: &[Stmt]) -> Result<()> {
        body.iter().try_for_each(|stmt| self.stmt(stmt))
    }

    fn stmt(&mut self, stmt: &Stmt) -> Result<()> {
        match stmt.kind {
            StmtKind::FunctionDef(f) => {
                self.add(f.name, F::LOCAL)?;
                self.exprs(f.args.defaults)?;
                self.exprs(f.decorator_list)?;
                self.enter(f.scope, ScopeKind::Function, f.name, stmt.lineno, |c| {
                    c.arguments(&f.args)?;
                    deep(|| c.stmts(f.body))
                })
            }
            StmtKind::ClassDef(class) => {
                self.add(class.name, F::LOCAL)?;
                self.exprs(class.bases)?;
                self.exprs(class.decorator_list)?;
                self.enter(
                    class.scope,
                    ScopeKind::Class,
                    class.name,
                    stmt.lineno,
                    |c| {
                        let outer = c.class.replace(class.name);
                        c.scope().class = c.class;
                        deep(|| c.stmts(class.body))?;
                        c.class = outer;
                        Ok(())
                    },
                )
            }
            StmtKind::Return { value } => {
                let Some(value) = value else { return Ok(()) };
                self.expr(value)?;
                self.scope().returns_value = true;
                self.check_generator(stmt.lineno)
            }
            StmtKind::Delete { targets } => self.exprs(targets),
            StmtKind::Assign { targets, value } => {
                self.exprs(targets)?;
                self.expr(value)
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
                self.expr(f.target)?;
                self.expr(f.iter)?;
                self.suites([f.body, f.orelse])
            }
            StmtKind::While(w) => {
                self.expr(w.test)?;
                self.suites([w.body, w.orelse])
            }
            StmtKind::If(i) => {
                self.expr(i.test)?;
                self.suites([i.body, i.orelse])
            }
            StmtKind::With(w) => {
                self.expr(w.context_expr)?;
                self.maybe(w.optional_vars)?;
                self.suites([w.body])
            }
            StmtKind::Raise { type_, inst, tback } => [type_, inst, tback]
                .into_iter()
                .try_for_each(|e| self.maybe(e)),
            StmtKind::TryExcept(t) => {
                self.suites([t.body, t.orelse])?;
                t.handlers.iter().try_for_each(|h| {
                    self.maybe(h.type_)?;
                    self.maybe(h.name)?;
                    self.suites([h.body])
                })
            }
            StmtKind::TryFinally(t) => self.suites([t.body, t.finalbody]),
            StmtKind::Assert { test, msg } => {
                self.expr(test)?;
                self.maybe(msg)
            }
            StmtKind::Import { names } => self.imports(names, stmt.lineno),
            StmtKind::ImportFrom(i) => self.imports(i.names, stmt.lineno),
            StmtKind::Exec {
                body,
                globals,
                locals,
            } => {
                self.expr(body)?;
                let kind = match globals {
                    Some(_) => Unoptimized::EXEC,
                    None => Unoptimized::BARE_EXEC,
                };
                let scope = self.scope();
                scope.unoptimized.0 |= kind;
                scope.mark_unoptimized(stmt.lineno);
                self.maybe(globals)?;
                self.maybe(locals)
            }
            StmtKind::Global { names } => self.global(names, stmt.lineno),
            StmtKind::Expr { value } => self.expr(value),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => Ok(()),
        }
    }

    /// The blocks of a compound statement. An `elif` is a statement in an `orelse`, so
    /// long chains of them nest deeply.
    fn suites<const N: usize>(&mut self, suites: [&[Stmt]; N]) -> Result<()> {
        suites
            .into_iter()
            .try_for_each(|body| deep(|| self.stmts(body)))
    }

    fn check_generator(&mut self, lineno: u32) -> Result<()> {
        let scope = self.scope();
        if scope.generator && scope.returns_value {
            let msg = "'return' with argument inside generator".to_owned();
            return Err(error(msg, self.filename, lineno));
        }
        Ok(())
    }

    fn global(&mut self, names: &[Name], lineno: u32) -> Result<()> {
        for &name in names {
            // CPython looks the name up as it is written in the statement.
            let mangled = mangle(self.names, self.class, name);
            let before = self.scope().symbol(mangled).map_or(F(0), |s| s.flags);
            let text = self.names.text(name);
            if before.has_any(F::LOCAL) {
                self.warn(
                    format!("name '{text}' is assigned to before global declaration"),
                    lineno,
                );
            } else if before.has_any(F::USE) {
                self.warn(
                    format!("name '{text}' is used prior to global declaration"),
                    lineno,
                );
            }
            self.add(name, F::GLOBAL)?;
        }
        Ok(())
    }

    fn imports(&mut self, aliases: &[Alias], lineno: u32) -> Result<()> {
        for alias in aliases {
            self.import(alias)?;
        }
        let scope = self.scope();
        if scope.unoptimized() {
            scope.mark_unoptimized(lineno);
        }
        Ok(())
    }

    /// `import a.b` binds `a`.
    fn import(&mut self, alias: &Alias) -> Result<()> {
        let name = alias.asname.unwrap_or(alias.name);
        let text = self.names.text(name);
        if text == "*" {
            let scope = self.scope();
            scope.unoptimized.0 |= Unoptimized::IMPORT_STAR;
            if scope.kind != ScopeKind::Module {
                let lineno = scope.lineno;
                self.warn("import * only allowed at module level".to_owned(), lineno);
            }
            return Ok(());
        }
        let name = match text.split_once('.') {
            Some((first, _)) => self.names.intern(first),
            None => name,
        };
        self.add(name, F::IMPORT)
    }

    // ---- Functions ----

    fn arguments(&mut self, args: &Arguments) -> Result<()> {
        for (i, arg) in args.args.iter().enumerate() {
            match arg.kind {
                ExprKind::Name { id, .. } => self.add(id, F::PARAM)?,
                _ => {
                    self.warn_of_python3(
                        "tuple parameter unpacking has been removed in 3.x",
                        arg.lineno,
                    );
                    self.add_implicit(i)?;
                }
            }
        }
        if let Some(name) = args.vararg {
            self.add(name, F::PARAM)?;
            self.scope().varargs = true;
        }
        if let Some(name) = args.kwarg {
            self.add(name, F::PARAM)?;
            self.scope().varkeywords = true;
        }
        self.nested_params(args.args)
    }

    /// The names in parameters that are tuples: those of one level first.
    fn nested_params(&mut self, params: &[Expr]) -> Result<()> {
        for param in params {
            let ExprKind::Tuple { elts, .. } = param.kind else {
                continue;
            };
            for elt in elts {
                if let ExprKind::Name { id, .. } = elt.kind {
                    self.add(id, F::PARAM)?;
                }
            }
            self.nested_params(elts)?;
        }
        Ok(())
    }

    /// A comprehension that is a function. Its first iterable belongs to the scope
    /// around it and arrives as a parameter.
    fn comprehension(
        &mut self,
        (id, name): (ScopeId, Name),
        generators: &[Comprehension],
        elements: &[&Expr],
    ) -> Result<()> {
        let [first, rest @ ..] = generators else {
            return Ok(());
        };
        self.expr(first.iter)?;
        self.enter(id, ScopeKind::Function, name, 0, |c| {
            c.add_implicit(0)?;
            if name == c.genexpr {
                c.scope().generator = true;
            } else {
                // CPython keeps a name for the result, though it has no use for it.
                let result = c.names.intern("_[1]");
                c.add(result, F::LOCAL)?;
            }
            c.expr(first.target)?;
            c.exprs(first.ifs)?;
            c.clauses(rest)?;
            elements.iter().try_for_each(|e| c.expr(e))
        })
    }

    fn clauses(&mut self, generators: &[Comprehension]) -> Result<()> {
        generators.iter().try_for_each(|g| {
            self.expr(g.target)?;
            self.expr(g.iter)?;
            self.exprs(g.ifs)
        })
    }

    // ---- Expressions ----

    fn exprs(&mut self, exprs: &[Expr]) -> Result<()> {
        exprs.iter().try_for_each(|e| self.expr(e))
    }

    fn maybe(&mut self, expr: Option<&Expr>) -> Result<()> {
        expr.map_or(Ok(()), |e| self.expr(e))
    }

    fn expr(&mut self, expr: &Expr) -> Result<()> {
        match expr.kind {
            ExprKind::Name { id, ctx } => {
                let flag = if ctx == ExprContext::Load {
                    F::USE
                } else {
                    F::LOCAL
                };
                self.add(id, flag)
            }
            ExprKind::Num { .. } | ExprKind::Str { .. } | ExprKind::Unicode { .. } => Ok(()),
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
                self.enter(
                    l.scope,
                    ScopeKind::Function,
                    self.lambda,
                    expr.lineno,
                    |c| {
                        c.arguments(&l.args)?;
                        c.expr(l.body)
                    },
                )
            }
            ExprKind::IfExp(i) => [i.test, i.body, i.orelse]
                .into_iter()
                .try_for_each(|e| self.expr(e)),
            ExprKind::Dict(d) => {
                self.exprs(d.keys)?;
                self.exprs(d.values)
            }
            ExprKind::Set { elts } | ExprKind::List { elts, .. } | ExprKind::Tuple { elts, .. } => {
                self.exprs(elts)
            }
            ExprKind::ListComp(c) => {
                self.expr(c.elt)?;
                self.clauses(c.generators)
            }
            ExprKind::SetComp(c) => {
                self.comprehension((c.scope, self.setcomp), c.generators, &[c.elt])
            }
            ExprKind::DictComp(c) => {
                self.comprehension((c.scope, self.dictcomp), c.generators, &[c.value, c.key])
            }
            ExprKind::GeneratorExp(c) => {
                self.comprehension((c.scope, self.genexpr), c.generators, &[c.elt])
            }
            ExprKind::Yield { value } => {
                self.maybe(value)?;
                self.scope().generator = true;
                self.check_generator(expr.lineno)
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
            ExprKind::Repr { value } => {
                self.warn_of_python3("backquote not supported in 3.x; use repr()", expr.lineno);
                self.expr(value)
            }
            ExprKind::Attribute { value, .. } => self.expr(value),
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
}

impl Scope {
    /// The first such line is the one that errors name.
    fn mark_unoptimized(&mut self, lineno: u32) {
        if self.unoptimized_line == 0 {
            self.unoptimized_line = lineno;
        }
    }
}
