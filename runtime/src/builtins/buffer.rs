//! [`Buffer`]: the storage of growable containers, in memory that the collector owns.
//!
//! A buffer has a fixed number of slots and belongs to one container, which puts a larger one in its
//! place when it needs more. Unused slots hold nothing.

use crate::error::{PyResult, no_memory};
use crate::heap;
use crate::layouts::Buffer;
use crate::object::{Header, Ref, Slot};
use crate::value::Value;

/// Up to so many slots the heap is not asked whether it has the memory.
const ALWAYS: usize = 1 << 16;

/// Growing buffers with so many slots in use are given more memory than they have slots.
const ROOM_FROM: usize = 16;

struct Empty(Buffer);
// SAFETY: has no slots and is never written.
unsafe impl Sync for Empty {}
static EMPTY: Empty = Empty(Buffer {
    header: Header::new_static(0),
    cap: std::cell::Cell::new(0),
    slots_tail: [],
});

/// Turns the first `n` slots around, of which there are one at least: of all pairs, those of these slots change places.
#[inline(always)]
fn turn_pairs<const PAIRS: usize>(slots: &[Slot<Option<Value>>], n: usize) {
    assert!(slots.len() >= 2 * PAIRS && (1..=slots.len()).contains(&n));
    let end = n as isize - 1;
    for a in 0..PAIRS {
        let b = (end - a as isize).max(a as isize) as usize;
        // SAFETY: `a` is below the number of slots, and so is `n - 1`: the greater of `a` and what is at most that.
        let (a, b) = unsafe { (slots.get_unchecked(a), slots.get_unchecked(b)) };
        let first = a.get();
        a.set(b.get());
        b.set(first);
    }
}

impl Buffer {
    /// The buffer without slots; shared.
    #[inline(always)]
    pub fn empty() -> Ref<Buffer> {
        Ref::from_static(&EMPTY.0)
    }

    /// A new buffer with `n` slots; for sizes that the program does not choose.
    pub fn with_capacity(n: usize) -> Ref<Buffer> {
        if n == 0 {
            return Buffer::empty();
        }
        Buffer::alloc(n, n as i64)
    }

    /// A new buffer with `n` slots.
    ///
    /// # Errors
    /// MemoryError.
    pub fn try_with_capacity(n: usize) -> PyResult<Ref<Buffer>> {
        if n <= ALWAYS {
            return Ok(Buffer::with_capacity(n));
        }
        let bytes = n
            .checked_mul(size_of::<Value>())
            .and_then(|b| b.checked_add(size_of::<Buffer>()));
        let Some(p) = bytes.and_then(heap::try_alloc) else {
            return Err(no_memory());
        };
        // SAFETY: fresh memory, zeroed, of the size of a buffer with `n` slots.
        let b = unsafe { Ref::from_raw(p.as_ptr().cast::<Buffer>()) };
        b.header.set_ty(crate::layouts::BUFFER_TYPE.get());
        b.cap.set(n as i64);
        Ok(b)
    }

    /// A buffer with `n` slots, more than this one has, that begins with this one's first `used`: this one
    /// itself where there is memory behind it. Buffers that grew once are given more memory than they have slots,
    /// as much as half of what is used: growing by an eighth each time is what programs see (`sys.getsizeof`), but
    /// would copy an item eight times, and leave eight dead buffers' worth to the collector.
    ///
    /// # Errors
    /// MemoryError.
    pub fn grown(this: Ref<Buffer>, used: usize, n: usize) -> PyResult<Ref<Buffer>> {
        let bytes = |n: usize| {
            n.checked_mul(size_of::<Value>())
                .and_then(|b| b.checked_add(size_of::<Buffer>()))
                .unwrap_or(usize::MAX)
        };
        let (at, size) = (this.as_ptr().cast(), bytes(n));
        let in_place = match size {
            ..=heap::SMALL_MAX => size <= heap::object_size(at),
            usize::MAX => false,
            _ => heap::grow_large_in_place(at, size),
        };
        if in_place {
            this.cap.set(n as i64);
            return Ok(this);
        }
        let room = used + used / 2;
        let has_room = used >= ROOM_FROM && room > n && bytes(room) <= heap::SMALL_MAX;
        let new = Buffer::try_with_capacity(if has_room { room } else { n })?;
        new.cap.set(n as i64);
        new.copy_from(0, &this, 0, used);
        Ok(new)
    }

