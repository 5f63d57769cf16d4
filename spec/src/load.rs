//! Reading the tables and resolving their names: rows in, [`Spec`] out.

use std::path::Path;

use toml::Spanned;

use crate::diag::{Diagnostic, FileId, Report, Sources, Span};
use crate::lower::{Scope, lower};
use crate::model::*;
use crate::rows::*;
use crate::syntax::{Name, Text, parse_body, parse_signature};

/// Reads and checks all tables of a directory.
pub fn load(dir: &Path) -> Result<Spec, Vec<Diagnostic>> {
    let mut loader = Loader {
        sources: Sources::default(),
        reports: Vec::new(),
    };
    let spec = loader.spec(dir);
    let Loader { sources, reports } = loader;
    if reports.is_empty() {
        Ok(Spec { sources, ..spec })
    } else {
        Err(reports.into_iter().map(|r| r.resolve(&sources)).collect())
    }
}

/// Names and representations of parameters.
pub(crate) type Params = Vec<(String, Repr)>;

pub(crate) struct Loader {
    pub(crate) sources: Sources,
    pub(crate) reports: Vec<Report>,
}

/// An error of the TOML reader in the words of the tables.
fn toml_report(span: Span, message: &str) -> Report {
    let text = message
        .replace("unknown field", "unknown column")
        .replace("missing field", "missing column");
    let names: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    match names.split_first() {
        Some((given, known)) if message.starts_with("unknown field") => {
            Report::new(span, text).did_you_mean(given, known.iter().copied())
        }
        _ => Report::new(span, text),
    }
}

/// The table files of a folder, sorted.
pub(crate) fn folder(dir: &Path, sub: &str) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(dir.join(sub)) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .filter_map(|e| e.ok()?.file_name().into_string().ok())
        .filter(|n| n.ends_with(".toml"))
        .map(|n| format!("{sub}/{n}"))
        .collect();
    names.sort();
    names
}

impl Loader {
    /// Parses one file; an absent one is an empty table.
    pub(crate) fn parse<T: serde::de::DeserializeOwned>(
        &mut self,
        dir: &Path,
        name: &str,
    ) -> Option<(FileId, T)> {
        let path = dir.join(name);
        let text = std::fs::read_to_string(&path).ok()?;
        let shown = match dir.file_name() {
            Some(d) => format!("{}/{name}", d.to_string_lossy()),
            None => name.to_owned(),
        };
        let parsed = toml::from_str::<T>(&text);
        let file = self.sources.add(shown, &path, text);
        match parsed {
            Ok(rows) => Some((file, rows)),
            Err(e) => {
                let range = e.span().unwrap_or(0..0);
                let span = Span {
                    file,
                    start: range.start as u32,
                    end: range.end as u32,
                };
                self.reports.push(toml_report(span, e.message()));
                None
            }
        }
    }

    pub(crate) fn text(&self, file: FileId, s: &S) -> Text {
        Text::new(
            s.get_ref().clone(),
            file,
            s.span(),
            &self.sources.file(file).text,
        )
    }

    pub(crate) fn span<T>(&self, file: FileId, s: &Spanned<T>) -> Span {
        let range = s.span();
        Span {
            file,
            start: range.start as u32,
            end: range.end as u32,
        }
    }

    pub(crate) fn push(&mut self, report: Report) {
        self.reports.push(report);
    }

    /// The doc of a row, or a complaint.
    pub(crate) fn doc(&mut self, file: FileId, doc: &Option<S>, row: &S) -> String {
        match doc {
            Some(d) if !d.get_ref().trim().is_empty() => d.get_ref().trim().to_owned(),
            _ => {
                let span = self.span(file, row);
                self.push(
                    Report::new(span, format!("`{}` has no `doc`", row.get_ref()))
                        .help("every row says what it means"),
                );
                String::new()
            }
        }
    }

    /// Complains about a second row of the same name.
    pub(crate) fn unique(&mut self, what: &str, name: &S, file: FileId, known: &[(String, Span)]) {
        if let Some((_, first)) = known.iter().find(|(n, _)| n == name.get_ref()) {
            let span = self.span(file, name);
            self.push(
                Report::new(
                    span,
                    format!("{what} `{}` is defined twice", name.get_ref()),
                )
                .also(*first, "first here"),
            );
        }
    }

