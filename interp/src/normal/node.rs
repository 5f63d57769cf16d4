//! One node, and the operands in it.

use super::op::Op;

/// A value that a node reads: a register, or a constant.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(transparent)]
pub struct Operand(pub u32);

impl Operand {
    /// Set in constants.
    pub const CONST: u32 = 1 << 31;
    /// No operand: constant 0, which is no value and reads as 0.
    pub const ABSENT: Operand = Operand(Operand::CONST);

    #[inline]
    pub const fn reg(register: u32) -> Operand {
        debug_assert!(register < Operand::CONST);
        Operand(register)
    }

    #[inline]
    pub const fn constant(index: u32) -> Operand {
        debug_assert!(index < Operand::CONST);
        Operand(index | Operand::CONST)
    }

    #[inline]
    pub const fn is_const(self) -> bool {
        self.0 & Operand::CONST != 0
    }

    /// Of the register or constant.
    #[inline]
    pub const fn index(self) -> u32 {
        self.0 & !Operand::CONST
    }
}

/// A node; what its fields hold depends on the kind, see [`Facts`](super::Facts).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(C)]
pub struct Node {
    pub op: Op,
    /// Number of values of a range, or a flag.
    pub n: u16,
    pub dst: u32,
    pub a: u32,
    pub b: u32,
    pub c: u32,
    /// Number of the node's inline-cache cell, for kinds that own one, else 0.
    pub cell: u32,
}

const _: () = assert!(size_of::<Node>() == 24);

impl Node {
    pub const fn new(op: Op) -> Node {
        Node {
            op,
            n: 0,
            dst: 0,
            a: 0,
            b: 0,
            c: 0,
            cell: 0,
        }
    }
}
