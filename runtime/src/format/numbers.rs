//! Numbers under format specifications and `%` directives.

use super::double::{self, Flags, Style};
use super::locale;
use super::percent::{Directive, Padded};
use super::spec::{Grouping, Parts, Spec, Text, split_digits};
use super::value::parse_spec;
use crate::attr::type_name;
use crate::error::{PyResult, Raised, overflow_error, type_error, value_error};
use crate::layouts::Long;
use crate::number::complexes::Complex;
use crate::number::{self, Num, big, ints, view};
use crate::object::Layout;
use crate::text::Unit;
use crate::value::Value;
use std::borrow::Cow;

/// "Unknown format code 'd' for object of type 'float'"
#[cold]
fn unknown_code(spec: &Spec, ty: &str) -> Raised {
    let mut text = b"Unknown format code '".to_vec();
    match spec.kind.unwrap_or(0) {
        c if c < 256 => text.push(c as u8),
        c => text.extend_from_slice(format!("\\x{c:x}").as_bytes()),
    }
    text.extend(crate::text::shown::into_bytes(format!(
        "' for object of type '{ty}'"
    )));
    value_error(text)
}

/// `int.__format__`, `long.__format__`: `v` is an int or long. The specification is not empty.
pub fn format_int<U: Unit>(v: Value, text: &[U]) -> PyResult<Text> {
    let spec = parse_spec(text, Some(b'd'), b'>')?;
    let Some(n) = Num::of(v) else {
        return Err(type_error("expected an integer"));
    };
    match spec.kind_byte() {
        b'c' => character(&spec, n),
        b'b' | b'd' | b'o' | b'x' | b'X' | b'n' => integer(&spec, n),
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'%' => float(&spec, number::to_f64(v)?),
        _ => Err(unknown_code(&spec, type_name(v))),
    }
}

fn no_precision(spec: &Spec) -> PyResult<()> {
    match spec.precision {
        Some(_) => Err(value_error(
            "Precision not allowed in integer format specifier",
        )),
        None => Ok(()),
    }
}

fn character(spec: &Spec, n: Num<'_>) -> PyResult<Text> {
    no_precision(spec)?;
    if spec.sign.is_some() {
        return Err(value_error(
            "Sign not allowed with integer format specifier 'c'",
        ));
    }
    let code = match n {
        Num::Int(i) => i,
        Num::Long(n) => n
            .to_i64()
            .ok_or_else(|| overflow_error("Python int too large to convert to C long"))?,
        _ => -1,
    };
    match u8::try_from(code) {
        // The character is not a digit: it is neither grouped nor zero-filled as one.
        Ok(c) => Ok(spec.assemble(
            &Parts {
                rest: &[c],
                ..Parts::default()
            },
            &Grouping::none(),
        )?),
        Err(_) => Err(overflow_error("%c arg not in range(0x100)")),
    }
}

fn integer(spec: &Spec, n: Num<'_>) -> PyResult<Text> {
    no_precision(spec)?;
    let kind = spec.kind_byte();
    let radix = match kind {
        b'b' => 2,
        b'o' => 8,
        b'x' | b'X' => 16,
        _ => 10,
    };
    let mut text = Text::new();
    let negative = match n {
        Num::Int(i) if radix == 10 => {
            text.extend_from_slice(ints::decimal(i, &mut [0; ints::DECIMAL]));
            i < 0
        }
        Num::Int(i) => {
            let mut buffer = [0; ints::BINARY];
            text.extend_from_slice(ints::digits(i.unsigned_abs(), radix, &mut buffer));
            i < 0
        }
        Num::Long(n) => {
            text.extend_from_slice(n.to_str_radix(radix).as_bytes());
            n.negative
        }
        _ => false,
    };
    if kind == b'X' {
        text.make_ascii_uppercase();
    }
    let digits = text.strip_prefix(b"-").unwrap_or(&text);
    let prefix: &[u8] = match kind {
        b'b' if spec.alternate => b"0b",
        b'o' if spec.alternate => b"0o",
        b'x' if spec.alternate => b"0x",
        b'X' if spec.alternate => b"0X",
        _ => b"",
    };
    let grouping = match kind {
        b'n' => locale::current().1,
        _ if spec.thousands => Grouping::commas(),
        _ => Grouping::none(),
    };
    Ok(spec.assemble(
        &Parts {
            negative,
            prefix,
            digits,
            rest: b"",
        },
        &grouping,
    )?)
}

