//! The resolved tables: what the checker fills in and the renderers read.
//!
//! Rows are addressed by typed indices; every name of the tables has been looked up.

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
    /// Inline-cache protocols.
    pub protocols: Vec<Protocol>,
    /// Node kinds.
    pub nodes: Vec<Node>,
}

/// A native slot of types.
#[derive(Debug)]
pub struct Slot {
    /// Field of `Slots`.
    pub name: String,
    /// Which Rust signature.
    pub kind: String,
    /// What fills it in a Python class.
    pub dispatch: Option<String>,
    /// Special methods that stand for it: name, calling shape, doc.
    pub methods: Vec<(String, String, String)>,
    /// What it does.
    pub doc: String,
    /// Its row.
    pub span: Span,
}

/// How a builtin binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FunctionKind {
    /// Receives the instance.
    Method,
    /// Receives the class.
    Class,
    /// Receives nothing.
    Static,
    /// A module's function.
    Function,
}

/// Which of CPython's wordings a builtin uses for wrong numbers of arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// "f() takes no arguments (1 given)"
    NoArgs,
    /// "f() takes exactly one argument (2 given)"
    One,
    /// "f() takes at most 2 arguments (3 given)"
    Parse,
    /// "f expected at most 2 arguments, got 3"
    Unpack,
    /// With keywords: "Required argument 'x' (pos 1) not found"
    Keywords,
    /// Whatever `*args, **kwargs` take.
    Free,
}

/// How an argument is converted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParamKind {
    /// As it is.
    Value,
    /// As it is, or absent.
    OptValue,
    /// `i64`, as CPython's format "l".
    Int,
    /// `i64` within 32 bits, as CPython's format "i".
    I32,
    /// `i64`, as CPython's format "n".
    Index,
    /// `f64`, as CPython's format "d".
    Float,
    /// Truth value of any object.
    Truth,
    /// Bytes of a str, or of a unicode by the default encoding: CPython's format "s#".
    Bytes,
    /// An object of a layout, subclasses included.
    Layout(LayoutId),
    /// The same, or absent.
    OptLayout(LayoutId),
    /// `*args`
    Rest,
    /// `**kwargs`
    Keywords,
}

/// A parameter of a builtin.
#[derive(Debug)]
pub struct BuiltinParam {
    /// Its name.
    pub name: String,
    /// Its conversion.
    pub kind: ParamKind,
    /// Default, as written.
    pub default: Option<String>,
}

/// A builtin function or method.
#[derive(Debug)]
pub struct Builtin {
    /// Python name.
    pub name: String,
    /// Unique id: `list_append`.
    pub id: String,
    /// How it binds.
    pub kind: FunctionKind,
    /// Parameters, the receiver included.
    pub params: Vec<BuiltinParam>,
    /// Result.
    pub result: Repr,
    /// Wording of arity errors.
    pub style: Style,
    /// Rust function.
    pub imp: String,
    /// Effects.
    pub effects: Effects,
    /// Class of the result.
    pub result_class: Class,
    /// Fast paths; `when` has a class for each parameter.
    pub cases: Vec<Case>,
    /// The signature as written.
    pub signature: String,
    /// What it does.
    pub doc: String,
    /// Its row.
    pub span: Span,
}

impl Builtin {
    /// 1 when the first parameter is a receiver.
    pub fn receivers(&self) -> usize {
        usize::from(matches!(
            self.kind,
            FunctionKind::Method | FunctionKind::Class
        ))
    }

    /// Fewest positional arguments, receiver included.
    pub fn min(&self) -> usize {
        self.params
            .iter()
            .filter(|p| {
                p.default.is_none()
                    && !matches!(
                        p.kind,
                        ParamKind::OptValue
                            | ParamKind::OptLayout(_)
                            | ParamKind::Rest
                            | ParamKind::Keywords
                    )
            })
            .count()
    }

    /// Most positional arguments, receiver included; `None` without limit.
    pub fn max(&self) -> Option<usize> {
        if self
            .params
            .iter()
            .any(|p| matches!(p.kind, ParamKind::Rest | ParamKind::Keywords))
        {
            return None;
        }
        Some(
            self.params
                .iter()
                .filter(|p| p.kind != ParamKind::Keywords)
                .count(),
        )
    }
}

/// A computed attribute.
#[derive(Debug)]
pub struct Getset {
    /// Its name.
    pub name: String,
    /// Rust getter.
    pub get: String,
    /// Rust setter.
    pub set: Option<String>,
    /// What it is.
    pub doc: String,
}

