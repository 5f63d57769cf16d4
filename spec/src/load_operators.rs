//! Operators, protocols and nodes: the tables of what programs do.

use std::path::Path;

use crate::diag::{FileId, Report, Span};
use crate::load::Loader;
use crate::model::*;
use crate::rows::*;

impl Loader {
    pub(crate) fn operators(&mut self, dir: &Path, spec: &mut Spec) {
        let Some((file, rows)) = self.parse::<OperatorsFile>(dir, "operators.toml") else {
            return;
        };
        for row in &rows.operator {
            let span = self.span(file, &row.name);
            let known: Vec<_> = spec
                .operators
                .iter()
                .map(|o| (o.name.clone(), o.span))
                .collect();
            self.unique("operator", &row.name, file, &known);
            let doc = self.doc(file, &row.doc, &row.name);
            let kind = match row.kind.get_ref().as_str() {
                "binary" => OperatorKind::Binary,
                "inplace" => OperatorKind::Inplace,
                "unary" => OperatorKind::Unary,
                "compare" => OperatorKind::Compare,
                other => {
                    let at = self.span(file, &row.kind);
                    let kinds = ["binary", "inplace", "unary", "compare"];
                    self.push(
                        Report::new(at, format!("unknown operator kind `{other}`"))
                            .did_you_mean(other, kinds),
                    );
                    continue;
                }
            };
            let operands = kind.operands();
            let slow = row.slow.as_ref().and_then(|s| self.hook(spec, file, s));
            if let (Some(slow), Some(cell)) = (slow, &row.slow) {
                let hook = &spec.hooks[slow.0];
                let boxable = matches!(
                    hook.result,
                    Repr::Value | Repr::Bool | Repr::Ptr(_) | Repr::None
                );
                if hook.params.len() != operands.len()
                    || hook.params.iter().any(|(_, r)| *r != Repr::Value)
                    || !boxable
                {
                    let at = self.span(file, cell);
                    let report =
                        Report::new(at, format!("`{}` does not fit as the slow path", hook.name))
                            .help(format!(
                                "it must take {} value(s) and return a value",
                                operands.len()
                            ))
                            .also(hook.span, "declared here");
                    self.push(report);
                }
            }
            let result = match &row.result {
                Some(r) => match self.scope(spec).class(r.get_ref(), self.span(file, r)) {
                    Ok(c) => c,
                    Err(e) => {
                        self.push(e);
                        Class::Value
                    }
                },
                None => Class::Value,
            };
            let params: Vec<_> = operands
                .iter()
                .map(|n| ((*n).to_owned(), Repr::Value))
                .collect();
            let cases = self.cases(spec, file, &row.case, &params);
            if slow.is_some() || row.slow.is_none() {
                self.totality(spec, slow, result, &cases, span);
            }
            spec.operators.push(Operator {
                name: row.name.get_ref().clone(),
                symbol: row.symbol.get_ref().clone(),
                kind,
                methods: row.methods.iter().map(|m| m.get_ref().clone()).collect(),
                slow,
                result,
                cases,
                doc,
                span,
            });
        }
    }

