//! Types, exceptions, modules: the tables of builtins.

use std::path::Path;

use crate::diag::{FileId, Report, Span};
use crate::load::{Loader, folder};
use crate::model::*;
use crate::rows::*;
use crate::syntax::{Name, Param, Signature, parse_signature};

/// Names of the flags of types.
const FLAGS: &[&str] = &["base", "dict", "type", "iterator", "final"];

struct Head<'a> {
    name: &'a S,
    id: &'a Option<S>,
    layout: &'a Option<S>,
    base: &'a Option<S>,
    module: &'a Option<S>,
    flags: &'a [S],
    dict: &'a Option<S>,
    group: &'a Option<S>,
    doc: &'a Option<S>,
    slots: &'a std::collections::BTreeMap<S, S>,
    method: &'a [FunctionRow],
    getset: &'a [GetsetRow],
    member: &'a [MemberRow],
}

fn heads(file: &TypesFile) -> Vec<Head<'_>> {
    let top = file.head.iter().map(|h| Head {
        name: &h.name,
        id: &h.id,
        layout: &h.layout,
        base: &h.base,
        module: &h.module,
        flags: &h.flags,
        dict: &h.dict,
        group: &h.group,
        doc: &h.doc,
        slots: &file.slots,
        method: &file.method,
        getset: &file.getset,
        member: &file.member,
    });
    let rest = file.types.iter().map(|h| Head {
        name: &h.name,
        id: &h.id,
        layout: &h.layout,
        base: &h.base,
        module: &h.module,
        flags: &h.flags,
        dict: &h.dict,
        group: &h.group,
        doc: &h.doc,
        slots: &h.slots,
        method: &h.method,
        getset: &h.getset,
        member: &h.member,
    });
    top.chain(rest).collect()
}

/// `list_append`; a special method keeps its underscores apart: `str_format`, `str_special_format`.
fn builtin_id(owner: &str, name: &str) -> String {
    match name.strip_prefix("__").and_then(|n| n.strip_suffix("__")) {
        Some(n) => format!("{owner}_special_{n}"),
        None => format!("{owner}_{}", name.trim_matches('_')),
    }
}

/// `ZeroDivisionError` → `zero_division_error`, `dictionary-keyiterator` → `dictionary_keyiterator`
pub fn snake(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut out = String::new();
    for (i, c) in chars.iter().enumerate() {
        if c.is_uppercase() {
            let after_lower = i > 0 && chars[i - 1].is_lowercase();
            let before_lower = i > 0
                && chars[i - 1].is_uppercase()
                && chars.get(i + 1).is_some_and(|n| n.is_lowercase());
            if after_lower || before_lower {
                out.push('_');
            }
        }
        out.extend(if c.is_alphanumeric() {
            c.to_lowercase().next()
        } else {
            Some('_')
        });
    }
    out
}

impl Loader {
    pub(crate) fn slots(&mut self, dir: &Path, spec: &mut Spec) {
        let Some((file, rows)) = self.parse::<SlotsFile>(dir, "slots.toml") else {
            return;
        };
        for row in &rows.slots {
            let known: Vec<_> = spec
                .slots
                .iter()
                .map(|s| (s.name.clone(), s.span))
                .collect();
            self.unique("slot", &row.name, file, &known);
            let doc = self.doc(file, &row.doc, &row.name);
            self.slot_shapes(file, row);
            let methods = row
                .methods
                .iter()
                .map(|m| {
                    (
                        m.name.get_ref().clone(),
                        m.shape.get_ref().clone(),
                        self.doc(file, &m.doc, &m.name),
                    )
                })
                .collect();
            spec.slots.push(Slot {
                name: row.name.get_ref().clone(),
                kind: self.slot_kind(file, &row.kind),
                dispatch: row.dispatch.as_ref().map(|d| d.get_ref().clone()),
                methods,
                doc,
                span: self.span(file, &row.name),
            });
        }
    }

