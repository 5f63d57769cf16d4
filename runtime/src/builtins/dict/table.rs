//! The hash table of dicts and sets.
//!
//! Programs see the order in which a dict or set yields its elements, and it must be CPython
//! 2.7's. So the table is what CPython's is: open addressing over a power of two of entries,
//! the probe sequence below, deleted entries that stay behind as dummies, and the resize
//! policy of [`Hashed::grow`]. Even the hash that a dummy leaves in entry 0 matters: `popitem`
//! and `set.pop` take it for the place to search on from.
//!
//! A table's memory is its own object, replaced when the table is resized. Dicts and sets
//! differ in their entries only and share this code through [`Entry`] and [`Hashed`].
//!
//! Comparing keys may run Python code, which may change the very table that is searched. A
//! lookup notices (the table was replaced, or the entry holds another key) and starts over.

use std::cell::Cell;
use std::ops::Range;

use crate::error::{PyResult, no_memory};
use crate::heap;
use crate::layouts::{self, Str, Tuple};
use crate::object::{Header, Ref, Slot};
use crate::protocol;
use crate::typeobj::StaticType;
use crate::value::Value;

/// Entries of the smallest table.
pub const MIN_SIZE: usize = 8;
/// Up to this size tables quadruple, above they double.
const BIG: usize = 50_000;
/// Bits of the hash that each further probe takes in.
const PERTURB_SHIFT: u32 = 5;

/// What stands in place of a key that was deleted: a word that is no value.
#[inline(always)]
pub fn dummy() -> Value {
    const DUMMY: u64 = 1 << 48;
    // SAFETY: the word is never read as a value: it is not a pointer, and it never leaves a table.
    unsafe { Value::from_bits(DUMMY).unwrap_unchecked() }
}

/// One entry; without a key it is empty, with the [`dummy`] deleted.
pub trait Entry {
    fn hash(&self) -> &Cell<i64>;
    fn key(&self) -> &Slot<Option<Value>>;
    /// Copies what is not hash and key.
    fn copy_payload(&self, from: &Self);
    fn clear_payload(&self);

    /// The key of a live entry.
    #[inline(always)]
    fn live_key(&self) -> Option<Value> {
        self.key().get().filter(|k| *k != dummy())
    }
}

/// Entry of a dict.
#[repr(C)]
pub struct DictEntry {
    hash: Cell<i64>,
    key: Slot<Option<Value>>,
    pub value: Slot<Option<Value>>,
}

impl Entry for DictEntry {
    #[inline(always)]
    fn hash(&self) -> &Cell<i64> {
        &self.hash
    }
    #[inline(always)]
    fn key(&self) -> &Slot<Option<Value>> {
        &self.key
    }
    #[inline(always)]
    fn copy_payload(&self, from: &Self) {
        self.value.set(from.value.get());
    }
    #[inline(always)]
    fn clear_payload(&self) {
        self.value.set(None);
    }
}

/// Entry of a set.
#[repr(C)]
pub struct SetEntry {
    hash: Cell<i64>,
    key: Slot<Option<Value>>,
}

impl Entry for SetEntry {
    #[inline(always)]
    fn hash(&self) -> &Cell<i64> {
        &self.hash
    }
    #[inline(always)]
    fn key(&self) -> &Slot<Option<Value>> {
        &self.key
    }
    #[inline(always)]
    fn copy_payload(&self, _: &Self) {}
    #[inline(always)]
    fn clear_payload(&self) {}
}

/// A table: a power of two of entries.
#[repr(C)]
pub struct Table<E> {
    pub header: Header,
    /// Number of entries, less one.
    mask: Cell<u32>,
    /// Words of all entries, for the tables of layouts.
    words: Cell<u32>,
    entries: [E; 0],
}

/// A dict's table.
pub type DictTable = Table<DictEntry>;
/// A set's table.
pub type SetTable = Table<SetEntry>;

impl<E: Entry> Table<E> {
    #[inline(always)]
    pub fn mask(&self) -> usize {
        self.mask.get() as usize
    }

    /// All entries.
    #[inline(always)]
    pub fn entries(&self) -> &[E] {
        // SAFETY: a table is allocated with mask + 1 entries, which never change place.
        unsafe { std::slice::from_raw_parts(self.entries.as_ptr(), self.mask() + 1) }
    }

