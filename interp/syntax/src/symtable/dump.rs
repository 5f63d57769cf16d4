//! The symbol tables as text, for tests and for eyes.

use super::{ScopeKind, SymbolTable};
use crate::ast::ScopeId;
use crate::names::{Name, Names};
use std::fmt::Write;

impl SymbolTable {
    /// A line a scope, indented by nesting: name, kind, line, nested, unoptimized,
    /// parameters, and the symbols by name with their flags.
    pub fn dump(&self, names: &Names) -> String {
        let mut out = String::new();
        self.dump_scope(ScopeId::ROOT, 0, names, &mut out);
        out.pop();
        out
    }

    fn dump_scope(&self, id: ScopeId, depth: usize, names: &Names, out: &mut String) {
        let scope = self.scope(id);
        let kind = match scope.kind {
            ScopeKind::Function => 0,
            ScopeKind::Class => 1,
            ScopeKind::Module => 2,
        };
        let text = |name: &Name| names.text(*name);
        let params: Vec<&str> = scope.params().iter().map(text).collect();
        let mut symbols: Vec<(&str, u32)> = scope
            .symbols()
            .iter()
            .map(|s| (names.text(s.name), s.flags.0))
            .collect();
        symbols.sort_unstable();
        let symbols: Vec<String> = symbols.iter().map(|(n, f)| format!("{n}:{f}")).collect();
        writeln!(
            out,
            "{}{} {kind} {} {} {} [{}] [{}]",
            " ".repeat(depth),
            names.text(scope.name),
            scope.lineno,
            u32::from(scope.nested()),
            scope.unoptimized.0,
            params.join(" "),
            symbols.join(" "),
        )
        .expect("writing to a string does not fail");
        for &child in &scope.children {
            self.dump_scope(child, depth + 1, names, out);
        }
    }
}
