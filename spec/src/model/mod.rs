//! The resolved tables: what the checker fills in and the renderers read.
//!
//! Rows are addressed by typed indices; every name of the tables has been looked up.

mod builtins;
mod nodes;

pub use builtins::*;
pub use nodes::*;

use crate::diag::{Sources, Span};

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub usize);
    )*};
}

index! {
    /// A row of `effects.toml`.
    HeapId;
    /// A row of `layouts.toml`.
    LayoutId;
    /// A row of `prims.toml`.
    PrimId;
    /// A row of `hooks.toml`.
    HookId;
    /// A temporary of a [`Func`].
    TmpId;
}

/// How a value is represented while a body runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Repr {
    /// Any Python value, boxed.
    Value,
    /// A value or nothing.
    OptValue,
    /// A Python int in an `i64`, within the tagged range.
    Int,
    /// A machine integer.
    I64,
    /// A shape id or version number.
    U32,
    /// A Python float in an `f64`.
    Float,
    /// A Python bool in an `i1`.
    Bool,
    /// Python's None; carries no bits.
    None,
    /// A typed object pointer.
    Ptr(LayoutId),
    /// A typed object pointer or null.
    OptPtr(LayoutId),
    /// A slice of values: consecutive registers or constants. Parameters of hooks only.
    Values,
    /// Registers to be written. Parameters of hooks only.
    Outs,
    /// The node's inline-cache cell. Parameters of plans only.
    Cache,
    /// The running frame. Parameters of hooks and protocols only.
    Frame,
    /// A type variable of a primitive's signature.
    Var(char),
    /// The optional form of a type variable.
    OptVar(char),
}

/// Effects as bit sets over the abstract heaps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// Heaps read.
    pub reads: u64,
    /// Heaps written.
    pub writes: u64,
    /// May leave with a Python exception.
    pub raises: bool,
    /// May run Python code.
    pub calls: bool,
    /// May allocate, and so collect.
    pub allocates: bool,
}

impl Effects {
    /// Both.
    #[must_use]
    pub fn union(self, other: Effects) -> Effects {
        Effects {
            reads: self.reads | other.reads,
            writes: self.writes | other.writes,
            raises: self.raises | other.raises,
            calls: self.calls | other.calls,
            allocates: self.allocates | other.allocates,
        }
    }

    /// Whether doing it twice, or not at all, could be seen: the commit phase begins here.
    pub fn commits(self) -> bool {
        self.writes != 0 || self.calls
    }

    /// Whether everything in `self` is also in `other`.
    pub fn within(self, other: Effects) -> bool {
        self.union(other) == other
    }
}

/// An abstract heap.
#[derive(Debug)]
pub struct Heap {
    /// Its name.
    pub name: String,
    /// The heap that contains it.
    pub parent: Option<HeapId>,
    /// This heap and everything below it.
    pub mask: u64,
    /// What it stands for.
    pub doc: String,
    /// Its row.
    pub span: Span,
}

/// How a field is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// An untraced scalar, by its Rust type.
    Scalar(&'static str),
    /// A Python value.
    Value {
        /// May be absent.
        optional: bool,
    },
    /// An object of a layout.
    Ref {
        /// The layout.
        layout: LayoutId,
        /// May be null.
        optional: bool,
    },
    /// A Rust type that bodies cannot touch.
    Native(String),
}

/// A field of a layout.
#[derive(Debug)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// How it is stored.
    pub ty: FieldType,
    /// Never changes after construction.
    pub is_const: bool,
    /// Its alias class.
    pub heap: HeapId,
    /// What it holds.
    pub doc: String,
    /// Its row.
    pub span: Span,
}

/// An inline tail.
#[derive(Debug)]
pub struct Tail {
    /// The element field.
    pub field: Field,
    /// The field that holds the number of elements, by index.
    pub len: usize,
}

/// A heap layout.
#[derive(Debug)]
pub struct Layout {
    /// Its name, also the operand class.
    pub name: String,
    /// The Rust struct.
    pub strukt: String,
    /// The Python type whose exact instances have it.
    pub python: Option<String>,
    /// Has a bit of its own in type masks.
    pub mask: bool,
    /// Values of this class are immediates, not objects.
    pub immediate: bool,
    /// The struct is written by hand at this path; only the facts are in the table.
    pub external: Option<String>,
    /// The layout whose fields come first.
    pub base: Option<LayoutId>,
    /// Fields in order, those of the base first.
    pub fields: Vec<Field>,
    /// How many of the fields belong to the base.
    pub inherited: usize,
    /// Inline tail.
    pub tail: Option<Tail>,
    /// Hand-written trace function.
    pub trace: Option<String>,
    /// Function run when an object dies.
    pub finalize: Option<String>,
    /// What it is.
    pub doc: String,
    /// Its row.
    pub span: Span,
}

