//! Codecs: text to bytes and back.
//!
//! The codecs that programs use without importing anything are here; a program's own come from the
//! search functions that it registers ([`registry`]).
//!
//! A codec of text is a function that goes through its input and stops at what it cannot convert.
//! [`errors`] then says what stands for that, by the error handler that was asked for, and the
//! function goes on behind it.
//!
//! | module | what |
//! | --- | --- |
//! | [`errors`] | error handlers, exceptions |
//! | [`charmap`] | ASCII, Latin-1, ROT13 |
//! | [`utf8`], [`utf7`] | UTF-8, UTF-7 |
//! | [`map`] | by a mapping that the program gives |
//! | [`internal`] | `unicode_internal` |
//! | [`wide`] | UTF-16, UTF-32 |
//! | [`escape`] | `unicode_escape`, `raw_unicode_escape`, `string_escape` |
//! | [`hex`] | `hex` |
//! | [`locale`] | the one of the user's locale |
//! | [`registry`] | registered search functions and error handlers |

pub mod charmap;
pub mod default;
pub mod errors;
pub mod escape;
pub mod hex;
pub mod internal;
pub mod locale;
pub mod map;
pub mod registry;
pub mod utf7;
pub mod utf8;
pub mod wide;

use crate::builtins::str::args;
use crate::builtins::unicode;
use crate::error::{PyResult, type_error};
use crate::layouts::{Str, Unicode};
use crate::object::Ref;
use crate::value::Value;

pub use charmap::{decode_ascii, encode_ascii};
pub use errors::{Bad, Errors};

/// A builtin encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Ascii,
    Latin1,
    Utf7,
    UnicodeInternal,
    Utf8,
    /// UTF-8 with a mark at the start.
    Utf8Sig,
    Utf16(wide::Order),
    Utf32(wide::Order),
    UnicodeEscape,
    RawUnicodeEscape,
    StringEscape,
    Hex,
    Rot13,
}

/// Encoding and error handler as a method got them.
pub struct Names {
    /// `None`: the default encoding.
    pub encoding: Option<Vec<u8>>,
    /// `None`: strict.
    pub errors: Option<Vec<u8>>,
}

impl Names {
    /// The handler.
    pub fn errors(&self) -> Errors<'_> {
        Errors::named(self.errors.as_deref().unwrap_or(b"strict"))
    }

    /// The encoding, or the default one, if it is builtin.
    fn known(&self) -> Option<Encoding> {
        match (&self.encoding, default::chosen()) {
            (Some(name), _) => find(name),
            (None, Some(name)) => find(&name),
            (None, None) => Some(Encoding::Ascii),
        }
    }
}

/// The arguments `encoding` and `errors`, of which the first is argument `first` of the function.
///
/// # Errors
/// TypeError for what is no string.
pub fn names(
    function: &str,
    first: usize,
    encoding: Option<Value>,
    errors: Option<Value>,
) -> PyResult<Names> {
    let name = |v: Option<Value>, at: usize| -> PyResult<Option<Vec<u8>>> {
        let Some(v) = v else { return Ok(None) };
        let s = match v.cast::<Str>() {
            Some(s) => s,
            None => match unicode::encode_default(v)? {
                Some(s) => s,
                None => {
                    return Err(raise_fmt!(
                        type_error,
                        "{function}() argument {at} must be string, not {}",
                        args::type_name(v)
                    ));
                }
            },
        };
        if s.bytes().contains(&0) {
            return Err(raise_fmt!(
                type_error,
                "{function}() argument {at} must be string without null bytes, not {}",
                args::type_name(v)
            ));
        }
        Ok(Some(s.bytes().to_vec()))
    };
    Ok(Names {
        encoding: name(encoding, first)?,
        errors: name(errors, first + 1)?,
    })
}

/// A name with runs of other characters than letters, digits and dots as underscores.
pub fn normalize(name: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(name.len());
    for c in name {
        if c.is_ascii_alphanumeric() || *c == b'.' {
            out.push(c.to_ascii_lowercase());
        } else if !matches!(out.last(), None | Some(b'_')) {
            out.push(b'_');
        }
    }
    if out.last() == Some(&b'_') {
        out.pop();
    }
    out
}

