//! Uncaught exceptions: the traceback on stderr, and the exit status.

use runtime::attr;
use runtime::exception;
use runtime::layouts::{Exception, Str, Traceback};
use runtime::names;
use runtime::object::Ref;
use runtime::output;
use runtime::protocol;
use runtime::text::shown::bytes;
use runtime::thread::{self, ExcInfo};
use runtime::typeobj::Type;
use runtime::value::Value;

use crate::program_text;

/// Writes parts of a line to `sys.stderr`.
fn stderr(parts: &[&[u8]]) {
    let t = thread::current();
    if let Some(f) = output::sys_attribute(names::stderr()).filter(|f| !f.is_none())
        && output::write_parts(f, parts).is_ok()
    {
        return;
    }
    t.take_pending();
}

/// Writes text to `sys.stderr`, or to the process's where that cannot be.
pub fn say(text: &[u8]) {
    if let Some(f) = output::sys_attribute(names::stderr()) {
        if output::write_bytes(f, text).is_ok() {
            return;
        }
        thread::current().take_pending();
    }
    // There is nobody left to tell of a failure.
    let _ = std::io::Write::write_all(&mut std::io::stderr(), text);
}

/// Reports the pending exception as the end of the program: prints it, unless it is SystemExit.
/// The exit status.
pub fn uncaught() -> i32 {
    uncaught_or_exit().unwrap_or(1)
}

/// Reports the pending exception; the exit status if it, or what `sys.excepthook` raises, is SystemExit.
pub fn uncaught_or_exit() -> Option<i32> {
    match take_exit() {
        Ok(status) => Some(status),
        Err(e) => tell(e, true),
    }
}

/// Reports the pending exception where the program does not end, not even by SystemExit.
pub fn uncaught_but_going_on() {
    tell(
        exception::normalize(thread::current().take_pending()),
        false,
    );
}

/// Takes the pending exception: the exit status that SystemExit asks for, or another exception.
fn take_exit() -> Result<i32, ExcInfo> {
    let raised = thread::current().take_pending();
    let exit = runtime::types::SYSTEM_EXIT.get();
    let is_exit = |class: Value| class.cast::<Type>().is_some_and(|c| c.is_subtype(exit));
    if raised.ty.is_some_and(is_exit) {
        output::end_output();
        // What was given to `sys.exit` and never caught is no exception yet: a tuple is not its arguments.
        return Ok(exit_status(raised.value.unwrap_or(Value::none())));
    }
    Err(exception::normalize(raised))
}

/// Prints an exception, or has `sys.excepthook` do so; the exit status if that raises SystemExit and `may_exit`.
fn tell(e: ExcInfo, may_exit: bool) -> Option<i32> {
    let t = thread::current();
    t.handled.set(ExcInfo::NONE);
    if let Some(sys) = runtime::modules::sys_dict() {
        let none = Value::none();
        sys.set_str(names::last_type(), e.ty.unwrap_or(none));
        sys.set_str(names::last_value(), e.value.unwrap_or(none));
        sys.set_str(names::last_traceback(), e.traceback.unwrap_or(none));
        let hook = sys.get_str(names::excepthook());
        if hook.is_none() {
            say(b"sys.excepthook is missing\n");
        }
        if let Some(hook) = hook
            && hook.cast::<runtime::layouts::BuiltinFunction>().is_none()
        {
            let args = [
                e.ty.unwrap_or(none),
                e.value.unwrap_or(none),
                e.traceback.unwrap_or(none),
            ];
            if runtime::call::call_values(hook, &args).is_err() {
                let inner = match take_exit_if(may_exit) {
                    Ok(status) => return Some(status),
                    Err(inner) => inner,
                };
                say(b"Error in sys.excepthook:\n");
                display(inner);
                say(b"\nOriginal exception was:\n");
                display(e);
            }
            return None;
        }
    }
    display(e);
    None
}

fn take_exit_if(may_exit: bool) -> Result<i32, ExcInfo> {
    if may_exit {
        return take_exit();
    }
    Err(exception::normalize(thread::current().take_pending()))
}

/// Prints an exception, if there is where to.
pub fn display(e: ExcInfo) {
    if output::sys_attribute(names::stderr()).is_none_or(Value::is_none) {
        let _ = std::io::Write::write_all(&mut std::io::stderr(), b"lost sys.stderr\n");
        return;
    }
    // What was printed so far comes before that.
    output::end_output();
    print(e);
}

/// What SystemExit, or what was given to `sys.exit`, asks for: nothing is 0, an int is itself, anything else is
/// printed and 1.
fn exit_status(v: Value) -> i32 {
    let mut code = v;
    if v.cast::<Exception>().is_some() {
        code = attr::find(v, names::code()).ok().flatten().unwrap_or(v);
        thread::current().take_pending();
    }
    if code.is_none() {
        return 0;
    }
    let is_number = |c: Value| c.as_int().is_some() || c.cast::<runtime::layouts::Long>().is_some();
    if is_number(code) {
        // Of what does not fit in a C long there is only the failure, -1.
        let number = runtime::number::int_from_value(code).unwrap_or(-1);
        thread::current().take_pending();
        return number as i32;
    }
    let file = output::sys_attribute(names::stderr())
        .and_then(|f| f.cast::<runtime::layouts::FileObject>());
    let text = match file {
        Some(f) if runtime::builtins::unicode::is_unicode(code) => {
            runtime::builtins::file::encode(f, code)
        }
        _ => protocol::str(code),
    };
    if let Ok(s) = text {
        say(s.as_ref().bytes());
    }
    thread::current().take_pending();
    say(b"\n");
    1
}

