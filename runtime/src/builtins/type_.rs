//! `type`: making classes, the method resolution order, attributes of classes, instances of them.

use crate::attr::bind;
use crate::call::{Args, call_values};
use crate::error::{PyResult, attribute_error, raise_value, type_error};
use crate::layouts::{
    BuiltinFunction, ClassObject, Dict, Function, LayoutId, List, Member, StaticMethod, Str, Tuple,
};
use crate::names;
use crate::object::Ref;
use crate::shape::{self, Kind};
use crate::slots;
use crate::typeobj::{Type, flags, next_version};
use crate::value::Value;

/// The value as a type object.
#[inline]
pub fn as_type(v: Value) -> Option<Ref<Type>> {
    let h = v.header()?;
    if h.ty().has(flags::TYPE_SUBCLASS) {
        // SAFETY: instances of `type` and its subclasses have the layout of `Type`.
        Some(unsafe { v.cast_unchecked() })
    } else {
        None
    }
}

/// `<type 'int'>` or `<class 'm.C'>`.
pub fn display(v: Value) -> String {
    match as_type(v) {
        Some(t) => {
            let kind = if t.has(flags::HEAP | flags::CLASS) {
                "class"
            } else {
                "type"
            };
            match module_of(t) {
                Some(m) if m != "__builtin__" => format!("<{kind} '{m}.{}'>", t.name_str()),
                _ => format!("<{kind} '{}'>", t.name_str()),
            }
        }
        None => crate::protocol::repr(v).map_or_else(|_| String::new(), |s| s.as_ref().to_text()),
    }
}

/// Where a type says that it comes from.
pub fn module_of(t: Ref<Type>) -> Option<String> {
    match t.dict()?.get_str(names::module()) {
        Some(m) => Some(m.cast::<Str>()?.as_ref().to_text()),
        None => t.def.get().map(|d| d.module.to_owned()),
    }
}

/// The repr slot.
pub fn repr(v: Value) -> PyResult {
    Ok(super::str::from_text(&display(v)).into())
}

/// The richcmp slot: classes are ordered by their addresses.
pub fn richcmp(a: Value, b: Value, op: crate::protocol::CmpOp) -> PyResult {
    // A metaclass that has `__cmp__` is asked for that.
    let own_cmp = |v: Value| v.ty().slots.cmp.get().is_some();
    if as_type(a).is_none() || as_type(b).is_none() || own_cmp(a) || own_cmp(b) {
        return Ok(crate::singletons::not_implemented());
    }
    if !matches!(op, crate::protocol::CmpOp::Eq | crate::protocol::CmpOp::Ne) {
        crate::modules::warnings::of_python3("type inequality comparisons not supported in 3.x")?;
    }
    Ok(Value::bool(op.holds_for(a.bits().cmp(&b.bits()))))
}

/// Instances of classic classes answer their class, all others their type.
pub fn class_of(v: Value) -> PyResult {
    match crate::attr::find(v, names::class())? {
        Some(c) => Ok(c),
        None => Ok(v.ty().into()),
    }
}

/// Subclass test by the resolution order alone, for both kinds of classes.
pub fn is_subclass_plain(class: Value, base: Value) -> bool {
    match (as_type(class), as_type(base)) {
        (Some(c), Some(b)) => c.is_subtype(b),
        _ => super::classobj::is_subclass(class, base),
    }
}

/// `isinstance` without `__instancecheck__`.
pub fn is_instance_plain(v: Value, class: Value) -> PyResult<bool> {
    if let Some(i) = v.cast::<crate::layouts::Instance>()
        && class.cast::<ClassObject>().is_some()
    {
        return Ok(super::classobj::is_subclass(i.class.get().into(), class));
    }
    if let Some(t) = as_type(class) {
        if v.ty().is_subtype(t) {
            return Ok(true);
        }
        // A proxy may claim another class.
        return Ok(match claimed_class(v) {
            Some(c) if c != v.ty().value() => as_type(c).is_some_and(|c| c.is_subtype(t)),
            _ => false,
        });
    }
    if bases_of(class)?.is_none() {
        return Err(type_error(
            "isinstance() arg 2 must be a class, type, or tuple of classes and types",
        ));
    }
    match claimed_class(v) {
        Some(c) => abstract_subclass(c, class),
        None => Ok(false),
    }
}

