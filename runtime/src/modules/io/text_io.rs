//! `TextIOWrapper`: text over a buffered stream of bytes.
//!
//! Bytes are read in chunks and decoded; what of a chunk was not consumed waits in `decoded`. Text is
//! encoded when it is written, and handed on when there is enough of it. Positions, which have to do
//! with both, are in [`super::text_position`].

use super::buffered::interruptible;
use super::newlines::{self, Mode};
use super::{attribute, buffered, forgotten, method, size_argument};
use crate::attr::{self, type_name};
use crate::builtins::{str as bytes, tuple, unicode};
use crate::call::{Args, call_values};
use crate::codec::charmap;
use crate::codec::errors::Errors;
use crate::error::{PyResult, Raised, attribute_error, io_error, type_error, value_error};
use crate::layouts::{NewlineDecoder, Str, TextIo, Tuple, Unicode};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;
use crate::{protocol, thread, types};

const CHUNK: i64 = 8192;

/// Encodings whose strict encoders are called without a detour.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Known {
    Utf8,
    Ascii,
    Latin1,
    Other,
}

/// What the object owns.
pub(super) struct State {
    /// Characters of the last chunk, of which `used` are consumed.
    pub decoded: Vec<u32>,
    pub used: usize,
    /// Bytes that are still to be written.
    pending: Vec<u8>,
    pub mode: Mode,
    ready: bool,
    detached: bool,
    pub seekable: bool,
    /// Are positions of the decoder kept track of?
    pub telling: bool,
    known: Known,
}

pub(super) fn this(v: Value) -> PyResult<Ref<TextIo>> {
    v.cast::<TextIo>()
        .ok_or_else(|| type_error("expected a TextIOWrapper"))
}

pub(super) fn state<'a>(t: Ref<TextIo>) -> &'a mut State {
    // SAFETY: `new` made the box, and the object owns it while it lives. References end before Python
    // code can run.
    unsafe { &mut *(t.state.get() as *mut State) }
}

pub fn new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    let s = State {
        decoded: Vec::new(),
        used: 0,
        pending: Vec::new(),
        mode: Mode::Translate,
        ready: false,
        detached: false,
        seekable: false,
        telling: false,
        known: Known::Other,
    };
    let t = TextIo::alloc_for(
        ty,
        Box::into_raw(Box::new(s)) as u64,
        None,
        None,
        None,
        None,
        None,
        None,
        0,
        CHUNK,
        None,
    );
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(t.addr() as *mut u8) };
    Ok(super::base::finalized(t.into()))
}

/// Frees the text of a dead stream, which `close` has written before.
pub fn finalize(t: Ref<TextIo>) {
    forgotten::forget(t.into());
    let address = t.state.replace(0);
    if address != 0 {
        // SAFETY: made from a box, and forgotten by the object just now.
        drop(unsafe { Box::from_raw(address as *mut State) });
    }
}

/// What the locale says, where the library can tell.
fn preferred_encoding() -> PyResult<Ref<Str>> {
    let m = match crate::modules::loaded_or_imported(b"locale") {
        Ok(m) => m,
        Err(_) => {
            thread::current().take_pending();
            return Ok(bytes::new(b"ascii"));
        }
    };
    match method(m, "getpreferredencoding", &[])?.cast::<Str>() {
        Some(s) => Ok(s),
        None => Err(io_error("could not determine default encoding")),
    }
}

/// An incremental coder of the library's registry.
fn coder(kind: &'static str, encoding: Ref<Str>, errors: Ref<Str>) -> PyResult {
    let codecs = crate::modules::loaded_or_imported(b"codecs")?;
    let class = method(codecs, kind, &[encoding.into()])?;
    call_values(class, &[errors.into()])
}