    fn slot_kind(&mut self, file: FileId, kind: &S) -> String {
        let known = crate::render::slots::KINDS;
        if !known.iter().any(|(k, _)| k == kind.get_ref()) {
            let span = self.span(file, kind);
            let report = Report::new(span, format!("unknown kind of slot `{}`", kind.get_ref()))
                .did_you_mean(kind.get_ref(), known.iter().map(|(k, _)| *k));
            self.push(report);
        }
        kind.get_ref().clone()
    }

    fn slot_shapes(&mut self, file: FileId, row: &SlotRow) {
        let known = crate::render::slots::SHAPES;
        for m in &row.methods {
            if !known.contains(&m.shape.get_ref().as_str()) {
                let span = self.span(file, &m.shape);
                let report = Report::new(
                    span,
                    format!("unknown calling shape `{}`", m.shape.get_ref()),
                )
                .did_you_mean(m.shape.get_ref(), known.iter().copied());
                self.push(report);
            }
        }
    }

    pub(crate) fn types(&mut self, dir: &Path, spec: &mut Spec) {
        let mut files: Vec<(FileId, TypesFile)> = Vec::new();
        for name in folder(dir, "types") {
            files.extend(self.parse::<TypesFile>(dir, &name));
        }
        let exceptions = self.parse::<ExceptionsFile>(dir, "exceptions.toml");
        // Names first: bases and layouts refer both ways.
        for (file, rows) in &files {
            for head in heads(rows) {
                self.type_head(*file, &head, spec);
            }
        }
        if let Some((file, rows)) = &exceptions {
            for row in &rows.exceptions {
                self.exception(*file, row, spec);
            }
        }
        let mut at = 0;
        for (file, rows) in &files {
            for head in heads(rows) {
                self.type_rest(*file, &head, at, spec);
                at += 1;
            }
        }
        if let Some((file, rows)) = &exceptions {
            for row in &rows.exceptions {
                if let Some(base) = &row.base {
                    let found = self.type_named(*file, base, spec);
                    spec.types[at].base = found;
                }
                at += 1;
            }
        }
        self.inherit_layouts(spec);
        for i in 0..spec.layouts.len() {
            let Some(python) = spec.layouts[i].python.clone() else {
                continue;
            };
            if !spec.types.iter().any(|t| t.id == python) {
                let layout = &spec.layouts[i];
                let report = Report::new(
                    layout.span,
                    format!("layout `{}` belongs to no type", layout.name),
                )
                .here(format!(
                    "`type = \"{python}\"`, but types/ has no type of that id"
                ))
                .did_you_mean(&python, spec.types.iter().map(|t| t.id.as_str()));
                self.push(report);
            }
        }
    }

    fn inherit_layouts(&mut self, spec: &mut Spec) {
        // A type without a layout has its base's; bases may come later in the tables.
        for i in 0..spec.types.len() {
            let mut at = i;
            let mut steps = 0;
            while spec.types[at].layout.0 == usize::MAX {
                match spec.types[at].base {
                    Some(b) if steps < spec.types.len() => at = b,
                    _ => break,
                }
                steps += 1;
            }
            let layout = spec.types[at].layout;
            if layout.0 == usize::MAX {
                let report = Report::new(
                    spec.types[i].span,
                    format!("no layout for instances of `{}`", spec.types[i].name),
                )
                .help("give it a `layout`, or a base that has one");
                self.push(report);
                spec.types[i].layout = LayoutId(0);
            } else {
                spec.types[i].layout = layout;
            }
        }
    }

    fn type_named(&mut self, file: FileId, name: &S, spec: &Spec) -> Option<usize> {
        let found = spec
            .types
            .iter()
            .position(|t| t.id == *name.get_ref() || t.name == *name.get_ref());
        if found.is_none() {
            let span = self.span(file, name);
            self.push(
                Report::new(span, format!("unknown type `{}`", name.get_ref()))
                    .did_you_mean(name.get_ref(), spec.types.iter().map(|t| t.id.as_str()))
                    .help("types are rows of types/*.toml and exceptions.toml"),
            );
        }
        found
    }

