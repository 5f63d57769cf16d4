//! The module `strop` (rows: spec/modules/strop.toml): functions on strings from before strings had methods.
//!
//! They do what the methods do, on anything that has bytes.

use crate::builtins::str::methods as text;
use crate::builtins::{module, str, unicode};
use crate::error::{PyResult, overflow_error, type_error, value_error};
use crate::layouts::{List, Module, Str, Tuple};
use crate::number::convert;
use crate::object::Ref;
use crate::value::Value;
use crate::window;
use crate::{number, protocol};

const LOWER: &[u8] = b"abcdefghijklmnopqrstuvwxyz";
const SPACES: &[u8] = b"\t\n\x0b\x0c\r ";

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    let set = |n: &str, v: &[u8]| d.set_str(str::intern(n.as_bytes()), str::new(v).into());
    set("lowercase", LOWER);
    set("uppercase", &LOWER.to_ascii_uppercase());
    set("whitespace", SPACES);
    Ok(())
}

/// A string argument, as it is.
fn string(v: Value) -> PyResult<Ref<Str>> {
    if let Some(s) = v.cast::<Str>() {
        return Ok(s);
    }
    match unicode::encode_default(v)? {
        Some(s) => Ok(s),
        None => Err(raise_fmt!(
            type_error,
            "expected string or Unicode object, {} found",
            crate::attr::type_name(v)
        )),
    }
}

/// An argument with characters, CPython's format "t#"; or just bytes, "s#".
macro_rules! cases {
    ($($f:ident)*) => { $(
        pub fn $f(v: Value) -> PyResult {
            // What is that way already is returned itself.
            let s = string(v)?;
            let r = text::$f(s)?;
            let same = r.cast::<Str>().is_some_and(|r| r.as_ref().bytes() == s.as_ref().bytes());
            Ok(if same { v } else { r })
        }
    )* };
}
cases!(lower upper capitalize swapcase);

macro_rules! strips {
    ($($f:ident)*) => { $(
        pub fn $f(v: Value) -> PyResult {
            let s = string(v)?;
            let r = text::$f(s, None)?;
            let same = r.cast::<Str>().is_some_and(|r| r.bytes().len() == s.bytes().len());
            Ok(if same { v } else { r })
        }
    )* };
}
strips!(strip lstrip rstrip);

pub fn find(s: Ref<Str>, sub: Ref<Str>, start: i64, end: i64) -> PyResult {
    text::find(
        s,
        sub.into(),
        Some(Value::int(start)),
        Some(Value::int(end)),
    )
}

pub fn rfind(s: Ref<Str>, sub: Ref<Str>, start: i64, end: i64) -> PyResult {
    text::rfind(
        s,
        sub.into(),
        Some(Value::int(start)),
        Some(Value::int(end)),
    )
}

pub fn count(s: Ref<Str>, sub: Ref<Str>, start: i64, end: i64) -> PyResult {
    text::count(
        s,
        sub.into(),
        Some(Value::int(start)),
        Some(Value::int(end)),
    )
}

pub fn expandtabs(s: Ref<Str>, size: i32) -> PyResult {
    if size < 1 {
        return Err(value_error("tabsize must be at least 1"));
    }
    text::expandtabs(s, size)
}

pub fn split(s: Ref<Str>, sep: Option<Value>, max: i64) -> PyResult {
    let sep = match sep.filter(|s| !s.is_none()) {
        Some(sep) => Some(crate::convert::read_only(sep, "split", 2)?),
        None => None,
    };
    // 0 is no limit here.
    let max = if max == 0 { -1 } else { max };
    match sep.filter(|s| !s.bytes().is_empty()) {
        Some(sep) => text::split(s, Some(sep.into()), max),
        None if sep.is_some() => Err(value_error("empty separator")),
        None => text::split(s, None, max),
    }
}

pub fn join(items: Value, sep: Option<Value>) -> PyResult {
    let sep = match sep {
        Some(s) => crate::convert::chars(s, "join", 2)?,
        None => str::singleton(b' '),
    };
    if items.cast::<List>().is_none() && items.cast::<Tuple>().is_none() {
        let n = protocol::len(items)?;
        for i in 0..n {
            if protocol::get_item(items, Value::int(i))?
                .cast::<Str>()
                .is_none()
            {
                return Err(type_error("first argument must be sequence of strings"));
            }
        }
    } else if str::split::items_of(items)
        .iter()
        .any(|v| v.cast::<Str>().is_none())
    {
        return Err(type_error("first argument must be sequence of strings"));
    }
    text::join(sep, items)
}

