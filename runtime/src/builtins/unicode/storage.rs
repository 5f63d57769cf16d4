//! Where the code points of unicode strings are.
//!
//! All code points of a string take 1, 2 or 4 bytes, the least that the largest of them needs; so
//! equal strings have equal memory, and most text costs a byte a character. Code points are those of
//! a wide build of CPython: 0 to 0x10FFFF, lone surrogates included.
//!
//! As with `str`, an exact instance has its content in its own tail as a rule, and the collector never looks
//! into it; instances of subclasses point into the tail of such a one, and results of repeated `u += t` to a
//! [`UnicodeBuffer`] that they share.

use std::borrow::Cow;
use std::cell::Cell;
use std::mem::offset_of;

use crate::builtins::str::storage::out_of_memory;
use crate::error::PyResult;
use crate::heap;
use crate::layouts::{Unicode, UnicodeBuffer};
use crate::object::{Layout, Ref};
use crate::text::Unit;
use crate::typeobj::Type;
use crate::value::Value;

const TAIL: usize = offset_of!(Unicode, bytes_tail);
const _: () = assert!(TAIL.is_multiple_of(4));
const _: () = assert!(TAIL == offset_of!(UnicodeBuffer, bytes_tail));

/// Mark in the header: there are only ASCII characters.
const ASCII: u16 = 1 << 8;

/// Mark in the header: a concatenation made this string.
const CONCATENATED: u16 = 1 << 9;
/// Results shorter than this are always copied: that costs no more than keeping a buffer.
const SHARED_FROM: usize = 128;

/// More bytes than any memory has.
const MAX: usize = 1 << 46;

/// The code points, in the width that the string has.
#[derive(Clone, Copy)]
pub enum Chars<'a> {
    One(&'a [u8]),
    Two(&'a [u16]),
    Four(&'a [u32]),
}

/// Evaluates an expression with `$units` bound to the code points in their width.
macro_rules! with_units {
    ($u:expr, $units:ident => $body:expr) => {
        match $u.as_ref().chars() {
            $crate::builtins::unicode::storage::Chars::One($units) => $body,
            $crate::builtins::unicode::storage::Chars::Two($units) => $body,
            $crate::builtins::unicode::storage::Chars::Four($units) => $body,
        }
    };
}
pub(crate) use with_units;

/// Calls a generic function with the unit type of a width: `with_width!(w, U => f::<U>(x))`.
macro_rules! with_width {
    ($width:expr, $unit:ident => $body:expr) => {
        match $width {
            1 => {
                type $unit = u8;
                $body
            }
            2 => {
                type $unit = u16;
                $body
            }
            _ => {
                type $unit = u32;
                $body
            }
        }
    };
}
pub(crate) use with_width;

impl Unicode {
    /// Number of code points.
    #[inline(always)]
    pub fn length(&self) -> usize {
        self.len.get() as usize
    }

    /// The code points.
    #[inline(always)]
    pub fn chars(&self) -> Chars<'_> {
        let (p, n) = (self.data.get(), self.length());
        // SAFETY: `data` is the address of `len` units of `width` bytes, aligned to that, which never
        // change.
        unsafe {
            match self.width.get() {
                1 => Chars::One(std::slice::from_raw_parts(p as *const u8, n)),
                2 => Chars::Two(std::slice::from_raw_parts(p as *const u16, n)),
                _ => Chars::Four(std::slice::from_raw_parts(p as *const u32, n)),
            }
        }
    }

    /// The characters as bytes, if they are all ASCII.
    #[inline]
    pub fn ascii(&self) -> Option<&[u8]> {
        match self.chars() {
            Chars::One(b) if self.header.gc_bits.get() & ASCII != 0 => Some(b),
            _ => None,
        }
    }

    /// Code point at an index.
    #[inline]
    pub fn get(&self, i: usize) -> Option<u32> {
        match self.chars() {
            Chars::One(s) => s.get(i).map(|c| u32::from(*c)),
            Chars::Two(s) => s.get(i).map(|c| u32::from(*c)),
            Chars::Four(s) => s.get(i).copied(),
        }
    }

    /// All code points.
    pub fn to_vec(&self) -> Vec<u32> {
        let mut all = Vec::with_capacity(self.length());
        self.append_to(&mut all);
        all
    }

    /// Appends all code points.
    pub fn append_to(&self, out: &mut impl Extend<u32>) {
        match self.chars() {
            Chars::One(s) => out.extend(s.iter().map(|c| u32::from(*c))),
            Chars::Two(s) => out.extend(s.iter().map(|c| u32::from(*c))),
            Chars::Four(s) => out.extend(s.iter().copied()),
        }
    }

    /// The code points as units of any width; `None` when one does not fit.
    pub fn units<U: Unit>(&self) -> Option<Cow<'_, [U]>> {
        // The same width: as they are.
        if size_of::<U>() == self.width.get() as usize {
            // SAFETY: `U` is an unsigned integer of the width that the units have.
            let s =
                unsafe { std::slice::from_raw_parts(self.data.get() as *const U, self.length()) };
            return Some(Cow::Borrowed(s));
        }
        fn convert<V: Unit, U: Unit>(s: &[V]) -> Option<Vec<U>> {
            let fit = size_of::<U>() > size_of::<V>()
                || all_bits(s)
                    .checked_shr(size_of::<U>() as u32 * 8)
                    .unwrap_or(0)
                    == 0;
            fit.then(|| s.iter().map(|c| U::of((*c).into())).collect())
        }
        match self.chars() {
            Chars::One(s) => convert(s),
            Chars::Two(s) => convert(s),
            Chars::Four(s) => convert(s),
        }
        .map(Cow::Owned)
    }

    /// Writes the code points into units that they fit.
    fn write<U: Unit>(&self, to: &mut [U]) {
        fn convert<V: Unit, U: Unit>(s: &[V], to: &mut [U]) {
            for (t, c) in to.iter_mut().zip(s) {
                *t = U::of((*c).into());
            }
        }
        if let (Chars::One(s), Some(to)) = (self.chars(), U::bytes_mut(to)) {
            return to.copy_from_slice(s);
        }
        match self.chars() {
            Chars::One(s) => convert(s, to),
            Chars::Two(s) => convert(s, to),
            Chars::Four(s) => convert(s, to),
        }
    }
}

