//! Packing and unpacking values.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::ERROR;
use super::format::{Item, Kind, Program};
use crate::builtins::{str as bytes, tuple};
use crate::error::{PyResult, Raised, overflow_error, system_error, type_error, value_error};
use crate::layouts::Str;
use crate::number::{self, Num};
use crate::value::Value;
use crate::{exception, protocol, thread, types};

/// An integer to pack.
enum Integer {
    Small(i64),
    Big(BigInt),
}

/// Numbers, and what can be made an integer by `__index__` or `__int__`.
fn integer(v: Value) -> PyResult<Integer> {
    let of = |v: Value| match Num::of(v) {
        Some(Num::Int(i)) => Some(Integer::Small(i)),
        Some(Num::Long(n)) => Some(match n.to_i64() {
            Some(i) => Integer::Small(i),
            None => Integer::Big(n.to_big()),
        }),
        _ => None,
    };
    if let Some(i) = of(v) {
        return Ok(i);
    }
    if number::is_index(v) {
        match number::index(v) {
            Ok(i) => {
                if let Some(i) = of(i) {
                    return Ok(i);
                }
            }
            Err(Raised) if exception::pending_matches(types::TYPE_ERROR.get()) => {
                thread::current().take_pending();
            }
            Err(e) => return Err(e),
        }
    }
    let Some(int) = v.ty().slots.int.get() else {
        return Err(ERROR.raise("cannot convert argument to integer"));
    };
    crate::modules::warnings::warn_here(
        types::DEPRECATION_WARNING.get(),
        if v.is_float() || v.cast::<crate::layouts::HeapFloat>().is_some() {
            "integer argument expected, got float"
        } else {
            "integer argument expected, got non-integer (implicit conversion using __int__ is deprecated)"
        },
    )?;
    of(int(v)?).ok_or_else(|| type_error("__int__ method returned non-integer"))
}

#[cold]
fn out_of_range(item: &Item) -> Raised {
    ERROR.raise(format!(
        "integer out of range for '{}' format code",
        char::from(item.code)
    ))
}

#[cold]
fn not_between(item: &Item, low: i128, high: i128) -> Raised {
    // C's own conversions of bytes and shorts speak of the types; those in this machine's order are used for
    // the standard formats too.
    let own = !item.big_endian;
    ERROR.raise(match item.code {
        b'b' => "byte format requires -128 <= number <= 127".to_owned(),
        b'B' => "ubyte format requires 0 <= number <= 255".to_owned(),
        b'h' if own => "short format requires SHRT_MIN <= number <= SHRT_MAX".to_owned(),
        b'H' if own => "ushort format requires 0 <= number <= USHRT_MAX".to_owned(),
        c => format!(
            "'{}' format requires {low} <= number <= {high}",
            char::from(c)
        ),
    })
}

/// An integer as the low bytes of a word.
fn word(item: &Item, v: Value) -> PyResult<u64> {
    let bits = 8 * item.size as u32;
    let signed = item.kind == Kind::Signed;
    if let Some(i) = v.as_int() {
        let unused = 64 - bits;
        let fits = if signed {
            i << unused >> unused == i
        } else {
            i >= 0 && (i as u64) << unused >> unused == i as u64
        };
        if fits {
            return Ok(i as u64);
        }
    }
    let (low, high) = if signed {
        (-(1_i128 << (bits - 1)), (1_i128 << (bits - 1)) - 1)
    } else {
        (0, (1_i128 << bits) - 1)
    };
    let n = match integer(v) {
        // Infinities.
        Err(Raised) if exception::pending_matches(types::OVERFLOW_ERROR.get()) => {
            thread::current().take_pending();
            return Err(out_of_range(item));
        }
        Err(e) => return Err(e),
        Ok(n) => n,
    };
    let n = match n {
        Integer::Small(i) => i128::from(i),
        Integer::Big(n) => match n.to_i128() {
            Some(n) => n,
            None => return Err(out_of_range(item)),
        },
    };
    if (low..=high).contains(&n) {
        return Ok(n as u64);
    }
    // First a C integer is made, then its range is looked at. Small unsigned ones of this machine go by a signed one.
    let by_signed = signed || item.code == b'B' || item.code == b'H' && !item.big_endian;
    let fits = if by_signed {
        i64::try_from(n).is_ok()
    } else {
        u64::try_from(n).is_ok()
    };
    if !fits || item.size == 8 {
        return Err(out_of_range(item));
    }
    Err(not_between(item, low, high))
}

