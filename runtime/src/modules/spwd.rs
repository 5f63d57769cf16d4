//! The module `spwd` (rows: spec/modules/spwd.toml).

use super::posix::string;
use super::pwd::text;
use crate::builtins::{list, str as bytes, struct_sequence};
use crate::error::{PyResult, key_error};
use crate::value::Value;

/// # Safety
/// An entry that the C library returned, before it is asked again.
unsafe fn entry(p: *const libc::spwd) -> PyResult {
    // SAFETY: the caller's promise; its texts end with 0.
    let items = unsafe {
        let p = &*p;
        [
            text(p.sp_namp),
            text(p.sp_pwdp),
            Value::int(p.sp_lstchg),
            Value::int(p.sp_min),
            Value::int(p.sp_max),
            Value::int(p.sp_warn),
            Value::int(p.sp_inact),
            Value::int(p.sp_expire),
            // Unsigned, but shown like the others.
            Value::int(p.sp_flag as i64),
        ]
    };
    struct_sequence::make(crate::types::SPWD_STRUCT_SPWD.get(), &items)
}

/// `getspnam(name)`
pub fn getspnam(name: Value) -> PyResult {
    let name = string(name, "getspnam", 1)?;
    // SAFETY: a name that ends with 0; the entry is read before anybody asks again.
    unsafe {
        let p = libc::getspnam(name.as_ptr());
        if p.is_null() {
            return Err(key_error(bytes::new(b"getspnam(): name not found").into()));
        }
        entry(p)
    }
}

/// `getspall()`
pub fn getspall() -> PyResult {
    let out = list::new();
    // SAFETY: entries are read one by one.
    unsafe {
        libc::setspent();
        loop {
            let p = libc::getspent();
            if p.is_null() {
                break;
            }
            out.push(entry(p)?);
        }
        libc::endspent();
    }
    Ok(out.into())
}
