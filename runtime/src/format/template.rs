//! `template % arguments`, for `str` and `unicode`.
//!
//! One engine over the characters of the template: bytes, or code points. A byte template that meets
//! a unicode argument hands the rest of itself over to unicode, as CPython does, so that everything
//! before has been formatted as bytes, arguments consumed and their methods called once or twice.

use super::numbers::{percent_float, percent_int};
use super::percent::{Directive, Padded};
use crate::builtins::{str, tuple, unicode};
use crate::error::{PyResult, Raised, overflow_error, raise_value, type_error, value_error};
use crate::layouts::{Str, Tuple};
use crate::number;
use crate::object::Ref;
use crate::protocol;
use crate::value::Value;

/// A character of a template: a byte or a code point.
pub trait Unit: Copy + From<u8> + Into<u32> + 'static {
    /// Of unicode text.
    const UNICODE: bool;
    /// A string of these characters.
    fn string(units: &[Self]) -> PyResult;
    /// From code points, which fit.
    fn from_code_points(code_points: Vec<u32>) -> Vec<Self>;
}

impl Unit for u8 {
    const UNICODE: bool = false;
    fn string(units: &[u8]) -> PyResult {
        Ok(str::new(units).into())
    }
    fn from_code_points(code_points: Vec<u32>) -> Vec<u8> {
        code_points.iter().map(|c| *c as u8).collect()
    }
}

impl Unit for u32 {
    const UNICODE: bool = true;
    fn string(units: &[u32]) -> PyResult {
        unicode::from_code_points(units)
    }
    fn from_code_points(code_points: Vec<u32>) -> Vec<u32> {
        code_points
    }
}

/// Hands out the arguments one by one.
struct Arguments {
    /// A tuple of them, or the only one.
    all: Value,
    /// The number of them when they are a tuple.
    count: Option<usize>,
    used: usize,
}

impl Arguments {
    fn new(all: Value) -> Arguments {
        Arguments {
            all,
            count: all.cast::<Tuple>().map(|t| t.as_ref().items().len()),
            used: 0,
        }
    }

    fn exhausted(&self) -> bool {
        self.used >= self.count.unwrap_or(1)
    }

    fn next(&mut self) -> PyResult {
        if self.exhausted() {
            return Err(type_error("not enough arguments for format string"));
        }
        let at = self.used;
        self.used += 1;
        match self.all.cast::<Tuple>() {
            Some(t) if self.count.is_some() => Ok(t.as_ref().items()[at]),
            _ => Ok(self.all),
        }
    }

    /// What is left from argument number `from` on.
    fn rest(all: Value, from: usize) -> Value {
        match all.cast::<Tuple>() {
            Some(t) if from > 0 => {
                tuple::from_slice(t.as_ref().items().get(from..).unwrap_or(&[])).into()
            }
            _ => all,
        }
    }
}

/// How a directive ends.
enum Item<U> {
    /// Text and where padding goes.
    Number(Padded),
    /// Text to be cut to the precision and padded with blanks.
    Text(Vec<U>),
    /// One character, only padded.
    Plain(Vec<U>),
    /// The template must go on as unicode.
    Unicode,
}

/// Reads the template.
struct Reader<'a, U> {
    template: &'a [U],
    at: usize,
}

impl<U: Unit> Reader<'_, U> {
    /// The next character, advancing; 0 at the end, which no directive contains.
    fn next(&mut self) -> PyResult<u32> {
        match self.template.get(self.at) {
            Some(c) => {
                self.at += 1;
                Ok((*c).into())
            }
            None => Err(value_error("incomplete format")),
        }
    }

    /// The digits from `first` on, as long as the number stays within `max`.
    fn number(&mut self, first: u32, max: u64, message: &'static str) -> PyResult<(usize, u32)> {
        let digit = |c: u32| u64::from(c).wrapping_sub(u64::from(b'0'));
        let mut n = digit(first);
        loop {
            let c = self.next()?;
            if digit(c) > 9 {
                return Ok((n as usize, c));
            }
            if n > (max - digit(c)) / 10 {
                return Err(value_error(message));
            }
            n = n * 10 + digit(c);
        }
    }

    /// The key of `%(key)…`, behind the opening parenthesis.
    fn key(&mut self) -> PyResult {
        let start = self.at;
        let mut depth = 1;
        while depth > 0 {
            match self.template.get(self.at).map(|c| (*c).into()) {
                Some(0x28) => depth += 1,
                Some(0x29) => depth -= 1,
                Some(_) => {}
                None => return Err(value_error("incomplete format key")),
            }
            self.at += 1;
        }
        U::string(&self.template[start..self.at - 1])
    }
}

