//! Type objects: builtin types, Python classes, and the lookup along the method resolution order.
//!
//! A type's `version` is a number that no other type has and that changes whenever an
//! attribute of the type or of one of its bases changes. (version, name) therefore determines
//! what a lookup finds: it keys the lookup cache here and guards inline caches everywhere. It is never used again,
//! so what is cached of a class that died is never found.
//!
//! Classes that programs make die like other objects. A class keeps its bases alive; it knows its subclasses by
//! weak references. A class has no finaliser, whatever its metaclass says (CPython, too, runs none for objects in
//! cycles, and every class is in one): so it is not brought to life again after its weak references are cleared,
//! and what its bases tell of their changes ([`Ref::modified`]) reaches it as long as somebody can see it.

use std::cell::{Cell, UnsafeCell};

use crate::builtins::type_::as_type;
use crate::builtins::weakref;
use crate::layouts::{Dict, LayoutId, List, Str, Tuple, WeakReference};
use crate::object::{Header, Ref, Slot};
use crate::text::shown::shown;
use crate::types::{Slots, TypeDef};
use crate::value::Value;

/// Bits of [`Type::flags`].
pub mod flags {
    /// Made by a class statement or `type(…)`.
    pub const HEAP: u32 = 1;
    /// May be subclassed.
    pub const BASE: u32 = 2;
    /// Instances have a `__dict__`.
    pub const HAS_DICT: u32 = 4;
    /// Is `type` or derives from it: instances are types.
    pub const TYPE_SUBCLASS: u32 = 8;
    /// Derives from BaseException.
    pub const EXCEPTION: u32 = 16;
    /// Defines or inherits `__del__`.
    pub const HAS_DEL: u32 = 32;
    /// Defines or inherits `__getattr__` / `__getattribute__` in Python.
    pub const CUSTOM_GETATTR: u32 = 64;
    /// Defines or inherits `__setattr__` / `__delattr__` in Python.
    pub const CUSTOM_SETATTR: u32 = 128;
    /// Instances are data descriptors (have a descr_set slot).
    pub const DATA_DESCRIPTOR: u32 = 256;
    /// Has abstract methods: may not be instantiated.
    pub const ABSTRACT: u32 = 1024;
    /// Instances may be referred to weakly.
    pub const WEAK: u32 = 2048;
    /// Shows itself as a class, as if Python code had made it.
    pub const CLASS: u32 = 4096;
    /// Methods are not in the type's dict: its getattr slot finds them.
    pub const UNLISTED: u32 = 8192;
    /// Adds to the layout of its base in CPython, though it does not here: no class may derive from two such.
    pub const SOLID: u32 = 16384;
    /// An iterator that makes each item anew: nobody else has it.
    pub const FRESH: u32 = 32768;
    /// Initialised; attributes may be looked up.
    pub const READY: u32 = 512;
}

/// A type object.
#[repr(C)]
pub struct Type {
    pub header: Header,
    /// Unique, changes on every mutation of the type or its bases; 0, which is believed nowhere, before it is ready,
    /// when there are no more numbers, and while an old-style base may change unseen.
    pub version: Cell<u32>,
    pub flags: Cell<u32>,
    /// Memory layout of instances.
    pub layout: Cell<LayoutId>,
    /// Bytes of an instance without extension word and inline slots (includes `__slots__` members).
    pub basic_size: Cell<u32>,
    /// Shape of a fresh instance.
    pub root_shape: Cell<u32>,
    /// Shape of instances in dictionary mode, 0 until needed.
    pub dict_shape: Cell<u32>,
    /// Inline attribute slots given to new instances.
    pub inline_capacity: Cell<u32>,
    /// Most attributes an instance was seen to have; the next root shape provides for them.
    pub wanted_capacity: Cell<u32>,
    /// Byte offset of a dict field in the layout (functions, modules), or 0.
    pub dict_offset: Cell<u32>,
    pub slots: Slots,
    pub name: Slot<Option<Ref<Str>>>,
    pub base: Slot<Option<Ref<Type>>>,
    pub bases: Slot<Option<Ref<Tuple>>>,
    pub mro: Slot<Option<Ref<Tuple>>>,
    /// A builtin type's is filled when it is first asked for: see [`Type::dict`].
    dict: Slot<Option<Ref<Dict>>>,
    /// How often programs have given an attribute that is here another value: see [`Type::note_change`].
    changes: Slot<Option<Ref<Dict>>>,
    /// Direct subclasses, which it does not keep alive: weak references, and builtin types as they are. New ones
    /// take the places of dead ones.
    pub subclasses: Slot<Option<Ref<List>>>,
    /// From this one on, subclasses were alive when [`Type::looked_at`] classes had died.
    pub alive_from: Cell<u32>,
    /// See [`Type::alive_from`].
    pub looked_at: Cell<u32>,
    pub def: Cell<Option<&'static TypeDef>>,
}

