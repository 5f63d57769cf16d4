//! The primitives of spec/prims.toml for the interpreter's handlers.
//!
//! The compilers' emitters implement the same list; a test compares both over boundary values.

use crate::frame::Frame;
use crate::layouts::{Buffer, Dict};
use crate::object::{Ref, Slot};
use crate::ops::RustPrims;
use crate::typeobj::Type;
use crate::value::{INT_MAX, INT_MIN, Value};

/// Implements the primitives.
pub struct Prims;

#[inline(always)]
fn fits(i: i64) -> Option<i64> {
    if (INT_MIN..=INT_MAX).contains(&i) {
        Some(i)
    } else {
        None
    }
}

impl RustPrims for Prims {
    #[inline(always)]
    fn add(a: i64, b: i64) -> i64 {
        a.wrapping_add(b)
    }
    #[inline(always)]
    fn sub(a: i64, b: i64) -> i64 {
        a.wrapping_sub(b)
    }
    #[inline(always)]
    fn mul(a: i64, b: i64) -> i64 {
        a.wrapping_mul(b)
    }
    #[inline(always)]
    fn neg(a: i64) -> i64 {
        a.wrapping_neg()
    }
    #[inline(always)]
    fn and_(a: i64, b: i64) -> i64 {
        a & b
    }
    #[inline(always)]
    fn or_(a: i64, b: i64) -> i64 {
        a | b
    }
    #[inline(always)]
    fn xor(a: i64, b: i64) -> i64 {
        a ^ b
    }
    #[inline(always)]
    fn not_(a: i64) -> i64 {
        !a
    }
    #[inline(always)]
    fn shl(a: i64, count: i64) -> i64 {
        a.wrapping_shl(count as u32)
    }
    #[inline(always)]
    fn shr(a: i64, count: i64) -> i64 {
        a.wrapping_shr(count as u32)
    }
    #[inline(always)]
    fn checked_add(a: i64, b: i64) -> Option<i64> {
        fits(a + b)
    }
    #[inline(always)]
    fn checked_sub(a: i64, b: i64) -> Option<i64> {
        fits(a - b)
    }
    #[inline(always)]
    fn checked_mul(a: i64, b: i64) -> Option<i64> {
        a.checked_mul(b).and_then(fits)
    }
    #[inline(always)]
    fn checked_neg(a: i64) -> Option<i64> {
        fits(-a)
    }
    #[inline(always)]
    fn checked_shl(a: i64, count: i64) -> Option<i64> {
        if !(0..50).contains(&count) {
            return None;
        }
        let r = a << count;
        if r >> count == a { fits(r) } else { None }
    }
    #[inline(always)]
    fn checked_shr(a: i64, count: i64) -> Option<i64> {
        if count < 0 {
            None
        } else {
            Some(a >> count.min(63))
        }
    }
    #[inline(always)]
    fn checked_pow(a: i64, b: i64) -> Option<i64> {
        let e = u32::try_from(b).ok()?;
        a.checked_pow(e).and_then(fits)
    }
    #[inline(always)]
    fn floor_div(a: i64, b: i64) -> Option<i64> {
        if b == 0 {
            return None;
        }
        let (q, r) = (a / b, a % b);
        fits(if r != 0 && (r < 0) != (b < 0) {
            q - 1
        } else {
            q
        })
    }
    #[inline(always)]
    fn floor_mod(a: i64, b: i64) -> Option<i64> {
        if b == 0 {
            return None;
        }
        let r = a % b;
        Some(if r != 0 && (r < 0) != (b < 0) {
            r + b
        } else {
            r
        })
    }
    #[inline(always)]
    fn wide_add(a: i64, b: i64) -> Option<i64> {
        a.checked_add(b)
    }
    #[inline(always)]
    fn wide_sub(a: i64, b: i64) -> Option<i64> {
        a.checked_sub(b)
    }
    #[inline(always)]
    fn wide_mul(a: i64, b: i64) -> Option<i64> {
        a.checked_mul(b)
    }
    #[inline(always)]
    fn wide_mod(a: i64, b: i64) -> Option<i64> {
        if b == -1 {
            return None;
        }
        Self::floor_mod(a, b)
    }
    #[inline(always)]
    fn small(a: i64) -> Option<i64> {
        fits(a)
    }
    #[inline(always)]
    fn length(a: i64) -> i64 {
        a
    }
    #[inline(always)]
    fn lt(a: i64, b: i64) -> bool {
        a < b
    }
    #[inline(always)]
    fn le(a: i64, b: i64) -> bool {
        a <= b
    }
    #[inline(always)]
    fn eq(a: i64, b: i64) -> bool {
        a == b
    }
    #[inline(always)]
    fn ne(a: i64, b: i64) -> bool {
        a != b
    }
    #[inline(always)]
    fn gt(a: i64, b: i64) -> bool {
        a > b
    }
    #[inline(always)]
    fn ge(a: i64, b: i64) -> bool {
        a >= b
    }
    #[inline(always)]
    fn in_bounds(i: i64, n: i64) -> bool {
        (i as u64) < n as u64
    }
    #[inline(always)]
    fn fadd(a: f64, b: f64) -> f64 {
        a + b
    }
    #[inline(always)]
    fn fsub(a: f64, b: f64) -> f64 {
        a - b
    }
    #[inline(always)]
    fn fmul(a: f64, b: f64) -> f64 {
        a * b
    }
    #[inline(always)]
    fn fdiv(a: f64, b: f64) -> f64 {
        a / b
    }
    #[inline(always)]
    fn fneg(a: f64) -> f64 {
        -a
    }
    #[inline(always)]
    fn fabs(a: f64) -> f64 {
        a.abs()
    }
    #[inline(always)]
    fn sqrt(a: f64) -> f64 {
        a.sqrt()
    }
    #[inline(always)]
    fn floor(a: f64) -> f64 {
        a.floor()
    }
    #[inline]
    fn ffloor_div(a: f64, b: f64) -> Option<f64> {
        crate::number::floats::floor_div(a, b).ok()
    }
    #[inline]
    fn ffloor_mod(a: f64, b: f64) -> Option<f64> {
        crate::number::floats::floor_mod(a, b).ok()
    }
    #[inline]
    fn fpow(a: f64, b: f64) -> Option<f64> {
        crate::number::floats::pow(a, b).ok()
    }
    #[inline(always)]
    fn flt(a: f64, b: f64) -> bool {
        a < b
    }
    #[inline(always)]
    fn fle(a: f64, b: f64) -> bool {
        a <= b
    }
    #[inline(always)]
    fn feq(a: f64, b: f64) -> bool {
        a == b
    }
    #[inline(always)]
    fn fne(a: f64, b: f64) -> bool {
        a != b
    }
    #[inline(always)]
    fn fgt(a: f64, b: f64) -> bool {
        a > b
    }
    #[inline(always)]
    fn fge(a: f64, b: f64) -> bool {
        a >= b
    }
    #[inline(always)]
    fn int_to_float(a: i64) -> f64 {
        a as f64
    }
    #[inline(always)]
    fn float_to_int(a: f64) -> Option<i64> {
        // Out of range and NaN saturate to values that do not fit.
        if a.is_nan() { None } else { fits(a as i64) }
    }
    #[inline(always)]
    fn bool_to_int(a: bool) -> i64 {
        i64::from(a)
    }
    #[inline(always)]
    fn bool_not(a: bool) -> bool {
        !a
    }
    #[inline(always)]
    fn bool_truth(a: bool) -> bool {
        a
    }
    #[inline(always)]
    fn int_truth(a: i64) -> bool {
        a != 0
    }
    #[inline(always)]
    fn float_truth(a: f64) -> bool {
        a != 0.0
    }
    #[inline(always)]
    fn select<T>(cond: bool, a: T, b: T) -> T {
        if cond { a } else { b }
    }
    #[inline(always)]
    fn same(a: Value, b: Value) -> bool {
        a == b
    }
    #[inline(always)]
    fn is_none(a: Value) -> bool {
        a.is_none()
    }
    #[inline(always)]
    fn count(out: &[std::cell::Cell<Option<Value>>]) -> i64 {
        out.len() as i64
    }
    #[inline(always)]
    fn present<T>(a: Option<T>) -> bool {
        a.is_some()
    }
    #[inline(always)]
    fn some<T>(a: Option<T>) -> Option<T> {
        a
    }
    #[inline(always)]
    fn shape_of(a: Value) -> u32 {
        a.shape_id()
    }
    #[inline(always)]
    fn type_of(a: Value) -> Ref<Type> {
        a.ty()
    }
    #[inline(always)]
    fn load_at(a: Value, offset: u32) -> Option<Value> {
        // SAFETY: the row's guard proved that the object's shape has an attribute slot there.
        unsafe { (*((a.bits() + u64::from(offset)) as *const Slot<Option<Value>>)).get() }
    }
    #[inline(always)]
    fn id_eq(a: u32, b: u32) -> bool {
        a == b
    }
    #[inline(always)]
    fn id_ne(a: u32, b: u32) -> bool {
        a != b
    }
    #[inline(always)]
    fn extension_at(a: Value, offset: u32) -> Ref<Buffer> {
        // SAFETY: the row's guard proved that the object's shape has its buffer there.
        unsafe { (*((a.bits() + u64::from(offset)) as *const Slot<Ref<Buffer>>)).get() }
    }
    #[inline(always)]
    fn set_shape(a: Value, shape: u32) {
        if let Some(h) = a.header() {
            h.shape.set(shape);
        }
    }
    #[inline(always)]
    fn dict_of(a: Value) -> Option<Ref<Dict>> {
        if let Some(m) = a.cast::<crate::layouts::Module>() {
            return m.dict.get().and_then(|d| d.cast::<Dict>());
        }
        crate::builtins::type_::as_type(a)?.dict()
    }
    #[inline(always)]
    fn dict_entry(table: Ref<Dict>, index: u32) -> Option<Value> {
        table.value_at(index as usize)
    }
    #[inline(always)]
    fn globals_of(frame: &Frame) -> Ref<Dict> {
        frame.globals.get()
    }
    #[inline(always)]
    fn builtins_of(frame: &Frame) -> Ref<Dict> {
        frame.builtins.get()
    }
    #[inline(always)]
    fn locals_are_globals(frame: &Frame) -> bool {
        frame.locals.get() == Some(frame.globals.get().value())
    }
    #[inline(always)]
    fn store_at(a: Value, offset: u32, x: Value) {
        // SAFETY: as for `load_at`.
        unsafe { (*((a.bits() + u64::from(offset)) as *const Slot<Option<Value>>)).set(Some(x)) }
    }
}
