//! Every file of CPython's library, its tests included: the same tree, to the byte of
//! the dump, the same symbol tables, or the same complaint.

mod oracle;

use md5::{Digest, Md5};
use oracle::{Oracle, outcome};
use std::path::Path;
use syntax::{Arena, Flags, Mode, Result};

fn tree(source: &[u8]) -> Result<String> {
    oracle::tree(source, Mode::Exec, Flags::default())
}

fn scopes(source: &[u8]) -> Result<String> {
    let arena = Arena::new();
    let mut parsed = syntax::parse(&arena, source, oracle::NAME, Mode::Exec, Flags::default())?;
    let table = syntax::symtable::build(&mut parsed, oracle::NAME)?;
    Ok(table.dump(&parsed.names))
}

fn compare(command: &str, skip: fn(&Path) -> bool, ours: fn(&[u8]) -> Result<String>) {
    let Some(oracle) = Oracle::find() else { return };
    let mut files = oracle.files();
    files.retain(|path| !skip(path));
    let mut wrong = Vec::new();
    let lines = oracle.run(command, &files, "");
    assert_eq!(lines.len(), files.len());
    for line in &lines {
        let (path, theirs) = line.split_once('\t').expect("path and result");
        let source = std::fs::read(Path::new(path)).expect("a readable file");
        let ours = match ours(&source) {
            Ok(dump) => format!("{:x}", Md5::digest(dump)),
            Err(error) => outcome(&error),
        };
        if ours != theirs {
            wrong.push(format!("{path}\n  cpython {theirs}\n  ours    {ours}"));
        }
    }
    println!("{command}: {} files, {} differ", files.len(), wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn trees_of_the_library() {
    compare("trees", |_| false, tree);
}

#[test]
fn scopes_of_the_library() {
    // The `_symtable` module does not look at future features.
    let wrong_futures = |path: &Path| path.to_string_lossy().contains("badsyntax_future");
    compare("scopes", wrong_futures, scopes);
}
