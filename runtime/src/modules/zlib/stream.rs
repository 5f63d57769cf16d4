//! The zlib library's streams, made safe: a stream is in a box, for its state knows its address, and its
//! pointers are set for the time of a call only.

use libz_sys as z;
use std::ffi::{CStr, c_int};
use std::mem::size_of;

/// Input and output of one call are at most this long: the library counts with 32 bits.
const MOST: usize = 1 << 30;
/// How much room the output grows by at first.
const ROOM: usize = 4 << 10;

/// Which way a stream works.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Deflate,
    Inflate,
}

/// A stream.
pub struct Stream {
    raw: Box<z::z_stream>,
    way: Way,
    live: bool,
}

/// What a call did.
pub struct Step {
    pub status: c_int,
    /// Bytes of the input that were consumed.
    pub consumed: usize,
    /// The output was filled.
    pub full: bool,
}

fn empty() -> Box<z::z_stream> {
    // SAFETY: the library's own way to begin: all pointers null, so that it uses its own allocator. The
    // binding's function pointers for that are never called by us.
    Box::new(unsafe {
        let mut s = std::mem::MaybeUninit::<z::z_stream>::zeroed();
        let p = s.as_mut_ptr();
        (&raw mut (*p).zalloc).write(allocate);
        (&raw mut (*p).zfree).write(free);
        s.assume_init()
    })
}

extern "C" fn allocate(_: *mut libc::c_void, items: u32, size: u32) -> *mut libc::c_void {
    // Not zeroed: the library clears what it needs clear of its 300 kB.
    match (items as usize).checked_mul(size as usize) {
        // SAFETY: memory of that many bytes, or null.
        Some(n) => unsafe { libc::malloc(n) },
        None => std::ptr::null_mut(),
    }
}

extern "C" fn free(_: *mut libc::c_void, p: *mut libc::c_void) {
    // SAFETY: `allocate` gave it.
    unsafe { libc::free(p) }
}

impl Stream {
    /// A compressor.
    ///
    /// # Errors
    /// The library's status.
    pub fn deflate(
        level: i32,
        method: i32,
        wbits: i32,
        memory: i32,
        strategy: i32,
    ) -> Result<Stream, c_int> {
        let mut raw = empty();
        // SAFETY: a fresh stream.
        let status = unsafe {
            z::deflateInit2_(
                &raw mut *raw,
                level,
                method,
                wbits,
                memory,
                strategy,
                z::zlibVersion(),
                size_of::<z::z_stream>() as c_int,
            )
        };
        Stream::begun(raw, Way::Deflate, status)
    }

    /// A decompressor.
    ///
    /// # Errors
    /// The library's status.
    pub fn inflate(wbits: i32) -> Result<Stream, c_int> {
        let mut raw = empty();
        // SAFETY: a fresh stream.
        let status = unsafe {
            z::inflateInit2_(
                &raw mut *raw,
                wbits,
                z::zlibVersion(),
                size_of::<z::z_stream>() as c_int,
            )
        };
        Stream::begun(raw, Way::Inflate, status)
    }

    fn begun(raw: Box<z::z_stream>, way: Way, status: c_int) -> Result<Stream, c_int> {
        if status == z::Z_OK {
            Ok(Stream {
                raw,
                way,
                live: true,
            })
        } else {
            Err(status)
        }
    }

