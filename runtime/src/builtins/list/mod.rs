//! `list`: the object and its interface for Rust code, and what Python sees of it. Slices are in
//! [`slices`], sorting in [`sort`].
//!
//! A list is a length and a [`Buffer`]. Slots from the length on hold nothing, so that what was
//! removed dies. Growth follows CPython's formula, which `sys.getsizeof` shows.

use crate::builtins::iterators;
use crate::builtins::{receiver, sequence, str};
use crate::call::Args;
use crate::error::{PyResult, index_error, value_error};
use crate::exception::pending_matches;
use crate::layouts::{Buffer, Dict, List, ListReverseIter, Str, Tuple};
use crate::object::Ref;
use crate::protocol::{self, CmpOp};
use crate::typeobj::Type;
use crate::value::Value;
use crate::{thread, types};

pub mod range;
pub mod slices;
pub mod sort;
mod timsort;

pub use slices::{getitem, getslice, setitem, setslice};
pub use sort::sort;

/// A new empty list.
#[inline]
pub fn new() -> Ref<List> {
    new_of(types::LIST.get(), Buffer::empty(), 0)
}

/// A new empty list with room for `n` elements.
pub fn with_capacity(n: usize) -> Ref<List> {
    new_of(types::LIST.get(), Buffer::with_capacity(n), 0)
}

/// The same for lengths that the program chooses.
///
/// # Errors
/// MemoryError.
pub fn try_with_capacity(n: usize) -> PyResult<Ref<List>> {
    Ok(new_of(types::LIST.get(), Buffer::try_with_capacity(n)?, 0))
}

/// A new list of these values.
pub fn from_slice(values: &[Value]) -> Ref<List> {
    let b = Buffer::with_capacity(values.len());
    b.write(0, values);
    new_of(types::LIST.get(), b, values.len())
}

/// `list(iterable)`
pub fn from_iterable(iterable: Value) -> PyResult<Ref<List>> {
    let l = new();
    l.extend(iterable)?;
    Ok(l)
}

/// The elements of a list or tuple, or of a list made of any other iterable, for those who look at a sequence
/// more than once. An iterator is asked for its iterator again, and it is its hint that counts.
pub fn as_sequence(iterable: Value) -> PyResult<Ref<List>> {
    if iterable.exact::<List>().is_some() || iterable.exact::<Tuple>().is_some() {
        return from_iterable(iterable);
    }
    from_iterable(protocol::iter(iterable)?)
}

/// A list whose first `len` elements are those of `items`.
fn new_of(ty: Ref<Type>, items: Ref<Buffer>, len: usize) -> Ref<List> {
    if ty == types::LIST.get() {
        List::alloc(len as i64, items)
    } else {
        List::alloc_for(ty, len as i64, items)
    }
}

/// Slots for `n` elements when a list grows to that: an eighth more, so that appending costs
/// constant time on average.
fn grown(n: usize) -> usize {
    n + (n >> 3) + if n < 9 { 3 } else { 6 }
}

