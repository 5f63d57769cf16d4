//! `format.format(…)` of `str` and of `unicode`.
//!
//! [`Pieces`] takes a format apart into literals and fields; [`Formatter`] finds what the fields name
//! and formats it. Both work on bytes and on code points.

use std::ops::Range;

use super::methods::string_layout;
use super::out::{Out, append_ascii, append_chars};
use super::{new, try_new};
use crate::attr;
use crate::builtins::{list, tuple, unicode};
use crate::call::Args;
use crate::error::{PyResult, index_error, key_error, value_error};
use crate::format;
use crate::layouts::{Dict, HeapInt, Long, Str, Unicode};
use crate::number;
use crate::object::{Layout, Ref};
use crate::text::Unit;
use crate::value::Value;

/// How deep fields nest: one in the specification of another.
const DEPTH: usize = 2;

/// `format.format(*args, **kwargs)` of a `str`.
pub fn format_str(s: Ref<Str>, args: Args<'_>) -> PyResult {
    let out = Formatter::<u8>::new(args).expand(s.as_ref().bytes(), DEPTH)?;
    Ok(try_new(&out)?.into())
}

/// `format.format(*args, **kwargs)` of a `unicode`.
pub fn format_unicode(u: Ref<Unicode>, args: Args<'_>) -> PyResult {
    let mut format = Out::new();
    append_chars(&mut format, u.as_ref().chars());
    let out = Formatter::<u32>::new(args).expand(&format, DEPTH)?;
    Ok(unicode::from_units(&out)?.into())
}

/// A replacement field.
struct Field<U> {
    name: Range<usize>,
    spec: Range<usize>,
    /// Has the specification fields of its own?
    nested: bool,
    conversion: Option<U>,
}

/// A literal, and the field behind it.
struct Piece<U> {
    literal: Range<usize>,
    field: Option<Field<U>>,
}

/// Goes through the pieces of a format.
struct Pieces<'a, U> {
    text: &'a [U],
    at: usize,
}

impl<U: Unit> Pieces<'_, U> {
    fn next(&mut self) -> PyResult<Option<Piece<U>>> {
        let (open, close) = (U::ascii(b'{'), U::ascii(b'}'));
        let start = self.at;
        if start >= self.text.len() {
            return Ok(None);
        }
        let Some(found) = self.text[start..]
            .iter()
            .position(|c| *c == open || *c == close)
        else {
            self.at = self.text.len();
            return Ok(Some(Piece {
                literal: start..self.at,
                field: None,
            }));
        };
        let brace = start + found;
        let c = self.text[brace];
        self.at = brace + 1;
        let following = self.text.get(self.at).copied();
        if following == Some(c) {
            // A doubled brace stands for itself.
            self.at += 1;
            return Ok(Some(Piece {
                literal: start..brace + 1,
                field: None,
            }));
        }
        if c == close {
            return Err(value_error("Single '}' encountered in format string"));
        }
        if following.is_none() {
            return Err(value_error("Single '{' encountered in format string"));
        }
        let field = self.field()?;
        Ok(Some(Piece {
            literal: start..brace,
            field: Some(field),
        }))
    }

    /// The field whose opening brace was read.
    fn field(&mut self) -> PyResult<Field<U>> {
        let start = self.at;
        let (mut depth, mut nested) = (1, false);
        loop {
            let Some(c) = self.text.get(self.at).copied() else {
                return Err(value_error("unmatched '{' in format"));
            };
            self.at += 1;
            if c == U::ascii(b'{') {
                nested = true;
                depth += 1;
            } else if c == U::ascii(b'}') {
                depth -= 1;
                if depth <= 0 {
                    break;
                }
            }
        }
        let end = self.at - 1;
        let (colon, bang) = (U::ascii(b':'), U::ascii(b'!'));
        let mark = self.text[start..end]
            .iter()
            .position(|c| *c == colon || *c == bang)
            .map(|i| start + i);
        let Some(mark) = mark else {
            return Ok(Field {
                name: start..end,
                spec: end..end,
                nested: false,
                conversion: None,
            });
        };
        let (mut spec, mut conversion) = (mark + 1, None);
        if self.text[mark] == bang {
            if spec >= end {
                return Err(value_error(
                    "end of format while looking for conversion specifier",
                ));
            }
            conversion = Some(self.text[spec]);
            spec += 1;
            if spec < end {
                if self.text[spec] != colon {
                    return Err(value_error("expected ':' after format specifier"));
                }
                spec += 1;
            }
        }
        Ok(Field {
            name: start..mark,
            spec: spec..end,
            nested,
            conversion,
        })
    }
}

