//! Which pages of the heap were written since they were protected: asked of the system.
//!
//! A collection of the young needs to know which old objects may refer to young ones. A write barrier would cost
//! every store, in every tier, and a store without one would be a dangling reference; the processor knows already
//! which pages were written. Linux tells since 6.7: memory registered with `userfaultfd` for *asynchronous* write
//! protection is unprotected by the system itself at the first write to a page, and the ioctl `PAGEMAP_SCAN` of
//! `/proc/self/pagemap` lists the pages that are not protected, and protects them (see `userfaultfd(2)` and
//! `Documentation/admin-guide/mm/pagemap.rst`). The first write to a protected page costs about half a
//! microsecond, scanning and protecting about 10 ns a page.
//!
//! Where the system refuses (older ones, other systems, containers that forbid the call) nothing is known, and all
//! collections are full ones. What is not registered, such as pages that `mremap` brought, counts as written.

use super::region::Region;
use std::cell::Cell;
use std::ops::Range;

/// State of the registration of the heap.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nobody has asked yet.
    Untried,
    /// The system refuses.
    Off,
    /// The heap is registered.
    On,
}

/// The heap's registration with the system.
pub struct WrittenPages {
    state: Cell<State>,
    /// The descriptor that the registration lives as long as.
    registration: Cell<libc::c_int>,
}

/// A look at the pages: an open `/proc/self/pagemap`.
pub struct Scan {
    pagemap: libc::c_int,
}

/// `struct uffdio_api`
#[repr(C)]
struct Api {
    api: u64,
    features: u64,
    ioctls: u64,
}

/// `struct uffdio_register`
#[repr(C)]
struct Register {
    start: u64,
    len: u64,
    mode: u64,
    ioctls: u64,
}

/// `struct pm_scan_arg`
#[repr(C)]
struct ScanArguments {
    size: u64,
    flags: u64,
    start: u64,
    end: u64,
    walk_end: u64,
    vec: u64,
    vec_len: u64,
    max_pages: u64,
    category_inverted: u64,
    category_mask: u64,
    category_anyof_mask: u64,
    return_mask: u64,
}

/// `struct page_region`
#[repr(C)]
#[derive(Clone, Copy)]
struct PageRegion {
    start: u64,
    end: u64,
    categories: u64,
}

/// `_IOWR(kind, number, T)`
const fn iowr<T>(kind: u8, number: u8) -> libc::c_ulong {
    3 << 30
        | (size_of::<T>() as libc::c_ulong) << 16
        | (kind as libc::c_ulong) << 8
        | number as libc::c_ulong
}

const UFFD_USER_MODE_ONLY: libc::c_int = 1;
const UFFD_API: u64 = 0xaa;
const UFFDIO_API: libc::c_ulong = iowr::<Api>(0xaa, 0x3f);
const UFFDIO_REGISTER: libc::c_ulong = iowr::<Register>(0xaa, 0);
const REGISTER_MODE_WP: u64 = 2;
const FEATURE_WP_UNPOPULATED: u64 = 1 << 13;
const FEATURE_WP_ASYNC: u64 = 1 << 15;
const PAGEMAP_SCAN: libc::c_ulong = iowr::<ScanArguments>(b'f', 16);
const SCAN_PROTECT: u64 = 1;
const SCAN_CHECK_REGISTERED: u64 = 2;
const PAGE_IS_WRITTEN: u64 = 2;

/// The descriptor is moved up here, out of the way of programs that count theirs, or close the low ones; but not so
/// far that the system must make the table of descriptors larger, which takes milliseconds where there are threads.
const DESCRIPTOR_FROM: libc::c_int = 60;
/// Runs of written pages asked for at once.
const RUNS: usize = 512;

impl WrittenPages {
    pub const fn new() -> WrittenPages {
        WrittenPages {
            state: Cell::new(State::Untried),
            registration: Cell::new(-1),
        }
    }

    /// Whether the system can be asked, as far as is known.
    pub fn may_work(&self) -> bool {
        self.state.get() != State::Off
    }

    /// Looks at the pages, of a heap that is registered first if it was not; nothing when the system refuses.
    pub fn scan(&self, region: &Region) -> Option<Scan> {
        if self.state.get() == State::Untried {
            self.state.set(match register(region) {
                Some(descriptor) => {
                    self.registration.set(descriptor);
                    State::On
                }
                None => State::Off,
            });
        }
        if self.state.get() != State::On {
            return None;
        }
        let flags = libc::O_RDONLY | libc::O_CLOEXEC;
        // SAFETY: a path that ends with a zero.
        let pagemap = unsafe { libc::open(c"/proc/self/pagemap".as_ptr(), flags) };
        if pagemap < 0 {
            // Descriptors may have run out: it may work the next time.
            return None;
        }
        Some(Scan { pagemap })
    }

