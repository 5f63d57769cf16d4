//! The streams of file objects: the objects own them, threads take turns at them, the end of the program flushes them.

use std::cell::{RefCell, UnsafeCell};
use std::collections::BTreeSet;
use std::os::fd::{AsRawFd, RawFd};

use super::stream::{Io, Stream};
use super::{failures, turns};
use crate::error::{PyResult, Raised, value_error};
use crate::layouts::FileObject;
use crate::modules::builtin::io_failure;
use crate::object::Ref;

/// What a file object owns.
pub(super) struct Shared {
    /// Threads take turns at it ([`turns`]).
    pub(super) stream: RefCell<Stream>,
    /// Its descriptor, which may be asked for while it is another thread's turn.
    pub(super) descriptor: RawFd,
}

struct Open(UnsafeCell<BTreeSet<usize>>);

// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Open {}

static OPEN: Open = Open(UnsafeCell::new(BTreeSet::new()));

pub(super) fn open_streams() -> &'static mut BTreeSet<usize> {
    // SAFETY: one mutator; no reference outlives a statement.
    unsafe { &mut *OPEN.0.get() }
}

pub(super) fn install(f: Ref<FileObject>, s: Stream) {
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

pub(super) fn closed() -> Raised {
    value_error("I/O operation on closed file")
}

/// The stream, open or closed, once no other thread uses it; nothing in a file that was never opened.
pub(super) fn stream(f: Ref<FileObject>) -> Option<turns::Turn<Stream>> {
    turns::take(|| {
        let address = f.state.get();
        // SAFETY: the object owns the boxed stream while the address is there.
        (address != 0).then(|| unsafe { &(*(address as *const Shared)).stream })
    })
}

/// Runs `op` on the open stream, when no other thread uses it. When a signal interrupts it, the signal's
/// handler runs, and `op` again: what it did before is in the stream.
pub(super) fn with<T>(f: Ref<FileObject>, mut op: impl FnMut(&mut Stream) -> Io<T>) -> PyResult<T> {
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

/// Called by the collector for a dead file.
pub fn finalize(f: Ref<FileObject>) {
    if f.state.get() != 0 {
        crate::blocking::note_closed();
    }
    release(f);
}

pub(super) fn release(f: Ref<FileObject>) {
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
