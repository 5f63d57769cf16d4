//! Allocation, sweeping, large objects, limits, memory returned.

use crate::model::{self, get, init, int, lock, node, set};
use runtime::heap::{self, Handle};
use std::collections::BTreeSet;

fn is_zero(object: *const u8, size: usize) -> bool {
    (0..size).all(|i| unsafe { *object.add(i) } == 0)
}

#[test]
fn memory_is_zero_aligned_and_distinct() {
    let _guard = lock();
    // Twice, so that the second time reuses memory that was written to.
    for _ in 0..2 {
        let mut taken = BTreeSet::new();
        heap::pause();
        for size in (0..20_000).step_by(37) {
            let object = heap::alloc(size);
            assert_eq!(object as usize % 16, 0);
            assert!(heap::object_size(object) >= size);
            assert_eq!(heap::object_size(object), heap::usable_size(size));
            assert!(is_zero(object, heap::usable_size(size)), "{size}");
            unsafe { object.write_bytes(0xff, heap::usable_size(size)) };
            taken.insert((object as usize, heap::usable_size(size)));
        }
        let mut end = 0;
        for (start, size) in taken {
            assert!(start >= end);
            end = start + size;
        }
        heap::for_each_object(|object, size| {
            if heap::object_size(object) == size {
                unsafe { object.write_bytes(0, 16) };
            }
        });
        heap::resume();
        heap::collect_without_stacks();
        assert_eq!(heap::stats().live_bytes, 0);
    }
}

#[test]
fn large_leaves_begin_with_zeroes() {
    let _guard = lock();
    for _ in 0..3 {
        let object = heap::alloc_leaf(100_000);
        assert!(is_zero(object, heap::LEAF_ZEROED));
        unsafe { object.write_bytes(0xff, 100_000) };
        heap::collect_without_stacks();
    }
}

#[test]
fn holes_between_survivors_are_filled() {
    let _guard = lock();
    let list = Handle::new(model::new(model::NODE, 500) as u64);
    for i in 0..2000 {
        let object = node(&[int(i), 0]);
        if i % 4 == 0 {
            set(list.get() as *mut u8, i as usize / 4, object as u64);
        }
    }
    heap::collect_without_stacks();
    assert_eq!(heap::stats().live_objects, 501);
    let before = heap::stats().heap_bytes;
    for i in 0..1400 {
        let object = node(&[int(i), 0]);
        assert_eq!(get(object, 0), int(i));
    }
    assert_eq!(heap::stats().heap_bytes, before, "the holes were used");
    for i in 0..500 {
        assert_eq!(
            get(get(list.get() as *mut u8, i as usize) as *mut u8, 0),
            int(i * 4)
        );
    }
}

#[test]
fn interior_addresses_resolve_to_the_object() {
    let _guard = lock();
    for size in [
        16, 17, 40, 100, 300, 1000, 1600, 5000, 8192, 8193, 100_000, 3_000_000,
    ] {
        let object = heap::alloc(size) as usize;
        for offset in [0, 1, 15, size / 2, size - 1] {
            assert_eq!(
                heap::is_live_object(object + offset),
                Some(object as *mut u8),
                "{size} {offset}"
            );
        }
        let end = heap::usable_size(size);
        assert_ne!(heap::is_live_object(object + end), Some(object as *mut u8));
        assert_ne!(heap::is_live_object(object - 1), Some(object as *mut u8));
    }
    let object = heap::alloc(32) as usize;
    assert_eq!(
        heap::is_live_object(object + 32),
        None,
        "what follows is not allocated yet"
    );
    heap::collect_without_stacks();
    assert_eq!(heap::is_live_object(object), None);
    assert_eq!(heap::is_live_object(0), None);
    assert_eq!(heap::is_live_object(&raw const object as usize), None);
    assert_eq!(heap::is_live_object(usize::MAX), None);
}

#[test]
fn every_object_is_visited_once() {
    let _guard = lock();
    let mut made = BTreeSet::new();
    for size in [16, 16, 48, 1000, 9000, 70_000] {
        made.insert(heap::alloc(size) as usize);
    }
    made.insert(heap::alloc_leaf(24) as usize);
    let mut seen = BTreeSet::new();
    heap::for_each_object(|object, size| {
        assert_eq!(size, heap::object_size(object));
        assert!(seen.insert(object as usize));
    });
    assert_eq!(made, seen);
}

