//! Methods of Python classes, bound and unbound.

use crate::call::{Args, call};
use crate::error::{PyResult, type_error};
use crate::layouts::{BoundMethod, Str};
use crate::object::Ref;
use crate::value::Value;

impl BoundMethod {
    /// `function` bound to `receiver`, or unbound, found in `class`.
    #[inline]
    pub fn create(function: Value, receiver: Option<Value>, class: Value) -> Ref<BoundMethod> {
        BoundMethod::alloc(function, receiver, Some(class))
    }
}

/// Calls an unbound method: the first argument must be an instance of the class.
pub fn call_unbound(m: Ref<BoundMethod>, args: Args<'_>) -> PyResult {
    let class = m.class.get().unwrap_or(Value::none());
    let first = args.pos().first().copied();
    let ok = match first {
        Some(v) => class.is_none() || crate::builtins::type_::is_instance(v, class)?,
        None => class.is_none(),
    };
    if ok {
        return call(m.function.get(), args);
    }
    let (function, expected) = (function_name(m.function.get()), class_name(class));
    let got = match first {
        Some(v) => format!(
            "{} instance",
            class_name(crate::builtins::type_::class_of(v)?)
        ),
        None => "nothing".to_owned(),
    };
    Err(raise_fmt!(
        type_error,
        "unbound method {function}() must be called with {expected} instance as first argument (got {got} instead)"
    ))
}

/// `__name__` of a function-like object as shown in messages, "?" when it has none.
pub fn function_name(f: Value) -> String {
    name_of(f)
}

fn class_name(c: Value) -> String {
    name_of(c)
}

fn name_of(v: Value) -> String {
    match crate::attr::find(v, crate::names::name()) {
        Ok(Some(n)) => n
            .cast::<Str>()
            .map_or_else(|| "?".to_owned(), |s| s.as_ref().to_text()),
        Ok(None) => "?".to_owned(),
        Err(_) => {
            crate::thread::current().take_pending();
            "?".to_owned()
        }
    }
}

/// The call slot.
pub fn call_slot(m: Value, args: Args<'_>) -> PyResult {
    crate::call::run(m, args)
}

/// The `__get__` slot: an unbound method of a class above `ty` becomes bound.
pub fn descr_get(m: Value, obj: Option<Value>, ty: Option<Value>) -> PyResult {
    let Some(b) = m.cast::<BoundMethod>() else {
        return Ok(m);
    };
    if b.receiver.get().is_some() {
        return Ok(m);
    }
    if let (Some(class), Some(ty)) = (b.class.get(), ty)
        && !class.is_none()
        && !crate::builtins::type_::is_subclass(ty, class)?
    {
        return Ok(m);
    }
    Ok(BoundMethod::create(
        b.function.get(),
        obj.filter(|o| !o.is_none()),
        ty.unwrap_or(Value::none()),
    )
    .into())
}

/// The getattr slot: attributes of the type, then of the function.
pub fn getattr(m: Value, name: Ref<Str>) -> PyResult {
    let ty = m.ty();
    if let Some(d) = ty.lookup(name) {
        return crate::attr::bind(d, Some(m), ty);
    }
    match m.cast::<BoundMethod>() {
        Some(b) => crate::attr::get(b.function.get(), name),
        None => Err(crate::attr::no_attribute(m, name)),
    }
}

/// The repr slot.
pub fn repr(m: Value) -> PyResult {
    let Some(b) = m.cast::<BoundMethod>() else {
        return Err(type_error("expected a method"));
    };
    let f = name_of(b.function.get());
    let class = b
        .class
        .get()
        .filter(|c| !c.is_none())
        .map_or_else(|| "?".to_owned(), name_of);
    let text = match b.receiver.get() {
        None => format!("<unbound method {class}.{f}>"),
        Some(r) => {
            let r = crate::protocol::repr(r)?;
            format!("<bound method {class}.{f} of {}>", r.as_ref().to_text())
        }
    };
    Ok(super::str::from_text(&text).into())
}

/// The cmp slot: by function, then by receiver.
pub fn cmp(a: Value, b: Value) -> PyResult<i32> {
    let (Some(x), Some(y)) = (a.cast::<BoundMethod>(), b.cast::<BoundMethod>()) else {
        return Ok(crate::protocol::address_cmp(a, b));
    };
    let order = crate::protocol::cmp(x.function.get(), y.function.get())?;
    if order != 0 {
        return Ok(order);
    }
    match (x.receiver.get(), y.receiver.get()) {
        (None, None) => Ok(0),
        (None, Some(_)) => Ok(-1),
        (Some(_), None) => Ok(1),
        (Some(p), Some(q)) if p == q => Ok(0),
        (Some(p), Some(q)) => crate::protocol::cmp(p, q),
    }
}

/// The hash slot.
pub fn hash(m: Value) -> PyResult<i64> {
    let Some(b) = m.cast::<BoundMethod>() else {
        return Ok(0);
    };
    let x = crate::protocol::hash(b.receiver.get().unwrap_or(Value::none()))?;
    let y = crate::protocol::hash(b.function.get())?;
    Ok(if x ^ y == -1 { -2 } else { x ^ y })
}

/// `instancemethod(function, instance, class)`
pub fn construct(function: Value, receiver: Value, class: Option<Value>) -> PyResult {
    if !crate::protocol::is_callable(function) {
        return Err(type_error("first argument must be callable"));
    }
    let receiver = Some(receiver).filter(|r| !r.is_none());
    if receiver.is_none() && class.is_none() {
        return Err(type_error("unbound methods must have non-NULL im_class"));
    }
    Ok(BoundMethod::create(function, receiver, class.unwrap_or(Value::none())).into())
}

/// `instancemethod(…)` with its arguments checked.
pub fn new_slot(_ty: Ref<crate::typeobj::Type>, args: Args<'_>) -> PyResult {
    if args.nkw() > 0 {
        return Err(type_error("instancemethod does not take keyword arguments"));
    }
    match *args.pos() {
        [f, s] => construct(f, s, None),
        [f, s, c] => construct(f, s, Some(c)),
        _ => Err(raise_fmt!(
            type_error,
            "instancemethod expected at {} arguments, got {}",
            if args.values.len() < 2 {
                "least 2"
            } else {
                "most 3"
            },
            args.values.len()
        )),
    }
}

fn of(v: Value) -> PyResult<Ref<BoundMethod>> {
    v.cast::<BoundMethod>()
        .ok_or_else(|| type_error("expected a method"))
}
pub fn get_function(v: Value) -> PyResult {
    Ok(of(v)?.function.get())
}
pub fn get_receiver(v: Value) -> PyResult {
    Ok(of(v)?.receiver.get().unwrap_or(Value::none()))
}
pub fn get_class(v: Value) -> PyResult {
    Ok(of(v)?.class.get().unwrap_or(Value::none()))
}
pub fn get_doc(v: Value) -> PyResult {
    crate::attr::get(of(v)?.function.get(), crate::names::doc())
}