fn is_digit(c: u32) -> bool {
    (u32::from(b'0')..=u32::from(b'9')).contains(&c)
}

fn is(c: u32, b: u8) -> bool {
    c == u32::from(b)
}

/// Can the arguments be a mapping? Anything with items that is neither a tuple nor text.
fn as_mapping(arguments: Value) -> Option<Value> {
    let text = arguments.cast::<Str>().is_some() || unicode::is_unicode(arguments);
    let items = arguments.ty().slots.getitem.get().is_some();
    (items && !text && arguments.cast::<Tuple>().is_none()).then_some(arguments)
}

/// A width or precision from the arguments.
fn star(arguments: &mut Arguments) -> PyResult<i64> {
    arguments
        .next()?
        .as_int()
        .ok_or_else(|| type_error("* wants int"))
}

/// `template % arguments` where the template is a byte string.
pub fn format_str(template: Ref<Str>, arguments: Value) -> PyResult {
    let bytes = template.as_ref().bytes();
    match run(bytes, arguments)? {
        Done::All(out) => Ok(str::new(&out).into()),
        Done::Until { out, at, used } => {
            let rest = unicode::decode_default(str::new(&bytes[at..]))?;
            let tail = number::modulo(rest, Arguments::rest(arguments, used))?;
            number::add(unicode::decode_default(str::new(&out))?, tail)
        }
    }
}

/// `template % arguments` where the template is unicode text.
pub fn format_units(template: &[u32], arguments: Value) -> PyResult<Vec<u32>> {
    match run(template, arguments)? {
        Done::All(out) | Done::Until { out, .. } => Ok(out),
    }
}

enum Done<U> {
    All(Vec<U>),
    /// Stopped before the directive at `at`, having used that many arguments.
    Until {
        out: Vec<U>,
        at: usize,
        used: usize,
    },
}

fn run<U: Unit>(template: &[U], all: Value) -> PyResult<Done<U>> {
    let mapping = as_mapping(all);
    let mut arguments = Arguments::new(all);
    let mut out: Vec<U> = Vec::with_capacity(template.len() + 32);
    let mut reader = Reader { template, at: 0 };
    while let Some(c) = template.get(reader.at) {
        if !is((*c).into(), b'%') {
            // Everything up to the next directive at once.
            let rest = &template[reader.at..];
            let n = rest
                .iter()
                .position(|c| is((*c).into(), b'%'))
                .unwrap_or(rest.len());
            out.extend_from_slice(&rest[..n]);
            reader.at += n;
            continue;
        }
        let (start, used) = (reader.at, arguments.used);
        reader.at += 1;
        let directive = directive(&mut reader, &mut arguments, mapping)?;
        match item::<U>(&directive, &mut arguments, reader.at - 1)? {
            Item::Unicode => {
                return Ok(Done::Until {
                    out,
                    at: start,
                    used,
                });
            }
            Item::Number(p) => push_number(&mut out, &p),
            Item::Plain(text) => push_text(&mut out, &directive, &text)?,
            Item::Text(text) => {
                let kept = directive
                    .precision
                    .map_or(text.len(), |p| p.min(text.len()));
                push_text(&mut out, &directive, &text[..kept])?;
            }
        }
        if mapping.is_some() && !arguments.exhausted() && directive.conversion != u32::from(b'%') {
            return Err(left_over());
        }
    }
    if mapping.is_none() && !arguments.exhausted() {
        return Err(left_over());
    }
    Ok(Done::All(out))
}

