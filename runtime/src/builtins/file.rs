//! Files: buffered streams over descriptors, with universal newlines.
//!
//! The stream itself is plain Rust in a box that the object owns; the collector drops it with the
//! object, and whatever is still buffered then is written. All open files are also known here, so that
//! leaving the program flushes them.

pub mod failures;
mod turns;

use std::cell::{RefCell, UnsafeCell};
use std::collections::BTreeSet;
use std::ffi::{CStr, CString};
use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::os::fd::{AsRawFd, FromRawFd, RawFd};

use crate::call::Args;
use crate::error::{PyResult, Raised, io_error, type_error, value_error};
use crate::gil::without_gil;
use crate::layouts::{BufferObject, FileObject, Str};
use crate::modules::builtin::io_failure;
use crate::number;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;
use crate::window::{self, Want};

const BUFFER: usize = 8192;
/// The most that is read at a time.
const BIG_READ: usize = 1 << 20;

/// Newline kinds seen in universal mode, as bits.
const CR: u8 = 1;
const LF: u8 = 2;
const CRLF: u8 = 4;

/// What a file object owns.
struct Shared {
    /// Threads take turns at it ([`turns`]).
    stream: RefCell<Stream>,
    /// Its descriptor, which may be asked for while it is another thread's turn.
    descriptor: RawFd,
}

/// An open stream.
pub struct Stream {
    /// `None` once closed.
    file: Option<File>,
    readable: bool,
    writable: bool,
    /// What the mode names anywhere: methods go by it, the stream by how the file was opened.
    named: Named,
    append: bool,
    universal: bool,
    /// Flush after each line (terminals), or after each write (unbuffered).
    line_buffered: bool,
    unbuffered: bool,
    input: Vec<u8>,
    /// Bytes of `input` already consumed.
    at: usize,
    output: Vec<u8>,
    newlines: u8,
    /// The last byte read in universal mode was a CR; a following LF belongs to it.
    skip_lf: bool,
    /// What was read ahead belongs to an iteration.
    ahead: bool,
    /// Standard streams stay open for others when their object goes.
    keep_open: bool,
    /// The process at the other end of the pipe (`os.popen`): closing waits for it.
    child: Option<i32>,
}

/// What a mode string asks for.
pub struct Mode {
    pub read: bool,
    pub write: bool,
    pub append: bool,
    pub truncate: bool,
    /// What is made must not be there yet.
    pub exclusive: bool,
    pub universal: bool,
    named: Named,
}

/// How many letters after the first the C library looks at.
const C_LETTERS: usize = 6;

/// The directions that a mode's letters name, wherever they stand.
#[derive(Clone, Copy)]
struct Named {
    read: bool,
    write: bool,
}

impl Mode {
    /// Parses the mode of `file`, `fdopen` and the like.
    ///
    /// # Errors
    /// ValueError for one that makes no sense.
    pub fn parse(text: &[u8]) -> PyResult<Mode> {
        let Some(first) = text.first() else {
            return Err(value_error("empty mode string"));
        };
        let universal = text.contains(&b'U');
        // Without the U, which may stand anywhere and means reading.
        let first = match universal {
            true => text
                .iter()
                .find(|c| **c != b'U')
                .filter(|c| matches!(c, b'w' | b'a'))
                .unwrap_or(&b'r'),
            false => first,
        };
        if !matches!(first, b'r' | b'w' | b'a') {
            return Err(raise_fmt!(
                value_error,
                "mode string must begin with one of 'r', 'w', 'a' or 'U', not '{}'",
                crate::text::shown::shown(text)
            ));
        }
        if universal && matches!(first, b'w' | b'a') {
            return Err(value_error(
                "universal newline mode can only be used with modes starting with 'r'",
            ));
        }
        let plus = text.contains(&b'+');
        Ok(Mode {
            read: matches!(first, b'r' | b'U') || plus,
            write: matches!(first, b'w' | b'a') || plus,
            append: *first == b'a',
            truncate: *first == b'w',
            exclusive: text.iter().skip(1).take(C_LETTERS).any(|c| *c == b'x'),
            universal,
            named: Named {
                read: universal || plus || text.contains(&b'r'),
                write: plus || text.iter().any(|c| matches!(c, b'w' | b'a')),
            },
        })
    }
}

struct Open(UnsafeCell<BTreeSet<usize>>);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Open {}
static OPEN: Open = Open(UnsafeCell::new(BTreeSet::new()));

fn open_streams() -> &'static mut BTreeSet<usize> {
    // SAFETY: one mutator; no reference outlives a statement.
    unsafe { &mut *OPEN.0.get() }
}

type Io<T> = std::io::Result<T>;

impl Stream {
    fn new(file: File, readable: bool, writable: bool, append: bool, universal: bool) -> Stream {
        Stream {
            file: Some(file),
            readable,
            writable,
            named: Named {
                read: readable,
                write: writable,
            },
            append,
            universal,
            line_buffered: false,
            unbuffered: false,
            input: Vec::new(),
            at: 0,
            output: Vec::new(),
            newlines: 0,
            skip_lf: false,
            ahead: false,
            keep_open: false,
            child: None,
        }
    }

    /// Writes what is buffered. A signal ends this with what is not written still there.
    fn flush(&mut self) -> Io<()> {
        let Some(f) = &mut self.file else {
            return Ok(());
        };
        while !self.output.is_empty() {
            let data = &self.output;
            match without_gil(|| f.write(data)) {
                Ok(0) => {
                    self.output.clear();
                    return Err(std::io::ErrorKind::WriteZero.into());
                }
                Ok(n) if n == self.output.len() => self.output.clear(),
                Ok(n) => drop(self.output.drain(..n)),
                Err(e) => {
                    if e.kind() != std::io::ErrorKind::Interrupted {
                        self.output.clear();
                    }
                    return Err(e);
                }
            }
        }
        Ok(())
    }

