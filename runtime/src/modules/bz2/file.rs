//! `bz2.BZ2File`

use std::ffi::CString;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};

use bzip2::{Action, Compress, Decompress};

use crate::builtins::{list, str as bytes, tuple};
use crate::call::Args;
use crate::error::{PyResult, io_error, raise, type_error, value_error};
use crate::layouts::{Bz2File, Str};
use crate::modules::builtin::io_failure;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;
use crate::{attr, convert, number, protocol};

/// Compressed bytes that are read at once.
const BLOCK: usize = 64 << 10;
const CR: u8 = 1;
const LF: u8 = 2;
const CRLF: u8 = 4;

/// An open file.
enum State {
    Reading(Box<Reader>),
    Writing {
        file: File,
        encoder: Compress,
        written: u64,
    },
    Closed,
}

struct Reader {
    file: File,
    decoder: Option<Decompress>,
    /// Compressed bytes, of which `input_at` are consumed.
    input: Vec<u8>,
    input_at: usize,
    /// Bytes read ahead, of which `at` are consumed.
    ahead: Vec<u8>,
    at: usize,
    /// Position of the consumed part.
    position: u64,
    universal: bool,
    newlines: u8,
    /// The last byte was a CR; a following LF belongs to it.
    skip_lf: bool,
    /// What iteration has read for itself, of which `apart_at` are consumed: no other method sees that.
    apart: Vec<u8>,
    apart_at: usize,
}

impl Reader {
    fn new(file: File, universal: bool) -> Reader {
        Reader {
            file,
            decoder: Some(Decompress::new(false)),
            input: Vec::new(),
            input_at: 0,
            ahead: Vec::new(),
            at: 0,
            position: 0,
            universal,
            newlines: 0,
            skip_lf: false,
            apart: Vec::new(),
            apart_at: 0,
        }
    }

    fn rewind(&mut self) -> PyResult<()> {
        self.file
            .seek(SeekFrom::Start(0))
            .map_err(|e| io_failure(&e, None))?;
        self.decoder = Some(Decompress::new(false));
        self.input.clear();
        self.input_at = 0;
        self.ahead.clear();
        self.at = 0;
        self.position = 0;
        self.skip_lf = false;
        Ok(())
    }

    /// Decompresses more; false at the end of the stream.
    fn fill(&mut self) -> PyResult<bool> {
        if self.at == self.ahead.len() {
            self.ahead.clear();
            self.at = 0;
        }
        let old = self.ahead.len();
        while let Some(d) = &mut self.decoder
            && self.ahead.len() == old
        {
            if self.input_at == self.input.len() {
                self.input.resize(BLOCK, 0);
                let n = self
                    .file
                    .read(&mut self.input)
                    .map_err(|e| io_failure(&e, None))?;
                self.input.truncate(n);
                self.input_at = 0;
                if n == 0 {
                    return Err(raise(
                        crate::types::EOF_ERROR.get(),
                        "compressed file ended before the logical end-of-stream was detected",
                    ));
                }
            }
            let (used, ended) = super::unpump(d, &self.input[self.input_at..], &mut self.ahead)
                .map_err(super::failure)?;
            self.input_at += used;
            if ended {
                self.decoder = None;
            }
        }
        Ok(self.ahead.len() > old)
    }

    /// A byte of a universal stream as it is read: CR and CRLF are LF.
    fn translated(&mut self, b: u8) -> Option<u8> {
        if std::mem::take(&mut self.skip_lf) {
            if b == b'\n' {
                self.newlines |= CRLF;
                return None;
            }
            self.newlines |= CR;
        }
        match b {
            b'\r' => {
                self.skip_lf = true;
                Some(b'\n')
            }
            b'\n' => {
                self.newlines |= LF;
                Some(b)
            }
            _ => Some(b),
        }
    }

    /// The next byte of a universal stream, which comes of `consumed` bytes.
    fn next_translated(&mut self, consumed: &mut u64) -> PyResult<Option<u8>> {
        loop {
            if self.at == self.ahead.len() && !self.fill()? {
                if self.skip_lf {
                    self.newlines |= CR;
                }
                return Ok(None);
            }
            let b = self.ahead[self.at];
            self.at += 1;
            *consumed += 1;
            if let Some(b) = self.translated(b) {
                return Ok(Some(b));
            }
        }
    }

