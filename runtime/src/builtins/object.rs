//! `object`: what every new-style object can do.

use crate::call::Args;
use crate::error::{PyResult, Raised, type_error};
use crate::exception::quiet;
use crate::layouts::{Dict, Str, Tuple};
use crate::names;
use crate::object::Ref;
use crate::slots::{Init, New};
use crate::typeobj::{Type, flags};
use crate::value::Value;

pub use crate::attr::{generic_get, generic_set};

fn excess(args: Args<'_>) -> bool {
    !args.values.is_empty()
}

/// `object.__new__`: arguments are an error unless `__init__` is there to take them.
pub fn new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    if excess(args) {
        let custom_init = ty
            .slots
            .init
            .get()
            .is_none_or(|f| !std::ptr::fn_addr_eq(f, init as Init));
        let custom_new = ty
            .slots
            .new
            .get()
            .is_none_or(|f| !std::ptr::fn_addr_eq(f, new as New));
        if custom_new && custom_init {
            crate::modules::warnings::warn_here(
                crate::types::DEPRECATION_WARNING.get(),
                "object() takes no parameters",
            )?;
        } else if custom_new || !custom_init {
            return Err(type_error("object() takes no parameters"));
        }
    }
    if ty.has(flags::ABSTRACT) {
        return Err(cannot_instantiate(ty));
    }
    Ok(super::type_::allocate(ty))
}

/// A class with abstract methods has no instances.
#[cold]
fn cannot_instantiate(ty: Ref<Type>) -> Raised {
    let missing = || {
        let names = super::type_attributes::get_abstract(ty.value())?;
        let names = super::list::from_iterable(names)?;
        super::list::sort_method(names, Value::none(), Value::none(), 0)?;
        super::str::split::join(super::str::new(b", "), names.into())
    };
    let names = match missing() {
        Ok(names) => names,
        Err(e) => return e,
    };
    raise_fmt!(
        type_error,
        "Can't instantiate abstract class {} with abstract methods {}",
        ty.name_str(),
        super::str::text_of(names)
    )
}

/// `object.__init__`
pub fn init(obj: Value, args: Args<'_>) -> PyResult<()> {
    if excess(args) {
        let ty = obj.ty();
        let custom_new = ty
            .slots
            .new
            .get()
            .is_none_or(|f| !std::ptr::fn_addr_eq(f, new as New));
        let custom_init = ty
            .slots
            .init
            .get()
            .is_none_or(|f| !std::ptr::fn_addr_eq(f, init as Init));
        if custom_new && custom_init {
            crate::modules::warnings::warn_here(
                crate::types::DEPRECATION_WARNING.get(),
                "object.__init__() takes no parameters",
            )?;
        } else if custom_init || !custom_new {
            return Err(type_error("object.__init__() takes no parameters"));
        }
    }
    Ok(())
}

/// `<m.C object at 0x…>`
pub fn repr(v: Value) -> PyResult {
    let ty = v.ty();
    let module = super::type_::module_of(ty).filter(|m| m != "__builtin__");
    let text = match module {
        Some(m) => format!("<{m}.{} object at {:#x}>", ty.name_str(), v.bits()),
        None => format!("<{} object at {:#x}>", ty.name_str(), v.bits()),
    };
    Ok(super::str::from_text(&text).into())
}

/// `str` is `repr` unless a class says otherwise. The type of the result is for the caller to judge.
pub fn str(v: Value) -> PyResult {
    // Whoever asks for it counts a level.
    match v.ty().slots.repr.get() {
        Some(f) => f(v),
        None => repr(v),
    }
}

/// The hash of None. It is an address in CPython, of which the lowest byte is the same in all runs of a build: that decides
/// where None stands in small dicts and sets. This is the byte that the builds of 2.7.18 have that we compare with; with an
/// address of ours the order would change with each build.
const NONE_HASH: i64 = 0x7f5a_31de;
/// The same of Ellipsis and of NotImplemented.
const ELLIPSIS_HASH: i64 = 0x7f5a_30d1;
const NOT_IMPLEMENTED_HASH: i64 = 0x7f5a_2fdd;