/// Makes fresh memory a string of `n` units that `fill` writes, of which at least one needs the width
/// of `U` (unless that is 1).
///
/// # Safety
/// `p` is fresh memory with room for `n` units behind the fields.
unsafe fn init<U: Unit>(
    p: *mut u8,
    n: usize,
    ascii: bool,
    fill: impl FnOnce(&mut [U]),
) -> Ref<Unicode> {
    // SAFETY: promised by the caller; memory of the heap is aligned to 16; no allocation happens before
    // the fields are written; nobody else knows the string.
    unsafe {
        let u = Ref::from_raw(p.cast::<Unicode>());
        u.header.shape.set(Unicode::SHAPE);
        u.header.set_ty(crate::types::UNICODE.get());
        if ascii {
            u.header.gc_bits.set(u.header.gc_bits.get() | ASCII);
        }
        u.hash.set(-1);
        u.len.set(n as i64);
        u.data.set(p as usize + TAIL);
        u.width.set(size_of::<U>() as i64);
        fill(std::slice::from_raw_parts_mut(p.add(TAIL).cast::<U>(), n));
        u
    }
}

fn build<U: Unit>(n: usize, ascii: bool, fill: impl FnOnce(&mut [U])) -> PyResult<Ref<Unicode>> {
    let p = if n < MAX {
        heap::try_alloc_leaf(TAIL + n * size_of::<U>() + 1)
    } else {
        None
    };
    let Some(p) = p else {
        return Err(out_of_memory());
    };
    // SAFETY: fresh memory of that size.
    Ok(unsafe { init(p.as_ptr(), n, ascii, fill) })
}

/// A number with the bits of all units: tells the width.
fn all_bits<U: Unit>(units: &[U]) -> u32 {
    units.iter().fold(0, |bits, c| bits | (*c).into())
}

fn copy<V: Unit, U: Unit>(units: &[U], ascii: bool) -> PyResult<Ref<Unicode>> {
    build::<V>(units.len(), ascii, |to| {
        for (t, c) in to.iter_mut().zip(units) {
            *t = V::of((*c).into());
        }
    })
}