    /// The same where the global lock cannot be given up, and whatever signals come.
    fn flush_at_once(&mut self) -> Io<()> {
        let data = std::mem::take(&mut self.output);
        match &mut self.file {
            Some(f) => f.write_all(&data),
            None => Ok(()),
        }
    }

    fn write(&mut self, data: &[u8]) -> Io<()> {
        if !self.writable && !data.is_empty() {
            return Err(std::io::Error::from_raw_os_error(libc::EBADF));
        }
        if self.at < self.input.len() {
            // Going from reading to writing: forget what was read ahead.
            self.drop_read_ahead()?;
        }
        if self.append
            && self.output.is_empty()
            && let Some(f) = &mut self.file
        {
            // Appending streams write at the end whatever was sought.
            let _ = f.seek(SeekFrom::End(0));
        }
        if self.line_buffered
            && let Some(end) = memchr::memrchr(b'\n', data)
        {
            // What is behind the last line stays.
            self.output.extend_from_slice(&data[..=end]);
            self.flush()?;
            self.output.extend_from_slice(&data[end + 1..]);
            return Ok(());
        }
        self.output.extend_from_slice(data);
        if self.unbuffered || self.output.len() >= BUFFER {
            self.flush()?;
        }
        Ok(())
    }

    fn drop_read_ahead(&mut self) -> Io<()> {
        let left = (self.input.len() - self.at) as i64;
        self.input.clear();
        self.at = 0;
        self.ahead = false;
        if left > 0
            && let Some(f) = &mut self.file
        {
            let _ = f.seek(SeekFrom::Current(-left));
        }
        Ok(())
    }

    /// Reads more, about `want` bytes; false at the end.
    fn fill(&mut self, want: usize) -> Io<bool> {
        self.flush()?;
        self.input.drain(..self.at);
        self.at = 0;
        let Some(f) = &mut self.file else {
            return Ok(false);
        };
        let want = want.clamp(BUFFER, BIG_READ);
        self.input.reserve(want);
        let (fd, room) = (f.as_raw_fd(), &mut self.input.spare_capacity_mut()[..want]);
        if let Err(errno) = crate::blocking::before_reading(fd) {
            return Err(std::io::Error::from_raw_os_error(errno));
        }
        // SAFETY: an open file, and room for so many bytes, which need not be initialised.
        let read =
            without_gil(
                || match unsafe { libc::read(fd, room.as_mut_ptr().cast(), want) } {
                    n @ 0.. => Ok(n as usize),
                    _ => Err(std::io::Error::last_os_error()),
                },
            )?;
        // SAFETY: that many bytes were written behind the others.
        unsafe { self.input.set_len(self.input.len() + read) };
        Ok(read > 0)
    }

    /// How much the rest of a regular file is.
    fn remaining(&mut self) -> Option<usize> {
        let f = self.file.as_mut()?;
        let m = f.metadata().ok().filter(std::fs::Metadata::is_file)?;
        usize::try_from(m.len().checked_sub(f.stream_position().ok()?)?).ok()
    }

    /// Takes `n` bytes that are there.
    fn take(&mut self, n: usize) -> Vec<u8> {
        if self.at == 0 && n == self.input.len() {
            return std::mem::take(&mut self.input);
        }
        let taken = self.input[self.at..self.at + n].to_vec();
        self.at += n;
        taken
    }

    /// Reads until there are `size` bytes, or the end. Nothing is taken when that fails.
    fn read(&mut self, size: Option<usize>) -> Io<Vec<u8>> {
        if self.universal {
            return self.read_universal(size, false);
        }
        // One byte more, to see that it is the end.
        let rest = match size {
            None => self.remaining().map_or(0, |n| n.saturating_add(1)),
            Some(_) => 0,
        };
        // What there is no room for fails when it is read.
        let _ = self.input.try_reserve(rest);
        loop {
            let have = self.input.len() - self.at;
            if let Some(size) = size.filter(|s| *s <= have) {
                return Ok(self.take(size));
            }
            let want = size.map_or(have.max(rest), |s| s - have);
            match self.fill(want) {
                Ok(true) => {}
                Ok(false) => return Ok(self.take(have)),
                Err(e) if e.kind() == std::io::ErrorKind::WouldBlock && have > 0 => {
                    return Ok(self.take(have));
                }
                Err(e) => return Err(e),
            }
        }
    }

    /// Reads until there is a whole line, `limit` bytes of it, or the end.
    fn read_line(&mut self, limit: Option<usize>) -> Io<Vec<u8>> {
        if self.universal {
            return self.read_universal(limit, true);
        }
        let mut looked = 0;
        loop {
            let have = &self.input[self.at..];
            let window = &have[..have.len().min(limit.unwrap_or(usize::MAX))];
            if let Some(i) = memchr::memchr(b'\n', &window[looked..]) {
                return Ok(self.take(looked + i + 1));
            }
            looked = window.len();
            if limit == Some(looked) || !self.fill(0)? {
                return Ok(self.take(looked));
            }
        }
    }

    /// [`Stream::read`] as a string.
    fn text(&mut self, size: Option<usize>) -> Io<Ref<Str>> {
        // What is in the buffer is not copied twice.
        if !self.universal
            && let Some(size) = size
            && let Some(have) = self.input[self.at..].get(..size)
        {
            let text = super::str::new(have);
            self.at += size;
            return Ok(text);
        }
        Ok(super::str::new(&self.read(size)?))
    }

