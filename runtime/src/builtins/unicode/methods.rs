//! Methods of `unicode`.

// Units of 32 bits need no conversion; the smaller ones do.
#![allow(clippy::useless_conversion)]

use super::database::{self, flags};
use super::slots::{compare, part};
use super::storage::{self, with_units, with_width};
use super::{coerce, empty, exact, from_units};
use crate::builtins::str::args::{at_most, bounds};
use crate::builtins::str::methods::{
    known_position, not_an_affix, position, string_layout, text_result,
};
use crate::builtins::str::split::{items_of, join_items, reverse};
use crate::builtins::str::storage::out_of_memory;
use crate::builtins::str::{self, fields};
use crate::builtins::{list, tuple};
use crate::call::Args;
use crate::codec;
use crate::error::{PyResult, overflow_error, type_error, value_error};
use crate::exception::pending_matches;
use crate::format;
use crate::layouts::{List, Str, Tuple, Unicode};
use crate::object::Ref;
use crate::text::{Unit, fill, search, split as ranges};
use crate::thread;
use crate::value::Value;

// ---- case -------------------------------------------------------------------------------------

fn map_chars(u: Ref<Unicode>, mut f: impl FnMut(u32) -> u32) -> PyResult {
    let out: Vec<u32> = with_units!(u, s => s.iter().map(|c| f(u32::from(*c))).collect());
    Ok(from_units(&out)?.into())
}

/// The same for ASCII text, by bytes.
fn map_ascii(u: Ref<Unicode>, f: impl Fn(&u8) -> u8) -> Option<PyResult> {
    let b = u.as_ref().ascii()?;
    let out: Vec<u8> = b.iter().map(f).collect();
    Some(super::from_ascii(&out).map(Into::into))
}

pub fn lower(u: Ref<Unicode>) -> PyResult {
    map_ascii(u, u8::to_ascii_lowercase).unwrap_or_else(|| map_chars(u, database::to_lower))
}

pub fn upper(u: Ref<Unicode>) -> PyResult {
    map_ascii(u, u8::to_ascii_uppercase).unwrap_or_else(|| map_chars(u, database::to_upper))
}

pub fn swapcase(u: Ref<Unicode>) -> PyResult {
    map_chars(u, |c| {
        let f = database::record(c).flags;
        if f & flags::UPPER != 0 {
            database::to_lower(c)
        } else if f & flags::LOWER != 0 {
            database::to_upper(c)
        } else {
            c
        }
    })
}

pub fn capitalize(u: Ref<Unicode>) -> PyResult {
    let mut first = true;
    map_chars(u, |c| {
        if std::mem::take(&mut first) {
            database::to_upper(c)
        } else {
            database::to_lower(c)
        }
    })
}

pub fn title(u: Ref<Unicode>) -> PyResult {
    let mut inside = false;
    map_chars(u, |c| {
        let was = std::mem::replace(&mut inside, database::is(c, flags::CASED));
        if was {
            database::to_lower(c)
        } else {
            database::to_title(c)
        }
    })
}

fn all(u: Ref<Unicode>, flags: u16) -> PyResult<bool> {
    Ok(u.length() > 0 && with_units!(u, s => s.iter().all(|c| database::is(u32::from(*c), flags))))
}

pub fn isalpha(u: Ref<Unicode>) -> PyResult<bool> {
    all(u, flags::ALPHA)
}

pub fn isalnum(u: Ref<Unicode>) -> PyResult<bool> {
    all(u, flags::ALNUM)
}

pub fn isdecimal(u: Ref<Unicode>) -> PyResult<bool> {
    all(u, flags::DECIMAL)
}

pub fn isdigit(u: Ref<Unicode>) -> PyResult<bool> {
    all(u, flags::DIGIT)
}

pub fn isnumeric(u: Ref<Unicode>) -> PyResult<bool> {
    all(u, flags::NUMERIC)
}

pub fn isspace(u: Ref<Unicode>) -> PyResult<bool> {
    all(u, flags::SPACE)
}

/// Is some character of one kind, and none of another?
fn cased(u: Ref<Unicode>, wanted: u16, other: u16) -> PyResult<bool> {
    let mut found = false;
    with_units!(u, s => for c in s {
        let f = database::record(u32::from(*c)).flags;
        if f & other != 0 {
            return Ok(false);
        }
        found |= f & wanted != 0;
    });
    Ok(found)
}

