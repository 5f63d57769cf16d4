//! Epoll objects.

use super::{descriptor, errno, io_error};
use crate::builtins::{list, tuple};
use crate::call::Args;
use crate::error::{PyResult, type_error, value_error};
use crate::gil::without_gil;
use crate::layouts::EpollObject;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;

/// How many events are asked for at a time unless told otherwise.
const MAX_EVENTS: i32 = libc::FD_SETSIZE as i32 - 1;

fn create(ty: Ref<Type>, fd: i32) -> Value {
    let e = EpollObject::alloc_for(ty, i64::from(fd));
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(e.addr() as *mut u8) };
    e.into()
}

/// `epoll([sizehint])`
pub fn new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let [hint] = crate::types::parse::keywords(args, 0, "epoll", &["sizehint"], 0)?;
    let hint = match hint {
        None => -1,
        Some(v) => crate::number::i32_from_value(v)?,
    };
    if hint == 0 || hint < -1 {
        return Err(raise_fmt!(
            value_error,
            "sizehint must be greater zero, got {hint}"
        ));
    }
    // SAFETY: a call without memory arguments.
    let fd = crate::finalizers::with_descriptors(|| unsafe { libc::epoll_create1(0) });
    if fd < 0 {
        return Err(io_error(errno()));
    }
    Ok(create(ty, fd))
}

pub fn fromfd(_class: Value, fd: i32) -> PyResult {
    Ok(create(crate::types::EPOLL.get(), fd))
}

/// Called by the collector for a dead object.
pub fn finalize(e: Ref<EpollObject>) {
    let fd = e.fd.replace(-1);
    if fd >= 0 {
        // SAFETY: the descriptor belongs to the object.
        unsafe { libc::close(fd as i32) };
    }
}

fn fd_of(e: Ref<EpollObject>) -> PyResult<i32> {
    match e.fd.get() {
        fd if fd >= 0 => Ok(fd as i32),
        _ => Err(value_error("I/O operation on closed epoll fd")),
    }
}

pub fn close(e: Ref<EpollObject>) -> PyResult<()> {
    let fd = e.fd.replace(-1);
    // SAFETY: the descriptor belongs to the object.
    if fd >= 0 && unsafe { libc::close(fd as i32) } < 0 {
        return Err(io_error(errno()));
    }
    Ok(())
}

pub fn fileno(e: Ref<EpollObject>) -> PyResult {
    Ok(Value::int(i64::from(fd_of(e)?)))
}

pub fn get_closed(v: Value) -> PyResult {
    match v.cast::<EpollObject>() {
        Some(e) => Ok(Value::bool(e.fd.get() < 0)),
        None => Err(type_error("expected an epoll object")),
    }
}

fn control(e: Ref<EpollObject>, operation: i32, fd: Value, events: i64) -> PyResult<()> {
    let epoll = fd_of(e)?;
    let fd = descriptor(fd)?;
    let mut event = libc::epoll_event {
        events: events as u32,
        u64: fd as u64,
    };
    // SAFETY: a local structure.
    if unsafe { libc::epoll_ctl(epoll, operation, fd, &mut event) } < 0 {
        let code = errno();
        // A file that was closed has left by itself.
        if operation == libc::EPOLL_CTL_DEL && code == libc::EBADF {
            return Ok(());
        }
        return Err(io_error(code));
    }
    Ok(())
}

pub fn register(e: Ref<EpollObject>, fd: Value, events: i64) -> PyResult<()> {
    control(e, libc::EPOLL_CTL_ADD, fd, events)
}

pub fn modify(e: Ref<EpollObject>, fd: Value, events: i64) -> PyResult<()> {
    control(e, libc::EPOLL_CTL_MOD, fd, events)
}

pub fn unregister(e: Ref<EpollObject>, fd: Value) -> PyResult<()> {
    control(e, libc::EPOLL_CTL_DEL, fd, 0)
}

pub fn wait(e: Ref<EpollObject>, timeout: f64, max: i32) -> PyResult {
    let epoll = fd_of(e)?;
    let millis = if timeout < 0.0 {
        -1
    } else if timeout * 1000.0 > f64::from(i32::MAX) {
        return Err(crate::error::overflow_error("timeout is too large"));
    } else {
        (timeout * 1000.0) as i32
    };
    let max = match max {
        -1 => MAX_EVENTS,
        m if m < 1 => {
            return Err(raise_fmt!(
                value_error,
                "maxevents must be greater than 0, got {m}"
            ));
        }
        m => m,
    };
    let mut events = vec![libc::epoll_event { events: 0, u64: 0 }; max as usize];
    crate::interrupt::before_waiting()?;
    // SAFETY: a local array of the length told.
    let n = without_gil(|| unsafe { libc::epoll_wait(epoll, events.as_mut_ptr(), max, millis) });
    let Ok(n) = usize::try_from(n) else {
        return Err(io_error(errno()));
    };
    let out = list::new();
    for event in &events[..n] {
        let (fd, bits) = (event.u64, event.events);
        let parts = [Value::int(fd as i64), Value::int(i64::from(bits))];
        out.push(tuple::from_slice(&parts).into());
    }
    Ok(out.into())
}