    fn type_head(&mut self, file: FileId, head: &Head<'_>, spec: &mut Spec) {
        let id = head
            .id
            .as_ref()
            .map_or_else(|| snake(head.name.get_ref()), |i| i.get_ref().clone());
        let span = self.span(file, head.name);
        if let Some(first) = spec.types.iter().find(|t| t.id == id) {
            let report = Report::new(span, format!("type `{id}` is defined twice"))
                .also(first.span, "first here");
            self.push(report);
        }
        let layout = match head.layout {
            Some(l) => match spec.layouts.iter().position(|x| x.name == *l.get_ref()) {
                Some(i) => LayoutId(i),
                None => {
                    let at = self.span(file, l);
                    self.push(
                        Report::new(at, format!("unknown layout `{}`", l.get_ref())).did_you_mean(
                            l.get_ref(),
                            spec.layouts.iter().map(|x| x.name.as_str()),
                        ),
                    );
                    LayoutId(0)
                }
            },
            None => LayoutId(usize::MAX),
        };
        let flags: Vec<String> = head.flags.iter().map(|f| f.get_ref().clone()).collect();
        for f in head.flags {
            if !FLAGS.contains(&f.get_ref().as_str()) {
                let at = self.span(file, f);
                self.push(
                    Report::new(at, format!("unknown flag `{}`", f.get_ref()))
                        .did_you_mean(f.get_ref(), FLAGS.iter().copied()),
                );
            }
        }
        let dict = head.dict.as_ref().and_then(|d| {
            let fields = spec
                .layouts
                .get(layout.0)
                .map_or(&[][..], |l| &l.fields[..]);
            let found = fields.iter().position(|f| f.name == *d.get_ref());
            if found.is_none() {
                let at = self.span(file, d);
                let report = Report::new(
                    at,
                    format!("no field `{}` in the type's layout", d.get_ref()),
                )
                .did_you_mean(d.get_ref(), fields.iter().map(|f| f.name.as_str()));
                self.push(report);
            }
            found
        });
        let group = head
            .group
            .as_ref()
            .map_or_else(|| format!("builtins::{id}"), |g| g.get_ref().clone());
        spec.types.push(TypeDef {
            name: head.name.get_ref().clone(),
            id,
            layout,
            base: None,
            module: head
                .module
                .as_ref()
                .map_or_else(|| "__builtin__".to_owned(), |m| m.get_ref().clone()),
            flags,
            dict,
            group,
            slots: Vec::new(),
            methods: Vec::new(),
            getsets: Vec::new(),
            members: Vec::new(),
            doc: head.doc.as_ref().map(|d| d.get_ref().trim().to_owned()),
            exception: false,
            span,
        });
    }

    fn exception(&mut self, file: FileId, row: &ExceptionRow, spec: &mut Spec) {
        let doc = self.doc(file, &row.doc, &row.name);
        let id = snake(row.name.get_ref());
        let span = self.span(file, &row.name);
        if let Some(first) = spec.types.iter().find(|t| t.id == id) {
            let report = Report::new(span, format!("type `{id}` is defined twice"))
                .also(first.span, "first here");
            self.push(report);
        }
        spec.types.push(TypeDef {
            name: row.name.get_ref().clone(),
            id,
            layout: LayoutId(usize::MAX),
            base: None,
            module: "exceptions".to_owned(),
            flags: vec!["base".to_owned(), "dict".to_owned()],
            dict: None,
            group: "builtins::exceptions".to_owned(),
            slots: Vec::new(),
            methods: Vec::new(),
            getsets: Vec::new(),
            members: Vec::new(),
            doc: Some(doc),
            exception: true,
            span,
        });
    }

