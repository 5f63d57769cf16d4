//! The ways through rows, numbered: every fast case of an operator, protocol or builtin, every kind of cache
//! entry, and the runtime function that does what is left. Tests count which of them ran in which tier.

use crate::model::*;
use crate::render::types::builtins;

/// Names of all ways by number: `add.int_int`, `add.slow`, `get_attr.method`, `get_attr.plan`, `list_append.value`.
pub fn names(spec: &Spec) -> Vec<String> {
    let mut out = Vec::new();
    for o in &spec.operators {
        out.extend(o.cases.iter().map(|c| format!("{}.{}", o.name, c.name)));
        out.extend(o.slow.map(|_| format!("{}.slow", o.name)));
    }
    for p in &spec.protocols {
        out.extend(p.cases.iter().map(|c| format!("{}.{}", p.name, c.name)));
        out.extend(p.kinds.iter().map(|k| format!("{}.{}", p.name, k.name)));
        out.push(format!("{}.plan", p.name));
    }
    for b in builtins(spec) {
        out.extend(b.cases.iter().map(|c| format!("{}.{}", b.id, c.name)));
    }
    out
}

/// The number of an operator's first case; the others follow, then the runtime function.
pub fn operator(spec: &Spec, index: usize) -> usize {
    let ways = |o: &Operator| o.cases.len() + usize::from(o.slow.is_some());
    spec.operators[..index].iter().map(ways).sum()
}

/// The number of a protocol's first case; the others follow, then the kinds of entries, then the plan.
pub fn protocol(spec: &Spec, index: usize) -> usize {
    let ways = |p: &Protocol| p.cases.len() + p.kinds.len() + 1;
    let before: usize = spec.protocols[..index].iter().map(ways).sum();
    operator(spec, spec.operators.len()) + before
}

/// The number of a builtin's first inline form.
pub fn builtin(spec: &Spec, index: usize) -> usize {
    let before: usize = builtins(spec).take(index).map(|b| b.cases.len()).sum();
    protocol(spec, spec.protocols.len()) + before
}
