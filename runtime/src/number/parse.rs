//! Numbers from text: what `int("…")`, `long("…")`, `float("…")`, `complex("…")` and the
//! compiler's literals accept.
//!
//! CPython's parsers stem from C's `strtol` and `strtod`, and programs can see it: blanks between
//! sign and digits, prefixes that are optional with an explicit base, an `L` that only longs may have.
//! Text is bytes here; unicode text is first folded by [`decimal_from_unicode`].

use std::ops::Range;

use super::bigref::BigRef;

/// An integer of either Python type.
#[derive(Clone, Debug, PartialEq)]
pub enum Integer {
    /// An int.
    Int(i64),
    /// A long.
    Long(Whole),
}

/// A long: sign, and magnitude without leading zeros, the lowest limb first.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole {
    pub negative: bool,
    pub limbs: Vec<u64>,
}

impl Whole {
    /// The number.
    pub fn number(&self) -> BigRef<'_> {
        BigRef {
            negative: self.negative,
            limbs: &self.limbs,
        }
    }
}

/// What Python 2 takes for white space in `str`.
#[inline]
pub fn is_space(b: u8) -> bool {
    matches!(b, b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C)
}

/// Without leading white space.
pub fn trim_start(text: &[u8]) -> &[u8] {
    let n = text.iter().take_while(|b| is_space(**b)).count();
    &text[n..]
}

/// Without white space at both ends.
pub fn trim(text: &[u8]) -> &[u8] {
    let text = trim_start(text);
    let n = text.iter().rev().take_while(|b| is_space(**b)).count();
    &text[..text.len() - n]
}

/// Up to the first NUL, which ends a string for the parsers.
pub fn c_string(text: &[u8]) -> &[u8] {
    memchr::memchr(0, text).map_or(text, |n| &text[..n])
}

/// `infinity`, `inf` or `nan` in any case, and nothing else.
pub fn special_float(text: &[u8]) -> Option<f64> {
    match special_prefix(text) {
        (Some(x), n) if n == text.len() => Some(x),
        _ => None,
    }
}

fn special_prefix(text: &[u8]) -> (Option<f64>, usize) {
    for (name, x) in [
        ("infinity", f64::INFINITY),
        ("inf", f64::INFINITY),
        // The NaN that arithmetic on this machine makes, which has the sign bit set.
        ("nan", -f64::NAN),
    ] {
        if text
            .get(..name.len())
            .is_some_and(|t| t.eq_ignore_ascii_case(name.as_bytes()))
        {
            return (Some(x), name.len());
        }
    }
    (None, 0)
}

