//! Days of the Gregorian calendar, and their numbers: 1 is the first day of year 1.

use std::cmp::Ordering;

use super::{MAX_YEAR, MIN_YEAR};
use crate::error::{PyResult, raise_value, value_error};
use crate::value::Value;

/// A day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Day {
    pub year: i64,
    pub month: i64,
    pub day: i64,
}

pub const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
pub const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// The number of the last day there is.
const LAST: i64 = 3_652_059;

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days in the years before `year`.
fn days_before_year(year: i64) -> i64 {
    let y = year - 1;
    y * 365 + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400)
}

fn days_before_month(year: i64, month: i64) -> i64 {
    const BEFORE: [i64; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let before = BEFORE[(month - 1).rem_euclid(12) as usize];
    before + i64::from(month > 2 && is_leap(year))
}

impl Day {
    /// A day that a program names.
    ///
    /// # Errors
    /// ValueError unless there is such a day.
    pub fn checked(year: i64, month: i64, day: i64) -> PyResult<Day> {
        if !(MIN_YEAR..=MAX_YEAR).contains(&year) {
            return Err(value_error("year is out of range"));
        }
        if !(1..=12).contains(&month) {
            return Err(value_error("month must be in 1..12"));
        }
        if !(1..=days_in_month(year, month)).contains(&day) {
            return Err(value_error("day is out of range for month"));
        }
        Ok(Day { year, month, day })
    }

    /// The day's number.
    pub fn ordinal(self) -> i64 {
        days_before_year(self.year) + days_before_month(self.year, self.month) + self.day
    }

    /// The day of a number, which need not be one of a day that can be written.
    pub fn of_ordinal(n: i64) -> Day {
        // Years are counted from March 1 of year 0, so that leap days are the last ones of them; 400
        // years have 146097 days.
        let since = n + 305;
        let (era, at) = (since.div_euclid(146_097), since.rem_euclid(146_097));
        // Leap days before this one are taken out, and all years are equal.
        let year = (at - at / 1460 + at / 36_524 - at / 146_096) / 365;
        let day_of_year = at - (year * 365 + year / 4 - year / 100);
        // From March on, five months have 153 days.
        let month = (day_of_year * 5 + 2) / 153;
        let (year, day) = (era * 400 + year, day_of_year - (month * 153 + 2) / 5 + 1);
        if month < 10 {
            Day {
                year,
                month: month + 3,
                day,
            }
        } else {
            Day {
                year: year + 1,
                month: month - 9,
                day,
            }
        }
    }

    /// The day of a number.
    ///
    /// # Errors
    /// ValueError.
    pub fn from_ordinal(n: i64) -> PyResult<Day> {
        match n {
            ..1 => Err(value_error("ordinal must be >= 1")),
            1..=LAST => Ok(Day::of_ordinal(n)),
            _ => Err(value_error("year is out of range")),
        }
    }

    /// The day `n` days later.
    ///
    /// # Errors
    /// OverflowError.
    pub fn plus(self, n: i64) -> PyResult<Day> {
        // All months have so many days.
        if (1..=28).contains(&(self.day + n)) {
            return Ok(Day {
                day: self.day + n,
                ..self
            });
        }
        match self.ordinal() + n {
            n @ 1..=LAST => Ok(Day::of_ordinal(n)),
            _ => Err(raise_value(
                crate::types::OVERFLOW_ERROR.get().into(),
                Some(crate::builtins::str::new(b"date value out of range").into()),
            )),
        }
    }

    /// Monday is 0.
    pub fn weekday(self) -> i64 {
        (self.ordinal() + 6) % 7
    }

    /// Year, month and day as objects have them; of a day that is [checked](Day::checked).
    pub fn fields(self) -> (u16, u8, u8) {
        (self.year as u16, self.month as u8, self.day as u8)
    }

    /// The number in its year, from 1.
    pub fn day_of_year(self) -> i64 {
        days_before_month(self.year, self.month) + self.day
    }

    /// ISO year, week and weekday.
    pub fn iso(self) -> (i64, i64, i64) {
        let today = self.ordinal();
        let mut year = self.year;
        if today >= first_iso_monday(year + 1) {
            year += 1;
        } else if today < first_iso_monday(year) {
            year -= 1;
        }
        let week = (today - first_iso_monday(year)) / 7 + 1;
        (year, week, self.weekday() + 1)
    }

    /// As programs see `cmp`.
    pub fn order(self, other: Day) -> Ordering {
        self.cmp(&other)
    }

    /// `YYYY-MM-DD`
    pub fn iso_text(self) -> [u8; 10] {
        let mut text = *b"0000-00-00";
        digits(&mut text[..4], self.year);
        digits(&mut text[5..7], self.month);
        digits(&mut text[8..], self.day);
        text
    }

    /// Four bytes, as in pickles.
    pub fn packed(self) -> [u8; 4] {
        let [hi, lo] = (self.year as u16).to_be_bytes();
        [hi, lo, self.month as u8, self.day as u8]
    }

    /// The day of four bytes, which are taken as they are.
    pub fn unpack(b: &[u8]) -> Option<Day> {
        match *b {
            [hi, lo, month @ 1..=12, day, ..] => Some(Day {
                year: i64::from(u16::from_be_bytes([hi, lo])),
                month: i64::from(month),
                day: i64::from(day),
            }),
            _ => None,
        }
    }

    /// As `time.ctime()` shows the day, with a time.
    pub fn ctime(self, hour: i64, minute: i64, second: i64) -> Value {
        let text = format!(
            "{} {} {:2} {hour:02}:{minute:02}:{second:02} {:04}",
            WEEKDAYS[self.weekday().rem_euclid(7) as usize],
            MONTHS[(self.month - 1).rem_euclid(12) as usize],
            self.day,
            self.year
        );
        crate::builtins::str::from_text(&text).into()
    }
}

/// Writes a number into as many digits as there is room for, all of which it has or zeros before.
pub fn digits(room: &mut [u8], mut n: i64) {
    for digit in room.iter_mut().rev() {
        *digit = b'0' + n.rem_euclid(10) as u8;
        n /= 10;
    }
}

/// The Monday with which ISO weeks of a year begin: that of the week with January 4.
fn first_iso_monday(year: i64) -> i64 {
    let fourth = days_before_year(year) + 4;
    fourth - (fourth + 6) % 7
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_a_day() {
        let mut day = Day {
            year: 1,
            month: 1,
            day: 1,
        };
        for n in 1..=LAST {
            assert_eq!(Day::of_ordinal(n), day);
            assert_eq!(day.ordinal(), n);
            day.day += 1;
            if day.day > days_in_month(day.year, day.month) {
                day.day = 1;
                day.month += 1;
            }
            if day.month > 12 {
                day.month = 1;
                day.year += 1;
            }
        }
        assert_eq!(
            day,
            Day {
                year: 10000,
                month: 1,
                day: 1
            }
        );
    }
}