impl List {
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len.get() as usize
    }

    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Element `i`, when there is one.
    #[inline(always)]
    pub fn item(&self, i: usize) -> Option<Value> {
        if i < self.len() {
            self.items.get().as_ref().slots().get(i)?.get()
        } else {
            None
        }
    }

    /// The elements. Not to be held while Python code may run: that could change the list.
    #[inline(always)]
    pub fn items(&self) -> &[Value] {
        // SAFETY: slots below the length are in use; the caller keeps the list unchanged.
        unsafe { self.items.get().as_ref().values(self.len()) }
    }

    /// Replaces element `i`; nothing happens when there is none.
    #[inline(always)]
    pub fn set_item(&self, i: usize, v: Value) {
        if i < self.len() {
            self.items.get().slot(i).set(Some(v));
        }
    }

    /// Appends, for Python.
    ///
    /// # Errors
    /// MemoryError.
    #[inline]
    pub fn try_push(&self, v: Value) -> PyResult<()> {
        if self.len() >= self.items.get().capacity() {
            self.reserve(1)?;
        }
        self.push(v);
        Ok(())
    }

    /// Appends, for the runtime.
    #[inline(always)]
    pub fn push(&self, v: Value) {
        let n = self.len();
        if n >= self.items.get().capacity() {
            self.regrow(n + 1);
        }
        self.items.get().slot(n).set(Some(v));
        self.len.set(n as i64 + 1);
    }

    /// Makes room for `n` elements, and some more.
    #[cold]
    fn regrow(&self, n: usize) {
        if self.reserve(n - self.len()).is_err() {
            // Nobody asks: where memory is really exhausted the process ends, as it does for small objects.
            thread::current().take_pending();
            let new = Buffer::with_capacity(grown(n));
            new.copy_from(0, &self.items.get(), 0, self.len());
            self.items.set(new);
        }
    }

    /// Makes room for `more` elements behind the last.
    pub fn reserve(&self, more: usize) -> PyResult<()> {
        let n = self.len() + more;
        if n > self.items.get().capacity() {
            self.items
                .set(Buffer::grown(self.items.get(), self.len(), grown(n))?);
        }
        Ok(())
    }

    /// Sets the length of a list whose slots were moved or filled; gives memory back when more than
    /// half would be unused.
    fn shrink(&self, n: usize) {
        let items = self.items.get();
        items.erase(n, self.len());
        self.len.set(n as i64);
        if n < items.capacity() >> 1 {
            let new = if n == 0 {
                Buffer::empty()
            } else {
                Buffer::with_capacity(grown(n))
            };
            new.copy_from(0, &items, 0, n);
            self.items.set(new);
        }
    }

    /// Removes elements `i..j`.
    pub fn remove_range(&self, i: usize, j: usize) {
        let n = self.len();
        let j = j.min(n);
        if i < j {
            let items = self.items.get();
            items.copy_from(i, &items, j, n - j);
            self.shrink(n - (j - i));
        }
    }

    /// Puts `n` unused slots before element `i`; the caller fills them at once.
    fn open_gap(&self, i: usize, n: usize) -> PyResult<()> {
        self.reserve(n)?;
        let len = self.len();
        let items = self.items.get();
        items.copy_from(i + n, &items, i, len - i);
        self.len.set((len + n) as i64);
        Ok(())
    }

    /// Puts `v` before element `i`, or last.
    pub fn insert_at(&self, i: usize, v: Value) -> PyResult<()> {
        let i = i.min(self.len());
        self.open_gap(i, 1)?;
        self.items.get().slot(i).set(Some(v));
        Ok(())
    }

    /// Removes and gives element `i`.
    pub fn remove_at(&self, i: usize) -> Option<Value> {
        let v = self.item(i)?;
        self.remove_range(i, i + 1);
        Some(v)
    }

    /// Removes and gives the last element.
    #[inline]
    pub fn pop_last(&self) -> Option<Value> {
        let i = self.len().checked_sub(1)?;
        self.remove_at(i)
    }

    /// Keeps the first `n` elements only.
    pub fn truncate(&self, n: usize) {
        self.remove_range(n, self.len());
    }

    /// Removes everything.
    pub fn clear(&self) {
        if !self.is_empty() {
            self.items.set(Buffer::empty());
            self.len.set(0);
        }
    }

    /// Appends values.
    pub fn extend_from_slice(&self, values: &[Value]) -> PyResult<()> {
        self.reserve(values.len())?;
        self.items.get().write(self.len(), values);
        self.len.set((self.len() + values.len()) as i64);
        Ok(())
    }
}

impl Ref<List> {
    /// Appends what `iterable` yields.
    pub fn extend(self, iterable: Value) -> PyResult<()> {
        if let Some(t) = iterable.exact::<Tuple>() {
            return self.extend_from_slice(t.items());
        }
        if let Some(l) = iterable.exact::<List>() {
            let n = l.len();
            self.reserve(n)?;
            // The list itself may be the other one, so its buffer is read after the growth.
            let at = self.len();
            self.items.get().copy_from(at, &l.items.get(), 0, n);
            self.len.set((at + n) as i64);
            return Ok(());
        }
        if let Some(d) = iterable.exact::<Dict>() {
            let mut at = 0;
            while let Some((k, _)) = d.next_entry(&mut at) {
                self.push(k);
            }
            return Ok(());
        }
        if let Some(s) = iterable.exact::<Str>() {
            self.reserve(s.as_ref().bytes().len())?;
            for c in s.as_ref().bytes() {
                self.push(super::str::singleton(*c).into());
            }
            return Ok(());
        }
        if let Some(it) = iterable.exact::<ListReverseIter>() {
            self.reserve(iterators::length_hint(iterable, 0)?)?;
            while let Some(v) = iterators::list_reverse_next(it.into())? {
                self.try_push(v)?;
            }
            return Ok(());
        }
        let it = protocol::iter(iterable)?;
        let expected = iterators::length_hint(iterable, 8)?;
        self.reserve(expected.min(1 << 20))?;
        iterators::drain(it, |v| self.try_push(v))?;
        // Room that was not needed goes back.
        if self.len() < self.items.get().capacity() >> 1 {
            self.shrink(self.len());
        }
        Ok(())
    }
}