    pub(crate) fn cases(
        &mut self,
        spec: &Spec,
        file: FileId,
        rows: &[CaseRow],
        operands: &[(String, Repr)],
    ) -> Vec<Case> {
        let mut cases: Vec<Case> = Vec::new();
        let free = operands.iter().filter(|(_, r)| *r == Repr::Value).count();
        for row in rows {
            let span = self.span(file, &row.when);
            let scope = self.scope(spec);
            let mut when = Vec::new();
            for class in row.when.get_ref() {
                match scope.class(class.get_ref(), self.span(file, class)) {
                    Ok(c) => when.push(c),
                    Err(r) => self.push(r),
                }
            }
            if when.len() != row.when.get_ref().len() {
                continue;
            }
            if when.len() != free {
                self.push(Report::new(
                    span,
                    format!(
                        "{} operand class(es), but the operator has {}",
                        when.len(),
                        operands.len()
                    ),
                ));
                continue;
            }
            let shadow = cases
                .iter()
                .find(|c| !c.func.exits && c.when.iter().zip(&when).all(|(a, b)| b.within(*a)));
            if let Some(earlier) = shadow {
                self.push(Report::new(span, "this case is never reached").also(
                    earlier.span,
                    "this case takes all its operands and cannot fail",
                ));
            }
            let result = match scope.class(row.result.get_ref(), self.span(file, &row.result)) {
                Ok(c) => c,
                Err(r) => {
                    self.push(r);
                    continue;
                }
            };
            let mut classes = when.iter();
            let params: Vec<_> = operands
                .iter()
                .map(|(n, r)| match r {
                    Repr::Value => (n.clone(), classes.next().map_or(*r, |c| c.repr())),
                    other => (n.clone(), *other),
                })
                .collect();
            let Some(func) = self.body(spec, file, &row.body, &params, result.repr(), false) else {
                continue;
            };
            if let Some(declared) = &row.effects {
                let effects = self.effects(spec, file, declared.get_ref());
                self.compare_effects(spec, effects, func.effects, self.span(file, declared));
            }
            let wide = match &row.wide {
                None => None,
                Some(body) if when.iter().chain([&result]).any(|c| *c != Class::Int) => {
                    let at = self.span(file, body);
                    self.push(Report::new(at, "only ints of ints can be wide"));
                    continue;
                }
                Some(body) => {
                    let words: Vec<_> = operands
                        .iter()
                        .map(|(n, _)| (n.clone(), Repr::I64))
                        .collect();
                    let Some(wide) = self.body(spec, file, body, &words, Repr::I64, false) else {
                        continue;
                    };
                    Some(wide)
                }
            };
            let name = match &row.name {
                Some(n) => n.get_ref().clone(),
                None => row
                    .when
                    .get_ref()
                    .iter()
                    .map(|w| w.get_ref().as_str())
                    .collect::<Vec<_>>()
                    .join("_"),
            };
            if let Some(first) = cases.iter().find(|c| c.name == name) {
                self.push(
                    Report::new(span, format!("two cases are called `{name}`"))
                        .also(first.span, "first here")
                        .help("give one a `name`"),
                );
                continue;
            }
            cases.push(Case {
                name,
                when,
                result,
                repr: result.repr(),
                func,
                wide,
                span,
            });
        }
        cases
    }

    /// Only the optimiser's expressions of operators are computed in machine integers.
    pub(crate) fn no_wide(&mut self, file: FileId, rows: &[CaseRow]) {
        for body in rows.iter().filter_map(|row| row.wide.as_ref()) {
            let at = self.span(file, body);
            self.push(Report::new(at, "only operators have wide cases"));
        }
    }

    /// An operator without slow path needs a case that takes everything; an unboxed result needs to
    /// be one on every path.
    fn totality(
        &mut self,
        spec: &Spec,
        slow: Option<HookId>,
        result: Class,
        cases: &[Case],
        span: Span,
    ) {
        let total = cases
            .iter()
            .any(|c| !c.func.exits && c.when.iter().all(|w| *w == Class::Value));
        if slow.is_none() && !total {
            self.push(
                Report::new(span, "operands that no case takes have nowhere to go")
                    .help("name a `slow` hook, or add a case for (value, value) that cannot fail"),
            );
        }
        if result == Class::Bool {
            if let Some(HookId(h)) = slow.filter(|h| spec.hooks[h.0].result != Repr::Bool) {
                let report =
                    Report::new(span, "the result is `bool`, but not that of the slow path")
                        .also(spec.hooks[h].span, "declared here");
                self.push(report);
            }
            for c in cases.iter().filter(|c| c.result != Class::Bool) {
                self.push(
                    Report::new(
                        c.span,
                        "the operator's result is `bool`, but not this case's",
                    )
                    .also(span, "the operator"),
                );
            }
        }
    }

