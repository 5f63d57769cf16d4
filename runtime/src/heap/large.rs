//! Large objects: runs of pages, each object at the start of its own.
//!
//! Free runs are kept by address, to join neighbours, and by size, for best fit. A run is *dirty*
//! when it may hold stale contents. A growing buffer keeps its address while free pages follow;
//! when it must move, it gets as many pages of address space again to grow into (they cost nothing
//! until touched), and the pages themselves are moved by the system instead of being copied when
//! there are many.

use super::region::{self, PAGE, PAGE_SHIFT, Region};
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Of a large leaf object only this many bytes are sure to be zero.
pub const LEAF_ZEROED: usize = 64;
/// Above this, stale pages are exchanged for fresh ones instead of being zeroed: equally fast, and
/// what the object never touches stays unbacked.
const EXCHANGE_MIN: usize = 256 << 10;
/// Tables and arrays of so many pages at most are provided with memory at once.
const POPULATE_MAX: u32 = 4096;
/// From this size on, an object that must move gets address space to grow into.
const RESERVE_MIN: usize = 256 << 10;
/// From this size on, pages are moved rather than copied.
const MOVE_MIN: usize = 256 << 10;
/// At most so many objects consist of moved pages, since each is a mapping of its own for the
/// system.
const MOVED_MAX: usize = 4000;

/// A large object, or an unused entry of the table (`pages` is zero).
pub struct LargeObject {
    page: u32,
    pages: u32,
    /// Pages that belong to the object, with those it may grow into, which read as zero.
    reserved: u32,
    /// The pages are a mapping of their own.
    moved: bool,
    /// Contents hold no pointers.
    pub leaf: bool,
    /// Has a dropper.
    pub drops: Cell<bool>,
    /// Reached in this collection.
    pub marked: Cell<bool>,
}

#[derive(Clone, Copy)]
struct Run {
    pages: u32,
    dirty: bool,
}

pub struct LargeSpace {
    objects: Vec<LargeObject>,
    unused: Vec<u32>,
    runs: BTreeMap<u32, Run>,
    by_size: BTreeSet<(u32, u32)>,
    /// Pages at this number and beyond were never used.
    top: u32,
    used_pages: usize,
    dirty_pages: usize,
    /// Objects with `moved`.
    moved: usize,
}

impl LargeSpace {
    pub const fn new() -> LargeSpace {
        LargeSpace {
            objects: Vec::new(),
            unused: Vec::new(),
            runs: BTreeMap::new(),
            by_size: BTreeSet::new(),
            top: 0,
            used_pages: 0,
            dirty_pages: 0,
            moved: 0,
        }
    }

    /// Bytes of objects.
    pub fn used_bytes(&self) -> usize {
        self.used_pages * PAGE
    }

    /// Bytes of free pages that are still backed (at most).
    pub fn dirty_bytes(&self) -> usize {
        self.dirty_pages * PAGE
    }

    /// The table of objects, for the tracer: stable while nothing is allocated.
    pub fn objects(&self) -> &[LargeObject] {
        &self.objects
    }

    /// Allocates an object; `reserve` more bytes are set apart to grow into.
    pub fn allocate(
        &mut self,
        region: &Region,
        size: usize,
        reserve: usize,
        leaf: bool,
    ) -> Option<usize> {
        let pages = u32::try_from(size.div_ceil(PAGE)).ok()?;
        let reserved = pages.checked_add(u32::try_from(reserve.div_ceil(PAGE)).ok()?)?;
        let (page, dirty) = self.take(region, reserved)?;
        let address = region.page_address(page as usize);
        if dirty {
            let bytes = (reserved as usize) << PAGE_SHIFT;
            if leaf && reserved == pages {
                // SAFETY: the pages are committed and belong to nobody else.
                unsafe { std::ptr::write_bytes(address as *mut u8, 0, LEAF_ZEROED) };
            } else if bytes >= EXCHANGE_MIN {
                region::release(address, bytes);
            } else {
                // SAFETY: as above.
                unsafe { std::ptr::write_bytes(address as *mut u8, 0, bytes) };
            }
        }
        if !leaf
            && pages <= POPULATE_MAX
            && (!dirty || (reserved as usize) << PAGE_SHIFT >= EXCHANGE_MIN)
        {
            region::populate(address, (pages as usize) << PAGE_SHIFT);
        }
        let object = LargeObject {
            page,
            pages,
            reserved,
            moved: false,
            leaf,
            drops: Cell::new(false),
            marked: Cell::new(false),
        };
        let index = match self.unused.pop() {
            Some(index) => {
                self.objects[index as usize] = object;
                index
            }
            None => {
                self.objects.push(object);
                self.objects.len() as u32 - 1
            }
        };
        set_owner(region, page, pages, index + 1);
        self.used_pages += pages as usize;
        Some(address)
    }

