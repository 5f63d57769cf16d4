//! `sqlite3.Connection`: an open database, its transactions and cursors.

use libsqlite3_sys as ffi;
use std::ffi::{CStr, CString};
use std::rc::Rc;

use crate::builtins::{dict, str as bytes, unicode};
use crate::call::{Args, call_values};
use crate::error::{PyResult, attribute_error, type_error, value_error};
use crate::layouts::{SqliteConnection, SqliteStatement, Str};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::types::{self, parse};
use crate::value::Value;

use super::db::Db;
use super::{callbacks, cursor, errors, statement};

/// Most statements that a connection keeps, unless it is told.
const CACHED: i32 = 100;

/// `Connection.__new__`
pub fn connection_new(ty: Ref<Type>, _: Args<'_>) -> PyResult {
    let c = SqliteConnection::alloc_for(
        ty,
        0,
        Value::none(),
        None,
        0,
        true,
        0,
        types::UNICODE.get().value(),
        Value::none(),
        dict::new(),
        dict::new(),
        i64::from(CACHED),
        0,
    );
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(c.addr() as *mut u8) };
    Ok(c.into())
}

/// Called by the collector for a dead connection.
pub fn finalize(c: Ref<SqliteConnection>) {
    let db = c.db.replace(0);
    if db != 0 {
        // SAFETY: made by `connection_init`, and forgotten by its object just now.
        drop(unsafe { Box::from_raw(db as *mut Rc<Db>) });
    }
}

/// Parameters of `Connection` and `connect`.
pub const PARAMETERS: [&str; 7] = [
    "database",
    "timeout",
    "detect_types",
    "isolation_level",
    "check_same_thread",
    "factory",
    "cached_statements",
];

/// `Connection.__init__`
pub fn connection_init(self_: Value, args: Args<'_>) -> PyResult<()> {
    let Some(c) = self_.cast::<SqliteConnection>() else {
        return Ok(());
    };
    let [database, timeout, detect, isolation, same_thread, _, cached] =
        parse::keywords(args, 0, "", &PARAMETERS, 1)?;
    let database = database.unwrap_or(Value::none());
    let timeout = timeout.map_or(Ok(5.0), crate::number::to_f64)?;
    let number = |v: Option<Value>, default: i32| match v {
        Some(v) => crate::number::i32_from_value(v),
        None => Ok(default),
    };
    let detect = number(detect, 0)?;
    let same_thread = number(same_thread, 1)?;
    let cached = number(cached, CACHED)?;
    let name = match database.cast::<Str>() {
        Some(s) => s,
        None => match database.cast::<crate::layouts::Unicode>() {
            Some(u) => crate::codec::utf8::encode(u)?,
            None => {
                return Err(value_error(
                    "database parameter must be string or APSW Connection object",
                ));
            }
        },
    };
    let name = CString::new(crate::number::parse::c_string(name.as_ref().bytes()));
    let (db, status) = Db::open(&name.unwrap_or_default());
    if status != ffi::SQLITE_OK {
        return Err(errors::of(&db));
    }
    finalize(c);
    let timeout = std::time::Duration::try_from_secs_f64(timeout.max(0.0));
    db.timeout.set(timeout.unwrap_or(std::time::Duration::MAX));
    c.db.set(Box::into_raw(Box::new(db)) as u64);
    c.detect_types.set(i64::from(detect));
    c.check_thread.set(same_thread != 0);
    c.thread.set(crate::modules::thread::get_ident()?);
    c.cached.set(i64::from(cached.max(5)));
    c.cache.get().clear();
    set_isolation_level(
        self_,
        Some(isolation.unwrap_or_else(|| bytes::empty().into())),
    )
}

/// The database of a connection, when it is open.
///
/// # Errors
/// ProgrammingError.
pub fn check(c: Ref<SqliteConnection>) -> PyResult<Rc<Db>> {
    let db = c.db.get();
    if db == 0 {
        return Err(errors::PROGRAMMING.raise("Base Connection.__init__ not called."));
    }
    // SAFETY: made by `connection_init`, and there as long as the object.
    let db = unsafe { &*(db as *const Rc<Db>) };
    if !db.is_open() {
        return Err(errors::PROGRAMMING.raise("Cannot operate on a closed database."));
    }
    Ok(db.clone())
}

/// Is this the thread that made the connection, if that matters?
///
/// # Errors
/// ProgrammingError.
pub fn check_thread(c: Ref<SqliteConnection>) -> PyResult<()> {
    let here = crate::modules::thread::get_ident()?;
    if c.db.get() == 0 || !c.check_thread.get() || c.thread.get() == here {
        return Ok(());
    }
    Err(errors::PROGRAMMING.raise(format!(
        "SQLite objects created in a thread can only be used in that same thread.The object was created in thread id {} and this is thread id {here}",
        c.thread.get()
    )))
}

