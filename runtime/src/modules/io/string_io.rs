//! `StringIO`: text in memory.

use super::newlines::{self, Mode};
use super::size_argument;
use crate::attr;
use crate::builtins::unicode::storage::with_units;
use crate::builtins::{str as bytes, tuple, unicode};
use crate::call::Args;
use crate::error::{PyResult, io_error, type_error, value_error};
use crate::layouts::{StringIo, Tuple, Unicode};
use crate::object::Ref;
use crate::text::Unit;
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;

/// What the object owns.
struct State {
    text: Vec<u32>,
    at: usize,
    closed: bool,
    ready: bool,
    mode: Mode,
    seen: i64,
}

impl Default for State {
    fn default() -> State {
        State {
            text: Vec::new(),
            at: 0,
            closed: false,
            ready: false,
            mode: Mode::Only(&[10]),
            seen: 0,
        }
    }
}

fn this(v: Value) -> PyResult<Ref<StringIo>> {
    v.cast::<StringIo>()
        .ok_or_else(|| type_error("expected a StringIO"))
}

fn state<'a>(b: Ref<StringIo>) -> &'a mut State {
    // SAFETY: `new` made the box, and the object owns it while it lives. References end before Python
    // code can run.
    unsafe { &mut *(b.state.get() as *mut State) }
}

/// The state of a stream that is not closed.
fn open<'a>(b: Ref<StringIo>) -> PyResult<&'a mut State> {
    let s = state(b);
    if !s.ready {
        return Err(value_error("I/O operation on uninitialized object"));
    }
    if s.closed {
        return Err(value_error("I/O operation on closed file"));
    }
    Ok(s)
}

pub fn new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    let s = StringIo::alloc_for(ty, Box::into_raw(Box::<State>::default()) as u64, None);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(s.addr() as *mut u8) };
    Ok(s.into())
}

/// Frees the text of a dead stream.
pub fn finalize(b: Ref<StringIo>) {
    let address = b.state.replace(0);
    if address != 0 {
        // SAFETY: made from a box, and forgotten by the object just now.
        drop(unsafe { Box::from_raw(address as *mut State) });
    }
}

/// `StringIO(initial_value='', newline='\n')`
pub fn init(v: Value, args: Args<'_>) -> PyResult<()> {
    let b = this(v)?;
    let given = parse::keywords(args, 0, "__init__", &["initial_value", "newline"], 0)?;
    let mode = match given[1] {
        None => Mode::Only(&[10]),
        Some(_) => Mode::of(super::text_argument(given[1], "__init__", 2)?.map(Into::into))?,
    };
    b.newline.set(given[1]);
    let initial = match given[0].filter(|x| !x.is_none()) {
        None => Vec::new(),
        Some(x) => match x.cast::<Unicode>() {
            Some(u) => u.as_ref().to_vec(),
            None => {
                return Err(type_error(format!(
                    "initial_value must be unicode or None, not {}",
                    attr::type_name(x)
                )));
            }
        },
    };
    *state(b) = State {
        mode,
        ready: true,
        ..State::default()
    };
    put(state(b), &initial);
    state(b).at = 0;
    Ok(())
}

/// Writes text at the position.
fn put<U: Unit>(s: &mut State, text: &[U]) {
    if matches!(s.mode, Mode::Only(_)) && s.mode.written().is_none() {
        return place(s, text);
    }
    let text = text.iter().map(|c| (*c).into()).collect();
    let mut text = match s.mode {
        Mode::Translate => newlines::translate(text, true, &mut s.seen),
        Mode::Universal => newlines::translate(text, false, &mut s.seen),
        Mode::Only(_) => text,
    };
    if let Some(end) = s.mode.written() {
        text = text
            .iter()
            .flat_map(|c| {
                if *c == 10 {
                    end
                } else {
                    std::slice::from_ref(c)
                }
            })
            .copied()
            .collect();
    }
    place(s, &text);
}

/// Puts text at the position, as it is.
fn place<U: Unit>(s: &mut State, text: &[U]) {
    if text.is_empty() {
        return;
    }
    if s.at > s.text.len() {
        s.text.resize(s.at, 0);
    }
    let (over, new) = text.split_at((s.text.len() - s.at).min(text.len()));
    for (to, c) in s.text[s.at..].iter_mut().zip(over) {
        *to = (*c).into();
    }
    s.text.extend(new.iter().map(|c| -> u32 { (*c).into() }));
    s.at += text.len();
}

pub fn getvalue(self_: Ref<StringIo>) -> PyResult {
    unicode::from_code_points(&open(self_)?.text)
}

fn take(s: &mut State, n: usize) -> &[u32] {
    let start = s.at.min(s.text.len());
    let end = start.saturating_add(n).min(s.text.len());
    if end > start {
        s.at = end;
    }
    &s.text[start..end]
}

