//! Codecs of one byte a character by a mapping that the program gives: what the library's modules for
//! the encodings of the world use.

// Units of 32 bits need no conversion; the smaller ones do.
#![allow(clippy::useless_conversion)]

use std::collections::BTreeSet;

use super::errors::{self, Bad, Errors};
use crate::builtins::unicode::storage::with_units;
use crate::builtins::{dict, str, unicode};
use crate::error::{PyResult, type_error};
use crate::exception::pending_matches;
use crate::layouts::{Dict, EncodingMap, Str, Unicode};
use crate::object::Ref;
use crate::text::{Unit, narrow};
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

/// A mapping from characters to bytes that turns round a table of characters by bytes: an `EncodingMap`, or a dict where
/// there are characters that CPython's has no room for, or where not only the byte 0 means the character 0.
pub fn build(table: Ref<Unicode>) -> PyResult {
    let table = table.as_ref().to_vec();
    let rest = &table[1..];
    let is_dict = table[0] != 0 || rest.iter().any(|c| *c == 0 || *c > 0xFFFF);
    let out = dict::new();
    for (byte, c) in table.iter().enumerate().take(256) {
        if is_dict || *c != NO_CHAR {
            out.set(
                Value::small_int(i64::from(*c)),
                Value::small_int(byte as i64),
            )?;
        }
    }
    if is_dict {
        return Ok(out.into());
    }
    // A tree of three levels, of which there are as many parts as characters need.
    let parts = |shift: u32| {
        let used = rest.iter().filter(|c| **c != NO_CHAR).map(|c| c >> shift);
        used.collect::<BTreeSet<u32>>().len() as i64
    };
    let (second, third) = (parts(11), parts(7));
    let size = 63 + 16 * second + 128 * third;
    Ok(EncodingMap::alloc(out, size).into())
}

/// `m.size()`
pub fn size(m: Ref<EncodingMap>) -> PyResult<i64> {
    Ok(m.size.get())
}

/// What a byte means; `None` when it means nothing.
fn decode_byte(mapping: Value, byte: u8, out: &mut Vec<u32>) -> PyResult<Option<()>> {
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
    if let Some(table) = mapping.cast::<Unicode>() {
        return with_units!(table, units => decode_by_table(s, errors, units));
    }
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
    unicode::from_units(&out)
}

/// What a table says that has nothing for a byte.
const NO_CHAR: u32 = 0xFFFE;

/// The same by a table of characters.
fn decode_by_table<U: Unit>(
    s: Ref<Str>,
    errors: Errors<'_>,
    table: &[U],
) -> PyResult<Ref<Unicode>> {
    let bytes = s.as_ref().bytes();
    let mut out: Vec<u32> = Vec::with_capacity(bytes.len());
    let mut at = 0;
    loop {
        at += narrow::extend_while(&mut out, &bytes[at..], |b| {
            let c = (*table.get(usize::from(*b))?).into();
            (c != NO_CHAR).then_some(c)
        });
        if at == bytes.len() {
            break;
        }
        let bad = Bad::new(at, at + 1, UNDEFINED);
        at = errors::instead_of_bytes(s, "charmap", errors, bad, &mut out)?;
    }
    unicode::from_units(&out)
}

/// What a dict has said of characters, by their low bits. A dict answers the same until somebody else's code runs.
struct Known([u32; 128]);

impl Known {
    const NOBODY: u32 = u32::MAX;

    fn new() -> Known {
        Known([Known::NOBODY; 128])
    }

    #[inline(always)]
    fn get(&self, c: u32) -> Option<u8> {
        let entry = self.0[(c & 127) as usize];
        (entry >> 8 == c).then_some(entry as u8)
    }

    fn set(&mut self, c: u32, byte: u8) {
        self.0[(c & 127) as usize] = c << 8 | u32::from(byte);
    }
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
    let mapping = match mapping.cast::<EncodingMap>() {
        Some(m) => m.bytes.get().into(),
        None => mapping,
    };
    with_units!(u, units => encode_units(units, u, errors, mapping))
}

fn encode_units<U: Unit>(
    units: &[U],
    u: Ref<Unicode>,
    errors: Errors<'_>,
    mapping: Value,
) -> PyResult<Ref<Str>> {
    let mut out = Vec::with_capacity(units.len());
    let mut instead = Vec::new();
    // For short texts, asking the dict again costs less than emptying this.
    let mut known = (units.len() > 24 && mapping.exact::<Dict>().is_some()).then(Known::new);
    let mut at = 0;
    while at < units.len() {
        if let Some(known) = &known {
            at += narrow::extend_while(&mut out, &units[at..], |c| known.get((*c).into()));
        }
        let Some(c) = units.get(at).map(|c| (*c).into()) else {
            break;
        };
        let before = out.len();
        if encode_char(mapping, c, &mut out)? {
            if let (Some(known), [byte]) = (&mut known, &out[before..]) {
                known.set(c, *byte);
            }
            at += 1;
            continue;
        }
        let mut end = at + 1;
        let mut scratch = Vec::new();
        while let Some(c) = units.get(end)
            && !encode_char(mapping, (*c).into(), &mut scratch)?
        {
            end += 1;
        }
        let bad = Bad::new(at, end, UNDEFINED);
        at = errors::instead_of_text(u, "charmap", errors, bad, &mut instead)?;
        for c in &instead {
            if !encode_char(mapping, *c, &mut out)? {
                return Err(errors::encode_error("charmap", u.into(), bad));
            }
        }
        if let (Errors::Other(_), Some(known)) = (errors, &mut known) {
            *known = Known::new();
        }
    }
    str::try_new(&out)
}
