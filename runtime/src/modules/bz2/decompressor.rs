//! `bz2.BZ2Decompressor`

use bzip2::Decompress;

use crate::builtins::str as bytes;
use crate::call::Args;
use crate::error::{PyResult, raise, type_error};
use crate::layouts::Bz2Decompressor;
use crate::object::Ref;
use crate::typeobj::Type;
use crate::value::Value;

/// What the object owns; nothing once the stream has ended.
type State = Option<Decompress>;

pub fn new(ty: Ref<Type>, _args: Args<'_>) -> PyResult {
    let state: State = Some(Decompress::new(false));
    let d = Bz2Decompressor::alloc_for(ty, Box::into_raw(Box::new(state)) as u64, bytes::empty());
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(d.addr() as *mut u8) };
    Ok(d.into())
}

pub fn finalize(d: Ref<Bz2Decompressor>) {
    let address = d.state.replace(0);
    if address != 0 {
        // SAFETY: made from a box in `new`, and forgotten by the object just now.
        drop(unsafe { Box::from_raw(address as *mut State) });
    }
}

fn state<'a>(d: Ref<Bz2Decompressor>) -> &'a mut State {
    // SAFETY: the object owns the box while it lives; no Python code runs while there is a reference.
    unsafe { &mut *(d.state.get() as *mut State) }
}

pub fn init(v: Value, args: Args<'_>) -> PyResult<()> {
    // Keywords are not looked at.
    if !args.pos().is_empty() {
        return Err(type_error(format!(
            "BZ2Decompressor() takes exactly 0 arguments ({} given)",
            args.pos().len()
        )));
    }
    if let Some(d) = v.cast::<Bz2Decompressor>() {
        *state(d) = Some(Decompress::new(false));
        d.unused_data.set(bytes::empty());
    }
    Ok(())
}

pub fn decompress(self_: Ref<Bz2Decompressor>, data: Value) -> PyResult {
    let w = super::data(data, "decompress")?;
    let Some(d) = state(self_) else {
        return Err(raise(
            crate::types::EOF_ERROR.get(),
            "end of stream was already found",
        ));
    };
    let mut out = Vec::new();
    let (used, ended) = super::unpump(d, w.bytes(), &mut out).map_err(super::failure)?;
    if ended {
        *state(self_) = None;
        self_.unused_data.set(bytes::try_new(&w.bytes()[used..])?);
    }
    Ok(bytes::try_new(&out)?.into())
}

pub fn get_unused_data(v: Value) -> PyResult {
    match v.cast::<Bz2Decompressor>() {
        Some(d) => Ok(d.unused_data.get().into()),
        None => Ok(Value::none()),
    }
}
