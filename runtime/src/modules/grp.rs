//! The module `grp` (rows: spec/modules/grp.toml).

use super::pwd::text;
use crate::builtins::{list, str as bytes, struct_sequence};
use crate::error::{PyResult, key_error};
use crate::value::Value;

/// Nothing but functions and types.
pub fn init(_m: Value) -> PyResult<()> {
    Ok(())
}

/// # Safety
/// An entry that the C library returned, before it is asked again.
unsafe fn entry(p: *const libc::group) -> PyResult {
    let members = list::new();
    // SAFETY: the caller's promise; texts end with 0, the array of members with null.
    let items = unsafe {
        let p = &*p;
        let mut at = p.gr_mem;
        while !at.is_null() && !(*at).is_null() {
            members.push(text(*at));
            at = at.add(1);
        }
        [
            text(p.gr_name),
            text(p.gr_passwd),
            Value::int(i64::from(p.gr_gid)),
            members.into(),
        ]
    };
    struct_sequence::make(crate::types::GRP_STRUCT_GROUP.get(), &items)
}

fn missing(text: String) -> crate::error::Raised {
    key_error(bytes::new(text.as_bytes()).into())
}

/// `getgrgid(gid)`
pub fn getgrgid(gid: Value) -> PyResult {
    let whole = crate::number::to_int(gid)?;
    let id = match super::posix::files::id(whole, "group") {
        Ok(id) => id,
        Err(e) => {
            if crate::exception::pending_matches(crate::types::OVERFLOW_ERROR.get()) {
                // A number that is no id at all stays an overflow.
                if crate::convert::int(whole).is_err() {
                    crate::thread::current().take_pending();
                    return super::posix::files::id(whole, "group").map(|_| Value::none());
                }
                crate::thread::current().take_pending();
                return Err(missing("getgrgid(): gid not found".to_owned()));
            }
            return Err(e);
        }
    };
    // SAFETY: the entry is read before anybody asks again.
    unsafe {
        let p = libc::getgrgid(id);
        if p.is_null() {
            return Err(missing(format!("getgrgid(): gid not found: {id}")));
        }
        entry(p)
    }
}

/// `getgrnam(name)`
pub fn getgrnam(name: Value) -> PyResult {
    // Any object's text may be a group's name.
    let name = crate::protocol::str(name)?;
    let c = super::posix::files::c_string(name)?;
    // SAFETY: a name that ends with 0; the entry is read before anybody asks again.
    unsafe {
        let p = libc::getgrnam(c.as_ptr());
        if p.is_null() {
            return Err(missing(format!(
                "getgrnam(): name not found: {}",
                name.as_ref().to_text()
            )));
        }
        entry(p)
    }
}

/// `getgrall()`
pub fn getgrall() -> PyResult {
    let out = list::new();
    // SAFETY: entries are read one by one.
    unsafe {
        libc::setgrent();
        loop {
            let p = libc::getgrent();
            if p.is_null() {
                break;
            }
            out.push(entry(p)?);
        }
        libc::endgrent();
    }
    Ok(out.into())
}
