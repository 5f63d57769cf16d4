//! The module `gc` (rows: spec/modules/gc.toml).
//!
//! What CPython's collector does with cycles, ours does with everything, so `disable` and the thresholds
//! are only remembered: programs that call them still expect garbage to go away.

use std::cell::Cell;
use std::collections::HashSet;

use crate::builtins::{list, module, repr_guard, str as strings, tuple};
use crate::error::{PyResult, value_error};
use crate::heap;
use crate::layouts::{Dict, List, Module, Tuple};
use crate::object::{Header, Ref};
use crate::typeobj::{Type, flags};
use crate::types;
use crate::value::Value;

struct State {
    enabled: Cell<bool>,
    debug: Cell<i32>,
    thresholds: [Cell<i32>; 3],
}
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for State {}
static STATE: State = State {
    enabled: Cell::new(true),
    debug: Cell::new(0),
    thresholds: [Cell::new(700), Cell::new(10), Cell::new(10)],
};

/// Rounds of `collect`: what finalisers let go of is found by the next.
const ROUNDS: usize = 8;

/// Adds `garbage` and the debugging flags.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    heap::expect_explicit_collections();
    let d = module::dict(m);
    d.set_str(strings::intern(b"garbage"), list::new().into());
    for (name, bits) in [
        ("DEBUG_STATS", 1),
        ("DEBUG_COLLECTABLE", 2),
        ("DEBUG_UNCOLLECTABLE", 4),
        ("DEBUG_INSTANCES", 8),
        ("DEBUG_OBJECTS", 16),
        ("DEBUG_SAVEALL", 32),
        ("DEBUG_LEAK", 62),
    ] {
        d.set_str(strings::intern(name.as_bytes()), Value::int(bits));
    }
    Ok(())
}

pub fn enable() -> PyResult<()> {
    STATE.enabled.set(true);
    Ok(())
}
pub fn disable() -> PyResult<()> {
    STATE.enabled.set(false);
    Ok(())
}
pub fn isenabled() -> PyResult<bool> {
    Ok(STATE.enabled.get())
}

/// `gc.collect([generation])`
pub fn collect(generation: i32) -> PyResult<i64> {
    if !(0..=2).contains(&generation) {
        return Err(value_error("invalid generation"));
    }
    // Called by a node of the interpreter, it leaves nothing on the native stack that the frame does not hold.
    let directly = || {
        let callee = crate::builtins::code::plain_callee(crate::builtins::frame::current()?)?;
        let gc = super::loaded()?.get_str(strings::intern_static("gc"))?;
        let own = module::dict(gc.cast::<Module>()?).get_str(strings::intern_static("collect"))?;
        (own == callee).then(crate::frame::stack_of_node)?
    };
    collect_from(directly(), true)
}

/// Collects until no more finalisers and callbacks turn up; with this thread's stack from there up, if that is known. If
/// it is not to be thorough, only what is dead now counts, not what its finalisers let go of.
pub fn collect_from(stack_pointer: Option<usize>, thorough: bool) -> PyResult<i64> {
    (crate::upcalls::get()?.forget_dead)();
    heap::overwrite_below::<2048>();
    let mut called = 0;
    let reason = match thorough {
        true => heap::Reason::Explicit,
        false => heap::Reason::LetGo,
    };
    for _ in 0..ROUNDS {
        match stack_pointer {
            Some(from) => heap::collect_above(reason, from),
            None => heap::collect(reason),
        }
        if !heap::is_pending() {
            break;
        }
        let again = thorough || heap::holds_back();
        called += crate::finalizers::run_pending();
        if !again {
            break;
        }
    }
    Ok(called)
}

pub fn get_count() -> PyResult {
    let kilobytes = heap::stats().allocated_since / 1024;
    Ok(tuple::from_slice(&[Value::int(kilobytes as i64), Value::int(0), Value::int(0)]).into())
}

pub fn set_debug(bits: i32) -> PyResult<()> {
    STATE.debug.set(bits);
    Ok(())
}
pub fn get_debug() -> PyResult<i64> {
    Ok(i64::from(STATE.debug.get()))
}

pub fn set_threshold(first: i32, second: Option<Value>, third: Option<Value>) -> PyResult<()> {
    let convert = |v: Option<Value>| v.map(crate::number::i32_from_value).transpose();
    let (second, third) = (convert(second)?, convert(third)?);
    for (cell, n) in STATE.thresholds.iter().zip([Some(first), second, third]) {
        if let Some(n) = n {
            cell.set(n);
        }
    }
    Ok(())
}
pub fn get_threshold() -> PyResult {
    let [a, b, c] = &STATE.thresholds;
    let value = |n: &Cell<i32>| Value::int(i64::from(n.get()));
    Ok(tuple::from_slice(&[value(a), value(b), value(c)]).into())
}

