//! Exception classes of native modules (`thread.error`, `socket.timeout`).

use std::cell::Cell;

use crate::builtins::{dict, str as bytes, tuple};
use crate::error::{PyResult, Raised, raise_value, system_error};
use crate::layouts::Tuple;
use crate::names;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;

/// A class that is made when its module is first imported, and then kept.
pub struct NativeError(Cell<Option<Value>>);
// SAFETY: touched under the global lock only.
unsafe impl Sync for NativeError {}

impl NativeError {
    pub const fn new() -> NativeError {
        NativeError(Cell::new(None))
    }

    /// The class `module.name`, made the first time.
    pub fn create(&self, module: &str, name: &str, base: Ref<Type>) -> PyResult {
        self.create_from(module, name, base.value())
    }

    /// The same with a base that is an object.
    pub fn create_from(&self, module: &str, name: &str, base: Value) -> PyResult {
        self.create_of(module, name, tuple::from_slice(&[base]))
    }

    /// The same with several bases.
    pub fn create_of(&self, module: &str, name: &str, bases: Ref<Tuple>) -> PyResult {
        if let Some(class) = self.0.get() {
            return Ok(class);
        }
        let d = dict::new();
        d.set_str(names::module(), bytes::intern(module.as_bytes()).into());
        let parts = [
            bytes::intern(name.as_bytes()).into(),
            bases.into(),
            d.into(),
        ];
        let class = crate::call::call_values(crate::types::TYPE.get().value(), &parts)?;
        // Kept as long as the program runs.
        std::mem::forget(crate::heap::Handle::new(class.bits()));
        self.0.set(Some(class));
        Ok(class)
    }

    /// The class.
    ///
    /// # Errors
    /// SystemError before the module was imported.
    pub fn class(&self) -> PyResult {
        self.0
            .get()
            .ok_or_else(|| system_error("the exception's module is not there"))
    }

    /// Raises the class with a message.
    #[cold]
    pub fn raise(&self, message: impl crate::text::shown::Message) -> Raised {
        self.raise_value(bytes::new(&message.message()).into())
    }

    /// Raises the class with `errno` and what it means.
    #[cold]
    pub fn raise_errno(&self) -> Raised {
        let n = super::posix::errno();
        let text = bytes::new(&super::posix::system::error_text(n));
        let args = tuple::from_slice(&[Value::int(i64::from(n)), text.into()]);
        self.raise_value(args.into())
    }

    /// Raises the class with a value: its argument, or the tuple of its arguments.
    #[cold]
    pub fn raise_value(&self, value: Value) -> Raised {
        match self.class() {
            Ok(class) => raise_value(class, Some(value)),
            Err(e) => e,
        }
    }
}

impl Default for NativeError {
    fn default() -> NativeError {
        NativeError::new()
    }
}
