//! From [`Fault`] to a pending exception.

use super::fault::Fault;
use crate::error::{self, Raised};
use crate::value::Value;

impl Fault {
    /// Makes the exception pending.
    #[cold]
    pub fn raise(self) -> Raised {
        match self {
            Fault::ZeroDivision(m) => error::zero_division(m),
            Fault::Overflow(m) => error::overflow_error(m),
            Fault::Value(m) => error::value_error(m),
            Fault::Type(m) => error::type_error(m),
            Fault::Range => {
                let text = crate::builtins::str::new(b"Numerical result out of range");
                let args = crate::builtins::tuple::from_slice(&[
                    Value::small_int(i64::from(libc::ERANGE)),
                    text.into(),
                ]);
                error::raise_value(crate::types::OVERFLOW_ERROR.get().into(), Some(args.into()))
            }
            Fault::Memory => error::raise_value(crate::types::MEMORY_ERROR.get().into(), None),
        }
    }
}

impl From<Fault> for Raised {
    /// Lets `?` raise in functions that return `PyResult`.
    fn from(fault: Fault) -> Raised {
        fault.raise()
    }
}
