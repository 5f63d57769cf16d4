//! The differential fuzzer: random programs, CPython 2.7 against every mode of pyston.
//!
//! A seed determines its program, whatever ran before it, so a report is reproduced with
//! `xtask fuzz --seed N --count 1`. Outcomes are compared as in the conformance suite
//! (output, exit status, last line of standard error). What differs is kept below
//! `target/fuzz`, whole and shrunk.

mod expressions;
mod generate;
mod random;
mod tree;

use crate::Arguments;
use std::fs;
use std::path::{Path, PathBuf};
use tests::modes::{MODES, Mode};
use tests::pair::Pair;
use tests::{check, find, outcome};
use tree::Stmt;

/// How many programs a shrinking may run: each costs two starts.
const SHRINK_TRIES: usize = 400;

struct Settings {
    seed: u64,
    count: u64,
    size: usize,
    keep: PathBuf,
    modes: Vec<&'static Mode>,
}

pub fn main(args: &[String]) -> Result<(), String> {
    let mut args = Arguments::new(args);
    let mut settings = Settings {
        seed: 1,
        count: 100,
        size: 6,
        keep: find::root().join("target/fuzz"),
        modes: MODES.iter().collect(),
    };
    let mut printing = false;
    while let Some(arg) = args.next() {
        match arg {
            "--seed" => settings.seed = args.number(arg)?,
            "--count" => settings.count = args.number(arg)?,
            "--size" => settings.size = args.number(arg)? as usize,
            "--keep" => settings.keep = PathBuf::from(args.value(arg)?),
            "--mode" => {
                let name = args.value(arg)?;
                let mode = Mode::named(name).ok_or(format!("no mode {name}"))?;
                settings.modes = vec![mode];
            }
            "--print" => printing = true,
            _ => return Err(format!("unknown option {arg}")),
        }
    }
    if printing {
        let program = generate::program(settings.seed, settings.size);
        print!("{}", tree::print(&program));
        return Ok(());
    }
    fs::create_dir_all(&settings.keep).map_err(|error| error.to_string())?;
    let cpython = crate::cpython()?;
    let pyston = find::pyston()?;
    let mut differing = 0;
    for seed in settings.seed..settings.seed + settings.count {
        differing += try_seed(seed, &settings, &cpython, &pyston)?;
    }
    println!("{} programs, {differing} differences", settings.count);
    if differing > 0 {
        return Err(format!("see {}", settings.keep.display()));
    }
    Ok(())
}

/// Runs one seed in every mode; says how many modes differ.
fn try_seed(seed: u64, settings: &Settings, cpython: &Path, pyston: &Path) -> Result<u64, String> {
    let program = generate::program(seed, settings.size);
    let script = settings.keep.join(format!("seed{seed}.py"));
    let expected = run(&program, &script, cpython, None)?;
    let mut differing = 0;
    for mode in &settings.modes {
        let actual = run(&program, &script, pyston, Some(mode))?;
        if actual == expected {
            continue;
        }
        if run(&program, &script, cpython, None)? != expected {
            println!("seed {seed}: CPython itself prints something else each time; left out");
            break;
        }
        differing += 1;
        println!("seed {seed}, mode {}:", mode.name);
        print!("{}", outcome::difference(&expected, &actual));
        let scratch = settings.keep.join(format!("seed{seed}_scratch.py"));
        let small = tree::shrink(program.clone(), SHRINK_TRIES, |smaller| {
            let expected = run(smaller, &scratch, cpython, None);
            let actual = run(smaller, &scratch, pyston, Some(mode));
            matches!((expected, actual), (Ok(expected), Ok(actual)) if expected != actual)
        });
        let _ = fs::remove_file(&scratch);
        let shrunk = settings.keep.join(format!("seed{seed}_{}.py", mode.name));
        let expected = run(&small, &shrunk, cpython, None)?;
        let actual = run(&small, &shrunk, pyston, Some(mode))?;
        println!(
            "{}",
            mode.command_line("pyston", &shrunk.display().to_string())
        );
        print!("{}", outcome::difference(&expected, &actual));
    }
    if differing == 0 {
        fs::remove_file(&script).map_err(|error| error.to_string())?;
    }
    Ok(differing)
}

/// Writes the program to `script` and runs it: under pyston in a mode, or under CPython.
fn run(
    program: &[Stmt],
    script: &Path,
    interpreter: &Path,
    mode: Option<&Mode>,
) -> Result<Vec<u8>, String> {
    fs::write(script, tree::print(program)).map_err(|error| error.to_string())?;
    let pair = Pair::read(script).map_err(|error| error.to_string())?;
    let (options, env) = mode.map_or((&[][..], &[][..]), |mode| (mode.args, mode.env));
    let run = check::run(interpreter, options, env, &pair).map_err(|error| error.to_string())?;
    Ok(outcome::render(&run))
}
