//! Python functions that the library calls: functions, aggregates, collations, authorizers, progress
//! handlers.
//!
//! The library has their addresses; the connection keeps them. They run in the middle of a step, in the
//! thread that made it, which has the global lock.

use std::cell::Cell;
use std::ffi::{CStr, c_char, c_int, c_void};

use libsqlite3_sys as ffi;

use crate::builtins::str as bytes;
use crate::call::call_values;
use crate::error::{PyResult, type_error};
use crate::layouts::{SqliteConnection, Str, Unicode};
use crate::number::{Num, view};
use crate::object::Ref;
use crate::value::Value;
use crate::window::{self, Want};

use super::connection::check;
use super::db::bytes_at;
use super::errors;

struct Tracebacks(Cell<bool>);
// SAFETY: touched only by the thread that holds the global lock.
unsafe impl Sync for Tracebacks {}
static TRACEBACKS: Tracebacks = Tracebacks(Cell::new(false));

/// Shall errors in callbacks be told on standard error?
pub fn enable_tracebacks(on: bool) {
    TRACEBACKS.0.set(on);
}

/// Forgets an error in a callback, or tells of it.
fn drop_error() {
    let error = crate::thread::current().take_pending();
    if !TRACEBACKS.0.get() {
        return;
    }
    let e = crate::exception::normalize(error);
    let parts = [e.ty, e.value, e.traceback].map(|v| v.unwrap_or(Value::none()));
    if let Some(hook) = crate::output::sys_attribute(bytes::intern(b"excepthook")) {
        let _ = call_values(hook, &parts);
        crate::thread::current().take_pending();
    }
}

/// A function as the library keeps it.
fn user_data(f: Value) -> *mut c_void {
    f.bits() as *mut c_void
}

/// The function that the library kept.
///
/// # Safety
/// It was made by [`user_data`], and the connection still has it.
unsafe fn function(p: *mut c_void) -> Value {
    // SAFETY: promised by the caller.
    unsafe { Value::from_bits(p as u64) }.unwrap_or(Value::none())
}

/// Keeps a function for as long as the connection lives.
///
/// # Errors
/// TypeError for one that has no hash.
fn keep(c: Ref<SqliteConnection>, f: Value) -> PyResult<()> {
    c.functions.get().set(f, Value::none())
}

fn text(s: &[u8]) -> PyResult {
    crate::codec::utf8::decode(bytes::try_new(s)?, crate::codec::Errors::Strict).map(Into::into)
}

/// Arguments of a function as values.
///
/// # Safety
/// `n` values of the library.
unsafe fn arguments(
    n: c_int,
    values: *mut *mut ffi::sqlite3_value,
) -> PyResult<Ref<crate::layouts::List>> {
    let list = crate::builtins::list::new();
    for i in 0..n as usize {
        // SAFETY: promised by the caller; bytes are asked for before their number.
        let v = unsafe {
            let v = *values.add(i);
            match ffi::sqlite3_value_type(v) {
                ffi::SQLITE_INTEGER => Value::int(ffi::sqlite3_value_int64(v)),
                ffi::SQLITE_FLOAT => Value::float(ffi::sqlite3_value_double(v)),
                ffi::SQLITE_TEXT => {
                    let p = ffi::sqlite3_value_text(v);
                    text(bytes_at(p, ffi::sqlite3_value_bytes(v)))?
                }
                ffi::SQLITE_BLOB => {
                    let p = ffi::sqlite3_value_blob(v);
                    super::blob(bytes_at(p.cast(), ffi::sqlite3_value_bytes(v)))?
                }
                _ => Value::none(),
            }
        };
        list.try_push(v)?;
    }
    Ok(list)
}

