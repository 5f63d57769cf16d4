//! The module `readline` (rows: spec/modules/readline.toml): what programs know and decide of the editing of
//! lines. The editor itself is installed from above, and asks here for history and completions.

use std::cell::{Cell, RefCell};
use std::fs;
use std::io::Write;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;

use crate::builtins::receiver::Lasting;
use crate::builtins::{dict, list, str as bytes};
use crate::call::call_values;
use crate::error::{PyResult, Raised, type_error, value_error};
use crate::layouts::{Dict, Str};
use crate::modules::locale::argument;
use crate::modules::posix::failure_of;
use crate::object::Ref;
use crate::protocol;
use crate::value::Value;

/// A line as the editor got it.
pub enum Line {
    /// Without its end.
    Text(Vec<u8>),
    End,
    Interrupted,
}

/// Reads a line from the terminal with a prompt.
pub type Editor = fn(prompt: &[u8]) -> Line;

struct State {
    history: Vec<Vec<u8>>,
    /// How many lines files keep; all, if negative.
    kept: i64,
    delims: Vec<u8>,
    /// The line being edited.
    buffer: Vec<u8>,
    /// The part of it that is completed.
    completed: (usize, usize),
    /// The key that asks for it.
    completion_type: i64,
    tab_completes: bool,
    vi_mode: bool,
}

struct Shared {
    state: RefCell<State>,
    editor: Cell<Option<Editor>>,
    imported: Cell<bool>,
}
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Shared {}
static SHARED: Shared = Shared {
    state: RefCell::new(State {
        history: Vec::new(),
        kept: -1,
        delims: Vec::new(),
        buffer: Vec::new(),
        completed: (0, 0),
        completion_type: 0,
        tab_completes: false,
        vi_mode: false,
    }),
    editor: Cell::new(None),
    imported: Cell::new(false),
};

/// What separates words, unless the program says otherwise.
const DELIMS: &[u8] = b" \t\n`~!@#$%^&*()-=+[{]}\\|;:'\",<>/?";

/// The code of the tab key.
const TAB: i64 = 9;

/// Runs `f` on the state; it must not run Python.
fn with<R>(f: impl FnOnce(&mut State) -> R) -> R {
    f(&mut SHARED.state.borrow_mut())
}

/// The program's functions, by what they are for.
fn functions() -> Ref<Dict> {
    static FUNCTIONS: Lasting = Lasting::new();
    let d = FUNCTIONS.get(|| dict::new().into());
    // SAFETY: that is what was made.
    unsafe { d.cast_unchecked() }
}

fn function(role: &str) -> Option<Value> {
    functions().get_str(bytes::intern(role.as_bytes()))
}

/// Called when the module is imported.
pub fn init(_: Value) -> PyResult<()> {
    SHARED.imported.set(true);
    with(|s| s.delims = DELIMS.to_vec());
    Ok(())
}

// For the editor.

/// Makes the module know the editor.
pub fn install(editor: Editor) {
    SHARED.editor.set(Some(editor));
}

/// The editor, once the program has imported the module.
pub fn editor() -> Option<Editor> {
    SHARED.editor.get().filter(|_| SHARED.imported.get())
}

/// Begins a line: runs the program's hooks. What they put into the line.
pub fn begin_line() -> Vec<u8> {
    with(|s| s.buffer.clear());
    for role in ["startup", "pre_input"] {
        if let Some(f) = function(role) {
            let _ = call_values(f, &[]);
            crate::thread::current().take_pending();
        }
    }
    with(|s| s.buffer.clone())
}

/// The lines that were read or added so far.
pub fn history() -> Vec<Vec<u8>> {
    with(|s| s.history.clone())
}

/// Does the program want to edit as in vi?
pub fn is_vi_mode() -> bool {
    with(|s| s.vi_mode)
}

/// Notes a line that was read.
pub fn remember(line: &[u8]) {
    with(|s| {
        s.buffer = line.to_vec();
        if !line.is_empty() && s.history.last().is_none_or(|last| last != line) {
            s.history.push(line.to_vec());
        }
    });
}

/// What the tab key does at `at` in a line: where the text begins that is replaced, and by what.
pub fn tab(line: &[u8], at: usize) -> (usize, Vec<Vec<u8>>) {
    let completer = function("completer");
    let start = with(|s| {
        s.buffer = line.to_vec();
        let word = line[..at].iter().rposition(|c| s.delims.contains(c));
        s.completed = (word.map_or(0, |i| i + 1), at);
        s.completion_type = TAB;
        s.completed.0
    });
    if !with(|s| s.tab_completes) {
        return (at, vec![b"\t".to_vec()]);
    }
    let mut found = Vec::new();
    if let Some(f) = completer {
        let text: Value = bytes::new(&line[start..at]).into();
        while let Some(s) = completion(f, text, found.len()) {
            found.push(s);
        }
    }
    if found.len() > 1
        && common_prefix(&found) <= at - start
        && let Some(f) = function("display_matches")
    {
        show_matches(f, &line[start..at], &found);
        return (at, Vec::new());
    }
    (start, found)
}