/// `float.__format__`
pub fn format_float<U: Unit>(v: Value, x: f64, text: &[U]) -> PyResult<Text> {
    let spec = parse_spec(text, None, b'>')?;
    match spec.kind_byte() {
        0 if spec.kind.is_none() => float(&spec, x),
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'n' | b'%' => float(&spec, x),
        _ => Err(unknown_code(&spec, type_name(v))),
    }
}

/// The style of a presentation type, its default precision, and whether capitals are meant.
fn style(kind: u8) -> (Style, bool) {
    let style = match kind.to_ascii_lowercase() {
        b'e' => Style::Exponent,
        b'f' | b'%' => Style::Fixed,
        _ => Style::General,
    };
    (style, kind.is_ascii_uppercase())
}

fn precision(spec: &Spec, default: usize) -> PyResult<usize> {
    let precision = spec.precision.unwrap_or(default);
    if precision > i32::MAX as usize {
        return Err(value_error("precision too big"));
    }
    big::room(precision as u64 * 8)?;
    Ok(precision)
}

/// The text of a float without sign, split into digits and the rest, with the locale's point.
struct Digits {
    negative: bool,
    text: Vec<u8>,
    split: usize,
}

fn digits(x: f64, style: Style, precision: usize, flags: Flags, point: &[u8]) -> Digits {
    let mut text = double::format_double(x, style, precision, flags).into_bytes();
    let negative = text.first() == Some(&b'-');
    if negative {
        text.remove(0);
    }
    let split = split_digits(&text).0.len();
    if text.get(split) == Some(&b'.') && point != b"." {
        text.splice(split..=split, point.iter().copied());
    }
    Digits {
        negative,
        text,
        split,
    }
}

fn float_grouping(spec: &Spec) -> (Cow<'static, [u8]>, Grouping) {
    let point = Cow::Borrowed(&b"."[..]);
    match spec.kind_byte() {
        b'n' => {
            let (point, grouping) = locale::current();
            (point.into(), grouping)
        }
        _ if spec.thousands => (point, Grouping::commas()),
        _ => (point, Grouping::none()),
    }
}

fn float(spec: &Spec, x: f64) -> PyResult<Text> {
    if spec.alternate {
        return Err(value_error(
            "Alternate form (#) not allowed in float format specifier",
        ));
    }
    let (style, upper) = style(spec.kind_byte());
    let precision = precision(spec, if spec.kind.is_none() { 12 } else { 6 })?;
    let percent = spec.kind_byte() == b'%';
    let flags = Flags {
        upper,
        dot_zero: spec.kind.is_none(),
        ..Flags::default()
    };
    let (point, grouping) = float_grouping(spec);
    let mut d = digits(
        if percent { x * 100.0 } else { x },
        style,
        precision,
        flags,
        &point,
    );
    if percent {
        d.text.push(b'%');
    }
    let (digits, rest) = d.text.split_at(d.split);
    Ok(spec.assemble(
        &Parts {
            negative: d.negative,
            prefix: b"",
            digits,
            rest,
        },
        &grouping,
    )?)
}

/// `complex.__format__`
pub fn format_complex(v: Value, c: Complex, text: &[u8]) -> PyResult<Text> {
    let spec = parse_spec(text, None, b'>')?;
    match spec.kind_byte() {
        0 if spec.kind.is_none() => {}
        b'e' | b'E' | b'f' | b'F' | b'g' | b'G' | b'n' => {}
        _ => return Err(unknown_code(&spec, type_name(v))),
    }
    if spec.alternate {
        return Err(value_error(
            "Alternate form (#) not allowed in complex format specifier",
        ));
    }
    if spec.fill == Some(u32::from(b'0')) {
        return Err(value_error(
            "Zero padding is not allowed in complex format specifier",
        ));
    }
    if spec.align == b'=' {
        return Err(value_error(
            "'=' alignment flag is not allowed in complex format specifier",
        ));
    }
    let plain = spec.kind.is_none();
    let only_imaginary = plain && c.re == 0.0 && c.re.is_sign_positive();
    let (style, upper) = style(spec.kind_byte());
    let precision = precision(&spec, if plain { 12 } else { 6 })?;
    let (point, grouping) = float_grouping(&spec);
    let part = |x: f64, sign: Option<u8>| {
        let d = digits(
            x,
            style,
            precision,
            Flags {
                upper,
                ..Flags::default()
            },
            &point,
        );
        let (digits, rest) = d.text.split_at(d.split);
        let bare = Spec {
            fill: None,
            align: b'>',
            width: 0,
            sign,
            ..spec.clone()
        };
        bare.assemble(
            &Parts {
                negative: d.negative,
                prefix: b"",
                digits,
                rest,
            },
            &grouping,
        )
    };
    let mut body = Text::new();
    if !only_imaginary {
        if plain {
            body.push(b'(');
        }
        body.extend(part(c.re, spec.sign)?);
    }
    body.extend(part(
        c.im,
        if only_imaginary {
            spec.sign
        } else {
            Some(b'+')
        },
    )?);
    body.push(b'j');
    if !only_imaginary && plain {
        body.push(b')');
    }
    // The sign went into the parts.
    let whole = Spec { sign: None, ..spec };
    Ok(whole.assemble(
        &Parts {
            rest: &body,
            ..Parts::default()
        },
        &Grouping::none(),
    )?)
}