fn pointer(v: Value) -> PyResult<u64> {
    match integer(v)? {
        Integer::Small(i) => Ok(i as u64),
        Integer::Big(n) => n.to_u64().ok_or_else(|| {
            overflow_error(if n.sign() == num_bigint::Sign::Minus {
                "Python int too large to convert to C long"
            } else {
                "long int too large to convert"
            })
        }),
    }
}

fn float(v: Value) -> PyResult<f64> {
    number::to_f64(v).map_err(|e| {
        if exception::pending_matches(types::KEYBOARD_INTERRUPT.get()) {
            return e;
        }
        thread::current().take_pending();
        ERROR.raise("required argument is not a float")
    })
}

fn store(word: u64, item: &Item, out: &mut [u8]) {
    let n = item.size;
    let word = if item.big_endian {
        word.to_be() >> (64 - 8 * n as u32)
    } else {
        word.to_le()
    };
    let bytes = word.to_ne_bytes();
    // Of a known length a copy is one instruction.
    match n {
        1 => out.copy_from_slice(&bytes[..1]),
        2 => out.copy_from_slice(&bytes[..2]),
        4 => out.copy_from_slice(&bytes[..4]),
        _ => out.copy_from_slice(&bytes[..n]),
    }
}

fn load(item: &Item, data: &[u8]) -> u64 {
    let big = item.big_endian;
    match *data {
        [a] => a.into(),
        [a, b] if big => u16::from_be_bytes([a, b]).into(),
        [a, b] => u16::from_le_bytes([a, b]).into(),
        [a, b, c, d] if big => u32::from_be_bytes([a, b, c, d]).into(),
        [a, b, c, d] => u32::from_le_bytes([a, b, c, d]).into(),
        [a, b, c, d, e, f, g, h] if big => u64::from_be_bytes([a, b, c, d, e, f, g, h]),
        [a, b, c, d, e, f, g, h] => u64::from_le_bytes([a, b, c, d, e, f, g, h]),
        // Numbers have no other lengths.
        _ => 0,
    }
}

/// A float as four bytes: out of range, the standard formats have an error and C an infinity.
fn narrow(x: f64, native: bool) -> PyResult<u32> {
    let f = x as f32;
    if f.is_infinite() && x.is_finite() && !native {
        return Err(overflow_error("float too large to pack with f format"));
    }
    if x.is_nan() {
        let sign = if x.is_sign_negative() { 1 << 31 } else { 0 };
        return Ok(0x7fc0_0000 | sign);
    }
    Ok(f.to_bits())
}

/// Does the item convert between formats of numbers, of which that of the machine is said to be unknown?
fn is_portable(item: &Item) -> bool {
    !item.native && crate::builtins::float::is_format_unknown(item.size)
}

/// What an item packs of a number. An unknown format has zeroes without a sign.
fn packable(v: Value, item: &Item) -> PyResult<f64> {
    let x = float(v)?;
    if !is_portable(item) {
        return Ok(x);
    }
    if !x.is_finite() {
        return Err(system_error("frexp() result out of range"));
    }
    Ok(if x == 0.0 { 0.0 } else { x })
}

fn check_unpacked(x: f64, item: &Item) -> PyResult {
    if !x.is_finite() && is_portable(item) {
        return Err(value_error(
            "can't unpack IEEE 754 special value on non-IEEE platform",
        ));
    }
    Ok(Value::float(x))
}

