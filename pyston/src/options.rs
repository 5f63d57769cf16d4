//! The command line.

use std::io::Read;

/// What to run.
#[derive(Debug, PartialEq, Eq)]
pub enum Program {
    /// `-c text`
    Command(Vec<u8>),
    /// `-m name`
    Module(Vec<u8>),
    /// A file.
    Script(std::ffi::OsString),
    /// Standard input.
    Stdin,
}

/// Which tiers run code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tiers {
    /// All, moving up as code gets hot.
    Default,
    /// `-I`: only the interpreter.
    Interpreter,
    /// `-n`: compile at the first call.
    NoInterpreter,
    /// `-O`: the highest tier at the first call.
    Highest,
}

/// A parsed command line.
#[derive(Debug)]
pub struct Options {
    pub program: Program,
    /// `sys.argv`
    pub argv: Vec<std::ffi::OsString>,
    pub tiers: Tiers,
    pub quiet: bool,
    pub verbose: u32,
    pub statistics: bool,
    pub unbuffered: bool,
    /// PYTHONHASHSEED, if it says something.
    pub hash_seed: Option<std::ffi::OsString>,
    pub flags: Flags,
    /// Arguments of `-W`, in order.
    pub warnings: Vec<Vec<u8>>,
}

/// What CPython's options of the same letters set; `sys.flags` shows most of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// `-d`
    pub debug: u32,
    /// `-3`
    pub py3k_warning: u32,
    /// `-Q old`, `warn`, `warnall`, `new`: 0, 1, 2; and `new`
    pub division_warning: u32,
    pub division_new: bool,
    /// `-i`: talk with the user even if standard input is no terminal.
    pub interactive: u32,
    /// `-i`: talk with the user after the program.
    pub inspect: u32,
    /// `-B`
    pub dont_write_bytecode: u32,
    /// Only by `PYTHONNOUSERSITE`: `-s` means statistics here.
    pub no_user_site: u32,
    /// `-S`
    pub no_site: u32,
    /// `-E`
    pub ignore_environment: u32,
    /// `-t`
    pub tabcheck: u32,
    /// `-U`
    pub unicode: u32,
    /// `-b`
    pub bytes_warning: u32,
    /// `-R`
    pub hash_randomization: u32,
    /// `-x`
    pub skip_first_line: bool,
    /// `-OO` and `PYTHONOPTIMIZE`: one `-O` chooses a tier here.
    pub optimize: u32,
}

/// What a command line asks for instead of running a program.
#[derive(Debug, PartialEq, Eq)]
pub enum Other {
    Version,
    Help,
    /// Not understood: the message.
    Error(String),
}

pub const USAGE: &str = "\
usage: pyston [option] ... [-c cmd | -m mod | file | -] [arg] ...
  -B     : set sys.dont_write_bytecode (also PYTHONDONTWRITEBYTECODE=x); no .pyc files
           are ever written, and PYSTON_CACHE=0 turns the cache of parsed modules off
  -c cmd : program passed in as string (terminates option list)
  -E     : ignore environment variables that begin with PYTHON
  -I     : interpreter only, compile nothing
  -i     : talk with the user after running the program
  -m mod : run a library module as a script (terminates option list)
  -n     : no interpreter, compile code when it is first called
  -O     : always use the highest tier
  -OO    : that, without assertions and documentation strings (also PYTHONOPTIMIZE=2)
  -Q arg : division: old, warn, warnall or new
  -q     : quiet
  -R     : mix hashes of strings with a secret (also PYTHONHASHSEED=random)
  -v     : verbose: say what is compiled
  -s     : print statistics at exit
  -S     : do not import site
  -u     : unbuffered stdout and stderr
  -W arg : add a warnings filter
  -x     : skip the first line of the source
  -3     : warn of what Python 3 does not have
  -V     : print the version and exit
  -h     : print this text and exit
  file   : program read from a script file
  -      : program read from stdin
  arg ...: arguments passed to the program in sys.argv[1:]
";

/// Bytes that nobody can foretell.
fn random_bytes() -> [u8; 16] {
    let mut b = [0; 16];
    // Without the device there is the time of day, and where the system has put the stack.
    let read = std::fs::File::open("/dev/urandom").and_then(|mut f| f.read_exact(&mut b));
    if read.is_err() {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let place = (&raw const b).addr() as u128;
        b = (now.map_or(0, |d| d.as_nanos()).rotate_left(64) ^ place).to_le_bytes();
    }
    b
}

