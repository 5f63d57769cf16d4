//! The interpreter's loop, expanded from spec/nodes.toml.

use crate::normal::{Node, Op};

codegen_macros::expand_dispatch!();