/// `TextIOWrapper(buffer, encoding=None, errors=None, newline=None, line_buffering=False)`
pub fn init(v: Value, args: Args<'_>) -> PyResult<()> {
    const NAMES: [&str; 5] = ["buffer", "encoding", "errors", "newline", "line_buffering"];
    let t = this(v)?;
    state(t).ready = false;
    // CPython calls it so.
    let named = parse::by_name(args, 0, "fileio", &NAMES, 1)?;
    let given = named.values;
    let text = |i: usize| {
        named.reach(i)?;
        super::text_argument(given[i], "fileio", i + 1)
    };
    named.reach(0)?;
    let buffer = given[0].unwrap_or(Value::none());
    let (encoding, errors, newline) = (text(1)?, text(2)?, text(3)?);
    named.reach(4)?;
    let line_buffering = match given[4] {
        Some(b) => crate::convert::i32(b)? != 0,
        None => false,
    };
    named.reach(5)?;
    let errors = errors.unwrap_or_else(|| bytes::new(b"strict"));
    let mode = Mode::of(newline.map(Into::into))?;
    let encoding = match encoding {
        Some(e) => e,
        None => preferred_encoding()?,
    };
    method(
        crate::modules::loaded_or_imported(b"codecs")?,
        "lookup",
        &[encoding.into()],
    )?;
    let readable = super::is_true(method(buffer, "readable", &[])?)?;
    let writable = super::is_true(method(buffer, "writable", &[])?)?;
    t.encoder.set(None);
    t.decoder.set(None);
    t.snapshot.set(None);
    if readable {
        let mut d = coder("getincrementaldecoder", encoding, errors)?;
        if !matches!(mode, Mode::Only(_)) {
            d = newlines::create(Some(d), mode == Mode::Translate);
        }
        t.decoder.set(Some(d));
    }
    if writable {
        t.encoder
            .set(Some(coder("getincrementalencoder", encoding, errors)?));
    }
    let seekable = super::is_true(method(buffer, "seekable", &[])?)?;
    let strict = errors.as_ref().bytes() == b"strict";
    let known = match &crate::codec::normalize(encoding.as_ref().bytes())[..] {
        _ if !strict => Known::Other,
        b"utf8" | b"utf-8" | b"utf_8" => Known::Utf8,
        b"ascii" | b"us-ascii" | b"us_ascii" => Known::Ascii,
        b"latin1" | b"latin-1" | b"latin_1" | b"iso-8859-1" | b"iso_8859_1" | b"iso8859-1" => {
            Known::Latin1
        }
        _ => Known::Other,
    };
    *state(t) = State {
        decoded: Vec::new(),
        used: 0,
        pending: Vec::new(),
        mode,
        ready: true,
        detached: false,
        seekable,
        telling: seekable,
        known,
    };
    t.buffer.set(Some(buffer));
    t.encoding.set(Some(encoding.into()));
    t.errors.set(Some(errors.into()));
    t.newline.set(given[3]);
    t.line_buffering.set(i64::from(line_buffering));
    // In the middle of a stream no byte order mark is written.
    if seekable
        && writable
        && let Some(e) = t.encoder.get()
        && crate::protocol::truth(method(buffer, "tell", &[])?)?
    {
        method(e, "setstate", &[Value::int(0)])?;
    }
    Ok(())
}

/// Fails unless `__init__` was run, and did not fail.
fn initialized(t: Ref<TextIo>) -> PyResult<()> {
    if state(t).ready {
        Ok(())
    } else {
        Err(value_error("I/O operation on uninitialized object"))
    }
}

/// The buffered stream of a stream that is ready for use.
pub(super) fn under(t: Ref<TextIo>) -> PyResult {
    let s = state(t);
    match t.buffer.get() {
        Some(b) if s.ready && !s.detached => Ok(b),
        _ if s.detached => Err(value_error("underlying buffer has been detached")),
        _ => Err(value_error("I/O operation on uninitialized object")),
    }
}

pub(super) fn check_open(t: Ref<TextIo>) -> PyResult<()> {
    let b = under(t)?;
    let closed = match buffered::known_closed(b) {
        Some(closed) => closed?,
        None => super::is_true(attribute(b, "closed")?)?,
    };
    if closed {
        return Err(super::closed_error());
    }
    Ok(())
}

/// Forgets decoded text.
pub(super) fn clear_decoded(t: Ref<TextIo>) {
    let s = state(t);
    s.decoded.clear();
    s.used = 0;
}

/// Hands on what was encoded.
pub(super) fn write_pending(t: Ref<TextIo>) -> PyResult<()> {
    let s = state(t);
    forgotten::forget(t.into());
    if s.pending.is_empty() {
        return Ok(());
    }
    let data = std::mem::take(&mut s.pending);
    let data: Value = bytes::try_new(&data)?.into();
    interruptible(|| method(under(t)?, "write", &[data]))?;
    Ok(())
}

