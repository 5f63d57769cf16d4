//! Looking for a match.

use super::machine::{Machine, Stop};
use super::program::{Op, Start};
use crate::text::{Unit, search};

type Found = Result<Option<(usize, usize)>, Stop>;

impl<U: Unit> Machine<'_, U> {
    /// Tries to match at `at`; the match's end.
    ///
    /// # Errors
    /// See [`Stop`].
    pub fn match_at(&mut self, at: usize) -> Result<Option<usize>, Stop> {
        self.reset();
        match self.s.len().checked_sub(at) {
            Some(left) if left >= self.p.min => self.attempt(at),
            _ => Ok(None),
        }
    }

    /// The first match from `from` on.
    ///
    /// # Errors
    /// See [`Stop`].
    pub fn search(&mut self, from: usize) -> Found {
        self.reset();
        let (p, s) = (self.p, self.s);
        // Behind `last` there is no room for a match.
        let Some(last) = s.len().checked_sub(p.min).filter(|l| *l >= from) else {
            return Ok(None);
        };
        match &p.start {
            Start::Anywhere => {
                for at in from..=last {
                    if let Some(end) = self.attempt(at)? {
                        return Ok(Some((at, end)));
                    }
                }
                Ok(None)
            }
            Start::Beginning if from > 0 => Ok(None),
            Start::Beginning => Ok(self.attempt(0)?.map(|end| (0, end))),
            Start::Lines => self.search_lines(from, last),
            Start::Char(c) => {
                let Ok(c) = U::try_from(*c) else {
                    return Ok(None);
                };
                if let [Op::Char(_), Op::Success] = p.code[..] {
                    // Nothing else to match.
                    let found = U::position(&s[from..], c);
                    return Ok(found.map(|i| (from + i, from + i + 1)));
                }
                self.scan(from, last, |s| U::position(s, c))
            }
            Start::Bytes(bytes, set) => match (&bytes[..], U::bytes(s)) {
                (&[a, b], Some(_)) => self.scan(from, last, |s| {
                    memchr::memchr2(a, b, U::bytes(s).unwrap_or(&[]))
                }),
                (&[a, b, c], Some(_)) => self.scan(from, last, |s| {
                    memchr::memchr3(a, b, c, U::bytes(s).unwrap_or(&[]))
                }),
                _ => self.search_set(*set, from, last),
            },
            Start::Set(set) => self.search_set(*set, from, last),
            Start::Text(t) => {
                let (wide, found);
                let find: &dyn Fn(&[U]) -> Option<usize> = match (&t.finder, U::bytes(s)) {
                    (Some(f), Some(_)) => {
                        found = |s: &[U]| f.find(U::bytes(s).unwrap_or(&[]));
                        &found
                    }
                    _ => {
                        let needle: Result<Vec<U>, _> =
                            t.chars.iter().map(|c| U::try_from(*c)).collect();
                        let Ok(needle) = needle else {
                            return Ok(None);
                        };
                        wide = move |s: &[U]| search::find(s, &needle);
                        &wide
                    }
                };
                let n = t.chars.len();
                if t.whole {
                    let found = find(&s[from..]);
                    return Ok(found.map(|i| (from + i, from + i + n)));
                }
                self.scan(from, last, find)
            }
        }
    }

    /// Tries where `find` says that a match may begin.
    #[inline(always)]
    fn scan(&mut self, from: usize, last: usize, find: impl Fn(&[U]) -> Option<usize>) -> Found {
        let mut at = from;
        while at <= last {
            match find(&self.s[at..]) {
                Some(i) if at + i <= last => at += i,
                _ => break,
            }
            if let Some(end) = self.attempt(at)? {
                return Ok(Some((at, end)));
            }
            at += 1;
        }
        Ok(None)
    }

    fn search_set(&mut self, set: u32, from: usize, last: usize) -> Found {
        let set = &self.p.sets[set as usize];
        self.scan(from, last, |s| s.iter().position(|c| set.has(*c)))
    }

    fn search_lines(&mut self, from: usize, last: usize) -> Found {
        let s = self.s;
        let newline = U::ascii(b'\n');
        let mut at = from;
        loop {
            if (at == 0 || s[at - 1] == newline)
                && let Some(end) = self.attempt(at)?
            {
                return Ok(Some((at, end)));
            }
            match U::position(&s[at..], newline) {
                Some(i) if at + i < last => at += i + 1,
                _ => return Ok(None),
            }
        }
    }
}
