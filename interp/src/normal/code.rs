//! A code unit in normalised form: plain, immutable data, shared by threads.
//!
//! Nothing here is a heap object: the runtime's code objects are made from it, with
//! constants and names turned into values once, in the order of [`NodeCode::consts`] and
//! [`NodeCode::names`]; so an index in a node is an index there.

use std::sync::Arc;

use super::node::{Node, Operand};
use super::op::Op;
use crate::store::Stored;

/// `co_flags`, with CPython 2.7's numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CodeFlags(pub u32);

impl CodeFlags {
    pub const OPTIMIZED: CodeFlags = CodeFlags(0x1);
    pub const NEWLOCALS: CodeFlags = CodeFlags(0x2);
    pub const VARARGS: CodeFlags = CodeFlags(0x4);
    pub const VARKEYWORDS: CodeFlags = CodeFlags(0x8);
    pub const NESTED: CodeFlags = CodeFlags(0x10);
    pub const GENERATOR: CodeFlags = CodeFlags(0x20);
    pub const NOFREE: CodeFlags = CodeFlags(0x40);
    /// A generator whose only `yield` is of a tuple made for it: nobody else has that. Not seen from Python.
    pub const FRESH: CodeFlags = CodeFlags(0x4000_0000);
    pub const FUTURE_DIVISION: CodeFlags = CodeFlags(0x2000);
    pub const FUTURE_ABSOLUTE_IMPORT: CodeFlags = CodeFlags(0x4000);
    pub const FUTURE_WITH_STATEMENT: CodeFlags = CodeFlags(0x8000);
    pub const FUTURE_PRINT_FUNCTION: CodeFlags = CodeFlags(0x1_0000);
    pub const FUTURE_UNICODE_LITERALS: CodeFlags = CodeFlags(0x2_0000);

    pub const fn has(self, other: CodeFlags) -> bool {
        self.0 & other.0 == other.0
    }
}

impl std::ops::BitOrAssign for CodeFlags {
    fn bitor_assign(&mut self, other: CodeFlags) {
        self.0 |= other.0;
    }
}

/// A constant, without the runtime's representation.
#[derive(Clone, Debug)]
pub enum Const {
    /// No value: always constant 0, and only that. Becomes the word 0.
    Absent,
    None,
    Bool(bool),
    Ellipsis,
    Int(i64),
    /// Magnitude in base 2**32, least significant digit first.
    Long {
        negative: bool,
        digits: Box<[u32]>,
    },
    Float(f64),
    Complex {
        real: f64,
        imag: f64,
    },
    Str(Box<[u8]>),
    /// Code points, lone surrogates possible.
    Unicode(Box<[u32]>),
    Tuple(Box<[Const]>),
    Code(Nested),
}

/// A code unit inside another: made by the compiler just now, or still as it is stored. Most functions of most
/// modules are never called, and need no more than that.
#[derive(Clone)]
pub enum Nested {
    Made(Arc<NodeCode>),
    Stored(Arc<Stored>),
}

impl Nested {
    /// The unit itself; one that is stored is read each time.
    pub fn whole(&self) -> Arc<NodeCode> {
        match self {
            Nested::Made(code) => code.clone(),
            Nested::Stored(stored) => stored.read(),
        }
    }
}

impl std::fmt::Debug for Nested {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        self.whole().fmt(f)
    }
}

/// What a code object shows, and what its callers go by, before it runs.
#[derive(Clone, Debug)]
pub struct Head {
    pub name: Box<str>,
    pub first_lineno: u32,
    pub flags: CodeFlags,
    pub argcount: u32,
    pub nregs: u32,
    /// Register of the first free variable.
    pub first_free: u32,
    pub freevars: Box<[Box<str>]>,
    /// Names of the attributes that it sets on its first parameter.
    pub self_attributes: Box<[Box<str>]>,
}

/// Nodes `start..end` are protected by the handler that begins at `target`.
///
/// Ranges nest or are disjoint; inner ones come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handler {
    pub start: u32,
    pub end: u32,
    pub target: u32,
}

/// Nodes from `start` up to the next entry belong to a source line. Each entry is a place
/// where a tracer hears of the line, so neighbours may have the same. One that begins where
/// the next does is of a line that has no nodes (`try:`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub start: u32,
    pub line: u32,
    /// Column in bytes of what made the line current: a statement, or an expression that
    /// begins below it.
    pub col: u32,
}

