//! Memory for machine code.
//!
//! One stretch of addresses is reserved next to the executable, so that compiled code reaches every
//! runtime function, and the exit stub, with a direct 32-bit `call`. Each compiled function gets whole
//! pages of it: written while they are writable, made executable and read-only before anyone can run
//! them, never both. (Packing several functions into a page would need a second, writable mapping of
//! it; such a shared mapping would survive `fork` as shared, and Python programs fork.)

use std::collections::BTreeMap;
use std::io;
use std::ptr;
use std::sync::{Mutex, MutexGuard};

/// The unit of protection.
pub const PAGE: usize = 4096;

/// Reserved address space: enough for tens of thousands of functions, well below a `call`'s reach.
const RESERVE: usize = 256 << 20;
/// What is tried when address space is limited.
const RESERVE_SMALL: usize = 32 << 20;
/// A `call` reaches 2 GB; the executable itself may be 100 MB.
const REACH: usize = (1 << 31) - (256 << 20);

static SPACE: Mutex<Option<Space>> = Mutex::new(None);

/// The reserved stretch. Free runs of pages are kept by start, never adjacent to each other.
struct Space {
    start: usize,
    free: BTreeMap<usize, usize>,
    used: usize,
}

/// Pages that hold one compiled function; given back when dropped.
#[derive(Debug)]
pub struct Pages {
    start: usize,
    len: usize,
    executable: bool,
}

/// Bytes of code memory in use, all functions together.
pub fn used() -> usize {
    lock().as_ref().map_or(0, |space| space.used)
}

/// Whether the stretch is near enough to the executable for direct calls.
pub fn is_near() -> bool {
    let near = used as *const () as usize;
    lock()
        .as_ref()
        .is_none_or(|space| space.start.abs_diff(near) < REACH)
}

fn lock() -> MutexGuard<'static, Option<Space>> {
    // The table is consistent between statements; a panic elsewhere does not spoil it.
    SPACE
        .lock()
        .unwrap_or_else(|poisoned| poisoned.into_inner())
}

impl Pages {
    /// Writable pages for at least `size` bytes.
    pub fn new(size: usize) -> io::Result<Pages> {
        let len = size.max(1).next_multiple_of(PAGE);
        let mut guard = lock();
        let space = match &mut *guard {
            Some(space) => space,
            None => guard.insert(Space::reserve()?),
        };
        let Some((&start, &run)) = space.free.iter().find(|&(_, &run)| run >= len) else {
            return Err(io::Error::from(io::ErrorKind::OutOfMemory));
        };
        protect(start, len, libc::PROT_READ | libc::PROT_WRITE)?;
        space.free.remove(&start);
        if run > len {
            space.free.insert(start + len, run - len);
        }
        space.used += len;
        Ok(Pages {
            start,
            len,
            executable: false,
        })
    }

    /// Address of the first byte.
    pub fn start(&self) -> usize {
        self.start
    }

    /// Bytes, whole pages.
    pub fn len(&self) -> usize {
        self.len
    }

    /// The bytes to be filled.
    pub fn bytes_mut(&mut self) -> &mut [u8] {
        assert!(!self.executable, "code is never written");
        // SAFETY: the pages are ours alone, mapped and writable until `finish`.
        unsafe { std::slice::from_raw_parts_mut(self.start as *mut u8, self.len) }
    }

    /// The bytes, to be looked at.
    pub fn bytes(&self) -> &[u8] {
        // SAFETY: the pages are mapped readable as long as `self` lives.
        unsafe { std::slice::from_raw_parts(self.start as *const u8, self.len) }
    }

    /// Makes the pages executable and read-only.
    pub fn finish(&mut self) -> io::Result<()> {
        protect(self.start, self.len, libc::PROT_READ | libc::PROT_EXEC)?;
        self.executable = true;
        Ok(())
    }
}

impl Drop for Pages {
    fn drop(&mut self) {
        let mut guard = lock();
        let space = guard.as_mut().expect("it gave the pages");
        // Should either call fail, the pages stay mapped and are just not used again.
        // SAFETY: the pages are ours, and whoever drops a function's pages answers for nobody
        // running it.
        let gone = unsafe { libc::madvise(self.start as *mut _, self.len, libc::MADV_DONTNEED) };
        if gone == 0 && protect(self.start, self.len, libc::PROT_NONE).is_ok() {
            space.give_back(self.start, self.len);
        }
        space.used -= self.len;
    }
}

impl Space {
    fn reserve() -> io::Result<Space> {
        let here = Space::reserve as *const () as usize;
        for size in [RESERVE, RESERVE_SMALL] {
            // Below the executable first: above it lies the `brk` heap, which wants to grow.
            let below = (1..48).map(|i| here.wrapping_sub(size + i * (32 << 20)));
            let above = (8..48).map(|i| here.wrapping_add(i * (32 << 20)));
            for hint in below.chain(above) {
                let hint = hint & !(PAGE - 1);
                if hint.abs_diff(here) < REACH
                    && let Ok(start) = map(hint, size)
                {
                    return Ok(Space::new(start, size));
                }
            }
        }
        // Anywhere; calls then go through jumps beside the code.
        map(0, RESERVE_SMALL).map(|start| Space::new(start, RESERVE_SMALL))
    }

    fn new(start: usize, size: usize) -> Space {
        Space {
            start,
            free: BTreeMap::from([(start, size)]),
            used: 0,
        }
    }

    fn give_back(&mut self, mut start: usize, mut len: usize) {
        if let Some((&before, &run)) = self.free.range(..start).next_back()
            && before + run == start
        {
            self.free.remove(&before);
            start = before;
            len += run;
        }
        if let Some(run) = self.free.remove(&(start + len)) {
            len += run;
        }
        self.free.insert(start, len);
    }
}

/// Reserves addresses without memory behind them, at exactly `hint` unless that is 0.
fn map(hint: usize, size: usize) -> io::Result<usize> {
    let mut flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
    if hint != 0 {
        flags |= libc::MAP_FIXED_NOREPLACE;
    }
    // SAFETY: a fresh anonymous mapping that replaces nothing.
    let got = unsafe { libc::mmap(hint as *mut _, size, libc::PROT_NONE, flags, -1, 0) };
    if got == libc::MAP_FAILED {
        return Err(io::Error::last_os_error());
    }
    if hint != 0 && got as usize != hint {
        // A kernel that does not know the flag took the hint as a hint.
        // SAFETY: unmaps what was mapped just now.
        unsafe { libc::munmap(got, size) };
        return Err(io::Error::from(io::ErrorKind::AddrInUse));
    }
    Ok(got as usize)
}

fn protect(start: usize, len: usize, protection: libc::c_int) -> io::Result<()> {
    debug_assert!(start != 0 && start.is_multiple_of(PAGE));
    // SAFETY: the range lies within the reserved stretch and belongs to the caller.
    match unsafe { libc::mprotect(ptr::without_provenance_mut(start), len, protection) } {
        0 => Ok(()),
        _ => Err(io::Error::last_os_error()),
    }
}