    fn spec(&mut self, dir: &Path) -> Spec {
        let mut spec = Spec {
            sources: Sources::default(),
            heaps: Vec::new(),
            layouts: Vec::new(),
            prims: Vec::new(),
            hooks: Vec::new(),
            operators: Vec::new(),
            slots: Vec::new(),
            types: Vec::new(),
            modules: Vec::new(),
            sizes: Vec::new(),
            protocols: Vec::new(),
            nodes: Vec::new(),
        };
        self.heaps(dir, &mut spec);
        self.layouts(dir, &mut spec);
        self.prims(dir, &mut spec);
        self.hooks(dir, &mut spec);
        self.operators(dir, &mut spec);
        self.slots(dir, &mut spec);
        self.types(dir, &mut spec);
        self.modules(dir, &mut spec);
        self.sizes(dir, &mut spec);
        self.protocols(dir, &mut spec);
        self.nodes(dir, &mut spec);
        spec
    }

    fn heaps(&mut self, dir: &Path, spec: &mut Spec) {
        let Some((file, rows)) = self.parse::<EffectsFile>(dir, "effects.toml") else {
            return;
        };
        for row in &rows.heaps {
            let span = self.span(file, &row.name);
            let known: Vec<_> = spec
                .heaps
                .iter()
                .map(|h| (h.name.clone(), h.span))
                .collect();
            self.unique("heap", &row.name, file, &known);
            let doc = self.doc(file, &row.doc, &row.name);
            let parent = row.parent.as_ref().and_then(|p| self.heap(spec, file, p));
            if parent.is_none() && !spec.heaps.is_empty() && row.parent.is_none() {
                self.push(Report::new(
                    span,
                    "only the first heap, the world, has no parent",
                ));
            }
            let id = spec.heaps.len();
            if id >= 64 {
                self.push(Report::new(span, "more than 64 heaps"));
                return;
            }
            spec.heaps.push(Heap {
                name: row.name.get_ref().clone(),
                parent,
                mask: 1 << id,
                doc,
                span,
            });
            let mut up = parent;
            while let Some(HeapId(p)) = up {
                spec.heaps[p].mask |= 1 << id;
                up = spec.heaps[p].parent;
            }
        }
    }

    /// Tables without sizes are complete too.
    fn sizes(&mut self, dir: &Path, spec: &mut Spec) {
        if !dir.join("sizes.toml").exists() {
            return;
        }
        let Some((file, rows)) = self.parse::<SizesFile>(dir, "sizes.toml") else {
            return;
        };
        for (module, types) in rows.modules {
            for (name, row) in types {
                let known = |t: &&crate::model::TypeDef| t.module == module;
                let mut of_module = spec.types.iter().filter(known);
                if !of_module.any(|t| t.name == *name.get_ref()) {
                    let span = self.span(file, &name);
                    let names = spec.types.iter().filter(known).map(|t| t.name.as_str());
                    let message = format!("unknown type `{module}.{}`", name.get_ref());
                    self.push(Report::new(span, message).did_you_mean(name.get_ref(), names));
                }
                let size = crate::model::ForeignSize {
                    fixed: row.fixed,
                    item: row.item,
                    tracked: row.tracked,
                    place: row.place,
                };
                spec.sizes
                    .push((module.clone(), name.get_ref().clone(), size));
            }
        }
    }

    pub(crate) fn heap(&mut self, spec: &Spec, file: FileId, name: &S) -> Option<HeapId> {
        let found = spec.heaps.iter().position(|h| h.name == *name.get_ref());
        if found.is_none() {
            let span = self.span(file, name);
            self.push(
                Report::new(span, format!("unknown heap `{}`", name.get_ref()))
                    .did_you_mean(name.get_ref(), spec.heaps.iter().map(|h| h.name.as_str()))
                    .help("heaps are rows of effects.toml"),
            );
        }
        found.map(HeapId)
    }

    /// `["reads list", "writes list", "raises", "allocates", "calls"]`
    pub(crate) fn effects(&mut self, spec: &Spec, file: FileId, cells: &[S]) -> Effects {
        let mut effects = Effects::default();
        for cell in cells {
            let span = self.span(file, cell);
            let mut words = cell.get_ref().split_whitespace();
            match (words.next(), words.next()) {
                (Some(verb @ ("reads" | "writes")), heap) => {
                    let name = Spanned::new(cell.span(), heap.unwrap_or("world").to_owned());
                    if let Some(id) = self.heap(spec, file, &name) {
                        let mask = spec.heaps[id.0].mask;
                        *(if verb == "reads" {
                            &mut effects.reads
                        } else {
                            &mut effects.writes
                        }) |= mask;
                    }
                }
                (Some("raises"), None) => effects.raises = true,
                (Some("allocates"), None) => effects.allocates = true,
                (Some("calls"), None) => {
                    let all = spec.heaps.first().map_or(0, |h| h.mask);
                    effects = Effects {
                        reads: all,
                        writes: all,
                        raises: true,
                        calls: true,
                        allocates: true,
                    };
                }
                _ => {
                    let words = ["reads", "writes", "raises", "allocates", "calls"];
                    self.push(
                        Report::new(span, format!("unknown effect `{}`", cell.get_ref()))
                            .did_you_mean(cell.get_ref().split(' ').next().unwrap_or_default(), words)
                            .help("effects: `reads HEAP`, `writes HEAP`, `raises`, `allocates`, `calls`"),
                    );
                }
            }
        }
        effects
    }

