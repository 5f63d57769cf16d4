//! Finalisers of unreachable objects (`__del__`), run after the collection that found them.

use crate::attr;
use crate::names;
use crate::object::{Header, Ref};
use crate::thread;
use crate::value::Value;

/// Runs the callbacks of weak references and the finalisers that are waiting; how many. What they raise
/// is reported on stderr and forgotten.
pub fn run_pending() -> i64 {
    // All of them are taken first: where a function begins, what waits is run, and none is to overtake another, nor a
    // callback.
    let waiting = crate::builtins::list::new();
    while let Some(p) = crate::heap::take_pending_finalizer() {
        // SAFETY: the collector hands out objects that begin with a header and that it keeps.
        waiting.push(unsafe { Ref::from_raw(p as *mut Header) }.into());
    }
    let mut called = crate::builtins::weakref::run_callbacks();
    crate::modules::io::forgotten::flush(true);
    crate::builtins::file::failures::tell();
    for i in 0..waiting.len() {
        let Some(v) = waiting.item(i) else { continue };
        if let Some(g) = v.exact::<crate::layouts::Generator>() {
            crate::builtins::generator::abandon(g);
            called += 1;
            continue;
        }
        let t = thread::current();
        let pending = t.take_pending();
        match attr::special(v, names::del()) {
            Ok(Some(m)) => {
                if crate::call::call_values(m, &[]).is_err() {
                    report(m);
                }
            }
            Ok(None) => {}
            Err(_) => {
                t.take_pending();
            }
        }
        t.pending.set(pending);
        called += 1;
    }
    called
}

/// Calls what makes descriptors; again when there are no more of them and dead objects have been collected,
/// which may still hold some. For system calls: negative numbers are failures that errno explains.
pub fn with_descriptors(call: impl Fn() -> i32) -> i32 {
    match call() {
        n if n < 0 && used_up(&std::io::Error::last_os_error()) => {
            free_descriptors();
            call()
        }
        n => n,
    }
}

/// The same for what the standard library does.
pub fn with_descriptors_io<T>(make: impl Fn() -> std::io::Result<T>) -> std::io::Result<T> {
    match make() {
        Err(e) if used_up(&e) => {
            free_descriptors();
            make()
        }
        r => r,
    }
}

fn used_up(e: &std::io::Error) -> bool {
    matches!(e.raw_os_error(), Some(libc::EMFILE | libc::ENFILE))
}

/// Some dead objects close what they hold in finalizers, so those run, too.
#[cold]
pub fn free_descriptors() {
    let t = thread::current();
    let pending = t.take_pending();
    if crate::modules::gc::collect_from(None, true).is_err() {
        t.take_pending();
    }
    t.pending.set(pending);
}

/// Tells of the pending exception, which nothing can catch in `context`, and forgets it.
pub fn report(context: Value) {
    let e = thread::current().take_pending();
    let text = |v: Value, what: &str| match crate::protocol::repr(v) {
        Ok(s) => s.as_ref().to_text(),
        Err(_) => {
            thread::current().take_pending();
            format!("<{what} repr() failed>")
        }
    };
    let (mut module, mut name) = (None, String::new());
    if let Some(class) = e.ty {
        let found = attr::find(class, names::module()).ok().flatten();
        thread::current().take_pending();
        match found.and_then(|m| m.cast::<crate::layouts::Str>()) {
            Some(m) if m.as_ref().bytes() == b"exceptions" => {}
            Some(m) => module = Some(m.as_ref().to_text()),
            None => module = Some("<unknown>".to_owned()),
        }
        name = crate::builtins::method::function_name(class);
    }
    let value = e.value.filter(|v| !v.is_none());
    let value = value.map(|v| text(v, "exception"));
    let context = text(context, "object");
    let mut parts = vec!["Exception "];
    if let Some(m) = &module {
        parts.extend([m, "."]);
    }
    parts.push(&name);
    if let Some(v) = &value {
        parts.extend([": ", v]);
    }
    parts.extend([" in ", &context, " ignored\n"]);
    if let Some(f) = crate::output::sys_attribute(names::stderr()).filter(|f| !f.is_none()) {
        let parts: Vec<_> = parts.into_iter().map(crate::text::shown::bytes).collect();
        let parts: Vec<&[u8]> = parts.iter().map(|part| &**part).collect();
        let _ = crate::output::write_parts(f, &parts);
    }
    thread::current().take_pending();
}
