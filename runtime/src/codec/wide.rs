//! UTF-16 and UTF-32.

use super::errors::{self, Bad, Errors};
use crate::builtins::unicode::storage::{Chars, with_units};
use crate::builtins::{str, unicode};
use crate::error::PyResult;
use crate::layouts::{Str, Unicode};
use crate::object::Ref;
use crate::text::Unit;

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

/// Writes units one behind the other.
fn write<const N: usize>(to: &mut [u8], units: impl Iterator<Item = [u8; N]>) {
    for (to, unit) in to.chunks_exact_mut(N).zip(units) {
        to.copy_from_slice(&unit);
    }
}

/// The order that is written.
fn written(order: Order) -> Order {
    if order == Order::Marked {
        NATIVE
    } else {
        order
    }
}

/// To UTF-16.
pub fn encode16(u: Ref<Unicode>, order: Order) -> PyResult<Ref<Str>> {
    fn all<U: Unit>(units: &[U], order: Order, to: &mut [u8]) {
        let units = units.iter().map(|c| (*c).into() as u16);
        if order == Order::Big {
            write(to, units.map(u16::to_be_bytes));
        } else {
            write(to, units.map(u16::to_le_bytes));
        }
    }
    let mark = usize::from(order == Order::Marked);
    let order = written(order);
    let with_mark = |n: usize, rest: &dyn Fn(&mut [u8])| {
        str::try_build((mark + n) * 2, |to| {
            let (head, to) = to.split_at_mut(mark * 2);
            all(&[0xFEFFu16][..mark], order, head);
            rest(to);
        })
    };
    match u.as_ref().chars() {
        Chars::One(s) => with_mark(s.len(), &|to| all(s, order, to)),
        Chars::Two(s) => with_mark(s.len(), &|to| all(s, order, to)),
        Chars::Four(s) => {
            let mut units = Vec::with_capacity(s.len() * 2);
            for c in s {
                match c.checked_sub(0x1_0000) {
                    None => units.push(*c as u16),
                    Some(c) => {
                        units.extend([0xD800 | (c >> 10) as u16, 0xDC00 | (c & 0x3FF) as u16]);
                    }
                }
            }
            with_mark(units.len(), &|to| all(&units, order, to))
        }
    }
}

/// To UTF-32.
pub fn encode32(u: Ref<Unicode>, order: Order) -> PyResult<Ref<Str>> {
    fn all<U: Unit>(units: &[U], order: Order, to: &mut [u8]) {
        let units = units.iter().map(|c| (*c).into());
        if order == Order::Big {
            write(to, units.map(u32::to_be_bytes));
        } else {
            write(to, units.map(u32::to_le_bytes));
        }
    }
    let mark = usize::from(order == Order::Marked);
    let order = written(order);
    with_units!(u, s => str::try_build((mark + s.len()) * 4, |to| {
        let (head, to) = to.split_at_mut(mark * 4);
        all(&[0xFEFFu32][..mark], order, head);
        all(s, order, to);
    }))
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
    let order_told = if little || big { told } else { order };
    let (units, odd) = b[skip.min(b.len())..].as_chunks::<2>();
    if odd.is_empty() {
        let units: Vec<u16> = match told {
            Order::Big => units.iter().map(|u| u16::from_be_bytes(*u)).collect(),
            _ => units.iter().map(|u| u16::from_le_bytes(*u)).collect(),
        };
        // Every unit is a character.
        if !units
            .iter()
            .fold(false, |any, c| any | (c & 0xF800 == 0xD800))
        {
            return Ok(Part {
                text: unicode::from_units(&units)?,
                used: b.len(),
                order: order_told,
            });
        }
    }
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
        order: order_told,
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
