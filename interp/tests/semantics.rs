//! The lowering against CPython: random programs full of control flow, run by CPython and,
//! in their normalised form, by `run_nodes.py` on CPython's own objects, print the same.
//! `SEEDS=FROM..TO` chooses the programs. Without a CPython 2.7 (`PYTHON27`, by default
//! `python2.7`) there is nothing to compare with.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

fn python(args: &[OsString]) -> Option<Vec<u8>> {
    let program = std::env::var_os("PYTHON27").unwrap_or_else(|| "python2.7".into());
    let out = Command::new(program).args(args).output().ok()?;
    Some(out.stdout).filter(|s| !s.is_empty())
}

/// The `nodes` example, which is built along with the tests.
fn nodes() -> PathBuf {
    let mut path = std::env::current_exe().expect("a test has a path");
    path.pop();
    path.pop();
    path.join("examples").join("nodes")
}

#[test]
fn random_programs() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    if python(&["-c".into(), "print 1".into()]).is_none() {
        eprintln!("no CPython 2.7 found: skipped");
        return;
    }
    let seeds = std::env::var("SEEDS").unwrap_or_else(|_| "1..4".into());
    let (from, to) = seeds.split_once("..").expect("SEEDS=FROM..TO");
    let (from, to): (u32, u32) = (
        from.parse().expect("a number"),
        to.parse().expect("a number"),
    );
    let dir = std::env::temp_dir().join(format!("pyston-programs-{}", std::process::id()));
    std::fs::create_dir_all(&dir).expect("a place for programs");
    for seed in from..to {
        let text = python(&[
            here.join("random_programs.py").into(),
            seed.to_string().into(),
        ])
        .expect("a program");
        let program = dir.join(format!("seed_{seed}.py"));
        std::fs::write(&program, text).expect("writable");
        let expected = python(&[program.clone().into()]).expect("CPython runs it");
        let got = python(&[
            here.join("run_nodes.py").into(),
            nodes().into(),
            program.clone().into(),
        ]);
        assert!(
            got.as_ref() == Some(&expected),
            "differs: {}",
            program.display()
        );
    }
    let _ = std::fs::remove_dir_all(dir);
}