    /// At most `n` bytes.
    fn read(&mut self, n: usize) -> PyResult<Vec<u8>> {
        let mut out = Vec::new();
        if self.universal {
            while out.len() < n
                && let Some(b) = self.next_translated(&mut 0)?
            {
                out.push(b);
            }
            self.position += out.len() as u64;
            return Ok(out);
        }
        loop {
            let have = &self.ahead[self.at..];
            let take = have.len().min(n - out.len());
            out.extend_from_slice(&have[..take]);
            self.at += take;
            self.position += take as u64;
            if out.len() == n || !self.fill()? {
                return Ok(out);
            }
        }
    }

    /// The next line of an iteration.
    fn next_line(&mut self) -> PyResult<Vec<u8>> {
        // What CPython reads at first; more for a line that goes on.
        let mut wanted = 8192;
        let mut out = Vec::new();
        loop {
            if self.apart_at == self.apart.len() {
                self.apart = self.read(wanted)?;
                self.apart_at = 0;
                if self.apart.is_empty() {
                    return Ok(out);
                }
            }
            let have = &self.apart[self.apart_at..];
            let end = memchr::memchr(b'\n', have);
            let take = end.map_or(have.len(), |i| i + 1);
            out.extend_from_slice(&have[..take]);
            self.apart_at += take;
            if end.is_some() {
                return Ok(out);
            }
            wanted += wanted >> 2;
        }
    }

    fn line(&mut self, limit: usize) -> PyResult<Vec<u8>> {
        let mut out = Vec::new();
        if self.universal {
            // Here the position counts what is in the file.
            let mut consumed = 0;
            while out.len() < limit
                && out.last() != Some(&b'\n')
                && let Some(b) = self.next_translated(&mut consumed)?
            {
                out.push(b);
            }
            self.position += consumed;
            return Ok(out);
        }
        loop {
            let have = &self.ahead[self.at..];
            let most = have.len().min(limit - out.len());
            let end = memchr::memchr(b'\n', &have[..most]);
            let take = end.map_or(most, |i| i + 1);
            out.extend_from_slice(&have[..take]);
            self.at += take;
            self.position += take as u64;
            if end.is_some() || out.len() == limit || !self.fill()? {
                return Ok(out);
            }
        }
    }
}

fn this(v: Value) -> PyResult<Ref<Bz2File>> {
    v.cast::<Bz2File>()
        .ok_or_else(|| type_error("expected a BZ2File"))
}

fn state<'a>(f: Ref<Bz2File>) -> &'a mut State {
    // SAFETY: `new` made the box, and the object owns it while it lives; no Python code runs while there
    // is a reference.
    unsafe { &mut *(f.state.get() as *mut State) }
}

pub fn new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    let address = Box::into_raw(Box::new(State::Closed)) as u64;
    let f = Bz2File::alloc_for(ty, address, None, None, 0);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(f.addr() as *mut u8) };
    Ok(f.into())
}

/// Ends what nobody closed.
pub fn finalize(f: Ref<Bz2File>) {
    let address = f.state.replace(0);
    if address == 0 {
        return;
    }
    // SAFETY: made from a box in `new`, and forgotten by the object just now.
    let s = unsafe { Box::from_raw(address as *mut State) };
    if let State::Writing {
        mut file,
        mut encoder,
        ..
    } = *s
    {
        let mut out = Vec::new();
        while let Ok(status) = encoder.compress_vec(b"", reserve(&mut out), Action::Finish) {
            if matches!(status, bzip2::Status::StreamEnd) {
                break;
            }
        }
        let _ = file.write_all(&out);
    }
}

fn reserve(out: &mut Vec<u8>) -> &mut Vec<u8> {
    out.reserve(super::ROOM);
    out
}

