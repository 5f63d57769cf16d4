//! What a match must begin with.
//!
//! For each alternative of a branch, for what follows a repeat, and for the whole pattern the set of
//! characters is found one of which must come first, if there is such a set. With it the matcher drops
//! alternatives and ends of repeats that cannot do, and the search passes over places where
//! nothing begins.
//!
//! A set is only used where CPython would put back what it had changed before it saw that character
//! (see [`super`]): groups that begin before it count as obstacles unless `marks` is true.

use super::program::{Branch, Loop, Next, Op, Prefix, Program, Single, Start, Table};
use super::set::{Kind, Set};

/// Instructions looked at for one set; then it counts as not known.
const BUDGET: u32 = 400;

/// Alternatives that fit a mask.
const MASK_BITS: usize = 64;

/// Puts what is found into a program.
pub fn complete(p: &mut Program) {
    let lazy = p.code.iter().any(|op| matches!(op, Op::MinUntil(_)));
    let firsts: Vec<Vec<_>> = p
        .branches
        .iter()
        .map(|b| {
            let marks = b.in_repeat || !p.exact;
            let first = |pc| First::of(p, pc, marks);
            b.alternatives.iter().map(|a| first(a.pc)).collect()
        })
        .collect();
    let tails: Vec<_> = p
        .loops
        .iter()
        .map(|l| First::of(p, l.tail, !(p.exact || l.in_repeat && lazy)))
        .collect();
    let whole = First::of(p, 0, p.early);

    let mut sets = Sets(std::mem::take(&mut p.sets).into_vec());
    for (b, firsts) in p.branches.iter_mut().zip(firsts) {
        fill_branch(b, firsts, &mut sets);
    }
    for (l, tail) in p.loops.iter_mut().zip(tails) {
        fill_loop(l, &p.code, tail, &mut sets);
    }
    p.start = start(p, whole, &mut sets);
    p.sets = sets.0.into_boxed_slice();
}

/// A program's sets; equal ones exist once.
struct Sets(Vec<Set>);

impl Sets {
    fn number(&mut self, s: Set) -> u32 {
        let i = self.0.iter().position(|x| *x == s).unwrap_or_else(|| {
            self.0.push(s);
            self.0.len() - 1
        });
        i as u32
    }
}

fn fill_branch(b: &mut Branch, firsts: Vec<Option<Set>>, sets: &mut Sets) {
    b.table = table(&firsts);
    for (a, first) in b.alternatives.iter_mut().zip(firsts) {
        a.first = first.map(|s| sets.number(s));
    }
}

/// Masks of the alternatives that each byte may begin.
fn table(firsts: &[Option<Set>]) -> Option<Table> {
    if firsts.len() > MASK_BITS || firsts.iter().all(Option::is_none) {
        return None;
    }
    let mask = |f: &dyn Fn(&Option<Set>) -> bool| {
        let bits = firsts.iter().enumerate().filter(|(_, s)| f(s));
        bits.fold(0u64, |m, (i, _)| m | 1 << i)
    };
    let mut masks: Vec<u64> = Vec::new();
    let class = std::array::from_fn(|c| {
        let m = mask(&|s| s.as_ref().is_none_or(|s| s.has(c as u8)));
        let i = masks.iter().position(|x| *x == m).unwrap_or_else(|| {
            masks.push(m);
            masks.len() - 1
        });
        i as u8
    });
    Some(Table {
        class: Box::new(class),
        masks: masks.into_boxed_slice(),
        at_end: mask(&|s| s.is_none()),
    })
}

fn fill_loop(l: &mut Loop, code: &[Op], tail: Option<Set>, sets: &mut Sets) {
    if code.get(l.tail as usize) == Some(&Op::Success) {
        l.next = Next::Done;
        return;
    }
    let Some(tail) = tail else { return };
    l.greedy_only = match l.item {
        Single::Set(s) => sets.0[s as usize].is_disjoint(&tail),
        Single::Char(c) => Set::char(c).is_disjoint(&tail),
        Single::Code(_) => false,
    };
    l.next = match single(&tail) {
        Some(c) => Next::Char(u32::from(c)),
        None => Next::Set(sets.number(tail)),
    };
}

/// The one byte of a set that has nothing else.
fn single(s: &Set) -> Option<u8> {
    let mut bytes = s.bytes();
    match (bytes.next(), bytes.next()) {
        (Some(c), None) if s.is_narrow() => Some(c),
        _ => None,
    }
}

