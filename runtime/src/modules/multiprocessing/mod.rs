//! The module `_multiprocessing` (rows: spec/modules/multiprocessing.toml, spec/types/multiprocessing.toml).

pub mod connection;
pub mod descriptors;
pub mod sem_lock;

use crate::builtins::{dict, module, str as bytes};
use crate::error::{PyResult, Raised, type_error};
use crate::layouts::Module;
use crate::value::Value;
use crate::{number, window};

/// What the library asks about.
const FLAGS: &[&str] = &["HAVE_SEM_OPEN", "HAVE_SEM_TIMEDWAIT", "HAVE_FD_TRANSFER"];

pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    let flags = dict::new();
    for f in FLAGS {
        flags.set_str(bytes::intern(f.as_bytes()), Value::int(1));
    }
    d.set_str(bytes::intern(b"flags"), flags.into());
    let ty = crate::types::SEM_LOCK.get();
    if let Some(attributes) = ty.dict() {
        attributes.set_str(
            bytes::intern(b"SEM_VALUE_MAX"),
            Value::int(sem_lock::VALUE_MAX),
        );
    }
    d.set_str(bytes::intern(b"SemLock"), ty.value());
    let ty = crate::types::CONNECTION.get().value();
    d.set_str(bytes::intern(b"Connection"), ty);
    connection::pickler()?;
    Ok(())
}

fn errno() -> i32 {
    std::io::Error::last_os_error().raw_os_error().unwrap_or(0)
}

/// An exception of a class of the system's errors.
fn failure(class: Value, errno: i32) -> Raised {
    // SAFETY: strerror returns a string that lives at least until the next call in this thread.
    let text = unsafe { std::ffi::CStr::from_ptr(libc::strerror(errno)) };
    let args = [
        Value::int(i64::from(errno)),
        bytes::new(text.to_bytes()).into(),
    ];
    let args = crate::builtins::tuple::from_slice(&args);
    crate::error::raise_value(class, Some(args.into()))
}

fn os_error(errno: i32) -> Raised {
    failure(crate::types::OS_ERROR.get().value(), errno)
}

fn io_error(errno: i32) -> Raised {
    failure(crate::types::IO_ERROR.get().value(), errno)
}

/// `address_of_buffer(obj)`
pub fn address_of_buffer(obj: Value) -> PyResult {
    let w = window::get(obj, window::Want::Write)?
        .ok_or_else(|| type_error("expected a writeable buffer object"))?;
    let address = number::int_or_long((w.bytes().as_ptr() as usize).into());
    let pair = [address, Value::int(w.len() as i64)];
    Ok(crate::builtins::tuple::from_slice(&pair).into())
}
