//! Unary operators on any operand, and the builtins that are operators in disguise.

use crate::attr::type_name;
use crate::error::{PyResult, type_error};
use crate::layouts::Str;
use crate::value::Value;

macro_rules! operators {
    ($($(#[$doc:meta])* $name:ident $symbol:literal;)*) => { $(
        $(#[$doc])*
        pub fn $name(v: Value) -> PyResult {
            match v.ty().slots.$name.get() {
                Some(f) => f(v),
                None => Err(raise_fmt!(type_error, concat!("bad operand type for ", $symbol, ": '{}'"), type_name(v))),
            }
        }
    )* };
}

operators! {
    /// `-v`
    neg "unary -";
    /// `+v`
    pos "unary +";
    /// `~v`
    invert "unary ~";
    /// `abs(v)`
    abs "abs()";
}

/// `hex(v)`
pub fn hex(v: Value) -> PyResult {
    match v.ty().slots.hex.get() {
        Some(f) => expect_str(f(v)?, "__hex__"),
        None => Err(type_error("hex() argument can't be converted to hex")),
    }
}

/// `oct(v)`
pub fn oct(v: Value) -> PyResult {
    match v.ty().slots.oct.get() {
        Some(f) => expect_str(f(v)?, "__oct__"),
        None => Err(type_error("oct() argument can't be converted to oct")),
    }
}

fn expect_str(v: Value, method: &str) -> PyResult {
    match v.cast::<Str>() {
        Some(_) => Ok(v),
        None => Err(raise_fmt!(
            type_error,
            "{method} returned non-string (type {})",
            type_name(v)
        )),
    }
}

/// `bin(v)`
pub fn bin(v: Value) -> PyResult {
    let text = match super::Num::of(super::index(v)?) {
        Some(super::Num::Long(n)) => {
            let text = n.to_str_radix(2);
            match text.strip_prefix('-') {
                Some(digits) => format!("-0b{digits}"),
                None => format!("0b{text}"),
            }
        }
        Some(super::Num::Int(i)) => {
            let mut buffer = [0; super::ints::PREFIXED];
            let text = super::ints::prefixed(i, b"0b", 2, &mut buffer);
            return Ok(crate::builtins::str::new(text).into());
        }
        _ => return Err(type_error("expected an integer")),
    };
    Ok(crate::builtins::str::from_text(&text).into())
}