/// A primitive.
#[derive(Debug)]
pub struct Prim {
    /// Its name.
    pub name: String,
    /// Operator symbol or conversion name it also answers to.
    pub alias: Option<String>,
    /// Parameter names and representations.
    pub params: Vec<(String, Repr)>,
    /// Result.
    pub result: Repr,
    /// Has an `else slow` edge.
    pub exits: bool,
    /// Effects.
    pub effects: Effects,
    /// What it computes.
    pub doc: String,
    /// Its row.
    pub span: Span,
}

/// A runtime function that generated code calls.
#[derive(Debug)]
pub struct Hook {
    /// `group::name`.
    pub name: String,
    /// Parameter names and representations.
    pub params: Vec<(String, Repr)>,
    /// Result.
    pub result: Repr,
    /// Effects, `raises` included.
    pub effects: Effects,
    /// What it does.
    pub doc: String,
    /// Its row.
    pub span: Span,
}

/// A class of operands, as written in `when`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// Anything.
    Value,
    /// Tagged int.
    Int,
    /// Float immediate.
    Float,
    /// True or False.
    Bool,
    /// None.
    None,
    /// Exact instances of a layout's type.
    Layout(LayoutId),
}

impl Class {
    /// The representation a value of the class is bound as.
    pub fn repr(self) -> Repr {
        match self {
            Class::Value => Repr::Value,
            Class::Int => Repr::Int,
            Class::Float => Repr::Float,
            Class::Bool => Repr::Bool,
            Class::None => Repr::None,
            Class::Layout(l) => Repr::Ptr(l),
        }
    }

    /// Whether no value is in both.
    pub fn disjoint(self, other: Class) -> bool {
        self != other && self != Class::Value && other != Class::Value
    }

    /// Whether every value of `self` is in `other`.
    pub fn within(self, other: Class) -> bool {
        self == other || other == Class::Value
    }
}

/// An operand of an instruction.
#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    /// A temporary.
    Tmp(TmpId),
    /// Integer constant of `Int`, `I64` or `U32`.
    Int(i64, Repr),
    /// Float constant.
    Float(f64),
    /// Bool constant.
    Bool(bool),
    /// None.
    None,
    /// The absent optional of a representation.
    Null(Repr),
    /// An interned string constant.
    Str(String),
}

/// A straight-line instruction.
#[derive(Clone, Debug)]
pub enum Inst {
    /// `dst = prim(args)`, leaving by `slow` when it fails and the primitive exits.
    Prim(TmpId, PrimId, Vec<Operand>),
    /// `dst = hook(args)`, propagating an exception.
    Hook(TmpId, HookId, Vec<Operand>),
    /// `dst` = boxed `value`.
    Box(TmpId, Operand),
    /// `dst = value` in a wider representation (int to i64, object to optional…).
    Widen(TmpId, Operand),
    /// `dst = value as class`, leaving by `slow` when it is not.
    Cast(TmpId, Operand, Class),
    /// `dst = base.field`
    LoadField(TmpId, Operand, LayoutId, usize),
    /// `base.field = value`
    StoreField(Operand, LayoutId, usize, Operand),
    /// `dst = base.tail[index]`
    LoadElem(TmpId, Operand, LayoutId, Operand),
    /// `base.tail[index] = value`
    StoreElem(Operand, LayoutId, Operand, Operand),
    /// `dst = cell.field` of the hit cache entry.
    CellField(TmpId, &'static str),
    /// `out[index] = value`: writes a register of the node.
    StoreOut(Operand, i64, Operand),
    /// Leaves by `slow` unless the condition holds.
    Guard(Operand),
    /// `dst = if cond { then } else { other }`
    If(TmpId, Operand, Block, Block),
}

/// A sequence of instructions with a result.
#[derive(Clone, Debug)]
pub struct Block {
    /// In order.
    pub insts: Vec<Inst>,
    /// What it yields.
    pub result: Operand,
}

/// A temporary: single assignment.
#[derive(Clone, Debug)]
pub struct Tmp {
    /// Name in the body, when it has one.
    pub name: Option<String>,
    /// Representation.
    pub repr: Repr,
}

/// A lowered body.
#[derive(Clone, Debug)]
pub struct Func {
    /// All temporaries; the parameters come first.
    pub temps: Vec<Tmp>,
    /// Number of parameters.
    pub params: usize,
    /// The code.
    pub body: Block,
    /// Derived effects.
    pub effects: Effects,
    /// Has an `else slow` edge.
    pub exits: bool,
}

/// A fast case.
#[derive(Debug)]
pub struct Case {
    /// Unique within its row.
    pub name: String,
    /// Operand classes.
    pub when: Vec<Class>,
    /// Class of the result.
    pub result: Class,
    /// Representation of the result.
    pub repr: Repr,
    /// Its body.
    pub func: Func,
    /// For ints: the same for machine integers.
    pub wide: Option<Func>,
    /// Its row.
    pub span: Span,
}

/// Shape of an operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperatorKind {
    /// `lhs op rhs`
    Binary,
    /// `lhs op= rhs`
    Inplace,
    /// `op operand`
    Unary,
    /// `lhs op rhs`, a comparison.
    Compare,
}