fn start(p: &Program, first: Option<Set>, sets: &mut Sets) -> Start {
    let mut chars = Vec::new();
    let mut pc = 0;
    loop {
        match p.code.get(pc) {
            Some(Op::Mark(_)) if p.early => {}
            Some(Op::At(super::program::At::Start)) if chars.is_empty() => {
                return Start::Beginning;
            }
            Some(Op::At(super::program::At::LineStart)) if chars.is_empty() => {
                return Start::Lines;
            }
            Some(Op::Char(c)) => chars.push(*c),
            Some(Op::Text { at, len }) => {
                chars.extend_from_slice(&p.text[*at as usize..(*at + *len) as usize]);
            }
            _ => break,
        }
        pc += 1;
    }
    match chars[..] {
        [] => {}
        [c] => return Start::Char(c),
        _ => {
            let bytes: Result<Vec<u8>, _> = chars.iter().map(|c| u8::try_from(*c)).collect();
            return Start::Text(Box::new(Prefix {
                chars: chars.into_boxed_slice(),
                finder: bytes
                    .ok()
                    .map(|b| memchr::memmem::Finder::new(&b).into_owned()),
                whole: p.code.len() == 2,
            }));
        }
    }
    let Some(first) = first.filter(|s| s.kind() != Kind::All) else {
        return Start::Anywhere;
    };
    if let Some(c) = single(&first) {
        return Start::Char(u32::from(c));
    }
    let bytes: Vec<u8> = first.bytes().collect();
    let set = sets.number(first);
    match bytes[..] {
        [_, _] | [_, _, _] => Start::Bytes(bytes.into_boxed_slice(), set),
        _ => Start::Set(set),
    }
}

/// The search for one set.
struct First<'a> {
    p: &'a Program,
    marks: bool,
    budget: u32,
    set: Set,
    /// Repeats whose bodies were looked at from their ends.
    visited: Vec<u32>,
}

impl First<'_> {
    /// What the code at `pc` must begin with; `None` when it may match nothing, or anything.
    fn of(p: &Program, pc: u32, marks: bool) -> Option<Set> {
        let mut f = First {
            p,
            marks,
            budget: BUDGET,
            set: Set::empty(),
            visited: Vec::new(),
        };
        f.add(pc)?;
        Some(f.set)
    }

    fn add(&mut self, pc: u32) -> Option<()> {
        let mut pc = pc as usize;
        loop {
            self.budget = self.budget.checked_sub(1)?;
            match *self.p.code.get(pc)? {
                Op::Success | Op::Group(_) | Op::GroupIgnore(_) => return None,
                Op::Fail => return Some(()),
                Op::Char(c) => {
                    self.set.add_char(c);
                    return Some(());
                }
                Op::Text { at, .. } => {
                    self.set.add_char(*self.p.text.get(at as usize)?);
                    return Some(());
                }
                Op::Set(s) => {
                    self.set.add(self.p.sets.get(s as usize)?);
                    return Some(());
                }
                Op::Mark(_) if !self.marks => return None,
                Op::Mark(_) | Op::At(_) => pc += 1,
                Op::Jump(to) => pc = to as usize,
                Op::Branch(b) => {
                    for a in &self.p.branches.get(b as usize)?.alternatives {
                        self.add(a.pc)?;
                    }
                    return Some(());
                }
                Op::Many(l) | Op::Few(l) => {
                    let l = self.p.loops.get(l as usize)?;
                    match l.item {
                        Single::Set(s) => self.set.add(self.p.sets.get(s as usize)?),
                        Single::Char(c) => self.set.add_char(c),
                        Single::Code(_) => return None,
                    }
                    if l.min > 0 {
                        return Some(());
                    }
                    pc = l.tail as usize;
                }
                Op::Repeat(r) => {
                    let r = self.p.repeats.get(r as usize)?;
                    self.add(r.body)?;
                    if r.min > 0 {
                        return Some(());
                    }
                    pc = r.until as usize + 1;
                }
                Op::MaxUntil(r) | Op::MinUntil(r) => {
                    if !self.visited.contains(&r) {
                        self.visited.push(r);
                        self.add(self.p.repeats.get(r as usize)?.body)?;
                    }
                    pc += 1;
                }
                Op::IfGroup { no, .. } => {
                    self.add(pc as u32 + 1)?;
                    pc = no as usize;
                }
                Op::Assert { .. } | Op::AssertNot { .. } if !self.p.early => return None,
                Op::Assert { end, .. } | Op::AssertNot { end, .. } => pc = end as usize,
            }
        }
    }
}
