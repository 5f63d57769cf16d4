//! Functions of the C library on floats, without CPython's errors: bodies test operands and results.

pub use crate::number::libm::{
    acos, asin, atan, atan2, cos, exp, fmod, hypot, log10, pow, sin, tan,
};