    fn type_rest(&mut self, file: FileId, head: &Head<'_>, at: usize, spec: &mut Spec) {
        let base = match head.base {
            Some(b) => self.type_named(file, b, spec),
            None if spec.types[at].id == "object" => None,
            None => spec.types.iter().position(|t| t.id == "object"),
        };
        let (group, id) = (spec.types[at].group.clone(), spec.types[at].id.clone());
        let mut slots = Vec::new();
        for (slot, imp) in head.slots {
            if !spec.slots.iter().any(|s| s.name == *slot.get_ref()) {
                let span = self.span(file, slot);
                self.push(
                    Report::new(span, format!("unknown slot `{}`", slot.get_ref()))
                        .did_you_mean(slot.get_ref(), spec.slots.iter().map(|s| s.name.as_str()))
                        .help("slots are rows of slots.toml"),
                );
            }
            slots.push((
                slot.get_ref().clone(),
                full_path(imp.get_ref(), &group, "builtins"),
            ));
        }
        let methods = self.functions(
            file,
            head.method,
            &id,
            &group,
            "builtins",
            FunctionKind::Method,
            spec,
        );
        let mut getsets = Vec::new();
        for g in head.getset {
            getsets.push(Getset {
                name: g.name.get_ref().clone(),
                get: full_path(g.get.get_ref(), &group, "builtins"),
                set: g
                    .set
                    .as_ref()
                    .map(|s| full_path(s.get_ref(), &group, "builtins")),
                doc: g
                    .doc
                    .as_ref()
                    .map_or_else(String::new, |d| d.get_ref().trim().to_owned()),
            });
        }
        let mut members = Vec::new();
        let layout = spec.types[at].layout;
        for m in head.member {
            let fields = spec
                .layouts
                .get(layout.0)
                .map_or(&[][..], |l| &l.fields[..]);
            match fields.iter().position(|f| f.name == *m.field.get_ref()) {
                Some(field) => members.push(Member {
                    name: m.name.get_ref().clone(),
                    field,
                    writable: m.writable,
                    doc: m
                        .doc
                        .as_ref()
                        .map_or_else(String::new, |d| d.get_ref().trim().to_owned()),
                }),
                None => {
                    let at = self.span(file, &m.field);
                    let report = Report::new(
                        at,
                        format!("no field `{}` in the type's layout", m.field.get_ref()),
                    )
                    .did_you_mean(m.field.get_ref(), fields.iter().map(|f| f.name.as_str()));
                    self.push(report);
                }
            }
        }
        let t = &mut spec.types[at];
        t.base = base;
        t.slots = slots;
        t.methods = methods;
        t.getsets = getsets;
        t.members = members;
    }

