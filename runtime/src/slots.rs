//! Native slots of types: which special method stands for which, and how a Python class gets
//! dispatchers for those it defines.
//!
//! spec/slots.toml says the slot, its Rust signature, and the special methods with their calling
//! shape. From it come the [`Slots`] struct, inheritance, the slot wrappers in builtin types' dicts
//! (`int.__add__`) and the dispatchers of Python classes.

use std::cell::Cell;

use crate::call::Args;
use crate::error::PyResult;
use crate::layouts::{SlotWrapper, Str};
use crate::object::{Layout, Ref};
use crate::protocol::CmpOp;
use crate::typeobj::Type;
use crate::value::Value;
use crate::window::{Want, Window};

pub type Unary = fn(Value) -> PyResult;
pub type Binary = fn(Value, Value) -> PyResult;
pub type Ternary = fn(Value, Value, Value) -> PyResult;
pub type Next = fn(Value) -> PyResult<Option<Value>>;
pub type ToInt = fn(Value) -> PyResult<i64>;
pub type ToBool = fn(Value) -> PyResult<bool>;
pub type Contains = fn(Value, Value) -> PyResult<bool>;
pub type Compare = fn(Value, Value) -> PyResult<i32>;
pub type RichCompare = fn(Value, Value, CmpOp) -> PyResult;
pub type GetAttr = fn(Value, Ref<Str>) -> PyResult;
pub type SetAttr = fn(Value, Ref<Str>, Option<Value>) -> PyResult<()>;
pub type SetItem = fn(Value, Value, Option<Value>) -> PyResult<()>;
pub type GetSlice = fn(Value, i64, i64) -> PyResult;
pub type SetSlice = fn(Value, i64, i64, Option<Value>) -> PyResult<()>;
pub type Call = fn(Value, Args<'_>) -> PyResult;
pub type Init = fn(Value, Args<'_>) -> PyResult<()>;
pub type New = fn(Ref<Type>, Args<'_>) -> PyResult;
pub type DescrGet = fn(Value, Option<Value>, Option<Value>) -> PyResult;
pub type DescrSet = fn(Value, Value, Option<Value>) -> PyResult<()>;
pub type Del = fn(Value) -> PyResult<()>;
pub type Buffer = fn(Value, Want) -> PyResult<Option<Window>>;

use crate::slot_dispatch as d;

codegen_macros::expand_slots!();

fn special_name(def: &'static crate::typedef::WrapperDef) -> Ref<Str> {
    crate::builtins::str::intern(def.name.as_bytes())
}

/// Fills the slots of `ty` from what its special methods resolve to. `only`: just the slots that
/// the special method of that name stands for.
pub fn update(ty: Ref<Type>, only: Option<&[u8]>) {
    for (id, defs) in TABLE {
        if defs.is_empty() || only.is_some_and(|n| !defs.iter().any(|d| d.name.as_bytes() == n)) {
            continue;
        }
        let mut native = None;
        let mut python = false;
        for def in *defs {
            let Some(found) = ty.lookup(special_name(def)) else {
                continue;
            };
            match found.exact::<SlotWrapper>() {
                Some(w) if w.def.get().slot == *id && ty.is_subtype(w.owner.get()) => {
                    native = native.or(Some(w.owner.get()));
                }
                Some(w) if shares_names(w.def.get().slot, *id) => {}
                _ if *id == SlotId::hash && found.is_none() => {
                    ty.slots.hash.set(Some(d::unhashable));
                    native = None;
                    python = false;
                    break;
                }
                _ => python = true,
            }
        }
        if python {
            ty.slots.set_dispatcher(*id);
        } else if let Some(owner) = native {
            ty.slots.copy(&owner.slots, *id);
        } else if *id != SlotId::hash || !ty.slots.is_set(*id) {
            ty.slots.clear(*id);
        }
    }
}

/// Do two slots stand for the same special method, one for numbers and one for sequences?
fn shares_names(a: SlotId, b: SlotId) -> bool {
    use SlotId::{add, concat, mul, repeat};
    matches!(
        (a, b),
        (add, concat) | (concat, add) | (mul, repeat) | (repeat, mul)
    )
}

/// Copies the slots that have no special method from the base.
pub fn inherit_hidden(ty: Ref<Type>, base: Ref<Type>) {
    for (id, defs) in TABLE {
        if defs.is_empty() && *id != SlotId::new && !ty.slots.is_set(*id) {
            ty.slots.copy(&base.slots, *id);
        }
    }
    if !ty.slots.is_set(SlotId::new) {
        ty.slots.copy(&base.slots, SlotId::new);
    }
}

/// For a builtin type: the slots that are its own become wrappers in its dict.
pub fn publish(ty: Ref<Type>, own: &Slots, dict: Ref<crate::layouts::Dict>) {
    for (id, defs) in TABLE {
        if !own.is_set(*id) {
            continue;
        }
        for def in *defs {
            if matches!(def.name, "__getattr__" | "__del__") {
                continue;
            }
            let name = special_name(def);
            if own.hash.get().is_some_and(|f| {
                *id == SlotId::hash && std::ptr::fn_addr_eq(f, d::unhashable as ToInt)
            }) {
                dict.set_str(name, Value::none());
            } else if dict.get_str(name).is_none() {
                dict.set_str(name, SlotWrapper::alloc(Cell::new(def), ty).into());
            }
        }
    }
}

/// Do instances of the type have hashes?
pub fn is_hashable(ty: Ref<Type>) -> bool {
    let hash = ty.slots.hash.get();
    hash.is_some_and(|f| !std::ptr::fn_addr_eq(f, crate::slot_dispatch::unhashable as ToInt))
}

/// For a builtin type: the slots it does not have itself come from its base.
pub fn inherit(ty: Ref<Type>, base: Ref<Type>) {
    // Comparing and hashing go together: who defines one does not inherit the other.
    let own_compare = ty.slots.richcmp.get().is_some()
        || ty.slots.cmp.get().is_some()
        || ty.slots.hash.get().is_some();
    for (id, _) in TABLE {
        if own_compare && matches!(id, SlotId::richcmp | SlotId::cmp | SlotId::hash) {
            continue;
        }
        // What derives from object alone is made in ways of its own or not at all.
        if *id == SlotId::new && base == crate::types::OBJECT.get() {
            continue;
        }
        if !ty.slots.is_set(*id) {
            ty.slots.copy(&base.slots, *id);
        }
    }
}

const _: () = assert!(SlotWrapper::SHAPE != 0);
