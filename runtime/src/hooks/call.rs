//! Calls.

use crate::builtins::classobj;
use crate::builtins::function::new as new_function;
use crate::cache::{Cache, Content, HELD};
use crate::call::{
    Args, call as call_natively, call_builtin, call_by_node, call_ex_by_node, call_function,
    code_flags,
};
use crate::error::PyResult;
use crate::layouts::{
    BoundMethod, BuiltinFunction, ClassObject, Function, LayoutId, MethodDescriptor, Tuple,
};
use crate::names;
use crate::object::Ref;
use crate::ops::call_kind;
use crate::typeobj::{Type, flags};
use crate::value::Value;

fn view<'a>(args: &'a [Value], names: Option<Value>) -> Args<'a> {
    Args {
        values: args,
        kwnames: names.and_then(|n| n.cast::<Tuple>()),
    }
}

/// `callee(*args)`, noting what was called.
pub fn plan(callee: Value, args: &[Value], names: Option<Value>, cache: &Cache) -> PyResult {
    let found = if cache.is_given_up() {
        None
    } else {
        noted(callee, args, names.is_some(), cache)
    };
    match found {
        Some((kind, value)) => {
            let (value, aux) = match stand_in(kind, value, cache) {
                Some(other) => (other, HELD),
                None => (value, 0),
            };
            cache.fill(Content {
                key: callee.shape_id(),
                kind,
                aux,
                value: Some(value),
                ..Content::default()
            });
        }
        None => note_class(callee, args, cache),
    }
    call_by_node(callee, view(args, names))
}

/// The kind of entry for a callee that is no class, and the entry's value.
fn noted(callee: Value, args: &[Value], keywords: bool, cache: &Cache) -> Option<(u16, Value)> {
    let known = cache.lookup(callee.shape_id());
    let seen = known.is_some_and(|e| e.value() != callee);
    let either = |one, several| Some((if seen { several } else { one }, callee));
    let exactly = |f: Ref<Function>, n| binds(f, n) && f.code.get().argcount.get() as usize == n;
    if let Some(f) = callee.exact::<Function>() {
        if keywords || !exactly(f, args.len()) {
            return binds(f, args.len()).then_some((call_kind::BINDING_FUNCTION, callee));
        }
        let closure = known.is_some_and(|e| {
            seen && e.kind() != call_kind::ANY_FUNCTION && same_code(e.value(), f)
        });
        if closure {
            return Some((call_kind::CLOSURE, callee));
        }
        return either(call_kind::FUNCTION, call_kind::ANY_FUNCTION);
    }
    if keywords {
        return None;
    }
    if callee.exact::<BuiltinFunction>().is_some() {
        return either(call_kind::BUILTIN, call_kind::ANY_BUILTIN);
    }
    if callee.exact::<MethodDescriptor>().is_some() {
        return either(call_kind::METHOD, call_kind::ANY_METHOD);
    }
    let m = callee.exact::<BoundMethod>()?;
    let f = m.function.get().exact::<Function>()?;
    (exactly(f, args.len() + 1) && m.receiver.get().is_some())
        .then_some((call_kind::BOUND, f.value()))
}

/// What stands for a callee where others of its sort are called as well, so that the entry outlives it: without the
/// objects that it has to itself.
fn stand_in(kind: u16, callee: Value, cache: &Cache) -> Option<Value> {
    let known = (cache.lookup(callee.shape_id())).filter(|e| e.kind() == kind && e.is_held());
    if let Some(e) = known
        && kind != call_kind::CLOSURE
    {
        return Some(e.value());
    }
    match kind {
        call_kind::CLOSURE | call_kind::ANY_FUNCTION => {
            let f = callee.exact::<Function>()?;
            Some(new_function(f.code.get(), f.globals.get(), None, None).into())
        }
        call_kind::ANY_BUILTIN => {
            let b = callee.exact::<BuiltinFunction>()?;
            let receiver = b.receiver.get().map(|_| Value::none());
            Some(BuiltinFunction::alloc(b.entry.clone(), b.def.clone(), receiver, None).into())
        }
        _ => None,
    }
}

fn same_code(known: Value, f: Ref<Function>) -> bool {
    known
        .exact::<Function>()
        .is_some_and(|k| k.code.get() == f.code.get())
}

/// A method bound to its receiver.
pub fn bound(callee: Ref<BoundMethod>, args: &[Value]) -> PyResult {
    call_by_node(callee.into(), Args::positional(args))
}

/// Notes a class: one whose instances are plain to make, or classes that are called as their metaclass says.
fn note_class(callee: Value, args: &[Value], cache: &Cache) {
    let known = cache.lookup(callee.shape_id());
    let several = known.is_some_and(|e| e.value() != callee || e.kind() == call_kind::CLASS);
    let is_type = crate::builtins::type_::as_type(callee).is_some();
    if !(several && is_type)
        && let Some(c) = constructor(callee)
        && (c.init.is_some() || args.is_empty())
    {
        let old = callee.exact::<ClassObject>().is_some();
        cache.fill(Content {
            key: callee.shape_id(),
            kind: if old {
                call_kind::OLD_INSTANCE
            } else {
                call_kind::INSTANCE
            },
            version: c.versioned.version.get(),
            value: Some(callee),
            ..Content::default()
        });
    } else if is_type {
        cache.fill(Content {
            key: callee.shape_id(),
            kind: call_kind::CLASS,
            value: Some(callee),
            ..Content::default()
        });
    }
}

