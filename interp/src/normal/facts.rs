//! What is known about a kind of node without looking at one: the columns of
//! spec/nodes.toml. Passes ask these facts instead of matching on [`Op`].

use super::node::{Node, Operand};

/// How many consecutive registers or constants an operand stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// Is the node's own `n` part of the sum?
    pub n: bool,
    /// Added to it.
    pub plus: u8,
}

impl Count {
    pub const ONE: Count = Count { n: false, plus: 1 };

    #[inline]
    pub fn of(self, node: &Node) -> u32 {
        u32::from(self.plus) + if self.n { u32::from(node.n) } else { 0 }
    }
}

/// What a field of a node holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Nothing; the field is 0.
    Unused,
    /// First of the registers written.
    Out(Count),
    /// A register or a constant, read.
    Value,
    /// The same, or [`Operand::ABSENT`].
    Optional,
    /// First of consecutive registers or constants, read.
    Range(Count),
    /// The register of a local that may be unbound.
    Local,
    /// A register that holds a cell.
    Cell,
    /// Index into the names.
    Name,
    /// A constant (bit 31 set).
    Const,
    /// A node.
    Target,
    /// A number of a loop, a resume point, or just a number.
    Loop,
    Resume,
    Int,
}

/// What performs a node; see the column of that name in spec/nodes.toml.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Semantics {
    Operator(&'static str),
    Protocol(&'static str),
    /// A runtime function, and whether it is passed the frame.
    Hook(&'static str, bool),
    Control,
}

/// Where execution goes after a node, exceptions aside. (Whether it can also go to a
/// target is told by a field's [`Role::Target`].)
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    Next,
    Jump,
    Exit,
}

/// Set of effects a node may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effects(pub u8);

impl Effects {
    pub const NONE: Effects = Effects(0);
    pub const RAISES: Effects = Effects(1);
    pub const ALLOCATES: Effects = Effects(2);
    /// Reads or writes registers of the frame that are not operands.
    pub const LOCALS: Effects = Effects(4);
    /// May run any Python code.
    pub const CALLS: Effects = Effects(8 | 1 | 2);

    #[inline]
    pub const fn has(self, other: Effects) -> bool {
        self.0 & other.0 == other.0
    }

    #[inline]
    pub const fn union(self, other: Effects) -> Effects {
        Effects(self.0 | other.0)
    }
}

/// One row of spec/nodes.toml.
#[derive(Debug)]
pub struct Facts {
    pub name: &'static str,
    /// Roles of `dst`, `a`, `b`, `c`.
    pub fields: [Role; 4],
    pub semantics: Semantics,
    pub flow: Flow,
    /// Does the node own an inline-cache cell?
    pub cell: bool,
    pub effects: Effects,
    pub doc: &'static str,
}

impl Facts {
    /// Does the node call a value of the program's?
    pub fn calls(&self) -> bool {
        match self.semantics {
            Semantics::Protocol(name) => name == "call",
            Semantics::Hook(name, _) => name.starts_with("call::"),
            _ => false,
        }
    }
}

impl Node {
    #[inline]
    pub fn facts(&self) -> &'static Facts {
        self.op.facts()
    }

    /// The values of `dst`, `a`, `b`, `c`, in the order of [`Facts::fields`].
    #[inline]
    pub fn fields(&self) -> [u32; 4] {
        [self.dst, self.a, self.b, self.c]
    }

    /// Fields and their roles in the order in which the node's handler takes them: results written by the handler
    /// first, and where `dst` is read it comes last.
    pub fn ordered_fields(&self) -> impl Iterator<Item = (Role, u32)> {
        let all: Vec<(Role, u32)> = self.facts().fields.into_iter().zip(self.fields()).collect();
        let first = usize::from(!matches!(all[0].0, Role::Out(_)));
        (first..4).chain(0..first).map(move |i| all[i])
    }

    /// Each operand read, constants included, absent ones not; ranges one by one.
    pub fn for_each_read(&self, mut f: impl FnMut(Operand)) {
        for (role, value) in self.facts().fields.iter().zip(self.fields()) {
            match role {
                Role::Value | Role::Local | Role::Cell | Role::Const => f(Operand(value)),
                Role::Optional if value != Operand::ABSENT.0 => f(Operand(value)),
                Role::Range(count) => (0..count.of(self)).for_each(|i| f(Operand(value + i))),
                _ => {}
            }
        }
    }

    /// Each register read.
    pub fn for_each_use(&self, mut f: impl FnMut(u32)) {
        self.for_each_read(|o| {
            if !o.is_const() {
                f(o.0);
            }
        });
    }

    /// Each register written when the node succeeds.
    pub fn for_each_def(&self, mut f: impl FnMut(u32)) {
        if let Role::Out(count) = self.facts().fields[0] {
            (0..count.of(self)).for_each(|i| f(self.dst + i));
        }
    }

    /// The node jumped to, if it can jump.
    #[inline]
    pub fn target(&self) -> Option<u32> {
        (self.facts().fields[3] == Role::Target).then_some(self.c)
    }

    /// Can the next node run after this one?
    #[inline]
    pub fn falls_through(&self) -> bool {
        self.facts().flow == Flow::Next
    }

    /// Can the node raise? (Allocation can: `MemoryError`.)
    #[inline]
    pub fn raises(&self) -> bool {
        self.facts().effects.0 & Effects::CALLS.0 != 0
    }
}
