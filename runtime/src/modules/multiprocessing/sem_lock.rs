//! Semaphores that processes share: the system's named ones, whose name is gone as soon as they are
//! there. A process that is forked has them at the same address.

use std::sync::atomic::{AtomicU32, Ordering};

use super::{errno, os_error};
use crate::call::Args;
use crate::error::{PyResult, Raised, assertion_error, type_error, value_error};
use crate::gil::without_gil;
use crate::layouts::SemLock;
use crate::object::Ref;
use crate::thread;
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;

/// The highest value of a semaphore of the system.
pub const VALUE_MAX: i64 = i32::MAX as i64;
const RECURSIVE: i64 = 0;
const SEMAPHORE: i64 = 1;

static NAMES: AtomicU32 = AtomicU32::new(0);

fn semaphore(s: Ref<SemLock>) -> *mut libc::sem_t {
    std::ptr::with_exposed_provenance_mut(s.handle.get() as usize)
}

/// `SemLock(kind, value, maxvalue)`
pub fn new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let names = ["kind", "value", "maxvalue"];
    let given = parse::by_name(args, 0, "", &names, 3)?;
    let number = |i: usize| {
        given.reach(i)?;
        crate::number::i32_from_value(given.values[i].unwrap_or(Value::none()))
    };
    let (kind, value, max) = (number(0)?, number(1)?, number(2)?);
    given.reach(3)?;
    if i64::from(kind) != RECURSIVE && i64::from(kind) != SEMAPHORE {
        return Err(value_error("unrecognized kind"));
    }
    let handle = create(value)?;
    Ok(SemLock::alloc_for(ty, handle, i64::from(kind), i64::from(max), 0, 0).into())
}

fn create(value: i32) -> PyResult<i64> {
    let number = NAMES.fetch_add(1, Ordering::Relaxed);
    let Ok(name) = std::ffi::CString::new(format!("/mp{}-{number}", std::process::id())) else {
        return Err(os_error(libc::EINVAL));
    };
    // SAFETY: a C string; the semaphore stays when its name goes.
    let found = unsafe {
        let s = libc::sem_open(
            name.as_ptr(),
            libc::O_CREAT | libc::O_EXCL,
            0o600 as libc::c_uint,
            value as libc::c_uint,
        );
        if s != libc::SEM_FAILED {
            libc::sem_unlink(name.as_ptr());
        }
        s
    };
    if found == libc::SEM_FAILED {
        return Err(os_error(errno()));
    }
    Ok(found.expose_provenance() as i64)
}

pub fn rebuild(class: Value, handle: i64, kind: i32, max: i32) -> PyResult {
    let ty = class
        .cast::<Type>()
        .ok_or_else(|| type_error("expected a type"))?;
    Ok(SemLock::alloc_for(ty, handle, i64::from(kind), i64::from(max), 0, 0).into())
}

fn mine(s: Ref<SemLock>) -> bool {
    s.count.get() > 0 && s.owner.get() == thread::current().ident.get()
}

/// Waits, at most so many seconds; whether it has been taken.
fn wait(s: Ref<SemLock>, block: bool, seconds: Option<f64>) -> PyResult<bool> {
    let at = semaphore(s);
    let deadline = seconds.map(|seconds| {
        // SAFETY: a local structure.
        let mut now: libc::timespec = unsafe { std::mem::zeroed() };
        // SAFETY: as above.
        unsafe { libc::clock_gettime(libc::CLOCK_REALTIME, &mut now) };
        let whole = seconds.floor().min(1e12);
        now.tv_sec += whole as i64;
        now.tv_nsec += ((seconds - seconds.floor()) * 1e9) as i64;
        now.tv_sec += now.tv_nsec / 1_000_000_000;
        now.tv_nsec %= 1_000_000_000;
        now
    });
    crate::interrupt::before_waiting()?;
    loop {
        // SAFETY: a semaphore of the system, which is never closed.
        let taken = unsafe {
            match &deadline {
                _ if libc::sem_trywait(at) == 0 => 0,
                _ if !block => -1,
                Some(until) => without_gil(|| libc::sem_timedwait(at, until)),
                None => without_gil(|| libc::sem_wait(at)),
            }
        };
        if taken == 0 {
            return Ok(true);
        }
        match errno() {
            libc::EAGAIN | libc::ETIMEDOUT => return Ok(false),
            libc::EINTR => crate::modules::signal::check_signals()?,
            e => return Err(os_error(e)),
        }
    }
}

pub fn acquire(s: Ref<SemLock>, block: i32, timeout: Option<Value>) -> PyResult<bool> {
    if s.kind.get() == RECURSIVE && mine(s) {
        s.count.set(s.count.get() + 1);
        return Ok(true);
    }
    let seconds = match timeout.filter(|t| !t.is_none()) {
        Some(t) => Some(crate::number::to_f64(t)?.max(0.0)),
        None => None,
    };
    let taken = wait(s, block != 0, seconds)?;
    if taken {
        s.count.set(s.count.get() + 1);
        s.owner.set(thread::current().ident.get());
    }
    Ok(taken)
}

pub fn release(s: Ref<SemLock>) -> PyResult<()> {
    if s.kind.get() == RECURSIVE {
        if !mine(s) {
            return Err(assertion_error(
                "attempt to release recursive lock not owned by thread",
            ));
        }
        if s.count.get() > 1 {
            s.count.set(s.count.get() - 1);
            return Ok(());
        }
    } else if value(s)? >= s.maxvalue.get() {
        return Err(value_error("semaphore or lock released too many times"));
    }
    // SAFETY: a semaphore of the system, which is never closed.
    if unsafe { libc::sem_post(semaphore(s)) } < 0 {
        return Err(os_error(errno()));
    }
    s.count.set(s.count.get() - 1);
    Ok(())
}

pub fn enter(s: Ref<SemLock>) -> PyResult<bool> {
    acquire(s, 1, None)
}

pub fn exit(s: Ref<SemLock>, _args: &[Value]) -> PyResult<()> {
    release(s)
}

fn value(s: Ref<SemLock>) -> PyResult<i64> {
    let mut n = 0;
    // SAFETY: a semaphore of the system, and a local int.
    if unsafe { libc::sem_getvalue(semaphore(s), &mut n) } < 0 {
        return Err(os_error(errno()));
    }
    Ok(i64::from(n.max(0)))
}

pub fn get_value(s: Ref<SemLock>) -> PyResult<i64> {
    value(s)
}

pub fn is_zero(s: Ref<SemLock>) -> PyResult<bool> {
    Ok(value(s)? == 0)
}

pub fn count(s: Ref<SemLock>) -> PyResult<i64> {
    Ok(s.count.get())
}

pub fn is_mine(s: Ref<SemLock>) -> PyResult<bool> {
    Ok(mine(s))
}

pub fn after_fork(s: Ref<SemLock>) -> PyResult<()> {
    s.count.set(0);
    Ok(())
}

fn of(v: Value) -> Result<Ref<SemLock>, Raised> {
    v.cast::<SemLock>()
        .ok_or_else(|| type_error("expected a SemLock"))
}

pub fn get_handle(v: Value) -> PyResult {
    Ok(Value::int(of(v)?.handle.get()))
}
pub fn get_kind(v: Value) -> PyResult {
    Ok(Value::int(of(v)?.kind.get()))
}
pub fn get_maxvalue(v: Value) -> PyResult {
    Ok(Value::int(of(v)?.maxvalue.get()))
}
