//! An installed CPython 2.7, asked what it makes of sources.

#![allow(dead_code, reason = "each test uses a part")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use syntax::{Arena, ErrorKind, Flags, Mode, Result, SyntaxError};

/// The file name that `oracle.py` gives to all sources.
pub const NAME: &str = "<test>";

pub struct Oracle {
    python: PathBuf,
}

impl Oracle {
    /// `$PYTHON27`, `python2.7` on the path, or one that pyenv has installed.
    pub fn find() -> Option<Oracle> {
        let mut candidates: Vec<PathBuf> = Vec::new();
        candidates.extend(std::env::var_os("PYTHON27").map(PathBuf::from));
        candidates.push("python2.7".into());
        let pyenv = std::env::var_os("PYENV_ROOT")
            .map(PathBuf::from)
            .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".pyenv")));
        if let Some(versions) = pyenv.and_then(|root| root.join("versions").read_dir().ok()) {
            candidates.extend(versions.flatten().map(|v| v.path().join("bin/python2.7")));
        }
        let found = candidates.into_iter().find(|python| {
            let run = Command::new(python)
                .args(["-c", "import ast"])
                .stderr(Stdio::null())
                .status();
            run.is_ok_and(|status| status.success())
        });
        if found.is_none() {
            println!("skipped: no CPython 2.7 ($PYTHON27, PATH, pyenv)");
        }
        found.map(|python| Oracle { python })
    }

    /// The Python files of its library.
    pub fn files(&self) -> Vec<PathBuf> {
        let code = "import os; print os.path.dirname(os.__file__)";
        let output = Command::new(&self.python)
            .args(["-c", code])
            .output()
            .expect("python runs");
        let library = PathBuf::from(String::from_utf8(output.stdout).expect("a path").trim());
        let mut files = Vec::new();
        python_files(&library, &mut files);
        files.sort();
        files
    }

    /// Runs a command of `oracle.py`; its output lines.
    pub fn run(&self, command: &str, args: &[PathBuf], input: &str) -> Vec<String> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle.py");
        let mut child = Command::new(&self.python)
            .arg(script)
            .arg(command)
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("python runs");
        let mut stdin = child.stdin.take().expect("a pipe");
        let input = input.to_owned();
        let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
        let output = child.wait_with_output().expect("python runs");
        writer.join().expect("no panic").expect("python reads all");
        assert!(output.status.success(), "oracle.py {command} failed");
        String::from_utf8(output.stdout)
            .expect("ASCII")
            .lines()
            .map(str::to_owned)
            .collect()
    }
}

fn python_files(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in dir.read_dir().expect("a readable directory").flatten() {
        let path = entry.path();
        if path.is_dir() {
            python_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "py") {
            found.push(path);
        }
    }
}

/// The dumped tree of a source.
pub fn tree(source: &[u8], mode: Mode, flags: Flags) -> Result<String> {
    let arena = Arena::new();
    let parsed = syntax::parse(&arena, source, NAME, mode, flags)?;
    Ok(syntax::dump(&parsed.module, &parsed.names, true))
}

/// What a source that compiles is warned of.
pub fn code(source: &[u8], mode: Mode, flags: Flags) -> Result<String> {
    let arena = Arena::new();
    let mut parsed = syntax::parse(&arena, source, NAME, mode, flags)?;
    let mut table = syntax::symtable::build(&mut parsed, NAME)?;
    syntax::check::check(&parsed, &mut table, NAME, 0)?;
    let warnings = table.warnings.iter();
    let warnings =
        warnings.map(|w| format!(" SyntaxWarning ({}, {})", repr(w.msg.as_bytes()), w.lineno));
    Ok(format!("fine{}", warnings.collect::<String>()))
}

/// An error as `oracle.py` prints it.
pub fn outcome(error: &SyntaxError) -> String {
    let class = error.kind.class();
    let msg = repr(error.msg.as_bytes());
    match error.kind {
        ErrorKind::Syntax | ErrorKind::Indentation | ErrorKind::Tab => {
            let offset = error.offset.map_or("None".to_owned(), |o| o.to_string());
            let lineno = error.lineno.map_or("None".to_owned(), |n| n.to_string());
            let text = error.text.as_ref().map_or("None".to_owned(), |t| repr(t));
            format!("{class} ({msg}, {lineno}, {offset}, {text})")
        }
        _ => format!("{class} ({msg}, None, None, None)"),
    }
}

/// Python's `repr` of a string.
pub fn repr(s: &[u8]) -> String {
    let quote = if s.contains(&b'\'') && !s.contains(&b'"') {
        '"'
    } else {
        '\''
    };
    let mut out = String::from(quote);
    for &b in s {
        match b {
            b'\\' => out.push_str("\\\\"),
            b'\t' => out.push_str("\\t"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            _ if b as char == quote => out.extend(['\\', quote]),
            b' '..=b'~' => out.push(b as char),
            _ => out.push_str(&format!("\\x{b:02x}")),
        }
    }
    out.push(quote);
    out
}

/// The string of a Python `repr` (of those that [`repr`] makes).
pub fn unrepr(text: &str) -> Vec<u8> {
    let inner = &text.as_bytes()[1..text.len() - 1];
    let mut out = Vec::new();
    let mut rest = inner.iter().copied();
    while let Some(b) = rest.next() {
        if b != b'\\' {
            out.push(b);
            continue;
        }
        out.push(match rest.next().expect("an escape") {
            b'n' => b'\n',
            b't' => b'\t',
            b'r' => b'\r',
            b'x' => {
                let digits = [rest.next().expect("a digit"), rest.next().expect("a digit")];
                let digits = std::str::from_utf8(&digits).expect("ASCII");
                u8::from_str_radix(digits, 16).expect("hexadecimal")
            }
            other => other,
        });
    }
    out
}
