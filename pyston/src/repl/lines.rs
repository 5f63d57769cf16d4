//! Where a statement that is being typed stands.

use runtime::layouts::{Str, Tuple};
use runtime::thread::ExcInfo;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// An empty line where a statement could begin.
    Nothing,
    /// Only comments and blanks so far, which do not count.
    More,
    /// Within brackets or a string, or the last line goes on.
    Open,
    /// A compound statement; has an empty line ended it?
    Block { ended: bool },
    /// A line with simple statements.
    Simple,
}

/// Words that begin compound statements.
const COMPOUND: &[&[u8]] = &[b"if", b"while", b"for", b"try", b"with", b"def", b"class"];

fn is_word(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_' || b >= 0x80
}

/// Looks at lines that end with a line end.
pub fn look(source: &[u8]) -> State {
    let mut lines = source.split_inclusive(|b| *b == b'\n').peekable();
    let first = loop {
        let Some(line) = lines.next() else {
            return State::More;
        };
        let text = line.trim_ascii();
        let is_last = lines.peek().is_none();
        match text {
            [] if is_last && is_empty_line(line) => return State::Nothing,
            [] | [b'#', ..] if is_last => return State::More,
            [] | [b'#', ..] => {}
            _ => break text,
        }
    };
    if is_open(source) {
        return State::Open;
    }
    let word = first.split(|b| !is_word(*b)).next().unwrap_or_default();
    if COMPOUND.contains(&word) || first.first() == Some(&b'@') {
        let last = source.split_inclusive(|b| *b == b'\n').next_back();
        return State::Block {
            ended: last.is_some_and(is_empty_line),
        };
    }
    State::Simple
}

/// Nothing but a line end: blanks before it would make it a line that does not count.
fn is_empty_line(line: &[u8]) -> bool {
    matches!(line, b"\n" | b"\r\n" | b"\x0c\n")
}

/// Does the text end within brackets or a triple-quoted string, or with a backslash?
fn is_open(source: &[u8]) -> bool {
    let mut depth = 0usize;
    let mut at = 0;
    while let Some(&b) = source.get(at) {
        at += 1;
        match b {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            b'#' => at += source[at..].iter().take_while(|b| **b != b'\n').count(),
            b'\\' => {
                at += 1 + usize::from(source[at..].starts_with(b"\r\n"));
                if at >= source.len() {
                    return true;
                }
            }
            b'"' | b'\'' => match end_of_string(source, at - 1) {
                Some(end) => at = end,
                None => return true,
            },
            _ => {}
        }
    }
    depth > 0
}

/// Where the string ends that begins at `start`; `None` if it goes on after the text.
fn end_of_string(source: &[u8], start: usize) -> Option<usize> {
    let quote = source[start];
    let triple = source[start..].starts_with(&[quote; 3]);
    let mut at = start + if triple { 3 } else { 1 };
    while let Some(&b) = source.get(at) {
        match b {
            b'\\' => at += 1,
            b'\n' if !triple => return Some(at),
            _ if b == quote && !triple => return Some(at + 1),
            _ if triple && source[at..].starts_with(&[quote; 3]) => return Some(at + 3),
            _ => {}
        }
        at += 1;
    }
    None
}

/// Is the exception what the end of the input in the middle of a statement gives?
pub fn is_unfinished(e: ExcInfo) -> bool {
    e.value
        .and_then(|v| v.cast::<Tuple>())
        .and_then(|t| t.as_ref().items().first().copied())
        .and_then(|m| m.cast::<Str>())
        .is_some_and(|m| {
            let unfinished: [&[u8]; 2] = [
                b"unexpected EOF while parsing",
                b"expected an indented block",
            ];
            unfinished.contains(&m.as_ref().bytes())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_end_where_they_do() {
        assert_eq!(look(b"\n"), State::Nothing);
        assert_eq!(look(b"# c\n"), State::More);
        assert_eq!(look(b"  \n"), State::More);
        assert_eq!(look(b"x = 1\n"), State::Simple);
        assert_eq!(look(b"x = (1,\n"), State::Open);
        assert_eq!(look(b"x = '''\n'\n"), State::Open);
        assert_eq!(look(b"x = 'a(' # (\n"), State::Simple);
        assert_eq!(look(b"x = \\\n"), State::Open);
        assert_eq!(look(b"if 1:\n  x\n"), State::Block { ended: false });
        assert_eq!(look(b"if 1:\n  x\n\n"), State::Block { ended: true });
        assert_eq!(look(b"if 1:\n  x\n  \n"), State::Block { ended: false });
        assert_eq!(look(b"iffy\n"), State::Simple);
    }
}
