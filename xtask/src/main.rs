//! Chores that need more than a line of make: `cargo run -p xtask -- VERB`.

mod audit;
mod catalogue;
mod expected;
mod fuzz;
mod jisx0213;
mod order;
mod partition;
mod perf;
mod rows;

use std::process::ExitCode;

const USAGE: &str = "\
usage: xtask VERB [arguments]

  audit ROW… [--pyston PATH]
      Shows a row of the tables from every side: transfer, interpreter's handler, emitters,
      LLVM IR, and assembly of the baseline and of the optimising tier.

  catalogue [--pyston PATH] [--mode FLAG] [NAME…]
      Calls the builtin types and functions with a catalogue of arguments under CPython
      2.7 and under pyston, and shows where the results differ.

  expected [--check] [PATH…]
      Writes NAME.expected for each program below the paths (conformance and bench),
      as CPython 2.7 runs it. With --check, writes nothing and fails on a difference.

  perf [NAME…] [--runs N] [--modes default,-I,…] [--pyston PATH] [--small] [--cpu]
      Runs the benchmarks under pyston, CPython 2.7 and a PyPy, alternating, and
      prints medians and ratios. --small: the sizes of the test runs. --cpu: processor
      time of all threads instead of time on the clock.

  fuzz [--seed N] [--count N] [--size N] [--mode NAME,…] [--batch N] [--jobs N]
       [--exact] [--keep FOLDER] [--print]
      Makes random programs, runs them under CPython 2.7 and in every mode of pyston,
      --batch (100) of them in a process and --jobs (2) processes at once, and shrinks
      those that differ. --exact: the modes as the tests have them, which takes longer.
      --print: shows the seed's program and runs nothing.

  jisx0213
      Writes the table of JIS X 0213 from what `iconv` says.

  order [PROGRAM…] [--pyston PATH]
      Writes pyston/llvm.order, rust.order and rodata.order, what the linker puts side by side:
      the functions that the programs (those of bench/) enter in each mode, with their constants.
      Needs valgrind, and half an hour. To be repeated when start-up or the compilers have
      changed a lot: names that are missing cost memory.

  rows
      Writes the programs conformance/rows/*.py from the tables in spec/.
";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let verb = args.next().unwrap_or_default();
    let args: Vec<String> = args.collect();
    let done = match verb.as_str() {
        "audit" => audit::main(&args),
        "catalogue" => catalogue::main(&args),
        "expected" => expected::main(&args),
        "perf" => perf::main(&args),
        "fuzz" => fuzz::main(&args),
        "jisx0213" => jisx0213::main(&args),
        "order" => order::main(&args),
        "rows" => rows::main(&args),
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask {verb}: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Options and words of a verb's command line.
struct Arguments<'a> {
    rest: std::slice::Iter<'a, String>,
}

impl<'a> Arguments<'a> {
    fn new(args: &'a [String]) -> Self {
        Arguments { rest: args.iter() }
    }

    fn next(&mut self) -> Option<&'a str> {
        self.rest.next().map(String::as_str)
    }

    /// The value of the option just read.
    fn value(&mut self, option: &str) -> Result<&'a str, String> {
        self.next().ok_or(format!("{option} needs a value"))
    }

    /// The value of the option just read, a number.
    fn number(&mut self, option: &str) -> Result<u64, String> {
        let text = self.value(option)?;
        text.parse()
            .map_err(|_| format!("{option}: not a number: {text}"))
    }
}

/// The oracle, or the message that there is none.
fn cpython() -> Result<std::path::PathBuf, String> {
    tests::find::cpython().ok_or_else(|| "no CPython 2.7 found: set PYTHON27".to_owned())
}
