//! How calls are performed: what their caches say of the callee, and whether the arguments fit it.

use interp::normal::Op;
use runtime::layouts::TypeMask;
use runtime::ops::{Protocol, call_kind};

use super::super::ir::*;
use super::super::snapshot::{Callee, ClassShot, NativeShot, Snapshot, UnitShot};
use super::{Fail, Plan, Ty, Typer, result_of};
use crate::transfer::{self, CaseInfo};

impl Typer<'_> {
    pub(super) fn call(
        &self,
        inst: &Inst,
        unit: &UnitShot,
        settled: bool,
        refined: &mut [Ty],
        outs: &mut [Ty],
    ) -> Plan {
        let cache = &unit.caches[unit.normal.nodes[inst.pc as usize].cell as usize];
        let names = refined.last().copied().unwrap_or(Ty::ANY);
        let (first, receiver) = arguments(inst, refined);
        let keywords = match names.known {
            Some(0) => Some(&[][..]),
            Some(bits) => self.shot.names.get(&bits).map(|n| &n[..]),
            None => None,
        };
        let (Some(keywords), Some(())) = (keywords, receiver) else {
            return Plan::Generic;
        };
        let mono = match &cache.entries[..] {
            [e] if !settled && pins_callee(e.kind) => Some(e.content.value),
            _ => None,
        };
        let receives = refined[0]
            .known
            .or(mono)
            .is_some_and(|bits| may_enter(self.shot, inst, refined, bits));
        let known = refined[0].known.is_some();
        if let ([e], false, false, []) = (&cache.entries[..], known, settled, keywords)
            && let Some(Callee::Function(f)) = self.shot.callees.get(&e.content.value)
        {
            let given = refined.len() - 1 - first;
            let wanted = f.argcount as usize;
            match e.kind {
                call_kind::CLOSURE if wanted == given => return Plan::Closure(e.content.value),
                call_kind::BOUND if wanted == given + 1 => return Plan::Bound(e.content.value),
                _ => {}
            }
        }
        if let ([e], false, []) = (
            &cache.entries[..],
            settled || unit.failed(inst.pc),
            keywords,
        ) && let Some(Callee::Native(native)) = self.shot.callees.get(&e.content.value)
            && native.bound
        {
            let mut args = vec![Ty::ANY];
            args.extend_from_slice(&refined[first..refined.len() - 1]);
            let (mask, ty) = bound_forms(native, &args);
            if let Some(o) = outs.first_mut() {
                *o = ty;
            }
            return Plan::BoundNative(e.content.value, mask);
        }
        if let Some(bits) = refined[0].known.or(mono) {
            let n = refined.len() - 1 - first;
            match self.shot.callees.get(&bits) {
                Some(Callee::Function(f)) if f.bind(n - keywords.len(), keywords).is_some() => {
                    refined[0].known = Some(bits);
                    refined[0].present = true;
                    return Plan::Direct(bits);
                }
                Some(Callee::Class(c)) if self.constructs(c, n, keywords) => {
                    refined[0].known = Some(bits);
                    refined[0].present = true;
                    if let Some(o) = outs.first_mut() {
                        *o = Ty {
                            immediate: true,
                            ..Ty::of(TypeMask::OTHER)
                        };
                    }
                    return Plan::Construct(bits);
                }
                Some(Callee::Native(native)) if !native.bound => {
                    let plan = self.native(native, bits, first, keywords, settled, refined, outs);
                    if receives || matches!(plan, Plan::Builtin(..)) {
                        return plan;
                    }
                    if known {
                        // Known by its method's lookup; the call's own cache may say less.
                        return Plan::Generic;
                    }
                }
                _ => {}
            }
        }
        if !cache.entries.is_empty() {
            return Plan::Entries((1 << cache.entries.len()) - 1, Fail::Slow);
        }
        Plan::Generic
    }

    /// Does the constructor take these arguments?
    fn constructs(&self, class: &ClassShot, given: usize, keywords: &[u64]) -> bool {
        match class.init.map(|f| self.shot.callees.get(&f)) {
            None => given == 0,
            Some(Some(Callee::Function(f))) => {
                f.bind(1 + given - keywords.len(), keywords).is_some()
            }
            Some(_) => false,
        }
    }

    /// A builtin: its inline forms where the arguments fit one, else what it runs.
    #[allow(clippy::too_many_arguments)]
    fn native(
        &self,
        native: &NativeShot,
        bits: u64,
        first: usize,
        keywords: &[u64],
        settled: bool,
        refined: &[Ty],
        outs: &mut [Ty],
    ) -> Plan {
        let Some(row) = native.row else {
            return Plan::Native(bits);
        };
        let info = transfer::builtin(row);
        let args = &refined[first..refined.len() - 1];
        let mask = if keywords.is_empty() {
            forms(info.cases, args)
        } else {
            0
        };
        let cases = info.cases.iter().enumerate();
        let cases = cases.filter(|(i, _)| mask & 1 << i != 0).map(|(_, c)| c);
        // Nothing tells what arguments there were.
        let sure = cases
            .clone()
            .any(|c| c.when.iter().zip(args).all(|(w, t)| t.fits(*w)));
        let exits = settled || !sure || cases.clone().any(|c| c.exits);
        let result = Ty::of(info.result);
        let (plan, ty) = if mask == 0 {
            (Plan::Native(bits), result)
        } else if exits {
            let ty = result_of(info.cases, mask).join(result);
            (Plan::Builtin(row, mask, Fail::Slow), ty)
        } else {
            let ty = result_of(info.cases, mask);
            (Plan::Builtin(row, mask, Fail::Leave), ty)
        };
        if let Some(o) = outs.first_mut() {
            *o = ty;
        }
        plan
    }
}

