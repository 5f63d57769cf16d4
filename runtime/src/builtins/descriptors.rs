//! property, staticmethod, classmethod, and the descriptors of builtin types.

use crate::call::{Args, call, call_native, call_values, run, with_first};
use crate::error::{PyResult, Raised, attribute_error, type_error};
use crate::layouts::{
    BoundMethod, BuiltinFunction, ClassMethod, ClassmethodDescriptor, Getset, Member,
    MethodDescriptor, MethodWrapper, Property, SlotWrapper, StaticMethod, Str,
};
use crate::object::{Ref, Slot};
use crate::typedef::MethodDef;
use crate::typeobj::Type;
use crate::value::Value;

impl BuiltinFunction {
    /// A builtin bound to a receiver.
    pub fn bound(def: &'static MethodDef, receiver: Value) -> Ref<BuiltinFunction> {
        BuiltinFunction::alloc(
            std::cell::Cell::new(def.entry),
            std::cell::Cell::new(def),
            Some(receiver),
            None,
        )
    }

    /// A function of a module.
    pub fn of_module(def: &'static MethodDef, module: Value) -> Ref<BuiltinFunction> {
        BuiltinFunction::alloc(
            std::cell::Cell::new(def.entry),
            std::cell::Cell::new(def),
            None,
            Some(module),
        )
    }
}

impl Ref<BuiltinFunction> {
    pub fn name_str(self) -> &'static str {
        self.as_ref::<'static>().def.get().name
    }
}

/// `repr` of a builtin function.
pub fn builtin_repr(v: Value) -> PyResult {
    let Some(b) = v.cast::<BuiltinFunction>() else {
        return Err(type_error("expected a builtin"));
    };
    let text = match b.receiver.get() {
        Some(r) => format!(
            "<built-in method {} of {} object at {:#x}>",
            b.name_str(),
            crate::attr::type_name(r),
            r.bits()
        ),
        None => format!("<built-in function {}>", b.name_str()),
    };
    Ok(super::str::from_text(&text).into())
}

pub fn builtin_call(v: Value, args: Args<'_>) -> PyResult {
    run(v, args)
}

fn foreign(name: &str, owner: Ref<Type>, got: Value) -> Raised {
    raise_fmt!(
        type_error,
        "descriptor '{name}' requires a '{}' object but received a '{}'",
        owner.full_name(),
        crate::attr::type_name(got)
    )
}

/// `__get__` of a builtin type's method.
pub fn method_get(d: Value, obj: Option<Value>, _ty: Option<Value>) -> PyResult {
    let Some(m) = d.cast::<MethodDescriptor>() else {
        return Ok(d);
    };
    match obj {
        None => Ok(d),
        Some(o) => {
            if !o.ty().is_subtype(m.owner.get()) {
                return Err(raise_fmt!(
                    type_error,
                    "descriptor '{}' for '{}' objects doesn't apply to '{}' object",
                    m.def.get().name,
                    m.owner.get().full_name(),
                    crate::attr::type_name(o)
                ));
            }
            Ok(BuiltinFunction::bound(m.def.get(), o).into())
        }
    }
}

/// Calling a builtin type's method with its receiver first.
pub fn method_call(d: Value, args: Args<'_>) -> PyResult {
    let Some(m) = d.cast::<MethodDescriptor>() else {
        return Err(crate::call::not_callable(d));
    };
    let name = m.def.get().name;
    match args.pos().first() {
        None => Err(raise_fmt!(
            type_error,
            "descriptor '{name}' of '{}' object needs an argument",
            m.owner.get().full_name()
        )),
        Some(o) if !o.ty().is_subtype(m.owner.get()) => Err(foreign(name, m.owner.get(), *o)),
        Some(_) => call_native(m.entry.get(), args),
    }
}

pub fn method_repr(d: Value) -> PyResult {
    let text = if let Some(m) = d.cast::<MethodDescriptor>() {
        format!(
            "<method '{}' of '{}' objects>",
            m.def.get().name,
            m.owner.get().full_name()
        )
    } else if let Some(m) = d.cast::<ClassmethodDescriptor>() {
        format!(
            "<method '{}' of '{}' objects>",
            m.def.get().name,
            m.owner.get().full_name()
        )
    } else if let Some(w) = d.cast::<SlotWrapper>() {
        format!(
            "<slot wrapper '{}' of '{}' objects>",
            w.def.get().name,
            w.owner.get().full_name()
        )
    } else if let Some(g) = d.cast::<Getset>() {
        format!(
            "<attribute '{}' of '{}' objects>",
            g.def.get().name,
            g.owner.get().full_name()
        )
    } else if let Some(m) = d.cast::<Member>() {
        format!(
            "<member '{}' of '{}' objects>",
            m.name.get().as_ref().to_text(),
            m.owner.get().full_name()
        )
    } else {
        return Err(type_error("expected a descriptor"));
    };
    Ok(super::str::from_text(&text).into())
}