/// A string of these code points, which are all below 0x110000.
pub fn from_units<U: Unit>(units: &[U]) -> PyResult<Ref<Unicode>> {
    match units {
        [] => return Ok(super::empty()),
        [c] if (*c).into() < 0x100 => return Ok(super::latin1_char((*c).into() as u8)),
        _ => {}
    }
    let bits = all_bits(units);
    match bits {
        0..0x100 => copy::<u8, U>(units, bits < 0x80),
        0x100..0x1_0000 => copy::<u16, U>(units, false),
        _ => copy::<u32, U>(units, false),
    }
}

/// An unshared string of one Latin-1 character or none, for the table of shared ones.
pub(super) fn unshared(units: &[u8]) -> Ref<Unicode> {
    let p = heap::alloc_leaf(TAIL + units.len() + 1);
    // SAFETY: fresh memory of that size.
    unsafe {
        init::<u8>(p, units.len(), units.is_ascii(), |to| {
            to.copy_from_slice(units)
        })
    }
}

/// A string of ASCII characters.
pub fn from_ascii(bytes: &[u8]) -> PyResult<Ref<Unicode>> {
    debug_assert!(bytes.is_ascii());
    match bytes {
        [] => Ok(super::empty()),
        [c] => Ok(super::latin1_char(*c)),
        _ => build::<u8>(bytes.len(), true, |to| to.copy_from_slice(bytes)),
    }
}

/// A string of more than one character, not all of them ASCII.
pub fn from_text(text: &str) -> PyResult<Ref<Unicode>> {
    fn fill<U: Unit>(n: usize, text: &str) -> PyResult<Ref<Unicode>> {
        build::<U>(n, false, |to| decode_utf8(text, to))
    }
    let n = text.chars().count();
    // The first byte of an encoding tells the width.
    match text.bytes().max() {
        _ if n < 2 => from_units(&text.chars().map(u32::from).collect::<Vec<_>>()),
        Some(0xC4..=0xEF) => fill::<u16>(n, text),
        Some(0xF0..) => fill::<u32>(n, text),
        _ => fill::<u8>(n, text),
    }
}

/// Writes the code points of a text, which fit: as many as there is room for.
fn decode_utf8<U: Unit>(text: &str, to: &mut [U]) {
    let b = text.as_bytes();
    let tail = |at: usize| b.get(at).map_or(0, |c| u32::from(c & 0x3F));
    let (mut at, mut i) = (0, 0);
    while let Some(first) = b.get(at) {
        if first.is_ascii() {
            if let (Some(eight), Some(room)) =
                (b[at..].first_chunk::<8>(), to[i..].first_chunk_mut::<8>())
                && eight.is_ascii()
            {
                *room = eight.map(U::ascii);
                (at, i) = (at + 8, i + 8);
                continue;
            }
            // The next eight bytes hold something else.
            while let (Some(c), Some(room)) = (b.get(at), to.get_mut(i))
                && c.is_ascii()
            {
                *room = U::ascii(*c);
                (at, i) = (at + 1, i + 1);
            }
            continue;
        }
        let first = u32::from(*first);
        let (c, n) = match first {
            0..0xE0 => ((first & 0x1F) << 6 | tail(at + 1), 2),
            0xE0..0xF0 => ((first & 0xF) << 12 | tail(at + 1) << 6 | tail(at + 2), 3),
            _ => (
                (first & 7) << 18 | tail(at + 1) << 12 | tail(at + 2) << 6 | tail(at + 3),
                4,
            ),
        };
        to[i] = U::of(c);
        (at, i) = (at + n, i + 1);
    }
}

/// Strings put together.
///
/// # Errors
/// MemoryError.
pub fn concat_all<'a>(parts: impl Iterator<Item = &'a Unicode> + Clone) -> PyResult<Ref<Unicode>> {
    let (mut n, mut width, mut ascii) = (0usize, 1, true);
    for p in parts.clone() {
        n = n.saturating_add(p.length());
        width = width.max(p.width.get());
        ascii &= p.ascii().is_some();
    }
    if n == 0 {
        return Ok(super::empty());
    }
    with_width!(width, U => build::<U>(n, ascii, |mut to| {
        for p in parts {
            let (head, tail) = to.split_at_mut(p.length());
            p.write(head);
            to = tail;
        }
    }))
}

