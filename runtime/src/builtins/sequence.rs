//! What lists and tuples have in common: indices and slice bounds, searching, comparison, repr.
//!
//! Elements are read by index, one at a time: comparing them may run Python code that changes a
//! list under our hands.

use crate::builtins::repr_guard;
use crate::call::Args;
use crate::error::{PyResult, Raised, no_memory, overflow_error, type_error};
use crate::layouts::{List, Str, Tuple};
use crate::number;
use crate::object::Ref;
use crate::protocol::{self, CmpOp};
use crate::value::Value;

/// A sequence of values that may change.
pub trait Sequence: Copy {
    /// Do different lengths settle that two are not equal, before any element is looked at?
    /// (Elements' comparison may have effects, so it shows.)
    const LENGTH_FIRST: bool;
    /// May it hold itself without another container in between?
    const HOLDS_ITSELF: bool;

    fn length(self) -> usize;
    /// Element `i`, if there are (still) as many.
    fn at(self, i: usize) -> Option<Value>;
}

impl Sequence for Ref<Tuple> {
    const LENGTH_FIRST: bool = false;
    const HOLDS_ITSELF: bool = false;

    #[inline(always)]
    fn length(self) -> usize {
        self.len()
    }
    #[inline(always)]
    fn at(self, i: usize) -> Option<Value> {
        self.items().get(i).copied()
    }
}

impl Sequence for Ref<List> {
    const LENGTH_FIRST: bool = true;
    const HOLDS_ITSELF: bool = true;

    #[inline(always)]
    fn length(self) -> usize {
        self.len()
    }
    #[inline(always)]
    fn at(self, i: usize) -> Option<Value> {
        self.item(i)
    }
}

/// `v` as an index: `None` when it is none at all.
///
/// # Errors
/// IndexError when it does not fit, or what `__index__` raises.
#[inline]
pub fn index(v: Value) -> PyResult<Option<i64>> {
    match v.as_small_int() {
        Some(i) => Ok(Some(i)),
        None if number::is_index(v) => number::as_index(v).map(Some),
        None => Ok(None),
    }
}

/// The subscript of a type whose items have numbers and nothing else (in CPython, one with only the slots of
/// sequences), as its slot gets it: the length was added to a negative one if the type has a length.
///
/// # Errors
/// TypeError for what is no index, what `__index__` and `__len__` raise.
pub fn numbered(container: Value, subscript: Value) -> PyResult<i64> {
    match index(subscript)? {
        Some(i) => with_length(container, i),
        None => Err(raise_fmt!(
            type_error,
            "sequence index must be integer, not '{}'",
            crate::attr::type_name(subscript)
        )),
    }
}

/// A negative index with the length of the container added if its type has a length.
pub fn with_length(container: Value, i: i64) -> PyResult<i64> {
    match container.ty().slots.len.get() {
        Some(len) if i < 0 => Ok(i.saturating_add(len(container)?)),
        _ => Ok(i),
    }
}

/// Index `i` into `n` elements, counted from the end when negative.
#[inline(always)]
pub fn wrap(i: i64, n: usize) -> Option<usize> {
    let i = if i < 0 { i.wrapping_add(n as i64) } else { i };
    if (i as u64) < n as u64 {
        Some(i as usize)
    } else {
        None
    }
}

/// Bounds of a simple slice as the slice slots get them (negative ones had the length added
/// already): within `0..=n` and ordered.
#[inline]
pub fn clamp(i: i64, j: i64, n: usize) -> (usize, usize) {
    let i = i.clamp(0, n as i64);
    let j = j.clamp(i, n as i64);
    (i as usize, j as usize)
}

/// Bounds of a simple slice as the program has them, of which negative ones count from the end: within `0..=n` and
/// ordered.
#[inline]
pub fn slice_bounds(i: i64, j: i64, n: usize) -> (usize, usize) {
    let at = |k: i64| if k < 0 { k.saturating_add(n as i64) } else { k };
    clamp(at(i), at(j), n)
}

/// `start` and `stop` arguments of `index`: negative ones count from the end.
pub fn search_bounds(
    start: Option<Value>,
    stop: Option<Value>,
    n: usize,
) -> PyResult<(usize, usize)> {
    let at = |v: Option<Value>, default: usize| {
        let Some(v) = v else { return Ok(default) };
        if !number::is_index(v) {
            return Err(type_error(
                "slice indices must be integers or have an __index__ method",
            ));
        }
        let i = number::as_index_clamped(v)?;
        Ok(if i < 0 {
            i.saturating_add(n as i64).max(0)
        } else {
            i
        } as usize)
    };
    Ok((at(start, 0)?, at(stop, n)?))
}

