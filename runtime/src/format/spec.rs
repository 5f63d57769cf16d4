//! The format specification language of `format()` and `str.format`, for numbers.
//!
//! `[[fill]align][sign][#][0][width][,][.precision][type]` is parsed into a [`Spec`]; a number is
//! brought into [`Parts`] (sign, prefix, digits, the rest) and [`Spec::assemble`] groups and pads them.
//! All is bytes: CPython encodes a unicode specification before a number sees it.

use crate::number::fault::Fault;

/// A parsed specification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    /// Padding character, if one was given.
    pub fill: Option<u8>,
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
    pub kind: Option<u8>,
}

/// Why a specification is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpecError {
    /// With this text.
    Fixed(&'static str),
    /// "Cannot specify ',' with '…'."
    Comma(u8),
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
        Grouping { separator: Vec::new(), sizes: Vec::new() }
    }

    /// Commas for thousands.
    pub fn commas() -> Grouping {
        Grouping { separator: b",".to_vec(), sizes: vec![3] }
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

fn is_align(b: u8) -> bool {
    matches!(b, b'<' | b'>' | b'=' | b'^')
}

/// Reads a decimal number off the front of `text`.
fn number(text: &mut &[u8]) -> Result<Option<usize>, SpecError> {
    let n = text.iter().take_while(|b| b.is_ascii_digit()).count();
    let (digits, rest) = text.split_at(n);
    *text = rest;
    if n == 0 {
        return Ok(None);
    }
    digits
        .iter()
        .try_fold(0isize, |sum, d| sum.checked_mul(10)?.checked_add(isize::from(d - b'0')))
        .map(|sum| Some(sum as usize))
        .ok_or(SpecError::Fixed("Too many decimal digits in format string"))
}

impl Spec {
    /// Parses `text`. `kind` and `align` are those of the object when the text has none.
    pub fn parse(text: &[u8], kind: Option<u8>, align: u8) -> Result<Spec, SpecError> {
        let mut spec = Spec {
            fill: None,
            align,
            sign: None,
            alternate: false,
            width: 0,
            thousands: false,
            precision: None,
            kind,
        };
        let mut rest = text;
        let mut aligned = true;
        match rest {
            [fill, align, tail @ ..] if is_align(*align) => {
                (spec.fill, spec.align, rest) = (Some(*fill), *align, tail);
            }
            [align, tail @ ..] if is_align(*align) => (spec.align, rest) = (*align, tail),
            _ => aligned = false,
        }
        if let [sign @ (b'+' | b'-' | b' '), tail @ ..] = rest {
            (spec.sign, rest) = (Some(*sign), tail);
        }
        if let [b'#', tail @ ..] = rest {
            (spec.alternate, rest) = (true, tail);
        }
        // A zero before the width pads after the sign.
        if spec.fill.is_none()
            && let [b'0', tail @ ..] = rest
        {
            (spec.fill, rest) = (Some(b'0'), tail);
            if !aligned {
                spec.align = b'=';
            }
        }
        spec.width = number(&mut rest)?.unwrap_or(0);
        if let [b',', tail @ ..] = rest {
            (spec.thousands, rest) = (true, tail);
        }
        if let [b'.', tail @ ..] = rest {
            rest = tail;
            spec.precision = number(&mut rest)?;
            if spec.precision.is_none() {
                return Err(SpecError::Fixed("Format specifier missing precision"));
            }
        }
        match rest {
            [] => {}
            [kind] => spec.kind = Some(*kind),
            _ => return Err(SpecError::Fixed("Invalid conversion specification")),
        }
        if spec.thousands {
            match spec.kind {
                None | Some(b'd' | b'e' | b'f' | b'g' | b'E' | b'G' | b'%' | b'F') => {}
                Some(kind) => return Err(SpecError::Comma(kind)),
            }
        }
        Ok(spec)
    }

    /// The number's text, padded and grouped.
    pub fn assemble(&self, parts: &Parts<'_>, grouping: &Grouping) -> Result<Vec<u8>, Fault> {
        let sign: &[u8] = match (self.sign, parts.negative) {
            (_, true) => b"-",
            (Some(b'+'), _) => b"+",
            (Some(b' '), _) => b" ",
            _ => b"",
        };
        crate::number::big::room((self.width as u64).saturating_mul(8))?;
        let fixed = sign.len() + parts.prefix.len() + parts.rest.len();
        let fill = self.fill.unwrap_or(b' ');
        let mut digits = Vec::new();
        if !parts.digits.is_empty() {
            let zeros_to =
                if fill == b'0' && self.align == b'=' { self.width.saturating_sub(fixed) } else { 0 };
            grouping.apply(&mut digits, parts.digits, zeros_to);
        }
        let padding = self.width.saturating_sub(fixed + digits.len());
        let (left, inner, right) = match self.align {
            b'<' => (0, 0, padding),
            b'^' => (padding / 2, 0, padding - padding / 2),
            b'=' => (0, padding, 0),
            _ => (padding, 0, 0),
        };
        let mut out = Vec::with_capacity(fixed + digits.len() + padding);
        let pad = |out: &mut Vec<u8>, n: usize| out.resize(out.len() + n, fill);
        pad(&mut out, left);
        out.extend_from_slice(sign);
        out.extend_from_slice(parts.prefix);
        pad(&mut out, inner);
        out.extend_from_slice(&digits);
        out.extend_from_slice(parts.rest);
        pad(&mut out, right);
        Ok(out)
    }
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
        let parts = Parts { negative: n < 0, digits: digits.as_bytes(), ..Parts::default() };
        let grouping = if spec.thousands { Grouping::commas() } else { Grouping::none() };
        String::from_utf8(spec.assemble(&parts, &grouping).unwrap()).unwrap()
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
        assert_eq!(error("."), SpecError::Fixed("Format specifier missing precision"));
        assert_eq!(error("xx"), SpecError::Fixed("Invalid conversion specification"));
        assert_eq!(error("99999999999999999999"), SpecError::Fixed("Too many decimal digits in format string"));
        assert_eq!(error(",5"), SpecError::Comma(b'5'));
        assert_eq!(error(",,"), SpecError::Comma(b','));
        assert_eq!(error("+-5"), SpecError::Fixed("Invalid conversion specification"));
    }

    #[test]
    fn locale_groups() {
        let mut out = Vec::new();
        let indian = Grouping { separator: b",".to_vec(), sizes: vec![3, 2] };
        indian.apply(&mut out, b"123456789", 0);
        assert_eq!(out, b"12,34,56,789");
        out.clear();
        Grouping { separator: b".".to_vec(), sizes: vec![3, CHAR_MAX] }.apply(&mut out, b"123456789", 0);
        assert_eq!(out, b"123456.789");
    }
}