/// The number that a name is, if it is one.
fn integer<U: Text>(name: &[U]) -> PyResult<Option<usize>> {
    let mut sum = 0usize;
    for c in name {
        let Some(digit) = U::decimal(*c) else {
            return Ok(None);
        };
        let next = sum
            .checked_mul(10)
            .and_then(|s| s.checked_add(digit))
            .filter(|s| *s <= isize::MAX as usize);
        sum = next.ok_or_else(|| value_error("Too many decimal digits in format string"))?;
    }
    Ok(if name.is_empty() { None } else { Some(sum) })
}

/// One step from an object to another in a field's name.
enum Step {
    Attribute(Range<usize>),
    Item(Range<usize>),
}

/// Position of the first `.` or `[`, or the end.
fn name_end<U: Unit>(text: &[U], from: usize) -> usize {
    let stop = |c: &U| *c == U::ascii(b'.') || *c == U::ascii(b'[');
    text[from..]
        .iter()
        .position(stop)
        .map_or(text.len(), |i| from + i)
}

/// The step that begins at `at`, and where the next one does.
fn step<U: Unit>(name: &[U], at: usize) -> PyResult<(Step, usize)> {
    let (step, next) = if name[at] == U::ascii(b'.') {
        let end = name_end(name, at + 1);
        (Step::Attribute(at + 1..end), end)
    } else if name[at] == U::ascii(b'[') {
        match name[at + 1..].iter().position(|c| *c == U::ascii(b']')) {
            Some(n) => (Step::Item(at + 1..at + 1 + n), at + 2 + n),
            None => return Err(value_error("Missing ']' in format string")),
        }
    } else {
        return Err(value_error(
            "Only '.' or '[' may follow ']' in format field specifier",
        ));
    };
    let (Step::Attribute(r) | Step::Item(r)) = &step;
    if r.is_empty() {
        return Err(value_error("Empty attribute in format string"));
    }
    Ok((step, next))
}

/// How fields are numbered: decided by the first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Undecided,
    Automatic(usize),
    Manual,
}

struct Formatter<'a, U> {
    args: Args<'a>,
    numbering: Numbering,
    unit: std::marker::PhantomData<U>,
}

