//! The module `cPickle` (rows: spec/modules/cpickle.toml, spec/types/cpickle.toml).
//!
//! `save` writes pickles into a byte vector, `load` is the pickle machine; neither knows where bytes go
//! or come from. What CPython writes differently for an object that has a single reference, which it
//! leaves out of the memo, is written here as for any other object: references are not counted. Only
//! for what is made while pickling (the argument tuples of reductions) is that known.

use crate::builtins::{file, list};
use crate::call::Args;
use crate::error::{PyResult, Raised, raise, type_error};
use crate::layouts::{Dict, FileObject, Module, Str};
use crate::names;
use crate::object::Ref;
use crate::value::Value;
use crate::{attr, protocol, types};

mod load;
mod memo;
mod opcodes;
pub mod pickler;
mod plain;
mod registry;
mod save;
pub mod unpickler;

/// The highest protocol there is.
pub const HIGHEST: i64 = 2;

pub mod errors {
    //! How the exceptions of the module show themselves.
    use crate::builtins::{exceptions, str as bytes};
    use crate::error::PyResult;
    use crate::protocol;
    use crate::value::Value;

    /// Only the first argument is shown.
    pub fn str(v: Value) -> PyResult {
        match exceptions::args(v).and_then(|a| a.as_ref().items().first().copied()) {
            Some(first) => protocol::str(first).map(Into::into),
            None => Ok(bytes::new(b"(what)").into()),
        }
    }

    /// The argument is the object.
    pub fn unpickleable_str(v: Value) -> PyResult {
        let what = match exceptions::args(v).and_then(|a| a.as_ref().items().first().copied()) {
            Some(first) => protocol::str(first.ty().value())?.as_ref().bytes().to_vec(),
            None => b"(what)".to_vec(),
        };
        Ok(bytes::new(&[b"Cannot pickle ", &what[..], b" objects"].concat()).into())
    }
}

#[cold]
fn pickling_error(message: impl crate::text::shown::Message) -> Raised {
    raise(types::PICKLING_ERROR.get(), message)
}

#[cold]
fn unpickling_error(message: impl crate::text::shown::Message) -> Raised {
    raise(types::UNPICKLING_ERROR.get(), message)
}

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d: Ref<Dict> = crate::builtins::module::dict(m);
    let text = |s: &[u8]| -> Value { crate::builtins::str::new(s).into() };
    let set = |n: &[u8], v: Value| d.set_str(crate::builtins::str::intern(n), v);
    set(b"HIGHEST_PROTOCOL", Value::int(HIGHEST));
    set(b"__version__", text(b"1.71"));
    set(b"format_version", text(b"2.0"));
    let formats = crate::builtins::list::new();
    for f in [b"1.0", b"1.1", b"1.2", b"1.3", b"2.0"] {
        formats.push(text(f));
    }
    set(b"compatible_formats", formats.into());
    Ok(())
}

/// A protocol as programs give it.
fn protocol_number(n: i64) -> PyResult<i64> {
    match n {
        ..0 => Ok(HIGHEST),
        0..=HIGHEST => Ok(n),
        _ => Err(raise_fmt!(
            value_error,
            "pickle protocol {n} asked for; the highest available protocol is {HIGHEST}"
        )),
    }
}

/// An attribute, without making an exception for an absent one where that can be told beforehand.
#[inline]
fn find(v: Value, name: Ref<Str>) -> PyResult<Option<Value>> {
    if attr::is_generic_get(v.ty().slots.getattr.get()) {
        attr::generic_find(v, name)
    } else {
        attr::find(v, name)
    }
}

/// The `write` of a file that pickles go to; absent for a plain file, and for None, which nothing is written to.
fn writer(file: Value) -> PyResult<Option<Value>> {
    if file.is_none() {
        return Ok(None);
    }
    if let Some(f) = file.exact::<FileObject>() {
        file::check_open(f)?;
        return Ok(None);
    }
    match find(file, names::write())? {
        Some(w) => Ok(Some(w)),
        None => Err(type_error("argument must have 'write' attribute")),
    }
}

