//! Bringing the runtime to life: types get their slots and resolution orders, and their dicts when asked for.

use crate::builtins;
use crate::layouts::{
    BuiltinFunction, ClassmethodDescriptor, Dict, Getset, LayoutId, Member, MethodDescriptor,
    StaticMethod,
};
use crate::names;
use crate::object::{Header, Ref};
use crate::shape::{self, Kind};
use crate::slots::{self, SlotId, Slots};
use crate::thread;
use crate::typedef::{MethodKind, TypeDef};
use crate::typeobj::{Type, flags, next_version};
use crate::types::TYPES;
use crate::value::Value;
use std::cell::Cell;
use std::ops::Range;

/// Makes the runtime usable by the calling thread, whose native stack reaches down to `stack_bottom`.
/// Called once.
pub fn start(stack_bottom: usize) {
    crate::heap::set_tracer(trace);
    crate::heap::set_part_tracer(trace_part);
    crate::heap::register_root_fn(roots);
    crate::heap::set_dropper(drop_dead);
    crate::heap::set_weak_clearer(builtins::weakref::clear);
    crate::heap::set_last_read(builtins::weakref::last_read);
    crate::heap::set_pruner(prune);
    crate::heap::set_recent_pruner(crate::cache::prune_recent);
    thread::start_main(stack_bottom);
    crate::heap::pause();
    crate::layouts::init_internal_types(crate::types::TYPE.get());
    for def in &TYPES {
        let ty = def.ty.get();
        ty.header.set_ty(crate::types::TYPE.get());
        ty.flags.set(def.flags | flags::READY);
        ty.basic_size.set(def.size + 8 * def.words);
        ty.dict_offset.set(def.dict_offset);
        ty.def.set(Some(def));
        ty.base.set(def.base.map(|b| b.get()));
    }
    crate::types::TYPE.get().add_flags(flags::TYPE_SUBCLASS);
    crate::singletons::init();
    for def in &TYPES {
        let ty = def.ty.get();
        (def.slots)(&ty.slots);
        ty.name
            .set(Some(builtins::str::intern(short_name(def).as_bytes())));
    }
    for def in &TYPES {
        let ty = def.ty.get();
        if let Some(base) = ty.base.get() {
            inherit_order(ty, base);
        }
    }
    crate::heap::resume();
}

fn short_name(def: &TypeDef) -> &'static str {
    def.name.rsplit('.').next().unwrap_or(def.name)
}

/// The slots that a builtin type does not have from its bases.
fn own_slots(def: &TypeDef) -> Slots {
    let own = Slots::EMPTY;
    (def.slots)(&own);
    // Every class of the module `exceptions` has `__init__` and `__new__` of its own, be they those of its base.
    if def.flags & flags::EXCEPTION != 0 && def.module == "exceptions" {
        for id in [SlotId::init, SlotId::new] {
            own.copy(&def.ty.get().slots, id);
        }
    }
    own
}

/// What a builtin type defines, as rows and slots say.
pub(crate) fn filled_dict(def: &'static TypeDef) -> Ref<Dict> {
    let ty = def.ty.get();
    let dict = builtins::dict::new();
    let own = own_slots(def);
    let (methods, getsets) = if def.flags & flags::UNLISTED == 0 {
        (def.methods, def.getsets)
    } else {
        Default::default()
    };
    for m in methods {
        let name = builtins::str::intern(m.name.as_bytes());
        let v: Value = match m.kind {
            MethodKind::Class => {
                ClassmethodDescriptor::alloc(Cell::new(m.entry), Cell::new(m), ty).into()
            }
            MethodKind::Static => StaticMethod::alloc(Some(
                BuiltinFunction::alloc(Cell::new(m.entry), Cell::new(m), None, None).into(),
            ))
            .into(),
            _ => MethodDescriptor::alloc(Cell::new(m.entry), Cell::new(m), ty).into(),
        };
        dict.set_str(name, v);
    }
    for g in getsets {
        let name = builtins::str::intern(g.name.as_bytes());
        let v: Value = if g.member {
            Member::alloc(name, 0, Cell::new(Some(g)), ty).into()
        } else {
            Getset::alloc(Cell::new(g), ty).into()
        };
        dict.set_str(name, v);
    }
    slots::publish(ty, &own, dict);
    // What such types have instead of `__getattribute__` is older than special methods.
    let older = own
        .getattr
        .get()
        .is_some_and(|f| std::ptr::fn_addr_eq(f, crate::typedef::unlisted as slots::GetAttr));
    if def.flags & flags::UNLISTED != 0 || older {
        for name in [names::getattribute(), names::setattr(), names::delattr()] {
            dict.delete_str(name);
        }
    }
    if let Some(visible) = def.visible {
        builtins::struct_sequence::describe(def, visible as usize, dict);
    }
    if own.new.get().is_some() {
        dict.set_str(names::new(), builtins::type_::new_wrapper(ty));
    }
    if dict.get_str(names::doc()).is_none() {
        dict.set_str(
            names::doc(),
            def.doc
                .map_or(Value::none(), |d| builtins::str::new(d.as_bytes()).into()),
        );
    }
    dict
}