    fn take(&mut self, region: &Region, pages: u32) -> Option<(u32, bool)> {
        if let Some(&(found, page)) = self.by_size.range((pages, 0)..).next() {
            let dirty = self.runs[&page].dirty;
            self.remove_run(page);
            if found > pages {
                self.insert_run(
                    page + pages,
                    Run {
                        pages: found - pages,
                        dirty,
                    },
                );
            }
            return Some((page, dirty));
        }
        let page = self.top;
        let top = page.checked_add(pages)?;
        if !region.commit_large((top as usize) << PAGE_SHIFT) {
            return None;
        }
        self.top = top;
        Some((page, false))
    }

    /// The number of the object that an offset of the large area points into.
    #[inline]
    pub fn index_at(&self, region: &Region, offset: usize) -> Option<usize> {
        // SAFETY: the table covers the area.
        let owner = unsafe { *region.page_owner().add(offset >> PAGE_SHIFT) };
        (owner as usize).checked_sub(1)
    }

    /// The object that an offset of the large area points into.
    #[inline]
    pub fn object_at(&self, region: &Region, offset: usize) -> Option<&LargeObject> {
        self.objects.get(self.index_at(region, offset)?)
    }

    /// Address and size of an object in use.
    pub fn extent(&self, region: &Region, object: &LargeObject) -> (usize, usize) {
        (
            region.page_address(object.page as usize),
            (object.pages as usize) << PAGE_SHIFT,
        )
    }

    /// Makes an object larger where it is. Its new part reads as zero, if it is no leaf.
    pub fn grow_in_place(&mut self, region: &Region, index: usize, size: usize) -> bool {
        let Ok(pages) = u32::try_from(size.div_ceil(PAGE)) else {
            return false;
        };
        let LargeObject {
            page,
            pages: old,
            reserved,
            leaf,
            ..
        } = self.objects[index];
        if pages <= old {
            return true;
        }
        if pages > reserved {
            let (next, need) = (page + reserved, pages - reserved);
            if next == self.top {
                let Some(top) = next.checked_add(need) else {
                    return false;
                };
                if !region.commit_large((top as usize) << PAGE_SHIFT) {
                    return false;
                }
                self.top = top;
            } else {
                let Some(&run) = self.runs.get(&next) else {
                    return false;
                };
                if run.pages < need {
                    return false;
                }
                self.remove_run(next);
                if run.pages > need {
                    self.insert_run(
                        next + need,
                        Run {
                            pages: run.pages - need,
                            dirty: run.dirty,
                        },
                    );
                }
                if run.dirty && !leaf {
                    region::release(
                        region.page_address(next as usize),
                        (need as usize) << PAGE_SHIFT,
                    );
                }
            }
            self.objects[index].reserved = pages;
        }
        set_owner(region, page + old, pages - old, index as u32 + 1);
        self.objects[index].pages = pages;
        self.used_pages += (pages - old) as usize;
        true
    }

    /// Moves an object to where it can have `size` bytes, and frees its old place. `flags` of the
    /// object survive.
    pub fn move_and_grow(&mut self, region: &Region, index: usize, size: usize) -> Option<usize> {
        let (from, old_size) = self.extent(region, &self.objects[index]);
        let (leaf, drops) = (self.objects[index].leaf, self.objects[index].drops.get());
        let reserve = if size >= RESERVE_MIN { size } else { 0 };
        let to = self
            .allocate(region, size, reserve, leaf)
            .or_else(|| self.allocate(region, size, 0, leaf))?;
        let new = self.index_at(region, to - region.page_address(0))?;
        // One that was moved may be several mappings by now, which cannot be moved together.
        let movable = old_size >= MOVE_MIN && self.moved < MOVED_MAX && !self.objects[index].moved;
        if movable && region::move_pages(from, to, old_size) {
            self.objects[new].moved = true;
            self.moved += 1;
        } else {
            // SAFETY: two different objects of at least this size.
            unsafe { std::ptr::copy_nonoverlapping(from as *const u8, to as *mut u8, old_size) };
        }
        self.objects[new].drops.set(drops);
        self.free(region, index);
        Some(to)
    }

