//! Patterns: searching.

use super::found;
use super::raise;
use super::subject::Subject;
use crate::builtins::unicode::Chars;
use crate::builtins::{list, tuple};
use crate::call::Args;
use crate::error::{PyResult, type_error};
use crate::layouts::{CallableIter, SrePattern};
use crate::object::Ref;
use crate::sre::machine::{self, Machine};
use crate::sre::program::Program;
use crate::text::Unit;
use crate::types::parse;
use crate::value::Value;

/// Runs `$body` with the units of a subject up to `$end`, in the width that it has.
macro_rules! with_units {
    ($subject:expr, $end:expr, $s:ident => $body:expr) => {
        match $subject.chars() {
            $crate::builtins::unicode::Chars::One(s) => {
                let $s = &s[..$end];
                $body
            }
            $crate::builtins::unicode::Chars::Two(s) => {
                let $s = &s[..$end];
                $body
            }
            $crate::builtins::unicode::Chars::Four(s) => {
                let $s = &s[..$end];
                $body
            }
        }
    };
}
pub(super) use with_units;

/// A new pattern.
pub fn create(
    source: Value,
    flags: i64,
    groups: i64,
    groupindex: Option<Value>,
    indexgroup: Option<Value>,
    program: Program,
) -> Ref<SrePattern> {
    let p = SrePattern::alloc(
        source,
        flags,
        groups,
        groupindex,
        indexgroup,
        Box::new(program),
    );
    // SAFETY: the object is complete and its layout has a finalizer.
    unsafe { crate::heap::set_needs_drop(p.as_ptr().cast()) };
    p
}

/// Frees the program of a dead pattern.
pub fn finalize(p: Ref<SrePattern>) {
    // SAFETY: called once, by the collector, for an object that nothing refers to any more.
    unsafe { std::ptr::drop_in_place(&raw mut (*p.as_ptr()).program) };
}

/// The arguments `string[, pos[, endpos]]`; `old` is the name that `string` had before.
struct Arguments {
    string: Value,
    numbers: [Option<Value>; 2],
}

/// Takes up to `N` arguments of the names, of which the first is `string`, the last its old name.
fn arguments<const N: usize>(
    args: Args<'_>,
    function: &str,
    names: &[&str; N],
) -> PyResult<Arguments> {
    if let (&[string], None) = (args.values, args.kwnames) {
        return Ok(Arguments {
            string,
            numbers: [None, None],
        });
    }
    let given = args.values.len();
    if given >= N {
        return Err(raise_fmt!(
            type_error,
            "{function}() takes at most {} positional arguments ({given} given)",
            N - 1
        ));
    }
    let found = parse::keywords(args, 0, function, names, 0)?;
    let old = names[N - 1];
    let string = match (found[0], found[N - 1]) {
        (Some(_), Some(_)) => {
            return Err(raise_fmt!(
                type_error,
                "Argument given by name ('{old}') and position (1)"
            ));
        }
        (None, None) => return Err(type_error("Required argument 'string' (pos 1) not found")),
        (Some(s), None) => s,
        (None, Some(s)) => {
            crate::modules::warn(
                &format!(
                    "The '{old}' keyword parameter name is deprecated.  Use 'string' instead."
                ),
                &crate::types::DEPRECATION_WARNING,
            )?;
            s
        }
    };
    Ok(Arguments {
        string,
        numbers: [found[1], if N > 3 { found[2] } else { None }],
    })
}

/// A subject and the part of it that is searched.
pub(super) struct Scope {
    pub subject: Subject,
    pub pos: usize,
    pub endpos: usize,
}

impl Scope {
    pub fn new(string: Value, pos: i64, endpos: i64) -> PyResult<Scope> {
        let subject = Subject::new(string)?;
        let (pos, endpos) = (subject.place(pos), subject.place(endpos));
        Ok(Scope {
            subject,
            pos,
            endpos,
        })
    }

    fn of_args(args: Args<'_>, function: &str, old: &str) -> PyResult<Scope> {
        let a = arguments(args, function, &["string", "pos", "endpos", old])?;
        let number = |v: Option<Value>, default| v.map_or(Ok(default), crate::convert::index);
        let pos = number(a.numbers[0], 0)?;
        let endpos = number(a.numbers[1], i64::MAX)?;
        Scope::new(a.string, pos, endpos)
    }
}

pub fn match_(self_: Ref<SrePattern>, args: Args<'_>) -> PyResult {
    let scope = Scope::of_args(args, "match", "pattern")?;
    match_in(self_, &scope, scope.pos).map(|m| m.unwrap_or(Value::none()))
}

pub fn search(self_: Ref<SrePattern>, args: Args<'_>) -> PyResult {
    let scope = Scope::of_args(args, "search", "pattern")?;
    search_in(self_, &scope, scope.pos).map(|m| m.unwrap_or(Value::none()))
}

