//! Patterns: replacing.

use super::found;
use super::pattern::{Scope, is_literal, with_units};
use super::raise;
use super::subject::Subject;
use crate::builtins::{list, str as bytes, tuple};
use crate::error::{PyResult, Raised, raise_value};
use crate::layouts::{List, SrePattern, Str, Tuple};
use crate::object::Ref;
use crate::sre::machine::{self, Machine};
use crate::text::Unit;
use crate::value::Value;
use crate::{attr, call, protocol};

/// What matches are replaced by.
enum Filter {
    /// Always this.
    Literal(Value),
    /// What it returns for a match.
    Call(Value),
    /// A template: numbers of parts and of the groups that they are, and parts that are text.
    Template(Ref<List>, Ref<List>),
}

/// A function of the library.
pub(super) fn library(module: &[u8], function: &[u8]) -> PyResult {
    attr::get(crate::modules::import(module)?, bytes::intern(function))
}

impl Filter {
    fn new(p: Ref<SrePattern>, template: Value) -> PyResult<Filter> {
        if protocol::is_callable(template) {
            return Ok(Filter::Call(template));
        }
        match Subject::new(template) {
            Ok(t) if is_literal(&t) => return Ok(Filter::Literal(template)),
            Ok(_) => {}
            Err(Raised) => {
                crate::thread::current().take_pending();
            }
        }
        // The library parses templates, and remembers them.
        let parse = library(b"re", b"_compile_repl")?;
        let parsed = call::call_values(parse, &[template, p.into()])?;
        if let Some(t) = parsed.exact::<Tuple>()
            && let [groups, parts] = t.as_ref().items()
            && let (Some(groups), Some(parts)) = (groups.exact::<List>(), parts.exact::<List>())
        {
            return Ok(match parts.as_ref().items() {
                [only] if groups.is_empty() => Filter::Literal(*only),
                _ => Filter::Template(groups, parts),
            });
        }
        let filter = call::call_values(library(b"re", b"_subx")?, &[p.into(), template])?;
        if protocol::is_callable(filter) {
            Ok(Filter::Call(filter))
        } else {
            Ok(Filter::Literal(filter))
        }
    }
}

/// The pieces of a result: bytes as long as all are exact `str`, else objects.
enum Output {
    /// The bytes, and where pieces end.
    Bytes(Vec<u8>, Vec<usize>),
    Objects(Ref<List>),
}

impl Output {
    /// The pieces as a list.
    fn list(&mut self) -> PyResult<Ref<List>> {
        match self {
            Output::Objects(l) => Ok(*l),
            Output::Bytes(b, ends) => {
                let l = list::with_capacity(ends.len());
                let mut from = 0;
                for end in ends {
                    l.try_push(bytes::try_new(&b[from..*end])?.into())?;
                    from = *end;
                }
                *self = Output::Objects(l);
                Ok(l)
            }
        }
    }

    fn push_bytes(&mut self, piece: &[u8]) -> PyResult<()> {
        match self {
            Output::Bytes(b, ends) => {
                if b.try_reserve(piece.len()).is_err() {
                    return Err(crate::error::no_memory());
                }
                b.extend_from_slice(piece);
                ends.push(b.len());
                Ok(())
            }
            Output::Objects(l) => l.try_push(bytes::try_new(piece)?.into()),
        }
    }

    fn push(&mut self, piece: Value) -> PyResult<()> {
        if let (Output::Bytes(..), Some(s)) = (&self, piece.exact::<Str>()) {
            return self.push_bytes(s.as_ref().bytes());
        }
        self.list()?.try_push(piece)
    }
}

/// `subject[:0].join(pieces)`
fn join(subject: &Subject, pieces: Ref<List>) -> PyResult {
    let separator = subject.slice(0, 0)?;
    if pieces.is_empty() {
        return Ok(separator);
    }
    let join = attr::get(separator, bytes::intern(b"join"))?;
    call::call_values(join, &[pieces.into()])
}

#[cold]
fn error(message: &str) -> Raised {
    match library(b"sre_constants", b"error") {
        Ok(class) => raise_value(class, Some(bytes::from_text(message).into())),
        Err(e) => e,
    }
}

