//! `float`: doubles. Exact floats are immediates; instances of subclasses are heap objects.

use std::cell::Cell;

use crate::call::Args;
use crate::error::{PyResult, value_error};
use crate::format::double;
use crate::layouts::{HeapFloat, Str};
use crate::number::{self, Fault, Num, convert, floats, view};
use crate::object::Ref;
use crate::protocol::CmpOp;
use crate::singletons::not_implemented;
use crate::typeobj::Type;
use crate::types;
use crate::value::Value;

/// The number of a receiver; its type has been tested.
fn get(v: Value) -> PyResult<f64> {
    view::float(v).ok_or_else(|| {
        raise_fmt!(
            type_error,
            "a 'float' object is required but received a '{}'",
            crate::attr::type_name(v)
        )
    })
}

fn text(s: &str) -> Value {
    super::str::new(s.as_bytes()).into()
}

/// `float(x=0.0)`
pub fn new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    if ty == types::FLOAT.get()
        && let ([x], 0) = (args.values, args.nkw())
        && x.exact::<Str>().is_none()
    {
        return number::to_float_object(*x);
    }
    let x = match types::parse::keywords(args, 0, "float", &["x"], 0)? {
        [None] => 0.0,
        [Some(x)] => match x.exact::<Str>() {
            Some(s) => number::float_from_text(s.as_ref().bytes())?,
            None => number::to_float(x)?,
        },
    };
    if ty == types::FLOAT.get() {
        return Ok(Value::float(x));
    }
    Ok(HeapFloat::alloc_for(ty, x).into())
}

/// `repr(x)`
pub fn repr(v: Value) -> PyResult {
    Ok(text(&double::repr(get(v)?)))
}

/// `str(x)`
pub fn str(v: Value) -> PyResult {
    Ok(text(&double::str(get(v)?)))
}

/// `hash(x)`
pub fn hash(v: Value) -> PyResult<i64> {
    get(v).map(floats::hash)
}

/// Rich comparison with any real number, by exact values
pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    match (Num::of(a), Num::of(b)) {
        (Some(Num::Complex(_)), _) | (_, Some(Num::Complex(_))) => Ok(not_implemented()),
        (Some(a), Some(b)) => Ok(Value::bool(number::holds(op, number::order(a, b)))),
        _ => Ok(not_implemented()),
    }
}

/// `coerce(x, y)`
pub fn coerce(a: Value, b: Value) -> PyResult {
    let b = match convert::float_operand(b)? {
        Some(_) if view::float(b).is_some() => b,
        Some(x) => Value::float(x),
        None => return Ok(not_implemented()),
    };
    Ok(super::tuple::from_slice(&[a, b]).into())
}

/// Truth
pub fn nonzero(v: Value) -> PyResult<bool> {
    get(v).map(|x| x != 0.0)
}

/// Two real operands; `None` when one is something else.
fn pair(a: Value, b: Value) -> PyResult<Option<(f64, f64)>> {
    let Some(a) = convert::float_operand(a)? else {
        return Ok(None);
    };
    let Some(b) = convert::float_operand(b)? else {
        return Ok(None);
    };
    Ok(Some((a, b)))
}

