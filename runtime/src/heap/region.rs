//! The address space of the heap: one reservation, so that "is this word a heap pointer, and into
//! what?" is a subtraction, a comparison and a table look-up.
//!
//! The reservation has two areas: blocks of small cells first, page-granular large objects after
//! it. It costs nothing until used: it is inaccessible (`PROT_NONE`), and areas are committed from
//! the front in steps. Side tables (mark and live bits, the class of a block, the owner of a page)
//! are flat arrays indexed by address, reserved whole and populated by the kernel where they are
//! touched. Keeping them outside the blocks avoids both cache-set conflicts between the headers of
//! aligned blocks, and copying of object pages after a fork when only marks change.
//!
//! `ulimit -v` and strict overcommit make a huge reservation fail, so it is halved until it fits.

use super::classes::{BLOCK_SHIFT, BLOCK_SIZE, GRANULE};
use std::cell::Cell;
use std::ptr;

/// The unit of large objects, and of returning memory to the system.
pub const PAGE: usize = 4096;
/// log2 of [`PAGE`].
pub const PAGE_SHIFT: u32 = PAGE.trailing_zeros();
/// Committing is done in steps of this many bytes, to make the system call rare.
const COMMIT_STEP: usize = 4 << 20;
/// The most that is reserved for each of the two areas: more than the memory of the machines this
/// runs on, less than a hundredth of a 47-bit address space.
const AREA_MAX: usize = 256 << 30;
const AREA_MIN: usize = 32 << 20;

/// The class byte of a block that was never used, or whose pages were given back: it reads as zero.
/// The byte of a block in use is its class number plus one.
pub const BLOCK_CLEAN: u8 = 0;
/// The class byte of an empty block with stale contents.
pub const BLOCK_DIRTY: u8 = 0xff;

/// Addresses of the areas and side tables. All zero before [`Region::reserve`].
pub struct Region {
    base: Cell<usize>,
    small_size: Cell<usize>,
    total_size: Cell<usize>,
    live: Cell<*mut u64>,
    mark: Cell<*mut u64>,
    block_class: Cell<*mut u8>,
    block_drops: Cell<*mut u16>,
    page_owner: Cell<*mut u32>,
    small_committed: Cell<usize>,
    large_committed: Cell<usize>,
}

impl Region {
    pub const fn new() -> Region {
        Region {
            base: Cell::new(0),
            small_size: Cell::new(0),
            total_size: Cell::new(0),
            live: Cell::new(ptr::null_mut()),
            mark: Cell::new(ptr::null_mut()),
            block_class: Cell::new(ptr::null_mut()),
            block_drops: Cell::new(ptr::null_mut()),
            page_owner: Cell::new(ptr::null_mut()),
            small_committed: Cell::new(0),
            large_committed: Cell::new(0),
        }
    }

    /// Reserves the address space. Fails when not even a small heap fits.
    pub fn reserve(&self) -> bool {
        let mut area = AREA_MAX.min(address_space_limit() / 4).next_power_of_two();
        while area >= AREA_MIN {
            if self.try_reserve(area) {
                return true;
            }
            area /= 2;
        }
        false
    }

    fn try_reserve(&self, area: usize) -> bool {
        let bitmap = area / GRANULE / 8;
        let blocks = area / BLOCK_SIZE;
        let tables = 2 * bitmap + blocks + 2 * blocks + 4 * (area / PAGE);
        let Some(data) = map(2 * area + BLOCK_SIZE, libc::PROT_NONE, 0) else {
            return false;
        };
        let Some(table) = map(
            tables,
            libc::PROT_READ | libc::PROT_WRITE,
            libc::MAP_NORESERVE,
        ) else {
            // SAFETY: unmaps exactly what was mapped above; nothing refers to it.
            unsafe { libc::munmap(data as *mut libc::c_void, 2 * area + BLOCK_SIZE) };
            return false;
        };
        self.base.set(data.next_multiple_of(BLOCK_SIZE));
        self.small_size.set(area);
        self.total_size.set(2 * area);
        self.live.set(table as *mut u64);
        self.mark.set((table + bitmap) as *mut u64);
        self.page_owner.set((table + 2 * bitmap) as *mut u32);
        self.block_drops
            .set((table + 2 * bitmap + 4 * (area / PAGE)) as *mut u16);
        self.block_class
            .set((table + 2 * bitmap + 4 * (area / PAGE) + 2 * blocks) as *mut u8);
        true
    }

    /// Whether the region exists already.
    pub fn is_reserved(&self) -> bool {
        self.total_size.get() != 0
    }

    /// First address of the region.
    #[inline(always)]
    pub fn base(&self) -> usize {
        self.base.get()
    }

    /// Bytes of the area of blocks.
    #[inline(always)]
    pub fn small_size(&self) -> usize {
        self.small_size.get()
    }

    /// Bytes of both areas.
    #[inline(always)]
    pub fn total_size(&self) -> usize {
        self.total_size.get()
    }

    /// Offset of an address in the region, if it is inside.
    #[inline(always)]
    pub fn offset_of(&self, address: usize) -> Option<usize> {
        let offset = address.wrapping_sub(self.base.get());
        (offset < self.total_size.get()).then_some(offset)
    }

    /// Start of the bitmap of allocated objects: one bit a granule of the small area.
    #[inline(always)]
    pub fn live(&self) -> *mut u64 {
        self.live.get()
    }

    /// Start of the bitmap of marked objects.
    #[inline(always)]
    pub fn mark(&self) -> *mut u64 {
        self.mark.get()
    }

