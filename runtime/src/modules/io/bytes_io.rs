//! `BytesIO`: bytes in memory.

use super::{size_argument, viewed};
use crate::builtins::{dict, list, str as bytes, tuple};
use crate::call::Args;
use crate::error::{PyResult, type_error, value_error};
use crate::layouts::{BytesIo, Dict, Str, Tuple};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;
use crate::{attr, attributes, protocol};

/// What the object owns.
#[derive(Default)]
struct State {
    data: Vec<u8>,
    at: usize,
    closed: bool,
}

fn this(v: Value) -> PyResult<Ref<BytesIo>> {
    v.cast::<BytesIo>()
        .ok_or_else(|| type_error("expected a BytesIO"))
}

fn state<'a>(b: Ref<BytesIo>) -> &'a mut State {
    // SAFETY: `new` made the box, and the object owns it while it lives. References end before Python
    // code can run.
    unsafe { &mut *(b.state.get() as *mut State) }
}

/// The state of a stream that is not closed.
fn open<'a>(b: Ref<BytesIo>) -> PyResult<&'a mut State> {
    let s = state(b);
    if s.closed {
        return Err(value_error("I/O operation on closed file."));
    }
    Ok(s)
}

/// Asked before arguments are counted.
pub fn is_open(b: Ref<BytesIo>) -> PyResult<()> {
    open(b).map(drop)
}

pub fn new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    let b = BytesIo::alloc_for(ty, Box::into_raw(Box::<State>::default()) as u64);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(b.addr() as *mut u8) };
    Ok(b.into())
}

/// Frees the bytes of a dead stream.
pub fn finalize(b: Ref<BytesIo>) {
    let address = b.state.replace(0);
    if address != 0 {
        // SAFETY: made from a box, and forgotten by the object just now.
        drop(unsafe { Box::from_raw(address as *mut State) });
    }
}

/// `BytesIO([initial_bytes])`
pub fn init(v: Value, args: Args<'_>) -> PyResult<()> {
    let b = this(v)?;
    let initial = match (args.pos(), args.keywords().next()) {
        ([], None) => None,
        ([x], None) => Some(*x),
        ([], Some((k, x)))
            if args.nkw() == 1
                && k.cast::<Str>()
                    .is_some_and(|k| k.as_ref().bytes() == b"initial_bytes") =>
        {
            Some(x)
        }
        (p, _) if p.len() + args.nkw() > 1 => {
            return Err(type_error(format!(
                "BytesIO() takes at most 1 argument ({} given)",
                p.len() + args.nkw()
            )));
        }
        (_, Some((k, _))) => {
            return Err(crate::builtins::sequence::unknown_keyword(args, k));
        }
        _ => None,
    };
    // Closed once, it stays closed.
    let closed = state(b).closed;
    *state(b) = State {
        closed,
        ..State::default()
    };
    if closed && initial.is_some_and(|x| !x.is_none()) {
        return open(b).map(drop);
    }
    if let Some(x) = initial.filter(|x| !x.is_none()) {
        let data = viewed(x)?.as_ref().bytes().to_vec();
        state(b).data = data;
    }
    Ok(())
}

pub fn getvalue(self_: Ref<BytesIo>) -> PyResult {
    Ok(bytes::try_new(&open(self_)?.data)?.into())
}

/// The next bytes, at most `n` of them.
fn take(s: &mut State, n: i64) -> &[u8] {
    let rest = s.data.get(s.at..).unwrap_or(&[]);
    let n = usize::try_from(n).unwrap_or(usize::MAX).min(rest.len());
    let start = s.at;
    s.at += n;
    s.data.get(start..start + n).unwrap_or(&[])
}

pub fn read(self_: Ref<BytesIo>, size: Option<Value>) -> PyResult {
    open(self_)?;
    let n = size_argument(size)?;
    Ok(bytes::try_new(take(state(self_), n))?.into())
}

pub fn read1(self_: Ref<BytesIo>, size: Value) -> PyResult {
    read(self_, Some(size))
}

pub fn readinto(self_: Ref<BytesIo>, buffer: Value) -> PyResult {
    open(self_)?;
    let n = super::output(buffer)?.len();
    super::base::fill(buffer, take(state(self_), n as i64))
}

fn take_line(s: &mut State, limit: i64) -> &[u8] {
    let rest = s.data.get(s.at..).unwrap_or(&[]);
    let most = usize::try_from(limit).unwrap_or(usize::MAX).min(rest.len());
    let n = memchr::memchr(b'\n', &rest[..most]).map_or(most, |i| i + 1);
    take(s, n as i64)
}

pub fn readline(self_: Ref<BytesIo>, size: Option<Value>) -> PyResult {
    open(self_)?;
    let n = size_argument(size)?;
    Ok(bytes::try_new(take_line(state(self_), n))?.into())
}

pub fn readlines(self_: Ref<BytesIo>, size: Option<Value>) -> PyResult {
    open(self_)?;
    let most = size_argument(size)?;
    let out = list::new();
    let mut total = 0;
    loop {
        let line = take_line(state(self_), -1);
        if line.is_empty() {
            break;
        }
        total += line.len() as i64;
        out.try_push(bytes::try_new(line)?.into())?;
        if most > 0 && total >= most {
            break;
        }
    }
    Ok(out.into())
}

