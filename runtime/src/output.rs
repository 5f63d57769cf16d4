//! The print statement and function, standard streams, and reading a line from the terminal.
//!
//! `sys.stdout` is whatever object the program put there; a plain file object is written directly,
//! everything else through its `write` method, with `softspace` kept as the language reference says (6.6).

use std::io::Write;

use crate::attr;
use crate::builtins::{repr_guard, str as bytes, unicode};
use crate::error::{PyResult, raise_value, runtime_error, type_error};
use crate::layouts::{FileObject, Str, Unicode};
use crate::modules::readline::{self, Line};
use crate::names;
use crate::object::Ref;
use crate::protocol;
use crate::value::Value;

/// An attribute of the module `sys`.
pub fn sys_attribute(name: Ref<Str>) -> Option<Value> {
    crate::modules::sys_dict().and_then(|d| d.get_str(name))
}

/// Where to print: the file given, or `sys.stdout`.
///
/// # Errors
/// RuntimeError when there is no `sys.stdout`.
pub fn target(file: Option<Value>) -> PyResult<Option<Value>> {
    match file.filter(|f| !f.is_none()) {
        Some(f) => Ok(Some(f)),
        None => match sys_attribute(names::stdout()) {
            Some(f) => Ok(Some(f)),
            None => Err(runtime_error("lost sys.stdout")),
        },
    }
}

/// Writes bytes to a file or file-like object.
pub fn write_bytes(f: Value, data: &[u8]) -> PyResult<()> {
    if let Some(file) = f.cast::<crate::layouts::FileObject>() {
        return crate::builtins::file::write_bytes(file, data);
    }
    write_object(f, bytes::new(data).into())
}

/// Writes parts of a text: to files at once, to other objects one by one, as CPython does.
pub fn write_parts(f: Value, parts: &[&[u8]]) -> PyResult<()> {
    if f.cast::<crate::layouts::FileObject>().is_some() {
        return write_bytes(f, &parts.concat());
    }
    parts.iter().try_for_each(|part| write_bytes(f, part))
}

fn write_object(f: Value, text: Value) -> PyResult<()> {
    let w = attr::get(f, names::write())?;
    crate::call::call_values(w, &[text]).map(|_| ())
}

/// Writes the blank or the end of line of a print statement.
fn write_blank(f: Value, data: &[u8]) -> PyResult<()> {
    match f.cast::<crate::layouts::FileObject>() {
        Some(file) => crate::builtins::file::print_blank(file, data),
        None => write_bytes(f, data),
    }
}

/// Writes `str(v)`, or unicode as it is to objects that are not files.
pub fn write_value(f: Value, v: Value) -> PyResult<()> {
    if unicode::is_unicode(v) && f.cast::<crate::layouts::FileObject>().is_none() {
        return write_object(f, v);
    }
    if let Some(file) = f.cast::<crate::layouts::FileObject>() {
        // To a file without encoding, what inherits from `unicode` is an object like others.
        if unicode::is_unicode(v)
            && (v.exact::<Unicode>().is_some() || crate::builtins::file::has_encoding(file))
        {
            let s = crate::builtins::file::encode(file, v)?;
            return crate::builtins::file::print_bytes(file, s.as_ref().bytes());
        }
        let s = plain_str(v, file)?;
        return crate::builtins::file::print_bytes(file, s.as_ref().bytes());
    }
    let s = protocol::str(v)?;
    write_object(f, s.into())
}

/// How many `__str__` of instances of classes that inherit from `str` are asked for an item to print.
const STRS: usize = 10;

/// What is written to a file for an item: what `str()` says of an instance of a class that inherits from `str` is
/// asked again, until there is an exact `str`.
fn plain_str(mut v: Value, file: Ref<FileObject>) -> PyResult<Ref<Str>> {
    for _ in 0..STRS {
        let printed = repr_guard::print(v, file);
        let s = protocol::str(v)?;
        drop(printed);
        v = s.into();
        if v.exact::<Str>().is_some() {
            return Ok(s);
        }
    }
    Err(runtime_error("print recursion"))
}

fn softspace(f: Value, new: bool) -> PyResult<bool> {
    if let Some(file) = f.cast::<crate::layouts::FileObject>() {
        let old = file.softspace.get() != 0;
        file.softspace.set(i64::from(new));
        return Ok(old);
    }
    // Objects need not have the attribute; what goes wrong with it is forgotten.
    let old = match attr::find(f, names::softspace()) {
        Ok(Some(v)) => v.as_int().is_some_and(|i| i != 0),
        Ok(None) => false,
        Err(_) => {
            crate::thread::current().take_pending();
            false
        }
    };
    if attr::set(f, names::softspace(), Some(Value::int(i64::from(new)))).is_err() {
        crate::thread::current().take_pending();
    }
    Ok(old)
}

/// One item of a print statement.
pub fn item(v: Value, file: Option<Value>) -> PyResult<()> {
    let Some(f) = target(file)? else {
        return Ok(());
    };
    if softspace(f, false)? {
        write_blank(f, b" ")?;
    }
    write_value(f, v)?;
    // No blank after text that ends in white space other than a blank.
    let ends_line = if let Some(s) = v.cast::<Str>() {
        matches!(s.as_ref().bytes().last(), Some(9..=13))
    } else if let Some(u) = v.cast::<crate::layouts::Unicode>() {
        let last = u.length().checked_sub(1).and_then(|i| u.get(i));
        last.is_some_and(|c| c != 32 && unicode::database::is_space(c))
    } else {
        false
    };
    if !ends_line {
        softspace(f, true)?;
    }
    Ok(())
}

