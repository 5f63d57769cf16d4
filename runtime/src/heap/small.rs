//! Small objects: bump allocation through the free intervals of a block.
//!
//! A block is never threaded with a free list. The allocator holds, for each class, one interval of
//! free cells `[cursor, limit)`, already zeroed; allocating is adding the cell size to the cursor.
//! When an interval is used up the next one is found in the *live bitmap* of the class's current
//! block, then in the next partly filled block, then in an empty one. That search is all that
//! remains of sweeping: after marking, the mark bits of a block simply become its live bits.
//!
//! **Invariant**: between collections, the live bit of a cell's first granule is set exactly if the
//! cell is an object or belongs to an interval that was handed out. What remains of the current
//! intervals is taken back when a collection begins, and subtracted by those who ask earlier.

use super::Gil;
use super::classes::{BLOCK_SHIFT, BLOCK_SIZE, BLOCK_WORDS, CLASSES, Class, GRANULE, SIZES};
use super::region::{self, BLOCK_CLEAN, BLOCK_DIRTY, Region};
use std::cell::{Cell, RefCell};
use std::ops::Range;

/// The longest interval handed out of a block with stale contents: zeroed at once, it must still be
/// in a near cache when the objects are written. Measured from 1 KiB (twice as slow for small
/// garbage) to the whole block (about 10% faster than 4 KiB, and zeroes more than may be needed).
const INTERVAL_MAX: usize = 16384;
/// Blocks with less than this share of free cells (one part in) are left alone: allocating through
/// holes of one cell costs more than the memory is worth.
const WORTHWHILE_SHARE: usize = 16;
/// Blocks with at most this share of old objects (one part in) share them with the young while collections of the
/// young are made: going through those few in each of these costs less than having to write to protected pages.
const OPEN_SHARE: usize = 4;
/// Blocks that are provided with memory at once, when the heap grows.
const POPULATED: usize = 8;
/// The first block of which that is true: small programs stay small.
const POPULATE_FROM: usize = 64;

/// Free memory for the next objects of a class. Compiled code reads and writes it; see
/// [`super::inline_alloc`].
#[repr(C)]
pub struct FreeInterval {
    /// Where the next object goes.
    pub cursor: Cell<usize>,
    /// End of the free memory. Zero forces the next allocation into the slow path.
    pub limit: Cell<usize>,
}

/// The intervals of all classes, at a fixed address.
#[repr(C)]
pub struct Intervals {
    /// By class number.
    pub class: [FreeInterval; CLASSES],
}

pub static INTERVALS: Gil<Intervals> = Gil(Intervals {
    class: [const {
        FreeInterval {
            cursor: Cell::new(0),
            limit: Cell::new(0),
        }
    }; CLASSES],
});

/// Where a class gets its intervals.
struct Source {
    /// End of the current interval, which `limit` hides while the slow path is forced.
    limit: Cell<usize>,
    /// The block the interval is in, plus one.
    block: Cell<u32>,
    /// The granule of the block where the search goes on.
    next: Cell<u32>,
    /// Whether the block reads as zero, so that intervals need no zeroing.
    clean: Cell<bool>,
    /// Blocks with free cells, the next one last.
    partial: RefCell<Vec<u32>>,
    /// The same, for when there are no empty blocks left: they are better left to the old.
    later: RefCell<Vec<u32>>,
    /// Cells handed out in intervals so far.
    cells: Cell<u64>,
}

impl Source {
    const fn new() -> Source {
        Source {
            limit: Cell::new(0),
            block: Cell::new(0),
            next: Cell::new(0),
            clean: Cell::new(false),
            partial: RefCell::new(Vec::new()),
            later: RefCell::new(Vec::new()),
            cells: Cell::new(0),
        }
    }
}

