//! `set` and `frozenset`: the objects and their interface for Rust code. Operations that make or
//! change sets from others are in [`ops`], what else Python sees in [`methods`].
//!
//! Both types share one memory layout and, but for the few functions that only one of them has,
//! all code; [`as_set`] accepts either. The hash table is that of dicts, without values
//! ([`crate::builtins::dict::table`]).

use crate::builtins::dict::hash_key;
use crate::builtins::dict::table::{self, At, Entry, Hashed, SetEntry, SetTable};
use crate::error::{PyResult, Raised};
use crate::exception::pending_matches;
use crate::layouts::{FrozenSet, List, Set};
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;
use crate::{thread, types};

pub mod iter;
pub mod methods;
pub mod ops;

pub use iter::*;
pub use methods::*;
pub use ops::*;

impl Hashed for Ref<Set> {
    type Entry = SetEntry;

    #[inline(always)]
    fn table(self) -> Ref<SetTable> {
        table::of_set_layout(self.table.get())
    }
    #[inline(always)]
    fn set_table(self, t: Ref<SetTable>) {
        self.table.set(table::as_set_layout(t));
    }
    #[inline(always)]
    fn used(self) -> usize {
        self.used.get() as usize
    }
    #[inline(always)]
    fn set_used(self, n: usize) {
        self.used.set(n as i64);
    }
    #[inline(always)]
    fn fill(self) -> usize {
        self.fill.get() as usize
    }
    #[inline(always)]
    fn set_fill(self, n: usize) {
        self.fill.set(n as i64);
    }
    fn new_table(size: usize) -> PyResult<Ref<SetTable>> {
        table::new_set_table(size)
    }
    #[inline(always)]
    fn empty_table() -> Ref<SetTable> {
        table::empty_set_table()
    }
    #[inline(always)]
    fn keys_changed(self) {}
}

/// A `set` or `frozenset`, or an instance of a subclass of either.
#[inline]
pub fn as_set(v: Value) -> Option<Ref<Set>> {
    // SAFETY: the layout of frozenset begins with that of set, and adds nothing.
    v.cast::<Set>()
        .or_else(|| v.cast::<FrozenSet>().map(|f| unsafe { f.cast::<Set>() }))
}

/// A `set` or `frozenset` proper.
#[inline]
pub fn as_exact_set(v: Value) -> Option<Ref<Set>> {
    // SAFETY: as above.
    v.exact::<Set>()
        .or_else(|| v.exact::<FrozenSet>().map(|f| unsafe { f.cast::<Set>() }))
}

/// A new empty set.
pub fn new() -> Ref<Set> {
    new_of(types::SET.get())
}

/// A new empty instance of `set`, `frozenset` or a subclass of these.
pub fn new_of(ty: Ref<Type>) -> Ref<Set> {
    let table = table::as_set_layout(table::empty_set_table());
    if ty == types::SET.get() {
        Set::alloc(0, 0, table, -1)
    } else if ty == types::FROZENSET.get() {
        // SAFETY: the layout of frozenset is that of set.
        unsafe { FrozenSet::alloc(0, 0, table, -1).cast() }
    } else {
        Set::alloc_for(ty, 0, 0, table, -1)
    }
}

/// The set of a display `{…}`.
pub fn from_slice(values: &[Value]) -> PyResult {
    let s = new();
    for v in values {
        s.add(*v)?;
    }
    Ok(s.into())
}

/// Adds an element to a set that a comprehension makes.
pub fn add_value(set: Value, v: Value) -> PyResult<()> {
    match set.cast::<Set>() {
        Some(s) => s.add(v),
        None => Err(super::receiver::wrong("set", set)),
    }
}

/// `set(iterable)`
pub fn from_iterable(iterable: Value) -> PyResult<Ref<Set>> {
    from_iterable_of(types::SET.get(), iterable)
}

/// A new instance of a set type with what an iterable yields.
pub fn from_iterable_of(ty: Ref<Type>, iterable: Value) -> PyResult<Ref<Set>> {
    let s = new_of(ty);
    ops::extend(s, iterable)?;
    Ok(s)
}

impl Ref<Set> {
    /// Number of elements.
    #[inline(always)]
    pub fn len(self) -> usize {
        self.used()
    }