/// `x + y`, an exact string. A loop of `u += t` takes linear time, as with `str`.
///
/// # Errors
/// MemoryError.
pub fn concat(x: Ref<Unicode>, y: Ref<Unicode>) -> PyResult<Ref<Unicode>> {
    let (n, m) = (x.length(), y.length());
    if m == 0 {
        return Ok(exact(x));
    }
    if n == 0 {
        return Ok(exact(y));
    }
    if n + m >= SHARED_FROM && m <= n && y.width.get() <= x.width.get() {
        if let Some(b) = buffer(x)
            && let Some(s) = extend(b, x, y)
        {
            return Ok(s);
        }
        if x.header.gc_bits.get() & CONCATENATED != 0 || buffer(x).is_some() {
            return with_width!(x.width.get(), U => grow::<U>(x, y));
        }
    }
    let s = match (x.as_ref().chars(), y.as_ref().chars()) {
        (Chars::One(a), Chars::One(b)) => {
            let ascii = x.as_ref().ascii().is_some() && y.as_ref().ascii().is_some();
            build::<u8>(n + m, ascii, |to| {
                to[..n].copy_from_slice(a);
                to[n..].copy_from_slice(b);
            })?
        }
        _ => concat_all([x.as_ref(), y.as_ref()].into_iter())?,
    };
    s.header.gc_bits.set(s.header.gc_bits.get() | CONCATENATED);
    Ok(s)
}

/// The buffer that an exact string has its code points in, if it does not have them itself.
fn buffer(u: Ref<Unicode>) -> Option<Ref<UnicodeBuffer>> {
    if u.header.shape.get() != Unicode::SHAPE || u.data.get() == u.addr() + TAIL {
        return None;
    }
    // SAFETY: an exact string without code points of its own was made by `pointing`.
    Some(unsafe { Ref::from_raw((u.data.get() - TAIL) as *mut UnicodeBuffer) })
}

/// A string of the first `n` code points of a buffer, `x` with ASCII only or something else behind.
fn pointing(data: usize, n: usize, x: Ref<Unicode>, y: Ref<Unicode>) -> Ref<Unicode> {
    let u = Unicode::alloc(0, -1, n as i64, data, x.width.get());
    if x.ascii().is_some() && y.ascii().is_some() {
        u.header.gc_bits.set(u.header.gc_bits.get() | ASCII);
    }
    u
}

/// Writes `y` behind `x` in their buffer, if `x` ends where its used part does and there is room.
fn extend(b: Ref<UnicodeBuffer>, x: Ref<Unicode>, y: Ref<Unicode>) -> Option<Ref<Unicode>> {
    let (n, m) = (x.len.get(), y.len.get());
    if b.used.get() != n || b.cap.get() - n < m {
        return None;
    }
    with_width!(x.width.get(), U => {
        // SAFETY: the buffer has `cap` units of which those from `used` on belong to no string, so that `y`, which
        // may be in the used part, is elsewhere.
        let to = unsafe {
            std::slice::from_raw_parts_mut((x.data.get() as *mut U).add(n as usize), m as usize)
        };
        y.write(to);
    });
    b.used.set(n + m);
    Some(pointing(x.data.get(), (n + m) as usize, x, y))
}

/// `x + y` in a new buffer with room for as much again.
fn grow<U: Unit>(x: Ref<Unicode>, y: Ref<Unicode>) -> PyResult<Ref<Unicode>> {
    let (n, m) = (x.length(), y.length());
    let cap = (n + m) * 2;
    let p = if cap < MAX {
        heap::try_alloc_leaf(TAIL + cap * size_of::<U>())
    } else {
        None
    };
    let Some(p) = p else {
        return Err(out_of_memory());
    };
    let p = p.as_ptr();
    // SAFETY: fresh memory of that size, aligned to 16, which is no more than the allocation's; `TAIL` is aligned
    // for units.
    unsafe {
        let b = Ref::from_raw(p.cast::<UnicodeBuffer>());
        b.header.shape.set(0);
        b.header.set_ty(crate::layouts::UNICODE_BUFFER_TYPE.get());
        (&raw mut (*b.as_ptr()).used).write(Cell::new((n + m) as i64));
        (&raw mut (*b.as_ptr()).cap).write(Cell::new(cap as i64));
        let to = std::slice::from_raw_parts_mut(p.add(TAIL).cast::<U>(), n + m);
        let (head, tail) = to.split_at_mut(n);
        x.write(head);
        y.write(tail);
    }
    Ok(pointing(p as usize + TAIL, n + m, x, y))
}