/// Gives the library the result of a function; false for what it cannot have.
fn set_result(context: *mut ffi::sqlite3_context, v: Value) -> PyResult<bool> {
    let copy = ffi::SQLITE_TRANSIENT();
    let give = |s: &[u8]| {
        // SAFETY: a context of the library, which copies the text.
        unsafe { ffi::sqlite3_result_text(context, s.as_ptr().cast(), s.len() as c_int, copy) };
    };
    if v.is_none() {
        // SAFETY: a context of the library.
        unsafe { ffi::sqlite3_result_null(context) };
    } else if let Some(s) = v.cast::<Str>() {
        give(s.as_ref().bytes());
    } else if let Some(u) = v.cast::<Unicode>() {
        give(crate::codec::utf8::encode(u)?.as_ref().bytes());
    } else if let Some(x) = view::float(v) {
        // SAFETY: a context of the library.
        unsafe { ffi::sqlite3_result_double(context, x) };
    } else if let Some(Num::Int(_) | Num::Long(_)) = Num::of(v) {
        let n = crate::number::int_from_value(v)?;
        // SAFETY: a context of the library.
        unsafe { ffi::sqlite3_result_int64(context, n) };
    } else if v.cast::<crate::layouts::BufferObject>().is_some() {
        let Some(w) = window::get(v, Want::Read)? else {
            return Ok(false);
        };
        let b = w.bytes();
        // SAFETY: a context of the library, which copies the bytes.
        unsafe { ffi::sqlite3_result_blob(context, b.as_ptr().cast(), b.len() as c_int, copy) };
    } else {
        return Ok(false);
    }
    Ok(true)
}

fn fail(context: *mut ffi::sqlite3_context, message: &str) {
    // SAFETY: a context of the library, which copies the text.
    unsafe { ffi::sqlite3_result_error(context, message.as_ptr().cast(), message.len() as c_int) };
}

unsafe extern "C" fn call_function(
    context: *mut ffi::sqlite3_context,
    n: c_int,
    values: *mut *mut ffi::sqlite3_value,
) {
    // SAFETY: the library passes what was given to it, and `n` values.
    let done = unsafe {
        let f = function(ffi::sqlite3_user_data(context));
        arguments(n, values).and_then(|a| call_values(f, a.as_ref().items()))
    };
    if done.and_then(|v| set_result(context, v)) != Ok(true) {
        drop_error();
        fail(context, "user-defined function raised exception");
    }
}

/// `Connection.create_function(name, narg, func)`
pub fn create_function(c: Ref<SqliteConnection>, name: &CStr, n: i32, f: Value) -> PyResult<()> {
    let db = check(c)?;
    keep(c, f)?;
    // SAFETY: an open database, a string, and a function that the connection keeps.
    let status = unsafe {
        ffi::sqlite3_create_function_v2(
            db.raw(),
            name.as_ptr(),
            n,
            ffi::SQLITE_UTF8,
            user_data(f),
            Some(call_function),
            None,
            None,
            None,
        )
    };
    if status != ffi::SQLITE_OK {
        return Err(errors::OPERATIONAL.raise("Error creating function"));
    }
    Ok(())
}

/// Where the library keeps an aggregate's instance, at first 0.
///
/// # Safety
/// A context of the library.
unsafe fn instance(context: *mut ffi::sqlite3_context) -> *mut u64 {
    // SAFETY: promised by the caller.
    unsafe { ffi::sqlite3_aggregate_context(context, size_of::<u64>() as c_int).cast() }
}

/// Instances of aggregates that are at work: the library's memory is not looked through for them.
fn at_work() -> Ref<crate::layouts::Dict> {
    static AT_WORK: crate::builtins::receiver::Lasting = crate::builtins::receiver::Lasting::new();
    let d = AT_WORK.get(|| crate::builtins::dict::new().into());
    // SAFETY: that is what was made.
    unsafe { d.cast_unchecked() }
}