/// As [`Ref<List>::extend`]; `false` instead of a TypeError when it is not iterable at all.
pub fn extend_quiet(l: Ref<List>, iterable: Value) -> PyResult<bool> {
    if iterable.exact::<Tuple>().is_none() && iterable.exact::<List>().is_none() {
        return match protocol::iter(iterable) {
            Ok(it) => {
                // The size is of no use here; objects may see that they are asked.
                iterators::length_hint(iterable, 0)?;
                iterators::drain(it, |v| l.try_push(v))?;
                Ok(true)
            }
            Err(_) if pending_matches(types::TYPE_ERROR.get()) => {
                thread::current().take_pending();
                Ok(false)
            }
            Err(e) => Err(e),
        };
    }
    l.extend(iterable)?;
    Ok(true)
}

fn this(v: Value) -> PyResult<Ref<List>> {
    v.cast::<List>().ok_or_else(|| receiver::wrong("list", v))
}

/// `list.__new__`
pub fn new_instance(ty: Ref<Type>, _: Args<'_>) -> PyResult {
    Ok(new_of(ty, Buffer::empty(), 0).into())
}

/// `list.__init__`
pub fn init(self_: Value, args: Args<'_>) -> PyResult<()> {
    let l = this(self_)?;
    let iterable = sequence::constructor_argument(args, "list")?;
    l.clear();
    match iterable {
        Some(v) => l.extend(v),
        None => Ok(()),
    }
}

/// `len(l)`
pub fn len(self_: Value) -> PyResult<i64> {
    Ok(this(self_)?.len.get())
}

/// `l[i] = v` for an index that is there.
pub fn set(l: Ref<List>, i: usize, v: Value) {
    l.set_item(i, v);
}

/// `l.append(x)`
pub fn append(self_: Ref<List>, item: Value) -> PyResult<()> {
    self_.try_push(item)
}

/// `l.insert(i, x)`
pub fn insert(self_: Ref<List>, index: i64, item: Value) -> PyResult<()> {
    let n = self_.len() as i64;
    let i = if index < 0 {
        index.saturating_add(n).max(0)
    } else {
        index.min(n)
    };
    self_.insert_at(i as usize, item)
}

/// `l.extend(iterable)`
pub fn extend(self_: Ref<List>, iterable: Value) -> PyResult<()> {
    self_.extend(iterable)
}

/// `l.sort(cmp, key, reverse)`
pub fn sort_method(self_: Ref<List>, cmp: Value, key: Value, reverse: i32) -> PyResult<()> {
    let some = |v: Value| Some(v).filter(|v| !v.is_none());
    sort(self_, some(cmp), some(key), reverse != 0)
}

/// `l.pop(i)`
pub fn pop(self_: Ref<List>, index: i64) -> PyResult {
    if self_.is_empty() {
        return Err(index_error("pop from empty list"));
    }
    match sequence::wrap(index, self_.len()).and_then(|i| self_.remove_at(i)) {
        Some(v) => Ok(v),
        None => Err(index_error("pop index out of range")),
    }
}

/// `l.remove(x)`
pub fn remove(self_: Ref<List>, x: Value) -> PyResult<()> {
    match sequence::find(self_, x, 0, usize::MAX)? {
        Some(i) => {
            self_.remove_range(i, i + 1);
            Ok(())
        }
        None => Err(value_error("list.remove(x): x not in list")),
    }
}

/// `l.index(x, start, stop)`
pub fn index_method(
    self_: Ref<List>,
    x: Value,
    start: Option<Value>,
    stop: Option<Value>,
) -> PyResult<i64> {
    let (start, stop) = sequence::search_bounds(start, stop, self_.len())?;
    match sequence::find(self_, x, start, stop)? {
        Some(i) => Ok(i as i64),
        None => {
            let mut text = protocol::repr(x)?.bytes().to_vec();
            text.extend_from_slice(b" is not in list");
            Err(value_error(text))
        }
    }
}

/// `l.count(x)`
pub fn count(self_: Ref<List>, x: Value) -> PyResult<i64> {
    sequence::count(self_, x)
}

