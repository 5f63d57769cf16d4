//! Containers that contain themselves: whose repr is being made now, in which thread.

use std::cell::Cell;
use std::marker::PhantomData;

use crate::error::PyResult;
use crate::layouts::{Deque, Dict, FileObject, List, Set, Str, Tuple};
use crate::object::Ref;
use crate::thread::{self, Thread};
use crate::value::Value;

/// A container (its bits: it is alive while its repr is being made) and the thread that makes it.
type Entry = (u64, *const Thread);

/// Containers entered, of all threads, the last one last.
struct Active(Cell<Vec<Entry>>);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Active {}
static ACTIVE: Active = Active(Cell::new(Vec::new()));

fn with_active<R>(f: impl FnOnce(&mut Vec<Entry>) -> R) -> R {
    let mut active = ACTIVE.0.take();
    let r = f(&mut active);
    ACTIVE.0.set(active);
    r
}

/// The file that a container is printed to, and so are those within it: tuples that are printed do not know themselves
/// again, only lists and dicts do. No code of the program runs, and no other thread, while this is set.
struct Printing(Cell<Option<Ref<FileObject>>>);
// SAFETY: touched only by the thread that holds the GIL. Who has set it holds the file.
unsafe impl Sync for Printing {}
static PRINTING: Printing = Printing(Cell::new(None));

/// Is a container printed to a file?
pub fn is_printing() -> bool {
    PRINTING.0.get().is_some()
}

/// Ends what it began when dropped.
pub struct Printed(Option<Ref<FileObject>>, PhantomData<*const ()>);

impl Drop for Printed {
    fn drop(&mut self) {
        PRINTING.0.set(self.0);
    }
}

fn printing(to: Option<Ref<FileObject>>) -> Printed {
    Printed(PRINTING.0.replace(to), PhantomData)
}

/// From now on an object is printed to a file, if it is a container that knows how. Its repr is what is left to be
/// written then.
pub fn print(v: Value, file: Ref<FileObject>) -> Printed {
    printing(can_be_printed(v).then_some(file))
}

/// An object's repr is made, which is part of what is printed if it is such a container as well.
pub fn within(v: Value) -> Option<Printed> {
    (is_printing() && !can_be_printed(v)).then(|| printing(None))
}

fn can_be_printed(v: Value) -> bool {
    v.exact::<Tuple>().is_some()
        || v.exact::<List>().is_some()
        || v.exact::<Dict>().is_some()
        || v.exact::<Set>().is_some()
        || v.exact::<Deque>().is_some()
}

/// Appends an item's repr to the text of a container. What stands before is written first if the container is printed,
/// and the item may print as well, or raise.
///
/// # Errors
/// Those of the repr, and of writing.
pub fn item(v: Value, text: &mut Vec<u8>) -> PyResult<()> {
    if let Some(file) = PRINTING.0.get().filter(|_| !is_quiet(v)) {
        let printed = printing(None);
        super::file::write_bytes(file, text)?;
        drop(printed);
        text.clear();
    }
    text.extend_from_slice(crate::protocol::repr(v)?.as_ref().bytes());
    Ok(())
}

/// Is nothing to be seen of making the object's repr?
fn is_quiet(v: Value) -> bool {
    v.as_int().is_some() || v.is_float() || v.is_none() || v.exact::<Str>().is_some()
}

/// Leaves the container when dropped.
pub struct Guard(Entry, PhantomData<*const ()>);

impl Drop for Guard {
    fn drop(&mut self) {
        with_active(|a| {
            if let Some(i) = a.iter().rposition(|e| *e == self.0) {
                a.remove(i);
            }
        });
    }
}

/// Leaves a level of nesting when dropped.
pub struct Level(PhantomData<*const ()>);

impl Drop for Level {
    fn drop(&mut self) {
        thread::current().leave_call();
    }
}

/// Counts one level of nesting, for what cannot hold itself directly.
///
/// # Errors
/// RuntimeError when calls and containers nest too deep; `doing` ends its message.
pub fn deeper(doing: &str) -> PyResult<Level> {
    thread::current().enter_level(doing)?;
    Ok(Level(PhantomData))
}

/// Begins the repr of a container; `None` when it is being made already. Levels are counted by
/// `protocol::repr`, through which items are shown.
pub fn enter(v: Value) -> Option<Guard> {
    let entry = (v.bits(), std::ptr::from_ref(thread::current()));
    with_active(|a| {
        if a.contains(&entry) {
            return None;
        }
        a.push(entry);
        Some(Guard(entry, PhantomData))
    })
}
