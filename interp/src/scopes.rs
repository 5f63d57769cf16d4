//! Symbol tables as Python sees them: the entries of the module `_symtable`.

use runtime::builtins::str as strings;
use runtime::error::PyResult;
use runtime::layouts::SymbolTable;
use runtime::modules::symtable::{Facts, new_entry};
use runtime::object::Ref;
use runtime::value::Value;
use syntax::ast::ScopeId;
use syntax::symtable::{self, ScopeKind};
use syntax::{Arena, Flags, Names};

use crate::compile::{mode_named, raise_syntax, warn};

/// The symbol table of a source text, with those inside.
///
/// # Errors
/// SyntaxError and its kind; RuntimeError when scopes nest too deep.
pub fn symbol_table(source: &[u8], filename: &[u8], mode: &str) -> PyResult {
    let filename = runtime::text::shown::shown(filename);
    let mode = mode_named(mode)?;
    let arena = Arena::new();
    let mut parsed =
        syntax::parse(&arena, source, &filename, mode, Flags(0)).map_err(|e| raise_syntax(&e))?;
    let table = symtable::build(&mut parsed, &filename).map_err(|e| raise_syntax(&e))?;
    warn(&table.warnings, &filename)?;
    entry(&table, &parsed.names, ScopeId::ROOT).map(Into::into)
}

fn entry(
    table: &symtable::SymbolTable,
    names: &Names<'_>,
    id: ScopeId,
) -> PyResult<Ref<SymbolTable>> {
    let _level = runtime::builtins::repr_guard::deeper("")?;
    let scope = table.scope(id);
    let facts = Facts {
        unoptimized: scope.unoptimized.0,
        nested: scope.nested(),
        kind: match scope.kind {
            ScopeKind::Function => 0,
            ScopeKind::Class => 1,
            ScopeKind::Module => 2,
        },
        lineno: scope.lineno,
    };
    let made = new_entry(names.text(scope.name), &facts)?;
    let text = |name| strings::intern(names.text(name).as_bytes());
    for s in scope.symbols() {
        let flags = Value::small_int(i64::from(s.flags.0));
        made.symbols.get().set_str(text(s.name), flags);
    }
    for name in scope.params() {
        made.varnames.get().push(text(*name).into());
    }
    for child in &scope.children {
        let child = entry(table, names, *child)?;
        made.children.get().push(child.into());
    }
    Ok(made)
}
