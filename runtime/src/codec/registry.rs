//! What programs register: functions that look for codecs, and error handlers.

use std::sync::atomic::{AtomicBool, Ordering};

use super::Names;
use crate::builtins::receiver::Lasting;
use crate::builtins::{dict, list, str};
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

/// The error handlers that there are from the start.
pub const OWN_HANDLERS: &[&str] = &[
    "strict",
    "ignore",
    "replace",
    "xmlcharrefreplace",
    "backslashreplace",
];

/// Has the program put another handler in the place of one that there is from the start?
static REPLACED: AtomicBool = AtomicBool::new(false);

/// What a program registers.
pub fn register_error_of_program(name: &[u8], handler: Value) {
    if OWN_HANDLERS.iter().any(|own| own.as_bytes() == name) {
        REPLACED.store(true, Ordering::Relaxed);
    }
    register_error(name, handler);
}

/// Are all handlers that there are from the start what they were?
pub fn has_own_handlers() -> bool {
    !REPLACED.load(Ordering::Relaxed)
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

/// Imports the library's package `encodings`, which registers its search function; once.
fn load_encodings() -> PyResult<()> {
    static LOADED: AtomicBool = AtomicBool::new(false);
    if LOADED.swap(true, Ordering::Relaxed) {
        return Ok(());
    }
    match crate::modules::loaded_or_imported(b"encodings") {
        // A Python without a library has the builtin encodings only.
        Err(_) if crate::exception::pending_matches(crate::types::IMPORT_ERROR.get()) => {
            crate::thread::current().take_pending();
            Ok(())
        }
        r => r.map(|_| ()),
    }
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
    load_encodings()?;
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

/// The function of a codec for an encoding, called; what it returns first.
///
/// # Errors
/// LookupError; the function's; TypeError for a result that is no pair.
pub fn call(encoding: &[u8], errors: Option<&[u8]>, v: Value, direction: Direction) -> PyResult {
    let codec = lookup(encoding)?;
    let function = codec.items()[if direction == Direction::Encode { 0 } else { 1 }];
    let r = match errors {
        None => call_values(function, &[v])?,
        Some(e) => call_values(function, &[v, str::new(e).into()])?,
    };
    match r.cast::<Tuple>().map(|t| t.as_ref().items()) {
        Some([text, _]) => Ok(*text),
        _ if direction == Direction::Encode => {
            Err(type_error("encoder must return a tuple (object,integer)"))
        }
        _ => Err(type_error("decoder must return a tuple (object,integer)")),
    }
}

/// Runs a registered codec.
pub fn run(names: &Names, v: Value, direction: Direction) -> PyResult {
    let default = super::default::name();
    let encoding = names.encoding.as_deref().unwrap_or(&default);
    call(encoding, names.errors.as_deref(), v, direction)
}
