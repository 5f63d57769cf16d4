//! `memoryview`: a part of another object's memory, which stays where it is meanwhile.
//!
//! A bytearray must not change its size while a memoryview of it exists. The views that exist are known
//! by their addresses in a table outside the heap, which the collector keeps up to date: a dead view takes
//! itself out. When a size is about to change although there seems to be a view, frames and the heap are looked
//! through for it; see [`is_exported`].
//!
//! Items are bytes, but for C data (`ctypes`), whose types say what an item is and how many there are in which dimension.

use std::cell::UnsafeCell;
use std::collections::BTreeMap;

use crate::call::Args;
use crate::error::{PyResult, Raised, index_error, raise_bare, type_error, value_error};
use crate::heap;
use crate::layouts::{ByteArray, MemoryView, Slice, Str, Tuple};
use crate::object::Ref;
use crate::protocol::CmpOp;
use crate::typeobj::Type;
use crate::value::Value;
use crate::window::{self, Want, Window};

use super::{list, receiver, sequence, slice, str, tuple};

/// Addresses of views, and of the bytearrays that they look at.
struct Views(UnsafeCell<BTreeMap<usize, usize>>);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Views {}
static VIEWS: Views = Views(UnsafeCell::new(BTreeMap::new()));

fn views() -> &'static mut BTreeMap<usize, usize> {
    // SAFETY: one mutator; no reference outlives a statement.
    unsafe { &mut *VIEWS.0.get() }
}

/// Called by the collector for a dead view.
pub fn finalize(m: Ref<MemoryView>) {
    views().remove(&m.addr());
}

/// Does a view of the bytearray exist, as far as the program can know?
pub fn is_exported(a: &ByteArray) -> bool {
    let target = std::ptr::from_ref(a) as usize;
    let looks_at = |view: usize| views().get(&view) == Some(&target);
    if !views().values().any(|t| *t == target) {
        return false;
    }
    // A temporary view, as in `memoryview(array)[2:5].tobytes()`, is gone in CPython when the array shrinks.
    if let Ok(upcalls) = crate::upcalls::get()
        && (upcalls.frames_hold)(&|v| v.header().is_some_and(|h| looks_at(h.addr())))
    {
        return true;
    }
    let held = heap::reachable(|is_marked| {
        views()
            .iter()
            .any(|(view, t)| *t == target && is_marked(*view))
    });
    // Where nobody could tell whether somebody holds a view, it is one of the temporaries: each reading is
    // checked against the size, so a view of an array that shrank shows less, and no more.
    held.unwrap_or(false)
}

fn of(v: Value) -> PyResult<Ref<MemoryView>> {
    v.cast::<MemoryView>()
        .ok_or_else(|| receiver::wrong("memoryview", v))
}

/// What the items of a view are.
#[derive(Clone, Copy)]
pub struct Items {
    /// In the language of the module struct; absent for bytes.
    pub format: Option<Ref<Str>>,
    /// Bytes of each.
    pub size: i64,
    pub ndim: i64,
    /// How many in each dimension, where the object says that and not how far they are apart.
    pub shape: Option<Ref<Tuple>>,
}

impl Items {
    const BYTES: Items = Items {
        format: None,
        size: 1,
        ndim: 1,
        shape: None,
    };

    fn of(m: Ref<MemoryView>) -> Items {
        Items {
            format: m.format.get(),
            size: m.itemsize.get(),
            ndim: m.ndim.get(),
            shape: m.shape.get(),
        }
    }
}

/// A view of `count` bytes of an object.
fn make(base: Value, start: usize, count: usize, items: Items) -> Ref<MemoryView> {
    let m = MemoryView::alloc(
        base,
        start as i64,
        count as i64,
        items.format,
        items.size,
        items.ndim,
        items.shape,
    );
    if let Some(a) = base.cast::<ByteArray>() {
        a.exported.set(true);
        views().insert(m.addr(), a.addr());
        // SAFETY: the object is complete and its layout has a finalizer.
        unsafe { heap::set_needs_drop(m.addr() as *mut u8) };
    }
    m
}

