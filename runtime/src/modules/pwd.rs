//! The module `pwd` (rows: spec/modules/pwd.toml).

use std::ffi::CStr;

use crate::builtins::{list, module, str as bytes, struct_sequence};
use crate::error::{PyResult, key_error};
use crate::layouts::{Module, Str};
use crate::object::Ref;
use crate::value::Value;

/// The type's other name.
pub fn init(m: Value) -> PyResult<()> {
    if let Some(m) = m.cast::<Module>() {
        module::dict(m).set_str(
            bytes::intern(b"struct_pwent"),
            crate::types::PWD_STRUCT_PASSWD.get().into(),
        );
    }
    Ok(())
}

/// A text of the C library, or None.
///
/// # Safety
/// Null, or a text that ends with 0.
pub(super) unsafe fn text(p: *const libc::c_char) -> Value {
    if p.is_null() {
        return Value::none();
    }
    // SAFETY: the caller's promise.
    bytes::new(unsafe { CStr::from_ptr(p) }.to_bytes()).into()
}

/// # Safety
/// An entry that the C library returned, before it is asked again.
unsafe fn entry(p: *const libc::passwd) -> PyResult {
    // SAFETY: the caller's promise; its texts end with 0.
    let items = unsafe {
        let p = &*p;
        [
            text(p.pw_name),
            text(p.pw_passwd),
            Value::int(i64::from(p.pw_uid)),
            Value::int(i64::from(p.pw_gid)),
            text(p.pw_gecos),
            text(p.pw_dir),
            text(p.pw_shell),
        ]
    };
    struct_sequence::make(crate::types::PWD_STRUCT_PASSWD.get(), &items)
}

fn missing(text: String) -> crate::error::Raised {
    key_error(bytes::from_text(&text).into())
}

/// `getpwuid(uid)`
pub fn getpwuid(uid: Value) -> PyResult {
    let id = match super::posix::files::id(uid, "user") {
        Ok(id) => id,
        Err(e) => {
            if crate::exception::pending_matches(crate::types::OVERFLOW_ERROR.get()) {
                crate::thread::current().take_pending();
                return Err(missing("getpwuid(): uid not found".to_owned()));
            }
            return Err(e);
        }
    };
    // SAFETY: the entry is read before anybody asks again.
    unsafe {
        let p = libc::getpwuid(id);
        if p.is_null() {
            return Err(missing(format!("getpwuid(): uid not found: {id}")));
        }
        entry(p)
    }
}

/// `getpwnam(name)`
pub fn getpwnam(name: Ref<Str>) -> PyResult {
    let c = super::posix::files::c_string(name)?;
    // SAFETY: a name that ends with 0; the entry is read before anybody asks again.
    unsafe {
        let p = libc::getpwnam(c.as_ptr());
        if p.is_null() {
            return Err(missing(format!(
                "getpwnam(): name not found: {}",
                name.as_ref().to_text()
            )));
        }
        entry(p)
    }
}

/// `getpwall()`
pub fn getpwall() -> PyResult {
    let out = list::new();
    // SAFETY: entries are read one by one.
    unsafe {
        libc::setpwent();
        loop {
            let p = libc::getpwent();
            if p.is_null() {
                break;
            }
            out.push(entry(p)?);
        }
        libc::endpwent();
    }
    Ok(out.into())
}
