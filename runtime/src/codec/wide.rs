//! UTF-16 and UTF-32.

use super::errors::{self, Bad, Errors};
use crate::builtins::str;
use crate::error::PyResult;
use crate::layouts::{Str, Unicode};
use crate::object::Ref;

/// Order of the bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Little,
    Big,
    /// A mark at the start tells; without one, and when writing, it is the machine's.
    Marked,
}

const NATIVE: Order = if cfg!(target_endian = "big") {
    Order::Big
} else {
    Order::Little
};

fn push16(out: &mut Vec<u8>, c: u16, order: Order) {
    out.extend_from_slice(&if order == Order::Big {
        c.to_be_bytes()
    } else {
        c.to_le_bytes()
    });
}

fn push32(out: &mut Vec<u8>, c: u32, order: Order) {
    out.extend_from_slice(&if order == Order::Big {
        c.to_be_bytes()
    } else {
        c.to_le_bytes()
    });
}

/// To UTF-16.
pub fn encode16(u: Ref<Unicode>, order: Order) -> PyResult<Ref<Str>> {
    let mut out = Vec::with_capacity(u.length() * 2 + 2);
    let written = if order == Order::Marked {
        NATIVE
    } else {
        order
    };
    if order == Order::Marked {
        push16(&mut out, 0xFEFF, written);
    }
    for c in u.as_ref().to_vec() {
        match c.checked_sub(0x1_0000) {
            None => push16(&mut out, c as u16, written),
            Some(c) => {
                push16(&mut out, 0xD800 | (c >> 10) as u16, written);
                push16(&mut out, 0xDC00 | (c & 0x3FF) as u16, written);
            }
        }
    }
    str::try_new(&out)
}

/// To UTF-32.
pub fn encode32(u: Ref<Unicode>, order: Order) -> PyResult<Ref<Str>> {
    let mut out = Vec::with_capacity(u.length() * 4 + 4);
    let written = if order == Order::Marked {
        NATIVE
    } else {
        order
    };
    if order == Order::Marked {
        push32(&mut out, 0xFEFF, written);
    }
    for c in u.as_ref().to_vec() {
        push32(&mut out, c, written);
    }
    str::try_new(&out)
}

fn unit16(b: [u8; 2], order: Order) -> u32 {
    u32::from(if order == Order::Big {
        u16::from_be_bytes(b)
    } else {
        u16::from_le_bytes(b)
    })
}

fn unit32(b: [u8; 4], order: Order) -> u32 {
    if order == Order::Big {
        u32::from_be_bytes(b)
    } else {
        u32::from_le_bytes(b)
    }
}

/// The order of the bytes, and the length of the mark that told.
fn order_of(order: Order, little: bool, big: bool, mark: usize) -> (Order, usize) {
    match order {
        Order::Marked if little => (Order::Little, mark),
        Order::Marked if big => (Order::Big, mark),
        Order::Marked => (NATIVE, 0),
        told => (told, 0),
    }
}

/// What a part of a stream gave.
pub struct Part {
    pub text: Ref<Unicode>,
    /// How many bytes were used.
    pub used: usize,
    /// The order that a mark told.
    pub order: Order,
}

/// From UTF-16.
pub fn decode16(s: Ref<Str>, order: Order, errors: Errors<'_>) -> PyResult<Ref<Unicode>> {
    decode16_part(s, order, errors, true).map(|p| p.text)
}

/// From a part of a stream of UTF-16.
pub fn decode16_part(
    s: Ref<Str>,
    order: Order,
    errors: Errors<'_>,
    is_final: bool,
) -> PyResult<Part> {
    let b = s.as_ref().bytes();
    let (little, big) = (b.starts_with(b"\xff\xfe"), b.starts_with(b"\xfe\xff"));
    let (told, mut skip) = order_of(order, little, big, 2);
    let (text, used) = errors::decode_part(s, "utf16", errors, is_final, |bytes, at, out| {
        *at += std::mem::take(&mut skip);
        while *at < bytes.len() {
            let start = *at;
            let bad = |end: usize, reason| Err(Bad::new(start, end, reason));
            let Some(first) = bytes[start..].first_chunk::<2>() else {
                return Err(Bad::incomplete(start, start + 1, "truncated data"));
            };
            let c = unit16(*first, told);
            if !(0xD800..0xE000).contains(&c) {
                out.push(c);
                *at += 2;
                continue;
            }
            let Some(second) = bytes[start + 2..].first_chunk::<2>() else {
                let end = bytes.len();
                return Err(Bad::incomplete(start, end, "unexpected end of data"));
            };
            // A surrogate of either kind at the end of the data is first of all not followed by another.
            if c >= 0xDC00 {
                return bad(start + 2, "illegal encoding");
            }
            let low = unit16(*second, told);
            if !(0xDC00..0xE000).contains(&low) {
                return bad(start + 2, "illegal UTF-16 surrogate");
            }
            out.push(0x1_0000 + ((c - 0xD800) << 10) + (low - 0xDC00));
            *at += 4;
        }
        Ok(())
    })?;
    Ok(Part {
        text,
        used,
        order: if little || big { told } else { order },
    })
}

/// From UTF-32.
pub fn decode32(s: Ref<Str>, order: Order, errors: Errors<'_>) -> PyResult<Ref<Unicode>> {
    decode32_part(s, order, errors, true).map(|p| p.text)
}

/// From a part of a stream of UTF-32.
pub fn decode32_part(
    s: Ref<Str>,
    order: Order,
    errors: Errors<'_>,
    is_final: bool,
) -> PyResult<Part> {
    let b = s.as_ref().bytes();
    let little = b.starts_with(b"\xff\xfe\0\0");
    let big = b.starts_with(b"\0\0\xfe\xff");
    let (told, mut skip) = order_of(order, little, big, 4);
    let (text, used) = errors::decode_part(s, "utf32", errors, is_final, |bytes, at, out| {
        *at += std::mem::take(&mut skip);
        while *at < bytes.len() {
            let Some(chunk) = bytes[*at..].first_chunk::<4>() else {
                return Err(Bad::incomplete(*at, bytes.len(), "truncated data"));
            };
            let c = unit32(*chunk, told);
            if c >= 0x11_0000 {
                return Err(Bad::new(*at, *at + 4, "code point not in range(0x110000)"));
            }
            out.push(c);
            *at += 4;
        }
        Ok(())
    })?;
    Ok(Part {
        text,
        used,
        order: if little || big { told } else { order },
    })
}
