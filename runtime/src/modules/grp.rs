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
    key_error(bytes::from_text(&text).into())
}

/// `getgrgid(gid)`
pub fn getgrgid(gid: Value) -> PyResult {
    let whole = crate::number::to_int(gid)?;
    let id = super::posix::files::id(whole, "group")?;
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
    // Anything has a text; of that the part before a zero byte counts.
    let text = crate::protocol::str(name)?;
    let name = text.as_ref().bytes();
    let name = name.split(|b| *b == 0).next().unwrap_or_default();
    let c = std::ffi::CString::new(name).unwrap_or_default();
    // SAFETY: a name that ends with 0; the entry is read before anybody asks again.
    unsafe {
        let p = libc::getgrnam(c.as_ptr());
        if p.is_null() {
            let text = [b"getgrnam(): name not found: ", name].concat();
            return Err(key_error(bytes::new(&text).into()));
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
