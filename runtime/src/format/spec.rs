//! The format specification language of `format()` and `str.format`, for numbers.
//!
//! `[[fill]align][sign][#][0][width][,][.precision][type]` is parsed into a [`Spec`]; a number is
//! brought into [`Parts`] (sign, prefix, digits, the rest) and [`Spec::assemble`] groups and pads them.
//! A number's text is bytes: CPython encodes a unicode specification before a number sees it. Strings use
//! the same parser with characters of any size, and [`Spec::string`].

use crate::number::fault::Fault;
use crate::text::Unit;
use smallvec::SmallVec;
use std::borrow::Cow;

/// The text of a number; few are longer.
pub type Text = SmallVec<[u8; 64]>;

/// A parsed specification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    /// Padding character, if one was given.
    pub fill: Option<u32>,
    /// `<`, `>`, `=` or `^`
    pub align: u8,
    /// `+`, `-` or a blank
    pub sign: Option<u8>,
    /// `#`
    pub alternate: bool,
    /// Least number of characters.
    pub width: usize,
    /// `,`
    pub thousands: bool,
    /// Digits after the point, or longest length of a string.
    pub precision: Option<usize>,
    /// Presentation type.
    pub kind: Option<u32>,
}

/// Why a specification is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpecError {
    /// With this text.
    Fixed(&'static str),
    /// "Cannot specify ',' with '…'."
    Comma(u32),
}

/// The pieces of a number between which padding and separators go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts<'a> {
    /// Is it below zero?
    pub negative: bool,
    /// `0x` and the like.
    pub prefix: &'a [u8],
    /// Digits before the point; these are grouped.
    pub digits: &'a [u8],
    /// Everything after them.
    pub rest: &'a [u8],
}

/// Separator, and the sizes of the groups from the right: the last one repeats, 0 ends grouping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grouping {
    /// Goes between groups.
    pub separator: Vec<u8>,
    /// As in C's `lconv`.
    pub sizes: Vec<u8>,
}

impl Grouping {
    /// No groups.
    pub fn none() -> Grouping {
        Grouping {
            separator: Vec::new(),
            sizes: Vec::new(),
        }
    }

    /// Commas for thousands.
    pub fn commas() -> Grouping {
        Grouping {
            separator: b",".to_vec(),
            sizes: vec![3],
        }
    }

    /// Writes digits with separators, and with leading zeros up to `width` characters.
    fn apply(&self, out: &mut Vec<u8>, digits: &[u8], width: usize) {
        let mut groups: Vec<u8> = Vec::with_capacity(digits.len().max(width) + digits.len() / 2);
        // Built from the right, reversed at the end.
        let (mut left, mut width) = (digits, width);
        let push = |groups: &mut Vec<u8>, size: usize, left: &mut &[u8]| {
            let take = size.min(left.len());
            let (rest, group) = left.split_at(left.len() - take);
            groups.extend(group.iter().rev());
            groups.extend(std::iter::repeat_n(b'0', size - take));
            *left = rest;
        };
        let mut sizes = self.sizes.iter().copied();
        let mut size = sizes.next().unwrap_or(0);
        let mut done = false;
        let mut first = true;
        while size != 0 && size != CHAR_MAX {
            let n = usize::from(size).min(left.len().max(width).max(1));
            if !first {
                groups.extend(self.separator.iter().rev());
            }
            first = false;
            push(&mut groups, n, &mut left);
            width = width.saturating_sub(n);
            if left.is_empty() && width == 0 {
                done = true;
                break;
            }
            width = width.saturating_sub(self.separator.len());
            size = match sizes.next() {
                Some(0) | None => size,
                Some(next) => next,
            };
        }
        if !done {
            if !first {
                groups.extend(self.separator.iter().rev());
            }
            let n = left.len().max(width).max(1);
            push(&mut groups, n, &mut left);
        }
        out.extend(groups.iter().rev());
    }
}

/// C's mark that no further grouping is done.
const CHAR_MAX: u8 = 127;

/// A character of the specification that must be ASCII to mean anything.
#[inline(always)]
fn ascii<U: Unit>(c: Option<&U>) -> u8 {
    c.and_then(|c| u8::try_from((*c).into()).ok()).unwrap_or(0)
}

fn is_align(b: u8) -> bool {
    matches!(b, b'<' | b'>' | b'=' | b'^')
}

/// Reads a decimal number off the front of `text`, in the digits of any script.
fn number<U: Unit>(text: &mut &[U]) -> Result<Option<usize>, SpecError> {
    let digit = |c: &U| crate::number::parse::decimal_digit((*c).into());
    let n = text.iter().take_while(|c| digit(c).is_some()).count();
    let (digits, rest) = text.split_at(n);
    *text = rest;
    if n == 0 {
        return Ok(None);
    }
    digits
        .iter()
        .filter_map(digit)
        .try_fold(0isize, |sum, d| {
            sum.checked_mul(10)?.checked_add(isize::from(d as i8))
        })
        .map(|sum| Some(sum as usize))
        .ok_or(SpecError::Fixed("Too many decimal digits in format string"))
}

