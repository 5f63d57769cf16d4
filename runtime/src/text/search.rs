//! Finding texts in texts.

use super::Unit;

/// Position of the first occurrence of `needle`; an empty one is everywhere.
#[inline]
pub fn find<U: Unit>(hay: &[U], needle: &[U]) -> Option<usize> {
    match needle {
        [] => Some(0),
        [c] => U::position(hay, *c),
        _ if needle.len() > hay.len() => None,
        _ => U::find_text(hay, needle),
    }
}

/// Position of the last occurrence of `needle`.
#[inline]
pub fn rfind<U: Unit>(hay: &[U], needle: &[U]) -> Option<usize> {
    match needle {
        [] => Some(hay.len()),
        [c] => U::last_position(hay, *c),
        _ if needle.len() > hay.len() => None,
        _ => U::find_last_text(hay, needle),
    }
}

/// Occurrences that do not overlap, at most `max`. An empty needle occurs around every unit.
pub fn count<U: Unit>(hay: &[U], needle: &[U], max: usize) -> usize {
    if needle.is_empty() {
        return (hay.len() + 1).min(max);
    }
    let mut n = 0;
    each(hay, needle, max, |_| n += 1);
    n
}

/// Calls `f` with the positions of occurrences that do not overlap, at most `max`. The needle is not empty.
#[inline]
pub fn each<U: Unit>(hay: &[U], needle: &[U], max: usize, mut f: impl FnMut(usize)) {
    let mut left = max;
    if left == 0 || needle.len() > hay.len() {
        return;
    }
    let f = |at| {
        f(at);
        left -= 1;
        left > 0
    };
    match needle {
        [c] => U::each_position(hay, *c, f),
        _ => U::each_text(hay, needle, f),
    }
}

/// The highest bit of each byte of a word that is `c`. (The sums do not carry from byte to byte, so that each byte is told
/// by itself: Warren, "Hacker's Delight", 6-1.)
#[inline(always)]
pub fn equal_bytes(word: u64, c: u8) -> u64 {
    const ONES: u64 = u64::MAX / 0xFF;
    const LOW: u64 = ONES * 0x7F;
    let zero_where_equal = word ^ (ONES * u64::from(c));
    !(((zero_where_equal & LOW) + LOW) | zero_where_equal | LOW)
}

/// Which low bits of units occur.
fn bloom<U: Unit>(units: &[U]) -> u64 {
    units.iter().fold(0, |mask, c| mask | bit(*c))
}

fn bit<U: Unit>(c: U) -> u64 {
    1 << (c.into() & 63)
}

/// Forward search: compare at the needle's end; after a mismatch skip by what follows the window.
pub fn horspool<U: Unit>(hay: &[U], needle: &[U]) -> Option<usize> {
    let m = needle.len();
    let (last, head) = needle.split_last()?;
    // How far the needle moves when its last unit matched and something else did not.
    let skip = head
        .iter()
        .rev()
        .position(|c| c == last)
        .map_or(m, |back| back + 1);
    let mask = bloom(needle);
    let mut at = 0;
    while at + m <= hay.len() {
        if hay[at + m - 1] == *last {
            if hay[at..at + m - 1] == *head {
                return Some(at);
            }
            at += match hay.get(at + m) {
                Some(c) if mask & bit(*c) == 0 => m + 1,
                _ => skip,
            };
        } else {
            at += match hay.get(at + m) {
                Some(c) if mask & bit(*c) == 0 => m + 1,
                _ => 1,
            };
        }
    }
    None
}

/// Backward search.
pub fn backward<U: Unit>(hay: &[U], needle: &[U]) -> Option<usize> {
    let m = needle.len();
    let (first, rest) = needle.split_first()?;
    let mask = bloom(needle);
    let mut at = hay.len().checked_sub(m)?;
    loop {
        if hay[at] == *first && hay[at + 1..at + m] == *rest {
            return Some(at);
        }
        // The unit before the window is in no occurrence.
        let step = if at > 0 && mask & bit(hay[at - 1]) == 0 {
            m + 1
        } else {
            1
        };
        at = at.checked_sub(step)?;
    }
}

