//! Lines of source files as tracebacks and syntax errors show them.

use std::ffi::OsStr;
use std::fs::File;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;

use runtime::layouts::{List, Str};
use runtime::text::shown::bytes;

/// As many bytes of a line CPython reads at a time for a traceback; it is the last of them that are shown.
const FOR_TRACEBACK: usize = 1999;

/// As many for a syntax error.
const FOR_SYNTAX_ERROR: usize = 999;

/// A line of a file, named as messages show names, for a syntax error.
pub fn for_syntax_error(file: &str, line: u32) -> Option<Vec<u8>> {
    let data = std::fs::read(OsStr::from_bytes(&bytes(file))).ok()?;
    line_of(&data, line, FOR_SYNTAX_ERROR)
}

/// A line of a file for a traceback. The folder that the name is relative to may not be the current one any more: what is
/// not there is looked for along `sys.path`, by the last part of its name.
pub fn for_traceback(file: &[u8], line: u32) -> Option<Vec<u8>> {
    let open = |name: &[u8]| File::open(OsStr::from_bytes(name)).ok();
    let mut found = match open(file) {
        Some(f) => f,
        None => {
            let name = file.rsplit(|b| *b == b'/').next()?;
            let path = runtime::output::sys_attribute(runtime::builtins::str::intern(b"path"))?;
            let path = path.cast::<List>()?;
            path.as_ref().items().iter().find_map(|folder| {
                let folder = folder.cast::<Str>()?;
                let folder = folder.as_ref().bytes();
                let slash = !matches!(folder, [] | [.., b'/']);
                open(&[folder, if slash { b"/" } else { b"" }, name].concat())
            })?
        }
    };
    let mut data = Vec::new();
    found.read_to_end(&mut data).ok()?;
    line_of(&data, line, FOR_TRACEBACK)
}

/// A line of a text without its indentation, with its newline if it has one.
fn line_of(data: &[u8], line: u32, at_once: usize) -> Option<Vec<u8>> {
    let mut rest = data;
    for _ in 1..line {
        rest = &rest[end_of_line(rest)?.1..];
    }
    if rest.is_empty() {
        return None;
    }
    let text = match end_of_line(rest) {
        Some((end, _)) => [&rest[..end], b"\n"].concat(),
        None => rest.to_vec(),
    };
    let shown = &text[(text.len() - 1) / at_once * at_once..];
    // To C the text ends at a null byte.
    let shown = &shown[..shown.iter().position(|b| *b == 0).unwrap_or(shown.len())];
    let indent = |b: &&u8| matches!(b, b' ' | b'\t' | 0x0c);
    let indent = shown.iter().take_while(indent).count();
    Some(shown[indent..].to_vec())
}

/// Where the first line ends, and where the next one begins; newlines of all three kinds end lines.
fn end_of_line(text: &[u8]) -> Option<(usize, usize)> {
    let end = text.iter().position(|b| matches!(b, b'\n' | b'\r'))?;
    let width = if text[end..].starts_with(b"\r\n") {
        2
    } else {
        1
    };
    Some((end, end + width))
}
