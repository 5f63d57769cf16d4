//! Texts made wider.

use super::Unit;
use super::search::TooLong;

/// Padding left and right with which a text of `n` units has the width asked for; `None` when it has it.
pub fn padding(n: usize, width: i64) -> Option<usize> {
    usize::try_from(width)
        .ok()?
        .checked_sub(n)
        .filter(|p| *p > 0)
}

/// How `center` divides padding: the odd one goes left when the width is odd.
pub fn centered(padding: usize, width: i64) -> (usize, usize) {
    let left = padding / 2 + (padding & width as usize & 1);
    (left, padding - left)
}

/// A text between so many fill units.
///
/// # Errors
/// When memory does not suffice.
pub fn padded<U: Unit>(text: &[U], left: usize, right: usize, fill: U) -> Result<Vec<U>, TooLong> {
    let n = left
        .checked_add(right)
        .and_then(|p| p.checked_add(text.len()))
        .ok_or(TooLong)?;
    let mut out = Vec::new();
    out.try_reserve_exact(n).map_err(|_| TooLong)?;
    out.resize(left, fill);
    out.extend_from_slice(text);
    out.resize(n, fill);
    Ok(out)
}

/// A text with zeros before it, but behind its sign.
///
/// # Errors
/// When memory does not suffice.
pub fn with_zeros<U: Unit>(text: &[U], zeros: usize) -> Result<Vec<U>, TooLong> {
    let mut out = padded(text, zeros, 0, U::ascii(b'0'))?;
    if let Some(sign) = text.first()
        && (*sign == U::ascii(b'+') || *sign == U::ascii(b'-'))
    {
        out.swap(0, zeros);
    }
    Ok(out)
}

/// Fills `to`, whose length is a multiple of the text's, with the text again and again.
pub fn repeat<U: Copy>(text: &[U], to: &mut [U]) {
    if let [c] = text {
        return to.fill(*c);
    }
    let mut done = text.len().min(to.len());
    to[..done].copy_from_slice(&text[..done]);
    // What is there is copied behind itself: few large copies.
    while done > 0 && done < to.len() {
        let n = done.min(to.len() - done);
        to.copy_within(..n, done);
        done += n;
    }
}

/// Tabs as blanks up to the next column that is a multiple of `size`.
///
/// # Errors
/// When the result is too long.
pub fn expand_tabs<U: Unit>(text: &[U], size: i64) -> Result<Vec<U>, TooLong> {
    let mut out: Vec<U> = Vec::with_capacity(text.len());
    let mut column: usize = 0;
    for c in text {
        if *c == U::ascii(b'\t') {
            if let Ok(size) = usize::try_from(size)
                && size > 0
            {
                let n = size - column % size;
                out.try_reserve(n).map_err(|_| TooLong)?;
                out.resize(out.len() + n, U::ascii(b' '));
                column += n;
            }
        } else {
            out.push(*c);
            column = if *c == U::ascii(b'\n') || *c == U::ascii(b'\r') {
                0
            } else {
                column + 1
            };
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filling() {
        assert_eq!(centered(3, 4), (1, 2));
        assert_eq!(centered(3, 5), (2, 1));
        assert_eq!(with_zeros(b"-1", 3), Ok(b"-0001".to_vec()));
        assert_eq!(with_zeros(b"", 3), Ok(b"000".to_vec()));
        assert_eq!(expand_tabs(b"a\tb\n\tc", 4), Ok(b"a   b\n    c".to_vec()));
        assert_eq!(expand_tabs(b"a\tb", 0), Ok(b"ab".to_vec()));
        assert_eq!(padding(3, -1), None);
        assert_eq!(padding(3, 5), Some(2));
    }
}