/// A field seen from Python.
#[derive(Debug)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Field of the layout, by index.
    pub field: usize,
    /// May be assigned.
    pub writable: bool,
    /// What it is.
    pub doc: String,
}

/// A builtin type.
#[derive(Debug)]
pub struct TypeDef {
    /// Python name.
    pub name: String,
    /// snake_case name: `TypeId::List`, `types::LIST`.
    pub id: String,
    /// Layout of instances; that of the base when not given.
    pub layout: LayoutId,
    /// Base type, by index.
    pub base: Option<usize>,
    /// `__module__`
    pub module: String,
    /// Names of flags.
    pub flags: Vec<String>,
    /// Field that holds the instance dict.
    pub dict: Option<usize>,
    /// Rust module of relative paths.
    pub group: String,
    /// Slots and their Rust functions.
    pub slots: Vec<(String, String)>,
    /// Methods.
    pub methods: Vec<Builtin>,
    /// Computed attributes.
    pub getsets: Vec<Getset>,
    /// Fields.
    pub members: Vec<Member>,
    /// `__doc__`
    pub doc: Option<String>,
    /// An exception.
    pub exception: bool,
    /// Its row.
    pub span: Span,
}

/// A native module.
#[derive(Debug)]
pub struct Module {
    /// Python name.
    pub name: String,
    /// Function that adds what is not a function.
    pub init: Option<String>,
    /// Types it exports, by index.
    pub types: Vec<usize>,
    /// Functions.
    pub functions: Vec<Builtin>,
    /// `__doc__`
    pub doc: String,
    /// Its row.
    pub span: Span,
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

/// A field of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeField {
    /// The first result register.
    Dst,
    /// First operand.
    A,
    /// Second operand.
    B,
    /// Third operand.
    C,
}

/// A number of registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The node's own count is part of it.
    pub n: bool,
    /// Added to it.
    pub plus: u8,
}

/// What a field of a node holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Registers written.
    Out(Count),
    /// A register or constant.
    Value,
    /// A register or constant, or nothing.
    Optional,
    /// Consecutive registers or constants.
    Range(Count),
    /// Callee, self or nothing, arguments.
    Method,
    /// Register of a local.
    Local,
    /// Register of a cell.
    Cell,
    /// Index of a name.
    Name,
    /// A constant.
    Const,
    /// A node.
    Target,
    /// A loop.
    Loop,
    /// A resume point.
    Resume,
    /// A number.
    Int,
}

/// What performs a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Semantics {
    /// A row of operators.toml.
    Operator(usize),
    /// A row of protocols.toml.
    Protocol(usize),
    /// A hook.
    Hook(HookId),
    /// Written by hand.
    Control,
}

/// Where execution goes after a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// To the next node.
    Next,
    /// To the target.
    Jump,
    /// Out of the code.
    Exit,
}

/// A kind of node.
#[derive(Debug)]
pub struct Node {
    /// Its name.
    pub name: String,
    /// Its fields, in the order in which they are passed.
    pub operands: Vec<(NodeField, Role)>,
    /// What performs it.
    pub semantics: Semantics,
    /// The frame is passed first.
    pub frame: bool,
    /// Where execution goes.
    pub flow: Flow,
    /// Owns an inline-cache cell.
    pub cell: bool,
    /// With a bool result and a target: the result that jumps.
    pub jump_if: bool,
    /// Effects by name.
    pub effects: Vec<&'static str>,
    /// What it means.
    pub doc: String,
    /// Its row.
    pub span: Span,
}

impl Node {
    /// Whether the result goes to the single register `dst`.
    pub fn single_out(&self) -> bool {
        self.operands
            .iter()
            .any(|(_, r)| *r == Role::Out(Count { n: false, plus: 1 }))
    }

    /// Whether it can jump.
    pub fn target(&self) -> bool {
        self.operands.iter().any(|(_, r)| *r == Role::Target)
    }

    /// The roles of what is passed to the operator, protocol or hook.
    pub fn passed(&self) -> Vec<Role> {
        self.operands
            .iter()
            .flat_map(|(_, r)| match r {
                Role::Method => vec![Role::Value, Role::Range(Count { n: true, plus: 0 })],
                r => vec![*r],
            })
            .filter(|r| {
                !matches!(r, Role::Target | Role::Resume | Role::Loop)
                    && *r != Role::Out(Count { n: false, plus: 1 })
            })
            .collect()
    }
}