/// `memoryview(object)`
pub fn new_instance(_: Ref<Type>, args: Args<'_>) -> PyResult {
    if args.values.len() > 1 {
        return Err(raise_fmt!(
            type_error,
            "memoryview() takes at most 1 argument ({} given)",
            args.values.len()
        ));
    }
    let named = args
        .keywords()
        .find(|(k, _)| sequence::is_name(*k, "object"))
        .map(|(_, v)| v);
    let Some(object) = args.pos().first().copied().or(named) else {
        return Err(type_error("Required argument 'object' (pos 1) not found"));
    };
    if let Some(m) = object.cast::<MemoryView>() {
        let (start, count) = (m.start.get() as usize, m.count.get() as usize);
        return Ok(make(m.base.get(), start, count, Items::of(m)).into());
    }
    match window::get(object, Want::View)? {
        Some(w) => {
            let items = crate::modules::foreign::data::items_of(object);
            Ok(make(object, 0, w.len(), items.unwrap_or(Items::BYTES)).into())
        }
        None => Err(type_error(
            "cannot make memory view because object does not have the buffer interface",
        )),
    }
}

fn bytes(m: Ref<MemoryView>) -> PyResult<Window> {
    let base = m.base.get();
    let start = m.start.get() as usize;
    Ok(window::view(base)?.part(start..start + m.count.get() as usize))
}

/// Slot `buffer`.
pub fn buffer(v: Value, want: Want) -> PyResult<Option<Window>> {
    match want {
        Want::View => bytes(of(v)?).map(Some),
        _ => Ok(None),
    }
}

pub fn repr(v: Value) -> PyResult {
    Ok(str::new(format!("<memory at {:#x}>", v.bits()).as_bytes()).into())
}

pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    let ni = crate::singletons::not_implemented();
    if !matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Ok(ni);
    }
    let (Some(x), Some(y)) = (window::get(a, Want::View)?, window::get(b, Want::View)?) else {
        return Ok(ni);
    };
    let same = item_size(a) == item_size(b) && x.bytes() == y.bytes();
    Ok(Value::bool(same == (op == CmpOp::Eq)))
}

/// Bytes of an item of what has memory.
fn item_size(v: Value) -> i64 {
    match v.cast::<MemoryView>() {
        Some(m) => m.itemsize.get(),
        None => crate::modules::foreign::data::items_of(v).map_or(1, |i| i.size),
    }
}

/// Items in the first dimension.
fn length(m: Ref<MemoryView>) -> i64 {
    let first = |t: Ref<Tuple>| t.as_ref().items().first().and_then(|n| n.as_int());
    match (m.ndim.get(), m.shape.get()) {
        (0, _) => 1,
        (_, Some(shape)) => first(shape).unwrap_or(0),
        (_, None) => m.count.get() / m.itemsize.get().max(1),
    }
}

pub fn len(v: Value) -> PyResult<i64> {
    Ok(length(of(v)?))
}

#[cold]
fn bad_index(index: Value) -> Raised {
    raise_fmt!(
        type_error,
        "cannot index memory using \"{}\"",
        crate::attr::type_name(index)
    )
}

/// The items that a subscript means: first and number; and whether it is a slice.
fn place(m: Ref<MemoryView>, index: Value) -> PyResult<(usize, usize, bool)> {
    let n = length(m) as usize;
    if crate::number::is_index(index) {
        let i = crate::number::as_index_clamped(index)?;
        return match sequence::wrap(i, n) {
            Some(i) => Ok((i, 1, false)),
            None => Err(index_error("index out of bounds")),
        };
    }
    let Some(s) = index.cast::<Slice>() else {
        return Err(bad_index(index));
    };
    let r = slice::resolve(s, || n)?;
    if r.step != 1 || m.ndim.get() != 1 {
        return Err(not_implemented());
    }
    Ok((r.start as usize, r.len, true))
}

#[cold]
fn not_implemented() -> Raised {
    raise_bare(crate::types::NOT_IMPLEMENTED_ERROR.get())
}

