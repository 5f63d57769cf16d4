//! `dict`: the object and its interface for Rust code. The methods that Python sees are in
//! [`methods`], iterators in [`iter`], views in [`views`], the hash table in [`table`].
//!
//! Names (globals, attributes, keyword arguments) are looked up in dicts all the time, so
//! string keys have paths of their own: a string's hash is cached, interned strings are found
//! by identity, and among string keys no comparison can fail.
//!
//! **Versions.** An inline cache that found a global in a dict's entry may skip the search as
//! long as no key came, went or moved. [`Ref<Dict>::watch`] stamps the dict with a number that no
//! dict had before, and such a change resets it to 0: the number alone tells the dict and its set
//! of keys. Setting the value of a key that is there leaves it. Numbers are only spent on dicts
//! that somebody watches, so that 32 bits last.
//!
//! **Iteration in Rust** goes by index, [`Ref<Dict>::next_entry`]: safe whatever happens to the
//! dict in between, with the meaning that CPython's `PyDict_Next` would have.

use std::cell::Cell;

use crate::error::{PyResult, key_error};
use crate::heap;
use crate::layouts::{Dict, Str, Tuple};
use crate::object::{Layout, Ref};
use crate::typeobj::Type;
use crate::value::Value;
use crate::{protocol, thread};

pub mod iter;
pub mod methods;
pub mod table;
pub mod update;
pub mod views;

pub use iter::*;
pub use methods::*;
pub use update::*;
pub use views::*;

use crate::builtins::receiver;

use table::{At, DictEntry, DictTable, Entry, Hashed, Place};

/// Entries that BUILD_MAP makes room for only from this many on.
const PRESIZE_FROM: usize = 6;

impl Hashed for Ref<Dict> {
    type Entry = DictEntry;

    #[inline(always)]
    fn table(self) -> Ref<DictTable> {
        table::of_dict_layout(self.table.get())
    }
    #[inline(always)]
    fn set_table(self, t: Ref<DictTable>) {
        self.table.set(table::as_dict_layout(t));
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
    fn new_table(size: usize) -> PyResult<Ref<DictTable>> {
        table::new_dict_table(size)
    }
    #[inline(always)]
    fn empty_table() -> Ref<DictTable> {
        table::empty_dict_table()
    }
    #[inline(always)]
    fn keys_changed(self) {
        self.keys_version.set(0);
    }
}

/// A new empty dict.
#[inline]
pub fn new() -> Ref<Dict> {
    new_of(crate::types::DICT.get())
}

/// A new empty instance of `dict` or a subclass.
#[inline]
pub fn new_of(ty: Ref<Type>) -> Ref<Dict> {
    let table = table::as_dict_layout(table::empty_dict_table());
    if ty == crate::types::DICT.get() {
        Dict::alloc(0, 0, table, 0)
    } else {
        Dict::alloc_for(ty, 0, 0, table, 0)
    }
}

/// The dict of a display `{…}` with `n` items.
pub fn with_size(n: usize) -> Ref<Dict> {
    let d = new();
    if n >= PRESIZE_FROM {
        // Too little memory now shows again when the items come.
        let _ = d.resize(n);
    }
    d
}

/// The hash of a key; fails for unhashable ones.
#[inline(always)]
pub fn hash_key(key: Value) -> PyResult<i64> {
    if let Some(s) = key.exact::<Str>() {
        return Ok(s.hash_value());
    }
    match key.as_small_int() {
        Some(-1) => Ok(-2),
        Some(i) => Ok(i),
        None => protocol::hash(key),
    }
}

static LAST_VERSION: Version = Version(Cell::new(0));
struct Version(Cell<u32>);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Version {}

impl Ref<Dict> {
    /// Number of items.
    #[inline(always)]
    pub fn len(self) -> usize {
        self.used()
    }

    #[inline(always)]
    pub fn is_empty(self) -> bool {
        self.used() == 0
    }

    /// The value of a string key.
    #[inline]
    pub fn get_str(self, key: Ref<Str>) -> Option<Value> {
        self.lookup_index(key).and_then(|i| self.value_at(i))
    }

