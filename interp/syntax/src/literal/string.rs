//! String literals: prefixes, concatenation, `str` escapes.

use super::{Error, unicode};
use crate::Arena;
use crate::ast::ExprKind;
use crate::build::Input;
use crate::flags::Flags;
use crate::source::Literals;
use crate::token::Token;

/// What a literal's prefix and quotes say, and what is between the quotes.
struct Part<'s> {
    unicode: bool,
    raw: bool,
    body: &'s [u8],
}

/// The value of adjacent literals. If one is `unicode`, all become so.
pub fn decode<'a>(parts: &[Token], input: &Input, arena: &'a Arena) -> Result<ExprKind<'a>, Error> {
    let source = |t: &Token| &input.source.text[t.start as usize..t.end as usize];
    let default_unicode = input.flags.has(Flags::UNICODE_LITERALS);
    let literals = &input.source.literals;
    if let [token] = parts {
        let part = split(source(token), default_unicode);
        if !part.unicode
            && !matches!(literals, Literals::Recoded(_))
            && (part.raw || memchr::memchr(b'\\', part.body).is_none())
        {
            return Ok(ExprKind::Str {
                s: arena.alloc_slice_copy(part.body),
            });
        }
    }
    let mut value = Value::Str(Vec::new());
    for (i, token) in parts.iter().enumerate() {
        let part = split(source(token), default_unicode);
        value = value.join(decode_part(&part, literals)?, i == 0)?;
    }
    Ok(match value {
        Value::Str(bytes) => ExprKind::Str {
            s: arena.alloc_slice_copy(&bytes),
        },
        Value::Unicode(points) => ExprKind::Unicode {
            s: arena.alloc_slice_copy(&points),
        },
    })
}

enum Value {
    Str(Vec<u8>),
    Unicode(Vec<u32>),
}

impl Value {
    fn join(self, next: Value, is_first: bool) -> Result<Value, Error> {
        if is_first {
            return Ok(next);
        }
        Ok(match (self, next) {
            (Value::Str(mut bytes), Value::Str(more)) => {
                bytes.extend_from_slice(&more);
                Value::Str(bytes)
            }
            (left, right) => {
                let mut points = left.into_points()?;
                points.extend_from_slice(&right.into_points()?);
                Value::Unicode(points)
            }
        })
    }

    fn into_points(self) -> Result<Vec<u32>, Error> {
        let bytes = match self {
            Value::Unicode(points) => return Ok(points),
            Value::Str(bytes) => bytes,
        };
        match bytes.iter().position(|b| !b.is_ascii()) {
            None => Ok(bytes.iter().map(|&b| u32::from(b)).collect()),
            Some(at) => Err(Error::Unicode(format!(
                "'ascii' codec can't decode byte 0x{:02x} in position {at}: ordinal not in range(128)",
                bytes[at]
            ))),
        }
    }
}

fn split(text: &[u8], default_unicode: bool) -> Part<'_> {
    let mut part = Part {
        unicode: default_unicode,
        raw: false,
        body: text,
    };
    loop {
        match part.body[0] {
            b'u' | b'U' => part.unicode = true,
            b'b' | b'B' => part.unicode = false,
            b'r' | b'R' => part.raw = true,
            _ => break,
        }
        part.body = &part.body[1..];
    }
    let quote = part.body[0];
    let is_triple = part.body.len() >= 6 && part.body[1] == quote && part.body[2] == quote;
    let quotes = if is_triple { 3 } else { 1 };
    part.body = &part.body[quotes..part.body.len() - quotes];
    part
}

fn decode_part(part: &Part, literals: &Literals) -> Result<Value, Error> {
    if part.unicode {
        let in_utf8 = !matches!(literals, Literals::Bytes);
        return unicode::decode(part.body, part.raw, in_utf8).map(Value::Unicode);
    }
    let bytes = match literals {
        Literals::Recoded(codec) if part.raw || !part.body.contains(&b'\\') => {
            codec.encode(&String::from_utf8_lossy(part.body))
        }
        Literals::Recoded(codec) => {
            let encode = |run: &[u8]| codec.encode(&String::from_utf8_lossy(run));
            unescape(part.body, Some(&encode))?
        }
        _ if part.raw => part.body.to_vec(),
        _ => unescape(part.body, None)?,
    };
    Ok(Value::Str(bytes))
}

/// Turns what is not ASCII back to the source's encoding.
type Encode<'e> = &'e dyn Fn(&[u8]) -> Vec<u8>;

fn unescape(body: &[u8], encode: Option<Encode>) -> Result<Vec<u8>, Error> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(&c) = rest.first() {
        if c != b'\\' {
            let run = match encode {
                Some(_) if !c.is_ascii() => rest.iter().position(u8::is_ascii),
                Some(_) => rest.iter().position(|b| *b == b'\\' || !b.is_ascii()),
                None => memchr::memchr(b'\\', rest),
            };
            let (run, tail) = rest.split_at(run.unwrap_or(rest.len()));
            match encode {
                Some(encode) if !c.is_ascii() => out.extend_from_slice(&encode(run)),
                _ => out.extend_from_slice(run),
            }
            rest = tail;
            continue;
        }
        let Some(&escape) = rest.get(1) else {
            out.push(c);
            break;
        };
        rest = &rest[2..];
        let byte = match escape {
            b'\n' => continue,
            b'0'..=b'7' => {
                let more = rest
                    .iter()
                    .take(2)
                    .take_while(|b| matches!(b, b'0'..=b'7'))
                    .count();
                let value = rest[..more]
                    .iter()
                    .fold(u32::from(escape - b'0'), |n, b| n * 8 + u32::from(b - b'0'));
                rest = &rest[more..];
                value as u8
            }
            b'x' => match rest {
                [high, low, tail @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                    rest = tail;
                    (hex(*high) << 4 | hex(*low)) as u8
                }
                _ => return Err(Error::Value("invalid \\x escape")),
            },
            other => match simple_escape(other) {
                Some(byte) => byte,
                None => {
                    // Left as it is; `other` may begin what has to be encoded.
                    out.push(b'\\');
                    rest = &body[body.len() - rest.len() - 1..];
                    continue;
                }
            },
        };
        out.push(byte);
    }
    Ok(out)
}

/// The escapes of one letter that `str` and `unicode` share.
pub fn simple_escape(c: u8) -> Option<u8> {
    Some(match c {
        b'\\' | b'\'' | b'"' => c,
        b'a' => 7,
        b'b' => 8,
        b't' => b'\t',
        b'n' => b'\n',
        b'v' => 11,
        b'f' => 12,
        b'r' => b'\r',
        _ => return None,
    })
}

/// The value of a hexadecimal digit.
pub fn hex(digit: u8) -> u32 {
    (digit as char).to_digit(16).unwrap_or(0)
}