fn completion(f: Value, text: Value, state: usize) -> Option<Vec<u8>> {
    let found = call_values(f, &[text, Value::small_int(state as i64)]);
    crate::thread::current().take_pending();
    let s = found.ok()?.cast::<Str>()?;
    Some(s.as_ref().bytes().to_vec())
}

/// Length of what all strings begin with.
fn common_prefix(all: &[Vec<u8>]) -> usize {
    let [first, rest @ ..] = all else { return 0 };
    let same = |i: usize| rest.iter().all(|s| s.get(i) == first.get(i));
    (0..first.len()).find(|i| !same(*i)).unwrap_or(first.len())
}

fn show_matches(f: Value, text: &[u8], found: &[Vec<u8>]) {
    let matches = list::new();
    for s in found {
        matches.push(bytes::new(s).into());
    }
    let longest = found.iter().map(Vec::len).max().unwrap_or(0);
    let args = [
        bytes::new(text).into(),
        matches.into(),
        Value::small_int(longest as i64),
    ];
    let _ = call_values(f, &args);
    crate::thread::current().take_pending();
}

// For the program.

/// A string argument.
fn text(v: Value, function: &str, number: usize) -> PyResult<Vec<u8>> {
    let s = argument(v, function, number, false)?;
    Ok(s.map(std::ffi::CString::into_bytes).unwrap_or_default())
}

/// A file argument: by default one in the home directory.
fn file(v: Option<Value>, function: &str, default: &str) -> PyResult<PathBuf> {
    let name = match v {
        Some(v) => argument(v, function, 1, true)?,
        None => None,
    };
    Ok(match name {
        Some(name) => std::ffi::OsString::from_vec(name.into_bytes()).into(),
        None => PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(default),
    })
}

#[cold]
fn failed(e: &std::io::Error) -> Raised {
    let errno = e.raw_os_error().unwrap_or(libc::EIO);
    failure_of(crate::types::IO_ERROR.get(), errno, None)
}

pub fn parse_and_bind(string: Value) -> PyResult<()> {
    let line = text(string, "parse_and_bind", 1)?;
    follow(&String::from_utf8_lossy(&line));
    Ok(())
}

/// Does what a line of an initialization file says, as far as it is known here.
fn follow(line: &str) {
    let line = line.trim();
    if let Some(setting) = line.strip_prefix("set ") {
        let mut words = setting.split_whitespace();
        if words.next() == Some("editing-mode") {
            with(|s| s.vi_mode = words.next() == Some("vi"));
        }
        return;
    }
    let Some((key, what)) = line.rsplit_once(':') else {
        return;
    };
    let key = key.trim().to_ascii_lowercase();
    if ["tab", "\"\\t\"", "\"\\c-i\"", "control-i", "c-i"].contains(&key.as_str()) {
        with(|s| s.tab_completes = what.trim() == "complete");
    }
}

pub fn read_init_file(filename: Option<Value>) -> PyResult<()> {
    let name = match filename {
        Some(v) => argument(v, "read_init_file", 1, true)?,
        None => None,
    };
    let named = name.filter(|n| !n.is_empty()).map(|n| n.into_bytes());
    let set = || std::env::var_os("INPUTRC").filter(|n| !n.is_empty());
    let text = match named.map(std::ffi::OsString::from_vec).or_else(set) {
        Some(path) => fs::read(path),
        // The program's own file, or that of everybody.
        None => fs::read(file(None, "read_init_file", ".inputrc")?)
            .or_else(|_| fs::read("/etc/inputrc")),
    };
    let text = text.map_err(|e| failed(&e))?;
    String::from_utf8_lossy(&text)
        .lines()
        .filter(|l| !l.starts_with('#'))
        .for_each(follow);
    Ok(())
}

pub fn get_line_buffer() -> PyResult {
    Ok(with(|s| bytes::new(&s.buffer)).into())
}

pub fn insert_text(string: Value) -> PyResult<()> {
    let text = text(string, "insert_text", 1)?;
    with(|s| s.buffer.extend(text));
    Ok(())
}

/// The editor shows every change at once.
pub fn redisplay() -> PyResult<()> {
    Ok(())
}

