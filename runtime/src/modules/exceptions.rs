//! The module `exceptions`: all builtin exceptions.

use crate::builtins::{module, str as bytes};
use crate::error::PyResult;
use crate::layouts::Module;
use crate::value::Value;

/// Adds the exceptions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    for def in crate::types::TYPES
        .iter()
        .filter(|t| t.module == "exceptions")
    {
        d.set_str(bytes::intern(def.name.as_bytes()), def.ty.get().into());
    }
    Ok(())
}
