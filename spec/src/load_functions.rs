//! Builtin functions and methods: signatures, wording of errors, fast paths.

use crate::diag::{FileId, Report, Span};
use crate::load::Loader;
use crate::load_types::full_path;
use crate::model::*;
use crate::rows::*;
use crate::syntax::{Name, Param, Signature, parse_signature};

impl Loader {
    #[allow(clippy::too_many_arguments)]
    pub(crate) fn functions(
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
        // Conversions ask objects of any class: `__index__`, `__float__`, truth.
        let converts = params.iter().any(|p| {
            matches!(
                p.kind,
                ParamKind::Int
                    | ParamKind::I32
                    | ParamKind::Index
                    | ParamKind::Float
                    | ParamKind::Truth
            )
        });
        effects.calls |= converts;
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
        let ready = row.ready.as_ref().map(|r| {
            let asked = match kind {
                FunctionKind::Method => {
                    matches!(params.first().map(|p| &p.kind), Some(ParamKind::Layout(_)))
                }
                FunctionKind::Function => true,
                _ => false,
            };
            if !asked || row.keywords {
                self.push(Report::new(
                    self.span(file, r),
                    "only a function or a method of a layout, without keywords, can be asked whether it is `ready`",
                ));
            }
            full_path(r.get_ref(), group, root)
        });
        Some(Builtin {
            ready,
            usage: row.usage.as_ref().map(|u| u.get_ref().clone()),
            name: row.name.get_ref().clone(),
            called: row.called.as_ref().unwrap_or(&row.name).get_ref().clone(),
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
                wide: None,
                span,
            });
        }
        self.no_wide(file, &row.case);
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
            (_, "read_only") => ParamKind::ReadOnly,
            (_, "chars") => ParamKind::Chars,
            (_, "string") => ParamKind::String,
            (_, "descriptor") => ParamKind::Descriptor,
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
                        let known = [
                            "value",
                            "int",
                            "i32",
                            "index",
                            "float",
                            "bool",
                            "bytes",
                            "read_only",
                            "chars",
                            "string",
                            "descriptor",
                        ];
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

/// `list_append`; a special method keeps its underscores apart: `str_format`, `str_special_format`.
fn builtin_id(owner: &str, name: &str) -> String {
    match name.strip_prefix("__").and_then(|n| n.strip_suffix("__")) {
        Some(n) => format!("{owner}_special_{n}"),
        None => format!("{owner}_{}", name.trim_matches('_')),
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
        ParamKind::Bytes | ParamKind::ReadOnly | ParamKind::Chars | ParamKind::String => string,
        ParamKind::Layout(_) if none => {
            return Err("an object that may be absent is `LAYOUT?`, without default");
        }
        ParamKind::Layout(_) => string,
        ParamKind::OptValue | ParamKind::OptLayout(_) => {
            return Err("what is `?` has no default: it is absent");
        }
        ParamKind::Rest | ParamKind::Keywords | ParamKind::Descriptor => false,
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
