//! Warnings of classic division: `-Qwarn`, `-Qwarnall`, `-3`.
//!
//! Under these options `/` compiles to nodes of its own, which come here. What warns in CPython is the `__div__`
//! of builtin numbers: a class with another one is silent.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::error::PyResult;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::types;
use crate::value::Value;

static WARNINGS: AtomicU32 = AtomicU32::new(0);

/// Sets what is warned of, before anything is compiled: nothing, divisions of ints, or of all numbers.
pub fn warn_of_divisions(level: u32) {
    WARNINGS.store(level, Ordering::Relaxed);
}

/// What was set by [`warn_of_divisions`].
pub fn division_warnings() -> u32 {
    WARNINGS.load(Ordering::Relaxed)
}

/// `lhs / rhs`
pub fn warned_div(lhs: Value, rhs: Value) -> PyResult {
    warn(lhs, rhs)?;
    super::div(lhs, rhs)
}

/// `lhs /= rhs`
pub fn warned_idiv(lhs: Value, rhs: Value) -> PyResult {
    warn(lhs, rhs)?;
    super::idiv(lhs, rhs)
}

fn warn(lhs: Value, rhs: Value) -> PyResult<()> {
    let (Some(a), Some(b)) = (kind(lhs), kind(rhs)) else {
        return Ok(());
    };
    let (name, level) = KINDS[a.max(b)];
    if division_warnings() < level {
        return Ok(());
    }
    crate::modules::warnings::warn_here(
        types::DEPRECATION_WARNING.get(),
        &format!("classic {name} division"),
    )
}

/// Each coerces those before it.
const KINDS: [(&str, u32); 4] = [("int", 1), ("long", 1), ("float", 2), ("complex", 2)];

/// Which of [`KINDS`] divides the value.
fn kind(v: Value) -> Option<usize> {
    let ty = v.ty();
    let numbers: [Ref<Type>; 4] = [
        types::INT.get(),
        types::LONG.get(),
        types::FLOAT.get(),
        types::COMPLEX.get(),
    ];
    let i = numbers.iter().position(|&t| ty.is_subtype(t))?;
    match (ty.slots.div.get(), numbers[i].slots.div.get()) {
        (Some(f), Some(g)) if std::ptr::fn_addr_eq(f, g) => Some(i),
        _ => None,
    }
}