/// Prints a traceback and the exception, as CPython does.
fn print(e: ExcInfo) {
    if let Some(tb) = e.traceback.and_then(|t| t.cast::<Traceback>()) {
        let limit = output::sys_attribute(runtime::builtins::str::intern(b"tracebacklimit"));
        let limit = limit.filter(|l| l.cast::<runtime::layouts::Long>().is_none());
        let limit = limit.and_then(Value::as_int).unwrap_or(FRAMES);
        if limit > 0 {
            stderr(&[b"Traceback (most recent call last):\n"]);
            print_traceback(tb, limit as usize);
        }
    }
    let Some(ty) = e.ty else { return };
    if let Some(v) = e.value
        && v.cast::<Exception>().is_some()
        && v.ty().is_subtype(runtime::types::SYNTAX_ERROR.get())
    {
        print_syntax_error(v);
        return;
    }
    headline(ty, e.value);
}

/// Prints `Class: text` and a newline.
fn headline(ty: Value, value: Option<Value>) {
    let (mut module, mut name) = (None, Vec::new());
    if exception::is_exception_class(ty) {
        let found = attr::find(ty, names::module()).ok().flatten();
        let found = found.and_then(|m| m.cast::<Str>());
        module = found.filter(|m| m.as_ref().bytes() != b"exceptions");
        name = bytes(&runtime::builtins::method::function_name(ty)).into_owned();
    } else if let Ok(s) = protocol::str(ty) {
        name = s.as_ref().bytes().to_vec();
    }
    let said = value.filter(|v| !v.is_none()).map(protocol::str);
    thread::current().take_pending();
    let mut parts: Vec<&[u8]> = Vec::new();
    if let Some(m) = &module {
        parts.extend([m.as_ref().bytes(), b"."]);
    }
    parts.push(&name);
    match &said {
        None => {}
        Some(Err(_)) => parts.push(b": <exception str() failed>"),
        Some(Ok(s)) => {
            let s = s.as_ref().bytes();
            parts.extend((!s.is_empty()).then_some(b": ".as_slice()));
            parts.push(s);
        }
    }
    parts.push(b"\n");
    stderr(&parts);
}

/// How many frames are shown unless `sys.tracebacklimit` says it: the last ones.
const FRAMES: i64 = 1000;

/// The lines of a traceback, outermost frame first.
fn print_traceback(first: Ref<Traceback>, limit: usize) {
    let next = |tb: &Ref<Traceback>| tb.next.get().and_then(|n| n.cast::<Traceback>());
    let depth = std::iter::successors(Some(first), next).count();
    for tb in std::iter::successors(Some(first), next).skip(depth.saturating_sub(limit)) {
        let code = tb.frame.get().code.get();
        let file = code.filename.get();
        let file = file.as_ref().bytes();
        let line = tb.line();
        let mut place = b"  File \"".to_vec();
        place.extend_from_slice(file);
        place.extend_from_slice(format!("\", line {line}, in ").as_bytes());
        place.extend_from_slice(code.name.get().as_ref().bytes());
        place.push(b'\n');
        stderr(&[&place]);
        if let Some(text) = program_text::for_traceback(file, line) {
            stderr(&ended(&text));
        }
    }
}

fn print_syntax_error(v: Value) {
    let Some(e) = v.cast::<Exception>() else {
        return;
    };
    let text = |x: Option<Value>| x.and_then(|x| x.cast::<Str>());
    if let Some(line) = e.extra2.get().and_then(Value::as_int) {
        let file =
            text(e.extra1.get()).map_or_else(|| "<string>".to_owned(), |s| s.as_ref().to_text());
        let line = line.to_string();
        stderr(&[
            b"  File \"",
            &bytes(&file),
            b"\", line ",
            line.as_bytes(),
            b"\n",
        ]);
        if let Some(source) = text(e.extra4.get()) {
            print_caret(
                source.as_ref().bytes(),
                e.extra3.get().and_then(Value::as_int),
            );
        }
        let msg = match e.extra0.get().map(protocol::str) {
            Some(Ok(s)) => s.as_ref().bytes().to_vec(),
            _ => Vec::new(),
        };
        let name = runtime::builtins::method::function_name(v.ty().into());
        let name = bytes(&name);
        let mut parts: Vec<&[u8]> = vec![&name];
        if !msg.is_empty() {
            parts.push(b": ");
        }
        parts.extend([&*msg, b"\n"]);
        stderr(&parts);
    } else {
        headline(v.ty().into(), Some(v));
    }
}

/// A line of a program, shown below where it is.
fn ended(text: &[u8]) -> Vec<&[u8]> {
    let mut parts = vec![b"    ".as_slice(), text];
    if !text.ends_with(b"\n") {
        parts.push(b"\n");
    }
    parts
}

/// The offending line, moved to column 4, and a caret under the offset.
fn print_caret(source: &[u8], offset: Option<i64>) {
    let mut text = source;
    let mut offset = offset.unwrap_or(-1);
    if offset >= 0 {
        if offset > 0 && offset as usize == text.len() && text.last() == Some(&b'\n') {
            offset -= 1;
        }
        // Only the line in which the offset is.
        while let Some(nl) = memchr::memchr(b'\n', text) {
            if nl as i64 >= offset {
                break;
            }
            offset -= nl as i64 + 1;
            text = &text[nl + 1..];
        }
        while let [b' ' | b'\t', rest @ ..] = text {
            text = rest;
            offset -= 1;
        }
    }
    stderr(&ended(text));
    if offset >= 0 {
        let mut parts = vec![b"    ".as_slice()];
        parts.resize(offset.max(1) as usize, b" ");
        parts.push(b"^\n");
        stderr(&parts);
    }
}