    /// The entries of which something is at these addresses.
    pub fn entries_at(&self, part: Range<usize>) -> &[E] {
        let entries = self.entries();
        let start = entries.as_ptr() as usize;
        let from = part.start.saturating_sub(start) / size_of::<E>();
        let to = part.end.saturating_sub(start).div_ceil(size_of::<E>());
        let to = to.min(entries.len());
        &entries[from.min(to)..to]
    }

    /// The entry that a probe index means.
    #[inline(always)]
    pub fn entry(&self, probe: usize) -> &E {
        // SAFETY: masked, so within the table.
        unsafe { &*self.entries.as_ptr().add(probe & self.mask()) }
    }

    /// Has the entry after that of a probe brought near, if the table is large: two misses of caches at once, where a key
    /// is not in its first place, cost little more than one.
    #[inline(always)]
    fn fetch_next(&self, mut probe: Probe) {
        if self.mask() >= LARGE {
            probe.advance();
            crate::heap::prefetch(std::ptr::from_ref(self.entry(probe.index)).addr());
        }
    }

    /// Called when nobody refers to the table any more. A table that survived a collection is taken for alive until a full
    /// one, and with it what it refers to: objects that the program has removed, and waits for, would live on.
    fn retire(&self) {
        if !heap::is_old(std::ptr::from_ref(self).addr()) {
            return;
        }
        for e in self.entries() {
            e.key().set(None);
            e.clear_payload();
        }
    }

    /// Puts a key that is in no entry yet into a table without dummies.
    pub fn insert_clean(&self, key: Value, hash: i64) -> &E {
        let mut probe = Probe::new(hash);
        loop {
            let e = self.entry(probe.index);
            if e.key().get().is_none() {
                e.key().set(Some(key));
                e.hash().set(hash);
                return e;
            }
            probe.advance();
        }
    }
}

/// Entries from which on a table does not stay in a near cache.
const LARGE: usize = 1 << 13;

/// The probe sequence of a hash: indices to be masked by the table.
#[derive(Clone, Copy)]
struct Probe {
    index: usize,
    perturb: u64,
}

impl Probe {
    #[inline(always)]
    fn new(hash: i64) -> Probe {
        Probe {
            index: hash as usize,
            perturb: hash as u64,
        }
    }

    #[inline(always)]
    fn advance(&mut self) {
        self.index = self
            .index
            .wrapping_mul(5)
            .wrapping_add(self.perturb as usize)
            .wrapping_add(1);
        self.perturb >>= PERTURB_SHIFT;
    }
}

/// Where a lookup ended, in one word: results of lookups travel in registers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place(isize);

/// What a [`Place`] says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum At {
    /// The key is in this entry.
    Found(usize),
    /// The key is not there, and this entry is where it would go.
    Vacant(usize),
}

impl Place {
    #[inline(always)]
    pub fn found(index: usize) -> Place {
        Place(index as isize)
    }

    #[inline(always)]
    pub fn vacant(index: usize) -> Place {
        Place(!(index as isize))
    }

    #[inline(always)]
    pub fn at(self) -> At {
        if self.0 >= 0 {
            At::Found(self.0 as usize)
        } else {
            At::Vacant(!self.0 as usize)
        }
    }

    /// Is the key there?
    #[inline(always)]
    pub fn is_found(self) -> bool {
        self.0 >= 0
    }
}

/// Are these keys, of equal hashes, equal? `None` when only Python can tell.
#[inline(always)]
fn quick_equal(a: Value, b: Value) -> Option<bool> {
    if let (Some(x), Some(y)) = (a.exact::<Str>(), b.exact::<Str>()) {
        return Some(x.bytes() == y.bytes());
    }
    if Value::both_small_ints(a, b) {
        return Some(false); // They would be identical.
    }
    if let (Some(x), Some(y)) = (a.exact::<Tuple>(), b.exact::<Tuple>()) {
        return quick_equal_items(x.as_ref().items(), y.as_ref().items());
    }
    None
}

/// The same for the elements of two tuples.
#[inline(never)]
fn quick_equal_items(x: &[Value], y: &[Value]) -> Option<bool> {
    if x.len() != y.len() {
        return Some(false);
    }
    for (a, b) in x.iter().zip(y) {
        if a == b {
            continue; // Containers do not ask elements whether they equal themselves.
        }
        let equal = match (a.exact::<Str>(), b.exact::<Str>()) {
            (Some(x), Some(y)) => x.bytes() == y.bytes(),
            _ if Value::both_small_ints(*a, *b) => false,
            _ => return None,
        };
        if !equal {
            return Some(false);
        }
    }
    Some(true)
}

