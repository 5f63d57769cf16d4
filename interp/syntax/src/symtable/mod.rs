//! Symbol tables: for each scope, what each name in it is.
//!
//! Two passes, after CPython's. [`collect`] walks the tree once and notes for every scope
//! how each name occurs in it: bound, used, parameter, imported, declared global.
//! [`resolve`] goes over the scopes and decides where each name lives: its own scope, a
//! cell shared with inner functions, an enclosing function, or the globals. Both report
//! the errors that CPython reports at these points, in its order.
//!
//! Names inside classes are private if they begin with two underscores; the tables have
//! them mangled, and [`mangle`] does the same for those who look them up.

mod collect;
mod dump;
mod resolve;

use crate::ast::ScopeId;
use crate::error::{ErrorKind, Result, SyntaxError};
use crate::future;
use crate::names::{Name, NameMap, Names};
use crate::{Parsed, Warning};

/// What kind of code a scope is. Lambdas and the comprehensions that have scopes are
/// functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeKind {
    Module,
    Class,
    Function,
}

/// Where a name lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binding {
    /// In its scope: a function's fast local, or an entry of a mapping.
    Local,
    /// In the globals, by a `global` statement.
    GlobalExplicit,
    /// In the globals, for want of a binding (in classes and modules: looked for in
    /// the locals first).
    GlobalImplicit,
    /// In an enclosing function.
    Free,
    /// In this function, shared with inner ones.
    Cell,
}

/// How a name occurs in a scope, and the binding; numbers as in CPython's `_symtable`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SymbolFlags(pub u32);

impl SymbolFlags {
    pub const GLOBAL: u32 = 1;
    pub const LOCAL: u32 = 2;
    pub const PARAM: u32 = 4;
    pub const USE: u32 = 8;
    /// Free in a method, while the class itself binds the same name.
    pub const FREE_CLASS: u32 = 32;
    pub const IMPORT: u32 = 64;
    pub const BOUND: u32 = Self::LOCAL | Self::PARAM | Self::IMPORT;
    /// From this bit up: the binding.
    pub const SCOPE_SHIFT: u32 = 11;

    pub fn has_any(self, flags: u32) -> bool {
        self.0 & flags != 0
    }

    pub fn binding(self) -> Option<Binding> {
        Some(match self.0 >> Self::SCOPE_SHIFT {
            1 => Binding::Local,
            2 => Binding::GlobalExplicit,
            3 => Binding::GlobalImplicit,
            4 => Binding::Free,
            5 => Binding::Cell,
            _ => return None,
        })
    }

