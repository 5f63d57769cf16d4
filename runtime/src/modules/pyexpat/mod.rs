//! The module `pyexpat` (rows: spec/modules/pyexpat.toml, spec/types/pyexpat.toml): parsing by the C library
//! libexpat. [`library`] owns its parsers, [`parser`] is the type, [`attributes`] what its instances show,
//! [`callbacks`] what the library calls.

use std::ffi::CString;

use crate::builtins::{list, module, str as bytes, tuple, unicode};
use crate::error::{PyResult, Raised, type_error, value_error};
use crate::layouts::{Dict, Module, Str};
use crate::modules::native_error::NativeError;
use crate::object::Ref;
use crate::value::Value;
use crate::{attr, types, window};

pub mod attributes;
pub mod callbacks;
pub mod library;
pub mod parser;

/// `ExpatError`
pub static ERROR: NativeError = NativeError::new();

/// Names of the library's errors, with their numbers.
const ERRORS: &[(&str, u32)] = &[
    ("NO_MEMORY", 1),
    ("SYNTAX", 2),
    ("NO_ELEMENTS", 3),
    ("INVALID_TOKEN", 4),
    ("UNCLOSED_TOKEN", 5),
    ("PARTIAL_CHAR", 6),
    ("TAG_MISMATCH", 7),
    ("DUPLICATE_ATTRIBUTE", 8),
    ("JUNK_AFTER_DOC_ELEMENT", 9),
    ("PARAM_ENTITY_REF", 10),
    ("UNDEFINED_ENTITY", 11),
    ("RECURSIVE_ENTITY_REF", 12),
    ("ASYNC_ENTITY", 13),
    ("BAD_CHAR_REF", 14),
    ("BINARY_ENTITY_REF", 15),
    ("ATTRIBUTE_EXTERNAL_ENTITY_REF", 16),
    ("MISPLACED_XML_PI", 17),
    ("UNKNOWN_ENCODING", 18),
    ("INCORRECT_ENCODING", 19),
    ("UNCLOSED_CDATA_SECTION", 20),
    ("EXTERNAL_ENTITY_HANDLING", 21),
    ("NOT_STANDALONE", 22),
    ("UNEXPECTED_STATE", 23),
    ("ENTITY_DECLARED_IN_PE", 24),
    ("FEATURE_REQUIRES_XML_DTD", 25),
    ("CANT_CHANGE_FEATURE_ONCE_PARSING", 26),
    ("UNBOUND_PREFIX", 27),
    ("UNDECLARING_PREFIX", 28),
    ("INCOMPLETE_PE", 29),
    ("XML_DECL", 30),
    ("TEXT_DECL", 31),
    ("PUBLICID", 32),
    ("SUSPENDED", 33),
    ("NOT_SUSPENDED", 34),
    ("ABORTED", 35),
    ("FINISHED", 36),
    ("SUSPEND_PE", 37),
];

const PARAM_ENTITY_PARSING: &[(&str, i64)] = &[
    ("XML_PARAM_ENTITY_PARSING_NEVER", 0),
    ("XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE", 1),
    ("XML_PARAM_ENTITY_PARSING_ALWAYS", 2),
];

const MODEL: &[(&str, i64)] = &[
    ("XML_CTYPE_EMPTY", 1),
    ("XML_CTYPE_ANY", 2),
    ("XML_CTYPE_MIXED", 3),
    ("XML_CTYPE_NAME", 4),
    ("XML_CTYPE_CHOICE", 5),
    ("XML_CTYPE_SEQ", 6),
    ("XML_CQUANT_NONE", 0),
    ("XML_CQUANT_OPT", 1),
    ("XML_CQUANT_REP", 2),
    ("XML_CQUANT_PLUS", 3),
];

