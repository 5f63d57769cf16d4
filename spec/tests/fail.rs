//! One file a message: tests/fail/NAME.toml is appended to a table of tests/base (its first line says
//! which), and what the checker then says must be tests/fail/NAME.expected.
//!
//! `UPDATE=1 cargo test -p pyston-spec --test fail` writes the expected texts anew: read the diff.

use std::fs;
use std::path::{Path, PathBuf};

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a temporary directory");
    for entry in fs::read_dir(from).expect("a directory") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// The messages for the base tables with `text` appended to one of them.
fn messages(base: &Path, name: &str, text: &str) -> String {
    let table = text
        .lines()
        .next()
        .and_then(|l| l.strip_prefix("# "))
        .expect("the first line names a table");
    let dir = std::env::temp_dir()
        .join(format!("pyston-spec-{}-{name}", std::process::id()))
        .join("spec");
    copy(base, &dir);
    let path = dir.join(table);
    let base = fs::read_to_string(&path).unwrap_or_default();
    fs::write(&path, base + text).expect("a file");
    let result = pyston_spec::load(&dir);
    let _ = fs::remove_dir_all(dir.parent().expect("a parent"));
    match result {
        Ok(_) => "no error\n".to_owned(),
        Err(errors) => errors
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

#[test]
fn every_bad_row_has_its_message() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut cases: Vec<PathBuf> = fs::read_dir(root.join("fail"))
        .expect("tests/fail")
        .filter_map(|e| Some(e.ok()?.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
        .collect();
    cases.sort();
    let mut wrong = Vec::new();
    for case in &cases {
        let name = case
            .file_stem()
            .map(|s| s.to_string_lossy().into_owned())
            .unwrap_or_default();
        let text = fs::read_to_string(case).expect("a case");
        let got = messages(&root.join("base"), &name, &text);
        let expected = case.with_extension("expected");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&expected, &got).expect("expected text");
        } else if fs::read_to_string(&expected).unwrap_or_default() != got {
            wrong.push(format!("==== {name}\n{got}"));
        }
    }
    assert!(cases.len() > 40, "where are the cases?");
    assert!(
        wrong.is_empty(),
        "{} unexpected\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn the_base_tables_are_fine() {
    let base = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/base");
    if let Err(errors) = pyston_spec::load(&base) {
        panic!(
            "{}",
            errors
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n")
        );
    }
}
