//! Text written as bytes, a block at a time: each block's bytes go to a room that is large enough for the worst of
//! them, so that nothing asks for memory between two units.

use super::Unit;

/// Units of a block.
pub(crate) const BLOCK: usize = 256;
/// Room that is kept for what comes behind plain units.
pub(crate) const ROOM: usize = 32;

/// Bytes that are written one behind the other.
pub struct Writer<'a> {
    room: &'a mut [u8],
    at: usize,
}

impl<'a> Writer<'a> {
    /// Writes from the beginning of a room.
    #[inline(always)]
    pub fn new(room: &'a mut [u8]) -> Writer<'a> {
        Writer { room, at: 0 }
    }

    /// How many bytes are written.
    #[inline(always)]
    pub fn written(&self) -> usize {
        self.at
    }

    /// How many more there is room for.
    #[inline(always)]
    pub fn left(&self) -> usize {
        self.room.len() - self.at
    }

    /// Writes some bytes; there is room for them.
    #[inline(always)]
    pub fn put<const N: usize>(&mut self, bytes: [u8; N]) {
        self.room[self.at..self.at + N].copy_from_slice(&bytes);
        self.at += N;
    }

    /// Writes units from the beginning of `units` that stand for themselves, and says how many: all up to the first
    /// that does not, as long as there is room for more. They are bytes.
    #[inline(always)]
    pub fn plain<U: Unit>(&mut self, units: &[U], plain: impl Fn(u32) -> bool) -> usize {
        // Loops, no closures: those would be compiled elsewhere.
        let mut n = 0;
        while let Some(eight) = units[n..].first_chunk::<8>() {
            if !plain(eight[0].into()) {
                return n;
            }
            // Most runs that are shorter end here.
            if !plain(eight[7].into()) {
                break;
            }
            // Eight tests without a branch between them are vector instructions.
            let mut all = true;
            for c in eight {
                all &= plain((*c).into());
            }
            if !all || self.left() < ROOM {
                break;
            }
            let mut bytes = [0; 8];
            for (to, c) in bytes.iter_mut().zip(eight) {
                *to = (*c).into() as u8;
            }
            self.put(bytes);
            n += 8;
        }
        if self.left() < ROOM {
            return n;
        }
        for c in units[n..].iter().take(8) {
            let c = (*c).into();
            if !plain(c) {
                break;
            }
            self.put([c as u8]);
            n += 1;
        }
        n
    }
}

/// Appends to `$out` what a block writes for `$units` from position `$start` on: for `$at` plain units, which it
/// moves behind them, and then not more than `$worst` bytes. The block may look at units behind those; it says
/// whether to go on, at its end or with `break $each`. The whole says where that ended. (A macro, so that it is one
/// loop: closures would be compiled elsewhere, and called for every unit.)
macro_rules! in_blocks {
    ($worst:literal, $units:expr, $start:expr, $out:expr, |$at:ident, $w:ident| $each:lifetime: { $($body:tt)* }) => {{
        use $crate::text::narrow::{BLOCK, ROOM, Writer};
        const { assert!($worst + 8 <= ROOM) };
        let mut $at: usize = $start;
        let mut room = vec![0; ($units.len() - $at).min(BLOCK) * $worst + ROOM];
        let mut goes_on = true;
        while goes_on && $at < $units.len() {
            let end = ($at + BLOCK).min($units.len());
            let mut $w = Writer::new(&mut room);
            while goes_on && $at < end && $w.left() >= ROOM {
                goes_on = $each: { $($body)* };
            }
            let n = $w.written();
            $out.extend_from_slice(&room[..n]);
        }
        $at
    }};
}
pub(crate) use in_blocks;

/// Appends to `out` what `f` makes of the first of `from`, up to the first that it makes nothing of: how many.
#[inline(always)]
pub fn extend_while<T, V: Copy + Default>(
    out: &mut Vec<V>,
    from: &[T],
    mut f: impl FnMut(&T) -> Option<V>,
) -> usize {
    let start = out.len();
    for block in from.chunks(BLOCK) {
        let before = out.len();
        out.resize(before + block.len(), V::default());
        let mut n = 0;
        for (to, x) in out[before..].iter_mut().zip(block) {
            let Some(v) = f(x) else { break };
            *to = v;
            n += 1;
        }
        out.truncate(before + n);
        if n < block.len() {
            break;
        }
    }
    out.len() - start
}

#[cfg(test)]
mod tests {
    #[test]
    fn blocks_are_put_together() {
        let units: Vec<u16> = (0..1000).map(|i| i % 300).collect();
        let mut out = Vec::new();
        in_blocks!(2, units, 0, out, |at, w| 'each: {
            at += w.plain(&units[at..], |c| c < 0x80);
            let Some(c) = units.get(at).filter(|c| **c >= 0x80) else {
                break 'each true;
            };
            w.put(c.to_be_bytes());
            at += 1;
            true
        });
        let mut expected = Vec::new();
        for c in units {
            match u8::try_from(c) {
                Ok(c @ ..0x80) => expected.push(c),
                _ => expected.extend(c.to_be_bytes()),
            }
        }
        assert_eq!(out, expected);
    }
}
