//! Positions of text streams.
//!
//! A position in text is one in the bytes from which the decoder can start, its state there, and how many
//! bytes to feed it and characters to skip from then on. All of that is packed into one number, which
//! is the position in the bytes alone wherever that says enough.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};

use super::method;
use super::text_io::{
    check_open, clear_decoded, decode, decoder_state, state, under, write_pending,
};
use crate::builtins::{str as bytes, tuple};
use crate::error::{PyResult, io_error, type_error, value_error};
use crate::layouts::{Str, TextIo, Tuple};
use crate::number::{self, Num};
use crate::object::Ref;
use crate::protocol;
use crate::value::Value;

/// The parts of a position.
#[derive(Default)]
struct Cookie {
    start: i64,
    flags: i64,
    feed: i64,
    skip: i64,
    end: bool,
}

impl Cookie {
    fn pack(&self) -> Value {
        let mut n = BigInt::from(u8::from(self.end));
        for part in [self.skip, self.feed, self.flags] {
            n = (n << 32) + (part & 0xffff_ffff);
        }
        number::long((n << 64) + self.start)
    }

    fn unpack(n: &BigInt) -> Cookie {
        let low = |n: &BigInt, bits: u32| -> i64 {
            (n % (BigInt::from(1) << bits)).to_i64().unwrap_or(i64::MAX)
        };
        let rest = n >> 64;
        Cookie {
            start: low(n, 64),
            flags: low(&rest, 32),
            feed: low(&(&rest >> 32), 32),
            skip: low(&(&rest >> 64), 32),
            end: !(&rest >> 96u32).is_zero(),
        }
    }
}

fn set_decoder(t: Ref<TextIo>, input: &[u8], flags: i64) -> PyResult<()> {
    let Some(d) = t.decoder.get() else {
        return Ok(());
    };
    if input.is_empty() && flags == 0 {
        method(d, "reset", &[])?;
    } else {
        let s = tuple::from_slice(&[bytes::new(input).into(), Value::int(flags)]);
        method(d, "setstate", &[s.into()])?;
    }
    Ok(())
}

/// The present position.
pub fn tell(t: Ref<TextIo>) -> PyResult {
    under(t)?;
    check_open(t)?;
    let s = state(t);
    if !s.seekable {
        return Err(io_error("underlying stream is not seekable"));
    }
    if !s.telling {
        return Err(io_error("telling position disabled by next() call"));
    }
    write_pending(t)?;
    method(t.into(), "flush", &[])?;
    let at = method(under(t)?, "tell", &[])?;
    let (Some(d), Some(snapshot)) = (t.decoder.get(), t.snapshot.get()) else {
        return Ok(at);
    };
    let Some(&[flags, input]) = snapshot.cast::<Tuple>().map(|p| p.as_ref().items()) else {
        return Ok(at);
    };
    let Some(input) = input.cast::<Str>() else {
        return Ok(at);
    };
    let mut cookie = Cookie {
        start: super::offset_argument(at)? - input.as_ref().bytes().len() as i64,
        flags: crate::convert::int(flags)?,
        ..Cookie::default()
    };
    let skip = state(t).used;
    if skip == 0 {
        return Ok(cookie.pack());
    }
    // The input is decoded again up to the position, from the last place where the decoder holds
    // nothing back.
    let saved = decoder_state(d)?;
    let found = search(t, d, input.as_ref().bytes(), skip, &mut cookie);
    let restored = {
        let s = tuple::from_slice(&[saved.0.into(), Value::int(saved.1)]);
        method(d, "setstate", &[s.into()])
    };
    found?;
    restored?;
    Ok(cookie.pack())
}

fn search(
    t: Ref<TextIo>,
    d: Value,
    input: &[u8],
    skip: usize,
    cookie: &mut Cookie,
) -> PyResult<()> {
    set_decoder(t, b"", cookie.flags)?;
    let first_flags = cookie.flags;
    let first = cookie.start;
    // Characters since the start, bytes since the safe place, characters since it.
    let (mut fed, mut made) = (0, 0);
    let mut safe = (0, first_flags, 0);
    for b in input {
        fed += 1;
        made += decode(t, bytes::singleton(*b).into(), false)?.len();
        let (waiting, flags) = decoder_state(d)?;
        if waiting.as_ref().bytes().is_empty() && made <= skip {
            safe = (fed, flags, made);
        }
        if made >= skip {
            break;
        }
    }
    if made < skip {
        made += decode(t, bytes::empty().into(), true)?.len();
        cookie.end = true;
        if made < skip {
            return Err(io_error("can't reconstruct logical file position"));
        }
    }
    cookie.start = first + safe.0;
    cookie.flags = safe.1;
    cookie.skip = (skip - safe.2) as i64;
    cookie.feed = if cookie.skip > 0 { fed - safe.0 } else { 0 };
    if cookie.skip == 0 {
        cookie.end = false;
    }
    Ok(())
}

/// Moves to a position that `tell` gave, or to the start or end.
pub fn seek(t: Ref<TextIo>, cookie: Value, whence: i64) -> PyResult {
    under(t)?;
    check_open(t)?;
    if !state(t).seekable {
        return Err(io_error("underlying stream is not seekable"));
    }
    let mut cookie = cookie;
    let zero = |v: Value| -> PyResult<bool> { Ok(!protocol::truth(v)?) };
    match whence {
        0 => {}
        1 => {
            if !zero(cookie)? {
                return Err(io_error("can't do nonzero cur-relative seeks"));
            }
            cookie = method(t.into(), "tell", &[])?;
        }
        2 => {
            if !zero(cookie)? {
                return Err(io_error("can't do nonzero end-relative seeks"));
            }
            method(t.into(), "flush", &[])?;
            clear_decoded(t);
            t.snapshot.set(None);
            set_decoder(t, b"", 0)?;
            return method(under(t)?, "seek", &[Value::int(0), Value::int(2)]);
        }
        _ => {
            return Err(value_error(format!(
                "invalid whence ({whence}, should be 0, 1 or 2)"
            )));
        }
    }
    let n = match Num::of(cookie).and_then(Num::to_big) {
        Some(n) if !cookie.is_float() => n,
        _ => return Err(type_error("an integer is required")),
    };
    if n.is_negative() {
        let r = protocol::repr(cookie)?;
        return Err(value_error(
            [b"negative seek position ", r.as_ref().bytes()].concat(),
        ));
    }
    method(t.into(), "flush", &[])?;
    let c = Cookie::unpack(&n);
    method(under(t)?, "seek", &[Value::int(c.start)])?;
    clear_decoded(t);
    t.snapshot.set(None);
    set_decoder(t, b"", c.flags)?;
    if c.skip > 0 {
        let input = method(under(t)?, "read", &[Value::int(c.feed)])?;
        t.snapshot.set(Some(
            tuple::from_slice(&[Value::int(c.flags), input]).into(),
        ));
        let text = decode(t, input, c.end)?;
        if (text.len() as i64) < c.skip {
            return Err(io_error("can't restore logical file position"));
        }
        let s = state(t);
        s.decoded = text;
        s.used = c.skip as usize;
    } else {
        let pair = [Value::int(c.flags), bytes::empty().into()];
        t.snapshot.set(Some(tuple::from_slice(&pair).into()));
    }
    if let Some(e) = t.encoder.get() {
        if c.start == 0 && c.flags == 0 {
            method(e, "reset", &[])?;
        } else {
            method(e, "setstate", &[Value::int(0)])?;
        }
    }
    Ok(cookie)
}