impl Type {
    /// A builtin type before start-up fills it in.
    pub const fn new_static(layout: LayoutId, shape: u32) -> Type {
        Type {
            header: Header::new_static(0),
            version: Cell::new(0),
            flags: Cell::new(0),
            layout: Cell::new(layout),
            basic_size: Cell::new(0),
            root_shape: Cell::new(shape),
            dict_shape: Cell::new(0),
            inline_capacity: Cell::new(0),
            wanted_capacity: Cell::new(0),
            dict_offset: Cell::new(0),
            slots: Slots::EMPTY,
            name: Slot::new(None),
            base: Slot::new(None),
            bases: Slot::new(None),
            mro: Slot::new(None),
            dict: Slot::new(None),
            changes: Slot::new(None),
            subclasses: Slot::new(None),
            alive_from: Cell::new(0),
            looked_at: Cell::new(0),
            def: Cell::new(None),
        }
    }

    #[inline(always)]
    pub fn has(&self, flag: u32) -> bool {
        self.flags.get() & flag != 0
    }

    pub fn add_flags(&self, f: u32) {
        self.flags.set(self.flags.get() | f);
    }
}

/// A builtin type's storage.
pub struct StaticType(Type);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for StaticType {}

impl StaticType {
    pub const fn new(layout: LayoutId, shape: u32) -> StaticType {
        StaticType(Type::new_static(layout, shape))
    }
    #[inline(always)]
    pub const fn get(&'static self) -> Ref<Type> {
        Ref::from_static(&self.0)
    }
}

