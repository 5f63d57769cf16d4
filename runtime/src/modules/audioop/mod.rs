//! The module `audioop` (rows: spec/modules/audioop.toml): arithmetic on strings of samples. Here are those that
//! look at each sample by itself; [`measure`] tells something of all together, [`codes`] are the compressed forms,
//! [`rate`] changes how many there are a second.

use crate::builtins::{module, str as bytes};
use crate::error::{PyResult, Raised};
use crate::layouts::{Module, Str};
use crate::object::Ref;
use crate::types;
use crate::value::Value;

use super::native_error::NativeError;

mod codes;
mod measure;
mod rate;

pub use codes::*;
pub use measure::*;
pub use rate::*;

static ERROR: NativeError = NativeError::new();

/// Attributes that are not functions.
pub fn init(m: Value) -> PyResult<()> {
    let Some(m) = m.cast::<Module>() else {
        return Ok(());
    };
    let error = ERROR.create("audioop", "error", types::EXCEPTION.get())?;
    module::dict(m).set_str(bytes::intern(b"error"), error);
    Ok(())
}

#[cold]
fn error(message: &str) -> Raised {
    ERROR.raise(message)
}

/// How many bytes a sample has.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Width(usize);

impl Width {
    fn new(n: i32) -> PyResult<Width> {
        match n {
            1 | 2 | 4 => Ok(Width(n as usize)),
            _ => Err(error("Size should be 1, 2 or 4")),
        }
    }

    /// How far a sample of this width is from one of 32 bits that sounds as loud.
    fn shift(self) -> u32 {
        32 - 8 * self.0 as u32
    }

    fn min(self) -> i32 {
        i32::MIN >> self.shift()
    }

    fn max(self) -> i32 {
        i32::MAX >> self.shift()
    }

    /// What is out of range becomes the nearest that is not; halves go down. What is no number becomes
    /// what the processor makes of it.
    fn bound(self, x: f64) -> i32 {
        if x.is_nan() {
            return i32::MIN;
        }
        x.clamp(f64::from(self.min()), f64::from(self.max()))
            .floor() as i32
    }

    fn read(self, sample: &[u8]) -> i32 {
        match *sample {
            [a] => i32::from(a as i8),
            [a, b] => i32::from(i16::from_ne_bytes([a, b])),
            [a, b, c, d] => i32::from_ne_bytes([a, b, c, d]),
            _ => 0,
        }
    }

    /// The low bytes of a number.
    fn write(self, to: &mut [u8], n: i32) {
        match self.0 {
            1 => to.copy_from_slice(&(n as i8).to_ne_bytes()),
            2 => to.copy_from_slice(&(n as i16).to_ne_bytes()),
            _ => to.copy_from_slice(&n.to_ne_bytes()),
        }
    }
}

/// A string of samples.
#[derive(Clone, Copy)]
struct Samples<'a> {
    bytes: &'a [u8],
    width: Width,
}

impl<'a> Samples<'a> {
    fn new(fragment: &'a Ref<Str>, width: i32) -> PyResult<Samples<'a>> {
        let width = Width::new(width)?;
        let bytes = fragment.as_ref().bytes();
        if !bytes.len().is_multiple_of(width.0) {
            return Err(not_whole());
        }
        Ok(Samples { bytes, width })
    }

    fn len(self) -> usize {
        self.bytes.len() / self.width.0
    }

    fn iter(self) -> impl DoubleEndedIterator<Item = i32> + 'a {
        self.bytes
            .chunks_exact(self.width.0)
            .map(move |s| self.width.read(s))
    }

    /// The samples as if they had 32 bits.
    fn full(self) -> impl DoubleEndedIterator<Item = i32> + 'a {
        self.iter().map(move |n| n << self.width.shift())
    }

    /// Two samples at a time.
    fn pairs(self) -> impl Iterator<Item = [i32; 2]> + 'a {
        let w = self.width;
        self.bytes
            .chunks_exact(2 * w.0)
            .map(move |s| [w.read(&s[..w.0]), w.read(&s[w.0..])])
    }
}

