//! Finds out what of the executable programs and the compilers use, for the lists of `pyston/`: `llvm.order` (functions
//! and tables of LLVM, functions of libraries in C), `rust.order` (our functions), `rodata.order` (the jump tables of LLVM's functions).
//!
//! LLVM's code is 30 MB, of which compiling uses a tenth, spread everywhere; ours is 8 MB, of which a program uses less. The
//! linker puts the functions of these files side by side (`pyston/build.rs`). The system maps 64 KB around each page that is
//! touched: functions used here and there cost sixteen times their size and more. What the same runs use lies together
//! (`partition.rs`). It only helps: names that do not exist are ignored, missing ones cost pages.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::Arguments;
use crate::partition::{self, Item};
use tests::find;

/// How a program is run.
struct Mode {
    /// Flags of the command line.
    flags: &'static [&'static str],
    /// Whether it is run as a benchmark, so that its functions become hot; else with the size for tests.
    whole: bool,
    /// How much a function that such a run enters counts.
    weight: u32,
}

/// The default mode counts most: it is what users run.
const MODES: [Mode; 4] = [
    Mode {
        flags: &[],
        whole: true,
        weight: 8,
    },
    Mode {
        flags: &["-I"],
        whole: false,
        weight: 2,
    },
    Mode {
        flags: &["-n"],
        whole: false,
        weight: 1,
    },
    Mode {
        flags: &["-O"],
        whole: false,
        weight: 1,
    },
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
        programs = tests::pair::programs(&find::root().join("bench"))
            .map_err(|error| error.to_string())?;
        // What is used to start.
        programs.push(PathBuf::from("/dev/null"));
    }
    // By name: the runs that enter it.
    let mut called: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let runs: Vec<(&PathBuf, &Mode)> = programs
        .iter()
        .flat_map(|program| MODES.iter().map(move |mode| (program, mode)))
        .collect();
    for (run, names) in all_calls(&pyston, &runs)?.into_iter().enumerate() {
        for name in names {
            called.entry(name).or_default().insert(run);
        }
    }
    let defined = symbols(&pyston)?;
    let mut instances: BTreeMap<&str, u32> = BTreeMap::new();
    for path in defined.keys().filter_map(|name| without_hash(name)) {
        *instances.entry(path).or_default() += 1;
    }
    let weights: Vec<f64> = runs.iter().map(|(_, mode)| mode.weight.into()).collect();
    // By what they are listed as: size and users.
    let mut of_rust: BTreeMap<&str, (u64, BTreeSet<usize>)> = BTreeMap::new();
    let mut of_others = of_rust.clone();
    for (name, runs) in &called {
        let Some(size) = defined.get(name) else {
            continue;
        };
        let (list, listed) = match without_hash(name) {
            Some(path) if instances[path] <= INSTANCES_MAX => (&mut of_rust, path),
            Some(_) => (&mut of_rust, without_unit(name)),
            None if name.starts_with("_R") => (&mut of_rust, without_unit(name)),
            None => (&mut of_others, name.as_str()),
        };
        let known = list.entry(listed).or_default();
        known.0 += size;
        known.1.extend(runs);
    }
    let of_rust = arranged("functions of Rust", of_rust, &weights);
    let of_others = arranged("other functions", of_others, &weights);
    let mut llvm = String::from(
        "# Functions of LLVM and of libraries in C that programs use, written by `xtask order` (see xtask/src/order.rs).\n",
    );
    let mut ours = String::from(
        "# Functions of Rust that programs use, written by `xtask order` (see xtask/src/order.rs).\n",
    );
    for (list, names) in [(&mut llvm, &of_others), (&mut ours, &of_rust)] {
        for name in names {
            list.push_str(name);
            list.push('\n');
        }
    }
    for name in data(&pyston)? {
        llvm.push_str(&name);
        llvm.push('\n');
    }
    let mut tables = String::from(
        "# Sections with the constants of those functions, written by `xtask order` (see xtask/src/order.rs).\n",
    );
    let sections = sections_of_constants()?;
    for name in &of_others {
        let section = format!(".rodata.{name}");
        if sections.contains(&section) {
            tables.push_str(&section);
            tables.push('\n');
        }
    }
    for (name, text) in [
        ("llvm.order", llvm),
        ("rust.order", ours),
        ("rodata.order", tables),
    ] {
        let place = find::root().join("pyston").join(name);
        std::fs::write(&place, text).map_err(|error| format!("{}: {error}", place.display()))?;
    }
    Ok(())
}

