//! `sqlite3.Cursor`: runs statements and fetches their rows.

use libsqlite3_sys as ffi;

use crate::builtins::{list, str as bytes, tuple};
use crate::call::{Args, call_values};
use crate::error::{PyResult, value_error};
use crate::layouts::{List, SqliteConnection, SqliteCursor, SqliteStatement, Str, Tuple};
use crate::object::Ref;
use crate::protocol;
use crate::typeobj::Type;
use crate::types::{self, parse};
use crate::value::Value;

use super::connection::{self, begin, check, check_thread, commit};
use super::{errors, statement};

/// `Cursor.__new__`
pub fn cursor_new(ty: Ref<Type>, _: Args<'_>) -> PyResult {
    let none = Value::none();
    let c = SqliteCursor::alloc_for(
        ty, none, none, none, none, 1, none, None, 0, None, None, 0, false, false,
    );
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(c.addr() as *mut u8) };
    Ok(c.into())
}

/// `Cursor.__init__(connection)`
pub fn cursor_init(self_: Value, args: Args<'_>) -> PyResult<()> {
    let Some(c) = self_.cast::<SqliteCursor>() else {
        return Ok(());
    };
    let a = parse::range(Args::positional(args.pos()), 0, "", 1, 1)?;
    let Some(connection) = a[0].cast::<SqliteConnection>() else {
        return Err(raise_fmt!(
            type_error,
            "argument 1 must be sqlite3.Connection, not {}",
            crate::attr::argument_name(a[0])
        ));
    };
    c.connection.set(a[0]);
    leave(c);
    c.next_row.set(None);
    c.rowcount.set(Value::small_int(-1));
    c.epoch.set(connection.epoch.get());
    c.closed.set(false);
    c.row_factory.set(Value::none());
    check_thread(connection)
}

/// The connection of a cursor that can be used.
fn usable(c: Ref<SqliteCursor>) -> PyResult<Ref<SqliteConnection>> {
    let Some(connection) = c.connection.get().cast::<SqliteConnection>() else {
        return Err(errors::PROGRAMMING.raise("Base Cursor.__init__ not called."));
    };
    if c.closed.get() {
        return Err(errors::PROGRAMMING.raise("Cannot operate on a closed cursor."));
    }
    if c.locked.get() {
        return Err(errors::PROGRAMMING.raise("Recursive use of cursors not allowed."));
    }
    check_thread(connection)?;
    check(connection)?;
    Ok(connection)
}

/// The cursor fetches from a statement. It keeps that twice: when the collector finds both dead, objects
/// are of no use any more.
fn hold(c: Ref<SqliteCursor>, s: Ref<SqliteStatement>) {
    leave(c);
    c.statement.set(Some(s));
    c.running.set(statement::share(s.prepared()));
}

fn leave(c: Ref<SqliteCursor>) {
    c.statement.set(None);
    drop(statement::taken(&c.running));
}

/// Called by the collector for a dead cursor: ends what it was fetching.
pub fn finalize_cursor(c: Ref<SqliteCursor>) {
    if let Some(prepared) = statement::taken(&c.running) {
        prepared.reset();
    }
}

/// Runs a statement up to its first row. When something is locked, it may be by a cursor that is dead
/// already.
fn run(s: Ref<SqliteStatement>) -> i32 {
    match s.prepared().step() {
        ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => {
            s.prepared().reset();
            s.prepared().in_use.set(true);
            crate::heap::collect(crate::heap::Reason::Explicit);
            s.prepared().start()
        }
        status => status,
    }
}

/// What a statement begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Select,
    Insert,
    /// Changes rows in another way.
    Change,
    Other,
}

impl Kind {
    fn of(sql: &[u8]) -> Kind {
        let word: Vec<u8> = sql
            .iter()
            .skip_while(|c| matches!(c, b' ' | b'\r' | b'\n' | b'\t'))
            .take_while(|c| c.is_ascii_alphabetic())
            .map(u8::to_ascii_lowercase)
            .collect();
        match word.as_slice() {
            b"select" => Kind::Select,
            b"insert" => Kind::Insert,
            b"update" | b"delete" | b"replace" => Kind::Change,
            _ => Kind::Other,
        }
    }

    fn changes(self) -> bool {
        matches!(self, Kind::Insert | Kind::Change)
    }
}

/// `Cursor.execute(sql[, parameters])`
pub fn execute(self_: Ref<SqliteCursor>, sql: Value, parameters: Option<Value>) -> PyResult {
    let c = usable(self_)?;
    let parameters = parameters.unwrap_or_else(|| tuple::empty().into());
    let once = tuple::from_slice(&[parameters]);
    locked(self_, || {
        query(self_, c, sql, protocol::iter(once.into())?, false)
    })
}

/// `Cursor.executemany(sql, parameters)`
pub fn executemany(self_: Ref<SqliteCursor>, sql: Value, parameters: Value) -> PyResult {
    let c = usable(self_)?;
    // What has `next` is an iterator, whether it can give one or not.
    let all = match parameters.ty().slots.next.get() {
        Some(_) => parameters,
        None => protocol::iter(parameters)?,
    };
    locked(self_, || query(self_, c, sql, all, true))
}