impl<'a, U: Text> Formatter<'a, U> {
    fn new(args: Args<'a>) -> Formatter<'a, U> {
        Formatter {
            args,
            numbering: Numbering::Undecided,
            unit: std::marker::PhantomData,
        }
    }

    fn expand(&mut self, text: &[U], depth: usize) -> PyResult<Out<U>> {
        if depth == 0 {
            return Err(value_error("Max string recursion exceeded"));
        }
        let mut out = Out::new();
        let mut pieces = Pieces { text, at: 0 };
        while let Some(piece) = pieces.next()? {
            out.extend_from_slice(&text[piece.literal]);
            if let Some(f) = piece.field {
                self.field(text, &f, depth, &mut out)?;
            }
        }
        Ok(out)
    }

    fn field(&mut self, text: &[U], f: &Field<U>, depth: usize, out: &mut Out<U>) -> PyResult<()> {
        let mut v = self.object(&text[f.name.clone()])?;
        if let Some(c) = f.conversion {
            v = convert(v, c)?;
        }
        if f.nested {
            let spec = self.expand(&text[f.spec.clone()], depth - 1)?;
            render(v, &spec, out)
        } else {
            render(v, &text[f.spec.clone()], out)
        }
    }

    /// Index of the positional argument that a field names, if it names one.
    fn index(&mut self, first: &[U]) -> PyResult<Option<usize>> {
        let index = integer(first)?;
        if !first.is_empty() && index.is_none() {
            return Ok(None);
        }
        if self.numbering == Numbering::Undecided {
            self.numbering = if first.is_empty() {
                Numbering::Automatic(0)
            } else {
                Numbering::Manual
            };
        }
        match (self.numbering, index) {
            (Numbering::Manual, None) => Err(value_error(
                "cannot switch from manual field specification to automatic field numbering",
            )),
            (Numbering::Automatic(_), Some(_)) => Err(value_error(
                "cannot switch from automatic field numbering to manual field specification",
            )),
            (Numbering::Automatic(n), None) => {
                self.numbering = Numbering::Automatic(n + 1);
                Ok(Some(n))
            }
            (_, index) => Ok(index),
        }
    }

    /// What a field's name means.
    fn object(&mut self, name: &[U]) -> PyResult {
        let end = name_end(name, 0);
        let first = &name[..end];
        let mut v = match self.index(first)? {
            Some(i) => match self.args.pos().get(i) {
                Some(v) => *v,
                None => return Err(index_error("tuple index out of range")),
            },
            None => self.keyword(first)?,
        };
        let mut at = end;
        while at < name.len() {
            let (step, next) = step(name, at)?;
            at = next;
            v = match step {
                Step::Attribute(r) => {
                    let attribute = U::object(&name[r])?;
                    attr::get(v, super::attribute_name(attribute)?)?
                }
                Step::Item(r) => match integer(&name[r.clone()])? {
                    // Mappings are asked for longs.
                    Some(i) if is_mapping(v) => {
                        crate::protocol::get_item(v, number::long(i as i64))?
                    }
                    Some(i) => crate::protocol::get_item(v, Value::int(i as i64))?,
                    None => crate::protocol::get_item(v, U::object(&name[r])?)?,
                },
            };
        }
        Ok(v)
    }

    fn keyword(&self, name: &[U]) -> PyResult {
        let is_it = |key: Value| match key.cast::<Str>() {
            Some(k) => {
                let k = k.as_ref().bytes();
                k.len() == name.len()
                    && k.iter()
                        .zip(name)
                        .all(|(a, b)| u32::from(*a) == (*b).into())
            }
            None => {
                key.cast::<Unicode>().is_some()
                    && unicode::code_points(key).eq(name.iter().map(|c| (*c).into()))
            }
        };
        match self.args.keywords().find(|(k, _)| is_it(*k)) {
            Some((_, v)) => Ok(v),
            None => Err(key_error(U::object(name)?)),
        }
    }
}

/// `!r` and `!s`.
fn convert<U: Text>(v: Value, c: U) -> PyResult {
    let code: u32 = c.into();
    match u8::try_from(code) {
        Ok(b'r') => crate::protocol::repr(v).map(Into::into),
        Ok(b's') => U::to_text(v),
        Ok(b) if b > 32 && b < 127 => Err(raise_fmt!(
            value_error,
            "Unknown conversion specifier {}",
            char::from(b)
        )),
        // Bytes are signed there.
        Ok(b) if size_of::<U>() == 1 && b > 127 => Err(raise_fmt!(
            value_error,
            "Unknown conversion specifier \\x{:x}",
            code | 0xFFFF_FF00
        )),
        _ => Err(raise_fmt!(
            value_error,
            "Unknown conversion specifier \\x{code:x}"
        )),
    }
}

/// Appends an object formatted by a specification.
fn render<U: Text>(v: Value, spec: &[U], out: &mut Out<U>) -> PyResult<()> {
    if spec.is_empty() {
        // Builtin types whose text is what an empty specification gives.
        if v.is_small_int() || v.is_float() || [HeapInt::SHAPE, Long::SHAPE].contains(&v.shape()) {
            let text = crate::protocol::str(v)?;
            append_ascii(out, text.as_ref().bytes());
            return Ok(());
        }
        if U::append_exact(v, out) {
            return Ok(());
        }
    }
    if let Some(text) = formatted_number(v, spec)? {
        append_ascii(out, &text);
        return Ok(());
    }
    if U::is_exact(v) {
        let length = U::length(v);
        let parsed = format::parse_spec(spec, Some(b's'), b'<')?;
        let (kept, left, right) = string_layout(&parsed, length, v)?;
        let fill = parsed.fill.map_or(U::ascii(b' '), U::of);
        pad(out, left, fill)?;
        let start = out.len();
        U::append_exact(v, out);
        out.truncate(start + kept);
        return pad(out, right, fill);
    }
    let formatted = format::format_value(v, U::object(spec)?)?;
    let formatted = U::to_text(formatted)?;
    U::append(formatted, out)
}

/// Appends a unit so many times.
fn pad<U: Unit>(out: &mut Out<U>, n: usize, fill: U) -> PyResult<()> {
    if n > 0 {
        out.try_reserve(n)
            .map_err(|_| super::storage::out_of_memory())?;
        out.resize(out.len() + n, fill);
    }
    Ok(())
}

/// An int, long or float under a specification of ASCII characters: what their `__format__`, which nobody
/// can replace, gives. `None` for what else there is to be formatted.
fn formatted_number<U: Unit>(v: Value, spec: &[U]) -> PyResult<Option<format::spec::Text>> {
    let is_float = v.is_float();
    if !(is_float || v.is_small_int() || [HeapInt::SHAPE, Long::SHAPE].contains(&v.shape())) {
        return Ok(None);
    }
    if !spec.iter().all(|c| (*c).into() < 0x80) {
        return Ok(None);
    }
    let text = match v.as_float() {
        Some(x) => format::format_float(v, x, spec)?,
        None => format::format_int(v, spec)?,
    };
    // A locale's separators need not be ASCII.
    Ok(text.is_ascii().then_some(text))
}

/// What depends on the kind of text.
trait Text: Unit {
    fn object(units: &[Self]) -> PyResult<Value>;
    /// `str(v)` or `unicode(v)`.
    fn to_text(v: Value) -> PyResult;
    /// Appends a text of this kind.
    fn append(v: Value, out: &mut Out<Self>) -> PyResult<()>;
    /// Appends the exact text type of this kind; false for other objects.
    fn append_exact(v: Value, out: &mut Out<Self>) -> bool;
    /// Is it exactly the text type of this kind?
    fn is_exact(v: Value) -> bool;
    /// The length of such a text.
    fn length(v: Value) -> usize;
    /// Value of a decimal digit.
    fn decimal(c: Self) -> Option<usize>;
}

impl Text for u8 {
    fn object(units: &[u8]) -> PyResult<Value> {
        Ok(new(units).into())
    }
    fn to_text(v: Value) -> PyResult {
        crate::protocol::str(v).map(Into::into)
    }
    fn append(v: Value, out: &mut Out<u8>) -> PyResult<()> {
        let s = crate::protocol::str(v)?;
        out.extend_from_slice(s.as_ref().bytes());
        Ok(())
    }
    fn append_exact(v: Value, out: &mut Out<u8>) -> bool {
        match v.exact::<Str>() {
            Some(s) => {
                out.extend_from_slice(s.as_ref().bytes());
                true
            }
            None => false,
        }
    }
    fn is_exact(v: Value) -> bool {
        v.exact::<Str>().is_some()
    }
    fn length(v: Value) -> usize {
        v.exact::<Str>().map_or(0, |s| s.bytes().len())
    }
    fn decimal(c: u8) -> Option<usize> {
        if c.is_ascii_digit() {
            Some(usize::from(c - b'0'))
        } else {
            None
        }
    }
}

impl Text for u32 {
    fn object(units: &[u32]) -> PyResult<Value> {
        Ok(unicode::from_units(units)?.into())
    }
    fn to_text(v: Value) -> PyResult {
        unicode::from_object(v)
    }
    fn append(v: Value, out: &mut Out<u32>) -> PyResult<()> {
        append_chars(out, unicode::coerce(v)?.as_ref().chars());
        Ok(())
    }
    fn append_exact(v: Value, out: &mut Out<u32>) -> bool {
        match v.exact::<Unicode>() {
            Some(u) => {
                append_chars(out, u.as_ref().chars());
                true
            }
            None => false,
        }
    }
    fn is_exact(v: Value) -> bool {
        v.exact::<Unicode>().is_some()
    }
    fn length(v: Value) -> usize {
        v.exact::<Unicode>().map_or(0, |u| u.length())
    }
    fn decimal(c: u32) -> Option<usize> {
        number::parse::decimal_digit(c).map(usize::from)
    }
}

// ---- what the module `string` uses --------------------------------------------------------------

fn parser<U: Text>(text: &[U]) -> PyResult {
    let out = list::new();
    let mut pieces = Pieces { text, at: 0 };
    let none = Value::none();
    while let Some(p) = pieces.next()? {
        let literal = U::object(&text[p.literal])?;
        let row = match p.field {
            None => [literal, none, none, none],
            Some(f) => {
                let conversion = f.conversion.map_or(Ok(none), |c| U::object(&[c]))?;
                [
                    literal,
                    U::object(&text[f.name])?,
                    U::object(&text[f.spec])?,
                    conversion,
                ]
            }
        };
        out.push(tuple::from_slice(&row).into());
    }
    crate::protocol::iter(out.into())
}

fn split_name<U: Text>(name: &[U]) -> PyResult {
    let end = name_end(name, 0);
    let part = |r: Range<usize>| -> PyResult {
        Ok(match integer(&name[r.clone()])? {
            Some(i) => number::long(i as i64),
            None => U::object(&name[r])?,
        })
    };
    let first = part(0..end)?;
    let rest = list::new();
    let mut at = end;
    while at < name.len() {
        let (step, next) = step(name, at)?;
        at = next;
        let row = match step {
            Step::Attribute(r) => [Value::bool(true), U::object(&name[r])?],
            Step::Item(r) => [Value::bool(false), part(r)?],
        };
        rest.push(tuple::from_slice(&row).into());
    }
    let rest = crate::protocol::iter(rest.into())?;
    Ok(tuple::from_slice(&[first, rest]).into())
}

/// `S._formatter_parser()`
pub fn formatter_parser(s: Ref<Str>) -> PyResult {
    parser(s.as_ref().bytes())
}

/// `S._formatter_field_name_split()`
pub fn field_name_split(s: Ref<Str>) -> PyResult {
    split_name(s.as_ref().bytes())
}

/// The same of a `unicode`.
pub fn unicode_formatter_parser(u: Ref<Unicode>) -> PyResult {
    parser(&u.as_ref().to_vec())
}

/// The same of a `unicode`.
pub fn unicode_field_name_split(u: Ref<Unicode>) -> PyResult {
    split_name(&u.as_ref().to_vec())
}

/// Is it no sequence, so that a number is a key? An old-style instance is asked whether it has items at all.
fn is_mapping(v: Value) -> bool {
    v.cast::<Dict>().is_some()
        || super::super::classobj::is_instance(v)
            && !super::super::classobj::has(v, crate::names::getitem())
}
