//! `complex`: pairs of doubles.

use crate::attr::type_name;
use crate::builtins::{classobj, unicode};
use crate::call::Args;
use crate::error::{PyResult, type_error, value_error};
use crate::format::double::{self, Flags, Style};
use crate::layouts::{ComplexObject, Str};
use crate::names;
use crate::number::complexes::Complex;
use crate::number::{self, Num, parse, view};
use crate::object::Ref;
use crate::protocol::CmpOp;
use crate::singletons::not_implemented;
use crate::typeobj::Type;
use crate::types;
use crate::value::Value;

/// The number of a receiver; its type has been tested.
fn get(v: Value) -> PyResult<Complex> {
    view::complex(v).ok_or_else(|| {
        raise_fmt!(
            type_error,
            "a 'complex' object is required but received a '{}'",
            type_name(v)
        )
    })
}

fn make(c: Complex) -> Value {
    view::new_complex(c)
}

/// Any number as a complex; `None` for other types.
fn operand(v: Value) -> PyResult<Option<Complex>> {
    match view::complex(v) {
        Some(c) => Ok(Some(c)),
        None => Ok(number::convert::float_operand(v)?.map(|x| Complex::new(x, 0.0))),
    }
}

fn pair(a: Value, b: Value) -> PyResult<Option<(Complex, Complex)>> {
    let Some(a) = operand(a)? else {
        return Ok(None);
    };
    let Some(b) = operand(b)? else {
        return Ok(None);
    };
    Ok(Some((a, b)))
}

fn is_text(v: Value) -> bool {
    v.cast::<Str>().is_some() || unicode::is_unicode(v)
}

const NOT_A_NUMBER: &str = "complex() argument must be a string or a number";

/// `complex(real=0, imag=0)`, `complex(text)`
pub fn new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let [real, imag] = types::parse::keywords(args, 0, "complex", &["real", "imag"], 0)?;
    let plain = ty == types::COMPLEX.get();
    if let (Some(r), None) = (real, imag)
        && plain
        && r.exact::<ComplexObject>().is_some()
    {
        return Ok(r);
    }
    let c = construct(real.unwrap_or(Value::small_int(0)), imag)?;
    Ok(if plain {
        make(c)
    } else {
        ComplexObject::alloc_for(ty, c.re, c.im).into()
    })
}

fn construct(real: Value, imag: Option<Value>) -> PyResult<Complex> {
    if is_text(real) {
        if imag.is_some() {
            return Err(type_error(
                "complex() can't take second arg if first is a string",
            ));
        }
        return from_text(real);
    }
    if imag.is_some_and(is_text) {
        return Err(type_error("complex() second arg can't be a string"));
    }
    let real = special(real)?.unwrap_or(real);
    let is_number = |v: Value| v.ty().slots.float.get().is_some();
    if !is_number(real) || imag.is_some_and(|i| !is_number(i)) {
        return Err(type_error(NOT_A_NUMBER));
    }
    let (own, mut c) = match view::complex(real) {
        Some(c) => (Some(c.im), c),
        None => (None, Complex::new(number::to_float(real)?, 0.0)),
    };
    if let Some(imag) = imag {
        // complex(a, b) is a + b*1j also when the parts are complex themselves.
        let (re, im) = match view::complex(imag) {
            Some(i) => (i.re, Some(i.im)),
            None => (number::to_f64(imag)?, None),
        };
        c.im = own.map_or(re, |own| re + own);
        c.re = im.map_or(c.re, |im| c.re - im);
    }
    Ok(c)
}

fn from_text(v: Value) -> PyResult<Complex> {
    let text = match v.cast::<Str>() {
        Some(s) => s.as_ref().bytes().to_vec(),
        None => number::decimal_text(v)?,
    };
    match parse::complex(&text) {
        Some((re, im)) => Ok(Complex::new(re, im)),
        None => Err(value_error("complex() arg is a malformed string")),
    }
}

/// What `__complex__` returns, where there is one.
fn special(v: Value) -> PyResult<Option<Value>> {
    if v.exact::<ComplexObject>().is_some() || !v.is_ptr() {
        return Ok(None);
    }
    if classobj::is_instance(v) {
        return match classobj::find(v, names::complex())? {
            Some(m) => crate::call::call_values(m, &[]).map(Some),
            None => Ok(None),
        };
    }
    crate::attr::call_special(v, names::complex(), &[])
}

fn text(c: Complex, style: Style, precision: usize) -> Value {
    let part = |x, plus| {
        double::format_double(
            x,
            style,
            precision,
            Flags {
                plus,
                ..Flags::default()
            },
        )
    };
    let s = if c.re == 0.0 && c.re.is_sign_positive() {
        format!("{}j", part(c.im, false))
    } else {
        format!("({}{}j)", part(c.re, false), part(c.im, true))
    };
    super::str::new(s.as_bytes()).into()
}

