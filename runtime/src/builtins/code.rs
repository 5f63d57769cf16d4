//! Code objects. What they run belongs to the interpreter, which installs [`CodeHooks`].

use std::cell::Cell;

use crate::call::{Args, code_flags};
use crate::error::{PyResult, type_error};
use crate::layouts::{Buffer, Code, Str, Tuple};
use crate::number::i32_from_value;
use crate::object::Ref;
use crate::protocol::CmpOp;
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;

/// By how much the offsets grow that nodes count as for Python programs: `f_lasti` and its like.
pub const SPREAD: u32 = 6;

/// What the runtime asks the interpreter about a code object.
pub struct CodeHooks {
    /// Makes constants and names, which code objects do without until they are wanted.
    pub complete: fn(Ref<Code>),
    /// Source line of a node.
    pub line: fn(Ref<Code>, u32) -> u32,
    /// The documentation string.
    pub docstring: fn(Ref<Code>) -> Value,
    /// Marks values that the body's caches hold, and has it pruned.
    pub trace: fn(Ref<Code>, &mut crate::heap::Tracer),
    /// Empties caches of values that have died.
    pub prune: fn(Ref<Code>),
    /// Frees what a dead code object runs.
    pub free: fn(Ref<Code>),
    /// `co_consts` as a tuple.
    pub consts: fn(Ref<Code>) -> Ref<Tuple>,
    /// Do two code objects run the same nodes?
    pub same_nodes: fn(Ref<Code>, Ref<Code>) -> bool,
    /// What exceptions find in the code.
    pub handlers: fn(Ref<Code>) -> Handlers,
    /// What the node of a frame calls, if it is a plain call.
    pub plain_callee: fn(&crate::frame::Frame) -> Option<Value>,
    /// The number of nodes.
    pub size: fn(Ref<Code>) -> usize,
    /// `co_code`
    pub bytecode: fn(Ref<Code>) -> Vec<u8>,
    /// `co_lnotab`
    pub line_table: fn(Ref<Code>) -> Vec<u8>,
    /// A code object of parts.
    pub from_parts: fn(&Parts) -> PyResult<Ref<Code>>,
}

/// What `code(…)` is called with, as far as it decides. Lives on the stack.
pub struct Parts {
    pub argcount: u32,
    pub flags: u32,
    pub bytecode: Ref<Str>,
    pub consts: Ref<Tuple>,
    /// This and the next three: strings only.
    pub names: Ref<Tuple>,
    pub varnames: Ref<Tuple>,
    pub freevars: Ref<Tuple>,
    pub cellvars: Ref<Tuple>,
    pub filename: Ref<Str>,
    pub name: Ref<Str>,
    pub first_lineno: u32,
    pub lnotab: Ref<Str>,
}

struct Installed(Cell<Option<&'static CodeHooks>>);
// SAFETY: written once at start-up.
unsafe impl Sync for Installed {}
static HOOKS: Installed = Installed(Cell::new(None));

/// Called once by the interpreter.
pub fn install(hooks: &'static CodeHooks) {
    HOOKS.0.set(Some(hooks));
}

impl Ref<Code> {
    /// Constants, by operand index.
    #[inline]
    pub fn consts(self) -> Ref<Buffer> {
        self.consts
            .get()
            .unwrap_or_else(|| completed(self, |c| c.consts.get()))
    }
    /// Locals that are registers.
    #[inline]
    pub fn varnames(self) -> Ref<Tuple> {
        self.varnames
            .get()
            .unwrap_or_else(|| completed(self, |c| c.varnames.get()))
    }
    /// Names used.
    #[inline]
    pub fn names(self) -> Ref<Tuple> {
        self.names
            .get()
            .unwrap_or_else(|| completed(self, |c| c.names.get()))
    }
    /// `co_cellvars`
    #[inline]
    pub fn cellvars(self) -> Ref<Tuple> {
        self.cellvars
            .get()
            .unwrap_or_else(|| completed(self, |c| c.cellvars.get()))
    }
}

#[cold]
fn completed<T>(code: Ref<Code>, field: fn(Ref<Code>) -> Option<T>) -> T {
    if let Some(h) = HOOKS.0.get() {
        (h.complete)(code);
    }
    field(code).expect("the interpreter, which makes code objects, completes them")
}

/// What exceptions find in a code object.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Handlers {
    /// Nothing.
    None,
    /// Only loops that close the generators they go over.
    OfLoops,
    /// What the program has written: `except`, `finally`, `with`.
    Written,
}