/// `BZ2File(name[, mode[, buffering[, compresslevel]]])`
pub fn init(v: Value, args: Args<'_>) -> PyResult<()> {
    const NAMES: [&str; 4] = ["filename", "mode", "buffering", "compresslevel"];
    let f = this(v)?;
    let given = parse::keywords(args, 0, "BZ2File", &NAMES, 1)?;
    let name = given[0].unwrap_or(Value::none());
    let text = |v: Value| -> PyResult<Ref<Str>> {
        match v.cast::<Str>() {
            Some(s) => Ok(s),
            None => match crate::builtins::unicode::encode_default(v)? {
                Some(s) => Ok(s),
                None => Err(type_error(format!(
                    "coercing to Unicode: need string or buffer, {} found",
                    attr::type_name(v)
                ))),
            },
        }
    };
    let path = text(name)?;
    let mode = match given[1] {
        Some(m) => text(m)?.as_ref().to_text(),
        None => "r".to_owned(),
    };
    if let Some(b) = given[2] {
        number::i32_from_value(b)?;
    }
    let level = match given[3] {
        Some(l) => number::i32_from_value(l)?,
        None => 9,
    };
    super::level(level)?;
    let (mut write, mut universal) = (false, false);
    for c in mode.chars() {
        match c {
            'r' => write = false,
            'w' => write = true,
            'b' | 't' => {}
            'U' => universal = true,
            _ => return Err(value_error(format!("invalid mode char {c}"))),
        }
    }
    let Ok(path) = CString::new(path.as_ref().bytes()) else {
        return Err(type_error("embedded NUL character"));
    };
    crate::builtins::file::flush_forgotten();
    let flags = match write {
        true => libc::O_WRONLY | libc::O_CREAT | libc::O_TRUNC,
        false => libc::O_RDONLY,
    };
    let opened = crate::builtins::file::open_path(&path, flags);
    let file = opened.map_err(|e| io_failure(&e, Some(name)))?;
    if file.metadata().is_ok_and(|m| m.is_dir()) {
        let e = std::io::Error::from_raw_os_error(libc::EISDIR);
        return Err(io_failure(&e, Some(name)));
    }
    *state(f) = if write {
        State::Writing {
            file,
            encoder: super::encoder(level)?,
            written: 0,
        }
    } else {
        State::Reading(Box::new(Reader::new(file, universal)))
    };
    f.name.set(Some(name));
    let shown: &[u8] = if write { b"wb" } else { b"rb" };
    f.mode.set(Some(bytes::new(shown).into()));
    Ok(())
}

fn reading<'a>(f: Ref<Bz2File>) -> PyResult<&'a mut Reader> {
    match state(f) {
        State::Reading(r) => Ok(r),
        State::Writing { .. } => Err(io_error("file is not ready for reading")),
        State::Closed => Err(value_error("I/O operation on closed file")),
    }
}

/// The same for what would miss what iteration has read for itself: at the end there is nothing to miss.
fn reading_apart<'a>(f: Ref<Bz2File>) -> PyResult<&'a mut Reader> {
    let r = reading(f)?;
    let at_end = r.decoder.is_none() && r.at == r.ahead.len();
    if r.apart_at < r.apart.len() && !at_end {
        return Err(value_error(
            "Mixing iteration and read methods would lose data",
        ));
    }
    Ok(r)
}

