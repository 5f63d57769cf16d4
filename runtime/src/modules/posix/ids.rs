//! Users, groups, process groups and sessions.

use super::files::{c_string, id};
use super::{check, number, os_error};
use crate::builtins::{list, str as bytes, tuple};
use crate::error::{PyResult, value_error};
use crate::layouts::Str;
use crate::object::Ref;
use crate::value::Value;

macro_rules! ids {
    ($($name:ident)*) => { $(
        #[doc = concat!("`", stringify!($name), "()`")]
        pub fn $name() -> PyResult {
            // SAFETY: no arguments.
            Ok(Value::int(i64::from(unsafe { libc::$name() })))
        }
    )* };
}
ids! { getpid getppid getpgrp getuid geteuid getgid getegid }

macro_rules! setters {
    ($($name:ident($($arg:ident: $kind:literal),*))*) => { $(
        #[doc = concat!("`", stringify!($name), "`")]
        pub fn $name($($arg: Value),*) -> PyResult<()> {
            $(let $arg = id($arg, $kind)?;)*
            // SAFETY: no memory arguments.
            check(unsafe { libc::$name($($arg),*) })
        }
    )* };
}
setters! {
    setuid(u: "user")
    seteuid(u: "user")
    setgid(g: "group")
    setegid(g: "group")
    setreuid(r: "user", e: "user")
    setregid(r: "group", e: "group")
    setresuid(r: "user", e: "user", s: "user")
    setresgid(r: "group", e: "group", s: "group")
}

/// `getpgid(pid)`
pub fn getpgid(pid: i32) -> PyResult {
    // SAFETY: no memory arguments.
    number(i64::from(unsafe { libc::getpgid(pid) }))
}

/// `getsid(pid)`
pub fn getsid(pid: i32) -> PyResult {
    // SAFETY: no memory arguments.
    number(i64::from(unsafe { libc::getsid(pid) }))
}

/// `setsid()`
pub fn setsid() -> PyResult<()> {
    // SAFETY: no arguments.
    check(unsafe { libc::setsid() })
}

/// `setpgrp()`
pub fn setpgrp() -> PyResult<()> {
    // SAFETY: no memory arguments.
    check(unsafe { libc::setpgid(0, 0) })
}

/// `setpgid(pid, pgid)`
pub fn setpgid(pid: i32, pgid: i32) -> PyResult<()> {
    // SAFETY: no memory arguments.
    check(unsafe { libc::setpgid(pid, pgid) })
}

fn three(a: u32, b: u32, c: u32) -> Value {
    let items = [a, b, c].map(|n| Value::int(i64::from(n)));
    tuple::from_slice(&items).into()
}

/// `getresuid()`
pub fn getresuid() -> PyResult {
    let (mut r, mut e, mut s) = (0, 0, 0);
    // SAFETY: room for three ids.
    check(unsafe { libc::getresuid(&mut r, &mut e, &mut s) })?;
    Ok(three(r, e, s))
}

/// `getresgid()`
pub fn getresgid() -> PyResult {
    let (mut r, mut e, mut s) = (0, 0, 0);
    // SAFETY: room for three ids.
    check(unsafe { libc::getresgid(&mut r, &mut e, &mut s) })?;
    Ok(three(r, e, s))
}

/// `getgroups()`
pub fn getgroups() -> PyResult {
    // SAFETY: asks only how many there are.
    let n = unsafe { libc::getgroups(0, std::ptr::null_mut()) };
    check(n)?;
    let mut room = vec![0; n.max(0) as usize];
    // SAFETY: room for as many as are told.
    let n = unsafe { libc::getgroups(n, room.as_mut_ptr()) };
    check(n)?;
    let out = list::new();
    for g in &room[..(n.max(0) as usize).min(room.len())] {
        out.push(Value::int(i64::from(*g)));
    }
    Ok(out.into())
}

/// `setgroups(groups)`
pub fn setgroups(groups: Value) -> PyResult<()> {
    if groups.cast::<crate::layouts::List>().is_none()
        && groups.cast::<crate::layouts::Tuple>().is_none()
        && crate::protocol::len(groups).is_err()
    {
        return Err(crate::error::type_error(
            "setgroups argument must be a sequence",
        ));
    }
    let all = list::from_iterable(groups)?;
    if all.as_ref().len() > 65536 {
        return Err(value_error("too many groups"));
    }
    let mut ids = Vec::new();
    for g in all.as_ref().items() {
        if g.as_int().is_none() && g.cast::<crate::layouts::Long>().is_none() {
            return Err(crate::error::type_error("groups must be integers"));
        }
        ids.push(id(*g, "group")?);
    }
    // SAFETY: as many ids as are told.
    check(unsafe { libc::setgroups(ids.len(), ids.as_ptr()) })
}

/// `initgroups(username, gid)`
pub fn initgroups(user: Ref<Str>, gid: Value) -> PyResult<()> {
    let (user, g) = (c_string(user)?, id(gid, "group")?);
    // SAFETY: a name that ends with 0.
    check(unsafe { libc::initgroups(user.as_ptr(), g) })
}

/// `getlogin()`
pub fn getlogin() -> PyResult {
    unsafe extern "C" {
        fn getlogin_r(name: *mut libc::c_char, len: libc::size_t) -> libc::c_int;
    }
    let mut room = [0u8; 256];
    // SAFETY: room for as many bytes as are told.
    let failed = unsafe { getlogin_r(room.as_mut_ptr().cast(), room.len()) };
    if failed != 0 {
        // SAFETY: errno is this thread's own.
        unsafe { *libc::__errno_location() = failed };
        return Err(os_error());
    }
    let n = room.iter().position(|b| *b == 0).unwrap_or(room.len());
    Ok(bytes::new(&room[..n]).into())
}
