//! Samples at another rate.

use num_integer::Integer;

use super::{Samples, Width, error, not_whole};
use crate::builtins::{str as bytes, tuple};
use crate::convert;
use crate::error::{PyResult, Raised, memory_error, overflow_error, type_error};
use crate::layouts::{Str, Tuple};
use crate::object::Ref;
use crate::value::Value;

/// A channel: its sample before and the one now, as if they had 32 bits.
#[derive(Clone, Copy, Default)]
struct Channel {
    before: i32,
    now: i32,
}

/// What is remembered between two fragments.
struct State {
    /// How far the frame now is from the next one to be written, in parts of a second that both rates divide.
    ahead: i64,
    channels: Vec<Channel>,
}

#[cold]
fn illegal() -> Raised {
    type_error("audioop.ratecv: illegal state argument")
}

impl State {
    fn read(state: Value, channels: usize, outrate: i64) -> PyResult<State> {
        if state.is_none() {
            let mut none = Vec::new();
            none.try_reserve_exact(channels)
                .map_err(|_| memory_error("out of memory"))?;
            none.resize(channels, Channel::default());
            return Ok(State {
                ahead: -outrate,
                channels: none,
            });
        }
        let Some(state) = state.cast::<Tuple>() else {
            return Err(type_error("state must be a tuple or None"));
        };
        let [ahead, samples] = *state.as_ref().items() else {
            return Err(illegal());
        };
        let ahead = convert::i32(ahead)?;
        let samples = samples.cast::<Tuple>().ok_or_else(illegal)?;
        // No fragment ends where frames would have to be written still.
        if samples.as_ref().len() != channels || ahead > outrate {
            return Err(error("illegal state argument"));
        }
        let mut read = Vec::new();
        for channel in samples.as_ref().items() {
            let Some(channel) = channel.cast::<Tuple>() else {
                return Err(type_error("ratecv(): illegal state argument"));
            };
            let [before, now] = *channel.as_ref().items() else {
                return Err(raise_fmt!(
                    type_error,
                    "ratecv() takes exactly 2 arguments ({} given)",
                    channel.as_ref().len()
                ));
            };
            read.push(Channel {
                before: convert::i32(before)? as i32,
                now: convert::i32(now)? as i32,
            });
        }
        Ok(State {
            ahead,
            channels: read,
        })
    }

    fn value(&self) -> PyResult {
        let n = |n: i32| Value::int(i64::from(n));
        let channels = crate::builtins::list::new();
        for c in &self.channels {
            channels.try_push(tuple::from_slice(&[n(c.before), n(c.now)]).into())?;
        }
        let channels = tuple::from_slice(channels.as_ref().items());
        Ok(tuple::from_slice(&[Value::int(self.ahead), channels.into()]).into())
    }
}

/// `ratecv(fragment, width, nchannels, inrate, outrate, state[, weightA[, weightB]])`: frames between two are
/// on a line between them, after a filter that mixes each with the one before.
#[expect(clippy::too_many_arguments, reason = "those of the Python function")]
pub fn ratecv(
    fragment: Ref<Str>,
    width: i32,
    nchannels: i32,
    inrate: i32,
    outrate: i32,
    state: Value,
    weight_a: i32,
    weight_b: i32,
) -> PyResult {
    let width = Width::new(width)?;
    let Some(channels) = usize::try_from(nchannels).ok().filter(|n| *n > 0) else {
        return Err(error("# of channels should be >= 1"));
    };
    let Some(frame) = nchannels.checked_mul(width.0 as i32) else {
        return Err(overflow_error("width * nchannels too big for a C int"));
    };
    if weight_a < 1 || weight_b < 0 {
        return Err(error("weightA should be >= 1, weightB should be >= 0"));
    }
    let bytes = fragment.as_ref().bytes();
    if !bytes.len().is_multiple_of(frame as usize) {
        return Err(not_whole());
    }
    if inrate <= 0 || outrate <= 0 {
        return Err(error("sampling rate not > 0"));
    }
    let common = inrate.gcd(&outrate);
    let (inrate, outrate) = (i64::from(inrate / common), i64::from(outrate / common));
    let common = weight_a.gcd(&weight_b);
    let (new, old) = (f64::from(weight_a / common), f64::from(weight_b / common));

    let mut state = State::read(state, channels, outrate)?;
    let mut samples = Samples { bytes, width }.full();
    let mut out = Vec::new();
    'frames: loop {
        while state.ahead < 0 {
            for c in &mut state.channels {
                let Some(n) = samples.next() else {
                    break 'frames;
                };
                c.before = c.now;
                let mixed = new * f64::from(n) + old * f64::from(c.before);
                c.now = (mixed / (new + old)) as i32;
            }
            state.ahead += outrate;
        }
        while state.ahead >= 0 {
            out.try_reserve(frame as usize)
                .map_err(|_| memory_error("not enough memory for output buffer"))?;
            let (ahead, rate) = (state.ahead as f64, outrate as f64);
            for c in &state.channels {
                let sum = f64::from(c.before) * ahead + f64::from(c.now) * (rate - ahead);
                let n = (sum / rate) as i32 >> width.shift();
                let at = out.len();
                out.resize(at + width.0, 0);
                width.write(&mut out[at..], n);
            }
            state.ahead -= inrate;
        }
    }
    let out: Value = bytes::try_new(&out)?.into();
    Ok(tuple::from_slice(&[out, state.value()?]).into())
}