pub fn islower(u: Ref<Unicode>) -> PyResult<bool> {
    cased(u, flags::LOWER, flags::UPPER | flags::TITLE)
}

pub fn isupper(u: Ref<Unicode>) -> PyResult<bool> {
    cased(u, flags::UPPER, flags::LOWER | flags::TITLE)
}

pub fn istitle(u: Ref<Unicode>) -> PyResult<bool> {
    let (mut inside, mut found) = (false, false);
    with_units!(u, s => for c in s {
        let f = database::record(u32::from(*c)).flags;
        let (head, tail) = (
            f & (flags::UPPER | flags::TITLE) != 0,
            f & flags::LOWER != 0,
        );
        if (head && inside) || (tail && !inside && !head) {
            return Ok(false);
        }
        inside = head || tail;
        found |= inside;
    });
    Ok(found)
}

// ---- width ------------------------------------------------------------------------------------

fn fill_char(v: Option<Value>) -> PyResult<u32> {
    let Some(v) = v else { return Ok(0x20) };
    let Ok(u) = coerce(v) else {
        thread::current().take_pending();
        return Err(type_error(
            "The fill character cannot be converted to Unicode",
        ));
    };
    match u.get(0) {
        Some(c) if u.length() == 1 => Ok(c),
        _ => Err(type_error(
            "The fill character must be exactly one character long",
        )),
    }
}

fn pad(
    u: Ref<Unicode>,
    width: i64,
    c: u32,
    place: impl FnOnce(usize) -> (usize, usize),
) -> PyResult {
    let Some(padding) = fill::padding(u.length(), width) else {
        return Ok(exact(u).into());
    };
    let (left, right) = place(padding);
    Ok(storage::padded(u, left, right, c)?.into())
}

pub fn center(u: Ref<Unicode>, width: i64, c: Option<Value>) -> PyResult {
    pad(u, width, fill_char(c)?, |p| fill::centered(p, width))
}

pub fn ljust(u: Ref<Unicode>, width: i64, c: Option<Value>) -> PyResult {
    pad(u, width, fill_char(c)?, |p| (0, p))
}

pub fn rjust(u: Ref<Unicode>, width: i64, c: Option<Value>) -> PyResult {
    pad(u, width, fill_char(c)?, |p| (p, 0))
}

pub fn zfill(u: Ref<Unicode>, width: i64) -> PyResult {
    let Some(zeros) = fill::padding(u.length(), width) else {
        return Ok(exact(u).into());
    };
    let out = with_units!(u, s => fill::with_zeros(s, zeros).map(|s| from_units(&s)));
    Ok(out.map_err(|_| out_of_memory())??.into())
}

pub fn expandtabs(u: Ref<Unicode>, size: i32) -> PyResult {
    let out = with_units!(u, s => fill::expand_tabs(s, i64::from(size)).map(|s| from_units(&s)));
    Ok(out
        .map_err(|_| overflow_error("new string is too long"))??
        .into())
}

// ---- searching --------------------------------------------------------------------------------

/// Where `sub` is, for `find` and its siblings.
pub(crate) fn search_for(
    u: Ref<Unicode>,
    sub: Value,
    start: Option<Value>,
    end: Option<Value>,
    last: bool,
) -> PyResult<Option<usize>> {
    let (from, to) = bounds(start, end, u.length())?;
    let sub = coerce(sub)?;
    if from > to {
        return Ok(None);
    }
    let found = with_units!(u, s => sub.as_ref().units().and_then(|n| {
        if last { search::rfind(&s[from..to], &n) } else { search::find(&s[from..to], &n) }
    }));
    Ok(found.map(|i| i + from))
}

pub fn find(u: Ref<Unicode>, sub: Value, start: Option<Value>, end: Option<Value>) -> PyResult {
    search_for(u, sub, start, end, false).map(position)
}

pub fn rfind(u: Ref<Unicode>, sub: Value, start: Option<Value>, end: Option<Value>) -> PyResult {
    search_for(u, sub, start, end, true).map(position)
}