    /// [`Stream::read_line`] as a string; empty at the end.
    fn line(&mut self, limit: Option<usize>) -> Io<Ref<Str>> {
        // Most lines are in the buffer: they are not copied twice.
        if !self.universal && limit.is_none() {
            let have = &self.input[self.at..];
            if let Some(i) = memchr::memchr(b'\n', have) {
                let line = super::str::new(&have[..=i]);
                self.at += i + 1;
                return Ok(line);
            }
        }
        if self.universal
            && limit.is_none()
            && let Some(line) = self.universal_line()
        {
            return Ok(line);
        }
        Ok(super::str::new(&self.read_line(limit)?))
    }

    /// The next line with its end as LF, if it is in the buffer.
    fn universal_line(&mut self) -> Option<Ref<Str>> {
        let mut have = &self.input[self.at..];
        let mut newlines = self.newlines;
        if self.skip_lf {
            if *have.first()? == b'\n' {
                have = &have[1..];
                newlines |= CRLF;
            } else {
                newlines |= CR;
            }
        }
        let end = memchr::memchr2(b'\r', b'\n', have)?;
        let line = match have[end] {
            b'\n' => super::str::new(&have[..=end]),
            _ if end == 0 => super::str::new(b"\n"),
            _ => super::str::build(end + 1, |to| {
                to[..end].copy_from_slice(&have[..end]);
                to[end] = b'\n';
            }),
        };
        // What a CR is, the next byte tells.
        self.skip_lf = have[end] == b'\r';
        if !self.skip_lf {
            newlines |= LF;
        }
        self.at = self.input.len() - have.len() + end + 1;
        self.newlines = newlines;
        Some(line)
    }

    /// The same with all ends of lines as LF, up to a `limit`, or the end of a line. The input is kept as it
    /// was read, so that positions are those in the file.
    fn read_universal(&mut self, limit: Option<usize>, line: bool) -> Io<Vec<u8>> {
        let limit = limit.unwrap_or(usize::MAX);
        loop {
            let mut t = Translation {
                out: Vec::new(),
                skip_lf: self.skip_lf,
                newlines: self.newlines,
            };
            let done = t.run(&self.input[self.at..], limit, line);
            let used = match done {
                Some(used) => used,
                // Nothing is taken before it is known that there is no more, or reading fails.
                None if self.fill(self.input.len() - self.at)? => continue,
                None => {
                    if t.skip_lf {
                        t.newlines |= CR;
                    }
                    self.input.len() - self.at
                }
            };
            self.at += used;
            self.skip_lf = t.skip_lf;
            self.newlines = t.newlines;
            return Ok(t.out);
        }
    }

    /// The position in the file, as `tell` sees it.
    fn position(&mut self) -> Io<i64> {
        if self.skip_lf {
            // The LF of a CRLF belongs to the line before.
            if self.at == self.input.len() {
                self.fill(0)?;
            }
            if self.input.get(self.at) == Some(&b'\n') {
                self.at += 1;
                self.newlines |= CRLF;
                self.skip_lf = false;
            }
        }
        let left = if self.ahead {
            // Iteration reads blocks for itself.
            0
        } else {
            (self.input.len() - self.at) as i64
        };
        let pending = self.output.len() as i64;
        let here = self.file.as_mut().map_or(Ok(0), |x| x.stream_position())? as i64;
        Ok(here - left + pending)
    }

    fn close(&mut self) -> Io<()> {
        let r = self.flush();
        if r.as_ref()
            .is_err_and(|e| e.kind() == std::io::ErrorKind::Interrupted)
        {
            return r;
        }
        if let Some(f) = self.file.take()
            && self.keep_open
        {
            std::mem::forget(f);
        }
        if let Some(pid) = self.child.take() {
            let _ = wait_for(pid);
        }
        r
    }
}

/// Ends of lines being made LF.
struct Translation {
    out: Vec<u8>,
    skip_lf: bool,
    newlines: u8,
}

impl Translation {
    /// Goes through input up to a `limit` of output, or the end of a line: how much of it was used, or `None`
    /// when there is not enough.
    fn run(&mut self, input: &[u8], limit: usize, line: bool) -> Option<usize> {
        let mut at = 0;
        loop {
            if self.out.len() >= limit {
                return Some(at);
            }
            let b = *input.get(at)?;
            at += 1;
            if std::mem::take(&mut self.skip_lf) {
                if b == b'\n' {
                    self.newlines |= CRLF;
                    continue;
                }
                self.newlines |= CR;
            }
            match b {
                b'\r' => self.skip_lf = true,
                b'\n' => self.newlines |= LF,
                _ => {
                    // Most of a text is neither.
                    let rest = &input[at..];
                    let n = memchr::memchr2(b'\r', b'\n', rest).unwrap_or(rest.len());
                    let n = n.min(limit - self.out.len() - 1);
                    self.out.push(b);
                    self.out.extend_from_slice(&rest[..n]);
                    at += n;
                    continue;
                }
            }
            self.out.push(b'\n');
            if line {
                return Some(at);
            }
        }
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        let r = self.flush_at_once();
        // The process at the other end has its status instead.
        if self.child.is_none() {
            failures::note(self, r);
        }
        let _ = self.close();
    }
}

/// Writes what files other than the standard ones have buffered, before something is looked for by its name.
/// Programs forget files instead of closing them, and expect what they wrote to be there when they look
/// (`open(p, "w").write(x)`). What goes to a pipe nobody finds by a name: that waits.
pub fn flush_forgotten() {
    flush_others(false, |s| {
        let kind = s.file.as_ref().and_then(|f| f.metadata().ok());
        kind.is_none_or(|m| m.is_file())
    });
}

