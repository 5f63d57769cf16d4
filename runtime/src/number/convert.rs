//! Values to machine numbers and to numbers of a given type, with CPython's errors.
//!
//! | function             | CPython                              | used for                              |
//! | -------------------- | ------------------------------------ | ------------------------------------- |
//! | [`int_from_value`]   | format "l" and "n", `PyInt_AsLong`    | arguments of type `int`               |
//! | [`i32_from_value`]   | format "i"                           | arguments of type `i32`               |
//! | [`to_f64`]           | format "d", `PyFloat_AsDouble`       | arguments of type `float`             |
//! | [`index`], [`as_index`] | `PyNumber_Index`, `PyNumber_AsSsize_t` | subscripts, repetition counts      |
//! | [`slice_index`]      | `_PyEval_SliceIndex`                 | bounds of slices, `find(x, i, j)`     |
//! | [`to_int`], [`to_long`], [`to_float`] | `PyNumber_Int` …    | the constructors, `%d`                |

use super::{Num, big, floats, parse, view};
use crate::attr::{self, type_name};
use crate::builtins::{classobj, str, unicode};
use crate::error::{
    PyResult, Raised, index_error, overflow_error, raise_value, type_error, value_error,
};
use crate::layouts::{Long, Str};
use crate::names;
use crate::types;
use crate::value::Value;

const LONG_TO_C: &str = "Python int too large to convert to C long";

/// The 64-bit integer of an int or long; `None` when it is neither.
fn plain_int(v: Value) -> PyResult<Option<i64>> {
    match Num::of(v) {
        Some(Num::Int(i)) => Ok(Some(i)),
        Some(Num::Long(n)) => match n.to_i64() {
            Some(i) => Ok(Some(i)),
            None => Err(overflow_error(LONG_TO_C)),
        },
        _ => Ok(None),
    }
}

/// An integer argument. Floats are refused, other objects are asked for `__int__`.
pub fn int_from_value(v: Value) -> PyResult<i64> {
    if let Some(i) = v.as_small_int() {
        return Ok(i);
    }
    if view::float(v).is_some() {
        return Err(type_error("integer argument expected, got float"));
    }
    int_from_number(v)
}

/// The same without the objection to floats, which are truncated.
pub fn int_from_number(v: Value) -> PyResult<i64> {
    if let Some(i) = plain_int(v)? {
        return Ok(i);
    }
    if classobj::is_instance(v) {
        return match plain_int(instance_to_int(v)?)? {
            Some(i) => Ok(i),
            None => Err(type_error("__int__ method should return an integer")),
        };
    }
    let Some(f) = v.ty().slots.int.get() else {
        return Err(type_error("an integer is required"));
    };
    match plain_int(f(v)?)? {
        Some(i) => Ok(i),
        None => Err(type_error("__int__ method should return an integer")),
    }
}

/// An integer argument that must fit 32 bits.
pub fn i32_from_value(v: Value) -> PyResult<i32> {
    let i = int_from_value(v)?;
    i32::try_from(i).map_err(|_| {
        overflow_error(if i > 0 {
            "signed integer is greater than maximum"
        } else {
            "signed integer is less than minimum"
        })
    })
}

/// Does the object have `__index__`?
pub fn is_index(v: Value) -> bool {
    v.ty().slots.index.get().is_some()
}

/// `operator.index(v)`: an int or long.
pub fn index(v: Value) -> PyResult {
    if v.as_int().is_some() || v.cast::<Long>().is_some() {
        return Ok(v);
    }
    let Some(f) = v.ty().slots.index.get() else {
        return Err(raise_fmt!(
            type_error,
            "'{}' object cannot be interpreted as an index",
            type_name(v)
        ));
    };
    let r = if classobj::is_instance(v) {
        match classobj::find(v, names::index())? {
            Some(m) => crate::call::call_values(m, &[])?,
            None => return Err(type_error("object cannot be interpreted as an index")),
        }
    } else {
        f(v)?
    };
    if r.as_int().is_some() || r.cast::<Long>().is_some() {
        return Ok(r);
    }
    Err(raise_fmt!(
        type_error,
        "__index__ returned non-(int,long) (type {})",
        type_name(r)
    ))
}

/// A subscript: IndexError when it does not fit a machine word.
#[inline]
pub fn as_index(v: Value) -> PyResult<i64> {
    as_index_or(v, index_error)
}