/// An object's `__class__`; none when looking at it raises whatever.
fn claimed_class(v: Value) -> Option<Value> {
    let ty = v.ty();
    if crate::attr::is_generic_get(ty.slots.getattr.get())
        && ty.lookup(names::class()) == crate::types::OBJECT.get().lookup(names::class())
    {
        return Some(ty.into());
    }
    crate::attr::find(v, names::class()).unwrap_or_else(|_| {
        crate::thread::current().take_pending();
        None
    })
}

fn bases_of(class: Value) -> PyResult<Option<Ref<Tuple>>> {
    Ok(crate::attr::find(class, names::bases())?.and_then(|b| b.cast::<Tuple>()))
}

fn abstract_subclass(class: Value, base: Value) -> PyResult<bool> {
    if class == base {
        return Ok(true);
    }
    if let Some(bases) = bases_of(class)? {
        for b in bases.as_ref().items() {
            if abstract_subclass(*b, base)? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// `isinstance(v, class)`.
pub fn is_instance(v: Value, class: Value) -> PyResult<bool> {
    if v.ty().value() == class {
        return Ok(true);
    }
    if let Some(t) = class.cast::<Tuple>() {
        return crate::thread::current().deeper(" in __instancecheck__", || {
            for c in t.as_ref().items() {
                if is_instance(v, *c)? {
                    return Ok(true);
                }
            }
            Ok(false)
        });
    }
    if class.ty() != crate::types::TYPE.get()
        && class.cast::<ClassObject>().is_none()
        && !super::classobj::is_instance(class)
        && let Some(r) = crate::thread::current().deeper(" in __instancecheck__", || {
            crate::attr::call_special(class, names::instancecheck(), &[v])
        })?
    {
        return crate::protocol::truth(r);
    }
    is_instance_plain(v, class)
}

/// `issubclass(class, base)`.
pub fn is_subclass(class: Value, base: Value) -> PyResult<bool> {
    if let Some(t) = base.cast::<Tuple>() {
        return crate::thread::current().deeper(" in __subclasscheck__", || {
            for c in t.as_ref().items() {
                if is_subclass(class, *c)? {
                    return Ok(true);
                }
            }
            Ok(false)
        });
    }
    if base.ty() != crate::types::TYPE.get()
        && base.cast::<ClassObject>().is_none()
        && !super::classobj::is_instance(base)
        && let Some(r) = crate::thread::current().deeper(" in __subclasscheck__", || {
            crate::attr::call_special(base, names::subclasscheck(), &[class])
        })?
    {
        return crate::protocol::truth(r);
    }
    is_subclass_default(class, base)
}

/// `issubclass` without `__subclasscheck__`.
pub fn is_subclass_default(class: Value, base: Value) -> PyResult<bool> {
    let is_class = |v: Value| as_type(v).is_some() || v.cast::<ClassObject>().is_some();
    if !is_class(class) && bases_of(class)?.is_none() {
        return Err(type_error("issubclass() arg 1 must be a class"));
    }
    if !is_class(base) && bases_of(base)?.is_none() {
        return Err(type_error(
            "issubclass() arg 2 must be a class or tuple of classes",
        ));
    }
    // Between a class of a metaclass and an old-style one it is attributes that count.
    let odd = |v: Value| as_type(v).is_some() && v.ty() != crate::types::TYPE.get();
    if is_class(class) && is_class(base) && as_type(class).is_some() != as_type(base).is_some() {
        for c in [class, base] {
            if odd(c) && bases_of(c)?.is_none() {
                return Err(type_error("issubclass() arg 1 must be a class"));
            }
        }
        if odd(class) {
            return abstract_subclass(class, base);
        }
    }
    if is_class(class) && is_class(base) {
        return Ok(is_subclass_plain(class, base));
    }
    abstract_subclass(class, base)
}

/// Calling a type makes an instance.
pub fn call(callee: Value, args: Args<'_>) -> PyResult {
    let Some(ty) = as_type(callee) else {
        return Err(crate::call::not_callable(callee));
    };
    let Some(new) = ty.slots.new.get() else {
        return Err(raise_fmt!(
            type_error,
            "cannot create '{}' instances",
            ty.full_name()
        ));
    };
    if let ([x], None) = (args.values, args.kwnames) {
        // type(x) asks for the type of x.
        if ty == crate::types::TYPE.get() {
            return Ok(x.ty().into());
        }
        if ty == crate::types::STR.get() && x.is_small_int() {
            return crate::thread::current().deeper(" while getting the str of an object", || {
                super::int::repr(*x)
            });
        }
    }
    let obj = new(ty, args)?;
    let made = obj.ty();
    if made.is_subtype(ty)
        && let Some(init) = made.slots.init.get()
    {
        init(obj, args)?;
    }
    Ok(obj)
}

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
fn refresh_capacity(ty: Ref<Type>) {
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
fn inherited_dicts(base: Ref<Type>) -> impl Iterator<Item = Ref<Dict>> {
    let mro = base.mro.get();
    let classes = mro.map_or(&[][..], |m| m.as_ref::<'static>().items());
    classes
        .iter()
        .filter_map(|c| as_type(*c).filter(|t| t.has(flags::HEAP))?.dict())
}

/// `type(name, bases, dict)` for a metaclass `meta`.
pub fn make(meta: Ref<Type>, name: Ref<Str>, bases: Ref<Tuple>, dict: Ref<Dict>) -> PyResult {
    let bases = if bases.as_ref().items().is_empty() {
        super::tuple::from_slice(&[crate::types::OBJECT.get().into()])
    } else {
        bases
    };
    let meta = winner(meta, bases)?;
    let base = best_base(bases)?;
    let dict = super::dict::copy(dict);
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
        && let Some(m) = super::frame::current_globals().and_then(|g| g.get_str(names::name()))
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
static DICT: crate::typedef::GetSetDef = crate::typedef::GetSetDef {
    name: "__dict__",
    doc: "dictionary for instance variables (if defined)",
    get: get_instance_dict,
    set: Some(set_instance_dict),
    member: false,
    item: None,
};

/// The `__dict__` descriptor of the builtin type that an instance's class derives from, if that has one:
/// it decides (classes, modules and exceptions have rules of their own).
fn native_dict(v: Value) -> Option<Value> {
    let mut native = Some(v.ty());
    while let Some(t) = native.filter(|t| t.has(flags::HEAP)) {
        native = t.base.get();
    }
    native?.lookup(names::dict())
}

fn get_instance_dict(v: Value) -> PyResult {
    match native_dict(v).and_then(|d| d.header().map(|h| (d, h.ty().slots.descr_get.get()))) {
        Some((d, Some(get))) => get(d, Some(v), Some(v.ty().into())),
        _ => super::object::get_dict(v),
    }
}

fn set_instance_dict(v: Value, x: Option<Value>) -> PyResult<()> {
    match native_dict(v).and_then(|d| d.header().map(|h| (d, h.ty().slots.descr_set.get()))) {
        Some((d, Some(set))) => set(d, v, x),
        _ => super::object::set_dict(v, x),
    }
}

/// Do instances of two classes look alike, member by member, so that `__class__` may change?
pub fn same_layout(a: Ref<Type>, b: Ref<Type>) -> bool {
    const BITS: u32 = flags::HAS_DICT | flags::WEAK;
    let alike = |a: Ref<Type>, b: Ref<Type>| {
        a.layout.get() == b.layout.get()
            && a.basic_size.get() == b.basic_size.get()
            && (a.flags.get() ^ b.flags.get()) & BITS == 0
    };
    // The class that gave the instances their form.
    let root = |mut t: Ref<Type>| {
        while let Some(base) = t.base.get().filter(|base| alike(t, *base)) {
            t = base;
        }
        t
    };
    let (solid, other) = (solid_base(a), solid_base(b));
    if !alike(a, b) || solid != other && (solid.has(flags::SOLID) || other.has(flags::SOLID)) {
        return false;
    }
    let (a, b) = (root(a), root(b));
    a == b || a.base.get() == b.base.get() && member_names(a) == member_names(b)
}

/// The names of the members that a class itself adds, in order of their place.
fn member_names(t: Ref<Type>) -> Vec<(u32, Vec<u8>)> {
    let mut names = Vec::new();
    if let Some(d) = t.dict() {
        let mut at = 0;
        while let Some((_, v)) = d.next_entry(&mut at) {
            if let Some(m) = v.exact::<Member>()
                && m.owner.get() == t
            {
                let name = m.name.get().as_ref().bytes().to_vec();
                names.push((m.offset.get(), name));
            }
        }
    }
    names.sort();
    names
}

/// `__weakref__`: the weak references to an instance.
static WEAKREF: crate::typedef::GetSetDef = crate::typedef::GetSetDef {
    name: "__weakref__",
    doc: "list of weak references to the object (if defined)",
    get: super::object::get_weakref,
    set: None,
    member: false,
    item: None,
};

fn add_getset(
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
fn allocate_type(meta: Ref<Type>) -> Ref<Type> {
    let v = allocate(meta);
    // SAFETY: `type` and its subclasses lay out their instances as `Type`; zeroed memory is `None` in every
    // slot, and the layout is set at once.
    let ty: Ref<Type> = unsafe { v.cast_unchecked() };
    ty.layout.set(crate::layouts::LayoutId::Object);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(ty.addr() as *mut u8) };
    ty
}

/// The `__new__` of a builtin type: calls its slot for a class given as first argument.
pub fn new_wrapper(ty: Ref<Type>) -> Value {
    extern "C" fn entry(
        args: *const Value,
        n: usize,
        kwnames: Option<Ref<Tuple>>,
    ) -> Option<Value> {
        // SAFETY: the convention of native entries: the receiver, put first, is the owner type.
        let values = unsafe { std::slice::from_raw_parts(args, n) };
        crate::error::to_native(call_new(values, kwnames))
    }
    static DEF: crate::typedef::MethodDef = crate::typedef::MethodDef {
        name: "__new__",
        doc: "T.__new__(S, ...) -> a new object with type S, a subtype of T",
        entry,
        same: entry,
        kind: crate::typedef::MethodKind::Static,
        row: u32::MAX,
        min_args: 1,
        max_args: u16::MAX,
        quiet: false,
    };
    BuiltinFunction::bound(&DEF, ty.into()).into()
}

fn call_new(values: &[Value], kwnames: Option<Ref<Tuple>>) -> PyResult {
    let owner = values
        .first()
        .and_then(|v| as_type(*v))
        .ok_or_else(|| type_error("__new__() called without its type"))?;
    let new = owner.slots.new.get();
    let first = Args { values, kwnames }.pos().get(1).copied();
    if let (Some(new), Some(sub)) = (new, first.and_then(as_type))
        && sub.is_subtype(owner)
        && native_base(sub)
            .and_then(|t| t.slots.new.get())
            .is_some_and(|f| std::ptr::fn_addr_eq(f, new))
    {
        return new(
            sub,
            Args {
                values: &values[2..],
                kwnames,
            },
        );
    }
    Err(no_new(owner, first))
}

/// The builtin base nearest to a type: who makes the memory of its instances.
fn native_base(ty: Ref<Type>) -> Option<Ref<Type>> {
    let mut native = Some(ty);
    while let Some(t) = native.filter(|t| t.has(flags::HEAP)) {
        native = t.base.get();
    }
    native
}

/// What is wrong about `owner.__new__(first, …)`.
#[cold]
fn no_new(owner: Ref<Type>, first: Option<Value>) -> crate::error::Raised {
    let name = owner.full_name();
    let Some(first) = first else {
        return raise_fmt!(type_error, "{name}.__new__(): not enough arguments");
    };
    let Some(sub) = as_type(first) else {
        return raise_fmt!(
            type_error,
            "{name}.__new__(X): X is not a type object ({})",
            crate::attr::type_name(first)
        );
    };
    if !sub.is_subtype(owner) {
        return raise_fmt!(
            type_error,
            "{name}.__new__({}): {} is not a subtype of {name}",
            sub.name_str(),
            sub.name_str()
        );
    }
    match native_base(sub) {
        Some(t)
            if t.slots.new.get().map(|f| f as usize)
                != owner.slots.new.get().map(|f| f as usize) =>
        {
            raise_fmt!(
                type_error,
                "{name}.__new__({}) is not safe, use {}.__new__()",
                sub.name_str(),
                t.name_str()
            )
        }
        _ => raise_fmt!(type_error, "cannot create '{name}' instances"),
    }
}

/// Do objects of this layout vary in size?
fn has_tail(layout: LayoutId) -> bool {
    layout == LayoutId::Tuple
}

fn has_custom_mro(meta: Ref<Type>) -> bool {
    meta.lookup(names::mro_method())
        .is_some_and(|m| m.exact::<Function>().is_some())
}

fn custom_mro(ty: Ref<Type>) -> PyResult<Ref<Tuple>> {
    ty.version.set(next_version());
    let order = match crate::attr::call_special(ty.into(), names::mro_method(), &[])? {
        Some(v) => v,
        None => return compute_mro(ty),
    };
    let t = super::tuple::from_iterable(order)?;
    let solid = solid_base(ty);
    for c in t.as_ref().items() {
        match as_type(*c) {
            Some(class) if !solid.is_subtype(solid_base(class)) => {
                return Err(raise_fmt!(
                    type_error,
                    "mro() returned base with unsuitable layout ('{}')",
                    class.full_name()
                ));
            }
            None if c.cast::<ClassObject>().is_none() => {
                return Err(raise_fmt!(
                    type_error,
                    "mro() returned a non-class ('{}')",
                    crate::attr::type_name(*c)
                ));
            }
            _ => {}
        }
    }
    Ok(t)
}

/// Gives a class with its resolution order set its slots and tells its bases of it.
fn ready(ty: Ref<Type>) {
    super::classobj::note_heir(ty);
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

fn set_derived_flags(ty: Ref<Type>) {
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
fn winner(meta: Ref<Type>, bases: Ref<Tuple>) -> PyResult<Ref<Type>> {
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
fn solid_base(t: Ref<Type>) -> Ref<Type> {
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

fn best_base(bases: Ref<Tuple>) -> PyResult<Ref<Type>> {
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
struct Asked {
    dict: bool,
    weakref: bool,
}

/// Do instances of the type differ in size in CPython? They have no room for weak references and members.
fn varies_in_size(t: Ref<Type>) -> bool {
    has_tail(t.layout.get())
        || t.is_subtype(crate::types::LONG.get())
        || t.is_subtype(crate::types::STR.get())
}

/// `__slots__`: a member a name.
fn add_members(ty: Ref<Type>, base: Ref<Type>, dict: Ref<Dict>, slots: Value) -> PyResult<Asked> {
    let list = if slots.cast::<Str>().is_some() || super::unicode::is_unicode(slots) {
        super::list::from_slice(&[slots])
    } else {
        super::list::from_iterable(slots)?
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
    let mut members = super::list::new();
    for v in list.as_ref().items() {
        let name = match super::unicode::encode_default(*v)? {
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
                super::str::intern(&mangle(
                    &crate::text::shown::bytes(ty.name_str()),
                    name.as_ref().bytes(),
                ))
                .into(),
            );
        }
    }
    let order = super::list::sorted_strings(std::mem::replace(&mut members, super::list::new()));
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
fn mangle(class: &[u8], name: &[u8]) -> Vec<u8> {
    let stripped = class.iter().position(|b| *b != b'_').map(|i| &class[i..]);
    match stripped {
        Some(c) if name.starts_with(b"__") && !name.ends_with(b"__") => [b"_", c, name].concat(),
        _ => name.to_vec(),
    }
}

/// C3 linearisation (Barrett et al., "A Monotonic Superclass Linearization for Dylan", 1996).
pub fn compute_mro(ty: Ref<Type>) -> PyResult<Ref<Tuple>> {
    let bases = ty
        .bases
        .get()
        .unwrap_or_else(|| super::tuple::from_slice(&[]));
    let all = bases.as_ref().items();
    if let Some((_, twice)) = all.iter().enumerate().find(|(i, b)| all[..*i].contains(b)) {
        return Err(raise_fmt!(
            type_error,
            "duplicate base class {}",
            super::method::function_name(*twice)
        ));
    }
    // Sequences to merge, as lists that shrink from the front (positions in `heads`).
    let sequences = super::list::new();
    for b in bases.as_ref().items() {
        let order = match as_type(*b) {
            Some(t) => t
                .mro
                .get()
                .ok_or_else(|| type_error("base class is not ready"))?,
            None => super::classobj::classic_mro(*b),
        };
        sequences.push(order.into());
    }
    sequences.push(bases.into());
    let n = sequences.as_ref().items().len();
    let mut heads = vec![0usize; n];
    let result = super::list::new();
    result.push(ty.into());
    let tail = |i: usize, from: usize| -> &'static [Value] {
        sequences.as_ref::<'static>().items()[i]
            .cast::<Tuple>()
            .map_or(&[], |t| &t.as_ref::<'static>().items()[from..])
    };
    loop {
        let mut done = true;
        let mut next = None;
        for i in 0..n {
            let Some(candidate) = tail(i, heads[i]).first() else {
                continue;
            };
            done = false;
            if (0..n).all(|j| !tail(j, heads[j]).iter().skip(1).any(|v| v == candidate)) {
                next = Some(*candidate);
                break;
            }
        }
        if done {
            return Ok(super::tuple::from_slice(result.as_ref().items()));
        }
        let Some(c) = next else {
            return Err(mro_conflict(
                &(0..n)
                    .filter_map(|i| tail(i, heads[i]).first().copied())
                    .collect::<SmallSet>(),
            ));
        };
        result.push(c);
        for (i, h) in heads.iter_mut().enumerate() {
            if tail(i, *h).first() == Some(&c) {
                *h += 1;
            }
        }
    }
}

/// Names of the classes that stand in each other's way, without repeats.
struct SmallSet(Vec<(u64, String)>);
impl FromIterator<Value> for SmallSet {
    fn from_iter<I: IntoIterator<Item = Value>>(iter: I) -> Self {
        let mut v: Vec<(u64, String)> = Vec::new();
        for c in iter {
            if !v.iter().any(|(b, _)| *b == c.bits()) {
                v.push((c.bits(), super::method::function_name(c)));
            }
        }
        SmallSet(v)
    }
}

fn mro_conflict(heads: &SmallSet) -> crate::error::Raised {
    let names: Vec<&str> = heads.0.iter().map(|(_, n)| n.as_str()).collect();
    raise_fmt!(
        type_error,
        "Cannot create a consistent method resolution\norder (MRO) for bases {}",
        names.join(", ")
    )
}

/// A type's name has no NUL in it.
pub fn check_name(name: Ref<Str>) -> PyResult<()> {
    if name.as_ref().bytes().contains(&0) {
        return Err(crate::error::value_error(
            "type name must not contain null characters",
        ));
    }
    Ok(())
}

/// `type.__new__`.
pub fn new(meta: Ref<Type>, args: Args<'_>) -> PyResult {
    if let ([of], 0) = (args.pos(), args.nkw()) {
        // Of metaclasses too, what they are called with has a class.
        return Ok(of.ty().value());
    }
    if args.values.len() != 3 {
        return Err(type_error("type() takes 1 or 3 arguments"));
    }
    // The types of those given by place come before what is missing.
    let wanted = [
        (crate::types::STR.get(), "string"),
        (crate::types::TUPLE.get(), "tuple"),
    ];
    for (i, (v, (class, what))) in args.pos().iter().zip(wanted).enumerate() {
        if !v.ty().is_subtype(class) {
            return Err(raise_fmt!(
                type_error,
                "type() argument {} must be {what}, not {}",
                i + 1,
                crate::attr::argument_name(*v)
            ));
        }
    }
    let [name, bases, dict] =
        crate::types::parse::keywords(args, 0, "type", &["name", "bases", "dict"], 3)?
            .map(|v| v.unwrap_or(Value::none()));
    let Some(name) = name.cast::<Str>() else {
        return Err(raise_fmt!(
            type_error,
            "type() argument 1 must be string, not {}",
            crate::attr::argument_name(name)
        ));
    };
    let Some(bases) = bases.cast::<Tuple>() else {
        return Err(raise_fmt!(
            type_error,
            "type() argument 2 must be tuple, not {}",
            crate::attr::argument_name(bases)
        ));
    };
    let Some(dict) = dict.cast::<Dict>() else {
        return Err(raise_fmt!(
            type_error,
            "type() argument 3 must be dict, not {}",
            crate::attr::argument_name(dict)
        ));
    };
    check_name(name)?;
    let w = winner(meta, bases)?;
    if w != meta
        && let Some(f) = w.slots.new.get()
        && !std::ptr::fn_addr_eq(f, new as crate::slots::New)
    {
        return f(w, args);
    }
    make(w, name, bases, dict)
}

/// `type.__init__` accepts what `type.__new__` took.
pub fn init(_obj: Value, args: Args<'_>) -> PyResult<()> {
    if args.nkw() != 0 {
        return Err(type_error("type.__init__() takes no keyword arguments"));
    }
    if args.values.len() != 1 && args.values.len() != 3 {
        return Err(type_error("type.__init__() takes 1 or 3 arguments"));
    }
    Ok(())
}

/// The getattr slot: the metaclass's data descriptors, the class and its bases, the metaclass.
pub fn getattr(v: Value, name: Ref<Str>) -> PyResult {
    match find_attr(v, name)? {
        Some(v) => Ok(v),
        None => Err(raise_fmt!(
            attribute_error,
            "type object '{}' has no attribute '{}'",
            as_type(v).map_or("?", |t| t.full_name()),
            crate::attr::shown(name)
        )),
    }
}

/// The getattr slot without the exception for an absent attribute.
pub fn find_attr(v: Value, name: Ref<Str>) -> PyResult<Option<Value>> {
    let Some(ty) = as_type(v) else {
        return crate::attr::generic_find(v, name);
    };
    let meta = v.ty();
    let descriptor = meta.lookup(name);
    if let Some(d) = descriptor
        && crate::attr::is_data_descriptor(d)
        && d.header()
            .is_some_and(|h| h.ty().slots.descr_get.get().is_some())
    {
        return bind(d, Some(v), meta).map(Some);
    }
    if let Some(found) = ty.lookup(name) {
        return bind(found, None, ty).map(Some);
    }
    match descriptor {
        Some(d) => bind(d, Some(v), meta).map(Some),
        None => Ok(None),
    }
}

/// The setattr slot.
pub fn setattr(v: Value, name: Ref<Str>, value: Option<Value>) -> PyResult<()> {
    let Some(ty) = as_type(v) else {
        return crate::attr::generic_set(v, name, value);
    };
    if !ty.has(flags::HEAP) {
        return Err(raise_fmt!(
            type_error,
            "can't set attributes of built-in/extension type '{}'",
            ty.full_name()
        ));
    }
    let meta = v.ty();
    if let Some(d) = meta.lookup(name)
        && let Some(f) = d.header().and_then(|h| h.ty().slots.descr_set.get())
    {
        return f(d, v, value);
    }
    let Some(dict) = ty.dict() else {
        return Ok(());
    };
    match value {
        Some(x) => {
            let before = dict.get_str(name);
            dict.set_str(name, x);
            // Sites that read the entry itself believe that it binds to nothing.
            if binds(x) {
                dict.forget_watches();
            } else if before.is_some_and(|old| !binds(old))
                && !is_special(name.as_ref().bytes())
                && ty.note_change(name)
            {
                return Ok(());
            }
        }
        None => {
            if !dict.delete(name.into())? {
                return Err(attribute_error(name.as_ref().bytes()));
            }
        }
    }
    modified(ty, name);
    Ok(())
}

/// After attribute `name` of `ty` changed: versions, and the slots it stands for, here and below.
pub fn modified(ty: Ref<Type>, name: Ref<Str>) {
    ty.modified();
    let text = name.as_ref().bytes();
    if is_special(text) {
        update_below(ty, text);
    }
}

/// May a slot stand for the name?
fn is_special(name: &[u8]) -> bool {
    name.starts_with(b"__") || name == b"next"
}

/// Is it a descriptor?
fn binds(v: Value) -> bool {
    v.header().is_some_and(|h| {
        let slots = &h.ty().slots;
        slots.descr_get.get().is_some() || slots.descr_set.get().is_some()
    })
}

fn update_below(ty: Ref<Type>, name: &[u8]) {
    if ty.has(flags::HEAP) {
        if name == b"__new__" {
            let python = ty
                .lookup(names::new())
                .is_some_and(|n| n.exact::<BuiltinFunction>().is_none());
            match ty.base.get() {
                _ if python => ty.slots.new.set(Some(crate::slot_dispatch::new)),
                Some(b) => ty.slots.new.set(b.slots.new.get()),
                None => {}
            }
        }
        slots::update(ty, Some(name));
        set_derived_flags(ty);
    }
    for t in ty.subclasses() {
        update_below(t, name);
    }
}

/// How CPython frees instances, as far as classes may take one another's place: those of classes that programs make
/// by whether its collector knows them, those of builtin types in ways of their own.
fn deallocator(t: Ref<Type>) -> (Option<Ref<Type>>, bool) {
    let native = !t.has(flags::HEAP);
    (native.then(|| solid_base(t)), is_collected(t))
}

/// Does CPython's collector know the instances of a class?
fn is_collected(t: Ref<Type>) -> bool {
    use crate::types::{BASESTRING, BYTEARRAY, COMPLEX, FLOAT, INT, LONG, OBJECT, STR, UNICODE};
    const ADDED: u32 = flags::HAS_DICT | flags::WEAK;
    match t.base.get().filter(|_| t.has(flags::HEAP)) {
        Some(base) => {
            t.basic_size.get() != base.basic_size.get()
                || (t.flags.get() ^ base.flags.get()) & ADDED != 0
                || is_collected(base)
        }
        None => ![
            &OBJECT,
            &BASESTRING,
            &BYTEARRAY,
            &COMPLEX,
            &FLOAT,
            &INT,
            &LONG,
            &STR,
            &UNICODE,
        ]
        .iter()
        .any(|plain| plain.get() == t),
    }
}

/// Gives `ty` other bases: resolution orders, slots and versions of it and all below.
pub fn rebase(ty: Ref<Type>, bases: Ref<Tuple>) -> PyResult<()> {
    let base = best_base(bases)?;
    let old = ty.base.get();
    let differs = match old {
        Some(o) if deallocator(o) != deallocator(base) => Some("deallocator"),
        Some(o) if same_layout(base, o) => None,
        _ => Some("object layout"),
    };
    if let Some(what) = differs {
        return Err(raise_fmt!(
            type_error,
            "__bases__ assignment: '{}' {what} differs from '{}'",
            base.full_name(),
            old.map_or("?", |o| o.full_name())
        ));
    }
    let before = (ty.bases.get(), ty.mro.get());
    // What was changed, to be changed back if a class below fails: pairs of class and order.
    let changed = super::list::new();
    ty.bases.set(Some(bases));
    ty.base.set(Some(base));
    if let Err(e) = remake_orders(ty, changed) {
        let mut i = changed.as_ref().len();
        while i >= 2 {
            i -= 2;
            if let (Some(t), Some(m)) = (
                changed.as_ref().item(i).and_then(as_type),
                changed.as_ref().item(i + 1),
            ) {
                t.mro.set(m.cast::<Tuple>());
            }
        }
        ty.bases.set(before.0);
        ty.base.set(old);
        ty.modified();
        return Err(e);
    }
    if let Some(bases) = before.0 {
        for b in bases.as_ref().items() {
            if let Some(b) = as_type(*b) {
                b.remove_subclass(ty);
            }
        }
    }
    ready(ty);
    ty.modified();
    update_slots_below(ty);
    Ok(())
}

/// The resolution order as the metaclass has it.
fn order_of(ty: Ref<Type>) -> PyResult<Ref<Tuple>> {
    let meta = ty.value().ty();
    if meta != crate::types::TYPE.get() && has_custom_mro(meta) {
        custom_mro(ty)
    } else {
        compute_mro(ty)
    }
}

/// New resolution orders for a class and those below; `changed` takes the old ones.
fn remake_orders(ty: Ref<Type>, changed: Ref<List>) -> PyResult<()> {
    let order = order_of(ty)?;
    changed.push(ty.into());
    changed.push(ty.mro.get().map_or(Value::none(), Into::into));
    ty.mro.set(Some(order));
    super::classobj::note_heir(ty);
    ty.renew_version();
    for t in ty.subclasses() {
        remake_orders(t, changed)?;
    }
    Ok(())
}

fn update_slots_below(ty: Ref<Type>) {
    for t in ty.subclasses() {
        slots::update(t, None);
        set_derived_flags(t);
        update_slots_below(t);
    }
}

/// `type.__subclasses__()`.
pub fn subclasses(ty: Ref<Type>) -> Ref<List> {
    let list = super::list::new();
    for t in ty.subclasses() {
        list.push(t.into());
    }
    list
}

/// The statement `class name(bases): …` with its dictionary: finds the metaclass and calls it.
pub fn build_class(name: Value, bases: Value, dict: Value, globals: Ref<Dict>) -> PyResult {
    let own = dict
        .cast::<Dict>()
        .and_then(|d| d.get_str(names::metaclass()));
    let first = bases
        .cast::<Tuple>()
        .and_then(|b| b.as_ref().items().first().copied());
    let meta = match (own, first) {
        (Some(m), _) => m,
        (None, Some(b)) => match crate::attr::find(b, names::class())? {
            Some(c) => c,
            None => b.ty().into(),
        },
        (None, None) => match globals.get_str(names::metaclass()) {
            Some(m) => m,
            None => match super::function::builtins_of(globals).get_str(names::metaclass()) {
                Some(m) => m,
                None => crate::types::CLASSOBJ.get().into(),
            },
        },
    };
    match call_values(meta, &[name, bases, dict]) {
        Ok(c) => Ok(c),
        Err(e) => {
            let t = crate::thread::current();
            let p = t.pending.get();
            if p.ty == Some(crate::types::TYPE_ERROR.get().into())
                && let Some(m) = p.value.and_then(|v| v.cast::<Str>())
            {
                let text = format!(
                    "Error when calling the metaclass bases\n    {}",
                    m.as_ref().to_text()
                );
                let v = super::str::from_text(&text);
                t.set_pending(
                    crate::types::TYPE_ERROR.get().into(),
                    Some(v.into()),
                    p.traceback,
                );
            }
            Err(e)
        }
    }
}

/// Raises StopIteration.
pub fn stop_iteration() -> crate::error::Raised {
    raise_value(crate::types::STOP_ITERATION.get().into(), None)
}