fn pack_one(item: &Item, v: Value, out: &mut [u8]) -> PyResult<()> {
    match item.kind {
        Kind::Signed | Kind::Unsigned => store(word(item, v)?, item, out),
        Kind::Pointer => store(pointer(v)?, item, out),
        Kind::Bool => out[0] = u8::from(protocol::truth(v)?),
        Kind::Float if item.size == 4 => {
            let x = packable(v, item)?;
            store(u64::from(narrow(x, item.native)?), item, out);
        }
        Kind::Float => store(packable(v, item)?.to_bits(), item, out),
        Kind::Char => match v.cast::<Str>() {
            Some(s) if s.bytes().len() == 1 => out[0] = s.bytes()[0],
            _ => return Err(ERROR.raise("char format require string of length 1")),
        },
        Kind::Bytes | Kind::Pascal => {
            let Some(s) = v.cast::<Str>() else {
                return Err(ERROR.raise(format!(
                    "argument for '{}' must be a string",
                    char::from(item.code)
                )));
            };
            let text = s.as_ref().bytes();
            let out = if item.kind == Kind::Pascal {
                let Some((length, rest)) = out.split_first_mut() else {
                    return Ok(());
                };
                *length = text.len().min(rest.len()).min(255) as u8;
                rest
            } else {
                out
            };
            let n = text.len().min(out.len());
            out[..n].copy_from_slice(&text[..n]);
        }
    }
    Ok(())
}

/// Packs as many values as the program has into zeroed bytes.
pub fn pack(p: &Program, values: &[Value], out: &mut [u8]) -> PyResult<()> {
    let mut values = values.iter();
    for item in &p.items {
        let mut at = item.offset;
        for _ in 0..item.count {
            let Some(v) = values.next() else {
                return Ok(());
            };
            pack_one(item, *v, &mut out[at..at + item.size])?;
            at += item.size;
        }
    }
    Ok(())
}

fn unpack_one(item: &Item, data: &[u8]) -> PyResult {
    Ok(match item.kind {
        Kind::Signed => {
            let unused = 64 - 8 * item.size as u32;
            Value::int(((load(item, data) << unused) as i64) >> unused)
        }
        Kind::Unsigned | Kind::Pointer => {
            let n = load(item, data);
            match i64::try_from(n) {
                Ok(i) => Value::int(i),
                Err(_) => number::long(n),
            }
        }
        Kind::Bool => Value::bool(data[0] != 0),
        Kind::Float if item.size == 4 => {
            check_unpacked(f64::from(f32::from_bits(load(item, data) as u32)), item)?
        }
        Kind::Float => check_unpacked(f64::from_bits(load(item, data)), item)?,
        Kind::Char | Kind::Bytes => bytes::new(data).into(),
        Kind::Pascal => match data.split_first() {
            Some((length, rest)) => {
                bytes::new(&rest[..usize::from(*length).min(rest.len())]).into()
            }
            // CPython makes a string of one byte less.
            None => {
                return Err(system_error(
                    "Negative size passed to PyString_FromStringAndSize",
                ));
            }
        },
    })
}

/// So many values are unpacked on the stack.
const FEW: usize = 16;

/// The values in exactly as many bytes as the program takes.
pub fn unpack(p: &Program, data: &[u8]) -> PyResult {
    if p.values <= FEW {
        let mut room = [Value::none(); FEW];
        let mut to = room.iter_mut();
        for item in &p.items {
            let all = &data[item.offset..item.offset + item.size * item.count];
            // Strings may have no bytes.
            let mut each = all.chunks_exact(item.size.max(1));
            for to in to.by_ref().take(item.count) {
                *to = unpack_one(item, each.next().unwrap_or(&[]))?;
            }
        }
        return Ok(tuple::from_slice(&room[..p.values]).into());
    }
    let mut failed = None;
    let values = p.items.iter().flat_map(|item| {
        (0..item.count).map(move |i| {
            let at = item.offset + i * item.size;
            unpack_one(item, &data[at..at + item.size])
        })
    });
    let values = values.map(|r| {
        r.unwrap_or_else(|e| {
            failed = Some(e);
            Value::none()
        })
    });
    let t = tuple::from_iter_sized(p.values, values);
    failed.map_or(Ok(t.into()), Err)
}
