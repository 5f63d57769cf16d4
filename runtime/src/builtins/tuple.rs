//! `tuple`.

use crate::builtins::receiver::{self, Lasting};
use crate::builtins::type_;
use crate::builtins::{iterators, repr_guard, sequence, str};
use crate::call::Args;
use crate::error::{PyResult, index_error, no_memory};
use crate::heap;
use crate::layouts::{Slice, Tuple};
use crate::object::{Layout, Ref, Slot};
use crate::protocol::CmpOp;
use crate::typeobj::Type;
use crate::value::Value;

static EMPTY: Lasting = Lasting::new();

/// `()`: there is one.
#[inline]
pub fn empty() -> Ref<Tuple> {
    let t = EMPTY.get(|| Tuple::alloc(0, 0).into());
    // SAFETY: that is what was made.
    unsafe { t.cast_unchecked() }
}

/// A new tuple of these values.
#[inline]
pub fn from_slice(values: &[Value]) -> Ref<Tuple> {
    if values.is_empty() {
        return empty();
    }
    let t = with_len(values.len());
    match *values {
        // A call of memcpy costs more than these.
        [a, b] => {
            t.slots()[0].set(Some(a));
            t.slots()[1].set(Some(b));
        }
        [a, b, c] => {
            t.slots()[0].set(Some(a));
            t.slots()[1].set(Some(b));
            t.slots()[2].set(Some(c));
        }
        _ => {
            for (s, v) in t.slots().iter().zip(values) {
                s.set(Some(*v));
            }
        }
    }
    t
}

/// A new tuple of the `n` values that `values` yields.
#[inline]
pub fn from_iter_sized(n: usize, values: impl Iterator<Item = Value>) -> Ref<Tuple> {
    if n == 0 {
        return empty();
    }
    let t = with_len(n);
    let mut filled = 0;
    for (s, v) in t.slots().iter().zip(values) {
        s.set(Some(v));
        filled += 1;
    }
    assert_eq!(filled, n, "an iterator of known length");
    t
}

/// A new tuple of what `value` yields for each of `n` places, `n` > 0; nothing when it has no more.
pub fn from_fn(
    n: usize,
    mut value: impl FnMut(usize) -> PyResult<Option<Value>>,
) -> PyResult<Option<Ref<Tuple>>> {
    let t = with_len(n);
    for (i, s) in t.slots().iter().enumerate() {
        match value(i)? {
            Some(v) => s.set(Some(v)),
            None => return Ok(None),
        }
    }
    Ok(Some(t))
}

/// `tuple(iterable)`
pub fn from_iterable(iterable: Value) -> PyResult<Ref<Tuple>> {
    if let Some(t) = iterable.exact::<Tuple>() {
        return Ok(t);
    }
    let l = super::list::from_iterable(iterable)?;
    Ok(from_slice(l.items()))
}

/// A tuple of `n` elements of which none is set yet. They all must be before anybody sees it.
#[inline(always)]
fn with_len(n: usize) -> Ref<Tuple> {
    Tuple::alloc(n, n as i64)
}

/// [`with_len`] for lengths that the program chooses.
fn unset(n: usize) -> PyResult<Ref<Tuple>> {
    const ALWAYS: usize = 1 << 16;
    match n {
        0 => Ok(empty()),
        1..=ALWAYS => Ok(with_len(n)),
        _ => {
            let bytes = n
                .checked_mul(size_of::<Value>())
                .and_then(|b| b.checked_add(size_of::<Tuple>()));
            let Some(p) = bytes.and_then(heap::try_alloc) else {
                return Err(no_memory());
            };
            // SAFETY: fresh memory, zeroed, of the size of a tuple of `n` elements.
            let t = unsafe { Ref::from_raw(p.as_ptr().cast::<Tuple>()) };
            t.header.shape.set(Tuple::SHAPE);
            t.header.set_ty(crate::types::TUPLE.get());
            t.len.set(n as i64);
            Ok(t)
        }
    }
}

