//! The module `_csv` (rows: spec/modules/_csv.toml, spec/types/csv.toml): dialects and their registry are
//! in [`dialect`], reading and writing in [`reader`] and [`writer`].

use std::cell::Cell;

use crate::builtins::{module, str as bytes};
use crate::error::{PyResult, type_error};
use crate::layouts::{Long, Module};
use crate::modules::native_error::NativeError;
use crate::number;
use crate::types;
use crate::value::Value;

mod dialect;
mod reader;
mod writer;

pub use dialect::*;
pub use reader::*;
pub use writer::*;

static ERROR: NativeError = NativeError::new();

struct Limit(Cell<i64>);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Limit {}
/// Most bytes of a field.
static LIMIT: Limit = Limit(Cell::new(128 * 1024));

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    let set = |name: &str, v: Value| d.set_str(bytes::intern(name.as_bytes()), v);
    set(
        "Error",
        ERROR.create("_csv", "Error", types::EXCEPTION.get())?,
    );
    set("__version__", bytes::new(b"1.0").into());
    set("_dialects", registry().into());
    for (i, name) in [
        "QUOTE_MINIMAL",
        "QUOTE_ALL",
        "QUOTE_NONNUMERIC",
        "QUOTE_NONE",
    ]
    .into_iter()
    .enumerate()
    {
        set(name, Value::small_int(i as i64));
    }
    Ok(())
}

pub fn field_size_limit(limit: Option<Value>) -> PyResult<i64> {
    let before = LIMIT.0.get();
    if let Some(v) = limit {
        if v.as_int().is_none() && v.cast::<Long>().is_none() {
            return Err(type_error("limit must be an integer"));
        }
        LIMIT.0.set(number::int_from_value(v)?);
    }
    Ok(before)
}
