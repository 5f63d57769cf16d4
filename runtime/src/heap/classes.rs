//! Size classes: which cell size serves a request, and the arithmetic on cells of a block.
//!
//! All small memory comes in blocks of [`BLOCK_SIZE`] bytes cut into equal cells. The sizes are
//! chosen so that
//! - up to 256 bytes every multiple of the granule has its own class: there is no internal waste
//!   where almost all objects are (an instance with six attributes, a dict, a short string);
//! - above, steps grow (32, 64, then the divisors of a block that lose least at its end), which
//!   bounds internal waste to about 25% while keeping the number of half-used blocks small;
//! - from [`SMALL_MAX`] on, page-granular large objects waste less than cells would.
//!
//! Every class exists twice: traced cells and *leaf* cells, whose contents hold no pointers and are
//! never handed to the tracer. Strings and numbers are leaves: marking one touches its mark bit and
//! not its memory.

/// Alignment of every object, and the unit of the bitmaps.
pub const GRANULE: usize = 16;
/// Bytes in a block. Large enough that taking one is rare (a thousand 32-byte cells), small enough
/// that a class used for a handful of objects costs little and that empty blocks turn up.
pub const BLOCK_SIZE: usize = 32 * 1024;
/// log2 of [`BLOCK_SIZE`].
pub const BLOCK_SHIFT: u32 = BLOCK_SIZE.trailing_zeros();
/// The largest size that is served from blocks.
pub const SMALL_MAX: usize = 8192;
/// 64-bit words of bitmap for a block.
pub const BLOCK_WORDS: usize = BLOCK_SIZE / GRANULE / 64;
/// Number of distinct cell sizes.
pub const SIZES: usize = 41;
/// Number of classes: traced ones first, then the leaf ones.
pub const CLASSES: usize = 2 * SIZES;

/// The cell size of each size index, in bytes.
pub const CELL_SIZES: [u16; SIZES] = {
    let mut sizes = [0u16; SIZES];
    let mut n = 0;
    let mut size = 16;
    while size <= 1024 {
        sizes[n] = size;
        n += 1;
        size += if size < 256 {
            16
        } else if size < 512 {
            32
        } else {
            64
        };
    }
    // A 25th, 20th, 16th, 12th, 10th, 8th, 6th, 5th and 4th part of a block.
    let parts = [1280, 1632, 2048, 2720, 3264, 4096, 5456, 6544, 8192];
    let mut i = 0;
    while i < parts.len() {
        sizes[n] = parts[i];
        n += 1;
        i += 1;
    }
    assert!(n == SIZES);
    sizes
};

/// Size index by size in granules, rounded up.
const SIZE_INDEX: [u8; SMALL_MAX / GRANULE + 1] = {
    let mut table = [0u8; SMALL_MAX / GRANULE + 1];
    let mut index = 0;
    let mut granules = 0;
    while granules < table.len() {
        if granules * GRANULE > CELL_SIZES[index] as usize {
            index += 1;
        }
        table[granules] = index as u8;
        granules += 1;
    }
    table
};

/// Reciprocals for dividing a granule offset within a block by the cell size: `ceil(2^32 /
/// granules)`. Exact, since offset * error < 2048 * 512 < 2^32.
const RECIPROCALS: [u64; SIZES] = {
    let mut table = [0; SIZES];
    let mut i = 0;
    while i < SIZES {
        let granules = CELL_SIZES[i] as u64 / GRANULE as u64;
        table[i] = (1u64 << 32).div_ceil(granules);
        i += 1;
    }
    table
};

/// Bitmaps of the granules of a block at which a cell starts.
static STARTS: [[u64; BLOCK_WORDS]; SIZES] = {
    let mut table = [[0; BLOCK_WORDS]; SIZES];
    let mut i = 0;
    while i < SIZES {
        let step = CELL_SIZES[i] as usize / GRANULE;
        let mut at = 0;
        while at + step <= BLOCK_SIZE / GRANULE {
            table[i][at / 64] |= 1 << (at % 64);
            at += step;
        }
        i += 1;
    }
    table
};

