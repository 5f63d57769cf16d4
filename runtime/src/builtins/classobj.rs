//! Old-style classes and their instances.

use crate::attributes;
use crate::call::{Args, call, call_values};
use crate::error::{PyResult, type_error};
use crate::layouts::{BoundMethod, ClassObject, Dict, Function, Instance, List, Str, Tuple};
use crate::names;
use crate::object::{Header, Ref};
use crate::protocol::CmpOp;
use crate::shape;
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;

/// Is `v` an instance of an old-style class?
#[inline]
pub fn is_instance(v: Value) -> bool {
    v.cast::<Instance>().is_some()
}

/// The dict of an old-style class.
pub fn class_dict(c: Value) -> Option<Ref<Dict>> {
    c.cast::<ClassObject>().map(|c| c.dict.get())
}

/// `types.ClassType(name, bases, dict)`
pub fn new(_ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let [name, bases, dict] = class_arguments(args)?;
    let Some(dict) = dict.cast::<Dict>() else {
        return Err(type_error("PyClass_New: dict must be a dictionary"));
    };
    let Some(bases_t) = bases.cast::<Tuple>() else {
        return Err(type_error("PyClass_New: bases must be a tuple"));
    };
    for b in bases_t.as_ref().items() {
        if b.cast::<ClassObject>().is_none() {
            // The type of another base takes over.
            return call_values(b.ty().into(), &[name, bases, dict.into()]);
        }
    }
    if dict.get_str(names::doc()).is_none() {
        dict.set_str(names::doc(), Value::none());
    }
    if dict.get_str(names::module()).is_none()
        && let Some(m) = super::frame::current_globals().and_then(|g| g.get_str(names::name()))
    {
        dict.set_str(names::module(), m);
    }
    let class = ClassObject::alloc(name, bases_t, dict, None, None, None, None, 0, 0);
    remember_hooks(class);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(class.addr() as *mut u8) };
    class.root_shape.set(root_shape(class, dict, bases_t)?);
    Ok(class.into())
}

/// Name, bases and dict of `classobj(name, bases, dict)`.
fn class_arguments(args: Args<'_>) -> PyResult<[Value; 3]> {
    let named = parse::by_name(args, 0, "", &["name", "bases", "dict"], 3)?;
    named.reach(0)?;
    // The name is looked at before the others are missed.
    if let Some(name) = named.values[0].filter(|v| v.cast::<Str>().is_none()) {
        return Err(parse::wrong_type(name, "", 1, "string"));
    }
    for k in 1..=named.values.len() {
        named.reach(k)?;
    }
    Ok(named.values.map(|v| v.unwrap_or(Value::none())))
}

/// A class knows what its instances' attributes are asked of, since it was made: what is put on a base later does
/// not count.
fn remember_hooks(c: Ref<ClassObject>) {
    let find = |name| lookup(c, name).map(|(f, _)| f);
    c.getattr.set(find(names::getattr()));
    c.setattr.set(find(names::setattr()));
    c.delattr.set(find(names::delattr()));
}

/// Frees the shapes of a dead class.
pub fn finalize(class: Ref<ClassObject>) {
    // SAFETY: the collector calls this for dead objects.
    unsafe { shape::forget(class.addr()) };
}

/// Byte offset of an instance's extension word.
const EXTENSION: usize = std::mem::offset_of!(Instance, dict);

/// The shape of new instances of a class, with room for what its methods set.
fn root_shape(class: Ref<ClassObject>, dict: Ref<Dict>, bases: Ref<Tuple>) -> PyResult<u32> {
    if shape::is_exhausted() {
        return Err(crate::error::no_memory());
    }
    let inherited = bases.as_ref().items().iter().filter_map(|b| {
        let c = b.cast::<ClassObject>()?;
        Some(shape::get(c.root_shape.get())?.inline_capacity)
    });
    let own = super::type_::attributes_set_by([dict].into_iter());
    let capacity = inherited.sum::<u32>().saturating_add(own).clamp(2, 32);
    let root = shape::new_root_of(
        class.addr(),
        crate::types::INSTANCE.get(),
        shape::Kind::Slots,
        EXTENSION as u32,
        capacity.next_multiple_of(2),
    );
    Ok(root.id)
}

