//! The differential fuzzer: random programs, CPython 2.7 against every mode of pyston.
//!
//! A seed determines its program, whatever ran before it. Programs are run four hundred in a
//! process (`batch`) and compared one by one, by all they print, tracebacks of uncaught
//! exceptions included. What differs is run alone, `xtask fuzz --seed N --count 1` as it were,
//! and shrunk in the first mode in which it differs. If alone it does not differ, it needs
//! what ran before it in its process: the programs that it needs are looked for instead.
//! All of that is kept below `target/fuzz`.
//!
//! The modes are those of the tests, but cheaper (`Interpreter::in_mode`); `--exact` leaves
//! them as they are. Compiling costs most by far, ten milliseconds and more for a function in
//! each mode that does it: `--mode interpreter,default` runs far more programs in the time.

mod batch;
mod expressions;
mod generate;
mod grammar;
mod random;
mod tree;

use crate::Arguments;
use batch::{Folder, Interpreter, Program};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;
use tests::modes::{MODES, Mode};
use tests::{find, outcome};

/// How many programs a shrinking may run: each costs two starts.
const SHRINK_TRIES: usize = 100;

struct Settings {
    seed: u64,
    count: u64,
    size: usize,
    batch: u64,
    jobs: usize,
    exact: bool,
    keep: PathBuf,
    modes: Vec<&'static Mode>,
}

pub fn main(args: &[String]) -> Result<(), String> {
    let mut args = Arguments::new(args);
    let mut settings = Settings {
        seed: 1,
        count: 100,
        size: 0,
        batch: 400,
        jobs: 2,
        exact: false,
        keep: find::root().join("target/fuzz"),
        modes: MODES.iter().collect(),
    };
    let mut printing = false;
    while let Some(arg) = args.next() {
        match arg {
            "--seed" => settings.seed = args.number(arg)?,
            "--count" => settings.count = args.number(arg)?,
            "--size" => settings.size = args.number(arg)? as usize,
            "--batch" => settings.batch = args.number(arg)?.max(1),
            "--jobs" => settings.jobs = args.number(arg)? as usize,
            "--exact" => settings.exact = true,
            "--keep" => settings.keep = PathBuf::from(args.value(arg)?),
            "--mode" => {
                let names = args.value(arg)?.split(',');
                let modes = names.map(|name| Mode::named(name).ok_or(format!("no mode {name}")));
                settings.modes = modes.collect::<Result<_, _>>()?;
            }
            "--print" => printing = true,
            _ => return Err(format!("unknown option {arg}")),
        }
    }
    if printing {
        let program = generate::program(settings.seed, settings.size);
        print!(
            "{}{}",
            include_str!("fuzz/prelude.py"),
            tree::print(&program)
        );
        return Ok(());
    }
    let cpython = crate::cpython()?;
    let pyston = find::pyston()?;
    let fuzzer = Fuzzer {
        folder: Folder::new(settings.keep.clone())?,
        cpython: &cpython,
        pyston: &pyston,
        settings,
        report: Mutex::new(Report::default()),
    };
    fuzzer.run()
}

/// What was found so far.
#[derive(Default)]
struct Report {
    programs: u64,
    differing: u64,
    /// The first error of the fuzzer itself.
    error: Option<String>,
}

/// Did a program need more memory than there was?
fn ran_out(outcome: &[u8]) -> bool {
    let name = b"MemoryError";
    outcome.windows(name.len()).any(|text| text == name)
}

struct Fuzzer<'a> {
    settings: Settings,
    folder: Folder,
    cpython: &'a Path,
    pyston: &'a Path,
    report: Mutex<Report>,
}