macro_rules! arithmetic {
    ($($(#[$doc:meta])* $name:ident |$a:ident, $b:ident| $result:expr;)*) => { $(
        $(#[$doc])*
        pub fn $name(a: Value, b: Value) -> PyResult {
            let Some(($a, $b)) = pair(a, b)? else { return Ok(not_implemented()) };
            let result: Result<f64, Fault> = $result;
            Ok(Value::float(result?))
        }
    )* };
}

arithmetic! {
    /// `x + y`
    add |a, b| Ok(a + b);
    /// `x - y`
    sub |a, b| Ok(a - b);
    /// `x * y`
    mul |a, b| Ok(a * b);
    /// `x / y`
    div |a, b| floats::div(a, b);
    /// `x // y`
    floordiv |a, b| floats::floor_div(a, b);
    /// `x % y`
    modulo |a, b| floats::floor_mod(a, b);
}

/// `divmod(x, y)`
pub fn divmod(a: Value, b: Value) -> PyResult {
    let Some((a, b)) = pair(a, b)? else {
        return Ok(not_implemented());
    };
    let (q, r) = floats::div_mod(a, b)?;
    Ok(super::tuple::from_slice(&[Value::float(q), Value::float(r)]).into())
}

/// `pow(x, y)`; a modulus is refused
pub fn pow(a: Value, b: Value, c: Value) -> PyResult {
    if !c.is_none() {
        return Err(Fault::POW_ARGUMENT.raise());
    }
    let Some((a, b)) = pair(a, b)? else {
        return Ok(not_implemented());
    };
    Ok(Value::float(floats::pow(a, b)?))
}

/// `-x`
pub fn neg(v: Value) -> PyResult {
    get(v).map(|x| Value::float(-x))
}

/// `+x`, `float(x)`, `x.real` and the like: the plain float
pub fn pos(v: Value) -> PyResult {
    get(v).map(Value::float)
}

/// `abs(x)`
pub fn abs(v: Value) -> PyResult {
    get(v).map(|x| Value::float(x.abs()))
}

/// `int(x)` and `x.__trunc__()`
pub fn to_int(v: Value) -> PyResult {
    number::float_to_int(get(v)?)
}

/// `long(x)`
pub fn to_long(v: Value) -> PyResult {
    Ok(number::long(number::big::from_float(get(v)?)?))
}

/// `x.is_integer()`
pub fn is_integer(v: Value) -> PyResult<bool> {
    get(v).map(|x| x.is_finite() && x.floor() == x)
}

/// `x.as_integer_ratio()`
pub fn as_integer_ratio(v: Value) -> PyResult {
    let (n, d) = floats::integer_ratio(get(v)?)?;
    let n = view::int_or_long(n);
    Ok(super::tuple::from_slice(&[n, view::int_or_long(d)]).into())
}

/// `x.hex()`
pub fn hex(v: Value) -> PyResult {
    Ok(text(&floats::to_hex(get(v)?)))
}

/// `float.fromhex(text)`
pub fn fromhex(class: Value, source: Value) -> PyResult {
    let bytes = match super::int::hex_text(source)? {
        Some(bytes) => bytes,
        None => {
            return Err(raise_fmt!(
                type_error,
                "expected string or Unicode object, {} found",
                crate::attr::type_name(source)
            ));
        }
    };
    let x = Value::float(floats::from_hex(&bytes)?);
    crate::call::call_values(class, &[x])
}

/// `x.__getnewargs__()`
pub fn getnewargs(v: Value) -> PyResult {
    Ok(super::tuple::from_slice(&[pos(v)?]).into())
}

/// `x.__format__(spec)`
pub fn format(v: Value, spec: Value) -> PyResult {
    let x = get(v)?;
    crate::format::format_number(v, spec, |text| crate::format::format_float(v, x, text))
}

/// Getter of `imag`.
pub fn imag(_v: Value) -> PyResult {
    Ok(Value::float(0.0))
}

/// The C types of which `float.__setformat__` said that their format is unknown.
struct Unknown {
    double: Cell<bool>,
    float: Cell<bool>,
}
// SAFETY: touched only by the thread that holds the global lock.
unsafe impl Sync for Unknown {}
static UNKNOWN: Unknown = Unknown {
    double: Cell::new(false),
    float: Cell::new(false),
};

/// Is the format of a C type of so many bytes said to be unknown? Then what a program converts portably
/// can be no infinity and no NaN.
pub fn is_format_unknown(size: usize) -> bool {
    if size == 4 {
        UNKNOWN.float.get()
    } else {
        UNKNOWN.double.get()
    }
}

const NATIVE_FORMAT: &str = if cfg!(target_endian = "little") {
    "IEEE, little-endian"
} else {
    "IEEE, big-endian"
};

/// The name of a C type, as the first argument of the next two.
fn c_type(method: &str, v: Value) -> PyResult<Ref<Str>> {
    let Some(s) = v.cast::<Str>() else {
        return Err(match method {
            "__getformat__" => raise_fmt!(
                type_error,
                "{method}() argument must be string, not {}",
                crate::attr::type_name(v)
            ),
            _ => crate::window::not(v, method, 1, "string"),
        });
    };
    match s.as_ref().bytes() {
        b"double" | b"float" => Ok(s),
        _ => Err(raise_fmt!(
            value_error,
            "{method}() argument 1 must be 'double' or 'float'"
        )),
    }
}

/// `float.__getformat__(c_type)`
pub fn getformat(_class: Value, name: Value) -> PyResult {
    let name = c_type("__getformat__", name)?;
    Ok(text(if unknown(name).get() {
        "unknown"
    } else {
        NATIVE_FORMAT
    }))
}

fn unknown(c_type: Ref<Str>) -> &'static Cell<bool> {
    if c_type.as_ref().bytes() == b"float" {
        &UNKNOWN.float
    } else {
        &UNKNOWN.double
    }
}

/// `float.__setformat__(c_type, format)`: what is so anyway, or that nothing is known.
pub fn setformat(_class: Value, name: Value, format: Value) -> PyResult<()> {
    let plain = |v: Value| super::unicode::encode_default(v).map(|s| s.map_or(v, Into::into));
    let (name, format) = (plain(name)?, plain(format)?);
    if name.cast::<Str>().is_some() && format.cast::<Str>().is_none() {
        return Err(crate::window::not(format, "__setformat__", 2, "string"));
    }
    let name = c_type("__setformat__", name)?;
    let format = format
        .cast::<Str>()
        .map(|f| f.as_ref().to_text())
        .unwrap_or_default();
    match format.as_str() {
        f if f == "unknown" || f == NATIVE_FORMAT => {
            unknown(name).set(f == "unknown");
            Ok(())
        }
        "IEEE, little-endian" | "IEEE, big-endian" => Err(raise_fmt!(
            value_error,
            "can only set {} format to 'unknown' or the detected platform value",
            name.as_ref().to_text()
        )),
        _ => Err(value_error(
            "__setformat__() argument 2 must be 'unknown', 'IEEE, little-endian' or 'IEEE, big-endian'",
        )),
    }
}