/// Both tests.
fn usable(c: Ref<SqliteConnection>) -> PyResult<Rc<Db>> {
    check_thread(c)?;
    check(c)
}

/// A statement that is not in use, new or of an earlier execution.
pub fn prepared(c: Ref<SqliteConnection>, sql: Value) -> PyResult<Ref<SqliteStatement>> {
    let cache = c.cache.get();
    if let Some(known) = cache.get(sql)?
        && let Some(s) = known.cast::<SqliteStatement>()
    {
        if !s.prepared().in_use.get() {
            return Ok(s);
        }
        return statement::create(&check(c)?, sql);
    }
    let s = statement::create(&check(c)?, sql)?;
    if cache.len() as i64 >= c.cached.get() {
        cache.clear();
    }
    cache.set(sql, s.into())?;
    Ok(s)
}

/// `Connection.__call__(sql)`: a prepared statement.
pub fn connection_call(self_: Value, args: Args<'_>) -> PyResult {
    let Some(c) = self_.cast::<SqliteConnection>() else {
        return Err(crate::builtins::receiver::wrong(
            "sqlite3.Connection",
            self_,
        ));
    };
    let db = usable(c)?;
    let a = parse::range(Args::positional(args.pos()), 0, "", 1, 1)?;
    statement::create(&db, a[0]).map(Into::into)
}

/// Begins a transaction, of the kind that the connection was told.
pub fn begin(c: Ref<SqliteConnection>) -> PyResult<()> {
    let db = check(c)?;
    let Some(sql) = c.begin.get() else {
        return Ok(());
    };
    let sql = CString::new(sql.as_ref().bytes()).unwrap_or_default();
    db.run(&sql).map_err(|_| errors::of(&db))
}

pub fn commit(c: Ref<SqliteConnection>) -> PyResult<()> {
    let db = usable(c)?;
    if !db.in_transaction() {
        return Ok(());
    }
    db.run(c"COMMIT").map_err(|_| errors::of(&db))
}

pub fn rollback(c: Ref<SqliteConnection>) -> PyResult<()> {
    let db = usable(c)?;
    if !db.in_transaction() {
        return Ok(());
    }
    // Cursors can no longer be fetched from.
    db.reset_statements();
    c.epoch.set(c.epoch.get() + 1);
    db.run(c"ROLLBACK").map_err(|_| errors::of(&db))
}

pub fn connection_close(c: Ref<SqliteConnection>) -> PyResult<()> {
    check_thread(c)?;
    if c.db.get() == 0 {
        return Err(errors::PROGRAMMING.raise("Base Connection.__init__ not called."));
    }
    if let Ok(db) = check(c) {
        c.cache.get().clear();
        db.close();
    }
    crate::thread::current().take_pending();
    Ok(())
}

pub fn get_isolation_level(v: Value) -> PyResult {
    let c = v.cast::<SqliteConnection>();
    Ok(c.map_or(Value::none(), |c| c.isolation_level.get()))
}

pub fn set_isolation_level(v: Value, level: Option<Value>) -> PyResult<()> {
    let Some(c) = v.cast::<SqliteConnection>() else {
        return Ok(());
    };
    let Some(level) = level else {
        return Err(attribute_error("cannot delete attribute"));
    };
    if level.is_none() {
        commit(c)?;
        c.begin.set(None);
        c.isolation_level.set(level);
        return Ok(());
    }
    let text = match level.cast::<Str>() {
        Some(s) => Some(s),
        None => unicode::encode_default(level)?,
    };
    let Some(text) = text else {
        return Err(raise_fmt!(
            type_error,
            "cannot concatenate 'str' and '{}' objects",
            crate::attr::type_name(level)
        ));
    };
    let begin = [b"BEGIN ", text.as_ref().bytes()].concat();
    c.begin.set(Some(bytes::new(&begin)));
    c.isolation_level.set(level);
    Ok(())
}

pub fn get_total_changes(v: Value) -> PyResult {
    let Some(c) = v.cast::<SqliteConnection>() else {
        return Ok(Value::none());
    };
    let db = check(c)?;
    // SAFETY: an open database.
    let n = unsafe { ffi::sqlite3_total_changes(db.raw()) };
    Ok(Value::int(i64::from(n)))
}

