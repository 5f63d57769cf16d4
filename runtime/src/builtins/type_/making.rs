//! Classes being made: bases, layouts, slots; instances being allocated.

use super::*;

/// Memory for an instance of `ty`, with all slots unbound. The layout's own fields are zero: the
/// caller fills those that may not be.
pub fn allocate(ty: Ref<Type>) -> Value {
    let size = instance_size(ty);
    let p = crate::heap::alloc(size) as *mut crate::object::Header;
    // SAFETY: fresh memory of at least a header.
    let h = unsafe { Ref::from_raw(p) };
    h.shape.set(ty.root_shape.get());
    h.set_ty(ty);
    if ty.has(flags::HAS_DEL) && !ty.has(flags::TYPE_SUBCLASS) {
        // SAFETY: the object is complete.
        unsafe { crate::heap::set_has_finalizer(p as *mut u8) };
        crate::dropped::note_finalizer();
    }
    h.into()
}

/// Bytes of an instance of `ty`.
pub fn instance_size(ty: Ref<Type>) -> usize {
    refresh_capacity(ty);
    let base = ty.basic_size.get() as usize;
    if ty.has(flags::HAS_DICT) {
        base + 8 + 8 * ty.inline_capacity.get() as usize
    } else {
        base
    }
}

/// Widens the inline capacity of future instances to what instances turned out to need.
#[inline]
pub(super) fn refresh_capacity(ty: Ref<Type>) {
    let wanted = ty.wanted_capacity.get().min(32);
    if wanted > ty.inline_capacity.get() && !shape::is_exhausted() {
        let c = wanted.next_multiple_of(2);
        ty.inline_capacity.set(c);
        ty.root_shape
            .set(shape::new_root(ty, Kind::Slots, ty.basic_size.get(), c).id);
    }
}

/// How many attributes the functions in the dicts of classes set on their receivers: with room for them from the
/// start, the first instances have the shapes of all later ones.
pub fn attributes_set_by(dicts: impl Iterator<Item = Ref<Dict>>) -> u32 {
    let mut names: Vec<u64> = Vec::new();
    for d in dicts {
        let mut at = 0;
        while let Some((_, v)) = d.next_entry(&mut at) {
            if let Some(f) = v.exact::<Function>()
                && let Some(set) = f.code.get().self_attributes.get()
            {
                names.extend(set.as_ref().items().iter().map(|n| n.bits()));
            }
        }
    }
    names.sort_unstable();
    names.dedup();
    names.len() as u32
}

