//! Functions, lambdas, classes, and comprehensions that are functions.

use syntax::ast::{Arguments, ClassDef, Expr, ExprKind, FunctionDef, Lambda, ScopeId};

use super::builder::{CELLS, Reg};
use super::display::Element;
use super::stmt::docstring;
use super::{Lowering, Res};
use crate::normal::code::NodeCode;
use crate::normal::node::Operand;
use crate::normal::op::Op;

impl<'a> Lowering<'_, 'a> {
    /// Lowers a nested scope: `body` in a new code unit.
    fn nested(
        &mut self,
        scope: ScopeId,
        class: Option<&'a str>,
        name: &str,
        lineno: u32,
        params: impl FnOnce(&mut Lowering<'_, 'a>) -> u32,
        body: impl FnOnce(&mut Lowering<'_, 'a>) -> Res,
    ) -> Res<NodeCode> {
        let mut inner = Lowering::new(self.unit, scope, class);
        let argcount = params(&mut inner);
        inner.make_cells();
        body(&mut inner)?;
        inner.return_none();
        inner.finish(name, lineno, argcount)
    }

    /// Cells for the variables that nested scopes share, and those that come from outside.
    fn make_cells(&mut self) {
        let (cells, frees) = (self.cellvars(), self.freevars());
        for (name, r) in cells.iter().zip(CELLS..) {
            let param = self.param(*name).map_or(Operand::ABSENT, Operand::reg);
            self.b.emit(Op::MakeCell, r, param.0, 0, 0);
        }
        for i in 0..frees.len() as u32 {
            self.b
                .emit(Op::FreeCell, CELLS + cells.len() as u32 + i, i, 0, 0);
        }
    }

    /// Gives the parameters their registers; returns how many are positional.
    fn params(&mut self, args: &Arguments<'a>) -> u32 {
        for (i, arg) in args.args.iter().enumerate() {
            match arg.kind {
                ExprKind::Name { id, .. } => self.new_param(id),
                _ => self.varnames.push(format!(".{i}").into()),
            }
        }
        args.vararg
            .into_iter()
            .chain(args.kwarg)
            .for_each(|name| self.new_param(name));
        self.nested_params(args.args);
        args.args.len() as u32
    }

    /// The names inside parameters that are tuples are variables from the beginning, those of one level first.
    fn nested_params(&mut self, params: &[Expr<'a>]) {
        for param in params {
            let ExprKind::Tuple { elts, .. } = param.kind else {
                continue;
            };
            for elt in elts {
                if let ExprKind::Name { id, .. } = elt.kind {
                    self.nested_param(id);
                }
            }
            self.nested_params(elts);
        }
    }

    /// Unpacks the parameters that are tuples.
    fn unpack_params(&mut self, args: &Arguments<'a>) -> Res {
        for (i, arg) in args.args.iter().enumerate() {
            if !matches!(arg.kind, ExprKind::Name { .. }) {
                self.assign(arg, Operand::reg(i as Reg))?;
            }
        }
        Ok(())
    }

    pub(super) fn function_def(&mut self, f: &FunctionDef<'a>, lineno: u32) -> Res {
        let decorators = self.decorators(f.decorator_list)?;
        let mark = self.b.mark();
        let defaults = self.defaults(&f.args)?;
        let doc = docstring(f.body);
        let name = self.text(f.name);
        let code = self.nested(
            f.scope,
            self.class,
            name,
            lineno,
            |l| l.params(&f.args),
            |inner| {
                if let Some(doc) = doc.filter(|_| inner.unit.options.optimize < 2)
                    && let Some(c) = inner.literal(doc)
                {
                    inner.docstring = Some(inner.b.constant(c).index());
                } else {
                    // The first constant is the docstring.
                    inner.b.none();
                }
                inner.unpack_params(&f.args)?;
                inner.stmts(&f.body[usize::from(doc.is_some())..])
            },
        )?;
        let function = self.make_function(f.scope, code, defaults, mark, None)?;
        self.decorate(&decorators, function);
        self.store_last(f.name, function);
        Ok(())
    }

    fn decorators(&mut self, list: &[Expr<'a>]) -> Res<Vec<Operand>> {
        list.iter()
            .map(|d| {
                let slot = self.b.alloc(1);
                self.expr_to(d, slot)?;
                Ok(Operand::reg(slot))
            })
            .collect()
    }

    /// Calls the decorators, last first, on `value`, a temporary.
    fn decorate(&mut self, decorators: &[Operand], value: Operand) {
        for d in decorators.iter().rev() {
            self.call_one(value.0, *d, value);
        }
    }

    pub(super) fn lambda(
        &mut self,
        f: &Lambda<'a>,
        lineno: u32,
        want: Option<Reg>,
    ) -> Res<Operand> {
        let mark = self.b.mark();
        let defaults = self.defaults(&f.args)?;
        let code = self.nested(
            f.scope,
            self.class,
            "<lambda>",
            lineno,
            |l| l.params(&f.args),
            |inner| {
                // The first constant is the docstring, which there is none of.
                inner.b.none();
                inner.unpack_params(&f.args)?;
                let value = inner.expr(f.body, None)?;
                if !inner.scope.generator() {
                    inner.b.emit(Op::Return, 0, value.0, 0, 0);
                }
                Ok(())
            },
        )?;
        self.make_function(f.scope, code, defaults, mark, want)
    }

    /// The default values, and how many there are.
    fn defaults(&mut self, args: &Arguments<'a>) -> Res<(Operand, usize)> {
        let values: Vec<_> = args.defaults.iter().collect();
        Ok((self.range(&values)?, values.len()))
    }

    /// Emits the node that makes a function of `code`, and its closure. The temporaries since
    /// `mark`, those of the defaults, are given back.
    fn make_function(
        &mut self,
        scope: ScopeId,
        code: NodeCode,
        (defaults, n): (Operand, usize),
        mark: u32,
        want: Option<Reg>,
    ) -> Res<Operand> {
        let n = self.count(n)?;
        let closure = self.closure(scope)?;
        let code = self.const_code(code);
        self.b.release(mark);
        let dst = self.result(want);
        self.b
            .emit_n(Op::MakeFunction, n, dst, code.0, defaults.0, closure.0);
        Ok(Operand::reg(dst))
    }

    /// The tuple of cells that the code of `scope` takes from here; absent if none.
    fn closure(&mut self, scope: ScopeId) -> Res<Operand> {
        let wanted = self.unit.symbols.scope(scope).freevars();
        if wanted.is_empty() {
            return Ok(Operand::ABSENT);
        }
        let mut cells = Vec::with_capacity(wanted.len());
        for name in wanted {
            match self.cell(*name) {
                Some(r) => cells.push(r),
                None => return self.error("a free variable has no cell"),
            }
        }
        let n = self.count(cells.len())?;
        let mut first = cells[0];
        if !cells.iter().copied().eq(first..first + cells.len() as u32) {
            first = self.b.alloc(cells.len() as u32);
            for (slot, r) in (first..).zip(cells) {
                self.b.copy(slot, Operand::reg(r));
            }
        }
        let tuple = self.b.alloc(1);
        self.b.emit_n(Op::BuildTuple, n, tuple, first, 0, 0);
        Ok(Operand::reg(tuple))
    }

    pub(super) fn class_def(&mut self, c: &ClassDef<'a>, lineno: u32) -> Res {
        let decorators = self.decorators(c.decorator_list)?;
        let name = self.text(c.name);
        let name_value = self.b.str(name);
        let bases = match c.bases {
            [] => None,
            bases => Some(self.tuple_value(bases)?),
        };
        let code = self.nested(
            c.scope,
            Some(name),
            name,
            lineno,
            |_| 0,
            |inner| {
                let module = inner.variable_text("__name__");
                let module = inner.load_var(module, None);
                inner.store_text("__module__", module);
                inner.documented_body(c.body)?;
                let locals = inner.b.alloc(1);
                inner.b.emit(Op::LoadLocals, locals, 0, 0, 0);
                inner.b.emit(Op::Return, 0, locals, 0, 0);
                Ok(())
            },
        )?;
        let mark = self.b.mark();
        let value = self.make_function(c.scope, code, (Operand(0), 0), mark, None)?;
        self.b
            .emit(Op::Call, value.0, value.0, 0, Operand::ABSENT.0);
        let bases = match bases {
            Some(bases) => bases,
            None => self.tuple_value(&[])?,
        };
        self.b
            .emit(Op::BuildClass, value.0, name_value.0, bases.0, value.0);
        self.decorate(&decorators, value);
        self.store_last(c.name, value);
        Ok(())
    }

    /// The tuple of `elts`.
    fn tuple_value(&mut self, elts: &[Expr<'a>]) -> Res<Operand> {
        match self.literals(elts) {
            Some(items) => Ok(self.b.constant(crate::normal::Const::Tuple(items))),
            None => self.tuple(elts, None),
        }
    }

    /// A set or dict comprehension or generator expression: a function of one argument,
    /// `.0`, the iterator of the outermost loop, called at once.
    pub(super) fn comprehension_function(
        &mut self,
        e: &Expr<'a>,
        want: Option<Reg>,
    ) -> Res<Operand> {
        let (name, scope, generators) = match &e.kind {
            ExprKind::SetComp(c) => ("<setcomp>", c.scope, c.generators),
            ExprKind::DictComp(c) => ("<dictcomp>", c.scope, c.generators),
            ExprKind::GeneratorExp(c) => ("<genexpr>", c.scope, c.generators),
            _ => return self.error("not a comprehension"),
        };
        let Some(outermost) = generators.first() else {
            return self.error("comprehension without generators");
        };
        let params = |inner: &mut Lowering<'_, 'a>| {
            inner.varnames.push(".0".into());
            1
        };
        let code = self.nested(scope, self.class, name, e.lineno, params, |inner| {
            let result = inner.b.alloc(1);
            let (build, element) = match &e.kind {
                ExprKind::SetComp(c) => (Some(Op::BuildSet), Element::Add(result, c.elt)),
                ExprKind::DictComp(c) => {
                    (Some(Op::BuildDict), Element::Store(result, c.key, c.value))
                }
                ExprKind::GeneratorExp(c) => (None, Element::Yield(c.elt)),
                _ => return Ok(()),
            };
            if let Some(op) = build {
                inner.b.emit(op, result, 0, 0, 0);
            }
            inner.comprehension(generators, Some(Operand::reg(0)), element)?;
            if build.is_some() {
                inner.b.emit(Op::Return, 0, result, 0, 0);
            }
            Ok(())
        })?;
        let mark = self.b.mark();
        let function = self.make_function(scope, code, (Operand(0), 0), mark, None)?;
        let iterable = self.iterated(outermost.iter)?;
        let iter = self.b.alloc(1);
        self.b.emit(Op::GetIter, iter, iterable.0, 0, 0);
        self.b.release(mark);
        let dst = self.result(want);
        self.call_one(dst, function, Operand::reg(iter));
        Ok(Operand::reg(dst))
    }
}