/// `%d`, `%i`, `%u`, `%o`, `%x`, `%X` of any object.
pub fn percent_int(directive: &Directive, v: Value) -> PyResult<Padded> {
    let exact = match Num::of(v) {
        Some(Num::Int(_) | Num::Long(_)) => Some(v),
        _ if number::is_number(v) => crate::exception::quiet(|| number::to_int(v))
            .or_else(|| crate::exception::quiet(|| number::to_long(v))),
        _ => None,
    };
    let conversion = directive.conversion as char;
    match exact.and_then(Num::of) {
        Some(Num::Int(i)) => Ok(directive.int(i)?),
        Some(Num::Long(n)) => match own_text(directive, exact.unwrap_or(v))? {
            Some((negative, digits)) => Ok(directive.long_text(&digits, negative)?),
            None => Ok(directive.long(n)?),
        },
        _ => Err(raise_fmt!(
            type_error,
            "%{conversion} format: a number is required, not {}",
            type_name(v)
        )),
    }
}

/// A subclass of long shows its own `str`, `oct` or `hex`, stripped to the digits.
fn own_text(directive: &Directive, v: Value) -> PyResult<Option<(bool, String)>> {
    if v.shape() == Long::SHAPE {
        return Ok(None);
    }
    let own =
        |slot: fn(&crate::slots::Slots) -> Option<crate::slots::Unary>| match slot(&v.ty().slots) {
            Some(f) => f(v),
            None => crate::protocol::repr(v).map(Into::into),
        };
    let text = match directive.conversion {
        b'o' => own(|s| s.oct.get())?,
        b'x' | b'X' => own(|s| s.hex.get())?,
        _ => own(|s| s.str.get())?,
    };
    let text = match text.cast::<crate::layouts::Str>() {
        Some(s) => s.as_ref().to_text(),
        None => match text.cast::<crate::layouts::Unicode>() {
            Some(u) => u.as_ref().to_text(),
            None => {
                return Err(raise_fmt!(
                    type_error,
                    "expected string or Unicode object, {} found",
                    type_name(text)
                ));
            }
        },
    };
    let body = text.strip_suffix('L').unwrap_or(&text);
    let digits = body.strip_prefix('-').unwrap_or(body);
    let stripped = match directive.conversion {
        b'x' | b'X' => digits.strip_prefix("0x").filter(|d| !d.is_empty()),
        b'o' if digits == "0" => Some(digits),
        b'o' => digits.strip_prefix('0').filter(|d| !d.is_empty()),
        _ => Some(digits).filter(|d| !d.is_empty()),
    };
    match stripped {
        Some(digits) => Ok(Some((body.starts_with('-'), digits.to_owned()))),
        None => Err(raise_fmt!(
            value_error,
            "%{} format: invalid result of {} (type={})",
            directive.conversion as char,
            match directive.conversion {
                b'x' | b'X' => "__hex__",
                b'o' => "__oct__",
                _ => "__str__",
            },
            type_name(v)
        )),
    }
}

/// `%e`, `%f`, `%g` and their capitals of any object. Bytes and unicode word the error differently.
pub fn percent_float(directive: &Directive, v: Value, unicode: bool) -> PyResult<Padded> {
    let x = match view::float(v) {
        Some(x) => x,
        None if unicode => number::to_f64(v)?,
        None => crate::exception::quiet(|| number::to_f64(v)).ok_or_else(|| {
            raise_fmt!(type_error, "float argument required, not {}", type_name(v))
        })?,
    };
    Ok(directive.float(x)?)
}