    #[inline(always)]
    pub fn is_empty(self) -> bool {
        self.used() == 0
    }

    /// Adds an element.
    #[allow(clippy::should_implement_trait)]
    pub fn add(self, v: Value) -> PyResult<()> {
        self.add_hashed(v, hash_key(v)?)
    }

    /// [`Self::add`] of an element whose hash is known.
    #[inline]
    pub fn add_hashed(self, v: Value, hash: i64) -> PyResult<()> {
        if let At::Vacant(i) = self.lookup(v, hash)?.at() {
            self.occupy(i, v, hash)?;
            self.grow()?;
        }
        Ok(())
    }

    /// Adds without growth in steps: the caller reserved room.
    #[inline]
    fn insert(self, v: Value, hash: i64) -> PyResult<()> {
        if let At::Vacant(i) = self.lookup(v, hash)?.at() {
            self.occupy(i, v, hash)?;
        }
        Ok(())
    }

    /// `v in s`, but for the exception that sets make of sets: see [`methods::contains`].
    pub fn contains(self, v: Value) -> PyResult<bool> {
        self.contains_hashed(v, hash_key(v)?)
    }

    /// [`Self::contains`] of an element whose hash is known.
    #[inline]
    pub fn contains_hashed(self, v: Value, hash: i64) -> PyResult<bool> {
        Ok(self.lookup(v, hash)?.is_found())
    }

    /// Removes an element; false when it is not there.
    pub fn discard(self, v: Value) -> PyResult<bool> {
        self.discard_hashed(v, hash_key(v)?)
    }

    /// [`Self::discard`] of an element whose hash is known.
    pub fn discard_hashed(self, v: Value, hash: i64) -> PyResult<bool> {
        match self.lookup(v, hash)?.at() {
            At::Found(i) => {
                self.vacate(i);
                Ok(true)
            }
            At::Vacant(_) => Ok(false),
        }
    }

    /// Removes everything.
    pub fn clear(self) {
        if self.table() != table::empty_set_table() {
            self.clear_all();
        }
    }

    /// The first element in an entry from `*at` on, with its hash; `*at` moves behind it.
    #[inline]
    pub fn next_hashed(self, at: &mut usize) -> Option<(Value, i64)> {
        self.next_live(at).map(|(e, k)| (k, e.hash().get()))
    }

    /// Another set of type `ty` with the same elements.
    pub fn copy_of(self, ty: Ref<Type>) -> PyResult<Ref<Set>> {
        let s = new_of(ty);
        ops::merge(s, self)?;
        Ok(s)
    }

    /// The elements in a list.
    pub fn to_list(self) -> Ref<List> {
        let l = super::list::with_capacity(self.len());
        let mut at = 0;
        while let Some((v, _)) = self.next_hashed(&mut at) {
            l.push(v);
        }
        l
    }
}

/// Runs `f` with an element to look for. A set cannot be an element, but one that is looked for
/// stands for a frozenset of the same elements.
fn with_element<R>(v: Value, f: impl Fn(Value) -> PyResult<R>) -> PyResult<R> {
    match f(v) {
        Err(Raised) if v.cast::<Set>().is_some() && pending_matches(types::TYPE_ERROR.get()) => {
            thread::current().take_pending();
            f(from_iterable_of(types::FROZENSET.get(), v)?.into())
        }
        r => r,
    }
}

/// Traces a table; named by its row in spec/layouts.
pub fn trace_table(t: Ref<crate::layouts::SetTable>, tracer: &mut crate::heap::Tracer) {
    trace_entries(table::of_set_layout(t).as_ref().entries(), tracer);
}

/// Traces what a table has at these addresses.
pub fn trace_part(
    t: Ref<crate::layouts::SetTable>,
    part: std::ops::Range<usize>,
    tracer: &mut crate::heap::Tracer,
) {
    trace_entries(table::of_set_layout(t).as_ref().entries_at(part), tracer);
}

fn trace_entries(entries: &[table::SetEntry], tracer: &mut crate::heap::Tracer) {
    for e in entries {
        if let Some(k) = e.live_key() {
            tracer.mark_value(k.bits());
        }
    }
}
