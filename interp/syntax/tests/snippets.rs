//! Small sources, most of them wrong: what CPython says of each, and what we say.
//!
//! `snippets.txt` has both, so that the test needs no CPython. A line with a source is
//! `MODE FLAGS STAGE REPR`: the mode of `compile()`, its flags, and how far to go:
//! `tree` or `code`. The line below is the outcome: the dumped tree, `fine` with the
//! warnings, or the exception. To add sources, write their lines (the outcomes may be
//! missing), and run the test with `PYSTON_REGENERATE=1` where there is a CPython 2.7.

mod oracle;

use oracle::{Oracle, outcome, unrepr};
use std::path::Path;
use syntax::{Flags, Mode};

struct Snippet {
    line: String,
    expected: String,
}

fn file() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snippets.txt")
}

/// The file as it is: comments and blank lines, snippets with their outcome.
fn read() -> Vec<Result<Snippet, String>> {
    let text = std::fs::read_to_string(file()).expect("snippets.txt");
    let mut parts: Vec<Result<Snippet, String>> = Vec::new();
    for line in text.lines() {
        if let Some(expected) = line.strip_prefix("    ")
            && let Some(Ok(snippet)) = parts.last_mut()
        {
            snippet.expected = expected.to_owned();
        } else if line.is_empty() || line.starts_with('#') {
            parts.push(Err(line.to_owned()));
        } else {
            parts.push(Ok(Snippet {
                line: line.to_owned(),
                expected: String::new(),
            }));
        }
    }
    parts
}

/// Mode, flags, stage, and the repr of the source.
fn fields(line: &str) -> [&str; 4] {
    let mut fields = line.splitn(4, ' ');
    std::array::from_fn(|_| {
        fields
            .next()
            .unwrap_or_else(|| panic!("four fields: {line}"))
    })
}

fn ours(line: &str) -> String {
    let [mode, flags, stage, source] = fields(line);
    let mode = match mode {
        "exec" => Mode::Exec,
        "eval" => Mode::Eval,
        _ => Mode::Single,
    };
    let flags = Flags(flags.parse().expect("flags"));
    let source = unrepr(source);
    let result = match stage {
        "tree" => oracle::tree(&source, mode, flags),
        _ => oracle::code(&source, mode, flags),
    };
    result.unwrap_or_else(|error| outcome(&error))
}

fn regenerate() {
    let oracle = Oracle::find().expect("regenerating needs CPython 2.7");
    let parts = read();
    let mut input = String::new();
    for snippet in parts.iter().flatten() {
        let [mode, flags, stage, source] = fields(&snippet.line);
        input.push_str(&format!("({mode:?}, {flags}, {stage:?}, {source})\n"));
    }
    let mut outcomes = oracle.run("snippets", &[], &input).into_iter();
    let mut text = String::new();
    for part in parts {
        match part {
            Ok(snippet) => {
                let outcome = outcomes.next().expect("an outcome for each");
                text.push_str(&format!("{}\n    {outcome}\n", snippet.line));
            }
            Err(comment) => text.push_str(&format!("{comment}\n")),
        }
    }
    std::fs::write(file(), text).expect("snippets.txt can be written");
}

#[test]
fn snippets() {
    if std::env::var_os("PYSTON_REGENERATE").is_some() {
        regenerate();
    }
    let mut wrong = Vec::new();
    let mut count = 0;
    for snippet in read().into_iter().flatten() {
        count += 1;
        let ours = ours(&snippet.line);
        if ours != snippet.expected {
            wrong.push(format!(
                "{}\n  cpython {}\n  ours    {ours}",
                snippet.line, snippet.expected
            ));
        }
    }
    println!("{count} snippets, {} differ", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
