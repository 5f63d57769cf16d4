//! Arithmetic on any operands.

pub use crate::number::{
    add, and, div, floordiv, iadd, iand, idiv, ifloordiv, ilshift, imod, imul, invert, ior, ipow,
    irshift, isub, itruediv, ixor, lshift, modulo as mod_, mul, neg, or, pos, pow, rshift, sub,
    truediv, warned_div, warned_idiv, xor,
};
