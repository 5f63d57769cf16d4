//! How failure travels: `Err(Raised)` means that the thread has a pending exception.
//!
//! `PyResult<Value>` is one word; compiled code sees the word 0 for `Err`.

use crate::object::Ref;
use crate::text::shown::Message;
use crate::thread;
use crate::typeobj::Type;
use crate::value::Value;

/// Proof that an exception is pending in the current thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raised;

/// Result of anything that can raise.
pub type PyResult<T = Value> = Result<T, Raised>;

/// To the convention of compiled code and native entries.
#[inline(always)]
pub fn to_native(r: PyResult) -> Option<Value> {
    r.ok()
}

/// From the convention of compiled code and native entries.
#[inline(always)]
pub fn from_native(v: Option<Value>) -> PyResult {
    v.ok_or(Raised)
}

/// Makes `ty(message)` pending; the instance is made when somebody looks.
#[cold]
pub fn raise(ty: Ref<Type>, message: impl Message) -> Raised {
    let m = crate::builtins::str::new(&message.message());
    raise_value(ty.into(), Some(m.into()))
}

/// Makes `ty` with `value` pending, as `raise ty, value` would (not yet normalised).
#[cold]
pub fn raise_value(ty: Value, value: Option<Value>) -> Raised {
    thread::current().set_pending(ty, value, None)
}

/// Makes `ty` pending, as `raise ty` would: an instance without arguments.
#[cold]
pub fn raise_bare(ty: Ref<Type>) -> Raised {
    raise_value(ty.into(), None)
}

/// What there is no memory for.
#[cold]
pub fn no_memory() -> Raised {
    raise_bare(crate::types::MEMORY_ERROR.get())
}

macro_rules! raisers {
    ($($f:ident $t:ident)*) => { $(
        #[cold]
        pub fn $f(message: impl Message) -> Raised { raise(crate::types::$t.get(), message) }
    )* };
}
raisers! {
    type_error TYPE_ERROR  value_error VALUE_ERROR  attribute_error ATTRIBUTE_ERROR
    index_error INDEX_ERROR  overflow_error OVERFLOW_ERROR  zero_division ZERO_DIVISION_ERROR
    name_error NAME_ERROR  unbound_local_error UNBOUND_LOCAL_ERROR  runtime_error RUNTIME_ERROR
    system_error SYSTEM_ERROR  import_error IMPORT_ERROR  assertion_error ASSERTION_ERROR
    io_error IO_ERROR  memory_error MEMORY_ERROR  not_implemented_error NOT_IMPLEMENTED_ERROR
    reference_error REFERENCE_ERROR
}

/// `KeyError(key)`: its text is the key's repr.
#[cold]
pub fn key_error(key: Value) -> Raised {
    // A tuple key must not be taken for an argument tuple.
    let args = crate::builtins::tuple::from_slice(&[key]);
    raise_value(crate::types::KEY_ERROR.get().into(), Some(args.into()))
}

/// Formats and raises: `raise_fmt!(type_error, "… {}", x)`.
#[macro_export]
macro_rules! raise_fmt {
    ($f:ident, $($arg:tt)*) => { $crate::error::$f(format!($($arg)*)) };
    ($f:path, $($arg:tt)*) => { $f(format!($($arg)*)) };
}
