//! Checks the code of `sre_compile` and translates it.
//!
//! That code is a list of 32-bit numbers: operators and operands, among them distances to what comes
//! after a construct, counted from where the distance itself stands. Anybody may pass any list, so
//! everything is checked, and constructs must nest: what is not as the compiler writes it is [`Invalid`].

use super::chars::{Case, Category};
use super::program::{At, Branch, Loop, Next, Op, Program, Repeat, Single, Start};
use super::set::{Item, Set};
use super::{MAX_GROUPS, MAXREPEAT, analyse};

/// Not code that the compiler writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invalid;

/// Constructs that may nest; more would use up the native stack.
const DEEPEST: usize = 1000;

/// Operators, by their numbers.
mod code {
    pub const FAILURE: u32 = 0;
    pub const SUCCESS: u32 = 1;
    pub const ANY: u32 = 2;
    pub const ANY_ALL: u32 = 3;
    pub const ASSERT: u32 = 4;
    pub const ASSERT_NOT: u32 = 5;
    pub const AT: u32 = 6;
    pub const BRANCH: u32 = 7;
    pub const CATEGORY: u32 = 9;
    pub const CHARSET: u32 = 10;
    pub const BIGCHARSET: u32 = 11;
    pub const GROUPREF: u32 = 12;
    pub const GROUPREF_EXISTS: u32 = 13;
    pub const GROUPREF_IGNORE: u32 = 14;
    pub const IN: u32 = 15;
    pub const IN_IGNORE: u32 = 16;
    pub const INFO: u32 = 17;
    pub const JUMP: u32 = 18;
    pub const LITERAL: u32 = 19;
    pub const LITERAL_IGNORE: u32 = 20;
    pub const MARK: u32 = 21;
    pub const MAX_UNTIL: u32 = 22;
    pub const MIN_UNTIL: u32 = 23;
    pub const NOT_LITERAL: u32 = 24;
    pub const NOT_LITERAL_IGNORE: u32 = 25;
    pub const NEGATE: u32 = 26;
    pub const RANGE: u32 = 27;
    pub const REPEAT: u32 = 28;
    pub const REPEAT_ONE: u32 = 29;
    pub const MIN_REPEAT_ONE: u32 = 31;
}

type Result<T> = std::result::Result<T, Invalid>;

struct Translator<'a> {
    codes: &'a [u32],
    groups: usize,
    case: Case,
    out: Vec<Op>,
    text: Vec<u32>,
    sets: Vec<Set>,
    branches: Vec<Branch>,
    loops: Vec<Loop>,
    repeats: Vec<Repeat>,
    exact: bool,
    early: bool,
    around: Vec<Around>,
    depth: usize,
}

/// What a construct may be within.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Around {
    /// A greedy repeat that takes at least one trip, or may take none.
    Needed,
    Optional,
    LazyRepeat,
    Alternative,
    Assertion,
}

/// Translates the code of a pattern with `groups` groups.
///
/// # Errors
/// It is not what the compiler writes.
pub fn translate(codes: &[u32], flags: i64, groups: usize) -> Result<Program> {
    let (last, body) = codes.split_last().ok_or(Invalid)?;
    if groups > MAX_GROUPS || *last != code::SUCCESS {
        return Err(Invalid);
    }
    let mut t = Translator {
        codes,
        // Whoever does not say how many there are may use all.
        groups: if groups == 0 { MAX_GROUPS } else { groups },
        case: Case::of_flags(flags),
        out: Vec::new(),
        text: Vec::new(),
        sets: Vec::new(),
        branches: Vec::new(),
        loops: Vec::new(),
        repeats: Vec::new(),
        exact: false,
        early: true,
        around: Vec::new(),
        depth: 0,
    };
    t.sequence(0, body.len())?;
    t.out.push(Op::Success);
    let min = match codes {
        [code::INFO, _, _, min, ..] => *min as usize,
        _ => 0,
    };
    let mut p = Program {
        code: t.out.into_boxed_slice(),
        text: t.text.into_boxed_slice(),
        sets: t.sets.into_boxed_slice(),
        branches: t.branches.into_boxed_slice(),
        loops: t.loops.into_boxed_slice(),
        repeats: t.repeats.into_boxed_slice(),
        start: Start::Anywhere,
        min,
        case: t.case,
        exact: t.exact,
        early: t.early,
    };
    analyse::complete(&mut p);
    Ok(p)
}

