//! The exceptions of the database interface, and what failures of the library are.

use libsqlite3_sys as ffi;

use super::db::Db;
use crate::error::{PyResult, Raised, no_memory};
use crate::modules::native_error::NativeError;
use crate::value::Value;

pub static WARNING: NativeError = NativeError::new();
pub static ERROR: NativeError = NativeError::new();
pub static INTERFACE: NativeError = NativeError::new();
pub static DATABASE: NativeError = NativeError::new();
pub static INTERNAL: NativeError = NativeError::new();
pub static OPERATIONAL: NativeError = NativeError::new();
pub static PROGRAMMING: NativeError = NativeError::new();
pub static INTEGRITY: NativeError = NativeError::new();
pub static DATA: NativeError = NativeError::new();
pub static NOT_SUPPORTED: NativeError = NativeError::new();

/// All of them by name, bases first.
pub fn classes() -> PyResult<[(&'static str, Value); 10]> {
    let standard = crate::types::STANDARD_ERROR.get().value();
    let new = |e: &NativeError, name, base| -> PyResult<(&'static str, Value)> {
        Ok((name, e.create_from("sqlite3", name, base)?))
    };
    let error = new(&ERROR, "Error", standard)?;
    let database = new(&DATABASE, "DatabaseError", error.1)?;
    Ok([
        error,
        new(&WARNING, "Warning", standard)?,
        new(&INTERFACE, "InterfaceError", error.1)?,
        database,
        new(&INTERNAL, "InternalError", database.1)?,
        new(&OPERATIONAL, "OperationalError", database.1)?,
        new(&PROGRAMMING, "ProgrammingError", database.1)?,
        new(&INTEGRITY, "IntegrityError", database.1)?,
        new(&DATA, "DataError", database.1)?,
        new(&NOT_SUPPORTED, "NotSupportedError", database.1)?,
    ])
}

/// The last failure of a database.
#[cold]
pub fn of(db: &Db) -> Raised {
    let class = match db.error_code() {
        ffi::SQLITE_NOMEM => return no_memory(),
        ffi::SQLITE_INTERNAL | ffi::SQLITE_NOTFOUND => &INTERNAL,
        ffi::SQLITE_ERROR
        | ffi::SQLITE_PERM
        | ffi::SQLITE_ABORT
        | ffi::SQLITE_BUSY
        | ffi::SQLITE_LOCKED
        | ffi::SQLITE_READONLY
        | ffi::SQLITE_INTERRUPT
        | ffi::SQLITE_IOERR
        | ffi::SQLITE_FULL
        | ffi::SQLITE_CANTOPEN
        | ffi::SQLITE_PROTOCOL
        | ffi::SQLITE_EMPTY
        | ffi::SQLITE_SCHEMA => &OPERATIONAL,
        ffi::SQLITE_CORRUPT => &DATABASE,
        ffi::SQLITE_TOOBIG => &DATA,
        ffi::SQLITE_CONSTRAINT | ffi::SQLITE_MISMATCH => &INTEGRITY,
        ffi::SQLITE_MISUSE => &PROGRAMMING,
        _ => &DATABASE,
    };
    class.raise(db.error_message())
}
