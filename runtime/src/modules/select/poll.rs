//! Poll objects.

use super::{descriptor, errno, io_error, select_error};
use crate::builtins::{dict, list, tuple};
use crate::error::{PyResult, key_error, overflow_error, runtime_error, type_error};
use crate::gil::without_gil;
use crate::layouts::PollObject;
use crate::object::Ref;
use crate::value::Value;

pub fn create() -> PyResult {
    Ok(PollObject::alloc(dict::new(), 0).into())
}

pub fn register(p: Ref<PollObject>, fd: Value, events: i64) -> PyResult<()> {
    let fd = descriptor(fd)?;
    p.files
        .get()
        .set(Value::int(i64::from(fd)), Value::int(mask(events)?))
}

/// Events as the system takes them.
fn mask(events: i64) -> PyResult<i64> {
    match u16::try_from(events) {
        Ok(_) => Ok(events),
        Err(_) if events < 0 => Err(overflow_error(
            "can't convert negative value to unsigned long",
        )),
        Err(_) => Err(overflow_error("Python int too large for C unsigned short")),
    }
}

pub fn modify(p: Ref<PollObject>, fd: Value, events: i64) -> PyResult<()> {
    let fd = Value::int(i64::from(descriptor(fd)?));
    if p.files.get().get(fd)?.is_none() {
        return Err(io_error(libc::ENOENT));
    }
    p.files.get().set(fd, Value::int(mask(events)?))
}

pub fn unregister(p: Ref<PollObject>, fd: Value) -> PyResult<()> {
    let fd = Value::int(i64::from(descriptor(fd)?));
    if p.files.get().delete(fd)? {
        Ok(())
    } else {
        Err(key_error(fd))
    }
}

pub fn wait(p: Ref<PollObject>, timeout: Option<Value>) -> PyResult {
    let timeout = match timeout.filter(|t| !t.is_none()) {
        None => -1,
        Some(t) if !crate::number::is_number(t) => {
            return Err(type_error("timeout must be an integer or None"));
        }
        Some(t) => {
            let n = crate::number::int_from_value(crate::number::to_int(t)?)?;
            i32::try_from(n).map_err(|_| {
                crate::error::overflow_error("Python int too large to convert to C int")
            })?
        }
    };
    if p.polling.get() != 0 {
        return Err(runtime_error("concurrent poll() invocation"));
    }
    let mut files = Vec::new();
    let mut at = 0;
    while let Some((fd, events)) = p.files.get().next_entry(&mut at) {
        files.push(libc::pollfd {
            fd: fd.as_int().unwrap_or(-1) as i32,
            events: events.as_int().unwrap_or(0) as i16,
            revents: 0,
        });
    }
    crate::interrupt::before_waiting()?;
    p.polling.set(1);
    // SAFETY: a local array of the length told.
    let n = without_gil(|| unsafe {
        libc::poll(files.as_mut_ptr(), files.len() as libc::nfds_t, timeout)
    });
    p.polling.set(0);
    if n < 0 {
        return Err(select_error(errno()));
    }
    let out = list::new();
    for f in files.iter().filter(|f| f.revents != 0) {
        let parts = [
            Value::int(i64::from(f.fd)),
            Value::int(i64::from(f.revents as u16)),
        ];
        out.push(tuple::from_slice(&parts).into());
    }
    Ok(out.into())
}