/// The dicts of a class's bases that Python code made.
pub(super) fn inherited_dicts(base: Ref<Type>) -> impl Iterator<Item = Ref<Dict>> {
    let mro = base.mro.get();
    let classes = mro.map_or(&[][..], |m| m.as_ref::<'static>().items());
    classes
        .iter()
        .filter_map(|c| as_type(*c).filter(|t| t.has(flags::HEAP))?.dict())
}

/// `type(name, bases, dict)` for a metaclass `meta`.
pub fn make(meta: Ref<Type>, name: Ref<Str>, bases: Ref<Tuple>, dict: Ref<Dict>) -> PyResult {
    let bases = if bases.as_ref().items().is_empty() {
        crate::builtins::tuple::from_slice(&[crate::types::OBJECT.get().into()])
    } else {
        bases
    };
    let meta = winner(meta, bases)?;
    let base = best_base(bases)?;
    let dict = crate::builtins::dict::copy(dict);
    if shape::is_exhausted() {
        return Err(crate::error::no_memory());
    }
    let ty = allocate_type(meta);
    ty.layout.set(base.layout.get());
    ty.flags.set(
        flags::HEAP
            | flags::BASE
            | (base.flags.get()
                & (flags::TYPE_SUBCLASS | flags::EXCEPTION | flags::HAS_DICT | flags::WEAK)),
    );
    ty.name.set(Some(name));
    ty.base.set(Some(base));
    ty.bases.set(Some(bases));
    ty.set_dict(dict);
    ty.basic_size.set(base.basic_size.get());
    ty.dict_offset.set(base.dict_offset.get());
    if dict.get_str(names::module()).is_none()
        && let Some(m) =
            crate::builtins::frame::current_globals().and_then(|g| g.get_str(names::name()))
    {
        dict.set_str(names::module(), m);
    }
    if dict.get_str(names::doc()).is_none() {
        dict.set_str(names::doc(), Value::none());
    }
    // A plain function called __new__ is a static method.
    if let Some(f) = dict.get_str(names::new())
        && f.exact::<Function>().is_some()
    {
        dict.set_str(names::new(), StaticMethod::alloc(Some(f)).into());
    }
    let mut gives_dict = base.has(flags::HAS_DICT) || base.dict_offset.get() != 0;
    let mut asks = Asked::default();
    match dict.get_str(names::slots()) {
        None => gives_dict = true,
        Some(s) => {
            asks = add_members(ty, base, dict, s)?;
            gives_dict |= asks.dict;
        }
    }
    if bases.as_ref().items().iter().any(|b| {
        b.cast::<ClassObject>().is_some()
            || as_type(*b).is_some_and(|t| t.has(flags::HAS_DICT) || t.dict_offset.get() != 0)
    }) {
        gives_dict = true;
    }
    let names_slots = dict.get_str(names::slots()).is_some();
    let is_meta = base.has(flags::TYPE_SUBCLASS);
    if gives_dict && !is_meta && !base.has(flags::HAS_DICT) && base.dict_offset.get() == 0 {
        add_getset(dict, names::dict(), &DICT, ty);
    }
    let other_base_is_weak = bases.as_ref().items().iter().any(|b| {
        b.cast::<ClassObject>().is_some() || as_type(*b).is_some_and(|t| t.has(flags::WEAK))
    });
    if !ty.has(flags::WEAK)
        && !varies_in_size(base)
        && (!names_slots || asks.weakref || other_base_is_weak)
    {
        ty.add_flags(flags::WEAK);
        add_getset(dict, names::weakref(), &WEAKREF, ty);
    }
    if gives_dict && has_tail(base.layout.get()) {
        ty.add_flags(flags::HAS_DICT);
        let root = shape::new_root(ty, Kind::Dict, shape::AT_END, 0).id;
        ty.root_shape.set(root);
        ty.dict_shape.set(root);
    } else if gives_dict && ty.dict_offset.get() == 0 {
        ty.add_flags(flags::HAS_DICT);
        let capacity = base
            .inline_capacity
            .get()
            .max(base.wanted_capacity.get())
            .max(attributes_set_by(
                std::iter::once(dict).chain(inherited_dicts(base)),
            ))
            .clamp(2, 32)
            .next_multiple_of(2);
        ty.inline_capacity.set(capacity);
        ty.root_shape
            .set(shape::new_root(ty, Kind::Slots, ty.basic_size.get(), capacity).id);
    } else {
        ty.root_shape
            .set(shape::new_root(ty, Kind::Plain, ty.basic_size.get(), 0).id);
    }
    ty.mro.set(Some(order_of(ty)?));
    ready(ty);
    if crate::modules::warnings::is_python3()
        && dict.get_str(names::eq()).is_some()
        && dict.get_str(names::hash()).is_none()
        && slots::is_hashable(base)
    {
        // As an error it is forgotten in CPython, too.
        let _ = crate::exception::quiet(|| {
            crate::modules::warnings::of_python3(
                "Overriding __eq__ blocks inheritance of __hash__ in 3.x",
            )
        });
    }
    Ok(ty.into())
}

/// `__dict__` of the instances of the first class in a chain that has one.
pub(super) static DICT: crate::typedef::GetSetDef = crate::typedef::GetSetDef {
    name: "__dict__",
    doc: "dictionary for instance variables (if defined)",
    get: get_instance_dict,
    set: Some(set_instance_dict),
    member: false,
    item: None,
};

/// The `__dict__` descriptor of the builtin type that an instance's class derives from, if that has one:
/// it decides (classes, modules and exceptions have rules of their own).
pub(super) fn native_dict(v: Value) -> Option<Value> {
    let mut native = Some(v.ty());
    while let Some(t) = native.filter(|t| t.has(flags::HEAP)) {
        native = t.base.get();
    }
    native?.lookup(names::dict())
}

pub(super) fn get_instance_dict(v: Value) -> PyResult {
    match native_dict(v).and_then(|d| d.header().map(|h| (d, h.ty().slots.descr_get.get()))) {
        Some((d, Some(get))) => get(d, Some(v), Some(v.ty().into())),
        _ => crate::builtins::object::get_dict(v),
    }
}

pub(super) fn set_instance_dict(v: Value, x: Option<Value>) -> PyResult<()> {
    match native_dict(v).and_then(|d| d.header().map(|h| (d, h.ty().slots.descr_set.get()))) {
        Some((d, Some(set))) => set(d, v, x),
        _ => crate::builtins::object::set_dict(v, x),
    }
}

/// `__weakref__`: the weak references to an instance.
pub(super) static WEAKREF: crate::typedef::GetSetDef = crate::typedef::GetSetDef {
    name: "__weakref__",
    doc: "list of weak references to the object (if defined)",
    get: crate::builtins::object::get_weakref,
    set: None,
    member: false,
    item: None,
};

pub(super) fn add_getset(
    dict: Ref<Dict>,
    name: Ref<Str>,
    def: &'static crate::typedef::GetSetDef,
    owner: Ref<Type>,
) {
    if dict.get_str(name).is_none() {
        dict.set_str(
            name,
            crate::layouts::Getset::alloc(std::cell::Cell::new(def), owner).into(),
        );
    }
}

/// A type object with nothing filled in but what makes it safe to trace.
pub(super) fn allocate_type(meta: Ref<Type>) -> Ref<Type> {
    let v = allocate(meta);
    // SAFETY: `type` and its subclasses lay out their instances as `Type`; zeroed memory is `None` in every
    // slot, and the layout is set at once.
    let ty: Ref<Type> = unsafe { v.cast_unchecked() };
    ty.layout.set(crate::layouts::LayoutId::Object);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(ty.addr() as *mut u8) };
    ty
}