    /// [`Self::lookup_index`] as inline caches keep it.
    pub fn entry_index(self, key: Ref<Str>) -> Option<u32> {
        self.lookup_index(key).map(|i| i as u32)
    }

    /// Index of the entry of a string key.
    #[inline]
    pub fn lookup_index(self, key: Ref<Str>) -> Option<usize> {
        match self.place_of_str(key).at() {
            At::Found(i) => Some(i),
            At::Vacant(_) => None,
        }
    }

    #[inline]
    fn place_of_str(self, key: Ref<Str>) -> Place {
        match self.lookup_str(key, key.hash_value()) {
            Some(p) => p,
            None => self.place_of_str_general(key),
        }
    }

    /// As [`Self::get`], but what raises counts as absent: so CPython's comparison of dicts has it.
    pub fn get_quiet(self, key: Value) -> Option<Value> {
        quietly(|| self.get(key))
    }

    /// [`Self::get_quiet`] of a key whose hash is known.
    pub fn get_hashed_quiet(self, key: Value, hash: i64) -> Option<Value> {
        quietly(|| self.get_hashed(key, hash))
    }

    /// Some key of another type has the string's hash. It may be equal (unicode, say); when the
    /// comparison raises it is taken to differ.
    #[cold]
    fn place_of_str_general(self, key: Ref<Str>) -> Place {
        match quietly(|| self.lookup(key.value(), key.hash_value()).map(Some)) {
            Some(p) => p,
            None => self.place_among_strings(key),
        }
    }

    /// Searches a string among the keys that are exact strings.
    fn place_among_strings(self, key: Ref<Str>) -> Place {
        let mut at = 0;
        while let Some((_, k)) = self.next_live(&mut at) {
            if k.exact::<Str>().is_some_and(|s| s.bytes() == key.bytes()) {
                return Place::found(at - 1);
            }
        }
        Place::vacant(table::vacancy(self.table(), key.hash_value()))
    }

    /// The value in an entry; `None` when that is not (or no longer) in use.
    #[inline(always)]
    pub fn value_at(self, index: usize) -> Option<Value> {
        self.table().as_ref().entries().get(index)?.value.get()
    }

    /// The key in an entry.
    #[inline]
    pub fn key_at(self, index: usize) -> Option<Value> {
        self.table().as_ref().entries().get(index)?.live_key()
    }

    /// Overwrites the value of an entry that is in use; its key stays.
    #[inline(always)]
    pub fn set_value_at(self, index: usize, value: Value) {
        if let Some(e) = self.table().as_ref().entries().get(index)
            && e.value.get().is_some()
        {
            e.value.set(Some(value));
        }
    }

    /// The cell of an entry's value: an object and a byte offset in it. Good while
    /// [`Self::watch`]'s number stays.
    pub fn value_cell(self, index: usize) -> (Value, u32) {
        (self.table().value(), DictTable::value_offset(index) as u32)
    }

    /// A number that identifies this dict with its present keys in their present entries; see the module.
    pub fn watch(self) -> u32 {
        if self.keys_version.get() == 0 {
            let n = LAST_VERSION.0.get().wrapping_add(1).max(1);
            LAST_VERSION.0.set(n);
            self.keys_version.set(n);
        }
        self.keys_version.get()
    }

    /// `d.get(key)`, failing when the key is unhashable or a comparison raises.
    #[inline]
    pub fn get(self, key: Value) -> PyResult<Option<Value>> {
        self.get_hashed(key, hash_key(key)?)
    }

    /// [`Self::get`] of a key whose hash is known.
    #[inline]
    pub fn get_hashed(self, key: Value, hash: i64) -> PyResult<Option<Value>> {
        Ok(match self.lookup(key, hash)?.at() {
            At::Found(i) => self.value_at(i),
            At::Vacant(_) => None,
        })
    }

    /// `key in d`
    #[inline]
    pub fn contains(self, key: Value) -> PyResult<bool> {
        Ok(self.lookup(key, hash_key(key)?)?.is_found())
    }

