//! Items as bytes. Each type of items is named by a letter, as in `struct`.

use crate::builtins::unicode;
use crate::error::{PyResult, Raised, overflow_error, type_error};
use crate::layouts::{Str, Unicode};
use crate::number::{self, Num};
use crate::value::Value;

pub const CODES: &[u8] = b"cbBuhHiIlLfd";

/// Bytes of an item.
pub fn size(code: u8) -> usize {
    match code {
        b'c' | b'b' | b'B' => 1,
        b'h' | b'H' => 2,
        b'u' | b'i' | b'I' | b'f' => 4,
        _ => 8,
    }
}

/// Does the value's conversion ask a method of a class?
#[inline]
pub fn asks(v: Value) -> bool {
    Num::of(v).is_none() && v.cast::<Str>().is_none() && v.cast::<Unicode>().is_none()
}

/// The value of an item's bytes.
#[inline]
pub fn decode(code: u8, data: &[u8]) -> Value {
    let n = match *data {
        [a] => a.into(),
        [a, b] => u16::from_ne_bytes([a, b]).into(),
        [a, b, c, d] => u32::from_ne_bytes([a, b, c, d]).into(),
        [a, b, c, d, e, f, g, h] => u64::from_ne_bytes([a, b, c, d, e, f, g, h]),
        // Items have no other sizes.
        _ => 0,
    };
    match code {
        b'b' => Value::int(i64::from(n as i8)),
        b'B' => Value::int(i64::from(n as u8)),
        b'h' => Value::int(i64::from(n as i16)),
        b'H' => Value::int(i64::from(n as u16)),
        b'i' => Value::int(i64::from(n as i32)),
        b'l' => Value::int(n as i64),
        b'I' => number::long(n as u32),
        b'L' => number::long(n),
        b'f' => Value::float(f64::from(f32::from_bits(n as u32))),
        b'd' => Value::float(f64::from_bits(n)),
        b'u' => unicode::from_code_points(&[n as u32]).unwrap_or_else(|_| Value::none()),
        _ => crate::builtins::str::singleton(n as u8).into(),
    }
}

/// An integer within bounds; `first` are those of the C integer that is made at first, whose name differs.
fn between(v: Value, wide: (&str, i64, i64), narrow: (&str, i64, i64)) -> PyResult<u64> {
    let i = number::int_from_value(v)?;
    for (name, low, high) in [wide, narrow] {
        if i < low || i > high {
            return Err(overflow_error(format!(
                "{name} is {} than {}",
                if i < low { "less" } else { "greater" },
                if i < low { "minimum" } else { "maximum" }
            )));
        }
    }
    Ok(i as u64)
}

fn unsigned(v: Value, name: &str, max: u64) -> PyResult<u64> {
    let less = || overflow_error(format!("{name} is less than minimum"));
    let n = match Num::of(v) {
        Some(Num::Long(n)) if n.negative => {
            return Err(overflow_error(
                "can't convert negative value to unsigned long",
            ));
        }
        Some(Num::Long(n)) => match n.to_u64() {
            Some(n) => n,
            None => return Err(overflow_error("long int too large to convert")),
        },
        _ => u64::try_from(number::int_from_value(v)?).map_err(|_| less())?,
    };
    if n > max {
        return Err(overflow_error(format!("{name} is greater than maximum")));
    }
    Ok(n)
}

/// The bytes of an item; the first [`size`] of the result.
#[inline]
pub fn encode(code: u8, v: Value) -> PyResult<[u8; 8]> {
    const SHORT: (&str, i64, i64) = ("signed short integer", i16::MIN as i64, i16::MAX as i64);
    const INT: (&str, i64, i64) = ("signed integer", i32::MIN as i64, i32::MAX as i64);
    const BYTE: (&str, i64, i64) = ("unsigned byte integer", 0, 255);
    let word = match code {
        b'b' => between(v, SHORT, ("signed char", -128, 127))?,
        b'B' => between(v, BYTE, BYTE)?,
        b'h' => between(v, SHORT, SHORT)?,
        b'H' => between(v, INT, ("unsigned short", 0, 0xffff))?,
        b'i' => between(v, INT, INT)?,
        b'l' => number::int_from_value(v)? as u64,
        b'I' => unsigned(v, "unsigned int", u32::MAX.into())?,
        b'L' => unsigned(v, "unsigned long", u64::MAX)?,
        b'f' => u64::from((number::to_f64(v)? as f32).to_bits()),
        b'd' => number::to_f64(v)?.to_bits(),
        b'u' => match v.cast::<Unicode>() {
            Some(u) if u.length() == 1 => u64::from(u.get(0).unwrap_or(0)),
            _ => return Err(type_error("array item must be unicode character")),
        },
        _ => match v.cast::<Str>() {
            Some(s) if s.bytes().len() == 1 => u64::from(s.bytes()[0]),
            _ => return Err(not_char()),
        },
    };
    Ok(word.to_ne_bytes())
}

#[cold]
fn not_char() -> Raised {
    type_error("array item must be char")
}
