//! The kinds of nodes, expanded from spec/nodes.toml.

use super::facts::{Count, Effects, Facts, Flow, Role, Semantics};

codegen_macros::expand_nodes!();

impl Op {
    /// The row of the table.
    #[inline]
    pub fn facts(self) -> &'static Facts {
        &FACTS[self as usize]
    }

    /// As in the table.
    #[inline]
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    #[inline]
    pub fn from_u16(number: u16) -> Option<Op> {
        Op::ALL.get(usize::from(number)).copied()
    }
}