#[cold]
fn not_whole() -> Raised {
    error("not a whole number of frames")
}

/// A string of `n` samples.
fn build(width: Width, n: usize, samples: impl Iterator<Item = i32>) -> PyResult {
    let Some(len) = n.checked_mul(width.0) else {
        return Err(crate::error::memory_error(
            "not enough memory for output buffer",
        ));
    };
    let s = bytes::try_build(len, |out| {
        for (to, sample) in out.chunks_exact_mut(width.0).zip(samples) {
            width.write(to, sample);
        }
    })?;
    Ok(s.into())
}

/// `getsample(fragment, width, index)`
pub fn getsample(fragment: Ref<Str>, width: i32, index: i32) -> PyResult<i64> {
    let s = Samples::new(&fragment, width)?;
    let at = usize::try_from(index).ok();
    match at.and_then(|i| s.iter().nth(i)) {
        Some(n) => Ok(i64::from(n)),
        None => Err(error("Index out of range")),
    }
}

/// `mul(fragment, width, factor)`
pub fn mul(fragment: Ref<Str>, width: i32, factor: f64) -> PyResult {
    let s = Samples::new(&fragment, width)?;
    let products = s.iter().map(|n| s.width.bound(f64::from(n) * factor));
    build(s.width, s.len(), products)
}

/// `tomono(fragment, width, lfactor, rfactor)`
pub fn tomono(fragment: Ref<Str>, width: i32, lfactor: f64, rfactor: f64) -> PyResult {
    let s = Samples::new(&fragment, width)?;
    if !s.len().is_multiple_of(2) {
        return Err(not_whole());
    }
    let sums = s.pairs().map(|[left, right]| {
        s.width
            .bound(f64::from(left) * lfactor + f64::from(right) * rfactor)
    });
    build(s.width, s.len() / 2, sums)
}

/// `tostereo(fragment, width, lfactor, rfactor)`
pub fn tostereo(fragment: Ref<Str>, width: i32, lfactor: f64, rfactor: f64) -> PyResult {
    let s = Samples::new(&fragment, width)?;
    let both = s
        .iter()
        .flat_map(|n| [lfactor, rfactor].map(|factor| s.width.bound(f64::from(n) * factor)));
    build(s.width, s.len() * 2, both)
}

/// `add(fragment1, fragment2, width)`
pub fn add(fragment1: Ref<Str>, fragment2: Ref<Str>, width: i32) -> PyResult {
    let a = Samples::new(&fragment1, width)?;
    if fragment1.as_ref().bytes().len() != fragment2.as_ref().bytes().len() {
        return Err(error("Lengths should be the same"));
    }
    let b = Samples::new(&fragment2, width)?;
    let w = a.width;
    let sums = a
        .iter()
        .zip(b.iter())
        .map(|(a, b)| a.saturating_add(b).clamp(w.min(), w.max()));
    build(w, a.len(), sums)
}

/// `bias(fragment, width, bias)`
pub fn bias(fragment: Ref<Str>, width: i32, bias: i32) -> PyResult {
    let s = Samples::new(&fragment, width)?;
    build(s.width, s.len(), s.iter().map(|n| n.wrapping_add(bias)))
}

/// `reverse(fragment, width)`
pub fn reverse(fragment: Ref<Str>, width: i32) -> PyResult {
    let s = Samples::new(&fragment, width)?;
    build(s.width, s.len(), s.iter().rev())
}

/// `lin2lin(fragment, width, newwidth)`
pub fn lin2lin(fragment: Ref<Str>, width: i32, newwidth: i32) -> PyResult {
    let s = Samples::new(&fragment, width)?;
    let new = Width::new(newwidth)?;
    build(new, s.len(), s.full().map(|n| n >> new.shift()))
}
