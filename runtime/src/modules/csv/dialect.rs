//! Dialects.

use super::ERROR;
use crate::attr::{self, type_name};
use crate::builtins::receiver::{self, Lasting};
use crate::builtins::{dict, list, str as bytes};
use crate::call::{self, Args};
use crate::error::{PyResult, type_error};
use crate::layouts::{CsvDialect, Dict, Long, Str, Unicode};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::types::{self, parse};
use crate::value::Value;
use crate::{number, protocol, thread};

pub const MINIMAL: u32 = 0;
pub const ALL: u32 = 1;
pub const NONNUMERIC: u32 = 2;
pub const NONE: u32 = 3;

/// Registered dialects by name.
static REGISTRY: Lasting = Lasting::new();

pub fn registry() -> Ref<Dict> {
    let v = REGISTRY.get(|| dict::new().into());
    v.cast::<Dict>().unwrap_or_else(dict::new)
}

pub fn get_dialect(name: Value) -> PyResult {
    // A name that cannot be looked up is unknown too.
    match registry().get(name) {
        Ok(Some(dialect)) => Ok(dialect),
        Ok(None) => Err(ERROR.raise("unknown dialect")),
        Err(_) => {
            crate::thread::current().take_pending();
            Err(ERROR.raise("unknown dialect"))
        }
    }
}

pub fn list_dialects() -> PyResult {
    Ok(dict::keys_list(registry()).into())
}

pub fn unregister_dialect(name: Value) -> PyResult<()> {
    match registry().delete(name) {
        Ok(true) => return Ok(()),
        Ok(false) => {}
        Err(_) => {
            crate::thread::current().take_pending();
        }
    }
    Err(ERROR.raise("unknown dialect"))
}

pub fn register_dialect(args: &[Value], kwargs: Args<'_>) -> PyResult<()> {
    let a = parse::unpack(Args::positional(args), 0, "", 1, 2)?;
    if a[0].cast::<Str>().is_none() && a[0].cast::<Unicode>().is_none() {
        return Err(type_error("dialect name must be a string or unicode"));
    }
    let d = make(a.get(1).copied(), kwargs)?;
    registry().set(a[0], d.into())
}

/// A dialect from the argument `dialect` and keyword arguments.
pub fn make(dialect: Option<Value>, kwargs: Args<'_>) -> PyResult<Ref<CsvDialect>> {
    let values = list::new();
    if let Some(d) = dialect {
        values.push(d);
    }
    for (_, v) in kwargs.keywords() {
        values.push(v);
    }
    let args = Args {
        values: values.as_ref().items(),
        kwnames: kwargs.kwnames,
    };
    let v = call::call(types::CSV_DIALECT.get().into(), args)?;
    v.cast::<CsvDialect>()
        .ok_or_else(|| type_error("a dialect was expected"))
}

const NAMES: [&str; 9] = [
    "dialect",
    "delimiter",
    "doublequote",
    "escapechar",
    "lineterminator",
    "quotechar",
    "quoting",
    "skipinitialspace",
    "strict",
];

/// A parameter that is one byte; None stands for none.
fn character(name: &str, v: Option<Value>, default: u8) -> PyResult<u32> {
    let Some(v) = v else {
        return Ok(u32::from(default));
    };
    if v.is_none() {
        return Ok(0);
    }
    let Some(s) = v.cast::<Str>() else {
        return Err(raise_fmt!(
            type_error,
            "\"{name}\" must be string, not {}",
            type_name(v)
        ));
    };
    match *s.as_ref().bytes() {
        [] => Ok(0),
        [c] => Ok(u32::from(c)),
        _ => Err(raise_fmt!(
            type_error,
            "\"{name}\" must be an 1-character string"
        )),
    }
}

fn flag(v: Option<Value>, default: bool) -> PyResult<i64> {
    Ok(i64::from(match v {
        Some(v) => protocol::truth(v)?,
        None => default,
    }))
}

