//! Methods of `str` that take apart and put together.

use std::ops::Range;

use super::args::{self, Pair, Text, at_most, text, widen};
use super::storage::{is_plain, try_build};
use super::{empty, new};
use crate::builtins::{list, tuple, unicode};
use crate::error::{PyResult, Raised, overflow_error, type_error, value_error};
use crate::layouts::{List, Str, Tuple, Unicode};
use crate::object::{Layout, Ref};
use crate::text::{is_byte_space, search, split as ranges};
use crate::value::Value;

/// A part of a string: itself, when that is all of it.
#[inline]
pub fn part(s: Ref<Str>, r: Range<usize>) -> Ref<Str> {
    if r.len() == s.bytes().len() && s.header.shape.get() == Str::SHAPE {
        s
    } else {
        new(&s.as_ref().bytes()[r])
    }
}

fn empty_separator() -> Raised {
    value_error("empty separator")
}

pub fn split(s: Ref<Str>, sep: Option<Value>, max: i64) -> PyResult {
    let out = list::new();
    let push = |r| out.push(part(s, r).into());
    let hay = s.as_ref().bytes();
    match sep.filter(|v| !v.is_none()) {
        None => ranges::words(hay, at_most(max), is_byte_space, push),
        Some(sep) => match text(sep)? {
            Text::Unicode(_) => return unicode::methods::split(widen(s)?, Some(sep), max),
            Text::Bytes(sep) => match sep.as_ref().bytes() {
                [] => return Err(empty_separator()),
                sep => ranges::pieces(hay, sep, at_most(max), push),
            },
        },
    }
    Ok(out.into())
}

pub fn rsplit(s: Ref<Str>, sep: Option<Value>, max: i64) -> PyResult {
    let out = list::new();
    let push = |r| out.push(part(s, r).into());
    let hay = s.as_ref().bytes();
    match sep.filter(|v| !v.is_none()) {
        None => ranges::words_backward(hay, at_most(max), is_byte_space, push),
        Some(sep) => match text(sep)? {
            Text::Unicode(_) => return unicode::methods::rsplit(widen(s)?, Some(sep), max),
            Text::Bytes(sep) if sep.bytes().is_empty() => return Err(empty_separator()),
            Text::Bytes(sep) => {
                ranges::pieces_backward(hay, sep.as_ref().bytes(), at_most(max), push)
            }
        },
    }
    reverse(out);
    Ok(out.into())
}

/// Puts the pieces found from the right in order.
pub(crate) fn reverse(l: Ref<List>) {
    let n = l.len();
    for i in 0..n / 2 {
        if let (Some(a), Some(b)) = (l.item(i), l.item(n - 1 - i)) {
            l.set_item(i, b);
            l.set_item(n - 1 - i, a);
        }
    }
}

pub fn splitlines(s: Ref<Str>, keep: i32) -> PyResult {
    let out = list::new();
    let is_break = |c| c == b'\n' || c == b'\r';
    ranges::lines(s.as_ref().bytes(), keep != 0, is_break, |r| {
        out.push(part(s, r).into())
    });
    Ok(out.into())
}

fn parts(s: Ref<Str>, sep: Value, last: bool) -> PyResult {
    let sep_text = match text(sep)? {
        Text::Unicode(_) if last => return unicode::methods::rpartition(widen(s)?, sep),
        Text::Unicode(_) => return unicode::methods::partition(widen(s)?, sep),
        Text::Bytes(t) => t,
    };
    let (hay, needle) = (s.as_ref().bytes(), sep_text.as_ref().bytes());
    if needle.is_empty() {
        return Err(empty_separator());
    }
    let found = if last {
        search::rfind(hay, needle)
    } else {
        search::find(hay, needle)
    };
    let e: Value = empty().into();
    let three: [Value; 3] = match found {
        Some(at) => {
            let (head, tail) = (new(&hay[..at]), new(&hay[at + needle.len()..]));
            [head.into(), sep, tail.into()]
        }
        None if last => [e, e, s.into()],
        None => [s.into(), e, e],
    };
    Ok(tuple::from_slice(&three).into())
}

pub fn partition(s: Ref<Str>, sep: Value) -> PyResult {
    parts(s, sep, false)
}

pub fn rpartition(s: Ref<Str>, sep: Value) -> PyResult {
    parts(s, sep, true)
}

