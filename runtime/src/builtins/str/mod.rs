//! Byte strings: construction, hashing, interning, text of other objects.
//!
//! | module | what |
//! | --- | --- |
//! | [`storage`] | where the bytes are; concatenation |
//! | [`slots`] | operators |
//! | [`methods`] | methods |
//! | [`split`] | `split` and its relatives, `join`, `replace` |
//! | [`args`] | arguments of methods: text, bounds |
//! | [`repr`] | `repr` |
//! | [`percent`] | `format % arguments` of both kinds of text |
//! | [`fields`] | `format.format(…)` of both kinds of text |

pub mod args;
pub mod fields;
pub mod methods;
mod out;
pub mod percent;
pub mod repr;
pub mod slots;
pub mod split;
pub mod storage;

use std::borrow::Borrow;
use std::cell::{Cell, UnsafeCell};
use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hash, Hasher};

use crate::error::PyResult;
use crate::layouts::Str;
use crate::object::Ref;
use crate::text::shown::shown;
use crate::typeobj::Type;
use crate::value::Value;

pub use repr::repr_bytes;
pub use storage::{build, concat, try_build};

/// A string of these bytes; the empty string and those of one byte exist once.
#[inline]
pub fn new(bytes: &[u8]) -> Ref<Str> {
    match bytes {
        [] => empty(),
        [c] => singleton(*c),
        _ => build(bytes.len(), |to| to.copy_from_slice(bytes)),
    }
}

/// The same for content whose length the program chooses.
///
/// # Errors
/// MemoryError.
pub fn try_new(bytes: &[u8]) -> PyResult<Ref<Str>> {
    if bytes.len() < 2 {
        Ok(new(bytes))
    } else {
        try_build(bytes.len(), |to| to.copy_from_slice(bytes))
    }
}

/// An instance of a subclass.
pub fn subclass_instance(ty: Ref<Type>, bytes: &[u8]) -> Ref<Str> {
    storage::subclass_instance(ty, new(bytes))
}

/// The string that a text of messages shows.
pub fn from_text(text: &str) -> Ref<Str> {
    new(&crate::text::shown::bytes(text))
}

/// The text of a string, for messages; empty for what is none.
pub fn text_of(v: Value) -> String {
    v.cast::<Str>().map_or_else(String::new, |s| s.to_text())
}

impl Str {
    /// For messages ([`crate::text::shown`]).
    pub fn to_text(&self) -> String {
        shown(self.bytes()).into_owned()
    }

    /// Letters, digits and underscores, not beginning with a digit.
    pub fn is_identifier(&self) -> bool {
        let b = self.bytes();
        b.first().is_some_and(|c| !c.is_ascii_digit())
            && b.iter().all(|c| c.is_ascii_alphanumeric() || *c == b'_')
    }

    /// CPython 2.7's hash, cached.
    #[inline]
    pub fn hash_value(&self) -> i64 {
        match self.hash.get() {
            -1 => {
                let h = hash_bytes(self.bytes());
                self.hash.set(h);
                h
            }
            h => h,
        }
    }
}

/// What hashes of strings are mixed with: zeroes, unless `-R` or PYTHONHASHSEED ask for more.
struct HashSecret {
    prefix: Cell<i64>,
    suffix: Cell<i64>,
}
// SAFETY: written once at start-up, before there is a string.
unsafe impl Sync for HashSecret {}
static SECRET: HashSecret = HashSecret {
    prefix: Cell::new(0),
    suffix: Cell::new(0),
};

/// Has hashes of strings mixed with these 16 bytes; to be called before there is a string.
pub fn set_hash_secret(secret: [u8; 16]) {
    let word = |at: usize| {
        let mut b = [0; 8];
        b.copy_from_slice(&secret[at..at + 8]);
        i64::from_le_bytes(b)
    };
    SECRET.prefix.set(word(0));
    SECRET.suffix.set(word(8));
}

/// CPython 2.7's string hash of code units.
pub fn hash_units<U: Copy + Into<u32>>(units: &[U]) -> i64 {
    let Some(first) = units.first() else { return 0 };
    let mut x = SECRET.prefix.get() ^ i64::from((*first).into()) << 7;
    for c in units {
        x = x.wrapping_mul(1_000_003) ^ i64::from((*c).into());
    }
    x ^= units.len() as i64;
    x ^= SECRET.suffix.get();
    if x == -1 { -2 } else { x }
}

/// The hash of a string of these bytes.
pub fn hash_bytes(b: &[u8]) -> i64 {
    hash_units(b)
}