/// `__get__` of a builtin class method.
pub fn classmethod_descriptor_get(d: Value, obj: Option<Value>, ty: Option<Value>) -> PyResult {
    let Some(m) = d.cast::<ClassmethodDescriptor>() else {
        return Ok(d);
    };
    let name = m.def.get().name;
    let owner = m.owner.get();
    let ty = match (ty, obj) {
        (Some(t), _) => t,
        (None, Some(o)) => o.ty().into(),
        (None, None) => {
            return Err(raise_fmt!(
                type_error,
                "descriptor '{name}' for type '{}' needs either an object or a type",
                owner.full_name()
            ));
        }
    };
    match super::type_::as_type(ty) {
        None => Err(raise_fmt!(
            type_error,
            "descriptor '{name}' for type '{}' needs a type, not a '{}' as arg 2",
            owner.full_name(),
            crate::attr::type_name(ty)
        )),
        Some(t) if !t.is_subtype(owner) => Err(raise_fmt!(
            type_error,
            "descriptor '{name}' for type '{}' doesn't apply to type '{}'",
            owner.full_name(),
            t.full_name()
        )),
        Some(_) => Ok(BuiltinFunction::bound(m.def.get(), ty).into()),
    }
}

pub fn classmethod_descriptor_call(d: Value, args: Args<'_>) -> PyResult {
    let Some(m) = d.cast::<ClassmethodDescriptor>() else {
        return Err(crate::call::not_callable(d));
    };
    let name = m.def.get().name;
    let owner = m.owner.get();
    let Some(&class) = args.pos().first() else {
        return Err(raise_fmt!(
            type_error,
            "descriptor '{name}' of '{}' object needs an argument",
            owner.full_name()
        ));
    };
    match super::type_::as_type(class) {
        None => Err(raise_fmt!(
            type_error,
            "descriptor '{name}' requires a type but received a '{}'",
            class.ty().full_name()
        )),
        // The second quotation mark is missing in CPython too.
        Some(t) if !t.is_subtype(owner) => Err(raise_fmt!(
            type_error,
            "descriptor '{name}' requires a subtype of '{}' but received '{}",
            owner.full_name(),
            class.ty().full_name()
        )),
        Some(_) => call_native(m.entry.get(), args),
    }
}

/// `__get__` of a slot wrapper.
pub fn wrapper_get(d: Value, obj: Option<Value>, _ty: Option<Value>) -> PyResult {
    let Some(w) = d.cast::<SlotWrapper>() else {
        return Ok(d);
    };
    match obj {
        None => Ok(d),
        Some(o) => {
            if !o.ty().is_subtype(w.owner.get()) {
                return Err(raise_fmt!(
                    type_error,
                    "descriptor '{}' for '{}' objects doesn't apply to '{}' object",
                    w.def.get().name,
                    w.owner.get().full_name(),
                    crate::attr::type_name(o)
                ));
            }
            Ok(MethodWrapper::alloc(w, o).into())
        }
    }
}

/// Calling a slot wrapper with its receiver first.
pub fn wrapper_call(d: Value, args: Args<'_>) -> PyResult {
    let Some(w) = d.cast::<SlotWrapper>() else {
        return Err(crate::call::not_callable(d));
    };
    let name = w.def.get().name;
    match args.pos().first() {
        None => Err(raise_fmt!(
            type_error,
            "descriptor '{name}' of '{}' object needs an argument",
            w.owner.get().full_name()
        )),
        Some(o) if !o.ty().is_subtype(w.owner.get()) => Err(foreign(name, w.owner.get(), *o)),
        Some(o) => {
            let rest = Args {
                values: &args.values[1..],
                kwnames: args.kwnames,
            };
            // By way of the wrapper that it binds to.
            crate::thread::current().native(1, || call_wrapper(w, *o, rest))
        }
    }
}