/// An instance of a subclass with `n` elements of which none is set yet.
fn new_of(ty: Ref<Type>, n: usize) -> PyResult<Ref<Tuple>> {
    let Some(p) = heap::try_alloc(type_::instance_size(ty) + n * size_of::<Value>()) else {
        return Err(no_memory());
    };
    // SAFETY: fresh memory, zeroed, of the size of such an instance.
    let t = unsafe { Ref::from_raw(p.as_ptr().cast::<Tuple>()) };
    t.header.shape.set(ty.root_shape.get());
    t.header.set_ty(ty);
    t.len.set(n as i64);
    if ty.has(crate::typeobj::flags::HAS_DEL) {
        // SAFETY: an object of the heap.
        unsafe { heap::set_has_finalizer(p.as_ptr()) };
        crate::dropped::note_finalizer();
    }
    Ok(t)
}

impl Tuple {
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len.get() as usize
    }

    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The elements.
    #[inline(always)]
    pub fn items(&self) -> &[Value] {
        // SAFETY: a tuple is allocated with `len` elements after its fields, all set before it
        // can be seen, and it never changes.
        unsafe { std::slice::from_raw_parts(self.items_tail.as_ptr().cast(), self.len()) }
    }

    /// The elements of a tuple that is still being filled.
    #[inline(always)]
    pub(crate) fn slots(&self) -> &[Slot<Option<Value>>] {
        // SAFETY: as above; zero at first.
        unsafe { std::slice::from_raw_parts(self.items_tail.as_ptr().cast(), self.len()) }
    }
}

fn this(v: Value) -> PyResult<Ref<Tuple>> {
    v.cast::<Tuple>().ok_or_else(|| receiver::wrong("tuple", v))
}

/// `tuple.__new__`
pub fn new_instance(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let iterable = sequence::constructor_argument(args, "tuple")?;
    if ty == crate::types::TUPLE.get() {
        return Ok(match iterable {
            Some(v) => from_iterable(v)?.into(),
            None => empty().into(),
        });
    }
    let items = match iterable {
        Some(v) => from_iterable(v)?,
        None => empty(),
    };
    let t = new_of(ty, items.len())?;
    for (s, v) in t.slots().iter().zip(items.items()) {
        s.set(Some(*v));
    }
    Ok(t.into())
}

/// `len(t)`
pub fn len(self_: Value) -> PyResult<i64> {
    Ok(this(self_)?.len() as i64)
}

/// `t[i]`
pub fn getitem(self_: Value, index: Value) -> PyResult {
    let t = this(self_)?;
    if let Some(i) = sequence::index(index)? {
        return match sequence::wrap(i, t.len()) {
            Some(i) => Ok(t.items()[i]),
            None => Err(index_error("tuple index out of range")),
        };
    }
    if let Some(s) = index.cast::<Slice>() {
        return Ok(picked(t, super::slice::resolve(s, || t.len())?));
    }
    Err(raise_fmt!(
        type_error,
        "tuple indices must be integers, not {}",
        crate::attr::type_name(index)
    ))
}

/// The tuple of the items at the indices of a range: itself, where that is all of it.
pub fn picked(t: Ref<Tuple>, range: super::slice::Range) -> Value {
    if range.is_all(t.len()) && Value::from(t).exact::<Tuple>().is_some() {
        return t.into();
    }
    from_iter_sized(range.len, range.iter().map(|i| t.items()[i])).into()
}

/// `t[i:j]`
pub fn getslice(self_: Value, i: i64, j: i64) -> PyResult {
    let t = this(self_)?;
    let (i, j) = sequence::clamp(i, j, t.len());
    if i == 0 && j == t.len() && self_.exact::<Tuple>().is_some() {
        return Ok(self_);
    }
    Ok(from_slice(&t.items()[i..j]).into())
}

