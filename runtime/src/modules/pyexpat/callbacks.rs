//! What the library calls while it parses: makes Python objects of what it is told, and calls handlers.
//!
//! The first argument is the parser object, as `parser::run` passes it. When a handler raises, all handlers are
//! taken away, the library stops for good, and `run` finds the pending exception.

use std::ffi::{c_char, c_int, c_void};
use std::ptr;

use expat as ffi;
use ffi::Text;

use super::library::{self, Parser};
use super::parser::{SEPARATOR, State, state};
use crate::builtins::{dict, list, str as bytes, tuple, unicode};
use crate::call::call_values;
use crate::codec;
use crate::error::{PyResult, Raised, value_error};
use crate::layouts::{Dict, XmlParser};
use crate::object::Ref;
use crate::value::Value;
use crate::{number, thread};

/// A kind of handler: its attribute, and how the library is told whether there is one.
pub struct Handler {
    pub name: &'static str,
    pub set: fn(*mut ffi::Parser, bool),
}

macro_rules! handlers {
    ($($name:ident $set:ident $f:ident)*) => {
        /// Numbers of handlers.
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub enum Kind { $($name),* }

        /// All kinds, by number.
        pub const HANDLERS: &[Handler] = &[$(Handler {
            name: stringify!($name),
            // SAFETY: a live parser; the function is one for this kind.
            set: |p, on| unsafe { ffi::$set(p, if on { Some($f) } else { None }) },
        }),*];
    };
}

handlers! {
    StartElementHandler XML_SetStartElementHandler start_element
    EndElementHandler XML_SetEndElementHandler end_element
    ProcessingInstructionHandler XML_SetProcessingInstructionHandler processing_instruction
    CharacterDataHandler XML_SetCharacterDataHandler character_data
    UnparsedEntityDeclHandler XML_SetUnparsedEntityDeclHandler unparsed_entity_decl
    NotationDeclHandler XML_SetNotationDeclHandler notation_decl
    StartNamespaceDeclHandler XML_SetStartNamespaceDeclHandler start_namespace_decl
    EndNamespaceDeclHandler XML_SetEndNamespaceDeclHandler end_namespace_decl
    CommentHandler XML_SetCommentHandler comment
    StartCdataSectionHandler XML_SetStartCdataSectionHandler start_cdata_section
    EndCdataSectionHandler XML_SetEndCdataSectionHandler end_cdata_section
    DefaultHandler XML_SetDefaultHandler default
    DefaultHandlerExpand XML_SetDefaultHandlerExpand default_expand
    NotStandaloneHandler XML_SetNotStandaloneHandler not_standalone
    ExternalEntityRefHandler XML_SetExternalEntityRefHandler external_entity_ref
    StartDoctypeDeclHandler XML_SetStartDoctypeDeclHandler start_doctype_decl
    EndDoctypeDeclHandler XML_SetEndDoctypeDeclHandler end_doctype_decl
    EntityDeclHandler XML_SetEntityDeclHandler entity_decl
    XmlDeclHandler XML_SetXmlDeclHandler xml_decl
    ElementDeclHandler XML_SetElementDeclHandler element_decl
    AttlistDeclHandler XML_SetAttlistDeclHandler attlist_decl
    SkippedEntityHandler XML_SetSkippedEntityHandler skipped_entity
}

/// What every new parser gets.
pub fn set_up(p: &Parser) {
    // SAFETY: a live parser, and a handler of that kind.
    unsafe { ffi::XML_SetUnknownEncodingHandler(p.raw(), Some(unknown_encoding), ptr::null_mut()) };
}

/// A parser object while a callback is about it.
struct Event {
    object: Ref<XmlParser>,
}

impl Event {
    /// # Safety
    /// `data` is what `parser::run` passed to the library.
    unsafe fn of(data: *mut c_void) -> Event {
        Event {
            // SAFETY: promised by the caller; `run`'s caller keeps it.
            object: unsafe { Ref::from_raw(data.cast()) },
        }
    }

    fn state<'a>(&self) -> &'a State {
        state(self.object)
    }

    fn handler(&self, kind: Kind) -> Option<Value> {
        let h = self.object.handlers.get().as_ref().item(kind as usize);
        h.filter(|h| !h.is_none())
    }

    /// A string as programs get it: unicode, or UTF-8.
    fn string(&self, text: &[u8]) -> PyResult {
        if !self.state().returns_unicode.get() {
            return Ok(bytes::try_new(text)?.into());
        }
        decode(text)
    }