/// Only the slots that take any arguments take keyword arguments.
fn call_wrapper(w: Ref<SlotWrapper>, receiver: Value, args: Args<'_>) -> PyResult {
    use crate::slots::SlotId;
    let def = w.def.get();
    if args.nkw() > 0 && !matches!(def.slot, SlotId::call | SlotId::init) {
        return Err(raise_fmt!(
            type_error,
            "wrapper {} doesn't take keyword arguments",
            def.name
        ));
    }
    if def.slot == SlotId::setattr && !may_set_attributes(w.owner.get(), receiver) {
        return Err(raise_fmt!(
            type_error,
            "can't apply this {} to {} object",
            def.name,
            crate::attr::type_name(receiver)
        ));
    }
    (def.wrapper)(w.owner.get(), receiver, args)
}

/// A builtin type's way of setting attributes cannot be circumvented by that of one of its bases.
fn may_set_attributes(owner: Ref<Type>, receiver: Value) -> bool {
    use crate::typeobj::flags;
    let mut native = Some(receiver.ty());
    while let Some(t) = native.filter(|t| t.has(flags::HEAP)) {
        native = t.base.get();
    }
    let way = |t: Ref<Type>| {
        t.slots
            .setattr
            .get()
            .unwrap_or(crate::attr::generic_set as crate::slots::SetAttr) as usize
    };
    native.is_none_or(|t| way(t) == way(owner))
}

pub fn method_wrapper_call(d: Value, args: Args<'_>) -> PyResult {
    let Some(m) = d.cast::<MethodWrapper>() else {
        return Err(crate::call::not_callable(d));
    };
    call_wrapper(m.wrapper.get(), m.receiver.get(), args)
}

pub fn method_wrapper_repr(d: Value) -> PyResult {
    let Some(m) = d.cast::<MethodWrapper>() else {
        return Err(type_error("expected a method-wrapper"));
    };
    let r = m.receiver.get();
    let text = format!(
        "<method-wrapper '{}' of {} object at {:#x}>",
        m.wrapper.get().def.get().name,
        crate::attr::type_name(r),
        r.bits()
    );
    Ok(super::str::from_text(&text).into())
}

/// `__get__` of a computed attribute.
pub fn getset_get(d: Value, obj: Option<Value>, _ty: Option<Value>) -> PyResult {
    let Some(g) = d.cast::<Getset>() else {
        return Ok(d);
    };
    match obj {
        None => Ok(d),
        Some(o) => {
            let def = g.def.get();
            check_receiver(def.name, g.owner.get(), o)?;
            (def.get)(o)
        }
    }
}

/// `__set__` of a computed attribute.
pub fn getset_set(d: Value, obj: Value, v: Option<Value>) -> PyResult<()> {
    let Some(g) = d.cast::<Getset>() else {
        return Ok(());
    };
    let def = g.def.get();
    check_receiver(def.name, g.owner.get(), obj)?;
    match def.set {
        Some(f) => f(obj, v),
        None => Err(raise_fmt!(
            attribute_error,
            "attribute '{}' of '{}' objects is not writable",
            def.name,
            g.owner.get().full_name()
        )),
    }
}

fn check_receiver(name: &str, owner: Ref<Type>, obj: Value) -> PyResult<()> {
    if obj.ty().is_subtype(owner) {
        return Ok(());
    }
    Err(raise_fmt!(
        type_error,
        "descriptor '{name}' for '{}' objects doesn't apply to '{}' object",
        owner.full_name(),
        crate::attr::type_name(obj)
    ))
}

fn member_slot(m: Ref<Member>, obj: Value) -> PyResult<&'static Slot<Option<Value>>> {
    if !obj.ty().is_subtype(m.owner.get()) {
        return Err(raise_fmt!(
            type_error,
            "descriptor '{}' for '{}' objects doesn't apply to '{}' object",
            m.name.get().as_ref().to_text(),
            m.owner.get().full_name(),
            crate::attr::type_name(obj)
        ));
    }
    // SAFETY: instances of the owner have a word for the member at its offset.
    Ok(
        unsafe {
            &*((obj.bits() as usize + m.offset.get() as usize) as *const Slot<Option<Value>>)
        },
    )
}

/// `__get__` of a `__slots__` member.
pub fn member_get(d: Value, obj: Option<Value>, _ty: Option<Value>) -> PyResult {
    let Some(m) = d.cast::<Member>() else {
        return Ok(d);
    };
    match (obj, m.def.get()) {
        (None, _) => Ok(d),
        (Some(o), Some(def)) => {
            check_receiver(def.name, m.owner.get(), o)?;
            (def.get)(o)
        }
        (Some(o), None) => member_slot(m, o)?
            .get()
            .ok_or_else(|| attribute_error(m.name.get().as_ref().bytes())),
    }
}