/// Instances of a generic function have the same path: of many, most are not used, and those that are stand in the list
/// with their hashes.
const INSTANCES_MAX: u32 = 4;

/// The path of a function of Rust, as mangled: its name up to the hash, which changes with each compiler and with what
/// its crate depends on.
fn without_hash(name: &str) -> Option<&str> {
    let at = name.rfind("17h").filter(|_| name.starts_with("_ZN"))?;
    let hash = name[at + 3..].get(..16)?;
    hash.bytes()
        .all(|b| b.is_ascii_hexdigit())
        .then_some(&name[..at + 3])
}

/// The name without the number of the unit that a local function was taken from.
fn without_unit(name: &str) -> &str {
    name.split(".llvm.").next().unwrap_or(name)
}

/// What the system maps around a page that is touched.
const WINDOW: u64 = 1 << 16;

/// The names in the order in which they are listed: what most runs use comes first, or, if runs touch less of memory so,
/// what the same runs use lies together.
fn arranged<'a>(
    what: &str,
    called: BTreeMap<&'a str, (u64, BTreeSet<usize>)>,
    weights: &[f64],
) -> Vec<&'a str> {
    let mut called: Vec<_> = called.into_iter().collect();
    called.sort_by_cached_key(|(_, (_, runs))| {
        let weight: f64 = runs.iter().map(|&run| weights[run]).sum();
        (Reverse(weight as u64), runs.clone())
    });
    let items: Vec<Item> = called
        .iter()
        .map(|(_, (size, runs))| Item {
            size: *size,
            users: runs.iter().copied().collect(),
        })
        .collect();
    let by_use: Vec<usize> = (0..items.len()).collect();
    let together = partition::arranged(&items, weights);
    let touched = |order: &[usize]| partition::touched(order, &items, weights, WINDOW);
    let (first, second) = (touched(&by_use), touched(&together));
    println!(
        "{what}: a run touches {:.0} KB by use, {:.0} KB together",
        first / 1024.0,
        second / 1024.0
    );
    let order = if second < first { together } else { by_use };
    order.into_iter().map(|item| called[item].0).collect()
}

/// The functions that each of the runs enters.
fn all_calls(pyston: &Path, runs: &[(&PathBuf, &Mode)]) -> Result<Vec<BTreeSet<String>>, String> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let run = next.fetch_add(1, Ordering::Relaxed);
            let Some((program, mode)) = runs.get(run) else {
                return Ok(done);
            };
            println!("{} {}", program.display(), mode.flags.join(" "));
            done.push((run, calls(pyston, program, mode, run)?));
        }
    };
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let mut all = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..processors).map(|_| scope.spawn(work)).collect();
        let mut all = Vec::new();
        for worker in workers {
            let done: Result<Vec<_>, String> = worker.join().map_err(|_| "a thread failed")?;
            all.extend(done?);
        }
        Ok::<_, String>(all)
    })?;
    all.sort_by_key(|(run, _)| *run);
    Ok(all.into_iter().map(|(_, names)| names).collect())
}

