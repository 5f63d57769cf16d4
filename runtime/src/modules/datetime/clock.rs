//! Times of day, and what time zones say about them.

use super::calendar::digits;
use super::{delta, number, zone_argument};
use crate::attr::{self, type_name};
use crate::builtins::str as bytes;
use crate::error::{PyResult, type_error, value_error};
use crate::layouts::{Str, TimeDelta};
use crate::value::Value;

/// A time of day; lives on the stack.
#[derive(Clone, Copy, Default)]
pub struct Clock {
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
    pub microsecond: i64,
    pub tzinfo: Option<Value>,
}

impl Clock {
    /// The arguments of a constructor, or the fields of `old` where there are none.
    pub fn from_args(
        old: Clock,
        [hour, minute, second, microsecond]: [Option<Value>; 4],
        tzinfo: Option<Value>,
    ) -> PyResult<Clock> {
        let c = Clock {
            hour: number(hour, old.hour)?,
            minute: number(minute, old.minute)?,
            second: number(second, old.second)?,
            microsecond: number(microsecond, old.microsecond)?,
            tzinfo: old.tzinfo,
        };
        Ok(Clock {
            tzinfo: match tzinfo {
                Some(z) => Some(z),
                None => old.tzinfo,
            },
            ..c
        })
    }

    /// Hour, minute, second and microsecond as objects have them; of a time that is [checked](Clock::checked).
    pub fn fields(self) -> (u8, u8, u8, u32) {
        let Clock {
            hour,
            minute,
            second,
            microsecond,
            ..
        } = self;
        (hour as u8, minute as u8, second as u8, microsecond as u32)
    }

    /// Fails unless all fields are in range, and the time zone is one.
    pub fn checked(self) -> PyResult<Clock> {
        let check = |ok: bool, message: &str| {
            if ok {
                Ok(())
            } else {
                Err(value_error(message))
            }
        };
        check((0..24).contains(&self.hour), "hour must be in 0..23")?;
        check((0..60).contains(&self.minute), "minute must be in 0..59")?;
        check((0..60).contains(&self.second), "second must be in 0..59")?;
        check(
            (0..1_000_000).contains(&self.microsecond),
            "microsecond must be in 0..999999",
        )?;
        Ok(Clock {
            tzinfo: zone_argument(self.tzinfo)?,
            ..self
        })
    }

    /// Seconds of the day.
    pub fn seconds(self) -> i64 {
        (self.hour * 60 + self.minute) * 60 + self.second
    }

    /// The time of a number of seconds of the day.
    pub fn of_seconds(n: i64, microsecond: i64) -> Clock {
        Clock {
            hour: n / 3600,
            minute: n / 60 % 60,
            second: n % 60,
            microsecond,
            tzinfo: None,
        }
    }

    /// `HH:MM:SS[.mmmmmm]`
    pub fn write_iso(self, out: &mut Vec<u8>) {
        let mut text = *b"00:00:00.000000";
        digits(&mut text[..2], self.hour);
        digits(&mut text[3..5], self.minute);
        digits(&mut text[6..8], self.second);
        digits(&mut text[9..], self.microsecond);
        out.extend_from_slice(match self.microsecond {
            0 => &text[..8],
            _ => &text,
        });
    }

    /// Six bytes, as in pickles.
    pub fn packed(self) -> [u8; 6] {
        let [_, a, b, c] = (self.microsecond as u32).to_be_bytes();
        [
            self.hour as u8,
            self.minute as u8,
            self.second as u8,
            a,
            b,
            c,
        ]
    }

    /// The time of six bytes, which are taken as they are.
    pub fn unpack(b: &[u8], tzinfo: Option<Value>) -> Option<Clock> {
        match *b {
            [hour, minute, second, x, y, z] => Some(Clock {
                hour: i64::from(hour),
                minute: i64::from(minute),
                second: i64::from(second),
                microsecond: i64::from(u32::from_be_bytes([0, x, y, z])),
                tzinfo,
            }),
            _ => None,
        }
    }
}

/// The time zone argument of a pickled state.
pub fn state_zone(v: Option<Value>) -> PyResult<Option<Value>> {
    zone_argument(v).map_err(|_| type_error("bad tzinfo state arg"))
}

/// Asks a time zone's method about a time: a duration in minutes, or nothing.
pub fn offset(tzinfo: Option<Value>, method: &'static str, about: Value) -> PyResult<Option<i64>> {
    let Some(z) = tzinfo else { return Ok(None) };
    let f = attr::get(z, bytes::intern_static(method))?;
    let r = crate::call::call_values(f, &[about])?;
    if r.is_none() {
        return Ok(None);
    }
    let Some(d) = r.cast::<TimeDelta>() else {
        return Err(type_error(format!(
            "tzinfo.{method}() must return None or timedelta, not '{}'",
            type_name(r)
        )));
    };
    let seconds = d.days.get() * 86400 + d.seconds.get();
    if seconds % 60 != 0 || d.microseconds.get() != 0 {
        return Err(value_error(format!(
            "tzinfo.{method}() must return a whole number of minutes"
        )));
    }
    let minutes = seconds / 60;
    if !(-1439..=1439).contains(&minutes) {
        return Err(value_error(format!(
            "tzinfo.{method}() returned {minutes}; must be in -1439 .. 1439"
        )));
    }
    Ok(Some(minutes))
}

/// The same as a duration object.
pub fn offset_object(tzinfo: Option<Value>, method: &'static str, about: Value) -> PyResult {
    match offset(tzinfo, method, about)? {
        Some(m) => delta::from_microseconds(i128::from(m) * 60_000_000),
        None => Ok(Value::none()),
    }
}

/// Asks a time zone for its name.
pub fn zone_name(tzinfo: Option<Value>, about: Value) -> PyResult {
    let Some(z) = tzinfo else {
        return Ok(Value::none());
    };
    let f = attr::get(z, bytes::intern_static("tzname"))?;
    let r = crate::call::call_values(f, &[about])?;
    if r.is_none() || r.cast::<Str>().is_some() {
        return Ok(r);
    }
    Err(type_error(format!(
        "tzinfo.tzname() must return None or a string, not '{}'",
        type_name(r)
    )))
}

/// `+HH:MM`, or with another separator.
pub fn offset_text(minutes: i64, separator: &str) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let m = minutes.abs();
    format!("{sign}{:02}{separator}{:02}", m / 60, m % 60)
}
