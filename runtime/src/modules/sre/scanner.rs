//! Scanners: a pattern going through a string.

use super::pattern::{self, Scope};
use crate::error::PyResult;
use crate::layouts::{SreMatch, SrePattern, SreScanner};
use crate::object::Ref;
use crate::value::Value;

/// A scanner at the beginning of a scope.
pub(super) fn create(p: Ref<SrePattern>, scope: &Scope) -> Ref<SreScanner> {
    let (pos, endpos) = (scope.pos as i64, scope.endpos as i64);
    SreScanner::alloc(p, scope.subject.value, pos, pos, endpos)
}

type Find = fn(Ref<SrePattern>, &Scope, usize) -> PyResult<Option<Value>>;

fn step(self_: Ref<SreScanner>, find: Find) -> PyResult {
    let scope = Scope::new(self_.string.get(), self_.pos.get(), self_.endpos.get())?;
    let at = self_.start.get();
    let found = match usize::try_from(at) {
        Ok(at) if at <= scope.endpos => find(self_.pattern.get(), &scope, at)?,
        _ => None,
    };
    let Some(v) = found else {
        // Once nothing is found, nothing ever will be.
        self_.start.set(-1);
        return Ok(Value::none());
    };
    if let Some(m) = v.cast::<SreMatch>() {
        let (from, to) = (m.mark(0), m.mark(1));
        self_.start.set(if from == to { to + 1 } else { to });
    }
    Ok(v)
}

pub fn match_(self_: Ref<SreScanner>) -> PyResult {
    step(self_, pattern::match_in)
}

pub fn search(self_: Ref<SreScanner>) -> PyResult {
    step(self_, pattern::search_in)
}
