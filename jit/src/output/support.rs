//! Primitives too long to be worth inlining: compiled code calls the interpreter's own.

use runtime::layouts::Effects;
use runtime::ops::RustPrims;
use runtime::prims::Prims;

use std::mem::offset_of;

use runtime::builtins::dict::table::DictEntry;
use runtime::frame::Frame;
use runtime::layouts::heaps;
use runtime::object::Ref;
use runtime::value::Value;

use super::{FieldInfo, Hook, LayoutId, Repr, Signature, Store, TypeMask, mask_with_subclasses};

/// The NaN by which a float primitive says that it fails. No operation yields this payload.
pub const FAILED_FLOAT: u64 = 0x7FF8_0000_0000_0001;
/// The number by which an int primitive says that it fails: outside the tagged range.
pub const FAILED_INT: i64 = i64::MIN;

const PURE: Effects = Effects {
    reads: 0,
    writes: 0,
    raises: false,
    calls: false,
    allocates: false,
};

fn hook(name: &'static str, address: usize, operands: &'static [Repr], result: Repr) -> Hook {
    Hook {
        name,
        address,
        signature: Signature {
            params: operands,
            result,
            raises: false,
        },
        mask: if result == Repr::Float {
            TypeMask::FLOAT
        } else {
            TypeMask::INT
        },
        effects: PURE,
    }
}

/// `a // b`
pub fn ffloor_div() -> Hook {
    extern "C" fn entry(a: f64, b: f64) -> f64 {
        Prims::ffloor_div(a, b).unwrap_or(f64::from_bits(FAILED_FLOAT))
    }
    hook(
        "ffloor_div",
        entry as *const () as usize,
        &[Repr::Float; 2],
        Repr::Float,
    )
}

/// `a % b`
pub fn ffloor_mod() -> Hook {
    extern "C" fn entry(a: f64, b: f64) -> f64 {
        Prims::ffloor_mod(a, b).unwrap_or(f64::from_bits(FAILED_FLOAT))
    }
    hook(
        "ffloor_mod",
        entry as *const () as usize,
        &[Repr::Float; 2],
        Repr::Float,
    )
}

/// `a ** b`
pub fn fpow() -> Hook {
    extern "C" fn entry(a: f64, b: f64) -> f64 {
        Prims::fpow(a, b).unwrap_or(f64::from_bits(FAILED_FLOAT))
    }
    hook(
        "fpow",
        entry as *const () as usize,
        &[Repr::Float; 2],
        Repr::Float,
    )
}

/// `a ** b` of ints.
pub fn checked_pow() -> Hook {
    extern "C" fn entry(a: i64, b: i64) -> i64 {
        Prims::checked_pow(a, b).unwrap_or(FAILED_INT)
    }
    hook(
        "checked_pow",
        entry as *const () as usize,
        &[Repr::Int; 2],
        Repr::Int,
    )
}

/// `dict_of`
pub fn dict_of() -> Hook {
    extern "C" fn entry(a: Value) -> usize {
        Prims::dict_of(a).map_or(0, Ref::addr)
    }
    let mut hook = hook(
        "dict_of",
        entry as *const () as usize,
        &[Repr::Value],
        Repr::OptPtr(LayoutId::Dict),
    );
    hook.mask = mask_with_subclasses(LayoutId::Dict);
    hook.effects.reads = heaps::OBJECT;
    hook
}

/// Bytes of an entry of a dict's table.
pub const DICT_ENTRY_SIZE: i64 = size_of::<DictEntry>() as i64;
/// Where the value is in one.
pub const DICT_ENTRY_VALUE: u32 = offset_of!(DictEntry, value) as u32;

/// Offsets in the interpreter's frame.
pub const FRAME_GLOBALS: u32 = offset_of!(Frame, globals) as u32;
/// Its builtins.
pub const FRAME_BUILTINS: u32 = offset_of!(Frame, builtins) as u32;
/// Its locals mapping.
pub const FRAME_LOCALS: u32 = offset_of!(Frame, locals) as u32;

/// A field of the frame that holds a dict and stays as it is while the frame runs.
pub fn frame_field(offset: u32) -> FieldInfo {
    FieldInfo {
        name: "frame",
        layout: LayoutId::Object,
        offset,
        size: 8,
        store: Store::Ref(LayoutId::Dict),
        is_const: true,
        is_tail: false,
        heap: 0,
    }
}
