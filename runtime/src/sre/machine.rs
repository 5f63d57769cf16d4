//! The matcher.
//!
//! It runs a program over a subject, and keeps what it can go back to on a stack of words, so that no
//! pattern needs native stack. A record on that stack ends with a word that says of which kind it is;
//! when something does not match, the last record decides what happens: it goes on with what is left
//! to try, or puts something back and is dropped. The records:
//!
//! | kind | words before the last | when reached again |
//! | --- | --- | --- |
//! | `BRANCH` | positions of groups, where, last groups, alternatives left, number of positions | the next alternative |
//! | `MANY` | shortest end, end, last groups | a shorter end |
//! | `FEW` | end, how many more, last groups | a longer end |
//! | `REPEAT` | the repeat around, trips, where the last trip began | dropped |
//! | `TRIP` | the repeat | takes back a trip that was needed |
//! | `MORE` | positions of groups, where, last groups, where the trip before began, the repeat, number of positions | goes on behind the repeat |
//! | `LEFT` | the repeat | is in the repeat again |
//! | `ENOUGH` | where, last groups, the repeat | a trip of a lazy repeat |
//! | `EXTRA` | where the trip before began, the repeat | takes back that trip |
//! | `ASSERT`, `ASSERT_NOT` | where, the repeat around, the assertion around | the assertion does not match |
//!
//! A repeat is known by where its `REPEAT` record is.

use super::chars::{self, Case};
use super::program::{At, Loop, Next, Op, Program, Single};
use super::set::{Kind, Set};
use crate::error::Raised;
use crate::text::Unit;
use std::cell::Cell;

/// A position, repeat or record that is not there.
const NONE: usize = usize::MAX;

/// Positions of groups that a program can put down.
const MARKS: usize = 2 * super::MAX_GROUPS + 2;

/// Words of stack that are kept for the next match.
const KEPT: usize = 1 << 16;

/// So many records are dropped between two looks at what other threads and signals want.
const PATIENCE: u32 = 1 << 16;

const BRANCH: usize = 0;
const MANY: usize = 1;
const FEW: usize = 2;
const REPEAT: usize = 3;
const TRIP: usize = 4;
const MORE: usize = 5;
const LEFT: usize = 6;
const ENOUGH: usize = 7;
const EXTRA: usize = 8;
const ASSERT: usize = 9;
const ASSERT_NOT: usize = 10;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// No memory for the stack.
    Memory,
    /// A signal's handler raised.
    Raised(Raised),
}

type Result<T> = std::result::Result<T, Stop>;

/// Memory of a match.
struct Scratch {
    stack: Vec<usize>,
    marks: [usize; MARKS],
}

thread_local! {
    /// Memory of the last match, for the next one.
    static SPARE: Cell<Option<Box<Scratch>>> = const { Cell::new(None) };
}

/// A program at work on a subject.
pub struct Machine<'a, U: Unit> {
    pub(super) p: &'a Program,
    /// The subject, up to where matches may go.
    pub(super) s: &'a [U],
    stack: &'a mut Vec<usize>,
    marks: &'a mut [usize; MARKS],
    /// The highest number of a position that counts, or -1.
    last_mark: i32,
    /// The group that was closed last, or -1.
    last_index: i32,
    /// The innermost repeat.
    repeat: usize,
    /// The record of the innermost assertion.
    assertion: usize,
    patience: u32,
}

