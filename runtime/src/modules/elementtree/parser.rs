//! The type `XMLParser`: feeds a target, as a rule a TreeBuilder, with what libexpat finds in a document.
//!
//! The functions that the library calls get the parser object as their first argument. Once an exception is
//! pending they do nothing more.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::ffi::{c_int, c_void};
use std::rc::Rc;

use expat as ffi;
use ffi::Text;

use super::{builder, parse_error};
use crate::builtins::{dict, list, str as bytes, tuple};
use crate::call::call_values;
use crate::error::{PyResult, Raised, no_memory, runtime_error, type_error};
use crate::layouts::{ElementParser, List, Str, TreeBuilder};
use crate::modules::pyexpat::library::{self, Parser};
use crate::modules::pyexpat::{callbacks, parser as pyexpat, text};
use crate::object::Ref;

use crate::value::Value;
use crate::{attr, thread, typedef};

/// What a parser object owns beside Python objects.
struct State {
    /// Until the document ends: the library's memory is not left to the collector.
    parser: RefCell<Option<Rc<Parser>>>,
    /// Where it ended, as line and column.
    end: Cell<(u64, u64)>,
    /// Numbers of the names that were seen, as the library gives them.
    numbers: RefCell<HashMap<Box<[u8]>, usize>>,
}

/// How much `_parse` reads at once.
const READ: i64 = 64 << 10;

pub fn create(target: Option<Value>, encoding: Option<Value>) -> PyResult {
    let encoding = match encoding {
        Some(v) => text(v, "XMLParser", 2, true)?,
        None => None,
    };
    let Some(parser) = Parser::new(encoding.as_deref(), Some(pyexpat::SEPARATOR_TEXT)) else {
        return Err(no_memory());
    };
    let target = match target.filter(|t| !t.is_none()) {
        Some(t) => t,
        None => builder::create().into(),
    };
    let builder = target.exact::<TreeBuilder>();
    let handler = |name| attr::find(target, bytes::intern_static(name));
    let (comment, pi) = (handler("comment")?, handler("pi")?);
    callbacks::set_up(&parser);
    // SAFETY: a live parser and functions of these kinds.
    unsafe {
        let p = parser.raw();
        ffi::XML_SetStartElementHandler(p, Some(start_element));
        ffi::XML_SetEndElementHandler(p, Some(end_element));
        ffi::XML_SetDefaultHandlerExpand(p, Some(other));
        ffi::XML_SetCharacterDataHandler(p, Some(character_data));
        if comment.is_some() {
            ffi::XML_SetCommentHandler(p, Some(comment_found));
        }
        if pi.is_some() {
            ffi::XML_SetProcessingInstructionHandler(p, Some(pi_found));
        }
    }
    let state = Box::new(State {
        parser: RefCell::new(Some(parser)),
        end: Cell::default(),
        numbers: RefCell::default(),
    });
    let p = ElementParser::alloc(
        Box::into_raw(state) as u64,
        list::new(),
        dict::new(),
        target,
        builder,
        handler("start")?,
        handler("data")?,
        handler("end")?,
        comment,
        pi,
        handler("close")?,
    );
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(p.addr() as *mut u8) };
    Ok(p.into())
}

pub fn finalize(p: Ref<ElementParser>) {
    let address = p.state.replace(0);
    if address != 0 {
        // SAFETY: made from a box in `create`, and forgotten by the object just now.
        drop(unsafe { Box::from_raw(address as *mut State) });
    }
}

fn state<'a>(p: Ref<ElementParser>) -> &'a State {
    // SAFETY: the object owns the box while it lives; what changes in it is in cells.
    unsafe { &*(p.state.get() as *const State) }
}

pub fn getattr(v: Value, name: Ref<Str>) -> PyResult {
    let Some(p) = v.cast::<ElementParser>() else {
        return Err(type_error("expected an XMLParser"));
    };
    match name.as_ref().bytes() {
        b"entity" => Ok(p.entity.get().into()),
        b"target" => Ok(p.target.get()),
        b"version" => {
            let [a, b, c] = library::version_numbers();
            Ok(bytes::new(format!("Expat {a}.{b}.{c}").as_bytes()).into())
        }
        _ => typedef::unlisted(v, name),
    }
}

