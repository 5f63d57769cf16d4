//! Runs many programs in one process, and finds each one's output in what comes out.
//!
//! A process costs more to start than most programs to run. `driver.py` runs them one after
//! the other, each in a fresh module, and marks where the output of each begins and ends; an
//! exception's traceback is part of its output. Where one ends the process or hangs, that is
//! its outcome, and those behind it are run in a new process.

use super::tree::{self, Stmt};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tests::modes::Mode;
use tests::{find, outcome, process};

/// A process of many programs may take this many times as long as a test, which is what one
/// alone may take.
const MANY: u32 = 4;

/// A program to run: its name, under which it lies in the folder.
#[derive(Clone)]
pub struct Program {
    /// The seed that it was made from.
    pub seed: u64,
    /// Its statements.
    pub tree: Vec<Stmt>,
}

impl Program {
    /// The name of its file.
    pub fn file(&self) -> String {
        format!("seed{}.py", self.seed)
    }
}

/// A folder with the driver, in which programs are run.
pub struct Folder(PathBuf);

impl Folder {
    /// Makes the folder.
    pub fn new(path: PathBuf) -> Result<Folder, String> {
        fs::create_dir_all(&path).map_err(|error| error.to_string())?;
        let folder = Folder(path);
        folder.write("driver.py", include_str!("driver.py"))?;
        folder.write("prelude.py", include_str!("prelude.py"))?;
        Ok(folder)
    }

    /// Where a file of that name is.
    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Writes a file.
    pub fn write(&self, name: &str, text: &str) -> Result<(), String> {
        let path = self.path(name);
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// Writes a program's file.
    pub fn write_program(&self, name: &str, program: &[Stmt]) -> Result<(), String> {
        self.write(name, &tree::print(program))
    }

    /// Removes a file that may be there.
    pub fn remove(&self, name: &str) {
        let _ = fs::remove_file(self.path(name));
    }
}

/// A program that runs Python, and how.
#[derive(Clone)]
pub struct Interpreter<'a> {
    /// The executable.
    pub path: &'a Path,
    /// Options before the script.
    pub options: Vec<&'a str>,
    /// Variables of the environment.
    pub env: Vec<(&'a str, &'a str)>,
    /// How much memory it may have, in KiB.
    pub memory: Option<u64>,
}

/// What CPython may have: far more than programs of this grammar need.
const MEMORY: u64 = 2 << 20;

impl<'a> Interpreter<'a> {
    /// CPython.
    pub fn plain(path: &'a Path) -> Self {
        Interpreter {
            path,
            options: Vec::new(),
            env: Vec::new(),
            memory: Some(MEMORY),
        }
    }

    /// Pyston in a mode. Unless it is to be `exact`, functions are optimised with less help of
    /// LLVM than `-O` asks for and not before their fourth call, for those that run once or twice after
    /// that show little, and collections come less often: a mode costs a fifth then.
    pub fn in_mode(path: &'a Path, mode: &Mode, exact: bool) -> Self {
        let options = mode.args.to_vec();
        let mut env = mode.env.to_vec();
        if !exact && options == ["-O"] {
            env.extend([
                ("PYSTON_JIT_PLAIN", "1"),
                ("PYSTON_JIT_CALLS", "4"),
                ("PYSTON_JIT_TRIPS", "40"),
            ]);
        }
        for (name, value) in &mut env {
            if !exact && *name == "PYSTON_GC_STRESS" {
                *value = "499";
            }
        }
        Interpreter {
            path,
            options,
            env,
            memory: None,
        }
    }

    fn command(&self) -> Command {
        match self.memory {
            None => find::clean(self.path),
            Some(kib) => {
                let mut command = find::clean(Path::new("sh"));
                let script = format!("ulimit -v {kib} && exec \"$0\" \"$@\"");
                command.arg("-c").arg(script).arg(self.path);
                command
            }
        }
    }

    /// What one would type to run the files.
    pub fn command_line(&self, folder: &Folder, files: &[String]) -> String {
        let mut line = format!("cd {} && ", folder.0.display());
        for (name, value) in &self.env {
            line += &format!("{name}={value} ");
        }
        line += "pyston ";
        for option in &self.options {
            line += &format!("{option} ");
        }
        line + "driver.py " + &files.join(" ")
    }
}

/// Runs the files in as few processes as it takes; gives the outcome of each.
pub fn run(
    interpreter: &Interpreter,
    folder: &Folder,
    files: &[String],
) -> Result<Vec<Vec<u8>>, String> {
    let mut outcomes: Vec<Vec<u8>> = Vec::new();
    while outcomes.len() < files.len() {
        let left = &files[outcomes.len()..];
        let mut command = interpreter.command();
        command
            .args(&interpreter.options)
            .arg("driver.py")
            .args(left)
            .envs(interpreter.env.iter().copied())
            .current_dir(&folder.0);
        let limit = find::limit() * if left.len() == 1 { 1 } else { MANY };
        let mut run = process::run(&mut command, b"", limit).map_err(|error| error.to_string())?;
        let (mut done, begun) = split(&run.stdout, left);
        let ended_well = run.status.is_some_and(|status| status.success());
        if done.len() < left.len() || !ended_well {
            // What remained is the output of the one that was running, and how it ended. If all
            // had run, the last is the one to have the process end badly.
            run.stdout = begun.to_vec();
            let mut ending = outcome::render(&run);
            if done.len() == left.len()
                && let Some(last) = done.pop()
            {
                ending = [last, ending].concat();
            }
            done.push(ending);
        }
        outcomes.append(&mut done);
    }
    Ok(outcomes)
}

/// Splits the driver's output into what the programs printed that came to their ends, and what
/// the next one had printed.
fn split<'a>(output: &'a [u8], files: &[String]) -> (Vec<Vec<u8>>, &'a [u8]) {
    let mut done = Vec::new();
    let mut rest = output;
    for file in files {
        let (begin, end) = (format!("\x02begin {file}\n"), format!("\x02end {file}\n"));
        if let Some(after) = rest.strip_prefix(begin.as_bytes()) {
            rest = after;
        }
        let Some(at) = memory_find(rest, end.as_bytes()) else {
            break;
        };
        done.push(rest[..at].to_vec());
        rest = &rest[at + end.len()..];
    }
    (done, rest)
}

fn memory_find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

#[cfg(test)]
mod checks {
    use super::*;

    #[test]
    fn outputs_are_split() {
        let files: Vec<String> = ["a", "b", "c"].map(str::to_owned).to_vec();
        let output = b"\x02begin a\n1\n\x02end a\n\x02begin b\n\x02end b\n\x02begin c\n2\n";
        let (done, rest) = split(output, &files);
        assert_eq!(done, vec![b"1\n".to_vec(), b"".to_vec()]);
        assert_eq!(rest, b"2\n");
    }
}