    /// The same for a C string; None for a null pointer.
    fn text(&self, s: Text) -> PyResult {
        // SAFETY: the library's strings stay while its handlers run.
        match unsafe { library::text(s) } {
            Some(text) => self.string(text),
            None => Ok(Value::none()),
        }
    }

    /// The same, one object for all strings that are equal.
    fn name(&self, s: Text) -> PyResult {
        self.interned(self.text(s)?)
    }

    /// The same for a name that may have a namespace.
    fn qualified(&self, s: Text) -> PyResult {
        // SAFETY: as in `text`.
        let name = unsafe { library::text(s) }.unwrap_or(b"");
        let v = match self.state().separator {
            Some(shown) if shown != SEPARATOR && name.contains(&SEPARATOR) => {
                let name: Vec<u8> = name
                    .iter()
                    .map(|c| if *c == SEPARATOR { shown } else { *c })
                    .collect();
                self.string(&name)?
            }
            _ => self.string(name)?,
        };
        self.interned(v)
    }

    fn interned(&self, v: Value) -> PyResult {
        let Some(interned) = self.object.intern.get().and_then(|d| d.cast::<Dict>()) else {
            return Ok(v);
        };
        match interned.get(v)? {
            Some(old) => Ok(old),
            None => {
                interned.set(v, v)?;
                Ok(v)
            }
        }
    }

    /// Takes all handlers away, and stops.
    fn silence(&self) {
        let handlers = self.object.handlers.get();
        let p = self.state().parser.raw();
        for (i, h) in HANDLERS.iter().enumerate() {
            list::set(handlers, i, Value::none());
            (h.set)(p, false);
        }
        // SAFETY: a live parser.
        unsafe { ffi::XML_StopParser(p, 0) };
    }

    fn call(&self, handler: Value, arguments: &[Value]) -> PyResult {
        let inside = &self.state().in_callback;
        inside.set(true);
        let r = call_values(handler, arguments);
        inside.set(false);
        r
    }

    /// Calls the handler of a kind with the arguments that `make` makes; `None` when there is no handler, or
    /// an exception.
    fn tell<const N: usize>(
        &self,
        kind: Kind,
        make: impl FnOnce() -> PyResult<[Value; N]>,
    ) -> Option<Value> {
        let told = || -> PyResult<Option<Value>> {
            self.handler(kind).map_or(Ok(()), |_| flush(self.object))?;
            // Character data's handler may have changed this one.
            let Some(handler) = self.handler(kind) else {
                return Ok(None);
            };
            let arguments = make()?;
            self.call(handler, &arguments).map(Some)
        };
        self.guarded(told)
    }

    fn guarded(&self, f: impl FnOnce() -> PyResult<Option<Value>>) -> Option<Value> {
        if thread::current().has_pending() {
            return None;
        }
        match f() {
            Ok(v) => v,
            Err(Raised) => {
                self.silence();
                None
            }
        }
    }

    /// The number that a handler returned; 0 for an exception or no handler.
    fn number(&self, result: Option<Value>) -> c_int {
        let number = self.guarded(|| match result {
            Some(v) => Ok(Some(Value::int(number::int_from_number(v)?))),
            None => Ok(None),
        });
        number.and_then(Value::as_int).map_or(0, |n| n as c_int)
    }
}

/// Unicode of UTF-8.
pub fn decode(text: &[u8]) -> PyResult {
    if text.is_ascii() {
        return Ok(unicode::from_ascii(text)?.into());
    }
    match str::from_utf8(text) {
        Ok(text) => {
            let units: Vec<u32> = text.chars().map(u32::from).collect();
            unicode::from_code_points(&units)
        }
        Err(_) => {
            let strict = codec::Errors::named(b"strict");
            Ok(codec::utf8::decode(bytes::try_new(text)?, strict)?.into())
        }
    }
}

/// # Safety
/// `len` bytes at `text`.
pub unsafe fn slice<'a>(text: *const c_char, len: c_int) -> &'a [u8] {
    if text.is_null() || len <= 0 {
        return &[];
    }
    // SAFETY: promised by the caller.
    unsafe { std::slice::from_raw_parts(text.cast(), len as usize) }
}

/// Tells of character data that was collected.
///
/// # Errors
/// What the handler raised.
pub fn flush(p: Ref<XmlParser>) -> PyResult<()> {
    let collected = std::mem::take(&mut *state(p).buffer.borrow_mut());
    if collected.is_empty() {
        return Ok(());
    }
    // While the handler runs it counts what it gets as still here.
    let told = &state(p).told;
    let outer = told.replace(collected.len());
    let r = tell_data(&Event { object: p }, &collected);
    told.set(outer);
    r
}

