//! Source bytes made ready for the tokenizer: newlines and encodings.
//!
//! As CPython does, the rest of the front end works on UTF-8 whatever the source was
//! written in, so column offsets count UTF-8 bytes; plain string literals are turned
//! back into the source's encoding when they are decoded. Two encodings are read
//! without conversion, because CPython does: UTF-8, where literals are the only place
//! in which a malformed sequence is noticed, and Latin-1, whose literals are bytes.

use crate::codec::{self, Codec};
use crate::error::{ErrorKind, SyntaxError};
use crate::flags::Flags;
use crate::{Mode, Result};
use std::borrow::Cow;

pub struct Source<'s> {
    /// Lines end in `\n` only, the last one too when a whole file is parsed.
    pub text: Cow<'s, [u8]>,
    /// How the bytes of string literals are to be read.
    pub literals: Literals,
    /// The encoding that error texts are turned back to, where one is declared.
    pub declared: Option<Codec>,
    /// Its name, as declared.
    pub encoding: Option<String>,
    /// The first line that cannot be read, if the parser gets there.
    pub unread: Option<Unread>,
}

/// A line of a file that cannot be read.
pub struct Unread {
    /// Where it begins.
    pub at: usize,
    /// What the codec complains of; nothing in a file without declaration, where the line is not ASCII.
    pub complaint: Option<String>,
}

#[derive(Clone, Debug)]
pub enum Literals {
    /// Bytes as they are; in `unicode` literals they count as Latin-1.
    Bytes,
    Utf8,
    /// The text is UTF-8, but `str` literals are bytes of this encoding.
    Recoded(Codec),
}

const BOM: &[u8] = b"\xef\xbb\xbf";

impl<'s> Source<'s> {
    pub fn new(bytes: &'s [u8], filename: &str, mode: Mode, flags: Flags) -> Result<Self> {
        let is_file = flags.has(Flags::SOURCE_IS_FILE);
        let fail = |msg: String| {
            Box::new(SyntaxError {
                kind: ErrorKind::Syntax,
                msg,
                filename: filename.to_owned(),
                lineno: Some(is_file as u32),
                offset: Some(0),
                text: None,
                in_args: true,
                warnings: Vec::new(),
            })
        };

        let has_bom = bytes.starts_with(BOM);
        let start = if has_bom { BOM.len() } else { 0 };
        let text = plain_newlines(&bytes[start..], mode, is_file);
        let mut source = Source {
            text,
            literals: if has_bom || flags.has(Flags::SOURCE_IS_UTF8) {
                Literals::Utf8
            } else {
                Literals::Bytes
            },
            declared: has_bom.then_some(Codec::Utf8),
            encoding: None,
            unread: None,
        };

        if let Some((name, line)) = declared_encoding(&source.text) {
            let name = canonical(&name);
            if has_bom && name != "utf-8" {
                return Err(fail(format!("encoding problem: {name} with BOM")));
            }
            match name.as_str() {
                "utf-8" => {
                    source.literals = Literals::Utf8;
                    source.declared = Some(Codec::Utf8);
                }
                "iso-8859-1" => {
                    source.literals = Literals::Bytes;
                    source.declared = Some(Codec::Latin1);
                }
                _ => source
                    .decode(&name, &bytes[start..], line, is_file)
                    .map_err(|said| {
                        let line = if is_file { line } else { 0 };
                        Box::new(SyntaxError {
                            lineno: Some(line),
                            ..*fail(said)
                        })
                    })?,
            }
            source.encoding = Some(name);
        } else if is_file && !has_bom && !source.text.is_ascii() {
            let bad = source.text.iter().position(|b| !b.is_ascii()).unwrap_or(0);
            let line = memchr::memrchr(b'\n', &source.text[..bad]).map_or(0, |n| n + 1);
            source.unread = Some(Unread {
                at: line,
                complaint: None,
            });
        }
        Ok(source)
    }

    /// Turns the text into UTF-8, which line `line` of `bytes` says is in that encoding: in a file, the lines after it.
    fn decode(
        &mut self,
        name: &str,
        bytes: &[u8],
        line: u32,
        is_file: bool,
    ) -> std::result::Result<(), String> {
        let known = Codec::find(name);
        let codec = known
            .clone()
            .unwrap_or_else(|| Codec::Registered(name.to_owned()));
        let text = match (codec.decode(&self.text), codec::registry()) {
            (Ok(text), _) => text.into_bytes(),
            (Err(_), Some(registry)) if is_file => {
                let problem = || format!("encoding problem: {name}");
                let (head, rest) = bytes.split_at(lines_end(bytes, line));
                let lines = registry.lines(name, rest).ok_or_else(problem)?;
                let all = [head, &lines.text].concat();
                let text = plain_newlines(&all, Mode::Exec, true).into_owned();
                self.unread = lines.complaint.map(|complaint| Unread {
                    at: text.len(),
                    complaint: Some(complaint),
                });
                text
            }
            (Err(_), Some(registry)) => registry.decode(name, &self.text)?,
            (Err(_), None) if is_file && known.is_none() => {
                return Err(format!("encoding problem: {name}"));
            }
            (Err(said), None) => return Err(said),
        };
        self.text = Cow::Owned(text);
        self.literals = Literals::Recoded(codec.clone());
        self.declared = Some(codec);
        Ok(())
    }
}

/// Where so many lines end.
fn lines_end(bytes: &[u8], lines: u32) -> usize {
    let mut end = 0;
    for _ in 0..lines {
        end += memchr::memchr2(b'\n', b'\r', &bytes[end..]).map_or(bytes.len() - end, |n| n + 1);
        if bytes[..end].ends_with(b"\r") && bytes[end..].starts_with(b"\n") {
            end += 1;
        }
    }
    end
}