/// The same before processes begin, which may be at the other end of a pipe.
pub fn flush_forgotten_and_pipes() {
    flush_others(true, |_| true);
}

fn flush_others(pipes: bool, is_meant: impl Fn(&Stream) -> bool) {
    crate::modules::io::forgotten::flush(pipes);
    for address in open_streams().iter() {
        // SAFETY: streams leave the set before they are dropped.
        let cell = unsafe { &(*(*address as *const Shared)).stream };
        if let Ok(mut s) = cell.try_borrow_mut()
            && !s.keep_open
            && !s.output.is_empty()
            && is_meant(&s)
        {
            let _ = s.flush();
        }
    }
}

/// Writes what all open files have buffered; called when the program ends.
pub fn flush_all() {
    crate::modules::io::forgotten::flush(true);
    crate::modules::hotshot::profiler::flush_all();
    for address in open_streams().iter() {
        // SAFETY: streams leave the set before they are dropped.
        let cell = unsafe { &(*(*address as *const Shared)).stream };
        if let Ok(mut s) = cell.try_borrow_mut() {
            let r = s.flush_at_once();
            failures::note(&s, r);
        }
    }
}

/// In the child of a fork nobody has a turn: the threads that had are not there, and what they were writing is theirs.
pub fn after_fork_in_child() {
    turns::after_fork_in_child();
    for address in open_streams().iter() {
        // SAFETY: streams leave the set before they are dropped; who has borrowed one is a thread that does not exist here.
        unsafe {
            let cell = &raw mut (*(*address as *mut Shared)).stream;
            if (*cell).try_borrow_mut().is_err() {
                let mut stream = cell.cast_const().read().into_inner();
                stream.output.clear();
                cell.write(RefCell::new(stream));
            }
        }
    }
}

/// Called by the collector for a dead file.
pub fn finalize(f: Ref<FileObject>) {
    if f.state.get() != 0 {
        crate::blocking::note_closed();
    }
    release(f);
}

fn release(f: Ref<FileObject>) {
    let address = f.state.replace(0) as usize;
    if address != 0 {
        open_streams().remove(&address);
        // SAFETY: made by `install` from a box, and forgotten by the object just now.
        let stream = unsafe { Box::from_raw(address as *mut Shared) };
        if stream.stream.try_borrow_mut().is_err() {
            // Another thread is using it: it must stay.
            Box::leak(stream);
        }
    }
}

fn install(f: Ref<FileObject>, s: Stream) {
    release(f);
    let writable = s.writable;
    let b = Box::into_raw(Box::new(Shared {
        descriptor: s.file.as_ref().map_or(-1, AsRawFd::as_raw_fd),
        stream: RefCell::new(s),
    }));
    if writable {
        open_streams().insert(b as usize);
    }
    f.state.set(b as u64);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(f.addr() as *mut u8) };
}

fn closed() -> Raised {
    value_error("I/O operation on closed file")
}

/// The stream, open or closed, once no other thread uses it; nothing in a file that was never opened.
fn stream(f: Ref<FileObject>) -> Option<turns::Turn<Stream>> {
    turns::take(|| {
        let address = f.state.get();
        // SAFETY: the object owns the boxed stream while the address is there.
        (address != 0).then(|| unsafe { &(*(address as *const Shared)).stream })
    })
}

/// Runs `op` on the open stream, when no other thread uses it. When a signal interrupts it, the signal's
/// handler runs, and `op` again: what it did before is in the stream.
fn with<T>(f: Ref<FileObject>, mut op: impl FnMut(&mut Stream) -> Io<T>) -> PyResult<T> {
    loop {
        let Some(mut s) = stream(f).filter(|s| s.file.is_some()) else {
            return Err(closed());
        };
        let r = op(&mut s);
        drop(s);
        match r {
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => crate::interrupt::handle()?,
            r => return r.map_err(|e| io_failure(&e, None)),
        }
    }
}

/// Fails on a closed file.
///
/// # Errors
/// ValueError.
pub fn check_open(f: Ref<FileObject>) -> PyResult<()> {
    with(f, |_| Ok(()))
}

/// Is it open, and for reading?
pub fn is_readable(f: Ref<FileObject>) -> bool {
    stream_is(f, |s| s.readable)
}

/// Is it open, and for writing?
pub fn is_writable(f: Ref<FileObject>) -> bool {
    stream_is(f, |s| s.writable)
}

fn stream_is(f: Ref<FileObject>, what: impl Fn(&Stream) -> bool) -> bool {
    let address = f.state.get();
    // SAFETY: the object owns the boxed stream while the address is there.
    let cell = (address != 0).then(|| unsafe { &(*(address as *const Shared)).stream });
    // One that another thread uses is open; whoever asked finds out by using it.
    cell.is_some_and(|c| {
        c.try_borrow()
            .map_or(true, |s| s.file.is_some() && what(&s))
    })
}

fn reading(f: Ref<FileObject>) -> PyResult<()> {
    if with(f, |s| Ok(s.named.read))? {
        Ok(())
    } else {
        Err(io_error("File not open for reading"))
    }
}

pub fn writing(f: Ref<FileObject>) -> PyResult<()> {
    if with(f, |s| Ok(s.named.write))? {
        Ok(())
    } else {
        Err(io_error("File not open for writing"))
    }
}

/// The file object of a standard stream.
pub fn standard(fd: i32, name: &str, mode: &str) -> Ref<FileObject> {
    let f = FileObject::alloc(
        0,
        0,
        Some(super::str::new(name.as_bytes()).into()),
        Some(super::str::new(mode.as_bytes()).into()),
        None,
        None,
    );
    // SAFETY: the process's own descriptor; the stream never closes it.
    let file = unsafe { File::from_raw_fd(fd) };
    let mut s = Stream::new(file, fd == 0, fd != 0, false, false);
    s.keep_open = true;
    // SAFETY: a call without memory arguments.
    s.line_buffered = unsafe { libc::isatty(fd) } == 1;
    s.unbuffered = fd == 2;
    install(f, s);
    f
}

