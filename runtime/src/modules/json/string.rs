//! JSON strings, both ways.

use crate::builtins::unicode::storage::with_units;
use crate::builtins::{repr_guard, str as bytes, unicode};
use crate::codec::{self, Encoding, Errors, Names};
use crate::error::{PyResult, Raised, raise_value, value_error};
use crate::layouts::{Str, Unicode};
use crate::object::Ref;
use crate::text::{Unit, narrow};
use crate::value::Value;

/// How the bytes of a source become text.
pub struct Coding {
    names: Names,
    utf8: bool,
    /// ASCII bytes mean themselves.
    ascii: bool,
}

impl Coding {
    pub fn new(encoding: &[u8]) -> Coding {
        let known = codec::find(encoding);
        Coding {
            names: Names {
                encoding: Some(encoding.to_vec()),
                errors: None,
            },
            utf8: known == Some(Encoding::Utf8),
            ascii: matches!(
                known,
                Some(Encoding::Utf8 | Encoding::Ascii | Encoding::Latin1)
            ),
        }
    }

    /// Do ASCII bytes mean themselves?
    pub fn keeps_ascii(&self) -> bool {
        self.ascii
    }

    fn decode(&self, text: &[u8]) -> PyResult<Ref<Unicode>> {
        let s = bytes::try_new(text)?;
        if self.utf8 {
            return codec::utf8::decode(s, Errors::Strict);
        }
        codec::decode_to_unicode(s, &self.names)
    }
}

/// Counts a level of nesting for a string, as CPython does, which calls a method there.
pub fn level() -> PyResult<repr_guard::Level> {
    repr_guard::deeper(" while calling a Python object")
}

/// Text in which JSON stands.
pub struct Source<'a, U> {
    /// The string that it is.
    pub object: Value,
    pub units: &'a [U],
    /// `None`: the units are code points.
    pub coding: Option<&'a Coding>,
    /// Control characters in strings are errors.
    pub strict: bool,
}

impl<U: Unit> Source<'_, U> {
    /// The string whose first character is at `at`, and the place behind its end quote.
    ///
    /// # Errors
    /// ValueError for what is none, UnicodeDecodeError.
    pub fn string(&self, at: usize) -> PyResult<(Ref<Unicode>, usize)> {
        let _level = level()?;
        self.content(at)
    }

    /// The same without counting a level.
    pub fn content(&self, mut at: usize) -> PyResult<(Ref<Unicode>, usize)> {
        if at >= self.units.len() {
            return Err(value_error("end is out of bounds"));
        }
        let begin = at as i64 - 1;
        let unterminated = || self.fault("Unterminated string starting at", begin);
        let mut out: Vec<u32> = Vec::new();
        loop {
            let start = at;
            let mut bits = 0;
            let stop = loop {
                let c: u32 = (*self.units.get(at).ok_or_else(unterminated)?).into();
                if c == u32::from(b'"') || c == u32::from(b'\\') {
                    break c as u8;
                }
                if c < 0x20 && self.strict {
                    return Err(self.fault("Invalid control character at", at as i64));
                }
                bits |= c;
                at += 1;
            };
            let part = &self.units[start..at];
            at += 1;
            if stop == b'"' && out.is_empty() {
                return Ok((self.text(part, bits)?, at));
            }
            match self.as_code_points(bits) {
                true => out.extend(part.iter().map(|c| (*c).into())),
                false => out.extend(self.text(part, bits)?.to_vec()),
            }
            if stop == b'"' {
                return Ok((unicode::storage::from_units(&out)?, at));
            }
            let c: u32 = (*self.units.get(at).ok_or_else(unterminated)?).into();
            out.push(if c == u32::from(b'u') {
                self.code(&mut at)?
            } else {
                let plain = u8::try_from(c).ok().and_then(plain_escape);
                let c = plain.ok_or_else(|| self.fault("Invalid \\escape", at as i64 - 1))?;
                at += 1;
                c
            });
        }
    }

    /// Are units with these bits together code points?
    fn as_code_points(&self, bits: u32) -> bool {
        self.coding.is_none_or(|c| c.ascii && bits < 0x80)
    }

    /// A part without escapes as text; `bits` are those of its units together.
    fn text(&self, part: &[U], bits: u32) -> PyResult<Ref<Unicode>> {
        match (self.coding, U::bytes(part)) {
            (Some(coding), Some(part)) if !self.as_code_points(bits) => coding.decode(part),
            (_, Some(part)) if bits < 0x80 => unicode::storage::from_ascii(part),
            _ => unicode::storage::from_units(part),
        }
    }

    /// Four hexadecimal digits from `at` on.
    fn digits(&self, at: usize) -> Option<u32> {
        self.units.get(at..at + 4)?.iter().try_fold(0, |n, c| {
            let c = u8::try_from((*c).into()).ok()?;
            Some(n << 4 | codec::hex::value(c)?)
        })
    }

    /// The code point that an escape means whose `u` is at `at`, which moves behind it. Two surrogates in
    /// two escapes are one.
    fn code(&self, at: &mut usize) -> PyResult<u32> {
        let fault = |at: usize| self.fault("Invalid \\uXXXX escape", at as i64);
        let n = self.units.len();
        // As there must be an end quote, an escape at the very end is no escape.
        let digits = |at: usize| {
            self.digits(at + 1)
                .filter(|_| at + 5 < n)
                .ok_or_else(|| fault(at))
        };
        let c = digits(*at)?;
        *at += 5;
        if c & 0xFC00 == 0xD800
            && *at + 6 < n
            && self.units[*at] == U::ascii(b'\\')
            && self.units[*at + 1] == U::ascii(b'u')
        {
            let low = digits(*at + 1)?;
            if low & 0xFC00 == 0xDC00 {
                *at += 6;
                return Ok(0x1_0000 + ((c & 0x3FF) << 10 | low & 0x3FF));
            }
        }
        Ok(c)
    }

    /// ValueError with the place.
    #[cold]
    pub fn fault(&self, message: &str, at: i64) -> Raised {
        let text = || {
            let name = bytes::intern(b"errmsg");
            let (none, names) = (Value::none(), [name.into()]);
            let names = crate::builtins::tuple::from_slice(&names).into();
            let module = bytes::intern(b"json.decoder").into();
            let module = (crate::upcalls::get()?.import)(module, none, none, names, 0)?;
            let args = [
                bytes::from_text(message).into(),
                self.object,
                Value::int(at),
            ];
            crate::call::call_values(crate::attr::get(module, name)?, &args)
        };
        match text() {
            Ok(text) => raise_value(crate::types::VALUE_ERROR.get().into(), Some(text)),
            Err(e) => e,
        }
    }
}