/// An instance of a class, not initialised.
pub fn allocate(class: Ref<ClassObject>) -> Value {
    let root = class.root_shape.get();
    let slots = shape::get(root).map_or(0, |s| s.inline_capacity);
    let p = crate::heap::alloc(EXTENSION + 8 + 8 * slots as usize) as *mut Header;
    // SAFETY: fresh memory, zeroed, of an instance and its slots.
    let h = unsafe { Ref::from_raw(p) };
    h.shape.set(root);
    h.set_ty(crate::types::INSTANCE.get());
    // SAFETY: it has the type's layout.
    let i: Ref<Instance> = unsafe { h.cast() };
    i.class.set(class);
    let obj: Value = h.into();
    if lookup(class, names::del()).is_some() {
        // SAFETY: the object is complete.
        unsafe { crate::heap::set_has_finalizer(obj.bits() as *mut u8) };
        crate::dropped::note_finalizer();
    }
    obj
}

/// What an `__init__` has returned must be None.
pub fn expect_nothing(result: Value) -> PyResult<()> {
    if result.is_none() {
        return Ok(());
    }
    Err(type_error("__init__() should return None"))
}

/// Is what a lookup in the class finds so until the type `instance` changes its version? Programs that have a
/// class's dict may change it unseen.
pub fn is_cacheable(class: Ref<ClassObject>) -> bool {
    class.exposed.get() == 0
        && class
            .bases
            .get()
            .as_ref()
            .items()
            .iter()
            .all(|b| b.cast::<ClassObject>().is_some_and(is_cacheable))
}

/// Something that may have been found in an old-style class has changed: no cache entry for instances of any of
/// them, or for new-style classes that inherit from this one, is believed any more.
fn changed(class: Ref<ClassObject>) {
    let ty = crate::types::INSTANCE.get();
    ty.version.set(crate::typeobj::next_version());
    changed_for_heirs(class);
}

fn changed_for_heirs(class: Ref<ClassObject>) {
    let heirs = class.heirs.get().and_then(|l| l.cast::<List>());
    let mut i = 0;
    while let Some(entry) = heirs.and_then(|l| l.as_ref().item(i)) {
        if let Some(ty) = crate::typeobj::subclass(entry) {
            ty.renew_version();
        }
        i += 1;
    }
}

/// Has a new-style class told when one of the old-style classes in its new resolution order changes. Their changes
/// are found by lookups only: the slots stay as they are, as CPython has it.
pub fn note_heir(ty: Ref<Type>) {
    let Some(mro) = ty.mro.get() else { return };
    for base in mro.as_ref().items() {
        let Some(c) = base.cast::<ClassObject>() else {
            continue;
        };
        let list = match c.heirs.get().and_then(|l| l.cast::<List>()) {
            Some(l) => l,
            None => {
                let l = super::list::new();
                c.heirs.set(Some(l.into()));
                l
            }
        };
        // The dead are dropped whenever there are twice as many.
        let len = list.as_ref().len();
        if len >= 8 && len.is_power_of_two() {
            for i in (0..len).rev() {
                let alive = list.as_ref().item(i).and_then(crate::typeobj::subclass);
                if alive.is_none_or(|t| t == ty) {
                    list.remove_range(i, i + 1);
                }
            }
        }
        list.push(super::weakref::of_class(ty).into());
    }
}

/// May programs change, unseen, an old-style class in a resolution order?
pub fn any_exposed(mro: Ref<Tuple>) -> bool {
    let mut classes = mro.as_ref().items().iter();
    classes.any(|c| {
        c.cast::<ClassObject>()
            .is_some_and(|c| c.exposed.get() != 0)
    })
}

/// Depth first, left to right.
pub fn lookup(class: Ref<ClassObject>, name: Ref<Str>) -> Option<(Value, Ref<ClassObject>)> {
    if let Some(v) = class.dict.get().get_str(name) {
        return Some((v, class));
    }
    class
        .bases
        .get()
        .as_ref()
        .items()
        .iter()
        .find_map(|b| lookup(b.cast::<ClassObject>()?, name))
}

/// The classic order: depth first, left to right, first occurrence kept.
pub fn classic_mro(class: Value) -> Ref<Tuple> {
    let out = super::list::new();
    fn add(c: Value, out: Ref<crate::layouts::List>) {
        if out.as_ref().items().contains(&c) {
            return;
        }
        out.push(c);
        if let Some(c) = c.cast::<ClassObject>() {
            for b in c.bases.get().as_ref().items() {
                add(*b, out);
            }
        }
    }
    add(class, out);
    super::tuple::from_slice(out.as_ref().items())
}