pub struct Small {
    source: [Source; CLASSES],
    /// Blocks at this number and beyond were never used.
    top: Cell<usize>,
    /// Empty blocks that hold pages, the next one last.
    dirty: RefCell<Vec<u32>>,
    /// Empty blocks whose pages were given back.
    clean: RefCell<Vec<u32>>,
    /// Blocks in use.
    used: Cell<usize>,
    /// See [`super::reveal`].
    keeps_all: Cell<bool>,
    /// Blocks with traced objects that survived the last collection: those to be allocated from first,
    open: RefCell<Vec<u32>>,
    /// and runs of the others.
    closed: RefCell<Vec<Range<usize>>>,
}

/// Which blocks a class may get an interval from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// Those that it prefers among the ones that have objects of the class.
    Preferred,
    /// All that have objects of the class.
    Used,
    /// Empty ones too.
    Any,
}

/// What sweeping found.
#[derive(Default, Clone, Copy, Debug)]
pub struct SweepResult {
    /// Bytes in marked cells.
    pub live_bytes: usize,
    /// Marked cells.
    pub live_objects: usize,
    /// Bytes of free cells in blocks that will be allocated from.
    pub reusable_bytes: usize,
}

impl Small {
    pub const fn new() -> Small {
        Small {
            source: [const { Source::new() }; CLASSES],
            top: Cell::new(0),
            dirty: RefCell::new(Vec::new()),
            clean: RefCell::new(Vec::new()),
            used: Cell::new(0),
            keeps_all: Cell::new(false),
            open: RefCell::new(Vec::new()),
            closed: RefCell::new(Vec::new()),
        }
    }

    /// Bytes of blocks in use.
    pub fn used_bytes(&self) -> usize {
        self.used.get() * BLOCK_SIZE
    }

    /// Bytes of empty blocks that still hold pages.
    pub fn dirty_bytes(&self) -> usize {
        self.dirty.borrow().len() * BLOCK_SIZE
    }

    /// Makes the next allocation of every class take the slow path.
    pub fn force_slow(&self) {
        for interval in &INTERVALS.0.class {
            interval.limit.set(0);
        }
    }

    /// Allocates from the current interval of a class although the slow path is forced, and stops
    /// forcing it unless `stay_slow`.
    pub fn bump(&self, class: Class, stay_slow: bool) -> Option<usize> {
        let interval = &INTERVALS.0.class[class.index()];
        let limit = self.source[class.index()].limit.get();
        let address = interval.cursor.get();
        let end = address + class.cell_size();
        if end > limit {
            return None;
        }
        interval.cursor.set(end);
        interval.limit.set(if stay_slow { 0 } else { limit });
        Some(address)
    }

    /// Gives a class whose interval is used up a new one, and returns its size in bytes; nothing
    /// when there is none in the blocks that may be used, or memory is exhausted.
    pub fn refill(&self, region: &Region, class: Class, from: From) -> Option<usize> {
        let source = &self.source[class.index()];
        loop {
            if source.block.get() != 0 {
                if let Some(bytes) = self.next_interval(region, class) {
                    return Some(bytes);
                }
                source.block.set(0);
            }
            let mut used = source.partial.borrow_mut().pop();
            if used.is_none() && (from == From::Used || self.dirty.borrow().is_empty()) {
                used = source.later.borrow_mut().pop();
            }
            if let Some(block) = used {
                source.block.set(block + 1);
                source.next.set(0);
                source.clean.set(false);
            } else if from == From::Any {
                let (block, clean) = self.take_block(region)?;
                // SAFETY: the table covers every block below `top`.
                unsafe { *region.block_class().add(block as usize) = class.index() as u8 + 1 };
                source.block.set(block + 1);
                source.next.set(0);
                source.clean.set(clean);
            } else {
                return None;
            }
        }
    }

    /// Lets the next object of its class have the place of an object that is dead, if that lies right before.
    pub fn take_back(&self, region: &Region, object: usize) {
        let Some(class) = region
            .offset_of(object)
            .filter(|offset| *offset < region.small_size())
            .and_then(|offset| self.class_at(region, offset))
        else {
            return;
        };
        let source = &self.source[class.index()];
        let interval = &INTERVALS.0.class[class.index()];
        let block = source.block.get() as usize;
        let newest = interval.cursor.get() == object + class.cell_size()
            && block != 0
            && region.block_address(block - 1) <= object;
        if newest && !self.keeps_all.get() {
            // SAFETY: a cell of a block in use, whose object nobody has.
            unsafe { std::ptr::write_bytes(object as *mut u8, 0, class.cell_size()) };
            interval.cursor.set(object);
        }
    }