/// `Connection.cursor([factory])`
pub fn connection_cursor(c: Ref<SqliteConnection>, factory: Option<Value>) -> PyResult {
    usable(c)?;
    cursor::create(c, factory)
}

/// A cursor that does what it is told.
fn by_cursor(c: Ref<SqliteConnection>, method: &str, args: &[Value]) -> PyResult {
    let cursor = crate::attr::get(c.into(), bytes::intern(b"cursor"))?;
    let cursor = call_values(cursor, &[])?;
    call_values(
        crate::attr::get(cursor, bytes::intern(method.as_bytes()))?,
        args,
    )?;
    Ok(cursor)
}

pub fn connection_execute(c: Ref<SqliteConnection>, args: &[Value]) -> PyResult {
    by_cursor(c, "execute", args)
}

pub fn connection_executemany(c: Ref<SqliteConnection>, args: &[Value]) -> PyResult {
    by_cursor(c, "executemany", args)
}

pub fn connection_executescript(c: Ref<SqliteConnection>, args: &[Value]) -> PyResult {
    by_cursor(c, "executescript", args)
}

pub fn interrupt(c: Ref<SqliteConnection>) -> PyResult<()> {
    let db = check(c)?;
    // SAFETY: an open database.
    unsafe { ffi::sqlite3_interrupt(db.raw()) };
    Ok(())
}

/// `Connection.iterdump()`: by the library's module.
pub fn iterdump(c: Ref<SqliteConnection>) -> PyResult {
    check(c)?;
    let name = bytes::intern(b"_iterdump");
    let names = crate::builtins::tuple::from_slice(&[name.into()]).into();
    let (none, module) = (Value::none(), bytes::intern(b"sqlite3.dump").into());
    let module = (crate::upcalls::get()?.import)(module, none, none, names, 0)?;
    call_values(crate::attr::get(module, name)?, &[c.into()])
}

pub fn enter(c: Ref<SqliteConnection>) -> PyResult {
    Ok(c.into())
}

/// `Connection.__exit__(type, value, traceback)`: commits, or rolls back after an exception.
pub fn exit(c: Ref<SqliteConnection>, ty: Value, value: Value, traceback: Value) -> PyResult<bool> {
    let fine = ty.is_none() && value.is_none() && traceback.is_none();
    let method = if fine { "commit" } else { "rollback" };
    let method = crate::attr::get(c.into(), bytes::intern(method.as_bytes()))?;
    call_values(method, &[])?;
    Ok(false)
}

/// A name argument.
fn name(v: Value, function: &str) -> PyResult<CString> {
    crate::modules::posix::string(v, function, 1)
}

pub fn create_function(c: Ref<SqliteConnection>, n: Value, narg: i32, f: Value) -> PyResult<()> {
    usable(c)?;
    callbacks::create_function(c, &name(n, "create_function")?, narg, f)
}

pub fn create_aggregate(c: Ref<SqliteConnection>, n: Value, n_arg: i32, f: Value) -> PyResult<()> {
    usable(c)?;
    callbacks::create_aggregate(c, &name(n, "create_aggregate")?, n_arg, f)
}

pub fn create_collation(c: Ref<SqliteConnection>, n: Value, f: Value) -> PyResult<()> {
    usable(c)?;
    let Some(s) = n.cast::<Str>() else {
        return Err(raise_fmt!(
            type_error,
            "create_collation(name, callback)() argument 1 must be string, not {}",
            crate::attr::type_name(n)
        ));
    };
    let name: &CStr = &CString::new(s.as_ref().bytes())
        .map_err(|_| type_error("create_collation(name, callback)() argument 1 must be string without null bytes, not str"))?;
    callbacks::create_collation(c, name, f)
}

pub fn set_authorizer(c: Ref<SqliteConnection>, f: Value) -> PyResult<()> {
    usable(c)?;
    callbacks::set_authorizer(c, f)
}

pub fn set_progress_handler(c: Ref<SqliteConnection>, f: Value, n: i32) -> PyResult<()> {
    usable(c)?;
    callbacks::set_progress_handler(c, f, n)
}

/// The exceptions, as attributes of connections.
macro_rules! exceptions {
    ($($getter:ident $class:ident)*) => { $(
        pub fn $getter(_: Value) -> PyResult {
            errors::$class.class()
        }
    )* };
}
exceptions! {
    get_warning WARNING  get_error ERROR  get_interface_error INTERFACE  get_database_error DATABASE
    get_internal_error INTERNAL  get_operational_error OPERATIONAL  get_programming_error PROGRAMMING
    get_integrity_error INTEGRITY  get_data_error DATA  get_not_supported_error NOT_SUPPORTED
}