    #[inline(always)]
    pub fn capacity(&self) -> usize {
        self.cap.get() as usize
    }

    /// All slots.
    #[inline(always)]
    pub fn slots(&self) -> &[Slot<Option<Value>>] {
        // SAFETY: a buffer is allocated with `cap` slots after its fields, zero at first, and
        // `Option<Value>` is a word of which 0 is `None`.
        unsafe { std::slice::from_raw_parts(self.slots_tail.as_ptr().cast(), self.capacity()) }
    }

    /// Slot `i`, which is below the capacity.
    #[inline(always)]
    pub fn slot(&self, i: usize) -> &Slot<Option<Value>> {
        &self.slots()[i]
    }

    /// Turns the first `n` of `used` slots around.
    ///
    /// How many there are is often anybody's guess, and a processor that guesses wrong loses as much time as it takes to move
    /// a dozen: of a short buffer as many pairs are looked at as it has, and those outside are put where they were.
    #[inline(always)]
    pub fn turn_around(&self, n: usize, used: usize) {
        const SHORT: usize = 16;
        let slots = &self.slots()[..used];
        if used > SHORT || n > used || n == 0 {
            let (first, last) = slots[..n].split_at(n / 2);
            for (a, b) in first.iter().zip(last.iter().rev()) {
                let held = a.get();
                a.set(b.get());
                b.set(held);
            }
            return;
        }
        match used / 2 {
            0 => {}
            1 => turn_pairs::<1>(slots, n),
            2 => turn_pairs::<2>(slots, n),
            3 => turn_pairs::<3>(slots, n),
            4 => turn_pairs::<4>(slots, n),
            5 => turn_pairs::<5>(slots, n),
            6 => turn_pairs::<6>(slots, n),
            7 => turn_pairs::<7>(slots, n),
            _ => turn_pairs::<8>(slots, n),
        }
    }

    /// The first `n` slots as values.
    ///
    /// # Safety
    /// They are all in use, and none changes while the slice is looked at.
    #[inline(always)]
    pub unsafe fn values(&self, n: usize) -> &[Value] {
        debug_assert!(n <= self.capacity() && self.slots()[..n].iter().all(|s| s.get().is_some()));
        // SAFETY: `Option<Value>` that is `Some` has the layout of `Value`; the rest is promised.
        unsafe { std::slice::from_raw_parts(self.slots_tail.as_ptr().cast(), n) }
    }

    /// Copies `n` slots within the buffer or from another one.
    #[inline]
    pub fn copy_from(&self, to: usize, from: &Buffer, at: usize, n: usize) {
        let (src, dst) = (&from.slots()[at..at + n], &self.slots()[to..to + n]);
        // SAFETY: both ranges are within their buffers; a slot is a word; the collector does not
        // run meanwhile. A barrier for stores would be one for the whole range.
        unsafe { std::ptr::copy(src.as_ptr(), dst.as_ptr().cast_mut(), n) }
    }

    /// Puts values into consecutive slots.
    #[inline]
    pub fn write(&self, at: usize, values: &[Value]) {
        for (s, v) in self.slots()[at..at + values.len()].iter().zip(values) {
            s.set(Some(*v));
        }
    }

    /// Makes slots unused.
    #[inline]
    pub fn erase(&self, from: usize, to: usize) {
        for s in &self.slots()[from..to] {
            s.set(None);
        }
    }
}

/// Traces what a buffer has at these addresses.
pub fn trace_part(b: Ref<Buffer>, part: std::ops::Range<usize>, tracer: &mut heap::Tracer) {
    let slots = b.as_ref().slots();
    let start = slots.as_ptr() as usize;
    let index = |address: usize| address.saturating_sub(start).div_ceil(size_of::<Value>());
    let to = index(part.end).min(slots.len());
    for v in &slots[index(part.start).min(to)..to] {
        tracer.mark_value(v.get().map_or(0, Value::bits));
    }
}
