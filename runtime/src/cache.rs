//! Inline caches: what a node has learned about the objects it met.
//!
//! A cache is plain data beside the code, shared by all tiers: the interpreter fills it, compiled
//! code starts warm, and it is the optimiser's type feedback. Keys are shape ids and version numbers,
//! never addresses.
//!
//! An entry does not keep its value alive, or a function that was called once with an instance of a class would keep
//! that class: when a value dies, its entry is empty again ([`Cache::prune`]). Entries that are worth something without
//! the object that was met hold a stand-in for it, which is theirs ([`HELD`]).

use std::cell::{Cell, OnceCell, RefCell};

use crate::value::Value;

/// Shapes or versions that a site keeps apart.
pub const ENTRIES: usize = 4;

/// In `aux`: nothing else holds the value.
pub const HELD: u32 = 1;

/// What is done when the key is met again; the kind's meaning is the protocol's (spec/protocols.toml).
#[repr(C)]
#[derive(Default)]
pub struct Entry {
    key: Cell<u32>,
    kind: Cell<u16>,
    used: Cell<u16>,
    version: Cell<u32>,
    offset: Cell<u32>,
    shape: Cell<u32>,
    aux: Cell<u32>,
    extra: Cell<i64>,
    value: Cell<Option<Value>>,
}

/// The content of an entry.
#[derive(Clone, Copy, Default, Debug)]
pub struct Content {
    pub key: u32,
    pub kind: u16,
    pub version: u32,
    pub offset: u32,
    pub shape: u32,
    pub aux: u32,
    pub extra: i64,
    pub value: Option<Value>,
}

impl Entry {
    #[inline(always)]
    pub fn key(&self) -> u32 {
        self.key.get()
    }
    #[inline(always)]
    pub fn kind(&self) -> u16 {
        self.kind.get()
    }
    #[inline(always)]
    pub fn version(&self) -> u32 {
        self.version.get()
    }
    #[inline(always)]
    pub fn offset(&self) -> u32 {
        self.offset.get()
    }
    #[inline(always)]
    pub fn shape(&self) -> u32 {
        self.shape.get()
    }
    #[inline(always)]
    pub fn aux(&self) -> i64 {
        i64::from(self.aux.get())
    }
    #[inline(always)]
    pub fn extra(&self) -> i64 {
        self.extra.get()
    }
    /// Is the value the cache's own?
    pub fn is_held(&self) -> bool {
        self.aux.get() == HELD
    }
    /// The value; None when the kind has none.
    #[inline(always)]
    pub fn value(&self) -> Value {
        self.value.get().unwrap_or(Value::none())
    }
    /// All of it.
    pub fn content(&self) -> Content {
        Content {
            key: self.key.get(),
            kind: self.kind.get(),
            version: self.version.get(),
            offset: self.offset.get(),
            shape: self.shape.get(),
            aux: self.aux.get(),
            extra: self.extra.get(),
            value: self.value.get(),
        }
    }
    fn set(&self, c: Content) {
        self.key.set(c.key);
        self.kind.set(c.kind);
        self.used.set(1);
        self.version.set(c.version);
        self.offset.set(c.offset);
        self.shape.set(c.shape);
        self.aux.set(c.aux);
        self.extra.set(c.extra);
        self.value.set(c.value);
    }
}

/// The cache of one node.
#[repr(C)]
#[derive(Default)]
pub struct Cache {
    /// Entries filled since the start, saturating: more than [`ENTRIES`] is a megamorphic site.
    fills: Cell<u32>,
    next: Cell<u32>,
    first: Entry,
    /// The others, once there are any: most sites meet one shape.
    more: OnceCell<Box<[Entry; ENTRIES - 1]>>,
}

/// Offsets for compiled code.
pub mod offsets {
    use super::Entry;
    pub const KEY: usize = std::mem::offset_of!(Entry, key);
    pub const KIND: usize = std::mem::offset_of!(Entry, kind);
    pub const VERSION: usize = std::mem::offset_of!(Entry, version);
    pub const OFFSET: usize = std::mem::offset_of!(Entry, offset);
    pub const SHAPE: usize = std::mem::offset_of!(Entry, shape);
    pub const AUX: usize = std::mem::offset_of!(Entry, aux);
    pub const EXTRA: usize = std::mem::offset_of!(Entry, extra);
    pub const VALUE: usize = std::mem::offset_of!(Entry, value);
}

