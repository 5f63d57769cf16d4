//! The module `select` (rows: spec/modules/select.toml, spec/types/select.toml).

pub mod epoll;
pub mod poll;

use std::ffi::CStr;

use super::native_error::NativeError;
use crate::builtins::{list, module, str as bytes, tuple};
use crate::error::{PyResult, Raised, overflow_error, type_error, value_error};
use crate::gil::without_gil;
use crate::layouts::{List, Long, Module};
use crate::object::Ref;
use crate::value::Value;

static ERROR: NativeError = NativeError::new();

pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    let error = ERROR.create("select", "error", crate::types::EXCEPTION.get())?;
    d.set_str(bytes::intern(b"error"), error);
    d.set_str(bytes::intern(b"epoll"), crate::types::EPOLL.get().value());
    Ok(())
}

/// A descriptor: a number, or what an object's `fileno()` says.
fn descriptor(v: Value) -> PyResult<i32> {
    let number = |v: Value| {
        // What no C int holds is refused like -1.
        let n = crate::number::int_from_value(v);
        Ok(match n.map(i32::try_from) {
            Ok(n) => n.unwrap_or(-1),
            Err(e) if !crate::exception::pending_matches(crate::types::OVERFLOW_ERROR.get()) => {
                return Err(e);
            }
            Err(_) => {
                crate::thread::current().take_pending();
                -1
            }
        })
    };
    let is_number = |v: Value| v.as_int().is_some() || v.cast::<Long>().is_some();
    let fd = if is_number(v) {
        number(v)?
    } else {
        let Some(fileno) = crate::attr::find(v, bytes::intern(b"fileno"))? else {
            return Err(type_error(
                "argument must be an int, or have a fileno() method",
            ));
        };
        let fd = crate::call::call_values(fileno, &[])?;
        if !is_number(fd) {
            return Err(type_error("fileno() returned a non-integer"));
        }
        number(fd)?
    };
    if fd < 0 {
        return Err(raise_fmt!(
            value_error,
            "file descriptor cannot be a negative integer ({fd})"
        ));
    }
    Ok(fd)
}

fn raise(class: Value, errno: i32) -> Raised {
    if errno == libc::EINTR
        && let Err(e) = super::signal::check_signals()
    {
        return e;
    }
    // SAFETY: strerror returns a string that lives at least until the next call in this thread.
    let text = unsafe { CStr::from_ptr(libc::strerror(errno)) };
    let args = [
        Value::int(i64::from(errno)),
        bytes::new(text.to_bytes()).into(),
    ];
    crate::error::raise_value(class, Some(tuple::from_slice(&args).into()))
}

/// `select.error` for the errno.
fn select_error(errno: i32) -> Raised {
    match ERROR.class() {
        Ok(class) => raise(class, errno),
        Err(e) => e,
    }
}

fn io_error(errno: i32) -> Raised {
    raise(crate::types::IO_ERROR.get().value(), errno)
}

fn errno() -> i32 {
    std::io::Error::last_os_error().raw_os_error().unwrap_or(0)
}

/// One of the three sets.
struct Set {
    bits: libc::fd_set,
    /// The objects, and in the same order their descriptors.
    objects: Ref<List>,
    fds: Vec<i32>,
}

impl Set {
    fn of(sequence: Value) -> PyResult<Set> {
        // SAFETY: plain data, for which zeros are valid.
        let mut bits: libc::fd_set = unsafe { std::mem::zeroed() };
        let objects = list::new();
        let mut fds = Vec::new();
        let iterator = match crate::protocol::iter(sequence) {
            Ok(i) => i,
            Err(e) => {
                return Err(
                    if crate::exception::pending_matches(crate::types::TYPE_ERROR.get()) {
                        type_error("arguments 1-3 must be sequences")
                    } else {
                        e
                    },
                );
            }
        };
        crate::protocol::for_each(iterator, |v| {
            let fd = descriptor(v)?;
            if fd as usize >= libc::FD_SETSIZE {
                return Err(value_error("filedescriptor out of range in select()"));
            }
            // SAFETY: the descriptor is less than FD_SETSIZE.
            unsafe { libc::FD_SET(fd, &mut bits) };
            objects.push(v);
            fds.push(fd);
            Ok(())
        })?;
        Ok(Set { bits, objects, fds })
    }

    /// Those whose bits are set.
    fn ready(&self) -> Value {
        let out = list::new();
        for (fd, v) in self.fds.iter().zip(self.objects.as_ref().items()) {
            // SAFETY: the descriptor is less than FD_SETSIZE.
            if unsafe { libc::FD_ISSET(*fd, &self.bits) } {
                out.push(*v);
            }
        }
        out.into()
    }
}

pub fn select(r: Value, w: Value, x: Value, timeout: Option<Value>) -> PyResult {
    let mut limit = match timeout.filter(|t| !t.is_none()) {
        None => None,
        Some(t) => {
            if !crate::number::is_number(t) {
                return Err(type_error("timeout must be a float or None"));
            }
            let seconds = crate::number::to_f64(t)?;
            if seconds > i64::MAX as f64 {
                return Err(overflow_error("timeout period too long"));
            }
            let whole = seconds.floor();
            Some(libc::timeval {
                tv_sec: whole as libc::time_t,
                tv_usec: ((seconds - whole) * 1e6) as libc::suseconds_t,
            })
        }
    };
    let mut sets = [Set::of(r)?, Set::of(w)?, Set::of(x)?];
    let highest = sets.iter().flat_map(|s| &s.fds).max().copied();
    let [r, w, x] = &mut sets;
    crate::interrupt::before_waiting()?;
    let n = without_gil(|| {
        let limit = limit
            .as_mut()
            .map_or(std::ptr::null_mut(), std::ptr::from_mut);
        // SAFETY: three local sets, and a local time or null.
        unsafe {
            libc::select(
                highest.map_or(0, |h| h + 1),
                &mut r.bits,
                &mut w.bits,
                &mut x.bits,
                limit,
            )
        }
    });
    if n < 0 {
        return Err(select_error(errno()));
    }
    let ready = sets.map(|s| {
        if n == 0 {
            list::new().into()
        } else {
            s.ready()
        }
    });
    Ok(tuple::from_slice(&ready).into())
}
