//! The module `_foreign` (rows: spec/modules/foreign.toml): memory, libraries, and calls of C functions.
//!
//! What a C type is, and how values become arguments, is Python code (lib/_ctypes/); here are words and
//! addresses. None of it can be safe: a program that passes a wrong address ends as it would in C.

mod api;
pub mod callback;
pub mod data;
pub mod field;
pub mod form;
mod invoke;
pub mod plan;

use std::cell::Cell;
use std::ffi::{CStr, CString};
use std::fs::File;
use std::io::Write;
use std::os::fd::{FromRawFd, IntoRawFd};

use crate::builtins::{str as bytes, tuple};

use crate::error::{PyResult, Raised, no_memory, type_error, value_error};
use crate::gil::without_gil;
use crate::layouts::{ForeignMemory, List, Str, Tuple};
use crate::number::view::{self, Num};
use crate::object::Ref;

use crate::value::Value;
use crate::window::{self, Want};

/// The first page is never mapped: what points there is no address.
const FIRST: i64 = 4096;

fn word(n: u64) -> Value {
    match i64::try_from(n) {
        Ok(i) => Value::int(i),
        Err(_) => view::long(n),
    }
}

/// The low 64 bits of an int or long.
fn bits(v: Value) -> PyResult<u64> {
    match Num::of(v) {
        Some(Num::Int(i)) => Ok(i as u64),
        Some(Num::Long(n)) => Ok(n.low_u64()),
        _ => Err(type_error("an integer is required")),
    }
}

/// `load(name, flags)`
pub fn load(name: Value, flags: i32) -> PyResult<i64> {
    let name = match name.is_none() {
        true => None,
        false => Some(super::posix::path_argument(name, "dlopen", 1)?),
    };
    let text = name.as_ref().map_or(std::ptr::null(), |n| n.as_ptr());
    // SAFETY: null or a C string; what a library does when it is loaded is its own affair.
    let handle = without_gil(|| unsafe { libc::dlopen(text, flags | libc::RTLD_NOW) });
    match handle.is_null() {
        false => Ok(handle as i64),
        true => Err(last_error()),
    }
}

/// `test_library()`: a file in memory, which this process names by its number.
pub fn test_library() -> PyResult {
    static LIBRARY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/functions.so"));
    // SAFETY: a C string.
    let fd = unsafe { libc::memfd_create(c"_ctypes_test".as_ptr(), libc::MFD_CLOEXEC) };
    if fd < 0 {
        return Err(super::posix::os_error());
    }
    // SAFETY: the descriptor was just made and is nobody else's.
    let mut file = unsafe { File::from_raw_fd(fd) };
    if let Err(e) = file.write_all(LIBRARY) {
        return Err(value_error(e.to_string()));
    }
    // Open as long as the process lives.
    let fd = file.into_raw_fd();
    Ok(bytes::new(format!("/proc/self/fd/{fd}").as_bytes()).into())
}

/// The OSError for what went wrong with a library.
fn last_error() -> Raised {
    // SAFETY: null or a C string, valid until the next call.
    let text = unsafe {
        let text = libc::dlerror();
        (!text.is_null()).then(|| CStr::from_ptr(text).to_bytes().to_vec())
    };
    crate::error::raise(
        crate::types::OS_ERROR.get(),
        text.as_deref().unwrap_or(b"dlopen() error"),
    )
}

/// `unload(handle)`
pub fn unload(handle: i64) -> PyResult<()> {
    // SAFETY: a handle that `load` returned, as the caller promises.
    match unsafe { libc::dlclose(handle as *mut _) } {
        0 => Ok(()),
        _ => Err(last_error()),
    }
}

/// `fail(exception, arguments)`
pub fn fail(exception: Value, arguments: Ref<Tuple>) -> PyResult<()> {
    if !crate::exception::is_exception_class(exception) {
        return Err(type_error("an exception class is required"));
    }
    Err(crate::error::raise_value(exception, Some(arguments.into())))
}

/// `symbol(handle, name)`
pub fn symbol(handle: i64, name: Ref<Str>) -> PyResult {
    let text = CString::new(name.as_ref().bytes()).unwrap_or_default();
    // SAFETY: a handle that `load` returned, or that of the program; a C string.
    let found = unsafe { libc::dlsym(handle as *mut _, text.as_ptr()) } as u64;
    match (found, api::find(name.as_ref().bytes())) {
        (0, None) => Err(last_error()),
        (0, Some(own)) => Ok(word(own)),
        (found, _) => Ok(word(found)),
    }
}

/// `allocate(size)`
pub fn allocate(size: i64) -> PyResult<Ref<ForeignMemory>> {
    let Ok(size) = usize::try_from(size) else {
        return Err(value_error("negative size"));
    };
    // SAFETY: an allocation that `finalize` gives back.
    let address = unsafe { libc::calloc(size.max(1), 1) };
    if address.is_null() {
        return Err(no_memory());
    }
    let m = ForeignMemory::alloc(address as u64);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(m.addr() as *mut u8) };
    crate::heap::account_external(size as isize);
    Ok(m)
}

