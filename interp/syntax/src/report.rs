//! Errors of tokenizer and parser, with the line, offset and text that CPython gives.
//!
//! CPython's caret is not where a wrong token begins but how far its tokenizer has
//! read, in a buffer that begins with the line on which the token begins, or, if a
//! string literal reaches into that line, on which the string began.

use crate::error::{ErrorKind, SyntaxError};
use crate::layout::{Layout, Stop, StopAt};
use crate::source::Source;
use crate::token as t;

pub struct Report<'r> {
    pub source: &'r Source<'r>,
    pub filename: &'r str,
    pub layout: &'r Layout,
    /// Set where the source is a file: does its last line end with a newline?
    pub file: Option<bool>,
}

impl Report<'_> {
    /// The parser could not go on with token `at`.
    pub fn wrong_token(&self, at: usize) -> Box<SyntaxError> {
        if let Some(stop) = &self.layout.stopped
            && at >= self.layout.tokens.len()
        {
            return self.stopped(stop);
        }
        let len = self.source.text.len() as u32;
        let text = self.layout.text.as_bytes();
        let (kind, start, end, lineno) = match self.layout.tokens.get(at) {
            Some(token) => (text[at], token.start, token.end, token.lineno),
            // The end of the source itself, which comes after all its lines.
            None => {
                let lineno = self
                    .layout
                    .tokens
                    .last()
                    .map_or_else(|| self.lines(), |t| t.lineno);
                (t::NEWLINE, len, len, lineno)
            }
        };
        let (class, msg) =
            if self.file.is_none() && lineno <= 1 && end == len && self.read_the_end(kind, start) {
                (ErrorKind::Syntax, "unexpected EOF while parsing")
            } else if kind == t::BAD {
                (ErrorKind::Syntax, "invalid syntax")
            } else if at >= 2 && text[at - 1] == t::NEWLINE && text[at - 2] == t::COLON {
                (ErrorKind::Indentation, "expected an indented block")
            } else if kind == t::INDENT {
                (ErrorKind::Indentation, "unexpected indent")
            } else if kind == t::DEDENT {
                (ErrorKind::Indentation, "unexpected unindent")
            } else {
                (ErrorKind::Syntax, "invalid syntax")
            };
        let mut error = self.error(class, msg, lineno, start, end);
        if self.file.is_some() && start == len {
            // Of a file the line after the last has been asked for, and is what is in the buffer.
            error.lineno = Some(lineno + 1);
            error.text = Some(Vec::new());
        }
        error
    }

    /// Whether the tokenizer has looked past a token that ends with the source: it
    /// does so for all but newlines, complete string literals and the longest operators.
    fn read_the_end(&self, kind: u8, start: u32) -> bool {
        let token = &self.source.text[start as usize..];
        match kind {
            t::NEWLINE => token.is_empty(),
            t::STRING => matches!(token, [.., b'\'', b'\''] | [.., b'"', b'"'] if token.len() <= 4),
            t::AUGASSIGN => token.len() < 3,
            _ => true,
        }
    }

    fn lines(&self) -> u32 {
        let text = &self.source.text;
        let open = text.last().is_some_and(|&b| b != b'\n');
        (memchr::memchr_iter(b'\n', text).count() + usize::from(open)) as u32
    }

    fn stopped(&self, at: &StopAt) -> Box<SyntaxError> {
        let (kind, msg) = match at.stop {
            Stop::InvalidToken => (ErrorKind::Syntax, "invalid token"),
            Stop::EolInString => (ErrorKind::Syntax, "EOL while scanning string literal"),
            Stop::EofInString => (
                ErrorKind::Syntax,
                "EOF while scanning triple-quoted string literal",
            ),
            Stop::Continuation => (
                ErrorKind::Syntax,
                "unexpected character after line continuation character",
            ),
            Stop::Dedent => (
                ErrorKind::Indentation,
                "unindent does not match any outer indentation level",
            ),
            Stop::TooDeep => (ErrorKind::Indentation, "too many levels of indentation"),
            Stop::Tabs => (
                ErrorKind::Tab,
                "inconsistent use of tabs and spaces in indentation",
            ),
            Stop::ParserStack => return self.out_of_stack(),
            Stop::Unread => return self.unread(at),
        };
        let mut error = self.error(kind, msg, at.lineno, at.start, at.end);
        if at.stop == Stop::EolInString
            && let Some(text) = &mut error.text
            && (at.end as usize) < self.source.text.len()
            && self.source.text[at.end as usize - 1] == b'\n'
        {
            // After a joined line, the newline of an empty one has been read and put back.
            text.push(b'\n');
        }
        if at.stop == Stop::EolInString
            && let Some(ends_line) = self.file
            && self.source.text[..at.end as usize].ends_with(b"\\\n")
            && at.end as usize == self.source.text.len()
        {
            // Of a joined line that the file ends after, the next one has been asked for.
            error.lineno = Some(at.lineno + 1);
            if let Some(text) = error.text.as_mut().filter(|_| ends_line) {
                text.push(b'\n');
            }
        }
        if at.stop == Stop::EofInString
            && let Some(ends_line) = self.file
        {
            // A file always ends with a newline more than the lines that it has.
            error.lineno = Some(at.lineno + 1 + u32::from(ends_line));
            if ends_line {
                error.offset = error.offset.map(|n| n + 1);
                if let Some(text) = &mut error.text {
                    text.push(b'\n');
                }
            }
        }
        error
    }

    /// Nesting too deep for CPython's parser, or for ours.
    pub fn out_of_stack(&self) -> Box<SyntaxError> {
        Box::new(SyntaxError::new(
            ErrorKind::Memory,
            String::new(),
            self.filename,
            None,
        ))
    }

    /// A line that is not ASCII without declaration, or that a codec complains of.
    fn unread(&self, at: &StopAt) -> Box<SyntaxError> {
        let file = self.filename;
        let complaint = self
            .source
            .unread
            .as_ref()
            .and_then(|u| u.complaint.clone());
        let msg = complaint.unwrap_or_else(|| {
            let line = &self.source.text[at.end as usize..];
            let byte = line.iter().find(|b| !b.is_ascii()).copied().unwrap_or(0);
            // Within a string the line was counted before.
            let number = at.lineno + u32::from(at.start < at.end);
            format!(
                "Non-ASCII character '\\x{byte:02x}' in file {file} on line {number}, but no \
                 encoding declared; see http://python.org/dev/peps/pep-0263/ for details"
            )
        });
        Box::new(SyntaxError {
            kind: ErrorKind::Syntax,
            msg,
            filename: file.to_owned(),
            lineno: Some(at.lineno),
            offset: Some(0),
            text: None,
            in_args: true,
            warnings: Vec::new(),
        })
    }

    fn error(
        &self,
        kind: ErrorKind,
        msg: &str,
        lineno: u32,
        start: u32,
        end: u32,
    ) -> Box<SyntaxError> {
        let (buffer, limit) = self.buffer(start as usize, end as usize);
        let text = &self.source.text[buffer..limit];
        let before = end as usize - buffer;
        let (text, offset) = match &self.source.declared {
            None => (text.to_vec(), before),
            Some(codec) => {
                let encode = |bytes: &[u8]| codec.encode(&String::from_utf8_lossy(bytes));
                let offset = match before {
                    0 | 1 => before,
                    _ => encode(&text[..before - 1]).len() + 1,
                };
                (encode(text), offset)
            }
        };
        Box::new(SyntaxError {
            kind,
            msg: msg.to_owned(),
            filename: self.filename.to_owned(),
            lineno: Some(lineno),
            offset: Some(offset as u32),
            text: Some(text),
            in_args: true,
            warnings: Vec::new(),
        })
    }

    /// What CPython's tokenizer has in its buffer when it has read a token.
    fn buffer(&self, start: usize, end: usize) -> (usize, usize) {
        let text = &*self.source.text;
        let line_of = |pos: usize| memchr::memrchr(b'\n', &text[..pos]).map_or(0, |n| n + 1);
        // At the very end, the last line is still the current one.
        let mut begin = line_of(if start == text.len() {
            start.saturating_sub(1)
        } else {
            start
        });
        for token in self.layout.tokens.iter().rev() {
            let (from, to) = (token.start as usize, token.end as usize);
            if to <= begin {
                break;
            }
            if from < begin {
                begin = line_of(from);
            }
        }
        let at_line_end = end > begin && text[end - 1] == b'\n';
        let limit = match memchr::memchr(b'\n', &text[end..]) {
            _ if at_line_end => end,
            Some(n) => end + n + 1,
            None => text.len(),
        };
        (begin, limit)
    }
}
