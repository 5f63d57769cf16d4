//! Values, heap, object model, builtin types and native modules.
//!
//! The runtime knows nothing of the interpreter and the compilers: what it needs from above it
//! gets through hooks that they install.

#[macro_use]
pub mod error;
pub mod attr;
pub mod attributes;
pub mod blocking;
pub mod builtins;
pub mod cache;
pub mod call;
pub mod codec;
pub mod convert;
pub mod dropped;
pub mod exception;
pub mod executable;
pub mod finalizers;
pub mod format;
pub mod frame;
pub mod gil;
pub mod heap;
pub mod hooks;
pub mod interrupt;
pub mod layouts;
pub mod modules;
pub mod names;
pub mod number;
pub mod object;
pub mod ops;
pub mod output;
pub mod prims;
pub mod protocol;
pub mod shape;
pub mod signals;
pub mod singletons;
pub mod sizes;
pub mod slot_dispatch;
pub mod slot_wrappers;
pub mod slots;
pub mod sre;
pub mod start;
pub mod text;
pub mod thread;
pub mod tracing;
pub mod typedef;
pub mod typeobj;
pub mod types;
pub mod upcalls;
pub mod value;
pub mod window;
