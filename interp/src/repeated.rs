//! Text that programs run again and again by `exec` and `eval`.
//!
//! What was compiled twice is kept: equal text under equal flags gives the same code object, which then also
//! gets hot. Compiling takes microseconds even for a name, running it a tenth of one. Text that is run once
//! leaves a mark only, so that what generated code refers to does not stay alive.

use runtime::builtins::receiver::Lasting;
use runtime::builtins::{dict, str as strings};
use runtime::error::PyResult;
use runtime::layouts::{Code, Dict};
use runtime::object::Ref;
use runtime::value::Value;
use syntax::{Flags, Mode};

use crate::compile::{compile_bytes, compile_noted};

/// Longer text costs more to compare than what is gained is worth, and is hardly run often.
const LONGEST: usize = 1 << 10;

/// How many texts are remembered; then all are forgotten.
const MOST: usize = 256;

/// From text, mode and flags to the code object; None where the text was seen once.
static SEEN: Lasting = Lasting::new();

fn seen() -> Option<Ref<Dict>> {
    SEEN.get(|| dict::new().into()).cast::<Dict>()
}

/// The code object of a text that nobody will see but who runs it.
///
/// # Errors
/// SyntaxError and its kind, and what warnings raise.
pub fn code(source: &[u8], filename: &[u8], mode: Mode, flags: Flags) -> PyResult<Ref<Code>> {
    let name = || runtime::text::shown::shown(filename);
    let known = seen().filter(|_| source.len() <= LONGEST);
    let Some(known) = known else {
        return compile_bytes(source, &name(), mode, flags);
    };
    let mut key = Vec::with_capacity(source.len() + filename.len() + 6);
    key.extend_from_slice(source);
    // No text has a null byte in it.
    key.push(0);
    key.extend_from_slice(filename);
    key.push(mode as u8);
    key.extend_from_slice(&flags.0.to_ne_bytes());
    let key = strings::new(&key);
    let before = known.get_str(key);
    if let Some(code) = before.and_then(|v| v.cast::<Code>()) {
        return Ok(code);
    }
    let (code, same) = compile_noted(source, &name(), mode, flags)?;
    // Warnings are given each time, and codecs of the program are asked each time.
    if same {
        if known.len() >= MOST {
            known.clear();
        }
        let kept = if before.is_some() {
            code.into()
        } else {
            Value::none()
        };
        known.set_str(key, kept);
    }
    Ok(code)
}