/// The functions that a run of the program enters.
fn calls(
    pyston: &Path,
    program: &Path,
    mode: &Mode,
    run: usize,
) -> Result<BTreeSet<String>, String> {
    let mut called = BTreeSet::new();
    let small = tests::pair::Pair::read(program)
        .map(|pair| pair.args)
        .unwrap_or_default();
    let out = std::env::temp_dir().join(format!("pyston-order-{}-{run}", std::process::id()));
    let status = Command::new("valgrind")
        .args(["--tool=callgrind", "--demangle=no"])
        .arg(format!("--callgrind-out-file={}", out.display()))
        .arg(pyston)
        .args(mode.flags)
        .arg(program)
        .args(if mode.whole { &[][..] } else { &small })
        // What is hot is compiled before the program ends: under valgrind threads take turns.
        .env("PYSTON_JIT_SYNC", "1")
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

/// The programs whose accesses to LLVM's tables are looked at, just big enough to be optimised.
const DATA_PROGRAMS: [(&str, &str); 2] = [("fib", "27"), ("nbody", "2000")];

/// Tables of this size and more are used here and there: they come last.
const BIG: u64 = 1 << 14;

/// LLVM's tables (virtual ones, descriptions of instructions and the like) that compiling reads, small ones first.
fn data(pyston: &Path) -> Result<Vec<String>, String> {
    let out = Command::new("nm")
        .args(["-S", "--defined-only"])
        .arg(pyston)
        .output()
        .map_err(|error| format!("nm: {error}"))?;
    // By address: size and name.
    let mut tables: BTreeMap<u64, (u64, String)> = BTreeMap::new();
    for line in String::from_utf8_lossy(&out.stdout).lines() {
        let parts: Vec<&str> = line.split(' ').collect();
        let [address, size, kind, name] = parts[..] else {
            continue;
        };
        let ours = without_hash(name).is_some();
        if !matches!(kind, "r" | "R" | "d" | "D" | "V" | "u") || !name.starts_with("_Z") || ours {
            continue;
        }
        let number = |digits| u64::from_str_radix(digits, 16).unwrap_or_default();
        tables.insert(number(address), (number(size), name.to_owned()));
    }
    let mut used: BTreeSet<u64> = BTreeSet::new();
    for (program, size) in DATA_PROGRAMS {
        println!("{program}: data");
        let program = find::root().join(format!("bench/{program}.py"));
        let mut child = Command::new("valgrind")
            .args(["--tool=lackey", "--trace-mem=yes"])
            .arg(pyston)
            .arg(program)
            .arg(size)
            .env("PYSTON_JIT_SYNC", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| format!("valgrind: {error}"))?;
        let trace = child.stderr.take().expect("it is a pipe");
        for line in BufReader::new(trace).split(b'\n') {
            let line = line.map_err(|error| error.to_string())?;
            let Some(accessed) = accessed(&line) else {
                continue;
            };
            if let Some((start, (size, _))) = tables.range(..=accessed).next_back()
                && accessed < start + size
            {
                used.insert(*start);
            }
        }
        child.wait().map_err(|error| error.to_string())?;
    }
    let mut used: Vec<_> = used.iter().map(|start| &tables[start]).collect();
    used.sort_by_key(|(size, _)| (*size >= BIG, *size));
    Ok(used.into_iter().map(|(_, name)| name.clone()).collect())
}

/// The address of a line of lackey's trace about data: ` L 04222cac,4`.
fn accessed(line: &[u8]) -> Option<u64> {
    let [b' ', b'L' | b'S' | b'M', b' ', rest @ ..] = line else {
        return None;
    };
    let digits = rest.split(|b| *b == b',').next()?;
    // Stacks and heaps lie above the executable.
    if digits.len() > 8 {
        return None;
    }
    u64::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

/// The sections with constants that LLVM's objects have for single functions.
fn sections_of_constants() -> Result<BTreeSet<String>, String> {
    let prefix =
        std::env::var("LLVM_SYS_191_PREFIX").unwrap_or_else(|_| "/usr/lib/llvm-19".to_owned());
    let folder = PathBuf::from(prefix).join("lib");
    let entries =
        std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut sections = BTreeSet::new();
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !(name.starts_with("libLLVM") && name.ends_with(".a")) {
            continue;
        }
        let out = Command::new("readelf")
            .args(["--sections", "--wide"])
            .arg(entry.path())
            .output()
            .map_err(|error| format!("readelf: {error}"))?;
        for line in String::from_utf8_lossy(&out.stdout).lines() {
            if let Some(at) = line.find(" .rodata._Z") {
                let rest = &line[at + 1..];
                sections.insert(rest.split(' ').next().unwrap_or(rest).to_owned());
            }
        }
    }
    Ok(sections)
}

/// The functions that the executable has, and their sizes.
fn symbols(pyston: &Path) -> Result<BTreeMap<String, u64>, String> {
    let out = Command::new("nm")
        .args(["-S", "--defined-only"])
        .arg(pyston)
        .output()
        .map_err(|error| format!("nm: {error}"))?;
    let mut symbols = BTreeMap::new();
    for line in String::from_utf8_lossy(&out.stdout).lines() {
        let parts: Vec<&str> = line.split(' ').collect();
        if let [_, size, _, name] = parts[..] {
            let size = u64::from_str_radix(size, 16).unwrap_or_default();
            symbols.insert(name.to_owned(), size);
        }
    }
    Ok(symbols)
}
