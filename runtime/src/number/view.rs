//! Numbers as Rust sees them.

use num_bigint::BigInt;

use super::bigref::BigRef;
use super::complexes::Complex;
use crate::layouts::{BoolObject, ComplexObject, HeapFloat, HeapInt, Long};
use crate::object::Layout;
use crate::value::Value;

/// The number in a value. A long is borrowed from its object, which the reference keeps alive.
#[derive(Clone, Copy, Debug)]
pub enum Num<'a> {
    /// An int or a bool.
    Int(i64),
    /// A long.
    Long(BigRef<'a>),
    /// A float.
    Float(f64),
    /// A complex.
    Complex(Complex),
}

impl Num<'_> {
    /// The number of a builtin numeric type or of a subclass of one.
    #[inline]
    pub fn of<'a>(v: Value) -> Option<Num<'a>> {
        if let Some(i) = v.as_int() {
            Some(Num::Int(i))
        } else if let Some(x) = float(v) {
            Some(Num::Float(x))
        } else if let Some(n) = v.cast::<Long>() {
            Some(Num::Long(n.number()))
        } else {
            complex(v).map(Num::Complex)
        }
    }

    /// The same, but not for subclasses, which may have their own idea of every operation.
    #[inline]
    pub fn exact<'a>(v: Value) -> Option<Num<'a>> {
        let Some(h) = v.header() else {
            return Num::of(v);
        };
        let shape = h.shape.get();
        let builtin = [
            HeapInt::SHAPE,
            Long::SHAPE,
            HeapFloat::SHAPE,
            BoolObject::SHAPE,
            ComplexObject::SHAPE,
        ];
        if builtin.contains(&shape) {
            Num::of(v)
        } else {
            None
        }
    }

    /// An int or long as a big integer.
    pub fn to_big(self) -> Option<BigInt> {
        match self {
            Num::Int(i) => Some(i.into()),
            Num::Long(n) => Some(n.to_big()),
            _ => None,
        }
    }
}

/// The number of a float or of an instance of a subclass.
#[inline]
pub fn float(v: Value) -> Option<f64> {
    match v.as_float() {
        Some(x) => Some(x),
        None => v.cast::<HeapFloat>().map(|f| f.number.get()),
    }
}

/// The number of a complex or of an instance of a subclass.
pub fn complex(v: Value) -> Option<Complex> {
    v.cast::<ComplexObject>()
        .map(|c| Complex::new(c.real.get(), c.imag.get()))
}

/// A new long.
pub fn long(n: impl Into<BigInt>) -> Value {
    crate::builtins::long::new(n.into())
}

/// A new complex.
pub fn new_complex(c: Complex) -> Value {
    ComplexObject::alloc(c.re, c.im).into()
}

/// An int, or a long when it does not fit.
pub fn int_or_long(n: BigInt) -> Value {
    match i64::try_from(&n) {
        Ok(i) => Value::int(i),
        Err(_) => long(n),
    }
}