/// What a character after a backslash means.
fn plain_escape(c: u8) -> Option<u32> {
    let c = match c {
        b'"' | b'\\' | b'/' => c,
        b'b' => 8,
        b'f' => 12,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        _ => return None,
    };
    Some(u32::from(c))
}

/// The JSON form of a string, in ASCII; `None` for what is none. Byte strings are UTF-8.
///
/// # Errors
/// UnicodeDecodeError.
pub fn encode(v: Value) -> PyResult<Option<Ref<Str>>> {
    if let Some(s) = v.cast::<Str>() {
        let text = s.as_ref().bytes();
        if text.is_ascii() {
            return encode_ascii(text).map(Some);
        }
        let exact = bytes::try_new(text)?;
        return encode_unicode(codec::utf8::decode(exact, Errors::Strict)?).map(Some);
    }
    v.cast::<Unicode>().map(encode_unicode).transpose()
}

fn encode_unicode(u: Ref<Unicode>) -> PyResult<Ref<Str>> {
    if let Some(text) = u.ascii() {
        return encode_ascii(text);
    }
    let mut out = vec![b'"'];
    with_units!(u, units => push_all(&mut out, units));
    out.push(b'"');
    bytes::try_new(&out)
}

fn encode_ascii(text: &[u8]) -> PyResult<Ref<Str>> {
    if text.iter().all(|c| is_plain(u32::from(*c))) {
        return bytes::try_build(text.len() + 2, |to| {
            to[0] = b'"';
            to[1..=text.len()].copy_from_slice(text);
            to[text.len() + 1] = b'"';
        });
    }
    let mut out = Vec::with_capacity(text.len() + 16);
    out.push(b'"');
    push_all(&mut out, text);
    out.push(b'"');
    bytes::try_new(&out)
}

/// Does a character stand for itself?
#[inline(always)]
fn is_plain(c: u32) -> bool {
    codec::escape::is_plain(c, b'"')
}

fn push_all<U: Unit>(out: &mut Vec<u8>, text: &[U]) {
    use codec::escape::numbered;
    narrow::in_blocks!(12, text, 0, out, |at, w| 'each: {
        at += w.plain(&text[at..], is_plain);
        let Some(c) = text.get(at) else {
            break 'each true;
        };
        match (*c).into() {
            c if is_plain(c) => break 'each true,
            0x22 => w.put(*b"\\\""),
            0x5C => w.put(*b"\\\\"),
            8 => w.put(*b"\\b"),
            9 => w.put(*b"\\t"),
            10 => w.put(*b"\\n"),
            12 => w.put(*b"\\f"),
            13 => w.put(*b"\\r"),
            c @ 0x1_0000.. => {
                let c = c - 0x1_0000;
                w.put(numbered::<6>(b'u', 0xD800 | c >> 10 & 0x3FF));
                w.put(numbered::<6>(b'u', 0xDC00 | c & 0x3FF));
            }
            c => w.put(numbered::<6>(b'u', c)),
        }
        at += 1;
        true
    });
}
