//! Finds out which functions programs and the compilers use, for `pyston/llvm.order` and `pyston/rust.order`.
//!
//! LLVM's code is 30 MB, of which compiling uses a sixth, spread everywhere; ours is 8 MB, of which a program uses less. The
//! linker puts the functions of these files side by side (`pyston/build.rs`), so that they occupy (and read) 7 MB and 1 MB
//! instead of 25 and 5. What most runs use comes first: a program pays for the rest page by page. It only helps: names
//! that do not exist are ignored, missing ones cost pages.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::Arguments;
use tests::find;

/// Flags, and how much a run with them counts.
const MODES: [(&str, u32); 4] = [("-I", 1), ("-n", 1), ("-O", 1), ("", 3)];
const PROGRAMS: [&str; 8] = [
    "richards",
    "nbody",
    "exceptions",
    "generators",
    "strings",
    "decimals",
    "sorting",
    "dict_wordcount",
];

pub fn main(args: &[String]) -> Result<(), String> {
    let mut args = Arguments::new(args);
    let mut pyston = find::root().join("target/release/pyston");
    let mut programs: Vec<PathBuf> = Vec::new();
    while let Some(arg) = args.next() {
        match arg {
            "--pyston" => pyston = PathBuf::from(args.value(arg)?),
            name if !name.starts_with('-') => programs.push(PathBuf::from(name)),
            _ => return Err(format!("unknown option {arg}")),
        }
    }
    if programs.is_empty() {
        programs = PROGRAMS
            .map(|name| find::root().join(format!("bench/{name}.py")))
            .to_vec();
        // What is used to start.
        programs.push(PathBuf::from("/dev/null"));
    }
    // By name: how many of the runs enter it, weighted.
    let mut called: BTreeMap<String, u32> = BTreeMap::new();
    for program in &programs {
        for (mode, weight) in MODES {
            println!("{} {mode}", program.display());
            for name in calls(&pyston, program, mode)? {
                *called.entry(name).or_default() += weight;
            }
        }
    }
    let defined = symbols(&pyston)?;
    let mut called: Vec<_> = called.into_iter().collect();
    called.sort_by_key(|(_, runs)| Reverse(*runs));
    let mut llvm = String::from(
        "# Functions of LLVM that the compilers use, written by `xtask order` (see xtask/src/order.rs).\n",
    );
    let mut ours = String::from(
        "# Functions of Rust that programs use, without their hashes, written by `xtask order` (see xtask/src/order.rs).\n",
    );
    let mut instances: BTreeMap<&str, u32> = BTreeMap::new();
    for path in defined.iter().filter_map(|name| without_hash(name)) {
        *instances.entry(path).or_default() += 1;
    }
    let mut known = BTreeSet::new();
    for (name, _) in called.iter().filter(|(name, _)| defined.contains(name)) {
        if let Some(path) = without_hash(name) {
            // Instances of a generic function have the same path: of many, most are not used.
            let few = instances.get(path).is_some_and(|n| *n <= INSTANCES_MAX);
            if few && known.insert(path) {
                ours.push_str(path);
                ours.push('\n');
            }
        } else if ["_Z", "LLVM", "_GLOBAL_"]
            .iter()
            .any(|p| name.starts_with(p))
        {
            llvm.push_str(name);
            llvm.push('\n');
        }
    }
    for (name, text) in [("llvm.order", llvm), ("rust.order", ours)] {
        let place = find::root().join("pyston").join(name);
        std::fs::write(&place, text).map_err(|error| format!("{}: {error}", place.display()))?;
    }
    Ok(())
}

/// Instances of a generic function that are put with those that are used.
const INSTANCES_MAX: u32 = 8;

/// The path of a function of Rust, as mangled: its name up to the hash, which changes with each compiler and with what
/// its crate depends on.
fn without_hash(name: &str) -> Option<&str> {
    let at = name.rfind("17h").filter(|_| name.starts_with("_ZN"))?;
    let hash = name[at + 3..].get(..16)?;
    hash.bytes()
        .all(|b| b.is_ascii_hexdigit())
        .then_some(&name[..at])
}

/// The functions that a run of the program enters.
fn calls(pyston: &Path, program: &Path, mode: &str) -> Result<BTreeSet<String>, String> {
    let mut called = BTreeSet::new();
    let out = std::env::temp_dir().join(format!("pyston-order-{}", std::process::id()));
    let status = Command::new("valgrind")
        .args(["--tool=callgrind", "--demangle=no"])
        .arg(format!("--callgrind-out-file={}", out.display()))
        .arg(pyston)
        .args((!mode.is_empty()).then_some(mode))
        .arg(program)
        .arg("1")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .map_err(|error| format!("valgrind: {error}"))?;
    let text = std::fs::read_to_string(&out).map_err(|error| format!("{status}: {error}"))?;
    let _ = std::fs::remove_file(&out);
    for line in text.lines() {
        let named = line
            .strip_prefix("fn=(")
            .or_else(|| line.strip_prefix("cfn=("));
        if let Some((_, name)) = named.and_then(|named| named.split_once(") ")) {
            // A recursive function has a name for each depth: f'2.
            called.insert(name.split('\'').next().unwrap_or(name).to_owned());
        }
    }
    Ok(called)
}

/// The functions that the executable has.
fn symbols(pyston: &Path) -> Result<BTreeSet<String>, String> {
    let out = Command::new("nm")
        .arg(pyston)
        .output()
        .map_err(|error| format!("nm: {error}"))?;
    let text = String::from_utf8_lossy(&out.stdout);
    Ok(text
        .lines()
        .filter_map(|line| line.rsplit(' ').next().map(str::to_owned))
        .collect())
}