impl Spec {
    /// Parses a specification. `kind` and `align` are those of the object when the text has none.
    pub fn parse<U: Unit>(text: &[U], kind: Option<u8>, align: u8) -> Result<Spec, SpecError> {
        let mut spec = Spec {
            fill: None,
            align,
            sign: None,
            alternate: false,
            width: 0,
            thousands: false,
            precision: None,
            kind: kind.map(u32::from),
        };
        let mut rest = text;
        fn take<U: Unit>(rest: &mut &[U], accept: impl Fn(u8) -> bool) -> Option<u8> {
            let c = ascii(rest.first());
            let found = accept(c) && !rest.is_empty();
            if found {
                *rest = &rest[1..];
            }
            found.then_some(c)
        }
        let mut aligned = true;
        if is_align(ascii(text.get(1))) {
            spec.fill = text.first().map(|c| (*c).into());
            (spec.align, rest) = (ascii(text.get(1)), &text[2..]);
        } else if let Some(align) = take(&mut rest, is_align) {
            spec.align = align;
        } else {
            aligned = false;
        }
        spec.sign = take(&mut rest, |c| matches!(c, b'+' | b'-' | b' '));
        spec.alternate = take(&mut rest, |c| c == b'#').is_some();
        // A zero before the width pads after the sign.
        if spec.fill.is_none() && take(&mut rest, |c| c == b'0').is_some() {
            spec.fill = Some(u32::from(b'0'));
            if !aligned {
                spec.align = b'=';
            }
        }
        spec.width = number(&mut rest)?.unwrap_or(0);
        spec.thousands = take(&mut rest, |c| c == b',').is_some();
        if take(&mut rest, |c| c == b'.').is_some() {
            spec.precision = number(&mut rest)?;
            if spec.precision.is_none() {
                return Err(SpecError::Fixed("Format specifier missing precision"));
            }
        }
        match rest {
            [] => {}
            [kind] => spec.kind = Some((*kind).into()),
            _ => return Err(SpecError::Fixed("Invalid conversion specification")),
        }
        if spec.thousands {
            match spec.kind_byte() {
                0 if spec.kind.is_none() => {}
                b'd' | b'e' | b'f' | b'g' | b'E' | b'G' | b'%' | b'F' => {}
                _ => return Err(SpecError::Comma(spec.kind.unwrap_or(0))),
            }
        }
        Ok(spec)
    }

    /// The presentation type as a byte; 0 for none and for characters that are no type.
    pub fn kind_byte(&self) -> u8 {
        ascii(self.kind.as_ref())
    }

    /// For a string of `length` characters: how many to keep, and the padding left and right.
    pub fn string(&self, length: usize) -> Result<(usize, usize, usize), SpecError> {
        if self.sign.is_some() {
            return Err(SpecError::Fixed(
                "Sign not allowed in string format specifier",
            ));
        }
        if self.alternate {
            return Err(SpecError::Fixed(
                "Alternate form (#) not allowed in string format specifier",
            ));
        }
        if self.align == b'=' {
            return Err(SpecError::Fixed(
                "'=' alignment not allowed in string format specifier",
            ));
        }
        let kept = self.precision.map_or(length, |p| p.min(length));
        let (left, right) = self.around(kept);
        Ok((kept, left, right))
    }

    /// Padding left and right of `length` characters, for alignments other than `=`.
    fn around(&self, length: usize) -> (usize, usize) {
        let padding = self.width.saturating_sub(length);
        match self.align {
            b'<' => (0, padding),
            b'^' => (padding / 2, padding - padding / 2),
            _ => (padding, 0),
        }
    }

    /// The number's text, padded and grouped.
    pub fn assemble(&self, parts: &Parts<'_>, grouping: &Grouping) -> Result<Text, Fault> {
        let sign: &[u8] = match (self.sign, parts.negative) {
            (_, true) => b"-",
            (Some(b'+'), _) => b"+",
            (Some(b' '), _) => b" ",
            _ => b"",
        };
        crate::number::big::room((self.width as u64).saturating_mul(8))?;
        let fixed = sign.len() + parts.prefix.len() + parts.rest.len();
        let fill = ascii_fill(self.fill);
        let mut digits = Cow::Borrowed(parts.digits);
        let mut zeros = 0;
        if !parts.digits.is_empty() {
            let zeros_to = if fill == b'0' && self.align == b'=' {
                self.width.saturating_sub(fixed)
            } else {
                0
            };
            if grouping.sizes.is_empty() {
                zeros = zeros_to.saturating_sub(parts.digits.len());
            } else {
                let mut grouped = Vec::new();
                grouping.apply(&mut grouped, parts.digits, zeros_to);
                digits = Cow::Owned(grouped);
            }
        }
        let length = fixed + zeros + digits.len();
        let inner = if self.align == b'=' {
            self.width.saturating_sub(length)
        } else {
            0
        };
        let (left, right) = self.around(length + inner);
        let mut out = Text::with_capacity(length.max(self.width));
        let pad = |out: &mut Text, n: usize, c: u8| {
            if n > 0 {
                out.resize(out.len() + n, c);
            }
        };
        pad(&mut out, left, fill);
        out.extend_from_slice(sign);
        out.extend_from_slice(parts.prefix);
        pad(&mut out, inner, fill);
        pad(&mut out, zeros, b'0');
        out.extend_from_slice(&digits);
        out.extend_from_slice(parts.rest);
        pad(&mut out, right, fill);
        Ok(out)
    }
}

