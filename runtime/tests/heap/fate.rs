//! Finalisers, weak references, droppers.

use crate::model::{DROPPED, READ, WEAK, WEAK_CALLBACK, get, int, lock, node, set, weak};
use runtime::heap::{self, Handle};

fn finalizable(values: &[u64]) -> *mut u8 {
    let object = node(values);
    unsafe { heap::set_has_finalizer(object) };
    object
}

fn finalized() -> Vec<u64> {
    std::iter::from_fn(heap::take_pending_finalizer)
        .map(|object| get(object, 0))
        .collect()
}

#[test]
fn finalisers_run_once_with_everything_alive() {
    let _guard = lock();
    let inner = node(&[int(8)]);
    let root = Handle::new(finalizable(&[int(1), inner as u64]) as u64);
    heap::collect_without_stacks();
    assert!(!heap::is_pending());
    root.set(0);
    heap::collect_without_stacks();
    assert!(heap::is_pending());
    heap::collect_without_stacks();
    let object = heap::take_pending_finalizer().unwrap();
    assert!(!heap::is_pending());
    assert_eq!(get(get(object, 1) as *mut u8, 0), int(8));
    // Resurrect it: the next time it just dies.
    root.set(object as u64);
    heap::collect_without_stacks();
    assert_eq!(heap::stats().live_objects, 2);
    root.set(0);
    heap::collect_without_stacks();
    assert!(!heap::is_pending());
    assert_eq!(heap::stats().live_objects, 0);
}

#[test]
fn referrers_are_finalised_first() {
    let _guard = lock();
    let d = finalizable(&[int(4)]);
    let c = finalizable(&[int(3), d as u64]);
    let through = node(&[c as u64, d as u64]);
    let a = finalizable(&[int(1), through as u64]);
    let b = finalizable(&[int(2), d as u64, c as u64]);
    let e = finalizable(&[int(5), b as u64, a as u64]);
    set(e, 0, int(5));
    heap::collect_without_stacks();
    let order = finalized();
    let at = |number| {
        order
            .iter()
            .position(|&other| other == int(number))
            .unwrap()
    };
    assert_eq!(order.len(), 5);
    assert_eq!(at(5), 0);
    assert!(
        at(1) < at(3) && at(2) < at(3) && at(3) < at(4),
        "{order:x?}"
    );
}

#[test]
fn unrelated_objects_are_finalised_oldest_first_and_cycles_too() {
    let _guard = lock();
    for i in 0..5 {
        finalizable(&[int(i)]);
    }
    let a = finalizable(&[int(5), 0]);
    let b = finalizable(&[int(6), a as u64]);
    set(a, 1, b as u64);
    heap::collect_without_stacks();
    let order = finalized();
    assert_eq!(order[..5], [0, 1, 2, 3, 4].map(int));
    assert_eq!(order.len(), 7);
    heap::collect_without_stacks();
    assert_eq!(heap::stats().live_objects, 0);
}

#[test]
fn a_long_chain_is_finalised_in_one_collection() {
    let _guard = lock();
    let mut next = 0;
    for i in 0..10_000 {
        next = finalizable(&[int(i), next]) as u64;
    }
    heap::collect_without_stacks();
    let order = finalized();
    assert!(order.iter().rev().copied().eq((0..10_000).map(int)));
}

#[test]
fn large_objects_are_finalised_as_well() {
    let _guard = lock();
    let object = crate::model::new(crate::model::NODE, 5000);
    set(object, 0, int(77));
    set(object, 4999, node(&[int(1)]) as u64);
    unsafe { heap::set_has_finalizer(object) };
    heap::collect_without_stacks();
    assert_eq!(heap::stats().live_objects, 1);
    assert_eq!(finalized(), [int(77)]);
}

#[test]
fn at_the_end_all_are_queued() {
    let _guard = lock();
    let root = Handle::new(finalizable(&[int(1)]) as u64);
    let other = finalizable(&[int(2)]);
    unsafe { heap::clear_has_finalizer(other) };
    heap::queue_all_finalizers();
    assert_eq!(finalized(), [int(1)]);
    drop(root);
}

#[test]
fn weak_references_are_cleared() {
    let _guard = lock();
    let target = Handle::new(node(&[int(1)]) as u64);
    let object = target.get() as *mut u8;
    let a = Handle::new(weak(WEAK, object) as u64);
    let b = Handle::new(weak(WEAK_CALLBACK, object) as u64);
    let c = Handle::new(weak(WEAK_CALLBACK, object) as u64);
    weak(WEAK_CALLBACK, object);
    assert_eq!(heap::weak_count(object), 4);
    assert_eq!(heap::weak_holder(object, 1), Some(b.get() as *mut u8));
    heap::collect_without_stacks();
    assert_eq!(heap::weak_count(object), 3, "one holder died");
    assert_eq!(get(a.get() as *mut u8, 0), object as u64);
    target.set(0);
    heap::collect_without_stacks();
    for holder in [&a, &b, &c] {
        assert_eq!(get(holder.get() as *mut u8, 0), 0);
    }
    assert_eq!(heap::weak_count(object), 0);
    let called: Vec<_> = std::iter::from_fn(heap::take_pending_weak)
        .map(|h| h as u64)
        .collect();
    assert_eq!(called, [c.get(), b.get()], "newest first");
    assert!(!heap::is_pending());
}