pub fn index(u: Ref<Unicode>, sub: Value, start: Option<Value>, end: Option<Value>) -> PyResult {
    known_position(search_for(u, sub, start, end, false)?)
}

pub fn rindex(u: Ref<Unicode>, sub: Value, start: Option<Value>, end: Option<Value>) -> PyResult {
    known_position(search_for(u, sub, start, end, true)?)
}

pub fn count(u: Ref<Unicode>, sub: Value, start: Option<Value>, end: Option<Value>) -> PyResult {
    let (from, to) = bounds(start, end, u.length())?;
    let sub = coerce(sub)?;
    if from > to {
        return Ok(Value::small_int(0));
    }
    let n = with_units!(u, s => sub.as_ref().units().map_or(0, |n| search::count(&s[from..to], &n, usize::MAX)));
    Ok(Value::int(n as i64))
}

/// Is an affix there?
pub(crate) fn affix(
    u: Ref<Unicode>,
    part: Value,
    start: Option<Value>,
    end: Option<Value>,
    at_end: bool,
) -> PyResult<bool> {
    let range = bounds(start, end, u.length())?;
    let part = coerce(part)?;
    // An empty one is everywhere, even outside of the text.
    if part.length() == 0 {
        return Ok(true);
    }
    Ok(
        with_units!(u, s => part.as_ref().units().is_some_and(|p| search::is_affix(s, &p, range, at_end))),
    )
}