/// `__set__` of a `__slots__` member.
pub fn member_set(d: Value, obj: Value, v: Option<Value>) -> PyResult<()> {
    let Some(m) = d.cast::<Member>() else {
        return Ok(());
    };
    if let Some(def) = m.def.get() {
        check_receiver(def.name, m.owner.get(), obj)?;
        return match def.set {
            Some(f) => f(obj, v),
            None => Err(type_error("readonly attribute")),
        };
    }
    let slot = member_slot(m, obj)?;
    if v.is_none() && slot.get().is_none() {
        return Err(attribute_error(m.name.get().as_ref().bytes()));
    }
    slot.set(v);
    Ok(())
}

/// `property.__init__`
pub fn property_init(
    p: Ref<Property>,
    get: Option<Value>,
    set: Option<Value>,
    del: Option<Value>,
    doc: Option<Value>,
) -> PyResult<()> {
    let some = |v: Option<Value>| v.filter(|v| !v.is_none());
    p.get.set(some(get));
    p.set.set(some(set));
    p.del.set(some(del));
    let doc = some(doc);
    p.doc.set(doc);
    p.getter_doc.set(0);
    if doc.is_none()
        && let Some(g) = some(get)
        && let Some(text) = crate::attr::find(g, crate::names::doc())?
    {
        p.getter_doc.set(1);
        let v: Value = p.into();
        if v.ty() == crate::types::PROPERTY.get() {
            p.doc.set(Some(text));
        } else {
            // The class has a text of its own, which that of the instance must hide.
            crate::attr::set(v, crate::names::doc(), Some(text))?;
        }
    }
    Ok(())
}

pub fn property_get(d: Value, obj: Option<Value>, _ty: Option<Value>) -> PyResult {
    let Some(p) = d.cast::<Property>() else {
        return Ok(d);
    };
    match (obj, p.get.get()) {
        (None, _) => Ok(d),
        (Some(o), _) if o.is_none() => Ok(d),
        (Some(o), Some(f)) => call_values(f, &[o]),
        (Some(_), None) => Err(attribute_error("unreadable attribute")),
    }
}

pub fn property_set(d: Value, obj: Value, v: Option<Value>) -> PyResult<()> {
    let Some(p) = d.cast::<Property>() else {
        return Ok(());
    };
    match v {
        Some(v) => match p.set.get() {
            Some(f) => call_values(f, &[obj, v]).map(|_| ()),
            None => Err(attribute_error("can't set attribute")),
        },
        None => match p.del.get() {
            Some(f) => call_values(f, &[obj]).map(|_| ()),
            None => Err(attribute_error("can't delete attribute")),
        },
    }
}

/// `p.getter(f)` and its siblings: a copy with one function replaced.
pub fn property_with(
    p: Ref<Property>,
    get: Option<Value>,
    set: Option<Value>,
    del: Option<Value>,
) -> PyResult {
    let none = Value::none();
    let g = get.or(p.get.get()).unwrap_or(none);
    let s = set.or(p.set.get()).unwrap_or(none);
    let d = del.or(p.del.get()).unwrap_or(none);
    // A text taken from the getter is taken from there again.
    let doc = if p.getter_doc.get() != 0 && !g.is_none() {
        none
    } else {
        p.doc.get().unwrap_or(none)
    };
    call_values(p.value().ty().into(), &[g, s, d, doc])
}

pub fn staticmethod_get(d: Value, _obj: Option<Value>, _ty: Option<Value>) -> PyResult {
    match d.cast::<StaticMethod>().and_then(|s| s.function.get()) {
        Some(f) => Ok(f),
        None => Err(crate::error::runtime_error(
            "uninitialized staticmethod object",
        )),
    }
}

pub fn classmethod_get(d: Value, obj: Option<Value>, ty: Option<Value>) -> PyResult {
    match d.cast::<ClassMethod>().and_then(|s| s.function.get()) {
        Some(f) => {
            let class = match (ty, obj) {
                (Some(t), _) if !t.is_none() => t,
                (_, Some(o)) => o.ty().into(),
                _ => Value::none(),
            };
            let meta = class.ty();
            Ok(BoundMethod::create(f, Some(class), meta.into()).into())
        }
        None => Err(crate::error::runtime_error(
            "uninitialized classmethod object",
        )),
    }
}

