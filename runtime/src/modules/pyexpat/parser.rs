//! The type `pyexpat.xmlparser`.

use std::cell::{Cell, RefCell};
use std::ffi::{CStr, CString};
use std::rc::Rc;

use super::callbacks::{self, HANDLERS};
use super::library::{self, Parser};
use super::text;
use crate::builtins::{list, str as bytes};
use crate::error::{PyResult, Raised, no_memory, runtime_error, type_error};
use crate::layouts::{FileObject, List, Str, XmlParser};
use crate::object::Ref;
use crate::value::Value;
use crate::window::{self, Want};
use crate::{attr, thread};

/// What a parser object owns beside Python objects.
pub struct State {
    pub parser: Rc<Parser>,
    /// What programs see for [`SEPARATOR`].
    pub separator: Option<u8>,
    /// `buffer_text`: is character data collected?
    pub buffering: Cell<bool>,
    /// What was collected.
    pub buffer: RefCell<Vec<u8>>,
    /// How much of that a handler is being told.
    pub told: Cell<usize>,
    pub buffer_size: Cell<usize>,
    pub ordered_attributes: Cell<bool>,
    pub specified_attributes: Cell<bool>,
    pub namespace_prefixes: Cell<bool>,
    pub returns_unicode: Cell<bool>,
    /// Does a handler run?
    pub in_callback: Cell<bool>,
}

/// Between the parts of names with namespaces, for the library: a byte that no document has. With any other it
/// may reject names of namespaces that have the byte, which programs need not expect.
pub const SEPARATOR: u8 = 0x1f;
/// The same as a string.
pub const SEPARATOR_TEXT: &CStr = c"\x1f";

/// `buffer_size` at first.
const BUFFER_SIZE: usize = 8192;
/// How much `ParseFile` reads at once.
const READ: usize = 2048;

fn make(state: State, handlers: Ref<List>, intern: Option<Value>) -> Value {
    let p = XmlParser::alloc(Box::into_raw(Box::new(state)) as u64, handlers, intern);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(p.addr() as *mut u8) };
    p.into()
}

/// A new parser.
pub fn create(
    encoding: Option<&CStr>,
    separator: Option<CString>,
    intern: Option<Value>,
) -> PyResult {
    let shown = separator
        .as_ref()
        .and_then(|s| s.as_bytes().first().copied());
    let separator = match shown {
        Some(_) => Some(SEPARATOR_TEXT),
        // An empty one: the parts are not separated.
        None => separator.as_deref(),
    };
    let Some(parser) = Parser::new(encoding, separator) else {
        return Err(no_memory());
    };
    callbacks::set_up(&parser);
    let handlers = list::with_capacity(HANDLERS.len());
    for _ in HANDLERS {
        handlers.push(Value::none());
    }
    let state = State {
        parser,
        separator: shown,
        buffering: Cell::new(false),
        buffer: RefCell::default(),
        told: Cell::default(),
        buffer_size: Cell::new(BUFFER_SIZE),
        ordered_attributes: Cell::new(false),
        specified_attributes: Cell::new(false),
        namespace_prefixes: Cell::new(false),
        returns_unicode: Cell::new(true),
        in_callback: Cell::new(false),
    };
    Ok(make(state, handlers, intern))
}

pub fn finalize(p: Ref<XmlParser>) {
    let address = p.state.replace(0);
    if address != 0 {
        // SAFETY: made from a box in `make`, and forgotten by the object just now.
        drop(unsafe { Box::from_raw(address as *mut State) });
    }
}

/// What the object owns.
pub fn state<'a>(p: Ref<XmlParser>) -> &'a State {
    // SAFETY: the object owns the box while it lives; everything in it that changes is in cells.
    unsafe { &*(p.state.get() as *const State) }
}

/// The error that the library tells of.
#[cold]
fn library_error(s: &State, code: u32) -> Raised {
    let (line, column) = s.parser.position();
    let text = String::from_utf8_lossy(library::error_text(code).unwrap_or(b"")).into_owned();
    let message = format!("{text}: line {line}, column {column}");
    super::failure(&message, code, line, column)
}

fn run(p: Ref<XmlParser>, piece: &[u8], last: bool) -> PyResult<i32> {
    let s = state(p);
    if s.parser.is_running() {
        return Err(runtime_error("the parser is running already"));
    }
    // SAFETY: the handlers that `callbacks` sets expect the object; the caller keeps it and the bytes.
    let status = unsafe { s.parser.parse(piece, last, p.as_ptr().cast()) };
    if thread::current().has_pending() {
        return Err(Raised);
    }
    if status == 0 {
        return Err(library_error(s, s.parser.error()));
    }
    Ok(status)
}

fn finish(p: Ref<XmlParser>, status: i32) -> PyResult {
    callbacks::flush(p)?;
    Ok(Value::int(i64::from(status)))
}