    /// Takes nothing back from now on.
    pub fn keep_all(&self) {
        self.keeps_all.set(true);
    }

    /// Finds the next free interval in the current block of a class.
    fn next_interval(&self, region: &Region, class: Class) -> Option<usize> {
        let source = &self.source[class.index()];
        let block = source.block.get() as usize - 1;
        let live = live_words(region, block);
        let step = class.cell_granules();
        let end = class.used_granules();
        let mut at = source.next.get() as usize;
        while at < end && live[at / 64].get() >> (at % 64) & 1 != 0 {
            at += step;
        }
        if at >= end {
            return None;
        }
        let mut stop = next_set_bit(live, at, end);
        if !source.clean.get() {
            stop = stop.min(at + (INTERVAL_MAX / GRANULE / step).max(1) * step);
        }
        update_starts(live, class, at, stop, true);
        source.next.set(stop as u32);
        let bytes = (stop - at) * GRANULE;
        let address = region.block_address(block) + at * GRANULE;
        if !source.clean.get() {
            // SAFETY: the interval consists of free cells of a committed block.
            unsafe { std::ptr::write_bytes(address as *mut u8, 0, bytes) };
        }
        source.limit.set(address + bytes);
        source
            .cells
            .set(source.cells.get() + ((stop - at) / step) as u64);
        INTERVALS.0.class[class.index()].cursor.set(address);
        INTERVALS.0.class[class.index()].limit.set(address + bytes);
        Some(bytes)
    }

    fn take_block(&self, region: &Region) -> Option<(u32, bool)> {
        let taken = if let Some(block) = self.dirty.borrow_mut().pop() {
            (block, false)
        } else if let Some(block) = self.clean.borrow_mut().pop() {
            (block, true)
        } else {
            let block = self.top.get();
            if !region.commit_small((block + 1) * BLOCK_SIZE) {
                return None;
            }
            self.top.set(block + 1);
            if block >= POPULATE_FROM && block.is_multiple_of(POPULATED) {
                // Committed in larger steps than these.
                region::populate(region.block_address(block), POPULATED * BLOCK_SIZE);
            }
            (block as u32, true)
        };
        self.used.set(self.used.get() + 1);
        Some(taken)
    }

    /// Takes back what is left of all intervals; returns the number of bytes.
    pub fn flush(&self, region: &Region) -> usize {
        let mut bytes = 0;
        for class in Class::all() {
            let source = &self.source[class.index()];
            let interval = &INTERVALS.0.class[class.index()];
            let (cursor, limit) = (interval.cursor.get(), source.limit.get());
            if cursor < limit {
                let block = (cursor - region.base()) >> BLOCK_SHIFT;
                let from = (cursor - region.block_address(block)) / GRANULE;
                let to = from + (limit - cursor) / GRANULE;
                update_starts(live_words(region, block), class, from, to, false);
                source
                    .cells
                    .set(source.cells.get() - ((to - from) / class.cell_granules()) as u64);
                bytes += limit - cursor;
            }
            interval.cursor.set(0);
            interval.limit.set(0);
            source.limit.set(0);
            source.block.set(0);
        }
        bytes
    }

    /// Bytes left in the current intervals.
    pub fn unused_bytes(&self) -> usize {
        let left = |class: Class| {
            self.source[class.index()].limit.get() - INTERVALS.0.class[class.index()].cursor.get()
        };
        Class::all().map(left).sum()
    }

    /// Cells allocated in a class since the start.
    pub fn allocated_cells(&self, class: Class) -> u64 {
        let source = &self.source[class.index()];
        let left = source.limit.get() - INTERVALS.0.class[class.index()].cursor.get();
        source.cells.get() - (left / class.cell_size()) as u64
    }