/// Types whose instances refer to nothing, or to things that no cycle goes through.
fn is_atomic(ty: Ref<Type>) -> bool {
    [
        types::STR.get(),
        types::UNICODE.get(),
        types::INT.get(),
        types::BOOL.get(),
        types::LONG.get(),
        types::FLOAT.get(),
        types::COMPLEX.get(),
        types::BYTEARRAY.get(),
        types::NONE_TYPE.get(),
        types::ELLIPSIS.get(),
        types::NOT_IMPLEMENTED_TYPE.get(),
        types::OBJECT.get(),
        types::SLICE.get(),
        types::XRANGE.get(),
        types::FILE.get(),
        types::CODE.get(),
    ]
    .contains(&ty)
}

/// Does a program see objects of the type? Buffers and the like are internal.
fn is_visible(ty: Ref<Type>) -> bool {
    ty.has(flags::READY)
}

fn value_at(address: usize) -> Value {
    // SAFETY: callers pass addresses of live objects, which begin with a header.
    unsafe { Ref::from_raw(address as *mut Header) }.into()
}

/// What programs may rely on after a collection: a dict and a tuple are tracked for what is in them.
pub fn is_tracked(object: Value) -> PyResult<bool> {
    if let Some(d) = object.exact::<Dict>() {
        let mut at = 0;
        while let Some((key, value)) = d.next_entry(&mut at) {
            if may_be_tracked(key)? || may_be_tracked(value)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    may_be_tracked(object)
}

/// Would a dict or a tuple with the object in it be tracked? A dict inside may change, a tuple may not.
fn may_be_tracked(object: Value) -> PyResult<bool> {
    if let Some(t) = object.exact::<Tuple>() {
        let _level = repr_guard::deeper("")?;
        for &item in t.as_ref().items() {
            if may_be_tracked(item)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    Ok(match object.cast::<Type>() {
        Some(ty) => ty.has(flags::HEAP),
        None => object.is_ptr() && !is_atomic(object.ty()),
    })
}

/// Addresses of all containers. Nothing may be allocated while they are used.
fn containers() -> Vec<usize> {
    heap::reveal();
    let mut found = Vec::new();
    heap::for_each_object(|object, _| {
        // SAFETY: the heap gives its objects; a header of zeroes is one that is not filled in.
        let h = unsafe { Ref::from_raw(object as *mut Header) };
        if h.has_type() && is_visible(h.ty()) && !is_atomic(h.ty()) {
            found.push(object as usize);
        }
    });
    found
}

/// Runs `f` without collections, so that addresses stay valid.
fn without_collections<R>(f: impl FnOnce() -> R) -> R {
    heap::pause();
    let r = f();
    heap::resume();
    r
}

pub fn get_objects() -> PyResult {
    heap::collect(heap::Reason::Explicit);
    without_collections(|| {
        let out = list::new();
        for address in containers() {
            out.push(value_at(address));
        }
        Ok(out.into())
    })
}

/// What an object refers to, through internal objects.
fn referents(address: usize, out: &mut Vec<usize>, seen: &mut HashSet<usize>) {
    // An instance refers to its class, when that can die.
    let ty = value_at(address).ty();
    if ty.has(flags::HEAP) {
        out.push(ty.addr());
    }
    heap::reveal();
    // SAFETY: callers pass addresses of live objects.
    let words = unsafe { heap::words_of(address as *mut u8) };
    for word in words.into_iter().skip(1) {
        if word == 0 {
            continue;
        }
        if word >> 48 != 0 {
            // A number, which is no object here.
            out.push(word);
            continue;
        }
        // SAFETY: traced words of this form are addresses of objects.
        let h = unsafe { Ref::from_raw(word as *mut Header) };
        if !h.has_type() {
            continue;
        }
        if is_visible(h.ty()) {
            out.push(word);
        } else if seen.insert(word) {
            referents(word, out, seen);
        }
    }
}

pub fn get_referents(objects: &[Value]) -> PyResult {
    without_collections(|| {
        let mut found = Vec::new();
        for o in objects {
            if let Some(h) = o.header() {
                referents(h.addr(), &mut found, &mut HashSet::new());
            }
        }
        let out = list::new();
        for word in found {
            // SAFETY: these words are values of the objects.
            if let Some(v) = unsafe { Value::from_bits(word as u64) } {
                out.push(v);
            }
        }
        Ok(out.into())
    })
}

pub fn get_referrers(objects: &[Value]) -> PyResult {
    heap::collect(heap::Reason::Explicit);
    without_collections(|| {
        let wanted: HashSet<usize> = objects
            .iter()
            .filter_map(|o| o.header().map(|h| h.addr()))
            .collect();
        let mut found = Vec::new();
        for address in containers() {
            let mut words = Vec::new();
            referents(address, &mut words, &mut HashSet::new());
            if words.iter().any(|w| wanted.contains(w)) {
                found.push(address);
            }
        }
        let out: Ref<List> = list::new();
        for address in found {
            out.push(value_at(address));
        }
        Ok(out.into())
    })
}