/// What the node of a frame calls, if it is a plain call.
pub fn plain_callee(frame: &crate::frame::Frame) -> Option<Value> {
    (HOOKS.0.get()?.plain_callee)(frame)
}

/// What exceptions find in the code.
pub fn handlers(code: Ref<Code>) -> Handlers {
    HOOKS.0.get().map_or(Handlers::None, |h| (h.handlers)(code))
}

/// Source line of node `pc`; the first one before anything has run.
pub fn line(code: Ref<Code>, pc: u32) -> u32 {
    match HOOKS.0.get() {
        Some(h) if pc != super::frame::BEFORE_START => (h.line)(code, pc),
        _ => code.first_lineno.get(),
    }
}

pub fn docstring(code: Ref<Code>) -> Value {
    HOOKS.0.get().map_or(Value::none(), |h| (h.docstring)(code))
}

/// Frees what a dead code object runs.
pub fn finalize(code: Ref<Code>) {
    if let Some(h) = HOOKS.0.get() {
        (h.free)(code);
    }
}

/// Lets go of dead objects that caches know of.
pub fn prune(code: Ref<Code>) {
    if let Some(h) = HOOKS.0.get() {
        (h.prune)(code);
    }
}

/// Marks what a code object holds.
pub fn trace(code: Ref<Code>, t: &mut crate::heap::Tracer) {
    for a in [
        code.name.get().addr(),
        code.filename.get().addr(),
        code.freevars.get().addr(),
    ] {
        t.mark_object(a as *mut u8);
    }
    if let Some(consts) = code.consts.get() {
        t.mark_object(consts.addr() as *mut u8);
    }
    for names in [
        code.varnames.get(),
        code.names.get(),
        code.cellvars.get(),
        code.self_attributes.get(),
    ] {
        t.mark_object(names.map_or(0, Ref::addr) as *mut u8);
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
    Ok(Value::int(of(v)?.varnames().as_ref().items().len() as i64))
}
pub fn stacksize(v: Value) -> PyResult {
    Ok(Value::int(i64::from(of(v)?.nregs.get())))
}
/// `co_flags`
fn seen_flags(c: Ref<Code>) -> u32 {
    c.flags.get() & !code_flags::FRESH
}
pub fn flags(v: Value) -> PyResult {
    Ok(Value::int(i64::from(seen_flags(of(v)?))))
}
/// No bytecode, but something that stands for what the code object does.
pub fn bytecode(v: Value) -> PyResult {
    let code = of(v)?;
    let bytes = HOOKS.0.get().map_or_else(Vec::new, |h| (h.bytecode)(code));
    Ok(super::str::try_new(&bytes)?.into())
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
    Ok(of(v)?.names().into())
}
pub fn varnames(v: Value) -> PyResult {
    Ok(of(v)?.varnames().into())
}
pub fn freevars(v: Value) -> PyResult {
    Ok(of(v)?.freevars.get().into())
}
pub fn cellvars(v: Value) -> PyResult {
    Ok(of(v)?.cellvars().into())
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
pub fn lnotab(v: Value) -> PyResult {
    let code = of(v)?;
    let bytes = (HOOKS.0.get()).map_or_else(Vec::new, |h| (h.line_table)(code));
    Ok(super::str::try_new(&bytes)?.into())
}

/// `code.__new__`
pub fn new_instance(_: Ref<Type>, args: Args<'_>) -> PyResult {
    // Of arguments by name nothing is seen.
    let a = parse::range(Args::positional(args.pos()), 0, "code", 12, 14)?;
    let count = |i: usize| i32_from_value(a[i]);
    let string = |i: usize| {
        a[i].cast::<Str>()
            .ok_or_else(|| parse::wrong_type(a[i], "code", i + 1, "string"))
    };
    let tuple = |i: usize| match a.get(i) {
        None => Ok(super::tuple::from_slice(&[])),
        Some(v) => v
            .cast::<Tuple>()
            .ok_or_else(|| parse::wrong_type(*v, "code", i + 1, "tuple")),
    };
    let (argcount, nlocals, _, flags) = (count(0)?, count(1)?, count(2)?, count(3)?);
    let (bytecode, consts, names, varnames) = (string(4)?, tuple(5)?, tuple(6)?, tuple(7)?);
    let (filename, name, first_lineno, lnotab) = (string(8)?, string(9)?, count(10)?, string(11)?);
    let (freevars, cellvars) = (tuple(12)?, tuple(13)?);
    for (n, what) in [(argcount, "argcount"), (nlocals, "nlocals")] {
        if n < 0 {
            return Err(raise_fmt!(value_error, "code: {what} must not be negative"));
        }
    }
    for t in [names, varnames, freevars, cellvars] {
        if let Some(v) = (t.as_ref().items().iter()).find(|v| v.cast::<Str>().is_none()) {
            return Err(raise_fmt!(
                type_error,
                "name tuples must contain only strings, not '{}'",
                crate::attr::type_name(*v)
            ));
        }
    }
    let parts = Parts {
        argcount: argcount as u32,
        flags: flags as u32 & !code_flags::FRESH,
        bytecode,
        consts,
        names,
        varnames,
        freevars,
        cellvars,
        filename,
        name,
        first_lineno: u32::try_from(first_lineno).unwrap_or(0),
        lnotab,
    };
    match HOOKS.0.get() {
        Some(h) => Ok((h.from_parts)(&parts)?.into()),
        None => Err(crate::error::system_error("there is no interpreter")),
    }
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
    Ok(super::str::from_text(&text).into())
}

/// What equal code objects have in common and is quickly had.
fn summary(c: Ref<Code>) -> [u32; 5] {
    [
        c.argcount.get(),
        c.nregs.get(),
        seen_flags(c),
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
        (a.names(), b.names()),
        (a.varnames(), b.varnames()),
        (a.cellvars(), b.cellvars()),
        (a.freevars.get(), b.freevars.get()),
    ] {
        if !crate::protocol::equal(x.into(), y.into())? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Code objects in an order: by their names, then by the numbers of what they have, then by that itself.
pub fn compare(a: Value, b: Value) -> PyResult<i32> {
    let parts: [fn(Value) -> PyResult; 11] = [
        name,
        argcount,
        nlocals,
        flags,
        first_lineno,
        bytecode,
        consts,
        names,
        varnames,
        freevars,
        cellvars,
    ];
    for part in parts {
        let order = crate::protocol::cmp(part(a)?, part(b)?)?;
        if order != 0 {
            return Ok(order);
        }
    }
    Ok(0)
}

pub fn richcmp(a: Value, b: Value, op: CmpOp) -> PyResult {
    let (Some(x), Some(y)) = (a.cast::<Code>(), b.cast::<Code>()) else {
        return Ok(crate::singletons::not_implemented());
    };
    match op {
        CmpOp::Eq => Ok(Value::bool(equal(x, y)?)),
        CmpOp::Ne => Ok(Value::bool(!equal(x, y)?)),
        _ => {
            crate::modules::warnings::of_python3(
                "code inequality comparisons not supported in 3.x",
            )?;
            Ok(crate::singletons::not_implemented())
        }
    }
}