/// The builtin encoding of a name.
pub fn find(name: &[u8]) -> Option<Encoding> {
    use wide::Order::{Big, Little, Marked};
    Some(match normalize(name).as_slice() {
        b"ascii" | b"us_ascii" | b"646" | b"us" | b"iso646_us" | b"ansi_x3.4_1968" | b"cp367"
        | b"ibm367" => Encoding::Ascii,
        b"latin_1" | b"latin1" | b"latin" | b"l1" | b"iso_8859_1" | b"iso8859_1" | b"iso8859"
        | b"iso88591" | b"8859" | b"cp819" | b"ibm819" => Encoding::Latin1,
        b"utf_8" | b"utf8" | b"u8" | b"utf" | b"utf8_ucs2" | b"utf8_ucs4" | b"cp65001" => {
            Encoding::Utf8
        }
        b"utf_7" | b"utf7" | b"u7" | b"unicode_1_1_utf_7" => Encoding::Utf7,
        b"unicode_internal" => Encoding::UnicodeInternal,
        b"utf_8_sig" => Encoding::Utf8Sig,
        b"utf_16" | b"utf16" | b"u16" => Encoding::Utf16(Marked),
        b"utf_16_le" | b"utf_16le" | b"unicodelittleunmarked" => Encoding::Utf16(Little),
        b"utf_16_be" | b"utf_16be" | b"unicodebigunmarked" => Encoding::Utf16(Big),
        b"utf_32" | b"utf32" | b"u32" => Encoding::Utf32(Marked),
        b"utf_32_le" | b"utf_32le" => Encoding::Utf32(Little),
        b"utf_32_be" | b"utf_32be" => Encoding::Utf32(Big),
        b"unicode_escape" => Encoding::UnicodeEscape,
        b"raw_unicode_escape" => Encoding::RawUnicodeEscape,
        b"string_escape" => Encoding::StringEscape,
        b"hex" | b"hex_codec" => Encoding::Hex,
        b"rot13" | b"rot_13" => Encoding::Rot13,
        _ => return None,
    })
}

/// Text encoded.
fn encode_text(u: Ref<Unicode>, encoding: Encoding, errors: Errors<'_>) -> PyResult<Ref<Str>> {
    match encoding {
        Encoding::Ascii => charmap::encode_ascii(u, errors),
        Encoding::Latin1 => charmap::encode_latin1(u, errors),
        Encoding::Rot13 => charmap::encode_rot13(u, errors),
        Encoding::Utf8 => utf8::encode(u),
        Encoding::Utf7 => utf7::encode(u),
        Encoding::UnicodeInternal => internal::encode(u),
        Encoding::Utf8Sig => {
            let mut out = b"\xef\xbb\xbf".to_vec();
            out.extend_from_slice(utf8::encode(u)?.bytes());
            crate::builtins::str::try_new(&out)
        }
        Encoding::Utf16(order) => wide::encode16(u, order),
        Encoding::Utf32(order) => wide::encode32(u, order),
        Encoding::UnicodeEscape => escape::encode_unicode(u),
        Encoding::RawUnicodeEscape => escape::encode_raw_unicode(u),
        Encoding::StringEscape | Encoding::Hex => Err(type_error("not an encoding of text")),
    }
}

