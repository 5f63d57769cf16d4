//! Compares builtin types and functions with CPython's, call by call.
//!
//! The program tests/catalogue/builtins.py calls everything with a catalogue of arguments and prints a line a call.
//! It runs under CPython 2.7 and under Pyston; lines that differ are shown, but for those that
//! tests/catalogue/differences.txt explains: a line of it is the beginning of such lines and a reason.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Arguments;
use tests::find;

/// At most so many differences are shown.
const SHOWN: usize = 100;

pub fn main(args: &[String]) -> Result<(), String> {
    let mut args = Arguments::new(args);
    let mut pyston = None;
    let mut names = Vec::new();
    let mut modes = vec!["-I".to_owned()];
    while let Some(arg) = args.next() {
        match arg {
            "--pyston" => pyston = args.next().map(PathBuf::from),
            "--mode" => modes = args.next().map(str::to_owned).into_iter().collect(),
            name => names.push(name.to_owned()),
        }
    }
    let folder = find::root().join("tests/catalogue");
    let program = folder.join("builtins.py");
    let known = explained(&folder.join("differences.txt"))?;
    let pyston = pyston.unwrap_or_else(|| find::root().join("target/debug/pyston"));
    let theirs = run(&crate::cpython()?, &[], &program, &names)?;
    let ours = run(&pyston, &modes, &program, &names)?;
    let (mut excused, mut differing) = (0, 0);
    for (call, wanted) in &theirs.lines {
        let got = ours.results.get(call.as_str()).map(String::as_str);
        if got == Some(wanted.as_str()) {
            continue;
        }
        if known.iter().any(|k| call.starts_with(k.as_str())) {
            excused += 1;
            continue;
        }
        differing += 1;
        if differing <= SHOWN {
            let got = got.unwrap_or("(nothing)");
            println!("{call}\n    CPython {wanted}\n    Pyston  {got}");
        }
    }
    println!(
        "{} calls, {differing} differ, {excused} differ for a reason",
        theirs.lines.len()
    );
    if differing > 0 {
        return Err("calls differ from CPython's".to_owned());
    }
    Ok(())
}

/// What a run printed: calls in order with their results, and the results by call.
struct Report {
    lines: Vec<(String, String)>,
    results: HashMap<String, String>,
}

fn run(
    python: &Path,
    modes: &[String],
    program: &Path,
    names: &[String],
) -> Result<Report, String> {
    let output = Command::new(python)
        .args(modes)
        .arg(program)
        .args(names)
        .output()
        .map_err(|error| format!("{}: {error}", python.display()))?;
    if !output.status.success() {
        return Err(format!(
            "{} failed: {}",
            python.display(),
            String::from_utf8_lossy(&output.stderr)
        ));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let lines: Vec<(String, String)> = text
        .lines()
        .map(|l| match l.split_once(" -> ") {
            Some((call, result)) => (call.to_owned(), result.to_owned()),
            None => (l.to_owned(), String::new()),
        })
        .collect();
    let results = lines.iter().cloned().collect();
    Ok(Report { lines, results })
}

/// Beginnings of the lines that may differ.
fn explained(file: &Path) -> Result<Vec<String>, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(text
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
        .map(|l| l.split("  |  ").next().unwrap_or(l).to_owned())
        .collect())
}
