//! The object model of these tests.

use runtime::heap::{self, Tracer};
use std::cell::RefCell;
use std::sync::{Mutex, MutexGuard, Once};

/// An object with fields.
pub const NODE: u32 = 1;
/// A weak reference: its field is not traced.
pub const WEAK: u32 = 2;
/// A weak reference with a callback.
pub const WEAK_CALLBACK: u32 = 3;

static LOCK: Mutex<()> = Mutex::new(());
static INSTALL: Once = Once::new();

thread_local! {
    /// Objects that the dropper saw.
    pub static DROPPED: RefCell<Vec<u64>> = const { RefCell::new(Vec::new()) };
}

/// The global lock of these tests.
pub struct Guard {
    _lock: MutexGuard<'static, ()>,
}

impl Drop for Guard {
    fn drop(&mut self) {
        heap::set_stress(0);
        heap::set_limit(usize::MAX);
        while heap::take_pending_finalizer().is_some() {}
        while heap::take_pending_weak().is_some() {}
        heap::thread_end();
    }
}

thread_local! {
    /// Targets of weak references that were read last.
    pub static READ: std::cell::RefCell<Vec<usize>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// Takes the lock, with an empty heap.
pub fn lock() -> Guard {
    let lock = LOCK.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    INSTALL.call_once(|| {
        heap::set_tracer(trace);
        heap::set_dropper(|object| DROPPED.with_borrow_mut(|list| list.push(get(object, 0))));
        heap::set_weak_clearer(|holder, target| {
            assert_eq!(get(holder, 0), target as u64);
            set(holder, 0, 0);
            kind(holder) == WEAK_CALLBACK
        });
        heap::set_last_read(|| READ.with_borrow_mut(std::mem::take));
    });
    heap::thread_start();
    heap::collect_without_stacks();
    DROPPED.with_borrow_mut(Vec::clear);
    Guard { _lock: lock }
}

fn trace(object: *mut u8, tracer: &mut Tracer) {
    if kind(object) == NODE {
        unsafe { tracer.mark_values(object.wrapping_add(16) as *const u64, fields(object)) };
    }
}

pub fn kind(object: *mut u8) -> u32 {
    unsafe { *(object as *const u32) }
}

pub fn fields(object: *mut u8) -> usize {
    unsafe { *(object as *const u64).add(1) as usize }
}

pub fn get(object: *mut u8, field: usize) -> u64 {
    unsafe { *(object as *const u64).add(2 + field) }
}

pub fn set(object: *mut u8, field: usize, value: u64) {
    unsafe { *(object as *mut u64).add(2 + field) = value };
}

/// An object of a kind with null fields.
pub fn new(kind: u32, fields: usize) -> *mut u8 {
    init(heap::alloc(16 + 8 * fields), kind, fields)
}

/// Writes a header.
pub fn init(object: *mut u8, kind: u32, fields: usize) -> *mut u8 {
    unsafe {
        *(object as *mut u32) = kind;
        *(object as *mut u64).add(1) = fields as u64;
    }
    object
}

/// A node with these fields.
pub fn node(values: &[u64]) -> *mut u8 {
    let object = new(NODE, values.len());
    for (i, &value) in values.iter().enumerate() {
        set(object, i, value);
    }
    object
}

/// A weak reference to an object.
pub fn weak(kind: u32, target: *mut u8) -> *mut u8 {
    let holder = new(kind, 1);
    set(holder, 0, target as u64);
    unsafe { heap::register_weak(holder, target) };
    holder
}

/// An integer as a value: never a pointer.
pub fn int(number: u64) -> u64 {
    0xfffc_0000_0000_0000 | number
}
