//! `bytearray`: the object and its interface for Rust code, and how one is made.
//!
//! | module | what |
//! | --- | --- |
//! | [`slots`] | operators, subscripts |
//! | [`methods`] | methods |
//!
//! A bytearray is a length and a store, which has room for more by CPython's policy: `__alloc__` and
//! `sys.getsizeof` show it. The size cannot change while a memoryview looks at it.

use crate::call::Args;
use crate::codec;
use crate::error::{PyResult, Raised, overflow_error, raise, type_error, value_error};
use crate::exception::pending_matches;
use crate::heap;
use crate::layouts::{BYTE_STORE_TYPE, ByteArray, ByteArrayIter, ByteStore, Str, Unicode};
use crate::number;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;
use crate::window::{self, Want, Window};
use crate::{protocol, thread, types};

use super::{memoryview, receiver, str, tuple};

pub mod methods;
pub mod slots;

/// More bytes than any memory has.
const MAX: usize = 1 << 46;

impl ByteStore {
    /// A new store for `cap` bytes.
    ///
    /// # Errors
    /// MemoryError.
    pub fn new(cap: usize) -> PyResult<Ref<ByteStore>> {
        let room = if cap < MAX {
            heap::try_alloc_leaf(std::mem::offset_of!(ByteStore, bytes_tail) + cap)
        } else {
            None
        };
        let Some(p) = room else {
            return Err(str::storage::out_of_memory());
        };
        // SAFETY: fresh memory of that size.
        let s = unsafe { Ref::from_raw(p.as_ptr().cast::<ByteStore>()) };
        s.header.shape.set(0);
        s.header.set_ty(BYTE_STORE_TYPE.get());
        s.cap.set(cap as i64);
        Ok(s)
    }

    /// Address of the first byte.
    pub fn data(&self) -> *mut u8 {
        self.bytes_tail.as_ptr().cast::<u8>().cast_mut()
    }
}

/// A new bytearray of these bytes.
pub fn new(bytes: &[u8]) -> PyResult<Ref<ByteArray>> {
    let a = ByteArray::alloc(0, None, false);
    a.set_bytes(bytes)?;
    Ok(a)
}