/// Lets `f` match a program against a subject.
pub fn with<U: Unit, R>(p: &Program, s: &[U], f: impl FnOnce(&mut Machine<'_, U>) -> R) -> R {
    let spare = SPARE.try_with(Cell::take).ok().flatten();
    let mut scratch = spare.unwrap_or_else(|| {
        Box::new(Scratch {
            stack: Vec::new(),
            marks: [NONE; MARKS],
        })
    });
    scratch.stack.clear();
    let r = f(&mut Machine {
        p,
        s,
        stack: &mut scratch.stack,
        marks: &mut scratch.marks,
        last_mark: -1,
        last_index: -1,
        repeat: NONE,
        assertion: NONE,
        patience: PATIENCE,
    });
    if scratch.stack.capacity() <= KEPT {
        let _ = SPARE.try_with(|s| s.set(Some(scratch)));
    }
    r
}

fn header(kind: usize, index: u32) -> usize {
    kind | (index as usize) << 8
}

impl<U: Unit> Machine<'_, U> {
    /// Forgets all groups.
    #[inline]
    pub fn reset(&mut self) {
        self.last_mark = -1;
        self.last_index = -1;
    }

    /// Where a group (counted from 0) is.
    pub fn group(&self, g: usize) -> Option<(usize, usize)> {
        let i = 2 * g;
        if i as i64 >= i64::from(self.last_mark) {
            return None;
        }
        match (self.marks[i], self.marks[i + 1]) {
            (NONE, _) | (_, NONE) => None,
            at => Some(at),
        }
    }

    /// The group that was closed last.
    pub fn last_index(&self) -> i32 {
        self.last_index
    }

    /// Tries to match at a position; the end of the match.
    ///
    /// # Errors
    /// See [`Stop`].
    #[inline]
    pub fn attempt(&mut self, at: usize) -> Result<Option<usize>> {
        if !self.p.exact {
            self.reset();
        }
        self.run(0, at)
    }

    /// Makes room for `n` words more, and many more.
    #[cold]
    fn grow(&mut self, n: usize) -> Result<()> {
        let more = self.stack.len().max(256).max(n);
        self.stack.try_reserve(more).map_err(|_| Stop::Memory)
    }

    #[inline(always)]
    fn push<const N: usize>(&mut self, words: [usize; N]) -> Result<()> {
        let n = self.stack.len();
        if self.stack.capacity() - n < N {
            self.grow(N)?;
        }
        // SAFETY: there is room for `N` words behind the first `n`, and they are written before
        // they count.
        unsafe {
            self.stack
                .as_mut_ptr()
                .add(n)
                .cast::<[usize; N]>()
                .write(words);
            self.stack.set_len(n + N);
        }
        Ok(())
    }

    /// Takes the last `N` words from the stack.
    #[inline(always)]
    fn pop<const N: usize>(&mut self) -> [usize; N] {
        let words = self.top();
        self.stack.truncate(self.stack.len() - N);
        words
    }

    /// The last `N` words of the stack.
    #[inline(always)]
    fn top<const N: usize>(&self) -> [usize; N] {
        match self.stack.last_chunk() {
            Some(words) => *words,
            None => [NONE; N],
        }
    }

    #[inline(always)]
    fn last(&self) -> usize {
        self.last_mark as u32 as usize | (self.last_index as u32 as usize) << 32
    }

    #[inline(always)]
    fn set_last(&mut self, last: usize) {
        self.last_mark = last as u32 as i32;
        self.last_index = (last >> 32) as u32 as i32;
    }

    /// Puts the positions of groups on the stack; returns how many.
    #[inline]
    fn save_marks(&mut self) -> Result<usize> {
        if self.last_mark <= 0 {
            return Ok(0);
        }
        let n = self.last_mark as usize + 1;
        if self.stack.capacity() - self.stack.len() < n {
            self.grow(n)?;
        }
        self.stack.extend_from_slice(&self.marks[..n]);
        Ok(n)
    }

    /// Puts back the `n` positions that end `above` words below the top of the stack.
    #[inline]
    fn load_marks(&mut self, n: usize, above: usize) {
        let end = self.stack.len() - above;
        self.marks[..n].copy_from_slice(&self.stack[end - n..end]);
    }

    #[inline(always)]
    fn mark(&mut self, m: u32, at: usize) {
        let i = m as i32;
        if i & 1 == 1 {
            self.last_index = i / 2 + 1;
        }
        if i > self.last_mark {
            self.marks[(self.last_mark + 1) as usize..m as usize].fill(NONE);
            self.last_mark = i;
        }
        self.marks[m as usize] = at;
    }

    /// Now and then, lets signals be handled.
    #[inline(always)]
    fn be_patient(&mut self) -> Result<()> {
        self.patience -= 1;
        if self.patience == 0 {
            self.patience = PATIENCE;
            if crate::interrupt::is_asked() {
                crate::interrupt::handle().map_err(Stop::Raised)?;
            }
        }
        Ok(())
    }

    /// Runs the code at `pc` from position `at`; returns where it ends when it matches. Nothing is left
    /// on the stack.
    fn run(&mut self, pc: u32, at: usize) -> Result<Option<usize>> {
        let base = self.stack.len();
        let around = (self.repeat, std::mem::replace(&mut self.assertion, NONE));
        let r = self.run_above(base, pc as usize, at);
        self.stack.truncate(base);
        (self.repeat, self.assertion) = around;
        r
    }

    fn run_above(&mut self, base: usize, mut pc: usize, mut at: usize) -> Result<Option<usize>> {
        loop {
            if let Some(end) = self.forward(pc, at)? {
                return Ok(Some(end));
            }
            match self.back(base)? {
                Some(next) => (at, pc) = next,
                None => return Ok(None),
            }
        }
    }

    /// Goes forward from `pc` and `at` as long as all matches. `None` when something does not, else where the
    /// match ends.
    #[inline(always)]
    fn forward(&mut self, mut pc: usize, mut at: usize) -> Result<Option<usize>> {
        let (p, s) = (self.p, self.s);
        loop {
            match p.code[pc] {
                Op::Char(c) => {
                    if s.get(at).is_none_or(|x| (*x).into() != c) {
                        return Ok(None);
                    }
                    at += 1;
                    pc += 1;
                }
                Op::Text { at: from, len } => {
                    let t = &p.text[from as usize..(from + len) as usize];
                    let same = |part: &[U]| part.iter().zip(t).all(|(x, c)| (*x).into() == *c);
                    if !s.get(at..at + t.len()).is_some_and(same) {
                        return Ok(None);
                    }
                    at += t.len();
                    pc += 1;
                }
                Op::Set(set) => {
                    if s.get(at).is_none_or(|x| !p.sets[set as usize].has(*x)) {
                        return Ok(None);
                    }
                    at += 1;
                    pc += 1;
                }
                Op::Mark(m) => {
                    self.mark(m, at);
                    pc += 1;
                }
                Op::At(place) => {
                    if !self.is_at(place, at) {
                        return Ok(None);
                    }
                    pc += 1;
                }
                Op::Jump(to) => pc = to as usize,
                Op::Many(l) => {
                    let lp = &p.loops[l as usize];
                    let n = self.count(lp.item, at, lp.max)?;
                    if n < lp.min {
                        return Ok(None);
                    }
                    if lp.next == Next::Done {
                        at += n;
                    } else {
                        let lowest = at + lp.min;
                        let Some(end) = self.shorter(lp, lowest, at + n) else {
                            return Ok(None);
                        };
                        if (end > lowest && !lp.greedy_only) || p.exact {
                            self.push([lowest, end, self.last(), header(MANY, l)])?;
                        }
                        at = end;
                    }
                    pc = lp.tail as usize;
                }
                Op::Few(l) => {
                    let lp = &p.loops[l as usize];
                    if lp.min > 0 {
                        let n = self.count(lp.item, at, lp.min)?;
                        if n < lp.min {
                            return Ok(None);
                        }
                        at += n;
                    }
                    if lp.next != Next::Done {
                        let Some((end, left)) = self.longer(lp, at, lp.max - lp.min)? else {
                            return Ok(None);
                        };
                        self.push([end, left, self.last(), header(FEW, l)])?;
                        at = end;
                    }
                    pc = lp.tail as usize;
                }
                Op::Branch(b) => {
                    let Some((to, left, more)) = self.choose(b, at, None) else {
                        return Ok(None);
                    };
                    let n = if p.branches[b as usize].in_repeat {
                        self.save_marks()?
                    } else {
                        0
                    };
                    if more || n > 0 || p.exact {
                        self.push([at, self.last(), left, n, header(BRANCH, b)])?;
                    }
                    pc = to;
                }
                Op::Repeat(r) => {
                    let here = self.stack.len();
                    self.push([self.repeat, NONE, NONE, header(REPEAT, r)])?;
                    self.repeat = here;
                    pc = p.repeats[r as usize].until as usize;
                }
                Op::MaxUntil(r) => {
                    let (rp, here) = (&p.repeats[r as usize], self.repeat);
                    let trips = self.stack[here + 1].wrapping_add(1);
                    if trips < rp.min {
                        self.stack[here + 1] = trips;
                        self.push([here, header(TRIP, r)])?;
                        pc = rp.body as usize;
                    } else if trips < rp.max && at != self.stack[here + 2] {
                        self.stack[here + 1] = trips;
                        let n = self.save_marks()?;
                        let before = std::mem::replace(&mut self.stack[here + 2], at);
                        self.push([at, self.last(), before, here, n, header(MORE, r)])?;
                        pc = rp.body as usize;
                    } else {
                        self.leave(here, r)?;
                        pc += 1;
                    }
                }
                Op::MinUntil(r) => {
                    let (rp, here) = (&p.repeats[r as usize], self.repeat);
                    let trips = self.stack[here + 1].wrapping_add(1);
                    if trips < rp.min {
                        self.stack[here + 1] = trips;
                        self.push([here, header(TRIP, r)])?;
                        pc = rp.body as usize;
                    } else {
                        self.push([at, self.last(), here, header(ENOUGH, r)])?;
                        self.repeat = self.stack[here];
                        pc += 1;
                    }
                }
                Op::Group(g) => {
                    let Some((from, to)) = self.text_of(g) else {
                        return Ok(None);
                    };
                    if s.get(at..at + (to - from)) != Some(&s[from..to]) {
                        return Ok(None);
                    }
                    at += to - from;
                    pc += 1;
                }
                Op::GroupIgnore(g) => {
                    let Some((from, to)) = self.text_of(g) else {
                        return Ok(None);
                    };
                    let lower = |c: &U| p.case.lower((*c).into());
                    let same = |part: &[U]| {
                        let group = &s[from..to];
                        part.iter().zip(group).all(|(x, y)| lower(x) == lower(y))
                    };
                    if !s.get(at..at + (to - from)).is_some_and(same) {
                        return Ok(None);
                    }
                    at += to - from;
                    pc += 1;
                }
                Op::IfGroup { group, no } => match self.text_of(group) {
                    Some(_) => pc += 1,
                    None => pc = no as usize,
                },
                Op::Assert { back, .. } => {
                    let Some(from) = at.checked_sub(back as usize) else {
                        return Ok(None);
                    };
                    self.begin_assertion(at, ASSERT, pc)?;
                    at = from;
                    pc += 1;
                }
                Op::AssertNot { back, end } => match at.checked_sub(back as usize) {
                    None => pc = end as usize,
                    Some(from) => {
                        self.begin_assertion(at, ASSERT_NOT, pc)?;
                        at = from;
                        pc += 1;
                    }
                },
                Op::Success if self.assertion == NONE => return Ok(Some(at)),
                Op::Success => {
                    let here = self.assertion;
                    let header = self.stack[here + 3];
                    at = self.end_assertion(here);
                    match p.code[header >> 8] {
                        Op::Assert { end, .. } => pc = end as usize,
                        _ => return Ok(None),
                    }
                }
                Op::Fail => return Ok(None),
            }
        }
    }

    /// Goes back to the last record that has something left to try, and drops those that have not.
    /// The position and where to go on; `None` when there is none above `base`.
    #[inline(always)]
    fn back(&mut self, base: usize) -> Result<Option<(usize, usize)>> {
        let p = self.p;
        self.be_patient()?;
        while self.stack.len() > base {
            let [header] = self.top();
            let i = header >> 8;
            match header & 0xFF {
                BRANCH => {
                    let [at, last, left, n, _] = self.top();
                    self.load_marks(n, 5);
                    self.set_last(last);
                    match self.choose(i as u32, at, Some(left)) {
                        Some((to, left, more)) => {
                            if more || n > 0 || p.exact {
                                let top = self.stack.len();
                                self.stack[top - 3] = left;
                            } else {
                                self.drop_words(5);
                            }
                            return Ok(Some((at, to)));
                        }
                        None => self.drop_words(5 + n),
                    }
                }
                MANY => {
                    let [lowest, end, last, _] = self.top();
                    self.set_last(last);
                    let lp = &p.loops[i];
                    let next = match end > lowest && !lp.greedy_only {
                        true => self.shorter(lp, lowest, end - 1),
                        false => None,
                    };
                    match next {
                        Some(end) => {
                            if end > lowest || p.exact {
                                let top = self.stack.len();
                                self.stack[top - 3] = end;
                            } else {
                                self.drop_words(4);
                            }
                            return Ok(Some((end, lp.tail as usize)));
                        }
                        None => self.drop_words(4),
                    }
                }
                FEW => {
                    let [at, left, last, _] = self.top();
                    let lp = &p.loops[i];
                    if self.count(lp.item, at, 1)? == 0 {
                        self.drop_words(4);
                        continue;
                    }
                    self.set_last(last);
                    let next = match left {
                        0 => None,
                        _ => self.longer(lp, at + 1, left - 1)?,
                    };
                    match next {
                        Some((end, left)) => {
                            let top = self.stack.len();
                            self.stack[top - 4] = end;
                            self.stack[top - 3] = left;
                            return Ok(Some((end, lp.tail as usize)));
                        }
                        None => self.drop_words(4),
                    }
                }
                REPEAT => {
                    let [around, _, _, _] = self.pop();
                    self.repeat = around;
                }
                TRIP => {
                    let [here, _] = self.pop();
                    self.stack[here + 1] = self.stack[here + 1].wrapping_sub(1);
                }
                MORE => {
                    let [at, last, before, here, n, _] = self.pop();
                    self.load_marks(n, 0);
                    self.drop_words(n);
                    self.set_last(last);
                    self.stack[here + 1] = self.stack[here + 1].wrapping_sub(1);
                    self.stack[here + 2] = before;
                    self.leave(here, i as u32)?;
                    return Ok(Some((at, p.repeats[i].until as usize + 1)));
                }
                LEFT => {
                    let [here, _] = self.pop();
                    self.repeat = here;
                }
                ENOUGH => {
                    let [at, last, here, _] = self.pop();
                    self.repeat = here;
                    self.set_last(last);
                    let trips = self.stack[here + 1].wrapping_add(1);
                    let before = self.stack[here + 2];
                    if trips < p.repeats[i].max && at != before {
                        self.stack[here + 1] = trips;
                        self.stack[here + 2] = at;
                        self.push([before, here, super::machine::header(EXTRA, i as u32)])?;
                        return Ok(Some((at, p.repeats[i].body as usize)));
                    }
                }
                EXTRA => {
                    let [before, here, _] = self.pop();
                    self.stack[here + 1] = self.stack[here + 1].wrapping_sub(1);
                    self.stack[here + 2] = before;
                }
                kind => {
                    let at = self.end_assertion(self.stack.len() - 4);
                    if kind == ASSERT_NOT
                        && let Op::AssertNot { end, .. } = p.code[i]
                    {
                        return Ok(Some((at, end as usize)));
                    }
                }
            }
        }
        Ok(None)
    }

    #[inline(always)]
    fn drop_words(&mut self, n: usize) {
        self.stack.truncate(self.stack.len() - n);
    }

    /// Goes on behind a repeat.
    #[inline(always)]
    fn leave(&mut self, here: usize, r: u32) -> Result<()> {
        self.repeat = self.stack[here];
        self.push([here, header(LEFT, r)])
    }

    fn begin_assertion(&mut self, at: usize, kind: usize, pc: usize) -> Result<()> {
        let here = self.stack.len();
        self.push([at, self.repeat, self.assertion, header(kind, pc as u32)])?;
        self.assertion = here;
        Ok(())
    }

    /// Drops the record of an assertion and all above it; returns where the assertion was made.
    fn end_assertion(&mut self, here: usize) -> usize {
        let at = self.stack[here];
        self.repeat = self.stack[here + 1];
        self.assertion = self.stack[here + 2];
        self.stack.truncate(here);
        at
    }

    /// The first alternative of a branch that can begin at `at`: where its code is, what stands for those
    /// behind it (given back as `left`), and whether there may be any.
    #[inline(always)]
    fn choose(&self, b: u32, at: usize, left: Option<usize>) -> Option<(usize, usize, bool)> {
        let b = &self.p.branches[b as usize];
        let next = self.s.get(at).copied();
        if let Some(t) = &b.table {
            let mask = match left {
                Some(m) => m as u64,
                None => match next.map(Into::<u32>::into) {
                    None => t.at_end,
                    Some(c) if c < 256 => t.masks[usize::from(t.class[c as usize])],
                    Some(_) => u64::MAX >> (64 - b.alternatives.len()),
                },
            };
            let mut mask = mask;
            while mask != 0 {
                let a = &b.alternatives[mask.trailing_zeros() as usize];
                mask &= mask - 1;
                if size_of::<U>() == 1 || self.may_begin(a.first, next) {
                    return Some((a.pc as usize, mask as usize, mask != 0));
                }
            }
            return None;
        }
        let from = left.unwrap_or(0);
        let rest = b.alternatives[from..].iter().enumerate();
        for (i, a) in rest {
            if self.may_begin(a.first, next) {
                let left = from + i + 1;
                return Some((a.pc as usize, left, left < b.alternatives.len()));
            }
        }
        None
    }

    #[inline]
    fn may_begin(&self, first: Option<u32>, next: Option<U>) -> bool {
        match (first, next) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(set), Some(c)) => self.p.sets[set as usize].has(c),
        }
    }

    /// May what follows a repeat begin at `at`?
    #[inline(always)]
    fn may_follow(&self, next: Next, at: usize) -> bool {
        match next {
            Next::Any | Next::Done => true,
            Next::Char(c) => self.s.get(at).is_some_and(|x| (*x).into() == c),
            Next::Set(set) => {
                let set = &self.p.sets[set as usize];
                self.s.get(at).is_some_and(|x| set.has(*x))
            }
        }
    }

    /// The last place from `end` down to `lowest` where what follows a greedy repeat may begin.
    #[inline(always)]
    fn shorter(&self, lp: &Loop, lowest: usize, end: usize) -> Option<usize> {
        if self.may_follow(lp.next, end) {
            return Some(end);
        }
        if lp.greedy_only {
            return None;
        }
        match lp.next {
            Next::Char(c) => {
                let c = U::try_from(c).ok()?;
                U::last_position(&self.s[lowest..end], c).map(|i| lowest + i)
            }
            _ => (lowest..end).rev().find(|i| self.may_follow(lp.next, *i)),
        }
    }

    /// The first place from `at` on, at most `left` later, where what follows a lazy repeat may begin,
    /// and how many more there are.
    #[inline(always)]
    fn longer(&mut self, lp: &Loop, at: usize, left: usize) -> Result<Option<(usize, usize)>> {
        let (mut at, mut left) = (at, left);
        while !self.may_follow(lp.next, at) {
            if left == 0 || self.count(lp.item, at, 1)? == 0 {
                return Ok(None);
            }
            at += 1;
            left -= 1;
        }
        Ok(Some((at, left)))
    }

    /// How often a character matches in a row, up to `max`.
    #[inline(always)]
    fn count(&mut self, item: Single, at: usize, max: usize) -> Result<usize> {
        let rest = &self.s[at..];
        let rest = &rest[..rest.len().min(max)];
        Ok(match item {
            Single::Set(set) => {
                let set = &self.p.sets[set as usize];
                match set.kind() {
                    Kind::All => rest.len(),
                    Kind::Not(c) if rest.len() > 1 => long_run(rest, c),
                    _ => run_of(rest, set),
                }
            }
            Single::Char(c) => run_while(rest, |x| x.into() == c),
            Single::Code(pc) => {
                let mut n = 0;
                while n < rest.len() && self.run(pc, at + n)?.is_some() {
                    n += 1;
                }
                n
            }
        })
    }

    /// The text of a group for a reference to it.
    #[inline]
    fn text_of(&self, g: u32) -> Option<(usize, usize)> {
        self.group(g as usize).filter(|(from, to)| from <= to)
    }

    fn is_at(&self, place: At, at: usize) -> bool {
        let s = self.s;
        let newline = |i: usize| s[i].into() == 10;
        match place {
            At::Start => at == 0,
            At::LineStart => at == 0 || newline(at - 1),
            At::End => at == s.len() || (at + 1 == s.len() && newline(at)),
            At::LineEnd => at == s.len() || newline(at),
            At::StringEnd => at == s.len(),
            At::Boundary(case) => !s.is_empty() && self.is_edge(case, at),
            At::NotBoundary(case) => !s.is_empty() && !self.is_edge(case, at),
        }
    }

    fn is_edge(&self, case: Case, at: usize) -> bool {
        let word = |c: &U| {
            let c = (*c).into();
            match case {
                Case::Ascii => chars::is_word(c),
                Case::Locale => chars::is_locale_word(c),
                Case::Unicode => chars::is_unicode_word(c),
            }
        };
        let before = at > 0 && word(&self.s[at - 1]);
        before != self.s.get(at).is_some_and(word)
    }
}