/// The bytes that CPython makes of a seed, with a linear congruential generator.
fn seeded_bytes(seed: u32) -> [u8; 16] {
    let mut x = seed;
    std::array::from_fn(|_| {
        x = x.wrapping_mul(214_013).wrapping_add(2_531_011);
        (x >> 16) as u8
    })
}

impl Options {
    /// What hashes of strings are to be mixed with; nothing if they are to be as ever.
    pub fn hash_secret(&self) -> Result<Option<[u8; 16]>, &'static str> {
        match &self.hash_seed {
            None if self.flags.hash_randomization == 0 => Ok(None),
            None => Ok(Some(random_bytes())),
            Some(s) if s == "random" => Ok(Some(random_bytes())),
            Some(s) => match s.to_str().and_then(|s| s.parse::<u32>().ok()) {
                Some(0) => Ok(None),
                Some(seed) => Ok(Some(seeded_bytes(seed))),
                None => {
                    Err("PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]")
                }
            },
        }
    }

    /// Takes in what the environment says, unless it is to be ignored.
    pub fn read_environment(&mut self, variable: impl Fn(&str) -> Option<std::ffi::OsString>) {
        if self.flags.ignore_environment > 0 {
            return;
        }
        let number = |name: &str| -> u32 {
            match variable(name) {
                Some(v) if !v.is_empty() => v
                    .to_str()
                    .and_then(|s| s.trim().parse().ok())
                    .unwrap_or(1)
                    .max(1),
                _ => 0,
            }
        };
        let f = &mut self.flags;
        f.debug = f.debug.max(number("PYTHONDEBUG"));
        f.optimize = f.optimize.max(number("PYTHONOPTIMIZE"));
        f.dont_write_bytecode = f.dont_write_bytecode.max(number("PYTHONDONTWRITEBYTECODE"));
        f.no_user_site = f.no_user_site.max(number("PYTHONNOUSERSITE"));
        f.inspect = f.inspect.max(number("PYTHONINSPECT"));
        self.verbose = self.verbose.max(number("PYTHONVERBOSE"));
        self.unbuffered |= number("PYTHONUNBUFFERED") > 0;
        if let Some(seed) = variable("PYTHONHASHSEED").filter(|s| !s.is_empty()) {
            // `sys.flags` has the number as C's `int`, if it is one and more than 1.
            let number = seed
                .to_str()
                .and_then(|s| s.parse().ok())
                .unwrap_or(1)
                .max(1);
            f.hash_randomization = f.hash_randomization.max(number);
            if i32::try_from(number).is_err() {
                f.hash_randomization = f.hash_randomization.min(1);
            }
            self.hash_seed = Some(seed);
        }
        if let Some(w) = variable("PYTHONWARNINGS") {
            use std::os::unix::ffi::OsStrExt;
            let more = w.as_bytes().split(|b| *b == b',');
            self.warnings
                .extend(more.filter(|p| !p.is_empty()).map(<[u8]>::to_vec));
        }
    }
}

