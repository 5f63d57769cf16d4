//! Text under construction in the two ways of formatting.

use smallvec::SmallVec;

use crate::builtins::unicode::Chars;
use crate::text::Unit;

/// Most of it is short, and needs no memory of its own.
pub type Out<U> = SmallVec<[U; 128]>;

/// Units that are converted together.
const BLOCK: usize = 64;

/// Appends units of another width, which fit.
pub fn append<V: Unit, U: Unit>(out: &mut Out<U>, units: &[V]) {
    for block in units.chunks(BLOCK) {
        let mut converted = [U::ascii(0); BLOCK];
        for (to, c) in converted.iter_mut().zip(block) {
            *to = U::of((*c).into());
        }
        out.extend_from_slice(&converted[..block.len()]);
    }
}

/// Appends ASCII characters.
#[inline]
pub fn append_ascii<U: Unit>(out: &mut Out<U>, bytes: &[u8]) {
    match U::of_bytes(bytes) {
        Some(units) => out.extend_from_slice(units),
        None => append(out, bytes),
    }
}

/// Appends the code points of a unicode string.
pub fn append_chars(out: &mut Out<u32>, chars: Chars<'_>) {
    match chars {
        Chars::One(s) => append(out, s),
        Chars::Two(s) => append(out, s),
        Chars::Four(s) => out.extend_from_slice(s),
    }
}
