//! What a run leaves behind, in the form that `.expected` files have.
//!
//! An outcome is standard output followed, only where there is something to say, by lines
//! of the harness in square brackets: the last line of standard error (of a traceback, the
//! exception; the lines above it name files and may differ), and an exit status that is not
//! zero. Outcomes are compared as bytes, so a program's output is compared exactly.

use crate::process::Finished;
use std::collections::BTreeMap;
use std::os::unix::process::ExitStatusExt;

/// Renders a finished run as an `.expected` file.
pub fn render(run: &Finished) -> Vec<u8> {
    let mut text = run.stdout.clone();
    if text.last().is_some_and(|&byte| byte != b'\n') {
        text.extend_from_slice(b"\n[no newline at the end of output]\n");
    }
    if let Some(line) = last_line(&run.stderr) {
        text.extend_from_slice(b"[stderr] ");
        text.extend_from_slice(line);
        text.push(b'\n');
    }
    let ending = match run.status {
        None => "[killed at the time limit]\n".to_owned(),
        Some(status) => match (status.code(), status.signal()) {
            (Some(0), _) => String::new(),
            (Some(code), _) => format!("[exit status {code}]\n"),
            (None, signal) => format!("[signal {}]\n", signal.unwrap_or(0)),
        },
    };
    text.extend_from_slice(ending.as_bytes());
    text
}

fn last_line(text: &[u8]) -> Option<&[u8]> {
    let text = text.trim_ascii_end();
    text.rsplit(|&byte| byte == b'\n')
        .next()
        .filter(|line| !line.is_empty())
}

/// Takes the statistics that `-s` printed off the end of standard error: the lines
/// `key: number` with which it ends, keys of lower-case letters, digits, `_` and `.`.
pub fn take_statistics(stderr: &mut Vec<u8>) -> BTreeMap<String, u64> {
    let mut found = BTreeMap::new();
    while let Some((key, number)) = last_line(stderr).and_then(statistic) {
        found.insert(key, number);
        let end = stderr.trim_ascii_end();
        let start = end.iter().rposition(|&byte| byte == b'\n');
        stderr.truncate(start.map_or(0, |newline| newline + 1));
    }
    found
}

fn statistic(line: &[u8]) -> Option<(String, u64)> {
    let (key, number) = std::str::from_utf8(line).ok()?.split_once(": ")?;
    let legal = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '.';
    let key = key.trim_end();
    if key.is_empty() || !key.chars().all(legal) {
        return None;
    }
    Some((key.to_owned(), number.trim().parse().ok()?))
}

/// The most of a line that a message shows.
const WIDTH: usize = 160;

/// Says where two outcomes part: the first differing line with some context.
pub fn difference(expected: &[u8], actual: &[u8]) -> String {
    let expected = String::from_utf8_lossy(expected).into_owned();
    let actual = String::from_utf8_lossy(actual).into_owned();
    let want: Vec<&str> = expected.lines().collect();
    let got: Vec<&str> = actual.lines().collect();
    let same = want.iter().zip(&got).take_while(|(a, b)| a == b).count();
    let from = match (want.get(same), got.get(same)) {
        (Some(a), Some(b)) => a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count(),
        _ => 0,
    };
    let from = from.saturating_sub(WIDTH / 2);
    let mut text = format!("outputs part at line {}:\n", same + 1);
    for line in &want[same.saturating_sub(3)..same] {
        text += &format!("    {}\n", cut(line, 0));
    }
    let mut show = |mark: &str, lines: &[&str]| {
        for (number, line) in lines.iter().enumerate().skip(same).take(6) {
            text += &format!(
                "  {mark} {}\n",
                cut(line, if number == same { from } else { 0 })
            );
        }
        if lines.len() > same + 6 {
            text += &format!("  {mark} ({} more lines)\n", lines.len() - same - 6);
        }
    };
    show("-", &want);
    show("+", &got);
    text
}

/// The part of a long line that begins at character `from`.
fn cut(line: &str, from: usize) -> String {
    let length = line.chars().count();
    if length <= WIDTH {
        return line.to_owned();
    }
    let start = from.min(length - WIDTH);
    let part: String = line.chars().skip(start).take(WIDTH).collect();
    let before = if start > 0 { "…" } else { "" };
    let after = if start + WIDTH < length { "…" } else { "" };
    format!("{before}{part}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::ExitStatus;
    use std::time::Duration;

    fn finished(stdout: &str, stderr: &str, status: Option<i32>) -> Finished {
        Finished {
            stdout: stdout.into(),
            stderr: stderr.into(),
            status: status.map(ExitStatus::from_raw),
            wall: Duration::ZERO,
            cpu: Duration::ZERO,
            peak_memory: 0,
        }
    }

    #[test]
    fn plain_output_is_itself() {
        assert_eq!(render(&finished("a\nb\n", "", Some(0))), b"a\nb\n");
    }

    #[test]
    fn endings_are_rendered() {
        let run = finished("a", "Traceback\n  x\nValueError: 1\n", Some(1 << 8));
        assert_eq!(
            String::from_utf8(render(&run)).unwrap(),
            "a\n[no newline at the end of output]\n[stderr] ValueError: 1\n[exit status 1]\n"
        );
        assert_eq!(render(&finished("", "", Some(11))), b"[signal 11]\n");
        assert_eq!(
            render(&finished("", "", None)),
            b"[killed at the time limit]\n"
        );
    }

    #[test]
    fn statistics_are_taken_off_the_end() {
        let mut stderr = b"ValueError: 7\ndeopts: 3\nic.misses : 4\n".to_vec();
        let found = take_statistics(&mut stderr);
        assert_eq!(stderr, b"ValueError: 7\n");
        assert_eq!(found["deopts"], 3);
        assert_eq!(found["ic.misses"], 4);
    }

    #[test]
    fn the_first_difference_is_named() {
        let text = difference(b"1\n2\n3\n", b"1\n2\n4\n");
        assert!(text.contains("line 3"), "{text}");
        assert!(text.contains("- 3") && text.contains("+ 4"), "{text}");
    }
}
