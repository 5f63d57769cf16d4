//! Sources and their normalised form, in `tests/normal/*.txt`.
//!
//! A file is a head comment, then cases: a line `== title`, the source, a line `--`, the
//! dump or the error. `UPDATE=1 cargo test -p interp --test golden` rewrites the dumps; read
//! the difference before you commit it. A title may end in `[single]` or `[eval]`: the mode.

use std::fs;
use std::path::Path;

use interp::normal::lower::{Options, compile};
use interp::normal::{dump, validate};
use syntax::{Flags, Mode};

fn run(source: &str, mode: Mode) -> String {
    match compile(
        source.as_bytes(),
        "test.py",
        mode,
        Flags::default(),
        Options::default(),
    ) {
        Ok(lowered) => {
            let text = dump::dump(&lowered.code);
            match validate::validate(&lowered.code) {
                Ok(()) => text,
                Err(e) => format!("INVALID {e}\n{text}"),
            }
        }
        Err(e) => format!("{e}\n"),
    }
}

fn golden(path: &Path) -> datatest_stable::Result<()> {
    let text = fs::read_to_string(path)?;
    let mut parts = text.split("\n== ");
    let mut fresh = parts.next().unwrap_or_default().to_string();
    let mut wrong = Vec::new();
    for case in parts {
        let (title, rest) = case.split_once('\n').ok_or("a case without source")?;
        let (source, expected) = rest.split_once("\n--\n").unwrap_or((rest.trim_end(), ""));
        let mode = match title {
            t if t.ends_with("[single]") => Mode::Single,
            t if t.ends_with("[eval]") => Mode::Eval,
            _ => Mode::Exec,
        };
        let result = run(&format!("{source}\n"), mode);
        if result.trim_end() != expected.trim_end() {
            wrong.push(format!("== {title}\n{result}"));
        }
        fresh += &format!("\n== {title}\n{source}\n--\n{result}");
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, fresh)?;
        return Ok(());
    }
    match wrong.is_empty() {
        true => Ok(()),
        false => Err(wrong.join("\n").into()),
    }
}

datatest_stable::harness! {
    { test = golden, root = "tests/normal", pattern = r"\.txt$" },
}