fn left_over() -> Raised {
    type_error("not all arguments converted during string formatting")
}

/// A directive whose conversion character may be anything.
struct Parsed {
    spec: Directive,
    precision: Option<usize>,
    conversion: u32,
}

impl std::ops::Deref for Parsed {
    type Target = Directive;
    fn deref(&self) -> &Directive {
        &self.spec
    }
}

/// Reads what stands between `%` and the end of the directive.
fn directive<U: Unit>(
    reader: &mut Reader<'_, U>,
    arguments: &mut Arguments,
    mapping: Option<Value>,
) -> PyResult<Parsed> {
    let mut spec = Directive::default();
    if reader
        .template
        .get(reader.at)
        .is_some_and(|c| is((*c).into(), b'('))
    {
        let Some(mapping) = mapping else {
            return Err(type_error("format requires a mapping"));
        };
        reader.at += 1;
        let key = reader.key()?;
        *arguments = Arguments {
            all: protocol::get_item(mapping, key)?,
            count: None,
            used: 0,
        };
    }
    let mut c = reader.next()?;
    while spec.flag(c) {
        c = reader.next()?;
    }
    if is(c, b'*') {
        let n = star(arguments)?;
        spec.left |= n < 0;
        spec.width = n.unsigned_abs() as usize;
        c = reader.next()?;
    } else if is_digit(c) {
        (spec.width, c) = reader.number(c, i64::MAX as u64, "width too big")?;
    }
    if is(c, b'.') {
        spec.precision = Some(0);
        c = reader.next()?;
        if is(c, b'*') {
            let n = star(arguments)?;
            let n = i32::try_from(n)
                .map_err(|_| overflow_error("Python int too large to convert to C int"))?;
            spec.precision = Some(n.max(0) as usize);
            c = reader.next()?;
        } else if is_digit(c) {
            let n;
            (n, c) = reader.number(c, i32::MAX as u64, "prec too big")?;
            spec.precision = Some(n);
        }
    }
    if is(c, b'h') || is(c, b'l') || is(c, b'L') {
        c = reader.next()?;
    }
    spec.conversion = u8::try_from(c).unwrap_or(0);
    Ok(Parsed {
        spec,
        precision: spec.precision,
        conversion: c,
    })
}

/// Converts the argument of a directive. `at` is the index of the conversion character.
fn item<U: Unit>(d: &Parsed, arguments: &mut Arguments, at: usize) -> PyResult<Item<U>> {
    if is(d.conversion, b'%') {
        return Ok(Item::Plain(vec![U::from(b'%')]));
    }
    let v = arguments.next()?;
    match d.spec.conversion {
        b's' | b'r' => text(d.spec.conversion == b'r', v),
        b'd' | b'i' | b'u' | b'o' | b'x' | b'X' => {
            // `%i` calls itself `%d` in messages.
            let mut spec = d.spec;
            if spec.conversion == b'i' {
                spec.conversion = b'd';
            }
            Ok(Item::Number(percent_int(&spec, v)?))
        }
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' => {
            Ok(Item::Number(percent_float(&d.spec, v, U::UNICODE)?))
        }
        b'c' => character(v),
        _ => Err(unsupported::<U>(d.conversion, at)),
    }
}

#[cold]
fn unsupported<U: Unit>(c: u32, at: usize) -> Raised {
    let mut message = b"unsupported format character '".to_vec();
    let code = if U::UNICODE {
        message.push(if (31..=126).contains(&c) {
            c as u8
        } else {
            b'?'
        });
        c
    } else {
        message.push(c as u8);
        // A char of C is signed.
        c as u8 as i8 as i32 as u32
    };
    message.extend_from_slice(format!("' (0x{code:x}) at index {at}").as_bytes());
    value_error(message)
}

