//! Lines of source files as tracebacks and syntax errors show them.

/// As many bytes of a line CPython reads at a time for a traceback; it is the last of them that are shown.
pub const FOR_TRACEBACK: usize = 1999;

/// As many for a syntax error.
pub const FOR_SYNTAX_ERROR: usize = 999;

/// A line of a file without its indentation, with its newline if it has one.
pub fn line(file: &str, line: u32, at_once: usize) -> Option<Vec<u8>> {
    let data = std::fs::read(file).ok()?;
    let mut rest = &data[..];
    for _ in 1..line {
        rest = &rest[end_of_line(rest)?.1..];
    }
    if rest.is_empty() {
        return None;
    }
    let text = match end_of_line(rest) {
        Some((end, _)) => [&rest[..end], b"\n"].concat(),
        None => rest.to_vec(),
    };
    let shown = &text[(text.len() - 1) / at_once * at_once..];
    let indent = |b: &&u8| matches!(b, b' ' | b'\t' | 0x0c);
    let indent = shown.iter().take_while(indent).count();
    Some(shown[indent..].to_vec())
}

/// Where the first line ends, and where the next one begins; newlines of all three kinds end lines.
fn end_of_line(text: &[u8]) -> Option<(usize, usize)> {
    let end = text.iter().position(|b| matches!(b, b'\n' | b'\r'))?;
    let width = if text[end..].starts_with(b"\r\n") {
        2
    } else {
        1
    };
    Some((end, end + width))
}
