//! Who uses a socket, so that it is closed when the last one has closed it.
//!
//! The library's socket and file objects share one of ours, and closing them only drops their reference.
//! `sharing.py` makes them say when they begin and end to use it.

use std::cell::Cell;

use crate::builtins::{dict, str as bytes};
use crate::error::PyResult;
use crate::layouts::{Code, Dict, SocketObject};
use crate::names;
use crate::object::Ref;
use crate::value::Value;

struct Adapted(Cell<bool>);
// SAFETY: touched under the global lock only.
unsafe impl Sync for Adapted {}
static ADAPTED: Adapted = Adapted(Cell::new(false));

/// Adapts the library's module, if it is there and that has not happened yet. Called when a socket is made.
pub fn adapt_library() -> PyResult<()> {
    if ADAPTED.0.get() {
        return Ok(());
    }
    let library = crate::output::sys_attribute(names::modules())
        .and_then(|m| m.cast::<Dict>())
        .and_then(|m| m.get_str(bytes::intern(b"socket")));
    let Some(library) = library else {
        return Ok(());
    };
    for class in [&b"_socketobject"[..], b"_fileobject"] {
        if crate::attr::find(library, bytes::intern(class))?.is_none() {
            return Ok(());
        }
    }
    ADAPTED.0.set(true);
    let up = crate::upcalls::get()?;
    let source = bytes::new(include_bytes!("sharing.py")).into();
    let code = (up.compile)(source, b"<socket>", "exec", 0, false)?;
    let namespace = dict::new();
    namespace.set_str(names::builtins(), crate::modules::builtins_dict().into());
    if let Some(code) = code.cast::<Code>() {
        (up.run)(code, namespace, namespace.into())?;
    }
    let Some(adapt) = namespace.get_str(bytes::intern(b"adapt")) else {
        return Ok(());
    };
    let native = crate::types::SOCKET.get().value();
    let modules = crate::output::sys_attribute(names::modules()).unwrap_or(Value::none());
    crate::call::call_values(adapt, &[library, native, modules]).map(|_| ())
}

pub fn enter(s: Ref<SocketObject>) -> PyResult<()> {
    s.users.set(s.users.get() + 1);
    Ok(())
}

pub fn leave(s: Ref<SocketObject>, n: i32) -> PyResult<()> {
    s.users.set(s.users.get() - i64::from(n));
    if s.users.get() <= 0 {
        s.dropped.set(true);
        close_if_done(s);
    }
    Ok(())
}

fn close_if_done(s: Ref<SocketObject>) {
    if s.dropped.get() && s.busy.get() == 0 {
        super::finalize(s);
    }
}

/// An operation of a thread, during which the descriptor stays open.
pub struct Operation(Ref<SocketObject>);

impl Operation {
    pub fn begin(s: Ref<SocketObject>) -> Operation {
        s.busy.set(s.busy.get() + 1);
        Operation(s)
    }
}

impl Drop for Operation {
    fn drop(&mut self) {
        self.0.busy.set(self.0.busy.get() - 1);
        close_if_done(self.0);
    }
}
