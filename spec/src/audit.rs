//! One row, seen from every side: what `pyston-spec audit add` prints.

use std::fmt::Write;

use crate::load::effects_text;
use crate::model::*;
use crate::render::{self, paths};

/// Handler, emitters and facts of the row of that name: an operator, a protocol, or a builtin by its id
/// (`list_append`) or its dotted name (`list.append`), a function of `__builtin__` by its own (`len`) as well. `None`
/// when there is no such row.
pub fn audit(spec: &Spec, name: &str) -> Option<String> {
    if let Some(o) = spec.operators.iter().find(|o| o.name == name) {
        return Some(operator(spec, o));
    }
    if let Some(p) = spec.protocols.iter().find(|p| p.name == name) {
        return Some(protocol(spec, p));
    }
    find_builtin(spec, name).map(|b| builtin(spec, b))
}

/// The id of the row of that name, as [`audit`] finds it.
pub fn id(spec: &Spec, name: &str) -> Option<String> {
    let operators = spec.operators.iter().map(|o| &o.name);
    let mut rows = operators.chain(spec.protocols.iter().map(|p| &p.name));
    let other = rows.find(|row| *row == name);
    other
        .or_else(|| find_builtin(spec, name).map(|b| &b.id))
        .cloned()
}

fn find_builtin<'s>(spec: &'s Spec, name: &str) -> Option<&'s Builtin> {
    let id = name.replace('.', "_");
    let global = format!("builtin_{id}");
    let find = |id: &str| render::types::builtins(spec).find(|b| b.id == id);
    find(&id).or_else(|| find(&global))
}

/// The message for a name that no row has, with one that is near.
pub fn no_row(spec: &Spec, name: &str) -> String {
    let id = name.replace('.', "_");
    let rows = rows(spec);
    let hint = match crate::diag::closest(&id, rows.iter().map(String::as_str)) {
        Some(row) => format!("did you mean `{row}`?"),
        None => "`cargo run -p pyston-spec rows` lists them".to_owned(),
    };
    format!("no row `{name}`; {hint}")
}

/// Names of all rows that [`audit`] knows.
pub fn rows(spec: &Spec) -> Vec<String> {
    let operators = spec.operators.iter().map(|o| o.name.clone());
    let protocols = spec.protocols.iter().map(|p| p.name.clone());
    let builtins = render::types::builtins(spec).map(|b| b.id.clone());
    operators.chain(protocols).chain(builtins).collect()
}

fn heading(out: &mut String, text: &str) {
    let _ = writeln!(
        out,
        "\n// ==== {text} {}\n",
        "=".repeat(70_usize.saturating_sub(text.len()))
    );
}

fn class_name(spec: &Spec, class: Class) -> String {
    match class {
        Class::Value => "value".into(),
        other => {
            let scope = crate::lower::Scope {
                layouts: &spec.layouts,
                prims: &spec.prims,
                hooks: &spec.hooks,
                heaps: &spec.heaps,
            };
            scope.repr_name(other.repr())
        }
    }
}

fn case_facts(spec: &Spec, out: &mut String, c: &Case) {
    let when: Vec<String> = c.when.iter().map(|w| class_name(spec, *w)).collect();
    let exits = if c.func.exits { ", may fail" } else { "" };
    let _ = writeln!(
        out,
        "// {}: ({}) -> {}; {}{exits}; {}",
        c.name,
        when.join(", "),
        class_name(spec, c.result),
        effects_text(spec, c.func.effects),
        spec.sources.line_of(c.span)
    );
}

fn operator(spec: &Spec, o: &Operator) -> String {
    let mut out = format!(
        "// operator {} `{}`: {}\n// {}\n",
        o.name,
        o.symbol,
        o.doc,
        spec.sources.line_of(o.span)
    );
    if !o.methods.is_empty() {
        let _ = writeln!(out, "// methods: {}", o.methods.join(", "));
    }
    heading(&mut out, "transfer");
    for c in &o.cases {
        case_facts(spec, &mut out, c);
    }
    if let Some(h) = o.slow {
        let h = &spec.hooks[h.0];
        let _ = writeln!(out, "// else {}: {}", h.name, effects_text(spec, h.effects));
    }
    heading(&mut out, "handler");
    out += &render::pretty(render::handlers::operator(spec, o));
    heading(&mut out, "emitters");
    for c in &o.cases {
        let name = paths::ident(&format!("emit_{}_{}", o.name, c.name));
        out += &render::pretty(render::emitters::function(
            spec,
            &name,
            "",
            &c.when,
            &c.func,
            o.kind.operands(),
        ));
    }
    out
}

fn protocol(spec: &Spec, p: &Protocol) -> String {
    let mut out = format!(
        "// protocol {}: {}\n// {}\n",
        p.name,
        p.doc,
        spec.sources.line_of(p.span)
    );
    heading(&mut out, "transfer");
    for c in &p.cases {
        case_facts(spec, &mut out, c);
    }
    for k in &p.kinds {
        let guard = k.guard.as_ref().map_or("", |_| "guarded; ");
        let _ = writeln!(
            out,
            "// kind {}: {guard}{}; {}",
            k.name,
            effects_text(spec, k.func.effects),
            spec.sources.line_of(k.span)
        );
    }
    let h = &spec.hooks[p.plan.0];
    let _ = writeln!(out, "// else {}: {}", h.name, effects_text(spec, h.effects));
    heading(&mut out, "handler");
    out += &render::pretty(render::handlers::protocol(spec, p));
    heading(&mut out, "emitters");
    out += &render::pretty(render::emitters::protocol_fns(spec, p));
    out
}

fn builtin(spec: &Spec, b: &Builtin) -> String {
    let mut out = format!(
        "// builtin {}{}: {}\n// {}\n",
        b.name,
        b.signature,
        b.doc,
        spec.sources.line_of(b.span)
    );
    let _ = writeln!(
        out,
        "// implemented by {}; {}",
        b.imp,
        effects_text(spec, b.effects)
    );
    heading(&mut out, "native entry");
    let owner = spec
        .types
        .iter()
        .find(|t| t.methods.iter().any(|m| m.id == b.id));
    out += &render::pretty(render::types::entry(spec, b, owner));
    if b.cases.is_empty() {
        return out;
    }
    heading(&mut out, "transfer");
    for c in &b.cases {
        case_facts(spec, &mut out, c);
    }
    heading(&mut out, "handler");
    out += &render::pretty(render::handlers::inline(spec, b));
    heading(&mut out, "emitters");
    let operands: Vec<&str> = b.params.iter().map(|p| p.name.as_str()).collect();
    for c in &b.cases {
        let name = render::types::emitter_name(b, c);
        out += &render::pretty(render::emitters::function(
            spec, &name, "", &c.when, &c.func, &operands,
        ));
    }
    out
}