/// Resolution order and inherited slots, bases first.
fn inherit_order(ty: Ref<Type>, base: Ref<Type>) {
    if ty.mro.get().is_some() {
        return;
    }
    match base.base.get() {
        Some(b) => inherit_order(base, b),
        None if base.mro.get().is_none() => {
            base.mro
                .set(Some(builtins::tuple::from_slice(&[base.into()])));
            base.bases.set(Some(builtins::tuple::from_slice(&[])));
            base.version.set(next_version());
        }
        None => {}
    }
    ty.bases
        .set(Some(builtins::tuple::from_slice(&[base.into()])));
    let order = builtins::list::from_slice(&[ty.into()]);
    if let Some(m) = base.mro.get() {
        for c in m.as_ref().items() {
            order.push(*c);
        }
    }
    ty.mro
        .set(Some(builtins::tuple::from_slice(order.as_ref().items())));
    ty.add_flags(
        base.flags.get()
            & (flags::HAS_DICT | flags::EXCEPTION | flags::TYPE_SUBCLASS | flags::WEAK),
    );
    slots::inherit(ty, base);
    if ty.has(flags::HAS_DICT) {
        ty.root_shape
            .set(shape::new_root(ty, Kind::Slots, ty.basic_size.get(), 0).id);
    } else if ty.def.get().is_some_and(|d| d.words > 0) {
        ty.root_shape
            .set(shape::new_root(ty, Kind::Plain, ty.basic_size.get(), 0).id);
    }
    ty.version.set(next_version());
    base.add_subclass(ty);
}

fn trace(object: *mut u8, t: &mut crate::heap::Tracer) {
    // SAFETY: the collector calls with objects of its heap, which begin with a header.
    let h = unsafe { Ref::from_raw(object as *mut Header) };
    let ty = h.ty();
    t.mark_object(ty.addr() as *mut u8);
    let layout = ty.layout.get();
    if layout == LayoutId::Type {
        // SAFETY: the layout says so.
        unsafe { h.cast::<Type>() }.trace(t);
    }
    // SAFETY: the type's layout is the object's.
    unsafe { crate::layouts::trace_object(layout, object, t) };
    crate::attributes::trace(h, t);
}

/// Traces what is at the addresses `part` of an object, if that is an array.
fn trace_part(object: *mut u8, part: Range<usize>, t: &mut crate::heap::Tracer) -> bool {
    // SAFETY: the collector calls with objects of its heap, which begin with a header.
    let h = unsafe { Ref::from_raw(object as *mut Header) };
    // SAFETY: the type's layout is the object's.
    unsafe {
        match h.ty().layout.get() {
            LayoutId::DictTable => builtins::dict::trace_part(h.cast(), part, t),
            LayoutId::SetTable => builtins::set::trace_part(h.cast(), part, t),
            // One whose first page was written may have grown, by pages that nobody looks after.
            LayoutId::Buffer if part.start > object.addr() => {
                builtins::buffer::trace_part(h.cast(), part, t);
            }
            _ => return false,
        }
    }
    true
}

/// Frees what a dead object owns outside the heap.
fn drop_dead(object: *mut u8) {
    // SAFETY: the collector calls with objects of its heap, which begin with a header; the memory of
    // the type is still as it was, even if the type is dead too.
    let ty = unsafe { Ref::from_raw(object as *mut Header) }.ty();
    // SAFETY: the type tells the layout; the collector calls once.
    unsafe { crate::layouts::finalize_object(ty.layout.get(), object) };
}

/// Lets go of dead objects that an object knows without keeping them alive.
fn prune(object: *mut u8) {
    // SAFETY: only code objects ask for it.
    builtins::code::prune(unsafe { Ref::from_raw(object as *mut crate::layouts::Code) });
}

fn roots(t: &mut crate::heap::Tracer) {
    for def in &TYPES {
        def.ty.get().trace(t);
    }
    builtins::str::trace_interned(t);
    builtins::unicode::trace_shared(t);
    crate::modules::trace_roots(t);
    thread::trace_roots(t);
    crate::signals::trace_roots(t);
    crate::cache::trace_recent(t);
}