/// The characters of a str or unicode.
fn units<U: Unit>(v: Value) -> PyResult<Vec<U>> {
    let v = if U::UNICODE && !unicode::is_unicode(v) {
        match v.cast::<Str>() {
            Some(s) => unicode::decode_default(s)?,
            None => return Err(type_error("%s argument has non-string str()")),
        }
    } else {
        v
    };
    match v.cast::<Str>() {
        Some(s) => Ok(s.as_ref().bytes().iter().map(|b| U::from(*b)).collect()),
        None => {
            let mut out = Vec::new();
            let mut at = 0;
            while let Some(c) = unicode::code_point(v, at) {
                out.push(c);
                at += 1;
            }
            Ok(U::from_code_points(out))
        }
    }
}

fn text<U: Unit>(repr: bool, v: Value) -> PyResult<Item<U>> {
    if repr {
        return units(protocol::repr(v)?.into()).map(Item::Text);
    }
    if U::UNICODE {
        let text = if unicode::is_unicode(v) {
            v
        } else {
            unicode::from_object(v)?
        };
        return units(text).map(Item::Text);
    }
    if unicode::is_unicode(v) {
        return Ok(Item::Unicode);
    }
    let text = str_or_unicode(v)?;
    if unicode::is_unicode(text) {
        return Ok(Item::Unicode);
    }
    units(text).map(Item::Text)
}

/// `str(v)`, but unicode stays unicode.
fn str_or_unicode(v: Value) -> PyResult {
    let Some(f) = v.ty().slots.str.get() else {
        return protocol::repr(v).map(Into::into);
    };
    let thread = crate::thread::current();
    thread.enter_call()?;
    let text = f(v);
    thread.leave_call();
    let text = text?;
    if text.cast::<Str>().is_some() || unicode::is_unicode(text) {
        return Ok(text);
    }
    Err(raise_fmt!(
        type_error,
        "__str__ returned non-string (type {})",
        crate::attr::type_name(text)
    ))
}

fn character<U: Unit>(v: Value) -> PyResult<Item<U>> {
    let not_one = || type_error("%c requires int or char");
    let is_unicode = unicode::is_unicode(v);
    if is_unicode && !U::UNICODE {
        return Ok(Item::Unicode);
    }
    if is_unicode || v.cast::<Str>().is_some() {
        let text = units::<U>(v)?;
        return if text.len() == 1 {
            Ok(Item::Plain(text))
        } else {
            Err(not_one())
        };
    }
    if U::UNICODE {
        let Some(code) = number::quiet(|| number::int_from_number(v)) else {
            return Err(not_one());
        };
        return match u32::try_from(code) {
            Ok(c) if c < 0x11_0000 => Ok(Item::Plain(U::from_code_points(vec![c]))),
            _ => Err(overflow_error(
                "%c arg not in range(0x110000) (wide Python build)",
            )),
        };
    }
    match number::int_from_value(v)? {
        code @ 0..=255 => Ok(Item::Plain(vec![U::from(code as u8)])),
        code if code < 0 => Err(overflow_error("unsigned byte integer is less than minimum")),
        _ => Err(overflow_error(
            "unsigned byte integer is greater than maximum",
        )),
    }
}

fn push_number<U: Unit>(out: &mut Vec<U>, p: &Padded) {
    out.reserve(p.blanks_left + p.head.len() + p.zeros + p.body.len() + p.blanks_right);
    out.extend(std::iter::repeat_n(U::from(b' '), p.blanks_left));
    out.extend(p.head.iter().map(|b| U::from(*b)));
    out.extend(std::iter::repeat_n(U::from(b'0'), p.zeros));
    out.extend(p.body.iter().map(|b| U::from(*b)));
    out.extend(std::iter::repeat_n(U::from(b' '), p.blanks_right));
}

fn push_text<U: Unit>(out: &mut Vec<U>, d: &Directive, text: &[U]) -> PyResult<()> {
    let padding = d.width.saturating_sub(text.len());
    if out.try_reserve(text.len().saturating_add(padding)).is_err() {
        return Err(raise_value(crate::types::MEMORY_ERROR.get().into(), None));
    }
    let blanks = std::iter::repeat_n(U::from(b' '), padding);
    if d.left {
        out.extend_from_slice(text);
        out.extend(blanks);
    } else {
        out.extend(blanks);
        out.extend_from_slice(text);
    }
    Ok(())
}
