//! The module `syslog` (rows: spec/modules/syslog.toml).

use std::ffi::{CStr, CString};
use std::sync::Mutex;

use crate::error::{PyResult, Raised, type_error};
use crate::layouts::{List, Str};
use crate::value::Value;
use crate::window;

/// What the log was opened with. The C library keeps the pointer to the name, so that it lives until the
/// log is opened anew or closed.
static OPENED: Mutex<Option<Option<CString>>> = Mutex::new(None);

/// The program's file name without folders.
fn program() -> Option<CString> {
    let argv = crate::modules::sys_dict()?.get_str(crate::builtins::str::intern(b"argv"))?;
    let list = argv.cast::<List>()?;
    let first = list.as_ref().items().first().copied()?.cast::<Str>()?;
    let name = first.as_ref().bytes().rsplit(|b| *b == b'/').next()?;
    CString::new(name).ok().filter(|n| !n.is_empty())
}

fn open(ident: Option<CString>, option: i32, facility: i32) {
    let mut opened = OPENED.lock().unwrap_or_else(|e| e.into_inner());
    let name = ident.as_deref().map_or(std::ptr::null(), CStr::as_ptr);
    // SAFETY: null or a text that ends with 0 and stays where it is while the log has it: the one
    // before is dropped only afterwards.
    unsafe { libc::openlog(name, option, facility) };
    *opened = Some(ident);
}

/// `openlog([ident[, logoption[, facility]]])`
pub fn openlog(ident: Option<Value>, option: i32, facility: i32) -> PyResult<()> {
    let ident = match ident {
        Some(v) => {
            let Some(s) = v.cast::<Str>() else {
                return Err(window::not(v, "openlog", 1, "string"));
            };
            let name = s.as_ref().bytes().split(|b| *b == 0).next();
            CString::new(name.unwrap_or_default()).ok()
        }
        None => program(),
    };
    open(ident, option, facility);
    Ok(())
}

fn message(args: &[Value]) -> Result<(i32, CString), Raised> {
    let wrong = || type_error("[priority,] message string");
    let (priority, text) = match args {
        [text] => (libc::LOG_INFO, text),
        [priority, text] => {
            let parsed = crate::convert::i32(*priority);
            let parsed = parsed.map_err(|_| {
                crate::thread::current().take_pending();
                wrong()
            })?;
            (parsed as i32, text)
        }
        _ => return Err(wrong()),
    };
    let text = crate::convert::string(*text, "syslog", 1).map_err(|_| {
        crate::thread::current().take_pending();
        wrong()
    })?;
    match CString::new(text.as_ref().bytes()) {
        Ok(text) => Ok((priority, text)),
        Err(_) => Err(wrong()),
    }
}

/// `syslog([priority,] message)`
pub fn syslog(args: &[Value]) -> PyResult<()> {
    let (priority, text) = message(args)?;
    let is_open = OPENED.lock().unwrap_or_else(|e| e.into_inner()).is_some();
    if !is_open {
        open(program(), 0, libc::LOG_USER);
    }
    crate::gil::without_gil(|| {
        // SAFETY: both texts end with 0; the format takes one.
        unsafe { libc::syslog(priority, c"%s".as_ptr(), text.as_ptr()) };
    });
    Ok(())
}

/// `closelog()`
pub fn closelog() -> PyResult<()> {
    let mut opened = OPENED.lock().unwrap_or_else(|e| e.into_inner());
    if opened.is_some() {
        // SAFETY: no arguments. The C library forgets the name before it is dropped.
        unsafe { libc::closelog() };
        *opened = None;
    }
    Ok(())
}

/// `setlogmask(mask)`
pub fn setlogmask(mask: i64) -> PyResult<i64> {
    // SAFETY: a number.
    Ok(i64::from(unsafe { libc::setlogmask(mask as i32) }))
}

/// `LOG_MASK(priority)`
pub fn log_mask(priority: i64) -> PyResult<i64> {
    Ok(i64::from(1i32.wrapping_shl(priority as u32)))
}

/// `LOG_UPTO(priority)`
pub fn log_upto(priority: i64) -> PyResult<i64> {
    Ok(i64::from(
        1i32.wrapping_shl((priority as u32).wrapping_add(1))
            .wrapping_sub(1),
    ))
}
