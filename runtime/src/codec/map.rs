//! Codecs of one byte a character by a mapping that the program gives: what the library's modules for
//! the encodings of the world use.

use super::errors::{self, Bad, Errors};
use crate::builtins::{dict, str};
use crate::error::{PyResult, type_error};
use crate::exception::pending_matches;
use crate::layouts::{Dict, Str, Unicode};
use crate::object::Ref;
use crate::value::Value;
use crate::{protocol, thread, types};

const UNDEFINED: &str = "character maps to <undefined>";

/// `mapping[key]`; `None` when it has no such key, or says None.
fn look_up(mapping: Value, key: i64) -> PyResult<Option<Value>> {
    let key = Value::small_int(key);
    if let Some(d) = mapping.exact::<Dict>() {
        return Ok(d.get(key)?.filter(|v| !v.is_none()));
    }
    match protocol::get_item(mapping, key) {
        Ok(v) => Ok(Some(v).filter(|v| !v.is_none())),
        Err(_) if pending_matches(types::LOOKUP_ERROR.get()) => {
            thread::current().take_pending();
            Ok(None)
        }
        Err(e) => Err(e),
    }
}

/// A mapping from characters to bytes that turns round a table of characters by bytes.
pub fn build(table: Ref<Unicode>) -> PyResult<Ref<Dict>> {
    let out = dict::new();
    for (byte, c) in table.as_ref().to_vec().into_iter().enumerate().take(256) {
        if c != 0xFFFE {
            out.set(
                Value::small_int(i64::from(c)),
                Value::small_int(byte as i64),
            )?;
        }
    }
    Ok(out)
}

/// What a byte means; `None` when it means nothing.
fn decode_byte(mapping: Value, byte: u8, out: &mut Vec<u32>) -> PyResult<Option<()>> {
    if let Some(table) = mapping.cast::<Unicode>() {
        return Ok(table
            .get(usize::from(byte))
            .filter(|c| *c != 0xFFFE)
            .map(|c| out.push(c)));
    }
    let Some(v) = look_up(mapping, i64::from(byte))? else {
        return Ok(None);
    };
    if let Some(i) = v.as_int() {
        return match u32::try_from(i) {
            Ok(0xFFFE) => Ok(None),
            Ok(c) if c < 0x11_0000 => {
                out.push(c);
                Ok(Some(()))
            }
            _ => Err(type_error("character mapping must be in range(0x110000)")),
        };
    }
    let Some(text) = v.cast::<Unicode>() else {
        return Err(type_error(
            "character mapping must return integer, None or unicode",
        ));
    };
    if text.length() == 1 && text.get(0) == Some(0xFFFE) {
        return Ok(None);
    }
    out.extend(text.as_ref().to_vec());
    Ok(Some(()))
}

/// Bytes decoded by a mapping.
///
/// # Errors
/// UnicodeDecodeError, or what the mapping and the handler raise.
pub fn decode(s: Ref<Str>, errors: Errors<'_>, mapping: Value) -> PyResult<Ref<Unicode>> {
    let bytes = s.as_ref().bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(b) = bytes.get(at) {
        at = match decode_byte(mapping, *b, &mut out)? {
            Some(()) => at + 1,
            None => {
                let bad = Bad::new(at, at + 1, UNDEFINED);
                errors::instead_of_bytes(s, "charmap", errors, bad, &mut out)?
            }
        };
    }
    crate::builtins::unicode::from_units(&out)
}

/// The bytes of a character; false when it has none.
fn encode_char(mapping: Value, c: u32, out: &mut Vec<u8>) -> PyResult<bool> {
    let Some(v) = look_up(mapping, i64::from(c))? else {
        return Ok(false);
    };
    if let Some(i) = v.as_int() {
        let Ok(b) = u8::try_from(i) else {
            return Err(type_error("character mapping must be in range(256)"));
        };
        out.push(b);
        return Ok(true);
    }
    match v.cast::<Str>() {
        Some(s) => {
            out.extend_from_slice(s.as_ref().bytes());
            Ok(true)
        }
        None => Err(type_error(
            "character mapping must return integer, None or str",
        )),
    }
}

/// Text encoded by a mapping. What a handler puts in place of a character must have bytes too.
///
/// # Errors
/// UnicodeEncodeError, or what the mapping and the handler raise.
pub fn encode(u: Ref<Unicode>, errors: Errors<'_>, mapping: Value) -> PyResult<Ref<Str>> {
    let chars = u.as_ref().to_vec();
    let mut out = Vec::with_capacity(chars.len());
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        if encode_char(mapping, *c, &mut out)? {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        let mut scratch = Vec::new();
        while let Some(c) = chars.get(end)
            && !encode_char(mapping, *c, &mut scratch)?
        {
            end += 1;
        }
        let bad = Bad::new(at, end, UNDEFINED);
        let (text, next) = errors::instead_of_text(u, &chars, "charmap", errors, bad)?;
        for c in text {
            if !encode_char(mapping, c, &mut out)? {
                return Err(errors::encode_error("charmap", u.into(), bad));
            }
        }
        at = next;
    }
    str::try_new(&out)
}