/// A container that has a table: dict, set, frozenset.
pub trait Hashed: Copy {
    type Entry: Entry + 'static;

    fn table(self) -> Ref<Table<Self::Entry>>;
    fn set_table(self, t: Ref<Table<Self::Entry>>);
    /// Number of live entries.
    fn used(self) -> usize;
    fn set_used(self, n: usize);
    /// Number of live entries and dummies.
    fn fill(self) -> usize;
    fn set_fill(self, n: usize);
    /// A table of `size` empty entries.
    fn new_table(size: usize) -> PyResult<Ref<Table<Self::Entry>>>;
    /// The table that all empty containers share until something is put in.
    fn empty_table() -> Ref<Table<Self::Entry>>;
    /// To be told that a key came or went, or that entries moved.
    fn keys_changed(self);

    /// Searches `key`, whose hash is `hash`.
    #[inline(always)]
    fn lookup(self, key: Value, hash: i64) -> PyResult<Place> {
        let t = self.table();
        let i = hash as usize & t.mask();
        t.fetch_next(Probe::new(hash));
        match t.entry(i).key().get() {
            Some(k) if k == key => Ok(Place::found(i)),
            None => Ok(Place::vacant(i)),
            _ => self.lookup_on(key, hash),
        }
    }

    /// [`Self::lookup`] when the first entry does not decide.
    fn lookup_on(self, key: Value, hash: i64) -> PyResult<Place> {
        'again: loop {
            let t = self.table();
            let mut probe = Probe::new(hash);
            let mut free = None;
            loop {
                let i = probe.index & t.mask();
                let e = t.entry(i);
                t.fetch_next(probe);
                match e.key().get() {
                    None => return Ok(Place::vacant(free.unwrap_or(i))),
                    Some(k) if k == key => return Ok(Place::found(i)),
                    Some(k) if k == dummy() => free = free.or(Some(i)),
                    Some(k) if e.hash().get() == hash => match quick_equal(k, key) {
                        Some(true) => return Ok(Place::found(i)),
                        Some(false) => {}
                        None => {
                            let equal = protocol::equal(k, key)?;
                            if self.table() != t || e.key().get() != Some(k) {
                                continue 'again;
                            }
                            if equal {
                                return Ok(Place::found(i));
                            }
                        }
                    },
                    _ => {}
                }
                probe.advance();
            }
        }
    }

    /// Searches a string among keys of which only exact strings are looked at. `None`: a key of
    /// another type has the same hash, so this search cannot tell.
    #[inline]
    fn lookup_str(self, key: Ref<Str>, hash: i64) -> Option<Place> {
        let t = self.table();
        let i = hash as usize & t.mask();
        t.fetch_next(Probe::new(hash));
        match t.entry(i).key().get() {
            Some(k) if k == key.value() => Some(Place::found(i)),
            None => Some(Place::vacant(i)),
            _ => self.lookup_str_on(key, hash),
        }
    }

    /// [`Self::lookup_str`] when the first entry does not decide.
    fn lookup_str_on(self, key: Ref<Str>, hash: i64) -> Option<Place> {
        let t = self.table();
        let mut probe = Probe::new(hash);
        let mut free = None;
        loop {
            let i = probe.index & t.mask();
            let e = t.entry(i);
            match e.key().get() {
                Some(k) if k == key.value() => return Some(Place::found(i)),
                None => return Some(Place::vacant(free.unwrap_or(i))),
                Some(k) if k == dummy() => free = free.or(Some(i)),
                Some(k) if e.hash().get() == hash => match k.exact::<Str>() {
                    Some(s) if s.bytes() == key.bytes() => return Some(Place::found(i)),
                    Some(_) => {}
                    None => return None,
                },
                _ => {}
            }
            probe.advance();
        }
    }

    /// Puts a new key into a vacant entry that a lookup just returned; the caller sets the payload
    /// of the returned entry and then calls [`Self::grow`] where CPython would.
    #[inline]
    fn occupy(self, index: usize, key: Value, hash: i64) -> PyResult<&'static Self::Entry> {
        let mut t = self.table();
        let mut e = t.as_ref().entry(index);
        if e.key().get().is_none() {
            // The last empty entry ends the search for absent keys. CPython's policy of growth
            // never uses it up, unless keys' comparison changes the table under a bulk insertion.
            if t == Self::empty_table() || self.fill() >= t.mask() {
                let size = if t == Self::empty_table() {
                    MIN_SIZE
                } else {
                    (t.mask() + 1) * 2
                };
                self.rebuild(size)?;
                t = self.table();
                e = t.as_ref().insert_clean(key, hash);
            }
            self.set_fill(self.fill() + 1);
        }
        e.key().set(Some(key));
        e.hash().set(hash);
        self.set_used(self.used() + 1);
        self.keys_changed();
        Ok(e)
    }

    /// After the insertion of a new key: makes room when the table is two thirds full.
    #[inline]
    fn grow(self) -> PyResult<()> {
        if self.fill() * 3 >= (self.table().mask() + 1) * 2 {
            return self.resize(self.used() * if self.used() > BIG { 2 } else { 4 });
        }
        Ok(())
    }

    /// Before the insertion of `more` keys at once.
    fn reserve(self, more: usize) -> PyResult<()> {
        if (self.fill() + more) * 3 >= (self.table().mask() + 1) * 2 {
            return self.resize((self.used() + more) * 2);
        }
        Ok(())
    }

    /// Makes a table of more than `wanted` entries and moves everything there, in order of the
    /// old table, leaving dummies behind.
    #[cold]
    fn resize(self, wanted: usize) -> PyResult<()> {
        let mut size = MIN_SIZE;
        while size <= wanted {
            size <<= 1;
        }
        let old = self.table();
        if size == MIN_SIZE && old.mask() + 1 == MIN_SIZE && self.fill() == self.used() {
            return Ok(()); // It is that already.
        }
        self.rebuild(size)
    }

    /// Puts in a key if all on its way have other hashes; the table has room and no dummies.
    #[inline]
    fn insert_unlike(self, key: Value, hash: i64) -> bool {
        let t = self.table();
        let mut probe = Probe::new(hash);
        loop {
            let e = t.entry(probe.index);
            if e.key().get().is_none() {
                e.key().set(Some(key));
                e.hash().set(hash);
                break;
            }
            if e.hash().get() == hash {
                return false;
            }
            probe.advance();
        }
        self.set_used(self.used() + 1);
        self.set_fill(self.fill() + 1);
        self.keys_changed();
        true
    }

    /// The table, which nobody shares.
    fn own_table(self) -> PyResult<Ref<Table<Self::Entry>>> {
        if self.table() == Self::empty_table() {
            self.rebuild(MIN_SIZE)?;
        }
        Ok(self.table())
    }

    /// Moves the live entries to a new table of `size` entries.
    fn rebuild(self, size: usize) -> PyResult<()> {
        let new = Self::new_table(size)?;
        let old = self.table();
        for e in old.entries() {
            if let Some(k) = e.live_key() {
                new.insert_clean(k, e.hash().get()).copy_payload(e);
            }
        }
        self.set_table(new);
        old.retire();
        self.set_fill(self.used());
        self.keys_changed();
        Ok(())
    }

    /// Deletes a live entry. The hash stays: see the module.
    #[inline]
    fn vacate(self, index: usize) {
        let e = self.table().as_ref().entry(index);
        e.key().set(Some(dummy()));
        e.clear_payload();
        self.set_used(self.used() - 1);
        self.keys_changed();
    }

    /// Forgets everything.
    fn clear_all(self) {
        let old = self.table();
        self.set_table(Self::empty_table());
        old.retire();
        self.set_fill(0);
        self.set_used(0);
        self.keys_changed();
    }

    /// The first live entry at `*at` or after; moves `*at` behind it.
    #[inline(always)]
    fn next_live(self, at: &mut usize) -> Option<(&'static Self::Entry, Value)> {
        let entries = self.table().as_ref().entries();
        while let Some(e) = entries.get(*at) {
            *at += 1;
            if let Some(k) = e.live_key() {
                return Some((e, k));
            }
        }
        None
    }

    /// The entry that `popitem` takes, found from where it took the last one; the container is not
    /// empty. The caller vacates it.
    fn pop_place(self) -> usize {
        let t = self.table();
        let first = t.entry(0);
        if first.live_key().is_some() {
            return 0;
        }
        let mask = t.mask();
        let finger = first.hash().get();
        let mut i = if finger < 1 || finger > mask as i64 {
            1
        } else {
            finger as usize
        };
        while t.entry(i).live_key().is_none() {
            i += 1;
            if i > mask {
                i = 1;
            }
        }
        i
    }

    /// Remembers where [`Self::pop_place`] goes on; to be called after the entry was vacated.
    fn popped(self, index: usize) {
        self.table().entry(0).hash().set(index as i64 + 1);
    }
}