fn run(p: Ref<ElementParser>, piece: &[u8], last: bool) -> PyResult<()> {
    let s = state(p);
    let Some(parser) = s.parser.borrow().clone() else {
        return Err(parse_error(b"parsing finished", Some(s.end.get())));
    };
    if parser.is_running() {
        return Err(runtime_error("the parser is running already"));
    }
    // SAFETY: the functions below expect the object; the caller keeps it and the bytes.
    let status = unsafe { parser.parse(piece, last, p.as_ptr().cast()) };
    if thread::current().has_pending() {
        return Err(Raised);
    }
    if status == 0 {
        let message = library::error_text(parser.error()).unwrap_or(b"");
        return Err(parse_error(message, Some(parser.position())));
    }
    if last {
        s.end.set(parser.position());
        s.parser.take();
        s.numbers.take();
    }
    Ok(())
}

pub fn feed(self_: Ref<ElementParser>, data: Value) -> PyResult<()> {
    pyexpat::with_bytes(data, "feed", |piece| run(self_, piece, false))
}

/// What the end of the document gives: the tree of the builder, or nothing yet.
fn finish(p: Ref<ElementParser>) -> PyResult<Option<Value>> {
    run(p, b"", true)?;
    match p.builder.get() {
        Some(b) => builder::close(b).map(Some),
        None => Ok(None),
    }
}

pub fn close(self_: Ref<ElementParser>) -> PyResult {
    match (finish(self_)?, self_.handle_close.get()) {
        (Some(tree), _) => Ok(tree),
        (None, Some(close)) => call_values(close, &[]),
        (None, None) => Ok(Value::none()),
    }
}

pub fn parse(self_: Ref<ElementParser>, file: Value) -> PyResult {
    let read = attr::get(file, bytes::intern_static("read"))?;
    loop {
        let piece = call_values(read, &[Value::int(READ)])?;
        match piece.exact::<Str>() {
            Some(s) if !s.as_ref().bytes().is_empty() => run(self_, s.as_ref().bytes(), false)?,
            _ => break,
        }
    }
    Ok(finish(self_)?.unwrap_or(Value::none()))
}

pub fn set_events(self_: Ref<ElementParser>, events: Ref<List>, event_set: Value) -> PyResult<()> {
    let Some(b) = self_.builder.get() else {
        return Err(type_error(
            "event handling only supported for cElementTree.Treebuilder targets",
        ));
    };
    builder::listen(b, events, event_set)?;
    let Some(parser) = state(self_).parser.borrow().clone() else {
        return Ok(());
    };
    let p = parser.raw();
    // SAFETY: a live parser and functions of these kinds.
    unsafe {
        if b.start_ns_event.get().is_some() {
            ffi::XML_SetStartNamespaceDeclHandler(p, Some(namespace_began));
        }
        if b.end_ns_event.get().is_some() {
            ffi::XML_SetEndNamespaceDeclHandler(p, Some(namespace_ended));
        }
    }
    Ok(())
}

/// Text as programs get it: a str if it is ASCII, else unicode.
fn string(text: &[u8]) -> PyResult {
    if text.is_ascii() {
        return Ok(bytes::try_new(text)?.into());
    }
    callbacks::decode(text)
}

/// A name with its namespace in braces. There is one object for each name.
fn name(p: Ref<ElementParser>, given: Text) -> PyResult {
    // SAFETY: the library's strings stay while its handlers run.
    let given = unsafe { library::text(given) }.unwrap_or(b"");
    let known = state(p).numbers.borrow().get(given).copied();
    if let Some(v) = known.and_then(|n| p.names.get().as_ref().item(n)) {
        return Ok(v);
    }
    let v = match given.iter().position(|c| *c == pyexpat::SEPARATOR) {
        Some(at) => string(&[b"{", &given[..at], b"}", &given[at + 1..]].concat())?,
        None => string(given)?,
    };
    let names = p.names.get();
    names.try_push(v)?;
    let number = names.as_ref().len() - 1;
    state(p).numbers.borrow_mut().insert(given.into(), number);
    Ok(v)
}

/// Does what a callback does, unless an exception is pending.
///
/// # Safety
/// `data` is what `run` passed to the library.
unsafe fn on(data: *mut c_void, f: impl FnOnce(Ref<ElementParser>) -> PyResult<()>) {
    if !thread::current().has_pending() {
        // SAFETY: promised by the caller; `run`'s caller keeps the object. An error stays pending.
        let _ = f(unsafe { Ref::from_raw(data.cast()) });
    }
}

