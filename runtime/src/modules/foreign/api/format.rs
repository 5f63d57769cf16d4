//! `PyString_FromFormat` and `PyUnicode_FromFormat`: texts made of a format and any number of arguments, as C's printf.
//!
//! Both stop at what they do not know: the rest of the format is copied as it is.

use std::ffi::{CStr, c_char};

use super::{made, object};
use crate::builtins::{str as bytes, unicode};
use crate::codec::errors::Errors;
use crate::error::PyResult;
use crate::value::Value;

// Rust has no functions of any number of arguments: these lay out the registers with integer arguments in memory. What
// does not fit in there is on the stack, behind the address of the caller.
std::arch::global_asm!(
    ".globl pyston_string_from_format",
    "pyston_string_from_format:",
    "xor eax, eax",
    "jmp 2f",
    ".globl pyston_unicode_from_format",
    "pyston_unicode_from_format:",
    "mov eax, 1",
    "2:",
    "push rbp",
    "mov rbp, rsp",
    "sub rsp, 48",
    "mov [rsp], rdi",
    "mov [rsp + 8], rsi",
    "mov [rsp + 16], rdx",
    "mov [rsp + 24], rcx",
    "mov [rsp + 32], r8",
    "mov [rsp + 40], r9",
    "mov rdi, rsp",
    "lea rsi, [rbp + 16]",
    "mov edx, eax",
    "call {from_format}",
    "leave",
    "ret",
    from_format = sym from_format,
);

unsafe extern "C" {
    fn pyston_string_from_format();
    fn pyston_unicode_from_format();
}

pub fn string_from_format() -> *const () {
    pyston_string_from_format as *const ()
}

pub fn unicode_from_format() -> *const () {
    pyston_unicode_from_format as *const ()
}

/// Registers that integer arguments are passed in.
const REGISTERS: usize = 6;

/// The arguments of a call, in their order.
struct Arguments {
    registers: *const u64,
    stack: *const u64,
    taken: usize,
}

impl Arguments {
    fn next(&mut self) -> u64 {
        let at = self.taken;
        self.taken += 1;
        // SAFETY: the caller passes as many as the format asks for, as C code has to.
        unsafe {
            match at < REGISTERS {
                true => *self.registers.add(at),
                false => *self.stack.add(at - REGISTERS),
            }
        }
    }

    fn int(&mut self) -> i32 {
        self.next() as i32
    }

    /// A C string; nothing for NULL.
    fn text(&mut self) -> &'static [u8] {
        let at = self.next() as *const c_char;
        match at.is_null() {
            true => b"",
            // SAFETY: a C string that lives as long as the call, as C code promises.
            false => unsafe { CStr::from_ptr(at) }.to_bytes(),
        }
    }
}

/// What a percent sign begins.
#[derive(Default)]
struct Directive {
    zero: bool,
    width: usize,
    precision: Option<usize>,
    /// The number takes a word, not an int.
    long: bool,
    letter: u8,
    /// How long it is, without the percent sign.
    length: usize,
}

impl Directive {
    fn parse(f: &[u8]) -> Directive {
        let mut d = Directive::default();
        let at = |i: usize| f.get(i).copied().unwrap_or(0);
        let digits = |i: &mut usize| {
            let mut n = 0usize;
            while at(*i).is_ascii_digit() {
                n = n
                    .saturating_mul(10)
                    .saturating_add(usize::from(at(*i) - b'0'));
                *i += 1;
            }
            n
        };
        let mut i = 0;
        d.zero = at(0) == b'0';
        d.width = digits(&mut i);
        if at(i) == b'.' {
            i += 1;
            d.precision = Some(digits(&mut i));
        }
        let long = match (at(i), at(i + 1)) {
            (b'l', b'l') => 2,
            (b'l' | b'z', _) => 1,
            _ => 0,
        };
        if long > 0 && matches!(at(i + long), b'd' | b'u') {
            i += long;
            d.long = true;
        }
        d.letter = at(i);
        d.length = i + 1;
        d
    }

    /// The digits of a number and whether it is negative.
    fn number(&self, args: &mut Arguments) -> Option<(String, bool)> {
        let word = args.next();
        let signed = if self.long {
            word as i64
        } else {
            i64::from(word as i32)
        };
        let unsigned = if self.long {
            word
        } else {
            u64::from(word as u32)
        };
        Some(match self.letter {
            b'd' | b'i' => (signed.unsigned_abs().to_string(), signed < 0),
            b'u' => (unsigned.to_string(), false),
            b'x' => (format!("{unsigned:x}"), false),
            _ => return None,
        })
    }
}

fn pointer(args: &mut Arguments) -> String {
    match args.next() {
        0 => "0x(nil)".to_owned(),
        p => format!("{p:#x}"),
    }
}

