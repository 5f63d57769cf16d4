//! The default encoding: what `str` and `unicode` become each other by. ASCII, until a program calls
//! `sys.setdefaultencoding`.

use std::cell::RefCell;

use super::Names;
use crate::error::{PyResult, type_error};
use crate::layouts::{Str, Unicode};
use crate::object::Ref;
use crate::value::Value;

struct Chosen(RefCell<Option<Vec<u8>>>);
// SAFETY: touched only by the thread that holds the global lock, and borrowed for no longer than a copy.
unsafe impl Sync for Chosen {}
static CHOSEN: Chosen = Chosen(RefCell::new(None));

/// Its name.
pub fn name() -> Vec<u8> {
    chosen().unwrap_or_else(|| b"ascii".to_vec())
}

/// Its name when it is not ASCII.
pub fn chosen() -> Option<Vec<u8>> {
    CHOSEN.0.borrow().clone()
}

/// Chooses another one, which must exist.
///
/// # Errors
/// LookupError.
pub fn choose(name: &[u8]) -> PyResult<()> {
    let codecs = crate::modules::loaded_or_imported(b"_codecs")?;
    let lookup = crate::attr::get(codecs, crate::builtins::str::intern(b"lookup"))?;
    let encoding: Value = crate::builtins::str::new(name).into();
    crate::call::call_values(lookup, &[encoding])?;
    *CHOSEN.0.borrow_mut() = (name != b"ascii").then(|| name.to_vec());
    Ok(())
}

/// Text of any kind in the default encoding.
///
/// # Errors
/// What the codec raises.
pub fn encode(u: Ref<Unicode>) -> PyResult<Ref<Str>> {
    match u.ascii() {
        Some(b) => crate::builtins::str::try_new(b),
        None => super::encode_object(u.into(), &DEFAULT)?
            .cast::<Str>()
            .ok_or_else(|| type_error("encoder did not return a string object")),
    }
}

/// Bytes in the default encoding.
///
/// # Errors
/// What the codec raises.
pub fn decode(s: Ref<Str>) -> PyResult<Ref<Unicode>> {
    super::decode_to_unicode(s, &DEFAULT)
}

const DEFAULT: Names = Names {
    encoding: None,
    errors: None,
};