/// A machine integer by `__index__`; `overflow` makes the exception for one that does not fit.
#[inline]
pub fn as_index_or(v: Value, overflow: fn(String) -> Raised) -> PyResult<i64> {
    match v.as_small_int() {
        Some(i) => Ok(i),
        None => any_index_or(v, overflow),
    }
}

fn any_index_or(v: Value, overflow: fn(String) -> Raised) -> PyResult<i64> {
    let i = index(v)?;
    match Num::of(i) {
        Some(Num::Int(i)) => Ok(i),
        Some(Num::Long(n)) => n.to_i64().ok_or_else(|| {
            overflow(format!(
                "cannot fit '{}' into an index-sized integer",
                type_name(v)
            ))
        }),
        _ => Err(type_error("expected an integer")),
    }
}

/// A machine integer by `__index__`, at the limits when it does not fit.
pub fn as_index_clamped(v: Value) -> PyResult<i64> {
    if let Some(i) = v.as_small_int() {
        return Ok(i);
    }
    match Num::of(index(v)?) {
        Some(Num::Int(i)) => Ok(i),
        Some(Num::Long(n)) => {
            Ok(n.to_i64()
                .unwrap_or(if n.negative { i64::MIN } else { i64::MAX }))
        }
        _ => Err(type_error("expected an integer")),
    }
}

/// A bound of a slice; `None` for None.
pub fn slice_index(v: Value) -> PyResult<Option<i64>> {
    if let Some(i) = v.as_small_int() {
        return Ok(Some(i));
    }
    if v.is_none() {
        return Ok(None);
    }
    if !is_index(v) {
        return Err(type_error(
            "slice indices must be integers or None or have an __index__ method",
        ));
    }
    as_index_clamped(v).map(Some)
}

/// A float argument: numbers, and objects with `__float__`.
pub fn to_f64(v: Value) -> PyResult<f64> {
    if let Some(x) = view::float(v) {
        return Ok(x);
    }
    if let Some(Num::Int(i)) = Num::exact(v) {
        return Ok(i as f64);
    }
    let Some(f) = v.ty().slots.float.get() else {
        return Err(type_error("a float is required"));
    };
    match view::float(f(v)?) {
        Some(x) => Ok(x),
        None => Err(type_error("nb_float should return float object")),
    }
}

/// The operand of float arithmetic: a real number, `None` for other types.
pub(crate) fn float_operand(v: Value) -> PyResult<Option<f64>> {
    if let Some(x) = view::float(v) {
        return Ok(Some(x));
    }
    match Num::of(v) {
        Some(Num::Int(i)) => Ok(Some(i as f64)),
        Some(Num::Long(n)) => Ok(Some(big::to_f64(n)?)),
        _ => Ok(None),
    }
}

/// `__int__` of an old-style instance, or else what `__trunc__` gives.
fn instance_to_int(v: Value) -> PyResult {
    if classobj::has(v, names::int()) {
        return crate::call::call_values(classobj::getattr(v, names::int())?, &[]);
    }
    integral(crate::call::call_values(
        classobj::getattr(v, names::trunc())?,
        &[],
    )?)
}

/// What `__trunc__` returned as an int or long.
fn integral(v: Value) -> PyResult {
    let bad = |v| {
        raise_fmt!(
            type_error,
            "__trunc__ returned non-Integral (type {})",
            classobj::instance_class_name(v).unwrap_or_else(|| type_name(v).to_owned())
        )
    };
    let is_int = |v: Value| matches!(Num::of(v), Some(Num::Int(_) | Num::Long(_)));
    if is_int(v) {
        return Ok(v);
    }
    let r = if classobj::is_instance(v) {
        match classobj::find(v, names::int())? {
            Some(m) => crate::call::call_values(m, &[])?,
            None => return Err(bad(v)),
        }
    } else {
        match v.ty().slots.int.get() {
            Some(f) => f(v)?,
            None => return Err(bad(v)),
        }
    };
    if is_int(r) { Ok(r) } else { Err(bad(r)) }
}

/// `__trunc__` of an object that has it.
fn truncate(v: Value) -> PyResult<Option<Value>> {
    match attr::find(v, names::trunc())? {
        Some(m) => integral(crate::call::call_values(m, &[])?).map(Some),
        None => Ok(None),
    }
}