/// Does something with the bytes of an argument, which stay as they are meanwhile (CPython's format "s#").
pub fn with_bytes<R>(
    v: Value,
    function: &str,
    f: impl FnOnce(&[u8]) -> PyResult<R>,
) -> PyResult<R> {
    let string = match v.cast::<Str>() {
        Some(s) => Some(s),
        None => crate::builtins::unicode::encode_default(v)?,
    };
    if let Some(s) = string {
        return f(s.as_ref().bytes());
    }
    match window::get(v, Want::Read)? {
        Some(w) if v.cast::<crate::layouts::ByteArray>().is_none() => {
            // Handlers may change what is no string.
            let copy = w.bytes().to_vec();
            f(&copy)
        }
        _ => Err(window::not(v, function, 1, "string or read-only buffer")),
    }
}

/// `Parse(data[, isfinal])`
pub fn parse(self_: Ref<XmlParser>, data: Value, isfinal: i32) -> PyResult {
    let status = with_bytes(data, "Parse", |piece| run(self_, piece, isfinal != 0))?;
    finish(self_, status)
}

/// `ParseFile(file)`
pub fn parse_file(self_: Ref<XmlParser>, file: Value) -> PyResult {
    let plain = file.cast::<FileObject>().is_some();
    let read = match attr::find(file, bytes::intern_static("read"))? {
        Some(f) => f,
        None => return Err(type_error("argument must have 'read' attribute")),
    };
    loop {
        let piece = crate::call::call_values(read, &[Value::int(READ as i64)])?;
        let Some(s) = piece.cast::<Str>() else {
            return Err(raise_fmt!(
                type_error,
                "read() did not return a string object (type={})",
                attr::type_name(piece)
            ));
        };
        let n = s.as_ref().bytes().len();
        if n > READ && !plain {
            return Err(raise_fmt!(
                value_error,
                "read() returned too much data: {READ} bytes requested, {n} returned"
            ));
        }
        let status = run(self_, s.as_ref().bytes(), n == 0)?;
        if n == 0 {
            return finish(self_, status);
        }
    }
}

/// `SetBase(url)`
pub fn set_base(self_: Ref<XmlParser>, base: Value) -> PyResult<()> {
    let Some(base) = text(base, "SetBase", 1, false)? else {
        return Ok(());
    };
    if !state(self_).parser.set_base(&base) {
        return Err(no_memory());
    }
    Ok(())
}

/// `GetBase()`
pub fn get_base(self_: Ref<XmlParser>) -> PyResult {
    let base = state(self_).parser.base();
    Ok(base.map_or(Value::none(), |b| bytes::new(b).into()))
}

/// `GetInputContext()`
pub fn get_input_context(self_: Ref<XmlParser>) -> PyResult {
    let s = state(self_);
    if !s.in_callback.get() {
        return Ok(Value::none());
    }
    match s.parser.context() {
        Some(input) => Ok(bytes::try_new(input)?.into()),
        None => Ok(Value::none()),
    }
}

/// `ExternalEntityParserCreate(context[, encoding])`
pub fn external_entity_parser_create(
    self_: Ref<XmlParser>,
    context: Value,
    encoding: Option<Value>,
) -> PyResult {
    const FUNCTION: &str = "ExternalEntityParserCreate";
    let context = text(context, FUNCTION, 1, true)?;
    let encoding = match encoding {
        Some(v) => text(v, FUNCTION, 2, false)?,
        None => None,
    };
    let s = state(self_);
    let Some(parser) = s.parser.entity(context.as_deref(), encoding.as_deref()) else {
        return Err(no_memory());
    };
    callbacks::set_up(&parser);
    let handlers = list::from_slice(self_.handlers.get().as_ref().items());
    for (h, v) in HANDLERS.iter().zip(handlers.as_ref().items()) {
        if !v.is_none() {
            (h.set)(parser.raw(), true);
        }
    }
    let state = State {
        parser,
        separator: s.separator,
        buffering: s.buffering.clone(),
        buffer: RefCell::default(),
        told: Cell::default(),
        buffer_size: s.buffer_size.clone(),
        ordered_attributes: s.ordered_attributes.clone(),
        specified_attributes: s.specified_attributes.clone(),
        namespace_prefixes: s.namespace_prefixes.clone(),
        returns_unicode: s.returns_unicode.clone(),
        in_callback: Cell::new(false),
    };
    Ok(make(state, handlers, self_.intern.get()))
}

/// `SetParamEntityParsing(flag)`
pub fn set_param_entity_parsing(self_: Ref<XmlParser>, flag: i32) -> PyResult {
    let done = state(self_).parser.set_param_entity_parsing(flag);
    Ok(Value::int(i64::from(done)))
}

/// `UseForeignDTD([flag])`
pub fn use_foreign_dtd(self_: Ref<XmlParser>, flag: bool) -> PyResult<()> {
    let s = state(self_);
    match s.parser.use_foreign_dtd(flag) {
        0 => Ok(()),
        code => Err(library_error(s, code)),
    }
}
