//! What a code object runs: its immutable nodes, and the feedback that all tiers share.
//!
//! A body is made when its code object is, lives as long, and is leaked with it (code objects are few
//! and mostly live for ever). Constants and names become values once; inline caches and profile words
//! are allocated when the code first runs.

use std::cell::{Cell, OnceCell};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use num_bigint::{BigInt, BigUint, Sign};
use runtime::builtins::code::{CodeHooks, Handlers};
use runtime::builtins::{str as strings, tuple, unicode};
use runtime::cache::Cache;
use runtime::frame::Frame;
use runtime::heap::Tracer;
use runtime::layouts::{Buffer, Code, Str, Tuple};
use runtime::object::Ref;
use runtime::text::shown::bytes;
use runtime::value::Value;

use crate::normal::{Const, Head, Nested, NodeCode, Op};
use crate::store::Stored;

/// Nodes and feedback of a code object.
pub struct Body {
    normal: OnceCell<Arc<NodeCode>>,
    /// What it is read from when it is wanted.
    stored: Option<Arc<Stored>>,
    /// What the collector was told that it weighs.
    weight: Cell<isize>,
    feedback: OnceCell<Feedback>,
}

/// What was learned while running.
pub struct Feedback {
    /// One word a node; see spec/operators.toml and spec/protocols.toml.
    pub profiles: Box<[Cell<u32>]>,
    /// Inline caches, by `Node::cell`.
    pub caches: Box<[Cache]>,
    /// Trips counted for each loop.
    pub loops: Box<[Cell<u32>]>,
    /// Bits of [`site`], one word a node.
    pub sites: Box<[Cell<u8>]>,
}

/// What the optimiser remembers of a node.
pub mod site {
    /// Speculating on it has failed too often.
    pub const SETTLED: u8 = 1;
    /// Speculating on it has failed in a version that is gone.
    pub const FAILED: u8 = 2;
}

/// Addresses of all bodies, while someone wants to know them.
static ALL: Mutex<Option<Vec<usize>>> = Mutex::new(None);
static LISTED: AtomicBool = AtomicBool::new(false);

/// From here on, bodies are listed for [`listed`].
pub fn list_all() {
    *ALL.lock().unwrap_or_else(PoisonError::into_inner) = Some(Vec::new());
    LISTED.store(true, Ordering::Relaxed);
}

/// The bodies made since [`list_all`].
pub fn listed() -> Vec<&'static Body> {
    let all = ALL.lock().unwrap_or_else(PoisonError::into_inner);
    let all = all.iter().flatten();
    // SAFETY: `new` has leaked them, and the caller holds the global lock, as all who use bodies do.
    all.map(|&at| unsafe { &*(at as *const Body) }).collect()
}

impl Body {
    /// The code unit, which is read on first use.
    #[inline(always)]
    pub fn normal(&self) -> &Arc<NodeCode> {
        match self.normal.get() {
            Some(n) => n,
            None => self.read(),
        }
    }

    #[cold]
    fn read(&self) -> &Arc<NodeCode> {
        self.normal.get_or_init(|| {
            let stored = self
                .stored
                .as_ref()
                .expect("a body without a unit is stored");
            let normal = stored.read();
            self.weigh(&normal);
            normal
        })
    }

    fn weigh(&self, normal: &NodeCode) {
        let weight = weight(normal);
        self.weight.set(weight);
        runtime::heap::account_external(weight);
    }

    /// The feedback, allocated on first use.
    #[inline]
    pub fn feedback(&self) -> &Feedback {
        self.feedback.get_or_init(|| {
            let n = self.normal();
            Feedback {
                profiles: n.nodes.iter().map(|_| Cell::new(0)).collect(),
                caches: (0..n.ncells).map(|_| Cache::default()).collect(),
                loops: n.loops.iter().map(|_| Cell::new(0)).collect(),
                sites: n.nodes.iter().map(|_| Cell::new(0)).collect(),
            }
        })
    }

    /// The feedback, if the code ever ran.
    pub fn feedback_if_any(&self) -> Option<&Feedback> {
        self.feedback.get()
    }
}