/// Text of a str or unicode for the number parsers; `None` for other objects.
pub fn number_text(v: Value) -> PyResult<Option<Vec<u8>>> {
    if let Some(s) = v.cast::<Str>() {
        return Ok(Some(s.as_ref().bytes().to_vec()));
    }
    if unicode::is_unicode(v) {
        return decimal_text(v).map(Some);
    }
    // Who has bytes that are no characters is no text.
    Ok(crate::exception::quiet(|| crate::builtins::str::args::buffer_bytes(v)).flatten())
}

/// Text of a unicode with the digits of all scripts as ASCII.
pub fn decimal_text(v: Value) -> PyResult<Vec<u8>> {
    parse::decimal_from_unicode((0..).map_while(|at| unicode::code_point(v, at))).map_err(|at| {
        let (start, end) = (Value::int(at.start as i64), Value::int(at.end as i64));
        let reason = str::new(b"invalid decimal Unicode string").into();
        let args = crate::builtins::tuple::from_slice(&[
            str::new(b"decimal").into(),
            v,
            start,
            end,
            reason,
        ]);
        raise_value(types::UNICODE_ENCODE_ERROR.get().into(), Some(args.into()))
    })
}

/// "invalid literal for int() with base 10: '…'"
#[cold]
fn invalid_literal(function: &str, base: impl std::fmt::Display, shown: &[u8]) -> Raised {
    let shown = parse::quoted(parse::truncated(shown));
    raise_fmt!(
        value_error,
        "invalid literal for {function}() with base {base}: {shown}"
    )
}

/// The base argument of `int()` and `long()`, looked at when the text is known to have no NUL: a
/// message about one shows the whole text, and the base as it was given.
pub fn check_base(function: &str, base: i64, text: &[u8]) -> PyResult<u32> {
    if parse::c_string(text).len() != text.len() {
        return Err(invalid_literal(function, base, text));
    }
    match u32::try_from(base) {
        Ok(b) if b == 0 || (2..=36).contains(&b) => Ok(b),
        _ => Err(raise_fmt!(
            value_error,
            "{function}() base must be >= 2 and <= 36, or 0"
        )),
    }
}

/// `int(text, base)`
pub fn int_from_text(text: &[u8], base: u32) -> PyResult {
    let body = parse::c_string(text);
    match parse::int(body, base) {
        None => Err(invalid_literal("int", base, parse::trim_start(body))),
        Some(_) if body.len() != text.len() => Err(value_error("null byte in argument for int()")),
        Some(parse::Integer::Int(i)) => Ok(Value::int(i)),
        Some(parse::Integer::Long(n)) => Ok(crate::builtins::long::of(n.number())),
    }
}

/// `long(text, base)`
pub fn long_from_text(text: &[u8], base: u32) -> PyResult {
    let body = parse::c_string(text);
    match parse::long(body, base) {
        None => Err(invalid_literal("long", shown_base(body, base), body)),
        Some(_) if body.len() != text.len() => Err(value_error("null byte in argument for long()")),
        Some(n) => Ok(crate::builtins::long::of(n.number())),
    }
}

/// The base that a literal's prefix says, for messages.
fn shown_base(text: &[u8], base: u32) -> u32 {
    if base != 0 {
        return base;
    }
    let digits = parse::trim_start(text);
    let digits = digits
        .strip_prefix(b"-")
        .or_else(|| digits.strip_prefix(b"+"))
        .unwrap_or(digits);
    match digits {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'b' | b'B', ..] => 2,
        [b'0', ..] => 8,
        _ => 10,
    }
}

/// `float(text)`
pub fn float_from_text(text: &[u8]) -> PyResult<f64> {
    let (what, shown) = match parse::float(text) {
        Ok(x) => return Ok(x),
        Err(parse::FloatError::Nothing(shown)) => ("could not convert string to float: ", shown),
        Err(parse::FloatError::Trailing(shown)) => ("invalid literal for float(): ", shown),
    };
    let mut message = what.as_bytes().to_vec();
    message.extend_from_slice(shown);
    Err(value_error(message))
}

