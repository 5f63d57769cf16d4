//! Lines from a terminal, with an editor.
//!
//! The editor runs in a thread of its own: so the one that runs Python can do without the global lock while
//! somebody types, and has it when it is asked for completions.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};

use runtime::modules::readline::{self, Line};
use rustyline::completion::Completer;
use rustyline::config::Configurer;
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::MemHistory;
use rustyline::validate::Validator;
use rustyline::{CompletionType, Config, Context, EditMode, Editor, Helper};

/// What the editor's thread tells the other one.
enum Message {
    /// The tab key, in a line and at a place.
    Tab(Vec<u8>, usize),
    Done(Line),
}

/// Where the text begins that is replaced, and by what.
type Found = (usize, Vec<Vec<u8>>);

struct Asking {
    ask: Sender<Message>,
    found: Receiver<Found>,
}

impl Completer for Asking {
    type Candidate = String;

    fn complete(
        &self,
        line: &str,
        at: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<String>)> {
        let sent = self.ask.send(Message::Tab(line.as_bytes().to_vec(), at));
        let Some((start, found)) = sent.ok().and_then(|()| self.found.recv().ok()) else {
            return Ok((at, Vec::new()));
        };
        let text = |s: Vec<u8>| String::from_utf8_lossy(&s).into_owned();
        Ok((start, found.into_iter().map(text).collect()))
    }
}

impl Hinter for Asking {
    type Hint = String;
}
impl Highlighter for Asking {}
impl Validator for Asking {}
impl Helper for Asking {}

/// Is there somebody at a terminal?
pub fn is_terminal() -> bool {
    // SAFETY: calls without memory arguments.
    unsafe { libc::isatty(0) == 1 && libc::isatty(1) == 1 }
}

/// Reads a line with a prompt.
pub fn read(prompt: &[u8]) -> Line {
    let first = readline::begin_line();
    let (ask, messages) = channel();
    let (answer, found) = channel();
    let (history, vi) = (readline::history(), readline::is_vi_mode());
    let line = std::thread::scope(|s| {
        s.spawn(move || {
            let asking = Asking {
                ask: ask.clone(),
                found,
            };
            let line = edit(prompt, &first, &history, vi, asking);
            let _ = ask.send(Message::Done(line));
        });
        loop {
            match runtime::gil::without_gil(|| messages.recv()) {
                Ok(Message::Tab(line, at)) => {
                    let _ = answer.send(readline::tab(&line, at));
                }
                Ok(Message::Done(line)) => return line,
                Err(_) => return Line::End,
            }
        }
    });
    if let Line::Text(text) = &line {
        readline::remember(text);
    }
    line
}

/// The editor keeps what was typed ahead of its prompt.
static EDITOR: Mutex<Option<Editor<Asking, MemHistory>>> = Mutex::new(None);

/// Lets somebody edit a line that begins with `first`.
fn edit(prompt: &[u8], first: &[u8], history: &[Vec<u8>], vi: bool, asking: Asking) -> Line {
    let mut editor = EDITOR.lock().unwrap_or_else(|e| e.into_inner());
    if editor.is_none() {
        // As readline does: what the possibilities have in common, then their list.
        let config = Config::builder()
            .auto_add_history(false)
            .completion_type(CompletionType::List)
            .build();
        let lines = MemHistory::with_config(&config);
        *editor = Editor::with_history(config, lines).ok();
    }
    let Some(editor) = editor.as_mut() else {
        return Line::End;
    };
    editor.set_edit_mode(if vi { EditMode::Vi } else { EditMode::Emacs });
    editor.set_helper(Some(asking));
    let _ = editor.clear_history();
    for line in history {
        let _ = editor.add_history_entry(String::from_utf8_lossy(line));
    }
    let text = |s| String::from_utf8_lossy(s);
    let read = editor.readline_with_initial(text(prompt).as_ref(), (&text(first), ""));
    // With its helper the ends of its channels go.
    editor.set_helper(None);
    match read {
        Ok(line) => Line::Text(line.into_bytes()),
        Err(ReadlineError::Interrupted) => Line::Interrupted,
        Err(_) => Line::End,
    }
}