/// Makes a standard stream one whose lines are seen at once, as a terminal's are (`-i`).
pub fn set_line_buffered(f: Ref<FileObject>) {
    let _ = with(f, |s| {
        s.line_buffered = true;
        Ok(())
    });
}

/// Makes a standard stream unbuffered (`-u`).
pub fn set_unbuffered(f: Ref<FileObject>) {
    let _ = with(f, |s| {
        s.unbuffered = true;
        Ok(())
    });
}

pub fn new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    Ok(FileObject::alloc_for(ty, 0, 0, None, None, None, None).into())
}

/// `file(name[, mode[, buffering]])`
pub fn init(v: Value, args: Args<'_>) -> PyResult<()> {
    let Some(f) = v.cast::<FileObject>() else {
        return Err(type_error("expected a file"));
    };
    let mut given: [Option<Value>; 3] = [None; 3];
    if args.values.len() > 3 {
        return Err(raise_fmt!(
            type_error,
            "file() takes at most 3 arguments ({} given)",
            args.values.len()
        ));
    }
    for (i, a) in args.pos().iter().enumerate() {
        given[i] = Some(*a);
    }
    for (key, a) in args.keywords() {
        let k = key
            .cast::<Str>()
            .map_or_else(String::new, |s| s.as_ref().to_text());
        match ["name", "mode", "buffering"].iter().position(|n| *n == k) {
            Some(i) => given[i] = Some(a),
            None if given[0].is_none() => {
                return Err(type_error("Required argument 'name' (pos 1) not found"));
            }
            None => return Err(super::sequence::unknown_keyword(args, key)),
        }
    }
    let Some(name) = given[0] else {
        return Err(type_error("Required argument 'name' (pos 1) not found"));
    };
    let path = match name.cast::<Str>() {
        Some(s) => s,
        None => crate::codec::locale::encode_name(super::unicode::coerce(name)?)?,
    };
    let mode = match given[1] {
        None => super::str::new(b"r"),
        Some(m) => crate::convert::string(m, "file", 2)?,
    };
    let buffering = match given[2] {
        Some(b) => crate::number::int_from_value(b)?,
        None => -1,
    };
    let text = mode.as_ref().bytes();
    let m = Mode::parse(text)?;
    flush_forgotten();
    let mut flags = match (m.read, m.write) {
        (true, true) => libc::O_RDWR,
        (true, false) => libc::O_RDONLY,
        _ => libc::O_WRONLY,
    };
    if m.append {
        flags |= libc::O_APPEND | libc::O_CREAT;
    } else if m.truncate {
        flags |= libc::O_TRUNC | libc::O_CREAT;
    }
    if m.exclusive {
        flags |= libc::O_EXCL;
    }
    let Ok(path) = CString::new(path.as_ref().bytes()) else {
        return Err(type_error(
            "file() argument 1 must be encoded string without null bytes, not str",
        ));
    };
    let mut file = open_path(&path, flags).map_err(|e| io_failure(&e, Some(name)))?;
    if m.append && !m.read {
        // Where that means nothing it does no harm.
        let _ = file.seek(SeekFrom::End(0));
    }
    if file.metadata().is_ok_and(|m| m.is_dir()) {
        return Err(io_failure(
            &std::io::Error::from_raw_os_error(libc::EISDIR),
            Some(name),
        ));
    }
    let mut s = Stream::new(file, m.read, m.write, m.append, m.universal);
    s.named = m.named;
    s.unbuffered = buffering == 0;
    s.line_buffered = buffering == 1;
    install(f, s);
    f.name.set(Some(name));
    f.mode.set(Some(mode.into()));
    Ok(())
}

/// Opens a file of the system, which may wait for another process or thread (a FIFO does). A signal ends the wait.
///
/// # Errors
/// Those of the system; nothing is tried again.
pub fn open_path(path: &CStr, flags: i32) -> Io<File> {
    // SAFETY: the path is a C string.
    let open = || unsafe { libc::open(path.as_ptr(), flags, 0o666) };
    match crate::finalizers::with_descriptors(|| without_gil(open)) {
        // SAFETY: it was opened just now, and nobody else knows it.
        fd @ 0.. => Ok(unsafe { File::from_raw_fd(fd) }),
        _ => Err(std::io::Error::last_os_error()),
    }
}

/// Lets child processes have a descriptor, as C's streams do: programs lock files, and name `/dev/fd/N`, for them.
pub fn inherit(fd: i32) {
    // SAFETY: calls without memory arguments; of a descriptor that is not open they say so.
    unsafe {
        let flags = libc::fcntl(fd, libc::F_GETFD);
        if flags >= 0 {
            libc::fcntl(fd, libc::F_SETFD, flags & !libc::FD_CLOEXEC);
        }
    }
}

pub fn repr(v: Value) -> PyResult {
    let Some(f) = v.cast::<FileObject>() else {
        return super::object::repr(v);
    };
    let state = if is_closed(f) { "closed" } else { "open" };
    let name = match f.name.get() {
        Some(n) => crate::protocol::repr(n)?.as_ref().to_text(),
        None => "'<uninitialized file>'".to_owned(),
    };
    let mode = match f.mode.get() {
        Some(m) => crate::protocol::str(m)?.as_ref().to_text(),
        None => "<uninitialized file>".to_owned(),
    };
    Ok(super::str::from_text(&format!(
        "<{state} file {name}, mode '{mode}' at {:#x}>",
        v.bits()
    ))
    .into())
}