    /// Frees an object.
    pub fn free(&mut self, region: &Region, index: usize) {
        let LargeObject {
            page,
            pages,
            reserved,
            ..
        } = self.objects[index];
        self.objects[index].pages = 0;
        self.unused.push(index as u32);
        self.used_pages -= pages as usize;
        set_owner(region, page, pages, 0);
        if reserved > pages {
            self.free_run(
                page + pages,
                Run {
                    pages: reserved - pages,
                    dirty: false,
                },
            );
        }
        let moved = std::mem::take(&mut self.objects[index].moved);
        if moved {
            self.moved -= 1;
            region::map_anew(
                region.page_address(page as usize),
                (pages as usize) << PAGE_SHIFT,
            );
        }
        self.free_run(
            page,
            Run {
                pages,
                dirty: !moved,
            },
        );
    }

    fn free_run(&mut self, mut page: u32, mut run: Run) {
        if let Some((&before, &other)) = self.runs.range(..page).next_back()
            && before + other.pages == page
        {
            self.remove_run(before);
            page = before;
            run = Run {
                pages: run.pages + other.pages,
                dirty: run.dirty | other.dirty,
            };
        }
        if let Some(&other) = self.runs.get(&(page + run.pages)) {
            self.remove_run(page + run.pages);
            run = Run {
                pages: run.pages + other.pages,
                dirty: run.dirty | other.dirty,
            };
        }
        self.insert_run(page, run);
    }

    fn insert_run(&mut self, page: u32, run: Run) {
        self.runs.insert(page, run);
        self.by_size.insert((run.pages, page));
        if run.dirty {
            self.dirty_pages += run.pages as usize;
        }
    }

    fn remove_run(&mut self, page: u32) {
        if let Some(run) = self.runs.remove(&page) {
            self.by_size.remove(&(run.pages, page));
            if run.dirty {
                self.dirty_pages -= run.pages as usize;
            }
        }
    }

    /// Gives free pages back to the system, highest addresses first, until `keep` bytes of them are left; returns
    /// the number of bytes released. Of the last run that is touched the lower part is kept: after a collection all
    /// garbage may be one run.
    pub fn release(&mut self, region: &Region, keep: usize) -> usize {
        let mut released = 0;
        let keep = keep >> PAGE_SHIFT;
        let mut below = u32::MAX;
        while self.dirty_pages > keep
            && let Some((&page, &run)) = self.runs.range(..below).rev().find(|(_, r)| r.dirty)
        {
            below = page;
            let pages = run.pages.min((self.dirty_pages - keep) as u32);
            let kept = run.pages - pages;
            let bytes = (pages as usize) << PAGE_SHIFT;
            region::release(region.page_address((page + kept) as usize), bytes);
            self.remove_run(page);
            if kept > 0 {
                self.insert_run(
                    page,
                    Run {
                        pages: kept,
                        dirty: true,
                    },
                );
            }
            self.insert_run(
                page + kept,
                Run {
                    pages,
                    dirty: false,
                },
            );
            released += bytes;
        }
        released
    }

    /// Runs of pages of marked objects that are traced, as addresses, ascending.
    pub fn traced_runs(&self, region: &Region) -> Vec<Range<usize>> {
        let old = |(_, object): &(usize, &LargeObject)| !object.leaf && object.marked.get();
        let extents = self.iter().filter(old).map(|(_, object)| {
            let (address, size) = self.extent(region, object);
            address..address + size
        });
        let mut runs: Vec<_> = extents.collect();
        runs.sort_unstable_by_key(|run| run.start);
        runs.dedup_by(|next, run| {
            let joins = run.end == next.start;
            if joins {
                run.end = next.end;
            }
            joins
        });
        runs
    }

    /// Calls `visit` with the addresses of the marked objects that are traced and reach into a range, and with what is
    /// in the range of each.
    pub fn for_each_marked(
        &self,
        region: &Region,
        range: Range<usize>,
        visit: &mut dyn FnMut(usize, Range<usize>),
    ) {
        let mut at = range.start;
        while at < range.end {
            let Some(object) = self.object_at(region, at - region.page_address(0)) else {
                at += PAGE;
                continue;
            };
            let (address, size) = self.extent(region, object);
            if !object.leaf && object.marked.get() {
                let part = range.start.max(address)..range.end.min(address + size);
                visit(address, part);
            }
            at = address + size;
        }
    }

    /// Objects in use, with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &LargeObject)> {
        self.objects
            .iter()
            .enumerate()
            .filter(|(_, object)| object.pages != 0)
    }
}

fn set_owner(region: &Region, page: u32, pages: u32, owner: u32) {
    for page in page..page + pages {
        // SAFETY: the table covers the area.
        unsafe { *region.page_owner().add(page as usize) = owner };
    }
}
