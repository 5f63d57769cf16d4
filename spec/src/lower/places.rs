//! Fields and elements in bodies, and the proof that an element's index is in bounds.

use super::{CELL_FIELDS, Lower, Scope, Typed, field_repr};
use crate::diag::{Report, Span};
use crate::model::*;
use crate::syntax::{Expr, ExprKind, Name};

impl Lower<'_> {
    pub(super) fn load(&mut self, e: &Expr, base: &Expr, name: &Name) -> Result<Typed, Report> {
        if self.in_cell && matches!(&base.kind, ExprKind::Name(n) if n == "cell") {
            return match CELL_FIELDS.iter().find(|f| f.0 == name.text) {
                Some((field, repr)) => {
                    Ok((self.fresh(*repr, |t| Inst::CellField(t, field)), *repr))
                }
                None => Err(Report::new(
                    name.span,
                    format!("a cache entry has no field `{}`", name.text),
                )
                .did_you_mean(&name.text, CELL_FIELDS.iter().map(|f| f.0))),
            };
        }
        let (object, layout) = self.object(base)?;
        let l = &self.scope.layouts[layout.0];
        if l.tail.as_ref().is_some_and(|t| t.field.name == name.text) {
            return Err(Report::new(
                e.span,
                format!("`{}` is the tail of `{}`", name.text, l.name),
            )
            .here("index it, or pass the object itself"));
        }
        let index = self.field(layout, name)?;
        let field = &l.fields[index];
        let Some(repr) = field_repr(&field.ty) else {
            return Err(Report::new(
                name.span,
                format!("bodies cannot touch the native field `{}`", name.text),
            ));
        };
        if !field.is_const {
            self.read(field.heap);
        }
        Ok((
            self.fresh(repr, |t| Inst::LoadField(t, object, layout, index)),
            repr,
        ))
    }

    pub(super) fn store(&mut self, place: &Expr, value: &Expr) -> Result<(), Report> {
        let bits = |heap: HeapId, scope: &Scope<'_>| Effects {
            writes: scope.heap_bits(heap),
            ..Effects::default()
        };
        match &place.kind {
            ExprKind::Field(base, name) => {
                let (base, layout) = self.object(base)?;
                let index = self.field(layout, name)?;
                let field = &self.scope.layouts[layout.0].fields[index];
                if field.is_const {
                    return Err(
                        Report::new(name.span, format!("`{}` is constant", name.text))
                            .here("stored to here")
                            .also(field.span, "declared `const` here"),
                    );
                }
                let Some(due) = field_repr(&field.ty) else {
                    return Err(Report::new(
                        name.span,
                        format!("bodies cannot touch the native field `{}`", name.text),
                    ));
                };
                let heap = field.heap;
                let typed = self.expr(value)?;
                let operand = self.coerce(typed, due, value.span)?;
                let effects = bits(heap, &self.scope);
                self.effect(effects, place.span, || "this store is an effect".into());
                self.insts
                    .push(Inst::StoreField(base, layout, index, operand));
            }
            ExprKind::Index(base, index) if self.is_out(base) => {
                let (out, _) = self.expr(base)?;
                let ExprKind::Int(i) = index.kind else {
                    return Err(Report::new(
                        index.span,
                        "registers are numbered by literals",
                    ));
                };
                let typed = self.expr(value)?;
                let operand = self.coerce(typed, Repr::OptValue, value.span)?;
                self.insts.push(Inst::StoreOut(out, i, operand));
            }
            ExprKind::Index(base, index) => {
                let (base, layout, element, heap, is_const) = self.elements(base)?;
                if is_const {
                    return Err(Report::new(place.span, "these elements are constant"));
                }
                let at = index.span;
                let typed = self.expr(index)?;
                let index = self.coerce(typed, Repr::I64, at)?;
                self.in_bounds(&index, layout, at)?;
                let typed = self.expr(value)?;
                let operand = self.coerce(typed, element, value.span)?;
                let effects = bits(heap, &self.scope);
                self.effect(effects, place.span, || "this store is an effect".into());
                self.insts
                    .push(Inst::StoreElem(base, layout, index, operand));
            }
            _ => {
                return Err(Report::new(place.span, "cannot store here")
                    .here("names are single-assignment")
                    .help("define a name with `let`; store to `x.field` or `x[i]`"));
            }
        }
        Ok(())
    }

    /// An expression that must be a typed object.
    fn object(&mut self, e: &Expr) -> Result<(Operand, LayoutId), Report> {
        match self.expr(e)? {
            (operand, Repr::Ptr(layout)) => Ok((operand, layout)),
            (_, other) => {
                let mut report = Report::new(e.span, "not an object with fields")
                    .here(format!("this is `{}`", self.scope.repr_name(other)));
                if matches!(other, Repr::Value) {
                    report = report.help("give it a layout first: `x as list else slow`");
                } else if matches!(other, Repr::OptPtr(_)) {
                    report = report.help("it may be null: `some(x) else slow`");
                }
                Err(report)
            }
        }
    }

    fn field(&self, layout: LayoutId, name: &Name) -> Result<usize, Report> {
        let l = &self.scope.layouts[layout.0];
        l.fields
            .iter()
            .position(|f| f.name == name.text)
            .ok_or_else(|| {
                Report::new(
                    name.span,
                    format!("layout `{}` has no field `{}`", l.name, name.text),
                )
                .did_you_mean(&name.text, l.fields.iter().map(|f| f.name.as_str()))
                .also(l.span, "the layout")
            })
    }

    /// The base of an index expression: the object whose tail it is, and the element's facts.
    /// `self.items` of a reference field means the tail of the referenced object.
    pub(super) fn elements(
        &mut self,
        base: &Expr,
    ) -> Result<(Operand, LayoutId, Repr, HeapId, bool), Report> {
        if let ExprKind::Field(inner, name) = &base.kind {
            let (object, layout) = self.object(inner)?;
            let l = &self.scope.layouts[layout.0];
            if let Some(tail) = l.tail.as_ref().filter(|t| t.field.name == name.text) {
                let repr = field_repr(&tail.field.ty).unwrap_or(Repr::Value);
                return Ok((object, layout, repr, tail.field.heap, tail.field.is_const));
            }
        }
        let (object, layout) = self.object(base)?;
        let l = &self.scope.layouts[layout.0];
        match &l.tail {
            Some(tail) => {
                let repr = field_repr(&tail.field.ty).unwrap_or(Repr::Value);
                Ok((object, layout, repr, tail.field.heap, tail.field.is_const))
            }
            None => Err(
                Report::new(base.span, format!("layout `{}` has no elements", l.name))
                    .also(l.span, "it declares no `tail`"),
            ),
        }
    }

    /// The operand before implicit conversions.
    fn root(&self, operand: &Operand) -> Operand {
        let mut at = operand.clone();
        while let Operand::Tmp(t) = at {
            let from = self.insts.iter().find_map(|i| match i {
                Inst::Widen(d, from) if *d == t => Some(from.clone()),
                _ => None,
            });
            match from {
                Some(from) => at = from,
                None => break,
            }
        }
        at
    }

    /// Whether an operand was loaded from a field.
    fn is_field(&self, operand: &Operand) -> bool {
        self.insts.iter().any(|i| match i {
            Inst::LoadField(t, ..) => Operand::Tmp(*t) == *operand,
            _ => false,
        })
    }

    /// Remembers which operands a condition that holds from here on has compared.
    pub(super) fn note_tested(&mut self, cond: &Operand) {
        let Operand::Tmp(t) = cond else { return };
        let compared = self.insts.iter().find_map(|i| match i {
            Inst::Prim(d, p, args) if d == t => Some((&self.scope.prims[p.0], args.clone())),
            _ => None,
        });
        let Some((prim, args)) = compared else { return };
        let whole = prim.name == "in_bounds";
        for arg in args {
            let root = self.root(&arg);
            // A field that counts is not negative; a number from Python may be.
            if whole || matches!(root, Operand::Int(..)) || self.is_field(&root) {
                self.tested.push(root);
            }
        }
    }

    /// Elements are accessed unchecked, so a `require` must have compared the index. What a cache
    /// entry holds was checked when it was made.
    pub(super) fn in_bounds(
        &self,
        index: &Operand,
        layout: LayoutId,
        span: Span,
    ) -> Result<(), Report> {
        let root = self.root(index);
        let cached = self
            .insts
            .iter()
            .any(|i| matches!(i, Inst::CellField(t, _) if Operand::Tmp(*t) == root));
        let tested = match root {
            Operand::Int(..) => !self.tested.is_empty(),
            _ => self.tested.contains(&root),
        };
        if cached || tested {
            return Ok(());
        }
        let l = &self.scope.layouts[layout.0];
        let len = l
            .tail
            .as_ref()
            .map_or("len", |t| l.fields[t.len].name.as_str());
        Err(Report::new(span, "element access without a bounds test")
            .here("nothing has shown this index to be within bounds")
            .help(format!(
                "write `require in_bounds(i, x.{len}) else slow` before it"
            )))
    }
}