/// A count for repetition; negative ones are 0.
///
/// # Errors
/// TypeError for what is no integer; OverflowError when it does not fit.
pub fn repeat_count(v: Value) -> PyResult<usize> {
    let n = number::as_index_or(v, overflow_error)?;
    Ok(usize::try_from(n).unwrap_or(0))
}

/// Length of a sequence repeated.
pub fn product(len: usize, n: usize) -> PyResult<usize> {
    match len.checked_mul(n) {
        Some(p) if p <= isize::MAX as usize / 8 => Ok(p),
        _ => Err(no_memory()),
    }
}

/// Index of the first element equal to `x` from `start` on, before `stop`.
#[inline]
pub fn find<S: Sequence>(s: S, x: Value, start: usize, stop: usize) -> PyResult<Option<usize>> {
    let mut i = start;
    while i < stop
        && let Some(v) = s.at(i)
    {
        if protocol::equal(v, x)? {
            return Ok(Some(i));
        }
        i += 1;
    }
    Ok(None)
}

/// `x in s`. The operands are compared the other way round than in [`find`].
#[inline]
pub fn contains<S: Sequence>(s: S, x: Value) -> PyResult<bool> {
    let mut i = 0;
    while let Some(v) = s.at(i) {
        if protocol::equal(x, v)? {
            return Ok(true);
        }
        i += 1;
    }
    Ok(false)
}

/// How many elements equal `x`.
pub fn count<S: Sequence>(s: S, x: Value) -> PyResult<i64> {
    let mut n = 0;
    let mut i = 0;
    while let Some(v) = s.at(i) {
        n += i64::from(protocol::equal(v, x)?);
        i += 1;
    }
    Ok(n)
}

/// Compares element by element: the first pair that differs decides, else the lengths do.
pub fn compare<S: Sequence>(a: S, b: S, op: CmpOp) -> PyResult {
    if S::LENGTH_FIRST && a.length() != b.length() && matches!(op, CmpOp::Eq | CmpOp::Ne) {
        return Ok(Value::bool(op == CmpOp::Ne));
    }
    let mut i = 0;
    while let (Some(x), Some(y)) = (a.at(i), b.at(i)) {
        if x != y && !protocol::equal(x, y)? {
            return match op {
                CmpOp::Eq => Ok(Value::bool(false)),
                CmpOp::Ne => Ok(Value::bool(true)),
                _ => protocol::rich_compare(x, y, op),
            };
        }
        i += 1;
    }
    Ok(Value::bool(op.holds_for(a.length().cmp(&b.length()))))
}

/// Appends the elements' reprs, separated by commas; false when the repr of this very sequence is
/// being made already.
pub fn repr_items<S: Sequence>(s: S, whole: Value, out: &mut Vec<u8>) -> PyResult<bool> {
    let _guard;
    if S::HOLDS_ITSELF {
        match repr_guard::enter(whole) {
            Some(guard) => _guard = guard,
            None => return Ok(false),
        }
    }
    let mut i = 0;
    while let Some(v) = s.at(i) {
        if i > 0 {
            out.extend_from_slice(b", ");
        }
        repr_guard::item(v, out)?;
        i += 1;
    }
    Ok(true)
}

/// The argument of `list(…)` and `tuple(…)`: at most one, also by the name `sequence`.
pub fn constructor_argument(args: Args<'_>, name: &str) -> PyResult<Option<Value>> {
    if args.values.len() > 1 {
        return Err(raise_fmt!(
            type_error,
            "{name}() takes at most 1 argument ({} given)",
            args.values.len()
        ));
    }
    if let Some((key, v)) = args.keywords().next() {
        if !is_name(key, "sequence") {
            return Err(unknown_keyword(args, key));
        }
        return Ok(Some(v));
    }
    Ok(args.pos().first().copied())
}

/// Is a keyword argument's name this one?
pub fn is_name(key: Value, name: &str) -> bool {
    key.cast::<Str>()
        .is_some_and(|k| k.bytes() == name.as_bytes())
}

/// The TypeError for a keyword argument that the function does not have, or for one before it that is no str.
#[cold]
pub fn unknown_keyword(args: Args<'_>, key: Value) -> Raised {
    let is_key = |k: Ref<Str>| {
        key.cast::<Str>()
            .is_some_and(|key| key.bytes() == k.bytes())
    };
    let named = args
        .keywords_as_given()
        .find_map(|(k, _)| match k.cast::<Str>() {
            None => Some(None),
            Some(k) if is_key(k) => Some(Some(k)),
            Some(_) => None,
        });
    let Some(Some(name)) = named else {
        return type_error("keywords must be strings");
    };
    let name = crate::attr::shown_up_to(name, usize::MAX);
    type_error(format!(
        "'{name}' is an invalid keyword argument for this function"
    ))
}
