//! The syntax tree: CPython 2.7's `ast` node classes as Rust enums.
//!
//! Node kinds, field names and field order are those of the `ast` module, because
//! three readers depend on them: programs that import `ast`, the dump that the
//! tests compare with CPython's, and anyone who knows CPython's tree. What is not
//! a field there is set apart: `scope` numbers the nodes that open a scope, so that
//! the symbol tables need no map keyed by address.
//!
//! Nodes live in an [`Arena`](crate::Arena) and are plain `Copy` data: building is a
//! pointer bump, the whole tree is freed at once, and no drop recurses over a deep
//! one. Kinds with more than three words of fields keep them behind a reference, so
//! that an [`Expr`] is 32 bytes and a list of them is one flat slice.

use crate::names::Name;

/// Number of a node that opens a scope; index into the symbol tables. The module,
/// interactive or expression root is always [`ScopeId::ROOT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ScopeId(pub u32);

impl ScopeId {
    pub const ROOT: ScopeId = ScopeId(0);
}

/// A whole unit; which kind depends on the mode it was parsed in.
#[derive(Clone, Copy, Debug)]
pub enum Mod<'a> {
    Module { body: &'a [Stmt<'a>] },
    Interactive { body: &'a [Stmt<'a>] },
    Expression { body: &'a Expr<'a> },
}

#[derive(Clone, Copy, Debug)]
pub struct Stmt<'a> {
    pub kind: StmtKind<'a>,
    /// One-based line of the first token; 0 never occurs in parsed source.
    pub lineno: u32,
    /// Zero-based byte of the first token in its line, in UTF-8. It is -1, as in
    /// CPython, when that token is a string that began on an earlier line.
    pub col_offset: i32,
}

#[derive(Clone, Copy, Debug)]
pub enum StmtKind<'a> {
    FunctionDef(&'a FunctionDef<'a>),
    ClassDef(&'a ClassDef<'a>),
    Return {
        value: Option<&'a Expr<'a>>,
    },
    Delete {
        targets: &'a [Expr<'a>],
    },
    Assign {
        targets: &'a [Expr<'a>],
        value: &'a Expr<'a>,
    },
    AugAssign {
        target: &'a Expr<'a>,
        op: Operator,
        value: &'a Expr<'a>,
    },
    Print {
        dest: Option<&'a Expr<'a>>,
        values: &'a [Expr<'a>],
        nl: bool,
    },
    For(&'a For<'a>),
    While(&'a While<'a>),
    If(&'a If<'a>),
    With(&'a With<'a>),
    /// `type` is a keyword of Rust; the field is `type` in dumps.
    Raise {
        type_: Option<&'a Expr<'a>>,
        inst: Option<&'a Expr<'a>>,
        tback: Option<&'a Expr<'a>>,
    },
    TryExcept(&'a TryExcept<'a>),
    TryFinally(&'a TryFinally<'a>),
    Assert {
        test: &'a Expr<'a>,
        msg: Option<&'a Expr<'a>>,
    },
    Import {
        names: &'a [Alias],
    },
    ImportFrom(&'a ImportFrom<'a>),
    Exec {
        body: &'a Expr<'a>,
        globals: Option<&'a Expr<'a>>,
        locals: Option<&'a Expr<'a>>,
    },
    Global {
        names: &'a [Name],
    },
    Expr {
        value: &'a Expr<'a>,
    },
    Pass,
    Break,
    Continue,
}

#[derive(Clone, Copy, Debug)]
pub struct FunctionDef<'a> {
    pub name: Name,
    pub args: Arguments<'a>,
    pub body: &'a [Stmt<'a>],
    pub decorator_list: &'a [Expr<'a>],
    pub scope: ScopeId,
}

#[derive(Clone, Copy, Debug)]
pub struct ClassDef<'a> {
    pub name: Name,
    pub bases: &'a [Expr<'a>],
    pub body: &'a [Stmt<'a>],
    pub decorator_list: &'a [Expr<'a>],
    pub scope: ScopeId,
}