#[inline(always)]
fn run_while<U: Unit>(s: &[U], f: impl Fn(U) -> bool) -> usize {
    s.iter().position(|c| !f(*c)).unwrap_or(s.len())
}

fn run_of<U: Unit>(s: &[U], set: &Set) -> usize {
    run_while(s, |c| set.has(c))
}

/// How many units there are before the first `c`.
fn long_run<U: Unit>(s: &[U], c: u8) -> usize {
    let c = U::ascii(c);
    // Looking is faster than calling a search when it is near.
    let near = s.len().min(16);
    match s[..near].iter().position(|x| *x == c) {
        Some(n) => n,
        None => near + U::position(&s[near..], c).unwrap_or(s.len() - near),
    }
}

#[cfg(test)]
mod tests {
    use super::super::translate::translate;
    use super::*;

    #[test]
    fn nested_repeats_use_no_native_stack() {
        // (?:ab?)*c over many a's, as the library compiles it.
        let codes = [
            28,
            10,
            0,
            u32::MAX,
            19,
            97,
            29,
            6,
            0,
            1,
            19,
            98,
            1,
            22,
            19,
            99,
            1,
        ];
        let mut codes = codes.to_vec();
        codes[1] = 12;
        let p = translate(&codes, 0, 0).unwrap();
        let s = vec![b'a'; 100_000];
        assert_eq!(with(&p, &s, |m| m.attempt(0)), Ok(None));
    }
}
