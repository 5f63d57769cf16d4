//! quoted-printable.

use super::new;
use crate::error::PyResult;
use crate::layouts::Str;
use crate::object::Ref;

/// Most characters of a line, the `=` at its end not counted.
const LINE: usize = 76;

pub fn a2b_qp(v: Ref<Str>, header: i32) -> PyResult {
    let text = v.as_ref().bytes();
    let mut out = Vec::with_capacity(text.len());
    let mut i = 0;
    while i < text.len() {
        let c = text[i];
        i += 1;
        match c {
            b'=' => match text.get(i) {
                None => break,
                // The end of a line that goes on in the next.
                Some(b'\n' | b'\r') => {
                    if text[i] != b'\n' {
                        while i < text.len() && text[i] != b'\n' {
                            i += 1;
                        }
                    }
                    i += usize::from(i < text.len());
                }
                Some(b'=') => {
                    out.push(b'=');
                    i += 1;
                }
                Some(a) => {
                    let digit = |c: u8| char::from(c).to_digit(16);
                    match (digit(*a), text.get(i + 1).and_then(|b| digit(*b))) {
                        (Some(a), Some(b)) => {
                            out.push((a << 4 | b) as u8);
                            i += 2;
                        }
                        _ => out.push(b'='),
                    }
                }
            },
            b'_' if header != 0 => out.push(b' '),
            c => out.push(c),
        }
    }
    new(&out)
}

pub fn b2a_qp(v: Ref<Str>, quotetabs: i32, istext: i32, header: i32) -> PyResult {
    let text = v.as_ref().bytes();
    let (quotetabs, istext, header) = (quotetabs != 0, istext != 0, header != 0);
    // The line ends of the first line are those of all.
    let crlf = memchr::memchr(b'\n', text).is_some_and(|i| i > 0 && text[i - 1] == b'\r');
    let line_end: &[u8] = if crlf { b"\r\n" } else { b"\n" };
    let mut out = Vec::with_capacity(text.len() + text.len() / 8);
    let mut column = 0;
    let quote = |out: &mut Vec<u8>, c: u8| {
        const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
        out.extend_from_slice(&[
            b'=',
            DIGITS[usize::from(c >> 4)],
            DIGITS[usize::from(c & 15)],
        ]);
    };
    let mut i = 0;
    while i < text.len() {
        let c = text[i];
        let next = text.get(i + 1).copied();
        let is_last = next.is_none();
        let must_quote = c > 126
            || c == b'='
            || header && c == b'_'
            || c == b'.' && column == 0 && matches!(next, None | Some(b'\n' | b'\r' | 0))
            || !istext && matches!(c, b'\r' | b'\n')
            || matches!(c, b'\t' | b' ') && is_last
            || c < 33 && !matches!(c, b'\r' | b'\n') && (quotetabs || !matches!(c, b'\t' | b' '));
        if must_quote {
            if column + 3 >= LINE {
                out.push(b'=');
                out.extend_from_slice(line_end);
                column = 0;
            }
            quote(&mut out, c);
            column += 3;
            i += 1;
            continue;
        }
        if istext && (c == b'\n' || c == b'\r' && next == Some(b'\n')) {
            column = 0;
            // A blank at the end of a line would get lost.
            if let Some(blank @ (b' ' | b'\t')) = out.last().copied() {
                out.pop();
                quote(&mut out, blank);
            }
            out.extend_from_slice(line_end);
            i += if c == b'\r' { 2 } else { 1 };
            continue;
        }
        if !is_last && next != Some(b'\n') && column + 1 >= LINE {
            out.push(b'=');
            out.extend_from_slice(line_end);
            column = 0;
        }
        column += 1;
        out.push(if header && c == b' ' { b'_' } else { c });
        i += 1;
    }
    new(&out)
}
