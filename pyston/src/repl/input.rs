//! Lines of input: from a terminal with an editor, from anything else through `sys.stdin`'s buffer.

use std::io::Write;

use runtime::builtins::{file, str as strings};
use runtime::layouts::{FileObject, Str};
use runtime::object::Ref;
use runtime::output;
use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;

pub enum Read {
    Line(Vec<u8>),
    End,
    Interrupted,
    /// An exception is pending.
    Failed,
}

pub struct Input {
    editor: Option<DefaultEditor>,
    /// The file object of descriptor 0, in whose buffer lines may be already.
    stdin: Option<Ref<FileObject>>,
}

impl Input {
    pub fn new() -> Input {
        // SAFETY: calls without memory arguments.
        let terminal = unsafe { libc::isatty(0) == 1 && libc::isatty(1) == 1 };
        let editor = if terminal {
            DefaultEditor::new().ok()
        } else {
            None
        };
        Input {
            editor,
            stdin: output::sys_attribute(strings::intern(b"__stdin__"))
                .and_then(|f| f.cast::<FileObject>()),
        }
    }

    /// Does somebody type at a terminal?
    pub fn is_terminal(&self) -> bool {
        self.editor.is_some()
    }

    /// Ends the line of a prompt that got no line; the editor has done so already.
    pub fn end_line(&self) {
        if self.editor.is_none() {
            eprintln!();
        }
    }

    /// The next line, with its end unless the input ends before it.
    pub fn line(&mut self, prompt: &str) -> Read {
        output::flush_standard();
        if let Some(editor) = &mut self.editor {
            let read = runtime::gil::without_gil(|| editor.readline(prompt));
            return match read {
                Ok(mut line) => {
                    if !line.trim().is_empty() {
                        let _ = editor.add_history_entry(line.as_str());
                    }
                    line.push('\n');
                    Read::Line(line.into_bytes())
                }
                Err(ReadlineError::Interrupted) => Read::Interrupted,
                Err(_) => Read::End,
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
