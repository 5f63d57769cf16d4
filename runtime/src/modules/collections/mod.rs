//! The module `_collections` (rows: spec/modules/_collections.toml, spec/types/collections.toml).

mod defaultdict;
mod deque;
mod deque_methods;

pub use defaultdict::*;
pub use deque::*;
pub use deque_methods::*;
