//! The type `cPickle.Unpickler`.

use super::find;
use super::load::{Input, Loader};
use crate::builtins::{dict, str as bytes};
use crate::error::{PyResult, attribute_error, type_error};
use crate::layouts::{Dict, FileObject, Unpickler};
use crate::names;
use crate::object::Ref;
use crate::value::Value;

pub use super::pickler::cannot_create;

/// `read` and `readline` of a file that pickles come from; absent for a plain file.
pub fn reader(file: Value) -> PyResult<(Option<Value>, Option<Value>)> {
    if let Some(f) = file.exact::<FileObject>() {
        crate::builtins::file::check_open(f)?;
        return Ok((None, None));
    }
    let readline = find(file, names::readline())?;
    let read = find(file, bytes::intern_static("read"))?;
    if readline.is_none() || read.is_none() {
        return Err(type_error(
            "argument must have 'read' and 'readline' attributes",
        ));
    }
    Ok((read, readline))
}

/// A new unpickler.
pub fn create(file: Value) -> PyResult {
    let (read, readline) = reader(file)?;
    Ok(Unpickler::alloc(file, read, readline, dict::new(), None, None, None).into())
}

fn loader(u: Ref<Unpickler>) -> Loader {
    let mut l = Loader::new(Input::of(u.file.get(), u.read.get(), u.readline.get()));
    l.memo = Some(u.memo.get());
    l.persistent_load = u.persistent_load.get();
    l.find_global = u.find_global.get();
    l
}

/// `load()`
pub fn load(self_: Ref<Unpickler>) -> PyResult {
    loader(self_).load()
}

/// `noload()`
pub fn noload(self_: Ref<Unpickler>) -> PyResult {
    loader(self_).noload()
}

fn this(v: Value) -> PyResult<Ref<Unpickler>> {
    v.cast::<Unpickler>()
        .ok_or_else(|| type_error("expected a cPickle.Unpickler"))
}

pub fn get_persistent_load(v: Value) -> PyResult {
    this(v)?
        .persistent_load
        .get()
        .ok_or_else(|| attribute_error("persistent_load"))
}

pub fn set_persistent_load(v: Value, x: Option<Value>) -> PyResult<()> {
    let u = this(v)?;
    u.persistent_load.set(x);
    Ok(())
}

pub fn get_find_global(v: Value) -> PyResult {
    this(v)?
        .find_global
        .get()
        .ok_or_else(|| attribute_error("find_global"))
}

pub fn set_find_global(v: Value, x: Option<Value>) -> PyResult<()> {
    let u = this(v)?;
    u.find_global.set(x);
    Ok(())
}

pub fn get_memo(v: Value) -> PyResult {
    Ok(this(v)?.memo.get().into())
}

pub fn set_memo(v: Value, x: Option<Value>) -> PyResult<()> {
    let u = this(v)?;
    match x.and_then(|x| x.cast::<Dict>()) {
        Some(d) => {
            u.memo.set(d);
            Ok(())
        }
        None if x.is_none() => Err(type_error("attribute deletion is not supported")),
        None => Err(type_error("memo must be a dictionary")),
    }
}

pub fn get_error(v: Value) -> PyResult {
    Ok(this(v)?
        .error
        .get()
        .unwrap_or_else(|| crate::types::UNPICKLING_ERROR.get().into()))
}

pub fn set_error(v: Value, x: Option<Value>) -> PyResult<()> {
    let u = this(v)?;
    u.error.set(x);
    Ok(())
}
