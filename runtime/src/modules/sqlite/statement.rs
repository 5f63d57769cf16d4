//! `sqlite3.Statement`: a prepared statement, its parameters and rows.

use libsqlite3_sys as ffi;
use std::ffi::CString;
use std::rc::Rc;

use crate::builtins::{bytearray, list, str as bytes, tuple};
use crate::call::call_values;
use crate::error::{PyResult, overflow_error, value_error};
use crate::layouts::{
    BufferObject, Dict, List, Long, SqliteConnection, SqliteStatement, Str, Tuple, Unicode,
};
use crate::number::{Num, view};
use crate::object::Ref;
use crate::protocol;
use crate::types;
use crate::value::Value;
use crate::window::{self, Want};

use super::db::{Data, Db, Prepared};
use super::{adapters, callbacks, errors};

/// SQL as the library wants it; `None` for what is no text.
///
/// # Errors
/// ValueError for zero characters.
pub fn sql_text(sql: Value) -> PyResult<Option<CString>> {
    let text = match (sql.cast::<Str>(), sql.cast::<Unicode>()) {
        (Some(s), _) => s,
        (None, Some(u)) => crate::codec::utf8::encode(u)?,
        (None, None) => return Ok(None),
    };
    match CString::new(text.as_ref().bytes()) {
        Ok(s) => Ok(Some(s)),
        Err(_) => Err(value_error("the query contains a null character")),
    }
}

/// Is there anything but blanks, comments and semicolons?
fn has_sql(text: &[u8]) -> bool {
    let mut rest = text;
    loop {
        rest = match rest {
            [] => return false,
            [b' ' | b'\t' | b'\r' | b'\n' | b';', after @ ..] => after,
            [b'-', b'-', after @ ..] => match memchr::memchr(b'\n', after) {
                Some(i) => &after[i..],
                None => return false,
            },
            [b'/', b'*', after @ ..] => match memchr::memmem::find(after, b"*/") {
                Some(i) => &after[i + 2..],
                None => return false,
            },
            _ => return true,
        }
    }
}

/// Prepares SQL that is one statement.
pub fn create(db: &Rc<Db>, sql: Value) -> PyResult<Ref<SqliteStatement>> {
    let Some(text) = sql_text(sql)? else {
        return Err(errors::WARNING.raise("SQL is of wrong type. Must be string or unicode."));
    };
    let (prepared, tail) = db.prepare(&text).map_err(|_| errors::of(db))?;
    if has_sql(tail.to_bytes()) {
        return Err(errors::WARNING.raise("You can only execute one statement at a time."));
    }
    let state = share(&Rc::new(prepared));
    let s = SqliteStatement::alloc(sql, state);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(s.addr() as *mut u8) };
    Ok(s)
}

/// A statement as objects have it: the address of a boxed owner.
pub fn share(prepared: &Rc<Prepared>) -> u64 {
    Box::into_raw(Box::new(prepared.clone())) as u64
}

/// Takes it back from an object, which forgets it.
pub fn taken(state: &std::cell::Cell<u64>) -> Option<Rc<Prepared>> {
    match state.replace(0) {
        0 => None,
        // SAFETY: made by `share`, and forgotten by its object just now.
        state => Some(*unsafe { Box::from_raw(state as *mut Rc<Prepared>) }),
    }
}

/// Called by the collector for a dead statement.
pub fn finalize(s: Ref<SqliteStatement>) {
    drop(taken(&s.state));
}

impl SqliteStatement {
    pub fn prepared(&self) -> &Rc<Prepared> {
        // SAFETY: made by `share`, and there as long as the object.
        unsafe { &*(self.state.get() as *const Rc<Prepared>) }
    }
}

/// Is an object stored as it is?
fn is_plain(v: Value) -> bool {
    v.exact::<Str>().is_some()
        || v.exact::<Unicode>().is_some()
        || v.is_none()
        || v.ty() == types::INT.get()
        || v.exact::<Long>().is_some()
        || v.ty() == types::FLOAT.get()
        || v.exact::<BufferObject>().is_some()
}

/// Sets all parameters. With `bytes_too`, byte strings may have any bytes.
pub fn bind_all(s: Ref<SqliteStatement>, parameters: Value, bytes_too: bool) -> PyResult<()> {
    let needed = s.prepared().parameters();
    let bind = |i: usize, v: Value| -> PyResult<bool> {
        let v = if is_plain(v) && !adapters::of_plain_types() {
            v
        } else {
            adapters::adapted_or_same(v)?
        };
        bind_one(s, i, v, bytes_too)
    };
    let failed = |what: String| {
        errors::INTERFACE.raise(format!(
            "Error binding parameter {what} - probably unsupported type."
        ))
    };
    if let Some(d) = parameters.cast::<Dict>() {
        for i in 1..=needed {
            let Some(name) = s.prepared().parameter_name(i) else {
                return Err(errors::PROGRAMMING.raise(format!(
                    "Binding {i} has no name, but you supplied a dictionary (which has only names)."
                )));
            };
            let key = bytes::new(&name[1..]);
            let found = match parameters.exact::<Dict>() {
                Some(d) => d.get(key.into())?,
                None => protocol::get_item(d.into(), key.into()).ok(),
            };
            let Some(v) = found else {
                crate::thread::current().take_pending();
                return Err(errors::PROGRAMMING
                    .raise(format!("You did not supply a value for binding {i}.")));
            };
            if !bind(i, v)? {
                return Err(failed(format!(":{}", key.to_text())));
            }
        }
        return Ok(());
    }
    let is_sequence = parameters.cast::<Tuple>().is_some()
        || parameters.cast::<List>().is_some()
        || parameters.ty().slots.getitem.get().is_some();
    if !is_sequence {
        return Err(value_error("parameters are of unsupported type"));
    }
    let given = protocol::len(parameters)?;
    if given != needed as i64 {
        return Err(errors::PROGRAMMING.raise(format!(
            "Incorrect number of bindings supplied. The current statement uses {needed}, and there are {given} supplied."
        )));
    }
    for i in 0..needed {
        let v = protocol::get_item(parameters, Value::int(i as i64))?;
        if !bind(i + 1, v)? {
            return Err(failed(i.to_string()));
        }
    }
    Ok(())
}