pub fn hash(v: Value) -> PyResult<i64> {
    if v.is_none() {
        return Ok(NONE_HASH);
    }
    if let Some(t) = v.cast::<Type>() {
        // Of builtin types the tables know the byte.
        let known = t.def.get().and_then(|def| def.hash);
        return Ok(known
            .filter(|_| !t.has(flags::HEAP))
            .unwrap_or_else(|| crate::protocol::identity_hash(v)));
    }
    Ok(match v {
        _ if v == crate::singletons::ellipsis() => ELLIPSIS_HASH,
        _ if v == crate::singletons::not_implemented() => NOT_IMPLEMENTED_HASH,
        _ => crate::protocol::identity_hash(v),
    })
}

/// Getter of `__class__`.
pub fn get_class(v: Value) -> PyResult {
    Ok(v.ty().into())
}

/// Setter of `__class__`.
pub fn set_class(v: Value, class: Option<Value>) -> PyResult<()> {
    let Some(class) = class else {
        return Err(type_error("can't delete __class__ attribute"));
    };
    let Some(new) = super::type_::as_type(class) else {
        return Err(raise_fmt!(
            type_error,
            "__class__ must be set to new-style class, not '{}' object",
            crate::attr::type_name(class)
        ));
    };
    let old = v.ty();
    if !new.has(flags::HEAP) || !old.has(flags::HEAP) {
        return Err(type_error("__class__ assignment: only for heap types"));
    }
    if !super::type_::same_layout(old, new) {
        return Err(raise_fmt!(
            type_error,
            "__class__ assignment: '{}' object layout differs from '{}'",
            old.name_str(),
            new.name_str()
        ));
    }
    crate::attributes::change_class(v, new);
    Ok(())
}

/// Getter of `__dict__`.
pub fn get_dict(v: Value) -> PyResult {
    match crate::attributes::dict(v) {
        Some(d) => Ok(d),
        None => Err(crate::attr::no_attribute(v, names::dict())),
    }
}

/// Getter of `__weakref__`: the first of the weak references.
pub fn get_weakref(v: Value) -> PyResult {
    let references = super::weakref::references(v);
    Ok(references
        .as_ref()
        .items()
        .first()
        .copied()
        .unwrap_or(Value::none()))
}

/// Setter of `__dict__`.
pub fn set_dict(v: Value, d: Option<Value>) -> PyResult<()> {
    // Deleting it leaves an empty one.
    let d = d.or_else(|| Some(super::dict::new().into()));
    let Some(dict) = d.and_then(|d| d.cast::<Dict>()) else {
        return Err(raise_fmt!(
            type_error,
            "__dict__ must be set to a dictionary, not a '{}'",
            d.map_or("NULL", crate::attr::type_name)
        ));
    };
    if crate::attributes::set_dict(v, dict) {
        Ok(())
    } else {
        Err(crate::attr::no_attribute(v, names::dict()))
    }
}

/// `object.__format__`
pub fn format(v: Value, spec: Value) -> PyResult {
    let text: Value = if super::unicode::is_unicode(spec) {
        super::unicode::from_object(v)?
    } else if spec.cast::<Str>().is_some() {
        crate::protocol::str(v)?.into()
    } else {
        return Err(type_error("argument to __format__ must be unicode or str"));
    };
    complain_of_spec(spec)?;
    crate::format::format_value(text, spec)
}

/// Objects without a `__format__` of their own should be given no specification.
pub fn complain_of_spec(spec: Value) -> PyResult<()> {
    if crate::protocol::len(spec)? > 0 {
        crate::modules::warnings::warn_here(
            crate::types::PENDING_DEPRECATION_WARNING.get(),
            "object.__format__ with a non-empty format string is deprecated",
        )?;
    }
    Ok(())
}

