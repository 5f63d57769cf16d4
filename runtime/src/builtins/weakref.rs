//! Weak references and proxies.
//!
//! A reference holds its target's address as a number, which the collector does not follow; the heap
//! keeps the table from targets to references, and calls [`clear`] when a target is found to be
//! unreachable. So the address is valid as long as it is not 0.

use std::cell::Cell;

use crate::call::{Args, call_values};
use crate::error::{PyResult, reference_error, type_error};
use crate::layouts::{List, WeakReference};
use crate::names;
use crate::object::{Header, Ref};
use crate::protocol::{self, CmpOp};
use crate::typeobj::{Type, flags};
use crate::types;
use crate::value::Value;

/// Called by the collector for each reference to an object that is going to die.
pub fn clear(holder: *mut u8, _target: *mut u8) -> bool {
    // SAFETY: only `WeakReference`s are registered as holders.
    let r = unsafe { Ref::from_raw(holder as *mut WeakReference) };
    r.target.set(0);
    r.callback.get().is_some()
}

/// How many of the references read last the collector is told of.
const REMEMBERED: usize = 32;

struct LastRead([Cell<usize>; REMEMBERED], Cell<usize>);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for LastRead {}

/// Targets of the references read since the last collection, the latest of them, and how many were read.
static LAST_READ: LastRead = LastRead([const { Cell::new(0) }; REMEMBERED], Cell::new(0));

/// Takes the targets of the references that were read last. For the collector: they are there until it has run.
pub fn last_read() -> Vec<usize> {
    let taken = LAST_READ.0.iter().map(|target| target.take());
    taken.filter(|&target| target != 0).collect()
}

/// Runs the callbacks of references whose target has gone; how many.
pub fn run_callbacks() -> i64 {
    let mut called = 0;
    // Out of the queue all of them: where a callback begins, what waits is run, and these are not to overtake it.
    let waiting = super::list::new();
    while let Some(holder) = crate::heap::take_pending_weak() {
        // SAFETY: only `WeakReference`s are registered as holders, and the queue kept it alive.
        waiting.push(unsafe { Ref::from_raw(holder as *mut WeakReference) }.into());
    }
    for i in 0..waiting.len() {
        let Some(r) = waiting.item(i).and_then(|v| v.cast::<WeakReference>()) else {
            continue;
        };
        let Some(f) = r.callback.get() else { continue };
        r.callback.set(None);
        let t = crate::thread::current();
        let pending = t.take_pending();
        if call_values(f, &[r.into()]).is_err() {
            crate::finalizers::report(f);
        }
        t.pending.set(pending);
        called += 1;
    }
    called
}

/// The object that a reference refers to.
pub fn target(r: Ref<WeakReference>) -> Option<Value> {
    match r.target.get() {
        0 => None,
        address => {
            let n = LAST_READ.1.get();
            LAST_READ.0[n % REMEMBERED].set(address as usize);
            LAST_READ.1.set(n.wrapping_add(1));
            // SAFETY: the collector clears the address before the object goes.
            Some(unsafe { Ref::from_raw(address as *mut Header) }.into())
        }
    }
}

/// Is it one of the two kinds of proxies?
pub fn is_proxy(v: Value) -> bool {
    let ty = v.ty();
    ty == types::WEAKPROXY.get() || ty == types::WEAKCALLABLEPROXY.get()
}

/// What a proxy stands for; anything else stands for itself.
///
/// # Errors
/// ReferenceError when the object has gone.
pub fn unwrap(v: Value) -> PyResult {
    if !is_proxy(v) {
        return Ok(v);
    }
    v.cast::<WeakReference>()
        .and_then(target)
        .ok_or_else(|| reference_error("weakly-referenced object no longer exists"))
}

/// The references to the object at an address, newest first.
fn holders(address: *mut u8) -> impl Iterator<Item = Ref<WeakReference>> {
    (0..crate::heap::weak_count(address))
        .rev()
        .filter_map(move |n| {
            let holder = crate::heap::weak_holder(address, n)?;
            // SAFETY: only `WeakReference`s are registered as holders.
            Some(unsafe { Ref::from_raw(holder as *mut WeakReference) })
        })
}

/// The references to an object: the plain reference, the plain proxy, then the others, newest first.
pub fn references(object: Value) -> Ref<List> {
    let plain = super::list::new();
    let others = super::list::new();
    let proxies = super::list::new();
    if let Some(h) = object.header() {
        for r in holders(h.addr() as *mut u8) {
            let v: Value = r.into();
            if r.callback.get().is_some() {
                others.push(v);
            } else if v.ty() == types::WEAKREF.get() {
                plain.push(v);
            } else if is_proxy(v) {
                proxies.push(v);
            } else {
                others.push(v);
            }
        }
    }
    for l in [proxies, others] {
        for v in l.as_ref().items() {
            plain.push(*v);
        }
    }
    plain
}

/// A reference of type `ty`; the one that is there already, where that cannot be told from a new one.
fn make(ty: Ref<Type>, object: Value, callback: Option<Value>) -> PyResult {
    let callback = callback.filter(|c| !c.is_none());
    let Some(h) = object.header().filter(|h| h.ty().has(flags::WEAK)) else {
        return Err(raise_fmt!(
            type_error,
            "cannot create weak reference to '{}' object",
            crate::attr::type_name(object)
        ));
    };
    // Classes are known weakly to their bases, and to abstract ones; their deaths are nobody's concern.
    if object.cast::<Type>().is_none() {
        crate::dropped::note_weak_reference();
    }
    Ok(refer(ty, h, callback).into())
}