/// A size class: an index below [`CLASSES`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Class(u8);

impl Class {
    /// The class that serves `size` bytes (at most [`SMALL_MAX`]).
    #[inline(always)]
    pub const fn of(size: usize, leaf: bool) -> Class {
        let index = SIZE_INDEX[size.div_ceil(GRANULE)];
        Class(if leaf { index + SIZES as u8 } else { index })
    }

    /// The class with this number, if there is one.
    #[inline]
    pub const fn from_index(index: usize) -> Option<Class> {
        if index < CLASSES {
            Some(Class(index as u8))
        } else {
            None
        }
    }

    /// All classes.
    pub fn all() -> impl Iterator<Item = Class> {
        (0..CLASSES as u8).map(Class)
    }

    /// The number of the class.
    #[inline(always)]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    #[inline(always)]
    const fn size_index(self) -> usize {
        if self.0 >= SIZES as u8 {
            self.0 as usize - SIZES
        } else {
            self.0 as usize
        }
    }

    /// Bytes in a cell.
    #[inline(always)]
    pub const fn cell_size(self) -> usize {
        CELL_SIZES[self.size_index()] as usize
    }

    /// Granules in a cell.
    #[inline(always)]
    pub const fn cell_granules(self) -> usize {
        self.cell_size() / GRANULE
    }

    /// Cells in a block.
    #[inline]
    pub const fn cells(self) -> usize {
        BLOCK_SIZE / self.cell_size()
    }

    /// Granules of a block that belong to cells: the rest, at its end, is unused.
    #[inline]
    pub const fn used_granules(self) -> usize {
        self.cells() * self.cell_granules()
    }

    /// The cell that contains a granule of a block.
    #[inline]
    pub const fn cell_of(self, granule: usize) -> usize {
        ((granule as u64 * RECIPROCALS[self.size_index()]) >> 32) as usize
    }

    /// Bitmap of the granules at which a cell of a block starts.
    #[inline]
    pub fn starts(self) -> &'static [u64; BLOCK_WORDS] {
        &STARTS[self.size_index()]
    }
}

/// The number of bytes an object of `size` bytes really gets: a growable buffer should use them
/// all.
pub const fn usable_size(size: usize) -> usize {
    if size <= SMALL_MAX {
        Class::of(size, false).cell_size()
    } else {
        size.saturating_add(super::region::PAGE - 1) & !(super::region::PAGE - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_gets_the_smallest_cell_that_holds_it() {
        for size in 0..=SMALL_MAX {
            let cell = Class::of(size, false).cell_size();
            assert!(cell >= size && cell.is_multiple_of(GRANULE));
            let best = CELL_SIZES.iter().copied().find(|&s| s as usize >= size);
            assert_eq!(Some(cell as u16), best);
            assert!(cell <= 16 || cell * 3 <= size * 4 + 48, "{size} in {cell}");
        }
    }

    #[test]
    fn a_granule_is_in_the_cell_that_division_says() {
        for class in Class::all() {
            for granule in 0..BLOCK_SIZE / GRANULE {
                assert_eq!(class.cell_of(granule), granule / class.cell_granules());
            }
            let starts: u32 = class.starts().iter().map(|w| w.count_ones()).sum();
            assert_eq!(starts as usize, class.cells());
            assert!((BLOCK_SIZE - class.cells() * class.cell_size()) * 20 <= BLOCK_SIZE);
        }
    }

    #[test]
    fn leaf_classes_follow_the_traced_ones() {
        assert_eq!(
            Class::of(40, true).index(),
            Class::of(40, false).index() + SIZES
        );
        assert_eq!(Class::of(40, true).cell_size(), 48);
        assert_eq!(Class::from_index(CLASSES), None);
    }
}
