//! Attributes of parsers, which are no descriptors of the type.

use super::callbacks::{self, HANDLERS, Kind};
use super::parser::{State, state};
use crate::builtins::{list, str as bytes};
use crate::error::{PyResult, attribute_error, runtime_error, type_error, value_error};
use crate::layouts::{Str, XmlParser};
use crate::object::Ref;

use crate::value::Value;
use crate::{protocol, typedef};

/// Attributes beside handlers.
const OTHERS: &[&str] = &[
    "ErrorCode",
    "ErrorLineNumber",
    "ErrorColumnNumber",
    "ErrorByteIndex",
    "CurrentLineNumber",
    "CurrentColumnNumber",
    "CurrentByteIndex",
    "buffer_size",
    "buffer_text",
    "buffer_used",
    "namespace_prefixes",
    "ordered_attributes",
    "returns_unicode",
    "specified_attributes",
    "intern",
];

fn handler(name: &[u8]) -> Option<usize> {
    HANDLERS.iter().position(|h| h.name.as_bytes() == name)
}

fn get(p: Ref<XmlParser>, s: &State, name: &[u8]) -> Option<Value> {
    let int = |n: u64| Some(Value::int(n as i64));
    match name {
        b"ErrorCode" => int(s.parser.error().into()),
        b"ErrorLineNumber" | b"CurrentLineNumber" => int(s.parser.position().0),
        b"ErrorColumnNumber" | b"CurrentColumnNumber" => int(s.parser.position().1),
        b"ErrorByteIndex" | b"CurrentByteIndex" => Some(Value::int(s.parser.byte_index())),
        b"buffer_size" => int(s.buffer_size.get() as u64),
        b"buffer_text" => Some(Value::bool(s.buffering.get())),
        b"buffer_used" => int((s.told.get() + s.buffer.borrow().len()) as u64),
        b"namespace_prefixes" => Some(Value::bool(s.namespace_prefixes.get())),
        b"ordered_attributes" => Some(Value::bool(s.ordered_attributes.get())),
        b"returns_unicode" => Some(Value::bool(s.returns_unicode.get())),
        b"specified_attributes" => Some(Value::bool(s.specified_attributes.get())),
        b"intern" => Some(p.intern.get().unwrap_or(Value::none())),
        _ => None,
    }
}

pub fn getattr(v: Value, name: Ref<Str>) -> PyResult {
    let text = name.as_ref().bytes();
    let Some(p) = v.cast::<XmlParser>() else {
        return Err(attribute_error(text));
    };
    if let Some(i) = handler(text) {
        let h = p.handlers.get().as_ref().item(i);
        return Ok(h.unwrap_or(Value::none()));
    }
    if let Some(v) = get(p, state(p), text) {
        return Ok(v);
    }
    if text == b"__members__" {
        let names = list::new();
        for n in HANDLERS
            .iter()
            .map(|h| h.name)
            .chain(OTHERS.iter().copied())
        {
            names.try_push(bytes::intern_static(n).into())?;
        }
        return Ok(names.into());
    }
    typedef::unlisted(v, name)
}

fn set_buffer_size(p: Ref<XmlParser>, s: &State, v: Value) -> PyResult<()> {
    let Some(n) = v.as_int() else {
        return Err(type_error("buffer_size must be an integer"));
    };
    if n <= 0 {
        return Err(value_error("buffer_size must be greater than zero"));
    }
    if n > i64::from(i32::MAX) {
        return Err(raise_fmt!(
            value_error,
            "buffer_size must not be greater than {}",
            i32::MAX
        ));
    }
    if n as usize != s.buffer_size.get() {
        callbacks::flush(p)?;
        s.buffer_size.set(n as usize);
        // With a buffer of that size comes its use.
        s.buffering.set(true);
    }
    Ok(())
}

fn set_handler(p: Ref<XmlParser>, s: &State, i: usize, v: Value) -> PyResult<()> {
    let character_data = i == Kind::CharacterDataHandler as usize;
    if character_data {
        // What was collected is the old handler's.
        callbacks::flush(p)?;
    }
    list::set(p.handlers.get(), i, v);
    // In the midst of an event the library may yet call the function for character data that it knows.
    if !(character_data && v.is_none() && s.in_callback.get()) {
        (HANDLERS[i].set)(s.parser.raw(), !v.is_none());
    }
    Ok(())
}

pub fn setattr(v: Value, name: Ref<Str>, value: Option<Value>) -> PyResult<()> {
    let text = name.as_ref().bytes();
    let Some(p) = v.cast::<XmlParser>() else {
        return Err(attribute_error(text));
    };
    let Some(value) = value else {
        return Err(runtime_error("Cannot delete attribute"));
    };
    let s = state(p);
    match text {
        b"buffer_text" => {
            let on = protocol::truth(value)?;
            if !on {
                callbacks::flush(p)?;
            }
            s.buffering.set(on);
        }
        b"namespace_prefixes" => {
            s.namespace_prefixes.set(protocol::truth(value)?);
            s.parser.set_triplets(s.namespace_prefixes.get());
        }
        b"ordered_attributes" => s.ordered_attributes.set(protocol::truth(value)?),
        b"returns_unicode" => s.returns_unicode.set(protocol::truth(value)?),
        b"specified_attributes" => s.specified_attributes.set(protocol::truth(value)?),
        b"buffer_size" => set_buffer_size(p, s, value)?,
        _ => match handler(text) {
            Some(i) => set_handler(p, s, i, value)?,
            None => return Err(attribute_error(text)),
        },
    }
    Ok(())
}
