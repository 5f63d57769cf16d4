//! What objects take in CPython, which `sys.getsizeof` and `__sizeof__` tell: programs print it, and reckon with it.
//!
//! The numbers of builtin types are rows of spec/sizes.toml. Instances of classes have a word for each of their slots
//! more than those of the base, one for a dict and one for weak references. What the table does not know takes what it
//! takes here.

use crate::layouts::{Code, FrameObject, Str, Tuple};
use crate::object::Ref;
use crate::typeobj::{Type, flags};
use crate::value::Value;

/// What objects of a type take, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// The fixed part.
    pub fixed: u32,
    /// Each item.
    pub item: u32,
    /// Whether CPython's cycle collector tracks them.
    pub tracked: bool,
}

codegen_macros::expand_sizes!();

/// Bytes that the cycle collector adds to an object.
const TRACKING: i64 = 32;

/// What objects of this type take; `None` when CPython has no such type.
pub fn of(t: Ref<Type>) -> Option<Size> {
    if !t.has(flags::HEAP) {
        let def = t.def.get()?;
        let key = (def.module, def.name);
        let at = SIZES.binary_search_by(|(k, _)| k.cmp(&key)).ok()?;
        return Some(SIZES[at].1);
    }
    let base = t.base.get()?;
    let size = of(base)?;
    let gains = |flag| t.has(flag) && !base.has(flag);
    let words = own_slots(t)
        + u32::from(gains(flags::HAS_DICT))
        + u32::from(gains(flags::WEAK) && size.item == 0);
    Some(Size {
        fixed: size.fixed + 8 * words,
        tracked: size.tracked || words > 0,
        ..size
    })
}

/// Slots that a class adds to those of its base.
fn own_slots(t: Ref<Type>) -> u32 {
    let before = t.base.get().map_or(0, |base| base.basic_size.get());
    t.basic_size.get().saturating_sub(before) / 8
}

/// `object.__sizeof__`
pub fn of_object(v: Value) -> i64 {
    let here = || {
        v.header().map_or(24, |h| {
            crate::heap::object_size(h.addr() as *const u8).max(16) as i64
        })
    };
    of(v.ty()).map_or_else(here, |size| {
        let items = match size.item {
            0 => 0,
            _ => items(v),
        };
        i64::from(size.fixed) + i64::from(size.item) * items as i64
    })
}

fn items(v: Value) -> usize {
    if let Some(s) = v.cast::<Str>() {
        return s.bytes().len();
    }
    if let Some(t) = v.cast::<Tuple>() {
        return t.len();
    }
    if let Some(f) = v.cast::<FrameObject>() {
        return frame_words(f.code.get());
    }
    // A class has an item for each slot.
    v.cast::<Type>()
        .filter(|t| t.has(flags::HEAP))
        .map_or(0, |t| own_slots(t) as usize)
}

/// Words behind the fixed part of a frame: variables, cells, and the stack, of which one word is in there.
fn frame_words(code: Ref<Code>) -> usize {
    let names = |t: Ref<Tuple>| t.as_ref().items().len();
    let named = names(code.varnames()) + names(code.cellvars()) + names(code.freevars.get());
    (named + code.nregs.get() as usize).saturating_sub(1)
}

/// What its cycle collector adds to the object: nothing for builtin types, which it does not track.
pub fn tracking(v: Value) -> i64 {
    let is_builtin_type = v.cast::<Type>().is_some_and(|t| !t.has(flags::HEAP));
    match of(v.ty()) {
        Some(size) if size.tracked && !is_builtin_type => TRACKING,
        _ => 0,
    }
}
