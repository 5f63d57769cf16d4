//! The normalised form: what every tier runs.
//!
//! A syntax tree becomes one [`NodeCode`] for each module, function, class body and
//! generator expression: a flat array of small nodes over numbered registers, in
//! block order, with the order of evaluation spelled out. The nodes keep the tree's
//! operations and source lines; what is gone is nesting, scopes and the implicit
//! stack. Its rules:
//!
//! - Registers are laid out `[parameters and locals | cells: cell variables, then free
//!   variables | temporaries]`; a local register may be unbound (0), a cell register
//!   never is after the first nodes of the code, a temporary is written before it is read.
//! - An operand is a register or, with bit 31 set, a constant. Constant 0 is no value at
//!   all and reads as 0: an absent optional operand ([`Operand::ABSENT`]).
//! - A node's result is written only when the node succeeds, and an operand keeps its
//!   value until a node overwrites it. So execution can stop before any node and after
//!   any node and go on there: generators, OSR and deoptimisation use just that.
//! - A read of a local needs no test: where the local might be unbound, a
//!   [`Op::CheckLocal`] stands at the place where Python evaluates the name.
//! - An exception at a node goes to the first entry of [`NodeCode::handlers`] whose range
//!   holds the node; the handler's first node is a `catch` or `catch_raw`.
//! - `try`/`finally` has one copy of its body: a register says how it was entered, and
//!   branches after it go on from there.
//!
//! The set of nodes is spec/nodes.toml.

mod assigned;
pub mod cfg;
pub mod code;
pub mod dump;
pub mod facts;
pub mod liveness;
pub mod lower;
pub mod node;
pub mod op;
pub mod validate;

pub use code::{CodeFlags, Const, Handler, Head, Line, Loop, Nested, NodeCode};
pub use facts::{Count, Effects, Facts, Flow, Role, Semantics};
pub use node::{Node, Operand};
pub use op::Op;