#[derive(Clone, Copy, Debug)]
pub struct For<'a> {
    pub target: &'a Expr<'a>,
    pub iter: &'a Expr<'a>,
    pub body: &'a [Stmt<'a>],
    pub orelse: &'a [Stmt<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct While<'a> {
    pub test: &'a Expr<'a>,
    pub body: &'a [Stmt<'a>],
    pub orelse: &'a [Stmt<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct If<'a> {
    pub test: &'a Expr<'a>,
    pub body: &'a [Stmt<'a>],
    pub orelse: &'a [Stmt<'a>],
}

/// One context manager; `with a, b:` is two of these, nested.
#[derive(Clone, Copy, Debug)]
pub struct With<'a> {
    pub context_expr: &'a Expr<'a>,
    pub optional_vars: Option<&'a Expr<'a>>,
    pub body: &'a [Stmt<'a>],
}

/// `try: … except: … else: …`; with `finally` it is the body of a [`TryFinally`].
#[derive(Clone, Copy, Debug)]
pub struct TryExcept<'a> {
    pub body: &'a [Stmt<'a>],
    pub handlers: &'a [ExceptHandler<'a>],
    pub orelse: &'a [Stmt<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct TryFinally<'a> {
    pub body: &'a [Stmt<'a>],
    pub finalbody: &'a [Stmt<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct ImportFrom<'a> {
    /// `None` for `from . import x`.
    pub module: Option<Name>,
    /// A single alias named `*` for `from m import *`.
    pub names: &'a [Alias],
    /// Number of leading dots; `None` only in trees that programs build.
    pub level: Option<u32>,
}

#[derive(Clone, Copy, Debug)]
pub struct ExceptHandler<'a> {
    pub type_: Option<&'a Expr<'a>>,
    /// Any assignment target, not only a name.
    pub name: Option<&'a Expr<'a>>,
    pub body: &'a [Stmt<'a>],
    pub lineno: u32,
    pub col_offset: i32,
}

/// `import name as asname`; `name` may be dotted.
#[derive(Clone, Copy, Debug)]
pub struct Alias {
    pub name: Name,
    pub asname: Option<Name>,
}

/// Parameters: `args` are names, or tuples of names nested at will, in `Param`
/// context (inner tuples in `Store`, as in CPython); `defaults` belong to the last
/// of them.
#[derive(Clone, Copy, Debug)]
pub struct Arguments<'a> {
    pub args: &'a [Expr<'a>],
    pub vararg: Option<Name>,
    pub kwarg: Option<Name>,
    pub defaults: &'a [Expr<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct Expr<'a> {
    pub kind: ExprKind<'a>,
    /// As for [`Stmt::lineno`]; a string literal counts from its last line.
    pub lineno: u32,
    pub col_offset: i32,
}

#[derive(Clone, Copy, Debug)]
pub enum ExprKind<'a> {
    /// `a and b and c` is one node with three values.
    BoolOp {
        op: BoolOp,
        values: &'a [Expr<'a>],
    },
    BinOp {
        left: &'a Expr<'a>,
        op: Operator,
        right: &'a Expr<'a>,
    },
    UnaryOp {
        op: UnaryOp,
        operand: &'a Expr<'a>,
    },
    Lambda(&'a Lambda<'a>),
    IfExp(&'a IfExp<'a>),
    Dict(&'a Dict<'a>),
    Set {
        elts: &'a [Expr<'a>],
    },
    /// The one comprehension that opens no scope in 2.7.
    ListComp(&'a ListComp<'a>),
    SetComp(&'a SetComp<'a>),
    DictComp(&'a DictComp<'a>),
    GeneratorExp(&'a GeneratorExp<'a>),
    Yield {
        value: Option<&'a Expr<'a>>,
    },
    Compare(&'a Compare<'a>),
    Call(&'a Call<'a>),
    /// Backquotes.
    Repr {
        value: &'a Expr<'a>,
    },
    Num {
        n: Number<'a>,
    },
    /// A `str` literal, decoded.
    Str {
        s: &'a [u8],
    },
    /// A `unicode` literal, decoded to code points; they may be lone surrogates.
    /// Dumped as `Str`, CPython's one node for both.
    Unicode {
        s: &'a [u32],
    },
    Attribute {
        value: &'a Expr<'a>,
        attr: Name,
        ctx: ExprContext,
    },
    Subscript {
        value: &'a Expr<'a>,
        slice: &'a Slice<'a>,
        ctx: ExprContext,
    },
    Name {
        id: Name,
        ctx: ExprContext,
    },
    List {
        elts: &'a [Expr<'a>],
        ctx: ExprContext,
    },
    Tuple {
        elts: &'a [Expr<'a>],
        ctx: ExprContext,
    },
}