/// Hands bytes to a file.
fn write(file: Value, method: Option<Value>, bytes: &[u8]) -> PyResult<()> {
    match method {
        Some(w) => {
            crate::call::call_values(w, &[crate::builtins::str::try_new(bytes)?.into()])?;
            Ok(())
        }
        None => match file.exact::<FileObject>() {
            Some(f) => file::write_bytes(f, bytes),
            None => Ok(()),
        },
    }
}

/// `dump(obj, file, protocol=0)`
pub fn dump(obj: Value, file: Value, protocol: i64) -> PyResult<()> {
    let protocol = protocol_number(protocol)?;
    let method = writer(file)?;
    let mut s = save::Saver::new(protocol);
    s.dump(obj)?;
    write(file, method, s.output())
}

/// `dumps(obj, protocol=0)`
pub fn dumps(obj: Value, protocol: i64) -> PyResult {
    let mut s = save::Saver::new(protocol_number(protocol)?);
    s.dump(obj)?;
    Ok(crate::builtins::str::try_new(s.output())?.into())
}

/// `load(file)`
pub fn load(file: Value) -> PyResult {
    let (read, readline) = unpickler::reader(file)?;
    load::Loader::new(load::Input::of(file, read, readline)).load()
}

/// `loads(string)`
pub fn loads(string: Value) -> PyResult {
    let Some(s) = string.cast::<Str>() else {
        return Err(raise_fmt!(
            type_error,
            "loads() argument 1 must be string, not {}",
            if string.is_none() {
                "None"
            } else {
                attr::type_name(string)
            }
        ));
    };
    load::Loader::new(load::Input::string(s)).load()
}

/// `Pickler([file[, protocol]])`; `Pickler(protocol)` collects pickles.
pub fn new_pickler(pos: &[Value], all: Args<'_>) -> PyResult {
    // A number alone, or nothing: keywords are not looked at then.
    let protocol = match pos {
        [] => Some(0),
        [n] => n.as_int(),
        _ => None,
    };
    if let Some(n) = protocol {
        return pickler::create(None, protocol_number(n)?);
    }
    let mut file = pos.first().copied();
    let mut protocol = pos.get(1).copied();
    if all.values.len() + pos.len() > 2 {
        return Err(raise_fmt!(
            type_error,
            "Pickler() takes at most 2 arguments ({} given)",
            all.values.len() + pos.len()
        ));
    }
    for (key, v) in all.keywords() {
        let k = key.cast::<Str>().map_or(&b""[..], |s| s.as_ref().bytes());
        let slot = match k {
            b"file" => &mut file,
            b"protocol" => &mut protocol,
            _ => return Err(crate::builtins::sequence::unknown_keyword(all, key)),
        };
        *slot = Some(v);
    }
    let protocol = match protocol {
        Some(p) => crate::convert::i32(p)?,
        None => 0,
    };
    pickler::create(file, protocol_number(protocol)?)
}

/// `Unpickler(file)`
pub fn new_unpickler(file: Value) -> PyResult {
    unpickler::create(file)
}

/// The text of an object for a message.
fn shown(v: Value) -> PyResult<Vec<u8>> {
    Ok(protocol::str(v)?.as_ref().bytes().to_vec())
}

/// `sys.modules[name]`, imported when it is not there.
fn module_named(name: Ref<Str>) -> PyResult {
    let loaded = super::sys_dict()
        .and_then(|d| d.get_str(names::modules()))
        .and_then(|m| m.cast::<Dict>());
    if let Some(m) = loaded.and_then(|d| d.get_str(crate::builtins::str::intern_value(name))) {
        return Ok(m);
    }
    let Some(f) = super::builtins_dict().get_str(names::import()) else {
        return Err(crate::error::import_error("__import__ not found"));
    };
    let from: Value = list::from_slice(&[crate::builtins::str::intern(b"__doc__").into()]).into();
    let empty: Value = crate::builtins::dict::new().into();
    crate::call::call_values(f, &[name.into(), empty, empty, from, Value::int(0)])
}
