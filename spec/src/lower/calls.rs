//! Calls and conditionals in bodies: primitives by name or symbol, hooks, `if`.

use super::{Lower, Typed};
use crate::diag::{Report, Span};
use crate::model::*;
use crate::syntax::{Expr, Name};

impl Lower<'_> {
    pub(super) fn call(
        &mut self,
        e: &Expr,
        path: &Name,
        args: &[Expr],
        slow: Option<Span>,
    ) -> Result<Typed, Report> {
        if !path.text.contains("::") {
            let args: Vec<&Expr> = args.iter().collect();
            if let Some(i) = self.scope.prims.iter().position(|p| p.name == path.text) {
                let typed = self.args(&args)?;
                return self.prim(PrimId(i), typed, slow, e.span);
            }
            if self
                .scope
                .prims
                .iter()
                .any(|p| p.alias.as_ref() == Some(&path.text))
            {
                return self.overloaded(&path.text, &args, slow, e.span);
            }
            let names = self
                .scope
                .prims
                .iter()
                .flat_map(|p| [Some(p.name.as_str()), p.alias.as_deref()])
                .flatten();
            return Err(
                Report::new(path.span, format!("unknown primitive `{}`", path.text))
                    .did_you_mean(
                        &path.text,
                        names.filter(|n| n.starts_with(char::is_alphabetic)),
                    )
                    .help("primitives are rows of prims.toml; hooks are written `group::name`"),
            );
        }
        let Some(i) = self.scope.hooks.iter().position(|h| h.name == path.text) else {
            return Err(
                Report::new(path.span, format!("unknown hook `{}`", path.text))
                    .did_you_mean(&path.text, self.scope.hooks.iter().map(|h| h.name.as_str()))
                    .help("hooks are rows of hooks.toml"),
            );
        };
        let hook = &self.scope.hooks[i];
        if let Some(slow) = slow {
            return Err(Report::new(
                slow,
                format!("hook `{}` has no `else slow` edge", hook.name),
            )
            .help("a failing hook propagates its exception"));
        }
        let typed = self.args(&args.iter().collect::<Vec<_>>())?;
        if typed.len() != hook.params.len() {
            return Err(arity(e.span, &hook.name, hook.params.len(), typed.len())
                .also(hook.span, "declared here"));
        }
        let mut operands = Vec::new();
        for ((typed, span), (_, due)) in typed.into_iter().zip(&hook.params) {
            operands.push(self.coerce(typed, *due, span)?);
        }
        let name = hook.name.clone();
        self.effect(hook.effects, e.span, || format!("`{name}` is an effect"));
        Ok((
            self.fresh(hook.result, |t| Inst::Hook(t, HookId(i), operands)),
            hook.result,
        ))
    }

    pub(super) fn args(&mut self, args: &[&Expr]) -> Result<Vec<(Typed, Span)>, Report> {
        args.iter().map(|a| Ok((self.expr(a)?, a.span))).collect()
    }

    /// A primitive by its own name.
    pub(super) fn prim(
        &mut self,
        id: PrimId,
        args: Vec<(Typed, Span)>,
        slow: Option<Span>,
        span: Span,
    ) -> Result<Typed, Report> {
        let prim = &self.scope.prims[id.0];
        if args.len() != prim.params.len() {
            return Err(arity(span, &prim.name, prim.params.len(), args.len())
                .also(prim.span, "declared here"));
        }
        match (prim.exits, slow) {
            (true, Some(at)) => self.exit(at)?,
            (true, None) => {
                return Err(Report::new(span, format!("`{}` can fail", prim.name))
                    .help("write where to go then: `… else slow`")
                    .also(prim.span, "declared with `exits`"));
            }
            (false, Some(at)) => {
                return Err(Report::new(at, format!("`{}` cannot fail", prim.name))
                    .here("this edge is never taken"));
            }
            (false, None) => {}
        }
        let bound = self.bind(prim, &args);
        let mut operands = Vec::new();
        for (((operand, repr), at), (_, due)) in args.into_iter().zip(&prim.params) {
            let due = match (due, bound) {
                (Repr::Var(_), Some(b)) => b,
                (Repr::OptVar(_), Some(b)) => optional(b),
                (due, _) => *due,
            };
            operands.push(self.coerce((operand, repr), due, at)?);
        }
        let result = match (prim.result, bound) {
            (Repr::Var(_), Some(b)) => b,
            (Repr::OptVar(_), Some(b)) => optional(b),
            (r, _) => r,
        };
        let name = prim.name.clone();
        self.effect(prim.effects, span, || format!("`{name}` is an effect"));
        Ok((self.fresh(result, |t| Inst::Prim(t, id, operands)), result))
    }

    /// What the type variable of a primitive stands for, given the arguments.
    fn bind(&self, prim: &Prim, args: &[(Typed, Span)]) -> Option<Repr> {
        let mut bound = None;
        for (((operand, repr), _), (_, due)) in args.iter().zip(&prim.params) {
            let this = match (due, repr) {
                (Repr::Var('N'), Repr::Int) if matches!(operand, Operand::Int(..)) => {
                    bound.or(Some(Repr::Int))
                }
                (Repr::Var('N'), Repr::Int) => match bound {
                    Some(Repr::I64) => bound,
                    _ => Some(Repr::Int),
                },
                (Repr::Var('N'), _) => Some(Repr::I64),
                (Repr::Var(_), r) => Some(bound.unwrap_or(*r)),
                (Repr::OptVar(_), Repr::OptValue) => Some(Repr::Value),
                (Repr::OptVar(_), Repr::OptPtr(l)) => Some(Repr::Ptr(*l)),
                _ => bound,
            };
            bound = this;
        }
        bound
    }

    /// Whether an argument fits a parameter without a check, and how exactly (0 is best).
    fn fit(&self, (operand, repr): &Typed, due: Repr) -> Option<u32> {
        let literal = matches!(operand, Operand::Int(..));
        match (*repr, due) {
            (a, b) if a == b => Some(0),
            (Repr::OptValue | Repr::OptPtr(_), Repr::OptVar(_)) => Some(0),
            (Repr::Int | Repr::I64, Repr::Var('N')) => Some(0),
            (_, Repr::Var('T')) => Some(1),
            (Repr::Int, Repr::I64) | (Repr::U32, Repr::I64) => Some(1),
            (Repr::Int, Repr::U32) if literal => Some(1),
            (Repr::Int | Repr::Float | Repr::Bool | Repr::None | Repr::Ptr(_), Repr::Value) => {
                Some(3)
            }
            _ => None,
        }
    }

    /// An operator symbol or conversion name: the primitive whose parameters fit best.
    pub(super) fn overloaded(
        &mut self,
        symbol: &str,
        args: &[&Expr],
        slow: Option<Span>,
        span: Span,
    ) -> Result<Typed, Report> {
        let typed = self.args(args)?;
        let candidates = self
            .scope
            .prims
            .iter()
            .enumerate()
            .filter(|(_, p)| p.alias.as_deref() == Some(symbol));
        let best = candidates
            .filter(|(_, p)| p.params.len() == typed.len())
            .filter_map(|(i, p)| {
                let cost: Option<u32> = typed
                    .iter()
                    .zip(&p.params)
                    .map(|((t, _), (_, due))| self.fit(t, *due))
                    .sum();
                cost.map(|c| (c, i))
            })
            .min();
        match best {
            Some((_, i)) => self.prim(PrimId(i), typed, slow, span),
            None => {
                let given: Vec<String> = typed
                    .iter()
                    .map(|((_, r), _)| format!("`{}`", self.scope.repr_name(*r)))
                    .collect();
                let mut report = Report::new(
                    span,
                    format!("no primitive `{symbol}` for {}", given.join(" and ")),
                );
                let known = self
                    .scope
                    .prims
                    .iter()
                    .filter(|p| p.alias.as_deref() == Some(symbol));
                for p in known {
                    let takes: Vec<String> = p
                        .params
                        .iter()
                        .map(|(_, r)| self.scope.repr_name(*r))
                        .collect();
                    report = report.help(format!("`{}` takes ({})", p.name, takes.join(", ")));
                }
                Err(report)
            }
        }
    }

    fn branch(&mut self, e: &Expr) -> Result<(Vec<Inst>, Typed), Report> {
        let outer = std::mem::take(&mut self.insts);
        let typed = self.expr(e);
        let insts = std::mem::replace(&mut self.insts, outer);
        Ok((insts, typed?))
    }

    pub(super) fn conditional(
        &mut self,
        cond: &Expr,
        then: &Expr,
        other: &Expr,
        span: Span,
    ) -> Result<Typed, Report> {
        let typed = self.expr(cond)?;
        let cond = self.coerce(typed, Repr::Bool, cond.span)?;
        let before = self.committed.clone();
        let (then_insts, a) = self.branch(then)?;
        let after_then = std::mem::replace(&mut self.committed, before);
        let (other_insts, b) = self.branch(other)?;
        self.committed = self.committed.take().or(after_then);
        let repr = match (a.1, b.1) {
            (x, y) if x == y => x,
            (x, _) if self.fit(&b, x).is_some() => x,
            (_, y) if self.fit(&a, y).is_some() => y,
            (
                Repr::Int | Repr::Float | Repr::Bool | Repr::None | Repr::Ptr(_),
                Repr::Int | Repr::Float | Repr::Bool | Repr::None | Repr::Ptr(_),
            ) => Repr::Value,
            (x, y) => {
                return Err(Report::new(then.span, "the two branches disagree")
                    .here(format!("this is `{}`", self.scope.repr_name(x)))
                    .also(other.span, format!("this is `{}`", self.scope.repr_name(y))));
            }
        };
        let then_block = self.finish_branch(then_insts, a, repr, then.span)?;
        let other_block = self.finish_branch(other_insts, b, repr, other.span)?;
        let _ = span;
        Ok((
            self.fresh(repr, |t| Inst::If(t, cond, then_block, other_block)),
            repr,
        ))
    }

    fn finish_branch(
        &mut self,
        insts: Vec<Inst>,
        typed: Typed,
        due: Repr,
        span: Span,
    ) -> Result<Block, Report> {
        let outer = std::mem::replace(&mut self.insts, insts);
        let result = self.coerce(typed, due, span);
        let insts = std::mem::replace(&mut self.insts, outer);
        Ok(Block {
            insts,
            result: result?,
        })
    }
}

fn optional(repr: Repr) -> Repr {
    match repr {
        Repr::Value => Repr::OptValue,
        Repr::Ptr(l) => Repr::OptPtr(l),
        other => other,
    }
}

fn arity(span: Span, name: &str, takes: usize, given: usize) -> Report {
    let s = if takes == 1 { "" } else { "s" };
    Report::new(
        span,
        format!("`{name}` takes {takes} argument{s}, {given} given"),
    )
}
