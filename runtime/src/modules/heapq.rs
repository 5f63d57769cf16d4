//! The module `_heapq` (rows: spec/modules/_heapq.toml).
//!
//! Comparing items may run Python code, which may change the list: its length is looked at again after
//! each comparison, and items are read anew.

use crate::builtins::{list, module, str as bytes};
use crate::error::{PyResult, index_error, runtime_error, type_error};
use crate::layouts::{List, Module};
use crate::object::Ref;
use crate::protocol::{self, CmpOp};
use crate::value::Value;
use crate::{attr, names, number};

const ABOUT: &str = "Heaps are binary trees without pointers.\n\nThe tree's levels stand one after the other in a list: heap[0] is the root, and the items below\nheap[k] are heap[2*k + 1] and heap[2*k + 2]. An item is never greater than those below it, and nothing is\nsaid about neighbours. So a new item needs to be compared only with those on the way to the root, and\nwhat comes to the root when the smallest item is taken only with those on one way down.\n";

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    if let Some(m) = m.cast::<Module>() {
        module::dict(m).set_str(
            bytes::intern(b"__about__"),
            bytes::new(ABOUT.as_bytes()).into(),
        );
    }
    Ok(())
}

fn heap_of(v: Value) -> PyResult<Ref<List>> {
    v.cast::<List>()
        .ok_or_else(|| type_error("heap argument must be a list"))
}

/// `a < b`, asked as `not b <= a` of objects without `__lt__`.
#[inline]
fn less(a: Value, b: Value) -> PyResult<bool> {
    if let Some(r) = number::compare_exact(a, b, CmpOp::Lt) {
        // With a NaN, both comparisons are false.
        return Ok(r || (is_nan(a) || is_nan(b)) && a.as_float().is_none());
    }
    less_general(a, b)
}

fn is_nan(v: Value) -> bool {
    v.as_float().is_some_and(f64::is_nan)
}

#[inline(never)]
fn less_general(a: Value, b: Value) -> PyResult<bool> {
    if has_less(a)? {
        return protocol::compare_bool(a, b, CmpOp::Lt);
    }
    Ok(!protocol::compare_bool(b, a, CmpOp::Le)?)
}

/// Has the object an attribute `__lt__`?
fn has_less(a: Value) -> PyResult<bool> {
    match attr::get(a, names::lt()) {
        Ok(_) => Ok(true),
        Err(_) => {
            crate::thread::current().take_pending();
            Ok(false)
        }
    }
}

/// The order of a heap: which of two items is to be nearer to the root?
type Before = fn(Value, Value) -> PyResult<bool>;

fn smaller_first(a: Value, b: Value) -> PyResult<bool> {
    less(a, b)
}

fn larger_first(a: Value, b: Value) -> PyResult<bool> {
    less(b, a)
}

/// Asks, and sees to it that the list has kept its length.
#[inline(always)]
fn ask(h: Ref<List>, n: usize, before: Before, a: Value, b: Value) -> PyResult<bool> {
    let r = before(a, b)?;
    if h.len() != n {
        return Err(runtime_error("list changed size during iteration"));
    }
    Ok(r)
}

fn at(h: Ref<List>, i: usize) -> PyResult {
    h.item(i).ok_or_else(|| index_error("index out of range"))
}

/// Moves the item at `pos` towards the root, at most to `top`, past those that it belongs before.
#[inline(always)]
fn rise(h: Ref<List>, top: usize, mut pos: usize, before: Before) -> PyResult<()> {
    let n = h.len();
    let mut item = at(h, pos)?;
    while pos > top {
        let up = (pos - 1) / 2;
        let parent = at(h, up)?;
        if !ask(h, n, before, item, parent)? {
            break;
        }
        // Comparing may have put other items there.
        let (parent, moved) = (at(h, up)?, at(h, pos)?);
        h.set_item(up, moved);
        h.set_item(pos, parent);
        item = moved;
        pos = up;
    }
    Ok(())
}