/// Subclass test of old-style classes.
pub fn is_subclass(class: Value, base: Value) -> bool {
    if class == base {
        return true;
    }
    match class.cast::<ClassObject>() {
        Some(c) => c
            .bases
            .get()
            .as_ref()
            .items()
            .iter()
            .any(|b| is_subclass(*b, base)),
        None => super::type_::as_type(class)
            .and_then(|t| t.mro.get())
            .is_some_and(|m| m.as_ref().items().contains(&base)),
    }
}

fn class_name(c: Ref<ClassObject>) -> String {
    c.name
        .get()
        .cast::<Str>()
        .map_or_else(|| "?".to_owned(), |s| s.as_ref().to_text())
}

/// `C.name`
pub fn class_getattr(v: Value, name: Ref<Str>) -> PyResult {
    let Some(c) = v.cast::<ClassObject>() else {
        return crate::attr::generic_get(v, name);
    };
    match name.as_ref().bytes() {
        b"__dict__" => {
            if c.exposed.replace(1) == 0 {
                changed(c);
            }
            return Ok(c.dict.get().into());
        }
        b"__bases__" => return Ok(c.bases.get().into()),
        b"__name__" => return Ok(c.name.get()),
        _ => {}
    }
    match lookup(c, name) {
        Some((f, _)) => match f.header().and_then(|h| h.ty().slots.descr_get.get()) {
            Some(get) => get(f, None, Some(v)),
            None => Ok(f),
        },
        // What all classes have, their type keeps from programs.
        None => Err(raise_fmt!(
            attribute_error,
            "class {} has no attribute '{}'",
            class_name(c),
            crate::attr::shown(name)
        )),
    }
}

/// The name of the class of an old-style instance.
pub fn instance_class_name(v: Value) -> Option<String> {
    Some(class_name(v.cast::<Instance>()?.class.get()))
}

/// The class itself has got or lost an attribute, which may be one of those that are asked for attributes.
fn set_hook(c: Ref<ClassObject>, name: Ref<Str>, value: Option<Value>) {
    match name.as_ref().bytes() {
        b"__getattr__" => c.getattr.set(value),
        b"__setattr__" => c.setattr.set(value),
        b"__delattr__" => c.delattr.set(value),
        _ => {}
    }
}

/// `C.name = v`, `del C.name`
pub fn class_setattr(v: Value, name: Ref<Str>, value: Option<Value>) -> PyResult<()> {
    let Some(c) = v.cast::<ClassObject>() else {
        return crate::attr::generic_set(v, name, value);
    };
    match (name.as_ref().bytes(), value) {
        (b"__dict__", Some(d)) => match d.cast::<Dict>() {
            Some(d) => {
                c.dict.set(d);
                remember_hooks(c);
            }
            None => return Err(type_error("__dict__ must be a dictionary object")),
        },
        (b"__bases__", Some(b)) => {
            let Some(t) = b.cast::<Tuple>() else {
                return Err(type_error("__bases__ must be a tuple object"));
            };
            for b in t.as_ref().items() {
                if b.cast::<ClassObject>().is_none() {
                    return Err(type_error("__bases__ items must be classes"));
                }
                if is_subclass(*b, v) {
                    return Err(type_error("a __bases__ item causes an inheritance cycle"));
                }
            }
            c.bases.set(t);
            remember_hooks(c);
        }
        (b"__name__", Some(n)) => {
            if n.cast::<Str>().is_none() {
                return Err(type_error("__name__ must be a string object"));
            }
            c.name.set(n);
        }
        (_, Some(x)) => {
            set_hook(c, name, value);
            // Plain values are not cached: those that replace one another are of no interest.
            let binds = |v: Value| {
                v.header()
                    .is_some_and(|h| h.ty().slots.descr_get.get().is_some())
            };
            let old = c.dict.get().get_str(name);
            c.dict.get().set_str(name, x);
            if !binds(x) && old.is_some_and(|o| !binds(o)) {
                changed_for_heirs(c);
                return Ok(());
            }
        }
        (b"__name__", None) => return Err(type_error("__name__ must be a string object")),
        (b"__bases__", None) => return Err(type_error("__bases__ must be a tuple object")),
        (b"__dict__", None) => return Err(type_error("__dict__ must be a dictionary object")),
        (_, None) => {
            if !c.dict.get().delete(name.into())? {
                return Err(raise_fmt!(
                    attribute_error,
                    "class {} has no attribute '{}'",
                    class_name(c),
                    crate::attr::shown(name)
                ));
            }
            set_hook(c, name, None);
        }
    }
    changed(c);
    Ok(())
}

