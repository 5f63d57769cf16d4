//! Syntax trees as Python sees them: the nodes of the module `_ast`.

mod read;
mod write;

pub use read::read;
pub use write::write;