#[test]
fn weak_references_can_be_taken_back() {
    let _guard = lock();
    let object = node(&[int(1)]);
    let holder = weak(WEAK, object);
    unsafe { heap::unregister_weak(holder, object) };
    assert_eq!(heap::weak_count(object), 0);
    assert!(!unsafe { heap::flags::has(object, heap::flags::HAS_WEAK) });
    static STATIC: u64 = 0;
    unsafe { heap::register_weak(holder, &raw const STATIC as *mut u8) };
    assert_eq!(heap::weak_count(&raw const STATIC as *mut u8), 0);
}

#[test]
fn finalisers_find_their_own_weak_references_cleared_but_those_of_others_alive() {
    let _guard = lock();
    let inner = node(&[int(2)]);
    let object = finalizable(&[int(1), inner as u64, 0, 0]);
    let own = weak(WEAK_CALLBACK, object);
    let others = Handle::new(weak(WEAK_CALLBACK, inner) as u64);
    set(object, 2, own as u64);
    heap::collect_without_stacks();
    assert_eq!(get(own, 0), 0, "the weak reference to what is finalised");
    assert_eq!(
        get(others.get() as *mut u8, 0),
        inner as u64,
        "the one to what it refers to"
    );
    assert!(
        heap::take_pending_weak().is_none(),
        "the holder was garbage itself"
    );
    assert_eq!(finalized(), [int(1)]);
    heap::collect_without_stacks();
    assert_eq!(get(others.get() as *mut u8, 0), 0);
    assert_eq!(heap::take_pending_weak(), Some(others.get() as *mut u8));
}

#[test]
fn queued_callbacks_keep_their_holder() {
    let _guard = lock();
    let holder = Handle::new(weak(WEAK_CALLBACK, node(&[])) as u64);
    heap::collect_without_stacks();
    holder.set(0);
    heap::collect_without_stacks();
    assert_eq!(heap::stats().live_objects, 1);
    assert!(heap::take_pending_weak().is_some());
    heap::collect_without_stacks();
    assert_eq!(heap::stats().live_objects, 0);
}

#[test]
fn droppers_run_for_the_dead_only_and_once() {
    let _guard = lock();
    let root = Handle::new(0);
    for i in 0..3000 {
        let object = node(&[int(i), if i % 3 == 0 { root.get() } else { 0 }]);
        if i % 2 == 0 {
            unsafe { heap::set_needs_drop(object) };
        }
        if i % 3 == 0 {
            root.set(object as u64);
        }
    }
    let large = crate::model::new(crate::model::NODE, 9000);
    set(large, 0, int(5000));
    unsafe { heap::set_needs_drop(large) };
    heap::collect_without_stacks();
    let mut dropped = DROPPED.take();
    dropped.sort();
    let expected = (0..3000).filter(|i| i % 2 == 0 && i % 3 != 0).chain([5000]);
    assert!(dropped.iter().copied().eq(expected.map(int)));
    heap::collect_without_stacks();
    assert!(DROPPED.take().is_empty());
    // The memory of dropped objects is used again, without the flag.
    for i in 0..3000 {
        node(&[int(i), 0]);
    }
    root.set(0);
    heap::collect_without_stacks();
    assert_eq!(DROPPED.take().len(), 500);
}

#[test]
fn what_was_read_last_stays_once_when_the_heap_grows() {
    let _guard = lock();
    let (read, others): (Vec<_>, Vec<_>) = (0..100)
        .map(|i| {
            let target = node(&[]);
            if i < 10 {
                READ.with_borrow_mut(|list| list.push(target as usize));
            }
            Handle::new(weak(WEAK, target) as u64)
        })
        .enumerate()
        .partition(|(i, _)| *i < 10);
    let alive = |of: &[(usize, Handle)]| {
        let is_alive = |(_, h): &&(usize, Handle)| get(h.get() as *mut u8, 0) != 0;
        of.iter().filter(is_alive).count()
    };
    let before = heap::stats().cycles;
    while heap::stats().cycles == before {
        node(&[0; 64]);
    }
    assert_eq!(alive(&read), 10);
    // The stack may know some of them.
    assert!(alive(&others) < 10, "{} of 90 stay", alive(&others));
    READ.with_borrow_mut(|list| {
        list.extend(
            read.iter()
                .map(|(_, h)| get(h.get() as *mut u8, 0) as usize),
        )
    });
    heap::collect_without_stacks();
    assert_eq!(alive(&read), 0, "a collection that was asked for");
}
