//! Results of the functions where a part of the operand is infinite or no number: what annex G of the C
//! standard says, and CPython where that leaves a choice.
//!
//! Rows are the real part, columns the imaginary part: -inf, negative, -0, 0, positive, inf, NaN.

use super::Complex;

pub type Table = [[(f64, f64); 7]; 7];

/// The place of a part in the tables.
fn class(x: f64) -> usize {
    let negative = x.is_sign_negative();
    match x.classify() {
        std::num::FpCategory::Nan => 6,
        std::num::FpCategory::Infinite if negative => 0,
        std::num::FpCategory::Infinite => 5,
        std::num::FpCategory::Zero if negative => 2,
        std::num::FpCategory::Zero => 3,
        _ if negative => 1,
        _ => 4,
    }
}

/// The entry for an operand.
pub fn entry(table: &Table, z: Complex) -> Complex {
    let (re, im) = table[class(z.re)][class(z.im)];
    Complex::new(re, im)
}

const I: f64 = f64::INFINITY;
const N: f64 = f64::NAN;
const Z: f64 = 0.0;
const ONE: f64 = 1.0;
const P: f64 = std::f64::consts::PI;
const P12: f64 = P / 2.0;
const P14: f64 = P / 4.0;
const P34: f64 = 3.0 * P / 4.0;
/// Finite operands have no entry.
const U: (f64, f64) = (N, N);
/// A domain error.
const D: (f64, f64) = (N, N);

pub const ACOS: Table = [
    [
        (P34, I),
        (P, I),
        (P, I),
        (P, -I),
        (P, -I),
        (P34, -I),
        (N, I),
    ],
    [(P12, I), U, U, U, U, (P12, -I), (N, N)],
    [(P12, I), U, U, U, U, (P12, -I), (P12, N)],
    [(P12, I), U, U, U, U, (P12, -I), (P12, N)],
    [(P12, I), U, U, U, U, (P12, -I), (N, N)],
    [
        (P14, I),
        (Z, I),
        (Z, I),
        (Z, -I),
        (Z, -I),
        (P14, -I),
        (N, I),
    ],
    [(N, I), (N, N), (N, N), (N, N), (N, N), (N, -I), (N, N)],
];

pub const ACOSH: Table = [
    [
        (I, -P34),
        (I, -P),
        (I, -P),
        (I, P),
        (I, P),
        (I, P34),
        (I, N),
    ],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [
        (I, -P14),
        (I, -Z),
        (I, -Z),
        (I, Z),
        (I, Z),
        (I, P14),
        (I, N),
    ],
    [(I, N), (N, N), (N, N), (N, N), (N, N), (I, N), (N, N)],
];

