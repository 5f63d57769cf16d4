//! Unicode strings: construction, conversion from and to other objects.
//!
//! | module | what |
//! | --- | --- |
//! | [`storage`] | code points in 1, 2 or 4 bytes |
//! | [`slots`] | operators |
//! | [`methods`] | methods |
//! | [`database`] | properties of characters |
//!
//! Codecs are in [`crate::codec`].

pub mod database;
pub mod methods;
pub mod slots;
pub mod storage;
mod tables;

use std::cell::Cell;

use crate::builtins::str;
use crate::codec;
use crate::error::PyResult;
use crate::layouts::{List, Str, Unicode};
use crate::object::{Layout, Ref};
use crate::value::Value;

pub use storage::{Chars, concat_all, exact, from_ascii, from_units};

/// The empty string and those of one Latin-1 character exist once.
struct Shared([Cell<Option<Ref<Unicode>>>; 257]);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Shared {}
static SHARED: Shared = Shared([const { Cell::new(None) }; 257]);

fn shared(i: usize, units: &[u8]) -> Ref<Unicode> {
    match SHARED.0[i].get() {
        Some(u) => u,
        None => {
            let u = storage::unshared(units);
            SHARED.0[i].set(Some(u));
            u
        }
    }
}

/// `u''`
#[inline]
pub fn empty() -> Ref<Unicode> {
    shared(256, b"")
}

/// The string of one character below 256.
#[inline]
pub fn latin1_char(c: u8) -> Ref<Unicode> {
    shared(usize::from(c), &[c])
}

/// Marks the strings that exist once.
pub fn trace_shared(t: &mut crate::heap::Tracer) {
    for u in SHARED.0.iter().filter_map(Cell::get) {
        t.mark_object(u.addr() as *const u8);
    }
}

/// Is it a unicode string?
#[inline]
pub fn is_unicode(v: Value) -> bool {
    v.cast::<Unicode>().is_some()
}

/// A unicode string in the default encoding; `None` when it is not one.
///
/// # Errors
/// UnicodeEncodeError.
pub fn encode_default(v: Value) -> PyResult<Option<Ref<Str>>> {
    v.cast::<Unicode>().map(codec::default::encode).transpose()
}

/// Bytes in the default encoding as unicode.
///
/// # Errors
/// UnicodeDecodeError.
pub fn decode_ascii(s: Ref<Str>) -> PyResult<Ref<Unicode>> {
    let b = s.as_ref().bytes();
    if b.is_ascii() {
        from_ascii(b)
    } else {
        codec::default::decode(s)
    }
}

/// The same as a value.
pub fn decode_default(s: Ref<Str>) -> PyResult<Value> {
    decode_ascii(s).map(Into::into)
}

/// `v` as text in unicode: unicode itself, or bytes in the default encoding.
///
/// # Errors
/// TypeError for other objects.
pub fn coerce(v: Value) -> PyResult<Ref<Unicode>> {
    if let Some(u) = v.cast::<Unicode>() {
        return Ok(exact(u));
    }
    if let Some(s) = v.cast::<Str>() {
        return decode_ascii(s);
    }
    match unicode_source(v)? {
        Some(b) => decode_ascii(str::new(&b)),
        None => Err(raise_fmt!(
            type_error,
            "coercing to Unicode: need string or buffer, {} found",
            crate::attr::type_name(v)
        )),
    }
}

/// The bytes of an object, other than text, that may be decoded.
///
/// # Errors
/// TypeError for a bytearray: that has a method for it.
fn unicode_source(v: Value) -> PyResult<Option<Vec<u8>>> {
    if v.cast::<crate::layouts::ByteArray>().is_some() {
        return Err(crate::error::type_error(
            "decoding bytearray is not supported",
        ));
    }
    str::args::buffer_bytes(v)
}