impl OperatorKind {
    /// Names of the operands.
    pub fn operands(self) -> &'static [&'static str] {
        match self {
            OperatorKind::Unary => &["operand"],
            _ => &["lhs", "rhs"],
        }
    }
}

/// An operator.
#[derive(Debug)]
pub struct Operator {
    /// Its name: the handler's.
    pub name: String,
    /// As in Python.
    pub symbol: String,
    /// Shape.
    pub kind: OperatorKind,
    /// Special methods, in order of trial.
    pub methods: Vec<String>,
    /// The generic path; none when the cases take everything.
    pub slow: Option<HookId>,
    /// Class of every result, whichever case. A `bool` one is not boxed.
    pub result: Class,
    /// Fast cases, in order of trial.
    pub cases: Vec<Case>,
    /// What it means.
    pub doc: String,
    /// Its row.
    pub span: Span,
}

/// What CPython's objects of a type take, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct ForeignSize {
    /// Of the fixed part.
    pub fixed: u32,
    /// Of an item.
    pub item: u32,
    /// Whether its collector tracks them.
    pub tracked: bool,
    /// Lowest byte of the type's hash.
    pub place: Option<u8>,
}

/// Everything.
#[derive(Debug)]
pub struct Spec {
    /// The files, for positions and rebuild tracking.
    pub sources: Sources,
    /// Abstract heaps; the first is the world.
    pub heaps: Vec<Heap>,
    /// Layouts.
    pub layouts: Vec<Layout>,
    /// Primitives.
    pub prims: Vec<Prim>,
    /// Hooks.
    pub hooks: Vec<Hook>,
    /// Operators.
    pub operators: Vec<Operator>,
    /// Native slots.
    pub slots: Vec<Slot>,
    /// Builtin types, exceptions last.
    pub types: Vec<TypeDef>,
    /// Native modules.
    pub modules: Vec<Module>,
    /// What CPython's objects of a type take, by module and name.
    pub sizes: Vec<(String, String, ForeignSize)>,
    /// Inline-cache protocols.
    pub protocols: Vec<Protocol>,
    /// Node kinds.
    pub nodes: Vec<Node>,
}

/// What a filled cache entry does on a hit.
#[derive(Debug)]
pub struct CacheKind {
    /// Its name within the protocol.
    pub name: String,
    /// Tested after the key.
    pub guard: Option<Func>,
    /// What it does.
    pub func: Func,
    /// What is known on a hit.
    pub doc: String,
    /// Its row.
    pub span: Span,
}

/// An operation with static fast cases and an inline cache.
#[derive(Debug)]
pub struct Protocol {
    /// Its name: the handler's.
    pub name: String,
    /// Operands.
    pub operands: Vec<(String, Repr)>,
    /// Result.
    pub result: Repr,
    /// Computes the cache key.
    pub key: Option<Func>,
    /// Performs the operation in general and fills the cache.
    pub plan: HookId,
    /// Fast cases by operand classes, tried before the cache.
    pub cases: Vec<Case>,
    /// Kinds of cache entries, by number.
    pub kinds: Vec<CacheKind>,
    /// What it means.
    pub doc: String,
    /// Its row.
    pub span: Span,
}
