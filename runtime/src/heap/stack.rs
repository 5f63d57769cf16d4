//! The stacks that threads run on.

use std::cell::Cell;
use std::io;
use std::ops::Range;

thread_local! {
    /// The stack that [`on_stack_of`] has given the thread.
    static GIVEN: Cell<Option<(usize, usize)>> = const { Cell::new(None) };
}

/// Runs `f` on this thread, on a stack of `size` bytes that is made for it: address space only, until it is used. The first
/// thread's own is as large as the system likes, and a second thread in its place would have to be waited for.
///
/// # Errors
/// There is no room for the stack.
pub fn on_stack_of<R>(size: usize, f: impl FnOnce() -> R) -> io::Result<R> {
    // `stacker` panics without room.
    // SAFETY: a mapping of the kernel's choice, which nobody uses before it goes again.
    unsafe {
        let (read_write, private) = (
            libc::PROT_READ | libc::PROT_WRITE,
            libc::MAP_PRIVATE | libc::MAP_ANONYMOUS,
        );
        let probe = libc::mmap(
            std::ptr::null_mut(),
            size + MARGIN,
            read_write,
            private,
            -1,
            0,
        );
        if probe == libc::MAP_FAILED {
            return Err(io::Error::last_os_error());
        }
        libc::munmap(probe, size + MARGIN);
    }
    Ok(stacker::grow(size, || {
        let top = 0u8;
        let at = (&raw const top) as usize;
        let left = stacker::remaining_stack().unwrap_or(0);
        let before = GIVEN.replace(Some((at - left, (at | (PAGE - 1)) + 1)));
        let r = below(f);
        GIVEN.set(before);
        r
    }))
}

/// Runs `f`, whose variables lie below those of the caller.
#[inline(never)]
fn below<R>(f: impl FnOnce() -> R) -> R {
    std::hint::black_box(f)()
}

/// What the stack's end is a multiple of, at least.
const PAGE: usize = 4096;
/// More than what `stacker` adds to a stack's size.
const MARGIN: usize = 1 << 16;

/// The address range of this thread's stack; grows downwards from its end.
pub fn stack_of_current_thread() -> Range<usize> {
    if let Some((start, end)) = GIVEN.get() {
        return start..end;
    }
    // SAFETY: the attributes are initialised by pthread_getattr_np, read, and destroyed.
    unsafe {
        let mut attributes = std::mem::zeroed();
        if libc::pthread_getattr_np(libc::pthread_self(), &mut attributes) != 0 {
            // Does not happen with a valid thread; without stacks nothing can work.
            std::process::abort();
        }
        let (mut start, mut size) = (std::ptr::null_mut(), 0);
        libc::pthread_attr_getstack(&attributes, &mut start, &mut size);
        libc::pthread_attr_destroy(&mut attributes);
        start as usize..start as usize + size
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stack_is_as_large_as_asked_for_and_known() {
        let outside = stack_of_current_thread();
        let (inside, local) = on_stack_of(32 << 20, || {
            let local = 0u8;
            (stack_of_current_thread(), (&raw const local) as usize)
        })
        .unwrap_or_else(|e| panic!("{e}"));
        assert!(inside.contains(&local));
        assert!(inside.len() > (31 << 20) && inside.len() <= (33 << 20));
        assert_eq!(stack_of_current_thread(), outside);
    }

    #[test]
    fn no_room_is_an_error() {
        assert!(on_stack_of(1 << 60, || ()).is_err());
    }
}