/// Frees the memory of a dead object.
pub fn finalize(m: Ref<ForeignMemory>) {
    let address = m.address.replace(0) as *mut libc::c_void;
    // SAFETY: made by `allocate`, or null.
    unsafe {
        crate::heap::account_external(-(libc::malloc_usable_size(address) as isize));
        libc::free(address);
    }
}

pub fn get_address(v: Value) -> PyResult {
    let m = v.cast::<ForeignMemory>();
    Ok(word(m.map_or(0, |m| m.address.get())))
}

fn checked(address: i64) -> PyResult<*mut u8> {
    match (0..FIRST).contains(&address) {
        true => Err(value_error("NULL pointer access")),
        false => Ok(address as *mut u8),
    }
}

/// `read(address, size)`
pub fn read(address: i64, size: i64) -> PyResult {
    if size <= 0 {
        return Ok(bytes::new(b"").into());
    }
    let at = checked(address)?;
    // SAFETY: as the caller promises.
    let data = unsafe { std::slice::from_raw_parts(at, size as usize) };
    Ok(bytes::try_new(data)?.into())
}

/// `write(address, data)`
pub fn write(address: i64, data: Ref<Str>) -> PyResult<()> {
    let data = data.as_ref().bytes();
    if data.is_empty() {
        return Ok(());
    }
    let at = checked(address)?;
    // SAFETY: as the caller promises.
    unsafe { std::ptr::copy(data.as_ptr(), at, data.len()) };
    Ok(())
}

/// `text(data)`
pub fn text(data: Ref<Str>) -> PyResult {
    let kept = bytes::storage::with_zero(data);
    let at = kept.as_ref().bytes().as_ptr() as u64;
    Ok(tuple::from_slice(&[word(at), kept.into()]).into())
}

/// `buffer(object, writable)`
pub fn buffer(object: Value, writable: bool) -> PyResult {
    let want = if writable { Want::Write } else { Want::Read };
    let Some(w) = window::get(object, want)? else {
        return Ok(Value::none());
    };
    let bytes = w.bytes();
    let parts = [
        word(bytes.as_ptr() as u64),
        Value::int(bytes.len() as i64),
        object,
    ];
    Ok(tuple::from_slice(&parts).into())
}

/// `object_address(object)`
pub fn object_address(object: Value) -> PyResult {
    Ok(word(object.bits()))
}

/// `object_at(word)`
pub fn object_at(address: Value) -> PyResult {
    let bits = bits(address)?;
    // SAFETY: a word that `object_address` returned, as the caller promises.
    unsafe { Value::from_bits(bits) }.ok_or_else(|| value_error("PyObject is NULL"))
}

thread_local! {
    static ERRNO: Cell<i32> = const { Cell::new(0) };
}

/// `text_length(address, width)`
pub fn text_length(address: i64, width: i64) -> PyResult<i64> {
    let at = checked(address)?;
    // SAFETY: text with a zero behind it, as the caller promises.
    Ok(unsafe {
        match width {
            1 => libc::strlen(at as *const _) as i64,
            _ => (0..)
                .find(|i| at.cast::<u32>().add(*i as usize).read_unaligned() == 0)
                .unwrap_or(0),
        }
    })
}

/// `refuse(message)`
pub fn refuse(message: Ref<Str>) -> PyResult<()> {
    Err(type_error(message.as_ref().bytes()))
}

/// `get_errno()`
pub fn get_errno() -> PyResult<i64> {
    Ok(i64::from(ERRNO.get()))
}

/// `set_errno(value)`
pub fn set_errno(value: i32) -> PyResult<i64> {
    Ok(i64::from(ERRNO.replace(value)))
}

/// Calls what is perhaps a function of the C API ([`api`]), which may have raised an exception.
fn own<R>(run: impl FnOnce() -> R) -> PyResult<R> {
    // What is left of an earlier call may be dead.
    api::taken();
    let answer = run();
    match crate::thread::current().has_pending() {
        true => Err(Raised),
        false => Ok(answer),
    }
}

fn words(list: Ref<List>) -> PyResult<Vec<u64>> {
    list.as_ref().items().iter().map(|v| bits(*v)).collect()
}

/// `call(function, ints, floats, stack, release, errno, long_double)`
pub fn call(
    function: i64,
    ints: Ref<List>,
    floats: Ref<List>,
    stack: Ref<List>,
    release: bool,
    errno: bool,
    long_double: bool,
) -> PyResult {
    let function = checked(function)?;
    let (ints, floats, stack) = (words(ints)?, words(floats)?, words(stack)?);
    let run = || {
        // SAFETY: errno is this thread's own.
        let place = unsafe { &mut *libc::__errno_location() };
        if errno {
            *place = ERRNO.get();
        }
        // SAFETY: a C function that takes such arguments, as the caller promises.
        let answer = unsafe { invoke::call(function, &ints, &floats, &stack, long_double) };
        if errno {
            ERRNO.set(*place);
        }
        answer
    };
    if release {
        let answer = without_gil(run);
        return Ok(tuple::from_iter_sized(6, answer.into_iter().map(word)).into());
    }
    let answer = own(run)?;
    let made = api::taken();
    let words = answer.into_iter().map(word).chain(made);
    let count = answer.len() + usize::from(made.is_some());
    Ok(tuple::from_iter_sized(count, words).into())
}
