//! What terminals can do, by the names of terminfo; of use without a screen, too.

use std::cell::RefCell;
use std::ffi::c_int;

use super::{ERROR, PROGRESS, answer, check, error, lib, passed, text};
use crate::builtins::file;
use crate::convert;
use crate::error::PyResult;
use crate::layouts::{FileObject, Str};
use crate::modules::posix::descriptors::descriptor_of;
use crate::object::Ref;
use crate::output::sys_attribute;
use crate::value::Value;
use crate::{builtins::str as bytes, window};

/// `ready`: is it known what the terminal can do?
pub fn described() -> PyResult<()> {
    match PROGRESS.terminal.get() {
        true => Ok(()),
        false => Err(error("must call (at least) setupterm() first")),
    }
}

/// `setupterm(term=None, fd=-1)`; a second time it does nothing.
pub fn setupterm(term: Option<Value>, fd: i32) -> PyResult<()> {
    let term = match term.filter(|t| !t.is_none()) {
        None => None,
        Some(t) if t.cast::<Str>().is_some() || crate::builtins::unicode::is_unicode(t) => {
            let s = convert::string(t, "setupterm", 1)?;
            Some(std::ffi::CString::new(s.as_ref().bytes()).unwrap_or_default())
        }
        Some(t) => return Err(window::not(t, "setupterm", 1, "string or None")),
    };
    let fd = match fd {
        -1 => match sys_attribute(bytes::intern(b"stdout")) {
            Some(out) if !out.is_none() => descriptor_of(out)?,
            _ => return Err(error("lost sys.stdout")),
        },
        fd => fd,
    };
    if !PROGRESS.terminal.get() {
        lib::set_up(term.as_deref(), fd).map_err(|status| {
            error(match status {
                0 => "setupterm: could not find terminal",
                -1 => "setupterm: could not find terminfo database",
                _ => "setupterm: unknown error",
            })
        })?;
    }
    PROGRESS.terminal.set(true);
    Ok(())
}

fn capability(name: Value) -> PyResult<std::ffi::CString> {
    let s = convert::string(name, "", 1)?;
    Ok(std::ffi::CString::new(s.as_ref().bytes()).unwrap_or_default())
}

pub fn tigetflag(name: Value) -> PyResult<i64> {
    Ok(lib::tigetflag(passed(&capability(name)?)).into())
}

pub fn tigetnum(name: Value) -> PyResult<i64> {
    Ok(lib::tigetnum(passed(&capability(name)?)).into())
}

pub fn tigetstr(name: Value) -> PyResult {
    let a = lib::tigetstr(passed(&capability(name)?));
    Ok(a.bytes().map_or(Value::none(), |s| bytes::new(&s).into()))
}

/// `tparm(text[, number, ...])`
#[expect(clippy::too_many_arguments, reason = "those of the Python function")]
pub fn tparm(
    text: Ref<Str>,
    a: i32,
    b: i32,
    c: i32,
    d: i32,
    e: i32,
    f: i32,
    g: i32,
    h: i32,
    i: i32,
) -> PyResult {
    let text = std::ffi::CString::new(text.as_ref().bytes()).unwrap_or_default();
    let made = lib::parameters(&text, [a, b, c, d, e, f, g, h, i]);
    match made.bytes() {
        Some(_) => Ok(answer(&made)),
        None => Err(ERROR.raise("tparm() returned NULL")),
    }
}

thread_local! {
    /// What `putp` sends, until all of it is there.
    static SENT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

extern "C" fn send(c: c_int) -> c_int {
    SENT.with_borrow_mut(|sent| sent.push(c as u8));
    c
}

/// `putp(text)`: it goes where the program's standard output went at first, in order with what is printed.
pub fn putp(v: Value) -> PyResult<()> {
    let text = text(v, "str")?;
    let status = lib::tputs(passed(&text), 1, send);
    let sent = SENT.take();
    if let Some(out) =
        sys_attribute(bytes::intern(b"__stdout__")).and_then(|f| f.cast::<FileObject>())
    {
        file::write_bytes(out, &sent)?;
    }
    check(status, "putp")
}