pub fn read_history_file(filename: Option<Value>) -> PyResult<()> {
    let path = file(filename, "read_history_file", ".history")?;
    let text = fs::read(path).map_err(|e| failed(&e))?;
    let lines = text.split(|c| *c == b'\n').filter(|l| !l.is_empty());
    with(|s| s.history.extend(lines.map(<[u8]>::to_vec)));
    Ok(())
}

pub fn write_history_file(filename: Option<Value>) -> PyResult<()> {
    let path = file(filename, "write_history_file", ".history")?;
    let text = with(|s| {
        let kept = usize::try_from(s.kept).unwrap_or(usize::MAX);
        let mut text = Vec::new();
        for line in &s.history[s.history.len().saturating_sub(kept)..] {
            text.extend_from_slice(line);
            text.push(b'\n');
        }
        text
    });
    // Others need not know what was typed.
    const OWN: u32 = 0o600;
    let mut how = fs::OpenOptions::new();
    how.write(true).create(true).truncate(true).mode(OWN);
    how.open(path)
        .and_then(|mut f| f.write_all(&text))
        .map_err(|e| failed(&e))
}

pub fn get_history_length() -> PyResult<i64> {
    Ok(with(|s| s.kept))
}

pub fn set_history_length(length: i32) -> PyResult<()> {
    with(|s| s.kept = i64::from(length));
    Ok(())
}

pub fn get_current_history_length() -> PyResult<i64> {
    Ok(with(|s| s.history.len() as i64))
}

pub fn get_history_item(index: i32) -> PyResult {
    let i = usize::try_from(i64::from(index) - 1).ok();
    let found = with(|s| i.and_then(|i| s.history.get(i)).map(|l| bytes::new(l)));
    Ok(found.map_or(Value::none(), Into::into))
}

/// Runs `f` on the history with a position in it.
fn at(pos: i32, f: impl FnOnce(&mut Vec<Vec<u8>>, usize)) -> PyResult<()> {
    let Ok(i) = usize::try_from(pos) else {
        return Err(value_error("History index cannot be negative"));
    };
    with(|s| match s.history.get(i) {
        Some(_) => {
            f(&mut s.history, i);
            Ok(())
        }
        None => Err(()),
    })
    .map_err(|()| value_error(format!("No history item at position {pos}")))
}

pub fn remove_history_item(pos: i32) -> PyResult<()> {
    at(pos, |history, i| {
        history.remove(i);
    })
}

pub fn replace_history_item(pos: i32, line: Value) -> PyResult<()> {
    let line = text(line, "replace_history_item", 2)?;
    at(pos, |history, i| history[i] = line)
}

pub fn add_history(line: Value) -> PyResult<()> {
    let line = text(line, "add_history", 1)?;
    with(|s| s.history.push(line));
    Ok(())
}

pub fn clear_history() -> PyResult<()> {
    with(|s| s.history.clear());
    Ok(())
}

/// Sets or removes one of the program's functions.
fn set_function(role: &str, f: Option<Value>, setter: &str) -> PyResult<()> {
    let role = bytes::intern(role.as_bytes());
    match f {
        Some(f) if !f.is_none() => {
            if !protocol::is_callable(f) {
                return Err(type_error(format!("{setter}(func): argument not callable")));
            }
            functions().set_str(role, f);
        }
        _ => {
            functions().delete_str(role);
        }
    }
    Ok(())
}

pub fn set_startup_hook(f: Option<Value>) -> PyResult<()> {
    set_function("startup", f, "set_startup_hook")
}

pub fn set_pre_input_hook(f: Option<Value>) -> PyResult<()> {
    set_function("pre_input", f, "set_pre_input_hook")
}

pub fn set_completer(f: Option<Value>) -> PyResult<()> {
    set_function("completer", f, "set_completer")
}

pub fn set_completion_display_matches_hook(f: Option<Value>) -> PyResult<()> {
    let setter = "set_completion_display_matches_hook";
    set_function("display_matches", f, setter)
}

pub fn get_completer() -> PyResult {
    Ok(function("completer").unwrap_or(Value::none()))
}

pub fn get_completion_type() -> PyResult<i64> {
    Ok(with(|s| s.completion_type))
}

pub fn get_begidx() -> PyResult<i64> {
    Ok(with(|s| s.completed.0 as i64))
}

pub fn get_endidx() -> PyResult<i64> {
    Ok(with(|s| s.completed.1 as i64))
}

pub fn set_completer_delims(string: Value) -> PyResult<()> {
    let delims = text(string, "set_completer_delims", 1)?;
    with(|s| s.delims = delims);
    Ok(())
}

pub fn get_completer_delims() -> PyResult {
    Ok(with(|s| bytes::new(&s.delims)).into())
}