/// The body of a code object.
#[inline(always)]
pub fn of(code: Ref<Code>) -> &'static Body {
    // SAFETY: every code object is made by `new`, with a body that lives as long as the object: who runs it,
    // and compiled code that has addresses of its feedback, keep the object.
    unsafe { &*(code.body.get() as *const Body) }
}

fn names(list: &[Box<str>]) -> Ref<Tuple> {
    tuple::from_iter_sized(
        list.len(),
        list.iter().map(|n| strings::intern(&bytes(n)).into()),
    )
}

fn constant(c: &Const) -> Option<Value> {
    Some(match c {
        Const::Absent => return None,
        Const::None => Value::none(),
        Const::Bool(b) => Value::bool(*b),
        Const::Ellipsis => runtime::singletons::ellipsis(),
        Const::Int(i) => Value::int(*i),
        Const::Long { negative, digits } => {
            let sign = if *negative { Sign::Minus } else { Sign::Plus };
            runtime::number::long(BigInt::from_biguint(sign, BigUint::new(digits.to_vec())))
        }
        Const::Float(f) => Value::float(*f),
        Const::Complex { real, imag } => {
            runtime::number::view::new_complex(runtime::number::complexes::Complex {
                re: *real,
                im: *imag,
            })
        }
        // Identifier-like strings are interned, as programs notice by `is`.
        Const::Str(b)
            if b.len() <= 20 && b.iter().all(|c| c.is_ascii_alphanumeric() || *c == b'_') =>
        {
            strings::intern(b).into()
        }
        Const::Str(b) => strings::new(b).into(),
        Const::Unicode(points) => unicode::from_code_points(points).unwrap_or(Value::none()),
        Const::Tuple(items) => {
            let n = items.len();
            let list = runtime::builtins::list::new();
            for c in items {
                list.push(constant(c).unwrap_or(Value::none()));
            }
            debug_assert_eq!(list.as_ref().len(), n);
            tuple::from_slice(list.as_ref().items()).into()
        }
        Const::Code(Nested::Made(c)) => made(c).into(),
        Const::Code(Nested::Stored(s)) => {
            with_head(&s.head(), s.filename(), OnceCell::new(), Some(s.clone())).into()
        }
    })
}

/// A code object for a unit.
pub fn new(normal: &Arc<NodeCode>) -> Ref<Code> {
    let code = made(normal);
    of(code).weigh(normal);
    code
}

fn made(normal: &Arc<NodeCode>) -> Ref<Code> {
    let made = OnceCell::from(normal.clone());
    with_head(&normal.head(), &normal.filename, made, None)
}

fn with_head(
    head: &Head,
    filename: &Arc<str>,
    normal: OnceCell<Arc<NodeCode>>,
    stored: Option<Arc<Stored>>,
) -> Ref<Code> {
    let body = Box::leak(Box::new(Body {
        normal,
        stored,
        weight: Cell::new(0),
        feedback: OnceCell::new(),
    }));
    if LISTED.load(Ordering::Relaxed)
        && let Some(all) = &mut *ALL.lock().unwrap_or_else(PoisonError::into_inner)
    {
        all.push(body as *const Body as usize);
    }
    let name = strings::intern(&bytes(&head.name));
    let filename: Ref<Str> = strings::intern(&bytes(filename));
    let freevars = names(&head.freevars);
    let attributes = &head.self_attributes;
    let code = Code::alloc(
        head.flags.0,
        head.argcount,
        head.nregs,
        head.first_free,
        head.first_lineno,
        0,
        0,
        Cell::new(crate::machine::enter),
        0,
        body as *const Body as u64,
        None,
        name,
        filename,
        None,
        None,
        None,
        freevars,
        (!attributes.is_empty()).then(|| names(attributes)),
    );
    // SAFETY: an object of the heap, just made; it owns its body.
    unsafe { runtime::heap::set_needs_drop(code.addr() as *mut u8) };
    code
}

