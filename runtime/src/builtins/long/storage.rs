//! Where the limbs of longs are.
//!
//! A long has its limbs in its own tail, so that making one is one allocation that refers to nothing, and freeing it
//! takes nothing. Instances of subclasses, whose tail would be in the way of their attributes, point into the
//! tail of a plain long.

use std::mem::offset_of;

use num_bigint::{BigInt, Sign};

use crate::error::PyResult;
use crate::heap;
use crate::layouts::Long;
use crate::number::bigref::BigRef;
use crate::number::limbs;
use crate::object::{Layout, Ref};
use crate::typeobj::Type;
use crate::types;
use crate::value::Value;

/// Offset of a long's own limbs.
const TAIL: usize = offset_of!(Long, limbs_tail);

/// More limbs than any memory has.
const MAX: usize = 1 << 43;

/// Results of up to so many limbs are made on the stack, and their objects are as long as they are. The objects of
/// longer ones are made first.
const ON_STACK: usize = 16;

/// Makes fresh memory an exact long of `n` limbs that are still to be written.
///
/// # Safety
/// `p` is fresh memory of `TAIL + 8 * n` bytes.
#[inline(always)]
unsafe fn init(p: *mut u8, negative: bool, n: usize) -> Ref<Long> {
    // SAFETY: promised by the caller; no allocation happens in between.
    unsafe {
        let l = Ref::from_raw(p.cast::<Long>());
        l.header.shape.set(Long::SHAPE);
        l.header.set_ty(types::LONG.get());
        l.data.set(p as usize + TAIL);
        set_size(l, negative, n);
        l
    }
}

/// Says how many of a new long's limbs count.
#[inline(always)]
fn set_size(l: Ref<Long>, negative: bool, n: usize) {
    let size = n as i64;
    l.size.set(if negative { -size } else { size });
}

/// The limbs of a long that nobody has seen yet.
///
/// # Safety
/// The long is new, and has `n` limbs of its own.
#[inline(always)]
unsafe fn limbs_mut<'a>(l: Ref<Long>, n: usize) -> &'a mut [u64] {
    // SAFETY: promised by the caller; the memory was given out by the heap, and is initialised as
    // far as the language is concerned.
    unsafe { std::slice::from_raw_parts_mut(l.limbs_ptr().cast(), n) }
}

/// A long of these limbs, without leading zeros.
#[inline(always)]
fn copy(negative: bool, from: &[u64]) -> Value {
    let p = heap::alloc_leaf(TAIL + 8 * from.len());
    // SAFETY: fresh memory of that size; nobody else knows the long.
    unsafe {
        let l = init(p, negative, from.len());
        limbs_mut(l, from.len()).copy_from_slice(from);
        l.into()
    }
}

/// A long of at most `n` limbs that `fill` writes, all of them.
///
/// # Errors
/// MemoryError.
#[inline]
pub fn build(n: usize, negative: bool, fill: impl FnOnce(&mut [u64])) -> PyResult {
    if n <= ON_STACK {
        let mut room = [0; ON_STACK];
        fill(&mut room[..n]);
        let result = limbs::trim(&room[..n]);
        return Ok(copy(negative && !result.is_empty(), result));
    }
    let p = if n < MAX {
        heap::try_alloc_leaf(TAIL + 8 * n)
    } else {
        None
    };
    let Some(p) = p else {
        return Err(super::super::str::storage::out_of_memory());
    };
    // SAFETY: fresh memory of that size; nobody else knows the long.
    unsafe {
        let l = init(p.as_ptr(), negative, n);
        let written = limbs_mut(l, n);
        fill(written);
        let result = limbs::trim(written);
        if result.len() < n / 2 {
            // The room would be wasted as long as the number lives.
            return Ok(copy(negative && !result.is_empty(), result));
        }
        set_size(l, negative, result.len());
        Ok(l.into())
    }
}

/// A new long.
pub fn new(n: BigInt) -> Value {
    let limbs: Vec<_> = n.iter_u64_digits().collect();
    copy(n.sign() == Sign::Minus, &limbs)
}

/// A copy of a number.
pub fn of(n: BigRef<'_>) -> Value {
    copy(n.negative, n.limbs)
}

/// A new long of a number of few bits.
#[inline]
pub fn from_i128(n: i128) -> Value {
    let magnitude = n.unsigned_abs();
    let (low, high) = (magnitude as u64, (magnitude >> 64) as u64);
    let negative = n < 0;
    if high != 0 {
        copy(negative, &[low, high])
    } else if low != 0 {
        copy(negative, &[low])
    } else {
        copy(false, &[])
    }
}

/// An instance of a subclass, of the same number as `v`.
pub fn subclass_instance(ty: Ref<Type>, v: Ref<Long>) -> Value {
    Long::alloc_for(ty, v.size.get(), v.data.get()).into()
}

/// Marks the object that has the limbs.
pub fn trace(l: Ref<Long>, tracer: &mut heap::Tracer) {
    let data = l.data.get();
    if data != 0 && data != l.addr() + TAIL {
        tracer.mark_object((data - TAIL) as *const u8);
    }
}

impl Ref<Long> {
    /// The number, which lives as long as the object.
    #[inline(always)]
    pub fn number<'a>(self) -> BigRef<'a> {
        let size = self.size.get();
        BigRef {
            negative: size < 0,
            // SAFETY: `data` is the address of so many limbs, which never change.
            limbs: unsafe {
                std::slice::from_raw_parts(
                    self.data.get() as *const u64,
                    size.unsigned_abs() as usize,
                )
            },
        }
    }

    /// The number, if its magnitude has fewer than 128 bits.
    #[inline(always)]
    pub fn few(self) -> Option<i128> {
        let n = self.number();
        let magnitude = match n.limbs {
            [] => 0,
            [low] => i128::from(*low),
            [low, high] if high >> 63 == 0 => i128::from(*high) << 64 | i128::from(*low),
            _ => return None,
        };
        Some(if n.negative { -magnitude } else { magnitude })
    }
}