    fn layouts(&mut self, dir: &Path, spec: &mut Spec) {
        let names = std::iter::once("layouts.toml".to_owned()).chain(folder(dir, "layouts"));
        let files: Vec<(FileId, LayoutsFile)> = names.filter_map(|n| self.parse(dir, &n)).collect();
        // Names first: fields refer forwards.
        let rows: Vec<(FileId, &LayoutRow)> = files
            .iter()
            .flat_map(|(f, rows)| rows.layout.iter().map(|r| (*f, r)))
            .collect();
        for &(file, row) in &rows {
            let known: Vec<_> = spec
                .layouts
                .iter()
                .map(|l| (l.name.clone(), l.span))
                .collect();
            self.unique("layout", &row.name, file, &known);
            let name = row.name.get_ref().clone();
            let doc = self.doc(file, &row.doc, &row.name);
            spec.layouts.push(Layout {
                strukt: row
                    .strukt
                    .as_ref()
                    .map_or_else(|| camel(&name), |s| s.get_ref().clone()),
                python: row.python.as_ref().map(|s| s.get_ref().clone()),
                mask: row.mask,
                immediate: row.immediate.as_ref().is_some_and(|b| *b.get_ref()),
                external: row.external.as_ref().map(|s| s.get_ref().clone()),
                base: None,
                fields: Vec::new(),
                inherited: 0,
                tail: None,
                trace: row.trace.as_ref().map(|s| s.get_ref().clone()),
                finalize: row.finalize.as_ref().map(|s| s.get_ref().clone()),
                doc,
                span: self.span(file, &row.name),
                name,
            });
        }
        for (i, &(file, row)) in rows.iter().enumerate() {
            self.layout_fields(file, row, i, spec);
        }
    }

    fn layout_fields(&mut self, file: FileId, row: &LayoutRow, i: usize, spec: &mut Spec) {
        let own = spec
            .heaps
            .iter()
            .position(|h| h.name == *row.name.get_ref());
        let default = HeapId(
            own.or_else(|| spec.heaps.iter().position(|h| h.name == "object"))
                .unwrap_or(0),
        );
        let mut fields = Vec::new();
        if let Some(base) = &row.base {
            match spec.layouts[..i]
                .iter()
                .position(|l| l.name == *base.get_ref())
            {
                Some(b) => {
                    spec.layouts[i].base = Some(LayoutId(b));
                    for f in &spec.layouts[b].fields {
                        fields.push(Field {
                            name: f.name.clone(),
                            ty: f.ty.clone(),
                            is_const: f.is_const,
                            heap: f.heap,
                            doc: f.doc.clone(),
                            span: f.span,
                        });
                    }
                    spec.layouts[i].inherited = fields.len();
                }
                None => {
                    let span = self.span(file, base);
                    self.push(
                        Report::new(span, format!("unknown base layout `{}`", base.get_ref()))
                            .did_you_mean(
                                base.get_ref(),
                                spec.layouts[..i].iter().map(|l| l.name.as_str()),
                            )
                            .help("a base stands above the layouts that extend it"),
                    );
                }
            }
        }
        for f in &row.fields {
            let known: Vec<_> = fields
                .iter()
                .map(|f: &Field| (f.name.clone(), f.span))
                .collect();
            self.unique("field", &f.name, file, &known);
            let heap = f
                .heap
                .as_ref()
                .and_then(|h| self.heap(spec, file, h))
                .unwrap_or(default);
            let doc = self.doc(file, &f.doc, &f.name);
            if let Some(ty) = self.field_type(file, &f.ty, spec) {
                fields.push(Field {
                    name: f.name.get_ref().clone(),
                    ty,
                    is_const: f.is_const,
                    heap,
                    doc,
                    span: self.span(file, &f.name),
                });
            }
        }
        if let Some(t) = &row.tail {
            let len = fields.iter().position(|f| f.name == *t.len.get_ref());
            if len.is_none() {
                let span = self.span(file, &t.len);
                self.push(
                    Report::new(
                        span,
                        format!("the tail's length is no field: `{}`", t.len.get_ref()),
                    )
                    .did_you_mean(t.len.get_ref(), fields.iter().map(|f| f.name.as_str())),
                );
            }
            let heap = t
                .heap
                .as_ref()
                .and_then(|h| self.heap(spec, file, h))
                .unwrap_or(default);
            let doc = self.doc(file, &t.doc, &t.name);
            if let (Some(ty), Some(len)) = (self.field_type(file, &t.ty, spec), len) {
                let field = Field {
                    name: t.name.get_ref().clone(),
                    ty,
                    is_const: t.is_const,
                    heap,
                    doc,
                    span: self.span(file, &t.name),
                };
                spec.layouts[i].tail = Some(Tail { field, len });
            }
        }
        spec.layouts[i].fields = fields;
    }