fn size(n: i64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

pub fn read(self_: Ref<Bz2File>, n: i64) -> PyResult {
    Ok(bytes::try_new(&reading_apart(self_)?.read(size(n))?)?.into())
}

pub fn readline(self_: Ref<Bz2File>, n: i64) -> PyResult {
    Ok(bytes::try_new(&reading_apart(self_)?.line(size(n))?)?.into())
}

pub fn readlines(self_: Ref<Bz2File>, n: i64) -> PyResult {
    /// What CPython reads at a time: the hint is looked at after so much only.
    const CHUNK: i64 = 8192;
    let n = n.saturating_add(CHUNK - 1) / CHUNK * CHUNK;
    let out = list::new();
    let mut total = 0;
    reading_apart(self_)?;
    loop {
        let line = reading(self_)?.line(usize::MAX)?;
        if line.is_empty() {
            return Ok(out.into());
        }
        total += line.len() as i64;
        out.try_push(bytes::try_new(&line)?.into())?;
        if n > 0 && total >= n {
            return Ok(out.into());
        }
    }
}

pub fn xreadlines(self_: Ref<Bz2File>) -> PyResult {
    reading(self_)?;
    Ok(self_.into())
}

pub fn iter(v: Value) -> PyResult {
    if matches!(state(this(v)?), State::Closed) {
        return Err(value_error("I/O operation on closed file"));
    }
    Ok(v)
}

pub fn next(v: Value) -> PyResult<Option<Value>> {
    let line = reading(this(v)?)?.next_line()?;
    if line.is_empty() {
        return Ok(None);
    }
    Ok(Some(bytes::try_new(&line)?.into()))
}

pub fn write(self_: Ref<Bz2File>, data: Value) -> PyResult<()> {
    let w = super::data(data, "write")?;
    match state(self_) {
        State::Writing {
            file,
            encoder,
            written,
        } => {
            let mut out = Vec::new();
            super::pump(encoder, w.bytes(), &mut out, Action::Run)?;
            *written += w.len() as u64;
            file.write_all(&out).map_err(|e| io_failure(&e, None))
        }
        State::Reading(_) => Err(io_error("file is not ready for writing")),
        State::Closed => Err(value_error("I/O operation on closed file")),
    }
}

pub fn writelines(self_: Ref<Bz2File>, lines: Value) -> PyResult<()> {
    match state(self_) {
        State::Writing { .. } => {}
        State::Reading(_) => return Err(io_error("file is not ready for writing")),
        State::Closed => return Err(value_error("I/O operation on closed file")),
    }
    /// So many are looked at before any is written.
    const LINES: usize = 1000;
    let it = protocol::iter(lines)
        .map_err(|_| type_error("writelines() requires an iterable argument"))?;
    loop {
        let some = list::new();
        while some.as_ref().len() < LINES
            && let Some(line) = protocol::next(it)?
        {
            some.try_push(line)?;
        }
        let n = some.as_ref().len();
        let mut all = Vec::new();
        for line in (0..n).filter_map(|i| some.as_ref().item(i)) {
            match super::data(line, "writelines") {
                Ok(w) => all.extend_from_slice(w.bytes()),
                Err(_) => {
                    return Err(type_error(
                        "writelines() argument must be a sequence of strings",
                    ));
                }
            }
        }
        write(self_, bytes::try_new(&all)?.into())?;
        if n < LINES {
            return Ok(());
        }
    }
}

pub fn seek(self_: Ref<Bz2File>, offset: Value, whence: i32) -> PyResult<()> {
    let offset = convert::int(offset)?;
    match state(self_) {
        State::Reading(_) => {}
        State::Writing { .. } => return Err(io_error("seek works only while reading")),
        State::Closed => return Err(value_error("I/O operation on closed file")),
    }
    let r = reading(self_)?;
    r.apart.clear();
    r.apart_at = 0;
    let from = match whence {
        1 => r.position as i64,
        2 => {
            while !r.read(BLOCK)?.is_empty() {}
            r.position as i64
        }
        _ => 0,
    };
    let to = from.saturating_add(offset).max(0) as u64;
    if to < r.position {
        r.rewind()?;
    }
    while r.position < to {
        let step = (to - r.position).min(BLOCK as u64) as usize;
        if r.read(step)?.is_empty() {
            break;
        }
    }
    Ok(())
}

pub fn tell(self_: Ref<Bz2File>) -> PyResult {
    match state(self_) {
        State::Reading(r) => Ok(Value::int(r.position as i64)),
        State::Writing { written, .. } => Ok(Value::int(*written as i64)),
        State::Closed => Err(value_error("I/O operation on closed file")),
    }
}

pub fn close(self_: Ref<Bz2File>) -> PyResult<()> {
    if let State::Writing {
        mut file,
        mut encoder,
        ..
    } = std::mem::replace(state(self_), State::Closed)
    {
        let mut out = Vec::new();
        super::pump(&mut encoder, b"", &mut out, Action::Finish)?;
        file.write_all(&out).map_err(|e| io_failure(&e, None))?;
    }
    Ok(())
}

pub fn enter(self_: Ref<Bz2File>) -> PyResult {
    if matches!(state(self_), State::Closed) {
        return Err(value_error("I/O operation on closed file"));
    }
    Ok(self_.into())
}

pub fn exit(self_: Ref<Bz2File>, _args: &[Value]) -> PyResult {
    let f = attr::get(self_.into(), bytes::intern_static("close"))?;
    crate::call::call_values(f, &[])
}

pub fn get_closed(v: Value) -> PyResult {
    let closed = matches!(state(this(v)?), State::Closed);
    Ok(Value::int(i64::from(closed)))
}

pub fn get_newlines(v: Value) -> PyResult {
    let seen = match state(this(v)?) {
        State::Reading(r) => r.newlines,
        _ => 0,
    };
    let mut kinds = [Value::none(); 3];
    let mut n = 0;
    for (bit, text) in [(CR, &b"\r"[..]), (LF, b"\n"), (CRLF, b"\r\n")] {
        if seen & bit != 0 {
            kinds[n] = bytes::new(text).into();
            n += 1;
        }
    }
    Ok(match n {
        0 => Value::none(),
        1 => kinds[0],
        _ => tuple::from_slice(&kinds[..n]).into(),
    })
}

pub fn get_mode(v: Value) -> PyResult {
    Ok(this(v)?.mode.get().unwrap_or(Value::none()))
}

pub fn get_name(v: Value) -> PyResult {
    Ok(this(v)?.name.get().unwrap_or(Value::none()))
}

pub fn get_softspace(v: Value) -> PyResult {
    Ok(Value::int(this(v)?.softspace.get()))
}

pub fn set_softspace(v: Value, x: Option<Value>) -> PyResult<()> {
    let Some(x) = x else {
        return Err(type_error("can't delete numeric/char attribute"));
    };
    this(v)?.softspace.set(convert::int(x)?);
    Ok(())
}
