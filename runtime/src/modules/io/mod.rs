//! The module `_io` (rows: spec/modules/io.toml, spec/types/io.toml): the streams of the library's `io`.
//!
//! What a stream keeps outside of the heap (bytes, text, positions) is in a box that its object owns. A
//! reference into a box never lives while Python code may run: streams call each other's methods.

use crate::builtins::{str as bytes, tuple};
use crate::call::call_values;
use crate::error::{PyResult, Raised, type_error, value_error};
use crate::layouts::{Module, Str};
use crate::modules::native_error::NativeError;
use crate::object::Ref;
use crate::value::Value;
use crate::window::{self, Want};
use crate::{attr, convert, number, types};

pub mod base;
pub mod buffered;
pub mod bytes_io;
pub mod errors;
pub mod file_io;
pub mod forgotten;
pub mod newlines;
pub mod pair;
pub mod string_io;
pub mod text_io;
mod text_position;

/// Size of buffers, unless the file's blocks say otherwise.
pub const DEFAULT_BUFFER_SIZE: i64 = 8192;

static UNSUPPORTED: NativeError = NativeError::new();

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = crate::builtins::module::dict(m);
    let bases = tuple::from_slice(&[
        types::VALUE_ERROR.get().into(),
        types::IO_ERROR.get().into(),
    ]);
    let class = UNSUPPORTED.create_of("io", "UnsupportedOperation", bases)?;
    d.set_str(bytes::intern(b"UnsupportedOperation"), class);
    d.set_str(
        bytes::intern(b"DEFAULT_BUFFER_SIZE"),
        Value::int(DEFAULT_BUFFER_SIZE),
    );
    Ok(())
}

#[cold]
fn unsupported(what: &str) -> Raised {
    UNSUPPORTED.raise(what)
}

#[cold]
fn closed_error() -> Raised {
    value_error("I/O operation on closed file.")
}

/// `object.name(args…)`
fn method(object: Value, name: &'static str, args: &[Value]) -> PyResult {
    call_values(attr::get(object, bytes::intern_static(name))?, args)
}

/// A plain attribute.
fn attribute(object: Value, name: &'static str) -> PyResult {
    attr::get(object, bytes::intern_static(name))
}

/// A size argument: absent and None are -1.
fn size_argument(v: Option<Value>) -> PyResult<i64> {
    match v.filter(|v| !v.is_none()) {
        None => Ok(-1),
        Some(v) => {
            // Other numbers are told of as what is no index.
            if !number::is_index(v) && v.ty().slots.int.get().is_none() {
                return Err(type_error(format!(
                    "integer argument expected, got '{}'",
                    attr::type_name(v)
                )));
            }
            offset_argument(v)
        }
    }
}

/// Positions and counts are longs.
fn whole(n: i64) -> Value {
    number::long(n)
}

/// An offset as programs give it.
fn offset_argument(v: Value) -> PyResult<i64> {
    number::as_index_or(v, crate::error::overflow_error)
}

/// The bytes that are to be written.
fn input(v: Value) -> PyResult<Ref<Str>> {
    if let Some(s) = v.cast::<Str>() {
        return Ok(s);
    }
    if crate::builtins::unicode::is_unicode(v) {
        return Err(type_error("'unicode' does not have the buffer interface"));
    }
    match window::get(v, Want::Read)? {
        Some(w) => bytes::try_new(w.bytes()),
        None => Ok(bytes::try_new(window::view(v)?.bytes())?),
    }
}

/// The bytes of what has the newer interface.
fn viewed(v: Value) -> PyResult<Ref<Str>> {
    match v.cast::<Str>() {
        Some(s) => Ok(s),
        None if crate::builtins::unicode::is_unicode(v) => input(v),
        None => bytes::try_new(window::view(v)?.bytes()),
    }
}

/// Memory that is to be filled.
fn output(v: Value) -> PyResult<window::Window> {
    match window::get(v, Want::Write) {
        Ok(Some(w)) if w.writable => Ok(w),
        Ok(_) => match window::get(v, Want::View)? {
            Some(w) if w.writable => Ok(w),
            _ => Err(not_writable(v)),
        },
        Err(_) => {
            crate::thread::current().take_pending();
            Err(not_writable(v))
        }
    }
}

#[cold]
fn not_writable(v: Value) -> Raised {
    type_error(format!(
        "argument 1 must be read-write buffer, not {}",
        attr::type_name(v)
    ))
}

fn text_argument(v: Option<Value>, function: &str, n: usize) -> PyResult<Option<Ref<Str>>> {
    match v.filter(|v| !v.is_none()) {
        None => Ok(None),
        Some(v) => match v.cast::<Str>() {
            Some(s) if s.as_ref().bytes().contains(&0) => Err(type_error(format!(
                "{function}() argument {n} must be string without null bytes or None, not str"
            ))),
            Some(s) => Ok(Some(s)),
            None => match crate::builtins::unicode::encode_default(v)? {
                Some(s) => Ok(Some(s)),
                None => Err(type_error(format!(
                    "{function}() argument {n} must be string or None, not {}",
                    attr::type_name(v)
                ))),
            },
        },
    }
}