/// Calling a class: an instance, initialised by `__init__`.
pub fn class_call(v: Value, args: Args<'_>) -> PyResult {
    let Some(c) = v.cast::<ClassObject>() else {
        return Err(crate::call::not_callable(v));
    };
    let obj = allocate(c);
    match lookup(c, names::init()) {
        Some((f, _)) => {
            let r = if f.exact::<Function>().is_some() {
                crate::call::call_method(f, obj, args)?
            } else {
                let m = bind_in(f, obj, v)?;
                call(m, args)?
            };
            expect_nothing(r)?;
        }
        None if args.values.is_empty() => {}
        None => return Err(type_error("this constructor takes no arguments")),
    }
    Ok(obj)
}

fn bind_in(f: Value, obj: Value, class: Value) -> PyResult {
    match f.header().and_then(|h| h.ty().slots.descr_get.get()) {
        Some(get) => get(f, Some(obj), Some(class)),
        None => Ok(f),
    }
}

pub fn class_repr(v: Value) -> PyResult {
    let Some(c) = v.cast::<ClassObject>() else {
        return Err(type_error("expected a class"));
    };
    let module = c
        .dict
        .get()
        .get_str(names::module())
        .and_then(|m| m.cast::<Str>());
    let text = match module {
        Some(m) => format!(
            "<class {}.{} at {:#x}>",
            m.as_ref().to_text(),
            class_name(c),
            v.bits()
        ),
        None => format!("<class ?.{} at {:#x}>", class_name(c), v.bits()),
    };
    Ok(super::str::from_text(&text).into())
}

pub fn class_str(v: Value) -> PyResult {
    let Some(c) = v.cast::<ClassObject>() else {
        return Err(type_error("expected a class"));
    };
    let module = c
        .dict
        .get()
        .get_str(names::module())
        .and_then(|m| m.cast::<Str>());
    let text = match module {
        Some(m) => format!("{}.{}", m.as_ref().to_text(), class_name(c)),
        None => class_name(c),
    };
    Ok(super::str::from_text(&text).into())
}

/// The attribute without asking `__getattr__`.
fn find_plain(i: Ref<Instance>, v: Value, name: Ref<Str>) -> PyResult<Option<Value>> {
    if let Some(x) = attributes::get(v, name) {
        return Ok(Some(x));
    }
    match lookup(i.class.get(), name) {
        Some((f, _)) if f.exact::<Function>().is_some() => Ok(Some(
            BoundMethod::create(f, Some(v), i.class.get().into()).into(),
        )),
        Some((f, _)) => bind_in(f, v, i.class.get().into()).map(Some),
        None => Ok(None),
    }
}

/// The attribute of an instance, `None` when there is none.
pub fn find(v: Value, name: Ref<Str>) -> PyResult<Option<Value>> {
    crate::attr::unless_absent(find_attr(v, name))
}

/// The getattr slot without the exception for an attribute that nobody was asked for.
pub fn find_attr(v: Value, name: Ref<Str>) -> PyResult<Option<Value>> {
    let Some(i) = v.cast::<Instance>() else {
        return crate::attr::generic_find(v, name);
    };
    match name.as_ref().bytes() {
        b"__dict__" => return Ok(Some(attributes::dict(v).unwrap_or(Value::none()))),
        b"__class__" => return Ok(Some(i.class.get().into())),
        _ => {}
    }
    if let Some(x) = find_plain(i, v, name)? {
        return Ok(Some(x));
    }
    match i.class.get().getattr.get() {
        Some(f) => call_values(f, &[v, name.into()]).map(Some),
        None => Ok(None),
    }
}

/// `obj.name`
pub fn getattr(v: Value, name: Ref<Str>) -> PyResult {
    match find_attr(v, name)? {
        Some(x) => Ok(x),
        None => Err(match v.cast::<Instance>() {
            Some(i) => raise_fmt!(
                attribute_error,
                "{} instance has no attribute '{}'",
                class_name(i.class.get()),
                crate::attr::shown(name)
            ),
            None => crate::attr::no_attribute(v, name),
        }),
    }
}