impl Ref<Type> {
    /// The type's name as in `__name__`.
    pub fn name_str(self) -> &'static str {
        match self.name.get() {
            Some(n) => match shown(n.as_ref().bytes()) {
                std::borrow::Cow::Borrowed(name) => name,
                // Interned strings last.
                std::borrow::Cow::Owned(name) => {
                    let name = crate::builtins::str::intern(name.as_bytes());
                    std::str::from_utf8(name.as_ref().bytes()).unwrap_or("?")
                }
            },
            None => "?",
        }
    }

    /// The name as error messages show it: with its module for a builtin type outside `__builtin__`.
    pub fn full_name(self) -> &'static str {
        match self.def.get() {
            Some(d) if d.name.contains('.') => d.name,
            Some(d) if d.module != "__builtin__" && !self.has(flags::CLASS) => {
                let name =
                    crate::builtins::str::intern(format!("{}.{}", d.module, d.name).as_bytes());
                std::str::from_utf8(name.as_ref().bytes()).unwrap_or(d.name)
            }
            _ => self.name_str(),
        }
    }

    /// Is this type `other` or derived from it?
    #[inline]
    pub fn is_subtype(self, other: Ref<Type>) -> bool {
        if self == other {
            return true;
        }
        match self.mro.get() {
            Some(mro) => mro.as_ref().items().contains(&other.value()),
            None => {
                let mut at = Some(self);
                while let Some(t) = at {
                    if t == other {
                        return true;
                    }
                    at = t.base.get();
                }
                false
            }
        }
    }

    /// What the type itself defines. Most programs use few of the builtin types: filling their dicts when they are
    /// first asked for halves what starting takes, and saves a megabyte.
    #[inline]
    pub fn dict(self) -> Option<Ref<Dict>> {
        self.dict.get().or_else(|| self.fill())
    }

    #[cold]
    fn fill(self) -> Option<Ref<Dict>> {
        let dict = crate::start::filled_dict(self.def.get()?);
        self.dict.set(Some(dict));
        Some(dict)
    }

    /// The dict, if anybody has asked for it.
    pub fn dict_so_far(self) -> Option<Ref<Dict>> {
        self.dict.get()
    }

    pub fn set_dict(self, dict: Ref<Dict>) {
        self.dict.set(Some(dict));
    }

    /// The attribute `name` (interned) of the type or the first of its bases that has it.
    #[inline]
    pub fn lookup(self, name: Ref<Str>) -> Option<Value> {
        let version = self.version.get();
        let e = cache_entry(version, name);
        if e.version == version && e.name == name.addr() && version != 0 {
            return e.value;
        }
        self.lookup_uncached(name)
    }

    #[cold]
    fn lookup_uncached(self, name: Ref<Str>) -> Option<Value> {
        let mro = self.mro.get()?;
        let mut found = None;
        for base in mro.as_ref().items() {
            // A classic class in the order keeps its own dict.
            let dict = match as_type(*base) {
                Some(t) => t.dict(),
                None => crate::builtins::classobj::class_dict(*base),
            };
            if let Some(v) = dict.and_then(|d| d.get_str(name)) {
                found = Some(v);
                break;
            }
        }
        let version = self.version.get();
        if version != 0 {
            *cache_entry(version, name) = CacheEntry {
                version,
                name: name.addr(),
                value: found,
            };
        }
        found
    }

    /// To be called after any change to the type's dict, bases or slots.
    pub fn modified(self) {
        self.renew_version();
        for t in self.subclasses() {
            t.modified();
        }
    }

    /// What was found in the type is believed no more; or nothing ever, while an old-style class in its order may
    /// change unseen.
    pub fn renew_version(self) {
        let order = self.mro.get();
        self.version.set(
            match order.is_some_and(crate::builtins::classobj::any_exposed) {
                true => 0,
                false => next_version(),
            },
        );
    }

    /// Notes that a value in the type's dict is replaced by another one, where neither binds to anything. Is it one that
    /// changes often, such as a counter? Then the version stays: inline caches do not hold the values of such attributes
    /// ([`Type::is_variable`]), and all that they know of the type is still true.
    pub fn note_change(self, name: Ref<Str>) -> bool {
        let changes = match self.changes.get() {
            Some(d) => d,
            None => {
                let d = crate::builtins::dict::new();
                self.changes.set(Some(d));
                d
            }
        };
        let count = changes.get_str(name).and_then(Value::as_int).unwrap_or(0);
        if count == OFTEN {
            self.forget_found(name);
            return true;
        }
        changes.set_str(name, Value::int(count + 1));
        if count + 1 == OFTEN {
            cache().has_variables = true;
        }
        false
    }

    /// Is it the name of an attribute that changes without a new version, in the type or a base?
    pub fn is_variable(self, name: Ref<Str>) -> bool {
        let often = |t: Ref<Type>| {
            let count = t.changes.get().and_then(|d| d.get_str(name));
            count.and_then(Value::as_int) == Some(OFTEN)
        };
        let mut order = self.mro.get().into_iter().flat_map(|m| m.as_ref().items());
        cache().has_variables && order.any(|base| as_type(*base).is_some_and(often))
    }

    /// Where the type, or the first of its bases that has the attribute, has it: the dict and the entry's index. Of
    /// types with old-style bases that is not told.
    pub fn entry(self, name: Ref<Str>) -> Option<(Ref<Dict>, u32)> {
        for base in self.mro.get()?.as_ref().items() {
            let names = as_type(*base)?.dict();
            if let Some(d) = names
                && let Some(index) = d.entry_index(name)
            {
                return Some((d, index));
            }
        }
        None
    }

    /// The cache of lookups knows nothing any more of an attribute of the type and of those below.
    fn forget_found(self, name: Ref<Str>) {
        let version = self.version.get();
        let e = cache_entry(version, name);
        if e.version == version {
            e.version = 0;
        }
        for t in self.subclasses() {
            t.forget_found(name);
        }
    }

    /// What the type refers to, for the collector.
    pub fn trace(self, t: &mut crate::heap::Tracer) {
        use crate::object::Traced;
        for w in [
            self.name.get().word(),
            self.base.get().word(),
            self.bases.get().word(),
            self.mro.get().word(),
            self.dict.get().word(),
            self.changes.get().word(),
            self.subclasses.get().word(),
        ] {
            t.mark_value(w);
        }
    }

    /// The direct subclasses that are alive, in order; those that come to be meanwhile may be among them.
    pub fn subclasses(self) -> impl Iterator<Item = Ref<Type>> {
        let all = self.subclasses.get();
        (0..)
            .map_while(move |i| all?.as_ref().item(i))
            .filter_map(subclass)
    }

    /// Notes a direct subclass.
    pub fn add_subclass(self, sub: Ref<Type>) {
        let list = match self.subclasses.get() {
            Some(l) => l,
            None => {
                let l = crate::builtins::list::new();
                self.subclasses.set(Some(l));
                l
            }
        };
        if !sub.has(flags::HEAP) {
            list.push(sub.into());
            return;
        }
        let entry = weakref::of_class(sub).value();
        // It takes the last dead one's place. Those known to be alive are not looked at again.
        let deaths = cache().deaths;
        let mut at = list.as_ref().len();
        if self.looked_at.replace(deaths) == deaths {
            at = at.min(self.alive_from.get() as usize);
        }
        while at > 0 {
            at -= 1;
            if list.as_ref().item(at).and_then(subclass).is_none() {
                self.alive_from.set(at as u32);
                list.as_ref().set_item(at, entry);
                return;
            }
        }
        self.alive_from.set(0);
        list.push(entry);
    }

    /// Takes back [`Self::add_subclass`].
    pub fn remove_subclass(self, sub: Ref<Type>) {
        let Some(list) = self.subclasses.get() else {
            return;
        };
        let mut items = list.as_ref().items().iter();
        if let Some(i) = items.position(|v| subclass(*v) == Some(sub)) {
            list.remove_range(i, i + 1);
        }
    }
}

