//! `_json.Scanner`: JSON text to objects.
//!
//! What is not JSON raises ValueError, except that StopIteration says that no value begins where one
//! should; `json` makes an error of that. Messages differ a little for byte strings and unicode.

use crate::attr::{self, type_name};
use crate::builtins::unicode::storage::with_units;
use crate::builtins::{dict, list, repr_guard, str as bytes, tuple, type_, unicode};
use crate::call::{Args, call_values};
use crate::error::{PyResult, value_error};
use crate::layouts::{JsonScanner, List, Str, Unicode};
use crate::number;
use crate::object::Ref;
use crate::text::Unit;
use crate::typeobj::Type;
use crate::types::{self, parse};
use crate::value::Value;

use super::string::{Coding, Source, level};
use super::{no_string, size, with_index};

/// `Scanner.__new__`
pub fn scanner_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let [context] = parse::keywords(args, 0, "make_scanner", &["context"], 1)?;
    let context = context.unwrap_or(Value::none());
    let get = |name: &str| attr::get(context, bytes::intern(name.as_bytes()));
    let encoding = get("encoding")?;
    let encoding = match encoding.cast::<Str>() {
        Some(s) => s,
        None if encoding.is_none() => bytes::intern(b"utf-8"),
        None => unicode::encode_default(encoding)?.ok_or_else(|| {
            raise_fmt!(
                type_error,
                "encoding must be a string, not {}",
                type_name(encoding)
            )
        })?,
    };
    Ok(JsonScanner::alloc_for(
        ty,
        encoding,
        get("strict")?,
        get("object_hook")?,
        get("object_pairs_hook")?,
        get("parse_float")?,
        get("parse_int")?,
        get("parse_constant")?,
    )
    .into())
}

/// `Scanner.__call__`
pub fn scanner_call(self_: Value, args: Args<'_>) -> PyResult {
    let Some(s) = self_.cast::<JsonScanner>() else {
        return Err(crate::builtins::receiver::wrong("_json.Scanner", self_));
    };
    let [string, at] = parse::keywords(args, 0, "scan_once", &["string", "idx"], 2)?;
    let (string, at) = (string.unwrap_or(Value::none()), at.unwrap_or(Value::none()));
    let at = size(at)?;
    if let Some(text) = string.cast::<Str>() {
        let encoding = s.encoding.get();
        let coding = Coding::new(encoding.as_ref().bytes());
        return scan(s, string, text.as_ref().bytes(), Some(&coding), at);
    }
    let Some(text) = string.cast::<Unicode>() else {
        return Err(no_string(string));
    };
    with_units!(text, units => scan(s, string, units, None, at))
}

fn scan<U: Unit>(
    s: Ref<JsonScanner>,
    object: Value,
    units: &[U],
    coding: Option<&Coding>,
    at: i64,
) -> PyResult {
    let Ok(at) = usize::try_from(at) else {
        return Err(value_error("idx cannot be negative"));
    };
    let given = |v: Value| Some(v).filter(|v| !v.is_none());
    let other = |v: Value, ty: Ref<Type>| Some(v).filter(|v| *v != ty.value());
    let mut scan = Scan {
        source: Source {
            object,
            units,
            coding,
            strict: crate::protocol::truth(s.strict.get())?,
        },
        object_hook: given(s.object_hook.get()),
        object_pairs_hook: given(s.object_pairs_hook.get()),
        parse_float: other(s.parse_float.get(), types::FLOAT.get()),
        parse_int: other(s.parse_int.get(), types::INT.get()),
        parse_constant: s.parse_constant.get(),
        keys: [None; KEYS],
    };
    let (v, at) = scan.value(at)?;
    with_index(v, at)
}

/// Keys that are remembered.
const KEYS: usize = 64;

/// Longest of them.
const LONGEST: usize = 24;

struct Scan<'a, U> {
    source: Source<'a, U>,
    object_hook: Option<Value>,
    object_pairs_hook: Option<Value>,
    /// `None`: the builtin types.
    parse_float: Option<Value>,
    parse_int: Option<Value>,
    parse_constant: Value,
    /// Keys seen lately, which records repeat; by a hash of their text.
    keys: [Option<Ref<Unicode>>; KEYS],
}

