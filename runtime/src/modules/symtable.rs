//! The module `_symtable` (rows: spec/modules/_symtable.toml, spec/types/symtable.toml). The tables are the
//! compiler's, which makes entries of them.

use crate::builtins::{dict, list, str as bytes};
use crate::error::{PyResult, value_error};
use crate::layouts::SymbolTable;
use crate::modules::posix::string;
use crate::object::Ref;
use crate::value::Value;

/// `symtable(source, filename, mode)`
pub fn symtable(source: Value, filename: Value, mode: Value) -> PyResult {
    let source = string(source, "symtable", 1)?;
    let filename = string(filename, "symtable", 2)?;
    let mode = string(mode, "symtable", 3)?;
    let mode = mode.to_str().unwrap_or_default();
    if !["exec", "eval", "single"].contains(&mode) {
        return Err(value_error(
            "symtable() arg 3 must be 'exec' or 'eval' or 'single'",
        ));
    }
    let tables = crate::upcalls::get()?.symbol_table;
    tables(source.as_bytes(), filename.as_bytes(), mode)
}

/// What is known of a scope besides its names.
pub struct Facts {
    /// Flags, as the module has them.
    pub unoptimized: u32,
    pub nested: bool,
    pub kind: u32,
    pub lineno: u32,
}

/// An entry without symbols, parameters and children, which the caller adds to its containers.
pub fn new_entry(name: &str, facts: &Facts) -> PyResult<Ref<SymbolTable>> {
    let number = |n: u32| Value::small_int(i64::from(n));
    let entry = SymbolTable::alloc(
        Value::none(),
        bytes::intern(name.as_bytes()),
        dict::new(),
        list::new(),
        list::new(),
        number(facts.unoptimized),
        number(u32::from(facts.nested)),
        number(facts.kind),
        number(facts.lineno),
    );
    entry.id.set(crate::modules::builtin::id(entry.into())?);
    Ok(entry)
}

pub fn repr(v: Value) -> PyResult {
    let Some(e) = v.cast::<SymbolTable>() else {
        return Err(crate::builtins::receiver::wrong("symtable entry", v));
    };
    let number = |v: Value| v.as_int().unwrap_or(0);
    let text = format!(
        "<symtable entry {}({}), line {}>",
        e.name.get().to_text(),
        number(e.id.get()),
        number(e.lineno.get())
    );
    Ok(bytes::from_text(&text).into())
}
