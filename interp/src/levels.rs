//! Levels of recursion that nodes take for a moment, and that native code does not count where it needs nobody for what
//! CPython calls functions for: operators and builtins on plain values. Frames close to the limit are run with a look
//! at these, so that recursion ends where CPython ends it.

use runtime::builtins::type_;
use runtime::call::NativeEntry;
use runtime::error::PyResult;
use runtime::layouts::{BuiltinFunction, List, Tuple};
use runtime::modules::entries;
use runtime::thread;
use runtime::value::Value;

use crate::normal::{Node, Op};

/// Are there the levels that a node takes besides what it calls?
pub fn of_node(node: &Node, value: impl Fn(u32) -> Value) -> PyResult<()> {
    match node.op {
        Op::Lt | Op::Le | Op::Eq | Op::Ne | Op::Gt | Op::Ge => {
            let is_int = |v: Value| v.ty() == runtime::types::INT.get();
            if is_int(value(node.a)) && is_int(value(node.b)) {
                return Ok(());
            }
            comparison()
        }
        Op::In | Op::NotIn => {
            let item = value(node.a);
            match sequence(value(node.b)).first() {
                Some(first) if *first != item => comparison(),
                _ => Ok(()),
            }
        }
        // A range that is never made would be by a call.
        Op::ToIterate if value(node.a) == runtime::types::XRANGE.get().into() => {
            thread::current().deeper(" while calling a Python object", || Ok(()))
        }
        _ => Ok(()),
    }
}

/// Are there the levels that a call of a builtin, without keywords, takes?
pub fn of_call<'a>(callee: Value, args: impl Fn() -> &'a [Value]) -> PyResult<()> {
    let Some(b) = callee.exact::<BuiltinFunction>() else {
        return Ok(());
    };
    let is = |entry: NativeEntry| std::ptr::fn_addr_eq(b.entry.get(), entry);
    match args() {
        [a, b] if is(entries::builtin_cmp) && a != b => comparison(),
        [_, _, ..] if is(entries::builtin_min) || is(entries::builtin_max) => comparison(),
        [v] if is(entries::builtin_min) || is(entries::builtin_max) => match sequence(*v) {
            [_, _, ..] => comparison(),
            _ => Ok(()),
        },
        [v] if is(entries::builtin_sorted) && sequence(*v).len() > 1 => {
            thread::current().native(1, comparison)
        }
        [v, class] if is(entries::builtin_isinstance) => is_instance(*v, *class).map(|_| ()),
        [v, class] if is(entries::builtin_issubclass) => is_subclass(*v, *class).map(|_| ()),
        _ => Ok(()),
    }
}

fn comparison() -> PyResult<()> {
    thread::current().deeper(" in cmp", || Ok(()))
}

fn sequence(v: Value) -> &'static [Value] {
    match (v.exact::<List>(), v.exact::<Tuple>()) {
        (Some(l), _) => l.as_ref::<'static>().items(),
        (_, Some(t)) => t.as_ref::<'static>().items(),
        _ => &[],
    }
}

/// `isinstance(v, class)` as far as its levels are concerned.
fn is_instance(v: Value, class: Value) -> PyResult<bool> {
    if v.ty().value() == class {
        return Ok(true);
    }
    of_class(class, " in __instancecheck__", |class| {
        is_instance(v, class)
    })?;
    Ok(type_::as_type(class).is_some_and(|t| v.ty().is_subtype(t)))
}

/// `issubclass(sub, class)` as far as its levels are concerned.
fn is_subclass(sub: Value, class: Value) -> PyResult<bool> {
    of_class(class, " in __subclasscheck__", |class| {
        is_subclass(sub, class)
    })?;
    let (sub, class) = (type_::as_type(sub), type_::as_type(class));
    Ok(sub.is_some_and(|s| class.is_some_and(|c| s.is_subtype(c))))
}

/// The levels for one class, or those in a tuple up to the one that answers. What a metaclass in Python does is counted
/// when it is called.
fn of_class(class: Value, doing: &str, ask: impl Fn(Value) -> PyResult<bool>) -> PyResult<()> {
    let t = thread::current();
    if let Some(classes) = class.exact::<Tuple>() {
        return t.deeper(doing, || {
            for c in classes.as_ref().items() {
                if ask(*c)? {
                    break;
                }
            }
            Ok(())
        });
    }
    if class.ty() == runtime::types::TYPE.get() {
        return t.deeper(doing, || t.native(1, || Ok(())));
    }
    Ok(())
}
