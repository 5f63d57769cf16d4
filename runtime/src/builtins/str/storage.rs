//! Where the bytes of strings are.
//!
//! Every string has the address of its bytes, which as a rule are its own tail. Such a string refers
//! to nothing, and the collector never looks into it. Two kinds of strings point elsewhere:
//!
//! - Instances of subclasses, whose tail would be in the way of their attributes, point into the
//!   tail of a plain string.
//! - Results of repeated `s += t` point to the start of a [`TextBuffer`] that all of them share, each
//!   seeing its own length of it. Appending to the one that ends where the buffer's used part ends
//!   writes behind it, so that a loop of appends is linear, whoever else holds the older strings.
//!   A buffer is made for the second append in a row (the first leaves a mark on its result), and
//!   for results of some length only: strings that are put together once do not pay for it.
//!
//! Strings and text buffers have their tails at the same offset, so the object that holds the bytes
//! is found from their address.

use std::cell::Cell;
use std::mem::offset_of;

use crate::error::{PyResult, Raised, raise_value};
use crate::heap;
use crate::layouts::{Str, TextBuffer};
use crate::object::{Layout, Ref};
use crate::typeobj::Type;

/// Offset of a string's own bytes.
const TAIL: usize = offset_of!(Str, bytes_tail);
const _: () = assert!(TAIL == offset_of!(TextBuffer, bytes_tail));

/// Mark in the header: a concatenation made this string.
const CONCATENATED: u16 = 1 << 8;
/// Mark in the header: this string is in the table of interned strings.
pub(crate) const INTERNED: u16 = 1 << 9;

/// Results shorter than this are always copied: that costs no more than keeping a buffer.
const SHARED_FROM: usize = 128;

/// More bytes than any memory has.
const MAX: usize = 1 << 46;

#[cold]
pub(crate) fn out_of_memory() -> Raised {
    raise_value(crate::types::MEMORY_ERROR.get().into(), None)
}

/// Makes fresh memory an exact string of `n` bytes that are still to be written.
///
/// # Safety
/// `p` is fresh memory of `TAIL + n + 1` bytes.
#[inline(always)]
unsafe fn init(p: *mut u8, n: usize) -> Ref<Str> {
    // SAFETY: promised by the caller; no allocation happens in between.
    unsafe {
        let s = Ref::from_raw(p.cast::<Str>());
        s.header.shape.set(Str::SHAPE);
        s.header.set_ty(crate::types::STR.get());
        s.hash.set(-1);
        s.len.set(n as i64);
        s.data.set(p as usize + TAIL);
        p.add(TAIL + n).write(0);
        s
    }
}

/// The bytes of a string that nobody has seen yet.
///
/// # Safety
/// The string is new, and has its own tail.
#[inline(always)]
unsafe fn bytes_mut<'a>(s: Ref<Str>) -> &'a mut [u8] {
    // SAFETY: promised by the caller; the memory was given out by the heap, and is initialised as
    // far as the language is concerned.
    unsafe { std::slice::from_raw_parts_mut(s.data.get() as *mut u8, s.len.get() as usize) }
}

/// A new string of `n` bytes that `fill` writes. For lengths that programs do not choose.
#[inline]
pub fn build(n: usize, fill: impl FnOnce(&mut [u8])) -> Ref<Str> {
    let p = heap::alloc_leaf(TAIL + n + 1);
    // SAFETY: fresh memory of that size; nobody else knows the string.
    unsafe {
        let s = init(p, n);
        fill(bytes_mut(s));
        s
    }
}

/// A new string of `n` bytes that `fill` writes.
///
/// # Errors
/// MemoryError.
#[inline]
pub fn try_build(n: usize, fill: impl FnOnce(&mut [u8])) -> PyResult<Ref<Str>> {
    let p = if n < MAX {
        heap::try_alloc_leaf(TAIL + n + 1)
    } else {
        None
    };
    let Some(p) = p else {
        return Err(out_of_memory());
    };
    // SAFETY: as above.
    unsafe {
        let s = init(p.as_ptr(), n);
        fill(bytes_mut(s));
        Ok(s)
    }
}

/// A string whose bytes are the first `n` at `data`.
fn pointing(data: usize, n: usize) -> Ref<Str> {
    Str::alloc(0, -1, n as i64, data)
}

/// An instance of a subclass of `str` with the bytes of `s`.
pub fn subclass_instance(ty: Ref<Type>, s: Ref<Str>) -> Ref<Str> {
    // The bytes of a buffer would keep all of it alive.
    let s = if is_shared(s) {
        super::new(s.bytes())
    } else {
        s
    };
    Str::alloc_for(ty, -1, s.len.get(), s.data.get())
}

/// Does it have its bytes elsewhere?
#[inline(always)]
fn is_shared(s: Ref<Str>) -> bool {
    s.data.get() != s.addr() + TAIL
}