/// Sets a parameter; false for what is not supported.
fn bind_one(s: Ref<SqliteStatement>, i: usize, v: Value, bytes_too: bool) -> PyResult<bool> {
    let encoded;
    let buffer;
    let data = if v.is_none() {
        Data::Null
    } else if let Some(t) = v.cast::<Str>() {
        let t = t.as_ref().bytes();
        if !bytes_too && !t.is_ascii() {
            return Err(errors::PROGRAMMING.raise(
                "You must not use 8-bit bytestrings unless you use a text_factory that can interpret 8-bit bytestrings (like text_factory = str). It is highly recommended that you instead just switch your application to Unicode strings.",
            ));
        }
        Data::Text(t)
    } else if let Some(u) = v.cast::<Unicode>() {
        encoded = crate::codec::utf8::encode(u)?;
        Data::Text(encoded.as_ref().bytes())
    } else if let Some(x) = view::float(v) {
        Data::Float(x)
    } else if let Some(Num::Int(_) | Num::Long(_)) = Num::of(v) {
        match crate::number::int_from_value(v) {
            Ok(n) => Data::Int(n),
            Err(_) => {
                crate::thread::current().take_pending();
                return Err(overflow_error(
                    "Python int too large to convert to SQLite INTEGER",
                ));
            }
        }
    } else if v.cast::<BufferObject>().is_some() {
        let Some(w) = window::get(v, Want::Read)? else {
            return Ok(false);
        };
        buffer = w;
        Data::Blob(buffer.bytes())
    } else {
        return Ok(false);
    };
    Ok(s.prepared().bind(i, &data) == ffi::SQLITE_OK)
}

/// May byte strings have any bytes, with this text factory?
pub fn takes_bytes(factory: Value) -> bool {
    factory != types::UNICODE.get().value() && factory != types::CELL.get().value()
}

/// The part of a column's name that is its name.
pub fn plain_name(name: &[u8]) -> &[u8] {
    match memchr::memchr(b'[', name) {
        Some(i) if i > 0 && name[i - 1] == b' ' => &name[..i - 1],
        Some(i) => &name[..i],
        None => name,
    }
}

/// The converters of the columns, or None: by names' brackets and by declared types.
pub fn converters(s: Ref<SqliteStatement>, detect: i64) -> PyResult<Ref<List>> {
    let found = list::new();
    for i in 0..s.prepared().columns() {
        let mut converter = None;
        if detect & super::PARSE_COLNAMES != 0 {
            let name = s.prepared().column_name(i);
            if let Some(start) = memchr::memchr(b'[', &name)
                && let Some(n) = memchr::memchr(b']', &name[start..])
            {
                converter = adapters::converter(&name[start + 1..start + n])?;
            }
        }
        if converter.is_none()
            && detect & super::PARSE_DECLTYPES != 0
            && let Some(declared) = s.prepared().declared_type(i)
        {
            let end = declared
                .iter()
                .position(|c| matches!(c, b' ' | b'('))
                .unwrap_or(declared.len());
            converter = adapters::converter(&declared[..end])?;
        }
        found.push(converter.unwrap_or(Value::none()));
    }
    Ok(found)
}

/// The row that the statement stands at.
pub fn row(
    s: Ref<SqliteStatement>,
    c: Ref<SqliteConnection>,
    converters: Option<Ref<List>>,
) -> PyResult<Ref<Tuple>> {
    let values = list::new();
    for i in 0..s.prepared().columns() {
        let converter = converters.and_then(|l| l.item(i)).filter(|v| !v.is_none());
        let v = match converter {
            Some(f) => match s.prepared().column_bytes(i) {
                None => Value::none(),
                Some(b) => {
                    let text = bytes::try_new(b)?;
                    call_values(f, &[text.into()])?
                }
            },
            None => column(s, c, i)?,
        };
        values.try_push(v)?;
    }
    Ok(tuple::from_slice(values.as_ref().items()))
}

fn column(s: Ref<SqliteStatement>, c: Ref<SqliteConnection>, i: usize) -> PyResult {
    let text = match s.prepared().column(i) {
        Data::Null => return Ok(Value::none()),
        Data::Int(n) => return Ok(Value::int(n)),
        Data::Float(x) => return Ok(Value::float(x)),
        Data::Blob(b) => return super::blob(b),
        Data::Text(t) => t,
    };
    let factory = c.text_factory.get();
    if factory == types::UNICODE.get().value() {
        if let Some(v) = callbacks::decode(text)? {
            return Ok(v);
        }
        let name = String::from_utf8_lossy(&s.prepared().column_name(i)).into_owned();
        let message = format!("Could not decode to UTF-8 column '{name}' with text '");
        let mut message = message.into_bytes();
        message.extend_from_slice(text);
        message.push(b'\'');
        return Err(errors::OPERATIONAL.raise(message));
    }
    if factory == types::CELL.get().value() {
        return callbacks::optimized(text);
    }
    let s = bytes::try_new(text)?;
    if factory == types::STR.get().value() {
        return Ok(s.into());
    }
    if factory == types::BYTEARRAY.get().value() {
        return Ok(bytearray::new(s.as_ref().bytes())?.into());
    }
    call_values(factory, &[s.into()])
}