/// `obj.name = v`, `del obj.name`
pub fn setattr(v: Value, name: Ref<Str>, value: Option<Value>) -> PyResult<()> {
    let Some(i) = v.cast::<Instance>() else {
        return crate::attr::generic_set(v, name, value);
    };
    match (name.as_ref().bytes(), value) {
        (b"__dict__", Some(d)) => {
            let Some(d) = d.cast::<Dict>() else {
                return Err(type_error("__dict__ must be set to a dictionary"));
            };
            attributes::set_dict(v, d);
            return Ok(());
        }
        (b"__class__", Some(c)) => {
            let Some(c) = c.cast::<ClassObject>() else {
                return Err(type_error("__class__ must be set to a class"));
            };
            // Out of the shapes of the class that it leaves.
            attributes::dict(v);
            i.class.set(c);
            return Ok(());
        }
        (b"__dict__", None) => return Err(type_error("__dict__ must be set to a dictionary")),
        (b"__class__", None) => return Err(type_error("__class__ must be set to a class")),
        _ => {}
    }
    let class = i.class.get();
    let hook = if value.is_some() {
        class.setattr.get()
    } else {
        class.delattr.get()
    };
    if let Some(f) = hook {
        let r = match value {
            Some(x) => call_values(f, &[v, name.into(), x]),
            None => call_values(f, &[v, name.into()]),
        };
        return r.map(|_| ());
    }
    match value {
        Some(x) => {
            attributes::set(v, name, x)?;
        }
        None => {
            if !attributes::delete(v, name)? {
                return Err(raise_fmt!(
                    attribute_error,
                    "{} instance has no attribute '{}'",
                    class_name(i.class.get()),
                    crate::attr::shown(name)
                ));
            }
        }
    }
    Ok(())
}

fn method(v: Value, name: &'static str) -> PyResult<Option<Value>> {
    find(v, super::str::intern_static(name))
}

fn required(v: Value, name: &'static str, args: &[Value]) -> PyResult {
    let f = getattr(v, super::str::intern_static(name))?;
    call_values(f, args)
}

pub fn repr(v: Value) -> PyResult {
    if let Some(f) = method(v, "__repr__")? {
        return call_values(f, &[]);
    }
    let Some(i) = v.cast::<Instance>() else {
        return super::object::repr(v);
    };
    let c = i.class.get();
    let module = c
        .dict
        .get()
        .get_str(names::module())
        .and_then(|m| m.cast::<Str>());
    let module = module.map_or_else(|| "?".to_owned(), |m| m.as_ref().to_text());
    Ok(super::str::from_text(&format!(
        "<{module}.{} instance at {:#x}>",
        class_name(c),
        v.bits()
    ))
    .into())
}

pub fn str(v: Value) -> PyResult {
    match method(v, "__str__")? {
        Some(f) => call_values(f, &[]),
        None => repr(v),
    }
}

pub fn hash(v: Value) -> PyResult<i64> {
    if let Some(f) = method(v, "__hash__")? {
        let r = call_values(f, &[])?;
        return match r.as_int() {
            Some(-1) => Ok(-2),
            Some(i) => Ok(i),
            None if r.cast::<crate::layouts::Long>().is_some() => crate::protocol::hash(r),
            None => Err(type_error("__hash__() should return an int")),
        };
    }
    if method(v, "__eq__")?.is_some() || method(v, "__cmp__")?.is_some() {
        return Err(type_error("unhashable instance"));
    }
    Ok(crate::protocol::identity_hash(v))
}

pub fn call_instance(v: Value, args: Args<'_>) -> PyResult {
    match method(v, "__call__")? {
        Some(f) => crate::thread::current().deeper(" in __call__", || call(f, args)),
        None => Err(raise_fmt!(
            attribute_error,
            "{} instance has no __call__ method",
            v.cast::<Instance>()
                .map_or_else(String::new, |i| class_name(i.class.get()))
        )),
    }
}

