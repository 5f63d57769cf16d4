//! What is sent, and where to receive to.

use crate::builtins::unicode;
use crate::error::PyResult;
use crate::layouts::Str;
use crate::object::Ref;
use crate::value::Value;

/// Bytes that stay as they are while the global lock is given up.
pub enum Data {
    /// A string does not change.
    Str(Ref<Str>),
    Copied(Vec<u8>),
}

impl Data {
    /// The bytes of an argument.
    pub fn argument(v: Value, function: &str) -> PyResult<Data> {
        if let Some(s) = v.cast::<Str>() {
            return Ok(Data::Str(s));
        }
        if let Some(s) = unicode::encode_default(v)? {
            return Ok(Data::Str(s));
        }
        let _ = Data::Copied(Vec::new());
        Err(raise_fmt!(
            type_error,
            "{function}() argument 1 must be string or buffer, not {}",
            if v.is_none() {
                "None"
            } else {
                crate::attr::type_name(v)
            }
        ))
    }

    pub fn bytes(&self) -> &[u8] {
        match self {
            Data::Str(s) => {
                let bytes = s.as_ref().bytes();
                // SAFETY: the string's bytes stay where they are as long as `self` keeps it alive.
                unsafe { std::slice::from_raw_parts(bytes.as_ptr(), bytes.len()) }
            }
            Data::Copied(bytes) => bytes,
        }
    }
}

/// Receives into an argument that can be written; how many bytes.
pub fn receive_into(
    v: Value,
    nbytes: i64,
    function: &str,
    receive: impl FnOnce(usize) -> PyResult<Vec<u8>>,
) -> PyResult<usize> {
    let _ = (nbytes, receive);
    Err(super::no_room(function, v))
}