impl Translator<'_> {
    /// The number at `i`.
    fn get(&self, i: usize, end: usize) -> Result<u32> {
        if i < end {
            self.codes.get(i).copied().ok_or(Invalid)
        } else {
            Err(Invalid)
        }
    }

    /// Where the distance at `i` leads to, not behind `end`.
    fn skip(&self, i: usize, end: usize) -> Result<usize> {
        let to = i + self.get(i, end)? as usize;
        if to > i && to <= end {
            Ok(to)
        } else {
            Err(Invalid)
        }
    }

    /// Demands that an operator stands at `i`.
    fn expect(&self, i: usize, end: usize, op: u32) -> Result<()> {
        if self.get(i, end)? == op {
            Ok(())
        } else {
            Err(Invalid)
        }
    }

    fn here(&self) -> u32 {
        self.out.len() as u32
    }

    /// A set's number; equal ones exist once.
    fn set(&mut self, s: Set) -> u32 {
        let i = self.sets.iter().position(|x| *x == s).unwrap_or_else(|| {
            self.sets.push(s);
            self.sets.len() - 1
        });
        i as u32
    }

    fn nested<T>(&mut self, f: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        if self.depth >= DEEPEST {
            return Err(Invalid);
        }
        self.depth += 1;
        let r = f(self);
        self.depth -= 1;
        r
    }

    fn in_repeat(&self) -> bool {
        let repeat = |a: &Around| !matches!(a, Around::Alternative | Around::Assertion);
        self.around.iter().any(repeat)
    }

    /// Looks whether the position of a group may stay visible where it should not.
    fn note_mark(&mut self) {
        if self.around.contains(&Around::Assertion) {
            self.exact = true;
            self.early = false;
        }
        // Trips that are needed, and those of lazy repeats, put nothing back. What is always matched
        // within them is put down anew.
        let needed = self.around.iter().position(|a| *a == Around::Needed);
        let left = |i: usize| {
            let inner = &self.around[i..];
            inner.contains(&Around::Optional) || inner.contains(&Around::Alternative)
        };
        if self.around.contains(&Around::LazyRepeat) {
            self.exact = true;
            self.early = false;
        } else if needed.is_some_and(left) {
            self.exact = true;
        }
    }

    /// Translates with something around.
    fn within<T>(&mut self, a: Around, f: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        self.around.push(a);
        let r = f(self);
        self.around.pop();
        r
    }

    /// Translates what stands from `i` to `end`.
    fn sequence(&mut self, mut i: usize, end: usize) -> Result<()> {
        while i < end {
            i = self.one(i, end)?;
        }
        Ok(())
    }

    fn char(&mut self, c: u32, first: bool) {
        // Runs of characters become texts.
        match self.out.last_mut() {
            Some(Op::Char(before)) if !first => {
                let at = self.text.len() as u32;
                self.text.extend([*before, c]);
                *self.out.last_mut().unwrap_or(&mut Op::Fail) = Op::Text { at, len: 2 };
            }
            Some(Op::Text { at, len }) if !first && (*at + *len) as usize == self.text.len() => {
                self.text.push(c);
                *len += 1;
            }
            _ => self.out.push(Op::Char(c)),
        }
    }

    /// Translates the construct at `i`; returns where the next one is.
    fn one(&mut self, i: usize, end: usize) -> Result<usize> {
        let op = self.get(i, end)?;
        let arg = |n: usize| self.get(i + n, end);
        match op {
            code::SUCCESS => self.out.push(Op::Success),
            code::FAILURE => self.out.push(Op::Fail),
            code::ANY => {
                let s = self.set(Set::no_newline());
                self.out.push(Op::Set(s));
            }
            code::ANY_ALL => {
                let s = self.set(Set::all());
                self.out.push(Op::Set(s));
            }
            code::LITERAL => {
                let c = arg(1)?;
                return self.literals(c, i + 2, end);
            }
            code::NOT_LITERAL | code::LITERAL_IGNORE | code::NOT_LITERAL_IGNORE => {
                let c = arg(1)?;
                let (c, case) = match op {
                    code::NOT_LITERAL => (c, None),
                    _ => (self.case.lower(c), Some(self.case)),
                };
                let mut items = vec![Item::Char(c)];
                if op != code::LITERAL_IGNORE {
                    items.insert(0, Item::Negate);
                }
                let s = self.set(Set::new(items, case));
                self.out.push(Op::Set(s));
                return Ok(i + 2);
            }
            code::CATEGORY => {
                let c = Category::new(arg(1)?).ok_or(Invalid)?;
                let s = self.set(Set::new(vec![Item::Category(c)], None));
                self.out.push(Op::Set(s));
                return Ok(i + 2);
            }
            code::IN | code::IN_IGNORE => {
                let next = self.skip(i + 1, end)?;
                let items = self.items(i + 2, next)?;
                let case = (op == code::IN_IGNORE).then_some(self.case);
                let s = self.set(Set::new(items, case));
                self.out.push(Op::Set(s));
                return Ok(next);
            }
            code::MARK => {
                let m = arg(1)?;
                if m as usize > 2 * self.groups + 1 {
                    return Err(Invalid);
                }
                self.note_mark();
                self.out.push(Op::Mark(m));
                return Ok(i + 2);
            }
            code::AT => {
                let at = place(arg(1)?).ok_or(Invalid)?;
                self.out.push(Op::At(at));
                return Ok(i + 2);
            }
            code::INFO => return self.skip(i + 1, end),
            code::BRANCH => return self.nested(|t| t.branch(i + 1, end)),
            code::REPEAT_ONE | code::MIN_REPEAT_ONE => {
                return self.nested(|t| t.single(i + 1, end, op == code::REPEAT_ONE));
            }
            code::REPEAT => return self.nested(|t| t.repeat(i + 1, end)),
            code::GROUPREF | code::GROUPREF_IGNORE => {
                let g = arg(1)?;
                if g as usize >= self.groups {
                    return Err(Invalid);
                }
                self.out.push(match op {
                    code::GROUPREF => Op::Group(g),
                    _ => Op::GroupIgnore(g),
                });
                return Ok(i + 2);
            }
            code::GROUPREF_EXISTS => return self.nested(|t| t.condition(i + 1, end)),
            code::ASSERT | code::ASSERT_NOT => {
                return self.nested(|t| t.assertion(i + 1, end, op == code::ASSERT));
            }
            _ => return Err(Invalid),
        }
        Ok(i + 1)
    }

    /// A run of literal characters, of which `c` is the first.
    fn literals(&mut self, c: u32, mut i: usize, end: usize) -> Result<usize> {
        self.char(c, true);
        while i < end && self.get(i, end)? == code::LITERAL {
            let c = self.get(i + 1, end)?;
            self.char(c, false);
            i += 2;
        }
        Ok(i)
    }

    /// A set's parts, from `i` to `end`, the last a FAILURE.
    fn items(&self, mut i: usize, end: usize) -> Result<Vec<Item>> {
        let last = end.checked_sub(1).ok_or(Invalid)?;
        self.expect(last, end, code::FAILURE)?;
        let mut out = Vec::new();
        let bits = |from: usize| -> Result<[u32; 8]> {
            let s = self.codes[..last].get(from..from + 8).ok_or(Invalid)?;
            s.try_into().map_err(|_| Invalid)
        };
        while i < last {
            let arg = |n: usize| self.get(i + n, last);
            let (item, n) = match self.get(i, last)? {
                code::NEGATE => (Item::Negate, 1),
                code::LITERAL => (Item::Char(arg(1)?), 2),
                code::RANGE => (Item::Range(arg(1)?, arg(2)?), 3),
                code::CATEGORY => (Item::Category(Category::new(arg(1)?).ok_or(Invalid)?), 2),
                code::CHARSET => (Item::Bits(bits(i + 1)?), 9),
                code::BIGCHARSET => {
                    let n = arg(1)? as usize;
                    let words = self.codes[..last].get(i + 2..i + 66).ok_or(Invalid)?;
                    let mut index = Box::new([0u8; 256]);
                    for (to, w) in index.chunks_exact_mut(4).zip(words) {
                        to.copy_from_slice(&w.to_ne_bytes());
                    }
                    if n > 256 || index.iter().any(|b| usize::from(*b) >= n) {
                        return Err(Invalid);
                    }
                    let blocks: Result<Vec<_>> = (0..n).map(|b| bits(i + 66 + 8 * b)).collect();
                    (Item::Blocks(index, blocks?.into_boxed_slice()), 66 + 8 * n)
                }
                _ => return Err(Invalid),
            };
            out.push(item);
            i += n;
        }
        Ok(out)
    }

    /// Alternatives; the first one's distance is at `i`.
    fn branch(&mut self, mut i: usize, end: usize) -> Result<usize> {
        let number = self.branches.len();
        self.branches.push(Branch {
            alternatives: Box::new([]),
            in_repeat: self.in_repeat(),
            table: None,
        });
        self.out.push(Op::Branch(number as u32));
        let mut alternatives = Vec::new();
        let mut jumps = Vec::new();
        let mut target = None;
        while self.get(i, end)? != 0 {
            let next = self.skip(i, end)?;
            if next < i + 3 {
                return Err(Invalid);
            }
            alternatives.push(super::program::Alternative {
                pc: self.here(),
                first: None,
            });
            self.within(Around::Alternative, |t| t.sequence(i + 1, next - 2))?;
            self.expect(next - 2, end, code::JUMP)?;
            let to = self.skip(next - 1, end)?;
            if *target.get_or_insert(to) != to {
                return Err(Invalid);
            }
            jumps.push(self.out.len());
            self.out.push(Op::Fail);
            i = next;
        }
        let behind = i + 1;
        if target.is_some_and(|t| t != behind) {
            return Err(Invalid);
        }
        let here = self.here();
        for j in jumps {
            self.out[j] = Op::Jump(here);
        }
        self.branches[number].alternatives = alternatives.into_boxed_slice();
        Ok(behind)
    }

    /// Least and most trips of a repeat, at `i`.
    fn limits(&self, i: usize, end: usize) -> Result<(usize, usize)> {
        let (min, max) = (self.get(i, end)?, self.get(i + 1, end)?);
        if min > max {
            return Err(Invalid);
        }
        let most = if max == MAXREPEAT {
            usize::MAX
        } else {
            max as usize
        };
        Ok((min as usize, most))
    }

    /// A repeat of one character; its distance is at `i`.
    fn single(&mut self, i: usize, end: usize, greedy: bool) -> Result<usize> {
        let next = self.skip(i, end)?;
        let (min, max) = self.limits(i + 1, end)?;
        let last = next.checked_sub(1).filter(|l| *l > i + 3).ok_or(Invalid)?;
        self.expect(last, end, code::SUCCESS)?;
        let number = self.loops.len();
        self.loops.push(Loop {
            item: Single::Char(0),
            min,
            max,
            next: Next::Any,
            greedy_only: false,
            in_repeat: self.in_repeat(),
            tail: 0,
        });
        let op = self.out.len();
        self.out.push(match greedy {
            true => Op::Many(number as u32),
            false => Op::Few(number as u32),
        });
        self.sequence(i + 3, last)?;
        let item = match self.out[op + 1..] {
            [Op::Set(s)] => Single::Set(s),
            [Op::Char(c)] => Single::Char(c),
            _ => Single::Code(op as u32 + 1),
        };
        match item {
            Single::Code(_) => self.out.push(Op::Success),
            _ => self.out.truncate(op + 1),
        }
        self.loops[number].item = item;
        self.loops[number].tail = self.here();
        Ok(next)
    }

    /// Any other repeat.
    fn repeat(&mut self, i: usize, end: usize) -> Result<usize> {
        let next = self.skip(i, end)?;
        let (min, max) = self.limits(i + 1, end)?;
        let number = self.repeats.len();
        self.repeats.push(Repeat {
            min,
            max,
            body: 0,
            until: 0,
        });
        self.out.push(Op::Repeat(number as u32));
        self.repeats[number].body = self.here();
        if next < i + 3 {
            return Err(Invalid);
        }
        let (until, around) = match self.get(next, end)? {
            code::MIN_UNTIL => (Op::MinUntil(number as u32), Around::LazyRepeat),
            code::MAX_UNTIL if min > 0 => (Op::MaxUntil(number as u32), Around::Needed),
            code::MAX_UNTIL => (Op::MaxUntil(number as u32), Around::Optional),
            _ => return Err(Invalid),
        };
        self.within(around, |t| t.sequence(i + 3, next))?;
        self.repeats[number].until = self.here();
        self.out.push(until);
        Ok(next + 1)
    }

    /// A choice by whether a group is there; its number is at `i`.
    fn condition(&mut self, i: usize, end: usize) -> Result<usize> {
        self.exact = true;
        self.early = false;
        let group = self.get(i, end)?;
        if group as usize >= self.groups {
            return Err(Invalid);
        }
        let no = i + self.get(i + 1, end)? as usize;
        if no < i + 2 || no > end {
            return Err(Invalid);
        }
        let op = self.out.len();
        self.out.push(Op::Fail);
        // With two parts, the first ends with a jump over the second.
        let two = no >= i + 4 && self.get(no - 2, end)? == code::JUMP;
        let behind = if two {
            self.sequence(i + 2, no - 2)?;
            let behind = self.skip(no - 1, end)?;
            let jump = self.out.len();
            self.out.push(Op::Fail);
            self.out[op] = Op::IfGroup {
                group,
                no: self.here(),
            };
            self.sequence(no, behind)?;
            self.out[jump] = Op::Jump(self.here());
            behind
        } else {
            self.sequence(i + 2, no)?;
            self.out[op] = Op::IfGroup {
                group,
                no: self.here(),
            };
            no
        };
        Ok(behind)
    }

    /// An assertion; its distance is at `i`.
    fn assertion(&mut self, i: usize, end: usize, positive: bool) -> Result<usize> {
        let next = self.skip(i, end)?;
        let back = self.get(i + 1, end)?;
        let last = next.checked_sub(1).filter(|l| *l >= i + 2).ok_or(Invalid)?;
        if back > i32::MAX as u32 {
            return Err(Invalid);
        }
        self.expect(last, end, code::SUCCESS)?;
        let op = self.out.len();
        self.out.push(Op::Fail);
        self.within(Around::Assertion, |t| t.sequence(i + 2, last))?;
        self.out.push(Op::Success);
        let to = self.here();
        self.out[op] = match positive {
            true => Op::Assert { back, end: to },
            false => Op::AssertNot { back, end: to },
        };
        Ok(next)
    }
}

/// A place by its number in the code.
fn place(n: u32) -> Option<At> {
    Some(match n {
        0 | 2 => At::Start,
        1 => At::LineStart,
        3 => At::Boundary(Case::Ascii),
        4 => At::NotBoundary(Case::Ascii),
        5 => At::End,
        6 => At::LineEnd,
        7 => At::StringEnd,
        8 => At::Boundary(Case::Locale),
        9 => At::NotBoundary(Case::Locale),
        10 => At::Boundary(Case::Unicode),
        11 => At::NotBoundary(Case::Unicode),
        _ => return None,
    })
}