pub const ASINH: Table = [
    [
        (-I, -P14),
        (-I, -Z),
        (-I, -Z),
        (-I, Z),
        (-I, Z),
        (-I, P14),
        (-I, N),
    ],
    [(-I, -P12), U, U, U, U, (-I, P12), (N, N)],
    [(-I, -P12), U, U, U, U, (-I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [
        (I, -P14),
        (I, -Z),
        (I, -Z),
        (I, Z),
        (I, Z),
        (I, P14),
        (I, N),
    ],
    [(I, N), (N, N), (N, -Z), (N, Z), (N, N), (I, N), (N, N)],
];

pub const ATANH: Table = [
    [
        (-Z, -P12),
        (-Z, -P12),
        (-Z, -P12),
        (-Z, P12),
        (-Z, P12),
        (-Z, P12),
        (-Z, N),
    ],
    [(-Z, -P12), U, U, U, U, (-Z, P12), (N, N)],
    [(-Z, -P12), U, U, U, U, (-Z, P12), (-Z, N)],
    [(Z, -P12), U, U, U, U, (Z, P12), (Z, N)],
    [(Z, -P12), U, U, U, U, (Z, P12), (N, N)],
    [
        (Z, -P12),
        (Z, -P12),
        (Z, -P12),
        (Z, P12),
        (Z, P12),
        (Z, P12),
        (Z, N),
    ],
    [(Z, -P12), (N, N), (N, N), (N, N), (N, N), (Z, P12), (N, N)],
];

pub const COSH: Table = [
    [D, (-I, I), (I, Z), (I, -Z), (-I, -I), D, (I, N)],
    [D, U, U, U, U, D, (N, N)],
    [D, U, U, U, U, D, (N, Z)],
    [D, U, U, U, U, D, (N, Z)],
    [D, U, U, U, U, D, (N, N)],
    [D, (-I, -I), (I, -Z), (I, Z), (-I, I), D, (I, N)],
    [(N, N), (N, N), (N, Z), (N, Z), (N, N), (N, N), (N, N)],
];

pub const EXP: Table = [
    [(Z, Z), (-Z, -Z), (Z, -Z), (Z, Z), (-Z, Z), (Z, Z), (Z, Z)],
    [D, U, U, U, U, D, (N, N)],
    [D, U, U, U, U, D, (N, N)],
    [D, U, U, U, U, D, (N, N)],
    [D, U, U, U, U, D, (N, N)],
    [D, (-I, -I), (I, -Z), (I, Z), (-I, I), D, (I, N)],
    [(N, N), (N, N), (N, -Z), (N, Z), (N, N), (N, N), (N, N)],
];

pub const LOG: Table = [
    [
        (I, -P34),
        (I, -P),
        (I, -P),
        (I, P),
        (I, P),
        (I, P34),
        (I, N),
    ],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [(I, -P12), U, U, U, U, (I, P12), (N, N)],
    [
        (I, -P14),
        (I, -Z),
        (I, -Z),
        (I, Z),
        (I, Z),
        (I, P14),
        (I, N),
    ],
    [(I, N), (N, N), (N, N), (N, N), (N, N), (I, N), (N, N)],
];

pub const SINH: Table = [
    [D, (I, -I), (-I, -Z), (-I, Z), (I, I), D, (I, N)],
    [D, U, U, U, U, D, (N, N)],
    [D, U, U, U, U, D, (Z, N)],
    [D, U, U, U, U, D, (Z, N)],
    [D, U, U, U, U, D, (N, N)],
    [D, (-I, -I), (I, -Z), (I, Z), (-I, I), D, (I, N)],
    [(N, N), (N, N), (N, -Z), (N, Z), (N, N), (N, N), (N, N)],
];

pub const SQRT: Table = [
    [(I, -I), (Z, -I), (Z, -I), (Z, I), (Z, I), (I, I), (N, I)],
    [(I, -I), U, U, U, U, (I, I), (N, N)],
    [(I, -I), U, U, U, U, (I, I), (N, N)],
    [(I, -I), U, U, U, U, (I, I), (N, N)],
    [(I, -I), U, U, U, U, (I, I), (N, N)],
    [(I, -I), (I, -Z), (I, -Z), (I, Z), (I, Z), (I, I), (I, N)],
    [(I, -I), (N, N), (N, N), (N, N), (N, N), (I, I), (N, N)],
];

pub const TANH: Table = [
    [
        (-ONE, Z),
        (-ONE, Z),
        (-ONE, -Z),
        (-ONE, Z),
        (-ONE, -Z),
        (-ONE, Z),
        (-ONE, Z),
    ],
    [D, U, U, U, U, D, (N, N)],
    [D, U, U, U, U, D, (N, N)],
    [D, U, U, U, U, D, (N, N)],
    [D, U, U, U, U, D, (N, N)],
    [
        (ONE, Z),
        (ONE, Z),
        (ONE, -Z),
        (ONE, Z),
        (ONE, -Z),
        (ONE, Z),
        (ONE, Z),
    ],
    [(N, N), (N, N), (N, -Z), (N, Z), (N, N), (N, N), (N, N)],
];

pub const RECT: Table = [
    [D, (I, I), (-I, Z), (-I, -Z), (I, -I), D, (I, N)],
    [D, U, U, U, U, D, (N, N)],
    [(Z, Z), U, U, U, U, (Z, Z), (Z, Z)],
    [(Z, Z), U, U, U, U, (Z, Z), (Z, Z)],
    [D, U, U, U, U, D, (N, N)],
    [D, (-I, -I), (I, -Z), (I, Z), (-I, I), D, (I, N)],
    [(N, N), (N, N), (N, Z), (N, Z), (N, N), (N, N), (N, N)],
];
