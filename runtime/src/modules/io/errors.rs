//! `BlockingIOError`: an IOError that says how much was written before.

use crate::builtins::exceptions;
use crate::call::Args;
use crate::error::{PyResult, type_error};
use crate::layouts::Exception;
use crate::value::Value;

/// `BlockingIOError(errno, strerror[, characters_written])`
pub fn init(v: Value, args: Args<'_>) -> PyResult<()> {
    let (errno, text, written) = match *args.pos() {
        [e, t] => (e, t, 0),
        [e, t, n] => (e, t, crate::convert::int(n)?),
        _ => {
            return Err(type_error(format!(
                "BlockingIOError() takes at {} arguments ({} given)",
                if args.pos().len() < 2 {
                    "least 2"
                } else {
                    "most 3"
                },
                args.pos().len()
            )));
        }
    };
    if args.nkw() != 0 {
        return Err(type_error(format!(
            "{} does not take keyword arguments",
            crate::attr::type_name(v)
        )));
    }
    exceptions::environment_init(v, Args::positional(&[errno, text]))?;
    if let Some(e) = v.cast::<Exception>() {
        e.extra3.set(Some(Value::int(written)));
    }
    Ok(())
}

pub fn get_written(v: Value) -> PyResult {
    Ok(v.cast::<Exception>()
        .and_then(|e| e.extra3.get())
        .unwrap_or_else(|| Value::int(0)))
}

pub fn set_written(v: Value, x: Option<Value>) -> PyResult<()> {
    let Some(x) = x else {
        return Err(type_error("can't delete numeric/char attribute"));
    };
    let n = crate::convert::int(x)?;
    if let Some(e) = v.cast::<Exception>() {
        e.extra3.set(Some(Value::int(n)));
    }
    Ok(())
}
