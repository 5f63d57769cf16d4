//! What a few rows render to: the tables of tests/base with those of tests/snapshot added, against
//! tests/snapshot/ROW.rs.txt.
//!
//! `UPDATE=1 cargo test -p pyston-spec --test snapshot` writes them anew: read the diff.

use std::fs;
use std::path::{Path, PathBuf};

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a temporary directory");
    for entry in fs::read_dir(from).expect("a directory") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else if target.extension().is_some_and(|e| e == "toml") {
            let before = fs::read_to_string(&target).unwrap_or_default();
            let text = fs::read_to_string(entry.path()).expect("a table");
            fs::write(&target, before + &text).expect("a table");
        }
    }
}

#[test]
fn rows_render_as_before() {
    let tests = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests");
    let dir = std::env::temp_dir()
        .join(format!("pyston-spec-snapshot-{}", std::process::id()))
        .join("spec");
    copy(&tests.join("base"), &dir);
    copy(&tests.join("snapshot"), &dir);
    let result = pyston_spec::load(&dir);
    let _ = fs::remove_dir_all(dir.parent().expect("a parent"));
    let spec = match result {
        Ok(spec) => spec,
        Err(errors) => panic!(
            "{}",
            errors
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n")
        ),
    };
    for row in ["add", "find", "list_push"] {
        let got = pyston_spec::audit(&spec, row).expect("a row");
        let path = tests.join("snapshot").join(format!("{row}.rs.txt"));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &got).expect("a snapshot");
        } else {
            let expected = fs::read_to_string(&path).unwrap_or_default();
            assert!(expected == got, "{row} changed:\n{got}");
        }
    }
}