#[derive(Clone, Copy, Debug)]
pub struct Lambda<'a> {
    pub args: Arguments<'a>,
    pub body: &'a Expr<'a>,
    pub scope: ScopeId,
}

#[derive(Clone, Copy, Debug)]
pub struct IfExp<'a> {
    pub test: &'a Expr<'a>,
    pub body: &'a Expr<'a>,
    pub orelse: &'a Expr<'a>,
}

#[derive(Clone, Copy, Debug)]
pub struct Dict<'a> {
    pub keys: &'a [Expr<'a>],
    pub values: &'a [Expr<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct ListComp<'a> {
    pub elt: &'a Expr<'a>,
    pub generators: &'a [Comprehension<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct SetComp<'a> {
    pub elt: &'a Expr<'a>,
    pub generators: &'a [Comprehension<'a>],
    pub scope: ScopeId,
}

#[derive(Clone, Copy, Debug)]
pub struct DictComp<'a> {
    pub key: &'a Expr<'a>,
    pub value: &'a Expr<'a>,
    pub generators: &'a [Comprehension<'a>],
    pub scope: ScopeId,
}

#[derive(Clone, Copy, Debug)]
pub struct GeneratorExp<'a> {
    pub elt: &'a Expr<'a>,
    pub generators: &'a [Comprehension<'a>],
    pub scope: ScopeId,
}

/// `left ops[0] comparators[0] ops[1] comparators[1] …`
#[derive(Clone, Copy, Debug)]
pub struct Compare<'a> {
    pub left: &'a Expr<'a>,
    pub ops: &'a [CmpOp],
    pub comparators: &'a [Expr<'a>],
}

#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    pub func: &'a Expr<'a>,
    pub args: &'a [Expr<'a>],
    pub keywords: &'a [Keyword<'a>],
    pub starargs: Option<&'a Expr<'a>>,
    pub kwargs: Option<&'a Expr<'a>>,
}

#[derive(Clone, Copy, Debug)]
pub struct Keyword<'a> {
    pub arg: Name,
    pub value: &'a Expr<'a>,
}

#[derive(Clone, Copy, Debug)]
pub struct Comprehension<'a> {
    pub target: &'a Expr<'a>,
    pub iter: &'a Expr<'a>,
    pub ifs: &'a [Expr<'a>],
}

#[derive(Clone, Copy, Debug)]
pub enum Slice<'a> {
    Ellipsis,
    Slice {
        lower: Option<&'a Expr<'a>>,
        upper: Option<&'a Expr<'a>>,
        step: Option<&'a Expr<'a>>,
    },
    ExtSlice {
        dims: &'a [Slice<'a>],
    },
    Index {
        value: &'a Expr<'a>,
    },
}

/// The value of a numeric literal. A minus sign directly before the literal is
/// already in it, as CPython folds it while building the tree.
#[derive(Clone, Copy, Debug)]
pub enum Number<'a> {
    Int(i64),
    Long(&'a LongLiteral<'a>),
    Float(f64),
    /// `1j`: the imaginary part of a complex with a zero real part.
    Imaginary(f64),
}

/// Magnitude in base 2**32, least significant digit first, no leading zero; none for 0.
#[derive(Clone, Copy, Debug)]
pub struct LongLiteral<'a> {
    pub negative: bool,
    pub digits: &'a [u32],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExprContext {
    Load,
    Store,
    Del,
    /// Only in trees that programs build.
    AugLoad,
    /// Only in trees that programs build.
    AugStore,
    Param,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoolOp {
    And,
    Or,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Add,
    Sub,
    Mult,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDiv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    Invert,
    Not,
    UAdd,
    USub,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CmpOp {
    Eq,
    NotEq,
    Lt,
    LtE,
    Gt,
    GtE,
    Is,
    IsNot,
    In,
    NotIn,
}

const _: () = assert!(size_of::<Expr>() == 32);
const _: () = assert!(size_of::<Stmt>() == 40);