fn is_closed(f: Ref<FileObject>) -> bool {
    let address = f.state.get();
    // SAFETY: the object owns the boxed stream while the address is there.
    address == 0
        || unsafe { &(*(address as *const Shared)).stream }
            .try_borrow()
            .is_ok_and(|s| s.file.is_none())
}

/// Reading by methods would lose what an iteration read ahead.
pub fn reading_apart(f: Ref<FileObject>) -> PyResult<()> {
    reading(f)?;
    if with(f, |s| Ok(s.ahead && s.at < s.input.len()))? {
        return Err(value_error(
            "Mixing iteration and read methods would lose data",
        ));
    }
    with(f, |s| {
        s.ahead = false;
        Ok(())
    })
}

/// `readinto(buffer)`: how many bytes.
pub fn readinto(f: Ref<FileObject>, buffer: Value) -> PyResult<i64> {
    reading_apart(f)?;
    let room =
        window::get(buffer, Want::View)?
            .filter(|w| w.writable)
            .or(match buffer.cast::<Str>() {
                Some(_) => None,
                None if super::unicode::is_unicode(buffer) => {
                    return Err(type_error("cannot use unicode as modifiable buffer"));
                }
                None if buffer.cast::<BufferObject>().is_some() => None,
                None => window::get(buffer, Want::Write)?,
            });
    let Some(room) = room else {
        let got = if buffer.is_none() {
            "None"
        } else {
            crate::attr::type_name(buffer)
        };
        return Err(raise_fmt!(
            type_error,
            "argument 1 must be read-write buffer, not {got}"
        ));
    };
    let data = with(f, |s| s.read(Some(room.len())))?;
    // Reading let others run: the buffer may have changed.
    let now = window::get(buffer, Want::View)?.unwrap_or(room);
    now.write(0, &data[..data.len().min(now.len())]);
    Ok(data.len() as i64)
}

pub fn read(f: Ref<FileObject>, size: i64) -> PyResult {
    reading_apart(f)?;
    Ok(with(f, |s| s.text(usize::try_from(size).ok()))?.into())
}

pub fn readline(f: Ref<FileObject>, size: i64) -> PyResult {
    reading_apart(f)?;
    Ok(with(f, |s| s.line(usize::try_from(size).ok()))?.into())
}

pub fn readlines(f: Ref<FileObject>, sizehint: i64) -> PyResult {
    reading_apart(f)?;
    let out = super::list::new();
    let mut total = 0;
    // Whole blocks are read, and the rest of the line in which the last one ends.
    let enough = (sizehint.max(0) as usize)
        .div_ceil(BUFFER)
        .saturating_mul(BUFFER);
    loop {
        let line = with(f, |s| s.line(None))?;
        let length = line.as_ref().bytes().len();
        if length == 0 {
            return Ok(out.into());
        }
        total += length;
        out.push(line.into());
        if sizehint > 0 && total >= enough {
            return Ok(out.into());
        }
    }
}

pub fn xreadlines(f: Ref<FileObject>) -> PyResult {
    if is_closed(f) {
        return Err(closed());
    }
    crate::modules::warnings::of_python3(
        "f.xreadlines() not supported in 3.x, try 'for line in f' instead",
    )?;
    Ok(f.into())
}

pub fn iter(v: Value) -> PyResult {
    match v.cast::<FileObject>() {
        Some(f) if is_closed(f) => Err(closed()),
        _ => Ok(v),
    }
}

pub fn next(v: Value) -> PyResult<Option<Value>> {
    let Some(f) = v.cast::<FileObject>() else {
        return Err(type_error("expected a file"));
    };
    reading(f)?;
    let line = with(f, |s| {
        s.ahead = true;
        s.line(None)
    })?;
    if line.as_ref().bytes().is_empty() {
        // What ended the input may have sent a signal as well (Ctrl-C to all of a pipeline), and nothing is called next.
        crate::modules::signal::check_signals()?;
        return Ok(None);
    }
    Ok(Some(line.into()))
}

/// Writes bytes.
pub fn write_bytes(f: Ref<FileObject>, data: &[u8]) -> PyResult<()> {
    writing(f)?;
    print_bytes(f, data)
}

/// What `print` writes between values and behind them: whether that can be written nobody asks.
pub fn print_blank(f: Ref<FileObject>, data: &[u8]) -> PyResult<()> {
    if with(f, |s| Ok(s.writable))? {
        print_bytes(f, data)?;
    }
    Ok(())
}

/// Writes bytes as `print` does, which leaves it to the stream whether that is possible.
pub fn print_bytes(f: Ref<FileObject>, data: &[u8]) -> PyResult<()> {
    let mut data = Some(data);
    with(f, |s| match data.take() {
        Some(data) => s.write(data),
        None => s.flush(),
    })
}

/// Does the file say which encoding text that is printed to it gets?
pub fn has_encoding(f: Ref<FileObject>) -> bool {
    f.encoding.get().is_some_and(|e| !e.is_none())
}

/// A unicode string in the file's encoding.
pub fn encode(f: Ref<FileObject>, v: Value) -> PyResult<Ref<Str>> {
    if let Some(e) = f.encoding.get().filter(|e| !e.is_none()) {
        let m = crate::attr::get(v, super::str::intern(b"encode"))?;
        let args = [e, f.errors.get().unwrap_or(Value::none())];
        let given = if args[1].is_none() { 1 } else { 2 };
        let r = crate::call::call_values(m, &args[..given])?;
        if let Some(s) = r.cast::<Str>() {
            return Ok(s);
        }
    }
    match super::unicode::encode_default(v)? {
        Some(s) => Ok(s),
        None => crate::protocol::str(v),
    }
}