/// The match at `at`, an object.
pub(super) fn match_in(p: Ref<SrePattern>, scope: &Scope, at: usize) -> PyResult<Option<Value>> {
    let program = &*p.as_ref().program;
    with_units!(scope.subject, scope.endpos.max(at), s => machine::with(program, s, |m| {
        let end = m.match_at(at).map_err(raise)?;
        Ok(end.map(|end| found::create(p, scope, m, (at, end)).into()))
    }))
}

/// The first match from `at` on, an object.
pub(super) fn search_in(p: Ref<SrePattern>, scope: &Scope, at: usize) -> PyResult<Option<Value>> {
    let program = &*p.as_ref().program;
    with_units!(scope.subject, scope.endpos, s => machine::with(program, s, |m| {
        let found = m.search(at).map_err(raise)?;
        Ok(found.map(|range| found::create(p, scope, m, range).into()))
    }))
}

/// The text of a group (from 0), `default` when it is not there.
fn group<U: Unit>(m: &Machine<'_, U>, subject: &Subject, g: usize, default: Value) -> PyResult {
    match m.group(g) {
        Some((from, to)) => subject.slice(from, to.max(from)),
        None => Ok(default),
    }
}

pub fn findall(self_: Ref<SrePattern>, args: Args<'_>) -> PyResult {
    let scope = Scope::of_args(args, "findall", "source")?;
    let program = &*self_.as_ref().program;
    let subject = &scope.subject;
    let out = list::new();
    with_units!(subject, scope.endpos.max(scope.pos), s => machine::with(program, &s[..scope.endpos], |m| {
        let mut at = scope.pos;
        let mut empty = None;
        while at <= scope.endpos {
            let Some((from, to)) = m.search(at).map_err(raise)? else {
                break;
            };
            let item = match self_.groups.get() {
                0 => subject.slice(from, to)?,
                n => {
                    let none = match empty {
                        Some(e) => e,
                        None => *empty.insert(subject.slice(0, 0)?),
                    };
                    if n == 1 {
                        group(m, subject, 0, none)?
                    } else {
                        let items = list::with_capacity(n as usize);
                        for g in 0..n as usize {
                            items.try_push(group(m, subject, g, none)?)?;
                        }
                        tuple::from_slice(items.items()).into()
                    }
                }
            };
            out.try_push(item)?;
            at = if to == from { to + 1 } else { to };
        }
        PyResult::Ok(())
    }))?;
    Ok(out.into())
}

pub fn split(self_: Ref<SrePattern>, args: Args<'_>) -> PyResult {
    let a = arguments(args, "split", &["string", "maxsplit", "source"])?;
    let max = a.numbers[0].map_or(Ok(0), crate::convert::index)?;
    let scope = Scope::new(a.string, 0, i64::MAX)?;
    let program = &*self_.as_ref().program;
    let subject = &scope.subject;
    let out = list::new();
    let mut last = 0;
    with_units!(subject, scope.endpos, s => machine::with(program, s, |m| {
        let (mut at, mut n) = (0, 0);
        while max == 0 || n < max {
            let Some((from, to)) = m.search(at).map_err(raise)? else {
                break;
            };
            if from == to {
                // What is empty separates nothing.
                if last == scope.endpos {
                    break;
                }
                at = to + 1;
                continue;
            }
            out.try_push(subject.slice(last, from)?)?;
            for g in 0..self_.groups.get() as usize {
                out.try_push(group(m, subject, g, Value::none())?)?;
            }
            n += 1;
            (last, at) = (to, to);
        }
        PyResult::Ok(())
    }))?;
    out.try_push(subject.slice(last, scope.endpos)?)?;
    Ok(out.into())
}

pub fn finditer(self_: Ref<SrePattern>, string: Value, pos: i64, endpos: i64) -> PyResult {
    let s = scanner(self_, string, pos, endpos)?;
    let search = crate::attr::get(s, crate::builtins::str::intern(b"search"))?;
    Ok(CallableIter::alloc(Some(search), Some(Value::none())).into())
}

pub fn scanner(self_: Ref<SrePattern>, string: Value, pos: i64, endpos: i64) -> PyResult {
    let scope = Scope::new(string, pos, endpos)?;
    Ok(super::scanner::create(self_, &scope).into())
}

pub use super::substitute::{sub, subn};

pub fn copy(_: Ref<SrePattern>) -> PyResult {
    Err(type_error("cannot copy this pattern object"))
}

pub fn deepcopy(_: Ref<SrePattern>, _: Value) -> PyResult {
    Err(type_error("cannot deepcopy this pattern object"))
}

/// Is a template free of references?
pub(super) fn is_literal(template: &Subject) -> bool {
    match template.chars() {
        Chars::One(s) => !s.contains(&b'\\'),
        Chars::Two(s) => !s.contains(&u16::from(b'\\')),
        Chars::Four(s) => !s.contains(&u32::from(b'\\')),
    }
}