/// The padding of a number: one byte.
fn ascii_fill(fill: Option<u32>) -> u8 {
    fill.and_then(|c| u8::try_from(c).ok()).unwrap_or(b' ')
}

/// Splits a formatted number without sign into its leading digits and the rest.
pub fn split_digits(text: &[u8]) -> (&[u8], &[u8]) {
    text.split_at(text.iter().take_while(|b| b.is_ascii_digit()).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn int(n: i64, spec: &str) -> String {
        let spec = Spec::parse(spec.as_bytes(), Some(b'd'), b'>').unwrap();
        let digits = n.unsigned_abs().to_string();
        let parts = Parts {
            negative: n < 0,
            digits: digits.as_bytes(),
            ..Parts::default()
        };
        let grouping = if spec.thousands {
            Grouping::commas()
        } else {
            Grouping::none()
        };
        String::from_utf8(spec.assemble(&parts, &grouping).unwrap().into_vec()).unwrap()
    }

    #[test]
    fn padding_and_groups() {
        for (n, spec, expected) in [
            (1234567, ",", "1,234,567"),
            (1234567, "012,", "0,001,234,567"),
            (1234567, "011,", "001,234,567"),
            (1234567, "010,", "01,234,567"),
            (1234567, "*=12,", "***1,234,567"),
            (1234567, "*^12,", "*1,234,567**"),
            (-1234567, "012,", "-001,234,567"),
            (0, "08,", "0,000,000"),
            (1, "==5", "====1"),
            (1, "<<5", "1<<<<"),
            (1, "005", "00001"),
            (1, "<05", "10000"),
            (1, "x<05", "1xxxx"),
            (1, "+5", "   +1"),
            (1, " ", " 1"),
        ] {
            assert_eq!(int(n, spec), expected, "{n} {spec}");
        }
    }

    #[test]
    fn errors() {
        let error = |t: &str| Spec::parse(t.as_bytes(), Some(b'd'), b'>').unwrap_err();
        assert_eq!(
            error("."),
            SpecError::Fixed("Format specifier missing precision")
        );
        assert_eq!(
            error("xx"),
            SpecError::Fixed("Invalid conversion specification")
        );
        assert_eq!(
            error("99999999999999999999"),
            SpecError::Fixed("Too many decimal digits in format string")
        );
        assert_eq!(error(",5"), SpecError::Comma(u32::from(b'5')));
        assert_eq!(error(",,"), SpecError::Comma(u32::from(b',')));
        assert_eq!(
            error("+-5"),
            SpecError::Fixed("Invalid conversion specification")
        );
    }

    #[test]
    fn strings() {
        let parts = |t: &str, n| {
            Spec::parse(t.as_bytes(), Some(b's'), b'<')
                .unwrap()
                .string(n)
        };
        assert_eq!(parts("", 3), Ok((3, 0, 0)));
        assert_eq!(parts("6", 3), Ok((3, 0, 3)));
        assert_eq!(parts("^6.2", 3), Ok((2, 2, 2)));
        assert_eq!(parts("x>5", 3), Ok((3, 2, 0)));
        assert!(parts("05", 3).is_err());
        assert!(parts("+5", 3).is_err());
        let wide = Spec::parse(
            &[0x20AC, u32::from(b'>'), u32::from(b'5')][..],
            Some(b's'),
            b'<',
        )
        .unwrap();
        assert_eq!((wide.fill, wide.width), (Some(0x20AC), 5));
    }

    #[test]
    fn locale_groups() {
        let mut out = Vec::new();
        let indian = Grouping {
            separator: b",".to_vec(),
            sizes: vec![3, 2],
        };
        indian.apply(&mut out, b"123456789", 0);
        assert_eq!(out, b"12,34,56,789");
        out.clear();
        Grouping {
            separator: b".".to_vec(),
            sizes: vec![3, CHAR_MAX],
        }
        .apply(&mut out, b"123456789", 0);
        assert_eq!(out, b"123456.789");
    }
}
