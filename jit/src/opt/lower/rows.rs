//! Nodes whose meaning is a row: operators, protocols with their inline caches, hooks.

use super::*;
use crate::opt::wide::Part;

impl<'a> Lowering<'a, '_> {
    pub(super) fn inst(&mut self, i: I) {
        let g = self.g;
        let inst = &g.insts[i.i()];
        for (n, &v) in inst.refined.iter().enumerate() {
            if v != inst.args[n] {
                let x = self.val(inst.args[n]);
                let there = g.ty(v).present;
                self.vals[v.i()] = Some(if there { x.known_present() } else { x });
            }
        }
        self.shown = false;
        match inst.kind {
            Kind::Enter(c) => self.enter(i, c),
            Kind::Leave(c) => {
                // Kept: exits and landings inside may still be made.
                if let Some((frame, _)) = self.frames[c.i()] {
                    let levels = self.levels(c);
                    self.pop(&frame, inst.ctx, levels);
                    Rc::make_mut(&mut self.synced).retain(|(ctx, _), _| *ctx != c);
                }
            }
            Kind::Close => self.close(i),
            Kind::Instance(class) => {
                self.stress(i);
                let obj = self.allocate(i, class);
                self.set_out(i, 0, &obj);
            }
            Kind::Initialised => {
                let (x, obj) = (self.arg(i, 0), self.arg(i, 1));
                let on_raise = self.raise_exit(i);
                self.o.set_on_raise(Some(on_raise));
                self.initialised(&x, &obj);
            }
            Kind::Node => {
                if let Plan::Wide(part) = inst.plan {
                    self.wide(i, part);
                    return;
                }
                if inst.op == Op::Settle {
                    self.hands_over(inst.state);
                }
                self.shown = crate::opt::effects::may_call(g, self.shot, i);
                if self.shown {
                    self.sync(inst.state);
                }
                let on_raise = self.raise_exit_lazily(i);
                self.o.set_on_raise(on_raise);
                self.node(i);
                self.quiet &= !self.shown;
            }
        }
    }

    /// Part of an expression of machine integers: see [`crate::opt::wide`].
    fn wide(&mut self, i: I, part: Part) {
        let g = self.g;
        let inst = &g.insts[i.i()];
        if inst.state == part.start {
            self.stress(i);
        }
        let exit = self.exit(part.start, Reason::Guard);
        let mut words = Vec::new();
        for (k, &v) in inst.args.iter().enumerate() {
            let mut x = self.val(v);
            if x.repr != Repr::I64 {
                x = self.o.expect_int(&x, exit);
                self.narrow(i, k, &x);
                x = self.o.widen(&x, Repr::I64);
            }
            words.push(x);
        }
        let operator = operator_of(inst.op).expect("an operator with a wide case");
        let word = emit::emit_operator_wide(&mut self.o, operator, &words, exit)
            .expect("a row that says how");
        if part.last {
            let int = self.o.length(&word);
            self.set_out(i, 0, &int);
        } else {
            self.vals[inst.outs[0].i()] = Some(word);
        }
    }

    pub(super) fn raise_exit_lazily(&mut self, i: I) -> Option<Exit> {
        let inst = &self.g.insts[i.i()];
        inst.op
            .facts()
            .effects
            .ne(&interp::normal::Effects::NONE)
            .then(|| self.raise_exit(i))
    }

    pub(super) fn set_out(&mut self, i: I, n: usize, x: &Operand) {
        let out = self.g.insts[i.i()].outs.get(n).copied();
        if let Some(v) = out {
            self.define(v, x);
        }
    }

    pub(super) fn arg(&mut self, i: I, n: usize) -> Operand {
        let v = self.g.insts[i.i()].args[n];
        self.val(v)
    }

    pub(super) fn node(&mut self, i: I) {
        let g = self.g;
        let inst = &g.insts[i.i()];
        if let Some(operator) = operator_of(inst.op) {
            let row = transfer::operator(operator);
            let args: Vec<Operand> = inst.args.iter().map(|&v| self.val(v)).collect();
            let slow = row.slow.map(|h| Hook::from(h.info()));
            let profile = self.unit(inst.ctx).profile_address + 4 * inst.pc as usize;
            let x = self.cases(
                i,
                row.cases,
                &args,
                &mut |l, n, args, fail| emit::emit_operator(&mut l.o, operator, n, args, fail),
                &mut |l| match slow {
                    Some(hook) => {
                        l.o.set_bits(profile, row.slow_bit());
                        l.o.call(&hook, &args)
                    }
                    None => {
                        l.o.unreachable();
                        let b = l.o.block("dead");
                        l.o.switch_to(b);
                        l.o.null(Repr::OptValue).known_present()
                    }
                },
            );
            self.set_out(i, 0, &x);
        } else if let Some(protocol) = protocol_of(inst.op) {
            self.protocol(i, protocol);
        } else {
            match inst.op.facts().semantics {
                Semantics::Hook(name, frame) => {
                    let hook = Hook::from(
                        runtime::ops::HOOKS
                            .iter()
                            .find(|h| h.name == name)
                            .expect("nodes.toml was checked"),
                    );
                    let args = self.hook_operands(i, frame);
                    let x = self.o.call(&hook, &args);
                    self.results(i, &x);
                }
                _ => self.control(i),
            }
        }
    }

    /// Results of a hook: its value, or what it left in the result registers.
    pub(super) fn results(&mut self, i: I, x: &Operand) {
        let inst = &self.g.insts[i.i()];
        if inst.op.facts().fields[0] != Role::Out(interp::normal::Count::ONE) {
            for n in 0..inst.outs.len() {
                let f = field("out", n * 8, 8, crate::output::Store::OptValue);
                let outs = self.outs;
                let x = self.o.load(&outs, &f);
                self.set_out(i, n, &x);
            }
            return;
        }
        self.set_out(i, 0, x);
    }

    /// The operands of a node as its handler takes them.
    pub(super) fn hook_operands(&mut self, i: I, frame: bool) -> Vec<Operand> {
        let g = self.g;
        let inst = &g.insts[i.i()];
        let node = self.unit(inst.ctx).normal.nodes[inst.pc as usize];
        let mut out = Vec::new();
        if frame {
            out.push(self.frames[inst.ctx.i()].expect("a framed context").0);
        }
        let mut at = 0;
        for (role, f) in node.ordered_fields() {
            match role {
                Role::Value | Role::Const | Role::Cell | Role::Local => {
                    let x = self.arg(i, at).known_present();
                    out.push(x);
                    at += 1;
                }
                Role::Optional => {
                    let x = self.arg(i, at);
                    out.push(x);
                    at += 1;
                }
                Role::Name => out.push(self.name(inst.ctx, f)),
                Role::Int => out.push(self.o.int(i64::from(f), Repr::I64)),
                Role::Range(count) => {
                    let n = count.of(&node) as usize;
                    if node.op == Op::CallMethod {
                        let callee = self.arg(i, 0).known_present();
                        out.push(callee);
                        let values = self.method_values(i, at + n);
                        out.push(values);
                    } else {
                        let xs: Vec<Operand> = (at..at + n).map(|k| self.arg(i, k)).collect();
                        let values = self.values;
                        out.push(self.o.store_values(&values, &xs));
                    }
                    at += n;
                }
                Role::Out(count) if count != interp::normal::Count::ONE => {
                    let outs = self.outs;
                    let n = self.o.int(i64::from(count.of(&node)), Repr::I64);
                    out.push(self.o.values(&outs, &n, Repr::Outs));
                }
                _ => {}
            }
        }
        out
    }

    /// A method call's arguments, with the receiver if there is one.
    pub(super) fn method_values(&mut self, i: I, end: usize) -> Operand {
        let inst = &self.g.insts[i.i()];
        let tys: Vec<Ty> = inst.args.iter().map(|&v| self.g.ty(v)).collect();
        let (first, known) = arguments(inst, &tys);
        let xs: Vec<Operand> = (1..end).map(|k| self.arg(i, k)).collect();
        let values = self.values;
        if known.is_some() {
            return self.o.store_values(&values, &xs[first - 1..]);
        }
        let all = self.o.store_values(&values, &xs);
        let n = xs.len() as i64;
        let there = self.o.present(&xs[0]);
        let _ = all;
        let base = values;
        let short = self.o.offset(&base, 8, ADDRESS);
        let address = self.o.select(&there, &base, &short);
        let (a, b) = (self.o.int(n, Repr::I64), self.o.int(n - 1, Repr::I64));
        let count = self.o.select(&there, &a, &b);
        self.o.values(&address, &count, Repr::Values)
    }

    pub(super) fn name(&mut self, ctx: C, index: u32) -> Operand {
        let bits = self.unit(ctx).names[index as usize];
        self.o.object(bits as usize, LayoutId::Str, TypeMask::STR)
    }

    /// A guard that fails for no reason, when exits are tested.
    pub(super) fn stress(&mut self, i: I) {
        if !self.stress {
            return;
        }
        let inst = &self.g.insts[i.i()];
        let e = self.exit(inst.state, Reason::Guard);
        let address = crate::opt::stress_counter();
        let done = self.o.count_down(address);
        self.o.exit_if(&done, e);
    }

    /// Fast cases, then the slow way or out.
    pub(super) fn cases(
        &mut self,
        i: I,
        cases: &[CaseInfo],
        args: &[Operand],
        emit: &mut dyn FnMut(&mut Self, usize, &[Operand], Exit) -> Option<Operand>,
        slow: &mut dyn FnMut(&mut Self) -> Operand,
    ) -> Operand {
        let g = self.g;
        let inst = &g.insts[i.i()];
        let ty = inst.outs.first().map_or(Ty::ANY, |&v| g.ty(v));
        let (mask, fail) = match inst.plan {
            Plan::Case(n, fail) => (1 << n, fail),
            Plan::Cases(mask, fail) | Plan::Builtin(_, mask, fail) => (mask, fail),
            Plan::BoundNative(_, mask) => (mask, Fail::Slow),
            _ => (0, Fail::Slow),
        };
        if let Plan::Case(n, Fail::Leave) = inst.plan {
            self.stress(i);
            let exit = self.exit(inst.state, Reason::Guard);
            // Narrowed operands are kept for those who use the value next.
            let mut narrowed = args.to_vec();
            // Before the operands that a case names may stand a frame, or where results go; after them optional ones.
            let first = args
                .iter()
                .take_while(|x| matches!(x.repr, Repr::Frame | Repr::Outs))
                .count();
            for (k, class) in cases[n].operands.iter().enumerate() {
                let arg = &args[first + k];
                let x = match class {
                    Repr::Int => self.o.expect_int(arg, exit),
                    Repr::Float => self.o.expect_float(arg, exit),
                    Repr::Bool => self.o.expect_bool(arg, exit),
                    Repr::Ptr(l) => self.o.expect_layout(arg, *l, exit),
                    _ => continue,
                };
                narrowed[first + k] = x;
                self.narrow(i, k, &x);
            }
            return match emit(self, n, &narrowed, exit) {
                Some(x) => x,
                None => {
                    self.o.leave(exit);
                    let b = self.o.block("dead");
                    self.o.switch_to(b);
                    self.o.null(Repr::OptValue).known_present()
                }
            };
        }
        let done = self.o.block("done");
        let mut incoming: Vec<(Code, Operand)> = Vec::new();
        for n in 0..cases.len() {
            if mask & 1 << n == 0 {
                continue;
            }
            let next = self.o.block("case");
            let exit = self.o.exit_to(next);
            if let Some(x) = emit(self, n, args, exit) {
                let x = self.hold(&x, ty);
                incoming.push((self.o.current_block(), x));
                self.o.jump(done);
            } else {
                self.o.jump(next);
            }
            self.o.switch_to(next);
        }
        if fail == Fail::Leave && mask != 0 {
            let exit = self.exit(inst.state, Reason::Guard);
            self.o.leave(exit);
        } else {
            let x = slow(self);
            let x = match (ty.repr(), x.repr) {
                (Repr::Bool, r) if r != Repr::Bool => {
                    let boxed = self.o.convert(&x, Repr::Value);
                    let truth = runtime::ops::HOOKS
                        .iter()
                        .find(|h| h.name == "compare::truth")
                        .expect("a hook of that name");
                    self.o.call(&Hook::from(truth), &[boxed])
                }
                _ => self.hold(&x, ty),
            };
            incoming.push((self.o.current_block(), x));
            self.o.jump(done);
        }
        self.o.switch_to(done);
        self.o.join(&incoming)
    }

    /// What a guard has proved of an operand.
    pub(super) fn narrow(&mut self, i: I, k: usize, x: &Operand) {
        let inst = &self.g.insts[i.i()];
        let v = inst.refined[k];
        if v != inst.args[k] {
            match x.repr {
                Repr::Int | Repr::Float | Repr::Bool => self.vals[v.i()] = Some(*x),
                Repr::Ptr(_) => {
                    let boxed = self.o.convert(x, Repr::Value);
                    self.vals[v.i()] = Some(boxed);
                }
                _ => {}
            }
        }
    }

    pub(super) fn protocol(&mut self, i: I, protocol: Protocol) {
        let g = self.g;
        let inst = &g.insts[i.i()];
        let row = transfer::protocol(protocol);
        if protocol == Protocol::Call {
            return self.call(i);
        }
        let frame = row.operands.first() == Some(&Repr::Frame);
        let args = if frame && self.frames[inst.ctx.i()].is_none() {
            // The key and the entries ask for globals and builtins, which are known.
            let mut args = vec![self.o.address(0, Repr::Frame)];
            args.extend(self.hook_operands(i, false));
            args
        } else {
            self.hook_operands(i, frame)
        };
        let node = self.unit(inst.ctx).normal.nodes[inst.pc as usize];
        match inst.plan {
            Plan::Entries(mask, fail) => self.entries(i, protocol, mask, fail, &args),
            _ => {
                let mut slow_args = args.clone();
                if row.cached {
                    let cache = self.unit(inst.ctx).caches[node.cell as usize].address;
                    slow_args.push(self.o.address(cache, Repr::Cache));
                }
                let hook = Hook::from(row.plan.info());
                // The only way there is leaves its results as values, not in registers.
                let captures =
                    matches!(inst.plan, Plan::Case(_, Fail::Leave)) && inst.outs.len() > 1;
                if captures {
                    self.o.capture_outs();
                }
                let x = self.cases(
                    i,
                    row.cases,
                    &args,
                    &mut |l, n, args, fail| {
                        emit::emit_protocol_case(&mut l.o, protocol, n, args, fail)
                    },
                    &mut |l| {
                        let x = l.o.call(&hook, &slow_args);
                        if row.result == Repr::None {
                            l.o.none()
                        } else {
                            x
                        }
                    },
                );
                if captures {
                    for (n, x) in self.o.captured() {
                        self.set_out(i, n, &x);
                    }
                } else {
                    self.results(i, &x);
                }
            }
        }
    }

    /// Entries of an inline cache, built into the code.
    pub(super) fn entries(
        &mut self,
        i: I,
        protocol: Protocol,
        mask: u32,
        fail: Fail,
        args: &[Operand],
    ) {
        let g = self.g;
        let inst = &g.insts[i.i()];
        let row = transfer::protocol(protocol);
        let node = self.unit(inst.ctx).normal.nodes[inst.pc as usize];
        let unit = self.unit(inst.ctx);
        let cache = &unit.caches[node.cell as usize];
        let slow = self.o.block("miss");
        let miss = match fail {
            Fail::Leave => {
                self.stress(i);
                self.exit(inst.state, Reason::Guard)
            }
            Fail::Slow => self.o.exit_to(slow),
        };
        let outs = inst.outs.len();
        let with_outs =
            inst.op.facts().fields[0] != Role::Out(interp::normal::Count::ONE) && outs > 0;
        let done = self.o.block("done");
        let mut incoming: Vec<(Code, Vec<Operand>)> = Vec::new();
        let given = args;
        let mut args = args.to_vec();
        let keyed_by_shape = matches!(
            protocol,
            Protocol::GetAttr | Protocol::SetAttr | Protocol::LoadMethod
        );
        let at = usize::from(matches!(args[0].repr, Repr::Outs));
        if keyed_by_shape && !cache.entries.iter().any(|e| is_number(e.content.key)) {
            args[at] = self.o.expect_pointer(&args[at], miss);
        }
        let args = &args[..];
        let key = emit::emit_protocol_key(&mut self.o, protocol, args, miss);
        if let Some(key) = key {
            let entries: Vec<_> = cache
                .entries
                .iter()
                .enumerate()
                .filter(|(n, _)| mask & 1 << n != 0)
                .map(|(_, e)| e)
                .collect();
            let last = entries.len().saturating_sub(1);
            for (k, e) in entries.into_iter().enumerate() {
                let next = self.o.block("entry");
                let no = if k == last {
                    miss
                } else {
                    self.o.exit_to(next)
                };
                let known = self.o.int(i64::from(e.content.key), Repr::U32);
                let same = self.o.id_eq(&key, &known);
                self.o.guard(&same, no);
                let mut args = args.to_vec();
                if keyed_by_shape {
                    let shape = TypeMask::of_shape(e.content.key);
                    if !is_number(e.content.key) {
                        args[at].mask = shape;
                        args[at].immediate = true;
                        self.o.assume_class(e.class.map(|c| (&args[at], c)));
                        if mask.count_ones() == 1 && fail == Fail::Leave {
                            let x = args[at];
                            let v = inst.refined[0];
                            if v != inst.args[0] {
                                self.vals[v.i()] = Some(x);
                            }
                        }
                    }
                }
                self.o.set_cell(CellSource::Snapshot(e.content));
                if with_outs {
                    self.o.capture_outs();
                }
                let x = emit::emit_protocol_kind(&mut self.o, protocol, e.kind, &args, no);
                let captured = self.o.captured();
                self.o.assume_class(None);
                match x {
                    Some(x) => {
                        let xs: Vec<Operand> = if with_outs {
                            (0..outs)
                                .map(|n| {
                                    captured
                                        .iter()
                                        .find(|(k, _)| *k == n)
                                        .map_or_else(|| self.o.null(Repr::OptValue), |(_, x)| *x)
                                })
                                .collect()
                        } else if outs > 0 {
                            vec![x]
                        } else {
                            Vec::new()
                        };
                        let xs = if mask.count_ones() == 1 && fail == Fail::Leave {
                            xs
                        } else {
                            xs.iter()
                                .enumerate()
                                .map(|(n, x)| {
                                    let ty = g.ty(inst.outs[n]);
                                    let repr = if ty.present {
                                        Repr::Value
                                    } else {
                                        Repr::OptValue
                                    };
                                    self.o.convert(x, repr)
                                })
                                .collect()
                        };
                        incoming.push((self.o.current_block(), xs));
                        self.o.jump(done);
                    }
                    None => self.o.leave(no),
                }
                self.o.switch_to(next);
                if k == last {
                    self.o.unreachable();
                }
            }
        } else {
            self.o.leave(miss);
        }
        self.o.switch_to(slow);
        if fail == Fail::Slow {
            let mut args = given.to_vec();
            args.push(self.o.address(cache.address, Repr::Cache));
            let x = self.o.call(&Hook::from(row.plan.info()), &args);
            let xs: Vec<Operand> = if with_outs {
                (0..outs)
                    .map(|n| {
                        let f = field("out", n * 8, 8, crate::output::Store::OptValue);
                        let buffer = self.outs;
                        let x = self.o.load(&buffer, &f);
                        if g.ty(inst.outs[n]).present {
                            x.known_present()
                        } else {
                            x
                        }
                    })
                    .collect()
            } else if outs > 0 {
                vec![self.o.convert(&x, Repr::Value)]
            } else {
                Vec::new()
            };
            incoming.push((self.o.current_block(), xs));
            self.o.jump(done);
        } else {
            self.o.unreachable();
        }
        self.o.switch_to(done);
        for n in 0..outs {
            let x = if let [(_, xs)] = &incoming[..] {
                xs[n]
            } else {
                let list: Vec<(Code, Operand)> =
                    incoming.iter().map(|(b, xs)| (*b, xs[n])).collect();
                self.o.join(&list)
            };
            self.set_out(i, n, &x);
        }
    }
}
