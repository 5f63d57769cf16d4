//! The module `_hotshot` (rows: spec/modules/_hotshot.toml, spec/types/hotshot.toml): a [`profiler`] that hears of
//! events without running Python code and writes down each of them, and a [`reader`] of what it wrote.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

use crate::builtins::{module, str as bytes, tuple};
use crate::error::PyResult;
use crate::layouts::{Module, Str};
use crate::modules::native_error::NativeError;
use crate::object::Ref;
use crate::types;
use crate::value::Value;
use profiler::Wanted;

mod format;
pub mod profiler;
pub mod reader;

static ERROR: NativeError = NativeError::new();

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let error = ERROR.create("hotshot", "ProfilerError", types::EXCEPTION.get())?;
    module::dict(m).set_str(bytes::intern(b"ProfilerError"), error);
    Ok(())
}

fn path_of(name: Ref<Str>) -> PathBuf {
    PathBuf::from(OsStr::from_bytes(name.as_ref().bytes()))
}

/// `profiler(logfilename[, lineevents[, linetimes]])`
pub fn profiler(name: Ref<Str>, lines: i32, line_times: i32) -> PyResult {
    let wanted = Wanted {
        frame_times: true,
        lines: lines != 0,
        line_times: lines != 0 && line_times != 0,
    };
    profiler::create(name, wanted, wanted)
}

/// `coverage(logfilename)`: the log says of itself what those of `profiler` say, as in CPython; so readers take
/// what comes after a call for its time.
pub fn coverage(name: Ref<Str>) -> PyResult {
    let wanted = Wanted {
        frame_times: false,
        lines: true,
        line_times: false,
    };
    let told = Wanted {
        frame_times: true,
        lines: false,
        line_times: false,
    };
    profiler::create(name, wanted, told)
}

/// `logreader(filename)`
pub fn logreader(name: Ref<Str>) -> PyResult {
    reader::create(name)
}

/// `resolution()`
pub fn resolution() -> PyResult {
    Ok(tuple::from_slice(&profiler::resolution().map(Value::int)).into())
}