/// Where a new key of this hash would go.
pub fn vacancy<E: Entry>(t: Ref<Table<E>>, hash: i64) -> usize {
    let mut probe = Probe::new(hash);
    while t.entry(probe.index).live_key().is_some() {
        probe.advance();
    }
    probe.index & t.mask()
}

/// Largest table: the heap has no larger objects, and the mask must fit its field.
const MAX_SIZE: usize = 1 << 31;
/// Up to so many entries the heap is not asked whether it has the memory.
const ALWAYS: usize = 1 << 12;

/// A new table of empty entries with the type of its layout.
fn allocate<E: Entry>(size: usize, ty: &'static StaticType) -> PyResult<Ref<Table<E>>> {
    let bytes = size_of::<Table<E>>() + size * size_of::<E>();
    let p = match size {
        0..=ALWAYS => heap::alloc(bytes),
        _ => match Some(bytes)
            .filter(|_| size <= MAX_SIZE)
            .and_then(heap::try_alloc)
        {
            Some(p) => p.as_ptr(),
            None => return Err(no_memory()),
        },
    };
    // SAFETY: fresh memory, zeroed, of the size of such a table; zero entries are empty.
    let t = unsafe { Ref::from_raw(p.cast::<Table<E>>()) };
    t.header.set_ty(ty.get());
    t.mask.set((size - 1) as u32);
    t.words.set((size * size_of::<E>() / 8) as u32);
    Ok(t)
}