impl ByteArray {
    #[inline]
    pub fn len(&self) -> usize {
        self.len.get() as usize
    }

    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len.get() == 0
    }

    /// Bytes there is room for.
    pub fn capacity(&self) -> usize {
        self.store.get().map_or(0, |s| s.cap.get() as usize)
    }

    fn data(&self) -> *mut u8 {
        self.store
            .get()
            .map_or(std::ptr::NonNull::dangling().as_ptr(), |s| s.data())
    }

    /// The content. Not to be held while Python code may run, or while the array changes.
    #[inline]
    pub fn bytes(&self) -> &[u8] {
        // SAFETY: the store has at least `len` bytes.
        unsafe { std::slice::from_raw_parts(self.data(), self.len()) }
    }

    /// Sets a byte, which is there.
    pub fn set(&self, i: usize, b: u8) {
        assert!(i < self.len());
        // SAFETY: within the store.
        unsafe { self.data().add(i).write(b) };
    }

    /// Copies bytes to `at`, where there are as many; they may come from the array itself.
    pub fn write(&self, at: usize, bytes: &[u8]) {
        assert!(at + bytes.len() <= self.len());
        // SAFETY: within the store.
        unsafe { std::ptr::copy(bytes.as_ptr(), self.data().add(at), bytes.len()) };
    }

    /// Moves `n` bytes within the array.
    fn shift(&self, from: usize, to: usize, n: usize) {
        assert!(from + n <= self.len() && to + n <= self.len());
        // SAFETY: both within the store.
        unsafe { std::ptr::copy(self.data().add(from), self.data().add(to), n) };
    }

    /// Changes the number of bytes; new ones are yet to be written.
    ///
    /// # Errors
    /// BufferError while somebody looks at the bytes; MemoryError.
    pub fn resize(&self, n: usize) -> PyResult<()> {
        if n == self.len() && (n == 0 || self.store.get().is_some()) {
            return Ok(());
        }
        self.check_exports()?;
        let cap = self.capacity();
        // CPython keeps one byte more, for a final 0.
        let wanted = if n < cap / 2 {
            n + 1
        } else if n < cap {
            self.len.set(n as i64);
            return Ok(());
        } else if n as f64 <= cap as f64 * 1.125 {
            n + (n >> 3) + if n < 9 { 3 } else { 6 }
        } else {
            n + 1
        };
        let store = ByteStore::new(wanted)?;
        let kept = self.len().min(n);
        // SAFETY: both stores have as many bytes.
        unsafe { std::ptr::copy_nonoverlapping(self.data(), store.data(), kept) };
        self.store.set(Some(store));
        self.len.set(n as i64);
        Ok(())
    }

    /// # Errors
    /// BufferError while somebody looks at the bytes.
    pub fn check_exports(&self) -> PyResult<()> {
        if !self.exported.get() {
            return Ok(());
        }
        if memoryview::is_exported(self) {
            return Err(exported());
        }
        self.exported.set(false);
        Ok(())
    }

    /// Replaces the content.
    pub fn set_bytes(&self, bytes: &[u8]) -> PyResult<()> {
        self.resize(bytes.len())?;
        self.write(0, bytes);
        Ok(())
    }

    /// Appends bytes, which may be the array's own.
    pub fn extend(&self, bytes: &[u8]) -> PyResult<()> {
        let n = self.len();
        if bytes.is_empty() {
            return Ok(());
        }
        let old = self.store.get();
        self.resize(n + bytes.len())?;
        self.write(n, bytes);
        // The bytes may have been in the store that was replaced.
        std::hint::black_box(old);
        Ok(())
    }

    /// Appends a byte.
    pub fn push(&self, b: u8) -> PyResult<()> {
        let n = self.len();
        self.resize(n + 1)?;
        self.set(n, b);
        Ok(())
    }

    /// Replaces bytes `i..j` by others.
    pub fn splice(&self, i: usize, j: usize, new: &[u8]) -> PyResult<()> {
        let n = self.len();
        let (gone, tail) = (j - i, n - j);
        if new.len() > gone {
            self.resize(n + (new.len() - gone))?;
            self.shift(j, i + new.len(), tail);
        } else if new.len() < gone {
            self.check_exports()?;
            self.shift(j, i + new.len(), tail);
            self.resize(n - (gone - new.len()))?;
        }
        self.write(i, new);
        Ok(())
    }
}

#[cold]
fn exported() -> Raised {
    raise(
        types::BUFFER_ERROR.get(),
        "Existing exports of data: object cannot be re-sized",
    )
}

fn of(v: Value) -> PyResult<Ref<ByteArray>> {
    v.cast::<ByteArray>()
        .ok_or_else(|| receiver::wrong("bytearray", v))
}

/// The bytes of an operand, or of an argument of most methods.
///
/// # Errors
/// TypeError for what has none.
pub fn operand(v: Value) -> PyResult<Window> {
    window::get(v, Want::View)?.ok_or_else(|| {
        raise_fmt!(
            type_error,
            "Type {} doesn't support the buffer API",
            crate::attr::type_name(v)
        )
    })
}

/// A byte given as a number or as a string of one.
pub fn byte(v: Value) -> PyResult<u8> {
    if let Some(s) = v.exact::<Str>() {
        return match s.as_ref().bytes() {
            [c] => Ok(*c),
            _ => Err(value_error("string must be of size 1")),
        };
    }
    if let Some(i) = v.as_int() {
        return in_range(i);
    }
    let none = || type_error("an integer or string of size 1 is required");
    if !number::is_index(v) {
        return Err(none());
    }
    // Only a type that is none of an integer's is told so.
    let i = number::as_index_clamped(v).map_err(|e| {
        if !pending_matches(types::TYPE_ERROR.get()) {
            return e;
        }
        thread::current().take_pending();
        none()
    })?;
    in_range(i)
}

fn in_range(i: i64) -> PyResult<u8> {
    u8::try_from(i).map_err(|_| value_error("byte must be in range(0, 256)"))
}

/// `bytearray.__new__`
pub fn new_instance(ty: Ref<Type>, _: Args<'_>) -> PyResult {
    Ok(ByteArray::alloc_for(ty, 0, None, false).into())
}

