//! Every file of CPython's library, its tests included: the same tree, to the byte of
//! the dump, or the same complaint.

mod oracle;

use oracle::Oracle;
use std::path::Path;
use syntax::{Arena, Flags, Mode};

/// Files that we reject with other words than CPython.
const KNOWN: [&str; 0] = [];

fn ours(path: &Path) -> String {
    let source = std::fs::read(path).expect("a readable file");
    let arena = Arena::new();
    match syntax::parse(&arena, &source, "<test>", Mode::Exec, Flags::default()) {
        Ok(parsed) => {
            let dump = syntax::dump(&parsed.module, &parsed.names, true);
            format!("{:x}", md5::compute(dump))
        }
        Err(error) => oracle::outcome(&error),
    }
}

#[test]
fn trees_of_the_library() {
    let Some(oracle) = Oracle::find() else { return };
    let files = oracle.files();
    let mut wrong = Vec::new();
    let lines = oracle.run("trees", &files, "");
    assert_eq!(lines.len(), files.len());
    for line in &lines {
        let (path, theirs) = line.split_once('\t').expect("path and result");
        let known = KNOWN.iter().any(|k| path.ends_with(k));
        let ours = ours(Path::new(path));
        if (ours == theirs) == known {
            wrong.push(format!("{path}\n  cpython {theirs}\n  ours    {ours}"));
        }
    }
    println!("{} files, {} differ", files.len(), wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