fn submodule(of: Ref<Dict>, name: &str, doc: &str) -> Ref<Dict> {
    let full = format!("pyexpat.{name}");
    let m = module::create(full.as_bytes(), Some(doc));
    if let Some(loaded) = super::loaded() {
        loaded.set_str(bytes::intern(full.as_bytes()), m.into());
    }
    of.set_str(bytes::intern(name.as_bytes()), m.into());
    module::dict(m)
}

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    let set = |name: &str, v: Value| d.set_str(bytes::intern(name.as_bytes()), v);
    let error = ERROR.create("xml.parsers.expat", "ExpatError", types::EXCEPTION.get())?;
    set("ExpatError", error);
    set("error", error);
    set("XMLParserType", types::XML_PARSER.get().value());
    set("__version__", bytes::new(b"2.7.18").into());
    set("EXPAT_VERSION", bytes::new(library::version()).into());
    let numbers = library::version_numbers().map(Value::int);
    set("version_info", tuple::from_slice(&numbers).into());
    set("native_encoding", bytes::new(b"UTF-8").into());
    let features = list::new();
    for (name, value) in library::features() {
        let pair = [bytes::new(name).into(), Value::int(value)];
        features.try_push(tuple::from_slice(&pair).into())?;
    }
    set("features", features.into());
    for (name, value) in PARAM_ENTITY_PARSING {
        set(name, Value::int(*value));
    }
    let errors = submodule(
        d,
        "errors",
        "The texts of errors, by the names of their numbers.",
    );
    for (name, code) in ERRORS {
        let text = bytes::new(library::error_text(*code).unwrap_or(b""));
        errors.set_str(
            bytes::intern(format!("XML_ERROR_{name}").as_bytes()),
            text.into(),
        );
    }
    let model = submodule(d, "model", "What the numbers in content models mean.");
    for (name, value) in MODEL {
        model.set_str(bytes::intern(name.as_bytes()), Value::int(*value));
    }
    Ok(())
}

/// A string without zero bytes, or with `or_none` None (CPython's formats "s" and "z").
pub fn text(v: Value, function: &str, number: usize, or_none: bool) -> PyResult<Option<CString>> {
    if or_none && v.is_none() {
        return Ok(None);
    }
    let wrong = |what: &str| {
        let or_none = if or_none { " or None" } else { "" };
        window::not(v, function, number, &format!("{what}{or_none}"))
    };
    let s: Ref<Str> = match v.cast::<Str>() {
        Some(s) => s,
        None => match unicode::encode_default(v)? {
            Some(s) => s,
            None => return Err(wrong("string")),
        },
    };
    CString::new(s.as_ref().bytes())
        .map(Some)
        .map_err(|_| wrong("string without null bytes"))
}

/// `ParserCreate([encoding[, namespace_separator[, intern]]])`
pub fn parser_create(
    encoding: Option<Value>,
    namespace_separator: Option<Value>,
    intern: Option<Value>,
) -> PyResult {
    let or_none = |v: Option<Value>| v.unwrap_or(Value::none());
    let encoding = text(or_none(encoding), "ParserCreate", 1, true)?;
    let separator = text(or_none(namespace_separator), "ParserCreate", 2, true)?;
    if separator.as_ref().is_some_and(|s| s.count_bytes() > 1) {
        return Err(value_error(
            "namespace_separator must be at most one character, omitted, or None",
        ));
    }
    // Explicitly None: nothing is interned.
    let intern = match intern {
        None => Some(crate::builtins::dict::new().into()),
        Some(v) if v.is_none() => None,
        Some(v) if v.cast::<Dict>().is_some() => Some(v),
        Some(_) => return Err(type_error("intern must be a dictionary")),
    };
    parser::create(encoding.as_deref(), separator, intern)
}

/// `ErrorString(code)`
pub fn error_string(code: i64) -> PyResult {
    let text = u32::try_from(code & 0xffff_ffff)
        .ok()
        .and_then(library::error_text);
    Ok(text.map_or(Value::none(), |t| bytes::new(t).into()))
}

/// An `ExpatError` with its attributes.
#[cold]
pub fn failure(message: &str, code: u32, line: u64, column: u64) -> Raised {
    let made = ERROR.class().and_then(|class| {
        let message = bytes::from_text(message);
        let e = crate::call::call_values(class, &[message.into()])?;
        let numbers = [
            ("code", u64::from(code)),
            ("offset", column),
            ("lineno", line),
        ];
        for (name, n) in numbers {
            attr::set(e, bytes::intern_static(name), Some(Value::int(n as i64)))?;
        }
        Ok((class, e))
    });
    match made {
        Ok((class, e)) => crate::error::raise_value(class, Some(e)),
        Err(e) => e,
    }
}
