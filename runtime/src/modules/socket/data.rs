//! What is sent, and where to receive to.

use crate::error::{PyResult, value_error};
use crate::layouts::Str;
use crate::object::Ref;
use crate::value::Value;
use crate::window;

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
        let window = window::argument(v, function, 1)?;
        Ok(Data::Copied(window.bytes().to_vec()))
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

/// Receives into an argument that can be written, from `offset` on; how many bytes. `receive` is told
/// how many there may be: what fits, or `nbytes` if that is not 0.
pub fn receive_into(
    v: Value,
    nbytes: i64,
    offset: usize,
    function: &str,
    receive: impl FnOnce(usize) -> PyResult<Vec<u8>>,
) -> PyResult<usize> {
    let size = window::writable_argument(v, function, 1)?.len();
    if offset > size {
        return Err(value_error("offset too large"));
    }
    let wanted = match usize::try_from(nbytes) {
        Err(_) => {
            return Err(raise_fmt!(value_error, "negative buffersize in {function}"));
        }
        Ok(0) => size - offset,
        Ok(n) if n > size - offset => {
            return Err(value_error(if function == "recvfrom_into" {
                "nbytes is greater than the length of the buffer"
            } else {
                "buffer too small for requested bytes"
            }));
        }
        Ok(n) => n,
    };
    let data = receive(wanted)?;
    // Other threads may have changed the object meanwhile.
    if !window::writable_argument(v, function, 1)?.write(offset, &data) {
        return Err(value_error("buffer too small for requested bytes"));
    }
    Ok(data.len())
}
