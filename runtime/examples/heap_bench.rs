//! Throughput of the heap, beside that of `malloc` doing the same work with explicit frees.
//!
//! `cargo run --release -p runtime --example heap_bench [NAME...]`. With `PYSTON_GC_LOG=1` each
//! collection reports. Objects are as in the tests: a header of 16 bytes with the number of fields,
//! then the fields.

use runtime::heap::{self, Handle, Tracer};
use std::hint::black_box;
use std::time::Instant;

fn trace(object: *mut u8, tracer: &mut Tracer) {
    // SAFETY: every traced object here has this layout.
    unsafe {
        tracer.mark_values(
            object.add(16) as *const u64,
            *(object as *const u64).add(1) as usize,
        )
    };
}

#[inline(always)]
fn new<const N: usize>(fields: [u64; N]) -> u64 {
    let object = heap::alloc(16 + 8 * N) as *mut u64;
    // SAFETY: a new object of this size.
    unsafe {
        *object = 1;
        *object.add(1) = N as u64;
        for (i, field) in fields.into_iter().enumerate() {
            *object.add(2 + i) = field;
        }
    }
    object as u64
}

fn field(object: u64, i: usize) -> u64 {
    // SAFETY: called with objects that have such a field.
    unsafe { *(object as *const u64).add(2 + i) }
}

fn set_field(object: u64, i: usize, value: u64) {
    // SAFETY: as above.
    unsafe { *(object as *mut u64).add(2 + i) = value };
}

fn tree(depth: u32) -> u64 {
    if depth == 0 {
        new([0, 0])
    } else {
        new([tree(depth - 1), tree(depth - 1)])
    }
}

fn count(tree: u64) -> u64 {
    if tree == 0 {
        0
    } else {
        1 + count(field(tree, 0)) + count(field(tree, 1))
    }
}

/// The benchmark game's program: many short-lived trees beside one that stays.
fn binary_trees(depth: u32, tree: fn(u32) -> u64, count: fn(u64) -> u64, free: fn(u64)) -> u64 {
    let stretch = tree(depth + 1);
    let mut nodes = count(stretch);
    free(stretch);
    let stays = Handle::new(tree(depth));
    for d in (4..=depth).step_by(2) {
        for _ in 0..1 << (depth - d + 4) {
            let t = tree(d);
            nodes += count(t);
            free(t);
        }
    }
    nodes += count(stays.get());
    free(stays.get());
    nodes
}

fn malloc_tree(depth: u32) -> u64 {
    // SAFETY: malloc of a node, filled at once.
    let node = unsafe { libc::malloc(32) } as u64;
    unsafe { *(node as *mut [u64; 2]) = [1, 2] };
    let (left, right) = if depth == 0 {
        (0, 0)
    } else {
        (malloc_tree(depth - 1), malloc_tree(depth - 1))
    };
    set_field(node, 0, left);
    set_field(node, 1, right);
    node
}

fn malloc_free(tree: u64) {
    if tree != 0 {
        malloc_free(field(tree, 0));
        malloc_free(field(tree, 1));
        // SAFETY: made by `malloc_tree`, freed once.
        unsafe { libc::free(tree as *mut libc::c_void) };
    }
}

/// Garbage of one size.
fn garbage<const N: usize>(objects: u64) -> u64 {
    for i in 0..objects {
        black_box(new([i | 0xfffc << 48; N]));
    }
    objects
}

/// Objects that replace each other in a table: survivors with holes between.
fn churn(objects: u64, slots: usize) -> u64 {
    let table = Handle::new(heap::alloc(16 + 8 * slots) as u64);
    // SAFETY: a new object.
    unsafe { *(table.get() as *mut u64).add(1) = slots as u64 };
    let mut at = 1u64;
    for i in 0..objects {
        at ^= at << 13;
        at ^= at >> 7;
        at ^= at << 17;
        set_field(
            table.get(),
            (at >> 20) as usize % slots,
            new([i | 0xfffc << 48, 0, 0]),
        );
    }
    objects
}