    fn field_type(&mut self, file: FileId, cell: &S, spec: &Spec) -> Option<FieldType> {
        let text = cell.get_ref().as_str();
        if let Some(rust) = text.strip_prefix("native ") {
            return Some(FieldType::Native(rust.to_owned()));
        }
        const SCALARS: &[&str] = &[
            "i64", "u64", "i32", "u32", "u16", "u8", "f64", "bool", "usize",
        ];
        if let Some(s) = SCALARS.iter().find(|s| **s == text) {
            return Some(FieldType::Scalar(s));
        }
        let (base, optional) = match text.strip_suffix('?') {
            Some(b) => (b, true),
            None => (text, false),
        };
        if base == "value" {
            return Some(FieldType::Value { optional });
        }
        match spec
            .layouts
            .iter()
            .position(|l| l.name == base && !l.immediate)
        {
            Some(l) => Some(FieldType::Ref {
                layout: LayoutId(l),
                optional,
            }),
            None => {
                let span = self.span(file, cell);
                let names = SCALARS
                    .iter()
                    .copied()
                    .chain(["value"])
                    .chain(spec.layouts.iter().map(|l| l.name.as_str()));
                self.push(
                    Report::new(span, format!("unknown field type `{text}`"))
                        .did_you_mean(base, names)
                        .help("a scalar, `value`, `value?`, a layout, `layout?`, or `native RustType`"),
                );
                None
            }
        }
    }