/// `t + other`
pub fn concat(self_: Value, other: Value) -> PyResult {
    let a = this(self_)?;
    let Some(b) = other.cast::<Tuple>() else {
        return Err(raise_fmt!(
            type_error,
            "can only concatenate tuple (not \"{}\") to tuple",
            crate::attr::type_name(other)
        ));
    };
    concatenated(a, b).map(Into::into)
}

/// The items of two tuples, in a new one.
///
/// # Errors
/// MemoryError.
pub fn concatenated(a: Ref<Tuple>, b: Ref<Tuple>) -> PyResult<Ref<Tuple>> {
    let t = unset(a.len() + b.len())?;
    for (s, v) in t.slots().iter().zip(a.items().iter().chain(b.items())) {
        s.set(Some(*v));
    }
    Ok(t)
}

/// `t * n`
pub fn repeat(self_: Value, count: Value) -> PyResult {
    let t = this(self_)?;
    let n = sequence::repeat_count(count)?;
    if t.is_empty() || n == 1 {
        if self_.exact::<Tuple>().is_some() {
            return Ok(self_);
        }
        if t.is_empty() {
            return Ok(empty().into());
        }
    }
    let made = unset(sequence::product(t.len(), n)?)?;
    for (s, v) in made.slots().iter().zip(t.items().iter().cycle()) {
        s.set(Some(*v));
    }
    Ok(made.into())
}

/// `x in t`
pub fn contains(self_: Value, x: Value) -> PyResult<bool> {
    sequence::contains(this(self_)?, x)
}

/// `t.index(x, start, stop)`
pub fn index_method(
    self_: Ref<Tuple>,
    x: Value,
    start: Option<Value>,
    stop: Option<Value>,
) -> PyResult<i64> {
    let (start, stop) = sequence::search_bounds(start, stop, self_.len())?;
    match sequence::find(self_, x, start, stop)? {
        Some(i) => Ok(i as i64),
        None => Err(crate::error::value_error("tuple.index(x): x not in tuple")),
    }
}

/// `t.count(x)`
pub fn count(self_: Ref<Tuple>, x: Value) -> PyResult<i64> {
    sequence::count(self_, x)
}

/// `repr(t)`
pub fn repr(self_: Value) -> PyResult {
    let t = this(self_)?;
    if t.is_empty() {
        return Ok(str::new(b"()").into());
    }
    let _guard = match repr_guard::is_printing() {
        true => None,
        false => match repr_guard::enter(self_) {
            None => return Ok(str::new(b"(...)").into()),
            entered => entered,
        },
    };
    let mut out = vec![b'('];
    sequence::repr_items(t, self_, &mut out)?;
    if t.len() == 1 {
        out.push(b',');
    }
    out.push(b')');
    Ok(str::new(&out).into())
}

/// `hash(t)`, CPython's.
pub fn hash(self_: Value) -> PyResult<i64> {
    let t = this(self_)?;
    let mut x: u64 = 0x345678;
    let mut mult: u64 = 1_000_003;
    for (i, v) in t.items().iter().enumerate() {
        let h = super::dict::hash_key(*v)?;
        x = (x ^ h as u64).wrapping_mul(mult);
        let rest = (t.len() - 1 - i) as u64;
        mult = mult.wrapping_add(82520).wrapping_add(2 * rest);
    }
    x = x.wrapping_add(97531);
    Ok(if x == u64::MAX { -2 } else { x as i64 })
}

/// Comparison of tuples.
pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    match (a.cast::<Tuple>(), b.cast::<Tuple>()) {
        (Some(x), Some(y)) => sequence::compare(x, y, op),
        _ => Ok(crate::singletons::not_implemented()),
    }
}

/// `iter(t)`
pub fn iter(self_: Value) -> PyResult {
    Ok(iterators::tuple_iter(this(self_)?).into())
}

/// `t.__getnewargs__()`
pub fn getnewargs(self_: Ref<Tuple>) -> PyResult {
    let plain = if self_.header.shape.get() == Tuple::SHAPE {
        self_
    } else {
        from_slice(self_.items())
    };
    Ok(from_slice(&[plain.into()]).into())
}