/// # Safety
/// The first argument is the format, and those that it asks for follow.
unsafe extern "C" fn from_format(registers: *const u64, stack: *const u64, wide: u32) -> u64 {
    let mut args = Arguments {
        registers,
        stack,
        taken: 0,
    };
    let format = args.text();
    let text = match wide {
        0 => bytes::try_new(&string(format, &mut args)).map(Value::from),
        _ => text(format, &mut args),
    };
    text.map_or(0, made)
}

/// Widths are ignored, and so are signs that mean something to printf.
fn string(format: &[u8], args: &mut Arguments) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = format;
    while let Some(at) = rest.iter().position(|c| *c == b'%') {
        out.extend_from_slice(&rest[..at]);
        let from = &rest[at..];
        let skipped = |c: &&u8| !c.is_ascii_alphanumeric() && !matches!(**c, b'%' | b'.');
        let signs = from[1..].iter().take_while(skipped).count();
        let d = Directive::parse(&from[1 + signs..]);
        match d.letter {
            b'c' => out.push(args.int() as u8),
            b'd' | b'i' | b'u' | b'x' => {
                let (digits, negative) = d.number(args).unwrap_or_default();
                out.extend_from_slice(if negative { b"-" } else { b"" });
                out.extend_from_slice(digits.as_bytes());
            }
            b's' => {
                let s = args.text();
                let limit = d.precision.unwrap_or(d.width);
                let limit = if limit == 0 { s.len() } else { limit };
                out.extend_from_slice(&s[..s.len().min(limit)]);
            }
            b'p' => out.extend_from_slice(pointer(args).as_bytes()),
            b'%' => out.push(b'%'),
            _ => {
                out.extend_from_slice(from);
                return out;
            }
        }
        rest = &from[1 + signs + d.length..];
    }
    out.extend_from_slice(rest);
    out
}

fn text(format: &[u8], args: &mut Arguments) -> PyResult {
    let mut out: Vec<u32> = Vec::new();
    let plain = |out: &mut Vec<u32>, s: &[u8]| out.extend(s.iter().map(|c| u32::from(*c)));
    let mut rest = format;
    while let Some(at) = rest.iter().position(|c| *c == b'%') {
        plain(&mut out, &rest[..at]);
        let from = &rest[at..];
        let d = Directive::parse(&from[1..]);
        match d.letter {
            b'c' => {
                let c = args.int();
                if !(0..=0x10_FFFF).contains(&c) {
                    return Err(crate::error::overflow_error(
                        "%c arg not in range(0x110000) (wide Python build)",
                    ));
                }
                out.push(c as u32);
            }
            b'd' | b'i' | b'u' | b'x' => {
                let (digits, negative) = d.number(args).unwrap_or_default();
                plain(&mut out, padded(&d, &digits, negative).as_bytes());
            }
            b's' => {
                let s = unicode_of(args.text())?;
                out.extend(unicode::code_points(s));
            }
            b'U' => out.extend(argument(args).into_iter().flat_map(unicode::code_points)),
            b'V' => {
                let (given, other) = (argument(args), args.text());
                match given {
                    Some(u) => out.extend(unicode::code_points(u)),
                    None => plain(&mut out, other),
                }
            }
            b'S' | b'R' => {
                let Some(v) = object(args.next()) else {
                    return Err(crate::error::system_error("NULL object"));
                };
                let shown = match d.letter {
                    b'S' => unicode::from_object(v)?,
                    _ => unicode_of(crate::protocol::repr(v)?.as_ref().bytes())?,
                };
                out.extend(unicode::code_points(shown));
            }
            b'p' => plain(&mut out, pointer(args).as_bytes()),
            b'%' => out.push(u32::from(b'%')),
            _ => {
                plain(&mut out, from);
                return unicode::from_code_points(&out);
            }
        }
        rest = &from[1 + d.length..];
    }
    plain(&mut out, rest);
    unicode::from_code_points(&out)
}

/// An object that is text; nothing for NULL and for what is none.
fn argument(args: &mut Arguments) -> Option<Value> {
    object(args.next()).filter(|v| unicode::is_unicode(*v))
}

fn unicode_of(s: &[u8]) -> PyResult {
    crate::codec::utf8::decode(bytes::try_new(s)?, Errors::Replace).map(Value::from)
}

/// A number in its width, as printf has it.
fn padded(d: &Directive, digits: &str, negative: bool) -> String {
    let sign = if negative { "-" } else { "" };
    let least = match d.precision.filter(|p| *p > 0) {
        Some(precision) => precision,
        None if d.zero => d.width.saturating_sub(sign.len()),
        None => 0,
    };
    let zeroes = "0".repeat(least.saturating_sub(digits.len()));
    let length = sign.len() + zeroes.len() + digits.len();
    let blanks = " ".repeat(d.width.saturating_sub(length));
    format!("{blanks}{sign}{zeroes}{digits}")
}