/// Puts a filled-in template into the output; the pattern has `known` groups.
fn fill<U: Unit>(
    m: &Machine<'_, U>,
    scope: &Scope,
    (known, groups, parts): (i64, Ref<List>, Ref<List>),
    (from, to): (usize, usize),
    out: &mut Output,
) -> PyResult<()> {
    let subject = &scope.subject;
    let place = |g: i64| -> PyResult<(usize, usize)> {
        match usize::try_from(g) {
            Ok(0) => Ok((from, to)),
            Ok(g) if g as i64 <= known => m.group(g - 1).ok_or_else(|| error("unmatched group")),
            _ => Err(error("invalid group reference")),
        }
    };
    // A part that is a group, and the group.
    let reference = |v: Value| -> Option<(i64, i64)> {
        match v.exact::<Tuple>()?.as_ref().items() {
            [part, group] => Some((part.as_int()?, group.as_int()?)),
            _ => None,
        }
    };
    let references = groups.as_ref().items().iter().filter_map(|v| reference(*v));
    let plain = |v: &Value| v.is_none() || v.exact::<Str>().is_some();
    if let (Output::Bytes(b, ends), Some(text)) = (&mut *out, subject.exact_bytes())
        && parts.as_ref().items().iter().all(plain)
    {
        let mut references = references.peekable();
        for (i, part) in parts.as_ref().items().iter().enumerate() {
            let piece = match (references.peek(), part.exact::<Str>()) {
                (Some((at, group)), _) if *at == i as i64 => {
                    let (from, to) = place(*group)?;
                    references.next();
                    &text[from..to.max(from)]
                }
                (_, Some(s)) => s.as_ref().bytes(),
                _ => &[],
            };
            if b.try_reserve(piece.len()).is_err() {
                return Err(crate::error::no_memory());
            }
            b.extend_from_slice(piece);
        }
        ends.push(b.len());
        return Ok(());
    }
    let filled = list::from_slice(parts.as_ref().items());
    for (at, group) in references {
        let (from, to) = place(group)?;
        filled.set_item(at as usize, subject.slice(from, to.max(from))?);
    }
    out.push(join(subject, filled)?)
}

/// The string with matches replaced by the same bytes, and how many were.
fn replace_bytes(
    m: &mut Machine<'_, u8>,
    string: Value,
    text: &[u8],
    by: &[u8],
    count: i64,
) -> PyResult<(Value, i64)> {
    let mut out = Vec::new();
    let (mut at, mut done, mut n) = (0, 0, 0);
    while count == 0 || n < count {
        let Some((from, to)) = m.search(at).map_err(raise)? else {
            break;
        };
        at = if from == to { to + 1 } else { to };
        if done == to && n > 0 {
            // An empty match right behind the last one does not count.
            continue;
        }
        if out.try_reserve(text.len() - done + by.len()).is_err() {
            return Err(crate::error::no_memory());
        }
        out.extend_from_slice(&text[done..from]);
        out.extend_from_slice(by);
        done = to;
        n += 1;
    }
    if n == 0 {
        return Ok((string, 0));
    }
    out.extend_from_slice(&text[done..]);
    let result = bytes::try_new(&out)?;
    Ok((result.into(), n))
}

/// The string with matches replaced, and how many were.
fn replace(
    p: Ref<SrePattern>,
    template: Value,
    string: Value,
    count: i64,
) -> PyResult<(Value, i64)> {
    let filter = Filter::new(p, template)?;
    let scope = Scope::new(string, 0, i64::MAX)?;
    let subject = &scope.subject;
    let mut out = match subject.exact_bytes() {
        Some(_) => Output::Bytes(Vec::new(), Vec::new()),
        None => Output::Objects(list::new()),
    };
    let program = &*p.as_ref().program;
    let known = p.groups.get();
    if let (Some(text), Filter::Literal(by)) = (subject.exact_bytes(), &filter)
        && let Some(by) = by.exact::<Str>()
    {
        let by = by.as_ref().bytes();
        return machine::with(program, text, |m| replace_bytes(m, string, text, by, count));
    }
    let (mut at, mut done, mut n) = (0, 0, 0);
    with_units!(subject, scope.endpos, s => machine::with(program, s, |m| {
        while count == 0 || n < count {
            let Some((from, to)) = m.search(at).map_err(raise)? else {
                break;
            };
            at = if from == to { to + 1 } else { to };
            if done < from {
                match subject.exact_bytes() {
                    Some(b) => out.push_bytes(&b[done..from])?,
                    None => out.push(subject.slice(done, from)?)?,
                }
            } else if done == to && n > 0 {
                // An empty match right behind the last one does not count.
                continue;
            }
            match &filter {
                Filter::Literal(text) => {
                    if !text.is_none() {
                        out.push(*text)?;
                    }
                }
                Filter::Call(f) => {
                    let found = found::create(p, &scope, m, (from, to));
                    let text = call::call_values(*f, &[found.into()])?;
                    if !text.is_none() {
                        out.push(text)?;
                    }
                }
                Filter::Template(groups, parts) => {
                    fill(m, &scope, (known, *groups, *parts), (from, to), &mut out)?;
                }
            }
            done = to;
            n += 1;
        }
        PyResult::Ok(())
    }))?;
    if n == 0 && subject.exact_bytes().is_some() {
        return Ok((string, 0));
    }
    if done < scope.endpos {
        match subject.exact_bytes() {
            Some(b) => out.push_bytes(&b[done..])?,
            None => out.push(subject.slice(done, scope.endpos)?)?,
        }
    }
    let result = match &mut out {
        Output::Bytes(b, _) => bytes::try_new(b)?.into(),
        Output::Objects(l) => join(subject, *l)?,
    };
    Ok((result, n))
}

pub fn sub(self_: Ref<SrePattern>, template: Value, string: Value, count: i64) -> PyResult {
    Ok(replace(self_, template, string, count)?.0)
}

pub fn subn(self_: Ref<SrePattern>, template: Value, string: Value, count: i64) -> PyResult {
    let (text, n) = replace(self_, template, string, count)?;
    Ok(tuple::from_slice(&[text, Value::int(n)]).into())
}