pub fn iter(v: Value) -> PyResult {
    if let Some(f) = method(v, "__iter__")? {
        let it = call_values(f, &[])?;
        if it.ty().slots.next.get().is_none() {
            return Err(raise_fmt!(
                type_error,
                "__iter__ returned non-iterator of type '{}'",
                crate::attr::type_name(it)
            ));
        }
        return Ok(it);
    }
    if method(v, "__getitem__")?.is_none() {
        return Err(type_error("iteration over non-sequence"));
    }
    Ok(super::iterators::sequence_iter(v))
}

pub fn next(v: Value) -> PyResult<Option<Value>> {
    let Some(f) = method(v, "next")? else {
        return Err(type_error("instance has no next() method"));
    };
    match call_values(f, &[]) {
        Ok(x) => Ok(Some(x)),
        Err(e) => crate::thread::current().stop_of(e),
    }
}

pub fn len(v: Value) -> PyResult<i64> {
    let r = required(v, "__len__", &[])?;
    match r.as_int() {
        Some(n) if n >= 0 => Ok(n),
        Some(_) => Err(crate::error::value_error("__len__() should return >= 0")),
        None => Err(type_error("__len__() should return an int")),
    }
}

pub fn nonzero(v: Value) -> PyResult<bool> {
    let f = match method(v, "__nonzero__")? {
        Some(f) => Some(f),
        None => method(v, "__len__")?,
    };
    let Some(f) = f else { return Ok(true) };
    let r = call_values(f, &[])?;
    match r.as_int() {
        Some(n) if n >= 0 => Ok(n != 0),
        Some(_) => Err(crate::error::value_error("__nonzero__ should return >= 0")),
        None => Err(type_error("__nonzero__ should return an int")),
    }
}

pub fn getitem(v: Value, k: Value) -> PyResult {
    required(v, "__getitem__", &[k])
}

pub fn setitem(v: Value, k: Value, x: Option<Value>) -> PyResult<()> {
    match x {
        Some(x) => required(v, "__setitem__", &[k, x]),
        None => required(v, "__delitem__", &[k]),
    }
    .map(|_| ())
}

pub fn contains(v: Value, x: Value) -> PyResult<bool> {
    match method(v, "__contains__")? {
        Some(f) => crate::protocol::truth(call_values(f, &[x])?),
        None => {
            if method(v, "__iter__")?.is_none() && method(v, "__getitem__")?.is_none() {
                return Err(type_error("argument of type 'instance' is not iterable"));
            }
            crate::protocol::contains_by_iteration(v, x)
        }
    }
}

fn slice_object(i: i64, j: i64) -> Value {
    super::slice::new(Value::int(i), Value::int(j), Value::none()).into()
}

pub fn getslice(v: Value, i: i64, j: i64) -> PyResult {
    match method(v, "__getslice__")? {
        Some(f) => {
            crate::slot_dispatch::warn_of_slices("get")?;
            call_values(f, &[Value::int(i), Value::int(j)])
        }
        None => required(v, "__getitem__", &[slice_object(i, j)]),
    }
}

pub fn setslice(v: Value, i: i64, j: i64, x: Option<Value>) -> PyResult<()> {
    let (a, b) = (Value::int(i), Value::int(j));
    match x {
        Some(x) => match method(v, "__setslice__")? {
            Some(f) => {
                crate::slot_dispatch::warn_of_slices("set")?;
                call_values(f, &[a, b, x])
            }
            None => required(v, "__setitem__", &[slice_object(i, j), x]),
        },
        None => match method(v, "__delslice__")? {
            Some(f) => {
                crate::slot_dispatch::warn_of_slices("del")?;
                call_values(f, &[a, b])
            }
            None => required(v, "__delitem__", &[slice_object(i, j)]),
        },
    }
    .map(|_| ())
}

/// The rich comparison slot.
pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    // Each is asked with the other, whichever the slot is of: two instances that decline are both asked twice.
    for (x, y, op) in [(a, b, op), (b, a, op.reflected())] {
        if !is_instance(x) {
            continue;
        }
        if let Some(f) = find(x, op.special())? {
            let r = call_values(f, &[y])?;
            if r != crate::singletons::not_implemented() {
                return Ok(r);
            }
        }
    }
    Ok(crate::singletons::not_implemented())
}

/// `types.InstanceType.__cmp__`, which answers 2 where nobody knows.
pub fn cmp(a: Value, b: Value) -> PyResult<i32> {
    Ok(compare(a, b)?.unwrap_or(2))
}