    pub(crate) fn modules(&mut self, dir: &Path, spec: &mut Spec) {
        for name in folder(dir, "modules") {
            let Some((file, rows)) = self.parse::<ModuleFile>(dir, &name) else {
                continue;
            };
            let head = &rows.module;
            let doc = self.doc(file, &head.doc, &head.name);
            let id = head.name.get_ref().trim_matches('_').replace('.', "_");
            let group = head
                .group
                .as_ref()
                .map_or_else(|| format!("modules::{id}"), |g| g.get_ref().clone());
            let functions = self.functions(
                file,
                &rows.function,
                &id,
                &group,
                "modules",
                FunctionKind::Function,
                spec,
            );
            let types = head
                .types
                .iter()
                .filter_map(|t| self.type_named(file, t, spec))
                .collect();
            spec.modules.push(Module {
                name: head.name.get_ref().clone(),
                init: head
                    .init
                    .as_ref()
                    .map(|i| full_path(i.get_ref(), &group, "modules")),
                types,
                functions,
                doc,
                span: self.span(file, &head.name),
            });
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn functions(
        &mut self,
        file: FileId,
        rows: &[FunctionRow],
        owner: &str,
        group: &str,
        root: &str,
        default: FunctionKind,
        spec: &Spec,
    ) -> Vec<Builtin> {
        let mut out: Vec<Builtin> = Vec::new();
        for row in rows {
            let known: Vec<_> = out.iter().map(|b| (b.name.clone(), b.span)).collect();
            self.unique("method", &row.name, file, &known);
            if let Some(mut b) = self.function(file, row, owner, group, root, default, spec) {
                // `format` and `__format__` of one type.
                if out.iter().any(|o| o.id == b.id) {
                    b.id.push_str("_special");
                }
                out.push(b);
            }
        }
        out
    }

    #[allow(clippy::too_many_arguments)]
    fn function(
        &mut self,
        file: FileId,
        row: &FunctionRow,
        owner: &str,
        group: &str,
        root: &str,
        default: FunctionKind,
        spec: &Spec,
    ) -> Option<Builtin> {
        let span = self.span(file, &row.name);
        let doc = self.doc(file, &row.doc, &row.name);
        let text = self.text(file, &row.signature);
        let signature = match parse_signature(&text) {
            Ok(s) => s,
            Err(r) => {
                self.push(r);
                return None;
            }
        };
        let kind = match row.kind.as_ref().map(|k| k.get_ref().as_str()) {
            None => default,
            Some("class") => FunctionKind::Class,
            Some("static") => FunctionKind::Static,
            Some("method") => FunctionKind::Method,
            Some(other) => {
                let at = row.kind.as_ref().map_or(span, |k| self.span(file, k));
                self.push(
                    Report::new(at, format!("unknown kind `{other}`"))
                        .did_you_mean(other, ["method", "class", "static"]),
                );
                default
            }
        };
        let receivers = usize::from(matches!(kind, FunctionKind::Method | FunctionKind::Class));
        let mut params = Vec::new();
        for p in signature.params.iter().filter(|p| p.star != "/") {
            params.push(self.builtin_param(p, spec)?);
        }
        let is_optional = |p: &BuiltinParam| {
            p.default.is_some() || matches!(p.kind, ParamKind::OptValue | ParamKind::OptLayout(_))
        };
        let required = |p: &BuiltinParam| {
            !is_optional(p) && !matches!(p.kind, ParamKind::Rest | ParamKind::Keywords)
        };
        if let Some(first) = params.iter().position(is_optional)
            && let Some(late) = params[first..].iter().position(required)
        {
            let spans: Vec<Span> = signature
                .params
                .iter()
                .filter(|p| p.star != "/")
                .map(|p| p.name.span)
                .collect();
            self.push(
                Report::new(
                    spans[first + late],
                    "a required parameter after an optional one",
                )
                .also(spans[first], "this one may be left out"),
            );
        }
        if params.len() < receivers {
            self.push(
                Report::new(text.span, "a method takes its receiver first")
                    .help("write `(self: LAYOUT, …)`"),
            );
            return None;
        }
        let style = self.style(file, row, &params[receivers..]);
        let result = match self.scope(spec).repr(&signature.result) {
            Ok(r) => r,
            Err(r) => {
                self.push(r);
                return None;
            }
        };
        let mut effects = match &row.effects {
            Some(e) => self.effects(spec, file, e),
            None => self.all_effects(spec),
        };
        effects.raises = true;
        let result_class = match &row.result {
            Some(c) => match self.scope(spec).class(c.get_ref(), self.span(file, c)) {
                Ok(c) => c,
                Err(r) => {
                    self.push(r);
                    Class::Value
                }
            },
            None => class_of(result),
        };
        let cases = self.builtin_cases(
            spec,
            file,
            row,
            &signature,
            &params,
            result,
            result_class,
            effects,
        );
        let imp = match &row.imp {
            Some(i) => full_path(i.get_ref(), group, root),
            None => format!("{group}::{}", row.name.get_ref()),
        };
        Some(Builtin {
            name: row.name.get_ref().clone(),
            id: builtin_id(owner, row.name.get_ref()),
            kind,
            params,
            result,
            style,
            imp,
            effects,
            result_class,
            cases,
            signature: text.text.clone(),
            doc,
            span,
        })
    }

    fn all_effects(&self, spec: &Spec) -> Effects {
        let all = spec.heaps.first().map_or(0, |h| h.mask);
        Effects {
            reads: all,
            writes: all,
            raises: true,
            calls: true,
            allocates: true,
        }
    }

    /// The fast paths of a builtin: its `body`, and its `case` rows.
    #[allow(clippy::too_many_arguments)]
    fn builtin_cases(
        &mut self,
        spec: &Spec,
        file: FileId,
        row: &FunctionRow,
        signature: &Signature,
        params: &[BuiltinParam],
        result: Repr,
        result_class: Class,
        declared: Effects,
    ) -> Vec<Case> {
        if row.body.is_none() && row.case.is_empty() {
            return Vec::new();
        }
        let mut typed = Vec::new();
        let mut classes = Vec::new();
        for (p, s) in params.iter().zip(&signature.params) {
            let (repr, class) = match &p.kind {
                ParamKind::Value => (Repr::Value, Class::Value),
                ParamKind::OptValue => (Repr::OptValue, Class::Value),
                // Any 64 bits: not only what a tagged int holds.
                ParamKind::Int | ParamKind::Index => (Repr::I64, Class::Int),
                ParamKind::Float => (Repr::Float, Class::Float),
                ParamKind::Truth => (Repr::Bool, Class::Bool),
                ParamKind::Layout(l) => (Repr::Ptr(*l), Class::Layout(*l)),
                _ => {
                    self.push(Report::new(
                        s.name.span,
                        "a body cannot use this kind of parameter",
                    ));
                    return Vec::new();
                }
            };
            typed.push((p.name.clone(), repr));
            classes.push(class);
        }
        let mut cases = Vec::new();
        if let Some(body) = &row.body
            && let Some(func) = self.body(spec, file, body, &typed, result, false)
        {
            let span = self.span(file, body);
            cases.push(Case {
                name: "inline".into(),
                when: classes.clone(),
                result: result_class,
                repr: result,
                func,
                span,
            });
        }
        for mut case in self.cases(spec, file, &row.case, &typed) {
            let mut given = case.when.into_iter();
            case.when = typed
                .iter()
                .zip(&classes)
                .map(|((_, r), c)| {
                    if *r == Repr::Value {
                        given.next().unwrap_or(*c)
                    } else {
                        *c
                    }
                })
                .collect();
            cases.push(case);
        }
        let allowed = Effects {
            raises: true,
            ..declared
        };
        for case in cases.iter().filter(|c| !c.func.effects.within(allowed)) {
            let report = Report::new(case.span, "the body does more than `effects` declares")
                .help(format!(
                    "the body: {}",
                    crate::load::effects_text(spec, case.func.effects)
                ))
                .help(format!(
                    "declared: {}",
                    crate::load::effects_text(spec, declared)
                ));
            self.push(report);
        }
        cases
    }

    fn style(&mut self, file: FileId, row: &FunctionRow, params: &[BuiltinParam]) -> Style {
        let free = params
            .iter()
            .any(|p| matches!(p.kind, ParamKind::Rest | ParamKind::Keywords));
        let span = row.style.as_ref().map(|s| self.span(file, s));
        match row.style.as_ref().map(|s| s.get_ref().as_str()) {
            _ if row.keywords => Style::Keywords,
            Some("noargs") => Style::NoArgs,
            Some("O") => Style::One,
            Some("parse") => Style::Parse,
            Some("unpack") => Style::Unpack,
            Some(other) => {
                let at = span.unwrap_or(Span {
                    file,
                    start: 0,
                    end: 0,
                });
                self.push(
                    Report::new(at, format!("unknown style `{other}`"))
                        .did_you_mean(other, ["noargs", "O", "parse", "unpack"]),
                );
                Style::Parse
            }
            None if free => Style::Free,
            None if params.is_empty() => Style::NoArgs,
            None if params.len() == 1
                && params[0].default.is_none()
                && params[0].kind == ParamKind::Value =>
            {
                Style::One
            }
            None => Style::Parse,
        }
    }

    fn default(&mut self, kind: &ParamKind, default: &Name) {
        if let Err(help) = default_fits(kind, &default.text) {
            self.push(
                Report::new(
                    default.span,
                    format!("`{}` cannot be the default", default.text),
                )
                .help(help),
            );
        }
    }

    fn builtin_param(&mut self, p: &Param, spec: &Spec) -> Option<BuiltinParam> {
        let kind = match (p.star, p.ty.text.as_str()) {
            ("*", _) => ParamKind::Rest,
            ("**", _) => ParamKind::Keywords,
            (_, "value") => ParamKind::Value,
            (_, "value?") => ParamKind::OptValue,
            (_, "int") => ParamKind::Int,
            (_, "i32") => ParamKind::I32,
            (_, "index") => ParamKind::Index,
            (_, "float") => ParamKind::Float,
            (_, "bool") => ParamKind::Truth,
            (_, "bytes") => ParamKind::Bytes,
            (_, other) => {
                let (base, optional) = match other.strip_suffix('?') {
                    Some(b) => (b, true),
                    None => (other, false),
                };
                match spec
                    .layouts
                    .iter()
                    .position(|l| l.name == base && !l.immediate)
                {
                    Some(l) if optional => ParamKind::OptLayout(LayoutId(l)),
                    Some(l) => ParamKind::Layout(LayoutId(l)),
                    None => {
                        let known = ["value", "int", "i32", "index", "float", "bool", "bytes"];
                        let names = known
                            .into_iter()
                            .chain(spec.layouts.iter().map(|l| l.name.as_str()));
                        self.push(
                            Report::new(
                                p.ty.span,
                                format!("unknown parameter type `{}`", p.ty.text),
                            )
                            .did_you_mean(base, names),
                        );
                        return None;
                    }
                }
            }
        };
        if let Some(d) = &p.default {
            self.default(&kind, d);
        }
        Some(BuiltinParam {
            name: p.name.text.clone(),
            kind,
            default: p.default.as_ref().map(|d| d.text.clone()),
        })
    }
}

/// Which literals can stand for a parameter that is not passed.
fn default_fits(kind: &ParamKind, text: &str) -> Result<(), &'static str> {
    let none = matches!(text, "none" | "None");
    let truth = matches!(text, "true" | "True" | "false" | "False");
    let string = text.starts_with('"');
    let number = text.parse::<f64>().is_ok();
    let integer = text.parse::<i64>().is_ok();
    let ok = match kind {
        ParamKind::Value => none || truth || string || number,
        ParamKind::Int | ParamKind::I32 | ParamKind::Index => integer,
        ParamKind::Float => number,
        ParamKind::Truth => truth,
        ParamKind::Bytes => string,
        ParamKind::Layout(_) if none => {
            return Err("an object that may be absent is `LAYOUT?`, without default");
        }
        ParamKind::Layout(_) => string,
        ParamKind::OptValue | ParamKind::OptLayout(_) => {
            return Err("what is `?` has no default: it is absent");
        }
        ParamKind::Rest | ParamKind::Keywords => false,
    };
    if ok {
        Ok(())
    } else {
        Err("defaults are literals of the parameter's type: none, true, 1, 0.5, \"text\"")
    }
}

fn class_of(repr: Repr) -> Class {
    match repr {
        Repr::Float => Class::Float,
        Repr::Bool => Class::Bool,
        Repr::None => Class::None,
        Repr::Ptr(l) => Class::Layout(l),
        _ => Class::Value,
    }
}

/// `append` → `builtins::list::append`, `number::add` → `builtins::number::add`, `crate::x::y` → `x::y`
fn full_path(written: &str, group: &str, root: &str) -> String {
    if let Some(absolute) = written.strip_prefix("crate::") {
        return absolute.to_owned();
    }
    if written.contains("::") {
        format!("{root}::{written}")
    } else {
        format!("{group}::{written}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_snake_case() {
        assert_eq!(snake("ZeroDivisionError"), "zero_division_error");
        assert_eq!(snake("IOError"), "io_error");
        assert_eq!(snake("OSError"), "os_error");
        assert_eq!(snake("NoneType"), "none_type");
        assert_eq!(snake("UnicodeDecodeError"), "unicode_decode_error");
        assert_eq!(snake("dictionary-keyiterator"), "dictionary_keyiterator");
        assert_eq!(snake("list"), "list");
    }
}
