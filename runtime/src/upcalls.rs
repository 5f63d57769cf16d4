//! What the runtime needs from the layers above it; the interpreter installs it once.

use std::cell::Cell;
use std::sync::OnceLock;

use crate::error::PyResult;
use crate::layouts::{Code, Dict, Str};
use crate::modules::parser::Parsed;
use crate::object::Ref;
use crate::value::Value;

/// Among the flags for [`Upcalls::compile`]: the text is a whole file.
pub const SOURCE_IS_FILE: u32 = 0x8000_0000;

/// Among the flags for [`Upcalls::compile`]: blanks before the text do not count, as for `eval`.
pub const LEADING_BLANKS: u32 = 0x4000_0000;

/// Among the flags for [`Upcalls::compile`]: the code is run at once and shown to nobody, so that it may be
/// the object that an equal text gave before.
pub const RUN_AT_ONCE: u32 = 0x1000_0000;

/// Functions of the interpreter.
pub struct Upcalls {
    /// Source text to a code object: (source, filename, mode, flags, inherit flags of the caller).
    pub compile: fn(Value, &[u8], &str, u32, bool) -> PyResult,
    /// The concrete syntax tree of a text, which is an expression or not.
    pub concrete_tree: fn(Ref<Str>, bool) -> PyResult<Parsed>,
    /// The concrete syntax tree that nested sequences describe.
    pub concrete_from_sequence: fn(Value) -> PyResult<Parsed>,
    /// Runs a code object in namespaces.
    pub run: fn(Ref<Code>, Ref<Dict>, Value) -> PyResult,
    /// Runs a frame from an entry of its code, telling of what happens.
    pub run_traced: crate::call::Entry,
    /// Runs a frame so, with a look at the levels of recursion that its nodes take.
    pub run_near_limit: crate::call::Entry,
    /// Has a frame of which a trace function is being told of an event go on at a line.
    pub jump: fn(&crate::frame::Frame, i64, crate::tracing::Event) -> PyResult<()>,
    /// `__import__(name, globals, locals, fromlist, level)`
    pub import: fn(Value, Value, Value, Value, i64) -> PyResult,
    /// `reload(module)`
    pub reload: fn(Value) -> PyResult,
    /// Kind and place of a module without package: (name, path).
    pub find_module: fn(&[u8], Option<Value>) -> PyResult<Option<(i64, Value)>>,
    /// Runs a source file as a module: (name, path, text when it was read already).
    pub load_source: fn(&[u8], &[u8], Option<&[u8]>) -> PyResult,
    /// Loads a package: (name, folder).
    pub load_package: fn(&[u8], &[u8]) -> PyResult,
    /// A native module in `sys.modules`, made if need be.
    pub native: fn(&[u8]) -> PyResult<Option<Value>>,
    /// A frozen module, run; else its code.
    pub frozen: fn(&[u8], bool) -> PyResult<Option<Value>>,
    /// Runs code as a module: (name, `__file__`, code).
    pub execute_module: fn(&[u8], Option<Value>, Ref<Code>) -> PyResult,
    /// A code object as bytes that the same build can read, without its file name.
    pub code_to_bytes: fn(Ref<Code>) -> Vec<u8>,
    /// The code object that such bytes are: (bytes, file name).
    pub code_from_bytes: fn(&[u8], &[u8]) -> Option<Ref<Code>>,
    /// The importer of a place of a path, or None.
    pub importer: fn(Ref<Str>) -> PyResult,
    /// The symbol table of a source text: (text, filename, mode).
    pub symbol_table: fn(&[u8], &[u8], &str) -> PyResult,
    /// Tells of the pending exception as at the end of a program, by `sys.excepthook` and in `sys.last_value`. The exit
    /// status if it is SystemExit.
    pub report: fn() -> Option<i32>,
    /// Clears what temporaries of the running frames hold and nothing reads any more.
    pub forget_dead: fn(),
    /// Does a running frame of this thread hold such a value? Temporaries that nothing reads any more are cleared
    /// instead.
    pub frames_hold: fn(&dyn Fn(Value) -> bool) -> bool,
}

static EXIT: OnceLock<fn(i32) -> !> = OnceLock::new();

/// Installs what ends the program as [`exit`] says. Called once.
pub fn install_exit(exit: fn(i32) -> !) {
    // Called once: there was nothing before.
    let _ = EXIT.set(exit);
}

/// Ends the program from within: `sys.exitfunc` is called, and everything buffered is written.
pub fn exit(status: i32) -> ! {
    match EXIT.get() {
        Some(exit) => exit(status),
        None => std::process::exit(status),
    }
}

struct Installed(Cell<Option<&'static Upcalls>>);
// SAFETY: written once at start-up.
unsafe impl Sync for Installed {}
static UPCALLS: Installed = Installed(Cell::new(None));

/// Called once.
pub fn install(u: &'static Upcalls) {
    UPCALLS.0.set(Some(u));
}

/// The interpreter's functions.
///
/// # Errors
/// SystemError before the interpreter is there.
pub fn get() -> PyResult<&'static Upcalls> {
    UPCALLS
        .0
        .get()
        .ok_or_else(|| crate::error::system_error("no interpreter"))
}