fn tell_data(e: &Event, data: &[u8]) -> PyResult<()> {
    let Some(handler) = e.handler(Kind::CharacterDataHandler) else {
        return Ok(());
    };
    let r = e.string(data).and_then(|s| e.call(handler, &[s]));
    if r.is_err() {
        e.silence();
    }
    r.map(|_| ())
}

unsafe extern "C" fn character_data(data: *mut c_void, text: Text, len: c_int) {
    // SAFETY: called by the library in `run`, with its text.
    let (e, text) = unsafe { (Event::of(data), slice(text, len)) };
    e.guarded(|| {
        let s = e.state();
        if !s.buffering.get() {
            return tell_data(&e, text).map(|()| None);
        }
        let size = s.buffer_size.get();
        if s.buffer.borrow().len() + text.len() > size {
            flush(e.object)?;
        }
        if text.len() > size {
            tell_data(&e, text)?;
        } else if e.handler(Kind::CharacterDataHandler).is_some() {
            s.buffer.borrow_mut().extend_from_slice(text);
        }
        Ok(None)
    });
}

unsafe extern "C" fn start_element(data: *mut c_void, name: Text, attributes: *mut Text) {
    // SAFETY: called by the library in `run`, with an array that ends with a null pointer.
    let (e, all) = unsafe {
        let mut n = 0;
        while !(*attributes.add(n)).is_null() {
            n += 2;
        }
        (Event::of(data), std::slice::from_raw_parts(attributes, n))
    };
    e.tell(Kind::StartElementHandler, || {
        let s = e.state();
        let shown = if s.specified_attributes.get() {
            &all[..s.parser.specified().min(all.len())]
        } else {
            all
        };
        let container: Value = if s.ordered_attributes.get() {
            let l = list::with_capacity(shown.len());
            for pair in shown.chunks_exact(2) {
                l.try_push(e.qualified(pair[0])?)?;
                l.try_push(e.text(pair[1])?)?;
            }
            l.into()
        } else {
            let d = dict::new();
            for pair in shown.chunks_exact(2) {
                let name = e.qualified(pair[0])?;
                d.set(name, e.text(pair[1])?)?;
            }
            d.into()
        };
        Ok([e.qualified(name)?, container])
    });
}

macro_rules! plain {
    ($($f:ident $kind:ident ($($arg:ident: $ty:ty),*) $e:ident [$($made:expr),*];)*) => { $(
        unsafe extern "C" fn $f(data: *mut c_void $(, $arg: $ty)*) {
            // SAFETY: called by the library in `run`.
            let $e = unsafe { Event::of(data) };
            $e.tell(Kind::$kind, || Ok([$($made),*]));
        }
    )* };
}

fn int(n: c_int) -> Value {
    Value::int(i64::from(n))
}

plain! {
    end_element EndElementHandler (name: Text) e [e.qualified(name)?];
    processing_instruction ProcessingInstructionHandler (target: Text, text: Text)
        e [e.name(target)?, e.text(text)?];
    unparsed_entity_decl UnparsedEntityDeclHandler
        (entity: Text, base: Text, system: Text, public: Text, notation: Text)
        e [e.name(entity)?, e.name(base)?, e.name(system)?, e.name(public)?, e.name(notation)?];
    notation_decl NotationDeclHandler (notation: Text, base: Text, system: Text, public: Text)
        e [e.name(notation)?, e.name(base)?, e.name(system)?, e.name(public)?];
    start_namespace_decl StartNamespaceDeclHandler (prefix: Text, uri: Text)
        e [e.name(prefix)?, e.name(uri)?];
    end_namespace_decl EndNamespaceDeclHandler (prefix: Text) e [e.name(prefix)?];
    comment CommentHandler (text: Text) e [e.text(text)?];
    start_cdata_section StartCdataSectionHandler () e [];
    end_cdata_section EndCdataSectionHandler () e [];
    // SAFETY: the library's text.
    default DefaultHandler (text: Text, len: c_int) e [e.string(unsafe { slice(text, len) })?];
    // SAFETY: the library's text.
    default_expand DefaultHandlerExpand (text: Text, len: c_int) e [e.string(unsafe { slice(text, len) })?];
    start_doctype_decl StartDoctypeDeclHandler (name: Text, system: Text, public: Text, internal: c_int)
        e [e.name(name)?, e.name(system)?, e.name(public)?, int(internal)];
    end_doctype_decl EndDoctypeDeclHandler () e [];
    entity_decl EntityDeclHandler
        (entity: Text, is_parameter: c_int, text: Text, len: c_int, base: Text, system: Text, public: Text, notation: Text)
        e [e.name(entity)?, int(is_parameter), value_of(&e, text, len)?, e.name(base)?, e.name(system)?, e.name(public)?, e.name(notation)?];
    xml_decl XmlDeclHandler (version: Text, encoding: Text, standalone: c_int)
        e [e.text(version)?, e.text(encoding)?, int(standalone)];
    attlist_decl AttlistDeclHandler (element: Text, attribute: Text, ty: Text, default: Text, required: c_int)
        e [e.name(element)?, e.name(attribute)?, e.text(ty)?, e.text(default)?, int(required)];
    skipped_entity SkippedEntityHandler (entity: Text, is_parameter: c_int)
        e [e.name(entity)?, int(is_parameter)];
}

