//! Taking texts apart: what `split` and its relatives do, as ranges.

use std::ops::Range;

use super::Unit;
use super::search::{self, rfind};

/// Words between white space, at most `max` splits.
pub fn words<U: Unit>(
    hay: &[U],
    max: usize,
    is_space: impl Fn(U) -> bool,
    mut each: impl FnMut(Range<usize>),
) {
    let n = hay.len();
    let (mut at, mut left) = (0, max);
    loop {
        while at < n && is_space(hay[at]) {
            at += 1;
        }
        if at == n {
            return;
        }
        if left == 0 {
            each(at..n);
            return;
        }
        left -= 1;
        let start = at;
        while at < n && !is_space(hay[at]) {
            at += 1;
        }
        each(start..at);
    }
}

/// The same from the right; ranges come from the last to the first.
pub fn words_backward<U: Unit>(
    hay: &[U],
    max: usize,
    is_space: impl Fn(U) -> bool,
    mut each: impl FnMut(Range<usize>),
) {
    let (mut end, mut left) = (hay.len(), max);
    loop {
        while end > 0 && is_space(hay[end - 1]) {
            end -= 1;
        }
        if end == 0 {
            return;
        }
        if left == 0 {
            each(0..end);
            return;
        }
        left -= 1;
        let stop = end;
        while end > 0 && !is_space(hay[end - 1]) {
            end -= 1;
        }
        each(end..stop);
    }
}

/// Pieces between occurrences of `sep`, which is not empty.
pub fn pieces<U: Unit>(hay: &[U], sep: &[U], max: usize, mut each: impl FnMut(Range<usize>)) {
    let mut at = 0;
    search::each(hay, sep, max, |found| {
        each(at..found);
        at = found + sep.len();
    });
    each(at..hay.len());
}

/// The same from the right; ranges come from the last to the first.
pub fn pieces_backward<U: Unit>(
    hay: &[U],
    sep: &[U],
    max: usize,
    mut each: impl FnMut(Range<usize>),
) {
    let (mut end, mut left) = (hay.len(), max);
    while left > 0
        && let Some(found) = rfind(&hay[..end], sep)
    {
        each(found + sep.len()..end);
        end = found;
        left -= 1;
    }
    each(0..end);
}

/// Lines, with or without what ends them. `\r\n` ends a line once.
pub fn lines<U: Unit>(
    hay: &[U],
    keep: bool,
    is_break: impl Fn(U) -> bool,
    mut each: impl FnMut(Range<usize>),
) {
    let n = hay.len();
    let mut at = 0;
    while at < n {
        let start = at;
        while at < n && !is_break(hay[at]) {
            at += 1;
        }
        let end = at;
        if at < n {
            at += if hay[at] == U::ascii(b'\r') && hay.get(at + 1) == Some(&U::ascii(b'\n')) {
                2
            } else {
                1
            };
        }
        each(start..if keep { at } else { end });
    }
}

/// What is left when units are stripped off the ends.
pub fn strip<U: Unit>(
    hay: &[U],
    left: bool,
    right: bool,
    drop: impl Fn(U) -> bool,
) -> Range<usize> {
    let start = if left {
        hay.iter().position(|c| !drop(*c)).unwrap_or(hay.len())
    } else {
        0
    };
    let end = if right {
        hay[start..]
            .iter()
            .rposition(|c| !drop(*c))
            .map_or(start, |i| start + i + 1)
    } else {
        hay.len()
    };
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn collect(f: impl FnOnce(&mut dyn FnMut(Range<usize>))) -> Vec<Range<usize>> {
        let mut out = Vec::new();
        f(&mut |r| out.push(r));
        out
    }

    #[test]
    fn splitting() {
        let h = b"  a b  c ";
        let space = |c: u8| c == b' ';
        assert_eq!(collect(|f| words(h, 9, space, f)), [2..3, 4..5, 7..8]);
        assert_eq!(collect(|f| words(h, 1, space, f)), [2..3, 4..9]);
        assert_eq!(collect(|f| words(h, 0, space, f)), vec![2..9]);
        assert_eq!(collect(|f| words_backward(h, 1, space, f)), [7..8, 0..5]);
        assert_eq!(collect(|f| pieces(b"a,,b", b",", 9, f)), [0..1, 2..2, 3..4]);
        assert_eq!(collect(|f| pieces(b"a,,b", b",", 1, f)), [0..1, 2..4]);
        assert_eq!(
            collect(|f| pieces_backward(b"a,,b", b",", 1, f)),
            [3..4, 0..2]
        );
        let is_break = |c: u8| c == b'\n' || c == b'\r';
        assert_eq!(
            collect(|f| lines(b"a\r\nb\n\nc", true, is_break, f)),
            [0..3, 3..5, 5..6, 6..7]
        );
        assert_eq!(collect(|f| lines(b"a\n", false, is_break, f)), vec![0..1]);
    }

    #[test]
    fn stripping() {
        let space = |c: u8| c == b' ';
        assert_eq!(strip(b"  a ", true, true, space), 2..3);
        assert_eq!(strip(b"   ", true, true, space), 3..3);
        assert_eq!(strip(b" a ", false, true, space), 0..2);
    }
}