fn strip_ends(s: Ref<Str>, chars: Option<Value>, left: bool, right: bool, name: &str) -> PyResult {
    let hay = s.as_ref().bytes();
    let range = match chars.filter(|v| !v.is_none()) {
        None => ranges::strip(hay, left, right, is_byte_space),
        Some(v) => {
            let Some(chars) = v.cast::<Str>() else {
                if v.cast::<Unicode>().is_some() {
                    return unicode::methods::strip_ends(widen(s)?, Some(v), left, right, name);
                }
                return Err(raise_fmt!(
                    type_error,
                    "{name} arg must be None, str or unicode"
                ));
            };
            let chars = chars.as_ref().bytes();
            ranges::strip(hay, left, right, |c| chars.contains(&c))
        }
    };
    Ok(part(s, range).into())
}

pub fn strip(s: Ref<Str>, chars: Option<Value>) -> PyResult {
    strip_ends(s, chars, true, true, "strip")
}

pub fn lstrip(s: Ref<Str>, chars: Option<Value>) -> PyResult {
    strip_ends(s, chars, true, false, "lstrip")
}

pub fn rstrip(s: Ref<Str>, chars: Option<Value>) -> PyResult {
    strip_ends(s, chars, false, true, "rstrip")
}

pub fn replace(s: Ref<Str>, old: Value, new_: Value, max: i64) -> PyResult {
    let Pair::Bytes(old_text, new_text) = args::pair(old, new_)? else {
        return unicode::methods::replace(widen(s)?, old, new_, max);
    };
    let (hay, old, new_) = (
        s.as_ref().bytes(),
        old_text.as_ref().bytes(),
        new_text.as_ref().bytes(),
    );
    match search::replace(hay, old, new_, at_most(max), isize::MAX as usize) {
        Ok(Some(b)) => Ok(super::try_new(&b)?.into()),
        Ok(None) => Ok(part(s, 0..hay.len()).into()),
        Err(_) => Err(overflow_error("replace string is too long")),
    }
}

/// The elements of a list or tuple, or of a list made of any other iterable.
pub(crate) fn join_items(iterable: Value) -> PyResult<Value> {
    if iterable.exact::<List>().is_some() || iterable.exact::<Tuple>().is_some() {
        return Ok(iterable);
    }
    let it = crate::protocol::iter(iterable).map_err(|e| {
        if crate::exception::pending_matches(crate::types::TYPE_ERROR.get()) {
            crate::thread::current().take_pending();
            return type_error("can only join an iterable");
        }
        e
    })?;
    Ok(list::from_iterable(it)?.into())
}

/// The elements of what [`join_items`] gave. No Python code may run while they are looked at.
pub(crate) fn items_of(v: Value) -> &'static [Value] {
    match (v.cast::<List>(), v.cast::<Tuple>()) {
        (Some(l), _) => l.as_ref().items(),
        (_, Some(t)) => t.as_ref().items(),
        _ => &[],
    }
}

pub fn join(s: Ref<Str>, iterable: Value) -> PyResult {
    let sequence = join_items(iterable)?;
    let items = items_of(sequence);
    match items {
        [] => return Ok(empty().into()),
        [one] if one.exact::<Str>().is_some() || one.exact::<Unicode>().is_some() => {
            return Ok(*one);
        }
        _ => {}
    }
    let sep = s.as_ref().bytes();
    let mut size = sep.len() * (items.len() - 1);
    for (i, v) in items.iter().enumerate() {
        match v.cast::<Str>() {
            Some(t) => size = size.saturating_add(t.bytes().len()),
            None if v.cast::<Unicode>().is_some() => {
                return unicode::methods::join(widen(s)?, sequence);
            }
            None => {
                return Err(raise_fmt!(
                    type_error,
                    "sequence item {i}: expected string, {} found",
                    crate::attr::type_name(*v)
                ));
            }
        }
    }
    if size > isize::MAX as usize {
        return Err(overflow_error(
            "join() result is too long for a Python string",
        ));
    }
    let joined = try_build(size, |mut to| {
        for (i, v) in items.iter().enumerate() {
            if i > 0 {
                let (head, tail) = to.split_at_mut(sep.len());
                head.copy_from_slice(sep);
                to = tail;
            }
            if let Some(t) = v.cast::<Str>() {
                let (head, tail) = to.split_at_mut(t.bytes().len());
                head.copy_from_slice(t.bytes());
                to = tail;
            }
        }
    })?;
    // Short results exist once.
    Ok(if size < 2 {
        new(joined.bytes())
    } else {
        joined
    }
    .into())
}

/// The string with its own bytes and a 0 behind them.
pub fn plain(s: Ref<Str>) -> Ref<Str> {
    if is_plain(s) {
        s
    } else {
        super::build(s.bytes().len(), |to| to.copy_from_slice(s.bytes()))
    }
}
