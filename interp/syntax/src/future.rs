//! Future features: `from __future__ import` at the beginning of a unit.

use crate::Parsed;
use crate::ast::{ExprKind, ImportFrom, Mod, StmtKind};
use crate::error::{ErrorKind, Result, SyntaxError};
use crate::flags::Flags;

pub const LATE: &str = "from __future__ imports must occur at the beginning of the file";

/// Adds the features of a unit to its flags; returns the line of the last statement that
/// turns some on. Only a documentation string may come before these. That later ones are
/// wrong is found when they are compiled, but for those on the same line.
pub fn find(parsed: &mut Parsed, filename: &str) -> Result<u32> {
    let (Mod::Module { body } | Mod::Interactive { body }) = parsed.module else {
        return Ok(0);
    };
    let error = |msg: &str, lineno| {
        Box::new(SyntaxError {
            in_args: false,
            ..SyntaxError::new(ErrorKind::Syntax, msg.to_owned(), filename, Some(lineno))
        })
    };
    let mut last = 0;
    let mut documented = false;
    let mut over = false;
    let mut line = 0;
    for stmt in body {
        if over && stmt.lineno > line {
            break;
        }
        line = stmt.lineno;
        match stmt.kind {
            StmtKind::ImportFrom(import) if is_future(parsed, import) => {
                if over {
                    return Err(error(LATE, line));
                }
                for alias in import.names {
                    let flag =
                        feature(parsed.names.text(alias.name)).map_err(|m| error(&m, line))?;
                    parsed.flags |= flag;
                }
                last = line;
            }
            StmtKind::Expr { value }
                if !documented
                    && matches!(value.kind, ExprKind::Str { .. } | ExprKind::Unicode { .. }) =>
            {
                documented = true;
            }
            _ => over = true,
        }
    }
    Ok(last)
}

/// Whether an import is one of future features, wherever it is.
pub fn is_future(parsed: &Parsed, import: &ImportFrom) -> bool {
    import
        .module
        .is_some_and(|m| parsed.names.text(m) == "__future__")
}

fn feature(name: &str) -> std::result::Result<Flags, String> {
    Ok(match name {
        "nested_scopes" | "generators" => Flags::default(),
        "division" => Flags::DIVISION,
        "absolute_import" => Flags::ABSOLUTE_IMPORT,
        "with_statement" => Flags::WITH_STATEMENT,
        "print_function" => Flags::PRINT_FUNCTION,
        "unicode_literals" => Flags::UNICODE_LITERALS,
        "braces" => return Err("not a chance".to_owned()),
        _ => return Err(format!("future feature {name} is not defined")),
    })
}
