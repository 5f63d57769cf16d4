//! Byte strings: construction, hashing, interning.

pub mod slots;

use std::cell::UnsafeCell;
use std::collections::HashMap;

use crate::error::{PyResult, type_error};
use crate::layouts::Str;
use crate::object::Ref;
use crate::value::Value;

/// A new string of these bytes.
pub fn new(bytes: &[u8]) -> Ref<Str> {
    let s = Str::alloc(bytes.len() + 1, -1, bytes.len() as i64);
    // SAFETY: the tail was allocated with room for the bytes and a final 0.
    unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), s.bytes_ptr() as *mut u8, bytes.len()) };
    s
}

impl Str {
    /// The content.
    #[inline(always)]
    pub fn bytes(&self) -> &[u8] {
        // SAFETY: the tail holds `len` bytes.
        unsafe { std::slice::from_raw_parts((&raw const self.bytes_tail) as *const u8, self.len.get() as usize) }
    }

    /// For messages: bytes that are not UTF-8 are replaced.
    pub fn to_text(&self) -> String {
        String::from_utf8_lossy(self.bytes()).into_owned()
    }

    /// Letters, digits and underscores, not beginning with a digit.
    pub fn is_identifier(&self) -> bool {
        let b = self.bytes();
        b.first().is_some_and(|c| !c.is_ascii_digit()) && b.iter().all(|c| c.is_ascii_alphanumeric() || *c == b'_')
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

/// CPython 2.7's string hash (without randomisation).
pub fn hash_bytes(b: &[u8]) -> i64 {
    let Some(first) = b.first() else { return 0 };
    let mut x = i64::from(*first) << 7;
    for c in b {
        x = x.wrapping_mul(1_000_003) ^ i64::from(*c);
    }
    x ^= b.len() as i64;
    if x == -1 { -2 } else { x }
}

#[derive(Default)]
struct Table(UnsafeCell<Option<HashMap<&'static [u8], Ref<Str>>>>);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Table {}
static INTERNED: Table = Table(UnsafeCell::new(None));

fn table() -> &'static mut HashMap<&'static [u8], Ref<Str>> {
    // SAFETY: one mutator; no reference outlives a statement.
    unsafe { (*INTERNED.0.get()).get_or_insert_with(HashMap::new) }
}

/// The one string with these bytes, which lives for ever.
pub fn intern(bytes: &[u8]) -> Ref<Str> {
    if let Some(s) = table().get(bytes) {
        return *s;
    }
    let s = new(bytes);
    s.hash_value();
    table().insert(s.as_ref::<'static>().bytes(), s);
    s
}

/// An interned constant.
pub fn intern_static(s: &'static str) -> Ref<Str> {
    intern(s.as_bytes())
}

/// The interned string equal to `s`.
pub fn intern_value(s: Ref<Str>) -> Ref<Str> {
    intern(s.as_ref().bytes())
}

/// Marks interned strings, which never die.
pub fn trace_interned(t: &mut crate::heap::Tracer) {
    for s in table().values() {
        t.mark_object(s.addr() as *mut u8);
    }
}

/// An argument of getattr and its like, as an interned string.
pub fn attribute_name(v: Value) -> PyResult<Ref<Str>> {
    if let Some(s) = v.cast::<Str>() {
        return Ok(intern_value(s));
    }
    match super::unicode::encode_default(v)? {
        Some(s) => Ok(intern_value(s)),
        None => Err(raise_fmt!(type_error, "attribute name must be string, not '{}'", crate::attr::type_name(v))),
    }
}
