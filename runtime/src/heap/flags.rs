//! The heap's bits in the header of an object: the low half of the 16-bit word at byte offset 4.
//! The object model owns the high half. A cell that was just allocated is zero, so no flag is set
//! before the object model sets one.

use std::cell::Cell;

/// Byte offset of the flags in every object.
pub const OFFSET: usize = 4;
/// Is put into the queue of finalisers when it becomes unreachable; see
/// [`super::set_has_finalizer`].
pub const HAS_FINALIZER: u16 = 1 << 0;
/// Owns memory or another resource outside the heap; see [`super::set_needs_drop`].
pub const NEEDS_DROP: u16 = 1 << 1;
/// Is the target of an entry in the table of weak references.
pub const HAS_WEAK: u16 = 1 << 2;
/// Stayed once because a weak reference to it had just been read.
pub const SPARED: u16 = 1 << 3;
/// All bits that belong to the heap. Whoever writes a header later than at once must keep them.
pub const HEAP_BITS: u16 = 0x00ff;

/// Whether an object has a flag.
///
/// # Safety
/// `object` must be an object.
#[inline]
pub unsafe fn has(object: *mut u8, flag: u16) -> bool {
    is_set(object as usize, flag)
}

/// The flags of an object in one of the heap's tables.
fn of(object: usize) -> &'static Cell<u16> {
    // SAFETY: only addresses of objects get into the tables of the heap: the functions that enter
    // them are unsafe, and say so. Every object has a header of 16 bytes, which is read and written
    // under the global lock only. The reference does not outlive the functions below.
    unsafe { &*std::ptr::with_exposed_provenance::<Cell<u16>>(object + OFFSET) }
}

/// Whether the object at an address has a flag.
#[inline]
pub(super) fn is_set(object: usize, flag: u16) -> bool {
    of(object).get() & flag != 0
}

/// Sets a flag of the object at an address.
pub(super) fn set(object: usize, flag: u16) {
    of(object).set(of(object).get() | flag);
}

/// Clears a flag of the object at an address.
pub(super) fn clear(object: usize, flag: u16) {
    of(object).set(of(object).get() & !flag);
}