unsafe extern "C" fn step(
    context: *mut ffi::sqlite3_context,
    n: c_int,
    values: *mut *mut ffi::sqlite3_value,
) {
    // SAFETY: the library passes what was given to it, and `n` values.
    let (class, place) = unsafe { (function(ffi::sqlite3_user_data(context)), instance(context)) };
    if place.is_null() || crate::thread::current().has_pending() {
        return;
    }
    // SAFETY: a word of the library's, 0 or an instance that is at work.
    if unsafe { *place } == 0 {
        let made = call_values(class, &[]).and_then(|v| {
            at_work().set(Value::int(place as i64), v)?;
            Ok(v)
        });
        let Ok(v) = made else {
            drop_error();
            fail(
                context,
                "user-defined aggregate's '__init__' method raised error",
            );
            return;
        };
        // SAFETY: see above.
        unsafe { *place = v.bits() };
    }
    // SAFETY: see above.
    let object = unsafe { Value::from_bits(*place) }.unwrap_or(Value::none());
    // The error that there is no such method is the query's.
    let Ok(f) = crate::attr::get(object, bytes::intern(b"step")) else {
        return;
    };
    // SAFETY: `n` values of the library.
    let done = unsafe { arguments(n, values) }.and_then(|a| call_values(f, a.as_ref().items()));
    if done.is_err() {
        drop_error();
        fail(
            context,
            "user-defined aggregate's 'step' method raised error",
        );
    }
}

unsafe extern "C" fn finish(context: *mut ffi::sqlite3_context) {
    // SAFETY: a context of the library.
    let place = unsafe { instance(context) };
    // SAFETY: a word of the library's, 0 or an instance that is at work.
    if place.is_null() || unsafe { *place } == 0 {
        // No rows, or no instance: the error was told.
        return;
    }
    // SAFETY: see above.
    let object = unsafe { Value::from_bits(*place) }.unwrap_or(Value::none());
    let _ = at_work().delete(Value::int(place as i64));
    if crate::thread::current().has_pending() {
        return;
    }
    let done = crate::attr::get(object, bytes::intern(b"finalize"))
        .and_then(|f| call_values(f, &[]))
        .and_then(|v| set_result(context, v));
    if done != Ok(true) {
        drop_error();
        fail(
            context,
            "user-defined aggregate's 'finalize' method raised error",
        );
    }
}

/// `Connection.create_aggregate(name, n_arg, aggregate_class)`
pub fn create_aggregate(c: Ref<SqliteConnection>, name: &CStr, n: i32, f: Value) -> PyResult<()> {
    let db = check(c)?;
    keep(c, f)?;
    // SAFETY: an open database, a string, and a class that the connection keeps.
    let status = unsafe {
        ffi::sqlite3_create_function_v2(
            db.raw(),
            name.as_ptr(),
            n,
            ffi::SQLITE_UTF8,
            user_data(f),
            None,
            Some(step),
            Some(finish),
            None,
        )
    };
    if status != ffi::SQLITE_OK {
        return Err(errors::OPERATIONAL.raise("Error creating aggregate"));
    }
    Ok(())
}

unsafe extern "C" fn collate(
    f: *mut c_void,
    n: c_int,
    a: *const c_void,
    m: c_int,
    b: *const c_void,
) -> c_int {
    // SAFETY: the library passes what was given to it, and two texts.
    let (f, a, b) = unsafe { (function(f), bytes_at(a.cast(), n), bytes_at(b.cast(), m)) };
    let order = call_values(f, &[bytes::new(a).into(), bytes::new(b).into()])
        .and_then(crate::number::int_from_value);
    match order {
        Ok(n) => n.signum() as c_int,
        Err(_) => {
            drop_error();
            0
        }
    }
}