fn refer(ty: Ref<Type>, h: Ref<Header>, callback: Option<Value>) -> Ref<WeakReference> {
    if callback.is_none() && !ty.has(flags::HEAP) {
        let known = holders(h.addr() as *mut u8)
            .find(|r| r.value().ty() == ty && r.callback.get().is_none());
        if let Some(r) = known {
            return r;
        }
    }
    let r = WeakReference::alloc_for(ty, h.addr() as u64, callback, -1);
    // SAFETY: both are objects, the reference one of the heap.
    unsafe { crate::heap::register_weak(r.addr() as *mut u8, h.addr() as *mut u8) };
    r
}

/// The plain reference to a class, by which its bases know it.
pub fn of_class(class: Ref<Type>) -> Ref<WeakReference> {
    // SAFETY: every object begins with a header.
    refer(types::WEAKREF.get(), unsafe { class.cast() }, None)
}

/// The plain reference to an object, whether or not programs may have one.
pub fn of_object(object: Ref<Header>) -> Ref<WeakReference> {
    refer(types::WEAKREF.get(), object, None)
}

/// `weakref.ref.__new__`
pub fn new_reference(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    let (object, callback) = arguments("__new__", args)?;
    make(ty, object, callback)
}

fn arguments(function: &str, args: Args<'_>) -> PyResult<(Value, Option<Value>)> {
    let given = args.pos();
    match *given {
        [object] => Ok((object, None)),
        [object, callback] => Ok((object, Some(callback))),
        _ => Err(raise_fmt!(
            type_error,
            "{function} expected at {} arguments, got {}",
            if given.is_empty() {
                "least 1"
            } else {
                "most 2"
            },
            given.len()
        )),
    }
}

/// `weakref.ref.__init__` only looks at its arguments.
pub fn init(_self: Value, args: Args<'_>) -> PyResult<()> {
    if args.nkw() > 0 {
        return Err(type_error("ref() does not take keyword arguments"));
    }
    arguments("__init__", args).map(|_| ())
}

/// `weakref.proxy(object, callback)`
pub fn new_proxy(object: Value, callback: Option<Value>) -> PyResult {
    let ty = if protocol::is_callable(object) {
        types::WEAKCALLABLEPROXY.get()
    } else {
        types::WEAKPROXY.get()
    };
    make(ty, object, callback)
}

fn of(v: Value) -> PyResult<Ref<WeakReference>> {
    v.cast::<WeakReference>()
        .ok_or_else(|| type_error("expected a weak reference"))
}

/// `r()`
pub fn call(r: Value, args: Args<'_>) -> PyResult {
    if !args.values.is_empty() {
        return Err(raise_fmt!(
            type_error,
            "__call__() takes at most 0 arguments ({} given)",
            args.values.len()
        ));
    }
    Ok(target(of(r)?).unwrap_or(Value::none()))
}

pub fn repr(v: Value) -> PyResult {
    let at = v.bits();
    let text = match target(of(v)?) {
        None => format!("<weakref at {at:#x}; dead>"),
        Some(o) => {
            let (kind, to) = (crate::attr::type_name(o), o.bits());
            match crate::attr::find(o, names::name())? {
                Some(n) if n.cast::<crate::layouts::Str>().is_some() => format!(
                    "<weakref at {at:#x}; to '{kind}' at {to:#x} ({})>",
                    crate::builtins::method::function_name(o)
                ),
                _ => format!("<weakref at {at:#x}; to '{kind}' at {to:#x}>"),
            }
        }
    };
    Ok(super::str::from_text(&text).into())
}

/// The `repr` of a proxy tells that it is one.
pub fn proxy_repr(v: Value) -> PyResult {
    let text = match target(of(v)?) {
        None => format!("<weakproxy at {:#x} to NoneType>", v.bits()),
        Some(o) => format!(
            "<weakproxy at {:#x} to {} at {:#x}>",
            v.bits(),
            crate::attr::type_name(o),
            o.bits()
        ),
    };
    Ok(super::str::from_text(&text).into())
}

/// The hash is the object's, and stays when that has gone.
pub fn hash(v: Value) -> PyResult<i64> {
    let r = of(v)?;
    if r.hash.get() == -1 {
        let Some(o) = target(r) else {
            return Err(type_error("weak object has gone away"));
        };
        r.hash.set(protocol::hash(o)?);
    }
    Ok(r.hash.get())
}

/// References are equal when their objects are; dead ones only to themselves.
pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    let (Some(x), Some(y)) = (a.cast::<WeakReference>(), b.cast::<WeakReference>()) else {
        return Ok(crate::singletons::not_implemented());
    };
    // References of different types are not compared by what they refer to, as in CPython.
    if !matches!(op, CmpOp::Eq | CmpOp::Ne) || a.ty() != b.ty() || is_proxy(a) || is_proxy(b) {
        return Ok(crate::singletons::not_implemented());
    }
    match (target(x), target(y)) {
        (Some(p), Some(q)) => protocol::rich_compare(p, q, op),
        _ => Ok(Value::bool((a == b) == (op == CmpOp::Eq))),
    }
}
