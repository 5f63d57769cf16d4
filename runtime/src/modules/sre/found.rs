//! Matches.

use super::pattern::Scope;
use super::subject::slice;
use crate::builtins::{dict, list, tuple};
use crate::error::{PyResult, Raised, index_error, type_error};
use crate::layouts::{Dict, Long, SreMatch, SrePattern};
use crate::object::Ref;
use crate::sre::machine::Machine;
use crate::text::Unit;
use crate::value::Value;
use crate::{number, protocol};

impl SreMatch {
    /// A position: two for each group, the whole match first; -1 when the group is not there.
    pub fn mark(&self, i: usize) -> i64 {
        self.marks().get(i).map_or(-1, std::cell::Cell::get)
    }

    fn marks(&self) -> &[std::cell::Cell<i64>] {
        // SAFETY: a match is allocated with `slots` positions behind its fields.
        unsafe { std::slice::from_raw_parts(self.marks_tail.as_ptr(), self.slots.get() as usize) }
    }

    fn groups(&self) -> usize {
        self.slots.get() as usize / 2
    }
}

/// The match that a machine has found.
pub(super) fn create<U: Unit>(
    p: Ref<SrePattern>,
    scope: &Scope,
    m: &Machine<'_, U>,
    (from, to): (usize, usize),
) -> Ref<SreMatch> {
    let groups = p.groups.get() as usize;
    let slots = 2 * (groups + 1);
    let found = SreMatch::alloc(
        slots,
        p,
        scope.subject.value,
        None,
        scope.pos as i64,
        scope.endpos as i64,
        i64::from(m.last_index()),
        slots as i64,
    );
    let marks = found.as_ref().marks();
    marks[0].set(from as i64);
    marks[1].set(to as i64);
    for g in 0..groups {
        let (a, b) = match m.group(g) {
            Some((a, b)) => (a as i64, b as i64),
            None => (-1, -1),
        };
        marks[2 * g + 2].set(a);
        marks[2 * g + 3].set(b);
    }
    found
}

#[cold]
fn no_group() -> Raised {
    crate::thread::current().take_pending();
    index_error("no such group")
}

/// The number of a group that is given by number or name.
fn index(m: Ref<SreMatch>, group: Value) -> PyResult<usize> {
    let i = if group.as_int().is_some() || group.cast::<Long>().is_some() {
        number::int_from_value(group).ok()
    } else {
        let by_name = m.pattern.get().groupindex.get();
        by_name
            .and_then(|d| protocol::get_item(d, group).ok())
            .filter(|i| i.as_int().is_some() || i.cast::<Long>().is_some())
            .and_then(|i| number::int_from_value(i).ok())
    };
    match i.and_then(|i| usize::try_from(i).ok()) {
        Some(i) if i < m.groups() => Ok(i),
        _ => Err(no_group()),
    }
}

/// The text of a group by its number.
pub(super) fn text(m: Ref<SreMatch>, i: usize, default: Value) -> PyResult {
    let (from, to) = (m.mark(2 * i), m.mark(2 * i + 1));
    if from < 0 {
        return Ok(default);
    }
    slice(m.string.get(), from, to)
}

pub fn group(self_: Ref<SreMatch>, args: &[Value]) -> PyResult {
    let none = Value::none();
    match args {
        [] => text(self_, 0, none),
        [g] => text(self_, index(self_, *g)?, none),
        _ => {
            let out = list::with_capacity(args.len());
            for g in args {
                out.try_push(text(self_, index(self_, *g)?, none)?)?;
            }
            Ok(tuple::from_slice(out.items()).into())
        }
    }
}

/// The number of a group that need not be given.
fn index_or_all(m: Ref<SreMatch>, group: Option<Value>) -> PyResult<usize> {
    group.map_or(Ok(0), |g| index(m, g))
}

pub fn start(self_: Ref<SreMatch>, group: Option<Value>) -> PyResult<i64> {
    Ok(self_.mark(2 * index_or_all(self_, group)?))
}

pub fn end(self_: Ref<SreMatch>, group: Option<Value>) -> PyResult<i64> {
    Ok(self_.mark(2 * index_or_all(self_, group)? + 1))
}

fn pair(m: Ref<SreMatch>, i: usize) -> Value {
    let ends = [m.mark(2 * i), m.mark(2 * i + 1)];
    tuple::from_slice(&ends.map(Value::int)).into()
}

pub fn span(self_: Ref<SreMatch>, group: Option<Value>) -> PyResult {
    Ok(pair(self_, index_or_all(self_, group)?))
}

pub fn groups(self_: Ref<SreMatch>, default: Option<Value>) -> PyResult {
    let default = default.unwrap_or(Value::none());
    let out = list::with_capacity(self_.groups());
    for i in 1..self_.groups() {
        out.try_push(text(self_, i, default)?)?;
    }
    Ok(tuple::from_slice(out.items()).into())
}

pub fn groupdict(self_: Ref<SreMatch>, default: Option<Value>) -> PyResult {
    let default = default.unwrap_or(Value::none());
    let out = dict::new();
    let Some(names) = self_.pattern.get().groupindex.get() else {
        return Ok(out.into());
    };
    let keys = match names.cast::<Dict>() {
        Some(d) => crate::builtins::dict::methods::keys(d)?.into(),
        None => {
            let keys = crate::attr::get(names, crate::builtins::str::intern(b"keys"))?;
            crate::call::call_values(keys, &[])?
        }
    };
    crate::builtins::iterators::for_each(keys, |name| {
        out.set(name, text(self_, index(self_, name)?, default)?)
    })?;
    Ok(out.into())
}

pub fn expand(self_: Ref<SreMatch>, template: Value) -> PyResult {
    let expand = super::substitute::library(b"re", b"_expand")?;
    crate::call::call_values(
        expand,
        &[self_.pattern.get().into(), self_.into(), template],
    )
}

pub fn copy(_: Ref<SreMatch>) -> PyResult {
    Err(type_error("cannot copy this match object"))
}

pub fn deepcopy(_: Ref<SreMatch>, _: Value) -> PyResult {
    Err(type_error("cannot deepcopy this match object"))
}

fn of(v: Value) -> PyResult<Ref<SreMatch>> {
    v.cast::<SreMatch>()
        .ok_or_else(|| type_error("a match is needed"))
}

pub fn get_lastindex(v: Value) -> PyResult {
    match of(v)?.last_index.get() {
        -1 => Ok(Value::none()),
        i => Ok(Value::int(i)),
    }
}

pub fn get_lastgroup(v: Value) -> PyResult {
    let m = of(v)?;
    let names = m.pattern.get().indexgroup.get();
    if let (Some(names), i @ 0..) = (names, m.last_index.get()) {
        match protocol::get_item(names, Value::int(i)) {
            Ok(name) => return Ok(name),
            Err(_) => {
                crate::thread::current().take_pending();
            }
        }
    }
    Ok(Value::none())
}

pub fn get_regs(v: Value) -> PyResult {
    let m = of(v)?;
    if let Some(regs) = m.regs.get() {
        return Ok(regs);
    }
    let out = list::with_capacity(m.groups());
    for i in 0..m.groups() {
        out.try_push(pair(m, i))?;
    }
    let regs: Value = tuple::from_slice(out.items()).into();
    m.regs.set(Some(regs));
    Ok(regs)
}
