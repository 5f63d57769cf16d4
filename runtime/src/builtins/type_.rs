//! `type`: classes as objects, their attributes, the calls that make classes and instances.

mod checks;
mod making;
mod order;

pub use checks::*;
pub use making::*;
pub use order::*;

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
