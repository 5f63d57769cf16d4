//! The buffer interface: objects that show their bytes to others.
//!
//! Python 2.7 has two such interfaces, and which objects offer which of them shows: `buffer`, files and
//! most arguments of native functions go by the older one with its three questions, memoryviews and the
//! methods of bytearrays by the newer one. A type answers all of them in its slot `buffer`.
//!
//! A [`Window`] is looked through at once and never kept: the object may move or free its bytes when
//! Python code runs. Who keeps a view (`memoryview`, `buffer`) keeps the object and asks again, or counts as
//! an export (see [`crate::builtins::memoryview`]).

use crate::attr::type_name;
use crate::builtins::unicode;
use crate::error::{PyResult, Raised, type_error};
use crate::layouts::{ByteArray, Str};
use crate::object::Ref;
use crate::value::Value;

/// In which way somebody asks for bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Want {
    /// The older interface, for reading.
    Read,
    /// The older interface, for writing.
    Write,
    /// The older interface, for characters.
    Text,
    /// The newer interface.
    View,
}

/// Memory of an object.
#[derive(Clone, Copy)]
pub struct Window {
    data: *mut u8,
    len: usize,
    pub writable: bool,
    /// What the memory belongs to.
    owner: Value,
}

impl Window {
    /// A window on `len` bytes at `data`.
    ///
    /// # Safety
    /// They are there as long as `owner` lives and no code runs that changes it, and if `writable` may be
    /// written.
    pub unsafe fn new(data: *mut u8, len: usize, writable: bool, owner: Value) -> Window {
        Window {
            data,
            len,
            writable,
            owner,
        }
    }

    /// A window on a string.
    pub fn of_str(s: Ref<Str>) -> Window {
        let b = s.as_ref().bytes();
        Window {
            data: b.as_ptr().cast_mut(),
            len: b.len(),
            writable: false,
            owner: s.into(),
        }
    }

    #[inline]
    pub fn len(&self) -> usize {
        self.len
    }

    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The bytes. Not to be held while Python code may run.
    #[inline]
    pub fn bytes(&self) -> &[u8] {
        if self.len == 0 {
            return &[];
        }
        // SAFETY: promised by `new`, and the owner is reachable from here.
        unsafe { std::slice::from_raw_parts(self.data, self.len) }
    }

    /// A part of it.
    pub fn part(&self, range: std::ops::Range<usize>) -> Window {
        let end = range.end.min(self.len);
        let start = range.start.min(end);
        Window {
            // SAFETY: within the window.
            data: unsafe { self.data.add(start) },
            len: end - start,
            ..*self
        }
    }

    /// The same, not to be written.
    pub fn read_only(self) -> Window {
        Window {
            writable: false,
            ..self
        }
    }

    /// Writes bytes at `at`, which may come from the same memory; false when they do not fit or must not
    /// be written.
    pub fn write(&self, at: usize, bytes: &[u8]) -> bool {
        let fits = at
            .checked_add(bytes.len())
            .is_some_and(|end| end <= self.len);
        if self.writable && fits {
            // SAFETY: promised by `new`; the range is within the window.
            unsafe { std::ptr::copy(bytes.as_ptr(), self.data.add(at), bytes.len()) };
        }
        self.writable && fits
    }

    /// What the memory belongs to.
    pub fn owner(&self) -> Value {
        self.owner
    }
}

/// The bytes of an object, asked for in this way; `None` when it does not have them.
#[inline]
pub fn get(v: Value, want: Want) -> PyResult<Option<Window>> {
    match v.ty().slots.buffer.get() {
        Some(f) => f(v, want),
        None => Ok(None),
    }
}

/// Does the type take part at all?
pub fn has(v: Value) -> bool {
    v.ty().slots.buffer.get().is_some()
}

/// CPython's format "s*": text in the default encoding, or any bytes, for reading.
pub fn readable(v: Value) -> PyResult<Option<Window>> {
    if let Some(s) = v.cast::<Str>() {
        return Ok(Some(Window::of_str(s)));
    }
    if let Some(s) = unicode::encode_default(v)? {
        return Ok(Some(Window::of_str(s)));
    }
    match get(v, Want::View)? {
        Some(w) => Ok(Some(w)),
        None => get(v, Want::Read),
    }
}

/// CPython's format "s#": text in the default encoding, or bytes of the older interface whose place is
/// fixed, which those of a bytearray are not.
pub fn read_only(v: Value) -> PyResult<Option<Window>> {
    if let Some(s) = v.cast::<Str>() {
        return Ok(Some(Window::of_str(s)));
    }
    if let Some(s) = unicode::encode_default(v)? {
        return Ok(Some(Window::of_str(s)));
    }
    if v.cast::<ByteArray>().is_some() {
        return Ok(None);
    }
    get(v, Want::Read)
}

/// CPython's format "s*" as the argument of a function.
///
/// # Errors
/// TypeError for objects without bytes.
pub fn argument(v: Value, function: &str, number: usize) -> PyResult<Window> {
    readable(v)?.ok_or_else(|| not(v, function, number, wanted(v)))
}

/// How CPython's format "s*" calls what it wants: every class has its table of buffer functions, an empty one.
pub fn wanted(v: Value) -> &'static str {
    if v.ty().has(crate::typeobj::flags::HEAP) {
        "convertible to a buffer"
    } else {
        "string or buffer"
    }
}

/// CPython's format "w*" as the argument of a function: bytes to be written.
///
/// # Errors
/// TypeError for objects without.
pub fn writable_argument(v: Value, function: &str, number: usize) -> PyResult<Window> {
    let found = match get(v, Want::View)? {
        Some(w) => Some(w),
        None => match v.cast::<Str>() {
            Some(_) => None,
            None => get(v, Want::Write)?,
        },
    };
    found
        .filter(|w| w.writable)
        .ok_or_else(|| not(v, function, number, "read-write buffer"))
}

/// "f() argument 1 must be string or buffer, not int"
#[cold]
pub fn not(v: Value, function: &str, number: usize, what: &str) -> Raised {
    let got = if v.is_none() { "None" } else { type_name(v) };
    let call = match function {
        "" => String::new(),
        _ => format!("{function}() "),
    };
    type_error(format!("{call}argument {number} must be {what}, not {got}"))
}

/// The newer interface, without which it is an error.
///
/// # Errors
/// TypeError.
pub fn view(v: Value) -> PyResult<Window> {
    get(v, Want::View)?.ok_or_else(|| {
        raise_fmt!(
            type_error,
            "'{}' does not have the buffer interface",
            type_name(v)
        )
    })
}