    /// `d[key] = value`
    #[inline]
    pub fn set(self, key: Value, value: Value) -> PyResult<()> {
        self.set_hashed(key, hash_key(key)?, value)
    }

    /// [`Self::set`] of a key whose hash is known.
    #[inline]
    pub fn set_hashed(self, key: Value, hash: i64, value: Value) -> PyResult<()> {
        let place = self.lookup(key, hash)?;
        self.set_place(place, key, hash, value)
    }

    /// Sets what a lookup just found, or did not.
    #[inline]
    fn set_place(self, place: Place, key: Value, hash: i64, value: Value) -> PyResult<()> {
        match place.at() {
            At::Found(i) => {
                self.table().as_ref().entry(i).value.set(Some(value));
                Ok(())
            }
            At::Vacant(i) => {
                self.occupy(i, key, hash)?.value.set(Some(value));
                self.grow()
            }
        }
    }

    /// Sets without growth in steps: the caller reserved room.
    #[inline]
    fn insert(self, key: Value, hash: i64, value: Value) -> PyResult<()> {
        match self.lookup(key, hash)?.at() {
            At::Found(i) => self.table().as_ref().entry(i).value.set(Some(value)),
            At::Vacant(i) => self.occupy(i, key, hash)?.value.set(Some(value)),
        }
        Ok(())
    }

    /// Sets the items of another dict in this one, which has room for them, if it never had any itself: what is put
    /// there need not be compared.
    ///
    /// # Errors
    /// MemoryError.
    fn fill_from(self, other: Ref<Dict>) -> PyResult<bool> {
        if self.fill() != 0 {
            return Ok(false);
        }
        if self.table() == Self::empty_table() {
            self.rebuild(table::MIN_SIZE)?;
        }
        let table = self.table();
        let mut at = 0;
        let mut n = 0;
        while let Some((key, hash, value)) = other.next_hashed(&mut at) {
            table
                .as_ref()
                .insert_clean(key, hash)
                .value
                .set(Some(value));
            n += 1;
        }
        self.set_fill(n);
        self.set_used(n);
        self.keys_changed();
        Ok(true)
    }

    /// Makes what [`Self::watch`] said untrue, as if a key had come or gone.
    pub fn forget_watches(self) {
        self.keys_changed();
    }

    /// Sets a string key.
    #[inline]
    pub fn set_str(self, key: Ref<Str>, value: Value) {
        self.replace_str(key, value, |_| false);
    }

    /// Sets a string key; what `look` says of the value that it had.
    #[inline]
    pub fn replace_str(
        self,
        key: Ref<Str>,
        value: Value,
        look: impl FnOnce(Value) -> bool,
    ) -> bool {
        let place = self.place_of_str(key);
        let said = match place.at() {
            At::Found(i) => self.value_at(i).is_some_and(look),
            At::Vacant(_) => false,
        };
        // Fails for lack of memory only.
        if self
            .set_place(place, key.value(), key.hash_value(), value)
            .is_err()
        {
            thread::current().take_pending();
        }
        said
    }

    /// Deletes a key; false when it is not there.
    pub fn delete(self, key: Value) -> PyResult<bool> {
        Ok(self.take(key)?.is_some())
    }

    /// Deletes a string key; false when it is not there.
    pub fn delete_str(self, key: Ref<Str>) -> bool {
        match self.lookup_index(key) {
            Some(i) => {
                self.vacate(i);
                true
            }
            None => false,
        }
    }

    /// Removes a key and gives its value.
    pub fn take(self, key: Value) -> PyResult<Option<Value>> {
        if self.is_empty() {
            hash_key(key)?;
            return Ok(None);
        }
        match self.lookup(key, hash_key(key)?)?.at() {
            At::Found(i) => {
                let v = self.value_at(i);
                self.vacate(i);
                Ok(v)
            }
            At::Vacant(_) => Ok(None),
        }
    }