    fn bind(&mut self, binding: Binding) {
        let number = match binding {
            Binding::Local => 1,
            Binding::GlobalExplicit => 2,
            Binding::GlobalImplicit => 3,
            Binding::Free => 4,
            Binding::Cell => 5,
        };
        self.0 = self.0 & ((1 << Self::SCOPE_SHIFT) - 1) | number << Self::SCOPE_SHIFT;
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Symbol {
    /// As mangled.
    pub name: Name,
    pub flags: SymbolFlags,
}

/// What keeps a scope's names from being known before it runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unoptimized(pub u32);

impl Unoptimized {
    pub const IMPORT_STAR: u32 = 1;
    pub const EXEC: u32 = 2;
    /// `exec` without `in`.
    pub const BARE_EXEC: u32 = 4;
    /// The unit itself.
    pub const TOP_LEVEL: u32 = 8;
}

#[derive(Debug)]
pub struct Scope {
    pub kind: ScopeKind,
    /// The function's or class's name; `lambda`, `genexpr`, `setcomp`, `dictcomp`; `top`.
    pub name: Name,
    /// Where it begins; 0 for the unit and for comprehensions.
    pub lineno: u32,
    pub parent: Option<ScopeId>,
    pub children: Vec<ScopeId>,
    /// The class whose name mangles private names here.
    pub class: Option<Name>,
    pub unoptimized: Unoptimized,
    symbols: Vec<Symbol>,
    index: NameMap<u32>,
    params: Vec<Name>,
    cellvars: Vec<Name>,
    freevars: Vec<Name>,
    nested: bool,
    generator: bool,
    returns_value: bool,
    varargs: bool,
    varkeywords: bool,
    /// Line of the import or `exec` that makes it unoptimized.
    unoptimized_line: u32,
    /// Whether it, or a scope inside, has names from enclosing functions (or might).
    free: bool,
    child_free: bool,
}

impl Scope {
    /// Where `name`, mangled, lives; `None` if it does not occur here.
    pub fn lookup(&self, name: Name) -> Option<Binding> {
        self.symbol(name)?.flags.binding()
    }

    pub fn symbol(&self, name: Name) -> Option<&Symbol> {
        Some(&self.symbols[*self.index.get(&name)? as usize])
    }

    /// All names that occur, in order of first occurrence.
    pub fn symbols(&self) -> &[Symbol] {
        &self.symbols
    }

    /// The parameters: positional ones (`.1` for a tuple in second place), then `*args`,
    /// `**kwargs`, then the names in tuples.
    pub fn params(&self) -> &[Name] {
        &self.params
    }

    /// The locals shared with inner functions.
    pub fn cellvars(&self) -> &[Name] {
        &self.cellvars
    }

    /// The names from enclosing functions, those that are only passed on included.
    pub fn freevars(&self) -> &[Name] {
        &self.freevars
    }

    /// Whether `exec` or `import *` may bind names that the tables do not have.
    pub fn unoptimized(&self) -> bool {
        self.unoptimized.0 != 0
    }

    /// Whether it is inside a function.
    pub fn nested(&self) -> bool {
        self.nested
    }

    pub fn generator(&self) -> bool {
        self.generator
    }

    pub fn varargs(&self) -> bool {
        self.varargs
    }

    pub fn varkeywords(&self) -> bool {
        self.varkeywords
    }
}

/// The scopes of a unit, by [`ScopeId`].
#[derive(Debug)]
pub struct SymbolTable {
    scopes: Vec<Scope>,
    /// `SyntaxWarning`s, in the order in which they arise.
    pub warnings: Vec<Warning>,
    /// Line of the last `from __future__ import` at the beginning; 0 if there is none.
    pub last_future: u32,
}

impl SymbolTable {
    pub fn scope(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0 as usize]
    }

    pub fn scopes(&self) -> &[Scope] {
        &self.scopes
    }
}

/// Builds the symbol tables of a unit. Also finds its future features, adds them to
/// `parsed.flags`, and complains of wrong ones.
pub fn build(parsed: &mut Parsed, filename: &str) -> Result<SymbolTable> {
    let last_future = future::find(parsed, filename)?;
    let (scopes, warnings) = collect::collect(parsed, filename)?;
    let mut table = SymbolTable {
        scopes,
        warnings,
        last_future,
    };
    match resolve::resolve(&mut table, &parsed.names, filename) {
        Ok(()) => Ok(table),
        Err(e) => Err(e.after(table.warnings)),
    }
}

/// `name` as it is known inside the class `class`.
pub fn mangle(names: &mut Names, class: Option<Name>, name: Name) -> Name {
    match class.and_then(|class| mangled(names, class, name)) {
        Some(text) => names.intern(&text),
        None => name,
    }
}

/// Where `name`, as written in the source of `scope`, lives there.
pub fn lookup_mangled(scope: &Scope, names: &Names, name: Name) -> Option<Binding> {
    let mangled = scope.class.and_then(|class| mangled(names, class, name));
    match mangled {
        Some(text) => scope.lookup(names.find(&text)?),
        None => scope.lookup(name),
    }
}

/// The text of `name` inside `class`, if that is another one.
fn mangled(names: &Names, class: Name, name: Name) -> Option<String> {
    let text = names.text(name);
    if !text.starts_with("__") || text.ends_with("__") || text.contains('.') {
        return None;
    }
    match names.text(class).trim_start_matches('_') {
        "" => None,
        class => Some(format!("_{class}{text}")),
    }
}

/// An error of these passes: CPython sets its place as attributes, not as arguments.
fn error(msg: String, filename: &str, lineno: u32) -> Box<SyntaxError> {
    Box::new(SyntaxError {
        in_args: false,
        ..SyntaxError::new(ErrorKind::Syntax, msg, filename, Some(lineno))
    })
}
