//! The kinds of nodes of the normalised form.

use super::HookId;
use crate::diag::Span;

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