/// A file's text without what is from a null byte to the end of its line: C's functions for lines of text do not see
/// that, nor the end of the line, so that the next one goes on there.
pub fn without_nulls(bytes: &[u8]) -> Cow<'_, [u8]> {
    let Some(mut at) = memchr::memchr(0, bytes) else {
        return Cow::Borrowed(bytes);
    };
    let mut text = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    loop {
        text.extend_from_slice(&rest[..at]);
        rest = &rest[at..];
        let end = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        rest = match &rest[end..] {
            [b'\r', b'\n', next @ ..] | [_, next @ ..] => next,
            [] => &[],
        };
        match memchr::memchr(0, rest) {
            Some(next) => at = next,
            None => break,
        }
    }
    text.extend_from_slice(rest);
    Cow::Owned(text)
}

/// `\r\n` and `\r` become `\n`; a whole file ends in one. Copies only if it must.
fn plain_newlines(bytes: &[u8], mode: Mode, is_file: bool) -> Cow<'_, [u8]> {
    // To a string CPython adds one after a final `\r\n` as well.
    let ended =
        matches!(bytes, [] | [.., b'\r'] | [.., b'\n']) && (is_file || !bytes.ends_with(b"\r\n"));
    let add = mode == Mode::Exec && !ended;
    if memchr::memchr(b'\r', bytes).is_none() {
        if !add {
            return Cow::Borrowed(bytes);
        }
        let mut text = Vec::with_capacity(bytes.len() + 1);
        text.extend_from_slice(bytes);
        text.push(b'\n');
        return Cow::Owned(text);
    }
    let mut text = Vec::with_capacity(bytes.len() + 1);
    let mut rest = bytes;
    while let Some(at) = memchr::memchr(b'\r', rest) {
        text.extend_from_slice(&rest[..at]);
        text.push(b'\n');
        rest = &rest[at + 1..];
        if rest.first() == Some(&b'\n') {
            rest = &rest[1..];
        }
    }
    text.extend_from_slice(rest);
    if add {
        text.push(b'\n');
    }
    Cow::Owned(text)
}

/// PEP 263: the encoding named in a comment on the first line, or on the second if
/// the first holds nothing else than a comment. Only lines that are ended count.
fn declared_encoding(text: &[u8]) -> Option<(String, u32)> {
    let mut rest = text;
    for lineno in 1..=2 {
        let end = memchr::memchr(b'\n', rest)?;
        let line = &rest[..end];
        rest = &rest[end + 1..];
        let start = line
            .iter()
            .position(|b| !matches!(b, b' ' | b'\t' | b'\x0c'));
        match start {
            None => continue,
            Some(i) if line[i] == b'#' => {
                if let Some(name) = coding_in_comment(&line[i..]) {
                    return Some((name, lineno));
                }
            }
            Some(_) => return None,
        }
    }
    None
}

/// The name after the first `coding:` or `coding=` that is followed by one.
fn coding_in_comment(comment: &[u8]) -> Option<String> {
    let mut from = 0;
    while let Some(at) = memchr::memmem::find(&comment[from..], b"coding") {
        from += at + b"coding".len();
        if matches!(comment.get(from), Some(b':' | b'=')) {
            let rest = &comment[from + 1..];
            let blanks = rest
                .iter()
                .take_while(|b| matches!(b, b' ' | b'\t'))
                .count();
            let name: String = rest[blanks..]
                .iter()
                .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
                .map(|&b| b as char)
                .collect();
            if !name.is_empty() {
                return Some(name);
            }
        }
    }
    None
}

/// CPython recognises the usual spellings of two encodings without asking a codec.
fn canonical(name: &str) -> String {
    let short: String = name
        .chars()
        .take(12)
        .map(|c| {
            if c == '_' {
                '-'
            } else {
                c.to_ascii_lowercase()
            }
        })
        .collect();
    let is = |known: &str| {
        short
            .strip_prefix(known)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    if is("utf-8") {
        "utf-8".to_owned()
    } else if is("latin-1") || is("iso-8859-1") || is("iso-latin-1") {
        "iso-8859-1".to_owned()
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations() {
        let find = |s: &str| declared_encoding(format!("{s}\n").as_bytes()).map(|found| found.0);
        assert_eq!(find("# -*- coding: utf-8 -*-\n").as_deref(), Some("utf-8"));
        assert_eq!(
            find("#!/x\n# vim: fileencoding=koi8-r\n").as_deref(),
            Some("koi8-r")
        );
        assert_eq!(find("#coding xx coding:foo").as_deref(), Some("foo"));
        assert_eq!(find("x # coding: foo"), None);
        assert_eq!(find("x\n# coding: foo"), None);
        assert_eq!(find("\n\n# coding: foo"), None);
        assert_eq!(find("# coding : foo"), None);
        assert_eq!(declared_encoding(b"# coding: foo"), None);
        assert_eq!(canonical("UTF_8"), "utf-8");
        assert_eq!(canonical("utf-8-unix"), "utf-8");
        assert_eq!(canonical("latin1"), "latin1");
    }

    #[test]
    fn newlines() {
        let plain = |s: &[u8]| plain_newlines(s, Mode::Exec, false).into_owned();
        assert_eq!(plain(b"a\r\nb\rc"), b"a\nb\nc\n");
        assert_eq!(plain(b"a\r"), b"a\n");
        assert_eq!(plain(b"a\r\n"), b"a\n\n");
        assert_eq!(plain(b""), b"");
    }
}
