//! `list.sort`: what surrounds the sort proper ([`super::timsort`]).
//!
//! While its elements are sorted, the list looks empty, and a change by a comparison or key
//! function is noticed. With a key function pairs of key and element are sorted by the key. When all
//! keys are tagged ints, floats or exact strings, comparing them needs no Python, and the
//! sort runs with such a comparison built in.

use std::cell::Cell;

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
        timsort::sort(
            array,
            &mut By(|a, b| Ok(key(a).small_int_payload() < key(b).small_int_payload())),
        )
    } else if keys().all(Value::is_float) {
        timsort::sort(
            array,
            &mut By(|a, b| Ok(key(a).float_payload() < key(b).float_payload())),
        )
    } else if keys().all(|k| k.exact::<Str>().is_some()) {
        timsort::sort(
            array,
            &mut By(
                |a, b| match (key(a).exact::<Str>(), key(b).exact::<Str>()) {
                    (Some(a), Some(b)) => Ok(bytes_less(a.bytes(), b.bytes())),
                    _ => Ok(false),
                },
            ),
        )
    } else {
        timsort::sort(
            array,
            &mut By(|a, b| protocol::compare_bool(key(a), key(b), CmpOp::Lt)),
        )
    }
}

/// `a < b`. The first eight bytes nearly always decide, as a number.
#[inline]
fn bytes_less(a: &[u8], b: &[u8]) -> bool {
    if let (Some(x), Some(y)) = (a.first_chunk::<8>(), b.first_chunk::<8>()) {
        let (x, y) = (u64::from_be_bytes(*x), u64::from_be_bytes(*y));
        if x != y {
            return x < y;
        }
    }
    a < b
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
