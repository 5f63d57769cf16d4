//! What samples are like, all together.

use super::{Samples, Width, error};
use crate::builtins::tuple;
use crate::error::PyResult;
use crate::layouts::Str;
use crate::number;
use crate::object::Ref;
use crate::value::Value;

/// Numbers that a C `int` does not hold are longs.
fn unsigned(n: u32) -> Value {
    match i32::try_from(n) {
        Ok(n) => Value::int(i64::from(n)),
        Err(_) => number::long(n),
    }
}

/// `max(fragment, width)`
pub fn max(fragment: Ref<Str>, width: i32) -> PyResult {
    let s = Samples::new(&fragment, width)?;
    Ok(unsigned(s.iter().map(i32::unsigned_abs).max().unwrap_or(0)))
}

/// `minmax(fragment, width)`
pub fn minmax(fragment: Ref<Str>, width: i32) -> PyResult {
    let s = Samples::new(&fragment, width)?;
    let least = s.iter().min().unwrap_or(i32::MAX);
    let greatest = s.iter().max().unwrap_or(i32::MIN);
    Ok(tuple::from_slice(&[least, greatest].map(|n| Value::int(i64::from(n)))).into())
}

/// `avg(fragment, width)`
pub fn avg(fragment: Ref<Str>, width: i32) -> PyResult<i64> {
    let s = Samples::new(&fragment, width)?;
    if s.len() == 0 {
        return Ok(0);
    }
    let sum = s.iter().fold(0.0, |sum, n| sum + f64::from(n));
    Ok((sum / s.len() as f64).floor() as i64)
}

/// `rms(fragment, width)`
pub fn rms(fragment: Ref<Str>, width: i32) -> PyResult {
    let s = Samples::new(&fragment, width)?;
    if s.len() == 0 {
        return Ok(Value::int(0));
    }
    let sum = s
        .iter()
        .fold(0.0, |sum, n| sum + f64::from(n) * f64::from(n));
    Ok(unsigned((sum / s.len() as f64).sqrt() as u32))
}

/// Calls `f` with the difference between each peak and the one before. A peak is where samples turn from rising to
/// falling or back; neither the first sample nor the last is one.
fn peaks(s: Samples<'_>, mut f: impl FnMut(u32)) {
    let mut samples = s.iter();
    let Some(mut before) = samples.next() else {
        return;
    };
    let (mut was_falling, mut peak) = (None, None::<i32>);
    for n in samples {
        if n == before {
            continue;
        }
        let falling = n < before;
        if was_falling == Some(!falling) {
            if let Some(last) = peak {
                f(before.abs_diff(last));
            }
            peak = Some(before);
        }
        before = n;
        was_falling = Some(falling);
    }
}

/// `avgpp(fragment, width)`
pub fn avgpp(fragment: Ref<Str>, width: i32) -> PyResult {
    let s = Samples::new(&fragment, width)?;
    let (mut sum, mut count) = (0.0, 0.0);
    peaks(s, |difference| {
        sum += f64::from(difference);
        count += 1.0;
    });
    Ok(unsigned(if count == 0.0 {
        0
    } else {
        (sum / count) as u32
    }))
}

/// `maxpp(fragment, width)`
pub fn maxpp(fragment: Ref<Str>, width: i32) -> PyResult {
    let s = Samples::new(&fragment, width)?;
    let mut greatest = 0;
    peaks(s, |difference| greatest = greatest.max(difference));
    Ok(unsigned(greatest))
}

/// `cross(fragment, width)`: one less than there are runs of one sign.
pub fn cross(fragment: Ref<Str>, width: i32) -> PyResult<i64> {
    let s = Samples::new(&fragment, width)?;
    let (mut count, mut was_negative) = (-1, None);
    for n in s.iter() {
        let negative = Some(n < 0);
        if negative != was_negative {
            count += 1;
        }
        was_negative = negative;
    }
    Ok(count)
}

/// Samples of two bytes, which is the only width that fits are looked for in.
fn shorts(fragment: &Ref<Str>) -> PyResult<Vec<f64>> {
    let bytes = fragment.as_ref().bytes();
    if !bytes.len().is_multiple_of(2) {
        return Err(error("Strings should be even-sized"));
    }
    let width = Width(2);
    Ok(Samples { bytes, width }.iter().map(f64::from).collect())
}

/// The sum of the products.
fn product(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).fold(0.0, |sum, (a, b)| sum + a * b)
}

/// `findfit(fragment, reference)`: where the distance between the fragment, multiplied by what brings it nearest,
/// and the reference is least.
pub fn findfit(fragment: Ref<Str>, reference: Ref<Str>) -> PyResult {
    let (a, r) = (shorts(&fragment)?, shorts(&reference)?);
    if a.len() < r.len() {
        return Err(error("First sample should be longer"));
    }
    let power = product(&r, &r);
    let mut here = product(&a[..r.len()], &a[..r.len()]);
    let distance = |at: usize, here: f64| {
        let common = product(&a[at..], &r);
        (power * here - common * common) / here
    };
    let (mut best, mut least) = (0, distance(0, here));
    for at in 1..=a.len() - r.len() {
        let (gone, come) = (a[at - 1], a[at + r.len() - 1]);
        here = here + come * come - gone * gone;
        let found = distance(at, here);
        if found < least {
            (best, least) = (at, found);
        }
    }
    let factor = product(&a[best..], &r) / power;
    Ok(tuple::from_slice(&[Value::int(best as i64), Value::float(factor)]).into())
}

/// `findfactor(fragment, reference)`
pub fn findfactor(fragment: Ref<Str>, reference: Ref<Str>) -> PyResult<f64> {
    let (a, r) = (shorts(&fragment)?, shorts(&reference)?);
    if a.len() != r.len() {
        return Err(error("Samples should be same size"));
    }
    Ok(product(&a, &r) / product(&r, &r))
}

/// `findmax(fragment, length)`
pub fn findmax(fragment: Ref<Str>, length: i32) -> PyResult<i64> {
    let a = shorts(&fragment)?;
    let Some(length) = usize::try_from(length).ok().filter(|n| *n <= a.len()) else {
        return Err(error("Input sample should be longer"));
    };
    let mut power = product(&a[..length], &a[..length]);
    let (mut best, mut greatest) = (0, power);
    for at in 1..=a.len() - length {
        // With no length what comes is what goes.
        let (gone, come) = (a[at - 1], a[at + length - 1]);
        power = power + come * come - gone * gone;
        if power > greatest {
            (best, greatest) = (at, power);
        }
    }
    Ok(best as i64)
}