/// Runs `f`, while which the cursor cannot be used by others.
fn locked(c: Ref<SqliteCursor>, f: impl FnOnce() -> PyResult<()>) -> PyResult {
    c.locked.set(true);
    let done = f();
    c.locked.set(false);
    if done.is_err() {
        c.rowcount.set(Value::small_int(-1));
        leave(c);
    }
    done.map(|()| c.into())
}

fn query(
    cursor: Ref<SqliteCursor>,
    c: Ref<SqliteConnection>,
    sql: Value,
    all: Value,
    many: bool,
) -> PyResult<()> {
    cursor.epoch.set(c.epoch.get());
    cursor.next_row.set(None);
    if let Some(s) = cursor.statement.get() {
        s.prepared().reset();
    }
    let Some(text) = statement::sql_text(sql)? else {
        return Err(value_error("operation parameter must be str or unicode"));
    };
    let kind = Kind::of(text.to_bytes());
    cursor.description.set(Value::none());
    cursor.rowcount.set(Value::small_int(-1));
    let db = check(c)?;
    if c.begin.get().is_some() {
        if kind.changes() && !db.in_transaction() {
            begin(c)?;
        } else if kind == Kind::Other {
            // Whatever it is, it should work; and some statements do not within a transaction.
            commit(c)?;
        } else if kind == Kind::Select && many {
            return Err(
                errors::PROGRAMMING.raise("You cannot execute SELECT statements in executemany().")
            );
        }
    }
    let s = connection::prepared(c, sql)?;
    hold(cursor, s);
    s.prepared().reset();
    let bytes_too = statement::takes_bytes(c.text_factory.get());
    let mut changed = 0;
    let mut last_row = Value::none();
    while let Some(parameters) = protocol::next(all)? {
        s.prepared().in_use.set(true);
        statement::bind_all(s, parameters, bytes_too)?;
        let status = run(s);
        if crate::thread::current().has_pending() {
            s.prepared().reset();
            return Err(crate::error::Raised);
        }
        if status != ffi::SQLITE_DONE && status != ffi::SQLITE_ROW {
            let error = errors::of(&db);
            s.prepared().reset();
            return Err(error);
        }
        let detect = c.detect_types.get();
        cursor.converters.set(match detect {
            0 => None,
            detect => Some(statement::converters(s, detect)?),
        });
        if cursor.description.get().is_none() && s.prepared().columns() > 0 {
            cursor.description.set(description(s));
        }
        if status == ffi::SQLITE_ROW {
            if many {
                return Err(
                    errors::PROGRAMMING.raise("executemany() can only execute DML statements.")
                );
            }
            let row = statement::row(s, c, cursor.converters.get())?;
            cursor.next_row.set(Some(row));
        } else if !many {
            s.prepared().reset();
            leave(cursor);
        }
        if kind.changes() {
            // SAFETY: an open database.
            changed += i64::from(unsafe { ffi::sqlite3_changes(db.raw()) });
        }
        if !many && kind == Kind::Insert {
            // SAFETY: an open database.
            last_row = Value::int(unsafe { ffi::sqlite3_last_insert_rowid(db.raw()) });
        }
        if many {
            s.prepared().reset();
        }
    }
    cursor.lastrowid.set(last_row);
    if kind.changes() {
        cursor.rowcount.set(Value::int(changed));
    }
    Ok(())
}

/// Names of the columns, each with six times None.
fn description(s: Ref<SqliteStatement>) -> Value {
    let none = Value::none();
    let columns = list::new();
    for i in 0..s.prepared().columns() {
        let name = s.prepared().column_name(i);
        let name = bytes::new(statement::plain_name(&name));
        columns.push(tuple::from_slice(&[name.into(), none, none, none, none, none, none]).into());
    }
    tuple::from_slice(columns.as_ref().items()).into()
}

/// `Cursor.executescript(script)`
pub fn executescript(self_: Ref<SqliteCursor>, script: Value) -> PyResult {
    let c = usable(self_)?;
    self_.epoch.set(c.epoch.get());
    let text = match script.cast::<Str>() {
        Some(_) => statement::sql_text(script)?,
        None => match statement::sql_text(script)? {
            Some(t) => Some(t),
            None => {
                return Err(value_error("script argument must be unicode or string."));
            }
        },
    };
    let text = text.unwrap_or_default();
    commit(c)?;
    let db = check(c)?;
    let mut rest = text.as_c_str();
    while !rest.is_empty() {
        let (s, after) = db.prepare(rest).map_err(|_| errors::of(&db))?;
        loop {
            match s.step() {
                ffi::SQLITE_ROW => {}
                ffi::SQLITE_DONE => break,
                _ => return Err(errors::of(&db)),
            }
            if crate::thread::current().has_pending() {
                return Err(crate::error::Raised);
            }
        }
        rest = after;
    }
    Ok(self_.into())
}

pub fn cursor_iter(self_: Value) -> PyResult {
    Ok(self_)
}

