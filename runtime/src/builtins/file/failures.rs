//! What could not be written of files that nobody closed.

use std::sync::Mutex;

use super::{Io, Stream, io_failure};
use crate::names;
use crate::value::Value;

/// Error numbers that are not told of yet: a collection finds dead files, and can run no code.
static NOTED: Mutex<Vec<i32>> = Mutex::new(Vec::new());

pub(super) fn note(s: &Stream, r: Io<()>) {
    let Some(errno) = r.err().and_then(|e| e.raw_os_error()) else {
        return;
    };
    if s.keep_open {
        // CPython closes the standard streams when it has nothing left to tell it with.
        let text =
            "close failed in file object destructor:\nsys.excepthook is missing\nlost sys.stderr\n";
        let _ = std::io::Write::write_all(&mut std::io::stderr(), text.as_bytes());
    } else if let Ok(mut noted) = NOTED.lock() {
        noted.push(errno);
    }
}

/// Tells of them by `sys.excepthook`, each once.
pub fn tell() {
    let noted = NOTED.lock().map(|mut n| std::mem::take(&mut *n));
    for errno in noted.unwrap_or_default() {
        let t = crate::thread::current();
        let pending = t.take_pending();
        let attribute = crate::output::sys_attribute;
        if let Some(f) = attribute(names::stderr()) {
            let text = b"close failed in file object destructor:\n";
            let _ = crate::output::write_bytes(f, text);
            t.take_pending();
        }
        let _ = io_failure(&std::io::Error::from_raw_os_error(errno), None);
        let e = crate::exception::normalize(t.take_pending());
        if let Some(hook) = attribute(names::excepthook()) {
            let args = [e.ty, e.value, e.traceback].map(|v| v.unwrap_or(Value::none()));
            let _ = crate::call::call_values(hook, &args);
        }
        t.pending.set(pending);
    }
}