#[test]
fn large_objects_grow_in_place_or_move() {
    let _guard = lock();
    let mut object = init(heap::alloc(10_000), model::NODE, 1);
    let other = heap::alloc(50_000);
    let mut size = 10_000;
    let mut moves = 0;
    while size < 40_000_000 {
        let old = heap::object_size(object);
        unsafe { *object.add(old - 1) = size as u8 };
        let new_size = size + size / 8;
        let new = unsafe { heap::realloc_large(object, new_size) }
            .unwrap()
            .as_ptr();
        moves += (new != object) as usize;
        object = new;
        assert_eq!(model::kind(object), model::NODE);
        assert_eq!(unsafe { *object.add(old - 1) }, size as u8);
        assert!(heap::object_size(object) >= new_size);
        assert!(is_zero(
            object.wrapping_add(old),
            heap::object_size(object) - old
        ));
        assert_eq!(
            heap::is_live_object(object as usize + new_size - 1),
            Some(object)
        );
        size = new_size;
    }
    assert!(moves < 12, "{moves} moves");
    let _root = Handle::new(object as u64);
    heap::collect_without_stacks();
    assert_eq!(heap::stats().live_bytes, heap::object_size(object));
    assert_eq!(heap::is_live_object(other as usize), None);
    unsafe { heap::free_large(object) };
    _root.set(0);
    assert_eq!(heap::stats().heap_bytes, 0);
}

#[test]
fn moving_pages_leaves_no_mappings_behind() {
    let _guard = lock();
    let mappings = || {
        std::fs::read_to_string("/proc/self/maps")
            .unwrap()
            .lines()
            .count()
    };
    let before = mappings();
    let keep = |object: *mut u8| Handle::new(init(object, model::NODE, 0) as u64);
    let mut kept = Vec::new();
    for _ in 0..300 {
        let mut object = init(heap::alloc(300_000), model::NODE, 0);
        kept.push(keep(heap::alloc(9000)));
        for size in [900_000, 4_000_000] {
            object = unsafe { heap::realloc_large(object, size) }
                .unwrap()
                .as_ptr();
            kept.push(keep(heap::alloc(9000)));
        }
        kept.push(keep(object));
    }
    drop(kept);
    heap::collect_without_stacks();
    assert_eq!(heap::stats().heap_bytes, 0);
    assert!(mappings() < before + 50, "{before} {}", mappings());
}

#[test]
fn a_forked_child_has_a_heap_of_its_own() {
    let _guard = lock();
    let list = Handle::new(node(&[int(1), node(&[int(2)]) as u64]) as u64);
    let child = unsafe { libc::fork() };
    if child == 0 {
        heap::after_fork_in_child();
        for i in 0..1_000_000 {
            node(&[int(i)]);
        }
        let inner = get(list.get() as *mut u8, 1) as *mut u8;
        unsafe { libc::_exit(if get(inner, 0) == int(2) { 42 } else { 1 }) };
    }
    let mut status = 0;
    assert_eq!(unsafe { libc::waitpid(child, &mut status, 0) }, child);
    assert_eq!(libc::WEXITSTATUS(status), 42);
    assert_eq!(get(list.get() as *mut u8, 0), int(1));
}

#[test]
fn the_limit_is_a_failure_not_an_end() {
    let _guard = lock();
    heap::set_limit(heap::stats().heap_bytes + (20 << 20));
    assert!(heap::try_alloc(usize::MAX).is_none());
    assert!(heap::try_alloc(1 << 60).is_none());
    assert!(heap::try_alloc_leaf(21 << 20).is_none());
    // Garbage does not count.
    for _ in 0..100 {
        assert!(heap::try_alloc(1 << 20).is_some());
    }
    let root = Handle::new(0);
    let mut count = 0;
    while let Some(object) = heap::try_alloc(1016) {
        let object = init(object.as_ptr(), model::NODE, 1);
        set(object, 0, root.get());
        root.set(object as u64);
        count += 1;
        assert!(count < 20_500);
    }
    assert!(count > 19_000, "{count}");
    assert_eq!(
        model::kind(heap::alloc(1016)),
        0,
        "the runtime itself may go on"
    );
    root.set(0);
    assert!(heap::try_alloc(1016).is_some());
}