/// A string for a message.
pub fn text(name: Ref<Str>) -> String {
    name.as_ref().to_text()
}

/// Calls `f(first, args…)`.
pub fn call_first(f: Value, first: Value, args: Args<'_>) -> PyResult {
    with_first(first, args, |a| call(f, a))
}

// ---- attributes of builtins and descriptors ---------------------------------------------------

fn string(s: &str) -> PyResult {
    Ok(super::str::from_text(s).into())
}
fn documentation(s: &str) -> PyResult {
    if s.is_empty() {
        Ok(Value::none())
    } else {
        string(s)
    }
}
fn builtin(v: Value) -> PyResult<Ref<BuiltinFunction>> {
    v.cast::<BuiltinFunction>()
        .ok_or_else(|| type_error("expected a builtin function"))
}
pub fn builtin_name(v: Value) -> PyResult {
    string(builtin(v)?.name_str())
}
pub fn builtin_doc(v: Value) -> PyResult {
    documentation(builtin(v)?.def.get().doc)
}
pub fn builtin_self(v: Value) -> PyResult {
    Ok(builtin(v)?.receiver.get().unwrap_or(Value::none()))
}
pub fn builtin_module(v: Value) -> PyResult {
    Ok(builtin(v)?.module.get().unwrap_or(Value::none()))
}
pub fn set_builtin_module(v: Value, module: Option<Value>) -> PyResult<()> {
    builtin(v)?.module.set(module);
    Ok(())
}
pub fn builtin_hash(v: Value) -> PyResult<i64> {
    let b = builtin(v)?;
    let r = match b.receiver.get() {
        Some(r) => crate::protocol::hash(r)?,
        None => 0,
    };
    let h = r ^ (b.def.get().same as usize as i64 >> 4);
    Ok(if h == -1 { -2 } else { h })
}
pub fn builtin_richcmp(a: Value, b: Value, op: crate::protocol::CmpOp) -> PyResult {
    use crate::protocol::CmpOp;
    let (Some(x), Some(y)) = (a.cast::<BuiltinFunction>(), b.cast::<BuiltinFunction>()) else {
        return Ok(crate::singletons::not_implemented());
    };
    if !matches!(op, CmpOp::Eq | CmpOp::Ne) {
        crate::modules::warnings::of_python3(
            "builtin_function_or_method order comparisons not supported in 3.x",
        )?;
        return Ok(crate::singletons::not_implemented());
    }
    let same = x.receiver.get() == y.receiver.get()
        && std::ptr::fn_addr_eq(x.def.get().same, y.def.get().same);
    Ok(Value::bool(same == (op == CmpOp::Eq)))
}

/// Functions of one receiver by their names, others by where their receivers are.
pub fn builtin_cmp(a: Value, b: Value) -> PyResult<i32> {
    let (Some(x), Some(y)) = (a.cast::<BuiltinFunction>(), b.cast::<BuiltinFunction>()) else {
        return Ok(crate::protocol::address_cmp(a, b));
    };
    let (r, s) = (x.receiver.get(), y.receiver.get());
    if r != s {
        return Ok(r.map_or(0, Value::bits).cmp(&s.map_or(0, Value::bits)) as i32);
    }
    let (d, e) = (x.def.get(), y.def.get());
    if std::ptr::fn_addr_eq(d.same, e.same) {
        return Ok(0);
    }
    Ok(if d.name < e.name { -1 } else { 1 })
}

/// Name, documentation and owner of any descriptor of a builtin type.
fn facts(v: Value) -> PyResult<(String, &'static str, Ref<Type>)> {
    if let Some(m) = v.cast::<MethodDescriptor>() {
        let d = m.def.get();
        return Ok((d.name.to_owned(), d.doc, m.owner.get()));
    }
    if let Some(m) = v.cast::<ClassmethodDescriptor>() {
        let d = m.def.get();
        return Ok((d.name.to_owned(), d.doc, m.owner.get()));
    }
    if let Some(w) = v.cast::<SlotWrapper>() {
        let d = w.def.get();
        return Ok((d.name.to_owned(), d.doc, w.owner.get()));
    }
    if let Some(g) = v.cast::<Getset>() {
        let d = g.def.get();
        return Ok((d.name.to_owned(), d.doc, g.owner.get()));
    }
    if let Some(m) = v.cast::<Member>() {
        let doc = m.def.get().map_or("", |d| d.doc);
        return Ok((m.name.get().as_ref().to_text(), doc, m.owner.get()));
    }
    Err(type_error("expected a descriptor"))
}
pub fn descriptor_name(v: Value) -> PyResult {
    string(&facts(v)?.0)
}
pub fn descriptor_doc(v: Value) -> PyResult {
    documentation(facts(v)?.1)
}
pub fn descriptor_owner(v: Value) -> PyResult {
    Ok(facts(v)?.2.into())
}