/// Makes the constants and names of a code object, those that only its nodes and the curious need.
fn complete(code: Ref<Code>) {
    let normal = of(code).normal();
    let consts = Buffer::with_capacity(normal.consts.len().max(1));
    for (i, c) in normal.consts.iter().enumerate() {
        consts.as_ref().slot(i).set(constant(c));
    }
    code.varnames.set(Some(names(&normal.varnames)));
    code.cellvars.set(Some(names(&normal.cellvars)));
    code.consts.set(Some(consts));
    // Last: who finds it finds the others.
    code.names.set(Some(names(&normal.names)));
}

/// Bytes of a unit, about, and of those inside it that are not stored.
fn weight(normal: &NodeCode) -> isize {
    let inner = normal.consts.iter().map(|c| match c {
        Const::Code(Nested::Made(c)) => weight(c),
        _ => 0,
    });
    (size_of::<NodeCode>() + size_of_val::<[_]>(&normal.nodes)) as isize + inner.sum::<isize>()
}

fn line(code: Ref<Code>, pc: u32) -> u32 {
    of(code).normal().line(pc)
}

fn docstring(code: Ref<Code>) -> Value {
    match of(code).normal().docstring {
        Some(i) => code
            .consts()
            .as_ref()
            .slot((i & !crate::normal::Operand::CONST) as usize)
            .get()
            .unwrap_or(Value::none()),
        None => Value::none(),
    }
}

fn free(code: Ref<Code>) {
    // Listed bodies are looked at until the end.
    if code.body.get() != 0 && !LISTED.load(Ordering::Relaxed) {
        // SAFETY: `new` has leaked it for this object alone, which is dead.
        let body = unsafe { Box::from_raw(code.body.get() as *mut Body) };
        runtime::heap::account_external(-body.weight.get());
    }
}

fn trace(code: Ref<Code>, t: &mut Tracer) {
    // Who runs it completes it first; of what has not run the body need not even be looked at.
    if code.body.get() == 0 || code.names.get().is_none() {
        return;
    }
    if let Some(f) = of(code).feedback_if_any() {
        for c in &f.caches {
            c.trace(t);
        }
        t.look_again(code.addr() as *mut u8);
    }
}

fn prune(code: Ref<Code>) {
    if let Some(f) = of(code).feedback_if_any() {
        for c in &f.caches {
            c.prune();
        }
    }
}

/// `co_consts`
pub fn consts(code: Ref<Code>) -> Ref<Tuple> {
    let b = code.consts();
    let list = runtime::builtins::list::new();
    for i in 0..of(code).normal().consts.len() {
        if let Some(v) = b.as_ref().slot(i).get() {
            list.push(v);
        }
    }
    tuple::from_slice(list.as_ref().items())
}

fn same_nodes(a: Ref<Code>, b: Ref<Code>) -> bool {
    of(a).normal().nodes == of(b).normal().nodes
}

fn handlers(code: Ref<Code>) -> Handlers {
    let normal = of(code).normal();
    let of_loop = |target: u32| normal.nodes[target as usize + 1].op == Op::AbandonRaised;
    if normal.handlers.is_empty() {
        Handlers::None
    } else if normal.handlers.iter().all(|h| of_loop(h.target)) {
        Handlers::OfLoops
    } else {
        Handlers::Written
    }
}

fn plain_callee(frame: &Frame) -> Option<Value> {
    let normal = of(frame.code.get()).normal();
    let node = normal.nodes.get(frame.pc.get() as usize)?;
    let callee = crate::normal::Operand(node.a);
    match node.op {
        Op::Call | Op::CallMethod if !callee.is_const() => frame.reg(node.a),
        _ => None,
    }
}

fn size(code: Ref<Code>) -> usize {
    of(code).normal().nodes.len()
}

/// What the runtime asks about code objects.
pub static HOOKS: CodeHooks = CodeHooks {
    complete,
    line,
    docstring,
    trace,
    prune,
    free,
    consts,
    same_nodes,
    handlers,
    plain_callee,
    size,
    bytecode: crate::parts::bytecode,
    line_table: crate::parts::line_table,
    from_parts: crate::parts::from_parts,
};