pub fn iter(v: Value) -> PyResult {
    this(v)?;
    Ok(v)
}

pub fn next(v: Value) -> PyResult<Option<Value>> {
    let s = open(this(v)?)?;
    let line = take_line(s, -1);
    if line.is_empty() {
        return Ok(None);
    }
    Ok(Some(bytes::try_new(line)?.into()))
}

pub fn write(self_: Ref<BytesIo>, b: Value) -> PyResult {
    open(self_)?;
    let data = viewed(b)?;
    let b = data.as_ref().bytes();
    let s = open(self_)?;
    if !b.is_empty() {
        if s.at > s.data.len() {
            s.data.resize(s.at, 0);
        }
        let over = (s.data.len() - s.at).min(b.len());
        s.data[s.at..s.at + over].copy_from_slice(&b[..over]);
        s.data.extend_from_slice(&b[over..]);
        s.at += b.len();
    }
    Ok(super::whole(b.len() as i64))
}

pub fn writelines(self_: Ref<BytesIo>, lines: Value) -> PyResult<()> {
    open(self_)?;
    protocol::for_each(lines, |l| write(self_, l).map(|_| ()))
}

pub fn seek(self_: Ref<BytesIo>, offset: Value, whence: i64) -> PyResult {
    open(self_)?;
    let offset = super::offset_argument(offset)?;
    let s = open(self_)?;
    let from = match whence {
        0 => {
            if offset < 0 {
                return Err(value_error(format!("negative seek value {offset}")));
            }
            0
        }
        1 => s.at as i64,
        2 => s.data.len() as i64,
        _ => {
            return Err(value_error(format!(
                "invalid whence ({whence}, should be 0, 1 or 2)"
            )));
        }
    };
    let Some(to) = from.checked_add(offset) else {
        return Err(crate::error::overflow_error("new position too large"));
    };
    s.at = to.max(0) as usize;
    Ok(super::whole(s.at as i64))
}

pub fn tell(self_: Ref<BytesIo>) -> PyResult {
    Ok(super::whole(open(self_)?.at as i64))
}

pub fn truncate(self_: Ref<BytesIo>, size: Option<Value>) -> PyResult {
    open(self_)?;
    let n = match size.filter(|s| !s.is_none()) {
        Some(_) => size_argument(size)?,
        None => state(self_).at as i64,
    };
    if n < 0 {
        return Err(value_error(format!("negative size value {n}")));
    }
    state(self_).data.truncate(n as usize);
    Ok(super::whole(n))
}

pub fn close(self_: Ref<BytesIo>) -> PyResult<()> {
    let s = state(self_);
    s.data = Vec::new();
    s.closed = true;
    Ok(())
}

pub fn flush(self_: Ref<BytesIo>) -> PyResult<()> {
    open(self_).map(|_| ())
}

pub fn isatty(self_: Ref<BytesIo>) -> PyResult<bool> {
    open(self_)?;
    Ok(false)
}

pub fn always(self_: Ref<BytesIo>) -> PyResult<bool> {
    open(self_)?;
    Ok(true)
}

pub fn get_closed(v: Value) -> PyResult {
    Ok(Value::bool(state(this(v)?).closed))
}

/// A copy of the instance's attributes, or None.
pub fn attributes_copy(v: Value) -> PyResult {
    let d = dict::new();
    attributes::for_each(v, |k, x| {
        let _ = d.set(k, x);
    });
    Ok(if d.is_empty() {
        Value::none()
    } else {
        d.into()
    })
}

/// Attributes of a state.
pub fn set_attributes(v: Value, d: Value) -> PyResult<()> {
    if d.is_none() {
        return Ok(());
    }
    let Some(d) = d.cast::<Dict>() else {
        return Err(type_error(format!(
            "fourth item of state should be a dict, got a {}",
            attr::type_name(d)
        )));
    };
    let mut at = 0;
    while let Some((k, x)) = d.next_entry(&mut at) {
        if let Some(k) = k.cast::<Str>() {
            attributes::set(v, bytes::intern_value(k), x)?;
        }
    }
    Ok(())
}

pub fn getstate(self_: Ref<BytesIo>) -> PyResult {
    let value = getvalue(self_)?;
    let at = Value::int(open(self_)?.at as i64);
    let d = attributes_copy(self_.into())?;
    Ok(tuple::from_slice(&[value, at, d]).into())
}

pub fn setstate(self_: Ref<BytesIo>, state_value: Value) -> PyResult<()> {
    let items = state_value.cast::<Tuple>().map(|t| t.as_ref().items());
    let Some(&[value, at, d, ..]) = items else {
        return Err(type_error(format!(
            "{}.__setstate__ argument should be 3-tuple, got {}",
            attr::type_name(self_.into()),
            attr::type_name(state_value)
        )));
    };
    open(self_)?;
    let data = viewed(value)?.as_ref().bytes().to_vec();
    let Some(n) = at.as_int() else {
        return Err(type_error(format!(
            "second item of state must be an integer, got {}",
            attr::type_name(at)
        )));
    };
    if n < 0 {
        return Err(value_error("position value cannot be negative"));
    }
    let s = state(self_);
    s.data = data;
    s.at = n as usize;
    set_attributes(self_.into(), d)
}
