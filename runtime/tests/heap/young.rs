//! Collections of the young. Where the system does not tell which pages were written all collections are full ones,
//! and these tests see the same but for what lives on.

use crate::model::{WEAK, get, init, int, lock, new, node, set, weak};
use runtime::heap::{self, Handle, Reason};

/// An object that refers to many, which together are heavy enough for collections of the young.
fn many(count: usize) -> Handle {
    let list = Handle::new(0);
    let all = heap::try_alloc(16 + 8 * count).expect("enough memory");
    list.set(init(all.as_ptr(), crate::model::NODE, count) as u64);
    for i in 0..count {
        let object = node(&[int(i as u64), 0, 0, 0]);
        set(list.get() as *mut u8, i, object as u64);
    }
    list
}

const COUNT: usize = 100_000;

fn at(list: &Handle, i: usize) -> *mut u8 {
    get(list.get() as *mut u8, i) as *mut u8
}

/// Collects the young, and says whether it was that.
fn collect_young() -> bool {
    let before = heap::stats().young_cycles;
    heap::collect(Reason::Growth);
    heap::stats().young_cycles > before
}

#[test]
fn what_only_old_objects_refer_to_lives() {
    let _guard = lock();
    let list = many(COUNT);
    heap::collect(Reason::Explicit);
    for round in 0..20u64 {
        for i in (round as usize..COUNT).step_by(997) {
            let inner = node(&[int(round)]);
            set(at(&list, i), 1, node(&[inner as u64]) as u64);
        }
        // In the large object itself as well.
        let last = node(&[int(round), int(0), int(0), int(0)]);
        set(list.get() as *mut u8, COUNT - 1, last as u64);
        collect_young();
        for _ in 0..100_000 {
            node(&[int(99), int(99)]);
        }
        for i in (round as usize..COUNT - 1).step_by(997) {
            assert_eq!(get(at(&list, i), 0), int(i as u64));
            let inner = get(get(at(&list, i), 1) as *mut u8, 0) as *mut u8;
            assert_eq!(get(inner, 0), int(round));
        }
        assert_eq!(get(at(&list, COUNT - 1), 0), int(round));
    }
}

#[test]
fn old_garbage_waits_for_a_full_collection() {
    let _guard = lock();
    let list = many(COUNT);
    heap::collect(Reason::Explicit);
    let holder = Handle::new(weak(WEAK, at(&list, 7)) as u64);
    let young = Handle::new(weak(WEAK, new(crate::model::NODE, 0)) as u64);
    set(list.get() as *mut u8, 7, 0);
    if collect_young() {
        assert_ne!(get(holder.get() as *mut u8, 0), 0, "is old");
    }
    heap::collect_without_stacks();
    assert_eq!(get(holder.get() as *mut u8, 0), 0);
    assert_eq!(get(young.get() as *mut u8, 0), 0);
}

#[test]
fn objects_that_move_and_grow_keep_what_they_refer_to() {
    let _guard = lock();
    let list = many(COUNT);
    heap::collect(Reason::Explicit);
    let mut count = COUNT;
    for round in 0..6 {
        let more = count + count / 2;
        // SAFETY: nobody else has the address.
        let moved = unsafe { heap::realloc_large(list.get() as *mut u8, 16 + 8 * more) };
        let moved = moved.expect("enough memory").as_ptr();
        list.set(init(moved, crate::model::NODE, more) as u64);
        for i in count..more {
            set(moved, i, node(&[int(i as u64)]) as u64);
        }
        count = more;
        collect_young();
        for i in (round..count).step_by(13) {
            assert_eq!(get(at(&list, i), 0), int(i as u64));
        }
    }
}

#[test]
fn a_forked_child_knows_that_nothing_is_protected() {
    let _guard = lock();
    let list = many(COUNT);
    heap::collect(Reason::Explicit);
    let child = unsafe { libc::fork() };
    if child == 0 {
        heap::after_fork_in_child();
        let mut right = true;
        for round in 0..4 {
            set(at(&list, 50), 1, node(&[int(round)]) as u64);
            collect_young();
            for _ in 0..100_000 {
                node(&[int(99)]);
            }
            right &= get(get(at(&list, 50), 1) as *mut u8, 0) == int(round);
        }
        unsafe { libc::_exit(if right { 42 } else { 1 }) };
    }
    set(at(&list, 50), 1, node(&[int(5)]) as u64);
    collect_young();
    let mut status = 0;
    assert_eq!(unsafe { libc::waitpid(child, &mut status, 0) }, child);
    assert_eq!(libc::WEXITSTATUS(status), 42);
    assert_eq!(get(get(at(&list, 50), 1) as *mut u8, 0), int(5));
}