    pub(crate) fn protocols(&mut self, dir: &Path, spec: &mut Spec) {
        let Some((file, rows)) = self.parse::<ProtocolsFile>(dir, "protocols.toml") else {
            return;
        };
        for row in &rows.protocol {
            let span = self.span(file, &row.name);
            let known: Vec<_> = spec
                .protocols
                .iter()
                .map(|o| (o.name.clone(), o.span))
                .collect();
            self.unique("protocol", &row.name, file, &known);
            let doc = self.doc(file, &row.doc, &row.name);
            let Some((operands, result, _)) = self.signature(spec, file, &row.signature) else {
                continue;
            };
            let key = match &row.key {
                Some(k) => match self.body(spec, file, k, &operands, Repr::U32, false) {
                    Some(f) => Some(f),
                    None => continue,
                },
                None => None,
            };
            let Some(plan) = self.hook(spec, file, &row.plan) else {
                continue;
            };
            self.plan_fits(spec, file, row, plan, &operands, result, key.is_some());
            let cases = self.cases(spec, file, &row.case, &operands);
            self.no_wide(file, &row.case);
            let mut kinds: Vec<CacheKind> = Vec::new();
            for k in &row.kind {
                let known: Vec<_> = kinds.iter().map(|o| (o.name.clone(), o.span)).collect();
                self.unique("cache kind", &k.name, file, &known);
                let doc = self.doc(file, &k.doc, &k.name);
                let guard = k
                    .guard
                    .as_ref()
                    .and_then(|g| self.body(spec, file, g, &operands, Repr::Bool, true));
                let Some(func) = self.body(spec, file, &k.body, &operands, result, true) else {
                    continue;
                };
                kinds.push(CacheKind {
                    name: k.name.get_ref().clone(),
                    guard,
                    func,
                    doc,
                    span: self.span(file, &k.name),
                });
            }
            if key.is_none() && !row.kind.is_empty() {
                self.push(Report::new(span, "cache kinds without a `key`"));
            }
            spec.protocols.push(Protocol {
                name: row.name.get_ref().clone(),
                operands,
                result,
                key,
                plan,
                cases,
                kinds,
                doc,
                span,
            });
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn plan_fits(
        &mut self,
        spec: &Spec,
        file: FileId,
        row: &ProtocolRow,
        plan: HookId,
        operands: &[(String, Repr)],
        result: Repr,
        cached: bool,
    ) {
        let hook = &spec.hooks[plan.0];
        let mut due: Vec<Repr> = operands.iter().map(|(_, r)| *r).collect();
        if cached {
            due.push(Repr::Cache);
        }
        let given: Vec<Repr> = hook.params.iter().map(|(_, r)| *r).collect();
        if given != due || hook.result != result {
            let names: Vec<String> = due.iter().map(|r| self.scope(spec).repr_name(*r)).collect();
            let result = self.scope(spec).repr_name(result);
            let at = self.span(file, &row.plan);
            let report = Report::new(at, format!("`{}` does not fit as the plan", hook.name))
                .help(format!(
                    "it must take ({}) and return {result}",
                    names.join(", ")
                ))
                .also(hook.span, "declared here");
            self.push(report);
        }
    }

    pub(crate) fn nodes(&mut self, dir: &Path, spec: &mut Spec) {
        let Some((file, rows)) = self.parse::<NodesFile>(dir, "nodes.toml") else {
            return;
        };
        for row in &rows.node {
            let known: Vec<_> = spec
                .nodes
                .iter()
                .map(|o| (o.name.clone(), o.span))
                .collect();
            self.unique("node", &row.name, file, &known);
            if let Some(node) = self.node(file, row, spec) {
                spec.nodes.push(node);
            }
        }
    }

    fn node(&mut self, file: FileId, row: &NodeRow, spec: &Spec) -> Option<Node> {
        let span = self.span(file, &row.name);
        let doc = self.doc(file, &row.doc, &row.name);
        let mut operands = Vec::new();
        for cell in &row.operands {
            operands.push(self.node_operand(file, cell)?);
        }
        let flow = match row.flow.as_ref().map(|f| f.get_ref().as_str()) {
            None => Flow::Next,
            Some("jump") => Flow::Jump,
            Some("exit") => Flow::Exit,
            Some(other) => {
                self.push(
                    Report::new(span, format!("unknown flow `{other}`"))
                        .did_you_mean(other, ["jump", "exit"]),
                );
                Flow::Next
            }
        };
        // The locals are the frame's registers: running Python does not touch them, so they count only
        // where the row names them.
        self.effects(spec, file, &row.effects);
        let mut effects = Vec::new();
        for e in &row.effects {
            let word = match e.get_ref().split_whitespace().collect::<Vec<_>>()[..] {
                ["calls"] => "CALLS",
                ["raises"] => "RAISES",
                ["allocates"] => "ALLOCATES",
                [_, "locals"] => "LOCALS",
                _ => continue,
            };
            if !effects.contains(&word) {
                effects.push(word);
            }
        }
        let semantics = self.semantics(file, row, spec)?;
        let node = Node {
            name: row.name.get_ref().clone(),
            operands,
            semantics,
            frame: row.frame,
            flow,
            cell: row.cell,
            jump_if: row.jump.as_ref().is_none_or(|j| j.get_ref() != "false"),
            effects,
            doc,
            span,
        };
        self.node_fits(file, row, &node, spec);
        Some(node)
    }

    fn semantics(&mut self, file: FileId, row: &NodeRow, spec: &Spec) -> Option<Semantics> {
        let at = self.span(file, &row.semantics);
        let text = row.semantics.get_ref().as_str();
        let (what, name) = text.split_once(' ').unwrap_or((text, ""));
        let (names, found): (Vec<&str>, Option<Semantics>) = match what {
            "control" => return Some(Semantics::Control),
            "operator" => (
                spec.operators.iter().map(|o| o.name.as_str()).collect(),
                spec.operators
                    .iter()
                    .position(|o| o.name == name)
                    .map(Semantics::Operator),
            ),
            "protocol" => (
                spec.protocols.iter().map(|o| o.name.as_str()).collect(),
                spec.protocols
                    .iter()
                    .position(|o| o.name == name)
                    .map(Semantics::Protocol),
            ),
            "hook" => (
                spec.hooks.iter().map(|o| o.name.as_str()).collect(),
                spec.hooks
                    .iter()
                    .position(|o| o.name == name)
                    .map(|h| Semantics::Hook(HookId(h))),
            ),
            other => {
                self.push(
                    Report::new(at, format!("unknown semantics `{other}`"))
                        .did_you_mean(other, ["operator", "protocol", "hook", "control"]),
                );
                return None;
            }
        };
        if found.is_none() {
            self.push(
                Report::new(at, format!("unknown {what} `{name}`")).did_you_mean(name, names),
            );
        }
        found
    }

    fn node_operand(&mut self, file: FileId, cell: &S) -> Option<(NodeField, Role)> {
        let at = self.span(file, cell);
        let text = cell.get_ref().as_str();
        let (field, kind) = text
            .split_once(':')
            .map_or((text, ""), |(f, k)| (f.trim(), k.trim()));
        let field = match field {
            "dst" => NodeField::Dst,
            "a" => NodeField::A,
            "b" => NodeField::B,
            "c" => NodeField::C,
            other => {
                self.push(
                    Report::new(at, format!("a node has no field `{other}`")).help("dst, a, b, c"),
                );
                return None;
            }
        };
        let count = |text: &str| -> Option<Count> {
            let inner = text.strip_prefix('(')?.strip_suffix(')')?;
            match inner.split_once('+') {
                Some(("n", plus)) => Some(Count {
                    n: true,
                    plus: plus.parse().ok()?,
                }),
                None if inner == "n" => Some(Count { n: true, plus: 0 }),
                _ => Some(Count {
                    n: false,
                    plus: inner.parse().ok()?,
                }),
            }
        };
        let one = Count { n: false, plus: 1 };
        let role = match kind {
            "out" => Role::Out(one),
            "value" => Role::Value,
            "value?" => Role::Optional,
            "method(n)" => Role::Method,
            "local" => Role::Local,
            "cell" => Role::Cell,
            "name" => Role::Name,
            "const" => Role::Const,
            "target" => Role::Target,
            "loop" => Role::Loop,
            "resume" => Role::Resume,
            "int" => Role::Int,
            _ => match (
                kind.strip_prefix("out").and_then(count),
                kind.strip_prefix("range").and_then(count),
            ) {
                (Some(c), _) => Role::Out(c),
                (_, Some(c)) => Role::Range(c),
                _ => {
                    let known = [
                        "out", "value", "value?", "local", "cell", "name", "const", "target",
                        "loop", "resume", "int", "range(n)", "out(n)",
                    ];
                    self.push(
                        Report::new(at, format!("unknown operand kind `{kind}`"))
                            .did_you_mean(kind, known),
                    );
                    return None;
                }
            },
        };
        Some((field, role))
    }

    /// The operands of a node against the parameters of what performs it.
    fn node_fits(&mut self, file: FileId, row: &NodeRow, node: &Node, spec: &Spec) {
        let (name, span, mut due, result): (&str, Span, Vec<Repr>, Repr) = match node.semantics {
            Semantics::Control => return,
            Semantics::Operator(o) => {
                let o = &spec.operators[o];
                let result = if o.result == Class::Bool {
                    Repr::Bool
                } else {
                    Repr::Value
                };
                (
                    &o.name,
                    o.span,
                    vec![Repr::Value; o.kind.operands().len()],
                    result,
                )
            }
            Semantics::Protocol(p) => {
                let p = &spec.protocols[p];
                (
                    &p.name,
                    p.span,
                    p.operands.iter().map(|(_, r)| *r).collect(),
                    p.result,
                )
            }
            Semantics::Hook(h) => {
                let h = &spec.hooks[h.0];
                (
                    &h.name,
                    h.span,
                    h.params.iter().map(|(_, r)| *r).collect(),
                    h.result,
                )
            }
        };
        if node.frame || due.first() == Some(&Repr::Frame) {
            if due.first() != Some(&Repr::Frame) || !node.frame {
                let report = Report::new(
                    node.span,
                    format!("`frame` of node `{}` and of `{name}` disagree", node.name),
                )
                .also(span, "declared here");
                self.push(report);
                return;
            }
            due.remove(0);
        }
        let mut given = node.passed();
        let fits = |(role, due): (&Role, &Repr)| match role {
            Role::Value | Role::Const | Role::Cell => matches!(due, Repr::Value | Repr::Ptr(_)),
            Role::Optional => matches!(due, Repr::OptValue | Repr::OptPtr(_)),
            Role::Range(_) => *due == Repr::Values,
            Role::Out(_) => *due == Repr::Outs,
            Role::Name => matches!(due, Repr::Ptr(_)),
            Role::Int => *due == Repr::I64,
            _ => false,
        };
        let ok = given.len() == due.len() && given.iter().zip(&due).all(fits);
        let stores = node.single_out();
        let result_ok = match result {
            Repr::None => !stores,
            Repr::Bool => stores || node.target(),
            Repr::OptValue => stores,
            _ => stores,
        };
        if !ok || !result_ok {
            let names: Vec<String> = due.iter().map(|r| self.scope(spec).repr_name(*r)).collect();
            let roles: Vec<String> = given
                .drain(..)
                .map(|r| format!("{r:?}").to_lowercase())
                .collect();
            let at = self.span(file, &row.semantics);
            let report = Report::new(at, format!("node `{}` does not fit `{name}`", node.name))
                .help(format!(
                    "`{name}` takes ({}) and returns {}",
                    names.join(", "),
                    self.scope(spec).repr_name(result)
                ))
                .help(format!("the node passes ({})", roles.join(", ")))
                .also(span, "declared here");
            self.push(report);
        }
    }
}
