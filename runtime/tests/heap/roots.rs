//! Conservative roots, threads, handles, stress.

use crate::model::{self, get, int, lock, node, set};
use runtime::heap::{self, Handle, Reason};
use std::sync::mpsc::channel;

/// Calls a function in a frame that is gone afterwards, and overwrites what it left on the stack.
#[inline(never)]
fn apart<R>(function: impl FnOnce() -> R) -> R {
    #[inline(never)]
    fn inner<R>(function: impl FnOnce() -> R) -> R {
        let result = function();
        std::hint::black_box(&[0u64; 64]);
        result
    }
    #[inline(never)]
    fn wipe() {
        let mut junk = [0u64; 4096];
        std::hint::black_box(&mut junk);
    }
    let result = inner(function);
    wipe();
    result
}

#[test]
fn what_the_stack_refers_to_lives() {
    let _guard = lock();
    let object = std::hint::black_box(node(&[node(&[int(7)]) as u64]));
    let interior = std::hint::black_box(node(&[int(1), int(2)]).wrapping_add(24));
    heap::collect(Reason::Explicit);
    let inner = get(object, 0) as *mut u8;
    assert_eq!(get(inner, 0), int(7));
    assert_eq!(
        heap::is_live_object(interior as usize),
        Some(interior.wrapping_sub(24))
    );
    assert_eq!(heap::stats().live_objects, 3);
}

#[test]
fn what_no_stack_refers_to_dies() {
    let _guard = lock();
    apart(|| {
        for i in 0..10_000 {
            node(&[int(i)]);
        }
    });
    heap::collect(Reason::Explicit);
    assert!(
        heap::stats().live_objects < 20,
        "{}",
        heap::stats().live_objects
    );
}

#[test]
fn registers_are_roots() {
    let _guard = lock();
    // Enough values alive across the call for every callee-saved register.
    let a = node(&[int(1)]);
    let b = node(&[int(2)]);
    let c = node(&[int(3)]);
    let d = node(&[int(4)]);
    let e = node(&[int(5)]);
    let f = node(&[int(6)]);
    heap::collect(Reason::Explicit);
    let garbage: Vec<_> = (0..100).map(|_| node(&[int(0)]) as usize).collect();
    assert_eq!(
        [a, b, c, d, e, f].map(|object| get(object, 0)),
        [1, 2, 3, 4, 5, 6].map(int)
    );
    assert_eq!(garbage.len(), 100);
}

#[test]
fn ranges_functions_and_handles_are_roots() {
    static CELL: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(0);
    static RANGE: [std::sync::atomic::AtomicU64; 4] =
        [const { std::sync::atomic::AtomicU64::new(0) }; 4];
    let order = std::sync::atomic::Ordering::Relaxed;
    let _guard = lock();
    heap::register_root_fn(|tracer| {
        tracer.mark_value(CELL.load(std::sync::atomic::Ordering::Relaxed))
    });
    let range = RANGE.as_ptr() as *const u64;
    unsafe { heap::add_root_range(range..range.add(4)) };
    CELL.store(node(&[int(1)]) as u64, order);
    RANGE[2].store(node(&[int(2)]) as u64 + 8, order);
    let handle = Handle::new(node(&[int(3)]) as u64);
    heap::collect_without_stacks();
    assert_eq!(heap::stats().live_objects, 3);
    assert_eq!(get(handle.get() as *mut u8, 0), int(3));
    drop(handle);
    CELL.store(0, order);
    RANGE[2].store(0, order);
    heap::collect_without_stacks();
    assert_eq!(heap::stats().live_objects, 0);
}

#[test]
fn waiting_threads_keep_their_stacks() {
    let _guard = lock();
    let (to_main, from_thread) = channel();
    let (to_thread, from_main) = channel::<()>();
    let mut thread = None;
    // Main hands over the lock by waiting in `parked`.
    heap::parked(|| {
        thread = Some(std::thread::spawn(move || {
            heap::thread_start();
            let object = std::hint::black_box(node(&[int(42)]));
            heap::parked(|| {
                to_main.send(()).unwrap();
                from_main.recv().unwrap();
            });
            let value = get(object, 0);
            heap::collect(Reason::Explicit);
            let again = get(object, 0);
            heap::thread_end();
            (value, again)
        }));
        from_thread.recv().unwrap();
    });
    let mine = std::hint::black_box(node(&[int(5)]));
    apart(|| {
        for i in 0..1000 {
            node(&[int(i)]);
        }
    });
    heap::collect(Reason::Explicit);
    let live = heap::stats().live_objects;
    assert!((2..20).contains(&live), "{live}");
    for i in 0..1000 {
        node(&[int(i)]);
    }
    let result = heap::parked(|| {
        to_thread.send(()).unwrap();
        thread.unwrap().join().unwrap()
    });
    assert_eq!(result, (int(42), int(42)));
    assert_eq!(get(mine, 0), int(5), "parked while the other collected");
    heap::collect_without_stacks();
    assert_eq!(heap::stats().live_objects, 0);
}

#[test]
fn stress_collects_at_each_allocation() {
    let _guard = lock();
    let before = heap::stats().cycles;
    heap::set_stress(1);
    let mut list = std::ptr::null_mut();
    for i in 0..200 {
        list = node(&[list as u64, int(i)]);
    }
    assert_eq!(heap::stats().cycles, before + 200);
    for i in (0..200).rev() {
        assert_eq!(get(list, 1), int(i));
        list = get(list, 0) as *mut u8;
    }
    heap::set_stress(10);
    let before = heap::stats().cycles;
    for _ in 0..100 {
        node(&[]);
        heap::alloc(10_000);
    }
    assert_eq!(heap::stats().cycles, before + 20);
    heap::set_stress(0);
    let before = heap::stats().cycles;
    for _ in 0..100 {
        node(&[]);
    }
    assert_eq!(heap::stats().cycles, before);
}

#[test]
fn long_chains_and_long_arrays_need_no_native_stack() {
    let _guard = lock();
    let root = Handle::new(0);
    for i in 0..1_000_000 {
        root.set(node(&[root.get(), int(i)]) as u64);
    }
    let array = model::new(model::NODE, 1_000_001);
    set(array, 1_000_000, root.get());
    root.set(array as u64);
    for i in 0..1_000_000 {
        let object = node(&[int(i)]);
        set(array, i as usize, object as u64);
    }
    heap::collect_without_stacks();
    assert_eq!(heap::stats().live_objects, 2_000_000);
    for i in (0..1_000_000).step_by(997) {
        assert_eq!(get(get(array, i) as *mut u8, 0), int(i as u64));
    }
}
