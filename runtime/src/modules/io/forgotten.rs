//! Streams that still have something to write.
//!
//! Where objects die with their last reference, a stream that a program forgets is written then and there,
//! text before buffer before file. Here it dies some time later, along with what it writes to and in no
//! order. So streams with something pending are kept track of, and written when the program could look:
//! before it opens or asks about files, starts processes, or ends, and before dead ones are closed.

use std::cell::UnsafeCell;
use std::collections::BTreeSet;

use super::{buffered, file_io, text_io};
use crate::layouts::{BufferedIo, TextIo};
use crate::object::{Header, Ref};
use crate::thread;
use crate::types;
use crate::value::Value;

struct Streams(UnsafeCell<BTreeSet<usize>>);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Streams {}
static PENDING: Streams = Streams(UnsafeCell::new(BTreeSet::new()));

fn pending() -> &'static mut BTreeSet<usize> {
    // SAFETY: one mutator; no reference outlives a statement.
    unsafe { &mut *PENDING.0.get() }
}

/// A stream has something to write.
pub(super) fn note(stream: Value) {
    pending().insert(stream.bits() as usize);
}

/// A stream is gone, or has nothing left to write.
pub(super) fn forget(stream: Value) {
    pending().remove(&(stream.bits() as usize));
}

/// Writes what streams have pending that end in files other than the standard ones, or in `pipes` and the like.
/// Python code does not run: where a class of the program's own is involved, the program sees to it. Errors are
/// left to `close`.
pub fn flush(pipes: bool) {
    if pending().is_empty() {
        return;
    }
    let t = thread::current();
    let raised = t.take_pending();
    // What texts write makes buffers pending.
    for texts in [true, false] {
        let mut at = 0;
        while let Some(next) = pending().range(at..).next().copied() {
            at = next + 1;
            // SAFETY: streams leave the set before they are freed.
            let stream: Value = unsafe { Ref::from_raw(next as *mut Header) }.into();
            let written = match (stream.cast::<TextIo>(), stream.cast::<BufferedIo>()) {
                (Some(s), _) if texts && is_ours(s, pipes) => text_io::write_pending(s),
                (_, Some(b)) if !texts && is_file(b, pipes) => buffered::write_forgotten(b),
                _ => continue,
            };
            if written.is_err() {
                t.take_pending();
            }
        }
    }
    t.pending.set(raised);
}

/// Is its buffer of one of the module's own classes, and over a file?
fn is_ours(text: Ref<TextIo>, pipes: bool) -> bool {
    let buffer = text.buffer.get().and_then(|b| b.cast::<BufferedIo>());
    let own = [types::BUFFERED_WRITER.get(), types::BUFFERED_RANDOM.get()];
    buffer.is_some_and(|b| own.contains(&b.header.ty()) && is_file(b, pipes))
}

fn is_file(b: Ref<BufferedIo>, pipes: bool) -> bool {
    let raw = b.raw.get().and_then(file_io::exact);
    let descriptor = raw.map_or(-1, |f| f.fd.get());
    descriptor > 2 && (pipes || file_io::is_regular(descriptor as i32))
}
