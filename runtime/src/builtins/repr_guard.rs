//! Containers that contain themselves: whose repr is being made now, in which thread.

use std::cell::Cell;
use std::marker::PhantomData;

use crate::error::PyResult;
use crate::layouts::{Dict, List, Tuple};
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

/// Set while a list, tuple or dict is printed to a file, and so are those within it: tuples that are printed do not know
/// themselves again, only lists and dicts do. No code of the program runs meanwhile.
struct Printing(Cell<bool>);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Printing {}
static PRINTING: Printing = Printing(Cell::new(false));

/// Is a container printed to a file?
pub fn is_printing() -> bool {
    PRINTING.0.get()
}

/// Ends what it began when dropped.
pub struct Printed(bool, PhantomData<*const ()>);

impl Drop for Printed {
    fn drop(&mut self) {
        PRINTING.0.set(self.0);
    }
}

/// From now on an object is printed to a file, if it is a container that knows how.
pub fn print(v: Value) -> Printed {
    Printed(PRINTING.0.replace(can_be_printed(v)), PhantomData)
}

/// An object's repr is made, which is part of what is printed if it is such a container as well.
pub fn within(v: Value) -> Option<Printed> {
    (is_printing() && !can_be_printed(v)).then(|| Printed(PRINTING.0.replace(false), PhantomData))
}

fn can_be_printed(v: Value) -> bool {
    v.exact::<Tuple>().is_some() || v.exact::<List>().is_some() || v.exact::<Dict>().is_some()
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