/// A string between so many characters `fill`.
pub(super) fn padded(
    u: Ref<Unicode>,
    left: usize,
    right: usize,
    fill: u32,
) -> PyResult<Ref<Unicode>> {
    let n = u.length();
    if n == 0 && left + right < 2 {
        return from_units(&[fill][..left + right]);
    }
    let width = match fill {
        0..0x100 => 1,
        0x100..0x1_0000 => 2,
        _ => 4,
    };
    let width = width.max(u.width.get());
    let ascii = fill < 0x80 && u.ascii().is_some();
    let all = left.saturating_add(right).saturating_add(n);
    with_width!(width, U => build::<U>(all, ascii, |to| {
        to[..left].fill(U::of(fill));
        u.write(&mut to[left..left + n]);
        to[left + n..].fill(U::of(fill));
    }))
}

/// `sep` between the texts, which are all unicode.
pub(super) fn join(sep: &Unicode, texts: &[Value]) -> PyResult<Ref<Unicode>> {
    let parts = || {
        texts
            .iter()
            .filter_map(|v| v.cast::<Unicode>())
            .map(|u| u.as_ref())
    };
    let (mut n, mut width, mut ascii) = (0usize, 1, true);
    let seps = texts.len().saturating_sub(1);
    for (p, times) in parts().map(|p| (p, 1)).chain([(sep, seps)]) {
        if times > 0 {
            n = n.saturating_add(p.length().saturating_mul(times));
            width = width.max(p.width.get());
            ascii &= p.ascii().is_some();
        }
    }
    if n == 0 {
        return Ok(super::empty());
    }
    with_width!(width, U => build::<U>(n, ascii, |mut to| {
        for (i, p) in parts().enumerate() {
            if i > 0 {
                let (head, tail) = to.split_at_mut(sep.length());
                sep.write(head);
                to = tail;
            }
            let (head, tail) = to.split_at_mut(p.length());
            p.write(head);
            to = tail;
        }
    }))
}

/// Units `n` times; they are all of a string.
pub(super) fn repeat<U: Unit>(units: &[U], n: usize) -> PyResult<Ref<Unicode>> {
    if units.is_empty() || n == 0 {
        return Ok(super::empty());
    }
    build::<U>(units.len() * n, all_bits(units) < 0x80, |to| {
        crate::text::fill::repeat(units, to);
    })
}

/// An instance of a subclass of `unicode` with the content of `u`.
pub fn subclass_instance(ty: Ref<Type>, u: Ref<Unicode>) -> Ref<Unicode> {
    // The code points of a buffer would keep all of it alive.
    let u = match buffer(u) {
        Some(_) => concat_all([u.as_ref()].into_iter()).unwrap_or(u),
        None => u,
    };
    let made = Unicode::alloc_for(ty, -1, u.len.get(), u.data.get(), u.width.get());
    let flag = u.header.gc_bits.get() & ASCII;
    made.header.gc_bits.set(made.header.gc_bits.get() | flag);
    made
}

/// The exact `unicode` with the content of a string: itself, or what an instance of a subclass
/// points to.
#[inline]
pub fn exact(u: Ref<Unicode>) -> Ref<Unicode> {
    if u.header.shape.get() == Unicode::SHAPE {
        return u;
    }
    // SAFETY: instances of subclasses point to the tail of an exact string: see `subclass_instance`.
    unsafe { Ref::from_raw((u.data.get() - TAIL) as *mut Unicode) }
}

/// Marks the object that has the content.
pub fn trace(u: Ref<Unicode>, tracer: &mut heap::Tracer) {
    let data = u.data.get();
    if data != 0 && data != u.addr() + TAIL {
        tracer.mark_object((data - TAIL) as *const u8);
    }
}