pub fn replace(s: Ref<Str>, old: Ref<Str>, new: Ref<Str>, max: i64) -> PyResult {
    if old.bytes().is_empty() {
        return Err(value_error("empty pattern string"));
    }
    // Here too 0 is no limit.
    let max = if max == 0 { -1 } else { max };
    text::replace(s, old.into(), new.into(), max)
}

pub fn translate(v: Value, table: Value, delete: Option<Value>) -> PyResult {
    let Some(s) = v.cast::<Str>() else {
        return Err(window::not(v, "translate", 1, "string"));
    };
    let table = crate::convert::chars(table, "translate", 2)?;
    let delete = match delete {
        Some(d) => Some(crate::convert::chars(d, "translate", 3)?.into()),
        None => None,
    };
    text::translate(s, table.into(), delete)
}

pub fn maketrans(from: Ref<Str>, to: Ref<Str>) -> PyResult {
    if from.bytes().len() != to.bytes().len() {
        return Err(value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (f, t) in from.bytes().iter().zip(to.bytes()) {
        table[usize::from(*f)] = *t;
    }
    Ok(str::new(&table).into())
}

/// Text of a number, without blanks before it.
fn number_text(s: Ref<Str>) -> Vec<u8> {
    let b = s.as_ref().bytes();
    let start = b
        .iter()
        .position(|c| !SPACES.contains(c))
        .unwrap_or(b.len());
    b[start..].to_vec()
}

fn base(n: i32, function: &str) -> PyResult<u32> {
    match u32::try_from(n) {
        Ok(b) if b == 0 || (2..=36).contains(&b) => Ok(b),
        _ => Err(raise_fmt!(value_error, "invalid base for {function}()")),
    }
}

pub fn atoi(v: Ref<Str>, radix: i32) -> PyResult {
    let digits = number_text(v);
    let base = base(radix, "atoi")?;
    let failed = |what: &str| {
        let mut message = what.as_bytes().to_vec();
        message.extend_from_slice(&digits[..digits.len().min(200)]);
        crate::thread::current().take_pending();
        value_error(message)
    };
    match convert::int_from_text(&digits, base) {
        Ok(i) if number::is_index(i) && i.as_int().is_some() => Ok(i),
        Ok(_) => Err(failed("atoi() literal too large: ")),
        Err(_) => Err(failed("invalid literal for atoi(): ")),
    }
}

pub fn atol(v: Ref<Str>, radix: i32) -> PyResult {
    let digits = number_text(v);
    let base = base(radix, "atol")?;
    if digits.is_empty() {
        return Err(value_error("empty string for atol()"));
    }
    convert::long_from_text(&digits, base)
}

/// Is there a number before what is none?
fn begins_with_number(text: &[u8]) -> bool {
    let unsigned = match text {
        [b'+' | b'-', rest @ ..] => rest,
        _ => text,
    };
    let word = unsigned.get(..3).unwrap_or_default();
    matches!(unsigned, [b'0'..=b'9', ..] | [b'.', b'0'..=b'9', ..])
        || word.eq_ignore_ascii_case(b"inf")
        || word.eq_ignore_ascii_case(b"nan")
}

pub fn atof(v: Ref<Str>) -> PyResult {
    let digits = number_text(v);
    if digits.is_empty() {
        return Err(value_error("empty string for atof()"));
    }
    let shown = &digits[..digits.len().min(200)];
    match convert::float_from_text(&digits) {
        // What is that big was not written so.
        Ok(x) if x.is_infinite() && digits.iter().any(u8::is_ascii_digit) => {
            let mut message = b"value too large to convert to float: ".to_vec();
            message.extend_from_slice(shown);
            Err(overflow_error(message))
        }
        Ok(x) => Ok(Value::float(x)),
        Err(_) => {
            crate::thread::current().take_pending();
            let what: &[u8] = if begins_with_number(&digits) {
                b"invalid literal for atof(): "
            } else {
                b"could not convert string to float: "
            };
            let mut message = what.to_vec();
            message.extend_from_slice(shown);
            Err(value_error(message))
        }
    }
}
