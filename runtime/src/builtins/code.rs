//! Code objects. What they run belongs to the interpreter, which installs [`CodeHooks`].

use std::cell::Cell;

use crate::error::{PyResult, type_error};
use crate::layouts::{Code, Tuple};
use crate::object::Ref;
use crate::protocol::CmpOp;
use crate::value::Value;

/// What the runtime asks the interpreter about a code object.
pub struct CodeHooks {
    /// Source line of a node.
    pub line: fn(Ref<Code>, u32) -> u32,
    /// The documentation string.
    pub docstring: fn(Ref<Code>) -> Value,
    /// Marks values that the body's caches hold.
    pub trace: fn(Ref<Code>, &mut crate::heap::Tracer),
    /// `co_consts` as a tuple.
    pub consts: fn(Ref<Code>) -> Ref<Tuple>,
    /// Do two code objects run the same nodes?
    pub same_nodes: fn(Ref<Code>, Ref<Code>) -> bool,
    /// Are there places where exceptions are caught, or cleanup to do?
    pub has_handlers: fn(Ref<Code>) -> bool,
    /// The number of nodes.
    pub size: fn(Ref<Code>) -> usize,
}

struct Installed(Cell<Option<&'static CodeHooks>>);
// SAFETY: written once at start-up.
unsafe impl Sync for Installed {}
static HOOKS: Installed = Installed(Cell::new(None));

/// Called once by the interpreter.
pub fn install(hooks: &'static CodeHooks) {
    HOOKS.0.set(Some(hooks));
}

/// Are there places where exceptions are caught, or cleanup to do?
pub fn has_handlers(code: Ref<Code>) -> bool {
    HOOKS.0.get().is_some_and(|h| (h.has_handlers)(code))
}

/// Source line of node `pc`.
pub fn line(code: Ref<Code>, pc: u32) -> u32 {
    HOOKS
        .0
        .get()
        .map_or(code.first_lineno.get(), |h| (h.line)(code, pc))
}

pub fn docstring(code: Ref<Code>) -> Value {
    HOOKS.0.get().map_or(Value::none(), |h| (h.docstring)(code))
}

/// Marks what a code object holds.
pub fn trace(code: Ref<Code>, t: &mut crate::heap::Tracer) {
    for a in [
        code.consts.get().addr(),
        code.name.get().addr(),
        code.filename.get().addr(),
        code.varnames.get().addr(),
        code.names.get().addr(),
        code.cellvars.get().addr(),
        code.freevars.get().addr(),
    ] {
        t.mark_object(a as *mut u8);
    }
    if let Some(names) = code.self_attributes.get() {
        t.mark_object(names.addr() as *mut u8);
    }
    if let Some(h) = HOOKS.0.get() {
        (h.trace)(code, t);
    }
}

fn of(v: Value) -> PyResult<Ref<Code>> {
    v.cast::<Code>()
        .ok_or_else(|| type_error("expected a code object"))
}
pub fn argcount(v: Value) -> PyResult {
    Ok(Value::int(i64::from(of(v)?.argcount.get())))
}
pub fn nlocals(v: Value) -> PyResult {
    Ok(Value::int(
        of(v)?.varnames.get().as_ref().items().len() as i64
    ))
}
pub fn stacksize(v: Value) -> PyResult {
    Ok(Value::int(i64::from(of(v)?.nregs.get())))
}
pub fn flags(v: Value) -> PyResult {
    Ok(Value::int(i64::from(of(v)?.flags.get())))
}
/// There is no bytecode; tools that only compare it see one string a code object.
pub fn bytecode(v: Value) -> PyResult {
    of(v)?;
    Ok(super::str::new(b"").into())
}
pub fn consts(v: Value) -> PyResult {
    let c = of(v)?;
    Ok(HOOKS
        .0
        .get()
        .map_or_else(|| super::tuple::from_slice(&[]), |h| (h.consts)(c))
        .into())
}
pub fn names(v: Value) -> PyResult {
    Ok(of(v)?.names.get().into())
}
pub fn varnames(v: Value) -> PyResult {
    Ok(of(v)?.varnames.get().into())
}
pub fn freevars(v: Value) -> PyResult {
    Ok(of(v)?.freevars.get().into())
}
pub fn cellvars(v: Value) -> PyResult {
    Ok(of(v)?.cellvars.get().into())
}
pub fn filename(v: Value) -> PyResult {
    Ok(of(v)?.filename.get().into())
}
pub fn name(v: Value) -> PyResult {
    Ok(of(v)?.name.get().into())
}
pub fn first_lineno(v: Value) -> PyResult {
    Ok(Value::int(i64::from(of(v)?.first_lineno.get())))
}
/// Lines are kept elsewhere; the table is empty.
pub fn lnotab(v: Value) -> PyResult {
    of(v)?;
    Ok(super::str::new(b"").into())
}

pub fn repr(v: Value) -> PyResult {
    let c = of(v)?;
    let text = format!(
        "<code object {} at {:#x}, file \"{}\", line {}>",
        c.name.get().as_ref().to_text(),
        v.bits(),
        c.filename.get().as_ref().to_text(),
        c.first_lineno.get()
    );
    Ok(super::str::new(text.as_bytes()).into())
}

/// What equal code objects have in common and is quickly had.
fn summary(c: Ref<Code>) -> [u32; 5] {
    [
        c.argcount.get(),
        c.nregs.get(),
        c.flags.get(),
        c.first_lineno.get(),
        HOOKS.0.get().map_or(0, |h| (h.size)(c) as u32),
    ]
}

pub fn hash(v: Value) -> PyResult<i64> {
    let c = of(v)?;
    let name = crate::protocol::hash(c.name.get().into())?;
    let h = summary(c)
        .iter()
        .fold(name, |h, n| h.wrapping_mul(1_000_003) ^ i64::from(*n));
    Ok(if h == -1 { -2 } else { h })
}

/// Code objects are equal when they have the same names and constants and do the same.
fn equal(a: Ref<Code>, b: Ref<Code>) -> PyResult<bool> {
    if a == b {
        return Ok(true);
    }
    let Some(hooks) = HOOKS.0.get() else {
        return Ok(false);
    };
    if summary(a) != summary(b) || a.name.get() != b.name.get() || !(hooks.same_nodes)(a, b) {
        return Ok(false);
    }
    for (x, y) in [
        ((hooks.consts)(a), (hooks.consts)(b)),
        (a.names.get(), b.names.get()),
        (a.varnames.get(), b.varnames.get()),
        (a.cellvars.get(), b.cellvars.get()),
        (a.freevars.get(), b.freevars.get()),
    ] {
        if !crate::protocol::equal(x.into(), y.into())? {
            return Ok(false);
        }
    }
    Ok(true)
}

pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    let (Some(x), Some(y)) = (a.cast::<Code>(), b.cast::<Code>()) else {
        return Ok(crate::singletons::not_implemented());
    };
    match op {
        CmpOp::Eq => Ok(Value::bool(equal(x, y)?)),
        CmpOp::Ne => Ok(Value::bool(!equal(x, y)?)),
        _ => Ok(crate::singletons::not_implemented()),
    }
}
