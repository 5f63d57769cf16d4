//! What a log looks like. Numbers are written seven bits a byte, the low ones first; a byte with the high bit is not
//! the last. Texts are their length and their bytes. A record begins with what it is: the two low bits of a byte
//! tell the most frequent ones, and what is left of it begins their first number; `11` in these bits is one of the
//! others, told by the whole byte.

use std::io::{BufRead, Read};

pub const ENTER: u8 = 0x00;
pub const EXIT: u8 = 0x01;
pub const LINE: u8 = 0x02;
pub const OTHER: u8 = 0x03;
pub const ADD_INFO: u8 = 0x13;
pub const DEFINE_FILE: u8 = 0x23;
pub const LINE_TIMES: u8 = 0x33;
pub const DEFINE_FUNCTION: u8 = 0x43;
pub const FRAME_TIMES: u8 = 0x53;

/// Longer texts are not written.
pub const LONGEST: usize = 10234;

/// Writes a number whose first byte has room beside what the record is.
fn number_beside(out: &mut Vec<u8>, what: u8, used: u32, n: u32) {
    let room = 7 - used;
    let rest = n >> room;
    let more = if rest != 0 { 0x80 } else { 0 };
    out.push(what | ((n & ((1 << room) - 1)) << used) as u8 | more);
    if rest != 0 {
        number(out, rest);
    }
}

/// Writes a number.
pub fn number(out: &mut Vec<u8>, n: u32) {
    number_beside(out, 0, 0, n);
}

/// Writes the beginning of one of the most frequent records.
pub fn begin(out: &mut Vec<u8>, what: u8, n: u32) {
    number_beside(out, what, 2, n);
}

/// Writes a text.
pub fn text(out: &mut Vec<u8>, s: &[u8]) {
    number(out, s.len() as u32);
    out.extend_from_slice(s);
}

/// Writes something about the program.
pub fn info(out: &mut Vec<u8>, key: &[u8], value: &[u8]) {
    out.push(ADD_INFO);
    text(out, key);
    text(out, value);
}

/// Why something could not be read.
pub enum Fault {
    /// The log ends within a record.
    End,
    /// It is none.
    Unknown,
    /// A number is too long.
    TooLong,
    Io(std::io::Error),
}

/// A log that is read.
pub struct Log<R> {
    pub input: R,
    pub frame_times: bool,
    pub line_times: bool,
}

/// What is read: numbers are -1 that a record does not have.
pub enum Record {
    Event {
        what: u8,
        time: i64,
        file: i64,
        line: i64,
    },
    Info(Vec<u8>, Vec<u8>),
    File(i64, Vec<u8>),
    Function(i64, i64, Vec<u8>),
}

impl<R: BufRead> Log<R> {
    /// The next byte, which is still to be read.
    pub fn peek(&mut self) -> Result<Option<u8>, Fault> {
        let here = self.input.fill_buf().map_err(Fault::Io)?;
        Ok(here.first().copied())
    }

    fn byte(&mut self) -> Result<u8, Fault> {
        let b = self.peek()?.ok_or(Fault::End)?;
        self.input.consume(1);
        Ok(b)
    }

    /// A number, behind some bits of its first byte.
    fn number(&mut self, skipped: u32) -> Result<i64, Fault> {
        let (mut n, mut bits) = (0_u64, 0);
        let mut skip = skipped;
        loop {
            let b = self.byte()?;
            if bits > 31 {
                return Err(Fault::TooLong);
            }
            n |= u64::from((b & 0x7f) >> skip) << bits;
            bits += 7 - skip;
            skip = 0;
            if b & 0x80 == 0 {
                return Ok(i64::from(n as i32));
            }
        }
    }

    fn text(&mut self) -> Result<Vec<u8>, Fault> {
        let len = u64::try_from(self.number(0)?).map_err(|_| Fault::TooLong)?;
        let mut s = Vec::new();
        self.input
            .by_ref()
            .take(len)
            .read_to_end(&mut s)
            .map_err(Fault::Io)?;
        if s.len() as u64 != len {
            return Err(Fault::End);
        }
        Ok(s)
    }

    /// The next record; none at the end.
    pub fn record(&mut self) -> Result<Option<Record>, Fault> {
        loop {
            let Some(first) = self.peek()? else {
                return Ok(None);
            };
            let event = |what, time, file, line| {
                Some(Record::Event {
                    what,
                    time,
                    file,
                    line,
                })
            };
            let what = first & OTHER;
            if what != OTHER {
                let n = self.number(2)?;
                return Ok(match what {
                    ENTER => {
                        let line = self.number(0)?;
                        let time = if self.frame_times {
                            self.number(0)?
                        } else {
                            -1
                        };
                        event(what, time, n, line)
                    }
                    EXIT => event(what, n, -1, -1),
                    _ => {
                        let time = if self.line_times { self.number(0)? } else { -1 };
                        event(what, time, -1, n)
                    }
                });
            }
            self.byte()?;
            return Ok(Some(match first {
                ADD_INFO => Record::Info(self.text()?, self.text()?),
                DEFINE_FILE => Record::File(self.number(0)?, self.text()?),
                DEFINE_FUNCTION => Record::Function(self.number(0)?, self.number(0)?, self.text()?),
                LINE_TIMES => {
                    self.line_times = self.byte()? != 0;
                    continue;
                }
                FRAME_TIMES => {
                    self.frame_times = self.byte()? != 0;
                    continue;
                }
                _ => return Err(Fault::Unknown),
            }));
        }
    }
}
