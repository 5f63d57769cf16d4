//! The 64-bit representation of every Python value.
//!
//! A `Value` is NaN-boxed so that a heap pointer is a plain pointer, which lets
//! the conservative collector, C code and compiled code use it as it is:
//!
//! | top bits                  | meaning                                          |
//! | ------------------------- | ------------------------------------------------ |
//! | `0x0000`                  | pointer to a heap (or static) object             |
//! | `0x0002` – `0xFFFA`       | float: IEEE bits + 2^49                          |
//! | `0xFFFC` – `0xFFFF`       | tagged int: 50-bit signed payload                |
//!
//! The word 0 is never a value: `Option<Value>` is one word, and its `None` is
//! "no value", or from a function that can raise, "an exception is pending".
//! Ints outside the tagged range but within 64 bits are [`HeapInt`] objects of the
//! same Python type; a heap int of any magnitude is legal, just slower.

use std::num::NonZeroU64;

use crate::layouts::HeapInt;
use crate::object::{Header, Layout, Ref};
use crate::typeobj::Type;

/// Added to the bits of a double so that no float looks like a pointer.
pub const FLOAT_OFFSET: u64 = 1 << 49;
/// Smallest bit pattern of a tagged int; every larger one is a tagged int too.
pub const INT_TAG: u64 = 0xFFFC_0000_0000_0000;
/// Bits of payload in a tagged int.
pub const INT_BITS: u32 = 50;
/// Largest tagged int.
pub const INT_MAX: i64 = (1 << (INT_BITS - 1)) - 1;
/// Smallest tagged int.
pub const INT_MIN: i64 = -(1 << (INT_BITS - 1));

/// A Python value; see the module for its encoding.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
pub struct Value(NonZeroU64);

impl Value {
    /// The value with these bits.
    ///
    /// # Safety
    /// `bits` came from [`Value::bits`], or from compiled code that follows the encoding.
    #[inline(always)]
    pub unsafe fn from_bits(bits: u64) -> Option<Value> {
        NonZeroU64::new(bits).map(Value)
    }

    /// The encoded word.
    #[inline(always)]
    pub fn bits(self) -> u64 {
        self.0.get()
    }

    #[inline(always)]
    const fn new(bits: u64) -> Value {
        match NonZeroU64::new(bits) {
            Some(b) => Value(b),
            None => panic!("zero is not a value"),
        }
    }

    /// A float of any bit pattern; foreign NaN payloads become the canonical NaN.
    #[inline(always)]
    pub fn float(f: f64) -> Value {
        // All arithmetic on canonical inputs yields NaNs below 0xFFF9…, so only the sign bit and
        // quiet bit survive the offset without overflowing into the int range.
        let bits = if f.is_nan() {
            0x7FF8_0000_0000_0000 | (f.to_bits() & (1 << 63))
        } else {
            f.to_bits()
        };
        Value::new(bits.wrapping_add(FLOAT_OFFSET))
    }

    /// An int that is known to fit the tagged range.
    #[inline(always)]
    pub const fn small_int(i: i64) -> Value {
        debug_assert!(i >= INT_MIN && i <= INT_MAX);
        Value::new(INT_TAG | (i as u64 & !INT_TAG))
    }

    /// Any 64-bit int; allocates a heap int outside the tagged range.
    #[inline(always)]
    pub fn int(i: i64) -> Value {
        if (i.wrapping_sub(INT_MIN) as u64) < (1 << INT_BITS) {
            Value::small_int(i)
        } else {
            HeapInt::new(i).into()
        }
    }

    /// `True` or `False`.
    #[inline(always)]
    pub fn bool(b: bool) -> Value {
        if b {
            crate::singletons::true_value()
        } else {
            crate::singletons::false_value()
        }
    }

    /// `None`.
    #[inline(always)]
    pub fn none() -> Value {
        crate::singletons::none()
    }

    #[inline(always)]
    pub fn is_none(self) -> bool {
        self == Value::none()
    }

    /// Is this a tagged int? (A heap int is not.)
    #[inline(always)]
    pub fn is_small_int(self) -> bool {
        self.bits() >= INT_TAG
    }

    /// Are both tagged ints? One test.
    #[inline(always)]
    pub fn both_small_ints(a: Value, b: Value) -> bool {
        (a.bits() & b.bits()) >= INT_TAG
    }

    #[inline(always)]
    pub fn is_float(self) -> bool {
        self.bits().wrapping_sub(FLOAT_OFFSET) < INT_TAG - FLOAT_OFFSET
    }