fn encode(t: Ref<TextIo>, text: Ref<Unicode>) -> PyResult<Ref<Str>> {
    let encoder = t.encoder.get();
    let plain = encoder.is_some() && t.header.ty() == types::TEXT_IO_WRAPPER.get();
    match state(t).known {
        Known::Utf8 if plain => return crate::codec::utf8::encode(text),
        Known::Ascii if plain => return charmap::encode_ascii(text, Errors::Strict),
        Known::Latin1 if plain => return charmap::encode_latin1(text, Errors::Strict),
        _ => {}
    }
    let Some(e) = encoder else {
        return Err(io_error("not writable"));
    };
    let r = method(e, "encode", &[text.into()])?;
    match r.cast::<Str>() {
        Some(s) => Ok(s),
        None => Err(type_error(format!(
            "encoder should return a bytes object, not '{}'",
            type_name(r)
        ))),
    }
}

pub fn write(self_: Ref<TextIo>, s: Value) -> PyResult {
    under(self_)?;
    let Some(text) = s.cast::<Unicode>() else {
        return Err(type_error(format!(
            "write() argument 1 must be unicode, not {}",
            if s.is_none() { "None" } else { type_name(s) }
        )));
    };
    check_open(self_)?;
    if self_.encoder.get().is_none() {
        return Err(io_error("not writable"));
    }
    let n = text.as_ref().length();
    let has_lf = newlines::contains(text, b'\n');
    let lines = self_.line_buffering.get() != 0 && (has_lf || newlines::contains(text, b'\r'));
    let text = match state(self_).mode.written() {
        Some(end) if has_lf => {
            let units: Vec<u32> = text
                .as_ref()
                .to_vec()
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
            unicode::from_code_points(&units)?
                .cast::<Unicode>()
                .unwrap_or(text)
        }
        _ => text,
    };
    let data = encode(self_, text)?;
    let st = state(self_);
    forgotten::note(self_.into());
    st.pending.extend_from_slice(data.as_ref().bytes());
    if st.pending.len() as i64 > self_.chunk.get() || lines {
        write_pending(self_)?;
    }
    if lines {
        method(under(self_)?, "flush", &[])?;
    }
    clear_decoded(self_);
    self_.snapshot.set(None);
    if let Some(d) = self_.decoder.get() {
        method(d, "reset", &[])?;
    }
    Ok(super::whole(n as i64))
}

/// Decodes bytes.
pub(super) fn decode(t: Ref<TextIo>, data: Value, last: bool) -> PyResult<Vec<u32>> {
    let Some(d) = t.decoder.get() else {
        return Err(io_error("not readable"));
    };
    if let Some(n) = d.exact::<NewlineDecoder>() {
        return newlines::step(n, data, last);
    }
    newlines::characters(method(d, "decode", &[data, Value::bool(last)])?)
}

/// The state of the decoder: bytes that wait in it, and flags.
pub(super) fn decoder_state(d: Value) -> PyResult<(Ref<Str>, i64)> {
    let s = method(d, "getstate", &[])?;
    if let Some(&[b, f]) = s.cast::<Tuple>().map(|t| t.as_ref().items())
        && let Some(b) = b.cast::<Str>()
    {
        return Ok((b, crate::convert::int(f)?));
    }
    Err(type_error("illegal decoder state"))
}

/// Decodes the next chunk; false at the end. The old text must be consumed.
fn read_chunk(t: Ref<TextIo>) -> PyResult<bool> {
    let Some(d) = t.decoder.get() else {
        return Err(io_error("not readable"));
    };
    let before = match state(t).telling {
        true => Some(decoder_state(d)?),
        false => None,
    };
    let chunk = Value::int(t.chunk.get());
    let data = interruptible(|| method(under(t)?, "read1", &[chunk]))?;
    let Some(s) = data.cast::<Str>() else {
        return Err(type_error(format!(
            "underlying read1() should have returned a bytes object, not '{}'",
            type_name(data)
        )));
    };
    let mut end = s.as_ref().bytes().is_empty();
    let text = decode(t, data, end)?;
    end &= text.is_empty();
    let st = state(t);
    st.decoded = text;
    st.used = 0;
    if let Some((waiting, flags)) = before {
        let input = [waiting.as_ref().bytes(), s.as_ref().bytes()].concat();
        let pair = [Value::int(flags), bytes::try_new(&input)?.into()];
        t.snapshot.set(Some(tuple::from_slice(&pair).into()));
    }
    Ok(!end)
}