    /// The class of the block at an offset of the small area, if that block is in use.
    #[inline]
    pub fn class_at(&self, region: &Region, offset: usize) -> Option<Class> {
        let block = offset >> BLOCK_SHIFT;
        if block >= self.top.get() {
            return None;
        }
        // SAFETY: the table covers every block below `top`.
        let byte = unsafe { *region.block_class().add(block) };
        Class::from_index((byte as usize).wrapping_sub(1))
    }

    /// The object that an offset of the small area points into. Cells of the current intervals that
    /// were not allocated yet do not count.
    #[inline]
    pub fn resolve(&self, region: &Region, offset: usize) -> Option<usize> {
        let class = self.class_at(region, offset)?;
        let block = offset >> BLOCK_SHIFT;
        let granule = (offset & (BLOCK_SIZE - 1)) / GRANULE;
        let start = class.cell_of(granule) * class.cell_granules();
        if start >= class.used_granules() {
            return None;
        }
        let live = live_words(region, block);
        if live[start / 64].get() >> (start % 64) & 1 == 0 {
            return None;
        }
        let address = region.block_address(block) + start * GRANULE;
        (!self.is_unallocated(class, address)).then_some(address)
    }

    fn is_unallocated(&self, class: Class, address: usize) -> bool {
        address >= INTERVALS.0.class[class.index()].cursor.get()
            && address < self.source[class.index()].limit.get()
    }

    /// Counts one more object with a dropper in the block at an offset.
    pub fn count_drop(&self, region: &Region, offset: usize, change: i16) {
        // SAFETY: the table covers every block of the region.
        let count =
            unsafe { &*(region.block_drops().add(offset >> BLOCK_SHIFT) as *const Cell<u16>) };
        count.set(count.get().wrapping_add_signed(change));
    }

    /// Calls `visit` with each object.
    pub fn for_each(&self, region: &Region, visit: &mut dyn FnMut(usize, usize)) {
        for block in 0..self.top.get() {
            let Some(class) = self.class_at(region, block << BLOCK_SHIFT) else {
                continue;
            };
            let live = live_words(region, block);
            for (index, word) in live.iter().enumerate() {
                for bit in bits(word.get()) {
                    let address = region.block_address(block) + (index * 64 + bit) * GRANULE;
                    if !self.is_unallocated(class, address) {
                        visit(address, class.cell_size());
                    }
                }
            }
        }
    }

    /// Clears all mark bits.
    pub fn clear_marks(&self, region: &Region) {
        // SAFETY: the bitmap covers every block of the region.
        unsafe { std::ptr::write_bytes(region.mark(), 0, self.top.get() * BLOCK_WORDS) };
    }

    /// Calls `visit` with the addresses of the marked objects that reach into a range of traced blocks in use.
    pub fn for_each_marked(
        &self,
        region: &Region,
        range: Range<usize>,
        visit: &mut dyn FnMut(usize),
    ) {
        let mut at = range.start;
        while at < range.end {
            let block = (at - region.base()) >> BLOCK_SHIFT;
            let start = region.block_address(block);
            let end = range.end.min(start + BLOCK_SIZE);
            if let Some(class) = self.class_at(region, block << BLOCK_SHIFT)
                && class.index() < SIZES
            {
                // The first object may begin before the range.
                let from = class.cell_of((at - start) / GRANULE) * class.cell_granules();
                let to = (end - start).div_ceil(GRANULE);
                let words = mark_words(region, block).iter().enumerate();
                for (index, word) in words.take(to.div_ceil(64)).skip(from / 64) {
                    for bit in bits(word.get()) {
                        let granule = index * 64 + bit;
                        if (from..to).contains(&granule) {
                            visit(start + granule * GRANULE);
                        }
                    }
                }
            }
            at = end;
        }
    }

