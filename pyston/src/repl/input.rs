//! Lines of input: from a terminal with an editor, from anything else through `sys.stdin`'s buffer.

use std::io::Write;

use runtime::builtins::{file, str as strings};
use runtime::layouts::{FileObject, Str};
use runtime::modules::readline::Line;
use runtime::object::Ref;
use runtime::output;

use crate::editor;

pub enum Read {
    Line(Vec<u8>),
    End,
    Interrupted,
    /// An exception is pending.
    Failed,
}

pub struct Input {
    is_terminal: bool,
    /// The file object of descriptor 0, in whose buffer lines may be already.
    stdin: Option<Ref<FileObject>>,
}

impl Input {
    pub fn new() -> Input {
        Input {
            is_terminal: editor::is_terminal(),
            stdin: output::sys_attribute(strings::intern(b"__stdin__"))
                .and_then(|f| f.cast::<FileObject>()),
        }
    }

    /// Does somebody type at a terminal?
    pub fn is_terminal(&self) -> bool {
        self.is_terminal
    }

    /// Ends the line of a prompt that got no line; the editor has done so already.
    pub fn end_line(&self) {
        if !self.is_terminal {
            eprintln!();
        }
    }

    /// The next line, with its end unless the input ends before it.
    pub fn line(&mut self, prompt: &str) -> Read {
        output::flush_standard();
        if self.is_terminal {
            return match editor::read(prompt.as_bytes()) {
                Line::Text(mut line) => {
                    line.push(b'\n');
                    Read::Line(line)
                }
                Line::Interrupted => Read::Interrupted,
                Line::End => Read::End,
            };
        }
        let _ = std::io::stderr().write_all(prompt.as_bytes());
        let Some(stdin) = self.stdin else {
            return Read::End;
        };
        match file::readline(stdin, -1).map(|v| v.cast::<Str>()) {
            Ok(Some(s)) if s.as_ref().bytes().is_empty() => Read::End,
            Ok(Some(s)) => Read::Line(s.as_ref().bytes().to_vec()),
            Ok(None) => Read::End,
            Err(_)
                if runtime::exception::pending_matches(
                    runtime::types::KEYBOARD_INTERRUPT.get(),
                ) =>
            {
                runtime::thread::current().take_pending();
                Read::Interrupted
            }
            Err(_) => Read::Failed,
        }
    }
}