/// The class that an entry of a list of subclasses stands for, if it is alive.
pub fn subclass(entry: Value) -> Option<Ref<Type>> {
    match entry.exact::<WeakReference>() {
        Some(r) => as_type(weakref::target(r)?),
        None => as_type(entry),
    }
}

/// Frees what a dead class owns outside the heap.
pub fn finalize(class: Ref<Type>) {
    let g = cache();
    g.deaths = g.deaths.wrapping_add(1);
    // SAFETY: the collector calls this for dead objects.
    unsafe { crate::shape::forget(class.addr()) };
}

/// So often an attribute is given another value with a new version each time: classes that programs set up, and patch for
/// a while, are none that change often.
const OFTEN: i64 = 8;

/// A version number that was never used; 0, which is believed nowhere, when there are no more.
pub fn next_version() -> u32 {
    let g = cache();
    g.last_version = g.last_version.saturating_add(1);
    if g.last_version == u32::MAX {
        return 0;
    }
    g.last_version
}

#[derive(Clone, Copy)]
struct CacheEntry {
    version: u32,
    name: usize,
    /// Kept alive by the dict of the class or a base: the entry is dead as soon as that changes, or dies.
    value: Option<Value>,
}

const CACHE: usize = 8192;
struct Cache {
    last_version: u32,
    /// Classes that have died.
    deaths: u32,
    /// Some class has an attribute that changes without a new version.
    has_variables: bool,
    entries: [CacheEntry; CACHE],
}
struct Global(UnsafeCell<Cache>);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Global {}
static GLOBAL: Global = Global(UnsafeCell::new(Cache {
    last_version: 0,
    deaths: 0,
    has_variables: false,
    entries: [CacheEntry {
        version: 0,
        name: 0,
        value: None,
    }; CACHE],
}));

#[allow(clippy::mut_from_ref)]
fn cache() -> &'static mut Cache {
    // SAFETY: one mutator at a time; references do not outlive one statement.
    unsafe { &mut *GLOBAL.0.get() }
}

#[inline(always)]
fn cache_entry(version: u32, name: Ref<Str>) -> &'static mut CacheEntry {
    &mut cache().entries[(version as usize)
        .wrapping_mul(0x9E37_79B1)
        .wrapping_add(name.addr() >> 4)
        % CACHE]
}
