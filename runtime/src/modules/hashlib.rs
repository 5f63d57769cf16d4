//! The module `_hashlib` (rows: spec/modules/_hashlib.toml, spec/types/hashlib.toml): hash functions by name.
//!
//! The algorithms that are always there are the same crates' as those of the modules `_md5` and so on: small
//! strings are hashed sooner than OpenSSL has looked the algorithm up. All others are OpenSSL's.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

use openssl::error::ErrorStack;
use openssl::hash::{Hasher as Other, MessageDigest};

use super::hashes::Hasher;
use super::posix;
use crate::builtins::{list, module, str as bytes};
use crate::error::{PyResult, overflow_error, type_error, value_error};
use crate::gil::without_gil;
use crate::layouts::{HashlibHash, Module, Str};
use crate::object::Ref;
use crate::types;
use crate::value::Value;
use crate::window::{self, Window};

/// A hash function with what it was fed.
#[derive(Clone)]
pub enum State {
    Known(Hasher),
    Other(Other, MessageDigest),
}

/// From this length on the global lock is given up.
const LONG: usize = 2048;

impl State {
    fn named(name: &str) -> Option<State> {
        if let Some(h) = Hasher::named(&name.to_ascii_lowercase()) {
            return Some(State::Known(h));
        }
        let algorithm = MessageDigest::from_name(name)?;
        Some(State::Other(Other::new(algorithm).ok()?, algorithm))
    }

    fn update(&mut self, data: &[u8]) -> Result<(), ErrorStack> {
        match self {
            State::Known(h) => h.update(data),
            State::Other(h, _) => h.update(data)?,
        }
        Ok(())
    }

    fn digest(&self) -> PyResult<Vec<u8>> {
        match self {
            State::Known(h) => Ok(h.digest()),
            State::Other(h, _) => {
                let digest = h.clone().finish().map_err(|_| failed())?;
                Ok(digest.to_vec())
            }
        }
    }
}

#[cold]
fn failed() -> crate::error::Raised {
    value_error("the hash function failed")
}

#[cold]
fn unsupported() -> crate::error::Raised {
    ErrorStack::get();
    value_error("unsupported hash type")
}

unsafe extern "C" {
    fn OBJ_NAME_do_all(
        kind: c_int,
        each: unsafe extern "C" fn(*const ObjectName, *mut c_void),
        data: *mut c_void,
    );
}

/// A name that the library knows something by.
#[repr(C)]
struct ObjectName {
    kind: c_int,
    alias: c_int,
    name: *const c_char,
    data: *const c_char,
}

/// Names of hash functions.
const DIGESTS: c_int = 1;

unsafe extern "C" fn note_name(n: *const ObjectName, names: *mut c_void) {
    // SAFETY: the library passes a name, and what `init` gave it.
    unsafe {
        if (*n).alias == 0 {
            let name = CStr::from_ptr((*n).name).to_string_lossy().into_owned();
            (*names.cast::<Vec<String>>()).push(name);
        }
    }
}

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    openssl::init();
    let mut names: Vec<String> = Vec::new();
    // SAFETY: the function and what it is given fit together; the vector lives that long.
    unsafe { OBJ_NAME_do_all(DIGESTS, note_name, (&raw mut names).cast()) };
    let found = list::new();
    for name in names {
        list::append(found, bytes::new(name.as_bytes()).into())?;
    }
    let found = crate::call::call_values(types::FROZENSET.get().value(), &[found.into()])?;
    module::dict(m).set_str(bytes::intern(b"openssl_md_meth_names"), found);
    Ok(())
}

pub fn finalize(h: Ref<HashlibHash>) {
    // SAFETY: called once, by the collector, for an object that nothing refers to any more.
    unsafe { std::ptr::drop_in_place(&raw mut (*h.as_ptr()).state) };
}

fn object(name: Value, state: State) -> Value {
    let owns = matches!(state, State::Other(..));
    let h = HashlibHash::alloc(name, Mutex::new(state));
    if owns {
        // SAFETY: the object is complete and its layout has a finalizer.
        unsafe { crate::heap::set_needs_drop(h.addr() as *mut u8) };
    }
    h.into()
}

/// What is hashed.
fn argument(string: Value, function: &str, number: usize) -> PyResult<Window> {
    match window::readable(string)? {
        Some(w) => Ok(w),
        None => Err(window::not(
            string,
            function,
            number,
            window::wanted(string),
        )),
    }
}

/// Hashes more, for long strings without the global lock.
fn feed(state: &mut State, w: Window) -> PyResult<()> {
    let data = w.bytes();
    let done = if data.len() < LONG || !crate::gil::is_shared() {
        state.update(data)
    } else if w.owner().cast::<Str>().is_some() {
        // A string does not change.
        without_gil(|| state.update(data))
    } else {
        let data = data.to_vec();
        without_gil(|| state.update(&data))
    };
    done.map_err(|_| failed())
}

/// `new(name[, string])`
pub fn new(name: Value, string: Option<Value>) -> PyResult {
    let text = match name.cast::<Str>() {
        Some(s) => s,
        None => match crate::builtins::unicode::encode_default(name)? {
            Some(s) => s,
            None => return Err(type_error("name must be a string")),
        },
    };
    let found = std::str::from_utf8(text.as_ref().bytes()).ok();
    let Some(mut state) = found.and_then(State::named) else {
        return Err(unsupported());
    };
    if let Some(s) = string {
        feed(&mut state, argument(s, "new", 2)?)?;
    }
    Ok(object(name, state))
}

