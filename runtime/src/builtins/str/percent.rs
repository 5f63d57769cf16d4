//! `format % arguments` of `str` and of `unicode`.
//!
//! One engine for both kinds of text: [`Job`] goes through a format of bytes or of code points. When a
//! format of bytes meets an argument that is unicode, the rest of it is formatted as unicode, and what
//! is there already is decoded.

use super::out::{Out, append_ascii, append_chars};
use super::{new, try_new};
use crate::builtins::{tuple, unicode};
use crate::error::{PyResult, Raised, overflow_error, type_error, value_error};
use crate::format::percent::{Directive, Padded};
use crate::format::{percent_float, percent_int};
use crate::layouts::{Exception, Long, Str, Tuple, Unicode, Xrange};
use crate::number::{self, ints};
use crate::object::Ref;
use crate::text::Unit;
use crate::value::Value;

/// `format % arguments` for a `str`.
pub fn format_str(f: Ref<Str>, arguments: Value) -> PyResult {
    let format = f.as_ref().bytes();
    let mut job = Job::<u8>::new(format, arguments);
    match job.run() {
        Ok(()) => Ok(try_new(&job.out)?.into()),
        Err(Stop::Raised(e)) => Err(e),
        Err(Stop::NeedsUnicode { directive, used }) => {
            let rest = unicode::decode_ascii(new(&format[directive..]))?;
            let arguments = match arguments.cast::<Tuple>() {
                Some(t) if used > 0 => tuple::from_slice(&t.as_ref().items()[used..]).into(),
                _ => arguments,
            };
            let tail = unicode_of(format_unicode(rest, arguments)?)?;
            let head = unicode::decode_ascii(try_new(&job.out)?)?;
            Ok(unicode::concat_all([head.as_ref(), tail.as_ref()].into_iter())?.into())
        }
    }
}

fn unicode_of(v: Value) -> PyResult<Ref<Unicode>> {
    v.cast::<Unicode>()
        .ok_or_else(|| type_error("expected unicode"))
}

/// `format % arguments` for a `unicode`.
pub fn format_unicode(f: Ref<Unicode>, arguments: Value) -> PyResult {
    let mut format = Out::new();
    append_chars(&mut format, f.as_ref().chars());
    let mut job = Job::<u32>::new(&format, arguments);
    match job.run() {
        Ok(()) => Ok(unicode::from_units(&job.out)?.into()),
        Err(Stop::Raised(e)) => Err(e),
        Err(Stop::NeedsUnicode { .. }) => Err(type_error("expected unicode")),
    }
}

/// Why formatting ended early.
enum Stop {
    Raised(Raised),
    /// The argument of the directive at this place is unicode; so many arguments were used before it.
    NeedsUnicode {
        directive: usize,
        used: usize,
    },
}

impl From<Raised> for Stop {
    fn from(e: Raised) -> Stop {
        Stop::Raised(e)
    }
}

/// Where arguments come from.
#[derive(Clone, Copy)]
enum Source {
    /// The elements of a tuple, of which so many are used.
    Tuple(Ref<Tuple>, usize),
    /// One object, and whether it is used.
    One(Value, bool),
}

impl Source {
    fn of(v: Value) -> Source {
        match v.cast::<Tuple>() {
            Some(t) => Source::Tuple(t, 0),
            None => Source::One(v, false),
        }
    }

    fn next(&mut self) -> PyResult<Value> {
        let next = match self {
            Source::Tuple(t, used) => t
                .as_ref()
                .items()
                .get(*used)
                .copied()
                .inspect(|_| *used += 1),
            Source::One(v, used) if !*used => {
                *used = true;
                Some(*v)
            }
            Source::One(..) => None,
        };
        next.ok_or_else(|| type_error("not enough arguments for format string"))
    }

    /// What [`Self::next`] would give, if there is anything.
    #[inline]
    fn peek(&self) -> Option<Value> {
        match self {
            Source::Tuple(t, used) => t.as_ref().items().get(*used).copied(),
            Source::One(v, used) => (!used).then_some(*v),
        }
    }

    fn has_more(&self) -> bool {
        match self {
            Source::Tuple(t, used) => *used < t.items().len(),
            Source::One(_, used) => !*used,
        }
    }

    fn used(&self) -> usize {
        match self {
            Source::Tuple(_, used) => *used,
            Source::One(..) => 0,
        }
    }
}

/// Can `%(key)s` look things up in it?
fn is_mapping(v: Value) -> bool {
    v.ty().slots.getitem.get().is_some()
        && v.cast::<Tuple>().is_none()
        && v.cast::<Str>().is_none()
        && v.cast::<Unicode>().is_none()
        // These have items, but only by index, unless a class says otherwise.
        && v.cast::<Xrange>().is_none()
        && (v.cast::<Exception>().is_none() || crate::slot_dispatch::gets_items_in_python(v.ty()))
}