    /// One call: consumes input and appends at most `room` bytes to the output.
    pub fn step(&mut self, input: &[u8], out: &mut Vec<u8>, room: usize, flush: c_int) -> Step {
        let n = input.len().min(MOST);
        let room = room.min(MOST);
        let old = out.len();
        out.resize(old + room, 0);
        self.raw.next_in = input.as_ptr().cast_mut();
        self.raw.avail_in = n as u32;
        self.raw.next_out = out[old..].as_mut_ptr();
        self.raw.avail_out = room as u32;
        let flush = if n < input.len() {
            z::Z_NO_FLUSH
        } else {
            flush
        };
        // SAFETY: the stream is in its box, and the pointers are to `n` and `room` bytes.
        let status = unsafe {
            match self.way {
                Way::Deflate => z::deflate(&raw mut *self.raw, flush),
                Way::Inflate => z::inflate(&raw mut *self.raw, flush),
            }
        };
        let consumed = n - self.raw.avail_in as usize;
        out.truncate(old + room - self.raw.avail_out as usize);
        let full = self.raw.avail_out == 0;
        self.raw.next_in = std::ptr::null_mut();
        self.raw.avail_in = 0;
        self.raw.next_out = std::ptr::null_mut();
        self.raw.avail_out = 0;
        Step {
            status,
            consumed,
            full,
        }
    }

    /// Calls until the input is consumed and the output has an end, or there are `limit` bytes of it.
    /// The status and how much was consumed.
    pub fn run(
        &mut self,
        input: &[u8],
        out: &mut Vec<u8>,
        limit: usize,
        flush: c_int,
    ) -> (c_int, usize) {
        let mut consumed = 0;
        let mut room = ROOM.max(input.len() / 2);
        loop {
            let left = limit.saturating_sub(out.len());
            let s = self.step(&input[consumed..], out, room.min(left), flush);
            consumed += s.consumed;
            room = room.saturating_mul(2).min(MOST);
            let more = s.full || consumed < input.len();
            // Told to finish, inflating calls it an error that the room was not enough.
            let going = s.status == z::Z_OK || (s.status == z::Z_BUF_ERROR && s.full);
            if !going || !more || out.len() >= limit {
                return (s.status, consumed);
            }
        }
    }

    /// Ends the stream: calls fail from now on.
    pub fn end(&mut self) {
        if std::mem::replace(&mut self.live, false) {
            // SAFETY: a stream that was begun; its state is freed once.
            unsafe {
                match self.way {
                    Way::Deflate => z::deflateEnd(&raw mut *self.raw),
                    Way::Inflate => z::inflateEnd(&raw mut *self.raw),
                };
            }
        }
    }

    /// A stream in the same state, unless this one has ended.
    pub fn copy(&mut self) -> Option<Stream> {
        if !self.live {
            return None;
        }
        let mut raw = empty();
        // SAFETY: the source was begun, the target is fresh.
        let status = unsafe {
            match self.way {
                Way::Deflate => z::deflateCopy(&raw mut *raw, &raw mut *self.raw),
                Way::Inflate => z::inflateCopy(&raw mut *raw, &raw mut *self.raw),
            }
        };
        Stream::begun(raw, self.way, status).ok()
    }

    /// What the library has to say about the last call.
    pub fn message(&self) -> Option<String> {
        if self.raw.msg.is_null() {
            return None;
        }
        // SAFETY: messages are static strings of the library.
        let text = unsafe { CStr::from_ptr(self.raw.msg) };
        Some(text.to_string_lossy().into_owned())
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.end();
    }
}

/// Continues a CRC-32 checksum.
pub fn crc32(start: u32, data: &[u8]) -> u32 {
    data.chunks(MOST).fold(start, |c, part| {
        // SAFETY: the pointer is to that many bytes.
        unsafe { z::crc32(c.into(), part.as_ptr(), part.len() as u32) as u32 }
    })
}

/// Continues an Adler-32 checksum.
pub fn adler32(start: u32, data: &[u8]) -> u32 {
    // What it begins with is reduced even when nothing follows.
    let nothing = data.is_empty().then_some(data);
    data.chunks(MOST).chain(nothing).fold(start, |c, part| {
        // SAFETY: the pointer is to that many bytes.
        unsafe { z::adler32(c.into(), part.as_ptr(), part.len() as u32) as u32 }
    })
}

/// The library's version.
pub fn version() -> String {
    // SAFETY: a static string of the library.
    unsafe { CStr::from_ptr(z::zlibVersion()) }
        .to_string_lossy()
        .into_owned()
}
