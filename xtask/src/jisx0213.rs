//! `xtask jisx0213`: writes runtime/src/modules/east_asian/jisx0213.txt, the characters that JIS X 0213:2004 adds to
//! JIS X 0208, as the C library's `iconv` maps them.
//!
//! A line is a plane, a row, a cell, and the characters from there on; behind a `+` as the plane it is one cell that is
//! two characters. Rows and cells are numbered from 1, as in the standard.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use tests::find;

/// What `iconv` makes of some bytes; nothing, where they are no text.
fn decoded(encoding: &str, bytes: &[u8]) -> Option<String> {
    let mut child = Command::new("iconv")
        .args(["-f", encoding, "-t", "UTF-8"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    child.stdin.take()?.write_all(bytes).ok()?;
    let output = child.wait_with_output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    (output.status.success() && !text.is_empty()).then_some(text)
}

/// The cells of a row, each followed by a line end so that they can be told apart.
fn row(plane: usize, row: u8) -> Vec<Option<String>> {
    let bytes = |cell: u8| match plane {
        1 => vec![0xa0 + row, 0xa0 + cell],
        _ => vec![0x8f, 0xa0 + row, 0xa0 + cell],
    };
    (1..=94)
        .map(|cell| decoded("EUC-JISX0213", &bytes(cell)))
        .map(|found| found.filter(|t| t.chars().count() <= 2))
        .collect()
}

pub fn main(args: &[String]) -> Result<(), String> {
    if !args.is_empty() {
        return Err("takes no arguments".to_owned());
    }
    let mut out = String::new();
    for (plane, r) in (1..=2).flat_map(|plane| (1..=94).map(move |r| (plane, r))) {
        let mut going_on = false;
        for (cell, text) in (1..).zip(row(plane, r)) {
            let older = plane == 1 && decoded("EUC-JP", &[0xa0 + r, 0xa0 + cell]).is_some();
            let Some(text) = text.filter(|_| !older) else {
                going_on = false;
                continue;
            };
            if text.chars().count() == 2 {
                let _ = write!(out, "\n+ {r} {cell} {text}");
                going_on = false;
            } else if going_on {
                out.push_str(&text);
            } else {
                let _ = write!(out, "\n{plane} {r} {cell} {text}");
                going_on = true;
            }
        }
    }
    let path = find::root().join("runtime/src/modules/east_asian/jisx0213.txt");
    std::fs::write(&path, out.trim_start().to_owned() + "\n").map_err(|e| e.to_string())
}