    /// Registers a part of the heap again that was mapped anew.
    pub fn mapped_anew(&self, range: Range<usize>) {
        if self.state.get() == State::On {
            register_range(self.registration.get(), range);
        }
    }

    /// No more asking: protecting failed.
    pub fn give_up(&self) {
        self.state.set(State::Off);
    }

    /// A child of a fork has no registration: its descriptor is about the parent's memory.
    pub fn after_fork_in_child(&self) {
        if self.state.get() == State::On {
            self.state.set(State::Untried);
        }
    }
}

fn register(region: &Region) -> Option<libc::c_int> {
    let flags = libc::O_CLOEXEC | libc::O_NONBLOCK | UFFD_USER_MODE_ONLY;
    // SAFETY: a call without memory arguments.
    let descriptor = unsafe { libc::syscall(libc::SYS_userfaultfd, flags) } as libc::c_int;
    if descriptor < 0 {
        return None;
    }
    // SAFETY: calls without memory arguments about a descriptor of our own.
    let moved = unsafe { libc::fcntl(descriptor, libc::F_DUPFD_CLOEXEC, DESCRIPTOR_FROM) };
    let descriptor = if moved < 0 {
        descriptor
    } else {
        // SAFETY: as above.
        unsafe { libc::close(descriptor) };
        moved
    };
    let mut api = Api {
        api: UFFD_API,
        features: FEATURE_WP_UNPOPULATED | FEATURE_WP_ASYNC,
        ioctls: 0,
    };
    // SAFETY: a structure of the size that the request names.
    let agreed = unsafe { libc::ioctl(descriptor, UFFDIO_API, &raw mut api) } == 0;
    if agreed
        && register_range(
            descriptor,
            region.base()..region.base() + region.total_size(),
        )
    {
        return Some(descriptor);
    }
    // SAFETY: as above.
    unsafe { libc::close(descriptor) };
    None
}

fn register_range(descriptor: libc::c_int, range: Range<usize>) -> bool {
    let mut argument = Register {
        start: range.start as u64,
        len: range.len() as u64,
        mode: REGISTER_MODE_WP,
        ioctls: 0,
    };
    // SAFETY: a structure of the size that the request names. Asynchronous write protection changes nothing that
    // the program can see.
    unsafe { libc::ioctl(descriptor, UFFDIO_REGISTER, &raw mut argument) == 0 }
}

impl Scan {
    /// Protects the pages of a range: from now on they count as written when they are. False: the system refuses.
    pub fn protect(&self, range: Range<usize>) -> bool {
        let mut arguments = arguments(&range, SCAN_PROTECT | SCAN_CHECK_REGISTERED);
        // SAFETY: a structure of the size that the request names, without a vector to write to.
        unsafe { libc::ioctl(self.pagemap, PAGEMAP_SCAN, &raw mut arguments) >= 0 }
    }

    /// Appends the written pages of a range, as runs of addresses. False: the system refuses.
    pub fn written(&self, range: Range<usize>, runs: &mut Vec<Range<usize>>) -> bool {
        let mut found = [PageRegion {
            start: 0,
            end: 0,
            categories: 0,
        }; RUNS];
        let mut at = range.start;
        while at < range.end {
            let mut arguments = arguments(&(at..range.end), 0);
            arguments.vec = found.as_mut_ptr().expose_provenance() as u64;
            arguments.vec_len = RUNS as u64;
            // SAFETY: a structure of the size that the request names; the vector is as long as it says.
            let count = unsafe { libc::ioctl(self.pagemap, PAGEMAP_SCAN, &raw mut arguments) };
            let Some(found) = usize::try_from(count).ok().and_then(|n| found.get(..n)) else {
                return false;
            };
            runs.extend(found.iter().map(|r| r.start as usize..r.end as usize));
            if arguments.walk_end as usize <= at {
                return false;
            }
            at = arguments.walk_end as usize;
        }
        true
    }
}

impl Drop for Scan {
    fn drop(&mut self) {
        // SAFETY: opened by `scan`, a moment ago, and nobody else's.
        unsafe { libc::close(self.pagemap) };
    }
}

fn arguments(range: &Range<usize>, flags: u64) -> ScanArguments {
    ScanArguments {
        size: size_of::<ScanArguments>() as u64,
        flags,
        start: range.start as u64,
        end: range.end as u64,
        walk_end: 0,
        vec: 0,
        vec_len: 0,
        max_pages: 0,
        category_inverted: 0,
        category_mask: PAGE_IS_WRITTEN,
        category_anyof_mask: 0,
        return_mask: if flags & SCAN_PROTECT == 0 {
            PAGE_IS_WRITTEN
        } else {
            0
        },
    }
}
