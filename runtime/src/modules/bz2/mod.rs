//! The module `bz2` (rows: spec/modules/bz2.toml, spec/types/bz2.toml).

use bzip2::{Action, Compress, Compression, Decompress, Status};

use crate::builtins::str as bytes;
use crate::error::{PyResult, Raised, io_error, value_error};
use crate::layouts::Module;
use crate::value::Value;
use crate::window::{self, Window};

pub mod compressor;
pub mod decompressor;
pub mod file;

/// How much room output grows by at least.
const ROOM: usize = 16 << 10;

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let d = crate::builtins::module::dict(m);
    let author = bytes::new(b"The Pyston in Rust developers");
    d.set_str(bytes::intern(b"__author__"), author.into());
    Ok(())
}

fn data(v: Value, function: &str) -> PyResult<Window> {
    match window::readable(v)? {
        Some(w) => Ok(w),
        None => Err(window::not(v, function, 1, window::wanted(v))),
    }
}

fn level(n: i32) -> PyResult<u32> {
    match u32::try_from(n) {
        Ok(n @ 1..=9) => Ok(n),
        _ => Err(value_error("compresslevel must be between 1 and 9")),
    }
}

fn encoder(n: i32) -> PyResult<Compress> {
    Ok(Compress::new(Compression::new(level(n)?), 0))
}

/// An error of the library.
#[cold]
fn failure(e: bzip2::Error) -> Raised {
    match e {
        bzip2::Error::Data | bzip2::Error::DataMagic => io_error("invalid data stream"),
        bzip2::Error::Param => value_error("the bz2 library has received wrong parameters"),
        bzip2::Error::Sequence => {
            crate::error::runtime_error("wrong sequence of bz2 library commands used")
        }
    }
}

/// Compresses input, and with `Finish` all that is held back.
fn pump(c: &mut Compress, input: &[u8], out: &mut Vec<u8>, action: Action) -> PyResult<()> {
    let mut rest = input;
    loop {
        out.reserve(ROOM);
        let before = c.total_in();
        let status = c.compress_vec(rest, out, action).map_err(failure)?;
        rest = &rest[((c.total_in() - before) as usize).min(rest.len())..];
        let finishing = matches!(action, Action::Finish);
        if matches!(status, Status::StreamEnd) || (!finishing && rest.is_empty()) {
            return Ok(());
        }
    }
}

/// Decompresses input until it is used up, or the stream ends: how much was used, and whether it ended.
fn unpump(
    d: &mut Decompress,
    input: &[u8],
    out: &mut Vec<u8>,
) -> Result<(usize, bool), bzip2::Error> {
    let mut used = 0;
    loop {
        out.reserve(ROOM);
        let before = (d.total_in(), out.len());
        let status = d.decompress_vec(&input[used..], out)?;
        let step = (d.total_in() - before.0) as usize;
        used = (used + step).min(input.len());
        if matches!(status, Status::StreamEnd) {
            return Ok((used, true));
        }
        let progress = step > 0 || out.len() > before.1;
        if !progress || (used == input.len() && out.len() < out.capacity()) {
            return Ok((used, false));
        }
    }
}

/// `compress(data[, compresslevel])`
pub fn compress(data_: Value, compresslevel: i32) -> PyResult {
    let w = match window::readable(data_)? {
        Some(w) => w,
        None => {
            return Err(crate::error::type_error(format!(
                "argument 1 must be string or buffer, not {}",
                crate::attr::argument_name(data_)
            )));
        }
    };
    let mut c = encoder(compresslevel)?;
    let mut out = Vec::new();
    pump(&mut c, w.bytes(), &mut out, Action::Run)?;
    pump(&mut c, b"", &mut out, Action::Finish)?;
    Ok(bytes::try_new(&out)?.into())
}

/// `decompress(data)`
pub fn decompress(data_: Value) -> PyResult {
    let w = data(data_, "decompress")?;
    if w.is_empty() {
        return Ok(bytes::empty().into());
    }
    let mut d = Decompress::new(false);
    let mut out = Vec::new();
    match unpump(&mut d, w.bytes(), &mut out).map_err(failure)? {
        (_, true) => Ok(bytes::try_new(&out)?.into()),
        _ => Err(value_error("couldn't find end of stream")),
    }
}