impl<U: Unit> Scan<'_, U> {
    /// The ASCII character at a place; 0 for others and behind the end.
    #[inline]
    fn char(&self, at: usize) -> u8 {
        match self.source.units.get(at) {
            Some(c) => u8::try_from((*c).into()).unwrap_or(0),
            None => 0,
        }
    }

    fn at_end(&self, at: usize) -> bool {
        at >= self.source.units.len()
    }

    #[inline]
    fn skip_spaces(&self, mut at: usize) -> usize {
        while matches!(self.char(at), b' ' | b'\t' | b'\n' | b'\r') {
            at += 1;
        }
        at
    }

    /// One of two wordings: for byte strings, for unicode.
    fn wording(&self, of_bytes: &'static str, of_unicode: &'static str) -> &'static str {
        match self.source.coding {
            Some(_) => of_bytes,
            None => of_unicode,
        }
    }

    /// The value that begins at a place, and where it ends.
    fn value(&mut self, at: usize) -> PyResult<(Value, usize)> {
        match self.char(at) {
            b'"' => {
                let (s, at) = self.source.string(at + 1)?;
                Ok((s.into(), at))
            }
            b'{' => {
                let _level = repr_guard::deeper(self.wording(
                    " while decoding a JSON object from a byte string",
                    " while decoding a JSON object from a unicode string",
                ))?;
                self.object(at + 1)
            }
            b'[' => {
                let _level = repr_guard::deeper(self.wording(
                    " while decoding a JSON array from a byte string",
                    " while decoding a JSON array from a unicode string",
                ))?;
                self.array(at + 1)
            }
            b'n' if self.is_word(at, "null") => Ok((Value::none(), at + 4)),
            b't' if self.is_word(at, "true") => Ok((Value::bool(true), at + 4)),
            b'f' if self.is_word(at, "false") => Ok((Value::bool(false), at + 5)),
            b'N' if self.is_word(at, "NaN") => self.constant(at, "NaN"),
            b'I' if self.is_word(at, "Infinity") => self.constant(at, "Infinity"),
            b'-' if self.is_word(at, "-Infinity") => self.constant(at, "-Infinity"),
            b'-' | b'0'..=b'9' => self.number(at),
            _ => Err(type_::stop_iteration()),
        }
    }

    fn is_word(&self, at: usize, word: &str) -> bool {
        word.bytes()
            .enumerate()
            .all(|(i, c)| self.char(at + i) == c)
    }

    fn constant(&self, at: usize, name: &'static str) -> PyResult<(Value, usize)> {
        let v = call_values(self.parse_constant, &[bytes::intern_static(name).into()])?;
        Ok((v, at + name.len()))
    }

    fn digits(&self, mut at: usize) -> usize {
        while self.char(at).is_ascii_digit() {
            at += 1;
        }
        at
    }

    fn number(&self, start: usize) -> PyResult<(Value, usize)> {
        let first = start + usize::from(self.char(start) == b'-');
        let mut end = match self.char(first) {
            b'0' => first + 1,
            b'1'..=b'9' => self.digits(first + 1),
            _ => return Err(type_::stop_iteration()),
        };
        let whole = end;
        if self.char(end) == b'.' && self.char(end + 1).is_ascii_digit() {
            end = self.digits(end + 2);
        }
        if matches!(self.char(end), b'e' | b'E') {
            let digits = end + 1 + usize::from(matches!(self.char(end + 1), b'+' | b'-'));
            if self.char(digits).is_ascii_digit() {
                end = self.digits(digits + 1);
            }
        }
        let v = self.number_value(start..end, end > whole)?;
        Ok((v, end))
    }

    fn number_value(&self, range: std::ops::Range<usize>, is_float: bool) -> PyResult {
        // Longer ones do not fit an i64 for certain.
        const SAFE: usize = 18;
        let units = &self.source.units[range];
        let function = if is_float {
            self.parse_float
        } else {
            self.parse_int
        };
        if function.is_none() && !is_float && units.len() <= SAFE {
            let negative = units[0] == U::ascii(b'-');
            let digits = &units[usize::from(negative)..];
            let n = digits
                .iter()
                .fold(0, |n: i64, c| n * 10 + i64::from((*c).into() & 0xF));
            return Ok(Value::int(if negative { -n } else { n }));
        }
        let copy: Vec<u8>;
        let text = match U::bytes(units) {
            Some(text) => text,
            None => {
                copy = units.iter().map(|c| (*c).into() as u8).collect();
                &copy
            }
        };
        match function {
            Some(f) if self.source.coding.is_some() => {
                call_values(f, &[bytes::try_new(text)?.into()])
            }
            Some(f) => call_values(f, &[unicode::storage::from_ascii(text)?.into()]),
            None if is_float => Ok(Value::float(number::parse::float_prefix(text).0)),
            None => number::int_from_text(text, 10),
        }
    }

    /// What follows `[`.
    fn array(&mut self, at: usize) -> PyResult<(Value, usize)> {
        let items = list::new();
        let mut at = self.skip_spaces(at);
        if self.char(at) != b']' {
            while !self.at_end(at) {
                let (v, end) = self.value(at)?;
                items.try_push(v)?;
                at = self.skip_spaces(end);
                if self.at_end(at) || self.char(at) == b']' {
                    break;
                }
                at = self.comma(at)?;
            }
        }
        self.closed(at, b']')?;
        Ok((items.into(), at + 1))
    }

    /// What follows `{`.
    fn object(&mut self, at: usize) -> PyResult<(Value, usize)> {
        let members = Members::new(self.object_pairs_hook.is_some());
        let mut at = self.skip_spaces(at);
        if self.char(at) != b'}' {
            while !self.at_end(at) {
                if self.char(at) != b'"' {
                    let message = self.wording(
                        "Expecting property name",
                        "Expecting property name enclosed in double quotes",
                    );
                    return Err(self.source.fault(message, at as i64));
                }
                let (key, end) = self.key(at + 1)?;
                at = self.skip_spaces(end);
                if self.char(at) != b':' {
                    let message = self.wording("Expecting : delimiter", "Expecting ':' delimiter");
                    return Err(self.source.fault(message, at as i64));
                }
                let (v, end) = self.value(self.skip_spaces(at + 1))?;
                members.add(key, v)?;
                at = self.skip_spaces(end);
                if self.at_end(at) || self.char(at) == b'}' {
                    break;
                }
                at = self.comma(at)?;
            }
        }
        self.closed(at, b'}')?;
        let v = match (self.object_pairs_hook, self.object_hook) {
            (Some(hook), _) | (None, Some(hook)) => call_values(hook, &[members.value()])?,
            (None, None) => members.value(),
        };
        Ok((v, at + 1))
    }

    /// Goes over a comma and spaces.
    fn comma(&self, at: usize) -> PyResult<usize> {
        if self.char(at) != b',' {
            let message = self.wording("Expecting , delimiter", "Expecting ',' delimiter");
            return Err(self.source.fault(message, at as i64));
        }
        Ok(self.skip_spaces(at + 1))
    }

    /// Is the bracket there that ends a container?
    fn closed(&self, at: usize, bracket: u8) -> PyResult<()> {
        if self.char(at) != bracket {
            let last = self.source.units.len() as i64 - 1;
            return Err(self.source.fault("Expecting object", last));
        }
        Ok(())
    }

    /// A key whose first character is at a place, and the place behind its end quote.
    fn key(&mut self, at: usize) -> PyResult<(Ref<Unicode>, usize)> {
        let _level = level()?;
        let Some((text, hash)) = self.short_ascii(at) else {
            return self.source.content(at);
        };
        let slot = hash as usize % KEYS;
        if let Some(known) = self.keys[slot]
            && known.ascii() == Some(text)
        {
            return Ok((known, at + text.len() + 1));
        }
        let (key, end) = self.source.content(at)?;
        self.keys[slot] = Some(key);
        Ok((key, end))
    }

    /// The text up to a quote that is near, when it is plain ASCII; and a hash of it.
    fn short_ascii(&self, at: usize) -> Option<(&[u8], u32)> {
        let rest = U::bytes(self.source.units.get(at..)?)?;
        let mut hash = 0u32;
        for (i, c) in rest.iter().take(LONGEST).enumerate() {
            match c {
                b'"' if self.source.coding.is_none_or(Coding::keeps_ascii) => {
                    return Some((&rest[..i], hash ^ hash >> 11));
                }
                b' '..=b'~' if *c != b'\\' && *c != b'"' => {
                    hash = hash.wrapping_mul(0x0100_0193) ^ u32::from(*c);
                }
                _ => return None,
            }
        }
        None
    }
}

/// The members of an object: a dict, or a list of pairs.
enum Members {
    Dict(Ref<crate::layouts::Dict>),
    Pairs(Ref<List>),
}

impl Members {
    fn new(as_pairs: bool) -> Members {
        if as_pairs {
            Members::Pairs(list::new())
        } else {
            Members::Dict(dict::new())
        }
    }

    fn add(&self, key: Ref<Unicode>, v: Value) -> PyResult<()> {
        match self {
            Members::Dict(d) => d.set(key.into(), v),
            Members::Pairs(l) => l.try_push(tuple::from_slice(&[key.into(), v]).into()),
        }
    }

    fn value(&self) -> Value {
        match self {
            Members::Dict(d) => (*d).into(),
            Members::Pairs(l) => (*l).into(),
        }
    }
}