/// Formatting in progress.
struct Job<'a, U: Unit> {
    format: &'a [U],
    at: usize,
    out: Out<U>,
    source: Source,
    mapping: Option<Value>,
}

fn incomplete() -> Raised {
    value_error("incomplete format")
}

impl<'a, U: Text> Job<'a, U> {
    fn new(format: &'a [U], arguments: Value) -> Job<'a, U> {
        Job {
            format,
            at: 0,
            out: Out::new(),
            source: Source::of(arguments),
            mapping: is_mapping(arguments).then_some(arguments),
        }
    }

    /// Room for long arguments, which are copied as they are.
    fn make_room(&mut self) -> PyResult<()> {
        let length = |v: &Value| match (v.exact::<Str>(), v.exact::<Unicode>()) {
            (Some(s), _) => s.bytes().len(),
            (_, Some(u)) => u.length(),
            _ => 0,
        };
        let n: usize = match self.source {
            Source::Tuple(t, _) => t.as_ref().items().iter().map(length).sum(),
            Source::One(v, _) => length(&v),
        };
        match n + self.format.len() {
            n if n > self.out.inline_size() => self.reserve(n),
            _ => Ok(()),
        }
    }

    fn run(&mut self) -> Result<(), Stop> {
        self.make_room()?;
        while let Some(found) = U::position(&self.format[self.at..], U::ascii(b'%')) {
            let directive = self.at + found;
            self.out.extend_from_slice(&self.format[self.at..directive]);
            self.at = directive + 1;
            self.directive(directive)?;
        }
        self.out.extend_from_slice(&self.format[self.at..]);
        if self.source.has_more() && self.mapping.is_none() {
            return Err(too_many().into());
        }
        Ok(())
    }

    /// The next character of a directive.
    fn next(&mut self) -> PyResult<U> {
        let c = self.format.get(self.at).copied().ok_or_else(incomplete)?;
        self.at += 1;
        Ok(c)
    }

    /// The argument of a `*`.
    fn star(&mut self) -> PyResult<i64> {
        let v = self.source.next()?;
        match v.as_int() {
            Some(i) => Ok(i),
            None => Err(type_error("* wants int")),
        }
    }

    /// Digits of a number up to `limit`, beginning with `c`; and the character behind them.
    fn digits(&mut self, mut c: U, limit: usize, too_big: &str) -> PyResult<(Option<usize>, U)> {
        let mut value: Option<usize> = None;
        while let digit @ 0x30..=0x39 = c.into() {
            let digit = (digit - 0x30) as usize;
            let v = value
                .unwrap_or(0)
                .checked_mul(10)
                .and_then(|v| v.checked_add(digit))
                .filter(|v| *v <= limit);
            value = Some(v.ok_or_else(|| value_error(too_big))?);
            c = self.next()?;
        }
        Ok((value, c))
    }

    /// The key in parentheses, of which the first is read: what it finds becomes the argument.
    fn key(&mut self) -> PyResult<()> {
        let Some(mapping) = self.mapping else {
            return Err(type_error("format requires a mapping"));
        };
        let start = self.at;
        let mut depth = 1;
        while depth > 0 {
            let Some(c) = self.format.get(self.at).copied() else {
                return Err(value_error("incomplete format key"));
            };
            self.at += 1;
            if c == U::ascii(b'(') {
                depth += 1;
            } else if c == U::ascii(b')') {
                depth -= 1;
            }
        }
        let key = U::object(&self.format[start..self.at - 1])?;
        self.source = Source::One(crate::protocol::get_item(mapping, key)?, false);
        Ok(())
    }

    /// `%d` and `%s` of an int or long, `%s` of a text that fits: what most directives are. False for all others.
    #[inline]
    fn plain(&mut self, c: U) -> PyResult<bool> {
        let (d, s) = (c == U::ascii(b'd'), c == U::ascii(b's'));
        if !(d || s) || self.mapping.is_some() {
            return Ok(false);
        }
        let Some(v) = self.source.peek() else {
            return Ok(false);
        };
        if let Some(i) = v.as_small_int() {
            let mut buffer = [0; ints::DECIMAL];
            let digits = ints::decimal(i, &mut buffer);
            append_ascii(&mut self.out, digits);
        } else if let Some(l) = v.exact::<Long>() {
            let mut digits = Vec::new();
            l.number().write(&mut digits, 10);
            append_ascii(&mut self.out, &digits);
        } else if !(s && U::append(&mut self.out, v)) {
            return Ok(false);
        }
        self.source.next()?;
        Ok(true)
    }

    /// One directive; its `%` is at `start`.
    fn directive(&mut self, start: usize) -> Result<(), Stop> {
        let used = self.source.used();
        let mut c = self.next()?;
        if self.plain(c)? {
            return Ok(());
        }
        let mut d = Directive::default();
        if c == U::ascii(b'(') {
            self.key()?;
            c = self.next()?;
        }
        while d.flag(c.into()) {
            c = self.next()?;
        }
        if c == U::ascii(b'*') {
            let width = self.star()?;
            d.left |= width < 0;
            d.width = usize::try_from(width.unsigned_abs()).unwrap_or(usize::MAX);
            c = self.next()?;
        } else {
            let (width, next) = self.digits(c, isize::MAX as usize, "width too big")?;
            (d.width, c) = (width.unwrap_or(0), next);
        }
        if c == U::ascii(b'.') {
            c = self.next()?;
            if c == U::ascii(b'*') {
                let precision = self.star()?;
                if i32::try_from(precision).is_err() {
                    return Err(overflow_error("Python int too large to convert to C int").into());
                }
                d.precision = Some(usize::try_from(precision).unwrap_or(0));
                c = self.next()?;
            } else {
                let (precision, next) = self.digits(c, i32::MAX as usize, "prec too big")?;
                (d.precision, c) = (Some(precision.unwrap_or(0)), next);
            }
        }
        if matches!(c.into(), 0x68 | 0x6C | 0x4C) {
            c = self.next()?;
        }
        let code: u32 = c.into();
        d.conversion = u8::try_from(code).unwrap_or(0);
        if d.conversion == b'%' {
            return Ok(self.padded(&d, &[U::ascii(b'%')])?);
        }
        let v = self.source.next()?;
        let unicode = Stop::NeedsUnicode {
            directive: start,
            used,
        };
        match d.conversion {
            b's' | b'r' => match U::text(v, d.conversion == b's')? {
                Some(text) => U::with(text, |units| {
                    let kept = d.precision.unwrap_or(usize::MAX).min(units.len());
                    self.padded(&d, &units[..kept])
                })?,
                None => return Err(unicode),
            },
            b'c' => match U::character(v)? {
                Some(c) => self.padded(&d, &[c])?,
                None => return Err(unicode),
            },
            b'd' | b'i' | b'u' | b'o' | b'x' | b'X' => {
                if d.conversion == b'i' {
                    d.conversion = b'd';
                }
                self.number(&percent_int(&d, v)?)?;
            }
            b'e' | b'E' | b'f' | b'F' | b'g' | b'G' => {
                self.number(&percent_float(&d, v, U::IS_UNICODE)?)?
            }
            _ => return Err(self.unsupported(c).into()),
        }
        if self.mapping.is_some() && self.source.has_more() {
            return Err(too_many().into());
        }
        Ok(())
    }

    #[cold]
    fn unsupported(&self, c: U) -> Raised {
        let code: u32 = c.into();
        let mut text = b"unsupported format character '".to_vec();
        text.push(U::shown(c));
        // Bytes are signed there.
        let code = if !U::IS_UNICODE && code > 127 {
            code | 0xFFFF_FF00
        } else {
            code
        };
        text.extend_from_slice(format!("' (0x{code:x}) at index {}", self.at - 1).as_bytes());
        value_error(text)
    }

    /// Makes room for a result that the program chooses the length of.
    fn reserve(&mut self, n: usize) -> PyResult<()> {
        self.out
            .try_reserve(n)
            .map_err(|_| super::storage::out_of_memory())
    }

    fn padded(&mut self, d: &Directive, units: &[U]) -> PyResult<()> {
        let padding = d.width.saturating_sub(units.len());
        if padding > 0 {
            self.reserve(padding.saturating_add(units.len()))?;
        }
        let blank = U::ascii(b' ');
        if !d.left {
            self.out.resize(self.out.len() + padding, blank);
        }
        self.out.extend_from_slice(units);
        if d.left {
            self.out.resize(self.out.len() + padding, blank);
        }
        Ok(())
    }

    fn number(&mut self, p: &Padded) -> PyResult<()> {
        self.reserve(p.blanks_left + p.head.len() + p.zeros + p.body.len() + p.blanks_right)?;
        let repeat = |out: &mut Out<U>, n: usize, c: u8| {
            if n > 0 {
                out.resize(out.len() + n, U::ascii(c));
            }
        };
        repeat(&mut self.out, p.blanks_left, b' ');
        append_ascii(&mut self.out, &p.head);
        repeat(&mut self.out, p.zeros, b'0');
        append_ascii(&mut self.out, &p.body);
        repeat(&mut self.out, p.blanks_right, b' ');
        Ok(())
    }
}

#[cold]
fn too_many() -> Raised {
    type_error("not all arguments converted during string formatting")
}

/// What depends on the kind of text: bytes, or code points of unicode.
trait Text: Unit {
    const IS_UNICODE: bool;
    /// A string object of these units.
    fn object(units: &[Self]) -> PyResult<Value>;
    /// `str` or `repr` of an argument; `None` when it is unicode and this is not.
    fn text(v: Value, str: bool) -> PyResult<Option<Value>>;
    /// Calls `f` with the units of such a text.
    fn with<R>(text: Value, f: impl FnOnce(&[Self]) -> PyResult<R>) -> PyResult<R>;
    /// Appends an exact `str` or `unicode`, if its units can stand here as they are; false if not.
    fn append(out: &mut Out<Self>, v: Value) -> bool;
    /// The argument of `%c`; `None` when it is unicode and this is not.
    fn character(v: Value) -> PyResult<Option<Self>>;
    /// How an unknown conversion is shown.
    fn shown(c: Self) -> u8;
}

fn wants_char() -> Raised {
    type_error("%c requires int or char")
}

impl Text for u8 {
    const IS_UNICODE: bool = false;