/// Do objects of this layout vary in size?
pub(super) fn has_tail(layout: LayoutId) -> bool {
    layout == LayoutId::Tuple
}

/// Gives a class with its resolution order set its slots and tells its bases of it.
pub(super) fn ready(ty: Ref<Type>) {
    crate::builtins::classobj::note_heir(ty);
    ty.renew_version();
    if let Some(base) = ty.base.get() {
        slots::inherit_hidden(ty, base);
    }
    slots::update(ty, None);
    let new = ty.lookup(names::new());
    if let Some(n) = new
        && n.exact::<BuiltinFunction>().is_none()
    {
        ty.slots.new.set(Some(crate::slot_dispatch::new));
    }
    set_derived_flags(ty);
    ty.add_flags(flags::READY);
    if let Some(bases) = ty.bases.get() {
        for b in bases.as_ref().items() {
            if let Some(b) = as_type(*b) {
                b.add_subclass(ty);
            }
        }
    }
}

pub(super) fn set_derived_flags(ty: Ref<Type>) {
    let mut f = ty.flags.get()
        & !(flags::HAS_DEL
            | flags::CUSTOM_GETATTR
            | flags::CUSTOM_SETATTR
            | flags::DATA_DESCRIPTOR);
    if ty.lookup(names::del()).is_some() {
        f |= flags::HAS_DEL;
    }
    if !crate::attr::is_generic_get(ty.slots.getattr.get()) {
        f |= flags::CUSTOM_GETATTR;
    }
    if !crate::attr::is_generic_set(ty.slots.setattr.get()) {
        f |= flags::CUSTOM_SETATTR;
    }
    if ty.slots.descr_set.get().is_some() {
        f |= flags::DATA_DESCRIPTOR;
    }
    ty.flags.set(f);
}

/// The most derived metaclass of the bases.
pub(super) fn winner(meta: Ref<Type>, bases: Ref<Tuple>) -> PyResult<Ref<Type>> {
    let mut w = meta;
    for b in bases.as_ref().items() {
        if b.cast::<ClassObject>().is_some() {
            continue;
        }
        let m = b.ty();
        if w.is_subtype(m) {
            continue;
        }
        if m.is_subtype(w) {
            w = m;
            continue;
        }
        return Err(type_error(
            "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases",
        ));
    }
    Ok(w)
}

/// The class in whose chain the instance's memory was laid out.
pub(super) fn solid_base(t: Ref<Type>) -> Ref<Type> {
    match t.base.get() {
        Some(b)
            if !t.has(flags::SOLID)
                && t.layout.get() == b.layout.get()
                && t.basic_size.get() == b.basic_size.get() =>
        {
            solid_base(b)
        }
        _ => t,
    }
}

