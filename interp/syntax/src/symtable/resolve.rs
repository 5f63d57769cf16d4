//! Where names live.
//!
//! A name that a scope does not bind belongs to the nearest enclosing function that binds
//! it, unless a function between the two declares it global; classes between do not count.
//! Scopes are resolved from the outside in; which locals are shared with inner functions
//! is known on the way back.

use super::{Binding, Scope, ScopeKind, SymbolFlags as F, SymbolTable, Unoptimized, error};
use crate::ast::ScopeId;
use crate::deep;
use crate::error::Result;
use crate::names::{Name, Names};

pub fn resolve(table: &mut SymbolTable, names: &Names, filename: &str) -> Result<()> {
    let mut resolver = Resolver {
        scopes: &mut table.scopes,
        names,
        filename,
    };
    resolver.scope(ScopeId::ROOT).map(drop)
}

struct Resolver<'r, 'a> {
    scopes: &'r mut [Scope],
    names: &'r Names<'a>,
    filename: &'r str,
}

/// What a name that a scope does not bind finds around it.
enum Found {
    /// A function that binds it.
    Bound,
    /// A `global` declaration.
    Global,
    Nothing,
}

impl Resolver<'_, '_> {
    fn at(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.scopes[id.0 as usize]
    }

    /// Resolves a scope and those inside it; returns the names that are free in it or
    /// in them and that it does not provide.
    fn scope(&mut self, id: ScopeId) -> Result<Vec<Name>> {
        let mut free = self.own_names(id)?;
        let is_function = self.at(id).kind == ScopeKind::Function;
        let mut inner: Vec<Name> = Vec::new();
        for i in 0..self.at(id).children.len() {
            let child = self.at(id).children[i];
            for name in deep(|| self.scope(child))? {
                if !inner.contains(&name) {
                    inner.push(name);
                }
            }
            let child = self.at(child);
            let has_free = child.free || child.child_free;
            self.at(id).child_free |= has_free;
        }
        if is_function {
            let scope = self.at(id);
            inner.retain(|&name| {
                let is_local = scope.lookup(name) == Some(Binding::Local);
                if is_local {
                    scope.flags_mut(name).bind(Binding::Cell);
                }
                !is_local
            });
        }
        self.pass_on(id, &inner);
        self.check_unoptimized(id)?;
        for name in inner {
            if !free.contains(&name) {
                free.push(name);
            }
        }
        Ok(free)
    }

    /// Decides on each name of a scope; returns those that are free.
    fn own_names(&mut self, id: ScopeId) -> Result<Vec<Name>> {
        let mut free = Vec::new();
        for i in 0..self.at(id).symbols.len() {
            let symbol = self.at(id).symbols[i];
            let binding = if symbol.flags.has_any(F::GLOBAL) {
                if symbol.flags.has_any(F::PARAM) {
                    let name = self.names.text(symbol.name);
                    let msg = format!("name '{name}' is local and global");
                    return Err(error(msg, self.filename, self.at(id).lineno));
                }
                Binding::GlobalExplicit
            } else if symbol.flags.has_any(F::BOUND) {
                Binding::Local
            } else {
                match self.look_around(id, symbol.name) {
                    Found::Bound => {
                        free.push(symbol.name);
                        self.at(id).free = true;
                        Binding::Free
                    }
                    Found::Global => Binding::GlobalImplicit,
                    Found::Nothing => {
                        // Might be free, if someone around executes code that binds it.
                        let scope = self.at(id);
                        scope.free |= scope.nested;
                        Binding::GlobalImplicit
                    }
                }
            };
            self.at(id).symbols[i].flags.bind(binding);
        }
        Ok(free)
    }

    fn look_around(&self, id: ScopeId, name: Name) -> Found {
        let mut around = self.scopes[id.0 as usize].parent;
        while let Some(id) = around {
            let scope = &self.scopes[id.0 as usize];
            around = scope.parent;
            if scope.kind == ScopeKind::Class {
                continue;
            }
            if let Some(symbol) = scope.symbol(name) {
                if symbol.flags.has_any(F::GLOBAL) {
                    return Found::Global;
                }
                if symbol.flags.has_any(F::BOUND) && scope.kind == ScopeKind::Function {
                    return Found::Bound;
                }
            }
        }
        Found::Nothing
    }

    /// Notes the names that inner scopes take from outer ones through this one.
    fn pass_on(&mut self, id: ScopeId, inner: &[Name]) {
        let scope = self.at(id);
        for &name in inner {
            match scope.symbol(name) {
                None => scope.flags_mut(name).bind(Binding::Free),
                Some(symbol)
                    if scope.kind == ScopeKind::Class
                        && symbol.flags.has_any(F::BOUND | F::GLOBAL) =>
                {
                    scope.flags_mut(name).0 |= F::FREE_CLASS;
                }
                Some(_) => {}
            }
        }
        let names = self.names;
        let scope = self.at(id);
        // Programs see the order of cells in `co_cellvars` and `func_closure`: that of the alphabet.
        let mut order: Vec<_> = scope.symbols.iter().collect();
        order.sort_by_key(|s| names.text(s.name));
        let symbols = || order.iter();
        scope.cellvars = symbols()
            .filter(|s| s.flags.binding() == Some(Binding::Cell))
            .map(|s| s.name)
            .collect();
        scope.freevars = symbols()
            .filter(|s| s.flags.binding() == Some(Binding::Free) || s.flags.has_any(F::FREE_CLASS))
            .map(|s| s.name)
            .collect();
    }

    /// With names from around, `exec` and `import *` could not be made to work.
    fn check_unoptimized(&mut self, id: ScopeId) -> Result<()> {
        let names = self.names;
        let filename = self.filename;
        let scope = self.at(id);
        let kinds = scope.unoptimized.0;
        if scope.kind != ScopeKind::Function
            || matches!(kinds, 0 | Unoptimized::EXEC)
            || !(scope.free || scope.child_free)
        {
            return Ok(());
        }
        let name = names.text(scope.name);
        let why = if scope.child_free {
            "contains a nested function with free variables"
        } else {
            "is a nested function"
        };
        let msg = match kinds {
            Unoptimized::IMPORT_STAR => {
                format!("import * is not allowed in function '{name}' because it {why}")
            }
            Unoptimized::BARE_EXEC => {
                format!("unqualified exec is not allowed in function '{name}' because it {why}")
            }
            _ => format!(
                "function '{name}' uses import * and bare exec, which are illegal because it {why}"
            ),
        };
        Err(error(msg, filename, scope.unoptimized_line))
    }
}