unsafe extern "C" fn start_element(data: *mut c_void, tag: Text, attributes: *mut Text) {
    let f = |p: Ref<ElementParser>| {
        let tag = name(p, tag)?;
        let mut given = None;
        let mut at = attributes;
        // SAFETY: pairs of strings up to a null pointer.
        unsafe {
            while !(*at).is_null() {
                let key = name(p, *at)?;
                let value = string(library::text(*at.add(1)).unwrap_or(b""))?;
                given.get_or_insert_with(dict::new).set(key, value)?;
                at = at.add(2);
            }
        }
        if let Some(b) = p.builder.get() {
            let given = given.map_or(Value::none(), Value::from);
            builder::start(b, tag, given)?;
        } else if let Some(handler) = p.handle_start.get() {
            let given = given.unwrap_or_else(dict::new);
            call_values(handler, &[tag, given.into()])?;
        }
        Ok(())
    };
    // SAFETY: called by the library in `run`.
    unsafe { on(data, f) };
}

unsafe extern "C" fn end_element(data: *mut c_void, tag: Text) {
    let f = |p: Ref<ElementParser>| {
        if let Some(b) = p.builder.get() {
            builder::end(b, Value::none())?;
        } else if let Some(handler) = p.handle_end.get() {
            call_values(handler, &[name(p, tag)?])?;
        }
        Ok(())
    };
    // SAFETY: called by the library in `run`.
    unsafe { on(data, f) };
}

fn tell_data(p: Ref<ElementParser>, text: Value) -> PyResult<()> {
    if let Some(b) = p.builder.get() {
        builder::data(b, text)?;
    } else if let Some(handler) = p.handle_data.get() {
        call_values(handler, &[text])?;
    }
    Ok(())
}

unsafe extern "C" fn character_data(data: *mut c_void, text: Text, len: c_int) {
    // SAFETY: called by the library in `run`, with its text.
    unsafe { on(data, |p| tell_data(p, string(callbacks::slice(text, len))?)) };
}

/// What has no function of its own; among it references to entities that the document does not declare.
unsafe extern "C" fn other(data: *mut c_void, text: Text, len: c_int) {
    // SAFETY: the library's text.
    let text = unsafe { callbacks::slice(text, len) };
    let Some(entity) = text.strip_prefix(b"&").and_then(|t| t.strip_suffix(b";")) else {
        return;
    };
    let f = |p: Ref<ElementParser>| match p.entity.get().get(string(entity)?)? {
        Some(v) => tell_data(p, v),
        None => {
            let message = [b"undefined entity ", text].concat();
            let parser = state(p).parser.borrow().clone();
            Err(parse_error(&message, parser.map(|p| p.position())))
        }
    };
    // SAFETY: called by the library in `run`.
    unsafe { on(data, f) };
}

unsafe extern "C" fn comment_found(data: *mut c_void, text: Text) {
    let f = |p: Ref<ElementParser>| {
        if let Some(handler) = p.handle_comment.get() {
            // SAFETY: the library's string.
            let text = string(unsafe { library::text(text) }.unwrap_or(b""))?;
            call_values(handler, &[text])?;
        }
        Ok(())
    };
    // SAFETY: called by the library in `run`.
    unsafe { on(data, f) };
}

unsafe extern "C" fn pi_found(data: *mut c_void, target: Text, text: Text) {
    let f = |p: Ref<ElementParser>| {
        if let Some(handler) = p.handle_pi.get() {
            // SAFETY: the library's strings.
            let [target, text] =
                [target, text].map(|s| string(unsafe { library::text(s) }.unwrap_or(b"")));
            call_values(handler, &[target?, text?])?;
        }
        Ok(())
    };
    // SAFETY: called by the library in `run`.
    unsafe { on(data, f) };
}

unsafe extern "C" fn namespace_began(data: *mut c_void, prefix: Text, uri: Text) {
    let f = |p: Ref<ElementParser>| {
        // SAFETY: the library's strings.
        let [prefix, uri] =
            [prefix, uri].map(|s| string(unsafe { library::text(s) }.unwrap_or(b"")));
        match p.builder.get() {
            Some(b) => {
                let pair = tuple::from_slice(&[prefix?, uri?]);
                builder::namespace(b, Some(pair.into()))
            }
            None => Ok(()),
        }
    };
    // SAFETY: called by the library in `run`.
    unsafe { on(data, f) };
}

unsafe extern "C" fn namespace_ended(data: *mut c_void, _prefix: Text) {
    let f = |p: Ref<ElementParser>| match p.builder.get() {
        Some(b) => builder::namespace(b, None),
        None => Ok(()),
    };
    // SAFETY: called by the library in `run`.
    unsafe { on(data, f) };
}