    pub(crate) fn scope<'a>(&self, spec: &'a Spec) -> Scope<'a> {
        Scope {
            layouts: &spec.layouts,
            prims: &spec.prims,
            hooks: &spec.hooks,
            heaps: &spec.heaps,
        }
    }

    /// Parameters and result of a primitive or hook, and whether `raises` was written.
    pub(crate) fn signature(
        &mut self,
        spec: &Spec,
        file: FileId,
        cell: &S,
    ) -> Option<(Params, Repr, bool)> {
        let text = self.text(file, cell);
        let signature = match parse_signature(&text) {
            Ok(s) => s,
            Err(r) => {
                self.push(r);
                return None;
            }
        };
        let scope = self.scope(spec);
        let mut params = Vec::new();
        let mut reports = Vec::new();
        for p in &signature.params {
            match scope.repr(&p.ty) {
                Ok(r) => params.push((p.name.text.clone(), r)),
                Err(r) => reports.push(r),
            }
        }
        let result = scope.repr(&signature.result);
        self.reports.extend(reports);
        match result {
            Ok(result) => Some((params, result, signature.raises)),
            Err(r) => {
                self.push(r);
                None
            }
        }
    }

    fn prims(&mut self, dir: &Path, spec: &mut Spec) {
        let Some((file, rows)) = self.parse::<PrimsFile>(dir, "prims.toml") else {
            return;
        };
        for row in &rows.prims {
            let known: Vec<_> = spec
                .prims
                .iter()
                .map(|p| (p.name.clone(), p.span))
                .collect();
            self.unique("primitive", &row.name, file, &known);
            let doc = self.doc(file, &row.doc, &row.name);
            let effects = self.effects(spec, file, &row.effects);
            let Some((params, result, _)) = self.signature(spec, file, &row.signature) else {
                continue;
            };
            spec.prims.push(Prim {
                name: row.name.get_ref().clone(),
                alias: row.alias.as_ref().map(|a| a.get_ref().clone()),
                params,
                result,
                exits: row.exits,
                effects,
                doc,
                span: self.span(file, &row.name),
            });
        }
    }

    fn hooks(&mut self, dir: &Path, spec: &mut Spec) {
        let Some((file, rows)) = self.parse::<HooksFile>(dir, "hooks.toml") else {
            return;
        };
        for row in &rows.hooks {
            let span = self.span(file, &row.name);
            let known: Vec<_> = spec
                .hooks
                .iter()
                .map(|p| (p.name.clone(), p.span))
                .collect();
            self.unique("hook", &row.name, file, &known);
            if !row.name.get_ref().contains("::") {
                self.push(Report::new(span, "a hook's name is `group::name`"));
            }
            let doc = self.doc(file, &row.doc, &row.name);
            let mut effects = self.effects(spec, file, &row.effects);
            let Some((params, result, raises)) = self.signature(spec, file, &row.signature) else {
                continue;
            };
            if raises && result == Repr::Float {
                let at = self.span(file, &row.signature);
                self.push(
                    Report::new(at, "a float has no bits left to say that it raised")
                        .help("return a `value`"),
                );
            }
            if effects.raises && !raises {
                let at = self.span(file, &row.signature);
                self.push(
                    Report::new(
                        at,
                        format!(
                            "`{}` can fail, but its signature has no `raises`",
                            row.name.get_ref()
                        ),
                    )
                    .here("no sentinel for the exception")
                    .help(
                        "end the signature with `raises`: the Rust function then returns PyResult",
                    ),
                );
            }
            effects.raises |= raises;
            spec.hooks.push(Hook {
                name: row.name.get_ref().clone(),
                params,
                result,
                effects,
                doc,
                span,
            });
        }
    }

    pub(crate) fn hook(&mut self, spec: &Spec, file: FileId, name: &S) -> Option<HookId> {
        let found = spec.hooks.iter().position(|h| h.name == *name.get_ref());
        if found.is_none() {
            let span = self.span(file, name);
            self.push(
                Report::new(span, format!("unknown hook `{}`", name.get_ref()))
                    .did_you_mean(name.get_ref(), spec.hooks.iter().map(|h| h.name.as_str()))
                    .help("hooks are rows of hooks.toml"),
            );
        }
        found.map(HookId)
    }

    /// Declared against derived effects.
    pub(crate) fn compare_effects(
        &mut self,
        spec: &Spec,
        declared: Effects,
        derived: Effects,
        span: Span,
    ) {
        if declared == derived {
            return;
        }
        self.push(
            Report::new(span, "declared effects differ from what the body does")
                .here(format!("declared: {}", effects_text(spec, declared)))
                .help(format!("the body: {}", effects_text(spec, derived))),
        );
    }

    pub(crate) fn body(
        &mut self,
        spec: &Spec,
        file: FileId,
        cell: &S,
        params: &[(String, Repr)],
        result: Repr,
        in_cell: bool,
    ) -> Option<Func> {
        let text = self.text(file, cell);
        let stmts = match parse_body(&text) {
            Ok(s) => s,
            Err(r) => {
                self.push(r);
                return None;
            }
        };
        match lower(self.scope(spec), params, &stmts, result, text.span, in_cell) {
            Ok(f) => Some(f),
            Err(reports) => {
                self.reports.extend(reports);
                None
            }
        }
    }
}

/// Effects as a row would declare them.
pub fn effects_text(spec: &Spec, effects: Effects) -> String {
    let mut words = Vec::new();
    if effects.calls {
        return "calls".into();
    }
    for (verb, mut bits) in [("reads", effects.reads), ("writes", effects.writes)] {
        for heap in &spec.heaps {
            if bits != 0 && heap.mask & bits == heap.mask {
                words.push(format!("{verb} {}", heap.name));
                bits &= !heap.mask;
            }
        }
    }
    if effects.raises {
        words.push("raises".into());
    }
    if effects.allocates {
        words.push("allocates".into());
    }
    if words.is_empty() {
        "pure".into()
    } else {
        words.join(", ")
    }
}

/// `heap_int` → `HeapInt`
pub fn camel(name: &str) -> String {
    name.split(['_', ':', '.'])
        .filter(|p| !p.is_empty())
        .map(|p| {
            let mut chars = p.chars();
            chars
                .next()
                .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
        })
        .collect()
}

/// A name with the position of its cell.
pub fn name_of(text: &Text) -> Name {
    Name {
        text: text.text.clone(),
        span: text.span,
    }
}