/// Is it an exact `str` with its own bytes, which are therefore followed by a 0?
#[inline(always)]
pub(super) fn is_plain(s: Ref<Str>) -> bool {
    s.header.shape.get() == Str::SHAPE && !is_shared(s)
}

/// The buffer at the start of which the bytes of an exact, shared string are.
fn buffer(s: Ref<Str>) -> Option<Ref<TextBuffer>> {
    if s.header.shape.get() != Str::SHAPE || !is_shared(s) {
        return None;
    }
    // SAFETY: an exact string that does not have its own bytes was made by `append`.
    Some(unsafe { Ref::from_raw((s.data.get() - TAIL) as *mut TextBuffer) })
}

/// Marks the object that has the bytes.
pub fn trace(s: Ref<Str>, tracer: &mut heap::Tracer) {
    if is_shared(s) && s.data.get() != 0 {
        tracer.mark_object((s.data.get() - TAIL) as *const u8);
    }
}

fn mark(s: Ref<Str>, flag: u16) {
    s.header.gc_bits.set(s.header.gc_bits.get() | flag);
}

/// Sets [`INTERNED`].
pub(super) fn mark_interned(s: Ref<Str>) {
    mark(s, INTERNED);
}

/// Has the string this mark?
#[inline(always)]
pub(crate) fn has_mark(s: Ref<Str>, flag: u16) -> bool {
    s.header.gc_bits.get() & flag != 0
}

/// `x + y`, an exact string.
///
/// # Errors
/// MemoryError; OverflowError when the length does not fit.
pub fn concat(x: Ref<Str>, y: Ref<Str>) -> PyResult<Ref<Str>> {
    let (n, m) = (x.bytes().len(), y.bytes().len());
    if m == 0 && x.header.shape.get() == Str::SHAPE {
        return Ok(x);
    }
    if n == 0 && y.header.shape.get() == Str::SHAPE {
        return Ok(y);
    }
    if n + m >= SHARED_FROM && m <= n {
        if let Some(b) = buffer(x)
            && let Some(s) = extend(b, x, y)
        {
            return Ok(s);
        }
        if has_mark(x, CONCATENATED) || is_shared(x) {
            return grow(x, y);
        }
    }
    let s = try_build(n + m, |to| {
        to[..n].copy_from_slice(x.bytes());
        to[n..].copy_from_slice(y.bytes());
    })?;
    mark(s, CONCATENATED);
    Ok(s)
}

/// Writes `y` behind `x` in their buffer, if `x` ends where its used part does and there is room.
fn extend(b: Ref<TextBuffer>, x: Ref<Str>, y: Ref<Str>) -> Option<Ref<Str>> {
    let (n, m) = (x.len.get(), y.len.get());
    if b.used.get() != n || b.cap.get() - n < m {
        return None;
    }
    // SAFETY: the buffer has `cap` bytes of which those from `used` on belong to no string. `y` may
    // be in the used part of the same buffer.
    unsafe {
        let to = (x.data.get() as *mut u8).add(n as usize);
        std::ptr::copy_nonoverlapping(y.data.get() as *const u8, to, m as usize);
    }
    b.used.set(n + m);
    Some(pointing(x.data.get(), (n + m) as usize))
}

/// `x + y` in a new buffer with room for as much again.
fn grow(x: Ref<Str>, y: Ref<Str>) -> PyResult<Ref<Str>> {
    let (n, m) = (x.bytes().len(), y.bytes().len());
    let cap = (n + m) * 2;
    let p = if cap < MAX {
        heap::try_alloc_leaf(TAIL + cap)
    } else {
        None
    };
    let Some(p) = p else {
        return Err(out_of_memory());
    };
    let p = p.as_ptr();
    // SAFETY: fresh memory of that size, which is no more than the allocation's.
    unsafe {
        let b = Ref::from_raw(p.cast::<TextBuffer>());
        b.header.shape.set(0);
        b.header.set_ty(crate::layouts::TEXT_BUFFER_TYPE.get());
        (&raw mut (*b.as_ptr()).used).write(Cell::new((n + m) as i64));
        (&raw mut (*b.as_ptr()).cap).write(Cell::new(cap as i64));
        std::ptr::copy_nonoverlapping(x.data.get() as *const u8, p.add(TAIL), n);
        std::ptr::copy_nonoverlapping(y.data.get() as *const u8, p.add(TAIL + n), m);
    }
    Ok(pointing(p as usize + TAIL, n + m))
}

/// The string, or one of the same bytes, with a zero behind them.
#[inline]
pub fn with_zero(s: Ref<Str>) -> Ref<Str> {
    if s.data.get() == s.addr() + TAIL {
        return s;
    }
    let data = s.as_ref().bytes();
    build(data.len(), |to| to.copy_from_slice(data))
}

impl Str {
    /// The content.
    #[inline(always)]
    pub fn bytes(&self) -> &[u8] {
        // SAFETY: `data` is the address of `len` bytes, which never change.
        unsafe { std::slice::from_raw_parts(self.data.get() as *const u8, self.len.get() as usize) }
    }
}