pub fn read(self_: Ref<TextIo>, n: Option<Value>) -> PyResult {
    under(self_)?;
    let n = size_argument(n)?;
    check_open(self_)?;
    if self_.decoder.get().is_none() {
        return Err(io_error("not readable"));
    }
    write_pending(self_)?;
    if n < 0 {
        let data = method(under(self_)?, "read", &[])?;
        // Nothing decoded waits, as a rule.
        if state(self_).used == state(self_).decoded.len()
            && let Some(n) = self_
                .decoder
                .get()
                .and_then(|d| d.exact::<NewlineDecoder>())
        {
            let text = newlines::decode_all(n, data, true)?;
            clear_decoded(self_);
            self_.snapshot.set(None);
            return Ok(text);
        }
        let rest = decode(self_, data, true)?;
        let s = state(self_);
        let mut all = s.decoded.split_off(s.used.min(s.decoded.len()));
        all.extend_from_slice(&rest);
        clear_decoded(self_);
        self_.snapshot.set(None);
        return unicode::from_code_points(&all);
    }
    let n = n as usize;
    let mut out: Vec<u32> = Vec::new();
    loop {
        let s = state(self_);
        let have = s.decoded.get(s.used..).unwrap_or(&[]);
        let take = have.len().min(n - out.len());
        out.extend_from_slice(&have[..take]);
        s.used += take;
        if out.len() >= n || !read_chunk(self_)? {
            break;
        }
    }
    unicode::from_code_points(&out)
}

fn line(t: Ref<TextIo>, limit: i64) -> PyResult {
    check_open(t)?;
    write_pending(t)?;
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    // What earlier chunks had of the line.
    let mut line: Vec<u32> = Vec::new();
    loop {
        let s = state(t);
        let have = s.decoded.get(s.used..).unwrap_or(&[]);
        let before = line.len();
        // Most lines are in one chunk.
        if before == 0 {
            let end = s.mode.line_end(have).unwrap_or(usize::MAX).min(limit);
            if let Some(text) = have.get(..end) {
                s.used += end;
                return unicode::from_code_points(text);
            }
        }
        // A line end of two characters may begin in an earlier chunk.
        let back = usize::from(matches!(s.mode, Mode::Only([_, _])) && before > 0);
        line.extend_from_slice(have);
        let end = s
            .mode
            .line_end(&line[before - back..])
            .map(|e| before - back + e);
        let stop = end.unwrap_or(usize::MAX).min(limit);
        if stop <= line.len() {
            s.used += stop - before;
            return unicode::from_code_points(&line[..stop]);
        }
        s.used = s.decoded.len();
        if !read_chunk(t)? {
            clear_decoded(t);
            t.snapshot.set(None);
            return unicode::from_code_points(&line);
        }
    }
}

pub fn readline(self_: Ref<TextIo>, limit: i64) -> PyResult {
    under(self_)?;
    if self_.decoder.get().is_none() {
        check_open(self_)?;
        return Err(io_error("not readable"));
    }
    line(self_, limit)
}

pub fn next(v: Value) -> PyResult<Option<Value>> {
    let t = this(v)?;
    under(t)?;
    state(t).telling = false;
    let l = if v.ty() == types::TEXT_IO_WRAPPER.get() {
        readline(t, -1)?
    } else {
        let l = method(v, "readline", &[])?;
        if l.cast::<Unicode>().is_none() {
            return Err(io_error(format!(
                "readline() should have returned an str object, not '{}'",
                type_name(l)
            )));
        }
        l
    };
    if protocol::len(l)? == 0 {
        t.snapshot.set(None);
        let s = state(t);
        s.telling = s.seekable;
        return Ok(None);
    }
    Ok(Some(l))
}

pub fn flush(self_: Ref<TextIo>) -> PyResult<()> {
    check_open(self_)?;
    let s = state(self_);
    s.telling = s.seekable;
    write_pending(self_)?;
    method(under(self_)?, "flush", &[])?;
    Ok(())
}