    /// Blocks with traced objects that are best left alone until the next collection, as runs of addresses,
    /// descending. Blocks without traced objects are in between.
    pub fn closed(&self) -> std::cell::Ref<'_, Vec<Range<usize>>> {
        self.closed.borrow()
    }

    /// Calls `visit` with the addresses of the traced objects that survived the last collection in blocks that were
    /// to be allocated from since.
    pub fn for_each_in_open(&self, region: &Region, visit: &mut dyn FnMut(usize)) {
        for &block in self.open.borrow().iter() {
            let start = region.block_address(block as usize);
            self.for_each_marked(region, start..start + BLOCK_SIZE, visit);
        }
    }

    /// Turns mark bits into live bits, calls `drop_object` for each dead object of blocks that have
    /// some to drop, and sorts the blocks into full, partly filled and empty. `sparingly`: blocks are left to the
    /// old objects in them as long as there are empty ones.
    pub fn sweep(
        &self,
        region: &Region,
        sparingly: bool,
        drop_object: &mut dyn FnMut(usize) -> bool,
    ) -> SweepResult {
        let mut result = SweepResult::default();
        self.dirty.borrow_mut().clear();
        self.clean.borrow_mut().clear();
        let mut open = self.open.borrow_mut();
        let mut closed = self.closed.borrow_mut();
        open.clear();
        closed.clear();
        // The last run of closed blocks goes on so far down, with traced objects or without.
        let mut closed_from = usize::MAX;
        for source in &self.source {
            source.partial.borrow_mut().clear();
            source.later.borrow_mut().clear();
        }
        let mut used = 0;
        // From the top down, so that the lists, which are used from their ends, give low addresses
        // first.
        for block in (0..self.top.get()).rev() {
            let Some(class) = self.class_at(region, block << BLOCK_SHIFT) else {
                // SAFETY: the table covers every block below `top`.
                match unsafe { *region.block_class().add(block) } {
                    BLOCK_CLEAN => self.clean.borrow_mut().push(block as u32),
                    _ => self.dirty.borrow_mut().push(block as u32),
                }
                continue;
            };
            let live = live_words(region, block);
            let mark = mark_words(region, block);
            // SAFETY: the table covers every block below `top`.
            if unsafe { *region.block_drops().add(block) } != 0 {
                self.drop_dead(region, block, live, mark, drop_object);
            }
            let mut objects = 0;
            for (live, mark) in live.iter().zip(mark) {
                let word = mark.get();
                live.set(word);
                objects += word.count_ones() as usize;
            }
            if objects == 0 {
                // SAFETY: as above.
                unsafe { *region.block_class().add(block) = BLOCK_DIRTY };
                self.dirty.borrow_mut().push(block as u32);
                continue;
            }
            used += 1;
            result.live_objects += objects;
            result.live_bytes += objects * class.cell_size();
            let free = class.cells() - objects;
            let source = &self.source[class.index()];
            if free * WORTHWHILE_SHARE >= class.cells() {
                result.reusable_bytes += free * class.cell_size();
                if !sparingly || objects * OPEN_SHARE <= class.cells() {
                    source.partial.borrow_mut().push(block as u32);
                    if class.index() < SIZES {
                        open.push(block as u32);
                    }
                    continue;
                }
                source.later.borrow_mut().push(block as u32);
            }
            let address = region.block_address(block);
            let joins = closed_from == address + BLOCK_SIZE;
            if class.index() < SIZES {
                match closed.last_mut().filter(|_| joins) {
                    Some(run) => run.start = address,
                    None => closed.push(address..address + BLOCK_SIZE),
                }
                closed_from = address;
            } else if joins {
                closed_from = address;
            }
        }
        self.used.set(used);
        result
    }

    #[cold]
    fn drop_dead(
        &self,
        region: &Region,
        block: usize,
        live: &[Cell<u64>; BLOCK_WORDS],
        mark: &[Cell<u64>; BLOCK_WORDS],
        drop_object: &mut dyn FnMut(usize) -> bool,
    ) {
        for index in 0..BLOCK_WORDS {
            for bit in bits(live[index].get() & !mark[index].get()) {
                if drop_object(region.block_address(block) + (index * 64 + bit) * GRANULE) {
                    self.count_drop(region, block << BLOCK_SHIFT, -1);
                }
            }
        }
    }

    /// Gives the pages of empty blocks back to the system, keeping those of about `keep` bytes;
    /// returns the number of bytes released.
    pub fn release(&self, region: &Region, keep: usize) -> usize {
        let mut dirty = self.dirty.borrow_mut();
        let mut clean = self.clean.borrow_mut();
        let excess = dirty.len().saturating_sub(keep.div_ceil(BLOCK_SIZE));
        if excess == 0 {
            return 0;
        }
        // The front of the list holds the high addresses, which are wanted last.
        let mut run = (0, 0);
        for block in dirty.drain(..excess) {
            // SAFETY: the table covers every block below `top`.
            unsafe { *region.block_class().add(block as usize) = BLOCK_CLEAN };
            if run.1 != 0 && block as usize + 1 == run.0 {
                run = (run.0 - 1, run.1 + 1);
            } else {
                release_run(region, run);
                run = (block as usize, 1);
            }
            clean.push(block);
        }
        release_run(region, run);
        clean.sort_unstable_by(|a, b| b.cmp(a));
        // Clean blocks at the top are as good as never used, and cost the next collections nothing.
        let above = |(i, &block): (usize, &u32)| block as usize + i + 1 == self.top.get();
        let unused = clean
            .iter()
            .enumerate()
            .take_while(|&entry| above(entry))
            .count();
        clean.drain(..unused);
        self.top.set(self.top.get() - unused);
        excess * BLOCK_SIZE
    }
}