/// `Connection.create_collation(name, callback)`
pub fn create_collation(c: Ref<SqliteConnection>, name: &CStr, f: Value) -> PyResult<()> {
    let db = check(c)?;
    if !name
        .to_bytes()
        .iter()
        .all(|b| b.is_ascii_alphanumeric() || *b == b'_')
    {
        return Err(errors::PROGRAMMING.raise("invalid character in collation name"));
    }
    if !f.is_none() {
        if !crate::protocol::is_callable(f) {
            return Err(type_error("parameter must be callable"));
        }
        c.functions
            .get()
            .set(bytes::new(name.to_bytes()).into(), f)?;
    }
    let (data, order) = match f.is_none() {
        true => (std::ptr::null_mut(), None),
        false => (user_data(f), Some(collate as _)),
    };
    // SAFETY: an open database, a string, and a function that the connection keeps.
    let status = unsafe {
        ffi::sqlite3_create_collation_v2(
            db.raw(),
            name.as_ptr(),
            ffi::SQLITE_UTF8,
            data,
            order,
            None,
        )
    };
    if status != ffi::SQLITE_OK {
        return Err(errors::of(&db));
    }
    Ok(())
}

unsafe extern "C" fn authorize(
    f: *mut c_void,
    action: c_int,
    a: *const c_char,
    b: *const c_char,
    c: *const c_char,
    d: *const c_char,
) -> c_int {
    let word = |p: *const c_char| {
        if p.is_null() {
            return Value::none();
        }
        // SAFETY: a string of the library.
        bytes::new(unsafe { CStr::from_ptr(p) }.to_bytes()).into()
    };
    let args = [
        Value::int(i64::from(action)),
        word(a),
        word(b),
        word(c),
        word(d),
    ];
    // SAFETY: the library passes what was given to it.
    match call_values(unsafe { function(f) }, &args) {
        Ok(v) => {
            let n = v.as_int().and_then(|n| c_int::try_from(n).ok());
            n.unwrap_or(ffi::SQLITE_DENY)
        }
        Err(_) => {
            drop_error();
            ffi::SQLITE_DENY
        }
    }
}

/// `Connection.set_authorizer(authorizer_callback)`
pub fn set_authorizer(c: Ref<SqliteConnection>, f: Value) -> PyResult<()> {
    let db = check(c)?;
    keep(c, f)?;
    // SAFETY: an open database, and a function that the connection keeps.
    let status = unsafe { ffi::sqlite3_set_authorizer(db.raw(), Some(authorize), user_data(f)) };
    if status != ffi::SQLITE_OK {
        return Err(errors::OPERATIONAL.raise("Error setting authorizer callback"));
    }
    Ok(())
}

unsafe extern "C" fn progress(f: *mut c_void) -> c_int {
    // SAFETY: the library passes what was given to it.
    let stop = call_values(unsafe { function(f) }, &[]).and_then(crate::protocol::truth);
    match stop {
        Ok(stop) => c_int::from(stop),
        Err(_) => {
            drop_error();
            1
        }
    }
}

/// `Connection.set_progress_handler(progress_handler, n)`
pub fn set_progress_handler(c: Ref<SqliteConnection>, f: Value, n: i32) -> PyResult<()> {
    let db = check(c)?;
    if f.is_none() {
        // SAFETY: an open database.
        unsafe { ffi::sqlite3_progress_handler(db.raw(), 0, None, std::ptr::null_mut()) };
        return Ok(());
    }
    keep(c, f)?;
    // SAFETY: an open database, and a function that the connection keeps.
    unsafe { ffi::sqlite3_progress_handler(db.raw(), n, Some(progress), user_data(f)) };
    Ok(())
}

/// The default of `unicode` is what the library's text is.
pub fn decode(s: &[u8]) -> PyResult<Option<Value>> {
    match text(s) {
        Ok(v) => Ok(Some(v)),
        Err(e) => {
            if !crate::exception::pending_matches(crate::types::UNICODE_DECODE_ERROR.get()) {
                return Err(e);
            }
            crate::thread::current().take_pending();
            Ok(None)
        }
    }
}

/// Text without other characters than ASCII stays bytes.
pub fn optimized(s: &[u8]) -> PyResult {
    if s.is_ascii() {
        return Ok(bytes::try_new(s)?.into());
    }
    text(s)
}