/// A loop of the source, the implicit ones of comprehensions included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loop {
    /// Its `loop_header` node.
    pub header: u32,
    /// Nodes `header..end` are the loop's: body, condition and back edges.
    pub end: u32,
    /// The enclosing loop; loops are numbered outer before inner.
    pub parent: Option<u32>,
}

/// A code unit: module, function, class body, lambda, generator expression or
/// comprehension, interactive statement or expression.
#[derive(Clone, Debug)]
pub struct NodeCode {
    pub name: Box<str>,
    pub filename: Arc<str>,
    pub first_lineno: u32,
    pub flags: CodeFlags,
    /// Positional parameters. Their registers are the first, `*args` and `**kwargs`
    /// (see `flags`) come next, the other locals after them.
    pub argcount: u32,
    /// All locals that are registers, by register. A tuple parameter is called `.0`, `.1`, …
    /// by its position, as in CPython.
    pub varnames: Box<[Box<str>]>,
    /// Names of the cells that follow the locals …
    pub cellvars: Box<[Box<str>]>,
    /// … and of those that come from the enclosing functions after them.
    pub freevars: Box<[Box<str>]>,
    /// All registers.
    pub nregs: u32,
    /// Inline-cache cells.
    pub ncells: u32,
    pub nodes: Box<[Node]>,
    pub consts: Box<[Const]>,
    pub names: Box<[Box<str>]>,
    pub handlers: Box<[Handler]>,
    pub lines: Box<[Line]>,
    /// Lines of code that control does not get to, each after the node before which it would be.
    pub unreached: Box<[(u32, u32)]>,
    /// Nodes `start..end` are the body of a `finally`; inner ones come first.
    pub finally_bodies: Box<[(u32, u32)]>,
    pub loops: Box<[Loop]>,
    /// Nodes at which execution can be entered; entry 0 is node 0, the others are loop
    /// headers and `resume` nodes.
    pub resume: Box<[u32]>,
    /// Constant that is the documentation string.
    pub docstring: Option<u32>,
}

impl NodeCode {
    pub fn head(&self) -> Head {
        let mut attributes: Vec<Box<str>> = Vec::new();
        if self.argcount > 0 {
            for n in self
                .nodes
                .iter()
                .filter(|n| n.op == Op::SetAttr && n.a == 0)
            {
                let name = &self.names[n.b as usize];
                if !attributes.contains(name) {
                    attributes.push(name.clone());
                }
            }
        }
        Head {
            name: self.name.clone(),
            first_lineno: self.first_lineno,
            flags: self.flags,
            argcount: self.argcount,
            nregs: self.nregs,
            first_free: self.first_free(),
            freevars: self.freevars.clone(),
            self_attributes: attributes.into(),
        }
    }

    /// Number of local variables that are registers.
    pub fn nlocals(&self) -> u32 {
        self.varnames.len() as u32
    }

    /// Register of the first cell variable.
    pub fn first_cell(&self) -> u32 {
        self.nlocals()
    }

    /// Register of the first free variable.
    pub fn first_free(&self) -> u32 {
        self.first_cell() + self.cellvars.len() as u32
    }

    /// The first temporary.
    pub fn first_temp(&self) -> u32 {
        self.first_free() + self.freevars.len() as u32
    }

    /// Registers that parameters arrive in: positional ones, `*args`, `**kwargs`.
    pub fn nparams(&self) -> u32 {
        self.argcount
            + u32::from(self.flags.has(CodeFlags::VARARGS))
            + u32::from(self.flags.has(CodeFlags::VARKEYWORDS))
    }

    pub fn constant(&self, operand: Operand) -> Option<&Const> {
        if operand.is_const() {
            self.consts.get(operand.index() as usize)
        } else {
            None
        }
    }

    /// The handler of an exception raised at `node`.
    pub fn handler(&self, node: u32) -> Option<&Handler> {
        self.handlers
            .iter()
            .find(|h| h.start <= node && node < h.end)
    }

    /// The source position of `node`.
    pub fn position(&self, node: u32) -> Line {
        match self.lines.partition_point(|l| l.start <= node) {
            0 => Line {
                start: 0,
                line: self.first_lineno,
                col: 0,
            },
            i => self.lines[i - 1],
        }
    }

    /// The source line of `node`.
    pub fn line(&self, node: u32) -> u32 {
        self.position(node).line
    }

    /// Name of a variable's register, cells included.
    pub fn register_name(&self, register: u32) -> Option<&str> {
        let all = self
            .varnames
            .iter()
            .chain(&self.cellvars)
            .chain(&self.freevars);
        all.map(|n| &**n).nth(register as usize)
    }
}