/// The inline forms that arguments of these types may fit, a bit each.
fn forms(cases: &[CaseInfo], args: &[Ty]) -> u32 {
    let fits = |c: &CaseInfo| {
        c.when.len() == args.len()
            && c.when
                .iter()
                .zip(args)
                .all(|(w, t)| *w == TypeMask::ANY || t.mask.meets(*w))
    };
    let cases = cases.iter().enumerate().filter(|(_, c)| fits(c));
    cases.fold(0, |m, (i, _)| m | 1 << i)
}

/// The inline forms that a bound builtin's arguments may fit, and the type of its result.
fn bound_forms(native: &NativeShot, args: &[Ty]) -> (u32, Ty) {
    let Some(row) = native.row else {
        return (0, Ty::ANY);
    };
    let info = transfer::builtin(row);
    let mask = forms(info.cases, args);
    let ty = result_of(info.cases, mask).join(Ty::of(info.result));
    (mask, ty)
}

/// Is an entry of that kind of a call's cache hit by one callee alone?
pub fn pins_callee(kind: u16) -> bool {
    transfer::protocol(Protocol::Call).kinds[kind as usize].pins
}

/// May a builtin's own function be called? A method's may when it was looked up in its receiver's type, which
/// answers methods that fit only.
pub fn may_enter(shot: &Snapshot, inst: &Inst, tys: &[Ty], bits: u64) -> bool {
    match shot.callees.get(&bits) {
        Some(Callee::Native(n)) if n.method => {
            inst.op == Op::CallMethod && tys[0].known == Some(bits) && tys[1].present
        }
        Some(Callee::Native(_)) => true,
        _ => false,
    }
}

/// Where a call's arguments begin among its operands, and whether that is known: a method call has a receiver
/// or none. The last operand is the names.
pub fn arguments(inst: &Inst, tys: &[Ty]) -> (usize, Option<()>) {
    match inst.op {
        Op::CallMethod => match tys[1] {
            t if t.known == Some(0) => (2, Some(())),
            t if t.present => (1, Some(())),
            _ => (2, None),
        },
        _ => (1, Some(())),
    }
}