/// `object.__reduce_ex__`: by `copy_reg`, unless the class defines `__reduce__`.
pub fn reduce_ex(v: Value, protocol: i32) -> PyResult {
    let reduce = crate::builtins::str::intern(b"__reduce__");
    let Some(f) = quiet(|| crate::attr::get(v, reduce)) else {
        return reduce_by(v, protocol);
    };
    let class = crate::attr::get(v, crate::names::class())?;
    let own = crate::attr::get(class, reduce)?;
    if crate::types::OBJECT.get().lookup(reduce) == Some(own) {
        return reduce_by(v, protocol);
    }
    // Once the class has one of its own, the object's own counts: this is no lookup of a special method.
    crate::call::call_values(f, &[])
}

/// `copy_reg` does the work of both protocols.
pub fn reduce_by(v: Value, protocol: i32) -> PyResult {
    let m = crate::modules::loaded_or_imported(b"copy_reg")?;
    if protocol >= 2 {
        return reduce_two(v, m);
    }
    let f = crate::attr::get(m, crate::builtins::str::intern(b"_reduce_ex"))?;
    crate::call::call_values(f, &[v, Value::int(i64::from(protocol))])
}

/// Protocol 2: `copy_reg.__newobj__` with the arguments and state that the object names.
fn reduce_two(v: Value, copy_reg: Value) -> PyResult {
    let named = |n: &[u8]| crate::builtins::str::intern(n);
    // Whatever goes wrong in finding these, they count as not there.
    let found = |n: &[u8]| quiet(|| crate::attr::get(v, named(n)));
    let class = crate::attr::get(v, crate::names::class())?;
    let not_to_pickle = || raise_fmt!(type_error, "can't pickle {} objects", v.ty().full_name());
    if v.ty().slots.new.get().is_none() || super::struct_sequence::is_single(v.ty()) {
        return Err(not_to_pickle());
    }
    let args = match found(b"__getnewargs__") {
        Some(f) => {
            let a = crate::call::call_values(f, &[])?;
            Some(a.cast::<Tuple>().ok_or_else(|| {
                raise_fmt!(
                    type_error,
                    "__getnewargs__ should return a tuple, not '{}'",
                    crate::attr::type_name(a)
                )
            })?)
        }
        None => None,
    };
    let state = match found(b"__getstate__") {
        Some(f) => crate::call::call_values(f, &[])?,
        // Nobody tells how many items it has.
        None if args.is_none()
            && v.cast::<crate::layouts::List>().is_none()
            && v.cast::<Dict>().is_none()
            && crate::sizes::of(v.ty()).is_some_and(|size| size.item != 0) =>
        {
            return Err(not_to_pickle());
        }
        None => {
            let own = found(b"__dict__").unwrap_or(Value::none());
            // A class that was looked at before knows the names of its slots.
            let known = super::type_::as_type(class)
                .and_then(|c| c.dict())
                .and_then(|d| d.get_str(named(b"__slotnames__")))
                .filter(|l| l.cast::<crate::layouts::List>().is_some());
            let names = match known {
                Some(names) => names,
                None => crate::call::call_values(
                    crate::attr::get(copy_reg, named(b"_slotnames"))?,
                    &[class],
                )?,
            };
            slot_state(v, own, names)?
        }
    };
    let items = |is: bool, method: &[u8]| -> PyResult {
        if !is {
            return Ok(Value::none());
        }
        crate::protocol::iter(crate::call::call_values(
            crate::attr::get(v, named(method))?,
            &[],
        )?)
    };
    let list_items = match v.cast::<crate::layouts::List>() {
        Some(_) => crate::protocol::iter(v)?,
        None => Value::none(),
    };
    let dict_items = items(v.cast::<Dict>().is_some(), b"iteritems")?;
    let new_args = crate::builtins::list::new();
    new_args.push(class);
    for a in args.as_ref().map_or(&[][..], |t| t.as_ref().items()) {
        new_args.push(*a);
    }
    let newobj = crate::attr::get(copy_reg, named(b"__newobj__"))?;
    let parts = [
        newobj,
        crate::builtins::tuple::from_slice(new_args.as_ref().items()).into(),
        state,
        list_items,
        dict_items,
    ];
    Ok(crate::builtins::tuple::from_slice(&parts).into())
}

