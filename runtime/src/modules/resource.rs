//! The module `resource` (rows: spec/modules/resource.toml).

use crate::builtins::{list, module, str as bytes, tuple};
use crate::error::{PyResult, value_error};
use crate::layouts::Module;
use crate::value::Value;

use super::native_error::NativeError;
use super::posix::errno;

static ERROR: NativeError = NativeError::new();

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    let error = ERROR.create("resource", "error", crate::types::EXCEPTION.get())?;
    d.set_str(bytes::intern(b"error"), error);
    Ok(())
}

/// `getrusage(who)`
pub fn getrusage(who: i32) -> PyResult {
    // SAFETY: all its fields are numbers.
    let mut r: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: room for the answer.
    if unsafe { libc::getrusage(who, &mut r) } == -1 {
        if errno() == libc::EINVAL {
            return Err(value_error("invalid who parameter"));
        }
        return Err(ERROR.raise_errno());
    }
    super::posix::process::rusage(&r)
}

fn check(resource: i32) -> PyResult<()> {
    if (0..16).contains(&resource) {
        Ok(())
    } else {
        Err(value_error("invalid resource specified"))
    }
}

/// `getrlimit(resource)`
pub fn getrlimit(resource: i32) -> PyResult {
    check(resource)?;
    let mut l = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: room for the answer.
    if unsafe { libc::getrlimit(resource as libc::__rlimit_resource_t, &mut l) } == -1 {
        return Err(ERROR.raise_errno());
    }
    // No limit is all ones, which Python sees as -1.
    let items = [l.rlim_cur, l.rlim_max].map(|n| Value::int(n as i64));
    Ok(tuple::from_slice(&items).into())
}

/// `setrlimit(resource, limits)`
pub fn setrlimit(resource: i32, limits: Value) -> PyResult<()> {
    check(resource)?;
    let items = list::from_iterable(limits)?;
    let [soft, hard] = items.as_ref().items() else {
        return Err(value_error("expected a tuple of 2 integers"));
    };
    let l = libc::rlimit {
        rlim_cur: crate::number::int_from_value(*soft)? as u64,
        rlim_max: crate::number::int_from_value(*hard)? as u64,
    };
    // SAFETY: a limit to read.
    if unsafe { libc::setrlimit(resource as libc::__rlimit_resource_t, &l) } == -1 {
        return Err(match errno() {
            libc::EINVAL => value_error("current limit exceeds maximum limit"),
            libc::EPERM => value_error("not allowed to raise maximum limit"),
            _ => ERROR.raise_errno(),
        });
    }
    Ok(())
}

/// `getpagesize()`
pub fn getpagesize() -> PyResult {
    // SAFETY: no memory arguments.
    Ok(Value::int(unsafe { libc::sysconf(libc::_SC_PAGESIZE) }))
}