    #[inline(always)]
    pub fn is_ptr(self) -> bool {
        self.bits() >> 48 == 0
    }

    /// The payload of a tagged int; meaningless for others.
    #[inline(always)]
    pub fn small_int_payload(self) -> i64 {
        debug_assert!(self.is_small_int());
        ((self.bits() << 14) as i64) >> 14
    }

    #[inline(always)]
    pub fn as_small_int(self) -> Option<i64> {
        if self.is_small_int() {
            Some(self.small_int_payload())
        } else {
            None
        }
    }

    /// The float's number; meaningless for others.
    #[inline(always)]
    pub fn float_payload(self) -> f64 {
        debug_assert!(self.is_float());
        f64::from_bits(self.bits().wrapping_sub(FLOAT_OFFSET))
    }

    #[inline(always)]
    pub fn as_float(self) -> Option<f64> {
        if self.is_float() {
            Some(self.float_payload())
        } else {
            None
        }
    }

    /// The header of a heap object.
    #[inline(always)]
    pub fn header(self) -> Option<Ref<Header>> {
        if self.is_ptr() {
            // SAFETY: pointer-tagged values point at live objects (collector invariant).
            Some(unsafe { Ref::from_raw(self.bits() as *mut Header) })
        } else {
            None
        }
    }

    /// Shape id of a heap object; 0 for immediates.
    #[inline(always)]
    pub fn shape(self) -> u32 {
        match self.header() {
            Some(h) => h.shape.get(),
            None => 0,
        }
    }

    /// Shape id of any value: tagged ints and floats have the constant shapes of their types.
    #[inline(always)]
    pub fn shape_id(self) -> u32 {
        match self.header() {
            Some(h) => h.shape.get(),
            None if self.is_small_int() => HeapInt::SHAPE,
            None => crate::layouts::HeapFloat::SHAPE,
        }
    }

    /// `True` or `False` as a bool.
    #[inline(always)]
    pub fn as_bool(self) -> Option<bool> {
        if self == crate::singletons::true_value() {
            Some(true)
        } else if self == crate::singletons::false_value() {
            Some(false)
        } else {
            None
        }
    }

    /// The Python type (`type(v)`); for an old-style instance this is `instance`.
    #[inline(always)]
    pub fn ty(self) -> Ref<Type> {
        match self.header() {
            Some(h) => h.ty(),
            None if self.is_small_int() => crate::types::INT.get(),
            None => crate::types::FLOAT.get(),
        }
    }

    /// The object as layout `T`, subclasses of the builtin type included.
    #[inline(always)]
    pub fn cast<T: Layout>(self) -> Option<Ref<T>> {
        let h = self.header()?;
        if h.ty().layout.get() == T::ID {
            // SAFETY: a type's layout tells the memory layout of its instances.
            Some(unsafe { Ref::from_raw(self.bits() as *mut T) })
        } else {
            None
        }
    }

    /// The object as layout `T` if it is an exact instance of the builtin type.
    #[inline(always)]
    pub fn exact<T: Layout>(self) -> Option<Ref<T>> {
        let h = self.header()?;
        if h.shape.get() == T::SHAPE {
            // SAFETY: the builtin type's shape implies its layout.
            Some(unsafe { Ref::from_raw(self.bits() as *mut T) })
        } else {
            None
        }
    }

    /// The object as layout `T`.
    ///
    /// # Safety
    /// The value is a heap object whose layout is `T`.
    #[inline(always)]
    pub unsafe fn cast_unchecked<T>(self) -> Ref<T> {
        debug_assert!(self.is_ptr());
        // SAFETY: promised by the caller.
        unsafe { Ref::from_raw(self.bits() as *mut T) }
    }

    /// The 64-bit integer of an `int` (tagged or heap), a `bool` or an instance of a subclass of int.
    #[inline(always)]
    pub fn as_int(self) -> Option<i64> {
        match self.as_small_int() {
            Some(i) => Some(i),
            None => crate::layouts::heap_int_payload(self),
        }
    }
}

impl<T> From<Ref<T>> for Value {
    #[inline(always)]
    fn from(r: Ref<T>) -> Value {
        Value::new(r.addr() as u64)
    }
}

impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(i) = self.as_small_int() {
            write!(f, "int({i})")
        } else if let Some(x) = self.as_float() {
            write!(f, "float({x})")
        } else {
            write!(f, "object({:#x})", self.bits())
        }
    }
}

/// Bits of "no value" or of the value, for compiled code.
#[inline(always)]
pub fn option_bits(v: Option<Value>) -> u64 {
    v.map_or(0, Value::bits)
}