/// The longest decimal floating-point number at the start of `text`, and its length; a length of 0
/// means that there is none. White space is not skipped. Overflow gives an infinity.
pub fn float_prefix(text: &[u8]) -> (f64, usize) {
    let signed = usize::from(matches!(text.first(), Some(b'+' | b'-')));
    let negative = text.first() == Some(&b'-');
    if let (Some(x), n) = special_prefix(&text[signed..]) {
        return (if negative { -x } else { x }, signed + n);
    }
    let digits = |from: usize| {
        text[from..]
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    let whole = digits(signed);
    let mut end = signed + whole;
    let mut fraction = 0;
    if text.get(end) == Some(&b'.') {
        fraction = digits(end + 1);
        end += 1 + fraction;
    }
    if whole + fraction == 0 {
        return (0.0, 0);
    }
    if let Some(b'e' | b'E') = text.get(end) {
        let sign = usize::from(matches!(text.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits(end + 1 + sign);
        if exponent > 0 {
            end += 1 + sign + exponent;
        }
    }
    let x = std::str::from_utf8(&text[..end])
        .ok()
        .and_then(|t| t.parse().ok())
        .unwrap_or(0.0);
    (x, end)
}

/// Why text is not a float.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FloatError<'a> {
    /// "could not convert string to float: …"
    Nothing(&'a [u8]),
    /// "invalid literal for float(): …"
    Trailing(&'a [u8]),
}

/// `float(text)`
pub fn float(text: &[u8]) -> Result<f64, FloatError<'_>> {
    let body = trim_start(text);
    let shown = |t| truncated(c_string(t));
    let (x, n) = float_prefix(body);
    if n == 0 {
        return Err(FloatError::Nothing(shown(body)));
    }
    if !trim(&body[n..]).is_empty() {
        return Err(FloatError::Trailing(shown(body)));
    }
    Ok(x)
}

/// The first 200 bytes, which is what messages show.
pub fn truncated(text: &[u8]) -> &[u8] {
    &text[..text.len().min(200)]
}

/// `repr` of text, for messages.
pub fn quoted(text: &[u8]) -> String {
    let quote = if text.contains(&b'\'') && !text.contains(&b'"') {
        '"'
    } else {
        '\''
    };
    let mut out = String::from(quote);
    for b in text {
        match b {
            b'\\' => out.push_str("\\\\"),
            b'\t' => out.push_str("\\t"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b if *b == quote as u8 => out.extend(['\\', quote]),
            b' '..=b'~' => out.push(*b as char),
            b => out.push_str(&format!("\\x{b:02x}")),
        }
    }
    out.push(quote);
    out
}

/// `complex(text)`: real and imaginary part.
pub fn complex(text: &[u8]) -> Option<(f64, f64)> {
    let mut rest = trim(text);
    if let [b'(', inner @ ..] = rest {
        rest = trim(inner.strip_suffix(b")")?);
    }
    let (first, n) = float_prefix(rest);
    rest = &rest[n..];
    let is_j = |t: &[u8]| matches!(t, [b'j' | b'J']);
    let unit = |c: u8| if c == b'+' { 1.0 } else { -1.0 };
    match rest {
        [] if n > 0 => Some((first, 0.0)),
        _ if n > 0 && is_j(rest) => Some((0.0, first)),
        [sign @ (b'+' | b'-'), tail @ ..] if n > 0 => match float_prefix(rest) {
            (_, 0) => is_j(tail).then(|| (first, unit(*sign))),
            (second, m) => is_j(&rest[m..]).then_some((first, second)),
        },
        [sign @ (b'+' | b'-'), tail @ ..] => is_j(tail).then(|| (0.0, unit(*sign))),
        _ => is_j(rest).then_some((0.0, 1.0)),
    }
}

/// The digits of an integer, ready to be converted.
struct Digits<'a> {
    negative: bool,
    base: u32,
    digits: &'a [u8],
    rest: &'a [u8],
    /// In base 0 without sign the text began with a `0`.
    zero_led: bool,
}

/// Splits `text` (without leading blanks) into sign, base and digits. `base` is 0 or 2–36.
fn digits(text: &[u8], base: u32) -> Option<Digits<'_>> {
    let (negative, body) = match text {
        [b'-', rest @ ..] => (true, trim_start(rest)),
        [b'+', rest @ ..] => (false, trim_start(rest)),
        _ => (false, text),
    };
    let prefix = match body {
        [b'0', b'x' | b'X', ..] => 16,
        [b'0', b'o' | b'O', ..] => 8,
        [b'0', b'b' | b'B', ..] => 2,
        _ => 0,
    };
    let (base, body) = match base {
        0 if prefix != 0 => (prefix, &body[2..]),
        0 if body.first() == Some(&b'0') => (8, body),
        0 => (10, body),
        b if prefix == b => (b, &body[2..]),
        b => (b, body),
    };
    let n = body
        .iter()
        .take_while(|b| (**b as char).is_digit(base))
        .count();
    let zero_led = text.first() == Some(&b'0');
    (n > 0).then(|| Digits {
        negative,
        base,
        digits: &body[..n],
        rest: &body[n..],
        zero_led,
    })
}

impl Digits<'_> {
    fn small(&self) -> Option<i64> {
        let mut n = 0i64;
        for d in self.digits {
            let d = i64::from((*d as char).to_digit(self.base)?);
            n = n.checked_mul(i64::from(self.base))?;
            n = if self.negative {
                n.checked_sub(d)?
            } else {
                n.checked_add(d)?
            };
        }
        Some(n)
    }

    fn big(&self) -> Whole {
        let limbs = super::limbs::radix::parse(self.digits, self.base);
        Whole {
            negative: self.negative && !limbs.is_empty(),
            limbs,
        }
    }
}

/// `int(text, base)`; `None` for an invalid literal.
pub fn int(text: &[u8], base: u32) -> Option<Integer> {
    let d = digits(trim_start(text), base)?;
    let small = d.small();
    // An `L` is let through where CPython falls back to parsing a long: base 0, `0…`, too large.
    let rest = match d.rest {
        [b'l' | b'L', rest @ ..] if base == 0 && d.zero_led && small.is_none() => rest,
        rest => rest,
    };
    if !trim(rest).is_empty() {
        return None;
    }
    Some(small.map_or_else(|| Integer::Long(d.big()), Integer::Int))
}

/// `long(text, base)`; `None` for an invalid literal.
pub fn long(text: &[u8], base: u32) -> Option<Whole> {
    let d = digits(trim_start(text), base)?;
    let rest = match d.rest {
        [b'l' | b'L', rest @ ..] => rest,
        rest => rest,
    };
    trim(rest).is_empty().then(|| d.big())
}

/// The zeros of the scripts' decimal digits (Unicode 5.2); nine more follow each.
const ZEROS: [u32; 41] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66,
    0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50,
    0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xAA50, 0xABF0, 0xFF10, 0x104A0,
    0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6,
];

