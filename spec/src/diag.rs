//! Positions and diagnostics.
//!
//! A spec error is read by somebody who just edited a table, so it names the file, the line and
//! the column, shows the line with a caret, and when two places conflict it shows both. Errors
//! are collected: one run of the checker reports everything it found.

use std::fmt;
use std::path::{Path, PathBuf};

/// A table file, by index into [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A byte range of a table file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// One table file with its text.
#[derive(Debug)]
pub struct SourceFile {
    /// Path as shown in messages: relative to the spec directory's parent.
    pub name: String,
    /// Absolute path, for `include_bytes!`.
    pub path: PathBuf,
    /// The text.
    pub text: String,
}

/// All table files that were read.
#[derive(Debug, Default)]
pub struct Sources {
    /// In order of [`FileId`].
    pub files: Vec<SourceFile>,
}

impl Sources {
    /// Adds a file.
    pub fn add(&mut self, name: String, path: &Path, text: String) -> FileId {
        self.files.push(SourceFile {
            name,
            path: path.to_owned(),
            text,
        });
        FileId(self.files.len() as u32 - 1)
    }

    /// The file of an id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// `file:line` of a span, for doc comments in generated code.
    pub fn line_of(&self, span: Span) -> String {
        let place = self.place(span);
        format!("{}:{}", place.file, place.line)
    }

    fn place(&self, span: Span) -> Place {
        let file = self.file(span.file);
        let start = (span.start as usize).min(file.text.len());
        let before = &file.text[..start];
        let line_start = before.rfind('\n').map_or(0, |i| i + 1);
        let line_end = file.text[start..]
            .find('\n')
            .map_or(file.text.len(), |i| start + i);
        let text = &file.text[line_start..line_end];
        let end = (span.end as usize).clamp(start, line_end.max(start));
        Place {
            file: file.name.clone(),
            line: before.matches('\n').count() + 1,
            column: file.text[line_start..start].chars().count() + 1,
            width: file.text[start..end].chars().count().max(1),
            text: text.to_owned(),
        }
    }
}

/// A resolved position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// File name as shown.
    pub file: String,
    /// 1-based line.
    pub line: usize,
    /// 1-based column, in characters.
    pub column: usize,
    /// Characters to underline.
    pub width: usize,
    /// The source line.
    pub text: String,
}

/// An error with resolved positions; `Display` renders it in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub message: String,
    /// Where, most important first; the text stands after the caret.
    pub labels: Vec<(Place, String)>,
    /// What to do about it.
    pub help: Vec<String>,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "error: {}", self.message)?;
        let width = self
            .labels
            .iter()
            .map(|(p, _)| p.line.to_string().len())
            .max()
            .unwrap_or(1);
        for (i, (place, label)) in self.labels.iter().enumerate() {
            let arrow = if i == 0 { "-->" } else { ":::" };
            writeln!(
                f,
                "{:width$}{arrow} {}:{}:{}",
                "", place.file, place.line, place.column
            )?;
            writeln!(f, "{:width$} |", "")?;
            writeln!(f, "{:width$} | {}", place.line, place.text)?;
            let line = format!(
                "{}{} {label}",
                " ".repeat(place.column - 1),
                "^".repeat(place.width)
            );
            writeln!(f, "{:width$} | {}", "", line.trim_end())?;
        }
        for help in &self.help {
            writeln!(f, "{:width$} = help: {help}", "")?;
        }
        Ok(())
    }
}

/// An error whose positions are not resolved yet.
#[derive(Debug)]
pub struct Report {
    /// What is wrong.
    pub message: String,
    /// Where.
    pub labels: Vec<(Span, String)>,
    /// What to do about it.
    pub help: Vec<String>,
}

impl Report {
    /// A report about one place.
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Report {
            message: message.into(),
            labels: vec![(span, String::new())],
            help: Vec::new(),
        }
    }

    /// Puts text at the caret of the last position.
    #[must_use]
    pub fn here(mut self, text: impl Into<String>) -> Self {
        if let Some(last) = self.labels.last_mut() {
            last.1 = text.into();
        }
        self
    }

    /// Adds a second position.
    #[must_use]
    pub fn also(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push((span, text.into()));
        self
    }

    /// Adds advice.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Adds "did you mean" when one of the candidates is close to `name`.
    #[must_use]
    pub fn did_you_mean<'a>(
        self,
        name: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        match closest(name, candidates) {
            Some(found) => {
                let text = format!("did you mean `{found}`?");
                self.help(text)
            }
            None => self,
        }
    }

    /// Resolves the positions.
    pub fn resolve(self, sources: &Sources) -> Diagnostic {
        Diagnostic {
            message: self.message,
            labels: self
                .labels
                .into_iter()
                .map(|(s, t)| (sources.place(s), t))
                .collect(),
            help: self.help,
        }
    }
}

/// The candidate with the smallest edit distance, when that is small enough to be a typo.
pub fn closest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|c| (distance(name, c), c))
        .filter(|(d, c)| *d <= (name.len().max(c.len()) / 3).max(1))
        .min()
        .map(|(_, c)| c)
}

/// Edits between two words; exchanging neighbours is one edit.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = match (i, j) {
                (0, n) | (n, 0) => n,
                _ => {
                    let replace = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let mut best = replace.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        best = best.min(rows[i - 2][j - 2] + 1);
                    }
                    best
                }
            };
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typos_are_found_and_strangers_are_not() {
        assert_eq!(
            closest("chekced_add", ["checked_add", "sub"]),
            Some("checked_add")
        );
        assert_eq!(closest("frobnicate", ["checked_add", "sub"]), None);
    }

    #[test]
    fn a_diagnostic_shows_line_and_caret() {
        let mut sources = Sources::default();
        let file = sources.add(
            "x.toml".into(),
            Path::new("x.toml"),
            "a = 1\nb = two\n".into(),
        );
        let span = Span {
            file,
            start: 10,
            end: 13,
        };
        let text = Report::new(span, "not a number")
            .here("here")
            .help("try 2")
            .resolve(&sources)
            .to_string();
        assert_eq!(
            text,
            "error: not a number\n --> x.toml:2:5\n  |\n2 | b = two\n  |     ^^^ here\n  = help: try 2\n"
        );
    }
}