/// How instances of a class are made: by `object.__new__`, or as instances of an old-style class, and a function
/// in Python.
pub struct Constructor {
    /// The type whose version tells that it is still so.
    pub versioned: Ref<Type>,
    /// The class's `__init__`, if it has one of its own.
    pub init: Option<Ref<Function>>,
}

/// The constructor of a class, if it is a plain one: with `__del__` it is none, since compiled code may be left between
/// the allocation of an instance and its `__init__`, and makes another then.
pub fn constructor(callee: Value) -> Option<Constructor> {
    if let Some(class) = callee.exact::<ClassObject>() {
        return old_constructor(class);
    }
    let class = crate::builtins::type_::as_type(callee)?;
    let object = crate::types::OBJECT.get();
    let plain = callee.ty() == crate::types::TYPE.get()
        && class.has(flags::HEAP)
        && !class.has(flags::ABSTRACT | flags::HAS_DEL)
        && class.layout.get() == LayoutId::Object
        && class.version.get() != 0
        && class.lookup(names::new()) == object.lookup(names::new());
    if !plain {
        return None;
    }
    let found = class.lookup(names::init());
    let init = if found == object.lookup(names::init()) {
        None
    } else {
        Some(found?.exact::<Function>()?)
    };
    Some(Constructor {
        versioned: class,
        init,
    })
}

fn old_constructor(class: Ref<ClassObject>) -> Option<Constructor> {
    let versioned = crate::types::INSTANCE.get();
    let plain = classobj::is_cacheable(class) && classobj::lookup(class, names::del()).is_none();
    if !plain || versioned.version.get() == 0 {
        return None;
    }
    let init = match classobj::lookup(class, names::init()) {
        Some((f, _)) => Some(f.exact::<Function>()?),
        None => None,
    };
    Some(Constructor { versioned, init })
}

/// `class(*args)` of a class that has a [`Constructor`].
pub fn construct(class: Value, args: &[Value], names: Option<Value>) -> PyResult {
    call_natively(class, view(args, names))
}

/// `class(*args)` of any new-style class.
pub fn class(class: Ref<Type>, args: &[Value], names: Option<Value>) -> PyResult {
    call_natively(class.value(), view(args, names))
}

/// An instance of such a class, before its `__init__`.
pub fn allocate(class: Value) -> Value {
    if let Some(c) = class.exact::<ClassObject>() {
        return classobj::allocate(c);
    }
    match crate::builtins::type_::as_type(class) {
        Some(ty) => crate::builtins::type_::allocate(ty),
        None => unreachable!("a class"),
    }
}

/// What the `__init__` of `obj` has returned is nothing.
///
/// # Errors
/// TypeError if it is something.
pub fn initialised(result: Value, obj: Value) -> PyResult<()> {
    if classobj::is_instance(obj) {
        classobj::expect_nothing(result)
    } else {
        crate::slot_dispatch::expect_nothing(result)
    }
}

/// Has the function nothing but parameters, of which that many may be given?
fn binds(f: Ref<Function>, given: usize) -> bool {
    let code = f.code.get();
    code.flags.get() & (code_flags::COMPLEX_CALL | code_flags::OPTIMIZED) == code_flags::OPTIMIZED
        && given <= code.argcount.get() as usize
}

/// A Python function, its parameters filled as its signature says.
pub fn binding(callee: Ref<Function>, args: &[Value], names: Option<Value>) -> PyResult {
    call_function(callee, view(args, names))
}

/// A Python function without keywords.
#[inline]
pub fn function(callee: Ref<Function>, args: &[Value]) -> PyResult {
    call_function(callee, Args::positional(args))
}

/// A builtin without keywords.
#[inline]
pub fn builtin(callee: Ref<BuiltinFunction>, args: &[Value]) -> PyResult {
    call_builtin(callee, Args::positional(args))
}

/// A builtin type's method with its receiver, without keywords.
#[inline]
pub fn method(callee: Ref<MethodDescriptor>, args: &[Value]) -> PyResult {
    crate::builtins::descriptors::method_call(callee.into(), Args::positional(args))
}

/// `callee(*args)`, called as native code does.
pub fn special(callee: Value, args: &[Value]) -> PyResult {
    call_natively(callee, Args::positional(args))
}

pub fn star(callee: Value, args: &[Value], names: Option<Value>) -> PyResult {
    let (last, rest) = args
        .split_last()
        .map_or((None, args), |(l, r)| (Some(*l), r));
    call_ex_by_node(callee, view(rest, names), last, None)
}
pub fn kwargs(callee: Value, args: &[Value], names: Option<Value>) -> PyResult {
    let (last, rest) = args
        .split_last()
        .map_or((None, args), |(l, r)| (Some(*l), r));
    call_ex_by_node(callee, view(rest, names), None, last)
}
pub fn star_kwargs(callee: Value, args: &[Value], names: Option<Value>) -> PyResult {
    let n = args.len().saturating_sub(2);
    call_ex_by_node(
        callee,
        view(&args[..n], names),
        args.get(n).copied(),
        args.get(n + 1).copied(),
    )
}