    fn object(units: &[u8]) -> PyResult<Value> {
        Ok(new(units).into())
    }

    fn text(v: Value, str: bool) -> PyResult<Option<Value>> {
        if !str {
            return crate::protocol::repr(v).map(|s| Some(s.into()));
        }
        if v.cast::<Unicode>().is_some() {
            return Ok(None);
        }
        let text = unicode::plain_text(v)?;
        Ok(if text.cast::<Unicode>().is_some() {
            None
        } else {
            Some(text)
        })
    }

    fn with<R>(text: Value, f: impl FnOnce(&[u8]) -> PyResult<R>) -> PyResult<R> {
        match text.cast::<Str>() {
            Some(s) => f(s.as_ref().bytes()),
            None => Err(raise_fmt!(type_error, "%s argument has non-string str()")),
        }
    }

    #[inline]
    fn append(out: &mut Out<u8>, v: Value) -> bool {
        match v.exact::<Str>() {
            Some(s) => {
                out.extend_from_slice(s.as_ref().bytes());
                true
            }
            None => false,
        }
    }

    fn character(v: Value) -> PyResult<Option<u8>> {
        if v.cast::<Unicode>().is_some() {
            return Ok(None);
        }
        if let Some(s) = v.cast::<Str>() {
            return match s.as_ref().bytes() {
                [c] => Ok(Some(*c)),
                _ => Err(wants_char()),
            };
        }
        let code = number::int_from_value(v)?;
        match u8::try_from(code) {
            Ok(c) => Ok(Some(c)),
            Err(_) if code < 0 => Err(overflow_error("unsigned byte integer is less than minimum")),
            Err(_) => Err(overflow_error(
                "unsigned byte integer is greater than maximum",
            )),
        }
    }

