//! The module `_sqlite3` (rows: spec/modules/_sqlite3.toml, spec/types/sqlite.toml): the SQLite library as
//! a Python database interface.
//!
//! | module | what |
//! | --- | --- |
//! | [`db`] | the library's databases and statements |
//! | [`errors`] | exceptions |
//! | [`connection`], [`cursor`], [`statement`], [`row`], [`cache`] | the types |
//! | [`adapters`] | registered adapters and converters |
//! | [`callbacks`] | Python functions that the library calls |
//!
//! The global lock is held while the library runs, which may call Python at any time; but not while it is
//! waited for another connection.

use std::ffi::CString;

use crate::builtins::{module, str as bytes};
use crate::call::{Args, call};
use crate::error::{PyResult, type_error};
use crate::layouts::{BufferObject, Module, Str};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::types;
use crate::value::Value;
use libsqlite3_sys as ffi;

mod adapters;
mod cache;
mod callbacks;
mod connection;
mod cursor;
mod db;
mod errors;
mod row;
mod statement;

pub use adapters::{adapt, register_adapter, register_converter};
pub use cache::*;
pub use connection::*;
pub use cursor::*;
pub use row::*;
pub use statement::finalize as finalize_statement;

/// Kinds of detection of columns' types.
const PARSE_DECLTYPES: i64 = 1;
const PARSE_COLNAMES: i64 = 2;

/// `PrepareProtocol(…)`, whatever is passed.
pub fn protocol_new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    Ok(crate::builtins::type_::allocate(ty))
}

/// Attributes that are neither functions, types nor numbers.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    let set = |name: &str, v: Value| d.set_str(bytes::intern(name.as_bytes()), v);
    for (name, class) in errors::classes()? {
        set(name, class);
    }
    set("OptimizedUnicode", types::CELL.get().into());
    set("adapters", adapters::adapters().into());
    set("converters", adapters::converters().into());
    let version = ffi::SQLITE_VERSION.to_bytes();
    set("sqlite_version", bytes::new(version).into());
    Ok(())
}

/// Bytes of the database as an object.
fn blob(b: &[u8]) -> PyResult {
    Ok(BufferObject::alloc(bytes::try_new(b)?.into(), 0, -1, -1).into())
}

/// `connect(database, …)`: calls the factory.
pub fn connect(args: Args<'_>) -> PyResult {
    let given = types::parse::keywords(args, 0, "", &PARAMETERS, 1)?;
    let factory = given[5].unwrap_or_else(|| types::SQLITE_CONNECTION.get().value());
    call(factory, args)
}

/// Text of either kind as bytes.
fn text_of(v: Value) -> PyResult<Option<Ref<Str>>> {
    match v.cast::<Str>() {
        Some(s) => Ok(Some(s)),
        None => crate::builtins::unicode::encode_default(v),
    }
}

/// `complete_statement(statement)`
pub fn complete_statement(sql: Value) -> PyResult<bool> {
    let Some(sql) = text_of(sql)? else {
        return Err(raise_fmt!(
            type_error,
            "argument 1 must be string, not {}",
            crate::attr::type_name(sql)
        ));
    };
    let sql = CString::new(sql.as_ref().bytes())
        .map_err(|_| type_error("argument 1 must be string without null bytes, not str"))?;
    // SAFETY: a string.
    Ok(unsafe { ffi::sqlite3_complete(sql.as_ptr()) } != 0)
}

/// `enable_shared_cache(do_enable)`
pub fn enable_shared_cache(on: i32) -> PyResult<()> {
    // SAFETY: no memory arguments.
    if unsafe { ffi::sqlite3_enable_shared_cache(on) } != ffi::SQLITE_OK {
        return Err(errors::OPERATIONAL.raise("Changing the shared_cache flag failed"));
    }
    Ok(())
}

/// `enable_callback_tracebacks(flag)`
pub fn enable_callback_tracebacks(on: i32) -> PyResult<()> {
    callbacks::enable_tracebacks(on != 0);
    Ok(())
}