/// `l.reverse()`
pub fn reverse(self_: Ref<List>) -> PyResult<()> {
    let items = self_.items.get();
    let n = self_.len();
    for i in 0..n / 2 {
        let (a, b) = (items.slot(i), items.slot(n - 1 - i));
        let v = a.get();
        a.set(b.get());
        b.set(v);
    }
    Ok(())
}

/// `x in l`
pub fn contains(self_: Value, x: Value) -> PyResult<bool> {
    sequence::contains(this(self_)?, x)
}

/// `l + other`
pub fn concat(self_: Value, other: Value) -> PyResult {
    let a = this(self_)?;
    let Some(b) = other.cast::<List>() else {
        return Err(raise_fmt!(
            type_error,
            "can only concatenate list (not \"{}\") to list",
            crate::attr::type_name(other)
        ));
    };
    concatenated(a, b).map(Into::into)
}

/// The elements of two lists, in a new one.
///
/// # Errors
/// MemoryError.
pub fn concatenated(a: Ref<List>, b: Ref<List>) -> PyResult<Ref<List>> {
    let (m, n) = (a.len(), b.len());
    let items = Buffer::try_with_capacity(m + n)?;
    items.copy_from(0, &a.items.get(), 0, m);
    items.copy_from(m, &b.items.get(), 0, n);
    Ok(new_of(types::LIST.get(), items, m + n))
}

/// The elements of `l`, `n` times over, in a new buffer.
fn repeated(l: Ref<List>, n: usize) -> PyResult<(Ref<Buffer>, usize)> {
    let len = l.len();
    let total = sequence::product(len, n)?;
    let items = Buffer::try_with_capacity(total)?;
    if total > 0 && len == 1 {
        let only = l.items.get().slot(0).get();
        items.slots()[..total].iter().for_each(|s| s.set(only));
    } else if total > 0 {
        items.copy_from(0, &l.items.get(), 0, len);
        let mut done = len;
        while done < total {
            let more = done.min(total - done);
            items.copy_from(done, &items, 0, more);
            done += more;
        }
    }
    Ok((items, total))
}

/// `l * n`
pub fn repeat(self_: Value, count: Value) -> PyResult {
    let (items, n) = repeated(this(self_)?, sequence::repeat_count(count)?)?;
    Ok(new_of(types::LIST.get(), items, n).into())
}

/// `l += iterable`
pub fn inplace_concat(self_: Value, other: Value) -> PyResult {
    this(self_)?.extend(other)?;
    Ok(self_)
}

/// `l *= n`
pub fn inplace_repeat(self_: Value, count: Value) -> PyResult {
    let l = this(self_)?;
    let n = sequence::repeat_count(count)?;
    if l.is_empty() || n == 1 {
        return Ok(self_);
    }
    let (items, n) = repeated(l, n)?;
    l.items.set(items);
    l.len.set(n as i64);
    Ok(self_)
}

/// `repr(l)`
pub fn repr(self_: Value) -> PyResult {
    let l = this(self_)?;
    let mut out = vec![b'['];
    if !sequence::repr_items(l, self_, &mut out)? {
        return Ok(str::new(b"[...]").into());
    }
    out.push(b']');
    Ok(str::new(&out).into())
}

/// Comparison of lists.
pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    match (a.cast::<List>(), b.cast::<List>()) {
        (Some(x), Some(y)) => sequence::compare(x, y, op),
        _ => Ok(crate::singletons::not_implemented()),
    }
}

/// `iter(l)`
pub fn iter(self_: Value) -> PyResult {
    Ok(iterators::list_iter(this(self_)?).into())
}

/// `reversed(l)`
pub fn reversed(self_: Ref<List>) -> PyResult {
    Ok(iterators::list_reverse_iter(self_).into())
}

/// `l.__sizeof__()`: what CPython's object would take.
pub fn sizeof(self_: Ref<List>) -> PyResult<i64> {
    Ok(crate::sizes::of_object(self_.into()) + 8 * self_.items.get().capacity() as i64)
}

/// Removes the first element that is `x`; for lists of the runtime itself.
pub fn remove_identical(l: Ref<List>, x: Value) {
    if let Some(i) = l.items().iter().position(|v| *v == x) {
        l.remove_range(i, i + 1);
    }
}

/// Sorts a list of strings of the runtime itself.
pub fn sorted_strings(l: Ref<List>) -> Ref<List> {
    // Comparing strings cannot fail.
    let _ = sort(l, None, None, false);
    l
}
