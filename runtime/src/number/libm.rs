//! The mathematical functions of the C library. Results are to be the same as CPython's to the last bit, so
//! these are used even where Rust's own would do.

use std::ffi::c_int;

mod c {
    use std::ffi::c_int;

    unsafe extern "C" {
        pub safe fn acos(x: f64) -> f64;
        pub safe fn acosh(x: f64) -> f64;
        pub safe fn asin(x: f64) -> f64;
        pub safe fn asinh(x: f64) -> f64;
        pub safe fn atan(x: f64) -> f64;
        pub safe fn atan2(y: f64, x: f64) -> f64;
        pub safe fn atanh(x: f64) -> f64;
        pub safe fn cos(x: f64) -> f64;
        pub safe fn cosh(x: f64) -> f64;
        pub safe fn exp(x: f64) -> f64;
        pub safe fn expm1(x: f64) -> f64;
        pub safe fn fmod(x: f64, y: f64) -> f64;
        pub safe fn hypot(x: f64, y: f64) -> f64;
        pub safe fn ldexp(x: f64, n: c_int) -> f64;
        pub safe fn log(x: f64) -> f64;
        pub safe fn log10(x: f64) -> f64;
        pub safe fn log1p(x: f64) -> f64;
        pub safe fn pow(x: f64, y: f64) -> f64;
        pub safe fn sin(x: f64) -> f64;
        pub safe fn sinh(x: f64) -> f64;
        pub safe fn tan(x: f64) -> f64;
        pub safe fn tanh(x: f64) -> f64;
    }
}

macro_rules! wrap {
    ($($name:ident($($x:ident),*))*) => { $(
        #[doc = concat!("C's `", stringify!($name), "`.")]
        #[inline]
        pub fn $name($($x: f64),*) -> f64 { c::$name($($x),*) }
    )* };
}
wrap! {
    acos(x) acosh(x) asin(x) asinh(x) atan(x) atan2(y, x) atanh(x) cos(x) cosh(x) exp(x) expm1(x)
    fmod(x, y) hypot(x, y) log(x) log10(x) log1p(x) pow(x, y) sin(x) sinh(x) tan(x) tanh(x)
}

/// `x * 2 ** n`, rounded once.
pub fn ldexp(x: f64, n: i64) -> f64 {
    c::ldexp(x, n.clamp(c_int::MIN.into(), c_int::MAX.into()) as c_int)
}