pub fn getitem(v: Value, index: Value) -> PyResult {
    let m = of(v)?;
    if m.ndim.get() == 0 {
        let empty = |t: Ref<Tuple>| t.as_ref().items().is_empty();
        let whole = index.bits() == crate::singletons::ellipsis().bits()
            || index.cast::<Tuple>().is_some_and(empty);
        return match whole {
            true => Ok(v),
            false => Err(index_error("invalid indexing of 0-dim memory")),
        };
    }
    let (start, count, is_slice) = place(m, index)?;
    let size = m.itemsize.get() as usize;
    if is_slice {
        let items = Items {
            shape: None,
            ..Items::of(m)
        };
        let start = m.start.get() as usize + start * size;
        return Ok(make(m.base.get(), start, count * size, items).into());
    }
    if m.ndim.get() != 1 {
        return Err(not_implemented());
    }
    let w = bytes(m)?;
    match w.bytes().get(start * size..(start + 1) * size) {
        Some([b]) => Ok(str::singleton(*b).into()),
        Some(item) => Ok(str::try_new(item)?.into()),
        None => Err(index_error("index out of bounds")),
    }
}

pub fn setitem(v: Value, index: Value, item: Option<Value>) -> PyResult<()> {
    let m = of(v)?;
    if !bytes(m)?.writable {
        return Err(type_error("cannot modify read-only memory"));
    }
    let Some(item) = item else {
        return Err(type_error("cannot delete memory"));
    };
    if m.ndim.get() != 1 {
        return Err(not_implemented());
    }
    let (start, count, _) = place(m, index)?;
    let from = window::view(item)?;
    let size = m.itemsize.get();
    if item_size(item) != size {
        return Err(raise_fmt!(
            type_error,
            "mismatching item sizes for \"{}\" and \"{}\"",
            crate::attr::type_name(m.base.get()),
            crate::attr::type_name(from.owner())
        ));
    }
    let (start, count) = (start * size as usize, count * size as usize);
    if from.len() != count || !bytes(m)?.write(start, from.bytes()) {
        return Err(value_error("cannot modify size of memoryview object"));
    }
    Ok(())
}

/// `m.tobytes()`
pub fn tobytes(m: Ref<MemoryView>) -> PyResult {
    Ok(str::try_new(bytes(m)?.bytes())?.into())
}

/// `m.tolist()`
pub fn tolist(m: Ref<MemoryView>) -> PyResult {
    if m.format.get().is_some_and(|f| f.as_ref().bytes() != b"B") || m.itemsize.get() != 1 {
        return Err(raise_fmt!(
            crate::error::not_implemented_error,
            "tolist() only supports byte views"
        ));
    }
    if m.ndim.get() != 1 {
        return Err(raise_fmt!(
            crate::error::not_implemented_error,
            "tolist() only supports one-dimensional objects"
        ));
    }
    let w = bytes(m)?;
    let out = list::with_capacity(w.len());
    for b in w.bytes() {
        out.push(Value::small_int(i64::from(*b)));
    }
    Ok(out.into())
}

pub fn get_format(v: Value) -> PyResult {
    let format = of(v)?.format.get();
    Ok(format.unwrap_or_else(|| str::singleton(b'B')).into())
}

fn long(i: i64) -> Value {
    crate::number::view::long(i)
}

pub fn get_itemsize(v: Value) -> PyResult {
    Ok(long(of(v)?.itemsize.get()))
}

pub fn get_shape(v: Value) -> PyResult {
    let m = of(v)?;
    if m.ndim.get() == 0 {
        return Ok(Value::none());
    }
    let Some(shape) = m.shape.get() else {
        return Ok(tuple::from_slice(&[long(length(m))]).into());
    };
    let shape = shape.as_ref().items();
    let sizes = shape.iter().map(|n| long(n.as_int().unwrap_or(0)));
    Ok(tuple::from_iter_sized(shape.len(), sizes).into())
}

pub fn get_strides(v: Value) -> PyResult {
    let m = of(v)?;
    match m.ndim.get() {
        1 if m.shape.get().is_none() => Ok(tuple::from_slice(&[long(m.itemsize.get())]).into()),
        _ => Ok(Value::none()),
    }
}

pub fn get_suboffsets(v: Value) -> PyResult {
    of(v)?;
    Ok(Value::none())
}

pub fn get_readonly(v: Value) -> PyResult {
    Ok(Value::bool(!bytes(of(v)?)?.writable))
}

pub fn get_ndim(v: Value) -> PyResult {
    Ok(long(of(v)?.ndim.get()))
}