/// `int(v)`: an int, or a long where it does not fit.
pub fn to_int(v: Value) -> PyResult {
    if v.is_small_int() || v.exact::<crate::layouts::HeapInt>().is_some() {
        return Ok(v);
    }
    if let Some(x) = v.as_float() {
        return float_to_int(x);
    }
    if let Some(s) = v.exact::<Str>() {
        return int_from_text(s.as_ref().bytes(), 10);
    }
    if classobj::is_instance(v) {
        return expect_int(instance_to_int(v)?);
    }
    if let Some(f) = v.ty().slots.int.get() {
        return expect_int(f(v)?);
    }
    if let Some(r) = truncate(v)? {
        return Ok(r);
    }
    match number_text(v)? {
        Some(text) => int_from_text(&text, 10),
        None => Err(raise_fmt!(
            type_error,
            "int() argument must be a string or a number, not '{}'",
            type_name(v)
        )),
    }
}

fn expect_int(r: Value) -> PyResult {
    match Num::of(r) {
        Some(Num::Int(_) | Num::Long(_)) => Ok(r),
        _ => Err(raise_fmt!(
            type_error,
            "__int__ returned non-int (type {})",
            type_name(r)
        )),
    }
}

/// A float without its fraction, as an int where it fits.
pub fn float_to_int(x: f64) -> PyResult {
    match super::ints::from_float(x) {
        Some(i) => Ok(Value::int(i)),
        None => Ok(view::long(big::from_float(x)?)),
    }
}

/// `long(v)`
pub fn to_long(v: Value) -> PyResult {
    if v.exact::<Long>().is_some() {
        return Ok(v);
    }
    if let Some(i) = v.as_small_int() {
        return Ok(view::long(i));
    }
    if let Some(s) = v.exact::<Str>() {
        return long_from_text(s.as_ref().bytes(), 10);
    }
    let as_long = |r: Value| match Num::of(r) {
        Some(Num::Int(i)) => Some(view::long(i)),
        Some(Num::Long(_)) => Some(r),
        _ => None,
    };
    let expect = |r: Value| {
        as_long(r).ok_or_else(|| {
            raise_fmt!(
                type_error,
                "__long__ returned non-long (type {})",
                type_name(r)
            )
        })
    };
    if classobj::is_instance(v) {
        return match classobj::has(v, names::long()) {
            true => expect(crate::call::call_values(
                classobj::getattr(v, names::long())?,
                &[],
            )?),
            false => expect(instance_to_int(v)?),
        };
    }
    if let Some(f) = v.ty().slots.long.get() {
        return expect(f(v)?);
    }
    if let Some(r) = truncate(v)? {
        return expect(r);
    }
    match number_text(v)? {
        Some(text) => long_from_text(&text, 10),
        None => Err(raise_fmt!(
            type_error,
            "long() argument must be a string or a number, not '{}'",
            type_name(v)
        )),
    }
}

fn not_float(r: Value) -> crate::error::Raised {
    raise_fmt!(
        type_error,
        "__float__ returned non-float (type {})",
        crate::attr::type_name(r)
    )
}

/// `float(v)` as a number; see [`to_f64`] for arguments, which may not be text.
pub fn to_float(v: Value) -> PyResult<f64> {
    if let Some(x) = v.as_float() {
        return Ok(x);
    }
    if let Some(s) = v.exact::<Str>() {
        return float_from_text(s.as_ref().bytes());
    }
    if let Some(f) = v.ty().slots.float.get() {
        let r = f(v)?;
        return match view::float(r) {
            Some(x) => Ok(x),
            None => Err(not_float(r)),
        };
    }
    match number_text(v)? {
        Some(text) => float_from_text(&text),
        None => Err(type_error("float() argument must be a string or a number")),
    }
}

/// `float(v)` as the object that it is: `__float__` may return an instance of a subclass.
pub fn to_float_object(v: Value) -> PyResult {
    if !v.is_float()
        && let Some(f) = v.ty().slots.float.get()
    {
        let r = f(v)?;
        return match view::float(r) {
            Some(_) => Ok(r),
            None => Err(not_float(r)),
        };
    }
    to_float(v).map(Value::float)
}

/// `round(x, digits)` of the builtin, whose digits may be any index.
pub fn round(x: f64, digits: Option<Value>) -> PyResult<f64> {
    let digits = match digits {
        None => 0,
        Some(d) => as_index_clamped(d)?,
    };
    Ok(floats::round(x, digits)?)
}