/// Parses the arguments after the program's own name.
pub fn parse(args: impl IntoIterator<Item = std::ffi::OsString>) -> Result<Options, Other> {
    use std::os::unix::ffi::{OsStrExt, OsStringExt};
    let mut args = args.into_iter();
    let mut o = Options {
        program: Program::Stdin,
        argv: Vec::new(),
        tiers: Tiers::Default,
        quiet: false,
        verbose: 0,
        statistics: false,
        unbuffered: false,
        hash_seed: None,
        flags: Flags::default(),
        warnings: Vec::new(),
    };
    while let Some(arg) = args.next() {
        let bytes = arg.as_bytes();
        if bytes == b"--version" {
            return Err(Other::Version);
        }
        if bytes == b"--help" {
            return Err(Other::Help);
        }
        if bytes == b"-" || !bytes.starts_with(b"-") {
            o.program = if bytes == b"-" {
                Program::Stdin
            } else {
                Program::Script(arg.clone())
            };
            o.argv = std::iter::once(arg).chain(args).collect();
            return Ok(o);
        }
        let letters = bytes[1..].iter().enumerate();
        for (i, letter) in letters {
            match letter {
                b'c' => {
                    let rest = &bytes[i + 2..];
                    let text = if rest.is_empty() {
                        args.next()
                            .ok_or_else(|| {
                                Other::Error("Argument expected for the -c option".into())
                            })?
                            .into_vec()
                    } else {
                        rest.to_vec()
                    };
                    o.program = Program::Command(text);
                    o.argv = std::iter::once("-c".into()).chain(args).collect();
                    return Ok(o);
                }
                b'm' | b'W' | b'Q' => {
                    let rest = &bytes[i + 2..];
                    let value = if rest.is_empty() {
                        args.next()
                            .ok_or_else(|| {
                                Other::Error(format!(
                                    "Argument expected for the -{} option",
                                    char::from(*letter)
                                ))
                            })?
                            .into_vec()
                    } else {
                        rest.to_vec()
                    };
                    match letter {
                        b'm' => {
                            o.program = Program::Module(value);
                            o.argv = std::iter::once("-c".into()).chain(args).collect();
                            return Ok(o);
                        }
                        b'W' => o.warnings.push(value),
                        _ => match value.as_slice() {
                            b"old" => {
                                o.flags.division_warning = 0;
                                o.flags.division_new = false;
                            }
                            b"warn" => o.flags.division_warning = 1,
                            b"warnall" => o.flags.division_warning = 2,
                            b"new" => o.flags.division_new = true,
                            _ => {
                                return Err(Other::Error(
                                    "-Q option should be `-Qold', `-Qwarn', `-Qwarnall', or `-Qnew' only"
                                        .into(),
                                ));
                            }
                        },
                    }
                    break;
                }
                b'I' => o.tiers = Tiers::Interpreter,
                b'n' => o.tiers = Tiers::NoInterpreter,
                b'O' => {
                    // The first is about tiers only.
                    if o.tiers == Tiers::Highest {
                        o.flags.optimize = 2;
                    }
                    o.tiers = Tiers::Highest;
                }
                b'q' => o.quiet = true,
                b'v' => o.verbose += 1,
                b's' => o.statistics = true,
                b'u' => o.unbuffered = true,
                b'B' => o.flags.dont_write_bytecode += 1,
                b'E' => o.flags.ignore_environment += 1,
                b'S' => o.flags.no_site += 1,
                b'R' => o.flags.hash_randomization += 1,
                b'i' => {
                    o.flags.interactive += 1;
                    o.flags.inspect += 1;
                }
                b't' => o.flags.tabcheck += 1,
                b'x' => o.flags.skip_first_line = true,
                b'd' => o.flags.debug += 1,
                b'3' => {
                    o.flags.py3k_warning += 1;
                    o.flags.division_warning = o.flags.division_warning.max(1);
                }
                b'U' => o.flags.unicode += 1,
                b'b' => o.flags.bytes_warning += 1,
                // Line ends and the pasted prompt of other systems.
                b'X' => {}
                b'V' => return Err(Other::Version),
                b'h' | b'?' => return Err(Other::Help),
                other => {
                    return Err(Other::Error(format!(
                        "Unknown option: -{}",
                        char::from(*other)
                    )));
                }
            }
        }
    }
    o.argv = vec!["".into()];
    Ok(o)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(args: &[&str]) -> Result<Options, Other> {
        parse(args.iter().map(std::ffi::OsString::from))
    }

    #[test]
    fn a_script_ends_the_options() {
        let o = parsed(&["-s", "x.py", "-I"]).expect("it parses");
        assert_eq!(o.program, Program::Script("x.py".into()));
        assert_eq!(o.argv, ["x.py", "-I"]);
        assert!(o.statistics);
        assert_eq!(o.tiers, Tiers::Default);
    }

    #[test]
    fn a_command_may_be_joined() {
        let o = parsed(&["-Icpass", "a"]).expect("it parses");
        assert_eq!(o.program, Program::Command(b"pass".to_vec()));
        assert_eq!(o.argv, ["-c", "a"]);
        assert_eq!(o.tiers, Tiers::Interpreter);
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert_eq!(
            parsed(&["-c"]).err(),
            Some(Other::Error("Argument expected for the -c option".into()))
        );
        assert_eq!(
            parsed(&["-Z"]).err(),
            Some(Other::Error("Unknown option: -Z".into()))
        );
    }
}