/// Is the file binary?
fn is_binary(f: Ref<FileObject>) -> bool {
    f.mode
        .get()
        .and_then(|m| m.cast::<Str>())
        .is_some_and(|m| m.bytes().contains(&b'b'))
}

pub fn write(f: Ref<FileObject>, args: &[Value]) -> PyResult<()> {
    writing(f)?;
    let [text] = args else {
        return Err(raise_fmt!(
            type_error,
            "function takes exactly 1 argument ({} given)",
            args.len()
        ));
    };
    f.softspace.set(0);
    write_text(f, *text)
}

fn write_text(f: Ref<FileObject>, text: Value) -> PyResult<()> {
    if let Some(s) = text.cast::<Str>() {
        return write_bytes(f, s.as_ref().bytes());
    }
    let binary = is_binary(f);
    if super::unicode::is_unicode(text) {
        let s = if binary {
            super::str::args::bytes_of(text)?
        } else {
            encode(f, text)?
        };
        return write_bytes(f, s.as_ref().bytes());
    }
    let found = if binary {
        window::readable(text)?
    } else {
        window::get(text, Want::Text)?
    };
    match found {
        // A copy: others may run while it is written.
        Some(w) => {
            let data = w.bytes().to_vec();
            write_bytes(f, &data)
        }
        None if binary => {
            let got = if text.is_none() {
                "None"
            } else {
                crate::attr::type_name(text)
            };
            Err(raise_fmt!(
                type_error,
                "argument 1 must be string or buffer, not {got}"
            ))
        }
        None => Err(type_error(
            "expected a string or other character buffer object",
        )),
    }
}

pub fn writelines(f: Ref<FileObject>, lines: Value) -> PyResult<()> {
    writing(f)?;
    let it = crate::protocol::iter_or_else(lines, || {
        type_error("writelines() requires an iterable argument")
    })?;
    // By blocks: nothing of one is written when something in it is no text.
    const BLOCK: usize = 1000;
    loop {
        let mut out = Vec::new();
        let mut n = 0;
        while n < BLOCK
            && let Some(l) = crate::protocol::next(it)?
        {
            out.extend_from_slice(line_bytes(f, l)?.bytes());
            n += 1;
        }
        f.softspace.set(0);
        write_bytes(f, &out)?;
        if n < BLOCK {
            return Ok(());
        }
    }
}

/// The bytes of an item of `writelines`.
fn line_bytes(f: Ref<FileObject>, l: Value) -> PyResult<Ref<Str>> {
    if let Some(s) = l.cast::<Str>() {
        return Ok(s);
    }
    let want = if is_binary(f) { Want::Read } else { Want::Text };
    let found = window::get(l, want).unwrap_or_else(|_| {
        crate::thread::current().take_pending();
        None
    });
    match found {
        Some(w) => super::str::try_new(w.bytes()),
        None => Err(type_error(
            "writelines() argument must be a sequence of strings",
        )),
    }
}

pub fn flush(f: Ref<FileObject>) -> PyResult<()> {
    with(f, Stream::flush)
}

/// Writes what is held back, as far as that can be; the rest is tried again later.
pub fn try_flush(f: Ref<FileObject>) {
    let address = f.state.get() as usize;
    if address == 0 {
        return;
    }
    // SAFETY: the object owns the stream while it is open.
    let cell = unsafe { &(*(address as *const Shared)).stream };
    if let Ok(mut s) = cell.try_borrow_mut() {
        let mut held = std::mem::take(&mut s.output);
        if let Some(f) = &mut s.file {
            while !held.is_empty()
                && let Ok(n @ 1..) = f.write(&held)
            {
                held.drain(..n);
            }
        }
        s.output = held;
    }
}

/// `close()`: None, or the status of the process at the other end when that is not 0.
pub fn close(f: Ref<FileObject>) -> PyResult {
    if is_closed(f) {
        return Ok(Value::none());
    }
    let address = f.state.get();
    // SAFETY: the object owns the boxed stream while the address is there.
    if unsafe { &(*(address as *const Shared)).stream }
        .try_borrow()
        .is_err()
    {
        return Err(io_error(
            "close() called during concurrent operation on the same file object.",
        ));
    }
    let child = with(f, |s| Ok(s.child.take()))?;
    with(f, Stream::close)?;
    open_streams().remove(&(address as usize));
    let Some(pid) = child else {
        return Ok(Value::none());
    };
    let status = wait_for(pid).map_err(|e| io_failure(&e, None))?;
    Ok(if status == 0 {
        Value::none()
    } else {
        Value::int(i64::from(status))
    })
}

/// The status of a child when it has ended.
fn wait_for(pid: i32) -> Io<i32> {
    let mut status = 0;
    loop {
        // SAFETY: room for the status.
        if unsafe { libc::waitpid(pid, &mut status, 0) } != -1 {
            return Ok(status);
        }
        let e = std::io::Error::last_os_error();
        if e.kind() != std::io::ErrorKind::Interrupted {
            return Err(e);
        }
    }
}

/// A file over a descriptor, which it closes; `child` is the process at the other end of a pipe.
///
/// # Errors
/// ValueError for a bad mode.
pub fn over_descriptor(
    fd: i32,
    name: Value,
    mode: &[u8],
    buffering: i64,
    child: Option<i32>,
) -> PyResult<Ref<FileObject>> {
    let m = Mode::parse(mode)?;
    let mode: Value = super::str::new(mode).into();
    let f = FileObject::alloc(0, 0, Some(name), Some(mode), None, None);
    // SAFETY: the caller hands over an open descriptor.
    let file = unsafe { File::from_raw_fd(fd) };
    let mut s = Stream::new(file, m.read, m.write, m.append, m.universal);
    s.named = m.named;
    s.unbuffered = buffering == 0;
    s.line_buffered = buffering == 1;
    s.child = child;
    install(f, s);
    Ok(f)
}

