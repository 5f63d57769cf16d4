//! Builtin types, functions, modules, and the slots of types.

use super::{Case, Class, Effects, LayoutId, Repr};
use crate::diag::Span;

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
    /// Bytes of a str, of a unicode by the default encoding, or of a buffer: CPython's format "s*".
    Bytes,
    /// The same without bytearrays, whose bytes may move: CPython's format "s#".
    ReadOnly,
    /// Bytes of what has characters: a str, a unicode by the default encoding, a buffer: CPython's format "t#".
    Chars,
    /// The same as `ReadOnly` of a str or unicode only, without zero bytes: CPython's format "s".
    String,
    /// `i32`, a descriptor: an int, or what the object's `fileno()` returns.
    Descriptor,
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
    /// Its name in messages about its arguments.
    pub called: String,
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
    /// What is asked, of the receiver if there is one, before arguments are counted.
    pub ready: Option<String>,
    /// The whole message about a wrong number of arguments, where it is no usual one.
    pub usage: Option<String>,
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
    /// Shown as a plain field.
    pub member: bool,
    /// What it is.
    pub doc: String,
}

/// Where a member's value is.
#[derive(Debug)]
pub enum MemberSource {
    /// Field of the layout, by index.
    Field(usize),
    /// Item of a struct sequence, by index.
    Item(usize),
}

/// A field seen from Python.
#[derive(Debug)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// What it shows.
    pub source: MemberSource,
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
    /// Items of a struct sequence that indexing sees; `None` for all other types.
    pub visible: Option<u32>,
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
    /// Numbers and texts by name.
    pub constants: Vec<(String, Constant)>,
    /// `__doc__`
    pub doc: String,
    /// Its row.
    pub span: Span,
}

/// What a module has under a name.
#[derive(Debug)]
pub enum Constant {
    /// A number.
    Number(i64),
    /// A str.
    Text(String),
    /// The number of the same name in the C library.
    Libc,
}
