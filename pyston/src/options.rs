//! The command line.

/// What to run.
#[derive(Debug, PartialEq, Eq)]
pub enum Program {
    /// `-c text`
    Command(Vec<u8>),
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
usage: pyston [option] ... [-c cmd | file | -] [arg] ...
  -c cmd : program passed in as string (terminates option list)
  -I     : interpreter only, compile nothing
  -n     : no interpreter, compile code when it is first called
  -O     : always use the highest tier
  -q     : quiet
  -v     : verbose: say what is compiled
  -s     : print statistics at exit
  -u     : unbuffered stdout and stderr
  -V     : print the version and exit
  -h     : print this text and exit
  file   : program read from a script file
  -      : program read from stdin
  arg ...: arguments passed to the program in sys.argv[1:]
";

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
                b'I' => o.tiers = Tiers::Interpreter,
                b'n' => o.tiers = Tiers::NoInterpreter,
                b'O' => o.tiers = Tiers::Highest,
                b'q' => o.quiet = true,
                b'v' => o.verbose += 1,
                b's' => o.statistics = true,
                b'u' => o.unbuffered = true,
                // Accepted for CPython's sake; they change nothing here.
                b'B' | b'E' | b'S' | b'R' | b'i' | b't' | b'x' | b'd' => {}
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