/// The text with occurrences of `old` replaced, at most `max` (`usize::MAX`: all); `None` when there are none.
/// `Err` when the result would be longer than `limit`.
pub fn replace<U: Unit>(
    hay: &[U],
    old: &[U],
    new: &[U],
    max: usize,
    limit: usize,
) -> Result<Option<Vec<U>>, TooLong> {
    // With a limit, an empty text stays empty.
    if max == 0 || old == new || (hay.is_empty() && max != usize::MAX) {
        return Ok(None);
    }
    if let ([old], [new]) = (old, new)
        && max >= hay.len()
    {
        if U::position(hay, *old).is_none() {
            return Ok(None);
        }
        let mut out = Vec::new();
        out.try_reserve_exact(hay.len()).map_err(|_| TooLong)?;
        out.extend(hay.iter().map(|c| if c == old { *new } else { *c }));
        return Ok(Some(out));
    }
    if old.len() == new.len() && hay.len() <= limit {
        let mut out = Vec::new();
        let mut failed = false;
        each(hay, old, max, |at| {
            if out.is_empty() && !failed {
                failed = out.try_reserve_exact(hay.len()).is_err();
                if !failed {
                    out.extend_from_slice(hay);
                }
            }
            if !failed {
                out[at..at + new.len()].copy_from_slice(new);
            }
        });
        return match (failed, out.is_empty()) {
            (true, _) => Err(TooLong),
            (false, true) => Ok(None),
            (false, false) => Ok(Some(out)),
        };
    }
    let n = count(hay, old, max);
    if n == 0 {
        return Ok(None);
    }
    let grown = n
        .checked_mul(new.len())
        .and_then(|g| g.checked_add(hay.len() - n * old.len()));
    let size = grown.filter(|s| *s <= limit).ok_or(TooLong)?;
    let mut out = Vec::new();
    out.try_reserve_exact(size).map_err(|_| TooLong)?;
    if old.is_empty() {
        for (i, c) in hay.iter().enumerate() {
            if i < n {
                out.extend_from_slice(new);
            }
            out.push(*c);
        }
        if n > hay.len() {
            out.extend_from_slice(new);
        }
        return Ok(Some(out));
    }
    let mut at = 0;
    each(hay, old, n, |found| {
        out.extend_from_slice(&hay[at..found]);
        out.extend_from_slice(new);
        at = found + old.len();
    });
    out.extend_from_slice(&hay[at..]);
    Ok(Some(out))
}

/// A result of more units than memory has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

/// Start and end arguments as positions in a text of `n` units: negative ones count from the end.
/// The start may lie behind the end.
#[inline]
pub fn bounds(start: i64, end: i64, n: usize) -> (usize, usize) {
    let place = |i: i64| if i < 0 { i.saturating_add(n as i64).max(0) } else { i } as usize;
    (place(start), place(end).min(n))
}

/// Does `part` stand at the beginning (or end) of `hay[start..end]`?
pub fn is_affix<U: Unit>(
    hay: &[U],
    part: &[U],
    (start, end): (usize, usize),
    at_end: bool,
) -> bool {
    if start > end || end - start < part.len() {
        return false;
    }
    if at_end {
        hay[..end].ends_with(part)
    } else {
        hay[start..].starts_with(part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn naive(hay: &[u16], needle: &[u16]) -> Vec<usize> {
        (0..=hay.len())
            .filter(|i| hay[*i..].starts_with(needle))
            .collect()
    }

    #[test]
    fn searches_agree_with_the_obvious_one() {
        // All texts over two letters up to some length.
        for n in 0..9usize {
            for bits in 0..1u32 << n {
                let hay: Vec<u16> = (0..n).map(|i| 0x100 + (bits >> i & 1) as u16).collect();
                for m in 0..4usize {
                    for b in 0..1u32 << m {
                        let needle: Vec<u16> =
                            (0..m).map(|i| 0x100 + (b >> i & 1) as u16).collect();
                        let all = naive(&hay, &needle);
                        assert_eq!(find(&hay, &needle), all.first().copied());
                        assert_eq!(rfind(&hay, &needle), all.last().copied());
                    }
                }
            }
        }
    }

    #[test]
    fn positions_of_bytes_near_and_far() {
        for gap in [0, 1, 2, 6, 7, 8, 9, 31, 32, 33, 39, 40, 41, 100, 300] {
            for before in 0..20 {
                // Bytes that differ in one bit, beside the one that is looked for.
                let mut hay = vec![0x7F; before];
                for _ in 0..5 {
                    hay.push(0xFF);
                    hay.extend((0..gap).map(|i| [0x7F, 0xFE, 0x00][i % 3]));
                }
                let all: Vec<usize> = (0..hay.len()).filter(|i| hay[*i] == 0xFF).collect();
                for max in 0..7 {
                    let mut found = Vec::new();
                    each(&hay, &[0xFFu8], max, |at| found.push(at));
                    assert_eq!(found, all[..max.min(5)], "{gap} {before} {max}");
                }
            }
        }
    }

    #[test]
    fn replacing() {
        let r = |h: &str, o: &str, n: &str, max| {
            replace(h.as_bytes(), o.as_bytes(), n.as_bytes(), max, 1000)
                .map(|v| v.map(|v| String::from_utf8(v).unwrap()))
        };
        assert_eq!(r("abc", "", "-", usize::MAX), Ok(Some("-a-b-c-".into())));
        assert_eq!(r("abc", "", "-", 2), Ok(Some("-a-bc".into())));
        assert_eq!(r("aaa", "aa", "b", usize::MAX), Ok(Some("ba".into())));
        assert_eq!(r("aaa", "x", "b", usize::MAX), Ok(None));
        assert_eq!(r("aaa", "a", "", 2), Ok(Some("a".into())));
        assert_eq!(
            r(&"a".repeat(100), "a", &"b".repeat(100), usize::MAX),
            Err(TooLong)
        );
    }

    #[test]
    fn affixes() {
        assert!(!is_affix(b"abc", b"", bounds(4, 9, 3), false));
        assert!(is_affix(b"abc", b"", bounds(3, 9, 3), false));
        assert!(is_affix(b"abc", b"b", bounds(0, -1, 3), true));
        assert!(!is_affix(b"abc", b"bc", bounds(2, 9, 3), true));
    }
}