/// Three-way comparison where one side is an instance: coercion, then `__cmp__` of either.
pub fn compare(a: Value, b: Value) -> PyResult<Option<i32>> {
    let (a, b) = match crate::number::coerce_for_compare(a, b)? {
        Some((x, y)) if !is_instance(x) && !is_instance(y) => {
            return crate::protocol::cmp(x, y).map(Some);
        }
        Some(coerced) => coerced,
        None => (a, b),
    };
    for (x, y, sign) in [(a, b, 1), (b, a, -1)] {
        if !is_instance(x) {
            continue;
        }
        if let Some(f) = method(x, "__cmp__")? {
            let r = call_values(f, &[y])?;
            if r == crate::singletons::not_implemented() {
                continue;
            }
            return match crate::number::int_from_number(r) {
                Ok(i) => Ok(Some(sign * i.signum() as i32)),
                Err(_) => {
                    crate::thread::current().take_pending();
                    Err(type_error("comparison did not return an int"))
                }
            };
        }
    }
    Ok(None)
}

/// `x.__coerce__(y)` as a pair; `None` where the class has no such method or it does not know.
fn coerced_by_method(x: Value, y: Value) -> PyResult<Option<Ref<Tuple>>> {
    let Some(f) = method(x, "__coerce__")? else {
        return Ok(None);
    };
    let r = call_values(f, &[y])?;
    if r.is_none() || r == crate::singletons::not_implemented() {
        return Ok(None);
    }
    match r.cast::<Tuple>().filter(|t| t.as_ref().items().len() == 2) {
        Some(t) => Ok(Some(t)),
        None => Err(type_error("coercion should return None or 2-tuple")),
    }
}

/// The coercion slot.
pub fn coerce(a: Value, b: Value) -> PyResult {
    Ok(coerced_by_method(a, b)?.map_or_else(crate::singletons::not_implemented, Into::into))
}

/// `a op= b` by the in-place method, else those of the plain operator: which, if they do not know either, are asked
/// again for `a op b`.
fn inplace(
    a: Value,
    b: Value,
    own: &'static str,
    op: &'static str,
    rop: &'static str,
    apply: fn(Value, Value) -> PyResult,
) -> PyResult {
    let r = by_methods(a, b, own, "", apply)?;
    if r != crate::singletons::not_implemented() {
        return Ok(r);
    }
    by_methods(a, b, op, rop, apply)
}

/// `a op b` where one side is an old-style instance: what the methods `op` of `a` and `rop` of `b` say, after coercion
/// by those that have it. `apply` is the operator itself, used when coercion turned the operands into something else.
fn by_methods(
    a: Value,
    b: Value,
    op: &'static str,
    rop: &'static str,
    apply: fn(Value, Value) -> PyResult,
) -> PyResult {
    let ni = crate::singletons::not_implemented();
    for (x, y, name, swapped) in [(a, b, op, false), (b, a, rop, true)] {
        if !is_instance(x) || name.is_empty() {
            continue;
        }
        let coerced = coerced_by_method(x, y)?;
        let coerced = coerced.map(|t| (t.as_ref().items()[0], t.as_ref().items()[1]));
        let r = match coerced {
            // Classes that coerce to each other do so without end.
            Some((p, q)) if !is_instance(p) => {
                let _level = super::repr_guard::deeper(" after coercion")?;
                return if swapped { apply(q, p) } else { apply(p, q) };
            }
            Some((p, q)) => call_named(p, name, q)?,
            None => call_named(x, name, y)?,
        };
        if r != ni {
            return Ok(r);
        }
    }
    Ok(ni)
}

fn call_named(x: Value, name: &'static str, y: Value) -> PyResult {
    match method(x, name)? {
        Some(f) => call_values(f, &[y]),
        None => Ok(crate::singletons::not_implemented()),
    }
}

