//! `deque`: the object. A ring of slots, a power of two of them, in a [`Buffer`]; item `i` is in slot
//! `head + i` modulo that. Slots that hold no item hold nothing or None.
//!
//! `state` changes with every item that comes, goes or moves; iterators and searches compare it to find out
//! that a deque was changed under their hands.

use crate::error::{PyResult, Raised, runtime_error};
use crate::layouts::{Buffer, Deque};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;

const SMALLEST: usize = 8;

/// A new empty deque.
pub fn new_of(ty: Ref<Type>, maxlen: i64) -> Ref<Deque> {
    Deque::alloc_for(ty, Buffer::empty(), 0, 0, maxlen, 0)
}

#[cold]
pub fn mutated() -> Raised {
    runtime_error("deque mutated during iteration")
}

impl Deque {
    #[inline(always)]
    pub fn count(&self) -> usize {
        self.len.get() as usize
    }

    /// The slot of item `i`.
    #[inline(always)]
    fn place(&self, i: usize) -> usize {
        let mask = self.items.get().capacity().wrapping_sub(1);
        (self.head.get() as usize).wrapping_add(i) & mask
    }

    /// Item `i`, when there is one.
    #[inline]
    pub fn item(&self, i: usize) -> Option<Value> {
        if i < self.count() {
            self.items.get().as_ref().slots().get(self.place(i))?.get()
        } else {
            None
        }
    }

    /// Replaces item `i`, which is there.
    #[inline]
    pub fn set_item(&self, i: usize, v: Value) {
        self.items.get().slot(self.place(i)).set(Some(v));
    }

    #[inline]
    pub fn changed(&self) {
        self.state.set(self.state.get().wrapping_add(1));
    }

    /// Makes room for one more.
    #[inline]
    fn reserve(&self) -> PyResult<()> {
        if self.count() < self.items.get().capacity() {
            return Ok(());
        }
        self.grow()
    }

    #[cold]
    fn grow(&self) -> PyResult<()> {
        let n = self.count();
        let new = Buffer::try_with_capacity((n * 2).max(SMALLEST))?;
        self.copy_to(new);
        self.items.set(new);
        self.head.set(0);
        Ok(())
    }

    /// Copies all items to the beginning of a buffer.
    fn copy_to(&self, to: Ref<Buffer>) {
        let (n, old) = (self.count(), self.items.get());
        let head = self.head.get() as usize;
        let first = n.min(old.capacity() - head.min(old.capacity()));
        to.copy_from(0, &old, head, first);
        to.copy_from(first, &old, 0, n - first);
    }

    /// Puts an item at the right end, whatever `maxlen` says.
    #[inline]
    fn put_right(&self, v: Value) -> PyResult<()> {
        self.reserve()?;
        let n = self.count();
        self.items.get().slot(self.place(n)).set(Some(v));
        self.len.set(n as i64 + 1);
        self.changed();
        Ok(())
    }

    /// Puts an item at the left end, whatever `maxlen` says.
    #[inline]
    fn put_left(&self, v: Value) -> PyResult<()> {
        self.reserve()?;
        let at = self.place(usize::MAX);
        self.items.get().slot(at).set(Some(v));
        self.head.set(at as i64);
        self.len.set(self.len.get() + 1);
        self.changed();
        Ok(())
    }

    fn is_over(&self) -> bool {
        self.maxlen.get() >= 0 && self.len.get() > self.maxlen.get()
    }

    /// Puts an item at the right end; a full deque loses that at the left end.
    #[inline]
    pub fn push_right(&self, v: Value) -> PyResult<()> {
        self.put_right(v)?;
        if self.is_over() {
            self.pop_left();
        }
        Ok(())
    }

    /// Puts an item at the left end; a full deque loses that at the right end.
    #[inline]
    pub fn push_left(&self, v: Value) -> PyResult<()> {
        self.put_left(v)?;
        if self.is_over() {
            self.pop_right();
        }
        Ok(())
    }

    pub fn pop_right(&self) -> Option<Value> {
        let n = self.count().checked_sub(1)?;
        let items = self.items.get();
        let slot = items.slot(self.place(n));
        let v = slot.get();
        slot.set(None);
        self.len.set(n as i64);
        self.changed();
        v
    }

    pub fn pop_left(&self) -> Option<Value> {
        let n = self.count().checked_sub(1)?;
        let items = self.items.get();
        let slot = items.slot(self.head.get() as usize);
        let v = slot.get();
        slot.set(None);
        self.head.set(self.place(1) as i64);
        self.len.set(n as i64);
        self.changed();
        v
    }

    pub fn clear(&self) {
        if self.count() > 0 {
            self.changed();
        }
        self.items.set(Buffer::empty());
        self.head.set(0);
        self.len.set(0);
    }

    /// Moves `n` items from the right end to the left, or the other way when `n` is negative.
    pub fn rotate(&self, n: i64) {
        let len = self.len.get();
        if len <= 1 {
            return;
        }
        let n = n.rem_euclid(len);
        if n == 0 {
            return;
        }
        self.changed();
        let items = self.items.get();
        if self.count() == items.capacity() {
            self.head.set(self.place((len - n) as usize) as i64);
            return;
        }
        // The shorter way round.
        if n <= len / 2 {
            for _ in 0..n {
                let from = items.slot(self.place(self.count() - 1));
                let to = self.place(usize::MAX);
                items.slot(to).set(from.get());
                from.set(None);
                self.head.set(to as i64);
            }
        } else {
            for _ in 0..len - n {
                let from = items.slot(self.head.get() as usize);
                let v = from.get();
                from.set(None);
                let to = self.place(self.count());
                items.slot(to).set(v);
                self.head.set(self.place(1) as i64);
            }
        }
    }

    /// Takes out item `i`, which is there.
    pub fn remove_at(&self, i: usize) {
        let i = i as i64;
        self.rotate(-i);
        self.pop_left();
        self.rotate(i);
    }

    /// Turns the order round.
    pub fn reverse(&self) {
        let n = self.count();
        for i in 0..n / 2 {
            let items = self.items.get();
            let (a, b) = (items.slot(self.place(i)), items.slot(self.place(n - 1 - i)));
            let v = a.get();
            a.set(b.get());
            b.set(v);
        }
    }

    /// Slots that the ring has.
    pub fn slots(&self) -> usize {
        self.items.get().capacity()
    }
}
