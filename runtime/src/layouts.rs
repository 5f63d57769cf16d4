//! Heap layouts, expanded from spec/layouts.toml and spec/layouts/.

use crate::value::Value;

codegen_macros::expand_layouts!();

impl HeapInt {
    /// A heap int; [`Value::int`] prefers tagged ones.
    pub fn new(i: i64) -> crate::object::Ref<HeapInt> {
        HeapInt::alloc(i)
    }
}

/// The integer of a heap int, bool, or instance of a subclass of int.
#[inline]
pub fn heap_int_payload(v: Value) -> Option<i64> {
    if let Some(i) = v.cast::<HeapInt>() {
        return Some(i.number.get());
    }
    v.cast::<BoolObject>().map(|b| b.payload.get())
}
