//! Where a name lives: in a register, a cell, the globals or the locals mapping.

use std::borrow::Cow;

use syntax::symtable::{Binding, ScopeKind};
use syntax::{ErrorKind, Name, SyntaxError};

use super::builder::{CELLS, Reg};
use super::{Lowering, Res};
use crate::normal::node::Operand;
use crate::normal::op::Op;

/// Where a variable is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Var {
    Local(Reg),
    Cell(Reg),
    /// Index of the name, looked up in the globals.
    Global(u32),
    /// Index of the name, looked up in the locals mapping first.
    Mapped(u32),
}

impl<'a> Lowering<'_, 'a> {
    /// `name` as programs see it: private names of a class get the class's name.
    pub(super) fn mangled(&self, name: &'a str) -> Cow<'a, str> {
        match self.class.map(|c| c.trim_start_matches('_')) {
            Some(class)
                if !class.is_empty()
                    && name.starts_with("__")
                    && !name.ends_with("__")
                    && !name.contains('.') =>
            {
                format!("_{class}{name}").into()
            }
            _ => name.into(),
        }
    }

    /// Index of an attribute's or import's name, mangled.
    pub(super) fn mangled_name(&mut self, name: Name) -> u32 {
        let mangled = self.mangled(self.text(name));
        self.b.name(&mangled)
    }

    /// Where `name` lives. Locals are numbered in the order in which this is first asked, so
    /// ask when CPython's compiler would.
    pub(super) fn variable(&mut self, name: Name) -> Var {
        let name = self.mangled_id(name);
        match self.scope.lookup(name) {
            Some(Binding::Cell | Binding::Free) => match self.cell(name) {
                Some(r) => return Var::Cell(r),
                None => debug_assert!(false, "{} has no cell", self.text(name)),
            },
            Some(Binding::Local) if self.in_function() => {
                let next = self.varnames.len() as Reg;
                let r = *self.local_index.entry(name).or_insert(next);
                if r == next {
                    self.varnames.push(self.unit.names.text(name).into());
                }
                return Var::Local(r);
            }
            Some(Binding::GlobalImplicit) if self.in_function() && !self.scope.unoptimized() => {
                return Var::Global(self.b.name(self.unit.names.text(name)));
            }
            Some(Binding::GlobalExplicit) => {
                return Var::Global(self.b.name(self.unit.names.text(name)));
            }
            _ => {}
        }
        Var::Mapped(self.b.name(self.unit.names.text(name)))
    }

    /// The same for a name that need not be in the source.
    pub(super) fn variable_text(&mut self, text: &str) -> Var {
        match self.unit.names.find(text) {
            Some(name) => self.variable(name),
            None => Var::Mapped(self.b.name(text)),
        }
    }

    /// Registers a parameter. One that is a cell variable has a register too: its value
    /// arrives there.
    pub(super) fn new_param(&mut self, name: Name) {
        let name = self.mangled_id(name);
        self.local_index.insert(name, self.varnames.len() as Reg);
        self.varnames.push(self.unit.names.text(name).into());
    }

    /// The same for a name inside a parameter that is a tuple: nothing arrives in its register, so that
    /// one that is a cell variable begins as an empty cell.
    pub(super) fn nested_param(&mut self, name: Name) {
        let name = self.mangled_id(name);
        if self.scope.lookup(name) == Some(Binding::Local) {
            self.local_index.insert(name, self.varnames.len() as Reg);
        }
        self.varnames.push(self.unit.names.text(name).into());
    }

    /// The name under which the symbol tables know `name`.
    fn mangled_id(&self, name: Name) -> Name {
        match self.mangled(self.text(name)) {
            Cow::Borrowed(_) => name,
            Cow::Owned(text) => self.unit.names.find(&text).unwrap_or(name),
        }
    }

    /// The register in which a parameter arrives.
    pub(super) fn param(&self, name: Name) -> Option<Reg> {
        self.local_index.get(&name).copied()
    }

    /// The register of a local that has been met before.
    pub(super) fn known_local(&self, name: Name) -> Option<Reg> {
        let name = self.mangled_id(name);
        match self.scope.lookup(name) {
            Some(Binding::Local) => self.local_index.get(&name).copied(),
            _ => None,
        }
    }

    /// The register of the cell of `name`, mangled.
    pub(super) fn cell(&self, name: Name) -> Option<Reg> {
        let cells = self.cellvars();
        let index = |list: &[Name]| list.iter().position(|n| *n == name);
        let i = index(cells).or_else(|| index(self.freevars()).map(|i| i + cells.len()))?;
        Some(CELLS + i as Reg)
    }

    pub(super) fn cellvars(&self) -> &'a [Name] {
        self.scope.cellvars()
    }

    pub(super) fn freevars(&self) -> &'a [Name] {
        self.scope.freevars()
    }

    pub(super) fn in_function(&self) -> bool {
        self.scope.kind == ScopeKind::Function
    }

    pub(super) fn in_module(&self) -> bool {
        self.scope.kind == ScopeKind::Module
    }

    /// The register of `name` if it is a local.
    pub(super) fn local(&mut self, name: Name) -> Option<Reg> {
        match self.variable(name) {
            Var::Local(r) => Some(r),
            _ => None,
        }
    }

    pub(super) fn load(&mut self, name: Name, want: Option<Reg>) -> Operand {
        let var = self.variable(name);
        self.load_var(var, want)
    }

    pub(super) fn load_var(&mut self, var: Var, want: Option<Reg>) -> Operand {
        let (op, a) = match var {
            Var::Local(r) => {
                self.b.emit(Op::CheckLocal, 0, r, 0, 0);
                return Operand::reg(r);
            }
            Var::Cell(r) => (Op::LoadCell, r),
            Var::Global(n) => (Op::LoadGlobal, n),
            Var::Mapped(n) => (Op::LoadName, n),
        };
        let dst = self.result(want);
        self.b.emit(op, dst, a, 0, 0);
        Operand::reg(dst)
    }

    pub(super) fn store_var(&mut self, var: Var, value: Operand) {
        match var {
            Var::Local(r) => self.b.copy(r, value),
            Var::Cell(r) => self.b.emit(Op::StoreCell, 0, r, value.0, 0),
            Var::Global(n) => self.b.emit(Op::StoreGlobal, 0, n, value.0, 0),
            Var::Mapped(n) => self.b.emit(Op::StoreName, 0, n, value.0, 0),
        }
    }

    pub(super) fn store(&mut self, name: Name, value: Operand) {
        let known = self.local_index.contains_key(&self.mangled_id(name));
        let var = self.variable(name);
        // Bound before, it lets go of something: programs say so by None.
        match var {
            Var::Local(r) if known && self.b.is_none(value) => {
                self.clear_temporaries();
                self.let_go(r, |l| l.b.copy(r, value));
            }
            _ => self.store_var(var, value),
        }
    }

    /// Stores to a name that need not be in the source.
    pub(super) fn store_text(&mut self, text: &str, value: Operand) {
        let var = self.variable_text(text);
        self.store_var(var, value);
    }

    /// Stores what the last node computed and nothing else reads, by having it write a local
    /// itself; returns an operand for the value.
    pub(super) fn store_last(&mut self, name: Name, value: Operand) -> Operand {
        if self.b.is_none(value) {
            self.store(name, value);
            return value;
        }
        let var = self.variable(name);
        if let Var::Local(r) = var {
            if !self.b.redirect(value, r) {
                self.b.copy(r, value);
            }
            return Operand::reg(r);
        }
        self.store_var(var, value);
        value
    }

    /// What expressions have left in temporary registers lives no longer than names do.
    fn clear_temporaries(&mut self) {
        let mark = self.b.mark();
        let used = self.b.max_temps.saturating_sub(mark);
        if let Ok(n @ 1..) = u16::try_from(used) {
            let first = self.b.alloc(used);
            self.b.emit_n(Op::Clear, n, first, 0, 0, 0);
            self.b.release(mark);
        }
    }

    /// Has a local let go of what it is bound to, which may die.
    fn let_go(&mut self, local: Reg, unbind: impl FnOnce(&mut Self)) {
        let mark = self.b.mark();
        let waited_for = self.b.alloc(1);
        self.b.emit(Op::IsWaitedFor, waited_for, local, 0, 0);
        unbind(self);
        self.b.emit(Op::Settle, 0, waited_for, 0, 0);
        self.b.release(mark);
    }

    pub(super) fn delete(&mut self, name: Name) -> Res {
        self.clear_temporaries();
        match self.variable(name) {
            Var::Local(r) => {
                self.b.emit(Op::CheckLocal, 0, r, 0, 0);
                self.let_go(r, |l| l.b.emit(Op::DeleteLocal, r, 0, 0, 0));
            }
            Var::Cell(_) => {
                let name = self.mangled(self.text(name));
                return Err(Box::new(SyntaxError::new(
                    ErrorKind::Syntax,
                    format!("can not delete variable '{name}' referenced in nested scope"),
                    &self.unit.filename,
                    None,
                )));
            }
            Var::Global(n) => self.b.emit(Op::DeleteGlobal, 0, n, 0, 0),
            Var::Mapped(n) => self.b.emit(Op::DeleteName, 0, n, 0, 0),
        }
        Ok(())
    }

    /// The register for a result: the one wanted, or a new temporary.
    pub(super) fn result(&mut self, want: Option<Reg>) -> Reg {
        want.unwrap_or_else(|| self.b.alloc(1))
    }
}