/// Bytes decoded to text.
fn decode_text(s: Ref<Str>, encoding: Encoding, errors: Errors<'_>) -> PyResult<Ref<Unicode>> {
    match encoding {
        Encoding::Ascii => charmap::decode_ascii(s, errors),
        Encoding::Latin1 => unicode::from_units(s.as_ref().bytes()),
        Encoding::Rot13 => charmap::decode_rot13(s),
        Encoding::Utf8 => utf8::decode(s, errors),
        Encoding::Utf7 => utf7::decode_part(s, errors, true).map(|(u, _)| u),
        Encoding::UnicodeInternal => internal::decode(s, errors),
        Encoding::Utf8Sig => match s.as_ref().bytes().strip_prefix(b"\xef\xbb\xbf") {
            Some(rest) => utf8::decode(crate::builtins::str::try_new(rest)?, errors),
            None => utf8::decode(s, errors),
        },
        Encoding::Utf16(order) => wide::decode16(s, order, errors),
        Encoding::Utf32(order) => wide::decode32(s, order, errors),
        Encoding::UnicodeEscape => escape::decode_unicode(s, errors),
        Encoding::RawUnicodeEscape => escape::decode_raw_unicode(s, errors),
        Encoding::StringEscape | Encoding::Hex => Err(type_error("not an encoding of text")),
    }
}

/// A str from text of either kind, by the default encoding.
fn bytes_of(v: Value) -> PyResult<Ref<Str>> {
    if let Some(s) = v.cast::<Str>() {
        return Ok(s);
    }
    match unicode::encode_default(v)? {
        Some(s) => Ok(s),
        None => Err(type_error(
            "expected a string or other character buffer object",
        )),
    }
}

/// `v.encode(encoding, errors)`, where `v` is a `str` or `unicode`.
///
/// # Errors
/// LookupError for an unknown encoding; the encoding's.
pub fn encode_object(v: Value, names: &Names) -> PyResult {
    let errors = names.errors();
    let Some(encoding) = names.known() else {
        return registry::run(names, v, registry::Direction::Encode);
    };
    match encoding {
        Encoding::Hex => {
            hex::check_errors(&names.errors)?;
            hex::encode(bytes_of(v)?).map(Into::into)
        }
        Encoding::StringEscape => match v.cast::<Str>() {
            Some(s) => escape::encode_string(s).map(Into::into),
            None => Err(raise_fmt!(
                type_error,
                "escape_encode() argument 1 must be string, not {}",
                crate::attr::type_name(v)
            )),
        },
        // What memory holds is there already.
        Encoding::UnicodeInternal if v.cast::<Str>().is_some() => Ok(v),
        // Bytes are text in the default encoding.
        _ => encode_text(unicode::coerce(v)?, encoding, errors).map(Into::into),
    }
}

/// `v.decode(encoding, errors)`, where `v` is a `str`, `unicode` or has bytes.
///
/// # Errors
/// LookupError for an unknown encoding; the encoding's.
pub fn decode_object(v: Value, names: &Names) -> PyResult {
    let errors = names.errors();
    let Some(encoding) = names.known() else {
        return registry::run(names, v, registry::Direction::Decode);
    };
    if encoding == Encoding::Rot13 && v.cast::<Unicode>().is_some() {
        // Goes by characters, whatever the kind of text.
        return charmap::decode_rot13(bytes_of(v)?).map(Into::into);
    }
    if encoding == Encoding::UnicodeInternal && v.cast::<Unicode>().is_some() {
        return Ok(v);
    }
    if encoding == Encoding::Hex {
        hex::check_errors(&names.errors)?;
    }
    let s = bytes_of(v)?;
    match encoding {
        Encoding::Hex => hex::decode(s).map(Into::into),
        Encoding::StringEscape => escape::decode_string(s, names.errors.as_deref()).map(Into::into),
        _ => decode_text(s, encoding, errors).map(Into::into),
    }
}

/// `unicode(bytes, encoding, errors)`
pub fn decode_to_unicode(s: Ref<Str>, names: &Names) -> PyResult<Ref<Unicode>> {
    // A program's decoder gets what CPython makes of its array of characters.
    let v = match names.known() {
        Some(_) => s.into(),
        None => crate::builtins::buffer_object::over(s),
    };
    let r = decode_object(v, names)?;
    match r.cast::<Unicode>() {
        Some(u) => Ok(u),
        None => Err(raise_fmt!(
            type_error,
            "decoder did not return an unicode object (type={})",
            crate::attr::type_name(r)
        )),
    }
}