/// What `unicode(v)` makes of any object.
pub fn text(v: Value) -> PyResult<Ref<Unicode>> {
    if let Some(u) = v.exact::<Unicode>() {
        return Ok(u);
    }
    // A method of this name wins over everything, subclasses of unicode included.
    let name = crate::names::unicode();
    let r = if crate::builtins::classobj::is_instance(v) {
        // Whatever goes wrong in finding it, there is none.
        match crate::exception::quiet(|| crate::builtins::classobj::find(v, name)).flatten() {
            Some(m) => Some(crate::call::call_values(m, &[])?),
            None => None,
        }
    } else {
        crate::attr::call_special(v, name, &[])?
    };
    let r = match r {
        Some(r) => r,
        None => {
            if let Some(u) = v.cast::<Unicode>() {
                return Ok(exact(u));
            }
            if let Some(s) = v.exact::<Str>() {
                return decode_ascii(s);
            }
            own_text(v)?
        }
    };
    // What the method returns may be an instance of a subclass.
    if let Some(u) = r.cast::<Unicode>() {
        return Ok(u);
    }
    match r.cast::<Str>() {
        Some(s) => decode_ascii(s),
        None => Err(raise_fmt!(
            type_error,
            "coercing to Unicode: need string or buffer, {} found",
            crate::attr::type_name(r)
        )),
    }
}

/// What the `__str__` of an object returns, whatever it is; its `__repr__` if there is none.
fn own_text(v: Value) -> PyResult {
    let Some(f) = v.ty().slots.str.get() else {
        return crate::protocol::repr(v).map(Into::into);
    };
    f(v)
}

/// The same, which must be text of either kind.
pub fn plain_text(v: Value) -> PyResult {
    if v.exact::<Str>().is_some() || v.exact::<Unicode>().is_some() {
        return Ok(v);
    }
    let t = crate::thread::current();
    let r = t.deeper(" while getting the str of an object", || own_text(v))?;
    if r.cast::<Str>().is_some() || r.cast::<Unicode>().is_some() {
        return Ok(r);
    }
    Err(raise_fmt!(
        type_error,
        "__str__ returned non-string (type {})",
        crate::attr::type_name(r)
    ))
}

/// `unicode(v)`
pub fn from_object(v: Value) -> PyResult {
    text(v).map(Into::into)
}

/// Code point at an index.
pub fn code_point(v: Value, at: usize) -> Option<u32> {
    v.cast::<Unicode>()?.get(at)
}

/// The code points; none when it is no unicode string.
pub fn code_points(v: Value) -> impl Iterator<Item = u32> {
    let u = v.cast::<Unicode>();
    (0..u.map_or(0, |u| u.length())).filter_map(move |i| u?.get(i))
}

/// The string of one code point.
pub fn from_code_point(c: u32) -> PyResult {
    from_units(&[c]).map(Into::into)
}

/// The unicode strings in a list, put together.
pub fn join_all(list: Ref<List>) -> PyResult {
    let parts = list
        .as_ref()
        .items()
        .iter()
        .filter_map(|v| v.cast::<Unicode>());
    concat_all(parts.map(|u| u.as_ref())).map(Into::into)
}

/// For messages.
impl Unicode {
    /// The text; what is no character is replaced.
    pub fn to_text(&self) -> String {
        let c = |c: u32| char::from_u32(c).unwrap_or(char::REPLACEMENT_CHARACTER);
        (0..self.length())
            .filter_map(|i| self.get(i))
            .map(c)
            .collect()
    }

    /// CPython 2.7's hash, cached: that of the equal `str` when there is one.
    pub fn hash_value(&self) -> i64 {
        match self.hash.get() {
            -1 => {
                let h = match self.chars() {
                    Chars::One(s) => str::hash_units(s),
                    Chars::Two(s) => str::hash_units(s),
                    Chars::Four(s) => str::hash_units(s),
                };
                self.hash.set(h);
                h
            }
            h => h,
        }
    }
}

/// Is it an exact instance?
#[inline]
pub(crate) fn is_exact(u: Ref<Unicode>) -> bool {
    u.header.shape.get() == Unicode::SHAPE
}

/// A unicode string of these code points.
pub fn from_code_points(units: &[u32]) -> PyResult {
    from_units(units).map(Into::into)
}
