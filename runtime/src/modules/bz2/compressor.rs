//! `bz2.BZ2Compressor`

use bzip2::{Action, Compress};

use crate::builtins::str as bytes;
use crate::call::Args;
use crate::error::{PyResult, value_error};
use crate::layouts::Bz2Compressor;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::types::parse;
use crate::value::Value;

/// What the object owns; nothing once it was flushed.
type State = Option<Compress>;

pub fn new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    let c = Bz2Compressor::alloc_for(ty, Box::into_raw(Box::<State>::default()) as u64);
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(c.addr() as *mut u8) };
    Ok(c.into())
}

pub fn finalize(c: Ref<Bz2Compressor>) {
    let address = c.state.replace(0);
    if address != 0 {
        // SAFETY: made from a box in `new`, and forgotten by the object just now.
        drop(unsafe { Box::from_raw(address as *mut State) });
    }
}

fn state<'a>(c: Ref<Bz2Compressor>) -> &'a mut State {
    // SAFETY: the object owns the box while it lives; no Python code runs while there is a reference.
    unsafe { &mut *(c.state.get() as *mut State) }
}

/// The level of `BZ2Compressor(compresslevel=9)`.
pub fn level_argument(function: &str, args: Args<'_>) -> PyResult<i32> {
    let [level] = parse::keywords(args, 0, function, &["compresslevel"], 0)?;
    match level {
        Some(v) => crate::number::i32_from_value(v),
        None => Ok(9),
    }
}

pub fn init(v: Value, args: Args<'_>) -> PyResult<()> {
    let n = level_argument("BZ2Compressor", args)?;
    let encoder = super::encoder(n)?;
    if let Some(c) = v.cast::<Bz2Compressor>() {
        *state(c) = Some(encoder);
    }
    Ok(())
}

pub fn compress(self_: Ref<Bz2Compressor>, data: Value) -> PyResult {
    let w = super::data(data, "compress")?;
    if w.is_empty() {
        return Ok(bytes::empty().into());
    }
    let Some(c) = state(self_) else {
        return Err(value_error("this object was already flushed"));
    };
    let mut out = Vec::new();
    super::pump(c, w.bytes(), &mut out, Action::Run)?;
    Ok(bytes::try_new(&out)?.into())
}

pub fn flush(self_: Ref<Bz2Compressor>) -> PyResult {
    let Some(mut c) = state(self_).take() else {
        return Err(value_error("object was already flushed"));
    };
    let mut out = Vec::new();
    super::pump(&mut c, b"", &mut out, Action::Finish)?;
    Ok(bytes::try_new(&out)?.into())
}