pub fn read(self_: Ref<StringIo>, size: Option<Value>) -> PyResult {
    open(self_)?;
    let n = usize::try_from(size_argument(size)?).unwrap_or(usize::MAX);
    unicode::from_code_points(take(state(self_), n))
}

fn line(s: &mut State, limit: i64) -> &[u32] {
    let rest = s.text.get(s.at..).unwrap_or(&[]);
    let n = s.mode.line_end(rest).unwrap_or(rest.len());
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    take(s, n.min(limit))
}

pub fn readline(self_: Ref<StringIo>, size: Option<Value>) -> PyResult {
    open(self_)?;
    let n = size_argument(size)?;
    unicode::from_code_points(line(state(self_), n))
}

pub fn next(v: Value) -> PyResult<Option<Value>> {
    let s = this(v)?;
    open(s)?;
    if v.ty() != crate::types::STRING_IO.get() {
        return super::base::next(v);
    }
    let l = line(state(s), -1);
    if l.is_empty() {
        return Ok(None);
    }
    Ok(Some(unicode::from_code_points(l)?))
}

pub fn write(self_: Ref<StringIo>, s: Value) -> PyResult {
    open(self_)?;
    let Some(u) = s.cast::<Unicode>() else {
        return Err(type_error(format!(
            "unicode argument expected, got '{}'",
            attr::type_name(s)
        )));
    };
    with_units!(u, units => put(state(self_), units));
    Ok(super::whole(u.length() as i64))
}

pub fn seek(self_: Ref<StringIo>, offset: Value, whence: i64) -> PyResult {
    open(self_)?;
    let offset = super::offset_argument(offset)?;
    let s = open(self_)?;
    let to = match whence {
        0 if offset < 0 => {
            return Err(value_error(format!("Negative seek position {offset}")));
        }
        0 => offset,
        1 | 2 if offset != 0 => return Err(io_error("Can't do nonzero cur-relative seeks")),
        1 => s.at as i64,
        2 => s.text.len() as i64,
        _ => {
            return Err(value_error(format!(
                "Invalid whence ({whence}, should be 0, 1 or 2)"
            )));
        }
    };
    s.at = to as usize;
    Ok(super::whole(to))
}

pub fn tell(self_: Ref<StringIo>) -> PyResult {
    Ok(super::whole(open(self_)?.at as i64))
}

pub fn truncate(self_: Ref<StringIo>, size: Option<Value>) -> PyResult {
    open(self_)?;
    let n = match size.filter(|s| !s.is_none()) {
        Some(_) => size_argument(size)?,
        None => state(self_).at as i64,
    };
    if n < 0 {
        return Err(value_error(format!("Negative size value {n}")));
    }
    state(self_).text.truncate(n as usize);
    Ok(super::whole(n))
}

pub fn close(self_: Ref<StringIo>) -> PyResult<()> {
    let s = state(self_);
    s.text = Vec::new();
    s.closed = true;
    Ok(())
}

pub fn always(self_: Ref<StringIo>) -> PyResult<bool> {
    open(self_)?;
    Ok(true)
}

pub fn get_closed(v: Value) -> PyResult {
    Ok(Value::bool(state(this(v)?).closed))
}

pub fn get_line_buffering(v: Value) -> PyResult {
    open(this(v)?)?;
    Ok(Value::bool(false))
}

pub fn get_newlines(v: Value) -> PyResult {
    newlines::seen_value(open(this(v)?)?.seen)
}

pub fn getstate(self_: Ref<StringIo>) -> PyResult {
    let value = getvalue(self_)?;
    let at = Value::int(open(self_)?.at as i64);
    let newline = match self_.newline.get() {
        Some(n) => n,
        None => bytes::new(b"\n").into(),
    };
    let d = super::bytes_io::attributes_copy(self_.into())?;
    Ok(tuple::from_slice(&[value, newline, at, d]).into())
}

pub fn setstate(self_: Ref<StringIo>, state_value: Value) -> PyResult<()> {
    let items = state_value.cast::<Tuple>().map(|t| t.as_ref().items());
    let Some(&[value, newline, at, d, ..]) = items else {
        return Err(type_error(format!(
            "{}.__setstate__ argument should be 4-tuple, got {}",
            attr::type_name(self_.into()),
            attr::type_name(state_value)
        )));
    };
    if state(self_).closed {
        return Err(value_error("I/O operation on closed file"));
    }
    init(self_.into(), Args::positional(&[Value::none(), newline]))?;
    let Some(u) = value.cast::<Unicode>() else {
        return Err(type_error("first item of state must be unicode"));
    };
    let Some(n) = at.as_int() else {
        return Err(type_error(format!(
            "third item of state must be an integer, got {}",
            attr::type_name(at)
        )));
    };
    if n < 0 {
        return Err(value_error("position value cannot be negative"));
    }
    // The text was translated when it was written.
    let text = u.as_ref().to_vec();
    let s = state(self_);
    s.text = text;
    s.at = n as usize;
    super::bytes_io::set_attributes(self_.into(), d)
}
