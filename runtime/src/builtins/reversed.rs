//! `reversed`: goes down a sequence's indices, unless the type has a `__reversed__` of its own.

use crate::builtins::iterators::list_reverse_iter;
use crate::call::Args;
use crate::error::{PyResult, Raised, type_error};
use crate::exception::pending_matches;
use crate::layouts::{List, MemoryView, Reversed};
use crate::modules::operator::looks_like_sequence;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;
use crate::{attr, call, names, protocol, thread, types};

/// `reversed.__new__`: what the type's `__reversed__` returns, if there is one.
pub fn new_instance(ty: Ref<Type>, args: Args<'_>) -> PyResult {
    if args.nkw() > 0 {
        return Err(type_error("reversed() does not take keyword arguments"));
    }
    let [seq] = *args.pos() else {
        return Err(raise_fmt!(
            type_error,
            "reversed expected 1 arguments, got {}",
            args.values.len()
        ));
    };
    if let Some(l) = seq.exact::<List>() {
        // What its `__reversed__` does.
        return thread::current().native(1, || Ok(list_reverse_iter(l).into()));
    }
    if let Some(m) = attr::special(seq, names::reversed())? {
        return call::call_values(m, &[]);
    }
    if !looks_like_sequence(seq) {
        return Err(type_error("argument to reversed() must be a sequence"));
    }
    if seq.cast::<MemoryView>().is_some() {
        // Its length is that of a mapping.
        return Err(type_error("object of type 'memoryview' has no len()"));
    }
    let n = protocol::len(seq)?;
    Ok(if ty == types::REVERSED.get() {
        Reversed::alloc(n - 1, Some(seq)).into()
    } else {
        Reversed::alloc_for(ty, n - 1, Some(seq)).into()
    })
}

/// The element before.
pub fn next(self_: Value) -> PyResult<Option<Value>> {
    let Some(r) = self_.cast::<Reversed>() else {
        return Ok(None);
    };
    let i = r.index.get();
    if let Some(seq) = r.seq.get()
        && i >= 0
    {
        match protocol::get_item(seq, Value::int(i)) {
            Ok(v) => {
                r.index.set(i - 1);
                return Ok(Some(v));
            }
            Err(Raised)
                if pending_matches(types::INDEX_ERROR.get())
                    || pending_matches(types::STOP_ITERATION.get()) =>
            {
                thread::current().take_pending();
            }
            Err(e) => return Err(e),
        }
    }
    r.index.set(-1);
    r.seq.set(None);
    Ok(None)
}

/// How many are left, unless the sequence became shorter.
pub fn length_hint(self_: Ref<Reversed>) -> PyResult<i64> {
    let Some(seq) = self_.seq.get() else {
        return Ok(0);
    };
    let left = self_.index.get() + 1;
    Ok(if protocol::len(seq)? < left { 0 } else { left })
}