    /// The first item in an entry from `*at` on; `*at` moves behind it.
    #[inline]
    pub fn next_entry(self, at: &mut usize) -> Option<(Value, Value)> {
        self.next_live(at)
            .and_then(|(e, k)| Some((k, e.value.get()?)))
    }

    /// As [`Self::next_entry`], with the key's hash.
    #[inline]
    pub fn next_hashed(self, at: &mut usize) -> Option<(Value, i64, Value)> {
        self.next_live(at)
            .and_then(|(e, k)| Some((k, e.hash().get(), e.value.get()?)))
    }

    /// Empties the dict.
    pub fn clear(self) {
        if self.table() != table::empty_dict_table() {
            self.clear_all();
        }
    }
}

/// Runs `f`; an exception becomes `None`, and the one that was pending before stays pending.
fn quietly<T>(f: impl FnOnce() -> PyResult<Option<T>>) -> Option<T> {
    let t = thread::current();
    let pending = t.pending.get();
    let found = f().unwrap_or(None);
    t.pending.set(pending);
    found
}

/// `d[key]` for a dict or an instance of a subclass, whose `__missing__` is asked.
#[inline]
pub fn getitem(self_: Ref<Dict>, key: Value) -> PyResult {
    match self_.get(key)? {
        Some(v) => Ok(v),
        None => missing(self_, key),
    }
}

#[cold]
fn missing(self_: Ref<Dict>, key: Value) -> PyResult {
    if self_.header.shape.get() != Dict::SHAPE
        && let Some(v) = crate::attr::call_special(self_.value(), crate::names::missing(), &[key])?
    {
        return Ok(v);
    }
    Err(key_error(key))
}

/// `d[key] = value`, `del d[key]`
#[inline]
pub fn setitem(self_: Ref<Dict>, key: Value, value: Option<Value>) -> PyResult<()> {
    match value {
        Some(v) => self_.set(key, v),
        None if self_.delete(key)? => Ok(()),
        None => Err(key_error(key)),
    }
}

/// The slot for `d[key]`.
pub fn getitem_slot(self_: Value, key: Value) -> PyResult {
    match self_.cast::<Dict>() {
        Some(d) => getitem(d, key),
        None => Err(receiver::wrong("dict", self_)),
    }
}

/// The slot for `d[key] = value` and `del d[key]`.
pub fn setitem_slot(self_: Value, key: Value, value: Option<Value>) -> PyResult<()> {
    match self_.cast::<Dict>() {
        Some(d) => setitem(d, key, value),
        None => Err(receiver::wrong("dict", self_)),
    }
}

/// A list of what `f` makes of each key and value.
pub(crate) fn collect(
    d: Ref<Dict>,
    f: impl Fn(Value, Value) -> Value,
) -> Ref<crate::layouts::List> {
    let l = crate::builtins::list::with_capacity(d.len());
    let mut at = 0;
    while let Some((k, v)) = d.next_entry(&mut at) {
        l.push(f(k, v));
    }
    l
}

/// `(key, value)`
#[inline]
pub(crate) fn pair(k: Value, v: Value) -> Ref<Tuple> {
    crate::builtins::tuple::from_slice(&[k, v])
}

/// Traces a table; named by its row in spec/layouts.
pub fn trace_table(t: Ref<crate::layouts::DictTable>, tracer: &mut heap::Tracer) {
    trace_entries(table::of_dict_layout(t).as_ref().entries(), tracer);
}

/// Traces what a table has at these addresses.
pub fn trace_part(
    t: Ref<crate::layouts::DictTable>,
    part: std::ops::Range<usize>,
    tracer: &mut heap::Tracer,
) {
    trace_entries(table::of_dict_layout(t).as_ref().entries_at(part), tracer);
}

fn trace_entries(entries: &[table::DictEntry], tracer: &mut heap::Tracer) {
    for e in entries {
        if let Some(k) = e.live_key() {
            tracer.mark_value(k.bits());
        }
        if let Some(v) = e.value.get() {
            tracer.mark_value(v.bits());
        }
    }
}