pub(super) fn best_base(bases: Ref<Tuple>) -> PyResult<Ref<Type>> {
    let mut best: Option<(Ref<Type>, Ref<Type>)> = None;
    for b in bases.as_ref().items() {
        let t = match as_type(*b) {
            Some(t) => t,
            None if b.cast::<ClassObject>().is_some() => continue,
            None => return Err(type_error("bases must be types")),
        };
        if !t.has(flags::BASE) {
            return Err(raise_fmt!(
                type_error,
                "type '{}' is not an acceptable base type",
                t.full_name()
            ));
        }
        let solid = solid_base(t);
        best = match best {
            None => Some((t, solid)),
            Some((_, s)) if s.is_subtype(solid) => best,
            Some((_, s)) if solid.is_subtype(s) => Some((t, solid)),
            Some(_) => return Err(type_error("multiple bases have instance lay-out conflict")),
        };
    }
    match best {
        Some((t, _)) => Ok(t),
        None => Err(type_error(
            "a new-style class can't have only classic bases",
        )),
    }
}

/// What `__slots__` asks for besides members.
#[derive(Default)]
pub(super) struct Asked {
    dict: bool,
    weakref: bool,
}

/// Do instances of the type differ in size in CPython? They have no room for weak references and members.
pub(super) fn varies_in_size(t: Ref<Type>) -> bool {
    has_tail(t.layout.get())
        || t.is_subtype(crate::types::LONG.get())
        || t.is_subtype(crate::types::STR.get())
}

/// `__slots__`: a member a name.
pub(super) fn add_members(
    ty: Ref<Type>,
    base: Ref<Type>,
    dict: Ref<Dict>,
    slots: Value,
) -> PyResult<Asked> {
    let list = if slots.cast::<Str>().is_some() || crate::builtins::unicode::is_unicode(slots) {
        crate::builtins::list::from_slice(&[slots])
    } else {
        crate::builtins::list::from_iterable(slots)?
    };
    // Before any is looked at: no slot can stand behind items.
    if !list.as_ref().items().is_empty() && (varies_in_size(base) || base.has(flags::TYPE_SUBCLASS))
    {
        return Err(raise_fmt!(
            type_error,
            "nonempty __slots__ not supported for subtype of '{}'",
            base.name_str()
        ));
    }
    let mut asked = Asked::default();
    let mut members = crate::builtins::list::new();
    for v in list.as_ref().items() {
        let name = match crate::builtins::unicode::encode_default(*v)? {
            Some(s) => s,
            None => v.cast::<Str>().ok_or_else(|| {
                raise_fmt!(
                    type_error,
                    "__slots__ items must be strings, not '{}'",
                    crate::attr::type_name(*v)
                )
            })?,
        };
        if !name.as_ref().is_identifier() {
            return Err(type_error("__slots__ must be identifiers"));
        }
        if name.as_ref().bytes() == b"__dict__" {
            if base.has(flags::HAS_DICT) || asked.dict {
                return Err(type_error("__dict__ slot disallowed: we already got one"));
            }
            asked.dict = true;
        } else if name.as_ref().bytes() == b"__weakref__" {
            if asked.weakref || base.has(flags::WEAK) || varies_in_size(base) {
                return Err(type_error(
                    "__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0",
                ));
            }
            asked.weakref = true;
        } else {
            members.push(
                crate::builtins::str::intern(&mangle(
                    &crate::text::shown::bytes(ty.name_str()),
                    name.as_ref().bytes(),
                ))
                .into(),
            );
        }
    }
    let order = crate::builtins::list::sorted_strings(std::mem::replace(
        &mut members,
        crate::builtins::list::new(),
    ));
    for v in order.as_ref().items() {
        let Some(name) = v.cast::<Str>() else {
            continue;
        };
        let at = ty.basic_size.get();
        ty.basic_size.set(at + 8);
        // The first of a name stays, a class attribute too.
        if dict.get_str(name).is_none() {
            dict.set_str(
                name,
                Member::alloc(name, at, std::cell::Cell::new(None), ty).into(),
            );
        }
    }
    Ok(asked)
}

/// Private name mangling.
pub(super) fn mangle(class: &[u8], name: &[u8]) -> Vec<u8> {
    let stripped = class.iter().position(|b| *b != b'_').map(|i| &class[i..]);
    match stripped {
        Some(c) if name.starts_with(b"__") && !name.ends_with(b"__") => [b"_", c, name].concat(),
        _ => name.to_vec(),
    }
}