macro_rules! tables {
    ($($entry:ident $table:ident $layout:ident $ty:ident $of:ident $as_:ident $new:ident $empty:ident;)*) => { $(
        const _: () = {
            assert!(size_of::<$table>() == size_of::<layouts::$layout>());
            assert!(std::mem::offset_of!($table, mask) == std::mem::offset_of!(layouts::$layout, mask));
            assert!(std::mem::offset_of!($table, words) == std::mem::offset_of!(layouts::$layout, words));
            assert!(std::mem::offset_of!($table, entries) == std::mem::offset_of!(layouts::$layout, entries_tail));
        };

        /// The table behind the layout's field.
        #[inline(always)]
        pub fn $of(t: Ref<layouts::$layout>) -> Ref<$table> {
            // SAFETY: both structs describe the same memory, as asserted above; all such objects are
            // made here.
            unsafe { t.cast() }
        }

        /// The table as its layout's fields hold it.
        #[inline(always)]
        pub fn $as_(t: Ref<$table>) -> Ref<layouts::$layout> {
            // SAFETY: as above.
            unsafe { t.cast() }
        }

        /// A new table of `size` empty entries.
        pub fn $new(size: usize) -> PyResult<Ref<$table>> {
            allocate(size, &layouts::$ty)
        }

        /// The table of all empty containers. Nothing is ever put into it.
        #[inline(always)]
        pub fn $empty() -> Ref<$table> {
            #[repr(C)]
            struct Empty($table, [u64; MIN_SIZE * size_of::<$entry>() / 8]);
            // SAFETY: never written.
            unsafe impl Sync for Empty {}
            static EMPTY: Empty = Empty(
                Table {
                    header: Header::new_static(0),
                    mask: Cell::new(MIN_SIZE as u32 - 1),
                    words: Cell::new((MIN_SIZE * size_of::<$entry>() / 8) as u32),
                    entries: [],
                },
                [0; MIN_SIZE * size_of::<$entry>() / 8],
            );
            // SAFETY: the whole static is a table followed by its entries.
            unsafe { Ref::from_raw((&raw const EMPTY).cast_mut().cast()) }
        }
    )* };
}

tables! {
    DictEntry DictTable DictTable DICT_TABLE_TYPE of_dict_layout as_dict_layout new_dict_table empty_dict_table;
    SetEntry SetTable SetTable SET_TABLE_TYPE of_set_layout as_set_layout new_set_table empty_set_table;
}

impl DictTable {
    /// Byte offset of the value in an entry.
    pub const fn value_offset(index: usize) -> usize {
        size_of::<DictTable>()
            + index * size_of::<DictEntry>()
            + std::mem::offset_of!(DictEntry, value)
    }
}
