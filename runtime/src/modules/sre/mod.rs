//! The module `_sre`: patterns, matches and scanners around the engine in [`crate::sre`].
//!
//! | module | what |
//! | --- | --- |
//! | [`subject`] | strings and what else can be searched |
//! | [`pattern`] | patterns: searching |
//! | [`substitute`] | patterns: replacing |
//! | [`found`] | matches |
//! | [`scanner`] | scanners |

pub mod found;
pub mod pattern;
pub mod scanner;
pub mod subject;
pub mod substitute;

use crate::builtins::{module, str as bytes};
use crate::error::{PyResult, Raised, no_memory, overflow_error, runtime_error};
use crate::layouts::{List, Module};
use crate::number;
use crate::object::Ref;
use crate::sre::chars::Case;
use crate::sre::machine::Stop;
use crate::sre::translate::translate;
use crate::sre::{MAGIC, MAXREPEAT};
use crate::value::Value;

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = module::dict(m);
    let set = |n: &str, v: Value| d.set_str(bytes::intern(n.as_bytes()), v);
    set("MAGIC", Value::int(MAGIC));
    set("CODESIZE", Value::int(getcodesize()?));
    set("MAXREPEAT", number::long(i64::from(MAXREPEAT)));
    set("copyright", bytes::new(b"Pyston's own engine").into());
    Ok(())
}

pub fn getcodesize() -> PyResult<i64> {
    Ok(4)
}

pub fn getlower(character: i32, flags: i32) -> PyResult<i64> {
    let lower = Case::of_flags(flags.into()).lower(character as u32);
    Ok(i64::from(lower as i32))
}

pub fn compile(
    source: Value,
    flags: i32,
    code: Ref<List>,
    groups: i64,
    groupindex: Option<Value>,
    indexgroup: Option<Value>,
) -> PyResult {
    let flags = i64::from(flags);
    let mut codes = Vec::with_capacity(code.len());
    let mut i = 0;
    while let Some(v) = code.item(i) {
        let n = number::int_from_value(v).ok();
        let Some(n) = n.and_then(|n| u32::try_from(n).ok()) else {
            return Err(wrong_code(v));
        };
        codes.push(n);
        i += 1;
    }
    let program = usize::try_from(groups)
        .ok()
        .and_then(|g| translate(&codes, flags, g).ok());
    match program {
        Some(p) => Ok(pattern::create(source, flags, groups, groupindex, indexgroup, p).into()),
        None => Err(runtime_error("invalid SRE code")),
    }
}

/// A number of the code that does not fit, or is none.
#[cold]
fn wrong_code(v: Value) -> Raised {
    let t = crate::thread::current();
    if t.has_pending() && !crate::exception::pending_matches(crate::types::OVERFLOW_ERROR.get()) {
        return Raised;
    }
    t.take_pending();
    let _ = v;
    overflow_error("regular expression code size limit exceeded")
}

/// The exception for why the engine gave up.
#[cold]
pub fn raise(s: Stop) -> Raised {
    match s {
        Stop::Memory => no_memory(),
        Stop::Raised(r) => r,
    }
}