/// The end of a print statement.
pub fn newline(file: Option<Value>) -> PyResult<()> {
    let Some(f) = target(file)? else {
        return Ok(());
    };
    write_blank(f, b"\n")?;
    softspace(f, false)?;
    Ok(())
}

/// An expression statement of the interactive mode.
pub fn expression(v: Value) -> PyResult<()> {
    match sys_attribute(names::displayhook()) {
        Some(h) => crate::call::call_values(h, &[v]).map(|_| ()),
        None => Err(runtime_error("lost sys.displayhook")),
    }
}

/// `raw_input`: the prompt to stdout, a line from stdin.
pub fn read_line(prompt: Option<Value>) -> PyResult {
    let Some(input) = sys_attribute(names::stdin()) else {
        return Err(runtime_error("[raw_]input: lost sys.stdin"));
    };
    let Some(output) = sys_attribute(names::stdout()) else {
        return Err(runtime_error("[raw_]input: lost sys.stdout"));
    };
    if softspace(output, false)? {
        write_blank(output, b" ")?;
    }
    let terminal = is_terminal(input, 0) && is_terminal(output, 1);
    if terminal && let Some(edit) = readline::editor() {
        return edited_line(edit, output, prompt);
    }
    if terminal {
        // Who talks at a terminal is asked on stderr, where the program may have let nothing else go.
        let prompt = prompt.map_or(Ok(bytes::empty()), crate::protocol::str)?;
        flush(output)?;
        let _ = std::io::stderr().write_all(prompt.as_ref().bytes());
    } else {
        if let Some(p) = prompt {
            write_value(output, p)?;
        }
        flush(output)?;
    }
    let line = crate::call::call_values(attr::get(input, names::readline())?, &[])?;
    let nothing = || {
        // What ended the input may have sent a signal as well.
        crate::modules::signal::check_signals()?;
        let class = crate::types::EOF_ERROR.get();
        if terminal {
            return Err(raise_value(class.into(), None));
        }
        Err(crate::error::raise(class, "EOF when reading a line"))
    };
    if let Some(u) = line.cast::<Unicode>() {
        return match &u.as_ref().to_vec()[..] {
            [] => nothing(),
            [head @ .., 10] => unicode::from_code_points(head),
            _ => Ok(line),
        };
    }
    let Some(s) = line.cast::<Str>() else {
        return Err(type_error("object.readline() returned non-string"));
    };
    match s.as_ref().bytes() {
        [] => nothing(),
        [head @ .., b'\n'] => Ok(bytes::new(head).into()),
        _ => Ok(line),
    }
}

/// Is this a file object of the descriptor, and a terminal?
fn is_terminal(v: Value, fd: i32) -> bool {
    let Some(f) = v.cast::<FileObject>() else {
        return false;
    };
    // SAFETY: a call without memory arguments.
    crate::builtins::file::fileno(f) == Ok(Value::int(i64::from(fd)))
        && unsafe { libc::isatty(fd) } == 1
}

/// A line from the editor.
fn edited_line(edit: readline::Editor, output: Value, prompt: Option<Value>) -> PyResult {
    let prompt = prompt.map_or(Ok(bytes::empty()), crate::protocol::str)?;
    flush(output)?;
    match edit(prompt.as_ref().bytes()) {
        Line::Text(text) => Ok(bytes::try_new(&text)?.into()),
        Line::End => Err(raise_value(crate::types::EOF_ERROR.get().into(), None)),
        Line::Interrupted => {
            let class = crate::types::KEYBOARD_INTERRUPT.get();
            Err(raise_value(class.into(), None))
        }
    }
}

fn flush(output: Value) -> PyResult<()> {
    if let Some(flush) = attr::find(output, bytes::intern(b"flush"))? {
        crate::call::call_values(flush, &[])?;
    }
    Ok(())
}

/// Ends the line that a print statement with a trailing comma left open.
pub fn end_line() {
    if let Ok(Some(f)) = target(None) {
        let _ = end_line_of(f);
    }
    crate::thread::current().take_pending();
}

fn end_line_of(f: Value) -> PyResult<()> {
    if softspace(f, false)? {
        write_bytes(f, b"\n")?;
    }
    Ok(())
}

/// What `sys.displayhook` shows: on a line of its own, if the file remembers that one was begun.
pub fn show(f: Value, text: &[u8]) -> PyResult<()> {
    write_bytes(f, text)?;
    softspace(f, true)?;
    end_line_of(f)
}

/// Ends that line, and writes what the process's own standard output holds back: what is said on stderr comes after it.
pub fn end_output() {
    end_line();
    if let Some(f) = sys_attribute(bytes::intern(b"__stdout__"))
        && let Some(f) = f.cast::<crate::layouts::FileObject>()
    {
        crate::builtins::file::try_flush(f);
    }
}

/// Flushes stdout and stderr, whatever they are; failures are not reported.
pub fn flush_standard() {
    for name in [names::stdout(), names::stderr()] {
        if let Some(f) = sys_attribute(name)
            && let Ok(Some(flush)) = attr::find(f, bytes::intern(b"flush"))
        {
            let _ = crate::call::call_values(flush, &[]);
        }
        crate::thread::current().take_pending();
    }
}
