//! What programs register: functions that look for codecs, and error handlers.

use super::Names;
use super::errors::Errors;
use crate::builtins::receiver::Lasting;
use crate::builtins::{dict, list, str, tuple};
use crate::call::call_values;
use crate::error::{PyResult, raise, type_error};
use crate::layouts::{Dict, List, Tuple};
use crate::object::Ref;
use crate::value::Value;

static SEARCH: Lasting = Lasting::new();
static CODECS: Lasting = Lasting::new();
static HANDLERS: Lasting = Lasting::new();

fn search_functions() -> Ref<List> {
    let v = SEARCH.get(|| list::new().into());
    // SAFETY: that is what was made.
    unsafe { v.cast_unchecked() }
}

fn dict_of(d: &Lasting) -> Ref<Dict> {
    let v = d.get(|| dict::new().into());
    // SAFETY: that is what was made.
    unsafe { v.cast_unchecked() }
}

/// `codecs.register(function)`
pub fn register(function: Value) {
    search_functions().push(function);
}

/// `codecs.register_error(name, handler)`
pub fn register_error(name: &[u8], handler: Value) {
    dict_of(&HANDLERS).set_str(str::intern(name), handler);
}

/// The error handler that the program registered.
///
/// # Errors
/// LookupError.
pub fn error_handler(name: &[u8]) -> PyResult {
    dict_of(&HANDLERS)
        .get_str(str::intern(name))
        .ok_or_else(|| {
            let mut text = b"unknown error handler name '".to_vec();
            text.extend_from_slice(name);
            text.push(b'\'');
            raise(crate::types::LOOKUP_ERROR.get(), text)
        })
}

/// `codecs.lookup(name)`: what the first search function that knows it returns.
///
/// # Errors
/// LookupError.
pub fn lookup(name: &[u8]) -> PyResult<Ref<Tuple>> {
    let key: Vec<u8> = name
        .iter()
        .map(|c| {
            if *c == b' ' {
                b'-'
            } else {
                c.to_ascii_lowercase()
            }
        })
        .collect();
    let key = str::intern(&key);
    let codecs = dict_of(&CODECS);
    if let Some(t) = codecs.get_str(key).and_then(|v| v.cast::<Tuple>()) {
        return Ok(t);
    }
    let functions = search_functions();
    let mut i = 0;
    while let Some(f) = functions.item(i) {
        i += 1;
        let found = call_values(f, &[key.into()])?;
        if found.is_none() {
            continue;
        }
        let Some(t) = found.cast::<Tuple>().filter(|t| t.items().len() == 4) else {
            return Err(type_error("codec search functions must return 4-tuples"));
        };
        codecs.set_str(key, t.into());
        return Ok(t);
    }
    let mut text = b"unknown encoding: ".to_vec();
    text.extend_from_slice(name);
    Err(raise(crate::types::LOOKUP_ERROR.get(), text))
}

/// Which function of a codec.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Encode,
    Decode,
}

/// Runs a registered codec.
pub fn run(names: &Names, v: Value, direction: Direction) -> PyResult {
    let codec = lookup(names.encoding.as_deref().unwrap_or(b"ascii"))?;
    let i = if direction == Direction::Encode { 0 } else { 1 };
    let r = match (&names.errors, names.errors()) {
        (None, _) | (_, Errors::Strict) if names.errors.is_none() => {
            call_values(codec.items()[i], &[v])?
        }
        (e, _) => {
            let errors = str::new(e.as_deref().unwrap_or(b"strict"));
            call_values(codec.items()[i], &[v, errors.into()])?
        }
    };
    match r.cast::<Tuple>().map(|t| t.as_ref().items()) {
        Some([text, _]) => Ok(*text),
        _ if direction == Direction::Encode => {
            Err(type_error("encoder must return a tuple (object,integer)"))
        }
        _ => Err(type_error("decoder must return a tuple (object,integer)")),
    }
}

/// A codec's four parts, for `codecs.lookup` of a builtin encoding.
pub fn parts(functions: [Value; 4]) -> Ref<Tuple> {
    tuple::from_slice(&functions)
}