macro_rules! binary_slots {
    ($($name:ident $op:literal $rop:literal $apply:ident, $iname:ident $iop:literal $iapply:ident;)*) => { $(
        pub fn $name(a: Value, b: Value) -> PyResult {
            by_methods(a, b, $op, $rop, crate::number::$apply)
        }
        pub fn $iname(a: Value, b: Value) -> PyResult {
            inplace(a, b, $iop, $op, $rop, crate::number::$iapply)
        }
    )* };
}
binary_slots! {
    add "__add__" "__radd__" add, iadd "__iadd__" iadd;
    sub "__sub__" "__rsub__" sub, isub "__isub__" isub;
    mul "__mul__" "__rmul__" mul, imul "__imul__" imul;
    div "__div__" "__rdiv__" div, idiv "__idiv__" idiv;
    truediv "__truediv__" "__rtruediv__" truediv, itruediv "__itruediv__" itruediv;
    floordiv "__floordiv__" "__rfloordiv__" floordiv, ifloordiv "__ifloordiv__" ifloordiv;
    modulo "__mod__" "__rmod__" modulo, imod "__imod__" imod;
    lshift "__lshift__" "__rlshift__" lshift, ilshift "__ilshift__" ilshift;
    rshift "__rshift__" "__rrshift__" rshift, irshift "__irshift__" irshift;
    and "__and__" "__rand__" and, iand "__iand__" iand;
    or "__or__" "__ror__" or, ior "__ior__" ior;
    xor "__xor__" "__rxor__" xor, ixor "__ixor__" ixor;
}
pub fn divmod(a: Value, b: Value) -> PyResult {
    by_methods(a, b, "__divmod__", "__rdivmod__", crate::number::divmod)
}
/// With a modulus there is neither coercion nor a reflected method.
pub fn pow(a: Value, b: Value, c: Value) -> PyResult {
    if c.is_none() {
        return by_methods(a, b, "__pow__", "__rpow__", crate::number::pow);
    }
    // Whichever operand is the instance.
    let f = crate::attr::get(a, super::str::intern_static("__pow__"))?;
    call_values(f, &[b, c])
}
pub fn ipow(a: Value, b: Value) -> PyResult {
    inplace(a, b, "__ipow__", "__pow__", "__rpow__", crate::number::ipow)
}

/// A unary operator by its special method.
pub fn unary(v: Value, name: &'static str) -> PyResult {
    required(v, name, &[])
}

/// `types.InstanceType(class[, dict])`
pub fn new_instance(_ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let given = args.pos();
    let first = match given {
        [c] | [c, _] => *c,
        _ => {
            let (bound, s) = match given.len() {
                0 => ("least 1", ""),
                _ => ("most 2", "s"),
            };
            return Err(raise_fmt!(
                type_error,
                "instance() takes at {bound} argument{s} ({} given)",
                given.len()
            ));
        }
    };
    let Some(class) = first.cast::<ClassObject>() else {
        return Err(raise_fmt!(
            type_error,
            "instance() argument 1 must be classobj, not {}",
            crate::attr::argument_name(first)
        ));
    };
    let dict = match given.get(1) {
        None => None,
        Some(d) if d.is_none() => None,
        Some(d) if d.cast::<Dict>().is_some() => d.cast::<Dict>(),
        Some(_) => {
            return Err(type_error(
                "instance() second arg must be dictionary or None",
            ));
        }
    };
    let obj = allocate(class);
    if let Some(d) = dict {
        attributes::set_dict(obj, d);
    }
    Ok(obj)
}

pub fn neg(v: Value) -> PyResult {
    unary(v, "__neg__")
}
pub fn pos(v: Value) -> PyResult {
    unary(v, "__pos__")
}
pub fn abs(v: Value) -> PyResult {
    unary(v, "__abs__")
}
pub fn invert(v: Value) -> PyResult {
    unary(v, "__invert__")
}
/// Is there the method? A hook that looks attributes up is asked now and once more for the method itself, and
/// whatever it raises now means no.
pub(crate) fn has(v: Value, name: Ref<Str>) -> bool {
    crate::exception::quiet(|| getattr(v, name)).is_some()
}
pub fn int(v: Value) -> PyResult {
    match has(v, names::int()) {
        true => unary(v, "__int__"),
        false => unary(v, "__trunc__"),
    }
}
pub fn long(v: Value) -> PyResult {
    match has(v, names::long()) {
        true => unary(v, "__long__"),
        false => int(v),
    }
}
pub fn float(v: Value) -> PyResult {
    unary(v, "__float__")
}
pub fn oct(v: Value) -> PyResult {
    unary(v, "__oct__")
}
pub fn hex(v: Value) -> PyResult {
    unary(v, "__hex__")
}
pub fn index(v: Value) -> PyResult {
    match method(v, "__index__")? {
        Some(f) => call_values(f, &[]),
        None => Err(type_error("object cannot be interpreted as an index")),
    }
}
