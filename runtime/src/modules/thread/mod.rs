//! The module `thread` (rows: spec/modules/thread.toml, spec/types/thread.toml).

mod futex;
pub mod local;

use std::sync::atomic::{AtomicI64, Ordering};

use super::native_error::NativeError;
use crate::builtins::{module, str as bytes};
use crate::call::Args;
use crate::error::{PyResult, raise_value, type_error};
use crate::gil::without_gil;
use crate::heap::Handle;
use crate::layouts::{Dict, Lock, Module, Tuple};
use crate::object::Ref;
use crate::thread;
use crate::value::Value;

pub use futex::Futex;

static ERROR: NativeError = NativeError::new();

/// Threads that run.
static COUNT: AtomicI64 = AtomicI64::new(0);
/// What `stack_size` was given.
static STACK_SIZE: AtomicI64 = AtomicI64::new(0);
/// CPython's least stack.
const MIN_STACK: i64 = 32 << 10;
/// Native stack of a thread unless told otherwise: address space only, until it is used.
const DEFAULT_STACK: usize = 64 << 20;
/// A frame takes more native stack here than in CPython, for which programs chose a size.
const STACK_FACTOR: usize = 4;
const STACK_EXTRA: usize = 4 << 20;

pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    let error = ERROR.create("thread", "error", crate::types::EXCEPTION.get())?;
    d.set_str(bytes::intern(b"error"), error);
    d.set_str(bytes::intern(b"LockType"), crate::types::LOCK.get().value());
    d.set_str(
        bytes::intern(b"_local"),
        crate::types::THREAD_LOCAL.get().value(),
    );
    Ok(())
}

pub fn start_new_thread(function: Value, args: Value, kwargs: Option<Value>) -> PyResult<i64> {
    if !crate::protocol::is_callable(function) {
        return Err(type_error("first arg must be callable"));
    }
    if args.cast::<Tuple>().is_none() {
        return Err(type_error("2nd arg must be a tuple"));
    }
    if kwargs.is_some_and(|k| k.cast::<Dict>().is_none()) {
        return Err(type_error("optional 3rd arg must be a dictionary"));
    }
    let given = match STACK_SIZE.load(Ordering::Relaxed) {
        0 => DEFAULT_STACK,
        n => (n as usize)
            .saturating_mul(STACK_FACTOR)
            .saturating_add(STACK_EXTRA),
    };
    let handles = [
        Handle::new(function.bits()),
        Handle::new(args.bits()),
        Handle::new(kwargs.map_or(0, Value::bits)),
    ];
    match thread::spawn(given, move || run(handles)) {
        Ok(ident) => Ok(ident as i64),
        Err(_) => Err(ERROR.raise("can't start new thread")),
    }
}

/// The life of a thread.
fn run(handles: [Handle; 3]) {
    // SAFETY: the handles were made of values.
    let [function, args, kwargs] = handles.map(|h| unsafe { Value::from_bits(h.get()) });
    let Some(function) = function else { return };
    COUNT.fetch_add(1, Ordering::SeqCst);
    if crate::call::call_ex(function, Args::NONE, args, kwargs).is_err() {
        if crate::exception::pending_matches(crate::types::SYSTEM_EXIT.get()) {
            thread::current().take_pending();
        } else {
            report(function);
        }
    }
    COUNT.fetch_sub(1, Ordering::SeqCst);
}

/// Prints the exception that ended a thread.
fn report(function: Value) {
    let t = thread::current();
    let e = crate::exception::normalize(t.take_pending());
    let shown = crate::protocol::repr(function).map(|s| s.as_ref().bytes().to_vec());
    t.take_pending();
    let mut text = b"Unhandled exception in thread started by ".to_vec();
    text.extend(shown.unwrap_or_default());
    text.push(b'\n');
    if let Some(f) = crate::output::sys_attribute(crate::names::stderr()).filter(|f| !f.is_none())
        && crate::output::write_bytes(f, &text).is_err()
    {
        t.take_pending();
    }
    super::sys::print_exception(e);
}

pub fn exit() -> PyResult<()> {
    Err(raise_value(crate::types::SYSTEM_EXIT.get().into(), None))
}

pub fn interrupt_main() -> PyResult<()> {
    crate::signals::simulate(libc::SIGINT as usize);
    super::signal::check_signals()
}

pub fn get_ident() -> PyResult<i64> {
    Ok(thread::current().ident.get() as i64)
}

pub fn count() -> PyResult<i64> {
    Ok(COUNT.load(Ordering::SeqCst))
}

/// In the child of a fork, only its main thread is left.
pub(crate) fn after_fork_in_child() {
    COUNT.store(0, Ordering::SeqCst);
}

pub fn stack_size(size: i64) -> PyResult<i64> {
    if size < 0 {
        return Err(crate::error::value_error(
            "size must be 0 or a positive value",
        ));
    }
    if size != 0 && size < MIN_STACK {
        return Err(raise_fmt!(
            crate::error::value_error,
            "size not valid: {size} bytes"
        ));
    }
    Ok(STACK_SIZE.swap(size, Ordering::Relaxed))
}

pub fn allocate_lock() -> PyResult<Ref<Lock>> {
    Ok(Lock::alloc(Futex::new()))
}

pub fn acquire(lock: Ref<Lock>, wait: i32) -> PyResult<bool> {
    let futex = &lock.as_ref().futex;
    if futex.try_lock() {
        return Ok(true);
    }
    if wait == 0 {
        return Ok(false);
    }
    crate::interrupt::before_waiting()?;
    without_gil(|| futex.lock());
    Ok(true)
}

pub fn release(lock: Ref<Lock>) -> PyResult<()> {
    if lock.as_ref().futex.unlock() {
        Ok(())
    } else {
        Err(ERROR.raise("release unlocked lock"))
    }
}

pub fn locked(lock: Ref<Lock>) -> PyResult<bool> {
    Ok(lock.as_ref().futex.is_locked())
}

pub fn enter(lock: Ref<Lock>) -> PyResult<bool> {
    acquire(lock, 1)
}

pub fn exit_lock(lock: Ref<Lock>, _args: &[Value]) -> PyResult<()> {
    release(lock)
}
