//! `%`-formatting of numbers: `%d`, `%x`, `%g` and their flags.
//!
//! [`Directive`] is what stands between `%` and the conversion character, [`Directive::pad`] puts
//! width, sign and zeros in C's order. The templates themselves are read in
//! [`crate::builtins::str::percent`].

use smallvec::SmallVec;

use crate::number::bigref::BigRef;

use super::double::{self, Flags, Style};
use crate::number::{fault::Fault, ints};

/// What stands between `%` and the value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Directive {
    /// `-`
    pub left: bool,
    /// `+`
    pub plus: bool,
    /// A blank.
    pub blank: bool,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
    /// Least number of characters.
    pub width: usize,
    /// Digits, if given.
    pub precision: Option<usize>,
    /// `d`, `x`, …
    pub conversion: u8,
}

pub use super::spec::Text;

/// The text of a number and where its padding goes, for assembly from bytes or characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Padded {
    /// Blanks before everything.
    pub blanks_left: usize,
    /// Sign and `0x`.
    pub head: SmallVec<[u8; 8]>,
    /// Zeros after them.
    pub zeros: usize,
    /// Digits.
    pub body: Text,
    /// Blanks at the end.
    pub blanks_right: usize,
}

impl Padded {
    /// All of it.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out =
            Vec::with_capacity(self.blanks_left + self.head.len() + self.zeros + self.body.len());
        out.resize(self.blanks_left, b' ');
        out.extend_from_slice(&self.head);
        out.resize(out.len() + self.zeros, b'0');
        out.extend_from_slice(&self.body);
        out.resize(out.len() + self.blanks_right, b' ');
        out
    }
}

/// Ints are formatted into a buffer of this size, which programs notice.
const INT_BUFFER: usize = 120;

impl Directive {
    /// Takes a flag character; false for anything else.
    pub fn flag(&mut self, c: u32) -> bool {
        match u8::try_from(c) {
            Ok(b'-') => self.left = true,
            Ok(b'+') => self.plus = true,
            Ok(b' ') => self.blank = true,
            Ok(b'#') => self.alternate = true,
            Ok(b'0') => self.zero = true,
            _ => return false,
        }
        true
    }

    /// An int under `d`, `i`, `u`, `o`, `x` or `X`.
    pub fn int(&self, n: i64) -> Result<Padded, Fault> {
        let precision = self.precision.unwrap_or(1);
        if INT_BUFFER <= precision.saturating_add(3) {
            return Err(Fault::Overflow(
                "formatted integer is too long (precision too large?)",
            ));
        }
        // C prints nothing for a zero without digits.
        let mut buffer = [0; ints::BINARY];
        let digits = match n == 0 && precision == 0 {
            true => b"",
            false => ints::digits(n.unsigned_abs(), self.radix(), &mut buffer),
        };
        self.digits(digits, n < 0, precision)
    }

    /// A long under the same conversions.
    pub fn long(&self, n: BigRef<'_>) -> Result<Padded, Fault> {
        let digits = n.to_str_radix(self.radix());
        let negative = digits.starts_with('-');
        self.digits(
            digits.trim_start_matches('-').as_bytes(),
            negative,
            self.precision.unwrap_or(0),
        )
    }

    /// The same for digits that are already text.
    pub fn long_text(&self, digits: &str, negative: bool) -> Result<Padded, Fault> {
        self.digits(digits.as_bytes(), negative, self.precision.unwrap_or(0))
    }

    fn radix(&self) -> u32 {
        match self.conversion {
            b'o' => 8,
            b'x' | b'X' => 16,
            _ => 10,
        }
    }

    fn digits(&self, digits: &[u8], negative: bool, precision: usize) -> Result<Padded, Fault> {
        crate::number::big::room((precision.max(self.width) as u64).saturating_mul(8))?;
        let mut body = Text::new();
        body.resize(precision.saturating_sub(digits.len()), b'0');
        body.extend_from_slice(digits);
        let mut prefix: &[u8] = b"";
        match self.conversion {
            b'x' if self.alternate => prefix = b"0x",
            b'X' => {
                body.make_ascii_uppercase();
                if self.alternate {
                    prefix = b"0X";
                }
            }
            b'o' if self.alternate && body.first() != Some(&b'0') => body.insert(0, b'0'),
            _ => {}
        }
        Ok(self.pad(negative, prefix, body))
    }