fn release_run(region: &Region, (block, count): (usize, usize)) {
    if count != 0 {
        region::release(region.block_address(block), count * BLOCK_SIZE);
    }
}

/// The live bits of a block below `top`.
#[inline]
fn live_words(region: &Region, block: usize) -> &'static [Cell<u64>; BLOCK_WORDS] {
    // SAFETY: the bitmap covers the region and is never unmapped; only the thread that holds the
    // global lock gets here.
    unsafe { &*(region.live().add(block * BLOCK_WORDS) as *const [Cell<u64>; BLOCK_WORDS]) }
}

/// The mark bits of a block below `top`.
#[inline]
fn mark_words(region: &Region, block: usize) -> &'static [Cell<u64>; BLOCK_WORDS] {
    // SAFETY: as for `live_words`.
    unsafe { &*(region.mark().add(block * BLOCK_WORDS) as *const [Cell<u64>; BLOCK_WORDS]) }
}

/// Whether the object at an offset of the small area is marked.
#[inline]
pub fn is_marked(region: &Region, offset: usize) -> bool {
    let granule = (offset & (BLOCK_SIZE - 1)) / GRANULE;
    mark_words(region, offset >> BLOCK_SHIFT)[granule / 64].get() >> (granule % 64) & 1 != 0
}

/// First set bit at `from` or after, or `end`.
fn next_set_bit(words: &[Cell<u64>; BLOCK_WORDS], from: usize, end: usize) -> usize {
    let mut index = from / 64;
    let mut word = words[index].get() & (!0 << (from % 64));
    while word == 0 {
        index += 1;
        if index * 64 >= end {
            return end;
        }
        word = words[index].get();
    }
    (index * 64 + word.trailing_zeros() as usize).min(end)
}

/// Sets or clears the bits of the cells that start in `[from, to)`.
fn update_starts(
    words: &[Cell<u64>; BLOCK_WORDS],
    class: Class,
    from: usize,
    to: usize,
    set: bool,
) {
    let starts = class.starts();
    for index in from / 64..to.div_ceil(64) {
        let mut mask = starts[index];
        if index == from / 64 {
            mask &= !0 << (from % 64);
        }
        if index == to / 64 {
            mask &= !(!0 << (to % 64));
        }
        let word = words[index].get();
        words[index].set(if set { word | mask } else { word & !mask });
    }
}

/// The set bits of a word.
fn bits(mut word: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        if word == 0 {
            return None;
        }
        let bit = word.trailing_zeros() as usize;
        word &= word - 1;
        Some(bit)
    })
}

/// Whether a block class byte is that of a block whose objects must be traced.
#[inline(always)]
pub fn is_traced(byte: u8) -> bool {
    byte <= SIZES as u8
}