/// The text of an internal entity; None of an external one.
fn value_of(e: &Event, text: Text, len: c_int) -> PyResult {
    if text.is_null() {
        return Ok(Value::none());
    }
    // SAFETY: the library's text.
    e.string(unsafe { slice(text, len) })
}

/// A content model as nested tuples `(kind, quantifier, name, children)`.
///
/// # Safety
/// A model of the library.
unsafe fn model(e: &Event, m: *const ffi::Content) -> PyResult {
    thread::current().enter_call()?;
    // SAFETY: promised by the caller; a model has as many children as it says.
    let made = unsafe {
        let m = &*m;
        let children = list::with_capacity(m.count as usize);
        (0..m.count as usize)
            .try_for_each(|i| children.try_push(model(e, m.children.add(i))?))
            .and_then(|()| {
                let parts = [
                    Value::int(i64::from(m.kind)),
                    Value::int(i64::from(m.quant)),
                    e.text(m.name)?,
                    tuple::from_slice(children.as_ref().items()).into(),
                ];
                Ok(tuple::from_slice(&parts).into())
            })
    };
    thread::current().leave_call();
    made
}

unsafe extern "C" fn element_decl(data: *mut c_void, name: Text, content: *mut ffi::Content) {
    // SAFETY: called by the library in `run`, with a model that is to be freed here.
    unsafe {
        let e = Event::of(data);
        let p = e.state().parser.raw();
        e.tell(Kind::ElementDeclHandler, || {
            Ok([e.name(name)?, model(&e, content)?])
        });
        ffi::XML_FreeContentModel(p, content);
    }
}

unsafe extern "C" fn not_standalone(data: *mut c_void) -> c_int {
    // SAFETY: called by the library in `run`.
    let e = unsafe { Event::of(data) };
    let r = e.tell(Kind::NotStandaloneHandler, || Ok([]));
    e.number(r)
}

unsafe extern "C" fn external_entity_ref(
    parser: *mut ffi::Parser,
    context: Text,
    base: Text,
    system: Text,
    public: Text,
) -> c_int {
    // SAFETY: called by the library in `run`; a parser's first word is the user data, as its header says.
    let e = unsafe { Event::of(*parser.cast::<*mut c_void>()) };
    let r = e.tell(Kind::ExternalEntityRefHandler, || {
        Ok([
            e.text(context)?,
            e.name(base)?,
            e.name(system)?,
            e.name(public)?,
        ])
    });
    e.number(r)
}

/// An encoding that the library does not know: asks Python's codecs what each byte means.
unsafe extern "C" fn unknown_encoding(
    _: *mut c_void,
    name: Text,
    info: *mut ffi::Encoding,
) -> c_int {
    if thread::current().has_pending() {
        return 0;
    }
    // SAFETY: called by the library, with its string and room for the answer.
    let (name, info) = unsafe { (library::text(name).unwrap_or(b""), &mut *info) };
    let every: Vec<u8> = (0..=255).collect();
    let names = codec::Names {
        encoding: Some(name.to_vec()),
        errors: Some(b"replace".to_vec()),
    };
    let Ok(decoded) = codec::decode_to_unicode(bytes::new(&every), &names) else {
        return 0;
    };
    let characters: Vec<u32> = unicode::code_points(decoded.into()).collect();
    if characters.len() != 256 {
        value_error("multi-byte encodings are not supported");
        return 0;
    }
    for (to, c) in info.map.iter_mut().zip(characters) {
        *to = if c == 0xfffd { -1 } else { c as c_int };
    }
    info.data = ptr::null_mut();
    info.convert = None;
    info.release = None;
    1
}
