//! The interactive mode: reads statements from standard input, runs them, shows what expressions give.
//!
//! A statement is complete when its lines compile, and, if it is a compound one, an empty line
//! follows. An error is told as soon as no further line could mend it: that is when it stays where
//! it is, whatever follows.

mod input;
mod lines;

use std::os::unix::ffi::OsStrExt;

use interp::{compile, report};
use runtime::builtins::{module, str as strings};
use runtime::codec::locale;
use runtime::error::PyResult;
use runtime::layouts::{Code, Dict, Module};
use runtime::names;
use runtime::object::Ref;
use runtime::output;
use runtime::value::Value;
use syntax::{Flags, Mode};

use input::{Input, Read};

/// Features of `__future__` among a code object's flags; they stay for the session.
const FUTURES: u32 = 0x2000 | 0x4000 | 0x8000 | 0x1_0000 | 0x2_0000;

/// Is standard input somebody to talk with? `asked`: with `-i` it always is.
pub fn is_interactive(asked: bool) -> bool {
    // SAFETY: a call without memory arguments.
    asked || unsafe { libc::isatty(0) } == 1
}

/// Says what this is.
pub fn banner(has_site: bool) {
    let text = |name: &[u8]| {
        output::sys_attribute(strings::intern(name))
            .and_then(|v| runtime::protocol::str(v).ok())
            .map_or(String::new(), |s| s.as_ref().to_text())
    };
    eprintln!("Python {} on {}", text(b"version"), text(b"platform"));
    if has_site {
        eprintln!("Type \"help\", \"copyright\", \"credits\" or \"license\" for more information.");
    }
}

/// Runs the file that `PYTHONSTARTUP` names.
pub fn run_startup_file(main: Ref<Module>) -> Option<i32> {
    let path = std::env::var_os("PYTHONSTARTUP").filter(|p| !p.is_empty())?;
    let d = module::dict(main);
    let shown = runtime::text::shown::shown(path.as_bytes()).into_owned();
    let source = match std::fs::read(&path) {
        Ok(s) => s,
        Err(e) => {
            let errno = e.raw_os_error().unwrap_or(0);
            let reason = e.to_string();
            let reason = reason.split(" (os error").next().unwrap_or_default();
            let text = format!(
                "Could not open PYTHONSTARTUP\nIOError: [Errno {errno}] {reason}: '{shown}'\n"
            );
            report::say(&runtime::text::shown::bytes(&text));
            return None;
        }
    };
    d.set_str(names::file(), strings::new(path.as_bytes()).into());
    let done = compile::compile_bytes(&source, &shown, Mode::Exec, Flags::SOURCE_IS_FILE)
        .and_then(|code| compile::run(code, d, d.into()));
    let status = match done {
        Ok(_) => None,
        Err(_) => report::uncaught_or_exit(),
    };
    let _ = d.delete(names::file().into());
    status
}

/// Reads and runs statements in `main` until the input ends; the exit status.
pub fn run(main: Ref<Module>) -> i32 {
    set_default_prompt("ps1", ">>> ");
    set_default_prompt("ps2", "... ");
    let mut session = Session {
        namespace: module::dict(main),
        input: Input::new(),
        futures: 0,
    };
    loop {
        let step = session.statement();
        if !matches!(step, Step::Again) {
            output::end_line();
        }
        match step {
            Step::End => return 0,
            Step::Exit(status) => return status,
            Step::Again | Step::Done => {}
        }
    }
}

/// What became of a statement.
enum Step {
    Done,
    /// Nothing was there to run.
    Again,
    /// The input has ended.
    End,
    Exit(i32),
}

struct Session {
    namespace: Ref<Dict>,
    input: Input,
    futures: u32,
}

impl Session {
    fn flags(&self) -> Flags {
        let utf8 = if self.input.is_terminal() && locale::is_utf8() {
            Flags::SOURCE_IS_UTF8.0
        } else {
            0
        };
        Flags(self.futures | utf8)
    }

    fn compile(&self, source: &[u8]) -> PyResult<Ref<Code>> {
        compile::compile_bytes(source, "<stdin>", Mode::Single, self.flags())
    }

    /// Reads and runs one statement.
    fn statement(&mut self) -> Step {
        let mut source = Vec::new();
        loop {
            let prompt = if source.is_empty() { "ps1" } else { "ps2" };
            match self.input.line(&prompt_text(prompt)) {
                Read::Line(line) => source.extend(line),
                Read::Interrupted => {
                    self.input.end_line();
                    eprintln!("KeyboardInterrupt");
                    return Step::Again;
                }
                Read::End => {
                    self.input.end_line();
                    return self.rest(&source);
                }
                Read::Failed => return raised(),
            }
            if source.last() != Some(&b'\n') {
                continue;
            }
            match lines::look(&source) {
                lines::State::Nothing => return Step::Again,
                lines::State::More => continue,
                lines::State::Open => {
                    if self.could_be_mended(&source) {
                        continue;
                    }
                    return raised();
                }
                lines::State::Block { ended: false } => match self.compile(&source) {
                    Ok(_) => continue,
                    Err(_) if self.could_be_mended(&source) => continue,
                    Err(_) => return raised(),
                },
                lines::State::Block { ended: true } | lines::State::Simple => {}
            }
            return self.run(&source);
        }
    }

    /// Does the error, in lines that do not compile, move when a line follows? If not, it is pending.
    fn could_be_mended(&self, source: &[u8]) -> bool {
        let mut longer = source.to_vec();
        longer.push(b'\n');
        let line = |source: &[u8]| {
            let failed = compile::syntax_error_line(source, Mode::Single, self.flags());
            failed.map_or(u32::MAX, |l| l.unwrap_or(0))
        };
        let now = line(source);
        if now == u32::MAX || now < line(&longer) {
            runtime::thread::current().take_pending();
            return true;
        }
        let _ = self.compile(source);
        false
    }

    /// Runs what was read when the input ended. Whether it has, the next read tells again.
    fn rest(&mut self, source: &[u8]) -> Step {
        if source.is_empty() {
            return Step::End;
        }
        if lines::look(source) == lines::State::Nothing {
            return Step::End;
        }
        let t = runtime::thread::current();
        match self.compile(source) {
            Ok(_) => self.run(source),
            Err(_) if lines::is_unfinished(t.pending.get()) => {
                t.take_pending();
                Step::End
            }
            Err(_) => raised(),
        }
    }

    fn run(&mut self, source: &[u8]) -> Step {
        let done = self.compile(source).and_then(|code| {
            self.futures |= code.flags.get() & FUTURES;
            compile::run(code, self.namespace, self.namespace.into())
        });
        match done {
            Ok(_) => Step::Done,
            Err(_) => raised(),
        }
    }
}

fn raised() -> Step {
    match report::uncaught_or_exit() {
        Some(status) => Step::Exit(status),
        None => Step::Done,
    }
}

fn set_default_prompt(name: &str, prompt: &str) {
    let name = strings::intern(name.as_bytes());
    if let Some(d) = runtime::modules::sys_dict()
        && d.get_str(name).is_none()
    {
        d.set_str(name, strings::new(prompt.as_bytes()).into());
    }
}

/// `str(sys.ps1)`; empty when that fails or there is none.
fn prompt_text(name: &str) -> String {
    let prompt: Option<Value> = output::sys_attribute(strings::intern(name.as_bytes()));
    match prompt.map(runtime::protocol::str) {
        Some(Ok(s)) => s.as_ref().to_text(),
        Some(Err(_)) => {
            runtime::thread::current().take_pending();
            String::new()
        }
        None => String::new(),
    }
}
