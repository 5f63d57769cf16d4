//! What nodes, bodies and compiled code call: the functions that rows of spec/hooks.toml name.

pub mod attr;
pub mod build;
pub mod call;
pub mod compare;
pub mod dict;
pub mod exceptions;
pub mod execute;
pub mod functions;
pub mod imports;
pub mod item;
pub mod iter;
pub mod list;
pub mod math;
pub mod names;
pub mod number;
pub mod output;
pub mod set;
pub mod str;
pub mod tuple;
pub mod unicode;