    /// A float under `e`, `f`, `g` or their capitals.
    pub fn float(&self, x: f64) -> Result<Padded, Fault> {
        let precision = self.precision.unwrap_or(6);
        crate::number::big::room((precision.max(self.width) as u64).saturating_mul(8))?;
        let style = match self.conversion.to_ascii_lowercase() {
            b'e' => Style::Exponent,
            b'f' => Style::Fixed,
            _ => Style::General,
        };
        let flags = Flags {
            alternate: self.alternate,
            upper: self.conversion.is_ascii_uppercase(),
            ..Flags::default()
        };
        let text = double::format_double(x, style, precision, flags).into_bytes();
        match text.split_first() {
            Some((b'-', body)) => Ok(self.pad(true, b"", body.into())),
            _ => Ok(self.pad(false, b"", text.into())),
        }
    }

    /// Puts sign and padding around the digits of a number.
    pub fn pad(&self, negative: bool, prefix: &[u8], body: Text) -> Padded {
        let mut head = SmallVec::new();
        if negative {
            head.push(b'-');
        } else if self.plus {
            head.push(b'+');
        } else if self.blank {
            head.push(b' ');
        }
        head.extend_from_slice(prefix);
        let missing = self.width.saturating_sub(head.len() + body.len());
        let (blanks_left, zeros, blanks_right) = match (self.left, self.zero) {
            (true, _) => (0, 0, missing),
            (false, true) => (0, missing, 0),
            (false, false) => (missing, 0, 0),
        };
        Padded {
            blanks_left,
            head,
            zeros,
            body,
            blanks_right,
        }
    }
}

#[cfg(test)]
#[allow(clippy::approx_constant)]
mod tests {
    use super::*;

    /// Parses a whole directive of the simple form `%[flags][width][.precision]c`.
    fn directive(text: &str) -> Directive {
        let mut d = Directive::default();
        let body = text.strip_prefix('%').unwrap();
        let flags = body.chars().take_while(|c| d.flag(u32::from(*c))).count();
        let (numbers, conversion) = body[flags..].split_at(body.len() - flags - 1);
        d.conversion = conversion.as_bytes()[0];
        let (width, precision) = numbers
            .split_once('.')
            .map_or((numbers, None), |(w, p)| (w, Some(p)));
        d.width = width.parse().unwrap_or(0);
        d.precision = precision.map(|p| p.parse().unwrap_or(0));
        d
    }

    fn text(p: Result<Padded, Fault>) -> String {
        String::from_utf8(p.unwrap().to_bytes()).unwrap()
    }

    #[test]
    fn ints_and_longs() {
        for (d, n, expected) in [
            ("%u", -5, "-5"),
            ("%#x", 0, "0x0"),
            ("%#X", 255, "0XFF"),
            ("%#o", 0, "0"),
            ("%#o", -8, "-010"),
            ("%#.5o", 8, "00010"),
            ("%x", -255, "-ff"),
            ("%#.5x", 255, "0x000ff"),
            ("%08.5d", -7, "-0000007"),
            ("%-8.5d", -7, "-00007  "),
            ("%-08d", 7, "7       "),
            ("%+ d", 7, "+7"),
            ("%+#010x", 255, "+0x00000ff"),
            ("%#10x", 255, "      0xff"),
            ("%#1x", 255, "0xff"),
            ("%+5x", 255, "  +ff"),
        ] {
            assert_eq!(text(directive(d).int(n)), expected, "{d} {n}");
            assert_eq!(
                text(directive(d).long(BigRef::of_int(n, &mut [0]))),
                expected,
                "{d} {n}L"
            );
        }
        assert_eq!(text(directive("%.0d").int(0)), "");
        assert_eq!(
            text(directive("%.0d").long(BigRef::of_int(0, &mut [0]))),
            "0"
        );
        assert_eq!(text(directive("%#.0x").int(0)), "0x");
        assert_eq!(text(directive("%#.0o").int(0)), "0");
        assert!(directive("%.200d").int(1).is_err());
    }

    #[test]
    fn floats() {
        for (d, x, expected) in [
            ("%05f", f64::NAN, "00nan"),
            ("%010f", f64::NEG_INFINITY, "-000000inf"),
            ("%F", f64::INFINITY, "INF"),
            ("%.0e", 12345.0, "1e+04"),
            ("%#.0e", 12345.0, "1.e+04"),
            ("%#.0f", 12345.0, "12345."),
            ("%#g", 1.0, "1.00000"),
            ("%g", 1e6, "1e+06"),
            ("%g", 1e-5, "1e-05"),
            ("%.0g", 123.0, "1e+02"),
            ("%#.3g", 1234.0, "1.23e+03"),
            ("%G", 1e-10, "1E-10"),
            ("%08.1f", -3.14159, "-00003.1"),
            ("%+08.1f", 3.14159, "+00003.1"),
            ("%.17g", 0.1, "0.10000000000000001"),
        ] {
            assert_eq!(text(directive(d).float(x)), expected, "{d} {x}");
        }
    }
}