fn known(name: &'static str, string: Option<Value>) -> PyResult {
    let Some(mut state) = Hasher::named(name).map(State::Known) else {
        return Err(unsupported());
    };
    if let Some(s) = string {
        let Some(w) = window::readable(s)? else {
            let function = format!("openssl_{name}");
            return Err(window::not(s, &function, 1, window::wanted(s)));
        };
        feed(&mut state, w)?;
    }
    Ok(object(bytes::intern_static(name).into(), state))
}

macro_rules! constructors {
    ($($f:ident $name:literal;)*) => { $(
        pub fn $f(string: Option<Value>) -> PyResult {
            known($name, string)
        }
    )* };
}
constructors! {
    new_md5 "md5";
    new_sha1 "sha1";
    new_sha224 "sha224";
    new_sha256 "sha256";
    new_sha384 "sha384";
    new_sha512 "sha512";
}

/// The state, which other threads may be using: it is waited for without the global lock, which they want
/// before they give it back.
fn state(h: &HashlibHash) -> MutexGuard<'_, State> {
    match h.state.try_lock() {
        Ok(state) => state,
        Err(TryLockError::Poisoned(e)) => e.into_inner(),
        Err(TryLockError::WouldBlock) => {
            without_gil(|| h.state.lock().unwrap_or_else(PoisonError::into_inner))
        }
    }
}

pub fn update(h: Ref<HashlibHash>, string: Value) -> PyResult<()> {
    let w = argument(string, "update", 1)?;
    feed(&mut state(h.as_ref()), w)
}

pub fn digest(h: Ref<HashlibHash>) -> PyResult {
    let digest = state(h.as_ref()).digest()?;
    Ok(bytes::new(&digest).into())
}

pub fn hexdigest(h: Ref<HashlibHash>) -> PyResult {
    let digest = state(h.as_ref()).digest()?;
    super::binascii::hex_digits(&digest)
}

pub fn copy(h: Ref<HashlibHash>) -> PyResult {
    let copy = state(h.as_ref()).clone();
    Ok(object(h.name.get(), copy))
}

fn of(v: Value) -> PyResult<Ref<HashlibHash>> {
    v.cast::<HashlibHash>()
        .ok_or_else(|| type_error("expected a hash object"))
}

/// Bytes of a digest and of a block.
fn sizes(v: Value) -> PyResult<(i64, i64)> {
    let h = of(v)?;
    Ok(match &*state(h.as_ref()) {
        State::Known(h) => h.sizes(),
        State::Other(_, algorithm) => (algorithm.size() as i64, algorithm.block_size() as i64),
    })
}

pub fn get_digest_size(v: Value) -> PyResult {
    Ok(Value::int(sizes(v)?.0))
}

pub fn get_block_size(v: Value) -> PyResult {
    Ok(Value::int(sizes(v)?.1))
}

pub fn repr(v: Value) -> PyResult {
    let h = of(v)?;
    let name = crate::protocol::str(h.name.get())?.as_ref().to_text();
    let text = format!("<{name} HASH object @ {:#x}>", h.addr());
    Ok(bytes::from_text(&text).into())
}

/// A copy of what a key is made of.
fn secret(v: Value, number: usize, too_long: &str) -> PyResult<Vec<u8>> {
    let w = argument(v, "pbkdf2_hmac", number)?;
    if i32::try_from(w.len()).is_err() {
        return Err(overflow_error(too_long));
    }
    Ok(w.bytes().to_vec())
}

/// `pbkdf2_hmac(hash_name, password, salt, iterations[, dklen])`
pub fn pbkdf2_hmac(
    hash_name: Value,
    password: Value,
    salt: Value,
    iterations: i64,
    dklen: Option<Value>,
) -> PyResult {
    let name = posix::string(hash_name, "pbkdf2_hmac", 1)?;
    let password = secret(password, 2, "password is too long.")?;
    let salt = secret(salt, 3, "salt is too long.")?;
    let algorithm = name.to_str().ok().and_then(MessageDigest::from_name);
    let Some(algorithm) = algorithm else {
        return Err(unsupported());
    };
    if iterations < 1 {
        return Err(value_error("iteration value must be greater than 0."));
    }
    if iterations > i64::from(i32::MAX) {
        return Err(overflow_error("iteration value is too great."));
    }
    let length = match dklen.filter(|v| !v.is_none()) {
        Some(v) => crate::number::int_from_value(v)?,
        None => algorithm.size() as i64,
    };
    if length < 1 {
        return Err(value_error("key length must be greater than 0."));
    }
    if length > i64::from(i32::MAX) {
        return Err(overflow_error("key length is too great."));
    }
    let mut key = vec![0; length as usize];
    let n = iterations as usize;
    let done =
        without_gil(|| openssl::pkcs5::pbkdf2_hmac(&password, &salt, n, algorithm, &mut key));
    if done.is_err() {
        return Err(unsupported());
    }
    Ok(bytes::try_new(&key)?.into())
}
