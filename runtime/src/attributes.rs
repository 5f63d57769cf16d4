//! The attributes that an object itself holds: its slots or its dict.
//!
//! Three homes, told apart by the type and shape (see [`crate::shape`]): slots named by the shape,
//! a dict in the extension word, or, for functions, modules and the like, a dict in a field of
//! their layout (`dict_offset` of the type).

use crate::error::PyResult;
use crate::layouts::{Buffer, Dict, LayoutId, Str, Tuple};
use crate::object::{Header, Ref, Slot};
use crate::shape::{self, AT_END, Kind, Shape};
use crate::value::Value;

#[inline(always)]
fn word(h: Ref<Header>, offset: u32) -> &'static Slot<Option<Value>> {
    // SAFETY: offsets come from the object's own shape or type and lie inside the object.
    unsafe { &*((h.addr() + offset as usize) as *const Slot<Option<Value>>) }
}

/// The extension word.
#[inline(always)]
fn extension(h: Ref<Header>, s: &Shape) -> &'static Slot<Option<Value>> {
    word(
        h,
        if s.extension == AT_END {
            end_of_tail(h)
        } else {
            s.extension
        },
    )
}

/// Byte offset behind an object whose layout has a tail.
fn end_of_tail(h: Ref<Header>) -> u32 {
    let size = match h.ty().layout.get() {
        // SAFETY: the type tells the layout.
        LayoutId::Tuple => size_of::<Tuple>() + 8 * unsafe { h.cast::<Tuple>() }.len(),
        other => unreachable!("{} has no tail", other.name()),
    };
    size.next_multiple_of(8) as u32
}

#[inline(always)]
fn extension_buffer(h: Ref<Header>, s: &Shape) -> Option<Ref<Buffer>> {
    // SAFETY: in slot mode the extension word holds nothing or a buffer.
    unsafe { (*((h.addr() + s.extension as usize) as *const Slot<Option<Ref<Buffer>>>)).get() }
}

fn set_extension(h: Ref<Header>, s: &Shape, v: Option<Value>) {
    extension(h, s).set(v);
}

/// Where attribute `index` of a shape's instances is.
#[inline(always)]
fn slot(h: Ref<Header>, s: &Shape, index: u32) -> Option<&'static Slot<Option<Value>>> {
    if index < s.inline_capacity {
        Some(word(h, s.inline_offset(index)))
    } else {
        Some(
            extension_buffer(h, s)?
                .as_ref()
                .slot((index - s.inline_capacity) as usize),
        )
    }
}

/// The dict field of functions, modules, …
#[inline]
fn dict_field(h: Ref<Header>) -> Option<&'static Slot<Option<Value>>> {
    match h.ty().dict_offset.get() {
        0 => None,
        o => Some(word(h, o)),
    }
}

/// The object's own attribute `name` (interned).
#[inline]
pub fn get(obj: Value, name: Ref<Str>) -> Option<Value> {
    let h = obj.header()?;
    if let Some(s) = shape::get(h.shape.get()) {
        match s.kind {
            Kind::Slots => {
                return s
                    .lookup(name)
                    .and_then(|i| slot(h, s, i))
                    .and_then(|v| v.get());
            }
            Kind::Dict => return extension(h, s).get()?.cast::<Dict>()?.get_str(name),
            Kind::Plain => {}
        }
    }
    dict_field(h)?.get()?.cast::<Dict>()?.get_str(name)
}

fn instance_dict(h: Ref<Header>, s: &Shape) -> Ref<Dict> {
    field_dict(extension(h, s))
}

/// Can instances take new attributes at all?
pub fn has_dict(obj: Value) -> bool {
    obj.header().is_some_and(|h| {
        shape::get(h.shape.get()).is_some_and(|s| s.kind != Kind::Plain)
            || h.ty().dict_offset.get() != 0
    })
}