/// An interned string as a key: found by its bytes, hashed as Python does.
struct Key(Ref<Str>);

impl Borrow<[u8]> for Key {
    fn borrow(&self) -> &[u8] {
        self.0.as_ref::<'static>().bytes()
    }
}
impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0.hash_value() as u64);
    }
}
impl PartialEq for Key {
    fn eq(&self, other: &Key) -> bool {
        self.0 == other.0 || self.0.bytes() == other.0.bytes()
    }
}
impl Eq for Key {}

/// Gives the Python hash of bytes, spread over the bits that tables look at.
#[derive(Default)]
struct PythonHasher(u64);

impl Hasher for PythonHasher {
    fn finish(&self) -> u64 {
        self.0.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(20)
    }
    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash_bytes(bytes) as u64;
    }
    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
    // The length prefix of slices: the hash has it already.
    fn write_usize(&mut self, _: usize) {}
}

#[derive(Default)]
struct Table(UnsafeCell<Option<HashSet<Key, BuildHasherDefault<PythonHasher>>>>);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Table {}
static INTERNED: Table = Table(UnsafeCell::new(None));

fn table() -> &'static mut HashSet<Key, BuildHasherDefault<PythonHasher>> {
    // SAFETY: one mutator; no reference outlives a statement.
    unsafe { (*INTERNED.0.get()).get_or_insert_with(HashSet::default) }
}

/// The one string with these bytes, which lives for ever.
pub fn intern(bytes: &[u8]) -> Ref<Str> {
    if let Some(s) = table().get(bytes) {
        return s.0;
    }
    enter(build(bytes.len(), |to| to.copy_from_slice(bytes)))
}

fn enter(s: Ref<Str>) -> Ref<Str> {
    s.hash_value();
    storage::mark_interned(s);
    table().insert(Key(s));
    s
}

/// Interned constants by the addresses of their texts, a place each: what is asked for again is found without
/// looking at the text.
struct Constants([Cell<Option<(usize, usize, Ref<Str>)>>; 512]);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Constants {}
static CONSTANTS: Constants = Constants([const { Cell::new(None) }; 512]);

/// An interned constant.
pub fn intern_static(s: &'static str) -> Ref<Str> {
    let (at, len) = (s.as_ptr() as usize, s.len());
    let place = &CONSTANTS.0[(at ^ at >> 9) % 512];
    match place.get() {
        Some((known, n, text)) if known == at && n == len => text,
        _ => {
            let text = intern(s.as_bytes());
            place.set(Some((at, len, text)));
            text
        }
    }
}

/// The interned string equal to `s`: itself, if there was none.
#[inline]
pub fn intern_value(s: Ref<Str>) -> Ref<Str> {
    if storage::has_mark(s, storage::INTERNED) {
        return s;
    }
    intern_new(s)
}

fn intern_new(s: Ref<Str>) -> Ref<Str> {
    if let Some(known) = table().get(s.bytes()) {
        return known.0;
    }
    if storage::is_plain(s) {
        enter(s)
    } else {
        intern(s.bytes())
    }
}

/// Marks interned strings, which never die.
pub fn trace_interned(t: &mut crate::heap::Tracer) {
    for s in table().iter() {
        t.mark_object(s.0.addr() as *mut u8);
    }
    super::unicode::trace_shared(t);
}

/// Strings of one byte, and the empty one; all are interned, which keeps them alive.
struct Shared([Cell<Option<Ref<Str>>>; 257]);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Shared {}
static SHARED: Shared = Shared([const { Cell::new(None) }; 257]);

#[inline(always)]
fn shared(i: usize, bytes: &[u8]) -> Ref<Str> {
    match SHARED.0[i].get() {
        Some(s) => s,
        None => {
            let s = intern(bytes);
            SHARED.0[i].set(Some(s));
            s
        }
    }
}

/// The string of one byte.
#[inline]
pub fn singleton(c: u8) -> Ref<Str> {
    shared(usize::from(c), &[c])
}

/// The empty string.
#[inline]
pub fn empty() -> Ref<Str> {
    shared(256, b"")
}

/// An argument of getattr and its like, as an interned string.
pub fn attribute_name(v: Value) -> PyResult<Ref<Str>> {
    if let Some(s) = v.cast::<Str>() {
        return Ok(intern_value(s));
    }
    match super::unicode::encode_default(v)? {
        Some(s) => Ok(intern_value(s)),
        None => Err(raise_fmt!(
            type_error,
            "attribute name must be string, not '{}'",
            crate::attr::type_name(v)
        )),
    }
}