#[test]
fn memory_outside_counts() {
    let _guard = lock();
    let before = heap::stats().cycles;
    for _ in 0..100 {
        heap::alloc(32);
        heap::account_external(10 << 20);
        heap::account_external(-(10 << 20));
    }
    assert_eq!(
        heap::stats().cycles,
        before,
        "freed at once: no reason to collect"
    );
    for _ in 0..100 {
        heap::alloc(32);
        heap::account_external(5 << 20);
    }
    // 500 MiB that nothing frees: the budget grows with what is alive.
    let cycles = heap::stats().cycles - before;
    assert!((5..=20).contains(&cycles), "{cycles}");
    assert_eq!(heap::stats().external_bytes, 500 << 20);
    heap::account_external(-(500 << 20));
    heap::collect_without_stacks();
}

#[test]
fn pausing_stops_automatic_collections() {
    let _guard = lock();
    let before = heap::stats().cycles;
    heap::pause();
    for _ in 0..1 << 20 {
        heap::alloc(32);
    }
    assert_eq!(heap::stats().cycles, before);
    heap::resume();
    heap::alloc(32);
    assert_eq!(heap::stats().cycles, before + 1);
}

fn resident() -> usize {
    let text = std::fs::read_to_string("/proc/self/statm").unwrap();
    text.split(' ').nth(1).unwrap().parse::<usize>().unwrap() * 4096
}

#[test]
fn memory_is_given_back() {
    let _guard = lock();
    let start = resident();
    let root = Handle::new(0);
    for i in 0..3_000_000 {
        root.set(node(&[root.get(), int(i)]) as u64);
    }
    let large = Handle::new(heap::alloc(50 << 20) as u64);
    unsafe { (large.get() as *mut u8).write_bytes(0, 50 << 20) };
    init(large.get() as *mut u8, model::NODE, 1);
    let full = resident();
    assert!(full > start + (120 << 20), "{start} {full}");
    root.set(0);
    large.set(0);
    heap::collect_without_stacks();
    let end = resident();
    assert!(end < start + (24 << 20), "{start} {full} {end}");
    assert!(heap::stats().released_bytes > 100 << 20);
    assert!(heap::stats().cached_bytes <= 16 << 20);
    // And can be used again.
    for _ in 0..100_000 {
        assert!(is_zero(heap::alloc(32), 32));
    }
}

#[test]
fn heap_stays_within_its_factor() {
    let _guard = lock();
    let root = Handle::new(model::new(model::NODE, 100_000) as u64);
    let mut at = 12345u64;
    let mut most = 0;
    for i in 0..5_000_000 {
        let object = node(&[int(i), 0, 0, 0]);
        at = at
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        set(
            root.get() as *mut u8,
            (at >> 33) as usize % 100_000,
            object as u64,
        );
        if i % 10_000 == 0 {
            let stats = heap::stats();
            most = most.max(stats.heap_bytes + stats.cached_bytes);
        }
    }
    // Alive: 100,000 objects of 48 bytes and the list: 5.6 MB. The least budget is added.
    assert!(most < (5 << 20) * 175 / 100 + (9 << 20), "{most}");
}

#[test]
fn inline_allocation_agrees() {
    let _guard = lock();
    let inline = heap::inline_alloc(40, false).unwrap();
    assert_eq!(inline.cell_size, 48);
    let interval = inline.interval as *const heap::FreeInterval;
    let bump = || unsafe {
        let at = (*interval).cursor.get();
        if at + inline.cell_size > (*interval).limit.get() {
            return (inline.slow)(inline.class);
        }
        (*interval).cursor.set(at + inline.cell_size);
        at as *mut u8
    };
    let mut last = std::ptr::null_mut();
    for i in 0..10_000 {
        let object = bump();
        assert!(is_zero(object, 48) && object != last);
        last = init(object, model::NODE, 4);
        if i % 7 == 0 {
            heap::alloc(40);
        }
    }
    assert!(heap::inline_alloc(8193, false).is_none());
    assert!(heap::alloc_slow(10_000).is_null());
}

#[test]
fn statistics_count_allocations() {
    let _guard = lock();
    let count = || {
        heap::allocations_by_size()
            .find(|&(size, ..)| size == 80)
            .unwrap()
    };
    let (_, traced, leaf) = count();
    for _ in 0..1000 {
        heap::alloc(80);
    }
    heap::alloc_leaf(70);
    heap::collect_without_stacks();
    assert_eq!(count(), (80, traced + 1000, leaf + 1));
}