/// `bytearray(source, encoding, errors)`
pub fn init(self_: Value, args: Args<'_>) -> PyResult<()> {
    let a = of(self_)?;
    a.resize(0)?;
    let given: [Option<Value>; 3] =
        crate::types::parse::keywords(args, 0, "bytearray", &["source", "encoding", "errors"], 0)?;
    let names = codec::names("bytearray", 2, given[1], given[2])?;
    let encoded = names.encoding.is_some() || names.errors.is_some();
    let Some(source) = given[0] else {
        if encoded {
            return Err(type_error("encoding or errors without sequence argument"));
        }
        return Ok(());
    };
    if source.cast::<Str>().is_some() || source.cast::<Unicode>().is_some() {
        return init_text(a, source, &names);
    }
    if encoded {
        return Err(type_error("encoding or errors without a string argument"));
    }
    if number::is_index(source) {
        match number::as_index_or(source, overflow_error) {
            Ok(n) if n < 0 => return Err(value_error("negative count")),
            Ok(n) => {
                a.resize(n as usize)?;
                // SAFETY: the store has `len` bytes.
                unsafe { std::ptr::write_bytes(a.data(), 0, a.len()) };
                return Ok(());
            }
            Err(e) if !pending_matches(types::TYPE_ERROR.get()) => return Err(e),
            Err(Raised) => {
                thread::current().take_pending();
            }
        }
    }
    if let Some(w) = window::get(source, Want::View)? {
        return a.set_bytes(w.bytes());
    }
    let it = protocol::iter(source)?;
    super::iterators::drain(it, |v| a.push(byte(v)?))
}

fn init_text(a: Ref<ByteArray>, source: Value, names: &codec::Names) -> PyResult<()> {
    let s = match source.cast::<Str>() {
        Some(s) if names.encoding.is_none() => s,
        None if names.encoding.is_none() => {
            return Err(type_error("unicode argument without an encoding"));
        }
        _ => {
            let r = codec::encode_object(source, names)?;
            let Some(s) = r.cast::<Str>() else {
                return Err(raise_fmt!(
                    type_error,
                    "encoder did not return a str object (type={})",
                    crate::attr::type_name(r)
                ));
            };
            s
        }
    };
    a.set_bytes(s.as_ref().bytes())
}

/// Slot `buffer`.
pub fn buffer(v: Value, _: Want) -> PyResult<Option<Window>> {
    let a = of(v)?;
    // SAFETY: the bytes are there until the array changes its size.
    Ok(Some(unsafe { Window::new(a.data(), a.len(), true, v) }))
}

/// `iter(a)`
pub fn iter(v: Value) -> PyResult {
    Ok(ByteArrayIter::alloc(Some(of(v)?), 0).into())
}

/// The next byte.
pub fn iter_next(v: Value) -> PyResult<Option<Value>> {
    let Some(it) = v.cast::<ByteArrayIter>() else {
        return Ok(None);
    };
    let Some(a) = it.array.get() else {
        return Ok(None);
    };
    let i = it.index.get();
    match a.bytes().get(i as usize) {
        Some(b) => {
            it.index.set(i + 1);
            Ok(Some(Value::small_int(i64::from(*b))))
        }
        None => {
            it.array.set(None);
            Ok(None)
        }
    }
}

/// How many bytes are left.
pub fn iter_hint(it: Ref<ByteArrayIter>) -> PyResult<i64> {
    Ok(it
        .array
        .get()
        .map_or(0, |a| (a.len() as i64 - it.index.get()).max(0)))
}

/// `a.__reduce__()`
pub fn reduce(a: Ref<ByteArray>) -> PyResult {
    let text = super::unicode::from_units(a.bytes())?;
    let latin: Value = str::new(b"latin-1").into();
    let args = tuple::from_slice(&[text.into(), latin]);
    let dict = match crate::attr::find(a.into(), crate::names::dict())? {
        Some(d) => d,
        None => Value::none(),
    };
    Ok(tuple::from_slice(&[a.header.ty().into(), args.into(), dict]).into())
}