pub fn cursor_next(self_: Value) -> PyResult<Option<Value>> {
    let Some(cursor) = self_.cast::<SqliteCursor>() else {
        return Ok(None);
    };
    let c = usable(cursor)?;
    if cursor.epoch.get() != c.epoch.get() {
        return Err(errors::INTERFACE.raise(
            "Cursor needed to be reset because of commit/rollback and can no longer be fetched from.",
        ));
    }
    let Some(row) = cursor.next_row.get() else {
        if let Some(s) = cursor.statement.get() {
            s.prepared().reset();
            leave(cursor);
        }
        return Ok(None);
    };
    cursor.next_row.set(None);
    let factory = cursor.row_factory.get();
    let shown = match factory.is_none() {
        true => row.into(),
        false => call_values(factory, &[self_, row.into()])?,
    };
    if let Some(s) = cursor.statement.get() {
        cursor.locked.set(true);
        let next = fetch(cursor, c, s);
        cursor.locked.set(false);
        next?;
    }
    Ok(Some(shown))
}

/// Fetches the row after the one that is given out.
fn fetch(
    cursor: Ref<SqliteCursor>,
    c: Ref<SqliteConnection>,
    s: Ref<SqliteStatement>,
) -> PyResult<()> {
    let db = check(c)?;
    let status = s.prepared().step();
    if crate::thread::current().has_pending() {
        s.prepared().reset();
        return Err(crate::error::Raised);
    }
    match status {
        ffi::SQLITE_ROW => {
            let row: Ref<Tuple> = statement::row(s, c, cursor.converters.get())?;
            cursor.next_row.set(Some(row));
            Ok(())
        }
        // The statement can be used again, before the collector finds the cursor dead.
        ffi::SQLITE_DONE => {
            s.prepared().reset();
            leave(cursor);
            Ok(())
        }
        _ => {
            let error = errors::of(&db);
            s.prepared().reset();
            Err(error)
        }
    }
}

pub fn fetchone(self_: Ref<SqliteCursor>) -> PyResult {
    Ok(cursor_next(self_.into())?.unwrap_or(Value::none()))
}

fn fetch_up_to(c: Ref<SqliteCursor>, n: usize) -> PyResult<Ref<List>> {
    let rows = list::new();
    while rows.len() < n {
        match cursor_next(c.into())? {
            Some(row) => rows.try_push(row)?,
            None => break,
        }
    }
    Ok(rows)
}

pub fn fetchmany(self_: Ref<SqliteCursor>, size: Option<Value>) -> PyResult {
    let n = match size {
        Some(v) => i64::from(crate::number::i32_from_value(v)?),
        None => self_.arraysize.get(),
    };
    // As in CPython, where a counter that passes the number ends it.
    let n = if n > 0 { n as usize } else { usize::MAX };
    fetch_up_to(self_, n).map(Into::into)
}

pub fn fetchall(self_: Ref<SqliteCursor>) -> PyResult {
    fetch_up_to(self_, usize::MAX).map(Into::into)
}

pub fn cursor_close(self_: Ref<SqliteCursor>) -> PyResult<()> {
    let Some(c) = self_.connection.get().cast::<SqliteConnection>() else {
        return Err(errors::PROGRAMMING.raise("Base Cursor.__init__ not called."));
    };
    check_thread(c)?;
    check(c)?;
    if let Some(s) = self_.statement.get() {
        s.prepared().reset();
        leave(self_);
    }
    self_.closed.set(true);
    Ok(())
}

/// Does nothing, which the interface allows.
pub fn setinputsizes(_: Ref<SqliteCursor>, _: &[Value]) -> PyResult<()> {
    Ok(())
}

/// Does nothing, which the interface allows.
pub fn setoutputsize(_: Ref<SqliteCursor>, _: &[Value]) -> PyResult<()> {
    Ok(())
}

pub fn get_arraysize(v: Value) -> PyResult {
    let n = v.cast::<SqliteCursor>().map_or(1, |c| c.arraysize.get());
    Ok(Value::int(n))
}

pub fn set_arraysize(v: Value, n: Option<Value>) -> PyResult<()> {
    let Some(n) = n else {
        return Err(crate::error::type_error(
            "can't delete numeric/char attribute",
        ));
    };
    let n = crate::number::i32_from_value(n)?;
    if let Some(c) = v.cast::<SqliteCursor>() {
        c.arraysize.set(i64::from(n));
    }
    Ok(())
}

/// A new cursor of a connection.
pub fn create(c: Ref<SqliteConnection>, factory: Option<Value>) -> PyResult {
    let factory = factory.unwrap_or_else(|| types::SQLITE_CURSOR.get().value());
    let made = call_values(factory, &[c.into()])?;
    let Some(cursor) = made.cast::<SqliteCursor>() else {
        return Err(raise_fmt!(
            type_error,
            "factory must return a cursor, not {}",
            crate::attr::type_name(made)
        ));
    };
    let rows = c.row_factory.get();
    if !rows.is_none() {
        cursor.row_factory.set(rows);
    }
    Ok(made)
}
