//! The memory that LLVM occupies while it works, given back when it rests.
//!
//! Compiling touches 6 MB of LLVM's code and tables and works in as much again. The system keeps all of it for the process
//! although most programs compile for a second and run for hours.

use std::ops::Range;
use std::sync::OnceLock;

static IMAGE: OnceLock<Vec<Range<usize>>> = OnceLock::new();

/// Says where LLVM's code and constants lie, if the executable knows: the parts of it that only compiling uses, mostly.
///
/// # Safety
/// The ranges are mapped from the executable's file, and nothing ever writes there.
pub unsafe fn set_image(parts: Vec<Range<usize>>) {
    let _ = IMAGE.set(parts);
}

/// Gives back what can be had again: free pieces of memory, pages of the file. What is used again costs a fault for each
/// 64 KB of the file and each page of memory: half a millisecond, as much as compiling a small function. Breakpoints that a
/// debugger has set there are gone.
pub fn give_back() {
    #[cfg(target_env = "gnu")]
    // SAFETY: may be called at any time.
    unsafe {
        libc::malloc_trim(0);
    }
    for part in IMAGE.get().into_iter().flatten() {
        let start = part.start.next_multiple_of(PAGE);
        let end = part.end / PAGE * PAGE;
        if start < end {
            // SAFETY: `set_image` was promised that the pages are as in the file; they are read from there again.
            unsafe { libc::madvise(start as *mut _, end - start, libc::MADV_DONTNEED) };
        }
    }
}

/// Whole pages only; pages at least as large are multiples of the smallest.
const PAGE: usize = 4096;