/// `repr(x)`
pub fn repr(v: Value) -> PyResult {
    Ok(text(get(v)?, Style::Repr, 0))
}

/// `str(x)`
pub fn str(v: Value) -> PyResult {
    Ok(text(get(v)?, Style::General, 12))
}

/// `hash(x)`
pub fn hash(v: Value) -> PyResult<i64> {
    get(v).map(Complex::hash)
}

/// `==` and `!=` with any number; there is no order
pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    let (Some(Num::Complex(x)), Some(y)) = (Num::of(a), Num::of(b)) else {
        return Ok(not_implemented());
    };
    if !matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Err(type_error(
            "no ordering relation is defined for complex numbers",
        ));
    }
    let equal = match y {
        Num::Complex(y) => x == y,
        y => x.im == 0.0 && number::order(Num::Float(x.re), y).is_some_and(|o| o.is_eq()),
    };
    Ok(Value::bool(equal == (op == CmpOp::Eq)))
}

/// `coerce(x, y)`
pub fn coerce(a: Value, b: Value) -> PyResult {
    let b = match operand(b)? {
        Some(_) if view::complex(b).is_some() => b,
        Some(c) => make(c),
        None => return Ok(not_implemented()),
    };
    Ok(super::tuple::from_slice(&[a, b]).into())
}

/// Truth
pub fn nonzero(v: Value) -> PyResult<bool> {
    get(v).map(|c| c.re != 0.0 || c.im != 0.0)
}

macro_rules! arithmetic {
    ($($(#[$doc:meta])* $name:ident |$a:ident, $b:ident| $result:expr;)*) => { $(
        $(#[$doc])*
        pub fn $name(a: Value, b: Value) -> PyResult {
            let Some(($a, $b)) = pair(a, b)? else { return Ok(not_implemented()) };
            let result: PyResult<Complex> = $result;
            Ok(make(result?))
        }
    )* };
}

arithmetic! {
    /// `x + y`
    add |a, b| Ok(a.add(b));
    /// `x - y`
    sub |a, b| Ok(a.sub(b));
    /// `x * y`
    mul |a, b| Ok(a.mul(b));
    /// `x / y`
    div |a, b| Ok(a.div(b)?);
    /// `x // y`
    floordiv |a, b| {
        // As part of `divmod`, too.
        warn_of_floor()?;
        warn_of_floor()?;
        Ok(a.div_mod(b)?.0)
    };
    /// `x % y`
    modulo |a, b| {
        warn_of_floor()?;
        Ok(a.remainder(b)?)
    };
}

fn warn_of_floor() -> PyResult<()> {
    crate::modules::warnings::warn_here(
        crate::types::DEPRECATION_WARNING.get(),
        "complex divmod(), // and % are deprecated",
    )
}

/// `divmod(x, y)`
pub fn divmod(a: Value, b: Value) -> PyResult {
    let Some((a, b)) = pair(a, b)? else {
        return Ok(not_implemented());
    };
    warn_of_floor()?;
    let (q, r) = a.div_mod(b)?;
    let q = make(q);
    Ok(super::tuple::from_slice(&[q, make(r)]).into())
}

/// `pow(x, y)`; a modulus is refused
pub fn pow(a: Value, b: Value, c: Value) -> PyResult {
    let Some((a, b)) = pair(a, b)? else {
        return Ok(not_implemented());
    };
    if !c.is_none() {
        return Err(value_error("complex modulo"));
    }
    Ok(make(a.pow(b)?))
}

/// `-x`
pub fn neg(v: Value) -> PyResult {
    get(v).map(|c| make(c.neg()))
}

/// `+x`
pub fn pos(v: Value) -> PyResult {
    if v.exact::<ComplexObject>().is_some() {
        Ok(v)
    } else {
        get(v).map(make)
    }
}

/// `abs(x)`
pub fn abs(v: Value) -> PyResult {
    Ok(Value::float(get(v)?.abs()?))
}

/// `int(x)` is an error
pub fn to_int(_v: Value) -> PyResult {
    Err(type_error("can't convert complex to int"))
}

/// `long(x)` is an error
pub fn to_long(_v: Value) -> PyResult {
    Err(type_error("can't convert complex to long"))
}

/// `float(x)` is an error
pub fn to_float(_v: Value) -> PyResult {
    Err(type_error("can't convert complex to float"))
}

/// `x.conjugate()`
pub fn conjugate(v: Value) -> PyResult {
    get(v).map(|c| make(Complex::new(c.re, -c.im)))
}

/// `x.__getnewargs__()`
pub fn getnewargs(v: Value) -> PyResult {
    let c = get(v)?;
    Ok(super::tuple::from_slice(&[Value::float(c.re), Value::float(c.im)]).into())
}

/// `x.__format__(spec)`
pub fn format(v: Value, spec: Value) -> PyResult {
    let c = get(v)?;
    crate::format::format_number(v, spec, |text| crate::format::format_complex(v, c, text))
}