/// The state of an object with `__slots__`: a pair of its dict and a dict of its members.
fn slot_state(v: Value, own: Value, names: Value) -> PyResult {
    if names.is_none() {
        return Ok(own);
    }
    let slots = crate::builtins::dict::new();
    let mut any = false;
    crate::protocol::for_each(names, |n| {
        if let Some(x) = crate::attr::find(v, crate::builtins::str::attribute_name(n)?)? {
            any = true;
            slots.set(n, x)?;
        }
        Ok(())
    })?;
    Ok(if any {
        crate::builtins::tuple::from_slice(&[own, slots.into()]).into()
    } else {
        own
    })
}

/// `object.__subclasshook__`
pub fn subclasshook(_class: Value, _args: &[Value]) -> PyResult {
    Ok(crate::singletons::not_implemented())
}

/// What `dir(v)` of the default kind shows of the object itself.
pub fn own_names(v: Value, out: Ref<Dict>) -> PyResult<()> {
    // A method shows its function's attributes, and whoever answers for attributes himself what he likes.
    let own = v.ty().lookup(names::dict());
    if (!crate::attr::is_generic_get(v.ty().slots.getattr.get())
        || own.is_some_and(|d| d.cast::<crate::layouts::Getset>().is_none()))
        && let Some(d) = crate::exception::quiet(|| crate::attr::get(v, names::dict()))
            .and_then(|d| d.cast::<Dict>())
    {
        let mut at = 0;
        while let Some((k, _)) = d.next_entry(&mut at) {
            out.set(k, Value::none())?;
        }
    }
    crate::attributes::for_each(v, |k, _| {
        let _ = out.set(k, Value::none());
    });
    Ok(())
}

/// Attribute names of a class and its bases.
pub fn class_names(class: Value, out: Ref<Dict>) -> PyResult<()> {
    // What another metaclass says is heard.
    if class.ty() != crate::types::TYPE.get()
        && class.cast::<crate::layouts::ClassObject>().is_none()
    {
        let found = |n| quiet(|| crate::attr::get(class, n));
        if let Some(d) = found(crate::names::dict()) {
            super::dict::update(out, d)?;
        }
        if let Some(bases) = found(crate::names::bases()) {
            for b in super::list::from_iterable(bases)?.items() {
                class_names(*b, out)?;
            }
        }
        return Ok(());
    }
    let order: Ref<Tuple> = match super::type_::as_type(class) {
        Some(t) => t.mro.get().unwrap_or_else(|| super::tuple::from_slice(&[])),
        None => super::classobj::classic_mro(class),
    };
    for c in order.as_ref().items() {
        let dict = match super::type_::as_type(*c) {
            Some(t) => t.dict(),
            None => super::classobj::class_dict(*c),
        };
        let Some(d) = dict else { continue };
        let mut at = 0;
        while let Some((k, _)) = d.next_entry(&mut at) {
            out.set(k, Value::none())?;
        }
    }
    Ok(())
}

pub fn none_repr(_v: Value) -> PyResult {
    Ok(super::str::intern(b"None").into())
}
pub fn ellipsis_repr(_v: Value) -> PyResult {
    Ok(super::str::intern(b"Ellipsis").into())
}
pub fn not_implemented_repr(_v: Value) -> PyResult {
    Ok(super::str::intern(b"NotImplemented").into())
}

/// `object.__sizeof__`: what CPython's object would take.
pub fn size_of(v: Value) -> PyResult {
    // Its characters have four bytes, and an end.
    let characters = v
        .cast::<crate::layouts::Unicode>()
        .map_or(0, |u| 4 * (u.length() as i64 + 1));
    Ok(Value::int(crate::sizes::of_object(v) + characters))
}