/// The value of a decimal digit of any script.
pub fn decimal_digit(c: u32) -> Option<u8> {
    if c == 0x19DA {
        return Some(1); // a second form of the digit
    }
    let at = ZEROS.partition_point(|zero| *zero <= c);
    let offset = c - ZEROS.get(at.checked_sub(1)?)?;
    (offset < 10).then_some(offset as u8)
}

/// What `u"…".isspace()` accepts.
pub fn is_unicode_space(c: u32) -> bool {
    matches!(c, 0x09..=0x0D | 0x1C..=0x20 | 0x85 | 0xA0 | 0x1680 | 0x180E | 0x2000..=0x200A
        | 0x2028 | 0x2029 | 0x202F | 0x205F | 0x3000)
}

/// Unicode text for the number parsers: digits of any script become ASCII, white space blanks,
/// other Latin-1 characters bytes. `Err` is the index of a character that has no such form.
pub fn decimal_from_unicode(text: impl Iterator<Item = u32>) -> Result<Vec<u8>, Range<usize>> {
    let fold = |c| match decimal_digit(c) {
        _ if is_unicode_space(c) => Some(b' '),
        Some(d) => Some(b'0' + d),
        None if c != 0 && c < 256 => Some(c as u8),
        None => None,
    };
    let mut folded = Vec::new();
    let mut rest = text.enumerate();
    while let Some((start, c)) = rest.next() {
        match fold(c) {
            Some(byte) => folded.push(byte),
            // The error is about all in a row that are no good.
            None => {
                let more = rest.take_while(|&(_, c)| fold(c).is_none()).count();
                return Err(start..start + 1 + more);
            }
        }
    }
    Ok(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ints() {
        use Integer::*;
        let long = |n: i128| {
            Some(Long(Whole {
                negative: n < 0,
                limbs: vec![n.unsigned_abs() as u64],
            }))
        };
        for (text, base, expected) in [
            ("0x1f", 16, Some(Int(31))),
            ("017", 0, Some(Int(15))),
            ("017", 10, Some(Int(17))),
            ("  12  ", 10, Some(Int(12))),
            ("- 5", 10, Some(Int(-5))),
            ("- 0x1f", 0, Some(Int(-31))),
            ("+-5", 10, None),
            ("1 2", 10, None),
            ("", 10, None),
            ("0x", 16, None),
            ("0o", 0, None),
            ("08", 0, None),
            ("0b1", 16, Some(Int(177))),
            ("0x1", 36, Some(Int(1189))),
            ("zzzzz", 36, Some(Int(60466175))),
            ("12L", 10, None),
            ("0x7fffffffffffffffL", 0, None),
            (" 0xffffffffffffffffL", 0, long(18446744073709551615)),
            ("-0xffffffffffffffffL", 0, None),
            ("9223372036854775807", 10, Some(Int(i64::MAX))),
            ("9223372036854775808", 10, long(9223372036854775808)),
            ("-9223372036854775808", 10, Some(Int(i64::MIN))),
            ("-9223372036854775809", 10, long(-9223372036854775809)),
        ] {
            assert_eq!(int(text.as_bytes(), base), expected, "{text} {base}");
        }
    }

    #[test]
    fn longs() {
        for (text, expected) in [
            ("12L", Some(12)),
            ("- 12l ", Some(-12)),
            ("12 L", None),
            ("12LL", None),
            ("L", None),
            ("", None),
        ] {
            assert_eq!(
                long(text.as_bytes(), 10).and_then(|n| n.number().to_i64()),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn floats() {
        for (text, expected) in [
            (" 1.5 ", 1.5),
            (".5", 0.5),
            ("5.", 5.0),
            ("1e400", f64::INFINITY),
            ("-iNf", f64::NEG_INFINITY),
            ("+infinity", f64::INFINITY),
            ("1e-400", 0.0),
            ("2.4703282292062328e-324", 5e-324),
            ("\x0b1\x0c", 1.0),
        ] {
            assert_eq!(float(text.as_bytes()), Ok(expected), "{text}");
        }
        assert!(float(b"-nan").unwrap().is_nan());
        assert_eq!(float(b""), Err(FloatError::Nothing(b"")));
        assert_eq!(float(b" ."), Err(FloatError::Nothing(b".")));
        assert_eq!(float(b" 1e"), Err(FloatError::Trailing(b"1e")));
        assert_eq!(float(b"infinit"), Err(FloatError::Trailing(b"infinit")));
        assert_eq!(float(b"1.5\0"), Err(FloatError::Trailing(b"1.5")));
        assert_eq!(float(b"1_0"), Err(FloatError::Trailing(b"1_0")));
    }

    #[test]
    fn complexes() {
        for (text, expected) in [
            ("1+2j", Some((1.0, 2.0))),
            (" ( 1+j ) ", Some((1.0, 1.0))),
            ("1-j", Some((1.0, -1.0))),
            ("-j", Some((0.0, -1.0))),
            ("j", Some((0.0, 1.0))),
            ("1e5-2e3J", Some((1e5, -2e3))),
            ("infj", Some((0.0, f64::INFINITY))),
            ("2.5", Some((2.5, 0.0))),
            ("1 + 2j", None),
            ("1+2", None),
            ("1+", None),
            ("( 1+j ", None),
            ("1+j)", None),
            ("1j+2", None),
            ("jj", None),
            ("", None),
            ("1e+j", None),
        ] {
            assert_eq!(complex(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn quoting() {
        assert_eq!(quoted(b"a'b"), "\"a'b\"");
        assert_eq!(quoted(b"a'\"\\\x00\xe9\n"), "'a\\'\"\\\\\\x00\\xe9\\n'");
    }

    #[test]
    fn unicode_digits() {
        let fold = |t: &str| decimal_from_unicode(t.chars().map(u32::from));
        assert_eq!(fold("\u{661}\u{662}\u{2003}x"), Ok(b"12 x".to_vec()));
        assert_eq!(fold("1\u{20ac}"), Err(1..2));
        assert_eq!(fold("1\0"), Err(1..2));
        assert_eq!(fold("\u{1d7ff}"), Ok(b"9".to_vec()));
        assert_eq!(fold("\u{e9}"), Ok(vec![0xE9]));
    }
}