/// Has the object's dict not come into being yet?
pub fn never_had_any(obj: Value) -> bool {
    let Some(h) = obj.header() else { return false };
    match shape::get(h.shape.get()) {
        Some(s) if s.kind != Kind::Plain => s.kind == Kind::Slots && s.count == 0,
        _ => dict_field(h).is_some_and(|f| f.get().is_none()),
    }
}

/// Is the object's dict one that somebody has seen, or an attribute was deleted from?
pub fn in_dict_mode(obj: Value) -> bool {
    obj.header()
        .and_then(|h| shape::get(h.shape.get()))
        .is_some_and(|s| s.kind == Kind::Dict)
}

/// Sets the object's own attribute. `Ok(false)`: objects of its type have none.
pub fn set(obj: Value, name: Ref<Str>, value: Value) -> PyResult<bool> {
    let Some(h) = obj.header() else {
        return Ok(false);
    };
    if let Some(s) = shape::get(h.shape.get()) {
        match s.kind {
            Kind::Slots => {
                if let Some(v) = s.lookup(name).and_then(|i| slot(h, s, i)) {
                    v.set(Some(value));
                } else if let Some(next) = s.with(name) {
                    append(h, s, next, value);
                } else {
                    dict_mode(h, s).set_str(name, value);
                }
                return Ok(true);
            }
            Kind::Dict => {
                instance_dict(h, s).set_str(name, value);
                return Ok(true);
            }
            Kind::Plain => {}
        }
    }
    match dict_field(h) {
        Some(f) => {
            field_dict(f).set_str(name, value);
            Ok(true)
        }
        None => Ok(false),
    }
}

fn field_dict(f: &Slot<Option<Value>>) -> Ref<Dict> {
    match f.get().and_then(|d| d.cast::<Dict>()) {
        Some(d) => d,
        None => {
            let d = crate::builtins::dict::new();
            f.set(Some(d.into()));
            d
        }
    }
}

/// Moves to shape `next`, which adds one attribute to `s`.
fn append(h: Ref<Header>, s: &Shape, next: &Shape, value: Value) {
    let index = s.count;
    if index < s.inline_capacity {
        word(h, s.inline_offset(index)).set(Some(value));
    } else {
        let at = (index - s.inline_capacity) as usize;
        let old = extension_buffer(h, s);
        let buf = match old {
            Some(b) if at < b.as_ref().capacity() => b,
            _ => {
                let b = Buffer::with_capacity((at + 1).next_power_of_two().max(4));
                if let Some(o) = old {
                    for i in 0..at {
                        b.as_ref().slot(i).set(o.as_ref().slot(i).get());
                    }
                }
                set_extension(h, s, Some(b.into()));
                b
            }
        };
        buf.as_ref().slot(at).set(Some(value));
    }
    h.shape.set(next.id);
    let ty = s.ty;
    if next.count > ty.wanted_capacity.get() {
        ty.wanted_capacity.set(next.count);
    }
}

/// Deletes the object's own attribute; false when it has none of that name.
pub fn delete(obj: Value, name: Ref<Str>) -> PyResult<bool> {
    let Some(h) = obj.header() else {
        return Ok(false);
    };
    if let Some(s) = shape::get(h.shape.get()) {
        match s.kind {
            Kind::Slots => {
                if s.lookup(name).is_none() {
                    return Ok(false);
                }
                return dict_mode(h, s).delete(name.value());
            }
            Kind::Dict => return instance_dict(h, s).delete(name.value()),
            Kind::Plain => {}
        }
    }
    match dict_field(h)
        .and_then(|f| f.get())
        .and_then(|d| d.cast::<Dict>())
    {
        Some(d) => d.delete(name.value()),
        None => Ok(false),
    }
}

/// Switches an object to dictionary mode and returns its dict.
fn dict_mode(h: Ref<Header>, s: &'static Shape) -> Ref<Dict> {
    let d = crate::builtins::dict::new();
    for (i, name) in s.names().enumerate() {
        if let Some(v) = slot(h, s, i as u32).and_then(|v| v.get()) {
            d.set_str(name, v);
        }
    }
    install_dict(h, s, d);
    d
}

