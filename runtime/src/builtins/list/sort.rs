//! `list.sort`: what surrounds the sort proper ([`super::timsort`]).
//!
//! While its elements are sorted, the list looks empty, and a change by a comparison or key
//! function is noticed. With a key function pairs of key and element are sorted by the key. When all
//! keys are tagged ints, floats or exact strings, comparing them needs no Python: floats are sorted by the
//! same sort with such a comparison built in; ints and strings, whose order is total, so that every stable sort
//! gives the same, by the standard library's.

use std::cell::Cell;
use std::cmp::Ordering;

use crate::call;
use crate::error::{PyResult, Raised, value_error};
use crate::layouts::{Buffer, List, Str};
use crate::object::{Header, Ref};
use crate::protocol::{self, CmpOp};
use crate::value::Value;

use super::timsort::{self, Order};

struct Marker(Buffer);
// SAFETY: has no slots and is never written.
unsafe impl Sync for Marker {}
/// The buffer of a list that is being sorted: whoever changes the list replaces it.
static SORTING: Marker = Marker(Buffer {
    header: Header::new_static(0),
    cap: Cell::new(0),
    slots_tail: [],
});

/// Sorts a list.
pub fn sort(
    self_: Ref<List>,
    cmp: Option<Value>,
    key: Option<Value>,
    reverse: bool,
) -> PyResult<()> {
    if cmp.is_some() {
        crate::modules::warnings::of_python3("the cmp argument is not supported in 3.x")?;
    }
    let sorting = Ref::from_static(&SORTING.0);
    let (items, n) = (self_.items.get(), self_.len.get());
    self_.items.set(sorting);
    self_.len.set(0);
    let result = sort_buffer(items, n as usize, cmp, key, reverse);
    let modified = self_.items.get() != sorting;
    self_.items.set(items);
    self_.len.set(n);
    if modified && result.is_ok() {
        Err(value_error("list modified during sort"))
    } else {
        result
    }
}

fn sort_buffer(
    items: Ref<Buffer>,
    n: usize,
    cmp: Option<Value>,
    key: Option<Value>,
    reverse: bool,
) -> PyResult<()> {
    let Some(key) = key else {
        let array = cells::<Value>(items, n);
        return in_order(array, reverse, |a| sort_by(a, cmp, |v| v));
    };
    let pairs = Buffer::try_with_capacity(2 * n)?;
    for i in 0..n {
        let v = items.slot(i).get();
        let Some(element) = v else { break };
        pairs
            .slot(2 * i)
            .set(Some(call::call_values(key, &[element])?));
        pairs.slot(2 * i + 1).set(v);
    }
    let array = cells::<[Value; 2]>(pairs, n);
    let result = in_order(array, reverse, |a| sort_by(a, cmp, |p: [Value; 2]| p[0]));
    for (i, p) in array.iter().enumerate() {
        items.slot(i).set(Some(p.get()[1]));
    }
    result
}

/// Runs `sort` so that with `reverse` equal elements still keep their order.
fn in_order<T: Copy>(
    array: &'static [Cell<T>],
    reverse: bool,
    sort: impl FnOnce(&'static [Cell<T>]) -> PyResult<()>,
) -> PyResult<()> {
    if !reverse {
        return sort(array);
    }
    turn(array);
    let result = sort(array);
    turn(array);
    result
}

fn turn<T>(array: &[Cell<T>]) {
    let n = array.len();
    for i in 0..n / 2 {
        array[i].swap(&array[n - 1 - i]);
    }
}

/// The first slots of a buffer as `n` cells of one or two values.
fn cells<T: Copy>(b: Ref<Buffer>, n: usize) -> &'static [Cell<T>] {
    let words = size_of::<T>() / size_of::<Value>();
    let slots = &b.as_ref::<'static>().slots()[..n * words];
    // SAFETY: `T` is `Value` or an array of them, so it has the size and alignment of that many
    // slots, whose words are all in use. Storing through these cells goes past the slots' setter:
    // elements only change places within memory that the caller holds.
    unsafe { std::slice::from_raw_parts(slots.as_ptr().cast(), n) }
}

/// Comparison of elements `T` by a function on keys, with scratch memory on the heap.
struct By<F>(F);

impl<T: Copy + 'static, F: FnMut(T, T) -> PyResult<bool>> Order<'static, T> for By<F> {
    type Error = Raised;

    #[inline(always)]
    fn less(&mut self, a: T, b: T) -> PyResult<bool> {
        (self.0)(a, b)
    }

    fn scratch(&mut self, n: usize) -> PyResult<&'static [Cell<T>]> {
        let words = size_of::<T>() / size_of::<Value>();
        let b = Buffer::try_with_capacity(n * words)?;
        for s in b.slots() {
            s.set(Some(Value::none()));
        }
        Ok(cells(b, n))
    }
}

fn sort_by<T: Copy + 'static>(
    array: &'static [Cell<T>],
    cmp: Option<Value>,
    key: impl Fn(T) -> Value,
) -> PyResult<()> {
    let keys = || array.iter().map(|c| key(c.get()));
    if let Some(cmp) = cmp {
        timsort::sort(array, &mut By(|a, b| call_cmp(cmp, key(a), key(b))))
    } else if keys().all(Value::is_small_int) {
        sort_total(
            array,
            |e| key(e).small_int_payload(),
            |_, _| Ordering::Equal,
        );
        Ok(())
    } else if keys().all(Value::is_float) {
        timsort::sort(
            array,
            &mut By(|a, b| Ok(key(a).float_payload() < key(b).float_payload())),
        )
    } else if keys().all(|k| k.exact::<Str>().is_some()) {
        let bytes = |e| {
            key(e)
                .exact::<Str>()
                .map_or(&[][..], |s| s.as_ref().bytes())
        };
        sort_total(
            array,
            |e| first_bytes(bytes(e)),
            |a, b| bytes(a).cmp(bytes(b)),
        );
        Ok(())
    } else {
        timsort::sort(
            array,
            &mut By(|a, b| protocol::compare_bool(key(a), key(b), CmpOp::Lt)),
        )
    }
}

/// Sorts by `digest`, which lies beside the elements while they are sorted, and where that is equal by `compare`.
/// Neither runs Python, allocates on the heap or fails, so that the elements, which the array holds until the end,
/// may be in a vector meanwhile. The order of both together must be total.
fn sort_total<T: Copy, D: Ord + Copy>(
    array: &[Cell<T>],
    digest: impl Fn(T) -> D,
    compare: impl Fn(T, T) -> Ordering,
) {
    let mut elements: Vec<(D, T)> = array.iter().map(|c| (digest(c.get()), c.get())).collect();
    elements.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| compare(a.1, b.1)));
    for (c, (_, e)) in array.iter().zip(elements) {
        c.set(e);
    }
}

/// The first eight bytes as a number that is ordered as they are, zeros for missing ones.
#[inline]
fn first_bytes(s: &[u8]) -> u64 {
    match s.first_chunk::<8>() {
        Some(x) => u64::from_be_bytes(*x),
        None => s
            .iter()
            .enumerate()
            .fold(0, |n, (i, &b)| n | u64::from(b) << (56 - 8 * i)),
    }
}

/// Does the program's comparison function say that `a` comes first?
fn call_cmp(cmp: Value, a: Value, b: Value) -> PyResult<bool> {
    let r = call::call_values(cmp, &[a, b])?;
    match r.as_int() {
        Some(i) => Ok(i < 0),
        None => Err(raise_fmt!(
            type_error,
            "comparison function must return int, not {}",
            crate::attr::type_name(r)
        )),
    }
}