/// Lets the item at `pos` sink to a leaf, always changing places with that below it which belongs first;
/// from there it rises to its place. That takes fewer comparisons than stopping on the way.
#[inline(always)]
fn sink(h: Ref<List>, top: usize, before: Before, prefer_right: PreferRight) -> PyResult<()> {
    let n = h.len();
    let mut pos = top;
    loop {
        let mut child = 2 * pos + 1;
        if child >= n {
            break;
        }
        let right = child + 1;
        if right < n && prefer_right(h, n, before, at(h, child)?, at(h, right)?)? {
            child = right;
        }
        let (down, up) = (at(h, pos)?, at(h, child)?);
        h.set_item(pos, up);
        h.set_item(child, down);
        pos = child;
    }
    rise(h, top, pos, before)
}

/// Of two neighbours, is the right one to move up?
type PreferRight = fn(Ref<List>, usize, Before, Value, Value) -> PyResult<bool>;

/// In heaps with the smallest item first.
fn unless_left_is_less(
    h: Ref<List>,
    n: usize,
    before: Before,
    left: Value,
    right: Value,
) -> PyResult<bool> {
    Ok(!ask(h, n, before, left, right)?)
}

fn sink_min(h: Ref<List>, top: usize) -> PyResult<()> {
    sink(h, top, smaller_first, unless_left_is_less)
}

fn sink_max(h: Ref<List>, top: usize) -> PyResult<()> {
    sink(h, top, larger_first, unless_left_is_less)
}

pub fn heappush(heap: Value, item: Value) -> PyResult<()> {
    let h = heap_of(heap)?;
    h.try_push(item)?;
    rise(h, 0, h.len() - 1, smaller_first)
}

pub fn heappop(heap: Value) -> PyResult {
    let h = heap_of(heap)?;
    let last = h
        .pop_last()
        .ok_or_else(|| index_error("index out of range"))?;
    let Some(first) = h.item(0) else {
        return Ok(last);
    };
    h.set_item(0, last);
    sink_min(h, 0)?;
    Ok(first)
}

pub fn heapreplace(heap: Value, item: Value) -> PyResult {
    let h = heap_of(heap)?;
    let first = at(h, 0)?;
    h.set_item(0, item);
    sink_min(h, 0)?;
    Ok(first)
}

pub fn heappushpop(heap: Value, item: Value) -> PyResult {
    let h = heap_of(heap)?;
    let Some(first) = h.item(0) else {
        return Ok(item);
    };
    if !less(first, item)? {
        return Ok(item);
    }
    let first = at(h, 0)?;
    h.set_item(0, item);
    sink_min(h, 0)?;
    Ok(first)
}

pub fn heapify(heap: Value) -> PyResult<()> {
    let h = heap_of(heap)?;
    for i in (0..h.len() / 2).rev() {
        sink_min(h, i)?;
    }
    Ok(())
}

/// The first `n` items of an iterable, and the iterator over the others.
fn first_items(n: i64, iterable: Value) -> PyResult<(Ref<List>, Value)> {
    let it = protocol::iter(iterable)?;
    let h = list::new();
    while (h.len() as i64) < n {
        match protocol::next(it)? {
            Some(v) => h.try_push(v)?,
            None => break,
        }
    }
    Ok((h, it))
}

pub fn nlargest(n: i64, iterable: Value) -> PyResult {
    let (h, it) = first_items(n, iterable)?;
    if h.len() as i64 == n.max(1) {
        for i in (0..h.len() / 2).rev() {
            sink_min(h, i)?;
        }
        while let Some(v) = protocol::next(it)? {
            if less(at(h, 0)?, v)? {
                h.set_item(0, v);
                sink_min(h, 0)?;
            }
        }
    }
    list::sort(h, None, None, false)?;
    list::reverse(h)?;
    Ok(h.into())
}

pub fn nsmallest(n: i64, iterable: Value) -> PyResult {
    let (h, it) = first_items(n, iterable)?;
    if h.len() as i64 == n.max(1) {
        for i in (0..h.len() / 2).rev() {
            sink_max(h, i)?;
        }
        while let Some(v) = protocol::next(it)? {
            if less(v, at(h, 0)?)? {
                h.set_item(0, v);
                sink_max(h, 0)?;
            }
        }
    }
    list::sort(h, None, None, false)?;
    Ok(h.into())
}