/// `Dialect.__new__`
pub fn dialect_new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    if args.values.len() > NAMES.len() {
        return Err(raise_fmt!(
            type_error,
            "function takes at most {} arguments ({} given)",
            NAMES.len(),
            args.values.len()
        ));
    }
    let mut a = parse::keywords(args, 0, "Dialect", &NAMES, 0)?;
    if let Some(given) = a[0] {
        let is_text = given.cast::<Str>().is_some() || given.cast::<Unicode>().is_some();
        let given = if is_text { get_dialect(given)? } else { given };
        if given.cast::<CsvDialect>().is_some() && a[1..].iter().all(Option::is_none) {
            return Ok(given);
        }
        for (slot, name) in a.iter_mut().zip(NAMES).skip(1) {
            if slot.is_none() {
                *slot = match attr::get(given, bytes::intern(name.as_bytes())) {
                    Ok(v) => Some(v),
                    Err(_) => {
                        thread::current().take_pending();
                        None
                    }
                };
            }
        }
    }
    let [
        _,
        delimiter,
        doublequote,
        escapechar,
        lineterminator,
        quotechar,
        quoting,
        skipinitialspace,
        strict,
    ] = a;
    let delimiter = character("delimiter", delimiter, b',')?;
    let doublequote = flag(doublequote, true)?;
    let escapechar = character("escapechar", escapechar, 0)?;
    let lineterminator = match lineterminator {
        None => Some(bytes::new(b"\r\n")),
        Some(v) if v.is_none() => None,
        Some(v) => match v.cast::<Str>() {
            Some(s) => Some(s),
            None => match crate::builtins::unicode::encode_default(v)? {
                Some(s) => Some(s),
                None => return Err(type_error("\"lineterminator\" must be a string")),
            },
        },
    };
    let no_quotechar = quotechar.is_some_and(|q| q.is_none());
    let quotechar = character("quotechar", quotechar, b'"')?;
    let quoting = match quoting {
        None if no_quotechar => NONE,
        None => MINIMAL,
        Some(v) => {
            if v.as_int().is_none() && v.cast::<Long>().is_none() {
                return Err(type_error("\"quoting\" must be an integer"));
            }
            u32::try_from(number::int_from_value(v)?).unwrap_or(u32::MAX)
        }
    };
    let skipinitialspace = flag(skipinitialspace, false)?;
    let strict = flag(strict, false)?;
    if quoting > NONE {
        return Err(type_error("bad \"quoting\" value"));
    }
    if delimiter == 0 {
        return Err(type_error("\"delimiter\" must be an 1-character string"));
    }
    if quoting != NONE && quotechar == 0 {
        return Err(type_error("quotechar must be set if quoting enabled"));
    }
    if lineterminator.is_none() {
        return Err(type_error("lineterminator must be set"));
    }
    Ok(CsvDialect::alloc_for(
        ty,
        delimiter,
        quotechar,
        escapechar,
        quoting,
        doublequote,
        skipinitialspace,
        strict,
        lineterminator,
    )
    .into())
}

fn this(v: Value) -> PyResult<Ref<CsvDialect>> {
    v.cast::<CsvDialect>()
        .ok_or_else(|| receiver::wrong("_csv.Dialect", v))
}

fn optional(c: u32) -> Value {
    match u8::try_from(c) {
        Ok(c) if c != 0 => bytes::singleton(c).into(),
        _ => Value::none(),
    }
}

pub fn get_delimiter(v: Value) -> PyResult {
    Ok(optional(this(v)?.delimiter.get()))
}

pub fn get_quotechar(v: Value) -> PyResult {
    Ok(optional(this(v)?.quotechar.get()))
}

pub fn get_escapechar(v: Value) -> PyResult {
    Ok(optional(this(v)?.escapechar.get()))
}

pub fn get_quoting(v: Value) -> PyResult {
    Ok(Value::int(i64::from(this(v)?.quoting.get())))
}

pub fn get_lineterminator(v: Value) -> PyResult {
    Ok(match this(v)?.lineterminator.get() {
        Some(s) => s.into(),
        None => Value::none(),
    })
}
