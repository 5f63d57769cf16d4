//! The module `itertools` (rows: spec/modules/itertools.toml, spec/types/itertools.toml): iterators made
//! of iterators.
//!
//! - [`endless`] count, cycle, repeat
//! - [`filters`] what goes through one iterable: ifilter, takewhile, islice, compress, …
//! - [`several`] what takes from several: chain, imap, izip, …
//! - [`groups`] groupby
//! - [`choices`] product, permutations, combinations
//! - [`tees`] tee
//!
//! A `next` may be entered again while it runs Python code (a predicate, an iterator), so state is read
//! anew after each such call.

use crate::call::Args;
use crate::error::PyResult;
use crate::layouts::{List, Tuple};
use crate::object::Ref;
use crate::typeobj::{StaticType, Type};
use crate::value::Value;

mod choices;
mod endless;
mod filters;
mod groups;
mod several;
mod tees;

pub use choices::*;
pub use endless::*;
pub use filters::*;
pub use groups::*;
pub use several::*;
pub use tees::*;

/// The result of a step that ran a function of the program's: StopIteration from there ends the iterator.
fn ended(step: PyResult<Option<Value>>) -> PyResult<Option<Value>> {
    step.or_else(|e| crate::thread::current().stop_of(e))
}

/// Keyword arguments are refused by the type itself; a subclass may have a use for them in `__init__`.
fn no_keywords(ty: Ref<Type>, own: &'static StaticType, args: Args<'_>) -> PyResult<()> {
    if ty == own.get() && args.nkw() > 0 {
        return Err(raise_fmt!(
            type_error,
            "{}() does not take keyword arguments",
            own.get().name_str()
        ));
    }
    Ok(())
}

/// From `min` to `max` positional arguments.
fn positional<'a>(
    ty: Ref<Type>,
    own: &'static StaticType,
    args: Args<'a>,
    min: usize,
    max: usize,
) -> PyResult<&'a [Value]> {
    no_keywords(ty, own, args)?;
    crate::types::parse::unpack(
        Args::positional(args.pos()),
        0,
        own.get().name_str(),
        min,
        max,
    )
}

/// Calls `f` with room for `n` values: on the stack when they are few.
fn with_room(n: usize, f: impl FnOnce(&mut [Value]) -> PyResult) -> PyResult {
    const FEW: usize = 8;
    if n <= FEW {
        let mut room = [Value::none(); FEW];
        return f(&mut room[..n]);
    }
    let room = crate::builtins::tuple::from_iter_sized(n, std::iter::repeat_n(Value::none(), n));
    // SAFETY: nobody else knows this tuple; its elements are `n` values behind its fields.
    f(unsafe { std::slice::from_raw_parts_mut(room.items_ptr().cast::<Value>(), n) })
}

/// The values of a list as a tuple.
fn tuple_of(l: Ref<List>) -> Ref<Tuple> {
    crate::builtins::tuple::from_slice(l.as_ref().items())
}