/// Lists: a header object and a buffer that grows by an eighth.
fn lists(lists: u64, length: usize) -> u64 {
    let mut appended = 0;
    for _ in 0..lists {
        let list = new([0]);
        let mut capacity = 0;
        for i in 0..length {
            if i == capacity {
                let wanted = 16 + 8 * (i + i / 8 + if i < 9 { 3 } else { 6 });
                let old = field(list, 0) as *mut u64;
                let size = heap::usable_size(wanted);
                let buffer = if size > heap::SMALL_MAX
                    && heap::object_size(old as *mut u8) > heap::SMALL_MAX
                {
                    // SAFETY: the list alone refers to its buffer.
                    unsafe { heap::realloc_large(old as *mut u8, wanted) }
                        .unwrap()
                        .as_ptr() as *mut u64
                } else {
                    let buffer = heap::alloc(size) as *mut u64;
                    if !old.is_null() {
                        // SAFETY: the new buffer is larger than the old.
                        unsafe { std::ptr::copy_nonoverlapping(old, buffer, 2 + capacity) };
                    }
                    buffer
                };
                capacity = (heap::object_size(buffer as *mut u8) - 16) / 8;
                // SAFETY: the buffer's header.
                unsafe { *buffer.add(1) = capacity as u64 };
                set_field(list, 0, buffer as u64);
            }
            set_field(field(list, 0), i, i as u64 | 0xfffc << 48);
            appended += 1;
        }
        black_box(list);
    }
    appended
}

/// Strings of mixed lengths.
fn strings(objects: u64) -> u64 {
    for i in 0..objects {
        let length = (i * 7919 % 97) as usize;
        let object = heap::alloc_leaf(32 + length);
        // SAFETY: a new object of this size.
        unsafe { object.write_bytes(1, 32 + length) };
        black_box(object);
    }
    objects
}

/// Marking: a shuffled graph that stays alive, collected again and again.
fn marking(objects: usize, cycles: u64) -> u64 {
    let all = Handle::new(heap::alloc(16 + 8 * objects) as u64);
    // SAFETY: a new object.
    unsafe { *(all.get() as *mut u64).add(1) = objects as u64 };
    let mut at = 1u64;
    for i in 0..objects {
        at ^= at << 13;
        at ^= at >> 7;
        at ^= at << 17;
        let other = field(all.get(), (at >> 20) as usize % (i + 1));
        set_field(all.get(), i, new([other, i as u64 | 0xfffc << 48]));
    }
    let random = |n: usize| field(all.get(), n * 7919 % objects);
    let root = new([random(1), random(2)]);
    for i in 0..objects {
        set_field(random(i), 1, random(i + 12345));
    }
    let start = Instant::now();
    for _ in 0..cycles {
        heap::collect(heap::Reason::Explicit);
    }
    let nanoseconds = start.elapsed().as_nanos() as f64;
    println!(
        "  {:.1} ns an object marked",
        nanoseconds / (cycles * heap::stats().live_objects as u64) as f64
    );
    black_box(root);
    objects as u64
}

fn main() {
    heap::set_tracer(trace);
    let names: Vec<_> = std::env::args().skip(1).collect();
    let wanted = |name: &str| names.is_empty() || names.iter().any(|other| other == name);
    let run = |name: &str, unit: &str, work: &dyn Fn() -> u64| {
        if !wanted(name) {
            return;
        }
        heap::collect(heap::Reason::Explicit);
        let before = heap::stats();
        let start = Instant::now();
        let done = work();
        let time = start.elapsed();
        let after = heap::stats();
        println!(
            "{name:14} {:8.1} ms {:6.2} ns/{unit:7} {:4} collections, {:6.1} ms in them, longest {:.2} ms",
            time.as_secs_f64() * 1e3,
            time.as_nanos() as f64 / done as f64,
            after.cycles - before.cycles,
            (after.pause_total - before.pause_total).as_secs_f64() * 1e3,
            after.pause_max.as_secs_f64() * 1e3,
        );
    };
    run("trees", "node", &|| binary_trees(16, tree, count, |_| ()));
    run("trees-malloc", "node", &|| {
        binary_trees(16, malloc_tree, count, malloc_free)
    });
    run("garbage-32", "object", &|| garbage::<2>(50_000_000));
    run("garbage-64", "object", &|| garbage::<6>(50_000_000));
    run("garbage-256", "object", &|| garbage::<30>(10_000_000));
    run("churn", "object", &|| churn(20_000_000, 200_000));
    run("churn-large", "object", &|| churn(20_000_000, 3_000_000));
    run("lists-10", "append", &|| lists(2_000_000, 10));
    run("lists-1000", "append", &|| lists(40_000, 1000));
    run("lists-1e6", "append", &|| lists(20, 1_000_000));
    run("lists-2e7", "append", &|| lists(1, 20_000_000));
    run("strings", "object", &|| strings(30_000_000));
    run("marking", "object", &|| marking(3_000_000, 5));
}