/// `open(file, mode, …)`
pub fn open(
    file: Value,
    mode: Option<Value>,
    buffering: i32,
    encoding: Option<Value>,
    errors: Option<Value>,
    newline: Option<Value>,
    closefd: i32,
) -> PyResult {
    let is_name = file.cast::<Str>().is_some() || crate::builtins::unicode::is_unicode(file);
    if file.is_float() {
        return Err(type_error("integer argument expected, got float"));
    }
    if !is_name && !number::is_number(file) {
        let r = crate::protocol::repr(file)?;
        return Err(type_error([b"invalid file: ", r.as_ref().bytes()].concat()));
    }
    let mode_text = match mode {
        None => "r".to_owned(),
        Some(m) => crate::convert::string(m, "open", 2)?.as_ref().to_text(),
    };
    let encoding = text_argument(encoding, "open", 4)?;
    let errors = text_argument(errors, "open", 5)?;
    let newline = text_argument(newline, "open", 6)?;
    let has = |c: char| mode_text.contains(c);
    let twice = mode_text
        .char_indices()
        .any(|(i, c)| mode_text[i + c.len_utf8()..].contains(c));
    if twice || mode_text.chars().any(|c| !"rwabt+U".contains(c)) {
        return Err(value_error(format!("invalid mode: '{mode_text}'")));
    }
    let reading = has('r') || has('U');
    let (writing, appending, updating) = (has('w'), has('a'), has('+'));
    if has('U') && (writing || appending) {
        return Err(value_error("can't use U and writing mode at once"));
    }
    if has('t') && has('b') {
        return Err(value_error("can't have text and binary mode at once"));
    }
    if usize::from(reading) + usize::from(writing) + usize::from(appending) > 1 {
        return Err(value_error(
            "must have exactly one of read/write/append mode",
        ));
    }
    let binary = has('b');
    if binary && encoding.is_some() {
        return Err(value_error("binary mode doesn't take an encoding argument"));
    }
    if binary && errors.is_some() {
        return Err(value_error("binary mode doesn't take an errors argument"));
    }
    if binary && newline.is_some() {
        return Err(value_error("binary mode doesn't take a newline argument"));
    }
    // One without a direction is refused by the raw stream.
    let letters = [
        (reading, 'r'),
        (writing, 'w'),
        (appending, 'a'),
        (updating, '+'),
    ];
    let given = letters.iter().filter(|(is, _)| *is);
    let raw_mode: String = given.map(|(_, letter)| letter).collect();
    let raw_mode: Value = bytes::new(raw_mode.as_bytes()).into();
    let raw = call_values(
        types::FILE_IO.get().into(),
        &[file, raw_mode, Value::int(closefd.into())],
    )?;
    let finish = || -> PyResult {
        let mut buffering = i64::from(buffering);
        let terminal = buffering < 0 && crate::protocol::truth(method(raw, "isatty", &[])?)?;
        let mut lines = terminal;
        if buffering == 1 {
            buffering = -1;
            lines = true;
        }
        if terminal {
            buffering = -1;
        }
        if buffering < 0 {
            buffering = file_io::block_size(raw)?;
        }
        if buffering == 0 {
            if !binary {
                return Err(value_error("can't have unbuffered text I/O"));
            }
            return Ok(raw);
        }
        let class = if updating {
            types::BUFFERED_RANDOM.get()
        } else if reading {
            types::BUFFERED_READER.get()
        } else {
            types::BUFFERED_WRITER.get()
        };
        let buffer = call_values(class.into(), &[raw, Value::int(buffering)])?;
        if binary {
            return Ok(buffer);
        }
        let optional = |s: Option<Ref<Str>>| s.map_or(Value::none(), Into::into);
        let wrapped = call_values(
            types::TEXT_IO_WRAPPER.get().into(),
            &[
                buffer,
                optional(encoding),
                optional(errors),
                optional(newline),
                Value::bool(lines),
            ],
        )?;
        attr::set(
            wrapped,
            bytes::intern_static("mode"),
            Some(mode.unwrap_or_else(|| bytes::new(b"r").into())),
        )?;
        Ok(wrapped)
    };
    match finish() {
        Ok(v) => Ok(v),
        Err(e) => {
            // The file is closed, but the first error is the one that counts.
            let t = crate::thread::current();
            let pending = t.take_pending();
            if method(raw, "close", &[]).is_err() {
                t.take_pending();
            }
            t.pending.set(pending);
            Err(e)
        }
    }
}

/// As `convert::truth`, for attributes.
fn is_true(v: Value) -> PyResult<bool> {
    convert::truth(v)
}