    fn shown(c: u8) -> u8 {
        c
    }
}

impl Text for u32 {
    const IS_UNICODE: bool = true;

    fn object(units: &[u32]) -> PyResult<Value> {
        Ok(unicode::from_units(units)?.into())
    }

    fn text(v: Value, str: bool) -> PyResult<Option<Value>> {
        Ok(Some(if str {
            unicode::text(v)?.into()
        } else {
            crate::protocol::repr(v)?.into()
        }))
    }

    fn with<R>(text: Value, f: impl FnOnce(&[u32]) -> PyResult<R>) -> PyResult<R> {
        f(&unicode::coerce(text)?.as_ref().to_vec())
    }

    fn append(out: &mut Out<u32>, v: Value) -> bool {
        if let Some(u) = v.exact::<Unicode>() {
            append_chars(out, u.as_ref().chars());
            return true;
        }
        match v.exact::<Str>() {
            Some(s) if s.as_ref().bytes().is_ascii() => {
                append_ascii(out, s.as_ref().bytes());
                true
            }
            _ => false,
        }
    }

    fn character(v: Value) -> PyResult<Option<u32>> {
        if v.cast::<Unicode>().is_some() || v.cast::<Str>().is_some() {
            if crate::protocol::len(v)? != 1 {
                return Err(wants_char());
            }
            return unicode::coerce(v)?.get(0).map(Some).ok_or_else(wants_char);
        }
        let code = crate::exception::quiet(|| number::int_from_number(v)).ok_or_else(wants_char)?;
        match u32::try_from(code) {
            Ok(c) if c < 0x11_0000 => Ok(Some(c)),
            _ => Err(overflow_error(
                "%c arg not in range(0x110000) (wide Python build)",
            )),
        }
    }

    fn shown(c: u32) -> u8 {
        if (31..127).contains(&c) {
            c as u8
        } else {
            b'?'
        }
    }
}