pub fn close(self_: Ref<TextIo>) -> PyResult<()> {
    let b = under(self_)?;
    if super::is_true(attribute(self_.into(), "closed")?)? {
        return Ok(());
    }
    let flushed = method(self_.into(), "flush", &[]).map(|_| ());
    let t = thread::current();
    let first = flushed.is_err().then(|| t.take_pending());
    let closed = method(b, "close", &[]).map(|_| ());
    match first {
        Some(e) => {
            t.pending.set(e);
            Err(Raised)
        }
        None => closed,
    }
}

pub fn detach(self_: Ref<TextIo>) -> PyResult {
    let b = under(self_)?;
    method(self_.into(), "flush", &[])?;
    self_.buffer.set(None);
    state(self_).detached = true;
    Ok(b)
}

pub fn truncate(self_: Ref<TextIo>, size: Option<Value>) -> PyResult {
    let b = under(self_)?;
    method(self_.into(), "flush", &[])?;
    method(b, "truncate", &[size.unwrap_or(Value::none())])
}

pub fn seek(self_: Ref<TextIo>, cookie: Value, whence: i64) -> PyResult {
    super::text_position::seek(self_, cookie, whence)
}

pub fn tell(self_: Ref<TextIo>) -> PyResult {
    super::text_position::tell(self_)
}

pub fn under_seekable(self_: Ref<TextIo>) -> PyResult {
    method(under(self_)?, "seekable", &[])
}
pub fn under_readable(self_: Ref<TextIo>) -> PyResult {
    method(under(self_)?, "readable", &[])
}
pub fn under_writable(self_: Ref<TextIo>) -> PyResult {
    method(under(self_)?, "writable", &[])
}
pub fn under_fileno(self_: Ref<TextIo>) -> PyResult {
    method(under(self_)?, "fileno", &[])
}
pub fn under_isatty(self_: Ref<TextIo>) -> PyResult {
    method(under(self_)?, "isatty", &[])
}

pub fn repr(v: Value) -> PyResult {
    let t = this(v)?;
    initialized(t)?;
    let mut s = b"<_io.TextIOWrapper".to_vec();
    let name = match attr::find(v, bytes::intern_static("name")) {
        Ok(n) => n,
        Err(_) => {
            thread::current().take_pending();
            None
        }
    };
    if let Some(n) = name {
        s.extend_from_slice(b" name=");
        s.extend_from_slice(protocol::repr(n)?.as_ref().bytes());
    }
    s.extend_from_slice(b" encoding=");
    let e = t.encoding.get().unwrap_or(Value::none());
    s.extend_from_slice(protocol::repr(e)?.as_ref().bytes());
    s.push(b'>');
    Ok(bytes::new(&s).into())
}

pub fn get_encoding(v: Value) -> PyResult {
    Ok(this(v)?.encoding.get().unwrap_or(Value::none()))
}
pub fn get_errors(v: Value) -> PyResult {
    let t = this(v)?;
    initialized(t)?;
    Ok(t.errors.get().unwrap_or(Value::none()))
}
pub fn get_newlines(v: Value) -> PyResult {
    let t = this(v)?;
    under(t)?;
    match t.decoder.get() {
        Some(d) => Ok(attr::find(d, bytes::intern_static("newlines"))?.unwrap_or(Value::none())),
        None => Ok(Value::none()),
    }
}
pub fn get_name(v: Value) -> PyResult {
    attribute(under(this(v)?)?, "name")
}
pub fn get_closed(v: Value) -> PyResult {
    attribute(under(this(v)?)?, "closed")
}
pub fn get_buffer(v: Value) -> PyResult {
    match this(v)?.buffer.get() {
        Some(b) => Ok(b),
        None => Err(crate::error::attribute_error("buffer")),
    }
}
pub fn get_line_buffering(v: Value) -> PyResult {
    Ok(Value::bool(this(v)?.line_buffering.get() != 0))
}
pub fn get_chunk(v: Value) -> PyResult {
    let t = this(v)?;
    initialized(t)?;
    Ok(Value::int(t.chunk.get()))
}
pub fn set_chunk(v: Value, x: Option<Value>) -> PyResult<()> {
    let t = this(v)?;
    let Some(x) = x else {
        return Err(attribute_error("cannot delete attribute"));
    };
    let n = crate::number::as_index_or(x, type_error)?;
    if n <= 0 {
        return Err(value_error("a strictly positive integer is required"));
    }
    t.chunk.set(n);
    Ok(())
}
