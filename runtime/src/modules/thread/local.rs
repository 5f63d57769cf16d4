//! `thread._local`: an object whose attributes each thread has for itself.
//!
//! The object has the dicts of all threads, by the threads' serial numbers. Those of threads that
//! have ended are dropped by the collector. Before each access the dict of the current thread is put
//! where the generic algorithms look for an object's dict.

use crate::attr;
use crate::builtins::{dict, type_};
use crate::call::Args;
use crate::error::{PyResult, type_error};
use crate::heap::Tracer;
use crate::layouts::{Buffer, Dict, Str, ThreadLocal};
use crate::names;
use crate::object::{Ref, Traced};
use crate::thread;
use crate::typeobj::Type;
use crate::value::Value;

fn of(v: Value) -> PyResult<Ref<ThreadLocal>> {
    v.cast::<ThreadLocal>()
        .ok_or_else(|| type_error("expected a thread._local"))
}

fn has_own_init(ty: Ref<Type>) -> bool {
    let plain = crate::types::OBJECT.get().slots.init.get();
    match (ty.slots.init.get(), plain) {
        (Some(f), Some(g)) => !std::ptr::fn_addr_eq(f, g),
        (f, _) => f.is_some(),
    }
}

pub fn new(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    if !args.values.is_empty() && !has_own_init(ty) {
        return Err(type_error("Initialization arguments are not supported"));
    }
    let v = type_::allocate(ty);
    let l = of(v)?;
    let positional = crate::builtins::tuple::from_slice(args.pos());
    l.args.set(Some(positional.into()));
    let keywords = dict::new();
    for (k, x) in args.keywords_as_given() {
        keywords.set(k, x)?;
    }
    l.kwargs.set(Some(keywords.into()));
    // `type.__call__` runs `__init__` for this thread.
    add(l);
    Ok(v)
}

/// The current thread's dict, if it has one.
fn find(l: Ref<ThreadLocal>) -> Option<Value> {
    let buffer = l.dicts.get()?;
    let buffer = buffer.as_ref();
    let me = thread::current().serial.get() as i64;
    (0..buffer.capacity()).step_by(2).find_map(|i| {
        let serial = buffer.slot(i).get().and_then(Value::as_int);
        (serial == Some(me)).then(|| buffer.slot(i + 1).get())?
    })
}

/// Makes the current thread's dict.
fn add(l: Ref<ThreadLocal>) -> Ref<Dict> {
    let d = dict::new();
    let serial = Value::int(thread::current().serial.get() as i64);
    let mut used = 0;
    if let Some(old) = l.dicts.get() {
        let old = old.as_ref();
        while used < old.capacity() && old.slot(used).get().is_some() {
            let dead = old
                .slot(used)
                .get()
                .and_then(Value::as_int)
                .is_none_or(|s| !thread::is_alive(s as u64));
            if dead {
                break;
            }
            used += 2;
        }
    }
    let buffer = match l.dicts.get() {
        Some(b) if used + 2 <= b.as_ref().capacity() => b,
        old => {
            let b = Buffer::with_capacity(((used + 2) * 2).next_power_of_two());
            for i in 0..used {
                if let Some(o) = old {
                    b.as_ref().slot(i).set(o.as_ref().slot(i).get());
                }
            }
            l.dicts.set(Some(b));
            b
        }
    };
    buffer.as_ref().slot(used).set(Some(serial));
    buffer.as_ref().slot(used + 1).set(Some(d.into()));
    l.dict.set(Some(d.into()));
    d
}

/// Puts the current thread's dict in place; makes it, and calls `__init__`, at its first access.
fn enter(v: Value) -> PyResult<Ref<ThreadLocal>> {
    let l = of(v)?;
    if let Some(d) = find(l) {
        l.dict.set(Some(d));
        return Ok(l);
    }
    add(l);
    if has_own_init(v.ty()) {
        let init = attr::special(v, names::init())?;
        if let Some(m) = init {
            let done = crate::call::call_ex(m, Args::NONE, l.args.get(), l.kwargs.get());
            if let Err(e) = done {
                // The next access tries again.
                forget(l);
                return Err(e);
            }
        }
        if let Some(d) = find(l) {
            l.dict.set(Some(d));
        }
    }
    Ok(l)
}

fn forget(l: Ref<ThreadLocal>) {
    let me = thread::current().serial.get() as i64;
    if let Some(b) = l.dicts.get() {
        let b = b.as_ref();
        for i in (0..b.capacity()).step_by(2) {
            if b.slot(i).get().and_then(Value::as_int) == Some(me) {
                // No thread has the number 0.
                b.slot(i).set(Some(Value::int(0)));
                b.slot(i + 1).set(None);
            }
        }
    }
}

pub fn getattr(v: Value, name: Ref<Str>) -> PyResult {
    let l = enter(v)?;
    if name.as_ref().bytes() == b"__dict__" {
        return Ok(l.dict.get().unwrap_or(Value::none()));
    }
    attr::generic_get(v, name)
}

pub fn setattr(v: Value, name: Ref<Str>, value: Option<Value>) -> PyResult<()> {
    if name.as_ref().bytes() == b"__dict__" {
        return Err(raise_fmt!(
            crate::error::attribute_error,
            "'{}' object attribute '__dict__' is read-only",
            attr::type_name(v)
        ));
    }
    enter(v)?;
    attr::generic_set(v, name, value)
}

/// Marks the dicts of threads that exist, and drops the others.
pub fn trace(l: Ref<ThreadLocal>, t: &mut Tracer) {
    for slot in [&l.args, &l.kwargs] {
        t.mark_value(slot.get().map_or(0, Value::bits));
    }
    let dead = |serial: Option<Value>| {
        serial
            .and_then(Value::as_int)
            .is_some_and(|s| !thread::is_alive(s as u64))
    };
    if let Some(buffer) = l.dicts.get() {
        let b = buffer.as_ref();
        for i in (0..b.capacity()).step_by(2) {
            if dead(b.slot(i).get()) {
                b.slot(i).set(Some(Value::int(0)));
                b.slot(i + 1).set(None);
            }
        }
    }
    // The last thread's dict is one of the dicts; if that thread has ended, the next access replaces it.
    t.mark_value(l.dicts.get().word());
    let listed = l.dict.get().filter(|d| {
        l.dicts.get().is_some_and(|b| {
            let b = b.as_ref();
            (0..b.capacity()).any(|i| b.slot(i).get() == Some(*d))
        })
    });
    l.dict.set(listed);
}
