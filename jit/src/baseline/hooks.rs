//! Runtime functions that only the baseline's control nodes call.

use interp::machine;
use runtime::error::Raised;
use runtime::exception;
use runtime::frame::Frame;
use runtime::layouts::{CellVar, Effects, Repr, Tuple, TypeMask};
use runtime::object::Ref;
use runtime::thread;
use runtime::value::Value;

use crate::output::{Hook, Signature};

const ANYTHING: Effects = Effects {
    reads: u64::MAX,
    writes: u64::MAX,
    raises: true,
    calls: true,
    allocates: true,
};

const fn hook(
    name: &'static str,
    address: usize,
    params: &'static [Repr],
    result: Repr,
    raises: bool,
) -> Hook {
    Hook {
        name,
        address,
        signature: Signature {
            params,
            result,
            raises,
        },
        mask: TypeMask::ANY,
        effects: ANYTHING,
    }
}

macro_rules! hooks {
    ($($(#[$doc:meta])* $name:ident ($($param:expr),*) -> $result:expr, $raises:literal, $function:expr;)*) => { $(
        $(#[$doc])*
        pub fn $name() -> Hook {
            hook(concat!("baseline::", stringify!($name)), $function as *const () as usize, &[$($param),*], $result, $raises)
        }
    )* };
}

hooks! {
    /// Adds a traceback entry for the node that the frame is at.
    raised(Repr::Frame) -> Repr::Bool, false, do_raised;
    make_cell(Repr::OptValue) -> Repr::Value, true, do_make_cell;
    free_cell(Repr::Frame, Repr::I64) -> Repr::Value, true, do_free_cell;
    load_cell(Repr::Frame, Repr::I64) -> Repr::Value, true, do_load_cell;
    store_cell(Repr::Value, Repr::Value) -> Repr::None, false, do_store_cell;
    unbound(Repr::Frame, Repr::I64) -> Repr::Value, true, do_unbound;
    /// Begins an except block: (type, value, traceback) to three registers.
    catch(Repr::Frame, Repr::I64) -> Repr::None, false, do_catch;
    catch_raw(Repr::Frame, Repr::I64) -> Repr::None, false, do_catch_raw;
    raise(Repr::OptValue, Repr::OptValue, Repr::OptValue) -> Repr::Value, true, do_raise;
    reraise(Repr::Value, Repr::Value, Repr::Value) -> Repr::None, false, do_reraise;
    interrupted() -> Repr::None, true, do_interrupted;
    takes_over(Repr::Frame) -> Repr::Bool, false, do_takes_over;
    /// With the signature of code: what the frame has left on the native stack is given up.
    go_on(Repr::Frame, Repr::U32) -> Repr::OptValue, false, do_go_on;
}

fn status(r: Result<(), Raised>) -> i32 {
    if r.is_ok() { 0 } else { -1 }
}

/// Is the frame traced from here on?
extern "C" fn do_raised(frame: &'static Frame) -> bool {
    let traced = runtime::interrupt::is_asked() && thread::current().tracing.takes_over(frame);
    if traced {
        machine::handler(frame, frame.pc.get());
    } else {
        exception::add_traceback(frame);
    }
    traced
}
extern "C" fn do_make_cell(content: Option<Value>) -> Option<Value> {
    Some(CellVar::alloc(content).into())
}
extern "C" fn do_free_cell(frame: &'static Frame, index: i64) -> Option<Value> {
    let closure: Option<Ref<Tuple>> = frame.function.get().and_then(|f| f.closure.get());
    let cell = closure.and_then(|c| c.as_ref::<'static>().items().get(index as usize).copied());
    if cell.is_none() {
        runtime::error::system_error("code with free variables runs without its closure");
    }
    cell
}
extern "C" fn do_load_cell(frame: &'static Frame, register: i64) -> Option<Value> {
    machine::load_cell(frame, register as u32).ok()
}
extern "C" fn do_store_cell(cell: Value, x: Value) {
    if let Some(c) = cell.exact::<CellVar>() {
        c.content.set(Some(x));
    }
}
extern "C" fn do_unbound(frame: &'static Frame, register: i64) -> Option<Value> {
    machine::raise_unbound(frame, register as u32);
    None
}
extern "C" fn do_catch(frame: &'static Frame, at: i64) {
    machine::handle(frame, at as u32);
}
extern "C" fn do_catch_raw(frame: &'static Frame, at: i64) {
    machine::take(frame, at as u32);
}
extern "C" fn do_raise(
    ty: Option<Value>,
    value: Option<Value>,
    tb: Option<Value>,
) -> Option<Value> {
    exception::raise_statement(ty, value, tb);
    None
}
extern "C" fn do_reraise(ty: Value, value: Value, tb: Value) {
    machine::reraise(&[ty, value, tb]);
}
extern "C" fn do_interrupted() -> i32 {
    status(runtime::interrupt::handle())
}
extern "C" fn do_takes_over(frame: &'static Frame) -> bool {
    thread::current().tracing.takes_over(frame) || runtime::dropped::takes_over(frame)
}
extern "C" fn do_go_on(frame: &'static Frame, pc: u32) -> Option<Value> {
    // What follows lies where the function lay.
    runtime::heap::clear_stack();
    machine::take_over(frame, pc, false)
}