    /// The class byte of each block.
    #[inline(always)]
    pub fn block_class(&self) -> *mut u8 {
        self.block_class.get()
    }

    /// The number of objects with a dropper in each block.
    #[inline(always)]
    pub fn block_drops(&self) -> *mut u16 {
        self.block_drops.get()
    }

    /// For each page of the large area: the number of the object on it plus one, or zero.
    #[inline(always)]
    pub fn page_owner(&self) -> *mut u32 {
        self.page_owner.get()
    }

    /// Address of a block.
    #[inline(always)]
    pub fn block_address(&self, block: usize) -> usize {
        self.base.get() + (block << BLOCK_SHIFT)
    }

    /// Address of a page of the large area.
    #[inline(always)]
    pub fn page_address(&self, page: usize) -> usize {
        self.base.get() + self.small_size.get() + (page << PAGE_SHIFT)
    }

    /// Makes the first `bytes` of the area of blocks accessible.
    #[inline]
    pub fn commit_small(&self, bytes: usize) -> bool {
        bytes <= self.small_committed.get()
            || commit(
                self.base.get(),
                &self.small_committed,
                bytes,
                self.small_size.get(),
            )
    }

    /// Makes the first `bytes` of the large area accessible.
    #[inline]
    pub fn commit_large(&self, bytes: usize) -> bool {
        bytes <= self.large_committed.get()
            || commit(
                self.page_address(0),
                &self.large_committed,
                bytes,
                self.small_size.get(),
            )
    }
}

#[cold]
fn commit(base: usize, committed: &Cell<usize>, bytes: usize, max: usize) -> bool {
    if bytes > max {
        return false;
    }
    let from = committed.get();
    let step = bytes.next_multiple_of(COMMIT_STEP).min(max);
    for to in [step, bytes.next_multiple_of(PAGE)] {
        // SAFETY: the range is part of the reservation and was not accessible before, so nothing
        // refers to it.
        let rc = unsafe {
            let address = (base + from) as *mut libc::c_void;
            libc::mprotect(address, to - from, libc::PROT_READ | libc::PROT_WRITE)
        };
        if rc == 0 {
            committed.set(to);
            return true;
        }
    }
    false
}

/// Gives the pages of a committed range back to the system; they read as zero afterwards.
pub fn release(address: usize, bytes: usize) {
    // SAFETY: called by the allocator with free ranges of the region, whose contents nobody needs.
    unsafe { libc::madvise(address as *mut libc::c_void, bytes, libc::MADV_DONTNEED) };
}

/// Has the system provide the pages of a committed range at once: for memory that will be written everywhere, in no
/// order. Else each page is a fault of its own, and a page that is read first is two, the second of which interrupts
/// the other processors. It only helps: systems without it do as before.
pub fn populate(address: usize, bytes: usize) {
    // SAFETY: called by the allocator with ranges of the region; contents stay as they are.
    unsafe {
        libc::madvise(
            address as *mut libc::c_void,
            bytes,
            libc::MADV_POPULATE_WRITE,
        )
    };
}

/// Moves the pages of `from` to `to` without copying; `from` reads as zero afterwards. Returns
/// false when the system refuses: `from` is as it was then, `to` reads as zero. The range `to` is then a mapping of its
/// own, until [`map_anew`]: a process can have some 65,000 of these.
pub fn move_pages(from: usize, to: usize, bytes: usize) -> bool {
    let flags = libc::MREMAP_MAYMOVE | libc::MREMAP_FIXED;
    let (source, target) = (from as *mut libc::c_void, to as *mut libc::c_void);
    // SAFETY: both ranges are committed, page-aligned, disjoint parts of the large area that belong
    // to the caller.
    if unsafe { libc::mremap(source, bytes, bytes, flags, target) } == libc::MAP_FAILED {
        // The target is gone when the system finds only then that the source is several mappings.
        map_anew(to, bytes);
        return false;
    }
    super::HEAP.0.written.mapped_anew(to..to + bytes);
    map_anew(from, bytes);
    true
}

/// Replaces a range by fresh pages that are part of the mapping around it.
pub fn map_anew(address: usize, bytes: usize) {
    let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_FIXED;
    let prot = libc::PROT_READ | libc::PROT_WRITE;
    // SAFETY: a page-aligned range of the large area that belongs to the caller and whose contents
    // nobody needs.
    let mapped = unsafe { libc::mmap(address as *mut libc::c_void, bytes, prot, flags, -1, 0) };
    if mapped == libc::MAP_FAILED {
        // The kernel has no memory for its own tables, and the range must not be handed out.
        eprintln!("Fatal error: out of memory");
        std::process::abort();
    }
    super::HEAP.0.written.mapped_anew(address..address + bytes);
}

fn map(bytes: usize, prot: libc::c_int, flags: libc::c_int) -> Option<usize> {
    let flags = flags | libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
    // SAFETY: a fresh anonymous mapping at an address that the system chooses.
    let address = unsafe { libc::mmap(ptr::null_mut(), bytes, prot, flags, -1, 0) };
    (address != libc::MAP_FAILED).then_some(address as usize)
}

/// What `ulimit -v` allows, or a number that never limits.
fn address_space_limit() -> usize {
    let mut limit = libc::rlimit {
        rlim_cur: 0,
        rlim_max: 0,
    };
    // SAFETY: `limit` is valid for writing.
    let rc = unsafe { libc::getrlimit(libc::RLIMIT_AS, &mut limit) };
    if rc != 0 || limit.rlim_cur == libc::RLIM_INFINITY {
        1 << 46
    } else {
        limit.rlim_cur as usize
    }
}
