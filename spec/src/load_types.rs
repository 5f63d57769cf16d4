//! Types, exceptions, modules: the tables of builtins.

use std::path::Path;

use crate::diag::{FileId, Report};
use crate::load::{Loader, folder};
use crate::model::*;
use crate::rows::*;

/// Names of the flags of types.
const FLAGS: &[&str] = &[
    "base", "dict", "type", "iterator", "final", "weak", "class", "word", "unlisted", "solid",
    "fresh",
];

struct Head<'a> {
    name: &'a S,
    id: &'a Option<S>,
    layout: &'a Option<S>,
    base: &'a Option<S>,
    module: &'a Option<S>,
    flags: &'a [S],
    dict: &'a Option<S>,
    group: &'a Option<S>,
    visible: Option<u32>,
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
        visible: h.visible,
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
        visible: h.visible,
        doc: &h.doc,
        slots: &h.slots,
        method: &h.method,
        getset: &h.getset,
        member: &h.member,
    });
    top.chain(rest).collect()
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
            visible: None,
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
            visible: None,
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
                member: g.member,
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
            let source = match (&m.field, m.item) {
                (Some(name), None) => match fields.iter().position(|f| f.name == *name.get_ref()) {
                    Some(field) => MemberSource::Field(field),
                    None => {
                        let at = self.span(file, name);
                        let report = Report::new(
                            at,
                            format!("no field `{}` in the type's layout", name.get_ref()),
                        )
                        .did_you_mean(name.get_ref(), fields.iter().map(|f| f.name.as_str()));
                        self.push(report);
                        continue;
                    }
                },
                (None, Some(item)) if head.visible.is_some() => MemberSource::Item(item),
                _ => {
                    let at = self.span(file, &m.name);
                    self.push(Report::new(
                        at,
                        "a member has a `field`, or in a struct sequence an `item`".to_owned(),
                    ));
                    continue;
                }
            };
            members.push(Member {
                name: m.name.get_ref().clone(),
                source,
                writable: m.writable,
                doc: m
                    .doc
                    .as_ref()
                    .map_or_else(String::new, |d| d.get_ref().trim().to_owned()),
            });
        }
        let t = &mut spec.types[at];
        t.visible = head.visible;
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
            // A type may have the module's name (`datetime.time`) and methods of the same names.
            let owner = if spec.types.iter().any(|t| t.id == id) {
                format!("{id}_module")
            } else {
                id
            };
            let functions = self.functions(
                file,
                &rows.function,
                &owner,
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
                constants: constants(&rows),
                doc,
                span: self.span(file, &head.name),
            });
        }
    }
}

/// What a module's file says about its constants.
fn constants(rows: &ModuleFile) -> Vec<(String, Constant)> {
    let own = rows.constants.iter().map(|(name, cell)| {
        let constant = match cell {
            ConstantCell::Number(n) => Constant::Number(*n),
            ConstantCell::Text(s) => Constant::Text(s.clone()),
        };
        (name.clone(), constant)
    });
    let libc = rows.module.libc.iter();
    own.chain(libc.map(|n| (n.get_ref().clone(), Constant::Libc)))
        .collect()
}

/// `append` → `builtins::list::append`, `number::add` → `builtins::number::add`, `crate::x::y` → `x::y`
pub(crate) fn full_path(written: &str, group: &str, root: &str) -> String {
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