fn affixes(
    u: Ref<Unicode>,
    part: Value,
    start: Option<Value>,
    end: Option<Value>,
    at_end: bool,
) -> PyResult<bool> {
    str::args::bounds(start, end, 0)?;
    if let Some(parts) = part.cast::<Tuple>() {
        for p in parts.as_ref().items() {
            if affix(u, *p, start, end, at_end)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    let range = (start, end);
    bounds(start, end, u.length())?;
    affix(u, part, range.0, range.1, at_end).map_err(|e| {
        if pending_matches(crate::types::TYPE_ERROR.get()) {
            thread::current().take_pending();
            return not_an_affix(part, at_end);
        }
        e
    })
}

pub fn startswith(
    u: Ref<Unicode>,
    prefix: Value,
    start: Option<Value>,
    end: Option<Value>,
) -> PyResult<bool> {
    affixes(u, prefix, start, end, false)
}

pub fn endswith(
    u: Ref<Unicode>,
    suffix: Value,
    start: Option<Value>,
    end: Option<Value>,
) -> PyResult<bool> {
    affixes(u, suffix, start, end, true)
}

// ---- taking apart -----------------------------------------------------------------------------

/// A list that `make` fills with parts of `u`.
fn parts_of(
    u: Ref<Unicode>,
    make: impl FnOnce(&mut dyn FnMut(std::ops::Range<usize>)),
) -> PyResult<Ref<List>> {
    let out = list::new();
    let mut failed = None;
    make(&mut |r| match part(u, r) {
        Ok(v) => out.push(v),
        Err(e) => failed = Some(e),
    });
    match failed {
        Some(e) => Err(e),
        None => Ok(out),
    }
}

/// The separator of `split`; `None` for white space.
fn separator(sep: Option<Value>) -> PyResult<Option<Ref<Unicode>>> {
    let Some(sep) = sep.filter(|v| !v.is_none()) else {
        return Ok(None);
    };
    let sep = coerce(sep)?;
    if sep.length() == 0 {
        return Err(value_error("empty separator"));
    }
    Ok(Some(sep))
}

pub fn split(u: Ref<Unicode>, sep: Option<Value>, max: i64) -> PyResult {
    let max = at_most(max);
    let l = match separator(sep)? {
        None => parts_of(
            u,
            |f| with_units!(u, s => ranges::words(s, max, |c| database::is_space(u32::from(c)), f)),
        )?,
        Some(sep) => parts_of(u, |f| {
            with_units!(u, s => match sep.as_ref().units() {
                Some(sep) => ranges::pieces(s, &sep, max, f),
                None => f(0..s.len()),
            })
        })?,
    };
    Ok(l.into())
}

pub fn rsplit(u: Ref<Unicode>, sep: Option<Value>, max: i64) -> PyResult {
    let max = at_most(max);
    let l = match separator(sep)? {
        None => parts_of(
            u,
            |f| with_units!(u, s => ranges::words_backward(s, max, |c| database::is_space(u32::from(c)), f)),
        )?,
        Some(sep) => parts_of(u, |f| {
            with_units!(u, s => match sep.as_ref().units() {
                Some(sep) => ranges::pieces_backward(s, &sep, max, f),
                None => f(0..s.len()),
            })
        })?,
    };
    reverse(l);
    Ok(l.into())
}

pub fn splitlines(u: Ref<Unicode>, keep: i32) -> PyResult {
    let l = parts_of(
        u,
        |f| with_units!(u, s => ranges::lines(s, keep != 0, |c| database::ends_line(u32::from(c)), f)),
    )?;
    Ok(l.into())
}

fn around(u: Ref<Unicode>, sep: Value, last: bool) -> PyResult {
    let sep = coerce(sep)?;
    if sep.length() == 0 {
        return Err(value_error("empty separator"));
    }
    let found = with_units!(u, s => sep.as_ref().units().and_then(|n| {
        if last { search::rfind(s, &n) } else { search::find(s, &n) }
    }));
    let e: Value = empty().into();
    let three = match found {
        Some(at) => [
            part(u, 0..at)?,
            sep.into(),
            part(u, at + sep.length()..u.length())?,
        ],
        None if last => [e, e, u.into()],
        None => [u.into(), e, e],
    };
    Ok(tuple::from_slice(&three).into())
}

pub fn partition(u: Ref<Unicode>, sep: Value) -> PyResult {
    around(u, sep, false)
}

pub fn rpartition(u: Ref<Unicode>, sep: Value) -> PyResult {
    around(u, sep, true)
}

pub(crate) fn strip_ends(
    u: Ref<Unicode>,
    chars: Option<Value>,
    left: bool,
    right: bool,
    name: &str,
) -> PyResult {
    let range = match chars.filter(|v| !v.is_none()) {
        None => {
            with_units!(u, s => ranges::strip(s, left, right, |c| database::is_space(u32::from(c))))
        }
        Some(v) if v.cast::<Unicode>().is_some() || v.cast::<Str>().is_some() => {
            let chars = coerce(v)?.as_ref().to_vec();
            with_units!(u, s => ranges::strip(s, left, right, |c| chars.contains(&u32::from(c))))
        }
        Some(_) => {
            return Err(raise_fmt!(
                type_error,
                "{name} arg must be None, unicode or str"
            ));
        }
    };
    part(u, range)
}

pub fn strip(u: Ref<Unicode>, chars: Option<Value>) -> PyResult {
    strip_ends(u, chars, true, true, "strip")
}

pub fn lstrip(u: Ref<Unicode>, chars: Option<Value>) -> PyResult {
    strip_ends(u, chars, true, false, "lstrip")
}

pub fn rstrip(u: Ref<Unicode>, chars: Option<Value>) -> PyResult {
    strip_ends(u, chars, false, true, "rstrip")
}

// ---- putting together -------------------------------------------------------------------------

pub fn replace(u: Ref<Unicode>, old: Value, new: Value, max: i64) -> PyResult {
    let (old, new) = (coerce(old)?, coerce(new)?);
    fn run<U: Unit>(u: Ref<Unicode>, old: Ref<Unicode>, new: Ref<Unicode>, max: usize) -> PyResult {
        let (u_, old, new) = (u.as_ref(), old.as_ref(), new.as_ref());
        let (Some(hay), Some(old), Some(new)) =
            (u_.units::<U>(), old.units::<U>(), new.units::<U>())
        else {
            // An old text that does not fit occurs nowhere.
            return Ok(exact(u).into());
        };
        match search::replace(&hay, &old, &new, max, isize::MAX as usize / 4) {
            Ok(Some(s)) => Ok(from_units(&s)?.into()),
            Ok(None) => Ok(exact(u).into()),
            Err(_) => Err(overflow_error("replace string is too long")),
        }
    }
    let width = u.width.get().max(new.width.get());
    with_width!(width, U => run::<U>(u, old, new, at_most(max)))
}

pub fn join(u: Ref<Unicode>, iterable: Value) -> PyResult {
    let sequence = join_items(iterable)?;
    let items = items_of(sequence);
    if let [one] = items
        && one.exact::<Unicode>().is_some()
    {
        return Ok(*one);
    }
    if items.iter().all(|v| v.cast::<Unicode>().is_some()) {
        return Ok(storage::join(u.as_ref(), items)?.into());
    }
    // Everything in unicode, in a list that keeps it alive.
    let texts = list::with_capacity(items.len());
    for (i, v) in items.iter().enumerate() {
        if v.cast::<Unicode>().is_none() && v.cast::<Str>().is_none() {
            return Err(raise_fmt!(
                type_error,
                "sequence item {i}: expected string or Unicode, {} found",
                crate::attr::type_name(*v)
            ));
        }
        texts.push(coerce(*v)?.into());
    }
    Ok(storage::join(u.as_ref(), texts.as_ref().items())?.into())
}

pub fn translate(u: Ref<Unicode>, table: Value) -> PyResult {
    let mut out = Vec::with_capacity(u.length());
    for c in u.as_ref().to_vec() {
        let to = match crate::protocol::get_item(table, Value::int(i64::from(c))) {
            Ok(to) => to,
            Err(_) if pending_matches(crate::types::LOOKUP_ERROR.get()) => {
                thread::current().take_pending();
                out.push(c);
                continue;
            }
            Err(e) => return Err(e),
        };
        if to.is_none() {
            continue;
        }
        if let Some(code) = to.as_int() {
            match u32::try_from(code) {
                Ok(code) if code < 0x11_0000 => out.push(code),
                // CPython's message does have the raw format.
                _ => return Err(type_error("character mapping must be in range(0x%lx)")),
            }
        } else if let Some(t) = to.cast::<Unicode>() {
            out.extend(t.as_ref().to_vec());
        } else {
            return Err(type_error(
                "character mapping must return integer, None or unicode",
            ));
        }
    }
    Ok(from_units(&out)?.into())
}

// ---- codecs, formatting -----------------------------------------------------------------------

pub fn encode(u: Ref<Unicode>, encoding: Option<Value>, errors: Option<Value>) -> PyResult {
    let names = codec::names("encode", 1, encoding, errors)?;
    text_result(codec::encode_object(u.into(), &names)?, "encoder")
}

pub fn decode(u: Ref<Unicode>, encoding: Option<Value>, errors: Option<Value>) -> PyResult {
    let names = codec::names("decode", 1, encoding, errors)?;
    text_result(codec::decode_object(u.into(), &names)?, "decoder")
}

pub fn format(u: Ref<Unicode>, args: Args<'_>) -> PyResult {
    fields::format_unicode(u, args)
}

/// `S.__format__(spec)`
pub fn format_spec(u: Ref<Unicode>, spec: Value) -> PyResult {
    if spec.cast::<Str>().is_none() && spec.cast::<Unicode>().is_none() {
        return Err(raise_fmt!(
            type_error,
            "__format__ arg must be str or unicode, not {}",
            crate::attr::type_name(spec)
        ));
    }
    let spec = super::text(spec)?.as_ref().to_vec();
    if spec.is_empty() {
        return super::from_object(u.into());
    }
    let parsed =
        format::spec::Spec::parse(&spec, Some(b's'), b'<').map_err(|e| format::spec_error(&e))?;
    let (kept, left, right) = string_layout(&parsed, u.length(), u.into())?;
    let kept = match part(u, 0..kept)?.cast::<Unicode>() {
        Some(kept) => kept,
        None => u,
    };
    if left == 0 && right == 0 {
        return Ok(exact(kept).into());
    }
    Ok(storage::padded(kept, left, right, parsed.fill.unwrap_or(0x20))?.into())
}

pub fn getnewargs(u: Ref<Unicode>) -> PyResult {
    Ok(tuple::from_slice(&[exact(u).into()]).into())
}

/// Order of two strings by code points.
pub fn order(a: Ref<Unicode>, b: Ref<Unicode>) -> std::cmp::Ordering {
    compare(a, b)
}

/// The text as a `str` in the default encoding.
pub fn to_str(u: Ref<Unicode>) -> PyResult<Ref<Str>> {
    codec::default::encode(u)
}