pub fn seek(f: Ref<FileObject>, offset: Value, whence: i32) -> PyResult<()> {
    check_open(f)?;
    let offset = if offset.is_float() {
        number::int_from_number(offset)?
    } else {
        number::as_index_or(offset, crate::error::overflow_error)?
    };
    let to = match whence {
        0 if offset < 0 => {
            return Err(io_failure(
                &std::io::Error::from_raw_os_error(libc::EINVAL),
                None,
            ));
        }
        0 => SeekFrom::Start(offset as u64),
        1 => SeekFrom::Current(offset),
        2 => SeekFrom::End(offset),
        _ => {
            return Err(io_failure(
                &std::io::Error::from_raw_os_error(libc::EINVAL),
                None,
            ));
        }
    };
    with(f, |s| {
        s.flush()?;
        s.drop_read_ahead()?;
        s.skip_lf = false;
        s.file.as_mut().map_or(Ok(0), |x| x.seek(to)).map(|_| ())
    })
}

pub fn tell(f: Ref<FileObject>) -> PyResult {
    Ok(Value::int(with(f, Stream::position)?))
}

pub fn truncate(f: Ref<FileObject>, size: Option<Value>) -> PyResult<()> {
    writing(f)?;
    let size = match size {
        Some(v) => crate::number::int_from_number(v)?,
        None => tell(f)?.as_int().unwrap_or(0),
    };
    if size < 0 {
        return Err(io_failure(
            &std::io::Error::from_raw_os_error(libc::EINVAL),
            None,
        ));
    }
    with(f, |s| {
        s.flush()?;
        s.file.as_ref().map_or(Ok(()), |x| x.set_len(size as u64))
    })
}

fn descriptor(f: Ref<FileObject>) -> PyResult<i32> {
    let address = f.state.get();
    if address == 0 {
        return Err(closed());
    }
    // SAFETY: the object owns what it shares while the address is there.
    let shared = unsafe { &*(address as *const Shared) };
    match shared.stream.try_borrow() {
        Ok(s) => s.file.as_ref().map(AsRawFd::as_raw_fd).ok_or_else(closed),
        Err(_) => Ok(shared.descriptor),
    }
}

pub fn fileno(f: Ref<FileObject>) -> PyResult {
    Ok(Value::int(i64::from(descriptor(f)?)))
}

pub fn isatty(f: Ref<FileObject>) -> PyResult<bool> {
    let fd = descriptor(f)?;
    // SAFETY: a call without memory arguments.
    Ok(unsafe { libc::isatty(fd) } == 1)
}

pub fn enter(f: Ref<FileObject>) -> PyResult {
    if is_closed(f) {
        Err(closed())
    } else {
        Ok(f.into())
    }
}

/// Leaves a `with` block by the method `close`, which a subclass may define.
pub fn exit(f: Ref<FileObject>, _args: &[Value]) -> PyResult<()> {
    let close = crate::attr::get(f.into(), super::str::intern(b"close"))?;
    crate::call::call_values(close, &[]).map(|_| ())
}

fn of(v: Value) -> PyResult<Ref<FileObject>> {
    v.cast::<FileObject>()
        .ok_or_else(|| type_error("expected a file"))
}
pub fn get_closed(v: Value) -> PyResult {
    Ok(Value::bool(is_closed(of(v)?)))
}
/// What attributes say of a file that was never opened.
fn uninitialized() -> Value {
    super::str::intern(b"<uninitialized file>").into()
}
pub fn get_name(v: Value) -> PyResult {
    Ok(of(v)?.name.get().unwrap_or_else(uninitialized))
}
pub fn get_mode(v: Value) -> PyResult {
    Ok(of(v)?.mode.get().unwrap_or_else(uninitialized))
}
pub fn get_encoding(v: Value) -> PyResult {
    Ok(of(v)?.encoding.get().unwrap_or(Value::none()))
}
pub fn get_errors(v: Value) -> PyResult {
    Ok(of(v)?.errors.get().unwrap_or(Value::none()))
}
pub fn get_newlines(v: Value) -> PyResult {
    let kinds = stream(of(v)?).map_or(0, |s| s.newlines);
    let mut seen = Vec::new();
    for (bit, text) in [(CR, &b"\r"[..]), (LF, b"\n"), (CRLF, b"\r\n")] {
        if kinds & bit != 0 {
            seen.push(text);
        }
    }
    Ok(match seen.as_slice() {
        [] => Value::none(),
        [one] => super::str::new(one).into(),
        many => {
            let l = super::list::new();
            for t in many {
                l.push(super::str::new(t).into());
            }
            super::tuple::from_slice(l.as_ref().items()).into()
        }
    })
}
/// For attributes that CPython keeps in plain members.
pub fn set_readonly(_v: Value, _x: Option<Value>) -> PyResult<()> {
    Err(type_error("readonly attribute"))
}
pub fn get_softspace(v: Value) -> PyResult {
    crate::modules::warnings::of_python3("file.softspace not supported in 3.x")?;
    Ok(Value::int(of(v)?.softspace.get()))
}
pub fn set_softspace(v: Value, x: Option<Value>) -> PyResult<()> {
    crate::modules::warnings::of_python3("file.softspace not supported in 3.x")?;
    let f = of(v)?;
    let Some(x) = x else {
        return Err(type_error("can't delete softspace attribute"));
    };
    f.softspace
        .set(i64::from(crate::number::int_from_number(x)? as i32));
    Ok(())
}