fn wrapper(v: Value) -> PyResult<Ref<MethodWrapper>> {
    v.cast::<MethodWrapper>()
        .ok_or_else(|| type_error("expected a method-wrapper"))
}
pub fn method_wrapper_name(v: Value) -> PyResult {
    string(wrapper(v)?.wrapper.get().def.get().name)
}
pub fn method_wrapper_doc(v: Value) -> PyResult {
    documentation(wrapper(v)?.wrapper.get().def.get().doc)
}
pub fn method_wrapper_self(v: Value) -> PyResult {
    Ok(wrapper(v)?.receiver.get())
}
pub fn method_wrapper_owner(v: Value) -> PyResult {
    Ok(wrapper(v)?.wrapper.get().owner.get().into())
}
pub fn method_wrapper_hash(v: Value) -> PyResult<i64> {
    let w = wrapper(v)?;
    let h = crate::protocol::hash(w.receiver.get())?
        ^ crate::protocol::identity_hash(w.wrapper.get().into());
    Ok(if h == -1 { -2 } else { h })
}
pub fn method_wrapper_cmp(a: Value, b: Value) -> PyResult<i32> {
    let (x, y) = (wrapper(a)?, wrapper(b)?);
    if x.wrapper.get() == y.wrapper.get() {
        crate::protocol::cmp(x.receiver.get(), y.receiver.get())
    } else {
        Ok(crate::protocol::address_cmp(
            x.wrapper.get().into(),
            y.wrapper.get().into(),
        ))
    }
}

// ---- constructors -----------------------------------------------------------------------------

pub fn property_new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    Ok(super::type_::allocate(ty))
}

/// `property(fget=None, fset=None, fdel=None, doc=None)`
pub fn property_init_slot(p: Value, args: Args<'_>) -> PyResult<()> {
    let Some(p) = p.cast::<Property>() else {
        return Err(type_error("expected a property"));
    };
    let mut given: [Option<Value>; 4] = [None; 4];
    if args.values.len() > 4 {
        return Err(raise_fmt!(
            type_error,
            "property() takes at most 4 arguments ({} given)",
            args.values.len()
        ));
    }
    for (i, v) in args.pos().iter().enumerate() {
        given[i] = Some(*v);
    }
    for (k, v) in args.keywords() {
        let name = k
            .cast::<Str>()
            .map_or_else(String::new, |s| s.as_ref().to_text());
        match ["fget", "fset", "fdel", "doc"]
            .iter()
            .position(|n| *n == name)
        {
            Some(i) => given[i] = Some(v),
            None => return Err(super::sequence::unknown_keyword(args, k)),
        }
    }
    property_init(p, given[0], given[1], given[2], given[3])
}
pub fn property_getter(p: Ref<Property>, f: Value) -> PyResult {
    property_with(p, Some(f), None, None)
}
pub fn property_setter(p: Ref<Property>, f: Value) -> PyResult {
    property_with(p, None, Some(f), None)
}
pub fn property_deleter(p: Ref<Property>, f: Value) -> PyResult {
    property_with(p, None, None, Some(f))
}

fn one(name: &str, args: Args<'_>) -> PyResult {
    match *args.pos() {
        [_] if args.nkw() != 0 => Err(raise_fmt!(
            type_error,
            "{name} does not take keyword arguments"
        )),
        [f] => Ok(f),
        _ => Err(raise_fmt!(
            type_error,
            "{name} expected 1 arguments, got {}",
            args.pos().len()
        )),
    }
}
pub fn staticmethod_new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    Ok(super::type_::allocate(ty))
}
pub fn staticmethod_init(s: Value, args: Args<'_>) -> PyResult<()> {
    let f = one("staticmethod", args)?;
    if let Some(s) = s.cast::<StaticMethod>() {
        s.function.set(Some(f));
    }
    Ok(())
}
pub fn classmethod_new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    Ok(super::type_::allocate(ty))
}
pub fn classmethod_init(s: Value, args: Args<'_>) -> PyResult<()> {
    let f = one("classmethod", args)?;
    if let Some(s) = s.cast::<ClassMethod>() {
        s.function.set(Some(f));
    }
    Ok(())
}