fn install_dict(h: Ref<Header>, s: &'static Shape, d: Ref<Dict>) {
    for i in 0..s.inline_capacity {
        word(h, s.inline_offset(i)).set(None);
    }
    let ty = s.ty;
    if ty.dict_shape.get() == 0 {
        ty.dict_shape
            .set(shape::new_root(ty, Kind::Dict, s.extension, 0).id);
    }
    let ds = shape::get(ty.dict_shape.get()).expect("just made");
    set_extension(h, s, Some(d.into()));
    h.shape.set(ds.id);
}

/// `obj.__dict__`: asking for it puts an instance into dictionary mode. `None`: it has none.
pub fn dict(obj: Value) -> Option<Value> {
    let h = obj.header()?;
    if let Some(s) = shape::get(h.shape.get()) {
        match s.kind {
            Kind::Slots => return Some(dict_mode(h, s).into()),
            Kind::Dict => return Some(instance_dict(h, s).into()),
            Kind::Plain => {}
        }
    }
    dict_field(h).map(|f| field_dict(f).into())
}

/// `obj.__dict__ = d`; false when objects of its type have none.
pub fn set_dict(obj: Value, d: Ref<Dict>) -> bool {
    let Some(h) = obj.header() else { return false };
    match shape::get(h.shape.get()) {
        Some(s) if s.kind != Kind::Plain => {
            install_dict(h, s, d);
            true
        }
        _ => match dict_field(h) {
            Some(f) => {
                f.set(Some(d.into()));
                true
            }
            None => false,
        },
    }
}

/// Copies of the attribute names and values without leaving slot mode.
pub fn for_each(obj: Value, mut f: impl FnMut(Value, Value)) {
    let Some(h) = obj.header() else { return };
    if let Some(s) = shape::get(h.shape.get())
        && s.kind == Kind::Slots
    {
        for (i, name) in s.names().enumerate() {
            if let Some(v) = slot(h, s, i as u32).and_then(|v| v.get()) {
                f(name.value(), v);
            }
        }
        return;
    }
    if let Some(d) = dict(obj).and_then(|d| d.cast::<Dict>()) {
        let mut at = 0;
        while let Some((k, v)) = d.next_entry(&mut at) {
            f(k, v);
        }
    }
}

/// The word that instances of a builtin type with the flag `word`, and of its subclasses, have behind
/// their layout.
///
/// # Safety
/// `obj` is an instance of such a type whose layout takes `offset` bytes.
pub unsafe fn extra_word(obj: Value, offset: usize) -> Option<&'static Slot<Option<Value>>> {
    Some(word(obj.header()?, offset as u32))
}

/// Traces the members, extension word and inline slots of an instance.
pub fn trace(h: Ref<Header>, t: &mut crate::heap::Tracer) {
    let Some(s) = shape::get(h.shape.get()) else {
        return;
    };
    let mut mark = |slot: &Slot<Option<Value>>| t.mark_value(slot.get().map_or(0, Value::bits));
    for at in (s.members..s.end).step_by(8) {
        mark(word(h, at));
    }
    if s.kind != Kind::Plain {
        mark(extension(h, s));
        for i in 0..s.inline_capacity {
            mark(word(h, s.inline_offset(i)));
        }
    }
}

/// `obj.__class__ = ty`: the same attributes under the shapes of another class of equal layout.
pub fn change_class(obj: Value, ty: Ref<crate::typeobj::Type>) {
    let Some(h) = obj.header() else { return };
    if let Some(s) = shape::get(h.shape.get()) {
        match s.kind {
            Kind::Plain => h.shape.set(ty.root_shape.get()),
            Kind::Slots | Kind::Dict => {
                if s.kind == Kind::Slots {
                    dict_mode(h, s);
                }
                if ty.dict_shape.get() == 0 {
                    ty.dict_shape
                        .set(shape::new_root(ty, Kind::Dict, s.extension, 0).id);
                }
                h.shape.set(ty.dict_shape.get());
            }
        }
    }
    h.set_ty(ty);
}