/// The caches filled since the last collection: only they can know objects that are young. Bodies, which have the
/// caches, are freed by collections only.
struct Recent(RefCell<Vec<*const Cache>>);
// SAFETY: touched only by the thread that holds the global lock.
unsafe impl Sync for Recent {}
static RECENT: Recent = Recent(RefCell::new(Vec::new()));

/// Marks what caches have been filled with since the last collection, if it is their own.
pub fn trace_recent(t: &mut crate::heap::Tracer) {
    for &cache in RECENT.0.borrow().iter() {
        // SAFETY: filled since the last collection, so its body has not been freed.
        unsafe { &*cache }.trace(t);
    }
}

/// Makes the caches filled since the last collection forget the dead: for the collector, before anything is freed.
pub fn prune_recent() {
    for cache in RECENT.0.take() {
        // SAFETY: as above.
        unsafe { &*cache }.prune();
    }
}

/// Fills after which a site is given up: it is too varied to be worth filling entries.
const GIVE_UP: u32 = 64;

impl Cache {
    /// The entry for a key.
    #[inline(always)]
    pub fn lookup(&self, key: u32) -> Option<&Entry> {
        let first = &self.first;
        if first.key.get() == key && first.used.get() != 0 {
            return Some(first);
        }
        self.more
            .get()?
            .iter()
            .find(|e| e.key.get() == key && e.used.get() != 0)
    }

    /// Remembers; replaces what had the same key, else the oldest entry.
    pub fn fill(&self, c: Content) {
        let n = self.fills.get();
        if n >= GIVE_UP {
            return;
        }
        self.fills.set(n + 1);
        RECENT.0.borrow_mut().push(self);
        if let Some(e) = self.lookup(c.key) {
            e.set(c);
            return;
        }
        let at = self.next.get();
        // The place of one whose value has died, if there is one.
        let empty = (self.entries().take(at as usize)).find(|e| e.used.get() == 0);
        if let Some(e) = empty {
            e.set(c);
            return;
        }
        match at as usize % ENTRIES {
            0 => self.first.set(c),
            i => self.more.get_or_init(Box::default)[i - 1].set(c),
        }
        self.next.set(at + 1);
    }

    /// Empties the entries whose values have not been marked: for the collector. They do not count as fills, so a
    /// site is not given up for values that live short.
    pub fn prune(&self) {
        for e in self.entries() {
            if let Some(v) = e.value.get()
                && !crate::heap::survives(v.bits() as usize)
            {
                e.used.set(0);
                e.value.set(None);
                let n = self.fills.get();
                if n < GIVE_UP {
                    self.fills.set(n.saturating_sub(1).max(1));
                }
            }
        }
    }

    /// Forgets everything.
    pub fn clear(&self) {
        for e in self.entries() {
            e.used.set(0);
            e.value.set(None);
        }
    }

    /// Was it ever filled?
    pub fn is_filled(&self) -> bool {
        self.fills.get() != 0
    }

    /// Is nothing noted any more?
    pub fn is_given_up(&self) -> bool {
        self.fills.get() >= GIVE_UP
    }

    /// Has it been filled more often than it has entries?
    pub fn is_megamorphic(&self) -> bool {
        self.next.get() as usize > ENTRIES || self.fills.get() >= GIVE_UP
    }

    fn entries(&self) -> impl Iterator<Item = &Entry> {
        std::iter::once(&self.first).chain(self.more.get().into_iter().flat_map(|m| m.iter()))
    }

    /// The entries in use: their kinds, and where they lie for as long as the cache does, for compiled code.
    pub fn places(&self) -> impl Iterator<Item = (u16, usize)> {
        self.entries()
            .filter(|e| e.used.get() != 0)
            .map(|e| (e.kind.get(), std::ptr::from_ref(e) as usize))
    }

    /// The entries in use, oldest first.
    pub fn contents(&self) -> impl Iterator<Item = Content> {
        self.entries()
            .filter(|e| e.used.get() != 0)
            .map(Entry::content)
    }

    /// Marks the values that are its own.
    pub fn trace(&self, t: &mut crate::heap::Tracer) {
        for e in self.entries() {
            if e.aux.get() == HELD {
                t.mark_value(e.value.get().map_or(0, Value::bits));
            }
        }
    }
}
