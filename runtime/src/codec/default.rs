//! The default encoding: what `str` and `unicode` become each other by. ASCII, until a program calls
//! `sys.setdefaultencoding`.

use std::cell::RefCell;

use crate::error::PyResult;
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

/// Calls `v.decode(name)` or `v.encode(name)`.
///
/// # Errors
/// What the codec raises.
pub fn convert(v: Value, method: &str, encoding: &[u8]) -> PyResult {
    let f = crate::attr::get(v, crate::builtins::str::intern(method.as_bytes()))?;
    crate::call::call_values(f, &[crate::builtins::str::new(encoding).into()])
}
