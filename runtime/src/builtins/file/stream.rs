//! A buffered stream over a descriptor, with universal newlines. It knows nothing of file objects.

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::os::fd::AsRawFd;

use super::failures;
use super::mode::Named;
use crate::gil::without_gil;
use crate::layouts::Str;
use crate::object::Ref;

pub(super) const BUFFER: usize = 8192;

/// The most that is read at a time.
const BIG_READ: usize = 1 << 20;

/// Newline kinds seen in universal mode, as bits.
pub(super) const CR: u8 = 1;
pub(super) const LF: u8 = 2;
pub(super) const CRLF: u8 = 4;

/// An open stream.
pub struct Stream {
    /// `None` once closed.
    pub(super) file: Option<File>,
    pub(super) readable: bool,
    pub(super) writable: bool,
    /// What the mode names anywhere: methods go by it, the stream by how the file was opened.
    pub(super) named: Named,
    pub(super) append: bool,
    pub(super) universal: bool,
    /// Flush after each line (terminals), or after each write (unbuffered).
    pub(super) line_buffered: bool,
    pub(super) unbuffered: bool,
    pub(super) input: Vec<u8>,
    /// Bytes of `input` already consumed.
    pub(super) at: usize,
    pub(super) output: Vec<u8>,
    pub(super) newlines: u8,
    /// The last byte read in universal mode was a CR; a following LF belongs to it.
    pub(super) skip_lf: bool,
    /// What was read ahead belongs to an iteration.
    pub(super) ahead: bool,
    /// Standard streams stay open for others when their object goes.
    pub(super) keep_open: bool,
    /// The process at the other end of the pipe (`os.popen`): closing waits for it.
    pub(super) child: Option<i32>,
}

pub(super) type Io<T> = std::io::Result<T>;

impl Stream {
    pub(super) fn new(
        file: File,
        readable: bool,
        writable: bool,
        append: bool,
        universal: bool,
    ) -> Stream {
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
    pub(super) fn flush(&mut self) -> Io<()> {
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
    pub(super) fn flush_at_once(&mut self) -> Io<()> {
        let data = std::mem::take(&mut self.output);
        match &mut self.file {
            Some(f) => f.write_all(&data),
            None => Ok(()),
        }
    }

    pub(super) fn write(&mut self, data: &[u8]) -> Io<()> {
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

    pub(super) fn drop_read_ahead(&mut self) -> Io<()> {
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
    pub(super) fn fill(&mut self, want: usize) -> Io<bool> {
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
    pub(super) fn remaining(&mut self) -> Option<usize> {
        let f = self.file.as_mut()?;
        let m = f.metadata().ok().filter(std::fs::Metadata::is_file)?;
        usize::try_from(m.len().checked_sub(f.stream_position().ok()?)?).ok()
    }

    /// Takes `n` bytes that are there.
    pub(super) fn take(&mut self, n: usize) -> Vec<u8> {
        if self.at == 0 && n == self.input.len() {
            return std::mem::take(&mut self.input);
        }
        let taken = self.input[self.at..self.at + n].to_vec();
        self.at += n;
        taken
    }

    /// Reads until there are `size` bytes, or the end. Nothing is taken when that fails.
    pub(super) fn read(&mut self, size: Option<usize>) -> Io<Vec<u8>> {
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
    pub(super) fn read_line(&mut self, limit: Option<usize>) -> Io<Vec<u8>> {
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
    pub(super) fn text(&mut self, size: Option<usize>) -> Io<Ref<Str>> {
        // What is in the buffer is not copied twice.
        if !self.universal
            && let Some(size) = size
            && let Some(have) = self.input[self.at..].get(..size)
        {
            let text = crate::builtins::str::new(have);
            self.at += size;
            return Ok(text);
        }
        Ok(crate::builtins::str::new(&self.read(size)?))
    }

    /// [`Stream::read_line`] as a string; empty at the end.
    pub(super) fn line(&mut self, limit: Option<usize>) -> Io<Ref<Str>> {
        // Most lines are in the buffer: they are not copied twice.
        if !self.universal && limit.is_none() {
            let have = &self.input[self.at..];
            if let Some(i) = memchr::memchr(b'\n', have) {
                let line = crate::builtins::str::new(&have[..=i]);
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
        Ok(crate::builtins::str::new(&self.read_line(limit)?))
    }

    /// The next line with its end as LF, if it is in the buffer.
    pub(super) fn universal_line(&mut self) -> Option<Ref<Str>> {
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
            b'\n' => crate::builtins::str::new(&have[..=end]),
            _ if end == 0 => crate::builtins::str::new(b"\n"),
            _ => crate::builtins::str::build(end + 1, |to| {
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
    pub(super) fn read_universal(&mut self, limit: Option<usize>, line: bool) -> Io<Vec<u8>> {
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
    pub(super) fn position(&mut self) -> Io<i64> {
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

    pub(super) fn close(&mut self) -> Io<()> {
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

/// The status of a child when it has ended.
pub(super) fn wait_for(pid: i32) -> Io<i32> {
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