impl Fuzzer<'_> {
    fn run(&self) -> Result<(), String> {
        let (first, count) = (self.settings.seed, self.settings.count);
        let start = Instant::now();
        let next = AtomicU64::new(0);
        std::thread::scope(|scope| {
            for _ in 0..self.settings.jobs.max(1) {
                scope.spawn(|| {
                    loop {
                        let from = next.fetch_add(self.settings.batch, Ordering::Relaxed);
                        if from >= count {
                            break;
                        }
                        let to = (from + self.settings.batch).min(count);
                        let done = self.batch(first + from, first + to);
                        let mut report = self.report();
                        report.programs += to - from;
                        if let Err(error) = done {
                            report.error.get_or_insert(error);
                            break;
                        }
                        if report.programs.is_multiple_of(1000) {
                            let seconds = start.elapsed().as_secs();
                            println!("{} programs after {seconds} s", report.programs);
                        }
                    }
                });
            }
        });
        let report = self.report();
        if let Some(error) = &report.error {
            return Err(error.clone());
        }
        println!(
            "{} programs, {} of them with differences",
            report.programs, report.differing
        );
        if report.differing > 0 {
            return Err(format!("see {}", self.settings.keep.display()));
        }
        Ok(())
    }

    fn report(&self) -> std::sync::MutexGuard<'_, Report> {
        self.report
            .lock()
            .unwrap_or_else(|error| error.into_inner())
    }

    fn interpreter(&self, mode: &Mode) -> Interpreter<'_> {
        Interpreter::in_mode(self.pyston, mode, self.settings.exact)
    }

    /// Runs the programs of the seeds in every mode.
    fn batch(&self, from: u64, to: u64) -> Result<(), String> {
        let programs: Vec<Program> = (from..to)
            .map(|seed| Program {
                seed,
                tree: generate::program(seed, self.settings.size),
            })
            .collect();
        let written: Vec<String> = programs.iter().map(Program::file).collect();
        for program in &programs {
            self.folder.write_program(&program.file(), &program.tree)?;
        }
        let expected = batch::run(&Interpreter::plain(self.cpython), &self.folder, &written)?;
        // Where memory ends is nobody's semantics.
        let (programs, expected): (Vec<_>, Vec<_>) = programs
            .into_iter()
            .zip(expected)
            .filter(|(_, outcome)| !ran_out(outcome))
            .unzip();
        let files: Vec<String> = programs.iter().map(Program::file).collect();
        let mut differing: Vec<Vec<(&Mode, Vec<u8>)>> = vec![Vec::new(); programs.len()];
        for mode in &self.settings.modes {
            let outcomes = batch::run(&self.interpreter(mode), &self.folder, &files)?;
            for (at, actual) in outcomes.into_iter().enumerate() {
                if actual != expected[at] {
                    differing[at].push((mode, actual));
                }
            }
        }
        let mut kept = false;
        for (at, found) in differing.iter().enumerate() {
            if !found.is_empty() {
                kept |= self.examine(&programs[..=at], &expected[at], found)?;
            }
        }
        if !kept {
            written.iter().for_each(|file| self.folder.remove(file));
        }
        Ok(())
    }

    /// Reports the last of the programs, which differs in some modes; says whether it does
    /// so each time.
    fn examine(
        &self,
        programs: &[Program],
        expected: &[u8],
        found: &[(&Mode, Vec<u8>)],
    ) -> Result<bool, String> {
        let (Some(program), Some((mode, actual))) = (programs.last(), found.first()) else {
            return Ok(false);
        };
        let files: Vec<String> = programs.iter().map(Program::file).collect();
        let cpython = Interpreter::plain(self.cpython);
        let pyston = self.interpreter(mode);
        let last = |interpreter: &Interpreter, files: &[String]| {
            let outcomes = batch::run(interpreter, &self.folder, files)?;
            Ok::<_, String>(outcomes.last().cloned().unwrap_or_default())
        };
        let alone = vec![program.file()];
        let again = last(&cpython, &files)?;
        if again != expected || last(&cpython, &alone)? != expected {
            println!(
                "seed {}: CPython itself prints something else each time; left out",
                program.seed
            );
            return Ok(false);
        }
        self.report().differing += 1;
        let modes: Vec<&str> = found.iter().map(|(mode, _)| mode.name).collect();
        let mut text = format!("seed {}, differs in {}:\n", program.seed, modes.join(", "));
        text += &outcome::difference(expected, actual);
        if last(&pyston, &alone)? == expected {
            let needed = self.needed(&pyston, expected, &files)?;
            text += "only after other programs:\n";
            text += &pyston.command_line(&self.folder, &needed);
        } else {
            let scratch = format!("scratch{}.py", program.seed);
            let one = [scratch.clone()];
            let small = tree::shrink(program.tree.clone(), SHRINK_TRIES, |smaller| {
                self.folder.write_program(&scratch, smaller).is_ok()
                    && matches!(
                        (last(&cpython, &one), last(&pyston, &one)),
                        (Ok(expected), Ok(actual)) if expected != actual
                    )
            });
            self.folder.remove(&scratch);
            let shrunk = [format!("seed{}_{}.py", program.seed, mode.name)];
            self.folder.write_program(&shrunk[0], &small)?;
            text += &format!("{}\n", pyston.command_line(&self.folder, &shrunk));
            text += &outcome::difference(&last(&cpython, &shrunk)?, &last(&pyston, &shrunk)?);
        }
        println!("{text}");
        Ok(true)
    }

    /// The files without which the last one would not differ.
    fn needed(
        &self,
        pyston: &Interpreter,
        expected: &[u8],
        files: &[String],
    ) -> Result<Vec<String>, String> {
        let mut files = files.to_vec();
        let mut length = files.len() / 2;
        while length > 0 {
            let mut start = 0;
            while start + length < files.len() {
                let mut fewer = files.clone();
                fewer.drain(start..start + length);
                let outcomes = batch::run(pyston, &self.folder, &fewer)?;
                if outcomes.last().is_some_and(|actual| actual != expected) {
                    files = fewer;
                } else {
                    start += length;
                }
            }
            length /= 2;
        }
        Ok(files)
    }
}
